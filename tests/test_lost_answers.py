"""Answers that never come, on an otherwise sound site: what they would have shown is asked after all, or it is told."""

from __future__ import annotations

import random
import signal
import socket
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta

import pytest
from scrapy.core.scheduler import Scheduler
from small_sites import Reply, SmallSite
from test_crawl import small_article, small_list, small_page

import spiders.settings
from archiver import open_archive
from archiver.errors import Exit
from archiver.practice import PracticeServer, Response
from archiver.running import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl

TONIGHT = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)


@pytest.fixture(autouse=True)
def _short_rests(monkeypatch):
    monkeypatch.setattr(spiders.settings, "BACK_OFF", 0.02)


def go(root, url, hours=0, **more):
    options = {"root": root, "slug": "p", "delay": 0, "timeout": 2.5, "retries": 0, "log_level": "CRITICAL", **more}
    return crawl(url, CrawlOptions(now=TONIGHT + timedelta(hours=hours), **options))


def hang_up(wire):
    """The connection ends before an answer."""
    wire._sock.shutdown(socket.SHUT_RDWR)


def site(lost: Counter[str]):
    """Two sections of nine articles; the server is too busy for an address in *lost* so many times."""

    def page(path, text):
        def answer(_):
            lost[path] -= 1
            return Reply(status=503) if lost[path] >= 0 else text

        return answer

    menu = "<ul><li><a href='/muc/tin-so/'>Tin của sở</a></li><li><a href='/muc/tin-huyen/'>Tin huyện</a></li></ul>"
    pages = {
        "/": small_page("Sở X", menu),
        "/muc/tin-so/": small_list("/tin/hoi-nghi-lan-{n}.html", range(1, 10), "Tin của sở"),
        "/muc/tin-huyen/": small_list("/tin/hoi-nghi-lan-{n}.html", range(10, 19), "Tin huyện"),
    }
    pages |= {f"/tin/hoi-nghi-lan-{n}.html": small_article(n) for n in range(1, 19)}
    return {path: page(path, text) for path, text in pages.items()}


def test_a_section_that_did_not_come_in_a_bad_moment_is_asked_again_in_the_same_run(tmp_path):
    with SmallSite(site(Counter({"/muc/tin-so/": 1, "/muc/tin-huyen/": 1}))) as server:
        outcome = go(tmp_path, server.url)
    assert (outcome.exit, outcome.report.articles.new) == (Exit.OK, 18)
    assert not any(said.startswith("incomplete") for said in outcome.report.warnings)


def test_a_section_that_never_comes_is_no_success_and_is_found_by_the_next_run(tmp_path):
    lost = Counter({"/muc/tin-so/": 9})
    with SmallSite(site(lost)) as server:
        first = go(tmp_path, server.url)
        assert lost["/muc/tin-so/"] == 7
        lost.clear()
        second = go(tmp_path, server.url, hours=1)
    assert (first.exit, first.report.articles.new) == (Exit.UNREACHABLE, 9)
    assert "1 page(s) that may lead to news did not come, such as" in first.message
    assert (second.exit, second.report.articles.new) == (Exit.OK, 9)


@pytest.mark.parametrize("hours", [1, 24, 24 * 9])
def test_an_article_that_did_not_come_is_asked_by_the_next_run_though_its_list_is_as_before(tmp_path, hours):
    with SmallSite(site(Counter({"/tin/hoi-nghi-lan-5.html": 1}))) as server:
        first = go(tmp_path, server.url)
        second, third = go(tmp_path, server.url, hours), go(tmp_path, server.url, hours + 24)
    assert any("1 of its items could not be opened" in said for said in first.report.warnings)
    assert [one.report.articles.new for one in (first, second, third)] == [17, 1, 0]


def test_an_address_that_fails_for_good_is_asked_on_five_nights_and_then_once_a_month(tmp_path):
    gone = "/tin/hoi-nghi-lan-5.html"
    with SmallSite(site(Counter({gone: 99}))) as server:
        asked = []
        for hours in (0, 1, 2, 24, 48, 72, 96, 120, 144, 24 * 40):
            server.asked.clear()
            go(tmp_path, server.url, hours)
            asked.append(server.asked.count(gone))
    assert asked == [1, 1, 1, 1, 1, 1, 1, 0, 0, 1]


def test_a_request_that_is_dropped_without_a_word_is_counted_and_holds_up_nothing(tmp_path, monkeypatch):
    take, dropped = Scheduler.enqueue_request, []

    def enqueue(self, request):
        if request.url.endswith(("/muc/tin-so/", "-12.html")) and request.url not in dropped:
            dropped.append(request.url)
            return False
        return take(self, request)

    monkeypatch.setattr(Scheduler, "enqueue_request", enqueue)
    with SmallSite(site(Counter())) as server:
        outcome = go(tmp_path, server.url)
    assert len(dropped) == 2
    assert (outcome.report.articles.new, outcome.report.failures["lost"].count) == (17, 2)
    assert any("1 of its items could not be opened" in said for said in outcome.report.warnings)


def missing(server, archive):
    kept = {url for record in open_archive(archive) for url in (record.url, *record.urls)}
    return [truth.url for truth in server.truth() if not kept & {truth.url, *truth.good_urls, *truth.other_urls}]


@pytest.mark.parametrize("seed", range(4))
def test_where_answers_get_lost_everything_is_asked_or_it_is_told_and_the_next_night_has_it(tmp_path, seed):
    """A site of many addresses an article, where one waits for what another turns out to be."""
    dice = random.Random(seed)

    def lose(request):
        bad = 0.3 if request.path.startswith("/muc") else 0.05
        return Response(wire=hang_up) if dice.random() < bad and request.path not in ("/", "/robots.txt") else None

    with PracticeServer("aliases") as server:
        server.intercept(lose)
        first = go(tmp_path, server.url)
        lacks, said = missing(server, first.archive), [one for one in first.report.warnings if "incomplete" in one]
        assert first.report.queued == 0
        assert not lacks or said
        server.intercept(None)
        go(tmp_path, server.url, hours=24)
        third = go(tmp_path, server.url, hours=48)
        assert missing(server, first.archive) == []
        assert len(list(open_archive(first.archive))) == len(list(server.truth()))
        assert (third.exit, third.report.articles.kept) == (Exit.OK, 0)


CRAWL = """
import sys
from pathlib import Path
from archiver.running import CrawlOptions
from spiders import settings
from spiders.crawling import crawl
settings.BACK_OFF = 0.02
sys.exit(int(crawl(sys.argv[1], CrawlOptions(root=Path(sys.argv[2]), slug="p", delay=0, retries=0)).exit))
"""


@pytest.mark.parametrize("kill_at", [9, 30])
def test_killed_among_answers_that_get_lost_the_run_that_goes_on_asks_for_them(tmp_path, kill_at):
    with PracticeServer("aliases") as server:
        child: list[subprocess.Popen[bytes]] = []
        asked: Counter[str] = Counter()

        def lose(request):
            asked[request.path] += 1
            if asked.total() == kill_at:
                child[0].send_signal(signal.SIGKILL)
                child[0].wait()
            return Response(wire=hang_up) if request.path.startswith("/muc") and asked[request.path] == 1 else None

        server.intercept(lose)
        child[:] = [subprocess.Popen([sys.executable, "-c", CRAWL, server.url, str(tmp_path)])]
        assert child[0].wait(60) == -signal.SIGKILL
        outcome = crawl(server.url, CrawlOptions(root=tmp_path, slug="p", delay=0, retries=0))
        assert (outcome.exit, outcome.message) == (Exit.OK, "")
        assert missing(server, outcome.archive) == []
        assert len(list(open_archive(outcome.archive))) == len(list(server.truth()))


def test_a_list_whose_further_page_did_not_come_is_walked_to_its_end_the_next_night_though_it_is_not_modified(tmp_path):
    first_page = small_list("/tin/hoi-nghi-lan-{n}.html", range(1, 10), "Tin của sở")
    turned = first_page.replace("</body>", "<p><a href='/muc/tin-so/?page=2'>Trang sau</a></p></body>")
    pages = {
        "/": small_page("Sở X", "<ul><li><a href='/muc/tin-so/'>Tin của sở</a></li></ul>"),
        "/muc/tin-so/": Reply(turned.encode(), headers={"ETag": '"1"'}),
        "/muc/tin-so/?page=2": Reply(status=503),
    }
    pages |= {f"/tin/hoi-nghi-lan-{n}.html": small_article(n) for n in range(1, 19)}
    with SmallSite(pages) as server:
        first = go(tmp_path, server.url)
        pages["/muc/tin-so/?page=2"] = small_list("/tin/hoi-nghi-lan-{n}.html", range(10, 19), "Tin của sở")
        second = go(tmp_path, server.url, hours=24)
    assert any("not walked to its end" in said for said in first.report.warnings)
    assert [one.report.articles.new for one in (first, second)] == [9, 9]


def test_an_item_that_was_not_there_when_its_list_first_named_it_is_asked_again_after_a_month(tmp_path):
    pages = site(Counter())
    page = pages.pop("/tin/hoi-nghi-lan-5.html")
    with SmallSite(pages) as server:
        first = go(tmp_path, server.url)
        pages["/tin/hoi-nghi-lan-5.html"] = page
        second = go(tmp_path, server.url, hours=24 * 31)
    assert [one.report.articles.new for one in (first, second)] == [17, 1]


def test_news_behind_a_page_that_did_not_come_on_a_busy_night_is_found_the_next(tmp_path):
    def page(numbers, following):
        turn = f"<p><a href='/muc/tin-so/?page={following}'>Trang sau</a></p></body>" if following else "</body>"
        return small_list("/tin/hoi-nghi-lan-{n}.html", numbers, "Tin của sở").replace("</body>", turn)

    front = small_page("Sở X", "<ul><li><a href='/muc/tin-so/'>Tin của sở</a></li></ul>")
    pages = {"/": front, "/muc/tin-so/": page(range(1, 10), 0)}
    pages |= {f"/tin/hoi-nghi-lan-{n}.html": small_article(n) for n in range(1, 28)}
    with SmallSite(pages) as server:
        go(tmp_path, server.url)
        pages["/muc/tin-so/"] = page(range(19, 28), 2)
        pages["/muc/tin-so/?page=2"], pages["/muc/tin-so/?page=3"] = Reply(status=503), page(range(1, 10), 0)
        second = go(tmp_path, server.url, hours=24)
        pages["/muc/tin-so/?page=2"] = page(range(10, 19), 3)
        third = go(tmp_path, server.url, hours=48)
    assert [one.report.articles.new for one in (second, third)] == [9, 9]
