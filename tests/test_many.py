"""Many sites at a time: real processes, forked as `crawl --all` forks them, doing made-up crawls."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from many_sites import LONG, wait_for

from archiver.cli import main
from archiver.cli.display import Screen
from archiver.errors import Exit
from archiver.keeping import create_archive
from archiver.practice import PracticeServer
from archiver.running import CrawlOptions, CrawlOutcome, Progress, many
from archiver.running.many import Crew, Job, slugs_by_code, worst


def job(slug: str, host: str | None = None, seconds: float = 0.0, **options) -> Job:
    return Job(slug, slug, host or slug, CrawlOptions(**options), seconds)


def noted(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """Writes when it began and ended, beside the others, once so many have begun as are waited for."""
    log = options.root / target
    began = time.time()
    log.with_suffix(".begun").touch()
    progress(Progress(site=target, pages=1))
    wait_for_others(options.root)
    time.sleep(0.1)  # for one too many, if there is one
    log.write_text(f"{began} {time.time()}")
    return CrawlOutcome(exit=Exit.OK, message="")


def wait_for_others(root: Path) -> None:
    """Forks may come late on a machine that others use, but until that many have begun, none ends."""
    together = int((root / "together.begun").read_text()) if (root / "together.begun").exists() else 0
    wait_for(lambda: len(list(root.glob("*.begun"))) > together)


def expect(root: Path, together: int) -> Path:
    root.mkdir(exist_ok=True)
    (root / "together.begun").write_text(str(together))
    return root


def spans(root: Path) -> dict[str, tuple[float, ...]]:
    return {file.name: tuple(map(float, file.read_text().split())) for file in root.iterdir() if not file.suffix}


def test_so_many_run_together_and_no_two_of_one_host(tmp_path):
    expect(tmp_path, 3)
    jobs = [job(f"a{n}", "one.example", root=tmp_path) for n in range(3)] + [
        job(f"b{n}", root=tmp_path) for n in range(5)
    ]
    seen = Counter()
    outcomes = Crew(noted, 3, on_progress=lambda progress: seen.update([progress.site])).run(jobs)
    assert {outcome.exit for outcome in outcomes.values()} == {Exit.OK}
    assert len(outcomes) == 8
    assert seen == Counter({one.slug: 1 for one in jobs})
    ran = spans(tmp_path)
    edges = sorted((at, step) for began, ended in ran.values() for at, step in ((began, 1), (ended, -1)))
    together, most = 0, 0
    for _, step in edges:
        together += step
        most = max(most, together)
    assert most == 3
    same = sorted(ran[f"a{n}"] for n in range(3))
    assert all(first[1] <= second[0] for first, second in pairwise(same))


def sealing(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    """Asks for a while, then seals until others have begun; writes when it began, asked last, and ended."""
    began = time.time()
    (options.root / f"{target}.begun").touch()
    time.sleep(0.1)
    asked = time.time()
    progress(Progress(site=target))
    progress(Progress(site=target, sealing=True))
    wait_for_others(options.root)
    time.sleep(0.1)
    (options.root / target).write_text(f"{began} {asked} {time.time()}")
    return CrawlOutcome(exit=Exit.OK, message="")


@pytest.mark.parametrize(("jobs", "extra"), [(4, 1), (3, 0)])
def test_a_site_that_is_sealed_makes_room_for_a_quarter_more_but_for_none_of_its_host(tmp_path, jobs, extra):
    root = expect(tmp_path / "many", jobs + extra)
    Crew(sealing, jobs).run([job(f"s{n}", root=root) for n in range(jobs + 2)])
    ran = list(spans(root).values())
    for at, *_ in ran:
        assert sum(began <= at < asked for began, asked, _ in ran) <= jobs
        assert sum(began <= at < ended for began, _, ended in ran) <= jobs + extra
    first_end = min(ended for _, _, ended in ran)
    assert sum(began < first_end for began, *_ in ran) == jobs + extra
    root = expect(tmp_path / "one", 1)
    Crew(sealing, 4).run([job(f"t{n}", "one.example", root=root) for n in range(2)])
    one, two = sorted(spans(root).values())
    assert one[2] <= two[0]


def test_the_longest_of_last_time_begins_first(tmp_path):
    Crew(noted, 1).run([job("short", root=tmp_path, seconds=1), job("long", root=tmp_path, seconds=900)])
    ran = spans(tmp_path)
    assert ran["long"] < ran["short"]


def test_whoever_is_overdue_begins_before_the_longest(tmp_path):
    jobs = [job("long", root=tmp_path, seconds=900), job("late", root=tmp_path), job("later", root=tmp_path)]
    Crew(noted, 1).run([replace(one, late={"late": 9e4, "later": 2e5}.get(one.slug, 0.0)) for one in jobs])
    ran = spans(tmp_path)
    assert ran["later"] < ran["late"] < ran["long"]


def misbehaving(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    if target == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if target == "raises":
        raise RuntimeError("made by the test")
    if target == "exits":
        os._exit(9)
    return CrawlOutcome(exit=Exit[target.upper()], message=f"{target}: as asked")


def test_one_that_dies_takes_nobody_with_it_and_is_named(capfd):
    outcomes = Crew(misbehaving, 2).run([job(slug) for slug in ("killed", "raises", "exits", "ok", "alarm", "locked")])
    assert {slug: outcome.exit for slug, outcome in outcomes.items()} == {
        "killed": Exit.UNREACHABLE,
        "raises": Exit.UNREACHABLE,
        "exits": Exit.UNREACHABLE,
        "ok": Exit.OK,
        "alarm": Exit.ALARM,
        "locked": Exit.LOCKED,
    }
    assert outcomes["killed"].message.startswith("killed: its process was killed by SIGKILL; the next run mends")
    assert "ended with 9" in outcomes["exits"].message
    assert worst(outcome.exit for outcome in outcomes.values()) == Exit.UNREACHABLE
    assert slugs_by_code(outcomes) == {
        Exit.UNREACHABLE: ["exits", "killed", "raises"],
        Exit.ALARM: ["alarm"],
        Exit.LOCKED: ["locked"],
        Exit.OK: ["ok"],
    }


@pytest.mark.parametrize(
    ("codes", "code"),
    [([], 0), ([0, 0], 0), ([0, 4], 4), ([4, 3], 3), ([3, 5, 4], 5), ([5, 6], 6), ([2, 0], 2)],
)
def test_the_worst_of_all_is_what_all_of_them_end_with(codes, code):
    assert worst(codes) == code


def stubborn(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(LONG)
    raise AssertionError


def test_one_that_hangs_beyond_its_limit_is_ended_by_force(monkeypatch):
    monkeypatch.setattr(many, "GRACE", 0.3)
    monkeypatch.setattr(many, "LAST_GRACE", 0.3)
    outcomes = Crew(stubborn, 1).run([job("hangs", max_time=0.1)])
    assert outcomes["hangs"].exit == Exit.UNREACHABLE
    assert "killed by SIGKILL" in outcomes["hangs"].message


def ends_well(target: str, options: CrawlOptions, *, progress) -> CrawlOutcome:
    told = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: told.set())
    progress(Progress(site=target))
    assert told.wait(LONG)
    return CrawlOutcome(exit=Exit.UNREACHABLE, message=f"{target}: stopped by signal")


def test_a_signal_ends_those_at_work_in_good_order_and_begins_no_other():
    crew, listening = Crew(ends_well, 2), set()

    def heard(progress: Progress) -> None:
        listening.add(progress.site)
        if listening == {"a", "b"}:  # one that does not listen yet is simply ended
            os.kill(os.getpid(), signal.SIGTERM)

    crew.on_progress = heard
    handler = signal.getsignal(signal.SIGTERM)
    outcomes = crew.run([job("a"), job("b"), job("c")])
    assert outcomes["a"].message == "a: stopped by signal"
    assert outcomes["b"].message == "b: stopped by signal"
    assert "not begun" in outcomes["c"].message
    assert signal.getsignal(signal.SIGTERM) is handler


ORPHAN = """
import os, signal, sys, time
from pathlib import Path
from archiver.cli import main
from archiver.cli.display import Screen
from archiver.errors import Exit
from archiver.running import CrawlOptions, CrawlOutcome, Progress
from archiver.running.many import Crew, Job

def crawl(target, options, *, progress):
    note = Path(sys.argv[1])
    def ended(*_):
        note.write_text("ended in good order")
        os._exit(5)
    signal.signal(signal.SIGTERM, ended)
    note.write_text(str(os.getpid()))
    print("ready", flush=True)
    time.sleep(600)

Crew(crawl, 1).run([Job("a", "a", "a", CrawlOptions())])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="PR_SET_PDEATHSIG is Linux's")
def test_a_child_ends_in_good_order_when_its_parent_is_killed(tmp_path):
    file = tmp_path / "note"
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(ORPHAN), str(file)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        child = int(file.read_text())
        parent.kill()
        parent.wait()
    wait_for(lambda: file.read_text() == "ended in good order")
    wait_for(lambda: gone(child))


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_an_archive_that_cannot_be_opened_keeps_no_other_from_being_crawled(tmp_path):
    with PracticeServer("plain") as server:
        kept = create_archive(tmp_path, "ours", url=server.url, now=datetime.now(UTC)).path
        newer = create_archive(tmp_path, "theirs", url="http://127.0.0.1:9/", now=datetime.now(UTC)).path
        meta = newer / "archive.json"
        meta.write_text(meta.read_text("utf-8").replace('"format_version": 1', '"format_version": 9'), "utf-8")
        line = [sys.executable, "-m", "archiver", "crawl", "--all", "--root", str(tmp_path), "--delay", "0"]
        ended = subprocess.run([*line, "--max-pages", "8"], capture_output=True, text=True, timeout=LONG)
    assert (ended.returncode, ended.stdout) == (Exit.DAMAGED, "")
    assert len(list(kept.glob("runs/*.json"))) == 1
    said = ended.stderr.splitlines()
    assert len(said) == 2, said
    assert "made by a newer archiver" in said[0]
    assert said[1].endswith("1 of 2 sites need a look (exit code: sites): 6: theirs")


@pytest.mark.parametrize(
    ("terminal", "line", "level"),
    [
        (True, [], "ERROR"),
        (False, [], "WARNING"),  # cron mails it, journald keeps it
        (True, ["--log-level", "INFO"], "INFO"),
        (True, ["--log", "json"], "WARNING"),
        (True, ["--log-file", "x.log"], "WARNING"),
    ],
)
def test_warnings_are_not_drawn_into_the_live_table(monkeypatch, capsys, tmp_path, terminal, line, level):
    asked = []

    def crawl(_target: str, options: CrawlOptions, **_: object) -> CrawlOutcome:
        asked.append(options.log_level)
        return CrawlOutcome(exit=Exit.OK, message="")

    monkeypatch.setattr("spiders.crawling.crawl", crawl)
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: terminal)
    assert main(["crawl", "http://127.0.0.1:9/", "--root", str(tmp_path), *line]) == Exit.OK
    assert asked == [level]


def test_what_is_loaded_ahead_makes_no_reactor_and_for_one_site_no_client_of_cookies():
    code = """
        import gc, sys
        from spiders.loading import load
        for many in (False, True):
            load(many=many)
            print("twisted.internet.reactor" in sys.modules, "requests" in sys.modules, gc.isenabled())
    """
    line = [sys.executable, "-c", textwrap.dedent(code)]
    said = subprocess.run(line, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]).stdout
    assert said.split() == ["False", "False", "True", "False", "True", "True"]


@pytest.mark.parametrize(("width", "columns"), [(120, 8), (80, 8), (72, 7), (50, 5)])
def test_the_live_table_leaves_out_what_has_no_room_rather_than_cutting_every_column(width, columns):
    shown = Screen(2)
    shown.live.console.width = width
    shown.update(Progress(site="so-noi-vu", pages=12, queued=1234, bytes=78_029, elapsed=4.0))
    with shown.live.console.capture() as drawn:
        shown.live.console.print(shown._drawn())
    lines = drawn.get().splitlines()
    assert len(lines[0].split("  ")) >= columns
    assert "…" not in drawn.get()
    assert max(map(len, lines)) <= width
