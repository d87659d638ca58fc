"""The shapes, and what a reader may rely on."""

from archiver.errors import Exit, UnreadableDate
from archiver.shapes import Problem


def test_a_problem_is_found_by_its_code():
    assert "year-inferred" in (Problem("year-inferred", "from the neighbours"),)
    assert "year-inferred" not in (Problem("year-implausible"),)


def test_exit_codes_are_the_documented_contract():
    assert {int(code) for code in Exit} == {0, 2, 3, 4, 5, 6}


def test_an_unreadable_date_quotes_its_text():
    assert str(UnreadableDate("31/02/2024", "February has no day 31")) == "'31/02/2024': February has no day 31"
