"""The report of a run: `runs/<run>.json`. Its JSON Schema follows from these shapes (`archiver report --schema`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec

from archiver.errors import ArchiveError, Exit
from archiver.politeness import ROBOTS_OF_HTML

REPORT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that someone should look at, against what is usual for this very site."""

    code: str
    """Short and stable: 'silence', 'nothing', 'field-fell'; docs/ops.md lists them all."""
    seen: str
    """What this run saw: '0 new articles in 9 days'."""
    usual: str = ""
    """What was usual: '2 to 6 a week at this time of the year (14 runs)'."""
    examples: list[str] = field(default_factory=list)
    """Addresses, at most five."""
    next: str = ""
    """What to do: a command, or a sentence."""
    severity: Literal["alarm", "warning"] = "alarm"
    """alarm: exit 3, someone is told; warning: it stands in the report and in `archiver status`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """What was asked, and what came back."""

    total: int = 0
    """Requests sent, retries included."""
    by_kind: dict[str, int] = field(default_factory=dict)
    """Answers by what they turned out to be: article, listing, documents, gallery, other, soft-404, login, error,
    attachment, image, robots, sitemap, feed, redirect, not-modified."""
    by_status: dict[str, int] = field(default_factory=dict)
    """Answers by HTTP status, as text: '200', '304', '404'; 'none' where no answer came."""
    bytes_received: int = 0
    """Over the wire, headers included."""
    retries: int = 0
    """Requests that were sent again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What the run did to the archive, in articles."""

    new: int = 0
    """First sight."""
    edited: int = 0
    """Text or fields differ from the last revision."""
    gone: int = 0
    """Tombstones written."""
    back: int = 0
    """Published again after a tombstone."""
    moved: int = 0
    """Same article, other address."""
    unchanged: int = 0
    """Asked again (or answered 304) and found as it was."""

    @property
    def kept(self) -> int:
        """Revisions written."""
        return self.new + self.edited + self.gone + self.back + self.moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """In how many of the articles read in this run a field was found."""

    filled: int
    """Articles with the field."""
    of: int
    """Articles read."""

    @property
    def rate(self) -> float:
        """Between 0 and 1; 1 where nothing was read, since nothing was missed."""
        return self.filled / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingWalk:
    """One listing that was walked, from its first page to where we stopped."""

    url: str
    """Of its first page."""
    pages: int = 0
    """Pages of it that were read."""
    items: int = 0
    """Items on them."""
    new: int = 0
    """Items whose address was not known before."""
    claims: int | None = None
    """How many items (or pages, see `claims_of`) the site says there are."""
    claims_of: Literal["items", "pages"] | None = None
    """What `claims` counts."""
    ended: str = ""
    """Why we stopped: last-page, known, empty, loop, budget, error, signal."""
    detail: str = ""
    """The same for a person, where there is more to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One way in which requests came to nothing."""

    count: int
    """How often."""
    example: str
    """One address."""
    detail: str = ""
    """What was said there: 'connection refused', '503 Service Unavailable'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """How long we waited for one reason."""

    count: int
    """How often."""
    seconds: float
    """In all."""
    longest: float
    """The longest of them, in seconds."""
    example: str
    """The address that was waited for then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What robots.txt said (RFC 9309)."""

    url: str = ""
    """Where it was asked."""
    status: int | None = None
    """HTTP status; None where no answer came."""
    digest: str | None = None
    """'sha256:…' of its bytes, so that a change is seen."""
    crawl_delay: float | None = None
    """Seconds, where it asks for them."""
    forbidden: int = 0
    """Addresses that were left alone because of it."""
    example: str | None = None
    """One of them."""
    note: str | None = None
    """What was made of an answer that is no robots.txt."""

    @property
    def said(self) -> bool:
        """Whether that was the site's word on robots: no silence, no error, no page of HTML in its place."""
        return self.status is not None and self.status < 500 and ROBOTS_OF_HTML not in (self.note or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The TLS certificate of a host."""

    host: str
    """Host name."""
    not_after: str | None = None
    """RFC 3339: when it ends."""
    error: str | None = None
    """Why it does not hold, where it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderHealth:
    """How sure the reader was, and what looks like a page that was misread."""

    confidence: float | None = None
    """Mean confidence of the kind of page over the articles read, 0 to 1; None where none was read."""
    body_words: int | None = None
    """Median number of words in a body; None where none was read."""
    identical_bodies: int = 0
    """Size of the largest group of different addresses with one and the same body (1 or 0: none)."""
    identical_example: str | None = None
    """Two addresses of it, apart by a space."""
    site_titles: int = 0
    """Articles whose title is the site's name."""
    site_title_example: str | None = None
    """One of them."""
    examples: dict[str, str] = field(default_factory=dict)
    """Field name to the address of an article that lacks it."""
    selectors: dict[str, Fill] = field(default_factory=dict)
    """The profile's selectors, and on how many of the pages that they were tried on they matched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """Room on the archive's disk, in bytes."""

    free: int
    """At the end of the run."""
    total: int
    """Of the file system."""
    archive: int = 0
    """What this run added to the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run did: the whole of `runs/<run>.json`."""

    report_version: int = REPORT_VERSION
    """1. A reader refuses what is newer than it knows."""
    run: str
    """Identifier of the run: YYYYMMDDTHHMMSSZ."""
    site: str
    """Slug of the archive."""
    url: str
    """Where the run began."""
    started_at: str
    """RFC 3339, UTC."""
    finished_at: str
    """RFC 3339, UTC."""
    seconds: float = 0.0
    """From start to end by a clock that does not jump."""
    cpu_seconds: float = 0.0
    """Processor time."""
    max_rss: int = 0
    """Largest resident memory of the process, in bytes."""
    exit_code: int = 0
    """As returned to cron; README lists them."""
    message: str = ""
    """The one line that was said at the end."""
    stopped_by: str = "finished"
    """finished, max-time, max-pages, max-requests, max-bytes, disk, signal, unreachable, error."""
    full: bool = False
    """Whether everything was asked again."""
    pages: int = 0
    """Pages asked (attachments and robots.txt do not count)."""
    requests: Requests = field(default_factory=Requests)
    """What was asked, and what came back."""
    articles: Changes = field(default_factory=Changes)
    """What the run did to the archive."""
    articles_read: int = 0
    """Article pages that were read in this run; the base of `fields`."""
    articles_known: int = 0
    """Articles in the archive after the run, tombstones left out."""
    vanished: int = 0
    """Known articles that answered 404, 410 or a soft 404 in this run, whether or not it is the second time."""
    vanished_examples: list[str] = field(default_factory=list)
    """At most five of them."""
    newest: str | None = None
    """Latest day of publication among the articles of the archive: YYYY-MM-DD."""
    queued: int = 0
    """Addresses left for the next run."""
    fields: dict[str, Fill] = field(default_factory=dict)
    """Per field of a record, in how many of the articles read it was found."""
    problems: dict[str, int] = field(default_factory=dict)
    """Doubts in the records written or read, by code."""
    reader: ReaderHealth = field(default_factory=ReaderHealth)
    """How sure the reader was."""
    profile: str | None = None
    """Name and layout of the profile in use."""
    listings: list[ListingWalk] = field(default_factory=list)
    """Listings that were walked and why they ended."""
    budgets_hit: list[str] = field(default_factory=list)
    """Limits that were reached: 'max-pages: 500', 'trap: /lich?ngay='."""
    robots: list[Robots] = field(default_factory=list)
    """One a host."""
    certificates: list[Certificate] = field(default_factory=list)
    """One a host that was asked over TLS, where it is known."""
    failures: dict[str, Failure] = field(default_factory=dict)
    """Requests that came to nothing, by kind: timeout, refused, dns, tls, http-5xx, cut-off, too-large, unread …"""
    refused: dict[str, Failure] = field(default_factory=dict)
    """Addresses that we left alone by our own rules, by kind: robots, off-site, private-address, left-alone …"""
    pauses: dict[str, Pause] = field(default_factory=dict)
    """Waits, by reason: delay (as told), crawl-delay (robots.txt), slow (the server), retry-after, back-off."""
    mends: list[str] = field(default_factory=list)
    """What a killed run had left and this one put right."""
    warnings: list[str] = field(default_factory=list)
    """Whatever an operator should know and no other field holds."""
    alarms: list[Alarm] = field(default_factory=list)
    """What should be looked at."""
    disk: Disk | None = None
    """Room on the archive's disk."""
    versions: dict[str, str] = field(default_factory=dict)
    """archiver, python, scrapy, lxml, … that did this."""
    settings: dict[str, Any] = field(default_factory=dict)
    """The options that were in force; secrets are never among them."""

    files: dict[str, Any] = field(default_factory=dict)
    """Added when the run is sealed: path of each sealed file to its facts (sha256, and what it holds)."""
    previous_manifest: str | None = None
    """Added when the run is sealed: 'sha256:…' of the manifest before it, so that history is a chain."""
    reader_state: str | None = None
    """Added when the run is sealed: digest of the code that read the pages."""
    mended: list[dict[str, Any]] = field(default_factory=list)
    """Added when the run is sealed: what a killed run had left, in detail (`mends` says it for people)."""

    def to_dict(self) -> dict[str, Any]:
        """Plain types, ready for `Run.seal`."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain


def report_from(data: bytes | dict[str, Any], *, where: str = "report") -> RunReport:
    """Read what `to_dict` or `runs/<run>.json` holds. Raises ArchiveError, naming *where*, when it is none.

    >>> report_from(b'{"run": "20261124T013000Z", "site": "hdtdkt", "url": "https://a.vn/", "started_at": "",'
    ...             b' "finished_at": "", "articles": {"new": 3}}').articles.new
    3
    """
    try:
        if isinstance(data, bytes):
            report = msgspec.json.decode(data, type=RunReport)
        else:
            report = msgspec.convert(data, type=RunReport)
    except msgspec.MsgspecError as error:
        raise ArchiveError(
            f"{where}: no report of a run: {error}. Move it aside; the archive does not need it"
        ) from None
    if report.report_version > REPORT_VERSION:
        raise ArchiveError(
            f"{where}: written by a newer archiver (report version {report.report_version}, this one reads"
            f" {REPORT_VERSION}). Upgrade archiver"
        )
    return report


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `runs/<run>.json`.

    >>> report_schema()["$defs"]["RunReport"]["properties"]["run"]["type"]
    'string'
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(RunReport)}


def past_reports(archive: Path, *, last: int | None = None) -> list[RunReport]:
    """The reports of an archive's sealed runs, oldest first; the *last* so many. Unreadable ones are left out."""
    files = sorted((archive / "runs").glob("*.json"))
    reports = []
    for file in files if last is None else files[-last:]:
        try:
            reports.append(report_from(file.read_bytes(), where=str(file)))
        except (ArchiveError, OSError):
            continue
    return reports


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOutcome:
    """What `crawl` returns."""

    exit: Exit
    """What the process should return."""
    message: str
    """One line: what, where, what to do next. Empty when all is well and nothing needs saying."""
    report: RunReport | None = None
    """None where the run never began (locked, wrong usage)."""
    archive: Path | None = None
    """The archive's folder; None where there is none."""
