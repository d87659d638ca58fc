"""Pages of a fifth round, each about the fields that stand unusually on it; labelled before the reader saw them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from archiver import extract

from .made_makes import MAKES


def _said(article, field, truth):
    if field == "body":
        return article.body.split("\n")
    if field == "text":  # lead and body: which of them holds the opening is not the point
        return [*([article.lead] if article.lead else []), *article.body.split("\n")]
    if field == "related":
        return [urlsplit(item.url).path for item in article.related]
    if field == "related_days":
        return [item.published.edtf if item.published else None for item in article.related]
    if field == "published":
        return article.published.edtf[: len(truth)] if article.published else None
    value = getattr(article, field)
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("page", MAKES, ids=lambda page: page.name)
def test_the_fields_that_a_page_is_about_are_read_as_labelled(page):
    article = extract(page.html.encode(), page.url)
    assert {field: _said(article, field, truth) for field, truth in page.truth.items()} == page.truth
