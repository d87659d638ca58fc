"""Title, date and byline: candidates from the page and from its metadata, chosen by written rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element

from archiver.reading.blocks import Block, Hint, Survey
from archiver.shapes import DateReading
from archiver.vietnamese.bylines import is_name
from archiver.vietnamese.patterns import unaccent


@dataclass(slots=True)
class Head:
    """What the page says about itself where readers do not look."""

    title: str = ""
    metas: dict[str, list[str]] = field(default_factory=dict)
    canonical: str | None = None
    objects: list[dict[str, Any]] = field(default_factory=list)
    """schema.org objects of JSON-LD that speak of an article."""

    def meta(self, *names: str) -> str:
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value
        return ""

    def thing(self, name: str) -> Any:
        for thing in self.objects:
            value = thing.get(name)
            if value:
                return value
        return None


_ARTICLE = re.compile(r"Article|NewsArticle|BlogPosting|Reportage|Report|LiveBlog|OpinionNews|AnalysisNews|WebPage$")


def _flatten(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for part in data[:200]:
            yield from _flatten(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), dict | list):
                yield from _flatten(data[key], depth + 1)


def read_head(root: _Element) -> Head:
    """One pass over what stands in metadata."""
    head = Head()
    for el in root.iter("title", "meta", "link", "script"):
        tag = el.tag
        if tag == "meta":
            name = el.get("property") or el.get("name") or el.get("itemprop")
            content = el.get("content")
            if name and content:
                head.metas.setdefault(name.lower(), []).append(" ".join(content.split()))
        elif tag == "title":
            if not head.title and el.text:
                head.title = " ".join(el.text.split())
        elif tag == "link":
            if el.get("rel") == "canonical" and el.get("href"):
                head.canonical = el.get("href")
        elif (el.get("type") or "").startswith("application/ld+json"):
            try:
                data = json.loads(el.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for thing in _flatten(data):
                kind = thing.get("@type")
                kinds = kind if isinstance(kind, list) else [kind]
                if any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds):
                    head.objects.append(thing)
    head.objects.sort(key=lambda thing: thing.get("@type") == "WebPage")
    return head


# --- title ---------------------------------------------------------------------------------------------------------

_NOT_WORD = re.compile(r"\W+")
_BREAK = re.compile(r"\s+[|•·–—»«:-]+\s+|\s*[|»«]\s*|::")


def key(text: str) -> str:
    """For comparing two printings of a headline."""
    return _NOT_WORD.sub("", text).casefold()


def without_site(title: str, site: str, others: list[str]) -> str:
    """*title* without the name of the site at its end or start.

    >>> without_site("Khai giảng năm học mới - Sở Giáo dục", "Sở Giáo dục", [])
    'Khai giảng năm học mới'
    """
    parts = list(_BREAK.finditer(title))
    if not parts:
        return title
    names = {key(site), *map(key, others)} - {""}
    for cut in parts:
        if key(title[cut.end() :]) in names:
            return title[: cut.start()].strip()
        if key(title[: cut.start()]) in names:
            return title[cut.end() :].strip()
    return title


@dataclass(slots=True)
class Choice:
    """A chosen value, and why."""

    value: str
    rule: str
    raw: str
    block: int = -1


_LEVELS = {"h1": 2.0, "h2": 1.0, "h3": 0.6, "h4": 0.3}
_SLUG = re.compile(r"[^a-z0-9]+")


def find_title(seen: Survey, head: Head, url: str) -> Choice | None:
    """The headline: the block on which heading, class, metadata, address and place agree most."""
    site = head.meta("og:site_name", "application-name")
    said = [t for t in (head.meta("og:title"), _text(head.thing("headline")), head.meta("twitter:title")) if t]
    said = [without_site(t, site, []) for t in said]
    keys = [key(t) for t in said]
    page = key(head.title)
    named = is_site_name(head.title)
    slug = _slug(url)
    best: tuple[float, Block] | None = None
    blocks = seen.blocks
    follows = _sentences_after(blocks)
    for block in blocks:
        text = block.text
        if len(text) > 400 or len(text) < 6:
            continue
        box = seen.boxes[block.box]
        hints = box.hints | block.hints
        level = _LEVELS.get(box.tag, 0.0)
        mine = key(text)
        if not mine:
            continue
        score = 0.0
        for other in keys:
            if other == mine:
                score += 3
            elif len(mine) > 12 and (mine in other or (other in mine and len(other) > 0.6 * len(mine))):
                score += 1.5
        if page and len(mine) > 8 and mine in page and not named:
            score += 3 if len(mine) > 0.35 * len(page) else 0.5
        elif page and len(mine) > 20 and page[:40] == mine[:40] and not named:
            score += 2
        if slug and len(text) > 12:
            shared = _agreement(slug, text)
            if shared > 0.6:
                score += 4 * shared
        if hints & _TITLE:
            level += 0.8
        if not score and not level and not (block.bold > 0.8 * len(text) and len(text) > 25):
            continue
        score += level
        near = follows[block.index]
        if near <= 3:
            score += 1.5
        elif near <= 8:
            score += 0.8
        elif near > 900:
            score -= 2
        elif near > 40:
            score -= 1
        if box.hints & _ELSEWHERE:
            score -= 2.0
        if block.linked > len(text) * 0.7:
            score -= 1.5
        if mine == key(site) or is_site_name(text):
            score -= 4
        if len(text) < 16:
            score -= 1
        if text[-1] in ".:" and len(text) > 100:
            score -= 1
        if best is None or score > best[0] + 1e-9:
            best = (score, block)
    printed = best[1] if best and best[0] >= (2.4 if said else 1.5) else None
    return _vote(head, seen, printed, said, named)


def _vote(head: Head, seen: Survey, printed: Block | None, said: list[str], named: bool) -> Choice | None:
    """The printing on which most witnesses agree; the headline on the page where they are even."""
    witnesses: list[tuple[str, str]] = []
    if printed:
        witnesses.append((seen.boxes[printed.box].tag, printed.text))
    for rule, name in (("json-ld:headline", _text(head.thing("headline"))), ("og:title", head.meta("og:title"))):
        if name:
            witnesses.append((rule, name))
    if head.meta("twitter:title"):
        witnesses.append(("twitter:title", head.meta("twitter:title")))
    if head.title and not named:
        witnesses.append(("title", head.title))
    site = head.meta("og:site_name", "application-name")
    keys = [key(text) for _, text in witnesses]
    cleaned: list[tuple[str, str]] = []
    for n, (rule, text) in enumerate(witnesses):
        value = without_site(text, site, [])
        if value == text and rule != "h1":  # a tail that no other witness has is the site's
            for cut in _BREAK.finditer(text):
                start = key(text[: cut.start()])
                if len(start) > 12 and any(start == other for m, other in enumerate(keys) if m != n):
                    value = text[: cut.start()].strip()
                    break
        cleaned.append((rule, value))
    if not cleaned:
        return None
    votes: dict[str, float] = {}
    for rule, value in cleaned:
        votes[key(value)] = votes.get(key(value), 0.0) + (1.05 if rule == "title" else 1.0)
    if printed and len(votes) > 1 and len(votes) == len(cleaned):  # all differ: what readers see
        winner = key(printed.text)
    else:
        winner = max(votes, key=lambda k: votes[k])
    block = printed.index if printed else -1
    if printed and key(printed.text) == winner:
        spaced = max((v for _, v in cleaned if key(v) == winner), key=lambda v: v.count(" "))
        if spaced.count(" ") > printed.text.count(" ") and spaced.casefold().replace(" ", "") == (
            printed.text.casefold().replace(" ", "")
        ):
            return Choice(spaced, "json-ld:headline", printed.text, block)
        return Choice(printed.text, seen.boxes[printed.box].tag, printed.text, block)
    rule, value = next((r, v) for r, v in cleaned if key(v) == winner)
    if rule == "title" and not printed and not said:
        cuts = list(_BREAK.finditer(head.title))
        if cuts:
            value = max((head.title[: cuts[-1].start()], head.title[cuts[0].end() :]), key=len).strip()
    return Choice(value, rule, value, block)


_SITE = re.compile(
    r"^\W*(?:cổng|trang)\s+(?:thông tin|tin|TTĐT)|^\W*(?:website|trang chủ|TTTĐT|cổng TTĐT|trang TTĐT|UBND|ủy ban nhân dân"
    r"|sở|báo|home|trang thông tin|cổng giao tiếp|hệ thống)\b(?!.{60})",
    re.I,
)


def is_site_name(text: str) -> bool:
    """Whether *text* is what a portal calls itself rather than a headline.

    >>> is_site_name("Cổng thông tin điện tử huyện Cư Jút"), is_site_name("Cổng chào mới của huyện")
    (True, False)
    """
    return len(text) < 110 and _SITE.search(text) is not None


_TITLE = Hint.TITLE.value
_ELSEWHERE = (Hint.NAV | Hint.FOOTER | Hint.OVERLAY | Hint.RELATED | Hint.COMMENT | Hint.SIDE | Hint.AD).value


def _slug(url: str) -> frozenset[str]:
    """Words of the last telling part of the address, without marks."""
    path = urlsplit(url).path.rstrip("/")
    for part in reversed(path.split("/")):
        words = [w for w in _SLUG.split(unaccent(unquote(part)).removesuffix(".html")) if len(w) > 1 and not w.isdigit()]
        if len(words) >= 4:
            return frozenset(words)
    return frozenset()


def _agreement(slug: frozenset[str], text: str) -> float:
    """How far a text and the words of an address are the same, 0 to 1."""
    words = {w for w in _SLUG.split(unaccent(text)) if len(w) > 1 and not w.isdigit()}
    if not words:
        return 0.0
    return len(words & slug) / max(len(words), len(slug))


def _sentences_after(blocks: list[Block]) -> list[int]:
    """For each block how many blocks lie between it and the next paragraph of sentences."""
    distance = [999] * len(blocks)
    last = 999
    for i in range(len(blocks) - 1, -1, -1):
        distance[i] = last
        block = blocks[i]
        if len(block.text) - block.linked >= 120:
            last = 0
        elif last < 999:
            last += 1
    return distance


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


# --- date ----------------------------------------------------------------------------------------------------------

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")


def machine_date(text: str) -> DateReading | None:
    """An ISO 8601 moment of metadata, as EDTF."""
    found = _ISO.search(text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    if not 1990 <= year <= 2100:
        return None
    edtf = when.isoformat()
    precision = "day"
    if found[4] and int(found[4]) < 24:
        edtf += f"T{found[4]}:{found[5]}:{found[6] or '00'}"
        precision = "second" if found[6] else "minute"
        zone = found[7]
        if zone:
            edtf += zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return DateReading(found[0], edtf, when, when, precision, found.span())  # type: ignore[arg-type]


# --- byline --------------------------------------------------------------------------------------------------------


def said_authors(head: Head) -> list[str]:
    """Names of authors in metadata."""
    names: list[str] = []
    values = head.thing("author") or []
    for value in values if isinstance(values, list) else [values]:
        if isinstance(value, dict):
            value = value.get("name")
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, str) and name.strip() and not name.startswith("http"):
                names.append(" ".join(name.split()))
    if not names:
        for name in head.metas.get("author", []) + head.metas.get("article:author", []):
            if name and not name.startswith("http"):
                names.append(name)
    return list(dict.fromkeys(names))


__all__ = ["Choice", "Head", "find_title", "is_name", "key", "machine_date", "read_head", "said_authors"]
