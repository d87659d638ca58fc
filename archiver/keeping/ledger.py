"""The ledger of one site: every address, what is known of it, when it is due; and the frontier of a run.

SQLite in WAL mode, one writer (the run that holds the site's lock). Whatever a page taught is written in one
transaction that is committed only after `Run.commit` made its capture and its record durable: a killed run loses
neither an article nor an address, it asks the last second's pages again. Lost altogether, the ledger is rebuilt from
the archive (`archiver.keeping.rebuilding`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from archiver.errors import ArchiveError
from archiver.shapes import ICT
from archiver.walking.canonical import key, pattern, tidy
from archiver.walking.sameness import Relation, Sameness
from archiver.walking.schedule import DAY, TERMS, History, lateness, next_due, quota

VERSION = 1

# Lower is asked earlier. Articles and later pages of listings stand together, so that a run that is stopped early has
# articles to show, and the frontier stays short.
START, SITEMAP, FEED, HEAD, ITEM, HUB, PAGE, FACE = range(8)
"""Places in the queue: the start page, sitemaps, feeds, first pages of listings, pages that look like listings,
articles and later pages, addresses that are thought to repeat another (print versions)."""

FAILS_AT_MOST = 5
"""Nights on which nothing came for an address, before it is asked once a month."""
HEARD_AT_MOST = 256
"""Tokens of addresses of which it is remembered what the ledger holds."""

LEFT_FOR = 30 * 86_400.0
"""Seconds after which one address of a sort that was left at a bound is asked after all."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS urls (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'unknown',  -- unknown, item (of a listing), face, pager; then what it is
  state TEXT NOT NULL DEFAULT 'new',     -- new, done, same (as another), gone, failed, left, forbidden
  queued INTEGER,                        -- place in the queue; NULL: not to be asked in this run
  words TEXT,                            -- of the link that led here
  via TEXT,                              -- address of the page it stood on
  depth INTEGER NOT NULL DEFAULT 0,
  article TEXT,                          -- id of the record
  etag TEXT,
  modified TEXT,                         -- Last-Modified as sent
  status INTEGER,
  digest TEXT,                           -- of the page: its text for articles, its links for listings, else its bytes
  first_seen REAL NOT NULL,              -- seconds since 1970
  asked REAL,
  changed REAL,
  due REAL,
  misses INTEGER NOT NULL DEFAULT 0,     -- days in a row on which it was found gone
  missed TEXT,                           -- the last of them, YYYY-MM-DD in Vietnam
  fails INTEGER NOT NULL DEFAULT 0,      -- nights in a row on which nothing came
  mapped INTEGER                         -- number of the run in which a sitemap last named it
);
CREATE INDEX IF NOT EXISTS urls_queued ON urls (queued, id) WHERE queued IS NOT NULL;
CREATE INDEX IF NOT EXISTS urls_due ON urls (kind, due) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS urls_article ON urls (article) WHERE article IS NOT NULL;
CREATE INDEX IF NOT EXISTS urls_digest ON urls (digest) WHERE digest IS NOT NULL;
CREATE TABLE IF NOT EXISTS articles (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,                     -- of its canonical address
  url TEXT NOT NULL,
  title TEXT,
  title_key TEXT,                        -- folded, with the day of publication: what a moved article keeps
  published TEXT,                        -- first day meant, YYYY-MM-DD
  text_digest TEXT NOT NULL,
  text_length INTEGER NOT NULL,
  status TEXT NOT NULL,                  -- published, gone
  first_seen REAL NOT NULL,
  changed REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_text ON articles (text_digest);
CREATE INDEX IF NOT EXISTS articles_title ON articles (title_key);
CREATE TABLE IF NOT EXISTS listings (
  key TEXT PRIMARY KEY,                  -- of its first page
  url TEXT NOT NULL,
  walked REAL,                           -- when it was last walked to its end
  ended TEXT,
  pages INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0,
  claims INTEGER,
  claims_of TEXT,
  head TEXT                              -- JSON: keys of the items of its first page, when last read
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  key TEXT PRIMARY KEY, url TEXT NOT NULL, media_type TEXT, bytes INTEGER, digest TEXT, capture TEXT,
  etag TEXT, modified TEXT, asked REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tokens (value TEXT, end TEXT, article TEXT, PRIMARY KEY (value, end, article)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS relations (
  one TEXT, other TEXT, confirmed INTEGER, refuted INTEGER, dull INTEGER, PRIMARY KEY (one, other)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Known:
    """One address, as the ledger has it."""

    id: int
    key: str
    url: str
    kind: str
    state: str
    queued: int | None
    words: str | None
    via: str | None
    depth: int
    article: str | None
    etag: str | None
    modified: str | None
    status: int | None
    digest: str | None
    first_seen: float
    asked: float | None
    changed: float | None
    due: float | None
    misses: int
    missed: str | None
    fails: int
    mapped: int | None


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """One article, as the ledger has it."""

    id: str
    key: str
    url: str
    title: str | None
    title_key: str | None
    published: str | None
    text_digest: str
    text_length: int
    status: str
    first_seen: float
    changed: float


@dataclass(frozen=True, slots=True)
class KnownListing:
    """One listing, as the ledger has it."""

    key: str
    url: str
    walked: float | None = None
    ended: str | None = None
    pages: int = 0
    items: int = 0
    claims: int | None = None
    claims_of: str | None = None
    head: str | None = None

    @property
    def head_keys(self) -> list[str]:
        """Keys of the items of its first page when it was last read."""
        return list(json.loads(self.head)) if self.head else []


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """One attachment or image that was fetched."""

    key: str
    url: str
    media_type: str | None
    bytes: int | None
    digest: str | None
    capture: str | None
    """JSON of its CaptureRef."""
    etag: str | None
    modified: str | None
    asked: float


class LedgerDamaged(ArchiveError):
    """What stands there is no ledger any more; not merely one that is locked, or on a disk that fails."""


class _Connection(sqlite3.Connection):
    """Once the ledger is open, what the disk refuses is an error of the archive: no page's, whose walk goes on.

    After it nothing more is written: SQLite has then taken back the transaction by itself, and would make whatever
    comes next durable for itself, such as an article whose record is not.
    """

    ledger: Path | str | None = None
    failed: str | None = None

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        return self._telling(super().execute, arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        return self._telling(super().executemany, arguments)

    def _telling(self, execute: Callable[..., sqlite3.Cursor], arguments: tuple[Any, ...]) -> sqlite3.Cursor:
        if self.failed is not None:
            raise ArchiveError(self.failed)
        try:
            return execute(*arguments)
        except sqlite3.DatabaseError as error:
            if self.ledger is None or isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            if isinstance(error, sqlite3.OperationalError):
                self.failed = f"{self.ledger}: the ledger cannot be written: {error}. Free some room and run again"
                raise ArchiveError(self.failed) from error
            raise LedgerDamaged(
                f"{self.ledger}: the ledger cannot be read: {error}. Move it aside; the next run rebuilds it from the"
                " archive"
            ) from error


class Ledger:
    """Open it with the path of `ledger.sqlite`; ":memory:" for tests. A context manager."""

    def __init__(self, path: Path | str) -> None:
        self.path = path
        self._heard: dict[str, list[tuple[str, str]]] = {}
        """What `tokens` holds of those that were asked for last: of one address, each is asked for some three times."""
        try:
            # The reactor may run in a thread of its own; there is still only one user at a time.
            self._db = sqlite3.connect(
                str(path), isolation_level=None, check_same_thread=False, timeout=10, factory=_Connection
            )
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")  # a power cut may lose the last commit, never the file
            self._db.execute("PRAGMA cache_size=-12000")
            self._db.executescript(_SCHEMA)
            version = self.meta("version")
        except sqlite3.DatabaseError as error:
            self._db.close()
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code == sqlite3.SQLITE_FULL:
                raise ArchiveError(
                    f"{path}: the ledger cannot be written: {error}. Free some room and run again"
                ) from error
            damaged = code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
            raise (LedgerDamaged if damaged else ArchiveError)(
                f"{path}: the ledger cannot be read: {error}. Move it aside; the next run rebuilds it from the archive"
            ) from error
        if version is not None and int(version) > VERSION:
            self._db.close()
            raise ArchiveError(
                f"{path}: a ledger of version {version}, this archiver knows {VERSION}. Upgrade archiver"
            )
        self._db.ledger = path
        self._begin()
        if version is None:
            self.set_meta("version", str(VERSION))
            self.commit()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self) -> None:
        self._db.execute("BEGIN")

    def commit(self) -> None:
        """Everything since the last commit becomes durable. Call it after `Run.commit`, never before."""
        self._db.execute("COMMIT")
        self._begin()

    def rollback(self) -> None:
        """Forget everything since the last commit."""
        self._heard.clear()
        self._db.execute("ROLLBACK")
        self._begin()

    def close(self) -> None:
        """Close without committing."""
        self._db.close()

    def meta(self, name: str) -> str | None:
        """A small fact about the ledger itself."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, name: str, value: str) -> None:
        """Write such a fact down."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # --- addresses --------------------------------------------------------------------------------------------------

    def find(self, url: str) -> Known | None:
        """What is known of *url*, under whatever spelling."""
        return self.find_key(key(url))

    def find_key(self, key: str) -> Known | None:
        """The same, by key."""
        row = self._db.execute("SELECT * FROM urls WHERE key = ?", (key,)).fetchone()
        return None if row is None else Known(*row)

    def discover(
        self,
        url: str,
        *,
        now: datetime,
        queue: int | None,
        kind: str = "unknown",
        words: str | None = None,
        via: str | None = None,
        depth: int = 0,
    ) -> bool:
        """Note *url*; True where it was not known. Known or not, it waits at *queue* if it was never asked."""
        spelled, url = key(url), tidy(url)
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO urls (key, url, kind, queued, words, via, depth, first_seen)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (spelled, url, kind, queue, words, via, depth, now.timestamp()),
        )
        if cursor.rowcount:
            return True
        if queue is not None:
            # Seen again at a better place (a listing after a menu, a link after a print version), and not yet asked.
            self._db.execute(
                "UPDATE urls SET queued = ? WHERE key = ? AND asked IS NULL AND queued > ?", (queue, spelled, queue)
            )
        if kind == "item":
            self._db.execute(
                "UPDATE urls SET kind = 'item', words = COALESCE(?, words), via = ? WHERE key = ? AND asked IS NULL"
                " AND kind = 'unknown'",
                (words, via, spelled),
            )
        return False

    def queue(self, key: str, place: int) -> None:
        """Let the address be asked in this run, whatever its state."""
        self._db.execute(
            "UPDATE urls SET queued = ? WHERE key = ? AND (queued IS NULL OR queued > ?)", (place, key, place)
        )

    def waiting(self, limit: int, *, but: Iterable[int] = (), above: int = FACE + 1) -> list[Known]:
        """The next addresses to ask, best first, those in *but* (ids in flight) left out."""
        held = set(but)
        rows = self._db.execute(
            "SELECT * FROM urls WHERE queued IS NOT NULL AND queued < ? ORDER BY queued, id LIMIT ?",
            (above, limit + len(held)),
        )
        return [Known(*row) for row in islice((row for row in rows if row[0] not in held), limit)]

    def waiting_count(self) -> int:
        """How many addresses are to be asked."""
        return int(self._db.execute("SELECT count(*) FROM urls WHERE queued IS NOT NULL").fetchone()[0])

    def settle(self, key: str, **facts: Any) -> None:
        """Take the address off the queue and write down *facts* (columns of `urls`)."""
        columns = ", ".join(f"{name} = ?" for name in facts)
        self._db.execute(
            f"UPDATE urls SET queued = NULL{', ' + columns if columns else ''} WHERE key = ?",  # noqa: S608 - our names
            (*facts.values(), key),
        )

    def schedule(self, key: str, *, published: date | None = None) -> datetime | None:
        """Work out when the address is due again from what is written of it, and write that down."""
        known = self.find_key(key)
        if known is None or known.asked is None:
            return None
        article = self.article(known.article) if known.article else None
        if article is not None and article.published:
            published = date.fromisoformat(article.published)
        history = History(
            kind=known.kind,
            asked=_moment(known.asked),
            published=published,
            first_seen=_moment(article.first_seen if article else known.first_seen),
            changed=_moment(article.changed) if article else None,
            misses=known.misses,
        )
        due = next_due(history, known.key)
        self._db.execute("UPDATE urls SET due = ? WHERE key = ?", (due.timestamp(), key))
        return due

    def twin(self, digest: str, key: str) -> Known | None:
        """Another address whose page had the same digest, the one that was met first."""
        row = self._db.execute(
            "SELECT * FROM urls WHERE digest = ? AND key <> ? ORDER BY id LIMIT 1", (digest, key)
        ).fetchone()
        return None if row is None else Known(*row)

    def plan(self, now: datetime, *, full: bool = False, at_least: int = 0) -> tuple[int, int]:
        """Queue what is due at *now*: (articles queued, articles that are due beyond tonight's quota).

        What an interrupted run left in the queue stays there. *full* queues everything;
        *at_least* so many articles fit into the night whatever the quota says.
        """
        moment = now.timestamp()
        if full:
            for kind, place in (("sitemap", SITEMAP), ("feed", FEED), ("listing", HEAD)):
                self._db.execute("UPDATE urls SET queued = ? WHERE kind = ? AND state = 'done'", (place, kind))
            cursor = self._db.execute(
                "UPDATE urls SET queued = ? WHERE queued IS NULL AND asked IS NOT NULL AND state <> 'same'", (PAGE,)
            )
            self._plan_the_lost(moment)
            return cursor.rowcount, 0
        # No term is that long: it was counted from a clock that ran ahead, and has been set back since.
        self._db.execute("UPDATE urls SET due = ? WHERE due > ?", (moment, moment + 400 * 86400))
        for kind, place in (("sitemap", SITEMAP), ("feed", FEED)):
            self._db.execute("UPDATE urls SET queued = ? WHERE kind = ? AND due <= ?", (place, kind, moment))
        known = int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])
        allowed = max(quota(known), at_least)
        rows = self._db.execute(
            "SELECT id, asked, due, misses, key FROM urls WHERE kind = 'article' AND due <= ?"
            " AND queued IS NULL AND state <> 'same' AND instr(url, '__doPostBack=') = 0",
            (moment,),
        ).fetchall()
        rows.sort(
            key=lambda row: (
                row[3] != 1,
                -lateness(_moment(row[2]), _moment(row[1]) if row[1] else None, now),
                row[0],
            )
        )
        chosen = [(PAGE, row[0]) for row in rows[:allowed]]
        self._db.executemany("UPDATE urls SET queued = ? WHERE id = ?", chosen)
        spare = max(0, 5 - len(chosen) // 4)
        self._db.execute(
            "UPDATE urls SET queued = ? WHERE id IN (SELECT id FROM urls"
            " WHERE (kind IN ('other', 'error', 'unknown') OR kind = 'item' AND state = 'gone')"
            " AND due <= ? AND queued IS NULL AND state NOT IN ('same', 'left', 'failed') ORDER BY due LIMIT ?)",
            (PAGE, moment, spare),
        )
        self._plan_one_left(moment)
        self._plan_the_lost(moment)
        return len(chosen), len(rows) - len(chosen)

    def _plan_one_left(self, moment: float) -> None:
        """Queue one address of a sort that was left at a bound a month ago or more; the others of it wait on."""
        rows = self._db.execute(
            "SELECT id, url FROM urls WHERE state = 'left' AND due <= ? ORDER BY due, id LIMIT 2000", (moment,)
        ).fetchall()
        if not rows:
            return
        sort, due = pattern(rows[0][1]), moment + LEFT_FOR
        alike = [(due, id) for id, url in rows if pattern(url) == sort]
        self._db.executemany("UPDATE urls SET due = ? WHERE id = ?", alike)
        self._db.execute("UPDATE urls SET queued = ?, state = 'new' WHERE id = ?", (FACE, rows[0][0]))

    def free(self, sort: str) -> None:
        """Queue what was left of a *sort* of address (`canonical.pattern`): one of it has shown something after all."""
        rows = self._db.execute("SELECT id, url FROM urls WHERE state = 'left'").fetchall()
        self._db.executemany(
            "UPDATE urls SET queued = ?, state = 'new' WHERE id = ?",
            [(FACE, id) for id, url in rows if pattern(url) == sort],
        )

    def _plan_the_lost(self, moment: float) -> None:
        """Queue what never came: nothing of it is in the archive, so it is no part of a night's quota.

        The pages of a list come with their list, and so do the clicks on it.
        """
        self._db.execute(
            "UPDATE urls SET queued = CASE WHEN kind IN ('face', 'filter', 'pager') THEN ? WHEN kind = 'item' THEN ?"
            " ELSE ? END WHERE state IN ('failed', 'forbidden') AND article IS NULL AND queued IS NULL"
            " AND kind NOT IN ('turn', 'start', 'sitemap', 'feed') AND instr(url, '__doPostBack=') = 0"
            " AND (due <= ? OR state = 'failed' AND fails < ?)",
            (FACE, PAGE, HUB, moment, FAILS_AT_MOST),
        )

    def lost(self, since: datetime, *, but: Iterable[str] = ()) -> list[Known]:
        """Pages that may lead on, of which nothing came *since*, and that are asked again before long; not *but*.

        An item of a list is one article; what a page would have led to nobody knows.
        """
        left_out = set(but)
        rows = self._db.execute(
            "SELECT * FROM urls WHERE state = 'failed' AND article IS NULL AND due > ? AND fails < ?"
            " AND kind NOT IN ('item', 'face', 'filter', 'pager', 'turn') ORDER BY id",
            (since.timestamp(), FAILS_AT_MOST),
        )
        return [known for known in (Known(*row) for row in rows) if known.key not in left_out]

    def ages(self, now: datetime) -> list[int]:
        """How many published articles there are of each age that `schedule.TERMS` tells apart."""
        counts: list[int] = []
        for limit, _ in TERMS:
            since = (now - min(limit, 40_000 * DAY)).date().isoformat()
            row = self._db.execute(
                "SELECT count(*) FROM articles WHERE status = 'published' AND"
                " COALESCE(published, date(first_seen - 32 * 86400, 'unixepoch')) >= ?",
                (since,),
            ).fetchone()
            counts.append(int(row[0]) - sum(counts))
        return counts

    def map_run(self, number: int, keys: Iterable[str]) -> None:
        """A sitemap of run *number* names these addresses."""
        self._db.executemany("UPDATE urls SET mapped = ? WHERE key = ?", ((number, spelled) for spelled in keys))

    def unmapped(self, number: int, limit: int) -> list[Known]:
        """Articles that an earlier sitemap named and that of run *number* does not: they may be gone."""
        rows = self._db.execute(
            "SELECT * FROM urls WHERE kind = 'article' AND state = 'done' AND mapped < ? AND mapped IS NOT NULL"
            " AND misses = 0 LIMIT ?",
            (number, limit),
        )
        return [Known(*row) for row in rows]

    def unopened(self, since: datetime) -> list[tuple[str, int, str]]:
        """(list, how many of its items came to nothing, one of them), of those that were asked or found *since*."""
        rows = self._db.execute(
            "SELECT via, count(*), min(url) FROM urls WHERE kind = 'item' AND via IS NOT NULL AND (state = 'failed'"
            " AND due > ?1 OR state = 'gone' AND asked >= ?1 OR state = 'forbidden' AND due >= ?1 + 30 * 86400)"
            " GROUP BY via ORDER BY count(*) DESC LIMIT 20",
            (since.timestamp(),),
        )
        return [(str(via), int(count), str(url)) for via, count, url in rows]

    def addresses_of(self, article: str) -> list[Known]:
        """Every address of an article, the first one met first."""
        return [Known(*row) for row in self._db.execute("SELECT * FROM urls WHERE article = ? ORDER BY id", (article,))]

    def seen_since(self, article: str, moment: datetime, *, but: str = "") -> bool:
        """Whether one of an article's addresses, *but* aside, has shown it since *moment*."""
        row = self._db.execute(
            "SELECT 1 FROM urls WHERE article = ? AND asked >= ? AND misses = 0 AND key <> ? LIMIT 1",
            (article, moment.timestamp(), but),
        ).fetchone()
        return row is not None

    def spared(self) -> list[Known]:
        """Addresses that were never asked, since they were believed to show an article that is kept."""
        rows = self._db.execute("SELECT * FROM urls WHERE state = 'same' AND asked IS NULL AND article IS NOT NULL")
        return [Known(*row) for row in rows]

    def __iter__(self) -> Iterator[Known]:
        return (Known(*row) for row in self._db.execute("SELECT * FROM urls ORDER BY id"))

    def count(self, *, kind: str | None = None, state: str | None = None) -> int:
        """How many addresses of a kind, in a state."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM urls WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR state = ?2)",
                (kind, state),
            ).fetchone()[0]
        )

    # --- articles ---------------------------------------------------------------------------------------------------

    def article(self, id: str) -> KnownArticle | None:
        """An article by the id of its record."""
        row = self._db.execute("SELECT * FROM articles WHERE id = ?", (id,)).fetchone()
        return None if row is None else KnownArticle(*row)

    def articles_by_text(self, text_digest: str) -> list[KnownArticle]:
        """Articles with that very text, the oldest first."""
        rows = self._db.execute(
            "SELECT * FROM articles WHERE text_digest = ? ORDER BY first_seen, id LIMIT 20", (text_digest,)
        )
        return [KnownArticle(*row) for row in rows]

    def articles_by_title(self, title_key: str) -> list[KnownArticle]:
        """Articles with that folded title and day; a page that names no day may be that of any day."""
        title, _, day = title_key.rpartition("|")
        rows = self._db.execute(
            "SELECT * FROM articles WHERE title_key = ? OR title_key = ? ORDER BY first_seen, id LIMIT 20"
            if day
            else "SELECT * FROM articles WHERE title_key >= ? AND title_key < ? ORDER BY first_seen, id LIMIT 20",
            (title_key, f"{title}|") if day else (f"{title}|", f"{title}}}"),
        )
        return [KnownArticle(*row) for row in rows]

    def keep_article(self, article: KnownArticle) -> None:
        """Write an article down, in place of what was known of it."""
        self._db.execute(
            "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(getattr(article, name) for name in KnownArticle.__slots__),
        )

    def articles_count(self, *, status: str = "published") -> int:
        """How many articles there are."""
        return int(self._db.execute("SELECT count(*) FROM articles WHERE status = ?", (status,)).fetchone()[0])

    def articles(self) -> Iterator[KnownArticle]:
        """All of them, by id."""
        return (KnownArticle(*row) for row in self._db.execute("SELECT * FROM articles ORDER BY id"))

    # --- listings and documents -------------------------------------------------------------------------------------

    def listing(self, key: str) -> KnownListing | None:
        """A listing by the key of its first page."""
        row = self._db.execute("SELECT * FROM listings WHERE key = ?", (key,)).fetchone()
        return None if row is None else KnownListing(*row)

    def keep_listing(self, listing: KnownListing) -> None:
        """Write a listing down, in place of what was known of it."""
        self._db.execute(
            "INSERT OR REPLACE INTO listings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(getattr(listing, name) for name in KnownListing.__slots__),
        )

    def listings(self) -> list[KnownListing]:
        """All of them: those first in which something changed last."""
        rows = self._db.execute(
            "SELECT l.* FROM listings l LEFT JOIN urls u ON u.key = l.key ORDER BY u.changed DESC, l.items DESC, l.key"
        )
        return [KnownListing(*row) for row in rows]

    def in_turn(self, keys: Sequence[str], at_most: int, waiting: int) -> list[str]:
        """*at_most* of *keys*: the first of them, and *waiting* of the others, those that were asked longest ago."""
        first, rest = list(keys[: at_most - waiting]), keys[at_most - waiting :]
        asked = {one: known.asked or 0.0 for one in rest if (known := self.find_key(one)) is not None}
        return first + sorted(asked, key=lambda one: asked[one])[:waiting]

    def document(self, url: str) -> KnownDocument | None:
        """An attachment that was fetched."""
        row = self._db.execute("SELECT * FROM documents WHERE key = ?", (key(url),)).fetchone()
        return None if row is None else KnownDocument(*row)

    def keep_document(self, document: KnownDocument) -> None:
        """Write an attachment down."""
        self._db.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(getattr(document, name) for name in KnownDocument.__slots__),
        )

    # --- what is learned of addresses -------------------------------------------------------------------------------

    def articles_with(self, value: str) -> list[tuple[str, str]]:
        """See `walking.sameness.TokenStore`."""
        known = self._heard.get(value)
        if known is None:
            if len(self._heard) >= HEARD_AT_MOST:
                self._heard.clear()
            known = self._db.execute("SELECT end, article FROM tokens WHERE value = ? LIMIT 64", (value,)).fetchall()
            self._heard[value] = known
        return known

    def keep_token(self, value: str, end: str, article: str) -> None:
        """See `walking.sameness.TokenStore`."""
        self._heard.pop(value, None)
        self._db.execute("INSERT OR IGNORE INTO tokens VALUES (?, ?, ?)", (value, end, article))

    def sameness(self) -> Sameness:
        """What has been learned of which addresses show the same article."""
        learned = Sameness(self)
        for one, other, confirmed, refuted, dull in self._db.execute("SELECT * FROM relations"):
            if confirmed:
                learned.confirmed[one, other] = confirmed
            if refuted:
                learned.refuted[one, other] = refuted
            if dull:
                learned.dull.add(one)
        return learned

    def keep_sameness(self, learned: Sameness) -> None:
        """Write down what changed in it."""

        def row(relation: Relation) -> tuple[str, str, int, int, int]:
            one, other = relation
            return (
                one,
                other,
                learned.confirmed.get(relation, 0),
                learned.refuted.get(relation, 0),
                int(one == other and one in learned.dull),
            )

        self._db.executemany("INSERT OR REPLACE INTO relations VALUES (?, ?, ?, ?, ?)", map(row, learned.changed))
        learned.changed.clear()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, ICT)
