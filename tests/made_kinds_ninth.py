"""A ninth set, written after the eighth had been mended: other makes, and more around the content; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from made_sites import POLL, SITES, Item, Made, flat

HOST = "https://www.huyenlapthach.vinhan.example"
SITE = "Cổng thông tin điện tử huyện Lập Thạch, tỉnh Vĩnh An"
HEADS = (
    "Xã Bắc Sơn đón bằng công nhận đạt chuẩn nông thôn mới", "Thả 5 vạn cá giống tái tạo nguồn lợi thủy sản trên sông Phó", "Giải bóng chuyền nữ mừng Xuân: Đồng Tâm vô địch",
    "Hạn hán kéo dài, nông dân chuyển 300 ha lúa sang trồng ngô", "HĐND huyện khai mạc kỳ họp thứ mười hai", "Triển khai tiêm vắc xin phòng dại cho đàn chó, mèo",
    "Khởi công cầu Bến Gạo nối hai xã ven sông", "Trường Mầm non Hoa Sen đạt chuẩn quốc gia mức độ 2", "Phòng chống rét cho trâu, bò ở các thôn vùng cao",
    "Huyện đoàn ra quân Chiến dịch tình nguyện hè", "Đồng chí Bí thư Huyện ủy kiểm tra tuyến đê tả sông Phó", "Hội Phụ nữ huyện trao 20 sinh kế cho hội viên nghèo",
    "Bắt giữ đối tượng trộm cắp xe máy liên xã", "Chợ phiên Đồng Mỏ họp trở lại sau ba năm", "Lễ hội đình làng Hạ: gìn giữ nét xưa",
    "Công khai danh sách hộ nghèo, cận nghèo năm 2024", "Nghiệm thu đề tài nuôi ong lấy mật dưới tán rừng", "Phát hiện chùm ca sốt xuất huyết tại thị trấn",
    "Ký giao ước thi đua Khối Mặt trận Tổ quốc và các đoàn thể", "Đấu giá quyền sử dụng đất 14 lô tại khu Đồng Sau", "Vận hành thử trạm bơm Cống Trắng",
    "Gặp mặt tân binh trước giờ lên đường nhập ngũ", "Thăm, tặng quà Mẹ Việt Nam anh hùng", "Hướng dẫn nộp thuế đất phi nông nghiệp qua điện thoại", "Cảnh báo giả danh cán bộ điện lực lừa đảo",
    "Trồng 2.000 cây ban trắng dọc đường tỉnh 305", "Hội thảo xây dựng nhãn hiệu na dai Lập Thạch", "Dọn vệ sinh nghĩa trang liệt sĩ trước ngày 27/7",
)
TELLS = (
    "Đến dự có các đồng chí Thường trực Huyện ủy, lãnh đạo các phòng, ban và đông đảo bà con nhân dân trong xã.",
    "Sau hơn mười năm kiên trì, thu nhập bình quân đầu người của xã đạt 56 triệu đồng, tỷ lệ hộ nghèo còn 1,9%.",
    "Ông Phùng Văn Sửu, thôn Đồng Tâm, phấn khởi nói rằng con đường bê tông đã giúp xe tải vào tận vườn thu mua na.",
    "Ban quản lý dự án cam kết hoàn thành trước mùa mưa lũ, bảo đảm an toàn cho người và phương tiện qua lại.",
    "Huyện yêu cầu các xã, thị trấn tổng hợp kết quả hằng tuần gửi về Phòng Nông nghiệp và Phát triển nông thôn.",
    "Đây là năm thứ tư liên tiếp phong trào được tổ chức với sự chung tay của doanh nghiệp và con em xa quê.",
)


def T(n: int) -> str:
    return HEADS[n % len(HEADS)] + (f", đợt {n // len(HEADS) + 1}" if n >= len(HEADS) else "")


def S(n: int, k: int = 2) -> str:
    return " ".join(TELLS[(n + at) % len(TELLS)] for at in range(k))


def P(n: int, k: int) -> str:
    return "".join(f"<p>{S(n + 2 * at)}</p>" for at in range(k))


def D(n: int) -> date:
    return date(2024, 3, 21) - timedelta(days=2 * n)


def V(n: int) -> str:
    return f"{D(n):%d/%m/%Y}"


def U(n: int) -> str:
    return f"/{flat(T(n))}-c{9900 - n}.html"


def _rel(numbers: range, row: str = '<li><a href="{u}">{t}</a> <span>({d})</span></li>') -> str:
    return "".join(row.format(u=U(n), t=T(n), d=V(n), s=S(n, 1)) for n in numbers)


# --- what stands around the content ------------------------------------------------------------------------------------

WORDS = ("Giới thiệu", "Tin tức - Sự kiện", "Chuyển đổi số", "Văn bản điều hành", "Dịch vụ công trực tuyến", "Công khai ngân sách", "Hỏi đáp", "Liên hệ")


def three(title: str, main: str, head: str = "") -> str:
    left = "".join(f'<li><a href="/{flat(w)}">{w}</a></li>' for w in WORDS)
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><div class="page"><div class="hd"><img src="/hd.jpg" alt="{SITE}"></div><div class="row"><div class="col-md-3"><div class="box"><div class="bt">DANH MỤC</div><ul>{left}</ul></div><div class="box"><div class="bt">THÔNG BÁO</div><ul>{_rel(range(20, 26))}</ul></div></div><div class="col-md-6">{main}</div><div class="col-md-3"><div class="box"><div class="bt">TIN MỚI</div>' + _rel(range(6), '<div class="tm"><a href="{u}"><img src="/t.jpg"></a><a href="{u}">{t}</a><p>{s}</p></div>') + f'</div><div class="box">{POLL}</div><div class="box">{SITES}</div></div></div><div class="ft">{SITE}. Thường trực: Văn phòng HĐND và UBND huyện. Email: vanphong@lapthach.example</div></div></body></html>'


def floats(title: str, main: str, head: str = "") -> str:
    return f'<html><head><title>{SITE}</title>{head}</head><body><form id="form1" method="post" action="./"><input type="hidden" name="__VIEWSTATE" value="/wE"><div style="width:1000px;margin:0 auto"><div style="height:150px"></div><div style="background:#06c">' + " | ".join(f'<a style="color:#fff" href="/{flat(w)}">{w}</a>' for w in WORDS) + f'</div><div style="float:left;width:690px;padding:5px">{main}</div><div style="float:right;width:290px"><div style="font-weight:bold">TIN XEM NHIỀU</div>' + _rel(range(14, 20), '<div style="border-bottom:1px dotted"><a href="{u}">{t}</a><br><span style="color:#999">{d}</span></div>') + '</div><div style="clear:both;text-align:center">Cơ quan chủ quản: UBND huyện Lập Thạch</div></div></form></body></html>'


def cells(title: str, main: str, head: str = "") -> str:
    return f'<html><head><title>{title}</title>{head}</head><body><table class="main" align="center"><tr><td colspan="2" class="banner"></td></tr><tr><td colspan="2" class="hmenu">' + "".join(f'<a href="/{flat(w)}" class="m">{w}</a>' for w in WORDS) + f'</td></tr><tr><td class="colcontent" valign="top">{main}</td><td class="colright" valign="top"><div class="tit">Tin tiêu điểm</div>' + _rel(range(22, 27), '<div class="r"><a href="{u}">{t}</a></div>') + '<div class="tit">Thời tiết</div>Lập Thạch 24°C</td></tr><tr><td colspan="2" class="foot">Ghi rõ nguồn khi phát hành lại thông tin từ website này</td></tr></table></body></html>'


def tagdiv(title: str, main: str, head: str = "") -> str:
    mega = _rel(range(5, 10), '<div class="td_module_mega_menu td_mod_mega_menu"><h3 class="entry-title td-module-title"><a href="{u}">{t}</a></h3><span class="td-post-date"><time datetime="2024-01-01">{d}</time></span></div>')
    return f'<!doctype html><html lang="vi"><head><meta charset="UTF-8"><title>{title} - Lập Thạch Online</title>{head}</head><body class="td-standard-pack global-block-template-1"><div class="td-menu-background"></div><div id="td-outer-wrap"><div class="td-header-wrap"><div class="td-header-menu-wrap"><div id="td-header-menu" role="navigation"><ul id="menu-chinh" class="sf-menu"><li class="menu-item td-mega-menu"><a href="/category/tin">Tin</a><ul class="sub-menu"><li><div class="td-mega-grid">{mega}</div></li></ul></li></ul></div></div></div><div class="td-main-content-wrap td-container-wrap"><div class="td-container"><div class="td-pb-row"><div class="td-pb-span8 td-main-content" role="main"><div class="td-ss-main-content">{main}</div></div><div class="td-pb-span4 td-main-sidebar" role="complementary"><div class="td-ss-main-sidebar"><aside class="widget"><div class="block-title"><span>Bài mới</span></div>' + _rel(range(18, 23), '<div class="td_module_6"><h3 class="entry-title td-module-title"><a href="{u}">{t}</a></h3><div class="td-module-meta-info"><time class="entry-date">{d}</time></div></div>') + '</aside></div></div></div></div></div><div class="td-footer-wrapper">© 2024</div></div></body></html>'


def paper(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} | Báo Vĩnh An điện tử</title>{head}</head><body><header class="site-header"><div class="grid"><a class="logo" href="/">Báo Vĩnh An</a><span class="time" id="today">Thứ Năm, 21/03/2024</span></div><nav class="c-navigation"><ul class="menu">' + "".join(f'<li><a href="/{flat(w)}/">{w}</a></li>' for w in ("Chính trị", "Kinh tế", "Xã hội", "Pháp luật", "Văn hóa", "Thể thao")) + f'</ul></nav></header><div class="site-body"><div class="container"><div class="grid"><div class="l-content"><div class="main-col">{main}</div></div><div class="l-sidebar"><div class="fyi-position"><div class="box-heading"><h3>Đọc nhiều</h3></div>' + _rel(range(8, 14), '<article class="story"><h2 class="story__heading"><a class="cms-link" href="{u}">{t}</a></h2></article>') + '</div></div></div></div></div><footer class="site-footer"><p>Tổng Biên tập: Hà Quang Lợi. Giấy phép số 300/GP-BTTTT</p></footer></body></html>'


def nuke(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><title>{title} - UBND xã Bắc Sơn</title><meta name="generator" content="NukeViet v4.x">{head}</head><body><div class="body-bg"><div class="wraper"><header><div class="container"><div id="header" class="row"><div class="logo col-xs-24"><a href="/"><img src="/uploads/logo.png"></a></div></div></div></header><nav class="second-nav" id="menusite"><div class="container"><ul class="nav navbar-nav">' + "".join(f'<li><a href="/vi/{flat(w)}/">{w}</a></li>' for w in WORDS) + f'</ul></div></nav><section><div class="container" id="body"><div class="row"><div class="col-sm-16 col-md-18">{main}</div><div class="col-sm-8 col-md-6"><div class="panel panel-primary"><div class="panel-heading">Tin xem nhiều</div><div class="panel-body"><ul class="block_groups list-none">' + _rel(range(3, 9), '<li class="clearfix"><a class="show" href="{u}"><img src="/a.jpg" class="pull-left"></a><a class="show" href="{u}">{t}</a></li>') + '</ul></div></div><div class="panel panel-primary"><div class="panel-heading">Thống kê truy cập</div><ul><li>Đang truy cập 12</li></ul></div></div></div></div></section><footer id="footer"><div class="container">UBND xã Bắc Sơn</div></footer></div></div></body></html>'


def hashed(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"/><title>{title}</title>{head}</head><body><div id="__next"><div class="Layout_wrap__2kPzT"><div class="Top_bar__1aB3x"><a href="/"><img src="/l.svg" alt="logo"/></a>' + "".join(f'<a class="Top_link__9xQ1z" href="/{flat(w)}">{w}</a>' for w in WORDS) + f'</div><div class="Page_body__3vLmN">{main}</div><div class="Bottom_wrap__7yUiO"><p>UBND huyện Lập Thạch. Đường dây nóng: 0211.3830.999</p></div></div></div></body></html>'


def html5(title: str, main: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><header><h1><a href="/">Trường THCS Bắc Sơn</a></h1><nav>' + "".join(f'<a href="/{flat(w)}">{w}</a>' for w in WORDS[:5]) + f'</nav></header><main>{main}</main><aside><section><h2>Bài viết gần đây</h2><ul>{_rel(range(10, 15), "<li><a href={u}>{t}</a></li>")}</ul></section></aside><footer>Trường THCS Bắc Sơn</footer></body></html>'


def bare(title: str, main: str, head: str = "") -> str:
    return f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{main}</body></html>"


# --- pages -------------------------------------------------------------------------------------------------------------

def _one(name: str, shell: Callable[..., str], title: str, path: str, main: str, *kinds: str, head: str = "", related: tuple[str, ...] | None = None, turned: bool = True) -> Made:
    return Made("9-" + name, HOST + path, shell(title, main, head), frozenset(kinds), turned=turned, related=None if related is None else tuple(HOST + one for one in related))


def _list(name: str, shell: Callable[..., str], title: str, path: str, numbers: range, row: str | Callable[[int], str], frame: str = "{}", to: str | tuple[str, ...] | None = None, *, dated: bool = True) -> Made:
    items: tuple[Item, ...] = tuple((T(n), HOST + U(n), D(n).isoformat() if dated else None) for n in numbers)
    rows = _rel(numbers, row) if isinstance(row, str) else "".join(map(row, numbers))
    return Made("9-" + name, HOST + path, shell(title, frame.replace("{}", rows)), frozenset({"listing"}), items, HOST + to if isinstance(to, str) else to)


def _us(numbers: range) -> tuple[str, ...]:
    return tuple(U(n) for n in numbers)


def articles() -> list[Made]:
    comments = "".join(f'<div class="cmt"><b>Bạn đọc {n}</b> <span>{V(n)} 08:1{n}</span><p>Rất ủng hộ chủ trương này của huyện, mong sớm hoàn thành để bà con đi lại thuận tiện hơn.</p></div>' for n in range(6))
    return [
        _one("a-three-short", three, T(5), U(5), f'<div class="bt">TIN TỨC</div><div class="td">{T(5)}</div><div class="ng">{V(5)}</div><div class="nd">Ngày 11/3, Trạm Chăn nuôi và Thú y huyện phối hợp với các xã tổ chức tiêm phòng dại cho 3.200 con chó, mèo. Đợt tiêm kết thúc vào ngày 25/3.</div>', "article"),
        _one("a-three-newer-older", three, T(6), U(6), f'<h1>{T(6)}</h1><div class="ng">Thứ bảy, {V(6)}</div><div class="nd">{P(1, 4)}</div><div class="tl">Tin mới hơn</div><ul>{_rel(range(3, 6))}</ul><div class="tl">Tin cũ hơn</div><ul>{_rel(range(7, 12))}</ul>', "article", related=_us(range(3, 6)) + _us(range(7, 12))),
        _one("a-floats-untitled", floats, "", "/chitiet.aspx?id=9893", f'<div style="font-size:18px;color:#c00">{T(7)}</div><div style="color:#888">Đăng ngày {V(7)}</div><div style="text-align:justify"><p style="font-weight:bold">{S(2, 1)}</p>{P(3, 3)}</div><div style="font-weight:bold">Các bài viết khác:</div>' + _rel(range(8, 13), '<div>- <a href="{u}">{t}</a> <span style="color:#999">({d})</span></div>'), "article", related=_us(range(8, 13))),
        _one("a-cells-comments", cells, T(2), U(2), f'<div class="newstitle">{T(2)}</div><div class="newsdate">{V(2)} 15:40</div><div class="newscontent">{P(0, 3)}</div><div class="y-kien"><div class="tit">Ý kiến bạn đọc (6)</div>{comments}<form><input type="text" name="ten"><input type="text" name="email"><textarea name="yk"></textarea><button>Gửi</button></form></div>', "article"),
        _one("a-tagdiv", tagdiv, T(13), "/cho-phien-dong-mo-hop-tro-lai-sau-ba-nam/", f'<article class="post type-post"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/van-hoa">Văn hóa</a></li></ul><header class="td-post-title"><h1 class="entry-title">{T(13)}</h1><div class="td-module-meta-info"><div class="td-post-author-name">Bởi <a href="/author/ha">Thu Hà</a></div><span class="td-post-date"><time class="entry-date updated" datetime="2024-02-24T07:00:00+07:00">24/02/2024</time></span></div></header></div><div class="td-post-content">{P(2, 5)}</div><footer><div class="td-post-next-prev"><div class="td-post-next-prev-content"><span>Bài trước</span><a href="{U(14)}">{T(14)}</a></div><div><span>Bài tiếp theo</span><a href="{U(12)}">{T(12)}</a></div></div></footer></article><div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title"><a class="td-related-left">BÀI VIẾT LIÊN QUAN</a><a class="td-related-right">XEM THÊM</a></h4><div class="td_block_inner">' + _rel(range(15, 18), '<div class="td-related-span4"><div class="td_module_related_posts"><div class="td-module-thumb"><a href="{u}"><img src="/x.jpg"></a></div><h3 class="entry-title td-module-title"><a href="{u}">{t}</a></h3></div></div>') + '</div></div>', "article", related=_us(range(15, 18))),
        _one("a-paper-inline-related", paper, T(3), "/xa-hoi/han-han-keo-dai-post12345.html", f'<article class="article"><div class="article__header"><h1 class="article__title cms-title">{T(3)}</h1><div class="article__meta"><time class="time" datetime="2024-03-15T09:00:00+0700">15/03/2024 09:00</time></div></div><div class="article__sapo cms-desc">{S(4, 1)}</div><div class="article__body cms-body"><p>{S(0)}</p><div class="article-relate"><a href="{U(11)}" class="title-link">{T(11)}</a></div><p>{S(2)}</p><p>{S(3)}</p><p class="article__author"><strong>Minh Khuê</strong></p></div><div class="article__tag"><ul><li><a href="/tu-khoa/lua">lúa</a></li><li><a href="/tu-khoa/ngo">ngô</a></li></ul></div></article><section class="zone--related"><div class="box-heading">Cùng chuyên mục</div>' + _rel(range(15, 21), '<article class="story"><figure class="story__thumb"><a href="{u}"><img src="/t.jpg"></a></figure><h2 class="story__heading"><a class="cms-link" href="{u}">{t}</a></h2><div class="story__summary"><p>{s}</p></div></article>') + '</section>', "article", related=(U(11), *_us(range(15, 21)))),
        _one("a-nuke-detail", nuke, T(14), "/vi/news/van-hoa/le-hoi-dinh-lang-ha-214.html", f'<div class="news_column panel panel-default"><div class="panel-body"><h1 class="title margin-bottom-lg">{T(14)}</h1><div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ năm - 22/02/2024 08:30</span></div></div><div class="hometext m-bottom">{S(1, 1)}</div><div id="news-bodyhtml" class="bodytext margin-bottom-lg">{P(4, 3)}</div><div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả bài viết: </strong>Ban Biên tập</p></div></div></div><div class="news_column panel panel-default"><div class="panel-body"><div class="h5"><em class="fa fa-tags"></em><strong>Tags: </strong></div></div></div><div class="news_column panel panel-default"><div class="panel-body other-news"><p class="h3"><strong>Những tin mới hơn</strong></p><div class="clearfix"><ul class="detail-related related list-none list-items">{_rel(range(9, 12))}</ul></div><p class="h3"><strong>Những tin cũ hơn</strong></p><div class="clearfix"><ul class="related list-none list-items">{_rel(range(15, 19))}</ul></div></div></div>', "article", related=_us(range(9, 12)) + _us(range(15, 19))),
        _one("a-hashed", hashed, T(25), U(25), f'<div class="Detail_box__8uY2k"><p class="Detail_title__qW3eR">{T(25)}</p><p class="Detail_time__1zXcV">{V(25)} - 10:20</p><div class="Detail_html__5tGbN">{P(1, 4)}</div></div><div class="Other_wrap__4rFvB"><p class="Other_head__6hJmK">Tin liên quan</p>' + _rel(range(4), '<a class="Other_card__0pLoK" href="{u}"><img src="/i.png" alt=""/><p>{t}</p><span>{d}</span></a>') + '</div>', "article", related=_us(range(4))),
        _one("a-html5-one-paragraph", html5, "Nghỉ học ngày 22/3 do rét đậm", "/nghi-hoc-ngay-22-3", "<article><h2>Nghỉ học ngày 22/3 do rét đậm</h2><time>21/03/2024</time><p>Nhà trường cho học sinh nghỉ học ngày 22/3. Học sinh đi học lại vào thứ Hai, 25/3.</p></article>", "article"),
        _one("a-nuke-file", nuke, "Công khai quyết toán ngân sách xã năm 2023", "/vi/news/cong-khai/cong-khai-quyet-toan-ngan-sach-xa-nam-2023-88.html", '<div class="news_column panel"><div class="panel-body"><h1 class="title">Công khai quyết toán ngân sách xã năm 2023</h1><span class="h5">Thứ hai - 04/03/2024 14:02</span><div class="bodytext"><p><iframe src="https://docs.google.com/viewer?url=https%3A%2F%2Fxabacson.example%2Fuploads%2Fqt2023.pdf&embedded=true" height="600"></iframe></p></div><div class="panel-heading">File đính kèm</div><a href="/uploads/qt2023.pdf">qt2023.pdf</a></div></div>', "article"),
        _one("a-floats-list-of-names", floats, "", "/chitiet.aspx?id=9885", f'<div style="font-size:18px;color:#c00">{T(15)}</div><div style="color:#888">Đăng ngày {V(15)}</div><p>UBND huyện công khai danh sách gồm:</p>' + "".join(f"<div>{n}. Hộ ông (bà) {w}, thôn {p}</div>" for n, (w, p) in enumerate((("Phùng Văn Sửu", "Đồng Tâm"), ("Triệu Thị Mùi", "Hạ"), ("Lý Văn Páo", "Bến Gạo"), ("Đỗ Thị Nga", "Đồng Mỏ"), ("Hà Văn Quý", "Cống Trắng"), ("Bàn Thị Sao", "Thượng"), ("Khổng Văn Bắc", "Hạ")), 1)), "article"),
        _one("a-cells-interview", cells, "Trao đổi với Chủ tịch UBND xã Bắc Sơn về xây dựng nông thôn mới", "/trao-doi-voi-chu-tich-ubnd-xa-bac-son-c77.html", f'<div class="newstitle">Trao đổi với Chủ tịch UBND xã Bắc Sơn về xây dựng nông thôn mới</div><div class="newsdate">02/03/2024</div><div class="newscontent"><p><b>PV: Thưa ông, xã đã gặp khó khăn gì?</b></p><p>{S(1)}</p><p><b>PV: Kế hoạch năm tới ra sao?</b></p><p>{S(4)}</p></div>', "article"),
        _one("a-three-intro", three, "Giới thiệu chung về huyện Lập Thạch", "/gioi-thieu-chung", f'<h1>Giới thiệu chung về huyện Lập Thạch</h1><div class="nd"><p>Huyện Lập Thạch nằm ở phía bắc tỉnh, có diện tích tự nhiên 173 km2, dân số 142.000 người, gồm 18 xã và 2 thị trấn.</p>{P(1, 3)}</div>', "article"),
        _one("a-nuke-rule", nuke, "Quy trình tiếp nhận đơn thư", "/vi/about/quy-trinh-tiep-nhan-don-thu.html", '<div class="panel panel-default"><div class="panel-body"><h3 class="text-center margin-bottom-lg">Quy trình tiếp nhận đơn thư</h3><div class="clearfix"><p>Bước 1. Công dân gửi đơn trực tiếp tại bộ phận một cửa hoặc qua bưu điện.</p><p>Bước 2. Công chức tiếp nhận, vào sổ và chuyển Chủ tịch UBND xã trong ngày làm việc.</p><p>Bước 3. Chủ tịch UBND xã phân công xử lý; kết quả được trả lời bằng văn bản trong 10 ngày.</p></div></div></div><div class="panel panel-default"><ul class="nv-list-item"><li><a href="/vi/about/lich-tiep-cong-dan.html">Lịch tiếp công dân của lãnh đạo xã</a></li><li><a href="/vi/about/noi-quy.html">Nội quy nơi tiếp công dân của xã</a></li></ul></div>', "article"),
    ]


def lists() -> list[Made]:
    return [
        _list("l-three-lead", three, "Tin tức - Sự kiện", "/tin-tuc-su-kien", range(6, 18), lambda n: f'<div class="lead"><img src="/{n}.jpg"><h2><a href="{U(n)}">{T(n)}</a></h2><i>{V(n)}</i><p>{S(n)}</p></div><ul class="kh">' if n == 6 else f'<li><a href="{U(n)}">{T(n)}</a> <i>{V(n)}</i></li>', '<div class="bt">TIN TỨC - SỰ KIỆN</div>{}</ul><div class="pg"><a class="on" href="/tin-tuc-su-kien">1</a><a href="/tin-tuc-su-kien?trang=2">2</a><a href="/tin-tuc-su-kien?trang=3">3</a></div>', "/tin-tuc-su-kien?trang=2"),
        _list("l-floats-summaries", floats, "", "/danhmuc.aspx?id=4", range(8), '<div style="overflow:hidden;padding:8px 0"><img style="float:left" width="140" src="/i.jpg"><a style="font-weight:bold" href="{u}">{t}</a><div style="color:#999">{d}</div><div>{s}</div></div>', '<div style="font-size:16px">VĂN HÓA - XÃ HỘI</div>{}<div><span>1</span> <a href="/danhmuc.aspx?id=4&amp;p=2">2</a> <a href="/danhmuc.aspx?id=4&amp;p=3">3</a></div>', "/danhmuc.aspx?id=4&p=2"),
        _list("l-cells-table", cells, "Thông báo", "/thong-bao", range(4, 18), lambda n: f'<tr class="r{n % 2}"><td>{n - 3}</td><td><a href="{U(n)}">{T(n)}</a></td><td>{V(n)}</td><td>{100 + 7 * n}</td></tr>', '<div class="tit">THÔNG BÁO</div><table class="grid"><tr><th>STT</th><th>Tiêu đề</th><th>Ngày đăng</th><th>Lượt xem</th></tr>{}</table><div class="page">Trang đầu | Trang trước | 1 | <a href="/thong-bao?page=2">2</a> | <a href="/thong-bao?page=2">Trang sau</a> | <a href="/thong-bao?page=9">Trang cuối</a></div>', "/thong-bao?page=2"),
        _list("l-tagdiv-category", tagdiv, "Xã hội", "/category/xa-hoi/", range(10), '<div class="td_module_10 td_module_wrap td-animation-stack"><div class="td-module-thumb"><a href="{u}" rel="bookmark"><img class="entry-thumb" src="/t.jpg"></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="{u}" rel="bookmark">{t}</a></h3><div class="td-module-meta-info"><span class="td-post-author-name"><a href="/author/ha">Thu Hà</a> <span>-</span></span> <span class="td-post-date"><time class="entry-date" datetime="">{d}</time></span></div><div class="td-excerpt">{s}</div></div></div>', '<div class="td-crumb-container"><a href="/">Trang chủ</a> Xã hội</div><h1 class="entry-title td-page-title">Xã hội</h1>{}<div class="page-nav td-pb-padding-side"><span class="current">1</span><a href="/category/xa-hoi/page/2/" class="page">2</a><span class="extend">...</span><a href="/category/xa-hoi/page/31/" class="last">31</a><a href="/category/xa-hoi/page/2/"><i class="td-icon-menu-right"></i></a><span class="pages">Trang 1/31</span></div>', "/category/xa-hoi/page/2/"),
        _list("l-paper-zone", paper, "Xã hội", "/xa-hoi/", range(16, 28), '<article class="story"><figure class="story__thumb"><a class="cms-link" href="{u}" title="{t}"><img src="/t.jpg" alt="{t}"></a></figure><h2 class="story__heading"><a class="cms-link" href="{u}">{t}</a></h2><time class="time">{d}</time><div class="story__summary story__shorten"><p>{s}</p></div></article>', '<div class="breadcrumb"><h2 class="main"><a href="/xa-hoi/">Xã hội</a></h2></div><div class="rank-1">{}</div><button class="control__loadmore" data-page="1" data-zone="7">Xem thêm</button>'),
        _list("l-nuke-viewcat", nuke, "Tin tức", "/vi/news/tin-tuc/", range(8), '<div class="news_column panel panel-default"><div class="panel-body featured"><a href="{u}" title="{t}"><img src="/h.jpg" class="img-thumbnail pull-left imghome"></a><h3><a href="{u}" title="{t}">{t}</a></h3><div class="text-muted"><ul class="list-unstyled list-inline"><li><em class="fa fa-clock-o">&nbsp;</em> {d} 08:14:00 AM</li><li><em class="fa fa-eye"></em> Đã xem: 31</li></ul></div>{s}</div></div>', '{}<div class="text-center"><ul class="pagination"><li class="disabled"><a href="#">&laquo;</a></li><li class="active"><a href="#">1</a></li><li><a rel="next" href="/vi/news/tin-tuc/page-2/">2</a></li><li><a href="/vi/news/tin-tuc/page-2/">&raquo;</a></li></ul></div>', "/vi/news/tin-tuc/page-2/"),
        _list("l-hashed-cards", hashed, "Tin tức huyện", "/tin-tuc", range(12), '<a class="Card_wrap__2mNbV" href="{u}"><img class="Card_img__9iUyT" src="/c.jpg" alt="{t}"/><p class="Card_name__3eRtY">{t}</p><p class="Card_day__1qAzX">{d}</p><p class="Card_text__7uJmN">{s}</p></a>', '<p class="Page_head__4dFgH">Tin tức huyện</p><div class="Grid_all__5hJkL">{}</div><div class="Pages_row__6kLpO"><a class="Pages_on__8sDfG" href="/tin-tuc">1</a><a href="/tin-tuc?page=2">2</a><a href="/tin-tuc?page=3">3</a></div>', "/tin-tuc?page=2"),
        _list("l-html5-archive", html5, "Tháng 3 2024", "/2024/03/", range(4), '<article><h2><a href="{u}">{t}</a></h2><p>Đăng ngày {d} bởi quantri</p><p>{s}</p></article>'),
        _list("l-cells-three", cells, "Cải cách hành chính", "/cai-cach-hanh-chinh", range(10, 13), '<div class="item"><a class="t" href="{u}">{t}</a><span class="d">({d})</span><div>{s}</div></div>', '<div class="tit">Cải cách hành chính</div>{}'),
        _list("l-floats-undated", floats, "", "/danhmuc.aspx?id=9", range(3, 13), '<div><img src="/dot.png"> <a href="{u}">{t}</a></div>', '<div style="font-size:16px">GƯƠNG NGƯỜI TỐT, VIỆC TỐT</div>{}<div>1 <a href="/danhmuc.aspx?id=9&amp;p=2">2</a></div>', "/danhmuc.aspx?id=9&p=2", dated=False),
        _list("l-three-topic", three, "Chủ đề: Nông thôn mới", "/chu-de/nong-thon-moi", range(12, 20), '<div class="n"><a href="{u}"><b>{t}</b></a><br><small>{d}</small></div>', '<h1>Chủ đề: Nông thôn mới</h1><p>Các bài viết về chương trình mục tiêu quốc gia xây dựng nông thôn mới trên địa bàn huyện.</p>{}'),
        _list("l-nuke-search", nuke, "Tìm kiếm - news", "/vi/news/search/?q=thi+dua", range(5), '<div class="panel panel-default"><div class="panel-body"><h3><a href="{u}">{t}</a></h3><p>{s}</p><span class="text-muted">{d}</span></div></div>', '<form class="form-horizontal"><input type="text" name="q" value="thi đua"><button>Tìm kiếm</button></form><p>Tìm thấy 5 kết quả</p>{}'),
    ]


def others() -> list[Made]:
    zones = "".join(f'<div class="zone"><div class="zt"><a href="/{flat(w)}">{w}</a></div>' + _rel(range(6 * k, 6 * k + 1), '<div class="big"><a href="{u}"><img src="/b.jpg"></a><h2><a href="{u}">{t}</a></h2><p>{s}</p></div>') + f"<ul>{_rel(range(6 * k + 1, 6 * k + 5))}</ul></div>" for k, w in enumerate(("Chính trị", "Kinh tế", "Văn hóa - Xã hội", "An ninh - Quốc phòng")))
    return [
        _one("o-front-three", three, SITE, "/", zones, "other"),
        _one("o-front-tabid", cells, "Trang chủ", "/Default.aspx?tabid=36", zones, "other"),
        _one("o-front-home-html", floats, "", "/home.html", zones, "other"),
        _one("o-front-nuke", nuke, "Trang nhất", "/vi/", zones, "other"),
        _one("o-front-hashed", hashed, SITE, "", zones, "other"),
        _one("o-docs-nuke", nuke, "Văn bản", "/vi/laws/", '<h3>Văn bản pháp luật</h3><table class="table table-striped"><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>' + "".join(f'<tr><td><a href="/vi/laws/detail/{n}/">{30 + n}/KH-UBND</a></td><td>{V(n)}</td><td><a href="/vi/laws/detail/{n}/">Kế hoạch {w} năm 2024</a></td></tr>' for n, w in enumerate(("phòng, chống thiên tai", "cải cách hành chính", "tuyển quân", "tiêm phòng gia súc", "thu ngân sách"))) + "</table>", "documents"),
        _one("o-docs-three-cards", three, "Văn bản chỉ đạo", "/van-ban-chi-dao", '<div class="bt">VĂN BẢN CHỈ ĐẠO</div>' + "".join(f'<div class="v"><a href="/vb/{n}"><b>{410 + n}/UBND-VP</b></a> ngày {V(n)}<br>Về việc {w}</div>' for n, w in enumerate(("tăng cường phòng cháy, chữa cháy rừng", "báo cáo tiến độ giải ngân", "cử cán bộ dự tập huấn", "trực Tết Nguyên đán", "rà soát hộ nghèo", "tổ chức Tết trồng cây"))), "documents"),
        _one("o-doc-record", cells, "Công văn 412/UBND-VP", "/vb/412", '<div class="tit">Chi tiết văn bản</div><div class="f"><span>Số ký hiệu:</span> <b>412/UBND-VP</b></div><div class="f"><span>Ngày ban hành:</span> <b>14/03/2024</b></div><div class="f"><span>Cơ quan ban hành:</span> <b>UBND huyện</b></div><div class="f"><span>Trích yếu:</span> <b>Về việc cử cán bộ dự tập huấn</b></div><div class="f"><span>File đính kèm:</span> <a href="/f/412.pdf">412.pdf</a></div>', "documents"),
        _one("o-gallery", three, "Hình ảnh", "/hinh-anh", '<div class="bt">HÌNH ẢNH</div>' + "".join(f'<div class="al"><a href="/hinh-anh/{n}"><img src="/al/{n}.jpg"></a><div><a href="/hinh-anh/{n}">{w}</a></div></div>' for n, w in enumerate(("Lễ hội đình làng Hạ", "Khởi công cầu Bến Gạo", "Chợ phiên Đồng Mỏ ngày xuân", "Tết trồng cây", "Hội thi bóng chuyền nữ", "Mùa na chín"))), "gallery"),
        _one("o-video-player", floats, "", "/video.aspx", '<div style="font-size:16px">VIDEO CLIP</div><video src="/v/1.mp4" controls></video><div>Phóng sự Lập Thạch ngày mới</div>' + "".join(f'<div style="float:left;width:200px"><a href="/video.aspx?id={n}"><img src="/v/{n}.jpg"></a><br><a href="/video.aspx?id={n}">{w}</a></div>' for n, w in enumerate(("Lập Thạch mùa na chín", "Bản tin cuối tuần số 11", "Ký sự sông Phó", "Làng nghề đan lát Hạ"))), "gallery"),
        _one("o-contact-nuke", nuke, "Liên hệ", "/vi/contact/", '<h1>Liên hệ</h1><div class="panel"><p>UBND xã Bắc Sơn</p><p>Điện thoại: 0211.3830.111</p></div><form><input type="text" name="fname"><input type="email" name="femail"><input type="text" name="ftitle"><textarea name="fcon"></textarea><input type="submit" value="Gửi đi"></form>', "other"),
        _one("o-lookup", three, "Tra cứu hồ sơ", "/tra-cuu-ho-so", '<h1>Tra cứu hồ sơ</h1><form><label>Số hồ sơ</label><input type="text" name="shs"><label>Mã xác nhận</label><input type="text" name="ma"><button>Tra cứu</button></form>', "other"),
        _one("o-rss", cells, "Kênh RSS", "/rss", '<div class="tit">Kênh RSS</div><p>RSS là định dạng tập tin để chia sẻ tin tức.</p><ul>' + "".join(f'<li><a href="/rss/{flat(w)}.rss">{w}</a></li>' for w in ("Trang chủ", "Chính trị", "Kinh tế - Xã hội", "Văn hóa - Thể thao", "An ninh - Quốc phòng")) + "</ul>", "other"),
        _one("o-index-of", bare, "Index of /uploads/news", "/uploads/news/", "<h1>Index of /uploads/news</h1><pre><a href='?C=N;O=D'>Name</a> <a href='?C=M;O=A'>Last modified</a><hr><a href='/uploads/'>Parent Directory</a>\n<a href='2023_10/'>2023_10/</a> 2023-10-12 08:11 -\n<a href='2023_11/'>2023_11/</a> 2023-11-02 09:00 -\n<a href='anh.jpg'>anh.jpg</a> 2023-11-02 09:00 81K</pre>", "other"),
        _one("o-poll-result", cells, "Kết quả bình chọn", "/binh-chon/ket-qua", '<div class="tit">Kết quả bình chọn</div><p>Bạn đánh giá thế nào về giao diện mới?</p><table><tr><td>Đẹp</td><td>62%</td></tr><tr><td>Bình thường</td><td>30%</td></tr><tr><td>Chưa đẹp</td><td>8%</td></tr></table>', "other"),
        _one("e-redirect", bare, "Đang chuyển hướng", "/cu/12", "<meta http-equiv=refresh content='0;url=/moi/12'><p>Đang chuyển hướng, vui lòng chờ trong giây lát...</p>", "other", "error"),
        _one("e-404-nuke", nuke, "Lỗi 404", "/vi/news/x/y-1.html", '<div class="nv-info text-center"><p>Hệ thống không tìm thấy bài viết bạn yêu cầu. Vui lòng quay lại trang trước.</p><a href="/">Trang chủ</a></div>', "soft-404"),
        _one("e-404-tagdiv", tagdiv, "Không tìm thấy trang", "/abc-xyz/", '<div class="td-404-title">Ooops... Lỗi 404</div><div class="td-404-sub-title">Xin lỗi, trang bạn đang tìm không tồn tại.</div><h4 class="block-title"><span>BÀI VIẾT MỚI NHẤT</span></h4>' + _rel(range(6), '<div class="td_module_1"><h3 class="entry-title td-module-title"><a href="{u}">{t}</a></h3><time class="entry-date">{d}</time></div>'), "soft-404"),
        _one("e-404-floats", floats, "", "/chitiet.aspx?id=0", '<div style="color:red">Tin bài không tồn tại hoặc đang chờ duyệt!</div>', "soft-404"),
        _one("e-503", bare, "Service Unavailable", "/tin-tuc", "<h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p>", "error"),
        _one("e-wp", bare, "Bảo trì", "/", "<h1>Trang web đang bảo trì định kỳ, vui lòng quay lại sau vài phút.</h1>", "error"),
        _one("e-login-content", three, "Đăng nhập", "/noi-bo/lich-hop", '<h1>Đăng nhập</h1><p>Vui lòng đăng nhập để xem nội dung này.</p><form><input type="text" name="u"><input type="password" name="p"><button>Đăng nhập</button></form>', "login"),
        _one("e-empty-nuke", nuke, "Tin nội bộ", "/vi/news/tin-noi-bo/", '<div class="alert alert-info">Chuyên mục này chưa có bài viết nào</div>', "listing", "other", turned=False),
        _one("e-f5", bare, "", "/tin-tuc/", "<script>window.onload=function(){document.forms[0].submit()}</script><form method=post><input type=hidden name=_sec value=81ab></form>", "other", "error"),
    ]


def pages() -> list[Made]:
    return [*articles(), *lists(), *others()]
