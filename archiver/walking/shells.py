"""Pages that say nothing: the empty ones that a script fills, each the same but for its address and title.

A site that is drawn by script answers every address of an article with a shell, and gives the article itself when the
shell's script asks for it. Where each byte of a shell can be told beforehand from another one of its sort, asking for
it teaches nothing, and the article is asked of its service at once. What is told beforehand is always put to the proof:
by the first shells of a sort, by the first of each night, by each `CHECKED_EACH`th, and whenever the service does not
give an article. The first that is otherwise ends it. docs/walking.md says what an archive has of it, and what not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from html import escape, unescape
from urllib.parse import parse_qsl, urlsplit

from archiver.walking.source import Source

PROOFS = 3
"""Shells that were what the first one let expect, before those that follow are not asked."""
WRONG_AT_MOST = 3
CHECKED_EACH = 50
SORTS_AT_MOST = 4
BYTES_AT_MOST = 100_000


@dataclass(slots=True)
class _Sort:
    """The shells of one sort of address."""

    url: str
    words: str
    """Of the link that led to it: the title."""
    body: str
    source: Source
    numbers: bool | None = None
    """Whether the number of its address stands in it as well; None: there was nothing to compare it with."""
    foretold: int = 0
    read: int = 0
    """Articles that came of such shells."""
    wrong: int = 0
    tonight: bool = False
    spared: int = 0
    example: str = ""

    @property
    def trusted(self) -> bool:
        return self.foretold >= PROOFS and self.read >= PROOFS


class Shells:
    """What is known of a site's shells, by sort of address (`canonical.pattern`).

    >>> shells, shell = Shells(), b"<title>%s</title><div data-api='/api/%d'>"
    >>> for n in (21, 34, 55, 89):
    ...     source = Source(f"http://a.vn/api/{n}")
    ...     shells.showed("/tin/9", f"http://a.vn/tin/{n}", f"Tin {n}", shell % (b"Tin %d" % n, n), source)
    ...     shells.gave("/tin/9")
    >>> shells.source("/tin/9", "http://a.vn/tin/144").address
    'http://a.vn/api/144'
    """

    def __init__(self) -> None:
        self._sorts: dict[str, _Sort] = {}
        self.changed: list[str] = []
        """Addresses of shells that were not what had been foretold, though those before them were."""
        self.dirty = False

    def showed(self, sort: str, url: str, words: str, body: bytes, source: Source) -> None:
        """The shell at *url* came; its script fetches *source*."""
        text = body.decode("latin-1")
        said = words.encode().decode("latin-1")
        before = self._sorts.get(sort)
        if before is None and (len(self._sorts) >= SORTS_AT_MOST or len(body) > BYTES_AT_MOST):
            return
        self.dirty = True
        if before is None:
            self._sorts[sort] = _Sort(url, said, text, source)
            return
        if url == before.url and text == before.body:
            before.tonight = True
            return
        for numbers in (False, True) if before.numbers is None else (before.numbers,):
            told = _telling(before, url, said, numbers=numbers)
            if told is None or unescape(told(before.body)) != unescape(text) or _asked_for(before, told) != source:
                continue
            if source != before.source or url == before.url:
                before.numbers, before.tonight = numbers, True
                before.foretold += 1
                return
        if before.trusted:
            self.changed.append(url)
        self._sorts[sort] = _Sort(url, said, text, source, wrong=before.wrong + 1)

    def gave(self, sort: str) -> None:
        """An article came of a shell of that *sort*, or of its service."""
        if sort in self._sorts:
            self._sorts[sort].read += 1

    def source(self, sort: str, url: str) -> Source | None:
        """What the script of the shell at *url* would fetch; None where that shell is to be asked."""
        known = self._sorts.get(sort)
        if known is None or not known.tonight:
            return None
        told = self.foretold(sort, url)
        if told is None:
            return None
        known.spared += 1
        if known.spared % CHECKED_EACH == 0:
            return None
        known.example = known.example or url
        return told

    def foretold(self, sort: str, url: str) -> Source | None:
        """The same, whether it is to be asked or not."""
        known = self._sorts.get(sort)
        if known is None or not known.trusted or known.wrong >= WRONG_AT_MOST:
            return None
        told = _telling(known, url, "", numbers=bool(known.numbers))
        return _asked_for(known, told) if told else None

    def undecided(self, sort: str) -> bool:
        """Whether the next shell of that *sort* decides about those that follow it."""
        known = self._sorts.get(sort)
        return known is not None and known.wrong < WRONG_AT_MOST and not (known.trusted and known.tonight)

    @property
    def any_trusted(self) -> bool:
        return any(one.trusted for one in self._sorts.values())

    def spared(self) -> list[str]:
        """What was not asked, in sentences."""
        return [
            f"{one.spared} pages such as {one.example} were not asked: they are empty, as those {one.foretold} were of"
            " which each byte was foretold; the articles came from the service that their script asks"
            for one in self._sorts.values()
            if one.example
        ]

    def remembered(self) -> str:
        """For `recalled`, JSON."""
        self.dirty = False
        kept = {sort: asdict(replace(one, tonight=False, spared=0, example="")) for sort, one in self._sorts.items()}
        return json.dumps(kept)

    @classmethod
    def recalled(cls, text: str | None) -> Shells:
        """What an earlier night remembered."""
        made = cls()
        for sort, one in json.loads(text or "{}").items():
            given = one["source"]
            given["fields"] = tuple(map(tuple, given["fields"]))
            given["headers"] = tuple(map(tuple, given["headers"]))
            made._sorts[sort] = _Sort(**{**one, "source": Source(**{**given, "links": tuple(given["links"])})})
        return made


def _parts(url: str) -> list[str]:
    parts = urlsplit(url)
    return [*parts.path.split("/"), *(value for _, value in parse_qsl(parts.query, keep_blank_values=True))]


def _telling(known: _Sort, url: str, words: str, *, numbers: bool) -> Callable[[str], str] | None:
    """What puts the address and title of another page in the place of the known one's; None where they do not match."""
    mine, others = _parts(known.url), _parts(url)
    if len(mine) != len(others):
        return None
    put: dict[str, str] = {}
    for old, new in zip(mine, others, strict=True):
        if old == new:
            continue
        put[old] = new
        put.setdefault(old.rpartition(".")[0] or old, new.rpartition(".")[0] or new)
        first, second = re.findall(r"\d+", old), re.findall(r"\d+", new)
        if numbers and first and second:
            put.setdefault(first[-1], second[-1])
    if words and known.words:
        put.setdefault(known.words, words)
        put.setdefault(escape(known.words), words)
        put.setdefault(escape(known.words, quote=False), words)
    put.pop("", None)
    if not put:
        return lambda text: text
    longest = sorted(put, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")
    return lambda text: pattern.sub(lambda match: put[match[0]], text)


def _asked_for(known: _Sort, told: Callable[[str], str]) -> Source:
    fields = tuple((name, told(value)) for name, value in known.source.fields)
    return replace(known.source, url=told(known.source.url), fields=fields)
