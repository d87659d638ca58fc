"""One article under many addresses: portlet and friendly, one id in two sections, session ids, AMP, mobile, print."""

from __future__ import annotations

import secrets
from html import escape
from typing import ClassVar

from ..markup import slug, words
from ..news import News, Shelf
from ..server import Request, Response, not_found, redirect
from .plain import Plain


class Aliases(Plain):
    """Canonical is `web/guest/-/<slug>`; the page says so only where real portals do (AMP and mobile), else not at all.

    Listings link to the portlet address, the front page to the friendly one; a second section ('Tin nổi bật') shows
    every third article again, with its own number in the address; every link of a listing carries a session id.
    """

    make: ClassVar[str] = "aliases"

    def __init__(self, shelf: Shelf, *, prefix: str = "/") -> None:
        super().__init__(shelf, prefix=prefix)
        self._sessions = 0

    def path(self, news: News) -> str:
        return f"web/guest/-/{slug(news.title)}-{news.id}"

    def _kind(self, news: News) -> int:
        return self.shelf.sections.index(news.section) + 1

    def _portlet(self, news: News, kind: int) -> str:
        return f"web/guest/tin-tuc?p_p_id=tin&p_p_state=normal&CatID={kind}&ItemID={news.id}"

    def other_paths(self, news: News) -> tuple[str, ...]:
        friendly = self.path(news)
        return (
            self._portlet(news, self._kind(news)),
            self._portlet(news, 9),
            f"amp/{slug(news.title)}-{news.id}",
            f"m/tin/{news.id}",
            f"in/{news.id}",
            f"index.php?id={news.id}",
            f"{friendly}?utm_source=zalo&utm_medium=share",
        )

    def good_paths(self, news: News) -> tuple[str, ...]:
        return self.other_paths(news)[:2]

    def front(self, request: Request) -> Response:
        tops = "".join(
            f'<li><a href="{self.link(self.path(n))}?utm_source=zalo&amp;utm_medium=share">{words(n.title)}</a></li>'
            for n in self.shelf.page(1, 3)
        )
        rows = self.rows(self.shelf.page(1, 5))
        links = f'<a href="{self.link("muc/tin-noi-bat")}">Tin nổi bật</a> <a href="{self.link("m")}">Bản di động</a>'
        return self.send("Trang chủ", f"<h2>Đọc nhiều</h2><ul>{tops}</ul><h2>Tin mới</h2><ul>{rows}</ul>{links}")

    def _session(self, request: Request) -> str:
        """A new one for whoever brings no cookie, in the address, as servlet containers write it."""
        return "" if "JSESSIONID" in request.cookies else f";jsessionid={secrets.token_hex(16).upper()}"

    def listing(self, path: str, request: Request) -> Response | None:
        path = path.partition(";")[0]
        top = path == "muc/tin-noi-bat"
        if path == "m":
            rows = "".join(
                f'<li><a href="{self.link(f"m/tin/{n.id}")}">{words(n.title)}</a></li>' for n in self.shelf.page(1, 20)
            )
            return self.send("Bản di động", f"<ul>{rows}</ul>")
        section = self.section_at(path.removeprefix("muc/")) if path.startswith("muc/") else None
        if section is None and not top:
            return None
        number = self.page_number(request.query.get("trang"))
        if top:
            ids = self.shelf.ids()[::3]
            pages, title = -(-len(ids) // self.page_size), "Tin nổi bật"
            shown = ids[(number - 1) * self.page_size : number * self.page_size]
            news = [n for i in shown if (n := self.shelf.get(i))]
        else:
            assert section is not None
            pages, title = self.shelf.pages(self.page_size, section), section
            news = self.shelf.page(number, self.page_size, section)
        if not 1 <= number <= pages:
            return not_found()
        session = self._session(request)
        rows = ""
        for n in news:
            address, _, query = self._portlet(n, 9 if top else self._kind(n)).partition("?")
            rows += f'<li><a href="{self.link(address)}{session}?{escape(query)}">{words(n.title)}</a></li>\n'
        pager = self.pager(number, pages, lambda i: f"{self.link(path)}{session}?trang={i}")
        page = self.send(title, f'<h1>{escape(title)}</h1><ul class="list">{rows}</ul>{pager}')
        if session:
            cookie = ("Set-Cookie", f"JSESSIONID={session.partition('=')[2]}; Path=/; HttpOnly")
            return Response(page.body, page.content_type, headers=(cookie,))
        return page

    def listing_pages(self) -> int:
        return super().listing_pages() + -(-len(self.shelf) // 3 // self.page_size) + 1

    def article_at(self, path: str, request: Request) -> News | None:
        path = path.partition(";")[0]
        if path == "web/guest/tin-tuc":
            return self.known(request.query.get("ItemID"))
        if path.startswith("web/guest/-/"):
            return self.known(path.rpartition("-")[2])
        return None

    def answer(self, path: str, request: Request) -> Response:
        bare = path.partition(";")[0]
        if bare == "index.php":
            news = self.known(request.query.get("id"))
            return redirect(self.link(self.path(news)), 301) if news else not_found()
        for start in ("amp/", "m/tin/", "in/"):
            if bare.startswith(start):
                news = self.known(bare.removeprefix(start).rpartition("-")[2])
                return self._other(start, news) if news else not_found()
        return super().answer(path, request)

    def _other(self, start: str, news: News) -> Response:
        head = f'<link rel="canonical" href="{self.url(self.path(news))}">' if start != "in/" else ""
        if start == "amp/":
            head += '<meta name="viewport" content="width=device-width,minimum-scale=1">'
        stamp = f"<p>{self.stamps(news)[0]}</p>" if news.when else ""
        page = f"""<!doctype html><html{" amp" if start == "amp/" else ""} lang="vi"><head><meta charset="utf-8">
<title>{words(news.title)}</title>{head}</head><body><h1>{words(news.title)}</h1>{stamp}{self.inside(news)}</body></html>"""
        return Response(page.encode())

    def article(self, news: News, head: str = "") -> Response:
        page = super().article(news, f'<link rel="amphtml" href="{self.url(f"amp/{slug(news.title)}-{news.id}")}">')
        links = (
            f'<p class="tools"><a href="{self.link(f"in/{news.id}")}">Bản in</a> '
            f'<a href="{self.link(f"index.php?id={news.id}")}">Liên kết ngắn</a></p><div class="other">'
        )
        body = page.body.decode()
        at = body.find('<div class="other">')
        if at < 0:
            return page
        return Response((body[:at] + links + body[at + len('<div class="other">') :]).encode())
