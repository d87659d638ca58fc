"""`archiver verify --mend`: what can be put right from what else is kept, and nothing else.

A sealed file is only ever replaced by bytes that its sealed digest proves to be the very ones; what stood there before
goes to `mended/` first. So mending cannot make anything worse, and what it cannot prove it leaves for a person.
"""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archiver.keeping import captures as warc
from archiver.keeping import cdxj, manifest
from archiver.keeping.archive import Archive, open_archive
from archiver.keeping.disk import Disk, telling
from archiver.keeping.kept import META
from archiver.keeping.mend import FOLDER, Mended, save_aside
from archiver.keeping.run import Lock
from archiver.keeping.sealed import is_there
from archiver.keeping.sealing import lines_told

LOG = f"{FOLDER}/log.jsonl"
"""What was mended, when: one JSON object a line, only ever added to."""

PATIENCE = 8_000_000_000
"""Bytes that the search for one flipped bit may hash or unpack: some ten seconds, so files and members up to 32 kB."""


def mend(path: str | Path, *, now: datetime, disk: Disk | None = None) -> list[Mended]:
    """Repair what can be repaired; returns what was done, oldest first. Run `verify` afterwards for what is left.

    Raises SiteLocked where a run is at work, ArchiveError where the folder is no archive or cannot be written.
    """
    disk = disk or Disk()
    folder = Path(path)
    if not (folder / META).exists() and not (folder / manifest.NAME).exists():
        open_archive(folder)  # raises, and says what to do
    lock = Lock(folder / ".lock", folder.name, now, disk)
    try:
        done = _mend_meta(folder, disk)
        archive = open_archive(folder)
        while now_whole := _mend_sealed(archive, disk):
            done += now_whole  # a report that is whole again may prove the manifest, and its file's lines
    finally:
        lock.release()
    run = archive.begin(now, disk=disk)  # takes up what a dead run left, and makes the catalogue anew
    done += run.mended
    run.abandon()
    if done:
        _log(folder, disk, now, done)
    return done


def _mend_sealed(archive: Archive, disk: Disk) -> list[Mended]:
    """What can be put right by what is whole at this moment; nothing of it is mended twice."""
    done = _mend_manifest(archive, disk)
    entries = manifest.read(archive.path)
    reports = _reports(archive.path, entries)
    told = (_mend_file(archive, disk, entry, reports) for entry in entries)
    return [*done, *(one for one in told if one is not None)]


def _log(folder: Path, disk: Disk, now: datetime, done: list[Mended]) -> None:
    with telling(folder / LOG, "writing what was mended"):
        disk.make_folder(folder / FOLDER)
        before = (folder / LOG).read_bytes() if (folder / LOG).exists() else b""
    entry = {"at": now.astimezone(UTC).isoformat(timespec="seconds"), "mended": [asdict(one) for one in done]}
    disk.replace(folder / LOG, before + json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _replace(folder: Path, disk: Disk, name: str, data: bytes, what: str) -> Mended:
    path = folder / name
    aside = save_aside(folder, disk, Path(name).name, path.read_bytes()) if path.exists() else None
    disk.make_folder(path.parent)
    disk.replace(path, data)
    return Mended(None, name, what, aside)


# --- archive.json and the manifest ------------------------------------------------------------------------------------


def _mend_meta(folder: Path, disk: Disk) -> list[Mended]:
    """archive.json, where a flipped bit may keep it from being read at all: the manifest's first line proves it."""
    try:
        entries, _ = manifest.parse((folder / manifest.NAME).read_bytes())
        [digest] = [entry.digest for entry in entries if entry.path == META]
        data = (folder / META).read_bytes()
    except (OSError, ValueError):
        return []
    if hashlib.sha256(data).hexdigest() == digest:
        return []
    right = flipped_back(data, lambda candidate: hashlib.sha256(candidate).hexdigest() == digest)
    return [_replace(folder, disk, META, right, "one bit was flipped; it is as it was sealed")] if right else []


def _mend_manifest(archive: Archive, disk: Disk) -> list[Mended]:
    """The manifest from the runs' own reports: each names its files with their digests, and the manifest before it.

    One that is well formed and differs in more than a line may be a report that was rewritten: a person must look.
    """
    path = archive.path / manifest.NAME
    data = path.read_bytes() if path.exists() else b""
    rebuilt = _rebuilt(archive.path)
    if not rebuilt or data.startswith(rebuilt):
        return []
    here, there = data.splitlines(), rebuilt.splitlines()
    differ = sum(a != b for a, b in zip(here, there, strict=False))
    if len(here) > len(there) or (differ > 1 and not manifest.parse(data)[1]):
        return []
    what = f"it was {'damaged' if data else 'missing'}; it was made again from the runs' reports, whose chain proves it"
    return [_replace(archive.path, disk, manifest.NAME, rebuilt, what)]


def _rebuilt(folder: Path) -> bytes:
    """The manifest that the reports tell of; nothing where a link of their chain does not hold."""
    before = manifest.format_lines([manifest.Entry(manifest.digest_file(folder / META), META)])
    paths = sorted(folder.glob("runs/*.json"))
    for path in paths:
        lines = lines_told(path, before)
        if lines is None:
            return b""
        told = [folder / entry.path for entry in manifest.parse(lines)[0]]
        if path == paths[-1] and not all(file.exists() or is_there(file) for file in told):
            break  # it died within its sealing: the next run's business
        before += lines
    return before


def _reports(folder: Path, entries: list[manifest.Entry]) -> dict[str, dict[str, Any]]:
    """What the reports say of each file; only reports that are as they were sealed are believed."""
    facts: dict[str, dict[str, Any]] = {}
    for entry in entries:
        path = folder / entry.path
        if entry.path.startswith("runs/") and path.is_file() and manifest.digest_file(path) == entry.digest:
            facts |= json.loads(path.read_bytes()).get("files", {})
    return facts


# --- sealed files -----------------------------------------------------------------------------------------------------


def _mend_file(archive: Archive, disk: Disk, entry: manifest.Entry, facts: dict[str, dict[str, Any]]) -> Mended | None:
    path = archive.path / entry.path
    if not path.resolve().is_relative_to(archive.path.resolve()):
        return None  # a link leads out of the archive; nothing is written there
    if path.is_file() and manifest.digest_file(path) == entry.digest:
        return None

    def right(candidate: bytes) -> bool:
        return hashlib.sha256(candidate).hexdigest() == entry.digest

    if entry.path.endswith(".cdxj"):
        index = _index_again(path)
        if index is not None and right(index):
            return _replace(archive.path, disk, entry.path, index, "it was made again from its captures")
    if not path.is_file():
        return None
    data = path.read_bytes()
    if entry.path.endswith(".jsonl"):
        found = _lines_again(data, str(facts.get(entry.path, {}).get("lines", "")))
    elif entry.path.endswith(".warc.gz"):
        found = _members_again(data)
    else:
        found = flipped_back(data, right)
    if found is None:
        size = facts.get(entry.path, {}).get("bytes")
        if isinstance(size, int) and 0 < size < len(data):
            found = data[:size]  # something was added after the seal
    if found is None or not right(found):
        return None
    return _replace(archive.path, disk, entry.path, found, "it is again as it was sealed; its digest proves it")


def _index_again(path: Path) -> bytes | None:
    captured = path.with_name(path.name.removesuffix(".cdxj") + ".warc.gz")
    try:
        with captured.open("rb") as file:
            return cdxj.index(warc.records_of(file), captured.name)
    except (OSError, warc.Torn):
        return None


def _lines_again(data: bytes, digests: str) -> bytes | None:
    """Lines of which the report knows the digest: a flipped bit in any of them is found by it."""
    expected = [digests[n : n + 8] for n in range(0, len(digests), 8)]
    lines = [line + b"\n" for line in data.split(b"\n")[:-1]]
    if len(lines) != len(expected):
        return flipped_newline(data, expected)
    for number, (line, wanted) in enumerate(zip(lines, expected, strict=True)):
        if _short(line) != wanted:
            found = flipped_back(line, lambda candidate, wanted=wanted: _short(candidate) == wanted)  # type: ignore[misc]
            if found is None:
                return None
            lines[number] = found
    return b"".join(lines)


def flipped_newline(data: bytes, expected: list[str]) -> bytes | None:
    """A flipped bit that made or unmade the end of a line: the line where the count goes wrong is where it lies."""
    lines = data.split(b"\n")
    at = 0
    for number, wanted in enumerate(expected):
        if number >= len(lines):
            return None
        line = lines[number] + b"\n"
        if _short(line) != wanted:
            piece = data[at : at + 4 * len(line) + 4096]
            for size in (len(line), len(line) + (len(lines[number + 1]) + 1 if number + 1 < len(lines) else 0)):
                found = flipped_back(
                    piece[:size],
                    lambda candidate, wanted=wanted: _short(candidate.partition(b"\n")[0] + b"\n") == wanted,  # type: ignore[misc]
                )
                if found is not None:
                    return data[:at] + found + data[at + size :]
            return None
        at += len(line)
    return None


def _short(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()[:8]


def _members_again(data: bytes) -> bytes | None:
    """Members whose header or content lost a bit: gzip's own checksum, and then the block digest, say which."""
    out = bytearray(data)
    for found in warc.scan(io.BytesIO(data)):
        if not isinstance(found, warc.Torn):
            if data[found.offset : found.offset + len(warc.MEMBER)] != warc.MEMBER:
                out[found.offset : found.offset + len(warc.MEMBER)] = warc.MEMBER
            continue
        if bytes(out[found.offset : found.offset + len(warc.MEMBER)]) != warc.MEMBER:
            out[found.offset : found.offset + len(warc.MEMBER)] = warc.MEMBER
        after = data.find(warc.MEMBER, found.offset + len(warc.MEMBER))
        end = after if after >= 0 else len(data)
        member = bytes(out[found.offset : end])
        if not _whole(member):
            right = flipped_back(member, _whole)
            if right is None:
                return None
            out[found.offset : end] = right
    return bytes(out)


def _whole(member: bytes) -> bool:
    unpacker = zlib.decompressobj(31)
    try:
        data = unpacker.decompress(member, warc.MAX_RECORD)
        record = warc.parse_record(0, len(member), data)
    except (zlib.error, warc.Torn):
        return False
    return unpacker.eof and not unpacker.unused_data and not warc.check_digests(record)


def flipped_back(data: bytes, is_right: Callable[[bytes], bool]) -> bytes | None:
    """The same with one bit flipped back, if *is_right* of that; None where none is, or where it would take too long.

    >>> flipped_back(b"tin tuc", lambda candidate: candidate == b"tin tqc")
    b'tin tqc'
    """
    if 8 * len(data) * len(data) > PATIENCE:
        return None
    for candidate in _flips(data):
        if is_right(candidate):
            return candidate
    return None


def _flips(data: bytes) -> Iterator[bytes]:
    candidate = bytearray(data)
    for place in range(len(data)):
        for bit in range(8):
            candidate[place] ^= 1 << bit
            yield bytes(candidate)
            candidate[place] ^= 1 << bit
