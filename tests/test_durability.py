"""Killed, cut off, out of space: nothing that was called done is lost, nothing is there twice."""

import errno
import random
import time
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from failing_disks import FailingDisk, PowerCut, QuickDisk, UnsyncedDisk, drafts
from kept_archives import NIGHT, nights, visit

from archiver import open_archive
from archiver.errors import ArchiveError
from archiver.keeping import catalogue, create_archive, verify
from archiver.keeping.disk import Disk

ARTICLES = range(5)


@pytest.fixture
def quick(monkeypatch):
    """SQLite does not wait for the disk either: what a power cut does to the catalogue is made by hand."""
    monkeypatch.setattr(catalogue, "SYNCHRONOUS", "OFF")


def crawl(path, number, disk, done=None, *, articles=ARTICLES, batch=2):
    """One night's crawl of what is not done yet; *done* grows only after a commit, as the ledger does."""
    done = set() if done is None else done
    at = NIGHT + timedelta(days=number)
    with open_archive(path).begin(at, disk=disk) as run:
        fresh = []
        for article in articles:
            if article in done:
                continue
            visit(run, article, at=at)
            fresh.append(article)
            if len(fresh) >= batch:
                run.commit()
                done.update(fresh)
                fresh = []
        run.commit()
        done.update(fresh)
        run.seal({"state": "done"})
    return run


def check_whole(path, articles=ARTICLES):
    """Sealed, harmless, every article once, every capture readable."""
    verdict = verify(path, workers=1)
    assert verdict.harms == []
    assert verdict.notes == []
    archive = open_archive(path)
    titles = sorted(record.title for record in archive.revisions())
    assert titles == sorted(f"Đoàn công tác số {n} đi cơ sở" for n in articles)
    assert drafts(path) == []
    return archive


def committed(path, done):
    """What was called done is among what is sealed."""
    titles = {record.title for record in open_archive(path).revisions()}
    assert {f"Đoàn công tác số {n} đi cơ sở" for n in done} <= titles


def operations(tmp_path):
    """How many operations such a crawl takes."""
    counter = FailingDisk(0, 0)
    archive = create_archive(tmp_path / "count", "thu", url="http://thu.example/", now=NIGHT)
    crawl(archive.path, 0, counter)
    return -counter.left


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("lasting", [False, True])
def test_a_disk_that_fails_at_any_operation_costs_nothing_that_was_done(tmp_path, quick, code, lasting):
    total = operations(tmp_path)
    assert total > 25
    for n in range(1, total + 1, 1 if code == errno.ENOSPC and not lasting else 3):
        path = create_archive(tmp_path / str(n), "thu", url="http://thu.example/", now=NIGHT, disk=QuickDisk()).path
        done: set[int] = set()
        disk = FailingDisk(n, code, lasting=lasting)
        with pytest.raises(ArchiveError, match=r"thu.*(space|disk|[Rr]ead-only)|an earlier write failed"):
            crawl(path, 0, disk, done)
        assert disk.failed
        crawl(path, 1, QuickDisk(), done)
        committed(path, done)
        check_whole(path)


def test_a_power_cut_at_any_moment_costs_nothing_that_was_done(tmp_path, quick):
    chance = random.Random(3)
    total = operations(tmp_path)
    mended = 0
    for n in range(1, total + 1):
        before = create_archive(tmp_path / f"{n}", "thu", url="http://thu.example/", now=NIGHT, disk=QuickDisk()).path
        disk = UnsyncedDisk(before, n)
        done: set[int] = set()
        with pytest.raises(PowerCut):
            crawl(before, 0, disk, done)
        for again in range(2):
            path = tmp_path / f"{n}-{again}" / "thu"
            path.parent.mkdir()
            disk.after_cut(path, chance)
            run = crawl(path, 1, QuickDisk(), still := set(done))
            mended += bool(run.mended)
            committed(path, still)
            assert still == set(ARTICLES)
            check_whole(path)
        disk.close_all()
    assert mended > total


def test_a_power_cut_while_mending_costs_nothing_either(tmp_path, quick):
    chance = random.Random(5)
    for n in range(1, 36):
        first = create_archive(tmp_path / f"{n}", "thu", url="http://thu.example/", now=NIGHT, disk=QuickDisk()).path
        disk = UnsyncedDisk(first, 26)
        done: set[int] = set()
        with pytest.raises(PowerCut):
            crawl(first, 0, disk, done)
        second, third = tmp_path / f"{n}-2" / "thu", tmp_path / f"{n}-3" / "thu"
        second.parent.mkdir()
        third.parent.mkdir()
        disk.after_cut(second, chance)
        disk.close_all()
        disk = UnsyncedDisk(second, n)
        with pytest.raises(PowerCut):
            crawl(second, 1, disk, done)
        disk.after_cut(third, chance)
        disk.close_all()
        crawl(third, 2, QuickDisk(), done)
        committed(third, done)
        check_whole(third)


def _child(path: Path, number: int, done_file: Path) -> None:
    class Ledger(set[int]):
        def update(self, *others):  # type: ignore[no-untyped-def]
            super().update(*others)
            with done_file.open("a") as file:
                file.write("".join(f"{n}\n" for other in others for n in other))

    known = done_file.read_text().split() if done_file.exists() else []
    crawl(path, number, Disk(), Ledger(map(int, known)), articles=range(36), batch=3)


def test_killed_at_random_moments_and_resumed_to_the_end(tmp_path):
    chance = random.Random()
    path = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT).path
    done_file = tmp_path / "done"
    context = get_context("forkserver")
    context.set_forkserver_preload(["archiver.keeping", "archiver.reading.article"])
    kills = 0
    for number in range(12):  # the last one is left alone
        child = context.Process(target=_child, args=(path, number, done_file))
        child.start()
        # the first is short, else a fast machine might be done before any was killed
        child.join(None if number == 11 else chance.uniform(0.05, 0.4 if number else 0.1))
        if child.exitcode is None:
            child.kill()
            kills += 1
        child.join()
        if child.exitcode == 0:
            break
        committed_lines = done_file.read_text().split() if done_file.exists() else []
        assert len(committed_lines) == len(set(committed_lines))
    assert child.exitcode == 0
    assert kills
    check_whole(path, range(36))


def test_what_is_set_aside_is_kept_to_the_byte(tmp_path):
    archive = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT)
    run = archive.begin(NIGHT)
    visit(run, 1)
    run.commit()
    visit(run, 2)
    run.abandon()
    [path] = archive.path.glob("captures/2026/*.open")
    whole = path.read_bytes()
    path.write_bytes(whole[:-700])
    run = archive.begin(NIGHT + timedelta(days=1))
    run.abandon()
    aside = {path.name: path.read_bytes() for path in archive.path.glob("mended/*")}
    [sealed] = archive.path.glob("captures/2026/*.warc.gz")
    [torn] = [data for name, data in aside.items() if ".warc.gz" in name]
    assert sealed.read_bytes() + torn == whole[:-700]
    [lines] = [data for name, data in aside.items() if ".jsonl" in name]
    assert b"s\xe1\xbb\x91 2 " in lines
    assert "did not reach the disk" in "".join(map(str, run.mended))


def test_a_sealed_file_removed_by_a_person_is_told_and_the_night_goes_on(tmp_path):
    archive = nights(tmp_path, range(3))
    sorted(archive.path.glob("records/2026/*.jsonl"))[0].unlink()
    with archive.begin(NIGHT + timedelta(days=5)) as run:
        assert "a sealed file is gone" in str(run.mended[0])
        assert visit(run, 1).change == "new"
        run.seal({})
    harms = verify(archive.path, workers=1).harms
    assert "missing-file" in {harm.code for harm in harms}


def test_a_read_only_archive_can_be_read_and_verified(tmp_path):
    archive = nights(tmp_path, range(3))
    (archive.path / "catalogue.sqlite").unlink()
    before = {p: p.stat().st_mtime_ns for p in archive.path.rglob("*")}
    assert len(list(open_archive(archive.path))) == 2
    assert verify(archive.path, workers=1).harms == []
    assert {p: p.stat().st_mtime_ns for p in archive.path.rglob("*")} == before


def test_a_manifest_that_is_gone_stops_the_night_with_the_cure(tmp_path):
    archive = nights(tmp_path, range(3))
    (archive.path / "manifest-sha256.txt").unlink()
    with pytest.raises(ArchiveError, match="archiver verify --mend"):
        archive.begin(NIGHT + timedelta(days=5))


def test_a_lock_dies_with_its_process(tmp_path):
    path = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT).path
    child = get_context("forkserver").Process(target=_hold, args=(path,))
    child.start()
    while not (path / "held").exists():
        time.sleep(0.01)
    child.kill()
    child.join()
    run = open_archive(path).begin(NIGHT)
    assert run.id
    run.abandon()


def _hold(path: Path) -> None:
    open_archive(path).begin(NIGHT)
    (path / "held").touch()
    time.sleep(60)
