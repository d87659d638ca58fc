"""Telling people and machines after a run. Whatever fails here is one warning: a crawl is never lost to a message."""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.request import Request, urlopen

from filelock import FileLock, Timeout

from archiver.running.logs import covered
from archiver.running.status import News, Standing, news, prometheus, read_told

PATIENCE = 30.0
"""Seconds that a message may take; a server that hangs is left hanging."""
TOLD = "told.json"


def tell(
    root: Path,
    standings: Sequence[Standing],
    *,
    notify: Sequence[str] = (),
    prometheus_file: str | None = None,
    healthcheck: str | None = None,
    exit_code: int = 0,
    site: str | None = None,
) -> list[str]:
    """Write the file for node_exporter, notify of what changed, ping the health check; the warnings come back."""
    warnings = []
    if prometheus_file:
        warnings += _bounded("prometheus", lambda: write_whole(Path(prometheus_file), prometheus(standings)))
    if notify:
        warnings += _notify_once(root, standings, notify)
    if healthcheck:
        warnings += _bounded("healthcheck", lambda: ping(healthcheck, exit_code, site))
    return warnings


def _notify_once(root: Path, standings: Sequence[Standing], notify: Sequence[str]) -> list[str]:
    """Tell each address what has changed since that address was last told, all of them at once."""
    try:
        with FileLock(root / f"{TOLD}.lock", timeout=PATIENCE):
            before = read_told(root / TOLD)
            due = {address: news(standings, before.get(_name(address), {})) for address in dict.fromkeys(notify)}
            after = {_name(address): told for address, (message, told) in due.items() if message is None}
            warnings = []
            messages = {address: message for address, (message, _) in due.items() if message is not None}
            for address, trouble in _all_bounded({one: partial(send, messages[one], one) for one in messages}).items():
                warnings += [f"notify: {one}" for one in trouble]
                if not trouble:  # else it is not told, so the next run tells it
                    after[_name(address)] = due[address][1]
            if after != before:
                kept = {name: told for name, told in before.items() if name in map(_name, notify)} | after
                warnings += _bounded("notify", lambda: write_whole(root / TOLD, json.dumps(kept, ensure_ascii=False)))
            return warnings
    except (Timeout, OSError) as error:
        return [f"notify: {error}; the next run tells it"]


def _name(address: str) -> str:
    """What an address is called in the file of what was told: it may be a secret."""
    return sha256(address.encode()).hexdigest()[:16]


def send(message: News, address: str) -> None:
    """Send *message* by Apprise: mail, webhooks, the usual chats. Raises RuntimeError when it was not taken."""
    try:
        import apprise
    except ImportError:
        raise RuntimeError("apprise is not installed. Install it: pip install 'archiver[notify]'") from None
    scheme = address.partition("://")[0] + "://…"
    with _hearing() as heard:
        # In this very thread (not async, no limit of apprise's own): it would else use a pool, whose threads the end of
        # the process waits for, however long a chat hangs. Ours is left alone after PATIENCE.
        post = apprise.Apprise(asset=apprise.AppriseAsset(async_mode=False, service_timeout=0))
        if not post.add(address):
            raise RuntimeError(f"{scheme} is no address that apprise knows")
        if not post.notify(title=message.title, body=message.body):
            why = " ".join(covered(" ".join(heard)).split()).replace(address, scheme)
            raise RuntimeError(f"not taken by {scheme}" + (f" ({why[:200]})" if why else ""))


@contextmanager
def _hearing() -> Iterator[list[str]]:
    """What apprise warns of in this very thread, since others may be telling other addresses at the same time.

    It does not go on to cron's standard error, where it would be a second line of one trouble.
    """
    heard: list[str] = []
    logger, thread = logging.getLogger("apprise"), threading.get_ident()

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == thread:
                heard.append(record.getMessage())

    ear = Ear(logging.WARNING)
    logger.addHandler(ear)
    propagated, logger.propagate = logger.propagate, False
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagated


def ping(url: str, exit_code: int, site: str | None = None) -> None:
    """Ask *url* once, with {code} filled in; without that place it is asked only when all is well.

    {site} becomes the archive's name, or "all" after a run of all.
    """
    if "{code}" not in url and exit_code:
        return
    asked = url.replace("{code}", str(exit_code)).replace("{site}", site or "all")
    request = Request(asked, headers={"User-Agent": "archiver"})  # noqa: S310  http(s): checked in config
    with urlopen(request, timeout=10) as answer:  # noqa: S310  http(s): checked in config
        answer.read(1024)


def write_whole(file: Path, text: str) -> None:
    """Put *text* in the place of *file* at once: a reader sees the old or the new. OSError names *file*."""
    part = None
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, prefix=f".{file.name}.", delete=False) as part:
            part.write(text)
            os.fchmod(part.fileno(), 0o644)  # node_exporter is another user
        Path(part.name).replace(file)
    except OSError as error:
        if part is not None:
            Path(part.name).unlink(missing_ok=True)
        # a full disk is told of by a handle, which has no name; and the name of the part would tell nobody anything
        raise OSError(error.errno, error.strerror or str(error), str(file)) from None


def _bounded(what: str, act: Callable[[], None]) -> list[str]:
    """Do it in a thread of its own and wait no longer than PATIENCE. What went wrong, in one line."""
    return [f"{what}: {one}" for one in _all_bounded({what: act})[what]]


def _all_bounded(acts: Mapping[str, Callable[[], None]]) -> dict[str, list[str]]:
    """Do them at once, and wait no longer than PATIENCE for all. By name: what went wrong, in one line.

    A thread that hangs is left alone: it ends with the process, which does not wait for it.
    """
    trouble = {what: [f"no answer within {PATIENCE:.0f} s; left alone"] for what in acts}

    def body(what: str) -> None:
        try:
            acts[what]()
            trouble[what] = []
        except Exception as error:
            trouble[what] = [str(error)]

    threads = [threading.Thread(target=body, args=(what,), daemon=True) for what in acts]
    end = time.monotonic() + PATIENCE
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return dict(trouble)
