"""Day, signature and the smaller fields: candidates from the page and its metadata, chosen by written rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from urllib.parse import urlsplit

from archiver.reading.blocks import Block, Box, Survey
from archiver.reading.body import MORE, Place, Text
from archiver.reading.headline import Choice, key
from archiver.reading.names import Hint
from archiver.reading.stamps import CLOCK, LABEL, UPDATED, address_date, machine_date, read_stamp
from archiver.reading.structured import Structured
from archiver.shapes import DateReading, Problem
from archiver.vietnamese.bylines import Signature, is_bare_label, is_person, read_signature
from archiver.vietnamese.dates import find_dates

# --- date ----------------------------------------------------------------------------------------------------------

_OTHERS = Hint.RELATED | Hint.NAV | Hint.FOOTER | Hint.SIDE | Hint.COMMENT | Hint.OVERLAY | Hint.AD


@dataclass(slots=True)
class Dating:
    """The day of publication and of change, and why."""

    published: DateReading | None = None
    origin: str | None = None
    rule: str = ""
    modified: DateReading | None = None
    problems: tuple[Problem, ...] = ()


def find_dates_of(
    seen: Survey, place: Place, text: Text, title: Choice | None, structured: Structured, url: str, vietnamese: bool
) -> Dating:
    """The day of publication: of metadata, of a stamp by the headline or under the text, of the address; else none.

    A date in a sentence, in a list of other news or in the clock of the page is never taken. On Vietnamese pages a
    printed stamp wins over metadata that name another day, since templates fill those with the day of the template.
    """
    dating = Dating()
    said: DateReading | None = None
    rule = ""
    for witness in structured.of("published"):
        said = machine_date(witness.value)
        if said is not None:
            rule = witness.rule
            break
    for witness in structured.of("modified"):
        dating.modified = machine_date(witness.value)
        if dating.modified is not None:
            break
    printed, updated, where = _printed(seen, place, text, title)
    if said is None and printed is None:
        said, rule = _timed(seen, text, title)
    if updated is not None and dating.modified is None and printed is not None:
        dating.modified = updated
    if printed is None:
        printed, where = updated, where or "stamp of the last change"
    if said is not None and (printed is None or not vietnamese or printed.start == said.start):
        dating.published, dating.rule = said, rule
        dating.origin = "json-ld" if "json-ld" in rule else rule.split(":")[0]  # json-ld, microdata, meta, state, stamp
        if printed is not None and printed.start == said.start and vietnamese:
            dating.published, dating.origin, dating.rule = printed, "stamp", where
    elif printed is not None:
        dating.published, dating.origin, dating.rule = printed, "stamp", where
        if said is not None:
            dating.problems = (
                Problem(
                    "published-disagrees",
                    f"the page prints {printed.raw!r}, {rule} says {said.raw!r}; the printed one was taken",
                    "published",
                ),
            )
    else:
        from_address = address_date(url)
        if from_address is not None:
            dating.published, dating.origin, dating.rule = from_address, "url", "address"
    if dating.published is None:
        dating.problems = (Problem("published-missing", "the page names no day of publication", "published"),)
    return dating


def _timed(seen: Survey, text: Text, title: Choice | None) -> tuple[DateReading | None, str]:
    """The first `<time datetime>` between headline and text, or a little above or below these."""
    if title is None or title.block < 0:
        return None, ""
    first = text.kept[0].index if text.kept else title.block
    for n, value in seen.times:
        if title.block - 5 <= n <= max(first, title.block) + 2 and (reading := machine_date(value)):
            return reading, "stamp: time datetime"
    return None, ""


def _printed(
    seen: Survey, place: Place, text: Text, title: Choice | None
) -> tuple[DateReading | None, DateReading | None, str]:
    """(stamp of publication, stamp of change, where)."""
    boxes, blocks = seen.boxes, seen.blocks
    published: DateReading | None = None
    updated: DateReading | None = None
    where = ""
    start = title.block if title and title.block >= 0 else (boxes[place.box].first if boxes else 0)
    first = text.kept[0].index if text.kept else min(start + 8, len(blocks))
    below = list(range(start + 1, min(first, start + 14)))
    above = list(range(start - 1, max(-1, start - 6), -1))
    near = _house(boxes, blocks[start].box, 9) if blocks and start < len(blocks) else None
    for n in below + above:
        block = blocks[n]
        words = block.text
        if len(words) > 160 or (n < start and near and not near.first <= n < near.last):
            continue
        if place.off[n] or CLOCK.search(words):
            continue
        if block.linked > 0.5 * len(words):
            bare = _without_tools(seen, n)  # '06/03/2023 In bài Gửi email'
            if bare is None:
                continue
            words = bare
        if place.away[block.box] & _OTHERS & ~Hint.NAV and n < start:
            continue
        reading = read_stamp(words) or _short_year(seen, block)
        if reading is None:
            continue
        letters = len(words) - len(reading.raw)
        if letters > 60 and not LABEL.search(words):
            continue
        if UPDATED.search(words[: reading.span[0]]) and not re.search(r"đăng|published|posted", words, re.I):
            updated = updated or reading
        elif published is None:
            published = reading
            where = "stamp below the headline" if n > start else "stamp above the headline"
    if published is None and updated is None:
        last = text.kept[-1].index if text.kept else start
        whole = [box for box in boxes if box.tag == "article" and box.first <= start < box.last][-1:]
        for n in range(last + 1, min(len(blocks), last + 8)):
            block = blocks[n]
            words = block.text
            # The foot of an <article> is not the foot of the page: blogs print the day there.
            foot = bool(whole) and whole[0].first <= n < whole[0].last
            if len(words) > 120 or (place.off[n] and not foot) or block.linked > (0.6 if foot else 0.3) * len(words):
                continue
            if place.away[block.box] & (Hint.RELATED | Hint.NAV | Hint.COMMENT | (0 if foot else Hint.FOOTER)):
                continue
            dated = seen.boxes[block.box].hints & Hint.DATE or block.hints & Hint.DATE
            if (LABEL.search(words) or dated) and (reading := read_stamp(words)):
                published, where = reading, "stamp below the text"
                break
    return published, updated, where


def _without_tools(seen: Survey, n: int) -> str | None:
    """A line without the links in it, where all of them are short: buttons beside a stamp, not a headline."""
    at = bisect_left(seen.anchors, n, key=attrgetter("block"))
    words = seen.blocks[n].text
    for anchor in seen.anchors[at : at + 8]:
        if anchor.block != n:
            break
        if len(anchor.text) > 20:
            return None
        words = words.replace(anchor.text, "", 1)
    return words


def _short_year(seen: Survey, block: Block) -> DateReading | None:
    """A labelled stamp in a form that only the reader of dates knows: '12/03/21', 'mùng 5 tháng 3'."""
    dated = (seen.boxes[block.box].hints | block.hints) & Hint.DATE
    if len(block.text) > 80 or not re.search(r"\d", block.text) or not (dated or LABEL.search(block.text)):
        return None
    found = [one for one in find_dates(block.text) if one.start is not None and one.precision in _DAYS]
    return found[0] if len(found) == 1 else None


_DAYS = ("day", "minute", "second", "hour")


def _house(boxes: list[Box], b: int, levels: int) -> Box:
    """The nearest box around box *b* that begins above it."""
    first = boxes[b].first
    for _ in range(levels):
        if boxes[b].first < first or boxes[b].parent <= 0:
            break
        b = boxes[b].parent
    return boxes[b]


# --- byline --------------------------------------------------------------------------------------------------------

_BY = re.compile(
    r"^\W*(?:written by|reported by|story by|(?:posted|published|opinion|words|analysis|review|interview) by|about|by"
    r"|von|par|por|di|da|de|door|av|af|text|texte|oleh|penulis|tác giả|bởi|autor)\b\s*:?\s+(?=\S)",
    re.I,
)
_AND = re.compile(r"\s*[;|]\s*|\s+(?:and|und|et|y|og|och|en|và|dan|ve)\s+|,\s+(?:and\s+)?")
_ROLE = re.compile(
    r"\b(?:writers?|reporters?|editors?|correspondents?|columnists?|contributors?|journalists?|critics?|photographers?"
    r"|producers?|analysts?|staff|bureau chief|newsroom|redakteur(?:in)?|korrespondent(?:in)?|reporterin|journalistin"
    r"|giornalista|inviat[oa]|redactora?|periodista|corresponsal|journaliste|rédact(?:eur|rice)|correspondante?|envoyée?"
    r" spéciale?e?|redacteur|verslaggever|wartawan|redaktur|muhabir\w*|jornalista|repórter|redaktor\w*|toimittaja"
    r"|journalist)$",
    re.I,
)
_AT = re.compile(r"(?<=\w)\s+(?:in|for|at|aus|bei|à|en)\s+(?:the\s+)?[A-Z].*$")
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
    site: str,
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
    said, rule = _said_authors(structured, site)
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
            break
        run.insert(0, (block, reading))
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
        reading = _line(block.text)
        if reading is not None:
            run.append((block, reading))
    if any(reading.kind == "official" for _, reading in run):
        return  # an official signs the document; the line is a part of it
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
        if len(words) > 120 or place.off[n] or is_bare_label(words):
            continue
        hints = block.hints
        b = block.box
        for _ in range(3):
            hints |= boxes[b].hints
            if boxes[b].parent < 0:
                break
            b = boxes[b].parent
        if hints & (Hint.RELATED | Hint.COMMENT | Hint.NAV | Hint.CAPTION):
            continue
        if vietnamese:
            reading = _line(words)
            if reading is None:
                continue
            if reading.kind == "source" and signed.source is None:
                signed.source, signed.source_rule = reading.source, "line by the headline"
                continue
            labelled = ":" in words
            if reading.kind == "byline" and (hints & Hint.AUTHOR or labelled) and block.linked <= len(words):
                signed.byline, signed.authors = reading.printed, reading.authors
                signed.rule = "author by the headline" if n < first else "author under the text"
                return
        elif hints & Hint.AUTHOR or _BY.match(words):
            names = _linked_in(seen, n) or split_names(words)
            if names and all(2 <= len(name) <= 40 and not re.search(r"\d|[.!?:]$", name) for name in names):
                signed.byline, signed.authors, signed.rule = words, tuple(names), "author by the headline"
                return


def _linked_in(seen: Survey, n: int) -> list[str]:
    """Names in the links of a byline: 'By <a>Ann Lee</a><span>Staff Writer</span>'."""
    at = bisect_left(seen.anchors, n, key=attrgetter("block"))
    names: dict[str, None] = {}
    for anchor in seen.anchors[at : at + 8]:
        if anchor.block != n:
            break
        if 4 <= len(anchor.text) <= 40 and _is_somebody(anchor.text):
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


def split_names(words: str) -> list[str]:
    """Names out of a line such as 'By Ann Lee and Bo Ng'.

    >>> split_names("By Ann Lee, Bo Ng and Cy Wu")
    ['Ann Lee', 'Bo Ng', 'Cy Wu']
    """
    words = _BY.sub("", " ".join(words.split()))
    words = re.sub(r"\s*\([^)]{1,30}\)", "", words).strip(" ,.;|-")
    parts = [_without_role(part.strip(" ,.;|-")) for part in _AND.split(words)]
    parts = [part for part in parts if part]
    named = [part for part in parts if not _ROLE.search(part)]
    if named and len(named) < len(parts):
        parts, words = named, ", ".join(named)
    if len(parts) > 1 and any(len(part) < 3 or " " not in part for part in parts) and " and " not in words:
        parts = [words]  # "Le Figaro et AFP", "Smith, John": not a list that we understand
    return parts


def _without_role(name: str) -> str:
    """'Ann Lee - Staff Writer' and 'Ann Lee in London' as 'Ann Lee'."""
    head, dash, tail = name.partition(" - ")
    if dash and _ROLE.search(tail):
        name = head.strip()
    bare = _AT.sub("", name)
    return bare if bare.count(" ") >= 1 else name


def _is_somebody(name: str) -> bool:
    """Whether a name in another language is written as a person's: two to five words, the first and last capital."""
    words = name.split()
    return (
        2 <= len(words) <= 5
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not re.search(r"[\d:!?@/|]", name)
        and _ROLE.search(name) is None
    )


def _printed_instead(seen: Survey, text: Text, title: Choice | None, printed: tuple[str, ...], said: list[str]) -> bool:
    """Whether the page signs with other people than its metadata name, who are nowhere near the headline.

    Then metadata name who typed the text in, or who is in charge of it.
    """
    if title is None or title.block < 0 or not printed or not all(_is_somebody(name) for name in printed):
        return False
    known = {key(name) for name in said}
    if any(key(name) in other or other in key(name) for name in printed for other in known):
        return False
    end = text.kept[0].index + 2 if text.kept else title.block + 8
    near = [key(block.text) for block in seen.blocks[max(0, title.block - 6) : end] if len(block.text) < 200]
    return not any(name in line for name in known for line in near)


def _said_authors(structured: Structured, site: str) -> tuple[list[str], str]:
    """Names that metadata give, of the most trusted witness that gives any."""
    names: list[str] = []
    rule = ""
    for witness in structured.of("author"):
        value = " ".join(witness.value.split())
        if not value or value.startswith(("http", "@", "/", "www.")) or _NOBODY.match(value):
            continue
        kind = witness.rule
        if rule and kind != rule:
            break
        rule = kind
        names += split_names(value)
    unique: list[str] = []
    for name in names:
        if name.casefold() not in {known.casefold() for known in unique}:
            unique.append(name)
    return unique, rule


# --- the smaller fields --------------------------------------------------------------------------------------------

_HOME = re.compile(r"^(?:trang chủ|home|trang nhất|tin tức|news|»|>|/|›|start|startseite|accueil)$", re.I)


def find_category(seen: Survey, structured: Structured, title: Choice | None, url: str) -> tuple[str, str] | None:
    """Section of the site: the breadcrumb on the page, then the line above the headline, then metadata."""
    boxes, blocks = seen.boxes, seen.blocks
    end = title.block if title and title.block >= 0 else -1
    headline = key(title.value) if title else ""
    crumbs: Box | None = None
    for box in boxes:
        if box.first > end:
            break
        if box.hints & Hint.NAV and box.last - box.first <= 12 and box.last > box.first:
            names = f"{box.element.get('class') or ''} {box.element.get('id') or ''}".lower()
            if "crumb" in names or "duongdan" in names or "duong-dan" in names:
                crumbs = box
    if crumbs is not None:
        levels: list[str] = []
        for block in blocks[crumbs.first : crumbs.last]:
            if glued := _glued_levels(seen, block, headline):
                levels += [part for part in glued if part not in levels]
                continue
            for part in re.split(r"\s*[»›>/|]\s*", block.text):
                part = part.strip(" -–:")
                if part and not _HOME.match(part) and key(part) != headline and part not in levels:
                    levels.append(part)
        if levels and sum(map(len, levels)) < 160:
            return " / ".join(levels), "breadcrumb"
    for witness in structured.of("section"):
        levels = [p for p in witness.value.split(" / ") if p and not _HOME.match(p) and key(p) != headline]
        if levels:
            return " / ".join(levels), witness.rule
    filed = [
        a.text.strip() for a in seen.anchors if "category" in (a.element.get("rel") or "").split() and a.block > end - 9
    ]
    if filed and 2 <= len(filed[0]) <= 60:
        return filed[0], "rel=category"
    named = {key(w.value) for w in structured.of("site")} | {
        key(a.text) for a in seen.anchors if _is_front(a.href, url)
    }
    for anchor in seen.anchors:
        if end - 6 <= anchor.block <= end + 6 and anchor.block < len(blocks) and 2 <= len(anchor.text) <= 60:
            before = blocks[anchor.block].text.partition(anchor.text)[0]
            if _FILED_UNDER.search(before):
                return anchor.text, "label of the section"
    for n in range(end - 1, max(-1, end - 4), -1):
        block = blocks[n]
        if key(block.text) in named:
            continue  # the site's own name, above every headline
        if block.linked > 0.5 * len(block.text) and len(block.text) < 120:
            levels = [part.strip(" -–:") for part in re.split(r"\s*[»›>/|]\s*", block.text)]
            if len(levels) > 1 and _HOME.match(levels[0]):
                levels = [part for part in levels[1:] if part and not _HOME.match(part) and key(part) != headline]
                if levels:
                    return " / ".join(levels), "breadcrumb"
        if 3 <= len(block.text) <= 40 and not read_stamp(block.text) and not re.search(r"[\d:.!?|]", block.text):
            box = boxes[block.box]
            if not box.hints & (Hint.SHARE | Hint.HIDDEN | Hint.FORM) and box.tag != "li":
                return block.text, "line above the headline"
    return None


_FILED_UNDER = re.compile(
    r"(?:chuyên mục|danh mục|thể loại|lĩnh vực|mục tin|category|filed under|posted in|đăng trong)\s*:?\s*$", re.I
)


def _glued_levels(seen: Survey, block: Block, headline: str) -> list[str]:
    """Levels of a breadcrumb in one line whose links nothing parts but a drawing: 'Trang chủ Tin tức Văn hóa'."""
    if re.search(r"[»›>/|]", block.text):
        return []
    at = bisect_left(seen.anchors, block.index, key=attrgetter("block"))
    texts: list[str] = []
    for anchor in seen.anchors[at : at + 8]:
        if anchor.block != block.index:
            break
        texts.append(anchor.text)
    if len(texts) < 2:
        return []
    rest = block.text
    for words in texts:
        rest = rest.replace(words, "", 1)
    levels = [*texts, rest.strip(" -–:\u00bb\u203a")]
    return [part for part in levels if part and not _HOME.match(part) and key(part) != headline]


def _is_front(href: str, url: str) -> bool:
    """Whether *href*, on the page *url*, leads to the site's front page."""
    if href in ("/", "./", "index.html", "/index.html"):
        return True
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[x": no address, hence no front page
        return False
    return bool(parts.netloc) and href.rstrip("/") == f"{parts.scheme}://{parts.netloc}"


def find_tags(seen: Survey, structured: Structured, title: Choice | None) -> tuple[str, ...]:
    """Keywords that the page prints below the headline; else those of metadata, if they are few."""
    start = title.block if title else -1
    tagged: set[int] = set()
    for box in seen.boxes:
        if box.hints & Hint.TAGS and box.first > start and 0 < box.last - box.first <= 30:
            tagged.update(range(box.first, box.last))
    tags: dict[str, None] = {}
    for anchor in seen.anchors:
        n = anchor.block
        if n <= start or n >= len(seen.blocks):
            continue
        if n in tagged or _TAGGED.match(seen.blocks[n].text):
            words = anchor.text.strip(" #,;")
            if 2 <= len(words) <= 60:
                tags[words] = None
    if tags:
        return tuple(tags)[:40]
    for witness in structured.of("tag"):
        for part in witness.value.split(","):
            if 2 <= len(part.strip()) <= 60:
                tags[part.strip()] = None
    return tuple(tags)[:40] if len(tags) <= 20 else ()


_TAGGED = re.compile(r"^\W*(?:từ kh(?:óa|oá)|tags?|keywords?|chủ đề|topics?)\s*:", re.I)
