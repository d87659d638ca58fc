"""One crawl in a process of its own (a reactor runs once), with the settings of the project: what came of it.

Run as a program it reads its orders from standard input; imported, it offers `crawl`.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parent.parent


@dataclass
class Answer:
    """What the spider saw of one request."""

    url: str
    status: int | None = None
    body: bytes = b""
    flags: list[str] = field(default_factory=list)
    capture: int | None = None
    error: str | None = None
    kind: str | None = None
    seen_after_capture: bool = True


@dataclass
class Outcome:
    """What one crawl saw, kept and counted."""

    exchanges: list[Any]
    answers: dict[str, list[Answer]]
    manners: dict[str, Any]
    reason: str
    seconds: float
    fatal: str | None

    def of(self, url: str) -> list[Any]:
        return [exchange for exchange in self.exchanges if exchange.url == url]

    def answer(self, url: str) -> Answer:
        [one] = self.answers[url]
        return one


def crawl(
    requests: list[str | dict[str, Any]],
    *,
    hosts: tuple[str, ...] = (),
    start: str | None = None,
    settings: dict[str, Any] | None = None,
    broken: bool = False,
    follow: str | None = None,
    timeout: float = 60,
) -> Outcome:
    """Ask for *requests* (URLs, or keyword arguments of a Request), one after the other, as one site."""
    plain = [{"url": one} if isinstance(one, str) else one for one in requests]
    orders = {
        "requests": plain,
        "hosts": hosts,
        "start": start or plain[0]["url"],
        "settings": {"DOWNLOAD_DELAY": 0, "BACK_OFF": 0.01, **(settings or {})},
        "broken": broken,
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", __file__],
        input=pickle.dumps(orders),
        capture_output=True,
        timeout=timeout,
        cwd=REPO,
        env={**os.environ, "PYTHONPATH": str(REPO)},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-4000:]
    return pickle.loads(done.stdout)


def main() -> None:
    sys.path.insert(0, str(REPO))
    import scrapy
    from scrapy.crawler import CrawlerProcess
    from scrapy.settings import Settings

    from archiver.shapes import CaptureRef
    from pipelines.manners import failure_of, manners_of
    from spiders import settings as ours

    orders = pickle.load(sys.stdin.buffer)
    exchanges: list[Any] = []
    answers: dict[str, list[Answer]] = {}
    said: dict[str, Any] = {"reason": ""}

    class Run:
        id = "20261201T013000Z"

        def capture(self, exchange):
            if orders["broken"]:
                raise OSError(28, "No space left on device")
            exchanges.append(exchange)
            return CaptureRef(file="x", offset=len(exchanges) - 1, length=0, digest="")

    class Asking(scrapy.Spider):
        name = "asking"
        start_urls = (orders["start"],)
        hosts = orders["hosts"]
        run = Run()

        async def start(self):
            for one in orders["requests"]:
                yield scrapy.Request(
                    **one, callback=self.parse, errback=self.failed, dont_filter=True, cb_kwargs={"asked": one["url"]}
                )

        def parse(self, response, asked):
            ref = response.meta.get("capture")
            answers.setdefault(asked, []).append(
                Answer(
                    asked,
                    response.status,
                    response.body,
                    list(response.flags),
                    ref.offset if ref else None,
                    seen_after_capture=ref is not None and exchanges[ref.offset].url == response.url,
                )
            )

        def failed(self, failure):
            asked = failure.request.cb_kwargs["asked"]
            ref = failure.request.meta.get("capture")
            answers.setdefault(asked, []).append(
                Answer(
                    asked,
                    error=repr(failure.value),
                    kind=failure_of(failure.value),
                    capture=ref.offset if ref else None,
                )
            )

        def closed(self, reason):
            said["reason"] = reason

    settings = Settings()
    settings.setmodule(ours)
    settings.update({"LOG_LEVEL": "ERROR", **orders["settings"]}, priority="cmdline")
    process = CrawlerProcess(settings)
    crawler = process.create_crawler(Asking)
    process.crawl(crawler)
    began = time.monotonic()
    process.start()
    manners = manners_of(crawler)
    outcome = Outcome(
        exchanges=exchanges,
        answers=answers,
        manners={
            "requests": manners.requests(),
            "failures": manners.failed,
            "refused": manners.refused,
            "pauses": manners.paused,
            "robots": manners.robots_seen,
            "certificates": manners.certificates,
        },
        reason=said["reason"],
        seconds=time.monotonic() - began,
        fatal=repr(manners.fatal) if manners.fatal else None,
    )
    sys.stdout.buffer.write(pickle.dumps(outcome))


if __name__ == "__main__":
    # pickled by the name that the tests know it by
    sys.modules["crawling"] = sys.modules["__main__"]
    for shape in (Answer, Outcome):
        shape.__module__ = "crawling"
    main()
