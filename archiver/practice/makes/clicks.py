"""WebForms whose titles are no links: each is a LinkButton, and only a postback of its list opens the article."""

from __future__ import annotations

from typing import ClassVar

from archiver.shapes import Postback
from archiver.walking.openings import Opening

from ..markup import day, plain, words
from ..news import News
from ..portal import Neighbour
from ..server import Request, Response, not_found
from .webforms import WebForms


class ByTitle(WebForms):
    """The server answers a click on a title by leading on to `ChiTiet.aspx`."""

    make: ClassVar[str] = "webforms-titles"
    exchanges: ClassVar[int] = 2

    def _row(self, news: News, index: int) -> str:
        date = f' <span class="ngay">({day(news.when)})</span>' if news.when else ""
        name = self._name(index)
        return (
            f'<tr><td><div class="tin"><a id="{name.replace("$", "_")}" class="tieude"'
            f" href=\"javascript:__doPostBack('{name}','')\">{words(news.title)}</a>{date}"
            f'<div class="tomtat">{words(news.lead)}</div></div></td></tr>'
        )

    @staticmethod
    def _name(index: int) -> str:
        return f"ctl00$cphMain$lvTin$ctrl{index}$lbtTieuDe"

    def _front(self) -> str:
        return "".join(f'<div class="nhom"><h3>{section}</h3></div>' for section in self.shelf.sections)

    def clicked(self, number: int, section: str, form: dict[str, str]) -> News | None:
        """The article on whose title a posted form says that someone clicked."""
        shown = self.shelf.page(number, self.page_size, section)
        return next((n for i, n in enumerate(shown) if form.get("__EVENTTARGET") == self._name(i)), None)

    def opened(self, news: News, session: str) -> Response:
        """What a click on its title brings."""
        return Response(b"", status=302, headers=(("Location", self.link(self.path(news))),))

    def _listing(self, request: Request, session: str) -> Response:
        state = self._unseal(request.form.get("__VIEWSTATE", ""), session) if request.method == "POST" else None
        if state is not None and len(state) == 2:
            section = self.shelf.sections[int(str(state[0])) - 1]
            news = self.clicked(int(str(state[1])), section, request.form)
            if news is not None:
                return self.opened(news, session)
        return super()._listing(request, session)


class InPlace(ByTitle):
    """The article takes the place of the list, at the address of the list: it has none of its own."""

    make: ClassVar[str] = "webforms-in-place"
    exchanges: ClassVar[int] = 1

    def path(self, news: News) -> str:
        opening = Opening(plain(news.title), Postback("", "POST", ()), "", day(news.when))
        return opening.address(f"TinTuc.aspx?CatID={self.kind(news.section)}")

    def neighbours(self, news: News) -> list[Neighbour]:
        return []

    def opened(self, news: News, session: str) -> Response:
        return self._send(
            plain(news.title), f"TinTuc.aspx?CatID={self.kind(news.section)}", self._article(news), [], session
        )

    def _page(self, path: str, request: Request, session: str) -> Response:
        return not_found() if path == "chitiet.aspx" else super()._page(path, request, session)
