"""The manifest: sha256 of every sealed file, in the order in which the runs sealed them.

It only ever grows, a run's lines at a time, so what it was after an earlier run is a prefix of what it is now. Each
run's own file (runs/<run>.json) names the digest of the manifest before it and stands in the manifest itself: a chain.
Whoever notes a digest today can tell years later whether anything that lay beneath it was rewritten.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from archiver.errors import ArchiveError

NAME = "manifest-sha256.txt"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line."""

    digest: str
    """64 hexadecimal digits."""
    path: str
    """Within the archive, with '/'; '%0A', '%0D' and '%25' as BagIt writes them."""


def inside(path: str) -> bool:
    """Whether a path that a file names stays within its folder.

    >>> inside("records/2026/a.jsonl"), inside("../a"), inside("/etc/passwd"), inside("a/../../b")
    (True, False, False, False)
    """
    parts = path.split("/")
    return bool(path) and "\\" not in path and "\0" not in path and not {"", ".", ".."} & set(parts)


def parse(data: bytes) -> tuple[list[Entry], list[tuple[int, str]]]:
    """(entries, harms); a harm is (line number, what is wrong with it)."""
    entries, harms = [], []
    lines = data.split(b"\n")
    if lines[-1]:
        harms.append((len(lines), "the last line has no end"))
    else:
        lines.pop()
    for number, raw in enumerate(lines, 1):
        match = _LINE.fullmatch(raw.decode("utf-8", "replace"))
        if not match:
            harms.append((number, f"no line of a manifest: {raw[:80]!r}"))
        elif not inside(match.group(2)):
            harms.append((number, f"a path that leaves the archive: {match.group(2)!r}"))
        else:
            entries.append(Entry(match.group(1), match.group(2)))
    return entries, harms


def read(folder: Path) -> list[Entry]:
    """The entries of an archive's manifest; none where nothing was sealed yet."""
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return []
    entries, harms = parse(data)
    if harms:
        number, why = harms[0]
        raise ArchiveError(f"{str(folder / NAME)!r}, line {number}: {why}; see: archiver verify {folder}")
    return entries


def format_lines(entries: list[Entry]) -> bytes:
    return "".join(f"{entry.digest}  {entry.path}\n" for entry in entries).encode()


def digest_file(path: Path) -> str:
    """sha256 of a file in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
