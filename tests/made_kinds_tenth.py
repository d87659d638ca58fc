"""A tenth set, written after the ninth had been mended: noisier pages, most of them thin beside full columns; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from made_sites import Item, Made, flat

HOST = "http://soyte.haichau.example"
SITE = "SỞ Y TẾ TỈNH HẢI CHÂU"
HEADS = (
    "Tăng cường giám sát bệnh sởi tại các trường mầm non", "Bệnh viện Đa khoa tỉnh ghép thận thành công ca thứ mười", "Sở Y tế làm việc với đoàn giám sát của Quốc hội",
    "Thu hồi lô thuốc Paracetamol kém chất lượng", "Hiến máu tình nguyện đợt 2: 412 đơn vị", "Trạm Y tế xã Phú Lương hoạt động trở lại", "Kiểm tra an toàn thực phẩm bếp ăn tập thể",
    "Tọa đàm 70 năm Ngày Thầy thuốc Việt Nam", "Hội nghị khoa học điều dưỡng mở rộng", "Ba cô đỡ thôn bản được tặng Bằng khen", "Mở lớp đào tạo hồi sức cấp cứu nhi", "Phun hóa chất diệt muỗi tại 6 phường",
    "Cảnh giác với quảng cáo thuốc gia truyền trên mạng", "Khánh thành khu điều trị nội trú 200 giường", "Tổng kết chương trình mục tiêu dân số", "Bổ nhiệm Giám đốc Trung tâm Kiểm soát bệnh tật",
    "Diễn tập ứng phó ngộ độc hàng loạt", "Triển khai bệnh án điện tử tại tuyến huyện", "Sàng lọc ung thư cổ tử cung miễn phí cho nữ công nhân", "Thông tin về ca cúm A/H5N1 đầu tiên trong năm",
    "Bác sĩ trẻ tình nguyện về đảo", "Công đoàn ngành tặng 50 mái ấm", "Chấn chỉnh việc kê đơn kháng sinh", "Trao giải cuộc thi ảnh Nụ cười blouse trắng",
)
TELLS = (
    "Bác sĩ Mai Xuân Thạch, Phó Giám đốc Sở, cho hay các đơn vị phải báo cáo trước 16 giờ hằng ngày.",
    "Từ đầu năm đến nay, toàn tỉnh ghi nhận 37 ca mắc, giảm 12% so với cùng kỳ, chưa có trường hợp tử vong.",
    "Người dân khi có biểu hiện sốt, phát ban cần đến ngay cơ sở y tế gần nhất để được khám và tư vấn.",
    "Đoàn cũng đã thăm, động viên các y, bác sĩ đang trực tại khoa Cấp cứu và khoa Truyền nhiễm.",
    "Kinh phí thực hiện từ nguồn xã hội hóa với tổng trị giá trên 1,6 tỷ đồng.",
)
PROVINCES = "".join(f"<option value='{n}'>{w}</option>" for n, w in enumerate(("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Thừa Thiên Huế", "Quảng Nam", "Bình Định")))


def T(n: int) -> str:
    return HEADS[n % len(HEADS)] + (f" - lần {n // len(HEADS) + 1}" if n >= len(HEADS) else "")


def S(n: int, k: int = 2) -> str:
    return " ".join(TELLS[(n + at) % len(TELLS)] for at in range(k))


def P(n: int, k: int, tag: str = "p") -> str:
    return "".join(f"<{tag}>{S(n + 2 * at)}</{tag}>" for at in range(k))


def D(n: int) -> date:
    return date(2025, 2, 26) - timedelta(days=3 * n)


def V(n: int, form: str = "%d/%m/%Y") -> str:
    return D(n).strftime(form)


def U(n: int) -> str:
    return f"/bai-viet/{flat(T(n))}"


def I(n: int) -> str:  # noqa: E743 - an address by number alone
    return f"/News.aspx?nid={7000 - n}"


def R(numbers: range, row: str = '<li><a href="{u}">{t}</a></li>', u: Callable[[int], str] = U) -> str:
    return "".join(row.format(u=u(n), t=T(n), d=V(n), s=S(n, 1), n=n) for n in numbers)


# --- what stands around ----------------------------------------------------------------------------------------------

M = ("Trang chủ", "Giới thiệu", "Tin tức", "Phòng chống dịch", "Thông tin thuốc", "Văn bản", "Cấp phép hành nghề", "Liên hệ")


def soup(title: str, main: str, head: str = "") -> str:
    """Nested tables without a class or an end, capitals, comments, scripts in between."""
    return f"<!-- saved from url --><HTML><HEAD><TITLE>{title}</TITLE>{head}<SCRIPT>var a='<table>';function x(){{document.write('<a href=/z>Tin</a>')}}</SCRIPT></HEAD><BODY><CENTER><TABLE BORDER=0 WIDTH=990><TR><TD><IMG SRC=b.jpg></TD></TR><TR><TD><TABLE WIDTH=100%><TR><TD WIDTH=20% VALIGN=top><FONT COLOR=red>Danh mục</FONT><BR>" + "<BR>".join(f"<A HREF='/{flat(w)}.htm'>{w}</A>" for w in M) + "<P><B>Tin đọc nhiều</B><BR>" + R(range(16, 22), '<A HREF="{u}">{t}</A><BR>', I) + f"<TD WIDTH=80% VALIGN=top><!-- begin -->{main}<!-- end --></TABLE></TD></TR><TR><TD ALIGN=center>{SITE}<BR>Địa chỉ: 12 Hùng Vương</TABLE></CENTER></BODY></HTML>"


def modal(title: str, main: str, head: str = "") -> str:
    """Hidden boxes with forms, a ticker, a slider and two columns of full cards."""
    return f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title} - Sở Y tế Hải Châu</title>{head}</head><body class="page"><div id="gopy" class="modal fade" role="dialog"><form><h4 class="modal-title">Góp ý cho chúng tôi</h4><input type="text" name="a"><input type="email" name="b"><textarea name="c"></textarea><select>{PROVINCES}</select></form></div><div class="header-top"><form class="search-form" action="/tim"><input type="text" name="q" placeholder="Tìm kiếm"></form><a href="/dang-nhap">Đăng nhập</a></div><div class="main-nav"><ul>' + "".join(f'<li><a href="/{flat(w)}">{w}</a></li>' for w in M) + f'</ul></div><div class="ticker"><span>Tin mới:</span><ul>{R(range(3))}</ul></div><div class="container"><div class="row"><div class="col-lg-8 main-column">{main}</div><div class="col-lg-4 side-column"><div class="widget-box"><h3>Tin nổi bật</h3>' + R(range(10, 16), '<div class="post-small"><a href="{u}"><img src="/{n}.jpg" alt="{t}"></a><h4><a href="{u}">{t}</a></h4><span class="date">{d}</span></div>') + '</div><div class="widget-box"><h3>Video</h3>' + R(range(16, 19), '<div class="v"><a href="/video/{n}">{t}</a></div>') + f'</div></div></div></div><footer><div class="container"><p>{SITE}</p><p>Đường dây nóng: 1900 9095</p></div></footer><div class="cookie">Trang này dùng cookie. <button>Đồng ý</button></div></body></html>'


def wform(title: str, main: str, head: str = "") -> str:
    """WebForms with user controls: ids of ASP.NET, divs by id, the same title on every page."""
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>\n\tSở Y tế Hải Châu\n</title>{head}</head><body><form name="aspnetForm" method="post" action="Default.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK" /><div id="ctl00_pnTop"><div id="banner"></div><div id="mainmenu"><table id="ctl00_Menu1"><tr>' + "".join(f'<td><a class="ctl00_Menu1_1" href="/{flat(w)}.aspx">{w}</a></td>' for w in M) + '</tr></table></div></div><div id="wrap"><div id="colA"><div id="ctl00_ucTinMoi"><div class="tieude">TIN MỚI</div><table id="ctl00_ucTinMoi_dl">' + R(range(6), '<tr><td><a id="ctl00_ucTinMoi_dl_ctl0{n}_hpl" href="{u}">{t}</a> <span class="ngay">({d})</span></td></tr>', I) + f'</table></div></div><div id="colB"><div id="ctl00_ContentPlaceHolder1_Panel1">{main}</div></div><div style="clear:both"></div></div><div id="cuoitrang">Bản quyền của Sở Y tế Hải Châu. Ghi rõ nguồn khi phát lại.</div></form></body></html>'


def flatsome(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi" class="loading-site"><head><title>{title} - Trung tâm Y tế Phú Lương</title>{head}</head><body class="wp-theme-flatsome lightbox"><div id="wrapper"><header id="header" class="header"><div id="masthead" class="header-main"><ul class="header-nav nav">' + "".join(f'<li class="menu-item"><a href="/{flat(w)}/">{w}</a></li>' for w in M) + f'</ul></div></header><main id="main" class=""><div id="content" class="blog-wrapper blog-archive page-wrapper"><div class="row row-large"><div class="large-9 col">{main}</div><div class="post-sidebar large-3 col"><div id="secondary" class="widget-area" role="complementary"><aside id="flatsome_recent_posts-2" class="widget flatsome_recent_posts"><span class="widget-title"><span>Bài viết mới</span></span><ul>' + R(range(17, 22), '<li class="recent-blog-posts-li"><div class="flex-row"><div class="flex-col flex-grow"><a href="{u}">{t}</a></div></div></li>') + '</ul></aside></div></div></div></div></main><footer id="footer"><p>Trung tâm Y tế Phú Lương</p></footer></div></body></html>'


def joom(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi-vn"><head><title>{title}</title><meta name="generator" content="Joomla! - Open Source Content Management" />{head}</head><body class="site com_content view-article"><div class="body"><div class="container"><header class="header" role="banner"><a class="brand" href="/"><span class="site-title">Sở Y tế Hải Châu</span></a></header><div class="row-fluid"><div id="aside-left" class="span3"><div class="well"><h3>Chuyên mục</h3><ul class="nav menu">' + "".join(f'<li><a href="/index.php/{flat(w)}">{w}</a></li>' for w in M) + f'</ul></div><div class="well"><h3>Thông báo</h3><ul class="latestnews">{R(range(12, 18))}</ul></div></div><main id="content" role="main" class="span9">{main}</main></div></div></div><footer class="footer"><p>© 2025 Sở Y tế</p></footer></body></html>'


def vtw(title: str, main: str, head: str = "") -> str:
    """Utility classes alone."""
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"/><title>{title}</title>{head}</head><body class="bg-gray-50 text-gray-900"><div class="bg-blue-700 text-white px-4 py-2 flex gap-4">' + "".join(f'<a class="hover:underline" href="/{flat(w)}">{w}</a>' for w in M) + f'</div><div class="max-w-7xl mx-auto grid grid-cols-12 gap-6 p-4"><div class="col-span-12 lg:col-span-8 bg-white rounded-lg p-6">{main}</div><div class="col-span-12 lg:col-span-4 space-y-4"><div class="bg-white rounded-lg p-4"><div class="text-lg font-bold border-b">Mới cập nhật</div>' + R(range(5, 11), '<a class="flex gap-2 py-2" href="{u}"><span class="line-clamp-2">{t}</span><span class="text-xs text-gray-500">{d}</span></a>') + '</div></div></div><div class="bg-gray-800 text-white p-4 text-center">© Sở Y tế Hải Châu</div></body></html>'


def bare(title: str, main: str, head: str = "") -> str:
    return f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{main}</body></html>"


def _one(name: str, shell: Callable[..., str], title: str, path: str, main: str, *kinds: str, head: str = "", related: tuple[str, ...] | None = None, turned: bool = True) -> Made:
    return Made("10-" + name, HOST + path, shell(title, main, head), frozenset(kinds), turned=turned, related=None if related is None else tuple(HOST + one for one in related))


def _list(name: str, shell: Callable[..., str], title: str, path: str, numbers: range, row: str, frame: str = "{}", to: str | tuple[str, ...] | None = None, *, dated: bool = True, u: Callable[[int], str] = U) -> Made:
    items: tuple[Item, ...] = tuple((T(n), HOST + u(n), D(n).isoformat() if dated else None) for n in numbers)
    return Made("10-" + name, HOST + path, shell(title, frame.replace("{}", R(numbers, row, u))), frozenset({"listing"}), items, HOST + to if isinstance(to, str) else to)


def articles() -> list[Made]:
    return [
        _one("a-soup", soup, "Tin tức", I(0), f"<FONT SIZE=4 COLOR=#990000><B>{T(0)}</B></FONT><BR><FONT SIZE=1>({V(0)})</FONT><P ALIGN=justify>{S(0)}<P ALIGN=justify>{S(2)}<P ALIGN=justify>{S(3)}<P ALIGN=right><I>Khánh An</I><HR><B>Tin cùng chuyên mục</B><BR>" + R(range(1, 6), '<LI><A HREF="{u}">{t}</A> <I>({d})</I>', I), "article", related=tuple(I(n) for n in range(1, 6))),
        _one("a-soup-notice", soup, "Thông báo", I(40), "<FONT SIZE=4><B>Thông báo thay đổi số điện thoại đường dây nóng</B></FONT><BR><FONT SIZE=1>(11/02/2025)</FONT><P>Kể từ ngày 15/02/2025, số đường dây nóng của Sở là 1900 9095.", "article"),
        _one("a-modal", modal, T(1), U(1), f'<div class="post-head"><h1>{T(1)}</h1><div class="meta"><span>{V(1)}</span> <span>Lượt xem: 812</span></div></div><div class="post-body"><p class="sapo">{S(1, 1)}</p>{P(2, 4)}</div><div class="post-foot"><h3>Bài viết liên quan</h3><div class="row">' + R(range(2, 5), '<div class="col-md-4"><div class="post-card"><a href="{u}"><img src="/{n}.jpg"></a><h4><a href="{u}">{t}</a></h4></div></div>') + '</div></div>', "article", related=tuple(U(n) for n in range(2, 5))),
        _one("a-modal-two-lines", modal, "Lịch tiêm chủng tháng 3", "/bai-viet/lich-tiem-chung-thang-3", '<h1>Lịch tiêm chủng tháng 3</h1><div class="meta">25/02/2025</div><p>Ngày 5 và 20: tiêm tại trạm y tế. Ngày 12: tiêm lưu động tại thôn Hạ.</p>', "article"),
        _one("a-modal-image-only", modal, "Infographic: 5 bước rửa tay đúng cách", "/bai-viet/infographic-5-buoc-rua-tay-dung-cach", '<h1>Infographic: 5 bước rửa tay đúng cách</h1><div class="meta"><span>20/02/2025</span></div><div class="post-body"><p><img src="/upload/rua-tay.png" alt=""></p></div>', "article", "gallery"),
        _one("a-wform", wform, "", I(2), f'<div id="ctl00_ContentPlaceHolder1_ucChiTiet"><span id="ctl00_ContentPlaceHolder1_lblTieuDe" class="td">{T(2)}</span><br/><span id="ctl00_ContentPlaceHolder1_lblNgay">Cập nhật: {V(2)} 3:15:00 CH</span><div id="ctl00_ContentPlaceHolder1_divNoiDung"><div>{S(1)}</div><div>{S(3)}</div><div>{S(0)}</div></div><div class="khac">Các tin cũ hơn</div><table id="ctl00_ContentPlaceHolder1_dlKhac">' + R(range(7, 12), '<tr><td>» <a href="{u}">{t}</a> ({d})</td></tr>', I) + '</table></div>', "article", related=tuple(I(n) for n in range(7, 12))),
        _one("a-wform-two-lines", wform, "", I(41), '<div id="ctl00_ContentPlaceHolder1_ucChiTiet"><span class="td">Danh sách thí sinh trúng tuyển viên chức năm 2025</span><br/><span>Cập nhật: 10/01/2025</span><div>Sở Y tế thông báo danh sách thí sinh trúng tuyển (có danh sách kèm theo).</div><a href="/upload/ds-trung-tuyen.xlsx">Tải danh sách</a></div>', "article"),
        _one("a-flatsome", flatsome, T(20), "/bac-si-tre-tinh-nguyen-ve-dao/", f'<article class="post-20 post type-post has-post-thumbnail"><div class="article-inner"><header class="entry-header"><div class="entry-header-text"><h6 class="entry-category"><a href="/category/tin/">Tin</a></h6><h1 class="entry-title">{T(20)}</h1><div class="entry-meta uppercase is-xsmall"><span class="posted-on">Đăng vào ngày <a href="/2024/12/28/"><time class="entry-date published updated" datetime="2024-12-28T08:00:00+07:00">28/12/2024</time></a></span> bởi <span class="byline">admin</span></div></div></header><div class="entry-content single-page">{P(0, 3)}<div class="blog-share text-center"></div></div><nav role="navigation" id="nav-below" class="navigation-post"><div class="nav-previous"><a href="{U(21)}" rel="prev">{T(21)}</a></div><div class="nav-next"><a href="{U(19)}" rel="next">{T(19)}</a></div></nav></div></article><div id="comments" class="comments-area"><div id="respond" class="comment-respond"><h3>Trả lời</h3><form><textarea name="comment"></textarea><input type="text" name="author"><input type="text" name="email"></form></div></div>', "article"),
        _one("a-joomla-list-of-steps", joom, "Hướng dẫn đăng ký khám bệnh qua mạng", "/index.php/tin-tuc/45-huong-dan-dang-ky-kham-benh-qua-mang", '<div class="item-page"><h2 itemprop="headline">Hướng dẫn đăng ký khám bệnh qua mạng</h2><dl class="article-info"><dd class="published">Được đăng: 03 Tháng 2 2025</dd><dd class="hits">Lượt xem: 91</dd></dl><div itemprop="articleBody"><ol><li>Mở trang đặt lịch.</li><li>Chọn khoa và ngày khám.</li><li>Nhập số thẻ bảo hiểm y tế.</li><li>Nhận tin nhắn xác nhận.</li><li>Đến quầy số 3 đúng giờ hẹn.</li></ol></div><ul class="pager pagenav"><li class="previous"><a href="/index.php/tin-tuc/44-a" rel="prev">Trước</a></li><li class="next"><a href="/index.php/tin-tuc/46-b" rel="next">Tiếp</a></li></ul></div>', "article"),
        _one("a-vtw", vtw, T(12), U(12), f'<div class="text-sm text-gray-500">Trang chủ / Tin tức</div><div class="text-2xl font-bold mt-2">{T(12)}</div><div class="text-xs text-gray-400">Thứ Tư, {V(12)}</div><div class="prose mt-4">{P(1, 3)}</div><div class="mt-8 font-bold">Tin khác</div><div class="grid grid-cols-2">' + R(range(13, 17), '<a class="block" href="{u}"><div>{t}</div><div class="text-xs">{d}</div></a>') + '</div>', "article", related=tuple(U(n) for n in range(13, 17))),
        _one("a-vtw-standing", vtw, "Chức năng, nhiệm vụ", "/chuc-nang-nhiem-vu", '<h1 class="text-2xl">Chức năng, nhiệm vụ</h1><div class="prose"><p>Sở Y tế là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, tham mưu giúp UBND tỉnh quản lý nhà nước về y tế trên địa bàn.</p><p>Sở chịu sự chỉ đạo về tổ chức, biên chế của UBND tỉnh, đồng thời chịu sự hướng dẫn nghiệp vụ của Bộ Y tế.</p><p>Trình UBND tỉnh dự thảo quyết định, quy hoạch, kế hoạch phát triển ngành dài hạn, năm năm và hằng năm.</p></div>', "article"),
        _one("a-joomla-table-prices", joom, "Bảng giá dịch vụ khám bệnh áp dụng từ 01/01/2025", "/index.php/thong-bao/12-bang-gia-dich-vu-kham-benh", '<div class="item-page"><h2>Bảng giá dịch vụ khám bệnh áp dụng từ 01/01/2025</h2><dl class="article-info"><dd class="published">31 Tháng 12 2024</dd></dl><table>' + "".join(f"<tr><td>{n}</td><td>{w}</td><td>{30 + n}.500 đồng</td></tr>" for n, w in enumerate(("Khám bệnh hạng I", "Hội chẩn", "Siêu âm ổ bụng", "Chụp X-quang ngực", "Xét nghiệm công thức máu", "Điện tim", "Nội soi dạ dày"), 1)) + "</table></div>", "article"),
        _one("a-wform-answers", wform, "", "/HoiDap.aspx?id=8", '<div class="td">Hỏi về thời hạn cấp chứng chỉ hành nghề</div><div class="ngay">Ngày hỏi: 05/02/2025</div><p><b>Người hỏi: Lê Thị Hòa (Phú Lương)</b></p><p>Tôi nộp hồ sơ cấp chứng chỉ hành nghề điều dưỡng từ ngày 02/01/2025, đến nay chưa nhận được kết quả. Xin hỏi Sở thời hạn giải quyết là bao lâu?</p><p><b>Trả lời:</b></p><p>Theo quy định, thời hạn cấp chứng chỉ là 30 ngày kể từ ngày nhận đủ hồ sơ hợp lệ. Hồ sơ của bà còn thiếu giấy xác nhận thực hành, Sở đã có thông báo bổ sung.</p>', "article", "other"),
    ]


def lists() -> list[Made]:
    return [
        _list("l-soup", soup, "Tin tức", "/News.aspx?cat=3", range(9), '<P><IMG SRC=i.gif ALIGN=left><A HREF="{u}"><B>{t}</B></A> <FONT SIZE=1>({d})</FONT><BR>{s}', '<FONT SIZE=3><B>TIN TỨC</B></FONT>{}<P>Trang: <B>1</B> <A HREF="/News.aspx?cat=3&p=2">2</A> <A HREF="/News.aspx?cat=3&p=3">3</A>', "/News.aspx?cat=3&p=2", u=I),
        _list("l-soup-bare", soup, "Hoạt động ngành", "/News.aspx?cat=4", range(8), '<LI><A HREF="{u}">{t}</A>', "<B>Hoạt động ngành</B><UL>{}</UL>", dated=False, u=I),
        _list("l-modal-masonry", modal, "Phòng chống dịch", "/phong-chong-dich", range(4, 12), '<div class="col-md-6"><div class="post-card"><a href="{u}"><img src="/{n}.jpg" alt="{t}"></a><div class="cap"><a class="cat" href="/phong-chong-dich">Phòng chống dịch</a><h4><a href="{u}">{t}</a></h4><span class="date">{d}</span><p>{s}</p></div></div></div>', '<h1 class="page-title">Phòng chống dịch</h1><div class="row">{}</div><div class="paginate"><a class="active" href="/phong-chong-dich?page=1">1</a><a href="/phong-chong-dich?page=2">2</a><a href="/phong-chong-dich?page=2">Tiếp theo</a></div>', "/phong-chong-dich?page=2"),
        _list("l-modal-two", modal, "Đấu thầu", "/dau-thau", range(6, 8), '<div class="post-row"><h4><a href="{u}">{t}</a></h4><span class="date">{d}</span></div>', '<h1 class="page-title">Đấu thầu</h1>{}'),
        _list("l-wform-repeater", wform, "", "/TinTuc.aspx?c=2", range(7, 17), '<div class="dong"><a id="ctl00_ContentPlaceHolder1_rp_ctl0{n}_h" class="tt" href="{u}">{t}</a><div class="tgian">{d}</div><div class="tt2">{s}</div></div>', '<div class="tieude">TIN HOẠT ĐỘNG</div>{}<span id="ctl00_ContentPlaceHolder1_pg"><span>1</span>&nbsp;<a href="javascript:__doPostBack(\'ctl00$ContentPlaceHolder1$pg$ctl01\',\'\')">2</a>&nbsp;<a href="javascript:__doPostBack(\'ctl00$ContentPlaceHolder1$pg$ctl02\',\'\')">3</a></span>', ("post", "ctl00$ContentPlaceHolder1$pg$ctl01", ""), u=I),
        _list("l-wform-six-thin", wform, "", "/TinTuc.aspx?c=9", range(14, 17), '<div class="dong"><a class="tt" href="{u}">{t}</a> <span class="tgian">({d})</span></div>', '<div class="tieude">CÔNG KHAI GIÁ THUỐC</div>{}', u=I),
        _list("l-flatsome-archive", flatsome, "Tin", "/category/tin/", range(10), '<article id="post-{n}" class="post-{n} post type-post category-tin"><div class="article-inner"><header class="entry-header"><div class="entry-header-text text-left"><h2 class="entry-title"><a href="{u}" rel="bookmark" class="plain">{t}</a></h2><div class="entry-divider is-divider small"></div><div class="entry-meta"><time class="entry-date">{d}</time></div></div></header><div class="entry-content"><div class="entry-summary"><p>{s}</p><div class="text-left"><a class="more-link button" href="{u}">Đọc tiếp <span class="meta-nav">→</span></a></div></div></div></div></article>', '<header class="archive-page-header"><h1 class="page-title is-large uppercase">Chuyên mục: <span>Tin</span></h1></header><div id="post-list">{}</div><ul class="page-numbers nav-pagination links text-center"><li><span aria-current="page" class="page-number current">1</span></li><li><a class="page-number" href="/category/tin/page/2/">2</a></li><li><a class="next page-number" href="/category/tin/page/2/"><i class="icon-angle-right"></i></a></li></ul>', "/category/tin/page/2/"),
        _list("l-joomla-category-table", joom, "Thông báo", "/index.php/thong-bao", range(3, 13), '<tr class="cat-list-row0"><td headers="categorylist_header_title" class="list-title"><a href="{u}">{t}</a></td><td class="list-date small">{d}</td><td class="list-hits">Lượt truy cập: 13</td></tr>', '<div class="category-list"><h2>Thông báo</h2><form id="adminForm"><select name="limit"><option>10</option></select><table class="category table table-striped">{}</table><div class="pagination"><p class="counter pull-right">Trang 1 / 4</p><ul class="pagination-list"><li class="active"><a>1</a></li><li><a href="/index.php/thong-bao?start=10" class="pagenav">2</a></li><li><a title="Tiếp" href="/index.php/thong-bao?start=10" class="pagenav">Tiếp</a></li></ul></div></form></div>', "/index.php/thong-bao?start=10"),
        _list("l-vtw", vtw, "Tin tức", "/tin-tuc", range(12, 22), '<a class="flex gap-4 py-4 border-b" href="{u}"><img class="w-40 h-28" src="/{n}.jpg" alt=""/><div><div class="font-semibold text-lg">{t}</div><div class="text-xs text-gray-400">{d}</div><div class="text-sm line-clamp-3">{s}</div></div></a>', '<div class="text-2xl font-bold">Tin tức</div>{}<div class="flex gap-2 mt-4"><span class="px-3 bg-blue-700 text-white">1</span><a class="px-3" href="/tin-tuc?trang=2">2</a><a class="px-3" href="/tin-tuc?trang=2">→</a></div>', "/tin-tuc?trang=2"),
        _list("l-vtw-three", vtw, "Cấp phép hành nghề", "/cap-phep-hanh-nghe", range(18, 21), '<div class="py-2"><a class="font-semibold" href="{u}">{t}</a><p class="text-xs">{d}</p></div>', '<h1 class="text-2xl">Cấp phép hành nghề</h1>{}'),
    ]


def others() -> list[Made]:
    home = "".join(f'<div class="block-cate"><h2><a href="/{flat(w)}">{w}</a></h2><div class="first"><a href="{U(5 * k)}"><img src="/{k}.jpg"></a><h3><a href="{U(5 * k)}">{T(5 * k)}</a></h3><p>{S(k, 1)}</p></div><ul>{R(range(5 * k + 1, 5 * k + 4))}</ul></div>' for k, w in enumerate(("Tin tức", "Phòng chống dịch", "Thông tin thuốc", "Y học thường thức")))
    return [
        _one("o-front-soup", soup, SITE, "/", home, "other"),
        _one("o-front-wform", wform, "", "/Default.aspx", home, "other"),
        _one("o-front-flatsome", flatsome, "Trang chủ", "/", home, "other"),
        _one("o-front-joomla", joom, "Trang chủ", "/index.php", home, "other"),
        _one("o-front-vtw-lang", vtw, "Sở Y tế tỉnh Hải Châu", "/vi", home, "other"),
        _one("o-docs-modal", modal, "Văn bản", "/van-ban", '<h1 class="page-title">Văn bản</h1><div class="vb-list">' + "".join(f'<div class="vb"><h4><a href="/van-ban/{n}">Công văn số {n + 51}/SYT-NVY về việc {w}</a></h4><div><span>Số hiệu: {n + 51}/SYT-NVY</span> <span>Ngày ban hành: {V(n)}</span> <a href="/f/{n}.pdf">Tải về</a></div></div>' for n, w in enumerate(("báo cáo trực Tết", "giám sát ca bệnh sởi", "đăng ký nhu cầu vắc xin", "kiểm tra nhà thuốc", "tập huấn an toàn thực phẩm"))) + '</div>', "documents"),
        _one("o-docs-wform", wform, "", "/VanBan.aspx", '<div class="tieude">VĂN BẢN</div><table id="ctl00_ContentPlaceHolder1_GridView1" rules="all"><tr><th>Số, ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu nội dung</th></tr>' + "".join(f'<tr><td>{n + 12}/QĐ-SYT</td><td>{V(n)}</td><td><a href="/VanBan.aspx?id={n}">Quyết định về việc {w}</a></td></tr>' for n, w in enumerate(("phê duyệt danh mục thuốc", "cấp giấy phép hoạt động", "thu hồi chứng chỉ hành nghề", "thành lập đoàn kiểm tra"))) + '<tr><td colspan="3"><table><tr><td><span>1</span></td><td><a href="javascript:__doPostBack(\'ctl00$ContentPlaceHolder1$GridView1\',\'Page$2\')">2</a></td></tr></table></td></tr></table>', "documents"),
        _one("o-doc-record-joomla", joom, "Quyết định 12/QĐ-SYT", "/index.php/van-ban/12-qd-syt", '<div class="item-page"><h2>Quyết định 12/QĐ-SYT</h2><table><tr><td>Số ký hiệu:</td><td>12/QĐ-SYT</td></tr><tr><td>Ngày ban hành:</td><td>10/01/2025</td></tr><tr><td>Người ký:</td><td>Mai Xuân Thạch</td></tr><tr><td>Trích yếu:</td><td>Phê duyệt danh mục thuốc đấu thầu tập trung</td></tr></table><a href="/f/12.pdf">Tải về</a></div>', "documents"),
        _one("o-albums-vtw", vtw, "Thư viện ảnh", "/thu-vien-anh", '<h1 class="text-2xl">Thư viện ảnh</h1><div class="grid grid-cols-3">' + R(range(6), '<a class="block" href="/thu-vien-anh/{n}"><img src="/a/{n}.jpg" alt="{t}"/><div>{t}</div></a>') + '</div>', "gallery"),
        _one("o-contact-wform", wform, "", "/LienHe.aspx", '<div class="tieude">LIÊN HỆ</div><table><tr><td>Họ tên</td><td><input type="text" name="ctl00$ht"></td></tr><tr><td>Email</td><td><input type="text" name="ctl00$em"></td></tr><tr><td>Nội dung</td><td><textarea name="ctl00$nd"></textarea></td></tr></table><input type="submit" value="Gửi">', "other"),
        _one("o-directory-joomla", joom, "Danh bạ điện thoại", "/index.php/danh-ba", '<div class="item-page"><h2>Danh bạ điện thoại</h2><table><tr><th>Đơn vị</th><th>Điện thoại</th></tr><tr><td>Văn phòng</td><td>0225.3842.000</td></tr><tr><td>Thanh tra</td><td>0225.3842.001</td></tr><tr><td>Phòng Nghiệp vụ Y</td><td>0225.3842.002</td></tr></table></div>', "other", "article"),
        _one("o-form-modal", modal, "Đặt lịch khám", "/dat-lich-kham", '<h1 class="page-title">Đặt lịch khám</h1><form><input type="text" name="ten"><input type="tel" name="dt"><input type="text" name="ngay"><textarea name="trieuchung"></textarea><button>Đặt lịch</button></form>', "other"),
        _one("e-404-modal", modal, "404", "/bai-viet/khong-co", '<div class="notfound"><h1>Oops!</h1><p>Trang bạn đang tìm kiếm có thể đã bị xóa, đổi tên hoặc tạm thời không truy cập được.</p><a href="/">Về trang chủ</a></div>', "soft-404"),
        _one("e-404-wform", wform, "", I(9999), '<div id="ctl00_ContentPlaceHolder1_ucChiTiet"><span class="td">Không có dữ liệu!</span></div>', "soft-404", "listing", "other", turned=False),
        _one("e-404-joomla", joom, "Lỗi: 404 Article not found", "/index.php/tin-tuc/999", '<h1 class="page-header">Không tìm thấy trang bạn yêu cầu.</h1><div class="well"><p><strong>Có lỗi xảy ra trong khi xử lý yêu cầu của bạn.</strong></p><p>Bạn có thể không truy cập được trang này vì: đường dẫn cũ, sai địa chỉ.</p><p><span class="label">404</span> Article not found</p></div>', "soft-404"),
        _one("e-empty-flatsome", flatsome, "Gương sáng", "/category/guong-sang/", '<section class="no-results not-found"><header class="page-title"><h1 class="page-title">Không tìm thấy gì</h1></header><div class="page-content"><p>Có vẻ như chúng tôi không tìm thấy những gì bạn đang tìm kiếm. Có thể tìm kiếm sẽ giúp bạn.</p><form class="searchform"><input type="search" name="s"></form></div></section>', "listing", "other", "soft-404", turned=False),
        _one("e-yellow", bare, "Runtime Error", "/News.aspx?nid=1", "<h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2>Description: An application error occurred on the server.", "error"),
        _one("e-cf", bare, "Just a moment...", "/", "<h1>soyte.haichau.example</h1><p>Verify you are human by completing the action below.</p>", "error"),
        _one("e-login-joomla", joom, "Đăng nhập", "/index.php/noi-bo", '<div class="login"><form><label>Tên đăng nhập</label><input type="text" name="username"><label>Mật khẩu</label><input type="password" name="password"><button>Đăng nhập</button></form><ul><li><a href="/index.php/quen">Quên mật khẩu?</a></li></ul></div>', "login"),
        _one("e-blank", bare, "", "/News.aspx?nid=3", "", "other", "error"),
    ]


def pages() -> list[Made]:
    return [*articles(), *lists(), *others()]
