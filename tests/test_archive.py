"""An archive as it is written and read: runs, revisions, tombstones, exact bytes."""

import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver import open_archive
from archiver.errors import ArchiveError, SiteLocked, UsageError
from archiver.keeping import create_archive
from archiver.keeping.captures import digest
from archiver.keeping.disk import Disk
from archiver.keeping.records import halves, pieces
from archiver.keeping.verify import verify
from archiver.normalise import article_id, text_digest
from archiver.shapes import AttachmentRecord, Exchange, Extractor, Record, RelatedRecord

NIGHT = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


def answer(body=b"<h1>Tin</h1>", status=b"200 OK", headers=b"Content-Type: text/html\r\n"):
    return b"HTTP/1.1 %s\r\n%s\r\n%s" % (status, headers, body)


def exchange(url="http://a.vn/tin/1", response=None, at=NIGHT, **more):
    request = b"GET /tin/1 HTTP/1.1\r\nHost: a.vn\r\n\r\n"
    return Exchange(url, request, answer() if response is None else response, at, **more)


def record(ref, url="http://a.vn/tin/1", title="Tin", body="Một hai ba.", **more):
    values = {
        "id": "",
        "revision": 0,
        "change": "new",
        "run": "",
        "site": "a",
        "url": url,
        "fetched_at": "2026-11-24T01:30:00Z",
        "status": "published",
        "title": title,
        "lead": None,
        "body": body,
        "byline": None,
        "text_digest": text_digest(title, None, body),
        "capture": ref,
        "extractor": Extractor("0.1.0"),
    }
    return Record(**(values | more))


@pytest.fixture
def archive(tmp_path):
    return create_archive(tmp_path, "a", url="http://a.vn/", now=NIGHT, rights="CC BY 4.0")


def night(archive, number, *pages, **report):
    """One whole run: *pages* are (url, body of the answer, fields of the record)."""
    kept = []
    with archive.begin(NIGHT + timedelta(days=number)) as run:
        assert run.mended == []
        for url, body, more in pages:
            ref = run.capture(exchange(url, answer(body), at=NIGHT + timedelta(days=number)))
            kept.append(run.keep(record(ref, url, **more)))
        run.commit()
        run.seal(report)
    return kept


def test_of_two_that_make_an_archive_at_once_one_does_and_the_other_is_told(tmp_path, monkeypatch):
    whole, told = Disk.replace, []

    def meanwhile(disk, path, data):
        if not told:
            told.append(path)
            with pytest.raises(SiteLocked):
                create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT)
        whole(disk, path, data)

    monkeypatch.setattr(Disk, "replace", meanwhile)
    archive = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT)
    assert told == [archive.path / "archive.json"]
    assert verify(archive.path, workers=1).harms == []


def test_what_is_kept_reads_back_equal(archive):
    [kept] = night(archive, 0, ("http://a.vn/tin/1", b"<p>\xff", {"body": "Để tiếp tục"}), state="done")
    again = open_archive(archive.path)
    assert list(again) == [kept]
    assert again.get(kept.id) == kept
    assert again.to_dicts()[0]["body"] == "Để tiếp tục"
    assert again.report(kept.run)["state"] == "done"
    assert again.exchange(kept.capture) == exchange(response=answer(b"<p>\xff"))
    assert again.page(kept.capture).body == b"<p>\xff"
    assert [ref for ref, _ in again.captures()] == [kept.capture]
    assert not list(archive.path.rglob("*.open"))


def test_the_records_are_plain_json_lines_in_utf_8(archive):
    night(archive, 0, ("http://a.vn/tin/1", b"x", {"title": "Thành phố"}))
    [path] = archive.path.glob("records/2026/*.jsonl")
    assert path.name == "20261124T013000Z.jsonl"
    line = path.read_bytes()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert "Thành phố".encode() in line
    assert json.loads(line)["run"] == "20261124T013000Z"


def test_half_a_run_is_not_seen_by_readers(archive):
    night(archive, 0, ("http://a.vn/tin/1", b"one", {}))
    with archive.begin(NIGHT + timedelta(days=1)) as run:
        run.keep(record(run.capture(exchange("http://a.vn/tin/2")), "http://a.vn/tin/2"))
        run.keep(record(run.capture(exchange()), body="Khác hẳn."))
        run.commit()
        reader = open_archive(archive.path)
        assert [r.body for r in reader] == ["Một hai ba."]
        assert len(list(reader.revisions())) == 1
        assert len(list(reader.captures())) == 1
        run.seal({})
    assert len(list(reader)) == 2


def test_an_unchanged_article_makes_no_revision(archive):
    url = "http://a.vn/tin/1"
    night(archive, 0, (url, b"one", {}))
    other_news = [RelatedRecord("Tin khác", "http://a.vn/tin/9")]
    assert night(archive, 1, (url, b"one with other news beside it", {"related": other_news})) == [None]
    assert not list(archive.path.glob("records/2026/20261125*"))


def test_an_edit_a_tombstone_and_a_comeback_are_revisions(archive):
    url = "http://a.vn/tin/1"
    night(archive, 0, (url, b"1", {}))
    night(archive, 1, (url, b"2", {"body": "Một hai bốn năm.", "title": "Tin mới"}))
    [gone] = night(archive, 2, (url, b"404", {"status": "gone", "body": "", "title": None}))
    assert list(open_archive(archive.path)) == []
    assert night(archive, 3, (url, b"404", {"status": "gone", "body": "", "title": None})) == [None]
    night(archive, 4, (url, b"5", {"body": "Một hai bốn năm.", "title": "Tin mới"}))
    revisions = list(open_archive(archive.path).revisions(gone.id))
    assert [(r.revision, r.change, r.change_summary) for r in revisions] == [
        (1, "new", None),
        (2, "edited", "title: +1 −0 words; body: +2 −1 words"),
        (3, "gone", "status: 'published' → 'gone'"),
        (4, "back", "status: 'gone' → 'published'"),
    ]
    assert gone.body == "Một hai bốn năm."
    assert [r.revision for r in open_archive(archive.path)] == [4]


def test_a_tombstone_for_an_article_never_kept_is_not_written(archive):
    assert night(archive, 0, ("http://a.vn/tin/1", b"404", {"status": "gone"})) == [None]


def test_a_move_is_one_revision_and_turns_of_two_addresses_are_none(archive):
    id = article_id("a", "http://a.vn/tin/1")
    night(archive, 0, ("http://a.vn/tin/1", b"1", {}))
    [moved] = night(archive, 1, ("http://a.vn/moi/1", b"1", {"id": id}))
    assert (moved.change, moved.urls) == ("moved", ["http://a.vn/tin/1"])
    assert night(archive, 2, ("http://a.vn/tin/1", b"1", {"id": id})) == [None]


def test_the_same_bytes_read_by_a_newer_extractor_are_no_edit(archive):
    url = "http://a.vn/tin/1"
    night(archive, 0, (url, b"1", {}))
    [again] = night(archive, 1, (url, b"1", {"byline": "M.Hải", "extractor": Extractor("0.2.0")}))
    assert (again.change, again.change_summary) == ("reextracted", "byline: None → 'M.Hải'")


def test_an_attachment_not_fetched_tonight_is_no_edit(archive):
    url = "http://a.vn/tin/1"
    whole = AttachmentRecord("http://a.vn/a.pdf", "a.pdf", digest="sha256:" + "0" * 64, bytes=9)
    night(archive, 0, (url, b"1", {"attachments": [whole]}))
    bare = replace(whole, digest=None, bytes=None)
    assert night(archive, 1, (url, b"1", {"attachments": [bare]})) == [None]


def test_half_a_surrogate_pair_becomes_a_problem_and_no_crash(archive):
    [kept] = night(archive, 0, ("http://a.vn/tin/1", b"1", {"title": "Tin \ud83d"}))
    [back] = open_archive(archive.path)
    assert back.title == "Tin �"
    assert "text-damaged" in back.problems
    assert kept.id == back.id


def test_two_runs_at_once_are_refused(archive):
    with (
        archive.begin(NIGHT),
        pytest.raises(SiteLocked, match=r"a: another run is at work on it \(pid \d+ on \S+, since 2026"),
    ):
        archive.begin(NIGHT)
    archive.begin(NIGHT).abandon()


def test_a_clock_set_back_still_names_runs_in_order(archive):
    night(archive, 5)
    with archive.begin(NIGHT) as run:
        assert run.id == "20261129T013001Z"
        assert "the clock says 2026-11-24 01:30:00Z, before run 20261129T013000Z" in str(run.mended[0])


def test_an_archive_by_a_newer_version_is_refused_with_the_cure(archive):
    meta = archive.path / "archive.json"
    meta.write_text(json.dumps(archive.meta | {"format_version": 2, "software": "archiver 9"}))
    with pytest.raises(ArchiveError, match=r"format 2, made by a newer archiver \(archiver 9\).*upgrade"):
        open_archive(archive.path)


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", "null", '{"format": "x", "format_version": 1, "slug": "a"}', "\x00"]
)
def test_a_damaged_archive_json_is_refused(archive, content):
    (archive.path / "archive.json").write_text(content)
    with pytest.raises(ArchiveError, match="is damaged"):
        open_archive(archive.path)


def test_a_folder_without_an_archive_is_refused(tmp_path):
    with pytest.raises(ArchiveError, match="is no archive"):
        open_archive(tmp_path)


@pytest.mark.parametrize("slug", ["", "..", "../a", "a/b", "Đà", "a" * 300, ".hidden"])
def test_a_slug_that_is_no_folder_name_is_refused(tmp_path, slug):
    with pytest.raises(UsageError):
        create_archive(tmp_path / "root", slug, url="http://a.vn/", now=NIGHT)
    assert not (tmp_path / "root").exists()


def test_the_catalogue_may_be_deleted_at_any_time(archive):
    url = "http://a.vn/tin/1"
    night(archive, 0, (url, b"1", {}), ("http://a.vn/tin/2", b"2", {}))
    for damage in (lambda p: p.unlink(), lambda p: p.write_bytes(b"no database"), lambda p: p.write_bytes(b"")):
        damage(archive.path / "catalogue.sqlite")
        assert len(list(open_archive(archive.path))) == 2
    damage(archive.path / "catalogue.sqlite")
    assert night(archive, 1, (url, b"1", {})) == [None]
    [_, (_, repeat)] = [c for c in archive.captures() if c[1].url == url]
    assert repeat.response == answer(b"1")


def test_a_table_in_one_line(archive):
    pytest.importorskip("pyarrow")
    night(archive, 0, ("http://a.vn/tin/1", b"1", {}))
    assert archive.to_table().column("title").to_pylist() == ["Tin"]


def test_what_a_death_left_is_mended_first_thing(archive):
    run = archive.begin(NIGHT)
    first = run.keep(record(run.capture(exchange())))
    run.commit()
    run.keep(record(run.capture(exchange("http://a.vn/tin/2")), "http://a.vn/tin/2"))
    run.abandon()
    [warc] = archive.path.glob("captures/2026/*.warc.gz.open")
    warc.write_bytes(warc.read_bytes()[:-5])  # within the second request
    [lines] = archive.path.glob("records/2026/*.jsonl.open")
    lines.write_bytes(lines.read_bytes()[:-5])
    with archive.begin(NIGHT + timedelta(days=1)) as run:
        told = "\n".join(map(str, run.mended))
        assert "the file ends" in told
        assert "half a line" in told
        assert "2 captures and 1 records were whole and are sealed now" in told
        assert list(archive) == [first]
        assert run.keep(record(run.capture(exchange("http://a.vn/tin/2")), "http://a.vn/tin/2")).change == "new"
        run.seal({})
    assert archive.report("20261124T013000Z")["state"] == "interrupted"
    assert len(list(archive)) == 2
    assert len(list(archive.path.glob("mended/*"))) == 2
    archive.begin(NIGHT + timedelta(days=2)).abandon()


def test_an_article_met_under_two_addresses_in_one_run_is_one_revision_with_both(archive):
    night(archive, 0, ("http://a.vn/tin/9", b"tin 9", {"title": "Tin chín"}))
    with archive.begin(NIGHT + timedelta(days=1)) as run:
        kept = []
        for number in (1, 2, 3):
            ref = run.capture(exchange(f"http://a.vn/tin/{number}", answer(b"tin %d" % number)))
            kept.append(run.keep(record(ref, f"http://a.vn/tin/{number}", title=f"Tin số {number}")))
        old = article_id("a", "http://a.vn/tin/9")
        wanted = {kept[0].id: ["http://a.vn/in/1"], kept[2].id: ["http://a.vn/m/3", "http://a.vn/in/3"], old: ["x"]}
        assert run.amend(wanted) == {kept[0].id, kept[2].id}, "what an earlier run wrote is left alone"
        assert run.latest(kept[2].id).urls == ["http://a.vn/in/3", "http://a.vn/m/3"]
        run.seal({"exit": 0})
    again = open_archive(archive.path)
    assert [r.revision for r in again.revisions()] == [1, 1, 1, 1]
    assert {r.url: r.urls for r in again if r.urls} == {
        "http://a.vn/tin/1": ["http://a.vn/in/1"],
        "http://a.vn/tin/3": ["http://a.vn/in/3", "http://a.vn/m/3"],
    }
    assert verify(archive.path, derive=False, workers=1).harms == []
    assert not list(archive.path.glob("*.open"))


@pytest.mark.parametrize("forget", [False, True])
def test_a_304_speaks_of_what_its_address_showed_last(tmp_path, forget):
    """Not of the newest bytes: they may have been taken back since, or have stood there in an hour of need."""
    archive = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT)
    url, twin = "http://thu.example/tin/1", "http://thu.example/tin/2"
    first, second, missing = answer(b"Tin."), answer(b"Tin, sua lai."), answer(b"<h1>404</h1>", b"404 Not Found")
    unchanged = b"HTTP/1.1 304 Not Modified\r\n\r\n"
    said = []
    for day, asked in enumerate(
        [
            [(url, first)],
            [(url, second)],
            [(url, first), (twin, first), (url, missing)],
            [(url, unchanged), (twin, unchanged)],
            [(url, second)],
            [(url, unchanged)],
        ]
    ):
        at = NIGHT + timedelta(days=day)
        with archive.begin(at) as run:
            for address, response in asked:
                ref = run.capture(exchange(address, response, at))
                if response == unchanged:
                    said.append(ref.digest)
            run.seal({})
        if forget:
            (archive.path / "catalogue.sqlite").unlink()
    assert said == [digest(b"Tin."), digest(b"Tin."), digest(b"Tin, sua lai.")]
    assert verify(archive.path, workers=1).harms == []


LINE = st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"") + b"\n")


@given(st.lists(LINE, max_size=30), st.integers(1, 80))
def test_pieces_and_halves_are_of_whole_lines_and_leave_nothing_out(lines, about):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.jsonl")
        file.write_bytes(b"".join(lines))
        data = file.read_bytes()
        found = list(pieces(file, about))
        assert b"".join(data[start:end] for start, end in found) == data
        for start, end in found:
            assert data[start:end].endswith(b"\n")
            parts = halves(file, start, end)
            assert bool(parts) == (data[start:end].count(b"\n") > 1)
            assert b"".join(data[a:b] for a, b in parts) == (data[start:end] if parts else b"")
            assert all(data[a:b].endswith(b"\n") for a, b in parts)
