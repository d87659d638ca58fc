"""The catalogue: where each revision and each payload lies. Made from the sealed files, and made again whenever lost.

It answers two questions without holding an archive in memory: what is the latest revision of this article, and have we
these bytes already? SQLite, in `catalogue.sqlite`; nothing is in it that the JSONL and CDXJ files do not say.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from archiver.errors import ArchiveError
from archiver.keeping import captures, cdxj
from archiver.keeping.records import content_digest, decode, lines_of
from archiver.keeping.sealed import captures_elsewhere, open_sealed, size_of
from archiver.shapes import Record

NAME = "catalogue.sqlite"
SYNCHRONOUS = "NORMAL"
"""With WAL: consistent after a power cut, if not always the newest."""
_FORMAT = 2

_TABLES = """
CREATE TABLE files (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER NOT NULL);
CREATE TABLE revisions (
  id TEXT NOT NULL, revision INTEGER NOT NULL, file INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
  gone INTEGER NOT NULL, content BLOB NOT NULL, url TEXT NOT NULL, extractor TEXT NOT NULL, capture TEXT NOT NULL,
  PRIMARY KEY (id, revision)) WITHOUT ROWID;
CREATE INDEX revisions_file ON revisions (file);
CREATE TABLE payloads (
  digest TEXT NOT NULL, url TEXT NOT NULL, file INTEGER NOT NULL, offset INTEGER NOT NULL, shown INTEGER NOT NULL);
CREATE INDEX payloads_digest ON payloads (digest);
CREATE INDEX payloads_url ON payloads (url);
CREATE INDEX payloads_file ON payloads (file);
"""


@dataclass(frozen=True, slots=True)
class Place:
    """One revision, and where its line is."""

    id: str
    revision: int
    file: str
    offset: int
    length: int
    status: Literal["published", "gone"]
    content: bytes
    """See records.content_digest."""
    url: str
    extractor: str
    capture: str
    """Payload digest of the capture that it was read from."""


def sealed_files(folder: Path) -> list[Path]:
    """Records and captures that runs have sealed, oldest run first; captures also where they are on S3 alone."""
    found = [*folder.glob("records/*/*.jsonl"), *folder.glob("captures/*/*.warc.gz")]
    here = [path for path in found if path.is_file()]
    return sorted([*here, *captures_elsewhere(folder)], key=lambda path: (path.name, path))


class Catalogue:
    """Over the sealed files of one archive, and what the present run adds."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._db = connection
        self._folder = folder
        self._numbers: dict[str, int] = {}
        self._writing = False
        self.missing: list[str] = []
        """Sealed files that it knew when it was last brought up to date, and that are gone since."""

    # --- opening ------------------------------------------------------------------------------------------------

    @classmethod
    def for_writing(cls, folder: Path) -> Catalogue:
        """The archive's own, brought up to what is sealed; the caller holds the lock."""
        path = folder / NAME
        for _ in range(2):
            db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                db.execute("PRAGMA journal_mode=WAL")
                db.execute(f"PRAGMA synchronous={SYNCHRONOUS}")
                if db.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                    raise sqlite3.DatabaseError("another format")
                self = cls(db, folder)
                self.missing = self.refresh()
                self._writing = True
                return self
            except sqlite3.DatabaseError:
                db.close()
                for name in (NAME, f"{NAME}-wal", f"{NAME}-shm", f"{NAME}-journal"):
                    (folder / name).unlink(missing_ok=True)
                db = sqlite3.connect(path, isolation_level=None)
                db.executescript(f"PRAGMA synchronous={SYNCHRONOUS}; PRAGMA journal_mode=WAL; {_TABLES}")
                db.execute(f"PRAGMA user_version={_FORMAT}")
                db.close()
        raise ArchiveError(f"{str(path)!r} cannot be made; delete it and run again")

    @classmethod
    def for_reading(cls, folder: Path) -> Catalogue:
        """The archive's own where it covers all that is sealed; otherwise one made for the moment, outside it."""
        path = folder / NAME
        if path.is_file():
            for mode in ("mode=ro", "immutable=1"):  # the latter where the medium is read-only
                with suppress(sqlite3.DatabaseError):
                    db = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, check_same_thread=False)
                    self = cls(db, folder)
                    if db.execute("PRAGMA user_version").fetchone()[0] == _FORMAT and self._covers_all():
                        return self
                    db.close()
                    break
        return cls.temporary(folder)

    @classmethod
    def temporary(cls, folder: Path) -> Catalogue:
        """In a file without a name that SQLite keeps where temporary files go."""
        db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        db.executescript(_TABLES)
        self = cls(db, folder)
        self.refresh()
        return self

    def close(self, *, ours: bool = True) -> None:
        """Leave it as one plain file, so that readers make no others beside it; as it is where it is not *ours* now."""
        if self._writing and ours:
            self._writing = False
            with suppress(sqlite3.DatabaseError):  # someone is reading, or the disk is full: it stays as it is
                self._db.rollback()
                self._db.execute("PRAGMA journal_mode=DELETE")
        self._db.close()

    def _stale(self) -> tuple[list[int], list[Path]]:
        """(numbers of files that are no more what they were, sealed files that are missing in the catalogue)."""
        sealed = {path.relative_to(self._folder).as_posix(): path for path in sealed_files(self._folder)}
        gone = []
        for n, name, size in self._db.execute("SELECT n, name, size FROM files"):
            path = sealed.get(name)
            if path is not None and size_of(path) == size:
                del sealed[name]
            else:
                gone.append(n)
        return gone, list(sealed.values())

    def _covers_all(self) -> bool:
        gone, missing = self._stale()
        open_now = {n for (n,) in self._db.execute("SELECT n FROM files WHERE size<0")}  # a run that is at work
        return not missing and set(gone) <= open_now

    def refresh(self) -> list[str]:
        """Make it say what the sealed files say; returns the names of files that it knew and that are gone."""
        gone, missing = self._stale()
        lost = [name for n, name in self._db.execute("SELECT n, name FROM files WHERE size>=0") if n in gone]
        if not gone and not missing:
            return []
        self._db.execute("BEGIN")
        for n in gone:
            self._db.execute("DELETE FROM revisions WHERE file=?", (n,))
            self._db.execute("DELETE FROM payloads WHERE file=?", (n,))
            self._db.execute("DELETE FROM files WHERE n=?", (n,))
        self._numbers.clear()
        for path in missing:
            name = path.relative_to(self._folder).as_posix()
            if path.suffix == ".jsonl":
                self._scan_records(name, path)
            else:
                self._scan_captures(name, path)
            self.covers(name, size_of(path))
        self._db.execute("COMMIT")
        return [name for name in lost if not (self._folder / name).exists()]

    def rescan(self, name: str, path: Path) -> None:
        """The records of a file that was written anew, in the places where they stand now."""
        self.begin()
        self._db.execute("DELETE FROM revisions WHERE file=?", (self._number(name),))
        self._scan_records(name, path)
        self.commit()

    def _scan_records(self, name: str, path: Path) -> None:
        for offset, line in lines_of(path):
            with suppress(ValueError):  # what is no record is for verify to report; the others are still found
                self.add_revision(decode(line), name, offset, len(line))

    def _scan_captures(self, name: str, path: Path) -> None:
        index = path.with_name(path.name.removesuffix(".warc.gz") + ".cdxj")
        try:
            lines = cdxj.parse(index.read_bytes())
        except (OSError, ValueError):
            lines = []
            with open_sealed(path) as file, suppress(captures.Torn):
                for record in captures.records_of(file):
                    if (entry := cdxj.line(record, path.name)) is not None:
                        lines += cdxj.parse(entry.encode())
        with suppress(KeyError, ValueError):  # an index that is none is for verify to report
            lines.sort(key=lambda entry: int(entry[2]["offset"]))  # as they were written
        for _, _, fields in lines:
            with suppress(KeyError, ValueError):
                status, digest, url = str(fields.get("status", "")), str(fields["digest"]), str(fields["url"])
                shown = status.startswith("2")
                if fields["mime"] != "warc/revisit" and status != "304":
                    self.add_payload(digest, url, name, int(fields["offset"]), shown=shown)
                elif shown and (place := self.payload(digest, url)) is not None:
                    self.add_repeat(digest, url, *place)

    # --- adding -------------------------------------------------------------------------------------------------

    def _number(self, name: str) -> int:
        if name not in self._numbers:
            self._db.execute("INSERT OR IGNORE INTO files (name, size) VALUES (?, -1)", (name,))
            self._numbers[name] = self._db.execute("SELECT n FROM files WHERE name=?", (name,)).fetchone()[0]
        return self._numbers[name]

    def begin(self) -> None:
        """What follows is seen by others only after `commit`."""
        if not self._db.in_transaction:
            self._db.execute("BEGIN")

    def commit(self) -> None:
        if self._db.in_transaction:
            self._db.execute("COMMIT")

    def covers(self, name: str, size: int) -> None:
        """The file is sealed and all of it is here. Until then its size is -1, and the next run scans it anew."""
        self._db.execute("UPDATE files SET size=? WHERE n=?", (size, self._number(name)))

    def add_revision(self, record: Record, file: str, offset: int, length: int) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO revisions VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                record.id,
                record.revision,
                self._number(file),
                offset,
                length,
                record.status == "gone",
                content_digest(record),
                record.url.encode("utf-8", "replace").decode(),
                record.extractor.version,
                record.capture.digest,
            ),
        )

    def add_payload(self, digest: str, url: str, file: str, offset: int, *, shown: bool) -> None:
        """*shown*: it is the page itself (2xx), not what stood in its place."""
        row = (digest, url, self._number(file), offset, shown)
        self._db.execute("INSERT INTO payloads VALUES (?,?,?,?,?)", row)

    def add_repeat(self, digest: str, url: str, file: str, offset: int) -> None:
        """An address shows what a capture at *file*, *offset* holds: its own from before another, or another's."""
        if self.answer(url) != (file, offset):
            self.add_payload(digest, url, file, offset, shown=True)

    # --- asking -------------------------------------------------------------------------------------------------

    def latest(self, id: str, *, besides: str = "") -> Place | None:
        """The newest revision of an article; that file left out where one is named."""
        return next(self._places("WHERE id=? AND name<>? ORDER BY revision DESC LIMIT 1", (id, besides)), None)

    def revisions(self, id: str) -> list[Place]:
        """All of an article's, oldest first."""
        return list(self._places("WHERE id=? ORDER BY revision", (id,)))

    def newest(self, *, include_gone: bool = False) -> list[tuple[str, int, int]]:
        """(file, offset, length) of the newest sealed revision of each article, in the order of writing.

        All at once, some 100 bytes each: who read row by row would hold a lock that the next run needs.
        """
        newest = "(SELECT id, max(revision) AS revision FROM revisions JOIN files ON n=file WHERE size>=0 GROUP BY id)"
        rows = self._db.execute(
            f"SELECT file, offset, length FROM revisions JOIN files ON n=file JOIN {newest} USING (id, revision) "  # noqa: S608
            f"{'' if include_gone else 'WHERE NOT gone'} ORDER BY name, offset"
        )
        names = dict(self._db.execute("SELECT n, name FROM files"))
        return [(names[file], offset, length) for file, offset, length in rows]

    def _places(self, where: str, values: Iterable[object]) -> Iterator[Place]:
        rows = self._db.execute(
            "SELECT id, revision, name, offset, length, gone, content, url, extractor, capture "  # noqa: S608 - ours
            f"FROM revisions JOIN files ON n=file {where}",
            tuple(values),
        )
        for id, revision, name, offset, length, gone, content, url, extractor, capture in rows:
            status: Literal["published", "gone"] = "gone" if gone else "published"
            yield Place(id, revision, name, offset, length, status, content, url, extractor, capture)

    def count(self) -> int:
        """Articles, those that are gone included."""
        return int(self._db.execute("SELECT count(DISTINCT id) FROM revisions").fetchone()[0])

    def payload(self, digest: str, url: str) -> tuple[str, int] | None:
        """(file, offset) of a capture with these bytes, the same address preferred."""
        return self._place_of("WHERE digest=? ORDER BY url<>?, payloads.rowid DESC LIMIT 1", (digest, url))

    def answer(self, url: str) -> tuple[str, int] | None:
        """(file, offset) of what an address showed last: what a 304 speaks of."""
        return self._place_of("WHERE url=? AND shown ORDER BY payloads.rowid DESC LIMIT 1", (url,))

    def _place_of(self, where: str, values: tuple[object, ...]) -> tuple[str, int] | None:
        row = self._db.execute(
            f"SELECT name, offset FROM payloads JOIN files ON n=file {where}",  # noqa: S608 - ours
            values,
        ).fetchone()
        return (row[0], row[1]) if row else None
