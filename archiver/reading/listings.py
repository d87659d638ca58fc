"""What a page lists: its items with their days, and how the list is turned."""

from __future__ import annotations

from archiver.reading.columns import Columns
from archiver.reading.document import parse
from archiver.reading.paging import Paging, read_paging
from archiver.shapes import Listing


def read_listing(html: bytes, url: str, *, content_type: str | None = None) -> Listing:
    """Read what a page lists: its items in the page's order, how to reach the next page, what it says of its size.

    >>> rows = "".join(f"<li><a href=/tin/{n}>Tin thi đua số {n} của thành phố</a> (0{n}/5/2024)" for n in range(1, 5))
    >>> listing = read_listing(f"<ul>{rows}</ul><b>1</b> <a href='?trang=2'>2</a>".encode(), "https://so.example/tin")
    >>> listing.items[1].title, listing.items[1].url, listing.next
    ('Tin thi đua số 2 của thành phố', 'https://so.example/tin/2', 'https://so.example/tin?trang=2')

    Never raises on a page; one that lists nothing has no items.
    """
    document = parse(html, url, content_type)
    return listing_of(Columns(document), read_paging(document))


def listing_of(columns: Columns, paging: Paging) -> Listing:
    """The same, from what was worked out before."""
    return Listing(columns.listed(), paging.next, paging.pages, paging.total, paging.page)
