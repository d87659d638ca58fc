"""Where a sealed file is: in its folder, or on S3 and read by ranges. The one door for whoever reads captures.

`stored.json` in an archive's folder says what was uploaded and proved (archiver/keeping/offload.py writes it). Captures
may then leave the folder; records, indexes, reports and the manifest never do: they are some hundredth of the bytes and
say what is where. So only captures are opened here; all else is a file as it always was.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from archiver.errors import ArchiveError
from archiver.keeping.bucket import bucket

STORED = "stored.json"
BLOCK = 1 << 20
"""Bytes of one request: a page of news lies in one or two, a file of captures is read through in a thousand."""
CACHE_BYTES = 2 << 30
"""Of blocks on this machine, unless ARCHIVER_CACHE_BYTES says otherwise; 0: none."""


@dataclass(frozen=True, slots=True)
class Object:
    """A sealed file on S3, proved to be there."""

    bytes: int
    sha256: str
    etag: str | None = None
    """When it was proved; None where another machine proved it."""


@dataclass(slots=True)
class Stored:
    """What of an archive is on S3."""

    to: str
    """s3://bucket/prefix/site"""
    files: dict[str, Object] = field(default_factory=dict)
    """By path within the archive."""

    def to_json(self) -> bytes:
        files = {name: {"bytes": f.bytes, "sha256": f.sha256, "etag": f.etag} for name, f in self.files.items()}
        return json.dumps({"to": self.to, "files": files}, indent=0).encode() + b"\n"


def read_stored(folder: Path) -> Stored | None:
    """What of the archive in *folder* is on S3; None where nothing went there. ArchiveError where it is damaged."""
    try:
        facts = os.stat(folder / STORED)  # noqa: PTH116 - asked for at each file that is opened
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _read(str(folder), facts.st_mtime_ns, facts.st_size, facts.st_ino)


@lru_cache(maxsize=64)
def _read(folder: str, _mtime: int, _size: int, _inode: int) -> Stored:
    path = Path(folder, STORED)
    try:
        said = json.loads(path.read_bytes())
        files = {str(n): Object(int(f["bytes"]), str(f["sha256"]), f["etag"]) for n, f in said["files"].items()}
        return Stored(str(said["to"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ArchiveError(
            f"{str(path)!r} is damaged: {error}; move it away, then prove again what is there: "
            f"archiver offload {Path(folder).name} --to s3://…"
        ) from None


def _elsewhere(path: Path) -> tuple[Stored, str, Object] | None:
    folder = path.parents[2]
    stored = read_stored(folder)
    if stored is None:
        return None
    name = path.relative_to(folder).as_posix()
    return (stored, name, stored.files[name]) if name in stored.files else None


def captures_elsewhere(folder: Path) -> list[Path]:
    """Where the captures would lie that are on S3 alone."""
    stored = read_stored(folder)
    names = stored.files if stored is not None else {}
    return [folder / name for name in names if name.endswith(".warc.gz") and not (folder / name).exists()]


def is_there(path: Path) -> bool:
    """Whether a capture file is in its folder, or known to be on S3."""
    return path.is_file() or _elsewhere(path) is not None


def size_of(path: Path) -> int:
    """Bytes of a capture file, wherever it is. FileNotFoundError."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        if (found := _elsewhere(path)) is None:
            raise
        return found[2].bytes


def open_sealed(path: Path, *, anew: bool = False) -> io.BufferedReader:
    """A capture file for reading and seeking, wherever it is. FileNotFoundError; StorageError while it is read.

    *anew*: as it lies there now, whatever is remembered of it here, which is replaced.
    """
    try:
        return path.open("rb")
    except FileNotFoundError:
        if (found := _elsewhere(path)) is None:
            raise
    stored, name, there = found
    source = bucket(stored.to)
    return io.BufferedReader(_Ranges(lambda start, end: source.read(name, start, end), there, anew=anew), 1 << 16)


class _Ranges(io.RawIOBase):
    """An object that is read a block at a time."""

    def __init__(self, fetch: Callable[[int, int], bytes], there: Object, *, anew: bool = False) -> None:
        self._fetch, self._there, self._anew = fetch, there, anew
        self._at = 0
        self._number, self._block = -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._there.bytes}[whence]
        if base + offset < 0:
            raise ValueError(f"{base + offset}: before the beginning")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        number, within = divmod(self._at, BLOCK)
        if self._at >= self._there.bytes:
            return 0
        if number != self._number:
            self._block = self._fetched(number)
            self._number = number
        piece = self._block[within : within + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _fetched(self, number: int) -> bytes:
        start, end = number * BLOCK, min((number + 1) * BLOCK, self._there.bytes)
        cache, key = Cache.here(), f"{self._there.sha256}-{number}"
        if not self._anew and (data := cache.get(key)) is not None and len(data) == end - start:
            return data
        data = self._fetch(start, end)
        if len(data) == end - start:  # what is cut short there is shown as it is, and not remembered
            cache.put(key, data)
        return data


def cache_folder() -> Path:
    """Where what was fetched from S3 may be kept: ARCHIVER_CACHE, or the user's cache folder."""
    if named := os.environ.get("ARCHIVER_CACHE"):
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "archiver"


class Cache:
    """Blocks in a folder, the oldest thrown away beyond *limit* bytes. Shared by processes; lost at any time."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder, self.limit = folder, limit
        self._held: int | None = None

    @classmethod
    def here(cls) -> Cache:
        """The one that the environment names."""
        try:
            limit = int(os.environ.get("ARCHIVER_CACHE_BYTES") or CACHE_BYTES)
        except ValueError:
            limit = CACHE_BYTES
        return _cache(cache_folder() / "blocks", limit)

    def get(self, key: str) -> bytes | None:
        path = self.folder / key[:2] / key
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep it if there is room; a cache that cannot be written is no harm."""
        if len(data) > self.limit:
            return
        path = self.folder / key[:2] / key
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            scratch = path.with_name(f"{key}.{os.getpid()}")
            scratch.write_bytes(data)
            scratch.replace(path)
            self._held = (self._held if self._held is not None else self._count()) + len(data)
            if self._held > self.limit:
                self._trim()

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        for path in self.folder.glob("*/*"):
            with suppress(OSError):
                facts = path.stat()
                found.append((facts.st_mtime, facts.st_size, path))
        return sorted(found)

    def _count(self) -> int:
        return sum(size for _, size, _ in self._files())

    def _trim(self) -> None:
        files = self._files()
        held = sum(size for _, size, _ in files)
        for _, size, path in files:
            if held <= self.limit * 0.9:
                break
            path.unlink(missing_ok=True)
            held -= size
        self._held = held


@lru_cache(maxsize=4)
def _cache(folder: Path, limit: int) -> Cache:
    return Cache(folder, limit)
