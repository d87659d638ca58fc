"""What keeping costs, each figure beside its peer in the same run.

python bench/keeping.py            some minutes; 600 pages of about 60 kB
python bench/keeping.py --pages 200
python bench/keeping.py --records 100000
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from multiprocessing import Process, Queue
from pathlib import Path

import fastwarc.warc

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import torture
from kept_archives import NIGHT, answer, exchange, read

from archiver import reextract
from archiver.keeping import Archive, Run, create_archive, verify
from archiver.keeping.captures import page_of
from archiver.keeping.parallel import in_order
from archiver.reading.article import extract

WORDS = (
    "thi đua khen thưởng phong trào hội nghị tổng kết cơ sở đơn vị tập thể cá nhân sáng kiến năm nay thành tích "
    "công tác xây dựng phát triển nhân dân chính quyền kế hoạch nhiệm vụ giải pháp đổi mới chất lượng hiệu quả"
).split()


def page(number: int) -> bytes:
    """A page as portals make them: some 60 kB, of which the article is a twentieth."""
    chance = random.Random(number)

    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=18)).capitalize() + "."

    menu = "".join(
        f"<li class='item{n % 3}'><a href='/muc/{n}?tab={number}'>{' '.join(chance.choices(WORDS, k=4))}</a></li>"
        for n in range(220)
    )
    script = "".join(f"var v{n}={chance.random()};" for n in range(600))
    body = "".join(f"<p style='text-align:justify'>{sentence()} {sentence()}</p>" for _ in range(9))
    related = "".join(f"<li><a href='/tin/{n}'>{sentence()}</a> <span>(05/10)</span></li>" for n in range(10))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Tin {number}</title><script>{script}</script></head>"
        f"<body><ul>{menu}</ul><div id='main'><h1>Hội nghị số {number}: {sentence()}</h1>"
        f"<span class='date'>Thứ Ba, 24/11/2026, 08:30</span><div class='content'>{body}</div><ul>{related}</ul></div>"
        f"<div>{menu}</div></body></html>"
    ).encode()


def timed(work: Callable[[], object]) -> tuple[float, float, object]:
    """(seconds, CPU seconds of this process and its children, what came of it)."""
    before, begun = cpu(), time.perf_counter()
    result = work()
    return time.perf_counter() - begun, cpu() - before, result


def shared_out(work: Callable[[], object]) -> list[float]:
    """CPU seconds that each process took which *work* had its tasks done by; the last is this one's own.

    Looked up while they run: what a second core is good for can be told from it on a machine that others use too.
    """
    from multiprocessing import forkserver

    took: dict[str, float] = {}
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.01):
            server = getattr(forkserver._forkserver, "_forkserver_pid", None)  # type: ignore[attr-defined]
            for file in Path("/proc").glob("[0-9]*/stat") if server else ():
                with suppress(OSError):
                    facts = file.read_text().rpartition(")")[2].split()
                    if int(facts[1]) == server:
                        took[file.parent.name] = (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")

    looking = threading.Thread(target=look)
    before = time.thread_time()
    looking.start()
    try:
        work()
    finally:
        ended.set()
        looking.join()
    return [*took.values(), time.thread_time() - before]


def cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def write(root: Path, pages: int) -> tuple[Archive, float, float]:
    """(the archive, CPU seconds spent on capturing and on keeping)."""
    archive = create_archive(root, "thu", url="http://thu.example/", now=NIGHT)
    items = [
        exchange(f"http://thu.example/tin/{n}", answer(page(n)), NIGHT + timedelta(seconds=n)) for n in range(pages)
    ]
    with archive.begin(NIGHT) as run:
        _, capturing, refs = timed(lambda: [run.capture(item) for item in items])
        records = [read(item, ref) for item, ref in zip(items, refs, strict=True)]  # type: ignore[call-overload]

        def keep() -> None:
            for record in records:
                run.keep(record)
            run.seal({})

        _, keeping, _ = timed(keep)
    return archive, capturing, keeping


def unchanged_night(archive: Archive, days: int, pages: int) -> int:
    """Bytes that a night costs on which a front page, three listings and ten articles are asked and nothing is new."""
    before = size(archive.path)
    at = NIGHT + timedelta(days=days)
    with archive.begin(at) as run:
        for n in range(4):
            run.capture(exchange(f"http://thu.example/tin/{n}", answer(page(n)), at))
        for n in range(10, 20):
            run.capture(exchange(f"http://thu.example/tin/{n}", b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n", at))
        run.seal({"state": "done"})
    return size(archive.path) - before


def at_scale(root: Path, records: int) -> None:
    """Memory and time of an archive of many articles: kept, kept again unchanged, read, its catalogue made anew."""
    archive = create_archive(root, "lon", url="http://thu.example/", now=NIGHT)
    item = exchange("http://thu.example/tin/1", answer(page(1)))

    def peak() -> float:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def night(day: int) -> int:
        with archive.begin(NIGHT + timedelta(days=day)) as run:
            record = read(item, run.capture(item))
            for number in range(records):
                run.keep(replace(record, id="", url=f"http://thu.example/tin/{number}"))
                if number % 500 == 0:
                    run.commit()
            run.seal({})
            return run.kept

    before = peak()
    first, _, kept = timed(lambda: night(0))
    assert kept == records
    pace = f"{first:.1f} s ({records / first:,.0f} a second)"
    print(f"{records:,} articles: kept in {pace}, peak memory +{peak() - before:.0f} MB")
    again, _, kept = timed(lambda: night(1))
    assert kept == 0
    print(f"  the same again, unchanged: {again:.1f} s, peak memory +{peak() - before:.0f} MB")
    seen, _, count = timed(lambda: sum(1 for _ in archive))
    assert count == records
    print(f"  read, the latest of each: {seen:.1f} s, peak memory +{peak() - before:.0f} MB")
    (archive.path / "catalogue.sqlite").unlink()
    anew, _, _ = timed(lambda: archive.begin(NIGHT + timedelta(days=2)).abandon())
    print(f"  the catalogue made anew: {anew:.1f} s, peak memory +{peak() - before:.0f} MB")


def serve(port: Queue[int]) -> None:
    """The site of bench/torture.py with pages of a portal's size, in a process of its own."""
    thin = torture.article

    def article(number: int) -> bytes:
        script = " ".join(random.Random(number).choices(WORDS, k=9000))
        return thin(number).replace(b"</head>", f"<script>var text='{script}'</script></head>".encode())

    torture.ARTICLES, torture.article = 160, article
    server = torture.Server(("127.0.0.1", 0), torture.Site)
    port.put(server.server_port)
    server.serve_forever()


def share_of_a_crawl(root: Path) -> None:
    """What part of a real crawl's CPU goes into capturing and keeping."""
    from archiver.running.options import CrawlOptions
    from spiders.crawling import crawl

    spent: dict[str, float] = {}

    def watched(name: str, method: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            begun = time.thread_time()
            try:
                return method(*arguments)
            finally:
                spent[name] = spent.get(name, 0.0) + time.thread_time() - begun

        return call

    for name in ("capture", "keep", "commit", "seal"):
        setattr(Run, name, watched(name, getattr(Run, name)))
    port: Queue[int] = Queue()
    server = Process(target=serve, args=(port,), daemon=True)
    server.start()
    begun = time.process_time()
    options = CrawlOptions(root=root, slug="thu", delay=0.0, log_level="ERROR")
    outcome = crawl(f"http://127.0.0.1:{port.get()}/", options)
    total = time.process_time() - begun
    server.kill()
    shares = ", ".join(f"{name} {seconds / total:.1%}" for name, seconds in spent.items())
    print(f"a crawl (exit {int(outcome.exit)}) took {total:.2f} s CPU; of these {shares}")


def size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and "sqlite" not in p.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--records", type=int, default=0, help="measure instead an archive of so many articles")
    parser.add_argument("--crawl", action="store_true", help="measure instead what a crawl spends on capturing")
    asked = parser.parse_args()
    if asked.crawl:
        with tempfile.TemporaryDirectory() as folder:
            share_of_a_crawl(Path(folder))
        return
    pages = asked.pages
    if asked.records:
        with tempfile.TemporaryDirectory() as folder:
            at_scale(Path(folder), asked.records)
        return
    with tempfile.TemporaryDirectory() as folder:
        archive, capturing, keeping = write(Path(folder), pages)
        [file] = archive.capture_files()
        raw = sum(len(e.response) for _, e in archive.captures())
        packed = file.stat().st_size / pages / 1000
        print(f"{pages} pages, {raw / pages / 1000:.0f} kB each, {packed:.1f} kB packed; {os.cpu_count()} cores")
        print(f"capture {capturing / pages * 1000:.2f} ms CPU a page; keep and seal {keeping / pages * 1000:.2f} ms")

        def read_alone() -> int:
            with file.open("rb") as opened:
                return sum(len(r.reader.read()) for r in fastwarc.warc.ArchiveIterator(opened, parse_http=False))

        def ours_alone() -> int:
            return sum(1 for _ in archive.captures())

        def extract_alone() -> None:
            for _, item in archive.captures():
                found = page_of(item)
                extract(found.body, found.url, content_type=found.content_type, fetched_at=found.fetched_at)

        peer, ours = timed(read_alone)[1], timed(ours_alone)[1]
        print(f"reading the WARC, CPU: FastWARC {peer:.2f} s, ours with exchanges made {ours:.2f} s")
        alone = timed(extract_alone)[1]
        bytes_only = timed(lambda: verify(archive.path, derive=False, workers=1))[1]
        print(f"verify without reading again: {bytes_only:.2f} s CPU ({raw / bytes_only / 1e6:.0f} MB/s unpacked)")
        start, _, _ = timed(lambda: list(in_order([(len, ((),))] * 4, 2)))
        print(f"starting two processes takes {start:.2f} s, of which the first imports once for both")
        for name, work in (
            ("verify", lambda n: verify(archive.path, workers=n)),
            ("reextract", lambda n: reextract.reextract(archive, now=NIGHT, dry_run=True, workers=n)),
        ):
            walls: dict[int, list[float]] = {1: [], 2: []}
            used: dict[int, list[float]] = {1: [], 2: []}
            for _ in range(asked.repeat):  # in turn, and the least of each: others use this machine too
                seconds, one, _ = timed(lambda work=work: work(1))  # type: ignore[misc]
                walls[1].append(seconds)
                used[1].append(one)
                begun = time.perf_counter()
                *theirs, own = shared_out(lambda work=work: work(2))  # type: ignore[misc]
                walls[2].append(time.perf_counter() - begun)
                used[2].append(sum(theirs))
            one, two = min(used[1]), min(used[2])
            print(
                f"{name}: reading and extracting alone {alone:.2f} s CPU, one process {one:.2f} s "
                f"({alone / one:.0%} of that speed); two {two:.2f} s together, and {own:.2f} s for handing out"
            )
            print(
                f"  wall, least of {asked.repeat}: {min(walls[1]):.2f} s with one, {min(walls[2]):.2f} s with two "
                f"({min(walls[1]) / min(walls[2]):.2f} ×, load average {os.getloadavg()[0]:.1f})"
            )
        nights = [unchanged_night(archive, day, pages) for day in (1, 2)]
        print(f"an unchanged night (4 pages again, 10 times 304): {nights[0]:,} bytes, the next one {nights[1]:,}")
        share = capturing / (capturing + keeping + alone)
        print(f"capture is {share:.0%} of capturing, keeping and extracting, without Scrapy's own share")


if __name__ == "__main__":
    main()
