"""What was captured need not be asked again: killed runs are taken in, and a lost ledger comes out as it was."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime, timedelta

import pytest

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
            said = {k: round(v / 30) if isinstance(v, float) else v for k, v in dict(row).items() if k != "id"}
            known[table, row[name]] = said
    for table in ("tokens", "relations"):
        known[table, ""] = sorted(tuple(row) for row in db.execute(f"SELECT * FROM {table}"))
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


@pytest.mark.parametrize("make", ["plain", "webforms"])
def test_a_ledger_that_is_made_again_knows_what_the_lost_one_knew_and_asks_the_same(tmp_path, make):
    with PracticeServer(make) as server:
        several_nights(tmp_path / "one", server)
        shutil.copytree(tmp_path / "one", tmp_path / "two")
        for file in [*(tmp_path / "two/p").glob("*.sqlite*")]:
            file.unlink()
        asked = []
        for root in (tmp_path / "one", tmp_path / "two"):
            server.forget()
            report = night(root, server, 14)
            asked.append(sorted((one.method, one.target, one.status) for one in server.asked))
        assert asked[0] == asked[1]
        before, after = facts(tmp_path / "one/p"), facts(tmp_path / "two/p")
        different = {k: (before.get(k), after.get(k)) for k in before.keys() | after.keys() if before.get(k) != after.get(k)}
        for k, (b, a) in different.items():
            print(k, {n: (b and b.get(n), a and a.get(n)) for n in (b or a) if not b or not a or b[n] != a[n]} if isinstance(b or a, dict) else (set(b)-set(a), set(a)-set(b)))
        assert different == {}
