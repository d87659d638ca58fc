"""`archiver doctor`: what it finds of a healthy, a changed and an absent site, and what it proposes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from test_running import night

from archiver.cli import main
from archiver.errors import Exit
from archiver.practice import PracticeServer
from archiver.running import Certificate, Fill, ListingWalk, Robots
from archiver.running.diagnosis import findings, last_good

GOOD = replace(night(3), alarms=[], failures={})


def test_a_healthy_site_is_explained_and_nothing_is_left_behind(capsys, tmp_path):
    with PracticeServer("modern") as server:
        code = main(["doctor", server.url, "--delay", "0", "--max-pages", "25", "--root", str(tmp_path)])
    out = capsys.readouterr().out
    assert code == Exit.OK, out
    assert "✓" in out
    assert "✗" not in out
    assert "listings with" in out
    assert "articles read" in out
    assert list(tmp_path.iterdir()) == []


def test_an_absent_site_is_exit_5_and_says_what_to_try(capsys, tmp_path):
    assert main(["doctor", "http://127.0.0.1:9/", "--json", "--root", str(tmp_path)]) == Exit.UNREACHABLE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["well"] for row in rows] == [False]
    assert "does not answer" in rows[0]["what"]
    assert "webmaster" in rows[0]["next"]


@pytest.mark.parametrize(
    ("changes", "said", "proposed"),
    [
        ({"fields": {"title": Fill(filled=1, of=9)}}, "title is found in 1 of 9 articles", "selectors={'title'"),
        ({"fields": {"byline": Fill(filled=0, of=9)}}, "byline: 0% of articles, 67% in run", "archiver reextract"),
        ({"listings": []}, "no listing was found", "a feed or a sitemap"),
        ({"listings": [ListingWalk(url="http://x/", items=3, pages=1)]}, "1 listings of run", ""),
        ({"articles_read": 0}, "no page reads as an article", "archiver extract"),
        ({"robots": [Robots(url="http://x/robots.txt", forbidden=90)]}, "forbidden", "webmaster"),
        ({"certificates": [Certificate(host="x", error="expired")]}, "x: certificate expired", "webmaster"),
    ],
)  # fmt: skip
def test_what_is_amiss_is_found_with_a_proposal(changes, said, proposed):
    amiss = [one for one in findings(replace(GOOD, **changes), GOOD) if not one.well]
    assert [one for one in amiss if said in one.what and proposed in one.next], amiss


def test_a_site_as_it_was_has_nothing_amiss():
    assert [one for one in findings(GOOD, GOOD) if not one.well] == []
    assert last_good([GOOD, replace(night(4), exit_code=3)]) == GOOD
    assert last_good([]) is None
