"""Crawls with the settings of the project, in this process: what the spider saw, what was kept, what was counted.

A reactor can be started once a process, so it is, in a thread of its own; `spiders.crawling` does the same.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings

from archiver.shapes import CaptureRef, Exchange
from spiders import settings as ours
from spiders.crawling import _reactor


@dataclass
class Answer:
    """What the spider saw of one request."""

    url: str
    status: int | None = None
    body: bytes = b""
    flags: list[str] = field(default_factory=list)
    capture: int | None = None
    """Place in `Outcome.exchanges`."""
    error: str | None = None
    kind: str | None = None
    captured_before: bool = False
    """Whether the archive had the exchange when the spider saw the answer."""


@dataclass
class Outcome:
    """What one crawl saw, kept and counted."""

    exchanges: list[Exchange]
    answers: dict[str, list[Answer]]
    reason: str
    manners: dict[str, Any]
    seconds: float
    fatal: str | None

    def of(self, url: str) -> list[Exchange]:
        return [exchange for exchange in self.exchanges if exchange.url == url]

    def answer(self, url: str) -> Answer:
        [one] = self.answers[url]
        return one


class Run:
    """A run that keeps exchanges in memory, or cannot."""

    id = "20261201T013000Z"

    def __init__(self, exchanges: list[Exchange], *, broken: bool) -> None:
        self.exchanges = exchanges
        self.broken = broken

    def capture(self, exchange: Exchange) -> CaptureRef:
        if self.broken:
            raise OSError(28, "No space left on device")
        self.exchanges.append(exchange)
        return CaptureRef(file="x", offset=len(self.exchanges) - 1, length=0, digest="")


class Asking(scrapy.Spider):
    """Asks what it is told to."""

    name = "asking"

    async def start(self):
        for one in self.requests:
            yield scrapy.Request(
                **one, callback=self.parse, errback=self.failed, dont_filter=True, cb_kwargs={"asked": one["url"]}
            )

    def parse(self, response, asked):
        ref = response.meta.get("capture")
        answer = Answer(asked, response.status, response.body, list(response.flags), ref.offset if ref else None)
        answer.captured_before = ref is not None and self.run.exchanges[ref.offset].url == response.url
        self.answers.setdefault(asked, []).append(answer)

    def failed(self, failure):
        from pipelines.manners import failure_of

        asked = failure.request.cb_kwargs["asked"]
        ref = failure.request.meta.get("capture")
        answer = Answer(asked, error=repr(failure.value), kind=failure_of(failure.value))
        answer.capture = ref.offset if ref else None
        self.answers.setdefault(asked, []).append(answer)

    def closed(self, reason):
        self.reason = reason


def crawl(
    requests: list[str | dict[str, Any]],
    *,
    hosts: tuple[str, ...] = (),
    start: str | None = None,
    settings: dict[str, Any] | None = None,
    broken: bool = False,
    names: dict[str, str | None] | None = None,
    spider: dict[str, Any] | None = None,
    timeout: float = 60,
) -> Outcome:
    """Ask for *requests* (URLs, or keyword arguments of a Request), one after the other, as one site.

    *names* stands in for the DNS, which a test has none of; *broken* makes the archive unwritable;
    *spider* holds further attributes of the spider.
    """
    plain = [{"url": one} if isinstance(one, str) else one for one in requests]
    told = Settings()
    told.setmodule(ours)
    told.update(
        {"DOWNLOAD_DELAY": 0, "BACK_OFF": 0.01, "LOG_LEVEL": "CRITICAL", **(settings or {})}, priority="cmdline"
    )
    exchanges: list[Exchange] = []
    answers: dict[str, list[Answer]] = {}
    loop = _reactor()
    began = time.monotonic()

    async def whole():
        from scrapy.resolver import CachingHostnameResolver, dnscache
        from twisted.internet import reactor
        from twisted.internet.address import IPv4Address

        if not isinstance(reactor.nameResolver, CachingHostnameResolver):
            CachingHostnameResolver(reactor, 100).install_on_reactor()
        dnscache.clear()
        for name, address in (names or {}).items():
            dnscache[name] = [IPv4Address("TCP", address, 0)] if address else []
        crawler = AsyncCrawlerRunner(told).create_crawler(Asking)
        await crawler.crawl_async(
            start_urls=[start or plain[0]["url"]],
            hosts=hosts,
            requests=plain,
            answers=answers,
            run=Run(exchanges, broken=broken),
            **(spider or {}),
        )
        return crawler

    crawler = asyncio.run_coroutine_threadsafe(whole(), loop).result(timeout)
    from pipelines.manners import manners_of

    manners = manners_of(crawler)
    return Outcome(
        exchanges=exchanges,
        answers=answers,
        reason=getattr(crawler.spider, "reason", ""),
        manners={
            "requests": manners.requests(),
            "failures": manners.failed,
            "refused": manners.refused,
            "pauses": manners.paused,
            "robots": manners.robots_seen,
            "certificates": manners.certificates,
        },
        seconds=time.monotonic() - began,
        fatal=repr(manners.fatal) if manners.fatal else None,
    )
