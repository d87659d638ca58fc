"""Months, quarters, years of an era, decades and centuries: the number, and what follows it."""

from __future__ import annotations

from archiver.vietnamese.dates.grammar import NUMBERS
from archiver.vietnamese.dates.moons import Moons
from archiver.vietnamese.dates.points import Point
from archiver.vietnamese.dates.words import ROMAN

_COUNTED = frozenset("đồng kg ha tấn người tỷ triệu nghìn lượt hộ cây con chiếc cái bộ suất m m2 km".split())


class Units(Moons):
    """The units that are longer than a day, read from the word after their name ('III/2024' after 'quý')."""

    __slots__ = ()

    def month_year(self, i: int) -> tuple[Point, int, bool] | None:
        """A month at *i*, with the year that follows."""
        month = self.month(i)
        if not month or month[2]:
            return None
        m, j, _ = month
        point = Point("month", None, m)
        if self.words[j] in {"-", "."} and not (self.glued(j) and self.glued(j + 1)):
            # "tháng 8 - 2013", "tháng 8- 2013", but "tháng 8 - 1500 lượt", "tháng 8 - 2015 người"
            printed = self.year_digits(j + 1) or 0
            if self.words[j] == "." or not 1900 <= printed <= 2100 or self.words[j + 2] in _COUNTED:
                return point, j, False
            if self.glued(j) and self.clean_after(j + 2):
                point.y, point.printed = printed, True
                return point, j + 2, False
        year = self.year_after(j)
        if year:
            point.y, j, point.printed, _ = year
        return point, j, False

    def quarter_year(self, i: int) -> tuple[Point, int, bool] | None:
        """The number of a quarter at *i*, with its year."""
        words = self.words
        word = words[i]
        q = (
            ROMAN.get(word)
            or (NUMBERS.get(word) if len(word) <= 2 else None)
            or {"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}.get(word)
        )
        if not q or q > 4:
            return None
        point = Point("quarter", None, 32 + q)
        year = self.year_after(i + 1)
        if year:
            point.y, j, point.printed, _ = year
            return point, j, False
        return point, i + 1, False

    def era(self, point: Point, i: int) -> tuple[Point, int]:
        """The year with 'trước Công nguyên' taken into account: 111 TCN is -0110."""
        words = self.words
        j = i
        bracket = words[j] == "("
        if bracket:
            j += 1
        if words[j] == "tcn":
            end, before = j + 1, True
        elif words[j] in {"trước", "sau"} and words[j + 1] in {"công", "tây"} and words[j + 2] in {"nguyên", "lịch"}:
            end, before = j + 3, words[j] == "trước"
        elif words[j] in {"trước", "sau"} and words[j + 1] == "cn":
            end, before = j + 2, words[j] == "trước"
        elif words[j] in {"scn", "cn"} and point.y is not None and point.y < 1000:
            end, before = j + 1, False
        else:
            return point, i
        if bracket:
            if words[end] != ")":
                return point, i
            end += 1
        if before and point.y is not None and point.y > 0:
            point.y = 1 - point.y
        return point, end

    def decade(self, i: int) -> tuple[Point, int] | None:
        """'90', '1990', 'chín mươi', with the century that follows ('của thế kỷ XX')."""
        words = self.words
        word = words[i]
        value: int | None = None
        j = i + 1
        if word in NUMBERS and len(word) in (2, 4):
            value = NUMBERS[word]
        else:
            number = self.small(i)
            if number and number[0] >= 10 and word not in NUMBERS:
                value, j = number
        if value is None or value % 10 or not self.clean_after(j):
            return None
        if value >= 1000:
            k = j + 1 if words[j] == "của" else j
            if words[k] == "thế" and words[k + 1] in ("kỷ", "kỉ"):
                named = self.century(k + 2)
                j = named[1] if named else j
            return (Point("decade", value // 10), j) if value <= 2100 else None
        if value > 90:
            return None
        k = j + 1 if words[j] in {"của", "ở"} else j
        if words[k] == "thế" and words[k + 1] in {"kỷ", "kỉ"}:
            if words[k + 2] in {"trước", "này"} and self.reference and self.reference.year >= 1000:
                century = self.reference.year // 100 - (words[k + 2] == "trước")
                return Point("decade", century * 10 + value // 10), k + 3
            if words[k + 2] in ("trước",):
                return Point("decade", 190 + value // 10), k + 3
            named = self.century(k + 2)
            if named and named[0].y is not None and named[0].y >= 0:
                return Point("decade", named[0].y * 10 + value // 10), named[1]
        if value < 30:
            return None
        return Point("decade", 190 + value // 10), j

    def century(self, i: int) -> tuple[Point, int] | None:
        """The number of a century at *i*: 'XX', 'thứ 19', 'hai mươi', 'III trước Công nguyên'."""
        words = self.words
        j = i + 1 if words[i] == "thứ" else i
        word = words[j]
        value = ROMAN.get(word)
        end = j + 1
        if value is None:
            number = self.small(j)
            if not number:
                return None
            value, end = number
        roman_next = self.words[end] == "-" and (self.words[end + 1] in ROMAN or self.words[end + 1] in NUMBERS)
        if not 1 <= value <= 22 or not (roman_next or self.clean_after(end)):
            return None
        point, after = self.era(Point("year", value), end)
        if after > end and point.y is not None and point.y <= 0:
            return Point("century", -value), after
        return Point("century", value - 1), after
