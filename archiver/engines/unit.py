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
from contextlib import suppress
from functools import cache
from typing import IO, Any

from archiver import __version__
from archiver.engines.carrying import named
from archiver.errors import Exit
from archiver.keeping.parallel import Task
from archiver.keeping.rereading import reader_state
from archiver.running.many import Crew, Job

PATIENCE = 20.0
"""Seconds for which a site that is locked is asked again: the child of a worker that was just lost may hold it yet."""
TRIES = 3
"""So many helpers may be lost under one task before it is given back."""

DONE, OTHER_VERSION, LOST = "done", "version", "lost"


@cache
def version() -> str:
    """What must be the same here and there, or the same page would be read differently."""
    return f"{__version__} (reader {reader_state()})"


# --- called by Dask, on a worker --------------------------------------------------------------------------------------

_idle: deque[subprocess.Popen[bytes]] = deque()


def crawl_one(call: str, job: Job, wanted: str) -> tuple[str, Any]:
    """(DONE, (outcome, how its process crashed or None)), (OTHER_VERSION, ours), or (LOST, why)."""
    if wanted != version():
        return OTHER_VERSION, version()
    for _ in range(TRIES):
        with suppress(EOFError, BrokenPipeError):
            return DONE, _ask((call, job))
    return LOST, f"its helper process was lost {TRIES} times"


def do_piece(task: Task[Any], wanted: str) -> tuple[str, Any]:
    """The same for a function of a module: (DONE, what it returns) or (OTHER_VERSION, ours)."""
    return (DONE, task[0](*task[1])) if wanted == version() else (OTHER_VERSION, version())


def _ask(question: Any) -> Any:
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
            call, job = _receive(sys.stdin.buffer)
        except EOFError:
            return
        crawl, until = named(call), time.monotonic() + PATIENCE
        while True:
            crew = Crew(crawl, 1, on_tick=_go_with_the_worker)
            outcome = crew.run([job])[job.slug]
            if outcome.exit != Exit.LOCKED or time.monotonic() > until:
                break
            _go_with_the_worker()
            time.sleep(0.5)
        if crew.unfinished:
            raise SystemExit  # someone told us to end: that is no outcome
        _send(told, (outcome, outcome.message if job.slug in crew.crashed else None))


def _go_with_the_worker() -> None:
    watch = select.poll()
    watch.register(0, select.POLLIN)
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in watch.poll(0)):
        raise SystemExit  # the crew kills its child on the way out


if __name__ == "__main__":
    main()
