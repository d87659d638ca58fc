"""Clocks, weekdays, and the day itself in all its spellings."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from archiver.vietnamese.dates.grammar import NUMBERS, Scanner
from archiver.vietnamese.dates.points import MONTH_NAMES, Clock, Point, days_in
from archiver.vietnamese.dates.words import (
    DAYPARTS,
    ENGLISH_DAYS,
    ENGLISH_MONTHS,
    ONES,
    ROMAN,
    WEEKDAYS,
)


class Lead(NamedTuple):
    """What stood before the date itself: clock, part of the day, weekday, 'ngày'."""

    at: int
    clock: Clock | None
    clock_end: Clock | None
    zone: str | None
    part: str | None
    weekday: int | None
    strong: bool
    mung: bool
    relative: Point | None


class Days(Scanner):
    """Clocks, what leads to a day, and days."""

    __slots__ = ()

    # --- clocks -----------------------------------------------------------------------------------------------------

    def clock(self, i: int, behind: bool = False) -> tuple[Clock, int] | None:
        """A time of day at *i*: '14h30', '14:30:05', '8 giờ 30 phút', '5 giờ kém 10', '2:30 CH', '8 giờ rưỡi tối'.

        *behind* a date, a part of the day that a day follows belongs to that one: '21/3/2025 15:45 Sáng 22/3'.
        """
        words = self.words
        hour = NUMBERS.get(words[i]) if len(words[i]) <= 2 else None
        spoken = hour is None
        j = i + 1
        if hour is None:
            number = self.small(i)
            if not number or words[number[1]] != "giờ":
                return None
            hour, j = number
        if hour > 24:
            return None
        sign = words[j]
        minute, second, exact = 0, 0, "hour"
        if sign == ":" or (sign == "." and (words[j + 2] in {"am", "pm"} or self.lenient_clock(j))):
            value = NUMBERS.get(words[j + 1])
            if value is None or len(words[j + 1]) != 2 or value > 59:
                return None
            if not self.glued(j + 1) and self.begins_day(j + 1):
                return None  # "Đợt 1: 01/4 - 30/4"
            minute, exact = value, "minute"
            j += 2
            if words[j] == ":" and words[j + 1] in NUMBERS and len(words[j + 1]) == 2:
                second, exact = NUMBERS[words[j + 1]], "second"
                j += 2
                if words[j] in {".", ","} and self.glued(j) and self.glued(j + 1) and words[j + 1].isdigit():
                    j += 2
            elif words[j] == "'" and (words[j + 1] in {"ngày", "thứ", "chủ", "-", ",", "|"} or words[j + 1] in NUMBERS):
                j += 1  # a sign of minutes, and no closing quote
        elif sign in {"giờ", "h", "g", "gi"}:
            if (
                sign == "g"
                and not self.glued(j)
                and not (words[j + 1] in NUMBERS and words[j + 2] in {"ngày", ",", "ph", ""})
            ):
                return None
            j += 1
            if words[j] == ":" and words[j + 1] in NUMBERS:
                j += 1
            number = self.small(j)
            if number and number[0] < 60:
                after = words[number[1]]
                if after in {"phút", "ph", "p", "'"}:
                    minute, exact, j = number[0], "minute", number[1] + 1
                    number = self.small(j)
                    if number and number[0] < 60 and words[number[1]] in {"giây", "s"}:
                        second, exact, j = number[0], "second", number[1] + 1
                elif (self.minutes_at(j) and not self.begins_day(j) and after != "tháng") or (
                    spoken and words[j] not in NUMBERS and after not in {"tháng", "ngày"}
                ):
                    minute, exact, j = number[0], "minute", number[1]
            elif words[j] == "rưỡi":
                minute, exact, j = 30, "minute", j + 1
            elif words[j] == "kém":
                number = self.small(j + 1)
                if number and 0 < number[0] < 60 and hour:
                    hour, minute, exact, j = hour - 1, 60 - number[0], "minute", number[1]
                    if words[j] in {"phút", "ph"}:
                        j += 1
        else:
            return None
        if second > 59 or (hour == 24 and (minute or second)):
            return None
        # hours of twelve
        word = words[j]
        if behind and word in DAYPARTS and (words[j + 1] in NUMBERS or words[j + 1] in {"ngày", "nay", "qua"}):
            pass
        elif word in DAYPARTS and not (word == "sáng" and words[j + 1] == "kiến"):
            hour = 24 if hour == 12 and word in {"đêm", "khuya", "tối"} else _in_part(hour, word)
            if hour == 24 and minute:
                hour = 0  # half past midnight
            j += 1
            if words[j] in {"sớm", "muộn"}:
                j += 1
        elif word in {"sa", "am", "ch", "pm"} and hour <= 12:
            if word in {"ch", "pm"}:
                hour = hour % 12 + 12
            elif hour == 12:
                hour = 0
            j += 1
        elif word == "pm":
            j += 1  # "20:05 PM"
        elif word in {"a", "p"} and words[j + 1] == "." and words[j + 2] == "m":
            hour = hour % 12 + (12 if word == "p" else 0)
            j += 4 if words[j + 3] == "." else 3
        return (hour, minute, second, exact), j

    def minutes_at(self, i: int) -> bool:
        """Whether digits at *i* are the minutes of the hour before: two, or one glued to it ('7h5, ngày 18/7')."""
        words = self.words
        if words[i] not in NUMBERS or len(words[i]) > 2:
            return False
        return len(words[i]) == 2 or (self.glued(i) and self.clean_after(i + 1))

    def begins_day(self, i: int) -> bool:
        """Whether the two digits at *i* are a day rather than the minutes of the hour before ('8h 30/4')."""
        words = self.words
        sign = words[i + 1]
        if sign not in {"/", ".", "-"} or not words[i + 2][:1].isdigit() or not self.glued(i + 1):
            return False
        return not (sign == "-" and words[i + 3] in {"h", "g", ":", "giờ"})

    def lenient_clock(self, j: int) -> bool:
        """Whether a dot stands between hour and minute ('lúc 14.30 ngày …'): only before 'ngày' or a day part."""
        words = self.words
        return words[j - 2] in {"lúc", "hồi"} and words[j + 2] in {"ngày", "sáng", "chiều", "tối", ","}

    def zone(self, i: int) -> tuple[str, int] | None:
        """A zone at *i*: 'Z', '+07:00', '(GMT+7)', 'UTC+07:00', 'ICT'."""
        words = self.words
        j = i
        if words[j] not in _OPENS_ZONE:
            return None
        bracket = words[j] == "("
        if bracket:
            j += 1
        named = words[j] in {"gmt", "utc", "ict"}
        if named:
            if words[j] == "ict":
                j += 1
                if bracket:
                    if words[j] != ")":
                        return None
                    j += 1
                return "+07:00", j
            j += 1
        elif words[j] == "z" and self.glued(j) and not bracket:
            return "Z", j + 1
        if words[j] in {"+", "-"} and (named or self.glued(j + 1)):
            sign, digits = words[j], words[j + 1]
            if digits in NUMBERS and len(digits) <= 2:
                hours, minutes, k = NUMBERS[digits], 0, j + 2
                if words[k] == ":" and len(words[k + 1]) == 2 and words[k + 1] in NUMBERS:
                    minutes, k = NUMBERS[words[k + 1]], k + 2
            elif digits in NUMBERS and len(digits) == 4:
                hours, minutes, k = NUMBERS[digits] // 100, NUMBERS[digits] % 100, j + 2
            else:
                return None
            if hours > 14 or minutes > 59:
                return None
        elif named:
            return ("Z", j + 1) if bracket and words[j] == ")" else (None if bracket else ("Z", j))
        else:
            return None
        if bracket:
            if words[k] != ")":
                return None
            k += 1
        return f"{sign}{hours:02d}:{minutes:02d}", k

    def weekday(self, i: int) -> tuple[int, int] | None:
        """A weekday at *i*, as 0 (Monday) to 6, and the index after it."""
        words = self.words
        word = words[i]
        if word == "thứ":
            j = i + 1
            if words[j] == "-" and self.glued(j):
                j += 1
            day = WEEKDAYS.get(words[j])
            return None if day is None else (day, j + 1)
        if word == "thu" and words[i + 1] in _UNMARKED_DAYS:
            return _UNMARKED_DAYS[words[i + 1]], i + 2
        if word == "chủ" and words[i + 1] == "nhật":
            return 6, i + 2
        if word == "chúa" and words[i + 1] == "nhật":
            return 6, i + 2
        if word == "cn":
            return 6, i + 1
        if word == "th":
            j = i + 2 if words[i + 1] == "." else i + 1
            if words[j] in WEEKDAYS and len(words[j]) == 1 and words[j + 1] in {",", "-", "ngày"} and not self.glued(j):
                return WEEKDAYS[words[j]], j + 1
            return None
        if word == "t" and self.glued(i + 1) and words[i + 1] in WEEKDAYS and len(words[i + 1]) == 1:
            return WEEKDAYS[words[i + 1]], i + 2
        day = ENGLISH_DAYS.get(word)
        if day is not None and len(word) >= 3:
            return day, i + 1
        return None

    # --- what leads to a day ----------------------------------------------------------------------------------------

    def lead(self, i: int) -> Lead | None:
        """Clock, part of the day, weekday and 'ngày', in any order, up to where the day itself must stand."""
        words = self.words
        if words[i] == "ngày" and words[i + 1] in NUMBERS and words[i + 2] in {"/", "-", ".", "tháng"}:
            return Lead(i + 1, None, None, None, None, None, True, False, None)
        clock = clock_end = None
        zone: str | None = None
        part: str | None = None
        weekday: int | None = None
        strong = mung = False
        j = i
        relative: Point | None = None
        for _ in range(9):
            word = words[j]
            if word in NUMBERS or (clock is None and (word in ONES or word == "mười")):
                timed = None
                if clock is None and (word not in NUMBERS or words[j + 1] in _AFTER_HOUR):
                    timed = self.clock(j)
                if not timed:
                    break
                clock, j = timed
                if words[j - 1] in DAYPARTS:
                    part = part or words[j - 1]
                if words[j] in {"-", "đến", "tới"} and words[j + 1] in NUMBERS:
                    second = self.clock(j + 1)
                    if second:
                        clock_end, j = second
                placed = self.zone(j)
                if placed:
                    zone, j = placed
            elif word in {"ngày", "hôm", "bữa"}:
                nxt = words[j + 1]
                if nxt in {"nay", "qua", "mai", "kia", "kìa", "trước", "sau", "mốt"}:
                    break
                strong = True
                j += 1
                if nxt == ":":
                    j += 1
            elif word in DAYPARTS:
                if word == "sớm" or (word == "sáng" and words[j + 1] in {"kiến", "tạo", "lập", "suốt"}):
                    break
                part = part or word
                strong = True
                j += 1
                if word == "rạng" and words[j] in {"sáng", "đông"}:
                    part = "sáng"
                    j += 1
                elif words[j] in {"sớm", "muộn", "khuya"}:
                    j += 1
                if clock and clock[0] < 12:
                    clock = (_in_part(clock[0], part), *clock[1:])
                if words[j] in {"nay", "qua", "mai", "kia", "mốt"}:
                    break
            elif word in {"mùng", "mồng"}:
                mung = strong = True
                j += 1
                break
            elif word == "nửa" and words[j + 1] == "đêm":
                strong, part = True, part or "đêm"
                j += 2
            elif word in {"thứ", "chủ", "cn", "t", "th", "chúa"} or word in ENGLISH_DAYS:
                day = self.weekday(j)
                if not day or weekday is not None:
                    break
                if word == "thứ" and j == i and words[i - 1] in ORDINAL_BEFORE and i:
                    break
                weekday, j = day
                strong = True
            elif word in {",", "-", "|", ";", "•", "·", "/", "."}:
                if (
                    j == i
                    or (word == "." and words[j - 1] != "cn")
                    or words[j - 1] == "ngày"  # "1-2 ngày; 3-5 năm"
                    or (word == "/" and weekday is None and clock is None)
                ):
                    break
                j += 1
            elif word == "(" and j > i and (part or clock or weekday is not None):
                if words[j + 1] in NUMBERS or words[j + 1] == "ngày":
                    j += 1
                else:
                    break
            elif word in {"vào", "lúc", "hồi", "của", "khoảng", "trong", "đúng", "là"} and j > i:
                j += 1
            elif word == "cùng" and words[j + 1] == "ngày":
                return None
            else:
                break
            if j >= self.count:
                break
        if words[j] in {"nay", "qua", "mai", "kia", "kìa", "hôm", "ngày", "bữa", "mốt"}:
            found = self.relative_day(j, part is not None)
            if found:
                relative, j = found
                strong = True
                # "sáng nay (2.5)", "hôm qua, 5/8": the printed day wins, where one follows
                k = j
                if words[k] in {"(", ",", "-", "là"}:
                    k += 1
                inner = self.lead(k) if words[k] in _AFTER_RELATIVE or words[k] in NUMBERS else None
                if inner and inner.relative is None and self.core(inner.at, True, inner.mung):
                    return Lead(
                        inner.at,
                        clock or inner.clock,
                        clock_end or inner.clock_end,
                        zone or inner.zone,
                        part,
                        inner.weekday if weekday is None else weekday,
                        True,
                        inner.mung,
                        None,
                    )
        return Lead(j, clock, clock_end, zone, part, weekday, strong, mung, relative)

    def relative_day(self, i: int, after_part: bool) -> tuple[Point | None, int] | None:
        """'hôm nay', 'hôm qua', 'ngày mai', or after a part of the day 'nay', 'qua', 'mai'."""
        words = self.words
        j = i
        word = words[j]
        if word in {"hôm", "ngày", "bữa"}:
            j += 1
            key = words[j]
            if word == "ngày" and key in {"nay", "qua", "trước", "sau"}:
                return None  # "ngày nay" is nowadays
            if (
                key == "nay"
                and i
                and (words[i - 1] in ONES or words[i - 1] in _SOME)
                and words[i - 2] not in _AFTER_HOUR
            ):
                return None  # "mấy hôm nay"
        elif after_part:
            key = word
        else:
            return None
        shift = {"nay": 0, "qua": -1, "mai": 1, "kia": -2 if word == "hôm" else 2, "kìa": -3, "mốt": 2}.get(key)
        if shift is None:
            if word == "hôm" and key == "sau":
                return None
            return None
        j += 1
        if not self.reference:
            self.faults.append((i, j, "a relative day, and no reference date was given"))
            return Point("undated"), j
        try:
            day = self.reference + timedelta(days=shift)
        except OverflowError:
            return None
        return Point("day", day.year, day.month, day.day), j

    # --- the day itself ---------------------------------------------------------------------------------------------

    def core(self, i: int, strong: bool, mung: bool = False) -> tuple[Point, int, bool] | None:
        """A day at *i*; the third tells whether it is bare: a date only where nothing else could stand."""
        words = self.words
        word = words[i]
        if word in NUMBERS:
            numeric = self.numeric(i, strong)
            if numeric:
                return numeric
            if len(word) > 2:
                return None
            value, j = NUMBERS[word], i + 1
        elif strong and (word in ONES or word in {"mười", "hăm"}):
            number = self.small(i)
            if not number:
                return None
            value, j = number
        elif word in ENGLISH_MONTHS:
            return self.english_month_first(i)
        elif word in {"tháng", "th"}:
            return self.wordpress(i)
        else:
            return None
        if words[j] == "," and words[j + 1] == "tháng" and strong:  # "ngày 12, tháng 8, năm 2024"
            j += 1
        elif words[j] == "(":  # "ngày 10 (thứ Hai) tháng 2 năm 2025"
            named = self.weekday(j + 1)
            if named and words[named[1]] == ")" and words[named[1] + 1] == "tháng":
                j = named[1] + 1
        elif words[j] == "t" and len(word) <= 2 and not self.glued(j) and self.glued(j + 1):  # "10 T3, 2021"
            month = self.month(j + 1) if words[j + 1] in NUMBERS else None
            k = month[1] + (words[month[1]] == ",") if month else j
            year4 = self.year_digits(k) if month else None
            if month and year4 and 1800 <= year4 <= 2200:
                point = Point("day", year4, month[0], value)
                return (point, k + 1, False) if self.valid(point, i, k + 1) else None
        ordinal = (
            words[j] == "th" and self.glued(j) and (words[j + 1] in ENGLISH_MONTHS or words[j + 1] in _AFTER_ORDINAL)
        )
        if words[j] == "tháng" and words[j + 1] in ENGLISH_MONTHS:  # "5 tháng August năm 2024"
            j += 1
        if strong and words[j] == "tháng" and words[j + 1] in _MONTHS_BESIDE and self.reference and value <= 28:
            n = self.reference.year * 12 + self.reference.month - 1 + _MONTHS_BESIDE[words[j + 1]]
            return Point("day", n // 12, n % 12 + 1, value), j + 2, False  # "ngày 15 tháng trước"
        if words[j] in {"tháng", "th", "thg"} and not ordinal:
            month = self.month(j + 1)
            year = self.year_after(j + 2) if month is None and words[j + 1] in NUMBERS else None
            if month is None and words[j + 1] in NUMBERS and (value <= 31 or year):
                self.faults.append((i, year[1] if year else j + 2, f"there is no month {words[j + 1]}"))
                return None
            if month and not month[2]:
                m, j, _ = month
                if words[j] == "dương" and words[j + 1] == "lịch":
                    j += 2
                point = Point("day", None, m, value)
                year = self.year_after(j)
                if year:
                    point.y, j, point.printed, _ = year
                if not self.valid(point, i, j):
                    return None
                return point, j, point.y is None and not strong
        elif words[j] in {"to", "until"} and words[j + 1] in NUMBERS and words[j + 2] in ENGLISH_MONTHS:
            return None
        elif words[j] in ENGLISH_MONTHS or (words[j] in {"st", "nd", "rd", "th"} and self.glued(j)):
            k = j if words[j] in ENGLISH_MONTHS else j + 1
            if words[k] == "day":  # "the 5th day of August"
                k += 1
            if words[k] == "of" or (words[k] == "," and k > j):
                k += 1
            m2 = ENGLISH_MONTHS.get(words[k])
            if m2:
                k += 1
                if words[k] == "." and self.glued(k):
                    k += 1
                if words[k] in {",", "-", "năm"}:
                    k += 1
                year4 = self.year_digits(k)
                if year4 and 1800 <= year4 <= 2200:
                    point = Point("day", year4, m2, value)
                    return (point, k + 1, False) if self.valid(point, i, k + 1) else None
                if words[j] not in ("may",):
                    point = Point("day", None, m2, value)
                    k = k - 1 if words[k - 1] in {",", "-"} else k
                    return (point, k, True) if self.valid(point, i, k) else None
        return None

    def numeric(self, i: int, strong: bool) -> tuple[Point, int, bool] | None:
        """Digits and separators: '05/8/2024', '2024-08-05', '5.8', '05/VIII/2024', '5/8 năm 2024'."""
        words = self.words
        first = words[i]
        sep = words[i + 1]
        if sep not in {"/", "-", "."}:
            return self.dotted(i) if sep in _DOTS else self.year_first(i)
        second = words[i + 2]
        a, b = NUMBERS[first], NUMBERS.get(second)
        starts = self.starts
        tight = starts[i + 2] - starts[i] == len(first) + 1
        if not tight and sep != "/" and not (words[i + 3] == sep and 4 in {len(words[i + 4]), len(first)}):
            return self.spaced_dash(i)
        if b is None:
            if second in ROMAN and ROMAN[second] <= 12 and len(first) <= 2 and words[i + 3] in {"/", "-", "."}:
                year = self.year_digits(i + 4)
                if year is not None:
                    point = Point("day", year, ROMAN[second], a)
                    return (point, i + 5, False) if self.valid(point, i, i + 5) else None
            if strong and second in ROMAN and ROMAN[second] <= 12 and 1 <= a <= 31 and len(first) <= 2 and sep != ".":
                point = Point("day", None, ROMAN[second], a)
                return (point, i + 3, False) if self.valid(point, i, i + 3) else None
            # 05-Th8-2024
            if second in {"th", "thg", "tháng"} and words[i + 4] == sep:
                month = self.month(i + 3)
                year = self.year_digits(i + 5)
                if month and month[1] == i + 4 and not month[2] and year is not None and len(first) <= 2:
                    point = Point("day", year, month[0], a)
                    return (point, i + 6, False) if self.valid(point, i, i + 6) else None
            # 2024-Aug-05
            if len(first) == 4 and second in ENGLISH_MONTHS and words[i + 3] == sep and words[i + 4] in NUMBERS:
                point = Point("day", a, ENGLISH_MONTHS[second], NUMBERS[words[i + 4]])
                return (point, i + 5, False) if len(words[i + 4]) <= 2 and self.valid(point, i, i + 5) else None
            # 05-Aug-2024
            if second in ENGLISH_MONTHS and words[i + 3] == sep:
                year = self.year_digits(i + 4)
                if year is None and len(words[i + 4]) == 2 and words[i + 4] in NUMBERS:
                    year = self.two_digits(NUMBERS[words[i + 4]])
                if year is not None and len(first) <= 2:
                    point = Point("day", year, ENGLISH_MONTHS[second], a)
                    return (point, i + 5, False) if self.valid(point, i, i + 5) else None
            return None
        if len(first) == 4:
            if words[i + 3] == sep and words[i + 4] in NUMBERS and len(words[i + 4]) <= 2 and len(second) <= 2:
                point = Point("day", a, b, NUMBERS[words[i + 4]])
                return (point, i + 5, False) if a >= 1000 and self.valid(point, i, i + 5) else None
            return None
        if len(first) > 2:
            return None
        third = words[i + 4] if words[i + 3] in {"/", "-", "."} else ""
        if (
            third in NUMBERS
            and (len(third) == 4 or not tight or self.glued(i + 4))
            and self.sign_again(i, tight, strong)
        ):
            # but for "hôm nay, 22.1." and a number on the next line
            c = NUMBERS[third]
            end = i + 5
            if len(third) == 4:
                point = Point("day", c, b, a)
                if b > 12 and a <= 12:
                    point.m, point.d = a, b
                    point.note("month-first", f"{self.raw(i, end)!r} has no month {b}, so the month stands first")
                return (point, end, False) if self.valid(point, i, end) else None
            if len(third) == 2 and len(second) <= 2 and words[i + 3] == sep and self.glued(i + 4):
                if sep != "/" and not strong and not self.lenient and not len(first) == len(second) == 2:
                    return None
                point = Point("day", self.two_digits(c), b, a)
                if b > 12 or not a or a > 31:
                    return None
                # "05.08.24" alone is a stamp; "số hiệu 12.5.24" is none
                return (point, end, sep != "/" and not strong) if self.valid(point, i, end) else None
            return None
        if len(second) == 4:  # month and year
            return None
        if len(second) > 2 or b > 12 or not b or not 1 <= a <= 31:
            if strong and len(second) == 2 and sep == "/":
                self.faults.append((i, i + 3, f"there is no month {b}" if b > 12 or not b else f"there is no day {a}"))
            return None
        end = i + 3
        point = Point("day", None, b, a)
        if words[end] == sep and words[end + 1] == "năm" and self.year_digits(end + 2):  # "19/07/năm 2021"
            end += 1
        then = self.year_after(end, glue=False) if words[end] in {"năm", ",", "của", "("} else None
        if then and not (words[end] == "," and words[end + 1] != "năm" and not tight):
            point.y, end, point.printed, _ = then
        if not self.valid(point, i, end):
            return None
        return point, end, point.y is None and not strong

    def sign_again(self, i: int, tight: bool, strong: bool) -> bool:
        """Whether the number after the second sign of what begins at *i* is the year of the same date."""
        words = self.words
        sep = words[i + 1]
        if len(words[i + 2]) > 2 or (words[i + 3] != sep and not (len(words[i + 4]) == 4 and tight)):
            return False
        if tight or sep != "." or self.glued(i + 4):
            return True
        if strong and self.glued(i + 1) and self.glued(i + 3) and not self.glued(i + 2):  # "ngày 14. 8. 2024"
            return len(words[i + 4]) == 4 and 1900 <= NUMBERS[words[i + 4]] <= 2100
        return not (self.glued(i + 1) or self.glued(i + 2) or self.glued(i + 3))  # "14 . 8 . 2024"

    def spaced_dash(self, i: int) -> tuple[Point, int, bool] | None:
        """'Ngày 19 - 12, …': day and month where the second is no later day ('ngày 5 - 12' may be eight)."""
        words = self.words
        if words[i + 1] != "-" or i == 0 or words[i - 1] != "ngày" or words[i - 2] in _SEVERAL:
            return None
        day, month = NUMBERS[words[i]], NUMBERS.get(words[i + 2])
        if month is None or not 0 < month < min(day, 13) or max(len(words[i]), len(words[i + 2])) > 2:
            return None
        if self.glued(i + 1) or self.glued(i + 2) or words[i + 3] not in _AFTER_SPACED or not self.clean_after(i + 3):
            return None
        point = Point("day", None, month, day)
        return (point, i + 3, False) if self.valid(point, i, i + 3) else None

    def dotted(self, i: int) -> tuple[Point, int, bool] | None:
        """'06 · 08 · 2024': raised dots for slashes."""
        words = self.words
        d, m, y = NUMBERS[words[i]], NUMBERS.get(words[i + 2]), self.year_digits(i + 4)
        if words[i + 3] != words[i + 1] or m is None or y is None or len(words[i]) > 2 or len(words[i + 2]) > 2:
            return None
        point = Point("day", y, m, d)
        return (point, i + 5, False) if self.valid(point, i, i + 5) else None

    def year_first(self, i: int) -> tuple[Point, int, bool] | None:
        """'2024 August 5'."""
        words = self.words
        month = ENGLISH_MONTHS.get(words[i + 1])
        if month is None or len(words[i]) != 4 or words[i + 2] not in NUMBERS or len(words[i + 2]) > 2:
            return None
        point = Point("day", NUMBERS[words[i]], month, NUMBERS[words[i + 2]])
        return (point, i + 3, False) if self.valid(point, i, i + 3) else None

    def valid(self, point: Point, i: int, j: int) -> bool:
        """Whether the calendar has such a day; where it has not, the reason is kept for the error."""
        m, d, y = point.m, point.d, point.y
        if m and d and m <= 12 and d <= 28 and (y is None or y <= 9999):
            return True
        if not m or not d or m > 12 or d > 31:
            why = f"there is no month {m}" if not m or m > 12 else f"there is no day {d}"
        elif d > days_in(m, y):
            why = f"{MONTH_NAMES[m]}{'' if m != 2 or y is None else f' of {y}'} has no day {d}"
        elif y is not None and y > 9999:
            why = f"there is no year {y}"
        else:
            return True
        self.faults.append((i, j, why))
        return False

    def raw(self, i: int, j: int) -> str:
        """Tokens *i* to *j* as they stand in the folded text."""
        return self.text[self.starts[i] : self.starts[j - 1] + len(self.words[j - 1])]

    def english_month_first(self, i: int) -> tuple[Point, int, bool] | None:
        """'August 5, 2024', 'Aug. 5th 2024'."""
        words = self.words
        month = ENGLISH_MONTHS[words[i]]
        j = i + 1
        if words[j] in {".", "-", "/", "the"}:
            j += 1
        if words[j] not in NUMBERS or len(words[j]) > 2:
            return None
        value = NUMBERS[words[j]]
        j += 1
        if words[j] in {"st", "nd", "rd", "th"} and self.glued(j):
            j += 1
        if words[j] == "," or words[j] == words[i + 1] in {"-", "/"}:
            j += 1
        timed = self.clock(j) if words[j + 1] == ":" else None  # 'Mon Aug  5 14:30:00 2024'
        zone = None
        if timed:
            j = timed[1]
            placed = self.zone(j)  # 'Mon Aug 05 14:30:00 ICT 2024'
            if placed:
                zone, j = placed
        year = self.year_digits(j)
        if year is None or not 1800 <= year <= 2200:
            return None
        point = Point("day", year, month, value)
        if timed:
            point.clock, point.zone = timed[0], zone or point.zone
        return (point, j + 1, False) if self.valid(point, i, j + 1) else None

    def wordpress(self, i: int) -> tuple[Point, int, bool] | None:
        """The month first, as WordPress prints it: 'Tháng Tám 5, 2024', 'Th8 5, 2024'."""
        words = self.words
        month = self.month(i + 1)
        if not month or month[2]:
            return None
        m, j, _ = month
        if words[j] not in NUMBERS or len(words[j]) > 2:
            return None
        value = NUMBERS[words[j]]
        j += 1
        if words[j] in {"st", "nd", "rd", "th"} and self.glued(j):
            j += 1
        if words[j] == ",":
            j += 1
        year = self.year_digits(j)
        if year is None or self.glued(j):
            return None
        point = Point("day", year, m, value)
        return (point, j + 1, False) if self.valid(point, i, j + 1) else None

    def month(self, i: int) -> tuple[int, int, bool] | None:
        """A month's number, the index after it, and whether its name is lunar (Giêng, Chạp)."""
        words = self.words
        word = words[i]
        if word in NUMBERS:
            value = NUMBERS[word]
            return (value, i + 1, False) if 1 <= value <= 12 and len(word) <= 2 else None
        if word == "giêng":
            return 1, i + 1, True
        if word == "chạp":
            return 12, i + 1, True
        if word == "mười":
            nxt = words[i + 1]
            if nxt == "một":
                return 11, i + 2, False
            if nxt == "hai":
                return 12, i + 2, False
            return 10, i + 1, False
        value = ONES.get(word, 0)
        if value and word not in {"lăm", "nhăm", "mốt"}:
            return value, i + 1, False
        if word in ROMAN and ROMAN[word] <= 12:
            return ROMAN[word], i + 1, False
        return None


_UNMARKED_DAYS = {"hai": 0, "ba": 1, "từ": 2, "năm": 3, "sau": 4, "bay": 5, **{str(n): n - 2 for n in range(2, 8)}}
ORDINAL_BEFORE = frozenset("năm lần hạng bậc người vị hàng ngày tháng tuần thế".split())
_SOME = frozenset(("mấy", "vài", "nhiều", *NUMBERS, *ONES))
_MONTHS_BESIDE = {"này": 0, "trước": -1, "tới": 1}
_AFTER_ORDINAL = frozenset(("of", "day", ","))
_AFTER_HOUR = frozenset((":", ".", "giờ", "h", "g", "gi"))
_DOTS = frozenset("·•")
_SEVERAL = frozenset(("các", "những", "mỗi", "hai", "ba", "từ", "đến", *NUMBERS))
_AFTER_SPACED = frozenset((",", ".", ";", ")", "", "tại"))
_OPENS_ZONE = frozenset(("(", "gmt", "utc", "ict", "z", "+", "-"))
_AFTER_RELATIVE = frozenset("ngày thứ chủ".split())


def _in_part(hour: int, part: str) -> int:
    """The hour of 24 for an hour said with a part of the day: 8 tối is 20."""
    if part in {"chiều", "tối"} and 1 <= hour < 12:
        return hour + 12
    if part in {"đêm", "khuya"} and 6 <= hour < 12:
        return hour + 12
    if part == "trưa" and 1 <= hour <= 3:
        return hour + 12
    if part in {"sáng", "rạng"} and hour == 12:
        return 0
    return hour
