"""Texts that are one date and nothing else, in the commonest forms; the grammar reads them too, but slower."""

from __future__ import annotations

import re
from datetime import date

from archiver.vietnamese.dates.points import Node, Point, Span, days_in
from archiver.vietnamese.dates.words import ROMAN, WEEKDAYS

_DAY = re.compile(
    r"(?:([01]?[0-9]|2[0-3])[:h]([0-5][0-9])(?:, ngày | ngày |, | \| | ))?"
    r"(?:(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))(?:, ngày | ngày |, ))?"
    r"(?:ngày )?([0-9]{1,2})(?:([/-])([0-9]{1,2})\6| tháng ([0-9]{1,2}) năm )([0-9]{4})"
    r"(?:(?:, | \| | - | )([01]?[0-9]|2[0-3]):([0-5][0-9])(?: \(gmt\+7\))?)?"
)
_UNIT = re.compile(
    r"năm ([0-9]{4})|(?:tháng ([0-9]{1,2})|quý (iv|i{1,3}|[1-4]))(?:/| năm )([0-9]{4})"
    r"|(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học) )?([0-9]{4}) ?- ?([0-9]{4})"
)
_TWO_DAYS = re.compile(
    r"(?:từ )?(?:ngày )?([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4})"
    r"(?: ?- ?| đến (?:hết )?(?:ngày )?)([0-9]{1,2})\2([0-9]{1,2})\2([0-9]{4})"
)


def whole(folded: str) -> Node | None:
    """What the whole of a folded text names, as the grammar reads it (a test holds the two together).

    It takes a third of the grammar's time. None where only the grammar can tell: other forms, a day that no calendar
    has, a weekday that is not the date's, a year of no archive.

    >>> whole("quý iii năm 2024").y, whole("thứ hai, 05/08/2024 | 14:30").clock, whole("thứ ba, 05/08/2024")
    (2024, (14, 30, 0, 'minute'), None)
    """
    unit = _UNIT.fullmatch(folded)
    if unit is None:
        day = _DAY.fullmatch(folded)
        if day is not None:
            return _day(day)
        days = _TWO_DAYS.fullmatch(folded)
        return None if days is None else _days(days)
    year, month, quarter, of, begin, end = unit.groups()
    if begin:
        a, b = int(begin), int(end)
        return Span(Point("year", a), Point("year", b)) if 1900 <= a < b <= 2099 else None
    y = int(year or of)
    if not 1900 <= y <= 2099:
        return None
    if year:
        return Point("year", y)
    if quarter:
        return Point("quarter", y, 32 + (ROMAN.get(quarter) or int(quarter)))
    m = int(month)
    return Point("month", y, m) if 0 < m < 13 else None


def _day(found: re.Match[str]) -> Point | None:
    hour, minute, weekday, sunday, d, _, m, spoken, y, later, minutes = found.groups()
    point = Point("day", int(y), int(m or spoken), int(d))
    year, month, day = point.y, point.m, point.d
    assert year is not None
    assert month is not None
    assert day is not None
    if not 1900 <= year <= 2099 or not 0 < month < 13 or not 0 < day <= days_in(month, year):
        return None
    if weekday or sunday:
        printed = 6 if sunday else WEEKDAYS[weekday]
        if date(year, month, day).weekday() != printed:
            return None
    if hour or later:
        if hour and later:
            return None
        point.clock = (int(hour or later), int(minute or minutes), 0, "minute")
    return point


def _days(found: re.Match[str]) -> Span | None:
    d1, _, m1, y1, d2, m2, y2 = found.groups()
    ends = []
    for y, m, d in ((int(y1), int(m1), int(d1)), (int(y2), int(m2), int(d2))):
        if not 1900 <= y <= 2099 or not 0 < m < 13 or not 0 < d <= days_in(m, y):
            return None
        ends.append((y, m, d))
    first, last = ends
    return Span(Point("day", *first), Point("day", *last)) if first < last else None
