"""The commands that read: a text's dates, a page's record."""

from __future__ import annotations

import sys
from datetime import date

import click
import msgspec

from archiver.cli.command import Day, command, option
from archiver.cli.words import say
from archiver.errors import UsageError


@command("dates", help="Every date in TEXT, one JSON object a line; '-' reads standard input.")
@click.argument("text")
@option(
    "--reference",
    type=Day(),
    metavar="DATE",
    help="The day on which the text was written, YYYY-MM-DD: fills in what is not printed, and says so.",
)
def dates(text: str, reference: date | None) -> None:
    from archiver.vietnamese.dates import find_dates

    if text == "-":
        text = _standard_input()
    found = find_dates(text, reference)
    for reading in found:
        click.echo(msgspec.json.encode(reading).decode())
    if not found:
        quoted = text if len(text) <= 60 else text[:57] + "..."
        click.echo("archiver: " + say("no date in {text}", text=repr(quoted)), err=True)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"standard input: byte {error.start} is not UTF-8. Convert it first: iconv -f windows-1258 -t utf-8"
        ) from None
