"""Title, date and byline: candidates from the page and from its metadata, chosen by written rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lxml.etree import _Element

from archiver.reading.blocks import Block, Hint, Survey
from archiver.shapes import DateReading
from archiver.vietnamese.bylines import is_name


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


def find_title(seen: Survey, head: Head, first: int, last: int, away: list[int]) -> Choice | None:
    """The headline; blocks *first* to *last* are those of the box that holds the text."""
    site = head.meta("og:site_name", "application-name")
    said = [t for t in (head.meta("og:title"), _text(head.thing("headline")), head.meta("twitter:title")) if t]
    said = [without_site(t, site, []) for t in said]
    keys = [key(t) for t in said]
    page = key(head.title)
    best: tuple[float, Block] | None = None
    levels = {"h1": 2.0, "h2": 1.0, "h3": 0.6, "h4": 0.3}
    for block in seen.blocks:
        if block.index >= last:
            break
        text = block.text
        if len(text) > 400 or len(text) < 6:
            continue
        box = seen.boxes[block.box]
        mine = key(text)
        if not mine:
            continue
        score = 0.0
        for other in keys:
            if other == mine:
                score += 4
            elif len(mine) > 12 and (mine in other or (other in mine and len(other) > 0.6 * len(mine))):
                score += 2
        if page and len(mine) > 8 and (mine in page) and len(mine) > 0.35 * len(page):
            score += 3
        elif page and len(mine) > 20 and page[:40] == mine[:40]:
            score += 2
        hints = box.hints | block.hints
        if box.tag in levels:
            score += levels[box.tag]
        elif hints & Hint.TITLE:
            score += 0.8
        elif not score:
            continue
        if hints & Hint.TITLE:
            score += 0.7
        if away[block.box] & (Hint.NAV | Hint.FOOTER | Hint.OVERLAY | Hint.RELATED | Hint.COMMENT):
            score -= 2.5
        if block.linked > len(text) * 0.7:
            score -= 1.5
        if mine == key(site):
            score -= 6
        if len(text) < 16:
            score -= 0.5
        if block.index > first + 25:
            score -= 2
        if first >= 0 and block.index < first - 60:
            score -= 0.7
        if best is None or score > best[0]:
            best = (score, block)
    if best and best[0] >= 1.7:
        block = best[1]
        return Choice(block.text, seen.boxes[block.box].tag, block.text, block.index)
    if said:
        return Choice(said[0], "og:title" if head.meta("og:title") else "json-ld:headline", said[0])
    if best and best[0] >= 1.0:
        block = best[1]
        return Choice(block.text, seen.boxes[block.box].tag, block.text, block.index)
    if head.title:
        cuts = list(_BREAK.finditer(head.title))
        value = head.title
        if cuts:
            pieces = [head.title[: cuts[-1].start()], head.title[cuts[0].end() :]]
            value = max(pieces, key=len)
        return Choice(value.strip(), "title", head.title)
    return None


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
