"""Small plots as inline SVG: no script, no font, nothing fetched, readable for decades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 160, 44, 20, 10
STYLE = """
:root{color-scheme:light dark;--line:#8884}
:root{--c0:#2b6cb0;--c1:#b7410e;--c2:#2f855a;--c3:#805ad5;--c4:#b83280;--c5:#4a5568}
@media(prefers-color-scheme:dark){:root{--c0:#63b3ed;--c1:#f6ad55;--c2:#68d391;--c3:#b794f4;--c4:#f687b3;--c5:#a0aec0}}
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:1360px;padding:0 1rem}
details{font-size:.85em;margin:0 0 .8rem}summary{cursor:pointer;color:color-mix(in srgb,currentColor 70%,transparent)}
details div{overflow-x:auto}
table{border-collapse:collapse}td,th{padding:.2rem .7rem .2rem 0;text-align:left;border-bottom:1px solid var(--line)}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:0 1rem 1rem 0;display:inline-block;vertical-align:top;width:640px;max-width:100%}svg{width:100%}
@media(max-width:600px){figure{overflow-x:auto}svg{min-width:600px}}
svg text{font-size:10px;fill:currentColor}svg line{stroke:var(--line)}
figcaption{font-weight:600}figcaption span{font-weight:400;margin-left:.7rem;white-space:nowrap}
figcaption i{display:inline-block;width:.7em;height:.7em;margin-right:.3em}
.alarm{border-left:4px solid #c53030;padding:.2rem .8rem;margin:.5rem 0}.warning{border-color:#b7791f}
nav a{margin-right:1rem}
"""
COLOURS = tuple(f"var(--c{number})" for number in range(6))  # apart for the colour-blind as well
DASHES = ("", "6 3", "2 2", "8 2 2 2", "1 3", "12 4")  # and for whoever sees no colours at all


def bars(title: str, labels: Sequence[str], series: Mapping[str, Sequence[float]], *, numbers: str = "") -> str:
    """Stacked bars, one a label. *series* maps a name to its values, oldest first. *numbers*: heading of the table of
    them that is folded away beneath; empty for none.

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
                high = _y(base, top) - _y(base + value, top)
                drawn.append(
                    f'<rect x="{LEFT + at * step + step * 0.1:.1f}" y="{_y(base + value, top):.1f}"'
                    f' width="{step * 0.8:.1f}" height="{high:.1f}" style="fill:{colour}">'
                    f"<title>{escape(label)}: {escape(name)} {value:g}</title></rect>"
                )
            base += value
    middle = top // 2 if all(map(float.is_integer, map(float, heights))) else top / 2  # there is no half an article
    return _frame(title, labels, step, (0, middle, top), "".join(drawn), series, numbers)


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
        f' style="fill:{COLOURS[0]}"/>'
        f'<text x="{left + (WIDTH - left - 60) * n / top + 5:.1f}" y="{at * step + 14}">{n}</text>'
        for at, (name, n) in enumerate(rows)
    )
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">{drawn}</svg></figure>'
    )


def lines(
    title: str,
    labels: Sequence[str],
    series: Mapping[str, Sequence[float | None]],
    *,
    top: float = 0,
    numbers: str = "",
) -> str:
    """Lines with a dot at each value, one a name; None leaves a gap. *top* is the least upper end of the axis,
    *numbers* as for `bars`.

    >>> "<polyline" in lines("Title", ["a", "b"], {"title": [1.0, 0.5]}, top=1)
    True
    """
    top = max([top, *(value for values in series.values() for value in values if value is not None)]) or 1.0
    step = (WIDTH - LEFT) / max(1, len(labels))
    drawn = []
    for colour, dash, (name, values) in zip(COLOURS, DASHES, series.items(), strict=False):
        pieces: list[list[tuple[float, float]]] = [[]]
        for at, value in enumerate(values):
            if value is None:
                pieces.append([])
                continue
            x, y = LEFT + (at + 0.5) * step, _y(value, top)
            pieces[-1].append((x, y))
            drawn.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" style="fill:{colour}">'
                f"<title>{escape(labels[at])}: {escape(name)} {value:g}</title></circle>"
            )
        for path in (" ".join(f"{x:.1f},{y:.1f}" for x, y in piece) for piece in pieces if len(piece) > 1):
            drawn.append(
                f'<polyline points="{path}" fill="none" stroke-width="1.5" stroke-dasharray="{dash}"'
                f' style="stroke:{colour}"/>'
            )
    return _frame(title, labels, step, (0, top / 2, top), "".join(drawn), series, numbers)


def _y(value: float, top: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)


def _frame(
    title: str,
    labels: Sequence[str],
    step: float,
    marks: Sequence[float],
    drawn: str,
    series: Mapping[str, Sequence[float | None]],
    numbers: str,
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
        for colour, name in zip(COLOURS, series, strict=False)
    )
    heard = escape(f"{title}: {_in_words(labels, series)}")
    return (
        f"<figure><figcaption>{escape(title)} {legend}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{heard}">{grid}{drawn}{ticks}</svg>'
        f"{_numbers(numbers, labels, series) if numbers else ''}</figure>"
    )


def _in_words(labels: Sequence[str], series: Mapping[str, Sequence[float | None]]) -> str:
    """What a plot shows, for whoever hears it: the last value of each name, and between which all lie.

    >>> _in_words(["23/11", "24/11"], {"new": [1, 3]})
    '24/11: new 3 (1–3)'
    """
    told = []
    for name, values in series.items():
        known = [value for value in values if value is not None]
        if known:
            told.append(f"{name} {known[-1]:g} ({min(known):g}–{max(known):g})")
    return f"{labels[-1] if labels else ''}: {', '.join(told)}"


def _numbers(heading: str, labels: Sequence[str], series: Mapping[str, Sequence[float | None]]) -> str:
    head = "".join(f'<th scope="col" class=n>{escape(name)}' for name in series)
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}'
        + "".join(f"<td class=n>{'–' if values[at] is None else f'{values[at]:g}'}" for values in series.values())
        for at, label in enumerate(labels)
    )
    return f"<details><summary>{escape(heading)}</summary><div><table><tr><td>{head}{rows}</table></div></details>"
