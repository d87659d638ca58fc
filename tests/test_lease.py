"""Two that may write in one archive: the one that stood still and comes back does no harm, at whatever write."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from failing_disks import QuickDisk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_archives import NIGHT, nights, visit
from many_sites import LONG, wait_for

from archiver import open_archive
from archiver.errors import ArchiveError, Exit, LeaseLost, NewerArchive, SiteLocked
from archiver.keeping import catalogue, create_archive, lease, verify
from archiver.keeping.disk import Disk
from archiver.keeping.lease import Lease, read_lease
from archiver.keeping.run import Lock
from archiver.practice import PracticeServer

ARTICLES = range(4)
TORN = (b"", b"\0" * 1024, b'{"lease": 1, "number": ', b"[]", b'{"lease": 1}')


@pytest.fixture(scope="module")
def context():
    """For children that have imported this already, unless the server of forks is older than the test."""
    forks = get_context("forkserver")
    forks.set_forkserver_preload([__name__])
    return forks


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(catalogue, "SYNCHRONOUS", "OFF")
    monkeypatch.setattr(lease, "patience", lambda: 0.03)


def empty(path: Path) -> Path:
    return create_archive(path, "thu", url="http://thu.example/", now=NIGHT, disk=QuickDisk()).path


def crawl(path, disk, done, *, hours=0):
    """What is not done yet, captured and kept; *done* grows after a commit only, as the ledger does."""
    with open_archive(path).begin(NIGHT + timedelta(hours=hours), disk=disk) as run:
        for article in ARTICLES:
            if article not in done:
                visit(run, article)
                if article % 2:
                    run.commit()
                    done.update({article - 1, article})
        run.seal({"state": "done"})
    return run


def check_whole(path):
    """Every article once, no harm, nothing left over."""
    verdict = verify(path, workers=1)
    assert (verdict.harms, verdict.notes) == ([], [])
    titles = sorted(record.title for record in open_archive(path).revisions())
    assert titles == [f"Đoàn công tác số {n} đi cơ sở" for n in ARTICLES]


class StandsStill(QuickDisk):
    """Before the n-th thing that it does its machine is gone for the rest of the world, where *meanwhile* goes on."""

    def __init__(self, n, meanwhile):
        self.left, self.meanwhile = n, meanwhile

    def _step(self):
        if threading.current_thread() is threading.main_thread():  # not for a beat
            self.left -= 1
            if self.left == 0:
                self.meanwhile()


def _stepping(name):
    def step(self, *args):
        self._step()
        return getattr(QuickDisk, name)(self, *args)

    return step


for _name in ("open", "write", "fsync", "truncate", "close", "rename", "unlink", "mkdir"):
    setattr(StandsStill, _name, _stepping(_name))


def stop_beating(path):
    """As if the holder's process were stopped, on a machine to which our kernel's lock does not reach."""
    for thread in threading.enumerate():
        if thread.name == "lease of thu":
            thread._target.__self__._stop.set()  # type: ignore[attr-defined]
            thread.join()
    (path / ".lock").unlink()


def killed(path):
    """What a run leaves that was killed in the midst of its second article."""
    run = open_archive(path).begin(NIGHT, disk=QuickDisk())
    visit(run, 0)
    visit(run, 1)
    run.abandon()
    [records] = path.glob("records/*/*.open")
    records.write_bytes(records.read_bytes()[:-40])


@pytest.mark.parametrize("before", [lambda path: None, killed], ids=["a new archive", "one to be mended"])
def test_whoever_comes_back_at_whatever_write_harms_nothing_of_its_successor(tmp_path, quick, before):
    counter = StandsStill(0, None)
    path = empty(tmp_path / "count")
    before(path)
    crawl(path, counter, set())
    steps = -counter.left
    assert steps > 60
    lost = 0
    chosen = range(1, steps + 1) if os.environ.get("ARCHIVER_ALL_POINTS") else range(1 + steps % 2, steps + 1, 7)
    for n in chosen:
        path = empty(tmp_path / str(n))
        before(path)
        done: set[int] = set()
        sealed: dict[Path, bytes] = {}

        def meanwhile(path=path, done=done, sealed=sealed):
            stop_beating(path)
            crawl(path, QuickDisk(), set(done), hours=-1)  # its clock is an hour behind
            check_whole(path)
            sealed.update({file: file.read_bytes() for file in path.glob("*/*/*") if ".lease" not in file.parts})
            sealed[path / "manifest-sha256.txt"] = (path / "manifest-sha256.txt").read_bytes()

        disk = StandsStill(n, meanwhile)
        try:
            crawl(path, disk, done)
        except (LeaseLost, SiteLocked):
            lost += 1
        assert disk.left <= 0, n
        assert sealed, n
        kept = {file: file.read_bytes() if file.exists() else b"" for file in sealed}
        assert [f"{file} at step {n}" for file in sealed if not kept[file].startswith(sealed[file])] == []
        crawl(path, QuickDisk(), set(ARTICLES), hours=2)  # the next night puts what the old one left out of the way
        check_whole(path)
        shutil.rmtree(path)
    assert len(chosen) - lost <= (3 if len(chosen) < steps else 12)  # those in which it had done all that others see


def _write_for_ever(path: Path, done: Path) -> None:
    with open_archive(path).begin(NIGHT) as run:
        for number in range(100_000):
            visit(run, number)
            run.commit()
            with done.open("a") as file:
                file.write(f"{number}\n")


def test_a_stopped_process_that_goes_on_finds_its_lease_gone_and_writes_no_more(tmp_path, monkeypatch, context):
    monkeypatch.setenv("ARCHIVER_LEASE_SECONDS", "0.6")
    path = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT).path
    done = tmp_path / "done"
    child = context.Process(target=_ends_with_its_code, args=(path, done))
    child.start()
    wait_for(lambda: done.exists() and len(done.read_text().split()) >= 5)
    os.kill(child.pid, signal.SIGSTOP)
    (path / ".lock").unlink()
    [draft] = path.glob("captures/*/*.warc.gz.open")
    inode = draft.stat().st_ino
    began = time.monotonic()
    run = open_archive(path).begin(NIGHT)
    waited = time.monotonic() - began
    assert 0.5 < waited < 80, waited  # not the 90 s of who says nothing
    sealed = draft.with_name(draft.name.removesuffix(".open"))
    assert sealed.stat().st_ino != inode  # what the other still holds open is no file of the archive
    before = {file: file.read_bytes() for file in path.glob("*/*/*")}
    os.kill(child.pid, signal.SIGCONT)
    child.join(LONG)
    assert child.exitcode == Exit.LOCKED
    assert before == {file: file.read_bytes() for file in path.glob("*/*/*")}
    promised = set(map(int, done.read_text().split()))
    visit(run, 99_999)
    run.seal({})
    verdict = verify(path, workers=1)
    assert (verdict.harms, verdict.notes) == ([], [])
    titles = [record.title for record in open_archive(path).revisions()]
    assert len(titles) == len(set(titles))
    assert {f"Đoàn công tác số {n} đi cơ sở" for n in promised} <= set(titles)


def _ends_with_its_code(path: Path, done: Path) -> None:
    os.environ["ARCHIVER_LEASE_SECONDS"] = "0.6"  # the server that forks us may be older than the test
    try:
        _write_for_ever(path, done)
    except LeaseLost as error:
        os._exit(error.exit_code if "was taken over (pid" in str(error) else 1)


def test_a_crawl_that_was_stopped_ends_with_one_line_and_its_successor_has_every_article(tmp_path):
    env = {**os.environ, "ARCHIVER_LEASE_SECONDS": "0.8"}
    with PracticeServer("plain", articles=24) as server:
        line = [sys.executable, "-m", "archiver", "crawl", server.url, "--slug", "p", "--root", str(tmp_path)]

        def start(*more: str) -> subprocess.Popen[str]:
            said = subprocess.PIPE
            return subprocess.Popen([*line, *more], env=env, stdout=said, stderr=said, text=True)

        with start("--delay", "0.05") as first:
            while not (tmp_path / "p" / ".lease").exists() or len(server.asked) < 15:
                assert first.poll() is None
                time.sleep(0.02)
            first.send_signal(signal.SIGSTOP)
            (tmp_path / "p" / ".lock").unlink()
            behind = datetime.now().astimezone() - timedelta(hours=1)
            with start("--delay", "0", "--now", behind.isoformat(timespec="seconds")) as second:
                assert second.communicate(timeout=LONG)[0] == ""
                assert second.returncode == Exit.OK
            assert verify(tmp_path / "p", workers=1).harms == []
            first.send_signal(signal.SIGCONT)
            said = first.communicate(timeout=LONG)[1]
            assert first.returncode == Exit.LOCKED
            assert "its lease 1 was taken over" in said.splitlines()[-1]
    archive = open_archive(tmp_path / "p")
    verdict = verify(archive.path, workers=1)
    assert (verdict.harms, verdict.notes) == ([], [])
    assert len({record.url for record in archive}) == len(list(archive)) == 24
    assert [archive.report(run)["fence"] for run in archive.runs()] == [2, 2]
    assert list(archive.path.glob("ledger.sqlite.*")) == []  # it was in use by both, and is whole


@pytest.fixture
def unhurried(monkeypatch):
    """One that beats is seen after a sixth of this; one that comes late to it, as on a busy machine, is not dead."""
    monkeypatch.setenv("ARCHIVER_LEASE_SECONDS", "3")


def test_a_holder_that_beats_is_left_alone_however_its_lock_was_lost(tmp_path, unhurried):
    path = empty(tmp_path)
    run = open_archive(path).begin(NIGHT, disk=QuickDisk())
    (path / ".lock").unlink()
    with pytest.raises(SiteLocked, match=rf"thu: another run is at work on it \(pid {os.getpid()} on .*lease 1\)"):
        open_archive(path).begin(NIGHT)
    visit(run, 1)
    run.seal({})
    assert open_archive(path).report(run.id)["fence"] == 1


def test_who_ended_or_was_killed_on_this_machine_is_not_waited_for(tmp_path, monkeypatch, context):
    monkeypatch.setattr(lease.time, "sleep", lambda _: pytest.fail("it waited"))
    path = empty(tmp_path)
    crawl(path, QuickDisk(), set())
    child = context.Process(target=_die_at_work, args=(path,))
    child.start()
    child.join()
    assert read_lease(path).state == "held"
    run = open_archive(path).begin(NIGHT)
    assert (run.mended, read_lease(path).number) == ([], 3)
    run.abandon()
    assert read_lease(path).state == "released"
    assert len(list(path.glob(".lease/*"))) == 1


def test_in_a_copy_of_what_a_dead_run_left_nobody_is_waited_for(tmp_path, monkeypatch, context):
    monkeypatch.setattr(lease.time, "sleep", lambda _: pytest.fail("it waited"))
    path = empty(tmp_path / "one")
    child = context.Process(target=_die_at_work, args=(path,))
    child.start()
    child.join()
    copied = shutil.copytree(path, tmp_path / "two" / "thu")
    with open_archive(copied).begin(NIGHT):
        assert read_lease(copied).number == 2


@pytest.mark.parametrize("lacks", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_the_folder_has_no_locks_the_lease_alone_decides(tmp_path, monkeypatch, unhurried, lacks):
    def none(*_):
        raise OSError(lacks, os.strerror(lacks))

    monkeypatch.setattr("archiver.keeping.run.fcntl.flock", none)
    path = empty(tmp_path)
    with open_archive(path).begin(NIGHT, disk=QuickDisk()) as run:
        with pytest.raises(SiteLocked, match=r"another run is at work on it \(pid \d+ on .*lease 1\)"):
            open_archive(path).begin(NIGHT)
        visit(run, 1)
        run.seal({})
    crawl(path, QuickDisk(), {0, 1, 2, 3}, hours=1)
    assert verify(path, workers=1).harms == []


def test_a_lock_that_fails_says_why(tmp_path, monkeypatch):
    def fails(*_):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("archiver.keeping.run.fcntl.flock", fails)
    with pytest.raises(ArchiveError, match="taking the lock failed: Input/output error; the disk may be failing"):
        open_archive(empty(tmp_path)).begin(NIGHT)


def _die_at_work(path: Path) -> None:
    open_archive(path).begin(NIGHT)
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("torn", TORN)
def test_a_torn_lease_is_waited_for_and_then_taken_over_with_a_word(tmp_path, quick, torn):
    path = empty(tmp_path)
    crawl(path, QuickDisk(), set())
    (path / ".lease" / "00000001.json").write_bytes(torn)
    with open_archive(path).begin(NIGHT, disk=QuickDisk()) as run:
        assert "lease 1 could not be read" in str(run.mended[0])
    assert read_lease(path).number == 2


def _removed(path: Path) -> None:
    path.unlink()


def _removed_with_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def _torn(path: Path) -> None:
    path.write_bytes(b"{")


@pytest.mark.parametrize("harm", [_removed, _removed_with_its_folder, _torn])
def test_a_holder_whose_lease_a_person_removes_or_tears_ends_and_nothing_is_lost(tmp_path, quick, harm):
    path = empty(tmp_path)
    done: set[int] = set()
    run = open_archive(path).begin(NIGHT, disk=QuickDisk())
    visit(run, 0)
    visit(run, 1)
    run.commit()
    harm(path / ".lease" / "00000001.json")
    with pytest.raises(LeaseLost, match="gone or not its own any more"):
        run.commit()
    run.abandon()
    done.update({0, 1})
    crawl(path, QuickDisk(), done)
    titles = {record.title for record in open_archive(path).revisions()}
    assert len(titles) >= len(ARTICLES)
    assert verify(path, workers=1).harms == []


def test_a_lease_that_was_lost_does_not_begin_again_at_one(tmp_path, quick):
    path = empty(tmp_path)
    for night in range(3):
        crawl(path, QuickDisk(), set(range(night)), hours=night)
    shutil.rmtree(path / ".lease")
    with open_archive(path).begin(NIGHT, disk=QuickDisk()):
        assert read_lease(path).number == 4


@pytest.mark.parametrize(
    ("put", "error", "said"),
    [
        (lambda at: at.mkdir(), ArchiveError, "a folder stands where a file is needed"),
        (lambda at: at.write_text('{"lease": 2}'), NewerArchive, "of format 2, made by a newer archiver"),
    ],
)
def test_what_is_no_lease_of_ours_stops_the_run_with_its_cure(tmp_path, put, error, said):
    path = empty(tmp_path)
    (path / ".lease").mkdir()
    put(path / ".lease" / "00000001.json")
    with pytest.raises(error, match=said):
        open_archive(path).begin(NIGHT)


def test_a_file_in_the_place_of_the_folder_stops_the_run_with_its_cure(tmp_path):
    path = empty(tmp_path)
    (path / ".lease").touch()
    with pytest.raises(ArchiveError, match="a file stands where a folder is needed"):
        open_archive(path).begin(NIGHT)


@pytest.mark.parametrize("said", ["0", "bald", "-3", "nan", "1e9"])
def test_a_time_that_is_none_is_refused(monkeypatch, said):
    monkeypatch.setenv("ARCHIVER_LEASE_SECONDS", said)
    with pytest.raises(ArchiveError, match="give a number of seconds"):
        lease.patience()


def test_a_lease_that_is_stale_over_nfs_is_a_lost_one(tmp_path, monkeypatch):
    path = empty(tmp_path)
    with open_archive(path).begin(NIGHT) as run:
        visit(run, 1)

        def stale(*_):
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))

        monkeypatch.setattr(lease, "_read", stale)
        with pytest.raises(LeaseLost):
            run.commit()
        monkeypatch.undo()


def test_of_many_that_take_it_at_once_one_has_it(tmp_path, quick):
    path = empty(tmp_path)
    numbers: list[int] = []
    gate = threading.Barrier(8)

    def take(name: int) -> None:
        fd = os.open(path / f"lock-{name}", os.O_RDWR | os.O_CREAT)  # no two share one: it does not reach
        for _ in range(6):
            gate.wait()
            with suppress(SiteLocked):
                held = Lease(path, "thu", fd, NIGHT, Disk(), lambda: 0)
                numbers.append(held.number)
                with suppress(LeaseLost):
                    held.check()
                    time.sleep(0.01)
                held.release()
        os.close(fd)

    threads = [threading.Thread(target=take, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers) >= 6
    assert len(set(numbers)) == len(numbers)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.sampled_from(["seal", "abandon", "lock", "tear", "remove", "forget", "copy"]), max_size=12))
def test_the_number_only_grows_whatever_happens(tmp_path_factory, quick, events):
    path = empty(tmp_path_factory.mktemp("grows"))
    sealed, taken = 0, 0
    for number, event in enumerate(events):
        if event == "copy":
            path = Path(shutil.copytree(path, path.parent / f"copy-{number}"))
        elif event == "forget":  # at work, its process is gone, and the lock with it
            before = read_lease(path)
            if before is not None and before.state != "unreadable":
                said = json.loads((path / ".lease" / f"{before.number:08d}.json").read_bytes())
                said |= {"state": "held", "kernel": "another"}
                (path / ".lease" / f"{before.number:08d}.json").write_text(json.dumps(said))
        elif event in ("tear", "remove"):
            for file in path.glob(".lease/*"):
                file.write_bytes(b"") if event == "tear" else file.unlink()
            taken = taken if event == "tear" else sealed
        elif event == "lock":
            Lock(path / ".lock", "thu", NIGHT, QuickDisk()).release()
            assert read_lease(path).number > taken
            taken = read_lease(path).number
        else:
            with open_archive(path).begin(NIGHT, disk=QuickDisk()) as run:
                assert read_lease(path).number > taken
                taken = read_lease(path).number
                visit(run, number)
                if event == "seal":
                    run.seal({})
        fences = [open_archive(path).report(run)["fence"] for run in open_archive(path).runs()]
        assert fences == sorted(fences)
        sealed = max(fences, default=0)
    assert verify(path, workers=1).harms == []


def test_an_archive_of_before_there_were_leases_goes_on(tmp_path, quick):
    archive = nights(tmp_path, range(2))
    shutil.rmtree(archive.path / ".lease")
    for report in archive.path.glob("runs/*.json"):
        assert json.loads(report.read_bytes())["fence"] > 0
    with archive.begin(NIGHT + timedelta(days=9), disk=QuickDisk()) as run:
        assert run.mended == []
