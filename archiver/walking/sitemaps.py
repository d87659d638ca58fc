"""Sitemaps (sitemaps.org): index, urlset, news extension, plain text, gzip; and the lines of robots.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from archiver.walking.canonical import absolute
from archiver.walking.xmls import name_of, root_of, unpacked

ENTRIES_AT_MOST = 50_000
"""The protocol's own limit for one file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of a sitemap."""

    url: str
    """Absolute, tidied."""
    lastmod: str | None = None
    """As the file gives it."""
    title: str | None = None
    """news:title, where the file has the news extension."""
    published: str | None = None
    """news:publication_date, as the file gives it."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap says."""

    entries: tuple[Entry, ...] = ()
    """Pages."""
    children: tuple[Entry, ...] = ()
    """Further sitemaps, where it is an index."""
    problems: tuple[str, ...] = field(default=())
    """What was wrong with it, in a sentence each."""


def robots_sitemaps(robots: str, base: str) -> list[str]:
    """The sitemaps that a robots.txt names, absolute, in its order.

    >>> robots_sitemaps("User-agent: *\\nDisallow: /x\\nSITEMAP : /so-do.xml # here\\n", "http://a.vn/robots.txt")
    ['http://a.vn/so-do.xml']
    """
    found = []
    for line in robots[: 512 * 1024].splitlines():
        match = re.match(r"\s*sitemap\s*:\s*(\S+)", line, re.I)
        url = absolute(base, match[1]) if match else None
        if url and url not in found:
            found.append(url)
    return found


def read_sitemap(body: bytes, url: str) -> Sitemap | None:
    """What the file at *url* says; None where it is no sitemap (an HTML error page, an RSS feed, nothing).

    >>> read_sitemap(b"<urlset><url><loc>/tin/5.html</loc><lastmod>2013-01-25</lastmod></url></urlset>", "http://a.vn/s.xml")
    ... # doctest: +ELLIPSIS
    Sitemap(entries=(Entry(url='http://a.vn/tin/5.html', lastmod='2013-01-25', title=None, published=None),), ...
    >>> read_sitemap(b"<html><body>404</body></html>", "http://a.vn/s.xml") is None
    True
    """
    root = root_of(body)
    if root is None:
        return _plain_text(unpacked(body), url)
    kind = name_of(root)
    if kind not in ("urlset", "sitemapindex"):
        return None
    entries: list[Entry] = []
    seen: set[str] = set()
    problems: list[str] = []
    for item in root:
        said: dict[str, str] = {}
        for part in item.iter():
            if isinstance(part.tag, str) and part.text and (name := name_of(part)) not in said:
                said[name] = part.text.strip()
        loc = absolute(urljoin(url, "/"), said.get("loc"))
        if loc is None:
            if said:
                problems.append(f"an entry without an address: {str(said)[:100]}")
            continue
        if loc in seen:
            continue
        seen.add(loc)
        entries.append(Entry(loc, said.get("lastmod"), said.get("title"), said.get("publication_date")))
        if len(entries) >= ENTRIES_AT_MOST:
            problems.append(f"more than {ENTRIES_AT_MOST} entries; the rest was not read")
            break
    if kind == "sitemapindex":
        return Sitemap(children=tuple(entries), problems=tuple(problems[:5]))
    return Sitemap(entries=tuple(entries), problems=tuple(problems[:5]))


def _plain_text(body: bytes, url: str) -> Sitemap | None:
    lines = body.decode("utf-8", "replace").split("\n", ENTRIES_AT_MOST)
    found = [absolute(url, line.strip()) for line in lines if re.match(r"\s*https?://\S+\s*$", line)]
    filled = sum(1 for line in lines if line.strip())
    if not found or len(found) < filled * 0.9:
        return None
    return Sitemap(entries=tuple(Entry(u) for u in dict.fromkeys(found) if u))
