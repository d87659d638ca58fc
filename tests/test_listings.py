"""The items of a listing, the way to its next page, and what it says of its size."""

# ruff: noqa: E501 - a table of markup, one case a line

import pytest

from archiver import read_listing
from archiver.reading.document import parse
from archiver.reading.paging import read_paging, turns
from archiver.shapes import Postback

SITE = "https://so.example"
URL = f"{SITE}/tin-tuc"
TITLES = [
    "Hội nghị tổng kết phong trào thi đua yêu nước năm 2023",
    "Trao tặng danh hiệu Chiến sĩ thi đua cho 12 cá nhân tiêu biểu",
    "Tập huấn nghiệp vụ công tác khen thưởng tại ba quận ven biển",
    "Phát động đợt thi đua đặc biệt chào mừng ngày thành lập",
    "Kiểm tra công tác thi đua, khen thưởng tại các đơn vị",
    "Gặp mặt các điển hình tiên tiến trong lao động sản xuất",
]
SIDE = ["Người dân đọc nhiều nhất trong tuần qua ở đây", "Bài được quan tâm hơn cả trong tháng này"]
MENU = "".join(f"<li><a href=/muc-{n}>Mục số {n}</a></li>" for n in range(12))


def page(body: str, side: str = "", head: str = "<title>Tin tức</title>") -> bytes:
    return f"""<html><head>{head}</head><body><div class=header><ul class=menu>{MENU}</ul></div>
    <div class=wrap><div class=content>{body}</div>{side}</div>
    <div class=footer><a href=/lien-he>Liên hệ với chúng tôi tại đây</a></div></body></html>""".encode()


def rows(form: str, titles: list[str] = TITLES) -> str:
    return "".join(form.format(n=n, title=title) for n, title in enumerate(titles, 1))


SHAPES = {
    "a list": "<ul>{}</ul>",
    "rows of a table": "<table>{}</table>",
}
FORMS = [
    ("a plain list", "<ul>", "<li><a href='/tin/{n}.html'>{title}</a> <span>(0{n}/05/2024)</span></li>", "</ul>"),
    ("cards", "", "<div class='item item-{n}'><a href='/tin/{n}.html'><img src=a.jpg></a><h3><a href='/tin/{n}.html'>{title}</a></h3><p>Ngày đăng: 0{n}/05/2024</p><p>Tóm tắt của bài viết này dài hơn một dòng để thử.</p><a href='/tin/{n}.html'>Xem chi tiết</a></div>", ""),
    ("a table, date in the next cell", "<table>", "<tr><td>{n}</td><td><a href='/tin/{n}.html'>{title}</a></td><td>0{n}/05/2024</td></tr>", "</table>"),
    ("a table, date in the next row", "<table>", "<tr><td><a href='/tin/{n}.html'>{title}</a></td></tr><tr><td>0{n}/05/2024 10:15</td></tr>", "</table>"),
    ("links apart by line breaks", "<div>", "<a href='/tin/{n}.html'>{title}</a> (0{n}/05/2024)<br>", "</div>"),
    ("the date within the link", "<ul>", "<li><a href='/tin/{n}.html'>{title} <i>(0{n}/05/2024)</i></a></li>", "</ul>"),
    ("whole cards as links", "", "<a class=card href='/tin/{n}.html'><img src=a.jpg><h4>{title}</h4><time datetime='2024-05-0{n}'>hôm nọ</time><p>Tóm tắt của bài viết này dài hơn một dòng để thử.</p></a>", ""),
    ("only 'Xem chi tiết' is a link", "", "<div class=tin><b>{title}</b><p>0{n}/05/2024</p><p>Tóm tắt của bài viết này.</p><a href='/tin/{n}.html'>Xem chi tiết</a></div>", ""),
    ("spans without a class", "<div>", "<div><span>0{n}/05/2024</span> <span><a href='/tin/{n}.html'>{title}</a></span></div>", "</div>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "form", "after"), FORMS)
def test_items_are_found_by_their_shape_with_title_address_and_date(name, before, form, after):
    side = "<div class=right><h4>Đọc nhiều</h4><ul>" + "".join(f"<li><a href=/hot/{n}.html>{t}</a></li>" for n, t in enumerate(SIDE)) + "</ul></div>"  # fmt: skip
    listing = read_listing(page(before + rows(form) + after, side), URL)
    assert [item.title for item in listing.items] == TITLES
    assert [item.url for item in listing.items] == [f"{SITE}/tin/{n}.html" for n in range(1, 7)]
    assert [item.published and item.published.edtf[:10] for item in listing.items] == [
        f"2024-05-0{n}" for n in range(1, 7)
    ]


def test_a_lead_story_set_larger_belongs_to_the_list():
    lead = "<div class=top><h2><a href=/tin/0.html>Bài lớn nhất hôm nay của cơ quan</a></h2><p>Tóm tắt.</p></div>"
    body = f"<div class=list>{lead}{rows(FORMS[1][2])}</div>"
    assert [item.url for item in read_listing(page(body), URL).items] == [f"{SITE}/tin/{n}.html" for n in range(7)]


@pytest.mark.parametrize("side", [
    "<div class=sidebar><h3>Tin mới</h3>{}</div>", "<div class=cot2><h3>Xem nhiều</h3>{}</div>", "<aside>{}</aside>",
])  # fmt: skip
def test_a_side_column_is_left_out_even_when_it_looks_like_the_list(side):
    other = "".join(f"<div class=tin><a href=/hot/{n}.html>{t}</a></div>" for n, t in enumerate(SIDE * 3))
    listing = read_listing(page(rows("<div class=ban-tin><h3><a href=/tin/{n}.html>{title}</a></h3><p>0{n}/05/2024</p></div>"), side.format(other)), URL)  # fmt: skip
    assert [item.url for item in listing.items] == [f"{SITE}/tin/{n}.html" for n in range(1, 7)]


def test_a_day_and_month_without_a_year_stay_without_one():
    listing = read_listing(page("<ul>" + rows("<li><a href=/tin/{n}.html>{title}</a> (0{n}/10)</li>") + "</ul>"), URL)
    assert [item.published and item.published.raw for item in listing.items] == [f"0{n}/10" for n in range(1, 7)]
    assert all(item.published and item.published.start is None for item in listing.items)


@pytest.mark.parametrize(
    "html", [b"", b"%PDF-1.4", b"<p>Tin", b"<a href=x>", b"<a href='http://[x'>Tin thi dua yeu nuoc</a>"]
)
def test_a_page_that_lists_nothing_has_no_items(html):
    listing = read_listing(html, URL)
    assert listing.items == ()
    assert listing.next is None


# --- the next page -----------------------------------------------------------------------------------------------------

PAGERS = [
    ("numbers, current not a link", "<b>1</b> <a href='?trang=2'>2</a> <a href='?trang=3'>3</a>", URL, "?trang=2"),
    ("numbers, in the middle", "<a href='?trang=1'>1</a> [2] <a href='?trang=3'>3</a>", URL + "?trang=2", "?trang=3"),
    ("numbers, current marked", "<ul class=pagination><li class=active><a href='/tin-tuc?p=1'>1</a></li><li><a href='/tin-tuc?p=2'>2</a></li></ul>", URL, "?p=2"),
    ("numbers, current leads to nothing", "<a href='#' class=current>1</a> <a href='/tin-tuc/page/2'>2</a>", URL, "/page/2"),
    ("numbers, by the address alone", "<a href='/tin-tuc/page/1'>1</a><a href='/tin-tuc/page/2'>2</a><a href='/tin-tuc/page/3'>3</a>", URL + "/page/2", "/page/3"),
    ("the last page", "<a href='?trang=1'>1</a> <a href='?trang=2'>2</a> <b>3</b>", URL + "?trang=3", None),
    ("the last page, arrows back", "<a href='?trang=1'>«</a> <a href='?trang=1'>1</a> <b>2</b>", URL + "?trang=2", None),
    (">> is the last page, > the next", "<a href='?p=1'>1</a> <b>2</b> <a href='?p=3'>3</a> <a href='?p=3'>&gt;</a> <a href='?p=57'>&gt;&gt;</a>", URL + "?p=2", "?p=3"),
    ("only >>", "<a href='?cur=2'>&gt;&gt;</a>", URL, "?cur=2"),
    ("words", "<a href='/tin-tuc/trang-2.html'>Trang sau</a>", URL, "/trang-2.html"),
    ("words, path with page", "<a class=next href='/tin-tuc/page-2/'>Tiếp theo »</a>", URL, "/page-2/"),
    ("older posts", "<a href='/page/2/'>Older posts</a>", SITE + "/", SITE + "/page/2/"),
    ("an arrow of a font", "<a class='next page-link' href='?page=2'><i class=icon></i></a>", URL, "?page=2"),
    ("a picture of an arrow", "<a href='?page=2'><img src=n.gif alt='Trang sau'></a>", URL, "?page=2"),
    ("offsets", "<b>1</b> <a href='?start=10'>2</a> <a href='?start=20'>3</a>", URL, "?start=10"),
    ("a parameter of no name", "<b>1</b> <a href='?id=7&x9=2'>2</a> <a href='?id=7&x9=3'>3</a>", URL + "?id=7", "?id=7&x9=2"),
    ("windows of dots", "<a href='?p=1'>1</a> ... <a href='?p=8'>8</a> <b>9</b> <a href='?p=10'>10</a> ... <a href='?p=57'>57</a>", URL + "?p=9", "?p=10"),
    ("a select that goes there", "<select onchange='location.href=this.value'><option value='/tin-tuc?p=1' selected>1</option><option value='/tin-tuc?p=2'>2</option></select>", URL, "?p=2"),
    ("SharePoint's older paging", "<a href=\"javascript:\" onclick='javascript:SubmitFormPost(\"/tin-tuc?Paged=TRUE\\u0026p_ID=12\\u0026PageFirstRow=31\");javascript:return false;'><img src=next.gif alt=Next></a>", URL, "?Paged=TRUE&p_ID=12&PageFirstRow=31"),
    ("SharePoint's own paging", "<a href=\"javascript:\" onclick='RefreshPageTo(event, \"/tin-tuc?Paged=TRUE\\u0026p_ID=12\\u0026PageFirstRow=31\");javascript:return false;'><img src=next.gif alt=Next></a>", URL, "?Paged=TRUE&p_ID=12&PageFirstRow=31"),
    ("a button that goes there", "<input type=button value='Trang sau' onclick=\"window.location='/tin-tuc?page=2'\">", URL, "?page=2"),
    ("a link that its script follows", "<b>1</b> <a href='javascript:void(0)' onclick=\"location.href='?page=2'\">2</a>", URL, "?page=2"),
    ("DotNetNuke", "<span>1</span> <a href='/tin-tuc/currentpage/2'>2</a>", URL, "/currentpage/2"),
    ("link rel=next", "<link rel=next href='/tin-tuc/page/2'>", URL, "/page/2"),
    ("disabled", "<ul><li class=disabled><a href='?p=2'>Trang sau</a></li></ul>", URL, None),
    ("a picture carousel is no pager", "<a class='next' href='#'>Next image</a><a class=next href='javascript:void(0)'>&gt;</a>", URL, None),
    ("more of a section is no pager", "<a href='/tin-tuc/thong-bao'>Xem thêm</a> <a href='/bai-viet-dai-ve-hoi-nghi-thi-dua'>Xem tiếp</a>", URL, None),
    ("years are no pager", "<a href='/tin-tuc/2023'>2023</a> <a href='/tin-tuc/2024'>2024</a>", URL, None),
    ("the next article is no next page", "<a rel=next href='/hoi-nghi-tong-ket-cong-tac-thi-dua'>Bài sau</a>", SITE + "/bai-truoc-ve-cong-tac-khen-thuong", None),
    ("a breadcrumb is no pager", "<a href='/tin-tuc/thong-bao'>»</a>", URL, None),
    ("another site is no next page", "<a href='https://khac.example/tin-tuc?p=2'>Trang sau</a>", URL, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pager", "url", "target"), PAGERS)
def test_the_next_page_is_found_and_nothing_else_is_taken_for_it(name, pager, url, target):
    if target is not None and not target.startswith("http"):
        target = URL + target
    body = "<ul>" + rows(FORMS[0][2]) + f"</ul><div class=p>{pager}</div>"
    assert read_listing(page(body), url).next == target


def test_a_pager_in_the_very_cell_that_holds_the_list_is_found():
    body = "<table><tr><td>" + rows(
        "<a href=/tin/{n}.html>{title}</a><br>Tóm tắt dài dòng của bài viết số {n} trong danh sách.<br>"
    )
    body += "Trang: 1 <a href='?trang=2'>2</a> <a href='?trang=3'>3</a></td></tr></table>"
    assert read_listing(page(body), URL).next == URL + "?trang=2"


FORM = """<form method=post action='./DanhSach.aspx?id=3'><input type=hidden name=__VIEWSTATE value='/wEP+a='>
<input type=hidden name=__EVENTVALIDATION value=ev><input name=tukhoa value=''><input type=checkbox name=c1>
<input type=checkbox name=c2 checked><select name=nam><option value=2023>2023</option><option value=2024 selected>2024</option></select>
<input type=submit name=tim value='Tìm kiếm'>{}</form>"""
STATE = [("__VIEWSTATE", "/wEP+a="), ("__EVENTVALIDATION", "ev"), ("tukhoa", ""), ("c2", "on"), ("nam", "2024")]
GRID = """<table><tr><td><span>{0}</span></td><td><a href="javascript:__doPostBack('ctl00$gv','Page${1}')">{1}</a></td></tr></table>"""


@pytest.mark.parametrize(
    ("name", "control", "sent"),
    [
        ("a GridView", GRID.format(1, 2), [("__EVENTTARGET", "ctl00$gv"), ("__EVENTARGUMENT", "Page$2")]),
        ("its dots", "<table><tr><td><a href=\"javascript:__doPostBack('gv','Page$1')\">1</a></td><td><span>2</span></td><td><a href=\"javascript:__doPostBack('gv','Page$3')\">...</a></td></tr></table>", [("__EVENTTARGET", "gv"), ("__EVENTARGUMENT", "Page$3")]),
        ("a DataPager", "<span><span>1</span>&nbsp;<a href=\"javascript:__doPostBack('ctl00$dp$ctl01$ctl01','')\">2</a></span>", [("__EVENTTARGET", "ctl00$dp$ctl01$ctl01"), ("__EVENTARGUMENT", "")]),
        ("a link that says next", "<a href=\"javascript:__doPostBack(&#39;ctl00$lnkNext&#39;,&#39;&#39;)\">Trang sau</a>", [("__EVENTTARGET", "ctl00$lnkNext"), ("__EVENTARGUMENT", "")]),
        ("options", "<a onclick='' href='javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions(\"ctl00$n\", \"\", true, \"\", \"\", false, true))'>Tiếp</a>", [("__EVENTTARGET", "ctl00$n"), ("__EVENTARGUMENT", "")]),
        ("an image button", "<input type=image name='ctl00$next' src=next.gif alt='Trang sau'>", [("ctl00$next.x", "0"), ("ctl00$next.y", "0")]),
        ("a submit button", "<input type=submit name=sau value='Trang sau'>", [("sau", "Trang sau")]),
        ("a button", "<button name=sau value=1>Tiếp »</button>", [("sau", "1")]),
    ],
)  # fmt: skip
def test_a_page_that_only_a_form_can_turn_gives_what_a_browser_would_send(name, control, sent):
    listing = read_listing(
        page("<ul>" + rows(FORMS[0][2]) + "</ul>" + FORM.format(control)), f"{SITE}/Pages/DanhSach.aspx?id=3"
    )
    assert listing.next == Postback(f"{SITE}/Pages/DanhSach.aspx?id=3", "POST", (*STATE, *sent))


def test_a_select_that_posts_back_is_sent_with_its_next_value():
    select = """<select name=ddl onchange="javascript:setTimeout(&#39;__doPostBack(\\&#39;ddl\\&#39;,\\&#39;\\&#39;)&#39;, 0)">
    <option value=0>1</option><option selected value=1>2</option><option value=2>3</option></select>"""
    following = read_paging(parse(FORM.format(select).encode(), URL)).next
    assert isinstance(following, Postback)
    assert following.fields == (*STATE, ("ddl", "2"), ("__EVENTTARGET", "ddl"), ("__EVENTARGUMENT", ""))


def test_a_script_that_fills_a_page_field_is_followed_through_its_form():
    form = "<form action=/tim method=get><input type=hidden name=page value=1><b>1</b> <a href='javascript:goPage(2)'>2</a></form>"
    following = read_paging(parse(form.encode(), URL)).next
    assert following == Postback(f"{SITE}/tim", "GET", (("page", "2"),))


@pytest.mark.parametrize(
    ("text", "page_number", "pages", "total"),
    [
        ("Trang 3/57", 3, 57, None),
        ("Trang <b>3</b> / <b>57</b>", 3, 57, None),
        ("Trang 3 trên 57", 3, 57, None),
        ("Page 2 of 10", 2, 10, None),
        ("Tổng số 1240 tin", None, None, 1240),
        ("Tổng số: <b>1.240</b> bài viết", None, None, 1240),
        ("Tổng số tin: 1240", None, None, 1240),
        ("1-20 trong tổng số 345", None, None, 345),
        ("Hiển thị 1 - 20 của 345 kết quả", None, None, 345),
        ("Có tất cả 12 bài viết", None, None, 12),
        ("Tổng số 57 trang", None, 57, None),
        ("Tìm thấy 1,240 kết quả", None, None, 1240),
        ("Trang 3/2", None, None, None),
        ("Điện thoại: 028 38 123 456", None, None, None),
        ("Ngày 3/5/2024", None, None, None),
    ],
)
def test_what_the_page_says_of_its_size_is_read(text, page_number, pages, total):
    listing = read_listing(page("<ul>" + rows(FORMS[0][2]) + f"</ul><p>{text}</p>"), URL)
    assert (listing.page, listing.pages, listing.total) == (page_number, pages, total)


@pytest.mark.parametrize(
    ("here", "there", "number"),
    [
        ("/tin", "/tin?page=2", 2),
        ("/tin/", "/tin/page/2/", 2),
        ("/tin.htm", "/tin/trang-2.htm", 2),
        ("/tin", "/tin-p2", 2),
        ("/tin-p2", "/tin-p3", 3),
        ("/tin/2", "/tin/3", 3),
        ("/?m=1", "/?m=1&trang=2", 2),
        ("/default.aspx?cat=4", "/default.aspx?cat=4&pageindex=2", 2),
        ("/default.aspx?cat=4", "/default.aspx?cat=5", 5),
        ("/tin", "/tin/thong-bao-2024.html", None),
        ("/tin", "/van-ban?page=abc", None),
        ("/tin", "https://khac.example/tin?page=2", None),
    ],
)
def test_a_turned_page_is_told_from_another_page_by_its_address(here, there, number):
    assert turns(SITE + here, there if there.startswith("http") else SITE + there) == number


def test_a_date_in_a_summary_is_not_the_day_of_publication():
    body = rows(
        "<div class=tin><h3><a href=/tin/{n}.html>{title}</a></h3><p>Sáng 0{n}/3/2024, tại hội trường lớn, hội đồng đã tổ chức hội nghị thường niên của mình.</p></div>"
    )
    assert [item.published for item in read_listing(page(body), URL).items] == [None] * 6


def test_a_year_that_the_neighbours_print_is_lent_and_said_so():
    days = ["05/10/2017", "04/10", "03/10", "02/10", "01/10", "30/09"]
    body = (
        "<ul>"
        + "".join(
            f"<li><a href=/tin/{n}>{title}</a> ({day})</li>"
            for n, (title, day) in enumerate(zip(TITLES, days, strict=True))
        )
        + "</ul>"
    )
    published = [item.published for item in read_listing(page(body), URL).items]
    assert [one.start.isoformat() for one in published] == [
        "2017-10-05",
        "2017-10-04",
        "2017-10-03",
        "2017-10-02",
        "2017-10-01",
        "2017-09-30",
    ]
    assert "year-inferred" in published[1].problems
    assert published[1].raw == "04/10"


@pytest.mark.parametrize("form", [
    "<article class='post-{n}{n}4 post type-post status-publish category-muc-{n} hentry'><header class=entry-header><h2 class=entry-title><a href='/{n}/bai'>{title}</a></h2></header><div class=entry-content><p>Tóm tắt <a href='/{n}/bai#more-4'>Continue reading</a></p></div><footer><a href='/category/muc-{n}'>Mục tin số {n} ở đây</a> <a href='/{n}/bai#respond'>Leave a comment</a></footer></article>",
    "<li class='views-row views-row-{n} views-row-odd'><div class=views-field-title><span class=field-content><a href='/{n}/bai'>{title}</a></span></div></li>",
    "<div class='asset-abstract d{n}'><h3 class=asset-title><a href='/{n}/bai?p_p_auth=x'>{title}</a></h3><a href='/{n}/bai?p_p_auth=x'>Đọc thêm</a></div>",
    "<tr class='row{n}'><td class=list-title><a href='/{n}/bai'>{title}</a></td><td class=list-date>0{n}/05/2024</td><td>{n}0</td></tr>",
])  # fmt: skip
def test_the_lists_of_common_systems_are_found_whole(form):
    before, after = ("<table>", "</table>") if form.startswith("<tr") else ("", "")
    listing = read_listing(page(before + rows(form) + after), URL)
    assert [item.title for item in listing.items] == TITLES


def test_a_list_that_is_not_shown_is_not_the_pages_own():
    hidden = (
        "<div style='display:none'><table>"
        + rows(
            "<tr><td><a href=/raw/{n}>{title}</a></td><td>0{n}/05/2024</td><td>Chưa duyệt, đang chờ biên tập viên xem lại</td></tr>"
        )
        + "</table></div>"
    )
    listing = read_listing(
        page(hidden + "<ul>" + rows("<li><a href=/tin/{n}>{title}</a></li>", TITLES[:4]) + "</ul>"), URL
    )
    assert [item.url for item in listing.items] == [f"{SITE}/tin/{n}" for n in range(1, 5)]


def test_a_menu_at_the_same_path_as_the_list_is_told_from_it_by_its_short_names():
    menu = (
        "<td><table>"
        + "".join(
            f"<tr><td><a href=/loai/{n}>{name}</a></td></tr>"
            for n, name in enumerate(["Tin hoạt động", "Thi đua - Khen thưởng", "Tin địa phương", "Số hóa tài liệu"])
        )
        + "</table></td>"
    )
    news = "<td><table>" + rows("<tr><td><a href=/tin/{n}>{title}</a></td></tr>", TITLES[:4]) + "</table></td>"
    html = f"<table><tr>{menu}{news}</tr></table>"
    assert [item.url for item in read_listing(html.encode(), URL).items] == [f"{SITE}/tin/{n}" for n in range(1, 5)]
