"""What can go wrong, drawn by how much stops, and the exit codes that tell a cron line of it.

::

    ArchiverError
    ├── PageError            one page is set aside; the run goes on
    │   └── UnreadableDate   (also a ValueError) a text in which no date form fits
    ├── SiteError            one site stops
    │   ├── UsageError       what was asked for makes no sense                      exit 2
    │   ├── SiteAlarm        it yields nothing, or far less than before             exit 3
    │   ├── SiteLocked       another run is at work on it                           exit 4
    │   │   └── LeaseLost    it took over from this one, which had stood still
    │   └── SiteUnreachable  it could not be reached, or was given up part-way      exit 5
    └── ArchiveError         everything stops: the archive is damaged or unwritable     exit 6
        ├── NewerArchive     it was made by a newer version of archiver
        ├── OlderArchive     it is of a format that must be upgraded first
        └── StorageError     S3 does not answer, or refuses; what is here stays here

An error's text says what, where, and what to do next; values stand in repr.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class Exit(IntEnum):
    """The contract with cron: nothing else is ever returned. --help and the README's table are made from this.

    >>> Exit.LOCKED, Exit(4).meaning
    (<Exit.LOCKED: 4>, 'Another run holds the lock.')
    """

    OK = 0
    USAGE = 2
    ALARM = 3
    LOCKED = 4
    UNREACHABLE = 5
    DAMAGED = 6

    @property
    def meaning(self) -> str:
        """One sentence, for people."""
        return _MEANINGS[self]


_MEANINGS = {
    Exit.OK: "All is well.",
    Exit.USAGE: "Wrong usage: nothing was done.",
    Exit.ALARM: "The site yields nothing, or far less than before.",
    Exit.LOCKED: "Another run holds the lock.",
    Exit.UNREACHABLE: "The site could not be reached, or was given up part-way.",
    Exit.DAMAGED: "The archive is damaged or cannot be written.",
}


class ArchiverError(Exception):
    """The root of all errors that archiver raises on purpose."""

    exit_code: ClassVar[Exit] = Exit.USAGE


class PageError(ArchiverError):
    """One page is set aside; the run goes on."""


class UnreadableDate(PageError, ValueError):
    """No date form fits; the text is quoted.

    >>> raise UnreadableDate("31/02/2024", "February has no day 31")
    Traceback (most recent call last):
    archiver.errors.UnreadableDate: '31/02/2024': February has no day 31
    """

    def __init__(self, text: str, why: str) -> None:
        super().__init__(text, why)
        self.text = text
        self.why = why

    def __str__(self) -> str:
        quoted = self.text if len(self.text) <= 80 else self.text[:77] + "..."
        return f"{quoted!r}: {self.why}"


class SiteError(ArchiverError):
    """One site stops; the others go on."""


class UsageError(SiteError):
    """What was asked for makes no sense; nothing was done."""

    exit_code = Exit.USAGE


class SiteAlarm(SiteError):
    """The site yields nothing, or far less than before."""

    exit_code = Exit.ALARM


class SiteLocked(SiteError):
    """Another run is at work on this archive."""

    exit_code = Exit.LOCKED


class LeaseLost(SiteLocked):
    """This run stood still for so long that another one took over; it writes nothing more."""


class SiteUnreachable(SiteError):
    """The site could not be reached, or was given up part-way."""

    exit_code = Exit.UNREACHABLE


class ArchiveError(ArchiverError):
    """The archive is damaged, cannot be written, or was made by a newer version."""

    exit_code = Exit.DAMAGED


class NewerArchive(ArchiveError):
    """The archive was made by a newer version, which alone knows what its files mean."""


class OlderArchive(ArchiveError):
    """The archive is of an older format, which is upgraded by one command and not without a word."""


class StorageError(ArchiveError):
    """S3-compatible storage does not answer, refuses, or holds something else; nothing was lost or overwritten."""
