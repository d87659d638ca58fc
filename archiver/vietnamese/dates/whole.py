"""Texts that are one date and nothing else, in the commonest forms; the grammar reads them too, but slower."""

from __future__ import annotations

import re
from datetime import date

from archiver.vietnamese.dates.grammar import NUMBERS
from archiver.vietnamese.dates.points import Node, Point, Span, days_in
from archiver.vietnamese.dates.words import ROMAN, WEEKDAYS

_DAY = re.compile(
    r"(?:ngày đăng: )?"
    r"((?:([01]?[0-9]|2[0-3])[:h]([0-5][0-9])(?:, ngày | ngày |, | \| | ))?"
    r"(?:(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))(?:, ngày | ngày |, ))?"
    r"(ngày |sáng |trưa |chiều |tối |đêm )?"
    r"([0-9]{1,2})(?:([/.-])([0-9]{1,2})(?:\8([0-9]{4}))?| tháng ([0-9]{1,2}) năm ([0-9]{4}))"
    r"(?:(?:, | \| | - | )([01]?[0-9]|2[0-3]):([0-5][0-9])(?: \(gmt\+7\))?)?)"
)
_UNIT = re.compile(
    r"năm ([0-9]{4})|(?:tháng ([0-9]{1,2})|quý (iv|i{1,3}|[1-4]))(?:/| năm )([0-9]{4})"
    r"|(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học) )?([0-9]{4}) ?- ?([0-9]{4})"
)
_TWO_DAYS = re.compile(
    r"(?:từ )?(?:ngày )?([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4})"
    r"(?: ?- ?| đến (?:hết )?(?:ngày )?)([0-9]{1,2})\2([0-9]{1,2})\2([0-9]{4})"
)


def whole(folded: str) -> tuple[Node, int] | None:
    """What the whole of a folded text names, as the grammar reads it (a test holds the two), and where that begins.

    It takes a third of the grammar's time. None where only the grammar can tell: other forms, a day that no calendar
    has, a weekday that is not the date's, a year of no archive, a day with neither a year nor a word before it.

    >>> whole("quý iii năm 2024")[0].y, whole("ngày đăng: 05/08/2024 | 14:30")[1], whole("thứ ba, 05/08/2024")
    (2024, 11, None)
    """
    day = _DAY.fullmatch(folded)
    if day is not None:
        point = _day(day)
        return None if point is None else (point, day.start(1))
    node = _unit(folded) if folded[-4:] in NUMBERS else None  # each of them ends with its year
    return None if node is None else (node, 0)


def _unit(folded: str) -> Node | None:
    unit = _UNIT.fullmatch(folded)
    if unit is None:
        days = _TWO_DAYS.fullmatch(folded)
        return None if days is None else _days(days)
    year, month, quarter, of, begin, end = unit.groups()
    if begin:
        a, b = NUMBERS[begin], NUMBERS[end]
        return Span(Point("year", a), Point("year", b)) if 1900 <= a < b <= 2099 else None
    y = NUMBERS[year or of]
    if not 1900 <= y <= 2099:
        return None
    if year:
        return Point("year", y)
    if quarter:
        return Point("quarter", y, 32 + (ROMAN.get(quarter) or NUMBERS[quarter]))
    m = NUMBERS[month]
    return Point("month", y, m) if 0 < m < 13 else None


def _day(found: re.Match[str]) -> Point | None:
    _, hour, minute, weekday, sunday, called, d, sign, m, printed, spoken, y, later, minutes = found.groups()
    month, day = NUMBERS[m or spoken], NUMBERS[d]
    led = hour or later or weekday or sunday
    of = printed or y
    year = NUMBERS[of] if of else None
    if not 0 < month < 13 or not day or (day > 28 and day > days_in(month, year)):
        return None
    if year is None:
        return None if led or not called else Point("day", None, month, day)
    if not 1900 <= year <= 2099:
        return None
    point = Point("day", year, month, day)
    if led:
        if sign == "." or (hour and later) or (called and called != "ngày "):
            return None
        if (weekday or sunday) and date(year, month, day).weekday() != (6 if sunday else WEEKDAYS[weekday]):
            return None
        if hour or later:
            point.clock = (NUMBERS[hour or later], NUMBERS[minute or minutes], 0, "minute")
    return point


def _days(found: re.Match[str]) -> Span | None:
    d1, _, m1, y1, d2, m2, y2 = found.groups()
    ends = []
    for y, m, d in ((NUMBERS[y1], NUMBERS[m1], NUMBERS[d1]), (NUMBERS[y2], NUMBERS[m2], NUMBERS[d2])):
        if not 1900 <= y <= 2099 or not 0 < m < 13 or not 0 < d <= days_in(m, y):
            return None
        ends.append((y, m, d))
    first, last = ends
    return Span(Point("day", *first), Point("day", *last)) if first < last else None
