"""`archiver doctor`: what it finds of a healthy, a changed and an absent site, and what it proposes."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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
    (tmp_path / "archiver.toml").write_text("retries = 0\n")  # it rests before each
    assert main(["doctor", "http://127.0.0.1:9/", "--json", "--root", str(tmp_path)]) == Exit.UNREACHABLE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["well"] for row in rows] == [False]
    assert "does not answer" in rows[0]["what"]
    assert "Nothing listens there" in rows[0]["next"]


class Portal(BaseHTTPRequestHandler):
    """A front page with one listing, and articles; robots.txt as the test wants it."""

    robots = b""

    def do_GET(self) -> None:
        paragraphs = (
            f"<p>Đoàn công tác số {self.path[5:]} đã thăm cơ sở và trao đổi về phong trào thi đua trong năm.</p>" * 4
        )
        items = "".join(f"<li><a href=/tin/{n}>Đoàn công tác số {n} đi cơ sở</a> 24/11/2024</li>" for n in range(8))
        said = {
            "/robots.txt": self.robots.decode(),
            "/": f"<meta charset=utf-8><title>Sở</title><h2>Tin tức</h2><ul>{items}</ul>",
        }.get(
            self.path,
            f"<meta charset=utf-8><title>Tin</title><h1>Đoàn công tác số {self.path[5:]}</h1>"
            f"<div class=date>Ngày đăng: 24/11/2024</div><div class=content>{paragraphs}</div>",
        )
        body = said.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain" if self.path == "/robots.txt" else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.mark.parametrize(
    ("robots", "code", "amiss", "proposed"),
    [
        (b"User-agent: *\nDisallow: /\n", Exit.UNREACHABLE, "may not be asked", "ask the webmaster to let archiver in"),
        (b"User-agent: *\nDisallow: /tin/\n", Exit.ALARM, "robots.txt keeps us out of 8 addresses", ""),
        (b"User-agent: *\nDisallow: /tim-kiem\n", Exit.OK, "", ""),
    ],
)
def test_a_site_whose_robots_txt_keeps_us_out_is_told_so_and_not_that_it_does_not_answer(
    capsys, tmp_path, robots, code, amiss, proposed
):
    handler = type("Handler", (Portal,), {"robots": robots})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/"
        assert main(["doctor", url, "--delay", "0", "--json", "--root", str(tmp_path)]) == code
        server.shutdown()
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    bad = [row for row in rows if row.get("well") is False]
    assert not any("does not answer" in row["what"] for row in bad)
    assert not any("archiver extract" in row["next"] for row in bad)
    assert bool(bad) == bool(amiss)
    if amiss:
        assert any(amiss in row["what"] for row in bad), bad
        assert any(proposed in row["next"] for row in bad), bad
    kinds = {row["page"].removeprefix(url): row["kind"] for row in rows if "page" in row}
    if code == Exit.OK:
        assert {page for page, kind in kinds.items() if kind == "article"} >= {f"tin/{n}" for n in range(8)}


def test_a_name_that_is_no_site_is_refused_in_one_line_that_names_the_folder_asked(capsys, tmp_path):
    assert main(["doctor", "khong-co", "--root", str(tmp_path)]) == Exit.USAGE
    assert f"nor an archive under {str(tmp_path)!r}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("changes", "said", "proposed"),
    [
        ({"fields": {"title": Fill(filled=1, of=9)}}, "title is found in 1 of 9 articles", "new-site so-noi-vu"),
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


def test_a_look_that_its_limit_ends_is_no_site_that_does_not_answer(capsys, tmp_path):
    with PracticeServer("frames") as server:
        asked = ["doctor", server.url, "--delay", "0", "--max-pages", "4", "--json", "--root", str(tmp_path)]
        assert main(asked) == Exit.ALARM
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    amiss = [(row["what"], row["next"]) for row in rows if row.get("well") is False]
    assert len(amiss) == 1, amiss
    assert amiss[0][0].startswith("no article on the 4 pages that max-pages allows (")
    assert amiss[0][1] == "Look at more pages, such as --max-pages 16"
