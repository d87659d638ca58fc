# ruff: noqa: E501 - pages in a table are easier to read on one line
"""How a site is walked, thought out without a network: scripts, doors, turning, budgets, schedule, sitemaps, feeds."""

from __future__ import annotations

import gzip
from datetime import date, datetime, timedelta
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from archiver.reading.document import parse
from archiver.reading.state import drawn
from archiver.shapes import ICT, Postback
from archiver.walking import schedule
from archiver.walking.budgets import Budgets
from archiver.walking.doors import find_doors, worth
from archiver.walking.feeds import read_feed
from archiver.walking.identity import Seen, alike, canonical_of, identify
from archiver.walking.schedule import History, next_due, term
from archiver.walking.scripted import sources
from archiver.walking.shells import Shells
from archiver.walking.signs import sign_of_more
from archiver.walking.sitemaps import read_sitemap
from archiver.walking.source import Source, is_the_last
from archiver.walking.turning import Sheet, Walk, vanished
from spiders.forms import form_request
from spiders.listings import _ask

NOW = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)


# --- scripts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "items", "address"),
    [
        ("<script>fetch('/api/tin?page=' + trang)</script>", 10, "http://a.vn/api/tin?page=2"),
        ("<script>var p = 1; $.get('/Home/Load', {pageIndex: p + 1, ps: 10})</script>", 10, "http://a.vn/Home/Load?pageIndex=2&ps=10"),
        ("<script>let n = 0; fetch(`/api/tin?p=${n}&size=20`)</script>", 0, "http://a.vn/api/tin?p=0&size=20"),
        ("<a data-url='/ajax/list' data-page=3></a><script>b=$(this);$.getJSON(b.data('url'), {page: b.data('page')})</script>",
         10, "http://a.vn/ajax/list?page=3"),
        ("<script>var skip=8;axios.get('/api/n',{params:{offset:skip,limit:8}})</script>", 8, "http://a.vn/api/n?offset=8&limit=8"),
        ("<script>x.open('GET', '/list.ashx?cat=' + 5 + '&page=' + page)</script>", 4, "http://a.vn/list.ashx?cat=5&page=2"),
        ("<input id=muc value=7><script>fetch(`/tin?muc=${document.getElementById('muc').value}&p=${p}`)</script>", 4, "http://a.vn/tin?muc=7&p=2"),
        ("<script>n={data:{page:1,so:9},m(){this.$axios.$get('/api',{params:{muc:this.$route.params.slug,page:this.page,limit:this.so}})}}</script>",
         9, "http://a.vn/api?muc=thi-dua&page=2&limit=9"),
        ("<table class=easyui-datagrid data-options=\"url:'/ds',method:'get',pagination:true,pageSize:20\"></table>", 0, "http://a.vn/ds?page=1&rows=20"),
        ("<table data-toggle=table data-url=/ds data-side-pagination=server></table>", 0, "http://a.vn/ds?offset=0&limit=10"),
        ("<table data-toggle=table data-url=/ds data-pagination=true></table>", 0, None),
    ],
)  # fmt: skip
def test_what_a_script_would_fetch_next_is_worked_out_and_not_run(page, items, address):
    found = sources(html.fromstring(f"<html><body>{page}</body></html>"), "http://a.vn/muc/thi-dua", items=items)
    assert [source.address for source in found if source.counts or address is None] == [address or "http://a.vn/ds"]


@pytest.mark.parametrize(
    ("script", "path", "address"),
    [
        ("const ma = location.pathname.split('-').pop(); fetch(`/api/tin/${ma}`)", "bai/hop-bao-33", "http://a.vn/api/tin/33"),
        ("var p = location.pathname.split('/'), ma = p[2]; fetch('/api/tin/' + ma)", "bai/33/hop-bao", "http://a.vn/api/tin/33"),
        ("var p = window.location.pathname.split('/'); $.get('/api/tin', {ma: p.pop().split('.')[0]})", "bai/33.html", "http://a.vn/api/tin?ma=33"),
        ("let q = new URLSearchParams(window.location.search); fetch('/api/tin/' + q.get('id'))", "xem?id=33", "http://a.vn/api/tin/33"),
        ("axios.get('/api/tin/' + new URLSearchParams(location.search).get('id'))", "xem?id=33", "http://a.vn/api/tin/33"),
        ("var ma = location.pathname.split('/')[4]; fetch('/api/tin/' + ma)", "bai/33", None),
        ("function f(p) { fetch('/api/tin/' + p[1]); } var p = location.pathname.split('/')", "bai/33", None),
        ("fetch('/api/tin/' + new URLSearchParams(location.search).get('id'))", "xem?id=%27%2Bx", None),
    ],
)  # fmt: skip
def test_what_a_script_takes_of_its_pages_address_is_asked_where_a_list_names_the_page(script, path, address):
    more = "<script>let n = 1; fetch('/api/ds?trang=' + n);"
    page = html.fromstring(f"<html><body><div id=app></div>{more} {script}</script></body></html>")
    found = sources(page, f"http://a.vn/{path}", items=0, listed=True)
    assert [source.address for source in found] == [address or "http://a.vn/api/ds?trang=1"]
    unnamed = sources(page, f"http://a.vn/{path}", items=0)  # a section, as likely as not: its list comes first
    assert unnamed[0].address == "http://a.vn/api/ds?trang=1"


FORGED = """<meta name=csrf-token content=x7><button data-cm=3>Xem thêm</button><script>
  $.ajaxSetup({headers: {'X-CSRF-TOKEN': $('meta[name="csrf-token"]').attr('content')}}); let trang = 1; trang++;
  $.ajax({url: '/them', type: 'POST', data: {_token: $('meta[name="csrf-token"]').attr('content'), cm: $(this).data('cm'), trang: trang}})
  </script>"""


def test_a_service_that_wants_the_token_of_its_page_is_asked_with_it_as_its_script_would():
    (source,) = sources(html.fromstring(f"<html><body>{FORGED}</body></html>"), "http://a.vn/", items=5)
    assert source.fields == (("_token", "x7"), ("cm", "3"), ("trang", "2"))
    request = form_request(_ask(source, Walk("k", "u")))
    assert request.headers["X-CSRF-TOKEN"] == b"x7"
    assert request.headers["X-Requested-With"] == b"XMLHttpRequest"
    assert source.turned().headers == source.headers


def test_a_post_with_an_offset_is_turned_by_the_size_of_a_page():
    page = "<script>var skip = 8, take = 8; $.ajax({url: '/More', type: 'POST', data: {id: 3, skip: skip, take: take}})</script>"
    (source,) = sources(html.fromstring(f"<html><body>{page}</body></html>"), "http://a.vn/", items=8)
    assert (source.method, source.fields) == ("POST", (("id", "3"), ("skip", "8"), ("take", "8")))
    assert dict(source.turned(8).fields)["skip"] == "16"


@pytest.mark.parametrize(
    "script",
    [
        "fetch('/api/tin?page=' + Math.random())",
        "fetch(compute(1))",
        "$.get('/x.js')",
        "fetch('https://www.google-analytics.com/c?page=1')",
        "fetch('/api?token=' + secret() + '&page=' + p)",
    ],
)
def test_what_only_running_a_script_could_tell_is_left_alone(script):
    found = sources(html.fromstring(f"<html><body><script>{script}</script></body></html>"), "http://a.vn/", items=5)
    assert [source for source in found if source.counts and "Math" not in script] == []


@pytest.mark.parametrize(
    ("shell", "trusted"),
    [
        ("<title>{title}</title><i data-api='/api/{n}'></i>", True),
        ("<div id=app></div><script>page = 7; ask('/api/' + slug)</script>", True),
        ("<div id=app></div><!-- {random} -->", False),
        ("<title>{title}</title><p>{text}</p>", False),
    ],
)
def test_a_page_is_not_asked_only_where_each_byte_of_those_before_it_was_foretold(shell, trusted):
    shells = Shells()
    for n in (7, 21, 34, 55, 89, 144):
        title, text = f'Hội nghị "giao ban" & tuần {n}', f"Có {n * n} đại biểu."
        body = shell.format(title=escape(title), n=n, random=hash((n, "x")), text=text).encode()
        shells.showed("/tin/9", f"http://a.vn/tin/{n}", title, body, Source(f"http://a.vn/api/{n}"))
        shells.gave("/tin/9")
    told = Shells.recalled(shells.remembered()).foretold("/tin/9", "http://a.vn/tin/233")
    assert (told and told.address) == ("http://a.vn/api/233" if trusted else None)
    assert shells.source("/tin/9", "http://a.vn/tin/233") == told
    assert shells.source("/tin/9", "http://a.vn/tin/cu/233") is None


GRAPH = """async function gql(query, variables) { return fetch('/g', {method: 'POST', body: JSON.stringify({ query, variables })}); }
  const Q = 'query { tin }'; let after = null; const d = await gql(Q, { first: 5, after: after }); after = d.pageInfo.endCursor;"""
SHOWS = "rows.forEach(r => ve('<a href=\"/tin/' + r.ma + '.html\">' + r.title + '</a>'));"


@pytest.mark.parametrize(
    ("script", "first", "answer", "second"),
    [
        ("let c = 'b1'; fetch(`/api?n=5&con_tro=${c}`).then(d => c = d.meta.tiep)",
         {"n": "5", "con_tro": "b1"}, '{"tin": %s, "meta": {"tiep": "b2"}}', {"n": "5", "con_tro": "b2"}),
        ("let sau = ''; fetch('/api?limit=5' + (sau ? '&xin=' + sau : '')).then(d => { sau = d.next })",
         {"limit": "5"}, '{"tin": %s, "next": "x"}', {"limit": "5", "xin": "x"}),
        (GRAPH, {"query": "query { tin }", "variables": '{"first": 5}'},
         '{"tin": {"edges": [{"node": {"title": "Lễ ký kết hợp tác"}}], "pageInfo": {"hasNextPage": true, "endCursor": "z"}}}',
         {"query": "query { tin }", "variables": '{"first": 5, "after": "z"}'}),
        ("let m; goi('/api', {last_id: m}); function goi(u, p) { return $.get(u, p) } m = d[d.length - 1].ma",
         {}, "%s", {"last_id": "8"}),
        ("var v = JSON.stringify({trang: 1, so: {luong: 4}}); fetch('/g?op=x&v=' + encodeURIComponent(v))",
         {"op": "x", "v": '{"trang": 1, "so": {"luong": 4}}'}, "%s", {"op": "x", "v": '{"trang": 2, "so": {"luong": 4}}'}),
        ("const api = axios.create({baseURL: '/api'}); const ds = page => api.get('/tin', {params: {page, size: 4}})",
         {"page": "1", "size": "4"}, "%s", {"page": "2", "size": "4"}),
        ("$('#t').dataTable({bServerSide: true, sAjaxSource: '/x.ashx', iDisplayLength: 2})",
         {"sEcho": "1", "iDisplayStart": "0", "iDisplayLength": "2", "sSearch": ""}, "%s",
         {"sEcho": "1", "iDisplayStart": "2", "iDisplayLength": "2", "sSearch": ""}),
    ],
)  # fmt: skip
def test_the_following_part_is_asked_for_with_what_the_answer_gave(script, first, answer, second):
    rows = '[{"ma": 9, "title": "Hội nghị tổng kết công tác"}, {"ma": 8, "title": "Lễ trao tặng bằng khen"}]'
    page = html.fromstring(f"<html><body><script>{script};{SHOWS}</script></body></html>")
    source = next(one for one in sources(page, "http://a.vn/tin", items=0) if one.counts)
    body = (answer % rows if "%s" in answer else answer).encode()
    assert dict(source.sent) == first
    assert dict(source.following(body, 2).sent) == second
    assert b"http://a.vn/tin/9.html" in source.linked(body, "http://a.vn/tin") or "edges" in answer
    last = b'{"data": [{"title": "A day of four words"}], "hasMore": false, "next": "y"}'
    assert is_the_last(last, seen=3)
    assert source.token is None or source.following(last, 1) is None


@given(st.text(alphabet="fetch('\"`+{}()[]/$?=&;,:.abc1 \n\\", max_size=200))
def test_no_script_breaks_the_reader_of_scripts(script):
    root = html.fromstring("<html><body><script></script></body></html>")
    root.find(".//script").text = "fetch(" + script
    assert isinstance(list(sources(root, "http://a.vn/", items=1)), list)


# --- pages that a script draws ------------------------------------------------------------------------------------------


def test_a_list_in_json_becomes_a_list_with_its_next_page():
    page = drawn(
        b'{"data": [{"TieuDe": "A", "Url": "/t/1", "NgayDang": "/Date(1357000000000)/"}], "page": 1, "totalPages": 3}',
        "http://a.vn/api?page=1", "application/json",
    )  # fmt: skip
    assert '<a href="/t/1">A</a> <span class="date">2013-01-01' in page
    assert 'rel="next" href="http://a.vn/api?page=2"' in page


def test_an_article_in_json_becomes_an_article():
    page = drawn(
        '{"title": "Tin <b>A</b>", "content": "<p>Nội dung bài viết đủ dài để là bài.</p>", "publishedAt": "2025-03-04T08:00:00+07:00",'
        ' "attachments": [{"name": "Quyết định", "url": "/f/1.pdf"}]}'.encode(), "http://a.vn/api/1", "application/json",
    )  # fmt: skip
    assert "<h1>Tin A</h1>" in page
    assert 'datetime="2025-03-04T08:00:00+07:00"' in page
    assert '<a href="/f/1.pdf">Quyết định</a>' in page


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"a": 1}', b"[[[[", b"null", b'{"title": "A"}'])
def test_json_that_says_nothing_is_drawn_as_nothing(body):
    assert drawn(body, "http://a.vn/api", "application/json") is None


# --- doors ------------------------------------------------------------------------------------------------------------


def test_frames_refreshes_feeds_and_selects_are_doors():
    page = html.fromstring(
        """<html><head><meta http-equiv=refresh content="0; url=/trang-chu"><link rel=alternate type="application/rss+xml"
        href="/rss"></head><body><iframe src="/khung.htm"></iframe><iframe src="javascript:x"></iframe>
        <select onchange="location=this.value"><option value="/luu-tru/2024">2024<option value="/luu-tru/2023">2023</select>
        <form action="/tra-cuu"><select name=nam><option value=2024><option value=2023></select></form></body></html>"""
    )
    doors = find_doors(page, "http://a.vn/")
    assert doors.moves_to == "http://a.vn/trang-chu"
    assert doors.frames == ("http://a.vn/khung.htm",)
    assert doors.feeds == ("http://a.vn/rss",)
    assert doors.options == (
        "http://a.vn/luu-tru/2024", "http://a.vn/luu-tru/2023", "http://a.vn/tra-cuu?nam=2024", "http://a.vn/tra-cuu?nam=2023",
    )  # fmt: skip


def test_a_form_by_post_is_a_door_with_its_hidden_fields():
    page = html.fromstring(
        "<form method=post action=/loc><input type=hidden name=k value=1><select name=nam><option>2024"
        "<option value=2024>2024<option value=2023>2023</select></form>"
    )
    assert find_doors(page, "http://a.vn/").options == (
        Postback("http://a.vn/loc", "POST", (("k", "1"), ("nam", "2024"))),
        Postback("http://a.vn/loc", "POST", (("k", "1"), ("nam", "2023"))),
    )


def test_a_select_that_puts_its_value_into_an_address_leads_there():
    page = html.fromstring(
        """<select onchange="window.location.href='/tin?nam='+this.value"><option>2025</option><option value=2026>Năm nay</select>
        <select onchange="location = '/muc/' + this.options[this.selectedIndex].value + '.html'"><option value=a><option value=b>"""
    )
    assert find_doors(page, "http://a.vn/").options == (
        "http://a.vn/tin?nam=2025",
        "http://a.vn/tin?nam=2026",
        "http://a.vn/muc/a.html",
        "http://a.vn/muc/b.html",
    )


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://a.vn/tin/5.html", "page"),
        ("http://a.vn/van-ban/5.PDF", "document"),
        ("http://a.vn/anh/5.jpg?w=100", "picture"),
        ("http://a.vn/style.css", "file"),
        ("http://a.vn/dang-nhap", "no-go"),
        ("http://a.vn/Login.aspx", "no-go"),
        ("http://a.vn/thong-bao-dang-ky-thi-dua-nam-2024", "page"),
    ],
)
def test_what_a_link_is_worth_is_seen_by_its_look(url, kind):
    assert worth(url) == kind


# --- turning ------------------------------------------------------------------------------------------------------------


def test_a_first_walk_goes_on_past_what_other_ways_have_found():
    walk = Walk("k", "u")
    assert walk.read(Sheet("u", ("1", "2"), unknown=0, has_next=True)) is None
    assert walk.read(Sheet("u2", ("3",), unknown=0, has_next=False)) == "last-page"
    assert walk.complete


def test_a_later_walk_stops_where_everything_is_known():
    walk = Walk("k", "u", to_the_end=False)
    assert walk.read(Sheet("u", ("9", "8"), unknown=1, has_next=True)) is None
    assert walk.read(Sheet("u2", ("7", "6"), unknown=0, has_next=True)) == "known"


def test_a_look_beyond_what_is_known_turns_one_page_and_no_more():
    walk = Walk("k", "u", to_the_end=False, beyond=True)
    assert walk.read(Sheet("u", ("9", "8"), unknown=0, has_next=True)) is None
    assert walk.read(Sheet("u2", ("7", "6"), unknown=0, has_next=True)) == "known"


@pytest.mark.parametrize(
    ("sheets", "ended"),
    [
        ([("1", "2"), ("1", "2"), ("2", "1")], "loop"),
        ([("1",), ()], "empty"),
    ],
)
def test_a_listing_that_repeats_or_runs_dry_is_over(sheets, ended):
    walk = Walk("k", "u")
    said = [walk.read(Sheet(f"u{n}", items, has_next=True)) for n, items in enumerate(sheets)]
    assert said[-1] == ended


def test_what_the_site_prints_is_held_against_what_was_seen():
    walk = Walk("k", "u")
    walk.read(Sheet("u", tuple("abcde"), has_next=False, total=57))
    assert walk.shortfall == "the site says 57 items, 5 were read"


def test_an_item_gone_from_between_its_neighbours_is_suspected_and_one_pushed_over_is_not():
    assert vanished(["a", "b", "c", "d"], ["x", "a", "c"], more=True) == ["b"]
    assert vanished(["a", "b"], ["x", "y"], more=True) == []


# --- budgets and schedule -----------------------------------------------------------------------------------------------


def test_an_endless_calendar_is_left_and_named_while_the_news_goes_on():
    budgets = Budgets()
    for month in range(30):
        if budgets.refusal("/lich?thang") is None:
            budgets.note("/lich?thang", f"http://a.vn/lich?thang={month}", yielded=False)
        else:
            budgets.refuse("/lich?thang")
        budgets.note("/tin/9", f"http://a.vn/tin/{month}", yielded=True)
    assert budgets.left == {"/lich?thang": 20}
    assert budgets.refusal("/tin/9") is None
    assert "trap: /lich?thang" in budgets.hit()[0]


def test_two_filters_that_showed_nothing_speak_for_the_others_unless_one_ever_showed_something():
    budgets = Budgets()
    budgets.note("filter muc", "http://a.vn/loc?muc=1", yielded=False)
    assert budgets.barren_filter(("muc",)) is None
    for name in ("nam", "thang"):
        for value in range(3):
            budgets.note(f"filter {name}", f"http://a.vn/loc?{name}={value}", yielded=False)
    assert budgets.barren_filter(("muc",)) == "filter muc"
    budgets.note("filter nguon", "http://a.vn/loc?nguon=1", yielded=True)
    assert budgets.barren_filter(("muc",)) is None


@pytest.mark.parametrize(
    ("published", "within"),
    [
        (date(2026, 11, 30), timedelta(days=1)),
        (date(2026, 11, 10), timedelta(days=7)),
        (date(2026, 3, 1), timedelta(days=90)),
        (date(2013, 1, 25), timedelta(days=365)),
    ],
)
def test_an_article_is_asked_again_within_the_time_that_its_age_promises(published, within):
    due = next_due(History("article", NOW, published=published, first_seen=NOW), "http://a.vn/tin/5")
    assert NOW < due <= NOW + within


def test_an_old_article_that_was_edited_lately_is_watched_like_a_young_one():
    history = History("article", NOW, published=date(2013, 1, 25), first_seen=NOW - timedelta(days=400), changed=NOW)
    assert term(history) == schedule.NIGHT


def test_an_article_that_did_not_answer_is_asked_the_next_day():
    assert next_due(History("article", NOW, misses=1), "u") <= NOW + timedelta(days=1)


# --- sitemaps and feeds -------------------------------------------------------------------------------------------------


def test_sitemaps_are_read_packed_torn_as_index_and_as_text():
    urlset = b"<urlset><url><loc>http://a.vn/1</loc></url><url><loc>http://a.vn/2</loc><lastmod>2024-01-01</lastmod></url></urlset>"
    assert [e.url for e in read_sitemap(gzip.compress(urlset), "http://a.vn/s.xml.gz").entries] == [
        "http://a.vn/1",
        "http://a.vn/2",
    ]
    assert len(read_sitemap(urlset[:-30], "http://a.vn/s.xml").entries) == 2
    index = b'<?xml version="1.0"?><sitemapindex xmlns="x"><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>'
    assert [c.url for c in read_sitemap(index, "http://a.vn/s.xml").children] == ["http://a.vn/s1.xml"]
    assert len(read_sitemap(b"http://a.vn/1\nhttp://a.vn/2\n", "http://a.vn/s.txt").entries) == 2


def test_a_bomb_in_a_sitemap_goes_off_nowhere():
    bomb = (
        b'<!DOCTYPE a [<!ENTITY b "'
        + b"x" * 1000
        + b'"><!ENTITY c "&b;&b;&b;">]><urlset><url><loc>http://a.vn/&c;</loc></url></urlset>'
    )
    assert all(len(entry.url) < 100 for entry in read_sitemap(bomb, "http://a.vn/s.xml").entries)
    assert not read_sitemap(gzip.compress(b"<urlset>" + b" " * 10_000_000), "http://a.vn/s.xml.gz").entries


def test_feeds_of_every_make_say_the_same():
    rss = b"<rss><channel><item><title>T</title><link>http://a.vn/1</link><pubDate>Fri, 25 Jan 2013 08:00:00 +0700</pubDate></item></channel></rss>"
    atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><link rel="alternate" href="http://a.vn/1"/></entry></feed>'
    feed = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "http://a.vn/1", "title": "T"}]}'
    for body in (rss, atom, feed):
        (item,) = read_feed(body, "http://a.vn/feed").items
        assert (item.url, item.title) == ("http://a.vn/1", "T")


@given(st.binary(max_size=300))
def test_no_bytes_break_the_readers_of_sitemaps_and_feeds(body):
    for around in (b"%b", b"<urlset><url><loc>%b</loc></url></urlset>", b"<sitemapindex><sitemap><loc>%b</loc>"):
        sitemap = read_sitemap(around % body, "http://a.vn/s.xml")
        for entry in (*sitemap.entries, *sitemap.children) if sitemap else ():
            assert entry.url.startswith(("http://", "https://"))
    for around in (b"%b", b"<rss>%b", b"<rss><channel><item><link>%b</link></item></channel></rss>"):
        feed = read_feed(around % body, "http://a.vn/rss")
        for item in feed.items if feed else ():
            assert item.url.startswith(("http://", "https://"))
    page = drawn(body, "http://a.vn/", "application/json")
    assert page is None or page.endswith("</body></html>")


# --- identity -----------------------------------------------------------------------------------------------------------


class Other:
    """A known article, as little of it as is compared."""

    def __init__(self, key: str, published: str | None, digest: str = "d", title_key: str | None = "t|") -> None:
        self.id, self.key, self.published, self.text_digest, self.title_key = "x", key, published, digest, title_key


@pytest.mark.parametrize(
    ("seen", "other", "same"),
    [
        (Seen("a.vn/2", "t|", "2013-01-25", "d", 900), Other("a.vn/1", "2013-01-25"), True),
        (Seen("a.vn/2", "t|", "2013-02-25", "d", 900), Other("a.vn/1", "2013-01-25"), False),
        (Seen("a.vn/2", "t|", None, "d", 900), Other("a.vn/1", "2013-01-25"), True),
        (Seen("a.vn/anh-2", "t|", "2013-01-25", "d", 40), Other("a.vn/anh-1", "2013-01-25"), False),
        (Seen("a.vn/b/hop-345", "t|", "2013-01-25", "d", 40), Other("a.vn/a/hop-345", "2013-01-25"), True),
    ],
)
def test_equal_words_are_one_article_only_with_an_equal_day_or_a_shared_number(seen, other, same):
    assert (identify(seen, None, None, [other]) is not None) == same


def test_a_canonical_link_that_every_page_shares_is_not_believed():
    hosts = frozenset({"a.vn"})
    for said in ("http://a.vn/", "http://b.vn/tin/5", "http://a.vn/chitiet.aspx", "http://a.vn/tin/hoi-nghi-khac-77"):
        url = "http://a.vn/chitiet.aspx?ItemID=345"
        assert canonical_of(url, said, start="http://a.vn/", hosts=hosts) == url


def test_texts_are_alike_give_or_take_a_line_and_not_a_name():
    text = " ".join(f"từ{n}" for n in range(120))
    assert alike(text, text + " Bản in từ trang tin của Sở")
    assert not alike(text, " ".join(f"từ{n}" for n in range(60, 180)))


# --- signs of more ------------------------------------------------------------------------------------------------------

ROWS = '[{"title": "Hội nghị tổng kết công tác năm"}, {"title": "Lễ trao tặng bằng khen năm 2024"}]'
MOUNT = '<html><body><div id="app"></div><script src="/a.js"></script></body></html>'
LIST = "<html><body><ul><li><a href=/1>Hội nghị tổng kết</a></ul>%s</body></html>"


@pytest.mark.parametrize(
    ("page", "items", "sign"),
    [
        (f'{{"news": {{"nodes": {ROWS}, "pageInfo": {{"hasNextPage": true, "endCursor": "b"}}}}}}', 2, "hasNextPage"),
        (f'{{"news": {{"nodes": {ROWS}, "pageInfo": {{"hasNextPage": false, "endCursor": "b"}}}}}}', 2, None),
        (f'{{"tin": {ROWS}, "tong_so": 57}}', 2, "count 57, 2"),
        (f'{{"data": {{"items": {ROWS}}}, "meta": {{"totalPages": 4, "page": 2}}}}', 2, "page 2 of 4"),
        (f'{{"data": {{"items": {ROWS}}}, "meta": {{"totalPages": 4, "page": 4, "total": 38}}}}', 2, None),
        (f'{{"data": {ROWS}, "paging": {{"next_cursor": null}}}}', 2, None),
        (f'{{"data": {ROWS}}}', 0, "2 titles without an address"),
        ('{"errors": [{"message": "PersistedQueryNotFound"}]}', 0, "error"),
        ('{"menus": [{"name": "Tin tức"}, {"name": "Liên hệ"}], "total": 60}', 2, None),
        (f'<script id="__NEXT_DATA__" type="application/json">{{"posts": {ROWS}, "page": 1, "totalPages": 3}}</script>', 2, "page 1 of 3"),
        (LIST % "<div data-next-cursor='x7'></div>", 1, "data-next-cursor"),
        (LIST % "<div data-total='57'></div>", 1, "data-total='57'"),
        (LIST % "<div data-total='1' data-cursor=''></div>", 1, None),
        (LIST % "<button>Xem thêm</button>", 1, "Xem thêm"),
        (LIST % "<a href='/2'>Xem thêm</a>", 1, None),
        (LIST % "<script>$('#t').DataTable({serverSide: true, ajax: x()})</script>", 0, "serverSide"),
        (LIST % "<script>let after = '', hasMore = false; fetch(u(after)).then(d => hasMore = d.hasMore)</script>", 1, None),
        (LIST % "<script>let totalPages = 6; fetch(u(1))</script>", 1, "totalPages = 6"),
        (LIST % "<script>var st = {hasMore: true}; onscroll = () => Feed.pull(st)</script>", 1, "hasMore: true"),
        ("<html><body><h1>Tin</h1><table data-url='/api/tin'></table></body></html>", 0, "a table that '/api/tin' fills"),
        (MOUNT, 0, "empty but for its script"),
        (LIST % "", 1, None),
    ],
)  # fmt: skip
def test_a_page_that_shows_signs_of_more_is_not_taken_for_the_end(page, items, sign):
    document = None if page.startswith("{") else parse(page.encode(), "http://a.vn/")
    said = sign_of_more(page.encode(), document, items=items, seen=items)
    assert said is None if sign is None else sign in said


def test_a_walk_that_ends_under_a_sign_of_more_is_not_complete():
    walk = Walk("k", "u")
    walk.read(Sheet("u", ("1", "2")))
    assert (walk.complete, walk.shortfall) == (True, None)
    walk.more = "its data say 'hasNextPage': True, and no way on was found"
    assert (walk.complete, walk.shortfall) == (False, walk.more)
