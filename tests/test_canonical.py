"""Which address is which: nothing that a server may mean is lost, nothing that it cannot mean is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.walking.canonical import absolute, form, hopeless, key, pattern, tidy, tokens, variant
from archiver.walking.sameness import Sameness, Tokens, same_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://so.example.vn/tin/5.html#binh-luan", "http://so.example.vn/tin/5.html"),
        ("http://so.example.vn/tin/5;jsessionid=0A1B2C", "http://so.example.vn/tin/5"),
        ("http://so.example.vn/tin?id=5&PHPSESSID=abc", "http://so.example.vn/tin?id=5"),
        ("http://so.example.vn/tin?id=5&sid=9f8e7d6c5b4a39281706", "http://so.example.vn/tin?id=5"),
        ("http://so.example.vn/tin?id=5&utm_source=zalo&fbclid=x", "http://so.example.vn/tin?id=5"),
        ("http://so.example.vn/tin?b=1&a=2", "http://so.example.vn/tin?a=2&b=1"),
        ("http://so.example.vn/tin?a=2&amp;b=1", "http://so.example.vn/tin?a=2&b=1"),
        ("http://so.example.vn/tin/Default.aspx", "http://so.example.vn/tin/"),
        ("http://so.example.vn/index.php?id=5", "http://so.example.vn/?id=5"),
        ("http://www.so.example.vn/tin", "http://so.example.vn/tin"),
        ("https://so.example.vn:443/tin", "http://so.example.vn/tin"),
        ("http://m.so.example.vn/tin/5", "http://so.example.vn/tin/5"),
        ("http://so.example.vn/(S(lit3py55t21z5v55vlm25s55))/tin.aspx", "http://so.example.vn/tin.aspx"),
        ("http://so.example.vn//tin//5/", "http://so.example.vn/tin/5"),
        ("http://so.example.vn/a/../tin/./5", "http://so.example.vn/tin/5"),
        ("http://so.example.vn/tin tức", "http://so.example.vn/tin%20t%E1%BB%A9c"),
        ("http://so.example.vn/%7Etin/%e1%bb%a9", "http://so.example.vn/~tin/%E1%BB%A9"),
    ],
)
def test_spellings_of_one_address_have_one_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://so.example.vn/tin?id=5", "http://so.example.vn/tin?id=6"),
        ("http://so.example.vn/tin?sid=12", "http://so.example.vn/tin?sid=13"),
        ("http://so.example.vn/tin/5", "http://so.example.vn/tin/5.html"),
        ("http://so.example.vn:8080/tin", "http://so.example.vn/tin"),
        ("http://so.example.vn/Tin/5", "http://so.example.vn/tin/5"),
        ("http://so.example.vn/tin?lang=vi&id=5", "http://so.example.vn/tin?lang=en&id=5"),
        ("http://so.example.vn/?s=khen+thuong", "http://so.example.vn/"),
        ("http://so.example.vn/tin/index-5.html", "http://so.example.vn/tin/"),
        ("http://127.0.0.1:81/tin", "http://127.0.0.1:82/tin"),
    ],
)
def test_two_addresses_that_may_be_two_pages_have_two_keys(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize("href", ["", None, "#noidung", "javascript:__doPostBack('a','')", "mailto:a@b.vn", "tel:113"])
def test_what_is_no_web_address_is_none(href):
    assert absolute("http://so.example.vn/", href) is None


@pytest.mark.parametrize(
    ("url", "face", "base"),
    [
        ("http://a.vn/tin/5.html?print=1", "print", "http://a.vn/tin/5.html"),
        ("http://a.vn/tin?id=5&tmpl=component&print=1&layout=default", "print", "http://a.vn/tin?id=5&layout=default"),
        ("http://a.vn/print/tin/5.html", "print", "http://a.vn/tin/5.html"),
        ("http://a.vn/tin/5/print", "print", "http://a.vn/tin/5"),
        ("http://a.vn/tin/in/5.html", "print", "http://a.vn/tin/5.html"),
        ("http://a.vn/inbai.aspx?id=5", "print", None),
        ("http://a.vn/tin/bai-5-print.html", "print", "http://a.vn/tin/bai-5.html"),
        ("http://a.vn/tin/bai-5.amp", "amp", "http://a.vn/tin/bai-5"),
        ("http://a.vn/tin/5?amp=1", "amp", "http://a.vn/tin/5"),
        ("http://a.vn/tin/5?p_p_state=pop_up&x=1", "popup", "http://a.vn/tin/5?x=1"),
        ("http://a.vn/tin/5?m=1", "mobile", "http://a.vn/tin/5"),
    ],
)
def test_another_face_of_an_article_is_suspected(url, face, base):
    found = variant(url)
    assert found is not None
    assert (found.face, found.base) == (face, base)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.vn/tin/in-an-5.html",
        "http://a.vn/tin/5.html",
        "http://a.vn/xuat-ban-in-an",
        "http://a.vn/tin?printer=hp5",
        "http://a.vn/in",
        "http://a.vn/tin/camp-5.html",
    ],
)
def test_an_article_about_printing_is_an_article(url):
    assert variant(url) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://a.vn/tin/tin/tin/tin/5.html", "repeats"),
        ("http://a.vn/a/b/a/b/a/b/a/b/", "repeats"),
        ("http://a.vn/" + "x" * 2000, "characters"),
        ("http://a.vn/" + "/".join("abcdefghijklmnop"), "deep"),
    ],
)
def test_a_trap_is_known_by_its_look(url, why):
    assert why in (hopeless(url) or "")


def test_a_day_in_a_path_is_no_trap():
    assert hopeless("http://a.vn/2011/11/11/11/khai-mac.html") is None


@given(st.text(max_size=80), st.text(max_size=40))
def test_tidying_twice_changes_nothing_and_no_text_breaks_it(path, query):
    try:
        once = tidy(f"http://a.vn/{path}?{query}")
    except ValueError:
        return
    assert tidy(once) == once
    assert key(once) == key(f"http://a.vn/{path}?{query}")
    for reader in (pattern, form, tokens, variant, hopeless):
        reader(once)


def test_one_item_under_several_categories_is_learned_and_then_not_asked():
    learned = Sameness(Tokens())
    for n in range(100, 103):
        learned.observe(f"http://a.vn/chitiet.aspx?ItemID={n}&CateID=1", f"article {n}")
        if n < 102:
            learned.observe(f"http://a.vn/chitiet.aspx?ItemID={n}&CateID=7", f"article {n}")
    assert learned.predict("http://a.vn/chitiet.aspx?ItemID=102&CateID=7") == "article 102"
    assert learned.predict("http://a.vn/chitiet.aspx?ItemID=103&CateID=7") is None
    assert any("ItemID" in lesson for lesson in learned.lessons())
    assert not any("CateID = " in lesson for lesson in learned.lessons())


def test_a_friendly_address_and_a_portlet_address_are_learned_to_be_one_article():
    learned = Sameness(Tokens())
    for n in range(100, 103):
        learned.observe(f"http://a.vn/tin/hoi-nghi-so-{n}", f"article {n}")
        learned.observe(f"http://a.vn/web/guest/tin?p_p_id=101&_101_urlTitle=hoi-nghi-so-{n}", f"article {n}")
    learned.observe("http://a.vn/tin/hoi-nghi-so-200", "article 200")
    assert learned.predict("http://a.vn/web/guest/tin?p_p_id=101&_101_urlTitle=hoi-nghi-so-200") == "article 200"


def test_one_counter_example_ends_a_belief():
    learned = Sameness(Tokens())
    for n in range(100, 105):
        learned.observe(f"http://a.vn/tin/{n}", f"article {n}")
        learned.observe(f"http://a.vn/thong-bao/{n}", f"article {n}" if n < 104 else "another article")
    learned.observe("http://a.vn/tin/200", "article 200")
    assert learned.predict("http://a.vn/thong-bao/200") is None


def test_numbers_that_two_sections_count_for_themselves_never_merge_articles():
    learned = Sameness(Tokens())
    for n in range(100, 110):
        learned.observe(f"http://a.vn/tin/{n}", f"news {n}")
        learned.observe(f"http://a.vn/van-ban/{n}", f"paper {n}")
    learned.observe("http://a.vn/tin/200", "news 200")
    assert learned.predict("http://a.vn/van-ban/200") is None


def test_words_of_a_link_are_a_title_or_they_are_not():
    title = "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2012"
    assert same_words("HỘI NGHỊ TỔNG KẾT CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2012", title)
    assert same_words("Hội nghị tổng kết công tác thi đua...", title)
    assert not same_words("Hội nghị tổng kết công tác thi đua, khen thưởng năm 2013", title)
    assert not same_words("Hội nghị…", title)


def test_what_follows_from_two_beliefs_is_believed_until_it_is_refuted_itself():
    learned = Sameness(Tokens())
    for n in range(100, 102):
        for address in (f"http://a.vn/tin/hop-bao-{n}", f"http://a.vn/m/{n}"):
            learned.observe(address, f"article {n}")
    for n in range(102, 104):
        for address in (f"http://a.vn/tin/hop-bao-{n}", f"http://a.vn/xem.aspx?ItemID={n}"):
            learned.observe(address, f"article {n}")
    learned.observe("http://a.vn/xem.aspx?ItemID=200", "article 200")
    assert learned.predict("http://a.vn/m/200") == "article 200"
    learned.observe("http://a.vn/m/103", "another article")
    assert learned.predict("http://a.vn/m/200") is None


def test_a_value_that_never_changed_anything_is_idle_and_one_that_once_did_is_not():
    learned = Sameness(Tokens())
    for n in range(3):
        assert learned.is_open(f"http://a.vn/tin/5.html?ref={n}", "ref")
        assert not learned.is_idle(f"http://a.vn/tin/5.html?ref={n}", "ref")
        learned.observe_value(f"http://a.vn/tin/5.html?ref={n}", "ref", same=True)
    assert learned.is_idle("http://a.vn/tin/6.html?ref=zalo", "ref")
    learned.observe_value("http://a.vn/tin/7.html?ref=2", "ref", same=False)
    assert not learned.is_idle("http://a.vn/tin/6.html?ref=zalo", "ref")
    assert learned.rests_on("http://a.vn/tin/6.html?ref=zalo", learned.fallen)
    assert not learned.rests_on("http://a.vn/tin/6.html?id=1", learned.fallen)


def test_one_print_version_of_its_own_page_proves_its_make_and_one_of_another_page_ends_it():
    learned = Sameness(Tokens())
    learned.observe_tool("http://a.vn/InTin.aspx?ItemID=5", same=True)
    assert learned.is_tool("http://a.vn/InTin.aspx?ItemID=6")
    learned.observe_tool("http://a.vn/InTin.aspx?ItemID=7", same=False)
    assert not learned.is_tool("http://a.vn/InTin.aspx?ItemID=6")
    assert learned.rests_on("http://a.vn/InTin.aspx?ItemID=6", learned.fallen)
