"""verify --mend, reextract, import and the hand-over, as they are typed."""

import json
import re
import zipfile

import pytest
from kept_archives import nights

from archiver.cli import main
from archiver.errors import Exit


@pytest.fixture
def root(tmp_path):
    nights(tmp_path / "data", range(3))
    return tmp_path / "data"


def run(capsys, *line):
    code = main([str(part) for part in line])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_harm_is_exit_6_and_mend_puts_it_right(root, capsys):
    path = next((root / "thu").glob("captures/*/*.cdxj"))
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])
    code, out, _ = run(capsys, "verify", root, "--no-derive")
    assert code == Exit.DAMAGED
    assert f"{path.relative_to(root / 'thu')}" in out
    code, out, _ = run(capsys, "verify", root / "thu", "--mend")
    assert (code, path.read_bytes()) == (Exit.OK, whole)
    assert "mended" in out


def test_a_record_that_comes_out_otherwise_is_not_counted_among_the_same(root, capsys):
    _, whole, _ = run(capsys, "verify", root / "thu")
    path = next(path for path in sorted((root / "thu").glob("records/*/*")) if b'"byline":null' in path.read_bytes())
    path.write_bytes(path.read_bytes().replace(b'"byline":null', b'"byline":"Ai"', 1))
    code, out, _ = run(capsys, "verify", root / "thu")
    same = [int(re.search(r"(\d+) read again and found the same", text)[1]) for text in (whole, out)]
    assert (code, same[1]) == (Exit.DAMAGED, same[0] - 1)


@pytest.mark.parametrize("since", ["", "abc", "sha256:" + "0" * 63, "md5:" + "0" * 64])
def test_half_a_digest_is_wrong_usage_and_accuses_no_one(root, capsys, since):
    code, _, err = run(capsys, "verify", root / "thu", "--mend", "--since", since)
    assert code == Exit.USAGE
    assert "64 hexadecimal digits" in err


def test_a_digest_that_never_was_is_harm_and_the_one_printed_is_none(root, capsys):
    assert run(capsys, "verify", root / "thu", "--no-derive", "--since", "0" * 64)[0] == Exit.DAMAGED
    noted = run(capsys, "verify", root / "thu", "--no-derive")[1].split()[-1]
    assert run(capsys, "verify", root / "thu", "--no-derive", "--since", noted)[0] == Exit.OK


def test_an_archive_read_again_says_what_came_of_it(root, capsys):
    code, out, err = run(capsys, "reextract", "thu", "--root", root, "--dry-run", "--workers", 1)
    assert (code, err) == (Exit.OK, "")
    assert "2 articles read again, 0 come out otherwise (nothing was written)" in out


@pytest.mark.parametrize("form", ["wacz", "bag", "ro-crate"])
def test_an_archive_is_handed_over(root, tmp_path, capsys, form):
    code, _, err = run(capsys, "export", f"--{form}", "--root", root, "--out", tmp_path / "out")
    assert code == Exit.OK
    assert "written" in err
    assert run(capsys, "export", f"--{form}", "--root", root, "--out", tmp_path / "out")[0] == Exit.USAGE


def test_what_was_handed_over_is_taken_in(root, tmp_path, capsys):
    run(capsys, "export", "--wacz", "--root", root, "--out", tmp_path / "x.wacz")
    code, out, _ = run(capsys, "import", tmp_path / "x.wacz", "--root", tmp_path / "new", "--site", "moi")
    assert code == Exit.OK
    assert "captures taken, 3 records" in out or "captures taken, 4 records" in out
    assert json.loads((tmp_path / "new" / "moi" / "archive.json").read_bytes())["slug"] == "moi"


def test_a_file_that_is_none_of_these_is_wrong_usage(tmp_path, capsys):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as package:
        package.writestr("a", "b")
    code, _, err = run(capsys, "import", tmp_path / "x.zip", "--root", tmp_path / "new")
    assert code == Exit.USAGE
    assert "is a zip and no WACZ" in err


LONG = "ấ" * 300


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["export", "--wacz", "--out", LONG], "a name of 900 bytes is too long"),
        (["verify", LONG], "a name of 900 bytes is too long"),
        (["import", LONG], "cannot be read: File name too long"),
        (["crawl", "http://127.0.0.1:9/", "--slug", LONG], "is no name for an archive"),
        (["crawl", "http://127.0.0.1:9/", "--slug", "../ra"], "is no name for an archive"),
    ],
)
def test_a_name_that_no_disk_takes_is_wrong_usage(root, capsys, line, said):
    at = [] if line[0] == "verify" else ["--root", str(root)]
    assert main([*line, *at, "--lang", "en"]) == Exit.USAGE
    assert said in capsys.readouterr().err
