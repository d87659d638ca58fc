"""One site, from the first request to the sealed archive, in this process: what `archiver crawl` calls.

Twisted's reactor can be started once a process, so it is: in a thread of its own, which later crawls find running.
The caller's thread waits, and turns an interrupt into an end in good order.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from types import FrameType
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging
from scrapy.utils.reactor import install_reactor

from archiver.errors import ArchiveError, ArchiverError, Exit, UsageError
from archiver.running.logs import log
from archiver.running.many import worst
from archiver.running.options import CrawlOptions, Progress
from archiver.running.report import CrawlOutcome
from spiders.department import DepartmentSpider
from spiders.loading import load
from spiders.opening import site_of

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None


def crawl(target: str, options: CrawlOptions, *, progress: Callable[[Progress], None] | None = None) -> CrawlOutcome:
    """Crawl *target* (a profile's name, an archive's slug, or a URL) to its end, and say how it went.

    Never raises for what a site or a disk does: the outcome carries the exit code and the one line.
    """
    crawler: list[Crawler] = []
    load()  # as good as nothing where the program has done so
    try:
        if options.storage is not None:
            _bring(target, options, options.storage)
        site = site_of(target, options)
        with log_of(options, site.slug):
            loop = _reactor()
            future = asyncio.run_coroutine_threadsafe(_run(target, options, site.profile, progress, crawler), loop)
            with _signals(_stopping(loop, future, crawler)):
                while wait([future], timeout=0.5).not_done:
                    pass
                future.result()
    except ArchiverError as error:
        return CrawlOutcome(exit=error.exit_code, message=str(error))
    except OSError as error:
        where = f"{error.filename!r}: " if error.filename else ""
        return CrawlOutcome(exit=Exit.DAMAGED, message=f"{where}{error.strerror or error}. Mend the disk")
    except Exception as error:
        if options.debug:
            raise
        return CrawlOutcome(
            exit=Exit.UNREACHABLE,
            message=f"{target!r}: {type(error).__name__}: {error}. This is a defect of archiver: please report it"
            " with what --debug shows",
        )
    return _offloaded(outcome_of(crawler[0].spider), options)


def _bring(target: str, options: CrawlOptions, storage: str) -> None:
    """Take up what another machine sealed of this site; nothing is done where storage knows no more than we do."""
    from archiver.keeping.offload import bring

    try:
        slug = site_of(target, options).slug
    except UsageError:
        if "/" in target:
            raise
        slug = target  # an archive that is in storage alone
    bring(f"{storage}/{slug}", options.root / slug)


def _offloaded(outcome: CrawlOutcome, options: CrawlOptions) -> CrawlOutcome:
    """The outcome, after what was sealed went to storage, where there is one."""
    if options.storage is None or outcome.archive is None or outcome.report is None:
        return outcome
    from archiver.keeping.offload import offload

    try:
        offload(outcome.archive, options.storage, now=datetime.now(UTC), keep_local=options.keep_local)
    except ArchiverError as error:
        message = f"{outcome.message}; {error}" if outcome.message else str(error)
        return replace(outcome, exit=worst([outcome.exit, error.exit_code]), message=message)
    return outcome


def _stopping(
    loop: asyncio.AbstractEventLoop, future: Future[None], crawler: list[Crawler]
) -> Callable[[int, FrameType | None], None]:
    """What ends the run in good order, when a signal comes."""

    def stop(_number: int = 0, _frame: FrameType | None = None) -> None:
        if crawler and crawler[0].spider is not None:
            loop.call_soon_threadsafe(crawler[0].spider.stop_in_good_order)  # type: ignore[attr-defined]
        elif not future.done():  # told while the archive is still being opened
            loop.call_soon_threadsafe(lambda: loop.call_later(0.2, stop, 0, None))

    return stop


def log_of(options: CrawlOptions, site: str) -> AbstractContextManager[None]:
    """What writes the log of a run of *site* while it goes on."""
    return log(site, form=options.log_format, level=options.log_level, file=options.log_file)


def outcome_of(spider: Any) -> CrawlOutcome:
    """How the run of a spider that was closed went."""
    fatal = getattr(spider, "fatal", None)
    path = spider.archive.path
    if fatal is not None:
        code = fatal.exit_code if isinstance(fatal, ArchiverError) else Exit.DAMAGED
        return CrawlOutcome(exit=code, message=str(fatal), archive=path)
    report = spider.report
    left = None if spider.reporter.nowhere else path
    return CrawlOutcome(exit=Exit(report.exit_code), message=report.message, report=report, archive=left)


async def _run(
    target: str,
    options: CrawlOptions,
    profile: Any,
    progress: Callable[[Progress], None] | None,
    crawlers: list[Crawler],
) -> None:
    settings = settings_for(options, profile)
    configure_logging(settings)
    logging.getLogger("scrapy").setLevel(logging.NOTSET)  # else each answer makes two lines that no handler wants
    for name in ("scrapy.core.downloader.handlers.http11", "scrapy.downloadermiddlewares.httpcompression"):
        # What is too large is in the report; cron would mail scrapy's warning of it.
        logging.getLogger(name).setLevel(logging.DEBUG if options.debug else logging.ERROR)
    runner = AsyncCrawlerRunner(settings)
    crawler = runner.create_crawler(DepartmentSpider)
    crawlers.append(crawler)
    create = crawler._create_spider

    def creating(*args: Any, **kwargs: Any) -> Any:
        spider = create(*args, **kwargs)
        spider.on_progress = progress  # type: ignore[attr-defined]
        return spider

    crawler._create_spider = creating  # type: ignore[method-assign]
    await runner.crawl(crawler, url=target, options=options)
    spider = crawler.spider
    if spider is None or not (hasattr(spider, "report") or hasattr(spider, "fatal")):
        raise ArchiveError(f"{target!r}: the run did not come to its end; see the log. The next run mends what it left")


def settings_for(options: CrawlOptions, profile: Any = None) -> Settings:
    """Scrapy's settings for a run: our own, and what the options say."""
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    settings.setdict(said_by(options, profile), priority="cmdline")
    return settings


def said_by(options: CrawlOptions, profile: Any = None) -> dict[str, Any]:
    """The settings of Scrapy that the options, or else the site's profile, have a word on.

    >>> said = said_by(CrawlOptions(delay=3.0, contact="luutru@example.vn"))
    >>> said["DOWNLOAD_DELAY"], said["CONTACT"], "USER_AGENT" in said
    (3.0, 'luutru@example.vn', False)
    """
    said: dict[str, Any] = {
        "DOWNLOAD_DELAY": options.delay if options.delay is not None else getattr(profile, "delay", None),
        "CONTACT": options.contact or getattr(profile, "contact", None),
        "USER_AGENT": options.user_agent,
        "DOWNLOAD_TIMEOUT": options.timeout,
        "RETRY_TIMES": options.retries,
        "LOG_LEVEL": options.log_level,
        "LOG_ENABLED": False,  # ours instead, see log_of
    }
    return {name: value for name, value in said.items() if value is not None}


def _reactor() -> asyncio.AbstractEventLoop:
    """The event loop of the one reactor of this process, running in its own thread."""
    global _loop
    with _lock:
        if _loop is None:
            ready: Future[asyncio.AbstractEventLoop] = Future()
            threading.Thread(target=_turn, args=(ready,), name="reactor", daemon=True).start()
            _loop = ready.result()
        return _loop


def _turn(ready: Future[asyncio.AbstractEventLoop]) -> None:
    gc.set_threshold(10_000, 20)  # the default looks for garbage twice a page, 2 % of its time; memory stays as it was
    try:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
        from twisted.internet import reactor

        turning: Any = reactor
        turning.callWhenRunning(ready.set_result, loop)
        turning.run(installSignalHandlers=False)
    except BaseException as error:
        if not ready.done():
            ready.set_exception(error)
        raise


@contextmanager
def _signals(stop: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """SIGINT and SIGTERM end the run in good order; a second one, at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: dict[signal.Signals, Any] = {}

    def once(number: int, frame: FrameType | None) -> None:
        for one, handler in before.items():
            signal.signal(one, handler)
        stop(number, frame)

    for one in (signal.SIGINT, signal.SIGTERM):
        before[one] = signal.signal(one, once)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
