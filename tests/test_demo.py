"""`archiver demo` and `archiver crawl` as a person meets them: a process of their own, output that is no terminal."""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from unittest import mock

import jsonschema
import pytest

from archiver.cli import main
from archiver.errors import Exit
from archiver.keeping import open_archive
from archiver.keeping.verify import verify
from archiver.practice import PracticeServer, compare
from archiver.running.report import past_reports, report_schema

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "ARCHIVER_"))}


def archiver(*line, cwd, **more):
    return subprocess.run(
        [sys.executable, "-m", "archiver", *map(str, line)],
        cwd=cwd,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        timeout=600,
        check=False,
        **more,
    )


def here(*line, cwd):
    """The same in this process, where a process of its own is not the point."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, ENVIRONMENT, clear=True),
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = main([*map(str, line)])
    return subprocess.CompletedProcess(line, code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Where the demo was run twice, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, archiver("demo", cwd=folder), archiver("demo", "--lang", "vi", cwd=folder)


def row(text, heading):
    return int(re.search(rf"^{heading} +(\d+)$", text, re.M)[1])


def test_the_demo_archives_the_portal_and_says_what_came_of_it(demo):
    _, first, _ = demo
    assert (first.returncode, first.stderr) == (Exit.OK, "")
    assert re.search(r"is served at http://127\.0\.0\.1:\d+/", first.stdout)
    assert row(first.stdout, "articles kept in this run") == 60
    assert row(first.stdout, "articles in the archive") == row(first.stdout, "articles kept in this run")
    assert row(first.stdout, "pages asked") > 60
    assert row(first.stdout, "dates found with a problem") > 10
    assert "Nothing new" not in first.stdout
    assert "data/practice" in first.stdout
    assert first.stdout.count("\n  archiver ") == 3


def test_a_second_demo_finds_nothing_new_and_says_so_in_vietnamese_if_asked(demo):
    _, _, second = demo
    assert (second.returncode, second.stderr) == (Exit.OK, "")
    assert row(second.stdout, "bài giữ lại trong lượt này") == 0
    assert "Không có gì mới" in second.stdout


def test_what_the_demo_tells_to_try_next_works(demo):
    folder, first, _ = demo
    for line in re.findall(r"^  archiver (.*)$", first.stdout, re.M):
        done = here(*[word.strip("'") for word in re.findall(r"'[^']*'|\S+", line)], cwd=folder)
        assert (done.returncode, bool(done.stdout)) == (Exit.OK, True), done.stderr


def test_every_field_of_every_record_of_the_demo_is_compared_with_the_truth(demo):
    folder, _, _ = demo
    archive = open_archive(folder / "data" / "practice")
    port = int(archive.meta["url"].rpartition(":")[2].strip("/"))
    with PracticeServer(port=port) as server:
        differences = compare(list(archive), list(server.truth()))
    assert differences == [], "\n".join(map(str, differences))


def test_the_demo_s_archive_is_sound(demo):
    folder, _, _ = demo
    assert list(verify(folder / "data" / "practice", workers=1)) == []


def test_sites_lists_profiles_and_archives(demo):
    folder, _, _ = demo
    rows = [json.loads(line) for line in here("sites", "--json", cwd=folder).stdout.splitlines()]
    assert {row["site"]: row["known_by"] for row in rows} == {"hdtdkt": "profile", "practice": "archive"}
    assert "Hội đồng Thi đua" in here("sites", cwd=folder).stdout


README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_the_readme_shows_what_really_comes_out(demo, monkeypatch, capsys):
    folder, _, _ = demo
    monkeypatch.chdir(folder)
    shown = re.findall(r"^\$ archiver (.*)\n((?:(?!\$ |```).*\n)*)", README, re.M)
    assert len(shown) >= 3
    for line, expected in shown:
        assert main(shlex.split(line)) == Exit.OK
        out = capsys.readouterr().out
        if line.startswith("demo"):
            continue  # run above; its numbers are checked there
        assert _shape(expected) == _shape(out), line


def _shape(text):
    """Without what differs from run to run: numbers, digests, the width of columns."""
    text = re.sub(r"sha256:[0-9a-f]{64}|\d[\d.,/:]*", "N", text)
    return [" ".join(line.replace("─", "").split()) for line in text.splitlines() if line.strip("─ ")]


def test_the_readme_s_python_is_true(demo, monkeypatch):
    folder, _, _ = demo
    monkeypatch.chdir(folder)
    examples = doctest.DocTestParser().get_doctest(README, {}, "README.md", None, None)
    assert len(examples.examples) >= 4
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(examples, out=said.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(said)


# --- crawl ----------------------------------------------------------------------------------------------------------


def test_a_crawl_that_goes_well_says_nothing_and_the_slug_alone_is_enough_next_time(tmp_path):
    with PracticeServer("modern") as server:
        first = archiver("crawl", server.url, "--delay", 0, "--slug", "thu", cwd=tmp_path)
        again = here("crawl", "thu", "--delay", 0, cwd=tmp_path)
        every = archiver("crawl", "--all", "-j", 2, "--delay", 0, cwd=tmp_path)
    for done in (first, again, every):
        assert (done.returncode, done.stdout, done.stderr) == (Exit.OK, "", "")
    assert len(open_archive(tmp_path / "data" / "thu").runs()) == 3


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["crawl"], Exit.USAGE, "give a TARGET"),
        (["crawl", "x", "--all"], Exit.USAGE, "--all takes no TARGET"),
        (["crawl", "--all"], Exit.USAGE, "no site to crawl"),
        (["crawl", "hdtdkt.example.vn/tin"], Exit.USAGE, "Did you mean 'https://hdtdkt.example.vn/tin'?"),
        (["crawl", "nobody"], Exit.USAGE, "neither a profile"),
        (["crawl", "https://hdtdkt.example.vn/"], Exit.USAGE, "Give --contact"),
        (["crawl", "http://127.0.0.1:9/", "--root", "file/sub"], Exit.DAMAGED, "file/sub"),
        (["crawl", "x", "--delay", "soon"], Exit.USAGE, "'soon': expected seconds"),
        (["crawl", "x", "--max-bytes", "much"], Exit.USAGE, "'much': expected bytes"),
        (["crawl", "x", "--max-pages", "0"], Exit.USAGE, "--max-pages: 0 is not in the range"),
        (["crawl", "http://127.0.0.1:9/", "--slug", "../x"], Exit.USAGE, "no name for an archive"),
    ],
)
def test_bad_input_to_crawl_is_one_line_and_leaves_nothing_behind(tmp_path, monkeypatch, capsys, line, code, said):
    (tmp_path / "file").write_text("")
    monkeypatch.chdir(tmp_path)
    returned = main(line)
    told = capsys.readouterr()
    assert (returned, told.out, told.err.count("\n")) == (code, "", 1), told.err
    assert said in told.err
    assert [file.name for file in tmp_path.rglob("*")] == ["file"]


def test_what_a_run_seals_keeps_the_schema_of_reports_and_is_read_back(demo):
    folder, _, _ = demo
    files = sorted((folder / "data" / "practice" / "runs").iterdir())
    for file in files:
        jsonschema.validate(json.loads(file.read_bytes()), report_schema())
    reports = past_reports(folder / "data" / "practice")
    assert [report.run for report in reports] == [file.stem for file in files]
    assert reports[0].articles.new == 60
    assert set(reports[0].files) >= {f"records/{reports[0].run[:4]}/{reports[0].run}.jsonl"}


def test_a_site_that_is_not_there_is_exit_5_with_a_sound_archive_of_the_attempt(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "archiver.toml").write_text("retries = 0\n")
    done = here("crawl", "http://127.0.0.1:9/", "--slug", "thu", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (Exit.UNREACHABLE, "")
    assert "'http://127.0.0.1:9/' could not be reached" in done.stderr
    assert list(verify(tmp_path / "data" / "thu", workers=1)) == []


def test_a_site_that_is_not_there_costs_nothing_that_lay_in_its_folder(tmp_path):
    settings = tmp_path / "data" / "archiver.toml"
    notes = tmp_path / "data" / "127.0.0.1-9" / "notes.txt"
    notes.parent.mkdir(parents=True)
    settings.write_text("retries = 0\n", "utf-8")
    notes.write_text("mine", "utf-8")
    assert here("crawl", "http://127.0.0.1:9/", cwd=tmp_path).returncode == Exit.UNREACHABLE
    assert notes.read_text("utf-8") == "mine"


def test_all_gives_the_worst_and_names_the_others(tmp_path, capsys):
    with PracticeServer("modern") as server:
        assert here("crawl", server.url, "--delay", 0, "--slug", "tot", cwd=tmp_path).returncode == Exit.OK
        (tmp_path / "data" / "archiver.toml").write_text(
            '[sites.mat]\nurl = "http://127.0.0.1:9/"\nretries = 0\n'
            '[sites.nghi]\nurl = "http://127.0.0.1:8/"\nenabled = false\n'
        )
        done = archiver("crawl", "--all", "--delay", 0, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (Exit.UNREACHABLE, "")
    assert "1 of 2 sites need a look (exit code: sites): 5: mat" in done.stderr
    assert main(["status", "--root", str(tmp_path / "data"), "--json"]) == Exit.OK
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["site"]: row["exit_code"] for row in rows} == {"mat": 5, "tot": 0}


def test_a_term_ends_a_crawl_in_good_order_and_the_next_goes_on(tmp_path):
    with PracticeServer("modern") as server:
        line = [sys.executable, "-m", "archiver", "crawl", server.url, "--delay", "0.2", "--slug", "thu"]
        with subprocess.Popen(line, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
            for _ in range(300):
                if server.count > 12:
                    break
                time.sleep(0.1)
            process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            _, said = process.communicate(timeout=120)
            assert time.monotonic() - began < 30  # two where nobody else is at work
            assert process.returncode == Exit.UNREACHABLE
            assert "stopped by signal" in said
        kept = len(list(open_archive(tmp_path / "data" / "thu")))
        done = here("crawl", "thu", "--delay", 0, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (Exit.OK, "")
        archive = open_archive(tmp_path / "data" / "thu")
        assert len(list(archive)) == 60 > kept
    assert list(verify(archive.path, workers=1)) == []


def test_a_second_run_at_the_same_time_is_exit_4_at_once(tmp_path):
    with PracticeServer("modern") as server:
        line = [sys.executable, "-m", "archiver", "crawl", server.url, "--delay", "5", "--slug", "thu"]
        with subprocess.Popen(line, cwd=tmp_path, env=ENVIRONMENT) as process:
            for _ in range(300):
                if server.count:
                    break
                time.sleep(0.1)
            done = here("crawl", "thu", cwd=tmp_path)
            process.send_signal(signal.SIGTERM)
            process.wait(120)
    assert (done.returncode, done.stdout) == (Exit.LOCKED, "")
    assert "thu" in done.stderr


def test_a_term_is_heeded_while_a_server_says_nothing(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        line = [sys.executable, "-m", "archiver", "crawl", url, "--slug", "thu"]
        with subprocess.Popen(line, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
            silent.settimeout(60)
            connection, _ = silent.accept()
            process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            _, said = process.communicate(timeout=120)
            connection.close()
    assert time.monotonic() - began < 50  # three where nobody else is at work; the server is given a minute
    assert (process.returncode, said.count("\n")) == (Exit.UNREACHABLE, 1)
    assert list(verify(tmp_path / "data" / "thu", workers=1)) == []


def test_the_log_is_json_lines_on_request_and_a_look_at_few_pages_is_no_alarm(tmp_path):
    with PracticeServer("modern") as server:
        line = ["crawl", server.url, "--delay", 0, "--slug", "thu", "--max-pages", 3, "--log-level", "INFO"]
        done = archiver(*line, "--log", "json", cwd=tmp_path)
        here(*line, "--log", "json", "--log-file", "log.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (Exit.OK, "")
    for lines in (done.stderr.splitlines(), (tmp_path / "log.jsonl").read_text("utf-8").splitlines()):
        assert len(lines) > 3
        assert {"time", "site", "level", "logger", "message"} <= set.intersection(
            *(set(json.loads(one)) for one in lines)
        )


def test_many_sites_share_a_log_in_which_every_line_says_whose_it_is(tmp_path):
    with PracticeServer("modern") as one, PracticeServer("modern") as two:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "archiver.toml").write_text(
            f'delay = 0\nmax-pages = 3\nsites.one.url = "{one.url}"\nsites.two.url = "{two.url}"\n'
        )
        done = archiver("crawl", "--all", "--log-level", "DEBUG", cwd=tmp_path)
        asjson = archiver("crawl", "--all", "--log-level", "INFO", "--log", "json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (Exit.OK, "")
    lines = done.stderr.splitlines()
    assert {line.split(" ", 2)[1] for line in lines} == {"one", "two"}, lines
    assert {json.loads(line)["site"] for line in asjson.stderr.splitlines()} == {"one", "two"}


def test_a_log_that_cannot_be_written_stops_everything_before_anything_is_done(tmp_path):
    done = here("crawl", "http://127.0.0.1:9/", "--log-file", "nowhere/log", cwd=tmp_path)
    assert done.returncode == Exit.USAGE
    assert "nowhere/log': No such file or directory; no log can be written there" in done.stderr
    assert not (tmp_path / "data").exists()
