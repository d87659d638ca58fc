"""The makes of the practice portal: each a template that dresses the same articles in another way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from ..news import News, Shelf, written
from ..portal import NewsPortal
from ..server import Request, Response
from ..truth import Truth
from .aliases import Aliases
from .clicks import ByTitle, InPlace
from .modern import Modern
from .plain import Plain
from .scripts import MoreByGet, MoreByPost, Scripted, State
from .tables import Tables
from .traps import Traps
from .turning import Archive, Frames, Offsets, Paths, Portlet, Years
from .webforms import ByDataPager, ByImage, BySelect, WebForms

_ALL: tuple[type[NewsPortal], ...] = (
    *(Tables, WebForms, Modern, BySelect, ByImage, ByDataPager, Plain, Paths, Offsets, Portlet, Archive, Years, Frames),
    *(MoreByGet, MoreByPost, Scripted, State, Aliases, Traps, ByTitle, InPlace),
)
MAKES: dict[str, type[NewsPortal]] = {each.make: each for each in _ALL}
"""By name."""


class Everything:
    """The whole practice site: today's portal, and the two older systems that it still links to."""

    make: ClassVar[str] = "all"
    exchanges: ClassVar[int] = 1

    def __init__(self) -> None:
        self.today = Modern(Shelf(written("2023")))
        self.today.extra_links = (
            ("/chuyentrang/Default.aspx", "Tin 2015 - 2019"),
            ("/trangcu/index.asp", "Trang tin cũ"),
        )
        self.older = (
            WebForms(Shelf(written("2016")), prefix="/chuyentrang/"),
            Tables(Shelf(written("2009")), prefix="/trangcu/"),
        )

    @property
    def shelf(self) -> Shelf:
        """The shelf of today's portal; the older ones do not change any more."""
        return self.today.shelf

    def at(self, base: str) -> None:
        """Tell the portals under which scheme and host they stand."""
        for portal in (self.today, *self.older):
            portal.at(base)

    def respond(self, request: Request) -> Response:
        """The answer to a request, from whichever system has that address."""
        for portal in self.older:
            if request.path.startswith(portal.prefix):
                return portal.respond(request)
        return self.today.respond(request)

    def truth(self) -> Iterator[Truth]:
        """Every article of the three systems."""
        for portal in (self.today, *self.older):
            yield from portal.truth()

    def listing_pages(self) -> int:
        """How many listing pages there are to walk."""
        return sum(portal.listing_pages() for portal in (self.today, *self.older))

    def news(self) -> Iterator[News]:
        """Every article."""
        for portal in (self.today, *self.older):
            yield from portal.shelf
