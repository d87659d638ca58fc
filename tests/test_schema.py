"""The record's published contract is the code's own, to the last field."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest
from made_records import ARTICLES, record

from archiver.keeping import schema
from archiver.keeping.records import decode, encode
from archiver.shapes import CaptureRef, Found, NamedDate, Problem, Record, RelatedRecord

DATA = Path(__file__).parents[1] / "data"
FULL = replace(
    record(*ARTICLES[0]),
    id="thu-" + "a" * 16,
    dates=[NamedDate("5/9", "XXXX-09-05", None, None, 3, ["year-absent"])],
    related=[RelatedRecord("Tin khác", "http://thu.example/2")],
    found={"title": Found("h1", "Tin")},
    problems=[Problem("year-absent", "no year is printed", "dates")],
)


def validator():
    published = json.loads((DATA / schema.FILE).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    return jsonschema.Draft202012Validator(published)


def test_the_published_schema_is_what_the_code_says():
    assert json.loads((DATA / schema.FILE).read_text(encoding="utf-8")) == schema.record_schema(), (
        "run: python -m archiver.keeping.schema data"
    )


def test_the_readme_explains_every_field_as_the_code_does():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert schema.with_tables(readme) == readme, "run: python -m archiver.keeping.schema data"
    rows = set(re.findall(r"^\| `(\w+)` \| [^|]+ \| \S", readme, re.MULTILINE))
    assert {f.name for f in fields(Record)} <= rows


def test_a_field_without_its_text_is_noticed(monkeypatch):
    said = {name: dict(texts) for name, texts in schema.docs().items()}
    del said["Record"]["byline"]
    monkeypatch.setattr(schema, "docs", lambda: said)
    with pytest.raises(KeyError, match="byline"):
        schema.record_schema()


def test_a_record_passes_its_schema_and_reads_back_equal():
    line = encode(FULL)
    validator().validate(json.loads(line))
    assert decode(line) == FULL
    assert schema.against_patterns(FULL) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "thu"),
        ("revision", 0),
        ("run", "2026-01-01"),
        ("fetched_at", "2026-01-01"),
        ("text_digest", "sha1:x"),
        ("capture", CaptureRef("../x.warc.gz", 0, 1, "sha256:" + "0" * 64)),
        ("capture", CaptureRef("captures/2026/x.warc.gz", -1, 1, "sha256:" + "0" * 64)),
        ("published_at", "2026-01-01T00:00:00Z"),
    ],
)
def test_schema_and_verifier_refuse_the_same(field, value):
    wrong = replace(FULL, **{field: value})
    assert not validator().is_valid(json.loads(encode(wrong)))
    assert len(schema.against_patterns(wrong)) == 1
