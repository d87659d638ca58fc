"""Each check looks at this run beside the usual ones before it, and says what it sees. Pure.

Where a check is of a share that must not rise or fall, it is a row: what is counted, from where on it is much, what is
said. The others are functions. `alarms.CHECKS` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from math import prod
from pathlib import Path
from statistics import mean, median
from typing import Literal, TypedDict

from archiver.keeping.mend import FILE_GONE
from archiver.running.chance import count_at_least, count_at_most, share_at_least
from archiver.running.pace import day_of, nights, pace
from archiver.running.report import Failure, Fill, ListingWalk, RunReport
from archiver.running.usual import (
    GIVEN_UP,
    MEMORY,
    RARE,
    VERY_RARE,
    Rise,
    fallen,
    finished,
    rises,
    runs_of,
    summed,
    tonight,
)
from archiver.walking.schedule import LISTINGS_A_RUN
from archiver.walking.turning import TO_THE_END

BAD_KINDS = ("login", "error", "soft-404")
REFUSALS = ("401", "403", "407", "429", "451")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a check has to say; `alarms.judge` makes an alarm of it."""

    seen: str
    """What this run saw."""
    usual: str = ""
    """What was usual; empty where nothing is known."""
    examples: Sequence[str] = ()
    """Addresses, at most five."""
    next: str = ""
    """What to do."""
    severity: Literal["alarm", "warning"] = "alarm"
    """As `Alarm.severity`."""


Look = Callable[[RunReport, Sequence[RunReport]], Iterator[Seen]]


class Limits(TypedDict, total=False):
    """From where on a share is much: as `usual.rises` takes them."""

    least: int
    above: float
    many: int | None
    record: bool
    chance: float


@dataclass(frozen=True, slots=True)
class Rising:
    """A check of shares that should stay small."""

    what: str
    """What it is about, in a sentence."""
    share: Callable[[RunReport, str], tuple[int, int]]
    """So many of so many, of a run and one of `names`."""
    _: KW_ONLY
    seen: str
    """What is said; of {name}, {part}, {whole}, {runs}."""
    next: Callable[[RunReport], str]
    """What to do."""
    names: Callable[[RunReport], Iterable[str]] = lambda _: ("",)
    """What is counted apart."""
    examples: Callable[[RunReport, str], Sequence[str]] = lambda _run, _name: ()
    """Addresses of a run."""
    why: Callable[[RunReport], str] = lambda _: ""
    """Added to `seen`."""
    limits: Limits = field(default_factory=Limits)
    """From where on it is much."""

    def __call__(self, report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
        """What rose by more than chance would have it."""
        for name in sorted(self.names(report)):
            for rise in rises(report, past, lambda one, name=name: self.share(one, name), **self.limits):  # type: ignore[misc]
                yield Seen(
                    seen=self.seen.format(name=name, part=rise.part, whole=rise.whole, runs=runs_of(rise.now))
                    + self.why(report),
                    usual=rise.usual,
                    examples=[url for one in rise.now for url in self.examples(one, name)][:5],
                    next=self.next(report),
                )


@dataclass(frozen=True, slots=True)
class Falling:
    """A check of shares that should stay large."""

    what: str
    """What it is about, in a sentence."""
    fills: Callable[[RunReport], Mapping[str, Fill]]
    """The shares of a run, by name."""
    _: KW_ONLY
    seen: str
    """What is said; of {name}, {part}, {whole}, {runs}."""
    next: Callable[[RunReport], str]
    """What to do."""
    examples: Callable[[RunReport, str], Sequence[str]] = lambda _run, _name: ()
    """Addresses of a run."""

    def __call__(self, report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
        """What fell by more than chance would have it."""
        for name in sorted({name for one in (report, *past[-3:]) for name in self.fills(one)}):
            for now, usual in tonight(report, past):
                there = [self.fills(one)[name] for one in usual if name in self.fills(one)]
                here = [self.fills(one)[name] for one in now if name in self.fills(one)]
                if fallen(here, there):
                    found, before = summed(here), summed(there)
                    yield Seen(
                        seen=self.seen.format(name=name, part=found.filled, whole=found.of, runs=runs_of(now)),
                        usual=f"{before.filled} of {before.of}",
                        examples=[url for one in now for url in self.examples(one, name)][:5],
                        next=self.next(report),
                    )
                    break


def _doctor(report: RunReport) -> str:
    return f"See: archiver doctor {report.site}"


def _heal(report: RunReport) -> str:
    return (
        f"The captures are kept. See: archiver doctor {report.site}; once a profile is mended, archiver reextract"
        f" {report.site} heals the records"
    )


# --- is there anything at all ---------------------------------------------------------------------------------------


def nothing(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """Pages were read, and the archive still holds no article."""
    enough = report.stopped_by == "finished" or report.pages >= 30  # a first look of five pages proves nothing
    if report.pages and enough and not report.articles_known and not report.articles_read:
        yield Seen(
            seen=f"0 articles from {report.pages} pages",
            examples=[report.url],
            next=f"The site may have changed. {_doctor(report)}",
        )


def login_wall(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """What the site shows is a login page: to everybody, or to us."""
    logins = report.requests.by_kind.get("login", 0)
    if report.stopped_by in GIVEN_UP or not logins or logins * 2 < report.pages:
        return
    open_before = any(one.articles_read or one.articles.unchanged for one in past)
    yield Seen(
        seen=f"{logins} of {max(logins, report.pages)} pages ask for a login: the site is closed",
        usual="open to everybody" if open_before else "",
        examples=[report.url],
        next=f"Open {report.url} in a browser; if it is meant to be public, write to the webmaster",
    )


def unreachable(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """The site did not answer for the second run in a row; one night is every server's right."""
    if report.stopped_by != "unreachable" or not past or past[-1].stopped_by != "unreachable":
        return
    reached = [one for one in past if one.stopped_by not in GIVEN_UP]
    since = f"last reached {day_of(reached[-1]):%d/%m/%Y}" if reached else "never reached"
    example = next(iter(report.failures.values()), None)
    yield Seen(
        seen=f"no answer for two runs, {since}" + (f": {example.detail}" if example and example.detail else ""),
        usual="answers" if reached else "",
        examples=[example.example] if example else [report.url],
        next=_doctor(report),
    )


def silence(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """No new article, or far fewer than usual for these weekdays and this season."""
    if report.stopped_by in GIVEN_UP:
        return
    told = nights([*past, report])
    if len(told) < 8 or told[-1].last != day_of(report):
        return
    before = told[:-1]
    since = 0
    while since < len(told) and told[-1 - since].new == 0:
        since += 1
    usual = pace(before[: len(before) - max(0, since - 1)], told[-1].last)
    if usual.days < 14:
        return
    silent = [day for night in told[len(told) - since :] for day in night.days]
    expected = usual.expected(silent)
    a_week = sum(usual.weekdays)
    if silent and count_at_most(0, expected, usual.size_over(len(silent))) < RARE * 10:
        yield Seen(
            seen=f"no new article in {len(silent)} day(s)",
            usual=f"{expected:.1f} over these days; {a_week:.1f} a week",
            examples=[report.url],
            next=_doctor(report),
        )
        return
    week = [night for night in told if night.last > told[-1].last - timedelta(days=7)]
    days = [day for night in week for day in night.days]
    new, expected = sum(night.new for night in week), usual.expected(days)
    if count_at_most(new, expected, usual.size_over(len(days))) < RARE:
        yield Seen(
            seen=f"{new} new article(s) in {len(days)} days",
            usual=f"{expected:.1f} over these days; {a_week:.1f} a week",
            examples=[report.url],
            next=_doctor(report),
        )


def flood(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """So many first sights at once that the addresses must have changed, or the walk fell into a trap."""
    usual = finished(past)
    if len(usual) < 3 or usual[-1].queued or report.full:
        return
    known = usual[-1].articles_known
    new = report.articles.new
    told = nights(usual)
    mean_new = mean([night.new / len(night.days) for night in told]) if told else 0.0
    days = max(1, (day_of(report) - day_of(usual[-1])).days)
    if new >= max(30, known / 4) and count_at_least(new, max(1.0, mean_new * days), 1.0) < RARE:
        yield Seen(
            seen=f"{new} new articles at once, {known} were known",
            usual=f"{mean_new:.1f} a day",
            next=f"Addresses may have changed, or a calendar leads astray. {_doctor(report)}",
        )


# --- listings -------------------------------------------------------------------------------------------------------


def listing_shrunk(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """A listing has far fewer items on a page than it ever had, or none."""
    if report.stopped_by in GIVEN_UP:
        return
    for walk in report.listings:
        before = [size for one in finished(past) if (size := _items_a_page(one, walk.url)) is not None]
        size = walk.items / max(1, walk.pages)
        if len(before) >= 3 and walk.ended != "signal" and size < 0.5 * min(before) and min(before) - size >= 2:
            yield Seen(
                seen=f"{size:.0f} item(s) a page in a listing",
                usual=f"{median(before):.0f} a page, never under {min(before):.0f}",
                examples=[walk.url],
                next=_doctor(report),
            )


def listing_lost(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """A listing that every run walked was not walked, though the run came to its end.

    A run that walked as many as a run walks at all had to leave some out: those were not lost.
    """
    if len(report.listings) >= LISTINGS_A_RUN:
        return
    usual = [one for one in finished(past) if one.stopped_by == "finished"][-5:]
    if report.stopped_by != "finished" or len(usual) < 3:
        return
    always = set.intersection(*({walk.url for walk in one.listings} for one in usual))
    if lost := sorted(always - {walk.url for walk in report.listings}):
        yield Seen(
            seen=f"{len(lost)} listing(s) not found any more",
            usual=f"{len(always)} walked in every run",
            examples=lost[:5],
            next=_doctor(report),
        )


RARE_TWICE = 0.01
"""Lists that broke off in two runs: each night once a month, and both by chance, is this rare and no rarer."""


def listing_cut(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """A listing that has further pages ends with its first ones: the next page is an error, empty, or not linked.

    A page that did not come at all is told when it happens twice in two runs: once is every server's right.
    """
    usual = finished(past)
    if report.stopped_by != "finished" or len(usual) < 3:
        return
    before: dict[str, list[ListingWalk]] = {}
    for walk in (walk for one in past for walk in one.listings if walk.pages):
        before.setdefault(walk.url, []).append(walk)
    # What a run that broke off had left of a list is walked as a list of its own: the first pages end where it begins.
    apart = {walk.url for walk in report.listings}
    cut = [
        walk
        for walk in report.listings
        if _cut(walk, before.get(walk.url, [])) and walk.detail.rpartition(" ")[2] not in apart - {walk.url}
    ]
    runs = [report]
    if not cut and len(_lost(usual[-1]) + _lost(report)) > 1 and _lost(report):
        runs = [usual[-1], report]
        total, of = sum(len(_lost(one)) for one in usual[:-1]), sum(len(one.listings) for one in usual[:-1])
        chances = [share_at_least(len(_lost(one)), len(one.listings), usual_filled=total, usual_of=of) for one in runs]
        never = total * 30 <= len(usual)
        cut = [walk for one in runs for walk in _lost(one)] if never or prod(chances) < RARE_TWICE else []
    if cut:
        longest = [max(other.pages for other in before.get(walk.url, [walk])) for walk in cut]
        yield Seen(
            seen=f"listings end after {cut[-1].pages} page(s) in {runs_of(runs)}"
            + (f" ({cut[-1].detail})" if cut[-1].detail else ""),
            usual=f"up to {max(longest)} pages were read",
            examples=list(dict.fromkeys(walk.url for walk in cut))[:5],
            next=f"What stands further back is not found any more. {_doctor(report)}",
        )


def _cut(walk: ListingWalk, before: Sequence[ListingWalk]) -> bool:
    """Whether *walk* came to an end of its list where all earlier ones went on."""
    return (
        walk.ended in TO_THE_END
        and 0 < 2 * _filled(walk) <= max((_filled(other) for other in before), default=0)
        and max(other.items for other in before) - walk.items >= 3  # else one that was taken down emptied a page
        and not any(other.ended in TO_THE_END and _filled(other) <= _filled(walk) for other in before)
    )


def _filled(walk: ListingWalk) -> int:
    """Pages of a list that were read, less the empty one that ended it."""
    return max(1, walk.pages - 1) if walk.ended == "empty" and walk.pages else walk.pages


def _lost(report: RunReport) -> list[ListingWalk]:
    return [walk for walk in report.listings if walk.ended == "error" and walk.pages]


def listing_claims(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """The site says that a listing holds far less than it said before."""
    for walk in report.listings:
        if walk.claims is None:
            continue
        before = [
            other.claims
            for one in finished(past)
            for other in one.listings
            if other.url == walk.url and other.claims is not None and other.claims_of == walk.claims_of
        ][-10:]
        if len(before) >= 3 and walk.claims < 0.8 * min(before) and min(before) - walk.claims >= 2:
            yield Seen(
                seen=f"the site counts {walk.claims} {walk.claims_of}",
                usual=f"{median(before):.0f}",
                examples=[walk.url],
                next=f"Articles may have been taken down together. {_doctor(report)}",
            )


def _items_a_page(report: RunReport, url: str) -> float | None:
    walks: list[ListingWalk] = [walk for walk in report.listings if walk.url == url and walk.pages]
    return walks[0].items / walks[0].pages if walks else None


# --- known articles -------------------------------------------------------------------------------------------------


vanished = Rising(
    "Known articles are gone, many together.",
    lambda one, _: (one.vanished, one.vanished + one.articles_read),
    seen="{part} known articles answered 'not found' in {runs}",
    examples=lambda one, _: one.vanished_examples,
    next=lambda one: f"Addresses may have changed; tombstones wait for a second day. {_doctor(one)}",
    limits={"least": 5, "many": 20},
)

edited_together = Rising(
    "Nearly all that was read again has changed: the template, not the articles.",
    lambda one, _: (one.articles.edited, one.articles.edited + one.articles.unchanged),
    seen="{part} of {whole} articles read again were 'edited' in {runs}",
    next=_heal,
    limits={"least": 4, "above": 0.5},
)


# --- what the reader says -------------------------------------------------------------------------------------------


field_fell = Falling(
    "A field is found in far fewer articles than before.",
    lambda one: one.fields,
    seen="{name} in {part} of {whole} articles in {runs}",
    examples=lambda one, name: [one.reader.examples[name]] if name in one.reader.examples else [],
    next=_heal,
)

_selector_fell = Falling(
    "A selector of the profile stopped matching.",
    lambda one: one.reader.selectors,
    seen="{name!r} matched on {part} of {whole} pages in {runs}",
    next=lambda one: f"The layout has probably changed: add one to the profile. {_heal(one)}",
)


def selector_silent(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """A selector of the profile stopped matching, or never matched."""
    yield from _selector_fell(report, past)
    runs = [report, *finished(past)[-10:]]
    for name, now in sorted(report.reader.selectors.items()):
        tried = summed([one.reader.selectors[name] for one in runs if name in one.reader.selectors])
        if now.of and not tried.filled and tried.of >= 5:  # also on the first night: nothing fell, it was never there
            yield Seen(
                seen=f"{name!r} matched on 0 of {tried.of} pages, and never did",
                usual="a selector that matches",
                next="It is wrong, or of another design: mend it in the profile, or leave the field out."
                f" {_heal(report)}",
            )


def confidence_fell(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """The reader is less sure than it ever was on this site."""
    usual = [one.reader.confidence for one in finished(past) if one.reader.confidence is not None and one.articles_read]
    seen = report.reader.confidence
    if seen is None or len(usual) < 5 or not report.articles_read or report.stopped_by in GIVEN_UP:
        return
    middle = mean(usual)
    spread = (sum((one - middle) ** 2 for one in usual) / (len(usual) - 1)) ** 0.5
    slack = max(0.12, 6 * spread) * (1 if report.articles_read >= 3 else 1.5)
    if seen < middle - slack and seen < min(usual):
        yield Seen(
            seen=f"the reader was {seen:.2f} sure of {report.articles_read} article(s)",
            usual=f"{middle:.2f}, never under {min(usual):.2f}",
            next=_heal(report),
        )


def body_shrunk(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """Bodies are far shorter than they ever were: a lead without its text, a notice, a login box."""
    usual_runs = finished(past)
    if not usual_runs or report.stopped_by in GIVEN_UP:
        return
    shown = [report] if report.articles_read >= 6 else [report, usual_runs[-1]]  # one short notice proves nothing
    words = [one.reader.body_words for one in usual_runs[:-1] if one.reader.body_words and one.articles_read >= 3]
    if len(words) < 5:
        return
    short = min(0.4 * median(words), 0.6 * min(words))
    seen = max((one.reader.body_words for one in shown if one.reader.body_words is not None), default=None)
    if seen is not None and seen < short and sum(one.articles_read for one in shown) >= 3:
        yield Seen(
            seen=f"half of the bodies in {runs_of(shown)} have at most {seen} words",
            usual=f"{median(words):.0f} words, never under {min(words)}",
            next=_heal(report),
        )


def identical_bodies(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """Many addresses, one text."""
    usual_runs = finished(past)
    same = report.reader.identical_bodies
    usual = max((one.reader.identical_bodies for one in usual_runs[:-1]), default=1)
    last = usual_runs[-1].reader.identical_bodies if usual_runs else 1
    again = last >= 2 and same >= 2 and same + last >= max(4, 2 * usual) and same >= 0.6 * report.articles_read
    if again or same >= max(3, 2 * usual, 0.3 * report.articles_read):
        yield Seen(
            seen=f"{same} of {report.articles_read} articles have one and the same text",
            usual=f"at most {usual}",
            examples=(report.reader.identical_example or "").split()[:5],
            next=_heal(report),
        )


def site_titles(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """Titles are the site's name."""
    bad, read = report.reader.site_titles, report.articles_read
    if not finished(past) and bad >= max(2, 0.3 * read):  # also on the first night
        rose = iter([Rise([report], bad, read, "")])
    else:
        rose = rises(report, past, lambda one: (one.reader.site_titles, one.articles_read), least=2)
    for rise in rose:
        yield Seen(
            seen=f"{rise.part} of {rise.whole} titles are the site's name",
            usual=rise.usual,
            examples=[one.reader.site_title_example for one in rise.now if one.reader.site_title_example][:5],
            next=_heal(report),
        )


doubts_rose = Rising(
    "A doubt that was rare now stands in most records: wrong letters, years that cannot be, dates left out.",
    lambda one, code: (one.problems.get(code, 0), one.articles_read),
    names=lambda one: one.problems,
    seen="{name!r} in {part} of {whole} articles in {runs}",
    next=_heal,
    limits={"above": 0.4, "record": True, "chance": VERY_RARE},
)


def future(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """The newest article is dated after the run; it was not so before.

    A warning and no more: one slip of the site's own is enough for it, and stands among that article's problems. Day
    and month that changed places everywhere make doubts rise, which is an alarm.
    """
    if past and _dated_ahead(report) and not any(map(_dated_ahead, finished(past)[-5:])):
        yield Seen(
            seen=f"the newest article is of {report.newest}, after the run itself",
            usual="none is",
            next=f"Day and month may have changed places, or the clock is wrong. {_doctor(report)}",
            severity="warning",
        )


def _dated_ahead(report: RunReport) -> bool:
    return bool(report.newest and report.newest > (day_of(report) + timedelta(days=3)).isoformat())


# --- how the site answers -------------------------------------------------------------------------------------------


wrong_pages = Rising(
    "Answers of a sort that was rare are now common: login pages, error pages, 'not found' with status 200.",
    lambda one, kind: (one.requests.by_kind.get(kind, 0), one.pages),
    names=lambda _: (*BAD_KINDS, "other"),
    seen="{part} of {whole} pages are of the kind {name!r} in {runs}",
    next=_doctor,
    limits={"above": 0.25, "chance": VERY_RARE},
)


def _worst(report: RunReport) -> Failure | None:
    return max(report.failures.values(), key=lambda one: one.count, default=None)


failing = Rising(
    "A large part of the requests comes to nothing.",
    lambda one, _: (sum(failure.count for failure in one.failures.values()), one.requests.total),
    seen="{part} of {whole} requests came to nothing in {runs}",
    why=lambda one: f" ({worst.detail})" if (worst := _worst(one)) and worst.detail else "",
    examples=lambda one, _: [worst.example] if (worst := _worst(one)) else [],
    next=lambda one: f"The server may be ill; a larger --delay is kinder. {_doctor(one)}",
    limits={"chance": VERY_RARE},
)

refused = Rising(
    "The site answers, and says no.",
    lambda one, _: (sum(one.requests.by_status.get(status, 0) for status in REFUSALS), one.requests.total),
    seen="{part} of {whole} answers were a refusal (401, 403, 429, 451) in {runs}",
    examples=lambda one, _: [one.url],
    next=lambda one: f"Write to the webmaster; set `contact` in archiver.toml. {_doctor(one)}",
    limits={"above": 0.25, "chance": VERY_RARE},
)


def robots_changed(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """robots.txt is another one than before; loud where it now keeps us out."""
    usual = [one for one in finished(past) if one.robots]
    if not usual:
        return
    for robots in report.robots:
        before = [other for one in usual for other in one.robots if other.url == robots.url and other.said]
        if not before or not (robots.said or (robots.status or 0) >= 500):
            continue
        last, most = before[-1], max(other.forbidden for other in before)
        if robots.status is not None and robots.status >= 500 and (last.status or 0) < 500:
            seen, loud = f"robots.txt answers {robots.status}, which forbids everything (RFC 9309)", True
        elif robots.forbidden >= 3 and robots.forbidden > 3 * most:
            seen, loud = f"robots.txt forbids {robots.forbidden} addresses", True
        elif robots.digest != last.digest:
            seen, loud = "robots.txt has changed", False
        else:
            continue
        yield Seen(
            seen=seen,
            usual=f"{most} forbidden",
            examples=[robots.example or robots.url],
            next="Read it, and write to the webmaster if it was not meant so",
            severity="alarm" if loud else "warning",
        )


def certificate(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """A certificate ends soon, or has begun not to hold."""
    usual = finished(past)
    for one in report.certificates:
        if one.error:
            always = usual and all(any(c.host == one.host and c.error for c in p.certificates) for p in usual[-5:])
            if not always:
                yield Seen(
                    seen=f"{one.host}: {one.error}",
                    usual="it held" if usual else "",
                    next="Write to the webmaster",
                )
        elif one.not_after:
            left = datetime.fromisoformat(one.not_after) - datetime.fromisoformat(report.started_at)
            if left < timedelta(days=14):
                yield Seen(
                    seen=f"{one.host}: the certificate ends in {max(0, left.days)} day(s)",
                    usual="renewed in time",
                    next="Write to the webmaster before it ends",
                    severity="alarm" if left < timedelta(days=3) else "warning",
                )


# --- our own house --------------------------------------------------------------------------------------------------


def disk_filling(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """The disk is full, or will be soon at the pace of the last weeks."""
    if report.stopped_by == "disk":
        yield Seen(seen="the run stopped because the disk has no room", next="Make room: nothing is kept until then")
        return
    if report.disk is None:
        return
    usual = [one for one in finished(past) if one.disk][-14:]
    floor = int(report.settings.get("min_free_disk") or 0)
    left = report.disk.free - floor
    nights_left = float("inf")
    if len(usual) >= 7 and usual[0].disk is not None and usual[-1].disk is not None:
        days = max(1, (day_of(report) - day_of(usual[0])).days)
        shrink = (usual[0].disk.free - report.disk.free) / days
        nights_left = left / shrink if shrink > 0 else float("inf")
    if nights_left < 30 or left < 0.02 * report.disk.total:
        yield Seen(
            seen=f"{report.disk.free / 2**30:.1f} GiB free"
            + (f", full in {nights_left:.0f} nights at this pace" if nights_left < 30 else ""),
            usual=f"{median(one.disk.free for one in usual if one.disk) / 2**30:.1f} GiB free" if usual else "",
            next="Make room, or move the archives: a folder of an archive can be moved whole",
            severity="alarm" if nights_left < 7 or left < 0.01 * report.disk.total else "warning",
        )


def file_gone(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """A file that a run had sealed is not there any more."""
    gone = [mend.removesuffix(f": {FILE_GONE}") for mend in report.mends if mend.endswith(FILE_GONE)]
    if gone:
        root = Path(report.settings.get("root") or "data")
        yield Seen(
            seen=f"{len(gone)} sealed file(s) are gone, such as {gone[0]!r}",
            usual="nobody removes them",
            next=f"Restore them from a copy. What is missing is told by: archiver verify {root / report.site}",
        )


def clock(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """The clock of this machine was set back since the last run, or was set in this one: dates may be wrong.

    One that leapt ahead cannot be told from a machine that was switched off: a warning says how long it was.
    """
    began, ended = _moment(report.started_at), _moment(report.finished_at)
    jumped = (ended - began).total_seconds() - report.seconds if began and ended else 0.0
    last = _moment(past[-1].started_at) if past else None
    if began and last and last - began > timedelta(hours=1):
        seen = f"the clock says {began:%Y-%m-%d %H:%M}Z, and said {last:%Y-%m-%d %H:%M}Z when the last run began"
    elif abs(jumped) > 600:
        seen = f"the clock was set by {jumped / 60:+.0f} min during the run"
    else:
        if began and last and (usual := _between_runs(past)) and began - last > max(10 * usual, timedelta(days=30)):
            yield Seen(
                seen=f"the clock says {began:%Y-%m-%d %H:%M}Z, {(began - last).days} days after the last run",
                usual=f"{usual / timedelta(days=1):.1f} days",
                next="No run was made in between, or the clock is wrong. See: timedatectl",
                severity="warning",
            )
        return
    yield Seen(
        seen=seen,
        usual="it goes forward, a second a second",
        next="Nothing is lost, but one of the two is wrong, and first sights are dated by it. See: timedatectl",
    )


def _between_runs(past: Sequence[RunReport]) -> timedelta | None:
    """How long it usually is from one run to the next; None where too few tell."""
    began = [moment for one in past[-MEMORY:] if (moment := _moment(one.started_at))]
    apart = [(after - before).total_seconds() for before, after in pairwise(began)]
    return timedelta(seconds=median(apart)) if len(began) >= 5 else None


def never_done(report: RunReport, past: Sequence[RunReport]) -> Iterator[Seen]:
    """A limit ended every one of the last runs, and what is left grows."""
    last = [*finished(past)[-6:], report]
    limits = [one.stopped_by.startswith("max-") for one in last]
    if len(last) == 7 and all(limits) and all(a.queued < b.queued for a, b in pairwise(last)):
        yield Seen(
            seen=f"seven runs ended by a limit ({report.stopped_by}); {report.queued} addresses wait",
            usual="a run comes to its end",
            next="Raise the limit, or look for a trap in `budgets_hit`",
            severity="warning",
        )


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
