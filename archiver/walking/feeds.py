"""Feeds: RSS (0.9 to 2.0, RDF), Atom, JSON Feed; of each item the address, the title and the day, as printed."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass

from lxml import etree

from archiver.walking.canonical import absolute
from archiver.walking.xmls import name_of, root_of

ITEMS_AT_MOST = 5_000


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed."""

    url: str
    """Absolute, tidied."""
    title: str = ""
    """As printed, entities and white space folded."""
    published: str | None = None
    """As printed: RFC 822 or RFC 3339, or whatever the feed says."""
    updated: str | None = None
    """The same, for the last change."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says."""

    items: tuple[FeedItem, ...]
    """In its order."""
    next: str | None = None
    """The following page of an archived feed (RFC 5005, JSON Feed's next_url)."""


def read_feed(body: bytes, url: str) -> Feed | None:
    """What the feed at *url* says; None where it is none.

    >>> read_feed(b"<rss><channel><item><title>A &amp;amp; B</title><link>/tin/5</link></item></channel></rss>", "http://a.vn/rss")
    Feed(items=(FeedItem(url='http://a.vn/tin/5', title='A & B', published=None, updated=None),), next=None)
    >>> read_feed(b"<html></html>", "http://a.vn/rss") is None
    True
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(body, url)
    root = root_of(body)
    if root is None or name_of(root) not in ("rss", "rdf", "feed"):
        return None
    items: list[FeedItem] = []
    following: str | None = None
    for element in root.iter():
        name = name_of(element)
        if name in ("item", "entry"):
            item = _item(element, url)
            if item:
                items.append(item)
            if len(items) >= ITEMS_AT_MOST:
                break
        elif name == "link" and element.get("rel") == "next" and following is None:
            following = absolute(url, element.get("href"))
    return Feed(tuple(items), following)


def _item(element: etree._Element, base: str) -> FeedItem | None:
    said: dict[str, str] = {}
    link: str | None = None
    permalink: str | None = None
    for part in element:
        name = name_of(part)
        text = (part.text or "").strip()
        if name == "link":
            href = part.get("href")
            if href and part.get("rel", "alternate") == "alternate":
                link = link or href
            elif text:
                link = link or text
        elif name in ("guid", "id") and re.match(r"https?://", text) and part.get("isPermaLink") != "false":
            permalink = text
        elif text and name not in said:
            said[name] = text
    about = element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    url = absolute(base, link or permalink or about)
    if url is None:
        return None
    published = said.get("pubdate") or said.get("published") or said.get("date") or said.get("issued")
    return FeedItem(url, _folded(said.get("title", "")), published, said.get("updated") or said.get("modified"))


def _json_feed(body: bytes, base: str) -> Feed | None:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if (
        not isinstance(data, dict)
        or "jsonfeed.org" not in str(data.get("version"))
        or not isinstance(data.get("items"), list)
    ):
        return None
    items = []
    for raw in data["items"][:ITEMS_AT_MOST]:
        if not isinstance(raw, dict):
            continue
        url = absolute(base, _text(raw.get("url")) or _text(raw.get("external_url")) or _text(raw.get("id")))
        if url:
            items.append(
                FeedItem(
                    url,
                    _folded(_text(raw.get("title")) or ""),
                    _text(raw.get("date_published")),
                    _text(raw.get("date_modified")),
                )
            )
    return Feed(tuple(items), absolute(base, _text(data.get("next_url"))))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _folded(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]{0,200}>", " ", text)).split())
