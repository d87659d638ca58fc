"""A second set of pages in other makes, written after what the first one taught was mended; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable

from made_sites import CALENDAR, CAROUSEL, LOGIN_BOX, POLL, Item, Made, flat, headline, vn
from made_sites import day as day_of
from made_sites import says as say

HOST = "https://dv.example.gov.vn"
SITE = "Ủy ban nhân dân thành phố Sông Lam"
WORDS = ("Trang nhất", "Tổng quan", "Thời sự", "Doanh nghiệp", "Công dân", "Du khách", "Tra cứu")


def _go(number: int) -> str:
    return f"/{flat(headline(number))}-{30000 + number}.html"


def _side(start: int, count: int = 5) -> str:
    return "".join(f'<div class="nho"><a href="{_go(n)}">{headline(n)}</a></div>' for n in range(start, start + count))


def elementor(title: str, main: str, head: str = "") -> str:
    menu = "".join(f'<li class="menu-item"><a class="elementor-item" href="/{flat(w)}/">{w}</a></li>' for w in WORDS)
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} - {SITE}</title>{head}</head><body class="elementor-default"><div class="elementor elementor-location-header"><ul>{menu}</ul></div>{CAROUSEL}<div class="elementor-section"><div class="elementor-container"><div class="elementor-column elementor-col-66"><div class="elementor-widget-wrap">{main}</div></div><div class="elementor-column elementor-col-33"><div class="elementor-widget"><h4>Bài xem nhiều</h4>{_side(200)}</div></div></div></div><div class="elementor-location-footer"><p>Cơ quan thường trực: Văn phòng. Điện thoại: 0238.384.0000</p></div></body></html>'


def blade(title: str, main: str, head: str = "") -> str:
    menu = "".join(f'<a class="nav-link" href="/{flat(w)}">{w}</a>' for w in WORDS)
    return f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><div id="app"><div class="top">{menu}<form class="search"><input name="tu_khoa"><button>Tìm</button></form></div><section class="main-section"><div class="left-content w-75">{main}</div><div class="right-content w-25"><div class="ttl">Tin nóng</div>{_side(210)}{CALENDAR}</div></section><div class="chan-trang">Bản quyền © {SITE}</div></div></body></html>'


def frames2003(title: str, main: str, head: str = "") -> str:
    menu = "".join(f'<a href="{flat(w)}.htm"><font color="white">{w}</font></a> | ' for w in WORDS)
    return f'<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>{title}</TITLE>{head}</HEAD><BODY><CENTER><IMG SRC="top.gif"></CENTER><TABLE WIDTH="100%" BGCOLOR="navy"><TR><TD>{menu}</TD></TR></TABLE><TABLE WIDTH="100%"><TR><TD WIDTH="75%">{main}</TD><TD WIDTH="25%" BGCOLOR="#eeeeee"><B>Tin moi</B><BR>{_side(220, 4)}</TD></TR></TABLE><HR><CENTER><FONT SIZE="1">{SITE} - Tel: 038.3844.000</FONT></CENTER></BODY></HTML>'


def umbraco(title: str, main: str, head: str = "") -> str:
    menu = "".join(f'<li><a href="/{flat(w)}/">{w}</a></li>' for w in WORDS)
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"/><title>{title} | {SITE}</title>{head}</head><body><div class="wrapperMain"><div class="topMenu"><ul>{menu}</ul></div><div class="boxCenter"><div class="colMain">{main}</div><div class="colRight">{LOGIN_BOX}<div class="boxNews"><div class="boxTitle">Thông tin cần biết</div>{_side(230)}</div>{POLL}</div></div><div class="bottomInfo">{SITE}</div></div></body></html>'


def plain(title: str, main: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang=vi><meta charset=utf-8><title>{title}</title>{head}<body>{main}"


def static_en(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en-us"><head><meta charset="utf-8"><title>{title} :: Lam River Authority</title>{head}</head><body class="theme"><div class="wrapper"><div class="masthead"><h3 class="masthead-title"><a href="/">Lam River Authority</a> <small>for the people</small></h3></div><div class="container content">{main}</div><div class="sidebar"><a class="sidebar-nav-item" href="/about.html">About</a><a class="sidebar-nav-item" href="/archive.html">Archive</a></div></div></body></html>'


def _one(name: str, around: Callable[..., str], title: str, path: str, main: str, *kinds: str, head: str = "", turned: bool = True) -> Made:
    return Made(name, HOST + path, around(title, main, head), frozenset(kinds), turned=turned)


def _list(name: str, around: Callable[..., str], title: str, path: str, start: int, count: int, row: Callable[[int, str, str, str], str], to: str | tuple[str, ...] | None = None, *, frame: str = "{}", dated: bool = True, href: Callable[[int], str] = _go, head: str = "") -> Made:
    items: list[Item] = [(headline(n), HOST + href(n), day_of(n).isoformat() if dated else None) for n in range(start, start + count)]
    main = frame.replace("{}", "".join(row(n, headline(n), href(n), vn(day_of(n))) for n in range(start, start + count)))
    return Made(name, HOST + path, around(title, main, head), frozenset({"listing"}), tuple(items), HOST + to if isinstance(to, str) else to)


def lists() -> list[Made]:
    return [
        _list("2-loop-grid", elementor, "Thời sự", "/thoi-su/", 240, 9, lambda n, t, u, d: f'<div class="elementor-post"><a class="elementor-post__thumbnail__link" href="{u}"><img src="/{n}.jpg"></a><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="{u}">{t}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{d}</span></div><div class="elementor-post__excerpt"><p>{say(n, 1)}</p></div><a class="elementor-post__read-more" href="{u}">Đọc thêm »</a></div></div>', "/thoi-su/2/", frame='<h1>Thời sự</h1><div class="elementor-posts">{}</div><nav class="elementor-pagination"><span class="page-numbers prev">« Trước</span><span class="page-numbers current"><span class="elementor-screen-only">Page</span>1</span><a class="page-numbers" href="/thoi-su/2/"><span class="elementor-screen-only">Page</span>2</a><a class="page-numbers next" href="/thoi-su/2/">Sau »</a></nav>'),
        _list("2-blade-simple", blade, "Tin doanh nghiệp", "/doanh-nghiep", 250, 8, lambda n, t, u, d: f'<div class="d-flex"><div class="flex-shrink-0"><img src="/{n}.png"></div><div><a href="{u}"><h5 class="mt-0">{t}</h5></a><small>{d}</small></div></div>', "/doanh-nghiep?page=2", frame='{}<nav><div class="flex justify-between"><span>&laquo; Trang trước</span><a rel="next" href="/doanh-nghiep?page=2">Trang sau &raquo;</a></div></nav>'),
        _list("2-frames-hr", frames2003, "Tin tuc", "/tin.htm", 260, 7, lambda n, t, u, d: f'<P><IMG SRC="new.gif"> <A HREF="{u}"><B>{t}</B></A> <FONT COLOR="red" SIZE="1">({d})</FONT><BR>{say(n, 1)}</P><HR>', "/tin_2.htm", frame='{}<P ALIGN="center"><A HREF="tin_2.htm">Trang sau</A></P>'),
        _list("2-umbraco-ul", umbraco, "Công dân", "/cong-dan/", 270, 10, lambda n, t, u, d: f'<li class="newsLi"><span class="newsDate">{d}</span><a class="newsLnk" href="{u}">{t}</a></li>', "/cong-dan/?trang=2", frame='<div class="pageTitle">Công dân</div><ul class="newsUl">{}</ul><div class="pagerBox"><b class="pgOn">1</b><a href="/cong-dan/?trang=2">2</a><a href="/cong-dan/?trang=3">3</a><a href="/cong-dan/?trang=2"><img src="/img/ic.png" alt="Tiếp theo"></a></div>'),
        _list("2-plain-dl", plain, "Lưu trữ tin", "/luu-tru", 280, 9, lambda n, t, u, d: f"<dt>{d}<dd><a href={u}>{t}</a>", None, frame="<h1>Lưu trữ tin</h1><dl>{}</dl>"),
        _list("2-plain-pre-dash", plain, "Tin tức", "/ds.php?m=tin", 290, 8, lambda n, t, u, d: f"<div>• <a href='{u}'>{t}</a> – {d}</div>", "/ds.php?m=tin&p=2", frame="<h2>Tin tức</h2>{}<div>1 · <a href='ds.php?m=tin&p=2'>2</a> · <a href='ds.php?m=tin&p=3'>3</a></div>"),
        _list("2-start-offset", blade, "Sự kiện nổi bật", "/su-kien?start=30", 300, 10, lambda n, t, u, d: f'<article><header><a href="{u}">{t}</a></header><footer>{d}</footer></article>', "/su-kien?start=40", frame='{}<ul class="pages"><li><a href="/su-kien?start=20">‹</a></li><li><a href="/su-kien?start=0">1</a></li><li><a href="/su-kien?start=20">3</a></li><li class="cur"><span>4</span></li><li><a href="/su-kien?start=40">5</a></li><li><a href="/su-kien?start=40">›</a></li></ul>'),
        _list("2-path-number", elementor, "Du khách", "/du-khach/3", 310, 6, lambda n, t, u, d: f'<div class="c-card"><a class="c-card__link" href="{u}">{t}</a><p class="c-card__date">{d}</p></div>', "/du-khach/4", frame='<h2>Du khách</h2>{}<div class="c-paging"><a href="/du-khach/2">2</a><span>3</span><a href="/du-khach/4">4</a><a href="/du-khach/5">5</a></div>'),
        _list("2-trang-tiep-arrow", umbraco, "Tổng quan tin", "/tong-quan/trang-2.html", 320, 8, lambda n, t, u, d: f'<div class="item"><div class="itemTitle"><a href="{u}">{t}</a></div><div class="itemDate">Cập nhật ngày {d}</div></div>', "/tong-quan/trang-3.html", frame='{}<p class="chuyen"><a href="/tong-quan.html">← Trang trước</a> | <a href="/tong-quan/trang-3.html">Trang tiếp →</a></p>'),
        _list("2-onclick-location", frames2003, "Tin van hoa", "/vh.asp?p=1", 330, 7, lambda n, t, u, d: f'<TR><TD><A HREF="{u}">{t}</A></TD><TD NOWRAP>{d}</TD></TR>', "/vh.asp?p=2", frame="<TABLE BORDER=1>{}</TABLE><INPUT TYPE=button VALUE='Trang sau &gt;&gt;' ONCLICK=\"location.href='vh.asp?p=2'\">"),
        _list("2-select-location", blade, "Tra cứu tin", "/tra-cuu?p=2", 340, 8, lambda n, t, u, d: f'<div class="res"><a href="{u}">{t}</a><i>{d}</i></div>', "/tra-cuu?p=3", frame='{}<label>Đến trang <select onchange="location=this.value"><option value="/tra-cuu?p=1">1</option><option value="/tra-cuu?p=2" selected>2</option><option value="/tra-cuu?p=3">3</option></select></label>'),
        _list("2-postback-next-only", umbraco, "Chỉ đạo điều hành", "/chi-dao.aspx", 350, 8, lambda n, t, u, d: f'<div class="rptItem"><a id="rpt_ctl{n}_a" href="{u}">{t}</a> <span>{d}</span></div>', ("post", "ctl00$cph$lbtNext", ""), frame="<form method=post action=chi-dao.aspx><input type=hidden name=__VIEWSTATE value=x>{}<a id=\"lbtPrev\" class=\"aspNetDisabled\">&lt;</a><a id=\"lbtNext\" href=\"javascript:__doPostBack('ctl00$cph$lbtNext','')\">&gt;</a></form>"),
        _list("2-submit-next", frames2003, "Ban tin", "/bantin.aspx", 360, 6, lambda n, t, u, d: f'<LI><A HREF="{u}">{t}</A>, {d}</LI>', ("button", "btnSau"), frame='<FORM METHOD=post ACTION=bantin.aspx><INPUT TYPE=hidden NAME=trang VALUE=1><UL>{}</UL><INPUT TYPE=submit NAME=btnTruoc VALUE="Trang trước" DISABLED><INPUT TYPE=submit NAME=btnSau VALUE="Trang sau"></FORM>'),
        _list("2-load-more-link", elementor, "Nhịp sống", "/nhip-song", 370, 10, lambda n, t, u, d: f'<div class="feed"><h3><a href="{u}">{t}</a></h3><time datetime="{day_of(n).isoformat()}T05:00">{d}</time></div>', "/nhip-song?trang=2", frame='{}<a class="xemthem" href="/nhip-song?trang=2">Xem thêm tin</a>'),
        _list("2-data-next", blade, "Infographic và tin ảnh", "/tin-anh", 380, 8, lambda n, t, u, d: f'<div class="tile"><a href="{u}" title="{t}"><img src="/{n}.jpg"><p>{t}</p></a><span>{d}</span></div>', "/tin-anh?page=2", frame='<div id="grid" data-load-more-url="/tin-anh?page=2">{}</div>'),
        _list("2-last-page", umbraco, "Công dân", "/cong-dan/?trang=7", 390, 3, lambda n, t, u, d: f'<li class="newsLi"><span class="newsDate">{d}</span><a class="newsLnk" href="{u}">{t}</a></li>', None, frame='<div class="pageTitle">Công dân</div><ul class="newsUl">{}</ul><div class="pagerBox"><a href="/cong-dan/?trang=1">«</a><a href="/cong-dan/?trang=5">5</a><a href="/cong-dan/?trang=6">6</a><b class="pgOn">7</b><a class="off">»</a></div>'),
        _list("2-two-columns-cards", elementor, "Giáo dục", "/giao-duc", 400, 8, lambda n, t, u, d: ('<div class="row2">' if n % 2 == 0 else "") + f'<div class="half"><a href="{u}"><img src="/{n}.jpg" alt="{t}"></a><p class="name"><a href="{u}">{t}</a></p><p class="when">{d}</p></div>' + ("</div>" if n % 2 else "")),
        _list("2-title-after-date-table", frames2003, "Thong bao", "/tb.htm", 410, 10, lambda n, t, u, d: f'<TR><TD WIDTH=90><FONT SIZE=1>{d}</FONT></TD><TD><A HREF="{u}">{t}</A></TD></TR>', None, frame="<B>THÔNG BÁO</B><TABLE>{}</TABLE>"),
        _list("2-span-lines-in-link", blade, "Chuyển động", "/chuyen-dong", 420, 8, lambda n, t, u, d: f'<a class="line" href="{u}"><span class="d">{d}</span><span class="t">{t}</span></a>', "/chuyen-dong/trang/2", frame='{}<div class="pp"><a class="is" href="/chuyen-dong">1</a><a href="/chuyen-dong/trang/2">2</a></div>'),
        _list("2-month-names", static_en, "Archive", "/archive.html", 430, 6, lambda n, t, u, d: f'<li><time>{day_of(n):%d %b %Y}</time> <a href="{u}">{t}</a></li>', None, frame='<h1 class="page-title">Archive</h1><ul class="post-list">{}</ul>'),
        _list("2-jekyll-pager", static_en, "Blog", "/blog/page2/", 440, 5, lambda n, t, u, d: f'<div class="post"><h1 class="post-title"><a href="{u}">{t}</a></h1><span class="post-date">{day_of(n):%d %b %Y}</span><p>{say(n, 3)}</p></div>', "/blog/page3/", frame='<div class="posts">{}</div><div class="pagination"><a class="pagination-item newer" href="/blog/">Newer</a><a class="pagination-item older" href="/blog/page3/">Older</a></div>'),
        _list("2-undated-cards", umbraco, "Mô hình hay", "/mo-hinh-hay/", 446, 8, lambda n, t, u, d: f'<div class="mh"><div class="mhTitle"><a href="{u}">{t}</a></div><div class="mhSum">{say(n, 1)}</div><a class="mhMore" href="{u}">Xem tiếp</a></div>', None, dated=False),
        _list("2-total-and-arrows", blade, "Kết quả tìm kiếm", "/tim?tu_khoa=thi+dua", 454, 10, lambda n, t, u, d: f'<div class="hit"><a href="{u}">{t}</a><div class="url">{HOST}{u}</div><div>{d} ... {say(n, 1)}</div></div>', "/tim?tu_khoa=thi+dua&page=2", frame='<p>Có 57 kết quả cho "thi đua"</p>{}<div><a href="/tim?tu_khoa=thi+dua&page=2">&rsaquo;</a> <a href="/tim?tu_khoa=thi+dua&page=6">&raquo;</a></div>'),
        _list("2-hot-first", umbraco, "Đối ngoại", "/doi-ngoai/", 464, 7, lambda n, t, u, d: f'<div class="{"hot" if n == 464 else "next"}Item"><a class="{"hot" if n == 464 else "next"}Link" href="{u}">{t}</a><span class="dt">{d}</span>' + (f"<p>{say(n, 3)}</p>" if n == 464 else "") + "</div>", "/doi-ngoai/2/", frame='<h1>Đối ngoại</h1>{}<a href="/doi-ngoai/2/">Tin cũ hơn</a>'),
        _list("2-php-self-page", plain, "Danh sách bài", "/index.php?act=list&c=5", 472, 8, lambda n, t, u, d: f"<tr><td>{n}<td><a href='{u}'>{t}</a><td>{d}", "/index.php?act=list&c=5&trang=2", frame="<table border=1>{}</table>Trang: <font color=red>1</font> <a href='index.php?act=list&c=5&trang=2'>2</a>", href=lambda n: f"/index.php?act=view&id={n}"),
    ]


def _p(number: int, count: int) -> str:
    return "".join(f"<p>{say(number + at, 2)}</p>" for at in range(count))


def others() -> list[Made]:
    h = headline
    long_side = "".join(f'<li><a href="{_go(n)}">{h(n)}</a><span>{vn(day_of(n))}</span></li>' for n in range(120, 140))
    return [
        # articles
        _one("2-a-elementor", elementor, h(101), _go(101), f'<h1 class="elementor-heading-title">{h(101)}</h1><span class="elementor-icon-list-text">{vn(day_of(101))}</span><div class="elementor-widget-theme-post-content">{_p(1, 4)}</div><div class="elementor-post-navigation"><a href="{_go(102)}" rel="prev">Bài trước</a><a href="{_go(100)}" rel="next">Bài kế tiếp</a></div>', "article"),
        _one("2-a-twenty-related", blade, h(103), _go(103), f"<h2>{h(103)}</h2><small>{vn(day_of(103))}</small>{_p(2, 2)}<h4>Cùng chuyên mục</h4><ul>{long_side}</ul>", "article"),
        _one("2-a-related-paged", umbraco, h(104), _go(104), f'<div class="newsTitle">{h(104)}</div><div class="newsDate">{vn(day_of(104))}</div>{_p(3, 4)}<div class="otherTitle">Các bài đã đăng</div><ul>{long_side}</ul><div class="pg"><a href="{_go(104)}?trang=1">1</a><a href="{_go(104)}?trang=2">2</a></div>', "article", turned=False),
        _one("2-a-frames", frames2003, "Chi tiet tin", "/ct.asp?id=44", f"<FONT SIZE=4><B>{h(105)}</B></FONT><BR><I>{vn(day_of(105))}</I><P>{say(5, 3)}<P>{say(6, 3)}<P>{say(7, 2)}<P ALIGN=right><B>Hồng Minh</B>", "article"),
        _one("2-a-calendar-nav", blade, h(106), _go(106), f'<h1>{h(106)}</h1><time datetime="2022-04-01">01/04/2022</time>{_p(8, 3)}<div class="share"><a href="#">Facebook</a></div>', "article"),
        _one("2-a-tiny-notice", plain, "Thông báo mất nước ngày 12/7", "/thong-bao-mat-nuoc-ngay-12-7.html", "<h1>Thông báo mất nước ngày 12/7</h1><p>Nhà máy nước tạm ngừng cấp nước từ 8 giờ đến 14 giờ ngày 12/7 để súc rửa đường ống.</p>", "article"),
        _one("2-a-schedule-image", umbraco, "Lịch công tác tuần 23 của lãnh đạo Ủy ban", "/lich-cong-tac-tuan-23-cua-lanh-dao-uy-ban-3021.html", '<div class="newsTitle">Lịch công tác tuần 23 của lãnh đạo Ủy ban</div><div class="newsDate">05/06/2023</div><div><img src="/lich23.png"></div>', "article"),
        _one("2-a-pdf-object", blade, "Công khai dự toán ngân sách năm 2023", "/cong-khai-du-toan-ngan-sach-nam-2023-3022.html", '<h2>Công khai dự toán ngân sách năm 2023</h2><object data="/f/ck.pdf" type="application/pdf" width="100%"></object>', "article"),
        _one("2-a-results", elementor, "Bảng tổng sắp huy chương hội thao toàn tỉnh", "/bang-tong-sap-huy-chuong-hoi-thao-toan-tinh-99.html", "<h1>Bảng tổng sắp huy chương hội thao toàn tỉnh</h1><table>" + "".join(f"<tr><td>{n}</td><td>Huyện {n}</td><td>{20 - n}</td><td>{n}</td></tr>" for n in range(1, 15)) + "</table>", "article"),
        _one("2-a-qa", umbraco, "Trả lời kiến nghị cử tri về đường liên xã", "/tra-loi-kien-nghi-cu-tri-ve-duong-lien-xa-11.html", f"<h3>Trả lời kiến nghị cử tri về đường liên xã</h3><p><b>Hỏi:</b> Bao giờ sửa xong đường liên xã?</p><p><b>Đáp:</b> {say(9, 2)}</p>", "article"),
        _one("2-a-live", blade, "Cập nhật: Diễn biến cơn bão số 4", "/cap-nhat-dien-bien-con-bao-so-4-77.html", "<h1>Cập nhật: Diễn biến cơn bão số 4</h1>" + "".join(f"<h4>{n} giờ 30 phút</h4><p>{say(n, 2)}</p>" for n in range(7, 14)), "article"),
        _one("2-a-decision-text", frames2003, "Quyet dinh", "/qd.asp?id=9", f"<P ALIGN=center><B>QUYẾT ĐỊNH<BR>Về việc tặng Giấy khen cho các tập thể, cá nhân</B></P><P>Căn cứ Luật Thi đua, Khen thưởng; xét đề nghị của Hội đồng Thi đua - Khen thưởng thành phố,</P><P>Điều 1. Tặng Giấy khen cho 12 tập thể và 30 cá nhân có thành tích xuất sắc trong phong trào thi đua năm 2021.</P><P>Điều 2. Quyết định có hiệu lực từ ngày ký. {say(3, 1)}</P><P>CHỦ TỊCH</P>", "article"),
        _one("2-a-english", static_en, "Ferry timetable changes from June", "/2023/05/ferry-timetable-changes-from-june.html", '<div class="post"><h1 class="post-title">Ferry timetable changes from June</h1><span class="post-date">21 May 2023</span><p>From 1 June the first ferry leaves at 5.30 am. Tickets stay at 5,000 dong.</p></div><div class="related"><h2>Related posts</h2><ul class="related-posts"><li><h3><a href="/2023/04/bridge-works-end.html">Bridge works end early <small>12 Apr 2023</small></a></h3></li><li><h3><a href="/2023/03/new-pier.html">New pier opens in Ben Thuy <small>02 Mar 2023</small></a></h3></li></ul></div>', "article"),
        _one("2-a-404-houses", blade, "404 hộ nghèo được tặng quà Tết", "/404-ho-ngheo-duoc-tang-qua-tet-1.html", "<h2>404 hộ nghèo được tặng quà Tết</h2><p>Mỗi suất quà trị giá 500.000 đồng.</p>", "article"),
        _one("2-a-page-gone-news", umbraco, "Fanpage giả mạo sở đã bị gỡ", "/fanpage-gia-mao-so-da-bi-go-12.html", "<div class='newsTitle'>Fanpage giả mạo sở đã bị gỡ</div><div class='newsDate'>02/02/2023</div><p>Sau phản ánh, trang giả mạo không còn tồn tại.</p>", "article"),
        _one("2-a-no-result-news", frames2003, "Tin chi tiet", "/ct.asp?id=71", "<FONT SIZE=4><B>Đội tìm kiếm chưa tìm thấy tàu cá mất liên lạc</B></FONT><BR>(11/10/2020)<P>Sau ba ngày, lực lượng biên phòng không tìm thấy thông tin nào về tàu cá NA 90123. Gia đình các ngư dân mong tiếp tục tìm kiếm, dù trời còn mưa to và gió giật mạnh.<P>Theo báo cáo nhanh, trên tàu có bảy người, phần lớn quê ở phường Nghi Hải.", "article"),
        _one("2-a-system-outage-news", elementor, "Hệ thống thuế điện tử gặp lỗi, người dân kê khai chậm", "/he-thong-thue-dien-tu-gap-loi-nguoi-dan-ke-khai-cham-5.html", "<h1>Hệ thống thuế điện tử gặp lỗi, người dân kê khai chậm</h1><p>Sáng 20/4, hệ thống đang quá tải, vui lòng thử lại sau là dòng chữ mà nhiều người nộp thuế nhận được.</p>", "article"),
        _one("2-a-login-howto", umbraco, "Cách lấy lại mật khẩu tài khoản dịch vụ công", "/cach-lay-lai-mat-khau-tai-khoan-dich-vu-cong-8.html", "<h1>Cách lấy lại mật khẩu tài khoản dịch vụ công</h1><p>Người dân vào mục đăng nhập, chọn Quên mật khẩu rồi nhập số định danh cá nhân.</p><p>Sau khi xác thực, hãy đăng nhập lại bằng mật khẩu mới.</p>", "article"),
        # documents, galleries
        _one("2-d-table-caps", frames2003, "Van ban", "/vb.asp", "<TABLE BORDER=1><TR><TH>SỐ/KÝ HIỆU<TH>NGÀY BAN HÀNH<TH>TRÍCH YẾU<TH>TẢI VỀ</TR>" + "".join(f"<TR><TD>{n}/CV-UBND<TD>{vn(day_of(n))}<TD>V/v {h(n).lower()}<TD><A HREF='vb/{n}.doc'>Tải</A></TR>" for n in range(1, 12)) + "</TABLE>", "documents"),
        _one("2-d-cards", elementor, "Văn bản mới ban hành", "/van-ban-moi", "".join(f'<div class="vb-card"><h5><a href="/vb/{n}">{n}/QĐ-UBND</a></h5><div>{vn(day_of(n))}</div><p>Quyết định {h(n).lower()}</p></div>' for n in range(1, 10)), "documents"),
        _one("2-d-detail", blade, "Văn bản số 45/TB-UBND", "/vb/45", "<div class='row'><div>Số hiệu</div><div>45/TB-UBND</div></div><div class='row'><div>Ngày ban hành</div><div>01/02/2023</div></div><div class='row'><div>Trích yếu</div><div>Kết luận phiên họp thường kỳ</div></div><div class='row'><div>Người ký</div><div>Trần Văn Ba</div></div><div class='row'><div>Loại văn bản</div><div>Thông báo</div></div>", "documents"),
        _one("2-g-albums", umbraco, "Thư viện ảnh", "/thu-vien-anh/", "<h1>Thư viện ảnh</h1>" + "".join(f'<div class="alb"><a href="/thu-vien-anh/{n}"><img src="/al/{n}.jpg"></a><a href="/thu-vien-anh/{n}">Hội thi nấu ăn lần thứ {n}</a><small>{n} ảnh</small></div>' for n in range(3, 14)), "gallery"),
        _one("2-g-videos", blade, "Videos", "/videos", "".join(f'<div class="vd"><a href="/videos/{n}"><img src="/vd/{n}.jpg"><i class="play"></i></a><h4><a href="/videos/{n}">{h(n)}</a></h4></div>' for n in range(60, 69)), "gallery"),
        # fronts, forms, static
        _one("2-o-home", elementor, "Trang chủ", "/", "".join(f"<h2><a href='/{flat(w)}'>{w}</a></h2>" + "".join(f'<div class="i"><a href="{_go(n)}">{h(n)}</a></div>' for n in range(at * 4, at * 4 + 4)) for at, w in enumerate(WORDS[1:6], 10)), "other"),
        _one("2-o-home-index-htm", frames2003, SITE, "/index.htm", "".join(f'<P><A HREF="{_go(n)}">{h(n)}</A><BR>{say(n, 1)}</P>' for n in range(70, 80)), "other"),
        _one("2-o-contact", blade, "Liên hệ", "/lien-he", "<h1>Liên hệ với chúng tôi</h1><p>Trụ sở: 1 Quang Trung, phường Lê Mao. Điện thoại: 0238.384.4000. Fax: 0238.384.4001.</p><form><input name=ten><input name=email type=email><textarea name=nd></textarea><button>Gửi đi</button></form>", "other"),
        _one("2-o-org-chart", umbraco, "Cơ cấu tổ chức", "/co-cau-to-chuc/", "<h1>Cơ cấu tổ chức</h1><ul><li><a href='/pb/van-phong'>Văn phòng</a></li><li><a href='/pb/thanh-tra'>Thanh tra</a></li><li><a href='/pb/khth'>Phòng Kế hoạch - Tổng hợp</a></li><li><a href='/pb/tckt'>Phòng Tài chính - Kế toán</a></li></ul>", "other", "listing"),
        _one("2-o-sitemap", frames2003, "So do trang web", "/sodo.htm", "<H2>Sơ đồ trang web</H2><UL>" + "".join(f"<LI><A HREF='{flat(w)}.htm'>{w}</A><UL><LI><A HREF='{flat(w)}1.htm'>{w} trong tỉnh</A><LI><A HREF='{flat(w)}2.htm'>{w} trong nước và quốc tế</A></UL>" for w in WORDS) + "</UL>", "other"),
        _one("2-o-about", static_en, "About", "/about.html", "<h1>About</h1><p>Lam River Authority looks after 60 kilometres of river.</p>", "other", "article"),
        _one("2-o-register", blade, "Đăng ký tài khoản", "/dang-ky", "<h1>Đăng ký tài khoản</h1><form><input name=ht><input name=em type=email><input name=dt type=tel><input type=password name=mk><input type=password name=mk2><button>Đăng ký</button></form>", "other", "login"),
        # nothing there
        _one("2-x-404-elementor", elementor, "Không tìm thấy", "/bai-da-xoa-1.html", "<h1>Không tìm thấy nội dung bạn cần</h1><p>Bài viết có thể đã bị xóa hoặc đổi địa chỉ.</p>", "soft-404"),
        _one("2-x-404-blade", blade, "404 | Not Found", "/tin/0", "<div>404</div><div>Not Found</div>", "soft-404"),
        _one("2-x-404-old", frames2003, "Thong bao", "/ct.asp?id=99999", "<P>Không tồn tại bản tin này!</P><A HREF='javascript:history.back()'>Quay lại</A>", "soft-404"),
        _one("2-x-404-umbraco", umbraco, "Lỗi", "/xyz/", "<h1>Trang này không còn nữa</h1><p>Địa chỉ quý vị vừa nhập không có trên hệ thống.</p>", "soft-404"),
        _one("2-x-404-english", static_en, "404", "/old.html", "<h1 class='page-title'>404: Page not found</h1><p>Sorry, we've misplaced that URL or it's pointing to something that doesn't exist.</p>", "soft-404"),
        _one("2-x-404-id", plain, "Chi tiết", "/view.php?id=12345678", "<p>Tin tức không tồn tại hoặc chưa được duyệt.</p>", "soft-404"),
        _one("2-x-expired", umbraco, "Thông báo", "/tin-het-han/", "<div>Bài viết bạn tìm kiếm không còn trên hệ thống, mời bạn xem tin khác.</div>", "soft-404"),
        _one("2-x-error-sql", plain, "Error", "/tin.php?id=1", "<b>Fatal error</b>: Uncaught mysqli_sql_exception: Unknown column in /var/www/db.php:31 Stack trace: #0", "error"),
        _one("2-x-error-asp", plain, "The page cannot be displayed", "/tin.asp", "<h1>The page cannot be displayed</h1><p>Microsoft OLE DB Provider for ODBC Drivers error '80004005'</p>", "error"),
        _one("2-x-error-upgrade", plain, SITE, "/", "<center><img src=/baotri.png><h2>Cổng thông tin đang được nâng cấp</h2><p>Kính mong quý vị thông cảm!</p></center>", "error"),
        _one("2-x-error-en", plain, "Site unavailable", "/", "<h1>Temporarily unavailable</h1><p>We are doing some maintenance. Please check back soon.</p>", "error"),
        _one("2-x-error-waf", plain, "Request Rejected", "/tin", "The requested URL was rejected. Please consult with your administrator. Your support ID is: 1234567", "error"),
        _one("2-x-login", blade, "Đăng nhập quản trị", "/admin/login", "<form><h3>Đăng nhập quản trị</h3><input name=email><input type=password name=password><label><input type=checkbox> Ghi nhớ</label><button>Đăng nhập</button></form>", "login"),
        _one("2-x-login-only", plain, "Trang nội bộ", "/noibo/tin/5", "<p>Quý vị cần đăng nhập để xem nội dung này.</p>", "login"),
        _one("2-x-empty", umbraco, "Quy hoạch", "/quy-hoach/", "<h1>Quy hoạch</h1><p>Hiện chưa có tin nào.</p>", "listing", "other"),
        _one("2-x-empty-table", frames2003, "Du an", "/duan.asp", "<TABLE><TR><TH>TT<TH>Tên dự án</TR></TABLE><P>Danh sách trống.</P>", "listing", "other"),
        _one("2-x-empty-search", blade, "Tìm kiếm", "/tim?tu_khoa=zzz", "<p>Rất tiếc, chúng tôi không tìm thấy kết quả phù hợp với “zzz”.</p>", "listing", "other"),
        _one("2-x-empty-en", static_en, "Category: ferries", "/category/ferries/", "<h1>Category: ferries</h1><p>There are no posts in this category yet.</p>", "listing", "other"),
        _one("2-x-updating", elementor, "Chiến lược", "/chien-luoc", "<h1>Chiến lược</h1><p>Thông tin đang được cập nhật.</p>", "other", "listing"),
    ]


def pages() -> list[Made]:
    """All of them."""
    return [*lists(), *others()]
