"""archiver.toml: what may stand in it, where each value comes from, and the line of whatever may not."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from archiver.cli import main
from archiver.cli.crawling import planned
from archiver.errors import Exit, UsageError
from archiver.keeping import create_archive
from archiver.running.config import CRAWL, HOUSE, SITE, read_config
from archiver.running.options import CrawlOptions

DOCS = Path(__file__).parents[1] / "docs" / "ops.md"

WHOLE = """# two sites
contact = "luutru@sonoivu.example"
max-time = "2h"
max-bytes = "2 GB"
prometheus = "/var/lib/node_exporter/archiver.prom"

[sites.hdtdkt]
delay = 3
accept = { listing-shrunk = 2026-11-24 }

[sites.so-y-te]
url = "https://soyte.example/"
enabled = false
"""


def write(root, text):
    (root / "archiver.toml").write_text(text, "utf-8")
    return root


def test_without_a_file_every_setting_has_its_default(tmp_path):
    config = read_config(tmp_path, {})
    assert {value.origin for value in config.house.values()} == {"default"}
    assert config.options("hdtdkt") == CrawlOptions(max_time=6 * 3600.0)


def test_every_value_says_where_it_comes_from(tmp_path):
    config = read_config(write(tmp_path, WHOLE), {"ARCHIVER_NOTIFY": "mailto://a:b@c.example  json://d.example"})
    assert (config.value("contact").value, config.value("contact").origin) == (
        "luutru@sonoivu.example",
        "archiver.toml:2",
    )
    assert (config.value("delay").origin, config.value("delay", "hdtdkt").origin) == ("default", "archiver.toml:8")
    assert config.value("accept", "hdtdkt").value == {"listing-shrunk": date(2026, 11, 24)}
    assert config.value("notify").value == ["mailto://a:b@c.example", "json://d.example"]
    assert config.value("notify").origin == "environment ARCHIVER_NOTIFY"
    assert config.value("enabled", "so-y-te").value is False
    assert config.value("enabled", "hdtdkt").value is True


def test_the_command_line_goes_before_the_site_and_the_site_before_all(tmp_path):
    config = read_config(write(tmp_path, "delay = 1\n[sites.a]\nurl = 'https://a.example/'\ndelay = 2\n"), {})
    assert [config.options(site, **given).delay for site, given in ((None, {}), ("a", {}), ("a", {"delay": 5.0}))] == [
        1,
        2,
        5,
    ]
    assert config.options("a", delay=None).delay == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delay = ", "Invalid value (at line 1)"),
        ("delay = = 3\n", "Invalid value (at line 1, column 9)"),
        ("\n\ndelay = 'soon'\n", "line 3: delay = 'soon': expected seconds"),
        ("delay = -1\n", "line 1: delay = -1: expected seconds"),
        ("delay = true\n", "line 1: delay = True: expected seconds"),
        ("max-pages = 0\n", "line 1: max-pages = 0: expected a whole number, 1 or more"),
        ("max-bytes = '3 furlongs'\n", "line 1: max-bytes = '3 furlongs': expected bytes"),
        ("contact = ''\n", "line 1: contact = '': expected a text"),
        ("window-start = '25:00'\n", "line 1: window-start = '25:00': expected a time of day"),
        ("# x\nspeed = 3\n", "line 2: 'speed' is no setting for all sites. There are: attachment-types, attachments"),
        ("[sites.a]\njobs = 3\n", "line 2: 'jobs' is no setting for a site"),
        ("[sites]\na = 3\n", "line 1: expected tables such as [sites.hdtdkt]"),
        ("[sites.a]\nurl = 'a.example'\n", "line 2: url = 'a.example': expected an address"),
        ("[sites.a]\naccept = { x = 'today' }\n", "line 2: accept = {'x': 'today'}: expected alarms and days"),
        ("[sites.\"a b\"]\n\ndelay = ['x']\n", "line 3: delay = ['x']"),
        ("sites.a.enabled = 1\n", "line 1: enabled = 1: expected true or false"),
        ("delay = 1\n\n[sites.hdtdkx]\ndelay = 3\n", "line 3: there is no site 'hdtdkx' (did you mean 'hdtdkt'?)"),
        ("[sites.\"Sở Nội vụ\"]\nurl = 'https://a.example/'\n", "line 1: 'Sở Nội vụ' is no name for an archive"),
        ("[sites.a]\naccept = { silense = 2026-11-24 }\n", "'silense' is no alarm. There are: body-shrunk, "),
        ("max-time = inf\n", "line 1: max-time = inf: expected seconds"),
        ("max-time = '999999d'\n", "line 1: max-time = '999999d': expected seconds"),
        ("notify = 'mailto://x'\n", "line 1: notify = 'mailto://x': expected a list of texts"),
    ],
)  # fmt: skip
def test_whatever_may_not_stand_there_is_named_with_its_line(tmp_path, text, said):
    with pytest.raises(UsageError) as raised:
        read_config(write(tmp_path, text), {})
    assert said in str(raised.value)
    assert "archiver.toml" in str(raised.value)


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    (tmp_path / "archiver.toml").write_bytes(b"\xef\xbb\xbfdelay = 3\n")
    assert read_config(tmp_path, {}).value("delay").value == 3


def test_a_file_that_is_no_text_is_one_line(tmp_path):
    (tmp_path / "archiver.toml").write_bytes(b"contact = '\xff'")
    with pytest.raises(UsageError, match="byte 11 is not UTF-8"):
        read_config(tmp_path, {})


def test_config_show_covers_secrets_and_names_every_setting(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("ARCHIVER_NOTIFY", "mailto://an:tellnobody@sonoivu.example")
    monkeypatch.setenv("ARCHIVER_HEALTHCHECK", "https://hc.example/tellnobody")
    assert main(["config", "show", "--root", str(write(tmp_path, WHOLE))]) == Exit.OK
    out = capsys.readouterr().out
    assert "tellnobody" not in out
    assert "environment ARCHIVER_NOTIFY" in out
    for setting in (*CRAWL, *HOUSE):
        assert setting.name in out
    assert re.search(r"min-free-disk +200 MiB +default", out)  # in a unit that the file takes too
    assert re.search(r"timeout +1m +default", out)
    assert main(["config", "show", "hdtdkt", "--root", str(tmp_path), "--json"]) == Exit.OK
    shown = json.loads(capsys.readouterr().out)
    assert shown["delay"] == {"value": "3", "origin": "archiver.toml:8"}
    assert shown["accept"]["value"] == "listing-shrunk = 2026-11-24"


def test_a_broken_file_stops_before_anything_is_done(capsys, tmp_path):
    write(tmp_path, "delay = 'x'\n")
    assert main(["config", "show", "--root", str(tmp_path)]) == Exit.USAGE
    assert capsys.readouterr().err.count("\n") == 1


def test_every_setting_has_its_row_in_the_handbook():
    rows = DOCS.read_text("utf-8")
    missing = [one.name for one in (*CRAWL, *SITE, *HOUSE) if f"| `{one.name}` |" not in rows]
    assert missing == []


@pytest.mark.parametrize(
    ("url", "last", "said"),
    [
        ("http://so.vn", None, ""),
        (
            "https://so.vn/",
            None,
            "begins at http://so.vn/. If the site has moved: archiver crawl https://so.vn/ --slug so",
        ),
        ("http://moi.vn/", None, "the url http://moi.vn/ in archiver.toml is not used"),
        ("http://moi.vn/", "http://moi.vn/", ""),  # --moved led there
        ("http://so.vn/", "http://moi.vn/", ""),
        ("http://khac.vn/", "http://moi.vn/", "begins at http://moi.vn/."),
    ],
)
def test_an_address_that_is_not_used_since_there_is_an_archive_is_told(tmp_path, capsys, url, last, said):
    archive = create_archive(tmp_path, "so", url="http://so.vn/", now=datetime(2026, 11, 25, tzinfo=UTC))
    if last is not None:
        run = {"run": "20261125T000000Z", "site": "so", "url": last, "started_at": "", "finished_at": ""}
        (archive.path / "runs").mkdir()
        (archive.path / "runs/20261125T000000Z.json").write_text(json.dumps(run))
    write(tmp_path, f'[sites.so]\nurl = "{url}"\n')
    assert planned("so", read_config(tmp_path, {}), {"root": tmp_path})[0] == "so"
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == bool(said)
