"""add, remove, rename, new-site: archiver.toml is changed in place, an archive is never lost."""

from __future__ import annotations

import tomllib
from datetime import date

import kept_archives
import pytest
from test_running import keep, night

from archiver.cli import main
from archiver.errors import Exit
from archiver.keeping import open_archive
from archiver.keeping.verify import verify
from archiver.practice import PracticeServer
from archiver.running.alarms import conclude
from archiver.running.config import read_config
from archiver.running.roster import renamed, with_accepted, with_setting, with_sites
from archiver.sites import load_profile

BEFORE = '# ours\ncontact = "luutru@sonoivu.example"\n\n[sites.soyte]  # slow\nurl = "https://soyte.example/"\n'


def test_many_sites_are_added_from_a_file_and_what_stood_there_stays(capsys, tmp_path):
    (tmp_path / "archiver.toml").write_text(BEFORE)
    urls = tmp_path / "urls.txt"
    urls.write_text(
        "# forty departments\nhttps://a.example/\n\nhttps://www.b.example/tin-tuc  # news\nhttps://a.example/\n"
    )
    assert main(["add", "https://c.example/", "--file", str(urls), "--root", str(tmp_path)]) == Exit.OK
    told = capsys.readouterr()
    assert told.out.split() == ["c.example", "a.example", "b.example-tin-tuc"]
    assert "a.example is there already" in told.err
    text = (tmp_path / "archiver.toml").read_text()
    assert text.startswith(BEFORE)
    config = read_config(tmp_path, {})
    assert {slug: site["url"].value for slug, site in config.sites.items()} == {
        "soyte": "https://soyte.example/",
        "c.example": "https://c.example/",
        "a.example": "https://a.example/",
        "b.example-tin-tuc": "https://www.b.example/tin-tuc",
    }


def test_an_alarm_that_would_stand_each_night_names_the_command_that_ends_it(capsys, tmp_path):
    usual = [night(number, site="thu", alarms=[]) for number in range(8)]
    lost = conclude(night(8, site="thu", alarms=[], listings=[]), usual)
    assert [alarm.code for alarm in lost.alarms] == ["listing-lost"]
    still = conclude(night(9, site="thu", alarms=[], listings=[]), [*usual, lost])
    assert "If these are the site's new ways: archiver accept thu listing-lost" in still.message
    keep(tmp_path, *usual, lost, still)
    (tmp_path / "archiver.toml").write_text("# ours\ndelay = 1\n")
    assert main(["accept", "thu", "--from", "2026-11-11", "--root", str(tmp_path)]) == Exit.OK
    assert "listing-lost" in capsys.readouterr().err
    accepted = read_config(tmp_path, {}).options("thu").accepted
    assert accepted == {"listing-lost": date(2026, 11, 11)}
    after = [night(10, site="thu", alarms=[], listings=[]), night(11, site="thu", alarms=[], listings=[])]
    history = [*usual, lost, still]
    for report in after:
        history.append(conclude(report, history, accepted=accepted))
        assert history[-1].alarms == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["accept", "thu", "silense"], "'silense' is no alarm that can be accepted. Those are: body-shrunk, "),
        (["accept", "thu", "disk-filling"], "'disk-filling' is no alarm that can be accepted"),
        (["accept", "nobody", "silence"], "has no site 'nobody'"),
    ],
)
def test_what_cannot_be_accepted_is_refused_and_nothing_is_written(capsys, tmp_path, line, said):
    keep(tmp_path, night(1, site="thu"))
    assert main([*line, "--root", str(tmp_path)]) == Exit.USAGE
    assert said in capsys.readouterr().err
    assert not (tmp_path / "archiver.toml").exists()


WAYS_TO_WRITE = {
    "tables": '[sites.a]  # slow\nurl = "https://a.vn/"\n\n[sites.c]\nurl = "https://c.vn/"\n',
    "dotted keys": 'sites.a.url = "https://a.vn/"\nsites.c.url = "https://c.vn/"\n',
    "one inline table": 'sites = { a = { url = "https://a.vn/" }, c = { url = "https://c.vn/" } }\n',
    "inline tables": '[sites]\na = { url = "https://a.vn/" }\n[sites.c]\nurl = "https://c.vn/"\n',
    "a table of its own": '[sites.a]\nurl = "https://a.vn/"\n[sites.a.accept]\nsilence = 2026-01-01\n',
    "a dotted accept": '[sites.a]\nurl = "https://a.vn/"\naccept.silence = 2026-01-01\n[sites.c]\nurl = "https://c.vn/"\n',
    "out of order": '[sites.a]\nurl = "https://a.vn/"\n[sites.c]\ndelay = 1\n[sites.a.accept]\nsilence = 2026-01-01\n',
    "lines of Windows": '[sites.a]\r\nurl = "https://a.vn/"\r\n[sites.c]\r\nurl = "https://c.vn/"\r\n',
    "no sites": "delay = 2",
    "nothing": "",
}


@pytest.mark.parametrize("text", WAYS_TO_WRITE.values(), ids=WAYS_TO_WRITE)
def test_the_file_is_changed_rightly_however_it_is_written(text):
    lost = {"listing-lost": date(2026, 11, 24)}
    for change, wanted in [
        (with_setting(text, "a", "enabled", False), {"a": {"enabled": False}}),
        (with_setting(text, "z", "enabled", False), {"z": {"enabled": False}}),
        (with_accepted(text, "a", lost), {"a": {"accept": lost}}),
        (with_accepted(text, "z.vn", lost), {"z.vn": {"accept": lost}}),
        (with_sites(text, {"x.vn": "https://x.vn/"}), {"x.vn": {"url": "https://x.vn/"}}),
    ]:
        expected = tomllib.loads(text)
        for slug, settings in wanted.items():
            site = expected.setdefault("sites", {}).setdefault(slug, {})
            for name, value in settings.items():
                site[name] = {**site.get(name, {}), **value} if isinstance(value, dict) else value
        assert tomllib.loads(change) == expected
    sites = tomllib.loads(text).get("sites", {})
    assert tomllib.loads(renamed(text, "a", "b.vn")).get("sites", {}) == {
        "b.vn" if slug == "a" else slug: site for slug, site in sites.items()
    }


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("http://a.example:99999/\n", "urls.txt, line 1: 'http://a.example:99999/' is no URL"),
        ("https://a.example/\nb.example\n", "urls.txt, line 2: 'b.example' has no scheme"),
        ("", "give addresses, or a file of them"),
    ],
)
def test_one_bad_address_in_a_file_is_named_with_its_line_and_nothing_is_added(capsys, tmp_path, lines, said):
    (tmp_path / "urls.txt").write_text(lines)
    assert main(["add", "--file", str(tmp_path / "urls.txt"), "--root", str(tmp_path)]) == Exit.USAGE
    assert said in capsys.readouterr().err
    assert not (tmp_path / "archiver.toml").exists()


def test_a_removed_site_is_left_out_and_its_archive_stays(capsys, tmp_path):
    archive = kept_archives.nights(tmp_path, range(1))
    (tmp_path / "archiver.toml").write_text(BEFORE)
    for site in ("soyte", "thu"):
        assert main(["remove", site, "--root", str(tmp_path)]) == Exit.OK
    config = read_config(tmp_path, {})
    assert [config.value("enabled", site).value for site in ("soyte", "thu")] == [False, False]
    assert "# slow" in (tmp_path / "archiver.toml").read_text()
    assert list(verify(archive.path, workers=1)) == []
    assert main(["remove", "nobody", "--root", str(tmp_path)]) == Exit.USAGE
    assert main(["crawl", "--all", "--root", str(tmp_path)]) == Exit.USAGE
    assert "all its sites are left out" in capsys.readouterr().err


def test_a_removed_site_comes_back_when_it_is_added_again(capsys, tmp_path):
    (tmp_path / "archiver.toml").write_text(BEFORE.replace("sites.soyte", 'sites."soyte.example"'))
    for command in (["remove", "soyte.example"], ["add", "https://soyte.example/"]):
        assert main([*command, "--root", str(tmp_path)]) == Exit.OK
    assert read_config(tmp_path, {}).value("enabled", "soyte.example").value is True
    assert capsys.readouterr().out == "soyte.example\n"


def test_a_renamed_archive_is_sound_under_its_new_name(tmp_path):
    archive = kept_archives.nights(tmp_path, range(2))
    (tmp_path / "archiver.toml").write_text("[sites.thu]\ndelay = 3\n")
    assert main(["rename", "thu", "so-noi-vu", "--root", str(tmp_path)]) == Exit.OK
    assert not archive.path.exists()
    assert len(list(open_archive(tmp_path / "so-noi-vu"))) > 0
    assert list(verify(tmp_path / "so-noi-vu", workers=1)) == []
    assert read_config(tmp_path, {}).value("delay", "so-noi-vu").value == 3


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("thu", "../x", Exit.USAGE, "no name for an archive"),
        ("thu", "taken", Exit.USAGE, "is taken"),
        ("nobody", "x", Exit.USAGE, "has no site 'nobody'"),
    ],
)
def test_what_cannot_be_renamed_is_said_and_left(capsys, tmp_path, old, new, code, said):
    archive = kept_archives.nights(tmp_path, range(1))
    (tmp_path / "taken").mkdir()
    assert main(["rename", old, new, "--root", str(tmp_path)]) == code
    assert said in capsys.readouterr().err
    assert archive.path.exists()


def test_an_archive_at_work_is_not_renamed(capsys, tmp_path):
    archive = kept_archives.nights(tmp_path, range(1))
    run = open_archive(archive.path).begin(kept_archives.NIGHT.replace(year=2027))
    try:
        assert main(["rename", "thu", "x", "--root", str(tmp_path)]) == Exit.LOCKED
    finally:
        run.abandon()
    assert archive.path.exists()


def test_a_first_profile_is_written_out_of_an_archive_without_asking_the_site(capsys, tmp_path):
    kept_archives.nights(tmp_path, range(2))
    out = tmp_path / "thu.py"
    assert main(["new-site", "thu", "--root", str(tmp_path)]) == Exit.OK
    source = capsys.readouterr().out
    assert main(["new-site", "thu", "--out", str(out), "--root", str(tmp_path)]) == Exit.OK
    assert out.read_text("utf-8") == source
    profile = load_profile(out)
    assert (profile.name, profile.layouts[0].selectors["title"]) == ("thu", "h1")
    assert main(["new-site", "thu", "--out", str(out), "--root", str(tmp_path)]) == Exit.USAGE
    assert "is there already" in capsys.readouterr().err


def test_a_first_profile_of_a_site_never_crawled_leaves_no_archive(capsys, tmp_path):
    with PracticeServer("modern") as server:
        assert main(["new-site", server.url, "--delay", "0", "--root", str(tmp_path / "data")]) == Exit.OK
    source = capsys.readouterr().out
    (tmp_path / "p.py").write_text(source, "utf-8")
    assert load_profile(tmp_path / "p.py").start_urls == (server.url,)
    assert '"title": ' in source
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("target", "code", "said"),
    [
        ("http://127.0.0.1:9/", Exit.UNREACHABLE, "could not be reached"),
        ("nobody", Exit.USAGE, "'nobody' is neither a profile"),
        ("ftp://a.example/", Exit.USAGE, "no web address"),
        ("http://a.example:99999/", Exit.USAGE, "Port out of range"),
        ("a.example", Exit.USAGE, "Did you mean 'https://a.example'?"),
    ],
)
def test_a_profile_of_nothing_is_refused_with_the_reason(capsys, tmp_path, target, code, said):
    (tmp_path / "archiver.toml").write_text("retries = 0\n")
    assert main(["new-site", target, "--root", str(tmp_path)]) == code
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


def test_a_profile_of_too_few_pages_promises_no_next_run_and_names_no_archive(capsys, tmp_path):
    with PracticeServer("frames") as server:
        few = ["new-site", server.url, "--delay", "0", "--max-pages", "8", "--root", str(tmp_path)]
        assert main(few) == Exit.ALARM
        assert main(["new-site", f"{server.url}none", "--delay", "0", "--root", str(tmp_path)]) == Exit.ALARM
    told = capsys.readouterr()
    limited, nothing = told.err.splitlines()
    assert "no article on the 8 pages that max-pages allows. Nothing was written" in limited
    assert limited.endswith("--max-pages 32")
    assert nothing.endswith(f"See: archiver doctor {server.url}none")  # no archive is left that has a name
    assert told.out == ""


def test_a_removed_site_comes_back_by_its_address_whatever_its_name(capsys, tmp_path):
    (tmp_path / "archiver.toml").write_text('[sites.thi-dua]\nurl = "https://a.example/tin/"\nenabled = false\n')
    assert main(["add", "https://a.example/tin", "--root", str(tmp_path)]) == Exit.OK
    assert capsys.readouterr().out == "thi-dua\n"
    assert tomllib.loads((tmp_path / "archiver.toml").read_text())["sites"] == {
        "thi-dua": {"url": "https://a.example/tin/", "enabled": True}
    }


def test_a_root_whose_sites_are_all_left_out_says_so(capsys, tmp_path):
    (tmp_path / "archiver.toml").write_text('[sites.a]\nurl = "https://a.example/"\nenabled = false\n')
    assert main(["crawl", "--all", "--root", str(tmp_path)]) == Exit.USAGE
    assert "all its sites are left out (enabled = false): a." in capsys.readouterr().err
