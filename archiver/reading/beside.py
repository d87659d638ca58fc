"""The date that stands beside a title in a list, told from the dates in a title and in a summary."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from archiver.errors import UnreadableDate
from archiver.shapes import DateReading
from archiver.vietnamese.dates import infer_years, parse_date

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
DATE = re.compile(
    r"(?<![\d/.-])(?:(?:(?:thứ\s+\w+|chủ\s+nhật|t[2-7]|cn)\s*,?\s*)?(?:ngày\s+)?)"
    r"(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?|(\d{4})-(\d{2})-(\d{2})"
    r"|(\d{1,2})\s+(?:tháng\s|thg\s|th)\s*(\d{1,2})\s*,?\s*(?:năm\s+)?(\d{4})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?\s+\d{{4}}|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd"
    rf"|th)?,?\s+\d{{4}})"
    r"(?:[\sT,|-]*(?:lúc\s*)?\d{1,2}\s?[:hg]\s?\d{2}(?::\d{2})?(?:\s?[AP]M|\s?(?:SA|CH)\b)?)?(?![\d/])",
    re.I,
)
_SPLIT_DAY = re.compile(r"(\d{1,2})\s+(?:tháng\s*|thg\s*|th\s*)?(\d{1,2})\s*[/.,-]\s*(\d{4})", re.I).fullmatch
_DIGIT = re.compile(r"\d").search
_CLOCK_BEFORE = re.compile(r"\d{1,2}\s?[:hg]\s?\d{2}(?::\d{2})?(?:\s?[AP]M)?[\s,|-]*(?:ngày\s*)?$", re.I)
_STAMP_LABEL = re.compile(
    r"(?:ngày (?:đăng|cập nhật|xuất bản|gửi|tạo|phát hành|ban hành)(?: tin)?|cập nhật(?: lúc)?|đăng (?:lúc|ngày)"
    r"|posted on|date)\s*:?\s*\(?$",
    re.I,
)
_HEADS = re.compile(r"\s*[\])]?\s*(?:[-–—|•:…]|\.{2,3})\s").match  # '20/11/2023 - Sáng nay, tại hội trường …'
_LEADING_DATE = re.compile(rf"^[\[(]?\s*({DATE.pattern})\s*[\])]?\s*[-–:|]\s*", re.I)
TRAILING_DATE = re.compile(rf"\s*[-–|]?\s*[\[(]\s*(?:({DATE.pattern})|{_CLOCK_BEFORE.pattern[:-1]})?\s*[\])]\s*$", re.I)


def undated(title: str, bare_too: bool) -> tuple[str, str | None]:
    """A title without the date at its edge, and that date. '(26/03)' without a year may be of the title itself."""
    for edge in (TRAILING_DATE.search(title), _LEADING_DATE.search(title)):
        if edge is None or edge.end() - edge.start() >= len(title):
            continue
        raw = edge[1]
        if raw and not bare_too and not re.search(r"\d{4}", raw):
            continue
        return (title[: edge.start()] + title[edge.end() :]).strip(), raw
    return title, None


def stamp_in(lines: list[str]) -> str | None:
    """The date that stands beside a title, with the clock time before or after it.

    It stands by itself, in brackets, or at the head or the end of its line: a date in the running text of a summary is
    that of the event.
    """
    for number, line in enumerate(lines):
        if len(line) > 16 or not _DIGIT(line):
            continue
        after = lines[number + 1] if number + 1 < len(lines) else ""
        split = _SPLIT_DAY(line) or (_SPLIT_DAY(f"{line} {after}") if len(line) <= 2 and len(after) <= 16 else None)
        if split:  # '13' over '09/2019', as in the leaf of a calendar
            return f"{split[1]}/{split[2]}/{split[3]}"
    for line in lines:
        found = DATE.search(line) if _DIGIT(line) else None
        if found is None:
            continue
        before, after = line[: found.start()], line[found.end() :]
        clock = _CLOCK_BEFORE.search(before[-24:])
        beside = len(before) + len(after)
        alone = beside <= 14 or (beside <= 45 and (found[3] or found[4] or found[9]))
        bracketed = (
            before.rstrip()[-1:] in ("(", "[") and after.lstrip()[:1] in (")", "]") and not before.strip(" ([-–")
        )
        labelled = bool(_STAMP_LABEL.search(before[-30:]))
        heads = bool(found[3] or found[4] or found[9]) and not before.strip(" ([") and bool(_HEADS(after))
        if alone or bracketed or labelled or heads:
            return ((clock[0] if clock else "") + found[0]).strip()
    return None


def _in_july(raw: str | None) -> DateReading | None:
    """'24/7' is all day and all week in a sentence, and a day where a list prints days."""
    if raw != "24/7":
        return None
    return replace(parse_date(f"({raw})"), raw=raw, span=(0, len(raw)))


def read_dates(raws: list[str | None]) -> list[DateReading | None]:
    """The dates of a list; a day and month without a year take that of their neighbours, and say so."""
    read: list[DateReading | None] = []
    for raw in raws:
        try:
            read.append(None if raw is None else parse_date(raw))
        except UnreadableDate:
            read.append(_in_july(raw))
    dated = iter(infer_years([reading for reading in read if reading is not None]))
    return [None if reading is None else next(dated) for reading in read]


def text_before(element: etree._Element) -> str:
    """The text right before an element."""
    earlier, parent = element.getprevious(), element.getparent()
    if earlier is not None:
        return earlier.tail or ""
    return (parent.text or "") if parent is not None else ""
