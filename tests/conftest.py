"""What holds for every test: how invented examples are drawn, and which files are begun first."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

FUZZ = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""Set by `make fuzz`: many more examples, and other ones each time. In the suite they are the same on every machine."""

# By default Hypothesis fails an example of more than 200 ms, and a test whose first ten take longer than a second: a
# machine that others use is slow, and that is no fault of what is tested.
settings.register_profile(
    "suite",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=not FUZZ,
    max_examples=FUZZ or 100,
)
settings.load_profile("suite")

DEAR = (
    "demo crawl storage replaying lost_answers durability engines many ledger extract_hostile lease chaos verify"
    " dates_mangled alarms practice reextract bad_sites"
).split()
"""Files that take longest, measured: they are begun first, so that neither of two workers waits long for the other."""


def pytest_collection_modifyitems(items):
    place = {f"test_{name}": number for number, name in enumerate(DEAR)}
    items.sort(key=lambda item: place.get(item.path.stem, len(DEAR)))
