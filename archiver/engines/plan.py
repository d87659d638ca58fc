"""What is to be done, what of it is done, and who is set aside: `.plans/` in the root, each line there for good.

A plan is a file of JSON lines: a head, one line a task, one line an outcome, and an end. Whoever carries it out holds a
POSIX lock on it (not flock: it must not pass to the children, and it must hold over NFS). No lock and no end: its
coordinator died, and the next run of the same command takes it up. A task that has no outcome when all is over is an
error that names it: an engine that loses work and says nothing (Dask does, when its scheduler dies) is found out here.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from archiver.errors import ArchiveError, Exit
from archiver.keeping.disk import Disk, telling, write_all
from archiver.keeping.parallel import CRASHES

if TYPE_CHECKING:
    from typing import Self

FOLDER = ".plans"
TAKEN_UP_WITHIN = timedelta(hours=20)
"""A nightly plan that is older must not hide tonight's: what it had done is due again."""
CLOCKS_APART = timedelta(hours=2)
"""A plan that begins later than now by no more was begun by a machine whose clock goes before ours."""
KEPT = 30
"""Plans that came to their end and are kept, for whoever wants to know how a night went."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one task ended."""

    unit: str
    """Of the task."""
    exit: int
    """As `Exit`."""
    message: str = ""
    """One line; empty when nothing needs saying."""


@dataclass(slots=True)
class State:
    """What the lines of a plan say."""

    begun: datetime | None = None
    """From its head; None: it is no plan."""
    kind: str = ""
    """The command."""
    tasks: dict[str, None] = field(default_factory=dict)
    """Units, in their order."""
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    """By unit."""
    ended: bool = False
    """It came to its end in good order."""


def state_of(data: bytes) -> State:
    """Read a plan. A line that is torn or strange is passed over: its task is done once more, which does no harm.

    >>> state = state_of(b'{"begun": "2026-11-25T00:00:00+00:00"}\\n{"task": "a"}\\n{"task": "b"}\\n'
    ...                  b'{"done": "a", "exit": 0, "message": ""}\\n{"done": "b", "ex')
    >>> list(state.tasks), list(state.outcomes), state.ended
    (['a', 'b'], ['a'], False)
    """
    state = State()
    for line in data.split(b"\n"):
        try:
            said = json.loads(line)
            if "begun" in said:
                begun = datetime.fromisoformat(said["begun"])
                state.begun = begun if begun.tzinfo else begun.replace(tzinfo=UTC)
                state.kind = str(said.get("kind", ""))
            elif "task" in said:
                state.tasks[str(said["task"])] = None
            elif "done" in said:
                unit = str(said["done"])
                state.outcomes[unit] = Outcome(unit, int(said["exit"]), str(said["message"]))
            elif "ended" in said:
                state.ended = True
        except (ValueError, TypeError, KeyError):
            continue
    return state


def name_of(kind: str, arguments: Mapping[str, Any]) -> str:
    """What the plans of one and the same command have in common.

    >>> name_of("crawl", {"full": True}) == name_of("crawl", {"full": True}) != name_of("crawl", {"full": None})
    True
    """
    said = json.dumps(dict(arguments), sort_keys=True, default=str)
    return f"{kind}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


class Plan:
    """The tasks of one command, and their outcomes as they come. Get one from `begin`."""

    def __init__(self, path: Path, fd: int, units: Sequence[str], outcomes: dict[str, Outcome], disk: Disk) -> None:
        self.path = path
        """Its file."""
        self.units = tuple(units)
        """All of them, whoever does them."""
        self.outcomes = outcomes
        """What is done, in this run or before."""
        self.taken_up = len(outcomes)
        """How many were done by a coordinator that died."""
        self._known = frozenset(units)
        self._fd = fd
        self._disk = disk

    def left(self) -> list[str]:
        """Units without an outcome, in the order in which they were given."""
        return [unit for unit in self.units if unit not in self.outcomes]

    def done(self, outcome: Outcome) -> None:
        """Note, for good, how one ended. Twice is no harm: the last word holds."""
        if outcome.unit not in self._known:
            raise ArchiveError(f"{str(self.path)!r}: {outcome.unit!r} is no task of this plan; please report this")
        self._say([{"done": outcome.unit, "exit": outcome.exit, "message": outcome.message}])
        self.outcomes[outcome.unit] = outcome

    def end(self) -> list[str]:
        """Close the plan, and say which tasks have no outcome. With any of those it stays open for the next run."""
        lost = self.left()
        if not lost:
            self._say([{"ended": _now()}])
        self.leave()
        if not lost:
            _prune(self.path.parent)
        return lost

    def leave(self) -> None:
        """Let go of it as it is; the next run of the same command takes it up."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def _say(self, lines: Iterable[Mapping[str, Any]]) -> None:
        with telling(self.path, "noting an outcome"):
            write_all(self._disk, self._fd, b"".join(json.dumps(line).encode() + b"\n" for line in lines))
            self._disk.fsync(self._fd)


def begin(
    root: Path,
    kind: str,
    units: Sequence[str],
    arguments: Mapping[str, Any],
    *,
    now: datetime | None = None,
    disk: Disk | None = None,
) -> Plan:
    """A plan for *units*: the one whose coordinator died while it carried out the same command, or a new one.

    A unit that is new since then is added; an outcome of one that is no longer wanted is passed over.
    Raises ArchiveError where `.plans` cannot be written.
    """
    disk, now = disk or Disk(), now or datetime.now(UTC)
    folder, name = root / FOLDER, name_of(kind, arguments)
    with telling(folder, "making a plan"):
        disk.make_folder(folder)
        for path in sorted(folder.glob(f"{name}-*.jsonl"), reverse=True):
            try:
                fd = disk.open(path, os.O_RDWR | os.O_APPEND)
            except FileNotFoundError:  # another one has just tidied up
                continue
            if not _locked(fd):  # a coordinator is at work on it
                os.close(fd)
                continue
            # Read through this very descriptor: closing another one of the same file would give the lock away.
            data = os.pread(fd, os.fstat(fd).st_size, 0)
            state = state_of(data)
            if state.ended or not is_fresh(state, now):
                os.close(fd)
                continue
            wanted = set(units)
            done = {
                unit: outcome
                for unit, outcome in state.outcomes.items()
                if unit in wanted and outcome.exit != Exit.LOCKED  # whoever held it may be gone by now
            }
            plan = Plan(path, fd, units, done, disk)
            if data and not data.endswith(b"\n"):  # a torn line; ours must not be a part of it
                write_all(disk, fd, b"\n")
            plan._say({"task": unit} for unit in units if unit not in state.tasks)
            return plan
        while True:
            path = folder / f"{name}-{now.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}-{os.getpid()}.jsonl"
            with suppress(FileExistsError):
                fd = disk.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL)
                break
            now += timedelta(microseconds=1)
        fcntl.lockf(fd, fcntl.LOCK_EX)  # who looks whether there is something to take up holds it for a moment
        plan = Plan(path, fd, units, {}, disk)
        plan._say([{"begun": now.isoformat(), "kind": kind, "pid": os.getpid()}, *({"task": unit} for unit in units)])
        disk.sync_folder(folder)
        return plan


def is_fresh(state: State, now: datetime) -> bool:
    """Whether a plan that did not end may be taken up now."""
    return state.begun is not None and -CLOCKS_APART <= now - state.begun <= TAKEN_UP_WITHIN


@dataclass(frozen=True, slots=True)
class Open:
    """A plan that has not come to its end."""

    kind: str
    """The command."""
    begun: datetime
    """By the clock of whoever began it."""
    tasks: int
    """How many there are."""
    outcomes: tuple[Outcome, ...]
    """Of those that are done."""
    at_work: bool
    """Whether someone carries it out now; False: it broke off, and the next run of the same command takes it up."""

    def exits(self) -> Counter[int]:
        """How often each exit code."""
        return Counter(outcome.exit for outcome in self.outcomes)


def open_plans(root: Path, now: datetime) -> list[Open]:
    """The plans of *root* that have not come to their end and are not too old to be taken up, oldest first.

    Not for a process that carries one out: what is closed here would give its lock away.
    """
    found = []
    for path in (root / FOLDER).glob("*.jsonl"):
        with suppress(OSError), path.open("rb") as file:
            state = state_of(file.read())
            if state.begun is None or state.ended or not is_fresh(state, now):
                continue
            try:
                fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
                at_work = False
            except OSError:
                at_work = True
            done = tuple(state.outcomes[unit] for unit in state.tasks if unit in state.outcomes)
            found.append(Open(state.kind, state.begun, len(state.tasks), done, at_work))
    return sorted(found, key=lambda plan: plan.begun)


def forget(root: Path, kind: str, arguments: Mapping[str, Any], *, disk: Disk | None = None) -> None:
    """End the plans of this command whose coordinator died, as they are; what they had done is to be done again."""
    disk = disk or Disk()
    for path in (root / FOLDER).glob(f"{name_of(kind, arguments)}-*.jsonl"):
        with telling(path, "ending a plan"):
            fd = disk.open(path, os.O_RDWR | os.O_APPEND)
            try:
                if _locked(fd) and not state_of(os.pread(fd, os.fstat(fd).st_size, 0)).ended:
                    write_all(disk, fd, b'\n{"ended": "set aside by --anew"}\n')
                    disk.fsync(fd)
            finally:
                os.close(fd)


def _locked(fd: int) -> bool:
    for _ in range(3):
        with suppress(OSError):
            fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.05)  # `open_plans` holds it for a moment
    return False


def _prune(folder: Path) -> None:
    """Old plans go: those that ended, and those that are too old to be taken up."""
    with suppress(OSError):
        for path in sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            state = state_of(path.read_bytes())
            if state.ended or not is_fresh(state, datetime.now(UTC)):
                path.unlink()


def _now() -> str:
    return datetime.now(UTC).isoformat()


# --- who is set aside -------------------------------------------------------------------------------------------------


_Counts: TypeAlias = dict[str, dict[str, Any]]
"""What is set aside, or on its way there: its name to what is known of its crashes."""


class Poison:
    """Sites, and pieces of archives, whose own process crashed: `.plans/poison.json`. A good end clears a site's count.

    A worker that is lost with its machine is not counted here: it says nothing of the site.
    """

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self._path = root / FOLDER / "poison.json"
        self._disk = disk or Disk()

    def _read(self) -> _Counts:
        try:
            counts = json.loads(self._path.read_bytes())
        except (OSError, ValueError):  # lost or torn: they are tried again, three times at the most
            return {}
        return (
            {name: facts for name, facts in counts.items() if isinstance(facts, dict)}
            if isinstance(counts, dict)
            else {}
        )

    def _change(self, change: Callable[[_Counts], _Counts]) -> None:
        with telling(self._path, "noting a crash"):
            self._disk.make_folder(self._path.parent)
            lock = self._disk.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT)
            try:
                fcntl.lockf(lock, fcntl.LOCK_EX)
                counts = change(self._read())
                self._disk.replace(self._path, json.dumps(counts, ensure_ascii=False, indent=1).encode())
            finally:
                os.close(lock)

    def crashed(self, site: str, why: str) -> None:
        """Count one more crash of a site's crawl."""

        def count(counts: _Counts) -> _Counts:
            crashes = int(counts.get(site, {}).get("crashes", 0)) + 1
            return counts | {site: {"crashes": crashes, "why": why, "last": _now()}}

        self._change(count)

    def set_aside(self, piece: str, site: str, why: str) -> None:
        """Note a piece of a site's archive that crashed whatever read it as often as is allowed."""
        facts = {"crashes": CRASHES, "why": why, "last": _now(), "piece of": site}
        self._change(lambda counts: counts | {piece: facts})

    def clear(self, site: str) -> bool:
        """Forget the crashes of its crawls: one came to its end. False where there were none."""
        if site not in self._read():
            return False
        self._change(lambda counts: {name: facts for name, facts in counts.items() if name != site})
        return True

    def lift(self, site: str) -> bool:
        """Forget all of it, its pieces too, since someone says so. False where there was nothing."""

        def others(counts: _Counts) -> _Counts:
            return {name: facts for name, facts in counts.items() if site not in (name, facts.get("piece of"))}

        before = self._read()
        if others(before) == before:
            return False
        self._change(others)
        return True

    def aside(self) -> dict[str, str]:
        """Sites whose crawls are set aside, each with how often they crashed and why."""
        return {
            site: f"{facts['crashes']} times in a row, last: {facts.get('why', '')}"
            for site, facts in self._read().items()
            if "piece of" not in facts and facts.get("crashes", 0) >= CRASHES
        }

    def pieces(self) -> dict[str, str]:
        """Pieces of archives that are set aside, each with why."""
        return {name: str(facts.get("why", "")) for name, facts in self._read().items() if "piece of" in facts}

    def pieces_of(self) -> dict[str, list[str]]:
        """The same by site."""
        found: dict[str, list[str]] = {}
        for name, facts in self._read().items():
            if "piece of" in facts:
                found.setdefault(str(facts["piece of"]), []).append(name)
        return found
