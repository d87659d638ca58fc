"""Taking away: one order, the same bytes twice, safe in a spreadsheet, and a name made of the content."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import ARTICLES, record, write

from archiver.errors import UsageError
from archiver.using.describing import describe
from archiver.using.export import COLUMNS, Choice, cell, export, lines, snapshot


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    write(root, [record(*a) for a in reversed(ARTICLES)])
    write(
        root,
        [
            record("b", *ARTICLES[1][1:], revision=2, change="gone", status="gone"),
            record("a", "=HYPERLINK(1)", "+1", "- một mục", "2024-01-05", revision=2, change="edited"),
        ],
        run="20260102T000000Z",
    )
    write(root, [record("z", "Tin nơi khác", "", "", "2020", site="khac")], site="khac")
    return root


def ids(rows: list[bytes]) -> list[str]:
    return [f"{r['id']}{r['revision']}" for r in map(json.loads, rows)]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["z1", "a2", "c1", "d1", "e1"]),
        (Choice(history=True), ["z1", "a1", "a2", "b1", "b2", "c1", "d1", "e1"]),
        (Choice(sites=["thu"]), ["a2", "c1", "d1", "e1"]),
        (Choice(since=date(2024, 1, 6)), ["d1"]),
        (Choice(since=date(2015, 5, 20), until=date(2020, 3, 1)), ["z1", "e1"]),  # a month and a year touch the range
    ],
)
def test_the_chosen_records_come_in_one_order(root: Path, choice: Choice, expected: list[str]):
    assert ids(list(lines(root, choice))) == expected


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_an_export_twice_gives_the_same_bytes(root: Path, tmp_path: Path, form):
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="the extra 'table' is not installed")
    one, other = tmp_path / f"1.{form}", tmp_path / f"2.{form}"
    assert export(root, one, form) == export(root, other, form) == 5
    assert one.read_bytes() == other.read_bytes()
    assert not list(tmp_path.glob("*.tmp"))


def test_jsonl_lines_are_those_of_the_archive(root: Path, tmp_path: Path):
    export(root, tmp_path / "out.jsonl", "jsonl")
    kept = {line for p in root.glob("*/records/*/*.jsonl") for line in p.read_bytes().splitlines()}
    assert set((tmp_path / "out.jsonl").read_bytes().splitlines()) <= kept


def test_a_spreadsheet_finds_no_formula(root: Path, tmp_path: Path):
    export(root, tmp_path / "out.csv", "csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    edited = next(r for r in rows if r["id"] == "a")
    assert (edited["title"], edited["lead"], edited["body"]) == ("'=HYPERLINK(1)", "'+1", "'- một mục")
    assert json.loads(edited["capture"])["offset"] == 0


@given(st.text(max_size=20))
def test_no_cell_begins_like_a_formula(text: str):
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_parquet_holds_every_field(root: Path, tmp_path: Path):
    pytest.importorskip("pyarrow", reason="the extra 'table' is not installed")
    import pyarrow.parquet as pq

    export(root, tmp_path / "out.parquet", "parquet")
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [r["id"] for r in rows] == ["z", "a", "c", "d", "e"]
    assert rows[1]["capture"]["file"] == "captures/2026/x.warc.gz"
    assert set(rows[0]) == set(COLUMNS)


def test_the_rights_of_each_site_go_with_the_table_and_with_the_described_set(root: Path, tmp_path: Path):
    pytest.importorskip("pyarrow", reason="the extra 'table' is not installed")
    import pyarrow.parquet as pq

    (root / "thu" / "archive.json").write_text(json.dumps({"rights": "Sở Thử nghiệm, CC BY 4.0"}), "utf-8")
    (root / "khac" / "archive.json").write_text(json.dumps({"rights": None}), "utf-8")
    export(root, tmp_path / "out.parquet", "parquet")
    said = pq.read_schema(tmp_path / "out.parquet").metadata[b"rights"]
    assert json.loads(said) == {"khac": None, "thu": "Sở Thử nghiệm, CC BY 4.0"}
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert {r["site"]: r["rights"] for r in rows} == {"khac": None, "thu": "Sở Thử nghiệm, CC BY 4.0"}
    export(root, tmp_path / "out.csv", "csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {r["site"]: r["rights"] for r in csv.DictReader(file)} == {"khac": "", "thu": "Sở Thử nghiệm, CC BY 4.0"}
    export(root, tmp_path / "one.parquet", "parquet", Choice(sites=["khac"]))
    assert json.loads(pq.read_schema(tmp_path / "one.parquet").metadata[b"rights"]) == {"khac": None}
    described = {p.name: p for p in describe(root, tmp_path / "set")}
    for name in ("croissant.json", "dataset.json"):
        assert json.loads(described[name].read_text("utf-8"))["license"] == (
            "khac: not stated; thu: Sở Thử nghiệm, CC BY 4.0"
        )
    one = {p.name: p for p in describe(root, tmp_path / "thu-alone", Choice(sites=["thu"]))}
    assert json.loads(one["dataset.json"].read_text("utf-8"))["license"] == "Sở Thử nghiệm, CC BY 4.0"
    assert "- khac: nothing is stated" in described["DATASHEET.md"].read_text("utf-8")


def test_a_snapshot_is_named_by_its_content_alone(root: Path, tmp_path: Path):
    name = snapshot(root)
    assert (name.revisions, name.records, name.sites) == (8, 5, {"khac": 1, "thu": 7})
    copy = tmp_path / "copy"
    shutil.copytree(root, copy)
    one, two = sorted((copy / "thu" / "records" / "2026").iterdir())
    one.write_bytes(one.read_bytes() + two.read_bytes())  # otherwise filed, the same records
    two.unlink()
    assert snapshot(copy).identifier == name.identifier
    one.write_bytes(one.read_bytes().replace(b"hay", "dở".encode()))
    assert snapshot(copy).identifier != name.identifier


def test_a_snapshot_can_be_checked_without_us(root: Path):
    rows = sorted(
        ((r["site"], r["id"], r["revision"], line) for p in root.glob("*/records/*/*.jsonl")
         for line in p.read_bytes().splitlines() for r in [json.loads(line)]),
    )  # fmt: skip
    text = "".join(f"{s}\t{i}\t{n}\t{hashlib.sha256(line).hexdigest()}\n" for s, i, n, line in rows)
    assert snapshot(root).identifier == "archiver:sha256:" + hashlib.sha256(text.encode()).hexdigest()


def test_a_site_that_is_not_there_and_a_place_that_cannot_be_written_are_named(root: Path, tmp_path: Path):
    with pytest.raises(UsageError, match="'xyz': no such site"):
        list(lines(root, Choice(sites=["xyz"])))
    with pytest.raises(UsageError, match="cannot be written"):
        export(root, tmp_path / "no" / "such" / "out.csv", "csv")


def test_a_described_set_says_what_its_records_show(root: Path, tmp_path: Path):
    pytest.importorskip("pyarrow", reason="the extra 'table' is not installed")
    files = describe(root, tmp_path / "one")
    again = describe(root, tmp_path / "two")
    assert [a.read_bytes() for a in files] == [b.read_bytes() for b in again]
    table, _, croissant, dataset, datasheet = files
    said = json.loads(dataset.read_text("utf-8"))
    assert said["identifier"] == snapshot(root).identifier
    assert said["distribution"][0]["sha256"] == hashlib.sha256(table.read_bytes()).hexdigest()
    assert said["temporalCoverage"] == "2015/2024"
    assert "5 records in this export" in datasheet.read_text("utf-8")
    assert (
        said["datePublished"] == "2026-01-02"
    )  # of the last run: no day on which it is written, so the same bytes on every day
    fields = json.loads(croissant.read_text("utf-8"))["recordSet"][0]["field"]
    assert all(f["description"] for f in fields)
    assert {"title", "body", "published", "authors"} <= {f["name"] for f in fields}
    with pytest.raises(UsageError, match="not empty"):
        describe(root, tmp_path / "one")


def test_a_datasheet_says_how_complete_the_listings_were_walked(root: Path, tmp_path: Path):
    pytest.importorskip("pyarrow", reason="the extra 'table' is not installed")
    tin = {"url": "http://thu.example/tin", "pages": 57, "items": 1238, "claims": 1240, "claims_of": "items"}
    lich = {"url": "http://thu.example/lich", "pages": 9, "items": 90}
    nights = [
        [tin | {"ended": "last-page"}, lich | {"ended": "budget"}],
        [tin | {"ended": "known", "pages": 1, "items": 20}],
    ]
    runs = root / "thu" / "runs"
    runs.mkdir(exist_ok=True)
    for day, listings in enumerate(nights, 1):
        (runs / f"2026010{day}T000000Z.json").write_text(
            json.dumps({"run": f"2026010{day}T000000Z", "listings": listings})
        )
    (runs / "20260103T000000Z.json").write_text("{")
    said = describe(root, tmp_path / "set")[-1].read_text("utf-8")
    assert (
        "- thu: 1 of 2 listings were walked to their end (the others ended by: budget 1); "
        "1 print how many items they have: 1240, seen 1238."
    ) in said


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, which mlcroissant stands on
def test_croissants_own_validator_agrees(root: Path, tmp_path: Path):
    mlcroissant = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed: pip install mlcroissant")
    describe(root, tmp_path / "set")
    loaded = mlcroissant.Dataset(jsonld=str(tmp_path / "set" / "croissant.json"))
    assert not loaded.metadata.ctx.issues.errors
    assert len(list(loaded.records("records"))) == 5


@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("pandas", 'pandas.read_json("records.jsonl", lines=True, dtype=False)'),
        ("pandas", 'pandas.read_parquet("records.parquet")'),
        ("polars", 'polars.read_ndjson("records.jsonl")'),
        ("polars", 'polars.read_parquet("records.parquet")'),
        ("duckdb", "duckdb.sql(\"SELECT * FROM 'records.parquet'\").arrow().read_all()"),
    ],
)
def test_the_readmes_lines_open_the_records(root: Path, tmp_path: Path, monkeypatch, tool: str, line: str):
    module = pytest.importorskip(tool, reason=f"{tool} is not installed")
    if tool != "duckdb":
        assert line in (Path(__file__).parents[1] / "data" / "README.md").read_text("utf-8")
    export(root, tmp_path / "records.jsonl", "jsonl")
    export(root, tmp_path / "records.parquet", "parquet")
    monkeypatch.chdir(tmp_path)
    assert len(eval(line, {tool: module})) == 5


@pytest.mark.parametrize(
    ("tool", "line", "said"),
    [
        ("jq", ["jq", "-r", ".title", "records.jsonl"], "Thông báo nghỉ lễ"),
        ("Rscript", ["Rscript", "-e", 'd <- {}; cat(nrow(d), d$title[d$id == "c"])'], "5 Thông báo nghỉ lễ"),
    ],
)
def test_the_readmes_commands_open_the_records(root: Path, tmp_path: Path, tool: str, line: list[str], said: str):
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    readme = (Path(__file__).parents[1] / "data" / "README.md").read_text("utf-8")
    if tool == "Rscript":
        if subprocess.run([tool, "-e", "library(jsonlite)"], capture_output=True, check=False).returncode:
            pytest.skip("jsonlite is not installed in R")
        recipe = 'jsonlite::stream_in(file("records.jsonl"))'
        assert recipe in readme
        line = [*line[:-1], line[-1].format(recipe)]
    else:
        assert " ".join(line) in readme
    export(root, tmp_path / "records.jsonl", "jsonl")
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    shown = subprocess.run(line, cwd=tmp_path, capture_output=True, encoding="utf-8", env=env, check=True).stdout
    assert said in shown
