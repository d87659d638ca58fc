"""Article -> Record: one spelling, one clock, raw beside normalised."""

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.normalise import article_id, normalise, text_digest, text_of, utc
from archiver.shapes import (
    Article,
    Attachment,
    AttachmentRecord,
    CaptureRef,
    DateReading,
    Extractor,
    Found,
    Image,
    Problem,
    Related,
)

REF = CaptureRef(file="captures/2026/x.warc.gz", offset=0, length=9, digest="sha256:" + "0" * 64)
MARKS = "\u0301"  # a combining acute, as macOS writes it


def reading(raw, edtf, *problems, start=None, at=0, precision="day"):
    return DateReading(
        raw=raw,
        edtf=edtf,
        start=start,
        end=start,
        precision=precision,
        span=(at, at + len(raw)),
        problems=tuple(Problem(code, "why") for code in problems),
    )


def record(article, **more):
    facts = {
        "site": "so-x",
        "run": "20261201T013000Z",
        "fetched_at": datetime(2026, 12, 1, 1, 30, tzinfo=UTC),
        "capture": REF,
        "extractor": Extractor(version="0.1.0"),
    }
    return normalise(article, **{**facts, **more})


ARTICLE = Article(
    url="https://so-x.example/tin/1#top",
    title="Hội nghị tổng kết",
    lead="Sáng 5/8, Sở X họp.",
    body="Ngày 05/8/2024, hội nghị diễn ra.\nKết thúc.",
    byline="M.Hải",
    authors=("M.Hải",),
    published=reading("05/8/2024 14:30", "2024-08-05T14:30:00+07:00", start=date(2024, 8, 5), precision="minute"),
    published_from="stamp",
    related=(
        Related("Tin khác", "https://so-x.example/tin/2", reading("05/10", "XXXX-10-05", "year-missing")),
        Related("Tin nữa", "https://so-x.example/tin/3"),
    ),
    attachments=(Attachment("https://so-x.example/a.pdf", "Văn bản", "application/pdf"),),
    images=(Image("https://so-x.example/a.jpg", "Ảnh: Hải"),),
    language="vi",
    found={"title": Found("h1", "Hội nghị tổng kết")},
)


@pytest.mark.parametrize(
    ("edtf", "published", "published_at"),
    [
        ("2013-01-25", "2013-01-25", None),
        ("2013-01", "2013-01", None),
        ("2013-01-25?", "2013-01-25?", None),
        ("2024-08-05T14:30:00+07:00", "2024-08-05", "2024-08-05T14:30:00+07:00"),
        ("2024-08-05T14:30:00", "2024-08-05", "2024-08-05T14:30:00+07:00"),
        ("2024-08-05T14:30", "2024-08-05", "2024-08-05T14:30:00+07:00"),
        ("2024-08-05T20:00:00Z", "2024-08-06", "2024-08-06T03:00:00+07:00"),
        ("2024-08-05T20:00:00.123Z", "2024-08-06", "2024-08-06T03:00:00+07:00"),
        ("2013-01-25T08:00:00+07:00?", "2013-01-25?", "2013-01-25T08:00:00+07:00"),
        ("2024-08-05T25:61:00", "2024-08-05", None),
        ("9999-12-31T23:00:00-01:00", "9999-12-31", None),
        ("XXXX-10-05", "XXXX-10-05", None),
    ],
)
def test_the_day_is_told_in_the_countrys_own_clock_and_the_clock_only_where_one_is_printed(
    edtf, published, published_at
):
    kept = record(Article(url="https://a.example/", published=reading("như in", edtf)))
    assert (kept.published, kept.published_at, kept.published_raw) == (published, published_at, "như in")


def test_raw_stands_beside_normalised():
    kept = record(ARTICLE)
    assert kept.published_raw == "05/8/2024 14:30"
    assert kept.published_from == "stamp"
    assert kept.found["title"].raw == "Hội nghị tổng kết"
    assert [(one.published, one.published_raw, one.problems) for one in kept.related] == [
        ("XXXX-10-05", "05/10", ["year-missing"]),
        (None, None, []),
    ]
    assert (kept.revision, kept.change, kept.status, kept.kind) == (1, "new", "published", "article")


def test_an_address_loses_its_fragment_and_others_are_listed_beside_it():
    kept = record(ARTICLE, urls=["https://so-x.example/in/1", "https://so-x.example/tin/1"])
    assert (kept.url, kept.urls) == ("https://so-x.example/tin/1", ["https://so-x.example/in/1"])
    moved = record(ARTICLE, url="https://so-x.example/moi/1", id=kept.id)
    assert (moved.id, moved.url, moved.urls) == (kept.id, "https://so-x.example/moi/1", ["https://so-x.example/tin/1"])


def test_an_id_is_stable_and_says_its_site():
    assert re.fullmatch(r"so-x-[a-z2-7]{16}", record(ARTICLE).id)
    assert record(ARTICLE).id == article_id("so-x", "https://so-x.example/tin/1")
    assert article_id("so-x", "https://so-x.example/tin/1") != article_id("so-x", "https://so-x.example/tin/2")
    assert article_id("a", "https://x.example/") != article_id("b", "https://x.example/")


def test_a_fetched_attachment_replaces_the_mere_link():
    got = AttachmentRecord(
        url="https://so-x.example/a.pdf", name="Văn bản", bytes=9, digest="sha256:" + "1" * 64, capture=REF
    )
    assert record(ARTICLE).attachments == [
        AttachmentRecord(url="https://so-x.example/a.pdf", name="Văn bản", media_type="application/pdf")
    ]
    assert record(ARTICLE, attachments={got.url: got}).attachments == [got]


@pytest.mark.parametrize(
    ("article", "missing"),
    [
        (ARTICLE, []),
        (Article(url="https://a.example/"), ["title-missing", "text-missing", "published-missing"]),
        (
            Article(
                url="https://a.example/", title="T", body="B", problems=(Problem("no-date", "nothing", "published"),)
            ),
            ["no-date"],
        ),
        (
            Article(
                url="https://a.example/",
                title="T",
                body="B",
                published=reading("25/01/2103", "2013-01-25?", "year-implausible"),
                problems=(Problem("year-implausible", "read as 2013", "published"),),
            ),
            ["year-implausible"],
        ),
    ],
)
def test_every_doubt_is_listed_once_and_what_is_missing_is_a_doubt(article, missing):
    assert [problem.code for problem in record(article).problems] == missing


def test_a_doubt_about_the_day_says_which_field_it_speaks_of():
    kept = record(
        Article(url="https://a.example/", title="T", body="B", published=reading("25/01/2103", "2013-01-25?", "y"))
    )
    assert kept.problems == [Problem("y", "why", "published")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Hội nghị", None, "A\nB"), ("Hội nghị", "", " A  B "), True),
        (("Hội nghị", None, "A"), (f"Ho{chr(0x302)}{chr(0x323)}i nghị", None, "A"), True),  # marks apart (NFD)
        (("T", "L", "B"), ("T", None, "L\nB"), False),  # a lead that became body is a change
        (("T", None, "B"), ("t", None, "B"), False),
        (("T", None, "B."), ("T", None, "B"), False),
    ],
)
def test_equal_digests_are_equal_texts(one, other, same):
    assert (text_digest(*one) == text_digest(*other)) is same


def test_offsets_of_dates_count_in_the_text_of_the_record_even_where_cleaning_moved_it():
    title = f"Hoa{MARKS} 05/8/2024"  # two characters that NFC makes one
    article = Article(url="https://a.example/", title=title, dates=(reading("05/8/2024", "2024-08-05", at=5),))
    kept = record(article)
    [named] = kept.dates
    assert named.offset == 4
    assert text_of(kept.title, kept.lead, kept.body)[named.offset :].startswith(named.raw)


def test_a_naive_clock_is_refused():
    with pytest.raises(ValueError, match="names no zone"):
        record(ARTICLE, fetched_at=datetime(2026, 12, 1))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 12, 1, 1, 30, tzinfo=UTC), "2026-12-01T01:30:00Z"),
        (datetime(2026, 12, 1, 1, 30, 0, 5, tzinfo=UTC), "2026-12-01T01:30:00.000005Z"),
        (datetime(2026, 12, 1, 1, 30, tzinfo=timezone(timedelta(hours=7))), "2026-11-30T18:30:00Z"),
    ],
)
def test_moments_are_told_in_utc(moment, text):
    assert utc(moment) == text


ANY_TEXT = st.text(st.characters(), max_size=40)  # surrogates and NULs too, as JSON-LD can hold them


@given(title=ANY_TEXT, body=ANY_TEXT, raw=ANY_TEXT, edtf=st.sampled_from(["2024", "2024-08-05T14:30:00Z"]))
def test_whatever_a_page_says_the_record_is_json_that_reads_back_the_same(title, body, raw, edtf):
    at = max((title + "\n" + body).find(raw), 0)
    article = Article(
        url="https://a.example/\ud83d",
        title=title,
        body=body,
        published=reading(raw, "2024"),
        dates=(reading(raw, edtf, at=at),),
        related=(Related(title, "https://a.example/x", reading(raw, "2024")),),
        found={"title": Found("h1", title)},
        problems=(Problem("p", title),),
    )
    kept = record(article)
    line = msgspec.json.encode(kept)
    assert json.loads(line)["title"] == kept.title
    assert msgspec.json.decode(line, type=type(kept)) == kept
    assert record(article) == kept


def test_a_record_names_the_layout_of_the_profile_that_read_its_page():
    named = record(Article(url="http://so-x.example/1", profile="so-x:2017"), extractor=Extractor("0.1.0", "so-x"))
    assert named.extractor == Extractor("0.1.0", "so-x:2017")
    assert record(Article(url="http://so-x.example/1")).extractor == Extractor("0.1.0")
