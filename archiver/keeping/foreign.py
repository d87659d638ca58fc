"""WARC and WACZ files that others made, read with distrust: what is whole comes out, what is not is named.

Nothing is ever unpacked under a name that a file gives: zips are read in place. Lengths, dates, digests and addresses
are believed only as far as they hold.
"""

from __future__ import annotations

import base64
import hashlib
import io
import lzma
import re
import stat
import zipfile
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import urlsplit

import msgspec

from archiver.errors import ArchiveError, UsageError
from archiver.keeping import captures as warc
from archiver.keeping.captures import zstd
from archiver.keeping.manifest import inside
from archiver.shapes import Exchange

LIMIT = 256 << 20
"""Bytes of one record; a longer one is named and passed over."""

MAX_HEAD = 1 << 20
"""Bytes of the header lines of one record; real ones have one or two thousand, a bomb has them without end."""

MAX_AGAIN = 4 * LIMIT
"""Bytes of a file that are read a second time for records within what others claim; a file of lies could ask for all of
it at each of its lines."""

_SHOWN = 5

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_STARTS = (*_ZIP, b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18", b"WARC/")
"""How a WACZ begins, and a WARC: packed by gzip, by zstd, by zstd with a dictionary, plain."""

_IN_WACZ = re.compile(r"archive/[^/]+\.warc(?:\.gz|\.zst)?")
"""The name of a WARC within a WACZ."""

_MEMBER = b"\x1f\x8b\x08"
"""How a member of gzip begins."""

_WITHIN = re.compile(rb"\n\r?\n(WARC/\d\.\d+\r?\n)")
"""The end of a record, and the next one."""

_FIRST_PAGE = datetime(1990, 12, 20, tzinfo=UTC)
"""The web's first page was put up on that day: nothing can have been captured before it."""

_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    lzma.LZMAError,
    zlib.error,
)
"""What zipfile raises over damage, depending on where it lies and how the entry is packed."""


@dataclass(slots=True)
class Doubts:
    """What was passed over or cannot be true; each reason is counted, the first few are told with their place."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    """A capture dated more than a day after it is doubted."""
    told: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def note(self, where: str, why: str, detail: str = "") -> None:
        self.counts[why] = self.counts.get(why, 0) + 1
        if self.counts[why] <= _SHOWN:
            self.told.append(f"{where}: {why}{': ' + detail if detail else ''}")

    def lines(self) -> list[str]:
        more = [f"and {n - _SHOWN} more: {why}" for why, n in self.counts.items() if n > _SHOWN]
        return [*self.told, *more]


class _Reads(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Bodies:
    """Bodies that a repeat may refer to, the newest of them, by the digest that their file gives them."""

    def __init__(self) -> None:
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._held = 0

    def get(self, payload: str) -> bytes | None:
        return self._bodies.get(payload)

    def remember(self, payload: str, body: bytes) -> None:
        if payload in self._bodies:
            return
        self._bodies[payload] = body
        self._held += len(body)
        while self._held > LIMIT and self._bodies:
            self._held -= len(self._bodies.popitem(last=False)[1])


def check(path: Path) -> None:
    """Raise UsageError unless *path* is a file that can be read and begins as a WARC or a WACZ does."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UsageError(f"{str(path)!r} cannot be read: it is no file")
        with path.open("rb") as file:
            start = file.read(8)
            if not start.startswith(_STARTS):
                raise _refusal(path.name, start)
            with suppress(*_ZIP_ERRORS):  # a damaged one is told when it is read
                if start.startswith(_ZIP) and not any(map(_IN_WACZ.fullmatch, zipfile.ZipFile(file).namelist())):
                    raise UsageError(f"{str(path)!r} is a zip and no WACZ: it holds no archive/*.warc.gz")
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error.strerror or error}") from error


def _refusal(name: str, start: bytes) -> UsageError:
    what = "an ARC file; convert it to WARC first" if start.startswith(b"filedesc") else f"it begins {start!r}"
    return UsageError(f"{name!r} is neither WARC nor WACZ: {what}")


def exchanges(path: Path, doubts: Doubts, bodies: Bodies | None = None) -> Iterator[Exchange]:
    """Every exchange of a WARC (plain, gz, zstd) or WACZ file that is whole, in its order.

    *bodies* is shared where a file may repeat what another one holds.

    Raises UsageError where the file is none of these, ArchiveError where it cannot be read on.
    """
    bodies = bodies or Bodies()
    try:
        with path.open("rb") as file:
            start = file.read(8)
            file.seek(0)
            if start.startswith(_ZIP):
                yield from _of_wacz(path, file, doubts, bodies)
            else:
                yield from _Exchanges(path.name, _unpacked(path.name, file, start, doubts), doubts, bodies)
    except OSError as error:
        raise ArchiveError(f"{str(path)!r} cannot be read: {error.strerror or error}") from error


def _unpacked(name: str, file: IO[bytes], start: bytes, doubts: Doubts) -> _Reads:
    if start.startswith(b"\x1f\x8b"):
        return _Gunzipped(name, file, doubts)
    if start.startswith((b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")):
        return _unzstd(name, file, start, doubts)
    if start.startswith(b"WARC/"):
        return file
    raise _refusal(name, start)


class _Gunzipped:
    """gzip members one after the other. What follows a torn one is found again where a member begins with a record."""

    def __init__(self, name: str, file: _Reads, doubts: Doubts) -> None:
        self._name, self._file, self._doubts = name, file, doubts
        self._unpacker = zlib.decompressobj(31)
        self._waiting = b""
        self._begun = False
        self._lost = False
        """Where the next member begins is not known: what looks like one must hold a record."""
        self._ended = False

    def read(self, size: int, /) -> bytes:
        out = b""
        while not out and not self._ended:
            data = self._waiting or self._file.read(1 << 16)
            self._waiting = b""
            if self._lost and not self._begun:
                data = self._next_member(data)
            if not data and self._begun and (out := self._unpacker.decompress(b"", size)):
                break  # zlib may hold back what did not fit into the last bite
            if not data:
                self._ended = True
                if self._begun and not self._lost:
                    self._doubts.note(self._name, "it ends within a gzip member; what came before is taken")
                break
            if not self._begun and not data.startswith(b"\x1f"):
                if data.strip(b"\0"):
                    self._doubts.note(self._name, "bytes that are no gzip member are passed over")
                self._lose(data)
                continue
            self._begun = True
            try:
                out = self._unpacker.decompress(data, size)
            except zlib.error as error:
                if not self._lost:
                    why = "a gzip member is damaged; what is whole before and after it is taken"
                    self._doubts.note(self._name, why, str(error))
                self._lose(data[1:])
                continue
            if self._lost and out:
                if not out.startswith(b"WARC/"):
                    out = b""
                    self._lose(data[1:])
                    continue
                self._lost = False
                out = b"\r\n\r\n" + out  # an end to the record that was torn
            self._waiting = self._unpacker.unconsumed_tail
            if self._unpacker.eof:
                self._waiting = self._unpacker.unused_data
                self._unpacker = zlib.decompressobj(31)
                self._begun = False
        return out

    def _lose(self, rest: bytes) -> None:
        """Look on in *rest* for the next member."""
        self._unpacker = zlib.decompressobj(31)
        self._begun, self._lost, self._waiting = False, True, rest

    def _next_member(self, data: bytes) -> bytes:
        """What follows from the next thing on that begins like a member; empty where nothing does."""
        while data:
            if (at := data.find(_MEMBER)) >= 0:
                return data[at:]
            more = self._file.read(1 << 16)
            data = data[1 - len(_MEMBER) :] + more if more else b""
        return b""


class _Unzstd:
    def __init__(self, name: str, stream: _Reads, doubts: Doubts) -> None:
        self._name, self._stream, self._doubts = name, stream, doubts

    def read(self, size: int, /) -> bytes:
        try:
            return self._stream.read(size)
        except EOFError:
            self._doubts.note(self._name, "it ends within a zstd frame; what came before is taken")
        except zstd.ZstdError as why:
            self._doubts.note(self._name, "a zstd frame is damaged; what came before is taken", str(why))
        return b""


def _unzstd(name: str, file: IO[bytes], start: bytes, doubts: Doubts) -> _Reads:
    dictionary = None
    if start.startswith(b"\x5d\x2a\x4d\x18"):  # the IIPC's way: a skippable frame that holds the dictionary
        file.read(4)
        length = int.from_bytes(file.read(4), "little")
        if length > LIMIT:
            raise ArchiveError(f"{name!r} claims a dictionary of {length} bytes; it is not believed")
        data = file.read(length)
        try:
            if data.startswith(b"\x28\xb5\x2f\xfd"):
                data = zstd.ZstdDecompressor().decompress(data, max_length=LIMIT)
            dictionary = zstd.ZstdDict(data, is_raw=not data.startswith(b"\x37\xa4\x30\xec"))
        except (zstd.ZstdError, ValueError) as error:
            raise ArchiveError(f"{name!r} holds a dictionary of zstd that cannot be read: {error}") from error
    options = {int(zstd.DecompressionParameter.window_log_max): 27}
    return _Unzstd(name, zstd.ZstdFile(file, zstd_dict=dictionary, options=options), doubts)


def _of_wacz(path: Path, file: IO[bytes], doubts: Doubts, bodies: Bodies) -> Iterator[Exchange]:
    try:
        with zipfile.ZipFile(file) as package:
            names = []
            for entry in package.infolist():
                if not inside(entry.filename.rstrip("/")):
                    doubts.note(path.name, "an entry whose name leads out of the package", repr(entry.filename))
                elif _IN_WACZ.fullmatch(entry.filename):
                    names.append(entry.filename)
            if not names:
                raise UsageError(f"{str(path)!r} is a zip and no WACZ: it holds no archive/*.warc.gz")
            stated = _stated(package)
            for name in names:
                where = f"{path.name}, {name}"
                if name in stated and stated[name] != _digest_of(package, name):
                    doubts.note(where, "it is not what datapackage.json says of it")
                with package.open(name) as inner:
                    start = inner.read(8)
                    if not start.startswith(_STARTS) or start.startswith(_ZIP):
                        doubts.note(where, "it is no WARC", f"it begins {start!r}")
                        continue
                    stream = _Joined(start, inner)
                    unpacked = _unpacked(where, stream, start, doubts)  # type: ignore[arg-type]  # it reads, no more
                    yield from _Exchanges(where, unpacked, doubts, bodies)
    except _ZIP_ERRORS as error:
        raise ArchiveError(f"{str(path)!r} is a damaged or locked zip: {error or 'it ends too early'}") from error


class _Joined:
    """What was looked at, and the rest."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._start, self._rest = start, rest

    def read(self, size: int = -1, /) -> bytes:
        if self._start:
            start, self._start = self._start[:size] if size >= 0 else self._start, b""
            return start
        return self._rest.read(size)


def _stated(package: zipfile.ZipFile) -> dict[str, str]:
    try:
        info = package.getinfo("datapackage.json")
        if info.file_size > LIMIT:
            return {}
        said = msgspec.json.decode(package.read(info))
        return {str(r["path"]): str(r["hash"]).removeprefix("sha256:") for r in said["resources"] if "hash" in r}
    except (KeyError, TypeError, msgspec.DecodeError):
        return {}


def _digest_of(package: zipfile.ZipFile, name: str) -> str:
    sha = hashlib.sha256()
    with package.open(name) as file:
        while block := file.read(1 << 20):
            sha.update(block)
    return sha.hexdigest()


# --- records ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Record:
    at: int
    headers: dict[str, str]
    block: bytes

    def get(self, name: str) -> str:
        return self.headers.get(name.lower(), "")


class _Exchanges:
    """Pairs answers with their requests, and repeats with what they repeat, in one pass."""

    def __init__(self, name: str, stream: _Reads, doubts: Doubts, bodies: Bodies) -> None:
        self._name, self._doubts, self._bodies = name, doubts, bodies
        self._stream = _Lines(stream)
        self._again = 0

    def __iter__(self) -> Iterator[Exchange]:
        answer: _Record | None = None
        request: _Record | None = None
        whole = 0
        for record in self._records():
            kind = record.get("WARC-Type").lower()
            if kind == "request":
                if answer is not None and record.get("WARC-Concurrent-To") in (answer.get("WARC-Record-ID"), ""):
                    if (made := self._exchange(answer, record)) is not None:
                        whole += 1
                        yield made
                    answer = None
                else:
                    request = record
                continue
            if answer is not None:
                if (made := self._exchange(answer, None)) is not None:
                    whole += 1
                    yield made
                answer = None
            if kind in ("response", "revisit"):
                if request is not None and (
                    record.get("WARC-Record-ID") == request.get("WARC-Concurrent-To")
                    or record.get("WARC-Concurrent-To") == request.get("WARC-Record-ID")
                ):
                    if (made := self._exchange(record, request)) is not None:
                        whole += 1
                        yield made
                else:
                    answer = record
                request = None
            elif kind not in ("warcinfo", "metadata", "conversion"):
                self._note(record, f"a record of type {kind!r} is no answer of a server")
        if answer is not None and (made := self._exchange(answer, None)) is not None:
            yield made

    def _note(self, record: _Record, why: str, detail: str = "") -> None:
        self._doubts.note(f"{self._name}, byte {record.at} unpacked", why, detail)

    def _records(self) -> Iterator[_Record]:
        """Records of which the block is all there and is what its digest says."""
        stream = self._stream
        after = b""
        while True:
            at = stream.position - len(after)
            line, after = after or stream.line(), b""
            if not line:
                return
            if not line.strip():
                continue
            if not re.match(rb"WARC/\d\.\d+\s*\Z", line):
                self._doubts.note(self._name, "bytes that are no record are passed over", f"from byte {at} unpacked")
                while line and not line.startswith(b"WARC/"):
                    line = stream.line()
                if not line:
                    return
            headers: dict[str, str] = {}
            last = ""
            head = stream.position
            while (line := stream.line()).strip():
                if stream.position - head > MAX_HEAD:
                    self._doubts.note(self._name, "headers without end", f"from byte {at} unpacked; the rest is left")
                    return
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                if text[:1] in " \t" and last:
                    headers[last] += " " + text.strip()
                    continue
                name, _, value = text.partition(":")
                last = name.strip().lower()
                headers.setdefault(last, value.strip())
            record = _Record(at, headers, b"")
            stated = record.get("Content-Length")
            if not re.fullmatch(r"\d{1,15}", stated):
                self._note(record, "Content-Length is no number", repr(stated))
                continue
            length = int(stated)
            if length > LIMIT:
                self._note(record, "it is longer than we take", f"{length} bytes")
            record.block = stream.exactly(min(length, LIMIT))
            if len(record.block) < min(length, LIMIT):
                self._note(record, "the file ends within the record", f"{len(record.block)} of {length} bytes")
                self._read_on_within(record, record.block)
                continue
            if length > LIMIT:
                if not stream.skip(length - LIMIT):
                    self._note(record, "the file ends within the record")
                continue
            after = stream.line()
            if after.strip() and not after.startswith(b"WARC/"):
                self._note(record, "its Content-Length is wrong", f"{length} bytes, and no end follows")
                if self._read_on_within(record, record.block + after):
                    after = b""
                continue
            if not _fits(record.get("WARC-Block-Digest"), record.block):
                self._note(record, "the block is not what its digest says", record.get("WARC-Target-URI"))
                continue
            yield record

    def _read_on_within(self, record: _Record, claimed: bytes) -> bool:
        """Go back to the first record within the bytes that one which is not whole *claimed*; False where none is.

        What a server sent may look like records too. So it is told where they came from, and is never done for a record
        that is whole.
        """
        found = _WITHIN.search(claimed)
        if found is None or self._again + len(claimed) > MAX_AGAIN:
            return False
        self._again += len(claimed)
        self._stream.back(claimed[found.start(1) :])
        self._note(record, "records within what it claims are taken", f"from byte {self._stream.position} unpacked")
        return True

    def _exchange(self, answer: _Record, request: _Record | None) -> Exchange | None:
        url = answer.get("WARC-Target-URI").strip("<>")
        try:
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise ValueError("no http address")
            started = warc.read_date(answer.get("WARC-Date"))
        except (ValueError, OverflowError) as error:
            what = f"{url!r}, {answer.get('WARC-Date')!r}: {error}"
            self._note(answer, "its address or date cannot be read", what)
            return None
        response = answer.block
        payload = answer.get("WARC-Payload-Digest")
        if not response.startswith(b"HTTP/"):
            self._note(answer, "its block is no answer over HTTP", url)
            return None
        start = warc.body_start(response)
        if answer.get("WARC-Type").lower() == "revisit" and warc.status_of(response) != 304:
            body = self._bodies.get(payload)
            if body is None:
                self._note(answer, "what it repeats was not met before", url)
                return None
            response = response[:start] + body
        elif payload:
            self._bodies.remember(payload, response[start:])
        truncated = answer.get("WARC-Truncated") or None
        if not _FIRST_PAGE <= started <= self._doubts.now + timedelta(days=1):
            why = "its date cannot be true; it is kept as the file states it"
            self._note(answer, why, f"{answer.get('WARC-Date')}, {url}")
        return Exchange(
            url=url,
            request=request.block if request is not None else b"",
            response=response,
            started_at=started,
            ip=answer.get("WARC-IP-Address") or None,
            truncated=truncated if truncated in ("length", "time", "disconnect") else truncated and "unspecified",  # type: ignore[arg-type]
        )


class _Lines:
    """Lines and lengths out of a stream of bytes."""

    def __init__(self, stream: _Reads) -> None:
        self._stream = stream
        self._buffer = b""
        self._at = 0
        self.position = 0

    def _fill(self) -> bool:
        data = self._stream.read(1 << 16)
        self._buffer = self._buffer[self._at :] + data
        self._at = 0
        return bool(data)

    def line(self, limit: int = 1 << 16) -> bytes:
        """Up to and with the next line feed; what there is of a longer one; empty at the end."""
        while (end := self._buffer.find(b"\n", self._at)) < 0 and len(self._buffer) - self._at < limit:
            if not self._fill():
                break
        stop = end + 1 if end >= 0 else len(self._buffer)
        line = self._buffer[self._at : min(stop, self._at + limit)]
        self._at += len(line)
        self.position += len(line)
        return line

    def exactly(self, length: int) -> bytes:
        """*length* bytes, or what there is."""
        out = io.BytesIO()
        self._take(length, out.write)
        return out.getvalue()

    def back(self, data: bytes) -> None:
        """Take back *data*, which was read last: it comes once more."""
        self._buffer = data + self._buffer[self._at :]
        self._at = 0
        self.position -= len(data)

    def skip(self, length: int) -> bool:
        """Pass over them; False where the stream ends before."""
        return self._take(length, len) == length

    def _take(self, length: int, use: Callable[[bytes], int]) -> int:
        left = length
        while left:
            if self._at >= len(self._buffer) and not self._fill():
                break
            piece = self._buffer[self._at : self._at + left]
            use(piece)
            self._at += len(piece)
            left -= len(piece)
        self.position += length - left
        return length - left


def _fits(stated: str, block: bytes) -> bool:
    """Whether a digest, in whichever of the usual spellings, is that of the block; an unknown kind is let pass."""
    name, colon, value = stated.partition(":")
    if not colon or name.lower() not in ("sha1", "sha-1", "sha256", "sha-256", "sha512", "md5"):
        return True
    found = hashlib.new(name.lower().replace("-", ""), block, usedforsecurity=False).digest()
    spellings = {found.hex(), base64.b32encode(found).decode().rstrip("=").lower(), base64.b64encode(found).decode()}
    return value in spellings or value.lower().rstrip("=") in spellings
