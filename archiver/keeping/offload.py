"""Sealed files to S3 and back: proved there before they may leave here, and never over anything else.

The order, and what a death at each of its points leaves: docs/durability.md, "On S3". On S3 an archive is the same
plain files under the same names, so that whoever copies the prefix has an archive; `sites.txt` beside them names the
sites, since a listing may lag.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import math
import os
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archiver.errors import ArchiveError, StorageError, UsageError
from archiver.keeping import manifest, upgrading
from archiver.keeping.bucket import Bucket, Found, bucket
from archiver.keeping.disk import Disk, telling
from archiver.keeping.kept import META, Kept, meta_of
from archiver.keeping.lease import Lease
from archiver.keeping.run import Lock, last_fence
from archiver.keeping.sealed import STORED, Object, Stored, cache_folder, read_stored

SITES = "sites.txt"
TRIES = 3
"""Uploads of one file that came out otherwise than it was sent."""
WAIT = 1.0
"""Seconds before the second of them; twice that before the third."""
AT_ONCE = 4
"""Files that are under way."""
NOTE_EVERY = 64
"""Files after which it is written down what is proved: what a death costs is asking for so many again."""


@dataclass(slots=True)
class Offloaded:
    """What came of it."""

    to: str
    """s3://bucket/prefix/site"""
    files: int = 0
    """Sealed files that are proved to be there."""
    uploaded: int = 0
    """Of these, sent this time."""
    bytes: int = 0
    """Of these."""
    found: int = 0
    """Files that were there already, whole: of an offload that died."""
    evicted: int = 0
    """Captures that left this machine."""
    freed: int = 0
    """Bytes of these."""


def offload(
    archive: Kept | str | Path,
    to: str | None = None,
    *,
    now: datetime,
    keep_local: float | None = None,
    disk: Disk | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Offloaded:
    """Upload every sealed file that is not proved to be on S3 yet, under *to*/<site>, and prove it by reading it back.

    *to* None: where it went before. With *keep_local*, captures of runs older than so many seconds leave this machine,
    if what is there is still what was proved. Doing it twice does no harm.
    Raises StorageError where S3 does not do its part, or holds something else under a name of ours (nothing is
    overwritten); ArchiveError where a file here is not what was sealed; SiteLocked while a run is at work; UsageError.
    """
    archive = archive if isinstance(archive, Kept) else Kept(Path(archive), meta_of(Path(archive)))
    folder, disk = archive.path, disk or Disk()
    lock = Lock(folder / ".lock", archive.slug, now, disk)
    try:
        stored = read_stored(folder)
        url = f"{to.rstrip('/')}/{archive.slug}" if to is not None else stored.to if stored is not None else None
        if url is None:
            raise UsageError(f"{archive.slug}: say where to: archiver offload {archive.slug} --to s3://bucket/prefix")
        if stored is not None and stored.to != url:
            raise UsageError(
                f"{archive.slug}: its files are at {stored.to!r}, not at {url!r}. To move them, copy the prefix with a "
                f"tool of S3's, then change 'to' in {str(folder / STORED)!r}. Nothing was done"
            )
        done = Offloaded(url)
        source = bucket(url)
        stored = stored or Stored(url)
        stored = Stored(stored.to, dict(stored.files))  # the one that was read is shared
        _upload_all(archive, source, stored, done, disk, lock.lease, progress)
        if keep_local is not None:
            # 0 is all: a run may be named a second after its own clock, since names keep the order of writing
            _evict(archive, source, stored, done, disk, now.timestamp() - keep_local if keep_local else math.inf)
    finally:
        lock.release()
    return done


def _upload_all(
    archive: Kept,
    source: Bucket,
    stored: Stored,
    done: Offloaded,
    disk: Disk,
    lease: Lease,
    progress: Callable[[int, int], None] | None,
) -> None:
    folder = archive.path
    entries = manifest.read(folder)
    here = (folder / manifest.NAME).read_bytes() if entries else b""
    there, found = _manifest_there(source)
    if not here.startswith(there):
        raise StorageError(
            f"'{source.url}/{manifest.NAME}': it is no earlier state of {str(folder / manifest.NAME)!r}: another "
            "archive, or this one was continued elsewhere. Nothing was overwritten; compare the two, or give another "
            "--to"
        )
    fence = last_fence(folder)
    if found is not None and found.fence > fence:
        raise StorageError(
            f"'{source.url}/{manifest.NAME}': it was sealed under lease {found.fence}, what is here under {fence}:"
            " another one took over. Nothing was overwritten; a crawl with this storage takes up what is there"
        )
    _put_format(folder, source, fence)
    todo = [entry for entry in entries if entry.path not in stored.files]
    first = [entry for entry in todo if entry.path == META]  # of another archive by that name, before all else

    def upload(entry: manifest.Entry) -> tuple[manifest.Entry, Object, bool]:
        return entry, *_upload(folder, source, entry)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for group in (first, [entry for entry in todo if entry.path != META]):
            for number, (entry, there_now, sent) in enumerate(pool.map(upload, group), 1):
                stored.files[entry.path] = there_now
                done.uploaded += sent
                done.found += not sent
                done.bytes += there_now.bytes if sent else 0
                if number % NOTE_EVERY == 0:
                    disk.replace(folder / STORED, stored.to_json())
                if progress is not None:
                    progress(len(stored.files), len(entries))
    done.files = len(stored.files)
    if todo or not (folder / STORED).exists():
        disk.replace(folder / STORED, stored.to_json())
    # The full stop: only now does it name what is proved to be there.
    if here != there:
        lease.check()
        _put_proved(source, manifest.NAME, here, found, fence)
    _name_site(source, archive.slug)


def _put_format(folder: Path, source: Bucket, fence: int) -> None:
    """What format the archive is of now, before any file of it: a reader that does not know it must hear so first."""
    if not (folder / upgrading.NAME).exists():
        return
    said, found = (folder / upgrading.NAME).read_bytes(), source.head(upgrading.NAME)
    if found is None or source.read(upgrading.NAME, etag=found.etag) != said:
        _put_proved(source, upgrading.NAME, said, found, fence)


def _manifest_there(source: Bucket) -> tuple[bytes, Found | None]:
    found = source.head(manifest.NAME)
    if found is None:
        return b"", None
    data = source.read(manifest.NAME, etag=found.etag)
    if len(data) != found.bytes:
        raise StorageError(f"'{source.url}/{manifest.NAME}': {len(data)} bytes came of {found.bytes}; run again")
    return data, found


def _upload(folder: Path, source: Bucket, entry: manifest.Entry) -> tuple[Object, bool]:
    """(what is there, whether it was sent). What is there and whole is left; what is torn and ours is sent again."""
    path = folder / entry.path
    if entry.path.endswith(".warc.gz") and not path.exists():  # it left, and the note of it is lost
        found = source.head(entry.path)
        if found is not None and source.digest(entry.path, found) == entry.digest:
            return Object(found.bytes, entry.digest, found.etag), False
    with telling(path, "reading back"):
        size, digest = path.stat().st_size, manifest.digest_file(path)
    if digest != entry.digest:
        raise ArchiveError(
            f"{str(path)!r} is not what was sealed, so it is not uploaded; see: archiver verify {folder}"
        )
    sent = False
    for number in range(TRIES):
        if number:
            time.sleep(WAIT * number)
        found = source.head(entry.path)
        if found is not None and found.bytes == size and source.digest(entry.path, found) == digest:
            return Object(size, digest, found.etag), sent
        if found is not None and found.sha256 != digest:
            raise StorageError(
                f"'{source.url}/{entry.path}': something else is there ({found.bytes} bytes; ours: {size}, sha256 "
                f"{digest}). Nothing was overwritten; look whose it is, or give another --to"
            )
        with telling(path, "uploading"), path.open("rb") as file:
            sent = source.put(entry.path, file, digest, instead_of=found) or sent
    found = source.head(entry.path)
    if found is not None and found.bytes == size and source.digest(entry.path, found) == digest:
        return Object(size, digest, found.etag), sent
    what = "it is not there" if found is None else f"it is not what was sent ({found.bytes} bytes of {size})"
    raise StorageError(
        f"'{source.url}/{entry.path}': sent {TRIES} times, and {what}. The local copy stays; look at the server, then "
        "run again"
    )


def _put_proved(source: Bucket, name: str, data: bytes, found: Found | None, fence: int) -> None:
    """Put a small object that may change, unless someone else changed it meanwhile; read back."""
    digest = hashlib.sha256(data).hexdigest()
    for number in range(TRIES):
        if number:
            time.sleep(WAIT * number)
        if source.put(name, data, digest, instead_of=found, fence=fence):
            found = source.head(name)
            if found is not None and source.read(name, etag=found.etag) == data:
                return
        elif (now := source.head(name)) is not None and now.sha256 == digest and source.read(name) == data:
            return  # an answer that was lost: what was sent had arrived
        else:
            break
    raise StorageError(
        f"'{source.url}/{name}': it was changed by someone else, or is not what was sent. Nothing was overwritten; "
        "run again, on one machine at a time"
    )


def _name_site(source: Bucket, slug: str) -> None:
    """Add the site to the list of the prefix. Once in a site's life, so that many machines seldom meet."""
    root = bucket(source.url.rpartition("/")[0])
    for number in range(20):
        found = root.head(SITES)
        names = root.read(SITES, etag=found.etag).decode().split() if found is not None else []
        if slug in names:
            return
        data = "".join(f"{name}\n" for name in sorted({*names, slug})).encode()
        if root.put(SITES, data, hashlib.sha256(data).hexdigest(), instead_of=found):
            continue  # and read it back
        time.sleep(WAIT * number / 10)
    raise StorageError(f"'{root.url}/{SITES}': {slug!r} could not be added, others kept changing it; run again")


_RUN = re.compile(r"(\d{8}T\d{6}Z)")


def _evict(archive: Kept, source: Bucket, stored: Stored, done: Offloaded, disk: Disk, before: float) -> None:
    folder = archive.path
    changed: set[Path] = set()
    for name, there in sorted(stored.files.items()):
        path = folder / name
        run = _RUN.match(path.name)
        if not name.endswith(".warc.gz") or run is None or not path.exists():
            continue
        if datetime.strptime(run[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp() > before:
            continue
        found = source.head(name)
        if (
            found is None
            or found.bytes != there.bytes
            or (found.etag != there.etag and source.digest(name, found) != there.sha256)
        ):
            raise StorageError(
                f"'{source.url}/{name}': it is no more what was proved to be there. The local copy stays; look who "
                f"changed it, move {STORED} away, and run again"
            )
        with telling(path, "removing what is proved to be on S3"):
            disk.unlink(path)
        changed.add(path.parent)
        done.evicted += 1
        done.freed += there.bytes
    for parent in sorted(changed):
        with telling(parent, "syncing to disk"):
            disk.sync_folder(parent)


# --- and back ---------------------------------------------------------------------------------------------------------


def bring(url: str, folder: Path, *, disk: Disk | None = None) -> bool:
    """Make *folder* the archive at *url*, or bring it up to what is there; captures stay there. False: none is there.

    Every file is compared with the digest in the manifest. Raises StorageError where S3 holds no whole archive, or
    *folder* one that is no earlier state of it.
    """
    disk = disk or Disk()
    source = bucket(url)
    there, found = _manifest_there(source)
    if found is None:
        return False
    if not (folder / META).exists():
        _bring(source, there, folder, disk)
        return True
    lock = Lock(folder / ".lock", folder.name, datetime.now(UTC), disk)  # no run may be at work in it
    try:
        _bring(source, there, folder, disk)
    finally:
        lock.release()
    return True


def _bring(source: Bucket, there: bytes, folder: Path, disk: Disk) -> None:
    here = (folder / manifest.NAME).read_bytes() if (folder / manifest.NAME).exists() else b""
    if here.startswith(there) and (folder / META).exists():
        return  # the same, or a run more that is still to go up
    if not there.startswith(here):
        raise StorageError(
            f"{str(folder)!r} is no earlier state of the archive at {source.url!r}: it was continued on both sides, or "
            "is another one. Nothing was changed; give another folder"
        )
    entries, harms = manifest.parse(there)
    if harms:
        raise StorageError(f"'{source.url}/{manifest.NAME}', line {harms[0][0]}: {harms[0][1]}. Nothing was changed")
    with telling(folder, "making the archive's folder"):
        disk.make_folder(folder)
    with suppress(FileNotFoundError):
        disk.replace(folder / upgrading.NAME, source.read(upgrading.NAME))
    small = [entry for entry in entries if not entry.path.endswith(".warc.gz")]
    wanted = [entry for entry in small if entry.path == META or not (folder / entry.path).exists()]

    def fetch(entry: manifest.Entry) -> tuple[manifest.Entry, bytes]:
        try:
            data = source.read(entry.path)
        except FileNotFoundError:
            raise StorageError(
                f"'{source.url}/{entry.path}': the manifest names it, and it is not there; upload it again from a copy"
            ) from None
        if hashlib.sha256(data).hexdigest() != entry.digest:
            raise StorageError(f"'{source.url}/{entry.path}': it is not what was sealed ({len(data)} bytes came)")
        return entry, data

    meta = b""
    with ThreadPoolExecutor(4 * AT_ONCE) as pool:
        for entry, data in pool.map(fetch, wanted):
            if entry.path == META:
                meta = data
                continue
            path = folder / entry.path
            with telling(path, "making a folder"):
                disk.make_folder(path.parent)
            disk.replace(path, data)
    known = read_stored(folder)
    files = dict(known.files) if known is not None else {}
    sizes = _sizes(folder, small)
    for entry in entries:
        if entry.path not in files:
            path = folder / entry.path
            size = sizes[entry.path] if entry.path in sizes else path.stat().st_size if path.exists() else len(meta)
            files[entry.path] = Object(size, entry.digest)
    disk.replace(folder / STORED, Stored(source.url, files).to_json())
    for ledger in folder.glob("ledger.sqlite*"):  # of before the runs that came: the next run makes it again
        disk.unlink(ledger)
    disk.replace(folder / manifest.NAME, there)
    disk.replace(folder / META, meta)  # last: what has one is an archive


def _sizes(folder: Path, entries: list[manifest.Entry]) -> dict[str, int]:
    """What the runs' reports say of the size of each file."""
    sizes: dict[str, int] = {}
    for entry in entries:
        if entry.path.startswith("runs/"):
            facts = json.loads((folder / entry.path).read_bytes()).get("files", {})
            sizes |= {name: int(one["bytes"]) for name, one in facts.items()}
    return sizes


MIRROR = ".mirror"
"""In a root that only shows what is on S3: no run writes there."""


def mirror(url: str, *, site: str | None = None) -> Path:
    """A folder that shows the archives under *url* (or only *site*) to readers: small files here, captures there."""
    source = bucket(url)
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", source.url.removeprefix("s3://"))[:80]
    root = cache_folder() / "mirrors" / f"{name}-{hashlib.sha256(_identity(source).encode()).hexdigest()[:12]}"
    with telling(root, "making a folder"):
        root.mkdir(parents=True, exist_ok=True)
        (root / MIRROR).write_text(source.url + "\n")
    with _alone(root):
        for slug in [site] if site is not None else sites_at(url):
            if not bring(f"{source.url}/{slug}", root / slug):
                raise StorageError(f"'{source.url}/{slug}' is no archive: it has no {manifest.NAME}")
    return root


def _identity(source: Bucket) -> str:
    return f"{os.environ.get('AWS_ENDPOINT_URL', '')} {source.url}"


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Two readers that begin at once fetch one after the other."""
    with (root / ".bringing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def sites_at(url: str) -> list[str]:
    """The archives under *url*. UsageError where there are none."""
    try:
        return bucket(url).read(SITES).decode().split()
    except FileNotFoundError:
        raise UsageError(
            f"{url!r}: no archives there ({SITES} is missing). Upload one first: archiver offload --to {url}"
        ) from None


def refuse_mirror(root: Path) -> None:
    """Raise UsageError where *root* only shows what is on S3."""
    if (root / MIRROR).exists():
        url = (root / MIRROR).read_text().strip()
        raise UsageError(
            f"{url!r} is for reading. To write, name a folder as --root and 'storage = \"{url}\"' in its archiver.toml:"
            " sealed files then go there"
        )
