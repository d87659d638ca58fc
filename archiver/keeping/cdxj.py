"""The CDXJ index beside each file of captures: SURT key, moment, JSON; sorted by bytes, as pywb and its kin expect."""

from __future__ import annotations

import heapq
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote_to_bytes

import msgspec

from archiver.keeping.captures import WarcRecord, header_of, status_of

_SESSION_IN_QUERY = re.compile(
    r"(?:^|(?<=&))(?:jsessionid=[0-9a-z]{32}|phpsessid=[0-9a-z]{32}|sid=[0-9a-z]{32}|"
    r"aspsessionid[a-z]{8}=[a-z]{24}|cfid=[^&]+&cftoken=[^&]+)(?:&|$)"
)
_ASPX_SESSION = re.compile(r"/\([0-9a-z]{24}\)(/[^?]+\.aspx)|/(?:\([a-z]\([0-9a-z]{24}\)\))+(/[^?]+\.aspx)")
_PORTS = {"http": "80", "https": "443"}


def surt(url: str) -> str:
    """The key under which replay tools look an address up: host reversed, everything folded that servers ignore.

    >>> surt("http://www.Example.com:80/A/b/?b=2&a=1")
    'com,example)/a/b?a=1&b=2'
    """
    match = re.match(r"([a-z][a-z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?", url.strip(), re.IGNORECASE)
    if not match:
        return url.lower()
    scheme, authority, path, query = match.groups()
    host, _, port = authority.rpartition("@")[2].lower().partition(":")
    host = re.sub(r"^www\d*\.", "", host.strip("."))
    if not re.fullmatch(r"[\d.]+", host):
        try:
            host = host.encode("idna").decode("ascii") if not host.isascii() else host
        except UnicodeError:
            host = _escape(host.encode())
    key = ",".join(reversed(host.split(".")))
    if port and port != _PORTS.get(scheme.lower()):
        key += f":{port}"
    path = _escape(_resolve(_unescape(path) or b"/")).lower()
    path = _ASPX_SESSION.sub(lambda m: m.group(1) or m.group(2), path)
    if len(path) > 1:
        path = path.rstrip("/") or "/"
    key += ")" + path
    if query:
        query = _SESSION_IN_QUERY.sub("", _escape(_unescape(query)).lower())
        query = "&".join(sorted(query.split("&"), key=lambda pair: pair.partition("=")[::2]))
    return f"{key}?{query}" if query else key


def _unescape(text: str) -> bytes:
    data = text.encode("utf-8", "surrogateescape")
    while True:  # servers differ in how often they encode; the key must not
        plain = unquote_to_bytes(data)
        if plain == data:
            return data
        data = plain


def _escape(data: bytes) -> str:
    return "".join(chr(b) if 0x20 < b < 0x7F and b not in b"#%" else f"%{b:02X}" for b in data)


def _resolve(path: bytes) -> bytes:
    out: list[bytes] = []
    for part in path.split(b"/"):
        if part == b"..":
            if out:
                out.pop()
        elif part not in (b"", b"."):
            out.append(part)
    return b"/" + b"/".join(out) + (b"/" if path.endswith(b"/") and out else b"")


def timestamp(date: str) -> str:
    """14 digits of a WARC-Date.

    >>> timestamp("2026-11-24T01:30:00.123456Z")
    '20261124013000'
    """
    return re.sub(r"\D", "", date)[:14]


def line(record: WarcRecord, filename: str) -> str | None:
    """The index line of one record; None for those that no one replays (requests, warcinfo)."""
    if record.type not in ("response", "revisit", "resource"):
        return None
    fields: dict[str, str] = {"url": record.url}
    if record.type == "revisit":
        fields["mime"] = "warc/revisit"
    elif record.type == "resource":
        fields["mime"] = record.get("Content-Type") or "unk"
    else:
        content_type = header_of(record.block, "Content-Type") or ""
        fields["mime"] = re.sub(r"[^\x21-\x7e]", "", content_type.partition(";")[0].strip().lower()) or "unk"
    status = status_of(record.block)
    if status is not None:
        fields["status"] = str(status)
    fields |= {
        "digest": record.get("WARC-Payload-Digest") or "",
        "length": str(record.length),
        "offset": str(record.offset),
        "filename": filename,
    }
    date = timestamp(record.get("WARC-Date") or "")
    return f"{surt(record.url)} {date} {msgspec.json.encode(fields).decode()}"


def index(records: Iterable[WarcRecord], filename: str) -> bytes:
    """The whole index of one file."""
    return finish(entry for record in records if (entry := line(record, filename)) is not None)


def finish(lines: Iterable[str]) -> bytes:
    """Sorted by bytes, a line each."""
    return b"".join(entry + b"\n" for entry in sorted(entry.encode() for entry in lines))


class Growing:
    """The lines of one file's index as its captures are written; however many, few of them are in memory.

    The others wait, sorted, in nameless files of *folder* (its disk has room, or nothing could be captured either;
    None: where temporary files go). They vanish with the process; the next run makes the index from the captures.
    """

    HELD = 10_000
    """Lines in memory: some 5 MB."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._held: list[bytes] = []
        self._waiting: list[IO[bytes]] = []

    def add(self, entry: str) -> None:
        """Take one more line; OSError where there is no room to let the others wait, and then none is lost."""
        self._held.append(entry.encode() + b"\n")
        if len(self._held) >= self.HELD:
            file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - `close` closes it
            try:
                file.writelines(sorted(self._held))
                file.flush()
            except OSError:
                with suppress(OSError):  # closing tries to write what is buffered once more
                    file.close()
                raise
            self._waiting.append(file)
            self._held.clear()

    def pieces(self) -> Iterator[bytes]:
        """The whole index, sorted by bytes, a piece at a time; as often as it is asked for."""
        for file in self._waiting:
            file.seek(0)
        lines = heapq.merge(*self._waiting, sorted(self._held))
        while piece := b"".join(islice(lines, 1000)):
            yield piece

    def close(self) -> None:
        """Let go of what waits."""
        for file in self._waiting:
            file.close()


def parse(data: bytes) -> list[tuple[str, str, dict[str, Any]]]:
    """(key, timestamp, fields) of each line; ValueError, with the line's number, where one is no such line."""
    out = []
    for number, raw in enumerate(data.decode().splitlines(), 1):
        key, _, rest = raw.partition(" ")
        when, _, fields = rest.partition(" ")
        try:
            out.append((key, when, msgspec.json.decode(fields, type=dict[str, Any])))
        except msgspec.DecodeError as error:
            raise ValueError(f"line {number}: {error}") from None
    return out
