"""An archive that is being written at this moment answers with what is sealed: all of a run, or none of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from test_archive import NIGHT, answer, exchange, record

from archiver.keeping import create_archive, open_archive
from archiver.using import describing
from archiver.using.export import Choice, export, lines, snapshot
from archiver.using.figures import count
from archiver.using.search import Search, Where

pytest.importorskip("duckdb", reason="the extra 'table' is not installed")
testclient = pytest.importorskip("starlette.testclient", reason="the extra 'web' is not installed")

from archiver.using.sql import ask
from archiver.web import app
from archiver.web.publish import publish

A_RUN = 7
NIGHTS = 12


def writing(root: Path, half_way: Callable[[int], None]) -> None:
    """Runs one after another, of which *half_way* is told when their records are written and not yet sealed."""
    archive = create_archive(root, "thu", url="http://a.vn/", now=NIGHT)
    for night in range(NIGHTS):
        now = NIGHT + timedelta(days=night)
        with archive.begin(now) as run:
            for n in range(A_RUN):
                url = f"http://a.vn/tin/{night}-{n}"
                ref = run.capture(exchange(url, answer(f"<h1>Thi đua {night} {n}</h1>".encode()), at=now))
                run.keep(record(ref, url, site="thu", title="Thi đua", body=f"Đoạn {night} {n}.", published="2024-08"))
            run.commit()
            half_way(night)
            run.seal({})


def counts(root: Path, scratch: Path, client) -> dict[str, int]:
    search = Search(root)
    search.update()
    table = ask(root, "SELECT count(*), count(DISTINCT run) FROM records", seconds=30).rows[0]
    assert table[0] == table[1] * A_RUN
    return {
        "search": search.ask("thi dua", Where(), limit=5).total,
        "lines": len(list(lines(root, Choice()))),
        "export": export(root, scratch / "out.csv", "csv"),
        "sql": table[0],
        "snapshot": snapshot(root).records,
        "stats": count(root).articles,
        "publish": publish(root, scratch / "edition"),
        "room": client.get("/api/search?q=thi").json()["total"],
        "home": client.get("/").text.count("<li>") and client.get("/healthz").json()["articles"],
    }


def test_what_is_not_sealed_is_not_seen_and_what_is_sealed_is_seen_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(app, "_FRESH", 0.0)
    root = tmp_path / "data"
    root.mkdir()
    with testclient.TestClient(app.create_app(root)) as client:

        def half_way(night: int) -> None:
            if night in (0, 2):
                seen = counts(root, tmp_path, client)
                assert set(seen.values()) == {night * A_RUN}, seen

        monkeypatch.setitem(globals(), "NIGHTS", 3)
        writing(root, half_way)
        assert set(counts(root, tmp_path, client).values()) == {3 * A_RUN}


def test_readers_that_ask_while_runs_are_sealed_get_whole_runs_and_ever_more(tmp_path, monkeypatch):
    monkeypatch.setattr(app, "_FRESH", 0.0)
    root = tmp_path / "data"
    root.mkdir()
    writer = threading.Thread(target=writing, args=(root, lambda _: None))
    with testclient.TestClient(app.create_app(root)) as client:
        writer.start()
        before, asked = dict.fromkeys(("search", "lines", "export"), 0), 0
        while writer.is_alive():
            seen = counts(root, tmp_path, client)
            asked += 1
            for name, number in seen.items():
                assert number % A_RUN == 0, (name, number)
                assert number >= before.get(name, 0), (name, number)
            before = seen
        writer.join()
        assert asked
        assert set(counts(root, tmp_path, client).values()) == {NIGHTS * A_RUN}


def test_a_described_set_and_an_edition_hold_the_same_runs_throughout(tmp_path, monkeypatch):
    """A run is sealed after the first of the files is written: it stands in none of them."""
    monkeypatch.setitem(globals(), "NIGHTS", 1)
    root, late = tmp_path / "data", [2, 3]
    writing(root, lambda _: None)

    def sealing(*args, **more):
        night = late.pop(0) if late else 0
        if night:
            archive, now = open_archive(root / "thu"), NIGHT + timedelta(days=night)
            with archive.begin(now) as run:
                url = f"http://a.vn/muon/{night}"
                run.keep(record(run.capture(exchange(url, at=now)), url, site="thu"))
                run.commit()
                run.seal({})
        return lines(*args, **more)

    monkeypatch.setattr("archiver.using.export.lines", sealing)
    monkeypatch.setattr("archiver.web.publish.lines", sealing)
    files = {p.name: p for p in describing.describe(root, tmp_path / "set")}
    assert files["records.jsonl"].read_bytes().count(b"\n") == A_RUN
    sheet = files["DATASHEET.md"].read_text("utf-8")
    assert f"{A_RUN} records in this export" in sheet
    assert json.loads(files["dataset.json"].read_bytes())["datePublished"] == "2026-11-24"
    late.append(4)
    assert publish(root, tmp_path / "edition") == A_RUN + 2
    assert publish(root, tmp_path / "edition") == A_RUN + 3
