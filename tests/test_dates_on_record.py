"""What a record says of a day: which day the page gives, where it was found, and what contradicts it."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archiver import extract, parse_date
from archiver.normalise import as_listed, normalise
from archiver.reading.beside import read_dates
from archiver.reading.fields import listed_on
from archiver.shapes import CaptureRef, Extractor

T = "Thành phố trao cờ thi đua cho các tập thể xuất sắc trong phong trào xanh"
P = [
    "Buổi lễ có mặt đại diện của các quận, huyện cùng đông đảo tập thể và cá nhân được khen thưởng trong năm qua.",
    "Phát biểu tại buổi lễ, lãnh đạo thành phố ghi nhận những mô hình hay, cách làm sáng tạo của từng đơn vị cơ sở.",
    "Các đơn vị ký giao ước, quyết tâm hoàn thành nhiệm vụ được giao và nhân rộng các điển hình tiên tiến ở cơ sở.",
    "Kết thúc buổi lễ, ban tổ chức cảm ơn sự ủng hộ của người dân và mong nhận thêm nhiều ý kiến đóng góp quý báu.",
]
PARAS = "".join(f"<p>{line}</p>" for line in P)
PLAIN = "https://so.example.vn/tin/le-trao-co-thi-dua"
DATED = "https://so.example.vn/2021/03/12/le-trao-co-thi-dua.html"


def page(head: str = "", below: str = "", body: str = PARAS, aside: str = "") -> bytes:
    return (
        f'<html lang="vi"><head><title>{T}</title>{head}</head><body><main><h1>{T}</h1>{below}{body}</main>{aside}</body></html>'
    ).encode()


META = '<meta property="article:published_time" content="2021-03-12T08:00:00+07:00">'
LD = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "datePublished": "2021-03-12T08:00:00+07:00"}</script>'
STAMP = "<p>Thứ Sáu, 12/03/2021, 08:00 (GMT+7)</p>"


@pytest.mark.parametrize(
    ("html", "url", "edtf", "whence"),
    [
        (page(head=META), PLAIN, "2021-03-12T08:00:00+07:00", "meta"),
        (page(head=LD), PLAIN, "2021-03-12T08:00:00+07:00", "json-ld"),
        (page(below=STAMP), PLAIN, "2021-03-12T08:00:00+07:00", "stamp"),
        (page(), DATED, "2021-03-12", "url"),
        (page(head=META), DATED, "2021-03-12T08:00:00+07:00", "meta"),
        (page(below=STAMP), DATED, "2021-03-12T08:00:00+07:00", "stamp"),
        (page(head=META, below=STAMP), DATED, "2021-03-12T08:00:00+07:00", "stamp"),
        (page(), PLAIN, None, None),
        # A day in a sentence is a day of the event: it is listed in `dates`, and never passes for that of publication.
        (page(body=PARAS + "<p>Lễ trao cờ diễn ra sáng 12/03/2021 tại hội trường thành phố, có truyền hình.</p>"), PLAIN, None, None),
        # A dateline is a line of its own; two of them date nothing.
        (page(body=PARAS + "<p>TP.HCM, ngày 12 tháng 3 năm 2021</p>"), PLAIN, "2021-03-12", "body"),
        (page(body=PARAS + "<p>TP.HCM, ngày 12 tháng 3 năm 2021</p>"), DATED, "2021-03-12", "url"),
        (page(body=PARAS + "<p>Hà Nội, ngày 12/3/2021</p><p>Hà Nội, ngày 13/3/2021</p>"), PLAIN, None, None),
        # The days of other news are theirs.
        (page(aside='<div class="tin-khac"><h3>Tin khác</h3><ul><li><a href="/tin/1">Tin thứ nhất của tuần</a> (11/03/2021)</li><li><a href="/tin/2">Tin thứ hai của tuần</a> (10/03/2021)</li></ul></div>'), PLAIN, None, None),
    ],
)  # fmt: skip
def test_the_day_of_publication_says_where_it_was_found(html, url, edtf, whence):
    article = extract(html, url)
    assert (article.published and article.published.edtf, article.published_from) == (edtf, whence)
    kept = record(article, url)
    assert kept.published_from == whence
    assert kept.published == (edtf and edtf[:10])
    assert kept.published_at == ("2021-03-12T08:00:00+07:00" if edtf and "T" in edtf else None)
    assert (kept.published_raw is None) == (whence is None)
    if edtf is None:
        assert "published-missing" in [problem.code for problem in kept.problems]


LISTING = "https://so.example.vn/tin"


def test_a_day_that_only_the_listing_prints_dates_the_record_and_stays_when_the_page_is_read_again():
    bare = extract(page(), PLAIN)
    first = record(listed_on(bare, parse_date("12/03/2021"), LISTING), PLAIN)
    assert (first.published, first.published_raw, first.published_from) == ("2021-03-12", "12/03/2021", "listing")
    assert (first.found["published"].rule, first.problems) == (f"listing: {LISTING}", [])
    again = as_listed(record(bare, PLAIN), first)
    assert again == first
    assert listed_on(extract(page(head=META), PLAIN), parse_date("20/03/2021"), LISTING).published_from == "meta"
    assert listed_on(bare, parse_date("12/03"), LISTING) is bare  # no year: no day
    assert as_listed(record(bare, PLAIN), None).published_from is None


def record(article, url):
    return normalise(
        article,
        site="so",
        url=url,
        fetched_at=datetime(2021, 3, 20, tzinfo=UTC),
        run="r",
        capture=CaptureRef("a.warc.gz", 0, 1, "sha256:00"),
        extractor=Extractor(version="0"),
    )


def test_the_loser_of_two_days_is_kept_with_what_it_said():
    article = extract(page(head=META, below="<p>Ngày đăng: 20/03/2021</p>"), PLAIN)
    assert (article.published.edtf, article.published_from) == ("2021-03-20", "stamp")
    (doubt,) = [problem for problem in article.problems if problem.code == "published-disagrees"]
    assert "2021-03-12" in doubt.detail


@pytest.mark.parametrize(
    ("html", "url", "losers"),
    [
        (page(head=META + LD.replace("2021-03-12", "2021-03-20")), PLAIN, ["2021-03-12"]),
        (page(head=META), DATED.replace("/12/", "/11/"), ["2021/03/11"]),
        (page(below=STAMP), DATED.replace("/12/", "/11/"), ["2021/03/11"]),
        (page(head=META + LD, below=STAMP), DATED, []),
    ],
)
def test_every_candidate_that_contradicts_the_day_is_kept(html, url, losers):
    doubts = [one.detail for one in extract(html, url).problems if one.code == "published-disagrees"]
    assert len(doubts) == bool(losers)
    assert all(loser in detail for loser in losers for detail in doubts)


def test_every_date_of_the_body_is_on_the_record_and_quotes_it():
    body = (
        PARAS
        + "<p>Phong trào kéo dài từ ngày 5 đến ngày 7/8/2024, sơ kết quý III năm 2024 theo Quyết định 12/2013/QĐ-UBND.</p>"
    )
    article = extract(page(below=STAMP, body=body), PLAIN)
    assert [(d.raw, d.edtf) for d in article.dates] == [
        ("từ ngày 5 đến ngày 7/8/2024", "2024-08-05/2024-08-07"),
        ("quý III năm 2024", "2024-35"),
    ]
    kept = record(article, PLAIN)
    assert [named.edtf for named in kept.dates] == ["2024-08-05/2024-08-07", "2024-35"]


def test_an_item_without_its_year_has_that_of_its_neighbour_marked_and_without_neighbours_none():
    def other(*days):
        items = "".join(
            f'<li><a href="/tin/{n}">Một tin khác của thành phố, số {n}</a> ({day})</li>' for n, day in enumerate(days)
        )
        below = f'<div class="tin-lien-quan"><h3>Tin liên quan</h3><ul>{items}</ul></div>'
        related = extract(page(below=STAMP, aside=below), PLAIN).related
        assert [item.published.raw for item in related] == [*days]
        return [(item.published.edtf, *(doubt.code for doubt in item.published.problems)) for item in related]

    missing, inferred = "year-missing", "year-inferred"
    days = ["05/10/2017", "05/10", "24/7"]
    assert other(*days) == [("2017-10-05",), ("2017-10-05~", inferred), ("2017-07-24~", inferred)]
    assert other("05/01/2018", "28/12", "20/12/2017")[1] == ("2017-12-28~", inferred)
    assert other("05/10", "29/2", "24/7") == [("XXXX-10-05", missing), ("XXXX-02-29", missing), ("XXXX-07-24", missing)]

    listed = read_dates([*days, None, "29/2"])
    assert [day and day.edtf for day in listed] == ["2017-10-05", "2017-10-05~", "2017-07-24~", None, "XXXX-02-29"]
    assert [day.problems for day in listed if day] == [(), ("year-inferred",), ("year-inferred",), ()]
    assert [day and day.raw for day in listed] == [*days, None, "29/2"]
