"""Pages that are broken, endless, or none: one clear reading or one clear reason, in bounded time, never a crash."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver import extract

URL = "http://so.example.vn/tin/1.html"
TEXT = "<p>Sáng nay, hội nghị tổng kết công tác năm khai mạc tại hội trường thành phố, hơn 300 đại biểu về dự.</p>"


def page(inner: str) -> bytes:
    return f"<html><head><title>Tổng kết công tác năm</title></head><body>{inner}</body></html>".encode()


HOSTILE = {
    "200,000 nested tags": page("<div>" * 200_000 + "sâu" + "</div>" * 200_000 + TEXT),
    "20,000 nested inline tags": page("<b><i>" * 10_000 + TEXT),
    "60,000 headings of other news": page("<h3>Tin khác</h3>" * 30_000 + TEXT),
    "20,000 lists of links": page(TEXT + '<ul><li><a href="/a">Một tin rất dài ở đây</a></li></ul>' * 20_000),
    "40,000 pictures": page(TEXT + '<img src="/a.jpg"><p>Một dòng ngắn</p>' * 40_000),
    "60,000 tags": page(TEXT + '<div class="tags"><a href="/t">một từ khóa</a></div>' * 30_000),
    "30,000 linked headings": page(TEXT + '<div><h3><a href="/x">Một tin khác của sở</a></h3>tóm tắt</div>' * 30_000),
    "one line of megabytes": page("<p>" + "hội nghị " * 400_000 + "</p>"),
    "one word of megabytes": page("<h1>" + "a" * 3_000_000 + "</h1><p>" + "1/" * 1_000_000 + "</p>"),
    "a table of 30,000 rows": page("<table>" + "<tr><td>1</td><td>hai</td></tr>" * 15_000 + "</table>"),
    "nested links": page('<a href="/x">' * 3_000 + TEXT),
    "nested tables": page("<table><tr><td>" * 3_000 + TEXT),
    "an endless class": page(f'<div class="{"related-post " * 200_000}">{TEXT}</div>'),
    "an endless headline": page(f"<h1>{'Tin ' * 300_000}</h1>{TEXT}"),
    "a link with an endless date": page(f'{TEXT}<p>Tin khác</p><a href="/x">Một tin nữa ({"1/" * 200_000})</a>'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_costs_seconds_and_never_a_crash(name):
    begun = time.process_time()
    article = extract(HOSTILE[name], URL)
    assert time.process_time() - begun < 20  # three at most on an idle machine; quadratic work would take minutes
    assert article.url == URL


@pytest.mark.parametrize(
    ("body", "content_type", "problem"),
    [
        (b"", None, "page-empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "text/html", "not-html"),
        (b"PK\x03\x04" + bytes(100), "text/html", "not-html"),
        (b'{"title": "x"}', "application/json", "not-html"),
        (b"%PDF-1.4 broken", "application/pdf", "pdf-broken"),
        (b"\x00" * 50 + b"<p>Tin", None, "nul-bytes"),
        (b"<html></html>", None, "text-missing"),
        (b"<frameset><frame src=a.htm></frameset>", None, "text-in-frames"),
    ],
)
def test_what_is_no_article_says_why(body, content_type, problem):
    if problem == "pdf-broken":
        pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    article = extract(body, URL, content_type=content_type)
    assert problem in article.problems
    assert article.kind != "article"
    assert not article.body
    assert article.published is None


def test_a_text_among_tags_nested_without_end_is_still_found():
    article = extract(HOSTILE["200,000 nested tags"], URL)
    assert "hơn 300 đại biểu về dự" in article.body
    assert "nested-too-deep" in article.problems


def test_text_below_the_deepest_level_that_is_walked_is_not_lost():
    article = extract(page("<div>" * 300 + TEXT), URL)
    assert "hơn 300 đại biểu về dự" in article.body


def test_unseen_characters_are_left_out_of_what_is_kept():
    article = extract(page("<h1>Tổng\u200bkết\u00ad năm</h1>" + TEXT.replace("hội", "h\u200bội")), URL)
    assert article.title == "Tổngkết năm"
    assert not re.search("[\u00ad\u200b]", article.body)


def story(headline: str, word: str) -> str:
    lines = "".join(
        f"<p>Sáng ngày {n}, {word} được các đại biểu bàn kỹ tại hội trường thành phố.</p>" for n in range(1, 7)
    )
    return f"<h2>{headline}</h2><p>0{len(word) % 9 + 1}/05/2021</p>{lines}"


BRIDGE, GIFTS = "Khánh thành cầu nối hai xã vùng sâu", "Trao quà cho học sinh nghèo vượt khó"


@pytest.mark.parametrize(
    "box", ["<article>{}</article>", "<div class=post>{}</div>", "<div class=p><div>{}</div></div>"]
)
@pytest.mark.parametrize(("title", "word"), [(BRIDGE, "cây cầu"), (GIFTS, "món quà")])
def test_of_two_articles_on_a_page_one_is_read_and_the_other_named_as_the_reason(box, title, word):
    both = box.format(story(BRIDGE, "cây cầu")) + box.format(story(GIFTS, "món quà"))
    article = extract(f"<html><head><title>{title}</title></head><body>{both}</body></html>".encode(), URL)
    assert article.title == title
    assert article.body.count(word) == 6
    assert all(word in line for line in article.body.split("\n"))
    assert "several-articles" in article.problems


def test_parts_of_one_article_are_no_articles_of_their_own():
    parts = "".join(f"<section><p>{'Các đại biểu bàn về phần này. ' * 14}</p></section>" for _ in range(3))
    article = extract(page(f"<article><h1>{BRIDGE}</h1>{parts}<h2>Việc còn phải làm</h2>{TEXT * 4}</article>"), URL)
    assert "several-articles" not in article.problems
    assert article.body.count("hơn 300 đại biểu") == 4


PIECES = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class='related'>",
            "</div>",
            "<h1>",
            "<br>",
            "<a href='/x'>",
            "</a>",
            "<table><tr><td>",
            "Tin khác",
            "Ngày đăng: 31/02/2020",
            "Sáng 5/9, học sinh cả tỉnh khai giảng năm học mới. ",
            "PV",
            "<img src=a>",
            "</td></tr></table>",
            "<li>",
            "<b>",
            "(05/10)",
            "<script>",
            "<figure>",
            "\x00",
            "&#0;",
            "<!--",
            "<![CDATA[",
        ]
    ),
    max_size=40,
)


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_any_heap_of_markup_is_read(pieces):
    article = extract("".join(pieces).encode(), URL)
    assert all(line.strip() for line in article.body.split("\n")) or not article.body
    assert article.published is None or article.published.start is not None


@pytest.mark.parametrize(
    ("ballast", "told"),
    [
        ("<!-- " + "cũ " * 4_000_000 + "-->", "long comments, scripts"),
        ("<script>" + "var a = 1;" * 1_300_000 + "</script>", "long comments, scripts"),
        ("<b " + "a=1 " * 3_100_000 + "></b>", "lists of attributes were left out"),
        ("<!-- " + "cũ " * 4_000_000, "the first 12000000 were read"),
    ],
)
def test_megabytes_that_nobody_reads_neither_push_the_text_out_nor_become_it(ballast, told):
    article = extract(page(f"<h1>Tổng kết công tác năm</h1>{TEXT * 3}{ballast}{TEXT}"), URL)
    assert 250 < len(article.body) < 500
    assert told in next(problem.detail for problem in article.problems if problem.code == "page-cut")


def test_a_short_text_behind_a_quote_that_never_ends_is_read():
    article = extract(page(f'<h1>Tổng kết công tác năm</h1><a href="/x>Xem</a>{TEXT * 4}'), URL)
    assert article.body.count("hội trường thành phố") == 4
    assert "markup-repaired" in article.problems
