"""The few ways in which keeping touches the disk: append, sync, rename, sync the folder.

Everything that must survive goes through a `Disk`, so that a test can put a failing one in its place (no space, an I/O
error, a power cut that loses what was not synced). Why the order of these calls is what it is: docs/durability.md.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from archiver.errors import ArchiveError

CURES = {  # said after the system's own words: "Permission denied; run as …"
    errno.ENOSPC: "the disk is full; free some space and run again, nothing that was kept is lost",
    errno.EDQUOT: "the quota is used up; free some space and run again, nothing that was kept is lost",
    errno.EROFS: "mount it writable or choose another --root",
    errno.EACCES: "run as the owner of the folder or choose another --root",
    errno.EPERM: "run as the owner of the folder or choose another --root",
    errno.EIO: "the disk may be failing: copy the archive elsewhere, then run 'archiver verify'",
    errno.ENOTDIR: "a file stands where a folder is needed; move it away or choose another --root",
    errno.EISDIR: "a folder stands where a file is needed; move it away",
    errno.ENAMETOOLONG: "the name is too long for this file system; choose a shorter --root or slug",
    errno.EMFILE: "too many open files; raise 'ulimit -n'",
}
ANY_OTHER = "run 'archiver verify' on the archive once the cause is gone"
OF_STORE = "free some space, or delete catalogue.sqlite (it is made again); nothing that was kept is lost"


@contextmanager
def telling(path: Path, doing: str) -> Iterator[None]:
    """Turn what the system or SQLite raises into an ArchiveError that says what failed, where, and what to do next."""
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(f"{str(path)!r}: {doing} failed: {error}; {OF_STORE}") from error
    except OSError as error:
        cure = CURES.get(error.errno or 0, ANY_OTHER)
        raise ArchiveError(f"{str(path)!r}: {doing} failed: {error.strerror or error}; {cure}") from error


class Disk:
    """The real one. Each method is one system call, or says why it is more."""

    def open(self, path: Path, flags: int) -> int:
        return os.open(path, flags | os.O_CLOEXEC, 0o644)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        os.fsync(fd)

    def truncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)

    def close(self, fd: int) -> None:
        os.close(fd)

    def rename(self, source: Path, target: Path) -> None:
        source.replace(target)

    def unlink(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def mkdir(self, path: Path) -> None:
        path.mkdir(exist_ok=True)

    def sync_folder(self, path: Path) -> None:
        """Make the names in *path* durable: a new file is only there for good once its folder is synced."""
        fd = self.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            self.fsync(fd)
        finally:
            self.close(fd)

    # --- what is made of them -----------------------------------------------------------------------------------

    def make_folder(self, path: Path) -> None:
        """*path* and its missing parents, each durable in its own parent."""
        missing = []
        while not path.is_dir():
            missing.append(path)
            path = path.parent
        for folder in reversed(missing):
            self.mkdir(folder)
            self.sync_folder(folder.parent)

    def write_new(self, path: Path, data: bytes | Iterable[bytes]) -> None:
        """A whole file under this name, synced; its folder is not. *data* may come in pieces."""
        with telling(path, "writing"):
            fd = self.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            try:
                for piece in (data,) if isinstance(data, bytes) else data:
                    write_all(self, fd, piece)
                self.fsync(fd)
            finally:
                self.close(fd)

    def replace(self, path: Path, data: bytes) -> None:
        """The file *path* holds either what it held or *data*, whatever happens, and *data* for good afterwards."""
        temporary = path.with_name(path.name + OPEN)
        self.write_new(temporary, data)
        with telling(path, "renaming"):
            self.rename(temporary, path)
            self.sync_folder(path.parent)


OPEN = ".open"
"""Ending of a file that is being written; readers do not look at it, the next run mends it."""


def write_all(disk: Disk, fd: int, data: bytes) -> None:
    """os.write may take less than it is given (a signal, a nearly full disk)."""
    view = memoryview(data)
    while view:
        view = view[disk.write(fd, view) :]


class AppendFile:
    """A file that only grows, and of which we know how far it is whole.

    Nothing is buffered in the process: what `append` returned from survives the death of the process, and what `sync`
    returned from survives the death of the machine. After a failed write the file is cut back to its last whole
    entry; after a failed sync it takes no more, since what the kernel still holds cannot be known.
    """

    def __init__(self, disk: Disk, path: Path) -> None:
        self.disk = disk
        self.path = path
        self.broken = False
        self._synced = 0
        with telling(path, "creating"):
            # O_EXCL: a file that is already there belongs to someone else's run, and is never written over
            self._fd = disk.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND)
        self.size = 0

    def append(self, data: bytes) -> int:
        """The offset at which *data* stands now."""
        self._refuse_if_broken()
        offset = self.size
        with telling(self.path, "writing"):
            try:
                write_all(self.disk, self._fd, data)
            except OSError:
                try:
                    self.disk.truncate(self._fd, offset)
                except OSError:
                    self.broken = True
                raise
        self.size += len(data)
        return offset

    def cut_back(self, size: int) -> None:
        """Take back what was appended after *size*, because what belonged with it could not be written."""
        self._refuse_if_broken()
        with telling(self.path, "cutting back"):
            self.disk.truncate(self._fd, size)
        self.size = size

    def sync(self) -> None:
        self._refuse_if_broken()
        if self._synced == self.size:
            return
        with telling(self.path, "syncing to disk"):
            try:
                self.disk.fsync(self._fd)
            except OSError:
                self.broken = True  # a second fsync may report success for pages that the first one dropped
                raise
        self._synced = self.size

    def close(self) -> None:
        if self._fd >= 0:
            self.disk.close(self._fd)
            self._fd = -1

    def _refuse_if_broken(self) -> None:
        if self.broken:
            raise ArchiveError(
                f"{str(self.path)!r}: an earlier write failed, so no more is added to it; "
                "run again: the next run mends its end"
            )
