"""Profiles: what they say goes before the reader, and a selector that finds nothing falls back and is told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from archiver import extract, sites
from archiver.errors import UsageError
from archiver.sites import Layout, Profile, load_profile, profile_for, profile_named, profiles

PAGE = """<html><head><title>Sở A</title></head><body><div class="top"><h1>Sở A</h1></div>
<div id="x1">Đêm nhạc gây quỹ học bổng</div><div id="x2">05.06.2021 kl 14</div>
<div id="x3"><p>Tối qua, đêm nhạc gây quỹ học bổng do sở tổ chức thu hút gần hai nghìn khán giả của thành phố.</p>
<p class="note">Đoạn này là ghi chú của ban biên tập về cách gửi bài cộng tác, không thuộc bài viết, nên bỏ đi.</p>
<p>Ban tổ chức nhận được hơn ba trăm triệu đồng, sẽ trao cho học sinh nghèo trước ngày khai giảng.</p></div>
<div id="x4">Lan Chi</div></body></html>"""


def profile(**selectors: str) -> Profile:
    return Profile(
        name="so-a",
        title="Sở A",
        start_urls=("http://so-a.example.vn/",),
        layouts=(Layout(name="2020", selectors=selectors),),
        date_format="%d.%m.%Y kl %H",
    )


def read(site: Profile):
    return extract(PAGE.encode(), "http://so-a.example.vn/1", site=site)


@pytest.mark.parametrize(
    ("field", "selector", "value"),
    [
        ("title", "#x1", "Đêm nhạc gây quỹ học bổng"),
        ("title", "//div[@id='x1']", "Đêm nhạc gây quỹ học bổng"),
        ("byline", "div#x4", "Lan Chi"),
        ("category", ".top", "Sở A"),
        (
            "lead",
            "#x3 p",
            "Tối qua, đêm nhạc gây quỹ học bổng do sở tổ chức thu hút gần hai nghìn khán giả của thành phố.",
        ),
    ],
)
def test_a_selector_overrides_the_reader_and_is_told_as_the_rule(field, selector, value):
    article = read(profile(**{field: selector}))
    assert getattr(article, field) == value
    assert article.found[field].rule == f"profile: {selector}"


def test_a_date_is_read_by_the_profiles_format():
    article = read(profile(published="#x2"))
    assert article.published is not None
    assert article.published.edtf == "2021-06-05T14:00:00+07:00"
    assert article.published_from == "profile"


def test_a_body_is_what_is_selected_without_what_is_removed():
    article = read(profile(body="#x3", remove=".note"))
    assert [line[:12] for line in article.body.split("\n")] == ["Tối qua, đêm", "Ban tổ chức "]


def test_a_selector_that_finds_nothing_falls_back_to_the_reader_and_is_a_problem():
    article = read(profile(body="h7.gone"))
    assert article.body.startswith("Tối qua")
    missed = [problem for problem in article.problems if problem == "selector-missed"]
    assert [(problem.field, "h7.gone" in problem.detail) for problem in missed] == [("body", True)]


def test_a_field_that_a_page_need_not_have_is_missed_only_where_the_reader_finds_it():
    page = "<h1>Khai giảng năm học mới</h1><p>Sáng 5/9, học sinh cả tỉnh khai giảng năm học mới tại trường.</p>"
    layout = Layout(name="1", selectors={"byline": ".ky", "tags": ".the", "attachments": ".tep", "title": "h7"})
    site = Profile(name="x", title="X", start_urls=(), layouts=(layout,))
    bare = extract(page.encode(), "http://so.example/1", site=site)
    signed = extract(
        (page + "<p style='text-align:right'><b>Minh Hà</b></p>").encode(), "http://so.example/1", site=site
    )
    missed = [
        {problem.field for problem in article.problems if problem == "selector-missed"} for article in (bare, signed)
    ]
    assert signed.byline == "Minh Hà"
    assert missed == [{"title"}, {"title", "byline"}]


def test_a_profile_says_where_other_news_and_documents_stand():
    page = """<h1>Khai giảng năm học mới</h1><p>Sáng 5/9, học sinh cả tỉnh khai giảng năm học mới.</p>
    <div class=a><a href=/1>Một</a> (05/10/2017)<br></div>
    <ul class=b><li><a href=/2>Tin hai của sở (06/10/2017)</a></ul>
    <div class=c><a href=/get?f=7>Công văn</a></div>"""
    selectors = {"related": ".a, .b", "attachments": "div.c"}
    site = Profile(name="x", title="X", start_urls=(), layouts=(Layout(name="1", selectors=selectors),))
    article = extract(page.encode(), "http://so.example/1", site=site)
    assert [(item.title, item.url, str(item.published)) for item in article.related] == [
        ("Một", "http://so.example/1", "2017-10-05"),
        ("Tin hai của sở", "http://so.example/2", "2017-10-06"),
    ]
    assert [(one.name, one.url) for one in article.attachments] == [("Công văn", "http://so.example/get?f=7")]


def test_a_layout_fits_the_captures_of_its_days():
    site = Profile(
        name="so-a",
        title="Sở A",
        start_urls=(),
        layouts=(
            Layout(name="old", ends=date(2020, 12, 31), selectors={"title": "#x4"}),
            Layout(name="new", begins=date(2021, 1, 1), selectors={"title": "#x1"}),
        ),
    )
    articles = [
        extract(PAGE.encode(), "http://a.example/1", site=site, fetched_at=fetched_at)
        for fetched_at in (
            datetime(2019, 6, 1, tzinfo=UTC),
            datetime(2020, 12, 31, 16, 59, tzinfo=UTC),
            datetime(2020, 12, 31, 17, tzinfo=UTC),  # the new year in Viet Nam
            datetime(2022, 6, 1, tzinfo=UTC),
        )
    ]
    assert [article.profile for article in articles] == ["so-a:old", "so-a:old", "so-a:new", "so-a:new"]
    assert [article.title for article in articles[1:3]] == ["Lan Chi", "Đêm nhạc gây quỹ học bổng"]
    assert read(Profile(name="so-b", title="Sở B", start_urls=())).profile is None


@pytest.mark.parametrize("selector", ["p[", "//p[", "a:::b"])
def test_a_selector_that_is_none_is_refused_by_name(selector):
    with pytest.raises(UsageError, match="is no selector"):
        read(profile(title=selector))


def test_a_field_that_is_none_is_refused_by_name():
    with pytest.raises(UsageError, match="'headline'"):
        Layout(name="x", selectors={"headline": "h1"})


def test_every_profile_is_found_by_name_and_by_host():
    assert profiles()
    for known in profiles():
        assert profile_named(known.name) is known
        for url in known.start_urls:
            assert profile_for(url + "tin/1.html") is known
    with pytest.raises(UsageError, match="hdtdkt"):
        profile_named("so-khong-co")
    assert profile_for("http://[broken") is None


@pytest.mark.parametrize(("text", "words"), [("x = 1", "has no PROFILE"), ("PROFILE = (", "cannot be read")])
def test_a_file_that_is_no_profile_is_refused_by_its_path(tmp_path, text, words):
    path = tmp_path / "so_b.py"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=words) as refusal:
        load_profile(path)
    assert "so_b.py" in str(refusal.value)


def test_a_folder_of_profiles_of_ones_own_is_read_too(tmp_path, monkeypatch):
    (tmp_path / "so_b.py").write_text(
        "from archiver.sites import Profile\n"
        "PROFILE = Profile(name='so-b', title='Sở B', start_urls=('http://so-b.example.vn/',))\n",
        "utf-8",
    )
    monkeypatch.setenv("ARCHIVER_SITES", str(tmp_path))
    sites._known.cache_clear()
    try:
        assert profile_for("http://www.so-b.example.vn/tin") == profile_named("so-b")
    finally:
        monkeypatch.undo()
        sites._known.cache_clear()


@pytest.mark.parametrize("text", ["PROFILE = (", "1 / 0", "raise SystemExit(9)", "{}['so-b']", "PROFILE = 7"])
def test_a_broken_file_of_the_folder_stops_the_site_it_speaks_of_and_no_other(tmp_path, monkeypatch, text):
    (tmp_path / "so_a.py").write_text(
        "from archiver.sites import Profile\n"
        "PROFILE = Profile(name='so-a', title='Sở A', start_urls=('http://so-a.example.vn/',))\n",
        "utf-8",
    )
    (tmp_path / "so_b.py").write_text(f"# http://www.so-b.example.vn/\n{text}\n", "utf-8")
    monkeypatch.setenv("ARCHIVER_SITES", str(tmp_path))
    sites._known.cache_clear()
    try:
        assert profile_for("http://so-a.example.vn/tin").name == "so-a"
        assert profile_for("http://so-c.example.vn/tin") is profile_for("http://so-b.example.vn.vn/") is None
        for asked, of in ((profile_for, "http://so-b.example.vn/tin"), (profile_named, "so-b")):
            with pytest.raises(UsageError, match=r"so_b\.py") as refusal:
                asked(of)
            assert str(refusal.value).count("\n") == 0
    finally:
        monkeypatch.undo()
        sites._known.cache_clear()


@pytest.mark.parametrize(
    ("layouts", "why"),
    [
        ("Layout(name='a', begins=date(2022, 1, 1), ends=date(2020, 1, 1))", "before it begins"),
        ("Layout(name='a', ends=date(2023, 1, 1)), Layout(name='b', begins=date(2022, 1, 1))", "hold on the same days"),
        ("Layout(name='a'), Layout(name='b')", "hold on the same days"),
        (
            "Layout(name='a', ends=date(2020, 1, 1)), Layout(name='a', begins=date(2021, 1, 1))",
            "two layouts called 'a'",
        ),
        ("Layout(name='a', begins='2020-01-01')", "'2020-01-01' is no day"),
        ("Layout(name='a', selectors={'title': 'h1['})", "'h1[' is no selector"),
    ],
)
def test_layouts_that_cannot_be_meant_are_refused_with_the_name_of_the_file(tmp_path, layouts, why):
    file = tmp_path / "so_a.py"
    file.write_text(
        "from datetime import date\nfrom archiver.sites import Layout, Profile\n"
        f"PROFILE = Profile(name='so-a', title='A', start_urls=(), layouts=({layouts},))\n",
        encoding="utf-8",
    )
    with pytest.raises(UsageError, match=r"so_a\.py") as refused:
        load_profile(file)
    assert why in str(refused.value)
