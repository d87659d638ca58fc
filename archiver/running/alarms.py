"""What of a run should be looked at, judged against the site's own history. Pure: reports in, alarms out.

Each row of `CHECKS` looks at this run beside the usual ones before it. A run that raised an alarm does not count as
usual for that alarm, so an alarm stays until the site is as before, or until the operator accepts the new ways
(`accept` in archiver.toml). The limits were set on the simulated sites of tests/test_alarms.py: thirty-odd breakages,
each found by its second night, and fewer than one false alarm in a hundred ordinary nights; nothing else moves with
them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from archiver.errors import Exit
from archiver.running import checks
from archiver.running.pace import day_of
from archiver.running.report import Alarm, RunReport


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at."""

    code: str
    """Of its alarms; docs/ops.md has a row for each."""
    look: checks.Look
    """What it says of a run, given the usual ones before it."""
    lasting: bool = False
    """Whether it stands each night until the site is as before, or until a person accepts its new ways."""
    every_run: bool = False
    """Whether what is usual is told by all runs, also by those that raised this alarm."""


CHECKS: tuple[Check, ...] = (
    Check("login-wall", checks.login_wall),
    Check("nothing", checks.nothing),
    Check("unreachable", checks.unreachable),
    Check("listing-shrunk", checks.listing_shrunk, lasting=True),
    Check("listing-lost", checks.listing_lost, lasting=True),
    Check("listing-cut", checks.listing_cut, lasting=True),
    Check("listing-claims", checks.listing_claims, lasting=True),
    Check("field-fell", checks.field_fell, lasting=True),
    Check("selector-silent", checks.selector_silent, lasting=True),
    Check("vanished", checks.vanished),
    Check("edited-together", checks.edited_together),
    Check("site-titles", checks.site_titles, lasting=True),
    Check("identical-bodies", checks.identical_bodies, lasting=True),
    Check("confidence-fell", checks.confidence_fell, lasting=True),
    Check("body-shrunk", checks.body_shrunk, lasting=True),
    Check("doubts-rose", checks.doubts_rose, lasting=True),
    Check("wrong-pages", checks.wrong_pages, lasting=True),
    Check("failing", checks.failing, lasting=True),
    Check("refused", checks.refused, lasting=True),
    Check("flood", checks.flood),
    Check("silence", checks.silence, lasting=True),
    Check("robots-changed", checks.robots_changed, lasting=True),
    Check("certificate", checks.certificate),
    Check("disk-filling", checks.disk_filling),
    Check("file-gone", checks.file_gone),
    Check("clock", checks.clock, every_run=True),
    Check("future", checks.future),
    Check("never-done", checks.never_done),
)
CODES = tuple(check.code for check in CHECKS)
LASTING = frozenset(check.code for check in CHECKS if check.lasting)
"""The codes of alarms that a person may accept."""


def judge(
    report: RunReport, history: Sequence[RunReport], *, accepted: Mapping[str, date] | None = None
) -> list[Alarm]:
    """The alarms of *report*, worst first. *history*: the site's earlier runs, oldest first.

    *accepted* maps a code to the day from which the site's new ways are the usual ones.
    """
    alarms: list[Alarm] = []
    # A run that began later by its own clock was of a clock that ran ahead, which tells no pace.
    before = [past for past in history if past.run < report.run and past.started_at <= report.started_at]
    loud = [{alarm.code for alarm in past.alarms if alarm.severity == "alarm"} for past in before]
    for check in CHECKS:
        since = (accepted or {}).get(check.code, date.min)
        usual = [
            past
            for past, codes in zip(before, loud, strict=True)
            if check.code not in codes and (since == date.min or day_of(past) >= since)
        ]
        past = history if check.every_run else usual
        alarms += [_alarm(check, one, report.site) for one in check.look(report, past)]
    return sorted(alarms, key=lambda alarm: alarm.severity != "alarm")


def _alarm(check: Check, one: checks.Seen, site: str) -> Alarm:
    cure = one.next
    if check.lasting and one.severity == "alarm":
        cure = f"{cure}. If these are the site's new ways: archiver accept {site} {check.code}"
    return Alarm(
        code=check.code,
        seen=one.seen,
        usual=one.usual,
        examples=list(one.examples),
        next=cure,
        severity=one.severity,
    )


def conclude(
    report: RunReport, history: Sequence[RunReport], *, accepted: Mapping[str, date] | None = None
) -> RunReport:
    """*report* with its alarms, and with the exit code and the one line that follow from them.

    A worse end (unreachable, damaged) keeps its own code and message.
    """
    alarms = judge(report, history, accepted=accepted)
    loud = [alarm for alarm in alarms if alarm.severity == "alarm"]
    if not loud or report.exit_code not in (Exit.OK, Exit.ALARM):
        return replace(report, alarms=alarms)
    codes = dict.fromkeys(alarm.code for alarm in loud[1:])
    others = f" (and {', '.join(codes)})" if codes else ""
    usual = f", usual: {loud[0].usual}" if loud[0].usual else ""
    message = f"{report.site}: {loud[0].seen}{usual}{others}. {loud[0].next}".rstrip()
    return replace(report, alarms=alarms, exit_code=int(Exit.ALARM), message=message)
