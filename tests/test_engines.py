"""Plans that survive whoever carries them out, and engines that carry them: real processes, real files, a real Dask."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import pairwise
from multiprocessing import forkserver, get_context
from pathlib import Path
from typing import Any

import many_sites
import pytest
from failing_disks import QuickDisk
from hypothesis import given, settings
from hypothesis import strategies as st
from many_sites import wait_for

from archiver import open_archive
from archiver.cli import main
from archiver.cli.running import poisoned
from archiver.engines import unit
from archiver.engines.carrying import Hooks, Local, carry_out, engine_of, spreading
from archiver.engines.plan import FOLDER, Outcome, Poison, begin, forget, open_plans, state_of
from archiver.errors import Exit, SiteUnreachable, UsageError
from archiver.keeping.captures import status_of
from archiver.keeping.parallel import CRASHES, Aside, in_order, spread_by
from archiver.practice import PracticeServer
from archiver.running import CrawlOptions
from archiver.running.many import Job

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


def job(root: Path, slug: str, host: str | None = None) -> Job:
    return Job(slug, slug, host or slug, CrawlOptions(root=root))


def ran(root: Path) -> dict[str, int]:
    """How often each site was crawled."""
    return {file.stem: len(file.read_text().splitlines()) for file in root.glob("*.ran")}


# --- the plan ---------------------------------------------------------------------------------------------------------

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)


@settings(max_examples=40)
@given(st.lists(NAMES, unique=True, max_size=8), st.data())
def test_of_a_plan_cut_off_anywhere_no_outcome_is_invented_and_no_earlier_one_lost(tmp_path_factory, units, data):
    root = tmp_path_factory.mktemp("plan")
    done = [unit for unit in units if data.draw(st.booleans())]
    with begin(root, "crawl", units, {}, now=NOW, disk=QuickDisk()) as plan:
        for unit in done:
            plan.done(Outcome(unit, 0, f"{unit}: ‘fine’\n"))
        path = plan.path
    whole = path.read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    state = state_of(whole[:cut])
    expected = [unit for unit in done if unit in state.outcomes]
    assert expected == done[: len(expected)]
    assert len(expected) >= whole[:cut].count(b'{"done"') - 1
    if units and whole[:cut].count(b"\n"):  # its head is there
        path.write_bytes(whole[:cut])
        with begin(root, "crawl", units, {}, now=NOW + timedelta(hours=1), disk=QuickDisk()) as again:
            assert again.path == path
            assert again.left() == [unit for unit in units if unit not in expected]
            for unit in again.left():
                again.done(Outcome(unit, 0))
            assert again.end() == []
        assert state_of(path.read_bytes()).ended
        assert set(state_of(path.read_bytes()).outcomes) == set(units)


@pytest.mark.parametrize(
    ("what", "later", "arguments", "taken_up"),
    [
        ("the same command", timedelta(hours=2), {"full": True}, 1),
        ("another command", timedelta(hours=2), {"full": None}, 0),
        ("tonight's, not yesterday's", timedelta(hours=23), {"full": True}, 0),
        ("that of a machine whose clock goes an hour before ours", -timedelta(hours=1), {"full": True}, 1),
        ("a clock that was set back by a day", -timedelta(hours=24), {"full": True}, 0),
    ],
)
def test_a_plan_is_taken_up_by_the_next_run_of_the_same_command(tmp_path, what, later, arguments, taken_up):
    with begin(tmp_path, "crawl", ["a", "b"], {"full": True}, now=NOW) as plan:
        plan.done(Outcome("a", 3, "a: an alarm"))
    with begin(tmp_path, "crawl", ["b", "a", "c"], arguments, now=NOW + later) as again:
        assert again.taken_up == taken_up, what
        assert again.left() == (["b", "c"] if taken_up else ["b", "a", "c"])


def test_a_plan_that_ended_or_was_set_aside_is_not_taken_up(tmp_path):
    with begin(tmp_path, "crawl", ["a"], {}, now=NOW) as plan:
        plan.done(Outcome("a", 0))
        assert plan.end() == []
    with begin(tmp_path, "crawl", ["a", "b"], {}, now=NOW) as plan:
        assert plan.left() == ["a", "b"]
        plan.done(Outcome("a", 0))
        assert plan.end() == ["b"]
    forget(tmp_path, "crawl", {})
    with begin(tmp_path, "crawl", ["a", "b"], {}, now=NOW) as plan:
        assert plan.taken_up == 0


HOLDER = """
import sys, time
from datetime import datetime
from pathlib import Path
from archiver.engines.plan import Outcome, begin
plan = begin(Path(sys.argv[1]), "crawl", ["a", "b"], {}, now=datetime.fromisoformat(sys.argv[2]))
plan.done(Outcome("a", 0))
print("ready", flush=True)
time.sleep(600)
"""


def test_only_a_plan_whose_coordinator_is_dead_is_taken_up(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path), NOW.isoformat()], stdout=subprocess.PIPE
    ) as holder:
        try:
            assert holder.stdout.readline() == b"ready\n"
            with begin(tmp_path, "crawl", ["a", "b"], {}, now=NOW) as mine:
                assert mine.left() == ["a", "b"]
                for unit in mine.left():
                    mine.done(Outcome(unit, 0))
                mine.end()
        finally:
            holder.kill()
    with begin(tmp_path, "crawl", ["a", "b"], {}, now=NOW) as after:
        assert after.left() == ["b"]


def test_a_plan_of_a_whole_country_is_begun_and_taken_up_in_seconds(tmp_path):
    units = [f"s{n}" for n in range(20_000)]
    began = time.process_time()
    with begin(tmp_path, "crawl", units, {}, now=NOW, disk=QuickDisk()) as plan:
        for unit in units[:500]:
            plan.done(Outcome(unit, 0))
    with begin(tmp_path, "crawl", units, {}, now=NOW, disk=QuickDisk()) as plan:
        assert plan.taken_up == 500
        assert plan.left() == units[500:]
    assert time.process_time() - began < 5  # 0.2 where nobody else is at work


# --- carried out ------------------------------------------------------------------------------------------------------


def test_a_site_without_a_result_is_named_and_the_plan_stays(tmp_path):
    class Forgetful:
        def crawl(self, call, jobs, hooks):
            for one in jobs[1:]:
                hooks.ended(one.slug, many_sites.noted(one.target, one.options, progress=None), None)

    jobs = [job(tmp_path, slug) for slug in ("a", "b", "c")]
    carried = carry_out(Forgetful(), "", jobs, tmp_path, {}, Hooks())
    assert carried.outcomes["a"].exit == Exit.UNREACHABLE
    assert carried.outcomes["a"].message == "a: it has no result; run again, the plan goes on with it"
    again = carry_out(Local(2), "many_sites:noted", jobs, tmp_path, {}, Hooks())
    assert again.taken_up == 2
    assert {outcome.exit for outcome in again.outcomes.values()} == {Exit.OK}
    assert ran(tmp_path) == {"a": 1, "b": 1, "c": 1}


def test_what_crashes_three_times_is_set_aside_until_someone_lifts_it(tmp_path, capsys):
    jobs = [job(tmp_path, slug) for slug in ("bad", "good")]
    for crashes in range(1, CRASHES + 1):
        carried = carry_out(Local(2), "many_sites:crashing", jobs, tmp_path, {}, Hooks())
        assert carried.outcomes["bad"].exit == Exit.UNREACHABLE
        assert bool(Poison(tmp_path).aside()) == (crashes == CRASHES)
    carried = carry_out(Local(2), "many_sites:crashing", jobs, tmp_path, {}, Hooks())
    assert carried.outcomes["bad"].exit == Exit.ALARM
    assert carried.outcomes["bad"].message.startswith("bad: set aside, since its process crashed 3 times in a row")
    assert poisoned("bad", Poison(tmp_path).aside()["bad"], ()).severity == "alarm"
    (tmp_path / "archiver.toml").write_text('[sites.bad]\nurl = "http://127.0.0.1:9/"\n')
    assert main(["status", "--root", str(tmp_path), "--json"]) == Exit.OK
    site = json.loads(capsys.readouterr().out.splitlines()[0])
    assert [alarm["code"] for alarm in site["alarms"]] == ["poison"]
    assert main(["accept", "bad", "--root", str(tmp_path)]) == Exit.OK
    assert "Once that is mended: archiver accept bad poison" in capsys.readouterr().err
    assert Poison(tmp_path).aside()
    assert main(["accept", "bad", "poison", "--root", str(tmp_path)]) == Exit.OK
    assert Poison(tmp_path).aside() == {}


def test_a_good_end_clears_the_count(tmp_path):
    poison = Poison(tmp_path)
    for _ in range(CRASHES - 1):
        poison.crashed("a", "killed")
    carry_out(Local(1), "many_sites:noted", [job(tmp_path, "a")], tmp_path, {}, Hooks())
    poison.crashed("a", "killed")
    assert poison.aside() == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["crawl", "--all", "--on", "spark"], "'spark' is no engine. There are: local, dask, and"),
        (["crawl", "http://a.example/", "--on", "dask"], "give --all with them"),
    ],
)
def test_an_engine_that_cannot_be_is_said_in_one_line(tmp_path, capsys, line, said):
    (tmp_path / "archiver.toml").write_text('[sites.a]\nurl = "http://127.0.0.1:9/"\n')
    assert main([*line, "--root", str(tmp_path)]) == Exit.USAGE
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_without_dask_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"Dask is not installed. Install it: pip install 'archiver\[cluster\]'"), \
            engine_of("dask", 1):  # fmt: skip
        pass


# --- on Dask ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def engine():
    pytest.importorskip("distributed", reason="Dask is not installed: pip install 'archiver[cluster]'")
    import dask

    # Forked from a server that has imported all, a worker that was killed is back in a tenth of the time. The one that
    # an earlier test began has not.
    forkserver._forkserver._stop()
    forkserver.set_forkserver_preload(["distributed", "archiver.keeping.verify", "archiver.reextract", "many_sites"])
    quick = {"distributed.worker.multiprocessing-method": "forkserver", "distributed.nanny.environ.PYTHONPATH": HERE}
    with pytest.MonkeyPatch.context() as patch, dask.config.set(quick):
        patch.setenv("PYTHONPATH", str(HERE))
        patch.setattr("archiver.engines.dask.WORKERS_WITHIN", many_sites.LONG)
        forkserver.ensure_running()
        with engine_of("dask", 2) as opened:
            yield opened


def test_a_scheduler_lost_between_an_end_and_its_fetching_is_told_as_lost(engine, tmp_path):
    from distributed.client import FutureCancelledError

    class Ended:
        """A future that has finished, and whose result went with the scheduler: no test can hit that moment."""

        status = "finished"

        def result(self, timeout=None):
            raise FutureCancelledError("crawl-a", "scheduler-connection-lost")

    with pytest.raises(SiteUnreachable, match="the scheduler was lost; 1 of 3 done; run again, it goes on"):
        engine._end(job(tmp_path, "a"), Ended(), Hooks(), 1, 3, Counter(), [])


class _WorkerGone:
    """A future whose worker died with its result; Dask does it again, and it ends the second time that one asks."""

    status = "lost"

    def __init__(self):
        self.asked = 0

    def result(self, timeout):
        self.asked += 1
        if self.asked == 1:
            raise TimeoutError
        return "done", 7


def test_a_worker_that_dies_with_its_result_is_not_the_loss_of_the_scheduler(engine, tmp_path):
    waiting, one = [], job(tmp_path, "a")
    assert engine._end(one, _WorkerGone(), Hooks(), 1, 3, Counter(), waiting) is False
    assert waiting == [one]
    assert engine.piece((abs, (7,)), _WorkerGone(), 1) == 7


def test_on_dask_every_site_is_crawled_once_and_no_two_of_one_host_together(engine, tmp_path):
    jobs = [job(tmp_path, f"a{n}", "one.example") for n in range(3)] + [job(tmp_path, f"b{n}") for n in range(3)]
    carried = carry_out(engine, "many_sites:noted", jobs, tmp_path, {}, Hooks())
    assert {outcome.message for outcome in carried.outcomes.values()} == {f"{one.slug}: as asked" for one in jobs}
    assert set(ran(tmp_path).values()) == {1}
    spans = sorted(tuple(map(float, file.read_text().split())) for file in tmp_path.glob("a*.ran"))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_on_dask_a_crash_is_of_the_site_and_counted(engine, tmp_path):
    jobs = [job(tmp_path, slug) for slug in ("bad", "good")]
    carried = carry_out(engine, "many_sites:crashing", jobs, tmp_path, {}, Hooks())
    assert "killed by SIGKILL" in carried.outcomes["bad"].message
    assert carried.outcomes["good"].exit == Exit.OK
    assert json.loads((tmp_path / FOLDER / "poison.json").read_text())["bad"]["crashes"] == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the test finds the worker by way of /proc")
def test_on_dask_a_lost_worker_loses_no_site_and_is_no_crash_of_the_site(engine, tmp_path):
    carried = carry_out(
        engine, "many_sites:killing_its_worker", [job(tmp_path, slug) for slug in ("a", "b")], tmp_path, {}, Hooks()
    )
    assert {outcome.exit for outcome in carried.outcomes.values()} == {Exit.OK}
    again = ran(tmp_path)  # twice where the answer was still on the worker that the other site takes with it
    assert again.keys() == {"a", "b"}
    assert max(again.values()) <= 2
    assert not (tmp_path / FOLDER / "poison.json").exists()


@pytest.mark.parametrize(("site", "calls", "exit_"), [("locked", 2, Exit.OK), ("lost", 1, Exit.LOCKED)])
def test_on_a_worker_a_locked_site_is_waited_for_and_one_whose_lease_was_lost_is_left_to_the_other(
    tmp_path, site, calls, exit_
):
    outcome, crash = unit._crawl("many_sites:locked", job(tmp_path, site))
    assert (outcome.exit, crash) == (exit_, None)
    assert len((tmp_path / f"{site}.ran").read_text().splitlines()) == calls


def test_a_worker_of_another_version_is_refused(engine, tmp_path, monkeypatch):
    monkeypatch.setattr("archiver.engines.dask.version", lambda: "9.9 (reader 0)")
    with (
        pytest.raises(UsageError, match="install the same there"),
        engine_of(engine._client.scheduler.address, 2),
    ):
        raise AssertionError("its workers were not asked")
    carried = carry_out(engine, "many_sites:noted", [job(tmp_path, "a")], tmp_path, {}, Hooks())
    assert isinstance(carried.stopped, UsageError)
    assert "runs archiver 0." in str(carried.stopped)
    assert "this is 9.9 (reader 0): install the same there" in str(carried.stopped)
    assert ran(tmp_path) == {}
    with pytest.raises(UsageError, match="install the same there"):
        list(engine.spread()([(len, ([1],))]))


def test_pieces_come_back_in_order_and_what_they_raise_is_raised_here(engine):
    assert [result for _, result in engine.spread()((pow, (n, 2)) for n in range(40))] == [n * n for n in range(40)]
    with pytest.raises(ZeroDivisionError):
        list(engine.spread()([(divmod, (1, 0))]))


class _Elsewhere:
    """A Spread that says so."""

    small_here = True

    def __call__(self, tasks, halves=None):
        return ((task, "elsewhere") for task in tasks)


@pytest.mark.parametrize("cores", [None, 1, 2])
@pytest.mark.parametrize(
    ("workers", "small", "done"),
    [(None, False, "elsewhere"), (2, False, "elsewhere"), (1, False, 1), (None, True, 1)],
)
def test_a_coordinator_of_one_core_hands_out_as_much_as_one_of_many(monkeypatch, cores, workers, small, done):
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    with spread_by(_Elsewhere()):
        assert [result for _, result in in_order([(abs, (-1,))], workers, small=small)] == [done]


# --- what takes its process with it -----------------------------------------------------------------------------------


@pytest.mark.parametrize("on", ["local", "dask"])
def test_of_a_piece_that_kills_its_process_only_what_does_it_is_set_aside_and_left_out_from_then_on(
    request, tmp_path, capsys, on
):
    on = request.getfixturevalue("engine")._client.scheduler.address if on == "dask" else on
    folder = tmp_path / "bad"
    folder.mkdir()
    pieces = [list(range(start, start + 4)) for start in range(0, 24, 4)]
    # 14 raises where it is read; here it is not.
    tasks = [(many_sites.total, (folder, [n for n in piece if n != 14])) for piece in pieces]
    for again in (False, True):
        (folder / "read").unlink(missing_ok=True)
        with spreading(on, 2, tmp_path, small_here=False):
            found = list(in_order(iter(tasks), 2, halves=many_sites.halves))
        done = [(arguments[1], result) for (_, arguments), result in found if not isinstance(result, Aside)]
        assert [numbers for numbers, _ in done] == (
            [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12], [15], [16, 17, 18, 19], [20, 21, 22, 23]]
        )
        assert all(sum(numbers) == result for numbers, result in done)
        assert [arguments[1] for (_, arguments), result in found if isinstance(result, Aside)] == [[13]]
        read = [json.loads(line) for line in (folder / "read").read_text().splitlines()]
        assert read.count([13]) == (0 if again else CRASHES)
        assert bool(again) == all(13 not in numbers for numbers in read)
    (tmp_path / "archiver.toml").write_text('[sites.bad]\nurl = "http://127.0.0.1:9/"\n')
    capsys.readouterr()
    assert main(["status", "--root", str(tmp_path), "--json"]) == Exit.OK
    (alarm,) = json.loads(capsys.readouterr().out)["alarms"]
    assert alarm["code"] == "poison"
    assert alarm["seen"].startswith("1 pieces of its archive took their process with them three times: bad total ")
    assert not Poison(tmp_path).aside(), "its crawls are none the worse"
    assert main(["accept", "bad", "poison", "--root", str(tmp_path)]) == Exit.OK
    assert Poison(tmp_path).pieces() == {}


@pytest.mark.parametrize("on", ["local", "dask"])
def test_what_a_piece_raises_is_raised_here_and_kills_nothing(request, tmp_path, on):
    on = request.getfixturevalue("engine")._client.scheduler.address if on == "dask" else on
    with spreading(on, 2, tmp_path, small_here=False), pytest.raises(ZeroDivisionError):
        list(in_order([(many_sites.total, (tmp_path, [14]))], 2))
    assert not Poison(tmp_path).pieces()


ENDLESS = """
import sys
from pathlib import Path
from many_sites import total
from archiver.keeping.parallel import in_order
def numbers():
    yield total, (Path(sys.argv[1]), [1])
    yield total, (Path(sys.argv[1]), [2])
    print("ready", flush=True)
    while True:
        pass
list(in_order(numbers(), 2))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes by way of /proc")
def test_processes_of_a_coordinator_that_is_killed_do_not_wait_for_ever(tmp_path):
    env = {**os.environ, "PYTHONPATH": str(HERE)}
    with subprocess.Popen([sys.executable, "-c", ENDLESS, str(tmp_path)], stdout=subprocess.PIPE, env=env) as parent:
        try:
            assert parent.stdout.readline() == b"ready\n"
            wait_for(lambda: (tmp_path / "read").exists() and len((tmp_path / "read").read_text().splitlines()) == 2)
            below = descendants(parent.pid)
            assert len(below) >= 2
        finally:
            parent.kill()
    wait_for(lambda: not any(map(alive, below)))


# --- told to end, or dead ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", ["local", "dask"])
def test_a_term_ends_crawls_in_good_order_and_the_next_run_takes_the_plan_up(request, tmp_path, on):
    engine = request.getfixturevalue("engine") if on == "dask" else Local(2)
    jobs = [job(tmp_path, slug) for slug in ("a", "b", "c")]

    def told() -> None:
        wait_for(lambda: len(list(tmp_path.glob("*.begun"))) == 2)
        os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=told)
    thread.start()
    carried = carry_out(engine, "many_sites:ending_well", jobs, tmp_path, {}, Hooks())
    thread.join()
    assert str(carried.stopped) == "stopped by a signal; 0 of 3 done; run again, it goes on"
    assert sorted(file.stem for file in tmp_path.glob("*.ended")) == sorted(
        file.stem for file in tmp_path.glob("*.begun")
    )
    (plan,) = open_plans(tmp_path, datetime.now(UTC))
    assert (plan.tasks, len(plan.outcomes), plan.at_work) == (3, 0, False)
    again = carry_out(engine, "many_sites:noted", jobs, tmp_path, {}, Hooks())
    assert {outcome.exit for outcome in again.outcomes.values()} == {Exit.OK}
    assert open_plans(tmp_path, datetime.now(UTC)) == []


def test_when_a_coordinator_is_killed_its_crawls_elsewhere_end_in_good_order_and_the_next_run_goes_on(
    engine, tmp_path, capsys
):
    with forked(many_sites.coordinating, tmp_path, engine._client.scheduler.address):
        wait_for(lambda: len(list(tmp_path.glob("*.begun"))) == 2)
        (tmp_path / "archiver.toml").write_text('[sites.a]\nurl = "http://127.0.0.1:9/"\n')
        assert main(["status", "--root", str(tmp_path), "--lang", "en"]) == Exit.OK
        assert "0 of 3 done (–); it is at work" in capsys.readouterr().out
    assert main(["status", "--root", str(tmp_path), "--lang", "en"]) == Exit.OK
    assert "0 of 3 done (–); it broke off, run it again" in capsys.readouterr().out
    wait_for(lambda: len(list(tmp_path.glob("*.ended"))) == 2)
    jobs = [job(tmp_path, slug) for slug in ("a", "b", "c")]
    carried = carry_out(engine, "many_sites:ending_well", jobs[:2], tmp_path, {}, Hooks())
    assert {outcome.message for outcome in carried.outcomes.values()} == {"a: as asked", "b: as asked"}
    assert len(list(tmp_path.glob("*.ended"))) == 2


def test_a_worker_without_archiver_is_refused(engine, monkeypatch):
    monkeypatch.setattr("archiver.engines.unit.introduce", many_sites.without_archiver)
    with (
        pytest.raises(UsageError, match=r"cannot run archiver \(No module named 'archiver'\), this is .*: install the"),
        engine_of(engine._client.scheduler.address, 2),
    ):
        raise AssertionError("it was not asked")


def test_a_worker_whose_clock_is_an_hour_apart_is_refused(engine, monkeypatch):
    monkeypatch.setattr("archiver.engines.dask.clock", lambda: time.time() + 3600)
    with (
        pytest.raises(UsageError, match=r"the clock of worker tcp://.* and ours are 60 minutes apart.*: set both by"),
        engine_of(engine._client.scheduler.address, 2),
    ):
        raise AssertionError("its clock was not asked for")


# --- and an engine that is away ---------------------------------------------------------------------------------------


def test_a_scheduler_that_is_not_there_is_said_in_one_line(tmp_path, capsys, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("archiver.engines.dask.REACHED_WITHIN", 1.0)
    (tmp_path / "archiver.toml").write_text('[sites.a]\nurl = "http://127.0.0.1:9/"\n')
    assert main(["crawl", "--all", "--on", "tcp://127.0.0.1:9", "--root", str(tmp_path)]) == Exit.USAGE
    err = capsys.readouterr().err
    assert "no Dask scheduler answers there" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("what", ["a web server", "what says nothing", "a worker"])
def test_what_is_no_scheduler_is_said_in_one_line_too(tmp_path, capsys, monkeypatch, what):
    distributed = pytest.importorskip("distributed")
    (tmp_path / "archiver.toml").write_text('[sites.a]\nurl = "http://127.0.0.1:9/"\n')
    line = ["crawl", "--all", "--root", str(tmp_path), "--on"]
    if what == "a worker":
        with distributed.LocalCluster(n_workers=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as own:
            assert main([*line, own.workers[0].worker_address]) == Exit.USAGE
    else:
        monkeypatch.setattr("archiver.engines.dask.REACHED_WITHIN", 1.0)
        with socket.create_server(("127.0.0.1", 0)) as server:  # the kernel takes the connection; nobody says a word
            if what == "a web server":
                threading.Thread(target=_answer_as_the_web, args=(server,), daemon=True).start()
            began = time.monotonic()
            assert main([*line, f"tcp://127.0.0.1:{server.getsockname()[1]}"]) == Exit.USAGE
            assert time.monotonic() - began < 15  # Dask alone: a minute, and for ever
    err = capsys.readouterr().err
    assert "no Dask scheduler answers there" in err
    assert ("it is a worker's address" in err) == (what == "a worker")
    assert err.count("\n") == 1


def _answer_as_the_web(server: socket.socket) -> None:
    with suppress(OSError):
        while True:
            one, _ = server.accept()
            one.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def test_a_scheduler_without_workers_is_no_wait_without_end(tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    from distributed import Client, LocalCluster

    from archiver.engines.dask import Dask

    monkeypatch.setattr("archiver.engines.dask.WORKERS_WITHIN", 1.0)
    monkeypatch.setattr("archiver.engines.dask.ASKED_EVERY", 0.3)
    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0") as own:
        with (
            pytest.raises(UsageError, match=r"--on tcp://.*: the scheduler has no worker. Start some: dask worker"),
            engine_of(own.scheduler_address, 1),
        ):
            raise AssertionError("there is none")
        with Client(own, set_as_default=False) as client:  # as if the last one had gone after we were let in
            opened = Dask(client, own.scheduler_address, 1)
            carried = carry_out(opened, "many_sites:noted", [job(tmp_path, "a")], tmp_path, {}, Hooks())
    assert "no worker is left; 0 of 1 done" in str(carried.stopped)


def test_the_crawl_dies_with_the_worker_that_it_works_for(tmp_path):
    noted = tmp_path / "a.pid"
    with forked(many_sites.working, tmp_path):
        wait_for(lambda: noted.exists() and len(noted.read_text().split()) == 2)
    pids = [int(pid) for pid in noted.read_text().split()]
    wait_for(lambda: not any(map(alive, pids)))  # the crawl, and its helper
    assert not any(map(alive, pids))


@contextmanager
def forked(target: Callable[..., None], *arguments: Any) -> Iterator[None]:
    """*target* in a process of its own, which is killed at the end; its imports are those of the server of forks."""
    process = get_context("forkserver").Process(target=target, args=arguments)
    process.start()
    try:
        yield
    finally:
        process.kill()
        process.join()


def descendants(pid: int) -> list[int]:
    own = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [*own, *(grandchild for child in own for grandchild in descendants(child))]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def facts(root: Path) -> dict[str, set[str]]:
    """Of each archive every record, and every address with the digests of what it showed. Left out is what the order of
    a walk decides: when, by which run and where in a file, and by which other addresses it had come there before."""
    found = {}
    for archive in sorted(path.parent for path in root.glob("*/archive.json")):
        of = found[archive.name] = set()
        for file in archive.glob("records/*/*.jsonl"):
            for row in map(json.loads, file.read_bytes().splitlines()):
                row |= {"run": None, "fetched_at": None, "urls": None, "capture": row["capture"]["digest"]}
                of.add(json.dumps(row, sort_keys=True))
        for ref, exchange in open_archive(archive).captures():
            if status_of(exchange.response) == 200:
                of.add(f"{exchange.url} showed {ref.digest}")
    return found


def test_local_and_dask_make_the_same_archives_and_read_them_alike(engine, tmp_path, capsys, monkeypatch):
    from archiver.engines.dask import Dask

    # So little would not be worth its way to a worker; here it is to go.
    monkeypatch.setattr(import_module("archiver.reextract"), "PAGES", 2)
    monkeypatch.setattr(import_module("archiver.reextract"), "SMALL", 0)
    monkeypatch.setattr(import_module("archiver.reextract"), "SMALL_ARCHIVE", 0)
    monkeypatch.setattr(import_module("archiver.keeping.verify"), "CHUNK", 100)
    pieces, one_piece = set(), Dask.piece
    monkeypatch.setattr(
        Dask, "piece", lambda self, task, *rest: (pieces.add(task[0].__name__), one_piece(self, task, *rest))[1]
    )
    engines = {"local": "local", "dask": engine._client.scheduler.address}
    with PracticeServer(articles=4) as one, PracticeServer(articles=4) as other:
        for name, on in engines.items():
            (tmp_path / name).mkdir()
            (tmp_path / name / "archiver.toml").write_text(
                f'[sites.one]\nurl = "{one.url}"\ndelay = 0\n[sites.other]\nurl = "{other.url}"\ndelay = 0\n'
            )
            line = ["crawl", "--all", "--on", on, "-j", "2", "--root", str(tmp_path / name)]
            assert main(line) == Exit.OK, capsys.readouterr().err
    local, dask = facts(tmp_path / "local"), facts(tmp_path / "dask")
    assert local == dask
    assert all(len(records) >= 4 for records in local.values())
    capsys.readouterr()
    said = {}
    root = str(tmp_path / "dask")
    for name, on in engines.items():
        assert main(["verify", root, "--on", on, "-j", "2"]) == Exit.OK
        assert main(["reextract", "--dry-run", "--root", root, "--on", on, "-j", "2"]) == Exit.OK
        assert main(["index", "--anew", "--root", root, "--on", on, "-j", "2"]) == Exit.OK
        assert main(["search", "khen thuong", "--root", root, "--json"]) == Exit.OK
        said[name] = capsys.readouterr().out
        warcs = sorted(map(str, (tmp_path / "dask" / "one" / "captures").glob("*/*.warc.gz")))
        assert main(["import", *warcs, "--site", "one", "--root", str(tmp_path / f"in-{name}"), "--on", on]) == Exit.OK
        capsys.readouterr()  # it names another folder for each
    assert said["local"] == said["dask"]
    assert facts(tmp_path / "in-local") == facts(tmp_path / "in-dask")
    assert len(facts(tmp_path / "in-dask")["one"]) >= 4
    assert pieces >= {"_check_captures_there", "_check_records", "_read_piece", "_read_pages", "_prepared"}


def test_of_many_archives_read_again_the_one_that_is_damaged_is_named_and_stops_no_other(tmp_path, capsys):
    with PracticeServer(articles=2) as server:
        (tmp_path / "archiver.toml").write_text(f'[sites.b]\nurl = "{server.url}"\ndelay = 0\n')
        assert main(["crawl", "--all", "--root", str(tmp_path)]) == Exit.OK
    for name in ("a", "c"):
        shutil.copytree(tmp_path / "b", tmp_path / name)
    (tmp_path / "a" / "archive.json").write_text("{}")
    capsys.readouterr()
    assert main(["reextract", "--root", str(tmp_path), "--lang", "en"]) == Exit.DAMAGED
    said = capsys.readouterr()
    assert "archive.json' is damaged" in said.err
    assert [Path(line.split(":")[0]).name for line in said.out.splitlines()] == ["b", "c"]
    (plan,) = open_plans(tmp_path, datetime.now(UTC))
    assert (plan.kind, plan.tasks, len(plan.outcomes), plan.at_work) == ("reextract", 3, 2, False)
