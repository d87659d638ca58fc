"""How many new articles a site usually brings by weekday and season, told from its own runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from archiver.running.chance import unevenness
from archiver.running.report import RunReport
from archiver.shapes import ICT

MEMORY = 180  # days that shape the usual pace; a site that changed its habits is forgiven in half a year
SEASON = 21  # days either side of the same day a year ago that tell the season

# Public holidays on which offices are shut (Labour Code 2019, article 112), as (month, day).
HOLIDAYS = {(1, 1), (4, 30), (5, 1), (9, 1), (9, 2), (9, 3)}


@dataclass(frozen=True, slots=True)
class Night:
    """What one run brought, and the days since the run before: the days that it answers for."""

    last: date
    """The last whole day before the run."""
    days: tuple[date, ...]
    """The days since the run before, `last` included."""
    new: int
    """First sights."""


def day_of(report: RunReport) -> date:
    """The calendar day (Asia/Ho_Chi_Minh) in which most of what the run finds was published.

    A run in the small hours tells of the day before; one after noon tells of its own day.

    >>> from dataclasses import replace
    >>> run = RunReport(run="", site="", url="", started_at="2026-11-24T18:30:00Z", finished_at="")
    >>> day_of(run).isoformat(), day_of(replace(run, started_at="2026-11-24T09:00:00Z")).isoformat()
    ('2026-11-24', '2026-11-24')
    """
    return _day_of(report.started_at)


@lru_cache(maxsize=10_000)
def _day_of(started_at: str) -> date:
    return (datetime.fromisoformat(started_at).astimezone(ICT) - timedelta(hours=12)).date()


def nights(reports: Sequence[RunReport]) -> list[Night]:
    """The runs that tell the pace: not the first one, nor those that still worked off a backlog or broke off."""
    told = []
    before: RunReport | None = None
    for report in reports:
        if report.stopped_by in ("unreachable", "error") or report.pages == 0:
            continue  # its days count for the next run that gets through
        last = day_of(report)
        if before is not None and before.queued == 0 and not report.full:
            first = day_of(before)
            days = tuple(first + timedelta(days=step) for step in range(1, min((last - first).days, 60) + 1))
            if days:
                told.append(Night(last, days, report.articles.new))
            elif told:  # a second run on the same day: its news belong to that day
                told[-1] = Night(told[-1].last, told[-1].days, told[-1].new + report.articles.new)
        before = report
    return told


@dataclass(frozen=True, slots=True)
class Pace:
    """New articles a day, as usual for a site."""

    weekdays: tuple[float, ...]
    """Monday first."""
    size: float
    """How even the days are: see `chance.count_at_most`."""
    seen: float
    """How many articles tell it: few of them tell a rate badly."""
    days: int
    """How many days tell it."""
    year_ago: dict[date, float]
    """New articles by day, as long ago as the history reaches."""

    def on(self, day: date) -> float:
        """Articles to be expected on *day*."""
        if quiet(day):
            return 0.0
        return self.weekdays[day.weekday()] * self._season(day)

    def expected(self, days: Sequence[date]) -> float:
        """Articles to be expected over *days*."""
        return sum(self.on(day) for day in days)

    def size_over(self, days: int) -> float:
        """How even so many *days* together are, and how well their rate is known.

        A rate known from n articles is a gamma of shape n + 1/2, so what it brings is a negative binomial of that size,
        whatever the days are like; both doubts add up.
        """
        return 1 / (1 / (self.size * max(1.0, days / 2)) + 1 / (self.seen + 0.5))

    def _season(self, day: date) -> float:
        """At most 1: a season that was slower a year ago excuses silence; a busier one accuses nobody."""
        then = day - timedelta(days=364)  # the same weekday
        around = [self.year_ago.get(then + timedelta(days=step)) for step in range(-SEASON, SEASON + 1)]
        known = [count for count in around if count is not None]
        if len(known) <= SEASON:
            return 1.0
        usual = sum(self.year_ago.values()) / len(self.year_ago)
        return max(0.2, min(1.0, (sum(known) / len(known)) / usual)) if usual else 1.0


def pace(told: Sequence[Night], today: date) -> Pace:
    """The usual pace before *today*, each day smoothed towards the mean of all."""
    by_day: dict[date, float] = {}
    for night in told:
        for day in night.days:
            by_day[day] = by_day.get(day, 0.0) + night.new / len(night.days)
    recent = {day: new for day, new in by_day.items() if today - timedelta(days=MEMORY) <= day and not quiet(day)}
    mean = sum(recent.values()) / len(recent) if recent else 0.0
    weekdays = []
    for weekday in range(7):
        counts = [new for day, new in recent.items() if day.weekday() == weekday]
        weekdays.append((sum(counts) + 2 * mean) / (len(counts) + 2))
    # What is left after weekdays are accounted for is how uneven the site is.
    ratios = [new / weekdays[day.weekday()] * mean for day, new in recent.items() if weekdays[day.weekday()] > 0]
    return Pace(tuple(weekdays), unevenness(ratios), sum(recent.values()), len(recent), by_day)


def quiet(day: date) -> bool:
    """Whether offices are shut on *day*, so that silence means nothing: public holidays and the days of Tết."""
    return (day.month, day.day) in HOLIDAYS or _tet(day)


def _tet(day: date) -> bool:
    """23 Chạp to 10 Giêng, as the astronomical new moons have it, within a day.

    The first day of the year is the new moon between 20 January and 21 February (21 days from the winter solstice's
    month); a day's error does not matter here, which is why this is not the lunar calendar's own arithmetic.

    >>> [_tet(date(2026, 2, 17)), _tet(date(2025, 1, 29)), _tet(date(2026, 3, 5)), _tet(date(2026, 11, 1))]
    [True, True, False, False]
    """
    if not (1, 11) <= (day.month, day.day) <= (3, 4):
        return False
    start, moon = date(day.year, 1, 20), date(2000, 1, 6)  # a new moon (18:14 UTC)
    age = ((start - moon).days + 0.24) % 29.530588853  # 0.24: to the next midnight in Vietnam
    new_year = start + timedelta(days=(29.530588853 - age) if age > 0.5 else 0)
    return new_year - timedelta(days=8) <= day <= new_year + timedelta(days=9)
