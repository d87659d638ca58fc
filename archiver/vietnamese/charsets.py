"""Which letters the bytes of a page mean: by header, by meta, by content, in that order of doubt."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from archiver.shapes import Problem


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the bytes say."""

    text: str
    """Every letter that could be read; U+FFFD where a byte makes none."""
    encoding: str
    """Python's name of the encoding that was used: 'utf-8', 'utf-16-le', 'cp1258'."""
    problems: tuple[Problem, ...] = ()
    """Every doubt, with its reason."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_META_CHARSET = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_HEAD = 4096  # browsers look for the meta in 1,024 bytes; pages of old portals put scripts before it


def _known(name: str) -> str | None:
    """Python's name of the codec that browsers take *name* for; None for one that nobody knows."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    # WHATWG Encoding: what calls itself Latin-1 or ASCII is windows-1252.
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(found, found)


def decode(body: bytes, content_type: str | None = None, *, compose: bool = True) -> Decoded:
    """Read *body* as text, in NFC unless *compose* is false (addresses within a page must stay as they are).

    >>> decode("Thi đua".encode("utf-16")).text
    'Thi đua'

    Never raises: what cannot be read becomes U+FFFD, and a Problem says so.
    """
    decoded = _decode(body, content_type)
    if not compose or decoded.text.isascii():
        return decoded
    return Decoded(unicodedata.normalize("NFC", decoded.text), decoded.encoding, decoded.problems)


def _decode(body: bytes, content_type: str | None) -> Decoded:
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _read(body[len(mark) :], name, ())
    try:
        return Decoded(body.decode("utf-8"), "utf-8")  # what is no UTF-8 does not pass for it by chance
    except UnicodeDecodeError:
        pass
    said = _HEADER_CHARSET.search(content_type or "")
    header = _known(said[1]) if said else None
    in_page = _META_CHARSET.search(body[:_HEAD]) or _XML_CHARSET.search(body[:_HEAD])
    meta = _known(in_page[1].decode("ascii", "replace")) if in_page else None
    for told in (header, meta):
        if told is not None and told != "utf-8":
            return _read(body, told, ())
    return _read(body, "utf-8" if "utf-8" in (header, meta) else "cp1258", ())


def _read(body: bytes, encoding: str, problems: tuple[Problem, ...]) -> Decoded:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
        lost = text.count("\ufffd")
        doubt = Problem("bytes-unreadable", f"{lost} places hold bytes that are no {encoding}; U+FFFD stands there")
        problems = (*problems, doubt)
    return Decoded(text, encoding, problems)
