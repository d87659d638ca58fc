"""Documents that belong to an article: linked, behind scripts, shown within the page, or written into its address."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, unquote_to_bytes

from lxml.etree import _Element

from archiver.reading.blocks import Anchor, Survey, path_of
from archiver.reading.body import Place, Text
from archiver.reading.document import Document, split_url
from archiver.reading.names import Hint
from archiver.reading.surroundings import ENDING, SHOWN, announces, is_file, text_end
from archiver.shapes import Attachment, Found

_TYPES = {
    "pdf": "application/pdf", "doc": "application/msword", "rtf": "application/rtf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip", "rar": "application/vnd.rar", "7z": "application/x-7z-compressed",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv", "txt": "text/plain", "xml": "application/xml", "tif": "image/tiff", "tiff": "image/tiff",
}  # fmt: skip
_DOWNLOAD = re.compile(
    r"(?:download|getfile|viewfile|openfile|taive|tai-ve|tai-file|attachment|dinhkem|filedownload|showfile|downfile)"
    r"[\w./-]*(?:\.(?:aspx|ashx|php|jsp|do|html?))?(?:\?|/\d|/[0-9a-f-]{8,}|$)",
    re.I,
)
_IN_SCRIPT = re.compile(
    r"""['"]([^'"]+\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|rtf)(?:\?[^'"]*)?|[^'"]*download[^'"]*\?[^'"]+)['"]""", re.I
)
_OF_SCRIPTS = ("#", "javascript")
_FILED = (  # one of these is in any address of a document; asked before the dear questions
    "?", ".pdf", ".do", ".rt", ".xl", ".pp", ".zi", ".ra", ".7z", ".od", ".cs", ".ti", "download", "file", "attach",
    "dinhkem", "tai-ve", "taive", "tai-file", "taifile",
)  # fmt: skip
_ATTACHED = re.compile(
    r"(?:đính|gửi|tài liệu|tệp|file) ?kèm|tải (?:về|xuống|tệp|file)|^\W*(?:attachments?|downloads?)\b", re.I
)
_VIEWED = ("url", "src", "file", "embedded", "doc", "link")


def media_type_of(url: str) -> str | None:
    """Media type by the ending of an address."""
    found = ENDING.search(url)
    return _TYPES.get(found[1].lower()) if found else None


def find_attachments(
    document: Document, seen: Survey, place: Place, text: Text, title: int
) -> tuple[tuple[Attachment, ...], Found | None]:
    """Documents that the article links to: by ending, by download addresses, behind onclick, in embedded viewers.

    The rule of the first that was found, with what leads to it as raw text.
    """
    if not seen.boxes:
        return (), None
    boxes, blocks = seen.boxes, seen.blocks
    top = boxes[place.box]
    first = title if title >= 0 else top.first
    last = max(top.last, text.kept[-1].index + 1 if text.kept else 0)
    around = place.box
    for _ in range(3):  # lists of attachments stand right below the box of the text
        if boxes[around].parent >= 0:
            around = boxes[around].parent
    end = text_end(text) if text.kept else first
    last = max(last, min(boxes[around].last, last + 25))
    usual = place.away[blocks[title].box] if title >= 0 else 0
    for block in blocks[end + 1 : last]:
        if announces(place, block, usual) and not _ATTACHED.search(block.text):  # 'Mời xem văn bản đính kèm'
            last = block.index - 1
            break
    headed = next((b.index for b in blocks[end + 1 : last] if len(b.text) < 90 and _ATTACHED.search(b.text)), last)
    found: dict[str, Attachment] = {}
    where: Found | None = None
    for anchor in seen.anchors:
        if not first <= anchor.block <= last:
            continue
        within = anchor.block < len(blocks) and (anchor.block < top.last or headed <= anchor.block <= headed + 10)
        if anchor.block < len(place.off) and place.off[anchor.block]:
            continue
        if place.away[anchor.box] & (Hint.NAV | Hint.FOOTER | Hint.OVERLAY | Hint.SIDE | Hint.COMMENT) & ~usual:
            continue
        href = anchor.href.lower()
        filed = href.startswith(_OF_SCRIPTS) or any(map(href.__contains__, _FILED))
        if not filed and anchor.element.get("onclick") is None:
            continue
        url = _file_behind(document, anchor)
        if url is None or (not within and not is_file(url)):
            continue
        name = anchor.text or _file_name(url)
        if where is None:
            click = anchor.element.get("onclick") or ""
            scripted = not anchor.href or anchor.href.startswith(("#", "javascript:"))
            where = Found(
                f"{path_of(seen, anchor.box)}: {'script' if scripted else 'link'}",
                (click if scripted else anchor.href)[:SHOWN],
            )
        if url not in found or len(found[url].name) < len(name) < 200:
            found[url] = Attachment(url, name, media_type_of(url))
    for frame, source in _frames(document):
        if source.startswith("data:"):
            continue
        url, media_type = _shown(document, frame, source)
        if url and url not in found:
            found[url] = Attachment(url, _file_name(url), media_type)
            where = where or Found(f"{frame.tag}: viewer", source[:SHOWN])
    if not found and not text.kept:
        for source, rule in _drawn(document):
            url = _viewed(document, source)
            if url:
                found.setdefault(url, Attachment(url, _file_name(url), media_type_of(url)))
                where = where or Found(rule, source[:SHOWN])
    return tuple(found.values()), where


def _file_name(url: str) -> str:
    """The name of a document that nothing but its address names."""
    return unquote(split_url(url).path.rpartition("/")[2])


_FRAMES = ("iframe", "embed", "object")
_ADDRESSED = ("src", "data", "data-src", "data-lazy-src")
_GIVEN = ("src", "url", "filename", "data")  # names of the `<param>` of an `<object>`


def _frames(document: Document) -> Iterator[tuple[_Element, str]]:
    """What shows something else within the page, and the address of that; most are advertisements and films."""
    for tag in _FRAMES:
        for frame in document.tags(tag):
            source = next((value for value in map(frame.get, _ADDRESSED) if value and value != "about:blank"), None)
            if source is None and tag == "object":
                params = (p.get("value") for p in frame.iter("param") if (p.get("name") or "").lower() in _GIVEN)
                links = (link.get("href") for link in frame.iter("a"))  # for browsers without a viewer
                source = next(filter(None, (*params, *links)), None)
            if source:
                yield frame, source.strip()


def _shown(document: Document, frame: _Element, source: str) -> tuple[str | None, str | None]:
    """The document that a frame shows, and its media type; (None, None) where it shows none."""
    if ENDING.search(source):
        url = _viewed(document, source)
        return url, media_type_of(url) if url else None
    told = (frame.get("type") or "").partition(";")[0].strip().lower()
    if told.startswith("application/") and told in _TYPES.values():
        return document.absolute(source), told
    return None, None


_QUOTED = re.compile(r"""["']([^"'<>\n]{1,500}?\.pdf(?:[?#][^"'\n]{0,300})?)["']""", re.I)


def _drawn(document: Document) -> Iterator[tuple[str, str]]:
    """Addresses of PDFs that a script is to draw (PDFObject, pdf.js, flip books), and where they stand."""
    for script in document.tags("script"):
        if script.text and script.get("src") is None and ".pdf" in script.text.lower():
            yield from ((source, "script: viewer") for source in _QUOTED.findall(script.text.replace("\\/", "/")))
    for element in document.elements:
        for name, value in element.items():
            if str(name).startswith(("data-", "source")) and ENDING.search(str(value)):
                yield str(value), f"{element.tag!s} {name!s}: viewer"


_IN_ADDRESS = re.compile(r"data:application/(?:x-)?pdf[^,]{0,80},", re.I)


def written_pdf(document: Document) -> tuple[bytes, str] | None:
    """The PDF that a page shows and holds itself, in an address that begins with `data:`, and where; None without."""
    for frame, source in _frames(document):
        begin = _IN_ADDRESS.match(source)
        if begin is None:
            continue
        try:
            packed = unquote_to_bytes(source[begin.end() :])
            body = base64.b64decode(packed) if "base64" in begin[0].lower() else packed
        except (binascii.Error, ValueError):
            continue
        if body.lstrip().startswith(b"%PDF-"):
            return body, f"{frame.tag!s}: address that holds the PDF"
    return None


def shown_document(attachments: tuple[Attachment, ...], where: Found | None) -> str | None:
    """The address of the one document that a page shows instead of a text; None where it only links to some."""
    return attachments[0].url if attachments and where is not None and where.rule.endswith(": viewer") else None


def _file_behind(document: Document, anchor: Anchor) -> str | None:
    href = anchor.href
    if href and not href.startswith(("#", "javascript:")):
        url = document.absolute(href)
        if url and (is_file(url) or _DOWNLOAD.search(url)):
            return url
        if url and "?" in url and ENDING.search(unquote(url)):
            return _viewed(document, href)
        return None
    script = (anchor.element.get("onclick") or "") + " " + href
    behind = _IN_SCRIPT.search(script)
    return document.absolute(behind[1]) if behind else None


def _viewed(document: Document, source: str) -> str | None:
    """The document that a viewer shows: gview?url=…, viewer.html?file=…, or itself."""
    url = document.absolute(source)
    if not url:
        return None
    parts = split_url(url)
    if "?" in url:
        try:
            query = parse_qs(parts.query)
        except ValueError:
            return None
        for name in _VIEWED:
            for value in query.get(name, ()):
                if is_file(value):
                    return document.absolute(value)
    return url if is_file(parts.path) else None
