"""`new-site`: a profile is written out of a few pages, runs, and reads these pages as the reader did."""

from __future__ import annotations

import json

import pytest

from archiver import extract, sites
from archiver.cli import main
from archiver.practice import PracticeServer
from archiver.reading.profiling import profile_source
from archiver.shapes import Page
from archiver.sites import Layout, Profile, load_profile

from .layouts import themed, web_forms
from .test_extract_layouts import OURS

URL = "http://so-a.example.vn/"


def written(tmp_path, pages) -> tuple[str, Profile]:
    source = profile_source("so-a", URL, pages, title='Sở "A"')
    path = tmp_path / "so_a.py"
    path.write_text(source, "utf-8")
    return source, load_profile(path)


@pytest.mark.parametrize("layout", [themed, web_forms])
def test_a_profile_out_of_pages_reads_them_as_the_reader_did(tmp_path, layout):
    pages = [Page(f"{URL}{n}", layout(OURS).encode()) for n in range(2)]
    source, profile = written(tmp_path, pages)
    assert profile.title == 'Sở "A"'
    assert "of 2 pages that have it" in source
    for page in pages:
        plain, by_profile = extract(page.body, page.url), extract(page.body, page.url, site=profile)
        assert (by_profile.title, by_profile.body, by_profile.byline) == (plain.title, plain.body, plain.byline)
        assert by_profile.found["title"].rule.startswith("profile: ")


def test_a_profile_of_a_portal_agrees_with_the_reader_on_pages_it_has_not_seen(tmp_path):
    with PracticeServer("modern") as server:
        truths = [truth for truth in server.truth() if truth.body][:9]
        import urllib.request

        pages = []
        for truth in truths:
            with urllib.request.urlopen(truth.url) as answer:
                pages.append(Page(truth.url, answer.read()))
    _, profile = written(tmp_path, pages[:4])
    for page, truth in list(zip(pages, truths, strict=True))[4:]:
        article = extract(page.body, page.url, site=profile)
        assert article.title == truth.title
        assert article.body == truth.body


def test_pages_without_text_give_a_profile_that_says_so(tmp_path):
    source, profile = written(tmp_path, [Page(URL, b"<html></html>")])
    assert "out of 0 of 1 pages" in source
    assert not profile.layouts[0].selectors


@pytest.mark.parametrize(
    ("line", "byline", "authors", "source"),
    [
        ("Lê Vân - Minh Hà", "Lê Vân - Minh Hà", ("Lê Vân", "Minh Hà"), None),
        ("BBT", "BBT", (), None),
        ("Theo Tạp chí Sông Lam", None, (), "Tạp chí Sông Lam"),
        ("bút danh cỏ may", "bút danh cỏ may", ("bút danh cỏ may",), None),
    ],
)
def test_what_a_profile_finds_as_the_signature_is_read_as_the_reader_reads_one(line, byline, authors, source):
    page = f"<h1>Khai giảng năm học mới</h1><p>Sáng 5/9, học sinh cả tỉnh khai giảng năm học.</p><p class=ky>{line}</p>"
    profile = Profile(name="x", title="X", start_urls=(URL,), layouts=(Layout(name="1", selectors={"byline": "p.ky"}),))
    article = extract(page.encode(), URL + "1", site=profile)
    assert (article.byline, article.authors, article.source) == (byline, authors, source)


def test_pages_that_draw_by_attributes_alone_get_selectors_by_attributes(tmp_path):
    pages = []
    for n in range(1, 5):
        heading = f'<p><font size="4" color="#990000"><b>Hội nghị lần thứ {n} của sở bàn về lưu trữ</b></font>'
        text = (
            f"Sáng ngày {n}/3/2009, hơn 150 đại biểu dự hội nghị lần thứ {n}, nghe báo cáo và thảo luận {n * 7} việc."
        )
        cell = f'<td width="600">{heading}<p align=justify>{text}<p align="right"><b>Minh Hà</b>'
        page = f'<title>Sở A</title><table width="980"><tr>{cell}</table>'
        pages.append(Page(f"http://cu.example.vn/chitiet.asp?id={n}", page.encode()))
    source, profile = written(tmp_path, pages)
    assert profile.layouts[0].selectors["title"].startswith('font[size="4"][color="#990000"]')
    assert "# where the news are listed" in source
    assert extract(pages[2].body, pages[2].url, site=profile).title == "Hội nghị lần thứ 3 của sở bàn về lưu trữ"


def test_extract_takes_the_profile_that_its_address_names(capsys, tmp_path, monkeypatch):
    (tmp_path / "so_a.py").write_text(
        "from archiver.sites import Layout, Profile\n"
        'PROFILE = Profile(name="so-a", title="Sở A", start_urls=("https://so-a.example.vn/",),\n'
        '    layouts=(Layout(name="first", selectors={"title": "p.t"}),))\n',
        "utf-8",
    )
    monkeypatch.setenv("ARCHIVER_SITES", str(tmp_path))
    sites._known.cache_clear()
    page = tmp_path / "page.html"
    told = "<p>Sáng 5/9, hơn 300 học sinh của trường đã dự lễ khai giảng năm học mới trong không khí vui tươi.</p>" * 3
    html = f"<meta charset=utf-8><h1>Trường học mở cửa</h1><p class=t>Khai giảng năm học mới</p>{told}"
    page.write_text(html, "utf-8")
    try:
        assert main(["extract", str(page), "--url", "https://so-a.example.vn/1"]) == 0
        record = json.loads(capsys.readouterr().out)
        assert (record["title"], record["site"], record["extractor"]["profile"]) == (
            "Khai giảng năm học mới",
            "so-a",
            "so-a:first",
        )
        assert main(["extract", str(page), "--url", "https://so-b.example.vn/1"]) == 0
        assert json.loads(capsys.readouterr().out)["extractor"]["profile"] is None
    finally:
        sites._known.cache_clear()
