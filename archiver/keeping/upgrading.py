"""From the format of an older archiver to that of this one: a step a format, none of which touches what is sealed.

archive.json is sealed too (the chain of the manifest begins with it) and says for ever of which format the archive was
born; what it is now stands in `format.json`, which the first step writes. Format 1 is the first, so STEPS is empty;
whoever adds a step raises kept.FORMAT_VERSION with it. A bag, a crate and what is on S3 carry `format.json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archiver.errors import ArchiveError
from archiver.keeping.disk import Disk, telling

NAME = "format.json"


@dataclass(frozen=True, slots=True)
class Step:
    """From one format to the next."""

    to: int
    """The format that it leads to, from the one before."""
    about: str
    """What it does, in one sentence."""
    safe: bool
    """Whether this version reads the older format as well, and the step only adds: then a run does it by itself, and
    says so among its mends. Else `archiver upgrade` does it when a person says so, and until then nothing is read."""
    act: Callable[[Path, Disk], None]
    """Does it to the archive's folder. Broken off at any place, it can be done again."""


STEPS: tuple[Step, ...] = ()
"""In order."""


def format_of(folder: Path, born: int) -> int:
    """The format of the archive in *folder*, which was born of the format *born*."""
    try:
        version = json.loads((folder / NAME).read_bytes())["format_version"]
        if not isinstance(version, int):
            raise TypeError(f"{version!r} is no number")
    except (FileNotFoundError, NotADirectoryError):
        return born
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(
            f"{str(folder / NAME)!r} is damaged: {error}; restore it from a copy, see: archiver verify {folder}"
        ) from error
    return max(born, version)


def pending(version: int) -> Sequence[Step]:
    """The steps that an archive of that format has before it."""
    return [step for step in STEPS if step.to > version]


def upgrade(folder: Path, version: int, disk: Disk, now: datetime) -> list[Step]:
    """Take every step before the archive, whose lock the caller holds; returns those taken."""
    steps = list(pending(version))
    for step in steps:
        with telling(folder / NAME, f"upgrading to format {step.to}"):
            step.act(folder, disk)
            at = now.astimezone(UTC).isoformat(timespec="seconds")
            said = {"format_version": step.to, "at": at, "did": step.about}
            disk.replace(folder / NAME, json.dumps(said, ensure_ascii=False).encode() + b"\n")
    return steps
