"""A plan of sites, carried out by an engine: the one path that `crawl --all` takes, whatever carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from archiver.engines.plan import Outcome, Plan, Poison, begin
from archiver.errors import ArchiverError, Exit, UsageError
from archiver.keeping.parallel import Spread, spread_by
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

    def spread(self) -> Spread | None:
        """What carries the tasks of `keeping.parallel.in_order`; None: its own processes."""


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

    def spread(self) -> Spread | None:
        """See Engine."""
        return None


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


def spreading(on: str, jobs: int | None) -> AbstractContextManager[object]:
    """While it is open, `in_order` has its tasks done by the engine called *on*."""
    return nullcontext() if on == LOCAL else _spreading(on, jobs)


@contextmanager
def _spreading(on: str, jobs: int | None) -> Iterator[None]:
    with engine_of(on, jobs) as engine, spread_by(engine.spread()):
        yield


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
        self._archives = archives
        self._plan = plan

    def __iter__(self) -> Iterator[Path]:
        left = set(self._plan.left()) if self._plan else None
        for archive in self._archives:
            if left is None or archive.name in left:
                yield archive
                if self._plan:
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
    from archiver.engines.unit import version

    names = [archive.name for archive in archives]
    with begin(root, kind, names, {**arguments, "version": version()}) as plan:
        yield Left(archives, plan)
        plan.end()
