"""Who may write in an archive, also where the kernel's lock does not reach: a numbered lease in `.lease/`.

A lease is a file of its own, `.lease/00000007.json`, made by O_EXCL under the next number: two can never have the same
one, and nobody ever writes into another's. Its holder counts a beat up in it, through a descriptor that it keeps open.
Who takes over makes the next number and removes the lower ones; the holder of old finds its file gone, and writes no
more. No clocks are compared: a holder is dead when its beat stood still for `patience()` seconds of the judge's own
monotonic clock, or when the kernel says so. Which writes this fences, and how, and where: docs/durability.md.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archiver.errors import ArchiveError, LeaseLost, NewerArchive, SiteLocked
from archiver.keeping.disk import OPEN, Disk, telling

FOLDER = ".lease"
FORMAT = 1
_BLOCK = 1024
"""Bytes of a lease, always: it is written anew in one call, in place."""
_BEATS = 6
"""In the time after which its holder counts as dead."""


def patience() -> float:
    """Seconds without a beat after which a holder counts as dead: 90, or what ARCHIVER_LEASE_SECONDS says."""
    said = os.environ.get("ARCHIVER_LEASE_SECONDS", "").strip()
    try:
        seconds = float(said or 90)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 86_400:
        raise ArchiveError(f"ARCHIVER_LEASE_SECONDS={said!r}: give a number of seconds from 0.1 to 86400, or none (90)")
    return seconds


@dataclass(frozen=True, slots=True)
class Held:
    """What a lease says."""

    number: int
    """The fencing number: it only grows."""
    state: str
    """'held' or 'released'; 'unreadable' where it is torn, or not ours."""
    pid: int = 0
    host: str = ""
    since: str = ""
    """By its holder's clock: for people."""
    token: str = ""
    """Random, so that two holders differ even where a number came twice."""
    kernel: str = ""
    """Boot id of the machine: another one after each start."""
    process: str = ""
    """Namespace and start time of the process: with pid and kernel, that process and no other."""
    lock: tuple[int, ...] = ()
    """Device and inode of the `.lock` that it holds; empty where the folder has no locks."""
    every: float = 0.0
    """Seconds between two beats."""
    beat: int = 0
    apart: bool = False
    """Whether no earlier holder can have a file open that still stands here (see `Lease._set_apart`)."""

    def __str__(self) -> str:
        who = f"pid {self.pid} on {self.host}, since {self.since}" if self.host else "unknown"
        return f"{who}, lease {self.number}"


def read_lease(folder: Path) -> Held | None:
    """The lease of highest number in the archive *folder*, be its holder alive or not; None where there is none."""
    for _ in range(3):  # the highest may be gone between listing and reading
        number = max(_numbers(folder), default=0)
        if not number:
            return None
        with suppress(FileNotFoundError):
            return _read(folder, number)
    return None


def beats(folder: Path) -> bool:
    """Whether someone seems to be at work in *folder*. For what is shown, not for what is done: clocks are compared."""
    held = read_lease(folder)
    if held is None or held.state == "released":
        return False
    with suppress(FileNotFoundError):
        return time.time() - _path(folder, held.number).stat().st_mtime < patience()
    return False


class Lease:
    """This process's right to write in the archive. The caller holds the flock already, where there is one."""

    def __init__(
        self, folder: Path, slug: str, lock: int | None, now: datetime, disk: Disk, floor: Callable[[], int]
    ) -> None:
        """*lock*: descriptor of `.lock`; None: there are no locks here. *floor*: the highest number of a sealed run.

        Raises SiteLocked where another one beats, or is quicker; ArchiveError where a lease cannot be read or made.
        """
        self._folder, self._slug, self._disk = folder, slug, disk
        self._stop = threading.Event()
        self._writing = threading.Lock()
        self._gone = False
        self.notes: list[str] = []
        """What was odd about the lease before this one."""
        wait = patience()
        with telling(folder / FOLDER, "taking the lease"):
            facts = os.fstat(lock) if lock is not None else None
            of = (facts.st_dev, facts.st_ino) if facts is not None else ()
            before, dead = self._before(of, wait)
            number = max(before.number if before is not None else 0, floor()) + 1
            self._held = Held(
                number,
                "held",
                os.getpid(),
                socket.gethostname(),
                f"{now.astimezone(UTC):%Y-%m-%d %H:%M:%S}Z",
                secrets.token_hex(16),
                _kernel(),
                _process(os.getpid()),
                of,
                wait / _BEATS,
                0,
                dead and before.apart if before is not None else _is_untouched(folder),
            )
            self.number = number
            _ours.add(self._held.token)
            self.path = _path(folder, number)
            self._claim()
        try:
            with telling(folder / FOLDER, "taking the lease"):
                self._fence_off()
                if not self._held.apart:
                    self._set_apart()
                    self._write(apart=True)
        except BaseException:
            self.release()
            raise
        threading.Thread(target=self._beat, name=f"lease of {slug}", daemon=True).start()

    # --- taking -------------------------------------------------------------------------------------------------

    def _before(self, lock: tuple[int, ...], wait: float) -> tuple[Held | None, bool]:
        """(the lease that stands, whether its holder has certainly no descriptor open): it is free to be taken."""
        held = read_lease(self._folder)
        if held is None:
            return None, False
        if held.state == "released":
            return held, True
        if held.kernel == _kernel():
            here = _process(os.getpid())
            ours = held.pid == os.getpid() and held.process == here
            if ours and held.token not in _ours:
                return held, True
            # Of our own namespace we see every process. Of another one (a container) we hold the lock that it held, and
            # a kernel gives that to one alone; but over NFS it may have lost it.
            seen = held.process.partition(" ")[0] == here.partition(" ")[0] != ""
            if not _alive(held) and (seen or held.lock == lock != ()):
                return held, True
        end = time.monotonic() + max(wait, 3 * held.every)
        while True:
            late = time.monotonic() >= end
            now = read_lease(self._folder)
            if now is None or now.state == "released":
                return now or held, now is not None
            if now != held:
                where = str(self._folder / FOLDER)
                raise SiteLocked(
                    f"{self._slug}: another run is at work on it ({now}); wait for its end. Lock: {where!r}"
                )
            if late:
                what = "could not be read" if held.state == "unreadable" else "was held"
                self.notes.append(
                    f"lease {held.number} {what} ({held}) and stood still for {max(wait, 3 * held.every):g} s:"
                    " it was taken over. If that run comes back, it finds its lease gone and writes nothing more"
                )
                return held, False
            time.sleep(min(1.0, wait / 10))

    def _claim(self) -> None:
        with suppress(FileExistsError):
            (self._folder / FOLDER).mkdir()
        try:
            self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        except FileExistsError:
            where = str(self._folder / FOLDER)
            raise SiteLocked(
                f"{self._slug}: another run has just taken lease {self.number}; wait for its end. Lock: {where!r}"
            ) from None
        try:
            self._write()
        except BaseException:
            os.close(self._fd)
            self.path.unlink(missing_ok=True)
            raise

    def _fence_off(self) -> None:
        numbers = _numbers(self._folder)
        if max(numbers) > self.number:  # the one that we took ours for was gone before we made it
            self.path.unlink(missing_ok=True)
            where = str(self._folder / FOLDER)
            raise SiteLocked(
                f"{self._slug}: another run has just taken lease {max(numbers)}; wait for its end. Lock: {where!r}"
            )
        for number in numbers:
            if number < self.number:  # this is what its holder sees
                _path(self._folder, number).unlink(missing_ok=True)

    # --- holding ------------------------------------------------------------------------------------------------

    def _write(self, **changed: Any) -> None:
        with self._writing:
            said = {name: getattr(self._held, name) for name in Held.__slots__} | changed
            self._held = Held(**said)
            block = json.dumps({"lease": FORMAT, **said}).encode()
            if len(block) >= _BLOCK:
                raise ValueError(f"a lease of {len(block)} bytes")
            os.pwrite(self._fd, block.ljust(_BLOCK - 1) + b"\n", 0)
            if self._held.state == "held":  # over NFS nobody would see it before; closing has the same effect
                self._disk.fsync(self._fd)

    def _beat(self) -> None:
        while not self._stop.wait(self._held.every):
            with suppress(OSError):  # a beat that does not get through is one less; `check` decides
                if not self._is_there():
                    self._gone = True
                    return
                if not self._stop.is_set():
                    self._write(beat=self._held.beat + 1)

    def _is_there(self) -> bool:
        try:
            with self._writing:  # or it would be read half-written
                return _read(self._folder, self.number).token == self._held.token
        except (FileNotFoundError, NotADirectoryError, NewerArchive):
            return False
        except OSError as error:
            if error.errno == errno.ESTALE:  # NFS: removed by another machine
                return False
            raise

    @property
    def gone(self) -> bool:
        """Whether it is known to be lost; `check` looks."""
        return self._gone

    def check(self) -> None:
        """Raise LeaseLost unless this is the lease still."""
        with telling(self.path, "looking whether the lease is ours still"):
            self._gone = self._gone or not self._is_there()
        if self._gone:
            self.refuse()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What fails because another one took over (a draft that is gone, a stale handle) is told as that."""
        try:
            yield
        except ArchiveError:
            with suppress(ArchiveError):
                self.check()
            raise

    def refuse(self) -> None:
        """Raise LeaseLost, saying who has it now."""
        with suppress(OSError, ArchiveError):
            now = read_lease(self._folder)
            if now is not None and now.number > self.number:
                raise LeaseLost(
                    f"{self._slug}: this run stood still, and its lease {self.number} was taken over ({now})."
                    " It writes nothing more; what it had not sealed, the other one takes up"
                )
        raise LeaseLost(
            f"{self._slug}: {str(self.path)!r}, the lease of this run, is gone or not its own any more."
            " It writes nothing more; the next run mends what it left"
        )

    def write(self, name: Path, data: bytes | Iterable[bytes]) -> None:
        """The whole file *name*, or LeaseLost: first under a draft's name that no other holder uses, then renamed.

        Whoever takes over removes the lease before its own, then such drafts, and only then reads what is there. So a
        rename that comes after a check that passed was done before all that, or finds no draft any more.
        """
        draft = name.with_name(f"{name.name}.{self.number}{OPEN}")
        self._disk.write_new(draft, data)
        try:
            with self.telling():
                self.check()
                with telling(name, "renaming"):
                    self._disk.rename(draft, name)
        except LeaseLost:
            draft.unlink(missing_ok=True)
            raise

    # --- out of an old holder's hands ---------------------------------------------------------------------------

    def _set_apart(self) -> None:
        """Give every file that an earlier holder may have open a new inode: what it still writes goes to no name.

        The ledger first: it must never know more than the drafts have. The earlier leases are removed by now.
        """
        folder, disk = self._folder, self._disk
        for draft in private_drafts(folder):
            disk.unlink(draft)
        self._set_ledger_apart()
        for path in folder.glob("catalogue.sqlite*"):  # made again from what is sealed
            disk.unlink(path)
        for pattern in ("captures/*/*", "records/*/*", "runs/*"):
            for draft in sorted(folder.glob(f"{pattern}{OPEN}")):
                if not draft.exists():  # its holder of old renamed it just now, and has no descriptor of it
                    continue
                self.write(draft, _pieces(draft))
                if draft.with_name(draft.name.removesuffix(OPEN)).exists():  # the same; that one is whole
                    disk.unlink(draft)
                disk.sync_folder(draft.parent)

    def _set_ledger_apart(self) -> None:
        """What was committed, in a new file; none where it cannot be read: it is made again from the captures."""
        disk, old = self._disk, self._folder / "ledger.sqlite"
        if not old.exists():
            return
        new = self._folder / f"{old.name}.{self.number}{OPEN}"
        copied = _copy_of(old, new)
        self.check()
        for more in ("-wal", "-shm", "-journal"):  # before the rename, or they would be played into the new one
            disk.unlink(old.with_name(old.name + more))
            disk.unlink(new.with_name(new.name + more))
        if not copied:
            disk.unlink(new)
            disk.rename(old, old.with_name(old.name + ".damaged"))
            return
        fd = disk.open(new, os.O_RDONLY)
        try:
            disk.fsync(fd)
        finally:
            disk.close(fd)
        disk.rename(new, old)

    def release(self) -> None:
        """Let go: the next one need not wait. Never raises for what the disk does: it would be judged dead in time."""
        self._stop.set()
        if self._fd < 0:
            return
        with suppress(OSError):
            self._write(state="released")  # into our own file, be it removed or not
        _ours.discard(self._held.token)
        with self._writing:
            os.close(self._fd)
            self._fd = -1


_ours: set[str] = set()
"""Tokens that this process holds: of another it has died within this process, by an error that nothing survived."""


def _path(folder: Path, number: int) -> Path:
    return folder / FOLDER / f"{number:08d}.json"


def _numbers(folder: Path) -> list[int]:
    try:
        names = [path.name for path in (folder / FOLDER).iterdir()]
    except FileNotFoundError:
        return []
    return sorted(int(name[:-5]) for name in names if name.endswith(".json") and name[:-5].isdecimal())


def _read(folder: Path, number: int) -> Held:
    """FileNotFoundError where there is none."""
    data = _path(folder, number).read_bytes()
    try:
        said = json.loads(data)
        version = said.pop("lease")
        if isinstance(version, int) and version > FORMAT:
            where = str(_path(folder, number))
            raise NewerArchive(
                f"{where!r} is of format {version}, made by a newer archiver; this one knows format {FORMAT}:"
                " upgrade archiver. Nothing was changed"
            )
        said["lock"] = tuple(map(int, said["lock"]))
        held = Held(**said)
        if held.number != number or not isinstance(held.every, float | int) or not 0 <= held.every <= 86_400:
            raise ValueError("not what archiver writes")
    except (ValueError, KeyError, TypeError, AttributeError):
        return Held(number, "unreadable")
    return held


def _kernel() -> str:
    """The boot id; '' where the system has none, and then no two processes are known to be of one machine."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return secrets.token_hex(8)


def _process(pid: int) -> str:
    """What tells a process from a later one, or one of another container, with the same number; '' where it is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
        return f"{Path('/proc/self/ns/pid').readlink()} {stat.rpartition(')')[2].split()[19]}"
    except (OSError, IndexError):
        return ""


def _alive(held: Held) -> bool:
    """Whether the very process runs; False also where that cannot be seen from here (another container)."""
    return bool(held.process) and _process(held.pid) == held.process


def private_drafts(folder: Path) -> list[Path]:
    """Drafts of `Lease.write`, and of what is replaced whole: they say nothing."""
    own = [path for pattern in ("captures/*/*", "records/*/*", "runs/*") for path in folder.glob(f"{pattern}{OPEN}")]
    return [*folder.glob(f"*{OPEN}"), *(path for path in own if path.name.split(".")[-2].isdecimal())]


def _is_untouched(folder: Path) -> bool:
    """Whether nothing says that there was a holder before us: no lease was ever taken, no draft was left."""
    return not (folder / FOLDER).exists() and not any(folder.glob(f"*/*/*{OPEN}"))


def _copy_of(ledger: Path, to: Path) -> bool:
    """Whether *to* is now a ledger of all that was committed in the other."""
    try:
        with (
            closing(sqlite3.connect(ledger, timeout=2)) as source,
            closing(sqlite3.connect(to, isolation_level=None)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error:
        return False
    return True


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            yield piece
