"""The old make: ASP pages of nested tables, no class and hardly an id, windows-1258 declared in a meta tag alone.

Below an article stand newer items with their full date and older ones with day and month only.
"""

from __future__ import annotations

from html import escape
from typing import ClassVar

from ..markup import DEPARTMENT, EMAIL, HOTLINE, day, plain, render, windows_1258, words
from ..news import News
from ..portal import Neighbour, NewsPortal
from ..server import Request, Response, not_found


class Tables(NewsPortal):
    """`chitiet.asp?loai=1&id=101`, listings by `tintuc.asp?loai=1&trang=2`."""

    make: ClassVar[str] = "tables"
    page_size: ClassVar[int] = 6
    prints_clock: ClassVar[bool] = False

    def path(self, news: News) -> str:
        return f"chitiet.asp?loai={self.kind(news.section)}&id={news.id}"

    def other_paths(self, news: News) -> tuple[str, ...]:
        return (f"inbai.asp?id={news.id}",)

    def kind(self, section: str) -> int:
        """Number of a section in addresses, from 1."""
        return self.shelf.sections.index(section) + 1

    def listing_paths(self) -> list[str]:
        return [f"tintuc.asp?loai={self.kind(section)}" for section in self.shelf.sections]

    def stamps(self, news: News) -> tuple[str, ...]:
        return (f"Ngày đăng: {day(news.when)}",) if news.when else ()

    def neighbours(self, news: News) -> list[Neighbour]:
        newer = [Neighbour(n, day(n.when), f"{n.when:%Y-%m-%d}" if n.when else None) for n in self.shelf.newer(news, 5)]
        older = [
            Neighbour(n, f"{n.when:%d/%m}" if n.when else "", f"XXXX-{n.when:%m-%d}" if n.when else None)
            for n in self.shelf.older(news, 5)
        ]
        return newer + older

    def answer(self, path: str, request: Request) -> Response:
        query = request.query
        if path in ("", "index.asp", "default.asp"):
            return self._send("Trang chủ", self._front())
        if path == "tintuc.asp":
            kind, number = self.page_number(query.get("loai")), self.page_number(query.get("trang"))
            if 1 <= kind <= len(self.shelf.sections):
                return self._send(self.shelf.sections[kind - 1], self._listing(self.shelf.sections[kind - 1], number))
        if path in ("chitiet.asp", "inbai.asp") and (news := self.known(query.get("id"))):
            if path == "inbai.asp":
                return self._encoded(self._print(news))
            return self._send(plain(news.title), self._article(news))
        if path == "gioithieu.asp":
            return self._send("Giới thiệu", _ABOUT)
        return not_found()

    def _encoded(self, page: str) -> Response:
        return Response(windows_1258(page), "text/html")

    def _send(self, title: str, middle: str) -> Response:
        menu = "".join(
            f'<tr><td height="24" bgcolor="#F3E9D2">&nbsp;<img src="{self.link("anh/nut.png")}" width="8">&nbsp;'
            f'<a href="tintuc.asp?loai={self.kind(s)}"><font color="#800000" face="Arial" size="2"><b>{escape(s)}</b>'
            "</font></a></td></tr>"
            for s in self.shelf.sections
        )
        page = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1258">
<TITLE>{escape(title)} - {DEPARTMENT}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF" TOPMARGIN="0" LEFTMARGIN="0">
<TABLE WIDTH="980" BORDER="0" ALIGN="center" CELLSPACING="0" CELLPADDING="0">
<TR><TD COLSPAN="3"><img src="{self.link("anh/banner.png")}" width="980" height="120" alt="{DEPARTMENT}"></TD></TR>
<TR><TD COLSPAN="3" bgcolor="#800000"><font color="#FFFFFF" face="Arial" size="2">&nbsp;<a href="index.asp">
<font color="#FFFFFF">Trang ch&#7911;</font></a> | <a href="gioithieu.asp"><font color="#FFFFFF">Giới thiệu</font></a> |
<a href="mailto:{EMAIL}"><font color="#FFFFFF">Liên hệ</font></a></font></TD></TR>
<TR><TD WIDTH="190" VALIGN="top"><TABLE WIDTH="100%" BORDER="0">
<tr><td bgcolor="#800000"><font color="#FFFFFF" size="2"><b>CHUYÊN MỤC</b></font></td></tr>
{menu}
<tr><td><font size="2"><b>Liên kết website</b></font><br><select><option>-- Chọn --<option>UBND tỉnh Sông Lam
<option>Sở Nội vụ</select></td></tr>
<tr><td><font size="1">Số lượt truy cập: <b>1.204.331</b><br>Đang trực tuyến: 12</font></td></tr></TABLE></TD>
<TD WIDTH="10">&nbsp;</TD><TD VALIGN="top"><TABLE WIDTH="100%" BORDER="0" CELLPADDING="3"><TR><TD>
{middle}
</TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN="3" ALIGN="center" bgcolor="#F3E9D2"><font face="Arial" size="1">Bản quyền thuộc {DEPARTMENT}<br>
Địa chỉ: 18 đường Bến Cũ, phường Cầu Đá, thành phố Lam Thành<br>Hotline: {HOTLINE}<br>Email: {EMAIL}</font></TD></TR>
</TABLE></BODY></HTML>"""
        return self._encoded(page)

    def _front(self) -> str:
        out = []
        for section in self.shelf.sections:
            rows = "".join(self._line(n, day(n.when)) for n in self.shelf.page(1, 4, section))
            out.append(
                f'<table width="100%"><tr><td bgcolor="#D9C79A"><a href="tintuc.asp?loai={self.kind(section)}"><b>'
                f"{escape(section)}</b></a></td></tr><tr><td>{rows}</td></tr></table>"
            )
        return "\n".join(out)

    def _line(self, news: News, printed: str) -> str:
        date = f' <font size="1" color="#666666">({printed})</font>' if printed else ""
        return f'- <a href="{escape(self.path(news))}"><font size="2">{words(news.title)}</font></a>{date}<br>\n'

    def _listing(self, section: str, number: int) -> str:
        pages = self.shelf.pages(self.page_size, section)
        rows = []
        for news in self.shelf.page(number, self.page_size, section):
            picture = next((b.file for b in news.blocks() if b.kind == "picture"), "tin.png")
            date = f'&nbsp;<font size="1">({day(news.when)})</font>' if news.when else ""
            rows.append(
                f'<tr><td width="90" valign="top"><img src="{self.link("anh/" + picture)}" width="80"></td><td valign="top">'
                f'<a href="{escape(self.path(news))}"><font color="#800000" size="2"><b>{words(news.title)}</b></font></a>'
                f'{date}<br><font size="2">{words(news.lead)[:180]}</font></td></tr><tr><td colspan="2"><hr size="1"></td></tr>'
            )
        kind = self.kind(section)
        pager = " | ".join(
            f"<b>{i}</b>" if i == number else f'<a href="tintuc.asp?loai={kind}&amp;trang={i}">{i}</a>'
            for i in range(1, pages + 1)
        )
        following = (
            f' <a href="tintuc.asp?loai={kind}&amp;trang={number + 1}">Trang sau &gt;&gt;</a>' if number < pages else ""
        )
        body = "".join(rows) or "<tr><td><font size=2>Chưa có tin trong mục này.</font></td></tr>"
        return (
            f'<font color="#800000" size="3"><b>{escape(section)}</b></font><table width="100%" border="0">{body}</table>'
            f'<p align="right"><font size="2">Trang: {pager}{following}</font></p>'
        )

    def _body(self, news: News) -> str:
        return render(
            news.blocks(),
            paragraph=lambda text: (
                f'<p align="justify"><font face="Times New Roman" size="3">&nbsp;&nbsp;&nbsp;{text}</font></p>'
            ),
            picture=lambda file, caption: (
                f'<table align="center" border="0"><tr><td><img src="{self.link("anh/" + file)}" border="1"></td></tr>'
                f'<tr><td align="center"><font size="2" color="#0000AA"><i>{caption}</i></font></td></tr></table>'
            ),
            items=lambda each: "".join(f'<p align="justify"><font size="3">- {i}</font></p>' for i in each),
        )

    def _signed(self, news: News) -> str:
        out = ""
        if news.byline:
            out += f'<p align="right"><font size="3"><b>{escape(news.byline)}</b></font></p>'
        if news.source and news.source not in (news.byline or ""):
            out += f'<p align="right"><font size="2"><i>Nguồn: {escape(news.source)}</i></font></p>'
        return out

    def _lead(self, news: News) -> str:
        if not news.lead:
            return ""
        if news.lead_as == "bold":
            return f'<p align="justify"><font face="Times New Roman" size="3"><b>&nbsp;&nbsp;&nbsp;{words(news.lead)}</b></font></p>'
        return f'<table width="100%" bgcolor="#F7F7F7"><tr><td><font size="3" color="#444444"><b>{words(news.lead)}</b></font></td></tr></table>'

    def _article(self, news: News) -> str:
        files = "".join(
            f'<p><img src="{self.link("anh/kep.png")}" width="12"> <a href="{self.link(self.document_path(news, file))}">'
            f"{escape(text)}</a></p>"
            for file, text in news.attachments
        )
        stamp = f"{self.stamps(news)[0]} | " if news.when else ""
        near = self.neighbours(news)
        newer = "".join(self._line(n.news, n.printed) for n in near if n.edtf and not n.edtf.startswith("XXXX"))
        older = "".join(self._line(n.news, n.printed) for n in near if not n.edtf or n.edtf.startswith("XXXX"))
        related = f"<p><b>Các tin mới hơn:</b></p>{newer}" if newer else ""
        related += f"<p><b>Các tin đã đưa:</b></p>{older}" if older else ""
        return f"""<font size="1"><a href="index.asp">Trang chủ</a> &gt; <a href="tintuc.asp?loai={self.kind(news.section)}">
{escape(news.section)}</a></font><br>
<p><font face="Arial" size="4" color="#990000"><b>{words(news.title)}</b></font></p>
<p><font size="1" color="#666666">{stamp}Lượt xem: {self.views(news)}</font></p>
{self._lead(news)}
{self._body(news)}
{files}{self._signed(news)}
<p align="right"><font size="1"><a href="inbai.asp?id={news.id}" target="_blank">Bản in</a> |
<a href="mailto:?subject=Gui%20bai">Gửi cho bạn bè</a> | <a href="#">Về đầu trang</a></font></p><hr>
{related}"""

    def _print(self, news: News) -> str:
        stamp = f"<p>{self.stamps(news)[0]}</p>" if news.when else ""
        return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1258">
<TITLE>Bản in: {words(news.title)}</TITLE></HEAD><BODY onload="window.print()">
<p><b>{DEPARTMENT}</b></p><hr><p><font size="4"><b>{words(news.title)}</b></font></p>{stamp}
{self._lead(news)}{self._body(news)}{self._signed(news)}<hr><p>Bản in từ trang tin của {DEPARTMENT}</p></BODY></HTML>"""


_ABOUT = """<p><font size="4"><b>Giới thiệu chung</b></font></p><p><font size="3">Sở là cơ quan chuyên môn thuộc UBND tỉnh,
giúp UBND tỉnh quản lý nhà nước về lưu trữ và di sản số.</font></p>"""
