"""The commands by which a root grows and changes: add, remove, rename. An archive is never deleted."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from archiver.cli.command import command, option
from archiver.cli.reading import address
from archiver.cli.running import ROOT, configuration
from archiver.cli.screen import note
from archiver.cli.words import say
from archiver.errors import Exit, UsageError
from archiver.running.config import NAME
from archiver.running.roster import renamed, with_enabled, with_sites
from archiver.running.telling import write_whole


@command("add", help="Add sites to archiver.toml, so that crawl --all and schedule take them.")
@click.argument("urls", nargs=-1, metavar="URL...")
@ROOT
@option("--file", type=click.Path(path_type=Path, dir_okay=False), help="Read addresses from this file, one a line.")
def add(urls: tuple[str, ...], root: Path, file: Path | None) -> int:
    from spiders.opening import slug_of

    config = configuration(root)
    wanted = [address(url) for url in urls] + (_addresses(file) if file else [])
    if not wanted:
        raise UsageError("give addresses, or a file of them. See: archiver add --help")
    fresh: dict[str, str] = {}
    for url in wanted:
        slug = slug_of(url)
        if slug in config.sites or slug in fresh or (root / slug / "archive.json").exists():
            note(say("{site} is there already", site=slug))
        else:
            fresh[slug] = url
    if fresh:
        root.mkdir(parents=True, exist_ok=True)
        write_whole(root / NAME, with_sites(_text(root), fresh))
    for slug in fresh:
        click.echo(slug)
    return Exit.OK


@command("remove", help="Leave a site out of crawl --all and schedule from now on. Its archive stays as it is.")
@click.argument("site")
@ROOT
def remove(site: str, root: Path) -> int:
    config = configuration(root)
    if site not in config.sites and not (root / site / "archive.json").exists():
        raise UsageError(f"{str(root)!r} has no site {site!r}. See: archiver sites --root {root}")
    write_whole(root / NAME, with_enabled(_text(root), site, False))
    note(say("{site} is left out from now on; its archive stays", site=site))
    return Exit.OK


@command("rename", help="Give an archive's folder, and its place in archiver.toml, another name.")
@click.argument("old")
@click.argument("new")
@ROOT
def rename(old: str, new: str, root: Path) -> int:
    from archiver.keeping.archive import _SLUG, open_archive
    from archiver.keeping.run import Lock

    config = configuration(root)
    if not _SLUG.fullmatch(new):
        raise UsageError(f"{new!r} is no name for an archive: up to 80 of a-z, 0-9, '-', '_' and '.'")
    if new in config.sites or (root / new).exists():
        raise UsageError(f"{new!r} is taken under {str(root)!r}. Nothing was done")
    there = (root / old / "archive.json").exists()
    if not there and old not in config.sites:
        raise UsageError(f"{str(root)!r} has no site {old!r}. See: archiver sites --root {root}")
    if there:
        archive = open_archive(root / old)
        lock = Lock(archive.path / ".lock", old, datetime.now(UTC))  # no run may be at work in it
        try:
            (root / old).rename(root / new)
        finally:
            lock.release()
    if old in config.sites:
        write_whole(root / NAME, renamed(_text(root), old, new))
    return Exit.OK


def _text(root: Path) -> str:
    file = root / NAME
    return file.read_text("utf-8") if file.exists() else ""


def _addresses(file: Path) -> list[str]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"{str(file)!r}: {why}. Give a text file with one address a line") from None
    found = []
    for number, line in enumerate(lines, 1):
        if text := line.partition("#")[0].strip():
            try:
                found.append(address(text))
            except UsageError as error:
                raise UsageError(f"{file}, line {number}: {error}. Nothing was done") from None
    return found
