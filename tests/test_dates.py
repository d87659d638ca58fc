"""Dates are read no more precisely than they are printed. The forms are those of docs/dates.md, row by row."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archiver import find_dates, parse_date
from archiver.errors import UnreadableDate
from archiver.vietnamese import lunar
from archiver.vietnamese.dates import PROBLEMS, infer_years

DOC = Path(__file__).parents[1] / "docs" / "dates.md"
REFERENCE = date(2024, 8, 6)


def table(header: str, heading: str | None = None) -> list[tuple[str, ...]]:
    """The rows of every table of docs/dates.md with that header, under *heading* or under any."""
    rows, inside, under = [], False, ""
    for line in DOC.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            under = line.strip("# ")
        if line == header:
            inside = heading is None or under == heading
        elif not line.startswith("|"):
            inside = False
        elif inside and not line.startswith("|---"):
            rows.append(tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]))
    return rows


ALONE = "Only where the text is nothing else"
ALL = [
    (text, date.fromisoformat(ref) if ref else None, edtf)
    for text, ref, edtf in table("| printed | reference | EDTF |")
]
ONLY_ALONE = {row[0] for row in table("| printed | reference | EDTF |", ALONE)}
UNMARKED = {row[0] for row in table("| printed | reference | EDTF |", "Without marks")}
FORMS = [row for row in ALL if row[0] not in ONLY_ALONE]
ERRORS = table("| printed | reason |")
DECOYS = table("| printed | it is |")
OWN = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates_of_our_own.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_the_table_of_forms_is_there():
    assert len(FORMS) > 300
    assert len(ONLY_ALONE) >= 5
    assert len(ERRORS) > 10
    assert len(DECOYS) > 25


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("từ ngày 31/2 đến 5/3/2019", "February has no day 31"),
        ("từ ngày 25/2 đến 31/2/2019", "February of 2019 has no day 31"),
        ("ngày 31/2 và 5/3/2019", "February has no day 31"),
        ("từ 5/8 đến 40/8/2019", "there is no day 40"),
        ("từ tháng 2 đến tháng 13/2019", "there is no month 13"),
        ("từ tháng 13 đến tháng 2/2019", "there is no month 13"),
        ("từ năm 2020 đến tháng 13/2021", "there is no month 13"),
        ("từ ngày 32 đến ngày 5/8/2024", "there is no day 32"),
        ("quý V đến quý III/2020", "there is no quarter V"),
        ("mùng 29, 30 và 31 tháng Giêng năm 2019", "there is no lunar day 31"),
    ],
)
def test_an_interval_with_an_end_that_no_calendar_has_is_not_read_as_its_other_end(text, reason):
    with pytest.raises(UnreadableDate, match=reason):
        parse_date(text)


@pytest.mark.parametrize("text", ["mùng 31 tháng Giêng năm 2019", "họp ngày 31 tháng 4 âm lịch năm 2020 tại xã"])
def test_a_day_that_no_moon_has_is_not_found_as_its_year(text):
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["2021-03-10/XXXX-04-30", "2021-03-10/ab-04-30x", "2021-03-10/20240-04-30"])
def test_what_follows_a_day_and_a_slash_may_be_no_number(text):
    assert len(find_dates(text)) <= 1
    with contextlib.suppress(UnreadableDate):
        parse_date(text)


def test_an_impossible_day_that_is_joined_to_nothing_leaves_the_date_alone():
    assert parse_date("tỷ lệ 30/2 ngày 5/8/2019").edtf == "2019-08-05"


@pytest.mark.parametrize("text", ["2024-09-01T08:30", "2024-08-31T20:00Z"])
def test_a_moment_passes_for_its_day_as_the_reference(text):
    moment = datetime.fromisoformat(text)
    assert parse_date("hôm qua", moment).edtf == "2024-08-31"
    assert [found.edtf for found in find_dates("họp ngày 5/8", moment)] == ["2024-08-05~"]


@pytest.mark.parametrize("read", [parse_date, find_dates])
@pytest.mark.parametrize("reference", ["2024-08-05", 2024, b"2024"])
def test_a_reference_that_is_no_date_is_named(read, reference):
    for text in ("hôm qua", "5/8/2024"):
        with pytest.raises(TypeError, match=r"reference is a datetime\.date, not "):
            read(text, reference)


def test_a_year_of_the_cycle_is_told_from_a_reference_that_lies_near_it():
    assert parse_date("năm Canh Tý", date(2025, 8, 5)).edtf == "2020"
    assert parse_date("Tết Bính Ngọ", date(2025, 12, 20)).edtf == "2026-02-17"
    assert find_dates("cuộc tiến công Tết Mậu Thân", date(2025, 8, 5)) == []  # 1968, and no page means 2028
    with pytest.raises(UnreadableDate, match="cycle of sixty"):
        parse_date("năm Ất Dậu", date(2025, 8, 5))


@pytest.mark.parametrize(
    ("text", "why"), [("ngày 32/12", "there is no day 32"), ("ngày 32/13", "there is no month 13")]
)
def test_a_day_beyond_the_month_is_named_without_its_year_too(text, why):
    with pytest.raises(UnreadableDate, match=why):
        parse_date(text)


@pytest.mark.parametrize(("text", "reference", "edtf"), ALL)
def test_a_form_is_read_as_the_documentation_says(text, reference, edtf):
    assert parse_date(text, reference).edtf == edtf


@pytest.mark.parametrize(("text", "reference", "edtf"), FORMS)
def test_a_form_is_found_in_a_sentence_and_its_span_quotes_it(text, reference, edtf):
    frames = (
        [("", ""), ("Tin\n", "\nXem")] if text in UNMARKED else [("", ""), ("Tin tức\n", "\nXem thêm"), ("« ", " »")]
    )
    for before, after in frames:
        whole = before + text + after
        (found,) = find_dates(whole, reference)
        assert found.edtf == edtf
        assert whole[slice(*found.span)] == found.raw
        assert found.raw in text


@pytest.mark.parametrize(("text", "reason"), ERRORS)
def test_what_cannot_be_read_is_an_error_that_quotes_it_and_says_why(text, reason):
    with pytest.raises(UnreadableDate, match=re.escape(reason)) as caught:
        parse_date(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize("text", ["từ 7/8 đến 5/8/2024", "từ ngày 7/8/2024 đến ngày 5/8/2024"])
def test_an_end_before_its_beginning_is_an_error_and_no_interval_of_two_years(text):
    with pytest.raises(UnreadableDate, match="the end lies before the beginning"):
        parse_date(text)
    assert [day.edtf[-5:] for day in find_dates(text)] == ["08-07", "08-05"]


@pytest.mark.parametrize("text", [row[0] for row in ERRORS if "names 2" not in row[1]] + [row[0] for row in DECOYS])
def test_what_is_no_date_is_left_alone(text):
    assert find_dates(text) == []
    assert find_dates(f"Theo đó, {text} trong thời gian qua.") == []


@pytest.mark.parametrize("text", [row[0] for row in DECOYS])
def test_what_is_no_date_is_none_when_it_stands_alone_either(text):
    with pytest.raises(UnreadableDate):
        parse_date(text, REFERENCE)


VARIANTS = {
    "decomposed": lambda s: unicodedata.normalize("NFD", s),
    "composed": lambda s: unicodedata.normalize("NFC", s),
    "non-breaking spaces": lambda s: s.replace(" ", "\xa0"),
    "eth for đ": lambda s: s.replace("đ", "ð").replace("Đ", "Ð"),
    "the African Ɖ for đ": lambda s: s.replace("đ", "\u0256").replace("Đ", "\u0189"),
    "upper case": lambda s: s.upper(),
    "invisible characters": lambda s: "\ufeff" + s.replace(" ", " \u200b"),
    "long dashes": lambda s: s.replace(" - ", " — "),
}
# A month named by a number in words is told from "tháng, năm" by its capital letter; small letters lose it.
CASED = {"tháng Năm", "tháng Năm này"}


@pytest.mark.parametrize("variant", VARIANTS)
def test_spelling_and_encoding_change_no_reading(variant):
    for text, reference, edtf in ALL:
        if (variant == "upper case" and "T07" in text) or (variant == "invisible characters" and text in UNMARKED):
            continue
        changed = VARIANTS[variant](text)
        reading = parse_date(changed, reference)
        assert reading.edtf == edtf, changed
        assert changed[slice(*reading.span)] == reading.raw


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_stamp_glued_to_the_next_cell_is_read_and_a_document_number_is_not(form):
    def found(text):
        return [(r.raw, r.edtf) for r in find_dates(unicodedata.normalize(form, text))]

    assert found("05/08/2024Lượt xem: 123") == [("05/08/2024", "2024-08-05")]
    assert found("05/08/2024,14:30Đọc bài") == [("05/08/2024,14:30", "2024-08-05T14:30:00+07:00")]
    assert found("Tin hoạt động05/08/2024 8:15") == [("05/08/2024 8:15", "2024-08-05T08:15:00+07:00")]
    assert found("QĐ05/08/2024") == []
    assert found("số 05/08/2024QĐ-UBND") == []
    assert found("số 08/2024QĐ-UBND") == []


def test_lower_case_changes_no_reading():
    for text, reference, edtf in ALL:
        if text not in CASED:
            assert parse_date(text.lower(), reference).edtf == edtf, text


def test_both_places_of_the_tone_mark_are_one_word():
    assert parse_date("Quí III năm 2024").edtf == parse_date("Quý III năm 2024").edtf
    assert parse_date("thế kỉ XX").edtf == parse_date("thế kỷ XX").edtf
    assert parse_date("Tết Tân Sửu 2021").edtf == "2021-02-12"
    assert parse_date("năm Quý Tị 2013").edtf == parse_date("năm Quý Tỵ 2013").edtf
    changed = 0
    for text, reference, edtf in ALL:
        other = other_place_of_the_tone(text)
        changed += other != text
        assert parse_date(other, reference).edtf == edtf, other
    assert changed >= 3  # "khóa" is the one word of the grammar that has both


def other_place_of_the_tone(text: str) -> str:
    """*text* with 'óa' for 'oá', 'úy' for 'uý' and the other way round, where both are written."""
    tone = "([\u0300\u0301\u0303\u0309\u0323])"
    for first, second in ("oa", "oe", "uy"):
        early, late = f"(?<!q){first}{tone}{second}", f"(?<!q){first}{second}{tone}"
        apart = unicodedata.normalize("NFD", text)
        moved = re.sub(f"{early}(?!\\w)", rf"{first}{second}\1", apart)
        text = moved if moved != apart else re.sub(f"{late}(?![\\w])", rf"{first}\1{second}", apart)
    return unicodedata.normalize("NFC", text)


LUNAR_BESIDE = {"10/3 âm lịch", "mùng 1 Tết", "mùng 1 tháng Giêng"}


@pytest.mark.parametrize(("text", "reference", "edtf"), ALL)
def test_a_found_date_reads_the_same_when_it_stands_alone(text, reference, edtf):
    for found in find_dates(f"Tin: {text}.", reference):
        if "(" in text and found.raw in LUNAR_BESIDE:
            continue  # its year is that of the solar day printed beside it
        alone = parse_date(found.raw, reference)
        assert (alone.edtf, alone.start, alone.end, alone.precision) == (
            found.edtf,
            found.start,
            found.end,
            found.precision,
        )


# --- any date, in any form ------------------------------------------------------------------------------------------

WORDS = "không một hai ba bốn năm sáu bảy tám chín".split()
WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"]
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
ENGLISH = "January February March April May June July August September October November December".split()


def spoken(n: int) -> str:
    if n < 10:
        return WORDS[n]
    tens, ones = divmod(n, 10)
    head = "mười" if tens == 1 else f"{WORDS[tens]} mươi"
    if not ones:
        return head
    return f"{head} {'mốt' if ones == 1 and tens > 1 else 'lăm' if ones == 5 else WORDS[ones]}"


FULL = {
    "slashes": lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
    "slashes, no zeros": lambda d: f"{d.day}/{d.month}/{d.year}",
    "dashes": lambda d: f"{d.day}-{d.month}-{d.year}",
    "dots": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    "spaced": lambda d: f"{d.day} / {d.month} / {d.year}",
    "ISO": lambda d: d.isoformat(),
    "label": lambda d: f"Ngày đăng: {d.day:02d}-{d.month:02d}-{d.year}",
    "words": lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
    "mixed": lambda d: f"ngày {d.day:02d}/{d.month} năm {d.year}",
    "Roman": lambda d: f"{d.day:02d}/{ROMAN[d.month - 1]}/{d.year}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day:02d}/{d.month:02d}/{d.year}",
    "part of the day": lambda d: f"sáng {d.day}/{d.month}/{d.year}",
    "WordPress": lambda d: f"Th{d.month} {d.day}, {d.year}",
    "month in words": lambda d: f"ngày {d.day} tháng {spoken(d.month).replace('bốn', 'tư')} năm {d.year}",
    "all in words": lambda d: f"ngày {spoken(d.day)} tháng {spoken(d.month)} năm {d.year}",
    "English": lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "place": lambda d: f"Hà Nội, ngày {d.day} tháng {d.month} năm {d.year}",
}
CLOCKS = {
    "colon": lambda h, m: f"{h:02d}:{m:02d}",
    "h": lambda h, m: f"{h}h{m:02d}",
    "g": lambda h, m: f"{h}g{m:02d}",
    "giờ": lambda h, m: f"{h} giờ {m:02d} phút",
}
days = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@given(days, st.sampled_from(sorted(FULL)))
def test_any_day_in_any_form_reads_back_as_itself(day, form):
    text = FULL[form](day)
    reading = parse_date(text)
    assert reading.edtf == day.isoformat()
    assert (reading.start, reading.end, reading.precision, reading.problems) == (day, day, "day", ())
    (found,) = find_dates(f"Tin ảnh. {text}; hết.")
    assert found.start == day


@given(days, st.integers(0, 23), st.integers(0, 59), st.sampled_from(sorted(CLOCKS)), st.booleans())
def test_any_clock_before_or_after_a_day_is_kept(day, hour, minute, form, before):
    clock, printed = CLOCKS[form](hour, minute), f"{day.day:02d}/{day.month:02d}/{day.year}"
    text = f"{clock}, ngày {printed}" if before else f"{printed} {clock}"
    reading = parse_date(text)
    assert reading.edtf == f"{day}T{hour:02d}:{minute:02d}:00+07:00"
    assert (reading.start, reading.precision) == (day, "minute")


LONGER = {
    "tháng {m} năm {y}": "{y}-{m:02d}",
    "tháng {m}/{y}": "{y}-{m:02d}",
    "tháng {M}/{y}": "{y}-{m:02d}",
    "T{m}/{y}": "{y}-{m:02d}",
    "cuối tháng {m}/{y}": "{y}-{m:02d}",
    "quý {Q} năm {y}": "{y}-{q}",
    "quý {n}/{y}": "{y}-{q}",
    "năm {y}": "{y}",
    "đầu năm {y}": "{y}",
    "những năm {d}0": "{d}X",
    "thập niên {d}0": "{d}X",
    "thế kỷ {C}": "{c}XX",
    "mùa hè năm {y}": "{y}-22",
    "{m} tháng đầu năm {y}": "{y}-01/{y}-{m:02d}",
    "giai đoạn {y} - {z}": "{y}/{z}",
    "nhiệm kỳ {y}-{z}": "{y}/{z}",
    "từ năm {y} đến nay": "{y}/..",
    "từ tháng {m}/{y} đến nay": "{y}-{m:02d}/..",
    "trước năm {y}": "../{y}",
}


@given(days, st.sampled_from(sorted(LONGER)))
def test_any_month_quarter_year_or_longer_time_reads_back_as_itself(day, form):
    quarter = (day.month + 2) // 3
    assume(1 < day.month < 12 or "tháng đầu" not in form)  # twelve months are the year
    parts = {
        "y": day.year,
        "z": day.year + 5,
        "m": day.month,
        "M": ROMAN[day.month - 1],
        "n": quarter,
        "Q": ROMAN[quarter - 1],
        "q": 32 + quarter,
        "d": day.year // 10,
        "c": day.year // 100,
        "C": {19: "XX", 20: "XXI"}[day.year // 100],
    }
    text, edtf = form.format(**parts), LONGER[form].format(**parts)
    assert parse_date(text).edtf == edtf
    (found,) = find_dates(f"Tin ảnh. Kết quả {text}; hết.")
    assert found.edtf == edtf


@given(days, st.integers(1, 400))
def test_any_interval_reads_back_as_itself(first, length):
    last = first + timedelta(days=length)
    assume(last.year < 2100)
    texts = [
        f"từ ngày {first.day}/{first.month}/{first.year} đến ngày {last.day}/{last.month}/{last.year}",
        f"{first.day:02d}/{first.month:02d}/{first.year} – {last.day:02d}/{last.month:02d}/{last.year}",
    ]
    within = last.year - first.year == 1 and first.month > last.month  # of one month, it would be a slip of the days
    if first.year == last.year or within:
        texts.append(f"từ {first.day}/{first.month} đến {last.day}/{last.month}/{last.year}")
    if (first.year, first.month) == (last.year, last.month):
        texts += [
            f"từ {first.day} - {last.day}.{last.month}.{last.year}",
            f"{first.day}-{last.day}/{last.month}/{last.year}",
        ]
    for text in texts:
        reading = parse_date(text)
        assert reading.edtf == f"{first}/{last}", text
        assert (reading.start, reading.end, reading.precision) == (first, last, "interval")


@given(
    days, st.sampled_from(["{d}/{m} âm lịch năm {y}", "mùng {d} tháng {m} năm {n} ({y})", "ngày {d} tháng {m} ÂL {y}"])
)
def test_any_lunar_day_reads_as_its_solar_day(day, form):
    told = lunar.from_solar(day)
    assume(not told.leap)
    text = form.format(d=told.day, m=told.month, y=told.year, n=lunar.year_name(told.year))
    assert parse_date(text).edtf == day.isoformat()


@given(days)
def test_a_year_by_its_name_is_told_from_a_reference_within_thirty_years(day):
    reading = parse_date(f"năm {lunar.year_name(day.year)}", day)
    assert reading.edtf == str(day.year)
    assert reading.start == lunar.months(day.year)[0].first


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2099))
def test_a_day_that_no_calendar_has_is_never_read(day, month, year):
    try:
        date(year, month, day)
    except ValueError:
        for text in (f"{day}/{month}/{year}", f"ngày {day} tháng {month} năm {year}", f"ngày {day}-{month}-{year}"):
            assert find_dates(text) == []
            with pytest.raises(UnreadableDate):
                parse_date(text)


# --- doubts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reference", "edtf", "code"),
    [
        ("sáng 25/01/2103", date(2013, 1, 25), "2013-01-25?", "year-implausible"),
        ("8h ngày 25/01/2103", date(2013, 1, 25), "2013-01-25?", "year-implausible"),
        ("ngày 5/8/3024", date(2024, 9, 1), "2024-08-05?", "year-implausible"),
        ("sáng 25/01/2103", None, "2103-01-25?", "year-implausible"),
        ("ngày 5/8/0224", date(2024, 9, 1), "2024-08-05?", "year-implausible"),
        ("05/10", date(2017, 10, 6), "2017-10-05~", "year-inferred"),
        ("20/12", date(2018, 1, 5), "2017-12-20~", "year-inferred"),
        ("quý I", date(2018, 4, 5), "2018-33~", "year-inferred"),
        ("từ 28/12 đến 2/1", date(2018, 1, 5), "2017-12-28~/2018-01-02~", "year-inferred"),
        ("lúc 20h10 ngày 22/4", date(2019, 4, 23), "2019-04-22T20:10:00+07:00", "year-inferred"),
        ("08/25/2024", None, "2024-08-25", "month-first"),
        ("Chủ Nhật, 26/04/2025", None, "2025-04-26", "weekday-contradicts"),
        ("Thứ 9, 05/8/2024", None, "2024-08-05", "weekday-impossible"),
        ("Thứ tám, ngày 05/8/2024", None, "2024-08-05", "weekday-impossible"),
        ("25:30 05/8/2024", None, "2024-08-05", "clock-impossible"),
        ("25h30 ngày 05/8/2024", None, "2024-08-05", "clock-impossible"),
        ("14h75, ngày 05/8/2024", None, "2024-08-05", "clock-impossible"),
        ("14 giờ 75 phút ngày 05/8/2024", None, "2024-08-05", "clock-impossible"),
        ("05/8/2024 - 26:10", None, "2024-08-05", "clock-impossible"),
        ("ngày 18/4/2024 (tức 11/3 âm lịch)", None, "2024-04-18", "lunar-contradicts"),
        ("Tết Giáp Thìn 2025", None, "2025-01-29", "year-name-contradicts"),
    ],
)
def test_a_doubt_is_listed_with_its_reason(text, reference, edtf, code):
    reading = parse_date(text, reference)
    assert reading.edtf == edtf
    assert [p.code for p in reading.problems] == [code]
    assert len(reading.problems[0].detail) > 20


def test_every_code_is_in_the_documentation_and_every_documented_code_is_one():
    assert dict(table("| code | meaning |")) == PROBLEMS


def test_a_slip_is_mended_by_the_years_that_the_text_speaks_of():
    text = "giai đoạn 2011 - 2020; kết quả năm 2012, nhiệm vụ năm 2013. Sáng 25/01/2103, Sở tổ chức hội nghị."
    assert [d.edtf for d in find_dates(text)] == ["2011/2020", "2012", "2013", "2013-01-25?"]


def test_far_from_the_reference_no_year_is_inferred():
    assert parse_date("22/12", date(2025, 6, 1)).edtf == "XXXX-12-22"
    assert parse_date("22/12", date(2025, 1, 1)).edtf == "XXXX-12-22"


@pytest.mark.parametrize(
    "text", ["Rằm tháng Bảy", "rằm tháng 7 âm lịch", "lễ Vu lan (15/7 âm lịch)", "đêm rằm tháng 7"]
)
def test_a_lunar_day_without_a_year_names_no_day_and_the_error_says_which_is_near(text):
    with pytest.raises(UnreadableDate, match=r"no year is printed.*nearest to the reference date is 2025-09-06"):
        parse_date(text, date(2025, 8, 1))
    with pytest.raises(UnreadableDate, match=r"no year is printed: it falls on another day each year$"):
        parse_date(text, date(2025, 2, 1))
    assert find_dates(f"Chùa mở cửa {text}, đón khách thập phương.", date(2025, 8, 1)) == []


def test_years_come_from_the_neighbours_in_a_list():
    printed = ["05/10", "(05/10/2017)", "(05/10)", "28/02", "29/02", "tháng 9", "(01/01/2018)", "(02/01)"]
    told = infer_years([parse_date(p) for p in printed])
    assert [r.edtf for r in told] == [
        *("2017-10-05~", "2017-10-05", "2017-10-05~", "2017-02-28~"),
        *("XXXX-02-29", "2017-09~", "2018-01-01", "2018-01-02~"),
    ]
    assert told[2].start == date(2017, 10, 5)
    assert "year-inferred" in told[2].problems
    assert told[2].raw == "05/10"
    assert told[1].problems == ()


def test_without_neighbours_the_reference_lends_the_year_and_without_it_nobody():
    yearless = [parse_date("05/10")]
    assert infer_years(yearless) == yearless
    assert infer_years(yearless, date(2017, 11, 1))[0].edtf == "2017-10-05~"
    assert infer_years([]) == []


def test_the_solar_day_beside_a_lunar_one_tells_its_year():
    found = find_dates("ngày 18/4/2024 là mùng 10 tháng 3 âm lịch")
    assert [d.edtf for d in found] == ["2024-04-18", "2024-04-18"]
    assert all(not d.problems for d in found)


@pytest.mark.parametrize(
    "text", ["ngày 8/8 hằng năm", "tháng 8 hàng năm", "ngày 31/8 của năm tiếp theo", "8/8 mỗi năm"]
)
def test_what_is_of_every_year_or_of_another_has_not_the_year_of_the_reference(text):
    assert all(reading.edtf.startswith("XXXX-08") for reading in find_dates(f"Tổ chức vào {text}.", REFERENCE))
    assert find_dates("Tổ chức vào ngày 8/8.", REFERENCE)[0].edtf == "2024-08-08~"


def test_a_feast_named_again_later_takes_the_year_of_the_day_before_and_says_so():
    first, second = find_dates("Giỗ Tổ ngày 18/4/2024 tổ chức ở đền thờ chính; lễ Giỗ Tổ 10/3 âm lịch đông người.")
    assert (first.edtf, first.problems) == ("2024-04-18", ())
    assert (second.edtf, second.problems) == ("2024-04-18~", ("year-inferred",))


def test_a_year_behind_brackets_is_that_of_the_day_only_where_they_tell_its_day_of_the_moon():
    text = "Ngày 3/2 (mùng 6 tháng Giêng) năm 2025 họp; ngày 3/2 (hội nghị Tết) năm 2025 họp"
    assert [d.edtf for d in find_dates(text)] == ["2025-02-03", "XXXX-02-03", "2025"]


def test_a_lunar_day_after_a_comma_is_one_finding_with_its_solar_day_only_where_they_are_one_day():
    assert [d.raw for d in find_dates("ngày 18/4/2024, 10/3 âm lịch, cả nước")] == ["ngày 18/4/2024, 10/3 âm lịch"]
    assert len(find_dates("ngày 18/4/2024, mùng 5 tháng 5 âm lịch năm 2024")) == 2


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ngày 18/4/2024 (mùng 10 tháng 3 âm lịch)", []),
        ("ngày 18/4/2024 (10/3 âm lịch năm 2024)", []),
        ("ngày 10/2/2024 (mùng 1 Tết Giáp Thìn)", []),
        ("ngày 24/2/2024 (Rằm tháng Giêng)", []),
        ("ngày 18/4/2024 (11/3 âm lịch)", ["lunar-contradicts"]),
    ],
)
def test_a_lunar_day_in_brackets_beside_its_solar_day_is_no_second_date(text, codes):
    (found,) = find_dates(f"Lễ hội khai mạc {text}, tại đền.")
    assert (found.raw, [problem.code for problem in found.problems]) == (text, codes)


def test_numbers_in_brackets_that_nothing_calls_lunar_are_no_twin():
    assert [d.edtf for d in find_dates("Tết: ngày 18/4/2024 (khoản 10/3) và 19/4/2024")] == ["2024-04-18", "2024-04-19"]


def test_a_moment_with_another_zone_falls_on_the_day_in_vietnam():
    reading = parse_date("2024-08-05T20:30:00Z")
    assert reading.edtf == "2024-08-05T20:30:00Z"
    assert reading.start == date(2024, 8, 6)


def test_english_that_the_grammar_lacks_is_read_only_with_its_year():
    assert parse_date("2024 August 5").edtf == "2024-08-05"
    with pytest.raises(UnreadableDate):
        parse_date("the first Monday of August")


# --- expressions of our own, labelled before the reader was asked ---------------------------------------------------

# What is still silent: a year of two digits after "năm", and words that nothing but their sentence dates.
STILL_SILENT = {"năm 40", "năm ấy 1968", "Đại lễ Phật đản Phật lịch 2565 - Dương lịch 2021", "tháng Tám", "Vừa xong"}
STILL_SILENT |= {"14-06-11"}  # 11 June 2014 or 14 June 2011: a careful archivist would not tell


def right(answer: str | None, gold: str, others: str) -> bool:
    """Whether an answer is one that is labelled right."""
    return gold == "-" if answer is None else answer in {gold, *others.split()}


@pytest.mark.parametrize(("number", "family"), sorted({(row[0], row[1]) for row in OWN}))
def test_our_own_expressions_are_read_where_they_stand(number, family):
    rows = [row[2:] for row in OWN if row[:2] == [number, family]]
    assert [(row, answer) for row in rows if (answer := unlike(family, *row)) is not None] == []


def unlike(family: str, reference: str, gold: str, others: str, marked: str) -> str | None:
    """What is read where an expression stands, if it is not what is labelled right."""
    first, last = marked.index("[["), marked.rindex("]]") - 2
    context = marked[:first] + marked[first + 2 : last + 2] + marked[last + 4 :]
    found = [
        reading
        for reading in find_dates(context, date.fromisoformat(reference) if reference else None)
        if reading.span[0] < last and reading.span[1] > first
    ]
    if family == "negative":
        return found[0].edtf if found else None
    best = max(found, key=lambda reading: min(reading.span[1], last) - max(reading.span[0], first), default=None)
    if best is None:
        return None if gold == "-" or context[first:last] in STILL_SILENT else "nothing"
    answer = best.edtf if "~" in gold else best.edtf.replace("~", "")  # told from the reference, it may be marked so
    return None if right(answer, gold, others) else answer
