"""The end of a run: reports, manifest and final names, in an order that a crash may cut anywhere."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from archiver.keeping import manifest
from archiver.keeping.disk import OPEN, Disk, telling
from archiver.keeping.kept import FORMAT_VERSION, META, Kept
from archiver.keeping.lease import Lease


def seal_files(
    archive: Kept,
    disk: Disk,
    lease: Lease,
    run: str,
    warcs: list[str],
    records: list[str],
    report: dict[str, Any],
) -> str:
    """Give a run's files, all synced already, their final names. Returns 'sha256:…' of the new manifest.

    Captures come first and records last, since a reader takes whatever has a final name, and a record must find its
    capture. The manifest is the full stop: until it names them, the next run takes the files up and seals them again.
    LeaseLost where another one took over meanwhile: nothing of what it has is touched.
    """
    folder = archive.path
    indexes = [name.removesuffix(".warc.gz") + ".cdxj" for name in warcs]
    names = [*warcs, *indexes, *records]
    for name in names:
        assert (folder / name).exists() or (folder / (name + OPEN)).exists(), name
    manifest_file = folder / manifest.NAME
    before = manifest_file.read_bytes() if manifest_file.exists() else b""
    if not before:
        before = manifest.format_lines([manifest.Entry(manifest.digest_file(folder / META), META)])
    entries = []
    files: dict[str, dict[str, Any]] = {}
    for name in names:
        path = folder / name
        path = path if path.exists() else path.with_name(path.name + OPEN)
        with telling(path, "reading back"):
            entries.append(manifest.Entry(manifest.digest_file(path), name))
            files[name] = {"sha256": entries[-1].digest, "bytes": path.stat().st_size}
            if name in records:
                files[name]["lines"] = line_digests(path)
    report_name = f"runs/{run}.json"
    data = (
        json.dumps(
            {
                "run": run,
                "format_version": FORMAT_VERSION,
                **report,
                "fence": lease.number,
                "files": files,
                "previous_manifest": "sha256:" + hashlib.sha256(before).hexdigest(),
            },
            ensure_ascii=False,
            indent=2,
            default=str,
        ).encode("utf-8", "replace")
        + b"\n"
    )
    with telling(folder / "runs", "making a folder"):
        disk.make_folder(folder / "runs")
    lease.write(folder / (report_name + OPEN), data)
    # every byte is durable under a temporary name, in folders that are durable too; from here on names only
    for step in ([*warcs, *indexes], [report_name], records):
        lease.check()
        for name in step:
            path = folder / name
            draft = path.with_name(path.name + OPEN)
            if draft.exists():
                with telling(path, "renaming"):
                    disk.rename(draft, path)
        for parent in sorted({(folder / name).parent for name in step}):
            with telling(parent, "syncing to disk"):
                disk.sync_folder(parent)
    lines = manifest.format_lines([*entries, _entry(report_name, data)])
    lease.write(manifest_file, before + lines)
    with telling(folder, "syncing to disk"):
        disk.sync_folder(folder)
    return "sha256:" + hashlib.sha256(before + lines).hexdigest()


def lines_told(report: Path, before: bytes) -> bytes | None:
    """The lines of a run as its own report tells them; None where it does not follow the manifest *before*.

    OSError where it cannot be read.
    """
    data = report.read_bytes()
    try:
        said = json.loads(data)
        if said["previous_manifest"] != "sha256:" + hashlib.sha256(before).hexdigest():
            return None
        lines = [manifest.Entry(str(facts["sha256"]), name) for name, facts in said["files"].items()]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return manifest.format_lines([*lines, _entry(f"runs/{report.name}", data)])


def line_digests(path: Path) -> str:
    """The first 8 hexadecimal digits of each line's sha256, one after the other: which line was changed, not that."""
    with path.open("rb") as file:
        return "".join(hashlib.sha256(line).hexdigest()[:8] for line in file)


def _entry(name: str, data: bytes) -> manifest.Entry:
    return manifest.Entry(hashlib.sha256(data).hexdigest(), name)
