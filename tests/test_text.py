"""Text is folded, and offsets lead back to what was given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.vietnamese.text import aligned, fold_space, single_spaced, unaccent


@given(st.text())
def test_folding_is_idempotent_and_leaves_no_odd_space(text):
    once = fold_space(text)
    assert fold_space(once) == once
    assert once == once.strip()
    assert "  " not in once


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Hội đồng Thi đua", "hoi dong thi dua"),
        (unicodedata.normalize("NFD", "Khen thưởng"), "khen thuong"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("ĐẶC BIỆT", "dac biet"),
        ("plain", "plain"),
    ],
)
def test_unaccent_gives_one_key_for_every_spelling(text, key):
    assert unaccent(text) == key


@given(st.text(alphabet="abcđêệươứ \u0301\u0323\u031b\u0302\xa0–５", max_size=60))
def test_offsets_lead_back_to_the_text(text):
    folded, offsets = aligned(text)
    if offsets is None:
        assert len(folded) == len(text)
    else:
        assert len(offsets) == len(folded) + 1
        assert offsets == sorted(offsets)
        assert offsets[-1] == len(text)


def test_the_words_of_a_long_text_are_parted_as_those_of_a_short_one():
    text = "Hội  đồng\n thi đua \xa0" * 30_000 + "a" * 250_000 + "  hết "
    assert single_spaced(text) == " ".join(text.split())
    assert single_spaced(" " * 300_000) == ""
