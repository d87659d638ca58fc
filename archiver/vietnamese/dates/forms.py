"""The forms: which word opens which date, and what may follow it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import compress
from typing import Any

from archiver.vietnamese.dates.days import ORDINAL_BEFORE
from archiver.vietnamese.dates.grammar import NUMBERS, Hit
from archiver.vietnamese.dates.longer import AGO
from archiver.vietnamese.dates.points import Node, Point, Span, days_in, points_of
from archiver.vietnamese.dates.short import Short
from archiver.vietnamese.dates.spans import NOT_AFTER_YEAR, SIGNS
from archiver.vietnamese.dates.words import (
    DAYPARTS,
    ENGLISH_DAYS,
    ENGLISH_MONTHS,
    LUNAR_FEASTS,
    NATIONAL,
    NOT_BEFORE_DATE,
    ONES,
    SOLAR_FEASTS,
    STEMS,
)
from archiver.vietnamese.dates.years import CALLS_A_YEAR

# Words after which a day and month without a year is a date: "dịp 30/4", "hết 15/3".
_CALLS_A_DAY = frozenset(
    "dịp lễ đến tới từ trước sau hết tận khánh nghỉ mừng niệm ngày hôm qua nay sáng trưa chiều tối đêm vào".split()
)
# Things that are numbered within a year, beside documents: "phụ lục 03/2024", "biên lai 05/2024", "Trang 1/2024".
_NUMBERED = frozenset("lục lô đợt lần trang lai phiếu thửa tập vòng mẫu biểu bảng quyển bậc".split())


class Reader(Short):
    """Finds every date form of a text."""

    __slots__ = ()

    def hits(self) -> list[Hit]:
        """Every date form, in the order of the text, none overlapping; those that name no date are left out."""
        found: list[Hit] = []
        busy, words, faults = 0, self.words, self.faults
        openers: list[Any] = [*map(_OPENING.get, words)]
        if 8 in map(len, words):  # no Vietnamese word is so long
            openers = [Reader.compact if len(w) == 8 and w.isdigit() else _OPENING.get(w) for w in words]
        for i, opener in compress(enumerate(openers), openers):
            if i < busy:
                continue
            known = len(faults)
            hit: Hit | None = opener(self, i)
            if hit is None:
                if words[i][0] in "0123456789":
                    busy = self.run_end(i)
                if len(faults) > known:  # what the calendar does not have is left out whole
                    busy = max(busy, max(f[1] for f in faults[known:]))
                continue
            node, busy = hit.node, hit.end
            if isinstance(node, Point):
                if node.unit == "undated":
                    continue
                if self.lunar_hint and node.unit == "day" and node.y is not None and 1 <= node.y <= 9999:
                    self.solar = date(node.y, node.m or 1, node.d or 1)
                    self.solar_end = busy
            elif words[busy] == "điểm" and self.points_won(hit):
                continue
            found.append(hit)
        return found

    def points_won(self, hit: Hit) -> bool:
        """Whether what looks like days is a mark out of ten: 'từ 2/10 đến 5/10 điểm'."""
        if self.words[hit.end + 1] in {"tin", "báo", "danh", "cầu", "lại", "qua"}:
            return False  # the verb: "từ 2/10 đến 5/10 điểm lại …"
        told = self.words[hit.first : hit.end]
        return all(p.y is None and p.unit == "day" for p in points_of(hit.node)) and not {"ngày", "tháng"} & set(told)

    # --- openers ----------------------------------------------------------------------------------------------------

    def at_digits(self, i: int) -> Hit | None:
        """What begins with digits and is not the tail of a word or of a longer number."""
        after = self.words[i + 1]
        if after in SIGNS:
            hit = self.plain(i, i)
            if hit is not None:
                return hit
        elif after not in _AFTER_NUMBER and len(self.words[i]) < 3 and after not in NUMBERS:
            return None
        return self.at_number(i) if self.clean_before(i) else None

    def at_number(self, i: int) -> Hit | None:
        """What begins with digits."""
        words = self.words
        before = words[i - 1] if i else ""
        after = words[i + 1]
        if after not in _AFTER_NUMBER and len(words[i]) < 3 and after not in NUMBERS:
            return None
        if before == "nhà" and i > 1 and words[i - 2] == "số":
            return None  # "số nhà 12/8/24"
        if after in {"tháng", "quý"} and (words[i + 2] in _OF_YEAR or self.year_digits(i + 2)):
            return self.months_of_year(i)
        if after in AGO:
            ago = self.ago(i)
            if ago:
                return ago
        strong = before in _CALLS_A_DAY
        if before == "(" and i > 2 and words[i - 2] == "ngày":  # "trong 3 ngày (7-9/8)"
            strong = words[i - 3] in NUMBERS or words[i - 3] in ONES
        elif before == "tức":  # "mùng 10 tháng 3 âm lịch (tức 18/4 dương lịch)"
            strong = words[i + 3] == "dương"
        elif before in _OCCASIONS and "ngày" in words[i - 3 : i - 1]:  # "ngày bầu cử 23/5"
            strong = words[i + 3] not in _MEASURES
        if (
            self.lenient
            and i == 0
            and after in NUMBERS
            and self.count == 4
            and self.year_digits(3)
            and words[2] in {"/", "-"}
        ):
            month = self.month_year(1)  # a listing's large day above its month: "05 08/2024"
            if month and month[1] == 4 and len(words[0]) <= 2:
                point = Point("day", month[0].y, month[0].m, NUMBERS[words[0]])
                return Hit(point, 0, 4, False) if self.valid(point, 0, 4) else None
        if after == "tết":
            return self.hit(self.tet_day(i, False), i)
        if (after == "tháng" and before in _ORDERED) or (before == "thứ" and after not in SIGNS and after != "tháng"):
            return None  # "giai đoạn 3 tháng 8/2024", "Thứ 2 đến thứ 6 (5/8 - 9/8/2024)"
        if before == "thứ" and words[i + 2] == "thứ":
            return None
        if after == "tcn" and NUMBERS[words[i]]:  # "(2879 TCN - 258 TCN)"
            old, end = self.era(Point("year", NUMBERS[words[i]]), i + 1)
            return self.hit(self.extended(old, end, True), i)
        if after == "-" and len(words[i]) == 4 and words[i + 5] == "/" and len(words[i + 6]) == 4:
            both = self.iso_interval(i)  # "2024-08-05/2024-08-07"
            if both:
                return both
        if after in {"to", "until", "-", "and", "&"} and words[i + 2] in NUMBERS and words[i + 3] in ENGLISH_MONTHS:
            last = self.core(i + 2, True)  # "10 to 15 March 2021"
            if last and last[0].d and 0 < NUMBERS[words[i]] < last[0].d and self.clean_after(last[1]):
                first = Point("day", last[0].y, last[0].m, NUMBERS[words[i]])
                together = after in {"and", "&"}
                english = Span(None, None, [first, last[0]]) if together else Span(first, last[0])
                return Hit(english, i, last[1], last[2])
        if before in _WEAK and strong and after in {"/", ".", "-"} and words[i + 3] != after:
            # "từ 3-5 năm", "đến 3/4 diện tích", "từ 2.5 lên 3 triệu": such words call measures too
            strong = after != "-" and words[i + 3] not in _MEASURES and words[i + 4] not in _MEASURES
            if before in {"đến", "tới", "hết", "vào"} and len(words[i]) == 1 and len(words[i + 2]) == 1:
                strong = strong and words[i] >= words[i + 2]  # "chưa tới 1/3" of something
        found = None
        if NUMBERS[words[i]] <= 31 or self.day_like(i, after):
            found = self.dated(i, strong and after in {"/", ".", "-", ",", "đến", "tới", "và"})
        if found:
            node, end, bare = found
            if bare and isinstance(node, Point) and words[i + 1] in {"tháng", "th", "thg"}:
                bare = before in NOT_BEFORE_DATE or before in _COUNTS or words[i - 2 : i - 1] == ["ngã"]
                bare = bare or words[end] in {"ngày", "tuổi", "lần", "đầu"}
            if not self.clean_after(end):
                return None
            if (
                after == "."
                and not strong
                and (before in _COUNTS_BY_DOTS or (before == "bản" and words[i - 2] == "phiên"))
            ):
                return None  # "phiên bản 10.5.2024", "Mục 3.2.2024"
            if end == i + 5 and len(words[i + 4]) == 2 and before in NOT_BEFORE_DATE:
                return None  # "hẻm 30/4/12"
            if bare and self.national(node, i, before):
                bare = False
            if bare and words[i : i + 3] == ["24", "/", "7"] and end == i + 3 and not self.july_24(i):
                self.faults.append((i, end, "24/7 is all day and all week, where nothing tells that it is 24 July"))
                return None
            return Hit(node, i, end, bare)
        if after in {"/", "-", "."} and self.year_digits(i + 2) and len(words[i]) <= 2:
            month = self.month_year(i)
            whole = month is not None and (self.clean_after(month[1]) or self.month_follows(month[1]))
            if month and whole and self.glued(i + 1) and self.glued(i + 2):
                point, j, _ = month
                bracketed = before == "(" and words[j] == ")"
                if after != "/" and not strong and before not in CALLS_A_YEAR and not self.lenient and not bracketed:
                    return None
                if before in _DOCUMENTS or (before in _NUMBERED and words[i - 2] not in {"trái", "cổ"}):
                    return None  # "Quyết định 05/2024": its number
                if before in {"kỳ", "kì"} and words[i - 2] == "học":
                    return None  # "học kỳ 1/2024" is no January
                if point.m == 1 and point.y == 2000 and before not in _CALLS_A_DAY:
                    return None  # the scale of a map
                if point.y is None or not 1800 <= point.y <= 2150 or before in NOT_BEFORE_DATE:
                    return None
                return self.hit(self.extended(point, j, True), i)
            return None
        alone = (before == "(" and words[i + 3] == ")") or (self.lenient and self.count == 3)
        if alone and len(words[i]) == 3 and after == "-" and words[i + 2] in NUMBERS:
            a, b = NUMBERS[words[i]], NUMBERS[words[i + 2]]  # a dynasty: "(938 - 1009)"
            return Hit(Span(Point("year", a), Point("year", b)), i, i + 3, False) if 100 <= a < b <= 2100 else None
        year = self.year_digits(i)
        if year is not None and 1000 <= year <= 2999:
            return self.bare_year(i, year, before)
        return None

    def day_like(self, i: int, after: str) -> bool:
        """Whether a number that is no day stands as one, or begins one of ISO's: '32/12/2024', '45 tháng 3'."""
        words = self.words
        if after not in SIGNS:
            return after in {"tháng", "th", "thg"} or after in ENGLISH_MONTHS
        if len(words[i]) == 4 and words[i + 2] in ENGLISH_MONTHS:
            return True  # "2024-Aug-05"
        return words[i + 2] in NUMBERS and (len(words[i]) < 4 or words[i + 3] == after)

    def july_24(self, i: int) -> bool:
        """Whether '24/7' at *i* stands as pages put days: in brackets, or on a page of that season."""
        before = self.words[i - 1] if i else ""
        return (before == "(" and self.words[i + 3] == ")") or (
            self.lenient and self.reference is not None and 6 <= self.reference.month <= 9
        )

    def iso_interval(self, i: int) -> Hit | None:
        """ISO 8601's own form of an interval: '2024-08-05/2024-08-07', glued together."""
        if self.starts[i + 10] - self.starts[i] != sum(len(word) for word in self.words[i : i + 10]):
            return None
        if self.words[i + 6] not in NUMBERS:  # "2024-08-05/XXXX-09-30"
            return None
        a, b = self.numeric(i, True), self.numeric(i + 6, True)
        if not a or not b or a[1] != i + 5 or not self.clean_after(b[1]):
            return None
        span = self.between(a[0], b[0])
        return Hit(span, i, b[1], False) if span else None

    def national(self, node: Node, i: int, before: str) -> bool:
        """Whether a bare day is one that all know, and the words before speak of a day that is kept."""
        first = points_of(node)[0]
        if (first.d, first.m) not in NATIONAL or before in NOT_BEFORE_DATE:
            return False
        kept = self.words[max(0, i - 12) : i]
        if not _KEPT.isdisjoint(kept):
            return True
        return "niệm" in kept and "kỷ" in kept

    def compact(self, i: int) -> Hit | None:
        """'20240805', where it is all there is, or a clock follows: '20240805T073000Z'."""
        word = self.words[i]
        if len(word) != 8 or self.glued(i):
            return None
        point = Point("day", int(word[:4]), int(word[4:6]), int(word[6:]))
        if not point.y or not 1900 <= point.y <= 2100 or not self.valid(point, i, i + 1):
            return None
        j = i + 1
        digits = self.words[j + 1]
        timed = self.words[j] == "t" and self.glued(j) and len(digits) in (4, 6) and digits.isdigit()
        if timed:
            hour, minute, second = int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0)
            if hour > 23 or minute > 59 or second > 59:
                return None
            point.clock = (hour, minute, second, "second" if len(digits) == 6 else "minute")
            j += 2
            placed = self.zone(j)
            if placed:
                point.zone, j = placed
        if not self.clean_after(j):
            return None
        return Hit(point, i, j, not timed)

    def at_day(self, i: int) -> Hit | None:
        """'ngày', 'sáng', 'thứ', 'hôm', 'mùng': whatever leads to a day."""
        words = self.words
        word = words[i]
        j = i + 1
        if word == "ngày":
            if words[j] not in _AFTER_DAY_WORD and words[j].isalpha():
                return None
            if words[j + 1] in SIGNS:
                hit = self.plain(j, i)
                if hit:
                    return hit
        elif word in DAYPARTS:
            j += words[j] == "ngày"
            if words[j + 1] in SIGNS:
                hit = self.plain(j, i)
                if hit:
                    return hit
        elif word in {"thứ", "chủ"} and (not i or words[i - 1] not in ORDINAL_BEFORE):
            day = self.weekday(i)
            if day:
                j = day[1] + (words[day[1]] in {",", "-"})
                j += words[j] == "ngày"
                if words[j + 1] in SIGNS:
                    hit = self.plain(j, i, day[0])
                    if hit:
                        return hit
        if word == "t" and not (self.glued(i + 1) and words[i + 1 + (words[i + 1] == ".")] in NUMBERS):
            return None
        if word in {"mùng", "mồng"}:
            tet = self.tet_day(i + 1, True)
            if tet:
                return self.hit(tet, i)
        if word == "thứ" and i and words[i - 1] in {"lần", "hạng", "người", "bậc", "vị", "đứng", "xếp", "khóa"}:
            return None
        found = self.dated(i)
        if found is None and word in {"ngày", "đêm", "hôm", "sáng", "tối", "chiều"}:
            j = i + 1
            if words[j] in NUMBERS and words[j + 1] == "tết":
                return self.hit(self.tet_day(j, False), i)
            if words[j] in {"mùng", "mồng"}:
                return self.hit(self.tet_day(j + 1, True), i)
            if word == "ngày":
                while words[j] in {"lễ", "tết", "hội", "kỷ", "niệm"} and j < i + 4:
                    feast = self.feast(j, True)
                    if feast:
                        return self.hit(feast, i)
                    j += 1
                feast = self.feast(j, True)
                if feast:
                    return self.hit(feast, i)
                if words[j] == "rằm":
                    return self.hit(self.full_moon(j), i)
        dot = words[i + 1] == "."
        if found is None and word == "t" and words[i + 2 + dot] in {"/", "-", "."}:
            month = self.month_year(i + 1 + dot)
            through = month and month[0].y is None and words[i + 2 : i + 4] == ["-", "t"]  # "T8-T9/2024"
            if month and (month[0].y is not None or through):
                whole = self.extended(month[0], month[1], True)
                node = whole[0]
                ends = isinstance(node, Span) and node.b is not None and node.b.y is not None  # weekdays in "T2-T6"
                return self.hit(whole, i) if ends or not through else None
        return self.hit(found, i)

    def at_since(self, i: int) -> Hit | None:
        """'từ', 'kể từ', 'trước', 'sau': an interval, or its one printed end."""
        words = self.words
        word = words[i]
        j = i + 1
        if word == "kể":
            if words[j] != "từ":
                return None
            j += 1
        if word in {"từ", "kể"} and words[j] in {"sau", "trước", "khoảng", ":"}:
            word = words[j] if words[j] in {"trước", "sau"} else word  # "từ trước năm 1975", "từ sau năm 1975"
            j += 1
        if words[j] in {"khi", "đó", "đây", "ngày"} and words[j + 1] in {"đó", "này", "ấy"}:
            return None
        if word in {"từ", "kể"} and words[j] == "nay" and words[j + 1] in {"đến", "tới"}:
            return self.from_now(i, j + 2)
        if words[j] == "đầu" and words[j + 1] == "năm":
            inner = self.year_begun(j)
            if inner:
                return Hit(inner.node, i, inner.end, False)
        inner = self.opened_by(j)
        if not inner:
            return None
        node, end = inner.node, inner.end
        if words[j] == "rằm" and words[end] in {"đến", "tới"}:
            return self.from_full_moon(i, j, inner) or inner
        if inner.bare and words[j] in NUMBERS and not (word in {"từ", "kể", "trước"} and isinstance(node, Span)):
            return None
        if isinstance(node, Point) and node.unit != "undated":
            if word in {"trước", "sau"} and words[j] not in _PLAIN:
                return inner
            if word in {"trước", "sau"}:
                node.clock_end = None  # "trước 8h00-9h00 ngày 5/8/2024": an end is no interval
            if word == "trước" and node.unit in {"day", "month", "year", "quarter"}:
                return Hit(Span(None, node), i, end, False)
            if word == "sau" and node.unit in {"day", "month", "year", "quarter"}:
                return Hit(Span(node, None), i, end, False)
        if isinstance(node, Span) and node.members is None and words[end] in {"đến", "tới"} and words[end + 1] == "nay":
            return Hit(Span(node.a, None), i, end + 2, False)  # "từ năm học 2016-2017 đến nay"
        if isinstance(node, Span) and node.a and node.a.unit == "month" and {"trước", "sau"} <= set(words[i:end]):
            return Hit(Point("undated"), i, end, False)  # "từ tháng 9 năm trước đến tháng 5 năm sau": of every year
        return Hit(node, i, end, False)

    def from_full_moon(self, i: int, j: int, inner: Hit) -> Hit | None:
        """'từ rằm tháng 7 đến rằm tháng 8 năm 2024': the end lends its year, or neither has one."""
        far = self.opened_by(inner.end + 1 + (self.words[inner.end + 1] == "hết"))
        month = self.month(j + 2)
        if not far or not month or not isinstance(far.node, Point) or not isinstance(inner.node, Point):
            return None
        begun = inner.node
        if far.node.unit == "day" and far.node.y is not None and (begun.y is None or begun.approx):
            return self.hit(self.both_lunar(Point("day", None, month[0], 15), (far.node, far.end)), i)
        span = self.between(begun, far.node) if begun.y is not None and far.node.unit == "day" else None
        return Hit(span or Point("undated"), i, far.end, False)

    def year_begun(self, i: int) -> Hit | None:
        """'đầu năm đến nay', told from the reference."""
        words = self.words
        j = i + 2
        if words[j] == "nay":
            j += 1
        if words[j] not in {"đến", "tới", "-"} or words[j + 1] not in {"nay", "giờ"}:
            return None
        if not self.reference:
            self.faults.append((i, j + 2, "a relative year, and no reference date was given"))
            return Hit(Point("undated"), i, j + 2, False)
        return Hit(Span(Point("year", self.reference.year), None), i, j + 2, False)

    def from_now(self, i: int, j: int) -> Hit | None:
        """'từ nay đến hết ngày 31/12/2025'."""
        words = self.words
        while words[j] in {"hết", "cuối", "đầu", "tận"}:
            j += 1
        inner = self.opened_by(j)
        if not inner and words[j] in {"năm", "tháng", "quý"} and self.reference and words[j - 1] in {"hết", "cuối"}:
            y, m = self.reference.year, self.reference.month
            point = {"năm": Point("year", y), "tháng": Point("month", y, m)}.get(words[j])
            inner = Hit(point or Point("quarter", y, 33 + (m - 1) // 3), i, j + 1, False)
        if not inner or not isinstance(inner.node, Point) or inner.node.unit == "undated":
            return None
        today = None
        if self.reference:
            today = Point("day", self.reference.year, self.reference.month, self.reference.day)
        return Hit(Span(today, inner.node), i, inner.end, False)

    def opened_by(self, i: int) -> Hit | None:
        """What the word at *i* opens."""
        word = self.words[i]
        if word in NUMBERS:
            return self.at_number(i) if self.clean_before(i) else None
        opener = OPENERS.get(word)
        if opener is None or word in _NO_INNER:
            return None
        return opener(self, i)

    def at_part(self, i: int) -> Hit | None:
        """'đầu', 'giữa', 'cuối', 'khoảng', 'thượng tuần', 'nửa đầu': a part of something, or near it."""
        words = self.words
        word = words[i]
        j = i + 1
        half = 0
        if word == "đầu" and i and words[i - 1] == "bắt":
            return None  # the verb
        if word in {"thượng", "trung", "hạ"}:
            if words[j] != "tuần":
                return self.at_feast(i) if word == "trung" else None
            j += 1
            if words[j] != "tháng":
                return None
        elif word == "nửa":
            if words[j] not in {"đầu", "cuối", "sau"}:
                return self.at_day(i) if words[j] == "đêm" else None
            half = 1 if words[j] == "đầu" else 2
            j += 1
        elif word == "cuối" and words[j] == "tuần":
            return self.hit(self.week(j, weekend=True), i)
        elif word in {"đầu", "giữa", "cuối"} and words[j] == "tuần":
            return None
        elif word in {"đầu", "giữa", "cuối"} and words[j] in ("mùa",):
            pass
        elif word == "khoảng" and words[j] in {"đầu", "giữa", "cuối", "từ"}:
            j += 1
        if words[j] == "những" and words[j + 1] != "năm":
            return None
        if words[j] in _PARTS:
            return None
        inner = self.opened_by(j)
        if not inner:
            return None
        node = inner.node
        if isinstance(node, Point) and node.unit == "undated":
            return Hit(node, i, inner.end, False)
        if isinstance(node, Point) and node.unit in {"month", "year", "quarter", "decade", "century", "season"}:
            if half and node.unit == "year" and node.y is not None:
                a, b = (1, 6) if half == 1 else (7, 12)
                return Hit(Span(Point("month", node.y, a), Point("month", node.y, b)), i, inner.end, False)
            if word == "khoảng":
                if node.unit == "year" and inner.bare and words[inner.end] in NOT_AFTER_YEAR:
                    return None
                node.approx = True
            return (self.turn(node, i, inner.end) if word == "cuối" else None) or Hit(node, i, inner.end, False)
        if word == "khoảng" and isinstance(node, Point) and node.unit == "day":
            if inner.bare:
                return None
            if not node.clock and words[j] in {"ngày", "giữa"}:
                node.approx = True
            return Hit(node, i, inner.end, inner.bare)
        if isinstance(node, Span):
            if (
                word == "khoảng"
                and not inner.bare
                and node.a
                and node.a.unit in {"month", "year", "day"}
                and node.members is None
            ):
                if words[i + 1] != "từ" and words[i - 1] != "trong":
                    node.a.approx = True
                    if node.a.unit == "year" and node.b:
                        node.b.approx = True
                return Hit(node, i, inner.end, False)
            return Hit(node, i, inner.end, inner.bare)
        return None

    def turn(self, node: Point, i: int, end: int) -> Hit | None:
        """'cuối thế kỷ XIX, đầu thế kỷ XX', 'cuối năm 2023 đầu năm 2024': one time across the turn of two."""
        words = self.words
        k = end + (words[end] in {",", "-", "và"})
        far = self.opened_by(k + 1) if words[k] == "đầu" else None
        if not far or not isinstance(far.node, Point) or far.node.unit != node.unit or far.bare:
            return None
        if node.unit == "month":
            if (node.m or 0) % 12 + 1 != far.node.m:
                return None
        elif node.y is None or far.node.y != node.y + 1:
            return None
        span = self.between(node.copy(), far.node)
        return Hit(span, i, far.end, False) if span else None

    def at_many(self, i: int) -> Hit | None:
        """'những năm 90', 'thập niên 1980', 'các năm 2011, 2012 và 2013', 'các ngày 12, 13 và 15/3'."""
        words = self.words
        word = words[i]
        j = i + 1
        if word == "thập":
            if words[j] not in {"niên", "kỷ", "kỉ"}:
                return None
            j += 1
            if words[j] in {"những", "các"} and words[j + 1] == "năm":
                j += 2
            found = self.decade(j)
            return self.hit(self.extended(found[0], found[1], True), i) if found else None
        if words[j] == "năm" and word == "những":
            k = j + 1
            while words[k] in {"đầu", "cuối", "giữa"} and k < j + 3:
                k += 1
            if words[k] in ("thập",) and words[k + 1] in {"niên", "kỷ", "kỉ"}:
                k += 2
            found = self.decade(k)
            if found and self.year_digits(k) and words[k + 1] in {"-", "đến"} and self.year_digits(k + 2):
                years = self.at_year(j)  # "những năm 1930 - 1931": years, not decades
                if years and isinstance(years.node, Span):
                    return Hit(years.node, i, years.end, years.bare)
            if found:
                return self.hit(self.extended(found[0], found[1], True), i)
            inner = self.at_year(j)
            return inner and Hit(inner.node, i, inner.end, inner.bare)
        if words[j] in {"năm", "ngày", "tháng", "quý"}:
            inner = OPENERS[words[j]](self, j)
            return inner and Hit(inner.node, i, inner.end, inner.bare)
        return None

    # --- feasts of the solar year -----------------------------------------------------------------------------------

    def feast(self, i: int, called: bool) -> tuple[Node, int, bool] | None:
        """A feast by name, with the date or the year printed beside it; alone only where 'ngày' calls it a day."""
        known = self.name_at(i, SOLAR_FEASTS)
        if known is None:
            return self.lunar_feast(i)
        m, d, j = known
        words = self.words
        if words[j] == "việt" and words[j + 1] == "nam":
            j += 2
        k = j
        bracket = words[k] == "("
        if bracket or words[k] in {"-", ",", ":"}:
            k += 1
        if words[k] == "ngày":
            k += 1
        if words[k] in NUMBERS and len(words[k]) <= 2:
            core = self.core(k, True)
            if core and self.clean_after(core[1]):
                point, end, _ = core
                if bracket and words[end] in {"-", "đến"}:
                    node, end, _ = self.extended(point, end, True)
                    if words[end] == ")" and isinstance(node, Span):
                        return node, end + 1, False
                    return None
                if bracket and words[end] == ")":
                    end += 1
                node, end, _ = self.extended(point, end, True)
                return node, end, False
        year = self.year_after(j) if words[j] in {"năm", ","} or self.year_digits(j) else None
        if year and year[0] is not None and d <= days_in(m, year[0]):
            point = Point("day", year[0], m, d)
            point.printed = year[2]
            return point, year[1], False
        if called:
            return Point("day", None, m, d), j, False
        return None

    def at_feast(self, i: int) -> Hit | None:
        """A feast's name where it stands without 'ngày'."""
        words = self.words
        before = words[i - 1] if i else ""
        if words[i] == "tết":
            tet = self.tet(i)
            if tet:
                return self.hit(tet, i)
        if words[i] == "lễ":
            found = self.feast(i, False) or self.feast(i + 1, True)
            return self.hit(found, i)
        called = before in {"lễ", "dịp", "tết"} and words[i] in {"quốc", "giáng", "noel", "tết"}
        if words[i] == "tết" and words[i + 1] in {"dương", "tây"}:
            called = True
        return self.hit(self.feast(i, called), i)


_AFTER_NUMBER = frozenset(
    "/ - . · • , ; : ( ~ → ÷ & đến tới và hoặc to until and rạng cho tháng th thg t quý giờ h g gi tết st nd rd of "
    "mười tcn".split()
) | {*AGO, *ENGLISH_MONTHS}
_AFTER_DAY_WORD = frozenset(
    "mười hăm mùng mồng nay qua mai kia kìa mốt trước sau thứ chủ chúa cn t th thg hôm bữa nửa vào lúc hồi của khoảng "
    "trong đúng là cùng rằm lễ tết hội kỷ niệm tháng".split()
) | {*ONES, *NUMBERS, *DAYPARTS, *ENGLISH_DAYS, *ENGLISH_MONTHS, *SOLAR_FEASTS, *LUNAR_FEASTS}
_DOCUMENTS = frozenset(
    "định tư quyết hoạch văn thị luận trình báo dẫn luật lệnh điện án qđ nđ tt ttlt nq kh cv ct kl tb hd bc ttr "
    "vbhn".split()
)  # the last words of Nghị định, Thông tư, Nghị quyết, Kế hoạch, ...
_OF_YEAR = frozenset("đầu cuối năm còn qua của".split())
_ORDERED = frozenset("đoạn đợt vòng kỳ kì khóa tuần số".split())
_OCCASIONS = frozenset("cử giảng mạc hội giỗ quân trường thi cưới sinh hỏi".split())
_COUNTS_BY_DOTS = frozenset(
    "mục khoản điều điểm chương bảng biểu hình lục đồ version ver v build release firmware ip".split()
)
_WEAK = frozenset("đến tới từ trước sau hết tận vào qua".split())
_MEASURES = frozenset(
    "năm lên xuống triệu tỷ tỉ nghìn ngàn đồng điểm số diện tổng dân lần phần đại tiêu xã thành kg tấn ha m km mét độ "
    "giờ phút tuổi % usd lít người hộ trường huyện tỉnh đơn chỉ nội địa cổ phiếu".split()
)
_PARTS = frozenset("đầu giữa cuối khoảng nửa thượng hạ".split())
_PLAIN = frozenset([*NUMBERS, "ngày", "năm", "tháng", "quý", "sáng", "trưa", "chiều", "tối", "đêm", "thứ"])
_KEPT = frozenset("ngày khánh lễ mừng dịp tết".split())
_COUNTS = frozenset("trong được gần hơn khoảng mỗi cứ mất quá từng phạt tù hạn thêm chỉ suốt".split())
_NO_INNER = frozenset(("từ", "kể", "trước", "sau", "khoảng"))

Opener = Callable[[Reader, int], "Hit | None"]
OPENERS: dict[str, Opener] = {}


def _open(opener: Opener, words: str) -> None:
    for word in words.split():
        OPENERS[word] = opener


_open(Reader.at_english, " ".join(w for w in (*ENGLISH_MONTHS, *ENGLISH_DAYS)))
_open(
    Reader.at_feast,
    "quốc nhà thầy doanh báo thương giải thống giáng noel phụ valentine lễ giỗ giổ phật đại vu đoan ông giao tết "
    "tiết nguyên",
)
_open(Reader.at_day, "ngày hôm bữa thứ chủ cn t mùng mồng lúc hồi " + " ".join(DAYPARTS))
_open(Reader.at_month, "tháng th thg")
_open(Reader.at_year, "năm")
_open(Reader.at_next, "sang")
_open(Reader.at_quarter, "quý q")
_open(Reader.at_term, "nhiệm giai thời niên")
_open(Reader.at_many, "những các thập")
_open(Reader.at_century, "thế")
_open(Reader.at_season, "mùa hè xuân")
_open(Reader.at_week, "tuần")
_open(Reader.at_since, "từ kể trước sau")
_open(Reader.at_part, "đầu giữa cuối khoảng nửa thượng hạ trung")
_open(Reader.at_count, "một hai ba bốn sáu bảy tám chín mười")
_open(Reader.at_ago, "cách vài mấy vừa")
_open(Reader.at_lunar, "rằm nhằm tức âm")
_open(Reader.at_canchi, " ".join(w for w in STEMS if w not in {"quý", "quí"}))
_OPENING: dict[str, Opener] = {**dict.fromkeys(NUMBERS, Reader.at_digits), **OPENERS}
