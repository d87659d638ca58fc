"""What goes between the walk and the spider: an answer, what follows from it, and what is counted on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from archiver.keeping.ledger import Known
from archiver.running.report import Failure
from archiver.shapes import Attachment, CaptureRef, Image, Page, Postback
from archiver.walking.source import Source
from pipelines.items import Item


@dataclass(frozen=True, slots=True)
class Answer:
    """What came for one address."""

    known: Known
    """What was asked, as the ledger had it."""
    page: Page
    """What came, from where it came in the end."""
    capture: CaptureRef | None
    """Where it lies."""
    hops: tuple[str, ...] = ()
    """Addresses that redirected to it, the first one asked first."""
    etag: str | None = None
    modified: str | None = None
    cut: bool = False
    """The answer broke off, or could not be decoded."""
    scripts: str | None = None
    """What the files of script hold that the verdict before asked for; None: none were asked for."""
    drawn: bool = False
    """It is what the page's script fetched."""
    foretold: bool = False
    """Its page was not asked: what its script would fetch was told beforehand (`walking.shells`)."""
    walk: str | None = None
    """Key of the listing of which this is a further page, where a form brought it."""

    def drawn_for(self, url: str, source: Source) -> Answer:
        """The same in the place of the page at *url*, whose script fetches it as *source*."""
        page = replace(self.page, url=url, body=source.linked(self.page.body, url))
        return replace(self, page=page, hops=(), etag=None, modified=None, drawn=True)


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to be asked at once, in the session of its listing: a page that only a form can reach."""

    post: Postback
    walk: str
    """Key of the listing; one cookie jar each."""
    number: int
    """Which page of it this will be."""
    as_json: bool = False
    """The fields go as a JSON body."""
    headers: tuple[tuple[str, str], ...] = ()
    """What is sent beside them."""
    opens: str | None = None
    """Address of the article that a click opens (`walking.openings`); None: it brings a page of the list."""


@dataclass(slots=True)
class Verdict:
    """What follows from an answer."""

    item: Item | None = None
    """An article for the pipelines."""
    documents: tuple[Attachment, ...] = ()
    """To be fetched before the item goes on."""
    images: tuple[Image, ...] = ()
    """The same, of pictures."""
    requisites: tuple[str, ...] = ()
    """What the page needs to be shown, to be fetched where the archive does not have it."""
    check: str | None = None
    """Where the article was known, to be asked first: did it move, or has it two addresses? See `Walker.checked`."""
    fetch: Source | None = None
    """What the page's own script would fetch to draw it; the answer is to be taken in in its place."""
    scripts: tuple[str, ...] = ()
    """Files of script, without which nobody can tell how the list goes on: the answer is to be taken in with them."""
    asks: list[Ask] = field(default_factory=list)


@dataclass
class Tallies:
    """What the report says of the walk."""

    pages: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    vanished: list[str] = field(default_factory=list)
    vanished_count: int = 0
    warnings: list[str] = field(default_factory=list)
    unread: int = 0
    saved: int = 0
    """Addresses that were not asked, because they show what was kept already."""
    moved_by_text: int = 0
    """Articles found again at a new address, the old one being dead."""
    stayed: int = 0
    """Those that had both."""
    dead_ends: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Page, and how many of its titles lead nowhere, and one of them."""
    cut: int = 0
    """Articles of which only a part came."""
    cut_example: str = ""
    instead: dict[str, Failure] = field(default_factory=dict)
    """What known articles showed in their place, with status 200: 'error-page', 'login-page'."""
    confidence: float = 0.0
    read: int = 0
