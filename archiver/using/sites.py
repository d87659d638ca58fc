"""Which sites of a root this version can read, and their sealed record files."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from archiver.errors import ArchiveError, NewerArchive, OlderArchive
from archiver.keeping.archive import open_archive
from archiver.keeping.records import refuse_newer


def record_files(root: Path, *, but: Collection[str] = ()) -> list[Path]:
    """Sealed JSON Lines of every site of *root*, those in *but* (slugs) left out; sorted by their paths."""
    return [file for file in sorted(root.glob("*/records/*/*.jsonl")) if file.parents[2].name not in but]


def newer_archives(root: Path) -> dict[str, ArchiveError]:
    """Slug to the refusal of each archive that is too new, or to be upgraded. Harm is for `verify` to tell."""
    found = dict[str, ArchiveError]()
    for meta in sorted(root.glob("*/archive.json")):
        try:
            open_archive(meta.parent)
        except (NewerArchive, OlderArchive) as why:
            found[meta.parent.name] = why
        except ArchiveError:
            continue
    return found


def newer_sites(root: Path) -> dict[str, ArchiveError]:
    """The same, and the sites any of whose record files a newer archiver wrote: a file's first line tells."""
    found = newer_archives(root)
    for file in record_files(root, but=found):
        if file.parents[2].name in found:
            continue
        with file.open("rb") as lines:
            try:
                refuse_newer(lines.readline())
            except ArchiveError as why:
                found[file.parents[2].name] = ArchiveError(f"{str(file)!r} cannot be read: {why}")
    return found
