"""What was seen of a page, once: what its kind is told by, whether it is content or a broken page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast
from urllib.parse import unquote

from lxml import etree

from archiver.reading.beside import stamp_in
from archiver.reading.columns import FILE, Column, Columns
from archiver.reading.document import Document, split_url, text_of
from archiver.reading.paging import Paging
from archiver.reading.titles import ASIDE, ELSEWHERE, RELATED
from archiver.reading.zones import link_around, look
from archiver.vietnamese.text import fold_space, unaccent

TITLE_PARTS = re.compile(r"\s[-–—|»:•]\s").split
_SENTENCE_END = re.compile(r".{24,}[.!?…:]\s*$", re.S).match


@dataclass(slots=True)
class Facts:
    """What was seen of a page, once."""

    title: str
    heading: str
    heading_own: bool
    """A heading that is no link and that the title begins with or the address is made of."""
    slugged: bool
    """That the address is made of the heading's words."""
    titled: bool
    """A heading, of whatever length, that is the page's title or a part of it between its dashes."""
    prose: int
    """Characters in paragraphs outside the items of lists."""
    spoken: int
    """The same with lines of 25 characters and more that end as sentences do."""
    longest: int
    above: int
    """Characters of such paragraphs above the first item of the page's list."""
    images: int
    shown: int
    """Documents that it shows in frames of its own."""
    passwords: int
    fields: int
    """Fields for a visitor's own words."""


def read_facts(document: Document, columns: Columns) -> Facts:
    """Look at a page once."""
    covered = sorted([*columns.covered, *columns.apart()])
    at = prose = longest = above = spoken = 0
    first = columns.items[0][0].links[columns.items[0][1]].place if columns.items else len(document.elements)
    for block, size in columns.lines.items():  # in document order, but for blocks whose first text is a tail
        place = columns.place[block]
        while at + 1 < len(covered) and covered[at][1] <= place:
            at += 1
        if columns.zone(block) or any(begin <= place < end for begin, end in covered[max(0, at - 1) : at + 2]):
            continue
        if size < 60:
            spoken += size if _SENTENCE_END(_start(block)) else 0
            continue
        prose += size
        spoken += size
        above += size if place < first else 0
        longest = max(longest, size)
    title = ""
    for element in document.tags("title"):
        title = fold_space(text_of(element))
        if title:
            break
    heading, heading_own = _heading(document, columns, title)
    plain = plain_words(heading)
    slugged = heading_own and _made_of(slug_of(document.url), plain)
    titled = bool(plain) and any(plain_words(part) == plain for part in (title, *TITLE_PARTS(title)))
    fields = sum(1 for field in document.tags("textarea") if columns.zone(field) == 0)
    if fields:
        fields += sum(
            (field.get("type") or "text").lower() in ("text", "email", "tel", "file") and columns.zone(field) == 0
            for field in document.tags("input")
        )
    images = len(document.tags("img"))
    groups = {
        field.get("name")
        for field in document.tags("input")
        if (field.get("type") or "").lower() in ("radio", "checkbox") and columns.zone(field) == 0
    }
    if len(groups) >= 3:
        fields += len(groups)
    return Facts(
        title,
        heading,
        heading_own,
        slugged,
        titled,
        prose,
        spoken,
        longest,
        above,
        images,
        _shown(document, columns),
        _passwords(document),
        fields,
    )


def _heading(document: Document, columns: Columns, title: str) -> tuple[str, bool]:
    """The page's heading, and whether title or address say that it is the page's own."""
    plain_title = plain_words(title)
    slug = slug_of(document.url)
    items = {id(column.links[number].element) for column, number in columns.items}

    def listed(element: etree._Element) -> bool:
        return any(id(inner) in items for inner in element.iter("a"))

    def own(candidates: list[etree._Element]) -> str:
        for element in candidates:
            text = fold_space(_start(element))
            if not 8 <= len(text) <= 300:
                continue
            plain = plain_words(text)
            words = plain.count(" ") + 1
            titled = _begin_alike(plain_title, plain)
            if words >= 5 and (titled or _made_of(slug, plain)) and not listed(element):
                return text
        return ""

    titles = [element for name in ("h1", "h2", "h3", "h4") for element in document.tags(name)[:60]]
    found = own(titles)
    if not found and ("itle" in document.text or "ieude" in document.text):
        found = own(
            [
                element
                for name in ("div", "p", "span", "td", "b", "strong", "a")
                for element in document.tags(name)
                if (called := element.get("class")) and ("itle" in called or "ieude" in called or "ieu-de" in called)
            ][:80]
        )
    if not found and len(title) >= 20:  # old pages set their headings in <font> and <b>
        for element, text in document.texts:
            line = fold_space(text) if 20 <= len(text) <= 400 else ""
            if len(line) < 20 or line[:8].lower() != title[:8].lower():
                continue
            plain = plain_words(line)
            if plain.count(" ") < 4 or not _begin_alike(plain_title, plain):
                continue
            if columns.zone(element) == 0 and link_around(element) is None:
                found = line
                break
    if found:
        return found, True
    for element in titles:
        text = fold_space(_start(element))
        if 8 <= len(text) <= 300 and columns.zone(element) == 0 and not listed(element):
            return text, False
    return "", False


def _begin_alike(title: str, heading: str) -> bool:
    """Whether a page's title begins with its heading, or a heading of several words with a title that is cut short."""
    if title.startswith(heading[:60]) and len(heading) > 20:
        return True
    return len(title) > 20 and title.count(" ") >= 4 and heading.startswith(title + " ")


def _start(element: etree._Element) -> str:
    """The text of *element*, or its first 400 characters: headings that are never closed hold the rest of the page."""
    parts: list[str] = []
    size = 0
    for part in cast("Iterator[str]", element.itertext()):
        parts.append(part)
        size += len(part)
        if size > 400:
            break
    return "".join(parts)


def plain_words(text: str) -> str:
    """*text* as bare words: lower case, no accents, nothing but letters and digits."""
    return re.sub(r"[^a-z0-9]+", " ", unaccent(text)).strip()


def slug_of(url: str) -> str:
    """The words of the part of an address that has most of them."""
    parts = [part for part in unquote(split_url(url).path).split("/") if part]
    longest = max(parts, key=lambda part: part.count("-"), default="")
    return plain_words(re.sub(r"\.\w{2,5}$", "", longest))


def _made_of(slug: str, plain: str) -> bool:
    """Whether an address is made of a heading's words (five of the first eight, in any order)."""
    words = plain.split()[:8]
    have = set(slug.split())
    return len(words) >= 5 and sum(word in have for word in words) >= min(len(words), 6) - 1


def _shown(document: Document, columns: Columns) -> int:
    """How many documents are shown within the page: PDFs in frames, viewers of them."""
    return sum(
        bool(FILE(frame.get("src") or frame.get("data") or "")) and columns.zone(frame) == 0
        for name in ("iframe", "embed", "object")
        for frame in document.tags(name)
    )


def _passwords(document: Document) -> int:
    return sum((field.get("type") or "").lower() == "password" for field in document.tags("input"))


def own_list(columns: Columns, facts: Facts, paging: Paging) -> float:
    """How far the page's list is its own, 0.3 to 1: every page has bare lists of the newest or the most read."""
    main = columns.main
    if main is None or paging.next is not None or paging.numbers >= 2 or paging.total is not None:
        return 1.0
    if not main.dated and ASIDE.search(main.heading) and main.heading.lower() not in facts.title.lower():
        return 0.3
    called = f"{facts.title} {facts.heading}".lower()
    if ELSEWHERE.search(main.heading) and main.heading.lower() not in called:
        told = facts.spoken >= 250 or (facts.spoken >= 60 and stamped(columns.document, columns))
        if told or facts.fields or set_by_hand(columns.document, columns):
            return 0.3  # 'TIN MỚI' in a box that nothing marks, beside a text or a form
    if _headed_elsewhere(columns, main, facts.title):
        return 0.3
    many = len(columns.items)
    if RELATED.search(main.heading) and len({id(column) for column, _ in columns.items}) < 2:
        return 0.5  # 'Các tin đã đưa', and no newer ones above them
    bare = not main.dated and not main.prose
    if (
        bare
        and facts.prose >= 250
        and main.top is not None
        and any(map(_called_aside, (main.top, *main.top.iterancestors())))
    ):
        return 0.4  # a long menu, though it holds most of the page's words
    if bare and facts.above >= 250 and many < 12:
        return 0.6  # a text, and titles below it
    headed = facts.heading_own or facts.titled or ELSEWHERE.search(main.heading)
    if main.zone and headed and main.heading.lower() not in facts.title.lower():
        return 0.3  # the newest at the side, with their days, of a page that is headed as something else
    if main.dated * 3 > len(main.links) or main.prose > 40 * len(main.links) or many >= 12:
        return 1.0
    if len({id(column) for column, _ in columns.items}) >= 2:
        return 1.0
    heading = main.heading.lower()
    called = facts.title.lower()
    if facts.heading != main.heading or main.heading_at is None or main.heading_at.tag in ("h1", "h2"):
        called += " " + facts.heading.lower()
    if main.zone == 0 and ((heading and heading in called) or (not heading and many >= 6)):
        return 1.0
    announced = bool(heading) and heading not in called
    if main.zone == 0 and heading.startswith("thông báo") and many >= 6 and not facts.spoken:
        return 1.0  # the name of a section as often as of a box beside one
    if main.zone or ELSEWHERE.search(main.heading):
        return 0.3
    if announced and many < 8:
        return 0.5
    return 1.0


def _headed_elsewhere(columns: Columns, main: Column, title: str) -> bool:
    """Whether the page's heading stands above a sentence or a form in a box beside that of its list, which is headed
    as something else: of two columns that nothing marks the one with the page's title is the page.
    """
    at, top = main.heading_at, main.top
    parts = {plain_words(part) for part in (title, *TITLE_PARTS(title))} - {""}
    if at is None or top is None or plain_words(main.heading) in parts:
        return False
    around = {top, *top.iterancestors()}
    for element, text in columns.document.texts:
        if (
            len(text) > 200
            or plain_words(text) not in parts
            or columns.zone(element)
            or link_around(element) is not None
        ):
            continue
        branch = element
        while (parent := branch.getparent()) is not None and parent not in around:
            branch = parent
        if branch in around or parent is top or branch is at or any(up is branch for up in at.iterancestors()):
            continue
        said = (fold_space(line) for line in cast("Iterator[str]", branch.itertext()))
        if any(len(line) >= 40 and _SENTENCE_END(line) for line in said) or branch.find(".//textarea") is not None:
            return True
    return False


def _called_aside(element: etree._Element) -> bool:
    return look(element.tag, element.get("class") or "", element.get("id") or "", "")[1] > 0


def stamped(document: Document, columns: Columns) -> bool:
    """Whether a date stands above a paragraph of the page's own, or below its end."""
    since, run = 99, 0
    last: etree._Element | None = None
    for element, text in document.texts:
        since += 1
        if columns.zone(element) or columns.lists(element):
            continue
        line = fold_space(text)
        run = run + len(line) if element is last else len(line)  # verse, and lists set by hand
        last = element
        if len(line) <= 60 and stamp_in([line]):
            since, run = 0, 0
        elif (run >= 60 or (run >= 40 and line[-1:] == ".")) and since <= (4 if run == len(line) else 8):
            return True
    return False


def set_by_hand(document: Document, columns: Columns) -> bool:
    """Whether right below a date five lines and more stand that are no links: names, prices, a timetable."""
    since, lines, size = 99, 0, 0
    for element, text in document.texts:
        line = fold_space(text)
        if not line or columns.zone(element) or columns.lists(element):
            continue
        since += 1
        if len(line) <= 60 and stamp_in([line]):
            since = lines = size = 0
        elif since <= 4 + 2 * lines and link_around(element) is None:
            lines, size = lines + 1, size + len(line)
            if lines >= 5 and size >= 100:
                return True
    return False
