"""What stands around the text: other news, pictures with their captions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial

from archiver.reading.blocks import Anchor, Block, Box, Survey, path_of
from archiver.reading.body import IMPRINT, MORE, Place, Text
from archiver.reading.document import Document, split_url
from archiver.reading.names import Hint
from archiver.reading.stamps import read_short_stamp, read_stamp, split_stamp
from archiver.shapes import Found, Image, Related
from archiver.vietnamese.dates import infer_years

_NOT_HERE = Hint.NAV | Hint.FOOTER | Hint.OVERLAY | Hint.COMMENT | Hint.AD | Hint.SHARE | Hint.TAGS | Hint.FORM
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INSIDE = frozenset(("RELATED", "links", "other news", "a link", "teaser", "another article"))
WITHIN = "links within the text"
"""The rule of other news that stand between the paragraphs, as those of a list of summaries do."""
ENDING = re.compile(r"\.(pdf|docx?|rtf|xlsx?|pptx?|zip|rar|7z|odt|ods|csv|tiff?)(?=$|[?#&;])", re.I)
_MOST = 60
SHOWN = 400  # letters of raw text that say where a field was found
_FAR = 150  # lines after a heading within which its list must lie


def is_file(url: str) -> bool:
    """Whether an address is of a document rather than a page."""
    return ENDING.search(url) is not None


def find_related(
    document: Document, seen: Survey, place: Place, text: Text, title: int
) -> tuple[tuple[Related, ...], Found | None]:
    """Other news that the page offers: within the text, and in the lists that are headed so below it; and the rule.

    The rule names the box of the first that it found, the raw text is the heading, or that first item. A day without a
    year takes that of its neighbours in the same list, marked; what stands between the paragraphs has no neighbours.
    """
    if not seen.blocks or (not text.kept and title < 0):
        return (), None
    by_block: dict[int, list[Anchor]] = {}
    for anchor in seen.anchors:
        by_block.setdefault(anchor.block, []).append(anchor)
    last = text.kept[-1].index if text.kept else title
    offer = _Offer(_within(seen, place, text, title, by_block))
    offer.rules += [WITHIN] if any(number < last for number in offer.wanted) else []
    _add_headed(offer, seen, place, max(title + 1, last, 0), title, by_block)
    for rule, asked in (
        ("list in a box called related", _named_lists),
        ("dated list below the text", _bare_list),
        ("list below the text", _undated_list),
        ("pages of its section", partial(_beside_itself, title)),
    ):
        if any(n > last for n in offer.wanted):
            break
        found = [n for n in asked(seen, place, last, by_block) if n not in offer.wanted]
        offer.wanted += found
        offer.lists |= dict.fromkeys(found, last)
        offer.rules += [rule] if found else []
    return _items_of(document, seen, offer, by_block)


@dataclass(slots=True)
class _Offer:
    """What of a page offers other news."""

    wanted: list[int]
    """Numbers of the blocks whose links do."""
    lists: dict[int, int] = field(default_factory=dict)
    """For a block the list that it is of."""
    rules: list[str] = field(default_factory=list)
    headed: list[str] = field(default_factory=list)


def _within(seen: Survey, place: Place, text: Text, title: int, by_block: dict[int, list[Anchor]]) -> list[int]:
    """Numbers of the blocks between headline and the end of the text that are links to other news."""
    blocks = seen.blocks
    first = max(title + 1, 0)
    last = text.kept[-1].index if text.kept else title
    until = max(last + 1, min(seen.boxes[place.box].last, last + 12)) if text.kept else last + 1
    begins = text.kept[0].index if text.kept else first
    wanted: list[int] = []
    for n in range(first, until):
        reason = text.dropped.get(n) or place.off[n]
        if n < begins and not reason and n in by_block and _is_title_alone(place, blocks[n], by_block[n]):
            wanted.append(n)
            continue
        if reason and n in by_block and any(part in _INSIDE for part in reason.split("|")):
            longest = max(len(anchor.text) for anchor in by_block[n])
            if longest >= 25 and blocks[n].linked > 0.6 * len(blocks[n].text):
                wanted.append(n)
    return wanted


def _add_headed(
    offer: _Offer, seen: Survey, place: Place, n: int, title: int, by_block: dict[int, list[Anchor]]
) -> None:
    """Add the lists that are announced, from block *n* on."""
    blocks = seen.blocks
    usual = place.away[blocks[title].box] if title >= 0 else 0
    n = min(n, len(blocks) - 1)
    while n < len(blocks):
        region = _list_after(seen, blocks[n], by_block) if announces(place, blocks[n], usual) else []
        if region:
            offer.wanted += [m for m in region if m not in offer.wanted]
            offer.lists |= dict.fromkeys(region, n)
            offer.headed.append(blocks[n].text)
        n = max(region[-1] + 1 if region else n + 1, n + 1)
    offer.rules += ["list under its heading"] if offer.headed else []


def _items_of(
    document: Document, seen: Survey, offer: _Offer, by_block: dict[int, list[Anchor]]
) -> tuple[tuple[Related, ...], Found | None]:
    items: dict[str, Related] = {}
    of_list: dict[int, dict[str, None]] = {}
    box = 0
    for n in sorted(offer.wanted):  # found by several rules; the page's order is what is kept
        block = seen.blocks[n]
        for anchor in by_block.get(n, ()):
            item = _item(document, block, anchor, _beside(seen, n, by_block))
            if item is None:
                continue
            known = items.get(item.url)
            if known is None or len(item.title) > len(known.title):
                items[item.url] = item
                box = block.box if len(items) == 1 else box
                if known is None and n in offer.lists:
                    of_list.setdefault(offer.lists[n], {})[item.url] = None
    if not items:
        return (), None
    for urls in of_list.values():
        items |= _dated_by_neighbours([items[url] for url in urls])
    raw = "; ".join(offer.headed) or next(iter(items.values())).title
    return tuple(items.values())[:_MOST], Found(f"{path_of(seen, box)}: {', '.join(offer.rules)}", raw[:SHOWN])


def _dated_by_neighbours(items: list[Related]) -> dict[str, Related]:
    """The dated items of one list by their addresses, with the years that their neighbours lend, marked."""
    told = iter(infer_years([item.published for item in items if item.published is not None]))
    return {item.url: replace(item, published=next(told)) for item in items if item.published is not None}


def _is_title_alone(place: Place, block: Block, anchors: list[Anchor]) -> bool:
    """Whether a line between headline and text is one link to another article, and in no menu."""
    return (
        len(anchors) == 1
        and len(anchors[0].text) >= 30
        and anchors[0].text.count(" ") >= 5
        and len(anchors[0].text) > 0.9 * len(block.text)
        and not place.away[block.box] & (_NOT_HERE | Hint.SIDE)
    )


def announces(place: Place, block: Block, usual: int) -> bool:
    """Whether a line heads a list of other news; *usual* are the hints that the headline itself stands under."""
    size = len(block.text)
    if _FURTHER(block.text):
        usual |= Hint.FOOTER  # of the article: 'post-foot', 'entry-footer'
    if size > 60 or block.linked > size * 0.5 or place.away[block.box] & (_NOT_HERE | Hint.SIDE) & ~usual:
        return False
    return MORE.match(block.text) is not None and _POPULAR.search(block.text) is None


_FURTHER = re.compile(
    r"\W*(?:các |những )?(?:tin|bài)(?: bài| viết| tức)? (?:khác|(?:có )?liên quan|cùng \w+|cũ hơn|mới hơn"
    r"|đã (?:đưa|đăng))\b",
    re.I,
).match
_POPULAR = re.compile(  # lists of the whole site, in side columns: not what this article offers
    r"mới nhất|mới\W*$|nổi bật|đọc nhiều|xem nhiều|quan tâm nhất|most (?:read|popular|viewed)|trending"
    r"|popular|latest|top stories",
    re.I,
)


def _named_lists(seen: Survey, place: Place, last: int, by_block: dict[int, list[Anchor]]) -> list[int]:
    """Blocks of links below the text in a box that is called related, where no heading announces them."""
    found: list[int] = []
    until = -1
    for box in seen.boxes:
        if box.first <= last or box.first < until or not box.hints & Hint.RELATED or box.last - box.first > 80:
            continue
        if place.away[box.index] & (_NOT_HERE | Hint.SIDE):
            continue
        titles = [n for n in range(box.first, box.last) if any(len(a.text) >= 20 for a in by_block.get(n, ()))]
        if len(titles) >= 2:
            found += titles
            until = box.last
            break
    return found


def _list_after(seen: Survey, heading: Block, by_block: dict[int, list[Anchor]]) -> list[int]:
    """Numbers of the blocks that hold the links announced by *heading*: the smallest box around it that has some."""
    boxes, blocks = seen.boxes, seen.blocks
    b = heading.box
    for _ in range(6):
        box = boxes[b]
        found: list[int] = []
        for n in range(heading.index + 1, min(box.last, heading.index + _FAR)):
            block = blocks[n]
            titles = [a for a in by_block.get(n, ()) if len(a.text) >= 12]
            if titles:
                found.append(n)
            elif (len(block.text) < 60 and found and _is_heading(seen, block)) or (found and n - found[-1] > 6):
                break
        if found:
            return found
        if box.parent < 0:
            break
        b = box.parent
    return []


def _is_heading(seen: Survey, block: Block) -> bool:
    box = seen.boxes[block.box]
    if block.linked > 0.5 * len(block.text):
        return False
    return (
        box.tag in _HEADINGS
        or bool(box.hints & Hint.TITLE)
        or block.bold > 0.9 * len(block.text)
        or (block.text.isupper() and len(block.text) > 8)
    )


def _bare_list(seen: Survey, place: Place, last: int, by_block: dict[int, list[Anchor]]) -> list[int]:
    """A list of links right below the text, without a heading: at least three lines that are links with dates."""
    found: list[int] = []
    blocks = seen.blocks
    for n in range(last + 1, min(len(blocks), last + 80)):
        block = blocks[n]
        titled = [a for a in by_block.get(n, ()) if len(a.text) >= 20]
        if titled and block.linked > 0.5 * len(block.text) and not place.away[block.box] & _NOT_HERE:
            rest = block.text.replace(titled[0].text, "")
            if (
                place.off[n] == "teaser"
                or split_stamp(block.text)[1] is not None
                or re.search(r"\d{1,2}[/.-]\d{1,2}", rest)
            ):
                found.append(n)
                continue
        if place.off[n] == "teaser" and found:
            continue
        if found and n - found[-1] > 2:
            break
        if not found and n - last > 8:
            break
    return found if len(found) >= 3 else []


def _undated_list(seen: Survey, place: Place, last: int, by_block: dict[int, list[Anchor]]) -> list[int]:
    """A list of headlines right below the text that nothing heads: at least three in a row, in one box, links alone."""
    blocks, boxes = seen.blocks, seen.boxes
    found: list[int] = []
    for n in range(last + 1, min(len(blocks), last + 40)):
        block = blocks[n]
        size = len(block.text)
        titled = [a for a in by_block.get(n, ()) if len(a.text) >= 25 and a.text.count(" ") >= 4]
        if titled and block.linked > 0.8 * size and not place.away[block.box] & (_NOT_HERE | Hint.SIDE):
            found.append(n)
        elif found:
            break
        elif n - last > 6 or (block.linked < 0.5 * size and size > 40) or boxes[block.box].tag in _HEADINGS:
            return []  # a heading of something else, or too far
    if len(found) < 3 or (len(headed := blocks[found[0] - 1].text) <= 40 and _POPULAR.search(headed)):
        return []
    house = boxes[blocks[found[0]].box]
    while house.parent >= 0 and house.last <= found[-1]:
        house = boxes[house.parent]
    near = house.first <= last or (house.parent >= 0 and boxes[house.parent].first <= last)
    return found if near else []


def _beside_itself(title: int, seen: Survey, place: Place, last: int, by_block: dict[int, list[Anchor]]) -> list[int]:
    """A list at the page's side, below its text, in which its own headline stands between those of its section.

    Three others at least, each a link alone, under no heading of what is newest or most read.
    """
    if title < 0:
        return []
    blocks = seen.blocks
    own = blocks[title].text.casefold()
    at = next((b.index for b in blocks[last + 1 :] if b.text.casefold() == own and b.index in by_block), -1)
    if at < 0 or not place.away[blocks[at].box] & Hint.SIDE:
        return []

    def is_item(n: int) -> bool:
        return n in by_block and blocks[n].text.count(" ") >= 3 and blocks[n].linked > 0.8 * len(blocks[n].text)

    first, end = at, at + 1
    while first - 1 > last and is_item(first - 1):
        first -= 1
    while end < len(blocks) and is_item(end):
        end += 1
    if end - first < 4 or _POPULAR.search(blocks[first - 1].text):
        return []
    return [n for n in range(first, end) if n != at]


def _beside(seen: Survey, n: int, by_block: dict[int, list[Anchor]]) -> list[Block]:
    """The blocks of the same item as block *n*: those next to it, without links, in a box that holds no other item."""
    blocks = seen.blocks
    b = blocks[n].box
    best: Box | None = None
    for _ in range(4):
        box = seen.boxes[b]
        titled = sum(1 for m in range(box.first, box.last) if any(len(a.text) >= 12 for a in by_block.get(m, ())))
        if titled > 1 or box.last - box.first > 6:
            break
        best = box
        if box.parent < 0:
            break
        b = box.parent
    if best is None:
        return []
    return [blocks[m] for m in range(best.first, best.last) if m != n]


def _item(document: Document, block: Block, anchor: Anchor, around: list[Block]) -> Related | None:
    words = anchor.text
    if not 12 <= len(words) <= 500 or words.count(" ") < 2:
        return None
    href = anchor.href.strip()
    if href.startswith("#"):
        return None
    url = document.absolute(href)
    if url is None or is_file(url):
        return None
    if MORE.match(words) and len(words) < 24:
        return None
    title, published = words, None
    rest = block.text[:800].replace(words, " ", 1)
    if rest.strip(" -–•»()"):
        published = read_stamp(rest) or read_short_stamp(rest)
    if published is None:
        title, published = split_stamp(words)
    if published is None:
        for neighbour in around:
            if len(neighbour.text) <= 40 and neighbour.linked < 0.5 * len(neighbour.text):
                published = read_stamp(neighbour.text) or read_short_stamp(neighbour.text)
                if published is not None:
                    break
    return Related(title, url, published)


# --- images ----------------------------------------------------------------------------------------------------------

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-url", "data-image", "original", "src")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:$|[?#])", re.I)
_TINY = re.compile(r"(?:spacer|pixel|blank|transparent|1x1|loading|icon|logo|avatar|emoji|button|arrow|bullet)", re.I)


def find_images(
    document: Document, seen: Survey, place: Place, text: Text, title: int
) -> tuple[tuple[Image, ...], Found | None]:
    """Pictures between the headline and the end of the text, with the captions beneath them; where the first stands."""
    if not text.kept and not seen.pictures:
        return (), None
    boxes, blocks = seen.boxes, seen.blocks
    top = boxes[place.box]
    first = title if title >= 0 else top.first
    last = max(text.kept[-1].index + 1, top.last) if text.kept else _end_of_post(seen, place, first)
    found: dict[str, Image] = {}
    where: Found | None = None
    for picture in seen.pictures:
        if not first <= picture.block <= last:
            continue
        if picture.block < len(blocks) and place.off[picture.block] and picture.block > text_end(text):
            continue
        hints = place.away[picture.box]
        if hints & ~(Hint.HIDDEN | Hint.SHARE):
            continue
        element = picture.element
        source = next((v for v in map(element.get, _LAZY) if v and not v.startswith("data:")), None)
        up = element.getparent()
        whole = (up.get("href") or "") if up is not None and up.tag == "a" else ""
        if _PICTURE.search(whole):  # a small one that opens the large one
            source = whole
        url = document.absolute(source)
        if url is None or url in found:
            continue
        width = element.get("width") or ""
        if (width.isdigit() and int(width) < 60) or _TINY.search(split_url(url).path.rpartition("/")[2]):
            continue
        found[url] = Image(url, _caption(seen, text, picture.block, picture.box) or None)
        where = where or Found(f"{path_of(seen, picture.box)}: {element.tag}", (source or "")[:SHOWN])
    return tuple(found.values())[:200], where


def _end_of_post(seen: Survey, place: Place, first: int) -> int:
    """Where a post without text ends: at other news, at the imprint, at the end of the page."""
    for block in seen.blocks[first + 1 :]:
        if place.off[block.index] or announces(place, block, 0) or IMPRINT.match(block.text):
            return block.index
    return len(seen.blocks)


def text_end(text: Text) -> int:
    """Number of the last block of the text."""
    return text.kept[-1].index if text.kept else -1


def _caption(seen: Survey, text: Text, block: int, box: int) -> str:
    if len(text.kept) <= 1 and block < len(seen.blocks):  # a post of pictures: the line beneath each
        line = seen.blocks[block]
        return line.text if len(line.text) < 240 and line.linked < 0.5 * len(line.text) else ""
    for n in (block, block + 1):
        if n < len(seen.blocks) and text.dropped.get(n) == "caption":
            return seen.blocks[n].text
    figure = seen.boxes[box]
    for _ in range(3):
        if figure.tag == "figure" or figure.hints & Hint.CAPTION:
            words = [b.text for b in seen.blocks[figure.first : figure.last]]
            return " ".join(words)[:600]
        if figure.parent < 0:
            break
        figure = seen.boxes[figure.parent]
    return ""
