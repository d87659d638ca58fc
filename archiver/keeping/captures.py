"""An exchange as WARC 1.1 records, and back: exact bytes, one gzip member a record.

Each exchange is a `response` (or `revisit`) record followed by its `request`, which names it in WARC-Concurrent-To. The
block is what went over the wire, to the byte. WARC-Payload-Digest covers the body as it was sent, chunk framing
included: that is what warcio and FastWARC check, and equal digests then mean that a revisit restores the very bytes
(docs/keeping.md says more).
"""

from __future__ import annotations

import hashlib
import io
import re
import sys
import uuid
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol
from urllib.parse import quote

import brotli  # type: ignore[import-untyped]

from archiver.errors import ArchiveError, PageError
from archiver.shapes import CaptureRef, Exchange, Page

if sys.version_info >= (3, 14):
    from compression import zstd as zstd  # for keeping.foreign too
else:
    from backports import zstd as zstd

IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

MAX_RECORD = 1 << 30
"""Bytes that one record may unpack to: more is a decompression bomb, or a file that no news page links to."""

# Of 38 portal pages of 186 kB, level 4 leaves 21.0 % in 2.2 ms, level 6 20.1 % in 3.6 ms, level 9 20.0 % in 5.6 ms.
# A server that compresses has done the work already.
_LEVEL = 4
MEMBER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
"""How every gzip member of ours begins: no flags, no time, neither the fastest nor the best of levels, Unix."""
_PIECE = 1 << 16
_GZIP = 31  # zlib's word for a gzip header; it writes no time and no name, so equal records give equal bytes


class Torn(ArchiveError):
    """A file of captures, or one member of it, cannot be read from `offset` on."""

    def __init__(self, offset: int, why: str) -> None:
        super().__init__(f"at byte {offset}: {why}")
        self.offset = offset
        self.why = why


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record as it lies in a file."""

    offset: int
    """Byte at which its gzip member begins."""
    length: int
    """Length of the member."""
    headers: tuple[tuple[str, str], ...]
    """Named fields in order."""
    block: bytes
    """What they speak of."""

    def get(self, name: str) -> str | None:
        """The first field of that name, whatever its case."""
        wanted = name.lower()
        for key, value in self.headers:
            if key.lower() == wanted:
                return value
        return None

    @property
    def type(self) -> str:
        return self.get("WARC-Type") or ""

    @property
    def url(self) -> str:
        return self.get("WARC-Target-URI") or ""


# --- HTTP, as far as keeping must know it ---------------------------------------------------------------------------


def body_start(message: bytes) -> int:
    """Where the body of an HTTP message begins; its length where the head never ends. Interim answers are skipped.

    >>> body_start(b"HTTP/1.1 200 OK\\r\\nA: b\\r\\n\\r\\nbody")
    25
    """
    start = 0
    while True:
        at, length = message.find(b"\n\r\n", start), 3  # behind a line that ends with CR LF, or with LF alone
        # a bare empty line ends a head too, if it comes first: not looked for beyond it, where the body is
        bare = message.find(b"\n\n", start, at if at >= 0 else len(message))
        if bare >= 0:
            at, length = bare, 2
        if at < 0:
            return len(message)
        interim = re.match(rb"HTTP/\d\.\d 1(?!01)\d\d", message[start : start + 12])
        start = at + length
        if not interim or start >= len(message):
            return start


def status_of(message: bytes) -> int | None:
    """The status of the final answer; None where there is none to be read."""
    found: int | None = None
    for match in re.finditer(rb"(?:\A|\n)HTTP/\d(?:\.\d)?[ \t]+(\d{3})", message[: body_start(message)]):
        found = int(match.group(1))
    return found


def header_of(message: bytes, name: str) -> str | None:
    """The last field of that name in the head, as text (Latin-1, so that no byte is lost), obs-fold undone."""
    head = message[: body_start(message)]
    pattern = rb"\n" + re.escape(name.encode("ascii")) + rb"[ \t]*:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)"
    values = re.findall(pattern, head, re.IGNORECASE)
    return re.sub(r"\s+", " ", values[-1].decode("latin-1")).strip() if values else None


def unchunk(body: bytes) -> bytes:
    """Chunk framing undone; what came of it, where it was cut off or is not chunked at all.

    >>> unchunk(b"5\\r\\nhello\\r\\n6;x=y\\r\\n world\\r\\n0\\r\\n\\r\\n")
    b'hello world'
    """
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\n", at)
        line = body[at:end] if end >= 0 else b""
        digits = re.match(rb"\s*([0-9A-Fa-f]{1,15})\s*(?:;.*)?\r?\Z", line, re.DOTALL)
        if not digits:
            # no size where one must stand: the rest is kept as it is unless the answer simply ended here
            return b"".join(parts) if parts or not body else body
        size = int(digits.group(1), 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 1 : end + 1 + size])
        at = end + 1 + size
        if body[at : at + 2] == b"\r\n":
            at += 2
        elif body[at : at + 1] == b"\n":
            at += 1
        if at >= len(body):
            return b"".join(parts)


def content_of(message: bytes, *, limit: int = MAX_RECORD) -> bytes:
    """The body with transfer and content coding undone: what a parser may read.

    A coding that ends early, or that was announced and not used, yields what is there, and so does one that nobody
    knows over a text. Raises PageError where the bytes are no text, or where more than *limit* bytes would come of it.
    """
    return _undone(message, limit)[0]


def undecoded(message: bytes) -> bool:
    """Whether a coding that we know was announced and not used, or is damaged from its beginning on."""
    try:
        return _undone(message, MAX_RECORD)[1]
    except PageError:
        return True


def _undone(message: bytes, limit: int) -> tuple[bytes, bool]:
    body, left = message[body_start(message) :], False
    length = header_of(message, "Content-Length") or ""
    if length.isdecimal() and len(length) < 16 and body.startswith(b"HTTP/", int(length)):
        body = body[: int(length)]  # a second answer to one question; what else is longer than it says is taken whole
    codings = [c.strip().lower() for c in (header_of(message, "Content-Encoding") or "").split(",")]
    transfer = [c.strip().lower() for c in (header_of(message, "Transfer-Encoding") or "").split(",")]
    if "chunked" in transfer:
        body = unchunk(body)
    for coding in reversed([*codings, *(c for c in transfer if c != "chunked")]):
        before, body = body, _decoded(body, coding, limit)
        left = left or (body is before and bool(body) and coding in _KNOWN)
    return body, left


_KNOWN = frozenset(("gzip", "x-gzip", "deflate", "br", "zstd"))


def _decoded(body: bytes, coding: str, limit: int) -> bytes:
    if coding in ("", "identity") or not body:
        return body
    if coding in ("gzip", "x-gzip"):
        return _inflate(body, (_GZIP, -15), limit) if body[:2] == b"\x1f\x8b" else body
    if coding == "deflate":
        return _inflate(body, (15, -15), limit)  # servers send either of the two things the word can mean
    try:
        if coding == "br":
            return _unbrotli(body, limit)
        if coding == "zstd":
            return _unzstd(body, limit)
    except (brotli.error, zstd.ZstdError) as error:
        return _as_it_came(body, f"content coding {coding!r} cannot be undone: {error}")
    return _as_it_came(body, f"content coding {coding!r} is not known; the bytes are kept, but cannot be read")


def _as_it_came(body: bytes, why: str) -> bytes:
    """*body*, as the crawl hands it on, whose server says 'br' or 'utf-8' of plain text; what is no text is refused."""
    if b"\0" in body[:4096]:
        raise PageError(why)
    return body


def _unbrotli(body: bytes, limit: int) -> bytes:
    decoder = brotli.Decompressor()
    parts = [decoder.process(body, output_buffer_limit=_PIECE)]
    got = len(parts[0])
    while parts[-1]:
        _bounded(got, limit)
        parts.append(b"" if decoder.is_finished() else decoder.process(b"", output_buffer_limit=_PIECE))
        got += len(parts[-1])
    return b"".join(parts)


def _unzstd(body: bytes, limit: int) -> bytes:
    parts, got = [b""], 0
    with suppress(EOFError), zstd.ZstdFile(io.BytesIO(body)) as stream:  # EOFError: it ends early
        while piece := stream.read(_PIECE):
            parts.append(piece)
            got += len(piece)
            _bounded(got, limit)
    return b"".join(parts)


def _bounded(got: int, limit: int) -> None:
    if got > limit:
        raise PageError(f"the body unpacks to more than {limit} bytes; it is not undone")


def _inflate(body: bytes, windows: tuple[int, ...], limit: int) -> bytes:
    for window in windows:
        decoder = zlib.decompressobj(window)
        parts, got, rest = [], 0, body
        try:
            while rest and got <= limit:
                parts.append(decoder.decompress(rest, limit + 1 - got))
                got += len(parts[-1])
                rest = decoder.unconsumed_tail
                if decoder.eof:
                    rest = decoder.unused_data
                    if window != _GZIP or rest[:2] != b"\x1f\x8b":
                        break
                    decoder = zlib.decompressobj(window)
        except zlib.error:
            if not got:
                continue
        _bounded(got, limit)
        return b"".join(parts)
    return body


# --- writing ----------------------------------------------------------------------------------------------------------


def digest(data: bytes) -> str:
    """sha256, as WARC-Payload-Digest and our records write it.

    >>> digest(b"")[:20]
    'sha256:e3b0c44298fc1'
    """
    return "sha256:" + hashlib.sha256(data).hexdigest()


def warc_date(moment: datetime) -> str:
    """W3C date with microseconds, as WARC 1.1 allows; refuses a clock without a zone.

    >>> warc_date(datetime(2026, 11, 24, 1, 30, tzinfo=UTC))
    '2026-11-24T01:30:00.000000Z'
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone; a capture needs one")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read_date(text: str) -> datetime:
    """The other way round; also dates without fractions, or without a zone (WARC knows no other than UTC).

    Raises ValueError where it is no date, OverflowError where its zone leads out of the calendar.
    """
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _uri(url: str) -> str:
    """A WARC field is one line of ASCII: whatever an address may not hold is percent-encoded, never passed on."""
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~|{}^`\"\\<>-._")


def pack(headers: list[tuple[str, str]], block: bytes) -> bytes:
    """One WARC record as one gzip member."""
    fields = "".join(f"{name}: {value}\r\n" for name, value in headers)
    head = f"WARC/1.1\r\n{fields}Content-Length: {len(block)}\r\n\r\n".encode()
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    return packer.compress(head) + packer.compress(block) + packer.compress(b"\r\n\r\n") + packer.flush()


def new_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def warcinfo(filename: str, now: datetime, fields: dict[str, str]) -> tuple[str, bytes]:
    """(record id, member) that opens a file and says who wrote it, and how."""
    block = "".join(f"{key}: {' '.join(value.split())}\r\n" for key, value in fields.items()).encode()
    record_id = new_id()
    headers = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", warc_date(now)),
        ("WARC-Filename", filename),
        ("WARC-Block-Digest", digest(block)),
        ("Content-Type", "application/warc-fields"),
    ]
    return record_id, pack(headers, block)


@dataclass(frozen=True, slots=True)
class Original:
    """The capture that a revisit repeats."""

    record_id: str
    url: str
    date: str
    file: str
    """Path within the archive."""
    offset: int
    payload_digest: str


@dataclass(frozen=True, slots=True)
class Packed:
    """An exchange, ready to be appended."""

    response: bytes
    """Gzip member of the response or revisit record."""
    request: bytes
    """Gzip member of the request record."""
    headers: tuple[tuple[str, str], ...]
    """Named fields of the former."""
    block: bytes
    """Its block."""
    digest: str
    """Its payload digest."""


def pack_exchange(exchange: Exchange, *, info_id: str, original: Original | None = None) -> Packed:
    """The two records of an exchange; a revisit where it repeats *original*."""
    date = warc_date(exchange.started_at)
    response_id, request_id = new_id(), new_id()
    start = body_start(exchange.response)
    payload_digest = digest(exchange.response[start:])
    shared = [("WARC-Date", date), ("WARC-Target-URI", _uri(exchange.url)), ("WARC-Warcinfo-ID", info_id)]
    if exchange.ip:
        shared.append(("WARC-IP-Address", exchange.ip))
    headers = [("WARC-Record-ID", response_id), *shared]
    version = re.match(rb"HTTP/(\d(?:\.\d)?)", exchange.response)
    if version:
        headers.append(("WARC-Protocol", f"http/{version.group(1).decode()}"))
    if exchange.tls:
        protocol, _, cipher = exchange.tls.partition(" ")
        headers.append(("WARC-Protocol", f"tls/{protocol.lower().removeprefix('tlsv')}"))
        if cipher:
            headers.append(("WARC-Cipher-Suite", cipher))
    if exchange.finished_at:
        headers.append(("Archiver-Finished-At", warc_date(exchange.finished_at)))
    if exchange.truncated:
        headers.append(("WARC-Truncated", exchange.truncated))

    block = exchange.response
    if original is None:
        headers.insert(0, ("WARC-Type", "response"))
    else:
        unchanged = status_of(exchange.response) == 304
        if unchanged:
            payload_digest = original.payload_digest
        else:
            block = exchange.response[:start]
        headers.insert(0, ("WARC-Type", "revisit"))
        headers += [
            ("WARC-Profile", NOT_MODIFIED if unchanged else IDENTICAL),
            ("WARC-Refers-To", original.record_id),
            ("WARC-Refers-To-Target-URI", original.url),
            ("WARC-Refers-To-Date", original.date),
            # where we have it, so that one look finds it; the standard's own three fields find it without
            ("WARC-Refers-To-Filename", original.file.rpartition("/")[2]),
            ("WARC-Refers-To-File-Offset", str(original.offset)),
        ]
    headers += [
        ("WARC-Payload-Digest", payload_digest),
        ("WARC-Block-Digest", digest(block)),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    request = [
        ("WARC-Type", "request"),
        ("WARC-Record-ID", request_id),
        *shared,
        ("WARC-Concurrent-To", response_id),
        ("WARC-Block-Digest", digest(exchange.request)),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    return Packed(pack(headers, block), pack(request, exchange.request), tuple(headers), block, payload_digest)


# --- reading ----------------------------------------------------------------------------------------------------------


class Source(Protocol):
    """What is asked of a file that is read here."""

    def read(self, size: int, /) -> bytes: ...

    def seek(self, offset: int, /) -> int: ...


def members(file: Source, start: int = 0) -> Iterator[tuple[int, int, bytes]]:
    """(offset, length, content) of each gzip member; Torn where one is cut short, damaged or not a member at all.

    Well-known readers take a cut last member for a whole one; this does not.
    """
    file.seek(start)
    offset, buffer, at = start, b"", 0
    while True:
        unpacker = zlib.decompressobj(_GZIP)
        parts: list[bytes] = []
        length, unpacked, step = 0, 0, 1 << 12
        while not unpacker.eof:
            if at >= len(buffer):
                buffer, at = file.read(1 << 18), 0
                if not buffer:
                    if length == 0:
                        return
                    raise Torn(offset, f"the file ends {length} bytes into a gzip member")
            # zlib copies whatever it is given beyond the member's end: small bites first, so that it is little
            bite = memoryview(buffer)[at : at + step]
            step = min(step * 2, 1 << 18)
            try:
                parts.append(unpacker.decompress(bite))
            except zlib.error as error:
                raise Torn(offset, f"no gzip member, or a damaged one ({error})") from None
            used = len(bite) - len(unpacker.unused_data)
            at += used
            length += used
            unpacked += len(parts[-1])
            if unpacked > MAX_RECORD:
                raise Torn(offset, f"a record that unpacks to more than {MAX_RECORD} bytes")
        yield offset, length, b"".join(parts)
        offset += length


_HEAD = re.compile(rb"WARC/1\.[01]\r\n")


def parse_record(offset: int, length: int, data: bytes) -> WarcRecord:
    """One record from one unpacked member; Torn, saying why, where it is not exactly one."""
    if not _HEAD.match(data):
        raise Torn(offset, f"a gzip member that holds no WARC record: it begins {data[:16]!r}")
    end = data.find(b"\r\n\r\n")
    if end < 0:
        raise Torn(offset, "a WARC record whose header never ends")
    headers = []
    for line in data[data.find(b"\n") + 1 : end].decode("utf-8", "surrogateescape").split("\r\n"):
        name, colon, value = line.partition(":")
        if not colon:
            raise Torn(offset, f"a WARC header line without a colon: {line[:80]!r}")
        headers.append((name, value.strip()))
    record = WarcRecord(offset, length, tuple(headers), data[end + 4 : -4])
    stated = record.get("Content-Length")
    if stated is None or not stated.isdecimal() or int(stated) != len(record.block) or not data.endswith(b"\r\n\r\n"):
        raise Torn(offset, f"Content-Length says {stated!r}, the block has {len(record.block)} bytes")
    return record


def records_of(file: Source, start: int = 0) -> Iterator[WarcRecord]:
    """Every record from *start* on, in order."""
    for offset, length, data in members(file, start):
        yield parse_record(offset, length, data)


def scan(file: Source) -> Iterator[WarcRecord | Torn]:
    """Every record, and in place of what cannot be read, why; what follows it is found again."""
    offset = 0
    while True:
        try:
            for start, length, data in members(file, offset):
                offset = start
                yield parse_record(start, length, data)
                offset = start + length
        except Torn as harm:
            yield harm
            offset = _next_member(file, max(harm.offset, offset) + 1)
            if offset < 0:
                return
        else:
            return


def _next_member(file: Source, start: int) -> int:
    """Where the next thing that begins like a member of ours begins; -1 where nothing does."""
    position, keep = start, b""
    file.seek(start)
    while block := file.read(1 << 18):
        data = keep + block
        at = data.find(MEMBER)
        if at >= 0:
            return position - len(keep) + at
        position += len(block)
        keep = data[-len(MEMBER) + 1 :]
    return -1


@dataclass(frozen=True, slots=True)
class Head:
    """The named fields of a record alone, without unpacking its block."""

    headers: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        return next((v for k, v in self.headers if k.lower() == name.lower()), None)


def heads(file: Source, start: int) -> Iterator[Head]:
    """The head of the one record that begins at *start*; nothing where the file has ended before."""
    file.seek(start)
    unpacker, data = zlib.decompressobj(_GZIP), b""
    while b"\r\n\r\n" not in data and not unpacker.eof:
        bite = file.read(2048)
        if not bite:
            if not data:
                return
            raise Torn(start, "the file ends within the head of a record")
        try:
            data += unpacker.decompress(bite)
        except zlib.error as error:
            raise Torn(start, f"no gzip member, or a damaged one ({error})") from None
        if len(data) > 1 << 20:
            break
    head, found, _ = data.partition(b"\r\n\r\n")
    if not found or not _HEAD.match(data):
        raise Torn(start, f"a gzip member that holds no WARC record: it begins {data[:16]!r}")
    lines = head.decode("utf-8", "surrogateescape").split("\r\n")[1:]
    yield Head(tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines)))


def check_digests(record: WarcRecord) -> list[str]:
    """What its own digests say against it; empty where all is well."""
    harms = []
    stated = record.get("WARC-Block-Digest")
    if stated is not None and stated != digest(record.block):
        harms.append(f"WARC-Block-Digest says {stated}, the block has {digest(record.block)}")
    stated = record.get("WARC-Payload-Digest")
    if stated is not None and record.type == "response":
        payload = digest(record.block[body_start(record.block) :])
        if stated != payload:
            harms.append(f"WARC-Payload-Digest says {stated}, the payload has {payload}")
    return harms


def ref_of(file: str, record: WarcRecord) -> CaptureRef:
    """How our records point at it."""
    return CaptureRef(file, record.offset, record.length, record.get("WARC-Payload-Digest") or "")


def exchange_of(response: WarcRecord, request: WarcRecord | None, original: WarcRecord | None = None) -> Exchange:
    """What went over the wire. *original* is what a revisit with identical payload repeats."""
    answer = response.block
    if original is not None and response.get("WARC-Profile") != NOT_MODIFIED:
        answer += original.block[body_start(original.block) :]
    finished = response.get("Archiver-Finished-At")
    protocol = [v for k, v in response.headers if k == "WARC-Protocol" and v.startswith("tls/")]
    cipher = response.get("WARC-Cipher-Suite")
    truncated = response.get("WARC-Truncated")
    if truncated is not None and truncated not in ("length", "time", "disconnect"):
        truncated = "unspecified"
    return Exchange(
        url=response.url,
        request=request.block if request is not None else b"",
        response=answer,
        started_at=read_date(response.get("WARC-Date") or ""),
        finished_at=read_date(finished) if finished else None,
        ip=response.get("WARC-IP-Address"),
        truncated=truncated,  # type: ignore[arg-type]  # one of the four by the lines above
        tls=" ".join(["TLSv" + protocol[0][4:], *([cipher] if cipher else [])]) if protocol else None,
    )


def page_of(exchange: Exchange) -> Page:
    """The page that an exchange brought; PageError where its coding cannot be undone.

    >>> when = datetime(2026, 11, 24, tzinfo=UTC)
    >>> answer = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>Xin"
    >>> page_of(Exchange("http://a.vn/", b"", answer, when)).body
    b'<p>Xin'
    """
    return Page(
        url=exchange.url,
        body=content_of(exchange.response),
        fetched_at=exchange.started_at,
        status=status_of(exchange.response) or 0,
        content_type=header_of(exchange.response, "Content-Type"),
    )
