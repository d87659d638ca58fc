"""How a root grows and changes: add, remove, rename, upgrade, new-site. An archive is never deleted."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from archiver.cli.command import Day, command, option
from archiver.cli.crawling import SECONDS, debugging, planned, refuse_a_cut_look, screen
from archiver.cli.display import Silent
from archiver.cli.reading import address
from archiver.cli.running import ROOT, all_sites, configuration
from archiver.cli.screen import note
from archiver.cli.words import say
from archiver.errors import Exit, SiteAlarm, UsageError
from archiver.running.config import NAME, NAMED
from archiver.running.report import past_reports
from archiver.running.roster import renamed, with_accepted, with_setting, with_sites
from archiver.running.telling import write_whole
from archiver.shapes import ICT, Page


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
    back: set[str] = set()  # removed before
    called = {where.rstrip("/"): slug for slug, where in all_sites(config, root).items()}
    for url in wanted:
        slug = called.get(url.rstrip("/")) or slug_of(url)  # whatever name it bears
        if slug in config.sites or slug in fresh or (root / slug / "archive.json").exists():
            if config.value("enabled", slug).value:
                note(say("{site} is there already", site=slug))
            else:
                back.add(slug)
        else:
            fresh[slug] = url
    if fresh:
        root.mkdir(parents=True, exist_ok=True)
        write_whole(root / NAME, with_sites(_text(root), fresh))
    for slug in sorted(back):
        write_whole(root / NAME, with_setting(_text(root), slug, "enabled", True))
    for slug in (*fresh, *sorted(back)):
        click.echo(slug)
    return Exit.OK


@command(
    "accept",
    help="Say that a site's new ways are the usual ones from now on: an alarm ends that would stand each night.",
)
@click.argument("site")
@click.argument("alarms", nargs=-1, metavar="ALARM...")
@ROOT
@option("--from", "since", type=Day(), metavar="DAY", help="The day from which they are; default: the last one.")
def accept(site: str, alarms: tuple[str, ...], root: Path, since: date | None) -> int:
    from archiver.engines.carrying import set_aside
    from archiver.engines.plan import Poison
    from archiver.running.alarms import LASTING

    config = configuration(root)
    archive = root / site
    if site not in config.sites and not (archive / "archive.json").exists():
        raise UsageError(f"{str(root)!r} has no site {site!r}. See: archiver sites --root {root}")
    poison = Poison(root)
    if "poison" in alarms:
        lifted = poison.lift(site)
        note(say("{site} is crawled again", site=site) if lifted else say("{site} was not set aside", site=site))
        alarms = tuple(code for code in alarms if code != "poison")
        if not alarms:
            return Exit.OK
    lasting = sorted(LASTING)
    last = past_reports(archive, last=1)
    wanted = alarms or sorted({alarm.code for one in last for alarm in one.alarms if alarm.code in lasting})
    if unknown := [code for code in wanted if code not in lasting]:
        raise UsageError(f"{unknown[0]!r} is no alarm that can be accepted. Those are: {', '.join(lasting)}")
    if not wanted and (how := poison.aside().get(site)):  # which no one accepts by the way
        note(set_aside(site, how))
        return Exit.OK
    if not wanted:
        note(say("{site} has no alarm that could be accepted", site=site))
        return Exit.OK
    day = since or datetime.now(ICT).date() - timedelta(days=1)  # a run in the small hours tells of the day before
    write_whole(root / NAME, with_accepted(_text(root), site, dict.fromkeys(wanted, day)))
    for code in wanted:
        note(say("{site}: {code}: the new ways are the usual ones from {day} on", site=site, code=code, day=day))
    return Exit.OK


@command("remove", help="Leave a site out of crawl --all and schedule from now on. Its archive stays as it is.")
@click.argument("site")
@ROOT
def remove(site: str, root: Path) -> int:
    config = configuration(root)
    if site not in config.sites and not (root / site / "archive.json").exists():
        raise UsageError(f"{str(root)!r} has no site {site!r}. See: archiver sites --root {root}")
    write_whole(root / NAME, with_setting(_text(root), site, "enabled", False))
    note(say("{site} is left out from now on; its archive stays", site=site))
    return Exit.OK


@command("rename", help="Give an archive's folder, and its place in archiver.toml, another name.")
@click.argument("old")
@click.argument("new")
@ROOT
def rename(old: str, new: str, root: Path) -> int:
    from archiver.keeping.archive import open_archive
    from archiver.keeping.run import Lock

    config = configuration(root)
    if not NAMED.fullmatch(new):
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


@command(
    "upgrade",
    help="Bring archives of an older format to that of this version, those named or all. What is sealed stays.",
)
@click.argument("sites", nargs=-1, metavar="SITE...")
@ROOT
def upgrade(sites: tuple[str, ...], root: Path) -> int:
    from archiver.keeping import upgrading
    from archiver.keeping.disk import Disk
    from archiver.keeping.kept import read_meta
    from archiver.keeping.run import Lock

    there = sorted(file.parent.name for file in root.glob("*/archive.json"))
    if unknown := [site for site in sites if site not in there]:
        raise UsageError(f"{str(root)!r} has no site {unknown[0]!r}. See: archiver sites --root {root}")
    now = datetime.now(UTC)
    for site in sites or there:
        folder = root / site
        _, version = read_meta(folder)
        if upgrading.pending(version):
            disk = Disk()
            lock = Lock(folder / ".lock", site, now, disk)  # no run may be at work in it
            try:
                for step in upgrading.upgrade(folder, read_meta(folder)[1], disk, now):
                    click.echo(f"{site}: {step.to}: {step.about}")
            finally:
                lock.release()
        else:
            click.echo(say("{site} is of format {version}, the newest", site=site, version=version))
    return Exit.OK


@command(
    "new-site",
    help="Write a first profile of a site from what the reader finds on a few pages, with a comment for each choice."
    " TARGET is an archive's name, whose pages are read, or a URL, of which a few pages are asked.",
)
@click.argument("target")
@ROOT
@option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to this file, which must be new; default: standard output.",
)
@option("--max-pages", type=click.IntRange(min=1), default=15, show_default=True, help="Look at so many pages.")
@option("--delay", type=SECONDS, metavar="S", help="Seconds between two requests to the site.")
@option("--contact", help="Mail address or page that tells a webmaster who you are.")
def new_site(
    target: str, root: Path, out: Path | None, max_pages: int, delay: float | None, contact: str | None
) -> int:
    from archiver.keeping import open_archive
    from archiver.reading.profiling import profile_source
    from archiver.running.diagnosis import short
    from spiders.crawling import crawl as crawl_site
    from spiders.opening import site_of, slug_of

    config = configuration(root)
    if out is not None and (out.exists() or not out.parent.is_dir()):
        raise UsageError(
            f"{str(out)!r} {'is there already' if out.exists() else 'has no folder to stand in'}. Nothing was done;"
            " give the name of a new file"
        )
    kept = target if "://" not in target else slug_of(address(target))
    if (root / kept / "archive.json").exists():
        url = str(open_archive(root / kept).meta["url"])
        pages = _pages_of(root / kept, max_pages)
    else:
        given = {"max_pages": max_pages, "delay": delay, "contact": contact, "debug": debugging()}
        url, options = planned(target, config, {**given, "attachments": False})
        url = site_of(url, replace(options, root=root)).start_urls[
            0
        ]  # refuses what is neither a site's name nor an address
        shown_where = Silent() if out is None else screen()  # standard output is the profile's alone
        with TemporaryDirectory(prefix="archiver-new-site-") as folder, shown_where as shown:
            look = crawl_site(url, replace(options, root=Path(folder), slug=kept), progress=shown.update)
            pages = _pages_of(look.archive, max_pages) if look.archive and look.report else []
        if not pages and look.report is not None:
            refuse_a_cut_look(target, look.report)
            if short(look.report):
                raise SiteAlarm(
                    f"{target}: no article on the {look.report.pages} pages that {look.report.stopped_by} allows."
                    f" Nothing was written; look at more pages, such as --max-pages {4 * look.report.pages}"
                )
        if not pages and look.exit not in (Exit.OK, Exit.ALARM):
            note(look.message)
            return look.exit
    if not pages:
        raise SiteAlarm(
            f"{target}: no article was read, so there is nothing to choose from. See: archiver doctor {url}"
        )
    source = profile_source(kept, url, pages)  # what its archive is called, so that one name means both
    if out is None:
        sys.stdout.write(source)
    else:
        write_whole(out, source)
        note(say("written: {file}", file=out))
    return Exit.OK


def _pages_of(archive: Path, most: int) -> list[Page]:
    """The pages of the articles that were captured last, for they show the design in use."""
    from archiver.keeping import open_archive

    kept = open_archive(archive)
    records = sorted(kept.latest(), key=lambda record: record.fetched_at)
    return [kept.page(record.capture) for record in records[-most:]]


def _text(root: Path) -> str:
    file = root / NAME
    return file.read_text("utf-8-sig") if file.exists() else ""


def _addresses(file: Path) -> list[str]:
    try:
        lines = file.read_text("utf-8-sig").splitlines()
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
