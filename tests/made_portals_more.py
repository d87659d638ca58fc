"""More pages of `made_portals`: signatures, captions, leads and lists of other news in unlikely places."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

from .made_portals import FOOT, MENU, PAGES, STORIES, day, foot, lead_and_body, menu, no_lead, others, page, paragraphs

FIRST = len(PAGES)


@page("gap", byline=lambda s: "Y Krăk (tổng hợp)", tags=[], published=day, captions=[])
def related_box_in_middle(s):
    return f"""<html lang="vi"><head><title>Tin tức - Cổng thông tin điện tử tỉnh</title><meta property="og:title" content="Cổng thông tin điện tử tỉnh"></head><body><div class="acc"><a>Cỡ chữ</a><a>Tương phản</a><a>Đọc bài</a></div><div class="mn">{menu("span")}</div><div class="main"><div class="cat"><a href="/hd">{s["cat"]}</a></div><span class="art_title">{s["title"]}</span><div class="art_date">Thứ hai, {s["d"]}</div><div class="art_sapo">{s["lead"]}</div><div class="art_body"><p>{s["body"][0]}</p><div style="float:right;width:200px" class="box-lq"><b>Tin liên quan</b><ul>{others(s, '<li><a href="{u}">{t}</a></li>')}</ul></div>{paragraphs(s["body"][1:])}<p style="text-align:right">Y Krăk (tổng hợp)</p></div></div><div class="ft">{foot()}</div></body></html>"""


@page("pv", byline=lambda s: s["author"] + " (thực hiện)", tags=lambda s: s["tags"])
def interview(s):
    b = s["body"]
    return f"""<html lang="vi"><head><title>{s["title"]} - Báo tỉnh</title></head><body><nav>{menu("span")}</nav><main><div class="crumb"><a href="/">Trang chủ</a> / <a href="/pv">{s["cat"]}</a></div><h1>{s["title"]}</h1><div class="meta"><time>{s["t"]} {s["d"]}</time></div><div class="chapeau">{s["lead"]}</div><div class="text"><p><img src="/h.jpg"></p><p class="chuthich">{s["cap"]}</p><p><strong>{b[0]}</strong></p><p>{b[1]}</p><p><strong>{b[2]}</strong></p><p>{b[3]}</p><p><strong><em>{b[4]}</em></strong></p><p class="author">{s["author"]} (thực hiện)</p></div><div class="tags">Tags: <a href="/t">phỏng vấn</a></div><div class="more"><h3>Cùng chuyên mục</h3>{others(s, '<div><a href="{u}">{t}</a> <span>{d}</span></div>')}</div></main><footer>{foot()}</footer></body></html>"""


@page("thidua", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def author_above_text_labelled(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="dt"><h1>{s["title"]}</h1><p>Tác giả: {s["author"]}</p><p>Ngày đăng: {s["d"]}</p><p><b>{s["lead"]}</b></p>{paragraphs(s["body"])}<p>Lượt đọc: 123</p></div><div class="lst"><h4>Bài viết khác</h4>{others(s, '<p><a href="{u}">{t}</a></p>')}</div><div class="ft">{foot()}</div></body></html>"""


PAGES[-1].truth["byline"] = "Tác giả: Thu Hằng"


@page(
    "thuyloi",
    byline=lambda s: "Tác giả: " + s["author"],
    tags=[],
    published=day,
    lead=no_lead,
    body=lead_and_body,
    captions=[],
)
def author_label_after_text_own_p(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="dt"><h2>{s["title"]}</h2><div class="content-view"><p>{s["lead"]}</p>{paragraphs(s["body"])}<p>Tác giả: {s["author"]}</p><p>Nguồn: Báo Nông nghiệp Việt Nam</p><p>Cập nhật: {s["d"]}</p></div></div><div class="lst"><h4>Tin liên quan</h4><ul>{others(s, '<li><a href="{u}">{t}</a></li>')}</ul></div><div class="ft">{foot()}</div></body></html>"""


@page("vanhoa", byline=lambda s: "Bài và ảnh: " + s["author"], tags=[], related=[], published=day)
def photo_story_long_captions(s):
    caps = [
        "Từ sáng sớm, hàng trăm người dân đã tập trung bên bờ biển để chuẩn bị cho lễ nghinh Ông.",
        "Các vị cao niên trong trang phục truyền thống thực hiện nghi thức dâng hương trước lăng Ông.",
        "Đoàn thuyền kết hoa nối đuôi nhau ra khơi, mở đầu một mùa biển mới.",
        "Trẻ em làng chài thích thú xem thi đan lưới.",
    ]
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1 class="t">{s["title"]}</h1><div class="d">{s["d"]}</div><h2 class="sapo">{s["lead"]}</h2><div class="c">{"".join(f'<figure><img src="/p{i}.jpg"><figcaption>{c}</figcaption></figure>' for i, c in enumerate(caps))}<p>{s["body"][0]}</p><p>{s["body"][4]}</p><p class="au"><strong>Bài và ảnh: {s["author"]}</strong></p></div></div><div class="ft">{foot()}</div></body></html>"""


PAGES[-1].truth["body"] = STORIES["vanhoa"]["body"][0] + "\n" + STORIES["vanhoa"]["body"][4]
PAGES[-1].truth["captions"] = ["Trẻ em làng chài thích thú xem thi đan lưới."]


@page("caicach", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def italic_lead(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"]}</h1><div class="d">{s["d"]}</div><div class="c"><p><em>{s["lead"]}</em></p>{paragraphs(s["body"])}<p style="text-align:right"><strong>{s["author"]}</strong></p></div><div class="o"><p><strong>Các tin khác</strong></p>{others(s, '<p><a href="{u}">{t}</a> ({d})</p>')}</div></div><div class="ft">{foot()}</div></body></html>"""


@page("gap", byline=lambda s: s["author"], tags=[], published=lambda s: s["iso"] + "T" + s["t"])
def font_bold_lead_in_cell(s):
    return f"""<html><head><title>Trang tin huyện Krông Sơn</title></head><body><table width=980><tr><td>{menu("span")}</td></tr><tr><td><table><tr><td><font size=4 color=blue><b>{s["title"]}</b></font></td></tr><tr><td><i>{s["d"]} {s["t"]}</i></td></tr><tr><td><p align=justify><font color="#003366"><b>{s["lead"]}</b></font></p></td></tr><tr><td><table align=left><tr><td><img src=a.jpg width=220></td></tr><tr><td align=center><i>{s["cap"]}</i></td></tr></table>{paragraphs(s["body"], "<p align=justify><font size=2>{}</font></p>")}</td></tr><tr><td align=right><b>{s["author"]}</b></td></tr><tr><td><b>Tin cùng loại</b></td></tr>{others(s, '<tr><td>- <a href="{u}">{t}</a> <font color=gray>({d})</font></td></tr>')}</table></td></tr><tr><td>{"<br>".join(FOOT)}</td></tr></table></body></html>"""


@page(
    "thidua",
    byline=lambda s: "Tin: Thu Hằng - Ảnh: Quang Minh",
    authors=["Thu Hằng"],
    tags=[],
    related=[],
    published=day,
    captions=[],
)
def text_and_photo_by_two(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"]}</h1><div class="d">{s["d"]}</div><div class="sapo"><p>{s["lead"]}</p></div><div class="c">{paragraphs(s["body"])}<p style="text-align:right"><strong>Tin: Thu Hằng - Ảnh: Quang Minh</strong></p></div></div><div class="ft">{foot()}</div></body></html>"""


@page("thuyloi", byline=None, authors=[], tags=[], related=[], published=day, captions=[])
def source_url_only(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"]}</h1><div class="d">Đăng lúc: {s["d"]}</div><div class="c"><p><strong>{s["lead"]}</strong></p>{paragraphs(s["body"])}<p><em>Nguồn: https://nongnghiep.example.vn</em></p></div></div><div class="ft">{foot()}</div></body></html>"""


@page(
    "caicach",
    byline=lambda s: "CTV " + s["author"],
    authors=lambda s: [s["author"]],
    tags=[],
    related=[],
    published=day,
    captions=[],
)
def contributor_signs(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"]}</h1><div class="d">{s["d"]}</div><div class="tts"><span>Nghe bài viết</span><span>0:00 / 3:45</span><span>Giọng nữ</span></div><div class="c"><h2>{s["lead"]}</h2><p>{s["body"][0]}</p><div class="share"><span>Chia sẻ bài viết</span><a href="#">Facebook</a><a href="#">Zalo</a></div>{paragraphs(s["body"][1:])}<p><b>CTV {s["author"]}</b></p></div></div><div class="ft">{foot()}<p>Ghi rõ nguồn "Cổng thông tin điện tử" khi phát hành lại thông tin từ website này.</p></div></body></html>"""


@page("vanhoa", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def frontpage_divs(s):
    return f"""<html><head><title>{s["title"]}</title></head><body><div align=center><div style="width:980px" align=left>{" | ".join(f"<a href=/{i}>{m}</a>" for i, m in enumerate(MENU))}<hr><div><b><span style="font-size:16pt">{s["title"]}</span></b></div><div><i>Ngày đăng: {s["d"]}</i></div><div><b>{s["lead"]}</b></div>{paragraphs(s["body"], "<div>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {}</div>")}<div align=right><b>{s["author"]}</b></div><div><u>Các tin đã đăng</u></div>{others(s, '<div>+ <a href="{u}">{t}</a> ({d})</div>')}<hr><div align=center>{"<br>".join(FOOT)}</div></div></div></body></html>"""


@page("gap", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def body_in_span(s):
    return f"""<html lang="vi"><head><title>{s["title"]} | Tỉnh ủy</title></head><body><div id="nav">{menu("span")}</div><div id="view"><span id="lblTitle" class="t1">{s["title"]}</span><br /><span class="t2">{s["d"]}</span><br /><span class="t3">{s["lead"]}</span><br /><span class="t4">{paragraphs(s["body"])}</span><span class="t5">{s["author"]}</span><br/><a href="#">Trở lại đầu trang</a><br/><span class="t6">Các tin khác</span><ul>{others(s, '<li><a href="{u}">{t}</a> <span>({d})</span></li>')}</ul></div><div id="bot">{foot()}</div></body></html>"""


@page("thidua", byline=lambda s: s["author"], tags=[], related=[], captions=[])
def side_with_long_text(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="row"><div class="col-3"><h3>Lời Bác dạy</h3><p>Thi đua là yêu nước, yêu nước thì phải thi đua. Và những người thi đua là những người yêu nước nhất.</p><h3>Thông báo</h3><p>Kính mời nhân dân đến nhận kết quả hồ sơ hành chính tại bộ phận một cửa vào các ngày làm việc trong tuần, trừ thứ bảy và chủ nhật.</p></div><div class="col-9"><h2 class="title">{s["title"]}</h2><p class="date">{s["t"]} ngày {s["d"]}</p><p class="brief">{s["lead"]}</p><div class="full">{paragraphs(s["body"])}<p class="sign">{s["author"]}</p></div></div></div><div class="ft">{foot()}</div></body></html>"""


@page("pv", byline=lambda s: s["author"], tags=[], related=[], published=day, captions=[])
def quotes_lists_subheads(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><article><h1>{s["title"]}</h1><p class="date">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="entry"><h3>Con số biết nói</h3><p>{s["body"][1]}</p><ul><li>28% năm 2018</li><li>47% năm 2020</li></ul><blockquote><p>{s["body"][3]}</p></blockquote><h3>Việc còn phải làm</h3><ol><li>Rà soát hồ sơ của các đơn vị cơ sở.</li><li>Công khai danh sách trước khi trình.</li></ol><p>{s["body"][2]}</p><p style="text-align:right"><i>{s["author"]}</i></p></div></article><div class="ft">{foot()}</div></body></html>"""


_p = STORIES["pv"]["body"]
PAGES[-1].truth["body"] = "\n".join(
    [
        "Con số biết nói",
        _p[1],
        "- 28% năm 2018",
        "- 47% năm 2020",
        _p[3],
        "Việc còn phải làm",
        "- Rà soát hồ sơ của các đơn vị cơ sở.",
        "- Công khai danh sách trước khi trình.",
        _p[2],
    ]
)


@page("gap", byline=lambda s: s["author"], tags=[], published=lambda s: s["iso"] + "T" + s["t"], captions=[])
def two_bold_lead_paragraphs_news_with_hot_box(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="hotnews"><marquee><a href="/hn1">Tin nóng: Thông báo lịch cắt điện tuần này trên địa bàn huyện</a></marquee></div><div class="detail"><div class="d-cat">{s["cat"]}</div><h1>{s["title"]}</h1><div class="d-time"><span>{s["d"]}</span> <span>{s["t"]}</span> <span>Lượt xem: 31</span></div><div class="d-head"><p><strong>{s["lead"]}</strong></p></div><div class="d-body">{paragraphs(s["body"])}<p><strong>{s["author"]}</strong></p></div><div class="d-other"><div class="h">Tin mới hơn</div><ul>{others(s, '<li><a href="{u}">{t}</a><i>({d})</i></li>')}</ul></div></div><div class="ft">{foot()}</div></body></html>"""


@page("tuyendung", byline=None, authors=[], related=[], published=day)
def documents_related(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"]}</h1><div class="info">Ngày đăng {s["d"]}</div><div class="c">{paragraphs(s["body"])}<p><a href="/f/TB-tuyen-dung.pdf">Toàn văn Thông báo</a></p></div><div class="docs"><h4>Tải về</h4><ul><li><a href="/f/phu-luc-1.xlsx">Phụ lục 1</a> <span>(25 KB)</span></li></ul></div></div><div class="ft">{foot()}</div></body></html>"""


PAGES[-1].truth["attachments"] = [
    {"name": "a", "href": "/f/TB-tuyen-dung.pdf"},
    {"name": "b", "href": "/f/phu-luc-1.xlsx"},
]


@page("thidua", byline=lambda s: s["author"], tags=[], published=day, title=lambda s: s["title"].upper(), captions=[])
def title_in_capitals(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title><meta property="og:title" content="{s["title"]}"></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"].upper()}</h1><p class="time">{s["d"]}</p><p><strong>{s["lead"]}</strong></p>{paragraphs(s["body"])}<p style="text-align:right;"><strong>{s["author"]}</strong></p></div><div class="khac"><p>CÁC TIN BÀI KHÁC</p><ul>{others(s, '<li><a href="{u}">{t}</a> <span class="n">{d}</span></li>')}</ul></div><div class="ft">{foot()}</div></body></html>"""


@page(
    "caicach",
    byline=lambda s: s["author"] + " (Theo Báo Thành phố)",
    authors=lambda s: [s["author"]],
    tags=[],
    related=[],
)
def elementor_page(s):
    return f"""<html lang="vi"><head><title>{s["title"]} – Quận 15</title></head><body class="elementor-template-full-width"><div data-elementor-type="header" class="elementor elementor-location-header"><ul class="elementor-nav-menu">{menu()}</ul></div><div data-elementor-type="single-post" class="elementor elementor-location-single post hentry"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title elementor-size-default">{s["title"]}</h1></div></div><div class="elementor-element elementor-widget elementor-widget-post-info"><div class="elementor-widget-container"><ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item" itemprop="datePublished"><span class="elementor-icon-list-text elementor-post-info__item--type-date">{s["d"]}</span></li><li class="elementor-icon-list-item"><span class="elementor-icon-list-text elementor-post-info__item--type-time">{s["t"]}</span></li></ul></div></div><div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p><strong>{s["lead"]}</strong></p>{paragraphs(s["body"][:2])}</div></div><div class="elementor-element elementor-widget elementor-widget-image"><div class="elementor-widget-container"><figure class="wp-caption"><img src="/k.jpg"><figcaption class="widget-image-caption wp-caption-text">{s["cap"]}</figcaption></figure></div></div><div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">{paragraphs(s["body"][2:])}<p>{s["author"]} (Theo Báo Thành phố)</p></div></div><div class="elementor-element elementor-widget elementor-widget-share-buttons"><div class="elementor-widget-container"><div class="elementor-share-btn"><span>Facebook</span></div></div></div></div></div></div></section></div><div data-elementor-type="footer" class="elementor elementor-location-footer">{foot()}</div></body></html>"""


PAGES[-1].truth["published"] = STORIES["caicach"]["iso"]


@page(
    "vanhoa",
    byline=lambda s: s["author"],
    tags=[],
    url="https://sovhtt.example.vn/vi/news/van-hoa/le-hoi-cau-ngu-123.html",
    captions=[],
)
def tailwind_vue(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title><meta name="description" content="{s["lead"][:90]}"></head><body><div id="app"><header class="hidden lg:block">{menu("div")}</header><main class="max-w-7xl mx-auto flex overflow-hidden"><div class="w-2/3"><div class="flex text-sm"><a href="/">Trang chủ</a><span class="mx-1">›</span><a href="/vh">{s["cat"]}</a></div><h1 class="text-2xl font-bold">{s["title"]}</h1><div class="flex text-gray-500"><span>{s["d"]} {s["t"]}</span><button>In</button></div><p class="font-semibold my-4">{s["lead"]}</p><div class="prose max-w-none overflow-hidden">{paragraphs(s["body"])}</div><p class="text-right font-bold">{s["author"]}</p><div class="mt-8 hidden md:block"><h2 class="text-lg">Tin cùng chuyên mục</h2><div class="grid">{others(s, '<a href="{u}" class="flex"><img src="/x.jpg"><div><h3>{t}</h3><span class="text-xs">{d}</span></div></a>')}</div></div></div><aside class="w-1/3 hidden lg:block"><h2>Tin nổi bật</h2><a href="/nb">Tỉnh tổ chức tuần lễ văn hóa, du lịch mùa thu năm nay</a></aside></main><footer>{foot()}</footer></div></body></html>"""


@page(
    "thuyloi",
    byline=lambda s: "Tin bài, ảnh: " + s["author"] + " - Đài TT-TH huyện",
    authors=lambda s: [s["author"]],
    tags=[],
    related=[],
    published=lambda s: s["iso"],
    captions=[],
)
def wordy_sign(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="module"><div class="module-head">CHI TIẾT TIN</div><div class="module-body"><div class="post-title">{s["title"]}</div><div class="post-info">Được đăng bởi <b>Ban biên tập</b> vào {s["d"]}</div><div class="post-summary">{s["lead"]}</div><div class="post-content">{paragraphs(s["body"])}<p>Tin bài, ảnh: {s["author"]} - Đài TT-TH huyện</p></div></div></div><div class="ft">{foot()}</div></body></html>"""


@page("gap", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def comments_and_rate(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"]}</h1><div class="time">{s["d"]}</div><div class="sapo">{s["lead"]}</div><div class="content">{paragraphs(s["body"])}</div><div class="author"><b>{s["author"]}</b></div><div class="rate">Đánh giá: <span>5/5 (1 lượt)</span></div></div><div class="yk"><h3>Ý kiến bạn đọc</h3><form><input name="ten"><textarea></textarea><p>Vui lòng nhập tiếng Việt có dấu, ý kiến của bạn sẽ được biên tập trước khi đăng tải lên trang.</p></form><div class="yk-item"><b>Lê Văn Bình</b><p>Rất mong tỉnh sớm hoàn thành con đường này để bà con đi lại thuận tiện hơn, đã chờ nhiều năm rồi.</p></div></div><div class="rel"><h3>Tin đã đăng</h3>{others(s, '<div class="r"><a href="{u}">{t}</a><span>{d}</span></div>')}</div><div class="ft">{foot()}</div></body></html>"""


@page("vanhoa", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def more_under_text_in_body(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="mn">{menu("span")}</div><div class="detail"><h1>{s["title"]}</h1><div class="time">{s["d"]}</div><div class="content"><p><strong>{s["lead"]}</strong></p><p>{s["body"][0]}</p><p>&gt;&gt; <a href="/gg">Xem lại chùm ảnh lễ hội Cầu ngư năm trước tại làng chài</a></p>{paragraphs(s["body"][1:])}<p style="text-align:right">{s["author"]}</p><p><strong>Tin liên quan:</strong></p>{others(s, '<p>- <a href="{u}">{t}</a></p>')}</div></div><div class="ft">{foot()}</div></body></html>"""


PAGES[-1].truth["related"].append({"title": "Xem lại chùm ảnh lễ hội Cầu ngư năm trước tại làng chài", "href": "/gg"})


def bar():
    return f'<div class="mn">{menu("span")}</div>'


def house(s, inner, title=None, head=""):
    return f'<html lang="vi"><head><title>{title or s["title"]}</title>{head}</head><body>{bar()}{inner}<div class="ft">{foot()}</div></body></html>'


@page(
    "gap",
    byline=lambda s: "Tin, ảnh: Y Krăk - Thanh Nga",
    authors=["Y Krăk", "Thanh Nga"],
    tags=[],
    related=[],
    published=day,
    captions=[],
)
def sign_in_table(s):
    return house(
        s,
        f'<div class="view"><div class="tieude">{s["title"]}</div><div class="ngay">Ngày {s["d"]}</div><div class="trichyeu">{s["lead"]}</div><div class="nd">{paragraphs(s["body"])}<table width="100%"><tr><td>&nbsp;</td><td align="right"><b>Tin, ảnh: Y Krăk - Thanh Nga</b></td></tr></table></div></div>',
    )


@page(
    "thidua",
    byline=lambda s: "Bùi Thị Kim Tuyến",
    authors=["Bùi Thị Kim Tuyến"],
    tags=[],
    related=[],
    published=day,
    lead=no_lead,
    body=lead_and_body,
    captions=[],
)
def office_then_name(s):
    return house(
        s,
        f'<div class="view"><h3 class="tit">{s["title"]}</h3><div>({s["d"]})</div><div class="nd"><p>{s["lead"]}</p>{paragraphs(s["body"])}<p style="text-align:right">Bùi Thị Kim Tuyến</p><p style="text-align:right"><i>Phòng Nội vụ quận</i></p></div></div>',
    )


@page(
    "thuyloi",
    byline=lambda s: "Nguyễn Văn Hùng, Chi cục Thủy lợi",
    authors=["Nguyễn Văn Hùng"],
    tags=[],
    related=[],
    published=day,
    captions=[],
)
def name_comma_office(s):
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><p class="desc">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p><strong>Nguyễn Văn Hùng, Chi cục Thủy lợi</strong></p></div></div>',
    )


@page("vanhoa", byline=lambda s: "PV", authors=[], tags=[], related=[], published=day, captions=[])
def pv_signs(s):
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><p class="desc">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p align="right"><strong>PV</strong></p></div></div>',
    )


@page(
    "caicach", byline=lambda s: "Mai Lan – Đức Huy", authors=["Mai Lan", "Đức Huy"], tags=[], published=day, captions=[]
)
def related_in_dl(s):
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><p class="desc">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p>Mai Lan – Đức Huy</p></div></div><dl class="others"><dt>Tin tức khác</dt>{others(s, "<dd><a href={u}>{t}</a> ({d})</dd>")}</dl>',
    )


@page("gap", byline=None, authors=[], tags=[], published=day, captions=[])
def related_old_new_two_lists(s):
    r = s["rel"]
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><div class="sapo">{s["lead"]}</div><div class="nd">{paragraphs(s["body"])}</div></div><div class="o"><h3>Tin mới hơn</h3><ul><li><a href="/tin/r0.html">{r[0][0]}</a> <i>{r[0][1]}</i></li></ul><h3>Tin cũ hơn</h3><ul><li><a href="/tin/r1.html">{r[1][0]}</a> <i>{r[1][1]}</i></li><li><a href="/tin/r2.html">{r[2][0]}</a> <i>{r[2][1]}</i></li></ul></div>',
    )


@page("thidua", byline=None, authors=[], tags=[], published=day, captions=[])
def related_cards_with_summaries(s):
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><div class="sapo">{s["lead"]}</div><div class="nd">{paragraphs(s["body"])}</div></div><div class="khac"><div class="hd">BÀI VIẾT CÙNG CHUYÊN MỤC</div>'
        + others(
            s,
            '<div class="card"><a class="im" href="{u}"><img src="/x.jpg"></a><h4><a href="{u}">{t}</a></h4><span>{d}</span><p>Tóm tắt của tin này nói ngắn gọn điều đã diễn ra, để bạn đọc biết có nên mở ra xem hay không.</p></div>',
        )
        + "</div>",
    )


@page("thuyloi", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def related_without_heading_dated(s):
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><p><b>{s["lead"]}</b></p>{paragraphs(s["body"])}<p align="right"><b>{s["author"]}</b></p><hr>{others(s, "<div>* <a href={u}>{t}</a> <i>({d})</i></div>")}</div>',
    )


@page("vanhoa", byline=lambda s: s["author"], tags=[], published=day, captions=[])
def side_column_most_read_and_related(s):
    return house(
        s,
        f'<div class="row"><div class="c8"><h1>{s["title"]}</h1><span class="time">{s["d"]}</span><h2 class="lead">{s["lead"]}</h2><div class="nd">{paragraphs(s["body"])}<p class="tg">{s["author"]}</p></div><div class="tinlq"><h3><span>Tin liên quan</span></h3><ul>{others(s, "<li><h4><a href={u}>{t}</a></h4></li>")}</ul></div></div><div class="c4"><div class="b"><h3>Tin đọc nhiều</h3><ul><li><a href="/dn1">Mười điểm đến không thể bỏ qua khi về vùng biển tỉnh ta</a></li><li><a href="/dn2">Bảo tàng tỉnh mở cửa miễn phí cho học sinh dịp hè</a></li></ul></div></div></div>',
    )


@page(
    "caicach", byline=lambda s: s["author"], tags=[], related=[], published=lambda s: s["iso"] + "T14:20", captions=[]
)
def time_words(s):
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">14 giờ 20 phút, ngày 3 tháng 10 năm 2016</p><p class="sapo">{s["lead"]}</p>{paragraphs(s["body"])}<p class="tg">{s["author"]}</p></div>',
    )


@page("gap", byline=lambda s: s["author"], tags=[], related=[], published=lambda s: s["iso"] + "T17:05", captions=[])
def time_meta_words(s):
    return house(
        s,
        f'<div class="view"><div class="bar"><span>Chuyên mục: <a href="/hd">{s["cat"]}</a></span> | <span>Ngày đăng: {s["d"]} - {s["t"]}</span> | <span>Lượt xem: 1.532</span> | <span>Cỡ chữ: A A A</span></div><h1>{s["title"]}</h1><p class="sapo">{s["lead"]}</p>{paragraphs(s["body"])}<p class="tg">{s["author"]}</p></div>',
    )


@page("thidua", byline=None, authors=[], tags=[], related=[], published=None, captions=[])
def undated_with_dates_elsewhere(s):
    return house(
        s,
        f'<div class="lich">Hôm nay, Thứ Tư ngày 25/11/2026</div><div class="view"><h1>{s["title"]}</h1><p class="sapo">{s["lead"]}</p>{paragraphs(s["body"])}</div><div class="vb"><h3>Văn bản mới</h3><ul><li><a href="/vb/1">Quyết định số 12/QĐ-UBND ngày 05/01/2019 về việc khen thưởng</a> <span>05/01/2019</span></li></ul></div>',
    )


@page("pv", byline=lambda s: s["author"], tags=[], related=[], published=day)
def caption_in_same_p_as_image_and_credit(s):
    b = s["body"]
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><p class="sapo">{s["lead"]}</p><p style="text-align:center"><img src="/a.jpg"><br>{s["cap"]}. Ảnh: H.L</p>{paragraphs(b)}<p class="tg">{s["author"]}</p></div>',
    )


PAGES[-1].truth["captions"] = [STORIES["pv"]["cap"] + ". Ảnh: H.L"]


@page("vanhoa", byline=lambda s: s["author"], tags=[], related=[], published=day)
def caption_above_image(s):
    b = s["body"]
    return house(
        s,
        f'<div class="view"><h1>{s["title"]}</h1><p class="d">{s["d"]}</p><p class="sapo">{s["lead"]}</p><p>{b[0]}</p><div class="VCSortable"><div><img src="/a.jpg"></div><div class="PhotoCMS_Caption"><p>{s["cap"]}</p></div></div>{paragraphs(b[1:])}<p class="tg">{s["author"]}</p></div>',
    )


@page("thuyloi", byline=lambda s: s["author"], tags=[], related=[], published=day, captions=[])
def nested_div_paragraphs(s):
    return house(
        s,
        f'<div class="view"><div class="h"><div><div>{s["title"]}</div></div></div><div class="m"><div>{s["d"]}</div></div><div class="s"><div>{s["lead"]}</div></div><div class="b"><div>{paragraphs(s["body"], "<div><div><span>{}</span></div></div>")}</div><div style="text-align:right"><span><strong>{s["author"]}</strong></span></div></div></div>',
        "Sở Nông nghiệp",
    )


@page("gap", byline=lambda s: s["author"], tags=[], related=[], published=day, captions=[])
def lead_with_dash_prefix_plain_div(s):
    return house(
        s,
        f'<div class="news"><h2>{s["title"]}</h2><div class="date">{s["d"]}</div><div class="lead"><p>(Cổng TTĐT) – {s["lead"]}</p></div><div class="body">{paragraphs(s["body"])}</div><div class="sign">{s["author"]}</div></div>',
    )


PAGES[-1].truth["lead"] = "(Cổng TTĐT) – " + STORIES["gap"]["lead"]


@page("caicach", byline=lambda s: s["author"], tags=[], related=[], published=day, captions=[])
def bold_span_lead_with_font_weight(s):
    return house(
        s,
        f'<div class="news"><h1>{s["title"]}</h1><div class="date">{s["d"]}</div><div class="body"><p style="text-align:justify"><span style="font-weight:700">{s["lead"]}</span></p>{paragraphs(s["body"], "<p style=text-align:justify>{}</p>")}<p><span style="font-weight:bold">{s["author"]}</span></p></div></div>',
    )


@page("thidua", byline=lambda s: s["author"], tags=[], related=[], published=day, captions=[])
def heading_in_anchor_and_lead_in_strong_br(s):
    return house(
        s,
        f'<div class="news"><h1><a href="http://so.example.vn/tin-tuc/bai-viet-77.html">{s["title"]}</a></h1><div class="date">{s["d"]}</div><div class="body"><strong>{s["lead"]}</strong><br><br>{"<br><br>".join(s["body"])}<br><br><div align="right"><strong>{s["author"]}</strong></div></div></div>',
    )


@page("thuyloi", byline=lambda s: s["author"], tags=[], related=[], published=day, captions=[])
def lead_repeated_in_body(s):
    return house(
        s,
        f'<div class="news"><h1>{s["title"]}</h1><div class="date">{s["d"]}</div><div class="sapo">{s["lead"]}</div><div class="body"><p>{s["lead"]}</p>{paragraphs(s["body"])}<p>{s["author"]}</p></div></div>',
    )


PAGES[-1].truth["body"] = "\n".join(STORIES["thuyloi"]["body"])


@page("vanhoa", byline=lambda s: "Nguồn: Báo Biển", authors=[], tags=[], related=[], published=day, captions=[])
def ajax_buttons_between(s):
    b = s["body"]
    return house(
        s,
        f'<div class="news"><h1>{s["title"]}</h1><div class="date">{s["d"]} <a href="#">In bài</a> <a href="#">Gửi email</a></div><div class="sapo">{s["lead"]}</div><div class="body"><p>{b[0]}</p><p>{b[1]}</p><div class="banner"><a href="/ev"><img src="/b.jpg"></a></div><p>{b[2]}</p><p>{b[3]}</p><p>{b[4]}</p></div><p class="src">Nguồn: Báo Biển</p><div class="btn"><a href="#">Về trang trước</a> <a href="#">Lên đầu trang</a></div><div class="cmt"><p>Bình luận của bạn</p><p>Gửi bình luận</p></div></div>',
    )


PAGES[-1].truth["byline"] = None


@page("gap", byline=None, authors=[], tags=["giải phóng mặt bằng", "Krông Sơn"], related=[], published=day, captions=[])
def hashtags(s):
    return house(
        s,
        f'<div class="news"><h1>{s["title"]}</h1><div class="date">{s["d"]}</div><div class="sapo">{s["lead"]}</div><div class="body">{paragraphs(s["body"])}</div><ul class="list-tag"><li>Chủ đề:</li><li><a href="/t/1">giải phóng mặt bằng</a></li><li><a href="/t/2">Krông Sơn</a></li></ul></div>',
    )


@page("tuyendung", byline=None, authors=[], related=[], published=day)
def onclick_attachments(s):
    return house(
        s,
        f'<div class="news"><h1>{s["title"]}</h1><div class="date">{s["d"]}</div><div class="body">{paragraphs(s["body"])}</div><div class="dk"><b>Văn bản đính kèm</b><div><a href="javascript:;" onclick="openFile(\'/Upload/TB/tb-12.pdf\')"><i class="fa fa-file"></i> tb-12.pdf</a></div><div><a href="/Handler/DownloadFile.ashx?FileId=991">Phụ lục</a></div></div></div>',
    )


PAGES[-1].truth["attachments"] = [
    {"name": "a", "href": "/Upload/TB/tb-12.pdf"},
    {"name": "b", "href": "/Handler/DownloadFile.ashx?FileId=991"},
]


@page("gap", byline=lambda s: s["author"], tags=[], related=[], captions=[])
def print_version(s):
    return f'<html><head><title>In bài viết</title></head><body onload="window.print()"><table width="600" align="center"><tr><td><b>Cổng thông tin điện tử tỉnh</b></td></tr><tr><td><hr></td></tr><tr><td><h3>{s["title"]}</h3><i>{s["d"]} {s["t"]}</i></td></tr><tr><td><b>{s["lead"]}</b>{paragraphs(s["body"])}<p align="right"><b>{s["author"]}</b></p></td></tr><tr><td><hr>Nguồn: http://so.example.vn/tin-tuc/bai-viet-77.html</td></tr></table></body></html>'


@page("vanhoa", byline=lambda s: s["author"], tags=[], related=[], captions=[])
def amp_page(s):
    return f'<!doctype html><html amp lang="vi"><head><title>{s["title"]}</title><link rel="canonical" href="http://so.example.vn/a.html"></head><body><amp-sidebar id="sb" layout="nodisplay"><ul>{menu()}</ul></amp-sidebar><header><a href="/">Báo Biển</a></header><article><h1>{s["title"]}</h1><div class="amp-meta"><span>{s["author"]}</span><time datetime="{s["iso"]}T{s["t"]}:00+07:00">{s["d"]} {s["t"]}</time></div><h2 class="sapo">{s["lead"]}</h2><amp-img src="/l.jpg" width="600" height="400" layout="responsive"></amp-img>{paragraphs(s["body"])}<amp-ad width="300"></amp-ad></article><footer>{foot()}</footer></body></html>'


@page("caicach", byline=lambda s: s["author"], tags=[], related=[], captions=[], published=day)
def toc_and_anchors(s):
    return house(
        s,
        f'<div class="single"><h1 class="post-title">{s["title"]}</h1><div class="post-meta">{s["d"]}</div><div class="post-content"><p><strong>{s["lead"]}</strong></p><div id="ez-toc-container"><p class="ez-toc-title">Mục lục</p><ul><li><a href="#1">Quét mã là biết hồ sơ ở đâu</a></li><li><a href="#2">Số người đến hỏi giảm một nửa</a></li></ul></div><h2 id="1">Quét mã là biết hồ sơ ở đâu</h2><p>{s["body"][0]}</p><p>{s["body"][1]}</p><h2 id="2">Số người đến hỏi giảm một nửa</h2><p>{s["body"][2]}</p><p>{s["body"][3]}</p><p style="text-align:right"><strong>{s["author"]}</strong></p></div></div>',
    )


_c = STORIES["caicach"]["body"]
PAGES[-1].truth["body"] = "\n".join(
    ["Quét mã là biết hồ sơ ở đâu", _c[0], _c[1], "Số người đến hỏi giảm một nửa", _c[2], _c[3]]
)


@page("thidua", byline=None, authors=[], tags=[], related=[], captions=[], published=day, lead=no_lead)
def poem(s):
    return house(
        s,
        f'<div class="view"><h2>Hoa giữa đời thường</h2><div class="d">{s["d"]}</div><div class="nd"><p>Người đi quét lá đêm đông<br>Chổi tre xào xạc giữa dòng gió bay<br>Bao năm góp những bàn tay<br>Cho con phố nhỏ thêm ngày sạch trong</p><p>Người trên giảng đường ươm mầm<br>Phấn rơi trắng tóc âm thầm tháng năm<br>Không ai kể chuyện thăng trầm<br>Chỉ nghe tiếng trẻ đọc ngân giữa trời</p></div></div>',
        "Trang văn nghệ",
    )


PAGES[-1].truth["title"] = "Hoa giữa đời thường"
PAGES[-1].truth["body"] = (
    "Người đi quét lá đêm đông\nChổi tre xào xạc giữa dòng gió bay\nBao năm góp những bàn tay\nCho con phố nhỏ thêm ngày sạch trong\nNgười trên giảng đường ươm mầm\nPhấn rơi trắng tóc âm thầm tháng năm\nKhông ai kể chuyện thăng trầm\nChỉ nghe tiếng trẻ đọc ngân giữa trời"
)


@page("gap", byline=lambda s: s["author"], tags=[], related=[], captions=[], published=day)
def accordion_side_and_hidden(s):
    return house(
        s,
        f'<div style="display:none">Nội dung ẩn của mẫu trang, dài như một đoạn văn nhưng không ai nhìn thấy bao giờ trên màn hình.</div><div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}</div><p class="tacgia">{s["author"]}</p></div><div class="modal fade" id="gopY"><h4>Góp ý bài viết</h4><p>Nhập nội dung góp ý của bạn vào ô dưới đây rồi bấm gửi, chúng tôi sẽ phản hồi trong ba ngày làm việc.</p></div>',
    )


@page("thuyloi", byline=lambda s: s["author"], tags=[], captions=[], published=day)
def related_in_table_two_columns(s):
    r = s["rel"]
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}</div><p class="tacgia">{s["author"]}</p><table class="tbkhac"><tr><th colspan="2">Các bài viết khác</th></tr><tr><td>» <a href="/tin/r0.html">{r[0][0]}</a></td><td>» <a href="/tin/r1.html">{r[1][0]}</a></td></tr><tr><td>» <a href="/tin/r2.html">{r[2][0]}</a></td><td>» <a href="/tin/r3.html">{r[3][0]}</a></td></tr></table></div>',
    )


@page("vanhoa", byline=lambda s: "Ảnh: Phan Tấn Lực", authors=[], tags=[], related=[], published=day)
def captions_with_stops_in_plain_p(s):
    b = s["body"]
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd"><p>{b[0]}</p><p style="text-align:center"><img src="/1.jpg"></p><p style="text-align:center"><em>Thuyền kết hoa nối đuôi nhau ra khơi trong buổi sớm.</em></p><p>{b[1]}</p><p>{b[2]}</p><p align="center"><img src="/2.jpg"></p><p align="center">{s["cap"]}</p><p>{b[3]}</p><p>{b[4]}</p></div></div>',
    )


PAGES[-1].truth["byline"] = None


@page("gap", byline=lambda s: s["author"], tags=[], related=[], captions=[], published=day)
def uppercase_html_tags(s):
    return f'<HTML><HEAD><TITLE>{s["title"]} - Tinh uy</TITLE></HEAD><BODY><TABLE><TR><TD>{menu("SPAN")}</TD></TR></TABLE><DIV CLASS="Title">{s["title"]}</DIV><DIV CLASS="Date">{s["d"]}</DIV><DIV CLASS="Lead"><B>{s["lead"]}</B></DIV><DIV CLASS="Content">{paragraphs(s["body"], "<P>{}")}<P ALIGN=RIGHT><B>{s["author"]}</B></DIV><DIV>{foot("DIV")}</DIV></BODY></HTML>'


@page("caicach", byline=lambda s: s["author"], tags=[], captions=[], published=lambda s: s["iso"] + "T" + s["t"])
def school_portal(s):
    return house(
        s,
        f'<div class="wrapper"><div class="breadcrumb-edu"><a href="/">Trang chủ</a> &gt; <a href="/tt">{s["cat"]}</a></div><div class="news-view"><div class="title-news">{s["title"]}</div><div class="time-news"><i class="fa fa-clock-o"></i> {s["t"]} | {s["d"]}</div><div class="short-news">{s["lead"]}</div><div class="content-news">{paragraphs(s["body"])}</div><div class="author-news">Tác giả: <b>{s["author"]}</b></div></div><div class="box-comment"><p>Chưa có bình luận nào cho bài viết này</p></div><div class="box-same"><div class="title-box">Cùng chuyên mục</div><ul>{others(s, "<li><a href={u}>{t}</a></li>")}</ul></div></div>',
    )


PAGES[-1].truth["byline"] = "Tác giả: Minh Khôi"


@page("thidua", byline=lambda s: "Hải Yến (t/h)", authors=["Hải Yến"], tags=[], related=[], captions=[], published=day)
def sign_with_abbrev(s):
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p style="text-align:right"><em>Hải Yến (t/h)</em></p></div></div>',
    )


@page(
    "gap",
    byline=lambda s: "Theo Hoàng Long/Báo Đắk Sơn",
    authors=["Hoàng Long"],
    tags=[],
    related=[],
    captions=[],
    published=day,
)
def theo_name_paper(s):
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p><em>Theo Hoàng Long/Báo Đắk Sơn</em></p></div></div>',
    )


@page(
    "thuyloi",
    byline=lambda s: "Bài, ảnh: PHƯƠNG NAM",
    authors=["PHƯƠNG NAM"],
    tags=[],
    related=[],
    captions=[],
    published=day,
)
def caps_sign(s):
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p>Bài, ảnh: PHƯƠNG NAM</p></div></div>',
    )


@page(
    "vanhoa",
    byline=lambda s: "ThS. Nguyễn Thị Minh",
    authors=["Nguyễn Thị Minh"],
    tags=[],
    related=[],
    captions=[],
    published=day,
)
def degree_sign(s):
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p style="text-align:right"><strong>ThS. Nguyễn Thị Minh</strong></p></div></div>',
    )


@page("gap", byline=lambda s: "Trung Dũng", authors=["Trung Dũng"], tags=[], related=[], captions=[], published=day)
def author_label_split(s):
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p>Tác giả:</p><p>Trung Dũng</p></div></div>',
    )


@page(
    "thidua", byline=lambda s: "Người viết: Lê Thu", authors=["Lê Thu"], tags=[], related=[], captions=[], published=day
)
def typed_by_and_written_by(s):
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p>Người viết: Lê Thu</p><p>Người đăng: Quản trị</p></div></div>',
    )


@page("caicach", byline=lambda s: "Anh Tuấn", authors=["Anh Tuấn"], tags=[], related=[], captions=[], published=day)
def sign_then_source_line(s):
    return house(
        s,
        f'<div class="main"><h1>{s["title"]}</h1><p class="time">{s["d"]}</p><p class="sapo">{s["lead"]}</p><div class="nd">{paragraphs(s["body"])}<p style="text-align:right"><b>Anh Tuấn</b></p><p style="text-align:right"><i>(Theo Cổng TTĐT Chính phủ)</i></p></div></div>',
    )
