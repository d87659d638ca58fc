"""The shapes that pass between rooms: frozen, plain, and free of behaviour.

`Page` is what the server sent, `Article` what the page says, `Record` what we keep. Each field carries its format
under it; the JSON Schema of a record and the table in data/README.md are made from these very texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Literal

ICT = timezone(timedelta(hours=7))  # the whole country since 1975 (tzdata, Asia/Ho_Chi_Minh)

Precision = Literal[
    "second", "minute", "hour", "day", "month", "quarter", "season", "year", "decade", "century", "interval", "set"
]

PageKind = Literal["article", "listing", "documents", "gallery", "other", "soft-404", "login", "error"]


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """A doubt, listed rather than swallowed. It equals its code, so that a reader may ask for it by name.

    >>> doubts = (Problem("year-inferred", "no year is printed; 2017 is that of the neighbours in the list"),)
    >>> "year-inferred" in doubts
    True
    """

    code: str
    """Short and stable, such as 'year-implausible'; docs/dates.md and docs/problems.md list them all."""
    detail: str = ""
    """One sentence: what is printed, what was made of it, and why."""
    field: str | None = None
    """The field of the record that it speaks of; None for the page as a whole."""

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return self.code == other
        if isinstance(other, Problem):
            return (self.code, self.detail, self.field) == (other.code, other.detail, other.field)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.code)

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date, or an interval of dates, as printed and as understood."""

    raw: str
    """As printed, to the letter."""
    edtf: str
    """EDTF (ISO 8601-2, levels 1 and 2): '2013-01-25', '2013-01', '2013-01-25?', 'XXXX-10-05', '2011/2020'."""
    start: date | None
    """The first calendar day meant (Asia/Ho_Chi_Minh); None where it cannot be told (no year, open)."""
    end: date | None
    """The last calendar day meant, inclusive; None where it cannot be told (no year, open)."""
    precision: Precision
    """How exactly it is printed; an interval or a set where more than one day, month or year is named."""
    span: tuple[int, int]
    """Where `raw` stands in the text that was given: text[span[0]:span[1]] == raw."""
    problems: tuple[Problem, ...] = ()
    """Every doubt, with its reason."""

    def __str__(self) -> str:
        return self.edtf


@dataclass(frozen=True, slots=True)
class Page:
    """What the server sent, ready to be read: the body is decompressed, not yet decoded."""

    url: str
    """The address that answered, after redirects."""
    body: bytes
    """Content after transfer and content coding were undone."""
    fetched_at: datetime | None = None
    """When, with its zone; None where unknown (a loose file)."""
    status: int = 200
    """HTTP status."""
    content_type: str | None = None
    """The Content-Type header as sent."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, byte for byte as they went over the wire."""

    url: str
    """Absolute URL that was asked."""
    request: bytes
    """Request line, headers and body as sent."""
    response: bytes
    """Status line, headers and body as received, before any decoding; what came, where the answer was cut off."""
    started_at: datetime
    """When the request was written (UTC)."""
    finished_at: datetime | None = None
    """When the last byte came (UTC)."""
    ip: str | None = None
    """Address of the peer."""
    truncated: Literal["length", "time", "disconnect", "unspecified"] | None = None
    """WARC-Truncated reason, where the answer is not whole."""
    tls: str | None = None
    """TLS version and cipher, such as 'TLSv1.3 TLS_AES_256_GCM_SHA384'; None over plain HTTP."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a field was found, so that a researcher can ask why."""

    rule: str
    """The selector or the rule that found it: 'json-ld:headline', 'h1', 'stamp above the body', 'profile: h1.title'."""
    raw: str
    """What stood there, verbatim."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another item of news that the page offers."""

    title: str
    """As printed, white space folded, without its date."""
    url: str
    """Absolute."""
    published: DateReading | None = None
    """The date that the page prints beside it."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that the article links to."""

    url: str
    """Absolute."""
    name: str
    """Text of the link, or the file's own name."""
    media_type: str | None = None
    """By header or ending, such as 'application/pdf'."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture within the article."""

    url: str
    """Absolute."""
    caption: str | None = None
    """As printed beneath it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of page this is, and why we think so."""

    kind: PageKind
    """article, listing, documents, gallery, other, soft-404, login, error."""
    confidence: float
    """0 to 1."""
    reasons: tuple[str, ...] = ()
    """The observations that decided, strongest first."""


@dataclass(frozen=True, slots=True)
class Postback:
    """The next page of a listing that only a form can reach (ASP.NET WebForms, or a form with a page field)."""

    url: str
    """Absolute address that the form is sent to."""
    method: Literal["GET", "POST"]
    """How."""
    fields: tuple[tuple[str, str], ...]
    """Every field to be sent, in order, hidden state (__VIEWSTATE and kin) and event target included."""


@dataclass(frozen=True, slots=True)
class ListingItem:
    """One item of a listing."""

    title: str
    """As printed, white space folded, without its date."""
    url: str
    """Absolute."""
    published: DateReading | None = None
    """The date that the listing prints beside it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page that lists articles says."""

    items: tuple[ListingItem, ...]
    """In the page's order; side columns left out."""
    next: str | Postback | None
    """How to reach the following page; None where there is none."""
    pages: int | None = None
    """How many pages the site says there are ('Trang 3/57')."""
    total: int | None = None
    """How many items the site says there are ('1240 tin')."""
    page: int | None = None
    """Which page this is, where the page says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page says: verbatim, each field with where it was found."""

    url: str
    """The address it was read from."""
    kind: PageKind = "article"
    """What sort of page it is; see `classify`."""
    confidence: float = 1.0
    """Of the kind, 0 to 1."""
    canonical_url: str | None = None
    """The page's own word for its address (link rel=canonical, og:url), absolute."""
    title: str | None = None
    """Without the site's name; white space folded, NFC."""
    lead: str | None = None
    """The sapo: an element of its own, or an opening paragraph that is set apart. Not repeated in `body`."""
    body: str = ""
    """Paragraphs apart by '\\n', NFC; tables a row a line with ' | ' between cells, list items with '- '."""
    byline: str | None = None
    """The signature as printed: 'M.Hải', 'Tin, ảnh: Thanh Bình'."""
    authors: tuple[str, ...] = ()
    """Names alone."""
    source: str | None = None
    """Whence the text was taken: 'HĐTĐKT', 'TTXVN' of 'Theo TTXVN'."""
    published: DateReading | None = None
    """The day (and time) of publication that the page gives; None where it gives none."""
    published_from: str | None = None
    """Where that was found: json-ld, meta, microdata, state (a script), stamp, url, body, listing, profile."""
    modified: DateReading | None = None
    """The day of the last change that the page gives."""
    dates: tuple[DateReading, ...] = ()
    """Every date named in the text; spans count in title + '\\n' + lead + '\\n' + body, absent parts left out."""
    category: str | None = None
    """Section or breadcrumb, levels apart by ' / '."""
    tags: tuple[str, ...] = ()
    """Keywords that the page prints."""
    related: tuple[Related, ...] = ()
    """Other news that the page offers below or within the text."""
    attachments: tuple[Attachment, ...] = ()
    """Documents linked from the article."""
    images: tuple[Image, ...] = ()
    """Pictures of the article."""
    language: str | None = None
    """BCP 47, by the text itself: 'vi', 'en'."""
    found: Mapping[str, Found] = field(default_factory=dict)
    """Field name to where it was found."""
    problems: tuple[Problem, ...] = ()
    """Every doubt, with its reason."""
    profile: str | None = None
    """Name and layout of the site's profile whose selectors were asked, such as 'hdtdkt:2024'; None where none was."""


# --- the record: the researchers' contract -------------------------------------------------------------------------

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class CaptureRef:
    """Where in the archive the bytes lie from which something was read."""

    file: str
    """Path of the WARC file within the archive, with '/'."""
    offset: int
    """Byte at which the gzip member of the response (or revisit) record begins."""
    length: int
    """Length of that member in bytes."""
    digest: str
    """WARC-Payload-Digest: 'sha256:' and 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date that the text names."""

    raw: str
    """As printed."""
    edtf: str
    """EDTF, no more precise than printed."""
    start: str | None
    """First calendar day meant, YYYY-MM-DD; null where it cannot be told."""
    end: str | None
    """Last calendar day meant, inclusive, YYYY-MM-DD; null where it cannot be told."""
    offset: int
    """Where `raw` begins in title + '\\n' + lead + '\\n' + body (absent parts left out), in characters."""
    problems: list[str] = field(default_factory=list)
    """Codes of the doubts."""


@dataclass(frozen=True, slots=True)
class RelatedRecord:
    """Another item of news that the page offers."""

    title: str
    """As printed, without its date."""
    url: str
    """Absolute."""
    published: str | None = None
    """EDTF: '2017-10-05'; 'XXXX-10-05' where the page gives day and month alone."""
    published_raw: str | None = None
    """As printed."""
    problems: list[str] = field(default_factory=list)
    """Codes of the doubts about that date."""


@dataclass(frozen=True, slots=True)
class AttachmentRecord:
    """A document that the article links to, and where its bytes are."""

    url: str
    """Absolute."""
    name: str
    """Text of the link, or the file's own name."""
    media_type: str | None = None
    """By header or ending."""
    bytes: int | None = None
    """Size of the payload; null where it was not fetched."""
    digest: str | None = None
    """'sha256:…' of the payload; null where it was not fetched."""
    capture: CaptureRef | None = None
    """Where it lies; null where it was not fetched."""


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """A picture within the article, and where its bytes are."""

    url: str
    """Absolute."""
    caption: str | None = None
    """As printed."""
    media_type: str | None = None
    """By header; null where it was not fetched."""
    bytes: int | None = None
    """Size of the payload; null where it was not fetched."""
    digest: str | None = None
    """'sha256:…' of the payload; null where it was not fetched."""
    capture: CaptureRef | None = None
    """Where it lies; null where it was not fetched."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """What read the page."""

    version: str
    """Version of archiver and, after a '+', which state of its reader: '0.1.0+5f0c2a9e41d7'."""
    profile: str | None = None
    """Name and layout of the site's profile, such as 'hdtdkt:2024'; null where none was used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One revision of one article: one line of the JSON Lines files, one row of the published JSON Schema."""

    schema_version: int = SCHEMA_VERSION
    """1. A reader refuses what is newer than it knows."""
    id: str
    """Stable for ever, over edits, moves and redesigns: the site's slug, '-', and 16 characters."""
    revision: int
    """1 for the first sight of the article, then counted on."""
    change: Literal["new", "edited", "gone", "back", "moved", "reextracted"]
    """Why this revision was written."""
    change_summary: str | None = None
    """For people: what differs from the revision before, such as 'body: +12 −3 words; title'."""
    run: str
    """Identifier of the run that wrote it: YYYYMMDDTHHMMSSZ."""
    site: str
    """Slug of the archive."""
    url: str
    """Canonical address of the article."""
    urls: list[str] = field(default_factory=list)
    """Other addresses under which the same article was seen."""
    fetched_at: str
    """When the page was captured: RFC 3339, UTC."""
    status: Literal["published", "gone"]
    """gone: the site answered 404, 410 or a soft 404 on two different days (a tombstone)."""
    kind: str = "article"
    """Kind of page: article, documents, gallery, other."""
    title: str | None
    """Without the site's name. Null if none could be told; see problems."""
    lead: str | None
    """The sapo. Not repeated in body."""
    body: str
    """Paragraphs apart by '\\n'."""
    byline: str | None
    """The signature as printed."""
    authors: list[str] = field(default_factory=list)
    """Names alone."""
    source: str | None = None
    """Whence the text was taken."""
    category: str | None = None
    """Section, levels apart by ' / '."""
    tags: list[str] = field(default_factory=list)
    """Keywords that the page prints."""
    published: str | None = None
    """EDTF: '2013-01-25', '2013-01', '2013-01-25?' where corrected. Null if the page does not say; see problems."""
    published_at: str | None = None
    """RFC 3339 with offset +07:00, only where the page prints a clock time."""
    published_raw: str | None = None
    """The same, as printed."""
    published_from: str | None = None
    """Where it was found: json-ld, meta, microdata, state (a script), stamp, url, body, listing, profile."""
    modified: str | None = None
    """EDTF of the last change that the page gives."""
    dates: list[NamedDate] = field(default_factory=list)
    """Every date named in the text."""
    related: list[RelatedRecord] = field(default_factory=list)
    """Other news that the page offers."""
    attachments: list[AttachmentRecord] = field(default_factory=list)
    """Documents linked from the article."""
    images: list[ImageRecord] = field(default_factory=list)
    """Pictures of the article."""
    language: str | None = None
    """BCP 47, by the text itself."""
    text_digest: str
    """'sha256:…' of title, lead and body, folded (NFC, white space): equal digests are equal texts."""
    capture: CaptureRef
    """Where the bytes lie from which this was read."""
    extractor: Extractor
    """What read them."""
    found: dict[str, Found] = field(default_factory=dict)
    """Field name to where it was found and what stood there."""
    problems: list[Problem] = field(default_factory=list)
    """Every doubt, with its reason."""
