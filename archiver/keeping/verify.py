"""Proof: everything an archive says of itself, checked against everything else it says.

Nothing here writes; docs/keeping.md lists the harms. Each file is read once; memory grows by one number an article.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO, Any

from archiver.errors import ArchiveError, ArchiverError, NewerArchive, OlderArchive, StorageError, UsageError
from archiver.keeping import captures as warc
from archiver.keeping import cdxj, manifest, schema
from archiver.keeping.archive import Archive, open_archive
from archiver.keeping.captures import Torn, WarcRecord
from archiver.keeping.disk import OPEN
from archiver.keeping.kept import META, Harm, read_at
from archiver.keeping.lease import read_lease
from archiver.keeping.parallel import Aside, Task, in_order
from archiver.keeping.records import decode, halves, lines_of, pieces
from archiver.keeping.rereading import derived_differently, reader_version, reread
from archiver.keeping.sealed import is_there, open_sealed, size_of
from archiver.normalise import text_digest
from archiver.shapes import CaptureRef, Extractor, Record

_SINCE = re.compile(r"(?:sha256:)?[0-9a-fA-F]{64}")

CHUNK = 1 << 17
"""Bytes of records that one task checks: a quarter of a second's work, so that no core is long without at the end."""


@dataclass(slots=True)
class Verdict:
    """What was checked, and what is wrong. It iterates over the harms."""

    harms: list[Harm] = field(default_factory=list)
    """Sorted by file and offset; empty where the archive is as it was sealed."""
    notes: list[str] = field(default_factory=list)
    """What is worth knowing and no harm: a run at work or to be mended, records that were not derived again."""
    files: int = 0
    """Sealed files whose digests were compared."""
    captures: int = 0
    """WARC records checked."""
    records: int = 0
    """Revisions checked."""
    derived: int = 0
    """Of these, read again from their captures and compared field by field."""
    manifest: str | None = None
    """'sha256:…' of the manifest: note it elsewhere, and give it to `since` some day."""

    def __iter__(self) -> Iterator[Harm]:
        return iter(self.harms)

    def __len__(self) -> int:
        return len(self.harms)

    def __bool__(self) -> bool:
        """True where there is harm, as of a list of harms."""
        return bool(self.harms)


@dataclass(slots=True)
class _Checked:
    """What one task found."""

    harms: list[Harm] = field(default_factory=list)
    digest: str = ""
    captures: int = 0
    records: int = 0
    derived: int = 0
    others: Counter[str] = field(default_factory=Counter)
    """Version of another reader to the number of records that it read."""
    size: int = 0
    chain: list[tuple[str, int, int]] = field(default_factory=list)
    """(id, revision, offset) in order."""


def verify(
    path: str | Path,
    *,
    since: str | None = None,
    derive: bool = True,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Verdict:
    """Check a whole archive; harms are returned, never raised, however damaged it is.

    *since* is a manifest's digest noted earlier: history before it must be what it was. *derive* reads every page again
    and compares with the records that this very version had made. *workers* processes (None: one a core; 1: none
    besides this one). *progress* is told (bytes done, bytes in all).
    Raises ArchiveError where the folder holds no archive, or one of a newer version; UsageError where *since* is no
    digest.
    """
    folder = Path(path)
    wanted = noted_digest(since) if since is not None else None
    verdict = Verdict()
    try:
        open_archive(folder)
    except (NewerArchive, OlderArchive):
        raise
    except ArchiveError as error:
        if not (folder / META).exists() and not (folder / manifest.NAME).exists():
            raise
        verdict.harms.append(Harm("meta-damaged", META, str(error)))
    entries = _check_manifest(folder, verdict, wanted)
    stated = {entry.path: entry.digest for entry in entries}
    reports = _check_reports(folder, entries, verdict)
    _check_presence(folder, stated, verdict)
    _check_contents(folder, stated, reports, verdict, derive, workers, progress)
    _name_articles(folder, verdict)
    verdict.harms.sort(key=lambda harm: (harm.file, harm.offset if harm.offset is not None else -1))
    return verdict


def noted_digest(text: str) -> str:
    """The 64 digits of a manifest's digest that someone noted. Raises UsageError: half a digest must accuse no one.

    >>> noted_digest("sha256:" + "AB" * 32) == "ab" * 32
    True
    """
    if not _SINCE.fullmatch(text):
        raise UsageError(
            f"{text!r} is no digest of a manifest: it has 64 hexadecimal digits, as 'archiver verify' prints it"
        )
    return text.removeprefix("sha256:").lower()


# --- the manifest, the runs' reports, the chain --------------------------------------------------------------------


def _check_manifest(folder: Path, verdict: Verdict, since: str | None) -> list[manifest.Entry]:
    name = manifest.NAME
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        verdict.harms.append(Harm("manifest-missing", name, f"it cannot be read: {error.strerror}"))
        return []
    verdict.manifest = "sha256:" + hashlib.sha256(data).hexdigest()
    entries, harms = manifest.parse(data)
    starts = [0]
    for line in data.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    for number, why in harms:
        code = "outside-path" if "leaves the archive" in why else "manifest-damaged"
        verdict.harms.append(Harm(code, name, f"line {number}: {why}", starts[number - 1]))
    seen: set[str] = set()
    for entry in entries:
        if entry.path in seen:
            verdict.harms.append(Harm("manifest-double", name, f"{entry.path!r} stands in it twice"))
        seen.add(entry.path)
    if since is not None:
        running = hashlib.sha256()
        known = {running.hexdigest()}
        for line in data.splitlines(keepends=True):
            running.update(line)
            known.add(running.hexdigest())
        if since not in known:
            what = f"no state of it ever had the digest {since!r}: what was sealed before that was noted was rewritten"
            verdict.harms.append(Harm("history-rewritten", name, what))
    return entries


def _check_reports(folder: Path, entries: list[manifest.Entry], verdict: Verdict) -> dict[str, dict[str, Any]]:
    """The runs' reports by path; each must name the manifest before it and the files that its lines name."""
    reports: dict[str, dict[str, Any]] = {}
    before = b""
    block: dict[str, str] = {}
    for number, entry in enumerate(entries):
        if not entry.path.startswith("runs/"):
            if number == 0 and entry.path == META:
                before = manifest.format_lines([entry])
            else:
                block[entry.path] = entry.digest
            continue
        report = _read_report(folder / entry.path)
        if report is not None:
            reports[entry.path] = report
            digest = "sha256:" + hashlib.sha256(before).hexdigest()
            if report.get("previous_manifest") != digest:
                what = (
                    f"it follows a manifest of digest {report.get('previous_manifest')!r}; before it stands {digest!r}"
                )
                verdict.harms.append(Harm("chain-broken", entry.path, what))
            listed = {path: facts.get("sha256") for path, facts in report["files"].items()}
            for path in sorted({p for p in {*listed, *block} if listed.get(p) != block.get(p)}):
                what = f"the manifest says {block.get(path)!r} of {path!r}, the run's report {listed.get(path)!r}"
                verdict.harms.append(Harm("chain-broken", entry.path, what))
        elif _is_file(folder / entry.path):
            verdict.harms.append(Harm("report-damaged", entry.path, "it is no JSON object that names files"))
        before += manifest.format_lines([*(manifest.Entry(d, p) for p, d in block.items()), entry])
        block = {}
    for path in block:
        verdict.harms.append(
            Harm("chain-broken", manifest.NAME, f"{path!r} belongs to no run: its report's line is gone")
        )
    return reports


def _read_report(path: Path) -> dict[str, Any] | None:
    """A run's report, of which 'files' has the shape that the rest relies on; None where it is no such thing."""
    if not _is_file(path):  # a named pipe would be waited for
        return None
    try:
        report = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):  # a deep nest of brackets is valid JSON
        return None
    if not isinstance(report, dict):
        return None
    files = report.setdefault("files", {})
    fits = isinstance(files, dict) and all(isinstance(facts, dict) for facts in files.values())
    return report if fits else None


def _is_file(path: Path) -> bool:
    """Path.is_file, and False for a name that is too long for the file system."""
    try:
        return path.is_file()
    except OSError:
        return False


def _is_there(folder: Path, name: str) -> bool:
    """Whether a sealed file is in the folder, or a capture on S3."""
    return _is_file(folder / name) or (name.endswith(".warc.gz") and is_there(folder / name))


def _size(folder: Path, name: str) -> int:
    return size_of(folder / name) if name.endswith(".warc.gz") else (folder / name).stat().st_size


def _check_presence(folder: Path, stated: dict[str, str], verdict: Verdict) -> None:
    present = {
        path.relative_to(folder).as_posix()
        for pattern in ("records/**/*", "captures/**/*", "runs/**/*")
        for path in folder.glob(pattern)
        if not path.is_dir()
    }
    for name in sorted(set(stated) - {META}):
        if not _is_there(folder, name):
            verdict.harms.append(Harm("missing-file", name, "the manifest names it and no such file is there"))
    if stated and META not in stated:
        verdict.harms.append(Harm("manifest-damaged", manifest.NAME, f"it has no line for {META}"))
    newest = max((Path(name).stem for name in stated if name.startswith("runs/")), default="")
    unnamed = [name for name in present - set(stated) if META in stated and _run_of(name) > newest]
    drafts = {_run_of(name) for name in unnamed if name.endswith(OPEN)}
    # A death in the midst of sealing leaves final names: of the last run alone, and its lease was not let go.
    ended = {_run_of(name) for name in unnamed} - drafts
    if ended and _is_held(folder):
        drafts.add(max(ended))
    for name in sorted(present - set(stated)):
        run = _run_of(name) or Path(name).name[:16]
        if name.endswith(OPEN) or run in drafts:
            at_work = "it is at work now" if _locked(folder) else "it died, and the next run will mend it"
            note = f"run {run} is not sealed: {at_work}"
            if note not in verdict.notes:
                verdict.notes.append(note)
        elif name == f"runs/{run}.json" and run in ended:
            what = f"run {run} came to its end, and the manifest names nothing of it: it was cut off, or not written"
            verdict.harms.append(Harm("manifest-cut", name, what))
        else:
            verdict.harms.append(Harm("unlisted-file", name, "it is there and the manifest does not name it"))
    folders = {path for path in folder.rglob("*") if path.is_dir()}  # rglob enters no linked folder
    held = [*(folder / name for name in {*present, META, manifest.NAME}), *folders]
    for name in sorted(path.relative_to(folder).as_posix() for path in held if path.is_symlink()):
        verdict.harms.append(Harm("outside-path", name, "a symbolic link; an archive holds its files itself"))


def _run_of(name: str) -> str:
    """The run that a file's name says; '' where it says none."""
    run = Path(name).name[:16]
    return run if run.endswith("Z") else ""


def _is_held(folder: Path) -> bool:
    """Whether whoever had the lease last did not let it go."""
    with suppress(OSError, ArchiveError):
        lease = read_lease(folder)
        return lease is not None and lease.state == "held"
    return False


def _locked(folder: Path) -> bool:
    try:
        fd = os.open(folder / ".lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(fd)
    return False


# --- contents ---------------------------------------------------------------------------------------------------------


def _check_contents(
    folder: Path,
    stated: dict[str, str],
    reports: dict[str, dict[str, Any]],
    verdict: Verdict,
    derive: bool,
    workers: int | None,
    progress: Callable[[int, int], None] | None,
) -> None:
    lines_of = {
        path: str(facts.get("lines", "")) for report in reports.values() for path, facts in report["files"].items()
    }
    names = [name for name in stated if _is_there(folder, name)]
    sizes = {name: _size(folder, name) for name in names}
    total, done = sum(sizes.values()), 0
    latest: dict[str, int] = {}
    others: Counter[str] = Counter()

    def tasks() -> Iterator[Task[_Checked]]:
        # captures first: they are few and long; records follow in small pieces and fill every core to the end
        for name in names:
            if name.endswith(".warc.gz"):
                yield _check_captures_there, (folder, name, stated[name])
        for name in names:
            if name.endswith(".jsonl"):
                for start, end in pieces(folder / name, CHUNK):
                    yield _check_records, (folder, name, start, end, derive)
        for name in names:
            if not name.endswith(".warc.gz"):
                yield _check_whole, (folder, name, lines_of.get(name, ""))

    revisions: list[tuple[str, _Checked]] = []
    for (_, arguments), checked in in_order(tasks(), workers, small=total <= 16 * CHUNK, halves=_halves):
        name = arguments[1]
        if isinstance(checked, Aside):
            offset = arguments[2] if isinstance(arguments[2], int) else None
            what = f"it could not be checked: {checked.why}, each time that it was tried; see what its bytes are"
            verdict.harms.append(Harm("not-checked", name, what, offset))
            continue
        verdict.harms += checked.harms
        verdict.captures += checked.captures
        verdict.records += checked.records
        verdict.derived += checked.derived
        others += checked.others
        if checked.chain:
            revisions.append((name, checked))
        if checked.digest:
            verdict.files += 1
            if checked.digest != stated[name]:
                verdict.harms.append(
                    Harm("changed-file", name, f"sha256 is {checked.digest}, sealed as {stated[name]}")
                )
        done += checked.size
        if progress is not None:
            progress(min(done, total), total)
    for name, checked in revisions:  # in the order of the manifest, that is, of writing
        for id, revision, offset in checked.chain:
            expected = latest.get(id, 0) + 1
            if revision != expected:
                code = "record-double" if revision < expected else "revision-missing"
                what = f"revision {revision} follows revision {expected - 1}"
                verdict.harms.append(Harm(code, name, what, offset, id))
            latest[id] = max(revision, latest.get(id, 0))
    if others:
        named = ", ".join(f"{version} ({count:,})" for version, count in others.most_common(3))
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        verdict.notes.append(
            f"{sum(others.values())} revisions were read by another reader, {named}{more}, and this one, "
            f"{reader_version()}, cannot derive them; what it reads is shown by: archiver reextract --dry-run"
        )


def _halves(task: Task[Any]) -> list[Task[Any]]:
    """A piece of records in two, none where it is one line, or a whole file."""
    if task[0] is not _check_records:
        return []
    folder, name, start, end, *rest = task[1]
    return [(task[0], (folder, name, *half, *rest)) for half in halves(folder / name, start, end)]


class _Hashed:
    """A file that is hashed while it is read on; after a leap the hash says nothing any more."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.sha256.update(data)
        return data

    def seek(self, offset: int) -> int:
        return self._file.seek(offset)


def _check_captures_there(folder: Path, name: str, sealed_as: str) -> _Checked:
    """The same as below, where the file may be on S3 and gone from there."""
    try:
        return _check_captures(folder, name, sealed_as)
    except FileNotFoundError:
        what = "it is neither in its folder nor on S3, where it was proved to be"
        return _Checked([Harm("missing-file", name, what)])


def _check_captures(folder: Path, name: str, sealed_as: str) -> _Checked:
    """One WARC file: framing, records, digests, what revisits refer to, and its index."""
    checked = _Checked()
    harms = checked.harms
    path = folder / name
    plain = path.name
    index = cdxj.Growing()
    waiting: str | None = None
    with closing(index), open_sealed(path, anew=True) as file:  # a copy remembered here proves nothing of what is there
        hashed = _Hashed(file)
        first = True
        for found in warc.scan(hashed):
            if isinstance(found, Torn):
                harms.append(Harm("capture-torn", name, found.why, found.offset))
                continue
            checked.captures += 1
            for why in warc.check_digests(found):
                harms.append(Harm("capture-digest", name, why, found.offset))
            if first and (found.type != "warcinfo" or found.get("WARC-Filename") != plain):
                what = f"it opens with {found.type!r} of {found.get('WARC-Filename')!r}, not as {plain!r}"
                harms.append(Harm("capture-swapped", name, what, found.offset))
            first = False
            if found.type == "request" and found.get("WARC-Concurrent-To") != waiting:
                harms.append(Harm("capture-order", name, "a request that does not follow its answer", found.offset))
            waiting = found.get("WARC-Record-ID") if found.type in ("response", "revisit") else None
            if found.type == "revisit":
                why_lost = _lost(folder, found)
                if why_lost:
                    harms.append(Harm("revisit-lost", name, why_lost, found.offset))
            if (line := cdxj.line(found, plain)) is not None:
                index.add(line)
        while hashed.read(CHUNK):
            pass
        if not any(harm.code == "capture-torn" for harm in harms):
            _check_index(folder, name, index.pieces(), harms)
    checked.size = size_of(path)
    checked.digest = hashed.sha256.hexdigest()
    if any(harm.code == "capture-torn" for harm in harms):
        with open_sealed(path, anew=True) as file:  # it was read in leaps
            checked.digest = hashlib.file_digest(file, "sha256").hexdigest()
        return checked
    if checked.digest != sealed_as and not harms:
        what = "its gzip header is not as we write it"
        harms += [Harm("capture-header", name, what, offset) for offset in _odd_headers(path)]
    return checked


def _odd_headers(path: Path) -> list[int]:
    """Offsets of members whose ten header bytes differ from ours: no checksum of gzip's covers them."""
    odd = []
    with open_sealed(path) as file:
        for offset, _, _ in list(warc.members(file)):
            file.seek(offset)
            if file.read(len(warc.MEMBER)) != warc.MEMBER:
                odd.append(offset)
    return odd


def _lost(folder: Path, revisit: WarcRecord) -> str | None:
    name = revisit.get("WARC-Refers-To-Filename") or ""
    offset = revisit.get("WARC-Refers-To-File-Offset") or ""
    if not manifest.inside(name) or "/" in name or not offset.isdecimal():
        return f"it refers to {name!r} at {offset!r}"
    try:
        original = read_at(folder / "captures" / name[:4] / name, int(offset))
    except StorageError:
        raise  # S3 is away: that is no harm to the archive
    except (OSError, ArchiveError) as error:
        return f"what it repeats, {name!r} at byte {offset}, cannot be read: {error}"
    if original.get("WARC-Payload-Digest") != revisit.get("WARC-Payload-Digest"):
        return f"what it repeats, {name!r} at byte {offset}, has another payload"
    return None


def _check_index(folder: Path, name: str, expected: Iterator[bytes], harms: list[Harm]) -> None:
    """Compare the index with what the captures give, a piece of each at a time."""
    index = name.removesuffix(".warc.gz") + ".cdxj"
    offset, line = 0, 1
    try:
        with (folder / index).open("rb") as file:
            for piece in chain(expected, iter(lambda: b"", None)):
                actual = file.read(len(piece) or 1)
                if not piece and not actual:
                    return
                if actual != piece:
                    same = next((n for n, (a, b) in enumerate(zip(actual, piece, strict=False)) if a != b), None)
                    same = same if same is not None else min(len(actual), len(piece))
                    offset, line = offset + same, line + piece[:same].count(b"\n")
                    harms.append(Harm("index-differs", index, f"line {line} is not what {name!r} gives", offset))
                    return
                offset, line = offset + len(piece), line + piece.count(b"\n")
    except OSError:
        return  # missing-file says so


def _check_whole(folder: Path, name: str, lines: str) -> _Checked:
    """Digest of one file; of records also which lines are not those that were sealed."""
    checked = _Checked(digest=manifest.digest_file(folder / name))
    if name.endswith(".jsonl") and lines:
        expected = [lines[n : n + 8] for n in range(0, len(lines), 8)]
        with (folder / name).open("rb") as file:
            actual, starts, at = [], [], 0
            for line in file:
                actual.append(hashlib.sha256(line).hexdigest()[:8])
                starts.append(at)
                at += len(line)
            starts.append(at)
            if actual != expected:
                place = next(
                    (n for n, (a, b) in enumerate(zip(actual, expected, strict=False)) if a != b),
                    min(len(actual), len(expected)),
                )
                id = None
                if place < len(actual):
                    file.seek(starts[place])
                    with suppress(ValueError, ArchiveError):
                        id = decode(file.readline()).id
                count = f"{len(actual)} lines, sealed with {len(expected)}; " if len(actual) != len(expected) else ""
                what = f"{count}line {place + 1} is not the one that was sealed"
                checked.harms.append(Harm("record-changed", name, what, starts[place], id))
    if not name.endswith(".jsonl"):
        checked.size = (folder / name).stat().st_size
    return checked


def _check_records(folder: Path, name: str, start: int, end: int, derive: bool) -> _Checked:
    """A piece of records: schema, digest of the text, the capture that each points at, and what is read there today."""
    checked = _Checked(size=end - start)
    harms = checked.harms
    archive: Archive | None = None
    with suppress(ArchiveError):
        archive = open_archive(folder)
    for at, line in lines_of(folder / name, start, end):
        try:
            if not line.endswith(b"\n"):
                raise ValueError("the line has no end")
            record = decode(line)
        except (ValueError, ArchiveError) as error:
            harms.append(Harm("record-unreadable", name, str(error), at))
            continue
        checked.records += 1
        checked.chain.append((record.id, record.revision, at))
        found = _contradictions(folder, record, Path(name).stem, archive)
        if lost := _pointer(folder, record.capture, record.capture.digest):
            found.append(("capture-pointer", lost))
        harms += [Harm(code, name, why, at, record.id) for code, why in found]
        if derive and not lost and archive is not None and record.status == "published":
            if record.extractor.version == reader_version():
                _derive(archive, name, at, record, checked)
            else:
                checked.others[record.extractor.version] += 1
    return checked


def _contradictions(folder: Path, record: Record, run: str, archive: Archive | None) -> list[tuple[str, str]]:
    """(code, what) of all in which a record contradicts its schema, its file, the archive, itself, or its documents."""
    found = [("record-schema", why) for why in schema.against_patterns(record)]
    if record.run != run:
        found.append(("record-run", f"it says that run {record.run!r} wrote it"))
    if archive is not None and record.site != archive.slug:
        found.append(("record-site", f"it says that its site is {record.site!r}"))
    if text_digest(record.title, record.lead, record.body) != record.text_digest:
        found.append(("record-text", "its text is not that of its text_digest"))
    for what, papers in (("attachment", record.attachments), ("image", record.images)):
        for paper in papers:
            if paper.capture is not None and (why_not := _pointer(folder, paper.capture, paper.digest)):
                found.append(("capture-pointer", f"{what} {paper.url!r}: {why_not}"))
    return found


def _pointer(folder: Path, ref: CaptureRef, digest: str | None) -> str | None:
    """Why the capture is not where the record says; its own bytes are proved by the pass over its file."""
    if not manifest.inside(ref.file) or not ref.file.startswith("captures/"):
        return f"its capture {ref.file!r} would lie outside the archive"
    try:
        with open_sealed(folder / ref.file) as file:
            found = next(warc.heads(file, ref.offset), None)
            file.seek(ref.offset + ref.length)
            after = file.read(len(warc.MEMBER))
    except StorageError:
        raise
    except (OSError, Torn) as error:
        return f"its capture {ref.file!r} at byte {ref.offset} cannot be read: {error}"
    if found is None or found.get("WARC-Type") not in ("response", "revisit"):
        return f"at byte {ref.offset} of {ref.file!r} stands no answer"
    if found.get("WARC-Payload-Digest") != ref.digest or digest != ref.digest:
        return f"its capture has the payload {found.get('WARC-Payload-Digest')!r}, not {digest!r}"
    if after not in (b"", warc.MEMBER):
        return f"its capture does not end after {ref.length} bytes"
    return None


def _derive(archive: Archive, name: str, at: int, record: Record, checked: _Checked) -> None:
    try:
        page = archive.page(record.capture)
        extractor = Extractor(record.extractor.version, record.extractor.profile)
        _, again = reread(page, record, extractor, archive.page)
    except StorageError:
        raise
    except ArchiverError as error:
        checked.harms.append(Harm("derive-failed", name, str(error), at, record.id))
        return
    checked.derived += 1
    differs = derived_differently(record, again)
    if differs:
        what = f"read again from its capture, these fields come out otherwise: {', '.join(differs)}"
        checked.harms.append(Harm("derive-differs", name, what, at, record.id))


def _name_articles(folder: Path, verdict: Verdict) -> None:
    """Give each harm of a capture the article that was read from it."""
    wanted = {harm.file for harm in verdict.harms if harm.id is None and harm.file.endswith(".warc.gz")}
    if not wanted:
        return
    readers: dict[str, list[tuple[int, int, str]]] = {name: [] for name in wanted}
    for path in sorted(folder.glob("records/*/*.jsonl")):
        for _, line in lines_of(path):
            with suppress(ValueError, ArchiveError):
                record = decode(line)
                if record.capture.file in wanted:
                    place = (record.capture.offset, record.capture.length, record.id)
                    readers[record.capture.file].append(place)
    for number, harm in enumerate(verdict.harms):
        if harm.id is None and harm.offset is not None:
            for offset, length, id in readers.get(harm.file, ()):
                if offset <= harm.offset < offset + length:
                    verdict.harms[number] = Harm(harm.code, harm.file, harm.detail, harm.offset, id)
                    break
