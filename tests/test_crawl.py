"""The whole line: a practice portal on the loopback, `crawl`, a sealed archive."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from archiver import open_archive
from archiver.errors import Exit
from archiver.practice import PracticeServer
from archiver.running import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl

TONIGHT = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)


def test_a_portal_is_archived_and_the_second_run_finds_nothing_new(tmp_path):
    with PracticeServer("webforms") as server:
        options = CrawlOptions(root=tmp_path, slug="practice", delay=0, now=TONIGHT)
        first = crawl(server.url, options)
        assert (first.exit, first.message) == (Exit.OK, "")
        wanted = {truth.url: truth.title for truth in server.truth()}
        kept = {record.url: record.title for record in open_archive(first.archive)}
        assert kept == wanted
        server.forget()
        second = crawl("practice", CrawlOptions(root=tmp_path, delay=0, now=TONIGHT + timedelta(days=1)))
    assert second.exit == Exit.OK
    assert second.report.articles.kept == 0
    assert server.count <= 30
    assert {walk.ended for walk in second.report.listings} <= {"known", "last-page"}


@pytest.mark.parametrize(
    ("target", "exit", "said"),
    [
        ("hdtdkt.example.vn", Exit.USAGE, "Did you mean 'https://hdtdkt.example.vn'?"),
        ("nobody", Exit.USAGE, "neither a profile"),
        ("ftp://a.vn/", Exit.USAGE, "no web address"),
        ("http://127.0.0.1:9/", Exit.UNREACHABLE, "could not be reached"),
    ],
)
def test_what_cannot_be_crawled_is_said_in_one_line(tmp_path, target, exit, said):
    outcome = crawl(target, CrawlOptions(root=tmp_path, delay=0, retries=0, timeout=5))
    assert outcome.exit == exit
    assert said in outcome.message
    assert "\n" not in outcome.message


def test_the_open_internet_is_not_asked_without_a_contact(tmp_path):
    outcome = crawl("https://hdtdkt.example.vn/", CrawlOptions(root=tmp_path, delay=0))
    assert outcome.exit == Exit.USAGE
    assert "contact" in outcome.message
