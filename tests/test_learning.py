"""A reader that has seen other pages of a site leaves out what they share, and nothing of the article."""

from __future__ import annotations

import urllib.request

import pytest

from archiver import extract
from archiver.practice import PracticeServer
from archiver.reading.learning import Reader

NOTICE = "<p>Mọi ý kiến đóng góp xin gửi về ban biên tập, chúng tôi sẽ trả lời trong vòng bảy ngày làm việc.</p>"


def page(n: int) -> bytes:
    text = f"<p>Ngày thứ {n} của hội chợ có {n * 37} gian hàng mở cửa, đón hơn {n * 900} lượt khách tham quan.</p>"
    return f"<title>Hội chợ ngày {n}</title><h1>Hội chợ ngày {n}</h1>{NOTICE}{text}{NOTICE}".encode()


def taught(pages: int) -> Reader:
    reader = Reader()
    for n in range(1, pages + 1):
        reader = reader.learn(page(n), f"http://hoicho.example.vn/{n}")
    return reader


@pytest.mark.parametrize(("pages", "lines"), [(0, 3), (1, 3), (2, 1), (12, 1)])
def test_what_stands_on_two_articles_is_the_sites(pages, lines):
    article = taught(pages).read(page(50), "http://hoicho.example.vn/50")
    assert len(article.body.split("\n")) == lines
    assert "Ngày thứ 50" in article.body


def test_a_listing_and_the_same_article_again_teach_nothing():
    reader = taught(1)
    assert reader.learn(page(1), "http://hoicho.example.vn/in/1") == reader
    items = "".join(
        f"<li><a href=/{n}>Hội chợ ngày thứ {n} đón khách tham quan</a> (0{n}/05/2024)</li>" for n in range(1, 9)
    )
    listing = f"<title>Tin tức</title><h1>Tin tức</h1><ul>{items}</ul><b>1</b> <a href='?trang=2'>2</a>".encode()
    assert reader.learn(listing, "http://hoicho.example.vn/tin-tuc") == reader
    assert reader.learn(page(2), "http://hoicho.example.vn/2") != reader


def test_a_reader_is_kept_as_json_and_holds_no_text():
    reader = taught(4)
    kept = reader.to_json()
    assert Reader.from_json(kept) == reader
    assert "biên tập" not in kept
    with pytest.raises(ValueError, match="no reader"):
        Reader.from_json("[]")


def test_learning_gives_another_reader_and_leaves_the_first_as_it_was():
    first = taught(1)
    assert first.learn(page(2), "http://hoicho.example.vn/2") != first
    assert first == taught(1)
    assert first.learn(b"%PDF-1.4", "http://hoicho.example.vn/a.pdf") == first


def test_on_a_portal_nothing_of_an_article_is_lost_to_what_was_learned():
    with PracticeServer("plain") as server:
        pages = []
        for truth in list(server.truth())[:12]:
            with urllib.request.urlopen(truth.url) as answer:
                pages.append((truth.url, answer.read()))
    reader = Reader()
    for url, html in pages:
        reader = reader.learn(html, url)
    assert reader.shared
    for url, html in pages:
        alone, taught_ = extract(html, url), reader.read(html, url)
        assert (taught_.title, taught_.lead, taught_.body) == (alone.title, alone.lead, alone.body)
