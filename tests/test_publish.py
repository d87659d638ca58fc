"""The reading room as plain files: whole, relative, safe, and searched in a real browser from file://."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from test_web import root  # noqa: F401 - the fixture

pytest.importorskip("jinja2", reason="the extra 'web' is not installed")

from archiver.errors import UsageError
from archiver.web.publish import publish


@pytest.fixture(scope="module")
def edition(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    folder = tmp_path_factory.mktemp("published") / "edition"
    assert publish(root, folder, language="vi") == 2
    return folder


def test_every_link_leads_to_a_file_of_the_edition(edition: Path):
    pages = list(edition.rglob("*.html"))
    assert len(pages) >= 10
    for page in pages:
        for element, _, address, _ in lxml.html.document_fromstring(page.read_bytes()).iterlinks():
            parts = urlsplit(address)
            if parts.scheme in ("http", "https"):
                assert element.get("rel") and "noopener" in element.get("rel")  # noqa: PT018 - the original's address alone
                continue
            assert not address.startswith("/")
            if parts.path:
                assert (page.parent / unquote(parts.path)).resolve().is_relative_to(edition.resolve())
                assert (page.parent / unquote(parts.path)).exists(), f"{page}: {address}"


def test_nothing_that_strangers_wrote_becomes_markup(edition: Path):
    for page in edition.rglob("*.html"):
        for element in lxml.html.document_fromstring(page.read_bytes()).iter("script", "img", "object", "iframe"):
            assert element.tag != "script" or (element.get("src") or "").endswith(".js"), page
            assert element.tag == "script" or not (element.get("src") or "").startswith("http"), page
    for script in (edition / "s").iterdir():
        assert "<" not in script.read_text("utf-8")


def test_kept_pictures_go_along_as_files_and_drawings_that_are_programs_do_not(edition: Path):
    [picture] = (edition / "image").rglob("*.*")
    assert (picture.name, picture.read_bytes()) == ("0.png", b"\x89PNG")
    [article] = [p for p in (edition / "a").glob("*.html") if b"<img" in p.read_bytes()]
    assert lxml.html.document_fromstring(article.read_bytes()).xpath("//img/@alt") == ["Toàn cảnh"]


def test_a_new_edition_replaces_the_old_and_nothing_else(root: Path, edition: Path, tmp_path: Path):  # noqa: F811
    before = {p.relative_to(edition): p.read_bytes() for p in edition.rglob("*") if p.is_file()}
    publish(root, edition, language="vi")
    assert {p.relative_to(edition): p.read_bytes() for p in edition.rglob("*") if p.is_file()} == before
    (tmp_path / "thesis.doc").write_text("years of work", "utf-8")
    with pytest.raises(UsageError, match="no edition of ours"):
        publish(root, tmp_path)
    assert (tmp_path / "thesis.doc").exists()


@pytest.mark.parametrize(("query", "found"), [("THI+%C4%90UA", True), ("khong co", False)])
def test_a_browser_searches_it_from_file(edition: Path, tmp_path: Path, query: str, found: bool):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        pytest.skip("no Chromium on this machine")
    line = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path}", "--virtual-time-budget=3000",
        "--dump-dom", f"{(edition / 'search.html').as_uri()}?q={query.replace(' ', '+')}",
    ]  # fmt: skip
    dom = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False).stdout
    assert 'id="hits"' in dom
    assert ("Thi đua yêu nước" in dom) is found
