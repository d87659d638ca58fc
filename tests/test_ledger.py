"""The ledger: nothing that was met is forgotten, nothing is called done before it is durable."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import datetime, timedelta

import pytest
from kept_archives import NIGHT, nights

from archiver import open_archive
from archiver.errors import ArchiveError, Exit
from archiver.keeping import verify
from archiver.keeping.ledger import FACE, HUB, PAGE, START, KnownArticle, Ledger
from archiver.practice import PracticeServer
from archiver.running import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl
from spiders.opening import open_site

NOW = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)


@pytest.fixture
def ledger():
    with Ledger(":memory:") as ledger:
        yield ledger


def test_every_spelling_of_an_address_is_one_row(ledger):
    assert ledger.discover("http://www.a.vn/tin/5?utm_source=zalo#x", now=NOW, queue=PAGE)
    assert not ledger.discover("https://a.vn/tin/5", now=NOW, queue=PAGE)
    assert ledger.find("http://a.vn/tin/5/").url == "http://www.a.vn/tin/5"


def test_the_queue_gives_the_start_page_first_and_suspected_copies_last(ledger):
    for url, place in (
        ("http://a.vn/in/5", FACE),
        ("http://a.vn/5", PAGE),
        ("http://a.vn/tin", HUB),
        ("http://a.vn", START),
    ):
        ledger.discover(url, now=NOW, queue=place)
    assert [known.url for known in ledger.waiting(9)] == [
        "http://a.vn/", "http://a.vn/tin", "http://a.vn/5", "http://a.vn/in/5",
    ]  # fmt: skip
    assert [known.url for known in ledger.waiting(9, above=PAGE)] == ["http://a.vn/", "http://a.vn/tin"]


def test_what_was_not_committed_is_forgotten_and_what_was_is_not(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.discover("http://a.vn/1", now=NOW, queue=PAGE)
        ledger.commit()
        ledger.discover("http://a.vn/2", now=NOW, queue=PAGE)
    with Ledger(path) as ledger:
        assert [known.url for known in ledger] == ["http://a.vn/1"]


def test_a_tombstone_to_be_comes_before_all_else_that_is_due(ledger):
    for n in range(40):
        ledger.discover(f"http://a.vn/{n}", now=NOW, queue=None, kind="article")
        asked = (NOW - timedelta(days=400 + n)).timestamp()
        ledger.settle(f"a.vn/{n}", asked=asked, due=asked, state="done", misses=int(n == 7))
    queued, left = ledger.plan(NOW)
    assert (queued, left) == (10, 30)
    assert ledger.find("http://a.vn/7").queued == PAGE


def test_a_ledger_that_is_no_database_is_said_to_be_rebuilt(tmp_path):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"this is no database, and long enough to be taken for one" * 20)
    with pytest.raises(ArchiveError, match="Move it aside; the next run rebuilds it"):
        Ledger(path)


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.set_meta("version", "99")
        ledger.commit()
    with pytest.raises(ArchiveError, match="Upgrade archiver"):
        Ledger(path)


def test_of_a_sort_that_was_left_one_address_is_asked_a_month_later_and_all_once_it_has_shown_something(ledger):
    for month in range(1, 6):
        ledger.discover(f"http://a.vn/lich/{month}", now=NOW, queue=None)
        ledger.settle(f"a.vn/lich/{month}", state="left", due=(NOW + timedelta(days=30)).timestamp())
    ledger.plan(NOW + timedelta(days=29))
    assert ledger.waiting(9) == []
    for later in (31, 32):  # the others wait for another month
        ledger.plan(NOW + timedelta(days=later))
        assert [known.url for known in ledger.waiting(9)] == ["http://a.vn/lich/1"]
    ledger.free("/lich/9")
    assert len(ledger.waiting(9)) == 5


def test_an_article_is_found_by_its_text_and_by_its_title_and_day(ledger):
    article = KnownArticle(
        "x-1", "a.vn/1", "http://a.vn/1", "T", "t|2013-01-25", "2013-01-25", "sha256:0", 9, "published", 1, 1
    )
    ledger.keep_article(article)
    assert ledger.articles_by_text("sha256:0") == [article]
    assert ledger.articles_by_title("t|2013-01-25") == [article]
    assert ledger.article("x-1") == article


def test_a_lost_ledger_is_rebuilt_and_the_next_run_doubles_nothing(tmp_path):
    with PracticeServer("plain") as server:
        options = CrawlOptions(root=tmp_path, slug="p", delay=0, now=NOW)
        first = crawl(server.url, options)
        facts = "SELECT a.id, a.url, a.text_digest, a.published, a.status FROM articles a ORDER BY a.id"
        before = sqlite3.connect(first.archive / "ledger.sqlite").execute(facts).fetchall()
        for file in first.archive.glob("ledger.sqlite*"):
            file.unlink()
        second = crawl(server.url, CrawlOptions(root=tmp_path, slug="p", delay=0, now=NOW + timedelta(days=1)))
        assert second.report.articles.kept == 0
        assert sqlite3.connect(first.archive / "ledger.sqlite").execute(facts).fetchall() == before
        assert len(list(open_archive(first.archive))) == len(list(server.truth()))


CRAWL = """
import sys
from pathlib import Path
from archiver.running import CrawlOptions
from spiders.crawling import crawl
outcome = crawl(sys.argv[1], CrawlOptions(root=Path(sys.argv[2]), slug="p", delay=0.02))
sys.exit(int(outcome.exit))
"""


def test_a_killed_run_is_continued_and_neither_loses_nor_doubles_an_article(tmp_path):
    with PracticeServer("webforms") as server:
        for patience in (2.2, 2.6):
            process = subprocess.Popen([sys.executable, "-c", CRAWL, server.url, str(tmp_path)])
            began = time.monotonic()
            while server.count < 12 and time.monotonic() - began < 30:
                time.sleep(0.05)
            time.sleep(patience - 2)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        last = crawl(server.url, CrawlOptions(root=tmp_path, slug="p", delay=0))
        assert last.exit == Exit.OK
        records = list(open_archive(last.archive).revisions())
        assert sorted(record.url for record in records) == sorted(truth.url for truth in server.truth())


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda p: p.unlink(), []),
        (lambda p: p.write_bytes(b""), []),
        (lambda p: p.write_bytes(b"no database at all" * 900), ["ledger.sqlite.damaged"]),
        (lambda p: p.write_bytes(p.read_bytes()[:8192]), ["ledger.sqlite.damaged"]),
    ],
)
def test_a_ledger_that_is_gone_or_damaged_is_made_again(tmp_path, harm, told):
    archive = nights(tmp_path, range(2))
    clock = lambda: NIGHT + timedelta(days=9)  # noqa: E731 - it is a value here
    first = open_site("thu", CrawlOptions(root=tmp_path), clock=clock)
    articles = list(first.ledger.articles())
    first.ledger.close()
    first.run.abandon()
    harm(archive.path / "ledger.sqlite")
    again = open_site("thu", CrawlOptions(root=tmp_path), clock=clock)
    assert list(again.ledger.articles()) == articles != []
    assert [mend.kept_at for mend in again.run.mended] == told
    again.ledger.close()
    again.run.abandon()


def test_after_a_full_disk_nothing_more_becomes_durable(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.commit()
        pages = ledger._db.execute("PRAGMA page_count").fetchone()[0]
        ledger._db.execute(f"PRAGMA max_page_count={pages + 2}")
        with pytest.raises(ArchiveError, match="cannot be written"):
            ledger.set_meta("large", "x" * 500_000)
        for write in (lambda: ledger.set_meta("later", "1"), ledger.commit, ledger.rollback):
            with pytest.raises(ArchiveError, match="cannot be written"):
                write()
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert (ledger.meta("large"), ledger.meta("later")) == (None, None)


@pytest.mark.parametrize(("make", "room"), [("plain", 2), ("plain", 6), ("plain", 12), ("all", 12)])
def test_a_disk_that_is_full_under_the_ledger_ends_the_run_and_no_page_is_given_up(
    tmp_path, monkeypatch, capfd, make, room
):
    opened = Ledger.__init__

    def small(self, path):
        opened(self, path)
        pages = self._db.execute("PRAGMA page_count").fetchone()[0]
        self._db.execute(f"PRAGMA max_page_count={pages + room}")

    options = CrawlOptions(root=tmp_path, slug="p", delay=0, log_level="ERROR")
    with PracticeServer(make) as server:
        monkeypatch.setattr(Ledger, "__init__", small)
        outcome = crawl(server.url, options)
        assert outcome.exit == Exit.DAMAGED
        assert "ledger.sqlite: the ledger cannot be written: database or disk is full" in outcome.message
        assert "Traceback" not in capfd.readouterr().err  # nor for what was under way when the ledger failed
        monkeypatch.undo()
        assert crawl("p", CrawlOptions(root=tmp_path, delay=0, log_level="ERROR")).exit == Exit.OK
        wanted = {truth.url for truth in server.truth()}
    assert {record.url for record in open_archive(tmp_path / "p")} == wanted
    assert verify(tmp_path / "p", workers=1).harms == []
