"""Work spread over processes, its results in order, never more of it in memory than the cores can eat."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing import get_context
from typing import Any, TypeAlias, TypeVar

_T = TypeVar("_T")
Task: TypeAlias = tuple[Callable[..., _T], tuple[Any, ...]]
"""A function of a module, and what it is called with."""
Spread: TypeAlias = Callable[[Iterable[Task[Any]]], Iterator[tuple[Task[Any], Any]]]
"""What does tasks elsewhere, as `in_order` does them here."""

_spread: ContextVar[Spread | None] = ContextVar("spread", default=None)


@contextmanager
def spread_by(spread: Spread | None) -> Iterator[None]:
    """While it is open, `in_order` has its tasks done by *spread*: an engine of the room above."""
    token = _spread.set(spread)
    try:
        yield
    finally:
        _spread.reset(token)


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


def in_order(tasks: Iterable[Task[_T]], workers: int | None) -> Iterator[tuple[Task[_T], _T]]:
    """Each task with its result, in the order in which they were given.

    *workers* processes; None: one a core; 1: none besides this one. What a task raises is raised here.
    """
    spread = _spread.get()
    if spread is not None and workers != 1:  # 1: too little to be worth its way elsewhere
        yield from spread(tasks)
        return
    workers = workers if workers is not None else (os.cpu_count() or 1)
    if workers <= 1:
        for task in tasks:
            yield task, task[0](*task[1])
        return
    # forkserver: a fork would copy the locks that other threads of the caller hold (Scrapy's reactor has some)
    context = get_context("forkserver")
    context.set_forkserver_preload(["archiver.keeping.verify", "archiver.reextract"])  # imported once, not by each
    with _main_left_alone(), ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: deque[tuple[Task[_T], Future[_T]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, pool.submit(task[0], *task[1])))
                if len(waiting) >= 8 * workers:
                    done, future = waiting.popleft()
                    yield done, future.result()
            while waiting:
                done, future = waiting.popleft()
                yield done, future.result()
        finally:
            for _, future in waiting:
                future.cancel()
