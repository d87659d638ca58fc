"""The program as people and cron meet it: what is said, in which language, and with which exit code."""

from __future__ import annotations

import ast
import json
import random
import string
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import click
import jsonschema
import kept_archives
import msgspec
import pytest

from archiver.cli import main, program
from archiver.cli.command import Context
from archiver.cli.words import VIETNAMESE
from archiver.errors import Exit
from archiver.keeping import kept as archives
from archiver.keeping import open_archive, upgrading
from archiver.keeping.upgrading import Step
from archiver.practice import PracticeServer
from archiver.shapes import Record

HERE = Path(__file__).parent
COMMANDS = program.list_commands(Context(program))

PAGE = """<html><head><meta charset="utf-8"><title>Hội nghị tổng kết - Sở Nội vụ</title></head><body>
<h1>Hội nghị tổng kết công tác năm</h1>
<p>Sáng 25/01/2013, tại trụ sở, đơn vị đã tổ chức hội nghị tổng kết với sự tham dự của hơn một trăm đại biểu.</p>
<p>Hội nghị đã nghe báo cáo kết quả thực hiện nhiệm vụ và thảo luận phương hướng trong thời gian tới.</p>
<p>M.Hải</p></body></html>"""


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(capsys, *line: str) -> tuple[int, str, str]:
    code = main(line)
    said = capsys.readouterr()
    return code, said.out, said.err


# --- words ----------------------------------------------------------------------------------------------------------


def said_in_code() -> set[str]:
    """Every literal that is handed to say(), or declared as help, in the program's own files."""
    texts = set()
    for file in (HERE.parent / "archiver" / "cli").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                texts |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and arg.value}
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "table":
                texts |= {heading.value for heading in getattr(node.args[0], "elts", [])}
    return texts


def helps() -> set[str]:
    texts = {program.help} | {param.help for param in program.params}
    for name in COMMANDS:
        command = program.get_command(Context(program), name)
        texts |= {command.help, command.epilog}
        texts |= {param.help for param in command.params if isinstance(param, click.Option)}
    return {text for text in texts if text} | set(program.sections) | {code.meaning for code in Exit}


def test_every_text_that_is_said_has_its_vietnamese():
    assert sorted((said_in_code() | helps()) - VIETNAMESE.keys()) == []


def test_no_vietnamese_text_lost_a_place_to_fill_or_is_left_over():
    def places(text):
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)

    assert [english for english, other in VIETNAMESE.items() if places(english) != places(other)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(capsys, name):
    code, english, _ = run(capsys, name, "--help")
    assert code == 0
    code, vietnamese, _ = run(capsys, name, "--help", "--lang", "vi")
    assert code == 0
    assert english.startswith(f"Usage: archiver {name}")
    assert vietnamese.startswith(f"Cách dùng: archiver {name}")
    assert "Hiện hướng dẫn này rồi thoát." in vietnamese
    assert "Show this message" not in vietnamese


def test_the_locale_chooses_the_language_and_lang_overrides_it(capsys, monkeypatch):
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert "Mã thoát" in run(capsys, "--help")[1]
    assert "Exit codes" in run(capsys, "--help", "--lang", "en")[1]


# --- exit codes -----------------------------------------------------------------------------------------------------


def test_help_and_readme_hold_the_table_of_exit_codes(capsys):
    _, out, _ = run(capsys, "--help")
    readme = (HERE.parent / "README.md").read_text("utf-8")
    for code in Exit:
        assert f"{int(code)}  {code.meaning}" in out
        assert f"| {int(code)} | {code.meaning} |" in readme


def test_a_defect_is_one_line_without_debug_and_a_traceback_with_it(capsys, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("made by the test")

    monkeypatch.setattr("archiver.reading.article.extract", broken)
    page = str(HERE / "test_cli.py")
    code, out, err = run(capsys, "extract", page, "--url", "http://a.vn/")
    assert (code, out, err.count("\n")) == (Exit.UNREACHABLE, "", 1)
    assert "RuntimeError: made by the test" in err
    with pytest.raises(RuntimeError):
        main(["extract", page, "--url", "http://a.vn/", "--debug"])


def test_no_command_at_all_shows_the_help_and_is_wrong_usage(capsys):
    code, _, err = run(capsys)
    assert code == Exit.USAGE
    assert err.startswith("Usage: archiver")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["extracr"], "No such command: extracr (did you mean extract, reextract?). See: archiver --help"),
        (["extract"], "Missing: FILE. See: archiver extract --help"),
        (["extract", "a.html"], "Missing: --url. See: archiver extract --help"),
        (["extract", "a.html", "--urll", "x"], "No such option: --urll (did you mean --url?)"),
        (["--lang", "fr"], "'fr' is not one of 'en', 'vi'"),
    ],
)
def test_a_wrong_command_line_gets_one_line_and_exit_2(capsys, line, said):
    code, out, err = run(capsys, *line)
    assert (code, out, err.count("\n")) == (Exit.USAGE, "", 1)
    assert said in err


def test_the_clock_of_a_run_may_be_told_without_a_zone(capsys, tmp_path):
    with PracticeServer("plain", articles=3) as server:
        line = ["crawl", server.url, "--root", str(tmp_path), "--slug", "so", "--delay", "0"]
        assert run(capsys, *line, "--now", "2026-12-01T01:30")[0] == Exit.OK
    assert [path.stem for path in (tmp_path / "so" / "runs").glob("*.json")] == ["20261130T183000Z"]  # Vietnam's time


# --- extract --------------------------------------------------------------------------------------------------------


def test_extract_prints_one_record_that_keeps_the_schema(capsys, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    code, out, err = run(capsys, "extract", str(page), "--url", "http://sonoivu.example/tin/1.html")
    assert (code, err, out.count("\n")) == (Exit.OK, "", 1)
    record = json.loads(out)
    jsonschema.validate(record, msgspec.json.schema(Record))
    assert record["title"] == "Hội nghị tổng kết công tác năm"
    assert record["body"].startswith("Sáng 25/01/2013")
    assert record["byline"] == "M.Hải"
    assert record["capture"]["length"] == len(PAGE.encode())


def test_extract_reads_standard_input_and_speaks_utf_8_under_any_locale():
    done = subprocess.run(
        [sys.executable, "-m", "archiver", "extract", "-", "--url", "http://sonoivu.example/tin/1.html"],
        input=PAGE.encode(),
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout.decode("utf-8"))["title"] == "Hội nghị tổng kết công tác năm"


@pytest.mark.parametrize(
    ("body", "url", "code", "said"),
    [
        (b"", "http://a.vn/1", Exit.USAGE, "empty"),
        (b" \n\n", "http://a.vn/1", Exit.USAGE, "empty"),
        (b"%PDF-1.7 <", "http://a.vn/1.pdf", Exit.ALARM, "no article (documents)"),
        (b'{"ok": true}', "http://a.vn/1", Exit.ALARM, "the bytes are application/json"),
        (b"\x89PNG\r\n<", "http://a.vn/1", Exit.USAGE, "a PNG picture"),
        (b"PK\x03\x04<", "http://a.vn/1", Exit.USAGE, "a ZIP, DOCX or XLSX file"),
        (b"just words", "http://a.vn/1", Exit.USAGE, "not HTML: no tag in it"),
        (bytes(range(1, 60)), "http://a.vn/1", Exit.USAGE, "not HTML: no tag in it"),
        (random.Random(3).randbytes(3000) + b"<p>", "http://a.vn/1", Exit.USAGE, "not HTML: bytes that no text is"),
        (b"<html><body></body></html>", "http://a.vn/1", Exit.ALARM, "no article"),
        (b"<p>x", "a.vn/1", Exit.USAGE, "'a.vn/1' has no scheme. Did you mean 'https://a.vn/1'?"),
        (b"<p>x", "//a.vn/1", Exit.USAGE, "has no scheme"),
        (b"<p>x", "ftp://a.vn/1", Exit.USAGE, "is no web address"),
        (b"<p>x", "http://[a/1", Exit.USAGE, "is no URL"),
    ],
)
def test_bad_input_to_extract_gets_one_line_that_names_it(capsys, tmp_path, body, url, code, said):
    page = tmp_path / "page.html"
    page.write_bytes(body)
    returned, out, err = run(capsys, "extract", str(page), "--url", url)
    assert (returned, out, err.count("\n")) == (code, "", 1), err
    assert said in err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1258"])
def test_a_page_in_any_usual_encoding_is_not_taken_for_binary(capsys, tmp_path, encoding):
    page = tmp_path / "page.html"
    page.write_bytes(PAGE.encode(encoding, "xmlcharrefreplace"))
    code, _, err = run(capsys, "extract", str(page), "--url", "http://a.vn/1")
    assert (code, err) == (Exit.OK, "")


def test_a_page_in_an_unknown_charset_is_read_as_well_as_may_be(capsys, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("utf-8", "x-vietnamese-unheard-of"), "utf-8")
    code, out, _ = run(
        capsys, "extract", str(page), "--url", "http://a.vn/1", "--content-type", "text/html; charset=x-none"
    )
    assert code == Exit.OK
    assert json.loads(out)["title"] == "Hội nghị tổng kết công tác năm"


def test_a_missing_file_is_named(capsys):
    code, out, err = run(capsys, "extract", "no/such.html", "--url", "http://a.vn/1")
    assert (code, out) == (Exit.USAGE, "")
    assert "'no/such.html': No such file or directory" in err


def test_help_starts_without_loading_any_room():
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "archiver", "--help"], capture_output=True, text=True, check=True
    ).stderr
    assert [room for room in ("scrapy", "twisted", "dateparser", "bs4", "duckdb") if f"| {room}\n" in loaded] == []


# --- dates ----------------------------------------------------------------------------------------------------------


def test_dates_prints_every_date_of_a_text_a_line_each(capsys):
    text = "Từ ngày 20/11 đến ngày 22/11/2024, sáng 25/01/2103 và quý III năm 2024."
    code, out, err = run(capsys, "dates", text)
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (Exit.OK, "")
    assert [set(line) for line in lines] == [{"raw", "edtf", "start", "end", "precision", "span", "problems"}] * len(
        lines
    )
    assert all(text[slice(*line["span"])] == line["raw"] for line in lines)
    assert [p["code"] for line in lines for p in line["problems"]] == ["year-implausible"]
    code, again, _ = run(capsys, "dates", "ngày 5/10", "--reference", "2017-10-09")
    assert json.loads(again)["start"] == "2017-10-05"


def test_dates_reads_standard_input_and_names_a_byte_that_is_not_utf_8():
    def ask(data):
        return subprocess.run(
            [sys.executable, "-m", "archiver", "dates", "-"], input=data, capture_output=True, timeout=60, check=False
        )

    assert json.loads(ask("ngày 5/8/2024".encode()).stdout)["edtf"] == "2024-08-05"
    done = ask("ngày ".encode("utf-16"))
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert b"byte 0 is not UTF-8" in done.stderr


def test_a_text_without_a_date_says_so_beside_the_output(capsys):
    assert run(capsys, "dates", "không có gì") == (Exit.OK, "", "archiver: no date in 'không có gì'\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ngày 31 tháng 2", "February has no day 31"),
        ("hôm qua", "a relative day, and no reference date was given"),
    ],
)
def test_what_the_calendar_lacks_or_the_reader_must_add_is_said(capsys, text, why):
    assert run(capsys, "dates", text) == (Exit.OK, "", f"archiver: no date in {text!r}: {why}\n")


def test_a_date_that_is_one_only_where_nothing_else_stands_is_read(capsys):
    assert json.loads(run(capsys, "dates", "20240805")[1])["edtf"] == "2024-08-05"


# --- verify ---------------------------------------------------------------------------------------------------------


def test_verify_is_content_with_a_sound_archive_and_exits_6_naming_the_file_of_a_harmed_one(capsys, tmp_path):
    archive = kept_archives.nights(tmp_path, range(3)).path
    code, out, _ = run(capsys, "verify", str(archive))
    assert (code, out.count("\n")) == (Exit.OK, 1)
    assert "0 harm(s)" in out
    records = next(archive.glob("records/*/*.jsonl"))
    records.write_bytes(records.read_bytes().replace("Đoàn".encode(), b"Doan", 1))
    code, out, _ = run(capsys, "verify", str(tmp_path))
    assert code == Exit.DAMAGED
    assert records.name in out
    code, out, _ = run(capsys, "verify", str(tmp_path), "--json", "--no-derive")
    assert code == Exit.DAMAGED
    assert [harm["file"] for harm in json.loads(out)["harms"]].count(f"records/2026/{records.name}") >= 1


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["verify", "no/such"], Exit.DAMAGED, "is no archive"),
        (["report", "--root", "no/such"], Exit.USAGE, "no archive (there: none)"),
    ],
)
def test_a_missing_archive_is_named_with_how_to_make_one(capsys, line, code, said):
    returned, out, err = run(capsys, *line)
    assert (returned, out, err.count("\n")) == (code, "", 1)
    assert said in err
    assert "archiver crawl URL" in err


SEALED = ("archive.json", "manifest-sha256.txt", "captures/*/*", "records/*/*", "runs/*")


def test_an_archive_of_an_older_format_is_upgraded_by_a_run_where_safe_else_by_one_command(
    capsys, tmp_path, monkeypatch
):
    archive = kept_archives.nights(tmp_path, range(3)).path
    before = {file: file.read_bytes() for folder in SEALED for file in archive.rglob(folder) if file.is_file()}
    done: list[int] = []
    safe = Step(2, "an index is added", True, lambda folder, _disk: done.append(2))
    unsafe = Step(3, "addresses are spelled anew", False, lambda folder, _disk: done.append(3))
    monkeypatch.setattr(upgrading, "STEPS", (safe,))
    monkeypatch.setattr(archives, "FORMAT_VERSION", 2)
    opened = open_archive(archive)  # a reader writes nothing
    assert (len(list(opened)) > 0, done, (archive / "format.json").exists()) == (True, [], False)
    night = opened.begin(kept_archives.NIGHT + timedelta(days=9))
    assert [one.what for one in night.mended] == ["upgraded to format 2: an index is added"]
    night.abandon()
    monkeypatch.setattr(upgrading, "STEPS", (safe, unsafe))
    monkeypatch.setattr(archives, "FORMAT_VERSION", 3)
    assert run(capsys, "crawl", "--all", "--root", str(tmp_path))[0] == Exit.DAMAGED
    code, out, err = run(capsys, "verify", str(archive))
    assert (code, out, done) == (Exit.DAMAGED, "", [2])
    assert f"of format 2, and this archiver writes format 3. Upgrade it: archiver upgrade {archive.name} --root" in err
    code, out, err = run(capsys, "upgrade", "--root", str(tmp_path))
    assert (code, out, done) == (Exit.OK, f"{archive.name}: 3: addresses are spelled anew\n", [2, 3])
    assert run(capsys, "verify", str(archive))[0] == Exit.OK
    assert run(capsys, "upgrade", "--root", str(tmp_path))[1] == f"{archive.name} is of format 3, the newest\n"
    monkeypatch.setattr(upgrading, "STEPS", ())
    monkeypatch.setattr(archives, "FORMAT_VERSION", 1)
    assert "made by a newer archiver" in run(capsys, "verify", str(archive))[2]
    assert {file: file.read_bytes() for file in before} == before


def test_an_archive_of_a_newer_version_is_left_alone(capsys, tmp_path):
    archive = kept_archives.nights(tmp_path, range(1)).path
    meta = archive / "archive.json"
    meta.write_text(meta.read_text().replace('"format_version": 1', '"format_version": 99'))
    before = sorted((file, file.stat().st_mtime_ns) for file in archive.rglob("*"))
    code, out, err = run(capsys, "verify", str(archive))
    assert (code, out, err.count("\n")) == (Exit.DAMAGED, "", 1)
    assert "made by a newer archiver" in err
    assert sorted((file, file.stat().st_mtime_ns) for file in archive.rglob("*")) == before
