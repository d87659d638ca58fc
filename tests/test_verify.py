"""Whatever is harmed in a sealed archive is found, and said where."""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from kept_archives import NIGHT, answer, exchange, nights, page, read, visit

import archiver
from archiver.errors import ArchiveError
from archiver.keeping import create_archive, manifest, verify
from archiver.keeping.disk import Disk
from archiver.keeping.rereading import READER, reader_state, reader_version
from archiver.shapes import AttachmentRecord

DERIVED = {"catalogue.sqlite", ".lock"}


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    return nights(tmp_path_factory.mktemp("sealed"), range(3)).path


@pytest.fixture
def copy(sealed, tmp_path):
    return Path(shutil.copytree(sealed, tmp_path / "thu"))


def files_of(folder):
    files = (p for p in folder.rglob("*") if p.is_file() and p.parent.name != ".lease")
    return sorted(p for p in files if p.name.partition("-wal")[0] not in DERIVED)


def file_of(folder, pattern, number=0):
    return sorted(folder.glob(pattern))[number]


def codes(folder, **more):
    return {harm.code for harm in verify(folder, workers=1, **more)}


def reseal(folder):
    """What someone does who forges an archive: every digest is made to fit what stands there now."""
    before = block = b""
    entries, _ = manifest.parse((folder / manifest.NAME).read_bytes())
    for entry in entries:
        path = folder / entry.path
        if entry.path.startswith("runs/"):
            report = json.loads(path.read_bytes())
            for name, facts in report["files"].items():
                facts["sha256"] = manifest.digest_file(folder / name)
                if name.endswith(".jsonl"):
                    lines = (folder / name).read_bytes().splitlines(keepends=True)
                    facts["lines"] = "".join(hashlib.sha256(line).hexdigest()[:8] for line in lines)
            report["previous_manifest"] = "sha256:" + hashlib.sha256(before).hexdigest()
            path.write_text(json.dumps(report))
        block += f"{manifest.digest_file(path)}  {entry.path}\n".encode()
        if entry.path.startswith("runs/") or entry.path == "archive.json":
            before, block = before + block, b""
    (folder / manifest.NAME).write_bytes(before)


def test_a_sealed_archive_is_whole_and_every_record_is_derived_again(sealed):
    verdict = verify(sealed, workers=1)
    assert verdict.harms == []
    assert (verdict.files, verdict.records, verdict.derived) == (13, 5, 4)
    assert verdict.manifest == "sha256:" + manifest.digest_file(sealed / manifest.NAME)


def test_no_flipped_bit_is_missed(copy):
    chance = random.Random(7)
    missed = []
    for path in files_of(copy):
        whole = path.read_bytes()
        for _ in range(max(20, round(1000 * len(whole) / 30_000))):
            place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
            path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
            if not verify(copy, derive=False, workers=1):
                missed.append((path.name, place, bit))
        path.write_bytes(whole)
    assert missed == []
    assert not verify(copy, workers=1)


def test_no_cut_tail_missing_line_or_removed_file_is_missed(copy):
    for path in files_of(copy):
        whole = path.read_bytes()
        lines = whole.splitlines(keepends=True)
        harmed = [whole[: len(whole) * n // 7] for n in range(7)] + [whole[:-1], whole + b"\n", whole + whole]
        harmed += [b"".join(lines[:n] + lines[n + 1 :]) for n in range(min(4, len(lines)))]
        for bytes_ in harmed:
            path.write_bytes(bytes_)
            if bytes_ != whole:
                assert verify(copy, derive=False, workers=1), (path.name, len(bytes_))
        path.unlink()
        assert verify(copy, derive=False, workers=1), path.name
        path.write_bytes(whole)


@pytest.mark.parametrize(
    "pattern", ["captures/2026/*.warc.gz", "records/2026/*.jsonl", "runs/*.json", "captures/2026/*.cdxj"]
)
def test_swapped_files_are_found(copy, pattern):
    one, two = file_of(copy, pattern, 0), file_of(copy, pattern, 1)
    a, b = one.read_bytes(), two.read_bytes()
    one.write_bytes(b)
    two.write_bytes(a)
    harmed = {harm.file for harm in verify(copy, workers=1)}
    assert {path.relative_to(copy).as_posix() for path in (one, two)} <= harmed


def test_a_harmed_capture_names_the_place_and_the_article(copy):
    path = file_of(copy, "captures/2026/*.warc.gz")
    [id] = [json.loads(line)["id"] for line in file_of(copy, "records/2026/*.jsonl").read_bytes().splitlines()[1:2]]
    ref = json.loads(file_of(copy, "records/2026/*.jsonl").read_bytes().splitlines()[1])["capture"]
    data = bytearray(path.read_bytes())
    data[ref["offset"] + ref["length"] // 2] ^= 0x10
    path.write_bytes(data)
    [harm] = [harm for harm in verify(copy, derive=False, workers=1) if harm.code == "capture-torn"]
    assert (harm.file, harm.offset, harm.id) == (ref["file"], ref["offset"], id)
    # what follows the harm is still checked: the only torn member is that one
    assert "capture-torn" in codes(copy)


def test_an_edited_record_names_the_line_and_the_article(copy):
    path = file_of(copy, "records/2026/*.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    record = json.loads(lines[1])
    lines[1] = lines[1].replace(b'"byline":null', b'"byline":"Someone"')
    path.write_bytes(b"".join(lines))
    harms = {harm.code: harm for harm in verify(copy, workers=1)}
    assert harms["record-changed"].offset == len(lines[0])
    assert harms["record-changed"].id == record["id"]
    assert "byline" in harms["derive-differs"].detail


def test_a_forger_who_fits_every_digest_is_found_by_reading_again(copy):
    path = file_of(copy, "records/2026/*.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"byline":null', b'"byline":"Someone"', 1))
    reseal(copy)
    assert codes(copy) == {"derive-differs"}


def test_a_forger_of_captures_too_is_found_by_a_digest_noted_elsewhere(copy):
    noted = verify(copy, derive=False, workers=1).manifest
    assert codes(copy, since=noted) == set()
    (copy / "archive.json").write_bytes((copy / "archive.json").read_bytes().replace(b"Gi\xe1", b"gi\xe1"))
    reseal(copy)
    assert codes(copy) == set()
    assert codes(copy, since=noted) == {"history-rewritten"}


def test_a_digest_noted_before_later_runs_still_holds(tmp_path):
    archive = nights(tmp_path, range(2))
    noted = verify(archive.path, workers=1).manifest
    with archive.begin(NIGHT + timedelta(days=9)) as run:
        visit(run, 9)
        run.seal({})
        assert run.manifest_digest != noted
    assert codes(archive.path, since=noted) == set()


def drop_lines(pattern):
    def harm(folder):
        path = folder / manifest.NAME
        path.write_bytes(b"".join(line for line in path.read_bytes().splitlines(keepends=True) if pattern not in line))

    return harm


def forge(pattern, old, new):
    def harm(folder):
        path = file_of(folder, pattern)
        assert old in path.read_bytes()
        path.write_bytes(path.read_bytes().replace(old, new, 1))
        reseal(folder)

    return harm


def add(name, content):
    def harm(folder):
        (folder / name).write_bytes(content)

    return harm


def manifest_line(line):
    def harm(folder):
        with (folder / manifest.NAME).open("ab") as file:
            file.write(line)

    return harm


def copy_line(folder):
    path = file_of(folder, "records/2026/*.jsonl")
    path.write_bytes(path.read_bytes() + path.read_bytes().splitlines(keepends=True)[0])
    reseal(folder)


def drop_line(folder):
    path = file_of(folder, "records/2026/*.jsonl")
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[1:]))
    reseal(folder)


def link(folder):
    path = file_of(folder, "records/2026/*.jsonl")
    away = folder.parent / "away.jsonl"
    path.rename(away)
    path.symlink_to(away)


def link_folder(folder):
    away = folder.parent / "away"
    (folder / "captures").rename(away)
    (folder / "captures").symlink_to(away)


def report(text):
    def harm(folder):
        file_of(folder, "runs/*.json").write_text(text)

    return harm


def pipe(folder):
    path = file_of(folder, "runs/*.json")
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (drop_lines(b".cdxj"), "unlisted-file"),
        (drop_lines(b".jsonl"), "chain-broken"),
        (drop_lines(b"runs/20261125"), "chain-broken"),
        (drop_lines(b"archive.json"), "manifest-damaged"),
        (manifest_line(b"0" * 64 + b"  ../../etc/passwd\n"), "outside-path"),
        (manifest_line(b"0" * 64 + b"  archive.json\n"), "manifest-double"),
        (manifest_line(b"hello\n"), "manifest-damaged"),
        (add("records/2026/20261124T013000Z-copy.jsonl", b""), "unlisted-file"),
        (forge("records/2026/*.jsonl", b'"file":"captures/2026/', b'"file":"../captures/2026/'), "capture-pointer"),
        (forge("records/2026/*.jsonl", b'"revision":1', b'"revision":0'), "record-schema"),
        (forge("records/2026/*.jsonl", b'"revision":1', b'"revision":3'), "revision-missing"),
        (forge("records/2026/*.jsonl", b'"title":"', b'"title":"X'), "record-text"),
        (forge("records/2026/*.jsonl", b'"site":"thu"', b'"site":"khac"'), "record-site"),
        (forge("records/2026/*.jsonl", b'"run":"2026', b'"run":"2025'), "record-run"),
        (forge("records/2026/*.jsonl", b'"schema_version":1', b'"schema_version":"1"'), "record-unreadable"),
        (forge("captures/2026/*.cdxj", b"thu)/tin/1", b"thu)/tin/7"), "index-differs"),
        (copy_line, "record-double"),
        (drop_line, "revision-missing"),
        (link, "outside-path"),
        (link_folder, "outside-path"),
        (report('{"files": ["a"]}'), "report-damaged"),
        (report('{"files": {"a": 1}}'), "report-damaged"),
        (report('{"files": null}'), "report-damaged"),
        (report("[" * 100_000), "report-damaged"),
        (pipe, "missing-file"),
        (manifest_line(b"0" * 64 + b"  runs/" + b"a" * 5000 + b"\n"), "missing-file"),
        (add("archive.json", b"{}"), "meta-damaged"),
        (add(manifest.NAME, b""), "unlisted-file"),
        (add("runs/20261125T013000Z.json", b"[]"), "report-damaged"),
    ],
)
def test_each_kind_of_harm_has_its_name(copy, harm, code):
    harm(copy)
    assert code in codes(copy)


def test_an_attachment_whose_capture_is_elsewhere_is_found(tmp_path):
    archive = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT)
    with archive.begin(NIGHT) as run:
        paper = run.capture(exchange("http://thu.example/a.pdf", answer(b"%PDF", kind="application/pdf")))
        item = exchange("http://thu.example/tin/1", answer(page(1)))
        record = read(item, run.capture(item))
        right = AttachmentRecord("http://thu.example/a.pdf", "a.pdf", None, 4, paper.digest, paper)
        wrong = replace(right, url="http://thu.example/b.pdf", capture=replace(paper, offset=paper.offset + 1))
        run.keep(replace(record, attachments=[right, wrong]))
        run.seal({})
    [harm] = [harm for harm in verify(archive.path, derive=False, workers=1) if harm.code == "capture-pointer"]
    assert "b.pdf" in harm.detail


def test_a_harmed_original_is_a_harm_of_its_repeats(copy):
    first, second = file_of(copy, "captures/2026/*.warc.gz", 0), file_of(copy, "captures/2026/*.warc.gz", 1)
    first.unlink()
    lost = [harm for harm in verify(copy, workers=1) if harm.code == "revisit-lost"]
    assert {harm.file for harm in lost} == {second.relative_to(copy).as_posix()}
    assert len(lost) == 3  # two pages that were the same again, and a 304


def test_a_run_at_work_and_one_that_died_are_notes_and_no_harm(copy):
    from archiver import open_archive

    run = open_archive(copy).begin(NIGHT + timedelta(days=5))
    visit(run, 5)
    verdict = verify(copy, workers=1)
    assert (verdict.harms, verdict.notes) == ([], ["run 20261129T013000Z is not sealed: it is at work now"])
    run.abandon()
    assert verify(copy, workers=1).notes == [
        "run 20261129T013000Z is not sealed: it died, and the next run will mend it"
    ]


@pytest.mark.parametrize("runs", [1, 2])
def test_a_manifest_cut_where_a_run_ends_is_a_harm_and_the_next_run_puts_the_very_lines_back(copy, runs):
    path = copy / manifest.NAME
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    ends = [number for number, line in enumerate(lines, 1) if b"  runs/" in line]
    path.write_bytes(b"".join(lines[: ([1, *ends])[-1 - runs]]))
    harms = verify(copy, derive=False, workers=1).harms
    assert [harm.code for harm in harms].count("manifest-cut") == runs
    from archiver import open_archive

    run = open_archive(copy).begin(NIGHT + timedelta(days=30))
    assert len(run.mended) == runs
    assert path.read_bytes() == whole
    run.abandon()
    assert verify(copy, workers=1).harms == []


def test_a_run_that_died_just_before_the_manifest_was_written_is_no_harm_and_is_named_as_it_ended(copy):
    from archiver import open_archive

    class Dying(Disk):
        def rename(self, old, new):
            if new.name == manifest.NAME:
                raise SystemExit
            super().rename(old, new)

    run = open_archive(copy).begin(NIGHT + timedelta(days=5), disk=Dying())
    visit(run, 9)
    lease = run._lock.lease.path
    with pytest.raises(SystemExit):
        run.seal({})
    held = lease.read_bytes()
    run.abandon()
    lease.write_bytes(held)  # as a death leaves it
    verdict = verify(copy, workers=1)
    assert verdict.harms == []
    assert verdict.notes == ["run 20261129T013000Z is not sealed: it died, and the next run will mend it"]
    open_archive(copy).begin(NIGHT + timedelta(days=6)).abandon()
    verdict = verify(copy, workers=1)
    assert (verdict.harms, verdict.notes) == ([], [])


def test_what_another_version_read_is_not_derived_and_says_so(copy):
    path = file_of(copy, "records/2026/*.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"extractor":{"version":"', b'"extractor":{"version":"0.0.', 1))
    reseal(copy)
    verdict = verify(copy, workers=1)
    assert verdict.harms == []
    assert f"1 revisions were read by another reader, 0.0.{reader_version()} (1), and this one" in verdict.notes[0]


def test_a_reader_that_changed_since_is_no_harm(copy, monkeypatch):
    path = file_of(copy, "records/2026/*.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"byline":null', b'"byline":"Someone"', 1))
    reseal(copy)
    monkeypatch.setitem(verify.__globals__, "reader_version", lambda: "0.1.0+another")
    verdict = verify(copy, workers=1)
    assert (verdict.harms, verdict.derived) == ([], 0)
    assert "4 revisions were read by another reader" in verdict.notes[0]


def test_a_profile_that_was_edited_changes_the_state_of_the_reader(tmp_path, monkeypatch):
    here = reader_state.__wrapped__()
    monkeypatch.setenv("ARCHIVER_SITES", str(tmp_path))
    assert reader_state.__wrapped__() == here
    (tmp_path / "thu.py").write_text("PROFILE = 1")
    assert reader_state.__wrapped__() != here


def test_the_state_of_the_reader_is_the_same_wherever_and_however_its_code_lies(tmp_path, monkeypatch):
    here = Path(archiver.__file__).parent
    other = tmp_path / "elsewhere"
    shutil.copytree(here, other, ignore=shutil.ignore_patterns("__pycache__"))
    for path in other.rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (other / "reading" / "__pycache__").mkdir()
    (other / "reading" / "__pycache__" / "article.cpython-399.pyc").write_bytes(b"compiled")
    state = reader_state.__wrapped__()
    monkeypatch.setattr(archiver, "__file__", str(other / "__init__.py"))
    assert reader_state.__wrapped__() == state
    (other / "keeping" / "verify.py").write_text("changed")
    assert reader_state.__wrapped__() == state
    for name in ("reading/headline.py", "vietnamese/dates/words.py", "normalise.py", "sites/hdtdkt.py"):
        before = (other / name).read_bytes()
        (other / name).write_bytes(before + b"#")
        assert reader_state.__wrapped__() != state, name
        (other / name).write_bytes(before)


def test_nothing_that_reading_imports_is_missing_in_the_state_of_the_reader():
    grimp = pytest.importorskip("grimp")
    graph = grimp.build_graph("archiver", cache_dir=None)
    read = {"archiver.reading.article", "archiver.reading.page", "archiver.normalise", "archiver.sites"}
    read |= {"archiver.walking.canonical", "archiver.walking.identity", "archiver.keeping.captures"}
    needed = read | {name for module in read for name in graph.find_upstream_modules(module)}
    here = Path(archiver.__file__).parent
    counted = {path for pattern in READER for path in here.glob(pattern)}
    bare = [here.parent / name.replace(".", "/") for name in needed]
    both = [file for path in bare for file in (path.with_suffix(".py"), path / "__init__.py")]
    files = {file for file in both if file.exists() and file.read_text().strip()}
    assert len(files) > 40
    missing = {path.relative_to(here).as_posix() for path in files - counted}
    assert missing <= {"__init__.py", "errors.py", "walking/__init__.py", "keeping/__init__.py"}


def test_a_folder_without_an_archive_is_no_clean_archive(tmp_path):
    with pytest.raises(ArchiveError, match="is no archive"):
        verify(tmp_path)


def test_progress_reaches_the_end(sealed):
    told = []
    verify(sealed, workers=1, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


@pytest.mark.parametrize("how", ["file", "stdin"])
def test_a_script_without_a_guard_may_use_several_processes(tmp_path, how):
    path = nights(tmp_path, range(4)).path
    script = (
        "import archiver.keeping.verify as v, sys\n"
        "sys.modules['archiver.keeping.verify'].CHUNK = 1000\n"
        f"print('once', len(sys.modules['archiver.keeping.verify'].verify({str(path)!r}, workers=2)), __name__)\n"
    )
    (tmp_path / "script.py").write_text(script)
    command = [sys.executable, *([str(tmp_path / "script.py")] if how == "file" else ["-"])]
    done = subprocess.run(command, input=script, capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.returncode) == ("once 0 __main__\n", 0), done.stderr


def test_several_processes_find_the_same(tmp_path, monkeypatch):
    archive = nights(tmp_path, range(4))
    path = file_of(archive.path, "captures/2026/*.warc.gz")
    path.write_bytes(path.read_bytes()[:-30])
    alone = verify(archive.path, workers=1).harms
    monkeypatch.setitem(verify.__globals__, "CHUNK", 1000)
    assert verify(archive.path, workers=2).harms == alone != []
