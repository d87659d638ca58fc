"""What a date form comes to: points and spans of time, their EDTF, and the calendar days that they cover."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from typing import Literal

from archiver.shapes import Precision, Problem

Unit = Literal["day", "month", "quarter", "season", "year", "decade", "century", "undated"]

MONTH_NAMES = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_TWO = tuple(f"{n:02d}" for n in range(100))

Told = tuple[date | None, date | None, str, Precision]
"""The first and the last calendar day meant (None where it cannot be told), EDTF (levels 1 and 2), precision."""

_OPEN: Told = (None, None, "..", "day")  # the end of an interval that has none

Clock = tuple[int, int, int, str]  # hour, minute, second, and what is printed: "hour", "minute" or "second"


def days_in(month: int, year: int | None) -> int:
    """How many days a month has; 29 for a February of no year."""
    if month == 2:
        return 29 if year is None or isleap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


class Point:
    """One day, month, quarter, season, year, decade or century, with what is known of it."""

    __slots__ = (
        "approx",
        "clock",
        "clock_end",
        "d",
        "doubt",
        "first",
        "last",
        "m",
        "printed",
        "problems",
        "unit",
        "y",
        "zone",
    )

    def __init__(self, unit: Unit, y: int | None = None, m: int | None = None, d: int | None = None) -> None:
        self.unit: Unit = unit
        self.y = y  # year; decade 198 for 1980 to 1989, century 19 for 1901 to 2000 (EDTF's 19XX), -2 for 200 to 101 BC
        self.m = m  # month; EDTF's 33 to 36 for a quarter, 21 to 24 for a season
        self.d = d
        self.clock: Clock | None = None
        self.clock_end: Clock | None = None
        self.zone = "+07:00"
        self.approx = False
        self.doubt = False
        self.first: date | None = None  # calendar bounds that differ from those of the unit: a lunar year
        self.last: date | None = None
        self.problems: tuple[Problem, ...] = ()
        self.printed = True  # whether the year is printed, where there is one

    def copy(self) -> Point:
        """Another of the same."""
        twin = Point(self.unit, self.y, self.m, self.d)
        twin.clock, twin.clock_end, twin.zone = self.clock, self.clock_end, self.zone
        twin.approx, twin.doubt, twin.printed = self.approx, self.doubt, self.printed
        twin.first, twin.last = self.first, self.last
        twin.problems = self.problems
        return twin

    def note(self, code: str, why: str) -> None:
        """List one more doubt."""
        self.problems += (Problem(code, why),)

    def told(self) -> Told:
        """Bounds, EDTF and precision of the point."""
        unit, y, m = self.unit, self.y, self.m
        mark = self.mark() if self.approx or self.doubt else ""
        if unit == "day":
            if self.clock is None:
                d = self.d or 1
                m = m or 1
                if y is None:
                    return None, None, f"XXXX-{_TWO[m]}-{_TWO[d]}{mark}", "day"
                if 1000 <= y <= 9999:  # nine in ten
                    day = date(y, m, d)
                    return day, day, f"{y}-{_TWO[m]}-{_TWO[d]}{mark}", "day"
        elif y is not None and 1000 <= y <= 9999 and unit in _WITHIN_A_YEAR and self.first is None:
            begin, end = _MONTHS_OF[m]
            edtf = f"{y}{mark}" if m is None else f"{y}-{_TWO[m]}{mark}"
            return date(y, begin, 1), date(y, end, days_in(end, y)), edtf, unit  # type: ignore[return-value]  # one of the four
        return *bounds(self), _edtf(self), _precision(self)

    def mark(self) -> str:
        """EDTF's qualifier: '?' doubted, '~' approximate, '%' both."""
        return "" if not self.approx and not self.doubt else "?" if not self.approx else "%" if self.doubt else "~"


def without_24(point: Point) -> None:
    """Leave the day alone where a clock says 24 o'clock: that is its end, and EDTF has no such hour."""
    if (point.clock and point.clock[0] == 24) or (point.clock_end and point.clock_end[0] == 24):
        point.clock = point.clock_end = None


class Span:
    """Two ends, either of which may be open, or a set of points."""

    __slots__ = ("a", "b", "members")

    def __init__(self, a: Point | None, b: Point | None, members: list[Point] | None = None) -> None:
        self.a = a
        self.b = b
        self.members = members

    def told(self) -> Told:
        """Bounds, EDTF and precision of the whole."""
        if self.members is not None:
            each = [point.told() for point in self.members]
            return each[0][0], each[-1][1], "{" + ",".join(told[2] for told in each) + "}", "set"
        start, _, begun, _ = self.a.told() if self.a else _OPEN
        _, end, ended, _ = self.b.told() if self.b else _OPEN
        return start, end, f"{begun}/{ended}", "interval"


Node = Point | Span


def points_of(node: Node) -> list[Point]:
    """Every point that a node is made of."""
    if isinstance(node, Point):
        return [node]
    if node.members is not None:
        return node.members
    if node.a is not None and node.b is not None:
        return [node.a, node.b]
    return [p for p in (node.a, node.b) if p is not None]


def _year(y: int) -> str:
    return str(y) if y >= 1000 else f"{y:04d}" if y >= 0 else f"-{-y:04d}"


def _edtf(point: Point) -> str:
    """EDTF, levels 1 and 2."""
    unit, y = point.unit, point.y
    mark = point.mark()
    if unit == "day":
        text = f"{'XXXX' if y is None else _year(y)}-{_TWO[point.m or 0]}-{_TWO[point.d or 0]}"
        if y is None or point.clock is None or point.doubt or (point.approx and point.printed):
            return text + mark
        # EDTF has no qualifier for a moment; of an inferred year `problems` speaks.
        hour, minute, second, _ = point.clock
        at = f"{text}T{_TWO[hour]}:{_TWO[minute]}:{_TWO[second]}{point.zone}"
        if point.clock_end and point.clock_end > point.clock:
            hour, minute, second, _ = point.clock_end
            return f"{at}/{text}T{_TWO[hour]}:{_TWO[minute]}:{_TWO[second]}{point.zone}"
        return at
    if point.m is not None:
        return f"{'XXXX' if y is None else _year(y)}-{_TWO[point.m]}{mark}"
    assert y is not None
    if unit == "decade":
        return f"{y:03d}X{mark}"
    if unit == "century":
        return (f"{y:02d}" if y >= 0 else f"-{-y - 1:02d}") + "XX" + mark  # -00XX is the first century BC
    return _year(y) + mark


_WITHIN_A_YEAR = frozenset(("month", "quarter", "season", "year"))
_MONTHS_OF: dict[int | None, tuple[int, int]] = {
    None: (1, 12),
    **{m: (m, m) for m in range(1, 13)},
    **{first + n: (3 * n + 1, 3 * n + 3) for first in (21, 33) for n in range(4)},
}


def bounds(point: Point) -> tuple[date | None, date | None]:
    """The first and the last calendar day meant; None where it cannot be told."""
    if point.first and point.last:
        return point.first, point.last
    unit, y = point.unit, point.y
    if y is None:
        return None, None
    if unit == "day":
        day = date(y, point.m or 1, point.d or 1) if 1 <= y <= 9999 else None
        if day and point.clock and point.zone != "+07:00":
            day, _ = in_vietnam(day, point.clock[0], point.clock[1], point.zone)
        return day, day
    first = last = y
    if unit == "decade":
        first, last = y * 10, y * 10 + 9
    elif unit == "century":
        if y < 0:
            return None, None
        first, last = y * 100 + 1, y * 100 + 100
    begin, end = _MONTHS_OF[point.m]
    return (
        date(first, begin, 1) if 1 <= first <= 9999 else None,
        date(last, end, days_in(end, last)) if 1 <= last <= 9999 else None,
    )


def in_vietnam(day: date, hour: int, minute: int, zone: str) -> tuple[date, int]:
    """The day in Vietnam, and the minute of it, of a moment that is printed with a zone: 'Z', '+00:00'.

    >>> in_vietnam(date(2024, 8, 5), 18, 30, "Z")
    (datetime.date(2024, 8, 6), 90)
    """
    sign = -1 if zone.startswith("-") else 1
    offset = 0 if zone == "Z" else sign * (int(zone[1:3]) * 60 + int(zone[4:6]))
    days, at = divmod(hour * 60 + minute - offset + 7 * 60, 1440)
    return day + timedelta(days=days), at


def _precision(point: Point) -> Precision:
    """How exactly a point is printed."""
    if point.unit != "day":
        assert point.unit != "undated"
        return point.unit
    if point.clock and point.y is not None and not point.doubt and (not point.approx or not point.printed):
        if point.clock_end and point.clock_end > point.clock:
            return "interval"
        return point.clock[3]  # type: ignore[return-value]  # the three words of Clock are precisions
    return "day"


def shifted(day: date, days: int) -> date | None:
    """*day* and so many days more; None where the calendar of Python ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
