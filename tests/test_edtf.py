"""EDTF is read back: every form of docs/dates.md covers the days of its reading, and is said in words."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_dates import ALL

from archiver import parse_date
from archiver.using.search import days_of, month_of
from archiver.vietnamese.edtf import covers, days, months, spoken

EDTF = sorted({edtf for _, _, edtf in ALL})


def test_the_table_holds_every_shape_that_edtf_has_here():
    shapes = {re.sub(r"\d", "9", edtf) for edtf in EDTF}
    assert {"9999-99-99", "9999-99", "9999", "XXXX-99-99", "999X", "99XX"} <= shapes
    assert any("/" in s for s in shapes)
    assert any("{" in s for s in shapes)
    assert any(s.endswith("..") for s in shapes)


@pytest.mark.parametrize(("text", "reference", "edtf"), ALL)
def test_the_days_of_a_form_are_those_of_its_reading(text: str, reference: date | None, edtf: str):
    reading = parse_date(text, reference)
    if "lunar" in "".join(p.code for p in reading.problems) or reading.precision == "year":
        return  # a lunar year has other bounds than the year that EDTF can name
    assert days(edtf) == (reading.start, reading.end)


@pytest.mark.parametrize("edtf", EDTF)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_form_is_shown_to_people_in_the_letters_of_edtf(edtf: str, language: Literal["vi", "en"]):
    said = spoken(edtf, language)
    assert said
    assert not re.search(r"X|\.\.|\dT\d|[{}]|\d-\d|^-|Z$", re.sub(r"thế kỷ [XVI]+", "", said)), said


@pytest.mark.parametrize(
    ("edtf", "vietnamese", "english"),
    [
        ("2025-36", "quý IV/2025", "Q4 2025"),
        ("XXXX-33", "quý I", "Q1"),
        ("2024-21~", "mùa xuân 2024~", "spring 2024~"),
        ("2013-01-25?", "25/01/2013?", "25 January 2013?"),
        ("XXXX-10-05", "05/10", "5 October"),
        ("XXXX-10", "tháng 10", "October"),
        ("1950", "1950", "1950"),
        ("199X", "những năm 1990", "1990s"),
        ("19XX", "thế kỷ XX", "20th century"),
        ("20XX", "thế kỷ XXI", "21st century"),
        ("-00XX", "thế kỷ I TCN", "1st century BC"),
        ("-02XX", "thế kỷ III TCN", "3rd century BC"),
        ("-0110", "111 TCN", "111 BC"),
        ("2024-08-05T14:30:00+07:00", "05/08/2024 14:30", "5 August 2024 14:30"),
        ("2024-08-05T18:30:00Z", "06/08/2024 01:30", "6 August 2024 01:30"),
        (
            "2024-08-05T07:30:00+07:00/2024-08-05T11:30:00+07:00",
            "05/08/2024 07:30 – 11:30",
            "5 August 2024 07:30 – 11:30",
        ),
        ("2018/..", "từ 2018", "from 2018"),
        ("../XXXX-06-30", "đến 30/06", "until 30 June"),
        ("{XXXX-04-30,XXXX-05-01}", "30/04, 01/05", "30 April, 1 May"),
        ("2024-99", "2024-99", "2024-99"),
        ("2023-02-29", "2023-02-29", "2023-02-29"),
        ("../..", "../..", "../.."),
    ],
)
def test_people_read_it_in_their_own_words(edtf: str, vietnamese: str, english: str):
    assert (spoken(edtf, "vi"), spoken(edtf, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-35?", "2024-07-01", "2024-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("19XX", "1901-01-01", "2000-12-31"),
        ("2018/..", "2018-01-01", None),
        ("../2018-03~", None, "2018-03-31"),
        ("{2024-04-30,2024-05-01}", "2024-04-30", "2024-05-01"),
        ("XXXX-10-05", None, None),
        ("5 August", None, None),
        ("", None, None),
    ],
)
def test_the_days_that_it_covers(edtf: str, first: str | None, last: str | None):
    assert days(edtf) == tuple(date.fromisoformat(d) if d else None for d in (first, last))


def test_a_quarter_is_found_by_its_own_months_and_counted_in_its_year():
    assert covers("2025-36", date(2025, 10, 1), date(2025, 10, 31))
    assert not covers("2025-36", date(2025, 1, 1), date(2025, 9, 30))
    assert months("2025-36") == (2025, 0)
    assert (days_of("2025-36"), month_of("2025-36")) == ((20251001, 20251231), 202500)


@given(st.text(alphabet="0123456789X-/.T:Z+?~%{},", max_size=30))
def test_whatever_stands_there_is_shown_and_never_raises(text: str):
    assert spoken(text, "vi") or not text
    first, last = days(text)
    assert isinstance(months(text)[0], int)
    assert covers(text, None, None) == (first is not None or last is not None)
