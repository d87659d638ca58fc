"""Day, signature and the smaller fields: candidates from the page and its metadata, chosen by written rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from urllib.parse import urlsplit

from archiver.reading.blocks import Block, Box, Survey, path_of
from archiver.reading.body import Place, Text
from archiver.reading.headline import Choice, key
from archiver.reading.names import Hint
from archiver.reading.stamps import (
    CLOCK,
    LABEL,
    UPDATED,
    address_date,
    as_printed,
    machine_date,
    read_stamp,
    told_here,
    wrong_zone,
)
from archiver.reading.structured import Structured
from archiver.shapes import Article, DateReading, Found, Problem
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
    modified_rule: str = ""
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
        said = _told(witness.value, vietnamese)
        if said is not None:
            rule = witness.rule
            break
    for witness in structured.of("modified"):
        dating.modified = _told(witness.value, vietnamese)
        if dating.modified is not None:
            dating.modified_rule = witness.rule
            break
    printed, updated, where = _printed(seen, place, text, title)
    if said is None and printed is None:
        said, rule = _timed(seen, text, title)
        said = told_here(said) if said and vietnamese else said
    if updated is not None and dating.modified is None and printed is not None:
        dating.modified, dating.modified_rule = updated, "stamp of the last change"
    if printed is None:
        printed, where = updated, where or "stamp of the last change"
    if said is not None and (printed is None or not vietnamese or printed.start == said.start):
        dating.published, dating.rule = said, rule
        dating.origin = "json-ld" if "json-ld" in rule else rule.split(":")[0]  # json-ld, microdata, meta, state, stamp
        if printed is not None and printed.start == said.start and vietnamese:
            dating.published, dating.origin, dating.rule = printed, "stamp", where
            if wrong_zone(printed, said):
                dating.problems = (_seven_hours(printed, said, rule),)
    elif printed is not None:
        dating.published, dating.origin, dating.rule = printed, "stamp", where
        if said is not None:
            dating.problems = (
                _seven_hours(printed, said, rule)
                if wrong_zone(printed, said)
                else Problem(
                    "published-disagrees",
                    f"the page prints {printed.raw!r}, {rule} says {said.raw!r}; the printed one was taken",
                    "published",
                ),
            )
    else:
        from_address = address_date(url)
        if from_address is not None:
            dating.published, dating.origin, dating.rule = from_address, "url", "address"
        elif vietnamese and (written := _dateline(seen, place, text)):
            dating.published, dating.origin, dating.rule = written, "body", "dateline of the text"
    if (
        said
        and printed
        and dating.modified
        and wrong_zone(printed, said)
        and dating.modified_rule.startswith(("meta", "json-ld"))
    ):
        dating.modified = as_printed(dating.modified)  # the same template writes both
    if dating.published is None:
        dating.problems = (Problem("published-missing", "the page names no day of publication", "published"),)
    elif not dating.problems:
        dating.problems = _contradicted(dating.published, structured, url, vietnamese)
    return dating


def _told(value: str, vietnamese: bool) -> DateReading | None:
    """The moment that a page's data give; of a Vietnamese page as it is told here."""
    said = machine_date(value)
    return told_here(said) if said and vietnamese else said


def _contradicted(chosen: DateReading, structured: Structured, url: str, vietnamese: bool) -> tuple[Problem, ...]:
    """The other days that metadata and the address give, where they are not the chosen one: each with its place."""
    others: dict[date | None, str] = {}
    for witness in structured.of("published"):
        said = _told(witness.value, vietnamese)
        if said is not None:
            others.setdefault(said.start, f"{witness.rule} says {said.raw!r}")
    from_address = address_date(url)
    if from_address is not None:
        others.setdefault(from_address.start, f"the address says {from_address.raw!r}")
    against = [why for day, why in others.items() if day is not None and day != chosen.start]
    if not against or chosen.start is None:
        return ()
    return (Problem("published-disagrees", f"{chosen.raw!r} was taken; {'; '.join(against)}", "published"),)


def listed_on(article: Article, day: DateReading, listing: str) -> Article:
    """*article*, dated by the *listing* (an address) that led to it, where its own page names no day."""
    if article.published is not None or day.start is None or day.precision in ("interval", "set", "month", "year"):
        return article
    problems = tuple(problem for problem in article.problems if problem.code != "published-missing")
    found = {**article.found, "published": Found(f"listing: {listing}", day.raw)}
    return replace(article, published=day, published_from="listing", found=found, problems=problems)


_DATELINE = re.compile(
    r"\(?[^\W\d_][\w.\- ]{1,40}, ngày [0-9]{1,2}(?: tháng |[/.-])[0-9]{1,2}(?: năm |[/.-])[0-9]{4}\)?\.?"
)


def _dateline(seen: Survey, place: Place, text: Text) -> DateReading | None:
    """The day of 'TP.HCM, ngày 12 tháng 3 năm 2021', which opens or ends a text as a line of its own; None of two."""
    if not text.kept:
        return None
    lines = {
        " ".join(block.text.split())
        for block in seen.blocks[text.kept[0].index : text.kept[-1].index + 4]
        if len(block.text) < 90 and not place.off[block.index] and not place.away[block.box] & _OTHERS
    }
    dated = [line for line in lines if _DATELINE.fullmatch(line)]
    days = find_dates(dated[0]) if len(dated) == 1 else []
    return days[0] if len(days) == 1 else None


def _seven_hours(printed: DateReading, said: DateReading, rule: str) -> Problem:
    why = (
        f"the page prints {printed.raw!r}, {rule} says {said.raw!r}: one clock, called UTC there; the printed was taken"
    )
    return Problem("published-disagrees", why, "published")


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


# --- the smaller fields --------------------------------------------------------------------------------------------

_HOME = re.compile(r"^(?:trang chủ|home|trang nhất|»|>|/|›|start|startseite|accueil)$", re.I)
_YOU_ARE_HERE = re.compile(r"^(?:bạn đang (?:ở|xem)|vị trí hiện tại|you are here)(?: đây)?\s*:", re.I)
_ALL_NEWS = re.compile(r"^(?:tin tức|news)$", re.I)


def _levels(parts: Iterable[str], headline: str) -> list[str]:
    """Levels of a section, without the front page and the article itself; 'Tin tức' where nothing is below it."""
    levels = [_YOU_ARE_HERE.sub("", part.strip(" -–:»›")).strip() for part in parts]
    levels = [part for part in dict.fromkeys(levels) if part and not _HOME.match(part) and key(part) != headline]
    return [part for part in levels if not _ALL_NEWS.match(part)] or levels


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
        parts: list[str] = []
        for block in blocks[crumbs.first : crumbs.last]:
            parts += _glued(seen, block) or re.split(r"\s*[»›>/|]\s*", block.text)
        levels = _levels(parts, headline)
        if levels and sum(map(len, levels)) < 160:
            return " / ".join(levels), "breadcrumb"
    for witness in structured.of("section"):
        levels = _levels(witness.value.split(" / "), headline)
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
            before = blocks[anchor.block].text[:1_000].partition(anchor.text)[0]
            if _FILED_UNDER.search(before):
                return anchor.text, "label of the section"
    for n in range(end - 1, max(-1, end - 4), -1):
        block = blocks[n]
        if key(block.text) in named:
            continue  # the site's own name, above every headline
        if block.linked and len(block.text) < 300:
            parts = [part.strip(" -–:") for part in re.split(r"\s*[»›>/|]\s*", block.text)]
            if len(parts) > 1 and _HOME.match(parts[0]) and (levels := _levels(parts, headline)):
                return " / ".join(levels), "breadcrumb"
        if 3 <= len(block.text) <= 40 and not read_stamp(block.text) and not re.search(r"[\d:.!?|]", block.text):
            box = boxes[block.box]
            if _of_a_menu(seen, n):
                return None
            if not box.hints & (Hint.SHARE | Hint.HIDDEN | Hint.FORM) and box.tag != "li":
                return block.text, "line above the headline"
    return None


def _of_a_menu(seen: Survey, n: int) -> bool:
    """Whether a line of links is one of a menu: three links and more in it, or more such lines above it."""
    if not _is_linked(seen.blocks[n]):
        return False
    at = bisect_left(seen.anchors, n, key=attrgetter("block"))
    three = [anchor.block for anchor in seen.anchors[at : at + 3]]
    if len(three) == 3 and len(set(three)) == 1:
        return True
    above = seen.blocks[max(0, n - 2) : n]
    return len(above) == 2 and all(
        len(one.text) <= 40 and _is_linked(one) and not _HOME.match(one.text) for one in above
    )


def _is_linked(block: Block) -> bool:
    return block.linked >= 0.9 * len(block.text.replace(" ", ""))


_FILED_UNDER = re.compile(
    r"(?:chuyên mục|danh mục|thể loại|lĩnh vực|mục tin|category|filed under|posted in|đăng trong)\s*:?\s*$", re.I
)


def _glued(seen: Survey, block: Block) -> list[str]:
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
    return [*texts, rest]


def _is_front(href: str, url: str) -> bool:
    """Whether *href*, on the page *url*, leads to the site's front page."""
    if href in ("/", "./", "index.html", "/index.html"):
        return True
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[x": no address, hence no front page
        return False
    return bool(parts.netloc) and href.rstrip("/") == f"{parts.scheme}://{parts.netloc}"


def find_tags(seen: Survey, structured: Structured, title: Choice | None) -> tuple[tuple[str, ...], Found | None]:
    """Keywords that the page prints below the headline; else those of metadata, if they are few; and where."""
    start = title.block if title else -1
    tagged: set[int] = set()
    for box in seen.boxes:
        if box.hints & Hint.TAGS and box.first > start and 0 < box.last - box.first <= 30:
            tagged.update(range(box.first, box.last))
    tags: dict[str, None] = {}
    first = -1
    for anchor in seen.anchors:
        n = anchor.block
        if n <= start or n >= len(seen.blocks):
            continue
        if n in tagged or _TAGGED.match(seen.blocks[n].text):
            words = anchor.text.strip(" #,;")
            if 2 <= len(words) <= 60:
                tags[words] = None
                first = first if first >= 0 else n
    if tags:
        block = seen.blocks[first]
        return tuple(tags)[:40], Found(f"{path_of(seen, block.box)}: links called keywords", block.text[:400])
    witnesses = structured.of("tag")
    for witness in witnesses:
        for part in witness.value.split(","):
            if 2 <= len(part.strip()) <= 60:
                tags[part.strip()] = None
    if not tags or len(tags) > 20:
        return (), None
    return tuple(tags), Found(witnesses[0].rule, ", ".join(witness.value for witness in witnesses)[:400])


_TAGGED = re.compile(r"^\W*(?:từ kh(?:óa|oá)|tags?|keywords?|chủ đề|topics?)\s*:", re.I)
