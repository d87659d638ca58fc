"""The walk through one listing: when to turn the page, and when, and why, to stop.

A first walk goes to the end whatever else has been found meanwhile, since only the listing itself can prove that it is
complete. A later one stops at the first page on which everything was known before the run began; once in
`schedule.FULL_WALK` it goes to the end again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from archiver.walking.source import Source

Ended = Literal["last-page", "known", "empty", "loop", "budget", "error", "signal"]

TO_THE_END: tuple[Ended, ...] = ("last-page", "empty", "loop")
"""Ends of a walk that saw its listing from the first page to the last."""
PAGES_AT_MOST = 50_000
"""Of one listing in one run. The largest department has some tens of thousands of items, ten to a page."""
IDLE_PAGES = 2
"""Pages in a row without an item that this walk has not met, before it is a loop."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page of a listing showed."""

    url: str
    """Address that answered."""
    items: tuple[str, ...]
    """Keys of its items, in its order."""
    unknown: int = 0
    """How many of them nobody had met when the run began."""
    has_next: bool = False
    """Whether a way to the following page was found."""
    next_key: str | None = None
    """Key of the following page, where it has an address of its own."""
    pages: int | None = None
    """How many pages the site says there are."""
    total: int | None = None
    """How many items the site says there are."""


@dataclass(slots=True)
class Walk:
    """One listing on its way from its first page to where it ends."""

    key: str
    """Of its first page."""
    url: str
    """Of its first page."""
    to_the_end: bool = True
    """Do not stop at what is known."""
    pages: int = 0
    items: int = 0
    """Different items seen."""
    new: int = 0
    """Items that nobody had met when the run began."""
    found: int = 0
    """Items whose address this walk was the first to name."""
    claims: int | None = None
    claims_of: Literal["items", "pages"] | None = None
    ended: Ended | None = None
    detail: str = ""
    head: tuple[str, ...] = ()
    """Keys of the items of the first page."""
    idle: int = 0
    amid_news: bool = False
    """Nobody had met any item of the page that was read last: more of them may follow."""
    until: int | None = None
    """Tonight's part ends with this page; the next night goes on."""
    goes_on: str | None = None
    """Address of the page with which the next night goes on."""
    beyond: bool = False
    """Tonight one page more than what is known is looked at, to see that the page can still be turned."""
    filter: bool = False
    """A list that was shown already, narrowed or sorted."""
    sorts: bool = False
    """The same in another order or dress: where its page names nothing new, neither do those that follow."""
    source: Source | None = None
    """What the page's script would fetch next, where the page itself names no following one."""
    numbered: tuple[str, str] | None = None
    """What the address of a further page has before and after its number, where the page's script puts it together."""
    more: str | None = None
    """A sign that the list goes on where the walk ended, since no way on was found (`walking.signs`)."""
    alike: list[str] = field(default_factory=list)
    """Titles that only a click opens and that stood on an earlier page too: the same article, or another?"""
    _met: set[int] = field(default_factory=set)
    _turned: set[int] = field(default_factory=set)

    def read(self, sheet: Sheet) -> Ended | None:
        """Take in one page; why the walk ends there, or None: turn the page.

        >>> walk = Walk("a.vn/tin", "http://a.vn/tin")
        >>> walk.read(Sheet("http://a.vn/tin", ("1", "2"), has_next=True))
        >>> walk.read(Sheet("http://a.vn/tin?page=2", ("3",)))
        'last-page'
        >>> walk.pages, walk.items
        (2, 3)
        """
        self.pages += 1
        if self.pages == 1:
            self.head = sheet.items
        fresh = 0
        for item in sheet.items:
            mark = _mark(item)
            if mark not in self._met:
                self._met.add(mark)
                fresh += 1
        self.items += fresh
        self.new += sheet.unknown
        self.amid_news = bool(sheet.items) and sheet.unknown >= len(sheet.items)
        if sheet.total is not None:
            self.claims, self.claims_of = sheet.total, "items"
        elif sheet.pages is not None and self.claims_of != "items":
            self.claims, self.claims_of = max(sheet.pages, self.claims or 0), "pages"
        self.idle = 0 if fresh else self.idle + 1
        if sheet.next_key is not None:
            turn = _mark(sheet.next_key)
            if turn in self._turned:
                return self.end("loop", f"the next page is one that was read before: {sheet.next_key}")
            self._turned.add(turn)
        if not sheet.items:
            return self.end("empty", f"page {self.pages} has no items")
        if self.idle >= IDLE_PAGES:
            return self.end("loop", f"{self.idle} pages in a row repeat items of this listing")
        if not sheet.has_next:
            return self.end("last-page")
        if not self.to_the_end and not sheet.unknown and not (self.beyond and self.pages == 1):
            return self.end("known", "every item of this page was known before this run")
        if self.until is not None and self.pages >= self.until and sheet.next_key is not None:
            return self.end("known", f"known so far; walked on to page {self.pages}, the next night goes on")
        if self.pages >= PAGES_AT_MOST:
            return self.end("budget", f"{PAGES_AT_MOST} pages")
        return None

    def met(self, item: str) -> bool:
        """Whether an item of that key stood on an earlier page."""
        return _mark(item) in self._met

    def end(self, why: Ended, detail: str = "") -> Ended:
        """Write down why the walk is over."""
        self.ended, self.detail = why, detail
        return why

    @property
    def complete(self) -> bool:
        """Whether the listing was seen from its first page to its last."""
        return self.ended in TO_THE_END and self.more is None

    @property
    def shortfall(self) -> str | None:
        """What the site says, or shows signs of, and the walk did not see, in a sentence; None where they agree.

        >>> Walk("k", "u", pages=3, items=30, claims=57, claims_of="pages", ended="loop").shortfall
        'the site says 57 pages, 3 were read'
        """
        if self.claims is None or self.ended == "known":
            return self.more
        seen = self.items if self.claims_of == "items" else self.pages
        if seen >= self.claims:
            return None
        return f"the site says {self.claims} {self.claims_of}, {seen} were read"


def _mark(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def vanished(before: Iterable[str], now: Iterable[str], *, more: bool) -> list[str]:
    """Items of a first page that are gone from among those that are still there: they may have been taken down.

    What is missing at the end is not suspected where *more* pages follow: newer items push the last ones over.

    >>> vanished(["a", "b", "c", "d"], ["new", "a", "c"], more=True)
    ['b']
    >>> vanished(["a", "b", "c", "d"], ["new", "a", "c"], more=False)
    ['b', 'd']
    """
    old, here = list(before), set(now)
    last = max((place for place, item in enumerate(old) if item in here), default=-1)
    if last < 0:
        return []  # nothing in common: a redesign or another listing, not a deletion
    return [item for place, item in enumerate(old) if item not in here and (place < last or not more)]
