"""Whole sites of our own around a page's own content: heads, menus, side columns, calendars, carousels, footers.

What stands around the content is what every portal has and no reader may take for the content. The makers in
`made_kinds_first.py` and `made_kinds_second.py` put pages into it. Every word is invented.
"""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

Item = tuple[str, str, str | None]


@dataclass(frozen=True)
class Made:
    """One page and its truth, which was written before a reader saw it."""

    name: str
    url: str
    html: str
    kinds: frozenset[str]
    """Any of these is right: an empty category may be said to be a listing or nothing in particular."""
    items: tuple[Item, ...] | None = None
    """Title, address and day of every item, where the page is a listing."""
    next: str | tuple[str, ...] | None = None
    """An address; ('post', target, argument); ('field', name, value); ('button', name); None where there is none."""
    turned: bool = True
    """Whether the next page is a question that the page can be asked."""
    related: tuple[str, ...] | None = None
    """Addresses of the other news that an article offers; None where that was not labelled."""
    note: str = field(default="", compare=False)


WHO = (
    "Sở Nội vụ", "UBND phường Bình An", "Công đoàn Viên chức tỉnh", "Hội Nông dân huyện Tân Lập", "Đảng ủy Khối các cơ quan",
    "Trường THPT Lê Văn Tám", "Trung tâm Y tế quận 15", "Chi cục Kiểm lâm", "Ban Quản lý chợ Cầu Mới", "Hội Cựu chiến binh xã Phước Hòa",
    "Sở Giáo dục và Đào tạo", "Cục Thống kê", "Đoàn Thanh niên Sở Xây dựng", "Phòng Văn hóa và Thông tin", "Liên minh Hợp tác xã",
    "Ban Dân vận Tỉnh ủy", "Bảo hiểm xã hội huyện", "Công an phường 7", "Thư viện tỉnh", "Hội Chữ thập đỏ",
)  # fmt: skip
DOES = (
    "tổ chức hội nghị sơ kết công tác 6 tháng đầu năm", "trao quà cho học sinh có hoàn cảnh khó khăn", "khai mạc hội thao chào mừng ngày thành lập ngành",
    "kiểm tra công tác phòng cháy, chữa cháy tại khu dân cư", "phát động phong trào thi đua đặc biệt", "ký kết quy chế phối hợp với các đơn vị",
    "tập huấn nghiệp vụ cho cán bộ cơ sở", "tiếp đoàn công tác của tỉnh bạn đến trao đổi kinh nghiệm", "ra quân dọn vệ sinh môi trường",
    "tuyên dương gương người tốt, việc tốt", "bàn giao nhà tình nghĩa cho gia đình chính sách", "đối thoại với doanh nghiệp về thủ tục hành chính",
    "khánh thành công trình cấp nước sạch", "giám sát việc thực hiện chính sách an sinh xã hội", "hưởng ứng Tháng Thanh niên với nhiều việc làm thiết thực",
    "công bố quyết định điều động, bổ nhiệm cán bộ", "gặp mặt cán bộ hưu trí nhân dịp năm mới", "triển khai chữ ký số cho cán bộ, công chức",
    "trồng 5.000 cây xanh dọc bờ kênh", "hoàn thành cấp căn cước cho người cao tuổi", "mở lớp bồi dưỡng lý luận chính trị",
    "họp bàn giải pháp giảm ùn tắc giao thông", "nhận cờ thi đua của Chính phủ", "vận động hiến 300 đơn vị máu",
)  # fmt: skip
SAYS = (
    "Sáng ngày 12/6, tại hội trường lớn, đơn vị đã tổ chức chương trình với sự tham dự của hơn 150 đại biểu đến từ các phòng, ban và địa phương.",
    "Theo báo cáo tại buổi làm việc, trong sáu tháng qua toàn ngành đã giải quyết 98,7% hồ sơ đúng hạn, không có phản ánh kéo dài.",
    "Phát biểu tại đây, lãnh đạo đơn vị ghi nhận tinh thần trách nhiệm của tập thể và đề nghị tiếp tục khắc phục các hạn chế đã chỉ ra.",
    "Các đại biểu đã thảo luận sôi nổi, đóng góp nhiều ý kiến thiết thực về cách làm, nguồn lực và thời gian thực hiện.",
    "Dịp này, ban tổ chức trao 35 suất học bổng, mỗi suất trị giá một triệu đồng, cho các em vượt khó học giỏi.",
    "Công trình có tổng mức đầu tư hơn 4,2 tỷ đồng từ nguồn vốn xã hội hóa, phục vụ gần 600 hộ dân trong khu vực.",
    "Ông Trần Quốc Bảo, người dân ở khu phố 3, cho biết bà con rất phấn khởi khi con đường được mở rộng và chiếu sáng.",
    "Trong thời gian tới, đơn vị sẽ tăng cường tuyên truyền, nâng cao nhận thức của cán bộ và nhân dân về nội dung này.",
    "Kết quả khảo sát cho thấy tỷ lệ hài lòng của người dân đạt 94%, cao hơn cùng kỳ năm trước ba điểm phần trăm.",
    "Hoạt động là dịp để các thế hệ gặp gỡ, ôn lại truyền thống và động viên nhau hoàn thành nhiệm vụ được giao.",
    "Ban chỉ đạo yêu cầu các đơn vị báo cáo kết quả trước ngày 25 hằng tháng và chịu trách nhiệm về số liệu của mình.",
    "Sau lễ phát động, các lực lượng đã thu gom hơn 12 tấn rác, khơi thông 800 mét kênh mương nội đồng.",
    "Nhiều mô hình được đánh giá có khả năng nhân rộng, như tổ tự quản về an ninh, câu lạc bộ tiết kiệm, ngân hàng con giống.",
    "Kết thúc buổi lễ, các đại biểu chụp hình lưu niệm và tham quan khu trưng bày sản phẩm tiêu biểu của địa phương.",
)  # fmt: skip
MENU = ("Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Văn bản", "Thủ tục hành chính", "Hỏi đáp", "Liên hệ")


def headline(number: int) -> str:
    """The headline of this number; no two of the first 480 are alike."""
    return f"{WHO[(number * 7 + number // 20) % 20]} {DOES[(number * 5 + number // 24) % 24]}"


def says(number: int, sentences: int = 2) -> str:
    """A paragraph."""
    return " ".join(SAYS[(number * 3 + at * 5) % len(SAYS)] for at in range(sentences))


def day(number: int) -> date:
    """The day of this number, going back in time."""
    return date(2023, 11, 20) - timedelta(days=number * 3 + number % 2)


def vn(one: date) -> str:
    """As Vietnamese pages print a day."""
    return f"{one:%d/%m/%Y}"


def flat(text: str) -> str:
    """An address made of a headline."""
    table = str.maketrans(
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ",
        "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd",
    )
    kept = "".join(letter if letter.isalnum() else " " for letter in text.lower().translate(table))
    return "-".join(kept.split())


def links(count: int, start: int, href: Callable[[int], str]) -> str:
    """A bare list of headlines, as side columns have."""
    return "".join(f'<li><a href="{href(start + n)}">{headline(start + n)}</a></li>' for n in range(count))


CALENDAR = (
    '<table class="lich" summary="Lịch"><caption>Tháng 11 2023</caption><tr><th>T2</th><th>T3</th><th>T4</th><th>T5</th><th>T6</th><th>T7</th><th>CN</th></tr>'
    '<tr><td>13</td><td><a href="/2023/11/14/">14</a></td><td>15</td><td>16</td><td>17</td><td>18</td><td>19</td></tr>'
    '<tr><td colspan="3"><a href="/lich/2023/10">&laquo; Th10</a></td><td></td><td colspan="3"><a href="/lich/2023/12">Th12 &raquo;</a></td></tr></table>'
)
CAROUSEL = (
    '<div id="myCarousel" class="carousel slide"><div class="carousel-inner"><div class="item active"><img src="/banner/1.jpg" alt="Banner"></div>'
    '<div class="item"><img src="/banner/2.jpg" alt="Banner"></div></div><a class="left carousel-control" href="#myCarousel" data-slide="prev">‹<span class="sr-only">Previous</span></a>'
    '<a class="right carousel-control" href="#myCarousel" data-slide="next">›<span class="sr-only">Next</span></a></div>'
)
POLL = (
    '<div class="thamdo"><b>Thăm dò ý kiến</b><p>Bạn đánh giá thế nào về trang tin?</p><label><input type="radio" name="yk" value="1"> Tốt</label>'
    '<label><input type="radio" name="yk" value="2"> Khá</label><button type="button">Biểu quyết</button></div>'
)
LOGIN_BOX = (
    '<form action="/dang-nhap" method="post" class="box-dn"><b>Đăng nhập</b><input type="text" name="u" placeholder="Tên đăng nhập">'
    '<input type="password" name="p" placeholder="Mật khẩu"><button>Đăng nhập</button></form>'
)
SITES = '<select name="lk" onchange="window.open(this.value)"><option value="">-- Liên kết website --</option><option value="https://chinhphu.example">Chính phủ</option><option value="https://tinh.example">UBND tỉnh</option></select>'


def menu(prefix: str = "/") -> str:
    return "".join(f'<li><a href="{prefix}{flat(word)}">{word}</a></li>' for word in MENU)


def bootstrap(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} - {site}</title>{head}</head><body>
<header class="site-header"><div class="container"><a href="/"><img src="/logo.png" alt="{site}"></a></div></header><nav class="navbar"><ul class="nav navbar-nav">{menu()}</ul></nav>
{CAROUSEL}<div class="container"><div class="row"><div class="col-md-8">{main}</div><div class="col-md-4"><div class="panel"><div class="panel-heading">Tin mới nhất</div><ul>{links(6, 300, lambda n: f"/tin/{flat(headline(n))}")}</ul></div>{CALENDAR}{SITES}</div></div></div>
<footer><div class="container"><p>{site}. Địa chỉ: 15 Lê Lợi. Điện thoại: 028.3822.0000. Chịu trách nhiệm nội dung: Chánh Văn phòng.</p></div></footer></body></html>"""


def tables(title: str, main: str, site: str, head: str = "") -> str:
    left = "".join(f'<tr><td class="mn"><a href="?page=cm&id={n}">{word}</a></td></tr>' for n, word in enumerate(MENU))
    right = "".join(
        f'<tr><td><img src="images/dot.gif"><a href="?page=ct&id={900 + n}" class="hot">{headline(300 + n)}</a></td></tr>'
        for n in range(5)
    )
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>{head}</head><body bgcolor="#ffffff">
<table width="980" align="center" cellpadding="0" cellspacing="0"><tr><td colspan="3"><img src="images/banner.jpg" width="980"></td></tr>
<tr><td width="180" valign="top"><table width="100%">{left}</table></td><td width="600" valign="top">{main}</td><td width="200" valign="top"><table width="100%"><tr><td class="tt">TIN ĐỌC NHIỀU</td></tr>{right}</table><br>Số lượt truy cập: 1.204.551</td></tr>
<tr><td colspan="3" align="center">Bản quyền thuộc về {site}. Địa chỉ: 22 Trần Phú. ĐT: 0254.3850.111</td></tr></table></body></html>"""


def webforms(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><title>
	{title}
</title>{head}</head><body><form method="post" action="./Default.aspx" id="aspnetForm"><div class="aspNetHidden"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""/><input type="hidden" name="__EVENTARGUMENT" value=""/><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTY2"/></div>
<div id="ctl00_header"><h1 class="sitename">{site}</h1><div id="ctl00_Menu1" class="menu"><ul>{menu("/pages/")}</ul></div></div>
<div id="ctl00_divLeft" style="width:200px;float:left">{POLL}<div class="head">Văn bản mới</div><ul>{links(4, 340, lambda n: f"/pages/vb.aspx?id={n}")}</ul></div>
<div id="ctl00_divMain" style="width:780px;float:left">{main}</div><div id="ctl00_Footer" class="footer">© {site}. Số 8 Hùng Vương. Email: vanphong@so.example</div></form></body></html>"""


def liferay(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html class="ltr" lang="vi-VN"><head><title>{title} - {site}</title><meta content="text/html; charset=UTF-8" http-equiv="content-type">{head}</head><body class="yui3-skin-sam controls-visible signed-out public-page site">
<div id="wrapper"><header id="banner" role="banner"><h1 class="site-title"><a class="logo" href="/web/guest" title="{site}"><img alt="{site}" src="/image/layout_set_logo"></a></h1><nav id="navigation" class="sort-pages modify-pages"><ul role="menubar">{menu("/web/guest/")}</ul></nav></header>
<div id="content"><div class="columns-2" id="main-content" role="main"><div class="portlet-layout row-fluid"><div class="portlet-column portlet-column-first span8" id="column-1"><div class="portlet-dropzone portlet-column-content">{main}</div></div>
<div class="portlet-column portlet-column-last span4" id="column-2"><div class="portlet-boundary portlet-static-end" id="p_p_id_56_"><section class="portlet"><header class="portlet-topper"><h1 class="portlet-title"><span class="portlet-title-text">Thông báo</span></h1></header><div class="portlet-content"><ul>{links(5, 320, lambda n: f"/web/guest/-/{flat(headline(n))}")}</ul></div></section></div></div></div></div></div>
<footer id="footer" role="contentinfo"><p>{site} - 01 Quang Trung. ĐT: 0236.388888</p></footer></div></body></html>"""


def sharepoint(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html dir="ltr" lang="vi-VN"><head><meta name="GENERATOR" content="Microsoft SharePoint"/><meta charset="utf-8"/><title>
	{title}
</title>{head}</head><body><form method="post" action="default.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDw"/><input type="hidden" name="__EVENTTARGET" value=""/><input type="hidden" name="__EVENTARGUMENT" value=""/>
<div id="s4-ribbonrow" style="display:none"></div><div id="s4-workspace"><div id="s4-bodyContainer"><div id="s4-titlerow"><a href="/SitePages/trangchu.aspx">{site}</a></div><div id="DeltaTopNavigation" class="ms-core-navigation" role="navigation"><ul class="root static">{menu("/SitePages/")}</ul></div>
<div id="contentRow"><div id="sideNavBox" class="ms-dialogHidden ms-forceWrap ms-noList"><div class="ms-quicklaunchouter"><ul>{links(3, 350, lambda n: f"/Lists/TB/DispForm.aspx?ID={n}")}</ul></div></div><div id="contentBox"><div id="DeltaPlaceHolderMain">{main}</div></div></div></div></div></form></body></html>"""


def dnn(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="vi-VN"><head id="Head"><meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/><meta id="MetaGenerator" name="GENERATOR" content="DotNetNuke "/><title>{title} | {site}</title>{head}</head><body id="Body"><form method="post" action="/tin-tuc" id="Form"><input type="hidden" name="__VIEWSTATE" value="abc"/><input type="hidden" name="__EVENTTARGET" value=""/><input type="hidden" name="__EVENTARGUMENT" value=""/>
<div id="dnn_Header"><a id="dnn_dnnLOGO_hypLogo" href="/"><img src="/Portals/0/logo.png" alt="{site}"/></a><div id="dnnMenu"><ul class="dnnmenu">{menu()}</ul></div></div>
<table width="100%"><tr><td id="dnn_LeftPane" class="LeftPane" valign="top"><div class="DnnModule"><div class="c_head"><span class="Head">Chuyên mục</span></div><ul>{menu("/cm/")}</ul></div></td><td id="dnn_ContentPane" class="ContentPane" valign="top"><div class="DnnModule DnnModule-News"><a name="412"></a>{main}</div></td><td id="dnn_RightPane" class="RightPane" valign="top"><div class="DnnModule"><span class="Head">Xem nhiều</span><ul>{links(5, 310, lambda n: f"/tin/ArticleId/{n}")}</ul></div></td></tr></table>
<div id="dnn_FooterPane"><span class="Normal">{site}, số 4 Ngô Quyền</span></div></form></body></html>"""


def wordpress(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!doctype html><html lang="vi"><head><meta charset="UTF-8"><title>{title} &#8211; {site}</title><meta name="generator" content="WordPress 6.2">{head}</head><body class="hfeed has-sidebar"><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">{site}</a></p><nav id="site-navigation"><ul>{menu()}</ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">{main}</main></div><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Bài viết mới</h2><ul>{links(5, 330, lambda n: f"/{flat(headline(n))}/")}</ul></section><section class="widget widget_calendar"><h2 class="widget-title">Lịch</h2>{CALENDAR}</section><section class="widget widget_archive"><h2 class="widget-title">Lưu trữ</h2><ul><li><a href="/2023/11/">Tháng Mười Một 2023</a> (4)</li><li><a href="/2023/10/">Tháng Mười 2023</a> (9)</li></ul></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">Chạy bằng WordPress</div></footer></div></body></html>"""


def joomla(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html xml:lang="vi-vn" lang="vi-vn"><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><meta name="generator" content="Joomla! - Open Source Content Management"/><title>{title}</title>{head}</head><body class="site com_content"><div class="body"><div class="container"><header class="header"><a class="brand" href="/"><span class="site-title">{site}</span></a></header><nav class="navigation"><ul class="nav menu nav-pills">{menu("/index.php/")}</ul></nav>
<div class="row-fluid"><div id="aside" class="span3"><div class="well"><h3 class="page-header">Đăng nhập</h3>{LOGIN_BOX}</div><div class="well"><h3 class="page-header">Tin đọc nhiều</h3><ul class="mostread">{links(4, 360, lambda n: f"/index.php/{n}-{flat(headline(n))}")}</ul></div></div><main id="content" role="main" class="span9"><div id="system-message-container"></div>{main}<ul class="breadcrumb"><li class="active">Bạn đang ở: </li><li><a href="/" class="pathway">Trang chủ</a></li></ul></main></div></div></div><footer class="footer"><p>© 2023 {site}</p></footer></body></html>"""


def drupal(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="vi" dir="ltr"><head><meta charset="utf-8"/><meta name="Generator" content="Drupal 9 (https://www.drupal.org)"/><title>{title} | {site}</title>{head}</head><body class="path-tin-tuc"><div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><a href="/" rel="home">{site}</a></div></header><div class="region region-primary-menu"><nav role="navigation"><ul>{menu()}</ul></nav></div>
<main role="main"><div class="layout-content"><div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div>{main}</div></div><aside class="layout-sidebar-first" role="complementary"><div class="region region-sidebar-first"><div class="views-element-container block"><h2>Thông báo</h2><div class="item-list"><ul>{links(5, 370, lambda n: f"/node/{n}")}</ul></div></div></div></aside></main><footer role="contentinfo"><div class="region region-footer">{site}</div></footer></div></div></body></html>"""


def bare(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<html><head><title>{title}</title>{head}</head><body><p><a href="/">{site}</a> | <a href="/gioi-thieu">Giới thiệu</a> | <a href="/lien-he">Liên hệ</a></p><hr>{main}<hr><address>{site}</address></body></html>"""


def hashed(title: str, main: str, site: str, head: str = "") -> str:
    news = "".join(
        f'<a class="css-9zt1" href="/bai/{500 + n}"><span class="css-1ab">{headline(380 + n)}</span></a>'
        for n in range(5)
    )
    words = "".join(f'<a class="css-k2" href="/{flat(word)}">{word}</a>' for word in MENU)
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} | {site}</title>{head}</head><body><div id="root"><div class="css-0"><div class="css-7h"><a class="css-lg" href="/">{site}</a>{words}</div><div class="css-3w"><div class="css-5m">{main}</div><div class="css-8s"><div class="css-hd">Có thể bạn quan tâm</div>{news}</div></div><div class="css-ft">© {site} · Giấy phép số 12/GP-STTTT</div></div></div></body></html>"""


def tailwind(title: str, main: str, site: str, head: str = "") -> str:
    words = "".join(f'<a class="px-3 py-2 text-sm" href="/{flat(word)}">{word}</a>' for word in MENU)
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>{head}</head><body class="bg-white"><div class="sticky top-0 flex justify-between">{words}</div><div class="mx-auto max-w-6xl grid grid-cols-12 gap-6"><div class="col-span-9">{main}</div><div class="col-span-3"><h3 class="font-bold">Đọc nhiều</h3><ul class="space-y-2">{links(5, 390, lambda n: f"/p/{n}")}</ul>{POLL}</div></div><div class="border-t py-6 text-center text-xs">{site} · Hotline 1900 0000</div></body></html>"""


def portal(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>{site} | {title}</title>{head}</head><body><div class="vnpt-header"><div class="banner"></div><div class="menu-ngang"><ul>{menu("/vi/")}</ul></div><marquee>Chào mừng bạn đến với {site}</marquee></div><div class="wrapper-content row"><div class="col-md-3 cot-trai"><div class="box-title">Danh mục</div><ul class="danh-muc">{menu("/vi/chuyen-muc/")}</ul><div class="box-title">Thống kê truy cập</div><p>Đang online: 12<br>Hôm nay: 345<br>Tổng: 1.200.345</p></div><div class="col-md-9 cot-giua">{main}</div></div><div class="footer-portal"><p>Cơ quan chủ quản: UBND tỉnh. Giấy phép số 05/GP-TTĐT. Ghi rõ nguồn khi phát hành lại thông tin.</p></div></body></html>"""


def english(title: str, main: str, site: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>{head}</head><body><header><a href="/">{site}</a><nav><a href="/about/">About</a> <a href="/news/">News</a> <a href="/contact/">Contact</a></nav></header><main>{main}</main><footer><p>&copy; 2024 {site}. All rights reserved.</p></footer></body></html>"""


AROUND = (
    bootstrap,
    tables,
    webforms,
    liferay,
    sharepoint,
    dnn,
    wordpress,
    joomla,
    drupal,
    bare,
    hashed,
    tailwind,
    portal,
)
SITE_NAMES = (
    "Sở Nội vụ tỉnh Bình Minh",
    "Cổng thông tin điện tử huyện Tân Lập",
    "Hội đồng Thi đua - Khen thưởng tỉnh",
    "Trường Cao đẳng Nghề số 9",
    "Báo Bình Minh",
)


def shuffled(seed: int, count: int, start: int) -> list[int]:
    """*count* numbers of headlines, in an order of their own."""
    numbers = list(range(start, start + count))
    random.Random(seed).shuffle(numbers)
    return numbers
