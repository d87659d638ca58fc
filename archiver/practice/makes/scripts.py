"""Listings that a script draws: 'Xem thêm' by GET and by POST, a shell that is filled from an API, embedded state."""

from __future__ import annotations

import json
from html import escape
from typing import ClassVar

from ..markup import DEPARTMENT, day, plain, render, slug
from ..news import News
from ..server import Request, Response, not_found
from .plain import Plain


class MoreByGet(Plain):
    """The first page is HTML; a button asks `api/tin?muc=…&page=2` for more, which answers JSON with HTML inside."""

    make: ClassVar[str] = "more-get"

    def listing(self, path: str, request: Request) -> Response | None:
        if path == "api/tin":
            section = self.section_at(request.query.get("muc", ""))
            number = self.page_number(request.query.get("page"))
            if section is None:
                return _json({"error": "Không có chuyên mục này"}, 404)
            return _json(self._more(section, number))
        section = self.section_at(path.removeprefix("muc/")) if path.startswith("muc/") else None
        if section is None:
            return None
        rows = self.rows(self.shelf.page(1, self.page_size, section))
        button = ""
        if self.shelf.pages(self.page_size, section) > 1:
            button = (
                f'<button class="btn-more" id="xem-them" data-url="{self.link("api/tin")}" data-muc="{slug(section)}" '
                'data-page="1">Xem thêm</button>'
            )
        script = """<script>
document.getElementById('xem-them')?.addEventListener('click', function () {
  var btn = this, page = parseInt(btn.dataset.page, 10) + 1;
  fetch(btn.dataset.url + '?muc=' + btn.dataset.muc + '&page=' + page).then(r => r.json()).then(function (d) {
    document.getElementById('ds-tin').insertAdjacentHTML('beforeend', d.html);
    btn.dataset.page = page; if (!d.hasMore) btn.remove();
  });
});
</script>"""
        return self.send(section, f'<h1>{escape(section)}</h1><ul class="list" id="ds-tin">{rows}</ul>{button}{script}')

    def _more(self, section: str, number: int) -> dict[str, object]:
        news = self.shelf.page(number, self.page_size, section)
        return {"html": self.rows(news), "hasMore": number < self.shelf.pages(self.page_size, section)}


class MoreByPost(Plain):
    """The same by POST with an offset in a form: `Ajax/LoadMore`, written in the page's own script alone."""

    make: ClassVar[str] = "more-post"

    def listing(self, path: str, request: Request) -> Response | None:
        if path == "Ajax/LoadMore":
            if request.method != "POST":
                return _json({"success": False, "message": "Method Not Allowed"}, 405)
            kind, skip, take = (self.page_number(request.form.get(k, "0")) for k in ("chuyenMucId", "skip", "take"))
            if not 1 <= kind <= len(self.shelf.sections) or not 1 <= take <= 50:
                return _json({"success": False})
            chosen = self.shelf.sections[kind - 1]
            news = self.shelf.page(skip // take + 1, take, chosen)
            items = [
                {
                    "Id": n.id,
                    "TieuDe": plain(n.title),
                    "Url": self.link(self.path(n)),
                    "NgayDang": f"/Date({int(n.when.timestamp() * 1000)})/" if n.when else None,
                    "TomTat": plain(n.lead),
                }
                for n in news
            ]
            return _json({"success": True, "total": len(self.shelf.ids(chosen)), "data": items})
        section = self.section_at(path.removeprefix("muc/")) if path.startswith("muc/") else None
        if section is None:
            return None
        kind, size = self.shelf.sections.index(section) + 1, self.page_size
        rows = self.rows(self.shelf.page(1, size, section))
        more = '<a href="javascript:void(0)" onclick="taiThem()" id="lnkXemThem">Xem thêm</a>'
        script = f"""<script type="text/javascript">
var skip = {size}, take = {size};
function taiThem() {{
  $.ajax({{ url: '{self.link("Ajax/LoadMore")}', type: 'POST', data: {{ chuyenMucId: {kind}, skip: skip, take: take }},
    success: function (r) {{ if (!r.data.length) {{ $('#lnkXemThem').hide(); return; }}
      $.each(r.data, function (i, o) {{ $('#dsTin').append('<li><a href="' + o.Url + '">' + o.TieuDe + '</a></li>'); }});
      skip += take; }} }});
}}
</script>"""
        more = more if self.shelf.pages(size, section) > 1 else ""
        return self.send(section, f'<h1>{escape(section)}</h1><ul class="list" id="dsTin">{rows}</ul>{more}{script}')


class Scripted(Plain):
    """A shell without a single item: everything, articles too, comes as JSON from an API named in the page."""

    make: ClassVar[str] = "scripted"

    def other_paths(self, news: News) -> tuple[str, ...]:
        return (f"api/v1/articles/{news.id}",)

    def front(self, request: Request) -> Response:
        return self._shell("Trang chủ", f'data-api="{self.link("api/v1/articles")}" data-page-size="{self.page_size}"')

    def menu(self) -> list[tuple[str, str]]:
        return []

    def listing_paths(self) -> list[str]:
        return [f"api/v1/articles?page=1&size={self.page_size}"]

    def listing_pages(self) -> int:
        return self.shelf.pages(self.page_size)

    def _shell(self, title: str, data: str) -> Response:
        page = f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)} - {DEPARTMENT}</title></head>
<body><div id="app" {data}></div><noscript>Trang này cần JavaScript.</noscript>
<script>
(function () {{
  var app = document.getElementById('app'), api = app.dataset.api, page = 1;
  function load() {{ return fetch(api + '?page=' + page + '&size=' + app.dataset.pageSize).then(function (r) {{ return r.json(); }}); }}
  if (app.dataset.article) {{ fetch(app.dataset.article).then(r => r.json()).then(render); }} else {{ load().then(draw); }}
  function draw(d) {{ app.innerHTML += d.items.map(i => '<a href="' + i.url + '">' + i.title + '</a>').join(''); }}
  function render(a) {{ app.innerHTML = '<h1>' + a.title + '</h1><time>' + a.publishedAt + '</time>' + a.content; }}
}})();
</script></body></html>"""
        return Response(page.encode())

    def listing(self, path: str, request: Request) -> Response | None:
        if path == "api/v1/articles":
            number = self.page_number(request.query.get("page"))
            asked = self.page_number(request.query.get("size", str(self.page_size)))
            size = asked if 1 <= asked <= 20 else self.page_size
            items = [
                {
                    "id": n.id,
                    "title": plain(n.title),
                    "url": self.link(self.path(n)),
                    "summary": plain(n.lead),
                    "publishedAt": n.when.isoformat() if n.when else None,
                }
                for n in self.shelf.page(number, size)
            ]
            pages = {"page": number, "size": size, "totalPages": self.shelf.pages(size), "totalItems": len(self.shelf)}
            return _json({"items": items, **pages})
        if path.startswith("api/v1/articles/") and (news := self.known(path.rpartition("/")[2])):
            return _json(self.state_of(news))
        return None

    def article(self, news: News, head: str = "") -> Response:
        return self._shell(plain(news.title), f'data-article="{self.link(f"api/v1/articles/{news.id}")}"')

    def state_of(self, news: News) -> dict[str, object]:
        """The article as the API gives it: fields, and the text as HTML."""
        body = render(
            news.blocks(),
            paragraph=lambda text: f"<p>{text}</p>",
            picture=lambda file, caption: (
                f'<figure><img src="{self.link("anh/" + file)}"><figcaption>{caption}</figcaption></figure>'
            ),
        )
        return {
            "id": news.id,
            "title": plain(news.title),
            "url": self.link(self.path(news)),
            "summary": plain(news.lead) or None,
            "category": {"name": news.section},
            "author": news.byline,
            "source": news.source,
            "publishedAt": news.when.isoformat() if news.when else None,
            "content": body,
            "attachments": [
                {"name": text, "url": self.link(self.document_path(news, file))} for file, text in news.attachments
            ],
            "related": [
                {"title": plain(n.news.title), "url": self.link(self.path(n.news)), "date": n.printed}
                for n in self.neighbours(news)
            ],
        }

    def stamps(self, news: News) -> tuple[str, ...]:
        return (news.when.isoformat(),) if news.when else ()


class State(Scripted):
    """A page whose whole content stands in `<script id="__NEXT_DATA__">`; page numbers are a query of the listing."""

    make: ClassVar[str] = "state"

    def other_paths(self, news: News) -> tuple[str, ...]:
        return ()

    def _next(self, title: str, page: str, props: dict[str, object]) -> Response:
        state = {"props": {"pageProps": props}, "page": page, "query": {}, "buildId": "kV3xq0", "isFallback": False}
        script = json.dumps(state, ensure_ascii=False).replace("<", "\\u003c")
        body = f"""<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><title>{escape(title)} - {DEPARTMENT}</title></head>
<body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{script}</script></body></html>"""
        return Response(body.encode())

    def _list(self, number: int) -> dict[str, object]:
        items = [
            {
                "id": n.id,
                "title": plain(n.title),
                "href": self.link(self.path(n)),
                "date": day(n.when) or None,
                "sapo": plain(n.lead),
            }
            for n in self.shelf.page(number, self.page_size)
        ]
        pages = {
            "currentPage": number,
            "totalPages": self.shelf.pages(self.page_size),
            "basePath": self.link("tin-tuc"),
        }
        return {"articles": items, "pagination": pages, "total": len(self.shelf)}

    def front(self, request: Request) -> Response:
        return self._next("Tin tức", "/tin-tuc", self._list(1))

    def listing_paths(self) -> list[str]:
        return ["tin-tuc?page=1"]

    def listing(self, path: str, request: Request) -> Response | None:
        if path != "tin-tuc":
            return None
        number = self.page_number(request.query.get("page"))
        if not 1 <= number <= self.shelf.pages(self.page_size):
            return not_found()
        return self._next("Tin tức", "/tin-tuc", self._list(number))

    def article(self, news: News, head: str = "") -> Response:
        return self._next(plain(news.title), "/bai-viet/[slug]", {"article": self.state_of(news)})


def _json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode(), "application/json; charset=utf-8", status)
