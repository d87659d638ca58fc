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
HURRY = 3.0
"""The same after a run that was told to end: whoever told it waits, and a machine that goes down not for long."""
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
    heard: Callable[[str], str] = str,
    hurried: bool = False,
) -> list[str]:
    """Write the file for node_exporter, notify of what changed, ping the health check; the warnings come back.

    *heard* says what is told in the language of those who are told. All of it together takes no longer than PATIENCE,
    and than HURRY where someone waits for the end of this process (*hurried*).
    """
    patience = min(HURRY, PATIENCE) if hurried else PATIENCE
    acts: dict[str, Callable[[], None]] = {}
    if prometheus_file:
        acts["prometheus"] = lambda: write_whole(Path(prometheus_file), prometheus(standings))
    if healthcheck:
        acts["healthcheck"] = lambda: ping(healthcheck, exit_code, site)
    apart = _Bounded(acts, patience)  # at once: a chat that hangs must not keep the ping from its time
    warnings = _notify_once(root, standings, notify, heard, patience) if notify else []
    return warnings + [f"{what}: {one}" for what, trouble in apart.trouble().items() for one in trouble]


def _notify_once(
    root: Path, standings: Sequence[Standing], notify: Sequence[str], heard: Callable[[str], str], patience: float
) -> list[str]:
    """Tell each address what has changed since that address was last told, all of them at once."""
    end = time.monotonic() + patience
    warnings: list[str] = []
    try:
        with FileLock(root / f"{TOLD}.lock", timeout=patience / 2):  # the other half is for what is to be told
            before = read_told(root / TOLD)
            due = {address: news(standings, before.get(_name(address), {}), heard) for address in dict.fromkeys(notify)}
            after = {_name(address): told for address, (message, told) in due.items() if message is None}
            messages = {address: message for address, (message, _) in due.items() if message is not None}
            called = _called(list(due))
            sending = {
                address: partial(send, message, address, called[address]) for address, message in messages.items()
            }
            bounded = _Bounded(sending, end - time.monotonic(), patience, called)
            for address, trouble in bounded.trouble().items():
                warnings += [f"notify: {one}" for one in trouble]
                if not trouble:  # else it is not told, so the next run tells it
                    after[_name(address)] = due[address][1]
            if after != before:
                kept = {name: told for name, told in before.items() if name in map(_name, notify)} | after
                write_whole(root / TOLD, json.dumps(kept, ensure_ascii=False))
    except (Timeout, OSError) as error:
        warnings.append(f"notify: {error}; the next run tells it")
    return warnings


def _name(address: str) -> str:
    """What an address is called in the file of what was told: it may be a secret."""
    return sha256(address.encode()).hexdigest()[:16]


def _called(addresses: Sequence[str]) -> dict[str, str]:
    """What each address is called in a warning: all behind its scheme may be secret, in some a host's place as well.

    >>> list(_called(["mailto://an:secret@so.example"]).values())
    ['mailto://…']
    >>> list(_called(["json://so.example/secret", "tgram://secret/1"]).values())
    ['json://… (address 1 of 2)', 'tgram://… (address 2 of 2)']
    """
    schemes = {address: address.partition("://")[0] + "://…" for address in addresses}
    if len(schemes) == 1:
        return schemes
    return {one: f"{schemes[one]} (address {number} of {len(schemes)})" for number, one in enumerate(schemes, 1)}


def send(message: News, address: str, called: str) -> None:
    """Send *message* by Apprise: mail, webhooks, the usual chats. Raises RuntimeError when it was not taken.

    *called*: the address without its secrets.
    """
    try:
        import apprise
    except ImportError:
        raise RuntimeError("apprise is not installed. Install it: pip install 'archiver[notify]'") from None
    with _hearing() as heard:
        # In this very thread (not async, no limit of apprise's own): it would else use a pool, whose threads the end of
        # the process waits for, however long a chat hangs. Ours is left alone after PATIENCE.
        post = apprise.Apprise(asset=apprise.AppriseAsset(async_mode=False, service_timeout=0))
        if not post.add(address):
            raise RuntimeError(f"{called} is no address that apprise knows")
        if not post.notify(title=message.title, body=message.body):
            why = " ".join(covered(" ".join(heard)).split()).replace(address, called)
            raise RuntimeError(f"not taken by {called}" + (f" ({why[:200]})" if why else ""))


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


class _Bounded:
    """Does things at once, each in a thread of its own, and waits for no longer than *seconds* for all of them.

    A thread that hangs is left alone: it ends with the process, which does not wait for it.
    """

    def __init__(
        self,
        acts: Mapping[str, Callable[[], None]],
        seconds: float,
        said: float | None = None,
        called: Mapping[str, str] | None = None,
    ) -> None:
        """*said*: the seconds that are spoken of, where some were spent before. *called*: who does not answer."""
        whom = {what: f" from {called[what]}" if called else "" for what in acts}
        self._trouble = {what: [f"no answer{whom[what]} within {said or seconds:.0f} s; left alone"] for what in acts}
        self._end = time.monotonic() + seconds
        self._threads = [threading.Thread(target=self._do, args=(what, acts[what]), daemon=True) for what in acts]
        for thread in self._threads:
            thread.start()

    def _do(self, what: str, act: Callable[[], None]) -> None:
        try:
            act()
            self._trouble[what] = []
        except Exception as error:
            self._trouble[what] = [str(error)]

    def trouble(self) -> dict[str, list[str]]:
        """When all is done, or the time is up. By name: what went wrong, in one line."""
        for thread in self._threads:
            thread.join(max(0.0, self._end - time.monotonic()))
        return dict(self._trouble)
