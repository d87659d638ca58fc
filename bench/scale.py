"""What engines cost and give: the overhead of a task, sites crawled and pages read again on 1, 2 and 4 workers, memory.

python -m bench.scale [overhead|crawl|reextract|all|quiet] [--sites N] [--pages M] [--workers 1,2,4] [--on local,dask]

The issue asks for 2,000 sites and 1,000,000 pages; the numbers are options, and what was run stands beside the figures.
`quiet` is all of it in less than 10 minutes of a machine that does nothing else: for efficiencies by the clock.
The sites are served by this machine too, by a process of its own, whose processor time is left out of what is counted.
Other programs of the machine lengthen every run, but neither the processor time of a page nor the share of the time
for which a worker had work: an efficiency is made of these two, beside the one that the clock gives.
The pages are one archive of the practice portal, as many times as it takes: its files are linked, not copied.
"""

from __future__ import annotations

import argparse
import http.server
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import psutil

from archiver.engines.carrying import Engine, Hooks, carry_out, engine_of, spreading
from archiver.keeping.parallel import in_order
from archiver.practice import PracticeServer
from archiver.reextract import reextract
from archiver.running import CrawlOptions
from archiver.running.many import Job
from bench.running import Sites
from spiders.crawling import crawl
from spiders.loading import load


def seconds(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def told(done: int, of: int, what: str, began: float, more: str = "") -> None:
    """So that a run that must be broken off says how far it came, and how fast."""
    took = time.perf_counter() - began
    left = took / done * (of - done) / 60
    load = os.getloadavg()[0]
    print(
        f"{done:,} of {of:,} {what} after {took:.0f} s: {done / took:.3g} a second, {left:.0f} minutes to go,"
        f" load {load:.1f}{more}",
        file=sys.stderr,
        flush=True,
    )


def row(*cells: object) -> None:
    print(
        "| " + " | ".join(f"{cell:,.3g}" if isinstance(cell, float) else str(cell) for cell in cells) + " |", flush=True
    )


class Watch:
    """Memory (the most at any time) and processor time of this process and of all below it, a server left out.

    Without a *server* it looks by itself; with one, sites are crawled, and it is to be told to `look`: beside another
    thread no site's process could be a fork, as it is where the command crawls (see running.many.Crew).
    """

    def __init__(self, server: int | None = None) -> None:
        self._server, self._looked = server, 0.0
        self._cpu, self._began, self._busy = self._used(), time.perf_counter(), self._wanted()
        self._last = self._cpu
        self._most: dict[str, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        if server is None:
            self._thread.start()

    def _processes(self) -> list[psutil.Process]:
        return [
            one for one in (psutil.Process(), *psutil.Process().children(recursive=True)) if one.pid != self._server
        ]

    def _used(self) -> float:
        """Of those that live, and of those that they have waited for."""
        used = 0.0
        for one in self._processes():
            with suppress(psutil.Error):
                used += sum(one.cpu_times()[:4])
        return used

    def _wanted(self) -> dict[tuple[int, str], float]:
        """Seconds for which each thread of each worker ran, or would have if other programs had left it a core."""
        found = {}
        for one in self._processes():
            with suppress(psutil.Error, OSError):
                if one.pid == os.getpid() or _kind(" ".join(one.cmdline())) in ("process of local", "worker of Dask"):
                    for thread in Path(f"/proc/{one.pid}/task").iterdir():
                        ran, waited, _ = map(int, (thread / "schedstat").read_text().split())
                        found[one.pid, thread.name] = (ran + waited) / 1e9
        return found

    def busy(self, workers: int, here: bool) -> float:
        """Share of the time for which the *workers* busiest threads had work; *here*: those of this process."""
        took = time.perf_counter() - self._began
        grown = [
            now - self._busy.get(thread, 0.0)
            for thread, now in self._wanted().items()
            if here == (thread[0] == os.getpid())
        ]
        return sum(sorted(grown)[-workers:]) / workers / took

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            self.look()

    def look(self) -> None:
        """How large each is now, if two seconds have passed since."""
        if time.perf_counter() < self._looked + 2:
            return
        for one in self._processes():
            with suppress(psutil.Error):
                line = " ".join(one.cmdline())
                kind = "coordinator (and Dask's scheduler)" if one.pid == os.getpid() else _kind(line)
                # What is shared is divided among those that share it.
                self._most[kind] = max(self._most.get(kind, 0.0), one.memory_full_info().pss / 2**20)
        self._looked = time.perf_counter()

    def since(self) -> float:
        """Processor time since this was last asked, in seconds: whether a page costs at the end what it did first."""
        before, self._last = self._last, self._used()
        return self._last - before

    def end(self) -> float:
        """Processor time since the beginning, in seconds; before its processes are ended."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
        return self._used() - self._cpu

    def memory(self) -> str:
        """In MiB, the largest of each kind."""
        return ", ".join(f"{kind} {size:.0f}" for kind, size in self._most.items())


def _kind(line: str) -> str:
    if "archiver.engines.unit" in line:
        return "helper or its crawl"
    if "forkserver" in line:
        return "process of local"
    return "worker of Dask" if "spawn_main" in line else "crawl of local" if "bench.scale" in line else "other"


# --- overhead ---------------------------------------------------------------------------------------------------------


def overhead(tasks: int) -> None:
    """Tasks that do nothing, on 2 workers: what one costs on its way there and back."""
    print(f"\n{tasks} tasks that do nothing, 2 workers\n\n| engine | ms a task |\n|---|---|")
    list_of = [(abs, (n,)) for n in range(tasks)]
    row("none (this process)", 1000 * seconds(lambda: list(in_order(list_of, 1))) / tasks)
    with ProcessPoolExecutor(2, mp_context=get_context("forkserver")) as pool:
        list(pool.map(abs, range(8)))
        took = seconds(lambda: [future.result() for future in [pool.submit(abs, n) for n in range(tasks)]])
        row("concurrent.futures", 1000 * took / tasks)
    row("local (in_order, start included)", 1000 * seconds(lambda: list(in_order(list_of, 2))) / tasks)
    with suppress(ImportError):
        from loky import get_reusable_executor

        loky = get_reusable_executor(max_workers=2)
        list(loky.map(abs, range(8)))
        row("loky", 1000 * seconds(lambda: [f.result() for f in [loky.submit(abs, n) for n in range(tasks)]]) / tasks)
        loky.shutdown(kill_workers=True)
    began = time.perf_counter()
    with engine_of("dask", 2) as engine:
        up = time.perf_counter() - began
        spread = engine.spread()
        list(spread(list_of[:100]))
        row("dask", 1000 * seconds(lambda: list(spread(list_of))) / tasks)
    print(f"\nDask is up after {up:.2f} s.")


# --- sites ------------------------------------------------------------------------------------------------------------


@contextmanager
def sites() -> Iterator[tuple[int, int]]:
    """(the port at which every loopback address is a small site, the process that serves them)."""
    code = "import sys; from bench.scale import serve; serve()"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as server:
        try:
            assert server.stdout is not None
            yield int(server.stdout.readline()), server.pid
        finally:
            server.kill()


def serve() -> None:
    class Quiet(Sites):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("", 0), Quiet)
    threading.Thread(target=lambda: print(server.server_port, flush=True)).start()
    server.serve_forever()


def crawling(engine: Engine, port: int, count: int, root: Path, tick: Callable[[], None]) -> float:
    jobs = []
    for n in range(count):
        host = f"127.{1 + n // 60000}.{n // 250 % 240}.{1 + n % 250}:{port}"
        jobs.append(Job(f"s{n}", f"http://{host}/", host, CrawlOptions(root=root, slug=f"s{n}", delay=0.0)))
    began, done = time.perf_counter(), itertools.count(1)

    def ended(*_: object) -> None:
        if (so_far := next(done)) % 100 == 0:
            told(so_far, count, "sites", began)

    carried = carry_out(engine, "spiders.crawling:crawl", jobs, root, {}, Hooks(ended=ended, tick=tick))
    took = time.perf_counter() - began
    bad = {slug: outcome.message for slug, outcome in carried.outcomes.items() if outcome.exit}
    assert not bad, bad
    assert len(list(root.glob("*/records/*/*.jsonl"))) == count
    return took


def crawls(count: int, engines: Sequence[str], numbers: Sequence[int]) -> None:
    load(many=True)  # as the command does: each process shares what it was forked with
    print(f"\n{count} sites of 9 pages, first harvest, no delay; CPU and memory without the server\n")
    print("| engine | workers | sites a second | efficiency | CPU s a site | most memory, MiB a process |")
    print("|---|---|---|---|---|---|")
    for on in engines:
        alone = 0.0
        for workers in numbers:
            with sites() as (port, server), tempfile.TemporaryDirectory() as root, engine_of(on, workers) as engine:
                watch = Watch(server)
                pace = count / crawling(engine, port, count, Path(root), watch.look)
                cpu = watch.end() / count
            alone = alone or pace
            row(on, workers, pace, pace / alone * numbers[0] / workers, cpu, watch.memory())


# --- pages ------------------------------------------------------------------------------------------------------------


def linked(archive: Path, root: Path, times: int) -> list[Path]:
    """As many archives of the same files."""
    made = []
    for n in range(times):
        made.append(root / f"{archive.name}{n:05d}")
        for path in archive.rglob("*"):
            to = made[-1] / path.relative_to(archive)
            to.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file():
                to.hardlink_to(path)
    return made


def pages(total: int, of_one: int, engines: Sequence[str], numbers: Sequence[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with PracticeServer(articles=of_one) as server:
            crawl(server.url, CrawlOptions(root=root, slug="p", delay=0.0))
        made = reextract(root / "p", now=datetime.now(UTC), dry_run=True, workers=2)
        archives = linked(root / "p", root, max(1, round(total / made.records)))
        count = len(archives) * made.records
        print(f"\n{count:,} captured pages read again: {len(archives)} archives of {made.records}\n")
        print(
            "| engine | workers | pages a second | against the first | CPU ms a page | busy | efficiency (CPU × busy)"
            " | most memory, MiB a process |\n|---|---|---|---|---|---|---|---|"
        )
        for on in engines:
            alone, cheap = 0.0, 0.0
            for workers in numbers:
                asked = workers if on == "local" else None
                with spreading(on, workers, root, small_here=False):
                    watch = Watch()
                    began = time.perf_counter()
                    for n, archive in enumerate(archives):
                        if n and n % 10 == 0:
                            each = 1000 * watch.since() / 10 / made.records
                            told(
                                n * made.records,
                                count,
                                "pages",
                                began,
                                f", the latest {each:.2f} ms of processor each; {watch.memory()} MiB",
                            )
                        outcome = reextract(archive, now=datetime.now(UTC), dry_run=True, workers=asked)
                        assert (outcome.records, outcome.changed, outcome.unreadable) == (made.records, 0, [])
                    pace = count / (time.perf_counter() - began)
                    busy = watch.busy(workers, here=on == "local" and workers == 1)
                    cpu = 1000 * watch.end() / count
                alone, cheap = alone or pace, cheap or cpu / busy
                against = pace / alone * numbers[0] / workers
                row(on, workers, pace, against, cpu, busy, cheap / cpu * busy, watch.memory())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="all", choices=["overhead", "crawl", "reextract", "all", "quiet"])
    parser.add_argument("--tasks", type=int, default=2000)
    parser.add_argument("--sites", type=int, default=60)
    parser.add_argument("--pages", type=int, default=6000)
    parser.add_argument("--of-one", type=int, default=600, help="pages of one archive")
    parser.add_argument("--on", default="local,dask")
    parser.add_argument("--workers", default="1,2,4", help="efficiency is told against the first of them")
    asked = parser.parse_args()
    if asked.what == "quiet":
        asked.what, asked.sites, asked.pages, asked.of_one = "all", 80, 20_000, 2000
    engines, numbers = asked.on.split(","), [int(number) for number in asked.workers.split(",")]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} before; {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    # Sites first: beside the threads that the others leave, none of them could be a fork.
    if asked.what in ("crawl", "all"):
        crawls(asked.sites, engines, numbers)
    if asked.what in ("reextract", "all"):
        pages(asked.pages, asked.of_one, engines, numbers)
    if asked.what in ("overhead", "all"):
        overhead(asked.tasks)


if __name__ == "__main__":
    main()
