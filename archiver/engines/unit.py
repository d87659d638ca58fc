"""One site on a worker: in a child of a helper of the worker, so that nothing outlives what it works for.

A Dask worker runs its tasks in threads, and a crawl needs a process: to have Scrapy's one reactor for itself, and to be
killed alone. Forking a process with threads is no good, and PR_SET_PDEATHSIG follows the thread that forked. So each
thread has a helper, which has one thread, imported Scrapy once, and forks a child a site (`running.many.Crew`). Its
standard input is a pipe that the worker alone holds open: when the worker dies, however it dies, the helper reads the
end of it, kills the child and goes. A child that was killed leaves an archive that the next run mends.
"""

from __future__ import annotations

import os
import pickle
import select
import struct
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from archiver.engines.carrying import named, version
from archiver.errors import Exit
from archiver.keeping.parallel import KILLED, Task
from archiver.running.many import Crew, Job
from archiver.running.report import CrawlOutcome

PATIENCE = 60.0
"""Seconds for which a site that is locked is asked again: the crawl of a coordinator that died may be sealing yet."""
TRIES = 3
"""So many helpers may be lost under one task before it is given back."""
CRAWL, PIECE = "crawl", "piece"
"""What a helper is asked for."""

DONE, RAISED, OTHER_VERSION, LOST, ENDED = "done", "raised", "version", "lost", "ended"


# --- called by Dask, on a worker --------------------------------------------------------------------------------------

_idle: deque[subprocess.Popen[bytes]] = deque()
_told_to_end: set[str] = set()


def introduce() -> tuple[str, float]:
    """(version, seconds since 1970 by the clock) of a worker."""
    return version(), time.time()


def tell_to_end(coordinator: str) -> None:
    """End the crawls that *coordinator* asked for in good order, and begin no other for it."""
    _told_to_end.add(coordinator)


def crawl_one(call: str, job: Job, wanted: str, coordinator: str) -> tuple[str, Any]:
    """(DONE, (outcome, how its process crashed or None)), (OTHER_VERSION, ours), (LOST, why), or (ENDED, None)."""
    if wanted != version():
        return OTHER_VERSION, version()
    unwanted = _unwanted(coordinator)
    for _ in range(TRIES):
        if unwanted():
            return ENDED, None
        with suppress(EOFError, BrokenPipeError):
            return DONE, _ask((CRAWL, (call, job)), unwanted)
    return (ENDED, None) if unwanted() else (LOST, f"its helper process was lost {TRIES} times")


def do_piece(task: Task[Any], wanted: str) -> tuple[str, Any]:
    """The same for a function of a module: (DONE, what it returns) or (OTHER_VERSION, ours)."""
    return (DONE, task[0](*task[1])) if wanted == version() else (OTHER_VERSION, version())


def do_piece_apart(task: Task[Any], wanted: str) -> tuple[str, Any]:
    """The same in the helper, for one that may take its process with it: (LOST, why) where it does."""
    if wanted != version():
        return OTHER_VERSION, version()
    try:
        kind, said = _ask((PIECE, task), lambda: False)
    except (EOFError, BrokenPipeError):
        return LOST, KILLED
    if kind == RAISED:
        raise said
    return kind, said


def _unwanted(coordinator: str) -> Callable[[], bool]:
    """Tells whether this task's result is for nobody: its coordinator said so, or died, and Dask dropped the task."""
    from distributed import get_worker  # not in the helper, which has no use for it

    try:
        worker: Any = get_worker()
        key = worker.get_current_task()
    except ValueError:  # no worker: a test
        return lambda: False

    def unwanted() -> bool:
        task = worker.state.tasks.get(key)
        return coordinator in _told_to_end or task is None or task.state == "cancelled"

    return unwanted


def _ask(question: Any, unwanted: Callable[[], bool]) -> Any:
    try:
        helper = _idle.pop()
    except IndexError:
        # A session of its own: a Ctrl-C at the terminal is for whoever holds the plan.
        helper = subprocess.Popen(  # noqa: S603  # ourselves
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
    assert helper.stdin is not None
    assert helper.stdout is not None
    try:
        _send(helper.stdin, question)
        watch, told = select.poll(), False
        watch.register(helper.stdout, select.POLLIN)
        while not watch.poll(500):
            if not told and unwanted():
                told = True
                helper.terminate()  # its crew tells the child, which seals what it has; no answer comes
        answer = _receive(helper.stdout)
    except (EOFError, BrokenPipeError):
        helper.kill()
        helper.wait()
        with suppress(OSError):
            helper.stdin.close()
        helper.stdout.close()
        raise
    _idle.append(helper)
    return answer


def _send(pipe: IO[bytes], what: Any) -> None:
    data = pickle.dumps(what)
    pipe.write(struct.pack("<Q", len(data)) + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    head = pipe.read(8)
    if len(head) < 8:
        raise EOFError
    data = pipe.read(struct.unpack("<Q", head)[0])
    return pickle.loads(data)  # noqa: S301  # from our own child, or our own parent


# --- the helper -------------------------------------------------------------------------------------------------------


def main() -> None:
    """Answer questions until whoever asks them is gone."""
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a crawl prints must not stand between two answers
    while True:
        try:
            kind, what = _receive(sys.stdin.buffer)
        except EOFError:
            return
        _send(told, _crawl(*what) if kind == CRAWL else _piece(what))


def _crawl(call: str, job: Job) -> tuple[CrawlOutcome, str | None]:
    crawl, until = named(call), time.monotonic() + PATIENCE
    while True:
        crew = Crew(crawl, 1, on_tick=_go_with_the_worker)
        outcome = crew.run([job])[job.slug]
        if crew.unfinished:
            raise SystemExit  # we were told to end: that is no outcome
        # With an archive it had begun, and its lease was taken over: whoever did that crawls the site, and we are not
        # to begin again after it, for nobody.
        began = outcome.archive is not None
        if outcome.exit != Exit.LOCKED or began or time.monotonic() > until:
            return outcome, outcome.message if job.slug in crew.crashed else None
        _go_with_the_worker()
        time.sleep(0.5)


def _piece(task: Task[Any]) -> tuple[str, Any]:
    try:
        return DONE, task[0](*task[1])
    except Exception as error:  # whatever it is, it is for whoever asked
        return RAISED, error


def _go_with_the_worker() -> None:
    watch = select.poll()
    watch.register(0, select.POLLIN)
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in watch.poll(0)):
        raise SystemExit  # the crew kills its child on the way out


if __name__ == "__main__":
    main()
