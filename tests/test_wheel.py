"""The wheel, built from pyproject.toml and installed outside the checkout, runs the demo. No network is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


def run(*line, cwd, **more):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        list(map(str, line)), cwd=cwd, env=environment, capture_output=True, text=True, timeout=180, check=False, **more
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=CHECKOUT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_three_packages_the_license_and_nothing_of_the_checkout_s_own(wheel):
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"archiver", "spiders", "pipelines"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "archiver/py.typed" in names
    assert not [name for name in names if "test" in Path(name).name or "__pycache__" in name]


def test_the_demo_runs_from_the_wheel_outside_the_checkout(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    installed = run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    # What archiver stands on is borrowed from here; a .pth within a borrowed folder is not read, so the checkout's
    # editable install stays out.
    site = next((tmp_path / "venv" / "lib").glob("python*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    outside = tmp_path / "outside"
    outside.mkdir()
    where = run(python, "-c", "import archiver, spiders; print(archiver.__file__, spiders.__file__)", cwd=outside)
    assert [Path(file).is_relative_to(site) for file in where.stdout.split()] == [True, True], (
        where.stdout + where.stderr
    )
    done = run(tmp_path / "venv" / "bin" / "archiver", "demo", cwd=outside)
    assert (done.returncode, done.stderr) == (0, "")
    assert "articles in the archive" in done.stdout
    assert (outside / "data" / "practice" / "archive.json").exists()


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not on this machine")
def test_make_names_a_python_that_is_too_old_in_one_line(tmp_path, monkeypatch):
    for name in ("MAKELEVEL", "MAKEFLAGS", "MFLAGS"):
        monkeypatch.delenv(name, raising=False)  # `make test` runs us, and its make would speak of folders
    old = tmp_path / "python2.9"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 2.9.1" && exit 0\nexit 1\n')
    old.chmod(0o755)
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        (tmp_path / name).write_text("")
    shutil.copy(CHECKOUT / "Makefile", tmp_path)
    done = run("make", f"PYTHON={old}", "demo", cwd=tmp_path)
    assert done.returncode != 0
    assert done.stdout == (
        f"archiver needs Python 3.11 or newer, and '{old}' is Python 2.9.1."
        " Install one, or name it: make PYTHON=python3.12 demo\n"
    )
    assert not (tmp_path / ".venv").exists()


def test_the_locks_hold_hashes_for_every_line_and_no_address():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (CHECKOUT / name).read_text("utf-8")
        assert "://" not in text
        pinned = [line for line in text.replace("\\\n", "").splitlines() if line and not line.startswith("#")]
        assert len(pinned) > 20
        assert [line for line in pinned if "==" not in line or "--hash=sha256:" not in line] == []
