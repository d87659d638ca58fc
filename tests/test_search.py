"""Search: accents optional, typing them narrows; the index follows the records and can be thrown away."""

from __future__ import annotations

import contextlib
import shutil
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import ARTICLES, record, write

from archiver.errors import ArchiveError, UsageError
from archiver.using.search import Search, Where, exact, folded, parse_query


@pytest.fixture
def search(tmp_path: Path) -> Search:
    write(tmp_path, [record(*a) for a in ARTICLES])
    found = Search(tmp_path)
    assert found.update() == len(ARTICLES)
    return found


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("thi dua", ["a", "b", "d", "c"]),  # no marks: thi đua and thi dưa alike; title, then lead, then body
        ("thi đua", ["a", "b", "c"]),  # marks narrow
        ("THI ĐUA", ["a", "b", "c"]),
        (unicodedata.normalize("NFD", "thi đua"), ["a", "b", "c"]),
        ('"phong trào thi đua"', ["a", "c"]),
        ('"phong trao thi dua"', ["a", "c"]),
        ('"đua thi"', []),
        ("hòa", ["a"]),
        ("hoà", ["a"]),
        ("hoa", ["a"]),
        ("thuo*", ["b", "e"]),
        ("thưở*", ["b", "e"]),
        ("thi dua -khen", ["a", "d", "c"]),
        ('thi dua -"hội nghị"', ["a", "d", "c"]),
        ("title:khen", ["e"]),
        ("duong loi", ["e"]),
        ("không có chữ này", []),
        ('"năm 2024 hội đồng"', []),  # the end of a title and the beginning of a lead are no phrase
    ],
)
def test_marks_are_optional_and_typing_them_narrows(search: Search, query: str, ids: list[str]):
    answer = search.ask(query)
    assert sorted(h.id for h in answer.hits) == sorted(ids)
    assert answer.total == len(ids)


def test_title_and_lead_stand_before_the_body(search: Search):
    assert [h.id for h in search.ask("phong trào thi đua").hits] == ["a", "c"]
    assert [h.id for h in search.ask("thi đua").hits] == ["a", "b", "c"]


def test_no_repetition_in_a_body_outweighs_a_title(tmp_path: Path):
    named = record("a", "Phong trào thi đua", "Tin.", "Văn bản " * 200, None)
    repeated = record("b", "Hội nghị", "Phong trào thi đua.", "phong trào thi đua " * 100, None)
    write(tmp_path, [named, repeated, record("c", "Tin", "", "thi đua phong trào", None)])
    search = Search(tmp_path)
    search.update()
    for query in ("thi đua", "phong trao thi dua", '"thi đua"'):
        assert search.ask(query).hits[0].id == "a"


def test_pages_of_an_answer_join_without_gap_or_double(tmp_path: Path):
    write(
        tmp_path,
        [record(f"{n:02}", "Thi đua" if n % 3 else "Tin", "", "thi đua " * (n % 5 + 1), None) for n in range(20)],
    )
    search = Search(tmp_path)
    search.update()
    whole = [h.id for h in search.ask("thi dua", limit=100).hits]
    assert len(whole) == 20
    for size in (1, 3, 7, 13):
        pages = [search.ask("thi dua", limit=size, offset=at) for at in range(0, 20, size)]
        assert [h.id for page in pages for h in page.hits] == whole
        assert {page.total for page in pages} == {20}


def test_filters_speak_of_the_articles_own_date_and_place(search: Search):
    def found(query: str, **where: Any) -> list[str]:
        return [h.id for h in search.ask(query, Where(**where)).hits]

    assert found("thi dua", since=date(2024, 1, 1)) == ["d", "a"]
    assert found("", since=date(2015, 1, 1), until=date(2015, 12, 31)) == ["e"]
    assert found("", since=date(2015, 5, 20), until=date(2015, 5, 25)) == ["e"]  # "2015-05" may be any of its days
    assert found("", since=date(2015, 6, 1), until=date(2015, 6, 30)) == []
    assert found("", until=date(2015, 4, 30)) == []
    assert found("thi dua", site="khac") == []
    assert found("khen", field="lead") == ["b"]
    assert len(found("thi", category="tin tuc")) == 4
    assert len(found("", section="Tin tức", byline="M.Hải")) == 5
    assert found("", section="Tin") == []
    assert found("") == ["d", "a", "b", "e", "c"]  # the latest first, the undated last


def test_articles_are_counted_by_what_they_say(search: Search):
    assert search.count("year") == [("2024", 2), ("2023", 1), ("2015", 1)]
    assert search.count("site") == [("thu", 5)]
    assert search.count("category", "thi dua", Where(since=date(2024, 1, 1))) == [("Tin tức", 2)]
    with pytest.raises(UsageError, match="cannot count"):
        search.count("colour")


def test_a_snippet_marks_the_words_found(search: Search):
    assert "«Thi đua» và «khen»" in search.ask("thi dua khen").hits[0].snippet


def test_a_later_revision_replaces_the_earlier_and_a_tombstone_can_be_left_out(search: Search, tmp_path: Path):
    write(
        tmp_path,
        [
            record("a", "Bản tin đã sửa", "", "", "2024-01-05", revision=2, change="edited"),
            record("b", *ARTICLES[1][1:], revision=2, change="gone", status="gone"),
        ],
        run="20260102T000000Z",
    )
    assert search.update() == 2
    assert search.ask("phát động").total == 0
    assert search.ask("đã sửa").hits[0].record["revision"] == 2
    assert [h.id for h in search.ask("khen thưởng", Where(status="published")).hits] == ["e"]
    assert search.update() == 0


def test_the_index_may_be_thrown_away_or_damaged_and_is_made_again(search: Search, tmp_path: Path):
    before = [h.id for h in search.ask("thi dua").hits]
    (tmp_path / ".search" / "state.json").write_text("{", "utf-8")
    again = Search(tmp_path)
    again.update()
    assert [h.id for h in again.ask("thi dua").hits] == before
    shutil.rmtree(tmp_path / ".search")
    again = Search(tmp_path)
    again.update()
    assert [h.id for h in again.ask("thi dua").hits] == before


def test_a_record_file_taken_away_is_forgotten(search: Search, tmp_path: Path):
    (tmp_path / "thu" / "records" / "2026" / "20260101T000000Z.jsonl").unlink()
    search.update()
    assert search.ask("thi").total == 0


@pytest.mark.parametrize(
    ("query", "says"),
    [("x" * 10_000, "at most"), ('thi "dua', "not closed"), ("-thi", "no word"), ("***", "no word")],
)
def test_a_query_that_cannot_be_read_says_what_to_do(search: Search, query: str, says: str):
    with pytest.raises(UsageError, match=says):
        search.ask(query)


def test_a_newer_record_and_a_torn_line_are_named(tmp_path: Path):
    write(tmp_path, [record(*ARTICLES[0], schema_version=99)])
    with pytest.raises(ArchiveError, match=r"line 1.*newer"):
        Search(tmp_path).update()
    file = write(tmp_path, [record(*ARTICLES[0])])
    file.write_bytes(file.read_bytes() + b'{"id": "b", "ti')
    with pytest.raises(ArchiveError, match="line 2"):
        Search(tmp_path).update()


def test_one_sites_harm_does_not_hide_the_others(tmp_path: Path):
    write(tmp_path, [record(*ARTICLES[0])])
    write(tmp_path, [record(*ARTICLES[1], site="khac", schema_version=99)], site="khac")
    later = write(tmp_path, [record(*ARTICLES[2], site="khac")], run="20260202T000000Z", site="khac")
    search = Search(tmp_path)
    with pytest.raises(ArchiveError, match="newer"):
        search.update()
    assert [h.id for h in search.ask("thi").hits] == ["a"]
    (tmp_path / "khac" / "records" / "2026" / "20260101T000000Z.jsonl").unlink()
    search.update()
    assert {h.id for h in search.ask("thi").hits} == {"a", "c"}, later


def test_a_second_reader_does_not_take_away_the_index_that_the_first_is_filling(tmp_path: Path):
    write(tmp_path, [record(*article) for article in ARTICLES])
    one = Search(tmp_path)
    two = Search(tmp_path)  # before the first has written a word
    assert one.update() == len(ARTICLES)
    assert two.update() == 0
    assert two.ask("khen thuong").total == one.ask("khen thuong").total == 2


def test_readers_that_begin_an_index_at_once_share_it(tmp_path: Path):
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Search(tmp_path), range(8)))
    write(tmp_path, [record(*ARTICLES[0])])
    opened[0].update()
    for search in opened:
        search.reload()
        assert search.ask("thi dua").total == 1


def test_an_address_leads_to_its_article_of_the_same_site_first(tmp_path: Path):
    old = record("thu-1", "Tin", "", "", None, url="http://a.vn/tin?id=1", urls=["http://a.vn/cu/1"])
    write(tmp_path, [old])
    write(tmp_path, [record("khac-1", "Tin", "", "", None, site="khac", url="http://a.vn/tin?id=1")], site="khac")
    search = Search(tmp_path)
    search.update()
    asked = ["https://www.a.vn/tin?id=1", "http://a.vn/cu/1", "http://a.vn/tin?id=2", "javascript:1"]
    assert search.kept(asked, "thu") == {asked[0]: "thu-1", asked[1]: "thu-1"}
    assert search.kept(asked, "khac") == {asked[0]: "khac-1", asked[1]: "thu-1"}


def test_months_are_counted_and_a_year_alone_is_no_january(tmp_path: Path):
    dates = ("2015", "2015-01", "2015-01-02T07:00:00+07:00", "2015-21", "XXXX-05-01", None)
    write(tmp_path, [record(f"x-{n}", "Tin", "", "", d) for n, d in enumerate(dates)])
    search = Search(tmp_path)
    search.update()
    assert search.count("month") == [("201501", 2), ("201500", 2)]


def test_an_empty_root_answers_nothing(tmp_path: Path):
    search = Search(tmp_path)
    assert search.update() == 0
    assert search.ask("thi dua").hits == []


@given(st.text(max_size=80))
def test_any_text_is_a_query_or_a_clear_refusal(query: str):
    with contextlib.suppress(UsageError):
        assert parse_query(query)


@given(
    st.text(
        alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyÀÁẢÃẠẰỀỜỪ \u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b", max_size=30
    )
)
def test_both_forms_of_unicode_are_one_word(text: str):
    assert exact(unicodedata.normalize("NFC", text)) == exact(unicodedata.normalize("NFD", text))
    assert folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))
