"""What the pages of the reading room show, as plain values: differences, citations, timelines."""

from __future__ import annotations

import calendar
import difflib
import mimetypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from archiver.vietnamese.edtf import Language, days, held, spoken

_TEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_{}"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)
_URL = "!#$%&'()*+,-./:;=?@[]_~"  # an address in BibTeX stands as it is, but for what would end its field
_LONGEST = 6_000  # words of a text that are compared one by one; beyond, the cost grows with the square


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that two revisions share, or that only one has."""

    kind: str
    """same, deleted, inserted"""
    text: str


def changes(before: str, after: str) -> list[Change]:
    """The words of *before* and *after*, in order, those that differ apart.

    >>> [(c.kind, c.text) for c in changes("họp sáng 5/8", "họp chiều 5/8")]
    [('same', 'họp '), ('deleted', 'sáng'), ('inserted', 'chiều'), ('same', ' 5/8')]
    """
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    if len(old) > _LONGEST or len(new) > _LONGEST:
        old, new = (text.splitlines(keepends=True) for text in (before, after))
    out: list[Change] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            out.append(Change("same", "".join(old[a:b])))
        else:
            out += [Change("deleted", "".join(old[a:b]))] if b > a else []
            out += [Change("inserted", "".join(new[c:d]))] if d > c else []
    return out


def history(revisions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """*revisions*, oldest first, as the newest first, each ('record') with the 'changes' from the one before it."""
    shown: list[dict[str, Any]] = []
    before: str | None = None
    for revision in revisions:
        text = "\n".join(filter(None, (revision["title"], revision["lead"], revision["body"])))
        shown.append(
            {"record": revision, "changes": changes(before, text) if before is not None and before != text else []}
        )
        before = text
    return shown[::-1]


def file_name(name: str, media_type: str | None) -> str:
    """*name* as the name of a file: no folders, no control characters, at most 120 bytes, its ending kept.

    >>> file_name("../../Công văn số 5.pdf", None), file_name("Quyết định ngày 05.8.2024", "application/pdf")
    ('Công văn số 5.pdf', 'Quyết định ngày 05.8.2024.pdf')
    """
    name = (
        re.sub(r'[\x00-\x1f\x7f/\\":*?<>|]+', "_", name.split("?")[0].rstrip("/").rsplit("/", 1)[-1]).strip(". ")
        or "file"
    )
    stem, dot, ending = name.rpartition(".")
    if not dot or not re.fullmatch(r"(?=.*[a-z])[a-z0-9]{1,8}", ending, re.I):
        stem, ending = name, (mimetypes.guess_extension(media_type or "") or "").lstrip(".")
    kept = stem.encode()[:120].decode("utf-8", "ignore")
    return f"{kept}.{ending}" if ending else kept


_PICTURE = re.compile(r"image/(?:png|jpeg|gif|webp|avif|x-icon|bmp|vnd\.microsoft\.icon)")


def media_type(content_type: str | None) -> str:
    """The type alone, without charset: 'image/png'."""
    return (content_type or "").split(";")[0].strip().lower()


def is_picture(content_type: str | None) -> bool:
    """Whether a browser may show it as a picture: SVG is a program, and is none."""
    return bool(_PICTURE.fullmatch(media_type(content_type)))


def timeline(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The dates that the text names, in order of time; those without a year last."""
    named = {d["edtf"]: d for d in reversed(record.get("dates") or [])}
    return sorted(named.values(), key=lambda d: (d.get("start") or d.get("end") or "9999", d["edtf"]))


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a calendar of articles."""

    year: str
    articles: int
    link: str
    months: list[tuple[str, int, str]]
    """Of January to December: EDTF, number of articles, address of their list ('' where there are none)."""
    whole: int
    """Articles whose date names no month."""


def calendar_of(counts: list[tuple[str, int]], link: Callable[[str, str], str]) -> list[Year]:
    """*counts* of articles by YYYYMM (YYYY00: no month told) as years, the latest first.

    *link* makes the address of the list of a first and a last day.

    >>> [year] = calendar_of([("201502", 3), ("201500", 1)], "{} to {}".format)
    >>> year.year, year.articles, year.months[1], year.whole
    ('2015', 4, ('2015-02', 3, '2015-02-01 to 2015-02-28'), 1)
    """
    numbers = {key.zfill(6): n for key, n in counts}
    shown = []
    for year in sorted({key[:4] for key in numbers}, reverse=True):
        months = []
        for month in range(1, 13):
            n, edtf = numbers.get(f"{year}{month:02}", 0), f"{year}-{month:02}"
            last = calendar.monthrange(int(year) or 4, month)[1]  # a year 0 is a leap year, as 4 is
            months.append((edtf, n, link(f"{edtf}-01", f"{edtf}-{last}") if n else ""))
        whole = numbers.get(f"{year}00", 0)
        total = whole + sum(n for _, n, _ in months)
        shown.append(Year(year, total, link(f"{year}-01-01", f"{year}-12-31"), months, whole))
    return shown


def day(edtf: str | None, language: Language) -> str:
    """*edtf* as people write it; EDTF itself where people have no short form.

    >>> day("2013-01-25", "vi"), day("2013-01?", "vi"), day("2013-01-25", "en"), day("XXXX-10-05", "vi")
    ('25/01/2013', '01/2013?', '25 January 2013', '05/10')
    >>> day("2018-07/2022-08", "vi"), day("2013-01-25/..", "vi"), day("2025-36", "vi")
    ('07/2018 – 08/2022', 'từ 25/01/2013', 'quý IV/2025')
    """
    return spoken(edtf, language) if edtf else ""


def citations(record: dict[str, Any], address: str) -> dict[str, str | dict[str, Any]]:
    """How to cite *record*, kept at *address*: 'bibtex', 'csl' (CSL-JSON, an object) and 'plain'."""
    authors = list(record.get("authors") or [])
    title = record.get("title") or record["url"]
    published, doubted = _issued(record.get("published") or "")
    captured, publisher = record["fetched_at"][:10], record.get("source") or record["site"]
    digest = record["capture"]["digest"]
    note = f"Archived {captured}, {record['id']} revision {record['revision']}, {digest}"

    def tex(text: str) -> str:
        return text.translate(_TEX)

    fields = [("title", tex(title)), ("author", " and ".join("{" + tex(a) + "}" for a in authors)),
              ("organization", tex(publisher)), ("date", published + doubted),
              ("url", quote(record["url"], safe=_URL)),
              ("urldate", captured), ("note", tex(f"{note}. {address}"))]  # fmt: skip
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    bibtex = f"@online{{{record['id']},\n{lines}\n}}\n"
    csl: dict[str, Any] = {
        "id": record["id"], "type": "webpage", "title": title, "URL": record["url"], "archive": address,
        "archive_location": digest, "container-title": publisher, "language": record.get("language") or "vi",
        "accessed": {"date-parts": [[int(p) for p in captured.split("-")]]}, "note": note,
    }  # fmt: skip
    if authors:
        csl["author"] = [{"literal": a} for a in authors]
    if published:
        csl["issued"] = {"date-parts": [[int(p) for p in published.split("-")]]} | ({"circa": True} if doubted else {})
    who = ", ".join(authors) or record.get("byline") or record["site"]
    when = published + doubted or "n.d."
    plain = f"{who} ({when}). {title}. {record['url']}. {note}. {address}"
    return {"bibtex": bibtex, "csl": csl, "plain": plain}


def _issued(edtf: str) -> tuple[str, str]:
    """What a citation can hold of *edtf*: the day, or the month or year that holds it all, or ''; and its '?' or '~'.

    biblatex knows the mark as EDTF does.

    >>> _issued("2013-01-25?"), _issued("2013-36"), _issued("2013-01-25/2013-01-31"), _issued("XXXX-10-05?")
    (('2013-01-25', '?'), ('2013', ''), ('2013-01', ''), ('', ''))
    """
    first, last = days(edtf)
    said = first.isoformat() if first and first == last else held(edtf)
    return said, edtf[-1] if said and edtf[-1] in "?~%" else ""


def provenance(record: dict[str, Any]) -> Iterator[tuple[str, str, str, list[str]]]:
    """(field, rule, raw print, doubts) of every field of which it is known where it was found, or that has a doubt."""
    doubts: dict[str, list[str]] = {}
    for problem in record.get("problems") or []:
        detail = f"{problem['code']}: {problem['detail']}" if problem.get("detail") else problem["code"]
        doubts.setdefault(problem.get("field") or "", []).append(detail)
    found = record.get("found") or {}
    for name in sorted(found):
        yield name, found[name]["rule"], found[name]["raw"], doubts.pop(name, [])
    for name in sorted(doubts):
        yield name or "—", "", "", doubts[name]
