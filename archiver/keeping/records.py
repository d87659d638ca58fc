"""A record as one line of JSON, and what makes two of them the same article, unchanged or edited."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import msgspec

from archiver.errors import ArchiveError
from archiver.shapes import SCHEMA_VERSION, Problem, Record

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)


class _Version(msgspec.Struct):
    schema_version: int = 0


_version = msgspec.json.Decoder(_Version)
_T = TypeVar("_T")


def encode(record: Record) -> bytes:
    """One line of UTF-8, its newline included; it reads back equal.

    Half a surrogate pair (pages carry them in JSON as '\\ud83d') has no UTF-8; it becomes U+FFFD, with a problem.
    """
    try:
        line = _encoder.encode(record)
    except UnicodeEncodeError:
        doubt = Problem("text-damaged", "half a surrogate pair stood here; it was replaced by U+FFFD")
        record = _without_surrogates(record)
        line = _encoder.encode(replace(record, problems=[*record.problems, doubt]))
    return line + b"\n"


def _without_surrogates(value: _T) -> _T:
    whole: Any = value
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    elif isinstance(value, list):
        whole = [_without_surrogates(item) for item in value]
    elif isinstance(value, dict):
        whole = {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        whole = replace(value, **{f.name: _without_surrogates(getattr(value, f.name)) for f in fields(value)})
    return cast("_T", whole)


def decode(line: bytes) -> Record:
    """The record that a line holds.

    Raises ArchiveError where the line was written by a newer version, ValueError where it is no record.
    """
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        refuse_newer(line)
        raise ValueError(str(error)) from None


def refuse_newer(line: bytes) -> None:
    try:
        version = _version.decode(line).schema_version
    except (msgspec.DecodeError, UnicodeDecodeError):
        return
    if version > SCHEMA_VERSION:
        raise ArchiveError(
            f"a record of schema version {version}; this archiver knows {SCHEMA_VERSION}: upgrade archiver"
        )


def lines_of(file: Path, start: int = 0, end: int | None = None) -> Iterator[tuple[int, bytes]]:
    """(offset, line) of every line of *file*, or of a piece of it that begins and ends with whole lines."""
    offset = start
    with file.open("rb") as lines:
        lines.seek(start)
        while (end is None or offset < end) and (line := lines.readline()):
            yield offset, line
            offset += len(line)


def facts_of(
    file: Path, read: Callable[[bytes], _T], version: Callable[[_T], int], start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, _T]]:
    """(offset, length, what *read* takes) of every line of a sealed file of records, or of a piece of it.

    For those who need a few of a record's fields, and fast. *version* says of which schema they are. Raises
    ArchiveError, naming file and line, where one is no record, or of a newer archiver.
    """
    for offset, line in lines_of(file, start, end):
        try:
            facts = read(line)
            newer = version(facts) > SCHEMA_VERSION
        except msgspec.DecodeError as why:
            raise ArchiveError(
                f"{file}, line {_number(file, offset)}: no record ({why}). See: archiver verify {file.parents[2]}"
            ) from why
        if newer:
            raise ArchiveError(
                f"{file}, line {_number(file, offset)}: written by a newer archiver. Install that version to read it."
            )
        yield offset, len(line), facts


def _number(file: Path, offset: int) -> int:
    with file.open("rb") as before:
        return 1 + before.read(offset).count(b"\n")


def pieces(file: Path, about: int) -> Iterator[tuple[int, int]]:
    """(start, end) of pieces of *file*, each of whole lines and *about* so many bytes."""
    size, start = file.stat().st_size, 0
    with file.open("rb") as lines:
        while start < size:
            lines.seek(min(start + about, size) - 1)
            lines.readline()
            end = min(lines.tell(), size)  # it may be growing; what is new is for the next time
            yield start, end
            start = end


def halves(file: Path, start: int, end: int) -> list[tuple[int, int]]:
    """A piece of *file* in two, each of whole lines; none where it is one line."""
    with file.open("rb") as lines:
        lines.seek((start + end) // 2)
        lines.readline()
        if (middle := lines.tell()) >= end:  # the second half is one line, or less: look for an end of line before it
            lines.seek(start)
            middle = start + len(lines.readline())
    return [(start, middle), (middle, end)] if middle < end else []


_SAID = (
    "kind",
    "byline",
    "authors",
    "source",
    "category",
    "tags",
    "published",
    "published_at",
    "published_raw",
    "modified",
)
"""What an article says besides its text. Not `related`: the list of other news changes every night, the article not."""


def content_digest(record: Record) -> bytes:
    """16 bytes: equal where nothing that an editor could have changed differs."""
    said = [
        record.status,
        record.text_digest,
        [getattr(record, name) for name in _SAID],
        [(a.url, a.name, a.digest) for a in record.attachments],
        [(i.url, i.caption, i.digest) if i.digest else (i.url, i.caption) for i in record.images],
    ]
    try:
        data = _encoder.encode(said)
    except UnicodeEncodeError:
        data = repr(said).encode("ascii", "backslashreplace")
    return hashlib.sha256(data).digest()[:16]


def differences(old: Record, new: Record) -> list[str]:
    """Names of the fields of the content that differ, in the record's order."""
    watched = {"status", "title", "lead", "body", "attachments", "images", "url", *_SAID}
    return [f.name for f in fields(Record) if f.name in watched and getattr(old, f.name) != getattr(new, f.name)]


def summarise(old: Record, new: Record) -> str | None:
    """For people: what differs, such as 'title; body: +12 −3 words'. None where nothing does."""
    parts = []
    for name in differences(old, new):
        before, after = getattr(old, name), getattr(new, name)
        if name in ("title", "lead", "body"):
            added, removed = word_diff(before or "", after or "")
            parts.append(f"{name}: +{added} −{removed} words" if added or removed else f"{name}: white space")
        elif isinstance(before, list):
            gained, lost = len([x for x in after if x not in before]), len([x for x in before if x not in after])
            parts.append(f"{name}: +{gained} −{lost}")
        else:
            parts.append(
                f"{name}: {before!r} → {after!r}" if name != "url" else f"url: {_path(before)} → {_path(after)}"
            )
    return "; ".join(parts) or None


def _path(url: str) -> str:
    return urlsplit(url).path or "/"


_PATIENCE = 2_000  # words: SequenceMatcher may take the product of both sides, and 2,000² is a second


def word_diff(before: str, after: str) -> tuple[int, int]:
    """(words added, words removed), in order; beyond some thousands of changed words, regardless of order.

    >>> word_diff("một hai ba", "một hai bốn năm")
    (2, 1)
    """
    old, new = before.split(), after.split()
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    old, new = old[start:], new[start:]
    if len(old) > _PATIENCE or len(new) > _PATIENCE:
        return (Counter(new) - Counter(old)).total(), (Counter(old) - Counter(new)).total()
    added = removed = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            added, removed = added + j2 - j1, removed + i2 - i1
    return added, removed
