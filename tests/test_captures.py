"""What went over the wire is in the WARC to the byte, and other people's readers agree."""

import gzip
import io
import json
import random
import subprocess
import sys
import zlib
from datetime import timedelta
from pathlib import Path

import brotli
import fastwarc.warc
import pytest
import warcio.archiveiterator
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_archives import NIGHT, answer, exchange, nights

from archiver.errors import ArchiveError, PageError
from archiver.keeping import captures as warc
from archiver.keeping import cdxj, create_archive, run, verify
from archiver.keeping.captures import zstd
from archiver.keeping.kept import read_at
from archiver.shapes import CaptureRef, Exchange

GET = b"GET / HTTP/1.1\r\nHost: thu.example\r\n\r\n"
EXCHANGES = {
    "plain": answer(b"<p>Tin"),
    "no reason phrase": b"HTTP/1.1 200\r\nA: b\r\n\r\n1",
    "odd reason phrase": b"HTTP/1.1 200 \xc4\x90\xc6\xb0\xe1\xbb\xa3c r\xe1\xbb\x93i\r\n\r\n2",
    "headers in their order, case, repetition and bytes": (
        b"HTTP/1.1 200 OK\r\nset-cookie: a=1\r\nX-Odd:\xff\xfe  \r\nSet-Cookie:b=2\r\nx-odd : 3\r\n folded\r\n\r\nx"
    ),
    "chunked": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\n"
    ),
    "compressed": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>Tin", mtime=0),
    "line feeds alone": b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>x",
    "no body": b"HTTP/1.1 204 No Content\r\nA: b\r\n\r\n",
    "nothing came": b"",
    "cut within the head": b"HTTP/1.1 200 OK\r\nConte",
    "an answer without a head": b"<html>Xin ch\xc3\xa0o",
    "an interim answer": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 404 No\r\nB: c\r\n\r\ny",
    "a redirect": b"HTTP/1.1 302 Found\r\nLocation: /a?b=%20c\r\n\r\n",
    "WARC within": answer(b"WARC/1.1\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03 WARC-Type: response\r\n\r\n\r\n"),
    "binary": answer(bytes(range(256)) * 40, kind="application/pdf"),
}


ODD_HEADS = {"line feeds alone", "cut within the head", "an answer without a head", "an interim answer"}
"""Where the payload begins in these, each reader has its own view; that of the block is one."""


@pytest.fixture
def archive(tmp_path):
    return create_archive(tmp_path, "thu", url="http://thu.example/", now=NIGHT)


def kept(archive, exchanges, number=0):
    """Capture all of them in one sealed run."""
    with archive.begin(NIGHT + timedelta(days=number)) as run:
        refs = [run.capture(item) for item in exchanges]
        run.seal({})
    return refs


def warc_file(archive, number=0):
    return archive.capture_files()[number]


def everything():
    return [
        Exchange(
            f"http://thu.example/{n}?q=%C4%91&b=1",
            b"POST /%d?q=%%C4%%91&b=1 HTTP/1.1\r\nHost: thu.example\r\nA:1\r\na: \xff\r\n\r\n__VIEWSTATE=\xc3" % n,
            response,
            NIGHT + timedelta(microseconds=n),
            NIGHT + timedelta(seconds=n, microseconds=7),
            "2001:db8::1" if n % 2 else "192.0.2.7",
            "disconnect" if name.startswith(("cut", "nothing")) else None,
            "TLSv1.3 TLS_AES_256_GCM_SHA384" if n % 3 == 0 else None,
        )
        for n, (name, response) in enumerate(EXCHANGES.items())
    ]


def test_every_exchange_reads_back_to_the_byte(archive):
    wanted = everything()
    refs = kept(archive, wanted)
    assert [archive.exchange(ref) for ref in refs] == wanted
    assert list(archive.captures()) == list(zip(refs, wanted, strict=True))


def test_fastwarc_agrees_and_finds_every_digest_right(archive):
    wanted = everything()
    kept(archive, wanted)
    found = {"response": [], "request": []}
    with warc_file(archive).open("rb") as file:
        for record in fastwarc.warc.ArchiveIterator(file, parse_http=False):
            assert record.verify_block_digest()
            if record.headers["WARC-Type"] in found:
                found[record.headers["WARC-Type"]].append(record.reader.read())
    assert found == {"response": [e.response for e in wanted], "request": [e.request for e in wanted]}
    with warc_file(archive).open("rb") as file:
        for record in fastwarc.warc.ArchiveIterator(file, parse_http=True):
            name = list(EXCHANGES)[
                int((record.headers.get("WARC-Target-URI") or "http://a/0").split("/")[3].split("?")[0])
            ]
            if record.headers["WARC-Type"] == "response" and name not in ODD_HEADS:
                assert record.verify_payload_digest(), name


def test_warcio_agrees_and_finds_every_digest_right(archive):
    wanted = everything()
    kept(archive, wanted)
    found = []
    with warc_file(archive).open("rb") as file:
        for record in warcio.archiveiterator.ArchiveIterator(file, no_record_parse=True):
            if record.rec_type == "response":
                found.append(record.raw_stream.read())
                assert record.rec_headers.get_header("WARC-Concurrent-To") is None
            elif record.rec_type == "request":
                assert record.rec_headers.get_header("WARC-Concurrent-To")
    assert found == [e.response for e in wanted]
    plain = [e for e, name in zip(wanted, EXCHANGES, strict=True) if name not in ODD_HEADS]
    kept(archive, plain, 1)
    with warc_file(archive, 1).open("rb") as file:
        for record in warcio.archiveiterator.ArchiveIterator(file, check_digests="raise"):
            record.content_stream().read()


def test_a_repeat_is_stored_once_and_reads_back_to_the_byte(archive):
    body = bytes(range(256)) * 99
    first = exchange("http://thu.example/a.pdf", answer(body))
    again = exchange("http://thu.example/b.pdf", answer(body, "200 Yes"), NIGHT + timedelta(days=1))
    [one] = kept(archive, [first])
    [two] = kept(archive, [again], 1)
    assert two.length < 900 < one.length
    assert two.digest == one.digest
    assert archive.exchange(two) == again
    record = read_at(archive.path / two.file, two.offset)
    assert record.type == "revisit"
    assert record.get("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    assert record.get("WARC-Refers-To-Target-URI") == "http://thu.example/a.pdf"
    assert record.get("WARC-Refers-To-Date") == "2026-11-24T01:30:00.000000Z"


def test_the_same_payload_in_other_chunks_is_kept_as_it_came(archive):
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    both = [
        exchange("http://thu.example/", head + b) for b in (b"2\r\nab\r\n0\r\n\r\n", b"1\r\na\r\n1\r\nb\r\n0\r\n\r\n")
    ]
    refs = kept(archive, both)
    assert [archive.exchange(ref) for ref in refs] == both
    assert [archive.page(ref).body for ref in refs] == [b"ab", b"ab"]


def test_not_modified_refers_to_what_was_not_modified(archive):
    [one] = kept(archive, [exchange("http://thu.example/", answer(b"x"))])
    unchanged = exchange(
        "http://thu.example/", b"HTTP/1.1 304 Not Modified\r\nETag: 1\r\n\r\n", NIGHT + timedelta(days=1)
    )
    stranger = exchange("http://thu.example/other", unchanged.response)
    two, three = kept(archive, [unchanged, stranger], 1)
    record = read_at(archive.path / two.file, two.offset)
    assert record.get("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert record.get("WARC-Refers-To-Date") == "2026-11-24T01:30:00.000000Z"
    assert two.digest == one.digest
    assert archive.exchange(two) == unchanged
    assert read_at(archive.path / three.file, three.offset).type == "response"


def test_a_repeat_of_something_damaged_is_kept_in_full(archive):
    [one] = kept(archive, [exchange("http://thu.example/", answer(b"x" * 5000))])
    path = archive.path / one.file
    data = bytearray(path.read_bytes())
    data[one.offset + one.length - 20] ^= 1
    path.write_bytes(data)
    [two] = kept(archive, [exchange("http://thu.example/", answer(b"x" * 5000))], 1)
    assert read_at(archive.path / two.file, two.offset).type == "response"


def test_what_was_cut_off_is_neither_repeat_nor_original(archive):
    cut = Exchange("http://thu.example/", GET, answer(b"half"), NIGHT, truncated="time")
    whole = Exchange("http://thu.example/", GET, answer(b"half"), NIGHT)
    refs = kept(archive, [cut, whole, cut])
    assert [read_at(archive.path / r.file, r.offset).type for r in refs] == ["response"] * 3
    assert read_at(archive.path / refs[0].file, refs[0].offset).get("WARC-Truncated") == "time"


def test_an_address_cannot_write_header_lines(archive):
    [ref] = kept(archive, [exchange("http://thu.example/a\r\nWARC-Type: evil\r\n tiếng", answer(b"x"))])
    record = read_at(archive.path / ref.file, ref.offset)
    assert record.url == "http://thu.example/a%0D%0AWARC-Type:%20evil%0D%0A%20ti%E1%BA%BFng"
    assert record.type == "response"


def test_files_are_begun_anew_when_they_are_full(archive, monkeypatch):
    monkeypatch.setattr(run, "MAX_FILE", 3000)
    wanted = [exchange(f"http://thu.example/{n}", answer(bytes([n]) * 50)) for n in range(9)]
    refs = kept(archive, wanted)
    assert len({ref.file for ref in refs}) > 2
    assert [archive.exchange(ref) for ref in refs] == wanted
    assert all(path.with_name(path.name.replace(".warc.gz", ".cdxj")).exists() for path in archive.capture_files())


@pytest.mark.parametrize("held", [1, 2, 7, 100])
def test_an_index_is_the_same_however_few_lines_are_in_memory(archive, monkeypatch, held):
    monkeypatch.setattr(cdxj.Growing, "HELD", held)
    monkeypatch.setattr(run, "MAX_FILE", 20_000)
    kept(archive, [exchange(f"http://thu.example/{n * 7 % 30}", answer(bytes([n]) * 50)) for n in range(30)])
    for path in archive.capture_files():
        with path.open("rb") as file:
            again = cdxj.index(warc.records_of(file), path.name)
        assert path.with_name(path.name.replace(".warc.gz", ".cdxj")).read_bytes() == again
    assert verify(archive.path, workers=1).harms == []


def test_where_lines_find_no_room_to_wait_none_is_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(cdxj.Growing, "HELD", 2)
    index = cdxj.Growing(tmp_path / "gone")
    index.add("b")
    with pytest.raises(FileNotFoundError):
        index.add("a")
    (tmp_path / "gone").mkdir()
    index.add("c")
    assert b"".join(index.pieces()) == b"".join(index.pieces()) == b"a\nb\nc\n"
    index.close()
    assert list((tmp_path / "gone").iterdir()) == []


@given(st.binary(max_size=300), st.binary(max_size=300), st.sampled_from([None, "length", "time"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_survive_packing(request, response, truncated):
    item = Exchange("http://thu.example/", request, response, NIGHT, truncated=truncated)
    packed = warc.pack_exchange(item, info_id="<urn:uuid:x>")
    one, two = warc.records_of(io.BytesIO(packed.response + packed.request))
    assert warc.exchange_of(one, two) == item
    assert (one.offset, one.length) == (0, len(packed.response))
    assert warc.check_digests(one) == []


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_answer_breaks_the_reading_of_heads(data):
    for message in (data, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + data):
        assert 0 <= warc.body_start(message) <= len(message)
        warc.status_of(message)
        warc.content_of(message)


@pytest.mark.parametrize("cut", [1, 5, 8, 9, 30, 200])
def test_a_cut_last_member_is_seen_though_other_readers_miss_it(archive, cut):
    kept(archive, [exchange("http://thu.example/", answer(b"x"))])
    path = warc_file(archive)
    path.write_bytes(path.read_bytes()[:-cut])
    if cut <= 8:
        with path.open("rb") as file:
            assert len(list(warcio.archiveiterator.ArchiveIterator(file))) == 3
    with path.open("rb") as file, pytest.raises(warc.Torn, match="the file ends"):
        list(warc.records_of(file))
    with pytest.raises(ArchiveError, match="archiver verify"):
        list(archive.captures())


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        (CaptureRef("../x.warc.gz", 0, 1, "sha256:0"), "leads out of the archive"),
        (CaptureRef("/etc/passwd", 0, 1, "sha256:0"), "leads out of the archive"),
        (CaptureRef("captures/2026/none.warc.gz", 0, 1, "sha256:0"), "No such file"),
        (CaptureRef("captures/2026/20261124T013000Z-00000.warc.gz", 3, 1, "sha256:0"), "no gzip member"),
        (CaptureRef("captures/2026/20261124T013000Z-00000.warc.gz", 10**9, 1, "sha256:0"), "no capture of"),
    ],
)
def test_a_pointer_that_leads_nowhere_is_refused(archive, ref, why):
    kept(archive, [exchange("http://thu.example/", answer(b"x"))])
    with pytest.raises(ArchiveError, match=why):
        archive.exchange(ref)


RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(b"<p>Tin") + RAW.flush()


@pytest.mark.parametrize(
    ("headers", "body", "content"),
    [
        ("", b"<p>Tin", b"<p>Tin"),
        ("Content-Encoding: gzip", gzip.compress(b"<p>Tin", mtime=0), b"<p>Tin"),
        ("content-encoding: X-GZIP", gzip.compress(b"<p>", mtime=0) + gzip.compress(b"Tin", mtime=0), b"<p>Tin"),
        ("Content-Encoding: gzip", gzip.compress(b"<p>Tin" * 999, mtime=0)[:-9], b"<p>Tin"),  # cut: what is there
        ("Content-Encoding: gzip", b"<p>Tin", b"<p>Tin"),  # said, not done
        ("Content-Encoding: deflate", zlib.compress(b"<p>Tin"), b"<p>Tin"),
        ("Content-Encoding: deflate", DEFLATED, b"<p>Tin"),
        ("Content-Encoding: identity", b"<p>Tin", b"<p>Tin"),
        ("Transfer-Encoding: chunked", b"3\r\n<p>\r\n3\r\nTin\r\n0\r\n\r\n", b"<p>Tin"),
        ("Transfer-Encoding: chunked", b"3\r\n<p>\r\n9\r\nTin", b"<p>Tin"),
        ("Transfer-Encoding: chunked", b"<p>Tin", b"<p>Tin"),
        (
            "Transfer-Encoding: gzip, chunked",
            b"1a\r\n" + gzip.compress(b"<p>Tin", mtime=0) + b"\r\n0\r\n\r\n",
            b"<p>Tin",
        ),
        ("Content-Encoding: deflate, gzip", gzip.compress(zlib.compress(b"<p>Tin"), mtime=0), b"<p>Tin"),
    ],
)
def test_codings_are_undone(headers, body, content):
    message = f"HTTP/1.1 200 OK\r\nA: b\r\n{headers}{chr(13) + chr(10) if headers else ''}\r\n".encode() + body
    assert warc.content_of(message)[:6] == content


def coded(coding, body):
    return f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n".encode() + body


PACKERS = {"gzip": lambda b: gzip.compress(b, mtime=0), "br": brotli.compress, "zstd": zstd.compress}


@pytest.mark.parametrize("coding", PACKERS)
def test_each_coding_that_a_crawl_asks_for_is_undone_again_whole_cut_and_never_done(coding):
    text = b"<p>Tin " + random.Random(1).randbytes(300_000).hex().encode()
    packed = PACKERS[coding](text)
    assert warc.content_of(coded(coding, packed)) == text
    part = warc.content_of(coded(coding, packed[:-50_000]))
    assert 0 < len(part) < len(text)
    assert text.startswith(part)
    assert warc.content_of(coded(coding, text)) == text
    with pytest.raises(PageError, match="unpacks to more than 1000 bytes"):
        warc.content_of(coded(coding, PACKERS[coding](bytes(10**6))), limit=1000)


def test_a_coding_that_nobody_knows_is_passed_over_where_a_text_stands_under_it():
    assert warc.content_of(coded("utf-8", b"<p>Tin")) == b"<p>Tin"
    with pytest.raises(PageError, match="'rot13' is not known"):
        warc.content_of(coded("rot13", b"x\0"))
    with pytest.raises(PageError, match="'br' cannot be undone"):
        warc.content_of(coded("br", b"<\0" * 9))


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.Example.com/A/b?b=2&a=1", "com,example)/a/b?a=1&b=2"),
        ("https://example.com:8443/", "com,example:8443)/"),
        ("https://example.com:443", "com,example)/"),
        ("http://127.0.0.1:8080/x/", "1,0,0,127:8080)/x"),
        ("http://ex.vn/Tin tức/?q=a%20b+c&", "vn,ex)/tin%20t%e1%bb%a9c?&q=a%20b+c"),
        ("http://ex.vn/a//b/./c/../d#x", "vn,ex)/a/b/d"),
        ("http://ex.vn/a?b=&a", "vn,ex)/a?a&b="),
        ("http://ex.vn/a?x=%2525", "vn,ex)/a?x=%25"),
        ("http://ex.vn/a?b=1&PHPSESSID=0123456789abcdef0123456789abcdef&c=2", "vn,ex)/a?b=1&c=2"),
        ("http://ex.vn/(S(0123456789abcdef01234567))/a.aspx", "vn,ex)/a.aspx"),
        ("http://đông.vn/a", "vn,xn--ng-7ja9i)/a"),
        ("http://u:p@www2.ex.vn./?", "vn,ex)/"),
    ],
)
def test_keys_are_those_of_replay_tools(url, key):
    assert cdxj.surt(url) == key


def test_the_index_is_sorted_by_bytes_and_finds_every_answer(archive):
    kept(archive, everything())
    path = warc_file(archive)
    index = path.with_name(path.name.replace(".warc.gz", ".cdxj")).read_bytes()
    lines = index.splitlines()
    assert lines == sorted(lines)
    for _, when, fields in cdxj.parse(index):
        record = read_at(path, int(fields["offset"]))
        assert (record.url, record.length) == (fields["url"], int(fields["length"]))
        assert when == "20261124013000"
        assert fields["filename"] == path.name
    assert len(lines) == len(EXCHANGES)


def test_warcio_as_a_program_finds_nothing_wrong(tmp_path):
    archive = nights(tmp_path, range(3))
    for path in archive.capture_files():
        done = subprocess.run(
            [sys.executable, "-m", "warcio.cli", "check", "-v", str(path)], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "fail" not in done.stdout


def test_the_index_reads_as_plain_cdxj(tmp_path):
    archive = nights(tmp_path, range(3))
    for path in archive.path.glob("captures/*/*.cdxj"):
        for line in path.read_text().splitlines():
            key, when, fields = line.split(" ", 2)
            assert ")" in key
            assert len(when) == 14
            assert set(json.loads(fields)) == {"url", "mime", "status", "digest", "length", "offset", "filename"}


def test_the_reader_of_captures_goes_on_after_harm(archive):
    wanted = [exchange(f"http://thu.example/{n}", answer(bytes([n]) * 500)) for n in range(3)]
    refs = kept(archive, wanted)
    path: Path = archive.path / refs[1].file
    data = bytearray(path.read_bytes())
    data[refs[1].offset + refs[1].length // 2] ^= 4
    path.write_bytes(data)
    harms = []
    assert [e for _, e in archive.captures(on_harm=harms.append)] == [wanted[0], wanted[2]]
    assert [harm.offset for harm in harms] == [refs[1].offset]
