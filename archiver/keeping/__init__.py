"""The archive on disk: records (JSONL), captures (WARC), ledger (SQLite), fixity."""

from archiver.keeping.archive import Archive, create_archive, open_archive
from archiver.keeping.kept import Harm
from archiver.keeping.mend import Mended
from archiver.keeping.run import Run
from archiver.keeping.verify import Verdict, verify

__all__ = ["Archive", "Harm", "Mended", "Run", "Verdict", "create_archive", "open_archive", "verify"]
