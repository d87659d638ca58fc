"""The plain make, on which those build that differ in how their listings turn or how their articles are addressed."""

from __future__ import annotations

from html import escape
from typing import ClassVar

from ..markup import DEPARTMENT, EMAIL, HOTLINE, day, plain, render, slug, words
from ..news import News
from ..portal import Neighbour, NewsPortal
from ..server import Request, Response, not_found


class Plain(NewsPortal):
    """`bai-viet/<slug>-<id>.html`; listings `muc/<slug>?trang=2` that print 'Trang 2/5'."""

    make: ClassVar[str] = "plain"

    def path(self, news: News) -> str:
        return f"bai-viet/{slug(news.title)}-{news.id}.html"

    def stamps(self, news: News) -> tuple[str, ...]:
        if not (when := news.when):
            return ()
        return (f"Đăng lúc: {when:%H:%M}, {day(when)}" if news.clock else f"Đăng ngày: {day(when)}",)

    def neighbours(self, news: News) -> list[Neighbour]:
        near = self.shelf.newest(news, 3)
        return [Neighbour(n, f"{n.when:%d/%m/%Y}", f"{n.when:%Y-%m-%d}") if n.when else Neighbour(n) for n in near]

    def listing_paths(self) -> list[str]:
        return [f"muc/{slug(section)}" for section in self.shelf.sections]

    def answer(self, path: str, request: Request) -> Response:
        if path == "":
            return self.front(request)
        if (found := self.listing(path, request)) is not None:
            return found
        if news := self.article_at(path, request):
            return self.article(news)
        return not_found()

    # what the makes built on this one change

    def front(self, request: Request) -> Response:
        """The front page: the newest five, and a menu."""
        return self.send("Trang chủ", f'<h2>Tin mới</h2><ul class="list">{self.rows(self.shelf.page(1, 5))}</ul>')

    def menu(self) -> list[tuple[str, str]]:
        """Address (absolute path) and text of each entry."""
        return [(self.link(f"muc/{slug(s)}"), s) for s in self.shelf.sections]

    def section_at(self, name: str) -> str | None:
        """The section whose slug is *name*."""
        return next((s for s in self.shelf.sections if slug(s) == name), None)

    def listing(self, path: str, request: Request) -> Response | None:
        """The answer for a listing's address, None for any other."""
        section = self.section_at(path.removeprefix("muc/")) if path.startswith("muc/") else None
        if section is None:
            return None
        number, pages = self.page_number(request.query.get("trang")), self.shelf.pages(self.page_size, section)
        if not 1 <= number <= pages:
            return not_found()
        pager = self.pager(number, pages, lambda i: f"{self.link(path)}?trang={i}" if i > 1 else self.link(path))
        return self.list_page(section, self.shelf.page(number, self.page_size, section), pager)

    def article_at(self, path: str, request: Request) -> News | None:
        """The article at an address."""
        news = self.known(path.removesuffix(".html").rpartition("-")[2])
        return news if news and path == self.path(news) else None

    # pieces

    def pager(self, number: int, pages: int, address: object, *, total: bool = True) -> str:
        """Links to pages near *number*; *address* makes a page's address from its number."""
        assert callable(address)
        if pages <= 1:
            return ""
        shown = [i for i in range(1, pages + 1) if i in (1, pages) or abs(i - number) <= 2]
        links = " ".join(f"<b>{i}</b>" if i == number else f'<a href="{escape(address(i))}">{i}</a>' for i in shown)
        onward = f' <a href="{escape(address(number + 1))}">Trang sau</a>' if number < pages else ""
        count = f"<span>Trang {number}/{pages}</span> " if total else ""
        return f'<div class="paging">{count}{links}{onward}</div>'

    def list_page(self, title: str, news: list[News], pager: str) -> Response:
        """A page of a listing."""
        rows = self.rows(news) or "<li>Chưa có bài viết nào.</li>"
        return self.send(title, f'<h1>{escape(title)}</h1><ul class="list">{rows}</ul>{pager}')

    def rows(self, news: list[News]) -> str:
        """Items of a listing."""
        return "".join(
            f'<li><a href="{escape(self.link(self.path(n)))}">{words(n.title)}</a>'
            + (f' <span class="date">{day(n.when)}</span>' if n.when else "")
            + (f"<p>{words(n.lead)}</p>" if n.lead else "")
            + "</li>\n"
            for n in news
        )

    def send(self, title: str, middle: str, head: str = "") -> Response:
        """A whole page around *middle*."""
        menu = "".join(f'<li><a href="{escape(u)}">{escape(t)}</a></li>' for u, t in self.menu())
        page = f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)} - {DEPARTMENT}</title>{head}</head>
<body><div id="top"><a href="{self.link("")}"><img src="{self.link("anh/logo.png")}" alt="{DEPARTMENT}"></a></div>
<div id="menu"><ul><li><a href="{self.link("")}">Trang chủ</a></li>{menu}</ul></div>
<div id="main">{middle}</div>
<div id="footer"><p>{DEPARTMENT}</p><p>Hotline: {HOTLINE}</p><p>Email: {EMAIL}</p></div></body></html>"""
        return Response(page.encode())

    def inside(self, news: News) -> str:
        """Lead, body, signature and attachments."""
        body = render(
            news.blocks(),
            paragraph=lambda text: f"<p>{text}</p>",
            picture=lambda file, caption: (
                f'<div class="pic"><img src="{self.link("anh/" + file)}" alt=""><p class="caption">{caption}</p></div>'
            ),
        )
        lead = ""
        if news.lead:
            lead = f'<div class="sapo">{words(news.lead)}</div>'
            if news.lead_as == "bold":
                lead = f"<p><strong>{words(news.lead)}</strong></p>"
        signed = f'<p class="author">{escape(news.byline)}</p>' if news.byline else ""
        if news.source and news.source not in (news.byline or ""):
            signed += f'<p class="source">Nguồn: {escape(news.source)}</p>'
        files = "".join(
            f'<li><a href="{self.link(self.document_path(news, file))}">{escape(text)}</a></li>'
            for file, text in news.attachments
        )
        files = f'<div class="files">Tệp đính kèm:<ul>{files}</ul></div>' if files else ""
        return f'{lead}<div class="body">{body}</div>{signed}{files}'

    def article(self, news: News, head: str = "") -> Response:
        """The page of an article."""
        stamp = f'<div class="time">{self.stamps(news)[0]}</div>' if news.when else ""
        near = "".join(
            f'<li><a href="{escape(self.link(self.path(n.news)))}">{words(n.news.title)}</a>'
            + (f" ({n.printed})" if n.printed else "")
            + "</li>"
            for n in self.neighbours(news)
        )
        near = f'<div class="other"><h3>Tin cùng chuyên mục</h3><ul>{near}</ul></div>' if near else ""
        middle = f"""<div class="crumb"><a href="{self.link("")}">Trang chủ</a> / {escape(news.section)}</div>
<div class="detail"><h1>{words(news.title)}</h1>{stamp}{self.inside(news)}</div>{near}"""
        return self.send(plain(news.title), middle, head)
