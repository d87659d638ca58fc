"""Alarms, simulated: a hundred ordinary nights of quite different sites, and two dozen ways in which a site breaks.

The sites are drawn by a seeded generator with what real ones do on ordinary nights: weekends and Tết without news,
batches, a night without an answer, a page taken down, edits, a short notice now and then, a certificate renewed.
"""

from __future__ import annotations

import random
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from archiver.errors import Exit
from archiver.running import (
    Alarm,
    Certificate,
    Changes,
    Disk,
    Failure,
    Fill,
    ListingWalk,
    ReaderHealth,
    Requests,
    Robots,
    RunReport,
)
from archiver.running.alarms import CHECKS, CODES, conclude, judge
from archiver.running.checks import selector_silent
from archiver.running.pace import nights, pace, quiet
from archiver.running.usual import fallen

URL = "https://sonoivu.example/"
FIELDS = {  # share of articles that have it, and how much that differs from night to night
    "title": 1.0,
    "body": 0.995,
    "published": 0.97,
    "byline": 0.7,
    "lead": 0.55,
    "category": 0.9,
    "attachments": 0.25,
    "images": 0.6,
}


@dataclass
class Department:
    """A site with its habits."""

    a_week: float
    listings: int
    reread: int
    seed: int
    start: date = date(2026, 1, 20)

    def __post_init__(self):
        self.dice = random.Random(self.seed)
        self.rarely = random.Random(-self.seed)  # its own, so that what is added here leaves the other nights alone
        self.known = 0
        self.free = 200 * 2**30
        self.ends = self.start + timedelta(days=70)

    def first(self) -> RunReport:
        self.known = self.dice.randint(150, 900)
        return self._report(self.start, new=self.known, read=self.known, edited=0, vanished=0, pages=30)

    def ordinary(self, night: int) -> RunReport:
        day = self.start + timedelta(days=night)
        dice = self.dice
        if dice.random() < 0.02:  # a night without an answer
            return replace(
                self._report(day, new=0, read=0, edited=0, vanished=0, pages=0),
                stopped_by="unreachable",
                exit_code=5,
                listings=[],
                fields={},
                robots=[],
                certificates=[],
            )
        new = 0
        if not quiet(day):
            rate = self.a_week * (0.19 if day.weekday() < 5 else 0.025)
            new = _poisson(dice, dice.gammavariate(3, rate / 3))
            if dice.random() < 0.01:  # somebody puts up a month's papers at once
                new += dice.randint(3, 12)
        read = new + dice.randint(self.reread // 2, self.reread)
        edited = sum(dice.random() < 0.03 for _ in range(read - new))
        vanished = sum(dice.random() < 0.004 for _ in range(read - new))
        self.known += new
        return self._report(day, new=new, read=read, edited=edited, vanished=vanished, pages=1)

    def _report(self, day: date, *, new: int, read: int, edited: int, vanished: int, pages: int) -> RunReport:
        dice = self.dice
        at = datetime(day.year, day.month, day.day, 18, 30, tzinfo=UTC) + timedelta(minutes=dice.randint(0, 30))
        if day >= self.ends - timedelta(days=28):
            self.ends += timedelta(days=62)  # renewed a month before its end
        size = dice.randint(400_000, 900_000) * (new + 1)
        self.free -= size
        listings = [
            ListingWalk(
                url=f"{URL}muc-{number}",
                pages=pages,
                items=20 * pages - (dice.randint(0, 2) if number else 0),
                new=new // self.listings,
                claims=300 + self.known if number == 0 else None,
                claims_of="items" if number == 0 else None,
                ended="known",
            )
            for number in range(self.listings)
        ]
        if self.rarely.random() < 0.02:  # the second page of a list did not come
            listings[-1] = replace(listings[-1], ended="error", detail="page 2 did not come: timeout")
        elif pages == 1 and self.rarely.random() < 0.5:  # one page beyond the known was looked at
            listings[0] = replace(listings[0], pages=2, items=2 * listings[0].items)
        failed = sum(dice.random() < 0.01 for _ in range(read))
        asked = read + len(listings) * pages
        fields = {}
        for name, share in FIELDS.items():
            tonight = share if share > 0.96 else dice.betavariate(share * 12, (1 - share) * 12)
            fields[name] = Fill(filled=sum(dice.random() < tonight for _ in range(read)), of=read)
        return RunReport(
            run=at.strftime("%Y%m%dT%H%M%SZ"),
            site="so-noi-vu",
            url=URL,
            started_at=at.isoformat(),
            finished_at=(at + timedelta(minutes=5)).isoformat(),
            pages=asked,
            requests=Requests(
                total=asked + 1,
                by_kind={"article": read - failed, "listing": len(listings) * pages, "other": dice.random() < 0.2},
                by_status={"200": asked - failed - vanished, "404": vanished, "none": failed},
            ),
            articles=Changes(new=new, edited=edited, unchanged=read - new - edited),
            articles_read=read,
            articles_known=self.known,
            vanished=vanished,
            newest=(day - timedelta(days=1)).isoformat(),
            fields=fields,
            problems={
                "year-inferred": sum(dice.random() < 0.3 for _ in range(read)),
                "published-missing": read - fields["published"].filled,
            },
            reader=ReaderHealth(
                confidence=min(1.0, dice.gauss(0.93, 0.015)) if read else None,
                body_words=round(_median_of(dice, read)) if read else None,
                identical_bodies=2 if dice.random() < 0.02 else 1,
                site_titles=0,
                selectors={
                    "title: h1.tieude": Fill(filled=read, of=read),
                    "byline: p.tacgia": Fill(filled=fields["byline"].filled, of=read),
                },
            ),
            listings=listings,
            robots=[Robots(url=URL + "robots.txt", status=200, digest="sha256:1", forbidden=dice.randint(0, 1))],
            certificates=[Certificate(host="sonoivu.example", not_after=f"{self.ends}T00:00:00+00:00")],
            failures={"timeout": Failure(count=failed, example=URL, detail="60 s")} if failed else {},
            disk=Disk(free=self.free, total=400 * 2**30, archive=size),
            settings={"min_free_disk": 200 * 2**20},
        )


def _poisson(dice: random.Random, mean: float) -> int:
    count, left = 0, dice.expovariate(1.0)
    while left < mean:
        count += 1
        left += dice.expovariate(1.0)
    return count


def _median_of(dice: random.Random, read: int) -> float:
    words = sorted(dice.lognormvariate(6, 0.5) for _ in range(read))
    return words[len(words) // 2]


SITES = {
    "a city newspaper's pace": (60, 6, 20),
    "a busy department": (20, 4, 10),
    "a department": (7, 3, 8),
    "a small department": (2, 2, 6),
    "a council that writes once a month": (0.25, 1, 8),
}


def live(site: Department, nights: int) -> list[RunReport]:
    """So many ordinary nights after the first, each judged by those before it."""
    history = [conclude(site.first(), [])]
    for number in range(1, nights + 1):
        history.append(conclude(site.ordinary(number), history))
    return history


@pytest.mark.parametrize("name", SITES)
def test_a_hundred_ordinary_nights_bring_at_most_one_false_alarm(name):
    seeds = (1, 2, 3)
    false = Counter(
        (alarm.code, alarm.seen, alarm.usual)
        for seed in seeds
        for report in live(Department(*SITES[name], seed=seed), 100)
        for alarm in report.alarms
    )
    assert false.total() <= len(seeds), false


# --- twenty-odd ways to break ---------------------------------------------------------------------------------------


def lose(*names):
    def broken(report: RunReport, _night: int) -> RunReport:
        return replace(
            report, fields={n: Fill(filled=0 if n in names else f.filled, of=f.of) for n, f in report.fields.items()}
        )

    return broken


def all_new(report: RunReport, night: int) -> RunReport:
    if night:
        return report
    return replace(
        report, articles=replace(report.articles, new=report.articles_known), articles_known=report.articles_known * 2
    )


def listings(**changes):
    return lambda report, _night: replace(report, listings=[replace(walk, **changes) for walk in report.listings])


def reader(**changes):
    return lambda report, _night: replace(report, reader=replace(report.reader, **changes))


def kinds(kind):
    def broken(report, _night):
        by_kind = {"listing": report.requests.by_kind["listing"], kind: report.articles_read}
        return replace(report, requests=replace(report.requests, by_kind=by_kind))

    return broken


def statuses(status):
    def broken(report, _night):
        asked = report.requests.total
        return replace(report, requests=replace(report.requests, by_status={status: asked - 1, "200": 1}))

    return broken


def down(report, _night):
    return replace(report, stopped_by="unreachable", exit_code=5, pages=0, articles=Changes(), fields={}, listings=[])


BREAKAGES = {
    "titles are gone": (lose("title"), "field-fell"),
    "bodies are gone": (lose("body"), "field-fell"),
    "dates are gone": (lose("published"), "field-fell"),
    "sections are gone": (lose("category"), "field-fell"),
    "titles are the site's name": (
        lambda r, _: replace(r, reader=replace(r.reader, site_titles=r.articles_read)),
        "site-titles",
    ),
    "every body is the same cookie notice": (
        lambda r, _: replace(r, reader=replace(r.reader, identical_bodies=r.articles_read)),
        "identical-bodies",
    ),
    "bodies are cut after the lead": (reader(body_words=30), "body-shrunk"),
    "the reader doubts what the pages are": (reader(confidence=0.5), "confidence-fell"),
    "a profile's selector matches nothing": (
        reader(selectors={"title: h1.tieude": Fill(filled=0, of=6), "byline: p.tacgia": Fill(filled=0, of=6)}),
        "selector-silent",
    ),
    "listings are empty (they need a script now)": (listings(items=0), "listing-shrunk"),
    "listings show four items only": (listings(items=4), "listing-shrunk"),
    "a listing has moved": (
        lambda r, _: replace(r, listings=r.listings[1:]),
        "listing-lost",
    ),
    "the next page of every list answers 404": (
        listings(pages=1, items=20, ended="last-page", detail="the next page answered 404 (error)"),
        "listing-cut",
    ),
    "the next page of every list does not come": (
        listings(pages=1, items=20, ended="error", detail="page 2 did not come: timeout"),
        "listing-cut",
    ),
    "half of the archive was taken down": (listings(claims=120), "listing-claims"),
    "known articles answer 404": (
        lambda r, _: replace(r, vanished=max(5, r.articles_read), vanished_examples=[URL + "1"]),
        "vanished",
    ),
    "a counter in the text makes every article new again": (
        lambda r, _: replace(
            r, articles=replace(r.articles, edited=max(4, r.articles_read - r.articles.new), unchanged=0)
        ),
        "edited-together",
    ),
    "every address has changed": (all_new, "flood"),
    "letters are garbled": (
        lambda r, _: replace(r, problems={**r.problems, "garbled": r.articles_read}),
        "doubts-rose",
    ),
    "a login page stands before everything": (kinds("login"), "wrong-pages"),
    "'not found' comes with status 200": (kinds("soft-404"), "wrong-pages"),
    "articles are not known for articles": (kinds("other"), "wrong-pages"),
    "a firewall refuses us": (statuses("403"), "refused"),
    "we are told to slow down": (statuses("429"), "refused"),
    "most requests time out": (
        lambda r, _: replace(r, failures={"timeout": Failure(count=r.requests.total - 1, example=URL, detail="60 s")}),
        "failing",
    ),
    "the site is down": (down, "unreachable"),
    "robots.txt shuts us out": (
        lambda r, _: replace(r, robots=[replace(r.robots[0], digest="sha256:2", forbidden=40)]),
        "robots-changed",
    ),
    "robots.txt answers 500": (
        lambda r, _: replace(r, robots=[replace(r.robots[0], digest=None, status=500)]),
        "robots-changed",
    ),
    "the certificate does not hold": (
        lambda r, _: replace(r, certificates=[Certificate(host="sonoivu.example", error="expired")]),
        "certificate",
    ),
    "the certificate ends the day after tomorrow": (
        lambda r, _: replace(
            r,
            certificates=[
                Certificate(
                    host="sonoivu.example",
                    not_after=(datetime.fromisoformat(r.started_at) + timedelta(days=2)).isoformat(),
                )
            ],
        ),
        "certificate",
    ),
    "the disk fills": (
        lambda r, night: replace(r, disk=replace(r.disk, free=(2 - night) * 2**30)),
        "disk-filling",
    ),
    "day and month change places": (lambda r, _: replace(r, newest="2031-12-11"), "future"),
}


def break_it(site: Department, history: list[RunReport], broken) -> list[set[str]]:
    """Three nights that answer, broken; the codes of each night's alarms."""
    history, codes, number = list(history), [], 0
    night = 100
    while len(codes) < 2:
        night += 1
        report = site.ordinary(night)
        if report.stopped_by == "unreachable":
            continue
        history.append(conclude(broken(report, number), history))
        codes.append({alarm.code for alarm in history[-1].alarms})
        number += 1
    return codes


@pytest.mark.parametrize("name", SITES)
def test_every_breakage_is_found_in_its_first_or_second_night(name):
    missed = {}
    site = Department(*SITES[name], seed=5)
    history = live(site, 99)
    for breakage, (broken, code) in BREAKAGES.items():
        codes = break_it(deepcopy(site), history, broken)
        if code not in set.union(*codes):
            missed[breakage] = codes
    assert missed == {}


@pytest.mark.parametrize(("a_week", "days"), [(60, 1), (20, 4), (7, 10), (2, 35)])
def test_silence_is_heard_the_sooner_the_more_a_site_writes(a_week, days):
    site = Department(a_week, 1, 6, seed=7)
    history = live(site, 120)
    heard = None
    for silent in range(1, days * 2 + 4):
        report = site.ordinary(120 + silent)
        history.append(conclude(replace(report, articles=replace(report.articles, new=0)), history))
        if heard is None and any(alarm.code == "silence" for alarm in history[-1].alarms):
            heard = silent
    assert heard is not None
    assert heard <= days + 3, heard


def test_silence_over_tet_is_no_alarm_and_silence_after_it_is():
    site = Department(20, 2, 6, seed=3, start=date(2025, 9, 1))
    history = live(site, 168)  # to 16 February 2026, the last day before Tết
    assert (site.start + timedelta(days=168)).isoformat() == "2026-02-16"
    heard = {}
    for number in range(169, 190):
        report = site.ordinary(number)
        history.append(conclude(replace(report, articles=replace(report.articles, new=0)), history))
        heard[(site.start + timedelta(days=number)).isoformat()] = [a.code for a in history[-1].alarms]
    assert all("silence" not in codes for day, codes in heard.items() if day <= "2026-02-26"), heard
    assert "silence" in heard["2026-03-08"]


def test_the_days_of_tet_are_quiet_in_every_year():
    first_days = {  # the first day of the lunar year, as the office of the almanac gave them
        2013: "02-10", 2014: "01-31", 2015: "02-19", 2016: "02-08", 2017: "01-28", 2018: "02-16", 2019: "02-05",
        2020: "01-25", 2021: "02-12", 2022: "02-01", 2023: "01-22", 2024: "02-10", 2025: "01-29", 2026: "02-17",
        2027: "02-06", 2028: "01-26", 2029: "02-13", 2030: "02-02",
    }  # fmt: skip
    for year, day in first_days.items():
        new_year = date.fromisoformat(f"{year}-{day}")
        assert all(quiet(new_year + timedelta(days=step)) for step in range(-6, 7)), year
        assert not any(quiet(new_year + timedelta(days=step)) for step in (-12, 12, 20)), year


@pytest.mark.parametrize(
    ("hours", "codes"),
    [(0, []), (24, []), (0.4, []), (-24, ["clock"]), (-24 * 3650, ["clock"])],
)
def test_a_clock_that_was_set_back_is_told_once(hours, codes):
    site = Department(7, 3, 8, seed=13)
    history = live(site, 20)
    began = datetime.fromisoformat(history[-1].started_at) + timedelta(hours=hours)
    told = []
    for number in (21, 22):
        one = site.ordinary(number)
        began += timedelta(days=number - 21)
        at = {"started_at": began.isoformat(), "finished_at": (began + timedelta(seconds=one.seconds)).isoformat()}
        history.append(conclude(replace(one, **at), history))
        told.append([alarm.code for alarm in history[-1].alarms if alarm.code == "clock"])
    assert told == [codes, []]


@pytest.mark.parametrize(("days", "severities"), [(1, []), (6, []), (29, []), (40, ["warning"]), (3650, ["warning"])])
def test_a_clock_that_leapt_ahead_or_a_month_without_a_run_is_a_warning(days, severities):
    site = Department(7, 3, 8, seed=13)
    history = live(site, 20)
    began = datetime.fromisoformat(history[-1].started_at) + timedelta(days=days)
    one = replace(
        site.ordinary(21), started_at=began.isoformat(), finished_at=(began + timedelta(minutes=5)).isoformat()
    )
    said = [alarm for alarm in judge(replace(one, seconds=300), history) if alarm.code == "clock"]
    assert [alarm.severity for alarm in said] == severities


@pytest.mark.parametrize(
    ("walks", "nights"),
    [
        ([{"pages": 1, "items": 9, "ended": "last-page"}] * 2, [0, 0]),  # it had two pages, eleven items
        ([{"pages": 1, "items": 9, "ended": "error"}, {"ended": "known"}], [0, 0]),  # once is every server's right
        ([{"pages": 1, "items": 9, "ended": "error"}] * 2, [0, 1]),
    ],
)
def test_a_list_that_lost_an_item_is_not_cut_and_one_page_that_did_not_come_is_no_alarm(walks, nights):
    site = Department(7, 1, 8, seed=13)
    short = [
        listings(pages=1 + n % 2, items=(9, 11)[n % 2], claims=None, detail="")(site.ordinary(n), n) for n in range(9)
    ]
    history = [replace(one, started_at=f"2026-01-{n + 1:02}T18:00:00+00:00") for n, one in enumerate(short)]
    told = []
    for changes in walks:
        one = listings(**changes)(history[-1], 0)
        history.append(conclude(replace(one, run=one.run + "0"), history))
        told.append(sum(alarm.code == "listing-cut" for alarm in history[-1].alarms))
    assert told == nights


@pytest.mark.parametrize(("pages", "codes"), [(2, ["listing-cut"]), (3, [])])
def test_the_empty_page_that_ends_a_list_does_not_count_as_one_of_it(pages, codes):
    site = Department(7, 1, 8, seed=13)
    history = [listings(pages=3, items=15, claims=None, ended="known")(site.ordinary(n), n) for n in range(9)]
    one = listings(pages=pages, items=5, ended="empty", claims=None, detail=f"page {pages} has no items")
    said = judge(one(site.ordinary(10), 0), [past for past in history if past.pages])
    assert [alarm.code for alarm in said if alarm.code == "listing-cut"] == codes


@pytest.mark.parametrize(("next_page", "codes"), [("muc-0?page=2", []), ("muc-0", ["listing-cut"])])
def test_a_list_whose_further_pages_were_walked_apart_is_not_cut(next_page, codes):
    site = Department(7, 1, 8, seed=13)
    history = [listings(pages=3, claims=None)(site.ordinary(n), n) for n in range(9)]
    history = [one for one in history if one.pages]
    loop = listings(
        pages=1, ended="loop", items=20, claims=None, detail=f"the next page was read already: {URL}{next_page}"
    )
    one = loop(site.ordinary(10), 0)
    one = replace(
        one, listings=[*one.listings, ListingWalk(url=f"{URL}muc-0?page=2", pages=2, items=9, ended="last-page")]
    )
    assert [alarm.code for alarm in judge(one, history) if alarm.code == "listing-cut"] == codes


def test_of_a_certificate_that_never_held_it_is_not_said_that_it_did():
    site = Department(7, 1, 8, seed=13)
    bad = replace(site.ordinary(0), certificates=[Certificate(host="a.vn", not_after=None, error="it has ended")])
    [alarm] = [alarm for alarm in judge(bad, []) if alarm.code == "certificate"]
    assert alarm.usual == ""


@pytest.mark.parametrize(("minutes", "codes"), [(0, []), (5, []), (60, ["clock"]), (-60, ["clock"])])
def test_a_clock_that_was_set_during_a_run_is_told(minutes, codes):
    one = Department(7, 3, 8, seed=13).first()
    ended = datetime.fromisoformat(one.started_at) + timedelta(seconds=one.seconds, minutes=minutes)
    report = conclude(replace(one, finished_at=ended.isoformat()), [])
    assert [alarm.code for alarm in report.alarms] == codes


def test_silence_is_heard_though_a_run_of_a_clock_that_ran_ahead_stands_among_the_others():
    site = Department(60, 1, 6, seed=7)
    history = live(site, 60)
    history.append(replace(site.ordinary(61), run=history[-1].run + "0", started_at="2036-01-01T00:00:00Z"))
    heard = set()
    for number in range(62, 70):
        report = site.ordinary(number)
        history.append(conclude(replace(report, articles=replace(report.articles, new=0)), history))
        heard |= {alarm.code for alarm in history[-1].alarms}
    assert "silence" in heard


def test_an_alarm_stays_until_the_site_is_mended_and_then_goes():
    site = Department(7, 3, 8, seed=11)
    history = live(site, 60)
    for number in range(61, 75):
        history.append(conclude(lose("title")(site.ordinary(number), 0), history))
    loud = [r for r in history[62:] if r.stopped_by == "finished"]
    assert all("field-fell" in {alarm.code for alarm in report.alarms} for report in loud)
    mended = conclude(site.ordinary(75), history)
    assert mended.alarms == []


def test_accepting_a_new_way_makes_it_the_usual_one_from_that_day():
    site = Department(7, 3, 8, seed=12)
    history = live(site, 60)
    broken = listings(items=4)
    for number in range(61, 66):
        history.append(conclude(broken(site.ordinary(number), 0), history))
    assert "listing-shrunk" in {alarm.code for alarm in history[-1].alarms}
    accepted = {"listing-shrunk": site.start + timedelta(days=61)}
    for number in range(66, 70):
        history.append(conclude(broken(site.ordinary(number), 0), history, accepted=accepted))
    assert history[-1].alarms == []


def test_the_first_run_of_an_empty_site_is_an_alarm_with_its_cure():
    report = replace(
        Department(7, 1, 6, seed=1).first(), pages=41, articles_read=0, articles_known=0, articles=Changes(), fields={}
    )
    concluded = conclude(report, [])
    assert concluded.exit_code == Exit.ALARM
    assert concluded.message.startswith(
        "so-noi-vu: 0 articles from 41 pages. The site may have changed. See: archiver doctor so-noi-vu"
    )


def test_a_worse_end_keeps_its_own_code_and_message():
    site = Department(7, 3, 8, seed=2)
    history = live(site, 30)
    report = replace(lose("title")(site.ordinary(31), 0), exit_code=6, message="disk full")
    concluded = conclude(report, history)
    assert (concluded.exit_code, concluded.message) == (6, "disk full")
    assert concluded.alarms


def test_every_alarm_says_what_was_seen_what_was_usual_and_what_to_do():
    site = Department(20, 4, 10, seed=4)
    history = live(site, 99)
    nights = [report for number in range(100, 110) if (report := site.ordinary(number)).pages]
    raised: dict[str, Alarm] = {}
    for broken, _ in BREAKAGES.values():
        first = broken(nights[0], 0)
        for alarm in (*judge(first, history), *judge(broken(nights[1], 1), [*history, first])):
            raised[alarm.code] = alarm
    assert {code for _, code in BREAKAGES.values()} <= raised.keys()
    for alarm in raised.values():
        assert alarm.seen, alarm
        assert alarm.usual, alarm
        assert alarm.next, alarm


@pytest.mark.parametrize(
    ("tonight", "raised"),
    [([(0, 3), (0, 6)], True), ([(0, 3), (1, 6)], False), ([(0, 2), (0, 6)], False), ([(0, 3)], False)],
)
def test_twice_in_a_row_what_no_night_ever_saw_is_told_even_of_an_uneven_site(tonight, raised):
    uneven = [(1 + night % 5, 5) for night in range(40)]
    assert fallen([Fill(filled=a, of=b) for a, b in tonight], [Fill(filled=a, of=b) for a, b in uneven]) == raised


@pytest.mark.parametrize(
    ("highest", "tonight", "raised"),
    [(1, [3, 3], True), (1, [3], False), (1, [3, 2], False), (3, [3, 3], False)],
)
def test_pages_of_a_wrong_kind_are_told_by_two_nights_that_are_far_above_every_other(highest, tonight, raised):
    site, history = Department(2, 2, 6, seed=13), []
    usual = [(night % 3) // 2 * highest for night in range(40)]
    for night, seen in enumerate([*usual, *tonight]):
        one = site.ordinary(night)
        requests = replace(one.requests, by_kind={"other": seen})
        one = replace(one, pages=5, requests=requests, stopped_by="finished", alarms=[])
        history.append(one if night < 40 else conclude(one, history))
    assert ("wrong-pages" in {alarm.code for alarm in history[-1].alarms}) == raised


def test_every_check_has_a_code_of_its_own_and_a_row_in_the_handbook():
    assert len(set(CODES)) == len(CHECKS)
    handbook = (Path(__file__).parents[1] / "docs" / "ops.md").read_text("utf-8")
    assert [code for code in CODES if f"| `{code}` |" not in handbook] == []


def test_pace_leaves_out_the_first_run_backlogs_and_nights_without_an_answer():
    site = Department(20, 3, 8, seed=9)
    history = live(site, 60)
    told = nights(history)
    assert max(night.new for night in told) < 30
    assert sum(len(night.days) for night in told) == 60
    usual = pace(told, told[-1].last)
    assert 12 < sum(usual.weekdays) < 30
    assert usual.weekdays[6] < usual.weekdays[2]


def test_a_selector_that_never_matched_is_an_alarm_on_the_first_night_too():
    night = RunReport(run="20261125T000000Z", site="so-a", url=URL, started_at="2026-11-25T00:00:00Z", finished_at="")
    tried = {
        "so-a:1 title": Fill(filled=0, of=9),
        "so-a:1 lead": Fill(filled=1, of=9),
        "so-a:1 tags": Fill(filled=0, of=4),
    }
    night = replace(night, pages=9, articles_read=9, reader=ReaderHealth(selectors=tried))
    assert [one.seen for one in selector_silent(night, [])] == ["'so-a:1 title' matched on 0 of 9 pages, and never did"]
    once = replace(night, reader=ReaderHealth(selectors={"so-a:1 title": Fill(filled=3, of=3)}))
    assert [one.seen for one in selector_silent(night, [once])] == []
