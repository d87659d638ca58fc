"""A seventh set: a museum on three makes, with short articles beside long side columns; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from datetime import date, timedelta

from made_sites import Made, flat

HOST = "https://baotang.phuyenlan.example"
H = ("Khai quật di chỉ Gò Cây Me", "Bảo tàng tỉnh mở cửa miễn phí dịp 30/4", "Mời viết bài cho tập san Xưa và Nay", "Trưng bày chuyên đề “Nghề gốm cổ”", "Tiếp nhận 214 hiện vật của gia đình nghệ nhân Đoàn Văn Lụa", "Hội thảo khoa học về văn hóa Sa Huỳnh", "Đoàn học sinh Trường THCS Lê Lợi tham quan, học tập trải nghiệm", "Kết quả kiểm kê hiện vật năm 2021", "THÔNG BÁO TUYỂN DỤNG VIÊN CHỨC", "Người giữ hồn chiêng ba", "Ký kết hợp tác với Bảo tàng Lịch sử quốc gia", "Tập huấn sơ cứu hiện vật sau bão lũ", "Chiếc nỏ của già làng Ma Thin", "Lớp dạy dệt thổ cẩm khai giảng", "Số hóa 3.000 phim âm bản", "Đêm hội bảo tàng", "Tháp Nhạn đón vị khách thứ một triệu", "Góp ý dự thảo đề án phát huy giá trị di tích")
P = ("Sau ba tuần làm việc, đoàn khai quật thu được hơn 1.200 mảnh gốm và nhiều công cụ đá có niên đại khoảng 2.500 năm.", "Khách tham quan được nghe thuyết minh bằng tiếng Việt và tiếng Anh, từ 7 giờ 30 đến 17 giờ hằng ngày.", "Ông Đoàn Văn Lụa cho biết gia đình giữ bộ sưu tập này suốt bốn đời và muốn nhiều người cùng được xem.", "Các nhà nghiên cứu đề nghị khoanh vùng bảo vệ và lập hồ sơ xếp hạng di tích cấp tỉnh.")
def T(n): return H[n % len(H)] + (f" - kỳ {n // len(H) + 1}" if n >= len(H) else "")
def S(n, k=2): return " ".join(P[(n + i) % 4] for i in range(k))
def D(n): return date(2022, 8, 19) - timedelta(days=5 * n)
def V(n): return f"{D(n):%d/%m/%Y}"
def u(n): return f"/tin/{flat(T(n)).replace('“','').replace('”','')}-a{n + 40}"
def q(n): return f"/?mod=view&id={n + 40}"
def s1(t, m): return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{t} - Bảo tàng tỉnh</title></head><body><div id="page"><div class="masthead"><a href="/" class="brand">BẢO TÀNG TỈNH</a><div class="hotline">Hotline: 0257.3823.000</div></div><div class="menu-main"><a href="/">Trang chủ</a><a href="/gioi-thieu">Giới thiệu</a><a href="/tin">Tin tức</a><a href="/hien-vat">Hiện vật</a></div><div class="duong-dan"><a href="/">Trang chủ</a> » <a href="/tin">Tin tức</a></div><div class="khung"><div class="cot-1">{m}</div><div class="cot-2"><div class="o"><b>Tin mới</b>' + "".join(f'<a class="r" href="{u(n)}">{T(n)}</a>' for n in range(50, 55)) + '</div><div class="o"><b>Giờ mở cửa</b><p>7h30 - 17h00</p></div></div></div><div class="day">Bảo tàng tỉnh Phú Yên Lan. Địa chỉ: 272 Hùng Vương</div></div></body></html>'
def s2(t, m): return f'<html><head><title>{t}</title><meta charset="utf-8"></head><body><center><table width="900"><tr><td colspan="2" height="120" background="b.jpg">&nbsp;</td></tr><tr><td width="220" valign="top"><b>MENU</b><br><a href="/">Trang nhất</a><br><a href="/?mod=list&id=1">Tin tức</a><br><a href="/?mod=list&id=2">Nghiên cứu</a><br><br><b>TIN ĐỌC NHIỀU</b><br>' + "".join(f'- <a href="{q(n)}">{T(n)}</a><br>' for n in range(56, 61)) + f'</td><td valign="top">{m}</td></tr><tr><td colspan="2" align="center">© Bảo tàng tỉnh</td></tr></table></center></body></html>'
def s3(t, m): return f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{t}</title></head><body><div id="app"><header class="h-16 flex"><a href="/"><svg></svg></a><a href="/tin">Tin</a><a href="/hien-vat">Hiện vật</a></header><main class="grid lg:grid-cols-12"><section class="lg:col-span-8">{m}</section><aside class="lg:col-span-4"><h2>Bài nổi bật</h2>' + "".join(f'<article><a href="{u(n)}"><h3>{T(n)}</h3></a><time>{V(n)}</time></article>' for n in range(62, 66)) + '</aside></main><footer>Bảo tàng tỉnh</footer></div></body></html>'
def none(t, m): return f"<html><head><meta charset=utf-8><title>{t}</title></head><body>{m}</body></html>"
def one(name, s, t, path, m, *k, turned=True): return Made("7-" + name, HOST + path, s(t, m), frozenset(k), turned=turned)
def lst(name, s, t, path, a, c, row, frame="{}", to=None, dated=True, href=u):
    items = tuple((T(n), HOST + href(n), D(n).isoformat() if dated else None) for n in range(a, a + c))
    return Made("7-" + name, HOST + path, s(t, frame.replace("{}", "".join(row(n, T(n), href(n).replace("&", "&amp;"), V(n)) for n in range(a, a + c)))), frozenset({"listing"}), items, HOST + to if isinstance(to, str) else to)
def pages():
    more = "".join(f'<div><a href="{u(n)}">{T(n)}</a> <em>{V(n)}</em></div>' for n in range(70, 75))
    return [
        lst("s1-lead", s1, "Tin tức", "/tin", 0, 8, lambda n, t, a, d: f'<div class="muc"><a href="{a}"><img src="/{n}.jpg"></a><div class="td"><a href="{a}">{t}</a></div><div class="ng">{d}</div><div class="tt">{S(n,1)}</div></div>', '{}<div class="trang"><span class="ht">1</span><a href="/tin/trang/2">2</a><a href="/tin/trang/3">3</a></div>', "/tin/trang/2"),
        lst("s1-titles", s1, "Nghiên cứu", "/nghien-cuu", 8, 9, lambda n, t, a, d: f'<p class="ln"><a href="{a}">{t}</a></p>', "<h2>Nghiên cứu</h2>{}", dated=False),
        lst("s1-archive-month", s1, "Tin tháng 6/2022", "/luu-tru/2022/06", 9, 5, lambda n, t, a, d: f'<div>{d} - <a href="{a}">{t}</a></div>', "<h2>Tin tháng 6/2022</h2>{}"),
        lst("s1-search", s1, "Kết quả tìm kiếm", "/tim?q=gom", 3, 4, lambda n, t, a, d: f'<div class="kq"><h4><a href="{a}">{t}</a></h4><small>{HOST}{a}</small><p>{S(n,1)}</p></div>', "<p>Có 4 kết quả với từ khóa: gốm</p>{}", dated=False),
        lst("s1-tag", s1, "Thẻ: gốm cổ", "/the/gom-co", 4, 3, lambda n, t, a, d: f'<div class="muc"><a href="{a}">{t}</a><span>{d}</span></div>', "<h1>Thẻ: gốm cổ</h1>{}"),
        lst("s2-br", s2, "Tin tức", "/?mod=list&id=1", 0, 10, lambda n, t, a, d: f'<a href="{a}"><b>{t}</b></a> ({d})<br>{S(n,1)}<br><br>', '<b>TIN TỨC</b><br>{}<a href="/?mod=list&amp;id=1&amp;trang=2">Trang tiếp</a>', "/?mod=list&id=1&trang=2", href=q),
        lst("s2-table", s2, "Nghiên cứu", "/?mod=list&id=2&trang=2", 10, 8, lambda n, t, a, d: f'<tr><td>{n}</td><td><a href="{a}">{t}</a></td><td>{d}</td></tr>', '<table border=1><tr><td>STT</td><td>Tên bài</td><td>Ngày</td></tr>{}</table><a href="/?mod=list&amp;id=2&amp;trang=1">1</a> <b>2</b> <a href="/?mod=list&amp;id=2&amp;trang=3">3</a>', "/?mod=list&id=2&trang=3", href=q),
        lst("s3-cards", s3, "Tin - Bảo tàng tỉnh", "/tin", 2, 9, lambda n, t, a, d: f'<a href="{a}" class="block rounded"><img src="/{n}.webp"><p class="font-semibold line-clamp-2">{t}</p><p class="text-xs">{d}</p></a>', '<h1>Tin tức</h1><div class="grid">{}</div><div class="flex"><a class="bg-blue" href="/tin?page=1">1</a><a href="/tin?page=2">2</a><a href="/tin?page=2"><svg><path d="M1"/></svg></a></div>', "/tin?page=2"),
        lst("s3-more", s3, "Chuyện bảo tàng", "/chuyen-bao-tang", 11, 6, lambda n, t, a, d: f'<article><a href="{a}"><h3>{t}</h3></a><time datetime="{D(n)}">{d}</time><p>{S(n,1)}</p></article>', '<h1>Chuyện bảo tàng</h1>{}<a role="button" href="/chuyen-bao-tang?offset=6">Xem thêm</a>', "/chuyen-bao-tang?offset=6"),
        lst("s3-two", s3, "Podcast bảo tàng", "/podcast-bao-tang", 5, 2, lambda n, t, a, d: f'<article><a href="{a}"><h3>{t}</h3></a><time>{d}</time></article>', "<h1>Podcast bảo tàng</h1>{}"),
        one("a-s1", s1, T(0), u(0), f'<div class="td">{T(0)}</div><div class="ng">{V(0)}</div>{"".join(f"<p>{S(i)}</p>" for i in range(3))}<div class="lq"><b>Bài liên quan</b>{more}</div>', "article"),
        one("a-s1-invite", s1, T(2), u(2), f'<div class="td">{T(2)}</div><div class="ng">{V(2)}</div><p>Bài viết xin gửi về hộp thư tapsan@baotang.example trước ngày 15/9.</p>', "article"),
        one("a-s1-job", s1, T(8), u(8), f'<div class="td">{T(8)}</div><div class="ng">{V(8)}</div><p>1. Vị trí: 01 kế toán.</p><p>2. Hồ sơ nhận đến hết ngày 10/9/2022.</p><p><a href="/f/tb.pdf">Tải thông báo</a></p>', "article"),
        one("a-s2", s2, "Bảo tàng tỉnh", q(5), f"<b>{T(5)}</b><br><i>{V(5)}</i><br><br>{S(0,3)}<br><br>{S(2,3)}<br><br><b>Tin khác</b><br>" + "".join(f"+ <a href='{q(n)}'>{T(n)}</a><br>" for n in range(70, 75)), "article"),
        one("a-s2-short", s2, "Bảo tàng tỉnh", q(1), f"<b>{T(1)}</b><br><i>{V(1)}</i><br><br>Trong hai ngày 30/4 và 1/5, bảo tàng không thu phí tham quan.<br><br><b>Tin khác</b><br>" + "".join(f"+ <a href='{q(n)}'>{T(n)}</a><br>" for n in range(70, 75)), "article"),
        one("a-s3", s3, T(9), u(9), f'<h1>{T(9)}</h1><time>{V(9)}</time><div class="prose"><p>{S(1)}</p><p>{S(3)}</p></div><h2>Đọc tiếp</h2>' + "".join(f'<article><a href="{u(n)}"><h3>{T(n)}</h3></a><time>{V(n)}</time></article>' for n in range(70, 73)), "article"),
        one("a-s3-video", s3, T(12), u(12), f'<h1>{T(12)}</h1><time>{V(12)}</time><video src="/v.mp4"></video><p>Phim ngắn dài 4 phút.</p>', "article", "gallery"),
        one("a-s3-pdf", s3, T(7), u(7), f'<h1>{T(7)}</h1><time>{V(7)}</time><iframe src="/pdfjs/web/viewer.html?file=/f/kq.pdf"></iframe>', "article"),
        one("a-s3-qa", s3, "Mang máy ảnh vào bảo tàng có được không?", "/hoi-dap/mang-may-anh-vao-bao-tang-co-duoc-khong", "<h1>Mang máy ảnh vào bảo tàng có được không?</h1><p>Được, nhưng xin không dùng đèn chớp và chân máy.</p>", "article"),
        one("a-s3-gone", s3, "Ngôi đình trăm tuổi không còn tồn tại", "/tin/ngoi-dinh-tram-tuoi-khong-con-ton-tai", f"<h1>Ngôi đình trăm tuổi không còn tồn tại</h1><time>{V(3)}</time><p>Trận lũ năm 1993 đã cuốn trôi ngôi đình cuối cùng của làng.</p>", "article"),
        one("d-s1", s1, "Văn bản", "/van-ban", "".join(f'<div class="vb"><span>{n}/KH-BT</span><span>{V(n)}</span><a href="/van-ban/{n}">Kế hoạch {T(n)[0].lower()+T(n)[1:]}</a></div>' for n in range(1, 9)), "documents"),
        one("d-s2", s2, "Văn bản", "/?mod=vb", "<table border=1><tr><th>Số hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>" + "".join(f"<tr><td>{n}/QĐ-SVHTT</td><td>{V(n)}</td><td><a href='/?mod=vb&id={n}'>Về việc xếp hạng di tích đình {n}</a></td></tr>" for n in range(1, 8)) + "</table>", "documents"),
        one("d-s3-one", s3, "Quyết định 77/QĐ-SVHTT", "/van-ban/77", "<h1>Quyết định 77/QĐ-SVHTT</h1><ul><li><b>Số ký hiệu:</b> 77/QĐ-SVHTT</li><li><b>Ngày ban hành:</b> 03/03/2022</li><li><b>Người ký:</b> Nguyễn Lê Vũ</li><li><b>Trích yếu:</b> Phê duyệt đề cương trưng bày</li></ul>", "documents"),
        one("g-s1", s1, "Thư viện ảnh", "/thu-vien-anh", "".join(f'<div class="al"><a href="/thu-vien-anh/{n}"><img src="/{n}.jpg"></a><a href="/thu-vien-anh/{n}">{T(n)}</a></div>' for n in range(1, 9)), "gallery"),
        one("g-s3", s3, "Video", "/video", "<h1>Video</h1>" + "".join(f'<a href="/video/{n}"><img src="/{n}.jpg"><p>{T(n)}</p></a>' for n in range(1, 9)), "gallery"),
        one("o-home1", s1, "Trang chủ", "/", "".join(f'<div class="khoi"><b>Khối {k}</b>' + "".join(f'<a href="{u(n)}">{T(n)}</a>' for n in range(k * 4, k * 4 + 4)) + "</div>" for k in range(3)), "other"),
        one("o-home2", s2, "Bảo tàng tỉnh", "/", "".join(f"<p><a href='{q(n)}'><b>{T(n)}</b></a><br>{S(n,1)}</p>" for n in range(6)), "other"),
        one("o-contact", s1, "Liên hệ", "/lien-he", "<h2>Liên hệ</h2><p>272 Hùng Vương. Điện thoại: 0257.3823.000. Email: bt@baotang.example</p>", "other"),
        one("o-tickets", s3, "Giá vé - Bảo tàng tỉnh", "/gia-ve", "<h1>Giá vé</h1><table><tr><td>Người lớn</td><td>20.000 đ</td></tr><tr><td>Trẻ em</td><td>Miễn phí</td></tr></table>", "other", "article"),
        one("o-org", s1, "Bộ máy tổ chức", "/bo-may", "<h2>Bộ máy tổ chức</h2><p>Giám đốc: Phan Thị An</p><p>Phó Giám đốc: Lê Bình</p><p>Phòng Kiểm kê - Bảo quản</p>", "other"),
        one("o-map", s2, "Sơ đồ website", "/?mod=map", "<b>Sơ đồ website</b><ul><li><a href='/?mod=list&id=1'>Tin tức</a></li><li><a href='/?mod=list&id=2'>Nghiên cứu khoa học</a></li><li><a href='/?mod=vb'>Văn bản</a></li></ul>", "other"),
        one("x-404a", s1, "Không tìm thấy", u(400), "<div class='td'>Không tìm thấy bài viết</div><p>Bài viết có thể đã bị gỡ hoặc đổi địa chỉ.</p>", "soft-404"),
        one("x-404b", s2, "Bảo tàng tỉnh", q(9999), "Bài viết này không tồn tại hoặc đang chờ duyệt.", "soft-404"),
        one("x-404c", s3, "404", u(401), "<h1>404</h1><p>Ôi không! Trang này đi lạc mất rồi.</p>", "soft-404"),
        one("x-404d", s1, "Thông báo", u(402), "<p>Xin lỗi! Nội dung quý vị yêu cầu hiện không có.</p>", "soft-404"),
        one("x-e1", none, "Error", "/tin", "<h1>Error 503 Backend fetch failed</h1><p>Guru Meditation:</p>", "error"),
        one("x-e2", none, "Runtime Error", "/tin.aspx", "<h1>Server Error in '/BaoTang' Application.</h1><h2>Runtime Error</h2>", "error"),
        one("x-e3", s2, "Bảo tàng tỉnh", q(3), "Lỗi kết nối cơ sở dữ liệu!", "error"),
        one("x-e4", none, "Bảo tàng tỉnh", "/", "<h2>Website tạm ngưng hoạt động để nâng cấp</h2><p>Mời quý khách quay lại vào ngày 20/8.</p>", "error"),
        one("x-e5", none, "Access Denied", "/tin", "<h1>Access Denied</h1><p>You don't have permission to access \"/tin\" on this server.</p>", "error"),
        one("x-l1", s1, "Đăng nhập", "/quan-tri", "<form><input name=tk><input type=password name=mk><button>Đăng nhập</button></form>", "login"),
        one("x-l2", none, "Hộp thư điều hành", "/owa/auth/logon.aspx", "<form><label>Tên người dùng</label><input><label>Mật khẩu</label><input type=password><button>Đăng nhập</button></form>", "login"),
        one("x-m1", s1, "Đấu giá", "/dau-gia", "<h2>Đấu giá</h2><p>Chưa có bài viết.</p>", "listing", "other"),
        one("x-m2", s3, "Tìm - Bảo tàng tỉnh", "/tim?q=xyz", "<h1>Tìm</h1><p>Không có kết quả nào cho “xyz”.</p>", "listing", "other"),
    ]
