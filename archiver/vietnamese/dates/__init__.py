"""Vietnamese dates, read no more precisely than they are printed, with a reason for each doubt.

`parse_date` reads the one date that a text names; `find_dates` finds every date in a text. Both answer in EDTF
(ISO 8601-2, levels 1 and 2) with calendar days of Asia/Ho_Chi_Minh. docs/dates.md is the table of forms, and the test.
"""

from __future__ import annotations

from archiver.vietnamese.dates.reading import PROBLEMS, find_dates, infer_years, parse_date

__all__ = ["PROBLEMS", "find_dates", "infer_years", "parse_date"]
