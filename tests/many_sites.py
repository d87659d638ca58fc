"""Crawls that engines are tried with: found by name on a worker and in its helper (see `PYTHONPATH` in the tests)."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from archiver.errors import Exit
from archiver.running import CrawlOptions, CrawlOutcome
from archiver.running.many import Job

LONG = 600.0
"""Seconds after which a test counts as one that hangs; on a machine that others use, all but this is no wonder."""


def wait_for(what: Callable[[], Any]) -> None:
    """Until *what* comes."""
    deadline = time.monotonic() + LONG
    while not what():
        assert time.monotonic() < deadline, "it does not come"
        time.sleep(0.02)


def noted(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """Writes a file of its own, once a call, with when it began and ended."""
    began = time.time()
    time.sleep(0.1)
    with (options.root / f"{target}.ran").open("a") as file:
        file.write(f"{began} {time.time()}\n")
    return CrawlOutcome(exit=Exit.OK, message=f"{target}: as asked")


def crashing(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """The one called 'bad' kills its own process."""
    if target == "bad":
        os.kill(os.getpid(), signal.SIGKILL)
    return noted(target, options, progress=progress)


def locked(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """Finds the site locked, the first time; the one called 'lost' had begun, and lost its lease."""
    if (options.root / f"{target}.ran").exists():
        return noted(target, options, progress=progress)
    noted(target, options, progress=progress)
    return CrawlOutcome(exit=Exit.LOCKED, message="", archive=options.root / target if target == "lost" else None)


def lingering(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """Notes its process, and stays."""
    (options.root / f"{target}.pid").write_text(f"{os.getpid()} {os.getppid()}")
    time.sleep(LONG)
    raise AssertionError


def ending_well(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """Stays until it is told to end, the first time; then notes that it was."""
    if (options.root / f"{target}.ended").exists():
        return noted(target, options, progress=progress)
    told = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: told.set())
    (options.root / f"{target}.begun").write_text("")
    assert told.wait(LONG)
    (options.root / f"{target}.ended").write_text("in good order")
    return CrawlOutcome(exit=Exit.UNREACHABLE, message=f"{target}: stopped by signal")


def coordinating(root: Path, address: str) -> None:
    """Carries out a plan of three sites on the cluster at *address*."""
    from archiver.engines.carrying import Hooks, carry_out, engine_of

    jobs = [Job(slug, slug, slug, CrawlOptions(root=root)) for slug in ("a", "b", "c")]
    with engine_of(address, 2) as engine:
        carry_out(engine, "many_sites:ending_well", jobs, root, {}, Hooks())


def working(root: Path) -> None:
    """A worker, as far as its helper sees, with a crawl that lingers."""
    from archiver.engines.carrying import version
    from archiver.engines.unit import crawl_one

    os.environ["PYTHONPATH"] = str(Path(__file__).parent)  # the server that forks us may be older than the test
    crawl_one("many_sites:lingering", Job("a", "a", "a", CrawlOptions(root=root)), version(), "")


def without_archiver() -> None:
    """What a worker answers that has no archiver."""
    raise ModuleNotFoundError("No module named 'archiver'")


def total(folder: Path, numbers: list[int]) -> int:
    """Their sum; where 13 is among them the process dies, and a line more is in the note of the folder."""
    with (folder / "read").open("a") as note:
        note.write(f"{numbers}\n")
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    if 14 in numbers:
        raise ZeroDivisionError
    return sum(numbers)


def halves(task):
    """Of the numbers of `total`."""
    do, (folder, numbers) = task
    middle = len(numbers) // 2
    return [(do, (folder, part)) for part in (numbers[:middle], numbers[middle:])] if middle else []


def killing_its_worker(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """The first time, takes its worker with it; the second time all is well."""
    once = Path(options.root) / f"{target}.once"
    if not once.exists():
        once.write_text("")
        helper = os.getppid()
        worker = int(Path(f"/proc/{helper}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(worker, signal.SIGKILL)
        time.sleep(LONG)
    return noted(target, options, progress=progress)
