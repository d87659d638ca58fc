"""A twelfth set, written after the eleventh had been mended: schools, communes, associations, the press; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from made_sites import Item, Made, flat

HOST = "https://thcslehongphong.tamky.example"
HEADS = (
    "Lễ sơ kết học kỳ I năm học 2024-2025", "Thầy và trò thi gói bánh chưng", "Ngoại khóa An toàn giao thông cho nụ cười ngày mai", "Họp phụ huynh đầu năm: nhiều ý kiến tâm huyết",
    "Đội tuyển Toán giành 4 giải tỉnh", "Thư viện xanh giữa sân trường", "Chuyến xe yêu thương về Trà Leng", "Giờ học STEM làm tên lửa nước", "Phát thưởng học sinh nghèo vượt khó",
    "Chào mừng Ngày Nhà giáo Việt Nam 20/11", "Ra mắt câu lạc bộ tiếng Anh", "Kiểm tra công nhận trường chuẩn quốc gia", "Tổng dọn vệ sinh sau bão số 4", "Hội khỏe Phù Đổng cấp trường",
    "Cô giáo dạy Văn viết truyện cho học trò", "Phòng chống đuối nước: học bơi miễn phí", "Đại hội Liên đội nhiệm kỳ mới", "Tư vấn tuyển sinh vào lớp 10",
    "Tiếp sức mùa thi cùng đoàn viên", "Gặp gỡ cựu học sinh khóa 1994-1998", "Trao tủ sách cho điểm trường thôn 3", "Em kể chuyện Bác Hồ",
)
TELLS = (
    "Buổi lễ diễn ra trong không khí trang trọng với sự có mặt của hơn 900 thầy cô và học sinh.",
    "Cô hiệu trưởng Huỳnh Thị Thu Ba biểu dương các lớp 6/2, 7/5 và 9/1 có nhiều tiến bộ trong học tập.",
    "Em Phan Gia Bảo, lớp 8/3, chia sẻ em rất vui vì lần đầu được tự tay gói bánh cùng các bạn.",
    "Hội cha mẹ học sinh ủng hộ 35 triệu đồng để mua thêm sách và lắp hai mái che cho thư viện.",
    "Nhà trường mong tiếp tục nhận được sự quan tâm của chính quyền và các nhà hảo tâm.",
)
W = ("Trang chủ", "Giới thiệu", "Tin nhà trường", "Hoạt động Đội", "Tài nguyên", "Thời khóa biểu", "Liên hệ")


def T(n: int) -> str:
    return HEADS[n % len(HEADS)] + (f" (phần {n // len(HEADS) + 1})" if n >= len(HEADS) else "")


def S(n: int, k: int = 2) -> str:
    return " ".join(TELLS[(n + at) % len(TELLS)] for at in range(k))


def P(n: int, k: int) -> str:
    return "".join(f"<p>{S(n + 2 * at)}</p>" for at in range(k))


def D(n: int) -> date:
    return date(2025, 1, 17) - timedelta(days=6 * n)


def V(n: int) -> str:
    return f"{D(n):%d/%m/%Y}"


def U(n: int) -> str:
    return f"/tin-tuc/{flat(T(n))}-{n + 40}.html"


def R(numbers: range, row: str = '<li><a href="{u}">{t}</a></li>') -> str:
    return "".join(row.format(u=U(n), t=T(n), d=V(n), s=S(n, 1), n=n) for n in numbers)


def vhv(title: str, main: str, head: str = "") -> str:
    """A builder's site: modules in columns4-8, panels, a login dialog."""
    return f'<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><div class="region-top"><div class="ModuleWrapper"><ul class="menu">{"".join(f"<li><a href=/{flat(w)}>{w}</a></li>" for w in W)}</ul></div></div><div id="page-content"><div class="columns-widget columns8-4 container"><div class="row"><div class="col-left col-xs-12 col-md-8"><div class="ModuleWrapper">{main}</div></div><div class="col-right col-xs-12 col-md-4"><div class="panel panel-default"><div class="panel-heading"><div class="panel-title">Tin nổi bật</div></div><div class="panel-body">{R(range(7, 13), "<div class=media><a href={u}><img src=/i.jpg></a><a href={u}>{t}</a></div>")}</div></div><div class="panel"><div class="panel-title">Liên kết website</div><select><option>Sở Giáo dục</option></select></div></div></div></div></div><div class="region-bottom">Trường THCS Lê Hồng Phong. Điện thoại: 0235.3851.000</div><div class="modal hide"><form><input name=u><input type=password></form></div></body></html>'


def violet(title: str, main: str, head: str = "") -> str:
    """Blocks of tables at the left, headed by their own names that sound like sections."""
    return f'<html><head><title>Website trường THCS Lê Hồng Phong</title>{head}</head><body><div id="khung"><div id="dau"></div><div id="giua"><div id="ben"><table><tr><td class="tdk">Menu</td></tr>{"".join(f"<tr><td><a href=/{flat(w)}>{w}</a></td></tr>" for w in W)}</table><table><tr><td class="tdk">Hoạt động Đội</td></tr>{R(range(15, 19), "<tr><td>• <a href={u}>{t}</a></td></tr>")}</table><table><tr><td class="tdk">Tin giáo dục</td></tr>{R(range(19, 22), "<tr><td>• <a href={u}>{t}</a></td></tr>")}</table></div><div id="noidung">{main}</div></div><div id="cuoi">© 2025</div></div></body></html>'


def press(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><title>{title}</title>{head}</head><body><header class="hdr"><a class="hdr__logo" href="/">Báo Tam Kỳ</a><nav class="hdr__nav">{"".join(f"<a href=/{flat(w)}>{w}</a>" for w in ("Thời sự", "Kinh tế", "Giáo dục", "Văn nghệ"))}</nav></header><div class="layout"><div class="layout__main">{main}</div><div class="layout__side"><div class="box-tab"><ul><li>Mới nhất</li><li>Đọc nhiều</li></ul>{R(range(4, 12), "<div class=box-item><a href={u}>{t}</a><time>{d}</time></div>")}</div></div></div><footer class="ftr">Tòa soạn: 15 Hùng Vương</footer></body></html>'


def commune(title: str, main: str, head: str = "") -> str:
    """Tables with widths; news at the right with pictures."""
    return f'<html><head><title>UBND xã Trà Leng</title>{head}</head><body><table width="1100" align="center"><tr><td colspan="3"><img src="/b.gif"></td></tr><tr><td width="190" valign="top">{"<br>".join(f"<a href=/{flat(w)}>{w}</a>" for w in W)}</td><td valign="top">{main}</td><td width="230" valign="top"><b>TIN HOẠT ĐỘNG</b>{R(range(12, 18), "<p><img src=/t.gif><a href={u}>{t}</a></p>")}</td></tr><tr><td colspan="3">Địa chỉ: thôn 1, xã Trà Leng</td></tr></table></body></html>'


def gutenberg(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><title>{title} – Hội Khuyến học Tam Kỳ</title>{head}</head><body class="wp-embed-responsive"><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a href="/">Hội Khuyến học Tam Kỳ</a></p><nav class="wp-block-navigation">{"".join(f"<a href=/{flat(w)}>{w}</a>" for w in W)}</nav></div></header><main class="wp-block-group">{main}</main><footer class="wp-block-template-part"><div class="wp-block-columns"><div class="wp-block-column"><h2>Bài mới</h2><ul class="wp-block-latest-posts__list">{R(range(8, 13))}</ul></div></div></footer></div></body></html>'


def bare(title: str, main: str, head: str = "") -> str:
    return f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{main}</body></html>"


def _one(name: str, shell: Callable[..., str], title: str, path: str, main: str, *kinds: str, head: str = "", related: tuple[str, ...] | None = None, turned: bool = True) -> Made:
    return Made("12-" + name, HOST + path, shell(title, main, head), frozenset(kinds), turned=turned, related=None if related is None else tuple(HOST + one for one in related))


def _list(name: str, shell: Callable[..., str], title: str, path: str, numbers: range, row: str, frame: str = "{}", to: str | None = None, *, dated: bool = True) -> Made:
    items: tuple[Item, ...] = tuple((T(n), HOST + U(n), D(n).isoformat() if dated else None) for n in numbers)
    return Made("12-" + name, HOST + path, shell(title, frame.replace("{}", R(numbers, row))), frozenset({"listing"}), items, HOST + to if to else None)


def _us(numbers: range) -> tuple[str, ...]:
    return tuple(U(n) for n in numbers)


def articles() -> list[Made]:
    section = "".join(f'<li><a class="item-link" href="/thu-tuc/{flat(w)}.html"><span>{w}</span></a></li>' for w in ("Thủ tục xin chuyển trường", "Thủ tục xin nghỉ học tạm thời", "Thủ tục cấp lại học bạ bị mất", "Thủ tục xác nhận học sinh đang học"))
    aside = vhv("Thủ tục cấp lại học bạ bị mất", "<h2 class='entry-title'>Thủ tục cấp lại học bạ bị mất</h2><div class='post-content'><p>Phụ huynh viết đơn xin cấp lại học bạ theo mẫu của nhà trường, có xác nhận của công an nơi cư trú về việc mất học bạ.</p><p>Nộp đơn kèm bản sao giấy khai sinh tại phòng văn thư vào giờ hành chính.</p><p>Nhà trường đối chiếu sổ điểm và cấp lại trong vòng mười ngày làm việc.</p></div>").replace('<div class="col-right col-xs-12 col-md-4">', f'<div class="col-right col-xs-12 col-md-4"><div class="panel"><div class="panel-title">Thủ tục hành chính</div><ul>{section}</ul></div>')
    return [
        _one("a-vhv", vhv, T(0), U(0), f'<div class="post-title"><h1>{T(0)}</h1><span class="post-date">Thứ sáu, {V(0)} | 09:15</span></div><div class="post-content"><p><b>{S(0, 1)}</b></p>{P(1, 3)}</div><div class="panel"><div class="panel-title">Tin cùng chuyên mục</div><ul>{R(range(1, 6), "<li><a href={u}>{t}</a> <i>{d}</i></li>")}</ul></div>', "article", related=_us(range(1, 6))),
        Made("12-a-vhv-section", HOST + "/thu-tuc/thu-tuc-cap-lai-hoc-ba-bi-mat", aside, frozenset({"article"}), related=tuple(HOST + f"/thu-tuc/{name}.html" for name in ("thu-tuc-xin-chuyen-truong", "thu-tuc-xin-nghi-hoc-tam-thoi", "thu-tuc-xac-nhan-hoc-sinh-dang-hoc"))),
        _one("a-vhv-pictures", vhv, T(1), U(1), f'<div class="post-title"><h1>{T(1)}</h1><span class="post-date">Chủ nhật, {V(1)}</span></div><div class="post-content"><p>{S(2, 1)}</p>' + "".join(f'<p><img src="/a/{n}.jpg"></p>' for n in range(8)) + '</div>', "article", "gallery"),
        _one("a-violet", violet, "", U(2), f'<div class="tdbai">{T(2)}</div><div class="ttbai">Đăng ngày {V(2)} bởi Nguyễn Thị Hoa</div>{P(0, 3)}<div class="tdk">Bài viết khác</div>{R(range(3, 7), "<div>+ <a href={u}>{t}</a></div>")}', "article", related=_us(range(3, 7))),
        _one("a-violet-short", violet, "", U(50), '<div class="tdbai">Thông báo nghỉ Tết Nguyên đán Ất Tỵ</div><div class="ttbai">Đăng ngày 10/01/2025</div><p>Học sinh nghỉ Tết từ ngày 25/01 đến hết ngày 02/02/2025.</p>', "article"),
        _one("a-violet-timetable", violet, "", "/thoi-khoa-bieu/6-1.html", '<div class="tdbai">Thời khóa biểu lớp 6/1 áp dụng từ 13/01/2025</div><table border="1"><tr><th>Tiết</th><th>Thứ 2</th><th>Thứ 3</th><th>Thứ 4</th></tr>' + "".join(f"<tr><td>{n}</td><td>Toán</td><td>Ngữ văn</td><td>Tiếng Anh</td></tr>" for n in range(1, 6)) + "</table>", "article", "other"),
        _one("a-press", press, T(14), U(14), f'<article><h1 class="dt__title">{T(14)}</h1><div class="dt__meta">{V(14)} 07:30</div><div class="dt__sapo">{S(2, 1)}</div><div class="dt__body">{P(0, 4)}<p class="dt__author">PHAN AN</p></div></article><div class="dt__related"><h3>Tin liên quan</h3>{R(range(15, 18), "<div class=box-item><a href={u}>{t}</a></div>")}</div>', "article", related=_us(range(15, 18))),
        _one("a-press-brief", press, "Mưa lớn, 3 trường cho học sinh nghỉ", U(51), '<article><h1 class="dt__title">Mưa lớn, 3 trường cho học sinh nghỉ</h1><div class="dt__meta">15/01/2025 06:10</div><div class="dt__body"><p>(BTK) - Sáng nay 15/1, ba trường tại xã Trà Leng cho học sinh nghỉ do nước suối dâng cao.</p></div></article>', "article"),
        _one("a-commune", commune, "", "/chi-tiet.php?id=16", f'<h3>{T(12)}</h3><p><i>Ngày {V(12)}</i></p>{P(3, 3)}<p><b>Các tin khác:</b></p>{R(range(18, 22), "<p>- <a href={u}>{t}</a> ({d})</p>")}', "article", related=_us(range(18, 22))),
        _one("a-commune-brief", commune, "", "/chi-tiet.php?id=90", '<h3>Lịch cắt điện tuần 3 tháng 1</h3><p><i>Ngày 13/01/2025</i></p><p>Thứ Năm, từ 7 giờ đến 11 giờ: thôn 1 và thôn 2.</p><p>Thứ Sáu, từ 13 giờ đến 16 giờ: thôn 3.</p>', "article"),
        _one("a-commune-intro", commune, "", "/gioi-thieu.php", '<h3>Giới thiệu xã Trà Leng</h3><p>Trà Leng là xã vùng cao, cách trung tâm huyện 40 km, có bốn thôn với 640 hộ, phần lớn là đồng bào Ca Dong và Mơ Nông.</p><p>Địa hình đồi núi dốc, chia cắt mạnh bởi các sông suối; khí hậu có hai mùa mưa nắng rõ rệt.</p><p>Kinh tế chủ yếu là trồng rừng, quế Trà My và chăn nuôi nhỏ.</p>', "article"),
        _one("a-gutenberg", gutenberg, T(6), "/chuyen-xe-yeu-thuong/", f'<h1 class="wp-block-post-title">{T(6)}</h1><div class="wp-block-post-date"><time datetime="2024-12-12T10:00:00+07:00">12/12/2024</time></div><div class="entry-content wp-block-post-content">{P(1, 4)}</div><div class="wp-block-group"><span class="post-navigation-link-previous"><a href="{U(7)}" rel="prev">{T(7)}</a></span></div>', "article"),
    ]


def lists() -> list[Made]:
    return [
        _list("l-vhv", vhv, "Tin nhà trường", "/tin-nha-truong", range(10), '<div class="media list-item"><a class="pull-left" href="{u}"><img src="/i.jpg"></a><div class="media-body"><h4 class="media-heading"><a href="{u}">{t}</a></h4><p class="post-date">{d}</p><p>{s}</p></div></div>', '<div class="panel-heading"><div class="panel-title">Tin nhà trường</div></div>{}<ul class="pagination"><li class="active"><a>1</a></li><li><a href="/tin-nha-truong?pageNo=2">2</a></li><li><a href="/tin-nha-truong?pageNo=2">&gt;</a></li></ul>', "/tin-nha-truong?pageNo=2"),
        _list("l-violet", violet, "", "/muc/tin-nha-truong.html", range(8), '<div class="tomtat"><a class="tdtt" href="{u}">{t}</a><span>({d})</span><p>{s}</p></div>', '<div class="tdk">Tin nhà trường</div>{}'),
        _list("l-violet-bare", violet, "", "/muc/guong-sang.html", range(6, 15), '<div>+ <a href="{u}">{t}</a></div>', '<div class="tdk">Gương sáng học đường</div>{}', dated=False),
        _list("l-press", press, "Giáo dục", "/giao-duc", range(12, 22), '<div class="cat-item"><a class="cat-item__img" href="{u}"><img src="/t.jpg"></a><h3 class="cat-item__title"><a href="{u}">{t}</a></h3><time>{d}</time><p class="cat-item__sapo">{s}</p></div>', '<h1 class="cat__name">Giáo dục</h1>{}<div class="cat__page"><a class="on">1</a><a href="/giao-duc/p2">2</a><a href="/giao-duc/p2">Trang sau</a></div>', "/giao-duc/p2"),
        _list("l-commune", commune, "", "/danh-sach.php?c=2", range(9), '<p><b><a href="{u}">{t}</a></b> <i>({d})</i><br>{s}</p>', '<h3>THÔNG TIN TUYÊN TRUYỀN</h3>{}<p>Trang <b>1</b> <a href="/danh-sach.php?c=2&amp;p=2">2</a></p>', "/danh-sach.php?c=2&p=2"),
        _list("l-commune-three", commune, "", "/danh-sach.php?c=5", range(3, 6), '<p><a href="{u}">{t}</a> <i>({d})</i></p>', "<h3>CÔNG KHAI NGÂN SÁCH</h3>{}"),
        _list("l-gutenberg", gutenberg, "Tin khuyến học", "/category/tin-khuyen-hoc/", range(6), '<li class="wp-block-post post"><h2 class="wp-block-post-title"><a href="{u}">{t}</a></h2><div class="wp-block-post-date"><time>{d}</time></div><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{s}</p></div></li>', '<h1 class="wp-block-query-title">Chuyên mục: Tin khuyến học</h1><ul class="wp-block-post-template">{}</ul><nav class="wp-block-query-pagination"><div class="wp-block-query-pagination-numbers"><span class="page-numbers current">1</span><a class="page-numbers" href="/category/tin-khuyen-hoc/page/2/">2</a></div><a class="wp-block-query-pagination-next" href="/category/tin-khuyen-hoc/page/2/">Trang sau</a></nav>', "/category/tin-khuyen-hoc/page/2/"),
    ]


def others() -> list[Made]:
    home = "".join(f'<div class="khoi"><div class="tdk"><a href="/{flat(w)}">{w}</a></div>{R(range(5 * k, 5 * k + 4), "<p><a href={u}>{t}</a></p>")}</div>' for k, w in enumerate(W[2:5]))
    return [
        _one("o-front-vhv", vhv, "Trường THCS Lê Hồng Phong", "", home, "other"),
        _one("o-front-violet", violet, "", "/index.html", home, "other"),
        _one("o-front-press", press, "Báo Tam Kỳ điện tử", "/", home, "other"),
        _one("o-front-commune", commune, "", "/index.php", home, "other"),
        _one("o-resources", vhv, "Văn bản", "/van-ban", '<table class="table"><tr><th>Số hiệu</th><th>Trích yếu</th><th>Ngày ban hành</th></tr>' + "".join(f"<tr><td>{n + 7}/KH-LHP</td><td><a href=/van-ban/{n}>Kế hoạch {w}</a></td><td>{V(n)}</td></tr>" for n, w in enumerate(("ôn tập học kỳ II", "thi nghề phổ thông", "trực Tết", "kiểm tra nội bộ"))) + "</table>", "documents"),
        _one("o-record", vhv, "Kế hoạch ôn tập học kỳ II", "/van-ban/0", "<table><tr><td>Số hiệu</td><td>7/KH-LHP</td></tr><tr><td>Ngày ban hành</td><td>17/01/2025</td></tr><tr><td>Ngày có hiệu lực</td><td>20/01/2025</td></tr><tr><td>Trích yếu</td><td>Kế hoạch ôn tập học kỳ II</td></tr><tr><td>Người ký</td><td>Huỳnh Thị Thu Ba</td></tr></table>", "documents"),
        _one("o-albums", commune, "", "/anh.php", "<h3>THƯ VIỆN ẢNH</h3>" + "".join(f'<div style="float:left"><a href="/anh.php?id={n}"><img src="/a/{n}.jpg"></a><br><a href="/anh.php?id={n}">{T(n)}</a></div>' for n in range(6)), "gallery"),
        _one("o-contact", violet, "", "/lien-he.html", '<div class="tdk">Liên hệ</div><form>Họ tên <input type="text" name="a"> Email <input type="text" name="b"> Nội dung <textarea name="c"></textarea><input type="submit"></form>', "other"),
        _one("e-404-vhv", vhv, "Không tìm thấy", "/tin-tuc/xyz.html", "<div class='alert'>Bài viết bạn tìm không tồn tại hoặc đã bị xóa</div>", "soft-404"),
        _one("e-404-violet", violet, "", "/tin-tuc/q.html", '<div class="tdbai">Không tìm thấy bài viết này</div>', "soft-404"),
        _one("e-404-commune", commune, "", "/chi-tiet.php?id=0", "<p>Tin này không tồn tại!</p>", "soft-404"),
        _one("e-empty", violet, "", "/muc/moi.html", '<div class="tdk">Chuyên mục mới</div><p>Chưa có bài viết</p>', "listing", "other"),
        _one("e-sql", bare, "", "/chi-tiet.php?id=1'", "<b>Fatal error</b>: Uncaught mysqli_sql_exception: You have an error in your SQL syntax in /home/x.php:3", "error"),
        _one("e-waf", bare, "Access Denied", "/", "<h1>Access Denied</h1><p>You don't have permission to access this page. Incident ID: 22-881</p>", "error"),
    ]


def pages() -> list[Made]:
    return [*articles(), *lists(), *others()]
