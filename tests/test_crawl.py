"""The whole line: a practice portal on the loopback, `crawl`, a sealed archive."""

from __future__ import annotations

import gzip
import json
import re
import resource
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from multiprocessing import forkserver
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from small_sites import Reply, SmallSite

from archiver import open_archive, sites
from archiver.cli import main
from archiver.cli.sentences import heard
from archiver.errors import Exit
from archiver.keeping import verify
from archiver.practice import News, PracticeServer, Response
from archiver.running import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl

TONIGHT = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)


def test_a_portal_is_archived_and_the_second_run_finds_nothing_new(tmp_path):
    with PracticeServer("webforms") as server:
        options = CrawlOptions(root=tmp_path, slug="practice", delay=0, now=TONIGHT)
        first = crawl(server.url, options)
        assert (first.exit, first.message) == (Exit.OK, "")
        wanted = {truth.url: truth.title for truth in server.truth()}
        kept = {record.url: record.title for record in open_archive(first.archive)}
        assert kept == wanted
        server.forget()
        second = crawl("practice", CrawlOptions(root=tmp_path, delay=0, now=TONIGHT + timedelta(days=1)))
    assert second.exit == Exit.OK
    assert second.report.articles.kept == 0
    assert server.count <= 30
    assert {walk.ended for walk in second.report.listings} <= {"known", "last-page"}


@pytest.mark.parametrize(
    ("target", "exit", "said"),
    [
        ("hdtdkt.example.vn", Exit.USAGE, "Did you mean 'https://hdtdkt.example.vn'?"),
        ("nobody", Exit.USAGE, "neither a profile"),
        ("ftp://a.vn/", Exit.USAGE, "no web address"),
        ("http://127.0.0.1:9/", Exit.UNREACHABLE, "could not be reached"),
    ],
)
def test_what_cannot_be_crawled_is_said_in_one_line(tmp_path, target, exit, said):
    outcome = crawl(target, CrawlOptions(root=tmp_path, delay=0, retries=0, timeout=5))
    assert outcome.exit == exit
    assert said in outcome.message
    assert "\n" not in outcome.message


def test_the_open_internet_is_not_asked_without_a_contact(tmp_path):
    outcome = crawl("https://hdtdkt.example.vn/", CrawlOptions(root=tmp_path, delay=0))
    assert outcome.exit == Exit.USAGE
    assert "contact" in outcome.message


def nights(root, server, *numbers, **more):
    """One run a night; the reports."""
    for number in numbers:
        options = CrawlOptions(root=root, slug="p", delay=0, now=TONIGHT + timedelta(days=number), **more)
        yield crawl(server.url, options).report


def test_a_deletion_is_a_tombstone_on_the_second_day_and_a_comeback_ends_it(tmp_path):
    with PracticeServer("plain") as server:
        list(nights(tmp_path, server, 0))
        lost = server.state.delete(server.state.ids()[2])
        second, third = nights(tmp_path, server, 1, 2)
        assert (second.vanished, second.articles.gone, third.articles.gone) == (1, 0, 1)
        archive = open_archive(tmp_path / "p")
        assert len(list(archive)) == 59
        server.state.add(lost)
        fourth, *_ = nights(tmp_path, server, 10)
        assert fourth.articles.back == 1
        (stone,) = [r.id for r in archive.revisions() if r.change == "gone"]
        assert [r.change for r in archive.revisions(stone)] == ["new", "gone", "back"]


def small_page(title, body):
    return f"<!doctype html><html lang='vi'><head><title>{title} - Sở X</title></head><body>{body}</body></html>"


def small_title(n):
    return f"Hội nghị lần thứ {n} của Sở X về việc trồng rừng"


def small_article(n, more=""):
    title = small_title(n)
    said = "".join(
        f"<p>Sáng ngày {i}/8/2024, Sở X bàn lần thứ {n} về việc số {i}, có nhiều đơn vị dự.</p>" for i in range(1, 8)
    )
    return small_page(
        title, f"<h1>{title}</h1><p class='date'>{n:02d}/08/2024</p><div class='content'>{said}</div>{more}"
    )


def small_list(address, numbers, name="Tin tức"):
    rows = "".join(
        f"<li><a href='{address.format(n=n)}'>Hội nghị lần thứ {n} của Sở X về việc trồng rừng</a>"
        f" <span>{n:02d}/08/2024</span></li>"
        for n in numbers
    )
    return small_page(name, f"<h1>{name}</h1><ul>{rows}</ul>")


def test_a_tool_of_its_page_that_nobody_followed_keeps_no_deleted_article_alive(tmp_path):
    pages = {"/": small_list("/tin/hoi-nghi-lan-{n}.html", range(1, 10))}
    for n in range(1, 10):
        here = f"/tin/hoi-nghi-lan-{n}.html"
        pages[here] = small_article(n, f"<a href='{here}?nghe=1'>Nghe bài này</a>")
    nameless = pages["/tin/hoi-nghi-lan-9.html"].replace("<p class='date'>09/08/2024</p>", "")
    pages["/tin/hoi-nghi-lan-9.html"] = nameless  # only the listing prints its day
    with SmallSite(pages) as server:
        list(nights(tmp_path, server, 0))
        del pages["/tin/hoi-nghi-lan-5.html"]
        pages["/"] = small_list("/tin/hoi-nghi-lan-{n}.html", (1, 2, 3, 4, 6, 7, 8, 9))
        second, third = nights(tmp_path, server, 1, 2)
    assert (second.vanished, second.articles.gone, third.articles.gone) == (1, 0, 1)
    (ninth,) = [record for record in open_archive(tmp_path / "p") if record.url.endswith("lan-9.html")]
    assert (ninth.revision, ninth.published, ninth.published_from) == (1, "2024-08-09", "listing")


def test_a_text_that_was_kept_though_its_page_looks_like_a_list_is_derived_again_and_no_harm(tmp_path):
    titles = [f"UBND tỉnh trao quà tặng cải cách thủ tục tại {n} huyện ven biển" for n in range(1, 10)]
    links = [f"<li><a href='/tin/{n}.html'>{title}</a></li>" for n, title in enumerate(titles, 1)]
    pages = {"/": small_page("Tin tức", f"<h1>Tin tức</h1><ul>{''.join(links)}</ul>")}
    for n, title in enumerate(titles, 1):
        said = "".join(f"<div>{'tàu thuyền cảng cá ngư dân ' * 9}.</div>" for _ in range(2))
        menu = "<table><tr><td><a href='/a'>Thời sự</a></td><td><a href='/b'>Kinh tế</a></td></tr></table>"
        named = title if n < 9 else "Chi tiết tin"  # its template lost the title: the list gives it
        head = f"<h2>{named}</h2><span class='ngay'>{n:02d}/03/2026</span><p><b>Ngư dân bám biển lần {n}.</b></p>"
        body = f"<form>{menu}{head}<div>{said}</div><ul>{links[n % 9]}</ul></form>"
        pages[f"/tin/{n}.html"] = f"<html><head><title>Chi tiết tin</title></head><body>{body}</body></html>"
    with SmallSite(pages) as server:
        list(nights(tmp_path, server, 0))
    kept = list(open_archive(tmp_path / "p"))
    assert "listing" in {record.kind for record in kept}
    assert {record.title for record in kept} == set(titles)
    assert [p.code for record in kept if record.title == titles[8] for p in record.problems][-1:] == ["title-from-list"]
    assert verify(tmp_path / "p", workers=1).harms == []


def test_an_edited_article_met_at_one_more_address_of_a_proved_make_is_no_second_one(tmp_path):
    pages = {
        "/": small_list("/xem.aspx?ItemID={n}", range(1, 10))
        + small_page("", "<a href='/cu.aspx'>Tin đã đưa</a><a href='/moi.aspx'>Tin khác</a>"),
        "/cu.aspx": small_list("/xem.aspx?ItemID={n}&amp;Source=cu", range(1, 10), "Tin đã đưa"),
        "/moi.aspx": small_list("/xem.aspx?ItemID={n}&amp;Source=cu", range(1, 6), "Tin khác"),
    }
    texts = {str(n): small_article(n) for n in range(1, 10)}
    pages["/xem.aspx"] = lambda asked: texts[re.search(r"ItemID=(\d)", asked.path)[1]]
    with SmallSite(pages) as server:
        list(nights(tmp_path, server, 0, 1))
        texts["5"] = texts["5"].replace("có nhiều đơn vị dự", "có chín đơn vị dự họp")
        pages["/moi.aspx"] = small_list("/xem.aspx?ItemID={n}&amp;Source=moi", range(1, 6), "Tin khác")
        (third,) = nights(tmp_path, server, 12)
    assert third.articles.new == 0
    archive = open_archive(tmp_path / "p")
    assert len(list(archive)) == 9
    assert sum("chín đơn vị" in record.body for record in archive) == 1


def test_articles_that_were_believed_to_be_kept_are_asked_once_the_belief_has_failed(tmp_path):
    other = "Một cuộc họp khác hẳn, của huyện, về nước sạch"
    pages = {
        "/": small_list("/tin/hop-{n}.html", range(11, 19)) + small_page("", "<a href='/moi.aspx'>Tin khác</a>"),
        "/moi.aspx": small_list("/xem.aspx?ItemID={n}", range(11, 18), "Tin khác")
        + small_page("", "<a href='/cu.aspx'>Tin cũ</a>"),
        "/cu.aspx": small_list("/xem.aspx?ItemID={n}", (18, 19), "Tin cũ").replace(small_title(18), other),
    }
    pages |= {f"/tin/hop-{n}.html": small_article(n) for n in range(11, 19)}
    texts = {str(n): small_article(n) for n in range(11, 17)}
    texts["17"] = small_article(17).replace("đơn vị", "người dân các thôn")  # the same title and number, another text
    texts["18"] = small_article(18).replace(small_title(18), other).replace("đơn vị", "hộ dân")
    texts["19"] = small_article(19)
    pages["/xem.aspx"] = lambda asked: texts[re.search(r"ItemID=(\d+)", asked.path)[1]]
    with SmallSite(pages) as server:
        list(nights(tmp_path, server, 0))
    bodies = [record.body for record in open_archive(tmp_path / "p")]
    assert sum("người dân các thôn" in body for body in bodies) == 1
    assert len(bodies) == 11


def test_a_redirect_that_leads_back_is_left_at_once_unless_a_cookie_was_given(tmp_path):
    def leads_to(path, **more):
        return Reply(status=302, headers={"Location": path, **more})

    pages = {
        "/": small_list("/tin/hoi-nghi-lan-{n}.html", range(1, 10)) + "<a href='/vong/a'>Góp ý</a>",
        "/vong/a": leads_to("/vong/b"),
        "/vong/b": leads_to("/vong/a"),
    }
    pages |= {f"/tin/hoi-nghi-lan-{n}.html": small_article(n) for n in range(1, 9)}
    ninth = "/tin/hoi-nghi-lan-9.html"
    pages[ninth] = lambda asked: (
        small_article(9) if asked.headers.get("Cookie") else leads_to(ninth, **{"Set-Cookie": "thu=1; Path=/"})
    )
    with SmallSite(pages) as server:
        (report,) = nights(tmp_path, server, 0)
    assert [path for path in server.asked if path.startswith("/vong/")] == ["/vong/a", "/vong/b"]
    assert (report.articles.new, report.failures["redirects"].count) == (9, 1)


def test_of_many_lists_each_has_its_turn_and_none_is_called_lost(tmp_path):
    names = [f"muc-{n}" for n in range(1, 21)]
    menu = "".join(f"<li><a href='/{name}/'>Mục {name}</a></li>" for name in names)
    pages = {"/": small_page("Sở X", f"<ul>{menu}</ul>")}
    for place, name in enumerate(names):
        ours = range(2 * place + 1, 2 * place + 4)
        pages[f"/{name}/"] = small_list("/tin/hoi-nghi-lan-{n}.html", ours, name)
    pages |= {f"/tin/hoi-nghi-lan-{n}.html": small_article(n) for n in range(1, 70)}
    with SmallSite(pages) as server:
        first, *_, usual = nights(tmp_path, server, *range(8))
        for place, name in enumerate(names):
            pages[f"/{name}/"] = small_list(
                "/tin/hoi-nghi-lan-{n}.html", (place + 45, *range(2 * place + 1, 2 * place + 3)), name
            )
        later = list(nights(tmp_path, server, *range(8, 13)))
    assert first.articles.new == 41
    assert [alarm.code for report in (usual, *later) for alarm in report.alarms] == []
    assert sum(report.articles.new for report in later) == 20
    assert max(report.requests.total for report in later[2:]) <= 30


def test_titles_alike_without_a_day_are_opened_each_wherever_they_stand_in_their_list(tmp_path):
    title = "Thông báo lịch nghỉ lễ của cơ quan"
    news = [
        News(id=n, section="Tin hoạt động", body=f"Nội dung thứ {n}, dài vừa đủ. " * 9,
             title=title if n in (2, 11, 17) else f"Hội nghị tổng kết công tác lần thứ {n}")
        for n in range(18, 0, -1)
    ]  # fmt: skip
    with PracticeServer("webforms-in-place", news=news) as server:
        first, second = nights(tmp_path, server, 0, 1)
    records = list(open_archive(tmp_path / "p"))
    assert len({record.body for record in records}) == len(records) == 18
    assert sum(record.title == title for record in records) == 3
    assert any(said.startswith("alike: ") for said in first.warnings)
    assert second.articles.kept == 0


def test_a_redesign_keeps_every_id_and_doubles_nothing(tmp_path):
    with PracticeServer("plain") as server:
        list(nights(tmp_path, server, 0))
        archive = open_archive(tmp_path / "p")
        before = {record.id for record in archive}
        server.redesign("modern")
        (report,) = nights(tmp_path, server, 1)
        after = {record.id: record.url for record in archive}
        assert report.articles.new == 0
        assert set(after) == before
        wanted = {url for truth in server.truth() for url in (truth.url, *truth.good_urls)}
        assert sum(url in wanted for url in after.values()) >= 58
        assert any(said.startswith("redesign:") for said in report.warnings)


def test_new_news_is_found_the_next_night_and_an_edit_is_a_revision(tmp_path):
    with PracticeServer("plain", articles=60) as server:
        newest = server.state.get(server.state.ids()[0])
        tonight = newest.when.replace(hour=20) - TONIGHT
        list(nights(tmp_path, server, tonight.days))
        server.state.edit(newest.id, body=newest.body + "\nĐoạn này được thêm vào sau.")
        server.state.add(replace(newest, id=9001, title="Một tin hoàn toàn mới của đêm thứ hai"))
        server.forget()
        (report,) = nights(tmp_path, server, tonight.days + 1)
        assert (report.articles.new, report.articles.edited) == (1, 1)
        assert server.count <= 30
        edited = [r for r in open_archive(tmp_path / "p").revisions() if r.change == "edited"]
        assert "words" in edited[0].change_summary


def test_max_pages_ends_in_good_order_and_the_next_run_goes_on(tmp_path):
    with PracticeServer("plain") as server:
        first, second = nights(tmp_path, server, 0, max_pages=20), None
        (report,) = first
        assert (report.stopped_by, report.pages) == ("max-pages", 20)
        assert report.articles.new > 0
        assert report.queued > 0
        (second,) = nights(tmp_path, server, 1)
        assert report.articles.new + second.articles.new == 60


@pytest.mark.parametrize("make", ["more-post", "scripted"])
def test_news_that_a_script_or_a_frame_shows_is_found(tmp_path, make):
    with PracticeServer(make) as server:
        (report,) = nights(tmp_path, server, 0)
        titles = sorted(record.title for record in open_archive(tmp_path / "p"))
        assert titles == sorted(truth.title for truth in server.truth())
        assert report.stopped_by == "finished"


TABLE = """<h1>Bản tin</h1><table id=t></table><script>$('#t').DataTable({serverSide: true, pageLength: 5,
  ajax: {url: '/lay', type: 'POST', data: function (d) { d.muc = 3; }},
  columns: [{data: 'tieuDe', render: (data, kind, row) => `<a href="/ban-tin/${row.ma}">${data}</a>`}]});</script>"""


@pytest.mark.parametrize("lost", [False, True])
def test_a_table_of_which_a_service_gives_the_rows_is_read_to_its_end_or_told_to_be_incomplete(tmp_path, lost):
    names = [f"Hội nghị tổng kết công tác thi đua lần thứ {n}" for n in range(12)]

    def rows(asked):
        form = dict(parse_qsl(asked.body.decode()))
        begin = int(form["start"])
        assert (form["length"], form["muc"], form["columns[0][data]"]) == ("5", "3", "tieuDe")
        part = [{"ma": n + 1, "tieuDe": names[n], "ngayDang": "20/11/2024"} for n in range(12)[begin : begin + 5]]
        if lost:
            return Reply(status=500)
        return Reply(json.dumps({"recordsTotal": 12, "data": part}).encode(), "application/json")

    text = "<p>Ngày 20/11/2024</p>" + "<p>Các đơn vị báo cáo kết quả và bàn việc năm tới, có %s đại biểu dự.</p>" * 3
    pages = {f"/ban-tin/{n + 1}": f"<h1>{name}</h1>" + text % (n, n, n) for n, name in enumerate(names)}
    with SmallSite({"/": "<h1>Sở</h1><a href=/ban-tin>Bản tin</a>", "/ban-tin": TABLE, "/lay": rows, **pages}) as site:
        outcome = crawl(site.url, CrawlOptions(root=tmp_path, slug="t", delay=0, retries=0))
        titles = [] if lost else sorted(record.title for record in open_archive(tmp_path / "t"))
        assert titles == ([] if lost else sorted(names))
        told = [said for said in outcome.report.warnings if said.startswith("incomplete:")]
        assert bool(told) == lost


APP = """<html><head><title>Sở</title></head><body><div id=app></div><script>
  const routes = [{path: '/', component: DanhSach}, {path: '/bai/:slug', component: Bai}]; let page = 1;
  const list = () => fetch('/api/bai?page=' + page).then(r => r.json());
  const one = () => fetch('/api/bai/' + route.params.slug).then(r => r.json());</script></body></html>"""


def an_app(count):
    """A site of one page for all addresses; its articles stand in answers of its service alone, by slug."""
    titles = [f"Hội nghị giao ban công tác thi đua tuần thứ {n}" for n in range(1, count + 1)]
    text = "<p>Các đơn vị báo cáo kết quả và bàn việc tuần tới, có {0} đại biểu dự họp tại hội trường {0}.</p>" * 3
    answers = {
        f"tuan-{n}": {"title": title, "publishedAt": "2026-11-30T20:00:00+07:00", "content": text.format(n)}
        for n, title in enumerate(titles, 1)
    }

    def service(asked):
        rows = [{"slug": slug, "title": titles[int(slug[5:]) - 1]} for slug, one in answers.items() if one]
        slug = asked.path.removeprefix("/api/bai").strip("/")
        if asked.path.startswith("/api/bai?"):
            page = int(asked.path.partition("page=")[2]) * 5
            return Reply(json.dumps({"data": rows[page - 5 : page], "total": len(rows)}).encode(), "application/json")
        if isinstance(status := answers.get(slug, 404), int):
            return Reply(b'{"message": "Not found"}', "application/json", status=status)
        return Reply(json.dumps(answers[slug]).encode(), "application/json")

    shells = {"/": APP, **{f"/bai/tuan-{n}": APP for n in range(1, count + 1)}}
    services = {"/api/bai": service, **{f"/api/bai/tuan-{n}": service for n in range(1, count + 1)}}
    return answers, SmallSite({**shells, **services})


def test_what_becomes_of_an_article_that_a_script_draws_is_told_by_its_service(tmp_path):
    answers, app = an_app(8)
    with app as site:

        def night(number):
            when = datetime(2026, 12, 1, 1, 30, tzinfo=ICT) + timedelta(days=number)
            return crawl(site.url, CrawlOptions(root=tmp_path, slug="t", delay=0, retries=0, now=when)).report

        late, answers["tuan-8"] = answers["tuan-8"], 500
        assert night(0).articles.new == 7
        answers["tuan-8"] = late
        answers["tuan-3"]["content"] += "<p>Hội nghị thống nhất dời lịch họp tuần sau sang chiều thứ sáu.</p>"
        del answers["tuan-5"]
        answers["tuan-6"] = None  # its service answers 'null', with 200
        first, second = night(1), night(2)
        assert (first.articles.new, first.articles.edited, first.articles.gone, first.vanished) == (1, 1, 0, 2)
        assert (second.articles.edited, second.articles.gone) == (0, 2)
        assert not [said for said in (*first.warnings, *second.warnings) if said.startswith("unread")]


def test_pages_that_say_nothing_are_not_asked_once_each_byte_of_them_was_foretold(tmp_path):
    answers, app = an_app(9)
    with app as site:

        def night(number, **more):
            site.asked.clear()
            when = datetime(2026, 12, 1, 1, 30, tzinfo=ICT) + timedelta(days=number)
            report = crawl(site.url, CrawlOptions(root=tmp_path, slug="t", delay=0, retries=0, now=when, **more)).report
            pages = [path for path in site.asked if path.startswith("/bai/")]
            return report, len(pages), [said for said in report.warnings if said.startswith("shells")]

        report, pages, (said,) = night(0)
        assert (report.articles.new, pages, len(site.asked)) == (9, 4, 3 + 2 + 9 + 4)
        assert said.startswith(f"shells: 5 pages such as {site.url}bai/tuan-5 were not asked")
        records = list(open_archive(tmp_path / "t"))
        assert sorted(record.url for record in records) == [f"{site.url}bai/tuan-{n}" for n in range(1, 10)]
        report, pages, _ = night(1)
        assert (report.articles.unchanged, pages) == (9, 1)  # one of them is put to the proof each night
        (tmp_path / "t" / "ledger.sqlite").unlink()
        answers["tuan-9"]["content"] += "<p>Hội nghị thống nhất dời lịch họp tuần sau sang chiều thứ sáu.</p>"
        report, pages, _ = night(2)  # made again from the captures, in which no page stands for most articles
        assert (report.articles.new, report.articles.edited, report.articles.gone, pages) == (0, 1, 0, 1)
        assert night(3, full=True)[1] == 9
        for path, page in site.pages.items():
            if page is APP:
                site.pages[path] = APP.replace("Sở", "Sở Nội vụ")
        _, pages, (*_, changed) = night(4, full=True)
        assert changed.endswith("is no longer what was foretold of it")
        assert pages == 9
        assert verify(tmp_path / "t").harms == []


def test_an_article_that_its_script_asks_for_by_the_pages_address_is_found(tmp_path):
    _, app = an_app(12)
    of_list = "let page = 1; function list() { fetch('/api/bai?page=' + page).then(draw); }"
    of_one = "function one() { const slug = location.pathname.split('/').pop(); fetch('/api/bai/' + slug).then(show); }"
    link = "rows.forEach(r => put(`<a href='/bai/${r.slug}'>${r.title}</a>`));"
    script = f"{of_list} {of_one} {link} location.pathname.startsWith('/bai/') ? one() : list();"
    page = f"<html><head><title>Sở</title></head><body><div id=app></div><script>{script}</script></body></html>"
    app.pages.update({path: page for path, shown in app.pages.items() if shown is APP})
    with app as site:
        report = crawl(site.url, CrawlOptions(root=tmp_path, slug="t", delay=0, retries=0)).report
        assert (report.articles.new, report.exit_code) == (12, 0)
        assert len([path for path in site.asked if path.startswith("/bai/")]) == 4  # the others are foretold


def test_an_empty_page_whose_script_asks_several_services_is_told_to_be_read_in_part(tmp_path):
    rows = [{"title": f"Hội nghị giao ban công tác thi đua tuần {n}", "url": f"/tin/{n}"} for n in (1, 2, 3)]
    calls = "fetch('/api/menu').then(menu); fetch('/api/tin/moi').then(list)"
    text = (
        "<h1>{}</h1><p>Ngày 20/11/2024</p>"
        + "<p>Các đơn vị báo cáo kết quả và bàn việc năm tới, {} đại biểu dự.</p>" * 4
    )
    pages = {row["url"]: text.format(row["title"], n, n, n, n) for n, row in enumerate(rows)}
    news = Reply(json.dumps({"data": rows}).encode(), "application/json")
    shell = f"<html><body><div id=app></div><script>{calls}</script></body></html>"
    with SmallSite({"/": shell, "/api/tin/moi": news, **pages}) as site:
        report = crawl(site.url, CrawlOptions(root=tmp_path, slug="t", delay=0, retries=0)).report
        assert report.articles.new == 3
        (said,) = [said for said in report.warnings if said.startswith("incomplete")]
        assert f"{site.url}api/menu was not read" in said


def scrapy(*line):
    """`scrapy …` in the checkout: its exit code and what it said on standard error."""
    return process("-m", "scrapy", *line)


def process(*line):
    done = subprocess.run(
        [sys.executable, *map(str, line)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr


def test_scrapy_crawl_says_in_one_line_that_the_archive_cannot_be_opened(tmp_path):
    (tmp_path / "file").write_text("no folder")
    code, told = scrapy("crawl", "department", "-a", "url=http://127.0.0.1:9/", "-a", f"root={tmp_path / 'file' / 'x'}")
    assert (code, told.count("\n")) == (Exit.DAMAGED, 1), told
    assert "making the archive's folder failed" in told


EACH = """
import json, sys
from scrapy.cmdline import execute
for line in json.loads(sys.argv[1]):
    try:
        execute(["scrapy", "crawl", *line])
    except SystemExit as end:
        print(f"\\0{end.code}\\0", file=sys.stderr, end="", flush=True)
"""
"""`scrapy crawl` some times over, in one process."""


def test_scrapy_crawl_refuses_in_one_line_and_returns_our_exit_codes(tmp_path):
    refused = [
        (["hdtdkt"], Exit.USAGE, "Give --contact"),
        (["department"], Exit.USAGE, "no site was named"),
        (["department", "-a", "url=hdtdkt.example.vn"], Exit.USAGE, "Did you mean 'https://hdtdkt.example.vn'?"),
        (["department", "-a", "url=http://127.0.0.1:9/", "-a", "colour=red"], Exit.USAGE, "no such option"),
        (["department", "-a", "url=http://127.0.0.1:9/", "-a", "retries=0"], Exit.UNREACHABLE, "could not be reached"),
    ]
    lines = [[*line, "-a", f"root={tmp_path}"] for line, _, _ in refused]
    *told, rest = process("-c", EACH, json.dumps(lines))[1].split("\0")
    assert rest == ""
    assert told[1::2] == [str(int(code)) for _, code, _ in refused]
    for (_, _, said), words in zip(refused, told[::2], strict=True):
        assert said in words.splitlines()[-1]
        assert "Traceback" not in words


def test_scrapy_crawl_keeps_the_same_records_and_heeds_what_is_said(tmp_path):
    with PracticeServer("plain") as server:
        code, told = scrapy(
            "crawl", "department", "-a", f"url={server.url}", "-a", f"root={tmp_path}",
            "-a", "slug=here", "-a", "delay=0", "-a", "user_agent=someone-else/1",
        )  # fmt: skip
        wanted = {truth.url: truth.title for truth in server.truth()}
    assert (code, told) == (Exit.OK, "")
    archive = open_archive(tmp_path / "here")
    assert {record.url: record.title for record in archive} == wanted
    captured = b"".join(gzip.decompress(file.read_bytes()) for file in (tmp_path / "here").glob("captures/*/*.warc.gz"))
    assert b"User-Agent: someone-else/1" in captured


def test_a_disk_that_is_nearly_full_is_named_with_the_cure(tmp_path):
    with PracticeServer("plain") as server:
        outcome = crawl(server.url, CrawlOptions(root=tmp_path, slug="p", delay=0, min_free_disk=2**60))
    assert outcome.exit == Exit.UNREACHABLE
    assert "less than 1048576 TiB left on its disk; free some space" in outcome.message
    assert "vì đĩa còn dưới 1048576 TiB; hãy" in heard(outcome.message, "vi")


def test_a_limit_that_leaves_nothing_kept_is_no_success(tmp_path):
    with PracticeServer("plain") as server:
        outcome = crawl(server.url, CrawlOptions(root=tmp_path, slug="p", delay=0, max_pages=1))
    assert (outcome.exit, outcome.message.partition(" after")[0]) == (
        Exit.UNREACHABLE,
        "p: no article yet: stopped by max-pages",
    )


def test_listings_that_were_empty_for_a_night_are_walked_the_next_and_the_alarm_ends(tmp_path):
    with PracticeServer("plain") as server:
        list(nights(tmp_path, server, 0, 1, 2, 3))
        server.state.listings_empty = True
        [broken] = nights(tmp_path, server, 4)
        server.state.listings_empty = False
        [healed] = nights(tmp_path, server, 5)
    assert (broken.exit_code, healed.exit_code) == (Exit.ALARM, Exit.OK)
    codes = [alarm.code for alarm in broken.alarms]
    assert codes.count("listing-shrunk") > 1
    assert broken.message.partition(" See:")[0].count("listing-shrunk") == 1  # the rest of them stand in the report
    assert len(healed.listings) == 5


@pytest.mark.parametrize("make", ["modern", "webforms"])
def test_a_pager_that_breaks_behind_pages_of_known_items_is_found_in_its_second_night_and_ends(tmp_path, make):
    def broken(request):
        turned = request.method == "POST" or "page" in request.query
        return Response(b"<h1>404</h1>", status=404) if turned else server.site.respond(request)

    with PracticeServer(make) as server:
        list(nights(tmp_path, server, 0, 1, 2, 3))
        server.intercept(broken)
        first, second = nights(tmp_path, server, 4, 5)
        server.intercept(None)
        [healed] = nights(tmp_path, server, 6)
    assert "listing-cut" in {alarm.code for report in (first, second) for alarm in report.alarms}
    assert second.exit_code == Exit.ALARM
    assert healed.exit_code == Exit.OK
    assert any(walk.pages == 2 for walk in healed.listings)


def test_a_site_that_forbids_itself_by_robots_is_told_so_and_not_to_try_later(tmp_path):
    with PracticeServer("plain") as server:
        rules = Response(body=b"User-agent: *\nDisallow: /\n", content_type="text/plain")
        server.intercept(lambda request: rules if request.path == "/robots.txt" else None)
        [report] = nights(tmp_path, server, 0)
    assert report.exit_code == Exit.UNREACHABLE
    assert "its robots.txt forbids it" in report.message
    assert "later" not in report.message


def test_the_report_counts_on_how_many_pages_a_selector_of_the_profile_matched(tmp_path, monkeypatch):
    with PracticeServer("plain") as server:
        profiles = tmp_path / "profiles"
        profiles.mkdir()
        (profiles / "p.py").write_text(
            "from archiver.sites import Layout, Profile\n"
            f"PROFILE = Profile(name='p', title='P', start_urls=({server.url!r},), layouts=(Layout(name='2026',"
            " selectors={'title': 'h1', 'lead': 'h7.gone', 'remove': '.gone'}),))\n"
        )
        monkeypatch.setenv("ARCHIVER_SITES", str(profiles))
        sites._known.cache_clear()
        try:
            outcome = crawl("p", CrawlOptions(root=tmp_path, delay=0, now=TONIGHT))
        finally:
            sites._known.cache_clear()
    report = outcome.report
    with_lead = sum(record.lead is not None for record in open_archive(outcome.archive).latest())
    assert 0 < with_lead < 60  # a sapo that an article does not have was not missed
    counted = {name: (fill.filled, fill.of) for name, fill in report.reader.selectors.items()}
    assert counted == {"p:2026 title": (60, 60), "p:2026 lead": (0, with_lead)}


def test_a_broken_profile_is_one_line_of_crawl_all_which_goes_on(capfd, tmp_path, monkeypatch):
    root, folder = tmp_path / "root", tmp_path / "profiles"
    folder.mkdir()
    with PracticeServer("plain", articles=12) as server:
        assert main(["crawl", server.url, "--root", str(root), "--delay", "0"]) == Exit.OK
        (root / "archiver.toml").write_text(
            'contact = "a@b.example"\ndelay = 0\n[sites.so-b]\nurl = "http://so-b.example.vn/"\n', "utf-8"
        )
        forkserver._forkserver._stop()  # a server of forks keeps the environment in which it began
        monkeypatch.setenv("ARCHIVER_SITES", str(folder))
        try:
            for text, sites_told in (("# so-b.example.vn\n1 / 0", 1), ("# of a site we do not have\n1 / 0", 0)):
                (folder / "b.py").write_text(text, "utf-8")
                if not sites_told:
                    (root / "archiver.toml").write_text('contact = "a@b.example"\ndelay = 0\n', "utf-8")
                sites._known.cache_clear()
                assert main(["crawl", "--all", "--root", str(root)]) == Exit.USAGE
                said = capfd.readouterr().err
                assert said.count("b.py' cannot be read: ZeroDivisionError: division by zero") == 1
                assert said.count("\n") == 1 + sites_told  # and which site needs a look
        finally:
            sites._known.cache_clear()
            forkserver._forkserver._stop()
    assert len(list(next(root.glob("127*")).glob("runs/*Z.json"))) == 3


def test_a_lock_that_cannot_be_read_is_one_line_and_the_archive_s_trouble(capsys, tmp_path):
    with PracticeServer("plain") as server:
        list(nights(tmp_path, server, 0, max_pages=5))
        lock = tmp_path / "p" / ".lock"
        lock.unlink(missing_ok=True)
        lock.mkdir()
        assert main(["crawl", "p", "--root", str(tmp_path), "--delay", "0"]) == Exit.DAMAGED
    said = capsys.readouterr().err
    assert ".lock" in said
    assert said.count("\n") == 1


def test_a_run_that_is_told_to_end_before_it_listens_ends_with_a_code_of_ours(tmp_path):
    script = (
        "import os, signal, sys\nimport archiver.cli.crawling as crawling\nfrom archiver.cli import main\n"
        "crawling.planned = lambda *_: os.kill(os.getpid(), signal.SIGTERM)\n"
        f"sys.exit(main(['crawl', 'http://127.0.0.1:9/', '--root', {str(tmp_path)!r}]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (Exit.UNREACHABLE, "")
    assert done.stderr == "archiver: Interrupted\n"


def test_max_requests_is_never_exceeded_by_what_was_already_handed_over(tmp_path):
    with PracticeServer("plain") as server:
        [report] = nights(tmp_path, server, 0, max_requests=5)
        assert server.count <= 5
    assert report.stopped_by == "max-requests"
    assert 3 <= report.requests.total <= 5


@pytest.mark.parametrize("most", [9, 11])
def test_max_requests_is_not_exceeded_by_retries_and_what_they_were_for_waits(tmp_path, most):
    busy = Response("bận".encode(), status=503)
    with PracticeServer("plain") as server:
        server.intercept(lambda request: busy if server.count >= 8 else None)
        [report] = nights(tmp_path, server, 0, max_requests=most)
        assert server.count <= most
        assert report.stopped_by in ("max-requests", "unreachable")
        server.intercept(None)
        [report] = nights(tmp_path, server, 1)
    assert (report.exit_code, report.articles_known) == (Exit.OK, 60)


def test_a_disk_that_takes_no_more_is_one_line_whatever_was_being_written(tmp_path):
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (60_000, 60_000))  # as full as a disk is for one file
    with PracticeServer("plain") as server:
        line = [sys.executable, "-m", "archiver", "crawl", server.url, "--root", str(tmp_path), "--slug", "p"]
        ended = subprocess.run([*line, "--delay", "0"], preexec_fn=limit, capture_output=True, text=True, timeout=60)
    assert ended.returncode == Exit.DAMAGED
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert str(tmp_path) in ended.stderr


def test_after_a_clock_ran_ahead_everything_is_asked_again_in_its_time_and_it_is_said_once(tmp_path):
    ahead = TONIGHT + timedelta(days=3700)
    with PracticeServer("modern", articles=12) as server:
        told = []
        for now in (TONIGHT, ahead, TONIGHT + timedelta(days=1), TONIGHT + timedelta(days=2)):
            outcome = crawl(server.url, CrawlOptions(root=tmp_path, slug="p", delay=0, now=now, full=now == ahead))
            told.append([alarm.code for alarm in outcome.report.alarms])
        assert told == [[], [], ["clock"], []]
        later = crawl("p", CrawlOptions(root=tmp_path, delay=0, now=TONIGHT + timedelta(days=400)))
    assert later.report.articles.unchanged >= 5


def test_all_sites_after_a_crawl_in_the_same_process_wait_for_no_thread_that_a_fork_has_not(tmp_path):
    with PracticeServer("plain", articles=3) as server:
        list(nights(tmp_path, server, 0))
        (tmp_path / "archiver.toml").write_text("delay = 0\n")
        assert any(thread.name == "reactor" for thread in threading.enumerate())
        assert main(["crawl", "--all", "--root", str(tmp_path), "--now", "2026-12-02T01:30"]) == Exit.OK
    assert len(list(tmp_path.glob("*/runs/*Z.json"))) == 2


def test_a_sealed_file_that_a_person_removed_is_an_alarm_once_and_the_run_goes_on(tmp_path):
    options = CrawlOptions(root=tmp_path, slug="p", delay=0, now=TONIGHT)
    with PracticeServer("plain") as server:
        crawl(server.url, options)
        [file] = (tmp_path / "p").glob("captures/*/*.warc.gz")
        whole = file.read_bytes()
        file.unlink()
        night = crawl("p", replace(options, now=TONIGHT + timedelta(days=1)))
        assert (night.exit, [alarm.code for alarm in night.report.alarms]) == (Exit.ALARM, ["file-gone"])
        assert f"'captures/{file.parent.name}/{file.name}'" in night.message
        file.write_bytes(whole)
        night = crawl("p", replace(options, now=TONIGHT + timedelta(days=2)))
        assert (night.exit, night.report.alarms) == (Exit.OK, [])
    assert verify(tmp_path / "p", workers=1).harms == []
