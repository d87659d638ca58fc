"""The whole line: the practice portal is crawled from one address, every field of every record is held to the truth."""

from __future__ import annotations

import hashlib
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from archiver import open_archive
from archiver.errors import Exit
from archiver.keeping.archive import Archive
from archiver.practice import PracticeServer, compare
from archiver.practice.news import written
from archiver.practice.nights import nights
from archiver.running.options import CrawlOptions
from archiver.running.report import CrawlOutcome
from archiver.shapes import ICT
from spiders.crawling import crawl


@dataclass(frozen=True)
class Crawled:
    server: PracticeServer
    root: Path
    first: CrawlOutcome
    asked: list[str]

    @property
    def archive(self) -> Archive:
        assert self.first.archive is not None, self.first.message
        return open_archive(self.first.archive)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    root = tmp_path_factory.mktemp("demo")
    with PracticeServer() as server:
        first = crawl(server.url, CrawlOptions(root=root, delay=0))
        asked = [each.target for each in server.asked]
        yield Crawled(server, root, first, asked)
        assert server.failures == []


def test_one_address_is_enough_and_every_field_is_as_in_truth(crawled: Crawled):
    assert crawled.first.exit == Exit.OK, crawled.first.message
    differences = compare(list(crawled.archive), crawled.server.truth())
    assert not differences, "\n".join(map(str, differences))


def test_what_robots_forbid_was_never_asked_for(crawled: Crawled):
    assert crawled.asked[0] == "/robots.txt"
    assert not [target for target in crawled.asked if target.startswith(("/noi-bo", "/tim-kiem"))]


def test_requests_stay_in_proportion_to_what_there_is(crawled: Crawled):
    truths = list(crawled.server.truth())
    papers = sum(len(t.attachments) for t in truths)
    pages = len(truths) + crawled.server.site.listing_pages()
    asked = [t for t in crawled.asked if "/tep/" not in t and "/anh/" not in t]
    assert len(asked) <= 1.3 * pages + 20, (len(asked), pages)
    assert len(crawled.asked) - len(asked) >= papers


def test_each_record_is_proven_by_its_capture(crawled: Crawled):
    archive = crawled.archive
    for record in archive:
        page = archive.page(record.capture)
        assert page.url == record.url
        assert page.status == 200
        assert len(page.body) > 500


def test_attachments_are_kept_byte_for_byte(crawled: Crawled):
    papers = [paper for record in crawled.archive for paper in record.attachments]
    assert len(papers) >= 9
    for paper in papers:
        with urllib.request.urlopen(paper.url) as answer:
            body = answer.read()
        assert paper.bytes == len(body)
        assert paper.digest == "sha256:" + hashlib.sha256(body).hexdigest()
        assert paper.capture is not None
        assert crawled.archive.page(paper.capture).body == body


def test_a_second_crawl_finds_nothing_new_and_asks_little(crawled: Crawled):
    before = list(crawled.archive.revisions())
    crawled.server.forget()
    second = crawl(crawled.server.url, CrawlOptions(root=crawled.root, delay=0))
    assert second.exit == Exit.OK, second.message
    assert second.report is not None
    assert (second.report.articles.new, second.report.articles.edited, second.report.articles.gone) == (0, 0, 0)
    assert list(crawled.archive.revisions()) == before
    assert {r.change_summary for r in before} <= {
        None,
        "urls: +1",
    }  # a further address is all that came after the first
    assert crawled.server.count <= 30


@pytest.mark.parametrize(
    "make", ["webforms-datapager", "more-get", "more-post", "scripted", "state", "frames", "years"]
)
def test_whatever_turns_its_pages_every_article_is_kept_once_and_as_it_is(make: str, tmp_path: Path):
    news = [replace(one, section="Tin hoạt động") for one in written("2016")]
    with PracticeServer(make, news=news) as server:
        outcome = crawl(server.url, CrawlOptions(root=tmp_path, delay=0))
        assert outcome.exit == Exit.OK, outcome.message
        assert outcome.archive is not None
        differences = compare(list(open_archive(outcome.archive)), server.truth())
        assert not differences, "\n".join(map(str, differences))
        assert server.failures == []


def test_the_next_nights_find_what_is_new_edited_and_gone(tmp_path: Path):
    gone: list[str] = []
    with PracticeServer("modern", articles=24) as server:
        for night in nights(server, datetime(2025, 11, 1, 1, 30, tzinfo=ICT), 4, new=2, edited=2, deleted=1):
            outcome = crawl(server.url, CrawlOptions(root=tmp_path, slug="nights", delay=0, now=night.now))
            assert outcome.exit == Exit.OK, outcome.message
            assert outcome.archive is not None
            archive = open_archive(outcome.archive)
            kept = {record.url: record for record in archive.latest(include_gone=True)}
            assert set(night.new) <= kept.keys()
            assert all(kept[url].change == "edited" for url in night.edited)
            assert all(kept[url].change_summary.startswith("body: +") for url in night.edited)
            assert all(kept[url].status == "gone" for url in gone[:-1])  # missed on two different days
            gone += night.deleted
        wrong = {d.field for d in compare(list(archive), server.truth())}
        assert wrong <= {
            "record",
            "related",
        }  # last night's deletion awaits its second day; old pages, their neighbours


def test_after_a_redesign_ids_live_on_and_nothing_is_doubled(tmp_path: Path):
    with PracticeServer("tables", news=written("2009")) as server:
        night = datetime(2025, 11, 1, 1, 30, tzinfo=ICT)
        first = crawl(server.url, CrawlOptions(root=tmp_path, slug="redesigned", delay=0, now=night))
        assert first.archive is not None, first.message
        before = {record.title: record.id for record in open_archive(first.archive)}
        server.redesign("plain")
        options = CrawlOptions(root=tmp_path, slug="redesigned", delay=0, now=night + timedelta(days=1))
        second = crawl(server.url, options)
        assert second.report is not None
        assert any("redesign" in warning for warning in second.report.warnings)
        assert {record.title: record.id for record in open_archive(first.archive)} == before
        assert len(before) == 20


def test_listings_that_empty_raise_the_alarm(tmp_path: Path):
    with PracticeServer("plain", news=written("2016")) as server:
        for day in range(1, 5):
            server.state.listings_empty = day == 4
            now = datetime(2025, 11, day, 1, 30, tzinfo=ICT)
            outcome = crawl(server.url, CrawlOptions(root=tmp_path, slug="empty", delay=0, now=now))
            assert outcome.exit == (Exit.ALARM if day == 4 else Exit.OK), (day, outcome.message)
