"""The Vietnamese lunar calendar, computed: which solar day a lunar day is, and back.

A month begins on the day of the new moon; month 11 holds the winter solstice; where thirteen months lie between two
solstices, the first without a major solar term is leap and takes the number of the month before. Days are those of
Vietnam: UTC+7 since 1968 (decree 121/CP of 8 August 1967), UTC+8 in print before, which is China's. In 1968, 1985,
2007 and 2030 the two differ.

New moons: J. Meeus, Astronomical Algorithms (2nd ed.), chapter 49, with all its terms; the sun: chapter 25. Checked
against an independent table of 1900 to 2100 (tests/test_lunar.py). Good for 1600 to 2200; the length of the day
further off is not known to the minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import floor, radians, sin
from typing import Final

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""Lunar years that can be computed."""

_SOUTH_SINCE = 1968  # first lunar year that was printed by UTC+7
_J1970 = 2440587.5


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """One month of a lunar year."""

    number: int
    """1 (Giêng) to 12 (Chạp)."""
    leap: bool
    """Whether it is the second of its number (nhuận)."""
    first: date
    """The solar day on which it begins."""
    days: int
    """29 or 30."""


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A day of the lunar calendar."""

    day: int
    """1 to 30."""
    month: int
    """1 to 12."""
    year: int
    """The solar year in which the lunar year begins."""
    leap: bool = False
    """Whether the month is leap."""

    def __str__(self) -> str:
        return f"{self.day}/{self.month}{' nhuận' if self.leap else ''} năm {year_name(self.year)}"


def year_name(year: int) -> str:
    """The stem and branch of a lunar year.

    >>> year_name(2025), year_name(1968)
    ('Ất Tỵ', 'Mậu Thân')
    """
    return f"{STEMS[(year - 4) % 10]} {BRANCHES[(year - 4) % 12]}"


def year_named(stem: int, branch: int, near: int) -> int | None:
    """The year nearest to *near* with that stem (0 to 9) and branch (0 to 11); None where no year is so named.

    >>> year_named(1, 5, 2020), year_named(1, 5, 1990), year_named(0, 1, 2020)
    (2025, 1965, None)
    """
    if (stem - branch) % 2:
        return None
    offset = (6 * stem - 5 * branch) % 60  # the number below 60 that leaves them when divided by 10 and by 12
    return near + (offset + 4 - near + 30) % 60 - 30


def to_solar(day: int, month: int, year: int, leap: bool = False) -> date:
    """The solar day of a lunar day; ValueError, saying why, where the calendar has no such day.

    >>> to_solar(10, 3, 2024)
    datetime.date(2024, 4, 18)
    >>> to_solar(1, 1, 1985), to_solar(1, 1, 2007), to_solar(1, 1, 2030)  # not China's
    (datetime.date(1985, 1, 21), datetime.date(2007, 2, 17), datetime.date(2030, 2, 2))
    >>> to_solar(1, 5, 2024, leap=True)
    Traceback (most recent call last):
    ValueError: lunar year 2024 (Giáp Thìn) has no leap month 5
    """
    for found in months(year):
        if found.number == month and found.leap == leap:
            if not 1 <= day <= found.days:
                raise ValueError(f"lunar month {month} of {year} ({year_name(year)}) has {found.days} days, not {day}")
            return found.first + timedelta(days=day - 1)
    raise ValueError(f"lunar year {year} ({year_name(year)}) has no {'leap ' if leap else ''}month {month}")


def from_solar(day: date) -> LunarDate:
    """The lunar day of a solar day.

    >>> str(from_solar(date(2025, 1, 29)))
    '1/1 năm Ất Tỵ'
    """
    year = day.year if day >= months(day.year)[0].first else day.year - 1
    month = next(m for m in reversed(months(year)) if m.first <= day)
    return LunarDate((day - month.first).days + 1, month.number, year, month.leap)


@lru_cache(maxsize=512)
def term_day(degrees: int, year: int) -> date:
    """The day of *year* on which the sun reaches a longitude: 15° is Thanh minh, 270° the winter solstice (Đông chí).

    >>> [term_day(15, year).isoformat() for year in (2019, 2021)], term_day(270, 2020).isoformat()
    (['2019-04-05', '2021-04-04'], '2020-12-21')

    ValueError within twenty minutes of midnight, where `_sun` cannot tell the day, and outside the years of `months`.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"year {year} is outside {FIRST_YEAR} to {LAST_YEAR}, where days can be told")
    jd = _J1970 + _number(date(year, 3, 20)) + degrees * 365.2422 / 360
    for _ in range(4):
        jd += ((degrees - _sun(jd) + 180) % 360 - 180) * 365.2422 / 360
    local = jd - _J1970 + (7 if year >= _SOUTH_SINCE else 8) / 24
    if abs(local - round(local)) < 20 / 1440:
        raise ValueError(f"the sun reaches {degrees}° of {year} too near midnight to tell the day")
    return _day(floor(local))


@lru_cache(maxsize=512)
def months(year: int) -> tuple[LunarMonth, ...]:
    """The twelve or thirteen months of a lunar year, from Tết on.

    >>> [(m.number, m.first.isoformat()) for m in months(2023) if m.leap]
    [(2, '2023-03-22')]
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"lunar year {year} is outside {FIRST_YEAR} to {LAST_YEAR}, where days can be told")
    if _TABLE_FROM <= year < _TABLE_FROM + len(_TABLE):
        return _told(year, int(_TABLE[year - _TABLE_FROM], 16))
    return computed(year)


def computed(year: int) -> tuple[LunarMonth, ...]:
    """The months of a lunar year, by the moon and the sun: what `months` answers, a third of a millisecond slower.

    >>> computed(2024) == months(2024)
    True
    """
    zone = 7 if year >= _SOUTH_SINCE else 8
    named = [m for m in _from_solstice(year - 1, zone) if m[1] not in (11, 12)]
    named += [m for m in _from_solstice(year, zone) if m[1] in (11, 12)]
    # A leap month 11 or 12 before Tết belongs to the year that ends.
    begins = [m[0] for m in named]
    begins.append(_first_of(year + 1))
    return tuple(
        LunarMonth(number, leap, _day(begin), begins[i + 1] - begin) for i, (begin, number, leap) in enumerate(named)
    )


def _told(year: int, packed: int) -> tuple[LunarMonth, ...]:
    """The months of a year as the table keeps them."""
    leap, number = packed >> 13 & 15, 0
    first = date(year, 1, 20) + timedelta(days=packed >> 17)
    out: list[LunarMonth] = []
    for i in range(13 if leap else 12):
        number += i != leap or not leap
        days = 29 + (packed >> i & 1)
        out.append(LunarMonth(number, i == leap and leap > 0, first, days))
        first += timedelta(days=days)
    return tuple(out)


def _first_of(year: int) -> int:
    """The day number of Tết."""
    zone = 7 if year >= _SOUTH_SINCE else 8
    return next(m[0] for m in _from_solstice(year - 1, zone) if m[1] == 1 and not m[2])


@lru_cache(maxsize=1024)
def _from_solstice(year: int, zone: int) -> tuple[tuple[int, int, bool], ...]:
    """(day number, month, leap) from month 11 of solar *year* up to the next month 11."""
    k = _month_of_solstice(year, zone)
    last = _month_of_solstice(year + 1, zone)
    begins = [_new_moon_day(n, zone) for n in range(k, last + 1)]
    leaps = last - k == 13
    out: list[tuple[int, int, bool]] = []
    number = 11
    for i in range(last - k):
        leap = leaps and i > 0 and _term(begins[i], zone) == _term(begins[i + 1], zone)
        if leap:
            leaps = False  # only the first one without a major term
        elif i:
            number = number % 12 + 1
        out.append((begins[i], number, leap))
    return tuple(out)


def _month_of_solstice(year: int, zone: int) -> int:
    """The lunation (k of Meeus) whose month holds the winter solstice of *year*."""
    end = _number(date(year, 12, 31))
    k = floor((year + 1.0 - 2000) * 12.3685) + 1
    while _new_moon_day(k, zone) > end:
        k -= 1
    # The sun stands at 270° at the solstice; a month that begins after it belongs to the next number.
    return k - 1 if _term(_new_moon_day(k, zone), zone) >= 9 else k


def _term(number: int, zone: int) -> int:
    """How many times 30° the sun has passed at the midnight that begins a day."""
    return floor(_sun(number - zone / 24 + _J1970) / 30)


def _number(day: date) -> int:
    return day.toordinal() - date(1970, 1, 1).toordinal()


def _day(number: int) -> date:
    return date(1970, 1, 1) + timedelta(days=number)


@lru_cache(maxsize=8192)
def _new_moon_day(k: int, zone: int) -> int:
    """The day, counted from 1970-01-01, on which new moon *k* falls in that zone."""
    return floor(_new_moon(k) - _J1970 + zone / 24)


def _delta_t(year: float) -> float:
    """Seconds by which uniform time is ahead of the earth (Espenak and Meeus, 2006)."""
    u: float
    if year < 1700:
        u = year - 1600
        return 120 - 0.9808 * u - 0.01532 * u**2 + u**3 / 7129
    if year < 1800:
        u = year - 1700
        return 8.83 + 0.1603 * u - 0.0059285 * u**2 + 0.00013336 * u**3 - u**4 / 1174000
    if year < 1860:
        u = year - 1800
        return 13.72 - 0.332447 * u + 0.0068612 * u**2 + 0.0041116 * u**3 - 0.00037436 * u**4 + 0.0000121272 * u**5
    if year < 1900:
        u = year - 1860
        return 7.62 + 0.5737 * u - 0.251754 * u**2 + 0.01680668 * u**3 - 0.0004473624 * u**4 + u**5 / 233174
    if year < 1920:
        u = year - 1900
        return -2.79 + 1.494119 * u - 0.0598939 * u**2 + 0.0061966 * u**3 - 0.000197 * u**4
    if year < 1941:
        u = year - 1920
        return 21.20 + 0.84493 * u - 0.076100 * u**2 + 0.0020936 * u**3
    if year < 1961:
        u = year - 1950
        return 29.07 + 0.407 * u - u**2 / 233 + u**3 / 2547
    if year < 1986:
        u = year - 1975
        return 45.45 + 1.067 * u - u**2 / 260 - u**3 / 718
    if year < 2005:
        u = year - 2000
        return 63.86 + 0.3345 * u - 0.060374 * u**2 + 0.0017275 * u**3 + 0.000651814 * u**4 + 0.00002373599 * u**5
    return 69.2 + 0.05 * max(0.0, year - 2020)  # the earth has kept to within a second of 69 s since 2017


def _new_moon(k: int) -> float:
    """Julian day (UT) of new moon *k*, counted from that of 6 January 2000; Meeus, chapter 49."""
    t = k / 1236.85
    jde = 2451550.09766 + 29.530588861 * k + t * t * (0.00015437 + t * (-0.000000150 + t * 0.00000000073))
    e = 1 - t * (0.002516 + 0.0000074 * t)
    m = radians(2.5534 + 29.10535670 * k + t * t * (-0.0000014 - 0.00000011 * t))
    n = radians(201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058)))
    f = radians(160.7108 + 390.67050284 * k + t * t * (-0.0016118 + t * (-0.00000227 + t * 0.000000011)))
    o = radians(124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215))
    jde += (
        -0.40720 * sin(n)
        + 0.17241 * e * sin(m)
        + 0.01608 * sin(2 * n)
        + 0.01039 * sin(2 * f)
        + 0.00739 * e * sin(n - m)
        - 0.00514 * e * sin(n + m)
        + 0.00208 * e * e * sin(2 * m)
        - 0.00111 * sin(n - 2 * f)
        - 0.00057 * sin(n + 2 * f)
        + 0.00056 * e * sin(2 * n + m)
        - 0.00042 * sin(3 * n)
        + 0.00042 * e * sin(m + 2 * f)
        + 0.00038 * e * sin(m - 2 * f)
        - 0.00024 * e * sin(2 * n - m)
        - 0.00017 * sin(o)
        - 0.00007 * sin(n + 2 * m)
        + 0.00004 * (sin(2 * n - 2 * f) + sin(3 * m))
        + 0.00003 * (sin(n + m - 2 * f) + sin(2 * n + 2 * f) - sin(n + m + 2 * f) + sin(n - m + 2 * f))
        - 0.00002 * (sin(n - m - 2 * f) + sin(3 * n + m) - sin(4 * n))
    )
    jde += sum(w * sin(radians(a + b * k)) for w, a, b in _PLANETS)
    return jde - _delta_t(2000 + k / 12.3685) / 86400


_PLANETS = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
)


def _sun(jd: float) -> float:
    """Apparent longitude of the sun in degrees, 0 to 360, good to 0.01° (14 minutes); Meeus, chapter 25."""
    t = (jd + 69 / 86400 - 2451545.0) / 36525
    m = radians(357.52911 + t * (35999.05029 - 0.0001537 * t))
    mean = 280.46646 + t * (36000.76983 + 0.0003032 * t)
    centre = (
        (1.914602 - t * (0.004817 + 0.000014 * t)) * sin(m)
        + (0.019993 - 0.000101 * t) * sin(2 * m)
        + 0.000289 * sin(3 * m)
    )
    omega = radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * sin(omega)) % 360


# What `computed` answers for 1900 to 2100, a year a number: 13 bits for the months of 30 days, the first month lowest;
# 4 for the place of the leap month (0: none); the rest counts the days from 20 January to Tết. A cache, not a source:
# tests/test_lunar.py computes every year of it again.
_TABLE_FROM: Final = 1900
_TABLE: Final = (
    "1716d2 3c0752 260ea5 12b64a 36064b 1e0a9b 0a9556 30056a 1a0b59 045752 2a0752 14db25 3a0b25 220a4b 0cb2ab 320aad "
    "1e056a 064b69 2c0da9 18fd92 3e0d92 260d25 10ba4d 360a56 2002b6 0895b5 3006d4 1a0ea9 065e92 2a0e92 14cd26 38052b "
    "220a57 0cb2b6 320b5a 1e06d4 086ec9 2c0749 16f693 3c0a93 26052b 0eca5b 340aad 20056a 0a9b55 300ba4 1a0b49 045a93 "
    "2a0a95 12f52d 380536 220aad 0eb5aa 3205b2 1c0da5 087d4a 2e0d4a 170a95 3a0a97 260556 10cab5 340ad5 2006d2 0a8ea5 "
    "300ea5 1a064a 026c97 28029b 12e55b 36056b 220b69 0eb752 340b52 1c0b25 069a4b 2c0a4d 1714ab 3a02ad 2405ad 10cb6a "
    "360da9 200d92 0a9d25 300d25 1a0a55 0254ad 2804b6 12e5b5 3806d5 220ec9 0ebe92 340e92 1e0d26 066a56 2a0a57 171556 "
    "3c056a 240b55 10b6c9 360749 200693 08952b 2e052b 180a5b 04555a 28056a 12eb65 380ba5 240d49 0cba95 320a95 1c052d "
    "068aad 2a0ab5 1735aa 3c05d2 260da5 10dd4a 360e4a 200c96 0a992e 2e0556 180ab5 0455b2 2a06d2 12cea5 380725 22064b "
    "0cac97 3004ab 1a055b 066ada 2c0b6a 177752 3c0b92 260b25 10da4b 340a4d 1e04ad 08a95b 2e05ad 180baa 045b52 2a0d92 "
    "14fd25 380d25 220a55 0cb4ad 3204b6 1a06b5 066daa 2c0eca 190e92 3a0e93 260d26 10ca56 340a5b 1e055a 088ad5 2e0b55 "
    "1a074a 026e93 280a93 12f52b 38052b 200a9b 0cb55a 32056a 1c0b65 06974a 2c0d4a 171a95 3c0c95 24092d 0ecaad 340ab5 "
    "2005aa 088ba5 2e0ea5 1a0d4a 047d15 280c96 12f956 380556 220ab5 0cb5b4 3206d4 1c0ea5 088e8a 2a068b 151497 3a04ab "
    "24095b 0ecada 340b6a 200754 0a9725 2e0b45 180a8b 02552b 2804ad"
).split()
