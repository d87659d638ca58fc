"""Who goes when: what must hold of every plan, whatever the sites."""

from __future__ import annotations

import random
import time as clock
from collections import Counter, defaultdict
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.errors import UsageError
from archiver.running.planning import DAY, Wanted, network_of, plan
from archiver.shapes import ICT

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)  # 01:00 in Vietnam

WINDOWS = [None, (time(0, 30), time(5)), (time(22), time(6)), (time(12), time(12, 20))]


@st.composite
def wanted(draw, number):
    last = draw(st.none() | st.integers(-40 * 3600, 0))
    return Wanted(
        f"s{number}",
        draw(st.sampled_from(["a.example", "b.example", "c.example", f"own{number}.example"])),
        draw(st.sampled_from(["", "192.0.2.0/24", "198.51.100.0/24"])),
        draw(st.sampled_from([0.0, 1.0, 60.0, 600.0, 5000.0])),
        NOW + timedelta(seconds=last) if last is not None else None,
        draw(st.sampled_from([float(DAY), 6 * 3600.0, 7.0 * DAY])),
        draw(st.sampled_from(WINDOWS)),
    )


@st.composite
def cases(draw):
    count = draw(st.integers(0, 25))
    return [draw(wanted(n)) for n in range(count)], draw(st.integers(1, 6)), draw(st.integers(1, 3))


@settings(max_examples=150, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_of_every_plan(case, chance):
    sites, workers, per_network = case
    horizon = timedelta(hours=30)
    made = plan(sites, workers=workers, now=NOW, horizon=horizon, per_network=per_network)
    shuffled = chance.sample(sites, len(sites))
    assert made == plan(shuffled, workers=workers, now=NOW, horizon=horizon, per_network=per_network)
    by_name = {one.site: one for one in sites}
    used = defaultdict(list)
    for turn in made.turns:
        one = by_name[turn.site]
        end = turn.start + timedelta(seconds=turn.seconds)
        assert NOW <= turn.start < NOW + horizon
        for what in (f"worker {turn.worker}", f"host {one.host}", f"site {one.site}"):
            used[what].append((turn.start, end))
        used[f"network {one.network or one.host}"].append((turn.start, end))
        assert 0 <= turn.worker < workers
        if one.window is not None:
            opens, closes = one.window
            here = turn.start.astimezone(ICT)
            opened = here.replace(hour=opens.hour, minute=opens.minute, second=0, microsecond=0)
            opened -= timedelta(days=opened > here)
            length = timedelta(
                seconds=(closes.hour * 3600 + closes.minute * 60 - opens.hour * 3600 - opens.minute * 60) % DAY
            )
            assert end.astimezone(ICT) <= opened + length + timedelta(milliseconds=1)
    tick = timedelta(microseconds=2)  # of the clock that seconds are rounded to
    for what, spans in used.items():
        if what.startswith("network"):
            edges = sorted([(a, 1) for a, b in spans if a < b] + [(b - tick, -1) for a, b in spans if a < b])
            together = 0
            for _, step in edges:
                together += step
                assert together <= per_network, what
        else:
            assert all(one[1] <= other[0] + tick for one, other in pairwise(sorted(spans))), what
    # Nobody who could go stood idle: whoever is left had no place for want of workers, host, network or window.
    gone = {turn.site for turn in made.turns}
    for site, _ in made.left:
        assert site in by_name
    for one in sites:
        due = one.last + timedelta(seconds=one.every) if one.last else NOW - timedelta(days=1)
        if one.site not in gone and due < NOW - timedelta(seconds=one.every / 4):
            assert one.site in dict(made.left), one


@settings(max_examples=100, deadline=None)
@given(cases())
def test_late_ones_first_and_no_worker_idle_while_one_could_go(case):
    """At the first moment, where all that is late may go: an exhaustive choice by deadline is the truth."""
    sites, workers, per_network = case
    sites = [
        Wanted(one.site, one.host, one.network, max(one.seconds, 1.0), one.last and one.last - timedelta(days=30))
        for one in sites
    ]
    made = plan(sites, workers=workers, now=NOW, horizon=timedelta(hours=2), per_network=per_network)
    chosen, hosts, networks = [], set(), Counter()

    for one in sorted(sites, key=lambda one: (one.last or NOW - timedelta(days=999), one.site)):
        network = one.network or one.host
        if len(chosen) < workers and one.host not in hosts and networks[network] < per_network:
            chosen.append(one.site)
            hosts.add(one.host)
            networks[network] += 1
    assert {turn.site for turn in made.turns if turn.start == NOW} == set(chosen)


def test_a_night_is_filled_evenly_and_looks_like_the_night_before():
    sites = [Wanted(f"s{n}", f"h{n}.example", seconds=60, window=(time(0), time(6))) for n in range(3000)]
    evening = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)  # 23:00 in Vietnam
    yesterday = {turn.site: turn for turn in plan(
        [Wanted(s.site, s.host, seconds=60, window=s.window, last=evening - timedelta(hours=20)) for s in sites],
        workers=40, now=evening, horizon=timedelta(hours=12),
    ).turns}  # fmt: skip
    hours = Counter(turn.start.astimezone(ICT).hour for turn in yesterday.values())
    assert set(hours) == set(range(6))
    assert max(hours.values()) < 1.2 * min(hours.values())
    today = plan(
        [Wanted(s.site, s.host, seconds=60, window=s.window, last=yesterday[s.site].start) for s in sites],
        workers=40, now=evening + timedelta(days=1), horizon=timedelta(hours=12),
    )  # fmt: skip
    assert not today.left
    apart = [abs(turn.start - yesterday[turn.site].start - timedelta(days=1)) for turn in today.turns]
    assert max(apart) < timedelta(minutes=2)


def test_whoever_found_no_place_is_first_the_next_night():
    sites = [Wanted(f"s{n:02d}", f"h{n}.example", seconds=3600, window=(time(0), time(4))) for n in range(30)]
    last, gone = {}, Counter()
    evening = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    for night in range(
        12
    ):  # 2 workers × 4 runs a night for 30 sites: each has its turn every fourth night at the latest
        now = evening + timedelta(days=night)
        made = plan(
            [Wanted(s.site, s.host, seconds=3600, window=s.window, last=last.get(s.site)) for s in sites],
            workers=2, now=now, horizon=timedelta(hours=12),
        )  # fmt: skip
        assert len(made.turns) + len(made.left) == 30  # who goes, and who is told that there was no place
        for turn in made.turns:
            last[turn.site] = turn.start
            gone[turn.site] += 1
    assert set(gone) == {s.site for s in sites}
    assert max(gone.values()) - min(gone.values()) <= 1


@pytest.mark.parametrize(
    ("sites", "given", "words"),
    [
        ([Wanted("a", "a"), Wanted("a", "b")], {}, "stands in the plan twice"),
        ([Wanted("a", "a", every=0)], {}, "a cadence of 0 s"),
        ([], {"workers": 0}, "at least one"),
    ],
)
def test_what_makes_no_sense_is_refused(sites, given, words):
    with pytest.raises(UsageError, match=words):
        plan(sites, **({"workers": 1, "now": NOW, "horizon": timedelta(hours=1)} | given))


def test_twenty_thousand_sites_take_seconds():
    chance = random.Random(3)
    sites = [
        Wanted(
            f"s{n}",
            f"h{n if chance.random() < 0.9 else chance.randrange(100)}.example",
            network_of(f"203.{chance.randrange(8)}.{chance.randrange(256)}.7"),
            chance.expovariate(1 / 300),
            NOW - timedelta(hours=chance.uniform(1, 60)),
            window=(time(20), time(6)),
        )
        for n in range(20_000)
    ]
    began = clock.process_time()
    made = plan(sites, workers=400, now=NOW, horizon=timedelta(hours=24))
    assert clock.process_time() - began < 20  # some 0.5 s on an idle core; the bound is for a busy one
    gone = {turn.site for turn in made.turns}
    late = {one.site for one in sites if NOW - one.last > timedelta(hours=31)}
    assert late <= gone | {site for site, _ in made.left}
    assert len(made.left) < 200
