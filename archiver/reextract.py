"""Captures read again by today's extractor: no network, no Scrapy. WARC -> Record.

Old revisions stay; what comes out otherwise becomes a new one whose change is 'reextracted'. Layouts of a profile apply
by the day of the capture, so that a page from before a redesign is read as it was then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from archiver.errors import ArchiveError, ArchiverError, PageError, StorageError, UsageError
from archiver.keeping import foreign
from archiver.keeping.archive import Archive, create_archive, open_archive
from archiver.keeping.captures import header_of, page_of, status_of
from archiver.keeping.catalogue import Catalogue
from archiver.keeping.kept import META
from archiver.keeping.manifest import digest_file
from archiver.keeping.parallel import Aside, Task, in_order
from archiver.keeping.rebuilding import first_day
from archiver.keeping.records import decode, encode, summarise
from archiver.keeping.rereading import derived_differently, read_new, reader_version, reread
from archiver.keeping.run import Run
from archiver.normalise import article_id, text_of
from archiver.shapes import CaptureRef, Exchange, Extractor, Page, Record
from archiver.sites import profile_named
from archiver.walking.canonical import key
from archiver.walking.identity import Seen, alike, identify, share_a_token, title_key

PIECE = 128
"""Records that one task reads at the most: half a second of work, so that its way to another machine (some 10 ms of
processor time on Dask) is cheap; an archive is cut into 16 pieces at least."""
PAGES = 32
"""Pages of an import that one task reads: they go with it, whole."""
SMALL_ARCHIVE = 64
"""Records that are read here: other processes would take longer to begin."""
SMALL = 1 << 20
"""Bytes of files to import that are read here, for the same reason."""

Progress = Callable[[int, int], None]
"""Called with (records done, records in all)."""


@dataclass(frozen=True, slots=True)
class Change:
    """What today's extractor reads otherwise in one article."""

    id: str
    """Of the article."""
    url: str
    """Its address."""
    fields: dict[str, tuple[Any, Any]]
    """Field to (kept, read today)."""
    summary: str
    """For people: 'byline: None → 'M.Hải'; body: +3 −0 words'."""


@dataclass(slots=True)
class Outcome:
    """What came of it."""

    run: str | None = None
    """The run that wrote the revisions; None after a dry run, and where there was nothing to write."""
    records: int = 0
    """Articles read again."""
    changed: int = 0
    """Of these, how many come out otherwise."""
    unreadable: list[str] = field(default_factory=list)
    """'ID: why' of those whose capture could not be read, or took its reader with it; they stay as they are."""
    fields: Counter[str] = field(default_factory=Counter)
    """Field to the number of articles in which it comes out otherwise."""


def reextract(
    archive: Archive | str | Path,
    *,
    now: datetime,
    dry_run: bool = False,
    profile: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    on_change: Callable[[Change], None] | None = None,
) -> Outcome:
    """Read the capture of every published article again, and keep what comes out otherwise as a new revision.

    With *dry_run* nothing is written; *on_change* is shown each difference either way. *profile* names the one to read
    with; None: the one that each record was read with. *workers* as in `in_order`.
    Raises SiteLocked where a run is at work, ArchiveError where nothing can be written.
    """
    archive = archive if isinstance(archive, Archive) else open_archive(archive)
    outcome = Outcome()
    if profile is not None:
        profile_named(profile)  # says which there are, before anything is read
    if dry_run:
        for change, _ in _changes(archive, outcome, profile, workers, progress):
            if on_change:
                on_change(change)
        return outcome
    with archive.begin(now) as run:
        for change, again in _changes(archive, outcome, profile, workers, progress):
            if on_change:
                on_change(change)
            run.keep(again)
            if run.kept % 512 == 0:
                run.commit()
        if run.kept or run.mended:
            outcome.run = run.id
            run.seal(
                {
                    "state": "done",
                    "what": "reextract",
                    "extractor": reader_version(),
                    "started_at": now.isoformat(),
                    "records": outcome.records,
                    "changed": outcome.changed,
                    "fields": dict(outcome.fields),
                    "unreadable": outcome.unreadable,
                }
            )
    return outcome


def _changes(
    archive: Archive, outcome: Outcome, profile: str | None, workers: int | None, progress: Progress | None
) -> Iterator[tuple[Change, Record]]:
    catalogue = Catalogue.for_reading(archive.path)
    try:
        places = catalogue.newest()
    finally:
        catalogue.close()

    # The last pieces of an archive must not leave a core without work for long.
    piece = max(4, min(PIECE, len(places) // 16))

    def tasks() -> Iterator[Task[_Read]]:
        for start in range(0, len(places), piece):
            yield _read_piece, (archive.path, places[start : start + piece], profile)

    for (_, arguments), read in in_order(tasks(), workers, small=len(places) <= SMALL_ARCHIVE, halves=_halves):
        if isinstance(read, Aside):
            read = _Read(len(arguments[1]), [_set_aside(archive, place, read.why) for place in arguments[1]])
        outcome.records += read.records
        outcome.unreadable += read.unreadable
        for line_before, line_after in read.changed:
            before, after = decode(line_before), decode(line_after)
            names = differing(before, after)
            outcome.changed += 1
            outcome.fields.update(names)
            values = {name: (getattr(before, name), getattr(after, name)) for name in names}
            summary = summarise(before, after) or ", ".join(names)
            yield Change(before.id, before.url, values, summary), after
        if progress is not None:
            progress(outcome.records, len(places))


def _halves(task: Task[Any]) -> list[Task[Any]]:
    """A piece of records, or of pages, in two; none where it is one."""
    read, arguments = task
    at = 2 if read is _read_pages else 1
    many, middle = arguments[at], len(arguments[at]) // 2
    parts = (many[:middle], many[middle:]) if middle else ()
    return [(read, (*arguments[:at], part, *arguments[at + 1 :])) for part in parts]


def _set_aside(archive: Archive, place: tuple[str, int, int], why: str) -> str:
    name, offset, length = place
    id = f"{name}, byte {offset}"
    with suppress(ValueError), (archive.path / name).open("rb") as file:
        file.seek(offset)
        id = decode(file.read(length)).id
    return f"{id}: set aside, since each time that it was read {why}"


@dataclass(slots=True)
class _Read:
    records: int = 0
    unreadable: list[str] = field(default_factory=list)
    changed: list[tuple[bytes, bytes]] = field(default_factory=list)
    """Lines as kept and as read today."""


def _read_piece(folder: Path, places: list[tuple[str, int, int]], profile: str | None) -> _Read:
    read = _Read()
    archive = open_archive(folder)
    for name, offset, length in places:
        with (folder / name).open("rb") as file:
            file.seek(offset)
            line = file.read(length)
        read.records += 1
        try:
            record = decode(line)
            extractor = Extractor(reader_version(), profile or record.extractor.profile)
            _, again = reread(archive.page(record.capture), record, extractor, archive.page)
        except StorageError:
            raise  # S3 is away: none of the others could be read either
        except (ArchiverError, ValueError) as error:
            id = f"{name}, byte {offset}"
            with suppress(ValueError):
                id = decode(line).id
            read.unreadable.append(f"{id}: {error}")
            continue
        if differing(record, again):
            read.changed.append((line, encode(replace(again, change="reextracted"))))
    return read


def differing(before: Record, after: Record) -> list[str]:
    """Names of the fields in which a second reading differs, as far as it is worth a revision.

    Not `found`, nor the wording of a problem: a better rule that finds the same thing says nothing new of the page.
    """
    names = set(derived_differently(before, after)) - {"found"}
    if [(p.code, p.field) for p in before.problems] == [(p.code, p.field) for p in after.problems]:
        names.discard("problems")
    return [f.name for f in fields(Record) if f.name in names]


# --- archives of what others crawled ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Imported:
    """What came of files that others had made."""

    path: Path
    """The archive."""
    run: str | None = None
    """The run that took them in; None where there was nothing to take."""
    captures: int = 0
    """Exchanges that were taken."""
    records: int = 0
    """Revisions that were read from them."""
    doubts: list[str] = field(default_factory=list)
    """What was passed over, where it stood, and why."""


def import_files(
    files: Iterable[str | Path],
    root: str | Path,
    *,
    now: datetime,
    slug: str | None = None,
    rights: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Make an archive of WARC and WACZ files (plain, gz, zstd), or add them to the one at *root*/*slug*.

    Every exchange is captured anew, with the day on which it was made; articles among them become records. A file that
    was imported before is passed over. *slug* None: made of the host of the first answer.
    Raises UsageError, and makes nothing, where a file cannot be read or is neither WARC nor WACZ, or nothing in them is
    an answer over HTTP.
    """
    paths = [Path(name) for name in files]
    for path in paths:
        foreign.check(path)
    doubts = foreign.Doubts(now)
    first = _first(paths)
    slug = slug or re.sub(r"[^a-z0-9.-]+", "-", (urlsplit(first.url).hostname or "").removeprefix("www.")).strip("-.")
    folder = Path(root) / slug
    if (folder / META).exists():
        archive = open_archive(folder)
    else:
        archive = create_archive(root, slug, url=first.url, now=now, rights=rights)
    imported = Imported(folder)
    known = {
        facts["sha256"]: name for name in archive.runs() for facts in archive.report(name).get("imported", {}).values()
    }
    taken: dict[str, dict[str, Any]] = {}
    bodies = foreign.Bodies()
    with archive.begin(now) as run:

        def tasks() -> Iterator[Task[list[bytes]]]:
            pages: list[tuple[CaptureRef, Page]] = []
            for path in paths:
                digest = digest_file(path)
                if digest in known:
                    doubts.note(path.name, f"it was imported before, by run {known[digest]}")
                    continue
                known[digest] = run.id
                before = imported.captures
                for exchange in _exchanges(path, doubts, bodies):
                    ref = run.capture(exchange)
                    imported.captures += 1
                    if (page := _promising(exchange)) is not None:
                        pages.append((ref, page))
                    if len(pages) >= PAGES:
                        yield _read_pages, (slug, run.id, pages)
                        pages = []
                taken[path.name] = {"sha256": digest, "captures": imported.captures - before}
            if pages:
                yield _read_pages, (slug, run.id, pages)

        articles = _Articles(archive, run)
        size = sum(path.stat().st_size for path in paths)
        for (_, arguments), lines in in_order(tasks(), workers, small=size <= SMALL, halves=_halves):
            if isinstance(lines, Aside):
                for _, page in arguments[2]:
                    doubts.note(page.url, f"captured, but not read: each time {lines.why}")
                continue
            for line in lines:
                imported.records += articles.keep(decode(line))
            run.commit()
            if progress is not None:
                progress(imported.captures, imported.captures)
        imported.doubts = doubts.lines()
        imported.records += articles.finish()
        if run.captured:
            _seal_import(run, now, taken, imported)
    return imported


def _seal_import(run: Run, now: datetime, taken: dict[str, dict[str, Any]], imported: Imported) -> None:
    imported.run = run.id
    run.seal(
        {
            "state": "done",
            "what": "import",
            "started_at": now.isoformat(),
            "imported": taken,
            "captures": imported.captures,
            "records": imported.records,
            "passed_over": imported.doubts,
        }
    )


@dataclass(frozen=True, slots=True)
class _Article:
    """What must be remembered of an article to know it again under another address."""

    id: str
    key: str
    title_key: str | None
    published: str | None
    text_digest: str


class _Articles:
    """Keeps what an import reads, and sees that an article with a print version, or two addresses, is one article.

    The evidence is the walk's own (`walking.identity`). Memory: some 500 bytes an article.
    """

    def __init__(self, archive: Archive, run: Run) -> None:
        self._run = run
        self._ids: set[str] = set()
        self._by_text: dict[str, list[_Article]] = {}
        self._by_title: dict[str, list[_Article]] = {}
        self._further: dict[str, list[str]] = {}
        for record in archive.latest():
            self._remember(record)

    def _remember(self, record: Record) -> None:
        if record.id not in self._ids:
            self._ids.add(record.id)
            day = first_day(record.published)
            known = _Article(record.id, key(record.url), title_key(record.title, day), day, record.text_digest)
            self._by_text.setdefault(known.text_digest, []).append(known)
            self._by_title.setdefault(known.title_key or "", []).append(known)

    def keep(self, record: Record) -> bool:
        """Whether a revision was written."""
        record = replace(record, id=record.id or article_id(record.site, record.url))
        home = None if record.id in self._ids else self._home(record)
        if home is not None:
            self._further.setdefault(home.id, []).append(record.url)
            return False
        self._remember(record)
        return self._run.keep(record) is not None

    def _home(self, record: Record) -> _Article | None:
        day, text = first_day(record.published), text_of(record.title, record.lead, record.body)
        seen = Seen(key(record.url), title_key(record.title, day), day, record.text_digest, len(text))
        found = identify(seen, None, None, self._by_text.get(seen.text_digest, [])[:20])
        if found is not None:
            return next(known for known in self._by_text[seen.text_digest] if known.id == found[0].id)
        for other in self._by_title.get(seen.title_key, [])[:8] if len(seen.title_key) > 30 else ():
            last = self._run.latest(other.id) if share_a_token(seen.key, other.key) else None
            if last is not None and alike(text, text_of(last.title, last.lead, last.body)):
                return other
        return None

    def finish(self) -> int:
        """Write down the further addresses, as the last thing before the run is sealed; revisions that took."""
        written = 0
        urls: dict[str, list[str]] = {}
        for id, more in self._further.items():
            last = self._run.latest(id)
            if last is None:
                continue
            urls[id] = sorted({*last.urls, *more} - {last.url})
            if last.run != self._run.id and set(urls[id]) - set(last.urls):
                written += self._run.keep(replace(last, urls=urls[id])) is not None
        self._run.amend({id: more for id, more in urls.items() if more})
        return written


def _first(paths: list[Path]) -> Exchange:
    """The first exchange of all: before anything is made, to know that there is one and whose it is."""
    doubts = foreign.Doubts()
    for path in paths:
        for exchange in _exchanges(path, doubts):
            return exchange
    names = ", ".join(repr(str(path)) for path in paths)
    why = "; ".join(doubts.lines()[:3])
    raise UsageError(f"{names}: no answer over HTTP in it that is whole{': ' + why if why else ''}. Nothing was made")


def _exchanges(path: Path, doubts: foreign.Doubts, bodies: foreign.Bodies | None = None) -> Iterator[Exchange]:
    """What is whole of a file; one that breaks off is taken as far as it goes."""
    try:
        yield from foreign.exchanges(path, doubts, bodies)
    except ArchiveError as error:
        doubts.note(path.name, "it breaks off; what came before is taken", str(error))


def _promising(exchange: Exchange) -> Page | None:
    """The page of an exchange, where it may be an article."""
    kind = (header_of(exchange.response, "Content-Type") or "text/html").lower()
    if status_of(exchange.response) != 200 or exchange.truncated or "html" not in kind:
        return None
    try:
        page = page_of(exchange)
    except PageError:
        return None
    return page if page.body else None


def _read_pages(slug: str, run: str, pages: list[tuple[CaptureRef, Page]]) -> list[bytes]:
    """Lines of the records of those that are articles."""
    records = (read_new(page, ref, slug, run, Extractor(reader_version())) for ref, page in pages)
    return [encode(record) for record in records if record is not None]
