"""What a person sees: plain tables on standard output, one line of trouble on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from archiver.cli.sentences import heard
from archiver.cli.words import say, spoken

if TYPE_CHECKING:
    from rich.console import Console


def console(*, stderr: bool = False) -> Console:
    """A console that cuts nothing off when the output is a file or a pipe, which has no width of its own."""
    from rich.console import Console  # only here: cron's runs need no rich, and it is slow to load

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else 160
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """Print a table; numbers stand right, everything else left. Headings are said in the language in use."""
    from rich import box
    from rich.table import Table

    drawn = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False, show_edge=False)
    lines = [[cell if cell is not None else "–" for cell in row] for row in rows]
    for at, heading in enumerate(headings):
        numbers = bool(lines) and all(isinstance(line[at], int | float) or line[at] == "–" for line in lines)
        drawn.add_column(say(heading), justify="right" if numbers else "left", overflow="fold")
    for line in lines:
        drawn.add_row(*(number(cell) if isinstance(cell, int | float) else str(cell) for cell in line))
    console().print(drawn)


def number(value: float) -> str:
    """A number as the reader's language writes it: thousands apart, at most one decimal.

    >>> number(12345), number(0.25)
    ('12,345', '0.2')
    """
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
    return text.translate(str.maketrans(",.", ".,")) if spoken() == "vi" else text


def size(count: float) -> str:
    """Bytes for people.

    >>> size(532), size(52_428_800)
    ('532 B', '50.0 MiB')
    """
    for unit in ("B", "KiB", "MiB", "GiB"):
        if count < 1024 or unit == "GiB":
            return f"{number(int(count) if unit == 'B' else float(count))} {unit}"
        count /= 1024
    raise AssertionError


def note(text: str) -> None:
    """One line on standard error, for a person, in the language in use; never part of the output."""
    click.echo("archiver: " + heard(" ".join(text.split())), err=True)
