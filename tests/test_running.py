"""A run's report: its schema, what a person sees of it, and what is said when there is none."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import msgspec
import pytest

from archiver.cli import main
from archiver.errors import ArchiveError, Exit
from archiver.running import Alarm, Changes, Failure, Fill, ListingWalk, Requests, RunReport
from archiver.running.report import past_reports, report_from, report_schema

FIRST = datetime(2026, 11, 1, 18, 30, tzinfo=UTC)


def night(number: int, **changes) -> RunReport:
    start = FIRST + timedelta(days=number)
    return replace(
        RunReport(
            run=start.strftime("%Y%m%dT%H%M%SZ"),
            site="so-noi-vu",
            url="http://sonoivu.example/",
            started_at=start.isoformat(),
            finished_at=(start + timedelta(minutes=2)).isoformat(),
            seconds=120.0,
            pages=12,
            requests=Requests(total=14, by_kind={"article": 9, "listing": 3}, by_status={"200": 12, "304": 2}),
            articles=Changes(new=number % 4, unchanged=7),
            articles_read=9,
            articles_known=100 + number,
            fields={"title": Fill(filled=9, of=9), "byline": Fill(filled=6, of=9)},
            problems={"year-inferred": 2},
            listings=[ListingWalk(url="http://sonoivu.example/tin", pages=2, items=40, new=1, ended="known")],
            failures={"timeout": Failure(count=1, example="http://sonoivu.example/tin/9", detail="60 s")},
            alarms=[Alarm(code="field-fell", seen="byline in 6 of 9 <b>", usual="9 of 9", next="archiver doctor x")],
        ),
        **changes,
    )


def keep(root, *reports: RunReport) -> None:
    for report in reports:
        runs = root / report.site / "runs"
        runs.mkdir(parents=True, exist_ok=True)
        (root / report.site / "archive.json").write_text("{}")
        (runs / f"{report.run}.json").write_text(json.dumps(report.to_dict(), ensure_ascii=False), "utf-8")


def test_a_report_keeps_its_published_schema_and_comes_back_as_it_went():
    report = night(3)
    jsonschema.Draft202012Validator.check_schema(report_schema())
    jsonschema.validate(report.to_dict(), report_schema())
    assert report_from(report.to_dict()) == report
    assert report_from(msgspec.json.encode(report)) == report


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "no report of a run"),
        (b'{"run": 3}', "Expected `str`, got `int`"),
        (json.dumps(night(1).to_dict() | {"report_version": 99}).encode(), "Upgrade archiver"),
    ],
)
def test_what_is_no_report_is_named_with_its_cure(data, said):
    with pytest.raises(ArchiveError, match=said):
        report_from(data, where="runs/x.json")


def test_past_reports_come_oldest_first_and_a_damaged_one_is_left_out(tmp_path):
    keep(tmp_path, *(night(number) for number in range(5)))
    runs = sorted((tmp_path / "so-noi-vu" / "runs").iterdir())
    runs[3].write_bytes(b"{torn")
    assert [report.articles_known for report in past_reports(tmp_path / "so-noi-vu")] == [100, 101, 102, 104]
    assert [report.articles_known for report in past_reports(tmp_path / "so-noi-vu", last=1)] == [104]


def test_report_shows_the_last_runs_in_a_table(capsys, tmp_path, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)  # pytest-xdist sets 80, as a terminal would
    keep(tmp_path, *(night(number) for number in range(5)))
    assert main(["report", "so-noi-vu", "--root", str(tmp_path), "--last", "2", "--lang", "vi"]) == Exit.OK
    out = capsys.readouterr().out
    assert "lượt chạy" in out
    assert "06/11/2026 01:30" in out
    assert "04/11/2026 01:30" not in out
    assert "cảnh báo field-fell: byline in 6 of 9" in out
    assert re.search(r"byline +6 +9 +66,7", out)


def test_report_as_json_gives_every_run_a_line(capsys, tmp_path):
    keep(tmp_path, night(0), night(1), night(0, site="so-y-te"))
    assert main(["report", "--root", str(tmp_path), "--json"]) == Exit.OK
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["site"], line["articles_known"]) for line in lines] == [
        ("so-noi-vu", 100),
        ("so-noi-vu", 101),
        ("so-y-te", 100),
    ]


def test_report_as_a_page_is_whole_escapes_what_sites_say_and_fetches_nothing(capsys, tmp_path):
    keep(tmp_path, *(night(number) for number in range(40)))
    page = tmp_path / "report.html"
    assert main(["report", "--root", str(tmp_path), "--last", "40", "--html", str(page)]) == Exit.OK
    text = page.read_text("utf-8")
    assert "byline in 6 of 9 &lt;b&gt;" in text
    assert not re.search(r"<script|src=|@import|url\(", text)
    drawings = re.findall(r"<svg.*?</svg>", text)
    assert len(drawings) == 5
    for drawing in drawings:
        ElementTree.fromstring(drawing)
    assert len(re.findall(r"<rect", drawings[0])) == 30  # every fourth night of forty brought nothing new


def test_the_page_of_a_report_can_be_heard_and_speaks_vietnamese_as_well(tmp_path):
    keep(tmp_path, *(night(number) for number in range(5)))
    page = tmp_path / "report.html"
    assert main(["report", "--root", str(tmp_path), "--html", str(page), "--lang", "vi"]) == Exit.OK
    text = page.read_text("utf-8")
    assert '<html lang="vi">' in text
    heard = re.findall(r'<svg[^>]*role="img" aria-label="([^"]+)"', text)
    assert len(heard) == text.count("<details><summary>Bằng con số</summary>") == 5
    assert all(re.search(r"\d\d/\d\d: .*\d", one) for one in heard), heard
    assert re.search("Answers|In numbers|Last run|all well", text) is None


def test_report_names_what_is_there_when_the_site_is_not(capsys, tmp_path):
    keep(tmp_path, night(0))
    assert main(["report", "so-y-te", "--root", str(tmp_path)]) == Exit.USAGE
    assert "no archive 'so-y-te' (there: so-noi-vu)" in capsys.readouterr().err


def test_the_published_schema_is_the_one_in_code():
    published = json.loads((Path(__file__).parents[1] / "data" / "run.schema.json").read_text("utf-8"))
    assert published == report_schema(), "write it anew: archiver report --schema > data/run.schema.json"
