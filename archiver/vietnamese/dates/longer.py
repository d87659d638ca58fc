"""Months, quarters, years and longer; weeks, and what is told from today; lunar words that open a date."""

from __future__ import annotations

from datetime import date

from archiver.vietnamese.dates.grammar import NUMBERS, Hit
from archiver.vietnamese.dates.points import Node, Point, Span, Unit, shifted
from archiver.vietnamese.dates.spans import NOT_AFTER_YEAR, Spans
from archiver.vietnamese.dates.words import (
    ENGLISH_DAYS,
    ENGLISH_MONTHS,
    NOT_BEFORE_DATE,
    ONES,
    ROMAN,
    SEASONS,
    STEMS,
)


class Longer(Spans):
    """Forms that name more than a day, or a day by other means than its number."""

    __slots__ = ()

    def hit(self, found: tuple[Node, int, bool] | None, first: int) -> Hit | None:
        """A hit of what was found, unless the text goes on as something else."""
        if found is None:
            return None
        node, end, bare = found
        if not self.clean_after(end):
            return None
        return Hit(node, first, end, bare)

    # --- months, quarters, halves -----------------------------------------------------------------------------------

    def at_month(self, i: int) -> Hit | None:
        """'tháng …'."""
        words = self.words
        before = words[i - 1] if i else ""
        j = i + 1
        word = words[j]
        if words[i] == "th" and self.weekday(i):
            return self.hit(self.dated(i), i)
        if words[i] in {"th", "thg"}:
            if not (self.glued(j) or words[i] == "thg") or word not in NUMBERS:
                return None
            first = self.wordpress(i)
            if first:
                return self.hit((first[0], self.tail(first[0], first[1]), False), i)
            month = self.month_year(j)
            return self.hit((month[0], month[1], False), i) if month and month[0].y is not None else None
        counted = (
            before in NUMBERS
            or (before in ONES and before != "năm")
            or before in {"mười", "mươi", "mỗi", "hằng", "hàng", "mấy", "vài", "nhiều"}
        )
        if word in {"này", "nay", "trước", "sau", "tới", "qua"}:
            if counted or (
                before in {"nhiều", "vài", "mấy", "những", "các"} and word in {"qua", "tới", "sau", "trước"}
            ):
                return None
            return self.relative_month(i, word)
        if word == "vừa" and words[j + 1] in {"qua", "rồi"} and not counted:
            return self.relative_month(i, "qua")
        if counted and before not in {"một", "hai", "ba", "tư"}:
            return None
        if before == "mạng" and word in {"tám", "8", "mười", "10", "hai", "2"}:
            told_year = self.month_year(j)  # the name of a revolution, unless its year is printed
            if not told_year or told_year[0].y is None:
                return None
        lunar = self.lunar_month(i)
        if lunar:
            return self.hit(lunar, i)
        first = self.wordpress(i)
        if first:
            return self.hit((first[0], self.tail(first[0], first[1]), False), i)
        if word == "năm":
            k = j + 2 if words[j + 1] in {"năm", "/", "-", "."} else j + 1
            told = self.year_digits(k) is not None
            if before in {"các", "những", "hàng", "ngày"} or not told:
                capital = self.capital(j)
                if capital and words[j + 1] == "này" and not before[:1].isdigit():
                    return Hit(Point("month", None, 5), i, j + 2, False)
                if not (capital or before in {"đầu", "cuối", "giữa", "trong", "vào", "hồi", "này"}) or before == "ngày":
                    return None
                if words[j + 1] in {"nay", "này", "ngoái"} or (before in ("các",)):
                    return None
        elif word in ROMAN and word not in {"i", "v", "x"} and word not in NUMBERS:
            pass
        elif word in {"i", "v", "x"} and not self.capital(j):
            return None
        if word in ONES and words[j + 1] in {"trăm", "mươi", "ngày", "lần", "đồng"}:
            return None
        found = self.month_year(j)
        if not found:
            if not counted and before not in {"lương", "thưởng"}:  # a thirteenth month is paid, and is none
                self.absent("month", j)
            return None
        point, end, _ = found
        if point.y is None and words[end] in {"lần", "buổi", "kỳ", "kì", "ngày", "tuần", "triệu"}:
            return None  # "tháng 2 lần"
        if words[end] in {"này", "tới", "qua", "sau", "trước"} and point.y is None:
            end += 1
        elif words[end] == "vừa" and words[end + 1] in {"qua", "rồi"}:
            end += 2
        return self.hit(self.extended(point, end, True), i)

    def relative_month(self, i: int, word: str) -> Hit | None:
        """'tháng này', 'tháng trước', 'tháng tới'."""
        end = i + (3 if self.words[i + 1] == "vừa" else 2)
        if self.words[end] in {"đó", "khi", "ngày"}:
            return None
        if not self.reference:
            self.faults.append((i, end, "a relative month, and no reference date was given"))
            return Hit(Point("undated"), i, end, False)
        shift = {"này": 0, "nay": 0, "trước": -1, "qua": -1, "sau": 1, "tới": 1}[word]
        n = self.reference.year * 12 + self.reference.month - 1 + shift
        return Hit(Point("month", n // 12, n % 12 + 1), i, end, False)

    def months_of_year(self, i: int) -> Hit | None:
        """'6 tháng đầu năm 2023', '9 tháng năm 2024', '3 tháng cuối năm', '2 quý đầu năm 2024'."""
        words = self.words
        number = self.small(i)
        unit: Unit = "quarter" if number and words[number[1]] == "quý" else "month"
        in_year = 4 if unit == "quarter" else 12
        if not number or words[number[1]] not in {"tháng", "quý"} or not 1 <= number[0] < in_year:
            return None
        count, j = number
        j += 1
        last = False
        if words[j] in {"đầu", "cuối"} or (words[j] == "còn" and words[j + 1] == "lại"):
            last = words[j] != "đầu"
            j += 1 if words[j] != "còn" else 2
            if words[j] in ("của",):
                j += 1
            year4 = self.year_digits(j)
            if words[j] != "năm" and year4 is None:
                return None
        else:
            if words[j] == "của":
                j += 1
            bare_year = unit == "month" and words[j - 1] == "tháng" and count > 1 and (self.year_digits(j) or 0) >= 2000
            if not bare_year and (words[j] != "năm" or self.year_digits(j + 1) is None):
                return None  # "9 tháng 2022" in reports of companies
        if words[j] == "năm" and words[j + 1] in _NO_CALENDAR_YEAR:
            return None  # "8 tháng đầu năm học": not from January
        year = self.year_after(j)
        if year is None and (self.year_digits(j) or (words[j] == "năm" and self.year_digits(j + 1) is not None)):
            return None  # "năm 2024T": the head of something else
        if year:
            y, end = year[0], year[1]
            if y is None:
                self.faults.append((i, end, "a relative year, and no reference date was given"))
                return Hit(Point("undated"), i, end, False)
        else:
            y, end = None, j + 1
        a, b = (in_year + 1 - count, in_year) if last else (1, count)
        if unit == "quarter":
            a, b = a + 32, b + 32
        if a == b:
            return Hit(Point(unit, y, a), i, end, False)
        return Hit(Span(Point(unit, y, a), Point(unit, y, b)), i, end, False)

    def at_quarter(self, i: int) -> Hit | None:
        """'quý III năm 2024', 'Q3/2024'."""
        words = self.words
        if words[i] == "q":
            k = i + 1 + (words[i + 1] == ".")
            if not self.glued(k) or words[k] not in {"1", "2", "3", "4", "i", "ii", "iii", "iv"} or self.glued(i):
                return None
            found = self.quarter_year(k)
            return self.hit(self.extended(found[0], found[1], True), i) if found and found[0].y is not None else None
        canchi = self.canchi_year(i)
        if canchi:
            return self.hit(self.lunar_year_alone(i), i)
        j = i + 1
        if words[j] in {"này", "trước", "tới", "sau"} and self.reference:
            n = self.reference.year * 4 + (self.reference.month - 1) // 3 + {"này": 0, "trước": -1}.get(words[j], 1)
            return Hit(Point("quarter", n // 4, 33 + n % 4), i, j + 1, False)
        if words[j] in {"đầu", "cuối"} and words[j + 1] == "năm":  # "quý đầu năm 2023"
            year = self.year_after(j + 1)
            if year and year[0] is None:
                return None
            number = 33 if words[j] == "đầu" else 36
            return self.hit((Point("quarter", year[0] if year else None, number), year[1] if year else j + 2, False), i)
        if words[j] == "thứ":
            j += 1
        found = self.quarter_year(j)
        if not found:
            self.absent("quarter", j)
            return None
        return self.hit(self.extended(found[0], found[1], True), i)

    def absent(self, unit: str, j: int) -> None:
        """Fault the number at *j* where a printed year shows that a unit of the year is meant: 'tháng 13 năm 2024'."""
        word = self.words[j]
        if (word in NUMBERS and len(word) <= 2) or (unit == "quarter" and word in ROMAN):
            year = self.year_after(j + 1, glue=False)
            if year and year[0] is not None and year[2]:
                self.faults.append((j - 1, year[1], f"there is no {unit} {word.upper()}"))
            elif self.words[j + 1] in _TO_END and self.words[j + 2] == self.words[j - 1]:
                # "từ tháng 13 đến tháng 2/2019"; the other end is read for itself
                self.faults.append((j - 1, j + 1, f"there is no {unit} {word.upper()}"))

    # --- years and longer -------------------------------------------------------------------------------------------

    def at_year(self, i: int) -> Hit | None:
        """'năm 2013', 'năm học 2014-2015', 'năm ngoái', 'năm Ất Tỵ'."""
        words = self.words
        before = words[i - 1] if i else ""
        j = i + 1
        word = words[j]
        if word in {"học", "ngân", "tài", "hành"}:
            k = j + 1
            while words[k] in {"sách", "chính", "khóa", "mới", ":"}:
                k += 1
            school = self.years(k, i)
            if school:
                return school
            a = self.year_digits(k)
            if a is None:
                return None
            return self.hit(self.extended(Point("year", a), k + 1, True), i)
        if word == "tháng" and words[j + 1] in {"đầu", "cuối"}:
            return self.months_of_year(i)  # "năm tháng đầu năm 2023": five months
        canchi = self.canchi_year(j)
        if canchi:
            return self.hit(self.lunar_year_alone(j), i)
        if word == "mới" and self.year_digits(j + 1) is not None:
            j += 1
            word = words[j]
        if word == ":" and self.year_digits(j + 1) is not None:  # "Sinh năm: 1960"
            j += 1
        year = self.year_digits(j)
        if year is not None:
            if not 1000 <= year <= 2999 or (before in NUMBERS and not 1800 <= year <= 2100):
                return None
            if not self.clean_after(j + 1) and not (words[j + 1] in "-/" and self.year_digits(j + 2)):
                return self.years(j, i) if words[j + 1] == "/" else None  # "năm 2020/21"
            if words[j + 1] in {"đồng", "tuổi", "kg"}:
                return None
            if words[j + 1] == "/" and self.glued(j + 1) and self.year_digits(j + 2) == year + 1:
                return self.hit((Span(Point("year", year), Point("year", year + 1)), j + 3, False), i)
            point, end = self.era(Point("year", year), j + 1)
            lunar = self.canchi_after(point, end)
            return self.hit(self.extended(point, lunar, True, i), i)
        if word in {"nay", "này", "ngoái", "kia", "trước", "sau", "tới"}:
            if (
                before in NUMBERS
                or before in ONES
                or before in {"nhiều", "các", "những", "mấy", "vài", "hàng", "mươi", "mười", "trăm", "tháng"}
            ):
                return None
            if word in {"này", "trước", "sau"} and (
                not (before or self.lenient) or words[j + 1] in {"đó", "khi", "ngày"}
            ):
                return None
            if not self.reference:
                self.faults.append((i, j + 1, "a relative year, and no reference date was given"))
                return Hit(Point("undated"), i, j + 1, False)
            shift = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "kia": -2, "sau": 1, "tới": 1}[word]
            return Hit(Point("year", self.reference.year + shift), i, j + 1, False)
        if word in NUMBERS and len(word) in (1, 2, 3) and self.clean_after(j + 1):
            value = NUMBERS[word]
            point, end = self.era(Point("year", value), j + 1)
            if end > j + 1 and value:
                return self.hit(self.extended(point, end, True), i)
            if words[j + 1] in {"-", "đến"} and self.era(Point("year", 1), j + 3)[1] > j + 3:
                both = self.operand(j + 2, point, "-") if len(words[j + 2]) == 3 else None
                if both and both[0].y is not None and both[0].y <= 0:
                    point.y = 1 - value
                    return self.hit((Span(point, both[0]), both[1], False), i)
            if before in NUMBERS or before in ONES or before in NOT_BEFORE_DATE or words[j + 1] in NOT_AFTER_YEAR:
                return None
            if len(word) == 3 and 100 <= value <= 999 and words[j + 1] not in {"năm", "ngày", "tháng", "lần"}:
                ends = not words[j + 1][:1].isalpha() or words[j + 1] in _AFTER_OLD_YEAR or self.line_ends(j + 1)
                if words[j + 1] in {"-", "đến"} and len(words[j + 2]) in (3, 4):
                    return self.hit(self.extended(point, j + 1, True), i)
                return self.hit((point, j + 1, False), i) if ends else None
            return None
        spoken = self.word_year(j)
        if spoken:
            return self.hit((Point("year", spoken[0]), spoken[1], False), i)
        return None

    def at_next(self, i: int) -> Hit | None:
        """'sang năm': the year after; 'sang năm 2025', 'sang năm mới', 'sang năm thứ ba' name others."""
        words = self.words
        after = words[i + 2]
        if words[i + 1] != "năm" or after in NUMBERS or after in ONES or after in STEMS or after in _OTHER_YEARS:
            return None
        if not self.reference:
            self.faults.append((i, i + 2, "a relative year, and no reference date was given"))
            return Hit(Point("undated"), i, i + 2, False)
        return self.hit((Point("year", self.reference.year + 1), i + 2, False), i)

    def line_ends(self, i: int) -> bool:
        """Whether a line ends before token *i*."""
        return "\n" in self.text[self.starts[i - 1] : self.starts[i]]

    def at_term(self, i: int) -> Hit | None:
        """'nhiệm kỳ 2010 - 2015', 'giai đoạn 2011 - 2020', 'niên khóa 2014-2015'."""
        words = self.words
        j = i + 1
        if words[j] not in {"kỳ", "kì", "đoạn", "khóa", "hạn", "độ", "vụ", "gian"}:
            return None
        j += 1
        while words[j] in {"thứ", "lần", ":", "(", "từ", "năm", "là", "các"} or (words[j] in ROMAN and j < i + 8):
            j += 1
        year = self.year_digits(j)
        if year is None or not 1000 <= year <= 2999:
            return None
        if words[j + 1] in {"-", "/", "đến", "tới", "~"}:
            k = j + 2
            while words[k] in {"năm", "nay"}:
                if words[k] == "nay":
                    return self.hit((Span(Point("year", year), None), k + 1, False), i)
                k += 1
            b = self.year_digits(k)
            if b is None and words[k] in NUMBERS and len(words[k]) == 2:
                b = year // 100 * 100 + NUMBERS[words[k]]
            if b is not None and year < b <= year + 200:
                return self.hit((Span(Point("year", year), Point("year", b)), k + 1, False), i)
        return None

    def at_century(self, i: int) -> Hit | None:
        """'thế kỷ XX', 'thế kỷ 17 - 18'."""
        if self.words[i + 1] not in {"kỷ", "kỉ"}:
            return None
        found = self.century(i + 2)
        return self.hit(self.extended(found[0], found[1], True), i) if found else None

    def at_season(self, i: int) -> Hit | None:
        """'mùa hè năm 2018', 'hè 2018', 'xuân Ất Tỵ 2025'."""
        words = self.words
        j = i + 1 if words[i] == "mùa" else i
        code = SEASONS.get(words[j])
        if code is None:
            if words[i] == "mùa" and words[j] in {"mưa", "khô", "lũ", "gặt", "thi", "tuyển"}:
                told = self.year_digits(j + 1)  # no season that EDTF knows: the year alone
                if told and 1800 <= told <= 2100:
                    return self.hit(self.extended(Point("year", told), j + 2, True), i)
            if words[i] != "mùa" or words[j] not in {"giải", "vụ", "bóng"}:
                return None
            return self.years(j + 1, i)
        canchi = self.canchi_year(j + 1)
        if canchi:
            return self.hit(self.lunar_year_alone(j + 1), i)
        if i and words[i - 1] == "đông":  # the winter-spring crop, over two years
            return self.years(j + 1, i - 1 if not self.glued(i - 1) else i)
        k = j + 2 if words[j + 1] == "-" else j + 1
        second = SEASONS.get(words[k], 0)  # "Xuân Hè 1972", the crop "Hè - Thu 2024"
        both = self.year_after(k + 1) if second > code else None
        if both and both[2] and both[0] is not None:
            return self.hit((Span(Point("season", both[0], code), Point("season", both[0], second)), both[1], False), i)
        year = self.year_after(j + 1)
        if not year or not year[2] or year[0] is None:
            return None
        if words[j + 1] in {"-", "/", ".", ",", "("}:
            return None
        return self.hit((Point("season", year[0], code), year[1], False), i)

    def years(self, i: int, first: int) -> Hit | None:
        """Two years that make one season or school year: '2024/2025', '2024-25'."""
        words = self.words
        a = self.year_digits(i)
        if a is None or not 1900 <= a <= 2100 or words[i + 1] not in {"-", "/"} or words[i + 2] not in NUMBERS:
            return None
        b = self.year_digits(i + 2)
        if b is None and len(words[i + 2]) == 2:
            b = a // 100 * 100 + NUMBERS[words[i + 2]]
        if b is None or not a < b <= a + 10:
            return None
        return self.hit((Span(Point("year", a), Point("year", b)), i + 3, False), first)

    def week(self, i: int, weekend: bool = False) -> tuple[Node, int, bool] | None:
        """'tuần này', 'tuần trước', 'tuần tới', and their ends."""
        words = self.words
        shift = {"này": 0, "nay": 0, "trước": -1, "qua": -1, "rồi": -1, "sau": 1, "tới": 1}.get(words[i + 1])
        j = i + 2
        if words[i + 1] == "vừa" and words[i + 2] in {"qua", "rồi"}:
            shift, j = -1, i + 3
        if shift is None or words[j] in {"đó", "khi"}:
            return None
        if words[j] == "(" and words[j + 1] in NUMBERS:
            printed = self.dated(j + 1, strong=True)  # "cuối tuần này (10-11/8)": the print wins
            if printed and words[printed[1]] == ")":
                return printed[0], printed[1], False
        if not self.reference:
            self.faults.append((i, j, "a relative week, and no reference date was given"))
            return Point("undated"), j, False
        if words[j - 1] == "qua" and self.reference.weekday() > 4 and not weekend:
            self.faults.append((i, j, "said at the end of a week, it may be that one or the one before"))
            return Point("undated"), j, False
        monday = shifted(self.reference, 7 * shift - self.reference.weekday())
        if monday is None:
            return None
        a, b = shifted(monday, 5 if weekend else 0), shifted(monday, 6)
        if a is None or b is None:
            return None
        return Span(Point("day", a.year, a.month, a.day), Point("day", b.year, b.month, b.day)), j, False

    def at_week(self, i: int) -> Hit | None:
        """'tuần trước', unless so many of them are counted; 'tuần thứ 2 tháng 3' names the month, not its day 2."""
        before = self.words[i - 1] if i else ""
        if before in NUMBERS or before in ONES or before in {"mỗi", "mấy", "vài", "nhiều", "những", "các", "hàng"}:
            return None
        words = self.words
        j = i + 2 if words[i + 1] == "lễ" else i + 1
        ordinal = words[j] == "thứ"
        number = {"nhất": (1, j + 2), "nhì": (2, j + 2)}.get(words[j + 1]) if ordinal else None
        number = number or self.small(j + 1 if ordinal else j)
        if number and words[number[1]] in {"/", "-"} and (year := self.year_digits(number[1] + 1)):
            week = 1 <= number[0] <= 53 and 1900 <= year <= 2100 and self.clean_after(number[1] + 2)
            return Hit(Point("year", year), i, number[1] + 2, False) if week else None  # EDTF has no weeks
        if number and number[0] <= 5:
            if words[number[1]] in {"-", ",", "và"}:  # "tuần 2-3 tháng 8"
                number = self.small(number[1] + 1) or number
            k = number[1] + 1 if words[number[1]] in {"của", "trong"} else number[1]
            month = self.month_year(k + 1) if words[k] == "tháng" else None
            if month:
                return self.hit(month, i)
        return self.hit(self.week(i), i)

    def ago(self, i: int) -> Hit | None:
        """'5 giờ trước', '3 ngày trước': what listings print for fresh items; in running text where a clause begins."""
        words = self.words
        number = self.small(i)
        if number is None or words[number[1]] not in AGO:
            return None
        n, j = number
        unit = words[j]
        j += 1
        if unit == "giờ" and words[j] in NUMBERS and words[j + 1] == "phút":
            j += 2
        if words[j] not in {"trước", "ago"} or words[j + 1] in {"khi", "đó", "ngày"}:
            return None
        j += 2 if words[j + 1] == "đây" else 1
        if not self.lenient:
            before = words[i - 1] if i else ""
            if before == "khoảng":
                before = words[i - 2] if i > 1 else ""
            begins = not before[:1].isalnum() or before in _BEGINS_AGO or self.line_ends(i)
            ends = not words[j][:1].isalnum() or self.line_ends(j) or words[j] in {"bởi", "by"}
            ends = ends or (not before and self.capital(j))  # the next cell: "2 giờ trước Theo dõi"
            # "bị bắt 5 ngày trước." is so long ago; "đăng ký ít nhất 5 ngày trước." and "trước 5 ngày" are notice given
            if not ends or not (begins or (self.reference and before not in _NOTICE and n < 100)):
                return None
        return self.so_long_before(n, unit, i, j)

    def at_ago(self, i: int) -> Hit | None:
        """'cách đây 3 ngày', 'vài phút trước', 'vừa xong'."""
        words = self.words
        if words[i] == "vừa":
            return self.so_long_before(0, "phút", i, i + 2) if words[i + 1] == "xong" and self.lenient else None
        if words[i] in {"vài", "mấy"}:
            fresh = words[i + 1] in {"giây", "phút"} and words[i + 2] == "trước" and words[i + 3] != "khi"
            return self.so_long_before(0, "phút", i, i + 3) if fresh else None
        j = i + 2
        if words[i + 1] != "đây":
            return None
        about = words[j] == "khoảng"
        if words[j] in {"khoảng", "đúng", "tròn", "vừa"}:
            j += 1
        number = self.small(j)
        if number is None or words[number[1]] not in AGO:
            return None
        hit = self.so_long_before(number[0], words[number[1]], i, number[1] + 1)
        if hit and about and isinstance(hit.node, Point):
            hit.node.approx = True
        return hit

    def so_long_before(self, n: int, unit: str, i: int, end: int) -> Hit | None:
        """The day, month or year that lies *n* units before the reference."""
        if not self.reference:
            self.faults.append((i, end, "so long ago, and no reference date was given"))
            return Hit(Point("undated"), i, end, False)
        if unit in {"giây", "phút", "giờ", "tiếng"}:
            if unit in {"giờ", "tiếng"} and n >= 24:
                return None
            point = Point("day", self.reference.year, self.reference.month, self.reference.day)
            point.approx = unit in {"giờ", "tiếng"}
            return Hit(point, i, end, False)
        if unit in {"ngày", "hôm", "tuần"}:
            day = shifted(self.reference, -n * (7 if unit == "tuần" else 1))
            if day is None:
                return None
            point = Point("day", day.year, day.month, day.day)
            point.approx = unit == "tuần"
            return Hit(point, i, end, False)
        if unit == "tháng":
            m = self.reference.year * 12 + self.reference.month - 1 - n
            return Hit(Point("month", m // 12, m % 12 + 1), i, end, False) if m >= 12 else None
        year = self.reference.year - n
        return Hit(Point("year", year), i, end, False) if year > 0 else None

    def at_english(self, i: int) -> Hit | None:
        """'August 5, 2024', 'Mon, 05 Aug 2024 07:30:00 +0700'."""
        words = self.words
        if words[i] == "thu" and "đông" in {words[i + 1], words[i + 2]} and words[i + 1] in {"-", "đông"}:
            return self.at_season(i)
        if words[i] in ENGLISH_DAYS:
            if words[i + 1] not in {",", "."} and words[i + 1] not in NUMBERS and words[i + 1] not in ENGLISH_MONTHS:
                return None
            return self.hit(self.dated(i), i)
        found = self.english_month_first(i)
        if found:
            point, j, _ = found
            return self.hit(self.extended(point, self.tail(point, j), True), i)
        year = self.year_digits(i + 5) if words[i + 4] == "," else self.year_digits(i + 4)
        if year and words[i + 2] == "-" and words[i + 1] in NUMBERS and words[i + 3] in NUMBERS:  # "August 14-16, 2024"
            month, end = ENGLISH_MONTHS[words[i]], i + 5 + (words[i + 4] == ",")
            a, b = (Point("day", year, month, NUMBERS[words[k]]) for k in (i + 1, i + 3))
            if not (self.valid(a, i, end) and self.valid(b, i, end) and self.clean_after(end)):
                return None
            span = self.between(a, b)
            return self.hit((span, end, False), i) if span else None
        if (
            words[i + 2] in {"-", "to"}
            and words[i + 3] in ENGLISH_MONTHS
            and words[i + 1] in NUMBERS
            and len(words[i + 1]) <= 2
        ):
            last = self.english_month_first(i + 3)  # "June 30 - July 2, 2024"
            first = Point("day", None, ENGLISH_MONTHS[words[i]], NUMBERS[words[i + 1]])
            if last and self.valid(first, i, i + 2):
                span = self.between(first, last[0])
                return self.hit((span, last[1], False), i) if span and self.clean_after(last[1]) else None
        if words[i] == "may":
            return None
        year = self.year_digits(i + 1) or (self.year_digits(i + 2) if words[i + 1] in {",", "-"} else None)
        if year and 1800 <= year <= 2150:
            end = i + 2 if words[i + 1] in NUMBERS else i + 3
            return self.hit((Point("month", year, ENGLISH_MONTHS[words[i]]), end, False), i)
        return None

    def at_count(self, i: int) -> Hit | None:
        """A number in words that may count the months of a year, or give an hour."""
        words = self.words
        number = self.small(i)
        if number and words[number[1]] == "giờ":
            return self.hit(self.dated(i), i)
        if number and words[number[1]] == "tháng":
            month = self.month(number[1] + 1)
            if month and words[month[1]] == "năm" and self.year_after(month[1]):
                return self.hit(self.dated(i, strong=True), i)  # "hai mươi tháng Mười năm 2010"
        return self.months_of_year(i) or self.ago(i)

    def at_canchi(self, i: int) -> Hit | None:
        """'Giáp Ngọ 2014': a year's name where its number follows."""
        named = self.canchi_year(i)
        if not named:
            return None
        j = named[2]
        if self.words[j] in {"(", "-", ",", "năm"}:
            j += 1
        return self.hit(self.lunar_year_alone(i), i) if self.year_digits(j) is not None else None

    def day_of(self, point: Point) -> date | None:
        """The calendar day of a complete point."""
        return date(point.y, point.m or 1, point.d or 1) if point.y and 1 <= point.y <= 9999 else None

    def at_lunar(self, i: int) -> Hit | None:
        """'rằm', and the words that tell a lunar day: 'nhằm ngày 20/9', 'âm lịch: 10/3'."""
        words = self.words
        word = words[i]
        if word == "rằm":
            return self.hit(self.full_moon(i), i)
        if word == "tức" and i and words[i - 1] in {"tin", "lập", "ngay", "hỏa", "hoả", "túc"}:
            return None  # news, at once
        j = i + 1
        if word == "âm":
            if words[j] != "lịch":
                return None
            j += 1
        while words[j] in {"là", "vào", ":", "ngày", "("}:
            j += 1
        mung = words[j] in {"mùng", "mồng"}
        if mung:
            j += 1
        if words[j] == "rằm":
            return self.hit(self.full_moon(j), i)
        tet = self.tet_day(j, mung) if words[j] in NUMBERS or words[j] in ONES else None
        if tet:
            return self.hit(tet, i)
        beside = self.solar is not None and i - self.solar_end <= 6
        core = self.core(j, True) if words[j] in NUMBERS else None
        yearless = core is None or core[0].y is None
        if core and beside and self.solar == self.day_of(core[0]) and self.clean_after(core[1]):
            return self.hit((core[0], core[1], False), i)  # "mùng 6 Tết Giáp Thìn (nhằm ngày 15/2/2024)"
        called = word == "âm" or (beside and word == "nhằm") or (beside and yearless) or (word == "nhằm" and yearless)
        found = self.lunar_day(j, True, mung, called=called)
        return self.hit((found[0], found[1], False), i) if found else None


_TO_END = frozenset(("đến", "tới", "-", "và"))
AGO = frozenset(("giây", "phút", "giờ", "tiếng", "ngày", "hôm", "tuần", "tháng", "năm"))
_OTHER_YEARS = frozenset("mới học thứ sau tới nay này ngoái trước tiếp kế mười tuổi đầu cuối tháng".split())
_NO_CALENDAR_YEAR = frozenset("học tài ngân".split())
_BEGINS_AGO = frozenset("từ hồi vào với đăng tải nhật gửi mới viết".split())
_NOTICE = frozenset(
    "nhất thiểu đa phải trong hơn gần báo ký kí lịch cách mỗi mất suốt khoảng đủ cần sớm muộn đặt nộp gửi chuẩn bị xin "
    "hẹn lần là bằng như năm tháng tuần ngày quý cả".split()
) | {*NUMBERS, *ONES}
_AFTER_OLD_YEAR = frozenset("của trên tại do với đã là khi ở và đến".split())
