"""Dates that stand by themselves: beside a headline, behind a link, in metadata; not those within sentences.

A stamp is short and names a day; what it means is left to `archiver.vietnamese.dates` wherever it says more than
digits. The narrow patterns here decide only whether a line is a stamp at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from archiver.shapes import ICT, DateReading, Precision, Problem

_DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<m>0?[1-9]|1[0-2])"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NUMERIC = re.compile(rf"(?<![\d/.-]){_DAY}\s?([/.-])\s?{_MONTH}\s?\2\s?{_YEAR}(?![\d/])")
_ISO = re.compile(rf"(?<![\d/.-]){_YEAR}([/.-]){_MONTH}\2{_DAY}(?![\d/])")
_WORDS = re.compile(
    rf"(?<!\d){_DAY}\s*(?:tháng|thg\.?|th)\s*{_MONTH}\s*(?:,|năm)?\s*{_YEAR}(?!\d)|(?<!\d){_DAY.replace('<d>', '<d2>')}"
    rf"\s*tháng\s*{_MONTH.replace('<m>', '<m2>')},?\s*năm\s*{_YEAR.replace('<y>', '<y2>')}",
    re.I,
)
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_NAME = r"(?P<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SWAPPED = tuple(part.replace(">", "2>", 1) for part in (_DAY, _NAME, _YEAR))
_ENGLISH = re.compile(
    rf"\b{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b"
    rf"|\b{_SWAPPED[0]}(?:st|nd|rd|th)?\s+{_SWAPPED[1]},?\s+{_SWAPPED[2]}\b",
    re.I,
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])\s?(?:[:hg]|giờ)\s?(?P<min>[0-5]\d)(?:\s?(?:[:m]"
    r"|phút)\s?(?P<s>[0-5]\d))?(?![\d])"
    r"\s?(?P<half>[AaPp]\.?[Mm]\b|SA\b|CH\b)?",
)
_SHORT = re.compile(
    rf"\(\s*{_DAY}\s?[/.-]\s?{_MONTH}\s*\)|^\s*{_DAY.replace('<d>', '<d2>')}[/.-]{_MONTH.replace('<m>', '<m2>')}\s*$"
)

_DIGIT = re.compile(r"\d").search

LABEL = re.compile(
    r"ngày (?:đăng|tạo|xuất bản|phát hành|viết|gửi|đưa|cập nhật)|đăng (?:ngày|lúc|tin)|cập nhật|xuất bản|posted"
    r"|published|publish"
    r"|thời gian(?: đăng)?|được đăng|date:",
    re.I,
)
UPDATED = re.compile(r"cập nhật|chỉnh sửa|sửa đổi lần|updated|modified|last (?:update|edit)", re.I)
CLOCK = re.compile(r"hôm nay|bây giờ|hiện tại|today is|giờ hệ thống", re.I)


def _reading(day: date, found: re.Match[str], text: str, clock: re.Match[str] | None) -> DateReading:
    start, end = found.span()
    edtf, precision = day.isoformat(), "day"
    if clock:
        hour = int(clock["h"])
        half = (clock["half"] or "").lower().replace(".", "")
        if half in ("pm", "ch") and hour < 12:
            hour += 12
        elif half in ("am", "sa") and hour == 12:
            hour = 0
        edtf += f"T{hour:02}:{clock['min']}:{clock['s'] or '00'}+07:00"
        precision = "second" if clock["s"] else "minute"
        start, end = min(start, clock.start()), max(end, clock.end())
    raw = text[start:end]
    return DateReading(raw, edtf, day, day, _precise(precision), (start, end))


def _precise(word: str) -> Precision:
    return word  # type: ignore[return-value]


def read_stamp(text: str) -> DateReading | None:
    """The day, and the time if one stands beside it, that a stamp names; None where it names no whole date.

    >>> read_stamp("Thứ 2, 07/09/2020 | 07:34").edtf
    '2020-09-07T07:34:00+07:00'
    >>> read_stamp("Ngày đăng tin: 06.08.2019").edtf, read_stamp("Số 12/2019/NĐ-CP")
    ('2019-08-06', None)
    """
    if not _DIGIT(text):  # as most lines that are asked
        return None
    for pattern in (_NUMERIC, _ISO, _WORDS, _ENGLISH):
        found = pattern.search(text)
        if found is None:
            continue
        parts = found.groupdict()
        year = int(parts["y"] or parts["y2"])
        name = parts.get("n") or parts.get("n2")
        month = _MONTHS[name[:3].lower()] if name else int(parts["m"] or parts["m2"])
        try:
            day = date(year, month, int(parts["d"] or parts["d2"]))
        except ValueError:
            continue
        clock = _clock(text, found)
        return _reading(day, found, text, clock)
    return None


def _clock(text: str, found: re.Match[str]) -> re.Match[str] | None:
    start, end = found.span()
    for clock in _CLOCK.finditer(text):
        if clock.start() >= end and clock.start() - end <= 16:
            return clock
        if clock.end() <= start and start - clock.end() <= 24:
            return clock
    return None


_TRAILING = re.compile(
    r"(?:\s*[(\[]\s*(?:ngày\s*)?|\s+[-–|]\s*)(?P<date>\d[\d/.:\-\s,hgAPMapm]*?\d(?:\s?[AP]M)?)\s*[)\]]?\s*$"
)


def split_stamp(text: str) -> tuple[str, DateReading | None]:
    """A line without the date in brackets or behind a dash at its end, and that date.

    Day and month alone are read as such. A date that the words lead up to ("họp ngày 14/10/2013") is a part of them.

    >>> title, stamp = split_stamp("Hội nghị sơ kết (05/10)")
    >>> title, stamp.edtf
    ('Hội nghị sơ kết', 'XXXX-10-05')
    """
    found = _TRAILING.search(text)
    if found is None:
        return text, None
    tail = found.group(0)
    reading = read_stamp(tail)
    at = found.start()
    if reading is not None:
        first, last = at + reading.span[0], at + reading.span[1]
        title = text[:at].rstrip(" -–|([,")
        return title or text, DateReading(
            text[first:last], reading.edtf, reading.start, reading.end, reading.precision, (first, last)
        )
    alone = read_short_stamp(text, at)
    if alone is not None:
        return text[:at].rstrip(" -–|([,"), alone
    return text, None


def read_short_stamp(text: str, start: int = 0) -> DateReading | None:
    """A day and a month, alone or in brackets, from *start* on: a date whose year the page does not give."""
    short = _SHORT.search(text, start)
    if short is None:
        return None
    raw = short[0].strip("() ")
    first = text.index(raw, short.start())
    doubt = Problem("year-missing", f"{raw!r} names a day and a month, but no year", "related")
    edtf = f"XXXX-{int(short['m'] or short['m2']):02}-{int(short['d'] or short['d2']):02}"
    return DateReading(raw, edtf, None, None, "day", (first, first + len(raw)), (doubt,))


_MACHINE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")


def machine_date(text: str) -> DateReading | None:
    """A moment of metadata as EDTF in the zone that it names: ISO 8601, else whatever a stamp may look like.

    Its day (`start`) is that of Asia/Ho_Chi_Minh, as everywhere.

    >>> machine_date("2020-09-07T07:39:00+0700").edtf
    '2020-09-07T07:39:00+07:00'
    >>> late = machine_date("2024-08-05T17:30:00Z")
    >>> late.edtf, late.start.isoformat()
    ('2024-08-05T17:30:00Z', '2024-08-06')
    """
    found = _MACHINE.match(text.strip())
    if found:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
        try:
            when = date(year, month, day)
        except ValueError:
            return None
        if not 1990 <= year <= 2100:
            return None
        edtf, precision = when.isoformat(), "day"
        midnight = found[4] == found[5] == "00" and (found[6] or "00") == "00"  # a day, in truth
        midnight = midnight and (found[7] or "+07:00") in ("+07:00", "+0700", "Z")
        if found[4] and int(found[4]) < 24 and int(found[5]) < 60 and not midnight:
            edtf += f"T{found[4]}:{found[5]}:{found[6] or '00'}"
            precision = "second" if found[6] else "minute"
            zone = found[7]
            if zone:
                edtf += zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
                moment = moment_of(edtf)
                when = moment.date() if moment else when
        return DateReading(found[0], edtf, when, when, _precise(precision), found.span())
    if len(text) < 80:
        return read_stamp(text)
    return None


def moment_of(edtf: str) -> datetime | None:
    """The moment that EDTF with a clock names, in Asia/Ho_Chi_Minh; None where it names none, or no zone."""
    if "T" not in edtf or edtf[-1] in "?~%":
        return None
    try:
        moment = datetime.fromisoformat(edtf)
        return moment.astimezone(ICT) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def told_here(reading: DateReading) -> DateReading:
    """A moment of metadata on the clock of Vietnam; midnight here, as programs write a day in UTC, is a day.

    >>> told_here(machine_date("2024-08-05T17:30:00Z")).edtf, told_here(machine_date("2024-08-05T17:00:00.000Z")).edtf
    ('2024-08-06T00:30:00+07:00', '2024-08-06')
    """
    moment = moment_of(reading.edtf)
    if moment is None or reading.edtf.endswith("+07:00"):
        return reading
    if moment.time().isoformat() == "00:00:00":
        return replace(reading, edtf=moment.date().isoformat(), precision="day")
    return replace(reading, edtf=moment.isoformat())


def wrong_zone(printed: DateReading, said: DateReading) -> bool:
    """Whether metadata name, in UTC, the very clock that the page prints as its own: seven hours too late."""
    one, other = moment_of(printed.edtf), moment_of(said.edtf)
    return one is not None and other is not None and abs(other - one - _AHEAD) < timedelta(minutes=1)


def as_printed(reading: DateReading) -> DateReading:
    """A moment of metadata whose UTC is known to be the clock of Vietnam.

    >>> as_printed(told_here(machine_date("2024-08-05T17:30:00Z"))).edtf
    '2024-08-05T17:30:00+07:00'
    """
    again = machine_date(re.sub(r"(?:Z|[+-]00:?00)$", "+07:00", reading.raw))
    return replace(again, raw=reading.raw, span=reading.span) if again else reading


_AHEAD = timedelta(hours=7)
_IN_ADDRESS = re.compile(r"/(20[0-3]\d|199\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/-]|$)")


def address_date(url: str) -> DateReading | None:
    """The day that an address names: /2021/03/12/ or /20210312/.

    >>> address_date("http://so.example.vn/tin/2021/03/12/khanh-thanh").edtf
    '2021-03-12'
    """
    found = _IN_ADDRESS.search(url)
    if found is None:
        return None
    try:
        when = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return DateReading(found[0].strip("/"), when.isoformat(), when, when, "day", (found.start() + 1, found.end()))
