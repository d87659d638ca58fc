"""The door to an archive: it is opened, made, and a run begun in it."""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path

from archiver import __version__
from archiver.errors import ArchiveError, SiteLocked, UsageError
from archiver.keeping import manifest, run
from archiver.keeping.bucket import bucket, is_url
from archiver.keeping.disk import Disk, telling
from archiver.keeping.kept import FORMAT, FORMAT_VERSION, META, Kept, meta_of
from archiver.keeping.offload import mirror, refuse_mirror


class Archive(Kept):
    """One site's archive: what was kept, and the door to the next run."""

    def begin(self, now: datetime, *, disk: Disk | None = None) -> run.Run:
        """Take the lock, mend what a crash left, and start a run. SiteLocked where another one is at work."""
        refuse_mirror(self.path.parent)
        return run.begin(self, now, disk or Disk())


def open_archive(path: str | Path) -> Archive:
    """The archive in the folder *path*, or at s3://bucket/prefix/site, for reading.

    Raises ArchiveError, with the cure, where there is none, or one that a newer version made, or an older one whose
    format must be upgraded first.
    """
    if is_url(path):
        prefix, _, slug = str(path).rstrip("/").rpartition("/")
        path = mirror(prefix, site=slug) / slug
    path = Path(path)
    return Archive(path, meta_of(path))


def local_of(url: str) -> Path:
    """The folder that shows what is at *url* to readers, be it one archive or a prefix that holds several."""
    return open_archive(url).path if bucket(url).head(manifest.NAME) is not None else mirror(url)


def refuse_odd_name(slug: str) -> None:
    """Raise UsageError where *slug* is no name for an archive's folder."""
    if not _SLUG.fullmatch(slug):
        raise UsageError(
            f"{slug!r} is no name for an archive: up to 80 of a-z, 0-9, '-', '_' and '.', a letter or digit first"
        )


_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


def create_archive(
    root: str | Path, slug: str, *, url: str, now: datetime, rights: str | None = None, disk: Disk | None = None
) -> Archive:
    """A new, empty archive in the folder *root*/*slug*; ArchiveError where one is there, or where none can be made.

    SiteLocked where another process is making it at this moment.
    """
    refuse_mirror(Path(root))
    refuse_odd_name(slug)
    disk = disk or Disk()
    path = Path(root) / slug
    if (path / META).exists():
        raise ArchiveError(f"{str(path)!r} is an archive already; open it instead")
    meta = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "id": str(uuid.uuid4()),
        "slug": slug,
        "url": url,
        "created": now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "rights": rights,
        "software": f"archiver {__version__}",
    }
    with telling(path, "making the archive's folder"):
        disk.make_folder(path)
    with run.alone(path / ".lock", slug):
        if (path / META).exists():  # two began at once, and the other was quicker
            raise SiteLocked(f"{slug}: another run is making {str(path)!r}; wait for its end")
        disk.replace(path / META, json.dumps(meta, ensure_ascii=False, indent=2).encode() + b"\n")
        entry = manifest.Entry(manifest.digest_file(path / META), META)
        disk.replace(path / manifest.NAME, manifest.format_lines([entry]))
    return Archive(path, meta)
