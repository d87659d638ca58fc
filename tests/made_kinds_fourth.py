"""A fourth set, of everything that a crawl meets, in further makes; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable

from made_sites import CALENDAR, Item, Made, flat, headline, vn
from made_sites import day as day_of
from made_sites import says as say

HOST = "https://laodong.example.gov.vn"
SITE = "Sở Lao động tỉnh Hồng Giang"


def _u(number: int) -> str:
    return f"/bai-viet/{flat(headline(number))}"


def egov(title: str, main: str, head: str = "") -> str:
    side = "".join(f'<div class="tb-item"><span class="tb-ngay">{day_of(n):%d/%m}</span><a href="{_u(n)}">{headline(n)}</a></div>' for n in range(140, 145))
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} - {SITE}</title>{head}</head><body><div class="egov-top"><a href="/"><img src="/logo.svg" alt="{SITE}"></a><ul class="egov-menu"><li><a href="/gioi-thieu">Giới thiệu</a></li><li><a href="/bai-viet">Bài viết</a></li><li><a href="/van-ban">Văn bản</a></li></ul></div><div class="container-fluid"><div class="col-lg-9 trai-chinh">{main}</div><div class="col-lg-3"><div class="hop"><h4 class="hop-tieude">Thông báo mới</h4>{side}</div><div class="hop"><h4 class="hop-tieude">Lịch</h4>{CALENDAR}</div></div></div><div class="chan"><b>{SITE}</b><br>Trụ sở: 7 Lê Hồng Phong. Tổng đài: 1022</div></body></html>'


def magazine(title: str, main: str, head: str = "") -> str:
    ticker = "".join(f'<a class="tick" href="{_u(n)}">{headline(n)}</a>' for n in range(150, 154))
    foot = "".join(f'<div class="fcol"><a href="{_u(n)}">{headline(n)}</a></div>' for n in range(154, 158))
    return f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><div class="ticker"><span>Nóng:</span>{ticker}</div><header class="mh"><a href="/">HG</a><nav><a href="/xa-hoi">Xã hội</a><a href="/doi-song">Đời sống</a></nav></header><div class="wrap"><div class="main-col">{main}</div><div class="rail"><h3>Tin nổi bật</h3><ol>{"".join(f"<li><a href={_u(n)}>{headline(n)}</a></li>" for n in range(158, 163))}</ol></div></div><footer><h5>Đừng bỏ lỡ</h5>{foot}<p>© 2022 Tạp chí Hồng Giang</p></footer></body></html>'


def oldphp(title: str, main: str, head: str = "") -> str:
    return f'<html><head><meta http-equiv=content-type content="text/html; charset=utf-8"><title>:: {SITE} ::</title>{head}</head><body topmargin=0><table width=780 align=center border=0><tr><td colspan=2><img src=banner.swf></td></tr><tr><td width=160 valign=top bgcolor=#e7f0ff>» <a href=index.php>Trang chủ</a><br>» <a href=index.php?m=news>Tin tức</a><br>» <a href=index.php?m=doc>Văn bản</a><br>» <a href=index.php?m=contact>Liên hệ</a><br><br><b>Liên kết</b><br><select><option>--Chọn--</option></select></td><td valign=top>{main}</td></tr><tr><td colspan=2 align=center><font size=1>{title} - {SITE} - Thiết kế: Trung tâm tin học</font></td></tr></table></body></html>'


def civic(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Hong Giang Province</title>{head}</head><body><a href="#main" class="skip-link">Skip to main content</a><header role="banner"><a href="/en">Hong Giang Province</a></header><nav aria-label="Breadcrumb"><ol><li><a href="/en">Home</a></li><li>{title}</li></ol></nav><main id="main">{main}</main><footer role="contentinfo"><a href="/en/privacy">Privacy</a> <a href="/en/contact">Contact</a></footer></body></html>'


def _one(name: str, shell: Callable[..., str], title: str, path: str, main: str, *kinds: str, head: str = "", turned: bool = True) -> Made:
    return Made("4-" + name, HOST + path, shell(title, main, head), frozenset(kinds), turned=turned)


def _list(name: str, shell: Callable[..., str], title: str, path: str, start: int, count: int, row: Callable[[int, str, str, str], str], frame: str = "{}", to: str | tuple[str, ...] | None = None, *, dated: bool = True, href: Callable[[int], str] = _u) -> Made:
    numbers = range(start, start + count)
    items: tuple[Item, ...] = tuple((headline(n), HOST + href(n), day_of(n).isoformat() if dated else None) for n in numbers)
    main = frame.replace("{}", "".join(row(n, headline(n), href(n), vn(day_of(n))) for n in numbers))
    return Made("4-" + name, HOST + path, shell(title, main), frozenset({"listing"}), items, HOST + to if isinstance(to, str) else to)


def lists() -> list[Made]:
    return [
        _list("egov-list-group", egov, "Bài viết", "/bai-viet", 1, 10, lambda n, t, u, d: f'<a class="list-group-item" href="{u}"><h5>{t}</h5><small>{d}</small><p>{say(n, 1)}</p></a>', '<div class="list-group">{}</div><app-pager><button class="trang on">1</button><a class="trang" href="/bai-viet?trang=2">2</a></app-pager>', "/bai-viet?trang=2"),
        _list("egov-badge-date", egov, "Việc làm", "/viec-lam/trang-5", 11, 8, lambda n, t, u, d: f'<div class="vl"><div class="ngay"><b>{day_of(n).day}</b><i>{day_of(n):%m/%Y}</i></div><div class="nd"><a href="{u}">{t}</a></div></div>', '<h1>Việc làm</h1>{}<ul class="so-trang"><li><a href="/viec-lam/trang-4">Trước</a></li><li>Trang 5/12</li><li><a href="/viec-lam/trang-6">Sau</a></li></ul>', "/viec-lam/trang-6"),
        _list("magazine-river", magazine, "Đời sống - Tạp chí Hồng Giang", "/doi-song", 20, 12, lambda n, t, u, d: f'<section><a class="thumb" href="{u}"><img src="/{n}.jpg" alt=""></a><h2><a href="{u}">{t}</a></h2><p class="dek">{say(n, 1)}</p><span class="by">{d} | Minh Châu</span></section>', '{}<p class="more"><a href="/doi-song?p=2">Tin cũ hơn »</a></p>', "/doi-song?p=2"),
        _list("magazine-no-dates", magazine, "Xã hội - Tạp chí Hồng Giang", "/xa-hoi", 33, 11, lambda n, t, u, d: f'<section><h2><a href="{u}">{t}</a></h2><p class="dek">{say(n, 1)}</p></section>', '{}<div class="pgn"><em>1</em><a href="/xa-hoi/p2">2</a><a href="/xa-hoi/p3">3</a></div>', "/xa-hoi/p2", dated=False),
        _list("oldphp-bullets", oldphp, "Tin tức", "/index.php?m=news", 45, 12, lambda n, t, u, d: f"<img src=b.gif> <a href='{u}'>{t}</a> <font color=gray>({d})</font><br>", "<b>TIN TỨC - SỰ KIỆN</b><br>{}<p align=right>[1] <a href='index.php?m=news&page=2'>[2]</a> <a href='index.php?m=news&page=3'>[3]</a></p>", "/index.php?m=news&page=2", href=lambda n: f"/index.php?m=view&id={n}"),
        _list("oldphp-nested-tables", oldphp, "Thông báo", "/index.php?m=tb&start=20", 57, 6, lambda n, t, u, d: f"<table width=100%><tr><td rowspan=2 width=90><img src={n}.jpg></td><td><a href='{u}'><b>{t}</b></a></td></tr><tr><td>{d} - {say(n, 1)}</td></tr></table>", "{}<a href='index.php?m=tb&start=10'>&lt;&lt; Trang trước</a> <a href='index.php?m=tb&start=30'>Trang sau &gt;&gt;</a>", "/index.php?m=tb&start=30", href=lambda n: f"/index.php?m=view&id={n}"),
        _list("civic-search", civic, "Latest news", "/en/news", 64, 8, lambda n, t, u, d: f'<li class="gem-c-document-list__item"><a href="{u}">{t}</a><p>Department notice.</p><ul><li>Published: <time datetime="{day_of(n)}">{day_of(n):%d %B %Y}</time></li></ul></li>', '<h1>Latest news</h1><ul class="gem-c-document-list">{}</ul><nav class="pagination" aria-label="Pagination"><a href="/en/news?page=2" rel="next"><span>Next page</span><span>2 of 9</span></a></nav>', "/en/news?page=2"),
        _list("civic-table", civic, "Notices", "/en/notices", 73, 7, lambda n, t, u, d: f'<tr><td><a href="{u}">{t}</a></td><td>{day_of(n):%d/%m/%Y}</td></tr>', "<h1>Notices</h1><table><caption>Notices, newest first</caption><tbody>{}</tbody></table>"),
        _list("egov-tabs", egov, "Tin ngành", "/tin-nganh", 81, 9, lambda n, t, u, d: f'<div class="tab-row"><i class="fa fa-angle-right"></i><a title="{t}" href="{u}">{t}</a><em>{d}</em></div>', '<ul class="nav-tabs"><li class="active"><a href="#a">Mới nhất</a></li><li><a href="#b">Xem nhiều</a></li></ul><div id="a">{}</div>'),
        _list("magazine-xem-them", magazine, "Media", "/media", 91, 9, lambda n, t, u, d: f'<div class="box"><a href="{u}"><img src="/{n}.jpg"><h3>{t}</h3></a><time>{d}</time></div>', '{}<a id="loadmore" data-page="2" href="/media?page=2">Xem thêm bài viết</a>', "/media?page=2"),
        _list("egov-postback", egov, "Gương sáng", "/Pages/guong-sang.aspx", 101, 7, lambda n, t, u, d: f'<div><a href="{u}">{t}</a> - <span>{d}</span></div>', "<form method=post action=guong-sang.aspx><input type=hidden name=__VIEWSTATE value=1>{}<div class=pg><span>1</span>&nbsp;<a href=\"javascript:__doPostBack('ctl00$pg$ctl02','')\">2</a>&nbsp;<a href=\"javascript:__doPostBack('ctl00$pg$ctl03','')\">3</a></div></form>", ("post", "ctl00$pg$ctl02", "")),
        _list("oldphp-li-plain", oldphp, "Lưu trữ", "/index.php?m=archive&y=2009", 111, 15, lambda n, t, u, d: f"<li>{d}: <a href='{u}'>{t}</a></li>", "<h3>Lưu trữ năm 2009</h3><ul>{}</ul>", href=lambda n: f"/index.php?m=view&id={n}"),
        _list("egov-related-docs-beside", egov, "Cải cách hành chính", "/cai-cach-hanh-chinh", 127, 5, lambda n, t, u, d: f'<div class="card"><div class="card-body"><h6 class="card-title"><a class="stretched-link" href="{u}">{t}</a></h6><p class="card-text">{say(n, 2)}</p></div><div class="card-footer">{d}</div></div>', '{}<nav><ul class="pagination"><li class="page-item disabled"><span class="page-link">‹</span></li><li class="page-item active"><span class="page-link">1</span></li><li class="page-item"><a class="page-link" href="/cai-cach-hanh-chinh?page=2">2</a></li><li class="page-item"><a class="page-link" href="/cai-cach-hanh-chinh?page=2" rel="next" aria-label="Next »">›</a></li></ul></nav>', "/cai-cach-hanh-chinh?page=2"),
        _list("magazine-lead-plus-list", magazine, "Kinh tế - Tạp chí Hồng Giang", "/kinh-te", 164, 8, lambda n, t, u, d: (f'<div class="hero"><h1><a href="{u}">{t}</a></h1><p>{say(n, 2)}</p><span>{d}</span></div><div class="lst">' if n == 164 else f'<div class="li"><a href="{u}">{t}</a><span>{d}</span></div>'), '{}</div><a class="nxt" href="/kinh-te/trang-2.html">Trang sau ›</a>', "/kinh-te/trang-2.html"),
    ]


def others() -> list[Made]:
    h, t = headline, lambda n, k: "".join(f"<p>{say(n + at, 2)}</p>" for at in range(k))
    more = "".join(f'<li><a href="{_u(n)}">{headline(n)}</a> <i>({vn(day_of(n))})</i></li>' for n in range(180, 190))
    return [
        _one("a-egov", egov, h(201), _u(201), f"<h3 class='bv-tieude'>{h(201)}</h3><div class='bv-ngay'>Ngày đăng: {vn(day_of(201))}</div><div class='bv-nd'>{t(1, 4)}</div>", "article"),
        _one("a-egov-others", egov, h(202), _u(202), f"<h3>{h(202)}</h3><div>{vn(day_of(202))}</div>{t(2, 1)}<h4>Bài viết khác</h4><ul>{more}</ul><a href='/bai-viet?trang=2'>Xem thêm</a>", "article", turned=False),
        _one("a-magazine", magazine, f"{h(203)} - Tạp chí Hồng Giang", _u(203), f"<h1>{h(203)}</h1><p class='dek'>{say(3, 1)}</p><span class='by'>{vn(day_of(203))} | Minh Châu</span>{t(3, 5)}<h3>Cùng chuyên mục</h3><ul>{more}</ul><div class='nextprev'><a href='{_u(204)}'>« Bài trước</a><a href='{_u(202)}'>Bài sau »</a></div>", "article"),
        _one("a-magazine-slides", magazine, f"{h(205)} - Tạp chí Hồng Giang", _u(205), f"<h1>{h(205)}</h1>{t(4, 2)}<div class='slider'><img src=1.jpg><a class='prev'>&#10094;</a><a class='next' href='#'>&#10095;</a></div>", "article"),
        _one("a-oldphp", oldphp, "Tin tức", "/index.php?m=view&id=77", f"<font size=3 color=red><b>{h(206)}</b></font><br><i>({vn(day_of(206))})</i><br><br>{say(5, 3)}<br><br>{say(6, 3)}<br><br><b>Các tin đã đăng:</b><br><a href=index.php?m=view&id=70>{h(190)}</a><br><a href=index.php?m=view&id=71>{h(191)}</a><br><a href=index.php?m=view&id=72>{h(192)}</a>", "article"),
        _one("a-oldphp-short", oldphp, "Thông báo", "/index.php?m=view&id=78", f"<b>Thông báo lịch cúp điện</b><br>(Ngày {vn(day_of(207))})<p>Điện lực tạm ngừng cung cấp điện khu phố 2 từ 8 giờ đến 11 giờ sáng Chủ nhật để thay máy biến áp.", "article"),
        _one("a-civic", civic, "Job fair returns in October", "/en/news/job-fair-returns-in-october", "<h1>Job fair returns in October</h1><p>Published 12 September 2023</p><p>Forty companies will offer 1,200 jobs at the fair on 14 October, the department said.</p><h2>Who can come</h2><p>Anyone over 15. Entry is free.</p>", "article"),
        _one("a-video-embed", egov, "Phim tài liệu: Người giữ rừng đầu nguồn", "/bai-viet/phim-tai-lieu-nguoi-giu-rung-dau-nguon", "<h3>Phim tài liệu: Người giữ rừng đầu nguồn</h3><div>12/12/2022</div><iframe src='//youtube.example/embed/1'></iframe>", "article", "gallery"),
        _one("a-recruit-table", egov, "Kết quả xét tuyển viên chức đợt 1 năm 2022", "/bai-viet/ket-qua-xet-tuyen-vien-chuc-dot-1-nam-2022", "<h3>Kết quả xét tuyển viên chức đợt 1 năm 2022</h3><table><tr><th>Số báo danh</th><th>Họ và tên</th><th>Kết quả</th></tr>" + "".join(f"<tr><td>{n:03}</td><td>Phạm Thị {chr(64 + n)}</td><td>Đạt</td></tr>" for n in range(1, 20)) + "</table>", "article"),
        _one("a-qa-list-links", egov, "Hỏi đáp chính sách bảo hiểm thất nghiệp", "/bai-viet/hoi-dap-chinh-sach-bao-hiem-that-nghiep", "<h3>Hỏi đáp chính sách bảo hiểm thất nghiệp</h3>" + "".join(f"<p><b>Câu hỏi {n}:</b> Người lao động nghỉ việc bao lâu thì được hưởng?</p><p><b>Trả lời:</b> {say(n, 2)}</p>" for n in range(1, 4)), "article"),
        _one("a-form-download", egov, "Mẫu đơn đăng ký tham gia hội thi tay nghề", "/bai-viet/mau-don-dang-ky-tham-gia-hoi-thi-tay-nghe", "<h3>Mẫu đơn đăng ký tham gia hội thi tay nghề</h3><div>03/03/2022</div><p>Các đơn vị tải mẫu và gửi về ban tổ chức trước ngày 20/3.</p><p><a href='/f/mau01.docx'>Mẫu 01</a> <a href='/f/mau02.docx'>Mẫu 02</a></p>", "article"),
        _one("a-gone-job", magazine, "Nghề rèn không còn tồn tại ở làng Vân - Tạp chí Hồng Giang", _u(999)[:9] + "/nghe-ren-khong-con-ton-tai-o-lang-van", "<h1>Nghề rèn không còn tồn tại ở làng Vân</h1><p>Lò cuối cùng tắt lửa năm 2015.</p>", "article"),
        _one("a-typo-page", oldphp, "Tin tức", "/index.php?m=view&id=79", f"<b>Trang phục truyền thống không còn phổ biến</b><br>({vn(day_of(33))})<p>{say(9, 2)}", "article"),
        _one("d-egov", egov, "Văn bản", "/van-ban", "<table class='tbl'><thead><tr><th>#</th><th>Số/Ký hiệu</th><th>Trích yếu</th><th>Ngày ban hành</th><th></th></tr></thead>" + "".join(f"<tr><td>{n}</td><td>{n + 30}/KH-SLĐ</td><td><a href='/van-ban/{n}'>{h(n)}</a></td><td>{vn(day_of(n))}</td><td><a href='/f/{n}.pdf'><i class='fa fa-download'></i></a></td></tr>" for n in range(1, 13)) + "</table><ul class='pagination'><li class='active'>1</li><li><a href='/van-ban?trang=2'>2</a></li></ul>", "documents"),
        _one("d-oldphp", oldphp, "Văn bản", "/index.php?m=doc", "".join(f"<p><b>{n}/2008/CT-UBND</b> ({vn(day_of(n))})<br>Chỉ thị về việc {h(n).lower()} <a href=doc/{n}.doc>[Tải về]</a></p>" for n in range(1, 9)), "documents"),
        _one("g-egov", egov, "Thư viện ảnh", "/thu-vien-anh", "<div class='luoi'>" + "".join(f"<div class='anh'><a href='/thu-vien-anh/{n}'><img src='/{n}.jpg'></a><p><a href='/thu-vien-anh/{n}'>Hội thi thợ giỏi lần {n}</a></p></div>" for n in range(1, 13)) + "</div>", "gallery"),
        _one("o-home", magazine, "Tạp chí Hồng Giang - Trang chủ", "/", "".join(f"<h2><a href='/c{c}'>Chuyên mục {c}</a></h2>" + "".join(f"<div class='b'><a href='{_u(n)}'>{h(n)}</a></div>" for n in range(c * 5, c * 5 + 5)) for c in range(45, 50)), "other"),
        _one("o-home-old", oldphp, "Trang chủ", "/index.php", "".join(f"<p><a href='index.php?m=view&id={n}'><b>{h(n)}</b></a><br>{say(n, 1)}</p>" for n in range(40, 48)), "other"),
        _one("o-contact", civic, "Contact", "/en/contact", "<h1>Contact</h1><p>Call 0239 388 0000 or write to office@hg.example.</p><form><input type=text name=n><input type=email name=e><textarea name=m></textarea></form>", "other"),
        _one("o-sitemap", egov, "Sơ đồ website", "/so-do", "<h3>Sơ đồ website</h3><ul>" + "".join(f"<li><a href='/{flat(w)}'>{w}</a></li>" for w in ("Giới thiệu chung về Sở", "Chức năng và nhiệm vụ", "Tin tức và sự kiện trong ngành", "Văn bản chỉ đạo điều hành", "Thủ tục hành chính công", "Liên hệ và góp ý kiến")) + "</ul>", "other"),
        _one("x-404", egov, "Lỗi 404", "/bai-viet/x", "<h1>404</h1><h3>Trang bạn tìm không có</h3>", "soft-404"),
        _one("x-404-mag", magazine, "Tạp chí Hồng Giang", _u(400), "<div class='nf'>Bài viết bạn vừa chọn đã bị xóa khỏi hệ thống.</div>", "soft-404"),
        _one("x-404-old", oldphp, "Tin", "/index.php?m=view&id=0", "<center>Tin này không có hoặc đã bị xóa</center>", "soft-404"),
        _one("x-404-civic", civic, "Page not found", "/en/x", "<h1>Page not found</h1><p>If you typed the web address, check it is correct.</p>", "soft-404"),
        _one("x-404-unpublished", egov, "Thông báo", "/bai-viet/y", "<div class='alert alert-warning'>Nội dung chưa được công bố.</div>", "soft-404"),
        _one("x-error", oldphp, "Tin", "/index.php?m=news&p=9", "<b>Warning</b>: mysql_connect(): Can't connect to local MySQL server through socket in <b>/home/web/db.php</b> on line <b>3</b>", "error"),
        _one("x-error-api", egov, "Bài viết", "/bai-viet?trang=x", "<div class='err'>Đã có lỗi xảy ra, xin vui lòng thử lại.</div>", "error"),
        _one("x-login", egov, "Đăng nhập", "/dang-nhap", "<form><h3>Đăng nhập</h3><input name=u><input type=password name=p><button>Đăng nhập</button><a href='/quen'>Quên mật khẩu?</a></form>", "login"),
        _one("x-empty", egov, "Đấu thầu", "/dau-thau", "<h3>Đấu thầu</h3><p>Không có tin nào để hiển thị.</p>", "listing", "other"),
        _one("x-empty-mag", magazine, "Podcast - Tạp chí Hồng Giang", "/podcast", "<h1>Podcast</h1><p>Chuyên mục chưa có bài.</p>", "listing", "other"),
        _one("x-no-result", civic, "Search", "/en/search?q=zzz", "<h1>Search</h1><p>There are no matching results.</p>", "listing", "other"),
    ]


def pages() -> list[Made]:
    """All of them."""
    return [*lists(), *others()]
