"""Dask distributed as the engine: workers on this machine, or whatever a scheduler elsewhere has.

Dask runs the tasks of a lost worker again by itself, up to a number (`allowed-failures`); beyond it we hand them in
anew, and give up by name. When a scheduler is lost its tasks are lost with it and nobody says so: here the futures are
counted against the plan, which stays open on disk.
"""

from __future__ import annotations

import asyncio
import logging
import os
import queue
import signal
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import Any

import dask
from distributed import Client, LocalCluster, Security, rpc
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from archiver.engines import unit
from archiver.engines.carrying import Hooks, stopped, version
from archiver.errors import ArchiverError, Exit, SiteUnreachable, UsageError
from archiver.keeping.parallel import KILLED, Aside, Died, Halves, Spread, Task, apart
from archiver.running.many import Job
from archiver.running.report import CrawlOutcome

REACHED_WITHIN = 10.0
"""Seconds in which a scheduler must answer."""
WORKERS_WITHIN = 30.0
"""And have a worker."""
LOST_AFTER = 3.0
"""Seconds without a scheduler, and it is lost: one that comes back knows nothing of what it had."""
ASKED_EVERY = 5.0
"""Seconds between two questions after how many workers there are."""
FETCHED_WITHIN = 10.0
"""Seconds in which what a site came to must have come here; Dask may be crawling it again, and says nothing."""
HANDED_IN = 5
"""So often a task is given to Dask, each time for its own `allowed-failures` (3), before it is given up by name."""
CLOCKS_APART = 300.0
"""Seconds by which a worker's clock may differ from ours: what it writes down is when a page was on the web."""
ENDING = 150.0
"""Seconds that crawls are given to end in good order; their own crew ends them by force before."""


clock = time.time


class Dask:
    """See carrying.Engine."""

    def __init__(self, client: Client, where: str, jobs: int | None) -> None:
        self._client = client
        self._where = where
        self._jobs = jobs
        self._silent_since: float | None = None
        self._met: set[str] = set()
        self._asked = self._worked = time.monotonic()
        self._name, self._pieces = f"{os.getpid()}-{time.time_ns()}", count()

    def begin(self) -> None:
        """Something is to be done, after a time for which nobody asked."""
        self._asked = self._worked = time.monotonic()

    @classmethod
    @contextmanager
    def opened(cls, address: str | None, jobs: int | None) -> Iterator[Dask]:
        """Connect to *address*; None: begin *jobs* workers here, one a core by default."""
        for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is said by us, once
        with ExitStack() as stack:
            if address is None:
                workers = jobs or os.cpu_count() or 1
                # What kills its worker twice is run where it can kill none (`do_piece_apart`), or handed in anew.
                # And a worker that its nanny begins again may take its time: after 15 s Dask would strike it off.
                configured = {
                    "distributed.scheduler.allowed-failures": 1,
                    "distributed.deploy.lost-worker-timeout": "1 day",
                }
                stack.enter_context(dask.config.set(configured))
                cluster = LocalCluster(
                    n_workers=workers, threads_per_worker=1, processes=True,
                    host="127.0.0.1", dashboard_address="127.0.0.1:0",  # who reaches it can run anything here
                    memory_limit=0, silence_logs=logging.CRITICAL,
                )  # fmt: skip
                stack.enter_context(cluster)
                client, where = Client(cluster, set_as_default=False), "this machine"
            else:
                try:
                    asyncio.run(asyncio.wait_for(_look_for_scheduler(address), REACHED_WITHIN))
                    client, where = Client(address, timeout=REACHED_WITHIN, set_as_default=False), address
                except Exception as error:  # whatever it is: a web server's answer, read as a length, is a MemoryError
                    why = str(error) if isinstance(error, ValueError) else type(error).__name__
                    raise UsageError(
                        f"--on {address}: no Dask scheduler answers there ({why})."
                        f" Start one: dask scheduler; and workers: dask worker {address}"
                    ) from None
            stack.enter_context(client)
            try:
                client.wait_for_workers(1, timeout=WORKERS_WITHIN)
            except (TimeoutError, OSError):
                raise UsageError(
                    f"--on {where}: the scheduler has no worker. Start some: dask worker {where}"
                ) from None
            engine = cls(client, where, jobs)
            engine._meet(engine._there())
            yield engine

    @property
    def capacity(self) -> int:
        """How many tasks at a time."""
        return self._jobs or sum(self._there().values()) or 1

    def _there(self) -> dict[str, int]:
        """Each worker with how many tasks it takes; none where the scheduler does not answer."""
        with suppress(OSError, TimeoutError):
            scheduler: Any = self._client.scheduler
            found: dict[str, int] = self._client.sync(scheduler.ncores, callback_timeout=5)
            return found
        return {}

    # --- sites ---------------------------------------------------------------------------------------------------

    def crawl(self, call: str, jobs: Sequence[Job], hooks: Hooks) -> None:
        """See carrying.Engine. Raises SiteUnreachable where the scheduler is lost, UsageError for another version."""
        self.begin()
        waiting = sorted(jobs, key=lambda job: (-job.late, -job.seconds))
        all_, capacity, tries = len(waiting), self.capacity, Counter[str]()
        running: dict[str, tuple[Job, Any]] = {}
        ends: queue.SimpleQueue[Any] = queue.SimpleQueue()
        numbers, coordinator = count(), f"{os.getpid()}-{time.time_ns()}"

        def submit(job: Job) -> None:
            tries[job.slug] += 1
            key = f"crawl-{job.slug}-{coordinator}-{next(numbers)}"
            future = self._client.submit(unit.crawl_one, call, job, version(), coordinator, key=key, pure=False)
            running[key] = job, future
            future.add_done_callback(ends.put)

        done, told = 0, 0.0
        with _signals() as signals:
            try:
                while running or (waiting and not signals):
                    busy = {job.host for job, _ in running.values()}
                    while len(running) < capacity and not signals:
                        job = next((one for one in waiting if one.host not in busy), None)
                        if job is None:
                            break
                        waiting.remove(job)
                        busy.add(job.host)
                        submit(job)
                    if signals and not told:
                        told = time.monotonic()
                        with suppress(OSError, TimeoutError):
                            self._client.run(unit.tell_to_end, coordinator, on_error="ignore")
                    if told and time.monotonic() > told + ENDING:
                        break
                    try:
                        future = ends.get(timeout=0.5)
                    except queue.Empty:
                        hooks.tick()
                        self._look(done, all_)
                        continue
                    job, _ = running.pop(future.key)
                    done += self._end(job, future, hooks, done, all_, tries, waiting)
            finally:
                if running and self._client.status == "running":
                    self._client.cancel([future for _, future in running.values()], force=True)
        if signals:
            raise stopped(done, all_)

    def _end(
        self, job: Job, future: Any, hooks: Hooks, done: int, all_: int, tries: Counter[str], waiting: list[Job]
    ) -> bool:
        """Whether the site has come to its end."""
        if future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker) and tries[job.slug] < HANDED_IN:
                waiting.insert(0, job)
                return False
            why = f"{type(error).__name__}: {error}"
            if isinstance(error, KilledWorker):
                why = "each worker that took it up was lost"
            self._given_up(job, why, hooks, isinstance(error, KilledWorker))
            return True
        try:
            kind, said = self._said(future, done, all_, within=FETCHED_WITHIN)
        except TimeoutError:  # its worker went with it before it was fetched: that is no crash of the site
            waiting.insert(0, job)
            return False
        if kind == unit.ENDED:  # we told it to; what it has is sealed, and it stays in the plan
            return False
        if kind == unit.DONE:
            outcome, crash = said
            hooks.ended(job.slug, outcome, crash)
        elif tries[job.slug] < HANDED_IN:
            waiting.insert(0, job)
            return False
        else:
            self._given_up(job, said, hooks, True)
        return True

    def _given_up(self, job: Job, why: str, hooks: Hooks, crashed: bool) -> None:
        message = f"{job.slug}: given up by the engine: {why}; the next run mends what it left and goes on"
        hooks.ended(job.slug, CrawlOutcome(exit=Exit.UNREACHABLE, message=message), why if crashed else None)

    # --- pieces --------------------------------------------------------------------------------------------------

    def spread(self) -> Spread:
        """See carrying.Engine."""
        return _Pieces(self)

    def submit_piece(self, do: Any, task: Task[Any]) -> Any:
        """The future of a piece."""
        key = f"{task[0].__name__}-{self._name}-{next(self._pieces)}"
        return self._client.submit(do, _found_anywhere(task), version(), key=key, pure=False)

    def piece(self, task: Task[Any], future: Any, done: int) -> Any:
        """Its result; raises Died where it, or something beside it, took its workers with it."""
        while True:
            try:
                kind, said = self._said(future, done, None, within=1)
                break
            except TimeoutError:
                self._look(done, None)
            except KilledWorker:
                raise Died(KILLED) from None
        if kind == unit.LOST:
            raise Died(said)
        return said

    def _said(self, future: Any, done: int, all_: int | None, *, within: float) -> tuple[str, Any]:
        """What a worker answered; raises TimeoutError where nothing comes *within* so many seconds.

        A scheduler may be lost while a future is waited for, and between its end and the fetching of its result. One
        that is "lost" is not: its worker died with the result, and Dask does the task again.
        """
        if future.status == "cancelled":
            raise self._lost(done, all_)
        try:
            kind, said = future.result(timeout=within)
        except (CancelledError, asyncio.CancelledError):
            raise self._lost(done, all_) from None
        except CommClosedError:  # whether it is a worker or the scheduler that went, `_look` finds out
            raise TimeoutError from None
        if kind == unit.OTHER_VERSION:
            raise self._refused(said)
        return kind, said

    def cancel(self, futures: list[Any]) -> None:
        """Nobody waits for them any more."""
        if futures and self._client.status == "running":
            self._client.cancel(futures, force=True)

    # --- trouble -------------------------------------------------------------------------------------------------

    def _look(self, done: int, all_: int | None) -> None:
        if self._client.status == "running":
            self._silent_since = None
            self._count(done, all_)
            return
        self._silent_since = self._silent_since or time.monotonic()
        if time.monotonic() - self._silent_since > LOST_AFTER:
            raise self._lost(done, all_)

    def _count(self, done: int, all_: int | None) -> None:
        """A scheduler without workers waits for ever, and says nothing: a nanny may have given up too."""
        now = time.monotonic()
        if now - self._asked < ASKED_EVERY:
            return
        self._asked = now
        if there := self._there():
            self._worked = time.monotonic()
            self._meet(there)
        if time.monotonic() - self._worked > WORKERS_WITHIN:
            raise SiteUnreachable(
                f"{self._where}: no worker is left; {_so_far(done, all_)}; start some: dask worker; then run again,"
                " it goes on"
            )

    def _meet(self, workers: Iterable[str]) -> None:
        """Ask those that are new for their version and clock. Raises UsageError for one that must not work here."""
        fresh = sorted(set(workers) - self._met)
        if not fresh:
            return
        before = clock()
        try:
            answers = self._client.run(unit.introduce, workers=fresh, on_error="return")
        except (OSError, TimeoutError):  # the scheduler is gone, or cannot be reached for a moment
            return
        after = clock()
        for worker, said in answers.items():
            if isinstance(said, OSError):  # it is gone again
                continue
            if isinstance(said, BaseException):
                raise UsageError(
                    f"a worker of {self._where} cannot run archiver ({said}), this is {version()}:"
                    " install the same there"
                )
            theirs, moment = said
            if theirs != version():
                raise self._refused(theirs)
            apart = max(before - moment, moment - after)
            if apart > CLOCKS_APART:
                raise UsageError(
                    f"the clock of worker {worker} and ours are {apart / 60:.0f} minutes apart, and an archive says"
                    " when a page was on the web: set both by NTP, then run again"
                )
            self._met.add(worker)

    def _lost(self, done: int, all_: int | None) -> ArchiverError:
        return SiteUnreachable(f"{self._where}: the scheduler was lost; {_so_far(done, all_)}; run again, it goes on")

    def _refused(self, theirs: str) -> ArchiverError:
        return UsageError(
            f"a worker of {self._where} runs archiver {theirs}, this is {version()}: install the same there"
        )


class _Pieces:
    """See keeping.parallel.Spread."""

    small_here = True

    def __init__(self, engine: Dask) -> None:
        self._engine = engine

    def __call__(
        self, tasks: Iterable[Task[Any]], halves: Halves | None = None
    ) -> Iterator[tuple[Task[Any], Any | Aside]]:
        """See keeping.parallel.in_order."""
        engine, done = self._engine, 0
        waiting: deque[tuple[Task[Any], Any]] = deque()
        engine.begin()

        def first() -> Iterator[tuple[Task[Any], Any | Aside]]:
            task, future = waiting.popleft()
            try:
                result = engine.piece(task, future, done)
            except Died:
                yield from apart(task, self._alone, halves)
            else:
                yield task, result

        try:
            for task in tasks:
                waiting.append((task, engine.submit_piece(unit.do_piece, task)))
                if len(waiting) >= 8 * engine.capacity:
                    yield from first()
                    done += 1
            while waiting:
                yield from first()
                done += 1
        finally:
            engine.cancel([future for _, future in waiting])

    def _alone(self, task: Task[Any]) -> Any:
        return self._engine.piece(task, self._engine.submit_piece(unit.do_piece_apart, task), 0)


@contextmanager
def _signals() -> Iterator[list[int]]:
    """Those that told us to end; a second one interrupts."""
    told: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        if len(told) > 1:
            raise KeyboardInterrupt

    before: dict[signal.Signals, Any] = {}
    if current_thread() is main_thread():
        before = {one: signal.signal(one, hear) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield told
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


async def _look_for_scheduler(address: str) -> None:
    """Raise ValueError where another of Dask's servers answers, and anything where none of them does.

    It may wait for ever: Dask limits the time to connect, not that to the first word of whatever took the connection.
    """
    async with rpc(address, connection_args=Security().get_connection_args("client")) as server:
        if (kind := (await server.identity())["type"]) != "Scheduler":
            raise ValueError(f"it is a {kind.lower()}'s address")


def _so_far(done: int, all_: int | None) -> str:
    return f"{done} of {all_} done" if all_ is not None else f"{done} pieces done"


def _found_anywhere(task: Task[Any]) -> Task[Any]:
    """The same task for a worker that stands in another folder."""
    return task[0], tuple(said.absolute() if isinstance(said, Path) else said for said in task[1])
