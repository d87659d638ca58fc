"""What a run is asked to do, and what it says of itself while it works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOptions:
    """Everything that one run of one site can be told. None means: no limit, or what the profile or the site says."""

    root: Path = Path("data")
    """The folder that holds the archives, one folder a site."""
    slug: str | None = None
    """Name of the archive; None: the profile's, or made from the URL's host and path."""
    moved: bool = False
    """The site has moved to another host: the address that is given is the new one of the archive `slug`."""
    delay: float | None = None
    """Seconds between two requests to one host; None: the profile's, the site's Crawl-delay, or 1 second."""
    max_pages: int | None = None
    """Stop in good order after so many pages (attachments and robots.txt do not count)."""
    max_requests: int | None = None
    """Stop in good order after so many requests of any kind, retries included."""
    max_bytes: int | None = None
    """Stop in good order after so many bytes received."""
    max_time: float | None = None
    """Stop in good order after so many seconds."""
    min_free_disk: int = 200 * MIB
    """Stop in good order when the archive's disk has less than so many bytes left."""
    full: bool = False
    """Ask every known address again and walk every listing to its end, whatever the schedule says."""
    attachments: bool = True
    """Keep the documents that articles link to."""
    attachment_types: tuple[str, ...] = ("documents",)
    """Of what is kept beside the pages: 'documents', 'images' (of articles), 'page' (style sheets, scripts and images
    that a page needs to be shown), or endings of files such as 'pdf'."""
    max_attachment_bytes: int = 64 * MIB
    """An attachment larger than that is listed in the record and cut off in the capture."""
    max_image_bytes: int = 8 * MIB
    """The same for an image, or what a page needs to be shown."""
    contact: str | None = None
    """Address or URL that goes into User-Agent and From, so that a webmaster can write to someone."""
    user_agent: str | None = None
    """The whole User-Agent; None: 'archiver/<version>' and the contact."""
    timeout: float = 60.0
    """Seconds after which one answer is given up."""
    retries: int = 2
    """How often an answer that failed for a passing reason is asked for again."""
    storage: str | None = None
    """s3://bucket/prefix to which sealed files go at the end of the run; None: they stay where they are."""
    keep_local: float | None = None
    """Seconds after which captures that are proved to be in storage leave this machine; None: never."""
    rights: str | None = None
    """What the archive may be used for; goes into archive.json when it is made."""
    accepted: Mapping[str, date] = field(default_factory=dict)
    """Alarms whose new ways are the usual ones from a day on (`accept` in archiver.toml)."""
    now: datetime | None = None
    """Pretend that the run begins at that time (with zone) and that the clock goes on from there; None: the truth."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"
    """What is worth a line in the log."""
    log_format: Literal["text", "json"] = "text"
    """json: one object a line, for a machine."""
    log_file: Path | None = None
    """Where the log goes; None: standard error."""
    debug: bool = False
    """Let an unexpected error end in its traceback."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a run stands. Handed to the `progress` callback of a crawl, at most some times a second."""

    site: str
    """Slug of the archive."""
    pages: int = 0
    """Pages asked so far."""
    articles: int = 0
    """Records kept so far in this run, whatever the change."""
    unchanged: int = 0
    """Articles read again and found as they were."""
    queued: int = 0
    """Addresses still to be asked, as far as is known now."""
    failures: int = 0
    """Requests that came to nothing."""
    url: str | None = None
    """What is being asked now."""
    bytes: int = 0
    """Bytes received."""
    elapsed: float = 0.0
    """Seconds since the start."""
    sealing: bool = False
    """Nothing more is asked of the site; what came is being sealed."""

    @property
    def left(self) -> float | None:
        """Seconds that the queue should still take at the pace so far; None before there is a pace.

        >>> Progress(site="hdtdkt", pages=10, elapsed=20.0, queued=5).left
        10.0
        """
        return self.queued * self.elapsed / self.pages if self.pages and self.elapsed else None
