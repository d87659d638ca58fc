"""Headline and authors where the page, its metadata and its template tell different stories."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import json

import pytest

from archiver import extract

URL = "https://www.dailyharbour.example/2024/05/06/ferry-strike.html"
T = "Ferry crews end strike after three weeks of talks"
PARAS = "".join(
    f"<p>{line}</p>"
    for line in (
        "Crews on the eastern route went back to work on Monday after the operator agreed to hire forty more sailors.",
        "The union said that the agreement would be put to a vote of its members before the end of the month at the latest.",
        "Travellers had been taken across by fishing boats, some of which charged ten times the fare of the public ferry.",
    )
)


def og(name: str, value: str) -> str:
    return f'<meta property="og:{name}" content="{value}">'


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def read(head: str, top: str, url: str = URL):
    return extract(
        f"<html><head>{head}</head><body><nav><a href='/'>Home</a></nav><main>{top}{PARAS}</main></body></html>".encode(),
        url,
    )


TITLES = {
    "all agree": (og("title", T) + f"<title>{T}</title>", f"<h1>{T}</h1>"),
    "the site's name behind a bar, said by Open Graph": (
        og("title", f"{T} | Daily Harbour") + og("site_name", "Daily Harbour") + f"<title>{T} | Daily Harbour</title>",
        f"<h1>{T}</h1>",
    ),
    "the site's name, which only the publisher says, and no heading": (
        ld(headline=f"{T} - Daily Harbour", publisher={"@type": "Organization", "name": "Daily Harbour"}),
        "",
    ),
    "the site's name, which only the address says": (f"<title>{T} | DailyHarbour</title>", ""),
    "the site's name before the headline": (og("site_name", "Daily Harbour") + f"<title>Daily Harbour: {T}</title>", f"<h1>{T}</h1>"),
    "a section and the site behind the headline": (f"<title>{T} - Transport - Daily Harbour</title>" + og("title", T), f"<h1>{T}</h1>"),
    "a kicker within the heading": (og("title", T) + ld(headline=T), f'<h1><span class="kicker">Harbour news</span> {T}</h1>'),
    "a heading broken in two": (og("title", T), "<h1>Ferry crews end strike<br>after three weeks of talks</h1>"),
    "a heading broken in two, and nothing else": ("", "<h1>Ferry crews end strike<br>after three weeks of talks</h1>"),
    "a label for screen readers alone": (og("title", T), f'<h1><span class="visually-hidden">Article: </span>{T}</h1>'),
    "a badge behind the heading": (og("title", T) + ld(headline=T), f'<h1>{T} <span class="badge">Premium</span></h1>'),
    "a subtitle within the heading": (og("title", T) + ld(headline=T), f"<h1>{T} <small>Forty sailors will be hired</small></h1>"),
    "a headline cut off for machines": (ld(headline=T[:30] + "…") + og("title", T[:30] + "..."), f"<h1>{T}</h1>"),
    "a logo in the first heading": (og("title", T), f"<h1><a href='/'>Daily Harbour</a></h1><h2>{T}</h2>"),
    "entities escaped twice": (og("title", T.replace(" end", " &amp;amp; end").replace(" &amp;amp; end", " end")), f"<h1>{T}</h1>"),
    "capitals on the page": (og("title", T) + ld(headline=T), f"<h1>{T.upper()}</h1>"),
    "the name of a template in Twitter's card": (og("title", T) + '<meta name="twitter:title" content="Daily Harbour">', f"<h1>{T}</h1>"),
    "no heading at all": (og("title", T) + f"<title>{T}</title>", ""),
    "JSON-LD in a graph": (
        '<script type="application/ld+json">' + json.dumps({"@graph": [{"@type": "WebSite", "name": "Daily Harbour"}, {"@type": "Article", "headline": T}]}) + "</script>",
        f'<div class="headline">{T}</div>',
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TITLES)
def test_the_headline_is_what_witnesses_agree_on_without_what_belongs_to_the_site(case):
    head, top = TITLES[case]
    assert read(head, top).title == T


def test_of_printings_that_differ_in_their_marks_alone_the_one_that_most_give_is_taken():
    head = og("title", "Ferry crews: “We won”") + ld(headline="Ferry crews: “We won”")
    assert read(head, "<h1>Ferry crews – We won</h1>").title == "Ferry crews: “We won”"


def test_a_vietnamese_headline_is_printed_as_the_page_prints_it():
    title = "HỘI NGHỊ SƠ KẾT PHONG TRÀO THI ĐUA NĂM 2021"
    page = (
        f"{og('title', title.capitalize())}<h1>{title}</h1>"
        "<p>Sáng nay, xã An Lạc tổ chức hội nghị sơ kết phong trào thi đua yêu nước, với hơn 100 đại biểu tham dự.</p>"
    )
    assert extract(page.encode(), "http://anlac.example.vn/1").title == title


AUTHORS = {
    "one, as an object": (ld(headline=T, author={"@type": "Person", "name": "Ann Lee"}), "", ["Ann Lee"]),
    "a list": (ld(headline=T, author=[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ng"}]), "", ["Ann Lee", "Bo Ng"]),
    "strings": (ld(headline=T, author=["Ann Lee", "Bo Ng"]), "", ["Ann Lee", "Bo Ng"]),
    "two in one string": (ld(headline=T, author="By Ann Lee and Bo Ng"), "", ["Ann Lee", "Bo Ng"]),
    "by reference": (
        '<script type="application/ld+json">' + json.dumps({"@graph": [{"@type": "NewsArticle", "headline": T, "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ann Lee"}]}) + "</script>",
        "", ["Ann Lee"],
    ),
    "an agency": (ld(headline=T, author={"@type": "Organization", "name": "Reuters"}), "", ["Reuters"]),
    "meta": ('<meta name="author" content="Ann Lee">', "", ["Ann Lee"]),
    "an address is no name": ('<meta property="article:author" content="https://social.example/ann"><meta name="author" content="Ann Lee">', "", ["Ann Lee"]),
    "printed": ("", '<p class="byline">By Ann Lee</p>', ["Ann Lee"]),
    "printed in German": ("", '<p class="autor">Von Ann Lee und Bo Ng</p>', ["Ann Lee", "Bo Ng"]),
    "with a post behind": ("", '<p class="byline">By Ann Lee, Transport Correspondent</p>', ["Ann Lee"]),
    "with a place behind": ("", '<p class="byline">By Ann Lee in Port Hedland</p>', ["Ann Lee"]),
    "a link and a post without a space between": ("", '<div class="author"><a href="/author/ann">Ann Lee</a><span>Staff Writer</span></div>', ["Ann Lee"]),
    "links to authors": ("", '<p>By <a rel="author" href="/by/ann">Ann Lee</a> and <a rel="author" href="/by/bo">Bo Ng</a></p>', ["Ann Lee", "Bo Ng"]),
    "twice": (ld(headline=T, author=[{"name": "Ann Lee"}, {"name": "ann lee"}]), "", ["Ann Lee"]),
    "metadata name who typed it in, the page who wrote it": (ld(headline=T, author="Cy Wu"), '<div class="author">Ann Lee</div>', ["Ann Lee"]),
    "metadata name an agency that the page prints, too": (ld(headline=T, author="Reuters"), '<div class="author">Ann Lee</div><p>Reuters</p>', ["Reuters"]),
    "nobody": ('<meta name="author" content="admin">', "", []),
}  # fmt: skip


@pytest.mark.parametrize("case", AUTHORS)
def test_authors_are_names_without_labels_posts_and_doubles(case):
    head, line, names = AUTHORS[case]
    assert list(read(head, f"<h1>{T}</h1>{line}").authors) == names
