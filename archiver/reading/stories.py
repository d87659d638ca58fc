"""Pages that print several articles whole, one after the other: each ends where the next begins."""

from __future__ import annotations

from archiver.reading.blocks import Survey
from archiver.reading.stamps import read_stamp

_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_A_TEXT = 300  # letters outside links that make a text of one's own; a teaser has fewer


def other_stories(seen: Survey, title: int) -> list[range]:
    """The blocks of each further article: a box beside that of block *title*, of the same make, with a heading of the
    same level at its head and a text of its own. Subheads stand among the paragraphs of one box, and begin none.
    """
    boxes, blocks = seen.boxes, seen.blocks
    if title < 0 or boxes[blocks[title].box].tag not in _HEADINGS:
        return []
    level = boxes[blocks[title].box].tag
    at = boxes[blocks[title].box].parent
    for _ in range(3):
        if at < 0 or title - boxes[at].first > 3:
            break
        element = boxes[at].element
        called = element.get("class")
        twins = {
            twin
            for twin in (*element.itersiblings(element.tag), *element.itersiblings(element.tag, preceding=True))
            if twin.get("class") == called
        }
        if twins and _own_text(seen, range(boxes[at].first, boxes[at].last)) >= _A_TEXT:
            ranges = [range(box.first, box.last) for box in boxes if box.element in twins]
            found = [one for one in ranges if _is_headed(seen, one, level) and _own_text(seen, one) >= _A_TEXT]
            if found:
                return found
        at = boxes[at].parent
    return _in_a_row(seen, title)


def _in_a_row(seen: Survey, title: int) -> list[range]:
    """Further articles in the very box of the first: headings like its own, each with a day below it as it has."""
    boxes, blocks = seen.boxes, seen.blocks
    own = boxes[blocks[title].box]
    if not _is_dated(seen, title):
        return []
    house = boxes[own.parent].last if own.parent >= 0 else len(blocks)
    heads = [
        n
        for n in range(title + 1, house)
        if (box := boxes[blocks[n].box]).tag == own.tag and box.parent == own.parent and _is_dated(seen, n)
    ]
    if not heads or _own_text(seen, range(title + 1, heads[0])) < _A_TEXT:
        return []
    found = [range(n, end) for n, end in zip(heads, [*heads[1:], house], strict=True)]
    return [one for one in found if _is_headed(seen, one, own.tag) and _own_text(seen, one) >= _A_TEXT]


def _is_dated(seen: Survey, heading: int) -> bool:
    """Whether the line below a heading is a day and little else."""
    below = seen.blocks[heading + 1 : heading + 2]
    return bool(below) and len(below[0].text) <= 60 and read_stamp(below[0].text) is not None


def _is_headed(seen: Survey, story: range, level: str) -> bool:
    for number in story[:4]:
        block = seen.blocks[number]
        if seen.boxes[block.box].tag == level:
            return block.text.count(" ") >= 3 and block.linked * 2 < len(block.text)
    return False


def _own_text(seen: Survey, story: range) -> int:
    return sum(len(block.text) - block.linked for number in story if len((block := seen.blocks[number]).text) >= 60)
