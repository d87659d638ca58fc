"""How a guest behaves: the thoughts as tables, then the same over a real network."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from crawling import crawl
from hostile import CLOSE, RESET, Hostile
from hypothesis import given
from hypothesis import strategies as st

from archiver.politeness import (
    CRAWL_DELAY_LIMIT,
    ROBOTS_LIMIT,
    Pace,
    Reach,
    is_contact,
    is_private_name,
    is_public,
    needs_contact,
    open_hours,
    parse_robots,
    retry_after,
    robots_answer,
    user_agent,
)

SITE = "https://so-x.example"


# --- robots.txt -----------------------------------------------------------------------------------------------------


TWICE = "User-agent: archiver\nDisallow: /a\n\nUser-agent: b\nDisallow: /\n\nUser-agent: archiver\nDisallow: /c"


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        # RFC 9309 2.2.1: groups, tokens, case
        ("User-agent: *\nDisallow: /a", "/a/b", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("user-AGENT:*\ndisallow:/a", "/a", False),
        ("User-agent: archiver\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("User-agent: ARCHIVER\nDisallow: /a", "/a", False),
        ("User-agent: archiver/2.0 (x)\nDisallow: /a", "/a", False),
        ("User-agent: arch\nDisallow: /", "/a", True),
        ("User-agent: archiverbot\nDisallow: /", "/a", True),
        ("User-agent: googlebot\nDisallow: /", "/a", True),
        ("User-agent: googlebot\nUser-agent: archiver\nDisallow: /a", "/a", False),
        (TWICE, "/a", False),
        (TWICE, "/c", False),
        (TWICE, "/d", True),
        ("User-agent: *\n\n\nDisallow: /a", "/a", False),
        ("User-agent: archiver\n\nUser-agent: *\nDisallow: /a", "/a", False),
        ("Disallow: /", "/a", True),  # a rule outside of any group
        # 2.2.2: the longest match, and Allow where they are equal
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b/c", True),
        ("User-agent: *\nDisallow: /a/b\nAllow: /a", "/a/b/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /tin-tuc", "/tin-tuc/1", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", False),  # we have it already; nothing else asks through here
        # 2.2.2: octets and percent-encoding
        ("User-agent: *\nDisallow: /tin-tức", "/tin-t%E1%BB%A9c/1", False),
        ("User-agent: *\nDisallow: /tin-t%E1%BB%A9c", "/tin-tức/1", False),
        ("User-agent: *\nDisallow: /%74in", "/tin", False),
        ("User-agent: *\nDisallow: /tin", "/Tin", True),
        # 2.2.3: special characters
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", True),
        ("User-agent: *\nDisallow: /*?in=", "/tin/1?in=1", False),
        ("User-agent: * # mọi người\nDisallow: /a # không", "/a", False),
        # what files are really like
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("User-agent: *\rDisallow: /a\r", "/a", False),
        ("  User-agent : *  \n  Disallow : /a  ", "/a", False),
        ("User-agent: *\nCrawl-delay: 5\nDisallow: /a", "/a", False),
        ("Sitemap: https://so-x.example/s.xml\nUser-agent: *\nDisallow: /a", "/a", False),
        ("<!DOCTYPE html><html><body>\nUser-agent: *\nDisallow: /\n</body></html>", "/a", True),
        ("", "/a", True),
        ("\0\0\0", "/a", True),
    ],
)  # fmt: skip
def test_robots_txt_is_read_as_rfc_9309_has_it(robots, path, allowed):
    rules = parse_robots(robots.encode())
    if path == "/robots.txt":  # Protego knows that this one address is always allowed
        allowed = True
    assert rules.allow(SITE + path) is allowed


@pytest.mark.parametrize(
    ("robots", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 10", 10.0),
        ("User-agent: *\nDisallow: /x\n\nCrawl-delay: 10", 10.0),
        ("Crawl-delay: 7\nUser-agent: *\nDisallow: /x", 7.0),
        ("User-agent: *\nCrawl-delay: 10s", 10.0),
        ("User-agent: *\nCrawl-delay: 0,5 # nửa giây", 0.5),
        ("User-agent: *\nCrawl-Delay : 2.5 seconds", 2.5),
        ("User-agent: bingbot\nCrawl-delay: 20\n\nUser-agent: *\nDisallow: /x", None),
        ("User-agent: bingbot\nCrawl-delay: 20\nUser-agent: *\nDisallow: /x", None),
        ("User-agent: archiver\nCrawl-delay: 3\n\nUser-agent: *\nCrawl-delay: 9", 3.0),
        ("User-agent: *\nCrawl-delay: -3", None),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nCrawl-delay:", None),
        ("User-agent: *\nCrawl-delay: 86400", CRAWL_DELAY_LIMIT),
    ],
)
def test_crawl_delay_is_taken_as_most_sites_mean_it(robots, seconds):
    assert parse_robots(robots.encode()).crawl_delay == seconds


def test_a_crawl_delay_beyond_all_measure_is_kept_within_it_and_said():
    assert "asks for a Crawl-delay of 86400 s" in parse_robots(b"User-agent: *\nCrawl-delay: 86400").note


def test_half_a_mebibyte_of_robots_txt_is_read_and_no_half_line():
    line = b"Disallow: /" + b"x" * 89 + b"\n"
    within = b"User-agent: *\nDisallow: /a\n" + line * 5068
    body = within + b"Disallow: /b" * 9 + b"\n" + line * 2000 + b"Disallow: /c\n"
    assert len(within) < ROBOTS_LIMIT < len(within) + 200
    rules = parse_robots(body)
    assert [rules.allow(SITE + path) for path in ("/a", "/c")] == [False, True]
    assert rules.note == "only its first 500 KiB were read"


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        (200, True),
        (204, True),
        (404, True),
        (410, True),
        (401, True),
        (403, True),
        (302, True),  # redirects that never came to an end: 'unavailable'
        (429, False),  # not 'there is none', but 'not now'
        (500, False),
        (503, False),
        (None, False),
    ],
)
def test_an_answer_that_is_no_robots_txt_has_a_meaning_too(status, allowed):
    rules = robots_answer(status, b"")
    assert rules.allow(f"{SITE}/x") is allowed
    assert bool(rules.note) is (status in (401, 403, 302, 429, 500, 503, None))


def test_sitemaps_are_listed_whatever_group_they_stand_in():
    text = b"User-agent: x\nSitemap: https://a.example/1.xml#x\n\nUser-agent: *\nDisallow: /\nsitemap:https://a.example/2.xml"
    assert parse_robots(text).sitemaps == ("https://a.example/1.xml#x", "https://a.example/2.xml")


@given(st.binary(max_size=300) | st.text(alphabet="UserAgntDilow:/* \n#-$%\ufeffđ", max_size=300).map(str.encode))
def test_no_robots_txt_is_too_broken_to_be_read(body):
    rules = parse_robots(body)
    assert rules.allow(f"{SITE}/tin-tức?x=1") in (True, False)
    assert rules.crawl_delay is None or 0 <= rules.crawl_delay <= CRAWL_DELAY_LIMIT


# --- pace -----------------------------------------------------------------------------------------------------------

NOW = datetime(2026, 12, 1, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("1.5", 1.5),
        ("Tue, 01 Dec 2026 01:31:00 GMT", 60.0),
        ("Tue, 01 Dec 2026 01:31:00 -0000", 60.0),
        ("Tue, 01 Dec 2026 08:31:00 +0700", 60.0),
        ("Tuesday, 01-Dec-26 01:31:00 GMT", 60.0),
        ("Mon, 30 Nov 2026 01:30:00 GMT", 0.0),
        ("-5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("١٢", None),
        ("Tue, 41 Dec 2026 01:31:00 GMT", None),
    ],
)
def test_retry_after_is_understood_in_both_its_forms(value, seconds):
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=40))
def test_no_retry_after_is_too_odd(value):
    wish = retry_after(value, NOW)
    assert wish is None or wish >= 0


def paced(pace, *answers):
    """Seconds that each of *answers* (seconds, status[, wish]) makes the next request wait, from request to request."""
    now, waits = 100.0, []
    for answer in answers:
        pace.asked(now)
        done = now + answer[0]
        pace.answered(done, *answer)
        wait, why = pace.wait(done)
        waits.append((round(done + wait - now, 3), why))
        now = done + wait
    return waits


@pytest.mark.parametrize(
    ("pace", "answers", "waits"),
    [
        (Pace(floor=1.0), [(0.01, 200)] * 2, [(1.0, "delay")] * 2),
        (Pace(floor=0.0), [(0.01, 200)] * 2, [(0.01, "delay")] * 2),  # one after the other, and no more than that
        (Pace(floor=1.0, crawl_delay=5.0), [(0.01, 200)], [(5.0, "crawl-delay")]),
        (Pace(floor=9.0, crawl_delay=5.0), [(0.01, 200)], [(9.0, "delay")]),
        # a slow server is left alone for as long as it took; it rises at once and falls by halves
        (Pace(floor=1.0), [(3.0, 200), (0.1, 200), (0.1, 200), (0.1, 200)],
         [(6.0, "slow"), (3.0, "slow"), (1.5, "slow"), (1.0, "delay")]),
        (Pace(floor=0.0), [(3.0, 200)] + [(0.1, 200)] * 5,
         [(6.0, "slow"), (3.0, "slow"), (1.5, "slow"), (0.75, "slow"), (0.375, "slow"), (0.1, "delay")]),
        (Pace(floor=1.0), [(3.0, 200), (0.01, 404)], [(6.0, "slow")] * 2),  # an error page is no sign of recovery
        (Pace(floor=1.0), [(100.0, 200)], [(100.0, "slow")]),  # never more than a minute of it: it has passed already
        # 429, 503 and no answer: four intervals, doubled for each in a row, until something comes
        (Pace(floor=1.0), [(0.0, 503), (0.0, 429), (0.0, None), (0.0, 200), (0.0, 503)],
         [(4.0, "back-off"), (8.0, "back-off"), (16.0, "back-off"), (1.0, "delay"), (4.0, "back-off")]),
        (Pace(floor=0.0), [(0.0, 503)] * 3, [(1.0, "back-off"), (2.0, "back-off"), (4.0, "back-off")]),
        (Pace(floor=1.0), [(0.0, 503)] * 8, [(min(4.0 * 2**n, 300.0), "back-off") for n in range(8)]),
        (Pace(floor=1.0), [(0.0, 500)] * 2, [(1.0, "delay")] * 2),  # a broken page is not a busy server
        # what the server asks for is done, be it more or less than we should have thought
        (Pace(floor=1.0), [(0.0, 503, 30.0)], [(30.0, "retry-after")]),
        (Pace(floor=1.0), [(0.0, 429, 0.0)], [(1.0, "delay")]),
        (Pace(floor=1.0), [(0.0, 302, 5.0)], [(5.0, "retry-after")]),
        (Pace(floor=1.0), [(0.0, 200, 5.0)], [(1.0, "delay")]),
    ],
)  # fmt: skip
def test_the_pace_follows_the_server(pace, answers, waits):
    assert paced(pace, *answers) == waits


@given(
    st.lists(
        st.tuples(st.floats(0, 90), st.sampled_from([200, 404, 429, 500, 503, None]), st.none() | st.floats(0, 900))
    )
)
def test_we_never_ask_sooner_than_told(answers):
    pace = Pace(floor=1.0, crawl_delay=2.0)
    for waited, _ in paced(pace, *answers):
        assert waited >= 2.0 - 0.001


@pytest.mark.parametrize(
    ("hours", "now", "left"),
    [
        (None, NOW, timedelta()),
        ((time(22), time(5)), NOW.replace(hour=23), timedelta()),
        ((time(22), time(5)), NOW.replace(hour=4, minute=59), timedelta()),
        ((time(22), time(5)), NOW.replace(hour=5, minute=0), timedelta(hours=17)),
        ((time(1), time(5)), NOW.replace(hour=0, minute=30), timedelta(minutes=30)),
        ((time(1), time(5)), NOW.replace(hour=6, minute=0), timedelta(hours=19)),
        ((time(1), time(1)), NOW, timedelta()),
    ],
)
def test_night_hours_reach_over_midnight(hours, now, left):
    assert open_hours(hours, now) == left


# --- who we are, and where we never go --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contact", "agent"),
    [
        (None, "archiver/0.1.0"),
        ("", "archiver/0.1.0"),
        ("a@b.vn", "archiver/0.1.0 (+a@b.vn)"),
        ("https://b.vn/ai", "archiver/0.1.0 (+https://b.vn/ai)"),
        ("a@b.vn\r\nX-Evil: 1", "archiver/0.1.0 (+a@b.vn X-Evil: 1)"),
        ("(a@b.vn)", "archiver/0.1.0 (+a@b.vn)"),
    ],
)
def test_the_user_agent_is_honest_and_one_line(contact, agent):
    assert user_agent("0.1.0", contact) == agent


@pytest.mark.parametrize(
    ("contact", "good"),
    [
        ("a@b.vn", True),
        ("mailto:a@b.vn", True),
        ("https://b.vn", True),
        ("a@b", False),
        ("b.vn", False),
        ("x y@b.vn", False),
    ],
)
def test_a_contact_is_something_that_can_be_written_to(contact, good):
    assert is_contact(contact) is good


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),  # shared by carriers
        ("169.254.169.254", False),  # where clouds keep their secrets
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("224.0.0.1", False),
        ("192.0.2.1", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),  # 6to4 of 127.0.0.1
        ("2002:808:808::", True),
    ],
)
def test_an_address_within_an_address_counts(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("localhost", True),
        ("a.localhost", True),
        ("LOCALHOST.", True),
        ("intranet", True),
        ("may-chu.local", True),
        ("x.internal", True),
        ("[fe80::1]", True),
        ("so.gov.vn", False),
        ("localhost.so.gov.vn", False),
        ("local.vn", False),
    ],
)
def test_a_private_name_is_told_without_asking_anyone(host, private):
    assert is_private_name(host) is private
    assert needs_contact(f"http://{host}/") is not private


@pytest.mark.parametrize(
    ("host", "address", "fault"),
    [
        ("so.gov.vn", "1.1.1.1", None),
        ("so.gov.vn", "10.0.0.1", "private-address"),
        ("so.gov.vn", "::ffff:10.0.0.1", "private-address"),
        ("so.gov.vn", "169.254.169.254", "private-address"),
        ("127.0.0.1", "127.0.0.1", "private-address"),
        ("localhost", "127.0.0.1", "private-address"),
    ],
)
def test_a_public_site_never_leads_inside(host, address, fault):
    reach = Reach.of(["https://so.gov.vn/"], contact="a@b.vn")
    assert (reach.fault(host, address) or (None,))[0] == fault


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/", "http://localhost:8000/", "http://intranet/", "http://[::1]/"]
)
def test_whoever_begins_inside_may_go_on_there_and_needs_no_contact(url):
    reach = Reach.of([url])
    host = url.split("/")[2].removesuffix(":8000").strip("[]")
    assert reach.fault(host, "127.0.0.1") is None
    assert reach.fault("so.gov.vn", "127.0.0.1")[0] == "private-address"
    assert reach.fault(host, "1.1.1.1")[0] == "no-contact"


@pytest.mark.parametrize(
    ("url", "on_site"),
    [
        ("https://so.gov.vn/a", True),
        ("http://so.gov.vn:80/a", True),
        ("https://www.so.gov.vn./a", True),
        ("https://SO.GOV.VN/a", True),
        ("https://amp.so.gov.vn/a", True),
        ("https://user:pw@so.gov.vn/a", True),
        ("https://so.gov.vn:8443/a", False),
        ("https://khac.gov.vn/a", False),
        ("https://so.gov.vn.evil.example/", False),
        ("https://evil.example/so.gov.vn", False),
        ("https://so.gov.vn@evil.example/", False),
        ("https://xso.gov.vn/", False),
        ("https://van-ban.so.gov.vn/", False),
        ("https://a.kho.so.gov.vn/", True),
        ("https://kho.so.gov.vn/", True),
        ("https://xkho.so.gov.vn/", False),
        ("ftp://so.gov.vn/a", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://[so.gov.vn/", False),
        ("https://so.gov.vn:x/", False),
        ("", False),
    ],
)
def test_a_site_is_its_hosts_and_their_aliases_and_nothing_that_looks_like_them(url, on_site):
    assert Reach.of(["https://www.so.gov.vn/"], ["*.kho.so.gov.vn"]).on_site(url) is on_site


def test_a_person_who_types_an_address_may_go_anywhere():
    reach = Reach(frozenset(["*."]), "a@b.vn", private=True)
    assert reach.on_site("https://so.gov.vn/")
    assert reach.on_site("http://127.0.0.1:8000/")
    assert not reach.on_site("file:///etc/passwd")
    assert reach.fault("so.gov.vn", "10.0.0.1") is None


def test_another_port_of_this_machine_is_another_site():
    reach = Reach.of(["http://127.0.0.1:8000/"])
    assert [reach.on_site(f"http://127.0.0.1{port}/") for port in (":8000", ":6379", "")] == [True, False, False]


# --- the same, over a network -----------------------------------------------------------------------------------------


def page(text="x", status="200 OK", *headers):
    body = text.encode()
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def paths(server):
    return [met.path for met in server.met]


@pytest.mark.parametrize(
    ("robots", "asked"),
    [
        ([page("User-agent: *\nDisallow: /b")], ["/a"]),
        ([page("no", "404 Not Found")], ["/a", "/b"]),
        ([page("<html>Trang chủ</html>")], ["/a", "/b"]),
        ([page("", "301 Moved", "Location: /r1")], ["/r1", "/r2", "/a"]),
        ([page("", "301 Moved", "Location: https://khac.example/robots.txt")], ["/a", "/b"]),
        ([page("busy", "503 Busy", "Retry-After: 0")], ["/robots.txt", "/robots.txt"]),
        ([RESET], ["/robots.txt", "/robots.txt"]),
        ([page("User-agent: *\nDisallow: /b\n" + "Disallow: /" + "x" * 3_000_000)], ["/a"]),
    ],
    ids=["rules", "none", "html", "redirects", "redirect off-site", "503", "no answer", "3 MB"],
)
def test_robots_txt_is_asked_first_and_obeyed(robots, asked):
    scripts = {
        "/robots.txt": robots,
        "/r1": [page("", "302 Found", "Location: r2")],
        "/r2": [page("User-agent: *\nDisallow: /b")],
        "/a": [page("a")],
        "/b": [page("b")],
    }
    with Hostile(scripts) as server:
        outcome = crawl([f"{server.url}/a", f"{server.url}/b"], settings={"LOG_LEVEL": "CRITICAL"})
        assert paths(server) == ["/robots.txt", *asked]
        assert [urls[len(server.url) :] for urls in (one.url for one in outcome.exchanges)] == ["/robots.txt", *asked]
        [said] = outcome.manners["robots"].values()
        refused = {path for path in ("/a", "/b") if outcome.answer(server.url + path).kind in ("robots", "no-robots")}
        assert refused == {"/a", "/b"} - set(asked)
        assert said.forbidden == len(refused)
        assert said.example in {None, *(server.url + path for path in refused)}
        assert len(outcome.exchanges[0].response) < 1_500_000


def test_one_connection_a_host_and_the_delay_is_kept():
    pages = {f"/{n}": [0.02, page(str(n))] for n in range(6)}
    with Hostile(pages) as server:
        outcome = crawl([f"{server.url}/{n}" for n in range(6)], settings={"DOWNLOAD_DELAY": 0.1})
        spans = sorted((one.started_at, one.finished_at) for one in outcome.exchanges)
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
        assert all((later[0] - earlier[0]).total_seconds() >= 0.099 for earlier, later in pairwise(spans))
        assert outcome.manners["pauses"]["delay"].count == 6
        assert {met.connection for met in server.met} == {1}


def test_no_delay_still_means_one_after_the_other():
    pages = {f"/{n}": [0.02, page(str(n))] for n in range(9)}
    with Hostile(pages) as server:
        outcome = crawl([f"{server.url}/{n}" for n in range(9)])
        spans = sorted((one.started_at, one.finished_at) for one in outcome.exchanges)
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))


def test_a_crawl_delay_is_kept():
    scripts = {"/robots.txt": [page("User-agent: *\nCrawl-delay: 0,3")], "/a": [page("a")], "/b": [page("b")]}
    with Hostile(scripts) as server:
        outcome = crawl([f"{server.url}/a", f"{server.url}/b"])
        starts = [one.started_at for one in outcome.exchanges]
        assert all((later - earlier).total_seconds() >= 0.299 for earlier, later in pairwise(starts))
        assert next(iter(outcome.manners["robots"].values())).crawl_delay == 0.3


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_waited_for_by_everything_that_asks_this_host(form):
    wish = "1" if form == "seconds" else None
    busy = page("", "503 Busy", f"Retry-After: {wish}")
    if wish is None:
        # by the server's own clock, which is wrong by a year
        theirs = datetime.now(UTC).replace(microsecond=0) - timedelta(days=365)
        dates = (format_datetime(theirs, usegmt=True), format_datetime(theirs + timedelta(seconds=1), usegmt=True))
        busy = page("", "429 Slow", f"Date: {dates[0]}", f"Retry-After: {dates[1]}")
    with Hostile({"/a": [[busy], [page("a")]], "/b": [page("b")], "/c": [page("c")]}) as server:
        outcome = crawl([f"{server.url}/{path}" for path in "abc"])
        assert outcome.answer(f"{server.url}/a").body == b"a"
        refused = next(one for one in outcome.exchanges if b"Retry-After" in one.response)
        later = [one for one in outcome.exchanges if one.started_at > refused.started_at]
        assert later
        assert all((one.started_at - refused.finished_at).total_seconds() >= 0.99 for one in later)
        assert outcome.manners["pauses"]["retry-after"].seconds >= 0.99


def test_a_host_that_wants_hours_of_rest_is_left_to_the_next_run():
    with Hostile({"/a": [page("", "503 Busy", "Retry-After: 7200")], "/b": [page("b")]}) as server:
        outcome = crawl([f"{server.url}/a", f"{server.url}/b"])
        assert outcome.seconds < 10
        assert "left-alone" in {outcome.answer(f"{server.url}/{path}").kind for path in "ab"}
        assert "asked to be left alone for 7" in outcome.manners["refused"]["left-alone"].detail


@pytest.mark.parametrize(
    ("hours", "asked"),
    [((time(8), time(9)), 2), ((time(22), time(5)), 0), (None, 2)],
    ids=["within", "outside", "none"],
)
def test_night_hours_are_kept_by_the_clock_of_viet_nam(hours, asked):
    with Hostile({"/a": [page("a")]}) as server:
        outcome = crawl([f"{server.url}/a"], spider={"hours": hours, "clock": lambda: NOW})  # 08:30 there
        assert len(server.met) == asked
        assert [one.started_at for one in outcome.exchanges] == [NOW] * asked
        if not asked:
            assert "outside the hours of its profile for 48600 s" in outcome.manners["refused"]["left-alone"].detail


def test_troubles_in_a_row_make_longer_and_longer_rests():
    with Hostile({"/a": [page("", "503 Busy")]}) as server:
        outcome = crawl([f"{server.url}/a"], settings={"BACK_OFF": 0.2})
        starts = [one.started_at for one in outcome.of(f"{server.url}/a")]
        gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(starts)]
        assert len(gaps) == 2
        assert gaps[0] >= 0.2
        assert gaps[1] >= 0.4
        assert outcome.manners["failures"]["http-503"].count == 1
        assert outcome.manners["requests"].retries == 2


def test_nothing_is_asked_of_another_site_however_it_is_offered():
    with Hostile({"/a": [page("inner")]}) as other, Hostile({}) as server:
        server.scripts.update(
            {
                "/r": [page("", "302 Found", f"Location: {other.url}/a")],
                "/meta": [page("", "302 Found", "Location: http://169.254.169.254/latest/")],
                "/file": [page("", "302 Found", "Location: file:///etc/passwd")],
            }
        )
        asked = [f"{server.url}{path}" for path in ("/r", "/meta", "/file")]
        outcome = crawl([*asked, f"{other.url}/a"], start=server.url)
        assert other.met == []
        assert [outcome.answers[url][0].kind for url in (asked[0], asked[1], f"{other.url}/a")] == ["off-site"] * 3
        assert outcome.answers[asked[2]][0].status in (None, 302)
        assert outcome.manners["refused"]["off-site"].count >= 3


def test_a_private_address_is_not_connected_to_even_where_an_address_is_let_out():
    with Hostile({"/a": [page("inner")]}) as server:
        inner = f"http://127.0.0.2:{server.port}/a"
        outcome = crawl([{"url": inner, "meta": {"allow_offsite": True}}], start="http://127.0.0.9/")
        assert server.met == []
        assert server._connections == 0
        assert outcome.answer(inner).kind == "no-robots"  # which could not be asked either
        assert outcome.manners["refused"]["private-address"].example == inner.replace("/a", "/robots.txt")


def test_a_name_that_leads_inside_is_not_connected_to():
    """What DNS rebinding comes to: a public name, a private address. This machine's own name for itself will do."""
    with Hostile({"/a": [page("inner")]}) as server:
        url = f"http://so-x.vn:{server.port}/a"
        outcome = crawl(
            [url], settings={"CONTACT": "luutru@so-x.vn", "LOG_LEVEL": "CRITICAL"}, names={"so-x.vn": "127.0.0.1"}
        )
        assert server._connections == 0
        assert "private-address" in outcome.manners["refused"]
        assert "127.0.0.1" in outcome.manners["refused"]["private-address"].detail


@pytest.mark.parametrize("contact", [None, "", "nobody"])
def test_the_open_internet_is_not_asked_without_a_contact(contact):
    outcome = crawl(
        ["https://so-x.vn/"], settings={"CONTACT": contact, "LOG_LEVEL": "CRITICAL"}, names={"so-x.vn": "127.0.0.1"}
    )
    assert outcome.exchanges == []
    assert "--contact" in outcome.fatal
    assert outcome.reason == "usage"


def test_every_request_says_who_we_are():
    with Hostile({"/a": [page("a")]}) as server:
        crawl([f"{server.url}/a"], settings={"CONTACT": "luutru@so-x.vn"})
        for met in server.met:
            assert b"\r\nUser-Agent: archiver/0.1.0 (+luutru@so-x.vn)\r\n" in met.request
            assert b"\r\nFrom: luutru@so-x.vn\r\n" in met.request
            assert b"\r\nReferer:" not in met.request


def test_every_failure_is_counted_by_kind_with_an_example():
    scripts = {
        "/reset": [RESET],
        "/cut": [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", CLOSE],
        "/torn": [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", CLOSE],
        "/odd": [b"ICY 200 OK\r\n\r\n", CLOSE],
        "/500": [page("", "500 Oops")],
        "/loop": [page("", "302 Found", "Location: /loop?a")],
        "/big": [page("x" * 50_000)],
        "/ok": [page("ok")],
    }
    with Hostile(scripts) as server:
        urls = [server.url + path for path in scripts]
        nowhere = "http://nowhere.invalid/"
        closed = "http://127.0.0.1:1/"
        outcome = crawl(
            [*urls, nowhere, closed],
            hosts=("nowhere.invalid", "127.0.0.1:1"),
            settings={
                "BACK_OFF": 0.001,
                "DOWNLOAD_MAXSIZE": 20_000,
                "CONTACT": "a@b.vn",
                "LOG_LEVEL": "CRITICAL",
                "RETRY_TIMES": 1,
            },
            names={"nowhere.invalid": None},
        )
        failures = outcome.manners["failures"]
        examples = {kind: failure.example for kind, failure in failures.items()}
        assert examples == {
            "no-answer": f"{server.url}/reset",
            "miscounted": f"{server.url}/cut",
            "cut-off": f"{server.url}/torn",
            "not-http": f"{server.url}/odd",
            "http-500": f"{server.url}/500",
            "redirects": examples["redirects"],
            "too-large": f"{server.url}/big",
            "dns": "http://nowhere.invalid/robots.txt",
            "refused": "http://127.0.0.1:1/robots.txt",
        }
        assert examples["redirects"].startswith(f"{server.url}/loop")
        assert outcome.answer(f"{server.url}/ok").body == b"ok"
        requests = outcome.manners["requests"]
        assert requests.total >= len(server.met)
        assert sum(requests.by_status.values()) == requests.total
        assert requests.bytes_received >= sum(len(one.response) for one in outcome.exchanges) - 1


def test_an_old_server_that_miscounts_is_believed_once_it_says_the_same_twice():
    pages = range(9)
    scripts = {f"/{n}": [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc%d" % n, CLOSE] for n in pages}
    with Hostile(scripts) as server:
        outcome = crawl([f"{server.url}/{n}" for n in pages], settings={"CONCURRENT_REQUESTS": 1})
        assert len(server.met) == 1 + 9 + 1  # robots.txt, and the first page a second time
        assert [outcome.answer(f"{server.url}/{n}").body for n in pages] == [b"abc%d" % n for n in pages]
        assert outcome.manners["failures"]["miscounted"].count == 9  # each of them
        assert {flag for n in pages for flag in outcome.answer(f"{server.url}/{n}").flags} == {"miscounted"}


def test_a_connection_that_breaks_is_no_miscounting():
    torn = [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", RESET]
    with Hostile({f"/{n}": torn for n in range(3)}) as server:
        outcome = crawl([f"{server.url}/{n}" for n in range(3)], settings={"CONCURRENT_REQUESTS": 1})
        assert len(server.met) == 1 + 3 * 2  # each is asked once more
        assert outcome.manners["failures"]["cut-off"].count == 3
        assert all(outcome.answer(f"{server.url}/{n}").flags == ["dataloss", "reset"] for n in range(3))


def test_a_run_that_ends_does_not_sit_out_a_pause():
    with Hostile({"/a": [page("", "503 Busy", "Retry-After: 600")], "/b": [page("b")]}) as server:
        outcome = crawl([f"{server.url}/a", f"{server.url}/b"], settings={"CLOSESPIDER_TIMEOUT": 1})
        assert outcome.seconds < 30
        assert outcome.reason == "closespider_timeout"
        assert "run-ending" in outcome.manners["refused"]
