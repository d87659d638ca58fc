"""Questions in SQL over everything that is kept, straight on the JSON Lines, read-only.

| table | a row is |
|---|---|
| `records` | the latest revision of an article that is still published |
| `revisions` | any revision of any article, tombstones too: the history |
| `dates` | a date that the text of a record names |
| `related` | another item of news that a record points to |
| `attachments` | a document linked from a record |
| `problems` | a doubt about a record |
| `runs` | a run of the crawler, with its report as JSON |

DuckDB does the work. A question can read the archives and nothing else on this machine, write nothing, and is stopped
when its time is over.
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
import threading
import types
import typing
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from archiver.errors import UsageError
from archiver.shapes import Record
from archiver.using.sites import newer_sites, record_files

SECONDS = 60.0
MEMORY = "2GB"

_SCALARS = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}


def duck_type(shape: Any) -> str:
    """The DuckDB type in which a value of *shape* is read from JSON.

    >>> duck_type(list[str]), duck_type(str | None)
    ('VARCHAR[]', 'VARCHAR')
    """
    if shape in _SCALARS:
        return _SCALARS[shape]
    origin, args = get_origin(shape), get_args(shape)
    if origin is Literal:
        return "VARCHAR"
    if origin in (types.UnionType, typing.Union):
        return duck_type(next(a for a in args if a is not type(None)))
    if origin in (list, tuple):
        return duck_type(args[0]) + "[]"
    if origin in (dict, Mapping):
        return f"MAP({duck_type(args[0])}, {duck_type(args[1])})"
    if dataclasses.is_dataclass(shape):
        hints = typing.get_type_hints(shape)
        fields = (f'"{f.name}" {duck_type(hints[f.name])}' for f in dataclasses.fields(shape))
        return f"STRUCT({', '.join(fields)})"
    raise TypeError(f"{shape!r}: no SQL type is known for it")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that answer a question."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dict a row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def connect(root: Path, *, memory: str = MEMORY, threads: int | None = None, but: Collection[str] | None = None) -> Any:
    """A DuckDB connection that sees the tables above and can touch nothing else.

    *but*: slugs of sites to leave out. Raises UsageError without duckdb; without *but*, ArchiveError where a newer
    archiver wrote something: DuckDB would leave out in silence what it cannot name.
    """
    try:
        import duckdb
    except ImportError as why:
        raise UsageError("SQL needs DuckDB: pip install 'archiver[table]'") from why
    root = root.resolve()
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit={_quoted(memory)}")
    if threads:
        connection.execute(f"SET threads={threads}")
    connection.execute(f"SET allowed_directories=[{_quoted(str(root))}]")
    connection.execute("SET enable_external_access=false")
    hints = typing.get_type_hints(Record)
    columns = ", ".join(f"{_quoted(f.name)}: {_quoted(duck_type(hints[f.name]))}" for f in dataclasses.fields(Record))
    if but is None:
        for refused in newer_sites(root).values():
            raise refused
    files = [str(p) for p in record_files(root, but=but or ()) if p.stat().st_size]
    # A glob inside SQL would meet the open file of a run at work; the list holds sealed files only.
    if files:
        source = (
            f"SELECT * FROM read_json([{', '.join(map(_quoted, files))}], format='newline_delimited', "
            f"maximum_object_size=67108864, columns={{{columns}}})"
        )
    else:
        nothing = ", ".join(f'NULL::{duck_type(hints[f.name])} AS "{f.name}"' for f in dataclasses.fields(Record))
        source = f"SELECT {nothing} WHERE false"
    runs = sorted(str(p) for p in root.glob("*/runs/*.json") if p.parents[1].name not in (but or ()))
    if runs:
        runs_source = (
            "SELECT split_part(filename, '/', -3) AS site, replace(split_part(filename, '/', -1), '.json', '') AS run, "
            f"content::JSON AS report FROM read_text([{', '.join(map(_quoted, runs))}])"
        )
    else:
        runs_source = "SELECT NULL::VARCHAR AS site, NULL::VARCHAR AS run, NULL::JSON AS report WHERE false"
    latest = "SELECT * FROM revisions QUALIFY row_number() OVER (PARTITION BY site, id ORDER BY revision DESC) = 1"
    for name, view in (
        ("revisions", source),
        ("records", f"SELECT * FROM ({latest}) WHERE status = 'published'"),
        ("dates", "SELECT site, id, published, d.* FROM (SELECT site, id, published, unnest(dates) AS d FROM records)"),
        ("related", "SELECT site, id, r.* FROM (SELECT site, id, unnest(related) AS r FROM records)"),
        ("attachments", "SELECT site, id, a.* FROM (SELECT site, id, unnest(attachments) AS a FROM records)"),
        ("problems", "SELECT site, id, p.* FROM (SELECT site, id, unnest(problems) AS p FROM records)"),
        ("runs", runs_source),
    ):
        connection.execute(f"CREATE VIEW {name} AS {view}")
    connection.execute("SET lock_configuration=true")
    return connection


def ask(
    root: Path,
    question: str,
    *,
    seconds: float = SECONDS,
    limit: int | None = None,
    but: Collection[str] | None = None,
) -> Table:
    """The rows that answer one SELECT; at most *limit* of them, with no site in *but* (see `connect`).

    Raises UsageError, with DuckDB's own words, for what is no question, writes, reads elsewhere, or takes longer than
    *seconds*.
    """
    connection = connect(root, but=but)
    try:
        return _ask(connection, question, seconds, limit)
    finally:
        connection.close()


def _ask(connection: Any, question: str, seconds: float, limit: int | None) -> Table:
    import duckdb

    try:
        statements = connection.extract_statements(question)
    except duckdb.Error as why:
        raise UsageError(f"the question cannot be read: {_first_line(why)}") from why
    if len(statements) != 1:
        raise UsageError(f"{len(statements)} statements; ask one question at a time.")
    asked = statements[0]
    if asked.type == duckdb.StatementType.EXPLAIN:
        asked = _explained(connection, question) or asked  # EXPLAIN ANALYZE does what it explains: COPY would write
    if asked.type != duckdb.StatementType.SELECT:
        raise UsageError(f"{asked.type.name}: only SELECT is allowed, the archive is never changed.")
    over = threading.Event()

    def stop() -> None:
        over.set()
        connection.interrupt()

    alarm = threading.Timer(seconds, stop)
    alarm.start()
    try:
        answer = connection.execute(statements[0])
        columns = tuple(c[0] for c in answer.description)
        return Table(columns, answer.fetchall() if limit is None else answer.fetchmany(limit))
    except duckdb.Error as why:
        if over.is_set():
            raise UsageError(f"stopped after {seconds:g} s. Narrow the question, or allow more time.") from why
        raise UsageError(f"the question cannot be answered: {_first_line(why)}") from why
    finally:
        alarm.cancel()


def _explained(connection: Any, question: str) -> Any:
    """The statement that *question* wants explained; None where it is not plainly one."""
    import duckdb

    bare = re.sub(r"^\s*EXPLAIN\s+(?:ANALYZE\s+)?", "", question, flags=re.IGNORECASE)
    with contextlib.suppress(duckdb.Error):
        inner = connection.extract_statements(bare)
        return inner[0] if len(inner) == 1 and bare != question else None


def _first_line(why: Exception) -> str:
    return next(iter(_lines(str(why))), type(why).__name__)


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.strip())
