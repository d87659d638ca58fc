"""Figures: sums that a person can check, drawn on one page that fetches nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from made_records import ARTICLES, record, write

from archiver.shapes import NamedDate, Problem
from archiver.using.figures import Figures, count, lag, page


@pytest.fixture
def root(tmp_path: Path) -> Path:
    event = NamedDate("03/01/2024", "2024-01-03", "2024-01-03", "2024-01-03", 0)
    doubt = Problem("year-implausible", "", "dates")
    write(tmp_path, [record(*ARTICLES[0], dates=[event], problems=[doubt]), *(record(*a) for a in ARTICLES[1:])])
    edited = record("a", "Mới", "", "", "2024-01-05", revision=2, change="edited", dates=[event], problems=[doubt])
    gone = record("b", *ARTICLES[1][1:], revision=2, change="gone", status="gone", category="<script>alert(1)</script>")
    write(tmp_path, [edited, gone], run="20260302T000000Z")
    return tmp_path


def test_the_sums_are_those_of_the_latest_revisions(root: Path):
    found = count(root)
    assert (found.articles, found.revisions, found.undated) == (4, 7, 1)
    assert found.months == {"2024-01": 1, "2024-06": 1, "2015-05": 1}
    assert found.doubtful == {"2024-01": 1}
    assert found.problems == {"year-implausible": 1}
    assert found.lags == {"2–3": 1}
    assert found.changes == {"2026-03": {"edited": 1, "gone": 1}}


@pytest.mark.parametrize(
    ("published", "starts", "days"),
    [
        ("2013-01-28", ["2013-01-25"], 3),
        ("2013-01-28T08:00:00+07:00", ["2013-01-28"], 0),
        ("2013-01", ["2013-01-25"], None),
        ("2013-01-28", ["2013-02-05", "2010-01-01"], None),
        (None, ["2013-01-25"], None),
    ],
)
def test_the_time_from_event_to_publication(published, starts, days):
    assert lag(published, starts) == days


@pytest.mark.parametrize(("language", "word"), [("en", "Articles a month"), ("vi", "Số bài theo tháng")])
def test_the_page_needs_no_network_and_speaks_both_languages(root: Path, language, word):
    html = page(count(root), language=language, made=datetime(2026, 11, 25, tzinfo=UTC), names=["thu"])
    assert word in html
    assert not re.search(r"(?:src|href)=|@import|url\(|<script", html)
    for svg in re.findall(r"<svg.*?</svg>", html, re.S):
        etree.fromstring(svg)  # well-formed, so that it can be taken out and printed


def test_an_empty_archive_says_so(tmp_path: Path):
    assert count(tmp_path) == Figures()
    assert "Chưa lưu được gì" in page(Figures(), language="vi")
