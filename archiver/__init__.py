"""archiver keeps the news of Vietnamese public-sector sites: exact bytes, clean records, honest dates."""

from archiver.keeping import open_archive
from archiver.reading.article import extract
from archiver.reading.kinds import classify
from archiver.reading.listings import read_listing
from archiver.shapes import Article, DateReading, Record
from archiver.vietnamese.dates import find_dates, parse_date

__version__ = "0.1.0"

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
