"""Telling people and machines: the status table, node_exporter's file, messages on change only, the schedule."""

from __future__ import annotations

import http.server
import json
import re
import resource
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest
from test_running import FIRST, keep, night

from archiver.cli import main
from archiver.cli.crawling import having_ended, summary, tell_of
from archiver.errors import Exit, UsageError
from archiver.running import CrawlOutcome, telling
from archiver.running.config import read_config
from archiver.running.schedule import Slot, cron, slots, systemd
from archiver.running.status import Standing, news, prometheus, read_told, standing
from archiver.running.telling import tell

NOW = FIRST + timedelta(days=10, hours=3)
QUIET = replace(night(9), alarms=[])


def stands(report=QUIET, site="so-noi-vu", now=NOW) -> Standing:
    return standing(site, "http://sonoivu.example/", [night(8), report], now=now)


def real_root(tmp_path, *reports) -> Path:
    keep(tmp_path, *reports)
    for report in reports:
        meta = {"format": "archiver archive", "format_version": 1, "slug": report.site, "url": report.url}
        (tmp_path / report.site / "archive.json").write_text(json.dumps(meta))
    return tmp_path


def test_status_shows_every_site_in_a_row_and_as_json(capsys, tmp_path):
    root = str(real_root(tmp_path, night(8), night(9), night(9, site="so-y-te", alarms=[])))
    assert main(["status", "--root", root]) == Exit.OK
    out = capsys.readouterr().out
    assert re.search(r"so-noi-vu +11/11/2026 01:30.* 109 +1 +11/11/2026 01:30 +field-fell +\d\d/\d\d/\d{4} 00:30", out)
    assert re.search(r"so-y-te .* \d\d/\d\d/\d{4} 02:45", out)
    assert main(["status", "--root", root, "--json"]) == Exit.OK
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["site"], row["articles"], [a["code"] for a in row["alarms"]]) for row in rows] == [
        ("so-noi-vu", 109, ["field-fell"]),
        ("so-y-te", 109, []),
    ]


def test_a_site_that_no_run_has_touched_for_two_days_is_overdue():
    assert not stands().overdue
    assert stands(now=NOW + timedelta(days=2)).overdue
    assert stands(now=NOW + timedelta(days=2)).trouble == ("overdue",)


def test_the_file_for_node_exporter_is_well_formed_and_escapes():
    text = prometheus([stands(night(9)), replace(stands(), site='odd"\\\nname')])
    sample = re.compile(r'(archiver_\w+)\{(\w+="(\\.|[^"\\\n])*",?)+\} -?[0-9.e+]+')
    names = set()
    for line in text.splitlines():
        if not line.startswith("# "):
            assert sample.fullmatch(line), line
            names.add(sample.fullmatch(line)[1])
    assert text.endswith("\n")
    assert 'archiver_alarm{site="so-noi-vu",code="field-fell",severity="alarm"} 1' in text
    assert {f"archiver_{name}" for name in ("exit_code", "articles", "last_run_timestamp_seconds")} <= names
    assert {line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")} == names


def test_news_are_told_once_when_they_come_and_once_when_they_go():
    quiet, loud = stands(), stands(night(9))
    message, told = news([quiet], {})
    assert message is None
    message, told = news([loud], told)
    assert message.title == "archiver: 1 site(s) need a look"
    assert "so-noi-vu: field-fell: byline in 6 of 9" in message.body
    message, told = news([loud], told)
    assert message is None
    worse = stands(replace(night(9), exit_code=6))
    message, told = news([worse], told)
    assert "damaged" in message.body
    assert "field-fell" not in message.body
    message, told = news([quiet], told)
    assert message.body == "so-noi-vu: well again (over: field-fell, damaged)"
    assert news([quiet], told)[0] is None


def test_a_site_is_not_well_again_because_a_run_could_not_reach_it():
    loud, dark = night(8), replace(night(9), alarms=[], exit_code=5, stopped_by="unreachable")
    row = standing("so-noi-vu", "http://sonoivu.example/", [loud, dark], now=NOW)
    assert row.trouble == ("field-fell",)
    assert news([row], {"so-noi-vu": ["field-fell"]})[0] is None


def test_an_archive_that_could_not_be_written_is_told_though_the_run_left_no_report():
    ended = having_ended(stands(), CrawlOutcome(exit=Exit.DAMAGED, message="'/srv/x': No space left on device"))
    assert ended.trouble == ("damaged",)
    assert "No space left" in news([ended], {})[0].body
    locked = CrawlOutcome(exit=Exit.LOCKED, message="so-noi-vu: another run is at work on it")
    assert having_ended(stands(), locked).trouble == ()


class Ear(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self._answer()

    def do_GET(self):
        self.server.heard.append(self.path)
        self._answer()

    def _answer(self):
        if self.server.hangs:
            self.server.hangs.wait(20)
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def ear():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
        server.heard, server.status, server.hangs = [], 200, None
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        if server.hangs:
            server.hangs.set()
        server.shutdown()


imghdr = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # a library of apprise's


@imghdr
def test_of_a_root_that_takes_no_plan_it_is_told_for_all_sites(capsys, tmp_path, ear):
    pytest.importorskip("apprise")
    host = f"127.0.0.1:{ear.server_port}"
    (tmp_path / "archiver.toml").write_text(
        f'notify = ["json://{host}/"]\nhealthcheck = "http://{host}/{{code}}"\n[sites.p]\nurl = "http://127.0.0.1:9/"\n'
    )
    (tmp_path / ".plans").write_text("no folder: as little can be made there as on a full disk")
    assert main(["crawl", "--all", "--root", str(tmp_path)]) == Exit.DAMAGED
    message, ping = sorted(ear.heard, key=lambda one: isinstance(one, str))  # they are told at once
    assert message["title"] == "archiver: 1 site(s) need a look"
    assert ".plans" in message["message"]
    assert ping == "/6"
    assert ".plans" in capsys.readouterr().err


@imghdr
def test_a_webhook_hears_of_a_change_once_and_the_health_check_each_time(tmp_path, ear):
    pytest.importorskip("apprise")
    host = f"127.0.0.1:{ear.server_port}"
    more = {"notify": [f"json://{host}/hook"], "healthcheck": f"http://{host}/ping/{{code}}"}
    for exit_code in (3, 3, 0):
        row = stands(night(9) if exit_code else QUIET)
        assert tell(tmp_path, [row], exit_code=exit_code, **more) == []
    paths = [heard for heard in ear.heard if isinstance(heard, str)]
    messages = [heard["title"] for heard in ear.heard if isinstance(heard, dict)]
    assert paths == ["/ping/3", "/ping/3", "/ping/0"]
    assert messages == ["archiver: 1 site(s) need a look", "archiver: 1 well again"]


def test_the_health_check_is_asked_after_the_run_of_one_site_too(capsys, tmp_path, ear):
    (tmp_path / "archiver.toml").write_text(f'healthcheck = "http://127.0.0.1:{ear.server_port}/{{site}}/{{code}}"\n')
    config = read_config(tmp_path, {})
    tell_of(config, tmp_path, 5, {}, "so-noi-vu")  # though no site is left that status could show
    tell_of(config, tmp_path, 0, {})
    assert ear.heard == ["/so-noi-vu/5", "/all/0"]
    assert "no site to crawl" in capsys.readouterr().err


@imghdr
def test_a_server_that_refuses_is_a_warning_and_the_next_run_tells_it(capfd, tmp_path, ear):
    pytest.importorskip("apprise")
    address = f"json://an:secret@127.0.0.1:{ear.server_port}/"
    ear.status = 500
    warnings = tell(tmp_path, [stands(night(9))], notify=[address])
    assert len(warnings) == 1
    assert "notify: not taken by json://…" in warnings[0]
    assert "secret" not in warnings[0]
    assert read_told(tmp_path / "told.json") == {}
    assert capfd.readouterr() == ("", "")  # apprise says nothing of its own to whoever reads cron's mail
    ear.status = 200
    assert tell(tmp_path, [stands(night(9))], notify=[address]) == []
    assert list(read_told(tmp_path / "told.json").values()) == [{"so-noi-vu": ["field-fell"]}]
    assert "secret" not in (tmp_path / "told.json").read_text()


@imghdr
def test_one_dead_address_does_not_make_the_others_hear_the_same_each_night(tmp_path, ear):
    pytest.importorskip("apprise")
    well, dead = f"json://127.0.0.1:{ear.server_port}/", "json://127.0.0.1:9/"
    for night_of in (9, 10, 11):
        warnings = tell(tmp_path, [stands(night(night_of))], notify=[dead, well])
        assert len(warnings) == 1
        assert "not taken by json://… (address 1 of 2)" in warnings[0]
    assert len(ear.heard) == 1


@imghdr
def test_a_chat_that_hangs_is_left_alone_and_the_process_ends(tmp_path, ear):
    pytest.importorskip("apprise")
    ear.hangs = threading.Event()
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from test_telling import stands, night, tell, telling\n"
        "telling.PATIENCE = 1.0\n"
        "print(tell(Path(sys.argv[2]), [stands(night(9))], notify=sys.argv[3:]))"
    )
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, str(Path(__file__).parent), str(tmp_path)]
        + [f"json://127.0.0.1:{ear.server_port}/{n}?rto=60" for n in range(3)],
        capture_output=True,
        text=True,
        timeout=170,
        check=True,
    )
    for number in (1, 2, 3):
        assert f"notify: no answer from json://… (address {number} of 3) within 1 s; left alone" in done.stdout, done
    assert time.monotonic() - began < 50  # the addresses would have it wait a minute each


def test_a_server_that_hangs_is_left_hanging(tmp_path, ear, monkeypatch):
    monkeypatch.setattr(telling, "PATIENCE", 0.3)
    ear.hangs = threading.Event()
    began = time.monotonic()
    warnings = tell(tmp_path, [stands()], healthcheck=f"http://127.0.0.1:{ear.server_port}/")
    assert time.monotonic() - began < 18  # it would hang for 20
    assert "no answer within" in warnings[0]


@imghdr
def test_all_that_hangs_together_costs_no_more_than_one_of_them_and_less_after_a_signal(tmp_path, ear, monkeypatch):
    pytest.importorskip("apprise")
    monkeypatch.setattr(telling, "PATIENCE", 19.0)
    monkeypatch.setattr(telling, "HURRY", 0.5)
    ear.hangs = threading.Event()
    here = f"127.0.0.1:{ear.server_port}"
    began = time.monotonic()
    warnings = tell(
        tmp_path,
        [stands(night(9))],
        notify=[f"json://{here}?rto=60"],
        healthcheck=f"http://{here}/{{code}}",
        hurried=True,
    )
    assert time.monotonic() - began < 17
    assert len(warnings) == 2
    assert all("left alone" in warning for warning in warnings)


def test_a_message_is_said_in_the_language_that_archiver_toml_names(capsys, tmp_path, ear):
    pytest.importorskip("apprise")
    (tmp_path / "archiver.toml").write_text(
        f'language = "vi"\nnotify = ["json://127.0.0.1:{ear.server_port}/"]\n[sites.p]\nurl = "http://127.0.0.1:9/"\n'
    )
    (tmp_path / ".plans").write_text("no folder")
    assert main(["crawl", "--all", "--root", str(tmp_path)]) == Exit.DAMAGED
    assert ear.heard[0]["title"] == "archiver: 1 trang cần xem"
    assert "thường: không rõ" in ear.heard[0]["message"]
    assert "failed" in capsys.readouterr().err  # the terminal keeps the command's


def test_a_file_that_cannot_be_written_is_a_warning(tmp_path):
    warnings = tell(tmp_path, [stands()], prometheus_file=str(tmp_path / "no" / "such" / "archiver.prom"))
    assert len(warnings) == 1
    assert warnings[0].startswith("prometheus: ")


def test_a_full_disk_names_the_file_that_could_not_be_written_and_leaves_no_part_of_it(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(OSError, match=re.escape(str(tmp_path / "x.prom"))):
            telling.write_whole(tmp_path / "x.prom", "so much text")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_the_file_for_node_exporter_is_replaced_whole_and_readable_by_others(tmp_path):
    file = tmp_path / "archiver.prom"
    for _ in range(2):
        assert tell(tmp_path, [stands()], prometheus_file=str(file)) == []
    assert file.stat().st_mode & 0o777 == 0o644
    assert [one.name for one in tmp_path.iterdir()] == ["archiver.prom"]


# --- schedule -------------------------------------------------------------------------------------------------------


def test_sites_are_spread_evenly_over_a_night_that_may_cross_midnight():
    plan = slots({f"s{number:02}": 3600.0 for number in range(40)}, "22:00", "02:00")
    minutes = [((slot.at.hour - 22) % 24) * 60 + slot.at.minute for slot in plan]
    assert minutes == [6 * number for number in range(40)]


def test_cron_lines_go_by_the_machine_s_own_zone_and_escape_per_cent():
    plan = [Slot("so-noi-vu", clock(0, 30), 7200.0)]
    utc = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    lines = cron(plan, program="/opt/a b/archiver", root=Path("/srv/100%"), machine=utc).splitlines()
    assert lines[-1] == r"30 17 * * * '/opt/a b/archiver' crawl so-noi-vu --root /srv/100\% --max-time 7200"
    assert all(line.startswith("#") for line in lines[:-1])


def test_units_are_what_systemd_takes(tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not on this machine")
    plan = slots({"so-noi-vu": 3600.0, "hdtdkt": 7200.0}, "00:30", "05:00")
    units = systemd(plan, program="/bin/true", root=Path("/srv/archiver"), user="root")
    assert set(units) == {"archiver@.service", "archiver-so-noi-vu.timer", "archiver-hdtdkt.timer"}
    for name, text in units.items():
        (tmp_path / name).write_text(text)
    done = subprocess.run(
        [analyze, "verify", "--man=no", *map(str, sorted(tmp_path.glob("*.timer")))],
        capture_output=True,
        text=True,
        env={"SYSTEMD_UNIT_PATH": f"{tmp_path}:", "PATH": "/usr/bin:/bin"},
        timeout=60,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if "archiver" in line]
    assert (done.returncode, said) == (0, []), done.stderr
    assert r"Unit=archiver@so\x2dnoi\x2dvu.service" in units["archiver-so-noi-vu.timer"]


@pytest.mark.parametrize(
    ("root", "program", "hidden"),
    [
        ("/srv/archiver", "/opt/archiver/bin/archiver", {"ProtectHome=yes", "PrivateTmp=yes"}),
        ("/tmp/thu", "/opt/archiver/bin/archiver", {"ProtectHome=yes", "PrivateTmp=no"}),
        ("/var/tmp", "/home/may/bin/archiver", {"ProtectHome=read-only", "PrivateTmp=no"}),
        ("/tmpfiles", "/opt/archiver/bin/archiver", {"ProtectHome=yes", "PrivateTmp=yes"}),
    ],
)
def test_no_folder_is_hidden_from_a_unit_in_which_its_root_or_its_program_stands(root, program, hidden):
    units = systemd(slots({"a": 60.0}, "00:30", "05:00"), program=program, root=Path(root), user="archiver")
    assert hidden <= set(units["archiver@.service"].splitlines())


def test_a_path_that_units_cannot_hold_is_named():
    plan = slots({"a": 60.0}, "00:30", "05:00")
    with pytest.raises(UsageError, match="without blanks"):
        systemd(plan, program="/opt/a b/archiver", root=Path("/srv"), user="archiver")


def test_schedule_prints_a_line_a_site_and_leaves_out_what_is_disabled(capsys, tmp_path):
    root = real_root(tmp_path, night(9), night(9, site="so-y-te"))
    (root / "archiver.toml").write_text(
        '[sites.so-y-te]\nenabled = false\n[sites.moi]\nurl = "https://moi.example/"\nmax-time = "1h"\n'
    )
    assert main(["schedule", "--root", str(root)]) == Exit.OK
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("#")]
    assert [line.split()[7] for line in lines] == ["moi", "so-noi-vu"]
    assert lines[0].endswith("--max-time 3600")
    assert main(["schedule", "--systemd", "--root", str(root), "--out", str(tmp_path / "units")]) == Exit.OK
    assert sorted(file.name for file in (tmp_path / "units").iterdir()) == [
        "archiver-moi.timer",
        "archiver-so-noi-vu.timer",
        "archiver@.service",
    ]


def test_a_table_without_url_is_crawled_from_where_its_profile_begins(capsys, tmp_path):
    (tmp_path / "archiver.toml").write_text("[sites.hdtdkt]\ndelay = 3\n")
    assert main(["schedule", "--root", str(tmp_path)]) == Exit.OK
    assert " crawl hdtdkt --root " in capsys.readouterr().out
    assert main(["status", "--root", str(tmp_path), "--json"]) == Exit.OK
    assert json.loads(capsys.readouterr().out)["url"].endswith("hdtdkt.hochiminhcity.gov.vn/")
    (tmp_path / "archiver.toml").write_text("[sites.hdtdkt]\nenabled = false\n")
    assert main(["schedule", "--root", str(tmp_path)]) == Exit.USAGE


def test_a_machine_without_a_timezone_gets_its_lines_in_utc(capsys, tmp_path, monkeypatch):
    (tmp_path / "archiver.toml").write_text('[sites.a]\nurl = "https://a.example/"\n')
    monkeypatch.setenv("TZ", "Nowhere/At_All")
    time.tzset()
    try:
        assert main(["schedule", "--cron", "--root", str(tmp_path)]) == Exit.OK
    finally:
        monkeypatch.undo()
        time.tzset()
    shown = capsys.readouterr().out
    assert "UTC+0000" in shown
    assert "\n30 17 * * * " in shown


def test_a_run_says_on_a_terminal_what_a_killed_one_had_left(capsys):
    summary(replace(QUIET, mends=["run 1: it died before its end"]))
    assert capsys.readouterr().out.endswith("\n- run 1: it died before its end\n")
