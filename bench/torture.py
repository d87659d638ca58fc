"""What is done to archives until they break: kills in the midst of crawls, and harms to what was sealed.

python bench/torture.py                        both at once, bounded: 200 kills, 5,000 harms, 20 minutes at the most
python bench/torture.py --kills 20 --harms 500 --minutes 3

The kills are SIGKILLs of a real process that crawls a real site of 600 articles over HTTP; it is started again until it
ends by itself, and then every article must be there once. Beside it, the same is done to a spider of Scrapy's own that
keeps its frontier in a JOBDIR. The harms are flipped bits, cut tails, missing lines, swapped and removed files, and
records rewritten with care.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from typing import ClassVar

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from kept_archives import nights

from archiver import open_archive
from archiver.keeping import verify
from archiver.normalise import text_digest

ARTICLES, A_PAGE = 600, 20


# --- a site worth crawling --------------------------------------------------------------------------------------------


class Site(BaseHTTPRequestHandler):
    """600 articles behind 30 pages of a listing; it counts how often each is asked."""

    asked: ClassVar[Counter[str]] = Counter()
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = self.page()
        status = 200 if body else 404
        Site.asked[self.path] += 1
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> bytes:
        kind, _, number = self.path.strip("/").partition("/")
        if self.path == "/" or (kind == "trang" and number.isdecimal()):
            return listing(int(number or 1))
        if kind == "tin" and number.removesuffix(".html").isdecimal():
            return article(int(number.removesuffix(".html")))
        return b""

    def log_message(self, *_: object) -> None:
        """Silent."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Whoever is killed hangs up; that is what we are here for."""


def listing(number: int) -> bytes:
    numbers = range((number - 1) * A_PAGE, min(number * A_PAGE, ARTICLES))
    items = "".join(
        f"<li><a href='/tin/{n}.html'>{title(n)}</a> <span>{1 + n % 28:02}/11/2025</span></li>" for n in numbers
    )
    last = ARTICLES // A_PAGE
    turn = f"<a href='/trang/{number + 1}'>Trang sau</a>" if number < last else ""
    return (
        f"<html><head><title>Tin tức</title></head><body><h2>Tin tức</h2><ul class='news'>{items}</ul>"
        f"<div class='pager'>Trang {number}/{last} {turn}</div></body></html>"
    ).encode()


def title(number: int) -> str:
    return f"Hội nghị thi đua số {number} của các cơ sở vùng cao"


def article(number: int) -> bytes:
    day = f"{1 + number % 28:02}/11/2025"
    text = "".join(
        f"<p>Sáng {day}, hội nghị số {number} nghe báo cáo thứ {n} về phong trào thi đua yêu nước, "
        f"biểu dương {n + number} tập thể và bàn việc của năm tới với các cơ sở trong vùng.</p>"
        for n in range(1, 6)
    )
    return (
        f"<html><head><title>{title(number)}</title></head><body><div><a href='/'>Tin tức</a></div>"
        f"<div class='detail'><h1>{title(number)}</h1><div class='date'>Ngày đăng: {day}</div>"
        f"<div class='content'>{text}<p style='text-align:right'><b>An Bình</b></p></div></div></body></html>"
    ).encode()


def archive_child(url: str, root: Path) -> None:
    from archiver.running.options import CrawlOptions
    from spiders.crawling import crawl

    outcome = crawl(url, CrawlOptions(root=root, slug="thu", delay=0.0, log_level="ERROR"))
    sys.exit(int(outcome.exit))


def jobdir_child(url: str, folder: Path) -> None:
    import scrapy
    from scrapy.crawler import CrawlerProcess

    class News(scrapy.Spider):
        name = "news"
        start_urls = (url,)

        def parse(self, response):  # type: ignore[no-untyped-def]
            if "/tin/" in response.url:
                yield {"url": response.url}
            else:
                yield from response.follow_all(css="li a, .pager a")

    settings = {
        "JOBDIR": str(folder / "job"), "LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "DOWNLOAD_DELAY": 0,
        "FEEDS": {str(folder / "%(time)s.jsonl"): {"format": "jsonlines"}}, "ROBOTSTXT_OBEY": False,
    }  # fmt: skip
    process = CrawlerProcess(settings)
    process.crawl(News)
    process.start()


def until_it_ends(target, arguments, chance, longest, deadline):  # type: ignore[no-untyped-def]
    """Start it, kill it, start it again, until it ends by itself; (kills, exit code or None where time ran out)."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["scrapy", "archiver.running.options", "archiver.reading.page", "archiver.keeping"])
    kills = 0
    while time.monotonic() < deadline:
        child = context.Process(target=target, args=arguments)
        child.start()
        child.join(chance.uniform(0.2, longest))
        if child.exitcode is None:
            child.kill()
            kills += 1
            child.join()
        else:
            return kills, child.exitcode
    return kills, None


def kill_crawls(kills: int, seconds: float, chance: random.Random) -> list[str]:
    """SIGKILLs at random moments of crawls that are resumed to their end; what came of it, in lines."""
    server = Server(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    try:
        return [kill_ours(url, kills, seconds * 0.85, chance), kill_jobdir(url, seconds * 0.15, chance)]
    finally:
        server.shutdown()
        server.server_close()


def kill_ours(url: str, kills: int, seconds: float, chance: random.Random) -> str:
    done, trials, figures = 0, 0, Counter[str]()
    deadline = time.monotonic() + seconds
    wanted = {title(n) for n in range(ARTICLES)}
    while done < kills and time.monotonic() < deadline:
        with tempfile.TemporaryDirectory() as folder:
            Site.asked.clear()
            killed, code = until_it_ends(archive_child, (url, Path(folder)), chance, 6.0, deadline)
            if code is None:
                print(f"  {killed} kills more, and the time was up before that crawl came to its end", flush=True)
                break
            done, trials = done + killed, trials + 1
            path = Path(folder, "thu")
            titles = Counter(record.title for record in open_archive(path).revisions())
            harms = verify(path, workers=1).harms
            asked = sum(n - 1 for url_, n in Site.asked.items() if url_.startswith("/tin/"))
            figures["crawls that did not end with 0"] += code != 0
            figures["articles lost"] += len(wanted - set(titles))
            figures["records doubled"] += sum(n - 1 for n in titles.values())
            figures["harms found by verify"] += len(harms)
            figures["articles asked again"] += asked
            came = f"{len(titles)} articles, {len(harms)} harms, {asked} asked again"
            print(f"  trial {trials}: {killed} kills, exit {code}, {came}", flush=True)
    short = "" if done >= kills else f" (the time was up before {kills})"
    told = ", ".join(f"{number} {what}" for what, number in figures.items())
    return f"archiver: {done} kills in {trials} crawls of {ARTICLES} articles{short}: {told}"


def kill_jobdir(url: str, seconds: float, chance: random.Random) -> str:
    """The same to a spider of Scrapy's own."""
    lost, kills = list[int](), 0
    deadline = time.monotonic() + seconds
    while len(lost) < 5 and time.monotonic() < deadline:
        with tempfile.TemporaryDirectory() as folder:
            Site.asked.clear()
            killed, code = until_it_ends(jobdir_child, (url, Path(folder)), chance, 3.0, deadline)
            if code is None:
                break
            found = set()
            for file in Path(folder).glob("*.jsonl"):
                for line in file.read_text().splitlines():
                    with suppress(ValueError):
                        found.add(json.loads(line)["url"])
            kills += killed
            never = ARTICLES - sum(path.startswith("/tin/") for path in Site.asked)
            lost.append(ARTICLES - len(found))
            came = f"{lost[-1]} of {ARTICLES} not in its output, {never} of them never asked"
            print(f"  JOBDIR trial {len(lost)}: {killed} kills, exit {code}, {came}", flush=True)
    each = ", ".join(map(str, lost))
    return f"Scrapy JOBDIR: {kills} kills in {len(lost)} crawls: of {ARTICLES} articles each not in its output: {each}"


# --- harms to sealed archives ---------------------------------------------------------------------------------------


def flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def cut(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))])


def zeros(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randrange(1, 4096))
    if any(data[start:end]):
        data[start:end] = bytes(end - start)
    else:
        data[start] ^= 1
    path.write_bytes(data)


def drop_line(path: Path, chance: random.Random) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    path.write_bytes(b"".join(lines))


def double_line(path: Path, chance: random.Random) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    place = chance.randrange(len(lines))
    path.write_bytes(b"".join([*lines[: place + 1], lines[place], *lines[place + 1 :]]))


def edit_record(path: Path, chance: random.Random) -> None:
    """As someone would who wants the record to say something else, and knows of text_digest."""
    lines = path.read_text().splitlines(keepends=True)
    place = chance.randrange(len(lines))
    record = json.loads(lines[place])
    record["body"] = record["body"].replace("sáng kiến", "sai phạm", 1) + " "
    record["text_digest"] = text_digest(record["title"], record["lead"], record["body"])
    lines[place] = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text("".join(lines))


def swap(path: Path, chance: random.Random) -> None:
    others = [p for p in path.parent.iterdir() if p.suffix == path.suffix and p != path and p.is_file()]
    other = chance.choice(others)
    path.write_bytes(other.read_bytes())


def remove(path: Path, chance: random.Random) -> None:
    path.unlink()


LINES, FILES = ("records/*/*.jsonl", "captures/*/*.cdxj", "manifest*.txt"), ("records/*/*", "captures/*/*", "runs/*")
EVERY = (*FILES, "manifest*.txt", "archive.json")
HARMS = {
    flip: (60, EVERY), cut: (8, EVERY), zeros: (8, EVERY), drop_line: (6, LINES), double_line: (6, LINES),
    edit_record: (6, LINES[:1]), swap: (3, FILES), remove: (3, EVERY),
}  # fmt: skip
"""Of a hundred harms, so many of each kind, and to which files."""


def harm_archives(harms: int, seconds: float, seed: int) -> str:
    """Harm, look, put back; what was missed is told with its place."""
    deadline, chance = time.monotonic() + seconds, random.Random(seed)
    found, kinds, missed = 0, Counter[str](), []
    with tempfile.TemporaryDirectory() as folder:
        path = nights(Path(folder), range(12)).path
        choices = [harm for harm, (weight, _) in HARMS.items() for _ in range(weight)]
        while found + len(missed) < harms and time.monotonic() < deadline:
            harm = chance.choice(choices)
            files = sorted({p for pattern in HARMS[harm][1] for p in path.glob(pattern) if p.stat().st_size})
            target = chance.choice(files)
            whole = target.read_bytes()
            harm(target, chance)
            if target.exists() and target.read_bytes() == whole:
                continue  # a swap with its equal, an edit that changed nothing
            kinds[harm.__name__] += 1
            if verify(path, derive=False, workers=1).harms:
                found += 1
            else:
                missed.append(f"{harm.__name__} of {target.relative_to(path)}")
            target.write_bytes(whole)
        assert not verify(path, workers=1).harms
    done = found + len(missed)
    short = "" if done >= harms else f" (the time was up before {harms})"
    each = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    return f"harms: {done}{short}, {found} found, {len(missed)} missed{': ' if missed else ''}{missed or ''} ({each})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--harms", type=int, default=5000)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else random.randrange(1 << 30)
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M}Z, seed {seed}; {shutil.disk_usage('.').free >> 30} GiB free", flush=True)
    begun, seconds = time.monotonic(), asked.minutes * 60 - 10
    lines: list[str] = []
    with ProcessPoolExecutor(1, get_context("spawn")) as other:  # the harms have one core, the kills the other
        harming = other.submit(harm_archives, asked.harms, seconds, seed) if asked.harms else None
        if asked.kills:
            lines += kill_crawls(asked.kills, seconds, random.Random(seed))
        if harming is not None:
            lines.append(harming.result())
    print("\n".join([*lines, f"{time.monotonic() - begun:.0f} s"]))


if __name__ == "__main__":
    main()
