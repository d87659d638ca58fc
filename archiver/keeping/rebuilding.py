"""The ledger again, from what the archive holds: every capture is read once more, in the order in which it came."""

from __future__ import annotations

from archiver.keeping.archive import Archive
from archiver.keeping.ledger import Ledger


def rebuild(ledger: Ledger, archive: Archive) -> None:
    """Fill an empty *ledger* with what *archive* proves."""
    raise NotImplementedError
