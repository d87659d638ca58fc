"""What `extract` makes of a page that it has never seen."""

from __future__ import annotations

import pytest

from archiver import extract

PAGE = """<!doctype html><html><head><title>Khánh thành cầu Rạch Ông mới - Cổng thông tin</title></head><body>
<div class="menu"><a href="/">Trang chủ</a> <a href="/tin">Tin tức</a></div>
<h1>Khánh thành cầu Rạch Ông mới</h1><p class="date">Ngày đăng: 12/03/2021 14:05</p>
<p>Sáng 12/3, Sở Giao thông Vận tải tổ chức lễ khánh thành cầu Rạch Ông mới, nối hai quận sau ba năm thi công.</p>
<p>Cây cầu dài 320 mét, rộng bốn làn xe, được xây bằng vốn ngân sách với tổng mức đầu tư gần 400 tỷ đồng.</p>
<p>Người dân hai bên bờ phấn khởi vì không còn phải đi phà mỗi ngày, nhất là học sinh và người cao tuổi.</p>
<p style="text-align:right"><b>Thu Cúc</b></p>
<div class="footer">Hotline: (028) 3822 0000 - Email: banbientap@example.vn</div></body></html>"""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Khánh thành cầu Rạch Ông mới"),
        ("byline", "Thu Cúc"),
        ("authors", ("Thu Cúc",)),
        ("published_from", "stamp"),
    ],
)
def test_a_plain_page_gives_its_fields(field, value):
    assert getattr(extract(PAGE.encode(), "http://so.example.vn/tin/1"), field) == value


def test_the_body_is_the_text_and_nothing_else():
    body = extract(PAGE.encode(), "http://so.example.vn/tin/1").body.split("\n")
    assert len(body) == 3
    assert body[0].startswith("Sáng 12/3")
    assert body[-1].endswith("người cao tuổi.")


@pytest.mark.parametrize("page", [b"", b"\x00\x00", b"%PDF-1.4", b"<", b"<html></html>", b"\xff\xfe"])
def test_a_page_without_text_is_a_problem_and_not_a_crash(page):
    assert extract(page, "http://so.example.vn/").problems


def test_the_foot_of_an_article_tells_its_day_and_category_and_the_sites_name_is_none():
    text = (
        "<p>Hội nghị được tổ chức tại hội trường của Sở với sự tham gia của nhiều đơn vị trong tỉnh, đông đủ.</p>" * 4
    )
    page = (
        '<html lang="vi"><head><title>Họp mặt cuối năm - Sở Mẫu</title></head><body><header><p class="site-title">'
        '<a href="http://so.example/">Sở Mẫu</a></p></header><article><header><h1>Họp mặt cuối năm</h1></header>'
        f'<div class="entry-content">{text}</div><footer class="entry-footer"><div class="posted-by"><span>Published '
        '<time datetime="2025-10-20T08:00:00+07:00">20/10/2025</time></span></div><span>Categorized as <a '
        'href="/c/tin" rel="category tag">Tin hoạt động</a></span></footer></article><footer><p>© 2026 Sở Mẫu</p>'
        "</footer></body></html>"
    )
    article = extract(page.encode(), "http://so.example/hop-mat-cuoi-nam/")
    assert (str(article.published), article.category) == ("2025-10-20", "Tin hoạt động")
    assert "Published" not in article.body
