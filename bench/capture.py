"""What listening to the wire costs, beside a bare Scrapy spider of the same pages that keeps nothing.

python bench/capture.py [pages] [rounds]

CPU a page, each mode in a process of its own, the modes in turn, so that a noisy machine is noisy for all: bare (Scrapy
as it comes), listening (the project's settings, nothing kept), archive (the same, into a WARC). Median of the rounds.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

MODES = ("bare", "listening", "archive")
PAGE = (
    "<!doctype html><html><head><title>Tin</title></head><body>"
    + "".join(f"<p>Sáng {n % 28 + 1}/8/2024, Sở X tổ chức hội nghị tổng kết công tác lần {n}.</p>" for n in range(300))
    + "</body></html>"
).encode()


def serve() -> None:
    """26 kB a page, each a little different, from the loopback; the port is printed."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                path = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1]
                if path == b"/robots.txt":
                    writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                else:
                    body = PAGE.replace(b"Tin", path)
                    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
                    writer.write(head % len(body) + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(run())


def crawl(mode: str, port: int, pages: int) -> None:
    """One crawl; CPU seconds and seconds are printed."""
    import scrapy
    from scrapy.crawler import CrawlerProcess
    from scrapy.settings import Settings

    class Asking(scrapy.Spider):
        name = "asking"
        start_urls = (f"http://127.0.0.1:{port}/",)

        async def start(self):
            for n in range(pages):
                yield scrapy.Request(f"http://127.0.0.1:{port}/{n}", callback=self.parse)

        def parse(self, response):
            response.xpath("//title/text()").get()

    settings = Settings({"LOG_LEVEL": "WARNING"})
    if mode != "bare":
        settings.setmodule("spiders.settings")
        settings.set("DOWNLOAD_DELAY", 0, priority="cmdline")
    with tempfile.TemporaryDirectory() as folder:
        run = None
        if mode == "archive":
            from archiver.keeping import create_archive

            now = datetime.now(UTC)
            run = create_archive(Path(folder), "bench", url=Asking.start_urls[0], now=now).begin(now)
            Asking.run = run
        process = CrawlerProcess(settings)
        process.crawl(Asking)
        cpu, clock = time.process_time(), time.perf_counter()
        process.start()
        print(time.process_time() - cpu, time.perf_counter() - clock)
        if run is not None:
            run.abandon()


def main(pages: int = 1000, rounds: int = 5) -> None:
    here = [sys.executable, __file__]
    with subprocess.Popen([*here, "serve"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        spent: dict[str, list[float]] = {mode: [] for mode in MODES}
        speed: dict[str, list[float]] = {mode: [] for mode in MODES}
        for _ in range(rounds):
            for mode in MODES:
                said = subprocess.run(
                    [*here, mode, port, str(pages)], capture_output=True, text=True, check=True
                ).stdout
                cpu, seconds = map(float, said.split())
                spent[mode].append(1000 * cpu / pages)
                speed[mode].append(pages / seconds)
        server.kill()
    bare = statistics.median(spent["bare"])
    for mode in MODES:
        cost, lowest, highest = statistics.median(spent[mode]), min(spent[mode]), max(spent[mode])
        print(
            f"{mode:10} {cost:5.2f} ms CPU a page ({lowest:.2f} to {highest:.2f}), {cost / bare:.2f} x bare;"
            f" {statistics.median(speed[mode]):5.0f} pages/s"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve()
    elif sys.argv[1:2] and sys.argv[1] in MODES:
        crawl(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(*map(int, sys.argv[1:]))
