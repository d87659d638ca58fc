"""Titles that have no address: a LinkButton, a row or a button whose click sends the page's form (ASP.NET WebForms).

What a click would send is worked out as for pagers (`reading.paging`). The article behind it is known by an address of
our own making, that of its list and its title, until the server leads to a better one. Titles behind which nothing at
all was found are named, so that nobody takes the list for complete.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from lxml import etree

from archiver.reading.document import Document, text_of
from archiver.reading.paging import posts, pressed
from archiver.reading.titles import outstanding
from archiver.shapes import Postback
from archiver.vietnamese.text import fold_space

MARK = "__doPostBack"
"""Name of the field that stands for a click in an address of our own making."""
OPENINGS_AT_MOST = 200
_LABEL = re.compile(
    r"^(?:xem(?: tiếp| thêm| chi tiết| tin| bài)?|đọc(?: tiếp| thêm)?|chi tiết|mở|chọn|select|view|detail|more"
    r"|read more)\W*$",
    re.I,
)
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")
_TARGET = ("__EVENTTARGET", "__EVENTARGUMENT")
_DEAD = re.compile(r"^(?:#!?|javascript:\s*(?:void\s*\(?\s*0?\s*\)?|;)?\s*;?)$", re.I)


@dataclass(frozen=True, slots=True)
class Opening:
    """One title, and what a click on it sends."""

    title: str
    post: Postback
    shape: str
    """What is sent, digits as 9: alike for all the titles of a list."""
    day: str
    """As printed beside it; '' where nothing is."""
    number: int = 1
    """Which one of this title and day on its page."""

    def address(self, listing: str) -> str:
        """The address by which it is known, in the list at *listing*.

        >>> Opening("Họp báo quý I", Postback("", "POST", ()), "", "5/1/2024").address("http://a.vn/ds.aspx?c=1")
        'http://a.vn/ds.aspx?c=1&__doPostBack=hop-bao-quy-i-5-1-2024'
        """
        bare = "".join(
            c for c in unicodedata.normalize("NFKD", f"{self.title} {self.day}") if not unicodedata.combining(c)
        )
        slug = re.sub(r"[^a-z0-9]+", "-", bare.casefold().replace("đ", "d")).strip("-")
        if len(slug) > 120:
            slug = f"{slug[:100]}-{hashlib.sha256(slug.encode()).hexdigest()[:8]}"
        slug += f"-{self.number}" if self.number > 1 else ""
        parts = urlsplit(listing)
        return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, f"{MARK}={slug}"))), fragment=""))


def list_behind(url: str) -> str | None:
    """The list in which *url* stands for a click; None where it is an address like others.

    >>> list_behind("http://a.vn/ds.aspx?c=1&__doPostBack=hop-bao"), list_behind("http://a.vn/ds.aspx?c=1")
    ('http://a.vn/ds.aspx?c=1', None)
    """
    if f"{MARK}=" not in url:
        return None
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if not pair.startswith(f"{MARK}=")]
    return urlunsplit(parts._replace(query="&".join(kept))) if len(kept) <= parts.query.count("&") else None


def find_openings(document: Document, known: Collection[str] = ()) -> list[Opening]:
    """The titles of *document* that only a form opens; at least two alike, or alike to those of *known* shapes."""
    found: list[tuple[etree._Element, str, Postback, str]] = []
    for element in document.elements:
        if element.tag not in ("a", "tr", "td", "li", "div", "span", "input", "button", "h2", "h3", "h4"):
            continue
        button = element.tag == "input" or (element.tag == "button" and element.get("name"))
        click = f"{element.get('href') or ''} {element.get('onclick') or ''}"
        if "PostBack" not in click and not (button and (element.get("type") or "submit") in ("submit", "image")):
            continue
        title = _title(element)
        post = (posts(document, element) or pressed(document, element)) if title else None
        if post is None:
            continue
        sent = dict(post.fields)
        what = [sent.get(name, "") for name in _TARGET] if "PostBack" in click else [element.get("name") or ""]
        found.append((element, title, post, re.sub(r"\d+", "9", " ".join(what))))
    alike = Counter(shape for shape, _ in {(shape, title) for _, title, _, shape in found})
    times: Counter[tuple[str, str]] = Counter()
    openings = []
    for element, title, post, shape in found:
        if alike[shape] < 2 and shape not in known:
            continue
        day = _day(element)
        times[title, day] += 1
        openings.append(Opening(title, post, shape, day, times[title, day]))
    return openings[:OPENINGS_AT_MOST]


def _title(element: etree._Element) -> str:
    """The title that a click on *element* would open; '' where it opens none."""
    if element.tag == "input":
        said = fold_space(element.get("value") or element.get("alt") or element.get("title") or "")
    else:
        said = fold_space(text_of(element))
    if element.tag in ("a", "span", "h2", "h3", "h4", "button") and said.count(" ") >= 3 and len(said) >= 15:
        return said[:300]
    row = element.tag in ("tr", "td", "li", "div") and bool(element.get("onclick"))
    if not row and not _LABEL.match(said):
        return ""
    container: etree._Element | None = element
    if not row:
        container = next(element.iterancestors("tr", "li", "article", "div"), None)
    return outstanding(container)[:300] if container is not None else ""


def _day(element: etree._Element) -> str:
    up: etree._Element | None = element
    for _ in range(4):
        if up is None or up.tag in ("body", "form", "table", "tbody", "ul"):
            return ""
        days: set[str] = set(_DAY.findall(text_of(up)))
        if len(days) == 1:
            return days.pop()
        if days:
            return ""
        up = up.getparent()
    return ""


def dead_titles(document: Document) -> list[str]:
    """Titles of *document* that are made like links, and lead nowhere that we can tell: three and more, or none."""
    linked: set[str] = set()
    dead: dict[str, None] = {}
    for element, text in document.anchors:
        href = (element.get("href") or "#").strip()
        if text.count(" ") < 4 or len(text) < 25:
            continue
        if not _DEAD.match(href) and not (href.lower().startswith("javascript:") and "PostBack" not in href):
            linked.add(text)
        elif not any(
            name.startswith(("data-toggle", "data-bs-", "aria-controls")) for name in map(str, element.attrib)
        ):
            dead[text] = None
    left = [text for text in dead if text not in linked]
    return left if len(left) >= 3 else []
