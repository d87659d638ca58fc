"""Records taken away in the forms that researchers open: JSON Lines, CSV, Parquet; and a name for what was taken.

Every export is in one order (site, id, revision) and made of nothing but the records, so twice gives the same bytes.
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec

from archiver.errors import UsageError
from archiver.keeping.records import facts_of
from archiver.shapes import Record
from archiver.using.sites import record_files
from archiver.vietnamese.edtf import covers

Form = Literal["jsonl", "csv", "parquet"]

FIELDS = tuple(f.name for f in dataclasses.fields(Record))
COLUMNS = (*FIELDS, "rights")
"""Of CSV and Parquet: a record's fields, and what its archive says of rights."""
_ROWS = 10_000  # of a Parquet row group: some 30 MB of news


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records are meant."""

    sites: Collection[str] | None = None
    """Slugs; None for all."""
    since: date | None = None
    """First day, by the article's own date."""
    until: date | None = None
    """Last day, by the article's own date."""
    history: bool = False
    """All revisions and tombstones, not the latest published ones alone."""
    files: Sequence[Path] | None = None
    """The sealed files to read; None: those that are there when they are asked for. See `frozen`."""


@dataclass(frozen=True, slots=True)
class _Line:
    site: str
    id: str
    revision: int
    gone: bool
    published: str
    file: Path
    offset: int
    length: int


def frozen(root: Path, choice: Choice = Choice()) -> Choice:
    """*choice* over the runs that are sealed now: what reads it twice finds the same, whatever is sealed between."""
    return choice if choice.files is not None else replace(choice, files=tuple(record_files(root)))


class _Key(msgspec.Struct):
    """The few fields that choosing and sorting need: read without building the rest."""

    id: str
    revision: int
    site: str
    status: str
    published: str | None = None
    schema_version: int = 0


def _index(root: Path, choice: Choice) -> list[_Line]:
    """One entry a record, in the order of the export. Some 200 bytes each: a million records are held in 200 MB."""
    files = frozen(root, choice).files or ()
    known = {p.parent.name for p in root.glob("*/archive.json")} | {file.parents[2].name for file in files}
    if choice.sites is not None and (strange := sorted(set(choice.sites) - known)):
        raise UsageError(f"{strange[0]!r}: no such site in {root}. It has: {', '.join(sorted(known)) or 'none'}.")
    lines: list[_Line] = []
    decode = msgspec.json.Decoder(_Key).decode
    for file in files:
        if choice.sites is not None and file.parents[2].name not in choice.sites:
            continue
        for offset, length, key in facts_of(file, decode, lambda key: key.schema_version):
            gone = key.status == "gone"
            lines.append(_Line(key.site, key.id, key.revision, gone, key.published or "", file, offset, length))
    lines.sort(key=lambda line: (line.site, line.id, line.revision))
    if lines and not choice.history:
        lines = [
            a for a, b in zip(lines, [*lines[1:], None], strict=True) if b is None or (a.site, a.id) != (b.site, b.id)
        ]
        lines = [line for line in lines if not line.gone]
    if choice.since or choice.until:
        lines = [line for line in lines if covers(line.published, choice.since, choice.until)]
    return lines


def lines(root: Path, choice: Choice = Choice()) -> Iterator[bytes]:
    """The chosen records as they stand in the archive, a line each, in the order of the export."""
    opened: dict[Path, typing.BinaryIO] = {}
    try:
        for line in _index(root, choice):
            if line.file not in opened:
                if len(opened) > 200:
                    opened.popitem()[1].close()
                opened[line.file] = line.file.open("rb")
            opened[line.file].seek(line.offset)
            yield opened[line.file].read(line.length).rstrip(b"\n")
    finally:
        for file in opened.values():
            file.close()


def export(
    root: Path,
    out: Path,
    form: Form,
    choice: Choice = Choice(),
    *,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write the chosen records to the file *out*, and say how many. Nothing is left there if it fails."""
    writers: dict[Form, Callable[[Iterator[bytes], Path], int]] = {
        "jsonl": _write_jsonl,
        "csv": lambda rows, file: _write_csv(rows, file, rights_of(root, choice.sites)),
        "parquet": lambda rows, file: _write_parquet(rows, file, rights_of(root, choice.sites)),
    }
    scratch = out.with_name(out.name + ".tmp")

    def counted() -> Iterator[bytes]:
        for number, line in enumerate(lines(root, choice), 1):
            if progress and number % 1000 == 0:
                progress(number)
            yield line

    try:
        count = writers[form](counted(), scratch)
        scratch.replace(out)
    except OSError as why:
        raise UsageError(f"{out}: cannot be written ({why.strerror}). Choose another place with --out.") from why
    finally:
        scratch.unlink(missing_ok=True)
    return count


def _write_jsonl(rows: Iterator[bytes], out: Path) -> int:
    count = 0
    with out.open("wb") as file:
        for count, row in enumerate(rows, 1):  # noqa: B007 - it is the answer
            file.write(row + b"\n")
    return count


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Any) -> str:
    """*value* as a CSV cell: nested values as JSON, and no text that a spreadsheet would take for a formula.

    >>> cell("=cmd|'/c calc'!A1")
    "'=cmd|'/c calc'!A1"
    >>> cell(["a", "b"]), cell(None)
    ('["a", "b"]', '')
    """
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A body that begins with "- " is a list item, and would be a formula too: the mark is what OWASP advises.
    return "'" + text if text.startswith(_FORMULA) and not isinstance(value, int | float) else text


def _write_csv(rows: Iterator[bytes], out: Path, rights: dict[str, str | None]) -> int:
    count = 0
    with out.open("w", encoding="utf-8-sig", newline="") as file:  # the mark tells Excel that it is UTF-8
        writer = csv.writer(file, lineterminator="\r\n")  # RFC 4180
        writer.writerow(COLUMNS)
        for count, row in enumerate(rows, 1):  # noqa: B007
            record = json.loads(row)
            record["rights"] = rights.get(record["site"])
            writer.writerow([cell(record.get(name)) for name in COLUMNS])
    return count


def arrow_type(shape: Any) -> Any:
    """The Arrow type of a field of a record."""
    import pyarrow as pa

    scalars = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if shape in scalars:
        return scalars[shape]
    origin, args = get_origin(shape), get_args(shape)
    if origin is Literal:
        return pa.string()
    if origin in (types.UnionType, typing.Union):
        return arrow_type(next(a for a in args if a is not type(None)))
    if origin is list:
        return pa.list_(arrow_type(args[0]))
    if origin in (dict, Mapping):
        return pa.map_(arrow_type(args[0]), arrow_type(args[1]))
    hints = typing.get_type_hints(shape)
    return pa.struct([pa.field(f.name, arrow_type(hints[f.name])) for f in dataclasses.fields(shape)])


def rights_of(root: Path, sites: Collection[str] | None = None) -> dict[str, str | None]:
    """Slug to what its archive says of rights; None where it says nothing. All of *root* where *sites* is None."""
    if sites is None:
        sites = {p.parent.name for p in root.glob("*/archive.json")}
    said = dict[str, str | None]()
    for slug in sorted(sites):
        file = root / slug / "archive.json"
        said[slug] = json.loads(file.read_bytes()).get("rights") if file.exists() else None
    return said


def _write_parquet(rows: Iterator[bytes], out: Path, rights: dict[str, str | None]) -> int:
    """Write *rows*, each with what *rights* say of its site; all of them stand in the file's own metadata too."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as why:
        raise UsageError("Parquet needs pyarrow: pip install 'archiver[table]'") from why
    hints = typing.get_type_hints(Record)
    metadata = {"rights": json.dumps(rights, ensure_ascii=False)}
    fields = [pa.field(name, arrow_type(hints[name])) for name in FIELDS]
    schema = pa.schema([*fields, pa.field("rights", pa.string())], metadata)
    count, batch = 0, list[dict[str, Any]]()
    with pq.ParquetWriter(out, schema, compression="zstd", version="2.6") as writer:

        def flush() -> None:
            if batch:
                writer.write_table(pa.Table.from_pylist(batch, schema=schema), row_group_size=_ROWS)
                batch.clear()

        for count, row in enumerate(rows, 1):  # noqa: B007
            record = json.loads(row)
            record["found"] = list((record.get("found") or {}).items())
            record["rights"] = rights.get(record["site"])
            batch.append(record)
            if len(batch) == _ROWS:
                flush()
        flush()
    return count


# --- a name for what was taken ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen set of records, named by its content."""

    identifier: str
    """'archiver:sha256:' and 64 hexadecimal digits, over every revision of every record that is meant."""
    revisions: int
    records: int
    """Articles still published."""
    sites: dict[str, int]
    """Slug to number of revisions."""
    last_run: str | None
    """The latest run that wrote any of them."""


def snapshot(root: Path, sites: Collection[str] | None = None, files: Sequence[Path] | None = None) -> Snapshot:
    """Name what *root* holds now, or held in *files*.

    The same records give the same name, wherever they lie and however they are filed.

    The identifier is SHA-256 over the lines "site<TAB>id<TAB>revision<TAB>SHA-256 of the record's JSON line<LF>" in
    the order of the export, so anyone with the JSON Lines and sha256sum can check it.
    """
    total, counts, latest, last = hashlib.sha256(), dict[str, int](), dict[tuple[str, str], str](), None
    for row in lines(root, Choice(sites=sites, history=True, files=files)):
        record = msgspec.json.decode(row)
        site, id, revision = record["site"], record["id"], record["revision"]
        total.update(f"{site}\t{id}\t{revision}\t{hashlib.sha256(row).hexdigest()}\n".encode())
        counts[site] = counts.get(site, 0) + 1
        latest[(site, id)] = record["status"]
        last = max(last or "", record["run"])
    published = sum(status == "published" for status in latest.values())
    return Snapshot(f"archiver:sha256:{total.hexdigest()}", sum(counts.values()), published, counts, last)
