"""What sort of page it is, and why."""

# ruff: noqa: E501 - a table of markup, one case a line

import gzip
import importlib.util
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver import classify
from archiver.reading.page import read
from archiver.shapes import Page

SITE = "https://so.example"
MENU = "<div class=menu>" + "".join(f"<a href=/muc-{n}>Chuyên mục số {n}</a> " for n in range(9)) + "</div>"
FOOT = "<div class=footer>Bản quyền thuộc về cơ quan. Điện thoại: 028 3822 0000. <a href=/lien-he>Liên hệ</a></div>"
LOGIN_BOX = "<form><input name=u><input type=password name=p><button>Đăng nhập</button></form>"
TITLE = "Hội nghị tổng kết phong trào thi đua yêu nước năm 2023"
SLUG = "hoi-nghi-tong-ket-phong-trao-thi-dua-yeu-nuoc-nam-2023"
TEXT = "".join(
    f"<p>Sáng ngày {n} tháng 5, hội đồng đã họp với các đơn vị để bàn về việc tặng danh hiệu cho những tập thể và cá nhân có thành tích xuất sắc trong năm.</p>"
    for n in range(1, 6)
)
NEWS = "".join(
    f"<li><a href=/tin/bai-viet-so-{n}-cua-hoi-dong.html>Bài viết số {n} nói về công việc của hội đồng trong tháng</a> (0{n}/05/2024)</li>"
    for n in range(1, 8)
)
PAGER = "<div><b>1</b> <a href='?trang=2'>2</a> <a href='?trang=3'>3</a></div>"


def page(body: str, title: str = "Cơ quan", menu: str = MENU) -> bytes:
    return f"<html><head><title>{title}</title></head><body>{menu}<div class=content>{body}</div>{FOOT}</body></html>".encode()


FIELDS = ("Số ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành", "Loại văn bản")
RECORD = (
    "<table>"
    + "".join(f"<tr><td>{name}</td><td>Nội dung {n}</td></tr>" for n, name in enumerate(FIELDS))
    + "</table><a href=/f/vb.pdf>Tải về</a>"
)
TABLE = (
    "<table><tr>"
    + "".join(f"<th>{name}</th>" for name in FIELDS)
    + "</tr>"
    + "".join(
        f"<tr><td>{n}/QĐ</td><td>0{n}/05/2024</td><td><a href=/vb/{n}>Quyết định về việc tặng thưởng cho đơn vị số {n}</a></td><td>Sở</td><td>QĐ</td></tr>"
        for n in range(1, 9)
    )
    + "</table>"
)
PICTURES = "".join(f"<a href=/anh/{n}.jpg><img src=/anh/{n}-nho.jpg></a>" for n in range(12))

CASES = [
    ("article", "an article", f"/tin/{SLUG}.html", page(f"<h1>{TITLE}</h1>{TEXT}", TITLE)),
    ("article", "an article with other news below", f"/tin/{SLUG}.html", page(f"<h1>{TITLE}</h1>{TEXT}<h3>Tin liên quan</h3><ul>{NEWS}</ul>", TITLE)),
    ("article", "a short article with a longer list below", f"/tin/{SLUG}.html", page(f"<h1>{TITLE}</h1>{TEXT[:400]}<h4>Các tin khác</h4><ul>{NEWS}</ul>", TITLE)),
    ("article", "an article of old tables", "/default.aspx?id=12", page(f"<table><tr><td class=tieude>{TITLE}</td></tr><tr><td>{TEXT}</td></tr></table>", TITLE)),
    ("article", "an article that names one other, in a form", "/ChiTiet.aspx?id=9", page(f"<form><span class=title>{TITLE}</span><div>16/01/2026 08:55</div><div>{TEXT}</div><div>Tin đã đưa: <ul><li><a href=/ChiTiet.aspx?id=8>{TITLE[:40]} 2022</a></ul></div></form>", "Chi tiết", menu="<a href=/Default.aspx>Trang chủ</a>")),
    ("article", "an article with a box to log in", f"/tin/{SLUG}.html", page(f"{LOGIN_BOX}<h1>{TITLE}</h1>{TEXT}", TITLE)),
    ("article", "an article about an error", "/tin/loi-500-khi-nop-ho-so.html", page(f"<h1>Lỗi 500 khi nộp hồ sơ trực tuyến được khắc phục ra sao</h1>{TEXT}", "Lỗi 500 khi nộp hồ sơ trực tuyến được khắc phục ra sao")),
    ("article", "an article about what does not exist", "/tin/trang-web-khong-ton-tai-lua-dao.html", page(f"<h1>Cảnh báo lừa đảo: trang web không tồn tại vẫn nhận tiền</h1>{TEXT}", "Cảnh báo lừa đảo: trang web không tồn tại vẫn nhận tiền")),
    ("listing", "a listing", "/tin-tuc", page(f"<h1>Tin tức</h1><ul>{NEWS}</ul>{PAGER}", "Tin tức")),
    ("listing", "a listing without a pager", "/tin-tuc", page(f"<h1>Tin tức</h1><ul>{NEWS}</ul>", "Tin tức")),
    ("listing", "a listing with a box to log in", "/tin-tuc", page(f"{LOGIN_BOX}<ul>{NEWS}</ul>{PAGER}", "Tin tức")),
    ("listing", "a blog's front page", "/", page(f"<ul>{NEWS}</ul><a class=next href=/page/2/>Older posts</a>", "Nhật ký")),
    ("documents", "the record of a document", "/van-ban/12", page(f"<h1>Quyết định số 12/QĐ-UBND</h1>{RECORD}", "Văn bản")),
    ("documents", "a table of documents", "/van-ban", page(f"<h1>Văn bản</h1>{TABLE}{PAGER}", "Văn bản")),
    (
        "documents",
        "a table of documents in English",
        "/en/documents",
        page(
            "<h1>Documents</h1><table><tr><th>Doc. No.</th><th>Subject</th><th>Date of issue</th></tr>"
            "<tr><td>12</td><td>Crop calendar</td><td>12/03/2024</td></tr>"
            "<tr><td>11</td><td>Water supply</td><td>08/03/2024</td></tr></table>",
            "Documents",
        ),
    ),
    ("gallery", "an album", "/thu-vien-anh/7", page(f"<h1>Thư viện ảnh</h1>{PICTURES}", "Thư viện ảnh - Cơ quan")),
    ("other", "a front page", "/", page("".join(f"<div><h3><a href=/muc-{n}>Mục {n}</a></h3><ul>{NEWS.replace('tin/', f'tin{n}/')}</ul></div>" for n in range(3)), "Cơ quan")),
    ("other", "a front page by its title", "/cong/trang-nay", page(f"<p>Chào mừng.</p><ul>{NEWS[:300]}</ul>", "Trang chủ - Cơ quan")),
    ("other", "a page of contacts", "/lien-he", page("<h1>Liên hệ</h1><p>Số 1, đường Một.</p>", "Liên hệ")),
    ("soft-404", "a row that is not there, in classic ASP", "/xem.asp?id=7", page("<font face=Arial size=2>ADODB.Field</font> <font face=Arial size=2>error '800a0bcd'</font><p><font face=Arial size=2>Either BOF or EOF is True, or the current record has been deleted. Requested operation requires a current record.</font><p><font face=Arial size=2>/xem.asp</font><font face=Arial size=2>, line 33</font>")),
    ("error", "a database that is not there, in classic ASP", "/xem.asp?id=7", page("<font face=Arial size=2>Microsoft OLE DB Provider for SQL Server</font> <font face=Arial size=2>error '80004005'</font><p><font face=Arial size=2>Login failed for user 'sa'.</font><p><font face=Arial size=2>/xem.asp</font><font face=Arial size=2>, line 12</font>")),
    ("soft-404", "a soft 404 by its title", "/tin/x", page("<p>Hãy quay lại.</p>", "404 - Không tìm thấy trang")),
    ("soft-404", "a soft 404 by its text", "/tin/x", page("<div>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa.</div>")),
    ("soft-404", "an item of SharePoint's that is gone", "/tin/x", page("<h2>Lỗi</h2><p>Mục không tồn tại. Có thể mục đã bị người dùng khác xóa.</p>")),
    ("soft-404", "a soft 404 with news beside it", "/tin/x", page(f"<h2>Không tìm thấy trang</h2><h3>Tin mới</h3><ul>{NEWS}</ul>")),
    ("soft-404", "a soft 404 in English", "/tin/x", page("<h1>Page not found</h1><p>Sorry.</p>")),
    ("soft-404", "an article that is gone", "/tin/x", page("<p>Bài viết này không còn tồn tại trên hệ thống!</p>")),
    ("login", "a login wall", "/admin", page(f"<h1>Đăng nhập hệ thống</h1>{LOGIN_BOX}", "Đăng nhập")),
    ("login", "a login form and little else", "/quan-tri", page(LOGIN_BOX, menu="")),
    ("error", "ASP.NET's yellow page", "/a.aspx", b"<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' Application.</h1><h2><i>Runtime Error</i></h2>Description: An application error occurred on the server.</body></html>"),
    ("error", "a warning of PHP", "/a.php", b"<br /><b>Fatal error</b>:  Uncaught Error: Call to undefined function x() in /var/www/a.php:3 Stack trace: #0 {main}"),
    ("error", "SQL", "/a.php", page("<p>You have an error in your SQL syntax; check the manual</p>")),
    ("error", "WordPress without its database", "/", b"<html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1></body></html>"),
    ("error", "a proxy's page", "/", b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr>nginx</body></html>"),
    ("error", "maintenance", "/", page("<h1>Hệ thống đang bảo trì, vui lòng quay lại sau</h1>", menu="")),
    ("other", "nothing", "/", b""),
    ("other", "a PDF", "/a.pdf", b"%PDF-1.4 ..."),
    ("other", "JSON", "/a", b'{"items": []}'),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "path", "html"), CASES, ids=[case[1] for case in CASES])
def test_each_sort_of_page_is_told(kind, name, path, html):
    found = classify(html, SITE + path)
    assert found.kind == kind, found
    assert 0.5 <= found.confidence <= 1.0
    assert found.reasons


def test_reasons_quote_what_was_seen_and_the_strongest_comes_first():
    assert (
        classify(page("<p>Bài viết này không còn tồn tại!</p>"), SITE + "/x").reasons[0]
        == "a line of its own says 'Bài viết này không còn tồn tại'"
    )
    assert classify(b"\x89PNG\r\n\x1a\n", SITE).reasons == ("the bytes are image/png",)


PIECES = st.sampled_from(
    [
        MENU,
        TEXT,
        NEWS,
        PAGER,
        RECORD,
        PICTURES,
        LOGIN_BOX,
        "<table>",
        "</table>",
        "<p>",
        "</div>",
        "<b>404</b>",
        "\0",
        "<h1>Tin",
        "&#0;",
        "<a href='javascript:__doPostBack('>1</a>",
        "<select onchange=x><option>1<option>2",
        "<a href='//['>2</a>",
        "<script>{",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES, max_size=12),
    st.sampled_from(["", "/", SITE, SITE + "/a/b?c=1", "khong-phai-dia-chi", "http://[x"]),
)
def test_no_page_is_too_strange_to_be_read(pieces, url):
    reading = read(Page(url, "".join(pieces).encode()))
    assert reading.kind.reasons
    assert len({item.url for item in reading.listing.items}) == len(reading.listing.items)
    assert isinstance(reading.links, tuple)
    assert isinstance(reading.frames, tuple)
    assert reading.refresh is None
    assert reading.article.url == url


def test_a_reading_parses_once_and_gives_links_frames_and_refresh():
    html = "<base href=/vn/><meta http-equiv=refresh content='0; url=moi.html'><link rel=next href='?p=2'><a href=1.html rel='nofollow next'> Tin <b>một</b></a><a href='javascript:x()'><img alt='Ảnh'></a><iframe src=khung.html></iframe>"
    reading = read(Page(SITE + "/cu.html", html.encode()))
    assert reading.document is reading.document
    assert [(link.url, link.raw, link.text, set(link.rel)) for link in reading.links] == [
        (SITE + "/vn/?p=2", "?p=2", "", {"next"}),
        (SITE + "/vn/1.html", "1.html", "Tin một", {"nofollow", "next"}),
        (None, "javascript:x()", "Ảnh", set()),
    ]
    assert reading.frames == (SITE + "/vn/khung.html",)
    assert reading.refresh == SITE + "/vn/moi.html"


SHARED = Path(__file__).parents[1].parent / "shared" / "pages"


@pytest.mark.skipif(
    not (SHARED / "score.py").is_file(), reason="the labelled pages lie beside the repository, not in it"
)
def test_on_real_pages_kinds_items_and_next_pages_do_not_fall_below_what_was_reached():
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    sums: dict[str, list[float]] = {}
    for label_file in sorted((SHARED / "vn").glob("*.json")):
        label = json.loads(label_file.read_text(encoding="utf-8"))
        html = gzip.decompress(label_file.with_suffix(".html.gz").read_bytes())
        reading = read(Page(label["url"] or "", html))
        kind, listing = reading.kind.kind, reading.listing
        got = {
            "kind": kind if kind in ("article", "listing") else "other",
            "items": [{"title": item.title, "url": item.url} for item in listing.items],
            "next": listing.next if isinstance(listing.next, str) else None,
        }
        for name, value in score.score(label, got).items():
            sums.setdefault(name, []).append(value)
    means = {name: sum(values) / len(values) for name, values in sums.items()}
    assert means["kind"] >= 0.98
    assert means["items_p"] >= 0.95
    assert means["items_r"] >= 0.95
    assert means["next"] >= 0.95


@pytest.mark.parametrize(("name", "html"), [
    ("many links", b"".join(b"<li><a href='/tin/%d.html'>tin thi dua so %d cua thanh pho</a> 01/02/2024</li>" % (n, n) for n in range(8000))),
    ("many numbers", b"<p>" + b"".join(b"<a href='?p=%d'>%d</a> <b>12</b> " % (n, n) for n in range(8000))),
    ("links nested in each other's boxes", b"<div><a href='/tin/a-b-c-d-e'>tin thi dua cua thanh pho</a>" * 5000),
    ("headings that are never closed", b"<h1>tin thi dua yeu nuoc cua thanh pho" * 5000),
    ("a form that every number posts", b"<form>" + b"<input name=a value=b>" * 3000 + b"<a href=\"javascript:__doPostBack('a','Page$2')\">2</a>" * 2000 + b"</form>"),
    ("tables in tables", b"<table><tr><td>" * 450 + b"<a href=/x>tin thi dua cua thanh pho nay</a>"),
    ("microdata in microdata", b"<div itemscope itemtype='http://schema.org/NewsArticle'><b itemprop=headline>x</b>" * 4000),
])  # fmt: skip
def test_what_is_asked_of_a_hostile_page_costs_bounded_time(name, html):
    began = time.process_time()
    reading = read(Page(SITE + "/tin", html))
    assert reading.kind.reasons
    assert isinstance(reading.listing.items, tuple)
    assert isinstance(reading.structured.types, frozenset)
    assert time.process_time() - began < 10  # under a second each here


def test_a_text_whose_address_is_lost_is_an_article_still():
    html = page(f"<h1>{TITLE}</h1>{TEXT}<h3>Tin khác</h3><ul>{NEWS}</ul>", TITLE)
    for url in ("", "https://so.example/", "https://so.example/index.html"):
        assert classify(html, url).kind == "article"
