"""What the practice portals' templates are made of: escaped text, slugs, old charsets, small real pictures and PDFs."""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from datetime import datetime
from hashlib import sha256
from html import escape
from itertools import groupby

from .news import Block, unmark

DEPARTMENT = "Sở Lưu trữ và Di sản số tỉnh Sông Lam"
HOTLINE = "(0299) 38.200.111"
EMAIL = "lienhe@solutru.songlam.example"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def plain(text: str) -> str:
    """A text as printed: its marks taken off, in NFC.

    >>> plain("họp {{ngày 5/8|XXXX-08-05}}")
    'họp ngày 5/8'
    """
    return unicodedata.normalize("NFC", unmark(text)[0])


def words(text: str) -> str:
    """A text as printed, escaped for HTML."""
    return escape(plain(text), quote=False)


def slug(text: str) -> str:
    """As friendly addresses are made.

    >>> slug("Đồng Mơ: Ra mắt tổ giữ gìn gia phả")
    'dong-mo-ra-mat-to-giu-gin-gia-pha'
    """
    bare = unicodedata.normalize("NFD", plain(text).lower().replace("đ", "d"))
    ascii_only = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:80].strip("-")


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _vowel_and_tone(char: str) -> str:
    apart = unicodedata.normalize("NFD", char)
    tone = "".join(c for c in apart if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES)) + tone


def _fits(char: str) -> bool:
    try:
        char.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


_APART = {
    code: _vowel_and_tone(chr(code)) for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)) if not _fits(chr(code))
}


def windows_1258(text: str) -> bytes:
    """Encode as old Vietnamese pages were: tone marks follow their vowel; what has no place becomes a reference.

    >>> windows_1258("Ủy ban").decode("cp1258") == "U\u0309y ban"
    True
    """
    return unicodedata.normalize("NFC", text).translate(_APART).encode("cp1258", "xmlcharrefreplace")


def render(
    blocks: Iterable[Block],
    *,
    paragraph: Callable[[str], str],
    picture: Callable[[str, str], str],
    items: Callable[[list[str]], str] | None = None,
    rows: Callable[[list[list[str]]], str] | None = None,
) -> str:
    """The body as HTML, piece by piece; each make says how its pieces look. Texts come escaped.

    *picture* is given the file and the caption. Lists and tables have a plain default.
    """
    items = items or (lambda each: "<ul>" + "".join(f"<li>{i}</li>" for i in each) + "</ul>")
    rows = rows or _plain_table
    out = []
    for kind, group in groupby(blocks, key=lambda b: b.kind):
        if kind == "item":
            out.append(items([words(b.text) for b in group]))
        elif kind == "row":
            out.append(rows([[words(cell.strip()) for cell in cells_of(b.text)] for b in group]))
        elif kind == "picture":
            out.extend(picture(b.file, words(b.text)) for b in group)
        else:
            out.extend(paragraph(words(b.text)) for b in group)
    return "\n".join(out)


def cells_of(row: str) -> list[str]:
    """The cells of a row, their marks (which hold bars of their own) left whole.

    >>> cells_of("{{14/01/2016|2016-01-14}} | Giám đốc")
    ['{{14/01/2016|2016-01-14}}', 'Giám đốc']
    """
    return row.split(" | ")


def _plain_table(rows: list[list[str]]) -> str:
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return '<table border="1" cellpadding="4">' + "".join(lines) + "</table>"


def day(when: datetime | None) -> str:
    """05/10/2017; empty for None."""
    return f"{when:%d/%m/%Y}" if when else ""


def png(name: str, width: int = 64, height: int = 48) -> bytes:
    """A small real PNG, its colours made from *name*."""
    seed = sha256(name.encode()).digest()
    rows = b"".join(
        b"\0" + b"".join(bytes((seed[(x // 8) % 16], seed[16 + (y // 8) % 16], (x * y) % 256)) for x in range(width))
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def pdf(title: str, lines: Iterable[str]) -> bytes:
    """A real PDF of one page; its letters lose their marks, since the fourteen standard fonts have none.

    >>> pdf("Thông báo", ["Điều 1"])[:8]
    b'%PDF-1.4'
    """

    def shown(text: str) -> bytes:
        bare = unicodedata.normalize("NFD", plain(text).replace("đ", "d").replace("Đ", "D"))
        flat = bare.encode("ascii", "ignore").decode()
        return flat.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode()

    script = b"BT /F1 14 Tf 60 780 Td (" + shown(title) + b") Tj /F1 10 Tf"
    for line in lines:
        script += b" 0 -18 Td (" + shown(line)[:100] + b") Tj"
    script += b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length " + str(len(script)).encode() + b" >>\nstream\n" + script + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
