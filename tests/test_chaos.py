"""Every worker killed at random, the scheduler once: what is kept in the end is what a quiet run keeps.

`make chaos` runs the same for longer: more sites, more kills, another seed each time (which it prints).
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from test_engines import alive, facts, wait_for

from archiver.cli import main
from archiver.errors import Exit
from archiver.practice import PracticeServer

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'archiver[cluster]'")
import psutil

SITES = int(os.environ.get("CHAOS_SITES", "3"))
KILLS = int(os.environ.get("CHAOS_KILLS", "3"))
ARTICLES = int(os.environ.get("CHAOS_ARTICLES", "5"))
SEED = int(os.environ.get("CHAOS_SEED", "10"))
RUNS = 6
"""So often is the command given at the most: each loss of the scheduler costs one, and one is the rule."""


def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Cluster:
    """A scheduler and two workers under a nanny, as a person would start them."""

    def __init__(self, log: Path) -> None:
        self.log = log.open("wb")
        self.ending, self.lock = threading.Event(), threading.Lock()
        self.begin()
        self.watch = threading.Thread(target=self._restart)
        self.watch.start()

    def begin(self) -> None:
        self.address = f"tcp://127.0.0.1:{port()}"
        self.scheduler = self._run(
            "distributed.cli.dask_scheduler", "--host", self.address, "--no-dashboard", "--dashboard-address", ":0"
        )
        self.begin_workers()

    def begin_workers(self) -> None:
        self.nanny = self._run(
            "distributed.cli.dask_worker", self.address, "--nworkers", "2", "--nthreads", "1", "--memory-limit", "0",
            "--no-dashboard", "--dashboard-address", ":0",
        )  # fmt: skip

    def _restart(self) -> None:
        """A nanny whose worker dies while it starts gives up; systemd would do the same."""
        while not self.ending.wait(0.2):
            with self.lock:
                if self.nanny.poll() is not None and self.scheduler.poll() is None:
                    self.begin_workers()

    def _run(self, *line: str) -> subprocess.Popen[bytes]:
        env = dict(os.environ)
        if "CHAOS_SEED" not in env:  # forked from a server that has imported Dask, it is back at once
            env["DASK_DISTRIBUTED__WORKER__MULTIPROCESSING_METHOD"] = "forkserver"
        return subprocess.Popen(
            [sys.executable, "-m", *line], env=env, stdout=self.log, stderr=self.log, start_new_session=True
        )

    def workers(self) -> list[psutil.Process]:
        """Those that the scheduler knows: a nanny whose worker dies while it starts gives up, and that is no storm."""
        with suppress(psutil.Error):
            below = psutil.Process(self.nanny.pid).children(recursive=True)
            return [process for process in below if self._is_connected(process)]
        return []

    def _is_connected(self, process: psutil.Process) -> bool:
        there = int(self.address.rpartition(":")[2])
        with suppress(psutil.Error):
            return any(one.raddr and one.raddr.port == there for one in process.net_connections("tcp4"))
        return False

    def end(self) -> None:
        for process in (self.nanny, self.scheduler):
            with suppress(psutil.Error):
                for child in psutil.Process(process.pid).children(recursive=True):
                    with suppress(psutil.Error):
                        child.kill()
            process.kill()
            process.wait()


@contextmanager
def cluster(log: Path) -> Iterator[Cluster]:
    one = Cluster(log)
    try:
        yield one
    finally:
        one.ending.set()
        one.watch.join()
        one.end()
        one.log.close()


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers by way of /proc")
def test_what_is_kept_after_kills_at_random_is_what_a_quiet_run_keeps(tmp_path):
    chance = random.Random(SEED)
    quiet, stormy = tmp_path / "quiet", tmp_path / "stormy"
    with ExitStack() as stack:
        servers = [stack.enter_context(PracticeServer(articles=ARTICLES)) for _ in range(SITES)]
        for root in (quiet, stormy):
            root.mkdir()
            sites = (f'[sites.s{n}]\nurl = "{server.url}"\ndelay = 0.05\n' for n, server in enumerate(servers))
            (root / "archiver.toml").write_text("".join(sites))
        assert main(["crawl", "--all", "-j", "4", "--root", str(quiet)]) == Exit.OK
        workers = stack.enter_context(cluster(tmp_path / "dask.log"))
        killed: set[int] = set()
        lost, said = False, []
        for _ in range(RUNS):
            line = ["crawl", "--all", "--on", workers.address, "-j", "2", "--root", str(stormy), "--lang", "en"]
            with (tmp_path / "said").open("w+b") as err:
                run = subprocess.Popen([sys.executable, "-m", "archiver", *line], stderr=err, stdout=err)
                try:
                    lost |= storm(run, workers, stormy, killed, chance, lost)
                    run.wait(90)
                finally:
                    run.kill()
                    run.wait()
                err.seek(0)
                said.append(err.read().decode())
            if run.returncode == Exit.OK:
                break
            if run.returncode == Exit.USAGE and "the scheduler has no worker" in said[-1]:
                continue  # a machine with much to do: they are still beginning
            assert run.returncode == Exit.UNREACHABLE, said
            if workers.scheduler.poll() is not None:
                assert "the scheduler was lost" in said[-1]
                with workers.lock:
                    workers.end()
                    workers.begin()
        print(f"seed {SEED}: {len(killed)} workers killed, scheduler lost: {lost}, {len(said)} runs: {said}")
        assert run.returncode == Exit.OK, said
        assert len(killed) >= 2, "the storm was none"
        assert lost
    assert facts(stormy) == facts(quiet)
    for archive in sorted(path.parent for path in stormy.glob("*/archive.json")):
        assert main(["verify", str(archive)]) == Exit.OK


def storm(
    run: subprocess.Popen[bytes], workers: Cluster, root: Path, killed: set[int], chance: random.Random, lost: bool
) -> bool:
    """Kill workers at random while *run* goes on, and the scheduler once; whether that was done."""
    while run.poll() is None and not list(root.glob("*/captures/*/*")):  # nothing to lose yet
        time.sleep(0.05)
    until = time.monotonic() + 20 + 3 * KILLS
    while run.poll() is None and time.monotonic() < until:
        time.sleep(chance.uniform(0.2, 0.8))
        if not lost and len(killed) >= 2:
            workers.scheduler.send_signal(signal.SIGKILL)
            workers.scheduler.wait()
            return True
        if len(killed) >= KILLS:
            break
        there = [one for one in workers.workers() if one.pid not in killed]
        if there and run.poll() is None:
            one = chance.choice(there)
            with suppress(psutil.Error):
                one.kill()
                killed.add(one.pid)
    return False


@pytest.mark.skipif("CHAOS_SEED" not in os.environ, reason="some 20 s: a part of `make chaos`")
def test_a_worker_that_was_thought_dead_and_comes_back_writes_nothing_over_its_successor(tmp_path, monkeypatch):
    monkeypatch.setenv("ARCHIVER_LEASE_SECONDS", "3")
    with PracticeServer(articles=ARTICLES) as server, cluster(tmp_path / "dask.log") as workers:
        for root in (tmp_path / "quiet", tmp_path / "stormy"):
            root.mkdir()
            (root / "archiver.toml").write_text(f'[sites.s]\nurl = "{server.url}"\ndelay = 0.2\n')
        quiet, stormy = tmp_path / "quiet", tmp_path / "stormy"
        standing: list[psutil.Process] = []
        assert main(["crawl", "--all", "--root", str(quiet)]) == Exit.OK
        line = [sys.executable, "-m", "archiver", "crawl", "--all", "--on", workers.address, "--root", str(stormy)]
        with (tmp_path / "said").open("w+b") as err, subprocess.Popen(line, stderr=err, stdout=err) as run:
            try:
                wait_for(lambda: (stormy / "s" / ".lease").is_dir() and list(stormy.glob("s/captures/*/*")), 60)
                (held,) = (stormy / "s" / ".lease").glob("*.json")
                crawl = psutil.Process(json.loads(held.read_bytes())["pid"])
                helper = crawl.parent()
                worker = helper.parent()
                for stopped in (helper, crawl):  # a machine that stands still, as far as the others can see
                    stopped.suspend()
                    standing.append(stopped)
                (stormy / "s" / ".lock").unlink()  # our kernel's lock does not reach to other machines
                worker.kill()
                wait_for(lambda: not held.exists(), 60)
                crawl.resume()
                wait_for(lambda: not alive(crawl.pid), 30)  # its helper, which stands still, has not heard of it
                helper.resume()
                run.wait(90)
            finally:
                run.kill()
                for stopped in standing:
                    with suppress(psutil.Error):
                        stopped.kill()
            err.seek(0)
            assert run.returncode == Exit.OK, err.read().decode()
    assert facts(stormy) == facts(quiet)
    assert main(["verify", str(stormy / "s")]) == Exit.OK
