"""What an archive holds, as readers see it: sealed files only, never half a run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from archiver.errors import ArchiveError, NewerArchive, OlderArchive, StorageError, UsageError
from archiver.keeping import captures as warc
from archiver.keeping import manifest, upgrading
from archiver.keeping.captures import Torn, WarcRecord
from archiver.keeping.catalogue import Catalogue, sealed_files
from archiver.keeping.disk import OPEN
from archiver.keeping.records import decode, lines_of
from archiver.keeping.sealed import open_sealed
from archiver.shapes import CaptureRef, Exchange, Page, Record

if TYPE_CHECKING:
    import pyarrow

META = "archive.json"
FORMAT = "archiver archive"
FORMAT_VERSION = 1
"""Of the folder's layout. A reader refuses what is newer than it knows."""


@dataclass(frozen=True, slots=True)
class Harm:
    """Something that is not as it was sealed, or that does not fit the rest."""

    code: str
    """Short and stable; docs/keeping.md lists them all."""
    file: str
    """Path within the archive."""
    detail: str
    """One sentence: what is there, what was expected."""
    offset: int | None = None
    """Byte in the file at which it begins, where one can be told."""
    id: str | None = None
    """The article concerned, where one can be told."""

    def __str__(self) -> str:
        at = f", byte {self.offset}" if self.offset is not None else ""
        about = f" [{self.id}]" if self.id else ""
        return f"{self.file}{at}: {self.code}: {self.detail}{about}"


class Kept:
    """What was kept of one site, for reading, which never writes into it, not even into its catalogue."""

    def __init__(self, path: Path, meta: dict[str, Any]) -> None:
        self.path = path
        self.meta = meta
        """What archive.json says: format, format_version, id, slug, url, created, rights, software."""
        self.slug = str(meta["slug"])
        self._original = lru_cache(maxsize=64)(self._read_original)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.slug!r} at {str(self.path)!r}>"

    # --- records ------------------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Record]:
        """The latest revision of each article that is published, oldest writing first."""
        return self.latest()

    def latest(self, *, include_gone: bool = False) -> Iterator[Record]:
        """The latest revision of each article; with *include_gone*, tombstones too."""
        catalogue = Catalogue.for_reading(self.path)
        try:
            places = catalogue.newest(include_gone=include_gone)
        finally:
            catalogue.close()
        yield from self._lines(places)

    def get(self, id: str) -> Record | None:
        """The latest revision of one article, be it gone; None where there is none."""
        return next(reversed(list(self.revisions(id))), None)

    def revisions(self, id: str | None = None, *, run: str | None = None) -> Iterator[Record]:
        """Every revision (of one article, or of one run) in the order in which they were written."""
        if id is not None:
            catalogue = Catalogue.for_reading(self.path)
            try:
                places = [(p.file, p.offset, p.length) for p in catalogue.revisions(id)]
            finally:
                catalogue.close()
            yield from (record for record in self._lines(places) if run in (None, record.run))
            return
        for path in self.record_files():
            if run is None or path.name.startswith(run):
                yield from (self._decode(line, path, offset) for offset, line in lines_of(path))

    def record_files(self) -> list[Path]:
        """Sealed JSON Lines, oldest run first."""
        return [path for path in sealed_files(self.path) if path.suffix == ".jsonl"]

    def runs(self) -> list[str]:
        """Identifiers of the sealed runs, oldest first."""
        return sorted(path.stem for path in self.path.glob("runs/*.json"))

    def report(self, run: str) -> dict[str, Any]:
        """What one run did, as it was sealed."""
        path = self.path / "runs" / f"{run}.json"
        try:
            report: dict[str, Any] = json.loads(path.read_bytes())
        except (OSError, ValueError) as error:
            raise ArchiveError(f"{str(path)!r} cannot be read: {error}; see: archiver verify {self.path}") from error
        return report

    def to_dicts(self) -> list[dict[str, Any]]:
        """The latest published records as plain dictionaries."""
        return [asdict(record) for record in self]

    def to_table(self) -> pyarrow.Table:
        """The latest published records as an Arrow table; nested fields as lists and structs (`archiver[table]`)."""
        try:
            import pyarrow
        except ImportError:
            raise UsageError("a table needs pyarrow: pip install 'archiver[table]'") from None
        rows = self.to_dicts()
        for row in rows:  # Arrow has no open-ended mapping of structs: a list of (field, rule, raw)
            row["found"] = [{"field": name, **place} for name, place in row["found"].items()]
        return pyarrow.Table.from_pylist(rows)

    def _lines(self, places: list[tuple[str, int, int]]) -> Iterator[Record]:
        name, file = "", None
        try:
            for wanted, offset, length in places:
                if wanted != name:
                    if file is not None:
                        file.close()
                    name, file = wanted, (self.path / wanted).open("rb")
                assert file is not None
                file.seek(offset)
                yield self._decode(file.read(length), self.path / name, offset)
        finally:
            if file is not None:
                file.close()

    def _decode(self, line: bytes, path: Path, offset: int) -> Record:
        try:
            return decode(line)
        except ValueError as error:
            raise ArchiveError(
                f"{str(path)!r}, byte {offset}: no record ({error}); see: archiver verify {self.path}"
            ) from error

    # --- captures -----------------------------------------------------------------------------------------------

    def capture_files(self) -> list[Path]:
        """Sealed WARC files, oldest run first."""
        return [path for path in sealed_files(self.path) if path.suffix == ".gz"]

    def captures(
        self, *, run: str | None = None, on_harm: Callable[[Harm], None] | None = None
    ) -> Iterator[tuple[CaptureRef, Exchange]]:
        """Every exchange, straight from the WARC files, in the order in which they were captured.

        Harm raises ArchiveError; or is given to *on_harm*, and what can be read after it follows.
        """
        for path in self.capture_files():
            if run is None or path.name.startswith(run):
                yield from self._captures_in(path, on_harm)

    def _captures_in(self, path: Path, on_harm: Callable[[Harm], None] | None) -> Iterator[tuple[CaptureRef, Exchange]]:
        name = path.relative_to(self.path).as_posix()

        def whole() -> Iterator[WarcRecord]:
            for found in warc.scan(file):
                if isinstance(found, WarcRecord):
                    yield found
                elif on_harm is None:
                    raise ArchiveError(f"{str(path)!r}, {found}; see: archiver verify {self.path}") from found
                else:
                    on_harm(Harm("capture-torn", name, found.why, found.offset))

        with open_sealed(path) as file:
            for response, request in pairs(whole()):
                try:
                    exchange = self._exchange(response, request)
                except ArchiveError as error:
                    if on_harm is None:
                        raise
                    on_harm(Harm("revisit-lost", name, str(error), response.offset))
                else:
                    yield warc.ref_of(name, response), exchange

    def address(self) -> str | None:
        """The IP address that answered first in the newest captures that lie here; None where that cannot be told."""
        path = next((path for path in reversed(self.capture_files()) if path.is_file()), None)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                first = (record for record in warc.records_of(file) if record.get("WARC-IP-Address"))
                record = next(first, None)
        except (OSError, Torn):
            return None
        return record.get("WARC-IP-Address") if record is not None else None

    def exchange(self, ref: CaptureRef) -> Exchange:
        """What went over the wire, to the byte; a revisit is made whole from what it repeats."""
        path = self._inside(ref.file)
        try:
            with _open_capture(path) as file:
                response, request = next(pairs(warc.records_of(file, ref.offset)), (None, None))
        except (OSError, Torn) as error:
            raise ArchiveError(
                f"{str(path)!r}, byte {ref.offset}: {error}; see: archiver verify {self.path}"
            ) from error
        if response is None or response.get("WARC-Payload-Digest") != ref.digest:
            raise ArchiveError(
                f"{str(path)!r}, byte {ref.offset}: no capture of {ref.digest!r}; see: archiver verify {self.path}"
            )
        return self._exchange(response, request)

    def page(self, ref: CaptureRef) -> Page:
        """The page that it brought, transfer and content coding undone; PageError where that cannot be done."""
        return warc.page_of(self.exchange(ref))

    def _exchange(self, response: WarcRecord, request: WarcRecord | None) -> Exchange:
        original = None
        if response.type == "revisit" and response.get("WARC-Profile") != warc.NOT_MODIFIED:
            original = self._original(
                response.get("WARC-Refers-To-Filename") or "",
                int(response.get("WARC-Refers-To-File-Offset") or -1),
                response.get("WARC-Payload-Digest") or "",
            )
        return warc.exchange_of(response, request, original)

    def _read_original(self, name: str, offset: int, payload: str) -> WarcRecord:
        places = []
        if manifest.inside(name) and "/" not in name and offset >= 0:
            places.append((f"captures/{name[:4]}/{name}", offset))
        for file, at in places:
            try:
                record = read_at(self.path / file, at)
            except StorageError:
                raise
            except (OSError, ArchiveError):
                continue
            if record.get("WARC-Payload-Digest") == payload:
                return record
        catalogue = Catalogue.for_reading(self.path)
        try:
            place = catalogue.payload(payload, "")
        finally:
            catalogue.close()
        if place is None:
            raise ArchiveError(f"the capture that holds {payload!r} is not in {str(self.path)!r}")
        return read_at(self.path / place[0], place[1])

    def _inside(self, name: str) -> Path:
        if not manifest.inside(name):
            raise ArchiveError(f"{name!r} leads out of the archive {str(self.path)!r}; it is not followed")
        return self.path / name


def pairs(records: Iterator[WarcRecord]) -> Iterator[tuple[WarcRecord, WarcRecord | None]]:
    """(response or revisit, its request) in order; the request follows its answer and names it."""
    waiting: WarcRecord | None = None
    for record in records:
        if record.type == "request" and waiting is not None:
            mine = record.get("WARC-Concurrent-To") == waiting.get("WARC-Record-ID")
            yield waiting, record if mine else None
            waiting = None
        elif record.type in ("response", "revisit"):
            if waiting is not None:
                yield waiting, None
            waiting = record
    if waiting is not None:
        yield waiting, None


def _open_capture(path: Path) -> BinaryIO:
    """A capture by its final name, be its run sealed or still at work."""
    try:
        return open_sealed(path)
    except FileNotFoundError:
        return path.with_name(path.name + OPEN).open("rb")


def read_at(path: Path, offset: int) -> WarcRecord:
    """The record whose gzip member begins there."""
    with _open_capture(path) as file:
        record = next(warc.records_of(file, offset), None)
    if record is None:
        raise Torn(offset, "the file ends before")
    return record


def meta_of(path: Path) -> dict[str, Any]:
    """What archive.json in the folder *path* says.

    Raises ArchiveError, with the cure, where there is none, or one that a newer version made, or an older one whose
    format must be upgraded first.
    """
    meta, version = read_meta(path)
    if any(not step.safe for step in upgrading.pending(version)):
        raise OlderArchive(
            f"{str(path)!r} is of format {version}, and this archiver writes format {FORMAT_VERSION}."
            f" Upgrade it: archiver upgrade {path.name} --root {path.parent}. Nothing was changed"
        )
    return meta


def read_meta(path: Path) -> tuple[dict[str, Any], int]:
    """What archive.json in the folder *path* says, and the format that the archive is of now. As `meta_of`."""
    try:
        meta = json.loads((path / META).read_bytes())
        version, slug = meta["format_version"], meta["slug"]
        if meta["format"] != FORMAT or not isinstance(version, int) or not isinstance(slug, str):
            raise ValueError("it is not what archiver writes")
        version = upgrading.format_of(path, version)
    except (FileNotFoundError, NotADirectoryError):
        raise ArchiveError(
            f"{str(path)!r} is no archive: it has no {META}. "
            "Make one with 'archiver crawl URL', or name the folder that holds archive.json"
        ) from None
    except OSError as error:
        raise ArchiveError(f"{str(path / META)!r} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(
            f"{str(path / META)!r} is damaged: {error}; restore it from a copy, see: archiver verify {path}"
        ) from error
    if version > FORMAT_VERSION:
        raise NewerArchive(
            f"{str(path)!r} is of format {version}, made by a newer archiver ({meta.get('software', 'unknown')}); "
            f"this one knows format {FORMAT_VERSION}: upgrade archiver. Nothing was changed"
        )
    return meta, version
