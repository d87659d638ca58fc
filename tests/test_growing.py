"""add, remove, rename, new-site: archiver.toml is changed in place, an archive is never lost."""

from __future__ import annotations

import kept_archives
import pytest

from archiver.cli import main
from archiver.errors import Exit
from archiver.keeping import open_archive
from archiver.keeping.verify import verify
from archiver.practice import PracticeServer
from archiver.running.config import read_config
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
    assert "no site to crawl" in capsys.readouterr().err


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
    assert main(["new-site", target, "--root", str(tmp_path)]) == code
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""
