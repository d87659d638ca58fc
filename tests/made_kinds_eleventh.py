"""An eleventh set, written after the tenth had been mended, in makes of its own again; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from made_sites import Item, Made, flat

HOST = "https://baotang.quangphu.example"
HEADS = (
    "Khai quật khảo cổ học tại di chỉ Gò Mả Vôi", "Triển lãm ảnh “Biển đảo quê hương”", "Tiếp nhận 46 hiện vật thời kỳ kháng chiến", "Học sinh trải nghiệm làm gốm tại bảo tàng",
    "Hội thảo về bảo quản tư liệu giấy dó", "Đêm hội trăng rằm cho thiếu nhi làng chài", "Số hóa kho ảnh tư liệu: chặng đường ba năm", "Phục dựng lễ cầu ngư làng Vĩnh Hy",
    "Bảo tàng mở cửa miễn phí dịp 18/5", "Trao giải cuộc thi vẽ Em yêu di sản", "Tu bổ đình Phú Hòa: thợ giỏi hiếm dần", "Nghệ nhân bài chòi cuối cùng của làng Đông",
    "Kiểm kê di sản văn hóa phi vật thể năm 2023", "Đón khách tham quan thứ một trăm nghìn", "Tập huấn thuyết minh viên song ngữ", "Trưng bày chuyên đề về nghề muối",
    "Ký kết hợp tác với Bảo tàng Dân tộc học", "Đón nhận bảo vật quốc gia: bia đá thế kỷ XV", "Chuyện người giữ hồn chiêng ở buôn Ma", "Về miền di sản Quảng Phú",
    "Lắp hệ thống chữa cháy cho kho cơ sở", "Hội Di sản văn hóa tổ chức đại hội nhiệm kỳ III",
)
TELLS = (
    "Đoàn khảo sát tìm thấy nhiều mảnh gốm và rìu đá có niên đại khoảng ba nghìn năm.",
    "Chị Đặng Thị Nhàn, cán bộ kiểm kê, kể rằng mỗi hiện vật đều có lý lịch riêng và cần giữ ở độ ẩm ổn định.",
    "Sở Văn hóa và Thể thao đề nghị địa phương khoanh vùng bảo vệ, không để người dân tự ý đào bới.",
    "Hoạt động thu hút hơn 2.000 lượt khách, trong đó phần lớn là học sinh các trường trên địa bàn thành phố.",
    "Kinh phí tu bổ giai đoạn một là 3,7 tỷ đồng, gồm vốn ngân sách và đóng góp của nhân dân.",
)


def T(n: int) -> str:
    return HEADS[n % len(HEADS)] + (f" (bài {n // len(HEADS) + 1})" if n >= len(HEADS) else "")


def S(n: int, k: int = 2) -> str:
    return " ".join(TELLS[(n + at) % len(TELLS)] for at in range(k))


def P(n: int, k: int) -> str:
    return "".join(f"<p>{S(n + 2 * at)}</p>" for at in range(k))


def D(n: int) -> date:
    return date(2023, 6, 15) - timedelta(days=4 * n)


def V(n: int) -> str:
    return f"{D(n):%d-%m-%Y}"


def U(n: int) -> str:
    return f"/vi-vn/tin/{flat(T(n))}/{880 - n}-{n % 7}-{3300 + n}"


def R(numbers: range, row: str = '<li><a href="{u}">{t}</a></li>') -> str:
    return "".join(row.format(u=U(n), t=T(n), d=V(n), s=S(n, 1), n=n, i=f"/img/{n}.jpg") for n in numbers)


W = ("Trang chủ", "Giới thiệu", "Tin tức", "Sưu tập", "Trưng bày", "Văn bản", "Thư viện ảnh", "Liên hệ")


def epi(title: str, main: str, head: str = "") -> str:
    """News at the left in a box with pictures, content in the middle, both in cells of equal names."""
    return f'<html><head><title>Bảo tàng Quảng Phú</title>{head}</head><body><div class="top-page">{"".join(f"<a href=/{flat(w)}>{w}</a>" for w in W)}</div><div class="body-page"><div class="cot cot1"><div class="khung"><div class="khung-td">Bài viết mới nhất</div><div class="khung-nd">{R(range(7), "<div class=hang><img src={i}><a href={u}>{t}</a><em>{d}</em></div>")}</div></div></div><div class="cot cot2">{main}</div></div><div class="bottom-page">Giám đốc: Nguyễn Văn Đài. Điện thoại 0259 3820 000</div></body></html>'


def uikit(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><title>{title} | Bảo tàng</title>{head}</head><body><div class="uk-navbar-container"><nav class="uk-navbar">{"".join(f"<a href=/{flat(w)}>{w}</a>" for w in W)}</nav></div><div class="uk-container"><div class="uk-grid"><div class="uk-width-3-4@m">{main}</div><div class="uk-width-1-4@m"><div class="uk-card"><h3 class="uk-card-title">Tin mới</h3><ul class="uk-list">{R(range(8, 13))}</ul></div></div></div></div><footer class="uk-section">Bảo tàng Quảng Phú</footer></body></html>'


def dotvn(title: str, main: str, head: str = "") -> str:
    """Absolute layout in tables with widths in style; the news of others runs in a marquee."""
    return f'<html><head><title>{title}</title>{head}</head><body><table style="width:1000px" align="center"><tr><td colspan="2"><img src="/top.png"></td></tr><tr><td colspan="2">{" | ".join(f"<a href=/{flat(w)}>{w}</a>" for w in W)}</td></tr><tr><td colspan="2"><marquee>{R(range(2), "<a href={u}>{t}</a> ")}</marquee></td></tr><tr><td style="width:700px;vertical-align:top">{main}</td><td style="width:300px;vertical-align:top"><h4>Đọc nhiều nhất</h4>{R(range(12, 18), "<p><a href={u}>{t}</a><br><small>{d}</small></p>")}</td></tr><tr><td colspan="2" align="center">Bản quyền thuộc Bảo tàng Quảng Phú</td></tr></table></body></html>'


def astra(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><title>{title} &#8211; Hội Di sản</title>{head}</head><body class="ast-separate-container ast-right-sidebar"><div class="hfeed site" id="page"><header class="site-header" id="masthead"><ul class="main-header-menu">{"".join(f"<li><a href=/{flat(w)}>{w}</a></li>" for w in W)}</ul></header><div id="content" class="site-content"><div class="ast-container"><div id="primary" class="content-area primary"><main id="main" class="site-main">{main}</main></div><div class="widget-area secondary" id="secondary"><div class="sidebar-main"><aside id="block-3" class="widget widget_block"><h2>Bài viết mới</h2><ul class="wp-block-latest-posts">{R(range(5, 10))}</ul></aside></div></div></div></div><footer class="site-footer">Hội Di sản văn hóa</footer></div></body></html>'


def govnew(title: str, main: str, head: str = "") -> str:
    """A portal of 2023: sections, cards, sliders, a box of links by class names of its own."""
    return f'<!DOCTYPE html><html lang="vi"><head><title>{title}</title>{head}</head><body><section class="sec-header"><div class="wrap">{"".join(f"<a class=mn href=/{flat(w)}>{w}</a>" for w in W)}</div></section><section class="sec-main"><div class="wrap two"><div class="two-a">{main}</div><div class="two-b"><div class="kb"><div class="kb-h">Tin đáng chú ý</div>{R(range(14, 20), "<div class=kb-i><a href={u}>{t}</a><span>{d}</span></div>")}</div><div class="kb"><div class="kb-h">Liên kết</div><a href="https://chinhphu.example">Cổng Chính phủ</a></div></div></div></section><section class="sec-footer"><div class="wrap">Cơ quan chủ quản: UBND tỉnh Quảng Phú</div></section></body></html>'


def bare(title: str, main: str, head: str = "") -> str:
    return f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{main}</body></html>"


def _one(name: str, shell: Callable[..., str], title: str, path: str, main: str, *kinds: str, head: str = "", related: tuple[str, ...] | None = None, turned: bool = True) -> Made:
    return Made("11-" + name, HOST + path, shell(title, main, head), frozenset(kinds), turned=turned, related=None if related is None else tuple(HOST + one for one in related))


def _list(name: str, shell: Callable[..., str], title: str, path: str, numbers: range, row: str, frame: str = "{}", to: str | None = None, *, dated: bool = True) -> Made:
    items: tuple[Item, ...] = tuple((T(n), HOST + U(n), D(n).isoformat() if dated else None) for n in numbers)
    return Made("11-" + name, HOST + path, shell(title, frame.replace("{}", R(numbers, row))), frozenset({"listing"}), items, HOST + to if to else None)


def _us(numbers: range) -> tuple[str, ...]:
    return tuple(U(n) for n in numbers)


def articles() -> list[Made]:
    return [
        _one("a-epi", epi, "", U(10), f'<div class="bv"><div class="bv-td">{T(10)}</div><div class="bv-ng">Ngày đăng: {V(10)}</div><div class="bv-nd">{P(0, 3)}</div><div class="bv-kh"><div>Bài viết cùng mục</div>{R(range(11, 15), "<p><a href={u}>{t}</a> ({d})</p>")}</div></div>', "article", related=_us(range(11, 15))),
        _one("a-epi-short", epi, "", U(30), f'<div class="bv"><div class="bv-td">{T(8)}</div><div class="bv-ng">Ngày đăng: 14-05-2023</div><div class="bv-nd"><p>Bảo tàng mở cửa từ 8 giờ đến 17 giờ ngày 18/5, không thu phí.</p></div></div>', "article"),
        _one("a-uikit", uikit, T(3), U(3), f'<article class="uk-article"><h1 class="uk-article-title">{T(3)}</h1><p class="uk-article-meta">{V(3)} bởi Ban biên tập</p><p class="uk-text-lead">{S(3, 1)}</p>{P(1, 3)}</article><h3>Có thể bạn quan tâm</h3><div class="uk-child-width-1-3 uk-grid">{R(range(4, 7), "<div><a href={u}><img src={i}></a><a href={u}>{t}</a></div>")}</div>', "article", related=_us(range(4, 7))),
        _one("a-dotvn", dotvn, T(7), U(7), f'<h2>{T(7)}</h2><i>{V(7)}</i><p><b>{S(2, 1)}</b></p>{P(3, 3)}<p align="right"><b>Hoài Nam</b></p><h4>Tin đã đưa</h4>{R(range(9, 13), "<div>+ <a href={u}>{t}</a> ({d})</div>")}', "article", related=_us(range(9, 13))),
        _one("a-dotvn-no-date", dotvn, "Nội quy tham quan", "/noi-quy", "<h2>Nội quy tham quan</h2><p>Khách tham quan mua vé tại cổng, giữ gìn vệ sinh chung và không chạm tay vào hiện vật.</p><p>Không mang chất cháy nổ, thức ăn, đồ uống vào phòng trưng bày; trẻ em dưới 6 tuổi phải có người lớn đi kèm.</p><p>Mọi ý kiến góp ý xin gửi về phòng Giáo dục - Truyền thông.</p>", "article"),
        _one("a-astra", astra, T(11), "/nghe-nhan-bai-choi/", f'<article class="post ast-article-single"><header class="entry-header"><h1 class="entry-title">{T(11)}</h1><div class="entry-meta">Bởi <a href="/author/bt/">Bảo tàng</a> / <span class="published">02/05/2023</span></div></header><div class="entry-content">{P(4, 4)}</div></article><nav class="navigation post-navigation"><div class="nav-links"><div class="nav-previous"><a href="{U(12)}" rel="prev">← Bài trước</a></div><div class="nav-next"><a href="{U(10)}" rel="next">Bài sau →</a></div></div></nav>', "article"),
        _one("a-astra-page", astra, "Giới thiệu", "/gioi-thieu/", f'<article class="page"><header class="entry-header"><h1 class="entry-title">Giới thiệu</h1></header><div class="entry-content"><p>Hội Di sản văn hóa tỉnh là tổ chức xã hội - nghề nghiệp của những người yêu di sản, thành lập năm 2006.</p><p>{S(1)}</p><p>{S(3)}</p></div></article>', "article"),
        _one("a-govnew", govnew, T(17), U(17), f'<div class="ct-h">{T(17)}</div><div class="ct-d"><span>Thứ Ba, {V(17)}</span><span>148 lượt xem</span></div><div class="ct-b">{P(2, 3)}</div><div class="kb-h">Tin liên quan</div><div class="slider">{R(range(18, 21), "<div class=sl><a href={u}><img src={i}>{t}</a></div>")}</div>', "article", related=_us(range(18, 21))),
        _one("a-govnew-section-at-side", govnew, "Lịch sử Bảo tàng", "/gioi-thieu/lich-su-bao-tang", f'<div class="ct-h">Lịch sử Bảo tàng</div><div class="ct-b">{P(0, 4)}</div>', "article"),
        _one("a-govnew-two-lines", govnew, "Tạm dừng đón khách ngày 20-6", "/vi-vn/tin/tam-dung-don-khach-ngay-20-6/900-1-4000", '<div class="ct-h">Tạm dừng đón khách ngày 20-6</div><div class="ct-d"><span>Thứ Sáu, 16-06-2023</span></div><div class="ct-b"><p>Bảo tàng tạm dừng đón khách ngày 20-6 để bảo trì hệ thống điện.</p></div>', "article"),
        _one("a-uikit-file", uikit, "Thư mời chào giá gói thầu tu bổ đình Phú Hòa", "/vi-vn/tin/thu-moi-chao-gia-goi-thau-tu-bo-dinh-phu-hoa/77", '<h1 class="uk-article-title">Thư mời chào giá gói thầu tu bổ đình Phú Hòa</h1><p class="uk-article-meta">01-06-2023</p><p>Mời các đơn vị quan tâm xem hồ sơ đính kèm.</p><p><a href="/files/thu-moi.docx">thu-moi.docx</a></p>', "article"),
        _one("a-epi-names", epi, "", U(31), '<div class="bv"><div class="bv-td">Danh sách học sinh đạt giải cuộc thi Em yêu di sản</div><div class="bv-ng">Ngày đăng: 10-05-2023</div><div class="bv-nd"><table><tr><td>1</td><td>Lê Bảo An</td><td>Tiểu học Đông Hải</td><td>Nhất</td></tr><tr><td>2</td><td>Trần Gia Hân</td><td>THCS Mỹ Hương</td><td>Nhì</td></tr><tr><td>3</td><td>Chamaléa Thị Mai</td><td>Tiểu học Phước Thắng</td><td>Nhì</td></tr><tr><td>4</td><td>Nguyễn Đức Minh</td><td>THCS Trần Phú</td><td>Ba</td></tr></table></div></div>', "article"),
    ]


def lists() -> list[Made]:
    return [
        _list("l-epi", epi, "", "/vi-vn/tin/tin-tuc/12", range(7, 15), "<div class=dong><a href={u}><img src={i}></a><div class=dong-t><a href={u}>{t}</a></div><div class=dong-n>{d}</div><div class=dong-s>{s}</div></div>", '<div class="td">TIN TỨC</div>{}<div class="trang"><b>1</b><a href="/vi-vn/tin/tin-tuc/12/trang-2">2</a><a href="/vi-vn/tin/tin-tuc/12/trang-3">3</a></div>', "/vi-vn/tin/tin-tuc/12/trang-2"),
        _list("l-epi-four", epi, "", "/vi-vn/tin/thong-bao/15", range(15, 19), "<div class=dong><div class=dong-t><a href={u}>{t}</a></div><div class=dong-n>{d}</div></div>", '<div class="td">THÔNG BÁO CỦA BẢO TÀNG</div>{}'),
        _list("l-uikit", uikit, "Trưng bày", "/trung-bay", range(10, 19), '<div class="uk-margin"><div class="uk-grid"><div class="uk-width-1-3"><a href="{u}"><img src="{i}"></a></div><div class="uk-width-2-3"><h3><a href="{u}">{t}</a></h3><span class="uk-text-meta">{d}</span><p>{s}</p></div></div></div>', '<h1>Trưng bày</h1>{}<ul class="uk-pagination"><li class="uk-active"><span>1</span></li><li><a href="/trung-bay?start=9">2</a></li><li><a href="/trung-bay?start=9"><span uk-pagination-next></span></a></li></ul>', "/trung-bay?start=9"),
        _list("l-dotvn", dotvn, "Tin tức", "/tin-tuc.html", range(3, 13), '<table><tr><td style="width:120px"><img src="{i}"></td><td><b><a href="{u}">{t}</a></b><br><i>{d}</i><br>{s}</td></tr></table>', '<h3>Tin tức</h3>{}<div>[1] <a href="/tin-tuc.html?p=2">[2]</a> <a href="/tin-tuc.html?p=3">[3]</a> <a href="/tin-tuc.html?p=2">Sau</a></div>', "/tin-tuc.html?p=2"),
        _list("l-astra", astra, "Tin hoạt động", "/category/tin-hoat-dong/page/3/", range(8, 14), '<article class="post ast-article-post"><div class="ast-post-format- blog-layout-1"><div class="post-content"><h2 class="entry-title"><a href="{u}" rel="bookmark">{t}</a></h2><div class="entry-meta">Bởi <a href="/author/bt/">Bảo tàng</a> / <span class="published">{d}</span></div><div class="entry-content"><p>{s} <a href="{u}">Xem thêm »</a></p></div></div></div></article>', '<section class="ast-archive-description"><h1 class="page-title">Tin hoạt động</h1></section>{}<div class="ast-pagination"><nav class="navigation pagination"><div class="nav-links"><a class="prev page-numbers" href="/category/tin-hoat-dong/page/2/">← Previous</a><a class="page-numbers" href="/category/tin-hoat-dong/page/2/">2</a><span class="page-numbers current">3</span><a class="page-numbers" href="/category/tin-hoat-dong/page/4/">4</a><a class="next page-numbers" href="/category/tin-hoat-dong/page/4/">Next →</a></div></nav></div>', "/category/tin-hoat-dong/page/4/"),
        _list("l-govnew", govnew, "Di sản", "/di-san", range(12), "<div class=nw><a class=nw-p href={u}><img src={i}></a><a class=nw-t href={u}>{t}</a><div class=nw-d>{d}</div></div>", '<div class="ct-h">Di sản</div><div class="nws">{}</div><div class="pgs"><a class="pg now">1</a><a class="pg" href="/di-san?page=2">2</a></div>', "/di-san?page=2"),
        _list("l-govnew-undated", govnew, "Người tốt, việc tốt", "/nguoi-tot-viec-tot", range(2, 10), "<div class=nw><a class=nw-t href={u}>{t}</a></div>", '<div class="ct-h">Người tốt, việc tốt</div>{}', dated=False),
        _list("l-uikit-two", uikit, "Mua sắm công", "/mua-sam-cong", range(4, 6), '<div class="uk-margin"><h3><a href="{u}">{t}</a></h3><span>{d}</span></div>', "<h1>Mua sắm công</h1>{}"),
    ]


def others() -> list[Made]:
    home = "".join(f'<div class="mod"><div class="mod-h"><a href="/{flat(w)}">{w}</a></div>{R(range(5 * k, 5 * k + 5), "<div class=mi><a href={u}>{t}</a></div>")}</div>' for k, w in enumerate(W[2:6]))
    return [
        _one("o-front-epi", epi, "", "/vi-vn", home, "other"),
        _one("o-front-dotvn", dotvn, "Trang chủ - Bảo tàng Quảng Phú", "/trang-chu.html", home, "other"),
        _one("o-front-govnew", govnew, "Bảo tàng Quảng Phú", "/", home, "other"),
        _one("o-docs-epi", epi, "", "/vi-vn/van-ban/9", '<div class="td">VĂN BẢN</div><table><tr><th>Số hiệu</th><th>Tên văn bản</th><th>Ngày ban hành</th></tr>' + "".join(f"<tr><td>{n + 3}/BT-HC</td><td><a href=/vb/{n}>Công văn {w}</a></td><td>{V(n)}</td></tr>" for n, w in enumerate(("đề nghị cấp phép khai quật", "về phối hợp trưng bày", "mời dự hội thảo", "báo cáo kiểm kê", "xin chủ trương tu bổ"))) + "</table>", "documents"),
        _one("o-docs-govnew", govnew, "Văn bản", "/van-ban", '<div class="ct-h">Văn bản</div>' + "".join(f'<div class="vbi"><a href="/vb/{n}">{n + 90}/KH-BTQP</a><p>Kế hoạch {w}</p><span>Ban hành: {V(n)}</span></div>' for n, w in enumerate(("trưng bày chuyên đề nghề muối", "số hóa tư liệu", "đón khách hè", "phòng cháy chữa cháy", "kiểm kê hiện vật"))), "documents"),
        _one("o-record-uikit", uikit, "Kế hoạch 92/KH-BTQP", "/vb/2", '<h1>Kế hoạch 92/KH-BTQP</h1><dl><dt>Số ký hiệu</dt><dd>92/KH-BTQP</dd><dt>Ngày ban hành</dt><dd>07-06-2023</dd><dt>Loại văn bản</dt><dd>Kế hoạch</dd><dt>Người ký</dt><dd>Nguyễn Văn Đài</dd><dt>Trích yếu</dt><dd>Đón khách hè năm 2023</dd></dl>', "documents"),
        _one("o-gallery-astra", astra, "Thư viện ảnh", "/thu-vien-anh/", '<h1 class="entry-title">Thư viện ảnh</h1><figure class="wp-block-gallery">' + "".join(f'<figure><a href="/wp/{n}.jpg"><img src="/wp/{n}-300.jpg"></a></figure>' for n in range(9)) + "</figure>", "gallery"),
        _one("o-gallery-epi", epi, "", "/vi-vn/thu-vien-anh/3", '<div class="td">THƯ VIỆN ẢNH</div>' + "".join(f'<div class="an"><a href="/vi-vn/thu-vien-anh/album-{n}"><img src="/al/{n}.jpg"></a><a href="/vi-vn/thu-vien-anh/album-{n}">{T(n)}</a></div>' for n in range(8)), "gallery"),
        _one("o-contact-govnew", govnew, "Liên hệ", "/lien-he", '<div class="ct-h">Liên hệ</div><p>Địa chỉ: 45 đường 16 Tháng 4</p><form><input name="a" type="text"><input name="b" type="email"><textarea></textarea><button>Gửi</button></form>', "other"),
        _one("o-search-empty", uikit, "Tìm kiếm", "/tim-kiem?q=zzz", '<h1>Tìm kiếm</h1><form><input type="text" name="q" value="zzz"></form><p>Không tìm thấy kết quả nào phù hợp.</p>', "other", "listing"),
        _one("o-collection", govnew, "Sưu tập gốm", "/suu-tap/gom", '<div class="ct-h">Sưu tập gốm</div>' + "".join(f'<div class="hv"><a href="/hv/{n}"><img src="/hv/{n}.jpg"></a><a href="/hv/{n}">{w}</a></div>' for n, w in enumerate(("Bình gốm men nâu", "Chum sành", "Đĩa hoa lam", "Ấm đất nung", "Bát men ngọc", "Lọ vôi", "Nậm rượu"))), "gallery", "listing", "other", turned=False),
        _one("e-404-epi", epi, "", U(999), '<div class="bv">Bài viết không tồn tại.</div>', "soft-404"),
        _one("e-404-govnew", govnew, "404", "/x/y", '<div class="ct-h">404</div><p>Không tìm thấy nội dung bạn yêu cầu</p>', "soft-404"),
        _one("e-404-dotvn", dotvn, "Thông báo", "/x.html", "<h3>Thông báo</h3><p>Tin này đã bị xóa khỏi hệ thống!</p>", "soft-404"),
        _one("e-empty-govnew", govnew, "Tuyển dụng", "/tuyen-dung", '<div class="ct-h">Tuyển dụng</div><p>Nội dung đang được cập nhật.</p>', "other", "listing"),
        _one("e-500", bare, "500 Internal Server Error", "/a", "<h1>Internal Server Error</h1><p>The server encountered an internal error or misconfiguration.</p>", "error"),
        _one("e-laravel", bare, "Whoops", "/b", "<div class=container>Illuminate\\Database\\QueryException: SQLSTATE[HY000] [2002] Connection refused</div>", "error"),
        _one("e-forbidden", bare, "403 Forbidden", "/c", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>", "error"),
        _one("e-login-govnew", govnew, "Đăng nhập", "/quan-tri", '<div class="ct-h">Đăng nhập</div><form><input name="u"><input type="password" name="p"><button>Vào</button></form>', "login"),
        _one("e-suspended", bare, "Account Suspended", "/", "<h1>This Account has been suspended.</h1><p>Contact your hosting provider for more information.</p>", "error"),
    ]


def pages() -> list[Made]:
    return [*articles(), *lists(), *others()]
