"""Doors for ../shared/dates/score.py, and one run of ours beside the peers.

    python -m bench.dates                              the tables of docs/dates.md, with the peers that are installed
    python -m bench.dates --peers-python VENV/bin/python    peers from another environment
    python -m bench.dates --halves                     how far the two halves of the sample differ
    python -m bench.dates --speed                      microseconds an expression, milliseconds a text, cost by length
    python ../shared/dates/score.py ../shared/dates/dev.jsonl --with bench.dates:read --failures
    python ../shared/dates/score.py ../shared/dates/dev.jsonl --find bench.dates:find --classes

Peers are asked only where they are installed (pip install dateparser python-dateutil htmldate lxml_html_clean); of them
archiver itself needs dateparser alone. The halves: an expression is of the tuning half when the SHA-256 of its id is
even, else it is held out: scored, but never looked at while rules were written.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import importlib.util
import json
import random
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from archiver.errors import UnreadableDate
    from archiver.vietnamese.dates import find_dates, parse_date
except ImportError:  # run by the Python of the peers, which are asked about nothing of ours
    if "--one" not in sys.argv:
        raise

ROOT = Path(__file__).resolve().parents[1]
DATES = ROOT.parent / "shared" / "dates"
FAMILIES = ("byline", "prose", "interval", "lunar", "negative")


# --- doors ---------------------------------------------------------------------------------------------------------


def read(text: str, reference: date | None) -> str | None:
    """For --with: the EDTF of the one date that *text* names."""
    try:
        return parse_date(text, reference).edtf
    except UnreadableDate:
        return None


def find(context: str, reference: date | None) -> list[tuple[int, int, str]]:
    """For --find: where the dates of *context* stand, and their EDTF."""
    return [(*reading.span, reading.edtf) for reading in find_dates(context, reference)]


# --- peers: none writes EDTF, so a complete day is given as a day, and what a peer calls a month or a year as one ----


def _settings(reference: date | None) -> dict[str, Any]:
    settings: dict[str, Any] = {"DATE_ORDER": "DMY", "RETURN_TIME_AS_PERIOD": True}
    if reference:
        settings["RELATIVE_BASE"] = datetime(reference.year, reference.month, reference.day, 12)  # noqa: DTZ001
    return settings


def _edtf(moment: datetime | None, period: str = "day") -> str | None:
    if moment is None:
        return None
    forms = {"year": "%Y", "month": "%Y-%m", "time": "%Y-%m-%dT%H:%M:%S+07:00"}
    return moment.strftime(forms.get(period, "%Y-%m-%d"))


def dateparser_read(text: str, reference: date | None) -> str | None:
    from dateparser.date import DateDataParser

    data = DateDataParser(languages=["vi"], settings=_settings(reference)).get_date_data(text)
    return _edtf(data.date_obj, data.period)


def search_dates_find(context: str, reference: date | None) -> list[tuple[int, int, str | None]]:
    from dateparser.search import search_dates

    spans, after = [], 0
    for printed, moment in search_dates(context, languages=["vi"], settings=_settings(reference)) or []:
        at = context.find(printed, after)
        if at >= 0:
            after = at + len(printed)
            spans.append((at, after, _edtf(moment)))
    return spans


def search_dates_read(text: str, reference: date | None) -> str | None:
    found = search_dates_find(text, reference)
    return found[0][2] if found else None


def dateutil_read(text: str, reference: date | None) -> str | None:
    from dateutil import parser

    default = datetime(reference.year, reference.month, reference.day) if reference else None  # noqa: DTZ001
    try:
        return _edtf(parser.parse(text, fuzzy=True, dayfirst=True, default=default))
    except (ValueError, OverflowError):
        return None


def htmldate_read(text: str, reference: date | None) -> str | None:
    import htmldate

    page = f'<html lang="vi"><head><title>Tin</title></head><body><h1>Tin</h1><p>{html.escape(text)}</p></body></html>'
    found: str | None = htmldate.find_date(page, extensive_search=True, original_date=True)
    return found


def htmldate_find(context: str, reference: date | None) -> list[tuple[int, int, str | None]]:
    """It tells no place, so its answer is charged to the whole context."""
    answer = htmldate_read(context, reference)
    return [(0, len(context), answer)] if answer else []


READERS: dict[str, tuple[Callable[..., Any], Callable[..., Any] | None]] = {
    "archiver": (read, find),
    "dateparser": (dateparser_read, None),
    "search_dates": (search_dates_read, search_dates_find),
    "dateutil": (dateutil_read, None),
    "htmldate": (htmldate_read, htmldate_find),
}


# --- one run -------------------------------------------------------------------------------------------------------


def scorer() -> ModuleType:
    """The official scorer, as it stands in ../shared."""
    spec = importlib.util.spec_from_file_location("dates_score", DATES / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held_out(item: dict[str, Any]) -> bool:
    return int(hashlib.sha256(item["id"].encode()).hexdigest(), 16) % 2 == 1


def measure(name: str, items: list[dict[str, Any]]) -> dict[str, dict[str, dict[str, float]]]:
    """Door to family to shares: strict, wrong, silent in percent; and microseconds in the mean."""
    warnings.filterwarnings("ignore")  # the peers warn about time zones by the hundred
    score, out = scorer(), {}
    for door, function in zip(("with", "find"), READERS[name], strict=True):
        if function is None:
            continue
        function(items[0]["context"], None)  # loading is not reading
        results = score.run(items, function, door == "find")
        out[door] = {
            family: {
                **{
                    said: 100 * sum(r["verdict"] == said for r in part) / len(part)
                    for said in ("strict", "wrong", "silent")
                },
                "us": statistics.fmean(r["us"] for r in part),
                "n": len(part),
            }
            for family in (*FAMILIES, "all")
            if (part := [r for r in results if family in (r["item"]["family"], "all")])
        }
    return out


def peer(name: str, corpus: Path, python: str) -> dict[str, Any] | str:
    """What a peer scores, or the reason why it could not be asked."""
    command = [python, str(Path(__file__).resolve()), "--one", name, "--corpus", str(corpus)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["it failed without a word"])[-1]
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def tables(figures: dict[str, dict[str, Any] | str]) -> str:
    """Markdown: a table a door, a row a reader, 'strict / wrong' a family."""
    out = []
    for door, title in (("with", "`--with`: one expression"), ("find", "`--find`: in its context")):
        out += [f"{title}; strict % / wrong %", "", "| reader | " + " | ".join(FAMILIES) + " | mean µs |"]
        out.append("|---" * (len(FAMILIES) + 2) + "|")
        for name, figure in figures.items():
            if isinstance(figure, str):
                out.append(f"| {name} | not asked: {figure} |" + " |" * len(FAMILIES))
            elif door in figure:
                part = figure[door]
                cells = [f"{part[f]['strict']:.1f} / {part[f]['wrong']:.1f}" if f in part else "-" for f in FAMILIES]
                out.append(f"| {name} | " + " | ".join(cells) + f" | {part['all']['us']:.0f} |")
        out.append("")
    return "\n".join(out)


def one_after_another(given: list[tuple[str, date | None]]) -> float:
    """Microseconds an expression, of the processor, in the best round: none finds the processor warm from itself."""
    rounds, order = [], random.Random(0)
    for _ in range(40):
        shuffled = order.sample(given, len(given))
        began = time.process_time()
        for text, reference in shuffled:
            read(text, reference)
        rounds.append((time.process_time() - began) / len(given) * 1e6)
    return min(rounds)


def speed(items: list[dict[str, Any]]) -> str:
    """The least of several runs, which is what the machine can do when it is left alone."""
    score = scorer()
    given = [(i["text"], score.reference(i)) for i in items if i["gold"]]

    def least(text: str, reference: date | None) -> float:
        runs = []
        for _ in range(40):
            began = time.perf_counter()
            read(text, reference)
            runs.append(time.perf_counter() - began)
        return min(runs) * 1e6

    costs = sorted(least(text, reference) for text, reference in given)
    mean, middle = statistics.fmean(costs), statistics.median(costs)
    lines = [
        f"an expression after another, in rounds of another order each: {one_after_another(given):.1f} µs in the mean",
        f"an expression repeated: {mean:.1f} µs in the mean, {middle:.1f} in the middle, {costs[-1]:.0f} at most",
    ]
    texts = {"3,000 characters of contexts, dense with dates": "\n".join(i["context"] for i in items)[:3000]}
    article = ROOT.parent / "shared" / "seed" / "department-article.txt"
    if article.exists():
        texts["3,000 characters of an article"] = (article.read_text(encoding="utf-8") * 3)[:3000]
    for name, text in texts.items():
        runs = []
        for _ in range(50):
            began = time.process_time()
            found = find_dates(text, date(2024, 8, 5))
            runs.append(time.process_time() - began)
        lines.append(f"{name}: {min(runs) * 1e3:.2f} ms ({len(found)} dates)")
    for size in (10_000, 100_000, 1_000_000):
        text = ("ngày 5/8, từ 5 đến 7/8/2024, 1.2.3.4/5-6, tháng 8, " * (size // 50 + 1))[:size]
        began = time.process_time()
        find_dates(text)
        lines.append(f"{size:,} characters of nothing but dates: {(time.process_time() - began) * 1e3:.0f} ms")
    return "\n".join(lines)


def main() -> None:
    ask = argparse.ArgumentParser(description="Vietnamese dates: archiver beside its peers.")
    ask.add_argument("--corpus", type=Path, default=DATES / "dev.jsonl")
    ask.add_argument("--peers-python", default=sys.executable, help="the Python in which the peers are installed")
    ask.add_argument("--halves", action="store_true", help="ours on the tuning half and on the held-out half")
    ask.add_argument("--speed", action="store_true")
    ask.add_argument("--one", choices=[*READERS], help=argparse.SUPPRESS)
    args = ask.parse_args()
    if not args.corpus.exists():
        raise SystemExit(f"{str(args.corpus)!r} is not there; give another with --corpus")
    items = scorer().load(str(args.corpus))
    if args.one:
        print(json.dumps(measure(args.one, items)))
    elif args.halves:
        halves = {
            "tuning half": measure("archiver", [i for i in items if not held_out(i)]),
            "held-out half": measure("archiver", [i for i in items if held_out(i)]),
        }
        print(tables(dict(halves)))
    elif args.speed:
        print(speed(items))
    else:
        figures: dict[str, dict[str, Any] | str] = {"archiver": measure("archiver", items)}
        figures |= {name: peer(name, args.corpus, args.peers_python) for name in READERS if name != "archiver"}
        print(tables(figures))


if __name__ == "__main__":
    main()
