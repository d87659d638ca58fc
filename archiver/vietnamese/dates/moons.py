"""Lunar days, feasts and years as they are printed, told as days of the solar calendar.

A lunar day falls on another solar day each year. Without a year it names no date, and none is made up: it is found,
left out, and the reason kept.
"""

from __future__ import annotations

from datetime import date, timedelta

from archiver.shapes import Problem
from archiver.vietnamese import lunar
from archiver.vietnamese.dates.days import Days
from archiver.vietnamese.dates.grammar import NUMBERS
from archiver.vietnamese.dates.points import Node, Point, Span
from archiver.vietnamese.dates.words import LUNAR_FEASTS, Feasts

_AFTER_SHORT_MARK = frozenset(["", ",", ".", ";", ":", ")", "năm", "hằng", "hàng"])  # "15 tháng 7 âm"; no "âm u"
_OPENS_MARK = frozenset(("(", "theo", "âm", "al", "âl", "a", "â"))
# Lunar days so well known that "mùng" and the numbers are enough; "mùng 2 tháng 9" is the solar National Day.
_KNOWN = frozenset([(10, 3), (3, 3), (5, 5), (7, 7), (9, 9)])

_NO_YEAR = "a lunar day, and no year is printed: it falls on another day each year"
_BESIDE = 6  # tokens from a solar day within which its lunar day is said of the same day
_AHEAD, _BEHIND = 60, 45  # days from the reference within which a lunar day without a year may be meant
_NAMED_BEHIND = 5  # years before the reference within which a year of the sixty-year cycle, named alone, may be meant


class Moons(Days):
    """Forms of the lunar calendar."""

    __slots__ = ()

    def lunar_mark(self, i: int) -> int | None:
        """The index after 'âm lịch', 'AL', '(ÂL)' at *i*; None where it does not stand there."""
        words = self.words
        j = i
        if words[j] not in _OPENS_MARK:
            return None
        bracket = words[j] == "("
        if bracket:
            j += 1
        if words[j] == "theo":
            j += 1
        if words[j] == "âm" and words[j + 1] == "lịch":
            j += 2
        elif words[j] in {"al", "âl"} or (words[j] == "âm" and words[j + 1] in _AFTER_SHORT_MARK):
            j += 1
        elif words[j] in {"a", "â"} and words[j + 1] == "." and words[j + 2] == "l":
            j += 3
        else:
            return None
        if bracket:
            if words[j] != ")":
                return None
            j += 1
        return j

    def lunar_year(self, i: int) -> tuple[int | None, int] | None:
        """A year at *i* by number or by name, and the index after it: 'năm 2024', 'Giáp Thìn (2024)', 'năm nay'.

        The year is None where a name is printed that nothing ties to one of its cycles.
        """
        words = self.words
        j = i
        if words[j] in {",", "-", "/"} and (self.canchi_year(j + 1) or words[j + 1] == "năm"):
            j += 1
        if words[j] == "(" and self.canchi_year(j + 1) and words[j + 3] == ")":
            return self.named(*self.canchi_year(j + 1)[:2]), j + 4  # type: ignore[index]
        k = j + 1 if words[j] == "năm" else j
        named = self.canchi_year(k)
        if named:
            stem, branch, k = named
            m = k
            if words[m] in {"(", "-", ",", "/"} and (self.year_digits(m + 1) is not None or words[m + 1] == "năm"):
                m += 1
            if words[m] == "năm":
                m += 1
                if m == k + 1 and words[m] == "nay":  # "Tết Giáp Thìn năm nay"
                    return self.named(stem, branch), m + 1
            printed = self.year_digits(m)
            if printed is not None and 1000 <= printed <= 2999 and self.clean_after(m + 1):
                m += 1
                if words[k] == "(":
                    if words[m] != ")":
                        return self.named(stem, branch), k
                    m += 1
                if lunar.year_named(stem, branch, printed) != printed:
                    self.doubts += (Problem("year-name-contradicts", _misnamed(stem, branch, printed)),)
                return printed, m
            return self.named(stem, branch), k
        found = self.year_after(j)
        if found and found[0] is not None:
            return found[0], found[1]
        return None

    def named(self, stem: int, branch: int) -> int | None:
        """The year so named that the text or the reference points to."""
        if self.solar is not None:
            near = lunar.year_named(stem, branch, self.solar.year)
            if near is not None and abs(near - self.solar.year) <= 1:
                return near
        if self.reference:  # but "Tết Mậu Thân" on a page of 2025 is 1968 rather than 2028, and the page must say so
            near = lunar.year_named(stem, branch, self.reference.year)
            return near if near is not None and -_NAMED_BEHIND <= near - self.reference.year <= 1 else None
        if self.years_printed is None:
            numbers = {NUMBERS[w] for w in set(self.words) if len(w) == 4 and w in NUMBERS}
            self.years_printed = {y for y in numbers if 1800 <= y <= 2100}
        matching = {
            y for p in self.years_printed for y in (p - 1, p, p + 1) if (y - 4) % 10 == stem and (y - 4) % 12 == branch
        }
        return matching.pop() if len(matching) == 1 else None

    def lunar_point(self, d: int, m: int, leap: bool, year: int | None, at: int, named: bool = False) -> Point | None:
        """The solar day of a lunar day; an 'undated' point where no year can be told."""
        if year is not None:
            try:
                return _point(lunar.to_solar(d, m, year, leap) if m else lunar.term_day(d, year))
            except ValueError as problem:
                self.faults.append((at, at, str(problem)))
                return Point("undated")
        if named:
            self.faults.append((at, at, "the year is named by its place in a cycle of sixty, and nothing tells which"))
            return Point("undated")
        if self.solar is not None and at - self.solar_end <= 16:
            for y in (self.solar.year, self.solar.year - 1):
                if _solar_or_none(d, m, y, leap) == self.solar:
                    point = _point(self.solar)
                    if at - self.solar_end > _BESIDE:
                        point.approx, point.printed = True, False
                        why = f"no year is printed; it is the day named before, {self.solar}"
                        point.note("year-inferred", why)
                    return point
        near = ""
        if self.reference:
            for y in (self.reference.year - 1, self.reference.year, self.reference.year + 1):
                day = _solar_or_none(d, m, y, leap)
                if day and -_BEHIND <= (day - self.reference).days <= _AHEAD:
                    near = f"; that nearest to the reference date is {day.isoformat()}"
                    break
        self.faults.append((at, at, _NO_YEAR + near))
        return Point("undated")

    def lunar_day(self, i: int, strong: bool, mung: bool, called: bool = False) -> tuple[Point, int] | None:
        """A lunar day at *i*, where something says that it is one: '10/3 âm lịch', '6 tháng Giêng', '9/9 năm Ất Tỵ'."""
        if not self.lunar_hint and not called:
            return None
        words = self.words
        number = self.small(i) if words[i] in NUMBERS or strong or mung else None
        if not number:
            return None
        d, j = number
        sure = called
        if words[j] == "tháng":
            month = self.month(j + 1)
            if not month:
                return None
            m, j, sure2 = month
            sure = sure or sure2
        elif words[j] in {"/", "-", "."} and words[j + 1] in NUMBERS and len(words[j + 1]) <= 2:
            m = NUMBERS[words[j + 1]]
            if not 1 <= m <= 12 or (words[j] == "-" and words[j + 2] in {"/", "."} and words[j + 3] in NUMBERS):
                return None  # "1 - 10/3" is a range of days, no 1/10
            j += 2
        else:
            return None
        leap = False
        if words[j] == "nhuận" or (words[j] == "(" and words[j + 1] == "nhuận" and words[j + 2] == ")"):
            leap = sure = True
            j += 1 if words[j] == "nhuận" else 3
        after = self.lunar_mark(j)
        if after is not None:
            sure, j = True, after
        if not 1 <= d <= 30:
            return self.no_lunar_day(d, i, j) if sure and not called else None
        named = words[j] == "năm" and self.canchi_year(j + 1) is not None
        named = named or self.canchi_year(j) is not None or (words[j] in ",-/(" and self.canchi_year(j + 1) is not None)
        self.doubts = ()
        year = self.lunar_year(j) if named or words[j] != "," or words[j + 1] == "năm" else None
        if year is None and after is not None and words[j] == ")" and words[j + 1] == "năm":
            year = self.lunar_year(j + 1)  # "(10/3 âm lịch) năm 2016"
        if named:
            sure = True
        end = year[1] if year else j
        if after is None and year:
            after = self.lunar_mark(end)
            if after is not None:
                sure, end = True, after
        if not sure and mung and (d, m) in _KNOWN and year is None:
            sure = True
        if not sure:
            return None
        # "10/3 âm lịch (tức ngày 18/4/2024)": the solar day is printed
        k = end
        if words[k] in {"(", ",", "-"}:
            k += 1
        if words[k] in {"tức", "nhằm"}:
            k += 1
            while words[k] in {"là", "ngày", "vào"}:
                k += 1
            solar = self.core(k, True) if words[k] in NUMBERS else None
            if solar and solar[0].y is not None and self.clean_after(solar[1]):
                stop = solar[1] + (words[solar[1]] == ")" and words[end] == "(")
                self.agree(solar[0], d, m, leap, i)
                return solar[0], stop
        point = self.lunar_point(d, m, leap, year[0] if year else None, i, named)
        if point is None:
            return None
        point.problems += self.doubts
        self.doubts = ()
        return point, end

    def no_lunar_day(self, d: int, i: int, j: int) -> tuple[Point, int]:
        """The day that no moon has, with the year after it: 'mùng 31 tháng Giêng năm 2019' is not its year alone."""
        year = self.lunar_year(j)
        end = year[1] if year else j
        self.doubts = ()
        self.faults.append((i, end, f"there is no lunar day {d}"))
        return Point("undated"), end

    def agree(self, point: Point, d: int, m: int, leap: bool, at: int) -> None:
        """Report a lunar day that is not the solar day beside it."""
        if point.y is None or not lunar.FIRST_YEAR < point.y <= lunar.LAST_YEAR or not point.m or not point.d:
            return
        told = lunar.from_solar(date(point.y, point.m, point.d))
        if (told.day, told.month) != (d, m) or (leap and not told.leap):
            point.note("lunar-contradicts", f"printed as lunar {d}/{m}; {point.d}/{point.m}/{point.y} is {told}")

    def told_as_lunar(self, point: Point, i: int) -> int:
        """The index after 'tức ngày mùng 5 Tết Kỷ Hợi' or '(10/3 âm lịch)' beside a solar day.

        Whether the two agree is checked.
        """
        if not self.lunar_hint or point.unit != "day" or point.y is None or not 1 <= point.y <= 9999:
            return i
        words = self.words
        j = i
        bracket = words[j] == "("
        if words[j] in {"(", ",", "-"}:
            j += 1
        called = words[j] == "tức" or (words[j] == "nhằm" and bracket)
        beside = not called and not bracket  # "18/4/2024, 10/3 âm lịch": the same day, if it is
        if beside and j == i:
            return i
        at = j
        if called:
            j += 1
        while words[j] in {"là", "ngày", "vào", "nhằm"}:
            j += 1
        mung = words[j] in {"mùng", "mồng"}
        if mung:
            j += 1
        was = self.solar, self.solar_end
        self.solar, self.solar_end = date(point.y, point.m or 1, point.d or 1), at
        faults = len(self.faults)
        if words[j] == "rằm":
            full = self.full_moon(j)
            found = (full[0], full[1]) if full and isinstance(full[0], Point) else None
        else:
            tet = self.tet_day(j, mung)
            tet_point = tet[0] if tet and isinstance(tet[0], Point) else None
            found = (tet_point, tet[1]) if tet and tet_point else self.lunar_day(j, True, mung, called)
        del self.faults[faults:]
        if (
            not found
            or (bracket and not called and words[found[1]] != ")")
            or (beside and (found[0].y, found[0].m, found[0].d) != (point.y, point.m, point.d))
            or words[found[1]] in {"-", "đến", "tới"}  # a lunar range beside a solar one stands alone
        ):
            self.solar, self.solar_end = was
            return i
        told, end = found
        if told.unit == "undated" or (told.y, told.m, told.d) != (point.y, point.m, point.d):
            point.note(
                "lunar-contradicts",
                f"{self.raw(at, end)!r} is printed beside {point.d}/{point.m}/{point.y}, "
                f"which is {lunar.from_solar(self.solar) if lunar.FIRST_YEAR < point.y < lunar.LAST_YEAR else ''}",
            )
        if bracket and words[end] == ")":
            end += 1
        return end

    def lunar_month(self, i: int) -> tuple[Node, int, bool] | None:
        """A lunar month at 'tháng': 'tháng Giêng năm 2024', 'tháng 6 nhuận', 'tháng 8 âm lịch'."""
        if not self.lunar_hint:
            return None
        words = self.words
        month = self.month(i + 1)
        if not month:
            return None
        m, j, sure = month
        leap = words[j] == "nhuận"
        if leap:
            sure, j = True, j + 1
        after = self.lunar_mark(j)
        if after is not None:
            sure, j = True, after
        named = self.canchi_year(j + 1 if words[j] == "năm" else j) is not None
        if not (sure or named):
            return None
        year = self.lunar_year(j)
        if year is None or year[0] is None:
            self.faults.append((i, j, _NO_YEAR.replace("lunar day", "lunar month")))
            return Point("undated"), year[1] if year else j, False
        try:
            first = lunar.to_solar(1, m, year[0], leap)
        except ValueError as problem:
            self.faults.append((i, j, str(problem)))
            return Point("undated"), year[1], False
        days = next(x.days for x in lunar.months(year[0]) if x.number == m and x.leap == leap)
        return Span(_point(first), _point(first + timedelta(days=days - 1))), year[1], False

    def lunar_year_alone(self, i: int) -> tuple[Node, int, bool] | None:
        """A lunar year by name at *i*: 'Ất Tỵ', 'Giáp Ngọ 2014'."""
        self.doubts = ()
        found = self.lunar_year(i)
        if not found:
            return None
        year, end = found
        if year is None:
            self.faults.append((i, end, "the year is named by its place in a cycle of sixty, and nothing tells which"))
            return Point("undated"), end, False
        point = Point("year", year)
        point.problems = self.doubts
        if lunar.FIRST_YEAR <= year < lunar.LAST_YEAR:
            point.first = lunar.months(year)[0].first
            point.last = lunar.months(year + 1)[0].first - timedelta(days=1)
        return point, end, False

    def canchi_after(self, point: Point, i: int) -> int:
        """The index after the name of a year that is printed beside its number: 'năm 2014 (Giáp Ngọ)'."""
        words = self.words
        j = i + 1 if words[i] in {"(", ",", "-"} else i
        named = self.canchi_year(j)
        if not named or point.y is None:
            return i
        stem, branch, end = named
        if words[i] == "(":
            if words[end] != ")":
                return i
            end += 1
        if lunar.year_named(stem, branch, point.y) != point.y:
            point.note("year-name-contradicts", _misnamed(stem, branch, point.y))
        return end

    def tet_day(self, i: int, mung: bool, alone: bool = False) -> tuple[Node, int, bool] | None:
        """A day of Tết at *i*: '(mùng) 5 Tết Kỷ Hợi', '30 Tết', '28 Tết'."""
        words = self.words
        number = self.small(i)
        if not number or words[number[1]] != "tết" or not 1 <= number[0] <= 30:
            return None
        d, j = number
        j += 1
        if words[j] == "nguyên" and words[j + 1] == "đán":
            j += 2
        if words[j] == "âm" and words[j + 1] == "lịch":
            j += 2
        self.doubts = ()
        year = self.lunar_year(j)
        named = year is not None and year[0] is None
        y = year[0] if year else None
        end = year[1] if year else j
        eve = not mung and d >= 20
        both = None if alone else self.tet_span(d, eve, i, end)
        if both:
            return both
        point = self.eve(d, y, i, named) if eve else self.lunar_point(d, 1, False, y, i, named)
        if point is None:
            return None
        point.problems += self.doubts
        self.doubts = ()
        return point, end, False

    def tet_span(self, d: int, eve: bool, i: int, end: int) -> tuple[Node, int, bool] | None:
        """'29 Tết đến mùng 5 Tết Ất Tỵ': the year is said of both ends; None where no second end follows."""
        words = self.words
        if words[end] not in {"-", "đến", "tới"}:
            return None
        k = end + 1
        mung = False
        while words[k] in {"hết", "ngày", "mùng", "mồng"}:
            mung = mung or words[k] in {"mùng", "mồng"}
            k += 1
        second = self.tet_day(k, mung, alone=True)
        if not second or not isinstance(second[0], Point):
            return None
        last: Point = second[0]
        stop = second[1]
        if last.unit == "undated" or last.y is None:
            return last, stop, False
        told = lunar.from_solar(date(last.y, last.m or 1, last.d or 1))
        year = told.year if told.month == 1 else told.year + 1
        beginning = self.eve(d, year, i) if eve else self.lunar_point(d, 1, False, year, i)
        if beginning is None or beginning.unit == "undated":
            return Point("undated"), stop, False
        beginning.approx, beginning.printed = last.approx, last.printed
        return Span(beginning, last), stop, False

    def eve(self, d: int, year: int | None, at: int, named: bool = False) -> Point | None:
        """Day *d* of the last month before the Tết of *year*; day 0 or 30 is the last, be it the 29th."""
        if year is None:
            if d not in (0, 30):
                return self.lunar_point(d, 12, False, None, at, named)
            for n in (30, 29):
                faults = len(self.faults)
                point = self.lunar_point(n, 12, False, None, at, named)
                if point and point.unit != "undated":
                    return point
                if n == 30:
                    del self.faults[faults:]
            return Point("undated")
        if not lunar.FIRST_YEAR < year <= lunar.LAST_YEAR:
            return Point("undated")
        first = lunar.months(year)[0].first
        if d in (0, 30):
            return _point(first - timedelta(days=1))
        return self.lunar_point(d, 12, False, year - 1, at, named)

    def tet(self, i: int) -> tuple[Node, int, bool] | None:
        """'Tết Nguyên đán Giáp Ngọ năm 2014', 'Tết 2013': its first day. Tết of no year is a season, no date."""
        words = self.words
        j = i + 1
        if (words[j], words[j + 1]) in (("nguyên", "đán"), ("âm", "lịch"), ("cổ", "truyền")):
            j += 2
        elif words[j] == "ta":
            j += 1
        if words[j] == "xuân":
            j += 1
        self.doubts = ()
        bracket = words[j] == "(" and self.canchi_year(j + 1) is not None
        if bracket and self.year_digits(j + 3) is not None and words[j + 4] == ")":
            j += 1
        else:
            bracket = False
        if words[j] not in {"năm", "(", "-", ","} and self.year_digits(j) is None and not self.canchi_year(j):
            return None
        year = self.lunar_year(j)
        if not year or year[1] == j:
            return None
        if year[0] is not None and not 1600 < year[0] < 2199:
            return None
        point = self.lunar_point(1, 1, False, year[0], i, year[0] is None)
        if point is None:
            return None
        end = year[1] + bracket
        if year[0] is not None and words[end] in {",", "("} and words[end + 1] == "ngày":
            printed = self.core(end + 2, True)  # "Tết Mậu Thân năm 1968, ngày 11.2": the day, of that year
            if printed and printed[0].y is None and printed[0].unit == "day" and self.clean_after(printed[1]):
                day, stop, _ = printed
                day.y = year[0]
                if self.valid(day, i, stop) and (words[end] == ",") == (words[stop] != ")"):
                    return day, stop + (words[end] == "("), False
        point.problems += self.doubts
        self.doubts = ()
        return point, end, False

    def full_moon(self, i: int) -> tuple[Node, int, bool] | None:
        """'rằm tháng Giêng', 'Rằm tháng 7 năm Giáp Thìn'."""
        words = self.words
        j = i + 1
        if words[j] != "tháng":
            return None
        month = self.month(j + 1)
        if not month:
            return None
        m, j, _ = month
        leap = words[j] == "nhuận"
        if leap:
            j += 1
        return self.on_feast(m, 15, leap, i, j)

    def on_feast(self, m: int, d: int, leap: bool, i: int, j: int) -> tuple[Node, int, bool] | None:
        """The solar day of a feast, with the mark and the year that follow its name at *j*."""
        after = self.lunar_mark(j)
        if after is not None:
            j = after
        self.doubts = ()
        year = None
        if self.words[j] in {"năm", "(", "-", ","} or self.year_digits(j) is not None or self.canchi_year(j):
            year = self.lunar_year(j)
        end = year[1] if year else j
        y = year[0] if year else None
        named = year is not None and y is None
        point = self.lunar_point(d, m, leap, y, i, named) if d else self.eve(0, y, i, named)
        if point is None:
            return None
        point.problems += self.doubts
        self.doubts = ()
        return point, end, False

    def name_at(self, i: int, table: Feasts) -> tuple[int, int, int] | None:
        """Month and day of the feast whose name stands at *i*, and the index after the name."""
        words = self.words
        for name, m, d in table.get(words[i], ()):
            end = i + len(name)
            if words[i:end] == name:
                return m, d, end
        return None

    def lunar_feast(self, i: int) -> tuple[Node, int, bool] | None:
        """A feast of the lunar year by name: 'Giỗ Tổ Hùng Vương năm 2024', 'Tết Trung thu 2023', 'giao thừa Ất Tỵ'."""
        known = self.name_at(i, LUNAR_FEASTS)
        if known is None or known[:2] == (1, 1):
            return None
        m, d, j = known
        words = self.words
        k = j
        bracket = words[k] == "("
        if bracket or words[k] in {"-", ",", ":"}:
            k += 1
        while words[k] in {"ngày", "mùng", "mồng"}:
            k += 1
        number = (15, k + 1) if words[k] == "rằm" else self.small(k)
        if number and number[0] == d and (words[number[1]] in {"/", "-", ".", "tháng"}):
            month = self.month(number[1] + 1)
            if month and month[0] == m:
                j = month[1]
                after = self.lunar_mark(j)
                if after is not None:
                    j = after
                if words[j] in {"/", "-", "."} and self.year_digits(j + 1) is not None and self.clean_after(j + 2):
                    printed = self.year_digits(j + 1)
                    j += 2
                    if bracket and words[j] == ")":
                        j += 1
                    point = self.lunar_point(d, m, False, printed, i)
                    return (point, j, False) if point else None
                if bracket and words[j] == ")":
                    j += 1
                elif bracket:
                    inner = self.lunar_year(j)
                    if inner and words[inner[1]] == ")":
                        point = self.lunar_point(d, m, False, inner[0], i, inner[0] is None)
                        return (point, inner[1] + 1, False) if point else None
        elif bracket and m and words[k] in NUMBERS:
            sun = self.core(k, True)  # "Đại lễ Phật đản (22/5)": the day of the sun
            if sun and words[sun[1]] == ")" and (sun[0].d, sun[0].m) != (d, m):
                return sun[0], sun[1] + 1, False
        if d == 0 and words[j] == "tết":
            j += 1
            if words[j] == "nguyên" and words[j + 1] == "đán":
                j += 2
        return self.on_feast(m, d, False, i, j)


def _misnamed(stem: int, branch: int, year: int) -> str:
    return f"{lunar.STEMS[stem]} {lunar.BRANCHES[branch]} is printed beside {year}, which is {lunar.year_name(year)}"


def _point(day: date) -> Point:
    return Point("day", day.year, day.month, day.day)


def _solar_or_none(d: int, m: int, y: int, leap: bool) -> date | None:
    try:
        return lunar.to_solar(d, m, y, leap) if m else lunar.term_day(d, y)
    except ValueError:
        return None
