"""What was captured need not be asked again: killed runs are taken in, and a lost ledger comes out as it was."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest

from archiver import open_archive
from archiver.errors import Exit
from archiver.keeping import verify
from archiver.practice import PracticeServer
from archiver.running import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl

NIGHT = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)


def night(root, server, number, **more):
    options = CrawlOptions(root=root, slug="p", delay=0, now=NIGHT + timedelta(days=number), **more)
    return crawl(server.url, options).report


def facts(path):
    """All that a ledger knows; ids are its own affair, and moments are as exact as the captures are."""
    db = sqlite3.connect(path / "ledger.sqlite")
    db.row_factory = sqlite3.Row
    known = {}
    for table, name in (("urls", "key"), ("articles", "id"), ("listings", "key"), ("documents", "key")):
        for row in db.execute(f"SELECT * FROM {table}"):
            said = {k: round(v / 3600) if isinstance(v, float) else v for k, v in dict(row).items() if k != "id"}
            known[table, row[name]] = said
    for table in ("tokens", "relations"):
        known[table, ""] = sorted(tuple(row) for row in db.execute(f"SELECT * FROM {table}"))
    for name, value in db.execute("SELECT name, value FROM meta WHERE name LIKE 'turned %'"):
        known["turned", name] = round(float(value) / 3600)
    return known


def several_nights(root, server):
    """News, edits, deletions and a comeback over six nights."""
    shelf = server.state
    night(root, server, 0)
    lost, edited = shelf.ids()[3], shelf.ids()[1]
    gone = shelf.delete(lost)
    shelf.edit(edited, body=shelf.get(edited).body + "\nĐoạn này được viết thêm vào đêm thứ hai.")
    night(root, server, 1)
    shelf.delete(shelf.ids()[5])
    night(root, server, 2)
    shelf.add(gone)
    night(root, server, 12)
    shelf.delete(shelf.ids()[2])
    night(root, server, 13)


def asked_at(server):
    return sorted((one.method, one.target, one.status) for one in server.asked)


@pytest.mark.parametrize("make", ["modern", "aliases"])
def test_a_ledger_that_is_made_again_knows_what_the_lost_one_knew_and_asks_the_same(tmp_path, make):
    with PracticeServer(make) as server:
        several_nights(tmp_path / "one", server)
        shutil.copytree(tmp_path / "one", tmp_path / "two")
        for file in (tmp_path / "two/p").glob("*.sqlite*"):
            file.unlink()
        asked = []
        for root in (tmp_path / "one", tmp_path / "two"):
            server.forget()
            night(root, server, 14)
            asked.append(asked_at(server))
    assert asked[0] == asked[1] != []
    before, after = facts(tmp_path / "one/p"), facts(tmp_path / "two/p")
    assert before == after
    assert sum(table == "urls" for table, _ in before) > 60


CRAWL = """
import sys
from pathlib import Path
from archiver.running import CrawlOptions
from spiders import department
from spiders.crawling import crawl
department.COMMIT_EVERY = float(sys.argv[3])
sys.exit(int(crawl(sys.argv[1], CrawlOptions(root=Path(sys.argv[2]), slug="p", delay=0)).exit))
"""


@pytest.mark.parametrize(("make", "commit"), [("plain", 60.0), ("webforms", 0.2), ("more-post", 60.0)])
def test_killed_in_the_midst_of_an_answer_only_that_answer_is_asked_for_again(tmp_path, make, commit):
    """With *commit* 60 the ledger never knows anything: all of it is taken in from the captures."""
    with PracticeServer(make) as server:
        articles = {urlsplit(truth.url).path + "?" + urlsplit(truth.url).query for truth in server.truth()}
        child: list[subprocess.Popen[bytes]] = []
        seen: list[str] = []
        kills_at = {12, 31}

        def watch(request):
            if (target := request.path + "?" + request.raw_query) in articles:
                seen.append(target)
                if len(seen) in kills_at:
                    child[0].send_signal(signal.SIGKILL)
                    child[0].wait()
            return

        server.intercept(watch)
        for _ in kills_at:
            child[:] = [subprocess.Popen([sys.executable, "-c", CRAWL, server.url, str(tmp_path), str(commit)])]
            assert child[0].wait(60) == -signal.SIGKILL
        outcome = crawl(server.url, CrawlOptions(root=tmp_path, slug="p", delay=0))
        assert outcome.exit == Exit.OK
        again = Counter(seen) - Counter(set(seen))
        # In flight is what is asked, and on a machine with much to do the answer before, on its way to the disk still.
        assert len(kills_at) <= again.total() <= 2 * len(kills_at), again
        assert set(again.values()) == {1}
        records = list(open_archive(outcome.archive).revisions())
        new = [record.url for record in records if record.revision == 1]
        assert sorted(new) == sorted(truth.url for truth in server.truth())
        # an article whose further addresses became known after its record was sealed with the killed run says so
        assert all((r.change_summary or "").startswith("urls: +") for r in records if r.revision > 1)
        assert verify(outcome.archive, workers=1).harms == []
        told = [str(mended) for mended in open_archive(outcome.archive).report(outcome.report.run)["mended"]]
        assert any("not yet taken in" in said for said in told)
