"""Work spread over processes, its results in order, never more of it in memory than the cores can eat.

A task may take its process with it: a page that makes a C library fall over, or that needs more memory than there is.
Such a task is run again with nothing beside it, in halves where it has any, and what then dies three times is set
aside by name: an `Aside` stands where its result would.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Protocol, TypeAlias, TypeVar

CRASHES = 3
"""As many, with nothing beside it, and a task is set aside."""
KILLED = "its process was killed"
"""Why, where nobody knows more: by the kernel for want of memory, by itself, or by someone."""

_T = TypeVar("_T")
Task: TypeAlias = tuple[Callable[..., _T], tuple[Any, ...]]
"""A function of a module, and what it is called with; first the folder of an archive, or its name."""
Halves: TypeAlias = Callable[[Task[Any]], Sequence[Task[Any]]]
"""Smaller tasks that make up the same; none where it is one thing."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Stands where the result of a task would that took its process with it as often as is allowed."""

    why: str
    """In a few words."""


class Died(Exception):
    """The process of a task died under it."""


class Spread(Protocol):
    """What does tasks elsewhere, as `in_order` does them here."""

    small_here: bool
    """Whether what is small is done in this process all the same."""

    def __call__(
        self, tasks: Iterable[Task[Any]], halves: Halves | None = None
    ) -> Iterator[tuple[Task[Any], Any | Aside]]:
        """See `in_order`."""


_spread: ContextVar[Spread | None] = ContextVar("spread", default=None)


@contextmanager
def spread_by(spread: Spread | None) -> Iterator[None]:
    """While it is open, `in_order` has its tasks done by *spread*: an engine of the room above."""
    token = _spread.set(spread)
    try:
        yield
    finally:
        _spread.reset(token)


def in_order(
    tasks: Iterable[Task[_T]], workers: int | None, *, small: bool = False, halves: Halves | None = None
) -> Iterator[tuple[Task[_T], _T | Aside]]:
    """Each task with its result, in the order in which they were given; in place of some, their halves.

    *workers* processes; None: as many as the engine has (see `spread_by`), or one a core; 1: none besides this one.
    *small*: so little that processes would take longer to begin. What a task raises is raised here.
    """
    spread = _spread.get()
    if small and (spread is None or spread.small_here):
        workers = 1
    elif workers is None and spread is None:
        workers = os.cpu_count() or 1
    if workers is not None and workers <= 1:
        for task in tasks:
            yield task, task[0](*task[1])
    elif spread is not None:
        yield from spread(tasks, halves)
    else:
        with closing(Processes(workers or 1)) as here:
            yield from here(tasks, halves)


def apart(
    task: Task[_T], alone: Callable[[Task[_T]], _T], halves: Halves | None
) -> Iterator[tuple[Task[_T], _T | Aside]]:
    """A task that may have killed its process, run by *alone* (which raises Died), whole or in halves.

    >>> def alone(task):
    ...     if 3 in task[1]:
    ...         raise Died("killed")
    ...     return sum(task[1])
    >>> def halves(task):
    ...     middle = len(task[1]) // 2
    ...     return [(sum, task[1][:middle]), (sum, task[1][middle:])] if middle else []
    >>> [(numbers, result) for (_, numbers), result in apart((sum, (1, 2, 3, 4)), alone, halves)]
    [((1, 2), 3), ((3,), Aside(why='killed')), ((4,), 4)]
    """
    for crashes in range(1, CRASHES + 1):
        try:
            result = alone(task)
        except Died as error:
            why = str(error)
        else:
            yield task, result
            return
        if crashes == 1 and halves is not None and (parts := halves(task)):
            for part in parts:
                yield from apart(part, alone, halves)
            return
    yield task, Aside(why)


class Processes:
    """A Spread of processes of this machine. They begin with the first task, and last until `close`."""

    def __init__(self, workers: int, *, small_here: bool = True) -> None:
        self.small_here = small_here
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __call__(
        self, tasks: Iterable[Task[Any]], halves: Halves | None = None
    ) -> Iterator[tuple[Task[Any], Any | Aside]]:
        """See `in_order`."""
        waiting: deque[tuple[Task[Any], Future[Any]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self._submit(task)))
                if len(waiting) >= 8 * self._workers:
                    yield from self._first(waiting, halves)
            while waiting:
                yield from self._first(waiting, halves)
        finally:
            for _, future in waiting:
                future.cancel()

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _submit(self, task: Task[Any]) -> Future[Any]:
        if self._pool is None:
            # forkserver: a fork would copy the locks that other threads of the caller hold (Scrapy's reactor has some)
            context = get_context("forkserver")
            context.set_forkserver_preload(["archiver.keeping.verify", "archiver.reextract"])  # once, not by each
            self._pool = ProcessPoolExecutor(
                self._workers, mp_context=context, initializer=_go_with_the_parent, initargs=(dict(os.environ),)
            )
        try:
            with _main_left_alone():
                return self._pool.submit(task[0], *task[1])
        except BrokenProcessPool as error:
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def _first(
        self, waiting: deque[tuple[Task[Any], Future[Any]]], halves: Halves | None
    ) -> Iterator[tuple[Task[Any], Any | Aside]]:
        """The first of *waiting*; all of them where a process died: which of them did it, nobody says."""
        task, future = waiting.popleft()
        if not isinstance(future.exception(), BrokenProcessPool):
            yield task, future.result()
            return
        suspects = [(task, future), *waiting]
        waiting.clear()
        self.close()
        for one, its in suspects:
            if its.done() and not its.cancelled() and not isinstance(its.exception(), BrokenProcessPool):
                yield one, its.result()
            else:
                yield from apart(one, self._alone, halves)

    def _alone(self, task: Task[Any]) -> Any:
        try:
            return self._submit(task).result()
        except BrokenProcessPool:
            self.close()
            raise Died(KILLED) from None


def _go_with_the_parent(environ: dict[str, str]) -> None:
    """A pool's process waits for ever when its parent is killed, and the fork server for it; this one does not.

    *environ* is the parent's: the fork server may have been begun before what stands there now, such as a key of S3.
    """
    os.environ.update(environ)

    def go() -> None:
        if (parent := parent_process()) is not None:
            parent.join()
            os._exit(1)

    Thread(target=go, daemon=True).start()


@contextmanager
def _main_left_alone() -> Iterator[None]:
    """Let no worker import the caller's script: our tasks do not need it, and one without a guard would run again."""
    main = sys.modules["__main__"]
    saved = {name: getattr(main, name) for name in ("__spec__", "__file__") if hasattr(main, name)}
    try:
        main.__spec__ = None
        main.__file__ = None
        yield
    finally:
        for name in ("__spec__", "__file__"):
            if name in saved:
                setattr(main, name, saved[name])
            elif hasattr(main, name):
                delattr(main, name)
