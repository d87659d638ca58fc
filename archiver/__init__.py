"""archiver keeps the news of Vietnamese public-sector sites: exact bytes, clean records, honest dates."""

from archiver.keeping import open_archive
from archiver.reading.article import extract
from archiver.shapes import Article, DateReading, Record

__version__ = "0.1.0"

__all__ = ["Article", "DateReading", "Record", "__version__", "extract", "open_archive"]
