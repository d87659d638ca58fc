"""The commands that guard what is kept: verify."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from archiver.cli.command import command, option
from archiver.cli.running import sites_of
from archiver.cli.screen import number
from archiver.cli.words import say
from archiver.errors import Exit


@command(
    "verify",
    help="Check an archive, or all of a folder: digests, captures, index, records, and each record read again.",
)
@click.argument("path", type=click.Path(path_type=Path), default=Path("data"))
@option("--since", metavar="DIGEST", help="A manifest's digest noted earlier: what was there then must be there now.")
@option("--no-derive", is_flag=True, help="Do not read the pages again; faster.")
@option("--json", "as_json", is_flag=True, help="Print JSON, one object an archive.")
def verify(path: Path, since: str | None, no_derive: bool, as_json: bool) -> int:
    from archiver.keeping.verify import verify as check

    # A folder whose archive.json is lost may still be an archive: verify itself says so best.
    whole = not (path / "archive.json").exists() and any(path.glob("*/archive.json"))
    harmed = False
    for archive in sites_of(path) if whole else [path]:
        verdict = check(archive, since=since, derive=not no_derive)
        harmed = harmed or bool(verdict)
        if as_json:
            click.echo(json.dumps({"archive": str(archive), **asdict(verdict)}, ensure_ascii=False))
            continue
        for harm in verdict:
            click.echo(f"{archive}: {harm}")
        for remark in verdict.notes:
            click.echo(f"{archive}: {say('note')}: {remark}")
        click.echo(
            say(
                "{archive}: {harms} harm(s) in {files} files, {captures} captures, {records} records;"
                " {derived} read again and found the same. Manifest {manifest}",
                archive=archive,
                harms=len(verdict),
                files=number(verdict.files),
                captures=number(verdict.captures),
                records=number(verdict.records),
                derived=number(verdict.derived),
                manifest=verdict.manifest,
            )
        )
    return Exit.DAMAGED if harmed else Exit.OK
