"""Lunar days at the ends of intervals, in lists, and beside the days of the sun."""

from __future__ import annotations

from datetime import date

from archiver.vietnamese.dates.grammar import NUMBERS
from archiver.vietnamese.dates.points import Node, Point, Span, shifted
from archiver.vietnamese.dates.units import Units
from archiver.vietnamese.lunar import from_solar

RANGE = frozenset("- đến tới ~ → ÷".split())
_OF_THE_MOON = frozenset("mùng mồng tết chạp giêng rằm âm".split())


class Tides(Units):
    """What the moon says of several days, or of a day of the sun."""

    __slots__ = ()

    def moon_beside(self, i: int) -> bool:
        """Whether the lunar day is told at *i*, beside a day that is thereby one: '22/5, tức rằm tháng Tư'."""
        words = self.words
        j = i + (words[i] in {",", "("})
        return words[j] in {"tức", "nhằm"} or (words[i] == "(" and self.lunar_mark(j + 3) is not None)

    def told_by_moon(self, point: Point, i: int) -> int:
        """The index after the lunar day beside *point*, which gives it its year: '15/2 (tức mùng 6 Tết 2024)'."""
        words = self.words
        j = i + (words[i] in {",", "("})
        while words[j] in {"tức", "nhằm", "là", "ngày", "vào"}:
            j += 1
        mung = words[j] in {"mùng", "mồng"}
        j += mung
        faults = len(self.faults)
        found: tuple[Node, int] | None = None
        if words[j] == "rằm":
            full = self.full_moon(j)
            found = (full[0], full[1]) if full else None
        elif words[j] in NUMBERS:
            tet = self.tet_day(j, mung)
            found = (tet[0], tet[1]) if tet else self.lunar_day(j, True, mung, called=True)
        del self.faults[faults:]
        if not found or not isinstance(found[0], Point) or (found[0].m, found[0].d) != (point.m, point.d):
            return i
        point.y = found[0].y
        return found[1] + (words[i] == "(" and words[found[1]] == ")")

    def past_moon(self, i: int) -> int:
        """The index after a lunar day in brackets that an interval goes on behind: '8/2 (29 Tết) đến hết 14/2'."""
        words = self.words
        for j in range(i + 2, min(i + 10, self.count)):
            if words[j] == ")":
                moon = not _OF_THE_MOON.isdisjoint(words[i:j])
                return j + 1 if moon and words[j + 1] in {"đến", "tới", "-"} else i
        return i

    def year_behind(self, i: int) -> tuple[int, int] | None:
        """The year behind brackets with a day of the moon: '3/2 (mùng 6 tháng Giêng) năm 2025'."""
        words = self.words
        for j in range(i + 2, min(i + 14, self.count)):
            if words[j] == ")":
                year = self.year_digits(j + 2)
                return (year, j + 3) if words[j + 1] == "năm" and year and self.clean_after(j + 3) else None
        return None

    def lunar_several(self, days: list[int], ranges: int, i: int) -> tuple[Node, int, bool] | None:
        """The same of the moon: 'mùng 6 đến mùng 8 tháng Giêng', '1 - 10/3 năm Giáp Thìn', 'mùng 2, 3 và 4 Tết'."""
        words = self.words
        if not self.lunar_hint or (ranges and len(days) > 1) or not 0 < days[0] <= days[-1] < NUMBERS[words[i]]:
            return None
        mung = words[i - 1] in {"mùng", "mồng"}
        found = self.tet_day(i, True) if words[i + 1] == "tết" else self.lunar_day(i, True, mung)
        if not found:
            return None
        last, end = found[0], found[1]
        if not isinstance(last, Point) or last.unit != "day" or last.y is None:
            return Point("undated"), end, False
        points = []
        for d in days:  # all of one moon, so as many days apart as their numbers
            day = shifted(date(last.y, last.m or 1, last.d or 1), d - NUMBERS[words[i]])
            if day is None:
                return None
            point = Point("day", day.year, day.month, day.day)
            point.approx, point.printed = last.approx, last.printed
            points.append(point)
        return (Span(points[0], last) if ranges else Span(None, None, [*points, last])), end, False

    def lunar_span(self, span: Span, end: int, bare: bool) -> tuple[Node, int, bool]:
        """The span itself, or that of the lunar days it names where 'âm lịch' follows."""
        after = self.lunar_mark(end)
        if after is None:
            return span, end, bare
        assert span.a
        assert span.b
        year = self.lunar_year(after)
        solar = [self.lunar_point(p.d or 1, p.m or 1, False, year[0] if year else p.y, end) for p in (span.a, span.b)]
        stop = year[1] if year else after
        if solar[0] is None or solar[1] is None or solar[0].unit == "undated" or solar[1].unit == "undated":
            return Point("undated"), stop, False
        return Span(solar[0], solar[1]), stop, False

    def said_lunar(self, i: int, end: int) -> bool:
        """Whether the end of an interval, at *i*, has a mark of the moon ('âm lịch') or the name of its year."""
        words = self.words
        for k in range(i, end):
            if words[k] in {"tức", "nhằm"}:
                return False  # what follows tells a solar day again
            if self.lunar_mark(k) is not None or self.canchi_year(k):
                return True
        return False

    def lunar_through(self, i: int, first: Point, end: int) -> tuple[Node, int, bool]:
        """The lunar day at *i*, or the interval that it opens: '26 tháng Chạp đến mùng 5 tháng Giêng năm 2025'."""
        words = self.words
        if words[end] not in RANGE:
            return first, end, False
        k = end + 1
        while words[k] in {"hết", "tận", "ngày", "mùng", "mồng", "sáng", "chiều", "đêm"} and k < end + 5:
            k += 1
        mung = words[k - 1] in {"mùng", "mồng"}
        found = self.lunar_day(k, True, mung)
        if not found:
            tet = self.tet_day(k, mung) if mung else None
            found = (tet[0], tet[1]) if tet and isinstance(tet[0], Point) else None
        if not found:
            return first, end, False
        last, stop = found
        number = self.small(i)
        month = self.month(number[1] + 1) if number else None
        if number is None or month is None or last.y is None or last.unit != "day":
            return Point("undated"), stop, False
        if first.y is None or first.unit != "day":
            begin = self.moon_before(number[0], month[0], last, end)
            if begin is None:
                return Point("undated"), stop, False
            first = begin
        ordered = (first.y or 0, first.m or 0, first.d or 0) < (last.y, last.m or 0, last.d or 0)
        return (Span(first, last) if ordered else Point("undated")), stop, False

    def moon_before(self, d: int, m: int, last: Point, end: int) -> Point | None:
        """The lunar day *d* of month *m* from which an interval runs to *last*, a day of the sun with its year."""
        told = from_solar(date(last.y or 1, last.m or 1, last.d or 1))
        wraps = (m, d) > (told.month, told.day)  # from the twelfth moon to the first
        first = self.lunar_point(d, m, False, told.year - wraps, end)
        return None if first is None or first.unit == "undated" else first

    def both_lunar(self, a: Point, b: tuple[Point, int]) -> tuple[Node, int, bool]:
        """'từ 6/3 đến 10/3 âm lịch năm 2024': the mark is said of both ends."""
        point, end = b
        if point.unit == "undated" or point.y is None:
            return Point("undated"), end, False
        first = self.moon_before(a.d or 1, a.m or 1, point, end)
        if first is None:
            return Point("undated"), end, False
        first.approx, first.printed = point.approx, point.printed
        return Span(first, point), end, False
