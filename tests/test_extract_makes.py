"""Pages of a fifth and a sixth round, each about fields that stand unusually on it; labelled before they were read."""

from __future__ import annotations

import json
from dataclasses import fields
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver import classify, extract

from . import made_makes_more, made_signs, made_signs_last, made_signs_more, made_signs_not
from .made_makes import MAKES
from .test_kinds_systems import PAGES as KINDS


def _said(article, field, truth):
    if field == "body":
        return article.body.split("\n")
    if field == "text":  # lead and body: which of them holds the opening is not the point
        return [*([article.lead] if article.lead else []), *article.body.split("\n")]
    if field == "related":
        return [urlsplit(item.url).path for item in article.related]
    if field == "related_days":
        return [item.published.edtf if item.published else None for item in article.related]
    if field == "captions":
        return [image.caption for image in article.images]
    if field == "pictures":
        return [urlsplit(image.url).path for image in article.images]
    if field == "published":
        return article.published.edtf[: len(truth)] if article.published else None
    value = getattr(article, field)
    return list(value) if isinstance(value, tuple) else value


def test_both_rounds_are_here():
    assert (made_makes_more.FIRST, len(MAKES)) == (64, 121)


@pytest.mark.parametrize("page", MAKES, ids=lambda page: page.name)
def test_the_fields_that_a_page_is_about_are_read_as_labelled(page):
    article = extract(page.html.encode(), page.url)
    assert {field: _said(article, field, truth) for field, truth in page.truth.items()} == page.truth


_NOT_FOUND = {"url", "kind", "confidence", "dates", "published_from", "found", "problems", "profile"}
"""What an article has that is no field of the page; a date of the text says by its span where it stands."""


@pytest.mark.parametrize("page", MAKES, ids=lambda page: page.name)
def test_every_field_that_is_read_says_where_it_was_found_and_no_other(page):
    article = extract(page.html.encode(), page.url)
    read = {one.name for one in fields(article) if getattr(article, one.name)} - _NOT_FOUND
    assert set(article.found) == read
    assert all(one.rule and one.raw for one in article.found.values())


def test_extract_says_the_kind_that_classify_says_though_it_asks_only_where_there_is_doubt():
    told = {page["name"]: (page["html"].encode(), page["url"]) for page in KINDS}
    differ = {name for name, page in told.items() if extract(*page).kind != classify(*page).kind}
    assert differ == {"wf-datapager"}  # a dated list of long summaries, which nothing marks for `extract` alone


@pytest.mark.parametrize("name", ["next", "nuxt 2", "nuxt 3, flat", "angular transfer state", "react server stream"])
def test_a_page_whose_state_holds_the_article_is_one_for_classify_too(name):
    page = next(one for one in MAKES if one.name == name)
    assert classify(page.html.encode(), page.url).kind == "article"


def test_a_state_that_holds_several_articles_makes_no_article_of_their_list():
    posts = [
        {"title": f"Tin số {n} của huyện trong tuần", "content": "Một câu dài. " * 30, "slug": f"/{n}"} for n in "abc"
    ]
    stored = json.dumps(json.dumps({"posts": posts}))
    script = f"<script>window.__PRELOADED_STATE__ = JSON.parse({stored});</script>"
    page = f'<title>Tin tức</title><div id="__next"></div>{script}'
    assert classify(page.encode(), "https://huyen.example.vn/tin-tuc").kind != "article"


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(MAKES), st.lists(st.tuples(st.floats(0, 1), st.integers(1, 90)), min_size=1, max_size=8))
def test_a_page_of_any_make_is_read_without_a_crash_with_any_bytes_cut_out(page, cuts):
    torn = page.html.encode()
    for place, size in cuts:
        at = int(place * len(torn))
        torn = torn[:at] + torn[at + size :]
    assert all(one.rule for one in extract(torn, page.url).found.values())


def test_a_torn_piece_of_reacts_stream_leaves_the_others_readable():
    page = next(one for one in MAKES if one.name == "react server stream")
    torn = page.html.replace("<script>", '<script>self.__next_f.push([1,"\\u12"])</script><script>', 1)
    assert extract(torn.encode(), page.url).body.split("\n") == page.truth["body"]


_MISSED = {  # and why
    "de-kicker",  # the kicker stands in the heading, and Open Graph repeats it
    "og-short",  # two headlines: heading against metadata
    "h1-number",  # a counter of comments within the heading
    "sign-top",  # two glued spans, and no family name
    "2a-es-fecha",  # 'Lucía Gil, Puerto Claro, 5 feb': a place of two words is written as a name is
    "2-jr",  # the stop of 'Jr.'
}


CASES = [*made_signs.CASES, *made_signs_more.CASES, *made_signs_last.CASES, *made_signs_not.CASES]


@pytest.mark.parametrize(("name", "page", "url", "truth"), CASES, ids=[case[0] for case in CASES])
def test_names_headlines_leads_and_other_news_are_read_as_labelled(name, page, url, truth):
    article = extract(page.encode(), url)
    said = {field: getattr(article, field) for field in truth}
    said |= {field: list(article.authors) for field in truth if field == "authors"}
    said |= {field: [item.title for item in article.related] for field in truth if field == "related"}
    assert (said == truth) == (name not in _MISSED), said
