"""A thirteenth set, written after the twelfth had been mended: common pages in common makes, in the shares in which sites
have them, an article in two of three; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from made_sites import Item, Made, flat

HOST = "https://vksnd.langchanh.example"
HEADS = (
    "Viện trưởng làm việc với Công an huyện về án tạm đình chỉ", "Xét xử lưu động vụ trộm cắp tài sản tại xã Yên Khương", "Kháng nghị phúc thẩm vụ án vi phạm quy định về tham gia giao thông", "Rút kinh nghiệm phiên tòa dân sự",
    "Trực tiếp kiểm sát nhà tạm giữ quý II", "Chi đoàn tặng quà trường mầm non Trí Nang", "Hội nghị cán bộ, công chức năm 2024", "Kiểm sát thi hành án dân sự: những vấn đề đặt ra",
    "Công bố quyết định bổ nhiệm kiểm sát viên sơ cấp", "Tuyên truyền phòng, chống ma túy tại bản Năng Cát", "Sơ kết 6 tháng thực hiện chỉ tiêu công tác", "Nâng cao chất lượng bản cáo trạng",
    "Gặp mặt cán bộ kiểm sát nghỉ hưu", "Ngày về nguồn của chi bộ Viện kiểm sát", "Áp dụng sơ đồ tư duy trong báo cáo án", "Giao lưu bóng đá chào mừng 64 năm thành lập ngành", "Khởi tố vụ chặt phá rừng phòng hộ",
    "Kiểm tra liên ngành việc giải quyết tố giác", "Số hóa hồ sơ vụ án hình sự", "Thăm hỏi gia đình chính sách ngày 27/7",
)
TELLS = (
    "Ngày 18/7/2024, tại trụ sở cơ quan, lãnh đạo hai ngành đã rà soát từng vụ việc và thống nhất hướng xử lý.",
    "Qua công tác kiểm sát, đơn vị phát hiện một số vi phạm về thời hạn gửi quyết định và đã ban hành kiến nghị.",
    "Kiểm sát viên giữ quyền công tố tại phiên tòa đã tranh luận đến cùng với luật sư, được Hội đồng xét xử chấp nhận.",
    "Đồng chí Viện trưởng Lò Văn Thắng nhấn mạnh yêu cầu không để xảy ra oan, sai và bỏ lọt tội phạm.",
    "Phiên tòa thu hút đông đảo người dân đến theo dõi, góp phần phổ biến, giáo dục pháp luật ở cơ sở.",
    "Sau chương trình, đoàn đã trao 15 suất quà cho học sinh nghèo vượt khó của nhà trường.",
)
W = ("Trang chủ", "Giới thiệu", "Tin tức", "Trao đổi nghiệp vụ", "Văn bản", "Thông báo", "Liên hệ")


def T(n: int) -> str:
    return HEADS[n % len(HEADS)] + (f" (số {n // len(HEADS) + 1})" if n >= len(HEADS) else "")


def S(n: int, k: int = 2) -> str:
    return " ".join(TELLS[(n + at) % len(TELLS)] for at in range(k))


def P(n: int, k: int, tag: str = "p") -> str:
    return "".join(f"<{tag}>{S(n + 2 * at)}</{tag}>" for at in range(k))


def D(n: int) -> date:
    return date(2024, 7, 30) - timedelta(days=5 * n)


def V(n: int) -> str:
    return f"{D(n):%d/%m/%Y}"


def U(n: int) -> str:
    return f"/{flat(T(n))}-a{600 + n}"


def R(numbers: range, row: str = '<li><a href="{u}">{t}</a></li>') -> str:
    return "".join(row.format(u=U(n), t=T(n), d=V(n), s=S(n, 1), n=n) for n in numbers)


def nav(row: str = '<li><a href="/{f}">{w}</a></li>') -> str:
    return "".join(row.format(f=flat(w), w=w) for w in W)


def bs3(title: str, main: str) -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body><div id="header"><img src="/b.png"></div><div class="navbar navbar-default"><ul class="nav navbar-nav">{nav()}</ul></div><div class="container"><div class="row"><div class="col-md-9"><div class="main-content">{main}</div></div><div class="col-md-3"><div class="sidebar"><h4 class="sidebar-title">Tin mới nhất</h4><ul>{R(range(5))}</ul><h4>Thông báo</h4><ul>{R(range(5, 8))}</ul></div></div></div></div><div id="footer"><p>Viện kiểm sát nhân dân huyện Lang Chánh</p></div></body></html>'


def sp13(title: str, main: str) -> str:
    return f'<!DOCTYPE html><html><head><meta name="GENERATOR" content="Microsoft SharePoint"/><title>{title}</title></head><body><form id="aspnetForm" action="/tin" method="post"><input type="hidden" name="__VIEWSTATE" value="x"/><div id="s4-workspace"><div id="s4-bodyContainer"><div class="page-header-top"></div><div class="ms-core-navigation" role="navigation"><ul class="root">{nav()}</ul></div><div id="contentBox"><div id="DeltaPlaceHolderMain"><div class="ms-table ms-fullWidth"><div class="tableCol-75"><div class="cell-margin"><div class="ms-webpart-zone"><div class="ms-webpartzone-cell"><div class="ms-webpart-chrome">{main}</div></div></div></div></div><div class="tableCol-25"><div class="ms-webpart-zone"><div class="ms-webpart-chrome"><h2 class="ms-webpart-titleText"><span>Tin xem nhiều</span></h2><ul class="dfwp-list">{R(range(9, 14), "<li class=dfwp-item><div class=item><a href={u}>{t}</a></div></li>")}</ul></div></div></div></div></div></div></div></div></form></body></html>'


def oldtb(title: str, main: str) -> str:
    return f'<html><head><title>{title}</title></head><body><table width="1000" border="0" align="center"><tr><td colspan="3"><img src="/top.jpg"></td></tr><tr><td width="200" valign="top" class="left"><table>{nav("<tr><td><a href=/{f}>{w}</a></td></tr>")}</table></td><td width="580" valign="top">{main}</td><td width="220" valign="top" class="right"><table><tr><td class="title">Tin tiêu điểm</td></tr>{R(range(14, 19), "<tr><td><a href={u}>{t}</a></td></tr>")}</table></td></tr><tr><td colspan="3" class="footer">Bản quyền 2024</td></tr></table></body></html>'


def wp(title: str, main: str) -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><title>{title} - VKSND Lang Chánh</title></head><body class="single"><div id="page" class="site"><header id="masthead" class="site-header"><nav class="main-navigation"><ul>{nav()}</ul></nav></header><div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">{main}</main></div><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Bài viết mới</h2><ul>{R(range(6, 11))}</ul></section></aside></div><footer id="colophon" class="site-footer"></footer></div></body></html>'


def _one(name: str, shell: Callable[[str, str], str], title: str, path: str, main: str, *kinds: str, related: tuple[str, ...] | None = None, turned: bool = True) -> Made:
    return Made("13-" + name, HOST + path, shell(title, main), frozenset(kinds), turned=turned, related=None if related is None else tuple(HOST + one for one in related))


def _list(name: str, shell: Callable[[str, str], str], title: str, path: str, numbers: range, row: str, frame: str = "{}", to: str | None = None) -> Made:
    items: tuple[Item, ...] = tuple((T(n), HOST + U(n), D(n).isoformat()) for n in numbers)
    return Made("13-" + name, HOST + path, shell(title, frame.replace("{}", R(numbers, row))), frozenset({"listing"}), items, HOST + to if to else None)


def _us(numbers: range) -> tuple[str, ...]:
    return tuple(U(n) for n in numbers)


def articles() -> list[Made]:
    made: list[Made] = []
    for n, (shell, frame, row) in enumerate((
        (bs3, '<h1 class="title">{t}</h1><p class="date">{d} 10:00</p><div class="content">{p}</div><p class="author">Thanh Huyền</p><h4>Tin liên quan</h4><ul>{r}</ul>', '<li><a href="{u}">{t}</a> ({d})</li>'),
        (sp13, '<div class="detail-title">{t}</div><div class="detail-date">Ngày đăng: {d}</div><div class="detail-content">{p}</div><div class="other-title">CÁC TIN KHÁC</div><div class="other">{r}</div>', '<div class="o"><a href="{u}">{t}</a><span>({d})</span></div>'),
        (oldtb, '<p class="tieude"><b>{t}</b></p><p class="ngay">Cập nhật: {d}</p>{p}<p align="right"><b>Ngọc Linh</b></p><p><b>Tin đã đăng</b></p>{r}', '<p>• <a href="{u}">{t}</a> ({d})</p>'),
        (wp, '<article><header class="entry-header"><h1 class="entry-title">{t}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date">{d}</time></span></div></header><div class="entry-content">{p}</div></article><div class="related-posts"><h3>Bài viết liên quan</h3><ul>{r}</ul></div>', '<li><a href="{u}"><img src="/t.jpg"> {t}</a></li>'),
    )):
        for k, (at, paragraphs) in enumerate(((2 * n, 6), (2 * n + 1, 3), (2 * n + 9, 1), (n + 16, 2))):
            others = range(at + 1, at + 5)
            main = frame.replace("{t}", T(at)).replace("{d}", V(at)).replace("{p}", P(at + k, paragraphs)).replace("{r}", R(others, row))
            made.append(_one(f"a-{shell.__name__}-{k}", shell, T(at), U(at), main, "article", related=_us(others)))
    made += [
        _one("a-bs3-doc", bs3, "Thông báo tuyển dụng công chức năm 2024", "/thong-bao-tuyen-dung-cong-chuc-nam-2024-a99", '<h1 class="title">Thông báo tuyển dụng công chức năm 2024</h1><p class="date">02/07/2024 08:00</p><div class="content"><p>Viện kiểm sát nhân dân tỉnh thông báo tuyển dụng công chức, chi tiết xem tệp đính kèm.</p></div><p>Tệp đính kèm: <a href="/tb.pdf">tb.pdf</a></p>', "article"),
        _one("a-oldtb-intro", oldtb, "Giới thiệu", "/gioi-thieu", f"<p class='tieude'><b>GIỚI THIỆU</b></p><p>Viện kiểm sát nhân dân huyện được thành lập năm 1960, thực hành quyền công tố và kiểm sát hoạt động tư pháp trên địa bàn.</p><p>{S(1)}</p><p>{S(3)}</p>", "article"),
        _one("a-wp-functions", wp, "Chức năng, nhiệm vụ", "/chuc-nang-nhiem-vu", f'<article class="page"><h1 class="entry-title">Chức năng, nhiệm vụ</h1><div class="entry-content"><p>Viện kiểm sát nhân dân thực hành quyền công tố, kiểm sát hoạt động tư pháp của nước Cộng hòa xã hội chủ nghĩa Việt Nam.</p><p>{S(1)}</p></div></article>', "article"),
    ]
    return made


def lists() -> list[Made]:
    return [
        _list("l-bs3", bs3, "Tin tức", "/tin-tuc", range(9, 19), '<div class="news-item row"><div class="col-md-4"><a href="{u}"><img src="/t.jpg"></a></div><div class="col-md-8"><h3><a href="{u}">{t}</a></h3><p class="date">{d}</p><p>{s}</p></div></div>', '<h2 class="cat">Tin tức</h2>{}<ul class="pagination"><li class="active"><span>1</span></li><li><a href="/tin-tuc?page=2">2</a></li><li><a href="/tin-tuc?page=2">»</a></li></ul>', "/tin-tuc?page=2"),
        _list("l-bs3-notices", bs3, "Thông báo", "/thong-bao", range(8, 20), '<li><a href="{u}">{t}</a> <span>({d})</span></li>', "<h2>Thông báo</h2><ul>{}</ul>"),
        _list("l-sp13", sp13, "Trao đổi nghiệp vụ", "/trao-doi-nghiep-vu", range(8), '<div class="item"><a class="item-title" href="{u}">{t}</a><div class="item-date">{d}</div><div class="item-sum">{s}</div></div>', '<div class="cat-title">TRAO ĐỔI NGHIỆP VỤ</div>{}<div class="paging"><span class="cur">1</span><a href="/trao-doi-nghiep-vu?Paged=2">2</a></div>', "/trao-doi-nghiep-vu?Paged=2"),
        _list("l-oldtb", oldtb, "Tin tức", "/tin-tuc?p=2", range(3, 11), '<table><tr><td><img src="/t.jpg" width="100"></td><td><a href="{u}" class="tt"><b>{t}</b></a><br><i>{d}</i><br>{s}</td></tr></table>', '<p class="tieude">TIN TỨC</p>{}<p><a href="/tin-tuc">1</a> <b>2</b> <a href="/tin-tuc?p=3">3</a></p>', "/tin-tuc?p=3"),
        _list("l-wp", wp, "Tin tức", "/category/tin-tuc/", range(10), '<article class="post"><h2 class="entry-title"><a href="{u}">{t}</a></h2><div class="entry-meta"><time>{d}</time></div><div class="entry-summary"><p>{s}</p></div></article>', '<header class="page-header"><h1 class="page-title">Chuyên mục: Tin tức</h1></header>{}<nav class="navigation posts-navigation"><div class="nav-links"><div class="nav-previous"><a href="/category/tin-tuc/page/2/">Bài cũ hơn</a></div></div></nav>', "/category/tin-tuc/page/2/"),
    ]


def others() -> list[Made]:
    home = "".join(f'<div class="box"><h3><a href="/{flat(w)}">{w}</a></h3>{R(range(5 * k, 5 * k + 5), "<p><a href={u}>{t}</a></p>")}</div>' for k, w in enumerate(W[2:6]))
    record = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Số ký hiệu", "05/QĐ-VKS"), ("Ngày ban hành", "12/06/2024"), ("Loại văn bản", "Quyết định"), ("Người ký", "Lò Văn Thắng"), ("Trích yếu", "Về việc phân công nhiệm vụ")))
    return [
        _one("o-front-bs3", bs3, "Viện kiểm sát nhân dân huyện Lang Chánh", "/", home, "other"),
        _one("o-front-oldtb", oldtb, "Trang chủ", "/default.aspx", home, "other"),
        _one("o-front-sp13", sp13, "Trang chủ", "/Pages/default.aspx", home, "other"),
        _one("o-record", bs3, "05/QĐ-VKS", "/van-ban/5", f"<h2>Chi tiết văn bản</h2><table>{record}</table>", "documents"),
        _one("o-record-sp13", sp13, "Văn bản", "/Pages/vanban.aspx?ItemID=5", f"<table>{record}</table>", "documents"),
        _one("o-documents", oldtb, "Văn bản", "/van-ban", "<table><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>" + "".join(f"<tr><td>{n + 3}/KH-VKS</td><td>{V(n)}</td><td><a href=/vb/{n}>Kế hoạch {w}</a></td></tr>" for n, w in enumerate(("kiểm sát trực tiếp", "tự kiểm tra", "tổ chức phiên tòa rút kinh nghiệm", "công tác quý III"))) + "</table>", "documents"),
        _one("o-contact", wp, "Liên hệ", "/lien-he", '<article class="page"><h1 class="entry-title">Liên hệ</h1><form><input type="text"><input type="email"><textarea></textarea></form></article>', "other"),
        _one("e-404", bs3, "Không tìm thấy trang", "/x", "<h2>404</h2><p>Trang bạn tìm không tồn tại.</p>", "soft-404"),
    ]


def pages() -> list[Made]:
    return [*articles(), *lists(), *others()]
