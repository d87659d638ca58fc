"""The reading room as plain files, for those who can afford a file host alone: from file:// and from any static server.

Search happens in the browser over a compact index. Pagefind, the well-kept index of this kind, fetches its parts, which
browsers forbid on file://, and knows nothing of Vietnamese marks; so the index here is a script a first letter
("s/t.js"), loaded by a script tag when a word asks for it, of folded words to the numbers of the articles.
"""

from __future__ import annotations

import functools
import json
import mimetypes
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from jinja2 import Environment

from archiver.errors import ArchiveError, UsageError
from archiver.keeping.archive import Archive, open_archive
from archiver.keeping.cdxj import surt
from archiver.reading.document import parse
from archiver.shapes import CaptureRef, Page
from archiver.using.export import Choice, frozen, lines
from archiver.using.search import days_of, folded, month_of
from archiver.vietnamese.edtf import Language
from archiver.web import replay, views
from archiver.web.render import environment, marked, speaking
from archiver.web.words import say

_PAGE = 50
_WORD = re.compile(r"\w+")
_HEADINGS = {"site": "sites", "year": "years", "category": "categories", "byline": "bylines"}
_FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"


def publish(
    root: Path,
    folder: Path,
    *,
    language: Language = "vi",
    sites: Collection[str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write the reading room of *root* into *folder* and say how many articles it has.

    *sites*: slugs of those to show; all where None is given. The edition is made in `folder.tmp` and put in place when
    whole; a former one is replaced. Raises UsageError where *folder* holds something else.
    """
    if folder.exists() and not (folder / ".archiver-edition").exists() and any(folder.iterdir()):
        raise UsageError(
            f"{str(folder)!r} holds something that is no edition of ours. Choose an empty or a new folder."
        )
    scratch = folder.with_name(folder.name + ".tmp")
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        scratch.mkdir(parents=True)
        count = _Edition(root, scratch, language, sites).write(progress)
        (scratch / ".archiver-edition").write_text("made by archiver publish; may be replaced by it\n", "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        scratch.replace(folder)
    except OSError as why:
        raise UsageError(f"{str(folder)!r}: cannot be written ({why.strerror}). Choose another place.") from why
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return count


class _Edition:
    def __init__(self, root: Path, out: Path, language: Language, sites: Collection[str] | None) -> None:
        self.root, self.out, self.language = root, out, language
        self.choice = frozen(root, Choice(sites))  # it is read twice
        self.templates: Environment = environment()
        self.archives: dict[str, Archive] = {}
        self.ids: dict[str, str] = {}  # SURT of an address -> article, so that links between kept pages work
        self.index: dict[str, list[int]] = {}  # folded word -> numbers of articles, ascending

    def write(self, progress: Callable[[int], None] | None) -> int:
        rows: list[dict[str, Any]] = []
        for record in self._records():
            for address in (record["url"], *record["urls"]):
                self.ids[surt(address)] = record["id"]
            rows.append(
                {k: record[k] for k in ("id", "site", "title", "url", "published", "category", "byline", "status")}
            )
        # The latest first; the undated last. The number of an article in the index is its place in this order.
        rows.sort(key=lambda r: (days_of(r["published"])[0], r["id"]), reverse=True)
        numbers = {row["id"]: number for number, row in enumerate(rows)}
        for count, record in enumerate(self._records(), 1):
            self._article(record)
            text = " ".join(filter(None, (record["title"], record["lead"], record["body"], record["byline"])))
            for word in set(_WORD.findall(folded(text))):
                self.index.setdefault(word, []).append(numbers[record["id"]])
            if progress and count % 100 == 0:
                progress(count)
        self._lists(rows)
        self._search(rows)
        static = Path(__file__).with_name("static")
        (self.out / "static").mkdir()
        for name in ("style.css", "search.js"):
            shutil.copy(static / name, self.out / "static" / name)
        return len(rows)

    def _records(self) -> Iterator[dict[str, Any]]:
        for line in lines(self.root, self.choice):
            yield msgspec.json.decode(line)

    # --- writing one file ------------------------------------------------------------------------------------------

    def _render(self, template: str, path: str, **values: Any) -> None:
        here = self.out / path
        here.parent.mkdir(parents=True, exist_ok=True)
        depth = path.count("/")
        text = self.templates.get_template(template).render(
            {
                "q": None, "lang": None, "other_language": None, "static": True,
                "to": functools.partial(_relative, depth), "marked": marked,
            }
            | speaking(self.language)
            | values
        )  # fmt: skip
        here.write_text(text, "utf-8")

    def _article(self, record: dict[str, Any]) -> None:
        up = "../"
        kept = [(r, self.ids.get(surt(r["url"]))) for r in record["related"]]
        related = [(r, f"{id}.html" if id else None, bool(id)) for r, id in kept]
        raw = self._raw(record)
        web = record["url"] if record["url"].lower().startswith(("http://", "https://")) else "#"
        attachments = [(a, self._attachment(record, n, a)) for n, a in enumerate(record["attachments"])]
        self._render(
            "article.html", f"a/{record['id']}.html", record=record, dates=views.timeline(record), related=related,
            attachments=attachments, images=[(i, self._picture(record, n, i)) for n, i in enumerate(record["images"])],
            provenance=list(views.provenance(record)), original=web,
            replay=up + raw if raw else None, cite=views.citations(record, record["url"]),
        )  # fmt: skip
        if record["revision"] > 1:
            self._history(record)

    def _archive(self, record: dict[str, Any]) -> Archive:
        if record["site"] not in self.archives:
            self.archives[record["site"]] = open_archive(self.root / record["site"])
        return self.archives[record["site"]]

    def _history(self, record: dict[str, Any]) -> None:
        revisions = [msgspec.to_builtins(r) for r in self._archive(record).revisions(record["id"])]
        shown = views.history(revisions)
        for entry in shown:
            entry["replay"] = None
        title = record["title"] or record["url"]
        self._render("history.html", f"a/{record['id']}/history.html", id=record["id"], title=title, revisions=shown)

    def _raw(self, record: dict[str, Any]) -> str | None:
        """The captured page without scripts and pictures; links lead to kept articles. None where it cannot be read."""
        try:
            page = self._archive(record).page(msgspec.convert(record["capture"], CaptureRef))
        except ArchiveError:
            return None  # the article's text stands; `archiver verify` says what is harmed

        def to(address: str) -> str:
            id = self.ids.get(surt(address))
            return f"../a/{id}.html" if id else "#"

        banner = say("replay_note", self.language).format(day=views.day(record["fetched_at"], self.language))
        document = parse(page.body, page.url, page.content_type)
        body = replay.rewrite(document.root, page.url, to, banner, policy=_FRAME_POLICY)
        path = f"raw/{record['id']}.html"
        (self.out / "raw").mkdir(exist_ok=True)
        (self.out / path).write_bytes(body)
        return path

    def _attachment(self, record: dict[str, Any], number: int, attachment: dict[str, Any]) -> str | None:
        page = self._captured(record, attachment)
        if page is None:
            return None
        name = views.file_name(attachment["name"] or attachment["url"], attachment["media_type"])
        return self._file(record, "file", f"{number}-{name}", page.body)

    def _picture(self, record: dict[str, Any], number: int, image: dict[str, Any]) -> str | None:
        page = self._captured(record, image)
        if page is None or not views.is_picture(page.content_type):
            return None
        ending = mimetypes.guess_extension(views.media_type(page.content_type)) or ".img"
        return self._file(record, "image", f"{number}{ending}", page.body)

    def _captured(self, record: dict[str, Any], entry: dict[str, Any]) -> Page | None:
        """What was captured of a picture or an attachment; None where it was not, or cannot be read."""
        if not entry.get("capture"):
            return None
        try:
            return self._archive(record).page(msgspec.convert(entry["capture"], CaptureRef))
        except ArchiveError:
            return None

    def _file(self, record: dict[str, Any], kind: str, name: str, body: bytes) -> str:
        folder = self.out / kind / record["id"]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
        return f"../{kind}/{record['id']}/{quote(name)}"

    # --- lists and the index ---------------------------------------------------------------------------------------

    def _lists(self, rows: list[dict[str, Any]]) -> None:
        groups: dict[str, dict[str, list[dict[str, Any]]]] = {by: {} for by in _HEADINGS}
        for row in rows:
            year = month_of(row["published"]) // 100
            values = {"site": row["site"], "year": f"{year:04}" if year else "", "category": row["category"]}
            for by, value in (values | {"byline": row["byline"]}).items():
                if value:
                    groups[by].setdefault(value, []).append(row)
        for by, values in groups.items():
            ordered = sorted(values.items(), key=(lambda v: v[0]) if by == "year" else (lambda v: (-len(v[1]), v[0])))
            ordered = ordered[::-1] if by == "year" else ordered
            counts = []
            for number, (value, members) in enumerate(ordered):
                stem = f"{by}-{_slug(value)}-{number}"
                self._pages(stem, value, members)
                counts.append((value, len(members), f"../list/{stem}-1.html"))
            self._render("browse.html", f"browse/{by}.html", heading=say(_HEADINGS[by], self.language), counts=counts)
            if by == "year":
                self._timeline(rows, {value: link for value, _, link in counts})
            if by == "site":
                sites = [(name, n, link.removeprefix("../")) for name, n, link in counts]
        hits = [{"id": r["id"], "record": r, "site": r["site"]} for r in rows[:10]]
        self._render("home.html", "index.html", sites=sites, hits=hits)

    def _timeline(self, rows: list[dict[str, Any]], years: dict[str, str]) -> None:
        months: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            if number := month_of(row["published"]):
                months.setdefault(f"{number:06}", []).append(row)
        for month, members in months.items():
            self._pages(f"month-{month}", f"{month[:4]}-{month[4:]}".removesuffix("-00"), members)

        def link(first: str, last: str) -> str:
            whole = first[4:] == "-01-01" and last[4:] == "-12-31"
            return years[first[:4]].removeprefix("../") if whole else f"list/month-{first[:4]}{first[5:7]}-1.html"

        counts = [(month, len(members)) for month, members in months.items()]
        self._render("timeline.html", "timeline.html", years=views.calendar_of(counts, link))

    def _pages(self, stem: str, heading: str, members: list[dict[str, Any]]) -> None:
        last = (len(members) - 1) // _PAGE + 1
        for number in range(1, last + 1):
            start = (number - 1) * _PAGE
            hits = [
                {"id": r["id"], "record": r, "site": r["site"], "snippet": ""} for r in members[start : start + _PAGE]
            ]
            self._render(
                "results.html", f"list/{stem}-{number}.html", heading=heading, hits=hits, total=len(members),
                start=start, message=None, earlier=f"{stem}-{number - 1}.html" if number > 1 else None,
                later=f"{stem}-{number + 1}.html" if number < last else None,
            )  # fmt: skip

    def _search(self, rows: list[dict[str, Any]]) -> None:
        self._render("searching.html", "search.html")
        folder = self.out / "s"
        folder.mkdir()
        titles = [[r["id"], r["title"] or r["url"], views.day(r["published"], self.language), r["site"]] for r in rows]
        (folder / "articles.js").write_text(f"archiver.articles={_script(titles)};\n", "utf-8")
        shards: dict[str, dict[str, list[int]]] = {}
        for word, numbers in self.index.items():
            numbers.sort()
            gaps = [b - a for a, b in zip([0, *numbers], numbers, strict=False)]
            shards.setdefault(_shard(word), {})[word] = gaps
        for name, words in shards.items():
            text = f"archiver.shard({_script(name)},{_script(dict(sorted(words.items())))});\n"
            (folder / f"{name}.js").write_text(text, "utf-8")


def _script(value: Any) -> str:
    """*value* as JSON that may stand in a script: no '</script>', no line separators."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _shard(word: str) -> str:
    """The file of the index in which *word* stands: its first two letters where both are a to z, else 'other'."""
    return word[:2] if re.match(r"[a-z]{2}", word) else word[:1] if re.match(r"[a-z0-9]", word) else "other"


def _slug(value: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(unicodedata.normalize("NFC", value)))[:40].strip("-") or "x"


def _relative(depth: int, path: str, lang: str | None = None) -> str:
    """The file for a path of the served room, as seen from a page *depth* folders down.

    >>> _relative(1, "/a/x-1"), _relative(0, "/"), _relative(1, "/static/style.css")
    ('../a/x-1.html', 'index.html', '../static/style.css')
    """
    del lang  # an edition speaks one language
    name = "index" if path == "/" else path.strip("/")
    return os.path.join("../" * depth, name if Path(name).suffix in (".css", ".js", ".html") else f"{name}.html")  # noqa: PTH118
