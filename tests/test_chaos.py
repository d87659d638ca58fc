"""Every worker killed at random, the scheduler once: what is kept in the end is what a quiet run keeps.

`make chaos` runs the same for longer: more sites, more kills, another seed each time (which it prints).
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from kept_archives import NIGHT, answer, exchange, page, read
from many_sites import LONG, wait_for
from test_engines import alive, facts
from test_reextract import old_reading

from archiver.cli import main
from archiver.engines.plan import Poison
from archiver.errors import Exit
from archiver.keeping import create_archive
from archiver.practice import PracticeServer

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'archiver[cluster]'")
import psutil

SITES = int(os.environ.get("CHAOS_SITES", "3"))
KILLS = int(os.environ.get("CHAOS_KILLS", "3"))
ARTICLES = int(os.environ.get("CHAOS_ARTICLES", "5"))
PAGES = 300
"""Of an archive that is read again: long enough for a storm."""
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


class Storm:
    """Workers killed at random, and the scheduler once."""

    def __init__(self, workers: Cluster, kills: int, pause: tuple[float, float]) -> None:
        self.workers, self.kills, self.pause = workers, kills, pause
        self.chance = random.Random(SEED)
        self.killed: set[int] = set()
        self.lost = False

    def rage(self, run: subprocess.Popen[bytes], begun: Callable[[], bool]) -> None:
        """While *run* goes on, from when it has something to lose; until the scheduler is gone."""
        while run.poll() is None and not begun():
            time.sleep(0.05)
        until = time.monotonic() + 60 + 10 * self.kills
        while run.poll() is None and time.monotonic() < until:
            time.sleep(self.chance.uniform(*self.pause))
            if not self.lost and len(self.killed) >= min(2, self.kills):
                self.workers.scheduler.send_signal(signal.SIGKILL)
                self.workers.scheduler.wait()
                self.lost = True
                return
            if len(self.killed) >= self.kills:
                return
            there = [one for one in self.workers.workers() if one.pid not in self.killed]
            if there and run.poll() is None:
                one = self.chance.choice(there)
                with suppress(psutil.Error):
                    one.kill()
                    self.killed.add(one.pid)

    def weathered(self, command: list[str], log: Path, begun: Callable[[], bool] = lambda: True) -> list[str]:
        """Give *command* until it ends well, and mend the cluster in between; what it said each time."""
        said = []
        for _ in range(RUNS):
            # It may take half a minute where others use the machine; for longer than that no command waits.
            wait_for(lambda: self.workers.workers() or self.workers.scheduler.poll() is not None)
            line = [sys.executable, "-m", "archiver", *command, "--on", self.workers.address, "-j", "2", "--lang", "en"]
            with log.open("w+b") as err, subprocess.Popen(line, stderr=err, stdout=err) as run:
                try:
                    self.rage(run, begun)
                    run.wait(LONG)
                finally:
                    run.kill()
                err.seek(0)
                said.append(err.read().decode())
            if run.returncode == Exit.OK:
                return said
            early = ("the scheduler has no worker", "no Dask scheduler answers")  # it had not begun
            lost = ("the scheduler was lost", "no worker is left")
            assert any(word in said[-1] for word in (early if run.returncode == Exit.USAGE else lost)), said
            assert run.returncode in (Exit.USAGE, Exit.UNREACHABLE), said
            if self.workers.scheduler.poll() is not None:
                with self.workers.lock:
                    self.workers.end()
                    self.workers.begin()
        raise AssertionError(said)


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers by way of /proc")
def test_what_is_kept_after_kills_at_random_is_what_a_quiet_run_keeps(tmp_path):
    quiet, stormy = tmp_path / "quiet", tmp_path / "stormy"
    with ExitStack() as stack:
        servers = [stack.enter_context(PracticeServer(articles=ARTICLES)) for _ in range(SITES)]
        for root in (quiet, stormy):
            root.mkdir()
            sites = (f'[sites.s{n}]\nurl = "{server.url}"\ndelay = 0.05\n' for n, server in enumerate(servers))
            (root / "archiver.toml").write_text("".join(sites))
        assert main(["crawl", "--all", "-j", "4", "--root", str(quiet)]) == Exit.OK
        storm = Storm(stack.enter_context(cluster(tmp_path / "dask.log")), KILLS, (0.2, 0.8))
        said = storm.weathered(
            ["crawl", "--all", "--root", str(stormy)], tmp_path / "said", lambda: any(stormy.glob("*/captures/*/*"))
        )
        print(f"seed {SEED}: {len(storm.killed)} workers killed, the scheduler too, {len(said)} runs: {said}")
        assert len(storm.killed) >= 2, "the storm was none"
        assert storm.lost
    assert facts(stormy) == facts(quiet)
    for archive in sorted(path.parent for path in stormy.glob("*/archive.json")):
        assert main(["verify", str(archive)]) == Exit.OK


def kept_lines(root: Path, *, placed: bool) -> dict[str, list[bytes]]:
    """Of each archive every line of its records, in order, without the names of runs, which are moments; *placed*: and
    where their captures stand, which WARC's own random names move by some bytes."""
    found = {}
    for archive in sorted(path.parent for path in root.glob("*/archive.json")):
        lines = b"".join(file.read_bytes() for file in sorted(archive.glob("records/*/*.jsonl")))
        lines = re.sub(rb"\d{8}T\d{6}Z", b"RUN", lines)
        if not placed:
            lines = re.sub(rb'"offset":\d+,"length":\d+', b"", lines)
        found[archive.name] = lines.splitlines()
    return found


@pytest.mark.skipif("CHAOS_SEED" not in os.environ, reason="some minutes: a part of `make chaos`")
@pytest.mark.parametrize("what", ["reextract", "verify", "index", "import"])
def test_what_is_read_under_kills_at_random_is_byte_for_byte_what_a_quiet_run_reads(tmp_path, capsys, what):
    quiet, stormy = tmp_path / "quiet", tmp_path / "stormy"
    for name in ("one", "other"):
        archive = create_archive(quiet, name, url="http://thu.example/", now=NIGHT)
        with archive.begin(NIGHT) as run:
            for number in range(PAGES):
                item = exchange(f"http://thu.example/tin/{number}", answer(page(number)))
                record = read(item, run.capture(item))
                run.keep(replace(record if number % 2 else old_reading(record), site=name))
            run.seal({})
    shutil.copytree(quiet, stormy)
    lines = {
        root: {
            "reextract": ["reextract", "--root", str(root)],
            "verify": ["verify", str(root)],
            "index": ["index", "--anew", "--root", str(root)],
            "import": [
                "import", *map(str, sorted(quiet.glob("*/captures/*/*.warc.gz"))), "--site", "in", "--root", str(root)
            ],
        }[what]
        for root in (quiet, stormy)
    }  # fmt: skip
    assert main([*lines[quiet], "-j", "2"]) == Exit.OK
    with cluster(tmp_path / "dask.log") as workers:
        storm = Storm(workers, KILLS, (0.1, 0.5))
        said = storm.weathered(lines[stormy], tmp_path / "said")
    print(f"{what}, seed {SEED}: {len(storm.killed)} workers killed, lost: {storm.lost}, {len(said)} runs: {said}")
    assert storm.killed, "the storm was none"
    assert kept_lines(stormy, placed=what != "import") == kept_lines(quiet, placed=what != "import")
    assert not Poison(stormy).pieces()
    answers = []
    for root in (quiet, stormy):
        capsys.readouterr()
        assert main(["search", "doan cong tac", "--root", str(root), "--json"]) == Exit.OK
        answers.append(re.sub(r"\d{8}T\d{6}Z", "RUN", capsys.readouterr().out).replace(str(root), ""))
        assert main(["verify", str(root)]) == Exit.OK
    assert answers[0] == answers[1]


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
                wait_for(lambda: (stormy / "s" / ".lease").is_dir() and list(stormy.glob("s/captures/*/*")))
                (held,) = (stormy / "s" / ".lease").glob("*.json")
                crawl = psutil.Process(json.loads(held.read_bytes())["pid"])
                helper = crawl.parent()
                worker = helper.parent()
                for stopped in (helper, crawl):  # a machine that stands still, as far as the others can see
                    stopped.suspend()
                    standing.append(stopped)
                (stormy / "s" / ".lock").unlink()  # our kernel's lock does not reach to other machines
                worker.kill()
                wait_for(lambda: not held.exists())
                crawl.resume()
                wait_for(lambda: not alive(crawl.pid))  # its helper, which stands still, has not heard of it
                helper.resume()
                run.wait(LONG)
            finally:
                run.kill()
                for stopped in standing:
                    with suppress(psutil.Error):
                        stopped.kill()
            err.seek(0)
            assert run.returncode == Exit.OK, err.read().decode()
    assert facts(stormy) == facts(quiet)
    assert main(["verify", str(stormy / "s")]) == Exit.OK
