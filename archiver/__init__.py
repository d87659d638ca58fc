"""archiver keeps the news of Vietnamese public-sector sites: exact bytes, clean records, honest dates."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archiver.keeping import open_archive
    from archiver.reading.article import extract
    from archiver.reading.kinds import classify
    from archiver.reading.listings import read_listing
    from archiver.shapes import Article, DateReading, Record
    from archiver.vietnamese.dates import find_dates, parse_date

__version__ = "0.1.0"

_ROOMS = {
    "open_archive": "archiver.keeping",
    "extract": "archiver.reading.article",
    "classify": "archiver.reading.kinds",
    "read_listing": "archiver.reading.listings",
    "Article": "archiver.shapes",
    "DateReading": "archiver.shapes",
    "Record": "archiver.shapes",
    "find_dates": "archiver.vietnamese.dates",
    "parse_date": "archiver.vietnamese.dates",
}


def __getattr__(name: str) -> Any:
    """Each room is opened when it is first asked for: `archiver dates` should not wait for the archive's."""
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module 'archiver' has no attribute {name!r}")


__all__ = [
    "Article",
    "DateReading",
    "Record",
    "__version__",
    "classify",
    "extract",
    "find_dates",
    "open_archive",
    "parse_date",
    "read_listing",
]
