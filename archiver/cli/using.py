"""The commands for those who read the archive: search, sql, export, snapshot, stats, serve."""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import socket
import sys
import threading
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click
import msgspec

from archiver.cli.command import Day, command, option
from archiver.cli.running import ON, ROOT, WORKERS
from archiver.cli.screen import note, number, size, table
from archiver.cli.sentences import heard
from archiver.cli.words import say, spoken
from archiver.errors import ArchiveError, ArchiverError, Exit, NewerArchive, UsageError
from archiver.using.sites import newer_archives, newer_sites

if TYPE_CHECKING:
    from archiver.using.search import Search

SITES = option("--site", "sites", multiple=True, help="Only this site; may be repeated.")
SINCE = option("--from", "since", type=Day(), help="First day, by the article's own date.")
UNTIL = option("--to", "until", type=Day(), help="Last day, by the article's own date.")
JSON = option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


def _existing(root: Path) -> Path:
    if not root.is_dir():
        raise UsageError(f"{str(root)!r}: no such folder. Make an archive first: archiver crawl URL --root {root}")
    return root


def _whole(root: Path, sites: Collection[str] = ()) -> Path:
    """*root*, where each of *sites* (all, where none is named) can be read: a set is never short of one in silence."""
    newer = newer_sites(_existing(root))
    for slug, why in newer.items():
        if not sites or slug in sites:
            others = _readable(root, newer)
            if not others:
                raise why
            raise NewerArchive(f"{why}. To go on without it: {' '.join(f'--site {one}' for one in others)}") from why
    return root


def _readable(root: Path, newer: Collection[str]) -> list[str]:
    return sorted(p.parent.name for p in root.glob("*/archive.json") if p.parent.name not in newer)


def _answering(root: Path, newer: Mapping[str, ArchiveError]) -> Exit:
    """Say which sites a newer archiver made: the others answer all the same. Raises where no other is there."""
    for why in newer.values():
        if len(newer) == sum(1 for _ in root.glob("*/archive.json")):
            raise why
        note(str(why))
    return Exit.DAMAGED if newer else Exit.OK


@command(
    "index", help="Bring the search index up to date now, rather than at the first search. --anew: all of it again."
)
@ROOT
@option("--anew", is_flag=True, help="Make it again from the records.")
@ON
@WORKERS
def index(root: Path, anew: bool, on: str, workers: int | None) -> int:
    from archiver.engines.carrying import spreading
    from archiver.using.search import Search

    code = _answering(root, newer_archives(_existing(root)))
    built = Search(root)
    if anew:
        built.begin_anew()
    with spreading(on, workers, root) as asked:
        read = built.update(workers=asked)
    click.echo(say("{revisions} revisions read into the index", revisions=number(read)))
    return code


def follow(root: Path) -> None:
    """Take what a run has just sealed into the search index, where there is one; else the first search makes it.

    What stands in the way (another process that writes it, harm in a site or in the index, an index of an older
    version) the next reader is told of, or mends: a crawl that went well is not called otherwise, nor kept for minutes,
    for an index that can be made again.
    """
    if (root / ".search" / "state.json").exists():
        with suppress(ArchiverError, ImportError, OSError):
            from archiver.using.search import Search

            Search(root, begin=False).follow()


def _say_what_takes_long(index: Search) -> None:
    if waiting := index.much():
        note(
            say(
                "{size} of records must be read into the search index first; next time: archiver index, on all cores",
                size=size(waiting),
            )
        )


@command("search", help="Find articles by their words, over all sites. Marks are optional: thi dua finds thi đua.")
@click.argument("query")
@ROOT
@option("--site", help="Only this site.")
@SINCE
@UNTIL
@option("--category", help="Words of the category.")
@option("--field", help="Look in this field alone: text, title, lead, byline, category.")
@option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="So many articles at the most.")
@JSON
def search(
    query: str, root: Path, site: str | None, since: date | None, until: date | None, category: str | None,
    field: str | None, limit: int, as_json: bool,
) -> int:  # fmt: skip
    from archiver.using.search import Search, Where
    from archiver.web import words
    from archiver.web.views import day

    code = _answering(root, newer_archives(_existing(root)))
    known = _readable(root, ())
    if site and site not in known and not (root / site / "records").is_dir():
        raise UsageError(f"{site!r}: no such site in {root}. It has: {', '.join(known) or 'none'}.")
    index = Search(root)
    if index.behind():
        _say_what_takes_long(index)
        try:
            index.update()
        except ArchiveError as why:  # one site's file; the others answer
            note(str(why))
            code = Exit.DAMAGED
    answer = index.ask(query, Where(site, since, until, category=category, field=field), limit=limit)
    for hit in answer.hits:
        if as_json:
            click.echo(
                json.dumps({"score": hit.score, "snippet": hit.snippet, "record": hit.record}, ensure_ascii=False)
            )
            continue
        when = day(hit.record.get("published"), "vi" if spoken() == "vi" else "en") or say("undated")
        if hit.record["status"] == "gone":
            when += " · " + words.say("gone", "vi" if spoken() == "vi" else "en")
        click.secho(hit.record.get("title") or hit.record["url"], bold=True)
        click.echo(f"  {when} · {hit.site} · {hit.id}\n  {hit.snippet}\n  {hit.record['url']}")
    if not as_json:
        note(say("{total} articles found", total=answer.total))
    return code


@command(
    "sql",
    help="Ask in SQL (SELECT only); tables: records, revisions, dates, related, attachments, problems, runs.",
)
@click.argument("question")
@ROOT
@option("--seconds", type=float, default=60.0, show_default=True, help="Stop the question after this time.")
@JSON
@option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def sql(question: str, root: Path, seconds: float, as_json: bool, as_csv: bool) -> int:
    from archiver.using.export import cell
    from archiver.using.sql import ask

    newer = newer_sites(_existing(root))
    code = _answering(root, newer)
    # Within one call of a function DuckDB does not hear that it should stop: then the process ends.
    late = threading.Timer(seconds + _GRACE, _give_up, [seconds])
    late.daemon = True
    late.start()
    try:
        answer = ask(root, question, seconds=seconds, but=newer)
    finally:
        late.cancel()
    if as_json:
        for row in answer.to_dicts():
            click.echo(json.dumps(row, ensure_ascii=False, default=str))
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([v if isinstance(v, int | float) else cell(v) for v in row] for row in answer.rows)
    else:
        table(answer.columns, answer.rows)
    return code


_GRACE = 2.0  # seconds


def _give_up(seconds: float) -> None:
    note(f"stopped after {seconds:g} s. Narrow the question, or allow more time.")
    sys.stderr.flush()
    os._exit(Exit.USAGE)


@command("export", help="Write the records as Parquet, CSV or JSON Lines: one order, the same bytes each time.")
@ROOT
@option("--parquet", "form", flag_value="parquet", help="As Parquet.")
@option("--csv", "form", flag_value="csv", help="As CSV, safe against formulas.")
@option("--jsonl", "form", flag_value="jsonl", help="As JSON Lines.")
@option("--croissant", "form", flag_value="croissant", help="A folder: JSON Lines, Croissant, Dataset, datasheet.")
@option("--wacz", "form", flag_value="wacz", help="One site's captures for ReplayWeb.page and pywb.")
@option("--bag", "form", flag_value="bag", help="One site's archive as a BagIt folder.")
@option("--ro-crate", "form", flag_value="ro-crate", help="One site's archive as an RO-Crate folder.")
@option("--out", type=click.Path(path_type=Path), help="The file or folder to write; default: records.FORM.")
@SITES
@option("--since", "--from", "since", type=Day(), help="First day, by the article's own date.")
@UNTIL
@option("--history", is_flag=True, help="All revisions and tombstones, not the latest alone.")
def export(
    root: Path, form: str | None, out: Path | None, sites: tuple[str, ...], since: date | None, until: date | None,
    history: bool,
) -> int:  # fmt: skip
    from archiver.using.export import Choice, Form
    from archiver.using.export import export as write

    if form is None:
        raise UsageError("no form was asked for; add --parquet, --csv, --jsonl, or another: archiver export --help")
    if form in ("wacz", "bag", "ro-crate"):
        from archiver.cli.running import sites_of
        from archiver.keeping.handover import export_bag, export_ro_crate, export_wacz

        found = sites_of(root, sites[0] if sites else None)
        if len(sites) > 1 or len(found) > 1:
            raise UsageError(f"--{form} takes one site: add --site, one of {', '.join(p.name for p in found)}")
        hand_over = {"wacz": export_wacz, "bag": export_bag, "ro-crate": export_ro_crate}[form]
        ending = ".wacz" if form == "wacz" else f"-{form}"
        note(say("written: {file}", file=hand_over(found[0], out or Path(f"{found[0].name}{ending}"))))
        return Exit.OK
    out = out or Path(f"records.{form}")
    if form == "croissant":
        from archiver.using.describing import describe

        for file in describe(_whole(root, sites), out, Choice(sites or None, since, until, history)):
            note(say("written: {file}", file=file))
        return Exit.OK
    count = write(_whole(root, sites), out, cast(Form, form), Choice(sites or None, since, until, history))
    note(say("{count} records written: {file}", count=count, file=out))
    return Exit.OK


@command("snapshot", help="Name what is kept now by its content, so that a paper can cite exactly it.")
@ROOT
@SITES
def snapshot(root: Path, sites: tuple[str, ...]) -> int:
    from archiver.using.export import snapshot as take

    click.echo(json.dumps(dataclasses.asdict(take(_whole(root, sites), sites or None)), ensure_ascii=False))
    return Exit.OK


@command("stats", help="Count what is kept: articles by month, category, byline, doubts, edits; --html draws it.")
@ROOT
@SITES
@option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the page to this file.")
@JSON
def stats(root: Path, sites: tuple[str, ...], html: Path | None, as_json: bool) -> int:
    from archiver.using.figures import count, page

    figures = count(_whole(root, sites), sites or None)
    if html:
        drawn = page(figures, language="vi" if spoken() == "vi" else "en", made=datetime.now(UTC), names=sites)
        html.write_text(drawn, "utf-8")
        note(say("written: {file}", file=html))
    elif as_json:
        click.echo(msgspec.json.encode(figures).decode())  # asdict makes nonsense of a Counter
    else:
        years: dict[str, list[int]] = {}
        for month, n in figures.months.items():
            year = years.setdefault(month[:4], [0, 0])
            year[0] += n
            year[1] += figures.doubtful[month]
        rows: list[tuple[object, ...]] = [(year, *years[year]) for year in sorted(years)]
        if figures.undated:
            rows.append((say("undated"), figures.undated, None))
        table(("year", "articles", "with a doubt"), [*rows, (say("all"), figures.articles, None)])
        if figures.problems:
            table(("doubt", "articles"), figures.problems.most_common())
    return Exit.OK


@command(
    "serve", help="Open the reading room: a web page to search, read and compare; on this machine alone unless told."
)
@ROOT
@option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="Port to listen on.")
@option("--prefix", default="", help="Path under which a proxy serves it, such as /archive.")
@option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that answer.")
def serve(root: Path, host: str, port: int, prefix: str, workers: int) -> int:
    try:
        import uvicorn
        from uvicorn.supervisors import Multiprocess

        import archiver.web.app  # noqa: F401 - the workers load it; here it tells whether they can
        from archiver.using.search import Search
    except ImportError as why:
        raise UsageError(f"the reading room needs {why.name}: pip install 'archiver[web]'") from why
    _answering(root, newer_archives(_existing(root)))
    _say_what_takes_long(Search(root))
    note(say("The reading room is open: {url} (Ctrl+C closes it)", url=f"http://{host}:{port}{prefix.rstrip('/')}/"))
    settings = {"host": host, "port": port, "log_level": "warning", "proxy_headers": True}
    os.environ["ARCHIVER_PREFIX"] = prefix
    os.environ["ARCHIVER_ROOT"] = str(root.resolve())  # workers are processes of their own
    config = uvicorn.Config("archiver.cli.using:room", factory=True, workers=workers, **settings)  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    try:
        door = config.bind_socket()
    except SystemExit as why:  # uvicorn's way to say that the port is taken
        raise UsageError(f"{host}:{port}: cannot listen there; another program may. Choose another --port.") from why
    # Head and body of an answer go out apart; with Nagle's algorithm each would wait 40 ms for the other.
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if workers == 1:
        server.run(sockets=[door])
    else:
        Multiprocess(config, sockets=[door]).run()
    return Exit.OK


def room() -> object:
    """The reading room over the root that ARCHIVER_ROOT names: what uvicorn's worker processes load."""
    from archiver.web.app import create_app

    root, prefix = Path(os.environ["ARCHIVER_ROOT"]), os.environ.get("ARCHIVER_PREFIX", "")
    return create_app(root, prefix=prefix, hear=heard)


@command("publish", help="Write the reading room as plain files, for file:// or any static server.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@ROOT
def publish(folder: Path, root: Path) -> int:
    try:
        from archiver.web.publish import publish as write
    except ImportError as why:
        raise UsageError(f"publishing needs {why.name}: pip install 'archiver[web]'") from why
    newer = newer_sites(_existing(root))
    code = _answering(root, newer)
    sites = _readable(root, newer) if newer else None
    count = write(root, folder, language="vi" if spoken() == "vi" else "en", sites=sites)
    note(say("{count} articles written: {file}", count=count, file=folder / "index.html"))
    return code
