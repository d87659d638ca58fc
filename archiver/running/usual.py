"""What is usual for a site: its nights before this one, and whether a share rose or fell by more than chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from archiver.running.chance import share_at_least, share_at_most, steadiness, together
from archiver.running.report import Fill, RunReport

MEMORY = 60  # runs that say what is usual
GIVEN_UP = ("unreachable", "error")

RARE = 1e-5  # one check of one night; about thirty of them are made each night
VERY_RARE = 1e-7
LONG_KNOWN = 30  # nights after which "never once" is worth something


def finished(past: Sequence[RunReport]) -> list[RunReport]:
    """The last runs that got through, oldest first."""
    return [report for report in past if report.stopped_by not in GIVEN_UP and report.pages][-MEMORY:]


def tonight(report: RunReport, past: Sequence[RunReport]) -> Iterator[tuple[list[RunReport], list[RunReport]]]:
    """This run against those before it; then this run and the last one together against those before both.

    What one night of three articles cannot prove, two nights can.
    """
    usual = finished(past)
    if report.stopped_by in GIVEN_UP or not usual:
        return
    yield [report], usual
    if len(usual) > 1:
        yield [usual[-1], report], usual[:-1]


@dataclass(frozen=True, slots=True)
class Rise:
    """A share of what was seen that rose by more than chance would have it."""

    now: Sequence[RunReport]
    """This run, or this one and the last."""
    part: int
    """So much in them."""
    whole: int
    """Of so much."""
    usual: str
    """What it was before."""


def rises(
    report: RunReport,
    past: Sequence[RunReport],
    share: Callable[[RunReport], tuple[int, int]],
    *,
    least: int = 3,
    above: float = 0.3,
    many: int | None = None,
    record: bool = False,
    chance: float = RARE,
) -> Iterator[Rise]:
    """Whether *share* (part, whole) rose: at least *least*, over the share *above*, or *many* whatever the share.

    *record*: also over the share of every usual night.
    """
    for now, usual in tonight(report, past):
        here = [share(one) for one in now]
        part, whole = _total(here)
        if part < least:
            continue
        before = [share(one) for one in usual]
        highest = max((one / of for one, of in before if of >= 3), default=0.0) if record else 0.0
        much = part > max(above, highest) * whole or (many is not None and part >= many)
        if much and (_risen(here, before, chance) or _unheard_of(here, before, least)):
            yield Rise(now, part, whole, _of(before))
            return


def runs_of(now: Sequence[RunReport]) -> str:
    """Which runs these are, for people."""
    return "this run" if len(now) == 1 else f"the last {len(now)} runs"


def summed(fills: Sequence[Fill]) -> Fill:
    """All of them together."""
    return Fill(filled=sum(fill.filled for fill in fills), of=sum(fill.of for fill in fills))


def fallen(now: Sequence[Fill], nights: Sequence[Fill]) -> bool:
    """Whether a share fell by much, under every usual night, and by more than chance would have it."""
    found, before = summed(now), summed(nights)
    if not found.of or before.of < 10 or before.rate < 0.3 or found.rate > 0.5 * before.rate:
        return False
    told = [night.rate for night in nights if night.of >= 3]
    if found.rate >= min(told, default=1.0):
        return False
    if len(now) > 1 and len(told) >= LONG_KNOWN and all(one.of >= 3 and not one.filled for one in now):
        return True  # twice in a row what was never seen in so many nights, however uneven those were
    weight = steadiness([(night.filled, night.of) for night in nights])
    usual = before.rate * weight
    limit = RARE if len(now) == 1 else RARE * 10  # two nights that agree
    return together([share_at_most(one.filled, one.of, usual_filled=usual, usual_of=weight) for one in now]) < limit


def _risen(now: Iterable[tuple[int, int]], nights: Iterable[tuple[int, int]], limit: float = RARE) -> bool:
    """Whether a share rose by more than chance would have it; both are (seen, of) by night."""
    usual = [(min(a, b), b) for a, b in nights if b]
    total = sum(b for _, b in usual)
    if total < 10:
        return False
    weight = steadiness(usual)
    share = sum(a for a, _ in usual) / total * weight
    chances = [share_at_least(min(a, b), b, usual_filled=share, usual_of=weight) for a, b in now if b]
    return bool(chances) and together(chances) < limit


def _unheard_of(now: Sequence[tuple[int, int]], nights: Sequence[tuple[int, int]], least: int) -> bool:
    """Whether two nights in a row were each of a share that none of so many nights came near, however uneven."""
    told = [min(seen, of) / of for seen, of in nights if of >= 3]
    if len(now) < 2 or len(told) < LONG_KNOWN:
        return False
    far = max(0.5, 2 * max(told))
    return all(seen >= least and seen >= far * of for seen, of in now)


def _total(nights: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(min(seen, of) for seen, of in nights), sum(of for _, of in nights)


def _of(nights: Sequence[tuple[int, int]]) -> str:
    return "{} of {}".format(*_total(nights))
