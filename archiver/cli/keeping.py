"""The commands that guard what is kept: verify, reextract, import."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archiver.cli.command import command, option
from archiver.cli.crawling import SECONDS
from archiver.cli.running import ON, ROOT, WORKERS, Place, configuration, sites_of, tell_taken_up
from archiver.cli.screen import console, note, number, table
from archiver.cli.sentences import heard
from archiver.cli.words import say
from archiver.errors import ArchiveError, Exit, SiteError, SiteLocked, StorageError

if TYPE_CHECKING:
    from archiver.reextract import Change


@command(
    "verify",
    help="Check an archive, or all of a folder: digests, captures, index, records, and each record read again.",
)
@click.argument("path", type=Place(path_type=Path), default=Path("data"))
@option("--since", metavar="DIGEST", help="A manifest's digest noted earlier: what was there then must be there now.")
@option("--no-derive", is_flag=True, help="Do not read the pages again; faster.")
@option("--mend", is_flag=True, help="First put right what can be proved from what else is kept; see mended/.")
@ON
@WORKERS
@option("--json", "as_json", is_flag=True, help="Print JSON, one object an archive.")
def verify(
    path: Path, since: str | None, no_derive: bool, mend: bool, on: str, workers: int | None, as_json: bool
) -> int:
    from archiver.engines.carrying import spreading

    # A folder whose archive.json is lost may still be an archive: verify itself says so best.
    whole = not (path / "archive.json").exists() and any(path.glob("*/archive.json"))
    with spreading(on, workers, path if whole else path.absolute().parent, small_here=not whole) as asked:
        return _verify(sites_of(path) if whole else [path], since, no_derive, mend, asked, as_json)


def _verify(
    archives: list[Path], since: str | None, no_derive: bool, mend: bool, workers: int | None, as_json: bool
) -> int:
    from archiver.keeping.repair import mend as repair
    from archiver.keeping.verify import noted_digest
    from archiver.keeping.verify import verify as check

    if since is not None:
        noted_digest(since)  # before anything is mended
    harmed = False
    for archive in archives:
        if mend:
            for told in repair(archive, now=datetime.now(UTC)):
                click.echo(f"{archive}: {say('mended')}: {told}", err=as_json)
        verdict = check(archive, since=since, derive=not no_derive, workers=workers)
        harmed = harmed or bool(verdict)
        if as_json:
            click.echo(json.dumps({"archive": str(archive), **asdict(verdict)}, ensure_ascii=False))
            continue
        for harm in verdict:
            click.echo(f"{archive}: {harm}")
        for remark in verdict.notes:
            click.echo(f"{archive}: {say('note')}: {heard(remark)}")
        click.echo(
            say(
                "{archive}: {harms} harm(s) in {files} files, {captures} captures, {records} records;"
                " {derived} read again and found the same. Manifest {manifest}",
                archive=archive,
                harms=len(verdict),
                files=number(verdict.files),
                captures=number(verdict.captures),
                records=number(verdict.records),
                derived=number(verdict.derived - sum(harm.code == "derive-differs" for harm in verdict)),
                manifest=verdict.manifest,
            )
        )
    return Exit.DAMAGED if harmed else Exit.OK


@command(
    "reextract",
    help="Read what was captured again with today's extractor, without network; differences become new revisions.",
)
@click.argument("site", required=False)
@ROOT
@option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@option("--profile", help="Read with this profile; default: the one that each record was read with.")
@ON
@WORKERS
def reextract(site: str | None, root: Path, dry_run: bool, profile: str | None, on: str, workers: int | None) -> int:
    from archiver.engines.carrying import spreading, unfinished
    from archiver.running.many import worst

    def show(change: Change) -> None:
        click.echo(f"{change.id}  {change.url}\n    {change.summary}")

    arguments = {"profile": profile, "dry_run": dry_run}
    with (
        unfinished("reextract", root, sites_of(root, site), arguments, durable=not dry_run and site is None) as left,
        spreading(on, workers, root, small_here=left.all == 1) as asked,
    ):
        if left.taken_up:
            tell_taken_up(left.taken_up, left.all)
        harmed = False
        for archive in left:
            try:
                harmed |= not _reextract(archive, dry_run, profile, asked, show)
            except (SiteError, ArchiveError) as error:
                if left.all == 1 or isinstance(error, StorageError):  # S3 is away: from all of them
                    raise
                note(str(error))
                left.failed[archive.name] = error
    return worst([*(error.exit_code for error in left.failed.values()), *([Exit.DAMAGED] if harmed else [])])


def _reextract(
    archive: Path, dry_run: bool, profile: str | None, workers: int | None, show: Callable[[Change], None]
) -> bool:
    """Whether every page could be read again."""
    from archiver.reextract import reextract as read_again

    with working(archive.name) as progress:
        outcome = read_again(
            archive, now=datetime.now(UTC), dry_run=dry_run, profile=profile, workers=workers,
            progress=progress, on_change=show,
        )  # fmt: skip
    for unreadable in outcome.unreadable:
        note(unreadable)
    if outcome.fields:
        table(("field", "articles"), outcome.fields.most_common())
    done = say(
        "{archive}: {records} articles read again, {changed} come out otherwise",
        archive=archive,
        records=number(outcome.records - len(outcome.unreadable)),
        changed=number(outcome.changed),
    )
    click.echo(done + (f" ({say('nothing was written')})" if dry_run else ""))
    return not outcome.unreadable


@command("import", help="Make an archive of WARC and WACZ files (plain, gz, zstd) that others made, or add to one.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@ROOT
@option("--site", help="Name of the archive; default: the host of the first answer.")
@option("--rights", help="What the archive may be used for.")
@ON
@WORKERS
def import_(
    files: tuple[Path, ...], root: Path, site: str | None, rights: str | None, on: str, workers: int | None
) -> int:
    from archiver.engines.carrying import spreading
    from archiver.reextract import import_files

    with spreading(on, workers, root) as asked, working("import") as progress:
        imported = import_files(
            files,
            root,
            now=datetime.now(UTC),
            slug=site,
            rights=rights,
            workers=asked,
            progress=progress,
        )
    for doubt in imported.doubts:
        note(doubt)
    click.echo(
        say(
            "{archive}: {captures} captures taken, {records} records read from them",
            archive=imported.path,
            captures=number(imported.captures),
            records=number(imported.records),
        )
    )
    return Exit.OK


@command(
    "offload",
    help="Upload what is sealed to S3-compatible storage and prove it there; old captures may then leave this machine.",
)
@click.argument("site", required=False)
@ROOT
@option("--to", metavar="URL", help="s3://bucket/prefix; default: 'storage' in archiver.toml, or where it went before.")
@option(
    "--keep-local", type=SECONDS, metavar="TIME", help="Captures older than that leave, such as 30d; default: none."
)
def offload(site: str | None, root: Path, to: str | None, keep_local: float | None) -> int:
    from archiver.keeping.offload import offload as upload

    config = configuration(root)
    code = Exit.OK
    for archive in sites_of(root, site):
        place = to or config.value("storage", archive.name).value
        keep = keep_local if keep_local is not None else config.value("keep-local", archive.name).value
        try:
            with working(archive.name) as progress:
                done = upload(archive, place, now=datetime.now(UTC), keep_local=keep, progress=progress)
        except (ArchiveError, SiteLocked) as error:  # of one site; the others go up
            note(str(error))
            code = max(code, error.exit_code)
            continue
        click.echo(
            say(
                "{archive}: {files} files proved to be at {to}, {sent} sent now; {left} captures left this machine",
                archive=archive.name,
                files=number(done.files),
                to=done.to,
                sent=number(done.uploaded),
                left=number(done.evicted),
            )
        )
    return code


@contextmanager
def working(what: str) -> Iterator[Callable[[int, int], None]]:
    """Progress on a terminal; silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.progress import Progress

    with Progress(console=console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)
