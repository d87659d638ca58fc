"""The short way: a day in digits that nothing follows but its clock, as nine in ten stamps are."""

from __future__ import annotations

from archiver.vietnamese.dates.grammar import LUNAR_HINTS, NUMBERS, Hit
from archiver.vietnamese.dates.points import Point, days_in
from archiver.vietnamese.dates.spans import SIGNS
from archiver.vietnamese.dates.words import (
    DAYPARTS,
    ENGLISH_DAYS,
    ENGLISH_MONTHS,
    NATIONAL,
    NOT_BEFORE_DATE,
    ONES,
    STEMS,
)
from archiver.vietnamese.dates.years import Years


class Short(Years):
    """What the grammar reads too, and in the same way, in a third of the time."""

    __slots__ = ()

    def plain(self, i: int, first: int, weekday: int | None = None, *, ends: bool = False) -> Hit | None:
        """A day in digits and signs at *i* that nothing follows but its clock; None where it may be anything more.

        A day that *ends* an interval begins none: 'A - B - C' is the grammar's, however long the chain.

        Nine in ten stamps are of this kind. All that this reads the grammar reads too, and in the same way; it only
        takes three times as long (a test holds the two together).
        """
        words, starts = self.words, self.starts
        a, sign, b = words[i], words[i + 1], words[i + 2]
        d, m = _DAYS.get(a), _MONTHS.get(b)
        if d is None or m is None:
            return None
        size = len(a) + len(b)
        if words[i + 3] == sign:
            year = NUMBERS.get(words[i + 4]) if len(words[i + 4]) == 4 else None
            if year is None or (d > 28 and d > days_in(m, year)) or (sign == "." and first == i and i):
                return None
            end, size = i + 5, size + 6
        elif first == i:
            return self.bracketed(i, d, m)  # without its year it needs a word that calls it a day
        elif words[i + 3] in SIGNS:
            return None
        else:
            year, end, size = None, i + 3, size + 1
            if d > 28 and d > days_in(m, None):
                return None
        beyond = starts[i] + size
        if starts[end - 1] + len(words[end - 1]) != beyond:
            return None
        if first == i and i:
            before = words[i - 1]
            if before in _CHECKED or (starts[i] == starts[i - 1] + len(before) and before not in "(["):
                return None
        point = Point("day", year, m, d)
        after = words[end]
        if after and year is not None and (after in _BEFORE_CLOCK or after in _DAYS):
            k = end + 1 if after in _BEFORE_CLOCK else end
            if words[k + 1] == ":" and starts[k] > beyond:
                timed = self.clock(k, behind=True)
                if timed and timed[0][0] < 24:
                    point.clock, end = timed
                    after = words[end]
                    if after == "(":
                        placed = self.zone(end)
                        if placed:
                            point.zone, end = placed
                            after = words[end]
                    if after:
                        alone = after.isalpha() and after not in _GOES_ON
                        if not alone or starts[end] == starts[end - 1] + len(words[end - 1]):
                            return None
        if after in _THROUGH and (year is not None or first != i) and not point.clock:
            if ends:
                return None
            k = end + 1
            while words[k] in {"ngày", "hết"}:
                k += 1
            far = self.plain(k, first, ends=True) if words[k + 1] in SIGNS and not self.lunar_hint else None
            if far is None or not isinstance(far.node, Point) or (far.node.y is None and year is not None):
                return None
            span = self.between(point, far.node)
            return Hit(span, first, far.end, False) if span else None
        if after and after not in _CLOSING:
            following = words[end + 1]
            if after in ".,;:|-(":
                goes_on = following and (not following.isalpha() or following in _GOES_ON)
                if goes_on and (after != "(" or not self.another(end + 1)):
                    return None
                if following and after in ".,:-" and starts[end + 1] == starts[end] + 1:
                    return None
            elif starts[end] == beyond or after in _GOES_ON or not after.isalpha():
                return None
        if weekday is not None:
            self.check_weekday(point, weekday)
        return Hit(point, first, end, False)

    def bracketed(self, i: int, d: int, m: int) -> Hit | None:
        """'(05/10)', as listings print it, where nothing makes more of it."""
        words, starts = self.words, self.starts
        if words[i - 1] != "(" or words[i + 3] != ")" or words[i + 1] != "/" or i < 2:
            return None
        if (d, m) in NATIONAL or (d, m) == (24, 7) or d > days_in(m, None) or words[i - 2] == "ngày":
            return None
        together = starts[i + 3] - starts[i] == len(words[i]) + len(words[i + 2]) + 1
        return Hit(Point("day", None, m, d), i, i + 3, True) if together else None

    def another(self, i: int) -> bool:
        """Whether what stands in brackets after a day, from *i* on, is another day, and none of the moon."""
        words = self.words
        return words[i + 1] == "/" and LUNAR_HINTS.isdisjoint(words[i : i + 16])


_DAYS = {f"{n:0{w}d}": n for w in (1, 2) for n in range(1, 32)}
_MONTHS = {f"{n:0{w}d}": n for w in (1, 2) for n in range(1, 13)}
_CLOSING = frozenset(")'\"”’»]")
_THROUGH = frozenset(("-", "đến", "tới"))
_BEFORE_CLOCK = frozenset((",", "-", "|", "•", "·", "lúc"))
# What may go on with a day: a clock, an interval or a set, the day of the moon, a year.
_GOES_ON = frozenset(
    "lúc vào hồi at t đến tới trở về cho kéo và hoặc rạng tức nhằm âm al âl a â theo năm của điểm nay gmt utc ict z "
    "tháng giờ time h g thứ chủ chúa cn ngày khoảng sa ch am pm hết tận cuối đầu giữa hiện bây mất mùng mồng rằm tết "
    "là ict trước công kết".split()
) | {*ENGLISH_DAYS, *ENGLISH_MONTHS, *DAYPARTS, *ONES, *STEMS, "mười"}
_CHECKED = frozenset(("nhà", "số")) | NOT_BEFORE_DATE
