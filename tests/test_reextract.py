"""What was kept is read again by a better extractor; what others kept is taken in, with distrust."""

import base64
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from kept_archives import NIGHT, answer, exchange, page, read

from archiver import open_archive, reextract
from archiver.cli import main
from archiver.errors import ArchiveError, SiteLocked, UsageError
from archiver.keeping import create_archive, foreign, verify
from archiver.keeping.captures import zstd
from archiver.keeping.handover import export_wacz
from archiver.normalise import text_digest
from archiver.practice import PracticeServer
from archiver.reextract import import_files
from archiver.running import CrawlOptions
from archiver.shapes import Extractor
from spiders.crawling import crawl

LATER = NIGHT + timedelta(days=30)


def old_reading(record):
    """What an extractor of long ago, that cut every body short, had made of the page."""
    body = record.body.partition("\n")[0]
    digest = text_digest(record.title, record.lead, body)
    return replace(record, body=body, dates=[], text_digest=digest, extractor=Extractor("0.0.1"), published=None)


@pytest.fixture
def archive(tmp_path):
    """Six articles, of which an older extractor read the even ones."""
    archive = create_archive(tmp_path / "data", "thu", url="http://thu.example/", now=NIGHT)
    with archive.begin(NIGHT) as run:
        for number in range(6):
            item = exchange(f"http://thu.example/tin/{number}", answer(page(number)))
            record = read(item, run.capture(item))
            run.keep(record if number % 2 else old_reading(record))
        run.seal({})
    return archive


def test_a_dry_run_shows_each_difference_and_writes_nothing(archive):
    before = sorted(p.name for p in archive.path.rglob("*"))
    shown = []
    outcome = reextract.reextract(archive, now=LATER, dry_run=True, on_change=shown.append, workers=1)
    assert (outcome.records, outcome.changed, outcome.run) == (6, 3, None)
    assert outcome.fields["body"] == outcome.fields["published"] == 3
    assert all({"body", "published", "text_digest"} <= set(change.fields) for change in shown)
    kept, today = shown[0].fields["body"]
    assert today.startswith(kept)
    assert shown[0].summary.startswith("body: +")
    assert sorted(p.name for p in archive.path.rglob("*")) == before


def test_what_comes_out_otherwise_is_a_new_revision_and_the_old_one_stays(archive):
    told = []
    outcome = reextract.reextract(archive, now=LATER, workers=1, progress=lambda *done: told.append(done))
    assert told[-1] == (6, 6)
    revisions = [(r.revision, r.change, r.published) for r in archive.revisions() if r.url.endswith("/0")]
    assert revisions == [(1, "new", None), (2, "reextracted", "2026-11-24")]
    assert archive.report(outcome.run)["fields"]["body"] == 3
    assert len(list(archive)) == 6
    verdict = verify(archive.path, workers=1)
    assert verdict.harms == []
    again = reextract.reextract(archive, now=LATER + timedelta(days=1), workers=1)
    assert (again.changed, again.run) == (0, None)
    assert len(archive.runs()) == 2


def test_two_processes_read_the_same(archive, monkeypatch):
    monkeypatch.setattr(reextract, "SMALL_ARCHIVE", 0)
    alone, together = [], []
    reextract.reextract(archive, now=LATER, dry_run=True, on_change=alone.append, workers=1)
    reextract.reextract(archive, now=LATER, dry_run=True, on_change=together.append, workers=2)
    assert together == alone


def test_a_capture_that_is_harmed_is_named_and_its_record_stays(archive, capsys):
    [path] = archive.capture_files()
    data = bytearray(path.read_bytes())
    ref = next(iter(archive)).capture
    data[ref.offset + ref.length // 2] ^= 1
    path.write_bytes(data)
    outcome = reextract.reextract(archive, now=LATER, workers=1)
    assert (outcome.records, outcome.changed) == (6, 2)
    [told] = outcome.unreadable
    assert next(iter(archive)).id in told
    assert main(["reextract", archive.slug, "--dry-run", "--root", str(archive.path.parent), "--lang", "en"]) == 6
    said = capsys.readouterr()
    assert next(iter(archive)).id in said.err
    assert "5 articles read again" in said.out


def test_a_site_at_work_is_left_alone(archive):
    with archive.begin(LATER), pytest.raises(SiteLocked):
        reextract.reextract(archive, now=LATER)


def test_neither_scrapy_nor_the_network_is_needed():
    code = "import sys, archiver.reextract; sys.exit(any(m in sys.modules for m in ('scrapy', 'twisted', 'requests')))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


# --- what others made -------------------------------------------------------------------------------------------------


def record(block, **fields):
    """A WARC record, with whatever lies are wanted."""
    headers = {
        "WARC-Type": "response",
        "WARC-Record-ID": "<urn:uuid:1>",
        "WARC-Date": "2019-05-01T00:00:00Z",
        "WARC-Target-URI": "http://thu.example/1",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    } | {k.replace("_", "-"): v for k, v in fields.items()}
    lines = "".join(f"{k}: {v}\r\n" for k, v in headers.items() if v is not None)
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def sha1(data):
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def foreign_warc(path, *, packed=True, request_first=True):
    """Five pages as another crawler writes them, the last of them repeated."""
    records = [record(b"software: another\r\n", WARC_Type="warcinfo", Content_Type="application/warc-fields")]
    for number in range(5):
        said = {
            "WARC_Target_URI": f"http://thu.example/tin/{number}",
            "WARC_Date": f"2019-05-0{number + 1}T00:00:00Z",
        }
        response, payload = answer(page(number)), sha1(page(number))
        made = record(response, WARC_Record_ID=f"<a:{number}>", WARC_Payload_Digest=payload,
                      WARC_Block_Digest=sha1(response), **said)  # fmt: skip
        asked = record(b"GET /tin HTTP/1.1\r\n\r\n", WARC_Type="request", WARC_Record_ID=f"<b:{number}>",
                       WARC_Concurrent_To=f"<a:{number}>", **said)  # fmt: skip
        records += [asked, made] if request_first else [made, asked]
    records.append(record(answer(b""), WARC_Type="revisit", WARC_Payload_Digest=payload,
                          WARC_Target_URI="http://thu.example/tin/4", WARC_Date="2019-05-06T00:00:00Z"))  # fmt: skip
    if packed:
        for number, plain in enumerate(records):
            packer = io.BytesIO()
            with gzip.GzipFile(f"name {number}", "wb", fileobj=packer, mtime=number) as file:
                file.write(plain)
            records[number] = packer.getvalue()
    path.write_bytes(b"".join(records))
    return path


def take(path, tmp_path, **more):
    return import_files([path], tmp_path / "data", now=LATER, workers=1, **more)


def test_a_foreign_warc_becomes_an_archive(tmp_path):
    path = foreign_warc(tmp_path / "khac.warc.gz")
    imported = take(path, tmp_path)
    assert (imported.captures, imported.records, imported.doubts) == (6, 5, [])
    archive = open_archive(tmp_path / "data" / "thu.example")
    assert [r.title for r in archive] == [f"Đoàn công tác số {n} đi cơ sở" for n in range(5)]
    assert next(iter(archive)).fetched_at == "2019-05-01T00:00:00Z"
    assert all(e.request.startswith(b"GET /tin") for _, e in list(archive.captures())[:5])
    assert archive.page([ref for ref, _ in archive.captures()][5]).body == page(4)
    assert verify(archive.path, workers=1).harms == []


def test_a_file_is_taken_once(tmp_path):
    path = foreign_warc(tmp_path / "khac.warc.gz")
    take(path, tmp_path)
    imported = take(path, tmp_path)
    assert (imported.captures, imported.run) == (0, None)
    assert "was imported before" in imported.doubts[0]


def wacz(path, warc_path, name="archive/data.warc.gz", **extra):
    with zipfile.ZipFile(path, "w") as package:
        package.write(warc_path, name)
        for entry, content in extra.items():
            package.writestr(entry, content)
    return path


def zst(path, warc_path, dictionary=False):
    plain = gzip.decompress(warc_path.read_bytes())
    if not dictionary:
        path.write_bytes(zstd.compress(plain))
    else:
        trained = zstd.train_dict([page(n) for n in range(200)], 4096)
        raw = trained.dict_content
        packed = zstd.compress(plain, zstd_dict=trained)
        path.write_bytes(b"\x5d\x2a\x4d\x18" + len(raw).to_bytes(4, "little") + raw + packed)
    return path


@pytest.mark.parametrize(
    "make",
    [
        lambda d: foreign_warc(d / "a.warc", packed=False),
        lambda d: foreign_warc(d / "a.warc.gz", request_first=False),
        lambda d: wacz(d / "a.wacz", foreign_warc(d / "a.warc.gz")),
        lambda d: zst(d / "a.warc.zst", foreign_warc(d / "a.warc.gz")),
        lambda d: zst(d / "b.warc.zst", foreign_warc(d / "a.warc.gz"), dictionary=True),
    ],
)
def test_every_usual_packing_is_read(tmp_path, make):
    imported = take(make(tmp_path), tmp_path)
    assert (imported.captures, imported.records, imported.doubts) == (6, 5, [])


def test_several_processes_import_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(reextract, "PAGES", 2)
    path = foreign_warc(tmp_path / "a.warc", packed=False)
    path.write_bytes(path.read_bytes() + bytes(1 << 20))
    alone = import_files([path], tmp_path / "one", now=LATER, workers=1)
    both = import_files([path], tmp_path / "two", now=LATER, workers=2)
    assert (alone.records, alone.captures) == (both.records, both.captures) == (5, 6)
    assert [(r.id, r.body) for r in open_archive(alone.path)] == [(r.id, r.body) for r in open_archive(both.path)]


def test_a_truncated_file_is_taken_as_far_as_it_goes(tmp_path):
    path = foreign_warc(tmp_path / "a.warc.gz")
    path.write_bytes(path.read_bytes()[:-1500])
    imported = take(path, tmp_path)
    assert 0 < imported.captures < 6
    assert any("ends within a gzip member" in doubt for doubt in imported.doubts)
    assert open_archive(imported.path).report(imported.run)["passed_over"] == imported.doubts


GOOD = record(answer(page(1)))
SHA1 = sha1(answer(page(2)))


@pytest.mark.parametrize(
    ("lie", "why"),
    [
        (record(answer(page(2)), Content_Length="999999999999"), "longer than we take"),
        (record(answer(page(2)), Content_Length="99999"), "the file ends within the record"),
        (record(answer(page(2)), Content_Length="7"), "Content-Length is wrong"),
        (record(answer(page(2)), Content_Length="-5"), "Content-Length is no number"),
        (record(answer(page(2)), Content_Length=None), "Content-Length is no number"),
        (record(answer(page(2)), WARC_Date="yesterday"), "address or date cannot be read"),
        (record(answer(page(2)), WARC_Date="9999-12-31T23:59:59-07:00"), "address or date cannot be read"),
        (record(answer(page(2)), WARC_Target_URI="file:///etc/passwd"), "address or date cannot be read"),
        (record(answer(page(2)), WARC_Target_URI="http://[/"), "address or date cannot be read"),
        (record(answer(page(3)), WARC_Block_Digest=SHA1), "not what its digest says"),
        (record(b"\x00" * 50), "no answer over HTTP"),
        (record(b"x", WARC_Type="resource"), "is no answer of a server"),
        (record(answer(b""), WARC_Type="revisit", WARC_Payload_Digest="sha1:A"), "what it repeats was not met before"),
        (b"hello\nhello\n", "bytes that are no record"),
    ],
)
def test_a_lie_is_named_and_what_is_true_is_taken(tmp_path, lie, why):
    path = tmp_path / "a.warc"
    path.write_bytes(GOOD + lie + record(answer(page(5)), WARC_Target_URI="http://thu.example/5"))
    imported = take(path, tmp_path)
    assert imported.captures == 2
    assert any(why in doubt for doubt in imported.doubts), imported.doubts


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("more", [7, 100, 1000, 99999, 999999999999])
def test_a_record_that_claims_too_much_hides_no_whole_record_behind_it(tmp_path, more, packed):
    pages = [record(answer(page(n)), WARC_Target_URI=f"http://thu.example/{n}") for n in (1, 3, 4, 5)]
    pages.insert(1, record(answer(page(2)), Content_Length=str(len(answer(page(2))) + more)))
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(map(gzip.compress, pages) if packed else pages))
    doubts = foreign.Doubts(LATER)
    assert [e.url[-1] for e in foreign.exchanges(path, doubts)] == ["1", "3", "4", "5"]
    told = f"records within what it claims are taken: from byte {len(pages[0] + pages[1])} unpacked"
    assert doubts.told[-1].endswith(told)


def test_what_a_whole_record_holds_is_no_record(tmp_path):
    within = record(answer(page(2)), WARC_Target_URI="http://another.example/")
    path = tmp_path / "a.warc"
    path.write_bytes(record(answer(b"text\r\n\r\n" + within)) + GOOD)
    assert [e.url for e in foreign.exchanges(path, foreign.Doubts())] == ["http://thu.example/1"] * 2


def test_a_file_of_lies_is_not_read_for_ever(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(record(b"", Content_Length="9999999") * 20_000)
    began = time.process_time()
    assert list(foreign.exchanges(path, foreign.Doubts())) == []
    assert time.process_time() - began < 20


@pytest.mark.parametrize("harm", [lambda m: m[:40] + bytes(9) + m[49:], lambda m: m[:-30], lambda m: m[:-8] + bytes(8)])
def test_a_torn_member_hides_no_whole_record_behind_it(tmp_path, harm):
    pages = [record(answer(page(n)), WARC_Target_URI=f"http://thu.example/{n}") for n in range(6)]
    members = list(map(gzip.compress, pages))
    members[2] = harm(members[2])
    members.insert(4, b"\x1f\x8b\x08 no member" + gzip.compress(b"no record") + bytes(70_000))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(members))
    doubts = foreign.Doubts(LATER)
    urls = [e.url[-1] for e in foreign.exchanges(path, doubts)]
    assert [u for u in urls if u != "2"] == ["0", "1", "3", "4", "5"]
    assert "a gzip member is damaged" in " ".join(doubts.told)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda p: p.write_bytes(b"%PDF-1.7"), "neither WARC nor WACZ"),
        (lambda p: p.mkdir(), "is no file"),
        (os.mkfifo, "is no file"),
        (lambda p: None, "No such file"),
        (lambda p: zipfile.ZipFile(p, "w").close(), "no WACZ"),
    ],
)
def test_one_of_several_files_that_is_none_is_told_before_anything_is_made(tmp_path, make, why):
    make(tmp_path / "b")
    with pytest.raises(UsageError, match=why):
        import_files([foreign_warc(tmp_path / "a.warc.gz"), tmp_path / "b"], tmp_path / "data", now=LATER, workers=1)
    assert not (tmp_path / "data").exists()


def test_a_part_of_a_package_that_is_no_warc_is_told_and_the_others_are_taken(tmp_path):
    path = wacz(tmp_path / "a.wacz", foreign_warc(tmp_path / "a.warc.gz"), **{"archive/b.warc": "hello"})
    imported = take(path, tmp_path)
    assert (imported.captures, imported.doubts) == (6, ["a.wacz, archive/b.warc: it is no WARC: it begins b'hello'"])
    assert verify(imported.path, workers=1).notes == []


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        ("9026-11-25T09:00:00Z", "9026-11-25T09:00:00Z"),
        ("2027-02-19T18:30:01Z", "2027-02-19T18:30:01Z"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
    ],
)
def test_a_capture_of_a_day_that_cannot_be_is_kept_as_stated_and_told(tmp_path, date, kept):
    path = tmp_path / "a.warc"
    path.write_bytes(record(answer(page(1)), WARC_Date=date))
    imported = take(path, tmp_path)
    why = "its date cannot be true; it is kept as the file states it"
    assert imported.doubts == [f"a.warc, byte 0 unpacked: {why}: {date}, http://thu.example/1"]
    archive = open_archive(imported.path)
    assert archive.report(imported.run)["passed_over"] == imported.doubts
    assert [r.fetched_at for r in archive] == [kept]
    assert verify(archive.path, workers=1).harms == []


def test_a_date_without_a_zone_is_of_utc_wherever_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    try:
        path = tmp_path / "a.warc"
        path.write_bytes(record(answer(page(1)), WARC_Date="2019-05-01T00:00:00"))
        archive = open_archive(take(path, tmp_path).path)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert [r.fetched_at for r in archive] == ["2019-05-01T00:00:00Z"]


def test_a_true_digest_in_another_spelling_is_believed(tmp_path):
    path = tmp_path / "a.warc"
    sha256 = "sha256:" + hashlib.sha256(answer(page(1))).hexdigest().upper()
    path.write_bytes(
        record(answer(page(2)), WARC_Block_Digest=SHA1)
        + record(answer(page(1)), WARC_Block_Digest=sha256, WARC_Target_URI="http://thu.example/2")
    )
    assert (take(path, tmp_path).captures, foreign._fits("blake9:x", b"")) == (2, True)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda d: (d / "x.wacz").write_bytes(b"PK\x03\x04 nonsense"), "damaged or locked zip"),
        (lambda d: zipfile.ZipFile(d / "x.wacz", "w").close(), "is a zip and no WACZ"),
        (lambda d: (d / "x.wacz").write_bytes(b""), "is neither WARC nor WACZ"),
        (lambda d: (d / "x.wacz").write_bytes(b"filedesc://a"), "an ARC file"),
        (lambda d: (d / "x.wacz").write_bytes(b"\x1f\x8b\x08nonsense"), "no answer over HTTP"),
        (lambda d: (d / "x.wacz").mkdir(), "cannot be read"),
        (lambda d: None, "cannot be read"),
        (lambda d: (d / "x.wacz").write_bytes(gzip.compress(b"<html>", mtime=0)), "no answer over HTTP"),
    ],
)
def test_what_is_no_web_archive_is_refused_and_nothing_is_made(tmp_path, make, why):
    make(tmp_path)
    with pytest.raises((UsageError, ArchiveError), match=why):
        take(tmp_path / "x.wacz", tmp_path)
    assert not (tmp_path / "data").exists()


def test_nothing_is_written_outside_whatever_a_package_names(tmp_path):
    inner = foreign_warc(tmp_path / "a.warc.gz")
    path = wacz(tmp_path / "a.wacz", inner, **{"../../escaped.txt": "x", "archive/../../x.warc.gz": inner.read_bytes()})
    work = tmp_path / "work"
    work.mkdir()
    imported = import_files([path], work / "data", now=LATER, workers=1)
    assert imported.captures == 6
    assert sum("leads out of the package" in doubt for doubt in imported.doubts) == 2
    assert {p.name for p in tmp_path.iterdir()} == {"a.warc.gz", "a.wacz", "work"}
    assert [p.name for p in work.iterdir()] == ["data"]


def test_a_package_that_contradicts_itself_says_so(tmp_path):
    said = json.dumps({"resources": [{"path": "archive/data.warc.gz", "hash": "sha256:" + "0" * 64}]})
    path = wacz(tmp_path / "a.wacz", foreign_warc(tmp_path / "a.warc.gz"), **{"datapackage.json": said})
    assert "not what datapackage.json says" in take(path, tmp_path).doubts[0]


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_within_a_package_is_told_however_it_is_packed(tmp_path, packing):
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", packing) as package:
        package.writestr("archive/a.warc", b"".join(record(answer(page(n))) for n in range(30)))
    data = path.read_bytes()
    whole = list(foreign.exchanges(path, foreign.Doubts()))
    assert len(whole) == 30
    told = 0
    for place in range(60, len(data), len(data) // 40):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) * 3 + data[place + 3 :])
        doubts = foreign.Doubts()
        try:
            found = list(foreign.exchanges(path, doubts))
        except (UsageError, ArchiveError):  # nothing else, whatever the module beneath raises
            told += 1
            continue
        told += bool(doubts.lines())
        assert doubts.lines() or found == whole, place  # what changes nothing that is read needs no word
    assert told > 20


@pytest.mark.parametrize("line", [b"A%d: b\r\n", b" folded%d\r\n"])
def test_headers_without_end_are_left_before_they_fill_the_memory(tmp_path, line):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(GOOD + b"WARC/1.1\r\nA: b\r\n" + b"".join(line % n for n in range(300_000))))
    doubts = foreign.Doubts()
    assert len(list(foreign.exchanges(path, doubts))) == 1
    assert "headers without end" in doubts.lines()[-1]


@pytest.mark.parametrize("slug", ["../x", "a/b", "Đất-nước", "a" * 300])
def test_a_name_that_is_no_folder_is_refused(tmp_path, slug):
    with pytest.raises(UsageError):
        take(foreign_warc(tmp_path / "a.warc.gz"), tmp_path, slug=slug)
    assert not (tmp_path / "data").exists()


def test_a_long_vietnamese_address_is_kept_whole(tmp_path):
    url = "http://thu.example/" + "thi-đua-" * 60
    path = tmp_path / "a.warc"
    path.write_bytes(record(answer(page(1)), WARC_Target_URI=url))
    imported = take(path, tmp_path)
    [(ref, item)] = open_archive(imported.path).captures()
    assert item.url == url.replace("đ", "%C4%91")
    assert ref.file == "captures/2026/20261224T013000Z-00000.warc.gz"


def test_an_archive_of_ours_that_is_imported_again_has_each_article_once_under_all_its_addresses(tmp_path):
    with PracticeServer("webforms") as server:
        crawled = crawl(server.url, CrawlOptions(root=tmp_path / "one", slug="p", delay=0))
    first = {record.url: record.title for record in open_archive(crawled.archive)}
    package = export_wacz(crawled.archive, tmp_path / "p.wacz")
    imported = import_files([package], tmp_path / "two", now=NIGHT + timedelta(days=400), slug="p")
    again = list(open_archive(imported.path))
    assert {record.url: record.title for record in again} == first
    assert imported.records == len(first) == 60
    prints = [url for record in again for url in record.urls if "InTin" in url]
    assert prints
    assert verify(imported.path, workers=1).harms == []
