"""A sixth set: portals of other makes, headlines short, long and in capitals; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from made_sites import Item, Made, flat

HOST = "https://www.thiduakhenthuong.dongphu.example"
SITE = "Ban Thi đua - Khen thưởng tỉnh Đông Phú"
HEADS = (
    "Tin vui đầu năm", "HỘI NGHỊ TỔNG KẾT PHONG TRÀO THI ĐUA NĂM 2022", "Vinh danh 12 điển hình tiên tiến", "Cô giáo vùng cao hai mươi năm bám bản",
    "“Dân vận khéo” ở xã Tân Hưng", "Công bố quyết định tặng Huân chương Lao động hạng Ba cho tập thể Trường THPT Nguyễn Huệ", "Cụm thi đua số 5 họp giao ban quý II",
    "Thông báo v/v nộp hồ sơ khen thưởng", "Hướng dẫn bình xét danh hiệu “Gia đình văn hóa”", "Bình Phước, Đông Phú ký giao ước thi đua", "Ra mắt mô hình “Camera an ninh”",
    "Những bông hoa giữa đời thường", "Lấy ý kiến dự thảo Nghị định sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "Người thương binh làm kinh tế giỏi",
    "Khối các cơ quan Đảng tổng kết công tác thi đua", "Trao tặng Huy hiệu 60 năm tuổi Đảng", "Sơ kết 5 năm thực hiện Chỉ thị 34-CT/TW", "KẾ HOẠCH tổ chức Đại hội Thi đua yêu nước lần thứ VI",
    "Cựu chiến binh hiến đất mở đường", "Tuổi trẻ Đông Phú với 3 phong trào lớn", "Ngày hội toàn dân bảo vệ an ninh Tổ quốc", "Đẩy mạnh cải cách hành chính trong công tác khen thưởng",
    "Phát động đợt thi đua cao điểm 90 ngày đêm", "Bác sĩ của buôn làng", "Danh sách đề nghị tặng Bằng khen của Thủ tướng Chính phủ", "Lễ trao giải báo chí viết về gương người tốt, việc tốt năm 2022",
    "Gặp mặt Anh hùng Lực lượng vũ trang", "Tập huấn phần mềm quản lý hồ sơ khen thưởng", "Nông dân sáng chế máy tách hạt điều", "Xã Thuận Lợi đạt chuẩn nông thôn mới nâng cao",
    "Thi đua lao động giỏi, lao động sáng tạo trong công nhân, viên chức", "Hỏi - đáp về Luật Thi đua, khen thưởng năm 2022", "Chuyện về người lính quân y", "Đồng chí Bí thư Tỉnh ủy thăm, chúc Tết",
)
TELLS = (
    "Chiều 15/3, Ban Thi đua - Khen thưởng tỉnh tổ chức hội nghị triển khai nhiệm vụ; dự hội nghị có đại diện 32 cụm, khối thi đua.",
    "Năm qua, toàn tỉnh có 214 tập thể, 560 cá nhân được tặng Bằng khen, trong đó người trực tiếp lao động chiếm 61%.",
    "Bà Điểu Thị Lan cho hay gia đình bà đã hiến 400 m2 đất để mở rộng đường liên thôn, dù kinh tế còn khó khăn.",
    "Hội nghị cũng nghe tham luận của các đơn vị về cách phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến.",
    "Phong trào được các cấp ủy, chính quyền quan tâm chỉ đạo, gắn với nhiệm vụ phát triển kinh tế - xã hội của địa phương.",
    "Lãnh đạo tỉnh đề nghị đổi mới hình thức phát động, tránh bệnh thành tích, khen đúng người, đúng việc, kịp thời.",
    "Mô hình giúp hơn 90 hộ thoát nghèo, thu nhập bình quân tăng lên 58 triệu đồng mỗi năm.",
)


def T(n: int) -> str:
    return HEADS[n % len(HEADS)] + (f" ({n // len(HEADS) + 1})" if n >= len(HEADS) else "")


def S(n: int, k: int = 2) -> str:
    return " ".join(TELLS[(n + at) % len(TELLS)] for at in range(k))


def D(n: int) -> date:
    return date(2023, 4, 28) - timedelta(days=4 * n)


def V(n: int) -> str:
    return f"{D(n):%d/%m/%Y}"


def _u(n: int) -> str:
    return f"/vi/news/chi-tiet/{flat(T(n)).replace('“', '').replace('”', '')}-{300 + n}.html"


def _q(n: int) -> str:
    return f"/index.php?option=com_news&task=detail&nid={300 + n}"


def lf7(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html class="ltr" dir="ltr" lang="vi-VN"><head><title>{title} - {SITE}</title>{head}</head><body class="controls-hidden guest-site site"><div id="wrapper"><header id="heading"><div class="banner-site"><img src="/o/theme/banner.jpg"></div><nav aria-label="Các trang" id="navbar"><ul class="nav">' + "".join(f'<li class="lfr-nav-item"><a href="/{flat(m)}"><span>{m}</span></a></li>' for m in ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Gương điển hình")) + f'</ul></nav></header><section id="content"><div class="layout-content portlet-layout" id="main-content" role="main"><div class="row portlet-layout"><div class="col-md-8 portlet-column"><section class="portlet" id="portlet_news"><div class="portlet-content"><div class="portlet-content-container"><div class="portlet-body">{main}</div></div></div></section></div><div class="col-md-4 portlet-column"><section class="portlet"><h2 class="portlet-title-text">Thông báo</h2><div class="portlet-body">' + "".join(f'<div class="tb"><a href="{_u(n)}">{T(n)}</a><small>{V(n)}</small></div>' for n in range(60, 65)) + '</div></section><section class="portlet"><h2 class="portlet-title-text">Thống kê</h2><p>Tổng truy cập: 812.334</p></section></div></div></div></section><footer id="footer"><p>Bản quyền thuộc Ban Thi đua - Khen thưởng tỉnh Đông Phú. Điện thoại: 0271.3879.000</p></footer></div></body></html>'


def phpold(title: str, main: str, head: str = "") -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>{head}</head><body><div align="center"><table border="0" width="990" cellspacing="0" cellpadding="0"><tr><td colspan="3"><img border="0" src="images/banner.gif" width="990"></td></tr><tr><td width="190" valign="top" bgcolor="#F5F5F5"><table border="0" width="100%"><tr><td background="images/bg.gif"><b>DANH MỤC</b></td></tr><tr><td><a href="index.php">Trang chủ</a></td></tr><tr><td><a href="index.php?option=com_news&cat=1">Tin hoạt động</a></td></tr><tr><td><a href="index.php?option=com_news&cat=2">Gương điển hình</a></td></tr><tr><td background="images/bg.gif"><b>VĂN BẢN MỚI</b></td></tr><tr><td><marquee direction="up" height="160"><a href="index.php?option=com_vb&id=5">Hướng dẫn 05/HD-BTĐKT về tổng kết công tác thi đua</a><br><a href="index.php?option=com_vb&id=4">Công văn 44/BTĐKT về đăng ký thi đua năm 2023</a></marquee></td></tr></table></td><td width="600" valign="top">{main}</td><td width="200" valign="top"><table width="100%"><tr><td><b>TIN NỔI BẬT</b></td></tr>' + "".join(f'<tr><td><img src="images/dot.gif"> <a href="{_q(n)}">{T(n)}</a></td></tr>' for n in range(65, 70)) + f'</table><b>Đang online:</b> 7</td></tr><tr><td colspan="3" align="center" bgcolor="#CC0000"><font color="#FFFFFF">© {SITE}<br>Địa chỉ: Đường 6/1, phường Tân Phú</font></td></tr></table></div></body></html>'


def laravel(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="csrf-token" content="x"><title>{title}</title>{head}</head><body><div class="header-area"><div class="container d-flex"><a class="logo" href="/"><img src="/logo.png"></a><div class="main-menu"><ul><li><a href="/">TRANG CHỦ</a></li><li><a href="/tin-tuc">TIN TỨC</a></li><li><a href="/van-ban">VĂN BẢN</a></li></ul></div></div></div><div class="page-banner"><div class="breadcrumb-wrap"><a href="/">Trang chủ</a> / <span>{title}</span></div></div><section class="section-content"><div class="container"><div class="row"><div class="col-lg-9">{main}</div><div class="col-lg-3"><div class="side-block"><h5>Tin mới cập nhật</h5>' + "".join(f'<div class="media"><img src="/t/{n}.jpg"><div class="media-body"><a href="{_u(n)}">{T(n)}</a><div class="small">{V(n)}</div></div></div>' for n in range(70, 75)) + f'</div></div></div></div></section><div class="footer-area"><div class="container"><h6>{SITE}</h6><p>Chịu trách nhiệm chính: Ông Trần Văn Hùng, Trưởng ban</p></div></div></body></html>'


def vps(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{SITE}</title>{head}</head><body><form id="f" action="/portal/pages/trangchu.jspx" method="POST"><div class="x1a"><table class="x2b"><tr><td class="headcell"><img src="/portal/banner.png"></td></tr><tr><td><table class="menubar"><tr><td><a href="/portal/pages/trangchu.jspx">Trang chủ</a></td><td><a href="/portal/pages/tin.jspx">Tin tức</a></td><td><a href="/portal/pages/vb.jspx">Văn bản</a></td></tr></table></td></tr></table><table width="100%"><tr><td width="72%" valign="top"><div class="vportlet">{main}</div></td><td width="28%" valign="top"><div class="vportlet"><div class="vhead">Tin mới</div>' + "".join(f'<div class="vrow"><a href="/portal/pages/tin.jspx?id={n}">{T(n)}</a></div>' for n in range(75, 80)) + '</div></td></tr></table></div></form></body></html>'


def blogger(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html dir="ltr"><head><meta content="blogger" name="generator"><title>{title}</title>{head}</head><body class="item-view"><div class="content"><header><div class="header-widget"><h1><a href="/">Đoàn xã Thuận Lợi</a></h1></div></header><div class="main-outer"><div class="columns"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1">{main}</div></div></div><div class="column-right-outer"><aside><div class="widget PopularPosts"><h2>Bài đăng phổ biến</h2><ul>' + "".join(f'<li><a href="/2023/02/{flat(T(n))}.html">{T(n)}</a></li>' for n in range(80, 84)) + '</ul></div><div class="widget BlogArchive"><h2>Lưu trữ</h2><ul><li><a href="/2023/03/">tháng 3 2023</a> (4)</li></ul></div></aside></div></div></div></div></body></html>'


def umbraco(title: str, main: str, head: str = "") -> str:
    return f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title} :: {SITE}</title>{head}</head><body><div class="top"><div class="w1200"><span>Hôm nay: Thứ sáu, 28/04/2023</span></div></div><div class="mm"><div class="w1200"><a href="/gioi-thieu">Giới thiệu</a><a href="/tin-hoat-dong">Tin hoạt động</a><a href="/guong-dien-hinh">Gương điển hình</a></div></div><div class="w1200 cf"><div class="colL">{main}</div><div class="colR"><div class="bx"><p class="bxt">Xem nhiều nhất</p>' + "".join(f'<p><a href="{_u(n)}">{T(n)}</a></p>' for n in range(84, 89)) + '</div><div class="bx"><p class="bxt">Bình chọn</p><form><input type="radio" name="b"> Đẹp <input type="radio" name="b"> Chưa đẹp</form></div></div></div><div class="bot"><div class="w1200">Trụ sở: 727 Quốc lộ 14</div></div></body></html>'


def none(title: str, main: str, head: str = "") -> str:
    return f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{main}</body></html>'


def _one(name: str, shell: Callable[..., str], title: str, path: str, main: str, *kinds: str, head: str = "", turned: bool = True) -> Made:
    return Made("6-" + name, HOST + path, shell(title, main, head), frozenset(kinds), turned=turned)


def _list(name: str, shell: Callable[..., str], title: str, path: str, start: int, count: int, row: Callable[[int, str, str, str], str], frame: str = "{}", to: str | tuple[str, ...] | None = None, *, dated: bool = True, href: Callable[[int], str] = _u) -> Made:
    numbers = range(start, start + count)
    items: tuple[Item, ...] = tuple((T(n), HOST + href(n), D(n).isoformat() if dated else None) for n in numbers)
    main = frame.replace("{}", "".join(row(n, T(n), href(n).replace("&", "&amp;"), V(n)) for n in numbers))
    return Made("6-" + name, HOST + path, shell(title, main), frozenset({"listing"}), items, HOST + to if isinstance(to, str) else to)


def lists() -> list[Made]:
    jsp = lambda n: f"/portal/pages/tin.jspx?id={n}"  # noqa: E731
    blog = lambda n: f"/2023/03/{flat(T(n)).replace('“', '').replace('”', '')}.html"  # noqa: E731
    return [
        _list("lf7-asset-cards", lf7, "Gương điển hình", "/guong-dien-hinh", 0, 9, lambda n, t, u, d: f'<div class="card"><div class="aspect-ratio"><img src="/d/{n}.jpg"></div><div class="card-row"><h4 class="card-title"><a href="{u}">{t}</a></h4><span class="card-subtitle">{d}</span></div></div>', '<div class="content-header">Gương điển hình</div><div class="card-page">{}</div><div class="pagination-bar"><div class="dropdown pagination-items-per-page">9 Mục</div><div class="pagination-results">Đang hiển thị 1 đến 9 trong 134 mục.</div><ul class="pagination"><li class="page-item disabled"><a class="page-link">‹</a></li><li class="page-item active"><span class="page-link">1</span></li><li class="page-item"><a class="page-link" href="/guong-dien-hinh?p_cur=2&amp;p_delta=9">2</a></li><li class="page-item"><a class="page-link" href="/guong-dien-hinh?p_cur=2&amp;p_delta=9" title="Trang kế">›</a></li></ul></div>', "/guong-dien-hinh?p_cur=2&p_delta=9"),
        _list("lf7-list-new-icon", lf7, "Thông báo", "/thong-bao", 9, 12, lambda n, t, u, d: f'<li><a href="{u}">{t}</a>{"<img src=/new.gif>" if n < 12 else ""}<i> ({d})</i></li>', "<ul class='list-tb'>{}</ul>"),
        _list("php-tin-lead", phpold, "Tin hoạt động", "/index.php?option=com_news&cat=1", 0, 8, lambda n, t, u, d: f'<table border=0 width=100%><tr><td width=110 valign=top><img src="upload/{n}.jpg" width=100></td><td valign=top><a href="{u}"><font color=#0000CC><b>{t}</b></font></a><br><font size=1 color=gray>{d}</font><br>{S(n, 1)}</td></tr></table>', '<p><b>TIN HOẠT ĐỘNG</b></p>{}<p align=center>Trang: <b>1</b> | <a href="index.php?option=com_news&amp;cat=1&amp;p=2">2</a> | <a href="index.php?option=com_news&amp;cat=1&amp;p=3">3</a></p>', "/index.php?option=com_news&cat=1&p=2", href=_q),
        _list("php-bullets-no-class", phpold, "Gương điển hình", "/index.php?option=com_news&cat=2&p=4", 20, 14, lambda n, t, u, d: f'<p>• <a href="{u}">{t}</a> - {d}</p>', '<b>GƯƠNG ĐIỂN HÌNH</b>{}<a href="index.php?option=com_news&amp;cat=2&amp;p=3">&lt; Trước</a> &nbsp; <a href="index.php?option=com_news&amp;cat=2&amp;p=5">Sau &gt;</a>', "/index.php?option=com_news&cat=2&p=5", href=_q),
        _list("laravel-cards", laravel, "Tin tức", "/tin-tuc", 3, 9, lambda n, t, u, d: f'<div class="col-md-4"><div class="news-box"><a href="{u}" class="img"><img src="/t/{n}.jpg" alt="{t}"></a><div class="txt"><span class="cal"><i class="far fa-calendar"></i> {d}</span><h3><a href="{u}">{t}</a></h3><p>{S(n, 1)[:70]}...</p><a class="btn-more" href="{u}">Xem chi tiết</a></div></div></div>', '<div class="row">{}</div><nav><ul class="pagination"><li class="page-item disabled" aria-disabled="true"><span class="page-link">&lsaquo;</span></li><li class="page-item active"><span class="page-link">1</span></li><li class="page-item"><a class="page-link" href="/tin-tuc?page=2">2</a></li><li class="page-item"><a class="page-link" rel="next" href="/tin-tuc?page=2">&rsaquo;</a></li></ul></nav>', "/tin-tuc?page=2"),
        _list("laravel-year", laravel, "Tin năm 2023", "/tin-tuc/nam/2023", 1, 20, lambda n, t, u, d: f'<tr><td class="text-nowrap">{d}</td><td><a href="{u}">{t}</a></td></tr>', '<h2>Tin năm 2023</h2><table class="table">{}</table>'),
        _list("laravel-search", laravel, "Tìm kiếm", "/tim-kiem?keyword=thi+%C4%91ua", 5, 6, lambda n, t, u, d: f'<div class="result"><a href="{u}"><b>{t}</b></a><p>{S(n, 1)}</p><span>{d}</span></div>', '<p>Tìm thấy <b>6</b> kết quả cho từ khóa "thi đua"</p>{}'),
        _list("vps-list", vps, "", "/portal/pages/tin.jspx?cat=7", 2, 10, lambda n, t, u, d: f'<div class="vnews"><a class="vtitle" href="{u}">{t}</a><span class="vdate">{d} 07:{n:02}:00</span><div class="vsum">{S(n, 1)}</div></div>', '<div class="vhead">TIN HOẠT ĐỘNG</div>{}<div class="vpage"><a class="cur">1</a><a href="/portal/pages/tin.jspx?cat=7&amp;page=2">2</a><a href="/portal/pages/tin.jspx?cat=7&amp;page=3">3</a></div>', "/portal/pages/tin.jspx?cat=7&page=2", href=jsp),
        _list("vps-bare", vps, "", "/portal/pages/tin.jspx?cat=8", 14, 11, lambda n, t, u, d: f'<div class="vnews"><a class="vtitle" href="{u}">{t}</a></div>', '<div class="vhead">THÔNG BÁO</div>{}', dated=False, href=jsp),
        _list("blogger-index", blogger, "Đoàn xã Thuận Lợi: Hoạt động", "/search/label/Ho%E1%BA%A1t%20%C4%91%E1%BB%99ng", 3, 6, lambda n, t, u, d: f'<div class="date-outer"><h2 class="date-header"><span>{d}</span></h2><div class="post hentry"><h3 class="post-title entry-title"><a href="{u}">{t}</a></h3><div class="post-body entry-content">{S(n, 2)}</div><div class="jump-link"><a href="{u}#more">Đọc thêm »</a></div></div></div>', '<div class="status-msg-body">Hiển thị các bài đăng có nhãn <b>Hoạt động</b>. <a href="/">Hiển thị tất cả</a></div>{}<div class="blog-pager"><span id="blog-pager-older-link"><a class="blog-pager-older-link" href="/search/label/Ho%E1%BA%A1t%20%C4%91%E1%BB%99ng?updated-max=2023-03-01T00:00:00%2B07:00&amp;max-results=20">Bài đăng Cũ hơn</a></span><a class="home-link" href="/">Trang chủ</a></div>', "/search/label/Ho%E1%BA%A1t%20%C4%91%E1%BB%99ng?updated-max=2023-03-01T00:00:00%2B07:00&max-results=20", href=blog),
        _list("umb-lead", umbraco, "Tin hoạt động", "/tin-hoat-dong", 6, 10, lambda n, t, u, d: f'<div class="ni"><a class="th" href="{u}"><img src="/m/{n}.jpg"></a><p class="tt"><a href="{u}">{t}</a></p><p class="dt">{d}</p><p class="sm">{S(n, 1)}</p></div>', '<p class="ct">Tin hoạt động</p>{}<div class="pgs"><a class="on" href="/tin-hoat-dong?trang=1">1</a><a href="/tin-hoat-dong?trang=2">2</a><a href="/tin-hoat-dong?trang=2">Tiếp</a></div>', "/tin-hoat-dong?trang=2"),
        _list("umb-first-large", umbraco, "Gương điển hình", "/guong-dien-hinh", 16, 9, lambda n, t, u, d: (f'<div class="big"><a href="{u}"><img src="/m/{n}.jpg"></a><h2><a href="{u}">{t}</a></h2><p>{S(n, 1)}</p><span>{d}</span></div><ul class="sml">' if n == 16 else f'<li><a href="{u}">{t}</a><span>{d}</span></li>') + ("</ul>" if n == 24 else ""), "{}"),
        _list("umb-few", umbraco, "Nghiên cứu trao đổi", "/nghien-cuu-trao-doi", 25, 2, lambda n, t, u, d: f'<div class="ni"><p class="tt"><a href="{u}">{t}</a></p><p class="dt">{d}</p></div>', '<p class="ct">Nghiên cứu trao đổi</p>{}'),
        _list("lf7-one", lf7, "Tin đấu thầu", "/tin-dau-thau", 5, 1, lambda n, t, u, d: f'<div class="bai"><h4><a href="{u}">{t}</a></h4><p class="ngay">{d}</p><p>{S(n, 1)}</p></div>'),
        _list("laravel-timeline", laravel, "Dòng thời gian", "/dong-thoi-gian?trang=3", 8, 10, lambda n, t, u, d: f'<div class="tl"><div class="tl-d">{D(n).day} tháng {D(n).month}, {D(n).year}</div><div class="tl-c"><a href="{u}">{t}</a></div></div>', '{}<div class="tl-nav"><a href="/dong-thoi-gian?trang=2"><i class="fa fa-chevron-left"></i></a><span>3 / 9</span><a href="/dong-thoi-gian?trang=4"><i class="fa fa-chevron-right"></i></a></div>', "/dong-thoi-gian?trang=4"),
    ]


def articles() -> list[Made]:
    p = lambda n, k: "".join(f"<p>{S(n + at, 2)}</p>" for at in range(k))  # noqa: E731
    more = "".join(f'<li><a href="{_u(n)}">{T(n)}</a> <span>{V(n)}</span></li>' for n in range(90, 96))
    return [
        _one("a-lf7", lf7, T(3), _u(3), f'<h3 class="tieude">{T(3)}</h3><span class="ngay">{V(3)}</span><div class="tomtat">{S(1, 1)}</div><div class="noidung">{p(2, 3)}</div><div class="khac"><h4>Tin khác</h4><ul>{more}</ul></div>', "article"),
        _one("a-lf7-short-title", lf7, T(0), "/chi-tiet?id=300", f'<h3 class="tieude">{T(0)}</h3><span class="ngay">{V(0)}</span><div class="noidung"><p>Ngày 03/01, tỉnh nhà đón nhận tin vui: xã Thuận Lợi được công nhận đạt chuẩn.</p></div><div class="khac"><h4>Các tin đã đưa</h4><ul>{more}</ul></div>', "article"),
        _one("a-lf7-images", lf7, T(26), _u(26), f'<h3>{T(26)}</h3><span>{V(26)}</span><p><img src="/d/1.jpg"></p><p><img src="/d/2.jpg"></p><p><img src="/d/3.jpg"></p>', "article"),
        _one("a-lf7-docx", lf7, T(24), _u(24), f'<h3>{T(24)}</h3><span>{V(24)}</span><p>Xem chi tiết tại file đính kèm:</p><ul><li><a href="/documents/ds1.docx">Danh sách tập thể.docx</a></li><li><a href="/documents/ds2.docx">Danh sách cá nhân.docx</a></li><li><a href="/documents/ds3.pdf">Công văn.pdf</a></li></ul>', "article"),
        _one("a-php", phpold, T(5), _q(5), f'<p><font color="#CC0000" size="4"><b>{T(5)}</b></font></p><p><i>Cập nhật ngày {V(5)}</i></p><p align="justify">{S(1, 3)}</p><p align="justify">{S(4, 3)}</p><p align="right"><b>Hồng Vân</b></p><hr><p><b>Các tin khác:</b></p>' + "".join(f'<p>- <a href="{_q(n)}">{T(n)}</a> ({V(n)})</p>' for n in range(90, 98)), "article"),
        _one("a-php-sitetitle", phpold, SITE, _q(7), f'<p><font color="#CC0000"><b>{T(7)}</b></font></p><p><i>({V(7)})</i></p><p>Ban Thi đua - Khen thưởng đề nghị các đơn vị nộp hồ sơ trước ngày 30/11.</p>', "article"),
        _one("a-php-poem", phpold, "Thơ: Bài ca người thợ", _q(88), "<p><b>Thơ: Bài ca người thợ</b></p><p>12/04/2023</p><p>Sáng nay xưởng máy rộn ràng<br>Tay ai thoăn thoắt sợi vàng dệt mơ<br>Mồ hôi rơi xuống thành thơ<br>Thi đua từ phút từng giờ em ơi</p><p>Lê Văn Thợ</p>", "article"),
        _one("a-laravel", laravel, T(13), _u(13), f'<h1>{T(13)}</h1><div class="meta"><i class="far fa-calendar"></i> {V(13)} <i class="far fa-eye"></i> 311</div>{p(1, 4)}<div class="share"><a href="https://facebook.example/sharer">Chia sẻ</a></div><h5>Bài viết liên quan</h5><div class="row">' + "".join(f'<div class="col-md-4"><div class="news-box"><a href="{_u(n)}"><img src="/t/{n}.jpg"></a><h3><a href="{_u(n)}">{T(n)}</a></h3><span>{V(n)}</span></div></div>' for n in range(96, 99)) + "</div>", "article"),
        _one("a-laravel-video", laravel, T(11), _u(11), f'<h1>{T(11)}</h1><div class="meta">{V(11)}</div><div class="embed-responsive"><iframe src="https://www.youtube.example/embed/abc"></iframe></div>', "article", "gallery"),
        _one("a-laravel-invite", laravel, "Thư mời chào giá thiết bị văn phòng", "/thong-bao/thu-moi-chao-gia-thiet-bi-van-phong", '<h1>Thư mời chào giá thiết bị văn phòng</h1><div class="meta">02/03/2023</div><p>Kính gửi: Các nhà cung cấp</p><p>Ban có nhu cầu mua 05 máy in. Báo giá xin gửi trước 17 giờ ngày 09/3/2023.</p><table><tr><td>TT</td><td>Thiết bị</td><td>Số lượng</td></tr><tr><td>1</td><td>Máy in laser</td><td>05</td></tr></table>', "article"),
        _one("a-laravel-tieusu", laravel, "Tiểu sử Anh hùng Lao động Điểu Ông", "/guong/tieu-su-anh-hung-lao-dong-dieu-ong", f"<h1>Tiểu sử Anh hùng Lao động Điểu Ông</h1><p>Sinh năm 1948 tại xã Bom Bo.</p><p>1965-1975: tham gia giã gạo nuôi quân.</p><p>{S(2, 3)}</p>", "article"),
        _one("a-vps", vps, "", "/portal/pages/tin.jspx?id=41", f'<div class="vhead">TIN HOẠT ĐỘNG</div><div class="vtitle-detail">{T(14)}</div><div class="vdate">{V(14)} 14:02:11</div><div class="vcontent">{p(3, 3)}</div><div class="vhead">CÁC TIN KHÁC</div>' + "".join(f'<div class="vrow"><a href="/portal/pages/tin.jspx?id={n}">{T(n)}</a> ({V(n)})</div>' for n in range(99, 104)), "article"),
        _one("a-vps-short", vps, "", "/portal/pages/tin.jspx?id=42", f'<div class="vhead">THÔNG BÁO</div><div class="vtitle-detail">{T(7)}</div><div class="vdate">{V(7)} 09:12:00</div><div class="vcontent"><p>Hạn cuối nộp hồ sơ: 15/11/2023. Liên hệ phòng Nghiệp vụ.</p></div><div class="vhead">CÁC TIN KHÁC</div>' + "".join(f'<div class="vrow"><a href="/portal/pages/tin.jspx?id={n}">{T(n)}</a> ({V(n)})</div>' for n in range(99, 104)), "article"),
        _one("a-blogger", blogger, f"Đoàn xã Thuận Lợi: {T(18)}", f"/2023/03/{flat(T(18))}.html", f'<h2 class="date-header">{V(18)}</h2><div class="post"><h3 class="post-title entry-title">{T(18)}</h3><div class="post-body">{S(3, 3)}<br><br>{S(5, 2)}</div></div><div class="comments"><h4>Không có nhận xét nào:</h4><a href="#">Đăng nhận xét</a></div><div class="blog-pager"><a class="blog-pager-newer-link" href="/2023/03/x.html">Bài đăng Mới hơn</a><a class="blog-pager-older-link" href="/2023/03/y.html">Bài đăng Cũ hơn</a></div>', "article"),
        _one("a-umb", umbraco, T(28), _u(28), f'<p class="h">{T(28)}</p><p class="d">{V(28)}</p><p class="s">{S(0, 1)}</p>{p(1, 3)}<p class="ct">Tin cùng chuyên mục</p><ul>{more}</ul>', "article"),
        _one("a-umb-404topic", umbraco, "Lỗi 404 khi nộp hồ sơ trực tuyến: cách khắc phục", "/hoi-dap/loi-404-khi-nop-ho-so-truc-tuyen-cach-khac-phuc", "<p class='h'>Lỗi 404 khi nộp hồ sơ trực tuyến: cách khắc phục</p><p class='d'>11/02/2023</p><p>Nhiều đơn vị phản ánh gặp thông báo “Không tìm thấy trang” khi bấm nút Nộp. Xin mời xóa bộ nhớ đệm trình duyệt rồi thử lại sau ít phút.</p>", "article"),
        _one("a-umb-result", umbraco, "Kết quả cuộc thi viết về gương người tốt", "/tin/ket-qua-cuoc-thi-viet-ve-guong-nguoi-tot", "<p class='h'>Kết quả cuộc thi viết về gương người tốt</p><p class='d'>01/02/2023</p><ul><li>Giải Nhất: Nguyễn Thị Mai</li><li>Giải Nhì: Trần Văn Long</li><li>Giải Ba: Điểu Khanh</li></ul>", "article"),
        _one("a-laravel-login-beside", laravel, "Hướng dẫn đăng nhập hệ thống quản lý hồ sơ khen thưởng", "/tin/huong-dan-dang-nhap-he-thong-quan-ly-ho-so-khen-thuong", "<h1>Hướng dẫn đăng nhập hệ thống quản lý hồ sơ khen thưởng</h1><div class='meta'>05/01/2023</div><p>Bước 1: Truy cập địa chỉ hệ thống. Bước 2: Nhập tài khoản được cấp. Bước 3: Đổi mật khẩu lần đầu.</p>", "article"),
    ]


def others() -> list[Made]:
    home = "".join(f'<div class="nhom"><h3><a href="/{flat(c)}">{c}</a></h3>' + "".join(f'<p><a href="{_u(n)}">{T(n)}</a></p>' for n in range(k * 5, k * 5 + 5)) + "</div>" for k, c in enumerate(("Tin nổi bật", "Phong trào thi đua", "Gương điển hình", "Văn bản mới")))
    return [
        _one("d-lf7-cards", lf7, "Hệ thống văn bản", "/he-thong-van-ban", "".join(f'<div class="vb"><p><a href="/he-thong-van-ban/-/{n}"><b>{n}/HD-BTĐKT</b></a> <span>{V(n)}</span></p><p>Hướng dẫn {T(n)[0].lower() + T(n)[1:]}</p></div>' for n in range(1, 11)), "documents"),
        _one("d-php-table", phpold, "Văn bản", "/index.php?option=com_vb", "<table border=1 width=100%><tr bgcolor=#CCCCCC><td>STT</td><td>Số văn bản</td><td>Nội dung</td><td>Ngày ký</td></tr>" + "".join(f"<tr><td>{n}</td><td>{n}/QĐ-UBND</td><td><a href=index.php?option=com_vb&id={n}>Về việc khen thưởng {T(n)[0].lower() + T(n)[1:]}</a></td><td>{V(n)}</td></tr>" for n in range(1, 16)) + "</table>", "documents"),
        _one("d-laravel-detail", laravel, "Quyết định số 45/QĐ-UBND", "/van-ban/45-qd-ubnd", '<h1>Quyết định số 45/QĐ-UBND</h1><table class="table"><tr><th>Số hiệu</th><td>45/QĐ-UBND</td></tr><tr><th>Loại văn bản</th><td>Quyết định</td></tr><tr><th>Ngày ban hành</th><td>05/01/2023</td></tr><tr><th>Trích yếu</th><td>Ban hành Quy chế xét tặng giải thưởng</td></tr><tr><th>Tải về</th><td><a href="/f/45.pdf">45.pdf</a></td></tr></table><iframe src="/f/45.pdf"></iframe>', "documents"),
        _one("d-vps-detail", vps, "", "/portal/pages/vb.jspx?id=9", '<div class="vhead">THÔNG TIN VĂN BẢN</div><div class="vb-row"><span class="l">Số ký hiệu:</span><span>12/2023/NĐ-CP</span></div><div class="vb-row"><span class="l">Ngày ban hành:</span><span>14/04/2023</span></div><div class="vb-row"><span class="l">Cơ quan ban hành:</span><span>Chính phủ</span></div><div class="vb-row"><span class="l">Người ký:</span><span>Lê Minh Khái</span></div><div class="vb-row"><span class="l">Trích yếu:</span><span>Gia hạn thời hạn nộp thuế</span></div>', "documents"),
        _one("d-umb-list", umbraco, "Văn bản pháp luật", "/van-ban-phap-luat", "<ul class='lv'>" + "".join(f"<li><a href='/f/{n}.pdf'>Nghị định số {n}/2022/NĐ-CP ngày {V(n)} của Chính phủ quy định {T(n)[0].lower() + T(n)[1:]}</a></li>" for n in range(1, 11)) + "</ul>", "documents", "listing"),
        _one("g-lf7", lf7, "Thư viện ảnh", "/thu-vien-anh", '<div class="gallery">' + "".join(f'<div class="g-item"><a href="/thu-vien-anh/{n}"><img src="/d/{n}.jpg"></a><div>{T(n)}</div></div>' for n in range(1, 13)) + "</div>", "gallery"),
        _one("g-umb-video", umbraco, "Video clip", "/video-clip", "".join(f'<div class="vd"><a href="/video-clip/{n}"><img src="https://img.youtube.example/vi/{n}/0.jpg"></a><p><a href="/video-clip/{n}">{T(n)}</a></p></div>' for n in range(1, 10)), "gallery"),
        _one("g-php", phpold, "Hình ảnh", "/index.php?option=com_album", "<table>" + "".join("<tr>" + "".join(f'<td align=center><a href="index.php?option=com_album&id={r * 3 + c}"><img src="album/{r * 3 + c}.jpg" width=150></a><br>Album {r * 3 + c}</td>' for c in range(3)) + "</tr>" for r in range(4)) + "</table>", "gallery"),
        _one("o-lf7-home", lf7, "Trang chủ", "/trang-chu", home, "other"),
        _one("o-php-home", phpold, SITE, "/index.php", home, "other"),
        _one("o-vps-home", vps, "", "/portal/pages/trangchu.jspx", home, "other"),
        _one("o-umb-home", umbraco, "Trang chủ", "/", home, "other"),
        _one("o-redirected-home", laravel, SITE, "/", '<div class="owl-carousel"><div class="item"><img src="/s1.jpg"></div></div>' + home, "other"),
        _one("o-contact", laravel, "Liên hệ", "/lien-he", "<h1>Liên hệ</h1><p>Đường 6/1, phường Tân Phú. ĐT: 0271.3879.000</p><form method=post><input name=hoten type=text><input name=email type=email><textarea name=noidung></textarea><button>Gửi</button></form>", "other"),
        _one("o-leaders", phpold, "Lãnh đạo Ban", "/index.php?option=com_gioithieu&id=3", "<p><b>LÃNH ĐẠO BAN</b></p><table border=1><tr><td>Ông Trần Văn Hùng</td><td>Trưởng ban</td><td>0271.3879.001</td></tr><tr><td>Bà Lê Thị Hoa</td><td>Phó Trưởng ban</td><td>0271.3879.002</td></tr><tr><td>Ông Điểu Nen</td><td>Phó Trưởng ban</td><td>0271.3879.003</td></tr></table>", "other"),
        _one("o-org", umbraco, "Sơ đồ tổ chức", "/so-do-to-chuc", "<p class='ct'>Sơ đồ tổ chức</p><img src='/sodo.png' alt='Sơ đồ tổ chức'>", "other"),
        _one("o-faq-form", laravel, "Gửi câu hỏi", "/hoi-dap/gui", "<h1>Gửi câu hỏi</h1><form><input type=text name=a placeholder='Họ tên'><input type=text name=b placeholder='Địa chỉ'><input type=email name=c><textarea name=d></textarea><input type=file name=e></form>", "other"),
        _one("o-phonebook", lf7, "Danh bạ điện thoại", "/danh-ba", "<table><tr><th>Họ tên</th><th>Chức vụ</th><th>Điện thoại</th></tr>" + "".join(f"<tr><td>Nguyễn Văn {c}</td><td>Chuyên viên</td><td>0271.3879.1{n:02}</td></tr>" for n, c in enumerate("ABCDEFGHIK")) + "</table>", "other"),
        _one("o-procedures", lf7, "Thủ tục tặng danh hiệu Lao động tiên tiến", "/tthc/1.000934", "<dl><dt>Mã thủ tục</dt><dd>1.000934</dd><dt>Cơ quan thực hiện</dt><dd>Ban Thi đua - Khen thưởng</dd><dt>Cách thức thực hiện</dt><dd>Trực tiếp, trực tuyến</dd><dt>Thời hạn giải quyết</dt><dd>20 ngày</dd><dt>Lệ phí</dt><dd>Không</dd></dl>", "other"),
        _one("o-sitemap", laravel, "Sơ đồ trang", "/so-do-trang", "<h1>Sơ đồ trang</h1><ul>" + "".join(f"<li><a href='/{flat(w)}'>{w}</a></li>" for w in ("Tin tức", "Gương điển hình tiên tiến", "Văn bản quy phạm pháp luật", "Thủ tục hành chính", "Hỏi đáp")) + "</ul>", "other"),
        _one("x-404-lf7", lf7, "Trạng thái", "/abc", '<h3 class="alert alert-danger">Không tìm thấy</h3><div>Tài nguyên yêu cầu không tìm thấy.</div>', "soft-404"),
        _one("x-404-php", phpold, SITE, _q(999), "<p><font color=red>Bản tin không tồn tại!</font></p><a href='javascript:history.back()'>Quay lại</a>", "soft-404"),
        _one("x-404-vps", vps, "", "/portal/pages/tin.jspx?id=9999", '<div class="vhead">THÔNG BÁO</div><div>Tin bài đã bị xóa hoặc chưa được duyệt.</div>', "soft-404"),
        _one("x-404-blogger", blogger, "Đoàn xã Thuận Lợi", "/2023/03/zz.html", '<div class="status-msg-body">Rất tiếc, trang bạn đang tìm trong blog này không tồn tại.</div>', "soft-404"),
        _one("x-404-laravel", none, "Not Found", "/zz", '<div class="flex-center"><div class="code">404</div><div class="message">Not Found</div></div>', "soft-404"),
        _one("x-404-umb", umbraco, "Page not found", "/zz", "<p class='ct'>Rất tiếc</p><p>Liên kết bạn truy cập đã hỏng hoặc trang đã được gỡ xuống.</p>", "soft-404"),
        _one("x-404-redirectjs", none, "Thông báo", "/tin/1", "<script>alert('Bài viết không tồn tại');location.href='/'</script><p>Bài viết không tồn tại. Đang chuyển về trang chủ...</p>", "soft-404"),
        _one("x-410-expired", lf7, "Thông báo", "/thong-bao/12", "<div class='portlet-msg-error'>Thông báo này đã hết hạn hiển thị.</div>", "soft-404"),
        _one("x-err-419", none, "Page Expired", "/tin-tuc", "<div class='code'>419</div><div class='message'>Page Expired</div>", "error"),
        _one("x-err-429", none, "Too Many Requests", "/tin-tuc", "<div class='code'>429</div><div class='message'>Too Many Requests</div>", "error"),
        _one("x-err-nginx", none, "502 Bad Gateway", "/tin-tuc", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.18.0</center>", "error"),
        _one("x-err-403", none, "403 Forbidden", "/portal", "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>", "error"),
        _one("x-err-oracle", vps, "", "/portal/pages/tin.jspx?cat=a", "<div class='err'>java.sql.SQLException: ORA-01722: invalid number</div>", "error"),
        _one("x-err-liferay", lf7, "Tin tức", "/tin-tuc?p=x", '<div class="alert alert-danger">Tin tức tạm thời không khả dụng.</div>', "error"),
        _one("x-err-laravel", none, "Server Error", "/tin-tuc?page=z", "<div class='code'>500</div><div class='message'>Server Error</div>", "error"),
        _one("x-maint1", none, "Bảo trì", "/", "<h1>Trang thông tin điện tử đang bảo trì</h1><p>Thời gian dự kiến: 22h00 ngày 12/4 đến 06h00 ngày 13/4.</p>", "error"),
        _one("x-maint2", none, "Đang nâng cấp", "/tin-tuc", "<img src='/baotri.png'><p>Hệ thống đang được nâng cấp, mong quý độc giả thông cảm!</p>", "error"),
        _one("x-challenge", none, "Just a moment...", "/tin-tuc", "<noscript>Enable JavaScript and cookies to continue</noscript>", "error"),
        _one("x-ddos-vn", none, "Xác thực truy cập", "/tin-tuc", "<p>Hệ thống đang kiểm tra trình duyệt của bạn trước khi truy cập. Vui lòng chờ 5 giây...</p>", "error"),
        _one("x-login", phpold, "Đăng nhập hệ thống", "/admin/login.php", "<form method=post>Tên truy cập <input name=u> Mật mã <input type=password name=p> <input type=submit value='Đăng nhập'></form>", "login"),
        _one("x-login-laravel", none, "Login", "/login", "<h4>Chào mừng trở lại</h4><form><input type=email><input type=password><button>Tiếp tục</button></form>", "login"),
        _one("x-login-wall", lf7, "Văn bản nội bộ", "/van-ban-noi-bo", "<div class='alert alert-info'>Vui lòng đăng nhập để xem nội dung này.</div>", "login"),
        _one("x-empty1", umbraco, "Sáng kiến", "/sang-kien", "<p class='ct'>Sáng kiến</p><p>Chưa có tin bài.</p>", "listing", "other"),
        _one("x-empty2", laravel, "Tìm kiếm", "/tim-kiem?keyword=zzz", "<p>Tìm thấy <b>0</b> kết quả cho từ khóa \"zzz\"</p>", "listing", "other"),
        _one("x-shell-angular", none, "Cổng thông tin", "/tin-tuc/1", "<app-root></app-root><script src='main.js'></script><noscript>Vui lòng bật JavaScript để tiếp tục.</noscript>", "other", "soft-404"),
    ]


def pages() -> list[Made]:
    """All of them."""
    return [*lists(), *articles(), *others()]
