"""How all sites stand: for `archiver status`, for node_exporter, and for whoever is told when that changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from archiver.errors import ArchiveError, Exit
from archiver.keeping import manifest
from archiver.keeping.lease import beats
from archiver.keeping.sealed import read_stored
from archiver.running.many import worst
from archiver.running.report import Alarm, RunReport, past_reports

STALE = timedelta(hours=50)
"""A nightly run that is two hours late for the second time: cron itself may have stopped."""

BROKEN_OFF = ("unreachable", "error", "signal")
"""What ends a run before it could judge the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one site stands."""

    site: str
    """Slug of the archive."""
    url: str
    """Where the site begins."""
    last_run: datetime | None = None
    """Start of the last sealed run."""
    exit_code: int | None = None
    """Of that run, and of the sending of its files to S3."""
    stopped_by: str | None = None
    """What ended it."""
    seconds: float = 0.0
    """How long it took."""
    requests: int = 0
    """Requests that it sent."""
    failures: int = 0
    """Of these, those that came to nothing."""
    articles: int = 0
    """Articles in the archive."""
    new: int = 0
    """First sights in the last run."""
    last_new: datetime | None = None
    """Start of the last run that brought a new article."""
    newest: str | None = None
    """Latest day of publication."""
    queued: int = 0
    """Addresses left for the next run."""
    free: int | None = None
    """Bytes free on the archive's disk after the last run."""
    alarms: tuple[Alarm, ...] = ()
    """Of the last run, and those of the last one that did not break off."""
    overdue: bool = False
    """No run for so long that the schedule itself must be at fault."""
    next_due: datetime | None = None
    """When the schedule has it next."""

    @property
    def trouble(self) -> tuple[str, ...]:
        """Codes of what someone should look at; empty when all is well."""
        codes = [alarm.code for alarm in self.alarms if alarm.severity == "alarm"]
        if self.exit_code == Exit.DAMAGED and not {"damaged", "storage"} & set(codes):
            codes.append("damaged")
        if self.overdue:
            codes.append("overdue")
        return tuple(codes)


def standing(
    site: str, url: str, reports: Sequence[RunReport], *, now: datetime, next_due: datetime | None = None
) -> Standing:
    """How the site stands whose last runs are *reports*, oldest first, at the moment *now*."""
    if not reports:
        return Standing(site=site, url=url, next_due=next_due)
    last = reports[-1]
    # A run that broke off could not look: what stood before it stands, and is not "well again" for that.
    judged = next((one for one in reversed(reports) if one.stopped_by not in BROKEN_OFF), last)
    codes = {alarm.code for alarm in last.alarms}
    alarms = (*last.alarms, *(alarm for alarm in judged.alarms if alarm.code not in codes))
    began = datetime.fromisoformat(last.started_at)
    return Standing(
        site=site,
        url=url,
        last_run=began,
        exit_code=last.exit_code,
        stopped_by=last.stopped_by,
        seconds=last.seconds,
        requests=last.requests.total,
        failures=sum(failure.count for failure in last.failures.values()),
        articles=last.articles_known,
        new=last.articles.new,
        last_new=next((datetime.fromisoformat(one.started_at) for one in reversed(reports) if one.articles.new), None),
        newest=last.newest,
        queued=last.queued,
        free=last.disk.free if last.disk else None,
        alarms=alarms,
        overdue=now - began > STALE,
        next_due=next_due,
    )


def standings(
    sites: Mapping[str, str], root: Path, *, now: datetime, due: Mapping[str, datetime] | None = None
) -> list[Standing]:
    """How the *sites* (slug to address) under *root* stand."""
    found = []
    for slug, url in sites.items():
        reports = past_reports(root / slug, last=120)
        one = standing(slug, url, reports, now=now, next_due=(due or {}).get(slug))
        to = reports[-1].settings.get("storage") if reports else None
        found.append(one if to is None else sent(one, root / slug, str(to)))
    return found


def sent(one: Standing, folder: Path, to: str) -> Standing:
    """*one*, with the alarm `storage` where what is sealed in *folder* is not all proved to be at *to*.

    The report of a run goes up with the rest, so that it cannot say so itself.
    """
    try:
        if beats(folder):  # it may be on its way
            return one
        stored = read_stored(folder)
        there = stored.files if stored is not None else {}
        missing = sum(entry.path not in there for entry in manifest.read(folder))
        seen = f"{missing} sealed file(s) are not proved to be on S3 ({to})"
    except (ArchiveError, OSError) as error:
        missing, seen = 1, str(error)
    if not missing:
        return one
    alarm = Alarm(
        code="storage",
        seen=seen,
        usual="a run ends when they are there",
        next=f"What is here stays here. The next run sends them; to see why now: archiver offload {one.site} --to {to}",
    )
    return replace(one, exit_code=int(worst([one.exit_code or 0, Exit.DAMAGED])), alarms=(*one.alarms, alarm))


# --- for machines ---------------------------------------------------------------------------------------------------

GAUGES = (
    ("last_run_timestamp_seconds", "Start of the last sealed run.", lambda one: _stamp(one.last_run)),
    (
        "last_new_article_timestamp_seconds",
        "Start of the last run with a new article.",
        lambda one: _stamp(one.last_new),
    ),
    ("exit_code", "Exit code of the last run.", lambda one: one.exit_code),
    ("run_seconds", "Duration of the last run.", lambda one: one.seconds),
    ("requests", "Requests of the last run.", lambda one: one.requests),
    ("failures", "Requests of the last run that came to nothing.", lambda one: one.failures),
    ("articles", "Articles in the archive.", lambda one: one.articles),
    ("articles_new", "Articles first seen in the last run.", lambda one: one.new),
    ("queued", "Addresses left for the next run.", lambda one: one.queued),
    ("disk_free_bytes", "Room on the archive's disk after the last run.", lambda one: one.free),
    ("overdue", "1 where no run came for 50 hours.", lambda one: int(one.overdue)),
)


def prometheus(standings: Iterable[Standing]) -> str:
    """The text exposition format, for node_exporter's textfile collector.

    >>> print(prometheus([Standing(site="hdtdkt", url="http://hdtdkt.example/")]).splitlines()[2])
    archiver_run_seconds{site="hdtdkt"} 0
    """
    rows = list(standings)
    lines = []
    for name, about, value in GAUGES:
        samples = [(one, found) for one in rows if (found := value(one)) is not None]
        if samples:
            lines += [f"# HELP archiver_{name} {about}", f"# TYPE archiver_{name} gauge"]
            lines += [f'archiver_{name}{{site="{_label(one.site)}"}} {found:.15g}' for one, found in samples]
    alarms = [(one.site, alarm) for one in rows for alarm in one.alarms]
    if alarms:
        lines += ["# HELP archiver_alarm 1 while an alarm stands.", "# TYPE archiver_alarm gauge"]
        lines += [
            f'archiver_alarm{{site="{_label(site)}",code="{_label(code)}",severity="{_label(severity)}"}} 1'
            for site, code, severity in sorted({(site, alarm.code, alarm.severity) for site, alarm in alarms})
        ]
    return "\n".join(lines) + "\n"


def _stamp(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None


def _label(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


# --- what has changed since someone was last told -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class News:
    """What is worth telling: only what has changed since the last telling."""

    title: str
    """One line."""
    body: str
    """One line a site."""


def news(
    standings: Iterable[Standing], told: Mapping[str, Any], heard: Callable[[str], str] = str
) -> tuple[News | None, dict[str, Any]]:
    """What to tell now, and what will then have been told. *told*: the second part of the last time.

    A site that comes into trouble, into another trouble, or out of it is told once. *heard* says an English sentence in
    the language of those who are told.
    """
    now: dict[str, Any] = dict(told)
    worse, better = [], []
    for one in standings:
        before = tuple(told.get(one.site, ()))
        if set(one.trouble) - set(before):
            fresh = [alarm for alarm in one.alarms if alarm.code in one.trouble and alarm.code not in before]
            said = [
                f"{alarm.code}: {heard(alarm.seen)} ({heard(f'usual: {alarm.usual}')}). {heard(alarm.next)}"
                for alarm in (replace(alarm, usual=alarm.usual or "unknown") for alarm in fresh)
            ]
            rest = [code for code in one.trouble if code not in before and code not in {alarm.code for alarm in fresh}]
            worse.append(f"{one.site}: " + " / ".join([*said, *rest]) + f" [{one.url}]")
        elif before and not one.trouble:
            better.append(f"{one.site}: " + heard(f"well again (over: {', '.join(before)})"))
        now[one.site] = list(one.trouble)
    if not worse and not better:
        return None, now
    title = ", ".join(
        heard(text)
        for count, text in (
            (len(worse), f"{len(worse)} site(s) need a look"),
            (len(better), f"{len(better)} well again"),
        )
        if count
    )
    return News(f"archiver: {title}", "\n".join([*worse, *better])), now


def read_told(file: Path) -> dict[str, Any]:
    """What was told last; nothing where the file is missing or torn: better told twice than not at all."""
    try:
        told = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
