"""Pages in the markup of many systems, each with its truth: what kind it is, what it lists, how it is turned.

The pages are ours: every word of them was written for this, in the markup of NukeViet, Liferay, SharePoint, DotNetNuke,
Joomla, Drupal, WordPress and its builders, WebForms, Blogger, PHP-Nuke, newspapers and sites made by hand.
"""

import json
from pathlib import Path

import pytest

from archiver import classify, read_listing
from archiver.shapes import Postback

from . import made_portals_more

PAGES = [
    json.loads(line)
    for line in (Path(__file__).parent / "pages" / "kinds.jsonl").read_text(encoding="utf-8").splitlines()
]
LISTS = [page for page in PAGES if "items" in page]


def named(page):
    return page["name"]


def named_so(page):
    return page.name


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_of_any_system_is_told_for_what_it_is(page):
    kind = classify(page["html"].encode(), page["url"])
    assert kind.kind in page["kinds"], kind
    assert 0.5 <= kind.confidence <= 1
    assert kind.reasons


@pytest.mark.parametrize("page", LISTS, ids=named)
def test_what_a_page_lists_is_read_with_its_dates_and_nothing_beside_it(page):
    items = read_listing(page["html"].encode(), page["url"]).items
    read = {(item.title, item.url, item.published.edtf[:10] if item.published else None) for item in items}
    assert read == {tuple(item) for item in page["items"]}


@pytest.mark.parametrize("page", LISTS, ids=named)
def test_a_list_is_turned_and_counted_as_the_page_says(page):
    listing = read_listing(page["html"].encode(), page["url"])
    if isinstance(page["next"], list):  # ["post", target, argument, "field=value"], ["submit", button], ["form", …]
        how, name, value, *further = page["next"]
        assert isinstance(listing.next, Postback)
        sent = dict(listing.next.fields)
        if how == "post":
            assert (sent["__EVENTTARGET"], sent["__EVENTARGUMENT"]) == (name, value)
        elif how == "submit":
            assert name in sent or f"{name}.x" in sent
        else:
            assert sent[name] == value
        assert all(tuple(field.split("=")) in listing.next.fields for field in further)
    else:
        assert listing.next == page["next"]
    printed = {name: page[name] for name in ("page", "pages", "total") if name in page}
    assert {name: getattr(listing, name) for name in printed} == printed


def test_the_pages_are_of_every_kind():
    kinds = {kind for page in PAGES for kind in page["kinds"]}
    assert kinds == {"article", "listing", "documents", "gallery", "other", "soft-404", "login", "error"}
    assert len(PAGES) >= 100
    assert len(LISTS) >= 30


@pytest.mark.parametrize("page", made_portals_more.PAGES, ids=named_so)
def test_the_articles_of_our_portals_are_told_for_articles(page):
    assert classify(page.html, page.url).kind == "article"
