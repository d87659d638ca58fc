"""What an archive of the practice portal must say, field by field, and how far a real one is from it.

The truth is made from the same articles as the pages, so the two cannot drift apart. Where several answers are right
(a year filled in from the page's date, a breadcrumb with or without its first step) the truth lists them all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archiver.shapes import Record

from .news import MarkedDate


@dataclass(frozen=True, slots=True)
class TrueRelated:
    """Another item of news that the page offers."""

    title: str
    """As printed, without its date."""
    url: str
    """Absolute."""
    published: tuple[str | None, ...]
    """Readings of the date printed beside it that are right; (None,) where none is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One article as its record must have it."""

    url: str
    """Its address; for an article with several, the one that the portal itself calls canonical."""
    other_urls: frozenset[str] = frozenset()
    """Other addresses that show the same article; a record may name them and must not stand for one of them alone."""
    good_urls: frozenset[str] = frozenset()
    """Those among them that may stand for it all the same, since no page says which is the right one."""
    title: str
    """Headline."""
    lead: str | None
    """The sapo."""
    body: str
    """By the conventions of `Article.body`."""
    byline: str | None
    """As printed."""
    authors: tuple[str, ...]
    """Names alone."""
    source: str | None
    """Whence the text was taken."""
    category: tuple[str | None, ...]
    """Right answers."""
    tags: tuple[str, ...] = ()
    """Keywords."""
    published: str | None
    """The day, EDTF."""
    published_at: str | None
    """RFC 3339 where the page prints a clock time."""
    published_raw: tuple[str, ...]
    """Every way in which the page prints it."""
    modified: str | None = None
    """The day of the last change, EDTF, where the page gives it."""
    dates: tuple[MarkedDate, ...] = ()
    """Dates named in title + '\\n' + lead + '\\n' + body; offsets count in that text."""
    related: tuple[TrueRelated, ...] = ()
    """In the page's order."""
    attachments: tuple[tuple[str, str, str], ...] = ()
    """URL, name, media type."""
    images: tuple[tuple[str, str | None], ...] = ()
    """URL, caption."""
    problems: tuple[str, ...] = ()
    """Codes that must be listed; others may be."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one record that is not as it should be."""

    url: str
    """The article's true address."""
    field: str
    """Name of the field; 'record' where the whole record is missing, doubled or should not be."""
    expected: object
    """What the truth says."""
    found: object
    """What the record says."""

    def __str__(self) -> str:
        indent = " " * len(self.field)
        return (
            f"{self.url}\n  {self.field}: expected {_short(self.expected)}\n  {indent}  found    {_short(self.found)}"
        )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 300 else f"{text[:180]} … {text[-100:]}"


def _fold(text: str | None) -> str | None:
    return None if text is None else re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _day(edtf: str | None) -> str | None:
    return None if edtf is None else edtf[:10]


def compare(records: Iterable[Record], expected: Iterable[Truth]) -> list[Difference]:
    """Every difference between *records* (the latest of each article) and the truth; empty where there is none."""
    wanted = list(expected)
    by_url: dict[str, Truth] = {}
    for truth in wanted:
        for url in (truth.url, *truth.other_urls):
            by_url[url] = truth
    differences: list[Difference] = []
    seen: dict[str, str] = {}
    for record in records:
        found = by_url.get(record.url)
        if found is None:
            differences.append(Difference(record.url, "record", "no such article", record.title))
        elif found.url in seen:
            differences.append(Difference(found.url, "record", f"once ({seen[found.url]})", f"again: {record.url}"))
        else:
            seen[found.url] = record.url
            differences.extend(compare_one(record, found))
    differences.extend(Difference(t.url, "record", t.title, None) for t in wanted if t.url not in seen)
    return differences


def compare_one(record: Record, truth: Truth) -> list[Difference]:
    """Every field of one record against its truth."""
    out: list[Difference] = []

    def differ(field: str, want: object, got: object) -> None:
        out.append(Difference(truth.url, field, want, got))

    exact: Sequence[tuple[str, object, object]] = (
        ("url", truth.url, truth.url if record.url in truth.good_urls else record.url),
        ("status", "published", record.status),
        ("title", truth.title, record.title),
        ("lead", truth.lead, record.lead),
        ("body", truth.body, record.body),
        ("authors", truth.authors, tuple(record.authors)),
        ("source", truth.source, record.source),
        ("tags", truth.tags, tuple(record.tags)),
        ("published", truth.published, _day(record.published)),
        ("published_at", truth.published_at, record.published_at),
        ("modified", truth.modified, _day(record.modified)),
        ("language", "vi", record.language),
        ("images", truth.images, tuple((i.url, _fold(i.caption)) for i in record.images)),
        ("attachments", truth.attachments, tuple((a.url, a.name, a.media_type) for a in record.attachments)),
    )
    for field, want, got in exact:
        if want != got:
            differ(field, want, got)
    if record.byline != truth.byline and not (
        record.byline is None and truth.byline and truth.byline.startswith("Theo ") and record.source == truth.source
    ):  # 'Theo TTXVN' names a source rather than a writer: to print it twice or once is a matter of taste
        differ("byline", truth.byline, record.byline)
    if record.category not in truth.category:
        differ("category", truth.category, record.category)
    if not _same_print(record.published_raw, truth.published_raw):
        differ("published_raw", truth.published_raw, record.published_raw)
    if strangers := set(record.urls) - truth.other_urls - {truth.url}:
        differ("urls", sorted(truth.other_urls), sorted(strangers))
    codes = {problem.code for problem in record.problems} | {code for date in record.dates for code in date.problems}
    codes |= {code for each in record.related for code in each.problems}
    if missing := sorted(set(truth.problems) - codes):
        differ("problems", missing, sorted(codes))
    out.extend(_compare_related(record, truth))
    out.extend(_compare_dates(record, truth))
    return out


def _same_print(raw: str | None, ways: tuple[str, ...]) -> bool:
    """Whether *raw* is one of the ways the date is printed, with or without the words around it."""
    if raw is None or not ways:
        return raw is None and not ways
    folded = _fold(raw) or ""
    return any(folded in way or way in folded for way in ways) and bool(re.search(r"\d", folded))


def _compare_related(record: Record, truth: Truth) -> list[Difference]:
    want = {each.url: each for each in truth.related}
    got = {each.url: each for each in record.related}
    out = []
    if want.keys() != got.keys():
        lost, extra = sorted(want.keys() - got.keys()), sorted(got.keys() - want.keys())
        out.append(Difference(truth.url, "related", f"lost {lost}", f"strangers {extra}"))
    for url in want.keys() & got.keys():
        if _fold(got[url].title) != want[url].title:
            out.append(Difference(truth.url, "related.title", want[url].title, got[url].title))
        if got[url].published not in want[url].published:
            out.append(Difference(truth.url, "related.published", (url, want[url].published), got[url].published))
    return out


def _compare_dates(record: Record, truth: Truth) -> list[Difference]:
    """Spans need only overlap (does 'ngày' belong to it? opinions differ); what the date says must be the same."""
    out = []
    text = "\n".join(part for part in (record.title, record.lead, record.body) if part)
    left = list(record.dates)
    for date in record.dates:
        if text[date.offset : date.offset + len(date.raw)] != date.raw:
            out.append(Difference(truth.url, "dates.offset", date.raw, text[date.offset : date.offset + len(date.raw)]))
    for mark in truth.dates:
        begin, end = mark.offset, mark.offset + len(mark.raw)
        hits = [d for d in left if d.offset < end and begin < d.offset + len(d.raw)]
        left = [d for d in left if d not in hits]
        if not hits and "none" not in mark.edtf:
            out.append(Difference(truth.url, "dates", (mark.raw, mark.edtf), None))
        elif hits and not any(hit.edtf in mark.edtf for hit in hits):
            out.append(Difference(truth.url, "dates", (mark.raw, mark.edtf), [(h.raw, h.edtf) for h in hits]))
        elif hits and (missing := set(mark.problems) - {code for hit in hits for code in hit.problems}):
            out.append(Difference(truth.url, "dates.problems", (mark.raw, sorted(missing)), [h.problems for h in hits]))
    out.extend(Difference(truth.url, "dates", None, (d.raw, d.edtf)) for d in left)
    return out
