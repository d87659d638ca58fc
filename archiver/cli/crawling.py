"""The commands that walk: crawl, demo."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from archiver.cli.command import command, option
from archiver.cli.display import Lines, Screen, Silent
from archiver.cli.running import ON, ROOT, configuration, enabled_sites, standings_of, tell_taken_up
from archiver.cli.screen import note, table
from archiver.cli.sentences import heard
from archiver.cli.words import say
from archiver.errors import ArchiveError, ArchiverError, Exit, SiteLocked, SiteUnreachable, UsageError
from archiver.running.config import Config, attachment_types, duration, size
from archiver.running.options import CrawlOptions
from archiver.running.report import Alarm, CrawlOutcome, RunReport, past_reports
from archiver.shapes import ICT, Kind

if TYPE_CHECKING:
    from archiver.keeping import Archive
    from archiver.running.status import Standing

DEMO = "practice"


class Measured(click.ParamType[Any]):
    """A duration, a size, or types of files, as in archiver.toml."""

    def __init__(self, name: str, read: Callable[[Any], Any]) -> None:
        self.name = name
        self.read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return self.read(float(value) if isinstance(value, str) and value.replace(".", "", 1).isdigit() else value)
        except ValueError as error:
            self.fail(f"{value!r}: {error}", param, ctx)


SECONDS = Measured("duration", duration)
BYTES = Measured("size", lambda value: size(int(value) if isinstance(value, float) else value))


@command(
    "crawl",
    help="Archive a site's news: TARGET is a URL, a profile's name, or an archive's name. Safe to run again and again.",
)
@click.argument("target", required=False)
@ROOT
@option("--all", "everything", is_flag=True, help="Every site of the folder, several at a time, one a host.")
@option("-j", "--jobs", type=click.IntRange(min=1), help="So many sites at a time, with --all.")
@ON
@option("--anew", is_flag=True, help="With --all: do not take up a plan that broke off, begin a new one.")
@option("--delay", type=SECONDS, metavar="S", help="Seconds between two requests to the site.")
@option("--full", is_flag=True, help="Ask for every known address again, whatever the schedule says.")
@option(
    "--attachment-types",
    type=Measured("types", attachment_types),
    metavar="TYPES",
    help="Keep 'documents' (default), 'images', 'page' (what pages need to be shown), or endings: 'documents,images'.",
)
@option("--max-pages", type=click.IntRange(min=1), help="Stop in good order after so many pages.")
@option("--max-requests", type=click.IntRange(min=1), help="Stop in good order after so many requests.")
@option("--max-bytes", type=BYTES, help="Stop in good order after so many bytes received, such as 2GiB.")
@option("--max-time", type=SECONDS, help="Stop in good order after so long, such as 2h.")
@option("--contact", help="Mail address or page that tells a webmaster who you are.")
@option("--slug", help="Name of the archive; default: made from the address.")
@option("--moved", is_flag=True, help="The site has moved: TARGET is the new address of the archive that --slug names.")
@option("--log", type=click.Choice(["text", "json"]), help="Form of the log on standard error.")
@option("--log-level", type=click.Choice(["DEBUG", "INFO", "WARNING", "ERROR"]), help="What is worth a line there.")
@option("--log-file", type=click.Path(path_type=Path, dir_okay=False), help="Write the log to this file instead.")
@option(
    "--now",
    type=click.DateTime([f"%Y-%m-%dT%H:%M{rest}" for rest in ("", ":%S", "%z", ":%S%z")]),
    metavar="TIME",
    help="Rehearse: crawl as if it were then, such as 2026-11-25T01:30 (of Viet Nam where no zone is given).",
)
def crawl(
    target: str | None,
    root: Path,
    everything: bool,
    jobs: int | None,
    on: str,
    anew: bool,
    full: bool,
    log: Any,
    **given: Any,
) -> int:
    config = configuration(root)
    if given["now"] is not None and given["now"].tzinfo is None:
        given["now"] = given["now"].replace(tzinfo=ICT)
    given |= {"root": root, "full": full or None, "log_format": log, "debug": debugging() or None}
    if sys.stdout.isatty() and sys.stderr.isatty() and not (log or given["log_level"] or given["log_file"]):
        given["log_level"] = (
            "ERROR"  # lines of many processes would tear the live table; the report counts what is amiss
        )
    if everything:
        if target or given["slug"]:
            raise UsageError(
                f"--all takes no TARGET ({target or given['slug']!r}): it crawls every site of {str(root)!r}"
            )
        return _crawl_all(config, root, jobs, given, on, anew)
    if on != "local" or anew:
        raise UsageError("--on and --anew are for many sites: give --all with them")
    if target is None:
        raise UsageError(
            "give a TARGET (a URL, a profile's name, an archive's name), or --all. See: archiver crawl --help"
        )
    target, options = planned(target, config, given)
    if os.sep not in target:
        ask_lock(root / target)
    from spiders.loading import load

    load()
    from spiders.crawling import crawl as crawl_site

    with _watched(options), screen() as shown:
        outcome = crawl_site(target, options, progress=shown.update)
    if outcome.message:
        note(outcome.message)
    if outcome.report and sys.stdout.isatty():
        summary(outcome.report)
    if outcome.archive is not None:
        hurried = outcome.report is not None and outcome.report.stopped_by == "signal"
        tell_of(config, root, outcome.exit, {outcome.archive.name: outcome}, outcome.archive.name, hurried=hurried)
        _followed(root)
    return outcome.exit


def _followed(root: Path) -> None:
    """The search index takes in what is new, where there is one."""
    from archiver.cli.using import follow  # only here: a start that finds the lock held should cost next to nothing

    follow(root)


def ask_lock(archive: Path) -> None:
    """Raise SiteLocked if a run is at work there, before Scrapy is loaded for nothing: forty starts cost as many."""
    with suppress(OSError), (archive / ".lock").open("rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = lock.read(200).decode("utf-8", "replace").strip() or "unknown"
            raise SiteLocked(f"{archive.name}: another run is at work on it ({holder}); wait for its end") from None


def planned(target: str, config: Config, given: dict[str, Any]) -> tuple[str, CrawlOptions]:
    """What is to be crawled, and how: the file's word for that site, overridden by the command line's."""
    own = config.sites.get(target, {})
    options = config.options(target, **given)
    if "url" in own and not (options.root / target / "archive.json").exists():
        return own["url"].value, replace(options, slug=options.slug or target)
    if "url" in own:
        _say_where_it_begins(options.root / target, own["url"].value)
    return target, options


def _say_where_it_begins(archive: Path, url: str) -> None:
    """One line where archiver.toml gives an address that is neither the archive's own nor one to which it has moved."""
    with suppress(ArchiverError, OSError, ValueError, TypeError, AttributeError):  # what is damaged is told by the run
        made = str(json.loads((archive / "archive.json").read_bytes())["url"])
        if url.rstrip("/") == made.rstrip("/"):
            return
        begins = next((run.url for run in past_reports(archive, last=1) if run.url), made)
        if url.rstrip("/") != begins.rstrip("/"):
            note(
                say(
                    "{site}: the url {url} in archiver.toml is not used: its archive begins at {begins}. If the site"
                    " has moved: archiver crawl {url} --slug {site} --moved; if not, correct the line",
                    site=archive.name, url=url, begins=begins,
                )
            )  # fmt: skip


def refuse_a_cut_look(target: str, look: RunReport) -> None:
    """Raise SiteUnreachable where a signal ended a *look*, of which nothing is kept: it says nothing of the site."""
    if look.stopped_by == "signal":
        raise SiteUnreachable(f"{target}: stopped by a signal; nothing was written. Run it again")


def debugging() -> bool:
    """Whether --debug was given, wherever it stood."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get("archiver.debug"))


def screen(sites: int = 1) -> Silent:
    """What suits the output: a live table on a terminal, nothing elsewhere."""
    return Screen(sites) if sys.stdout.isatty() else Silent()


class _watched:
    """A run that outlives its own limit by far is ended by force: cron's next one goes on where it stood."""

    def __init__(self, options: CrawlOptions, grace: float = 300.0) -> None:
        self.timer = None
        if options.max_time is not None:
            self.timer = threading.Timer(options.max_time + grace, self._end)
            self.timer.daemon = True

    def __enter__(self) -> None:
        if self.timer:
            self.timer.start()

    def __exit__(self, *_: object) -> None:
        if self.timer:
            self.timer.cancel()

    @staticmethod
    def _end() -> None:
        note("the run hung beyond its limit of time and was ended; the next run mends what it left and goes on")
        os._exit(Exit.UNREACHABLE)


def _crawl_all(config: Config, root: Path, jobs: int | None, given: dict[str, Any], on: str, anew: bool) -> int:
    from archiver.engines.carrying import Hooks, carry_out, engine_of
    from archiver.engines.plan import Plan, forget
    from archiver.running.many import Job, host_of, slugs_by_code, worst
    from archiver.running.planning import overdue
    from archiver.sites import broken_profiles

    wanted, now = [], given["now"] or datetime.now(UTC)
    for slug, url in enabled_sites(config, root).items():
        if slug not in config.sites and _never_answered(root / slug, url):
            continue
        target, options = planned(slug, config, given)
        options = replace(options, root=options.root.absolute())  # a worker stands elsewhere
        last = next(iter(past_reports(root / slug, last=1)), None)
        late = overdue(datetime.fromisoformat(last.started_at) if last and last.started_at else None, now)
        wanted.append(Job(slug, target, host_of(url), options, last.seconds if last else 0.0, late))
    arguments = {name: value for name, value in given.items() if value is not None and not name.startswith("log")}
    if anew:
        forget(root, "crawl", arguments)
    elsewhere = on != "local"
    from spiders.loading import load

    load(many=True)

    with (
        engine_of(on, jobs if elsewhere else jobs or config.value("jobs").value) as engine,
        screen(len(wanted)) as shown,
    ):

        def said(plan: Plan) -> None:
            if plan.taken_up:
                tell_taken_up(plan.taken_up, len(plan.units))

        hooks = Hooks(shown.update, lambda slug, outcome, _crash: shown.finish(slug, outcome.message), shown.tick)
        try:
            carried = carry_out(engine, "spiders.crawling:crawl", wanted, root, arguments, hooks, said=said)
        except ArchiveError as error:  # no plan could be made, as on a full disk: nobody was crawled, and it is told
            failed = CrawlOutcome(exit=error.exit_code, message=str(error))
            tell_of(config, root, error.exit_code, {job.slug: failed for job in wanted})
            raise
    outcomes = carried.outcomes
    if carried.stopped is not None:
        note(str(carried.stopped))
    for slug, outcome in sorted(outcomes.items()):
        if outcome.message and not sys.stdout.isatty():
            note(outcome.message if slug in outcome.message else f"{slug}: {outcome.message}")
    # A profile that cannot be used keeps its own site from being crawled, and no other.
    unused = [one.why for one in broken_profiles()]
    for why in unused:
        if not any(why in outcome.message for outcome in outcomes.values()):
            note(why)
    by_code = slugs_by_code(outcomes)
    if any(code != Exit.OK for code in by_code):
        listed = "; ".join(f"{int(code)}: {', '.join(slugs)}" for code, slugs in by_code.items() if code != Exit.OK)
        note(
            say(
                "{bad} of {all} sites need a look (exit code: sites): {listed}",
                bad=sum(len(slugs) for code, slugs in by_code.items() if code != Exit.OK),
                all=len(outcomes),
                listed=listed,
            )
        )
    ended = [carried.stopped.exit_code] if carried.stopped else []
    ended += [Exit.USAGE] if unused else []
    code = worst([*ended, *(outcome.exit for outcome in outcomes.values())])
    tell_of(config, root, code, outcomes, hurried=carried.stopped is not None)
    _followed(root)
    return code


def _never_answered(archive: Path, url: str) -> bool:
    """Whether nothing ever came from it, and nobody configured it: a mistyped address, as likely as not. It is told."""
    runs = past_reports(archive)
    if not runs or any(run.pages or run.articles_known or run.stopped_by != "unreachable" for run in runs):
        return False
    note(
        say(
            "{site}: never answered since {day}, and archiver.toml does not name it: not asked. If {url} is right:"
            " archiver crawl {url}; if not, remove {folder}",
            site=archive.name, day=runs[0].started_at[:10], url=url, folder=repr(str(archive)),
        )
    )  # fmt: skip
    return True


def tell_of(
    config: Config,
    root: Path,
    code: int,
    outcomes: Mapping[str, CrawlOutcome],
    site: str | None = None,
    *,
    hurried: bool = False,
) -> None:
    """Tell people and machines how *site*, or every site, now stands, if archiver.toml names any.

    *hurried*: a signal ended the run, and whoever sent it waits.
    """
    from archiver.running.telling import tell

    addresses = {name: config.value(name).value for name in ("notify", "prometheus", "healthcheck")}
    if not any(addresses.values()):
        return
    language = config.value("language").value
    try:
        standings = [having_ended(one, outcomes.get(one.site)) for one in standings_of(config, root)]
    except (ArchiverError, OSError) as error:  # of another archive, or all are left out: this run keeps its code
        note(f"notify: {error}")
        standings, addresses = [], addresses | {"notify": [], "prometheus": None}
    for warning in tell(
        root,
        standings,
        notify=addresses["notify"],
        prometheus_file=addresses["prometheus"],
        healthcheck=addresses["healthcheck"],
        exit_code=code,
        site=site,
        heard=lambda text: heard(text, language),
        hurried=hurried,
    ):
        note(warning)


def having_ended(one: Standing, outcome: CrawlOutcome | None) -> Standing:
    """How a site stands after a run that left no report, since its archive could not be written."""
    if outcome is None or outcome.report is not None or outcome.exit != Exit.DAMAGED:
        return one
    damaged = Alarm(code="damaged", seen=outcome.message, next=f"See: archiver verify {one.site}")
    return replace(one, exit_code=int(outcome.exit), alarms=(*one.alarms, damaged))


@command(
    "demo",
    help="Serve a practice portal on this machine, archive it, and show what came of it. Run it twice.",
)
@ROOT
def demo(root: Path) -> int:
    from archiver.keeping import open_archive
    from archiver.practice import PracticeServer
    from spiders.crawling import crawl as crawl_site

    folder = root / DEMO
    again = (folder / "archive.json").exists()
    # The second run must meet the portal where the first one did.
    port = int(str(open_archive(folder).meta["url"]).rpartition(":")[2].strip("/")) if again else 0
    try:
        server = PracticeServer(port=port)
    except OSError as error:
        raise UsageError(
            f"port {port}, on which the practice portal stood, is taken ({error.strerror})."
            f" Try again later, or begin anew: archiver demo --root ANOTHER_FOLDER"
        ) from None
    with server:
        click.echo(say("A practice portal of an invented department is served at {url}", url=server.url))
        options = CrawlOptions(root=root, slug=DEMO, delay=0.0, debug=debugging())
        with Screen() if sys.stdout.isatty() else Lines(1.0) as shown:
            outcome = crawl_site(server.url, options, progress=shown.update)
    if outcome.report is None or outcome.exit != Exit.OK:
        note(outcome.message)
        return outcome.exit
    changes = outcome.report.articles
    records = list(open_archive(folder))
    doubtful = sum(
        sum(bool(named.problems) for named in record.dates)
        + sum(bool(other.problems) for other in record.related)
        + any(problem.field == "published" for problem in record.problems)
        for record in records
    )
    click.echo()
    table(
        ("what", "how many"),
        [
            (say("pages asked"), outcome.report.pages),
            (say("articles kept in this run"), changes.kept),
            (say("articles in the archive"), len(records)),
            (say("dates found with a problem"), doubtful),
        ],
    )
    if again and not changes.kept:
        click.echo(say("Nothing new: the portal is as it was at the last run."))
    click.echo()
    click.echo(
        say("The files lie in {folder}: records/ (JSON Lines), captures/ (WARC), runs/ (reports).", folder=folder)
    )
    click.echo(say("Try next:"))
    for line in (
        f"archiver search 'khen thuong' --root {root}",
        f"archiver verify {folder}",
        f"archiver report {DEMO} --root {root}",
    ):
        click.echo(f"  {program_name()}{line.removeprefix('archiver')}")
    return Exit.OK


def program_name() -> str:
    """How this program is called from here: by its name where that is found, else by its path, as in a checkout."""
    called = Path(sys.argv[0])
    if called.name != "archiver" or shutil.which("archiver"):
        return "archiver"
    return os.path.relpath(called)


def summary(report: RunReport) -> None:
    """A run in a few lines, and what an earlier one had left in disorder, for a person."""
    changes = report.articles
    table(
        ("pages", "new", "edited", "gone", "unchanged", "known", "to ask", "minutes"),
        [
            (
                report.pages, changes.new, changes.edited, changes.gone, changes.unchanged,
                report.articles_known, report.queued, round(report.seconds / 60, 1),
            )
        ],
    )  # fmt: skip
    for text in report.mends:
        click.echo(f"- {heard(text)}")


@command("sites", help="List the sites that have a profile or an archive, and what can be given to crawl.")
@ROOT
@option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
def sites(root: Path, as_json: bool) -> int:
    from archiver.sites import broken_profiles, profiles

    config = configuration(root)
    for broken in broken_profiles():
        note(broken.why)
    found: dict[str, tuple[str, str, str]] = {}
    for profile in profiles():
        found[profile.slug or profile.name] = (profile.title, next(iter(profile.start_urls), ""), "profile")
    for slug, url in enabled_sites(config, root, least=0).items():
        title, _, _ = found.get(slug, ("", "", ""))
        kept = (root / slug / "archive.json").exists()
        found[slug] = (title, url, "archive" if kept else "archiver.toml")
    for slug, (title, url, known_by) in sorted(found.items()):
        if as_json:
            click.echo(json.dumps({"site": slug, "title": title, "url": url, "known_by": known_by}, ensure_ascii=False))
    if not as_json:
        table(
            ("site", "known by", "address", "name"),
            [(slug, known_by, url, title) for slug, (title, url, known_by) in sorted(found.items())],
        )
    return Exit.OK


@command("doctor", help="Look at a site and explain: what is reached, found and read, what changed, what to mend.")
@click.argument("target")
@ROOT
@option("--max-pages", type=click.IntRange(min=1), default=30, show_default=True, help="Look at so many pages.")
@option("--delay", type=SECONDS, metavar="S", help="Seconds between two requests to the site.")
@option("--contact", help="Mail address or page that tells a webmaster who you are.")
@option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
def doctor(target: str, root: Path, max_pages: int, delay: float | None, contact: str | None, as_json: bool) -> int:
    from archiver.keeping import open_archive
    from archiver.running.diagnosis import findings, last_good, short
    from spiders.crawling import crawl as crawl_site
    from spiders.opening import site_of

    config = configuration(root)
    kept = root / target / "archive.json"
    given = {"max_pages": max_pages, "delay": delay, "contact": contact, "attachments": False, "debug": debugging()}
    url, options = planned(target, config, given)
    slug = target if kept.exists() else None
    site = site_of(url, replace(options, root=root))  # refuses what is neither a site's name nor an address
    with TemporaryDirectory(prefix="archiver-doctor-") as folder, screen() as shown:
        look = crawl_site(
            site.start_urls[0], replace(options, root=Path(folder), slug=slug or site.slug), progress=shown.update
        )
        seen = open_archive(look.archive) if look.archive and look.report else None
        records = list(seen.latest()) if seen else []
        pages = list(_kinds(seen)) if seen else []
    if look.report is None:
        note(look.message)
        return look.exit
    refuse_a_cut_look(target, look.report)
    good = last_good(past_reports(root / target)) if slug else None
    found = findings(look.report, good)
    if as_json:
        for one in found:
            click.echo(json.dumps(asdict(one), ensure_ascii=False))
        for address, kind in pages:
            click.echo(json.dumps({"page": address, **asdict(kind)}, ensure_ascii=False))
    else:
        for one in found:
            click.echo(f"{'✓' if one.well else '✗'} {heard(one.what)}")
            if one.next:
                click.echo(f"    → {heard(one.next)}")
        if pages:
            click.echo()
            table(
                ("page", "kind", "certainty, %", "because of"),
                [
                    (page, kind.kind, round(100 * kind.confidence), "; ".join(map(heard, kind.reasons)))
                    for page, kind in pages
                ],
            )
        rules = Counter((name, where.rule) for record in records for name, where in record.found.items())
        if rules:
            click.echo()
            table(
                ("field", "found", "by"),
                [(name, count, rule) for (name, rule), count in sorted(rules.items())],
            )
    if look.exit == Exit.UNREACHABLE and not short(look.report):
        return look.exit
    return Exit.OK if all(one.well for one in found) else Exit.ALARM


def _kinds(archive: Archive) -> Iterator[tuple[str, Kind]]:
    """Each page of an archive, and what kind it is."""
    from archiver.reading.page import read

    for ref, _ in archive.captures():
        page = archive.page(ref)
        html = "html" in (page.content_type or "html").lower() and urlsplit(page.url).path != "/robots.txt"
        if page.status == 200 and html:
            yield page.url, read(page).kind
