"""Who signs: the line under the text, the author by the headline, then what the page tells machines."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from archiver.reading.blocks import Block, Box, Survey
from archiver.reading.body import MORE, Place, Text
from archiver.reading.crediting import (
    WORDS_BY,
    credited,
    is_agency,
    is_somebody,
    line_of,
    parts,
    reported,
    signs,
    signs_within,
    split_names,
)
from archiver.reading.document import text_of
from archiver.reading.headline import Choice, key
from archiver.reading.names import Hint
from archiver.reading.structured import Structured
from archiver.vietnamese.bylines import (
    Signature,
    is_bare_label,
    is_full_name,
    is_labelled,
    is_marked,
    is_office,
    is_person,
    names_in,
    read_signature,
)

_LOGIN = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+")
_NOBODY = re.compile(
    r"^(?:admin\w*|administrator|editor|webmaster|root|super ?user|user|guest|quản trị\w*|null|n/a|-)$", re.I
)


@dataclass(slots=True)
class Signed:
    """Who signs, and whence the text was taken."""

    byline: str | None = None
    authors: tuple[str, ...] = ()
    rule: str = ""
    source: str | None = None
    source_rule: str = ""
    spent: set[int] | None = None
    """Numbers of the blocks that are signature or source, and so no part of the text."""


def find_signed(
    seen: Survey,
    place: Place,
    text: Text,
    title: Choice | None,
    structured: Structured,
    sites: tuple[str, ...],
    vietnamese: bool,
    hidden: bool = False,
) -> Signed:
    """The signature: a line under the text, an author's box by the headline, then metadata.

    On Vietnamese pages metadata are believed only about a name that the page prints, unless its text is *hidden* in
    its state.
    """
    signed = Signed(spent=set())
    assert signed.spent is not None
    if vietnamese:
        _under(seen, place, text, title.block if title else -1, signed)
    if signed.byline is None:
        _beside(seen, place, text, title, signed, vietnamese)
    if signed.byline is None and not vietnamese:
        _below_the_lead(seen, text, signed)
    said, rule = _said_authors(structured)
    said = _without_own(said, sites)
    if said and all(_LOGIN.fullmatch(name) for name in said) and [*map(key, said)] == [*map(key, signed.authors)]:
        said = list(signed.authors)  # 'ann-lee'
    signed.authors = tuple(_without_own(list(signed.authors), sites))
    if vietnamese and signed.byline is None:
        linked = [name for name in _linked_authors(seen, text, title) if is_person(name)]
        if linked:
            signed.byline, signed.authors = ", ".join(linked), tuple(linked)
            signed.rule = "links to authors by the headline"
    if not vietnamese and (not said or rule.startswith("meta")):
        linked = _linked_authors(seen, text, title)
        if linked and (signed.byline is None or said):
            said, rule = linked, "links to authors by the headline"
    if signed.byline is None and vietnamese:
        start = title.block if title and title.block >= 0 else 0
        end = text.kept[-1].index + 10 if text.kept else start + 10
        shown = {key(b.text) for b in seen.blocks[max(0, start - 4) : end] if len(b.text) < 80}
        said = [
            name
            for name in said
            if hidden or (is_person(name) and name.count(" ") <= 3 and any(key(name) in words for words in shown))
        ]
        if said:
            signed.byline, signed.authors, signed.rule = ", ".join(said), tuple(said), rule
    elif said and not vietnamese and _is_own(said, sites) and signs(signed.byline or ""):
        pass  # metadata sign with the site's name, the page with somebody's
    elif not said and not vietnamese and signed.byline is None:
        _below(seen, place, text, signed)
    elif said and not vietnamese and not _printed_instead(seen, text, title, signed.authors, said):
        signed.byline, signed.authors, signed.rule = ", ".join(said), tuple(said), rule
    return signed


def _under(seen: Survey, place: Place, text: Text, title: int, signed: Signed) -> None:
    """Read the last lines of the text upwards, then what follows it."""
    assert signed.spent is not None
    kept = text.kept
    lines: list[Block] = []
    k = len(kept) - 1
    pictures = len(kept) <= 1 and "caption" in text.dropped.values()  # a post of pictures has no other line
    while k >= (0 if pictures else 1) and len(kept[k].text) <= 160 and len(lines) < 6:
        lines.insert(0, kept[k])
        k -= 1
    readings = [(block, _line(block.text)) for block in lines]
    run: list[tuple[Block, Signature]] = []
    for block, reading in reversed(readings):
        if reading is None:
            if is_bare_label(block.text):  # "Tác giả:", and the name in a paragraph of its own
                signed.spent.add(block.index)
                continue
            if not run and _ANNOUNCES_PICTURES.match(block.text):
                continue
            break
        run.insert(0, (block, reading))
    if not run:
        run = [(b, r) for b, r in readings if r is not None and r.kind == "byline" and is_marked(b.text)][-1:]
    last = run[-1][0].index if run else kept[-1].index if kept else title
    for n in range(last + 1, min(len(seen.blocks), last + (7 if kept else 30))):
        block = seen.blocks[n]
        reason = text.dropped.get(n) or ""
        if place.off[n] or "RELATED" in reason or reason in ("other news", "links") or MORE.match(block.text):
            break
        if block.linked > 0.5 * len(block.text):  # a document to download, a print button
            continue
        hints = place.away[block.box]
        if hints & (Hint.NAV | Hint.FOOTER | Hint.SIDE | Hint.COMMENT):
            break
        if " " in block.text and block.text.isupper() and n + 1 < len(seen.blocks) and _is_title(seen.blocks[n + 1]):
            break  # "XEM NHIỀU" above titles is written as a name is
        reading = _line(block.text)
        if reading is not None:
            run.append((block, reading))
    if len(run) == 2 and run[0][1].kind == "byline" and is_office(run[1][0].text):
        signed.spent.add(run.pop()[0].index)  # below a name it says what its bearer is
    if any(reading.kind == "official" for _, reading in run):
        return  # an official signs the document; the line is a part of it
    if not run and kept and (name := _at_the_end(seen, kept[-1])):
        signed.byline, signed.authors, signed.rule = name, names_in(name), "name at the end of the text"
        kept[-1].text = kept[-1].text[: -len(name)].rstrip()
    for block, reading in run:
        if reading.kind == "caption" and kept and not pictures:
            continue
        if reading.kind in ("byline", "caption"):  # "Ảnh: …" signs a post of pictures
            acronym = reading.authors and re.fullmatch(r"[A-ZĐ]{4,}(?:[ -][A-ZĐ]{2,})*", reading.authors[0])
            if signed.byline is None and not acronym:
                signed.byline, signed.authors, signed.rule = reading.printed, reading.authors, "line under the text"
            elif signed.source is None:
                signed.source, signed.source_rule = reading.printed, "line under the text"
        if signed.source is None and reading.source:
            signed.source, signed.source_rule = reading.source, "line under the text"
        signed.spent.add(block.index)


_ANNOUNCES_PICTURES = re.compile(r"\W*(?:một (?:số|vài)|các|những) hình ảnh\b.{0,90}$", re.I)
"""'Một số hình ảnh tại hội nghị:' stands below the signature, above pictures that have no words."""


def _at_the_end(seen: Survey, block: Block) -> str | None:
    """The full name, in bold or italics, behind the last sentence of the text and in its own paragraph."""
    box = seen.boxes[block.box].element
    words = next((text_of(one).split() for one in reversed(list(box.iter("b", "strong", "i", "em")))), [])
    name = " ".join(words).strip(" ()")
    told = block.text[: -len(name)].rstrip(" (")
    if 2 <= len(words) <= 5 and is_person(name) and block.text.endswith(name) and told[-1:] in (".", "/", "”", '"'):
        return name
    return None


def _is_title(block: Block) -> bool:
    return len(block.text) >= 25 and block.linked > 0.8 * len(block.text)


def _line(words: str) -> Signature | None:
    return read_signature(words) if len(words) <= 160 else None


def _beside(seen: Survey, place: Place, text: Text, title: Choice | None, signed: Signed, vietnamese: bool) -> None:
    """A box for the author between headline and text, or below it."""
    boxes, blocks = seen.boxes, seen.blocks
    start = title.block if title and title.block >= 0 else (boxes[place.box].first if boxes else 0)
    first = text.kept[0].index if text.kept else start
    last = text.kept[-1].index if text.kept else start
    around = [*range(start + 1, min(first, start + 16)), *range(max(0, start - 4), start)]
    if vietnamese:
        around += range(last + 1, min(len(blocks), last + 10))
    for n in around:
        block = blocks[n]
        words = block.text
        if len(words) > 160 or place.off[n] or is_bare_label(words):
            continue
        hints = _hints_around(boxes, block)
        if hints & (Hint.AUTHOR | Hint.META):
            words = line_of(boxes[block.box], words)
        if hints & (Hint.RELATED | Hint.COMMENT | Hint.NAV) or (hints & Hint.CAPTION and not WORDS_BY.match(words)):
            continue
        if vietnamese:
            for part, beside_day in parts(words):
                reading = _line(part)
                if reading is None:
                    continue
                if reading.kind == "source" and signed.source is None:
                    signed.source, signed.source_rule = reading.source, "line by the headline"
                    continue
                marked = hints & Hint.AUTHOR or ":" in part or is_labelled(part)
                if not marked and not (beside_day and n > start and is_full_name(part)):
                    continue
                if reading.kind == "byline" and signed.byline is None:
                    signed.byline, signed.authors = reading.printed, reading.authors
                    signed.rule = "author by the headline" if n < first else "author under the text"
            if signed.byline is not None:
                return
        elif hints & Hint.AUTHOR or signs_within(words):
            printed, names = credited(words)
            names = _linked_in(seen, n) or names
            if names:
                if hints & Hint.AUTHOR:
                    names += [name for name in _siblings(seen, n) if name not in names]
                signed.byline, signed.authors, signed.rule = printed, tuple(names), "author by the headline"
                return


def _below_the_lead(seen: Survey, text: Text, signed: Signed) -> None:
    """A line of its own that signs with names alone, between an opening that stands in the text and the rest of it."""
    assert signed.spent is not None
    for block in text.kept[1:3]:
        words = block.text
        heading = seen.boxes[block.box].tag in ("h2", "h3", "h4", "h5", "h6")
        if len(words) > 100 or heading or not signs(words):
            continue
        printed, names = credited(words)
        if names and all(is_somebody(name) for name in names):
            signed.byline, signed.authors, signed.rule = printed, tuple(names), "author below the lead"
            signed.spent.add(block.index)
            return


def _hints_around(boxes: list[Box], block: Block) -> int:
    """What a block and the three boxes around it are called."""
    hints, b = block.hints, block.box
    for _ in range(3):
        hints |= boxes[b].hints
        if boxes[b].parent < 0:
            break
        b = boxes[b].parent
    return hints


def _siblings(seen: Survey, n: int) -> list[str]:
    """Further names in elements like that of block *n*, right behind it: a list of authors."""
    names: list[str] = []
    like = seen.boxes[seen.blocks[n].box].element
    for block in seen.blocks[n + 1 : n + 16]:
        one = seen.boxes[block.box].element
        alike = one is not like and one.tag == like.tag and one.get("class") == like.get("class")
        if alike and len(block.text) <= 40 and is_somebody(block.text):
            names.append(block.text)
        elif alike or not _hints_around(seen.boxes, block) & Hint.AUTHOR:
            break
    return names


def _below(seen: Survey, place: Place, text: Text, signed: Signed) -> None:
    """Who an agency's last line names, or a box for the author below the text."""
    if not text.kept:
        return
    last = text.kept[-1].index
    for n in range(max(0, last - 2), min(len(seen.blocks), last + 8)):
        block = seen.blocks[n]
        if len(block.text) > 160 or place.off[n]:
            continue
        hints = _hints_around(seen.boxes, block) | place.away[block.box]
        names = reported(block.text)
        author = hints & Hint.AUTHOR and not hints & (Hint.RELATED | Hint.COMMENT | Hint.SIDE)
        if not names and ((n > last and author) or signs(block.text)):
            _, names = credited(block.text)
            names = names if all(is_somebody(name) for name in names) else []
        if names:
            signed.byline, signed.authors, signed.rule = block.text, tuple(names), "author under the text"
            return


def _linked_in(seen: Survey, n: int) -> list[str]:
    """Names in the links of a byline: 'By <a>Ann Lee</a><span>Staff Writer</span>'."""
    at = bisect_left(seen.anchors, n, key=attrgetter("block"))
    names: dict[str, None] = {}
    for anchor in seen.anchors[at : at + 8]:
        if anchor.block != n:
            break
        if 4 <= len(anchor.text) <= 40 and is_somebody(anchor.text):
            names.update(dict.fromkeys(split_names(anchor.text)))
    return list(names)


_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:e[ns]?|in)?|auteurs?|profiles?|people|person|journalists?|reporters?|contributors?|columnists?"
    r"|staff|team|by|writers?|redaktion|tac-gia)/[^/?#]{2,}",
    re.I,
)


def _linked_authors(seen: Survey, text: Text, title: Choice | None) -> list[str]:
    """Names that link to a page of the author, by the headline."""
    if title is None or title.block < 0:
        return []
    first = text.kept[0].index if text.kept else title.block + 10
    names: dict[str, None] = {}
    for anchor in seen.anchors:
        if not title.block - 3 <= anchor.block <= max(first, title.block + 1) + 1 or not 4 <= len(anchor.text) <= 40:
            continue
        if anchor.element.get("rel") == "author" or _AUTHOR_PAGE.search(anchor.href):
            words = anchor.text.split()
            if 2 <= len(words) <= 5 and words[0][:1].isupper() and not re.search(r"[\d:!?]", anchor.text):
                names.update(dict.fromkeys(split_names(anchor.text)))
    return list(names)


def _printed_instead(seen: Survey, text: Text, title: Choice | None, printed: tuple[str, ...], said: list[str]) -> bool:
    """Whether the page signs with other people than its metadata name, who are nowhere near the headline.

    Then metadata name who typed the text in, or who is in charge of it.
    """
    if title is None or title.block < 0 or not printed or not all(is_somebody(name) for name in printed):
        return False
    known = {key(name) for name in said}
    if any(key(name) in other or other in key(name) for name in printed for other in known):
        return False
    end = text.kept[0].index + 2 if text.kept else title.block + 8
    near = [key(block.text) for block in seen.blocks[max(0, title.block - 6) : end] if len(block.text) < 200]
    return not any(name in line for name in known for line in near)


def _is_own(said: list[str], sites: tuple[str, ...]) -> bool:
    """Whether the names that metadata give are the site's own."""
    own = {key(site).removeprefix("the") for site in sites}
    return all(key(name).removeprefix("the") in own for name in said)


def _without_own(names: list[str], sites: tuple[str, ...]) -> list[str]:
    """*names* without the site's own where somebody's stand beside it: 'Ann Lee | Nord Post', not 'Le Phare et AFP'."""
    others = [name for name in names if not _is_own([name], sites)]
    return others if any(not is_agency(name) for name in others) else names


def _said_authors(structured: Structured) -> tuple[list[str], str]:
    """Names that metadata give, of the most trusted witness that gives any."""
    names: list[str] = []
    rule = ""
    for witness in structured.of("author"):
        value = " ".join(witness.value.split())
        if not value or value.startswith(("http", "@", "/", "www.")) or _NOBODY.match(value):
            continue
        kind = witness.rule.partition("(")[0]  # an agency beside somebody signs, too
        if rule and kind != rule:
            break
        rule = kind
        names += split_names(value)
    unique: list[str] = []
    for name in names:
        if name.casefold() not in {known.casefold() for known in unique}:
            unique.append(name)
    return unique, rule
