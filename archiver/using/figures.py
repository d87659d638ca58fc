"""Figures of an archive: articles a month, who writes, what is doubted, how soon news is published, what is changed.

`count` reads the records once and keeps sums alone, so a million records need no memory; `page` draws the sums as one
HTML page of SVG that needs no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

import msgspec

from archiver.shapes import ICT
from archiver.using import plots, wording
from archiver.using.export import Choice, frozen, lines
from archiver.vietnamese.edtf import Language, held
from archiver.vietnamese.edtf import days as days_of

LAGS = ("0", "1", "2–3", "4–7", "8–30", "31+")
_MOST = 12  # bars of categories and bylines; the rest is summed up


@dataclass(slots=True)
class Figures:
    """Sums over the records of an archive, each ready to be plotted or printed as JSON."""

    articles: int = 0
    """Still published."""
    revisions: int = 0
    """All that was ever written, tombstones too."""
    undated: int = 0
    """Articles whose page gives no day, month or year."""
    months: Counter[str] = field(default_factory=Counter)
    """YYYY-MM of publication to articles; a date that gives the year alone counts in YYYY."""
    doubtful: Counter[str] = field(default_factory=Counter)
    """The same months to articles with at least one problem."""
    problems: Counter[str] = field(default_factory=Counter)
    """Code of a problem to articles that have it."""
    categories: Counter[str] = field(default_factory=Counter)
    bylines: Counter[str] = field(default_factory=Counter)
    lags: Counter[str] = field(default_factory=Counter)
    """Days from the last event named in the text to publication (see `lag`), in the classes of `LAGS`."""
    changes: dict[str, Counter[str]] = field(default_factory=dict)
    """YYYY-MM of the run to how many revisions were 'edited', 'gone', 'back', 'moved'."""


class _Date(msgspec.Struct):
    edtf: str
    start: str | None = None


class _Problem(msgspec.Struct):
    code: str


class _Row(msgspec.Struct):
    id: str
    site: str
    status: str
    change: str
    run: str
    published: str | None = None
    category: str | None = None
    byline: str | None = None
    dates: list[_Date] = []
    problems: list[_Problem] = []


def lag(published: str | None, starts: Collection[str]) -> int | None:
    """Days from the last whole day that the text names, up to 90 days before publication, to publication.

    News tells first of what has just been; plans and anniversaries lie outside that window. None where none is left.

    >>> lag("2013-01-28", ["2013-01-25", "2012-01-01", "2013-02-01"])
    3
    """
    day, last = days_of(published or "")
    if not day or day != last:
        return None
    try:
        spans = [(day - date.fromisoformat(s)).days for s in starts]
    except ValueError:
        return None
    return min((s for s in spans if 0 <= s <= 90), default=None)


def _class(days: int) -> str:
    return LAGS[0 if days == 0 else 1 if days == 1 else 2 if days <= 3 else 3 if days <= 7 else 4 if days <= 30 else 5]


def count(root: Path, sites: Collection[str] | None = None, files: Sequence[Path] | None = None) -> Figures:
    """The sums over the records of *sites* (all if None), in *files* alone if given. Raises as `export` does."""
    found, choice = Figures(), frozen(root, Choice(sites=sites, files=files))
    decode = msgspec.json.Decoder(_Row).decode
    for line in lines(root, replace(choice, history=True)):
        row = decode(line)
        found.revisions += 1
        if row.change in ("edited", "gone", "back", "moved"):
            found.changes.setdefault(f"{row.run[:4]}-{row.run[4:6]}", Counter())[row.change] += 1
    for line in lines(root, choice):
        row = decode(line)
        found.articles += 1
        month = held(row.published or "")
        found.months[month] += 1
        if month == "":
            found.undated += 1
        if row.problems:
            found.doubtful[month] += 1
            found.problems.update({p.code for p in row.problems})
        found.categories[row.category or ""] += 1
        found.bylines[row.byline or ""] += 1
        days = lag(row.published, [d.start for d in row.dates if d.start and len(d.edtf.rstrip("?~%")) == 10])
        if days is not None:
            found.lags[_class(days)] += 1
    del found.months[""]
    found.doubtful.pop("", None)
    return found


_WORDS = {
    "title": ("Figures of the archive", "Số liệu của kho lưu trữ"),
    "made": ("Made {stamp} (GMT+7) from {articles} articles and {revisions} revisions; {undated} articles undated.",
             "Lập lúc {stamp} (GMT+7) từ {articles} bài và {revisions} bản; {undated} bài không rõ ngày."),
    "months": ("Articles a month", "Số bài theo tháng"),
    "years": ("Articles a year", "Số bài theo năm"),
    "plain": ("without doubt", "không nghi vấn"),
    "doubtful": ("with a doubt", "có điều còn ngờ"),
    "categories": ("Articles by category", "Số bài theo chuyên mục"),
    "bylines": ("Articles by signature", "Số bài theo người ký"),
    "lags": ("Days from the event to publication", "Số ngày từ sự kiện đến khi đăng"),
    "changes": ("Edits and deletions by month of the run", "Bài bị sửa, bị xoá theo tháng thu thập"),
    "edited": ("edited", "bị sửa"), "gone": ("gone", "bị xoá"), "back": ("back", "trở lại"),
    "moved": ("moved", "đổi địa chỉ"),
    "problems": ("Doubts by kind", "Các loại nghi vấn"),
    "other": ("other", "khác"), "none": ("none", "không có"), "articles": ("articles", "bài"),
    "empty": ("Nothing is kept yet.", "Chưa lưu được gì."),
}  # fmt: skip


def _say(key: str, language: Language, **values: object) -> str:
    return _WORDS[key][language == "vi"].format(**values)


def page(figures: Figures, *, language: Language, made: datetime | None = None, names: Collection[str] = ()) -> str:
    """*figures* as one HTML page of plots; *names* are the sites they speak of."""
    stamp = (made or datetime.now(UTC)).astimezone(ICT).strftime("%d/%m/%Y %H:%M")
    title = _say("title", language) + (": " + ", ".join(names) if names else "")
    if figures.articles or figures.revisions:
        drawn = "".join(_plots(figures, language))
    else:
        drawn = f"<p>{escape(_say('empty', language))}</p>"
    intro = _say(
        "made", language, stamp=stamp, articles=figures.articles, revisions=figures.revisions, undated=figures.undated
    )
    return (
        f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{plots.STYLE}</style><main><h1>{escape(title)}</h1><p>{escape(intro)}</p>{drawn}</main>\n"
    )


def _plots(figures: Figures, language: Language) -> list[str]:
    out = []
    years: Counter[str] = Counter()
    for month, n in figures.months.items():
        years[month[:4]] += n
    months = _every_month([m for m in figures.months if len(m) == 7])
    for key, labels in (("months", months), ("years", sorted(years))):
        if not labels:
            continue
        doubts = [sum(n for m, n in figures.doubtful.items() if m.startswith(label)) for label in labels]
        totals = [sum(n for m, n in figures.months.items() if m.startswith(label)) for label in labels]
        series = {
            _say("plain", language): [float(t - d) for t, d in zip(totals, doubts, strict=True)],
            _say("doubtful", language): [float(d) for d in doubts],
        }
        out.append(plots.bars(_say(key, language), labels, series))
    for key in ("categories", "bylines", "problems"):
        counted: Counter[str] = getattr(figures, key)
        if not counted:
            continue
        top = counted.most_common(_MOST)
        rest = sum(counted.values()) - sum(n for _, n in top)
        if key == "problems":
            top = [(wording.problem(code, language), n) for code, n in top]
        rows = [(name or _say("none", language), n) for name, n in top] + (
            [(_say("other", language), rest)] if rest else []
        )
        out.append(plots.across(_say(key, language), rows))
    if figures.lags:
        values = [float(figures.lags[name]) for name in LAGS]
        out.append(plots.bars(_say("lags", language), list(LAGS), {_say("articles", language): values}))
    if figures.changes:
        labels = _every_month(list(figures.changes))
        series = {
            _say(name, language): [float(figures.changes.get(m, Counter())[name]) for m in labels]
            for name in ("edited", "gone", "back", "moved")
        }
        out.append(plots.bars(_say("changes", language), labels, series))
    return out


def _every_month(months: list[str]) -> list[str]:
    """*months* from first to last with none left out, so that silence is seen."""
    if not months:
        return []
    (year, month), last = map(int, min(months).split("-")), max(months)
    out = []
    while (label := f"{year:04d}-{month:02d}") <= last:
        out.append(label)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return out
