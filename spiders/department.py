"""Any department's news, walked by what its pages look like: `scrapy crawl department -a url=https://…`.

The thinking is done elsewhere: `spiders.walker` says what to ask and what an answer means, the pipelines carry articles
to the archive. Here requests are sent, a window of them at a time, and what came is made durable about once a second:
first the captures and records (`Run.commit`), then the ledger.
"""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from time import monotonic
from typing import Any, ClassVar, Self
from urllib.parse import SplitResult, urlsplit, urlunsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider, IgnoreRequest
from scrapy.http import Response
from scrapy.utils.asyncio import call_later, create_looping_call
from twisted.python.failure import Failure

from archiver.errors import ArchiveError, LeaseLost, UsageError
from archiver.keeping.ledger import HEAD, HUB, START, Known, KnownDocument
from archiver.politeness import check_contact
from archiver.running.config import sized
from archiver.running.logs import TOLD
from archiver.running.options import CrawlOptions, Progress
from archiver.shapes import Attachment, AttachmentRecord, CaptureRef, Page
from archiver.walking.canonical import key, same_site
from archiver.walking.doors import ending
from archiver.walking.requisites import of_style
from archiver.walking.source import Source
from pipelines.items import Item
from pipelines.manners import failure_of, manners_of, stop_everything
from spiders.forms import form_request, source_request
from spiders.opening import Opened, open_site, options_from, site_of
from spiders.replaying import FILES_AT_MOST, WALKED, WHOLE
from spiders.reporting import Reporter
from spiders.verdicts import Answer, Ask, Verdict

logger = logging.getLogger(__name__)

WINDOW = 8
"""Requests that Scrapy holds at a time; the frontier itself is in the ledger, so that memory stays flat."""
COMMIT_EVERY = 1.0
"""Seconds between two durable writes: what a crash may cost."""
HANG_UP_AFTER = 4.0
"""Seconds that answers on their way get once the run is told to end."""
DRAIN_AFTER = 5.0
"""Seconds after which nothing new is asked until everything in hand has been written."""
FILE_TERM = 30 * 86_400
"""Seconds after which a file beside the pages is asked again, when a page that has it is read again."""
GIVE_UP_AFTER = 25
"""Requests in a row that came to nothing, before the site is given up for this run."""


class DepartmentSpider(Spider):
    """Walks one site into its archive. Options: `archiver.running.CrawlOptions`, as -a name=value or from `crawl`."""

    name = "department"
    target: ClassVar[str | None] = None
    """A profile's name, for spiders of one department."""

    def __init__(self, url: str | None = None, options: CrawlOptions | None = None, **kwargs: Any) -> None:
        super().__init__(self.name)
        self.options = options or options_from(kwargs)
        self.wanted = self.named(url)
        self.started = monotonic()
        self.stopping: str | None = None
        """Why nothing new is asked: max-pages, max-time, …, signal, unreachable."""
        self.in_a_hurry = False
        """Told to end: what is not asked yet is not asked any more."""
        self.on_progress: Any = None
        self._flying: dict[int, Known] = {}
        self._home: SplitResult | None = None
        """The address at which the start page answered; None too where one of its host led to another scheme."""
        self._pages_asked = 0
        self._requests_asked = 0
        self._pending = 0
        """Answers whose article is not yet handed to the run: the ledger may not be committed."""
        self._failing = 0
        self._files_under_way: dict[str, asyncio.Lock] = {}
        self._code_under_way: dict[str, asyncio.Lock] = {}
        self._code: dict[str, str] = {}
        """What files of script hold."""
        self._shown: set[str] = set()
        """What pages need to be shown and this run has seen to."""
        self._committed = self._progressed = monotonic()
        self._robots_told: set[str] = set()
        self._origin = datetime.now(UTC)
        self._out_of_time: Any = None

    @classmethod
    def named(cls, url: str | None) -> str:
        """What is to be crawled. Raises UsageError where neither *url* nor the spider names a site."""
        wanted = url or cls.target
        if wanted is None:
            raise UsageError("no site was named. Give -a url=https://… (or the name of a profile or an archive)")
        return wanted

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider._open(crawler)
        return spider

    def _open(self, crawler: Crawler) -> None:
        check_contact(site_of(self.wanted, self.options).start_urls, crawler.settings.get("CONTACT"))
        opened: Opened = open_site(self.wanted, self.options, clock=self.clock)
        self.slug, self.start_urls, self.hosts = opened.slug, list(opened.start_urls), sorted(opened.hosts)
        self.profile = opened.profile
        self.profile_name = getattr(opened.profile, "name", None)
        self.hours = getattr(opened.profile, "night", None)
        self.archive, self.run, self.ledger, self.walker = opened.archive, opened.run, opened.ledger, opened.walker
        typed = opened.made and "://" in self.wanted and self.options.slug is None and self.profile is None
        self.reporter = Reporter(self.walker, self.run, self.options, began=self.clock(), url=self.start_urls[0])
        self.reporter.may_be_mistyped = typed
        for item in opened.settled:
            self.reporter.kept(item)
        self.ledger.set_meta(WALKED, self.run.id)
        crawler.signals.connect(self._opened, signals.spider_opened)
        crawler.signals.connect(self._idle, signals.spider_idle)
        crawler.signals.connect(self._scraped, signals.item_scraped)
        crawler.signals.connect(self._dropped, signals.item_dropped)
        crawler.signals.connect(self._dropped, signals.item_error)

    def clock(self) -> datetime:
        """The time, or what --now makes of it."""
        if self.options.now is None:
            return datetime.now(UTC)
        return self.options.now + (datetime.now(UTC) - self._origin)

    def _opened(self) -> None:
        self._ticking = create_looping_call(self._tick)
        self._ticking.start(COMMIT_EVERY, now=False)
        if self.options.max_time is not None:
            self._out_of_time = call_later(self.options.max_time, self._time_is_up)

    # --- asking -----------------------------------------------------------------------------------------------------

    async def start(self) -> AsyncIterator[Request]:
        """The first window; every answer brings the next requests."""
        self.walker.begin()
        for request in self._more():
            yield request

    def _more(self) -> Iterator[Request]:
        """Requests to fill the window, as long as nothing says stop."""
        assert self.crawler is not None
        if self._limit() is not None or manners_of(self.crawler).fatal is not None:
            return
        if self._pending and monotonic() - self._committed > DRAIN_AFTER:
            return
        room = WINDOW - len(self._flying)
        if self.options.max_pages is not None:
            room = min(room, self.options.max_pages - self._pages_asked)
        if self.options.max_requests is not None:
            room = min(room, self.options.max_requests - self._asked())
        if room <= 0:
            return
        chosen = self.walker.waiting(room, self._flying)
        self._flying.update((known.id, known) for known in chosen)  # all at once: Scrapy takes them one by one
        self._pages_asked += sum(known.kind not in ("sitemap", "feed") for known in chosen)
        for known in chosen:
            yield self._request(known)

    def _request(self, known: Known) -> Request:
        source = self.walker.foretold(known)
        if source is not None:
            return source_request(
                source,
                callback=self.parse,
                errback=self.missed,
                priority=-(known.queued or 0),
                cb_kwargs={"known": known, "source": source},
                meta={"asked_as": "data"},
            )
        headers = {}
        whole = self.options.full or known.kind in ("start", "turn") or known.key == self.walker.beyond
        whole = whole or known.misses > 0  # 'as before' says nothing of one that comes back
        if not whole and not self.walker.broke_off(known):
            if known.etag:
                headers["If-None-Match"] = known.etag
            if known.modified:
                headers["If-Modified-Since"] = known.modified
        return Request(
            self._as_it_speaks(known.url),
            self.parse,
            errback=self.missed,
            headers=headers,
            dont_filter=True,
            priority=-(known.queued or 0),
            cb_kwargs={"known": known},
            meta={"asked_as": known.kind, **self._arrived(known), **self._session(known)},
        )

    def _as_it_speaks(self, url: str) -> str:
        """*url* with the scheme under which the start page answered: links name others, which may be dead."""
        home = self._home
        there = home is not None and urlsplit(url).netloc == home.netloc and urlsplit(url).scheme != home.scheme
        return urlunsplit(urlsplit(url)._replace(scheme=home.scheme)) if home is not None and there else url

    def _arrived(self, known: Known) -> dict[str, Any]:
        """For an address that nobody has seen yet: where its redirect leads may have been read tonight."""
        return {"arrived": self.walker.arrived} if known.asked is None and known.queued != START else {}

    def _session(self, known: Known) -> dict[str, str]:
        """A page that may be a listing gets a session of its own: WebForms keeps there where in the list we are."""
        return {"cookiejar": known.key} if known.kind == "listing" or (known.queued or 0) in (START, HEAD, HUB) else {}

    def _form(self, ask: Ask, known: Known, jar: str | None) -> Request:
        """The next page of a listing behind a form: in its own session, before anything else of this site."""
        self._pages_asked += 1
        opened = self.ledger.find(ask.opens) if ask.opens else None
        return form_request(
            ask,
            callback=self.parse,
            errback=self.missed,
            priority=100,
            cb_kwargs={"known": opened or known, "walk": None if opened else ask.walk},
            meta={"asked_as": "turn", "cookiejar": jar, **(self._arrived(opened) if opened else {})},
        )

    # --- what came --------------------------------------------------------------------------------------------------

    async def parse(
        self, response: Response, known: Known, walk: str | None = None, source: Source | None = None
    ) -> AsyncIterator[Any]:
        """Take in one answer; what follows from it goes to the pipelines and the scheduler."""
        self._requests_asked += 1
        self._pending += 1
        self._failing = self._failing + 1 if response.status >= 500 else 0
        try:
            self._tell_robots()
            answer = self._answer(response, known, walk)
            if source is not None:
                answer = replace(answer.drawn_for(known.url, source), foretold=True)
            if known.kind == "start" and response.status < 400:
                self._home = self._home or urlsplit(response.url)
            elif self._home is not None and response.meta.get("redirect_urls"):
                here = urlsplit(response.url)
                if here.netloc == self._home.netloc and here.scheme != self._home.scheme:
                    self._home = None
            if known.kind == "start" and (response.status >= 500 or response.status == 429):
                self.reporter.start_failed = f"http-{response.status}: it answered {response.status}"
            verdict = self.walker.answer(answer)
            if verdict.scripts:
                verdict = self.walker.answer(replace(answer, scripts=await self._script(verdict.scripts)))
            if verdict.fetch is not None:
                verdict = await self._drawn(verdict.fetch, response, known)
            if verdict.check is not None:
                verdict = self.walker.checked(verdict, alive=await self._alive(verdict.check))
            item = verdict.item
            if item is not None:
                item.attachments = await self._files(verdict)
                self._pending += 1
                yield item
            for ask in verdict.asks:
                if self._limit() is None:
                    yield self._form(ask, known, response.meta.get("cookiejar"))
        except (ArchiveError, LeaseLost) as error:
            assert self.crawler is not None
            stop_everything(self.crawler, error)
            return
        except Exception as error:  # one page that our own code cannot bear is set aside, not the site
            logger.exception("%s", response.url)
            assert self.crawler is not None
            manners_of(self.crawler).fail("defect", response.url, f"{type(error).__name__}: {error}")
            self.walker.failed(known, "defect")
        finally:
            self._pending -= 1
            if walk is None:
                self._flying.pop(known.id, None)
            self._show(response.url)
        for request in self._more():
            yield request

    async def missed(self, failure: Failure) -> AsyncIterator[Request]:
        """Nothing came for a request."""
        request: Request = failure.request  # type: ignore[attr-defined]
        known: Known = request.cb_kwargs["known"]
        walk = request.cb_kwargs.get("walk")
        error = failure.value
        kind = failure_of(error) if error is not None else "unknown"
        if not isinstance(error, IgnoreRequest):
            self._failing += 1
        self._tell_robots()
        if walk is None:
            self._flying.pop(known.id, None)
        if self.in_a_hurry or kind == "run-ending":  # nobody's fault: what was not asked still waits in the ledger
            self._limit()
            return
        assert self.crawler is not None
        if manners_of(self.crawler).fatal is not None:  # nothing can be noted any more
            return
        try:
            if walk is None:
                self.walker.failed(known, kind)
            else:
                self.walker.lost_turn(walk, kind)
        except (ArchiveError, LeaseLost) as failing:
            stop_everything(self.crawler, failing)
            return
        if known.kind == "start":
            self.reporter.start_failed = f"{kind}: {' '.join(str(failure.value).split()).rstrip('.')[:300]}"
        for more in self._more():
            yield more

    def _answer(self, response: Response, known: Known, walk: str | None) -> Answer:
        def header(name: bytes) -> str | None:
            value = response.headers.get(name)
            return value.decode("latin-1") if value else None

        moment = self.clock()
        page = Page(response.url, response.body, moment, response.status, header(b"Content-Type"))
        return Answer(
            known,
            page,
            response.meta.get("capture"),
            hops=tuple(response.meta.get("redirect_urls", ())),
            etag=header(b"ETag"),
            modified=header(b"Last-Modified"),
            cut="dataloss" in response.flags or "undecodable" in response.flags,
            walk=walk,
        )

    async def _script(self, files: tuple[str, ...]) -> str:
        """What files of script hold, each asked once a run."""
        for url in files:
            async with self._code_under_way.setdefault(url, asyncio.Lock()):  # several lists may need it at once
                if url in self._code:
                    continue
                response = await self._inline(Request(url, dont_filter=True, meta={"asked_as": "script"}))
                fine = response is not None and response.status == 200
                self._code[url] = response.body.decode("utf-8", "replace") if response is not None and fine else ""
                self.walker.tallies.kinds["script"] += fine
        return "\n".join(self._code[url] for url in files)

    async def _drawn(self, source: Source, shell: Response, known: Known) -> Verdict:
        """What the page's script would have fetched, taken in in the page's place."""
        response = await self._inline(source_request(source, meta={"asked_as": "data"}))
        if response is None or not self.walker.speaks_of(known, response.status):
            return self.walker.undrawn(known, response.status if response is not None else None)
        return self.walker.answer(self._answer(response, known, None).drawn_for(shell.url, source))

    async def _alive(self, url: str) -> bool:
        """Whether a known address still answers as a page of its own."""
        if self.walker.redesigned:
            return False
        response = await self._inline(Request(url, dont_filter=True, meta={"asked_as": "article"}))
        if response is None and (self.in_a_hurry or self.spent):
            return True  # nobody asked: nothing speaks for a move
        return response is not None and response.status < 400 and key(response.url) == key(url)

    async def _inline(self, request: Request) -> Response | None:
        """An answer that a page in hand waits for."""
        assert self.crawler is not None
        assert self.crawler.engine is not None
        self._requests_asked += 1
        try:
            return await self.crawler.engine.download_async(request)
        except Exception as error:  # whatever it was, it has been counted where it happened
            logger.info("%s: %s", request.url, error)
            return None

    async def _files(self, verdict: Verdict) -> dict[str, AttachmentRecord]:
        """The documents and images of an article, fetched where the archive does not have them, by URL."""
        kept: dict[str, AttachmentRecord] = {}
        papers = [(paper, "attachment") for paper in verdict.documents[:FILES_AT_MOST]]
        papers += [(Attachment(image.url, ""), "image") for image in verdict.images[:FILES_AT_MOST]]
        for paper, what in papers:
            known = await self._file(paper, what)
            if known is not None and known.digest and known.capture:
                kept[paper.url] = AttachmentRecord(
                    url=paper.url,
                    name=paper.name,
                    media_type=known.media_type or paper.media_type,
                    bytes=known.bytes,
                    digest=known.digest,
                    capture=CaptureRef(**json.loads(known.capture)),
                )
        for url in verdict.requisites:
            await self._requisite(url)
        return kept

    async def _requisite(self, url: str, depth: int = 0) -> None:
        """What a page needs to be shown: asked once a month, a style sheet with what it names in turn."""
        if url in self._shown:
            return
        self._shown.add(url)
        found: list[str] = []
        await self._file(Attachment(url, ""), "requisite", found)
        for more in found:
            if depth < 2 and same_site(more, frozenset(self.hosts)):
                await self._requisite(more, depth + 1)

    async def _file(self, paper: Attachment, what: str, named: list[str] | None = None) -> KnownDocument | None:
        """A file beside the pages, asked where it is not kept, or was last asked a month ago; *named*: see `_fetch`."""
        spelled = key(paper.url)
        async with self._files_under_way.setdefault(spelled, asyncio.Lock()):  # several articles may link to it
            known = self.ledger.document(paper.url)
            since = self.walker.began.timestamp() if self.options.full else self.clock().timestamp() - FILE_TERM
            if (known is None or known.asked < since) and self._limit() is None:
                known = await self._fetch(paper, what, known, named) or known
        self._files_under_way.pop(spelled, None)
        return known

    async def _fetch(
        self, paper: Attachment, what: str, before: KnownDocument | None, named: list[str] | None
    ) -> KnownDocument | None:
        """Ask for it. What a style sheet names goes to *named*."""
        options = self.options
        limit = options.max_attachment_bytes if what == "attachment" else options.max_image_bytes
        headers = {}
        if before is not None and before.etag:
            headers["If-None-Match"] = before.etag
        if before is not None and before.modified:
            headers["If-Modified-Since"] = before.modified
        meta = {"asked_as": what, "download_maxsize": limit}
        response = await self._inline(Request(paper.url, dont_filter=True, headers=headers, meta=meta))
        if response is None or "capture" not in response.meta:
            return None
        now = self.clock().timestamp()
        self.walker.tallies.kinds[what] += 1
        if response.status == 304 and before is not None:
            self.ledger.keep_document(replace(before, asked=now))
            return before
        if response.status != 200:
            return None
        said = (response.headers.get(b"Content-Type") or b"").decode("latin-1").partition(";")[0].strip().lower()
        if said == "text/html" and ending(paper.url) not in ("htm", "html"):
            return None  # an error page in place of the document
        if named is not None and said == "text/css":
            named += of_style(response.body[:1_000_000].decode("utf-8", "replace"), response.url)
        ref: CaptureRef = response.meta["capture"]
        document = KnownDocument(
            key(paper.url),
            paper.url,
            said or paper.media_type,
            len(response.body),
            ref.digest,
            json.dumps(asdict(ref)),
            (response.headers.get(b"ETag") or b"").decode("latin-1") or None,
            (response.headers.get(b"Last-Modified") or b"").decode("latin-1") or None,
            now,
        )
        self.ledger.keep_document(document)
        return document

    def _tell_robots(self) -> None:
        assert self.crawler is not None
        for origin, rules in manners_of(self.crawler).robots.items():
            if origin not in self._robots_told:
                self._robots_told.add(origin)
                self.walker.robots(rules.sitemaps, origin)

    # --- what was kept ----------------------------------------------------------------------------------------------

    def _scraped(self, item: Item) -> None:
        self._pending -= 1
        self.reporter.kept(item)

    def _dropped(self, item: Item) -> None:
        self._pending -= 1
        self.walker.unkept(item.page.url)

    def _tick(self) -> None:
        if monotonic() - self._committed >= COMMIT_EVERY:
            self._commit()

    def _commit(self) -> None:
        """Make durable what is in hand; nothing while an article is on its way between the ledger and the run.

        Nor after an error that stops everything: half of an answer may stand in the ledger then, and is not to be done.
        """
        assert self.crawler is not None
        if self._pending or manners_of(self.crawler).fatal is not None:
            return
        try:
            self.run.commit()
            self.walker.keep_lessons()
            self.ledger.commit()
        except (ArchiveError, LeaseLost) as error:
            stop_everything(self.crawler, error)
        self._committed = monotonic()

    def _show(self, url: str) -> None:
        if self.on_progress is None or monotonic() - self._progressed < 0.2:
            return
        self._progressed = monotonic()
        self.on_progress(self.progress(url))

    def progress(self, url: str | None = None) -> Progress:
        """Where the run stands."""
        assert self.crawler is not None
        manners = manners_of(self.crawler)
        return Progress(
            site=self.slug,
            pages=self.walker.tallies.pages,
            articles=self.reporter.changes.kept,
            unchanged=self.reporter.changes.unchanged,
            queued=self.ledger.waiting_count(),
            failures=sum(failure.count for failure in manners.failed.values()),
            url=url,
            bytes=manners.bytes_received,
            elapsed=monotonic() - self.started,
        )

    # --- the end ----------------------------------------------------------------------------------------------------

    def _limit(self) -> str | None:
        """Why nothing new should be asked, or None."""
        if self.stopping is not None:
            return self.stopping
        assert self.crawler is not None
        options, manners = self.options, manners_of(self.crawler)
        if options.max_pages is not None and self._pages_asked >= options.max_pages:
            return self._stop("max-pages", f"max-pages: {options.max_pages}")
        if options.max_requests is not None and self._asked() >= options.max_requests:
            return self._stop("max-requests", f"max-requests: {options.max_requests}")
        if options.max_bytes is not None and manners.bytes_received >= options.max_bytes:
            return self._stop("max-bytes", f"max-bytes: {options.max_bytes}")
        if options.max_time is not None and monotonic() - self.started >= options.max_time:
            return self._stop("max-time", f"max-time: {options.max_time} s")
        if self._failing >= GIVE_UP_AFTER:
            return self._stop("unreachable", f"{self._failing} requests in a row came to nothing")
        if self._requests_asked % 64 == 0 and shutil.disk_usage(self.archive.path).free < options.min_free_disk:
            return self._stop("disk", f"less than {sized(options.min_free_disk)} left on its disk")
        return None

    @property
    def spent(self) -> bool:
        """Whether nothing more may be asked, be it a retry, the end of a redirect or an image."""
        assert self.crawler is not None
        most, manners = self.options.max_requests, manners_of(self.crawler)
        return most is not None and max(manners.total, manners.begun) >= most

    def _asked(self) -> int:
        """Requests of this run. What was handed over and is not answered yet counts too: with a delay, most of it was
        not even sent; nor was robots.txt, before the first of them.
        """
        assert self.crawler is not None
        return max(1, manners_of(self.crawler).total) + len(self._flying)

    def _stop(self, why: str, said: str) -> str:
        self.stopping = why
        self.reporter.limits.append(said)
        return why

    def stop_in_good_order(self) -> None:
        """Ask nothing new, wait a little for the answers that are coming, then hang up; seal. What a signal calls."""
        self.stopping = self.stopping or "signal"
        self.in_a_hurry = True
        call_later(HANG_UP_AFTER, self._hang_up)

    def _time_is_up(self) -> None:
        """The limit of time is one for the answers in flight too: a server that drips holds nobody up."""
        if self.stopping is None:
            self._stop("max-time", f"max-time: {self.options.max_time} s")
        self.in_a_hurry = True  # a host that is left to rest is not waited for either
        call_later(HANG_UP_AFTER, self._hang_up)

    def _hang_up(self) -> None:
        assert self.crawler is not None
        for coming in list(manners_of(self.crawler).coming):
            coming.cancel()

    def _idle(self) -> None:
        """Nothing is in flight: what waits is sent; if nothing does, the run is over."""
        assert self.crawler is not None
        assert self.crawler.engine is not None
        if self.crawler.engine.spider is not self:
            return
        try:
            self._commit()
            self._give_up_what_never_came()
            more = list(self._more())
            if not more and self.stopping is None:
                self.walker.second_chances()
                more = list(self._more())
            for request in more:
                self.crawler.engine.crawl(request)
        except Exception as error:  # Scrapy would log it, and end the run as if all had been asked
            stop_everything(self.crawler, error)
            return
        if more:
            raise DontCloseSpider

    def _give_up_what_never_came(self) -> None:
        """At rest nothing is in flight: what Scrapy dropped without a word came to nothing, and holds up nothing."""
        assert self.crawler is not None
        if self._pending:
            raise ArchiveError(f"{self.archive.path}: an article was lost on its way to the archive. Run again")
        for known in self._flying.values():
            manners_of(self.crawler).fail("lost", known.url, "it was handed over to be asked, and nothing came of it")
            self.walker.failed(known, "lost")
        self._flying.clear()
        self.walker.nothing_comes()

    def closed(self, reason: str) -> None:
        """Write the report and seal the run; what cannot be sealed is left for the next run to mend."""
        assert self.crawler is not None
        manners = manners_of(self.crawler)
        if reason == "shutdown":
            self.stopping = self.stopping or "signal"
        try:
            if self.on_progress is not None:
                self.on_progress(replace(self.progress(), sealing=True))
            self._ticking.stop()
            if self._out_of_time is not None:
                self._out_of_time.cancel()
            if manners.fatal is not None:
                raise manners.fatal
            self.walker.end("signal" if self.stopping == "signal" else "budget" if self.stopping else None)
            for item in self.walker.relistings(self.run.id):
                item.kept = self.run.keep(item.record) if item.record is not None else None
            self.run.amend(self.walker.further)
            self.run.commit()
            self.ledger.set_meta(WHOLE, self.run.id)
            self.ledger.commit()
            self.report = self.reporter.finish(manners, self.stopping, self.clock(), monotonic() - self.started)
            if self.reporter.nowhere:
                self.ledger.close()
                self.run.discard()
            else:
                self.run.seal(self.report.to_dict())
        except Exception as error:  # told to whoever started the crawl; scrapy would only log it
            self.fatal: Exception | None = error
            if not isinstance(error, UsageError):
                logger.error("%s", error, extra=TOLD)
            self.run.abandon()
        finally:
            self.ledger.close()
