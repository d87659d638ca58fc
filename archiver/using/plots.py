"""Small plots as inline SVG: no script, no font, nothing fetched, readable for decades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 160, 44, 20, 10
STYLE = """
:root{color-scheme:light dark;--line:#8884}
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:1360px;padding:0 1rem}
table{border-collapse:collapse}td,th{padding:.2rem .7rem .2rem 0;text-align:left;border-bottom:1px solid var(--line)}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:0 1rem 1rem 0;display:inline-block;vertical-align:top;width:640px;max-width:100%}svg{width:100%}
@media(max-width:600px){figure{overflow-x:auto}svg{min-width:600px}}
svg text{font-size:10px;fill:currentColor}svg line{stroke:var(--line)}
figcaption{font-weight:600}figcaption span{font-weight:400;margin-left:.7rem}
figcaption i{display:inline-block;width:.7em;height:.7em;margin-right:.3em}
.alarm{border-left:4px solid #c53030;padding:.2rem .8rem;margin:.5rem 0}.warning{border-color:#b7791f}
nav a{margin-right:1rem}
"""
COLOURS = ("#2b6cb0", "#c05621", "#2f855a", "#805ad5", "#b83280", "#718096")  # apart for the colour-blind as well


def bars(title: str, labels: Sequence[str], series: Mapping[str, Sequence[float]]) -> str:
    """Stacked bars, one a label. *series* maps a name to its values, oldest first.

    >>> bars("New", ["24/11"], {"new": [3]}).count("<rect")
    1
    """
    heights = [sum(values[at] for values in series.values()) for at in range(len(labels))]
    top = max([1.0, *heights])
    step = (WIDTH - LEFT) / max(1, len(labels))
    drawn = []
    for at, label in enumerate(labels):
        base = 0.0
        for colour, (name, values) in zip(COLOURS, series.items(), strict=False):
            value = values[at]
            if value:
                drawn.append(
                    f'<rect x="{LEFT + at * step + step * 0.1:.1f}" y="{_y(base + value, top):.1f}"'
                    f' width="{step * 0.8:.1f}" height="{_y(base, top) - _y(base + value, top):.1f}" fill="{colour}">'
                    f"<title>{escape(label)}: {escape(name)} {value:g}</title></rect>"
                )
            base += value
    middle = top // 2 if all(map(float.is_integer, map(float, heights))) else top / 2  # there is no half an article
    return _frame(title, labels, step, (0, middle, top), "".join(drawn), list(series))


def across(title: str, rows: Sequence[tuple[str, int]]) -> str:
    """Bars that lie, one a row, each with its name before it: for names too long to stand under a bar.

    >>> across("By category", [("Tin tức", 3), ("Thông báo", 1)]).count("<rect")
    2
    """
    left, step = 240, 18
    height, top = len(rows) * step + 6, max([1, *(n for _, n in rows)])
    short = [name if len(name) < 42 else name[:40] + "…" for name, _ in rows]
    drawn = "".join(
        f'<text x="{left - 6}" y="{at * step + 14}" text-anchor="end">{escape(short[at])}'
        f"<title>{escape(name)}</title></text>"
        f'<rect x="{left}" y="{at * step + 3}" width="{(WIDTH - left - 60) * n / top:.1f}" height="{step - 5}"'
        f' fill="{COLOURS[0]}"/>'
        f'<text x="{left + (WIDTH - left - 60) * n / top + 5:.1f}" y="{at * step + 14}">{n}</text>'
        for at, (name, n) in enumerate(rows)
    )
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">{drawn}</svg></figure>'
    )


def lines(title: str, labels: Sequence[str], series: Mapping[str, Sequence[float | None]], *, top: float = 0) -> str:
    """Lines with a dot at each value, one a name; None leaves a gap. *top* is the least upper end of the axis.

    >>> "<polyline" in lines("Title", ["a", "b"], {"title": [1.0, 0.5]}, top=1)
    True
    """
    top = max([top, *(value for values in series.values() for value in values if value is not None)]) or 1.0
    step = (WIDTH - LEFT) / max(1, len(labels))
    drawn = []
    for colour, (name, values) in zip(COLOURS, series.items(), strict=False):
        points = [
            (LEFT + (at + 0.5) * step, _y(value, top), value) for at, value in enumerate(values) if value is not None
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        drawn += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{colour}"><title>{escape(name)}: {value:g}</title></circle>'
            for x, y, value in points
        ]
    return _frame(title, labels, step, (0, top / 2, top), "".join(drawn), list(series))


def _y(value: float, top: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)


def _frame(
    title: str, labels: Sequence[str], step: float, marks: Sequence[float], drawn: str, names: Sequence[str]
) -> str:
    every = max(1, round(60 / step))
    ticks = "".join(
        f'<text x="{LEFT + (at + 0.5) * step:.1f}" y="{HEIGHT - 5}" text-anchor="middle">{escape(label)}</text>'
        for at, label in enumerate(labels)
        if at % every == 0
    )
    grid = "".join(
        f'<line x1="{LEFT}" x2="{WIDTH}" y1="{_y(value, marks[-1]):.1f}" y2="{_y(value, marks[-1]):.1f}"/>'
        f'<text x="{LEFT - 5}" y="{_y(value, marks[-1]) + 4:.1f}" text-anchor="end">{value:g}</text>'
        for value in dict.fromkeys(marks)
    )
    legend = " ".join(
        f'<span><i style="background:{colour}"></i>{escape(name)}</span>'
        for colour, name in zip(COLOURS, names, strict=False)
    )
    return (
        f"<figure><figcaption>{escape(title)} {legend}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">{grid}{drawn}{ticks}</svg>'
        "</figure>"
    )
