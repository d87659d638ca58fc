"""Questions in SQL: straight on the JSON Lines, read-only, bounded."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from made_records import ARTICLES, record, write

from archiver.errors import ArchiveError, UsageError
from archiver.shapes import AttachmentRecord, NamedDate, Problem, RelatedRecord

pytest.importorskip("duckdb", reason="the extra 'table' is not installed")

from archiver.using.sites import newer_sites
from archiver.using.sql import ask


@pytest.fixture
def root(tmp_path: Path) -> Path:
    first = record(
        *ARTICLES[0],
        dates=[NamedDate("ngày 5/1/2024", "2024-01-05", "2024-01-05", "2024-01-05", 3)],
        related=[RelatedRecord("Tin khác", "http://thu.example/x", "XXXX-10-05", "05/10", ["year-missing"])],
        attachments=[AttachmentRecord("http://thu.example/a.pdf", "a.pdf", "application/pdf")],
        problems=[Problem("year-implausible", "2103", "dates")],
    )
    write(tmp_path, [first, *(record(*a) for a in ARTICLES[1:])])
    write(tmp_path, [record(*ARTICLES[1], revision=2, change="gone", status="gone")], run="20260102T000000Z")
    runs = tmp_path / "thu" / "runs"
    runs.mkdir()
    (runs / "20260101T000000Z.json").write_text(json.dumps({"kept": {"new": 5}}), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("SELECT count(*) FROM revisions", [(6,)]),
        ("SELECT count(*) FROM records", [(4,)]),
        ("SELECT edtf FROM dates", [("2024-01-05",)]),
        ("SELECT published, published_raw FROM related", [("XXXX-10-05", "05/10")]),
        ("SELECT media_type FROM attachments", [("application/pdf",)]),
        ("SELECT code, field FROM problems", [("year-implausible", "dates")]),
        ("SELECT site, run, report->>'$.kept.new' FROM runs", [("thu", "20260101T000000Z", "5")]),
        ("SELECT title FROM records WHERE published = '2015-05'", [(ARTICLES[4][1],)]),
    ],
)
def test_every_table_answers(root: Path, question: str, rows: list[tuple[object, ...]]):
    assert ask(root, question).rows == rows


def test_an_empty_root_has_every_table_and_no_rows(tmp_path: Path):
    for name in ("revisions", "records", "dates", "related", "attachments", "problems", "runs"):
        assert ask(tmp_path, f"SELECT count(*) FROM {name}").rows == [(0,)]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("SELEC 1", "cannot be read"),
        ("SELECT 1; SELECT 2", "one question"),
        ("DROP VIEW records", "only SELECT"),
        ("EXPLAIN (ANALYZE) COPY (SELECT 1) TO 'x.csv'", "only SELECT"),
        ("explain /* */ analyze COPY (SELECT 1) TO 'x.csv'", "only SELECT"),
        ("CREATE TABLE t AS SELECT 1", "only SELECT"),
        ("SELECT * FROM read_csv('/etc/passwd')", "disabled|Permission"),
        ("SELECT * FROM nowhere", "cannot be answered"),
        ("", "0 statements"),
    ],
)
def test_what_writes_or_reaches_elsewhere_is_refused(root: Path, question: str, says: str):
    with pytest.raises(UsageError, match=says):
        ask(root, question)


def test_copying_into_the_archive_is_refused(root: Path):
    with pytest.raises(UsageError, match="only SELECT"):
        ask(root, f"COPY records TO '{root}/stolen.csv'")
    before = sorted(root.rglob("*"))
    with pytest.raises(UsageError, match="COPY: only SELECT"):
        ask(root, f"EXPLAIN ANALYZE COPY (SELECT 1) TO '{root}/stolen.csv'")  # what is explained so is done
    assert sorted(root.rglob("*")) == before
    assert ask(root, "EXPLAIN ANALYZE SELECT count(*) FROM records").rows
    assert not (root / "stolen.csv").exists()


def test_a_question_that_never_ends_is_stopped(root: Path):
    with pytest.raises(UsageError, match="stopped after"):
        ask(
            root,
            "SELECT count(*) FROM range(1000000000000) a, range(1000000) b WHERE hash(a.range) = b.range",
            seconds=0.3,
        )


README = Path(__file__).parents[1] / "data" / "README.md"
QUESTIONS = re.findall(r"```sql\n(.*?)```", README.read_text("utf-8").partition("## Five questions")[2], re.S)


def test_the_readme_asks_five_questions():
    assert len(QUESTIONS) == 5


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_of_the_readme_finds_something(root: Path, question: str):
    write(root, [record("e", *ARTICLES[4][1:], revision=2, change="edited")], run="20260103T000000Z")
    first = record(
        "f",
        "Họp",
        "",
        "Ngày 25/01/2013.",
        "2013-01-28",
        dates=[NamedDate("25/01/2013", "2013-01-25", "2013-01-25", "2013-01-25", 11)],
    )
    write(root, [first], run="20260104T000000Z")
    assert ask(root, question).rows
    assert ask(root / "none", question).rows == []


def test_records_of_a_newer_version_are_refused_not_read_in_part(tmp_path: Path):
    write(tmp_path, [record(*ARTICLES[0])])
    write(tmp_path, [record(*ARTICLES[1], site="khac", schema_version=99)], site="khac")
    with pytest.raises(ArchiveError, match=r"khac.*schema version 99.*upgrade archiver"):
        ask(tmp_path, "SELECT count(*) FROM records")
    assert ask(tmp_path, "SELECT site FROM records", but=newer_sites(tmp_path)).rows == [("thu",)]
