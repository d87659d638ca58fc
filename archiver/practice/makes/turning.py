"""Ways of turning a page: numbers in the path, offsets, portlet parameters, archives by month, selects, frames."""

from __future__ import annotations

from html import escape
from typing import ClassVar

from ..markup import DEPARTMENT, day, plain, slug, words
from ..news import News, Shelf
from ..server import Request, Response, not_found
from .plain import Plain


class Paths(Plain):
    """`muc/<slug>/page-2/`; beyond the last page the first is shown again, with status 200."""

    make: ClassVar[str] = "paths"

    def listing(self, path: str, request: Request) -> Response | None:
        if not path.startswith("muc/"):
            return None
        name, _, rest = path.removeprefix("muc/").strip("/").partition("/")
        section = self.section_at(name)
        number = 1 if not rest else self.page_number(rest.removeprefix("page-"))
        if section is None or number < 1:
            return not_found()
        pages = self.shelf.pages(self.page_size, section)
        number = number if number <= pages else 1
        pager = self.pager(
            number, pages, lambda i: self.link(f"muc/{name}/page-{i}/" if i > 1 else f"muc/{name}/"), total=False
        )
        return self.list_page(section, self.shelf.page(number, self.page_size, section), pager)

    def menu(self) -> list[tuple[str, str]]:
        return [(self.link(f"muc/{slug(s)}/"), s) for s in self.shelf.sections]

    def listing_paths(self) -> list[str]:
        return [f"muc/{slug(section)}/" for section in self.shelf.sections]


class Offsets(Plain):
    """`muc/<slug>?start=8`, a bare '>>' onward; beyond the end an empty list with status 200 (a soft 404)."""

    make: ClassVar[str] = "offsets"

    def listing(self, path: str, request: Request) -> Response | None:
        section = self.section_at(path.removeprefix("muc/")) if path.startswith("muc/") else None
        if section is None:
            return None
        start = request.query.get("start", "0")
        at = int(start) if start.isdecimal() and len(start) < 9 else 0
        size, total = self.page_size, len(self.shelf.ids(section))
        back = f'<a href="{self.link(path)}?start={max(0, at - size)}">&lt;&lt;</a> ' if at else ""
        onward = f'<a href="{self.link(path)}?start={at + size}">&gt;&gt;</a>'  # it never stops, as old pagers do not
        pager = f'<div class="paging">{back}{onward} <span>({total} tin)</span></div>'
        return self.list_page(section, self.shelf.page(at // size + 1, size, section), pager)


class Portlet(Plain):
    """A portlet portal: `?p_p_id=…&p_p_lifecycle=0&_…_cur=2`, the portlet's other parameters repeated in each link."""

    make: ClassVar[str] = "portlet"
    _NAME = "101_INSTANCE_tinTuc"

    def _address(self, path: str, number: int) -> str:
        name = self._NAME
        return (
            f"{self.link(path)}?p_p_id={name}&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view&p_p_col_id=column-2"
            f"&p_p_col_count=1&_{name}_delta={self.page_size}&_{name}_keywords=&_{name}_advancedSearch=false"
            f"&_{name}_andOperator=true&p_r_p_564233524_resetCur=false&_{name}_cur={number}"
        )

    def listing(self, path: str, request: Request) -> Response | None:
        section = self.section_at(path.removeprefix("muc/")) if path.startswith("muc/") else None
        if section is None:
            return None
        number = self.page_number(request.query.get(f"_{self._NAME}_cur"))
        pages = self.shelf.pages(self.page_size, section)
        number = min(max(number, 1), pages)  # a portlet shows its last page for any number beyond
        pager = self.pager(number, pages, lambda i: self._address(path, i), total=False)
        total = f"<small>Hiển thị {self.page_size} kết quả trên tổng số {len(self.shelf.ids(section))}.</small>"
        return self.list_page(section, self.shelf.page(number, self.page_size, section), pager + total)


class Archive(Plain):
    """No numbered pages: the front shows the newest, and all else stands in `luu-tru/2012/05/`, a page a month."""

    make: ClassVar[str] = "archive"

    def __init__(self, shelf: Shelf, *, prefix: str = "/") -> None:
        super().__init__(shelf, prefix=prefix)
        self._months: dict[str, list[int]] = {}
        self._version = -1

    def months(self) -> dict[str, list[int]]:
        """Articles by month, '2012/05', newest month first; those without a date stand under 'khac'."""
        if self._version != self.shelf.version:
            self._months = {}
            for news in self.shelf:
                self._months.setdefault(f"{news.when:%Y/%m}" if news.when else "khac", []).append(news.id)
            self._version = self.shelf.version
        return self._months

    def menu(self) -> list[tuple[str, str]]:
        return [(self.link("luu-tru/"), "Lưu trữ theo tháng")]

    def listing_paths(self) -> list[str]:
        return ["luu-tru/"]

    def listing_pages(self) -> int:
        return len(self.months()) + 1

    def _in(self, month: str) -> list[News]:
        ids = [] if self.shelf.listings_empty else self.months()[month]
        return [n for i in ids if (n := self.shelf.get(i))]

    def listing(self, path: str, request: Request) -> Response | None:
        if not path.startswith("luu-tru/"):
            return None
        month = path.removeprefix("luu-tru/").strip("/")
        if not month:
            links = "".join(
                f'<li><a href="{self.link(f"luu-tru/{m}/")}">{self._name(m)} ({len(ids)})</a></li>'
                for m, ids in self.months().items()
            )
            return self.send("Lưu trữ", f'<h1>Lưu trữ theo tháng</h1><ul class="months">{links}</ul>')
        if month not in self.months():
            return not_found()
        return self.list_page(self._name(month), self._in(month), "")

    def _name(self, month: str) -> str:
        year, _, number = month.partition("/")
        return f"Tháng {int(number)}/{year}" if number else "Tin khác"


class Years(Archive):
    """The same by two `<select>`s in a form that is sent by GET: `tra-cuu?nam=2012&thang=5`; no link leads there."""

    make: ClassVar[str] = "years"

    def menu(self) -> list[tuple[str, str]]:
        return [(self.link("tra-cuu"), "Tin theo thời gian")]

    def listing_paths(self) -> list[str]:
        return ["tra-cuu"]

    def _years(self) -> list[str]:
        return [*sorted({m[:4] for m in self.months() if m != "khac"}, reverse=True), "khac"]

    def listing_pages(self) -> int:
        return len(self._years()) + 1

    def listing(self, path: str, request: Request) -> Response | None:
        if path != "tra-cuu":
            return None
        years = self._years()
        year = request.query.get("nam", years[0])
        month = request.query.get("thang", "")
        news = [
            n
            for m in self.months()
            if m[:4] == year and (not month or m[5:] == month.zfill(2) or year == "khac")
            for n in self._in(m)
        ]
        if year == "khac":
            news = self._in("khac") if "khac" in self.months() else []
        options = "".join(
            f'<option value="{y}"{" selected" if y == year else ""}>{"Không rõ ngày" if y == "khac" else f"Năm {y}"}</option>'
            for y in years
        )
        months = '<option value="">Cả năm</option>' + "".join(
            f'<option value="{i}"{" selected" if str(i) == month else ""}>Tháng {i}</option>' for i in range(1, 13)
        )
        form = f"""<form method="get" action="{self.link("tra-cuu")}"><select name="nam" onchange="this.form.submit()">{options}</select>
<select name="thang" onchange="this.form.submit()">{months}</select><input type="submit" value="Xem"></form>"""
        title = "Tin không rõ ngày" if year == "khac" else f"Tin năm {year}"
        rows = self.rows(news) or "<li>Không có tin.</li>"
        return self.send(title, f'<h1>{escape(title)}</h1>{form}<ul class="list">{rows}</ul>')


class Frames(Plain):
    """A frameset: a menu in one frame, listings in another; an article is a frame's page with no way out of its own."""

    make: ClassVar[str] = "frames"

    def front(self, request: Request) -> Response:
        page = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{DEPARTMENT}</title></head>
<frameset rows="100,*" border="0"><frame src="{self.link("dau.htm")}" name="dau" scrolling="no">
<frameset cols="200,*"><frame src="{self.link("menu.htm")}" name="menu"><frame src="{self.link("tinmoi.htm")}" name="noidung">
</frameset></frameset></html>"""
        return Response(page.encode())

    def listing(self, path: str, request: Request) -> Response | None:
        if path == "dau.htm":
            return self._bare("", f"<h2>{DEPARTMENT}</h2>")
        if path == "menu.htm":
            links = "".join(
                f'<p><a target="noidung" href="{self.link(f"khung/{slug(s)}.htm")}">{escape(s)}</a></p>'
                for s in self.shelf.sections
            )
            return self._bare("Menu", links)
        if path == "tinmoi.htm":
            return self._bare("Tin mới", f"<ul>{self.rows(self.shelf.page(1, 5))}</ul>")
        if path.startswith("khung/"):  # the listing itself stands in an iframe of this page
            section = self.section_at(path.removeprefix("khung/").removesuffix(".htm"))
            if section:
                src = self.link(f"ds/{slug(section)}.htm")
                return self._bare(
                    section, f'<h3>{escape(section)}</h3><iframe src="{src}" width="100%" height="600"></iframe>'
                )
        if path.startswith("ds/"):
            name, _, number = path.removeprefix("ds/").removesuffix(".htm").partition("_")
            section = self.section_at(name)
            at, pages = self.page_number(number or "1"), self.shelf.pages(self.page_size, section) if section else 0
            if section and 1 <= at <= pages:
                pager = self.pager(
                    at, pages, lambda i: self.link(f"ds/{name}{f'_{i}' if i > 1 else ''}.htm"), total=False
                )
                return self._bare(section, f"<ul>{self.rows(self.shelf.page(at, self.page_size, section))}</ul>{pager}")
        return None

    def article(self, news: News, head: str = "") -> Response:
        stamp = f"<p><i>{self.stamps(news)[0]}</i></p>" if news.when else ""
        near = "".join(
            f'<li><a href="{self.link(self.path(n.news))}">{words(n.news.title)}</a>'
            + (f" ({day(n.news.when)})" if n.news.when else "")
            + "</li>"
            for n in self.neighbours(news)
        )
        near = f"<hr><b>Tin cùng chuyên mục</b><ul>{near}</ul>" if near else ""
        return self._bare(plain(news.title), f"<h2>{words(news.title)}</h2>{stamp}{self.inside(news)}{near}")

    def category(self, news: News) -> tuple[str | None, ...]:
        return (None,)

    def listing_pages(self) -> int:
        return super().listing_pages() + len(self.shelf.sections) + 4

    def listing_paths(self) -> list[str]:
        return [f"ds/{slug(section)}.htm" for section in self.shelf.sections]

    def _bare(self, title: str, middle: str) -> Response:
        page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{escape(title)}</title></head>
<body bgcolor="#FFFFFF">{middle}</body></html>"""
        return Response(page.encode())
