"""The published contract: data/record.schema.json and the tables of data/README.md, made from `shapes.Record` alone.

`python -m archiver.keeping.schema data` writes both anew; a test fails when they lag behind the code.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from archiver import shapes
from archiver.shapes import Record

PARAGRAPH = "\n\n"
FILE = "record.schema.json"
TITLE = f"A record of archiver, schema version {shapes.SCHEMA_VERSION}"

PATTERNS: dict[str, dict[str, str]] = {
    "Record": {
        "id": r"^[a-z0-9][a-z0-9._-]*-[a-z2-7]{16}$",
        "run": r"^\d{8}T\d{6}Z$",
        "fetched_at": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$",
        "published_at": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?\+07:00$",
        "text_digest": r"^sha256:[0-9a-f]{64}$",
    },
    "CaptureRef": {"digest": r"^sha256:[0-9a-f]{64}$", "file": r"^captures/\d{4}/[^/]+\.warc\.gz$"},
    "AttachmentRecord": {"digest": r"^sha256:[0-9a-f]{64}$"},
    "NamedDate": {"start": r"^\d{4}-\d\d-\d\d$", "end": r"^\d{4}-\d\d-\d\d$"},
}
"""What a string must look like, by shape and field. The types say the rest."""

MINIMUM = {"Record": {"revision": 1, "schema_version": 1}, "CaptureRef": {"offset": 0, "length": 1}}


@cache
def docs() -> dict[str, dict[str, str]]:
    """Shape to field to the text beneath the field in shapes.py; '' stands for the shape's own docstring."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(shapes)).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = {"": ast.get_docstring(node) or ""}
            for field, text in zip(node.body, node.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    said = isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and text.value.value
                    if isinstance(said, str):
                        found[node.name][field.target.id] = " ".join(said.split())
    return found


def record_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of an archive's records."""
    (root,), parts = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    record = parts.pop("Record")
    assert root == {"$ref": "#/$defs/Record"}
    for name, part in [("Record", record), *parts.items()]:
        said = docs()[name]
        part["description"] = said[""].partition(PARAGRAPH)[0].replace("\n", " ")
        part["required"] = list(part["properties"])  # we write every field, also where it is null or empty
        for field, schema in part["properties"].items():
            schema.pop("default", None)
            schema["description"] = said[field]
            if pattern := PATTERNS.get(name, {}).get(field):
                schema["pattern"] = pattern
            if field in MINIMUM.get(name, {}):
                schema["minimum"] = MINIMUM[name][field]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        **record,
        "$defs": dict(sorted(parts.items())),
    }


def against_patterns(record: Record) -> list[str]:
    """What the schema holds against a record whose types are right already; empty where all is well."""
    return [*_against(record, "")]


def _against(value: object, path: str) -> list[str]:
    if isinstance(value, list):
        return [harm for n, item in enumerate(value) for harm in _against(item, f"{path}[{n}]")]
    if not is_dataclass(value) or isinstance(value, type):
        return []
    harms = []
    name = type(value).__name__
    for field in fields(value):
        said = getattr(value, field.name)
        where = f"{path}.{field.name}".lstrip(".")
        pattern = PATTERNS.get(name, {}).get(field.name)
        if pattern and said is not None and not re.search(pattern, said):
            harms.append(f"{where} is {said!r}, which does not match {pattern!r}")
        minimum = MINIMUM.get(name, {}).get(field.name)
        if minimum is not None and said < minimum:
            harms.append(f"{where} is {said!r}, below {minimum}")
        if not isinstance(said, str | int | dict):
            harms += _against(said, where)
    return harms


# --- the tables of data/README.md -----------------------------------------------------------------------------------

_NAMES = {"str": "string", "int": "number", "bool": "true or false", "None": "null"}


def _type_text(annotation: object) -> str:
    plain = isinstance(annotation, type) and not hasattr(annotation, "__args__")
    text = annotation.__name__ if plain and isinstance(annotation, type) else str(annotation)
    text = re.sub(r"\b(?:archiver\.shapes|typing)\.", "", text)
    text = re.sub(r"Literal\[(.*?)\]", lambda m: m.group(1).replace("', '", "' or '"), text)
    text = re.sub(r"dict\[str, (\w+)\]", r"object of \1", text)
    text = re.sub(r"list\[(\w+)\]", r"list of \1", text)
    text = re.sub(r"\b(str|int|bool|None)\b", lambda m: _NAMES[m.group(1)], text)
    return text.replace(" | ", " or ")


def tables() -> str:
    """Markdown: one table a shape, one row a field, in the order in which they stand in a line."""
    out = []
    shapes_of: list[Any] = [Record]
    for shape in shapes_of:  # grows while it is walked
        hints = get_type_hints(shape)
        title = "A record" if shape is Record else f"`{shape.__name__}`"
        out.append(f"### {title}\n\n{docs()[shape.__name__][''].partition(PARAGRAPH)[0]}\n\n")
        out.append("| field | type | what it says |\n|---|---|---|\n")
        for field in fields(shape):
            text = docs()[shape.__name__].get(field.name, "").replace("|", "\\|")
            out.append(f"| `{field.name}` | {_type_text(hints[field.name])} | {text} |\n")
            for part in re.findall(r"archiver\.shapes\.(\w+)", str(hints[field.name])):
                if is_dataclass(found := getattr(shapes, part)) and found not in shapes_of:
                    shapes_of.append(found)
        out.append("\n")
    return "".join(out).rstrip("\n") + "\n"


BEGIN, END = "<!-- tables: made by python -m archiver.keeping.schema data -->\n", "<!-- end of tables -->\n"


def with_tables(readme: str) -> str:
    """The text of data/README.md with its tables made anew."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tables()}\n{END}{after}"


def write(folder: Path) -> None:
    (folder / FILE).write_text(json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    readme = folder / "README.md"
    readme.write_text(with_tables(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
