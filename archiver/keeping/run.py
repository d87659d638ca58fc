"""A run as it writes: captures and records under temporary names, made durable together, sealed at the end.

The order of what is synced, and why a death at any moment loses nothing that was called done: docs/durability.md.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Literal

from archiver.errors import ArchiveError, SiteLocked
from archiver.keeping import captures as warc
from archiver.keeping import cdxj, manifest, upgrading
from archiver.keeping.captures import Original, WarcRecord
from archiver.keeping.catalogue import Catalogue, Place
from archiver.keeping.disk import OPEN, AppendFile, Disk, telling
from archiver.keeping.kept import META, Kept, read_at
from archiver.keeping.lease import FOLDER, Lease
from archiver.keeping.mend import FILE_GONE, Mended, mend_unsealed
from archiver.keeping.records import content_digest, decode, encode, summarise
from archiver.keeping.rereading import reader_state
from archiver.keeping.sealing import seal_files
from archiver.normalise import article_id
from archiver.shapes import AttachmentRecord, CaptureRef, Exchange, ImageRecord, Record

if TYPE_CHECKING:
    from typing import Self

MAX_FILE = 1_000_000_000
"""Bytes after which a new WARC file is begun: the standard's own advice."""


BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file that it is writing."""


class Lock:
    """One run an archive. The kernel lets go of it when the process dies, however it dies; where the kernel's lock does
    not reach (a shared folder), the lease decides."""

    def __init__(self, path: Path, slug: str, now: datetime, disk: Disk | None = None) -> None:
        with telling(path, "opening the lock"):
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            lock = self._take(path, slug, now)
            self.lease = Lease(path.parent, slug, lock, now, disk or Disk(), lambda: last_fence(path.parent))
        except BaseException:
            os.close(self._fd)
            raise

    def _take(self, path: Path, slug: str, now: datetime) -> int | None:
        """The lock's descriptor; None where the file system has no locks, and the lease alone decides."""
        with telling(path, "taking the lock"):
            if not _flocked(self._fd, path, slug):
                return None
            os.ftruncate(self._fd, 0)
            who = f"pid {os.getpid()} on {socket.gethostname()}, since {now.astimezone(UTC):%Y-%m-%d %H:%M:%S}Z\n"
            os.pwrite(self._fd, who.encode(), 0)
            return self._fd

    def release(self) -> None:
        if self._fd >= 0:
            self.lease.release()
            os.close(self._fd)
            self._fd = -1


def _flocked(fd: int, path: Path, slug: str) -> bool:
    """Take the kernel's lock; False where the file system has none. SiteLocked where another one holds it."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(fd, 200, 0).decode("utf-8", "replace").strip() or "unknown"
        raise SiteLocked(
            f"{slug}: another run is at work on it ({holder}); wait for its end. Lock: {str(path)!r}"
        ) from None
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        return False
    return True


@contextmanager
def alone(path: Path, slug: str) -> Iterator[None]:
    """The lock *path* while an archive is being made, before there is a lease. SiteLocked where another one has it."""
    with telling(path, "opening the lock"):
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        with telling(path, "taking the lock"):
            _flocked(fd, path, slug)
        yield
    finally:
        os.close(fd)


def last_fence(folder: Path) -> int:
    """The number of the newest sealed run, 0 where it has none: a lease that was lost does not begin again at 1."""
    for path in sorted(folder.glob("runs/*.json"), reverse=True):
        with suppress(OSError, ValueError, TypeError, AttributeError):
            return max(0, int(json.loads(path.read_bytes()).get("fence", 0)))
    return 0


def begin(archive: Kept, now: datetime, disk: Disk) -> Run:
    """See Archive.begin."""
    lock = Lock(archive.path / ".lock", archive.slug, now, disk)
    try:
        born = int(archive.meta["format_version"])
        steps = upgrading.upgrade(archive.path, upgrading.format_of(archive.path, born), disk, now)
        mended, catalogue = _take_up(archive, disk, lock.lease)
        mended = [Mended(None, upgrading.NAME, f"upgraded to format {s.to}: {s.about}") for s in steps] + mended
        moment = now.astimezone(UTC).replace(microsecond=0)
        runs = archive.runs()
        while runs and f"{moment:%Y%m%dT%H%M%SZ}" <= runs[-1]:
            last = datetime.strptime(runs[-1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            if now < last:
                what = f"the clock says {now.astimezone(UTC):%Y-%m-%d %H:%M:%S}Z, before run {runs[-1]}"
                mended.append(Mended(None, "", f"{what}; this run is named as following it. Check the clock"))
            moment = last + timedelta(seconds=1)
        return Run(archive, f"{moment:%Y%m%dT%H%M%SZ}", now, disk, lock, catalogue, mended)
    except BaseException:
        lock.release()
        raise


def _take_up(archive: Kept, disk: Disk, lease: Lease) -> tuple[list[Mended], Catalogue]:
    with lease.telling(), telling(archive.path, "mending what the last run left"):
        mended = [Mended(None, FOLDER, note) for note in lease.notes] + mend_unsealed(archive, disk, lease)
    with telling(archive.path / "catalogue.sqlite", "bringing the catalogue up to date"):
        catalogue = Catalogue.for_writing(archive.path)
    return [*mended, *(Mended(None, name, FILE_GONE) for name in catalogue.missing)], catalogue


class Run:
    """One crawl's writing. Every method raises ArchiveError where the disk does not do its part."""

    def __init__(
        self,
        archive: Kept,
        id: str,
        now: datetime,
        disk: Disk,
        lock: Lock,
        catalogue: Catalogue,
        mended: list[Mended],
    ) -> None:
        self.archive = archive
        self.id = id
        """YYYYMMDDTHHMMSSZ: later than that of every run before, even where the clock was set back."""
        self.mended = mended
        """What an earlier death had left, and what was done about it; empty after a clean end."""
        self.captured = 0
        """Exchanges so far."""
        self.kept = 0
        """Revisions written so far."""
        self.manifest_digest: str | None = None
        """After `seal`: digest of the manifest. Note it elsewhere, for `verify --since`."""
        self._now = now
        self._disk = disk
        self._lock = lock
        self._catalogue = catalogue
        self._warc: AppendFile | None = None
        self._warcs: list[str] = []
        self._info_id = ""
        self._index: cdxj.Growing | None = None
        self._records: AppendFile | None = None
        self._new_folders: set[Path] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()

    # --- captures -----------------------------------------------------------------------------------------------

    def capture(self, exchange: Exchange) -> CaptureRef:
        """Append an exchange to the captures; what is already kept, to the byte, becomes a revisit."""
        with self._lock.lease.telling(), telling(self.archive.path, "capturing"):
            if self._lock.lease.gone:
                self._lock.lease.refuse()
            file = self._open_warc()
            original = self._original_of(exchange)
            packed = warc.pack_exchange(exchange, info_id=self._info_id, original=original)
            name = self._warcs[-1]
            offset = file.append(packed.response + packed.request)
            record = WarcRecord(offset, len(packed.response), packed.headers, packed.block)
            line = cdxj.line(record, name.rpartition("/")[2])
            assert line is not None
            assert self._index is not None
            self._index.add(line)
            status = warc.status_of(exchange.response)
            if status not in (None, 304) and not exchange.truncated:
                shown = 200 <= status < 300
                self._catalogue.begin()
                if original is None:
                    self._catalogue.add_payload(packed.digest, exchange.url, name, offset, shown=shown)
                elif shown:
                    self._catalogue.add_repeat(packed.digest, exchange.url, original.file, original.offset)
            ref = CaptureRef(name, offset, len(packed.response), packed.digest)
            self.captured += 1
            return ref

    def _open_warc(self) -> AppendFile:
        if self._warc is not None and self._warc.size < MAX_FILE:
            return self._warc
        if self._warc is not None:
            self._warc.sync()
            self._warc.close()
            self._write_index()
        name = f"captures/{self.id[:4]}/{self.id}-{len(self._warcs):05d}.warc.gz"
        file = self._create(name)
        from archiver import __version__

        fields = {
            "software": f"archiver {__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "isPartOf": str(self.archive.meta.get("id", self.archive.slug)),
            "description": f"{self.archive.slug}: {self.archive.meta.get('url', '')}",
            "reader": reader_state(),
            "payload-digest": "sha256 of the body as sent, transfer coding included",
        }
        self._info_id, info = warc.warcinfo(name.rpartition("/")[2], self._now, fields)
        file.append(info)
        self._warc = file
        self._warcs.append(name)
        self._index = cdxj.Growing(self.archive.path)
        return self._warc

    def _write_index(self) -> None:
        """That of the last WARC file, which takes no more captures. A draft until the run is sealed, as the WARC is."""
        if self._index is not None:
            draft = self.archive.path / (self._warcs[-1].removesuffix(".warc.gz") + ".cdxj" + OPEN)
            self._lock.lease.write(draft, self._index.pieces())
            self._index.close()
            self._index = None

    def _create(self, name: str) -> AppendFile:
        path = self.archive.path / (name + OPEN)
        with telling(path.parent, "making a folder"):
            self._disk.make_folder(path.parent)
        self._new_folders.add(path.parent)
        self._lock.lease.check()
        return AppendFile(self._disk, path)

    def _original_of(self, exchange: Exchange) -> Original | None:
        """What this answer repeats. It is read back first: a repeat of something damaged is kept in full."""
        status = warc.status_of(exchange.response)
        body = exchange.response[warc.body_start(exchange.response) :]
        if exchange.truncated or status is None:
            return None
        if status == 304:
            place = self._catalogue.answer(exchange.url)
        elif body:
            place = self._catalogue.payload(warc.digest(body), exchange.url)
        else:
            return None
        if place is None:
            return None
        file, offset = place
        try:
            record = read_at(self.archive.path / file, offset)
        except (OSError, ArchiveError):
            return None
        if record.type != "response" or warc.check_digests(record):
            return None
        if status != 304 and record.block[warc.body_start(record.block) :] != body:
            return None
        get = record.get
        return Original(
            get("WARC-Record-ID") or "",
            record.url,
            get("WARC-Date") or "",
            file,
            offset,
            get("WARC-Payload-Digest") or "",
        )

    # --- records ------------------------------------------------------------------------------------------------

    def keep(self, record: Record) -> Record | None:
        """Write a revision where *record* says something new; None where it says what is kept.

        Assigns id (from the url, where it is empty), revision, change, change_summary and run. A tombstone (status
        'gone') keeps the content of the revision before it; there is none for an article that was never kept.
        """
        with self._lock.lease.telling(), telling(self.archive.path, "keeping a record"):
            record = replace(record, id=record.id or article_id(self.archive.slug, record.url), run=self.id)
            latest = self._catalogue.latest(record.id)
            files: list[AttachmentRecord | ImageRecord] = [*record.attachments, *record.images]
            if latest is not None and any(file.digest is None for file in files):
                record = _with_known_attachments(record, self._read(latest))
            if latest is None:
                if record.status == "gone":
                    return None
                return self._write(replace(record, revision=1, change="new", change_summary=None))
            if record.status == "gone":
                return None if latest.status == "gone" else self._write(self._tombstone(record, latest))
            change: Literal["edited", "back", "moved", "reextracted"]
            if latest.status == "gone":
                change = "back"
            elif latest.content != content_digest(record):
                same_bytes = latest.capture == record.capture.digest and latest.extractor != record.extractor.version
                change = "reextracted" if same_bytes else "moved" if self._elsewhere(latest, record) else "edited"
            elif self._elsewhere(latest, record):
                change = "moved"
            elif record.change == "reextracted" and self._read(latest) != _as(record, self._read(latest)):
                change = "reextracted"
            elif record.urls and set(record.urls) - {latest.url, *self._read(latest).urls}:
                change = "edited"  # nothing but further addresses at which it is found
            else:
                return None
            before = self._read(latest)
            return self._write(
                replace(
                    record,
                    revision=latest.revision + 1,
                    change="reextracted" if record.change == "reextracted" else change,
                    change_summary=summarise(before, record) or _further(before, record),
                    urls=sorted({before.url, *before.urls, *record.urls} - {record.url}),
                )
            )

    def _elsewhere(self, latest: Place, record: Record) -> bool:
        """Whether the article is at an address that was not known: two that take turns are no move."""
        return latest.url != record.url and record.url not in self._read(latest).urls

    def _tombstone(self, record: Record, latest: Place) -> Record:
        last = self._read(latest)
        return replace(
            last,
            revision=latest.revision + 1,
            change="gone",
            change_summary="status: 'published' → 'gone'",
            run=self.id,
            fetched_at=record.fetched_at,
            status="gone",
            capture=record.capture,
            extractor=record.extractor,
            problems=record.problems,
        )

    def _write(self, record: Record) -> Record:
        if self._records is None:
            self._records = self._create(f"records/{self.id[:4]}/{self.id}.jsonl")
        line = encode(record)
        offset = self._records.append(line)
        self._catalogue.begin()
        self._catalogue.add_revision(record, f"records/{self.id[:4]}/{self.id}.jsonl", offset, len(line))
        self.kept += 1
        return record

    def amend(self, urls: Mapping[str, Sequence[str]]) -> set[str]:
        """Put further addresses of articles into the revisions that this very run wrote; the ids for which it did.

        An article that was met under two addresses in one run is one revision, not two. Nobody has read it: its file
        is a draft until `seal`. What an earlier run wrote is left alone, it needs a revision of its own (`keep`).
        The last thing before `seal`: nothing can be kept afterwards.
        """
        name = f"records/{self.id[:4]}/{self.id}.jsonl"
        wanted = {id: place for id in urls if (place := self._catalogue.latest(id)) and place.file == name}
        if not wanted or self._records is None:
            return set()
        with self._lock.lease.telling(), telling(self.archive.path, "adding addresses to its records"):
            self.commit()
            self._records.close()
            draft = self.archive.path / (name + OPEN)
            more = {place.offset: urls[id] for id, place in wanted.items()}
            with draft.open("rb") as lines:
                self._lock.lease.write(draft, _amended(lines, more))
            self._disk.sync_folder(draft.parent)
            self._catalogue.rescan(name, draft)
        return set(wanted)

    def latest(self, id: str) -> Record | None:
        """What is kept of an article, this run's own writing included."""
        with telling(self.archive.path, "looking up an article"):
            place = self._catalogue.latest(id)
            return self._read(place) if place else None

    def revisions(self, id: str) -> list[Record]:
        """All that is kept of an article, oldest first, this run's own writing included."""
        with telling(self.archive.path, "looking up an article"):
            return [self._read(place) for place in self._catalogue.revisions(id)]

    def _read(self, place: Place) -> Record:
        path = self.archive.path / place.file
        if not path.exists():
            path = path.with_name(path.name + OPEN)
        with path.open("rb") as file:
            file.seek(place.offset)
            return self.archive._decode(file.read(place.length), path, place.offset)

    # --- durability ---------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Make durable all that was captured and kept. Only after it returned may the ledger call anything done."""
        with self._lock.lease.telling(), telling(self.archive.path, "making it durable"):
            if self._warc is not None:
                self._warc.sync()  # first: a record must never be there without its capture
            if self._records is not None:
                self._records.sync()
            for folder in sorted(self._new_folders):
                with telling(folder, "syncing to disk"):
                    self._disk.sync_folder(folder)
            self._new_folders.clear()
            # After the syncing: who takes over removes the lease first, then takes up all that was written till then.
            self._lock.lease.check()
            self._catalogue.commit()  # last, and not synced: it can be made again from the others

    def seal(self, report: dict[str, Any]) -> None:
        """End the run: index, report and manifest are written, and every file gets its final name."""
        with self._lock.lease.telling(), telling(self.archive.path, "sealing the run"):
            self.commit()
            self._write_index()
            self._close_files()
            year = self.id[:4]
            records = [f"records/{year}/{self.id}.jsonl"] if self._records is not None else []
            report = {**report, "reader_state": reader_state(), "mended": [asdict(m) for m in self.mended]}
            self.manifest_digest = seal_files(
                self.archive, self._disk, self._lock.lease, self.id, self._warcs, records, report
            )
            self._catalogue.begin()
            for name in [*self._warcs, *records]:
                self._catalogue.covers(name, (self.archive.path / name).stat().st_size)
            self._catalogue.commit()
            self._release()

    def abandon(self) -> None:
        """Stop here and leave all as it is: the next run mends and seals it. Does nothing after `seal`."""
        self._close_files()
        self._release()

    @property
    def empty(self) -> bool:
        """Whether nothing is in the archive, of this run or an earlier one, and nothing of anybody's in its folder."""
        folder = self.archive.path
        there = {path for path in folder.iterdir() if path != folder / FOLDER} | {*folder.glob(f"{FOLDER}/*")}
        return not self._warcs and self._records is None and there <= set(self._of_an_empty_one())

    def discard(self) -> None:
        """Take an archive that is `empty` away again, file by file: what else is or comes there stays, with its folder.

        So does a folder that is a link or a disk of its own, both of which somebody set up.
        """
        self._close_files()
        self._catalogue.close(ours=False)
        folder = self.archive.path
        with telling(folder, "removing an empty archive"):
            for path in self._of_an_empty_one():
                self._disk.unlink(path)
        for left in (folder / FOLDER, folder):
            with suppress(OSError):
                left.rmdir()
        self._lock.release()  # last: whoever began meanwhile was told that it is locked

    def _of_an_empty_one(self) -> list[Path]:
        """Every file that an archive has before its first capture."""
        folder = self.archive.path
        stores = (f"{name}.sqlite{more}" for name in ("catalogue", "ledger") for more in ("", *BESIDE))
        leases = sorted(path for path in folder.glob(f"{FOLDER}/*.json") if path.stem.isdecimal())
        return [folder / META, folder / manifest.NAME, *(folder / name for name in stores), *leases, folder / ".lock"]

    def _close_files(self) -> None:
        for file in (self._warc, self._records, self._index):
            if file is not None:
                file.close()

    def _release(self) -> None:
        self._catalogue.close(ours=not self._lock.lease.gone)
        self._lock.release()


def _amended(lines: IO[bytes], more: Mapping[int, Sequence[str]]) -> Iterator[bytes]:
    offset = 0
    for line in lines:
        if offset in more:
            record = decode(line)
            yield encode(replace(record, urls=sorted({*record.urls, *more[offset]} - {record.url})))
        else:
            yield line
        offset += len(line)


def _further(before: Record, record: Record) -> str | None:
    """Where nothing else differs: how many addresses have become known."""
    more = set(record.urls) - {before.url, *before.urls}
    return f"urls: +{len(more)}" if more else None


def _as(record: Record, kept: Record) -> Record:
    """*record* with what every revision has of its own taken from *kept*, so that only the reading is compared."""
    return replace(
        record,
        revision=kept.revision,
        change=kept.change,
        change_summary=kept.change_summary,
        run=kept.run,
        fetched_at=kept.fetched_at,
        urls=kept.urls,
        capture=kept.capture,
        extractor=kept.extractor,
    )


def _with_known_attachments(record: Record, kept: Record) -> Record:
    """An attachment or image that was not fetched this time is the one that we have, not a change."""
    papers = {a.url: a for a in kept.attachments if a.digest is not None}
    images = {i.url: i for i in kept.images if i.digest is not None}
    attachments = [
        replace(a, bytes=papers[a.url].bytes, digest=papers[a.url].digest, capture=papers[a.url].capture)
        if a.digest is None and a.url in papers
        else a
        for a in record.attachments
    ]
    pictures = [
        replace(images[i.url], caption=i.caption) if i.digest is None and i.url in images else i for i in record.images
    ]
    return replace(record, attachments=attachments, images=pictures)
