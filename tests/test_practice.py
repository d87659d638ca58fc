"""The practice portal: its pages say what its truth says, and its server is a correct one."""

from __future__ import annotations

import dataclasses
import gzip
import http.client
import io
import json
import re
import socket
import subprocess
import sys
import unicodedata
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from datetime import datetime

import pytest
from lxml import html

from archiver.practice import MAKES, PracticeServer, Response, Truth, compare
from archiver.practice.news import ERAS, EndlessShelf, unmark, written
from archiver.practice.nights import nights
from archiver.shapes import (
    ICT,
    AttachmentRecord,
    CaptureRef,
    Extractor,
    ImageRecord,
    NamedDate,
    Problem,
    Record,
    RelatedRecord,
)


@pytest.fixture(scope="module")
def everything() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server
        assert server.failures == []


def fetch(url: str, *, data: bytes | None = None, headers: dict[str, str] | None = None):
    request = urllib.request.Request(url, data=data, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def tree_of(url: str):
    status, headers, body = fetch(url)
    assert status == 200, url
    charset = headers.get_content_charset() or ("cp1258" if b"windows-1258" in body[:600] else "utf-8")
    return html.fromstring(unicodedata.normalize("NFC", body.decode(charset)))


def words_of(tree) -> str:
    return " ".join(" ".join(tree.itertext()).split())


def all_strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from all_strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from all_strings(each)
    elif isinstance(value, str):
        yield words_of(html.fromstring(f"<div>{value}</div>"))


def shown_words(make: str, truth: Truth) -> str:
    """The words of an article's page as a reader with a browser sees them."""
    if make == "scripted":
        shell = tree_of(truth.url).get_element_by_id("app").get("data-article")
        return " ".join(all_strings(json.loads(fetch(urllib.parse.urljoin(truth.url, shell))[2])))
    if make == "state":
        return " ".join(all_strings(json.loads(tree_of(truth.url).get_element_by_id("__NEXT_DATA__").text)))
    return words_of(tree_of(truth.url))


def record_for(truth: Truth) -> Record:
    """The record that a faultless archive would hold."""
    text = "\n".join(part for part in (truth.title, truth.lead, truth.body) if part)
    named = [d for d in truth.dates if d.edtf[0] != "none"]
    assert all(text[d.offset : d.offset + len(d.raw)] == d.raw for d in truth.dates)
    return Record(
        id="practice-0000000000000000",
        revision=1,
        change="new",
        run="20251101T000000Z",
        site="practice",
        url=truth.url,
        urls=sorted(truth.other_urls),
        fetched_at="2025-11-01T00:00:00Z",
        status="published",
        title=truth.title,
        lead=truth.lead,
        body=truth.body,
        byline=truth.byline,
        authors=list(truth.authors),
        source=truth.source,
        category=truth.category[0],
        tags=list(truth.tags),
        published=truth.published,
        published_at=truth.published_at,
        published_raw=truth.published_raw[0] if truth.published_raw else None,
        modified=truth.modified,
        dates=[NamedDate(d.raw, d.edtf[0], None, None, d.offset, list(d.problems)) for d in named],
        related=[RelatedRecord(r.title, r.url, r.published[0]) for r in truth.related],
        attachments=[AttachmentRecord(*each) for each in truth.attachments],
        images=[ImageRecord(*each) for each in truth.images],
        language="vi",
        text_digest="sha256:" + "0" * 64,
        capture=CaptureRef("captures/2025/x.warc.gz", 0, 1, "sha256:" + "0" * 64),
        extractor=Extractor("0"),
    )


def test_there_are_sixty_articles_and_no_text_stands_in_two_of_them():
    articles = [news for era in ERAS for news in written(era)]
    assert len(articles) == len({n.id for n in articles}) == 60
    paragraphs = [b.text for n in articles for b in n.blocks() if b.kind == "paragraph"]
    assert len(paragraphs) == len(set(paragraphs)) > 180
    text = "\n".join(part for n in articles for part in (n.title, n.lead, n.body))
    assert not re.search("[{}|]", re.sub(r"(?m)^[|!].*$", "", unmark(text)[0]))  # every mark is one that is understood
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    "trait",
    [
        lambda n: n.published is None,
        lambda n: not n.lead,
        lambda n: n.lead_as == "bold",
        lambda n: n.byline is None,
        lambda n: n.modified is not None,
        lambda n: n.attachments,
        lambda n: all(b.kind == "picture" for b in n.blocks()),
        lambda n: {"item"} <= {b.kind for b in n.blocks()},
        lambda n: {"row"} <= {b.kind for b in n.blocks()},
        lambda n: "2103" in n.lead,
        lambda n: "31/02/" in n.body,
        lambda n: "âm lịch" in n.lead,
    ],
)
def test_every_trait_that_makes_a_reader_stumble_occurs(trait):
    assert any(trait(n) for era in ERAS for n in written(era))


@pytest.mark.parametrize("make", ["all", *sorted(MAKES.keys() - {"webforms-in-place"})])  # which has no addresses
def test_every_page_prints_what_its_truth_says(make: str):
    with PracticeServer(make) as server:
        truths = list(server.truth())
        assert len(truths) == 60
        for truth in truths:
            page = shown_words(make, truth)
            said = [truth.title, truth.lead, truth.byline, *(t for t in truth.tags), *(c for _, c in truth.images)]
            said += [" ".join(r.title.split()) for r in truth.related]
            for line in truth.body.split("\n"):
                said += line.removeprefix("- ").split(" | ")
            for each in filter(None, said):
                assert each in page, (truth.url, each)
            if truth.published_raw:
                assert any(way in page for way in truth.published_raw), truth.url
        assert server.failures == []


@pytest.mark.parametrize("make", ["all", *sorted(MAKES)])
def test_a_faultless_archive_has_no_difference_and_an_empty_one_lacks_everything(make: str):
    with PracticeServer(make) as server:
        truths = list(server.truth())
    assert compare([record_for(t) for t in truths], truths) == []
    assert [d.field for d in compare([], truths)] == ["record"] * 60


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": "Khác"}, "title"),
        ({"lead": None}, "lead"),
        ({"body": "cụt"}, "body"),
        ({"byline": "PV"}, "byline"),
        ({"authors": []}, "authors"),
        ({"source": "Báo"}, "source"),
        ({"category": "Khác"}, "category"),
        ({"tags": ["lạ"]}, "tags"),
        ({"published": "2001-01-01"}, "published"),
        ({"published": None}, "published"),
        ({"published_raw": "hôm qua"}, "published_raw"),
        ({"published_at": "2013-01-28T01:00:00+07:00"}, "published_at"),
        ({"modified": "2001-01-01"}, "modified"),
        ({"dates": []}, "dates"),
        ({"related": []}, "related"),
        ({"images": [ImageRecord("http://127.0.0.1/la.png")]}, "images"),
        ({"attachments": [AttachmentRecord("http://127.0.0.1/la.pdf", "lạ")]}, "attachments"),
        ({"language": "en"}, "language"),
        ({"status": "gone"}, "status"),
        ({"urls": ["http://127.0.0.1/la"]}, "urls"),
        ({"url": "http://127.0.0.1/la"}, "record"),
    ],
)
def test_a_wrong_field_is_told(change: dict[str, object], field: str, everything: PracticeServer):
    truth = next(t for t in everything.truth() if "2103" in (t.lead or ""))
    right = record_for(truth)
    assert compare([right], [truth]) == []
    assert field in {d.field for d in compare([dataclasses.replace(right, **change)], [truth])}


def test_a_doubled_record_and_a_print_version_alone_are_told(everything: PracticeServer):
    truth = next(everything.truth())
    right = record_for(truth)
    alone = dataclasses.replace(right, url=next(iter(truth.other_urls)))
    assert [d.field for d in compare([right, right], [truth])] == ["record"]
    assert [d.field for d in compare([right, alone], [truth])] == ["record"]
    assert "url" in [d.field for d in compare([alone], [truth])]


def test_a_misprinted_year_must_be_doubted(everything: PracticeServer):
    truth = next(t for t in everything.truth() if "2103" in (t.lead or ""))
    right = record_for(truth)
    sure = [dataclasses.replace(d, edtf=d.edtf.rstrip("?"), problems=[]) for d in right.dates]
    fields = {d.field for d in compare([dataclasses.replace(right, dates=sure)], [truth])}
    assert fields == {"dates", "problems"}
    assert "problems" not in {
        d.field
        for d in compare([dataclasses.replace(right, dates=[], problems=[Problem("year-implausible")])], [truth])
    }


def test_the_front_page_leads_to_all_three_systems_and_robots_forbid_the_draft(everything: PracticeServer):
    links = {link for _, _, link, _ in tree_of(everything.url).iterlinks()}
    assert {"/chuyentrang/Default.aspx", "/trangcu/index.asp", "/tin-tuc"} <= links
    status, headers, body = fetch(everything.url + "robots.txt")
    assert status == 200
    assert headers.get_content_type() == "text/plain"
    assert "Disallow: /noi-bo/" in body.decode()
    assert f"Sitemap: {everything.url}sitemap.xml" in body.decode()
    assert not any("noi-bo" in t.url for t in everything.truth())


@pytest.mark.parametrize("make", ["tables", "modern", "plain", "paths", "offsets", "portlet", "archive", "frames"])
def test_listings_lead_page_by_page_to_every_article(make: str):
    with PracticeServer(make) as server:
        articles = {t.url for t in server.truth()}
        found, todo, seen, listings = set(), [server.url], set(), 0
        while todo and len(seen) < 400:
            url = todo.pop()
            seen.add(url)
            tree = tree_of(url)
            tree.make_links_absolute(url)
            links = {link.partition("#")[0] for e, _, link, _ in tree.iterlinks() if e.tag in ("a", "frame", "iframe")}
            here = links & articles
            listings += bool(here)
            if "start=" in url and not here:
                continue  # beyond the end, where an old pager still says 'onward'
            found |= here
            todo += [
                link
                for link in links - articles - seen - set(todo)
                if link.startswith(server.url) and not re.search(r"/in/|/tep/|inbai|tim-kiem|noi-bo", link)
            ]
        assert found == articles
        assert listings <= server.site.listing_pages() + 6


def test_years_are_reached_by_the_options_of_a_select():
    with PracticeServer("years") as server:
        url = server.url + "tra-cuu"
        found = set()
        for option in tree_of(url).xpath('//select[@name="nam"]/option/@value'):
            tree = tree_of(f"{url}?nam={option}")
            tree.make_links_absolute(server.url)
            found |= {link for _, _, link, _ in tree.iterlinks() if "/bai-viet/" in link}
        assert found == {t.url for t in server.truth()}


def test_more_comes_by_get_and_by_post_until_there_is_no_more():
    with PracticeServer("more-get") as server:
        found = set()
        for path in server.site.listing_paths():
            tree = tree_of(server.url + path)
            button = tree.xpath("//button[@data-url]")
            pages, number = [tree], 1
            while button:
                number += 1
                url = f"{server.url[:-1]}{button[0].get('data-url')}?muc={button[0].get('data-muc')}&page={number}"
                more = json.loads(fetch(url)[2])
                pages.append(html.fromstring(f"<ul>{more['html']}</ul>"))
                if not more["hasMore"]:
                    break
            for page in pages:
                page.make_links_absolute(server.url)
                found |= {link for _, _, link, _ in page.iterlinks() if "/bai-viet/" in link}
        assert found == {t.url for t in server.truth()}
    with PracticeServer("more-post") as server:
        found = set()
        for kind in range(1, 5):
            for skip in range(0, 60, 8):
                data = f"chuyenMucId={kind}&skip={skip}&take=8".encode()
                more = json.loads(fetch(server.url + "Ajax/LoadMore", data=data)[2])
                found |= {server.url[:-1] + item["Url"] for item in more["data"]}
        assert found == {t.url for t in server.truth()}
        assert fetch(server.url + "Ajax/LoadMore")[0] == 405


@pytest.mark.parametrize("make", ["scripted", "state"])
def test_a_shell_holds_no_item_and_its_data_holds_all(make: str):
    with PracticeServer(make) as server:
        assert not tree_of(server.url).xpath("//a")
        found, number, pages = set(), 1, 2
        while number <= pages:
            if make == "scripted":
                data = json.loads(fetch(f"{server.url}api/v1/articles?page={number}&size=8")[2])
                pages, items = data["totalPages"], [i["url"] for i in data["items"]]
            else:
                script = tree_of(f"{server.url}tin-tuc?page={number}").get_element_by_id("__NEXT_DATA__")
                data = json.loads(script.text)["props"]["pageProps"]
                pages, items = data["pagination"]["totalPages"], [i["href"] for i in data["articles"]]
            found |= {server.url[:-1] + item for item in items}
            number += 1
        assert found == {t.url for t in server.truth()}


def test_every_alias_of_an_article_shows_it_and_belongs_to_no_other():
    with PracticeServer("aliases") as server:
        truths = list(server.truth())
        addresses = [url for t in truths for url in (t.url, *t.other_urls)]
        assert len(addresses) == len(set(addresses)) == 60 * 8
        for truth in truths[:5]:
            for url in truth.other_urls:
                assert truth.title in words_of(tree_of(url)), url
        _, headers, body = fetch(server.url + "muc/tin-noi-bat")
        assert ";jsessionid=" in body.decode()
        cookie = headers["Set-Cookie"].partition(";")[0]
        assert ";jsessionid=" not in fetch(server.url + "muc/tin-noi-bat", headers={"Cookie": cookie})[2].decode()


def test_traps_are_real():
    with PracticeServer("traps") as server:
        site = server.url

        def links(path: str) -> set[str]:
            tree = tree_of(site + path)
            tree.make_links_absolute(site + path)
            return {link for _, _, link, _ in tree.iterlinks()}

        assert site + "lich/9999/01" in links("lich/9998/12")
        assert len(links("loc?nam=1&thang=2")) > 12
        assert site + "sau/thu-vien/muc-con/muc-con/" in links("sau/thu-vien/muc-con/")
        assert "không tồn tại" in words_of(tree_of(site + "tim-lai/gi-cung-duoc"))
        assert tree_of(site + "noi-dung-rieng/van-ban").xpath('//input[@type="password"]')
        assert len([link for link in links("ba-tram") if "?ref=" in link]) == 300
        assert len(fetch(site + "lon.html")[2]) > 20_000_000
        packed = fetch(site + "bom")[2]
        assert len(packed) < 1_000_000
        assert len(gzip.decompress(packed)) > 200_000_000
        with pytest.raises(http.client.IncompleteRead):
            fetch(site + "dut")
        with pytest.raises(urllib.error.HTTPError, match="infinite loop"):
            urllib.request.urlopen(site + "vong/a", timeout=10)
        parts = urllib.parse.urlsplit(site)
        with socket.create_connection((parts.hostname, parts.port), timeout=10) as raw:
            raw.sendall(b"GET /nho-giot HTTP/1.1\r\nHost: x\r\n\r\n")
            assert raw.recv(4096).startswith(b"HTTP/1.1 200")


def hidden(tree) -> dict[str, str]:
    return {i.get("name"): i.get("value", "") for i in tree.iter("input") if i.get("type") == "hidden"}


def press(tree, make: str) -> dict[str, str] | None:
    """The fields that a browser would send when its user asks for the following page."""
    if make == "webforms-select":
        (select,) = tree.xpath("//select") or (None,)
        if select is None or not (onward := select.xpath("option[@selected]/following-sibling::option[1]/@value")):
            return None
        return {"__EVENTTARGET": select.get("name"), "__EVENTARGUMENT": "", select.get("name"): onward[0]}
    if make == "webforms-image":
        button = tree.xpath('//input[@type="image"][@title="Trang sau"]/@name')
        return {f"{button[0]}.x": "5", f"{button[0]}.y": "7"} if button else None
    onward = tree.xpath('//tr[@class="pgr"]//td[span]/following-sibling::td[1]/a/@href')
    onward = onward or tree.xpath('//span[@class="so-hien-tai"]/following-sibling::a[1]/@href')
    if not onward:
        return None
    target, argument = re.findall(r"'([^']*)'", onward[0])
    return {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}


@pytest.mark.parametrize("make", ["webforms", "webforms-select", "webforms-image", "webforms-datapager"])
def test_a_webforms_listing_turns_only_with_its_own_state_and_in_its_own_session(make: str):
    with PracticeServer(make) as server:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        found: set[str] = set()
        for path in server.site.listing_paths():
            url = server.url + path
            with opener.open(url) as answer:
                tree = html.fromstring(answer.read().decode())
            while True:
                tree.make_links_absolute(url)
                found |= {link for _, _, link, _ in tree.iterlinks() if "ChiTiet.aspx" in link}
                if (wish := press(tree, make)) is None:
                    break
                data = urllib.parse.urlencode(hidden(tree) | wish).encode()
                assert fetch(url, data=data)[0] == 500  # another session: no cookie
                if wish.get("__EVENTARGUMENT"):
                    forged = urllib.parse.urlencode(hidden(tree) | wish | {"__EVENTARGUMENT": "Page$999"}).encode()
                    with pytest.raises(urllib.error.HTTPError) as refused:
                        opener.open(url, data=forged)
                    refused.value.close()
                with opener.open(url, data=data) as answer:
                    tree = html.fromstring(answer.read().decode())
        assert found == {t.url for t in server.truth()}


def test_sitemap_and_feed_belong_to_the_modern_make_alone():
    with PracticeServer("modern") as server:
        _, _, body = fetch(server.url + "sitemap.xml")
        assert set(re.findall(r"<loc>(.*?)</loc>", body.decode())) == {t.url for t in server.truth()}
        assert fetch(server.url + "rss.xml")[2].count(b"<item>") == 20
    with PracticeServer("tables") as server:
        assert fetch(server.url + "sitemap.xml")[0] == 404
        assert b"Sitemap" not in fetch(server.url + "robots.txt")[2]


def test_attachments_and_pictures_are_real(everything: PracticeServer):
    kinds = set()
    for truth in everything.truth():
        for url, _, media in truth.attachments:
            status, headers, body = fetch(url)
            assert (status, headers.get_content_type()) == (200, media)
            kinds.add(media)
            if media == "application/pdf":
                pypdf = pytest.importorskip("pypdf")
                assert len(pypdf.PdfReader(io.BytesIO(body)).pages[0].extract_text()) > 50
        for url, _ in truth.images:
            assert fetch(url)[2].startswith(b"\x89PNG\r\n\x1a\n")
    assert kinds == {"application/pdf", "application/msword"}


def test_old_pages_are_windows_1258_and_say_so_in_a_meta_tag_alone(everything: PracticeServer):
    truth = next(t for t in everything.truth() if "/trangcu/" in t.url)
    _, headers, body = fetch(truth.url)
    assert headers["Content-Type"] == "text/html"
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")
    assert truth.title in unicodedata.normalize("NFC", body.decode("cp1258"))


def test_validators_are_answered_head_has_no_body_and_connections_live_on(everything: PracticeServer):
    truth = next(everything.truth())
    parts = urllib.parse.urlsplit(truth.url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)

    def ask(method: str, path: str, **headers: str):
        connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        return answer, answer.read()

    first, body = ask("GET", parts.path)
    sock = connection.sock
    head, nothing = ask("HEAD", parts.path)
    assert nothing == b""
    assert head.headers["Content-Length"] == str(len(body))
    assert ask("GET", parts.path, If_None_Match=first.headers["ETag"])[0].status == 304
    assert ask("GET", parts.path, If_None_Match='"other"')[0].status == 200
    assert ask("GET", parts.path, If_Modified_Since=first.headers["Last-Modified"])[0].status == 304
    assert ask("GET", parts.path, If_Modified_Since="Mon, 01 Jan 2001 00:00:00 GMT")[0].status == 200
    assert ask("GET", parts.path, If_Modified_Since="nonsense")[0].status == 200
    assert ask("GET", "/nowhere")[0].status == 404
    assert connection.sock is sock
    connection.close()


def test_a_view_counter_changes_the_bytes_and_not_the_truth(everything: PracticeServer):
    truth = next(t for t in everything.truth() if "/trangcu/" in t.url)
    assert fetch(truth.url)[2] != fetch(truth.url)[2]
    assert truth in list(everything.truth())


def test_what_happens_between_two_nights_is_seen_on_the_pages():
    with PracticeServer("tables") as server:
        first, second = list(server.truth())[:2]
        number = int(first.url.rpartition("=")[2])
        server.state.edit(number, title="Tiêu đề đã sửa")
        assert "Tiêu đề đã sửa" in words_of(tree_of(first.url))
        gone = int(second.url.rpartition("=")[2])
        server.state.delete(gone)
        assert fetch(second.url)[0] == 404
        assert len(list(server.truth())) == 59
        server.state.add(dataclasses.replace(written("2009")[0], id=999, title="Tin mới", published="2025-11-02"))
        assert next(server.truth()).title == "Tin mới"
        assert fetch(next(server.truth()).url)[0] == 200
        server.state.listings_empty = True
        assert "Chưa có tin" in words_of(tree_of(server.url + "tintuc.asp?loai=1"))
        server.state.listings_empty = False
        with pytest.raises(KeyError):
            server.state.delete(gone)
        before = next(server.truth()).url
        server.redesign("modern")
        assert fetch(before)[0] == 404
        assert fetch(next(server.truth()).url)[0] == 200


def test_a_hundred_thousand_articles_are_made_when_asked_for():
    shelf = EndlessShelf(100_000)
    assert len(shelf) == 100_000
    newest, oldest = shelf.page(1, 1)[0], shelf.page(100_000, 1)[0]
    assert (newest.id, oldest.id) == (100_000, 1)
    assert newest.when > oldest.when
    texts = {unmark(news.body)[0] for i in range(1, 3000) if (news := shelf.get(i))}
    assert len(texts) == 2999
    shelf.delete(50_000)
    assert shelf.get(50_000) is None
    assert len(shelf) == 99_999
    with PracticeServer("tables", articles=100_000) as server:
        assert fetch(next(server.truth()).url)[0] == 200
        assert fetch(server.url + "tintuc.asp?loai=1&trang=4000")[0] == 200


def test_a_month_of_nights_is_the_same_each_time_and_its_changes_are_on_the_pages():
    def month():
        with PracticeServer("plain", articles=100) as server:
            for night in nights(server, datetime(2025, 11, 1, 1, 30, tzinfo=ICT), 4):
                urls = {t.url for t in server.truth()}
                assert set(night.new) | set(night.edited) <= urls
                assert not set(night.deleted) & urls
                for url in night.edited:
                    assert "Tin cập nhật lần" in words_of(tree_of(url))
                assert all(fetch(url)[0] == 404 for url in night.deleted)
                parts = [
                    urllib.parse.urlsplit(u).path for each in (night.new, night.edited, night.deleted) for u in each
                ]
                yield night.now, len(urls), parts

    once = list(month())
    assert [count for _, count, _ in once] == [100, 103, 106, 109]
    assert once == list(month())


def test_a_large_sitemap_is_an_index_of_compressed_ones_and_new_articles_are_in_it():
    with PracticeServer("modern", articles=4_001) as server:
        news = server.state.publish(datetime(2025, 11, 2, 8, 0, tzinfo=ICT))
        index = fetch(server.url + "sitemap.xml")[2].decode()
        parts = re.findall(r"<loc>(.*?)</loc>", index)
        assert len(parts) == 3
        found = [u for part in parts for u in re.findall(r"<loc>(.*?)</loc>", gzip.decompress(fetch(part)[2]).decode())]
        assert len(found) == len(set(found)) == 4_002
        assert found[0] == next(server.truth()).url
        assert f"{news.id}.html" in found[0]
        server.state.delete(news.id)
        assert server.state.publish(datetime(2025, 11, 3, tzinfo=ICT)).id == news.id + 1


def test_a_test_may_answer_in_the_portals_place():
    with PracticeServer("plain") as server:
        busy = Response(b"", status=503, headers=(("Retry-After", "7"),))
        server.intercept(lambda request: busy if request.path == "/robots.txt" else None)
        status, headers, _ = fetch(server.url + "robots.txt")
        assert (status, headers["Retry-After"]) == (503, "7")
        assert fetch(server.url)[0] == 200
        server.intercept(None)
        assert fetch(server.url + "robots.txt")[0] == 200
        assert [a.status for a in server.asked] == [503, 200, 200]
        server.forget()
        assert (server.count, server.asked) == (0, [])


def test_it_can_be_served_by_hand():
    command = [sys.executable, "-m", "archiver.practice", "plain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert fetch(process.stdout.readline().strip())[0] == 200
        finally:
            process.terminate()


def test_an_unknown_make_is_refused_with_the_names_that_exist():
    with pytest.raises(ValueError, match="modern"):
        PracticeServer("joomla")
