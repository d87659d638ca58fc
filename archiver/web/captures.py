"""Which captures of an address there are: binary search in the sorted CDXJ files.

Of the small ones (most nights bring little) it is remembered which addresses they hold, 8 bytes each, or thousands of
nights would mean thousands of files opened for each page.
"""

from __future__ import annotations

import glob
import json
import mmap
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from archiver.keeping.cdxj import surt
from archiver.shapes import CaptureRef


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture of one address."""

    site: str
    url: str
    when: datetime
    status: int | None
    media_type: str
    ref: CaptureRef

    @property
    def stamp(self) -> str:
        """14 digits, as in every web archive's addresses."""
        return self.when.strftime("%Y%m%d%H%M%S")


def captures_of(root: Path, url: str) -> list[Capture]:
    """Every capture of *url* in the archives of *root*, the oldest first."""
    return _sorted([url], sorted(root.glob("*/captures/*/*.cdxj")))[url]


def captures_beside(site: Path, ref: CaptureRef, urls: Collection[str]) -> dict[str, list[Capture]]:
    """The captures of *urls* in the run that made *ref*: a few files, however many nights there are."""
    own = site / ref.file
    run = own.name.rpartition("-")[0]
    return _sorted(urls, sorted(own.parent.glob(f"{glob.escape(run)}-*.cdxj")) if run else [])


def _sorted(urls: Collection[str], indexes: list[Path]) -> dict[str, list[Capture]]:
    found: dict[str, list[Capture]] = {surt(url): [] for url in urls}
    for key, capture in _found(indexes, found):
        found[key].append(capture)
    for captures in found.values():
        captures.sort(key=lambda c: (c.when, c.ref.file, c.ref.offset))
    return {url: found[surt(url)] for url in urls}


def nearest(captures: list[Capture], moment: datetime) -> Capture | None:
    """The capture nearest to *moment*, whole answers (2xx) before errors and redirects."""
    good = [c for c in captures if c.status is not None and 200 <= c.status < 300] or captures
    return min(good, key=lambda c: abs(c.when - moment), default=None)


def _found(indexes: list[Path], keys: Collection[str]) -> Iterator[tuple[str, Capture]]:
    for file in indexes:
        told = file.stat()
        if not told.st_size:
            continue
        if told.st_size <= _SMALL:
            held = _addresses(str(file), told.st_size, told.st_mtime_ns)
            if not any(_holds(held, hash(key.encode())) for key in keys):
                continue
        site = file.parents[2]
        with file.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as lines:
            for key in keys:
                wanted = (key + " ").encode()
                at = _first(lines, wanted)
                while at < len(lines):
                    end = lines.find(b"\n", at)
                    end = len(lines) if end < 0 else end
                    line = lines[at:end]
                    if not line.startswith(wanted):
                        break
                    yield key, _capture(site, file, line.decode())
                    at = end + 1


_SMALL = 1 << 20  # bytes, some 4,000 captures: read in 2 ms


@lru_cache(maxsize=50_000)
def _addresses(file: str, size: int, changed: int) -> array[int]:
    """The hashes of the keys in *file*, in order; it is read again where *size* or *changed* differ."""
    with Path(file).open("rb") as lines:
        return array("q", sorted({hash(line.split(b" ", 1)[0]) for line in lines}))


def _holds(held: array[int], key: int) -> bool:
    at = bisect_left(held, key)
    return at < len(held) and held[at] == key


def _first(lines: mmap.mmap, wanted: bytes) -> int:
    """Where the first line that is not less than *wanted* begins."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        begin = lines.rfind(b"\n", low, middle) + 1 or low
        end = lines.find(b"\n", begin)
        end = len(lines) if end < 0 else end
        if lines[begin:end] < wanted:
            low = end + 1
        else:
            high = begin
    return low


def _capture(site: Path, file: Path, line: str) -> Capture:
    _, when, fields = line.split(" ", 2)
    said = json.loads(fields)
    status = said.get("status")
    return Capture(
        site=site.name,
        url=said["url"],
        when=datetime.strptime(when, "%Y%m%d%H%M%S").replace(tzinfo=UTC),
        status=int(status) if status else None,
        media_type=said.get("mime") or "",
        ref=CaptureRef(
            (file.parent / said["filename"].rsplit("/", 1)[-1]).relative_to(site).as_posix(),
            int(said["offset"]),
            int(said["length"]),
            said["digest"],
        ),
    )
