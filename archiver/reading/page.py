"""A page, read: one parse, and everything that can be asked of it, worked out when it is asked and only once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from archiver.reading.article import extract_document
from archiver.reading.columns import Columns
from archiver.reading.document import Document, parse, text_of
from archiver.reading.kinds import kind_of, with_kind
from archiver.reading.listings import listing_of
from archiver.reading.paging import Paging, read_paging
from archiver.reading.pdf import read_pdf
from archiver.reading.structured import Structured, read_structured
from archiver.shapes import Article, Kind, Listing, Page
from archiver.sites import Profile
from archiver.vietnamese.text import fold_space


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of a page."""

    url: str | None
    """Absolute http(s) address; None where the link is something else (javascript:, mailto:)."""
    raw: str
    """As the page writes it: 'javascript:__doPostBack(…)', '../tin/1.html'."""
    text: str
    """Its text, white space folded; the alternative text of its picture where it has none."""
    rel: frozenset[str] = frozenset()
    """Words of its rel attribute, in lower case: 'next', 'nofollow'."""


_NO_WORDS = frozenset[str]()


@dataclass(frozen=True, eq=False)
class Reading:
    """What one page says."""

    page: Page
    """The page as the server sent it."""
    profile: Profile | None = None
    """The site's profile, if there is one."""

    @cached_property
    def document(self) -> Document:
        """The parsed page."""
        return parse(self.page.body, self.page.url, self.page.content_type)

    @cached_property
    def structured(self) -> Structured:
        """What the page says of itself to machines."""
        return read_structured(self.document)

    @cached_property
    def columns(self) -> Columns:
        """Its links by the repeated structures in which they stand."""
        return Columns(self.document)

    @cached_property
    def paging(self) -> Paging:
        """How it is continued, and by which rule we know."""
        return read_paging(self.document)

    @cached_property
    def kind(self) -> Kind:
        """What sort of page it is."""
        return kind_of(self.document, self.columns, self.paging, self.structured)

    @cached_property
    def listing(self) -> Listing:
        """What it lists; without items where it lists nothing."""
        return listing_of(self.columns, self.paging)

    @cached_property
    def article(self) -> Article:
        """What it says as an article, whatever its kind."""
        if self.document.media_type == "application/pdf":
            return read_pdf(self.page.body, self.page.url, self.document.problems)
        read = extract_document(
            self.document, structured=self.structured, fetched_at=self.page.fetched_at, site=self.profile
        )
        return with_kind(read, self.kind)

    @cached_property
    def links(self) -> tuple[PageLink, ...]:
        """Every link, in the page's order: a, area, and link with an href."""
        found = []
        texts = dict(self.document.anchors)
        for element in self.document.elements:
            if element.tag not in ("a", "area", "link"):
                continue
            raw = element.get("href")
            if raw is None:
                continue
            text = texts[element] if element.tag == "a" else fold_space(text_of(element))
            if not text:
                text = fold_space(
                    " ".join(image.get("alt") or "" for image in element.iter("img")) or element.get("title") or ""
                )
            rel = frozenset(said.lower().split()) if (said := element.get("rel")) else _NO_WORDS
            found.append(PageLink(self.document.absolute(raw), raw, text, rel))
        return tuple(found)

    @cached_property
    def frames(self) -> tuple[str, ...]:
        """Addresses of its frames and iframes, in the page's order."""
        found = [
            self.document.absolute(element.get("src"))
            for element in self.document.elements
            if element.tag in ("frame", "iframe")
        ]
        return tuple(dict.fromkeys(url for url in found if url))

    @cached_property
    def refresh(self) -> str | None:
        """Where `<meta http-equiv=refresh>` sends the reader; None where it only reloads, or is not there."""
        for witness in self.structured.of("refresh"):
            _, _, rest = witness.value.partition(";")
            name, _, target = rest.partition("=")
            url = self.document.absolute(target.strip(" '\"")) if name.strip().lower() == "url" else None
            if url is not None and url != self.page.url:
                return url
        return None


def read(page: Page, *, profile: Profile | None = None) -> Reading:
    """Read *page*; nothing is worked out before it is asked, and nothing twice.

    >>> reading = read(Page("https://so.example/", "<title>404</title><p>Trang không tồn tại".encode()))
    >>> reading.kind.kind, reading.links
    ('soft-404', ())
    """
    return Reading(page, profile)
