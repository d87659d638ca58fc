"""What one page says: every field of an article, each with where it was found."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urljoin

import lxml.html
from lxml.etree import ParserError, _Element

from archiver.reading.blocks import Hint, Survey, survey
from archiver.reading.body import Text, find_place, trim
from archiver.reading.fields import Choice, Head, find_title, machine_date, read_head, said_authors
from archiver.shapes import Article, DateReading, Found, Problem
from archiver.vietnamese.bylines import Signature, read_signature


def extract(
    html: bytes,
    url: str,
    *,
    content_type: str | None = None,
    fetched_at: datetime | None = None,
    site: str | None = None,
) -> Article:
    """Read the article of a page: its text and all that is said about it, each field with where it was found.

    *html* is the page as sent (decompressed), *url* its address, *content_type* its header. *site* is the name of a
    profile whose selectors override the reader. Never raises on a page, however broken: what could not be read is
    listed in `problems`.

    >>> extract(b"<h1>Khai gi\\xe1\\xba\\xa3ng</h1><p>S\\xc3\\xa1ng 5/9, to\\xc3\\xa0n t\\xe1\\xbb\\x89nh.</p>", "http://a.vn/1").title
    'Khai giảng'
    """
    try:
        root = lxml.html.document_fromstring(
            html, parser=lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (ParserError, ValueError) as failure:
        return Article(url=url, problems=(Problem("unreadable-page", f"{failure}: nothing could be parsed"),))
    return _read(root, url)


def _read(root: _Element, url: str) -> Article:
    head = read_head(root)
    seen = survey(root)
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    title = find_title(seen, head, url)
    place = find_place(seen, title.block if title else -1)
    if title:
        found["title"] = Found(title.rule, title.raw)
    text = trim(seen, place, title.block if title else -1)
    published, origin = _published(seen, head, text, title, url)
    if published:
        found["published"] = Found(origin or "", published.raw)
    lead, paragraphs = _lead(seen, head, text, title)
    signature, source, paragraphs = _signature(seen, head, text, paragraphs)
    byline: str | None = None
    authors: tuple[str, ...] = ()
    if signature:
        byline, authors = signature.printed, signature.authors
        found["byline"] = Found("line at the foot of the text", signature.printed)
    else:
        names = said_authors(head)
        if names:
            byline, authors = ", ".join(names), tuple(names)
            found["byline"] = Found("metadata", byline)
    body = "\n".join(paragraphs)
    if not body and not lead:
        problems.append(Problem("no-text", "no block of the page reads like sentences", "body"))
    return Article(
        url=url,
        canonical_url=urljoin(url, head.canonical) if head.canonical else None,
        title=title.value if title else None,
        lead=lead,
        body=body,
        byline=byline,
        authors=authors,
        source=source,
        published=published,
        published_from=origin,
        found=found,
        problems=tuple(problems),
    )


_STAMP = re.compile(
    r"\b(?P<d>[0-3]?\d)\s?[/.-]\s?(?P<m>[01]?\d)\s?[/.-]\s?(?P<y>(?:19|20)\d\d)\b"
    r"|\bngày\s+(?P<d2>[0-3]?\d)\s+tháng\s+(?P<m2>[01]?\d)\s+năm\s+(?P<y2>(?:19|20)\d\d)\b",
    re.I,
)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])\s?(?:[:hg]|giờ)\s?([0-5]\d)\b")


def _stamp(text: str) -> DateReading | None:
    found = _STAMP.search(text)
    if not found:
        return None
    day, month, year = (int(found[a] or found[b]) for a, b in (("d", "d2"), ("m", "m2"), ("y", "y2")))
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    clock = _CLOCK.search(text)
    edtf = when.isoformat()
    if clock:
        return DateReading(text, f"{edtf}T{int(clock[1]):02}:{clock[2]}:00+07:00", when, when, "minute", (0, len(text)))
    return DateReading(found[0], edtf, when, when, "day", found.span())


def _published(
    seen: Survey, head: Head, text: Text, title: Choice | None, url: str
) -> tuple[DateReading | None, str | None]:
    said = head.thing("datePublished")
    if isinstance(said, str) and (reading := machine_date(said)):
        return reading, "json-ld"
    for name in ("article:published_time", "datepublished", "pubdate", "date", "dc.date", "dc.date.issued"):
        if (value := head.meta(name)) and (reading := machine_date(value)):
            return reading, "meta"
    if title and title.block >= 0:
        first = text.kept[0].index if text.kept else title.block + 8
        for block in seen.blocks[title.block + 1 : min(first, title.block + 10)]:
            if len(block.text) < 120 and not block.linked and (reading := _stamp(block.text)):
                return reading, "stamp"
        for block in reversed(seen.blocks[max(0, title.block - 3) : title.block]):
            if len(block.text) < 60 and not block.linked and (reading := _stamp(block.text)):
                return reading, "stamp"
    return None, None


def _lead(seen: Survey, head: Head, text: Text, title: Choice | None) -> tuple[str | None, list[str]]:
    kept = text.kept
    paragraphs = [block.text for block in kept]
    if len(kept) >= 2:
        block = kept[0]
        hints = seen.boxes[block.box].hints | block.hints
        size = len(block.text)
        if hints & Hint.LEAD or (block.bold > size * 0.8 and 60 <= size <= 900):
            return block.text, paragraphs[1:]
    return None, paragraphs


def _signature(
    seen: Survey, head: Head, text: Text, paragraphs: list[str]
) -> tuple[Signature | None, str | None, list[str]]:
    signature: Signature | None = None
    source: str | None = None
    for block in [seen.blocks[n] for n, why in text.dropped.items() if why == 'tail'][:6]:
        said = read_signature(block.text)
        if said and said.kind == "source" and source is None:
            source = said.source
        elif said and said.kind == "byline" and signature is None:
            signature = said
    while len(paragraphs) > 1 and len(paragraphs[-1]) < 110:
        said = read_signature(paragraphs[-1])
        if said is None or said.kind in ("official", "caption"):
            break
        paragraphs = paragraphs[:-1]
        if said.kind == "source":
            source = source or said.source
        else:
            signature = signature or said
    return signature, source, paragraphs
