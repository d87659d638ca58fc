"""The log of a run: lines for people or JSON Lines for machines, each with its site's name and none with a secret.

Runs of many sites share one standard error (`crawl --all`), so each line must say whose it is, and is written at once.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path

from archiver.errors import UsageError

SECRETS = {"notify": "ARCHIVER_NOTIFY", "healthcheck": "ARCHIVER_HEALTHCHECK"}
"""The settings that are secret, and the environment variables that hold them."""

TOLD = {"told": True}
"""`extra` of a log line whose text is also the one line that the program ends with: a person reads it once."""

_USER = re.compile(r"(\b[a-z][a-z0-9+.-]*://)[^/\s@'\"]*@", re.I)


def covered(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """*text* without what is secret: the environment's secrets, and the user and password of an address.

    >>> covered("http://an:mat-khau@proxy.example/ asked; told mailto://x", {"ARCHIVER_NOTIFY": "mailto://x json://y"})
    'http://…@proxy.example/ asked; told mailto://…'
    """
    for secret in (one for name in SECRETS.values() for one in environ.get(name, "").split()):
        text = text.replace(secret, secret.partition("://")[0] + "://…")
    return _USER.sub(r"\1…@", text)


class Lines(logging.Formatter):
    """A line for people; every line of a text that has several (a traceback) begins with the site.

    >>> record = logging.LogRecord("spiders", logging.INFO, "", 0, "one\\ntwo", (), None)
    >>> record.created = 0
    >>> print(Lines("hdtdkt").format(record))
    1970-01-01T00:00:00Z hdtdkt INFO spiders: one
    1970-01-01T00:00:00Z hdtdkt INFO spiders: two
    """

    def __init__(self, site: str) -> None:
        super().__init__()
        self.site = site

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        head = f"{when} {self.site} {record.levelname} {record.name}: "
        return "\n".join(head + line for line in covered(super().format(record)).splitlines() or [""])


class JsonLines(logging.Formatter):
    """One object a line: time (RFC 3339, UTC), site, level, logger, message, and the traceback where there is one.

    >>> record = logging.LogRecord("spiders", logging.INFO, "", 0, "%s asked", ("http://a.vn/",), None)
    >>> said = json.loads(JsonLines("hdtdkt").format(record))
    >>> said["site"], said["message"]
    ('hdtdkt', 'http://a.vn/ asked')
    """

    def __init__(self, site: str) -> None:
        super().__init__()
        self.site = site

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "site": self.site,
            "level": record.levelname,
            "logger": record.name,
            "message": covered(record.getMessage()),
        }
        if record.exc_info:
            said["traceback"] = covered(self.formatException(record.exc_info))
        return json.dumps(said, ensure_ascii=False)


FORMS = {"text": Lines, "json": JsonLines}


@contextmanager
def log(site: str, *, form: str = "text", level: str = "WARNING", file: Path | None = None) -> Iterator[None]:
    """Log what *site*'s run says while it lasts, to *file* or to standard error. UsageError: no such place."""
    try:
        handler: logging.Handler = WatchedFileHandler(file, encoding="utf-8") if file else logging.StreamHandler()
    except OSError as error:
        raise UsageError(f"{str(file)!r}: {error.strerror}; no log can be written there. Nothing was done") from None
    handler.setFormatter(FORMS[form](site))
    handler.setLevel(level)
    if file is None and form == "text":  # both stand on the same standard error
        handler.addFilter(lambda record: not getattr(record, "told", False))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(level)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()
