"""The practice portal: the news site of an invented department, worth crawling, with its truth beside it.

>>> with PracticeServer() as server:
...     server.url.startswith("http://127.0.0.1:"), len(list(server.truth()))
(True, 60)

`make` says how its pages are dressed: 'all' (the default) is one site whose older years stand on older systems, as in
real life; any other name of `MAKES` shows the same articles in that make alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from .makes import MAKES, Everything
from .news import ERAS, EndlessShelf, News, Shelf, written
from .portal import NewsPortal
from .server import Asked, Request, Response, Serving
from .truth import Difference, Truth, compare

__all__ = [
    "MAKES",
    "Difference",
    "News",
    "PracticeServer",
    "Request",
    "Response",
    "Shelf",
    "Truth",
    "compare",
]


class PracticeServer(Serving):
    """Serves a practice portal on the loopback from `with` to its end. `make` is one of `MAKES`, or 'all'.

    With *articles* the portal shows that many composed articles in place of the sixty written ones; they are made when
    they are asked for, so 100,000 cost no more memory than their numbers.
    """

    def __init__(
        self, make: str = "all", *, port: int = 0, articles: int | None = None, news: Iterable[News] | None = None
    ) -> None:
        if make != "all" and make not in MAKES:
            raise ValueError(f"{make!r} is no make of the practice portal; there are: all, {', '.join(sorted(MAKES))}")
        self.make = make
        if make == "all" and articles is None and news is None:
            self.site: Everything | NewsPortal = Everything()
        else:
            if articles is not None:
                shelf: Shelf = EndlessShelf(articles)
            else:
                shelf = Shelf(news if news is not None else (n for era in ERAS for n in written(era)))
            self.site = MAKES["modern" if make == "all" else make](shelf)
        super().__init__(self.site, port=port)
        self.site.at(self.url)

    @property
    def state(self) -> Shelf:
        """The articles, and what may happen to them between two nights: add, edit, delete, listings_empty."""
        return self.site.shelf

    def truth(self) -> Iterator[Truth]:
        """Every article as its record must have it at this moment."""
        return self.site.truth()

    def address(self, number: int) -> str:
        """Canonical address of an article of `state`. KeyError where there is none."""
        portal = self.site.today if isinstance(self.site, Everything) else self.site
        if (news := portal.shelf.get(number)) is None:
            raise KeyError(f"no article {number!r} on this shelf")
        return portal.url(portal.path(news))

    def redesign(self, make: str) -> None:
        """All addresses and pages change at once, the articles stay; *make* is the new one."""
        shelf = self.site.shelf
        self.site = MAKES[make](shelf)
        self.site.at(self.url)
        self.portal = self.site

    def __enter__(self) -> Self:
        super().__enter__()
        return self


def asked_for(asked: Iterable[Asked]) -> dict[str, int]:
    """How often each address was asked for.

    >>> asked_for([Asked("GET", "/", 200), Asked("HEAD", "/", 200)])
    {'/': 2}
    """
    counts: dict[str, int] = {}
    for each in asked:
        counts[each.target] = counts.get(each.target, 0) + 1
    return counts
