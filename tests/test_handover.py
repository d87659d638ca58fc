"""What is handed over is whole, is what others' tools accept, and is the same each time."""

import gzip
import hashlib
import io
import json
import re
import shutil
import struct
import subprocess
import zipfile
from datetime import timedelta

import pytest
from kept_archives import NIGHT, exchange, nights, visit

from archiver import open_archive, reextract
from archiver.errors import ArchiveError, UsageError
from archiver.keeping import cdxj, create_archive, handover
from archiver.keeping.captures import heads

FORMS = {
    "wacz": (handover.export_wacz, handover.check_wacz),
    "bag": (handover.export_bag, handover.check_bag),
    "ro-crate": (handover.export_ro_crate, handover.check_ro_crate),
}


@pytest.fixture
def archive(tmp_path):
    archive = nights(tmp_path / "data", range(4))
    run = archive.begin(NIGHT + timedelta(days=6))  # dies, so that there is something set aside
    visit(run, 7)
    run.abandon()
    [path] = archive.path.glob("captures/2026/*.open")
    path.write_bytes(path.read_bytes()[:-9])
    with archive.begin(NIGHT + timedelta(days=7)) as run:
        visit(run, 8)
        run.seal({})
    return archive


def digest_of(path):
    """Of a file, or of every name and byte beneath a folder."""
    sha = hashlib.sha256()
    for file in [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file()):
        sha.update(str(file.relative_to(path.parent if path.is_file() else path)).encode() + b"\0" + file.read_bytes())
    return sha.hexdigest()


@pytest.mark.parametrize("form", FORMS)
def test_twice_gives_the_same_bytes_and_nothing_is_left_beside(archive, tmp_path, form):
    export, check = FORMS[form]
    one, two = export(archive, tmp_path / "out" / "x"), export(open_archive(archive.path), tmp_path / "out2" / "x")
    assert check(one) == check(two) == []
    assert digest_of(one) == digest_of(two)
    assert [p.name for p in one.parent.iterdir()] == ["x"]


@pytest.mark.parametrize("form", FORMS)
def test_a_harmed_archive_is_not_handed_over(archive, tmp_path, form):
    path = archive.capture_files()[0]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="archiver verify"):
        FORMS[form][0](archive, tmp_path / "out" / "x")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_written_over_and_nothing_empty_is_made(archive, tmp_path, form):
    with pytest.raises(UsageError, match="is there already"):
        FORMS[form][0](archive, tmp_path)
    empty = create_archive(tmp_path, "empty", url="http://thu.example/", now=NIGHT)
    with pytest.raises(UsageError, match="nothing was sealed yet"):
        FORMS[form][0](empty, tmp_path / "x")


@pytest.mark.parametrize("form", ["bag", "ro-crate"])
def test_every_flipped_byte_of_a_folder_is_found(archive, tmp_path, form):
    export, check = FORMS[form]
    folder = export(archive, tmp_path / "x")
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole = path.read_bytes()
        for place in {0, len(whole) // 2, len(whole) - 1} - {-1}:
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            if path.name not in ("tagmanifest-sha256.txt", "ro-crate-metadata.json"):  # digests of nothing cover these
                assert check(folder), (path.name, place)
        path.unlink()
        assert check(folder), path.name
        path.write_bytes(whole)
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "stranger").write_bytes(b"x")
    assert check(folder)


def test_a_wacz_has_a_page_with_title_and_text_for_each_article(archive, tmp_path):
    path = handover.export_wacz(archive, tmp_path / "x.wacz")
    with zipfile.ZipFile(path) as package:
        header, *pages = map(json.loads, package.read("pages/pages.jsonl").decode().splitlines())
        described = json.loads(package.read("datapackage.json"))
        index = gzip.decompress(package.read("indexes/index.cdx.gz")).splitlines()
        assert all(i.compress_type == 0 for i in package.infolist() if i.filename.endswith(".gz"))
    assert header == {"format": "json-pages-1.0", "id": "pages", "title": "All Pages", "hasText": True}
    assert [(p["url"], p["title"]) for p in pages] == [(f"{r.url}", r.title) for r in archive]
    assert all("sáng kiến" in page["text"] for page in pages)
    assert index == sorted(index)
    assert len(index) == len(list(archive.captures()))
    assert described["wacz_version"] == "1.1.1"
    assert described["created"] == "2026-12-01T01:30:00Z"


def test_what_a_revisit_repeats_is_found_in_the_index_by_its_very_moment(tmp_path):
    """As ReplayWeb.page looks for it: by address and moment, among what is no revisit; it shows nothing for a 304."""
    archive = create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT)
    for day, text in enumerate(("Một.", "Hai.", "Một.", "304")):
        at = NIGHT + timedelta(days=day, microseconds=1_999)
        with archive.begin(at) as run:
            if text == "304":
                run.capture(exchange("http://thu.example/tin/1", b"HTTP/1.1 304 Not Modified\r\n\r\n", at))
            else:
                visit(run, 1, text, at)
            run.seal({})
    path = handover.export_wacz(archive, tmp_path / "x.wacz")
    with zipfile.ZipFile(path) as package:
        entries = cdxj.parse(gzip.decompress(package.read("indexes/index.cdx.gz")))
        captures = {name: package.read(name) for name in package.namelist() if name.startswith("archive/")}
        page = json.loads(package.read("pages/pages.jsonl").splitlines()[1])
    assert page["ts"] == "2026-11-26T01:30:00.001Z"
    moments = {(f["url"], when) for _, when, f in entries if f["mime"] != "warc/revisit"}
    assert len(moments) == 2
    revisits = [f for _, _, f in entries if f["mime"] == "warc/revisit"]
    assert [f.get("status") for f in revisits] == ["200", None]
    for fields in revisits:
        file = io.BytesIO(captures[f"archive/{fields['filename']}"])
        head = next(heads(file, int(fields["offset"])))
        date = re.sub(r"\D", "", head.get("WARC-Refers-To-Date"))[:17]
        assert (head.get("WARC-Refers-To-Target-URI"), date) in moments
        assert date == "20261124013000001"


def rewrite(path, change):
    """The same package with one thing changed."""
    with zipfile.ZipFile(path) as package:
        entries = {info.filename: (info.compress_type, package.read(info)) for info in package.infolist()}
    change(entries)
    with zipfile.ZipFile(path, "w") as package:
        for name, (how, data) in entries.items():
            package.writestr(name, data, compress_type=how)
    return path


def drop(name):
    return lambda entries: entries.pop(next(n for n in entries if name in n))


def swap(name, old, new):
    def change(entries):
        key = next(n for n in entries if name in n)
        how, data = entries[key]
        assert old in data
        entries[key] = (how, data.replace(old, new, 1))

    return change


def compress(entries):
    key = next(n for n in entries if n.startswith("archive/"))
    entries[key] = (zipfile.ZIP_DEFLATED, entries[key][1])


@pytest.mark.parametrize(
    "change",
    [
        drop("archive/"),
        drop("datapackage.json"),
        drop("datapackage-digest"),
        drop("pages.jsonl"),
        drop("index.idx"),
        swap("pages.jsonl", b"S\xc3\xa1ng", b"s\xc3\xa1ng"),
        swap("datapackage.json", b"1.1.1", b"1.1.2"),
        swap("index.idx", b'"offset": 0', b'"offset": 1'),
        lambda entries: entries.update({"archive/stranger.warc.gz": (0, b"")}),
        compress,
    ],
)
def test_a_package_that_is_not_whole_is_found(archive, tmp_path, change):
    path = handover.export_wacz(archive, tmp_path / "x.wacz")
    assert handover.check_wacz(rewrite(path, change))


def test_an_empty_package_is_no_package(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.wacz", "w"):
        pass
    assert handover.check_wacz(tmp_path / "x.wacz")
    (tmp_path / "y.wacz").write_bytes(b"nonsense")
    assert handover.check_wacz(tmp_path / "y.wacz")


def test_a_wacz_comes_back_as_an_archive(archive, tmp_path):
    path = handover.export_wacz(archive, tmp_path / "x.wacz")
    imported = reextract.import_files([path], tmp_path / "again", now=NIGHT, workers=1)
    assert imported.captures == len(list(archive.captures()))
    # the article that is gone is known to be gone by its revision alone, so here it is there again
    assert {r.title for r in open_archive(imported.path)} == {r.title for r in archive.revisions()}


def test_bagit_python_finds_the_bag_valid(archive, tmp_path):
    bagit = pytest.importorskip("bagit")
    path = handover.export_bag(archive, tmp_path / "bag")
    bag = bagit.Bag(str(path))
    bag.validate()
    assert bag.info["Payload-Oxum"].endswith(f".{len(list(bag.payload_files()))}")
    assert sorted((path / "data").glob("mended/*"))
    assert list(open_archive(path / "data")) == list(archive)


def test_the_rocrate_library_reads_the_crate(archive, tmp_path):
    rocrate = pytest.importorskip("rocrate.rocrate")
    path = handover.export_ro_crate(archive, tmp_path / "crate")
    crate = rocrate.ROCrate(path)
    assert crate.root_dataset["license"] == "Giấy phép mở"
    assert str(crate.root_dataset["datePublished"]).startswith("2026-12-01")
    assert len(crate.root_dataset["hasPart"]) == len([p for p in path.rglob("*") if p.is_file()]) - 1
    assert list(open_archive(path)) == list(archive)


@pytest.mark.skipif(not shutil.which("wacz"), reason="py-wacz is not on the PATH")
def test_the_formats_own_validator_agrees(archive, tmp_path):
    path = handover.export_wacz(archive, tmp_path / "x.wacz")
    done = subprocess.run(["wacz", "validate", "-f", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "invalid" not in done.stdout.lower()


def test_what_stands_before_an_entry_is_as_long_as_the_directory_says(archive, tmp_path):
    """ReplayWeb.page finds the bytes of an entry by that; a ZIP64 entry of Python's has 20 bytes more there."""
    path = handover.export_wacz(archive, tmp_path / "thu.wacz")
    data = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        for info in package.infolist():
            names, extra = struct.unpack("<2H", data[info.header_offset + 26 : info.header_offset + 30])
            assert (names, extra) == (len(info.filename.encode()), len(info.extra))
