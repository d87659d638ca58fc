"""A data set taken away with its description: Croissant, schema.org Dataset, and a datasheet for people.

Every figure in them is counted from the archive itself, the gaps too; nothing is claimed that the records do not show.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec

import archiver
from archiver.errors import UsageError
from archiver.keeping.schema import docs
from archiver.shapes import Record
from archiver.using.export import Choice, Snapshot, export, frozen, rights_of, snapshot
from archiver.using.figures import Figures, count
from archiver.walking.turning import TO_THE_END

# MLCommons Croissant 1.0, appendix "JSON-LD context": the format demands these very words.
_CONTEXT: dict[str, Any] = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column",
    "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"}, "equivalentProperty": "cr:equivalentProperty",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract", "field": "cr:field",
    "fileObject": "cr:fileObject", "fileProperty": "cr:fileProperty", "fileSet": "cr:fileSet", "format": "cr:format",
    "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key",
    "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path", "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
    "replace": "cr:replace", "samplingRate": "cr:samplingRate", "sc": "https://schema.org/",
    "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
}  # fmt: skip


class _Walk(msgspec.Struct):
    """What we want of `archiver.running.report.ListingWalk`."""

    url: str
    pages: int = 0
    items: int = 0
    claims: int | None = None
    claims_of: str | None = None
    ended: str = ""


class _Run(msgspec.Struct):
    run: str
    listings: list[_Walk] = []


def describe(root: Path, folder: Path, choice: Choice = Choice()) -> list[Path]:  # noqa: B008
    """Write the records (Parquet, JSON Lines) into *folder* with croissant.json, dataset.json and DATASHEET.md.

    The day that they name is that of the last run, so the same archive gives the same bytes on every day. Raises
    UsageError where the folder holds something already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{str(folder)!r} is not empty. Choose a new folder with --out.")
    folder.mkdir(parents=True, exist_ok=True)
    # Croissant's loader reads JSON Lines through pandas, which takes some texts for times; Parquet says what is what.
    records, table = folder / "records.jsonl", folder / "records.parquet"
    choice = frozen(root, choice)  # a run that is sealed meanwhile is in none of them, or the figures would disagree
    number = export(root, table, "parquet", choice)
    export(root, records, "jsonl", choice)
    name, figures = snapshot(root, choice.sites, choice.files), count(root, choice.sites, choice.files)
    rights = rights_of(root, name.sites)
    day = f"{name.last_run[:4]}-{name.last_run[4:6]}-{name.last_run[6:8]}" if name.last_run else None
    common = _dataset(name, figures, number, [table, records], rights, day)
    written = {
        "croissant.json": json.dumps(_croissant(common, table), ensure_ascii=False, indent=1) + "\n",
        "dataset.json": json.dumps({"@context": "https://schema.org/"} | common, ensure_ascii=False, indent=1) + "\n",
        "DATASHEET.md": _datasheet(name, figures, number, rights, day, [_complete(root, slug) for slug in name.sites]),
    }
    for file, text in written.items():
        (folder / file).write_text(text, "utf-8")
    return [table, records, *(folder / file for file in written)]


def _years(figures: Figures) -> tuple[str, str] | None:
    return (min(figures.months)[:4], max(figures.months)[:4]) if figures.months else None


def _dataset(
    name: Snapshot, figures: Figures, number: int, files: list[Path], rights: dict[str, str | None], day: str | None
) -> dict[str, Any]:
    years, sites = _years(figures), ", ".join(name.sites) or "none"
    stated = set(rights.values()) - {None, ""}
    if not stated:
        licence = "Rights are with the departments that published the texts; none is stated in the archive."
    elif len(set(rights.values())) == 1:
        licence = str(stated.pop())
    else:  # what one site grants, another has not
        licence = "; ".join(f"{slug}: {said or 'not stated'}" for slug, said in rights.items())
    return {
        "@type": "Dataset",
        "name": "archiver-" + name.identifier.rsplit(":", 1)[-1][:12],
        "description": (
            f"News of Vietnamese public-sector sites ({sites}), {number} records, with dates as printed and as EDTF, "
            "every doubt listed, and a pointer from each record to the bytes that the server sent."
        ),
        "url": f"urn:{name.identifier}",
        "identifier": name.identifier,
        "version": "1.0.0",
        "license": licence,
        "creator": {
            "@type": "Organization",
            "name": f"archiver {archiver.__version__}",
        },  # Croissant allows no software
        **({"datePublished": day} if day else {}),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "keywords": ["Vietnam", "public sector", "news", "web archive"],
        **({"temporalCoverage": f"{years[0]}/{years[1]}"} if years else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": file.name,
                "encodingFormat": f"application/{'jsonlines' if file.suffix == '.jsonl' else 'x-parquet'}",
                "contentSize": f"{file.stat().st_size} B",
                "sha256": _sha256(file),
            }
            for file in files
        ],
    }


def _croissant(common: dict[str, Any], table: Path) -> dict[str, Any]:
    hints, texts = typing.get_type_hints(Record), docs()["Record"]
    fields = []
    for f in dataclasses.fields(Record):
        kind, repeated = _croissant_type(hints[f.name])
        if kind is None:
            continue  # nested: the JSON Schema describes it
        fields.append(
            {
                "@type": "cr:Field",
                "@id": f"records/{f.name}",
                "name": f.name,
                "description": texts[f.name],
                "dataType": kind,
                **({"repeated": True} if repeated else {}),
                "source": {"fileObject": {"@id": table.name}, "extract": {"column": f.name}},
            }
        )
    files = [
        {"@id": d["name"], "@type": "cr:FileObject"} | {k: v for k, v in d.items() if k != "@type"}
        for d in common["distribution"]
    ]
    return {
        "@context": _CONTEXT,
        **common,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "citeAs": f"{common['name']}, {common['identifier']}",
        "distribution": files,
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "records",
                "name": "records",
                "key": {"@id": "records/id"},
                "field": fields,
            }
        ],
    }


def _croissant_type(shape: Any) -> tuple[str | None, bool]:
    origin, args = get_origin(shape), get_args(shape)
    if origin in (types.UnionType, typing.Union):
        return _croissant_type(next(a for a in args if a is not type(None)))
    if origin is Literal or shape is str:
        return "sc:Text", False
    if shape is int:
        return "sc:Integer", False
    if origin is list and args[0] is str:
        return "sc:Text", True
    return None, False


def _sha256(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "0"


def _complete(root: Path, slug: str) -> str:
    """How far the listings of a site were walked: of each, the last walk that did not stop at what was known."""
    walks: dict[str, _Walk] = {}
    decode = msgspec.json.Decoder(_Run).decode
    for file in sorted((root / slug / "runs").glob("*.json")):
        with suppress(msgspec.MsgspecError):  # of a manifest, or harmed: for `verify` to tell
            for walk in decode(file.read_bytes()).listings:
                if walk.ended != "known" or walk.url not in walks:
                    walks[walk.url] = walk
    if not walks:
        return f"- {slug}: no listing was walked."
    whole = [w for w in walks.values() if w.ended in TO_THE_END]
    said = f"- {slug}: {len(whole)} of {len(walks)} listings were walked to their end"
    others = Counter(w.ended or "unknown" for w in walks.values() if w not in whole)
    if others:
        said += f" (the others ended by: {', '.join(f'{why} {n}' for why, n in sorted(others.items()))})"
    for what in ("items", "pages"):
        counted = [w for w in walks.values() if w.claims is not None and w.claims_of == what]
        if counted:
            seen = sum(w.items if what == "items" else w.pages for w in counted)
            said += (
                f"; {len(counted)} print how many {what} they have: {sum(w.claims or 0 for w in counted)}, seen {seen}"
            )
    return said + "."


def _datasheet(
    name: Snapshot, figures: Figures, number: int, rights: dict[str, str | None], day: str | None, complete: list[str]
) -> str:
    years = _years(figures)
    doubtful = sum(figures.doubtful.values())
    lines = [
        f"# Datasheet of {name.identifier}",
        "",
        f"Written by archiver {archiver.__version__} from the archive's own records, as of {day or 'no run yet'}.",
        "",
        "## What it is",
        "",
        f"- {number} records in this export.",
        f"- The archive holds {figures.articles} articles still published, {figures.revisions} revisions in all.",
        f"- Sites: {', '.join(f'{slug} ({n} revisions)' for slug, n in name.sites.items()) or 'none'}.",
        f"- Dates of publication from {years[0]} to {years[1]}."
        if years
        else "- No article names a date of publication.",
        f"- Last run that wrote any of them: {name.last_run or 'none'}.",
        "",
        "## How complete",
        "",
        *(complete or ["- No site."]),
        "- Each walk, and why it ended, stands in the reports of the runs (`runs/`).",
        "",
        "## Known gaps and doubts",
        "",
        f"- Articles whose page gives no date of publication: {_share(figures.undated, figures.articles)}.",
        f"- Dated articles with at least one listed doubt: {_share(doubtful, figures.articles - figures.undated)}.",
        *(f"  - `{code}`: {n} articles" for code, n in figures.problems.most_common()),
        "- What a site no longer showed at the first crawl was never seen. What robots.txt forbids was not asked for.",
        "",
        "## Rights",
        "",
        *(f"- {slug}: {said or 'nothing is stated in the archive'}" for slug, said in rights.items()),
        "",
        "## How it was made",
        "",
        "Pages were fetched politely (RFC 9309) and kept byte for byte (WARC 1.1). Titles, texts, bylines and dates",
        "were read by rules, without a model; each field names the rule (`found`), each doubt is listed (`problems`).",
        "A later version of the reader may read the same bytes better: such revisions say `reextracted`.",
        "",
    ]
    return "\n".join(lines)
