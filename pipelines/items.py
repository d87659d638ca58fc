"""What the spider hands to the pipelines: one page that was read, and what the walk knows of the article on it.

The contract between `spiders.department` and the pipelines:

- `crawler.spider.run` is the open `archiver.keeping` Run; it exists before the first request is made;
- the capture of an answer stands in `response.meta["capture"]` (a CaptureRef) when a callback sees it;
- each pipeline fills in the next field and hands the item on; `record` is what `Run.keep` returned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from archiver.shapes import Article, AttachmentRecord, CaptureRef, Page, Record


@dataclass(slots=True, repr=False)
class Item:
    """One article on its way from the page to the archive."""

    page: Page
    """What the server sent."""
    capture: CaptureRef
    """Where it lies."""
    fetched_at: datetime
    """When it came (UTC)."""
    article: Article | None = None
    """What the page says; the spider has read it already where it needed to know."""
    profile: str | None = None
    """Name and layout of the profile that was used."""
    url: str | None = None
    """Canonical address, where the walk knows better than the page."""
    id: str | None = None
    """Of the record, where the article is known already; None: made from the address."""
    urls: tuple[str, ...] = ()
    """Other addresses under which it was seen."""
    attachments: Mapping[str, AttachmentRecord] = field(default_factory=dict)
    """Those that were fetched, by URL."""
    status: str = "published"
    """'gone' asks for a tombstone: the last revision again, with that status."""
    record: Record | None = None
    """What ArticleToRecord made of it."""
    kept: Record | None = None
    """What `Run.keep` wrote; None where nothing changed."""

    def __repr__(self) -> str:
        """Short, since Scrapy's log at DEBUG prints it: where the page lies, not what it says."""
        return f"Item({self.page.url!r}, {self.capture.file!r} at {self.capture.offset})"
