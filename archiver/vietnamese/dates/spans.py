"""Days with all that leads to them and follows, and the intervals and sets that they open."""

from __future__ import annotations

from datetime import date

from archiver.vietnamese.dates.days import Lead
from archiver.vietnamese.dates.grammar import LUNAR_HINTS, NUMBERS
from archiver.vietnamese.dates.points import WEEKDAYS as DAY_NAMES
from archiver.vietnamese.dates.points import Clock, Node, Point, Span, days_in, shifted, without_24
from archiver.vietnamese.dates.tides import RANGE, Tides
from archiver.vietnamese.dates.words import (
    ENGLISH_DAYS,
    NATIONAL,
    ONES,
    ROMAN,
)

PLURALS = frozenset(("các", "hai", "những", "2", "3", "ba"))  # before "ngày": several days are named
_AND = frozenset([",", "và", "&", "hoặc", ";"])
_GOES_ON = RANGE | _AND | {"trở", "về", "cho", "kéo", "rạng", "*"}
_BEFORE_TAIL = frozenset(", - | • · ( [ lúc vào hồi ; at @ t – giờ time".split())
_AFTER_MONTHS = frozenset(", ; : . ( ) và / - năm này tới qua vừa sắp hằng hàng trong của thì là".split()) | {""}
_SEVERAL = RANGE | _AND | {"(", "rạng", "cho"}
SIGNS = frozenset("/-.")
_NOTHING = Lead(0, None, None, None, None, None, False, False, None)
_FAR_ZONES = frozenset("est edt pst pdt cst cdt mst mdt et pt ct ist bst cet cest myt sgt jst kst msk hkt pht".split())
_OPEN = frozenset(("nay", "giờ"))
BACKWARDS = "the end lies before the beginning"
NOT_AFTER_YEAR = frozenset(
    "đồng kg km m m2 ha tấn người % usd vnd vnđ tỷ triệu nghìn ngàn lượt hộ cây con chiếc cái bộ suất tuổi mét "
    "lít đại mw kw w kva kv hz gb mb gam g ml cm mm vòng calo kcal căn giường xe tàu ca thùng bao cuốn quyển "
    "trang trường đô hội".split()
)


class Spans(Tides):
    """Days, intervals and sets."""

    __slots__ = ()

    # --- days -------------------------------------------------------------------------------------------------------

    def dated(self, i: int, strong: bool = False) -> tuple[Node, int, bool] | None:
        """A day or several with all that leads to them and follows; the third tells whether they are bare."""
        words = self.words
        lead = _NOTHING if words[i + 1] in SIGNS and words[i] in NUMBERS else self.lead(i)
        if lead is None:
            return None
        strong = strong or lead.strong
        at = i if lead is _NOTHING else lead.at
        if lead.relative is not None:
            point = lead.relative
            if point.unit == "undated":
                return point, at, False
            point.clock, point.clock_end = lead.clock, lead.clock_end
            without_24(point)
            return self.extended(point, self.tail(point, at), strong=True)
        if at >= self.count:
            return None
        if words[at + 1] in _SEVERAL:
            several = (self.through_hours(at, lead.clock) if lead.clock else None) or self.several(at, strong)
            if several:
                return several
        moon = self.lunar_hint and not LUNAR_HINTS.isdisjoint(words[max(0, at - 2) : at + 24])
        if moon:
            lunar = self.lunar_day(at, strong, lead.mung)
            if lunar:
                return self.lunar_through(at, *lunar)
        core = self.core(at, strong, lead.mung)
        if core is None:
            return self.weekday_of_week(lead.weekday, at) if lead.weekday is not None else None
        point, j, bare = core
        if not self.clean_after(j) and words[j] not in {"-", ","}:
            return None
        if words[j] == ")" and words[j + 1] in RANGE and "(" in words[i:at]:
            through = self.extended(point, j + 1, strong=not bare, lead_at=i)  # "thứ Hai (10/2) đến thứ Sáu (14/2)"
            if isinstance(through[0], Span):
                return through
        if lead.clock:
            point.clock, point.clock_end = lead.clock, lead.clock_end
            without_24(point)
            if lead.zone:
                point.zone = lead.zone
            bare = False
        j = self.tail(point, j, lead.weekday)
        if moon:
            if point.y is None and self.moon_beside(j):
                bare = False
                j = self.told_by_moon(point, j)
            if point.y is None and point.d == 31 and (told := self.lunar_year(j)):  # a day that no moon has: the sun's
                (point.y, j), bare = told, False
            if point.y is None and words[j] == "(":
                year = self.year_behind(j)
                if year and point.d and point.d <= days_in(point.m or 1, year[0]):
                    point.y = year[0]
                    if self.told_as_lunar(point, j) == year[1] - 2:
                        return self.extended(point, year[1], strong=True, lead_at=i)
                    point.y = None  # the brackets say something else
            j = self.told_as_lunar(point, j)
            if point.y is None and words[j] == "(":
                j = self.past_moon(j)
        return self.extended(point, j, strong=not bare, lead_at=i)

    def tail(self, point: Point, i: int, weekday: int | None = None) -> int:
        """What may follow a day: its clock, zone and weekday. The index after them."""
        words = self.words
        j = i
        for _ in range(3 if words[i] in _BEFORE_TAIL or words[i] in NUMBERS else 0):
            k = j
            while words[k] in _BEFORE_TAIL and k < j + 4:
                if words[k] == "t" and not (self.glued(k) and self.glued(k + 1) and words[k + 1] in NUMBERS):
                    break
                k += 2 if words[k] in {"giờ", "time"} and words[k + 1] == ":" else 1
            if words[k] in NUMBERS and point.clock is None:
                timed = self.clock(k, behind=True)
                if not timed or not self.clean_after_clock(timed[1]) or words[timed[1]] in {"trước", "ago"}:
                    break  # "05/08/2024 5 giờ trước"
                # a time that another date follows is that one's
                after = timed[1]
                if (
                    words[k - 1] != "t"
                    and words[after] in {"ngày", ",", "-", "|", "("}
                    and k > j
                    and self.names_day(after)
                ):
                    break
                point.clock, after = timed
                if words[after] == "-" and words[after + 1] in NUMBERS:
                    second = self.clock(after + 1)
                    if second:
                        point.clock_end, after = second
                without_24(point)
                placed = self.zone(after)
                if placed:
                    point.zone, after = placed
                elif words[after] in _FAR_ZONES:
                    point.clock = point.clock_end = None  # a clock of elsewhere; the day is what is printed
                    after += 1
                if words[k - 1] in "([" and k > j and words[after] in {")", "]"}:
                    after += 1
                j = after
                continue
            if k > j and weekday is None and point.clock is None:
                day = self.weekday(k) if words[k] in {"thứ", "chủ", "cn"} or words[k] in ENGLISH_DAYS else None
                if day and (words[k - 1] == "(") == (words[day[1]] == ")") and words[k - 1] in {"(", ","}:
                    weekday = day[0]
                    j = day[1] + (words[k - 1] == "(")
                    continue
            if k == j + 1 and words[j] == "(":
                placed = self.zone(j)
                if placed and point.clock:
                    point.zone, j = placed
            break
        if weekday is not None:
            self.check_weekday(point, weekday)
        return j

    def clean_after_clock(self, j: int) -> bool:
        """Whether a clock that ends before *j* is not the head of another number."""
        if not self.glued(j):
            return True
        word = self.words[j]
        return not word[0].isalnum() or word == "z" or self.new_sentence(j)

    def names_day(self, i: int) -> bool:
        """Whether a day stands right after *i* ('14:30, ngày 5/8')."""
        words = self.words
        j = i
        while words[j] in {",", "-", "|", "("} and j < i + 2:
            j += 1
        if words[j] in {"ngày", "thứ", "chủ"}:
            return True
        if words[j] not in NUMBERS or len(words[j]) > 2 or len(words[j + 2]) > 2:
            return False  # "05/08/2024 | 14:30 | 1.024 lượt đọc"
        return words[j + 1] in {"/", "-", ".", "tháng"} and words[j + 2] in NUMBERS

    def check_weekday(self, point: Point, weekday: int) -> None:
        """Report a weekday that the date does not fall on."""
        if point.y is None or not 1 <= point.y <= 9999 or point.unit != "day":
            return
        actual = date(point.y, point.m or 1, point.d or 1).weekday()
        if actual != weekday:
            said = f"printed as a {DAY_NAMES[weekday]}; {point.d}/{point.m}/{point.y} was a {DAY_NAMES[actual]}"
            point.note("weekday-contradicts", said)

    def weekday_of_week(self, weekday: int, i: int) -> tuple[Node, int, bool] | None:
        """'thứ năm tuần trước', 'chủ nhật tới', told from the reference."""
        words = self.words
        j = i
        if words[j] == "," or words[j] == "của":
            j += 1
        shift: int | None = None
        if words[j] == "tuần":
            shift = {"này": 0, "trước": -1, "qua": -1, "rồi": -1, "sau": 1, "tới": 1}.get(words[j + 1])
            j += 2
        elif words[j] == "vừa" and words[j + 1] in {"qua", "rồi"}:  # "chủ nhật vừa qua": the last one
            shift = 0 if self.reference and weekday < self.reference.weekday() else -1
            j += 2
        if shift is None:
            return None
        if words[j] in {"(", ","} and words[j + 1] in NUMBERS:
            printed = self.core(j + 1, True)  # "thứ bảy tuần này (12/8)": the print wins
            if printed and self.clean_after(printed[1]):
                self.check_weekday(printed[0], weekday)
                return printed[0], printed[1], False
        if not self.reference:
            self.faults.append((i, j, "a relative day, and no reference date was given"))
            return Point("undated"), j, False
        day = shifted(self.reference, weekday - self.reference.weekday() + 7 * shift)
        return (Point("day", day.year, day.month, day.day), j, False) if day else None

    def several(self, i: int, strong: bool) -> tuple[Node, int, bool] | None:
        """Days before a last one that names the month: '12, 13 và 15/3', '5 đến ngày 7/8/2024', '16 - 22.4'."""
        words = self.words
        start = i + 1
        if words[start] == "(":  # "ngày 10 (thứ Hai) đến ngày 12/2"
            named = self.weekday(start + 1)
            if not named or words[named[1]] != ")":
                return None
            start = named[1] + 1
        if words[start] not in RANGE and words[start] not in _AND and words[start] not in {"rạng", "cho"}:
            return None
        if words[i] not in NUMBERS or len(words[i]) > 2:
            return None
        if words[i + 1] in {",", ";"} and not strong and (not (self.lenient and i == 0) or self.glued(i + 2)):
            return None  # "Tầng 2, 05/08/2024", "9,5/10"
        days = [NUMBERS[words[i]]]
        runs = [False]  # whether each day is reached from the one before by a range
        ranges = 0
        j = start
        while len(days) < 16:
            sign = words[j]
            if sign == "(":
                break
            if sign == "cho" and words[j + 1] in {"đến", "tới"}:
                j += 1
                sign = words[j]
            if sign in RANGE:
                is_range = True
                j += 1
            elif sign in _AND or sign == "rạng":
                j += 0 if sign == "rạng" else 1
                is_range = words[j] == "rạng"
                if sign == "," and words[j] == "và":
                    j += 1
            else:
                return None
            tight_dash = sign == "-" and self.glued(j) and self.glued(j - 1)
            while words[j] in {"hết", "ngày", "rạng", "sáng", "tối", "chiều", "đêm", "mùng", "mồng", "trưa", "cả"}:
                j += 1
            if words[j] in {"thứ", "chủ", "cn"}:
                named = self.weekday(j)
                if not named:
                    return None
                j = named[1]
                while words[j] in {",", "ngày", "("}:
                    j += 1
            word = words[j]
            if word not in NUMBERS or len(word) > 2:
                return None
            lunar = self.lunar_several(days, ranges + is_range, j)
            if lunar:
                return lunar
            core = self.core(j, True)
            if core and tight_dash and words[j + 1] == "-" and self.glued(j + 1):
                return None
            ranges += is_range
            if core:
                last, end, _ = core
                if not self.clean_after(end):
                    return None
                if not all(1 <= d <= 31 for d in days):
                    if strong and len(days) == 1 and last.y is not None:
                        self.faults.append((i, i + 1, f"there is no day {days[0]}"))
                    return None
                if len(days) == 2 and words[start] == "-" and days[1] <= 12:
                    # "từ 5-8 đến 10-9 năm 2024", "ngày 5-8 và 10-9", "ngày 5-8 và 10/8": 5-8 is a day of August, no
                    # range; "các ngày 5-8 và 10/8" are five days, and "ngày 5-9 và 10/8" are six
                    several = i > 1 and words[i - 1] == "ngày" and words[i - 2] in PLURALS
                    if several and words[i - 2] not in {"các", "những"}:  # "hai ngày 5-8 và 10/8" are but two
                        several = words[i - 2] in {"ba", "3"} and days[1] - days[0] == 1
                    if is_range or words[j + 1] == "-" or (days[1] <= (last.m or 0) and not several):
                        return None
                end = self.tail(last, end)
                bare = not strong and last.y is None and words[j + 1] != "tháng"
                if words[j + 1] == "tháng" and not strong and last.y is None:
                    bare = True
                if ranges and len(days) > 1:
                    days = [n for k, d in enumerate(days) for n in range(days[k - 1] + 1 if runs[k] else d, d + 1)]
                    if is_range and last.d:
                        days += range(days[-1] + 1, last.d)
                return self.assembled(days, ranges, last, end, bare)
            days.append(NUMBERS[word])
            runs.append(is_range)
            j += 1
            if days[-1] <= days[-2]:
                return None
        return None

    def through_hours(self, i: int, begun: Clock) -> tuple[Node, int, bool] | None:
        """'(20h ngày) 17 đến 5h ngày 18/10/2024': an hour at each end, and the month at the last."""
        words = self.words
        if words[i + 1] not in RANGE or words[i] not in NUMBERS or not 1 <= NUMBERS[words[i]] <= 31:
            return None
        ended = self.clock(i + 2) if words[i + 2] in NUMBERS else None
        if not ended:
            return None
        far = self.core(ended[1] + (words[ended[1]] == "ngày"), True)
        if not far or not far[0].d or not self.clean_after(far[1]):
            return None
        found = self.assembled([NUMBERS[words[i]]], 1, far[0], far[1], False)
        if found and isinstance(found[0], Span) and found[0].a and found[0].b and begun[0] < 24 > ended[0][0]:
            found[0].a.clock, found[0].b.clock = begun, ended[0]
        return found

    def assembled(
        self, days: list[int], ranges: int, last: Point, end: int, bare: bool
    ) -> tuple[Node, int, bool] | None:
        """An interval or a set of days of which only the last names the month."""
        assert last.m
        assert last.d
        points = []
        for d in days:
            m, y = last.m, last.y
            if d > last.d and ranges:
                m, y = (m - 1, y) if m > 1 else (12, None if y is None else y - 1)
            if d > days_in(m, y):
                return None
            point = Point("day", y, m, d)
            point.printed = last.printed
            points.append(point)
        if len(days) == 1 and ranges:
            last.clock = last.clock_end = None
            first = points[0]
            if (first.m, first.d) == (last.m, last.d):
                return None
            return self.lunar_span(Span(first, last), end, bare)
        last.clock = last.clock_end = None
        return self.set_goes_on([*points, last], end, bare)

    def set_goes_on(self, members: list[Point], end: int, bare: bool) -> tuple[Node, int, bool]:
        """The set, with the days of other months that follow: '29, 30/4 và 1/5'."""
        words = self.words
        j = end
        while words[j] in {"và", ",", "&"} and members[-1].y is None and len(members) < 16:
            k = j + 1
            while words[k] in {"và", "ngày"} and k < j + 3:
                k += 1
            core = self.core(k, True) if words[k] in NUMBERS else None
            if not core or not self.clean_after(core[1]):
                break
            point, j, _ = core
            if (members[-1].m or 0, members[-1].d or 0) >= (point.m or 0, point.d or 0):
                break
            if point.y is not None and any(p.d and p.m and p.d > days_in(p.m, point.y) for p in members):
                break
            members.append(point)
            end = j
        for p in members:
            if p.y is None and members[-1].y is not None:
                p.y, p.printed = members[-1].y, members[-1].printed
        return Span(None, None, members), end, bare

    # --- intervals --------------------------------------------------------------------------------------------------

    def extended(self, a: Point, i: int, strong: bool, lead_at: int | None = None) -> tuple[Node, int, bool]:
        """*a*, or the interval or set that it opens."""
        words = self.words
        j = i
        sign = words[j]
        if sign not in _GOES_ON:
            return a, i, not strong
        if sign == "trở":
            if words[j + 1] in {"đi", "lại"} or (words[j + 1] == "về" and words[j + 2] == "sau"):
                return Span(a, None), j + (3 if words[j + 1] == "về" or words[j + 2] == "đây" else 2), False
            if words[j + 1] == "về" and words[j + 2] == "trước":
                return Span(None, a), j + 3, False
            return a, i, not strong
        if sign == "về" and words[j + 1] == "trước" and a.y is not None:
            return Span(None, a), j + 2, False
        if sign == "cho" and words[j + 1] in {"đến", "tới"}:
            j += 1
            sign = words[j]
        elif sign in {"kéo", "và"} and words[j + 1] in {"dài", "kéo"}:
            k = j + (2 if sign == "kéo" else 3)
            if words[k] in {"đến", "tới"}:
                j, sign = k, words[k]
        elif sign in {"và", ","} and words[j + 1] == "kết" and words[j + 2] == "thúc":
            j += 2  # "bắt đầu từ ngày 19/7/2021 và kết thúc vào ngày 23/7/2021"
            sign = "đến"
            j += words[j + 1] in {"vào", "lúc"}
        k = j + 1 if sign in {",", "-"} else j
        if words[k] == "rạng" and a.unit == "day":  # "tối 9/2, rạng sáng 10/2"
            dawn = self.operand(k, a, "đến")
            night = self.between(a.copy(), dawn[0]) if dawn else None
            if dawn and night:
                return night, dawn[1], not strong and a.y is None
        if sign in RANGE or (sign == "*" and a.unit == "day" and a.y is not None):
            j += 1
            if sign == "-" and words[j] in {"đến", "tới", ">"}:
                j += 1
            while words[j] in {"hết", "tận", "khoảng", ":", "mất"} or (
                words[j] in {"cuối", "đầu", "giữa"} and words[j + 1] not in ("tuần",)
            ):
                j += 1
            if words[j] in _OPEN or (words[j] in {"hiện", "bây"} and words[j + 1] in {"nay", "giờ", "tại"}):
                return Span(a, None), j + (1 if words[j] in _OPEN else 2), False
            b = self.operand(j, a, sign)
            if b and a.y is None and a.unit == "day" and self.lunar_hint and self.said_lunar(j, b[1]):
                return self.both_lunar(a, b)
            if b and b[0].unit != "undated":
                span = self.between(a.copy(), b[0])
                if span:
                    return (
                        span,
                        b[1],
                        not strong and a.y is None and (not isinstance(span.b, Point) or span.b.y is None),
                    )
            return a, i, not strong
        if sign in _AND:
            group = self.grouped(a, i, lead_at)
            if group:
                return group[0], group[1], not strong and a.y is None
        return a, i, not strong

    def between(self, a: Point, b: Point) -> Span | None:
        """The interval from *a* to *b*, with what *a* leaves out borrowed from *b*."""
        if a.unit == "day" and b.unit == "month" and b.y is None and a.y is not None:
            b.y = a.y
        if a.unit == b.unit and a.unit in {"year", "century"} and (b.y or 0) < 0 < (a.y or 0) + 1:
            a.y = (1 if a.unit == "year" else -1) - (a.y or 0)  # "thế kỷ VII - VI trước Công nguyên": of both
        if a.y is None and b.y is not None and a.unit in {"day", "month", "quarter"}:
            later = (a.m or 0, a.d or 0) > (b.m or 0, b.d or 0) and a.unit == b.unit
            if later and a.m == b.m:
                self.faults.append((0, 0, BACKWARDS))  # "từ 7/8 đến 5/8/2024" is a slip, and no year but three days
                return None
            a.y = b.y - 1 if later else b.y
            a.printed = b.printed
            if a.unit == "day" and a.m and a.d and a.d > days_in(a.m, a.y):
                return None
        elif b.y is None and a.y is not None and b.unit in {"day", "month", "quarter"}:
            later = (a.m or 0, a.d or 0) > (b.m or 0, b.d or 0) and a.unit == b.unit
            b.y = a.y + 1 if later else a.y
            if b.unit == "day" and b.m and b.d and b.d > days_in(b.m, b.y):
                return None
        if (
            a.y is not None
            and b.y is not None
            and a.unit == b.unit
            and (a.y, a.m or 0, a.d or 0) > (b.y, b.m or 0, b.d or 0)
        ):
            self.faults.append((0, 0, BACKWARDS))
            return None
        if (a.y, a.m, a.d) == (b.y, b.m, b.d) and a.unit == b.unit and not (a.clock and b.clock and a.clock < b.clock):
            return None
        a.clock_end = b.clock_end = None
        for p in (a, b):
            if not (a.clock and b.clock):
                p.clock = p.clock_end = None
        return Span(a, b)

    def operand(self, i: int, a: Point, sign: str) -> tuple[Point, int] | None:
        """The other end of an interval that begins with *a*."""
        words = self.words
        word = words[i]
        unit = a.unit
        if unit == "day" or (unit in {"month", "year"} and word in {"ngày", "sáng", "chiều", "tối", "đêm"}):
            lead = self.lead(i)
            if lead and lead.relative is not None:
                return lead.relative, lead.at
            if lead:
                core = self.core(lead.at, True, lead.mung) if lead.at < self.count else None
                solar = core is not None and core[0].y is not None and self.lunar_mark(core[1]) is None
                lunar = None if solar else self.lunar_day(lead.at, True, lead.mung)
                if lunar:
                    return lunar
                if core and self.clean_after(core[1]):
                    point, j, _ = core
                    point.clock = lead.clock if lead.clock and lead.clock[0] < 24 else None
                    if lead.weekday is not None:
                        self.check_weekday(point, lead.weekday)
                    yearless = sign == "-" and a.y is not None and point.y is None
                    if yearless and (not self.glued(i) or words[lead.at + 1] == "-"):
                        return None  # "05/8/2024 - 6/9 …": another thing after a dash; "2024-08-05-07-30": a file
                    return point, self.told_as_lunar(point, self.tail(point, j, lead.weekday))
        if unit in {"year", "month", "quarter"} and sign in {"đến", "tới"} and word in NUMBERS:
            printed = self.core(i, True)
            if printed and printed[0].y is not None and self.clean_after(printed[1]):
                return printed[0], printed[1]
        if word == "tháng" and unit in {"day", "month", "quarter"}:
            found = self.month_year(i + 1)
            return (found[0], found[1]) if found else None
        if unit == "month" and word == "t" and self.glued(i + 1) and words[i + 1] in NUMBERS:
            found = self.month_year(i + 1)
            return (found[0], found[1]) if found and self.clean_after(found[1]) else None
        if unit == "month":
            if word in NUMBERS and words[i + 1] in {"/", "-", "."} and self.year_digits(i + 2):
                found = self.month_year(i)
                return (found[0], found[1]) if found else None
            if (word in NUMBERS or word in ROMAN) and sign == "-":
                found = self.month_year(i)
                return (found[0], found[1]) if found and self.clean_after(found[1]) else None
        if unit == "quarter" and (word == "quý" or word in ROMAN or word in NUMBERS):
            found = self.quarter_year(i + 1 if word == "quý" else i)
            return (found[0], found[1]) if found else None
        if unit in {"year", "month", "quarter", "day", "decade", "century"} and word == "năm":
            if words[i + 1] in NUMBERS:  # "đến năm 40 sau Công nguyên" is no 2040
                early = self.era(Point("year", NUMBERS[words[i + 1]]), i + 2)
                if early[1] > i + 2 and early[0].y:
                    return early
            year = self.year_after(i)
            if year and year[0] is not None:
                return self.era(Point("year", year[0]), year[1])
            return None
        if unit == "year" and word == "những" and words[i + 1] == "năm":
            tens = self.decade(i + 2)
            return (tens[0], tens[1]) if tens else None
        if unit == "year" and word in NUMBERS:
            value = self.year_digits(i)
            if value is not None and self.clean_after(i + 1):
                return self.era(Point("year", value), i + 1)
            if len(word) == 2 and self.glued(i) and self.clean_after(i + 1) and a.y and NUMBERS[word] == a.y % 100 + 1:
                return Point("year", a.y // 100 * 100 + NUMBERS[word]), i + 1
            if len(word) == 3 and a.y is not None and a.y < 1000 and self.clean_after(i + 1):
                return self.era(Point("year", NUMBERS[word]), i + 1)
            return None
        if unit == "century":
            j = i
            if word == "thế" and words[i + 1] in {"kỷ", "kỉ"}:
                j = i + 2
            return self.century(j)
        if unit == "decade":
            found2 = self.decade(i + 2 if word == "những" and words[i + 1] == "năm" else i)
            return (found2[0], found2[1]) if found2 else None
        return None

    def grouped(self, a: Point, i: int, lead_at: int | None) -> tuple[Node, int] | None:
        """A set that *a* opens: '30/4 và 1/5', 'năm 2012, 2013 và 2014', 'tháng 3 và tháng 4/2025', 'quý III, IV'."""
        words = self.words
        members = [a]
        closed = a.unit != "day"  # "5/8, 6/8 và 7/8" is one list; "5/8, 6/8" may be two things
        j = i
        plural = lead_at is not None and lead_at > 0 and words[lead_at - 1] in PLURALS
        while words[j] in _AND and len(members) < 12:
            sign = words[j]
            k = j + 1
            if sign == "," and words[k] == "và":
                sign, k = "và", k + 1
            if a.unit == "day":
                repeated = words[k] == "ngày"
                if not repeated and sign == "và" and words[k] in {"sáng", "trưa", "chiều", "tối", "đêm"}:
                    repeated = True  # "sáng 5/8 và sáng 6/8/2024"
                    k += words[k + 1] == "ngày"
                if repeated:
                    k += 1
                if words[k] not in NUMBERS:
                    break
                core = self.core(k, True)
                if not core or not self.clean_after(core[1]):
                    break
                point, k, _ = core
                if a.y is not None or point.m is None:
                    break
                feasts = (a.d, a.m) in NATIONAL and (point.d, point.m) in NATIONAL
                told = lead_at is not None and words[lead_at] == "ngày" and point.y is not None
                ordered = (members[-1].m or 0, members[-1].d or 0) < (point.m, point.d or 0)
                closed = closed or sign != "," or plural or feasts or (told and ordered)
                if repeated and not plural and point.y is None:
                    break
            elif a.unit == "year":
                if words[k] == "năm" and (plural or sign == "và"):
                    break
                value = self.year_digits(k)
                if (
                    value is None
                    or not self.clean_after(k + 1)
                    or words[k + 1] in NOT_AFTER_YEAR
                    or not 1000 <= value <= 2999
                ):
                    break
                point, k = Point("year", value), k + 1
                if a.y is not None and value <= (members[-1].y or 0):
                    break
            elif a.unit == "month":
                if words[k] == "tháng":
                    k += 1
                elif sign == "," and len(members) == 1 and words[k + 1] not in _AFTER_MONTHS:
                    break  # "tháng 5, 6 người"
                found = self.month_year(k) if words[k] in NUMBERS or words[k] in ONES else None
                if not found or not self.clean_after(found[1]):
                    break
                point, k = found[0], found[1]
                if a.y is not None or (
                    point.y is None and ((point.m or 0) <= (members[-1].m or 0) or words[k] == "năm")
                ):
                    break
            elif a.unit == "quarter":
                if words[k] == "quý":
                    k += 1
                found = self.quarter_year(k)
                if not found or a.y is not None:
                    break
                point, k = found[0], found[1]
            elif a.unit == "century":
                if words[k] == "thế" and words[k + 1] in {"kỷ", "kỉ"}:
                    break
                after = self.century(k)
                if not after or not (words[k] in ROMAN or words[k] in NUMBERS) or (after[0].y or 0) <= (a.y or 0):
                    break
                point, k = after
            elif a.unit == "decade":
                more = self.decade(k)
                if not more:
                    break
                point, k = more
            else:
                break
            members.append(point)
            j = k
            if point.y is not None and a.unit in {"day", "month", "quarter"}:
                break
        if len(members) == 1 or not closed:
            return None
        last = members[-1]
        if last.y is not None and a.unit in {"day", "month", "quarter"}:
            if any(p.unit == "day" and p.m and p.d and p.d > days_in(p.m, last.y) for p in members):
                return None
            for p in members:
                if p.y is None:
                    p.y, p.printed = last.y, last.printed
        for p in members:
            p.clock = p.clock_end = None
        return Span(None, None, members), j
