"""The archive on disk: records (JSONL), captures (WARC), ledger (SQLite), fixity."""
