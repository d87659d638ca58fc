"""What of a run should be looked at, judged against the site's own history. Pure: reports in, alarms out.

Each check below is a function of this run and of the usual runs before it. A run that raised an alarm does not count
as usual for that alarm, so an alarm stays until the site is as before, or until the operator accepts the new ways
(`accept` in archiver.toml). The limits were set on the simulated sites of tests/test_alarms.py: twenty-odd breakages,
each found by its second night, and fewer than one false alarm in a hundred ordinary nights; nothing else moves with
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

from archiver.errors import Exit
from archiver.keeping.mend import FILE_GONE
from archiver.running.chance import count_at_least, count_at_most, share_at_least, share_at_most, steadiness, together
from archiver.running.pace import day_of, nights, pace
from archiver.running.report import Alarm, Fill, ListingWalk, RunReport
from archiver.walking.schedule import LISTINGS_A_RUN
from archiver.walking.turning import TO_THE_END

MEMORY = 60  # runs that say what is usual
GIVEN_UP = ("unreachable", "error")
BAD_KINDS = ("login", "error", "soft-404")
REFUSALS = ("401", "403", "407", "429", "451")

RARE = 1e-5  # one check of one night; about thirty of them are made each night
VERY_RARE = 1e-7

Check = Callable[[RunReport, Sequence[RunReport]], Iterator[Alarm]]


def judge(
    report: RunReport, history: Sequence[RunReport], *, accepted: Mapping[str, date] | None = None
) -> list[Alarm]:
    """The alarms of *report*, worst first. *history*: the site's earlier runs, oldest first.

    *accepted* maps a code to the day from which the site's new ways are the usual ones.
    """
    alarms: list[Alarm] = []
    for check in CHECKS:
        past = history if check is clock else _usual(check, report, history, accepted or {})
        for alarm in check(report, past):
            if check in LASTING and alarm.severity == "alarm":
                cure = f"{alarm.next}. If these are the site's new ways: archiver accept {report.site} {alarm.code}"
                alarm = replace(alarm, next=cure)
            alarms.append(alarm)
    return sorted(alarms, key=lambda alarm: alarm.severity != "alarm")


def conclude(
    report: RunReport, history: Sequence[RunReport], *, accepted: Mapping[str, date] | None = None
) -> RunReport:
    """*report* with its alarms, and with the exit code and the one line that follow from them.

    A worse end (unreachable, damaged) keeps its own code and message.
    """
    alarms = judge(report, history, accepted=accepted)
    loud = [alarm for alarm in alarms if alarm.severity == "alarm"]
    if not loud or report.exit_code not in (Exit.OK, Exit.ALARM):
        return replace(report, alarms=alarms)
    codes = dict.fromkeys(alarm.code for alarm in loud[1:])
    others = f" (and {', '.join(codes)})" if codes else ""
    usual = f", usual: {loud[0].usual}" if loud[0].usual else ""
    message = f"{report.site}: {loud[0].seen}{usual}{others}. {loud[0].next}".rstrip()
    return replace(report, alarms=alarms, exit_code=int(Exit.ALARM), message=message)


def _usual(
    check: Check, report: RunReport, history: Sequence[RunReport], accepted: Mapping[str, date]
) -> list[RunReport]:
    code = CODES[check]
    since = accepted.get(code, date.min)
    return [
        past
        for past in history
        if past.run < report.run
        and past.started_at <= report.started_at  # else of a clock that ran ahead, which tells no pace
        and (since == date.min or day_of(past) >= since)
        and not any(alarm.code == code and alarm.severity == "alarm" for alarm in past.alarms)
    ]


def _finished(past: Sequence[RunReport]) -> list[RunReport]:
    return [report for report in past if report.stopped_by not in GIVEN_UP and report.pages][-MEMORY:]


def _tonight(report: RunReport, past: Sequence[RunReport]) -> Iterator[tuple[list[RunReport], list[RunReport]]]:
    """This run against those before it; then this run and the last one together against those before both.

    What one night of three articles cannot prove, two nights can.
    """
    usual = _finished(past)
    if report.stopped_by in GIVEN_UP or not usual:
        return
    yield [report], usual
    if len(usual) > 1:
        yield [usual[-1], report], usual[:-1]


@dataclass(frozen=True, slots=True)
class Rise:
    """A share of what was seen that rose by more than chance would have it."""

    now: Sequence[RunReport]
    """This run, or this one and the last."""
    part: int
    """So much in them."""
    whole: int
    """Of so much."""
    usual: str
    """What it was before."""

    @property
    def runs(self) -> str:
        """Which runs these are, for people."""
        return _runs(self.now)


def _rises(
    report: RunReport,
    past: Sequence[RunReport],
    share: Callable[[RunReport], tuple[int, int]],
    *,
    least: int = 3,
    above: float = 0.3,
    many: int | None = None,
    record: bool = False,
    chance: float = RARE,
) -> Iterator[Rise]:
    """Whether *share* (part, whole) rose: at least *least*, over the share *above*, or *many* whatever the share.

    *record*: also over the share of every usual night.
    """
    for now, usual in _tonight(report, past):
        here, before = [share(one) for one in now], [share(one) for one in usual]
        part, whole = _total(here)
        highest = max((one / of for one, of in before if of >= 3), default=0.0) if record else 0.0
        much = part > max(above, highest) * whole or (many is not None and part >= many)
        if part >= least and much and _risen(here, before, chance):
            yield Rise(now, part, whole, _of(before))
            return


def _doctor(report: RunReport) -> str:
    return f"See: archiver doctor {report.site}"


def _heal(report: RunReport) -> str:
    return (
        f"The captures are kept. See: archiver doctor {report.site}; once a profile is mended, archiver reextract"
        f" {report.site} heals the records"
    )


# --- is there anything at all ---------------------------------------------------------------------------------------


def nothing(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """Pages were read, and the archive still holds no article."""
    enough = report.stopped_by == "finished" or report.pages >= 30  # a first look of five pages proves nothing
    if report.pages and enough and not report.articles_known and not report.articles_read:
        yield Alarm(
            code="nothing",
            seen=f"0 articles from {report.pages} pages",
            examples=[report.url],
            next=f"The site may have changed. {_doctor(report)}",
        )


def login_wall(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """What the site shows is a login page: to everybody, or to us."""
    logins = report.requests.by_kind.get("login", 0)
    if report.stopped_by in GIVEN_UP or not logins or logins * 2 < report.pages:
        return
    open_before = any(one.articles_read or one.articles.unchanged for one in past)
    yield Alarm(
        code="login-wall",
        seen=f"{logins} of {report.pages} pages ask for a login: the site is closed",
        usual="open to everybody" if open_before else "",
        examples=[report.url],
        next=f"Open {report.url} in a browser; if it is meant to be public, write to the webmaster",
    )


def unreachable(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """The site did not answer for the second run in a row; one night is every server's right."""
    if report.stopped_by != "unreachable" or not past or past[-1].stopped_by != "unreachable":
        return
    reached = [one for one in past if one.stopped_by not in GIVEN_UP]
    since = f"last reached {day_of(reached[-1]):%d/%m/%Y}" if reached else "never reached"
    example = next(iter(report.failures.values()), None)
    yield Alarm(
        code="unreachable",
        seen=f"no answer for two runs, {since}" + (f": {example.detail}" if example and example.detail else ""),
        usual="answers" if reached else "",
        examples=[example.example] if example else [report.url],
        next=_doctor(report),
    )


def silence(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
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
        yield Alarm(
            code="silence",
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
        yield Alarm(
            code="silence",
            seen=f"{new} new article(s) in {len(days)} days",
            usual=f"{expected:.1f} over these days; {a_week:.1f} a week",
            examples=[report.url],
            next=_doctor(report),
        )


def flood(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """So many first sights at once that the addresses must have changed, or the walk fell into a trap."""
    usual = _finished(past)
    if len(usual) < 3 or usual[-1].queued or report.full:
        return
    known = usual[-1].articles_known
    new = report.articles.new
    told = nights(usual)
    mean_new = mean([night.new / len(night.days) for night in told]) if told else 0.0
    days = max(1, (day_of(report) - day_of(usual[-1])).days)
    if new >= max(30, known / 4) and count_at_least(new, max(1.0, mean_new * days), 1.0) < RARE:
        yield Alarm(
            code="flood",
            seen=f"{new} new articles at once, {known} were known",
            usual=f"{mean_new:.1f} a day",
            next=f"Addresses may have changed, or a calendar leads astray. {_doctor(report)}",
        )


# --- listings -------------------------------------------------------------------------------------------------------


def listing_shrunk(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A listing has far fewer items on a page than it ever had, or none."""
    if report.stopped_by in GIVEN_UP:
        return
    for walk in report.listings:
        before = [size for one in _finished(past) if (size := _items_a_page(one, walk.url)) is not None]
        size = walk.items / max(1, walk.pages)
        if len(before) >= 3 and walk.ended != "signal" and size < 0.5 * min(before) and min(before) - size >= 2:
            yield Alarm(
                code="listing-shrunk",
                seen=f"{size:.0f} item(s) a page in a listing",
                usual=f"{median(before):.0f} a page, never under {min(before):.0f}",
                examples=[walk.url],
                next=_doctor(report),
            )


def listing_lost(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A listing that every run walked was not walked, though the run came to its end.

    A run that walked as many as a run walks at all had to leave some out: those were not lost.
    """
    if len(report.listings) >= LISTINGS_A_RUN:
        return
    usual = [one for one in _finished(past) if one.stopped_by == "finished"][-5:]
    if report.stopped_by != "finished" or len(usual) < 3:
        return
    always = set.intersection(*({walk.url for walk in one.listings} for one in usual))
    if lost := sorted(always - {walk.url for walk in report.listings}):
        yield Alarm(
            code="listing-lost",
            seen=f"{len(lost)} listing(s) not found any more",
            usual=f"{len(always)} walked in every run",
            examples=lost[:5],
            next=_doctor(report),
        )


def listing_cut(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A listing that has further pages ends with its first ones: the next page is an error, empty, or not linked.

    A page that did not come at all is told when it happens twice in two runs: once is every server's right.
    """
    usual = _finished(past)
    if report.stopped_by != "finished" or len(usual) < 3:
        return
    before: dict[str, list[ListingWalk]] = {}
    for walk in (walk for one in past for walk in one.listings if walk.pages):
        before.setdefault(walk.url, []).append(walk)
    cut = [walk for walk in report.listings if _cut(walk, before.get(walk.url, []))]
    runs = [report]
    if not cut:
        runs = [usual[-1], report]
        lost = [_lost(one) for one in runs]
        rare = sum(len(_lost(one)) for one in usual[:-1]) * 30 <= len(usual)
        cut = [walk for walks in lost for walk in walks] if rare and lost[-1] and len(lost[0] + lost[1]) > 1 else []
    if cut:
        longest = [max(other.pages for other in before.get(walk.url, [walk])) for walk in cut]
        yield Alarm(
            code="listing-cut",
            seen=f"listings end after {cut[-1].pages} page(s) in {_runs(runs)}"
            + (f" ({cut[-1].detail})" if cut[-1].detail else ""),
            usual=f"up to {max(longest)} pages were read",
            examples=list(dict.fromkeys(walk.url for walk in cut))[:5],
            next=f"What stands further back is not found any more. {_doctor(report)}",
        )


def _cut(walk: ListingWalk, before: Sequence[ListingWalk]) -> bool:
    """Whether *walk* came to an end of its list where all earlier ones went on."""
    return (
        walk.ended in TO_THE_END
        and 0 < 2 * walk.pages <= max((other.pages for other in before), default=0)
        and max(other.items for other in before) - walk.items >= 3  # else one that was taken down emptied a page
        and not any(other.ended in TO_THE_END and other.pages <= walk.pages for other in before)
    )


def _lost(report: RunReport) -> list[ListingWalk]:
    return [walk for walk in report.listings if walk.ended == "error" and walk.pages]


def listing_claims(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """The site says that a listing holds far less than it said before."""
    for walk in report.listings:
        if walk.claims is None:
            continue
        before = [
            other.claims
            for one in _finished(past)
            for other in one.listings
            if other.url == walk.url and other.claims is not None and other.claims_of == walk.claims_of
        ][-10:]
        if len(before) >= 3 and walk.claims < 0.8 * min(before) and min(before) - walk.claims >= 2:
            yield Alarm(
                code="listing-claims",
                seen=f"the site counts {walk.claims} {walk.claims_of}",
                usual=f"{median(before):.0f}",
                examples=[walk.url],
                next=f"Articles may have been taken down together. {_doctor(report)}",
            )


def _items_a_page(report: RunReport, url: str) -> float | None:
    walks: list[ListingWalk] = [walk for walk in report.listings if walk.url == url and walk.pages]
    return walks[0].items / walks[0].pages if walks else None


# --- known articles -------------------------------------------------------------------------------------------------


def vanished(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """Known articles are gone, many together."""
    for rise in _rises(report, past, lambda one: (one.vanished, one.vanished + one.articles_read), least=5, many=20):
        yield Alarm(
            code="vanished",
            seen=f"{rise.part} known articles answered 'not found' in {rise.runs}",
            usual=rise.usual,
            examples=[url for one in rise.now for url in one.vanished_examples][:5],
            next=f"Addresses may have changed; tombstones wait for a second day. {_doctor(report)}",
        )


def edited_together(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """Nearly all that was read again has changed: the template, not the articles."""

    def edited(one: RunReport) -> tuple[int, int]:
        return one.articles.edited, one.articles.edited + one.articles.unchanged

    for rise in _rises(report, past, edited, least=4, above=0.5):
        yield Alarm(
            code="edited-together",
            seen=f"{rise.part} of {rise.whole} articles read again were 'edited' in {rise.runs}",
            usual=rise.usual,
            next=_heal(report),
        )


# --- what the reader says -------------------------------------------------------------------------------------------


def field_fell(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A field is found in far fewer articles than before."""
    for name in sorted({name for one in (report, *past[-3:]) for name in one.fields}):
        for now, usual in _tonight(report, past):
            there = [one.fields[name] for one in usual if name in one.fields]
            here = [one.fields[name] for one in now if name in one.fields]
            found, before = _sum(here), _sum(there)
            if _fallen(here, there):
                yield Alarm(
                    code="field-fell",
                    seen=f"{name} in {found.filled} of {found.of} articles in {_runs(now)}",
                    usual=f"{before.filled} of {before.of}",
                    examples=[one.reader.examples[name] for one in now if name in one.reader.examples][:5],
                    next=_heal(report),
                )
                break


def selector_silent(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A selector of the profile stopped matching."""
    for name in sorted(report.reader.selectors):
        for now, usual in _tonight(report, past):
            here = [one.reader.selectors[name] for one in now if name in one.reader.selectors]
            there = [one.reader.selectors[name] for one in usual if name in one.reader.selectors]
            found, before = _sum(here), _sum(there)
            if _fallen(here, there):
                yield Alarm(
                    code="selector-silent",
                    seen=f"{name!r} matched on {found.filled} of {found.of} pages in {_runs(now)}",
                    usual=f"{before.filled} of {before.of}",
                    next=f"The layout has probably changed: add one to the profile. {_heal(report)}",
                )
                break


def confidence_fell(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """The reader is less sure than it ever was on this site."""
    usual = [
        one.reader.confidence for one in _finished(past) if one.reader.confidence is not None and one.articles_read
    ]
    seen = report.reader.confidence
    if seen is None or len(usual) < 5 or not report.articles_read or report.stopped_by in GIVEN_UP:
        return
    middle = mean(usual)
    spread = (sum((one - middle) ** 2 for one in usual) / (len(usual) - 1)) ** 0.5
    slack = max(0.12, 6 * spread) * (1 if report.articles_read >= 3 else 1.5)
    if seen < middle - slack and seen < min(usual):
        yield Alarm(
            code="confidence-fell",
            seen=f"the reader was {seen:.2f} sure of {report.articles_read} article(s)",
            usual=f"{middle:.2f}, never under {min(usual):.2f}",
            next=_heal(report),
        )


def body_shrunk(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """Bodies are far shorter than they ever were: a lead without its text, a notice, a login box."""
    finished = _finished(past)
    if not finished or report.stopped_by in GIVEN_UP:
        return
    shown = [report] if report.articles_read >= 6 else [report, finished[-1]]  # one short notice proves nothing
    words = [one.reader.body_words for one in finished[:-1] if one.reader.body_words and one.articles_read >= 3]
    if len(words) < 5:
        return
    short = min(0.4 * median(words), 0.6 * min(words))
    seen = max((one.reader.body_words for one in shown if one.reader.body_words is not None), default=None)
    if seen is not None and seen < short and sum(one.articles_read for one in shown) >= 3:
        yield Alarm(
            code="body-shrunk",
            seen=f"half of the bodies in {_runs(shown)} have at most {seen} words",
            usual=f"{median(words):.0f} words, never under {min(words)}",
            next=_heal(report),
        )


def identical_bodies(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """Many addresses, one text."""
    finished = _finished(past)
    same = report.reader.identical_bodies
    usual = max((one.reader.identical_bodies for one in finished[:-1]), default=1)
    last = finished[-1].reader.identical_bodies if finished else 1
    again = last >= 2 and same >= 2 and same + last >= max(4, 2 * usual) and same >= 0.6 * report.articles_read
    if again or same >= max(3, 2 * usual, 0.3 * report.articles_read):
        yield Alarm(
            code="identical-bodies",
            seen=f"{same} of {report.articles_read} articles have one and the same text",
            usual=f"at most {usual}",
            examples=(report.reader.identical_example or "").split()[:5],
            next=_heal(report),
        )


def site_titles(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """Titles are the site's name."""
    bad, read = report.reader.site_titles, report.articles_read
    if not _finished(past) and bad >= max(2, 0.3 * read):  # also on the first night
        rises = iter([Rise([report], bad, read, "")])
    else:
        rises = _rises(report, past, lambda one: (one.reader.site_titles, one.articles_read), least=2)
    for rise in rises:
        yield Alarm(
            code="site-titles",
            seen=f"{rise.part} of {rise.whole} titles are the site's name",
            usual=rise.usual,
            examples=[one.reader.site_title_example for one in rise.now if one.reader.site_title_example][:5],
            next=_heal(report),
        )


def doubts_rose(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A doubt that was rare now stands in most records: wrong letters, years that cannot be, dates left out."""
    for code in sorted(report.problems):

        def doubtful(one: RunReport, code: str = code) -> tuple[int, int]:
            return one.problems.get(code, 0), one.articles_read

        for rise in _rises(report, past, doubtful, above=0.4, record=True, chance=VERY_RARE):
            yield Alarm(
                code="doubts-rose",
                seen=f"{code!r} in {rise.part} of {rise.whole} articles in {rise.runs}",
                usual=rise.usual,
                next=_heal(report),
            )


def future(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """The newest article is dated after the run; it was not so before.

    A warning and no more: one slip of the site's own is enough for it, and stands among that article's problems. Day
    and month that changed places everywhere make doubts rise, which is an alarm.
    """
    if not report.newest:
        return
    ahead = report.newest > (day_of(report) + timedelta(days=3)).isoformat()
    before = any(
        one.newest and one.newest > (day_of(one) + timedelta(days=3)).isoformat() for one in _finished(past)[-5:]
    )
    if ahead and not before and past:
        yield Alarm(
            code="future",
            seen=f"the newest article is of {report.newest}, after the run itself",
            usual="none is",
            next=f"Day and month may have changed places, or the clock is wrong. {_doctor(report)}",
            severity="warning",
        )


# --- how the site answers -------------------------------------------------------------------------------------------


def wrong_pages(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """Answers of a sort that was rare are now common: login pages, error pages, 'not found' with status 200."""
    for kind in (*BAD_KINDS, "other"):

        def bad(one: RunReport, kind: str = kind) -> tuple[int, int]:
            return one.requests.by_kind.get(kind, 0), one.pages

        for rise in _rises(report, past, bad, above=0.25, chance=VERY_RARE):
            yield Alarm(
                code="wrong-pages",
                seen=f"{rise.part} of {rise.whole} pages are of the kind {kind!r} in {rise.runs}",
                usual=rise.usual,
                next=_doctor(report),
            )


def failing(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A large part of the requests comes to nothing."""
    for rise in _rises(report, past, lambda one: (_failures(one), one.requests.total), chance=VERY_RARE):
        worst = max(report.failures.values(), key=lambda one: one.count, default=None)
        why = f" ({worst.detail})" if worst and worst.detail else ""
        yield Alarm(
            code="failing",
            seen=f"{rise.part} of {rise.whole} requests came to nothing in {rise.runs}{why}",
            usual=rise.usual,
            examples=[worst.example] if worst else [],
            next=f"The server may be ill; a larger --delay is kinder. {_doctor(report)}",
        )


def refused(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """The site answers, and says no."""
    for rise in _rises(report, past, lambda one: (_refusals(one), one.requests.total), above=0.25, chance=VERY_RARE):
        yield Alarm(
            code="refused",
            seen=f"{rise.part} of {rise.whole} answers were a refusal (401, 403, 429, 451) in {rise.runs}",
            usual=rise.usual,
            examples=[report.url],
            next=f"Write to the webmaster; set `contact` in archiver.toml. {_doctor(report)}",
        )


def robots_changed(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """robots.txt is another one than before; loud where it now keeps us out."""
    usual = [one for one in _finished(past) if one.robots]
    if not usual:
        return
    for robots in report.robots:
        before = [other for one in usual for other in one.robots if other.url == robots.url]
        if not before:
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
        yield Alarm(
            code="robots-changed",
            seen=seen,
            usual=f"{most} forbidden",
            examples=[robots.example or robots.url],
            next="Read it, and write to the webmaster if it was not meant so",
            severity="alarm" if loud else "warning",
        )


def certificate(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A certificate ends soon, or has begun not to hold."""
    usual = _finished(past)
    for one in report.certificates:
        if one.error:
            always = usual and all(any(c.host == one.host and c.error for c in p.certificates) for p in usual[-5:])
            if not always:
                yield Alarm(
                    code="certificate",
                    seen=f"{one.host}: {one.error}",
                    usual="it held",
                    next="Write to the webmaster",
                )
        elif one.not_after:
            left = datetime.fromisoformat(one.not_after) - datetime.fromisoformat(report.started_at)
            if left < timedelta(days=14):
                yield Alarm(
                    code="certificate",
                    seen=f"{one.host}: the certificate ends in {max(0, left.days)} day(s)",
                    usual="renewed in time",
                    next="Write to the webmaster before it ends",
                    severity="alarm" if left < timedelta(days=3) else "warning",
                )


# --- our own house --------------------------------------------------------------------------------------------------


def disk_filling(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """The disk is full, or will be soon at the pace of the last weeks."""
    if report.stopped_by == "disk" or report.disk is None:
        if report.stopped_by == "disk":
            yield Alarm(
                code="disk-filling",
                seen="the run stopped because the disk has no room",
                next="Make room: nothing is kept until then",
            )
        return
    usual = [one for one in _finished(past) if one.disk][-14:]
    floor = int(report.settings.get("min_free_disk") or 0)
    left = report.disk.free - floor
    nights_left = float("inf")
    if len(usual) >= 7 and usual[0].disk is not None and usual[-1].disk is not None:
        days = max(1, (day_of(report) - day_of(usual[0])).days)
        shrink = (usual[0].disk.free - report.disk.free) / days
        nights_left = left / shrink if shrink > 0 else float("inf")
    if nights_left < 30 or left < 0.02 * report.disk.total:
        yield Alarm(
            code="disk-filling",
            seen=f"{report.disk.free / 2**30:.1f} GiB free"
            + (f", full in {nights_left:.0f} nights at this pace" if nights_left < 30 else ""),
            usual=f"{median(one.disk.free for one in usual if one.disk) / 2**30:.1f} GiB free" if usual else "",
            next="Make room, or move the archives: a folder of an archive can be moved whole",
            severity="alarm" if nights_left < 7 or left < 0.01 * report.disk.total else "warning",
        )


def file_gone(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A file that a run had sealed is not there any more."""
    gone = [mend.removesuffix(f": {FILE_GONE}") for mend in report.mends if mend.endswith(FILE_GONE)]
    if gone:
        root = Path(report.settings.get("root") or "data")
        yield Alarm(
            code="file-gone",
            seen=f"{len(gone)} sealed file(s) are gone, such as {gone[0]!r}",
            usual="nobody removes them",
            next=f"Restore them from a copy. What is missing is told by: archiver verify {root / report.site}",
        )


def clock(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
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
            yield Alarm(
                code="clock",
                seen=f"the clock says {began:%Y-%m-%d %H:%M}Z, {(began - last).days} days after the last run",
                usual=f"{usual / timedelta(days=1):.1f} days",
                next="No run was made in between, or the clock is wrong. See: timedatectl",
                severity="warning",
            )
        return
    yield Alarm(
        code="clock",
        seen=seen,
        usual="it goes forward, a second a second",
        next="Nothing is lost, but one of the two is wrong, and first sights are dated by it. See: timedatectl",
    )


def _between_runs(past: Sequence[RunReport]) -> timedelta | None:
    """How long it usually is from one run to the next; None where too few tell."""
    began = [moment for one in past[-MEMORY:] if (moment := _moment(one.started_at))]
    apart = [(after - before).total_seconds() for before, after in pairwise(began)]
    return timedelta(seconds=median(apart)) if len(began) >= 5 else None


def never_done(report: RunReport, past: Sequence[RunReport]) -> Iterator[Alarm]:
    """A limit ended every one of the last runs, and what is left grows."""
    last = [*_finished(past)[-6:], report]
    limits = [one.stopped_by.startswith("max-") for one in last]
    if len(last) == 7 and all(limits) and all(a.queued < b.queued for a, b in pairwise(last)):
        yield Alarm(
            code="never-done",
            seen=f"seven runs ended by a limit ({report.stopped_by}); {report.queued} addresses wait",
            usual="a run comes to its end",
            next="Raise the limit, or look for a trap in `budgets_hit`",
            severity="warning",
        )


CHECKS: tuple[Check, ...] = (
    login_wall,
    nothing,
    unreachable,
    listing_shrunk,
    listing_lost,
    listing_cut,
    listing_claims,
    field_fell,
    selector_silent,
    vanished,
    edited_together,
    site_titles,
    identical_bodies,
    confidence_fell,
    body_shrunk,
    doubts_rose,
    wrong_pages,
    failing,
    refused,
    flood,
    silence,
    robots_changed,
    certificate,
    disk_filling,
    file_gone,
    clock,
    future,
    never_done,
)
LASTING = {
    listing_shrunk,
    listing_lost,
    listing_cut,
    listing_claims,
    field_fell,
    selector_silent,
    site_titles,
    identical_bodies,
    confidence_fell,
    body_shrunk,
    doubts_rose,
    wrong_pages,
    failing,
    refused,
    silence,
    robots_changed,
}
"""Those that stand each night until the site is as before, or until a person says that its new ways are to stay."""
CODES = {check: check.__name__.replace("_", "-") for check in CHECKS}


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


# --- counting -------------------------------------------------------------------------------------------------------


def _runs(now: Sequence[RunReport]) -> str:
    return "this run" if len(now) == 1 else f"the last {len(now)} runs"


def _sum(fills: Sequence[Fill]) -> Fill:
    return Fill(filled=sum(fill.filled for fill in fills), of=sum(fill.of for fill in fills))


def _fallen(now: Sequence[Fill], nights: Sequence[Fill]) -> bool:
    """Whether a share fell by much, under every usual night, and by more than chance would have it."""
    found, before = _sum(now), _sum(nights)
    if not found.of or before.of < 10 or before.rate < 0.3 or found.rate > 0.5 * before.rate:
        return False
    if found.rate >= min((night.rate for night in nights if night.of >= 3), default=1.0):
        return False
    weight = steadiness([(night.filled, night.of) for night in nights])
    usual = before.rate * weight
    limit = RARE if len(now) == 1 else RARE * 10  # two nights that agree
    return together([share_at_most(one.filled, one.of, usual_filled=usual, usual_of=weight) for one in now]) < limit


def _risen(now: Iterable[tuple[int, int]], nights: Iterable[tuple[int, int]], limit: float = RARE) -> bool:
    """Whether a share rose by more than chance would have it; both are (seen, of) by night."""
    usual = [(min(a, b), b) for a, b in nights if b]
    total = sum(b for _, b in usual)
    if total < 10:
        return False
    weight = steadiness(usual)
    share = sum(a for a, _ in usual) / total * weight
    chances = [share_at_least(min(a, b), b, usual_filled=share, usual_of=weight) for a, b in now if b]
    return bool(chances) and together(chances) < limit


def _total(nights: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(min(seen, of) for seen, of in nights), sum(of for _, of in nights)


def _of(nights: Sequence[tuple[int, int]]) -> str:
    return "{} of {}".format(*_total(nights))


def _failures(report: RunReport) -> int:
    return sum(failure.count for failure in report.failures.values())


def _refusals(report: RunReport) -> int:
    return sum(report.requests.by_status.get(status, 0) for status in REFUSALS)
