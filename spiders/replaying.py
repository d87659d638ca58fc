"""Runs walked once more, with their captures in the place of the site: nobody is asked anything.

Two things are made of it. What a killed run had captured and not yet taken in is taken in (`settle`), so that only what
was in flight is asked again. And a ledger that was lost is made again by walking every run once more, in order
(`remake`): it is the work of the same walker on the same answers, so validators, digests, schedules, tombstones,
listings and what was learned of addresses come out as they were.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec
from scrapy import Request
from w3lib.url import safe_url_string

from archiver.errors import ArchiveError, PageError
from archiver.keeping import Archive, Run
from archiver.keeping.captures import body_start, header_of, page_of, status_of, undecoded
from archiver.keeping.ledger import Known, KnownDocument, Ledger
from archiver.keeping.mend import Mended
from archiver.keeping.rebuilding import rebuild
from archiver.politeness import RobotsRules, robots_answer
from archiver.shapes import Attachment, AttachmentRecord, CaptureRef, Exchange, Page, Record
from archiver.walking import schedule
from archiver.walking.canonical import key, pattern, same_site
from archiver.walking.doors import ending
from archiver.walking.requisites import of_style
from archiver.walking.source import Source
from pipelines.items import Item
from pipelines.manners import unfinished
from pipelines.record import record_of
from spiders.forms import form_request, source_request
from spiders.verdicts import Answer, Ask, Verdict
from spiders.walker import Walker

WALKED, WHOLE = "run", "whole"
"""Facts of the ledger: the run that wrote it last, and the last one whose every answer it has taken in."""
_WINDOW = 8
_WAITING = 2000
FILES_AT_MOST = 50
"""Documents of one article, and as many images."""
_HOPS = 5
_TRIED_AGAIN = frozenset((408, 429, 500, 502, 503, 504, 522, 524))
_LEADS_ON = frozenset((301, 302, 303, 307, 308))


class _InFlight(Exception):
    """What is needed to take an answer in had not come when the run died: it is asked again as a whole."""


@dataclass(slots=True)
class _Entry:
    """One exchange, as the index has it."""

    ref: CaptureRef
    url: str
    key: str
    moment: float
    """When it was asked: seconds since 1970, whole ones."""
    number: int
    """Its place in the run."""
    used: bool = False


@dataclass(slots=True)
class Settled:
    """What came of it."""

    answers: int = 0
    """Captured answers that were taken in."""
    items: list[Item] = field(default_factory=list)
    """Articles whose record had not become durable, and was made of the capture."""


@dataclass(frozen=True, slots=True)
class _Came:
    """An answer, before anyone knows whose."""

    entry: _Entry
    exchange: Exchange
    hops: tuple[str, ...]
    at: datetime
    cut: bool

    def answer(self, known: Known, *, walk: str | None = None) -> Answer:
        """The same as the spider hands it to the walker."""
        cut = self.cut or undecoded(self.exchange.response)
        try:
            page = page_of(self.exchange)
        except PageError:  # a coding that we cannot undo: it was handed on as it came
            raw = self.exchange.response
            page, cut = Page(self.entry.url, raw[body_start(raw) :], status=status_of(raw) or 0), True
        return Answer(
            known,
            replace(page, url=self.entry.url, fetched_at=self.at),
            self.entry.ref,
            hops=self.hops,
            etag=header_of(self.exchange.response, "ETag") or None,
            modified=header_of(self.exchange.response, "Last-Modified") or None,
            cut=cut,
            walk=walk,
        )


class _Replayer(Walker):
    """A walker that never spares what was in fact asked."""

    was_asked: Callable[[str], bool] = staticmethod(lambda _: False)

    def _spared(self, known: Known) -> bool:
        # Twice: every 25th that might be spared is asked to be sure, and it was not this one.
        return not self.was_asked(known.key) and (super()._spared(known) or super()._spared(known))


MakeWalker = Callable[..., Walker]
"""Called with the class, a clock and what looks up the latest record of an article: a walker of this site."""


class Replay:
    """One run, played again into a ledger."""

    def __init__(
        self, archive: Archive, run: str, make: MakeWalker, book: Run, *, keeps: bool = False, begun: bool = False
    ) -> None:
        self.archive, self.run = archive, run
        self.book, self.keeps = book, keeps
        self.settled = Settled()
        self._entries = list(_entries(archive, run))
        self._waiting: dict[str, deque[_Entry]] = defaultdict(deque)
        for entry in self._entries:
            self._waiting[entry.key].append(entry)
        report = _report(archive, run)
        self._interrupted = _died(archive, run)
        self._now = _moment(report.get("started_at")) or datetime.strptime(run, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        self._miscounting: set[str] = set()
        self._rules: dict[str, RobotsRules] = {}
        self._code: dict[str, str] = {}
        self._fetched: dict[int, Source | None] = {}
        """What the scripts of pages fetch that need not be asked themselves, by the id of the page."""
        self._begun = begun
        full, since = bool(report.get("full")), night_of(archive, run, self._now)
        self.walker = make(_Replayer, clock=lambda: self._now, latest=self._latest, full=full, since=since)
        assert isinstance(self.walker, _Replayer)
        self.walker.was_asked = lambda spelled: bool(self._left(spelled))
        if begun:
            self.walker.run_number -= 1
        self.ledger = self.walker.ledger
        self._stopped = str(report.get("stopped_by") or "")

    def _latest(self, id: str) -> Record | None:
        """What was kept of an article by the end of this run."""
        if self.keeps:
            return self.book.latest(id)
        return next((record for record in reversed(self.book.revisions(id)) if record.run <= self.run), None)

    def play(self) -> Settled:
        """Take in what the ledger has not taken in yet."""
        if not self._begun:
            self.walker.begin()
        for entry in self._entries:
            if entry.used:
                continue
            if not self._begun:
                self.walker.waiting(_WINDOW, {})
            if urlsplit(entry.url).path == "/robots.txt" and self.ledger.find_key(entry.key) is None:
                self._robots(entry)
                continue
            known, source = self.ledger.find_key(entry.key), None
            if known is None and (behind := self._unasked(entry)) is not None:
                known, source = behind
            if known is None or not (self._awaits(known, entry) or self._breaks_off(known)):
                continue
            if source is None and not self._request(entry).startswith(b"GET "):
                continue  # a form: the page that it stood on asks for it
            self.walker.keep_lessons()
            self.ledger.commit()
            try:
                self._take_in(known, entry, source)
            except _InFlight:
                self.ledger.rollback()
        if self._stopped == "finished":
            self._spare_the_rest()
        self.walker.end("signal" if self._interrupted else "budget" if self._stopped not in ("", "finished") else None)
        return self.settled

    def _awaits(self, known: Known, entry: _Entry) -> bool:
        """Whether the ledger does not know yet what came of it."""
        return known.queued is not None and (known.asked or 0.0) < entry.moment + 1.0

    def _breaks_off(self, known: Known) -> bool:
        """Whether the walk through a listing behind forms was under way: its first page is read again."""
        if not self._begun or known.kind not in ("listing", "start"):
            return False
        listing = self.ledger.listing(known.key)
        return listing is not None and (listing.walked or 0.0) < self.walker.began.timestamp()

    def _spare_the_rest(self) -> None:
        """A run that came to its end had asked or spared all that waited; what is left now came to nothing."""
        while chosen := self.walker.waiting(_WINDOW, {}):
            for known in chosen:
                rules = self._rules.get(_origin(known.url))
                self.walker.failed(known, "no-answer" if rules is None or rules.allow(known.url) else "robots")

    # --- answers ----------------------------------------------------------------------------------------------------

    def _left(self, spelled: str) -> list[_Entry]:
        """Exchanges of that address that nobody has taken yet, in order."""
        waiting = self._waiting.get(spelled)
        while waiting and waiting[0].used:
            waiting.popleft()
        return [entry for entry in waiting or () if not entry.used]

    def _request(self, entry: _Entry) -> bytes:
        with suppress(ArchiveError, ValueError):
            return self.archive.exchange(entry.ref).request
        return b""

    def _read(self, entry: _Entry) -> Exchange:
        try:
            exchange = self.archive.exchange(entry.ref)
        except (ArchiveError, ValueError) as error:  # `verify` tells of it; the site is asked again
            raise _InFlight from error
        self._now = max(self._now, exchange.finished_at or exchange.started_at)
        return exchange

    def _unasked(self, entry: _Entry) -> tuple[Known, Source] | None:
        """The article that waits, and whose page was not asked, since its script fetches just what *entry* holds."""
        if not self.walker.shells.any_trusted:
            return None
        for known in self.ledger.waiting(_WAITING):
            if known.id not in self._fetched:
                self._fetched[known.id] = self.walker.shells.foretold(pattern(known.url), known.url)
            source = self._fetched[known.id]
            if source is not None and key(source.address if source.method == "GET" else source.url) == entry.key:
                found = self._matching(source_request(source))
                if found is entry:
                    return known, source
        return None

    def _take_in(self, known: Known, entry: _Entry, source: Source | None = None) -> None:
        came = self._final(entry)
        if isinstance(came, str):
            self.walker.failed(known, came)
            return
        self.settled.answers += 1
        answer = came.answer(known)
        if source is not None:
            answer = replace(answer.drawn_for(known.url, source), foretold=True)
        self._follow(known, answer, self.walker.answer(answer))

    def _final(self, entry: _Entry) -> _Came | str:
        """What the spider saw in the end: redirects followed, failed tries passed over; or the kind of its failure."""
        hops: list[str] = []
        while True:
            entry.used = True
            exchange = self._read(entry)
            status = status_of(exchange.response)
            if status is None:
                raise _InFlight
            cut = exchange.truncated is not None
            if status in _TRIED_AGAIN or cut:
                again = next((one for one in self._left(entry.key) if one.number > entry.number), None)
                host = urlsplit(entry.url).hostname or ""
                if again is not None:
                    if cut and again.ref.digest == entry.ref.digest:
                        self._miscounting.add(host)
                    entry = again
                    continue
                if self._interrupted:
                    raise _InFlight  # it would have been tried again
                raw = exchange.response
                cut = cut and (host not in self._miscounting or unfinished(raw[body_start(raw) :]))
            location = header_of(exchange.response, "Location")
            if status not in _LEADS_ON or location is None:
                return _Came(entry, exchange, tuple(hops), self._now, cut)
            hops.append(entry.url)
            target = urljoin(entry.url, safe_url_string(location))
            if not same_site(target, self.walker.hosts):
                return "off-site"
            following = next((one for one in self._left(key(target)) if one.number > entry.number), None)
            if following is None and self.walker.arrived(target):
                return _Came(replace(entry, url=target), exchange, tuple(hops), self._now, cut=False)
            if following is None and self._interrupted:
                raise _InFlight
            if following is None or len(hops) > _HOPS:
                return "redirects"
            entry = following

    def _follow(self, known: Known, answer: Answer, verdict: Verdict) -> None:
        """What the spider does of a verdict, with what was captured."""
        if verdict.scripts:
            answer = replace(answer, scripts=self._script(verdict.scripts))
            verdict = self.walker.answer(answer)
        if verdict.fetch is not None:
            verdict = self._drawn(verdict, answer, known)
        if verdict.check is not None:
            verdict = self.walker.checked(verdict, alive=self._alive(verdict.check))
        if verdict.item is not None:
            self._kept(verdict.item, verdict)
        for ask in verdict.asks:
            self._form(ask, known)

    def _matching(self, request: Request) -> _Entry | None:
        """The captured exchange of *request*, to the letter of its body."""
        for entry in self._left(key(request.url)):
            asked = self._request(entry)
            if asked.split(b" ", 1)[0] == request.method.encode() and asked[body_start(asked) :] == request.body:
                return entry
        return None

    def _form(self, ask: Ask, known: Known) -> None:
        entry = self._matching(form_request(ask))
        if entry is None:
            if ask.opens and (unopened := self.ledger.find(ask.opens)) is not None:
                self.walker.came_back(unopened)
            return  # the walk is put away, unfinished, and begun anew by the next run
        with suppress(_InFlight):
            came = self._final(entry)
            opened = self.ledger.find(ask.opens) if ask.opens else None
            if isinstance(came, str):
                if opened is not None:
                    self.walker.failed(opened, came)
                else:
                    self.walker.lost_turn(ask.walk, came)
                return
            self.settled.answers += 1
            answer = came.answer(known, walk=ask.walk) if opened is None else came.answer(known := opened)
            self._follow(known, answer, self.walker.answer(answer))

    def _script(self, files: tuple[str, ...]) -> str:
        for url in files:
            entry = next(iter(self._left(key(url))), None) if url not in self._code else None
            if entry is None and url not in self._code and self._interrupted:
                raise _InFlight
            came = self._final(entry) if entry is not None else ""
            if url not in self._code or entry is not None:
                body = b"" if isinstance(came, str) else page_of(came.exchange).body
                self._code[url] = body.decode("utf-8", "replace")
        return "\n".join(self._code[url] for url in files)

    def _drawn(self, verdict: Verdict, shell: Answer, known: Known) -> Verdict:
        assert verdict.fetch is not None
        entry = self._matching(source_request(verdict.fetch))
        if entry is None and self._interrupted:
            raise _InFlight
        came = self._final(entry) if entry is not None else ""
        status = None if isinstance(came, str) else status_of(came.exchange.response)
        if isinstance(came, str) or not self.walker.speaks_of(known, status):
            return self.walker.undrawn(known, status)
        return self.walker.answer(came.answer(known).drawn_for(shell.page.url, verdict.fetch))

    def _alive(self, url: str) -> bool:
        if self.walker.redesigned:
            return False
        entry = next(iter(self._left(key(url))), None)
        if entry is None and self._interrupted:
            raise _InFlight
        came = self._final(entry) if entry is not None else ""
        if isinstance(came, str):
            return False
        return (status_of(came.exchange.response) or 999) < 400 and came.entry.key == key(url)

    def _robots(self, entry: _Entry) -> None:
        entry.used = True
        with suppress(_InFlight, PageError):
            exchange = self._read(entry)
            origin = _origin(entry.url)
            rules = self._rules[origin] = robots_answer(status_of(exchange.response), page_of(exchange).body)
            self.walker.robots(rules.sitemaps, origin)

    # --- articles ---------------------------------------------------------------------------------------------------

    def _kept(self, item: Item, verdict: Verdict) -> None:
        """Keep the record where the run had died before; in a ledger that is remade, see that there is one."""
        known = self.book.revisions(item.id) if item.id else []
        there = any(record.capture == item.capture for record in known)
        item.attachments = self._files(verdict, must=self._interrupted and not there)
        if there:
            return
        if not self.keeps:
            if not any(record.run <= self.run for record in known) and item.status != "gone":
                raise _InFlight  # its record is lost: the page is asked again
            return
        item.record = record_of(
            item, site=self.walker.slug, run=self.book.id, latest=self.book.latest, page_of=self.archive.page
        )
        if item.record is not None:
            item.kept = self.book.keep(item.record)
            self.settled.items.append(item)

    def _files(self, verdict: Verdict, *, must: bool) -> dict[str, AttachmentRecord]:
        """Documents and images that were captured; where they *must* be and one is not, the page is asked again."""
        kept: dict[str, AttachmentRecord] = {}
        papers = [*verdict.documents[:FILES_AT_MOST]]
        papers += [Attachment(image.url, "") for image in verdict.images[:FILES_AT_MOST]]
        for paper in papers:
            known, asked = self._file(paper)
            if known is None and must and not asked:
                raise _InFlight
            if known is not None and known.digest and known.capture:
                kept[paper.url] = AttachmentRecord(
                    url=paper.url,
                    name=paper.name,
                    media_type=known.media_type or paper.media_type,
                    bytes=known.bytes,
                    digest=known.digest,
                    capture=CaptureRef(**json.loads(known.capture)),
                )
        named = list(verdict.requisites)
        while named:
            self._file(Attachment(named.pop(), ""), named)
        return kept

    def _file(self, paper: Attachment, named: list[str] | None = None) -> tuple[KnownDocument | None, bool]:
        """(what is known of a file beside the pages, whether this run had asked for it); *named*: by a style sheet."""
        before = self.ledger.document(paper.url)
        entry = next(iter(self._left(key(paper.url))), None)
        if entry is None:
            return before, False
        came = self._final(entry)
        if isinstance(came, str):
            return before, True
        answer, now = came.exchange.response, self._now.timestamp()
        status = status_of(answer)
        if status == 304 and before is not None:
            self.ledger.keep_document(replace(before, asked=now))
            return before, True
        said = (header_of(answer, "Content-Type") or "").partition(";")[0].strip().lower()
        if status != 200 or (said == "text/html" and ending(paper.url) not in ("htm", "html")):
            return before, True
        try:
            body = page_of(came.exchange).body
        except PageError:
            body = answer[body_start(answer) :]
        if named is not None and said == "text/css":
            named += of_style(body[:1_000_000].decode("utf-8", "replace"), came.entry.url)
        document = KnownDocument(
            key(paper.url),
            paper.url,
            said or paper.media_type,
            len(body),
            came.entry.ref.digest,
            json.dumps(asdict(came.entry.ref)),
            header_of(answer, "ETag") or None,
            header_of(answer, "Last-Modified") or None,
            now,
        )
        self.ledger.keep_document(document)
        return document, True


def settle(archive: Archive, ledger: Ledger, run: Run, make: MakeWalker) -> Settled:
    """Take in what the last runs had captured when they died; the records that are missing are kept by *run*."""
    last, whole = ledger.meta(WALKED), ledger.meta(WHOLE)
    settled = Settled()
    dead = {mended.run for mended in run.mended if mended.run}
    runs = [name for name in archive.runs() if _is_crawl(archive, name)]
    todo = [name for name in runs if name in dead or last is None or name >= last]
    for name in todo:
        if name == whole:
            continue
        begun = last is not None and name <= last
        replay = Replay(archive, name, make, run, keeps=name == todo[-1] and _died(archive, name), begun=begun)
        came = replay.play()
        if not begun:
            ledger.set_meta(WALKED, name)
        run.commit()
        ledger.commit()
        settled.answers += came.answers
        settled.items += came.items
        if came.answers:
            what = (
                f"{came.answers} answers that it had captured and not yet taken in were taken in;"
                f" {sum(item.kept is not None for item in came.items)} revisions were kept from them"
            )
            run.mended.append(Mended(name, "ledger.sqlite", what))
    return settled


def remake(archive: Archive, ledger: Ledger, run: Run, make: MakeWalker) -> Settled:
    """Fill an empty *ledger* by walking every run of *archive* again; what no walk explains comes from the records."""
    settled = Settled()
    names = [name for name in archive.runs() if _is_crawl(archive, name)]
    for name in names:
        replay = Replay(archive, name, make, run, keeps=name == names[-1] and _died(archive, name))
        came = replay.play()
        ledger.set_meta(WALKED, name)
        run.commit()
        ledger.commit()
        settled.answers += came.answers
        settled.items += came.items
    rebuild(ledger, archive)
    return settled


def night_of(archive: Archive, run: str, began: datetime) -> datetime:
    """When the work of the night began in which *run* *began*: with the first killed run that it goes on from."""
    for name in reversed([name for name in archive.runs() if name < run]):
        report = _report(archive, name)
        before = datetime.strptime(name, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        if report.get("state") != "interrupted" or began - before > schedule.NIGHT:
            break
        began = before
    return began


def _is_crawl(archive: Archive, run: str) -> bool:
    return "what" not in _report(archive, run)


def _died(archive: Archive, run: str) -> bool:
    """Whether a run was killed; whoever mended it, be it `verify --mend`, `reextract` or `import`, left this word."""
    return _report(archive, run).get("state") == "interrupted"


def _report(archive: Archive, run: str) -> dict[str, Any]:
    try:
        return archive.report(run)
    except ArchiveError:
        return {}


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None


def _entries(archive: Archive, run: str) -> Iterator[_Entry]:
    """The exchanges of a run in the order in which they were captured."""
    number = 0
    for path in archive.capture_files():
        if not path.name.startswith(run):
            continue
        name = path.relative_to(archive.path).as_posix()
        index = path.with_name(path.name.removesuffix(".warc.gz") + ".cdxj")
        lines: list[tuple[int, int, str, str, float]] = []
        with suppress(OSError), index.open("rb") as file:
            for line in file:
                _, when, fields = line.split(b" ", 2)
                said = _index_line.decode(fields)
                moment = datetime.strptime(when.decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp()
                lines.append((int(said.offset), int(said.length), said.digest, said.url, moment))
        for offset, length, digest, url, moment in sorted(lines):
            number += 1
            yield _Entry(CaptureRef(name, offset, length, digest), url, key(url), moment, number)


class _IndexLine(msgspec.Struct):
    url: str
    digest: str
    length: str
    offset: str


_index_line = msgspec.json.Decoder(_IndexLine)
