"""The commands that read: a text's dates, a page's record."""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
import msgspec

from archiver.cli.command import Day, command, option
from archiver.cli.words import say
from archiver.errors import Exit, SiteAlarm, UnreadableDate, UsageError
from archiver.shapes import CaptureRef, Extractor

NOT_HTML = {  # what is handed in by mistake most often, by its first bytes
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP, DOCX or XLSX file",
    b"\xd0\xcf\x11\xe0": "a DOC or XLS file",
    b"\x1f\x8b": "gzip: unpack it first",
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@command("dates", help="Every date in TEXT, one JSON object a line; '-' reads standard input.")
@click.argument("text")
@option(
    "--reference",
    type=Day(),
    metavar="DATE",
    help="The day on which the text was written, YYYY-MM-DD: fills in what is not printed, and says so.",
)
def dates(text: str, reference: date | None) -> None:
    from archiver.vietnamese.dates import find_dates, parse_date

    if text == "-":
        text = _standard_input()
    found = find_dates(text, reference)
    why = ""
    if not found and len(text) <= 80:
        try:
            found = [parse_date(text, reference)]  # forms that are dates only where nothing else stands: "20240805"
        except UnreadableDate as problem:
            why = "" if problem.why == "no form of date fits" else f": {problem.why}"
    for reading in found:
        click.echo(msgspec.json.encode(reading).decode())
    if not found:
        quoted = text if len(text) <= 60 else text[:57] + "..."
        click.echo("archiver: " + say("no date in {text}", text=repr(quoted)) + why, err=True)


@command("extract", help="Read the article of one page and print its record as JSON; '-' reads standard input.")
@click.argument("file")
@option("--url", required=True, help="Address that the page was saved from.")
@option("--site", help="Profile whose selectors are to be used; default: found by the address.")
@option("--content-type", help="The Content-Type header that the page came with.")
def extract(file: str, url: str, site: str | None, content_type: str | None) -> int:
    from archiver.keeping.rereading import reader_version
    from archiver.normalise import normalise
    from archiver.reading.article import extract as extract_article
    from archiver.sites import profile_for

    url = address(url)
    if site is None and (profile := profile_for(url)) is not None:
        site = profile.name
    body = _page(file)
    now = datetime.now(UTC)
    article = extract_article(body, url, content_type=content_type, fetched_at=now, site=site)
    if not article.title and not article.body and not article.lead:
        doubts = "; ".join(str(problem) for problem in article.problems) or "neither title nor text was found"
        raise SiteAlarm(f"{file!r}: no article ({article.kind}): {doubts}. See how it is read: archiver doctor {url}")
    record = normalise(
        article,
        site=site or urlsplit(url).hostname or "page",
        run=now.strftime("%Y%m%dT%H%M%SZ"),
        fetched_at=now,
        capture=CaptureRef(file=file, offset=0, length=len(body), digest="sha256:" + hashlib.sha256(body).hexdigest()),
        extractor=Extractor(version=reader_version(), profile=site),
    )
    click.echo(msgspec.json.encode(record).decode())
    return Exit.OK


def address(text: str) -> str:
    """*text* as an absolute http(s) URL. Raises UsageError with the likely meaning.

    >>> address("https://hdtdkt.example/tin/1")
    'https://hdtdkt.example/tin/1'
    >>> address("hdtdkt.example/tin/1")
    Traceback (most recent call last):
    archiver.errors.UsageError: 'hdtdkt.example/tin/1' has no scheme. Did you mean 'https://hdtdkt.example/tin/1'?
    """
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port  # refuses what is no number, or out of range
    except ValueError as error:
        raise UsageError(f"{text!r} is no URL: {error}. Write it like https://hdtdkt.example/tin/1") from None
    if parts.scheme in ("http", "https") and host:
        return text
    if "://" not in text:
        raise UsageError(f"{text!r} has no scheme. Did you mean {'https://' + text.lstrip('/')!r}?")
    raise UsageError(f"{text!r} is no web address. Write it like https://hdtdkt.example/tin/1")


def _page(file: str) -> bytes:
    """The bytes of *file*, or of standard input for '-'. Raises UsageError when they cannot be a page, PDF or JSON."""
    from archiver.reading.document import is_binary, sniff

    try:
        body = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(
            f"{file!r}: {error.strerror}. Give the file of a saved page, or - for standard input"
        ) from None
    what = next((name for magic, name in NOT_HTML.items() if body.startswith(magic)), None)
    if sniff(body) in ("application/pdf", "application/json"):
        return body
    if not body.strip():
        what = "empty"
    elif what is None and b"<" not in body and not body.startswith(UTF_16):
        what = "not HTML: no tag in it"
    elif what is None and is_binary(body[:65_536]):
        what = "not HTML: bytes that no text is made of"
    if what:
        raise UsageError(f"{file!r}: {what}. Give the HTML of one page, as the server sent it")
    return body


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"standard input: byte {error.start} is not UTF-8. Convert it first: iconv -f windows-1258 -t utf-8"
        ) from None
