"""The WebForms make: one form around the page, hidden state, and a pager that only a postback can turn.

The state is checked as ASP.NET checks it: a __VIEWSTATE must be one that this server gave to this session, and an
event must be one that the page really offered (__EVENTVALIDATION). Else the answer is error 500.
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from hashlib import sha256
from html import escape
from typing import ClassVar, NamedTuple

from ..markup import DEPARTMENT, EMAIL, HOTLINE, WEEKDAYS, day, plain, render, words
from ..news import News, Shelf
from ..portal import Neighbour, NewsPortal
from ..server import Request, Response, not_found

_GRID = "ctl00$cphMain$gvTinTuc"
_WINDOW = 10  # a GridView shows ten numbers, then '...'


class Event(NamedTuple):
    """A postback that a page offers."""

    target: str
    """Name of the control."""
    argument: str
    """Its argument, or the value that its field must have."""
    page: int
    """The page of the listing that it leads to."""


def window(number: int, pages: int) -> list[tuple[int, str]]:
    """Pages that a pager shows, with their text: ten numbers, '...' before and after.

    >>> window(2, 12)[-2:], window(11, 12)
    ([(10, '10'), (11, '...')], [(10, '...'), (11, '11'), (12, '12')])
    """
    first = (number - 1) // _WINDOW * _WINDOW + 1
    last = min(first + _WINDOW - 1, pages)
    shown = [(i, str(i)) for i in range(first, last + 1)]
    if first > 1:
        shown.insert(0, (first - 1, "..."))
    if last < pages:
        shown.append((last + 1, "..."))
    return shown


class WebForms(NewsPortal):
    """`ChiTiet.aspx?ItemID=215&CatID=2`; `TinTuc.aspx?CatID=2`, whose pages have no address of their own."""

    make: ClassVar[str] = "webforms"
    page_size: ClassVar[int] = 5

    def __init__(self, shelf: Shelf, *, prefix: str = "/") -> None:
        super().__init__(shelf, prefix=prefix)
        self._key = secrets.token_bytes(16)

    def path(self, news: News) -> str:
        return f"ChiTiet.aspx?ItemID={news.id}&CatID={self.kind(news.section)}"

    def other_paths(self, news: News) -> tuple[str, ...]:
        return (f"InTin.aspx?ItemID={news.id}",)

    def kind(self, section: str) -> int:
        """Number of a section in addresses, from 1."""
        return self.shelf.sections.index(section) + 1

    def listing_paths(self) -> list[str]:
        return [f"TinTuc.aspx?CatID={self.kind(section)}" for section in self.shelf.sections]

    def stamps(self, news: News) -> tuple[str, ...]:
        if not (when := news.when):
            return ()
        clock = f" {when:%H:%M}" if news.clock else ""
        return (f"{WEEKDAYS[when.weekday()]}, {day(when)}{clock}",)

    def neighbours(self, news: News) -> list[Neighbour]:
        near = self.shelf.newest(news, 5)
        return [Neighbour(n, f"{n.when:%d/%m/%Y}", f"{n.when:%Y-%m-%d}") if n.when else Neighbour(n) for n in near]

    # state that travels with the page

    def _seal(self, state: object, session: str) -> str:
        body = json.dumps(state, separators=(",", ":")).encode()
        mac = hmac.new(self._key + session.encode(), body, sha256).digest()
        return base64.b64encode(mac + body).decode()

    def _unseal(self, text: str, session: str) -> list[object] | None:
        try:
            both = base64.b64decode(text, validate=True)
        except ValueError:
            return None
        mac, body = both[:32], both[32:]
        if not hmac.compare_digest(mac, hmac.new(self._key + session.encode(), body, sha256).digest()):
            return None
        state = json.loads(body)
        return state if isinstance(state, list) else None

    def answer(self, path: str, request: Request) -> Response:
        session = request.cookies.get("ASP.NET_SessionId", "")
        new = not session
        session = session or secrets.token_hex(12)
        response = self._page(path.lower(), request, session)
        if new and response.status == 200:
            cookie = ("Set-Cookie", f"ASP.NET_SessionId={session}; path=/; HttpOnly")
            return Response(response.body, response.content_type, headers=(*response.headers, cookie))
        return response

    def _page(self, path: str, request: Request, session: str) -> Response:
        if path in ("", "default.aspx"):
            return self._send("Trang chủ", "Default.aspx", self._front(), [], session)
        if path == "tintuc.aspx":
            return self._listing(request, session)
        news = self.known(request.query.get("ItemID"))
        if path == "chitiet.aspx" and news:
            return self._send(plain(news.title), self.path(news), self._article(news), [], session)
        if path == "intin.aspx" and news:
            return Response(self._print(news).encode())
        return not_found()

    # the listing

    def _listing(self, request: Request, session: str) -> Response:
        kind = self.page_number(request.query.get("CatID"))
        if not 1 <= kind <= len(self.shelf.sections):
            return not_found()
        section = self.shelf.sections[kind - 1]
        number = 1
        if request.method == "POST":
            state = self._unseal(request.form.get("__VIEWSTATE", ""), session)
            offered = self._unseal(request.form.get("__EVENTVALIDATION", ""), session)
            if state is None or offered is None or state[0] != kind:
                return _error("Validation of viewstate MAC failed.")
            events = [Event(*each) for each in offered if isinstance(each, list)]
            wish = next((e for e in events if self.is_meant(e, request.form)), None)
            if wish is None and any(e.target == request.form.get("__EVENTTARGET") for e in events):
                return _error("Invalid postback or callback argument.")
            number = wish.page if wish else int(str(state[1]))
        pages = self.shelf.pages(self.page_size, section)
        pager, offers = self.pager(number, pages)
        rows = "".join(self._row(n, i) for i, n in enumerate(self.shelf.page(number, self.page_size, section)))
        empty = "<tr><td>Không có dữ liệu.</td></tr>" if not rows else ""
        inner, outer = (pager, "") if pager.startswith("<tr") else ("", pager)
        inner, outer = (inner, outer) if pages > 1 and rows else ("", "")
        grid = f"""<h2 id="ctl00_cphMain_lblChuyenMuc" class="tieude-muc">{escape(section)}</h2>
<div><table cellspacing="0" id="ctl00_cphMain_gvTinTuc" style="border-collapse:collapse;width:100%">{rows}{empty}{inner}</table></div>{outer}
<span id="ctl00_cphMain_lblTong">Tổng số: {len(self.shelf.ids(section))} tin</span>"""
        return self._send(section, f"TinTuc.aspx?CatID={kind}", grid, [kind, number], session, offers)

    def is_meant(self, event: Event, form: dict[str, str]) -> bool:
        """Whether a posted form asks for this event."""
        return event.target == form.get("__EVENTTARGET") and event.argument == form.get("__EVENTARGUMENT")

    def pager(self, number: int, pages: int) -> tuple[str, list[Event]]:
        """The pager as HTML (a row of the grid, or what stands below it), and the events that it offers."""
        cells, events = [], []
        for page, text in window(number, pages):
            if page == number:
                cells.append(f"<td><span>{text}</span></td>")
            else:
                cells.append(f"""<td><a href="javascript:__doPostBack('{_GRID}','Page${page}')">{text}</a></td>""")
                events.append(Event(_GRID, f"Page${page}", page))
        return f'<tr class="pgr"><td><table><tr>{"".join(cells)}</tr></table></td></tr>', events

    def _row(self, news: News, index: int) -> str:
        place = f"ctl00_cphMain_gvTinTuc_ctl{index + 2:02d}"
        date = f'<span id="{place}_lblNgay" class="ngay">({day(news.when)})</span>' if news.when else ""
        picture = next((b.file for b in news.blocks() if b.kind == "picture"), None)
        img = f'<img id="{place}_img" src="{self.link("anh/" + picture)}" style="width:120px">' if picture else ""
        return (
            f'<tr><td><div class="tin">{img}<a id="{place}_hplTieuDe" class="tieude" href="{escape(self.path(news))}">'
            f'{words(news.title)}</a> {date}<div id="{place}_lblTomTat" class="tomtat">{words(news.lead)}</div></div></td></tr>'
        )

    # pages

    def _send(
        self, title: str, action: str, middle: str, state: list[object], session: str, events: list[Event] | None = None
    ) -> Response:
        menu = "".join(
            f'<li><a href="{self.link(f"TinTuc.aspx?CatID={self.kind(s)}")}">{escape(s)}</a></li>'
            for s in self.shelf.sections
        )
        page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>
	{escape(title)} | {DEPARTMENT}
</title></head><body>
<form name="aspnetForm" method="post" action="{escape(self.link(action))}" id="aspnetForm">
<div><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{self._seal(state or [title], session)}" /></div>
<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
function __doPostBack(eventTarget, eventArgument) {{
    if (!theForm.onsubmit || (theForm.onsubmit() != false)) {{
        theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument; theForm.submit();
    }}
}}
//]]>
</script>
<div><input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="CA0B0334" />
<input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="{self._seal(events or [], session)}" /></div>
<div id="wrapper"><div id="header"><a href="{self.link("Default.aspx")}"><img src="{self.link("anh/banner2.png")}" alt="{DEPARTMENT}" /></a>
<div class="tim"><input name="ctl00$txtTuKhoa" type="text" id="ctl00_txtTuKhoa" /><input type="submit" name="ctl00$btnTim" value="Tìm kiếm" id="ctl00_btnTim" /></div></div>
<div id="menu"><ul><li><a href="{self.link("Default.aspx")}">Trang chủ</a></li>{menu}</ul></div>
<div id="main"><div id="left"><div class="box"><div class="box-title">Thông báo</div>
<marquee direction="up" scrollamount="2">Đường dây nóng của Sở: {HOTLINE}</marquee></div>
<div class="box"><div class="box-title">Thống kê</div><p>Đang truy cập: 37</p><p>Tổng lượt: 2.118.540</p></div></div>
<div id="content"><!-- noi dung -->
{middle}
</div></div>
<div id="footer"><p>Cơ quan chủ quản: {DEPARTMENT}</p><p>Chịu trách nhiệm: Ông Lê Đình Khoát - Giám đốc Sở</p>
<p>Hotline: {HOTLINE} - Email: {EMAIL}</p><p>Giấy phép số 12/GP-STTTT cấp ngày 05/02/2015</p></div></div>
</form></body></html>"""
        return Response(page.encode(), headers=(("Cache-Control", "private"), ("X-AspNet-Version", "4.0.30319")))

    def _front(self) -> str:
        out = []
        for section in self.shelf.sections:
            rows = "".join(
                f'<li><a href="{escape(self.link(self.path(n)))}">{words(n.title)}</a>'
                + (f' <span class="ngay">({day(n.when)})</span>' if n.when else "")
                + "</li>"
                for n in self.shelf.page(1, 3, section)
            )
            out.append(f'<div class="nhom"><h3>{escape(section)}</h3><ul>{rows}</ul></div>')
        return "".join(out)

    def _body(self, news: News) -> str:
        return render(
            news.blocks(),
            paragraph=lambda text: (
                f'<p class="MsoNormal" style="text-align: justify;"><span style="font-size: 12pt; font-family: \'Times New Roman\';">{text}<o:p></o:p></span></p>'
            ),
            picture=lambda file, caption: (
                f'<p style="text-align: center;"><img alt="" src="{self.link("anh/" + file)}" style="width: 500px;" /></p>'
                f'<p style="text-align: center;"><em><span style="font-size: 10pt;">{caption}</span></em></p>'
            ),
        )

    def _inside(self, news: News) -> str:
        lead = ""
        if news.lead and news.lead_as == "bold":
            lead = f'<p class="MsoNormal" style="text-align: justify;"><strong>{words(news.lead)}</strong></p>'
        signed = f'<p style="text-align: right;"><strong>{escape(news.byline)}</strong></p>' if news.byline else ""
        if news.source and news.source not in (news.byline or ""):
            signed += f'<p style="text-align: right;"><em>Nguồn: {escape(news.source)}</em></p>'
        return lead + self._body(news) + signed

    def _article(self, news: News) -> str:
        stamp = f'<span id="ctl00_cphMain_lblNgayDang">{self.stamps(news)[0]}</span>' if news.when else ""
        lead = ""
        if news.lead and news.lead_as == "element":
            lead = f'<div id="ctl00_cphMain_lblTrichYeu" class="trichyeu">{words(news.lead)}</div>'
        files = "".join(
            f'<li><a href="{self.link(self.document_path(news, file))}">{escape(text)}</a></li>'
            for file, text in news.attachments
        )
        files = f'<div class="dinhkem"><b>Tài liệu đính kèm:</b><ul>{files}</ul></div>' if files else ""
        near = "".join(
            f'<li><a href="{escape(self.link(self.path(n.news)))}">{words(n.news.title)}</a>'
            + (f' <span class="ngay">({n.printed})</span>' if n.printed else "")
            + "</li>"
            for n in self.neighbours(news)
        )
        crumb = self.link(f"TinTuc.aspx?CatID={self.kind(news.section)}")
        return f"""<div class="duongdan"><a href="{self.link("Default.aspx")}">Trang chủ</a> » <a href="{crumb}">{escape(news.section)}</a></div>
<div class="chitiet"><span id="ctl00_cphMain_lblTieuDe" class="tieude-tin">{words(news.title)}</span>
<div class="thongtin">{stamp} <span id="ctl00_cphMain_lblLuotXem">Số lần đọc: {self.views(news)}</span>
<a href="javascript:void(0)" onclick="window.open('{self.link(f"InTin.aspx?ItemID={news.id}")}','in','width=800')">Bản in</a></div>
{lead}<div id="ctl00_cphMain_divNoiDung" class="noidung">{self._inside(news)}</div>{files}</div>
<div class="tinkhac"><div class="tieude-khac">Tin khác</div><ul>{near}</ul></div>"""

    def _print(self, news: News) -> str:
        lead = f"<p><b>{words(news.lead)}</b></p>" if news.lead and news.lead_as == "element" else ""
        stamp = self.stamps(news)[0] if news.when else ""
        return f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>In tin</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head>
<body onload="window.print();"><h1>{words(news.title)}</h1><p>{stamp}</p>{lead}{self._inside(news)}</body></html>"""


def _error(why: str) -> Response:
    page = f"<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' Application.</h1><h2>{escape(why)}</h2></body></html>"
    return Response(page.encode(), status=500)


class BySelect(WebForms):
    """The pages stand in a `<select>` that posts back when it changes."""

    make: ClassVar[str] = "webforms-select"
    _NAME = "ctl00$cphMain$ddlTrang"

    def is_meant(self, event: Event, form: dict[str, str]) -> bool:
        return event.target == form.get("__EVENTTARGET") and form.get(event.target) == event.argument

    def pager(self, number: int, pages: int) -> tuple[str, list[Event]]:
        chosen = ' selected="selected"'
        options = "".join(
            f'<option{chosen if i == number else ""} value="{i}">{i}</option>' for i in range(1, pages + 1)
        )
        change = f"javascript:setTimeout('__doPostBack(\\'{self._NAME}\\',\\'\\')', 0)"
        html = (
            f'<div class="phantrang">Trang: <select name="{self._NAME}" onchange="{change}" id="{self._NAME.replace("$", "_")}">'
            f"{options}</select> / {pages}</div>"
        )
        return html, [Event(self._NAME, str(i), i) for i in range(1, pages + 1)]


class ByImage(WebForms):
    """Two `ImageButton`s, back and forth; what is posted is where the picture was pressed (`name.x`, `name.y`)."""

    make: ClassVar[str] = "webforms-image"
    _BACK, _ON = "ctl00$cphMain$ibTruoc", "ctl00$cphMain$ibSau"

    def is_meant(self, event: Event, form: dict[str, str]) -> bool:
        return f"{event.target}.x" in form and f"{event.target}.y" in form

    def pager(self, number: int, pages: int) -> tuple[str, list[Event]]:
        events = []
        html = ""
        if number > 1:
            html += self._button(self._BACK, "truoc.png", "Trang trước")
            events.append(Event(self._BACK, "", number - 1))
        html += f'<span id="ctl00_cphMain_lblTrang">Trang {number} / {pages}</span>'
        if number < pages:
            html += self._button(self._ON, "sau.png", "Trang sau")
            events.append(Event(self._ON, "", number + 1))
        return f'<div class="phantrang">{html}</div>', events

    def _button(self, name: str, file: str, text: str) -> str:
        place = name.replace("$", "_")
        return f'<input type="image" name="{name}" id="{place}" title="{text}" alt="{text}" src="{self.link("anh/" + file)}" />'


class ByDataPager(WebForms):
    """A ListView with a DataPager: each number is a control of its own and has no argument."""

    make: ClassVar[str] = "webforms-datapager"
    _NAME = "ctl00$cphMain$dpTin"

    def pager(self, number: int, pages: int) -> tuple[str, list[Event]]:
        cells, events = [], []
        for index, (page, text) in enumerate(window(number, pages)):
            if page == number:
                cells.append(f'<span class="so-hien-tai">{text}</span>&nbsp;')
                continue
            name = f"{self._NAME}$ctl01$ctl{index:02d}"
            cells.append(f"""<a class="so" href="javascript:__doPostBack('{name}','')">{text}</a>&nbsp;""")
            events.append(Event(name, "", page))
        if number < pages:
            name = f"{self._NAME}$ctl02$ctl00"
            cells.append(f"""<a href="javascript:__doPostBack('{name}','')">Tiếp theo</a>""")
            events.append(Event(name, "", number + 1))
        return f'<span id="{self._NAME.replace("$", "_")}">{"".join(cells)}</span>', events
