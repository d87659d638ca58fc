"""What a run did, gathered while it works: the `RunReport` that is sealed with it, and the exit code that follows."""

from __future__ import annotations

import platform
import resource
import shutil
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from importlib.metadata import version
from statistics import median_low
from typing import Any

from archiver.errors import Exit
from archiver.keeping import Run
from archiver.keeping.ledger import Known
from archiver.normalise import utc
from archiver.reading.overriding import OPTIONAL
from archiver.running.alarms import conclude
from archiver.running.options import CrawlOptions
from archiver.running.report import Changes, Disk, Fill, ListingWalk, ReaderHealth, RunReport, past_reports
from archiver.shapes import Record
from archiver.walking import schedule
from archiver.walking.turning import Walk
from pipelines.items import Item
from pipelines.manners import Manners
from spiders.walker import Walker

FIELDS = ("title", "lead", "body", "byline", "authors", "source", "category", "published", "modified", "language")
TAKEN_ALL_THE_SAME = ("certificate", "miscounted", "robots-html", "long-header")
"""Kinds of failure after which the page was there, and whole."""
CAME_AS_PAGES = ("error-page", "login-page")
"""Kinds of failure that answered 200: counted among the pages, and judged as those (the alarm `wrong-pages`)."""
LOST_AT_LEAST, LOST_SHARE = 3, 0.1
"""So many pages, and more than such a share of the site, that did not come: the run did not do what it was for."""
LISTINGS_AT_MOST = 500
"""In one report; a site with more of them has them counted."""


class Reporter:
    """Counts while the run works; `finish` makes the report."""

    def __init__(self, walker: Walker, run: Run, options: CrawlOptions, *, began: datetime, url: str) -> None:
        self.walker, self.run, self.options = walker, run, options
        self.began, self.url = began, url
        self.changes = Changes()
        self.limits: list[str] = []
        self.start_failed: str | None = None
        self.may_be_mistyped = False
        """Whether the address was typed for the first time, and nobody configured it."""
        self.nowhere = False
        """Whether it leads nowhere: nobody is there to whom we could speak, and no archive is left of the trial."""
        self.newest: str | None = None
        self._stopped: str | None = None
        self._read = 0
        self._filled: Counter[str] = Counter()
        self._lacks: dict[str, str] = {}
        self._problems: Counter[str] = Counter()
        self._tried: Counter[str] = Counter()
        self._matched: Counter[str] = Counter()
        self._words: list[int] = []
        self._bodies: dict[str, list[str]] = {}
        self._titles: Counter[str] = Counter()
        self._cpu = time.process_time()

    def kept(self, item: Item) -> None:
        """An article went through the pipelines."""
        record = item.kept
        if record is not None:
            name = "edited" if record.change == "reextracted" else record.change
            self.changes = replace(self.changes, **{name: getattr(self.changes, name) + 1})
        else:
            self.changes = replace(self.changes, unchanged=self.changes.unchanged + 1)
        if item.article is not None and item.record is not None:
            self._note(item.record)

    def _note(self, record: Record) -> None:
        self._read += 1
        for name in FIELDS:
            if getattr(record, name):
                self._filled[name] += 1
            else:
                self._lacks.setdefault(name, record.url)
        self._problems.update({problem.code for problem in record.problems})
        self._note_selectors(record)
        if len(self._words) < 100_000:
            self._words.append(len(record.body.split()))
        if len(self._bodies) < 20_000 and len(record.body) > 200:
            urls = self._bodies.setdefault(record.text_digest, [])
            if record.url not in urls and len(urls) < 50:
                urls.append(record.url)
        if record.published and (self.newest is None or record.published[:10] > self.newest):
            day = record.published[:10]
            if len(day) == 10 and day <= self.began.date().isoformat():
                self.newest = day

    def _note_selectors(self, record: Record) -> None:
        profile = self.walker.profile
        layout = profile.layout_at(self.began.date()) if profile is not None else None
        if profile is None or layout is None:
            return
        missed = {problem.field for problem in record.problems if problem.code == "selector-missed"}
        for name in layout.selectors:
            absent = name in OPTIONAL and name not in missed and not getattr(record, name)
            if name != "remove" and not absent:  # what a page need not have, or is to be taken away, need not be there
                said = f"{profile.name}:{layout.name} {name}"
                self._tried[said] += 1
                self._matched[said] += name not in missed

    def finish(self, manners: Manners, stopped: str | None, now: datetime, seconds: float) -> RunReport:
        """The report of the run that ends *now*."""
        tallies, ledger = self.walker.tallies, self.walker.ledger
        manners.by_kind.update(tallies.kinds)
        self._stopped = stopped
        stopped_by = stopped or ("unreachable" if self._nothing_came(manners) else "finished")
        same = max(self._bodies.values(), key=len, default=[])
        usage = shutil.disk_usage(self.run.archive.path)
        past = past_reports(self.run.archive.path)
        newest = max(filter(None, [self.newest, *(one.newest for one in past[-1:])]), default=None)
        report = RunReport(
            run=self.run.id,
            site=self.walker.slug,
            url=self.url,
            started_at=utc(self.began),
            finished_at=utc(now),
            seconds=round(seconds, 3),
            cpu_seconds=round(time.process_time() - self._cpu, 3),
            max_rss=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
            stopped_by=stopped_by,
            full=self.options.full,
            pages=tallies.pages,
            requests=manners.requests(),
            articles=replace(self.changes, unchanged=self.changes.unchanged + tallies.unchanged),
            articles_read=self._read,
            articles_known=ledger.articles_count(),
            vanished=tallies.vanished_count,
            vanished_examples=tallies.vanished,
            newest=newest,
            queued=ledger.waiting_count(),
            fields={name: Fill(filled=self._filled[name], of=self._read) for name in FIELDS} if self._read else {},
            problems=dict(sorted(self._problems.items())),
            reader=ReaderHealth(
                confidence=round(tallies.confidence / tallies.read, 4) if tallies.read else None,
                body_words=median_low(self._words) if self._words else None,
                identical_bodies=len(same),
                identical_example=" ".join(same[:2]) if len(same) > 1 else None,
                examples=dict(self._lacks),
                selectors={name: Fill(filled=self._matched[name], of=tried) for name, tried in self._tried.items()},
            ),
            profile=getattr(self.walker.profile, "name", None),
            listings=[_listing(walk) for walk in self.walker.walked[:LISTINGS_AT_MOST]],
            budgets_hit=[*self.limits, *self.walker.budgets.hit()],
            robots=list(manners.robots_seen.values()),
            certificates=list(manners.certificates.values()),
            failures=dict(sorted({**manners.failed, **tallies.instead}.items())),
            mends=[f"{mend}" for mend in self.run.mended],
            warnings=[*_kept_out(manners), *self._warnings()],
            disk=Disk(free=usage.free, total=usage.total),
            versions=_versions(),
            settings=_settings(self.options),
            **_politeness(manners),
        )
        report = _exit(report, self.start_failed, self.walker.lost_pages())
        self.nowhere = self.may_be_mistyped and self.run.empty and report.stopped_by == "unreachable"
        if self.nowhere:
            said = (report.message or "").partition(". Try again later")[0]
            report = replace(report, message=f"{said}. Is the address right? Nothing was kept, no archive was made")
        return conclude(report, past, accepted=self.options.accepted)

    def _nothing_came(self, manners: Manners) -> bool:
        return self.walker.tallies.pages == 0 or (self.start_failed is not None and self.changes == Changes())

    def _warnings(self) -> list[str]:
        tallies, walker = self.walker.tallies, self.walker
        said = list(tallies.warnings[:50])
        for walk in walker.walked:
            if walk.shortfall is not None and len(said) < 100:
                said.append(f"incomplete: {walk.url}: {walk.shortfall}; ended by: {walk.ended} {walk.detail}".rstrip())
            elif walk.ended == "error" and len(said) < 100:
                said.append(f"incomplete: {walk.url}: not walked to its end after {walk.pages} page(s): {walk.detail}")
        if lost := walker.lost_pages():
            said.append(f"incomplete: {len(lost)} page(s) that may lead to news did not come, such as {lost[0].url}")
        if (left := walker.ledger.waiting_count()) and not self._stopped:
            said.append(f"incomplete: {left} addresses were still to be asked when the run ended")
        for url, (count, title) in tallies.dead_ends.items():
            said.append(f"incomplete: {url}: {count} titles lead nowhere that can be asked, such as {title!r}")
        for url, count, example in walker.ledger.unopened(walker.began):
            said.append(f"incomplete: {url}: {count} of its items could not be opened, such as {example}")
        if len(walker.walked) > LISTINGS_AT_MOST:
            said.append(f"{len(walker.walked)} listings were walked; {LISTINGS_AT_MOST} of them are listed")
        if tallies.moved_by_text:
            moved = f"{tallies.moved_by_text} articles were found again under new addresses, and kept their ids"
            said.append(("redesign: " if walker.redesigned else "moved: ") + moved)
        if walker.overdue:
            said.append(f"schedule: {walker.overdue} articles are due beyond tonight's quota; they keep their place")
        if walker.stretch > 1:
            said.append(f"schedule: {schedule.promise(walker.stretch)}")
        if tallies.cut:
            said.append(
                f"incomplete: {tallies.cut} articles broke off and are kept as far as they came, such as"
                f" {tallies.cut_example}"
            )
        if tallies.unread:
            said.append(f"unread: {tallies.unread} known articles no longer read as articles")
        if tallies.saved:
            said.append(f"same: {tallies.saved} addresses were not asked, since they show articles that are kept")
        said += [f"shells: {one}" for one in walker.shells.spared()]
        said += [f"shells: {one} is no longer what was foretold of it" for one in walker.shells.changed[:5]]
        said += [f"learned: {lesson}" for lesson in walker.sameness.lessons()[:20]]
        return said


def _kept_out(manners: Manners) -> list[str]:
    """The hosts of which nothing could be asked, since their robots.txt did not answer, and how much that was."""
    return [
        f"incomplete: {one.forbidden} addresses were not asked, such as {one.example}, since {one.url} {one.note}"
        for one in manners.robots_seen.values()
        if one.forbidden and "nothing is allowed" in (one.note or "")
    ]


def _listing(walk: Walk) -> ListingWalk:
    return ListingWalk(
        url=walk.url,
        pages=walk.pages,
        items=walk.items,
        new=walk.new,
        claims=walk.claims,
        claims_of=walk.claims_of,
        ended=walk.ended or "",
        detail="; ".join(filter(None, [walk.detail, walk.shortfall])),
    )


def _exit(report: RunReport, start_failed: str | None, lost_pages: Sequence[Known] = ()) -> RunReport:
    if report.stopped_by in ("unreachable", "error"):
        why = start_failed or next(
            (f"{kind}: {one.detail or one.example}" for kind, one in report.failures.items()), "no answer"
        )
        refused = next((one.note for one in report.robots if one.note and "nothing is allowed" in one.note), None)
        if start_failed and start_failed.startswith("robots: ") and not report.pages and not refused:
            message = (
                f"{report.site}: {report.url!r} may not be asked: its robots.txt forbids it. That is the site's wish,"
                " and is kept; if it was not meant so, write to the webmaster"
            )
            return replace(report, exit_code=int(Exit.UNREACHABLE), message=message)
        if start_failed and start_failed.startswith("off-site: ") and report.articles_known:
            message = (
                f"{report.site}: {report.url!r} leads to another site: {start_failed.removeprefix('off-site: ')}."
                f" Where it has moved there: archiver crawl ITS-NEW-ADDRESS --slug {report.site} --moved"
            )
            return replace(report, exit_code=int(Exit.UNREACHABLE), message=message)
        what = "could not be reached" if not report.pages else f"was given up after {report.pages} page(s)"
        message = f"{report.site}: {report.url!r} {what}: {refused or why}. Try again later, or see: archiver report"
        return replace(report, exit_code=int(Exit.UNREACHABLE), message=message)
    limited = report.stopped_by.startswith("max-") and not report.articles_known  # zero is not success
    if report.stopped_by in ("signal", "disk") or limited:
        message = f"{report.site}: stopped by {report.stopped_by} after {report.pages} page(s); the next run goes on"
        if report.stopped_by == "disk":
            message = (
                f"{report.site}: stopped after {report.pages} page(s), since there is {'; '.join(report.budgets_hit)};"
                " free some space, then the next run goes on"
            )
        elif limited:
            message = (
                f"{report.site}: no article yet: stopped by {report.stopped_by} after {report.pages} page(s);"
                " the next run goes on"
            )
        return replace(report, exit_code=int(Exit.UNREACHABLE), message=message)
    came = TAKEN_ALL_THE_SAME + CAME_AS_PAGES
    lost = {kind: one for kind, one in report.failures.items() if kind not in came}
    lost |= {kind: one for kind, one in report.refused.items() if kind == "left-alone"}
    count = sum(one.count for one in lost.values())
    whole = max(report.pages + count, report.articles_known)
    if count >= LOST_AT_LEAST and count > LOST_SHARE * whole:
        kinds = ", ".join(f"{one.count} {kind}" for kind, one in sorted(lost.items(), key=lambda pair: -pair[1].count))
        example = max(lost.values(), key=lambda one: one.count).example
        message = (
            f"{report.site}: {count} of {whole} pages did not come whole ({kinds}), such as {example!r};"
            " the next run asks again. See: archiver report"
        )
        return replace(report, exit_code=int(Exit.UNREACHABLE), message=message)
    if report.stopped_by == "finished" and (report.queued or lost_pages):
        what = (
            f"{report.queued} addresses were not asked"
            if report.queued
            else f"{len(lost_pages)} page(s) that may lead to news did not come, such as {lost_pages[0].url!r}"
        )
        message = f"{report.site}: incomplete: {what}; the next run goes on. See: archiver report"
        return replace(report, exit_code=int(Exit.UNREACHABLE), message=message)
    return report


def _politeness(manners: Manners) -> dict[str, Any]:
    """Fields of the report that came with the room of politeness."""
    known = set(RunReport.__dataclass_fields__)
    fields = {"refused": dict(sorted(manners.refused.items())), "pauses": dict(sorted(manners.paused.items()))}
    return {name: value for name, value in fields.items() if name in known}


def _versions() -> dict[str, str]:
    found = {name: version(name) for name in ("archiver", "scrapy", "lxml", "twisted")}
    return {**found, "python": platform.python_version()}


def _settings(options: CrawlOptions) -> dict[str, Any]:
    return {
        name: value if isinstance(value, (int, float, str, bool)) else str(value)
        for name, value in asdict(options).items()
        if value is not None
    }
