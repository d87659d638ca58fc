"""The reports of one or many sites as one HTML page: nothing fetched, no script, opens from a file or a mail."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from archiver.running.report import RunReport
from archiver.shapes import ICT
from archiver.using import plots

SHOWN_FIELDS = ("title", "body", "published", "byline", "lead", "category")
CHANGES = ("new", "edited", "gone", "back", "moved")
STATUSES = {"2": "2xx", "304": "304", "3": "3xx", "4": "4xx", "5": "5xx"}
"""How answers are put together in a plot, by the longest beginning that fits; what has none came to nothing."""

STYLE = (
    plots.STYLE
    + "section{border-top:1px solid var(--line);margin-top:2rem}h3{overflow-wrap:anywhere}"
    + ".tables{display:flex;flex-wrap:wrap;gap:0 2.5rem}.tables>div{overflow-x:auto;max-width:100%}"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """How the page speaks; as it stands, English."""

    language: str = "en"
    """For screen readers: 'en' or 'vi'."""
    say: Callable[[str], str] = lambda text: text
    """A word or sentence of this file in that language."""
    heard: Callable[[str], str] = lambda text: text
    """What a report says in English, in that language."""


def report_page(histories: Mapping[str, Sequence[RunReport]], *, made: datetime, voice: Voice | None = None) -> str:
    """One page for the sites of *histories* (slug to its reports, oldest first), made at *made*."""
    voice = voice or Voice()
    stamp = made.astimezone(ICT).strftime("%d/%m/%Y %H:%M")
    title = escape(voice.say("Runs of archiver"))
    index = " ".join(f'<a href="#{escape(slug)}">{escape(slug)}</a>' for slug in histories)
    sites = "".join(_site(slug, reports, voice) for slug, reports in histories.items())
    return (
        f'<!doctype html>\n<html lang="{voice.language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}: {escape(', '.join(histories))}</title><style>{STYLE}</style>"
        f"<main><h1>{title}</h1><p>{stamp} (GMT+7)</p><nav>{index}</nav>{sites}</main>\n"
    )


def _site(slug: str, reports: Sequence[RunReport], voice: Voice) -> str:
    name = escape(slug)
    if not reports:
        return f'<section id="{name}"><h2>{name}</h2><p>{escape(voice.say("no finished run yet"))}</p></section>'
    last = reports[-1]
    return (
        f'<section id="{name}"><h2>{name} · <a href="{escape(last.url)}">{escape(last.url)}</a></h2>'
        f"{_alarms(last, voice)}{_plots(reports, voice)}{_last_run(last, voice)}</section>"
    )


def _plots(reports: Sequence[RunReport], voice: Voice) -> str:
    say = voice.say
    labels, numbers = [_day(report.started_at) for report in reports], say("In numbers")
    changes = {say(name): [float(getattr(one.articles, name)) for one in reports] for name in CHANGES}
    changes = {name: values for name, values in changes.items() if any(values) or name == say("new")}
    return "".join(
        (
            plots.bars(say("Articles, a run"), labels, changes, numbers=numbers),
            plots.lines(
                say("Articles in the archive"),
                labels,
                {say("articles"): [float(one.articles_known) for one in reports]},
                numbers=numbers,
            ),
            plots.lines(
                say("Share of articles with the field, %"),
                labels,
                {
                    name: [_share(one, name) for one in reports]
                    for name in SHOWN_FIELDS
                    if any(name in one.fields for one in reports)
                },
                top=100,
                numbers=numbers,
            ),
            plots.bars(say("Answers by status"), labels, _by_status(reports, say("no answer")), numbers=numbers),
            plots.lines(
                say("Minutes"),
                labels,
                {say("minutes"): [round(one.seconds / 60, 1) for one in reports]},
                numbers=numbers,
            ),
        )
    )


def _share(report: RunReport, name: str) -> float | None:
    fill = report.fields.get(name)
    return round(100 * fill.rate, 1) if fill and fill.of else None


def _by_status(reports: Sequence[RunReport], nothing: str) -> dict[str, list[float]]:
    """Answers of each run, by what is alike; what never came is left out.

    >>> run = RunReport(run="", site="", url="", started_at="", finished_at="")
    >>> from archiver.running.report import Requests
    >>> from dataclasses import replace
    >>> _by_status([replace(run, requests=Requests(by_status={"200": 3, "304": 2, "none": 1}))], "no answer")
    {'2xx': [3.0], '304': [2.0], 'no answer': [1.0]}
    """
    rows = {name: [0.0] * len(reports) for name in (*STATUSES.values(), nothing)}
    for at, report in enumerate(reports):
        for status, count in report.requests.by_status.items():
            alike = max((begin for begin in STATUSES if status.startswith(begin)), key=len, default="")
            rows[STATUSES.get(alike, nothing)][at] += count
    return {name: counts for name, counts in rows.items() if any(counts)}


def _alarms(report: RunReport, voice: Voice) -> str:
    return "".join(
        f'<p class="alarm {escape(alarm.severity)}"><b>{escape(voice.say(alarm.severity))} {escape(alarm.code)}</b>:'
        f" {escape(voice.heard(alarm.seen))}. {escape(voice.say('Usual'))}: {escape(voice.heard(alarm.usual) or '?')}."
        f" {escape(voice.heard(alarm.next))}<br>"
        + " ".join(f'<a href="{escape(url)}">{escape(url)}</a>' for url in alarm.examples)
        + "</p>"
        for alarm in report.alarms
    )


def _last_run(report: RunReport, voice: Voice) -> str:
    tables = [
        _table(("kind", "answers"), _most(report.requests.by_kind), voice),
        _table(("status", "answers"), _most(report.requests.by_status), voice),
        _table(("doubt", "records"), _most(report.problems), voice),
        _table(
            ("field", "found", "of", "share, %"),
            [(name, fill.filled, fill.of, round(100 * fill.rate, 1)) for name, fill in report.fields.items()],
            voice,
        ),
        _table(
            ("listing", "pages", "items", "new", "ended"),
            [(walk.url, walk.pages, walk.items, walk.new, f"{walk.ended} {walk.detail}") for walk in report.listings],
            voice,
        ),
        _table(
            ("came to nothing", "requests", "example"),
            [(kind, failure.count, f"{failure.example} {failure.detail}") for kind, failure in report.failures.items()],
            voice,
        ),
    ]
    notes = [voice.heard(note) for note in (*report.budgets_hit, *report.mends, *report.warnings)]
    said = voice.heard(report.message) if report.message else voice.say("all well")
    return (
        f"<h3>{escape(voice.say('Last run'))} {escape(report.run)}: {escape(said)}</h3>"
        f'<div class="tables">{"".join(tables)}</div>'
        + ("<ul>" + "".join(f"<li>{escape(note)}" for note in notes) + "</ul>" if notes else "")
    )


def _table(headings: Sequence[str], rows: Sequence[Sequence[object]], voice: Voice) -> str:
    if not rows:
        return ""
    numeric = [isinstance(cell, (int, float)) for cell in rows[0]]
    head = "".join(
        f'<th scope="col"{" class=n" if number else ""}>{escape(voice.say(heading))}'
        for heading, number in zip(headings, numeric, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{' class=n' if number else ''}>{escape(str(cell))}" for cell, number in zip(row, numeric, strict=True)
        )
        for row in rows
    )
    return f"<div><table><thead><tr>{head}<tbody>{body}</table></div>"


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _day(stamp: str) -> str:
    try:
        return datetime.fromisoformat(stamp).astimezone(ICT).strftime("%d/%m")
    except ValueError:
        return stamp[:10]
