"""Which worker crawls which site when, for some sites or twenty thousand, on one machine or many. Pure.

A site has a moment of its own within its window (its name decides, so nights look alike and the hours are filled
evenly); one that is late goes as soon as its window allows. Of those that may go, the one whose deadline (due and one
cadence more) comes first goes first: what is late comes before what is not, and nobody waits for ever. No host is
visited twice at once, whatever machine the workers are on, and no network more often than its bound: half of a
province's portals may stand behind one address.
"""

from __future__ import annotations

import hashlib
import heapq
import ipaddress
import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from archiver.errors import UsageError

DAY = 86400
LATE = 0.25
"""Of the cadence: who is overdue by more need not wait for the moment of the day that is its own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A site that is to be crawled again and again."""

    site: str
    """Slug."""
    host: str
    """One visitor at a time."""
    network: str = ""
    """What shares a line or a machine with others (see `network_of`); '': not known, so the host is alone in it."""
    seconds: float = 600.0
    """How long a run should take: its last one, or a guess."""
    last: datetime | None = None
    """When its last run began; None: never, so that it goes before all that were seen."""
    every: float = DAY
    """Seconds between the beginnings of two runs."""
    window: tuple[time, time] | None = None
    """When a run may begin and must be over, on Vietnam's clock; over midnight too. None: at any time."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """One run."""

    start: datetime
    """UTC."""
    worker: int
    """0 to workers - 1."""
    site: str
    """Slug."""
    seconds: float
    """How long it is expected to take."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who goes when, and who does not."""

    turns: tuple[Turn, ...]
    """In order of their start."""
    left: tuple[tuple[str, str], ...]
    """(site, why) of those that are due before the horizon and found no place; by name."""


def network_of(address: str | None) -> str:
    """The neighbourhood of an IP address: 256 of IPv4, a /48 of IPv6; '' where there is none.

    >>> network_of("203.0.113.77"), network_of("2001:db8:1:2::3"), network_of(None)
    ('203.0.113.0/24', '2001:db8:1::/48', '')
    """
    try:
        ip = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    return str(ipaddress.ip_network((ip, 24 if ip.version == 4 else 48), strict=False))


def moment_of(site: str) -> float:
    """Where in its window a site has its place: 0 to below 1, the same for ever and on every machine.

    >>> round(moment_of("hdtdkt"), 3)
    0.77
    """
    return int.from_bytes(hashlib.blake2b(site.encode(), digest_size=6).digest()) / 2**48


def overdue(last: datetime | None, now: datetime, every: float = DAY) -> float:
    """Seconds by which a site is late; 0 where it is not, infinity where it was never seen.

    >>> overdue(datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 11, 25, 7, tzinfo=UTC)) / 3600
    7.0
    """
    if last is None:
        return math.inf
    late = (now - last).total_seconds() - every
    return late if late > LATE * every else 0.0


class _Site:
    """One site on the planner's clock: seconds since the epoch."""

    __slots__ = ("deadline", "due", "length", "need", "opens", "phase", "wanted")

    def __init__(self, wanted: Wanted) -> None:
        if wanted.every <= 0 or wanted.seconds < 0:
            raise UsageError(f"{wanted.site}: a cadence of {wanted.every} s and runs of {wanted.seconds} s cannot be")
        self.wanted = wanted
        opens, closes = wanted.window or (time(), time())
        self.opens = _of_day(opens)
        self.length = (_of_day(closes) - self.opens) % DAY or DAY
        self.need = min(
            wanted.seconds, self.length
        )  # a run that is longer is cut off at its limit, and goes on next time
        self.phase = moment_of(wanted.site) * (self.length - self.need)

    def first(self, now: float) -> float:
        """When its next run may begin; its due and deadline are set."""
        every, last = self.wanted.every, self.wanted.last
        self.due = last.timestamp() + every if last is not None else -every  # never seen: before all others
        return self._from(now)

    def again(self, start: float) -> float:
        """The same, after a run that began at *start*."""
        self.due = start + self.wanted.every
        return self._from(start)

    def _from(self, now: float) -> float:
        every = self.wanted.every
        self.deadline = self.due + every
        if self.due < now - LATE * every:
            return self.fitting(now)
        if every < DAY / 2:  # several times a day: its own moment says nothing
            return self.fitting(max(now, self.due))
        earliest = max(now, self.due - DAY / 2)  # the nearest of its moments: who went late goes at its own time again
        day = self._opened(earliest)
        while day + self.phase < earliest:
            day += DAY
        return day + self.phase

    def _opened(self, at: float) -> float:
        """When the window last opened."""
        return at - (at + 7 * 3600 - self.opens) % DAY  # ICT is UTC+7 the year round

    def fitting(self, at: float) -> float:
        """*at*, or the next moment from which on a run is over before its window closes."""
        opened = self._opened(at)
        return at if self.length == DAY or at + self.need <= opened + self.length else opened + DAY


def _of_day(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def plan(sites: Iterable[Wanted], *, workers: int, now: datetime, horizon: timedelta, per_network: int = 4) -> Plan:
    """Every run that begins within *horizon* of *now*, on so many *workers*; the order of *sites* makes no difference.

    Raises UsageError where two sites have one name, or a cadence or number makes no sense.

    >>> start = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    >>> two = [Wanted("a", "x.example", seconds=60), Wanted("b", "x.example", seconds=60)]
    >>> [(t.site, t.worker, t.start.minute) for t in plan(two, workers=2, now=start, horizon=timedelta(hours=1)).turns]
    [('a', 0, 0), ('b', 0, 1)]
    """
    if workers < 1 or per_network < 1:
        raise UsageError(f"{workers} workers, {per_network} a network: at least one of each is needed")
    begin = now.timestamp()
    end = begin + horizon.total_seconds()
    known = sorted((_Site(wanted) for wanted in sites), key=lambda one: one.wanted.site)
    for one, other in itertools.pairwise(known):
        if one.wanted.site == other.wanted.site:
            raise UsageError(f"{one.wanted.site!r} stands in the plan twice; give one of them another name")
    arrivals = [(site.first(begin), n) for n, site in enumerate(known)]  # numbers follow names: ties are settled
    heapq.heapify(arrivals)
    ready: list[tuple[float, int]] = []
    running: list[tuple[float, int, int]] = []
    free = list(range(workers))
    busy_hosts: set[str] = set()
    in_network: dict[str, int] = {}
    waiting: dict[str, list[tuple[float, int]]] = {}  # for a host, or for a network
    turns: list[Turn] = []
    left: dict[str, str] = {}
    put_off: set[int] = set()  # they had waited when their window closed

    def released(what: str) -> None:
        if queue := waiting.get(what):
            heapq.heappush(ready, heapq.heappop(queue))

    at = begin
    while at < end:
        while running and running[0][0] <= at:
            _, n, worker = heapq.heappop(running)
            heapq.heappush(free, worker)
            host, network = _host(known[n]), _network(known[n])
            busy_hosts.discard(host)
            in_network[network] -= 1
            released(host)
            released(network)
        while arrivals and arrivals[0][0] <= at:
            _, n = heapq.heappop(arrivals)
            heapq.heappush(ready, (known[n].deadline, n))
        while free and ready:
            _, n = heapq.heappop(ready)
            site = known[n]
            host, network = _host(site), _network(site)
            if host in busy_hosts:
                heapq.heappush(waiting.setdefault(host, []), (site.deadline, n))
                if in_network.get(network, 0) < per_network:
                    released(network)  # the place that it was woken for is still there
                continue
            if in_network.get(network, 0) >= per_network:
                heapq.heappush(waiting.setdefault(network, []), (site.deadline, n))
                released(host)  # it held its host's place in the queue
                continue
            if (later := site.fitting(at)) > at:
                put_off.add(n)
                heapq.heappush(arrivals, (later, n))
                released(host)
                released(network)
                continue
            put_off.discard(n)
            worker = heapq.heappop(free)
            turns.append(Turn(datetime.fromtimestamp(at, UTC), worker, site.wanted.site, site.need))
            busy_hosts.add(host)
            in_network[network] = in_network.get(network, 0) + 1
            heapq.heappush(running, (at + site.need, n, worker))
            heapq.heappush(arrivals, (max(site.again(at), at + site.need), n))
        coming = [queue[0][0] for queue in (running, arrivals) if queue]
        if not coming:
            break
        at = max(at, min(coming)) if min(coming) > at else _next(at, running, arrivals)
    for n in sorted(n for _, n in [*ready, *(one for queue in waiting.values() for one in queue)]):
        site = known[n]
        why = "all workers were busy" if (site.deadline, n) in ready else "its host or network was busy"
        left[site.wanted.site] = why
    for moment, n in arrivals:
        if n in put_off:
            left.setdefault(known[n].wanted.site, "its window closed before a place was free")
        elif moment >= end and known[n].due < begin - LATE * known[n].wanted.every:
            left.setdefault(known[n].wanted.site, "its window does not open before the end of the plan")
    return Plan(tuple(sorted(turns)), tuple(sorted(left.items())))


def _next(at: float, running: list[tuple[float, int, int]], arrivals: list[tuple[float, int]]) -> float:
    """The next event after *at*: runs of no length, and moments that rounding makes equal, must not stop the clock."""
    later = [queue[0][0] for queue in (running, arrivals) if queue and queue[0][0] > at]
    return min(later, default=at + 1e-3)


def _host(site: _Site) -> str:
    return f"host {site.wanted.host}"


def _network(site: _Site) -> str:
    return f"network {site.wanted.network or site.wanted.host}"
