"""Errors, alarms and findings are English below the command line, and Vietnamese on it: none was forgotten."""

from __future__ import annotations

import ast
import errno
import os
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from archiver import errors
from archiver.cli import main
from archiver.cli.sentences import LONGEST, SENTENCES, heard
from archiver.cli.words import speak
from archiver.errors import ArchiverError, Exit
from archiver.keeping.disk import ANY_OTHER, CURES, OF_STORE

HERE = Path(__file__).parent.parent
ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, ArchiverError)}
SAID_BY = {
    "Alarm": ("seen", "usual", "next"),
    "Seen": ("seen", "usual", "next"),
    "Rising": ("seen", "next"),
    "Falling": ("seen", "next"),
    "CrawlOutcome": ("message",),
    "Finding": ("what", "next"),
}
ROWS = ("Rising", "Falling")  # whose texts are templates


@pytest.fixture(autouse=True)
def _vietnamese():
    speak("vi")
    yield
    speak("en")


def said(node: ast.expr) -> list[str]:
    """Texts that an expression can be, a value in each of its places; none where it is not written here."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            texts = [""]
            for part in parts:
                match part:
                    case ast.Constant(value=text):
                        fills = [text]
                    case ast.FormattedValue(value=ast.IfExp(body=one, orelse=other)):
                        fills = [*said(one), *said(other)] or ["7"]
                    case ast.FormattedValue(conversion=114):
                        fills = ["'x'"]
                    case ast.FormattedValue(value=inner):
                        fills = said(inner) or ["7"]
                texts = [text + fill for text in texts for fill in fills]
            return texts
        case ast.Lambda(body=one):
            return said(one)
        case ast.IfExp(body=one, orelse=other):
            return [*said(one), *said(other)]
        case ast.BinOp(left=one, op=ast.Add(), right=other):
            return [a + b for a in said(one) or ["7"] for b in said(other) or ["7"]]
    return []


@cache
def sentences() -> list[tuple[str, str]]:
    """Where something is said, and what."""
    return list(_sentences())


def _sentences() -> Iterator[tuple[str, str]]:
    for room in ("archiver", "spiders", "pipelines"):
        for file in sorted((HERE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                told = list(node.args[:1]) if name in ERRORS - {"UnreadableDate"} else []
                told += list(node.args[1:]) if name == "Finding" else []
                told += [one.value for one in node.keywords if one.arg in SAID_BY.get(name, ())]
                for text in {text for one in told for text in said(one) if text}:
                    if name in ROWS:
                        text = text.replace("{name!r}", "'x'").format(name="7", part=7, whole=7, runs="this run")
                    yield f"{file.relative_to(HERE)}:{node.lineno}", text


def test_every_error_alarm_and_finding_has_its_vietnamese():
    missing = [f"{where}: {text}" for where, text in sentences() if heard(text) == text and any(map(str.isalpha, text))]
    assert missing == []


def test_every_reason_for_the_kind_of_a_page_has_its_vietnamese():
    reasons = set()
    for room in ("kinds", "broken"):
        for node in ast.walk(ast.parse((HERE / f"archiver/reading/{room}.py").read_text("utf-8"))):
            match node:  # (weight, "reason"), Kind(kind, sure, ("reason", "reason"))
                case ast.Tuple(elts=[ast.Constant(value=float()) | ast.BinOp() | ast.Call() | ast.IfExp(), told]):
                    reasons |= set(said(told))
                case ast.Call(func=ast.Name(id="Kind"), args=[_, _, ast.Tuple(elts=told)]):
                    reasons |= {text for one in told for text in said(one)}
    assert len(reasons) > 40
    plain = {"og:type article", "7 says 'x'"}  # the same in both; 'the title' or 'a line of its own' says so
    assert [text for text in reasons - plain if heard(text) == text] == []


@pytest.mark.parametrize("stop", ["", "."], ids=["now", "as reports of before have it"])
def test_why_a_server_was_not_heard_is_said_in_vietnamese_to_the_end(stop):
    told = (
        f"http://a.vn/ does not answer: dns: DNS lookup failed: no results for hostname lookup: a.vn{stop} (2×); and"
        " refused:"
    )
    assert heard(f"{told} Connection was refused by other side: 111: Connection refused{stop} (1×)") == (
        f"http://a.vn/ không trả lời: không tra được tên: tên a.vn không có trong DNS{stop} (2×); và bị từ chối:"
        f" máy kia từ chối kết nối (lỗi 111: kết nối bị từ chối){stop} (1×)"
    )


def test_what_a_disk_says_no_to_is_said_in_vietnamese_to_the_end():
    doings = set()
    for path in sorted((HERE / "archiver").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="telling"), args=[_, doing]):
                    doings |= set(said(doing))
    assert len(doings) > 25
    cures = [*CURES.values(), ANY_OTHER, OF_STORE]
    assert [cure for cure in cures if heard(cure) == cure] == []
    full = f"failed: {os.strerror(errno.ENOSPC)}; {CURES[errno.ENOSPC]}"
    in_vietnamese = "không thành: đĩa đã đầy; hãy giải phóng chỗ rồi chạy lại, những gì đã lưu không mất"
    for doing in doings:
        assert doing not in heard(f"'a': {doing} {full}"), doing
        assert heard(f"'a': {doing} {full}").endswith(in_vietnamese), doing
    assert [why for why in map(os.strerror, CURES) if heard(why) == why] == []


def test_what_is_doubted_of_files_of_others_is_said_in_vietnamese():
    doubts = set()
    for room in ("keeping/foreign", "reextract"):
        for node in ast.walk(ast.parse((HERE / f"archiver/{room}.py").read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="note" | "_note"), args=[_, why, *_]):
                    doubts |= set(said(why))
    assert len(doubts) > 20
    assert [why for why in doubts if heard(f"a.warc.gz: {why}") == f"a.warc.gz: {why}"] == []
    assert heard("a.gz, byte 7 unpacked: the file ends within the record: 3 of 4 bytes") == (
        "a.gz, byte 7 khi đã giải nén: tệp dừng giữa bản ghi này: 3 trên 4 byte"
    )
    assert heard("and 5 more: it is no WARC") == "và 5 lần nữa: không phải WARC"


def test_enough_is_looked_at_that_the_test_above_could_fail():
    assert len({text for _, text in sentences()}) > 200
    assert heard("'x' is quite another thing") == "'x' is quite another thing"


def test_no_sentence_lost_a_place_to_fill():
    def places(text):
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)

    assert [english for english, other in SENTENCES.items() if places(english) != places(other)] == []


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        (
            "urls.txt, line 3: 'b.example' has no scheme. Did you mean 'https://b.example'?. Nothing was done",
            "urls.txt, dòng 3: 'b.example' thiếu phần https://. Có phải là 'https://b.example'?. Chưa làm gì cả",
        ),
        (
            "t: 3 new article(s) in 7 days, usual: 21 over these days; 20.8 a week. See: archiver doctor t",
            "t: 3 bài mới trong 7 ngày, thường lệ: 21 bài trong những ngày này; mỗi tuần 20.8. Xem: archiver doctor t",
        ),
        (
            "run 20261129T013000Z is not sealed: it is at work now",
            "lượt 20261129T013000Z chưa niêm phong: nó đang chạy",
        ),
        (
            (
                "4 revisions were read by another reader, a+b (4), and this one, a+c, cannot derive them; what it reads"
                " is shown by: archiver reextract --dry-run"
            ),
            (
                "4 bản ghi do bộ đọc khác đọc, a+b (4), nên bộ đọc này, a+c, không suy lại được; nó đọc ra gì thì"
                " xem: archiver reextract --dry-run"
            ),
        ),
        (
            "'/x/archiver.toml': Permission denied. Nothing was done",
            "'/x/archiver.toml': không có quyền. Chưa làm gì cả",
        ),
    ],
)
def test_an_error_within_an_error_is_said_whole(english, vietnamese):
    assert heard(english) == vietnamese


@pytest.mark.parametrize("times", [400, 20_000])  # shorter and longer than what is gone through at all
def test_a_long_text_that_resembles_many_sentences_is_soon_given_up(times):
    text = ": , ; . (" * times
    assert (len(text) <= LONGEST) == (times == 400)
    assert heard(text, "vi") == text  # the suite's limit of time fails it


def test_an_error_is_said_in_the_language_of_the_command_line(capsys, tmp_path):
    line = ["crawl", "khong-co", "--root", str(tmp_path)]
    assert main([*line, "--lang", "vi"]) == Exit.USAGE
    assert "không phải hồ sơ" in capsys.readouterr().err
    assert main([*line, "--lang", "en"]) == Exit.USAGE
    assert "is neither a profile" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("no answer from json://… within 30 s; left alone", "json://… không trả lời trong 30 giây; bỏ qua"),
        (
            "no answer from json://… (address 1 of 3) within 30 s; left alone",
            "json://… (địa chỉ thứ 1 trong 3) không trả lời trong 30 giây; bỏ qua",
        ),
        ("not taken by json://…", "json://… không nhận"),
        ("not taken by json://… (address 1 of 2)", "json://… (địa chỉ thứ 1 trong 2) không nhận"),
        (
            "not taken by json://… (address 1 of 2) (Connection refused)",
            "json://… (địa chỉ thứ 1 trong 2) không nhận (kết nối bị từ chối)",
        ),
        ("x://… is no address that apprise knows", "apprise không hiểu địa chỉ x://…"),
        (
            "x://… (address 1 of 2) is no address that apprise knows",
            "apprise không hiểu địa chỉ x://… (địa chỉ thứ 1 trong 2)",
        ),
    ],
)
def test_a_warning_that_names_an_address_keeps_its_order_of_words(english, vietnamese):
    assert heard(f"notify: {english}") == f"thông báo: {vietnamese}"
