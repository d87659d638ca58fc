"""Disks that fail as real ones do: full, broken, read-only, or without power at the worst moment."""

from __future__ import annotations

import errno
import os
import random
import shutil
import stat
from pathlib import Path

from archiver.keeping.disk import OPEN, Disk


class QuickDisk(Disk):
    """Works, but for the syncing: a test that simulates what syncing is for need not wait for it."""

    def fsync(self, fd: int) -> None:
        pass


class FailingDisk(QuickDisk):
    """The n-th operation fails with *code*; and, where *lasting*, every one after it, as on a full disk."""

    def __init__(self, n: int, code: int, *, lasting: bool = False) -> None:
        self.left = n
        self.code = code
        self.lasting = lasting
        self.failed = 0

    def _count(self) -> bool:
        self.left -= 1
        if self.left == 0 or (self.left < 0 and self.lasting):
            self.failed += 1
            return True
        return False

    def _fail(self) -> None:
        if self._count():
            raise OSError(self.code, os.strerror(self.code))

    def write(self, fd: int, data: bytes | memoryview) -> int:
        if self._count():
            if self.code == errno.ENOSPC and len(data) > 1:  # what fits is written first, as POSIX has it
                super().write(fd, data[: len(data) // 2])
            raise OSError(self.code, os.strerror(self.code))
        return super().write(fd, data)

    def open(self, path: Path, flags: int) -> int:
        if flags & os.O_CREAT:
            self._fail()
        return super().open(path, flags)

    def fsync(self, fd: int) -> None:
        self._fail()
        super().fsync(fd)

    def truncate(self, fd: int, size: int) -> None:
        self._fail()
        super().truncate(fd, size)

    def rename(self, source: Path, target: Path) -> None:
        self._fail()
        super().rename(source, target)

    def mkdir(self, path: Path) -> None:
        self._fail()
        super().mkdir(path)


class PowerCut(BaseException):
    """The machine is off. No `except Exception` survives that."""


class UnsyncedDisk(QuickDisk):
    """Remembers what was synced, so that `after_cut` can show a folder as a power cut may leave it.

    The model is harsher than real file systems: bytes not synced are there, missing, cut short or zeros; names not
    synced in their folder (created, renamed, removed) are there or not, each for itself, in no order.
    """

    def __init__(self, root: Path, n: int) -> None:
        self.root = root
        self.left = n
        self.synced: dict[int, bytes] = {}
        self.names: dict[Path, dict[str, int]] = {}
        self.pending: dict[Path, list[tuple[str | None, str | None, int]]] = {}
        self._keep: list[int] = []  # inodes are held open, so that their numbers are not given out again
        for folder, folders, files in os.walk(root):
            self.names[Path(folder)] = {name: self._see(Path(folder, name)) for name in [*folders, *files]}
        for path in root.rglob("*"):
            if path.is_file():
                self.synced[path.stat().st_ino] = path.read_bytes()

    def _see(self, path: Path) -> int:
        self._keep.append(os.open(path, os.O_RDONLY))
        return path.stat().st_ino

    def _tick(self) -> None:
        self.left -= 1
        if self.left <= 0:
            raise PowerCut

    def open(self, path: Path, flags: int) -> int:
        new = bool(flags & os.O_CREAT) and not path.exists()
        if new:
            self._tick()
        fd = super().open(path, flags)
        if new:
            self.pending.setdefault(path.parent, []).append((None, path.name, self._see(path)))
        return fd

    def write(self, fd: int, data: bytes | memoryview) -> int:
        self._tick()
        return super().write(fd, data)

    def truncate(self, fd: int, size: int) -> None:
        self._tick()
        super().truncate(fd, size)

    def fsync(self, fd: int) -> None:
        self._tick()
        super().fsync(fd)
        path = Path(f"/proc/self/fd/{fd}").readlink()
        if path.is_dir():
            self.names[path] = {p.name: p.stat().st_ino for p in path.iterdir()}
            self.pending.pop(path, None)
        else:
            self.synced[os.fstat(fd).st_ino] = path.read_bytes()

    def rename(self, source: Path, target: Path) -> None:
        self._tick()
        self.pending.setdefault(source.parent, []).append((source.name, target.name, source.stat().st_ino))
        super().rename(source, target)

    def unlink(self, path: Path) -> None:
        self._tick()
        self.pending.setdefault(path.parent, []).append((path.name, None, 0))
        super().unlink(path)

    def mkdir(self, path: Path) -> None:
        self._tick()
        super().mkdir(path)
        self.names[path] = {}
        self.pending.setdefault(path.parent, []).append((None, path.name, self._see(path)))

    def after_cut(self, target: Path, chance: random.Random) -> None:
        """The folder as it is found when the power comes back."""
        contents = {}
        for fd in self._keep:
            facts = os.fstat(fd)
            if not stat.S_ISDIR(facts.st_mode):
                now = os.pread(fd, facts.st_size, 0)
                contents[facts.st_ino] = self._torn(self.synced.get(facts.st_ino, b""), now, chance)
        folders = {path.stat().st_ino: path for path in self.names if path.exists()}

        def restore(folder: Path, to: Path) -> None:
            to.mkdir()
            names = dict(self.names.get(folder, {}))
            for old, new, inode in self.pending.get(folder, []):
                if chance.random() < 0.5:
                    if old is not None:
                        names.pop(old, None)
                    if new is not None:
                        names[new] = inode
            for name, inode in names.items():
                if inode in folders:
                    restore(folders[inode], to / name)
                elif inode in contents:
                    (to / name).write_bytes(contents[inode])

        restore(self.root, target)
        # SQLite looks after itself; the catalogue is there, gone, or of another time
        for path in target.glob("catalogue.sqlite*"):
            path.unlink()
        if chance.random() < 0.6:
            for path in self.root.glob("catalogue.sqlite*"):
                shutil.copy(path, target / path.name)

    @staticmethod
    def _torn(synced: bytes, now: bytes, chance: random.Random) -> bytes:
        if not now.startswith(synced):  # cut back since: either state
            return synced if chance.random() < 0.5 else now
        rest = now[len(synced) :]
        how = chance.randrange(4)
        if how == 0 or not rest:
            return synced
        place = chance.randrange(len(rest) + 1)
        if how == 1:
            return synced + rest[:place]
        if how == 2:  # blocks reached the disk in another order: a hole of zeros
            end = chance.randrange(place, len(rest) + 1)
            return synced + rest[:place] + bytes(end - place) + rest[end:]
        return now

    def close_all(self) -> None:
        for fd in self._keep:
            os.close(fd)
        self._keep.clear()


def drafts(folder: Path) -> list[Path]:
    return sorted(folder.rglob(f"*{OPEN}"))
