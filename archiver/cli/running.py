"""The commands that tell how the runs go: report, status, doctor, schedule, config and their kin."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from archiver.cli.command import command, option
from archiver.cli.screen import note, table
from archiver.cli.sentences import heard
from archiver.cli.words import say, spoken
from archiver.errors import ArchiveError, Exit, NewerArchive, OlderArchive, UsageError
from archiver.running.report import Alarm, RunReport, past_reports, report_schema
from archiver.shapes import ICT

if TYPE_CHECKING:
    from archiver.running.config import Config
    from archiver.running.planning import Wanted
    from archiver.running.schedule import Slot
    from archiver.running.status import Standing


class Place(click.Path):
    """A folder; or s3://bucket/prefix, of which readers are shown a folder with all but the captures."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and value.startswith("s3://"):
            from archiver.keeping.archive import local_of

            return local_of(value)
        return super().convert(value, param, ctx)


ROOT = option(
    "--root",
    type=Place(path_type=Path, file_okay=False),
    default=Path("data"),
    show_default=True,
    help="Folder that holds the archives, one folder a site; for readers also s3://bucket/prefix.",
)

ON = option(
    "--on",
    metavar="ENGINE",
    default="local",
    show_default=True,
    help="What does the work: local, dask (workers on this machine), or a Dask scheduler such as tcp://10.0.0.5:8786.",
)


WORKERS = option("-j", "--workers", type=click.IntRange(min=1), help="Processes; default: one a core.")


def tell_taken_up(done: int, all_: int) -> None:
    """Say that the plan of a run that died is gone on with."""
    note(
        say(
            "a plan that broke off is taken up: {done} of {all} sites were done, {left} go on",
            done=done, all=all_, left=all_ - done,
        )
    )  # fmt: skip


def sites_of(root: Path, only: str | None = None) -> list[Path]:
    """The archives of *root*, or the one called *only*. Raises UsageError when there is none, NewerArchive."""
    found = sorted(file.parent for file in root.glob("*/archive.json"))
    chosen = [archive for archive in found if only in (None, archive.name)]
    if not chosen:
        there = ", ".join(archive.name for archive in found) or "none"
        raise UsageError(
            f"{str(root)!r}: {f'no archive {only!r}' if only else 'no archive'} (there: {there})."
            f" Make one: archiver crawl URL --root {root}"
        )
    refuse_newer(chosen)
    return chosen


def refuse_newer(archives: Iterable[Path]) -> None:
    """Raise NewerArchive or OlderArchive where one is of another format than ours; harm is for `verify` to tell."""
    from archiver.keeping import open_archive

    for archive in archives:
        try:
            open_archive(archive)
        except (NewerArchive, OlderArchive):
            raise
        except ArchiveError:
            continue


@command("report", help="Show what the last runs did, for a person: in a table, or as one HTML page with plots.")
@click.argument("site", required=False)
@ROOT
@option("--last", type=click.IntRange(min=1), default=10, show_default=True, help="So many runs of each site.")
@option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the page to this file.")
@option("--json", "as_json", is_flag=True, help="Print the reports as JSON, one a line.")
@option("--schema", is_flag=True, help="Print the JSON Schema of a report.")
def report(site: str | None, root: Path, last: int, html: Path | None, as_json: bool, schema: bool) -> int:
    from archiver.running.report_page import Voice, report_page
    from archiver.running.telling import write_whole

    if schema:
        click.echo(json.dumps(report_schema(), indent=2, ensure_ascii=False))
        return Exit.OK
    histories = {archive.name: past_reports(archive, last=last) for archive in sites_of(root, site)}
    if html:
        voice = Voice(spoken(), say, heard)
        write_whole(html, report_page(histories, made=datetime.now(UTC), voice=voice))
        note(say("written: {file}", file=html))
        return Exit.OK
    for slug, reports in histories.items():
        if as_json:
            for one in reports:
                click.echo(json.dumps(one.to_dict(), ensure_ascii=False))
        elif reports:
            _show(slug, reports, whole=site is not None)
        else:
            note(f"{slug}: " + say("no finished run yet"))
    return Exit.OK


def _show(slug: str, reports: list[RunReport], *, whole: bool) -> None:
    headings = (
        "run",
        "pages",
        "new",
        "edited",
        "gone",
        "unchanged",
        "known",
        "failures",
        "minutes",
        "exit",
        "ended by",
    )
    table(
        headings,
        [
            (
                local(one.started_at),
                one.pages,
                one.articles.new,
                one.articles.edited,
                one.articles.gone,
                one.articles.unchanged,
                one.articles_known,
                sum(failure.count for failure in one.failures.values()),
                round(one.seconds / 60, 1),
                one.exit_code,
                one.stopped_by,
            )
            for one in reports
        ],
        title=f"{slug} · {reports[-1].url}",
    )
    last = reports[-1]
    for alarm in last.alarms:
        seen, usual, cure = heard(alarm.seen), heard(alarm.usual) or "?", heard(alarm.next)
        click.echo(f"{say(alarm.severity)} {alarm.code}: {seen}. {say('Usual')}: {usual}. {cure}")
    if whole:
        _details(last)
    click.echo()


def _details(last: RunReport) -> None:
    click.echo()
    table(
        ("field", "found", "of", "share, %"),
        [(name, fill.filled, fill.of, round(100 * fill.rate, 1)) for name, fill in last.fields.items()],
    )
    for headings, counts in (
        (("kind", "answers"), last.requests.by_kind),
        (("status", "answers"), last.requests.by_status),
        (("doubt", "records"), last.problems),
    ):
        if counts:
            click.echo()
            table(headings, most(counts))
    if last.listings:
        click.echo()
        table(
            ("listing", "pages", "items", "new", "ended"),
            [(walk.url, walk.pages, walk.items, walk.new, f"{walk.ended} {walk.detail}") for walk in last.listings],
        )
    if last.failures:
        click.echo()
        table(
            ("came to nothing", "requests", "example"),
            [(kind, one.count, f"{one.example} {one.detail}") for kind, one in last.failures.items()],
        )
    for text in (*last.budgets_hit, *last.mends, *last.warnings):
        click.echo(f"- {heard(text)}")


def most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Largest first."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def local(stamp: str) -> str:
    """A moment of a report on the country's own clock, for people.

    >>> local("2026-11-24T18:30:00Z")
    '25/11/2026 01:30'
    """
    try:
        return datetime.fromisoformat(stamp).astimezone(ICT).strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return stamp


@command("config", help="Show every setting in force and where it comes from; [SITE]: as it holds for that site.")
@click.argument("action", type=click.Choice(["show"]))
@click.argument("site", required=False)
@ROOT
@option("--json", "as_json", is_flag=True, help="Print JSON.")
def config(action: str, site: str | None, root: Path, as_json: bool) -> int:
    from archiver.running.config import CRAWL, HOUSE, SITE, shown

    read = configuration(root)
    if site and site not in read.sites:
        sites_of(root, site)
    settings = (*CRAWL, *(SITE if site else HOUSE))
    values = {one.name: read.value(one.name, site) for one in settings}
    if as_json:
        plain = {name: {"value": shown(name, one.value), "origin": one.origin} for name, one in values.items()}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        rows = [
            (one.name, shown(one.name, values[one.name].value, one.check), values[one.name].origin, one.about)
            for one in settings
        ]
        table(("setting", "value", "from", "what it does"), rows, title=str(read.path))
    return Exit.OK


def configuration(root: Path) -> Config:
    """archiver.toml of *root* and the environment's secrets."""
    from archiver.running.config import read_config

    return read_config(root, os.environ)


def _address_of(archive: Path) -> str:
    from archiver.keeping import open_archive

    try:
        return str(open_archive(archive).meta["url"])
    except ArchiveError:
        return ""


def all_sites(config: Config, root: Path) -> dict[str, str]:
    """Every site of *root*, with its address: the archives, and what archiver.toml adds, left out or not.

    A table without a url begins where the profile of that name does. Of an archive that cannot be opened the address is
    empty: its own run says why, and keeps no other from running.
    """
    archives = [file.parent for file in sorted(root.glob("*/archive.json"))]
    found = {archive.name: _address_of(archive) for archive in archives}
    added = {slug: own for slug, own in config.sites.items() if slug not in found}
    if any("url" not in own for own in added.values()):
        from archiver.sites import profiles  # only now, since they read every profile

        begins = {one.slug or one.name: one.start_urls[0] for one in profiles() if one.start_urls}
        found |= {slug: begins[slug] for slug, own in added.items() if "url" not in own and slug in begins}
    return found | {slug: own["url"].value for slug, own in added.items() if "url" in own}


def enabled_sites(config: Config, root: Path, *, least: int = 1) -> dict[str, str]:
    """Every site that is to be crawled, with its address."""
    found = all_sites(config, root)
    chosen = {slug: url for slug, url in found.items() if config.value("enabled", slug).value}
    if len(chosen) < least and found:
        raise UsageError(
            f"{str(root)!r}: all its sites are left out (enabled = false): {', '.join(sorted(found))}."
            f" Take one up again: archiver add URL --root {root}"
        )
    if len(chosen) < least:
        raise UsageError(f"{str(root)!r}: no site to crawl. Make an archive first: archiver crawl URL --root {root}")
    return chosen


@command("status", help="How every site stands: last run, last new article, alarms, when it is due next.")
@ROOT
@option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
@option("--prometheus", type=click.Path(path_type=Path, dir_okay=False), help="Write node_exporter's file as well.")
def status(root: Path, as_json: bool, prometheus: Path | None) -> int:
    from archiver.engines.plan import open_plans
    from archiver.running.status import prometheus as exposition
    from archiver.running.telling import write_whole

    refuse_newer(file.parent for file in sorted(root.glob("*/archive.json")))
    rows = standings_of(configuration(root), root)
    if prometheus:
        write_whole(prometheus, exposition(rows))
    plans = open_plans(root, datetime.now(UTC))
    if as_json:
        for one in rows:
            click.echo(msgspec.json.encode(one).decode())
        for plan in plans:
            facts = {"plan": plan.kind, "begun": plan.begun, "tasks": plan.tasks, "done": len(plan.outcomes)}
            click.echo(msgspec.json.encode(facts | {"at_work": plan.at_work, "exits": plan.exits()}).decode())
        return Exit.OK
    table(
        ("site", "last run", "exit", "articles", "new", "last new article", "alarms", "next due"),
        [
            (
                one.site,
                moment(one.last_run) + (f" ({say('overdue')})" if one.overdue else ""),
                one.exit_code,
                one.articles,
                one.new,
                moment(one.last_new),
                ", ".join(sorted({alarm.code for alarm in one.alarms})),
                moment(one.next_due),
            )
            for one in rows
        ],
    )
    for plan in plans:
        click.echo(
            say(
                "{kind}, begun {begun}: {done} of {all} done ({exits}); it is at work"
                if plan.at_work
                else "{kind}, begun {begun}: {done} of {all} done ({exits}); it broke off, run it again",
                kind=plan.kind,
                begun=moment(plan.begun),
                done=len(plan.outcomes),
                all=plan.tasks,
                exits=", ".join(f"{code}: {many}" for code, many in sorted(plan.exits().items())) or "–",
            )
        )
    return Exit.OK


def standings_of(config: Config, root: Path) -> list[Standing]:
    """How every enabled site stands now."""
    from archiver.engines.plan import Poison
    from archiver.running.schedule import next_due
    from archiver.running.status import standings

    now = datetime.now(UTC)
    sites = enabled_sites(config, root)
    due = {slot.site: next_due(slot, now) for slot in night(config, sites)}
    poison = Poison(root)
    aside, pieces = poison.aside(), poison.pieces_of()
    return [
        replace(one, alarms=(*one.alarms, poisoned(one.site, aside.get(one.site), pieces.get(one.site, ()))))
        if one.site in aside or one.site in pieces
        else one
        for one in standings(sites, root, now=now, due=due)
    ]


def poisoned(site: str, how: str | None, pieces: Sequence[str]) -> Alarm:
    """The alarm of a site that is set aside, or of which pieces are."""
    if how is None:
        return Alarm(
            code="poison",
            seen=f"{len(pieces)} pieces of its archive took their process with them three times: {', '.join(pieces)}",
            usual="what is kept can be read",
            next=f"They are left out by what reads again. Report it; then: archiver accept {site} poison",
        )
    return Alarm(
        code="poison",
        seen=f"its process crashed {how}; it is set aside",
        usual="a run ends, whatever the site does",
        next=f"See why with: archiver crawl {site} --debug. Then: archiver accept {site} poison",
    )


def night(config: Config, sites: Iterable[str]) -> list[Slot]:
    """Each site's place in the night."""
    from archiver.running.schedule import slots

    limits = {site: config.value("max-time", site).value for site in sites}
    return slots(limits, config.value("window-start").value, config.value("window-end").value)


@command("schedule", help="Print lines for cron, or units for systemd, that crawl every site once a night.")
@ROOT
@option("--cron", "form", flag_value="cron", default="cron", help="Lines for crontab (the default).")
@option("--systemd", "form", flag_value="systemd", help="A hardened service and a timer for each site.")
@option("--plan", "form", flag_value="plan", help="Who goes when in the coming hours, late ones first, on all workers.")
@option("--workers", type=click.IntRange(min=1), help="Of the plan; default: 'jobs' of archiver.toml.")
@option("--hours", type=click.IntRange(1, 24 * 31), default=24, show_default=True, help="Of the plan.")
@option("--json", "as_json", is_flag=True, help="Print the plan as JSON, one run a line.")
@option("--user", default="archiver", show_default=True, help="Whom systemd runs it as.")
@option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write the units into this folder.")
def schedule(root: Path, form: str, workers: int | None, hours: int, as_json: bool, user: str, out: Path | None) -> int:
    from archiver.running.schedule import cron, systemd
    from archiver.running.telling import write_whole

    config = configuration(root)
    if form == "plan":
        return _show_plan(config, root, workers or config.value("jobs").value, hours, as_json)
    plan = night(config, enabled_sites(config, root))
    program = (
        str(Path(sys.argv[0]).absolute()) if Path(sys.argv[0]).name == "archiver" else f"{sys.prefix}/bin/archiver"
    )
    root = root.absolute()
    if form == "cron":
        click.echo(cron(plan, program=program, root=root, machine=datetime.now().astimezone()), nl=False)
        return Exit.OK
    units = systemd(plan, program=program, root=root, user=user)
    for name, text in units.items():
        if out:
            out.mkdir(parents=True, exist_ok=True)
            write_whole(out / name, text)
        else:
            click.echo(f"### /etc/systemd/system/{name}\n{text}")
    if out:
        note(say("written: {file}", file=out))
    return Exit.OK


def wanted_of(config: Config, root: Path) -> list[Wanted]:
    """What the planner must know of every enabled site: from its last run, its newest captures, and archiver.toml."""
    from archiver.keeping import open_archive
    from archiver.running.many import host_of
    from archiver.running.planning import Wanted, network_of

    window = (
        time.fromisoformat(config.value("window-start").value),
        time.fromisoformat(config.value("window-end").value),
    )
    wanted = []
    for slug, url in enabled_sites(config, root).items():
        archive = root / slug
        last = next(iter(past_reports(archive, last=1)), None)
        kept = (archive / "archive.json").exists()
        wanted.append(
            Wanted(
                slug,
                host_of(url),
                network_of(open_archive(archive).address()) if kept else "",
                last.seconds if last else 600.0,
                datetime.fromisoformat(last.started_at) if last else None,
                window=window,
            )
        )
    return wanted


def _show_plan(config: Config, root: Path, workers: int, hours: int, as_json: bool) -> int:
    from archiver.running.planning import plan

    made = plan(wanted_of(config, root), workers=workers, now=datetime.now(UTC), horizon=timedelta(hours=hours))
    if as_json:
        for turn in made.turns:
            click.echo(msgspec.json.encode(turn).decode())
    else:
        rows = [(moment(turn.start), turn.worker, turn.site, round(turn.seconds / 60, 1)) for turn in made.turns]
        table(("start", "worker", "site", "minutes"), rows)
    for site, why in made.left:
        note(f"{site}: " + say("no place in the plan: {why}", why=say(why)))
    return Exit.OK


def moment(at: datetime | None) -> str:
    """A moment on the country's own clock, for people."""
    return at.astimezone(ICT).strftime("%d/%m/%Y %H:%M") if at else "–"
