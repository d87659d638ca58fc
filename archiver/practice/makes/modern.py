"""The modern make: HTML5, JSON-LD and OpenGraph, a sitemap, a feed, validators; tags, comments, share buttons."""

from __future__ import annotations

import gzip
import json
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import ClassVar

from ..markup import DEPARTMENT, EMAIL, HOTLINE, WEEKDAYS, plain, render, slug, words
from ..news import News
from ..portal import Neighbour, NewsPortal
from ..server import Request, Response, not_found


class Modern(NewsPortal):
    """`tin-tuc/<slug>-<id>.html`; listings `chuyen-muc/<slug>?page=2` and `tin-tuc?page=2`."""

    make: ClassVar[str] = "modern"
    page_size: ClassVar[int] = 6
    prints_tags: ClassVar[bool] = True
    extra_links: tuple[tuple[str, str], ...] = ()
    """Links to other portals of the department, for the page's head: address and text."""

    def path(self, news: News) -> str:
        return f"tin-tuc/{slug(news.title)}-{news.id}.html"

    def other_paths(self, news: News) -> tuple[str, ...]:
        return (f"in/{news.id}",)

    def listing_paths(self) -> list[str]:
        return ["tin-tuc", *(f"chuyen-muc/{slug(section)}" for section in self.shelf.sections)]

    def listing_pages(self) -> int:
        return super().listing_pages() + self.shelf.pages(self.page_size)

    def modified(self, news: News) -> datetime | None:
        return news.changed or news.when

    def category(self, news: News) -> tuple[str | None, ...]:
        return (f"Tin tức / {news.section}", news.section)

    def stamps(self, news: News) -> tuple[str, ...]:
        if not (when := news.when):
            return ()
        clock = f", {when:%H:%M}" if news.clock else ""
        return (when.isoformat(), f"{WEEKDAYS[when.weekday()]}, {when:%d/%m/%Y}{clock}")

    def neighbours(self, news: News) -> list[Neighbour]:
        near = (self.shelf.newer(news, 2) + self.shelf.older(news, 4))[:4]
        return [Neighbour(n, f"{n.when:%d/%m/%Y}", f"{n.when:%Y-%m-%d}") if n.when else Neighbour(n) for n in near]

    def robots(self) -> str:
        return super().robots() + f"\nSitemap: {self.url('sitemap.xml')}\n"

    def answer(self, path: str, request: Request) -> Response:
        if path == "":
            return self._send("Trang chủ", self._front())
        if path == "sitemap.xml":
            return self._sitemap()
        if path.startswith("sitemap-") and path.endswith(".xml.gz"):
            return self._sitemap(self.page_number(path[8:-7]) or 1)
        if path == "rss.xml":
            return self._feed()
        if path == "gioi-thieu":
            return self._send(
                "Giới thiệu", f"<h1>Giới thiệu</h1><p>{DEPARTMENT} là cơ quan chuyên môn thuộc UBND tỉnh.</p>"
            )
        if path == "noi-bo/du-thao-tin.html":
            return self._send("Dự thảo tin", _DRAFT)
        number = self.page_number(request.query.get("page"))
        if path == "tin-tuc":
            return self._listing("Tin tức", None, number, path)
        for section in self.shelf.sections:
            if path == f"chuyen-muc/{slug(section)}":
                return self._listing(section, section, number, path)
        if path.startswith("in/") and (news := self.known(path[3:])):
            return Response(self._print(news).encode(), headers=(("X-Robots-Tag", "noindex"),))
        if path.startswith("tin-tuc/") and path.endswith(".html"):
            news = self.known(path[:-5].rpartition("-")[2])
            if news and path == self.path(news):
                page = self._send(plain(news.title), self._article(news), self._head(news))
                return Response(page.body, page.content_type, last_modified=news.changed or news.when, etag=True)
        return not_found()

    def _send(self, title: str, middle: str, head: str = "") -> Response:
        menu = "".join(
            f'<li class="nav-item"><a class="nav-link" href="{self.link("chuyen-muc/" + slug(s))}">{escape(s)}</a></li>'
            for s in self.shelf.sections
        )
        extra = "".join(
            f'<li class="nav-item"><a class="nav-link" href="{u}">{escape(t)}</a></li>' for u, t in self.extra_links
        )
        read = "".join(
            f'<li><a href="{self.link(self.path(n))}">{words(n.title)}</a></li>'
            for n in sorted(self.shelf.page(1, 12), key=lambda n: n.id * 7 % 11)[:3]
        )
        page = f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} - {DEPARTMENT}</title>
<link rel="alternate" type="application/rss+xml" title="Tin mới" href="{self.link("rss.xml")}">
{head}</head>
<body><header class="site-header"><a class="logo" href="{self.link("")}"><img src="{self.link("anh/logo.png")}" alt="{DEPARTMENT}"></a>
<nav class="navbar"><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="{self.link("")}">Trang chủ</a></li>
<li class="nav-item"><a class="nav-link" href="{self.link("gioi-thieu")}">Giới thiệu</a></li>
<li class="nav-item"><a class="nav-link" href="{self.link("tin-tuc")}">Tin tức</a></li>{menu}{extra}</ul></nav>
<form action="{self.link("tim-kiem")}" method="get" role="search"><input name="q" placeholder="Tìm kiếm"><button>Tìm</button></form></header>
<main class="container">{middle}</main>
<aside class="sidebar"><h3>Đọc nhiều</h3><ul>{read}</ul></aside>
<footer class="site-footer"><p>{DEPARTMENT}</p><p>Địa chỉ: 18 đường Bến Cũ, phường Cầu Đá, thành phố Lam Thành</p>
<p>Hotline: {HOTLINE} · Email: <a href="mailto:{EMAIL}">{EMAIL}</a></p>
<p><a href="{self.link("noi-bo/du-thao-tin.html")}">Khu vực nội bộ</a></p><p>© 2020 - 2025</p></footer></body></html>"""
        return Response(page.encode())

    def _card(self, news: News) -> str:
        picture = next((b.file for b in news.blocks() if b.kind == "picture"), None)
        img = f'<img loading="lazy" src="{self.link("anh/" + picture)}" alt="">' if picture else ""
        date = f'<time datetime="{news.when.isoformat()}">{news.when:%d/%m/%Y}</time>' if news.when else ""
        return (
            f'<article class="card">{img}<h3 class="card-title"><a href="{self.link(self.path(news))}">{words(news.title)}</a></h3>'
            f'{date}<p class="card-text">{words(news.lead)}</p></article>'
        )

    def _front(self) -> str:
        cards = "".join(self._card(n) for n in self.shelf.page(1, 5))
        return f'<h1 class="visually-hidden">{DEPARTMENT}</h1><section class="latest"><h2>Tin mới nhất</h2>{cards}</section>'

    def _listing(self, title: str, section: str | None, number: int, path: str) -> Response:
        news = self.shelf.page(number, self.page_size, section)
        if not news and number != 1:
            return not_found()
        pages = self.shelf.pages(self.page_size, section)
        links = "".join(
            f'<li class="page-item active"><span class="page-link">{i}</span></li>'
            if i == number
            else f'<li class="page-item"><a class="page-link" href="{self.link(path)}?page={i}">{i}</a></li>'
            for i in _numbers(number, pages)
        )
        following = (
            f'<li class="page-item"><a class="page-link" rel="next" href="{self.link(path)}?page={number + 1}">Sau ›</a></li>'
            if number < pages
            else ""
        )
        pager = (
            f'<nav aria-label="Phân trang"><ul class="pagination">{links}{following}</ul></nav>'
            if pages > 1 and news
            else ""
        )
        cards = "".join(self._card(n) for n in news) or "<p>Chưa có bài viết.</p>"
        return self._send(title, f'<h1>{escape(title)}</h1><div class="news-list">{cards}</div>{pager}')

    def _head(self, news: News) -> str:
        url = self.url(self.path(news))
        picture = next((self.url(f"anh/{b.file}") for b in news.blocks() if b.kind == "picture"), None)
        data: dict[str, object] = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": plain(news.title),
            "mainEntityOfPage": {"@type": "WebPage", "@id": url},
            "publisher": {"@type": "Organization", "name": DEPARTMENT},
            "articleSection": news.section,
        }
        if news.lead:
            data["description"] = plain(news.lead)
        if news.when:
            data["datePublished"] = news.when.isoformat()
        if changed := news.changed or news.when:
            data["dateModified"] = changed.isoformat()
        if news.authors:
            data["author"] = [{"@type": "Person", "name": name} for name in news.authors]
        if picture:
            data["image"] = [picture]
        image = f'<meta property="og:image" content="{picture}">' if picture else ""
        when = f'<meta property="article:published_time" content="{news.when.isoformat()}">' if news.when else ""
        script = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f"""<link rel="canonical" href="{url}"><meta name="description" content="{escape(plain(news.lead))}">
<meta property="og:type" content="article"><meta property="og:title" content="{escape(plain(news.title))}">
<meta property="og:url" content="{url}">{image}{when}<meta name="keywords" content="{escape(", ".join(news.tags))}">
<script type="application/ld+json">{script}</script>
"""

    def _body(self, news: News) -> str:
        return render(
            news.blocks(),
            paragraph=lambda text: f"<p>{text}</p>",
            picture=lambda file, caption: (
                f'<figure class="image"><img src="{self.link("anh/" + file)}" alt="{caption}"><figcaption>{caption}</figcaption></figure>'
            ),
        )

    def _lead(self, news: News) -> str:
        return f'<h2 class="article-sapo">{words(news.lead)}</h2>' if news.lead else ""

    def _article(self, news: News) -> str:
        byline = f'<p class="article-author">{escape(news.byline)}</p>' if news.byline else ""
        source = ""
        if news.source and news.source not in (news.byline or ""):
            source = f'<p class="article-source">Nguồn: {escape(news.source)}</p>'
        files = "".join(
            f'<li><a href="{self.link(self.document_path(news, file))}">{escape(text)}</a></li>'
            for file, text in news.attachments
        )
        files = f'<section class="attachments"><h4>Tệp đính kèm</h4><ul>{files}</ul></section>' if files else ""
        tags = "".join(f'<a rel="tag" href="{self.link("tim-kiem")}?tag={slug(t)}">{escape(t)}</a> ' for t in news.tags)
        tags = f'<div class="tags"><span>Từ khóa:</span> {tags}</div>' if tags else ""
        near = "".join(
            f'<li><a href="{self.link(self.path(n.news))}">{words(n.news.title)}</a> <span class="date">{n.printed}</span></li>'
            for n in self.neighbours(news)
        )
        when = news.when
        stamp = f'<time datetime="{when.isoformat()}">{self.stamps(news)[1]}</time>' if when else ""
        changed = f' <span class="updated">Cập nhật: {news.changed:%d/%m/%Y %H:%M}</span>' if news.changed else ""
        return f"""<nav class="breadcrumb" aria-label="breadcrumb"><ol><li><a href="{self.link("")}">Trang chủ</a></li>
<li><a href="{self.link("tin-tuc")}">Tin tức</a></li><li><a href="{self.link("chuyen-muc/" + slug(news.section))}">{escape(news.section)}</a></li></ol></nav>
<article class="article-detail"><h1 class="article-title">{words(news.title)}</h1>
<div class="article-meta">{stamp}{changed} <a class="print" href="{self.link(f"in/{news.id}")}" rel="nofollow">Bản in</a>
<span class="share">Chia sẻ: <a href="#fb">Facebook</a> <a href="#zalo">Zalo</a></span></div>
{self._lead(news)}<div class="article-content">{self._body(news)}</div>{byline}{source}{files}{tags}</article>
<section class="related"><h3>Tin liên quan</h3><ul>{near}</ul></section>
<section class="comments"><h3>Ý kiến bạn đọc</h3><form method="post" action="{self.link("binh-luan")}"><textarea name="noi-dung"></textarea>
<button>Gửi</button></form><div class="comment"><b>Bạn đọc ở Bến Sậy</b><p>Rất mong Sở có thêm nhiều tin như thế này.</p></div></section>"""

    def _print(self, news: News) -> str:
        stamp = f"<p>{self.stamps(news)[1]}</p>" if news.when else ""
        return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{words(news.title)} - Bản in</title>
<link rel="canonical" href="{self.url(self.path(news))}"><meta name="robots" content="noindex"></head>
<body><h1>{words(news.title)}</h1>{stamp}{self._lead(news)}<div>{self._body(news)}</div><p>{escape(news.byline or "")}</p></body></html>"""

    def _sitemap(self, part: int | None = None) -> Response:
        """One sitemap; of a large shelf an index of compressed ones, as the protocol's limit demands of the largest."""
        if part is None and len(self.shelf) > _SITEMAP:
            parts = range(1, -(-len(self.shelf) // _SITEMAP) + 1)
            rows = "".join(f"<sitemap><loc>{self.url(f'sitemap-{i}.xml.gz')}</loc></sitemap>\n" for i in parts)
            return _xml(f"<sitemapindex {_NAMESPACE}>\n{rows}</sitemapindex>")
        ids = self.shelf.ids()[_SITEMAP * ((part or 1) - 1) : _SITEMAP * (part or 1)]
        rows = "".join(
            f"<url><loc>{escape(self.url(self.path(n)))}</loc>"
            + (f"<lastmod>{(n.changed or n.when).isoformat()}</lastmod>" if n.when else "")
            + "</url>\n"
            for i in ids
            if (n := self.shelf.get(i))
        )
        response = _xml(f"<urlset {_NAMESPACE}>\n{rows}</urlset>")
        if part is not None:  # a .gz is sent as the file that it is, without Content-Encoding
            return Response(gzip.compress(response.body, mtime=0), "application/gzip", etag=True)
        return response

    def _feed(self) -> Response:
        rows = "".join(
            f"<item><title>{words(n.title)}</title><link>{escape(self.url(self.path(n)))}</link>"
            f'<guid isPermaLink="true">{escape(self.url(self.path(n)))}</guid>'
            + (f"<pubDate>{format_datetime(n.when)}</pubDate>" if n.when else "")
            + f"<description>{words(n.lead)}</description></item>\n"
            for n in self.shelf.page(1, 20)
        )
        text = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{DEPARTMENT}</title><link>{self.url("")}</link><description>Tin mới</description>
{rows}</channel></rss>
"""
        return Response(text.encode(), "application/rss+xml; charset=utf-8", etag=True)


_SITEMAP = 2_000
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def _xml(text: str) -> Response:
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode(), "application/xml", etag=True)


def _numbers(number: int, pages: int) -> list[int]:
    """Page numbers that a pager shows: the first, the last, and those around the present one."""
    return [i for i in range(1, pages + 1) if i in (1, pages) or abs(i - number) <= 2]


_DRAFT = """<article class="article-detail"><h1 class="article-title">DỰ THẢO - chưa được phép phát hành</h1>
<div class="article-meta"><time>01/09/2025</time></div><div class="article-content"><p>Trang này nằm sau dòng Disallow của
robots.txt; một chương trình lịch sự không bao giờ đọc đến đây, và không một bản ghi nào được nhắc đến nội dung này.</p>
<p>Nếu nó có trong kho lưu trữ của bạn thì chương trình thu thập đã không tôn trọng quy ước.</p></div></article>"""
