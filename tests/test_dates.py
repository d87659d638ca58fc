"""Dates are read no more precisely than they are printed."""

from __future__ import annotations

import pytest

from archiver import parse_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("sáng 25/01/2013", "2013-01-25"),
        ("Ngày đăng: 05-08-2024", "2024-08-05"),
        ("quý III năm 2024", "2024-35"),
        ("từ ngày 5 đến ngày 7/8/2024", "2024-08-05/2024-08-07"),
    ],
)
def test_a_printed_date_is_read_no_more_precisely_than_it_says(text, edtf):
    assert parse_date(text).edtf == edtf
