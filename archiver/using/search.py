"""Full-text search over all sites of a root: accents optional, typing them narrows.

The index lies at `<root>/.search` and holds nothing that is not in the records: delete it at any time. It follows the
sealed record files by itself, so a search right after a crawl sees what the crawl kept.

Why tantivy, and not SQLite FTS5: a query of two common words makes FTS5 score every article that has both
(bench/using.py holds the figures). Each article is indexed twice over the same words: folded ("thi dua") and exact
("thi đua"); a word typed without marks asks the first, a word typed with marks the second.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
import tantivy

from archiver.errors import ArchiveError, UsageError
from archiver.keeping.cdxj import surt
from archiver.keeping.parallel import Aside, Task, in_order
from archiver.keeping.records import facts_of, halves, pieces
from archiver.using.sites import newer_archives, record_files
from archiver.vietnamese.edtf import days as edtf_days
from archiver.vietnamese.edtf import months
from archiver.vietnamese.text import unaccent

FIELDS = ("text", "title", "lead", "byline", "category")  # text: title, lead and body together
# A word of title or lead counts as two before the score saturates (as BM25F has it): those are indexed twice.
_TIMES = {"title": 2, "lead": 2, "body": 1}
_APART = "ꙮ"  # a word that nobody writes, so that no phrase reaches from the title into the lead
LONGEST_QUERY = 500
FACETS = ("site", "year", "month", "category", "byline", "status")
_NUMBERS = ("year", "month")
_FORMAT = 6  # of the index: another number, and it is made anew
_BATCH = 150_000_000  # bytes of memory for tantivy's writer
_PIECE = 1 << 20  # bytes of records that are read and folded in one go
_SOON = 256 << 20  # bytes of records that are read in a minute by one core: as much as a crawl takes in at its end

_TONE = re.compile("([\u0300\u0301\u0303\u0309\u0323])([a-zA-ZđĐ\u0302\u0306\u031b]+)")
_TONE_LETTER = str.maketrans({"\u0300": "α", "\u0301": "β", "\u0303": "γ", "\u0309": "δ", "\u0323": "ε"})


@lru_cache(maxsize=1 << 16)
def exact(text: str) -> str:
    """*text* as the exact index has it: the tone stands at the end of its syllable, as a letter of its own.

    So hoà and hòa are one word, in NFC and NFD, and a tokenizer that splits at combining marks leaves it whole.

    >>> exact("hoà") == exact("hòa") == "hoaα"
    True
    """
    moved = _TONE.sub(r"\2\1", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", moved.translate(_TONE_LETTER)).lower()


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """*text* as the folded index has it: no marks, đ as d, lower case.

    >>> folded("Thi đua – Khen thưởng")
    'thi dua – khen thuong'
    """
    return unaccent(text)


# One letter for one letter, so that places in the folded text are places in the text.
_IN_PLACE = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
    if unicodedata.decomposition(chr(code)).partition(" ")[0].isalnum()
} | {ord("đ"): "d", ord("Đ"): "D"}


def _folded_in_place(text: str) -> str:
    plain = text.translate(_IN_PLACE)
    lower = plain.lower()
    return lower if len(lower) == len(text) else plain  # İ and few others grow when they become small


def _marked(word: str) -> bool:
    return exact(word) != folded(word)


def _beginning(word: str) -> str:
    """A pattern for the words of the index that begin like *word*: its tone, where it has one, stands at their end."""
    letters = word.rstrip("αβγδε")
    return re.escape(letters) + ".*" + word[len(letters) :]


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that answers a query."""

    id: str
    site: str
    score: float
    """BM25; of two hits, one whose title has all the words stands first all the same."""
    record: dict[str, Any]
    """The latest revision, as in the JSON Lines."""
    snippet: str
    """A passage with the words found between « and »."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where to look. *since* and *until* speak of the article's own date: one without a date answers neither, one that
    gives a year or a month alone answers where any of its days lies within."""

    site: str | None = None
    """Slug."""
    since: date | None = None
    """First day."""
    until: date | None = None
    """Last day, inclusive."""
    category: str | None = None
    """Words of the category, marks optional."""
    section: str | None = None
    """The category, to the letter."""
    byline: str | None = None
    """The byline, to the letter."""
    status: str | None = None
    """published or gone; None for both."""
    field: str | None = None
    """One of FIELDS, for words that name none themselves."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found."""

    hits: list[Hit]
    total: int
    """How many articles answer it, not only those listed."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """One condition of a query: words in order; more than one word is a phrase."""

    words: tuple[str, ...]
    field: str | None
    excluded: bool
    prefix: bool
    marked: bool
    """Whether any of the words was typed with marks."""


_CLAUSE = re.compile(
    r"""(?P<minus>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))""",
    re.VERBOSE,
)
_WORD = re.compile(r"\w+")


def parse_query(query: str) -> tuple[_Clause, ...]:
    """Words, "phrases", prefix*, -exclusions and field:word; all of them must hold.

    Raises UsageError, saying what cannot be read and how to write it.
    """
    if len(query) > LONGEST_QUERY:
        raise UsageError(
            f"a query of {len(query)} characters; at most {LONGEST_QUERY}. Shorten it to the rarest words."
        )
    query = unicodedata.normalize("NFC", query)
    if query.count('"') % 2:
        raise UsageError(f'{query!r}: a quotation mark is not closed. Write "…" around a phrase, or leave it out.')
    clauses: list[_Clause] = []
    for match in _CLAUSE.finditer(query):
        field, text = match["field"], match["phrase"] if match["phrase"] is not None else match["word"]
        if field is not None and field not in FIELDS:
            field, text = None, f"{field} {text}"  # "12:30", "http://…": no field of ours, so it is text
        words = tuple(_WORD.findall(text))
        if not words:
            continue
        prefix = match["phrase"] is None and text.endswith("*")
        clauses.append(_Clause(words, field, bool(match["minus"]), prefix, any(map(_marked, words))))
    if not any(not c.excluded for c in clauses):
        raise UsageError(f"{query!r}: no word to search for. Write at least one word that the articles should have.")
    return tuple(clauses)


def _schema() -> tantivy.Schema:
    build = tantivy.SchemaBuilder()
    for name in FIELDS:
        build.add_text_field(name, tokenizer_name="words")
        build.add_text_field(f"{name}_exact", tokenizer_name="words")
    build.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        if name not in _NUMBERS:
            build.add_text_field(f"by_{name}", fast=True, tokenizer_name="raw", index_option="basic")
    for name in _NUMBERS:
        build.add_integer_field(f"by_{name}", indexed=True, fast=True)
    build.add_integer_field("address", indexed=True)
    build.add_integer_field("day", indexed=True, fast=True)
    build.add_integer_field("last_day", indexed=True, fast=True)
    build.add_integer_field("revision", stored=True)
    build.add_text_field("file", stored=True, tokenizer_name="raw", index_option="basic")
    build.add_integer_field("offset", stored=True)
    build.add_integer_field("length", stored=True)
    return build.build()


def days_of(edtf: str | None) -> tuple[int, int]:
    """YYYYMMDD of the first and of the last day that *edtf* may mean, as numbers; (0, 0) where it names no year.

    >>> days_of("2024-08-05T14:30:00+07:00"), days_of("2015-05?"), days_of("2013"), days_of("2013-36")
    ((20240805, 20240805), (20150501, 20150531), (20130101, 20131231), (20131001, 20131231))
    """
    first, last = edtf_days(edtf or "")
    if first is None and last is None:
        return 0, 0
    return _number(first or date.min), _number(last or date.max)


def _number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def month_of(edtf: str | None) -> int:
    """YYYYMM of *edtf*; YYYY00 where it is not within one month, 0 where it names no year."""
    year, month = months(edtf or "")
    return year * 100 + month


def _address_number(url: str) -> int:
    """*url* as the index has it: 63 bits of its SURT, so that http and https, www and sessions make no difference."""
    return int.from_bytes(hashlib.blake2b(surt(url).encode("utf-8", "replace"), digest_size=8).digest()) >> 1


class Search:
    """The index of one root.

    >>> Search(Path("data")).ask("thi dua").total  # doctest: +SKIP
    12
    """

    def __init__(self, root: Path, *, begin: bool = True) -> None:
        """Open the index of *root*, or begin one. Raises ArchiveError where it cannot be written, or is not to be
        begun and there is none of this format."""
        self.root = root
        self.path = root / ".search"
        self._state: dict[str, int] = {}
        if not self._open():
            if not begin:
                raise ArchiveError(
                    f"{self.path}: no search index of this version. Make it: archiver index --root {root}"
                )
            self._begin()
        self._speak()

    def _open(self) -> bool:
        """Open the index that is there; False where it cannot be trusted: all of it can be made again."""
        try:
            self._state = self._read_state()
            with self._trusted():
                self._index = tantivy.Index.open(str(self.path / "index"))
        except (OSError, ValueError, KeyError, ArchiveError):
            return False
        return True

    @contextlib.contextmanager
    def _trusted(self) -> Iterator[None]:
        """ArchiveError where files are harmed: tantivy says ValueError, or panics, which is no Exception."""
        try:
            yield
        except BaseException as why:
            if isinstance(why, ValueError) or type(why).__name__ == "PanicException":
                raise ArchiveError(
                    f"{self.path}: the search index is damaged ({why})."
                    f" Make it again: archiver index --anew --root {self.root}"
                ) from why
            raise

    def _read_state(self) -> dict[str, int]:
        state = json.loads((self.path / "state.json").read_text("utf-8"))
        if state["format"] != _FORMAT:
            raise ValueError(f"format {state['format']}")
        files: dict[str, int] = state["files"]
        return files

    def _write_state(self) -> None:
        scratch = self.path / f"state.{os.getpid()}.tmp"
        scratch.write_text(json.dumps({"format": _FORMAT, "files": self._state}), "utf-8")
        scratch.replace(self.path / "state.json")

    def _speak(self) -> None:
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).build()
        self._index.register_tokenizer("words", words)

    def _begin(self, *, anew: bool = False) -> None:
        """Make an empty index, unless another process has just made one; with *anew*, even then."""
        try:
            self.path.mkdir(exist_ok=True)
            with (self.path / "lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)  # two readers that open a new root at once
                if not anew and self._open():
                    return
                (self.path / "state.json").unlink(missing_ok=True)
                shutil.rmtree(self.path / "index", ignore_errors=True)
                (self.path / "index").mkdir()
                self._index = tantivy.Index(_schema(), path=str(self.path / "index"))
                self._state = {}
                self._write_state()  # else the next to come would take away what we fill
        except (OSError, ValueError) as why:
            raise ArchiveError(
                f"{self.path}: the search index cannot be written ({why}). Mend the rights of the folder."
            ) from why

    def begin_anew(self) -> None:
        """Forget all that was read; `update` reads it again. The index holds nothing that the records do not."""
        self._begin(anew=True)
        self._speak()

    # --- following the records -------------------------------------------------------------------------------------

    def _files(self) -> list[Path]:
        """Of the sites that can be read; an archive of a newer format is left out, the others answer."""
        return record_files(self.root, but=newer_archives(self.root))

    def behind(self) -> list[Path]:
        """Sealed record files that the index has not read, oldest first."""
        files = sorted(self._files(), key=lambda p: (p.name, p.parts))
        return [p for p in files if self._state.get(p.relative_to(self.root).as_posix()) != p.stat().st_size]

    def follow(self) -> None:
        """Take in what a run has just sealed, where that is soon done: a crawl waits for no index.

        One that is far behind, or must be made anew, is left to the next reader and to `archiver index`.
        """
        if not self._changed() and not self.much():
            self.update()

    def much(self) -> int:
        """Bytes of records that the index has not read, where they take it longer than a minute; else 0."""
        size = sum(file.stat().st_size for file in self.behind())
        return size if size > _SOON else 0

    def _changed(self) -> bool:
        """Whether a file that was read is gone or has another size: the archive was changed by hand."""
        known = {p.relative_to(self.root).as_posix(): p.stat().st_size for p in self._files()}
        return any(known.get(name, -1) != size for name, size in self._state.items())

    def update(self, *, progress: Callable[[int], None] | None = None, workers: int | None = 1) -> int:
        """Read the record files that are new, and say how many revisions were read.

        *workers* as in `keeping.parallel.in_order`: they read and fold, piece by piece; one process writes.

        *progress* is told the running count. A file that vanished or shrank means that the archive was changed by
        hand: the index is made anew. A file that cannot be read (damaged, or written by a newer archiver) stops its
        site there; all else is taken in, and then ArchiveError is raised, naming the first of them.
        """
        if self._changed():
            self._begin(anew=True)
            self._speak()
        files = self.behind()
        if not files:
            return 0
        try:
            writer = self._index.writer(_BATCH, 1)
        except ValueError as why:
            raise UsageError(
                f"{self.path}: another process is writing the search index; try again in a moment."
            ) from why
        with contextlib.suppress(OSError, ValueError, KeyError):
            self._state = self._read_state()  # what another process wrote while we came to the lock
        files = self.behind()
        self.reload()
        fresh = not self._index.searcher().num_docs
        count, seen = 0, set[str]()
        stopped: dict[Path, ArchiveError] = {}
        tasks = (task for file in files for task in _pieces(file))
        for (_, (site, name, start, end, size)), prepared in in_order(tasks, workers, halves=_halves):
            if site in stopped:
                continue  # a later revision must not stand before an earlier one
            if isinstance(prepared, Aside):
                stopped[site] = ArchiveError(
                    f"{site / name}, byte {start}: it cannot be indexed: each time {prepared.why}."
                    f" See: archiver verify {site}"
                )
                continue
            documents, harm = prepared
            with self._trusted():
                for values in documents:
                    if not fresh or values["id"] in seen:
                        writer.delete_documents_by_term("id", values["id"])
                    seen.add(values["id"])
                    writer.add_document(tantivy.Document(**values))
                    count += 1
                    if progress and count % 1000 == 0:
                        progress(count)
            if harm is not None:
                stopped[site] = harm
            elif end == size:
                self._state[f"{site.name}/{name}"] = size
        with self._trusted():
            writer.commit()
            writer.wait_merging_threads()
        self._write_state()
        self.reload()
        if stopped:
            raise next(iter(stopped.values()))
        return count

    def reload(self) -> None:
        """See what another process has written into the index."""
        with self._trusted():
            self._index.reload()

    # --- asking ----------------------------------------------------------------------------------------------------

    def ask(self, query: str, where: Where = Where(), *, limit: int = 10, offset: int = 0) -> Answer:
        """The articles that answer *query* within *where*, best first; an empty query lists all of them, latest first.

        Raises UsageError for a query that cannot be read, ArchiveError where the index is damaged.
        """
        with self._trusted():
            return self._ask(query, where, limit, offset)

    def _ask(self, query: str, where: Where, limit: int, offset: int) -> Answer:
        clauses = parse_query(query) if query.strip() else ()
        searcher = self._index.searcher()
        built = self._built(clauses, where)
        words = [(w, c.prefix) for c in clauses if not c.excluded for w in c.words]
        if not words:
            found, total = _top(searcher, built, limit, offset, order_by_field="day")
        elif where.field is not None or any(c.field for c in clauses if not c.excluded):
            found, total = _top(searcher, built, limit, offset)
        else:
            found, total = self._titles_first(searcher, clauses, built, where, limit, offset)
        hits = [self._hit(searcher, float(score or 0), address, words) for score, address in found]
        return Answer([h for h in hits if h is not None], total)

    def _titles_first(
        self, searcher: tantivy.Searcher, clauses: tuple[_Clause, ...], built: tantivy.Query, where: Where,
        limit: int, offset: int,
    ) -> tuple[list[tuple[float, Any]], int]:  # fmt: skip
        """Articles whose title has all that was asked for, then the others; in each the best first.

        Two questions, since titles are short: asking for the title as a clause of one question, which every article
        with the words must then be weighed by, takes half as long again.
        """
        titled = self._built(tuple(c if c.excluded else replace(c, field="title") for c in clauses), where)
        led, of_titles = _top(searcher, titled, limit, offset)
        if len(led) >= limit:
            return led, _top(searcher, built, 0, 0)[1]
        others = tantivy.Query.boolean_query([(tantivy.Occur.Must, built), (tantivy.Occur.MustNot, titled)])
        rest, of_others = _top(searcher, others, limit - len(led), max(0, offset - of_titles))
        return led + rest, of_titles + of_others

    def count(self, by: str, query: str = "", where: Where = Where(), *, most: int = 1000) -> list[tuple[str, int]]:
        """How many articles each of FACETS has, the most first (years and months: the latest first).

        A month is YYYYMM, YYYY00 where the date names none. Articles that name none at all are left out.
        Raises UsageError for a query that cannot be read.
        """
        if by not in FACETS:
            raise UsageError(f"{by!r}: cannot count by that; one of {', '.join(FACETS)}")
        asked = {"n": {"terms": {"field": f"by_{by}", "size": most}}}
        built = self._built(parse_query(query) if query.strip() else (), where)
        with self._trusted():
            buckets = self._index.searcher().aggregate(built, asked)["n"]["buckets"]
        counted = [(str(int(b["key"])) if by in _NUMBERS else str(b["key"]), int(b["doc_count"])) for b in buckets]
        counted = [(key, n) for key, n in counted if key not in ("", "0")]
        return sorted(counted, reverse=True) if by in _NUMBERS else sorted(counted, key=lambda c: (-c[1], c[0]))

    def _built(self, clauses: tuple[_Clause, ...], where: Where) -> tantivy.Query:
        if where.field is not None and where.field not in FIELDS:
            raise UsageError(f"{where.field!r} is no field; one of {', '.join(FIELDS)}")
        schema = self._index.schema
        must: list[tuple[tantivy.Occur, tantivy.Query]] = [self._clause(c, where.field) for c in clauses]
        if not any(not c.excluded for c in clauses):
            must.append((tantivy.Occur.Must, tantivy.Query.all_query()))
        exactly = {"site": where.site, "byline": where.byline, "category": where.section, "status": where.status}
        for name, value in exactly.items():
            if value is not None:
                term = tantivy.Query.term_query(schema, f"by_{name}", value)
                must.append((tantivy.Occur.Must, tantivy.Query.const_score_query(term, 0.0)))
        if where.category is not None:
            spoken = where.category.replace('"', " ")
            must += [self._clause(c, None) for c in parse_query(f'category:"{spoken}"')]
        # A date that names a year or a month alone touches every range that it may lie in.
        limits = [("day", 1, int(where.until.strftime("%Y%m%d")))] if where.until else []
        if where.since is not None:
            limits.append(("last_day", int(where.since.strftime("%Y%m%d")), 99999999))
        for name, low, high in limits:
            days = tantivy.Query.range_query(schema, name, tantivy.FieldType.Integer, low, high)
            must.append((tantivy.Occur.Must, tantivy.Query.const_score_query(days, 0.0)))
        return tantivy.Query.boolean_query(must)

    def get(self, id: str) -> dict[str, Any] | None:
        """The latest revision of the article *id*, or None."""
        with self._trusted():
            searcher = self._index.searcher()
            found = searcher.search(tantivy.Query.term_query(self._index.schema, "id", id), 1, count=False)
            for _, address in found.hits:
                return self._record(searcher.doc(address))
        return None

    def kept(self, urls: Collection[str], site: str | None = None) -> dict[str, str]:
        """Those of *urls* that are kept articles: address to identifier. Of two sites that have it, *site* first."""
        searcher, out = self._index.searcher(), dict[str, str]()
        for url in urls:
            term = tantivy.Query.term_query(self._index.schema, "address", _address_number(url))
            with self._trusted():
                hits = searcher.search(term, 10, count=False).hits
                ids = sorted(searcher.doc(address)["id"][0] for _, address in hits)
            if ids:
                out[url] = next((id for id in ids if id.rpartition("-")[0] == site), ids[0])
        return out

    def _clause(self, clause: _Clause, only: str | None) -> tuple[tantivy.Occur, tantivy.Query]:
        occur = tantivy.Occur.MustNot if clause.excluded else tantivy.Occur.Must
        return occur, self._words(clause, clause.field or only or "text")

    def _words(self, clause: _Clause, field: str) -> tantivy.Query:
        schema, name = self._index.schema, field + ("_exact" if clause.marked else "")
        words = [(exact if clause.marked else folded)(w) for w in clause.words]
        if clause.prefix and len(words) == 1:
            return tantivy.Query.regex_query(schema, name, _beginning(words[0]))
        if len(words) == 1:
            return tantivy.Query.term_query(schema, name, words[0])
        return tantivy.Query.phrase_query(schema, name, list(words))

    def _record(self, document: tantivy.Document) -> dict[str, Any] | None:
        stored = document.to_dict()
        try:
            with (self.root / stored["file"][0]).open("rb") as file:
                file.seek(stored["offset"][0])
                record: dict[str, Any] = msgspec.json.decode(file.read(stored["length"][0]))
        except (OSError, msgspec.DecodeError):
            return None  # the file was taken away a moment ago; the next update sees it
        return record

    def _hit(self, searcher: tantivy.Searcher, score: float, address: Any, words: list[tuple[str, bool]]) -> Hit | None:
        record = self._record(searcher.doc(address))
        if record is None:
            return None
        return Hit(record["id"], record["site"], score, record, snippet(record, words))


def _top(
    searcher: tantivy.Searcher, query: tantivy.Query, limit: int, offset: int, **order: str
) -> tuple[list[tuple[float, Any]], int]:
    """(score, address) of the best, and how many there are in all."""
    # tantivy panics at 0, which asks for the total alone; and its type stubs (0.27) do not name `count`
    found = searcher.search(query, max(limit, 1), count=True, offset=offset, **order)  # type: ignore[arg-type]
    return found.hits[:limit], int(getattr(found, "count", 0) or 0)


def snippet(record: dict[str, Any], words: list[tuple[str, bool]], width: int = 240) -> str:
    """A passage of about *width* characters where most of *words* stand together, each between « and »."""
    text = " ".join(filter(None, (record.get("lead"), (record.get("body") or "").replace("\n", " "))))
    text = unicodedata.normalize("NFC", text)
    if not words or not text:
        return text[:width] + ("…" if len(text) > width else "")
    begun = "|".join(
        re.escape(folded(w)) + (r"\w*" if prefix else "") for w, prefix in sorted(set(words), key=lambda w: -len(w[0]))
    )
    typed = [(re.compile(_beginning(exact(w)) if prefix else re.escape(exact(w)))) for w, prefix in words if _marked(w)]
    plain = {folded(w) for w, prefix in words if not prefix and not _marked(w)}
    loose = [re.compile(re.escape(folded(w)) + ".*") for w, prefix in words if prefix and not _marked(w)]

    def meant(span: tuple[int, int]) -> bool:
        """Of the words that fold like one asked for, those that have its marks, where it was typed with marks."""
        word = folded(text[span[0] : span[1]])
        return (
            word in plain
            or any(p.fullmatch(word) for p in loose)
            or any(p.fullmatch(exact(text[span[0] : span[1]])) for p in typed)
        )

    spans = [m.span() for m in re.finditer(rf"\b(?:{begun})\b", _folded_in_place(text)) if meant(m.span())]
    if not spans:
        return text[:width] + ("…" if len(text) > width else "")
    best = max(range(len(spans)), key=lambda i: (sum(1 for s in spans[i:] if s[1] <= spans[i][0] + width), -i))
    begin = max(0, spans[best][0] - width // 5)
    if begin:
        begin = text.find(" ", begin, spans[best][0]) + 1 or spans[best][0]
    end = min(len(text), begin + width)
    if end < len(text):
        end = max(text.rfind(" ", begin, end), spans[best][1])
    out, at = ["…"] if begin else [], begin
    for low, high in spans:
        if begin <= low and high <= end:
            out += [text[at:low], "«", text[low:high], "»"]
            at = high
    out += [text[at:end], "…" if end < len(text) else ""]
    return "".join(out).replace("» «", " ")


_Prepared: TypeAlias = tuple[list[dict[str, Any]], ArchiveError | None]


def _pieces(file: Path) -> Iterator[Task[_Prepared]]:
    """The tasks of one file, each of about _PIECE bytes; one of nothing where there is nothing in it."""
    site, size = file.parents[2], file.stat().st_size
    for start, end in pieces(file, _PIECE) if size else ((0, 0),):
        yield _prepared, (site, file.relative_to(site).as_posix(), start, min(end, size), size)


def _halves(task: Task[Any]) -> list[Task[Any]]:
    site, name, start, end, size = task[1]
    return [(_prepared, (site, name, *half, size)) for half in halves(site / name, start, end)]


def _prepared(site: Path, name: str, start: int, end: int, _size: int) -> _Prepared:
    """What the index keeps of every record of a piece, and what stopped the reading, if anything did."""
    documents: list[dict[str, Any]] = []
    try:
        for offset, length, record in facts_of(site / name, _fields, _schema_of, start, end):
            documents.append(_document(record, f"{site.name}/{name}", offset, length))
    except ArchiveError as why:
        return documents, why
    return documents, None


_fields = msgspec.json.Decoder(dict[str, Any]).decode


def _schema_of(record: dict[str, Any]) -> int:
    return int(record.get("schema_version", 0))


def _document(record: dict[str, Any], file: str, offset: int, length: int) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": record["id"], "by_site": record["site"], "by_status": record["status"], "revision": record["revision"],
        "by_category": record.get("category") or "", "by_byline": record.get("byline") or "",
        "day": (days := days_of(record.get("published")))[0], "last_day": days[1],
        "by_year": (month := month_of(record.get("published"))) // 100, "by_month": month,
        "address": sorted({_address_number(url) for url in (record["url"], *(record.get("urls") or ()))}),
        "file": file, "offset": offset, "length": length,
    }  # fmt: skip
    text = f" {_APART} ".join(record.get(name) or "" for name, times in _TIMES.items() for _ in range(times))
    for name in FIELDS:
        words = (
            text if name == "text" else record.get(name) or ""
        ).split()  # the language has some 7,000 syllables, so nearly every one is in the cache
        values[name], values[f"{name}_exact"] = " ".join(map(folded, words)), " ".join(map(exact, words))
    return values
