"""One bounded parse of whatever a server sends."""

import gzip
import random
import time
from urllib.parse import urljoin

import pytest

from archiver import classify
from archiver.reading.document import DEEPEST, MOST_TAGS, parse, sniff

URL = "https://so.example/tin/danh-muc?id=3"


def text_of(html: bytes) -> str:
    return "".join(parse(html, URL).root.itertext())


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("bai-1.html", "https://so.example/tin/bai-1.html"),
        ("/bai-1.html", "https://so.example/bai-1.html"),
        ("//cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        ("?id=4", "https://so.example/tin/danh-muc?id=4"),
        ("../x", "https://so.example/x"),
        ("/a/../b", "https://so.example/b"),
        (" \n/a b\tc ", "https://so.example/a%20bc"),
        ("http://khac.example", "http://khac.example"),
        ("javascript:void(0)", None),
        ("mailto:so@so.example", None),
        ("http://[abc/", None),
        ("http://", None),
        ("", None),
        (None, None),
    ],
)
def test_a_link_is_resolved_as_a_browser_would_or_refused(href, absolute):
    assert parse(b"<p>", URL).absolute(href) == absolute


@pytest.mark.parametrize(
    ("base", "absolute"),
    [
        ("/vn/", "https://so.example/vn/bai"),
        ("https://khac.example/", "https://khac.example/bai"),
        ("javascript:1", "https://so.example/tin/bai"),
        ("http://[x", "https://so.example/tin/bai"),
    ],
)
def test_base_href_is_honoured_where_it_makes_sense(base, absolute):
    page = parse(f"<head><base href='{base}'></head><p>".encode(), URL)
    assert page.absolute("bai") == absolute


@pytest.mark.parametrize(
    ("body", "header", "media_type"),
    [
        (b"%PDF-1.7 ...", "text/html", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", None, "image/png"),
        (b"PK\x03\x04....", "text/html", "application/zip"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b'[{"a": 1}]', "text/html", "application/json"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "text/html", "application/rss+xml"),
        (b"<?xml version='1.0'?><urlset>", "text/xml", "application/xml"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", "text/xml", "text/html"),
        (b"BM <b>So</b>", "text/html", "text/html"),
        (b"Tin", "text/html", "text/html"),
        (b"", "text/html", "text/html"),
    ],
)
def test_bytes_are_taken_for_what_they_are_and_not_for_what_the_header_says(body, header, media_type):
    assert sniff(body, header) == media_type
    page = parse(body, URL, header)
    assert page.is_html == (media_type == "text/html")
    assert page.is_html or "not-html" in page.problems


def attributes(form: bytes, count: int) -> bytes:
    return b" ".join(form % number for number in range(count))


NESTED = b"<div>" * 200_000 + "sâu".encode() + b"</div>" * 200_000 + "<p>Sau đó".encode()


PICTURE = b"<img src='data:image/png;base64,"


@pytest.mark.parametrize(
    ("name", "html", "problem", "kept"),
    [
        ("nested tags", NESTED, "nested-too-deep", ["sâu", "Sau đó"]),
        ("nested tags never closed", b"<div>" * 100_000 + b"<p>Sau", "nested-too-deep", ["Sau"]),
        ("more tags than memory should hold", b"<p>Tin <a>x</a></p>" * 100_000, "page-cut", ["Tin"]),
        ("NUL bytes", b"a\0<p>T\0in", "nul-bytes", ["Tin"]),
        ("bytes that are no UTF-8", b"<meta charset=utf-8><p>Tin \xff\xfe \xc6\xb0", "bytes-unreadable", ["Tin", "ư"]),
        ("nothing", b"", "page-empty", []),
        ("blanks", b" \n\t", "page-empty", []),
        ("an unclosed comment", b"<!--" * 1000, "page-empty", []),
        ("a hundred thousand attributes", b"<p " + attributes(b"a%d=1", 100_000) + b">Tin", None, ["Tin"]),
        ("the same with tags in quotes", b"<p " + attributes(b"a%d='<b>'", 40_000) + b">Tin", None, ["Tin"]),
        ("a text of megabytes", b"<p>" + b"a " * 5_000_000 + b"<p>Tin", None, ["Tin"]),
        ("a picture within an attribute", b"<img src='data:" + b"A" * 11_000_000 + b"'><p>Tin", None, ["Tin"]),
        ("a picture larger than a page", PICTURE + b"A" * 20_000_000 + b"'><p>Tin", None, ["Tin"]),
        ("a page cut between two tags", "<p>Đại hội</p>".encode() * 1_200_000, "page-cut", ["Đại hội"]),
        ("nothing but <", b"<" * 5_000_000, "page-cut", []),
        ("tags never ended", b"<a href='" * 500_000, "page-cut", []),
    ],
)  # fmt: skip
def test_a_hostile_page_costs_bounded_time_and_keeps_what_can_be_kept(name, html, problem, kept):
    began = time.process_time()
    page = parse(html, URL)
    text = "".join(page.root.itertext())
    assert time.process_time() - began < 8  # a second at most here; without the guards, minutes
    assert problem is None or problem in page.problems
    assert all(words in text for words in kept)
    assert sum(1 for _ in page.root.iter()) <= MOST_TAGS


def test_nesting_is_bounded_so_that_recursion_over_the_tree_is_safe():
    element, depth = parse(NESTED, URL).root, 0
    while len(element):
        element, depth = element[0], depth + 1
    assert depth <= DEEPEST + 2


def test_text_is_composed_and_what_goes_back_to_the_server_is_not():
    loose = "thi\u0323 d\u0309"
    page = parse(f"<p title='{loose}'>{loose} <a href='/{loose}'>x".encode(), URL)
    paragraph, link = page.root.iter("p", "a")
    assert paragraph.text == "th\u1ecb d\u0309 "
    assert paragraph.get("title") == "th\u1ecb d\u0309"
    assert link.get("href") == "/" + loose


def test_a_control_character_by_reference_does_not_stop_composing():
    assert "Tin" in text_of("<p>&#1;thi\u0323</p><p>Tin".encode())


def test_a_page_without_html_or_body_still_has_them():
    assert parse(b"Tin", URL).root.tag == "html"
    frames = parse(b"<frameset><frame src=a></frameset>", URL)
    assert frames.body.tag == "html"
    assert frames.root.find(".//frame") is not None


@pytest.mark.parametrize(
    "base", [URL, "https://so.example/", "http://so.example/a/b/?x=/y", "https://so.example/a/../b"]
)
@pytest.mark.parametrize(
    "href",
    ["x", "x/y?z#w", "/x", "?q=1", "?", "#a", "./x", "../x", "//h.example/x", "x:y", "a b", ";p", "/x/./y", "x/.."],
)
def test_the_short_way_to_an_address_agrees_with_the_long_one(base, href):
    long = urljoin(base, href.replace(" ", "%20"))
    assert parse(b"<p>", base).absolute(href) == (long if "://" in long else None)


@pytest.mark.parametrize("end", ["</html>", "</html></html>", "</head></html></html>"])
def test_what_stands_behind_a_second_end_of_the_page_is_read(end):
    page = parse(
        f"<html><head><title>T</title>{end}<body><p>Đoạn</p><a href='/tin/1'>Tin</a></body></html>".encode(),
        "http://a.vn/",
    )
    assert [a.get("href") for a in page.root.iter("a")] == ["/tin/1"]
    assert page.root.find(".//p").text == "Đoạn"


MANY = "".join(
    f"<p>Đoạn {n} nói về công việc của hội đồng trong năm vừa qua, với nhiều kết quả.</p>" for n in range(12)
)


@pytest.mark.parametrize(
    ("broken", "repaired"),
    [
        (f'<h1>Tin</h1><img alt="ảnh>{MANY}', True),
        (f'<h1>Tin</h1><div style="a"b"c" =d e=\'f>{MANY}', True),
        (f"<h1>Tin</h1><!-- quảng cáo {MANY}", True),
        (f"<h1>Tin</h1><!-- quảng cáo -- >{MANY}", True),
        (f"<h1>Tin</h1><button>Gửi{MANY}", True),
        (f"<h1>Tin</h1><svg><title>x</title><path d='M0'/>{MANY}", True),
        (f"<h1>Tin</h1><!-- quảng cáo --!>{MANY}", False),
        (f"<h1>Tin</h1><script>var a = '{MANY}';</script>{MANY}", False),
        (f"<h1>Tin</h1><template>{MANY}</template>{MANY}", False),
    ],
)
def test_one_broken_tag_does_not_cost_the_page_behind_it(broken, repaired):
    page = parse(f"<html><body>{broken}</body></html>".encode(), URL)
    shown = " ".join(text for _, text in page.texts)
    assert all(f"Đoạn {n} nói về" in shown for n in range(12))
    assert shown.count("Đoạn 7 nói về") == 1
    assert ("markup-repaired" in page.problems) is repaired


def test_what_stands_in_a_comment_that_is_closed_stays_unread():
    page = parse(f"<p>Tin</p><!-- {MANY} --><p>Hết</p>".encode(), URL)
    assert "Đoạn" not in " ".join(text for _, text in page.texts)
    assert not page.problems


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (gzip.compress(b"<p>Tin moi cua so noi vu</p>" * 40, mtime=0) + b"<", "application/gzip"),
        (b"\xff\xd8\xff\xe1\x10\x00Exif\0\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + bytes(2_000), "image/jpeg"),
        (random.Random(3).randbytes(90_000), "application/octet-stream"),
        (b"MZ\x90\x00\x03" + random.Random(4).randbytes(9_000), "application/octet-stream"),
        (b"BM co so <b>tin</b>", "text/html"),
        (b"ID3 <p>tin", "text/html"),
    ],
    ids=["gzip", "jpeg", "random", "program", "bm", "id3"],
)
def test_what_calls_itself_a_page_and_is_none_is_told_by_its_bytes(body, media_type):
    page = parse(body, "https://so.example/tin/1.html", "text/html; charset=utf-8")
    assert page.media_type == media_type
    assert page.is_html or "not-html" in page.problems
    assert page.is_html or classify(body, "https://so.example/tin/1.html").kind == "other"
