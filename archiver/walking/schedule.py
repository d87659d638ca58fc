"""When a known address is asked again: a function of its kind, its age, its history and the clock.

What is promised (docs/walking.md states it to archivists):

| address                         | asked again                         |
|---------------------------------|-------------------------------------|
| start page, feed, sitemap       | every run                           |
| listing                         | every run, up to `LISTINGS_A_RUN`   |
| article, published 3 days ago   | every night                         |
| ... a month ago                 | within 7 days                       |
| ... a year ago                  | within 90 days                      |
| ... older                       | within a year                       |
| article that was edited lately  | as if it were as young as its edit  |
| article that did not answer     | the next day, then it is a tombstone|
| tombstone                       | after 7, 30, 90 days, then yearly   |
| other page, document            | after 30 days                       |

A run asks at most `quota(known)` articles again (more where listings and feeds leave room), those first that have
waited longest for their term. Where more falls due each night than that, all terms grow alike by `stretch`, and the
report says what is promised then.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from archiver.shapes import ICT

DAY = timedelta(days=1)
NIGHT = timedelta(hours=20)
"""A nightly run that starts a little early must not miss what was asked last night."""
LISTINGS_A_RUN = 15
LISTINGS_IN_TURN = 3
"""So many of them, where a site has more, are those that were asked longest ago; the others changed last."""
REQUESTS_A_NIGHT = 28
"""What a night may cost on a small site; where listings and feeds leave room in it, articles get more than `quota`."""
FULL_WALK = timedelta(days=60)
"""After half to all of that a listing is walked to its end again, in case something was filed deep within it: a few
pages a night (`slice_of`), where its pages have addresses."""

TERMS: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(days=3), NIGHT),
    (timedelta(days=31), timedelta(days=6, hours=12)),
    (timedelta(days=366), timedelta(days=89)),
    (timedelta.max, timedelta(days=364)),
)
"""(age up to which, term): half a day below what is promised, since a run is no exact moment."""
TOMBSTONE_TERMS = (timedelta(days=7), timedelta(days=30), timedelta(days=90), timedelta(days=365))


@dataclass(frozen=True, slots=True)
class History:
    """What the ledger knows of an address."""

    kind: str
    """article, listing, feed, sitemap, start, other, error."""
    asked: datetime
    """When it was last asked."""
    published: date | None = None
    """Day of publication, where the page gives one."""
    first_seen: datetime | None = None
    """When we first met it."""
    changed: datetime | None = None
    """When its text was last found to differ."""
    misses: int = 0
    """Days on which it was found gone, in a row."""


def term(history: History) -> timedelta:
    """For how long after it was asked an address is left alone.

    >>> term(History("article", datetime(2026, 11, 25, 1, tzinfo=ICT), published=date(2026, 11, 24))) == NIGHT
    True
    >>> term(History("article", datetime(2026, 11, 25, 1, tzinfo=ICT), published=date(2013, 1, 25))).days
    364
    """
    if history.kind in ("start", "feed", "sitemap", "listing"):
        return timedelta(0)
    if history.kind == "article" and history.misses == 1:
        return NIGHT
    if history.kind == "article" and history.misses > 1:
        return TOMBSTONE_TERMS[min(history.misses - 2, len(TOMBSTONE_TERMS) - 1)]
    if history.kind != "article":
        return timedelta(days=30)
    age = history.asked - young_since(history)
    return next(term for limit, term in TERMS if age <= limit)


def young_since(history: History) -> datetime:
    """The moment from which an article's age counts: its last edit, else its publication, else our first sight.

    An article that gives no day of publication and was there on the first night is taken to be as old as most are.
    """
    moments = []
    if history.published is not None:
        moments.append(datetime.combine(history.published, time(), ICT))
    if history.changed is not None and history.first_seen is not None and history.changed > history.first_seen:
        moments.append(history.changed)
    if not moments:
        return (history.first_seen or history.asked) - timedelta(days=32)
    return min(max(moments), history.asked)


def next_due(history: History, url: str) -> datetime:
    """When *url* is due again. Long terms begin at different points of the term, so that nights are alike.

    The same address always gets the same point, between three quarters of its term and the whole of it.
    """
    length = term(history)
    if length < 3 * DAY:
        return history.asked + length
    return history.asked + length * (0.75 + _point(url) / 4)


def full_walk(key: str) -> timedelta:
    """After how long the listing *key* is walked to its end again: not all of a site's listings in one night."""
    return FULL_WALK * (0.5 + _point(key) / 2)


def _point(text: str) -> float:
    """Between 0 and 1, always the same for the same text."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:2], "big") / 65535


def quota(known: int) -> int:
    """How many articles one run asks again, of *known* ones.

    >>> quota(60), quota(1000), quota(100_000)
    (10, 12, 210)

    Calibrated on the promise of issue 6: 1,000 articles over some years, 30 requests a night, of which the start page,
    robots.txt, sitemap, feeds and listings take up to 18. The terms above ask for about 12 of 1,000.
    """
    return 10 + known // 500


def lateness(due: datetime, asked: datetime | None, now: datetime) -> float:
    """How much of its term an address that became *due* has waited: orders the quota, so that all terms grow alike.

    >>> day = datetime(2026, 11, 25, tzinfo=ICT)
    >>> lateness(day, day - 4 * DAY, day + DAY), lateness(day, day - DAY, day + DAY)
    (1.25, 2.0)
    """
    if asked is None or due <= asked:
        return 100.0
    return (now - asked) / (due - asked)


def stretch(ages: Sequence[int], allowed: int) -> float:
    """By how much terms grow where one night asks *allowed* articles; *ages*: how many there are of each of `TERMS`.

    >>> stretch((2, 17, 183, 800), 18), round(stretch((12, 112, 876, 0), 18), 1)
    (1.0, 2.4)
    """
    due = sum(count * (DAY / max(length * 0.875, DAY)) for count, (_, length) in zip(ages, TERMS, strict=True))
    return max(1.0, due / max(1, allowed))


def promise(times: float) -> str:
    """What is promised where terms are so many *times* as long, for the report.

    >>> promise(2.4)
    'an edit is found within 3 nights (published in the last 3 days), 17 days (last month), 216 days (last year)'
    """
    first, month, year = (math.ceil(days * times - 1e-9) for days in (1, 7, 90))
    return (
        f"an edit is found within {first} nights (published in the last 3 days), {month} days (last month),"
        f" {year} days (last year)"
    )


def slice_of(pages: int) -> int:
    """Pages of a list of *pages* that one night walks on towards its end, when that is due again.

    >>> slice_of(100), slice_of(10_000)
    (3, 166)
    """
    return max(3, pages // 60)
