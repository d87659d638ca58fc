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
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.scheduler import KilledWorker

from archiver.engines.carrying import Hooks
from archiver.engines.unit import DONE, OTHER_VERSION, crawl_one, do_piece, version
from archiver.errors import ArchiverError, Exit, SiteUnreachable, UsageError
from archiver.keeping.parallel import Spread, Task
from archiver.running.many import Job
from archiver.running.report import CrawlOutcome

REACHED_WITHIN = 10.0
"""Seconds in which a scheduler must answer."""
WORKERS_WITHIN = 30.0
"""And have a worker."""
LOST_AFTER = 10.0
"""Seconds without a scheduler, and it is lost."""
ASKED_EVERY = 5.0
"""Seconds between two questions after how many workers there are."""
HANDED_IN = 5
"""So often a task is given to Dask, each time for its own `allowed-failures` (3), before it is given up by name."""


class Dask:
    """See carrying.Engine."""

    def __init__(self, client: Client, where: str, jobs: int | None) -> None:
        self._client = client
        self._where = where
        self._jobs = jobs
        self._silent_since: float | None = None
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
                # A worker that is lost is begun again, and its site goes on.
                stack.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": 10}))
                cluster = LocalCluster(
                    n_workers=workers, threads_per_worker=1, processes=True,
                    host="127.0.0.1", dashboard_address="127.0.0.1:0",  # who reaches it can run anything here
                    memory_limit=0, silence_logs=logging.CRITICAL,
                )  # fmt: skip
                stack.enter_context(cluster)
                client, where = Client(cluster, set_as_default=False), "this machine"
            else:
                try:
                    client, where = Client(address, timeout=REACHED_WITHIN, set_as_default=False), address
                except (TimeoutError, OSError, ValueError) as error:
                    raise UsageError(
                        f"--on {address}: no Dask scheduler answers there ({type(error).__name__})."
                        f" Start one: dask scheduler; and workers: dask worker {address}"
                    ) from None
            stack.enter_context(client)
            try:
                client.wait_for_workers(1, timeout=WORKERS_WITHIN)
            except (TimeoutError, OSError):
                raise UsageError(
                    f"--on {where}: the scheduler has no worker. Start some: dask worker {where}"
                ) from None
            yield cls(client, where, jobs)

    @property
    def _capacity(self) -> int:
        return self._jobs or sum(self._client.nthreads().values()) or 1

    # --- sites ---------------------------------------------------------------------------------------------------

    def crawl(self, call: str, jobs: Sequence[Job], hooks: Hooks) -> None:
        """See carrying.Engine. Raises SiteUnreachable where the scheduler is lost, UsageError for another version."""
        self._worked = time.monotonic()
        waiting = sorted(jobs, key=lambda job: (-job.late, -job.seconds))
        all_, capacity, tries = len(waiting), self._capacity, Counter[str]()
        running: dict[str, tuple[Job, Any]] = {}
        ends: queue.SimpleQueue[Any] = queue.SimpleQueue()
        numbers, begun_here = count(), f"{os.getpid()}-{time.time_ns()}"

        def submit(job: Job) -> None:
            tries[job.slug] += 1
            key = f"crawl-{job.slug}-{begun_here}-{next(numbers)}"
            future = self._client.submit(crawl_one, call, job, version(), key=key, pure=False)
            running[key] = job, future
            future.add_done_callback(ends.put)

        try:
            while waiting or running:
                busy = {job.host for job, _ in running.values()}
                while len(running) < capacity and (job := next((one for one in waiting if one.host not in busy), None)):
                    waiting.remove(job)
                    busy.add(job.host)
                    submit(job)
                try:
                    future = ends.get(timeout=0.5)
                except queue.Empty:
                    hooks.tick()
                    self._look(all_ - len(waiting) - len(running), all_)
                    continue
                job, _ = running.pop(future.key)
                self._end(job, future, hooks, all_ - len(waiting) - len(running) - 1, all_, tries, waiting)
        finally:
            if running and self._client.status == "running":
                self._client.cancel([future for _, future in running.values()], force=True)

    def _end(
        self, job: Job, future: Any, hooks: Hooks, done: int, all_: int, tries: Counter[str], waiting: list[Job]
    ) -> None:
        if future.status in ("cancelled", "lost"):
            raise self._lost(done, all_)
        if future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker) and tries[job.slug] < HANDED_IN:
                waiting.insert(0, job)
                return
            why = f"{type(error).__name__}: {error}"
            if isinstance(error, KilledWorker):
                why = "each worker that took it up was lost"
            self._given_up(job, why, hooks, isinstance(error, KilledWorker))
            return
        kind, said = future.result()
        if kind == OTHER_VERSION:
            raise self._refused(said)
        if kind == DONE:
            outcome, crash = said
            hooks.ended(job.slug, outcome, crash)
        elif tries[job.slug] < HANDED_IN:
            waiting.insert(0, job)
        else:
            self._given_up(job, said, hooks, True)

    def _given_up(self, job: Job, why: str, hooks: Hooks, crashed: bool) -> None:
        message = f"{job.slug}: given up by the engine: {why}; the next run mends what it left and goes on"
        hooks.ended(job.slug, CrawlOutcome(exit=Exit.UNREACHABLE, message=message), why if crashed else None)

    # --- pieces --------------------------------------------------------------------------------------------------

    def spread(self) -> Spread | None:
        """See carrying.Engine."""
        return self._in_order

    def _in_order(self, tasks: Iterable[Task[Any]]) -> Iterator[tuple[Task[Any], Any]]:
        self._worked = time.monotonic()
        window, done = 8 * self._capacity, 0
        waiting: deque[tuple[Task[Any], Any]] = deque()
        numbers, begun_here = count(), f"{os.getpid()}-{time.time_ns()}"
        try:
            for task in tasks:
                key = f"{task[0].__name__}-{begun_here}-{next(numbers)}"
                waiting.append(
                    (task, self._client.submit(do_piece, _found_anywhere(task), version(), key=key, pure=False))
                )
                if len(waiting) >= window:
                    yield self._piece(*waiting.popleft(), done)
                    done += 1
            while waiting:
                yield self._piece(*waiting.popleft(), done)
                done += 1
        finally:
            if waiting and self._client.status == "running":
                self._client.cancel([future for _, future in waiting], force=True)

    def _piece(self, task: Task[Any], future: Any, done: int) -> tuple[Task[Any], Any]:
        while True:
            try:
                kind, said = future.result(timeout=1)
                break
            except TimeoutError:
                self._look(done, None)
            except KilledWorker:
                raise SiteUnreachable(
                    f"{task[0].__name__}{task[1][:2]!r}: each worker that took it up was lost; nothing was written."
                    " Run again, with more memory a worker if that is what they lack"
                ) from None
            except (CancelledError, asyncio.CancelledError):
                raise self._lost(done, None) from None
        if kind == OTHER_VERSION:
            raise self._refused(said)
        return task, said

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
        with suppress(OSError, TimeoutError):
            scheduler: Any = self._client.scheduler
            if self._client.sync(scheduler.ncores, callback_timeout=5):
                self._worked = time.monotonic()
        if time.monotonic() - self._worked > WORKERS_WITHIN:
            raise SiteUnreachable(
                f"{self._where}: no worker is left; {_so_far(done, all_)}; start some: dask worker; then run again,"
                " it goes on"
            )

    def _lost(self, done: int, all_: int | None) -> ArchiverError:
        return SiteUnreachable(f"{self._where}: the scheduler was lost; {_so_far(done, all_)}; run again, it goes on")

    def _refused(self, theirs: str) -> ArchiverError:
        return UsageError(
            f"a worker of {self._where} runs archiver {theirs}, this is {version()}: install the same there"
        )


def _so_far(done: int, all_: int | None) -> str:
    return f"{done} of {all_} done" if all_ is not None else f"{done} pieces done"


def _found_anywhere(task: Task[Any]) -> Task[Any]:
    """The same task for a worker that stands in another folder."""
    return task[0], tuple(said.absolute() if isinstance(said, Path) else said for said in task[1])
