"""What can be put right is put right, provably; what cannot is left as it is."""

import json
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from kept_archives import NIGHT, nights, visit

from archiver import open_archive
from archiver.errors import ArchiveError, SiteLocked
from archiver.keeping import manifest, verify
from archiver.keeping.repair import LOG, mend

LATER = NIGHT + timedelta(days=40)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    return nights(tmp_path_factory.mktemp("sealed"), range(2)).path


@pytest.fixture
def copy(sealed, tmp_path):
    return Path(shutil.copytree(sealed, tmp_path / "thu"))


def contents(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and not p.name.startswith((".lock", "catalogue")) and not {"mended", ".lease"} & {*p.parts}
    }


def files_of(folder, pattern):
    return sorted(p for p in folder.glob(pattern) if p.is_file())


@pytest.mark.parametrize(
    "pattern",
    ["captures/2026/*.warc.gz", "captures/2026/*.cdxj", "records/2026/*", "runs/*", "archive.json", "manifest*"],
)
def test_a_flipped_bit_is_put_back_wherever_it_lies(copy, sealed, pattern):
    chance = random.Random(11)
    before = contents(sealed)
    for path in files_of(copy, pattern)[:2]:
        whole = path.read_bytes()
        for _ in range(3):
            place = chance.randrange(len(whole))
            harmed = whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :]
            path.write_bytes(harmed)
            done = mend(copy, now=LATER)
            assert contents(copy) == before, (path.name, place)
            assert done
            assert (copy / done[0].kept_at).read_bytes() == harmed
            assert verify(copy, workers=1).harms == []
    log = (copy / LOG).read_text().splitlines()
    assert json.loads(log[-1])["at"] == "2027-01-03T01:30:00+00:00"


@pytest.mark.parametrize(
    "harm", [lambda p: p.unlink(), lambda p: p.write_bytes(b""), lambda p: p.write_bytes(b"x" * 99)]
)
@pytest.mark.parametrize("pattern", ["captures/2026/*.cdxj", "manifest*"])
def test_what_can_be_made_again_is(copy, sealed, pattern, harm):
    for path in files_of(copy, pattern):
        harm(path)
    assert mend(copy, now=LATER)
    assert contents(copy) == contents(sealed)


def test_what_was_added_to_a_sealed_file_is_taken_off_and_kept(copy, sealed):
    [path, *_] = files_of(copy, "records/2026/*.jsonl")
    path.write_bytes(path.read_bytes() + b"{}\n")
    [told] = mend(copy, now=LATER)
    assert contents(copy) == contents(sealed)
    assert (copy / told.kept_at).read_bytes().endswith(b"{}\n")


@pytest.mark.parametrize(
    "harm",
    [
        lambda p: p.unlink(),
        lambda p: p.write_bytes(p.read_bytes()[: len(p.read_bytes()) // 2]),
        lambda p: p.write_bytes(p.read_bytes()[:200] + bytes(300) + p.read_bytes()[500:]),
    ],
)
@pytest.mark.parametrize("pattern", ["captures/2026/*.warc.gz", "records/2026/*.jsonl"])
def test_what_cannot_be_proved_is_left_as_it_is(copy, pattern, harm):
    harm(files_of(copy, pattern)[0])
    before = contents(copy)
    harms = verify(copy, workers=1).harms
    mend(copy, now=LATER)
    assert contents(copy) == before
    assert verify(copy, workers=1).harms == harms != []


def test_mending_writes_nothing_through_a_link_that_leads_out(copy):
    path = files_of(copy, "captures/2026/*.cdxj")[0]
    away = copy.parent / "away"
    (copy / "captures").rename(away)
    (copy / "captures").symlink_to(away)
    path.write_bytes(b"harmed\n")
    mend(copy, now=LATER)
    assert path.read_bytes() == b"harmed\n"


def test_a_rewritten_report_is_not_believed(copy):
    path = files_of(copy, "runs/*.json")[0]
    path.write_text(path.read_text().replace('"state": "done"', '"state": "gone"'))
    (copy / manifest.NAME).unlink()
    with pytest.raises(ArchiveError):
        mend(copy, now=LATER)
    assert not (copy / manifest.NAME).exists()


def test_a_run_that_died_is_taken_up_too(copy):
    run = open_archive(copy).begin(LATER)
    visit(run, 7)
    with pytest.raises(SiteLocked):
        mend(copy, now=LATER)
    run.abandon()
    told = mend(copy, now=LATER + timedelta(days=1))
    assert "it died before its end" in str(told[-1])
    assert verify(copy, workers=1).notes == []


def test_a_whole_archive_is_not_touched(copy, sealed):
    assert mend(copy, now=LATER) == []
    assert contents(copy) == contents(sealed)
    assert not (copy / "mended").exists()
    with pytest.raises(ArchiveError, match="is no archive"):
        mend(copy.parent, now=LATER)
