"""Any text at all, hostile or mangled, gives readings that quote it, soon, and never an exception."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
import unicodedata
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from test_dates import ALL, DECOYS, ERRORS, OWN, REFERENCE, WEEKDAYS

from archiver import find_dates, parse_date
from archiver.errors import UnreadableDate
from archiver.shapes import DateReading
from archiver.vietnamese import text as text_module
from archiver.vietnamese.dates import PROBLEMS, forms, grammar
from archiver.vietnamese.dates import reading as reading_module


@pytest.mark.parametrize(
    "bad", [None, b"05/8/2024", 5, "", " ", "\ud800", "9" * 100_000, "x" * 3000, "ngày", "/", "tháng"]
)
def test_bad_input_is_an_unreadable_date_and_nothing_to_find(bad):
    with pytest.raises(UnreadableDate):
        parse_date(bad)
    assert find_dates(bad) == []


def test_ten_megabytes_of_digits_take_no_time_and_hide_nothing():
    digits = "9" * 10_000_000
    began = time.process_time()
    assert [d.edtf for d in find_dates(f"{digits} ngày 5/8/2024")] == ["2024-08-05"]
    with pytest.raises(UnreadableDate) as caught:
        parse_date(digits)
    assert len(str(caught.value)) < 500  # the text is quoted, and cut
    assert time.process_time() - began < 20  # half a second where nobody else is at work


@pytest.mark.parametrize("impossible", ["99/99/9999", "ngày 31 tháng 2", "31/2/2024", "30/2 âm lịch năm 2025"])
def test_what_is_readable_is_found_beside_what_is_not(impossible):
    found = find_dates(f"Họp {impossible}; sau đó họp lại ngày 5/8/2024.")
    assert [d.edtf for d in found] == ["2024-08-05"]


def test_half_a_surrogate_beside_a_date_does_no_harm():
    assert [d.edtf for d in find_dates("\udc00 ngày 5/8/2024 \ud800")] == ["2024-08-05"]


PIECES = st.sampled_from(
    [
        *"ngày tháng năm từ đến mùng rằm tết quý thế kỷ thứ chủ nhật âm lịch nhuận giáp thìn 5 8 12 30 31 99".split(),
        *"2024 2103 / - . , : ( ) h giờ phút sáng nay qua đầu cuối những 90 III và tức nhằm trước sau trở đi".split(),
        *"GMT +7 Z T | khoảng nửa Aug Mon".split(),
        "\n",
    ]
)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Forms of the table, run together, with pieces cut out and put in."""
    text = draw(st.sampled_from(["", " ", ", ", " - ", "/"])).join(draw(st.lists(st.sampled_from(TEXTS), max_size=4)))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = (
            text[:at]
            + draw(PIECES | st.sampled_from(["", "\u0323", "\xa0", "–"]))
            + text[at + draw(st.integers(0, 3)) :]
        )
    return text


TEXTS = [row[0] for row in (*ALL, *ERRORS, *DECOYS)]
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "300"))  # `make fuzz` asks for many more


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    st.text(max_size=200)
    | st.lists(PIECES, max_size=30).map(" ".join)
    | st.lists(PIECES, max_size=30).map("".join)
    | mangled()
)
@example("năm 0 TCN")
@example("31/12/9999 ngày mai")
@example("thế kỷ 1 trước công nguyên")
@example("Cập nhật lúc: :30 ngày 05/08/2024")
def test_any_text_gives_readings_that_quote_it_and_never_an_exception(text):
    for reference in (None, REFERENCE, date(1, 1, 1), date(9999, 12, 31)):
        last = 0
        for reading in find_dates(text, reference):
            begin, end = reading.span
            assert last <= begin < end <= len(text)
            assert text[begin:end] == reading.raw
            last = end
            check(reading)
        with contextlib.suppress(UnreadableDate):
            check(parse_date(text, reference))


@settings(derandomize=EXAMPLES == 300, max_examples=EXAMPLES // 3, deadline=None)  # `make fuzz` finds other texts
@given(mangled())
@example("5/8/2024các ngàyngày 5-8 và 10/8/2024")
def test_whatever_is_found_reads_the_same_when_it_stands_alone(text):
    """But for what the rest of the text told: the year of a slip or of a lunar day, and that 'tháng năm' was May."""
    moon = re.compile(
        "âm|AL|ÂL|tết|giáp|ất|kỷ|bính|mùng|mồng|rằm|giêng|chạp|nhuận|trung thu|đoan|giỗ|vu lan|quý|xuân"
        "|nguyên tiêu|phật đản|ông táo|giao thừa",
        re.I,
    )
    assume(not text.isascii())
    for found in find_dates(text):
        composed = unicodedata.normalize("NFC", found.raw)
        begin, end = found.span
        if text[begin - 1 : begin].isalnum() or text[end : end + 1].isalnum():
            continue  # glued to another word, it is another text when it stands alone
        told = (
            "year-implausible" in found.problems
            or moon.search(composed)
            or composed.lower().split() == ["tháng", "năm"]
        )
        if not told and not found.raw.isascii():
            assert parse_date(found.raw).edtf == found.edtf, found.raw


def by_grammar_alone(text: str, reference: date | None) -> list[DateReading]:
    """What is found without the short way for a day that nothing follows."""
    short = forms.Reader.plain
    forms.Reader.plain = lambda *_: None
    try:
        return find_dates(text, reference)
    finally:
        forms.Reader.plain = short


STAMPS = st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(["", "Ngày đăng: ", "ngày ", "Ngày ", "SÁNG ", "trưa ", "chiều ", "tối ", "đêm ", "mùng ", "số "]),
    st.integers(0, 40) | st.sampled_from(["05", "008", "24"]),
    st.sampled_from("/.-"),
    st.integers(0, 15) | st.sampled_from(["07", "7"]),
    st.sampled_from(["", "/", ".", "-"]),
    st.sampled_from(["", "2024", "2023", "1945", "2103", "0999", "24", "20245"]),
)


SOME_YEAR = st.integers(1895, 2105).map(str) | st.sampled_from(["24", "999", "20245"])
SOME_DAY = st.one_of(
    st.builds("{0}{3}{1}{3}{2}".format, st.integers(0, 32), st.integers(0, 13), SOME_YEAR, st.sampled_from("/.-")),
    st.builds("{} tháng {} năm {}".format, st.integers(0, 32), st.integers(0, 13), SOME_YEAR),
    st.dates(date(1899, 1, 1), date(2101, 1, 1)).map(lambda d: f"{WEEKDAYS[d.weekday()]}, {d:%d/%m/%Y}"),
)
SOME_CLOCK = st.builds("{}{}{:02d}".format, st.integers(0, 25), st.sampled_from(":h"), st.integers(0, 61))
JOINED = st.sampled_from([", ", " ", " | ", " - ", ", ngày ", " ngày ", " (", "-"])
WHOLES = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["năm", "NĂM", "tháng 9 năm", "Tháng 13 năm", "quý IV năm"]), SOME_YEAR),
    st.builds("{}/{}".format, st.sampled_from(["tháng 09", "tháng 0", "quý III", "Quý 1", "quý v"]), SOME_YEAR),
    st.builds("{}{}{}{}".format, st.sampled_from(["", "giai đoạn ", "Nhiệm kỳ "]), SOME_YEAR, JOINED, SOME_YEAR),
    st.builds("{}{}{}".format, SOME_DAY, st.sampled_from([" - ", "-", " – ", " đến ngày ", " đến hết "]), SOME_DAY),
    st.builds("{}{}".format, st.sampled_from(["", "ngày ", "từ ngày ", "Thứ ba, ", "CHỦ NHẬT ngày "]), SOME_DAY),
    st.builds("{}{}{}".format, SOME_CLOCK, JOINED, SOME_DAY),
    st.builds("{}{}{}{}".format, SOME_DAY, JOINED, SOME_CLOCK, st.sampled_from(["", " (GMT+7)", " (GMT+8)"])),
)  # fmt: skip


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    STAMPS | WHOLES,
    st.sampled_from([None, REFERENCE, date(2025, 1, 1), date(1, 1, 1)]),
    st.sampled_from(["NFC", "NFD"]),
)
@example("24/7", date(2024, 7, 20), "NFC")
@example("ngày 29/2", date(2023, 2, 20), "NFD")
@example("Thứ Ba, 05/08/2024, 14:30 (GMT+7)", None, "NFC")
@example("05/08/2024 - 04/08/2024", None, "NFC")
def test_a_text_that_is_one_stamp_reads_as_the_grammar_does(text, reference, form):
    text = unicodedata.normalize(form, text)

    def told():
        try:
            return parse_date(text, reference)
        except UnreadableDate as problem:
            return str(problem)

    short = told()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_module, "whole", lambda _: None)
        assert short == told()


@settings(max_examples=EXAMPLES, deadline=None)
@given(mangled() | st.lists(PIECES, max_size=30).map(" ".join), st.sampled_from([None, REFERENCE]))
def test_the_short_way_reads_as_the_grammar_does(text, reference):
    assert find_dates(text, reference) == by_grammar_alone(text, reference)


@pytest.mark.parametrize("reference", [None, REFERENCE])
def test_the_short_way_reads_every_form_and_every_expression_as_the_grammar_does(reference):
    for text in [*TEXTS, *(row[-1].replace("[[", "").replace("]]", "") for row in OWN)]:
        assert find_dates(text, reference) == by_grammar_alone(text, reference), text


EDTF_DAY = (
    r"-?(\d{4}|\d{3}X|\d\dXX|XXXX)(-(0[1-9]|1[0-2]|2[1-4]|3[3-6])"  # months, seasons, quarters
    r"(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d))?)?)?[?~%]?"
)
EDTF = re.compile(rf"({EDTF_DAY}|\.\.)(/({EDTF_DAY}|\.\.))?|\{{{EDTF_DAY}(,{EDTF_DAY})+\}}")


def check(reading: DateReading) -> None:
    assert EDTF.fullmatch(reading.edtf), reading
    if reading.start and reading.end:
        assert reading.start <= reading.end
    if "?" in reading.edtf:
        assert "year-implausible" in reading.problems
    assert all(p.code in PROBLEMS and p.detail for p in reading.problems)


@pytest.mark.parametrize("number", ["0", "00", "13", "24", "29", "31", "32", "60", "99", "0000", "9999", "10000"])
def test_a_number_that_no_calendar_has_in_any_form_gives_no_odd_date_and_no_exception(number):
    for text in TEXTS:
        for printed in re.finditer(r"\d+", text):
            changed = text[: printed.start()] + number + text[printed.end() :]
            for reading in find_dates(changed, REFERENCE):
                check(reading)
            with contextlib.suppress(UnreadableDate):
                check(parse_date(changed))


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("0 to 15 March 2024", ["2024-03-15"]),
        ("0-15 March 2024", ["2024-03"]),
        ("0 to 15 March", []),
        ("mùng 0 đến mùng 5 tháng Giêng năm 2024", ["2024-02-14"]),
    ],
)
def test_no_interval_begins_on_a_day_nought(text, edtfs):
    assert [reading.edtf for reading in find_dates(text)] == edtfs


HOSTILE = {
    "digits": "1" * 10,
    "slashes": "1/1/",
    "dots": "1.2.",
    "days": "ngày ",
    "lists": "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ",
    "ranges": "từ 5 đến ",
    "clocks": "8h30 - ",
    "marks": "e\u0301\u0323",
    "one letter, all marks": "\u0301\u0323",
    "brackets": "((((",
    "years": "năm 2012, 2013, ",
    "weekdays": "thứ hai, ",
    "moons": "mùng 5 tháng 3 âm lịch tức ",
    "stems": "năm Giáp Thìn ",
    "parts": "đầu giữa cuối ",
    "since": "từ sau trước kể từ ",
    "spaces": "     ",
    "yesterday": "sáng nay, ",
    "months": "tháng 1, tháng 2, ",
    "feasts": "29 Tết đến mùng 5 Tết - ",
    "terms": "nhiệm kỳ thứ lần ",
    "quarters": "quý I, quý II, quý III - ",
    "centuries": "thế kỷ XV - XVI, XVII ",
    "decades": "những năm 60, 70, 80 ",
    "years that cannot be meant": "5/8/3024, 6/9/2024, 7/7/2103, 1/2/1999, ",
    "solar and lunar": "5/8/2024 (tức mùng 5 tháng 3 âm lịch) - ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_work_grows_no_faster_than_the_text(name):
    piece = HOSTILE[name]

    def work(size: int) -> int:
        """Lines of ours that are run: the same on every machine, however busy it is."""
        text = (piece * (size // len(piece) + 1))[:size]
        lines = 0

        def count(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
            nonlocal lines
            if "vietnamese" not in frame.f_code.co_filename:
                return None
            lines += event == "line"
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            find_dates(text, REFERENCE)
        finally:
            sys.settrace(before)
        return lines

    # eight times the text: linear is 8, quadratic 64
    assert work(8_000) < 12 * work(1_000) + 2_000


def test_a_megabyte_of_hostile_text_is_read_in_seconds():
    text = "".join(HOSTILE.values()) * (1_000_000 // len("".join(HOSTILE.values())) + 1)
    began = time.process_time()
    find_dates(text, REFERENCE)
    assert time.process_time() - began < 60  # some 3 seconds where nobody else is at work


@pytest.mark.parametrize("sign", [" đến ", " - ", " tới ngày "])
def test_a_chain_of_days_that_lead_to_each_other_is_as_long_as_it_likes(sign):
    # each day was asked what the next one ends, that one the one behind it: 1,000 of them ended in a RecursionError
    days = [f"{1 + n % 28}/3/2024" for n in range(5_000)]
    assert len(find_dates(sign.join(days), REFERENCE)) >= 2_500


def test_no_pattern_can_backtrack():
    for pattern in (grammar.TOKEN, text_module._ODD_SEEN, text_module._LONG_RUN, text_module._INVISIBLE):
        # one set, repeated or not, in each alternative: nothing is nested, and no two alternatives share a letter
        assert not re.search(r"[*+}]\)|[*+}][*+]", pattern.pattern)
