"""The same article on the systems that local portals run on."""

from __future__ import annotations

import pytest

from archiver import extract

from .systems import AUTHOR, BODY, CAPTION, LEAD, OTHERS, SYSTEMS, TITLE


@pytest.fixture(scope="module", params=SYSTEMS, ids=lambda system: system.__name__)
def article(request):
    return extract(request.param().encode(), "http://vangiang.example.vn/tin/mo-tuyen-xe-buyt-dau-tien-9.html")


def test_the_headline(article):
    assert article.title == TITLE


def test_the_lead_and_the_text_without_captions_and_counters(article):
    assert article.lead == LEAD
    assert article.body.split("\n") == list(BODY)


def test_the_author(article):
    assert AUTHOR in (article.byline or "")
    assert article.authors == (AUTHOR,)


def test_the_day_and_the_minute_that_the_page_prints(article):
    assert article.published is not None
    assert article.published.edtf.startswith("2021-03-12")


def test_the_other_news_and_nothing_of_side_columns(article):
    assert [(item.title, item.published.edtf) for item in article.related] == [
        (title, "-".join(reversed(date.split("/")))) for title, date in OTHERS
    ]


def test_a_picture_has_its_caption(article):
    captions = {image.caption for image in article.images}
    assert captions <= {CAPTION}
