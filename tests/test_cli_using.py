"""The commands for readers, as they are typed."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_records import ARTICLES, record, write

from archiver.cli import main
from archiver.cli.using import follow
from archiver.errors import Exit
from archiver.keeping.archive import create_archive
from archiver.using.search import Search, Where


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "data", [record(*a) for a in ARTICLES])
    return tmp_path / "data"


def run(capsys: pytest.CaptureFixture[str], root: Path, *line: str) -> tuple[int, str, str]:
    code = main([*line, "--root", str(root)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_thi_dua_finds_thi_dua_with_marks(capsys, root):
    code, out, err = run(capsys, root, "search", "phong trao thi dua", "--lang", "vi")
    assert code == Exit.OK
    assert "Phát động phong trào thi đua năm 2024" in out
    assert "05/01/2024" in out
    assert "tìm thấy 2 bài" in err


def test_a_run_is_taken_into_the_index_where_there_is_one(root):
    follow(root)
    assert not (root / ".search").exists()
    Search(root).update()
    write(root, [record("g", "Bài mới của đêm nay", "", "", "2026-01-02")], run="20260102T000000Z")
    assert Search(root).behind()
    follow(root)
    assert not Search(root).behind()
    assert Search(root).ask("dem nay", Where(), limit=1).total == 1


@pytest.mark.parametrize("state", ["torn", '{"format": 0, "files": {}}'])
def test_an_index_that_must_be_made_anew_is_left_by_a_crawl_to_who_searches_next(root, state):
    Search(root).update()
    (root / ".search" / "state.json").write_text(state)
    follow(root)
    assert (root / ".search" / "state.json").read_text() == state
    again = Search(root)
    assert again.update() == len(ARTICLES)


def test_a_crawl_reads_neither_much_nor_all_again_into_the_index(root, monkeypatch):
    Search(root).update()
    first = next(root.glob("*/records/*/*.jsonl"))
    write(root, [record("g", "Bài mới của đêm nay", "", "", "2026-01-02")], run="20260102T000000Z")
    monkeypatch.setattr("archiver.using.search._SOON", 10)
    follow(root)
    assert len(Search(root).behind()) == 1
    monkeypatch.undo()
    first.unlink()  # an archive that was changed by hand: all would be read again
    follow(root)
    assert Search(root).ask("thi dua").total
    follow(root / "nowhere")


def test_harm_to_the_index_is_no_harm_to_a_crawl_and_search_names_the_cure(capsys, root):
    Search(root).update()
    write(root, [record("a", "Bài mới của đêm nay", "", "", "2026-01-02", revision=2)], run="20260102T000000Z")
    for file in (root / ".search" / "index").glob("*.pos"):
        file.unlink()
    follow(root)
    code, _, err = run(capsys, root, "search", "dem nay")
    assert code == Exit.DAMAGED
    assert "archiver index --anew" in err
    assert run(capsys, root, "index", "--anew")[0] == Exit.OK
    assert "đêm nay" in run(capsys, root, "search", "dem nay")[1]


def test_much_that_is_to_be_read_first_is_said(capsys, root, monkeypatch):
    monkeypatch.setattr("archiver.using.search._SOON", 10)
    assert "records must be read into the search index first" in run(capsys, root, "search", "thi dua")[2]
    assert "must be read" not in run(capsys, root, "search", "thi dua")[2]


def test_an_article_that_its_site_took_away_says_so(capsys, root):
    write(root, [record("a", *ARTICLES[0][1:], revision=2, change="gone", status="gone")], run="20260102T000000Z")
    code, out, _ = run(capsys, root, "search", "thi dua")
    assert code == Exit.OK
    assert "The site no longer shows this article." in out


def test_search_prints_json_lines(capsys, root):
    code, out, _ = run(capsys, root, "search", "khen", "--from", "2023-01-01", "--json")
    assert code == Exit.OK
    assert [json.loads(line)["record"]["id"] for line in out.splitlines()] == ["b"]


def test_sql_answers_in_three_forms(capsys, root):
    pytest.importorskip("duckdb", reason="the extra 'table' is not installed")
    question = "SELECT id, published FROM records WHERE published >= '2024' ORDER BY id"
    assert json.loads(run(capsys, root, "sql", question, "--json")[1].splitlines()[0]) == {
        "id": "a",
        "published": "2024-01-05",
    }
    assert run(capsys, root, "sql", question, "--csv")[1].splitlines() == [
        "id,published",
        "a,2024-01-05",
        "d,2024-06-01",
    ]
    assert "2024-06-01" in run(capsys, root, "sql", question)[1]
    code, out, err = run(capsys, root, "sql", "DELETE FROM records")
    assert (code, out) == (Exit.USAGE, "")
    assert "only SELECT" in err
    clocks = [t for t in threading.enumerate() if isinstance(t, threading.Timer) and not t.finished.is_set()]
    assert not clocks  # or one of them would end us later


def test_a_question_that_hears_no_stop_ends_all_the_same(root):
    pytest.importorskip("duckdb", reason="the extra 'table' is not installed")
    line = [
        sys.executable,
        "-m",
        "archiver",
        "sql",
        "SELECT levenshtein(repeat('a', 200000), repeat('b', 200000))",
        "--seconds",
        "0.1",
        "--lang",
        "en",
    ]
    ended = subprocess.run([*line, "--root", str(root)], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (Exit.USAGE, "")
    assert "Narrow the question" in ended.stderr or "Memory" in ended.stderr


def test_a_site_that_is_not_there_is_named_and_so_is_an_option(capsys, root):
    code, out, err = run(capsys, root, "search", "thi", "--site", "nix")
    assert (code, out) == (Exit.USAGE, "")
    assert "'nix': no such site" in err
    assert "--from: '32/1'" in run(capsys, root, "search", "thi", "--from", "32/1")[2]


def test_export_writes_the_file_it_names(capsys, root, tmp_path):
    out = tmp_path / "r.csv"
    code, _, err = run(capsys, root, "export", "--csv", "--out", str(out))
    assert code == Exit.OK
    assert "5 records" in err
    assert out.exists()
    assert run(capsys, root, "export")[0] == Exit.USAGE
    for name in ("--since", "--from"):
        assert "2 records" in run(capsys, root, "export", "--csv", "--out", str(out), name, "2024-01-01")[2]


def test_stats_and_snapshot_speak_of_what_is_kept(capsys, root, tmp_path):
    assert "2024" in run(capsys, root, "stats")[1]
    assert json.loads(run(capsys, root, "stats", "--json")[1])["articles"] == 5
    page = tmp_path / "stats.html"
    assert run(capsys, root, "stats", "--html", str(page))[0] == Exit.OK
    assert "<svg" in page.read_text("utf-8")
    assert json.loads(run(capsys, root, "snapshot")[1])["identifier"].startswith("archiver:sha256:")


@pytest.mark.parametrize("line", [["search", "thi"], ["sql", "SELECT 1"], ["export", "--csv"], ["stats"], ["serve"]])
def test_a_root_that_is_not_there_is_named_with_the_cure(capsys, tmp_path, line):
    code, out, err = run(capsys, tmp_path / "none", *line)
    assert (code, out) == (Exit.USAGE, "")
    assert "archiver crawl" in err


@pytest.mark.parametrize(
    "line", [["search", "thi"], ["sql", "SELECT 1"], ["export", "--csv"], ["stats"], ["serve"], ["report"], ["status"]]
)
def test_an_archive_of_a_newer_version_is_named_and_left_as_it_is(capsys, tmp_path, line):
    archive = create_archive(tmp_path, "newer", url="http://127.0.0.1/", now=datetime.now(UTC))
    meta = archive.path / "archive.json"
    meta.write_text(meta.read_text("utf-8").replace('"format_version": 1', '"format_version": 9'), "utf-8")
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run(capsys, tmp_path, *line)
    assert (code, out, err.count("\n")) == (Exit.DAMAGED, "", 1)
    assert "upgrade archiver" in err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["search", "thi dua"], Exit.DAMAGED, "Thi đua"),
        (["sql", "SELECT DISTINCT site FROM records"], Exit.DAMAGED, "thu"),
        (["stats"], Exit.DAMAGED, "--site thu"),
        (["stats", "--site", "thu"], Exit.OK, "2024"),
        (["snapshot"], Exit.DAMAGED, "--site thu"),
        (["snapshot", "--site", "thu"], Exit.OK, "archiver:sha256:"),
        (["export", "--jsonl", "--out", "{tmp}/set.jsonl"], Exit.DAMAGED, "--site thu"),
        (["publish", "{tmp}/edition"], Exit.DAMAGED, "1 articles written"),
    ],
)
@pytest.mark.parametrize("what", ["archive", "record"])
def test_beside_what_a_newer_version_wrote_the_other_sites_answer(capsys, tmp_path, what, line, code, said):
    root = tmp_path / "root"
    create_archive(root, "thu", url="http://127.0.0.1/", now=datetime.now(UTC))
    write(root, [record("a", "Thi đua yêu nước", "", "", "2024-01-05")])
    newer = create_archive(root, "newer", url="http://127.0.0.1/", now=datetime.now(UTC)).path / "archive.json"
    if what == "archive":
        newer.write_text(newer.read_text("utf-8").replace('"format_version": 1', '"format_version": 9'), "utf-8")
    else:
        write(root, [record("b", "Mới hơn", "", "", "2024-01-06", site="newer", schema_version=99)], site="newer")
    got, out, err = run(capsys, root, *(part.replace("{tmp}", str(tmp_path)) for part in line))
    assert (got, said in out + err, "newer" in err) == (code, True, code == Exit.DAMAGED), (out, err)
    if line[0] == "publish":
        assert "Thi đua" in (tmp_path / "edition" / "index.html").read_text("utf-8")


def test_the_reading_room_opens_on_this_machine(root):
    pytest.importorskip("uvicorn", reason="the extra 'web' is not installed")
    import socket

    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    line = [sys.executable, "-m", "archiver", "serve", "--root", str(root), "--port", str(port)]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            assert str(port) in server.stderr.readline()
            until = time.monotonic() + 20
            while True:
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
                        assert json.load(answer)["articles"] == 5
                    break
                except OSError:
                    assert time.monotonic() < until
                    time.sleep(0.1)
        finally:
            server.terminate()
