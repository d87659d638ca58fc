"""How far the reader is from the truth of the practice portal, page by page, without a crawl in between.

python bench/practice.py                          every make, the number of differences by field
python bench/practice.py tables body,byline       one make, and the differences of these fields ('any' for all)
"""

from __future__ import annotations

import sys
import time
import urllib.request
from collections import Counter
from datetime import UTC, datetime

from archiver.normalise import normalise
from archiver.practice import MAKES, Difference, PracticeServer, compare
from archiver.reading.article import extract
from archiver.shapes import CaptureRef, Extractor

NOW = datetime(2025, 11, 1, tzinfo=UTC)
NOWHERE = CaptureRef("none", 0, 1, "sha256:" + "0" * 64)


def differences(make: str) -> tuple[list[Difference], int, float]:
    """Differences between what is read from each article's own page and the truth; pages; seconds spent reading."""
    records, spent = [], 0.0
    with PracticeServer(make) as server:
        truths = list(server.truth())
        for truth in truths:
            with urllib.request.urlopen(truth.url) as answer:
                body, kind = answer.read(), answer.headers.get("Content-Type")
            begin = time.perf_counter()
            article = extract(body, truth.url, content_type=kind, fetched_at=NOW)
            record = normalise(
                article,
                site="practice",
                run="20251101T000000Z",
                fetched_at=NOW,
                capture=NOWHERE,
                extractor=Extractor("bench"),
            )
            spent += time.perf_counter() - begin
            records.append(record)
        return compare(records, truths), len(truths), spent


def main(args: list[str]) -> None:
    makes = [args[0]] if args else ["all", *sorted(m for m in MAKES if m != "scripted")]
    fields = args[1].split(",") if len(args) > 1 else []
    for make in makes:
        found, pages, spent = differences(make)
        counts = ", ".join(f"{field} {n}" for field, n in Counter(d.field for d in found).most_common())
        print(f"{make:20} {len(found):4} differences, {spent / pages * 1000:5.1f} ms a page: {counts}")
        for difference in found:
            if difference.field in fields or "any" in fields:
                print(difference)


if __name__ == "__main__":
    main(sys.argv[1:])
