"""What `archiver.politeness` decides, carried into Scrapy; and what a run's report says of it.

One `Manners` a crawl holds the paces, the robots rules and the counts. The middlewares are numbered in
`spiders/settings.py`, where they run.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any, Self
from urllib.parse import urljoin, urlsplit
from weakref import WeakKeyDictionary

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotConfigured,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.asyncio import call_later
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.httpobj import urlparse_cached

import archiver
from archiver.errors import ArchiverError, UsageError
from archiver.politeness import (
    ROBOTS_AGE,
    ROBOTS_LIMIT,
    ROBOTS_OF_HTML,
    ROBOTS_REDIRECTS,
    Pace,
    Reach,
    RobotsRules,
    check_contact,
    is_contact,
    open_hours,
    retry_after,
    robots_answer,
    user_agent,
)
from archiver.running.logs import TOLD
from archiver.running.report import Certificate, Failure, Pause, Requests, Robots
from archiver.shapes import ICT
from archiver.walking.canonical import counts_on

logger = logging.getLogger(__name__)


class Endless(DownloadTimeoutError):
    """It was still coming, byte after byte, when its time was up."""


class Refused(IgnoreRequest):
    """We do not ask for this, by our own rules. `kind` is short and stable: off-site, robots, private-address, …"""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind


@dataclass(slots=True)
class Manners:
    """How one crawl behaves, and the counts of it."""

    reach: Reach
    floor: float
    first_rest: float = 1.0
    """Seconds: the least rest after the first trouble with a host."""
    patience: float = 900.0
    """Seconds: a host that wants to be left alone for longer is left alone for the rest of the run."""
    paces: dict[str, Pace] = field(default_factory=dict)
    """By host."""
    robots: dict[str, RobotsRules] = field(default_factory=dict)
    """By origin ('https://so.gov.vn'): what robots.txt said, as far as it was asked."""
    miscounting: set[str] = field(default_factory=set)
    """Hosts whose Content-Length is known to be wrong."""
    waits: Counter[str] = field(default_factory=Counter)
    """By host: how often more was waited for behind a body that seemed to break off, and nothing came."""
    doors: dict[str, asyncio.Semaphore] = field(default_factory=dict)
    at_once: int = 1
    """Connections to one host."""
    closed: dict[str, str] = field(default_factory=dict)
    """Hosts that want to be left alone for longer than we wait, and what they said."""
    coming: set[Any] = field(default_factory=set)
    """Answers that are on their way (Deferred), so that an end in a hurry can hang up."""
    fatal: Exception | None = None
    """What stopped everything: the archive could not be written, or usage was wrong."""
    total: int = 0
    begun: int = 0
    """Requests that had their turn, answered or not: retries, redirects and files beside the pages are among them."""
    bytes_received: int = 0
    retries: int = 0
    by_status: Counter[str] = field(default_factory=Counter)
    by_kind: Counter[str] = field(default_factory=Counter)
    failed: dict[str, Failure] = field(default_factory=dict)
    refused: dict[str, Failure] = field(default_factory=dict)
    paused: dict[str, Pause] = field(default_factory=dict)
    robots_seen: dict[str, Robots] = field(default_factory=dict)
    certificates: dict[str, Certificate] = field(default_factory=dict)

    def pace(self, host: str) -> Pace:
        """Of that host."""
        if host not in self.paces:
            self.paces[host] = Pace(floor=self.floor, first_rest=self.first_rest)
        return self.paces[host]

    def door(self, host: str) -> asyncio.Semaphore:
        """Through which one request at a time goes to that host.

        Scrapy counts a request as under way when its task has begun, a moment after it let the next one go: with no
        delay, CONCURRENT_REQUESTS_PER_DOMAIN = 1 sends three at once (2.19.0).
        """
        if host not in self.doors:
            self.doors[host] = asyncio.Semaphore(self.at_once)
        return self.doors[host]

    def fail(self, kind: str, url: str, detail: str = "") -> None:
        """One more request that came to nothing."""
        _count(self.failed, kind, url, detail)

    def refuse(self, kind: str, url: str, detail: str = "") -> None:
        """One more address that we left alone on purpose."""
        _count(self.refused, kind, url, detail)

    def pause(self, why: str, seconds: float, url: str) -> None:
        """We waited before *url*."""
        known = self.paused.get(why)
        self.paused[why] = Pause(
            count=known.count + 1 if known else 1,
            seconds=round((known.seconds if known else 0.0) + seconds, 3),
            longest=max(known.longest if known else 0.0, round(seconds, 3)),
            example=known.example if known and known.longest >= seconds else url,
        )

    def requests(self) -> Requests:
        """For the report. What kind of page an answer was is counted by the walk, in `by_kind`."""
        return Requests(
            total=self.total,
            by_kind=dict(sorted(self.by_kind.items())),
            by_status=dict(sorted(self.by_status.items())),
            bytes_received=self.bytes_received,
            retries=self.retries,
        )


def _count(table: dict[str, Failure], kind: str, url: str, detail: str) -> None:
    known = table.get(kind)
    table[kind] = Failure(
        count=known.count + 1 if known else 1,
        example=known.example if known else url,
        detail=known.detail if known else detail,
    )


_manners: WeakKeyDictionary[Crawler, Manners] = WeakKeyDictionary()


def manners_of(crawler: Crawler) -> Manners:
    """The manners of a crawl, made on the first call from its spider's start URLs and hosts and from the settings.

    Raises UsageError when the open internet is to be asked and nobody can be reached about it.
    """
    if crawler not in _manners:
        spider, settings = crawler.spider, crawler.settings
        urls = list(getattr(spider, "start_urls", ()) or ())
        urls += [url for url in (getattr(spider, "url", None),) if url]
        contact = settings.get("CONTACT")
        reach = Reach.of(urls, getattr(spider, "hosts", ()), contact, settings.getbool("PRIVATE_ADDRESSES"))
        if not reach.hosts and not hasattr(spider, "run"):  # scrapy shell and fetch: a person types the address
            reach = Reach(frozenset(["*."]), contact, private=True)
        if not reach.hosts:
            raise UsageError(
                f"{getattr(spider, 'name', '?')}: no start URL, so there is no site; give -a url=https://…"
            )
        check_contact(urls, contact)
        _manners[crawler] = Manners(
            reach=reach,
            floor=settings.getfloat("DOWNLOAD_DELAY"),
            first_rest=settings.getfloat("BACK_OFF", 1.0),
            patience=settings.getfloat("PATIENCE", 900.0),
            at_once=max(1, settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")),
        )
    return _manners[crawler]


def stop_everything(crawler: Crawler, error: Exception) -> None:
    """Close the spider because of *error*; the first such error is remembered as `Manners.fatal`."""
    manners = manners_of(crawler)
    if manners.fatal is not None:
        return
    manners.fatal = error
    logger.error("%s", error, extra=TOLD)
    if crawler.engine is not None:
        # not awaited: closing waits for the very request that is telling us this
        deferred_from_coro(crawler.engine.close_spider_async(reason="archive"))


async def turn(crawler: Crawler, request: Request) -> None:
    """Come back when it is this request's turn with its host; called within the host's only slot.

    Raises Refused when the host asked to be left alone for longer than `Manners.patience`, or the run is ending.
    """
    manners = manners_of(crawler)
    host = urlparse_cached(request).hostname or ""
    pace = manners.pace(host)
    began, longest = monotonic(), ("delay", 0.0)
    while True:
        if host in manners.closed:
            raise Refused("left-alone", manners.closed[host])
        if getattr(crawler.spider, "in_a_hurry", False):
            raise Refused("run-ending", "the run was told to end before this was asked")
        if getattr(crawler.spider, "spent", False):
            raise Refused("run-ending", "the run had asked as often as it may before this was asked")
        left, why = pace.wait(monotonic())
        if (hours := _until_hours(crawler)) > left:
            left, why = hours, "hours"
        if left <= 0.0:
            break
        if why in ("retry-after", "hours") and left > manners.patience:
            asked = "asked to be left alone" if why == "retry-after" else "is outside the hours of its profile"
            manners.closed[host] = f"{host} {asked} for {left:.0f} s; the next run asks again"
            continue
        if why == "back-off" and monotonic() + left - pace.troubled_since > manners.patience:
            manners.closed[host] = f"{host} gave no answer {pace.troubles} times in a row; the next run asks again"
            continue
        if left > longest[1]:
            longest = (why, left)
        if _ending(crawler):
            raise Refused("run-ending", f"the run ended while {host} was left alone ({why})")
        await asyncio.sleep(min(left, 0.5))  # in pieces, so that an end of the run is noticed
    waited = monotonic() - began
    if waited >= 0.001:
        manners.pause(longest[0], waited, request.url)
    pace.asked(monotonic())
    manners.begun += 1


def _until_hours(crawler: Crawler) -> float:
    """Seconds until the hours in which the site wants to be asked (`spider.hours`, by the clock of Việt Nam)."""
    hours = getattr(crawler.spider, "hours", None)
    if hours is None:
        return 0.0
    now = (getattr(crawler.spider, "clock", None) or (lambda: datetime.now(UTC)))()
    return open_hours(hours, now.astimezone(ICT)).total_seconds()


def _ending(crawler: Crawler) -> bool:
    if getattr(crawler.spider, "in_a_hurry", False):
        return True
    slot = getattr(crawler.engine, "_slot", None)
    return slot is not None and slot.closing is not None


def wish_of(response: Response) -> float | None:
    """Seconds that the answer asks us to wait."""
    value = response.headers.get(b"Retry-After")
    if value is None:
        return None
    now = datetime.now(UTC)
    try:
        now = parsedate_to_datetime((response.headers.get(b"Date") or b"").decode("latin-1"))
        now = now if now.tzinfo else now.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError):
        pass
    return retry_after(value.decode("latin-1"), now)


# --- components ------------------------------------------------------------------------------------------------------


class GoodManners:
    """Extension: the spider is closed at once when its manners cannot be told (no site, no contact).

    The downloader's own delay is taken out, as AutoThrottle does too: `turn` keeps it, and counts what it cost.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        crawler.signals.connect(self._opened, signal=signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def _opened(self, spider: Spider) -> None:
        engine = self._crawler.engine
        assert engine is not None
        engine.downloader._delay = 0.0
        try:
            manners_of(self._crawler)
        except ArchiverError as error:
            logger.error("%s", error, extra=TOLD)
            _manners[self._crawler] = Manners(reach=Reach(frozenset()), floor=1.0, fatal=error)
            # later, since the engine does not like to be closed while it opens
            call_later(0, lambda: deferred_from_coro(engine.close_spider_async(reason="usage")))


class StayOnSite:
    """Downloader middleware: nothing is asked of another site, redirects included.

    `meta['allow_offsite']` lets one request out (a picture on another host, where the operator wants it); the open
    internet's private addresses stay shut for it all the same.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        manners = manners_of(self._crawler)
        if request.meta.get("allow_offsite") or manners.reach.on_site(request.url):
            return
        manners.refuse("off-site", request.url)
        sites = ", ".join(sorted(manners.reach.hosts))
        raise Refused(
            "off-site",
            f"{request.url!r} is on another site than {sites}. If it is the same one, begin there, or name its host in"
            " the profile",
        )


class HonestHeaders:
    """Downloader middleware: User-Agent says what we are, From where a person is found."""

    def __init__(self, crawler: Crawler) -> None:
        contact = crawler.settings.get("CONTACT")
        given = crawler.settings["USER_AGENT"]
        ours = user_agent(archiver.__version__, contact)
        self._agent = ours if given in (None, user_agent(archiver.__version__, None)) else given
        self._from = contact if is_contact(contact) and "@" in contact else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        request.headers.setdefault(b"User-Agent", self._agent)
        if self._from is not None:
            request.headers.setdefault(b"From", self._from)


class ObeyRobots:
    """Downloader middleware: robots.txt by RFC 9309, asked once a day for each origin of a run.

    Scrapy's own takes every failure to get it for leave to go on; RFC 9309 2.3.1.4 says the contrary.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._asking: dict[str, asyncio.Future[RobotsRules]] = {}
        self._asked: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta.get("dont_obey_robotstxt"):
            return
        parts = urlparse_cached(request)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = await self._rules(origin, offsite=bool(request.meta.get("allow_offsite")))
        if rules.allow(request.url):
            return
        manners = manners_of(self._crawler)
        seen = manners.robots_seen[origin]
        manners.robots_seen[origin] = Robots(
            url=seen.url,
            status=seen.status,
            digest=seen.digest,
            crawl_delay=seen.crawl_delay,
            forbidden=seen.forbidden + 1,
            example=seen.example or request.url,
            note=seen.note,
        )
        manners.refuse("robots", request.url)
        code = "robots" if rules.allows is not False else "no-robots"  # which passes: the next night asks again
        raise Refused(code, f"{request.url!r}: robots.txt forbids it" + (f" ({rules.note})" if rules.note else ""))

    async def _rules(self, origin: str, *, offsite: bool) -> RobotsRules:
        manners = manners_of(self._crawler)
        if origin in manners.robots and monotonic() - self._asked.get(origin, 0.0) < ROBOTS_AGE:
            return manners.robots[origin]
        if origin in self._asking:
            return await asyncio.shield(self._asking[origin])
        asking = self._asking[origin] = asyncio.get_running_loop().create_future()
        rules = RobotsRules(allows=False, note="the question was broken off")
        try:
            rules = await self._ask(origin, offsite=offsite)
            manners.robots[origin], self._asked[origin] = rules, monotonic()
        finally:
            asking.set_result(rules)
            del self._asking[origin]
        if rules.crawl_delay:
            pace = manners.pace(urlsplit(origin).hostname or "")
            pace.crawl_delay = max(pace.crawl_delay, rules.crawl_delay)
        return rules

    async def _ask(self, origin: str, *, offsite: bool) -> RobotsRules:
        manners = manners_of(self._crawler)
        first = url = f"{origin}/robots.txt"
        status, body, why = None, b"", ""
        for _ in range(ROBOTS_REDIRECTS + 1):
            try:
                response = await self._download(url, offsite=offsite)
            except Exception as error:  # whatever went wrong, it means: no answer
                status, why = None, f"{failure_of(error)}: {_one_line(error)}"
                break
            status, body = response.status, response.body
            target = response.headers.get(b"Location")
            if not 300 <= status < 400 or target is None:
                break
            url = urljoin(url, target.decode("latin-1"))
            if not (offsite or manners.reach.on_site(url)):
                why = f"redirects to another site ({url})"
                break
        rules = robots_answer(status, body, why)
        before = manners.robots_seen.get(origin)
        manners.robots_seen[origin] = Robots(
            url=first,
            forbidden=before.forbidden if before else 0,
            example=before.example if before else None,
            status=status,
            digest=None if status is None else "sha256:" + hashlib.sha256(body).hexdigest(),
            crawl_delay=rules.crawl_delay,
            note=(rules.note or "") + (f" ({why})" if why and why not in (rules.note or "") else "") or None,
        )
        if rules.note:
            logger.info("%s: %s", first, rules.note)
        if rules.note == ROBOTS_OF_HTML:
            manners.fail("robots-html", first, rules.note)
        return rules

    async def _download(self, url: str, *, offsite: bool) -> Response:
        engine = self._crawler.engine
        assert engine is not None
        return await engine.download_async(
            Request(
                url,
                callback=NO_CALLBACK,
                priority=1000,
                meta={
                    "dont_obey_robotstxt": True,
                    "dont_redirect": True,
                    "allow_offsite": offsite,
                    "asked_as": "robots",
                    "stop_after": ROBOTS_LIMIT + 1,  # the rest is not read anyway
                },
            )
        )


_WORTH_WAITING = ("start", "listing", "turn", "sitemap", "feed", "robots", None)
"""What is asked again at once when it took too long: all the rest of the site hangs on it."""


class Patience(RetryMiddleware):
    """Scrapy's retries, and one for an answer that was cut off.

    A host that closes in good order and sends the same bytes twice under the same wrong Content-Length miscounts, as
    old servers do: from then on its answers are believed, and flagged 'miscounted' in place of 'dataloss', but for one
    that breaks off within its markup. Whatever remains of a failure when no retry is left is counted here.
    """

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        manners = manners_of(self.crawler)
        if "dataloss" in response.flags:
            host = urlparse_cached(request).hostname or ""
            digest = hashlib.sha256(response.body).digest()
            counted = b"Content-Length" in response.headers and not {"reset", "torn"} & set(response.flags)
            if counted and response.body and request.meta.get("cut_off") == digest:
                manners.miscounting.add(host)
            if counted and host in manners.miscounting and not unfinished(response.body):
                manners.fail("miscounted", request.url, "the same bytes twice, fewer than were announced")
                response.flags[response.flags.index("dataloss")] = "miscounted"
                return response
            if "cut_off" not in request.meta and not request.meta.get("dont_retry"):
                again = self._retry(request, "cut-off")
                if again is not None:
                    again.meta["cut_off"] = digest
                    again.priority = request.priority + 10  # before others: what is learned saves their second try
                    return again
            manners.fail("cut-off", request.url, f"{len(response.body)} bytes came, fewer than were announced")
        if "overlong" in response.flags:
            manners.fail("miscounted", request.url, "more bytes came than were announced; all were taken")
        result = super().process_response(request, response)
        if result is response and (response.status >= 500 or response.status == 429):
            manners.fail(f"http-{response.status}", request.url, f"answered {response.status}")
        return result

    def process_exception(
        self, request: Request, exception: Exception, spider: Spider | None = None
    ) -> Request | Response | None:
        if isinstance(exception, DownloadTimeoutError) and request.meta.get("asked_as") not in _WORTH_WAITING:
            # An answer that never ends takes the one connection each time; the next run asks again.
            request.meta["dont_retry"] = True
        result = super().process_exception(request, exception)
        if result is None:
            manners = manners_of(self.crawler)
            kind = failure_of(exception)
            if not isinstance(exception, Refused):
                manners.fail(kind, request.url, _one_line(exception))
            elif kind not in ("off-site", "robots", "no-robots"):  # which have been counted where they were refused
                manners.refuse(kind, request.url, _one_line(exception))
        return result

    def _retry(self, request: Request, reason: Any) -> Request | None:
        again = super()._retry(request, reason)
        if again is not None:
            manners_of(self.crawler).retries += 1
        return again


class Redirects(RedirectMiddleware):
    """Scrapy's redirects: no Referer, which nobody here sends, no loops, and no way to where the run has been.

    An address that sends back to itself is asked a second time, since some servers answer only then; not a third.

    `meta['arrived']` tells of an address whether its page is in hand: it is not asked again, and the answer that leads
    there is handed on under that address, without a body.
    """

    def handle_referer(self, request: Request, response: Response) -> None:
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Scrapy looks for its RefererMiddleware here, and complains."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        if response.headers.get("Set-Cookie"):
            request.meta["given_a_cookie"] = True  # the same address may now answer otherwise: ASP.NET asks so for it
        try:
            came = super().process_response(request, response)
            if isinstance(came, Response):
                return came
            been = [*request.meta.get("been", ()), *([request.url] if request.method == "GET" else ())]
            asked = been.count(came.url) - (came.url == request.url)
            if asked > 0 and not request.meta.get("given_a_cookie"):
                raise IgnoreRequest(f"it leads back to {came.url}")
            came.meta["counts_on"] = counts_on(request.url, came.url)
            if came.meta["counts_on"] and request.meta.get("counts_on"):
                raise IgnoreRequest(f"it leads from number to number, now to {came.url}")
        except (IgnoreRequest, ValueError) as error:  # the second: 'Location: mailto:…', or no address at all
            manners_of(self.crawler).fail("redirects", request.url, _one_line(error))
            raise Refused("redirects", f"{request.url!r}: {error}") from error
        came.meta["been"] = been
        arrived = request.meta.get("arrived")
        if arrived is not None and arrived(came.url):
            request.meta["redirect_urls"] = came.meta["redirect_urls"]
            return response.replace(url=came.url, body=b"")
        return came


class Decompress(HttpCompressionMiddleware):
    """Scrapy's decompression, for servers that send something else than they say.

    What cannot be undone is handed on as it came, flagged 'undecodable'; a gzip that breaks off yields what it holds,
    flagged 'dataloss' and 'torn'. A body that would grow beyond DOWNLOAD_MAXSIZE is refused.
    """

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self._crawler = crawler

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        coding = response.headers.getlist("Content-Encoding")  # which decoding takes away
        if not coding:
            return response
        try:
            decoded = super().process_response(request, response)
        except IgnoreRequest as error:
            manners_of(self._crawler).fail("too-large", request.url, _one_line(error))
            raise Refused("too-large", f"{request.url!r}: {error}") from error
        except Exception as error:  # zlib, brotli and zstd each have errors of their own, and none means more than this
            manners_of(self._crawler).fail("undecodable", request.url, _one_line(error))
            response.flags.append("undecodable")
            return response
        zipped = [one.strip().lower() for one in coding] in ([b"gzip"], [b"x-gzip"])
        if zipped and isinstance(decoded, Response) and _breaks_off(response.body, len(decoded.body)):
            decoded.flags += ["dataloss", "torn"]
        return decoded


def unfinished(body: bytes) -> bool:
    """Whether a page of HTML, XML or JSON breaks off before its end, as far as its markup shows.

    >>> unfinished(b"<!doctype html><html><p>Xin"), unfinished(b"<html><p>Xin</html>"), unfinished(b"Xin")
    (True, False, False)
    """
    head = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    tail = body[-1024:].rstrip()
    if head[:1] in (b"{", b"["):
        return tail[-1:] not in (b"}", b"]")
    if b"<html" in head:
        return b"</html" not in tail.lower() and b"</html" not in body.lower()
    if head.startswith((b"<?xml", b"<rss", b"<feed", b"<urlset", b"<sitemapindex")):
        return not tail.endswith(b">")
    return b"<!doctype html".startswith(head) if head else False


def _breaks_off(body: bytes, size: int) -> bool:
    """Whether a gzip *body*, which was decoded to *size* bytes, lacks its end.

    Its last four bytes say how much it holds. Where they do not fit (several members, or bytes behind), it is read.
    """
    if int.from_bytes(body[-4:], "little") == size:
        return False
    undo, rest = zlib.decompressobj(31), body
    try:
        while rest and not undo.eof:
            undo.decompress(rest, 1 << 20)
            rest = undo.unconsumed_tail
    except zlib.error:
        return True
    return not undo.eof


_KINDS: tuple[tuple[type[Exception], str], ...] = (
    (CannotResolveHostError, "dns"),
    (DownloadConnectionRefusedError, "refused"),
    (Endless, "endless"),
    (DownloadTimeoutError, "timeout"),
    (DownloadCancelledError, "too-large"),
    (ResponseDataLossError, "cut-off"),
)


def failure_of(error: BaseException) -> str:
    """The kind of a failure, as the report counts it: dns, refused, timeout, too-large, cut-off, tls, not-http, …"""
    if isinstance(error, Refused):
        return error.kind
    causes = _causes(error)
    for kind, name in _KINDS:
        if any(isinstance(cause, kind) for cause in causes):
            return name
    names = {type(cause).__name__ for cause in causes}
    modules = {type(cause).__module__.split(".")[0] for cause in causes}
    if "OpenSSL" in modules or names & {"VerificationError", "CertificateError"}:
        return "tls"
    if names & {"ParseError", "BadResponseVersion", "_MalformedChunkedDataError", "UnicodeDecodeError"}:
        return "not-http"
    if names & {"ResponseNeverReceived"}:
        return "no-answer"
    if names & {"ConnectionLost", "ConnectionDone", "ConnectionAborted", "ConnectionReset"}:
        return "cut-off"
    if names & {"TCPTimedOutError", "TimeoutError"}:
        return "timeout"
    if names & {"NoRouteError", "ConnectError", "ConnectBindError"}:
        return "unreachable"
    return "failed"


def _causes(error: BaseException) -> Iterable[BaseException]:
    """The error, what caused it, and what Twisted wraps in lists of Failures."""
    todo: list[BaseException] = [error]
    seen: list[BaseException] = []
    while todo and len(seen) < 50:
        one = todo.pop()
        if one in seen:
            continue
        seen.append(one)
        todo += [cause for cause in (one.__cause__, one.__context__) if cause is not None]
        todo += [failure.value for failure in getattr(one, "reasons", ()) if hasattr(failure, "value")]
    return seen


def _one_line(error: BaseException) -> str:
    within = next((one.value for one in getattr(error, "reasons", ()) if hasattr(one, "value")), error)
    text = " ".join(str(within).split()).rstrip(".") or type(within).__name__  # a sentence goes on behind it
    return text if len(text) <= 300 else text[:299] + "…"
