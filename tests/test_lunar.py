"""The lunar calendar agrees with what is known of it."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.vietnamese import lunar

TABLE = Path(__file__).parents[1].parent / "shared" / "dates" / "lunar.csv"

# Days on which the lunar year begins, as every wall calendar of those years had them.
TET = {
    1945: "1945-02-13", 1954: "1954-02-03", 1968: "1968-01-29", 1975: "1975-02-11", 1985: "1985-01-21",
    1990: "1990-01-27", 2000: "2000-02-05", 2007: "2007-02-17", 2013: "2013-02-10", 2014: "2014-01-31",
    2020: "2020-01-25", 2021: "2021-02-12", 2022: "2022-02-01", 2023: "2023-01-22", 2024: "2024-02-10",
    2025: "2025-01-29", 2026: "2026-02-17", 2030: "2030-02-02",
}  # fmt: skip

# The leap months of these years.
LEAP = {2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11}


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_tet_falls_on_the_day_that_was_kept(year, day):
    assert lunar.to_solar(1, 1, year) == date.fromisoformat(day)


@pytest.mark.parametrize(("year", "month"), LEAP.items())
def test_a_leap_year_has_its_leap_month_and_no_other(year, month):
    assert [m.number for m in lunar.months(year) if m.leap] == [month]


def test_the_table_of_two_centuries_is_what_the_moon_and_the_sun_say():
    years = range(1900, 2101)
    assert [year for year in years if lunar.months(year) != lunar.computed(year)] == []
    assert len({lunar.months(year) for year in years}) == 201


@pytest.mark.skipif(not TABLE.exists(), reason="needs ../shared/dates/lunar.csv")
def test_every_month_of_the_shared_table_begins_on_its_day():
    with TABLE.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    wrong = [
        row
        for row in rows
        if lunar.to_solar(1, int(row["lunar_month"]), int(row["lunar_year"]), row["leap"] == "1").isoformat()
        != row["lunar_day1_solar_date"]
    ]
    assert len(rows) > 2000
    assert wrong == []


@given(st.dates(date(1601, 3, 1), date(2198, 12, 31)))
def test_a_day_goes_to_the_moon_and_back(day):
    told = lunar.from_solar(day)
    assert lunar.to_solar(told.day, told.month, told.year, told.leap) == day


@given(st.integers(lunar.FIRST_YEAR + 1, lunar.LAST_YEAR - 1))
def test_months_follow_each_other_without_a_gap(year):
    months = lunar.months(year)
    assert len(months) in (12, 13)
    assert {m.days for m in months} <= {29, 30}
    assert {m.number for m in months} == set(range(1, 13))
    ends = [m.first + timedelta(days=m.days) for m in months]
    assert ends[:-1] == [m.first for m in months[1:]]
    assert ends[-1] == lunar.months(year + 1)[0].first


@pytest.mark.parametrize(
    ("day", "month", "year", "leap", "why"),
    [
        (30, 2, 2024, False, "30 days|29 days"),
        (1, 6, 2024, True, "no leap month 6"),
        (1, 13, 2024, False, "no month 13"),
        (1, 1, 1500, False, "outside"),
    ],
)
def test_a_lunar_day_that_does_not_exist_is_an_error_that_says_why(day, month, year, leap, why):
    if (day, month, year) == (30, 2, 2024) and lunar.months(2024)[1].days == 30:
        day = 31
    with pytest.raises(ValueError, match=why):
        lunar.to_solar(day, month, year, leap)


def test_a_year_is_named_by_stem_and_branch_and_found_by_its_name():
    assert lunar.year_name(1984) == "Giáp Tý"
    for year in range(1900, 2100):
        stem, branch = (year - 4) % 10, (year - 4) % 12
        assert lunar.year_named(stem, branch, year + 20) == year


@pytest.mark.parametrize(
    ("year", "day"),
    [(2015, 5), (2017, 4), (2018, 5), (2019, 5), (2020, 4), (2021, 4), (2022, 5), (2023, 5), (2024, 4), (2025, 4)],
)
def test_thanh_minh_is_the_day_that_almanacs_have(year, day):
    assert lunar.term_day(15, year) == date(year, 4, day)


def test_a_term_of_a_year_that_cannot_be_told_is_refused():
    with pytest.raises(ValueError, match="outside"):
        lunar.term_day(15, lunar.LAST_YEAR + 1)
    near_midnight = 0
    for year in range(1900, 2101):
        try:
            assert lunar.term_day(15, year) in (date(year, 4, 4), date(year, 4, 5), date(year, 4, 6))
        except ValueError:
            near_midnight += 1
    assert 0 < near_midnight < 12
