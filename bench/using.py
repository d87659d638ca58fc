"""Searching and counting in a large archive, beside its peers, in one run.

    python bench/using.py search|serve|publish [--records N] [--folder DIR] [--keep]

search (1,000,000 records unless told): makes an archive of that many generated records (40 sites, some 300 syllables
each, drawn by Zipf's law from 6,000 Vietnamese-like syllables, "thi đua" and "khen thưởng" the commonest), indexes it,
and asks it two-word queries: common (both words among the 20 commonest), drawn (as the texts are), and rare.
Beside it, on the same questions:
SQLite FTS5 (folded by its own remove_diacritics 2), a DuckDB scan, and grep. Prints a Markdown table.

serve (100,000): opens the reading room over it with two workers and asks, over eight connections that are kept alive,
for the answers to drawn two-word queries and for articles; requests a second, the client on the same two cores.

publish (10,000): writes it as plain files; seconds, files, megabytes.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import itertools
import json
import random
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from string import Template
from urllib.parse import quote

import msgspec

from archiver.shapes import CaptureRef, Extractor, Record
from archiver.using.search import Search, folded

SITES = 40


def syllables(draw: random.Random) -> tuple[list[str], list[float]]:
    """6,000 syllables and their cumulative weights."""
    onsets = [*"bcdđghklmnrstvx", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"]
    nuclei = [*"aăâeêioôơuưy", "ia", "iê", "ua", "uô", "ưa", "ươ", "oa", "oe", "uy", "ai", "ao", "au", "ay", "ây"]
    nuclei += ["eo", "êu", "iu", "oi", "ôi", "ơi", "ui", "ưi"]
    codas = ["", "", "", "n", "ng", "m", "t", "c", "p", "nh", "ch"]
    tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
    made: dict[str, None] = dict.fromkeys(["thi", "đua", "khen", "thưởng"])
    while len(made) < 6000:
        nucleus = draw.choice(nuclei)
        word = draw.choice(onsets) + nucleus[0] + draw.choice(tones) + nucleus[1:] + draw.choice(codas)
        made[unicodedata.normalize("NFC", word)] = None
    words = list(made)
    return words, list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))


def make(root: Path, count: int) -> tuple[list[str], list[float]]:
    """Write *count* records below *root*; the vocabulary is returned."""
    draw = random.Random(20261124)
    words, weights = syllables(draw)
    made = Record(
        id="@id", revision=1, change="new", run="@run", site="@site", url="http://@site.example/@n", status="published",
        fetched_at="2026-01-01T00:00:00Z", title="@title", lead="@lead", body="@body", byline="M.Hải",
        authors=["M.Hải"], category="Tin tức", published="@day", language="vi", text_digest="sha256:@digest",
        capture=CaptureRef("captures/2026/@run-00000.warc.gz", 1, 1, "sha256:@digest"), extractor=Extractor("0.1.0"),
    )  # fmt: skip
    line = Template(msgspec.json.encode(made).decode().replace("$", "$$").replace("@", "$") + "\n")

    def text(length: int) -> str:
        return " ".join(draw.choices(words, cum_weights=weights, k=length))

    for number in range(SITES):
        site, run = f"site{number:02d}", "20260101T000000Z"
        folder = root / site / "records" / "2026"
        folder.mkdir(parents=True)
        with (folder / f"{run}.jsonl").open("w", encoding="utf-8") as out:
            for n in range(number, count, SITES):
                day = f"{2006 + n % 20}-{1 + n % 12:02d}-{1 + n % 28:02d}"
                out.write(
                    line.substitute(
                        id=f"{site}-{n:016d}",
                        run=run,
                        site=site,
                        n=n,
                        digest=f"{n:064d}",
                        day=day,
                        title=text(12),
                        lead=text(35),
                        body=text(250),
                    )
                )
    return words, weights


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))] * 1000


def timed(ask: Callable[[list[str]], object], questions: list[list[str]]) -> list[float]:
    times = []
    for words in questions:
        begun = time.perf_counter()
        ask(words)
        times.append(time.perf_counter() - begun)
    return times


def size(folder: Path) -> float:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6


def fts5(root: Path, path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    base.execute(
        "CREATE VIRTUAL TABLE t USING fts5(title, lead, body, content='', tokenize='unicode61 remove_diacritics 2')"
    )
    for file in sorted(root.glob("*/records/*/*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            rows = (json.loads(line) for line in lines)
            base.executemany(
                "INSERT INTO t(title, lead, body) VALUES (?, ?, ?)",
                (tuple(r[k].replace("đ", "d") for k in ("title", "lead", "body")) for r in rows),
            )
    base.execute("INSERT INTO t(t) VALUES ('optimize')")
    base.commit()
    return base


def search(count: int, root: Path, peers: bool) -> None:
    begun = time.perf_counter()
    words, weights = make(root, count)
    print(f"{count} records, {size(root):.0f} MB of JSON Lines, made in {time.perf_counter() - begun:.0f} s")
    begun = time.perf_counter()
    index = Search(root)
    index.update()
    print(f"archiver: indexed in {time.perf_counter() - begun:.0f} s, {size(root / '.search'):.0f} MB")
    draw = random.Random(7)
    kinds = {
        "common": [draw.sample(words[:20], 2) for _ in range(100)],
        "drawn": [draw.choices(words, cum_weights=weights, k=2) for _ in range(100)],
        "rare": [draw.sample(words[3000:], 2) for _ in range(100)],
    }
    readers: dict[str, tuple[Callable[[list[str]], object], int]] = {
        "archiver, with marks": (lambda q: index.ask(" ".join(q)), 100),
        "archiver, without": (lambda q: index.ask(folded(" ".join(q))), 100),
    }
    if peers:
        begun = time.perf_counter()
        base = fts5(root, root / "fts5.sqlite")
        megabytes = (root / "fts5.sqlite").stat().st_size / 1e6
        print(f"FTS5: indexed in {time.perf_counter() - begun:.0f} s, {megabytes:.0f} MB")

        def ask_fts5(q: list[str]) -> object:
            match = " ".join(f'"{folded(w)}"' for w in q)
            return base.execute(
                "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 4, 2, 1) LIMIT 10", (match,)
            ).fetchall()

        readers["SQLite FTS5"] = ask_fts5, 20
        from archiver.using.sql import connect

        duck = connect(root)

        def ask_duck(q: list[str]) -> object:
            where = " AND ".join(f"contains(lower(title || lead || body), '{w}')" for w in q)
            return duck.execute(f"SELECT id FROM records WHERE {where} LIMIT 10").fetchall()

        readers["DuckDB scan"] = ask_duck, 2

        def ask_grep(q: list[str]) -> object:
            files = sorted(str(p) for p in root.glob("*/records/*/*.jsonl"))
            return subprocess.run(["grep", "-h", "-c", "-F", q[0], *files], capture_output=True, check=False, text=True)

        readers["grep, one word"] = ask_grep, 2
    print("\n| reader | " + " | ".join(f"{k} p50 ms | {k} p95 ms" for k in kinds) + " |")
    print("|---" * (1 + 2 * len(kinds)) + "|")
    for name, (ask, most) in readers.items():
        cells = []
        for questions in kinds.values():
            times = timed(ask, questions[:most])
            cells += [f"{statistics.median(times) * 1000:.1f}", f"{percentile(times, 0.95):.1f}"]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def ask_pages(port: int, paths: list[str], seconds: float) -> tuple[int, list[float]]:
    """How many answers came in *seconds* over eight connections, and how long each took."""
    until, times = time.perf_counter() + seconds, list[float]()

    def one(number: int) -> None:
        draw, line = random.Random(number), http.client.HTTPConnection("127.0.0.1", port)
        while time.perf_counter() < until:
            begun = time.perf_counter()
            line.request("GET", draw.choice(paths))
            answer = line.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            times.append(time.perf_counter() - begun)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times), times


def serve(count: int, root: Path) -> None:
    words, weights = make(root, count)
    Search(root).update()
    draw = random.Random(7)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    line = [sys.executable, "-m", "archiver", "serve", "--root", str(root), "--port", str(port), "--workers", "2"]
    with subprocess.Popen(line, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(200):
                with contextlib.suppress(OSError):
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                time.sleep(0.1)
            kinds = {
                "search": [
                    f"/search?q={quote(' '.join(draw.choices(words, cum_weights=weights, k=2)))}" for _ in range(300)
                ],
                "article": [f"/a/site{n % SITES:02d}-{n:016d}" for n in draw.sample(range(count), 300)],
            }
            print(
                f"{count} records, 2 workers, 8 connections\n\n"
                "| page | requests/s | p50 ms | p95 ms |\n|---|---|---|---|"
            )
            for name, paths in kinds.items():
                ask_pages(port, paths, 2)
                number, times = ask_pages(port, paths, 10)
                p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
                print(f"| {name} | {number / 10:.0f} | {p50:.0f} | {p95:.0f} |", flush=True)
        finally:
            server.terminate()


def publish(count: int, root: Path) -> None:
    from archiver.keeping.kept import FORMAT, FORMAT_VERSION
    from archiver.web.publish import publish as write

    make(root, count)
    for site in root.iterdir():
        meta = {"format": FORMAT, "format_version": FORMAT_VERSION, "slug": site.name}
        (site / "archive.json").write_text(json.dumps(meta), "utf-8")
    begun = time.perf_counter()
    write(root, root / "edition")
    files = [p for p in (root / "edition").rglob("*") if p.is_file()]
    index = sum(p.stat().st_size for p in (root / "edition" / "s").iterdir()) / 1e6
    print(f"{count} articles in {time.perf_counter() - begun:.0f} s: {len(files)} files, "
          f"{size(root / 'edition'):.0f} MB, index {index:.1f} MB")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["search", "serve", "publish"])
    parser.add_argument("--records", type=int)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="leave the generated archive where it is")
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    root = options.folder or Path(tempfile.mkdtemp(prefix="archiver-bench-"))
    root.mkdir(parents=True, exist_ok=True)
    try:
        if options.what == "search":
            search(options.records or 1_000_000, root, not options.no_peers)
        elif options.what == "serve":
            serve(options.records or 100_000, root)
        else:
            publish(options.records or 10_000, root)
    finally:
        if not options.keep:
            shutil.rmtree(root)


if __name__ == "__main__":
    main()
