"""Where the reader's numbers come from, and what moves with them.

    python -m bench.calibrate            the weights of the title's witnesses: `headline._WEIGHTS`
    python -m bench.calibrate --steady   F1 of the text with each number of `body` a quarter lower and higher

On each page of ../shared/pages/fundus the witnesses say their titles (headline on the page, JSON-LD, Open Graph,
Twitter, <title>). Every combination of weights on a coarse grid votes; printed are the best on both halves together,
with the share of either half. A coarse grid on purpose: with 40 pages, a finer one would learn the pages.
"""

from __future__ import annotations

import itertools
import sys
from typing import Any

from archiver.reading import body, headline
from archiver.reading.blocks import survey
from archiver.reading.document import parse
from archiver.reading.structured import read_structured
from bench.reading import PAGES, figures, half, tool

GRID = {
    "page": (0.7, 0.8, 0.9, 1.0, 1.2),
    "json-ld": (0.8, 0.9, 1.0, 1.2),
    "meta:og:title": (1.0, 1.2, 1.4, 1.6),
    "meta:twitter:title": (0.3, 0.5, 0.7, 1.0),
    "title": (0.8, 0.9, 1.0),
}


NUMBERS = ("_LONG", "_SHORT", "_MOST", "_MUCH", "_TEASER", "_THIN")


def steady() -> None:
    """How far F1 on both sets of pages moves when one number moves."""
    print("number     value  |  aeb: -1/4   as is   +1/4  |  fundus: -1/4   as is   +1/4")
    as_is = {suite: figures(suite)["F1"] for suite in ("aeb", "fundus")}
    for name in NUMBERS:
        value = getattr(body, name)
        row: dict[str, list[float]] = {"aeb": [], "fundus": []}
        for factor in (0.75, 1.25):
            setattr(body, name, value * factor)
            for suite, reached in row.items():
                reached.append(figures(suite)["F1"])
        setattr(body, name, value)
        cells = [f"{low:9.3f} {as_is[suite]:7.3f} {high:6.3f}" for suite, (low, high) in row.items()]
        print(f"{name:8} {value:7}  |  {cells[0]}  |  {cells[1]}")


def main() -> None:
    """The command."""
    if "--steady" in sys.argv[1:]:
        steady()
        return
    if not PAGES.exists():
        sys.exit(f"{PAGES} is not here: nothing to calibrate on")
    bench = tool("bench")
    pages: list[tuple[str, str, Any, Any, str]] = []
    for key, truth, html in bench.load("fundus"):
        document = parse(html, truth["url"])
        said = headline.read_said(document, read_structured(document))
        pages.append((half(key), truth["title"], survey(document.body), said, truth["url"]))
    sizes = {name: sum(page[0] == name for page in pages) for name in ("tune", "held")}
    found = []
    for weights in itertools.product(*GRID.values()):
        headline._WEIGHTS.update(zip(GRID, weights, strict=True))
        right = {"tune": 0, "held": 0}
        for name, want, seen, said, url in pages:
            title = headline.find_title(seen, said, url)
            right[name] += bool(title) and bench.fold(title.value) == bench.fold(want)
        found.append((sum(right.values()), right["tune"], right["held"], weights))
    found.sort(reverse=True)
    print("right  tune  held  " + "  ".join(GRID))
    for total, tune, held, weights in found[:40]:
        print(f"{total:5}  {tune}/{sizes['tune']}  {held}/{sizes['held']}  {weights}")


if __name__ == "__main__":
    main()
