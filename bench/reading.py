"""Doors for the scorers of ../shared/pages, and one run of all of them: ours beside the peers that are installed.

    python -m bench.reading                       the tables of docs/reading.md
    python -m bench.reading --halves              how far the two halves of the samples differ
    python -m bench.reading --memory              peak memory on a page of 20 MB
    python ../shared/pages/bench.py bench.reading:door trafilatura --suite aeb
    python ../shared/pages/score.py ../shared/pages/vn --with bench.reading:vn

Peers are asked only where they are installed (pip install trafilatura 'newspaper4k[all]' readability-lxml resiliparse);
none is a dependency. The halves: a page is of the tuning half when the SHA-256 of its id is even, else it is held out:
scored, but never opened while rules were written.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT.parent / "shared" / "pages"


# --- doors ---------------------------------------------------------------------------------------------------------


def door(html: bytes, url: str | None) -> Any:
    """For bench.py, which takes the Article as it is."""
    from archiver import extract

    return extract(html, url or "http://page.invalid/")


def vn(html: bytes, url: str | None) -> dict[str, Any]:
    """For score.py, which wants a dictionary: article, kind and listing of one parse."""
    from archiver.reading.page import read
    from archiver.shapes import Page, Postback

    reading = read(Page(url or "http://page.invalid/", html))
    article, kind = reading.article, reading.kind.kind
    listing = reading.listing if kind in ("listing", "documents", "gallery") else None
    said: dict[str, Any] = {
        "kind": kind if kind in ("article", "listing") else "other",
        "title": article.title,
        "lead": article.lead,
        "body": article.body,
        "byline": article.byline,
        "authors": list(article.authors),
        "published": _moment(article.published.edtf) if article.published else None,
        "related": [{"title": item.title, "url": item.url} for item in article.related],
        "attachments": [{"url": item.url} for item in article.attachments],
    }
    if listing is not None:
        said["items"] = [{"title": item.title, "url": item.url} for item in listing.items]
        said["next"] = listing.next.url if isinstance(listing.next, Postback) else listing.next
    return said


def _moment(edtf: str) -> str | None:
    """ISO 8601 to the printed precision; score.py knows no EDTF."""
    if edtf.startswith("X"):
        return None
    return re.sub(r"T(\d\d:\d\d):00(?=[+Z]|$)", r"T\1", edtf.rstrip("?~%"))


def trafilatura_fast(html: bytes, url: str | None) -> dict[str, Any]:
    """Without its fall-backs to other readers."""
    import trafilatura

    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False, fast=True)
    return {"title": found.title, "body": found.text, "byline": found.author, "published": found.date} if found else {}


def readability(html: bytes, url: str | None) -> dict[str, Any]:
    """Text and title alone."""
    import lxml.html
    from readability import Document

    document = Document(html.decode("utf-8", "replace"), url=url)
    root = lxml.html.fromstring(document.summary(html_partial=True))
    for element in root.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr"):
        element.tail = "\n" + (element.tail or "")
    return {"title": document.short_title(), "body": re.sub(r"\s*\n\s*", "\n", root.text_content()).strip()}


def resiliparse(html: bytes, url: str | None) -> dict[str, Any]:
    """Text alone."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html.decode("utf-8", "replace"))
    return {"title": tree.title or "", "body": extract_plain_text(tree, main_content=True, links=False)}


PEERS = {
    "trafilatura": ("trafilatura", "baselines:trafilatura_", "trafilatura"),
    "trafilatura, fast": ("bench.reading:trafilatura_fast", "bench.reading:trafilatura_fast", "trafilatura"),
    "newspaper4k": ("newspaper4k", "baselines:newspaper_", "newspaper"),
    "readability-lxml": ("bench.reading:readability", "baselines:readability_", "readability"),
    "resiliparse": ("bench.reading:resiliparse", "bench.reading:resiliparse", "resiliparse"),
}


# --- the halves ----------------------------------------------------------------------------------------------------


def half(identifier: str) -> str:
    """'tune' or 'held'."""
    return "held" if int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2 else "tune"


def tool(name: str) -> ModuleType:
    """One of the scorers of ../shared/pages, as a module."""
    spec = importlib.util.spec_from_file_location(f"shared_{name}", PAGES / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def vietnamese() -> Iterator[tuple[str, dict[str, Any], bytes]]:
    """(slug, label, page) of ../shared/pages/vn."""
    for path in sorted((PAGES / "vn").glob("*.json")):
        label = json.loads(path.read_text("utf-8"))
        yield label["slug"], label, gzip.decompress((PAGES / "vn" / f"{label['slug']}.html.gz").read_bytes())


def figures(suite: str, which: str = "all") -> dict[str, float]:
    """Every figure of one suite ('aeb', 'fundus', 'vn') over one half of it, or all."""
    if suite == "vn":
        score = tool("score")
        rows = [
            score.score(label, vn(html, label.get("url"))) for slug, label, html in vietnamese() if _is(slug, which)
        ]
        names = [name for name in score.ORDER if any(name in row for row in rows)]
        return {name: statistics.fmean(row[name] for row in rows if name in row) for name in names}
    bench = tool("bench")
    truths, said = {}, {}
    for key, truth, html in bench.load(suite):
        if _is(key, which):
            truths[key], said[key] = truth, (bench.plain(door(html, truth["url"])), None, 0.0)
    found, _ = getattr(bench, suite)(truths, said)
    return {name: float(value.split(" ")[0]) for name, value in found.items()}


def _is(identifier: str, which: str) -> bool:
    return which in ("all", half(identifier))


# --- the run -------------------------------------------------------------------------------------------------------


def _installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def tables() -> None:
    """bench.py and score.py over ours and the peers, each reader in a process of its own."""
    peers = {name: doors for name, doors in PEERS.items() if _installed(doors[2])}
    readers = ["archiver:extract", *(doors[0] for doors in peers.values())]
    subprocess.run([sys.executable, str(PAGES / "bench.py"), *readers, "--rounds", "3"], cwd=ROOT, check=True)
    for name, function in [("archiver", "bench.reading:vn"), *((n, doors[1]) for n, doors in peers.items())]:
        print(f"\nvn: {name}")
        environment_path = f"{PAGES}:{ROOT}"
        subprocess.run(
            [sys.executable, str(PAGES / "score.py"), str(PAGES / "vn"), "--with", function],
            cwd=ROOT,
            check=True,
            env={**_environment(), "PYTHONPATH": environment_path},
        )


def _environment() -> dict[str, str]:
    import os

    return dict(os.environ)


def memory() -> None:
    """Peak memory and time of one page of 20 MB, in a process of its own."""
    code = """
import resource, time
from archiver import extract
line = '<p>Sáng nay, hội nghị tổng kết công tác năm khai mạc tại thành phố.</p>'
page = ('<html><body><div>' + line * 220000).encode()
begun = time.perf_counter()
article = extract(page, 'http://page.invalid/')
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f'{len(page) / 1e6:.1f} MB: {time.perf_counter() - begun:.1f} s, peak {peak:.0f} MB, {len(article.body)} letters')
print(*map(str, article.problems), sep='\\n')
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--halves", action="store_true")
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    if not PAGES.exists():
        sys.exit(f"{PAGES} is not here: nothing to measure on")
    if options.memory:
        memory()
    elif options.halves:
        for suite in ("aeb", "fundus", "vn"):
            begun = time.thread_time()
            tuned, held = figures(suite, "tune"), figures(suite, "held")
            print(f"\n{suite} ({time.thread_time() - begun:.1f} s)\n| figure | tuning half | held out |\n|---|---|---|")
            for name in tuned:
                print(f"| {name} | {tuned[name]:.3f} | {held.get(name, float('nan')):.3f} |")
    else:
        tables()


if __name__ == "__main__":
    main()
