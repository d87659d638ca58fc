"""Small differences between pages, one at a time: where the day stands, who signs, what hangs below the text."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

from base64 import b64encode

import pytest

from archiver import extract
from archiver.practice.markup import pdf
from archiver.sites import Layout, Profile

URL = "http://phulam.example.vn/tin-tuc/chi-tiet/105"
T = "Phú Lâm: Hội nghị trực tuyến về chuyển đổi số năm 2021"
P = [
    "Sáng 12/3, Ủy ban nhân dân huyện Phú Lâm tổ chức hội nghị trực tuyến về chuyển đổi số, với sự tham gia của 18 xã.",
    "Báo cáo cho thấy năm qua, toàn huyện tiếp nhận hơn 40.000 hồ sơ trực tuyến, tăng gấp đôi so với năm trước đó.",
    "Các xã vùng cao đề nghị được hỗ trợ thêm máy tính và đường truyền, nhất là những nơi chưa có điện lưới ổn định.",
    "Kết luận hội nghị, lãnh đạo huyện giao Phòng Văn hóa và Thông tin tổng hợp kiến nghị, trình trước ngày 30/3.",
]
PARAS = "".join(f"<p>{line}</p>" for line in P)
MENU = '<ul class="nav">' + "".join(f'<li><a href="/m{n}">Mục số {n}</a></li>' for n in range(8)) + "</ul>"
FOOT = (
    '<div class="ft"><p>Bản quyền © UBND huyện Phú Lâm</p><p>Địa chỉ: số 1 đường Trần Phú, thị trấn Phú Lâm</p></div>'
)


def read(inner: str, title: str = T):
    return extract(f"<title>{title}</title>{MENU}{inner}{FOOT}".encode(), URL)


FORMS = {
    "a clock at the top": f'<div id="clock">Thứ Tư, 25/11/2026 10:20:33</div><div class="main"><h2>{T}</h2>{PARAS}</div>',
    "an official signs": f"<div><h1>{T}</h1>{PARAS}<p>KT. CHỦ TỊCH</p><p>PHÓ CHỦ TỊCH</p><p>(Đã ký)</p><p>Lê Văn Tám</p></div>",
    "comments": f'<article><h1>{T}</h1>{PARAS}</article><section id="binh-luan"><h3>Ý kiến bạn đọc (2)</h3><div><b>Lan</b><p>Tôi rất ủng hộ việc chuyển đổi số ở các xã, mong huyện làm nhanh hơn nữa.</p></div></section>',
    "lines broken by br": f'<table><tr><td><span style="font-size:18px">{T}</span></td></tr><tr><td>{"<br/>".join(P)}</td></tr></table>',
    "a share bar within the text": f'<div><h1>{T}</h1><p>{P[0]}</p><div class="share"><a href="#">Chia sẻ</a> <a href="#">Facebook</a></div>{"".join(f"<p>{p}</p>" for p in P[1:])}</div>',
    "a link to more within the text": f'<div><h1>{T}</h1><p>{P[0]}</p><p>Xem thêm: <a href="/khac">Huyện bên cạnh cũng họp về chuyển đổi số</a></p>{"".join(f"<p>{p}</p>" for p in P[1:])}</div>',
    "an advertisement": f'<div><h1>{T}</h1><p>{P[0]}</p><div class="quang-cao"><p>Mua ngay điện thoại giá rẻ nhất trong năm, giao tận nhà.</p></div>{"".join(f"<p>{p}</p>" for p in P[1:])}</div>',
    "a cookie bar": f'<div class="cookie-consent"><p>Trang này dùng cookies để phục vụ bạn. Bạn có thể thay đổi cookies trong trình duyệt.</p></div><div><h1>{T}</h1>{PARAS}</div>',
}


@pytest.mark.parametrize("form", FORMS)
def test_the_text_is_the_four_paragraphs(form):
    article = read(FORMS[form])
    assert article.title == T
    assert article.body.split("\n") == P
    assert article.published is None


@pytest.mark.parametrize(
    ("stamp", "edtf"),
    [
        ('<div class="date">12/03/2021 08:00</div>', "2021-03-12T08:00:00+07:00"),
        ("<div>Thứ sáu, ngày 12 tháng 3 năm 2021</div>", "2021-03-12"),
        ('<span class="date">Ngày đăng: 12/03/21</span>', "2021-03-12"),
        ("<span>Cập nhật lúc 14:05 ngày 12/03/2021</span>", "2021-03-12T14:05:00+07:00"),
        ("<p>12-03-2021 02:05 PM</p>", "2021-03-12T14:05:00+07:00"),
        ("<p>Người đăng: admin | 12/03/2021 | Lượt xem: 123</p>", "2021-03-12"),
        ('<time datetime="2021-03-12T08:00:00+07:00">hai năm trước</time>', "2021-03-12T08:00:00+07:00"),
        ("<p>Số 12/2021/QĐ-UBND</p>", None),
        ("<p>Hôm nay: 12/03/2021</p>", None),
        ("", None),
    ],
)
def test_a_stamp_below_the_headline_is_the_day(stamp, edtf):
    article = read(f"<main><h1>{T}</h1>{stamp}{PARAS}</main>")
    assert (article.published.edtf if article.published else None) == edtf
    assert article.body.split("\n") == P
    assert article.authors == ()


def test_a_labelled_stamp_at_the_foot_is_the_day():
    article = read(
        f'<div><div class="tt">{T}</div><div>{PARAS}</div><p>Ngày đăng: 12/03/2021</p></div>', "Cổng TTĐT huyện"
    )
    assert article.published.edtf == "2021-03-12"
    assert article.title == T  # though nothing but its place marks it


@pytest.mark.parametrize(
    ("metadata", "day", "origin"),
    [
        ('<meta property="article:published_time" content="2021-03-12T08:00:00+07:00">', "2021-03-12", "meta"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2021-03-11"}</script>',
            "2021-03-11",
            "json-ld",
        ),
    ],
)
def test_metadata_give_the_day_where_the_page_prints_none_and_lose_where_it_prints_another(metadata, day, origin):
    page = f"{metadata}<main><h1>{T}</h1>{{}}{PARAS}</main>"
    article = read(page.replace("{}", ""))
    assert (article.published.edtf[:10], article.published_from) == (day, origin)
    printed = read(page.replace("{}", "<p>Ngày đăng: 20/03/2021</p>"))
    assert (printed.published.edtf, printed.published_from) == ("2021-03-20", "stamp")
    (doubt,) = [problem for problem in printed.problems if problem.code == "published-disagrees"]
    assert day in doubt.detail  # the loser is kept


@pytest.mark.parametrize(
    ("foot", "byline", "authors", "source"),
    [
        ("<p align=right><b>Ngọc Ánh</b></p>", "Ngọc Ánh", ("Ngọc Ánh",), None),
        ("<p>Tin, ảnh: Ngọc Ánh</p><p>Nguồn: Báo Phú Lâm</p>", "Tin, ảnh: Ngọc Ánh", ("Ngọc Ánh",), "Báo Phú Lâm"),
        ("<p>M.Hải</p><p>HĐTĐKT</p>", "M.Hải", ("M.Hải",), "HĐTĐKT"),
        ("<p>PV</p>", "PV", (), None),
        ("<p>Theo TTXVN</p>", None, (), "TTXVN"),
        ("<p>Ảnh: Lê Minh</p>", None, (), None),
    ],
)
def test_the_last_lines_sign(foot, byline, authors, source):
    article = read(f"<div><h1>{T}</h1>{PARAS}{foot}</div>")
    assert (article.byline, article.authors, article.source) == (byline, authors, source)
    assert article.body.split("\n")[:4] == P


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        (f"<p><b>{P[0]}</b></p>", True),
        (f'<h2 class="sapo">{P[0]}</h2>', True),
        (f'<div class="tom-tat"><p>{P[0]}</p></div>', True),
        (f"<h3>{P[0]}</h3>", True),
        (f'<p style="font-size:16px;color:#555">{P[0]}</p>', True),
        (f'<p><span style="font-size:16px">{P[0]}</span></p>', True),
        (f"<p><em>{P[0]}</em></p>", True),
        (f"<p>{P[0]}</p>", False),
        (f'<p style="margin-top:0;text-align:left">{P[0]}</p>', False),
    ],
)
def test_an_opening_that_is_set_apart_is_the_lead_and_not_repeated(lead, found):
    article = read(f"<div><h1>{T}</h1>{lead}{''.join(f'<p>{p}</p>' for p in P[1:])}</div>")
    assert article.lead == (P[0] if found else None)
    assert article.body.split("\n") == (P[1:] if found else P)


@pytest.mark.parametrize(
    "opening",
    [
        "<p><em>Lời tòa soạn: Dưới đây là bài của một bạn đọc gửi về cho Ban biên tập trong tuần vừa qua.</em></p>",
        '<p style="font-size:16px">Ủy ban nhân dân huyện thông báo kết quả của hội nghị trực tuyến như sau:</p>',
    ],
)
def test_a_note_of_the_editors_and_an_announcement_are_no_leads_however_they_look(opening):
    assert read(f"<div><h1>{T}</h1>{opening}{PARAS}</div>").lead is None


@pytest.mark.parametrize(
    "opening",
    [
        f'<div class="sapo"><p>{P[0]}</p><p>{P[1]}</p></div>',
        f"<p><b>{P[0]}</b></p><p><b>{P[1]}</b></p>",
    ],
)
def test_a_lead_of_two_paragraphs_is_one_lead(opening):
    article = read(f"<div><h1>{T}</h1>{opening}{''.join(f'<p>{p}</p>' for p in P[2:])}</div>")
    assert (article.lead, article.body.split("\n")) == (f"{P[0]} {P[1]}", P[2:])


@pytest.mark.parametrize(
    ("link", "url", "media_type"),
    [
        ('<a href="/vb/15-kh.pdf">Tải về</a>', "http://phulam.example.vn/vb/15-kh.pdf", "application/pdf"),
        (
            "<a href='#' onclick=\"window.open('/upload/bc.docx')\">Tải về</a>",
            "http://phulam.example.vn/upload/bc.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ('<a href="/DownloadFile.aspx?id=77">Tải về</a>', "http://phulam.example.vn/DownloadFile.aspx?id=77", None),
        (
            '<iframe src="https://xem.example/gview?url=http://phulam.example.vn/f/qd.pdf&embedded=true"></iframe>',
            "http://phulam.example.vn/f/qd.pdf",
            "application/pdf",
        ),
        ('<embed src="/f/qd.pdf">', "http://phulam.example.vn/f/qd.pdf", "application/pdf"),
    ],
)
def test_a_document_is_found_behind_whatever_leads_to_it(link, url, media_type):
    article = read(f"<div><h1>{T}</h1>{PARAS}<p>Tài liệu đính kèm: {link}</p></div>")
    assert [(one.url, one.media_type) for one in article.attachments] == [(url, media_type)]
    assert article.body.split("\n") == P


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<a href="/handlers/getfile.ashx?id=4">Quyết định 12</a>', "handlers/getfile.ashx?id=4"),
        ("<a href='#' onclick=\"window.open('/_layouts/download.aspx?id=7')\">Tải</a>", "_layouts/download.aspx?id=7"),
        ("<span onclick=\"taiFile('/u/ds.xlsx')\">Danh sách</span>", "u/ds.xlsx"),
        ("<li onclick=\"taiFile('/u/ds.xlsx')\">Danh sách</li>", "u/ds.xlsx"),
        ("<button type=button onclick=\"location.href='/u/ds.pdf'\">Tải về</button>", "u/ds.pdf"),
    ],
)
@pytest.mark.parametrize("heading", ["Tài liệu đính kèm:", "File đính kèm"])
def test_a_document_below_the_text_is_found_by_its_heading_whatever_its_address(heading, link, url):
    article = read(
        f'<div class="view"><h1>{T}</h1><div class="ct">{PARAS}</div><div class="fls"><p>{heading}</p><div>{link}</div></div></div>'
    )
    assert [one.url for one in article.attachments] == [f"http://phulam.example.vn/{url}"]
    assert article.body.split("\n") == P


def test_a_script_that_opens_no_document_gives_none():
    article = read(f"<div><h1>{T}</h1>{PARAS}<p>Đính kèm: <span onclick=\"moTab('van-ban')\">Văn bản</span></p></div>")
    assert article.attachments == ()


def test_the_words_of_a_meta_line_in_elements_of_their_own_sign_nothing():
    meta = (
        '<div class="wp-block-group"><p>Posted</p><div class="wp-block-post-date"><time datetime="2021-03-13">13/03/2021'
        '</time></div><p>in</p><div class="wp-block-post-terms"><a href="/category/tin/" rel="tag">Tin tức</a></div>'
        '<p>by</p><div class="wp-block-post-author"><p class="wp-block-post-author__name">{name}</p></div></div>'
    )
    for name, byline in (("Hoàng Lan", "Hoàng Lan"), ("admin", None)):
        article = read(f"<main><h1>{T}</h1><div class='entry-content'>{PARAS}</div>{meta.format(name=name)}</main>")
        assert (article.byline, article.body.split("\n")) == (byline, P)


def test_captions_go_with_their_pictures_and_not_into_the_text():
    article = read(
        f'<div><h1>{T}</h1><p>{P[0]}</p><p><img src="/a1.jpg"></p><p>Quang cảnh hội nghị tại điểm cầu huyện</p><p>{P[1]}</p>'
        f'<table align="center"><tr><td><img src="/a2.jpg"></td></tr><tr><td>Lãnh đạo huyện phát biểu</td></tr></table><p>{P[2]}</p>'
        f'<figure><img data-src="/a3.jpg" src="data:,"><figcaption>Đại biểu các xã</figcaption></figure><p>{P[3]}</p></div>'
    )
    assert article.body.split("\n") == P
    assert [(image.url[-7:], image.caption) for image in article.images] == [
        ("/a1.jpg", "Quang cảnh hội nghị tại điểm cầu huyện"),
        ("/a2.jpg", "Lãnh đạo huyện phát biểu"),
        ("/a3.jpg", "Đại biểu các xã"),
    ]


def test_a_table_is_kept_a_row_a_line_and_a_list_an_item_a_line():
    article = read(
        f"<div><h1>{T}</h1><p>{P[0]}</p><table><tr><th>Xã</th><th>Hồ sơ</th></tr><tr><td>An Lạc</td><td>1.200</td></tr></table>"
        f"<ul><li>Cấp máy tính cho 18 xã;</li><li>Kéo cáp quang về bản.</li></ul><p>{P[3]}</p></div>"
    )
    assert article.body.split("\n") == [
        P[0], "Xã | Hồ sơ", "An Lạc | 1.200", "- Cấp máy tính cho 18 xã;", "- Kéo cáp quang về bản.", P[3]
    ]  # fmt: skip


def test_section_and_tags_are_read_off_the_page():
    article = read(
        f'<div class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/tt">Tin tức</a> › <a href="/tt/c">Chuyển đổi số</a></div><div><h1>{T}</h1>{PARAS}'
        '<div class="tags">Từ khóa: <a href="/t1">chuyển đổi số</a>, <a href="/t2">Phú Lâm</a></div></div>'
    )
    assert article.category == "Chuyển đổi số" or article.category == "Tin tức / Chuyển đổi số"
    assert article.tags == ("chuyển đổi số", "Phú Lâm")


def test_the_text_of_a_page_without_text_is_looked_for_in_its_state():
    html = "".join(f"\\u003cp>{line}\\u003c/p>" for line in P)  # as servers write it: libxml2 ends a script at '</'
    article = extract(
        f'<title>{T}</title><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">'
        f'{{"props":{{"post":{{"title":"{T}","content":"{html}","publishedAt":"2021-03-12T08:00:00+07:00"}}}}}}</script>'.encode(),
        URL,
    )
    assert (article.title, article.body.split("\n")) == (T, P)
    assert article.published.edtf.startswith("2021-03-12")


@pytest.mark.parametrize(
    ("list_", "found"),
    [
        ("".join(f'<li><a href="/o{n}">Một tin khác của huyện trong tháng này, số {n}</a></li>' for n in range(3)), 3),
        ("".join(f'<li><a href="/o{n}">Một tin khác của huyện trong tháng này, số {n}</a></li>' for n in range(2)), 0),
        ("".join(f'<li><a href="/o{n}">Mục số {n}</a></li>' for n in range(6)), 0),
    ],
)
def test_a_list_of_headlines_right_below_the_text_is_other_news_though_nothing_heads_it(list_, found):
    article = read(f"<div><h1>{T}</h1><div>{PARAS}</div><ul>{list_}</ul></div>")
    assert len(article.related) == found
    headed = read(f"<div><h1>{T}</h1><div>{PARAS}</div><h3>Liên kết website</h3><ul>{list_}</ul></div>")
    assert headed.related == ()


def test_of_two_articles_on_a_page_the_one_under_the_headline_of_the_page_is_read():
    other = "".join(
        f"<p>Bài thứ hai kể một chuyện khác hẳn, dài dòng và chẳng liên quan gì, đoạn số {n}.</p>" for n in range(9)
    )
    article = read(f"<article><h1>{T}</h1>{PARAS}</article><article><h2>Chuyện khác</h2>{other}</article>")
    assert article.body.split("\n") == P


WHOLE = (
    '<link rel="canonical" href="http://phulam.example.vn/105"><meta property="article:modified_time" '
    'content="2021-03-13T08:00:00+07:00"><div class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/t">Tin tức</a></div>'
    f'<main><h1>{T}</h1><p class="date">12/03/2021</p><p class="sapo">{P[0]}</p><img src="/a.jpg">{PARAS}'
    '<p>Tài liệu đính kèm: <a href="/kh.pdf">Kế hoạch</a></p><p>Ngọc Ánh</p><p>Nguồn: Báo Phú Lâm</p>'
    '<div class="tags">Từ khóa: <a href="/k">chuyển đổi số</a></div><h3>Tin khác</h3><ul>'
    '<li><a href="/2">Huyện khánh thành cầu mới qua sông</a> (01/03/2021)</li></ul></main>'
)


@pytest.mark.parametrize(
    ("field", "rule", "raw"),
    [
        ("canonical_url", "link:canonical", "http://phulam.example.vn/105"),
        ("title", "h1", T),
        ("lead", "opening paragraph set apart", P[0]),
        ("body", "body > main", None),
        ("byline", "line under the text", "Ngọc Ánh"),
        ("authors", "line under the text", "Ngọc Ánh"),
        ("source", "line under the text", "Báo Phú Lâm"),
        ("published", "stamp below the headline", "12/03/2021"),
        ("modified", "meta:article:modified_time", "2021-03-13T08:00:00+07:00"),
        ("category", "breadcrumb", "Tin tức"),
        ("tags", "body > main > div.tags: links called keywords", "Từ khóa: chuyển đổi số"),
        ("related", "main > ul > li: list under its heading", "Tin khác"),
        ("attachments", "body > main > p: link", "/kh.pdf"),
        ("images", "body > main: img", "/a.jpg"),
        ("language", "letters of the text", None),
    ],
)
def test_every_field_says_where_it_was_found(field, rule, raw):
    article = read(WHOLE)
    assert getattr(article, field)
    found = article.found[field]
    assert (found.rule, found.raw) == (rule, found.raw if raw is None else raw)


def test_a_field_that_a_profile_gives_says_by_which_selector():
    selectors = {"tags": ".tags a", "related": "main > ul", "attachments": "main > p", "category": ".breadcrumb a"}
    profile = Profile(
        name="phulam", title="Phú Lâm", start_urls=(URL,), layouts=(Layout(name="nay", selectors=selectors),)
    )
    article = extract(f"<title>{T}</title>{MENU}{WHOLE}{FOOT}".encode(), URL, site=profile)
    assert {field: article.found[field].rule for field in selectors} == {
        field: f"profile: {selector}" for field, selector in selectors.items()
    }


def published_time(value: str, *, modified: str = "") -> str:
    changed = f'<meta property="article:modified_time" content="{modified}">' if modified else ""
    return f'<meta property="article:published_time" content="{value}">{changed}'


@pytest.mark.parametrize(
    ("said", "printed", "edtf", "noted"),
    [
        ("2024-08-05T17:30:00Z", "", "2024-08-06T00:30:00+07:00", False),
        ("2024-08-05T17:30:00+00:00", "", "2024-08-06T00:30:00+07:00", False),
        ("2024-08-05T16:59:59.000Z", "", "2024-08-05T23:59:59+07:00", False),
        ("2024-08-05T13:30:00-04:00", "", "2024-08-06T00:30:00+07:00", False),
        ("2024-08-05T17:00:00.000Z", "", "2024-08-06", False),  # midnight here, as a script writes a day
        ("2024-08-05T00:00:00Z", "", "2024-08-05", False),
        ("2024-12-31T18:00:00Z", "", "2025-01-01T01:00:00+07:00", False),
        ("2024-08-05T17:30:00Z", "06/08/2024 00:30", "2024-08-06T00:30:00+07:00", False),
        ("2024-08-05T17:30:00Z", "06/08/2024", "2024-08-06", False),
        ("2024-08-05T17:30:00Z", "05/08/2024 17:30", "2024-08-05T17:30:00+07:00", True),
        ("2024-08-05T09:15:00+00:00", "05/08/2024 09:15", "2024-08-05T09:15:00+07:00", True),
        ("2024-08-05T17:30:00Z", "05/08/2024", "2024-08-05", True),
    ],
)
def test_metadata_in_utc_are_told_on_the_clock_of_vietnam_and_lose_where_the_page_prints_another(
    said, printed, edtf, noted
):
    stamp = f'<p class="date">{printed}</p>' if printed else ""
    article = read(f"{published_time(said)}<main><h1>{T}</h1>{stamp}{PARAS}</main>")
    assert (article.published.edtf, article.published.start.isoformat()) == (edtf, edtf[:10])
    doubts = [problem.detail for problem in article.problems if problem.code == "published-disagrees"]
    assert [said in doubt for doubt in doubts] == ([True] if noted else [])


def test_where_the_clock_of_publication_is_wrongly_called_utc_that_of_the_change_is_too():
    head = published_time("2024-08-05T17:30:00Z", modified="2024-08-05T18:45:00Z")
    printed = read(f'{head}<main><h1>{T}</h1><p class="date">05/08/2024 17:30</p>{PARAS}</main>')
    assert printed.modified.edtf == "2024-08-05T18:45:00+07:00"
    assert read(f"{head}<main><h1>{T}</h1>{PARAS}</main>").modified.edtf == "2024-08-06T01:45:00+07:00"


@pytest.mark.parametrize(
    ("inner", "frames"),
    [
        (
            '<frameset cols="20%,*"><frame src="menu.htm"><frame src="/tin/1.htm"></frameset>',
            ("tin-tuc/chi-tiet/menu.htm", "tin/1.htm"),
        ),
        (
            '<frameset rows="90,*"><frame src="/t.htm"><frameset cols="*,9"><frame src="/b.htm"></frameset></frameset>',
            ("t.htm", "b.htm"),
        ),
        (
            '<frameset><frame src="/t.htm"><noframes><body>Trình duyệt không hỗ trợ khung.</body></noframes></frameset>',
            ("t.htm",),
        ),
        ('<body><iframe src="/noi-dung.aspx?id=3" width="100%"></iframe></body>', ("noi-dung.aspx?id=3",)),
    ],
)
def test_a_page_of_frames_says_where_its_text_is(inner, frames):
    article = extract(f"<html><head><title>{T}</title></head>{inner}</html>".encode(), URL)
    (doubt,) = [problem for problem in article.problems if problem.field == "body"]
    assert doubt.code == "text-in-frames"
    assert all(f"http://phulam.example.vn/{frame}" in doubt.detail for frame in frames)


@pytest.mark.parametrize(
    ("viewer", "rule"),
    [
        ('<object data="/f/ck.pdf"></object>', "object: viewer"),
        ('<object type="application/pdf"><param name="src" value="/f/ck.pdf"></object>', "object: viewer"),
        ('<object type="application/pdf"><a href="/f/ck.pdf">Tải về</a></object>', "object: viewer"),
        ('<iframe src="about:blank" data-src="/f/ck.pdf"></iframe>', "iframe: viewer"),
        ('<iframe src="/pdfjs/web/viewer.html?file=%2Ff%2Fck.pdf"></iframe>', "iframe: viewer"),
        ('<div class="flip-book" data-pdf="/f/ck.pdf"></div>', "div data-pdf: viewer"),
        ('<div id="x"></div><script>PDFObject.embed("\\/f\\/ck.pdf", "#x")</script>', "script: viewer"),
    ],
)
def test_a_page_that_shows_a_document_instead_of_a_text_names_it(viewer, rule):
    article = read(f'<div><h1>{T}</h1><p class="ngay">05/01/2023</p>{viewer}</div>')
    url = "http://phulam.example.vn/f/ck.pdf"
    assert [(one.url, one.media_type) for one in article.attachments] == [(url, "application/pdf")]
    assert article.found["attachments"].rule == rule
    (doubt,) = [problem for problem in article.problems if problem.field == "body"]
    assert (doubt.code, doubt.detail.endswith(url)) == ("text-in-document", True)


def test_a_document_by_its_type_alone_is_shown_and_a_film_is_none():
    told = read(f'<h1>{T}</h1><embed type="application/pdf" src="/documents/10180/0/qd12?version=1.0">')
    assert [one.url for one in told.attachments] == ["http://phulam.example.vn/documents/10180/0/qd12?version=1.0"]
    film = read(f'<h1>{T}</h1><embed type="application/x-shockwave-flash" src="/phim"><iframe src="/phim/1"></iframe>')
    assert not film.attachments


@pytest.mark.parametrize("page", ["<iframe src='{}'></iframe>", "<object data='{}'></object>", "<embed src='{}'>"])
def test_a_pdf_that_the_page_holds_in_an_address_is_its_text(page):
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    shown = "data:application/pdf;base64," + b64encode(pdf("Thong bao", ["Dieu 1. Nghi le"])).decode()
    article = read(f"<h1>{T}</h1>{page.format(shown)}")
    assert (article.title, article.body, article.attachments) == (T, "Thong bao\nDieu 1. Nghi le", ())
    assert "address that holds the PDF" in article.found["body"].rule
    assert [problem.code for problem in article.problems if problem.field == "body"] == ["text-from-pdf"]
