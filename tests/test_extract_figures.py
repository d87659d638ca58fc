"""The gate: what the reader reaches on real pages must not fall. Skips where ../shared/pages is not."""

from __future__ import annotations

import pytest

from bench.reading import PAGES, figures

pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="../shared/pages is not here")

# A little under what was reached on 25 November 2026 (docs/reading.md has the figures): a page or two may go wrong.
FLOORS = {
    "aeb": {"F1": 0.972, "precision": 0.968, "recall": 0.975},
    "fundus": {"F1": 0.972, "title %": 87, "authors %": 84, "date %": 98},
    "vn": {
        "kind": 0.97, "title": 0.99, "lead": 0.91, "text4": 0.985, "byline": 0.9, "named": 0.92, "day": 0.98,
        "moment": 0.98, "nodate": 1.0, "related_p": 0.93, "related_r": 0.93,
    },
}  # fmt: skip


@pytest.mark.parametrize("suite", FLOORS)
def test_no_figure_falls(suite):
    reached = figures(suite)
    fallen = {name: reached[name] for name, floor in FLOORS[suite].items() if reached[name] < floor}
    assert not fallen, f"{suite}: {fallen} is below {FLOORS[suite]}; bench.py --worst shows the pages"
