"""Telling people and machines after a run. Whatever fails here is one warning: a crawl is never lost to a message."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.request import Request, urlopen

from filelock import FileLock, Timeout

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
    try:
        with FileLock(root / f"{TOLD}.lock", timeout=PATIENCE):
            message, told = news(standings, read_told(root / TOLD))
            if message is None:
                return []
            if warnings := _bounded("notify", lambda: send(message, notify)):
                return warnings  # not told, so the next run tells it
            return _bounded("notify", lambda: write_whole(root / TOLD, json.dumps(told, ensure_ascii=False)))
    except (Timeout, OSError) as error:
        return [f"notify: {error}; the next run tells it"]


def send(message: News, addresses: Sequence[str]) -> None:
    """Send *message* by Apprise: mail, webhooks, the usual chats. Raises RuntimeError when it was not taken."""
    try:
        import apprise
    except ImportError:
        raise RuntimeError("apprise is not installed. Install it: pip install 'archiver[notify]'") from None
    post = apprise.Apprise()
    for address in addresses:
        if not post.add(address):
            raise RuntimeError(f"{address.partition('://')[0]}://… is no address that apprise knows")
    if not post.notify(title=message.title, body=message.body):
        raise RuntimeError("not taken by " + ", ".join(address.partition("://")[0] + "://…" for address in addresses))


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
    """Put *text* in the place of *file* at once: a reader sees the old or the new."""
    with NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, prefix=f".{file.name}.", delete=False) as part:
        part.write(text)
        os.fchmod(part.fileno(), 0o644)  # node_exporter is another user
    Path(part.name).replace(file)


def _bounded(what: str, act: Callable[[], None]) -> list[str]:
    """Do it in a thread of its own and wait no longer than PATIENCE. What went wrong, in one line."""
    trouble = [f"{what}: no answer within {PATIENCE:.0f} s; left alone"]

    def body() -> None:
        try:
            act()
            trouble.clear()
        except Exception as error:
            trouble[:] = [f"{what}: {error}"]

    thread = threading.Thread(target=body, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return list(trouble)
