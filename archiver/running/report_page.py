"""The reports of one or many sites as one HTML page: nothing fetched, no script, opens from a file or a mail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

from archiver.running.report import RunReport
from archiver.shapes import ICT
from archiver.using import plots

SHOWN_FIELDS = ("title", "body", "published", "byline", "lead", "category")


def report_page(histories: Mapping[str, Sequence[RunReport]], *, made: datetime) -> str:
    """One page for the sites of *histories* (slug to its reports, oldest first), made at *made*."""
    stamp = made.astimezone(ICT).strftime("%d/%m/%Y %H:%M")
    index = " ".join(f'<a href="#{escape(slug)}">{escape(slug)}</a>' for slug in histories)
    sites = "".join(_site(slug, reports) for slug, reports in histories.items())
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>archiver: report of {len(histories)} site(s)</title><style>{plots.STYLE}</style>"
        f"<h1>Runs of archiver</h1><p>Made {stamp} (GMT+7).</p><nav>{index}</nav>{sites}\n"
    )


def _site(slug: str, reports: Sequence[RunReport]) -> str:
    if not reports:
        return f'<h2 id="{escape(slug)}">{escape(slug)}</h2><p>No finished run yet.</p>'
    last = reports[-1]
    labels = [_day(report.started_at) for report in reports]
    drawn = [
        plots.bars(
            "Revisions written",
            labels,
            {
                name: [float(getattr(report.articles, name)) for report in reports]
                for name in ("new", "edited", "gone", "back", "moved")
            },
        ),
        plots.lines("Articles in the archive", labels, {"articles": [float(r.articles_known) for r in reports]}),
        plots.lines(
            "Share of articles with the field",
            labels,
            {
                name: [
                    report.fields[name].rate if name in report.fields and report.fields[name].of else None
                    for report in reports
                ]
                for name in SHOWN_FIELDS
                if any(name in report.fields for report in reports)
            },
            top=1,
        ),
        plots.lines("Requests", labels, {"requests": [float(report.requests.total) for report in reports]}),
        plots.lines("Minutes", labels, {"minutes": [report.seconds / 60 for report in reports]}),
        plots.lines(
            "Requests that came to nothing",
            labels,
            {"failures": [float(sum(f.count for f in report.failures.values())) for report in reports]},
        ),
    ]
    return (
        f'<h2 id="{escape(slug)}">{escape(slug)} · <a href="{escape(last.url)}">{escape(last.url)}</a></h2>'
        f"{_alarms(last)}{''.join(drawn)}{_last_run(last)}"
    )


def _alarms(report: RunReport) -> str:
    return "".join(
        f'<p class="alarm {escape(alarm.severity)}"><b>{escape(alarm.code)}</b>: {escape(alarm.seen)}.'
        f" Usual: {escape(alarm.usual or 'unknown')}. {escape(alarm.next)}<br>"
        + " ".join(f'<a href="{escape(url)}">{escape(url)}</a>' for url in alarm.examples)
        + "</p>"
        for alarm in report.alarms
    )


def _last_run(report: RunReport) -> str:
    tables = [
        _table("Answers by kind", ("kind", "requests"), _most(report.requests.by_kind)),
        _table("Answers by status", ("status", "requests"), _most(report.requests.by_status)),
        _table("Doubts in records", ("code", "records"), _most(report.problems)),
        _table(
            "Listings",
            ("listing", "pages", "items", "new", "ended"),
            [(walk.url, walk.pages, walk.items, walk.new, f"{walk.ended} {walk.detail}") for walk in report.listings],
        ),
        _table(
            "Came to nothing",
            ("kind", "requests", "example"),
            [(kind, failure.count, f"{failure.example} {failure.detail}") for kind, failure in report.failures.items()],
        ),
    ]
    notes = "".join(f"<li>{escape(note)}" for note in (*report.budgets_hit, *report.mends, *report.warnings))
    return f"<h3>Last run {escape(report.run)}: {escape(report.message or 'all well')}</h3>{''.join(tables)}" + (
        f"<ul>{notes}</ul>" if notes else ""
    )


def _table(title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(heading)}" for heading in headings)
    body = "".join(
        "<tr>" + "".join(f"<td{' class=n' if isinstance(cell, int) else ''}>{escape(str(cell))}" for cell in row)
        for row in rows
    )
    return f"<h4>{escape(title)}</h4><table><tr>{head}{body}</table>"


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _day(stamp: str) -> str:
    try:
        return datetime.fromisoformat(stamp).astimezone(ICT).strftime("%d/%m")
    except ValueError:
        return stamp[:10]
