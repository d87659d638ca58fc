"""Every page of our own makes: what kind it is, what it lists with its days, how it is turned; see docs/kinds.md."""

from importlib import import_module

import pytest
from made_kinds_lists import lists
from made_kinds_pages import pages

from archiver import classify, extract, read_listing
from archiver.shapes import Postback

SETS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
FIRST = [*lists(), *pages()]
PAGES = [*FIRST, *(page for name in SETS for page in import_module(f"made_kinds_{name}").pages())]
LISTS = [page for page in PAGES if page.items is not None]
RELATED = [page for page in PAGES if page.related is not None]
TURNED = [page for page in PAGES if page.turned and (page.items is not None or "article" in page.kinds)]


def named(page):
    return page.name


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_is_told_for_what_it_is(page):
    kind = classify(page.html.encode(), page.url)
    assert kind.kind in page.kinds, kind
    assert kind.reasons


@pytest.mark.parametrize("page", LISTS, ids=named)
def test_a_list_is_read_with_its_days_and_nothing_beside_it(page):
    items = read_listing(page.html.encode(), page.url).items
    read = {(item.title, item.url, item.published.edtf[:10] if item.published else None) for item in items}
    assert read == set(page.items)


@pytest.mark.parametrize("page", TURNED, ids=named)
def test_a_list_is_turned_and_an_article_is_not(page):
    found = read_listing(page.html.encode(), page.url).next
    if not isinstance(page.next, tuple):
        assert found == page.next
        return
    assert isinstance(found, Postback)
    sent = dict(found.fields)
    if page.next[0] == "post":
        assert (sent["__EVENTTARGET"], sent["__EVENTARGUMENT"]) == page.next[1:]
    elif page.next[0] == "field":
        assert sent[page.next[1]] == page.next[2]
    else:
        assert page.next[1] in sent or f"{page.next[1]}.x" in sent


@pytest.mark.parametrize("page", RELATED, ids=named)
def test_an_article_offers_its_other_news_and_no_list_of_the_site(page):
    assert tuple(item.url for item in extract(page.html.encode(), page.url).related) == page.related


def test_no_two_pages_share_a_name():
    assert len({page.name for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", [page for page in PAGES if page.kinds == {"article"}], ids=named)
def test_no_article_is_taken_for_gone_even_at_an_address_that_says_nothing(page):
    kind = classify(page.html.encode(), "https://tt.example.vn/ct.aspx?id=4711").kind
    assert kind != "soft-404"
