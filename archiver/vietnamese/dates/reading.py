"""From a text to its readings: what the scan found, judged with what else is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from itertools import accumulate
from typing import Any

from archiver.errors import UnreadableDate
from archiver.shapes import ICT, DateReading, Problem
from archiver.vietnamese.dates.forms import Reader
from archiver.vietnamese.dates.grammar import NUMBERS, Hit
from archiver.vietnamese.dates.points import Node, Point, Told, days_in, points_of
from archiver.vietnamese.dates.spans import BACKWARDS
from archiver.vietnamese.dates.whole import whole
from archiver.vietnamese.dates.words import ENGLISH_DAYS, ENGLISH_MONTHS, LABELS
from archiver.vietnamese.text import aligned

PROBLEMS: dict[str, str] = {
    "year-inferred": "No year is printed; the one given is that of the reference date or of a neighbour in the list.",
    "year-implausible": "The printed year cannot be meant; where the evidence allows one other, that one is read.",
    "month-first": "The month stands before the day, as the numbers themselves show.",
    "weekday-contradicts": "The weekday printed beside the date is not that of the date.",
    "clock-impossible": "A time of day stands beside the date that no clock shows; the day alone is read.",
    "weekday-impossible": "A weekday stands beside the date that no week has; the day alone is read.",
    "lunar-contradicts": "The lunar day printed beside the solar day is not the same day.",
    "year-name-contradicts": "The name of the lunar year (Giáp Thìn) is not that of the number beside it.",
}
"""Every code that a reading may carry, and what it means."""

_LONGEST = 2000  # characters: no date, with its labels, is longer
_AHEAD, _BEHIND = 75, 150  # days around the reference within which a day without a year is taken to be meant
_LATEST = 2100  # a day of a later year is a slip, unless the reference is near it
_EARLIEST = 1000
_TO_ANOTHER = frozenset(("đến", "tới", "sang", "và", "-", "hết", "ngày", "tháng"))  # between two ends


def parse_date(text: str, reference: date | None = None) -> DateReading:
    """Read the date or interval that *text* names, no more precisely than it says.

    >>> parse_date("14h30, ngày 05/8/2024").edtf
    '2024-08-05T14:30:00+07:00'
    >>> parse_date("quý III năm 2024").edtf
    '2024-35'
    >>> parse_date("mùng 10 tháng 3 âm lịch năm 2024").edtf
    '2024-04-18'
    >>> parse_date("hôm qua", reference=date(2024, 8, 6)).edtf
    '2024-08-05'
    >>> parse_date("05/10").edtf, parse_date("05/10", reference=date(2017, 10, 6)).edtf
    ('XXXX-10-05', '2017-10-05~')

    Labels and words around the date may stand ("Ngày đăng: 05-08-2024"). Raises UnreadableDate, quoting *text* and
    saying what is wrong, when no form fits, when the calendar has no such day, and when *text* names several dates.
    """
    if not isinstance(text, str):
        raise UnreadableDate(repr(text)[:80], f"a date is read from text, not from {type(text).__name__}")
    if len(text) > _LONGEST:
        raise UnreadableDate(text, f"{len(text)} characters are too long for one date; find_dates reads whole texts")
    folded, offsets = aligned(text)
    if reference is not None and type(reference) is not date:
        reference = _day(reference)
    if folded[-1:] in "0123456789)":
        short = whole(folded)
        if short is not None and not (reference and isinstance(short[0], Point) and _far_off(short[0], reference)):
            node, at = short
            if isinstance(node, Point) and node.y is None and reference is not None:
                _infer(node, reference)
            if at and offsets is not None:
                at = offsets[at]
            problems = node.problems if isinstance(node, Point) else ()
            return _reading(text[at:], node.told(), (at, len(text)), problems)
    reader = Reader(folded, (text, offsets), reference, lenient=True)
    chosen = reader.hits()
    if len(chosen) > 1:
        firm = [h for h in chosen if not h.bare]
        if len(firm) > 1 and len({h.node.told()[2] for h in firm}) > 1:
            reversed_ = next((why for *_, why in reader.faults if why == BACKWARDS), None)
            raise UnreadableDate(text, reversed_ or f"it names {len(firm)} dates; find_dates reads them all")
        chosen = firm[:1]
    elif chosen and chosen[0].bare and not _alone(reader, chosen[0]):
        chosen = []
    if chosen:
        if reader.faults:
            missing = _missing(reader, chosen[0])
            if missing:
                raise UnreadableDate(text, missing)
        readings = _readings(text, folded, offsets, reader, chosen, reference)
        if readings:
            return readings[0]
    foreign = _foreign(text, reader)
    if foreign is not None:
        return foreign
    raise UnreadableDate(text, reader.faults[0][2] if reader.faults else "no form of date fits")


def _missing(reader: Reader, hit: Hit) -> str | None:
    """Why what is joined to *hit* is no day ('từ ngày 31/2 đến 5/3/2019'): the other end alone is not what it names."""
    for at, end, why in reader.faults:
        if " has no day " in why or why.startswith("there is no "):
            between = reader.words[hit.end : at] if at >= hit.end else reader.words[end : hit.first]
            if between and _TO_ANOTHER.issuperset(between):
                return why
    return None


def _day(reference: date | None) -> date | None:
    """The day of a moment, on the country's clock: every datetime passes for a date, and compares with none.

    >>> _day(datetime.fromisoformat("2024-08-05T20:00Z"))
    datetime.date(2024, 8, 6)
    """
    if not isinstance(reference, datetime):
        if not (reference is None or isinstance(reference, date)):
            raise TypeError(f"reference is a datetime.date, not {type(reference).__name__}: {reference!r:.40}")
        return reference
    return (reference.astimezone(ICT) if reference.tzinfo else reference).date()


def find_dates(text: str, reference: date | None = None) -> list[DateReading]:
    """Every date and interval that *text* names, in order; never raises for what it finds there.

    >>> [(r.raw, r.edtf) for r in find_dates("Quyết định 12/2013/QĐ-UBND, từ ngày 5 đến ngày 7/8/2013, tỷ lệ 3/4.")]
    [('từ ngày 5 đến ngày 7/8/2013', '2013-08-05/2013-08-07')]

    Document numbers, ratios, prices, streets named after days and the like are left alone; so are days that the
    calendar does not have, and relative or lunar days that nothing ties to a year.
    """
    if not isinstance(text, str) or not text:
        return []
    folded, offsets = aligned(text)
    reference = _day(reference)
    reader = Reader(folded, (text, offsets), reference)
    hits = [h for h in reader.hits() if not h.bare or _set_apart(reader, h)]
    return _readings(text, folded, offsets, reader, hits, reference)


def infer_years(readings: Sequence[DateReading], reference: date | None = None) -> list[DateReading]:
    """The readings of one list, in the list's order, with years for those that print none.

    The nearest neighbour with a year lends it: of two whose years differ the one that keeps the day between them, else
    the one before; without any, the reference does. What is inferred is marked approximate, with `year-inferred`.

    >>> [r.edtf for r in infer_years([parse_date("05/10/2017"), parse_date("05/10")])]
    ['2017-10-05', '2017-10-05~']
    """
    known = [r if r.start and not _yearless(r) else None for r in readings]
    before = [*accumulate(known, _or_last)]
    after = [*accumulate(reversed(known), _or_last)][::-1]
    out = []
    for reading, lower, upper in zip(readings, before, after, strict=True):
        if not _yearless(reading) or not reading.edtf.startswith("XXXX"):
            out.append(reading)
            continue
        lender = _lender(reading, lower, upper)
        if lender is not None and lender.start is not None:
            year, whence = lender.start.year, "that of the neighbour in the list"
        elif reference is not None:
            year, whence = reference.year, "that of the reference date"
        else:
            out.append(reading)
            continue
        out.append(_with_year(reading, year, f"no year is printed; {year} is {whence}"))
    return out


def _or_last(last: DateReading | None, reading: DateReading | None) -> DateReading | None:
    return last if reading is None else reading


def _lender(reading: DateReading, lower: DateReading | None, upper: DateReading | None) -> DateReading | None:
    """The neighbour whose year a day without one takes: '28/12' between 05/01/2018 and 20/12/2017 is of 2017."""
    if lower is None or upper is None or lower.start is None or upper.start is None:
        return lower or upper
    first, last = sorted((lower.start, upper.start))
    within = [
        lender
        for lender in (lower, upper)
        if lender.start and (day := _with_year(reading, lender.start.year, "").start) and first <= day <= last
    ]
    return within[0] if within else lower


def _yearless(reading: DateReading) -> bool:
    return "XXXX" in reading.edtf


def _with_year(reading: DateReading, year: int, why: str) -> DateReading:
    if "/" in reading.edtf or "{" in reading.edtf:
        return reading
    month = int(reading.edtf[5:7])
    if reading.precision == "day":
        day = int(reading.edtf[8:10])
        if day > days_in(month, year):
            return reading
        point = Point("day", year, month, day)
    elif reading.precision in ("month", "quarter"):
        point = Point("month" if reading.precision == "month" else "quarter", year, month)
    else:
        return reading
    point.approx = True
    start, end, edtf, _ = point.told()
    kept = [problem for problem in reading.problems if problem.code != "year-missing"]  # of what is now given
    problems = (*kept, Problem("year-inferred", why))
    return replace(reading, edtf=edtf, start=start, end=end, problems=problems)


def _readings(
    text: str, folded: str, offsets: list[int] | None, reader: Reader, hits: list[Hit], reference: date | None
) -> list[DateReading]:
    out = []
    words, starts = reader.words, reader.starts
    for hit in hits:
        node, at, stop = hit.node, hit.first, hit.end
        if isinstance(node, Point):
            y = node.y
            far = y is None or not _EARLIEST <= y < _LATEST or (reference and _far_off(node, reference))
            if far and not _settled([node], hit, hits, reader, reference):
                continue
            told, problems = node.told(), node.problems
            if told[3] == "day" and (at > 1 or words[stop]):
                problems += _impossible_beside(reader, at, stop)
        else:
            points = points_of(node)
            if not _settled(points, hit, hits, reader, reference):
                continue
            told, problems = node.told(), _of_all(points)
            if told[0] and told[1] and told[0] > told[1]:
                reader.faults.insert(0, (at, stop, BACKWARDS))
                continue
        first = starts[at]
        last = starts[stop - 1] + len(words[stop - 1])
        if words[stop] == ")":
            printed = folded[first:last]
            if "(" in printed and ")" not in printed:
                last = starts[stop] + 1
        if offsets is not None:
            first, last = offsets[first], offsets[last]
        out.append(_reading(text[first:last], told, (first, last), problems))
    return out


def _impossible_beside(reader: Reader, first: int, end: int) -> tuple[Problem, ...]:
    """What is printed as the clock or the weekday of a day, and can be neither: '25:30 05/8/2024', 'Thứ 9, 05/8'."""
    words = reader.words
    problems: tuple[Problem, ...] = ()
    if first > 1:
        k = first - 1 - (words[first - 1] in _JOINS)
        if words[k] in NUMBERS or words[k] in _MAY_BE_WRONG:
            problems = _impossible_before(reader, k)
    k = end + (words[end] in _JOINS)
    if words[k + 1] in _HOUR_SIGNS and words[k] in NUMBERS:
        problems += _impossible_clock(reader, k)
    return problems


def _impossible_before(reader: Reader, k: int) -> tuple[Problem, ...]:
    """What ends with the word at *k*, as a clock or a weekday, and can be neither."""
    words = reader.words
    problems: tuple[Problem, ...] = ()
    if k > 0 and words[k - 1] == "thứ" and (k == 1 or reader.capital(k - 1)) and words[k] in _NO_WEEKDAYS:
        why = f"{reader.raw(k - 1, k + 1)!r} is printed, which is no day of the week"
        problems = (Problem("weekday-impossible", why),)
    k -= k > 0 and words[k] == "phút"
    if k > 1 and words[k] in NUMBERS and words[k - 1] in _HOUR_SIGNS:
        problems += _impossible_clock(reader, k - 2)
    elif k > 0 and words[k] in _HOUR_WORDS:
        problems += _impossible_clock(reader, k - 1)
    return problems


def _impossible_clock(reader: Reader, i: int) -> tuple[Problem, ...]:
    """The doubt about the hour at *i* and what follows it, where it looks like a clock and no clock shows it."""
    words = reader.words
    minute = words[i + 2] if words[i + 2] in NUMBERS and (words[i + 1] in _HOUR_WORDS or reader.glued(i + 2)) else ""
    if words[i] not in NUMBERS or len(words[i]) > 2:
        return ()
    if (words[i + 1] == ":" and len(minute) != 2) or not reader.clean_before(i):
        return ()
    hour, minutes = NUMBERS[words[i]], NUMBERS[minute] if len(minute) == 2 else 0
    if not (24 <= hour < 30 and (hour, minutes) != (24, 0)) and not (hour < 24 and minutes >= 60):
        return ()  # a ratio of 70:30 is no clock at all
    printed = reader.raw(i, i + (3 if len(minute) == 2 else 2))
    return (Problem("clock-impossible", f"{printed!r} is printed, which no clock shows"),)


_JOINS = frozenset((",", "-", "|", "lúc", "vào"))
_HOUR_WORDS = frozenset(("h", "giờ", "g"))
_HOUR_SIGNS = _HOUR_WORDS | {":"}
_NO_WEEKDAYS = frozenset(("0", "1", "8", "9", "một", "tám", "chín", "nhất"))
_MAY_BE_WRONG = _HOUR_WORDS | _NO_WEEKDAYS | {"phút"}


def _settled(points: list[Point], hit: Hit, hits: list[Hit], reader: Reader, reference: date | None) -> bool:
    """Mend and infer the years of what was found; False where no calendar has them."""
    yearless = False
    for point in points:
        year = point.y
        if year is None:
            yearless = True
        elif not _EARLIEST <= year < _LATEST:
            if not -9999 <= year <= 9999:  # next to the last year that a date can have
                return False
            if point.unit == "day":
                if reader.years_said is None:
                    reader.years_said = _years_said(hits, reference)
                _mend_year(point, reader.years_said)
        elif reference and point.unit == "day" and _far_off(point, reference):
            _mend_year(point, {reference.year: 0, reference.year - 1: 0})
    if yearless and reference is not None and not _of_another_year(reader.words, hit.end):
        _infer(hit.node, reference)
    return True


def _far_off(point: Point, reference: date) -> bool:
    """Whether the year lies far ahead of the reference, and the same digits in another order do not: 2081 for 2018."""
    return (
        point.y is not None
        and point.y - reference.year > 40
        and bool(sorted(str(point.y)) in (sorted(str(reference.year)), sorted(str(reference.year - 1))))
    )


def _of_another_year(words: list[str], i: int) -> bool:
    """Whether 'hằng năm' or 'của năm tiếp theo' follows at *i*: the reference's year is not meant.

    >>> _of_another_year(["hằng", "năm", ""], 0), _of_another_year(["của", "năm", "sau"], 0)
    (True, True)
    """
    return words[i + 1] == "năm" and words[i] in {"hằng", "hàng", "mỗi", "của", "các"}


def _of_all(points: Iterable[Point]) -> tuple[Problem, ...]:
    """The problems of every point, each reason once."""
    problems: dict[str, Problem] = {}
    for point in points:
        for problem in point.problems:
            problems.setdefault(problem.detail, problem)
    return tuple(problems.values())


class _Thawed:
    """A DateReading before it is frozen: of the same fields, which an ordinary class sets in a third of the time."""

    __slots__ = tuple(field.name for field in fields(DateReading))


def _reading(raw: str, told: Told, span: tuple[int, int], problems: tuple[Problem, ...]) -> DateReading:
    """DateReading(…), in a third of the time: the constructor of a frozen dataclass looks up each field by its name."""
    reading: Any = _Thawed()  # until its last line, when it becomes what is promised
    reading.raw = raw
    reading.start, reading.end, reading.edtf, reading.precision = told
    reading.span = span
    reading.problems = problems
    reading.__class__ = DateReading
    frozen: DateReading = reading
    return frozen


def _years_said(hits: Iterable[Hit], reference: date | None) -> dict[int, int]:
    """The years that the dates of a text speak of, each with its place: the reference's first."""
    years = [reference.year] if reference else []
    for hit in hits:
        for point in points_of(hit.node):
            if point.y is not None and point.unit in ("day", "month", "quarter", "year", "season"):
                years.append(point.y)
    return {y: n for n, y in enumerate(dict.fromkeys(y for y in years if _EARLIEST <= y < _LATEST))}


def _mend_year(point: Point, said: dict[int, int]) -> None:
    """Read an impossible year as the one it was meant to be, where one slip leads to a year the text speaks of."""
    assert point.y is not None
    if said and abs(next(iter(said)) - point.y) < 30:
        return
    printed = f"{point.y:04d}"
    near = []
    for year in _slips(printed) if printed.isdecimal() else ():
        places = [said[y] for y in (year, year - 1, year + 1) if y in said]
        if places:
            near.append((sorted(printed) != sorted(str(year)), year not in said, min(places), year))
    for *_, year in sorted(near):
        if point.m and point.d and point.d <= days_in(point.m, year):
            point.problems = tuple(p for p in point.problems if p.code != "weekday-contradicts")
            why = f"{printed} is printed; {year}, one slip away, is the year that the text or its page speaks of"
            point.note("year-implausible", why)
            point.y, point.doubt = year, True
            return
    point.doubt = True
    point.note("year-implausible", f"{printed} is printed, and nothing tells which year is meant")


def _slips(printed: str) -> set[int]:
    """The years that two neighbours exchanged, or one digit mistyped, lead to.

    >>> 2013 in _slips("2103"), 2024 in _slips("3024"), 2014 in _slips("2103")
    (True, True, False)
    """
    y = int(printed)
    slips: set[int] = set()
    for place in (1, 10, 100, 1000):
        digit = y // place % 10  # another in its place, or exchanged with the one before it
        slips.update(range(y - digit * place, y + (10 - digit) * place, place))
        if place < 1000:
            slips.add(y + (y // place // 10 % 10 - digit) * place * -9)
    return {year for year in slips if _EARLIEST <= year < _LATEST and year != y}


def _infer(node: Node, reference: date) -> None:
    """Give a day, month or quarter without a year that of the reference, where it lies near enough to be meant."""
    if isinstance(node, Point):
        if node.unit in _INFERABLE and (near := _nearest(node, reference)) is not None:
            node.y, node.approx, node.printed = near, True, False
            _note_nearest(node, near, reference)
        return
    if node.members is not None or node.a is None:
        return  # a set, or all that lies before: no one day of it need be near
    bare = [p for p in points_of(node) if p.y is None and p.unit in _INFERABLE]
    if not bare:
        return
    anchor = bare[-1] if node.b else bare[0]
    year = _nearest(anchor, reference)
    if year is None or (anchor.unit != "day" and year != reference.year):
        return  # "6 tháng cuối năm", said in March, is not of the year before
    for p in bare:
        y = year
        if p is not anchor and node.a is p and (p.m or 0, p.d or 0) > (anchor.m or 0, anchor.d or 0):
            y = year - 1
        if p.unit == "day" and p.m and p.d and p.d > days_in(p.m, y):
            return
        p.y, p.approx, p.printed = y, True, False
    _note_nearest(bare[0], year, reference)


def _note_nearest(point: Point, year: int, reference: date) -> None:
    why = f"no year is printed; {year} is the nearest to the reference date {reference.isoformat()}"
    point.note("year-inferred", why)


_INFERABLE = frozenset(("day", "month", "quarter"))


def _nearest(point: Point, reference: date) -> int | None:
    """The year in which a day, month or quarter lies near enough to *reference*; two cannot, the window is no year."""
    assert point.m
    for year in (reference.year, reference.year - 1, reference.year + 1):
        if not 1 <= year <= 9999:
            continue
        if point.unit == "day":
            if (point.d or 1) > 28 and (point.d or 1) > days_in(point.m, year):
                continue
            away = (date(year, point.m, point.d or 1) - reference).days
        else:
            first_month = last_month = point.m
            if point.unit == "quarter":
                first_month, last_month = (point.m - 33) * 3 + 1, (point.m - 33) * 3 + 3
            first, last = date(year, first_month, 1), date(year, last_month, days_in(last_month, year))
            away = (first - reference).days if first > reference else (last - reference).days if last < reference else 0
        if -_BEHIND <= away <= _AHEAD:
            if year != reference.year and (reference.month, reference.day) == (1, 1):
                return None  # 1 January often stands for a bare year, which says nothing of the year before
            return year
    return None


def _alone(reader: Reader, hit: Hit) -> bool:
    """Whether nothing but labels, signs and a place stands around a bare date."""
    words = reader.words
    before = hit.first - 2 if hit.first and words[hit.first - 1] == ":" else hit.first - 1
    if (before >= 0 and words[before] in _COUNTED) or words[hit.end] in _COUNTED:
        return False
    for i in (*range(hit.first), *range(hit.end, reader.count)):
        word = words[i]
        if word[0].isalnum() and word not in LABELS:
            if word in NUMBERS or word.isdigit():
                return False
            comma = next((k for k in range(i, hit.first) if words[k] == ","), None)
            if comma is None or comma - i > 5:
                return False
    return True


_COUNTED = frozenset(
    ("lần", "bài", "xem")
)  # labels of a stamp, but of a number too: "1-2 lần", "Bài 3/5", "Đã xem: 1945"


def _set_apart(reader: Reader, hit: Hit) -> bool:
    """Whether a bare day stands where pages put dates: in brackets, or as a line or a cell of its own."""
    node = hit.node
    if any(point.unit != "day" for point in points_of(node)):
        return False
    words, starts, text = reader.words, reader.starts, reader.text
    if words[hit.first + 1] in {"-", "."} and not (len(words[hit.first]) == 2 == len(words[hit.first + 2])):
        return False  # "(2-1)" is a score, "(3.5)" a measure
    begin, end = starts[hit.first], starts[hit.end - 1] + len(words[hit.end - 1])
    before = text[max(0, begin - 3) : begin].rstrip(" \t")[-1:]
    after = text[end : end + 3].lstrip(" \t")[:1]
    if before == "(" and after == ")":
        recent = set(words[max(0, hit.first - 7) : hit.first])
        return (
            recent.isdisjoint(("lệ", "chiếm", "điểm", "đạt", "phiếu", "số", "xếp", "thứ")) or len(words[hit.first]) == 2
        )
    if before == "[" and after == "]":
        return True
    edge_before = before in ("", "\n", "|", "\r", "•", "·") and (before != "" or begin <= 3)
    edge_after = after in ("", "\n", "|", "\r", "•", "·") and (after != "" or end + 3 >= len(text))
    if edge_before and edge_after:
        return True
    first, second = words[hit.first], words[hit.first + 2]
    padded = len(first) == len(second) == 2 and "0" in (first[0], second[0])
    if edge_before and padded and hit.end < reader.count and reader.clean_after(hit.end):
        return reader.new_sentence(hit.end)  # a listing's day before its title: "05/08 Hội nghị …"
    before_word = words[hit.first - 1] if hit.first else ""
    if hit.end - hit.first == 5 and before_word in _STAMP_LABELS and isinstance(node, Point):
        return True  # "cập nhật 28.02.23"
    return before_word == ":" and hit.first >= 2 and words[hit.first - 2] in _STAMP_LABELS


_STAMP_LABELS = frozenset("đăng nhật tạo gửi bản hành tin ngày viết giờ date posted published updated".split())

_ENGLISH = frozenset([*ENGLISH_MONTHS, *ENGLISH_DAYS]) - {"may", "sat", "sun", "thu", "mon"}


def _foreign(text: str, reader: Reader) -> DateReading | None:
    """A date in English or mixed words that the grammar lacks, by dateparser; only where the year is printed."""
    if _ENGLISH.isdisjoint(reader.words) or len(text) > 80:
        return None
    numbers = [word for word in reader.words if word in NUMBERS]
    if [len(number) for number in numbers].count(4) != 1 or sum(len(number) <= 2 for number in numbers) != 1:
        return None  # "August 16-14, 2024": it would choose one of them
    import dateparser  # half a second to load: only here, and only for such text

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    try:
        moment = dateparser.parse(text, languages=["en", "vi"], settings=settings)
    except Exception:  # whatever it stumbles over, the text is unreadable, not the program
        return None
    if moment is None or f"{moment.year:04d}" not in reader.words:
        return None
    day = moment.date()
    return DateReading(text, day.isoformat(), day, day, "day", (0, len(text)))
