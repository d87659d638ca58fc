"""A run: its options, its progress, its report, its outcome; and from many of them health, alarms and schedule."""

from archiver.running.options import CrawlOptions, Progress
from archiver.running.report import (
    Alarm,
    Certificate,
    Changes,
    CrawlOutcome,
    Disk,
    Failure,
    Fill,
    ListingWalk,
    ReaderHealth,
    Requests,
    Robots,
    RunReport,
)

__all__ = [
    "Alarm",
    "Certificate",
    "Changes",
    "CrawlOptions",
    "CrawlOutcome",
    "Disk",
    "Failure",
    "Fill",
    "ListingWalk",
    "Progress",
    "ReaderHealth",
    "Requests",
    "Robots",
    "RunReport",
]
