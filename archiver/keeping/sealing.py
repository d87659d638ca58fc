"""The end of a run: reports, manifest and final names, in an order that a crash may cut anywhere."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from archiver.keeping import manifest
from archiver.keeping.archive import FORMAT_VERSION, META, Archive
from archiver.keeping.disk import OPEN, Disk, telling


def seal_files(
    archive: Archive, disk: Disk, run: str, warcs: list[str], records: list[str], report: dict[str, Any]
) -> str:
    """Give a run's files, all synced already, their final names. Returns 'sha256:…' of the new manifest.

    Captures come first and records last, since a reader takes whatever has a final name, and a record must find its
    capture. The manifest is the full stop: until it names them, the next run takes the files up and seals them again.
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
    for name in names:
        path = folder / name
        path = path if path.exists() else path.with_name(path.name + OPEN)
        with telling(path, "reading back"):
            entries.append((manifest.Entry(manifest.digest_file(path), name), path.stat().st_size))
    report_name = f"runs/{run}.json"
    data = (
        json.dumps(
            {
                "run": run,
                "format_version": FORMAT_VERSION,
                **report,
                "files": {entry.path: {"sha256": entry.digest, "bytes": size} for entry, size in entries},
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
    disk.write_new(folder / (report_name + OPEN), data)
    # every byte is durable under a temporary name, in folders that are durable too; from here on names only
    for step in ([*warcs, *indexes], [report_name], records):
        for name in step:
            path = folder / name
            draft = path.with_name(path.name + OPEN)
            if draft.exists():
                with telling(path, "renaming"):
                    disk.rename(draft, path)
        for parent in sorted({(folder / name).parent for name in step}):
            with telling(parent, "syncing to disk"):
                disk.sync_folder(parent)
    lines = manifest.format_lines([*(entry for entry, _ in entries), _entry(report_name, data)])
    disk.replace(manifest_file, before + lines)
    return "sha256:" + hashlib.sha256(before + lines).hexdigest()


def _entry(name: str, data: bytes) -> manifest.Entry:
    return manifest.Entry(hashlib.sha256(data).hexdigest(), name)
