"""Many sites at a time: one process a site, one site a host, all of them ended with this one.

The children are forked after Scrapy is imported, so that a quiet night of a site costs its requests and little else.
Each dies with this process (prctl PR_SET_PDEATHSIG: a TERM, which ends a run in good order), and none can hang: one
that outlives its own limit is told to end, and then made to.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType
from urllib.parse import urlsplit

from archiver.errors import Exit
from archiver.running.options import CrawlOptions, Progress
from archiver.running.report import CrawlOutcome

GRACE = 120.0
"""Seconds that a run may take beyond its max-time: to seal a large run on a slow disk."""
LAST_GRACE = 30.0
"""Seconds between the word to end and the end by force."""
WORST_FIRST = (Exit.DAMAGED, Exit.UNREACHABLE, Exit.ALARM, Exit.LOCKED, Exit.USAGE, Exit.OK)
"""A site that is locked is being crawled; an alarm is the greater trouble."""

_ENDING = (signal.SIGTERM, signal.SIGINT)

Crawl = Callable[..., CrawlOutcome]


@dataclass(frozen=True, slots=True)
class Job:
    """One site to be crawled."""

    slug: str
    """Its name, for people and for the outcome."""
    target: str
    """What `crawl` is given."""
    host: str
    """Jobs of one host never run together."""
    options: CrawlOptions
    """Of this site."""
    seconds: float = 0.0
    """How long its last run took: the longest begin first, so that none is left over at the end."""
    late: float = 0.0
    """Seconds by which it is overdue (`planning.overdue`): those that are begin before all others, the latest first."""


def host_of(url: str) -> str:
    """The host that is spared: without 'www.', with its port.

    >>> host_of("https://www.sonoivu.example/tin"), host_of("http://127.0.0.1:8000/")
    ('sonoivu.example', '127.0.0.1:8000')
    """
    return urlsplit(url).netloc.rpartition("@")[2].lower().removeprefix("www.")


def worst(codes: Iterable[int]) -> Exit:
    """The exit code of all of them together.

    >>> worst([0, 4, 3, 0])
    <Exit.ALARM: 3>
    """
    return min((Exit(code) for code in codes), key=WORST_FIRST.index, default=Exit.OK)


@dataclass(slots=True)
class _Running:
    job: Job
    process: BaseProcess
    ear: Connection | None
    began: float
    told: float | None = None
    sealing: bool = False
    outcome: CrawlOutcome | None = None


@dataclass(slots=True)
class Crew:
    """Runs jobs, *jobs* at a time. `run` returns the outcome of every job, by slug.

    One that asks nothing more and is sealed makes room for the next, up to a quarter more of them than *jobs*.
    """

    crawl: Crawl
    jobs: int = 4
    on_progress: Callable[[Progress], None] = lambda _progress: None
    on_end: Callable[[str, CrawlOutcome], None] = lambda _slug, _outcome: None
    on_tick: Callable[[], None] = lambda: None
    crashed: set[str] = field(default_factory=set)
    """Sites whose process died without a word, although nobody had told it to end."""
    unfinished: set[str] = field(default_factory=set)
    """Sites that were not begun, or told to end, since the whole was stopped by a signal."""
    _running: dict[str, _Running] = field(default_factory=dict)
    _signals: int = 0

    def run(self, jobs: Sequence[Job]) -> dict[str, CrawlOutcome]:
        """Crawl them all. TERM or INT ends every run in good order and begins no other; a second one, at once."""
        waiting = sorted(jobs, key=lambda job: (-job.late, -job.seconds))
        outcomes: dict[str, CrawlOutcome] = {}
        before = {one: signal.signal(one, self._signalled) for one in _ENDING}
        try:
            while waiting or self._running:
                while self._has_room() and not self._signals and (job := self._next(waiting)):
                    waiting.remove(job)
                    self._running[job.slug] = self._begin(job)
                if self._signals and not self._running:
                    break
                self._listen()
                self._hurry()
                self._ended(outcomes)
                self.on_tick()
        finally:
            for running in self._running.values():
                running.process.kill()
            for one, handler in before.items():
                signal.signal(one, handler)
        for job in waiting:
            self.unfinished.add(job.slug)
            outcomes[job.slug] = CrawlOutcome(
                exit=Exit.UNREACHABLE, message=f"{job.slug}: not begun, since the whole was stopped by a signal"
            )
        return outcomes

    def _has_room(self) -> bool:
        asking = sum(not running.sealing for running in self._running.values())
        return asking < self.jobs and len(self._running) < self.jobs + self.jobs // 4

    def _next(self, waiting: Sequence[Job]) -> Job | None:
        busy = {running.job.host for running in self._running.values()}
        return next((job for job in waiting if job.host not in busy), None)

    def _begin(self, job: Job) -> _Running:
        # A plain fork where this process has one thread, as the command has: what it imported is shared rather than
        # loaded a hundred times. Of other threads (the reactor of a crawl that it did itself) a fork would have the
        # locks, and not who frees them.
        alone = threading.active_count() == 1
        context = get_context("fork") if alone else get_context("forkserver")
        if not alone:
            context.set_forkserver_preload([self.crawl.__module__])
        ear, mouth = context.Pipe(duplex=False)
        parent = os.getpid() if alone else 0
        process = context.Process(target=_child, args=(self.crawl, job, mouth, parent), name=job.slug)
        # A signal must not find the child with our handlers, which would swallow it: it waits until those are off.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        mouth.close()
        return _Running(job, process, ear, time.monotonic())

    def _listen(self) -> None:
        ears = [running.ear for running in self._running.values() if running.ear is not None]
        wait([*ears, *(running.process.sentinel for running in self._running.values())], timeout=0.5)
        for running in self._running.values():
            self._hear(running)

    def _hear(self, running: _Running) -> None:
        try:
            while running.ear is not None and running.ear.poll():
                said = running.ear.recv()
                if isinstance(said, CrawlOutcome):
                    running.outcome = said
                else:
                    running.sealing = said.sealing
                    self.on_progress(said)
        except (EOFError, OSError):
            running.ear = None  # it has said its last word

    def _ended(self, outcomes: dict[str, CrawlOutcome]) -> None:
        for slug, running in list(self._running.items()):
            if running.process.is_alive():
                continue
            self._hear(running)
            running.process.join()
            outcomes[slug] = running.outcome or _broken(slug, running)
            if running.outcome is None and running.told is None:
                self.crashed.add(slug)
            if self._signals:
                self.unfinished.add(slug)
            del self._running[slug]
            self.on_end(slug, outcomes[slug])

    def _hurry(self) -> None:
        now = time.monotonic()
        for running in self._running.values():
            limit = running.job.options.max_time
            late = limit is not None and now > running.began + limit + GRACE
            if late and running.told is None:
                running.told = now
                running.process.terminate()
            elif running.told is not None and now > running.told + LAST_GRACE:
                running.process.kill()

    def _signalled(self, _number: int, _frame: FrameType | None) -> None:
        self._signals += 1
        for running in self._running.values():
            running.told = running.told or time.monotonic()
            running.process.terminate()  # a second TERM ends a run at once


def _broken(slug: str, running: _Running) -> CrawlOutcome:
    code = running.process.exitcode
    how = f"killed by {signal.Signals(-code).name}" if code is not None and code < 0 else f"ended with {code}"
    if running.told is not None:
        how += f" {time.monotonic() - running.told:.0f} s after it was told to end"
    return CrawlOutcome(
        exit=Exit.UNREACHABLE, message=f"{slug}: its process was {how}; the next run mends what it left and goes on"
    )


def _child(crawl: Crawl, job: Job, mouth: Connection, parent: int) -> None:
    os.setsid()  # a Ctrl-C at the terminal reaches the parent alone, which passes it on once
    for one in _ENDING:
        signal.signal(one, signal.SIG_DFL)
    die_with(parent or os.getppid())  # the server of forks ends with whom it serves
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    quiet_until = 0.0

    def report(progress: Progress) -> None:
        nonlocal quiet_until
        if (now := time.monotonic()) >= quiet_until or progress.sealing:
            quiet_until = now + 0.25
            mouth.send(progress)

    outcome = crawl(job.target, job.options, progress=report)
    mouth.send(outcome)
    mouth.close()
    sys.stderr.flush()
    os._exit(int(outcome.exit))  # the reactor's thread must not keep the process


def die_with(parent: int) -> None:
    """End this process in good order (TERM) when *parent* ends. Linux only; elsewhere a limit of time must do."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it ended before we asked
        os.kill(os.getpid(), signal.SIGTERM)


def slugs_by_code(outcomes: Mapping[str, CrawlOutcome]) -> dict[Exit, list[str]]:
    """Which sites ended how, worst first."""
    return {
        code: slugs
        for code in WORST_FIRST
        if (slugs := sorted(slug for slug, outcome in outcomes.items() if outcome.exit == code))
    }
