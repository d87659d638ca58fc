"""What a death left behind, made into a sealed run again: nothing lost, nothing doubled, no evidence destroyed.

What cannot stay where it is (half a gzip member, half a line) goes to `mended/`, byte for byte, before it is cut off.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from archiver.errors import ArchiveError
from archiver.keeping import captures as warc
from archiver.keeping import cdxj, manifest
from archiver.keeping.catalogue import Catalogue
from archiver.keeping.disk import OPEN, Disk, telling
from archiver.keeping.kept import Kept
from archiver.keeping.lease import Lease, private_drafts
from archiver.keeping.records import decode
from archiver.keeping.sealed import read_stored
from archiver.keeping.sealing import lines_told, seal_files

FOLDER = "mended"
FILE_GONE = "a sealed file is gone; its records count as never kept. Restore it from a copy"
"""Said of a file that the catalogue knew; told once, since it then knows it no more."""
_RUN = re.compile(r"\d{8}T\d{6}Z")


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing that was not in order, and what was done about it."""

    run: str | None
    """The run that had left it; None where it is no run's."""
    file: str
    """Path within the archive."""
    what: str
    """One sentence."""
    kept_at: str | None = None
    """Where the bytes lie that were set aside; None where none were."""

    def __str__(self) -> str:
        whose = f"run {self.run}: " if self.run else ""
        aside = f" (set aside in {self.kept_at})" if self.kept_at else ""
        return f"{whose}{self.file + ': ' if self.file else ''}{self.what}{aside}"


def mend_unsealed(archive: Kept, disk: Disk, lease: Lease) -> list[Mended]:
    """Seal every run that died before its end. The caller holds the lock. Doing it twice does no harm."""
    folder = archive.path
    try:
        sealed = {entry.path for entry in manifest.read(folder)}
    except ArchiveError as error:
        raise ArchiveError(f"{error}; repair it with: archiver verify --mend {folder}") from error
    if not sealed and any(folder.glob("runs/*.json")):
        raise ArchiveError(
            f"{str(folder / manifest.NAME)!r} is missing though runs were sealed; "
            f"make it again from the runs' own files with: archiver verify --mend {folder}"
        )
    for draft in private_drafts(folder):
        with telling(draft, "removing a draft"):
            disk.unlink(draft)
    mended = _name_again(archive, lease)
    sealed |= {entry.path for entry in manifest.read(folder)} if mended else set()
    left: dict[str, set[str]] = defaultdict(set)
    for path in [*folder.glob("records/*/*"), *folder.glob("captures/*/*"), *folder.glob("runs/*")]:
        name = path.relative_to(folder).as_posix().removesuffix(OPEN)
        match = _RUN.match(path.name)
        if match and (name not in sealed or path.name.endswith(OPEN)):
            left[match.group()].add(name)
    for run in sorted(left):
        mended += _mend_run(archive, disk, lease, run, sorted(left[run]), sealed)
    return mended


def _name_again(archive: Kept, lease: Lease) -> list[Mended]:
    """Give the manifest its last lines back, to the byte, where they alone are missing: it was cut, or not yet written.

    The report of such a run follows the manifest that is there, and each file that it names is as it says.
    """
    folder, mended = archive.path, []
    path = folder / manifest.NAME
    data = path.read_bytes() if path.exists() else b""
    named = {entry.path for entry in manifest.parse(data)[0]}
    for report in sorted(folder.glob("runs/*.json")) if data else []:
        if f"runs/{report.name}" in named or (lines := lines_told(report, data)) is None:
            continue
        entries, harms = manifest.parse(lines)
        if harms or any(_digest(folder, entry.path) != entry.digest for entry in entries):
            break
        data += lines
        what = "the manifest did not name it; its report and files are whole, and their lines were added as it tells"
        mended.append(Mended(report.stem, manifest.NAME, what))
    if mended:
        lease.write(path, data)
    return mended


def _digest(folder: Path, name: str) -> str | None:
    """sha256 of a file, or that of the object on S3 that it has become; None where it is neither."""
    if (folder / name).is_file():
        return manifest.digest_file(folder / name)
    stored = read_stored(folder)
    return stored.files[name].sha256 if stored is not None and name in stored.files else None


def _mend_run(archive: Kept, disk: Disk, lease: Lease, run: str, names: list[str], sealed: set[str]) -> list[Mended]:
    folder = archive.path
    mended: list[Mended] = []
    for name in [n for n in names if n in sealed]:  # a draft beside its sealed file: no run of ours leaves that
        mended.append(
            _set_aside(archive, disk, lease, run, name + OPEN, 0, "a draft beside the sealed file of that name")
        )
    names = [n for n in names if n not in sealed]
    if f"runs/{run}.json" in sealed:  # written by a run that had been taken over, in the moment before it saw that
        for name in names:
            actual = _actual(folder, name).relative_to(folder).as_posix()
            mended.append(
                _set_aside(archive, disk, lease, run, actual, 0, "it came after its run was sealed by another")
            )
        return mended
    warcs: list[str] = []
    responses: dict[tuple[str, int], str] = {}
    for name in [n for n in names if n.endswith(".warc.gz")]:
        found, harm = _read_warc(_actual(folder, name))
        if harm is not None:
            actual = _actual(folder, name).relative_to(folder).as_posix()
            mended.append(_set_aside(archive, disk, lease, run, actual, harm.offset, harm.why))
        if not found:  # what is left says who would have written, and no more
            _remove(disk, _actual(folder, name))
        else:
            warcs.append(name)
            responses |= {(name, offset): digest for offset, digest in found}
    records = []
    for name in [n for n in names if n.endswith(".jsonl")]:
        kept, notes = _mend_records(archive, disk, lease, run, name, responses)
        mended += notes
        records += [name] if kept else []
    for name in warcs:
        path = _actual(folder, name)
        with path.open("rb") as file:
            plain, index = name.rpartition("/")[2], cdxj.Growing(folder)
            with closing(index), telling(path, "indexing"):
                for record in warc.records_of(file):
                    if (line := cdxj.line(record, plain)) is not None:
                        index.add(line)
                lease.write(folder / (name.removesuffix(".warc.gz") + ".cdxj" + OPEN), index.pieces())
    report = _report(folder, run)
    for path in folder.glob(f"captures/*/{run}-*.cdxj*"):  # of captures of which nothing was left
        if path.name.removesuffix(OPEN).removesuffix(".cdxj") not in {
            Path(n).name.removesuffix(".warc.gz") for n in warcs
        }:
            disk.unlink(path)
    if not warcs and not records and report is None:
        for path in folder.glob(f"runs/{run}.json*"):
            disk.unlink(path)
        return mended
    counts = f"{len(responses)} captures and {sum(_lines(_actual(folder, n)) for n in records)} records were whole"
    mended.append(Mended(run, "", f"it died before its end; {counts} and are sealed now"))
    report = report or {"state": "interrupted", **_reader(folder, warcs)}
    report["mended"] = [*report.get("mended", []), *map(asdict, mended)]
    for names_of in (warcs, records):  # what the dead run had not synced must be durable before it is named
        for name in names_of:
            _sync(disk, _actual(folder, name))
            with telling(folder, "syncing to disk"):
                disk.sync_folder((folder / name).parent)
    seal_files(archive, disk, lease, run, warcs, records, report)
    return mended


def _reader(folder: Path, warcs: list[str]) -> dict[str, str]:
    """What had read the pages of a dead run, as the first record of its captures says."""
    for name in warcs:
        with _actual(folder, name).open("rb") as file:
            for record in warc.records_of(file):
                match = re.search(rb"^reader: (\S+)\r?$", record.block, re.MULTILINE)
                return {"reader_state": match.group(1).decode()} if match else {}
    return {}


def _actual(folder: Path, name: str) -> Path:
    path = folder / name
    return path if path.exists() else path.with_name(path.name + OPEN)


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for _ in file)


def _read_warc(path: Path) -> tuple[list[tuple[int, str]], warc.Torn | None]:
    """((offset, payload digest) of the whole answers, the first harm): all up to it is proved by its digests."""
    found = []
    try:
        with path.open("rb") as file:
            for record in warc.records_of(file):
                harms = warc.check_digests(record)
                if harms:
                    raise warc.Torn(record.offset, harms[0])
                if record.type in ("response", "revisit"):
                    found.append((record.offset, record.get("WARC-Payload-Digest") or ""))
    except warc.Torn as harm:
        return found, harm
    return found, None


def _mend_records(
    archive: Kept, disk: Disk, lease: Lease, run: str, name: str, responses: dict[tuple[str, int], str]
) -> tuple[int, list[Mended]]:
    """(lines that stay, what was set aside). A line stays that is whole, has its capture, and is no repeat."""
    path = _actual(archive.path, name)
    catalogue = Catalogue.for_reading(archive.path)
    good, bad, at = [], [], 0
    reasons: list[str] = []
    latest: dict[str, int] = {}
    try:
        with path.open("rb") as file:
            for line in file:
                why = None
                try:
                    if not line.endswith(b"\n"):
                        raise ValueError("half a line")
                    record = decode(line)
                except ValueError as error:
                    why = str(error) if str(error) == "half a line" else f"no record: {error}"
                else:
                    if record.id not in latest:
                        place = catalogue.latest(record.id, besides=name)
                        latest[record.id] = place.revision if place else 0
                    if record.capture.file.rpartition("/")[2].startswith(run) and (
                        responses.get((record.capture.file, record.capture.offset)) != record.capture.digest
                    ):
                        why = f"the capture of {record.id!r} did not reach the disk"
                    elif record.revision != latest[record.id] + 1:
                        why = f"revision {record.revision} of {record.id!r} follows revision {latest[record.id]}"
                    else:
                        latest[record.id] += 1
                if why is None:
                    good.append(line)
                else:
                    bad.append(line)
                    reasons.append(f"byte {at}: {why}")
                at += len(line)
    finally:
        catalogue.close()
    if not good and not bad:
        _remove(disk, path)
    if not bad:
        return len(good), []
    aside = save_aside(archive.path, disk, f"{Path(name).name}.lines", b"".join(bad))
    actual = path.relative_to(archive.path).as_posix()
    if good:
        lease.write(path, b"".join(good))
        with telling(path, "syncing to disk"):
            disk.sync_folder(path.parent)
    else:
        _remove(disk, path)
    shown = "; ".join(reasons[:3]) + (f"; and {len(reasons) - 3} more" if len(reasons) > 3 else "")
    return len(good), [Mended(run, actual, f"{len(bad)} lines set aside: {shown}", aside)]


def _set_aside(archive: Kept, disk: Disk, lease: Lease, run: str, name: str, offset: int, why: str) -> Mended:
    """Copy what stands in a file from *offset* on to `mended/`, then cut it off; the whole file where that is all."""
    path = archive.path / name
    with path.open("rb") as file:
        file.seek(offset)
        rest = file.read()
    aside = (
        save_aside(archive.path, disk, f"{Path(name).name.removesuffix(OPEN)}.from-{offset}", rest) if rest else None
    )
    lease.check()
    with telling(path, "cutting off its torn end"):
        if offset == 0:
            disk.unlink(path)
        else:
            fd = disk.open(path, os.O_WRONLY)
            try:
                disk.truncate(fd, offset)
                disk.fsync(fd)
            finally:
                disk.close(fd)
    return Mended(run, name, f"{len(rest)} bytes from byte {offset} on set aside: {why}", aside)


def save_aside(archive: Path, disk: Disk, name: str, data: bytes) -> str:
    """Keep bytes that cannot stay where they were; returns their path within the archive."""
    folder = archive / FOLDER
    with telling(folder, "making a folder"):
        disk.make_folder(folder)
    number, target = 0, folder / name
    while target.exists() and target.read_bytes() != data:  # the same bytes: an earlier mending died after this step
        number += 1
        target = folder / f"{name}.{number}"
    disk.write_new(target, data)
    with telling(folder, "syncing to disk"):
        disk.sync_folder(folder)
    return f"{FOLDER}/{target.name}"


def _remove(disk: Disk, path: Path) -> None:
    with telling(path, "removing an empty file"):
        disk.unlink(path)


def _sync(disk: Disk, path: Path) -> None:
    with telling(path, "syncing to disk"):
        fd = disk.open(path, os.O_RDONLY)
        try:
            disk.fsync(fd)
        finally:
            disk.close(fd)


def _report(folder: Path, run: str) -> dict[str, Any] | None:
    """The report that the run had written itself, if it came that far."""
    for name in (f"runs/{run}.json", f"runs/{run}.json{OPEN}"):
        try:
            report = json.loads((folder / name).read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(report, dict):
            return {
                k: v
                for k, v in report.items()
                if k not in ("run", "format_version", "fence", "files", "previous_manifest")
            }
    return None
