"""The items of a page that lists articles, found by their shape and not by their names.

Links that stand at the same place of the same repeated structure form a column: same path of tags and classes from
the root. The page's own column is the one that says most (many links, long titles, dates and summaries beside them)
outside menus, side columns and boxes of what is read most; columns that stand in the same region or have the same
shape belong to it. The rest (side columns, tag clouds, menus) is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate

from lxml import etree

from archiver.reading.beside import DATE, TRAILING_DATE, read_dates, stamp_in, text_before, undated
from archiver.reading.document import UNREAD, Document, bare_address, host_of_address, split_url, text_of
from archiver.reading.titles import (
    AGO,
    ELSEWHERE,
    NO_TITLE,
    NUMBERED,
    OTHERS,
    SIDE_HEADING,
    Link,
    by_cell,
    in_heading,
    label_of,
    outstanding,
    title_of,
    title_rank,
)  # fmt: skip
from archiver.reading.zones import INLINE, UNSHOWN, beside_the_page, link_around, look
from archiver.shapes import ListingItem
from archiver.vietnamese.text import fold_space, unaccent

MOST_LINKS = 20_000
"""Links of a page that are looked at; the longest real list that we know of, a site map, has 5,000."""
_LOOKED_AT = 24  # columns of a page that are measured; its own is among the five largest
_SUMMARY = 100  # words of running text that an item may hold beside its title: more is an article that names another

FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|rtf)(?:$|[?#])|download|taive|tai-ve", re.I).search
_PART_OF_ITEM = frozenset(("tr", "td", "a", "dt", "h2", "h3", "h4", "p", "b", "strong", "span"))
_NOT_A_PAGE = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".ico", ".css", ".js", ".mp3", ".mp4", ".m4a", ".m4v",
    ".avi",     ".wmv", ".flv", ".mov", ".xml", ".rss", ".exe", ".apk",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Column:
    """Links that stand at the same place of a repeated structure."""

    links: list[Link]
    zone: int
    """0 the page itself, 1 a side column, 2 a menu, header or footer."""
    containers: list[etree._Element] = field(default_factory=list)
    """For each link, the element around its item."""
    weight: float = 0.0
    """How much it says."""
    heading: str = ""
    """The short text before it."""
    heading_at: etree._Element | None = None
    """The element that holds that text."""
    leading: bool = False
    """The dates stand before the titles, not below them."""
    running: bool = False
    """The dates stand before the titles in one running line: '20/11/2023: <a>Tin</a><br>'."""
    dated: int = 0
    """How many items have a date beside the title."""
    prose: int = 0
    """Characters beside the titles."""
    top: etree._Element | None = None
    """The smallest element that holds them all."""


class Columns:
    """The links of one page, by structure; everything is worked out once and asked by listings, kinds and paging."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.place = {element: number for number, element in enumerate(document.elements)}
        self._signatures: dict[etree._Element, tuple[int, int]] = {}
        self._headers: dict[str, int] = {}
        self._own = bare_address(document.url)
        self._host = host_of_address(document.url)
        self._called = fold_space(" ".join(text_of(element) for element in document.tags("title")[:1])).lower()
        links = list(self._links())
        self.paragraphs = self._paragraphs()
        self._titles = self._words_held(links)
        self._held = self._mass_held()
        self.columns = self._grouped(links)
        self.main = self._main()
        self.items = self._items()
        self.covered = self._covered()

    # --- links --------------------------------------------------------------------------------------------------

    def _links(self) -> Iterator[Link]:
        document = self.document
        place = self.place
        front = f"http://{self._host}"
        for element, text in document.anchors[:MOST_LINKS]:
            href = element.get("href")
            if not href or href[0] == "#":
                continue
            url = document.absolute(href)
            if url is None or url.lower().endswith(_NOT_A_PAGE):
                continue
            bare = bare_address(url)
            if bare == self._own or bare.rstrip("/") == front:
                continue
            title, named = title_of(element, text)
            if len(title) > 400:
                continue
            borrowed = not title or (len(title) < 60 and bool(NO_TITLE.match(title)))
            if borrowed:
                title = label_of(element)
            words = title.count(" ") + 1 if title else 0
            if words <= 2 and NUMBERED(title):
                title, words, borrowed = "", 0, True  # '123/QĐ-UBND': what the document is about stands beside it
            if words != 1:
                if "#" in url and "#!" not in url and "#/" not in url:
                    url, borrowed = url.partition("#")[0], True  # '…#comments' beside the title
                yield Link(element, url, title, words, place[element], borrowed, named)

    def _paragraphs(self) -> dict[etree._Element, int]:
        """Blocks of running text, and how many characters outside links each has."""
        own: dict[etree._Element, int] = {}
        for element, text in self.document.texts:
            own[element] = own.get(element, 0) + len(text.strip())
        blocks: dict[etree._Element, int] = {}
        self.characters = 0
        for element, size in own.items():
            self.characters += size
            block = element
            linked = False
            while block.tag in INLINE:
                linked = linked or block.tag == "a"
                parent = block.getparent()
                if parent is None:
                    break
                block = parent
            if not linked:
                blocks[block] = blocks.get(block, 0) + size
        self.lines = {block: size for block, size in blocks.items() if size >= 25}
        return {block: size for block, size in blocks.items() if size >= 60}

    def _mass_held(self) -> dict[etree._Element, int]:
        """Words of titles and of running text that each element holds."""
        held = dict(self._titles)
        for block, size in self.paragraphs.items():
            element: etree._Element | None = block
            while element is not None:
                held[element] = held.get(element, 0) + size // 5
                element = element.getparent()
        return held

    def _words_held(self, links: list[Link]) -> dict[etree._Element, int]:
        """How many words of long titles each element holds; that of a picture beside its title is the title again."""
        held: dict[etree._Element, int] = {}
        titled = {link.url for link in links if not link.borrowed}
        counted = ""
        for link in links:
            if link.url == counted:  # 'Xem thêm về <the title>' below the title
                continue
            if link.words >= 5 and not (link.borrowed and link.url in titled):
                counted = link.url
                words = min(link.words, 20)
                element: etree._Element | None = link.element
                while element is not None:
                    held[element] = held.get(element, 0) + words
                    element = element.getparent()
        return held

    def _signature(self, element: etree._Element) -> tuple[int, int]:
        """What the path from the root to *element* looks like, and the zone in which it stands."""
        signatures = self._signatures
        known = signatures.get(element)
        if known is not None:
            return known
        waiting = [element]  # climbed without recursion: pages may be 2,000 levels deep
        above, zone = 0, 0
        for up in element.iterancestors():
            known = signatures.get(up)
            if known is not None:
                above, zone = known
                break
            waiting.append(up)
        for one in reversed(waiting):
            tag = one.tag
            shape, cue = look(tag, one.get("class") or "", one.get("id") or "", one.get("role") or "")
            if cue == 2 and tag == "footer" and any(up.tag == "article" for up in one.iterancestors()):
                cue = 1
            if cue == 2 and tag == "div" and self._of_items(one):
                cue = 0
            if tag != "a" and UNSHOWN.search(one.get("style") or ""):
                zone = 2
            elif cue > zone and (
                self._held.get(one, 0) * 2 <= self._held.get(self.document.root, 0) or self._aside(one)
            ):
                zone = cue
            elif zone == 0 and beside_the_page(one, self._titles, self._held, self.document.root):
                zone = 1
            above = hash((above, shape))
            signatures[one] = above, zone
        return above, zone

    def _of_items(self, element: etree._Element) -> bool:
        """Whether *element* is one of three and more called just header or footer: of items, none the page's own."""
        called = element.get("class") or ""
        if called not in ("header", "footer"):
            return False
        if called not in self._headers:
            self._headers[called] = sum(one.get("class") == called for one in self.document.tags("div"))
        return self._headers[called] >= 3

    def _aside(self, element: etree._Element) -> bool:
        """Whether an `<aside>` stands beside a page with a heading of its own, however much longer its list is."""
        return element.tag == "aside" and any(
            all(up is not element for up in heading.iterancestors()) for heading in self.document.tags("h1")[:5]
        )

    def zone(self, element: etree._Element) -> int:
        """Where *element* stands: 0 the page itself, 1 a side column, 2 a menu, header or footer."""
        return self._signature(element)[1]

    def _grouped(self, links: list[Link]) -> list[Column]:
        groups: dict[tuple[int, int], list[Link]] = {}
        for link in links:
            groups.setdefault(self._signature(link.element), []).append(link)
        columns = []
        self._in_menus = {link.title.lower() for (_, zone), members in groups.items() if zone == 2 for link in members}
        for (_, zone), members in groups.items():
            distinct = {link.title or link.url for link in members}
            if len(members) > 3 and len(distinct) * 3 < len(members):
                continue  # "Tin hoạt động" beside every item
            columns += [Column(part, zone) for part in by_cell(members)]
        self._one_title_each(columns)
        unnamed = [column for column in columns if column.links and not all(link.words for link in column.links)]
        named = {link.title for column in columns for link in column.links if link.words >= 4}
        for column in sorted(unnamed, key=lambda column: bool(FILE(column.links[0].url))):
            self._name(column, named)
        columns = [part for column in columns if column.links for part in self._apart(column)]
        for column in columns:
            titles = {link.url: min(link.words, 18) for link in column.links}
            column.weight = sum(words if words >= 5 else words / 4 for words in titles.values())
            column.weight *= (1.0, 0.35, 0.08)[column.zone]
        columns.sort(key=lambda column: -column.weight)
        self._looked_at = [column for column in columns if column.zone < 2][:_LOOKED_AT] or columns[:3]
        for column in self._looked_at:
            self._measure(column)
        return columns

    def _apart(self, column: Column) -> list[Column]:
        """Where nothing has a class, menus and lists stand at the same path: runs of short links apart from titles,
        and lists in different cells of the page apart from each other."""
        links = column.links
        if len(links) < 4:
            return [column]
        column.top = self._common(links)
        runs: dict[etree._Element | None, list[Link]] = {}
        for link, container in zip(links, self._containers(column), strict=True):
            runs.setdefault(container.getparent(), []).append(link)
        if len(runs) > 1 and sum(len(run) >= 3 for run in runs.values()) >= 2:
            small = [link for run in runs.values() if len(run) < 3 for link in run]
            parts = [run for run in runs.values() if len(run) >= 3] + ([small] if small else [])
        else:
            parts = [links]
        found: list[Column] = []
        for part in parts:
            short = sum(link.words < 5 for link in part)
            if len(part) < 4 or not 2 <= short <= 0.9 * len(part):
                found.append(Column(part, column.zone))
                continue
            menus: list[Link] = []
            lists: list[Link] = []
            within = {id(link) for link in part}
            for run in runs.values():
                mine = [link for link in run if id(link) in within]
                (lists if sum(link.words for link in mine) >= 5.5 * len(mine) else menus).extend(mine)
            found += [Column(some, column.zone) for some in (menus, lists) if some]
        return found

    def _name(self, column: Column, named: set[str]) -> None:
        """Titles for links that say only "Xem chi tiết" or show a picture: what stands out in the item around each."""
        if column.zone == 2 or len(column.links) < 2:
            column.links = [link for link in column.links if link.words]
            return
        column.top = self._common(column.links)
        kept: list[Link] = []
        menus = Counter(link.element.getparent() for link in column.links if 0 < link.words < 4)
        for link, container in zip(column.links, self._containers(column), strict=True):
            if link.words:
                # Where nothing has a class, menus stand at the same path as titles: 'Liên hệ', 'Thủ tục hành chính'.
                if link.words >= 6 or (link.words >= 4 and menus[link.element.getparent()] < 2):
                    kept.append(link)
                continue
            link.title = outstanding(container)
            link.words = link.title.count(" ") + 1 if link.title else 0
            # The document itself beside its page, in one row: the page is the item.
            if link.words >= 4 and link.title not in named:
                kept.append(link)
        column.links = kept
        named.update(link.title for link in kept)

    def _one_title_each(self, columns: list[Column]) -> None:
        """Of several links to one address within one item (title, summary, "Xem chi tiết"), keep the title."""
        best: dict[str, tuple[float, int, Link]] = {}
        for column in columns:
            for link in column.links:
                rank = title_rank(link)
                known = best.get(link.url)
                if known is None or (rank > known[0] and abs(link.place - known[2].place) < 40):
                    best[link.url] = (rank, link.place, link)
        written = {link.title for column in columns for link in column.links if not link.borrowed}
        for column in columns:
            column.links = [
                link
                for link in column.links
                if not (link.borrowed and link.title in written)
                and (best[link.url][2] is link or abs(best[link.url][2].place - link.place) >= 40)
            ]

    def _measure(self, column: Column) -> None:
        links = column.links
        column.top = self._common(links)
        column.containers = self._containers(column)
        column.heading, column.heading_at = self._heading(column)
        looked = min(len(links), 15)
        last = len(links) - 1
        if looked >= 3 and links[0].element is not column.containers[0] and not stamp_in(self._beside(column, last)):
            column.leading = True
            column.leading = all(stamp_in(self._beside(column, number)) for number in (0, 1, last))
        elif looked >= 3 and links[0].element is column.containers[0]:
            edges = (links[0].element, links[1].element, links[last].element)
            column.running = not DATE.search(edges[2].tail or "") and all(
                DATE.search(text_before(one)) for one in edges
            )
        for number in range(looked):
            lines = [line for line in self._beside(column, number) if line != links[number].title]
            if stamp_in(lines) or TRAILING_DATE.search(links[number].title):
                column.dated += 1
            column.prose += min(sum(map(len, lines)), 300)
        column.dated = column.dated * len(links) // looked
        column.prose = column.prose * len(links) // looked
        weight = column.weight
        weight += min(column.prose / 12 * (1.0, 0.35, 0.08)[column.zone], weight)
        weight *= 1 + 0.5 * column.dated / len(links)
        if in_heading(links[0].element):
            weight *= 1.25
        if column.heading:
            if SIDE_HEADING.search(column.heading):
                weight *= 0.4
            elif OTHERS.search(column.heading):
                weight *= 0.7
            elif len(column.heading) > 3 and column.heading.lower() in self._called:
                weight *= 1.3
            elif column.prose < 40 * len(links) and ELSEWHERE.search(column.heading):
                # 'Tin mới', in bare titles or with their days; 'Thông báo' is the name of a section as often
                section = column.heading.lower().startswith("thông báo")
                weight *= (1.0 if column.dated else 0.7) if section else 0.4
        strange = sum(host_of_address(link.url) != self._host for link in links)
        if strange * 2 > len(links):
            weight *= 0.4
        column.weight = weight

    def _common(self, links: list[Link]) -> etree._Element:
        """The smallest element around all *links*."""
        first = links[0].element
        around: list[etree._Element] = [first, *first.iterancestors()]
        reach = len(around) - 1
        order = {element: number for number, element in enumerate(around)}
        at = 0
        for link in (links[-1], *links[1:-1][:60]):
            element: etree._Element | None = link.element
            while element is not None and element not in order:
                element = element.getparent()
            at = max(at, order[element] if element is not None else reach)
        if at == 0 and len(around) > 1:
            at = 1
        return around[at]

    def _containers(self, column: Column) -> list[etree._Element]:
        """For each link the largest element around it that holds no other link of the column."""
        links = column.links
        found = []
        if len(links) == 1:
            element = links[0].element
            alone = self._titles.get(element, 0)
            for up in element.iterancestors():
                titles = self._titles.get(up, 0)
                if titles > alone or up.tag == "body" or self._held.get(up, 0) - titles > _SUMMARY:
                    break
                element = up
            return [element]
        for number, link in enumerate(links):
            before = links[number - 1].place if number else -1
            after = links[number + 1].place if number + 1 < len(links) else len(self.place)
            element = link.element
            for up in element.iterancestors():
                if up is column.top or self.place[up] <= before or self.end(up) > after:
                    break
                element = up
            found.append(element)
        return found

    def end(self, element: etree._Element) -> int:
        """Number of the element after the last one within *element*."""
        up: etree._Element | None = element
        while up is not None:
            following = up.getnext()
            while following is not None and following not in self.place:
                following = following.getnext()
            if following is not None:
                return self.place[following]
            up = up.getparent()
        return len(self.place)

    def _span(self, column: Column, number: int) -> tuple[int, int]:
        """From where to where an item reaches, rows of a table below its title included."""
        container = column.containers[number]
        begin, end = self.place[container], self.end(container)
        if column.leading:  # the date stands before the title
            earlier = self.end(column.containers[number - 1]) if number else begin - 4
            begin = max(0, earlier, begin - 12)
            return begin, min(end, begin + 120)
        if len(column.links) > 1 and container.tag in _PART_OF_ITEM:
            if number + 1 < len(column.containers):
                end = max(end, self.place[column.containers[number + 1]])
            else:
                before = self.place[column.containers[number - 1]]
                assert column.top is not None
                end = max(end, min(begin + (begin - before), self.end(column.top)))
        return begin, min(end, begin + 120)

    def _beside(self, column: Column, number: int) -> list[str]:
        """The text of an item without its title, line by line: a line ends with its block or at a break."""
        container = column.containers[number]
        link = column.links[number]
        if column.running:
            return [fold_space(text_before(link.element))]
        begin, end = self._span(column, number)
        titled = link.element if link.named is None else link.named
        skip_from, skip_to = self.place[titled], self.end(titled)
        lines: list[str] = []
        parts: list[str] = []
        elements = self.document.elements
        for place in range(begin, end):
            element = elements[place]
            before = element.getprevious() if parts else None
            if parts and (element.tag not in INLINE or (before is not None and before.tag not in INLINE)):
                lines.append(fold_space(" ".join(parts)))
                parts.clear()
            if not skip_from <= place < skip_to and element.tag not in UNREAD:
                if element.text:
                    parts.append(element.text)
                if element.tag == "time" and element.get("datetime") and not DATE.search(element.text or ""):
                    lines.append((element.get("datetime") or "")[:16])
            if element.tail and element is not container and not skip_from < place < skip_to:
                if element.tag not in INLINE and parts and len(element) == 0:
                    lines.append(fold_space(" ".join(parts)))
                    parts.clear()
                parts.append(element.tail)
        if container is link.element and container.tail:
            parts.append(container.tail)  # '<a>Tin</a> (25/01/2013)<br>'
        if parts:
            lines.append(fold_space(" ".join(parts)))
        return [line for line in lines if line]

    def _heading(self, column: Column) -> tuple[str, etree._Element | None]:
        """The short text that stands before the column, such as "Tin nổi bật"."""
        elements = self.document.elements
        begin = self.place[column.containers[0]]
        for place in range(begin - 1, max(begin - 25, -1), -1):
            element = elements[place]
            text = element.text
            if text and element.tag not in ("script", "style", "option"):
                text = fold_space(text)
                if len(text) > 2:
                    return (text, element) if len(text) < 70 else ("", None)
        return "", None

    # --- the page's own column -------------------------------------------------------------------------------------

    def _main(self) -> Column | None:
        real = [
            column
            for column in self._looked_at
            if column.zone < 2 and sum(link.words for link in column.links) >= 4 * len(column.links)
        ]
        return max(real, key=lambda column: column.weight, default=None)

    def _items(self) -> list[tuple[Column, int]]:
        """The items: of the main column, and of those that belong to it, in the page's order."""
        main = self.main
        if main is None:
            return []
        chosen = [column for column in self._looked_at if column is main or self._belongs(column, main)]
        seen: set[str] = set()
        found = []
        for column in sorted(chosen, key=lambda column: column is not main):  # the main column's word for a title first
            sections = self._sections(column)
            for number, link in enumerate(column.links):
                if link.url not in seen and link not in sections and (column is main or link.words >= 4):
                    seen.add(link.url)
                    found.append((column, number))
        return sorted(found, key=lambda pair: pair[0].links[pair[1]].place)

    def _sections(self, column: Column) -> list[Link]:
        """Links to sections among those to articles: short, their address says no more than their title, and no day
        stands beside them."""
        found = []
        for number, link in enumerate(column.links):
            if link.words <= 3:
                slug = re.sub(r"\.\w{2,5}$", "", split_url(link.url).path.rstrip("/").rpartition("/")[2])
                if slug and slug.lower() == unaccent(link.title).replace(" ", "-"):
                    if link.title.lower() not in self._in_menus and stamp_in(self._beside(column, number)):
                        continue  # 'Tết trồng cây' and its day
                    found.append(link)
        return found if len(found) * 3 < len(column.links) else []

    def _belongs(self, column: Column, main: Column) -> bool:
        """Whether *column* is of the page's own list, too: a lead story set larger, a second block, a plain tail."""
        if column.zone > main.zone or (column.heading and SIDE_HEADING.search(column.heading)):
            return False
        average = sum(link.words for link in column.links) / len(column.links)
        if average < 5 or not self._alike(column, main):
            return False
        if len(column.links) == 1 and not (in_heading(column.links[0].element) or average >= 6):
            return False
        if self._announced_apart(column, main):
            return False
        if self._same_shape(column, main):
            return True
        if not self._near(column, main):
            return False
        return not OTHERS.search(column.heading) or self._continues(column, main)

    def _announced_apart(self, column: Column, main: Column) -> bool:
        """Whether a short line of its own announces *column* as something else than the main one ("Tin mới nhất")."""
        heading, at = column.heading, column.heading_at
        if at is None or len(column.links) < 3 or heading == main.heading:
            return False
        if heading.lower() in self._called and not ELSEWHERE.search(heading):
            return False
        if (
            OTHERS.search(heading)
            or DATE.search(heading)
            or AGO.search(heading)
            or NO_TITLE.match(heading)
            or self.zone(at) == 2
        ):
            return False
        if self._equal(column, main):
            return False
        said, first, last = self.place[at], column.links[0].place, column.links[-1].place
        if first < main.links[-1].place:  # above, where the heading may be that of the page
            if last > main.links[0].place:
                return False
            box = next((up for up in (at, *at.iterancestors()) if self.place[up] <= said and last < self.end(up)), None)
            if box is not None and main.links[0].place < self.end(box):
                return main.heading_at is not None and self.place[main.heading_at] > last
            return True
        spans = (self._span(main, number) for number in range(len(main.links)))
        return not any(begin <= said < end for begin, end in spans)

    def _equal(self, column: Column, main: Column) -> bool:
        """Whether both are blocks of the page's section: of one make, each headed by a part of it, not by its name."""
        mine, theirs = column.heading_at, main.heading_at
        if mine is None or theirs is None or ELSEWHERE.search(column.heading):
            return False
        alike = self._signature(mine) == self._signature(theirs)
        if not alike or self._signature(column.links[0].element) != self._signature(main.links[0].element):
            return False
        addresses = [self._leads_to(at) for at in (mine, theirs)]
        return all(address is not None and bare_address(address) != self._own for address in addresses)

    def _leads_to(self, element: etree._Element) -> str | None:
        """The address of the link that *element* is or is in."""
        link = link_around(element)
        return self.document.absolute(link.get("href") or "") if link is not None else None

    def _same_shape(self, column: Column, main: Column) -> bool:
        def shape(one: Column) -> list[str]:
            element = one.links[0].element
            around = [element, *element.iterancestors()][:3]
            return [look(up.tag, up.get("class") or "", "", "")[0] for up in around]

        mine, theirs = shape(column), shape(main)
        if mine == theirs:
            return any("." in part for part in mine)
        # The lead stories above the list, framed otherwise but titled alike: the same heading with the same class.
        above = column.links[0].place < main.links[0].place
        return above and mine[:2] == theirs[:2] and mine[1].startswith("h.")

    def _near(self, column: Column, main: Column) -> bool:
        """Whether *column* stands in the region of the main one: at most three levels above a run of its items."""
        first, last = column.links[0].place, column.links[-1].place
        for run in dict.fromkeys(container.getparent() for container in main.containers):
            region = run
            for _ in range(4):
                if region is None or region.tag in ("body", "html", "form"):
                    break
                if self.place[region] <= first and last < self.end(region):
                    return True
                region = region.getparent()
        return False

    def _continues(self, column: Column, main: Column) -> bool:
        """Whether a column under "Tin khác" goes on where the main one ends: dates descend, and none is newer."""

        def days(one: Column) -> list[date]:
            raws = [
                undated(link.title, True)[1] or stamp_in(self._beside(one, number))
                for number, link in enumerate(one.links)
            ]
            return [reading.start for reading in read_dates(raws) if reading is not None and reading.start is not None]

        ours, theirs = days(column), days(main)
        if not ours and not theirs:
            return True
        return bool(ours and theirs) and ours == sorted(ours, reverse=True) and ours[0] <= theirs[-1]

    def _alike(self, column: Column, main: Column) -> bool:
        """Whether most of the addresses are of the host to which the main column leads."""
        host = Counter(host_of_address(link.url) for link in main.links).most_common(1)[0][0]
        return sum(host_of_address(link.url) == host for link in column.links) * 2 > len(column.links)

    def apart(self) -> list[tuple[int, int]]:
        """From where to where the other lists reach that are headed and summarised: sections of a front page."""
        mine = {id(column) for column, _ in self.items}
        return sorted(
            self._span(column, number)
            for column in self._looked_at
            if id(column) not in mine and len(column.links) >= 3 and in_heading(column.links[0].element)
            for number in range(len(column.links))
        )

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        """The items' beginnings in order, and for each how far those up to it reach."""
        spans = sorted(self.covered)
        return [begin for begin, _ in spans], list(accumulate((end for _, end in spans), max))

    def lists(self, element: etree._Element) -> bool:
        """Whether *element* stands within an item of the page's list."""
        place = self.place[element]
        begins, reaches = self._spans
        at = bisect_right(begins, place)
        return at > 0 and place < reaches[at - 1]

    def _covered(self) -> list[tuple[int, int]]:
        return sorted(self._span(column, number) for column, number in self.items)

    # --- what they say ---------------------------------------------------------------------------------------------

    def listed(self) -> tuple[ListingItem, ...]:
        """The items with the dates beside them."""
        found: list[tuple[str, str, str | None]] = []
        for column, number in self.items:
            link = column.links[number]
            title, raw = undated(link.title, column.dated * 2 < len(column.links))
            if raw is None:
                raw = stamp_in(self._beside(column, number))
            found.append((title, link.url, raw))
        dates = read_dates([raw for _, _, raw in found])
        return tuple(ListingItem(title, url, date) for (title, url, _), date in zip(found, dates, strict=True) if title)
