"""Ways in which one article is laid into a page: what local portals of two decades look like around their text."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Printed:
    """An article as its page prints it."""

    title: str
    category: str
    paragraphs: tuple[str, ...]
    byline: str
    source: str
    related: tuple[tuple[str, str], ...]
    """Title, and the date as printed after it."""
    footer: tuple[str, ...]


_MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thi đua", "Khen thưởng", "Hỏi đáp", "Liên hệ")
_SIDE = ("Liên kết website", "Cổng thông tin Chính phủ", "Thống kê truy cập", "Lượt truy cập: 1.204.331")


def nested_tables(one: Printed) -> str:
    """Tables within tables, fonts, no class names: 2003 to 2010."""
    menu = "".join(f'<td><a href="/{i}"><font face="Arial" size="2">{m}</font></a></td>' for i, m in enumerate(_MENU))
    side = "".join(f'<tr><td><a href="#">{escape(s)}</a></td></tr>' for s in _SIDE)
    text = "".join(f'<p align="justify"><font face="Arial" size="2">{escape(p)}</font></p>' for p in one.paragraphs)
    others = "".join(
        f'<tr><td width="10">-</td><td><a href="news.aspx?id={i}">{escape(t)}</a> <i>({d})</i></td></tr>'
        for i, (t, d) in enumerate(one.related)
    )
    foot = "<br>".join(map(escape, one.footer))
    return f"""<html><head><title>Hội đồng Thi đua - Khen thưởng</title></head><body>
<table width="1000" align="center"><tr><td colspan="3"><img src="/banner.jpg" width="1000"></td></tr>
<tr><td colspan="3"><table><tr>{menu}</tr></table></td></tr>
<tr><td width="180" valign="top"><table>{side}</table></td>
<td width="620" valign="top"><table width="100%"><tr><td><b>{escape(one.category)}</b></td></tr>
<tr><td><font size="4" color="red"><b>{escape(one.title)}</b></font></td></tr>
<tr><td>{text}</td></tr>
<tr><td align="right"><b>{escape(one.byline)}</b></td></tr>
<tr><td align="right"><b>{escape(one.source)}</b></td></tr></table>
<table width="100%"><tr><td colspan="2"><b>Các tin khác</b></td></tr>{others}</table></td>
<td width="200" valign="top"><table>{side}</table></td></tr>
<tr><td colspan="3" align="center">{foot}</td></tr></table></body></html>"""


def web_forms(one: Printed) -> str:
    """ASP.NET WebForms: one form around all, names made by the framework."""
    menu = "".join(f'<li><a href="/{i}.aspx">{m}</a></li>' for i, m in enumerate(_MENU))
    text = "".join(f"<p>{escape(p)}</p>" for p in one.paragraphs)
    others = "".join(
        f'<li><a id="ctl00_Main_rpt_ctl{i:02}_lnk" href="/chi-tiet.aspx?ID={900 + i}">{escape(t)}</a> <span>({d})</span></li>'
        for i, (t, d) in enumerate(one.related)
    )
    foot = "".join(f"<div>{escape(f)}</div>" for f in one.footer)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(one.title)}</title></head><body>
<form method="post" action="./chi-tiet.aspx?ID=77" id="form1">
<input type="hidden" name="__VIEWSTATE" value="{"A" * 4000}"><div id="ctl00_pnlMenu"><ul>{menu}</ul></div>
<div id="ctl00_Main_UpdatePanel1"><div><span id="ctl00_Main_lblChuyenMuc">{escape(one.category)}</span></div>
<div><span id="ctl00_Main_lblTieuDe" style="font-weight:bold">{escape(one.title)}</span></div>
<div><span id="ctl00_Main_lblNoiDung">{text}</span></div>
<div style="text-align:right"><span id="ctl00_Main_lblTacGia">{escape(one.byline)}</span></div>
<div style="text-align:right"><span id="ctl00_Main_lblNguon">{escape(one.source)}</span></div>
<div><ul>{others}</ul></div></div>
<div id="ctl00_pnlCuoi">{foot}</div></form></body></html>"""


def bare(one: Printed) -> str:
    """No class, no id, no heading: everything is a div."""
    menu = " | ".join(f'<a href="/{i}">{m}</a>' for i, m in enumerate(_MENU))
    text = "".join(f"<div>{escape(p)}</div>" for p in one.paragraphs)
    others = "".join(
        f'<div>- <a href="/tin/{i}.html">{escape(t)}</a> ({d})</div>' for i, (t, d) in enumerate(one.related)
    )
    foot = "".join(f"<div>{escape(f)}</div>" for f in one.footer)
    return f"""<html><head><title>{escape(one.title)}</title></head><body><div>{menu}</div>
<div><div>{escape(one.category)}</div><div><b>{escape(one.title)}</b></div><div>{text}</div>
<div>{escape(one.byline)}</div><div>{escape(one.source)}</div><div>{others}</div></div><div>{foot}</div></body></html>"""


def line_breaks(one: Printed) -> str:
    """The whole text in one cell, `<br>` for a paragraph."""
    menu = "".join(f'<li><a href="/{i}">{m}</a></li>' for i, m in enumerate(_MENU))
    text = "<br><br>".join(map(escape, one.paragraphs))
    others = "<br>".join(f'- <a href="?tin={i}">{escape(t)}</a> ({d})' for i, (t, d) in enumerate(one.related))
    foot = "<br>".join(map(escape, one.footer))
    return f"""<html><head><title>{escape(one.title)} - Ban Thi đua</title></head><body><ul>{menu}</ul>
<h4>{escape(one.category)}</h4><h2>{escape(one.title)}</h2><div id="content">{text}<br><br><div align="right">
{escape(one.byline)}<br>{escape(one.source)}</div></div><div>{others}</div><p>{foot}</p></body></html>"""


def themed(one: Printed) -> str:
    """A theme of these years: names that say what they hold, share bars, a side column, a cookie bar."""
    menu = "".join(f'<li class="menu-item"><a href="/{i}">{m}</a></li>' for i, m in enumerate(_MENU))
    text = "".join(f"<p>{escape(p)}</p>" for p in one.paragraphs)
    others = "".join(
        f'<article class="item"><h3><a href="/tin-{i}">{escape(t)}</a></h3><time>{d}</time></article>'
        for i, (t, d) in enumerate(one.related)
    )
    foot = "".join(f"<p>{escape(f)}</p>" for f in one.footer)
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{escape(one.title)} | Ban Thi đua</title>
<meta property="og:title" content="{escape(one.title)}"><meta property="og:site_name" content="Ban Thi đua"></head><body>
<header class="site-header"><nav><ul>{menu}</ul></nav></header>
<main><article class="post"><div class="breadcrumb"><a href="/">Trang chủ</a> / <a href="/tp">{escape(one.category)}</a></div>
<h1 class="entry-title">{escape(one.title)}</h1><div class="share"><a href="#">Chia sẻ</a> <a href="#">In bài</a></div>
<div class="entry-content">{text}<p class="author" style="text-align:right"><strong>{escape(one.byline)}</strong></p>
<p style="text-align:right"><strong>{escape(one.source)}</strong></p></div></article>
<section class="related-posts"><h2>Tin liên quan</h2>{others}</section></main>
<aside class="sidebar"><h3>Đọc nhiều</h3><ul><li><a href="/x">Một tin được đọc nhiều trong tuần này ở đây</a></li></ul></aside>
<footer class="footer">{foot}</footer><div class="cookie-bar">Trang này dùng cookie để phục vụ bạn tốt hơn.</div></body></html>"""


LAYOUTS: tuple[Callable[[Printed], str], ...] = (nested_tables, web_forms, bare, line_breaks, themed)
