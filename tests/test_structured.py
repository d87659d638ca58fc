"""What pages say of themselves to machines, however badly."""

import json

import pytest

from archiver import extract
from archiver.reading.document import parse
from archiver.reading.structured import read_structured

URL = "https://so.example/tin/bai-1.html"
LONG = "<p>" + "Ngày hội thi đua của thành phố. " * 20 + "</p>"


def heard(html: str, field: str) -> list[tuple[str, str]]:
    return [(w.rule, w.value) for w in read_structured(parse(html.encode(), URL)).of(field)]


def ld(source: object) -> str:
    return f"<script type='application/ld+json'>{source if isinstance(source, str) else json.dumps(source)}</script>"


ARTICLE = {"@type": "NewsArticle", "headline": "Bài", "datePublished": "2024-05-02"}


@pytest.mark.parametrize(
    "source",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebPage", "name": "Trang"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE)[:-1] + ",}",
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps({"@type": "Organization", "name": "Sở"}) + "\n" + json.dumps(ARTICLE),
        [{"@type": "NewsArticle", "headline": "Bài khác", "url": "/tin/bai-2.html"}, {**ARTICLE, "url": URL}],
    ],
)
def test_json_ld_is_heard_in_all_its_dresses(source):
    assert heard(ld(source), "title")[0] == ("json-ld:headline", "Bài")
    assert heard(ld(source), "published")[0] == ("json-ld:datePublished", "2024-05-02")


def test_broken_json_ld_is_read_by_its_keys_and_says_so():
    torn = '{"@type": "NewsArticle", "headline": "Bài \\"một\\"", "text": "lỗi "ở đây"", "datePublished": "2024-05-02"'
    assert heard(ld(torn), "title") == [("torn-json-ld:headline", 'Bài "một"')]
    assert heard(ld(torn), "published") == [("torn-json-ld:datePublished", "2024-05-02")]


@pytest.mark.parametrize(
    "source", ["", "null", "[]", "{", '"x"', "[" * 5000, {"@type": 3}, {"@type": "NewsArticle", "author": 1.5e3}]
)
def test_nonsense_in_json_ld_is_no_error(source):
    assert heard(ld(source), "title") == []


def test_authors_are_named_by_reference_list_and_kind():
    authors = [{"@id": "#a"}, {"@type": "Organization", "name": "Sở"}, "Hải"]
    graph = {"@graph": [{"@id": "#a", "@type": "Person", "name": "Lan"}, {**ARTICLE, "author": authors}]}
    assert heard(ld(graph), "author") == [
        ("json-ld:author", "Lan"),
        ("json-ld:author(Organization)", "Sở"),
        ("json-ld:author", "Hải"),
    ]


def test_breadcrumbs_become_a_section():
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"name": "Trang chủ"}, {"item": {"name": "Tin tức"}}]}
    assert heard(ld(crumbs), "section") == [("json-ld:BreadcrumbList", "Trang chủ / Tin tức")]


def test_microdata_of_the_page_is_told_from_that_of_the_list_beside_it():
    html = f"""
    <ul><li itemscope itemtype="http://schema.org/NewsArticle"><b itemprop=headline>Tin bên</b>
        <meta itemprop=datePublished content=2020-01-01></li></ul>
    <div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Bài</h1>
        <span itemprop=author itemscope itemtype="http://schema.org/Person"><i itemprop=name>Lan</i></span>
        <time itemprop=datePublished datetime=2024-05-02>hôm qua</time><div itemprop=articleBody>{LONG}</div></div>"""
    assert heard(html, "title") == [("microdata:headline", "Bài")]
    assert heard(html, "published") == [("microdata:datePublished", "2024-05-02")]
    assert heard(html, "author") == [("microdata:author", "Lan")]


def test_meta_is_heard_with_open_graph_before_the_rest():
    html = """<html lang=vi><meta name=description content="Mô tả">
    <meta property=og:title content="Bài &amp;quot;một&amp;quot;">
    <meta property=og:description content=Sapo><meta name=DC.Date.Issued content=2024-05-02>
    <link rel=canonical href=/tin/bai-1><link rel=amphtml href=/amp/bai-1><link rel=next href="?p=2">
    <link rel=alternate type=application/rss+xml href=/rss>"""
    assert heard(html, "title") == [("meta:og:title", 'Bài "một"')]
    assert heard(html, "lead") == [("meta:og:description", "Sapo"), ("meta:description", "Mô tả")]
    assert heard(html, "published") == [("meta:dc.date.issued", "2024-05-02")]
    assert heard(html, "canonical") == [("link:canonical", "https://so.example/tin/bai-1")]
    assert heard(html, "amp") == [("link:amphtml", "https://so.example/amp/bai-1")]
    assert heard(html, "next") == [("link:next", "https://so.example/tin/bai-1.html?p=2")]
    assert heard(html, "feed") == [("link:alternate", "https://so.example/rss")]
    assert heard(html, "language") == [("html:lang", "vi")]


POST = {
    "title": "Bài một",
    "slug": "bai-1.html",
    "content": LONG,
    "publishedAt": "2024-05-02",
    "author": {"name": "Lan"},
}
OTHER = {"title": "Bài khác", "slug": "bai-2.html", "content": LONG * 2}


FLAT = [{"title": 1, "content": 2, "publishedAt": 3, "author": 4}, "Bài một", LONG, "2024-05-02", "Lan"]
ROW = json.dumps("5:" + json.dumps(["$", {"post": POST}]) + "\n")


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("__NEXT_DATA__", " id=__NEXT_DATA__ type=application/json>" + json.dumps({"props": [OTHER, POST]})),
        ("__INITIAL_STATE__", ">window.__INITIAL_STATE__ = " + json.dumps({"a": {"b": POST}}) + ";(function(){})()"),
        ("__NUXT__", ">window.__NUXT__=" + json.dumps({"data": [POST, OTHER]})),
        ("__STATE__", ">window['__STATE__']=JSON.parse(" + json.dumps(json.dumps(POST)) + ")"),
        ("__NUXT_DATA__", " type=application/json id=__NUXT_DATA__>" + json.dumps(FLAT)),
        ("__next_f", ">self.__next_f.push([1," + ROW + "])"),
    ],
)
def test_the_article_is_found_in_the_state_that_scripts_are_fed_with(name, script):
    state = read_structured(parse(f"<script{script}</script>".encode(), URL)).state
    told = {witness.field: witness.value for witness in state}
    assert all(witness.rule.startswith(f"state:{name}:") for witness in state)
    assert told["title"] == "Bài một"
    assert told["body_html"] == LONG
    assert told["published"] == "2024-05-02"
    assert told["author"] == "Lan"


@pytest.mark.parametrize(
    "source", ["window.__X__ = {", "window.__X__ = {a: 1}", "window.__X__=JSON.parse('{')", "var a=1"]
)
def test_a_script_that_holds_no_state_is_no_error(source):
    assert read_structured(parse(f"<script>{source}</script>".encode(), URL)).state == ()


def _post(title: str, slug: str, paragraphs: int, number: int) -> dict[str, object]:
    told = "cả huyện cùng tham gia buổi sáng, nhiều đơn vị cử người đến dự và góp ý."
    return {"title": title, "slug": slug, "id": number, "content": f"<p>{title}: {told}</p>" * paragraphs}


OWN = _post("Khai mạc hội thi tuyên truyền viên giỏi năm 2023", "khai-mac-hoi-thi", 4, 512)
LONGER = [_post("Bế mạc lớp tập huấn công tác thi đua", "be-mac-lop-tap-huan", 9, 511),
          _post("Trao quà cho học sinh nghèo vượt khó", "trao-qua-hoc-sinh", 12, 510)]  # fmt: skip
UNNAMED = {key: value for key, value in OWN.items() if key not in ("slug", "id")}


@pytest.mark.parametrize("shell", [
    '<body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{}</script>',
    "<body><nav>" + "<a href='/m'>Mục của cổng thông tin</a> " * 20 + "</nav><script>__INITIAL_STATE__ = {}</script>",
])  # fmt: skip
@pytest.mark.parametrize(("state", "path", "title"), [
    ({"posts": [LONGER[0], OWN, LONGER[1]]}, "/tin/khai-mac-hoi-thi", ""),
    ({"posts": [LONGER[0], OWN, LONGER[1]]}, "/tin/khai-mac-hoi-thi-a512.html?x=1", ""),
    ({"posts": [LONGER[0], OWN, LONGER[1]]}, "/tin?slug=khai-mac-hoi-thi", ""),
    ({"posts": [*LONGER, UNNAMED]}, "/tin/khai-mac-hoi-thi-tuyen-truyen-vien", ""),
    ({"posts": [*LONGER, UNNAMED]}, "/tin/x", OWN["title"]),
    ({"post": UNNAMED, "latest": LONGER}, "/tin/x", ""),
])  # fmt: skip
def test_of_several_stories_in_a_state_the_one_of_the_address_is_read(shell, state, path, title):
    page = f"<html><head><title>{title} | Cổng</title></head>" + shell.format(json.dumps(state, ensure_ascii=False))
    article = extract(page.encode(), "https://huyen.example.vn" + path)
    assert (article.title, article.body.split(":")[0]) == (OWN["title"], OWN["title"])
