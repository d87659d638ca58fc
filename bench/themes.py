"""Crawling sites that others designed: the same Vietnamese news under many static-site themes of the npm registry.

    python bench/themes.py [--folder DIR] [THEME ...]

Installs Hexo and the themes with npm into DIR (kept for the next time), writes the practice department's texts as its
posts, builds the site, serves the files on a loopback port with Python's own server, crawls it without configuration,
and holds what was kept against the posts. One row a theme: recall and precision of articles, doubles, requests against
articles + listing pages, exact titles, right days, text F1 (4-word shingles).
"""

from __future__ import annotations

import argparse
import functools
import http.server
import re
import subprocess
import tempfile
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from archiver import open_archive
from archiver.practice import PracticeServer
from archiver.running import CrawlOptions

THEMES = ("landscape", "next", "butterfly", "fluid", "icarus", "apollo", "ayer", "redefine")
HEXO = ("hexo", "hexo-generator-archive", "hexo-generator-category", "hexo-generator-index", "hexo-generator-tag",
        "hexo-renderer-ejs", "hexo-renderer-marked", "hexo-renderer-stylus", "hexo-renderer-pug",
        "hexo-pagination", "hexo-renderer-swig")  # fmt: skip

HEAD = (
    "| theme | recall | precision | doubles | requests | / (articles + listing pages) | title | day | text F1 | exit | "
    "strangers |\n" + "|---" * 11 + "|"
)


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def posts() -> list[dict[str, str]]:
    with PracticeServer(make="modern") as server:
        truth = [t for t in server.truth() if t.body and t.published]
    return [
        {
            "slug": f"{slug(t.title)}-{n}", "title": t.title, "day": t.published[:10], "author": t.byline or "",
            "category": t.category[-1] if isinstance(t.category, tuple) else (t.category or "Tin tức"),
            "body": "\n\n".join(filter(None, (t.lead, *t.body.split("\n")))),
        }
        for n, t in enumerate(truth)
    ]  # fmt: skip


def build(folder: Path, theme: str, news: list[dict[str, str]]) -> Path:
    """The files of the site under *theme*."""
    source = folder / "source" / "_posts"
    source.mkdir(parents=True, exist_ok=True)
    for post in news:
        text = (
            f"---\ntitle: {post['title']!r}\ndate: {post['day']} 08:00:00\ncategories: [{post['category']!r}]\n"
            f"author: {post['author']!r}\n---\n\n{post['body']}\n"
        )
        (source / f"{post['slug']}.md").write_text(text, "utf-8")
    public = folder / f"public-{theme}"
    (folder / "_config.yml").write_text(
        f"title: Sở Lưu trữ tỉnh Sông Lam\nauthor: Ban biên tập\nlanguage: vi\ntimezone: Asia/Ho_Chi_Minh\n"
        f"url: http://127.0.0.1\nroot: /\npermalink: :year/:month/:day/:title/\npublic_dir: public-{theme}\n"
        f"theme: {theme}\nper_page: 10\nindex_generator: {{per_page: 10, order_by: -date}}\nsyntax_highlighter:\n",
        "utf-8",
    )
    done = subprocess.run(
        ["npx", "hexo", "generate", "--force"], cwd=folder, capture_output=True, text=True, check=False
    )
    if not (public / "index.html").exists() or not (public / "index.html").stat().st_size:
        raise SystemExit(f"{theme}: not built: {done.stdout[-400:]} {done.stderr[-400:]}")
    return public


@contextmanager
def served(public: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(public))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def f1(want: str, got: str) -> float:
    a, b = shingles(want), shingles(got)
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()) or 1)


def measure(theme: str, public: Path, news: list[dict[str, str]]) -> str:
    from spiders.crawling import crawl

    by_slug = {post["slug"]: post for post in news}
    with served(public) as url, tempfile.TemporaryDirectory() as root:
        outcome = crawl(url, CrawlOptions(root=Path(root), delay=0, slug=theme))
        records = list(open_archive(Path(root) / theme))
        report = outcome.report
    found = Counter(unquote(urlsplit(r.url).path).strip("/").split("/")[-1].removesuffix(".html") for r in records)
    right = [r for r in records if unquote(urlsplit(r.url).path).strip("/").split("/")[-1] in by_slug]
    pairs = [(by_slug[unquote(urlsplit(r.url).path).strip("/").split("/")[-1]], r) for r in right]
    n = len(pairs) or 1
    titles = sum(p["title"] == r.title for p, r in pairs) / n
    days = sum((r.published or "")[:10] == p["day"] for p, r in pairs) / n
    text = sum(f1(p["body"], "\n".join(filter(None, (r.lead, r.body)))) for p, r in pairs) / n
    walked = sum(entry.pages for entry in report.listings) if report else 0
    asked = report.requests.total if report else 0
    strange = [r.url for r in records if r not in right]
    return (
        f"| {theme} | {len(set(found) & set(by_slug)) / len(news):.3f} | {len(right) / (len(records) or 1):.3f} | "
        f"{sum(c - 1 for c in found.values())} | {asked} | {asked / (len(news) + walked):.2f} | {titles:.2f} | "
        f"{days:.2f} | {text:.3f} | {int(outcome.exit)} | {' '.join(urlsplit(u).path for u in strange[:3])} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("themes", nargs="*", default=THEMES)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "archiver-themes")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    package = options.folder / "package.json"
    if not package.exists():
        package.write_text(
            '{"private": true, "hexo": {"version": ""}}\n', "utf-8"
        )  # the mark by which hexo knows its site
    wanted = [*HEXO, *(f"hexo-theme-{t}" for t in options.themes)]
    missing = [p for p in wanted if not (options.folder / "node_modules" / p).exists()]
    if missing:
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", *missing], cwd=options.folder, check=True)
    news = posts()
    print(f"{len(news)} posts\n\n{HEAD}", flush=True)
    for theme in options.themes:
        print(measure(theme, build(options.folder, theme, news), news), flush=True)


if __name__ == "__main__":
    main()
