"""What engines cost and give: the overhead of a task, sites crawled and pages read again on 1, 2 and 4 workers, memory.

python -m bench.scale [overhead|crawl|reextract|all] [--sites N] [--pages M] [--rounds K]

The issue asks for 2,000 sites and 1,000,000 pages; the numbers are options, and what was run stands beside the figures.
The sites are served by this machine too, by a process of its own: its processor time is a part of every crawl here.
"""

from __future__ import annotations

import argparse
import http.server
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import psutil

from archiver.engines.carrying import Engine, Hooks, carry_out, engine_of
from archiver.keeping.parallel import in_order, spread_by
from archiver.practice import PracticeServer
from archiver.reextract import reextract
from archiver.running import CrawlOptions
from archiver.running.many import Job
from bench.running import Sites
from spiders.crawling import crawl

WORKERS = (1, 2, 4)


def seconds(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def row(*cells: object) -> None:
    print(
        "| " + " | ".join(f"{cell:,.3g}" if isinstance(cell, float) else str(cell) for cell in cells) + " |", flush=True
    )


def memory() -> Iterator[tuple[str, int, float]]:
    """(what, how many, MiB of memory of one: what is shared divided among those that share it)."""
    kinds: dict[str, list[float]] = {"coordinator (and scheduler)": [_pss(psutil.Process())]}
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            line = " ".join(process.cmdline())
            kind = "helper" if "archiver.engines.unit" in line else "worker" if "spawn_main" in line else ""
            if kind:
                kinds.setdefault(kind, []).append(_pss(process))
    for kind, sizes in kinds.items():
        yield kind, len(sizes), sum(sizes) / len(sizes)


def _pss(process: psutil.Process) -> float:
    return process.memory_full_info().pss / 2**20


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
        assert spread is not None
        list(spread(list_of[:100]))
        row("dask", 1000 * seconds(lambda: list(spread(list_of))) / tasks)
    print(f"\nDask is up after {up:.2f} s.")


# --- sites ------------------------------------------------------------------------------------------------------------


@contextmanager
def sites() -> Iterator[int]:
    """The port at which every loopback address is a small site; served by a process of its own."""
    code = "import sys; from bench.scale import serve; serve()"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as server:
        try:
            assert server.stdout is not None
            yield int(server.stdout.readline())
        finally:
            server.kill()


def serve() -> None:
    class Quiet(Sites):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("", 0), Quiet)
    threading.Thread(target=lambda: print(server.server_port, flush=True)).start()
    server.serve_forever()


def crawling(engine: Engine, port: int, count: int, root: Path) -> float:
    jobs = []
    for n in range(count):
        host = f"127.{1 + n // 60000}.{n // 250 % 240}.{1 + n % 250}:{port}"
        jobs.append(Job(f"s{n}", f"http://{host}/", host, CrawlOptions(root=root, slug=f"s{n}", delay=0.0)))
    began = time.perf_counter()
    carried = carry_out(engine, "spiders.crawling:crawl", jobs, root, {}, Hooks())
    took = time.perf_counter() - began
    bad = {slug: outcome.message for slug, outcome in carried.outcomes.items() if outcome.exit}
    assert not bad, bad
    assert len(list(root.glob("*/records/*/*.jsonl"))) == count
    return took


def crawls(count: int) -> None:
    print(f"\n{count} sites of 9 pages, first harvest, no delay\n")
    print("| engine | workers | sites a second | efficiency | CPU s a site, server left out |\n|---|---|---|---|---|")
    notes = []
    for on in ("local", "dask"):
        alone = 0.0
        for workers in WORKERS:
            with ExitStack() as stack:
                port = stack.enter_context(sites())
                root = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                before = _cpu()
                with engine_of(on, workers) as engine:
                    took = crawling(engine, port, count, root)
                    if on == "dask" and workers == 2:
                        notes = list(memory())
                    pace = count / took
                # Children are counted once they are waited for: after the engine was closed.
                alone = alone or pace
                # A Dask worker does not wait for its helpers' helpers: the system counts theirs for nobody.
                row(on, workers, pace, pace / alone / workers, (_cpu() - before) / count if on == "local" else "–")
    print("\nMemory of Dask with 2 workers, after that (PSS, MiB each):")
    for kind, many, size in notes:
        print(f"- {kind}: {many} of {size:.0f}")


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


# --- pages ------------------------------------------------------------------------------------------------------------


def pages(count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with PracticeServer(articles=count) as server:
            crawl(server.url, CrawlOptions(root=Path(folder), slug="p", delay=0.0))
        archive = Path(folder) / "p"
        made = reextract(archive, now=datetime.now(UTC), dry_run=True, workers=2)
        print(f"\n{made.records} captured pages read again, {rounds} times\n")
        print("| engine | workers | pages a second | efficiency |\n|---|---|---|---|")
        for on in ("local", "dask"):
            alone = 0.0
            for workers in WORKERS:
                with engine_of(on, workers) as engine, spread_by(engine.spread()):
                    asked = workers if on == "local" else None

                    def again(asked: int | None = asked) -> None:
                        outcome = reextract(archive, now=datetime.now(UTC), dry_run=True, workers=asked)
                        assert (outcome.records, outcome.changed, outcome.unreadable) == (made.records, 0, [])

                    if on == "dask":
                        again()  # its workers import; the processes of local do so each time, and it is counted
                    pace = made.records * rounds / seconds(lambda again=again: [again() for _ in range(rounds)])
                alone = alone or pace
                row(on, workers, pace, pace / alone / workers)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="all", choices=["overhead", "crawl", "reextract", "all"])
    parser.add_argument("--tasks", type=int, default=2000)
    parser.add_argument("--sites", type=int, default=60)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} before; {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    if asked.what in ("overhead", "all"):
        overhead(asked.tasks)
    if asked.what in ("crawl", "all"):
        crawls(asked.sites)
    if asked.what in ("reextract", "all"):
        pages(asked.pages, asked.rounds)


if __name__ == "__main__":
    main()
