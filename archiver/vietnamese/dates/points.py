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
        self.problems: list[Problem] = []
        self.printed = True  # whether the year is printed, where there is one

    def copy(self) -> Point:
        """Another of the same."""
        twin = Point(self.unit, self.y, self.m, self.d)
        twin.clock, twin.clock_end, twin.zone = self.clock, self.clock_end, self.zone
        twin.approx, twin.doubt, twin.printed = self.approx, self.doubt, self.printed
        twin.first, twin.last = self.first, self.last
        twin.problems = self.problems.copy()
        return twin


def without_24(point: Point) -> None:
    """Leave the day alone where a clock says 24 o'clock: that is its end, and EDTF has no such hour."""
    if (point.clock and point.clock[0] == 24) or (point.clock_end and point.clock_end[0] == 24):
        point.clock = point.clock_end = None


class Span:
    """Two ends, either of which may be open, or a set of points."""

    __slots__ = ("a", "b", "kind", "members", "problems")

    def __init__(self, a: Point | None, b: Point | None, members: list[Point] | None = None) -> None:
        self.a = a
        self.b = b
        self.members = members
        self.problems: list[Problem] = []


Node = Point | Span


def points_of(node: Node) -> list[Point]:
    """Every point that a node is made of."""
    if isinstance(node, Point):
        return [node]
    if node.members is not None:
        return node.members
    return [p for p in (node.a, node.b) if p is not None]


def _year(y: int) -> str:
    return f"{y:04d}" if y >= 0 else f"-{-y:04d}"


def edtf_of(node: Node) -> str:
    """EDTF, levels 1 and 2."""
    if isinstance(node, Span):
        if node.members is not None:
            return "{" + ",".join(edtf_of(p) for p in node.members) + "}"
        return (edtf_of(node.a) if node.a else "..") + "/" + (edtf_of(node.b) if node.b else "..")
    unit, y = node.unit, node.y
    mark = "" if not node.approx and not node.doubt else "?" if not node.approx else "%" if node.doubt else "~"
    if unit == "day":
        if y is None:
            return f"XXXX-{_TWO[node.m or 0]}-{_TWO[node.d or 0]}{mark}"
        text = f"{y if 1000 <= y <= 9999 else _year(y)}-{_TWO[node.m or 0]}-{_TWO[node.d or 0]}"
        if node.clock is None:
            return text + mark
        if not node.doubt and (not node.approx or not node.printed):
            # EDTF has no qualifier for a moment; of an inferred year `problems` speaks.
            at = f"{text}T{node.clock[0]:02d}:{node.clock[1]:02d}:{node.clock[2]:02d}{node.zone}"
            if node.clock_end and node.clock_end > node.clock:
                end = node.clock_end
                return f"{at}/{text}T{end[0]:02d}:{end[1]:02d}:{end[2]:02d}{node.zone}"
            return at
        return text + mark
    if unit in ("month", "quarter", "season"):
        return f"{'XXXX' if y is None else _year(y)}-{node.m:02d}{mark}"
    assert y is not None
    if unit == "decade":
        return f"{y:03d}X{mark}"
    if unit == "century":
        return (f"{y:02d}" if y >= 0 else f"-{-y - 1:02d}") + "XX" + mark  # -00XX is the first century BC
    return _year(y) + mark


def _safe(y: int, m: int, d: int) -> date | None:
    return date(y, m, d) if 1 <= y <= 9999 else None


def bounds(node: Node) -> tuple[date | None, date | None]:
    """The first and the last calendar day meant; None where it cannot be told."""
    if isinstance(node, Span):
        if node.members is not None:
            return bounds(node.members[0])[0], bounds(node.members[-1])[1]
        return (bounds(node.a)[0] if node.a else None), (bounds(node.b)[1] if node.b else None)
    if node.first and node.last:
        return node.first, node.last
    unit, y, m = node.unit, node.y, node.m
    if y is None:
        return None, None
    if unit == "day":
        day = date(y, m or 1, node.d or 1) if 1 <= y <= 9999 else None
        if day and node.clock and node.zone != "+07:00":
            there, _ = in_vietnam(day, node.clock[0], node.clock[1], node.zone)
            return there, there
        return day, day
    if unit == "month":
        assert m is not None
        return _safe(y, m, 1), _safe(y, m, days_in(m, y))
    if unit == "quarter":
        assert m is not None
        last = (m - 32) * 3
        return _safe(y, last - 2, 1), _safe(y, last, days_in(last, y))
    if unit == "season":
        assert m is not None
        begin, end = {21: (1, 3), 22: (4, 6), 23: (7, 9), 24: (10, 12)}[m]
        return _safe(y, begin, 1), _safe(y, end, days_in(end, y))
    if unit == "decade":
        return _safe(y * 10, 1, 1), _safe(y * 10 + 9, 12, 31)
    if unit == "century":
        if y < 0:
            return None, None
        return _safe(y * 100 + 1, 1, 1), _safe(y * 100 + 100, 12, 31)
    return _safe(y, 1, 1), _safe(y, 12, 31)


def in_vietnam(day: date, hour: int, minute: int, zone: str) -> tuple[date, int]:
    """The day in Vietnam, and the minute of it, of a moment that is printed with a zone: 'Z', '+00:00'.

    >>> in_vietnam(date(2024, 8, 5), 18, 30, "Z")
    (datetime.date(2024, 8, 6), 90)
    """
    sign = -1 if zone.startswith("-") else 1
    offset = 0 if zone == "Z" else sign * (int(zone[1:3]) * 60 + int(zone[4:6]))
    days, at = divmod(hour * 60 + minute - offset + 7 * 60, 1440)
    return day + timedelta(days=days), at


def precision_of(node: Node) -> Precision:
    """How exactly a node is printed."""
    if isinstance(node, Span):
        return "set" if node.members is not None else "interval"
    if node.unit == "day":
        if node.clock and node.y is not None and not node.doubt and (not node.approx or not node.printed):
            if node.clock_end and node.clock_end > node.clock:
                return "interval"
            return node.clock[3]  # type: ignore[return-value]  # the three words of Clock are precisions
        return "day"
    assert node.unit != "undated"
    return node.unit
