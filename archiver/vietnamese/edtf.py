"""EDTF read back: the calendar days that it covers, and how people write it in Vietnamese and in English.

The other direction, from a print to EDTF, is `archiver.vietnamese.dates`. Source: ISO 8601-2 (levels 1 and 2), of which
our records hold points, intervals with open ends, and sets. Quarters are 33 to 36, seasons 21 to 24.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from archiver.vietnamese.dates.points import MONTH_NAMES, Point, bounds, days_in, in_vietnam

Language = Literal["vi", "en"]

_POINT = re.compile(
    r"(?P<year>XXXX|-?\d{4}|\d{3}X|-?\d\dXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?(?P<mark>[?~%]?)"
)
_ROMAN = ("", "I", "II", "III", "IV")
_SEASONS = {"vi": ("mùa xuân", "mùa hè", "mùa thu", "mùa đông"), "en": ("spring", "summer", "autumn", "winter")}


@dataclass(frozen=True, slots=True)
class _Read:
    point: Point
    clock: str
    """In Vietnam: 'HH:MM', or ''."""
    mark: str


def days(edtf: str) -> tuple[date | None, date | None]:
    """First and last calendar day (Asia/Ho_Chi_Minh, inclusive) of *edtf*; None where an end is open or has no year.

    What is no EDTF of ours covers no day.

    >>> days("2024-08-05T18:30:00Z"), days("2024-35?")[1], days("2018-07/..")[1], days("XXXX-10-05")[0]
    ((datetime.date(2024, 8, 6), datetime.date(2024, 8, 6)), datetime.date(2024, 9, 30), None, None)
    """
    if edtf.startswith("{") and edtf.endswith("}"):
        members = [days(part) for part in edtf[1:-1].split(",")]
        return members[0][0], members[-1][1]
    first, slash, last = edtf.partition("/")
    if slash:
        return days(first)[0], days(last)[1]
    read = _point(edtf)
    return bounds(read.point) if read else (None, None)


def months(edtf: str) -> tuple[int, int]:
    """Year and month that hold all of *edtf*; 0 for what does not.

    >>> months("2024-08-05"), months("2024-35"), months("199X"), months("XXXX-08-05")
    ((2024, 8), (2024, 0), (0, 0), (0, 0))
    """
    first, last = days(edtf)
    if not first or not last or first.year != last.year:
        return 0, 0
    return first.year, first.month if first.month == last.month else 0


def held(edtf: str) -> str:
    """EDTF of the month, or else the year, that holds all of *edtf*; '' where none does.

    >>> held("2024-08-05"), held("2024-35"), held("199X")
    ('2024-08', '2024', '')
    """
    year, month = months(edtf)
    return f"{year:04d}-{month:02d}" if month else f"{year:04d}" if year else ""


def spoken(edtf: str, language: Language) -> str:
    """*edtf* as people write it, its marks ("?" doubted, "~" approximate, "%" both) kept; itself where we know no form.

    A moment is given in the time of Vietnam.

    >>> spoken("2013-01-25?", "vi"), spoken("2024-35", "vi"), spoken("199X", "vi"), spoken("2018-07/..", "vi")
    ('25/01/2013?', 'quý III/2024', 'những năm 1990', 'từ 07/2018')
    >>> spoken("2013-01-25?", "en"), spoken("2024-35", "en"), spoken("19XX", "en"), spoken("../XXXX-06-30", "en")
    ('25 January 2013?', 'Q3 2024', '20th century', 'until 30 June')
    """
    if edtf.startswith("{") and edtf.endswith("}"):
        return ", ".join(spoken(part, language) for part in edtf[1:-1].split(","))
    first, slash, last = edtf.partition("/")
    if slash:
        begin, end = ("" if part in ("", "..") else spoken(part, language) for part in (first, last))
        if not begin or not end:
            word = ("từ", "đến") if language == "vi" else ("from", "until")
            return f"{word[0]} {begin}" if begin else f"{word[1]} {end}" if end else edtf
        a, b = _point(first), _point(last)
        if a and b and a.clock and b.clock and begin.removesuffix(a.clock) == end.removesuffix(b.clock):
            end = b.clock
        return f"{begin} – {end}"
    read = _point(edtf)
    if not read:
        return edtf
    said = _vietnamese(read.point) if language == "vi" else _english(read.point)
    return said + (f" {read.clock}" if read.clock else "") + read.mark


def _point(edtf: str) -> _Read | None:
    """The point that *edtf* is, moved to the time of Vietnam; None where it is none, or no calendar has it."""
    found = _POINT.fullmatch(edtf)
    if not found:
        return None
    year, mark = found["year"], found["mark"]
    if year.endswith("X") and year != "XXXX":
        if found["month"]:
            return None
        if year[-2] != "X":
            return _Read(Point("decade", int(year[:3])), "", mark)
        return _Read(Point("century", -int(year[1:-2]) - 1 if year[0] == "-" else int(year[:-2])), "", mark)
    y, m = (None if year == "XXXX" else int(year)), int(found["month"] or 0)
    if found["day"] is None:
        if not found["month"]:
            return _Read(Point("year", y), "", mark) if y is not None else None
        if 21 <= m <= 24 or 33 <= m <= 36:
            return _Read(Point("season" if m < 30 else "quarter", y, m), "", mark)
        return _Read(Point("month", y, m), "", mark) if 1 <= m <= 12 else None
    d, clock = int(found["day"]), found["clock"] or ""
    if not 1 <= m <= 12 or not 1 <= d <= days_in(m, y):
        return None
    zone = found["zone"] or "+07:00"
    if clock and zone != "+07:00" and y:
        try:
            there, minute = in_vietnam(date(y, m, d), int(clock[:2]), int(clock[3:]), zone)
        except (ValueError, OverflowError):
            return None
        y, m, d, clock = there.year, there.month, there.day, f"{minute // 60:02d}:{minute % 60:02d}"
    return _Read(Point("day", y, m, d), clock, mark)


def _vietnamese(point: Point) -> str:
    year, m = ("" if point.y is None else f"{point.y:04d}"), point.m or 0
    match point.unit:
        case "day":
            return f"{point.d:02d}/{m:02d}" + (f"/{year}" if year else "")
        case "month":
            return f"{m:02d}/{year}" if year else f"tháng {m}"
        case "quarter":
            return f"quý {_ROMAN[m - 32]}" + (f"/{year}" if year else "")
        case "season":
            return f"{_SEASONS['vi'][m - 21]} {year}".rstrip()
        case "decade":
            return f"những năm {point.y:03d}0"
        case "century":
            return f"thế kỷ {_roman(_count(point))}" + (" TCN" if (point.y or 0) < 0 else "")
        case _:
            return year if (point.y or 0) >= 0 else f"{1 - (point.y or 0)} TCN"


def _english(point: Point) -> str:
    year, m = ("" if point.y is None else f"{point.y:04d}"), point.m or 0
    match point.unit:
        case "day":
            return f"{point.d} {MONTH_NAMES[m]} {year}".rstrip()
        case "month":
            return f"{MONTH_NAMES[m]} {year}".rstrip()
        case "quarter":
            return f"Q{m - 32} {year}".rstrip()
        case "season":
            return f"{_SEASONS['en'][m - 21]} {year}".rstrip()
        case "decade":
            return f"{point.y:03d}0s"
        case "century":
            n = _count(point)
            ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
            return f"{n}{ending} century" + (" BC" if (point.y or 0) < 0 else "")
        case _:
            return year if (point.y or 0) >= 0 else f"{1 - (point.y or 0)} BC"


def _count(century: Point) -> int:
    """The number people give it: EDTF's 19XX is the twentieth, its -02XX the third before our era."""
    y = century.y or 0
    return y + 1 if y >= 0 else -y


def _roman(n: int) -> str:
    """Roman digits of a century, 1 to 100."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[n // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[n % 10]


def covers(edtf: str, low: date | None, high: date | None) -> bool:
    """Whether a day that *edtf* covers lies from *low* to *high* (None: no bound); without any year it never does.

    >>> covers("2024-35", date(2024, 9, 30), None), covers("XXXX-09-30", None, date(2024, 9, 30))
    (True, False)
    """
    first, last = days(edtf)
    if first is None and last is None:
        return False
    return (low is None or last is None or last >= low) and (high is None or first is None or first <= high)
