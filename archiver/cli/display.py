"""What is seen while a crawl works: a live table on a terminal, a plain line now and then elsewhere, or nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Self

import click

from archiver.cli.screen import console, number, size
from archiver.cli.words import say
from archiver.running.options import Progress

if TYPE_CHECKING:
    from rich.table import Table


class Silent:
    """Shows nothing: cron mails whatever is said, so all is well when nothing is."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was begun."""

    def update(self, progress: Progress) -> None:
        """A site has come further."""

    def finish(self, site: str, message: str) -> None:
        """A site has come to its end."""

    def tick(self) -> None:
        """Time has passed."""


class Lines(Silent):
    """A plain line at most every few *seconds*, for output that is no terminal."""

    def __init__(self, seconds: float = 3.0) -> None:
        self.seconds = seconds
        self._last = time.monotonic()

    def update(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= self.seconds:
            self._last = now
            click.echo(
                say(
                    "{site}: {pages} pages asked, {articles} articles kept, {queued} to ask",
                    site=progress.site,
                    pages=number(progress.pages),
                    articles=number(progress.articles),
                    queued=number(progress.queued),
                )
            )


class Column(NamedTuple):
    """One of the live table."""

    heading: str
    """As `say` takes it."""
    cell: Callable[[Progress], str]
    """What stands there."""
    least: int = 0
    """Width of the terminal, in characters, from which on it has room."""


COLUMNS = (
    Column("site", lambda one: one.site),
    Column("pages", lambda one: number(one.pages)),
    Column("kept", lambda one: number(one.articles)),
    Column("to ask", lambda one: number(one.queued)),
    Column("a minute", lambda one: number(60 * one.pages / one.elapsed) if one.elapsed else "–", 70),
    Column("received", lambda one: size(one.bytes), 70),
    Column("left", lambda one: say("sealing") if one.sealing else clock(one.left)),
    Column("asking", lambda one: one.url or "", 80),
)


class Screen(Silent):
    """A table that is drawn anew in its place: a row a site at work, and the count of those done."""

    def __init__(self, sites: int = 1) -> None:
        from rich.live import Live  # only here: cron's runs need no rich, and it is slow to load

        self.sites = sites
        self.done = 0
        self.at_work: dict[str, Progress] = {}
        # Drawn by hand: a thread of its own would forbid to fork, and `crawl --all` forks.
        self.live = Live(console=console(), auto_refresh=False, transient=True)
        self._next = 0.0

    def __enter__(self) -> Self:
        self.live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.live.stop()

    def update(self, progress: Progress) -> None:
        self.at_work[progress.site] = progress
        self.tick()

    def finish(self, site: str, message: str) -> None:
        self.at_work.pop(site, None)
        self.done += 1
        if message:
            self.live.console.print(message, markup=False)
        self.tick()

    def tick(self) -> None:
        if (now := time.monotonic()) >= self._next:
            self._next = now + 0.25
            self.live.update(self._drawn(), refresh=True)

    def _drawn(self) -> Table:
        from rich import box
        from rich.table import Table

        columns = [column for column in COLUMNS if self.live.console.width >= column.least]
        drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
        for column in columns:
            drawn.add_column(
                say(column.heading), justify="left" if column.heading in ("site", "asking") else "right", no_wrap=True,
                overflow="ellipsis", ratio=1 if column.heading == "asking" else None,
            )  # fmt: skip
        for one in self.at_work.values():
            drawn.add_row(*(column.cell(one) for column in columns))
        if self.sites > 1:
            drawn.caption = say("{done} of {sites} sites done", done=self.done, sites=self.sites)
        return drawn


def clock(seconds: float | None) -> str:
    """Hours, minutes and seconds.

    >>> clock(75), clock(7275), clock(None)
    ('1:15', '2:01:15', '–')
    """
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
