"""The reading room: what a reader sees, what a hostile page cannot do, and what a machine may ask."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args, get_type_hints

import lxml.html
import msgspec
import pytest
from lxml import etree
from made_records import ARTICLES, write
from made_records import record as made
from test_archive import NIGHT, answer, exchange, record

from archiver.keeping import create_archive
from archiver.shapes import AttachmentRecord, Found, ImageRecord, NamedDate, Problem, Record, RelatedRecord

pytest.importorskip("starlette", reason="the extra 'web' is not installed")
testclient = pytest.importorskip("starlette.testclient", reason="starlette's test client is not installed")

from archiver.cli.using import room
from archiver.using import wording
from archiver.web import replay, views
from archiver.web.app import create_app
from archiver.web.captures import captures_of, nearest
from archiver.web.words import say

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>«b»{{7*7}}\uffff\x0b"
PAGE = (
    '<html><head><base href="/tin/"><meta http-equiv="refresh" content="0;url=http://evil.example/">'
    '<link rel="stylesheet" href="/s.css"><script>alert(1)</script></head><body onload="alert(1)">'
    '<a href="2.html">Tin hai</a> <a href="javascript:alert(1)">x</a> <img src="/a.png" srcset="/b.png 2x">'
    '<div style="background:url(/c.png)">Nội dung</div><iframe srcdoc="<script>1</script>" src="/f"></iframe>'
    '<form action="/send"><input></form><object data="/o"></object></body></html>'
).encode()


def typed(body: bytes, media_type: bytes) -> bytes:
    return answer(body, headers=b"Content-Type: " + media_type + b"\r\n")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data")
    archive = create_archive(root, "thu", url="http://a.vn/", now=NIGHT)
    html = b"Content-Type: text/html; charset=utf-8\r\n"
    with archive.begin(NIGHT) as run:
        one = run.capture(exchange("http://a.vn/tin/1", answer(PAGE, headers=html)))
        pdf = run.capture(exchange("http://a.vn/cv.pdf", typed(b"%PDF-1.4", b"application/pdf")))
        run.capture(exchange("http://a.vn/tai-ve?so=5", typed(b"%PDF-1.4", b"application/pdf; name=x")))
        png = run.capture(exchange("http://a.vn/a.png", typed(b"\x89PNG", b"image/png")))
        svg = run.capture(exchange("http://a.vn/svg", typed(b"<svg onload='alert(1)'/>", b"image/svg+xml")))
        run.capture(exchange("http://a.vn/s.css", typed(b"p{background:url('x.png')}", b"text/css")))
        run.capture(exchange("http://a.vn/ct.aspx?ItemID=216&CatID=1", answer(PAGE, headers=html)))
        for address, location in (("cu", b"/tin/1"), ("dich", b"http://b.vn/tin"), ("khong", b"javascript:alert(1)")):
            sent = answer(b"", b"302 Found", b"Location: " + location + b"\r\n")
            run.capture(exchange(f"http://a.vn/{address}", sent))
        pictures = [
            ImageRecord("http://a.vn/a.png", "Toàn cảnh", "image/png", 4, png.digest, png),
            ImageRecord("http://a.vn/never.png"),
            ImageRecord("http://a.vn/svg", "Sơ đồ", "image/svg+xml", 24, svg.digest, svg),
        ]
        run.keep(
            record(
                one,
                site="thu",
                title="Thi đua yêu nước",
                lead="Sáng nay.",
                body="Đoạn một.\nĐoạn hai cũ.",
                byline="M.Hải",
                authors=["M.Hải"],
                category="Tin tức",
                published="2024-08-05T14:30:00+07:00",
                published_raw="05/8/2024 14:30",
                dates=[NamedDate("5/8/2024", "2024-08-05", "2024-08-05", "2024-08-05", 0)],
                related=[
                    RelatedRecord("Tin hai", "https://www.a.vn/tin/2", "XXXX-10-05", "05/10"),
                    RelatedRecord("Tin ba", "http://a.vn/tin/?id=3"),
                ],
                images=pictures,
                attachments=[
                    AttachmentRecord("http://a.vn/cv.pdf", "Công văn.pdf", "application/pdf", 8, pdf.digest, pdf)
                ],
                found={"title": Found("h1", "Thi đua yêu nước")},
                problems=[Problem("year-implausible", "2103", "dates")],
            )
        )
        two = run.capture(exchange("http://a.vn/tin/2", answer(b"x", headers=html)))
        run.keep(
            record(
                two,
                "http://a.vn/tin/2",
                site="thu",
                title=EVIL,
                lead=EVIL,
                body=EVIL,
                byline=EVIL,
                authors=[EVIL],
                source=EVIL,
                category=EVIL,
                tags=[EVIL],
                published_raw=EVIL,
                dates=[NamedDate(EVIL, EVIL, None, None, 0, [EVIL])],
                related=[RelatedRecord(EVIL, "javascript:alert(1)//" + EVIL)],
                images=[ImageRecord("javascript:x", EVIL)],
                attachments=[AttachmentRecord("javascript:x", EVIL, EVIL)],
                found={EVIL: Found(EVIL, EVIL)},
                problems=[Problem(EVIL, EVIL, EVIL)],
            )
        )
        run.commit()
        run.seal({})
    later = NIGHT + timedelta(days=1)
    with archive.begin(later) as run:
        ref = run.capture(exchange("http://a.vn/tin/1", answer(PAGE + b"!", headers=html), at=later))
        edited = record(ref, site="thu", related=[RelatedRecord("Tin hai", "https://www.a.vn/tin/2"),
                        RelatedRecord("Tin ba", "http://a.vn/tin/?id=3")],
                        images=pictures,
                        title="Thi đua yêu nước", lead="Sáng nay.", body="Đoạn một.\nĐoạn hai mới.",
                        fetched_at="2026-11-25T01:30:00Z", published="2024-08-05", category="Tin tức",
                        problems=[Problem("year-implausible", "2103", "dates")])  # fmt: skip
        assert run.keep(edited).revision == 2
        run.commit()
        run.seal({})
    return root


@pytest.fixture(scope="module")
def client(root: Path):
    with testclient.TestClient(create_app(root), base_url="http://room.test") as client:
        yield client


@pytest.fixture(scope="module")
def ids(client) -> dict[str, str]:
    hits = client.get("/api/search").json()["hits"]
    return {h["record"]["url"]: h["record"]["id"] for h in hits}


def test_a_reader_finds_an_article_without_typing_marks(client, ids):
    found = client.get("/search", params={"q": "thi dua", "lang": "vi"})
    assert found.status_code == 200
    assert f"/a/{ids['http://a.vn/tin/1']}" in found.text
    assert "Tìm kiếm" in found.text
    assert "Search" in client.get("/search", params={"q": "thi dua"}, headers={"Accept-Language": "en"}).text


def test_an_article_shows_its_text_and_where_it_comes_from(client, ids):
    page = client.get(f"/a/{ids['http://a.vn/tin/1']}?lang=vi").text
    for shown in ("Đoạn một.", "Đoạn hai mới.", "05/08/2024", "sha256:", "Trang như khi được lưu"):
        assert shown in page
    assert "/web/20261125013000vi_/http://a.vn/tin/1" in page
    assert "năm in không thể đúng (ngày tháng trong bài)" in page
    assert "year that cannot be meant (dates)" in client.get(f"/a/{ids['http://a.vn/tin/1']}?lang=en").text


def test_a_related_item_leads_to_the_article_that_is_kept_of_it(client, ids):
    page = lxml.html.document_fromstring(client.get(f"/a/{ids['http://a.vn/tin/1']}?lang=en").text)
    two, three = (page.xpath(f"//a[.='{title}']")[0] for title in ("Tin hai", "Tin ba"))
    assert two.get("href") == f"/a/{ids['http://a.vn/tin/2']}?lang=en"
    assert "not kept" not in two.getparent().text_content()
    assert three.get("href") == "/web/20261125013000en_/http://a.vn/tin/?id=3"
    assert "not kept as an article" in three.getparent().text_content()


def test_pictures_are_shown_from_the_archive_and_from_nowhere_else(client, ids):
    page = lxml.html.document_fromstring(client.get(f"/a/{ids['http://a.vn/tin/1']}").text)
    [picture] = page.xpath("//img")
    id = ids["http://a.vn/tin/1"]
    assert (picture.get("src"), picture.get("alt")) == (f"/image/thu/{id}/0", "Toàn cảnh")
    shown = client.get(picture.get("src"))
    assert (shown.headers["content-type"], shown.content) == ("image/png", b"\x89PNG")
    assert "sandbox" in shown.headers["content-security-policy"]
    assert "http://a.vn/never.png" in page.text_content()
    assert client.get(f"/image/thu/{id}/1").status_code == client.get(f"/image/thu/{id}/9").status_code == 404
    assert client.get(f"/image/khac/{id}/0").status_code == 404
    assert client.get(f"/image/thu/{id}/2").headers["content-disposition"].startswith("attachment")  # SVG runs scripts


def test_a_picture_of_which_the_record_says_nothing_is_looked_for_among_what_came_with_its_page(tmp_path: Path):
    archive = create_archive(tmp_path, "thu", url="http://a.vn/", now=NIGHT)
    with archive.begin(NIGHT) as run:
        page = run.capture(exchange("http://a.vn/tin/1", answer(PAGE, headers=b"Content-Type: text/html\r\n")))
        run.capture(exchange("http://a.vn/a.png", typed(b"\x89PNG", b"image/png")))
        kept = run.keep(record(page, site="thu", title="Tin", images=[ImageRecord("http://a.vn/a.png")]))
        run.commit()
        run.seal({})
    with testclient.TestClient(create_app(tmp_path), base_url="http://room.test") as client:
        shown = lxml.html.document_fromstring(client.get(f"/a/{kept.id}").text)
        [source] = shown.xpath("//img/@src")
        assert client.get(source).content == b"\x89PNG"


@pytest.mark.parametrize("view", ["web", "raw", "timegate", "timemap"])
def test_an_address_with_a_query_is_found_and_its_links_keep_the_query(client, view):
    stamp = "" if view.startswith("time") else "2026/"
    for query in ("?ItemID=216&CatID=1", "?CatID=1&ItemID=216"):
        shown = client.get(f"/{view}/{stamp}http://a.vn/ct.aspx{query}")
        assert shown.status_code == 200, query
    if view == "web":
        [frame] = lxml.html.document_fromstring(shown.text).xpath("//iframe/@src")
        assert frame == "/raw/20261124013000/http://a.vn/ct.aspx?ItemID=216&CatID=1"
        assert client.get(frame).status_code == 200


def test_the_timeline_counts_by_month_and_leads_to_them(client):
    page = lxml.html.document_fromstring(client.get("/timeline?lang=en").text)
    [month] = page.xpath("//a[@aria-label='August 2024: 1 articles']")
    assert month.get("href") == "/search?from=2024-08-01&to=2024-08-31&lang=en"
    assert "1 results" in client.get(month.get("href")).text


def test_revisions_stand_side_by_side_with_the_words_that_changed(client, ids):
    page = client.get(f"/a/{ids['http://a.vn/tin/1']}/history").text
    assert "<del>cũ.</del>" in page
    assert "<ins>mới.</ins>" in page


def test_what_changed_is_said_in_the_language_of_the_reader(client, ids):
    shown = {lang: client.get(f"/a/{ids['http://a.vn/tin/1']}/history?lang={lang}").text for lang in ("vi", "en")}
    assert "nội dung: +1 −1 từ" in shown["vi"]
    assert "body: +1 −1 words" in shown["en"]
    assert "nội dung: +1 −1 từ" in client.get("/feed/edited.rss").text
    english = client.get("/feed/edited.rss?lang=en").text
    assert "body: +1 −1 words" in english
    assert "<language>en</language>" in english


def test_a_captured_page_is_shown_in_the_other_language_at_a_link(client):
    address = "http://a.vn/ct.aspx?ItemID=216&CatID=1"
    page = lxml.html.document_fromstring(client.get(f"/web/2026/{address}", headers={"Accept-Language": "vi"}).text)
    [other] = page.xpath("//a[@class='language']/@href")
    assert other == f"/web/20261124013000en_/{address}"
    english = lxml.html.document_fromstring(client.get(other, headers={"Accept-Language": "vi"}).text)
    assert english.get("lang") == "en"
    [frame] = english.xpath("//iframe/@src")
    assert frame == f"/raw/20261124013000en_/{address}"
    assert "Kept on 24 November 2026 08:30. Scripts are off" in client.get(frame).text
    assert 'href="/raw/20261124013000en_/http://a.vn/tin/2.html"' in client.get(frame).text
    assert "/?lang=en" in english.xpath("//a[@class='name']/@href")[0]


def test_an_error_is_said_in_the_language_of_the_reader(root, monkeypatch):
    monkeypatch.setenv("ARCHIVER_ROOT", str(root))
    with testclient.TestClient(room()) as client:
        assert "dấu ngoặc kép chưa đóng" in client.get('/search?q="mo&lang=vi').text
        assert "a quotation mark is not closed" in client.get('/search?q="mo&lang=en').text
        assert "is not closed" in client.get('/api/search?q="mo', headers={"Accept-Language": "vi"}).json()["error"]
        assert "không phải thời điểm" in client.get("/web/abc/http://a.vn/", headers={"Accept-Language": "vi"}).text


def test_every_field_and_every_doubt_has_its_words():
    listed = (Path(__file__).parents[1] / "docs/problems.md").read_text("utf-8")
    assert set(wording.PROBLEMS) == set(re.findall(r"^\| `([a-z0-9-]+)` \|", listed, re.MULTILINE))
    unsaid = {"schema_version", "run", "change", "change_summary", "text_digest"}
    assert set(wording.FIELDS) == {f.name for f in dataclasses.fields(Record)} - unsaid


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search?q=alert",
        "/browse/category",
        "/browse/byline",
        "/timeline",
        "/a/{id}",
        "/a/{id}/history",
        "/search?q=%22%3E%3Cscript%3E",
        "/search?category=%3Cscript%3Ealert(1)%3C/script%3E",
        "/search?from=%3Cscript%3E",
        "/a/%3Cscript%3E",
        "/feed/new.rss",
    ],
)
def test_nothing_that_strangers_wrote_becomes_markup(client, ids, path):
    page = client.get(path.replace("{id}", ids["http://a.vn/tin/2"]))
    if path.endswith(".rss"):
        etree.fromstring(page.content)
    else:
        for element in lxml.html.document_fromstring(page.content).iter(etree.Element):
            assert element.tag not in ("script", "img", "object", "embed")
            assert not [name for name in element.attrib if name.startswith("on")]
            assert not (element.get("href") or "").lower().startswith("javascript:")
    assert ">49<" not in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "set-cookie" not in page.headers
    assert page.headers["x-content-type-options"] == "nosniff"


def test_the_page_as_it_was_runs_nothing_and_stays_inside(client):
    shown = client.get("/raw/20261124013000/http://a.vn/tin/1")
    assert shown.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert "frame-ancestors" not in shown.headers["content-security-policy"]  # or frames within it stay grey
    assert shown.headers["memento-datetime"] == "Tue, 24 Nov 2026 01:30:00 GMT"
    for gone in ("<script", "onload", "javascript:", "http-equiv", "<base", "srcdoc", "<object", "evil.example"):
        assert gone not in shown.text
    assert 'href="/raw/20261124013000/http://a.vn/tin/2.html"' in shown.text
    assert 'src="/raw/20261124013000/http://a.vn/a.png"' in shown.text
    assert "Nội dung" in shown.text
    assert "/raw/20261124013000/http://a.vn/c.png" in shown.text
    frame = client.get("/web/20261124013000/http://a.vn/tin/1").text
    assert '<iframe class="replay" sandbox src="/raw/20261124013000/http://a.vn/tin/1"' in frame


def test_a_link_to_what_was_not_kept_says_so_within_the_frame(client):
    missing = client.get("/raw/2026/http://a.vn/none?id=5", headers={"Accept-Language": "en"})
    assert (missing.status_code, missing.text) == (404, "This page was not kept. http://a.vn/none?id=5")
    assert missing.headers["content-security-policy"] == replay.HEADERS["Content-Security-Policy"]
    outside = client.get("/web/2026/http://a.vn/none?id=5", headers={"Accept-Language": "en"})
    assert "This page was not kept. http://a.vn/none?id=5" in outside.text


def test_pictures_are_shown_and_all_else_is_handed_over_as_a_file(client):
    assert client.get("/raw/2026/http://a.vn/a.png").headers["content-type"] == "image/png"
    assert "/raw/20261124013000/http://a.vn/x.png" in client.get("/raw/2026/http://a.vn/s.css").text
    for address in ("http://a.vn/svg", "http://a.vn/cv.pdf"):
        kept = client.get(f"/raw/2026/{address}")
        assert kept.headers["content-disposition"].startswith("attachment")
        assert kept.headers["content-security-policy"].startswith("sandbox")


def test_an_attachment_is_handed_over_from_the_archive(client, ids):
    one = ids["http://a.vn/tin/1"]
    revisions = client.get(f"/api/articles/{one}/revisions").json()["revisions"]
    assert [r["revision"] for r in revisions] == [1, 2]
    if revisions[-1]["attachments"]:
        assert client.get(f"/file/thu/{one}/0").content == b"%PDF-1.4"
    assert client.get(f"/file/thu/{one}/99").status_code == 404
    assert client.get(f"/file/khac/{one}/0").status_code == 404


def test_a_file_is_saved_under_a_name_with_its_ending(client):
    kept = client.get("/raw/2026/http://a.vn/tai-ve?so=5")
    assert kept.headers["content-disposition"] == "attachment; filename*=UTF-8''tai-ve.pdf"


def test_memento_leads_to_the_nearest_capture(client):
    gate = client.get(
        "/timegate/http://a.vn/tin/1",
        headers={"Accept-Datetime": "Tue, 24 Nov 2026 05:00:00 GMT"},
        follow_redirects=False,
    )
    assert (gate.status_code, gate.headers["vary"]) == (302, "accept-datetime")
    assert gate.headers["location"].endswith("/web/20261124013000/http://a.vn/tin/1")
    latest = client.get("/timegate/http://a.vn/tin/1", follow_redirects=False)
    assert "20261125013000" in latest.headers["location"]
    timemap = client.get("/timemap/http://a.vn/tin/1")
    assert timemap.headers["content-type"].startswith("application/link-format")
    assert timemap.text.count('memento"') == 2
    assert client.get("/timegate/http://a.vn/never").status_code == 404
    assert client.get("/timegate/http://a.vn/tin/1", headers={"Accept-Datetime": "soon"}).status_code == 400


@pytest.mark.parametrize(
    ("address", "status", "location"),
    [
        ("http://a.vn/cu", 302, "/raw/20261124013000/http://a.vn/tin/1"),
        ("http://a.vn/dich", 302, "/raw/20261124013000/http://b.vn/tin"),
        ("http://a.vn/khong", 200, None),
    ],
)
def test_a_captured_redirect_leads_on_within_the_archive(client, address, status, location):
    got = client.get(f"/raw/2026/{address}", follow_redirects=False)
    assert (got.status_code, got.headers.get("location")) == (status, location)
    assert "sandbox" in got.headers["content-security-policy"]


@pytest.mark.parametrize("small", [0, 1 << 20])  # bytes up to which it is remembered what a file holds
def test_captures_are_found_by_binary_search(root, small, monkeypatch):
    monkeypatch.setattr("archiver.web.captures._SMALL", small)
    found = captures_of(root, "http://a.vn/tin/1")
    assert [c.stamp for c in found] == ["20261124013000", "20261125013000"]
    assert nearest(found, datetime(2000, 1, 1, tzinfo=UTC)) == found[0]
    for address in ("http://a.vn/", "http://zzz.vn/", "http://0.vn/", "http://a.vn/tin"):
        assert captures_of(root, address) == []
    for line in next(root.glob("thu/captures/*/*.cdxj")).read_text("utf-8").splitlines():
        assert captures_of(root, json.loads(line.split(" ", 2)[2])["url"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/a/no-such", 404),
        ("/nowhere", 404),
        ("/browse/colour", 404),
        ("/feed/x.rss", 404),
        ("/search?q=" + "x" * 10_000, 400),
        ('/search?q="open', 400),
        ("/search?from=yesterday", 400),
        ("/api/search?q=%22", 400),
        ("/api/articles/none", 404),
        ("/web/abc/http://a.vn/", 400),
        ("/web/2026/ftp://a.vn/", 400),
        ("/raw/2026/http://a.vn/none", 404),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
        ("/search?start=999999999999", 200),
        ("/api/search?limit=0", 200),
        ("/raw/2026/http://[", 404),
    ],
)
def test_bad_input_gets_a_clear_page(client, path, status):
    got = client.get(path)
    assert got.status_code == status
    assert got.text


def test_the_api_is_described_and_holds_what_it_says(client, ids):
    described = client.get("/api/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    for path, item in described["paths"].items():
        asked = path.replace("{id}", ids["http://a.vn/tin/1"])
        got = client.get(asked)
        assert got.status_code == 200
        for name in item["get"]["responses"]["200"]["content"]["application/json"]["schema"].get("required", []):
            assert name in got.json()
    assert client.post("/api/search").status_code == 405


def test_feeds_are_well_formed(client):
    for change, count in (("new", 2), ("edited", 1), ("gone", 0)):
        feed = etree.fromstring(client.get(f"/feed/{change}.rss").content)
        assert len(feed.findall("channel/item")) == count


def test_a_citation_survives_what_bibtex_would_stumble_over():
    evil = made("x-1", r"100% {of} a_b \ ~ ^ & # $", "", "", None, url="http://a.vn/tin?x={1}&y=%20^")
    said = views.citations(msgspec.to_builtins(evil), "http://room.test/a/x-1")["bibtex"]
    assert r"title = {100\% \{of\} a\_b \textbackslash{} \textasciitilde{} \textasciicircum{} \& \# \$}," in said
    assert "url = {http://a.vn/tin?x=%7B1%7D&y=%20%5E}," in said


def test_a_feed_follows_the_next_run_and_passes_over_a_torn_line(tmp_path):
    write(tmp_path, [made(*ARTICLES[0])])
    with testclient.TestClient(create_app(tmp_path)) as client:
        assert client.get("/feed/new.rss").text.count("<item>") == client.get("/feed/new.rss").text.count("<item>") == 1
        later = write(tmp_path, [made(*a, fetched_at="2026-01-02T00:00:00Z") for a in ARTICLES[1:]], "20260102T000000Z")
        later.write_bytes(later.read_bytes() + b'{"change":"new","id":"to')
        titles = etree.fromstring(client.get("/feed/new.rss").content).xpath("//item/title/text()")
        assert len(titles) == len(ARTICLES)
        assert titles[-1] == ARTICLES[0][1]


@pytest.mark.parametrize("change", get_args(get_type_hints(Record)["change"]))
def test_every_kind_of_revision_has_a_word_in_both_languages(change):
    assert say(f"change_{change}", "vi") != say(f"change_{change}", "en")


def test_citations_name_the_capture(client, ids):
    one = ids["http://a.vn/tin/1"]
    assert client.get(f"/a/{one}/cite.bib").text.startswith("@online{thu-")
    csl = client.get(f"/a/{one}/cite.csl.json").json()
    assert (csl["type"], csl["issued"]) == ("webpage", {"date-parts": [[2024, 8, 5]]})
    assert "sha256:" in client.get(f"/a/{one}/cite.txt").text
    assert client.get(f"/a/{one}/cite.doc").status_code == 404
    evil = client.get(f"/a/{ids['http://a.vn/tin/2']}/cite.bib").text
    assert evil.count("{") == evil.count("}")


def test_it_stands_behind_a_proxy_with_a_prefix(root, ids):
    with testclient.TestClient(create_app(root), base_url="http://room.test", root_path="/kho") as client:
        page = client.get(f"/kho/a/{ids['http://a.vn/tin/1']}").text
        assert 'href="/kho/static/style.css"' in page
        assert 'href="/kho/web/' in page
        assert client.get("/kho/raw/20261124013000/http://a.vn/tin/1").status_code == 200


@pytest.mark.parametrize("prefix", ["/kho", "kho/"])
@pytest.mark.parametrize("handed_on", ["/kho", ""])  # a proxy that leaves the prefix, one that takes it off
def test_a_proxy_may_take_its_prefix_off_or_leave_it(root, ids, prefix, handed_on):
    with testclient.TestClient(create_app(root, prefix=prefix), base_url="http://room.test") as client:
        for path in ("/", "/timeline", f"/a/{ids['http://a.vn/tin/1']}", "/search?q=thi"):
            page = client.get(handed_on + path)
            assert page.status_code == 200
            for element, _, address, _ in lxml.html.document_fromstring(page.text).iterlinks():
                assert address.startswith(("/kho/", "#", "http://a.vn/")), (element.tag, address)
                assert "/kho/kho" not in address
        frame = client.get(handed_on + "/web/2026/http://a.vn/ct.aspx?ItemID=216&CatID=1").text
        assert 'src="/kho/raw/20261124013000/http://a.vn/ct.aspx?ItemID=216&amp;CatID=1"' in frame
        assert "<http://room.test/kho/web/2026" in client.get(handed_on + "/timemap/http://a.vn/tin/1").text
        assert client.get(handed_on + "/static/style.css").status_code == 200


def test_an_empty_root_has_a_working_page(tmp_path):
    with testclient.TestClient(create_app(tmp_path)) as client:
        assert "còn trống" in client.get("/?lang=vi").text
        assert client.get("/search?q=thi").status_code == 200
        assert client.get("/healthz").json()["articles"] == 0
