"""A plan of sites, carried out by an engine: the one path that `crawl --all` takes, whatever carries it."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from archiver import __version__
from archiver.engines.plan import Outcome, Plan, Poison, begin
from archiver.errors import ArchiveError, ArchiverError, Exit, SiteUnreachable, UsageError
from archiver.keeping.parallel import Aside, Halves, Processes, Spread, Task, spread_by
from archiver.keeping.rereading import reader_state
from archiver.running.many import Crew, Job
from archiver.running.options import Progress
from archiver.running.report import CrawlOutcome

LOCAL, DASK = "local", "dask"


@dataclass(slots=True)
class Hooks:
    """What an engine tells while it works."""

    progress: Callable[[Progress], None] = lambda _progress: None
    """A site has come further; an engine of many machines may keep that to itself."""
    ended: Callable[[str, CrawlOutcome, str | None], None] = lambda _slug, _outcome, _crash: None
    """A site has come to its end. The third: how its own process crashed, or None."""
    tick: Callable[[], None] = lambda: None
    """Time has passed."""


class Engine(Protocol):
    """What carries out plans. It is open as long as its context."""

    def crawl(self, call: str, jobs: Sequence[Job], hooks: Hooks) -> None:
        """Call `module:function` with every job, one of a host at a time; each end is told to *hooks*, once.

        Jobs that were stopped by a signal are not told of: they have no outcome, and stay in the plan.
        """

    def spread(self) -> Spread:
        """What carries the tasks of `keeping.parallel.in_order`."""


@dataclass(slots=True)
class Local:
    """Processes of this machine, forked from this one. Nothing to install."""

    jobs: int = 4

    def crawl(self, call: str, jobs: Sequence[Job], hooks: Hooks) -> None:
        """See Engine."""
        crew = Crew(named(call), self.jobs, hooks.progress, on_tick=hooks.tick)

        def ended(slug: str, outcome: CrawlOutcome) -> None:
            if slug not in crew.unfinished:
                hooks.ended(slug, outcome, outcome.message if slug in crew.crashed else None)

        crew.on_end = ended
        crew.run(jobs)
        if crew.unfinished:
            raise stopped(len(jobs) - len(crew.unfinished), len(jobs))

    def spread(self) -> Spread:
        """See Engine."""
        return Processes(self.jobs)


def stopped(done: int, all_: int) -> ArchiverError:
    """For a run that was told to end, and did."""
    return SiteUnreachable(f"stopped by a signal; {done} of {all_} done; run again, it goes on")


@cache
def version() -> str:
    """What must be the same here and there, or the same page would be read differently."""
    return f"{__version__} (reader {reader_state()})"


def named(call: str) -> Callable[..., Any]:
    """The function `module:function`. By name, since this room knows nothing of Scrapy, nor another machine of ours."""
    from importlib import import_module

    module, _, name = call.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


@contextmanager
def engine_of(on: str, jobs: int | None) -> Iterator[Engine]:
    """The engine called *on*: 'local', 'dask' (workers on this machine), or the address of a Dask scheduler.

    Raises UsageError where it is not known, not installed, or not reached.
    """
    if on == LOCAL:
        yield Local(jobs or 4)
        return
    if on != DASK and not on.startswith(("tcp://", "tls://", "ucx://")):
        raise UsageError(
            f"{on!r} is no engine. There are: local, dask, and a scheduler's address such as tcp://10.0.0.5:8786"
        )
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise UsageError(f"--on {on}: Dask is not installed. Install it: pip install 'archiver[cluster]'") from None
    from archiver.engines.dask import Dask

    with Dask.opened(None if on == DASK else on, jobs) as engine:
        yield engine


@contextmanager
def spreading(on: str, jobs: int | None, root: Path, *, small_here: bool = True) -> Iterator[int | None]:
    """While it is open, `in_order` has its tasks done by the engine called *on*; gives the workers to ask for.

    What takes its process with it three times is noted in *root*, and left out from then on. *small_here*: what is
    small is done by this process itself; not where there are many archives, of which none may end the whole.
    """
    with ExitStack() as stack:
        spread: Spread
        if on == LOCAL:
            spread = stack.enter_context(closing(Processes(jobs or os.cpu_count() or 1)))
        else:
            spread = stack.enter_context(engine_of(on, jobs)).spread()
        stack.enter_context(spread_by(_Watched(spread, Poison(root), small_here)))
        yield jobs if on == LOCAL else None


class _Watched:
    """A Spread that leaves out what was set aside before, and notes what is set aside now."""

    def __init__(self, spread: Spread, poison: Poison, small_here: bool) -> None:
        self.small_here = small_here
        self._spread = spread
        self._poison = poison

    def __call__(
        self, tasks: Iterable[Task[Any]], halves: Halves | None = None
    ) -> Iterator[tuple[Task[Any], Any | Aside]]:
        before = self._poison.pieces()
        left_out: deque[tuple[Task[Any], Aside]] = deque()

        def sifted() -> Iterator[Task[Any]]:
            for task in tasks:
                if not before:
                    yield task
                    continue
                harmless: list[Task[Any]] = []
                known: list[Task[Any]] = []
                for single in _singles(task, halves):
                    (known if _piece_name(single) in before else harmless).append(single)
                left_out.extend((single, Aside(before[_piece_name(single)])) for single in known)
                yield from harmless if known else [task]

        for task, result in self._spread(sifted(), halves):
            if isinstance(result, Aside):
                with suppress(ArchiveError):  # whoever only reads there, may not; the result says it all the same
                    self._poison.set_aside(_piece_name(task), _archive_name(task), result.why)
            yield task, result
        yield from left_out


def _singles(task: Task[Any], halves: Halves | None) -> Iterator[Task[Any]]:
    parts = halves(task) if halves is not None else ()
    if not parts:
        yield task
    for part in parts:
        yield from _singles(part, halves)


def _archive_name(task: Task[Any]) -> str:
    return Path(task[1][0]).name


def _piece_name(task: Task[Any]) -> str:
    """The same for the same piece of work by the same version: another one may read what this one could not."""
    said = repr((_archive_name(task), task[1][1:], version())).encode()
    return f"{_archive_name(task)} {task[0].__name__.strip('_')} {hashlib.sha256(said).hexdigest()[:12]}"


@dataclass(slots=True)
class Carried:
    """What came of a plan."""

    outcomes: dict[str, CrawlOutcome] = field(default_factory=dict)
    """Of every site, those of a coordinator that died included."""
    taken_up: int = 0
    """How many were done by it."""
    stopped: ArchiverError | None = None
    """Why the engine gave up before the end."""


def carry_out(
    engine: Engine,
    call: str,
    jobs: Sequence[Job],
    root: Path,
    arguments: Mapping[str, Any],
    hooks: Hooks,
    *,
    said: Callable[[Plan], None] = lambda _plan: None,
) -> Carried:
    """Crawl every site of *jobs* once, whatever dies, and count: a site without a result is named, never passed over.

    *arguments* tell one command from another. *said* is shown the plan before anything begins.
    """
    poison, by_slug = Poison(root), {job.slug: job for job in jobs}
    carried = Carried()
    with begin(root, "crawl", sorted(by_slug), arguments) as plan:
        carried.taken_up = plan.taken_up
        said(plan)
        for unit, old in plan.outcomes.items():
            carried.outcomes[unit] = CrawlOutcome(exit=Exit(old.exit), message=old.message)

        def ended(slug: str, outcome: CrawlOutcome, crash: str | None) -> None:
            if crash is not None:
                poison.crashed(slug, crash)
            else:
                poison.clear(slug)
            carried.outcomes[slug] = outcome
            plan.done(Outcome(slug, int(outcome.exit), outcome.message))
            hooks.ended(slug, outcome, crash)

        aside = poison.aside()
        for slug in plan.left():
            if slug in aside:
                outcome = CrawlOutcome(exit=Exit.ALARM, message=set_aside(slug, aside[slug]))
                carried.outcomes[slug] = outcome
                plan.done(Outcome(slug, int(outcome.exit), outcome.message))
                hooks.ended(slug, outcome, None)
        try:
            if left := [by_slug[slug] for slug in plan.left()]:
                engine.crawl(call, left, Hooks(hooks.progress, ended, hooks.tick))
        except ArchiverError as error:
            carried.stopped = error
        for slug in plan.end():
            carried.outcomes[slug] = CrawlOutcome(
                exit=carried.stopped.exit_code if carried.stopped else Exit.UNREACHABLE,
                # Where the engine gave up, it has said so, once for all of them; a country has 20,000.
                message="" if carried.stopped else f"{slug}: it has no result; run again, the plan goes on with it",
            )
    return carried


def set_aside(slug: str, how: str) -> str:
    """The line for a site that is left out."""
    return f"{slug}: set aside, since its process crashed {how}. Once that is mended: archiver accept {slug} poison"


class Left:
    """Archives that a command has still to go through, one after the other; each that was gone through is noted."""

    def __init__(self, archives: Sequence[Path], plan: Plan | None) -> None:
        self.all = len(archives)
        """How many the command is about."""
        self.taken_up = plan.taken_up if plan else 0
        """How many were done by a run that died."""
        self.failed: dict[str, ArchiverError] = {}
        """What stopped one of them: for the caller to fill; it is none that is done."""
        self._archives = archives
        self._plan = plan

    def __iter__(self) -> Iterator[Path]:
        left = set(self._plan.left()) if self._plan else None
        for archive in self._archives:
            if left is None or archive.name in left:
                yield archive
                if self._plan and archive.name not in self.failed:
                    self._plan.done(Outcome(archive.name, int(Exit.OK)))


@contextmanager
def unfinished(
    kind: str, root: Path, archives: Sequence[Path], arguments: Mapping[str, Any], *, durable: bool
) -> Iterator[Left]:
    """What of *archives* is left to do by this command, by its plan; not *durable*: all of them, and nothing is noted.

    The plan is of this very version: another one reads every archive again.
    """
    if not durable:
        yield Left(archives, None)
        return
    names = [archive.name for archive in archives]
    with begin(root, kind, names, {**arguments, "version": version()}) as plan:
        yield Left(archives, plan)
        plan.end()
