"""Sites as bad as they come, from the first request to the exit code: the run goes on where it can, and says so."""

from __future__ import annotations

import gzip
import json
import random
from datetime import datetime

import pytest
from hostile import CLOSE, HANG, RESET, Hostile
from small_sites import SmallSite

import spiders.settings
from archiver.cli.crawling import _never_answered
from archiver.cli.sentences import heard
from archiver.cli.words import speak
from archiver.errors import Exit
from archiver.keeping import open_archive
from archiver.running.options import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl


@pytest.fixture(autouse=True)
def _short_rests(monkeypatch):
    monkeypatch.setattr(spiders.settings, "BACK_OFF", 0.02)  # the doubling is tested elsewhere


def html(title: str, body: str) -> bytes:
    page = f"<!doctype html><html lang='vi'><head><title>{title} - Sở X</title></head><body>{body}</body></html>"
    return page.encode()


def article(n: int) -> bytes:
    paragraphs = "".join(
        f"<p>Sáng ngày {i + 1}/8/2024, Sở X tổ chức hội nghị lần thứ {n} bàn về việc số {i}, có nhiều đơn vị dự.</p>"
        for i in range(6)
    )
    title = f"Hội nghị lần thứ {n} của Sở X"
    return html(title, f"<h1>{title}</h1><p class='date'>0{n}/08/2024</p><div class='content'>{paragraphs}</div>")


def ok(body: bytes, *headers: str) -> bytes:
    head = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *headers, f"Content-Length: {len(body)}"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def portal(count: int = 9) -> dict[str, list]:
    links = "".join(
        f"<li><a href='/tin/{n}.html'>Hội nghị lần thứ {n} của Sở X</a> <span>0{n}/08/2024</span></li>"
        for n in range(1, count + 1)
    )
    scripts: dict[str, list] = {"/": [ok(html("Tin tức", f"<h1>Tin tức</h1><ul>{links}</ul>"))]}
    for n in range(1, count + 1):
        scripts[f"/tin/{n}.html"] = [ok(article(n))]
    return scripts


def go(root, url, **more):
    options = {"root": root, "slug": "so-x", "delay": 0, "timeout": 2.5, "retries": 1, "log_level": "ERROR", **more}
    return crawl(url, CrawlOptions(**options))


def test_what_is_broken_on_a_site_hides_nothing_of_what_is_whole(tmp_path):
    scripts = portal()
    scripts["/robots.txt"] = [ok(b"<html>Trang chu</html>")]
    scripts["/tin/2.html"] = [ok(article(2))[:900], RESET]
    scripts["/tin/3.html"] = [ok(gzip.compress(article(3))[:-40], "Content-Encoding: gzip")]
    scripts["/tin/4.html"] = [ok(article(4)).replace(b"Content-Length: ", b"Content-Length: 9"), CLOSE]
    scripts["/tin/5.html"] = [ok(article(5), "X-Big: " + "x" * 100_000)]
    scripts["/tin/6.html"] = [RESET]
    scripts["/tin/7.html"] = [b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"]
    scripts["/tin/8.html"] = [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", HANG]
    with Hostile(scripts) as server:
        outcome = go(tmp_path, server.url + "/")
        assert outcome.exit == Exit.UNREACHABLE
        assert "5 of 13 pages did not come whole (2 cut-off, " in outcome.message
        examples = {kind: failure.example for kind, failure in outcome.report.failures.items()}
        assert examples["no-answer"] == f"{server.url}/tin/6.html"
        assert examples["http-500"] == f"{server.url}/tin/7.html"
        assert examples["timeout"] == f"{server.url}/tin/8.html"
        assert examples["miscounted"] == f"{server.url}/tin/4.html"
        assert examples["cut-off"] in {f"{server.url}/tin/{n}.html" for n in (2, 3)}
        assert outcome.report.failures["cut-off"].count == 2
        kept = [(exchange.request, exchange.response) for _, exchange in open_archive(outcome.archive).captures()]
        assert sorted(kept) == sorted((met.request, met.sent) for met in server.met)  # to the byte, and in full
        records = {record.url.rpartition("/")[2]: record for record in open_archive(outcome.archive)}
        whole = {f"{n}.html" for n in (1, 4, 5, 9)}
        assert whole <= set(records)
        assert all("cut-off" not in records[name].problems for name in whole)
        assert all("cut-off" in record.problems for name, record in records.items() if name not in whole)


def miscounted(n: int, announced: int) -> list:
    whole = len(article(n))
    return [ok(article(n)).replace(b"Content-Length: %d" % whole, b"Content-Length: %d" % announced), CLOSE]


SMALL = len(article(4))


@pytest.mark.parametrize(
    ("path", "script", "kind", "exit", "complete"),
    [
        ("/tin/4.html", [ok(article(4))[:900], RESET], "cut-off", Exit.OK, False),
        ("/tin/4.html", [ok(gzip.compress(article(4))[:-40], "Content-Encoding: gzip")], "cut-off", Exit.OK, False),
        ("/tin/4.html", miscounted(4, 9 * SMALL), "miscounted", Exit.OK, True),
        ("/tin/4.html", [ok(article(4))[:900], CLOSE], "cut-off", Exit.OK, False),
        ("/tin/4.html", miscounted(4, 5), "miscounted", Exit.OK, True),
        ("/tin/4.html", miscounted(4, SMALL // 2), "miscounted", Exit.OK, True),
        ("/tin/4.html", miscounted(4, SMALL - 20), "miscounted", Exit.OK, True),
        ("/tin/4.html", [ok(article(4), "X-Big: " + "x" * 100_000)], "long-header", Exit.OK, True),
        ("/robots.txt", [ok(html("Trang chủ", "<p>Xin chào</p>"))], "robots-html", Exit.OK, None),
        ("/", [RESET], "no-answer", Exit.UNREACHABLE, None),
        ("/tin/4.html", [RESET], "no-answer", Exit.OK, None),
    ],
    ids=[
        "reset within",
        "gzip breaks off",
        "length too long",
        "too long and cut",
        "length of nothing",
        "length of half",
        "length of nearly all",
        "a huge head",
        "robots of html",
        "start reset",
        "reset",
    ],
)
def test_what_comes_to_nothing_is_counted_by_kind_with_an_example(tmp_path, path, script, kind, exit, complete):
    with Hostile({**portal(), path: script}) as server:
        outcome = go(tmp_path, server.url + "/")
    assert outcome.exit == exit, outcome.message
    assert outcome.report.failures.keys() == {kind}
    assert (outcome.report.failures[kind].count, outcome.report.failures[kind].example) == (1, server.url + path)
    if complete is not None:
        records = {record.url.rpartition("/")[2]: record for record in open_archive(outcome.archive)}
        assert len(records) == 9
        assert ("cut-off" not in records["4.html"].problems) == complete
        assert records["4.html"].body.count("\n") == 5 or not complete
        assert any("broke off" in said for said in outcome.report.warnings) != complete


def test_a_site_of_which_most_does_not_come_is_no_success(tmp_path, monkeypatch):
    monkeypatch.setattr(spiders.settings, "PATIENCE", 10)
    with Hostile({**portal(), **{f"/tin/{n}.html": [RESET] for n in range(1, 10)}}) as server:
        outcome = go(tmp_path, server.url + "/")
    assert outcome.exit == Exit.UNREACHABLE
    assert "no-answer" in outcome.report.failures
    assert "gave no answer" in outcome.report.refused["left-alone"].detail
    assert outcome.report.seconds < 15


def test_a_limit_of_time_is_one_for_pauses_too(tmp_path, monkeypatch):
    monkeypatch.setattr(spiders.settings, "BACK_OFF", 30)
    with Hostile({**portal(), **{f"/tin/{n}.html": [RESET] for n in range(1, 10)}}) as server:
        outcome = go(tmp_path, server.url + "/", max_time=1.5)
    assert outcome.report.stopped_by == "max-time"
    assert outcome.report.seconds < 8


def test_half_an_article_never_replaces_a_whole_one(tmp_path):
    scripts = portal(4)
    with Hostile(scripts) as server:
        first = go(tmp_path, server.url + "/")
        assert first.report.articles.new == 4
        scripts["/tin/2.html"] = [ok(article(2))[:700], RESET]
        second = go(tmp_path, server.url + "/", full=True)
        assert "cut-off" in second.report.failures
        [record] = [one for one in open_archive(first.archive) if one.url.endswith("/2.html")]
        assert (record.revision, record.body.count("\n")) == (1, 5)


@pytest.mark.parametrize(
    ("robots", "words"),
    [
        ([ok(b"User-agent: *\nDisallow: /")], "robots"),
        ([b"HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"], "503"),
        ([b"HTTP/1.1 503 Busy\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n"], "7200"),
        ([RESET], "no-answer"),
        ([HANG], "timeout"),
    ],
    ids=["forbidden", "busy", "hours of rest", "reset", "silent"],
)
def test_a_site_that_lets_nobody_in_is_no_success(tmp_path, robots, words):
    with Hostile({**portal(3), "/robots.txt": robots}) as server:
        outcome = go(tmp_path, server.url + "/")
        assert outcome.exit == Exit.UNREACHABLE
        assert words in outcome.message
        assert not [met for met in server.met if met.path != "/robots.txt"]


def test_a_host_that_refuses_is_no_success(tmp_path):
    outcome = go(tmp_path, "http://127.0.0.1:1/")
    assert outcome.exit == Exit.UNREACHABLE
    assert outcome.report.failures["refused"].example == "http://127.0.0.1:1/robots.txt"


@pytest.mark.parametrize("contact", [None, "nobody"])
def test_the_open_internet_without_a_contact_is_wrong_usage_and_makes_nothing(tmp_path, contact):
    outcome = go(tmp_path, "https://so-x.vn/", contact=contact)
    assert outcome.exit == Exit.USAGE
    assert "--contact" in outcome.message
    assert "None" not in outcome.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "item",
    [
        "<div class='card' onclick=\"location.href='/tin/{n}.html'\"><h3>{title}</h3><span>{day}</span></div>",
        "<div class='i'><h3>{title}</h3><a href='#' onclick=\"location='/tin/{n}.html'; return false;\">Xem</a></div>",
        "<p><b>{title}</b> <input type='button' value='Xem' onclick=\"window.location = '/tin/{n}.html'\"></p>",
    ],
)
def test_a_list_that_leads_on_only_by_clicks_is_walked_to_its_end(tmp_path, item):
    scripts = portal(9)
    for page, following in (("/", "/muc/2"), ("/muc/2", None)):
        numbers = range(5, 10) if page == "/" else range(1, 5)
        rows = "".join(item.format(n=n, title=f"Hội nghị lần thứ {n} của Sở X", day=f"0{n}/08/2024") for n in numbers)
        more = f"<button onclick=\"location.href='{following}'\">Xem thêm</button>" if following else ""
        scripts[page] = [ok(html("Tin tức", f"<h1>Tin tức</h1><div class='list'>{rows}</div>{more}"))]
    with Hostile(scripts) as server:
        outcome = go(tmp_path, server.url)
    assert sorted(record.title for record in open_archive(tmp_path / "so-x")) == [
        f"Hội nghị lần thứ {n} của Sở X" for n in range(1, 10)
    ]
    assert outcome.exit == Exit.OK


def test_a_json_feed_is_followed_to_its_last_page_where_nothing_else_names_the_news(tmp_path):
    scripts = portal(9)
    head = "<link rel='alternate' type='application/feed+json' href='/feed-0.json'>"
    scripts["/"] = [ok(html("Sở X", f"{head}<div id='app'></div>"))]
    for page in range(3):
        items = [
            {"url": f"/tin/{n}.html", "title": f"Hội nghị lần thứ {n} của Sở X"}
            for n in range(page * 3 + 1, page * 3 + 4)
        ]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Sở X", "items": items}
        if page < 2:
            feed["next_url"] = f"/feed-{page + 1}.json"
        scripts[f"/feed-{page}.json"] = [ok(json.dumps(feed).encode())]
    with Hostile(scripts) as server:
        go(tmp_path, server.url)
    assert len(list(open_archive(tmp_path / "so-x"))) == 9


def test_what_a_silent_robots_txt_kept_out_is_told_and_asked_again_the_next_night(tmp_path):
    scripts = portal()
    down = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
    with Hostile({**scripts, "/robots.txt": [down]}) as server:
        outcome = go(tmp_path, server.url, retries=0)
        [said] = outcome.report.warnings
        assert "addresses were not asked" in said
        assert "503" in said
        assert outcome.exit == Exit.UNREACHABLE
        server.scripts["/robots.txt"] = [ok(b"User-agent: *\nDisallow:\n")]
        assert go(tmp_path, server.url).exit == Exit.OK
    assert len(list(open_archive(tmp_path / "so-x"))) == 9


def test_a_site_that_closes_behind_a_login_says_so_first(tmp_path):
    scripts = portal()
    with Hostile(scripts) as server:
        assert go(tmp_path, server.url + "/", now=datetime(2026, 12, 1, 1, 30, tzinfo=ICT)).exit == Exit.OK
        form = "<h1>Đăng nhập</h1><form method=post>Tên <input name=u> Mật khẩu <input type=password name=p></form>"
        for path in list(scripts):
            scripts[path] = [b"HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n"]
        scripts["/login"] = [ok(html("Đăng nhập", form))]
        scripts["/robots.txt"] = [b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"]
        outcome = go(tmp_path, server.url + "/", now=datetime(2026, 12, 2, 1, 30, tzinfo=ICT))
    assert outcome.exit == Exit.ALARM
    assert outcome.message.startswith(
        "so-x: 1 of 1 pages ask for a login: the site is closed, usual: open to everybody"
    )
    assert len([record for record in open_archive(outcome.archive) if record.status == "published"]) == 9


NIGHTS = [datetime(2026, 12, day, 1, 30, tzinfo=ICT) for day in range(1, 9)]


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/", "http://so-y-te.invalid/"], ids=["refuses", "unknown"])
def test_of_an_address_that_leads_nowhere_no_folder_is_left(tmp_path, target):
    outcome = go(tmp_path, target, slug=None, retries=0, contact="luutru@so.example.vn")
    assert (outcome.exit, outcome.archive, list(tmp_path.iterdir())) == (Exit.UNREACHABLE, None, [])
    assert "no archive was made" in outcome.message
    assert ".:" not in outcome.message
    assert ".." not in outcome.message
    assert [one.count for one in outcome.report.failures.values()] == [1]


@pytest.mark.parametrize("theirs", ["notes.sqlite", "a.sqlite-wal", ".lease/mine.txt", "captures/old.warc.gz"])
def test_of_an_address_that_leads_nowhere_nothing_of_anybodys_is_taken_away(tmp_path, theirs):
    file = tmp_path / "127.0.0.1-1" / theirs
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    assert go(tmp_path, "http://127.0.0.1:1/", slug=None).exit == Exit.UNREACHABLE
    assert file.read_text() == "mine"


def test_a_link_to_a_folder_elsewhere_stays_where_an_address_leads_nowhere(tmp_path):
    elsewhere, root = tmp_path / "disk", tmp_path / "root"
    elsewhere.mkdir()
    root.mkdir()
    (root / "127.0.0.1-1").symlink_to(elsewhere)
    assert go(root, "http://127.0.0.1:1/", slug=None).exit == Exit.UNREACHABLE
    assert (list(root.iterdir()), list(elsewhere.iterdir())) == ([root / "127.0.0.1-1"], [])


def test_that_no_archive_was_made_is_said_in_vietnamese_too(tmp_path):
    message = go(tmp_path, "http://127.0.0.1:1/", slug=None).message
    speak("vi")
    try:
        said = heard(message)
        assert "Địa chỉ có đúng không? Chưa lưu được gì, nên không lập kho" in said
        assert "máy kia từ chối kết nối (lỗi 111: kết nối bị từ chối): chưa được phép gì" in said
    finally:
        speak("en")


def test_a_redirect_to_no_web_address_is_counted(tmp_path):
    with Hostile(
        {"/": [b"HTTP/1.1 302 Found\r\nLocation: mailto:a@so.example.vn\r\nContent-Length: 0\r\n\r\n"]}
    ) as server:
        outcome = go(tmp_path, server.url + "/")
    assert (outcome.exit, outcome.report.failures["redirects"].example) == (Exit.UNREACHABLE, server.url + "/")


@pytest.mark.parametrize(("path", "times", "exit"), [("/", 4, Exit.UNREACHABLE), ("/tin/4.html", 2, Exit.OK)])
def test_what_broke_off_is_told_and_asked_again_the_next_night_though_it_is_old(tmp_path, path, times, exit):
    scripts = portal()
    whole = scripts[path][0].replace(b"\r\n\r\n", b'\r\nETag: "1"\r\n\r\n', 1)
    scripts[path] = [*[[whole[:900], RESET]] * times, [whole]]  # a retry each, and for the list a second chance
    with Hostile(scripts) as server:
        first = go(tmp_path, server.url + "/", now=NIGHTS[0])
        second = go(tmp_path, server.url + "/", now=NIGHTS[1])
    assert first.exit == exit
    assert any(said.startswith("incomplete: 1 ") for said in first.report.warnings)
    assert second.exit == Exit.OK
    records = {record.url: record for record in open_archive(second.archive)}
    assert len(records) == 9
    assert all("cut-off" not in record.problems for record in records.values())


def test_a_page_without_end_is_asked_once_and_no_chain_of_numbers_is_followed(tmp_path):
    scripts = portal()
    foot = b"<p><a href='/truc-tuyen'>Online</a> <a href='/hoi-dap/1'>FAQ</a></p></body>"
    scripts["/"] = [ok(html("Tin tức", scripts["/"][0].decode().partition("<body>")[2]).replace(b"</body>", foot, 1))]
    scripts["/truc-tuyen"] = [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", *[b".", 0.2] * 50]
    for n in range(1, 9):
        there = f"HTTP/1.1 302 Found\r\nLocation: /hoi-dap/{n + 1}\r\nContent-Length: 0\r\n\r\n"
        scripts[f"/hoi-dap/{n}"] = [there.encode()]
    with Hostile(scripts) as server:
        outcomes = [go(tmp_path, server.url + "/", now=night, timeout=1.0) for night in NIGHTS[:2]]
        asked = [met.path for met in server.met]
    assert [outcome.exit for outcome in outcomes] == [Exit.OK, Exit.OK]
    assert outcomes[0].report.failures["endless"].example == server.url + "/truc-tuyen"
    assert (asked.count("/truc-tuyen"), asked.count("/hoi-dap/2"), asked.count("/hoi-dap/3")) == (1, 2, 0)


def test_a_menu_whose_relative_links_grow_by_a_folder_is_no_labyrinth(tmp_path):
    names = ("tin-tuc", "van-ban", "lich-hop", "gioi-thieu", "lien-he")
    menu = "".join(f"<a href='{name}/'>{name}</a> " for name in names)
    scripts = portal()
    front = scripts["/"][0].decode().partition("<body>")[2]
    for path in (("",), *((name,) for name in names), *((a, b) for a in names for b in names)):
        said = front if path[-1] in ("", "tin-tuc") else f"<h1>{path[-1]}</h1><p>{'Trang chung của Sở X. ' * 20}</p>"
        scripts["/" + "/".join(path) + "/" * bool(path[0])] = [ok(html(path[-1] or "Sở X", menu + said))]
    with Hostile(scripts) as server:
        outcome = go(tmp_path, server.url + "/")
    assert (outcome.exit, outcome.report.articles.new) == (Exit.OK, 9)
    assert outcome.report.requests.total <= 30  # five pages, nine articles, and as many trials as the window holds
    assert any("longer by a folder" in bound for bound in outcome.report.budgets_hit)


def test_news_that_its_list_names_again_is_no_longer_gone_that_very_night(tmp_path):
    scripts = portal()
    front, back = scripts["/"], scripts["/tin/4.html"]
    gone = [b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"]
    fewer = [ok(html("Tin tức", front[0].decode().partition("<body>")[2].replace("/tin/4.html", "/tin/5.html")))]
    with Hostile(scripts) as server:
        go(tmp_path, server.url + "/", now=NIGHTS[0])
        scripts |= {"/": fewer, "/tin/4.html": gone}
        for night in NIGHTS[1:3]:
            go(tmp_path, server.url + "/", now=night)
        assert len(list(open_archive(tmp_path / "so-x"))) == 8  # and a tombstone
        scripts |= {"/": front, "/tin/4.html": back}
        outcome = go(tmp_path, server.url + "/", now=NIGHTS[3])
    assert len(list(open_archive(outcome.archive))) == 9


def test_a_site_that_moved_to_another_host_keeps_its_ids_when_it_is_told_so(tmp_path):
    with Hostile(portal()) as old, Hostile(portal(), address="127.0.0.2") as new:
        first = go(tmp_path, old.url + "/", now=NIGHTS[0])
        ids = {record.title: record.id for record in open_archive(first.archive)}
        away = f"HTTP/1.1 301 Moved\r\nLocation: {new.url}/\r\nContent-Length: 0\r\n\r\n".encode()
        old.scripts = {path: [away] for path in old.scripts}
        told = go(tmp_path, "so-x", slug=None, now=NIGHTS[1])
        assert told.exit == Exit.UNREACHABLE
        assert "--slug so-x --moved" in told.message
        assert go(tmp_path, new.url + "/", now=NIGHTS[1]).exit == Exit.USAGE
        moved = go(tmp_path, new.url + "/", moved=True, now=NIGHTS[2])
        after = go(tmp_path, "so-x", slug=None, now=NIGHTS[3])
    assert (moved.report.articles.moved, moved.report.articles.new) == (9, 0)
    assert after.report.url == new.url + "/"
    assert after.report.articles.kept == 0
    assert {record.title: record.id for record in open_archive(after.archive)} == ids


def test_all_passes_over_what_never_answered_and_says_so(tmp_path, capsys):
    assert go(tmp_path, "http://127.0.0.1:1/", slug="mistyped").exit == Exit.UNREACHABLE
    assert _never_answered(tmp_path / "mistyped", "http://127.0.0.1:1/")
    said = capsys.readouterr().err
    assert "mistyped: never answered since 20" in said
    assert repr(str(tmp_path / "mistyped")) in said
    with Hostile(portal()) as server:
        assert go(tmp_path, server.url + "/").exit == Exit.OK
    assert not _never_answered(tmp_path / "so-x", server.url)


@pytest.mark.parametrize(
    ("title", "warned"),
    [
        ("<a href='#' onclick='mo({n})'>Hội nghị lần thứ {n} của Sở X</a>", "9 titles lead nowhere that can be asked"),
        ("<a href='/tin/{n}.html'>Hội nghị lần thứ {n} của Sở X</a>", ""),
    ],
)
def test_titles_that_lead_nowhere_are_named(tmp_path, title, warned):
    rows = "".join(f"<li>{title.format(n=n)} <span>0{n}/08/2024</span></li>" for n in range(1, 10))
    with Hostile({**portal(), "/": [ok(html("Tin tức", f"<h1>Tin tức</h1><ul>{rows}</ul>"))]}) as server:
        outcome = go(tmp_path, server.url + "/")
    assert any(warned and warned in said for said in outcome.report.warnings) == bool(warned)


def test_a_list_whose_items_do_not_come_is_named(tmp_path):
    with Hostile({**portal(), "/tin/2.html": [RESET], "/tin/3.html": [RESET]}) as server:
        outcome = go(tmp_path, server.url + "/")
        first = server.url
    said = f"incomplete: {first}/: 2 of its items could not be opened, such as {first}/tin/2.html"
    assert said in outcome.report.warnings


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (html("Runtime Error", "<h1>Runtime Error</h1><p>Server Error in '/' Application.</p>"), "error-page", "error"),
        (
            html("Đăng nhập", "<h1>Đăng nhập</h1><form method=post><input name=u><input type=password name=p></form>"),
            "login-page",
            "",
        ),
    ],
)
def test_a_known_article_that_shows_an_error_or_a_login_with_status_200_is_counted_and_stays(
    tmp_path, body, kind, said
):
    scripts = portal()
    with Hostile(scripts) as server:
        assert go(tmp_path, server.url + "/", now=NIGHTS[0]).report.failures == {}
        scripts["/tin/4.html"] = [ok(body)]
        outcome = go(tmp_path, server.url + "/", now=NIGHTS[1], full=True)
        address = f"{server.url}/tin/4.html"
    assert (outcome.exit, list(outcome.report.failures)) == (Exit.OK, [kind])
    told = outcome.report.failures[kind]
    assert (told.count, told.example) == (1, address)
    assert said in told.detail.lower()
    assert told.detail
    assert len([record for record in open_archive(outcome.archive) if record.status == "published"]) == 9


def test_packed_and_random_bytes_that_call_themselves_html_become_no_articles(tmp_path):
    scripts = portal()
    scripts["/tin/2.html"] = [ok(gzip.compress(article(2)))]
    scripts["/tin/3.html"] = [ok(random.Random(5).randbytes(60_000))]
    scripts["/tin/4.html"] = [ok(b"%PDF-1.4 torn")]
    scripts["/tin/5.html"] = [ok(json.dumps({"ok": True}).encode())]
    with Hostile(scripts) as server:
        outcome = go(tmp_path, server.url + "/")
    titles = {record.title for record in open_archive(outcome.archive)}
    assert titles == {f"Hội nghị lần thứ {n} của Sở X" for n in (1, 6, 7, 8, 9)}


@pytest.mark.parametrize(
    "code",
    [
        "let page = 1; $('#more').on('click', () => { page++; $.get('/api/tin', {page: page, size: 5}, add); });",
        "function more(){ fetch(`/api/tin?offset=${document.querySelectorAll('li').length}&limit=5`).then(add); }",
    ],
)
def test_what_loads_more_is_found_in_a_file_of_script_too(tmp_path, code):
    def rows(numbers):
        return "".join(f"<li><a href='/tin/{n}.html'>Hội nghị lần thứ {n} của Sở X</a></li>" for n in numbers)

    page = f"<h1>Tin tức</h1><ul>{rows(range(5, 10))}</ul><button id='more'>Xem thêm</button>"
    scripts = {
        **portal(),
        "/": [
            ok(html("Tin tức", page + "<script src='/js/jquery.min.js'></script><script src='/js/tin.js'></script>"))
        ],
    }
    scripts["/js/tin.js"] = [ok(code.encode())]
    scripts["/api/tin"] = [ok(json.dumps({"html": rows(range(1, 5)), "hasMore": False}).encode())]
    with Hostile(scripts) as server:
        outcome = go(tmp_path, server.url + "/")
        asked = [met.path for met in server.met]
    assert outcome.report.articles.new == 9, asked
    assert asked.count("/js/tin.js") == 1
    assert "/js/jquery.min.js" not in asked


def test_a_site_whose_menu_stands_in_data_alone_is_walked(tmp_path):
    def shell(state):
        return [ok(html("Sở X", f"<div id='app'></div><script>window.__INITIAL_STATE__={json.dumps(state)};</script>"))]

    def rows(numbers):
        return [{"title": f"Hội nghị lần thứ {n} của Sở X", "url": f"/tin/{n}.html"} for n in numbers]

    menu = [
        {"name": "Tin tức", "url": "/muc/1"},
        {"name": "Thông báo", "url": "/muc/2"},
        {"name": "Ảnh", "url": "/anh"},
    ]
    scripts = {**portal(), "/": shell({"menu": menu, "articles": rows([9, 8])})}
    scripts["/muc/1"] = shell({"menu": menu, "articles": rows([7, 6]), "pagination": {"next": "/muc/1/trang-2"}})
    scripts["/muc/1/trang-2"] = shell({"menu": menu, "articles": rows([5, 4]), "pagination": {"next": None}})
    scripts["/muc/2"] = shell({"menu": menu, "articles": rows([3, 2, 1])})
    with Hostile(scripts) as server:
        go(tmp_path, server.url + "/")
    assert len(list(open_archive(tmp_path / "so-x"))) == 9


def test_items_that_are_gone_or_lead_off_the_site_are_named_too_once(tmp_path):
    away = b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"
    gone = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    with Hostile({**portal(), "/tin/2.html": [gone], "/tin/3.html": [away]}) as server:
        first = go(tmp_path, server.url + "/", now=datetime(2026, 12, 1, 1, 30, tzinfo=ICT))
        second = go(tmp_path, server.url + "/", now=datetime(2026, 12, 2, 1, 30, tzinfo=ICT))
        said = f"incomplete: {server.url}/: 2 of its items could not be opened, such as {server.url}/tin/2.html"
    assert said in first.report.warnings
    assert said not in second.report.warnings


@pytest.mark.parametrize("status", [b"503 Service Unavailable", b"429 Too Many Requests"])
def test_a_site_that_is_busy_all_night_could_not_be_reached_and_has_not_changed(tmp_path, status):
    busy = b"HTTP/1.1 " + status + b"\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"
    with Hostile({"/": [busy], "/robots.txt": [ok(b"")]}) as server:
        outcome = go(tmp_path, server.url + "/")
    assert outcome.exit == Exit.UNREACHABLE
    assert f"answered {status[:3].decode()}" in outcome.message


@pytest.mark.parametrize("day", [True, False])
def test_titles_alike_on_two_pages_of_clicks_are_named_where_no_day_tells_them_apart(tmp_path, day):
    def page(number):
        titles = [f"Hội nghị lần thứ {n} của Sở X bàn việc rừng" for n in range(3 * number, 3 * number + 3)]
        titles[1] = "Thông báo lịch tiếp công dân của Sở X"
        rows = "".join(
            f"<tr><td><a href=\"javascript:__doPostBack('lv${i}','')\">{title}</a>"
            f"{f' <span>{i + 1:02d}/0{number}/2024</span>' if day else ''}</td></tr>"
            for i, title in enumerate(titles)
        )
        more = "<a href=\"javascript:__doPostBack('pg','2')\">Trang sau</a>" if number == 1 else ""
        return html("Tin", f"<form method='post'><input type='hidden' name='__VIEWSTATE' value='{number}'><h1>Tin</h1>"
                    f"<table>{rows}</table>{more}</form>")  # fmt: skip

    def answer(handler):
        sent = handler.body.decode()
        if "EVENTTARGET=pg" in sent:
            return page(2).decode()
        if "EVENTTARGET=lv" in sent:
            place, number = int(sent.split("lv%24")[1][0]), int(sent.split("VIEWSTATE=")[1][0])
            return article(3 * number + place).decode()
        return page(1).decode()

    with SmallSite({"/": answer}) as server:
        outcome = go(tmp_path, server.url)
    named = [said for said in outcome.report.warnings if "stand on more than one of its pages" in said]
    assert len(named) == (not day), outcome.report.warnings
