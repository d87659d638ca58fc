"""One bounded parse of a page, shared by everything that reads it.

lxml parses (about 1 ms for 90 kB). What it cannot be trusted with is settled before or after: a page that is no HTML,
NUL bytes, letters in doubt, nesting beyond libxml2's limit of 2,048 levels (where it drops the rest of the page
without a word), tags with tens of thousands of attributes (quadratic in libxml2), more tags than memory should hold.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import cast
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml import etree

from archiver.reading.clicks import link_clicks
from archiver.reading.fonts import fonts_suspected, read_fonts
from archiver.reading.repair import SWALLOWS, lost_in, rescued, unswallowed
from archiver.reading.state import drawn
from archiver.shapes import Problem
from archiver.vietnamese.charsets import decode_bytes, fonts_problem
from archiver.vietnamese.text import fold_space, nfc

MOST_TAGS = 300_000
"""Tags that are read of one page; a tag costs about 400 bytes of memory. Real pages have 500 to 15,000."""
MOST_BYTES = 12_000_000
"""Bytes that are read of one page, pictures within it left out: all that is asked of it must do with 300 MB."""
DEEPEST = 1_000
"""Levels of nesting kept when a page goes beyond libxml2's 2,048: those below are flattened, their text kept."""
MOST_ATTRIBUTES = 500
"""Attributes kept of one tag when a page has tags of many kilobytes."""


@dataclass(frozen=True, eq=False)
class Document:
    """A parsed page. Whoever reads it must leave the tree as it is: others read it too."""

    url: str
    """The address that answered."""
    base_url: str
    """What relative links are resolved against: `<base href>` where the page has one, else `url`."""
    root: etree._Element
    """The tree: plain lxml elements (not lxml.html's, whose proxies cost three times as much in every pass).
    Comments and processing instructions are left out. An empty `<html>` where the page is no HTML."""
    text: str
    """The source, decoded, letter for letter."""
    encoding: str
    """Python's name of the encoding: 'utf-8', 'cp1258'; 'tcvn3', 'vni', 'bkhcm2' where the whole page is for fonts."""
    media_type: str = "text/html"
    """What the bytes are, by the bytes themselves: 'text/html', 'application/pdf', 'application/json', …"""
    problems: tuple[Problem, ...] = ()
    """What was cut, mended or unreadable."""

    @property
    def is_html(self) -> bool:
        """Whether there is a page to read at all."""
        return self.media_type == "text/html"

    @cached_property
    def body(self) -> etree._Element:
        """The body element, or the root where there is none (a frameset)."""
        found = self.root.find("body")
        return self.root if found is None else found

    @cached_property
    def elements(self) -> list[etree._Element]:
        """Every element in document order. One pass makes them all, and as long as they are held every later one,
        the survey too, costs less."""
        return list(self.root.iter("*"))

    @cached_property
    def _by_tag(self) -> dict[str, list[etree._Element]]:
        return by_tag(self.elements)

    def tags(self, name: str) -> list[etree._Element]:
        """Every element called *name*, in document order."""
        return self._by_tag.get(name, [])

    @cached_property
    def texts(self) -> list[tuple[etree._Element, str]]:
        """Every run of text that is shown, beside the element that holds it, in the page's order; blanks left out."""
        found = []
        elements = self.elements
        place, end = 0, len(elements)
        while place < end:
            element = elements[place]
            place += 1
            if element.tag in UNREAD:
                if len(element):
                    place += sum(isinstance(inner.tag, str) for inner in element.iterdescendants())
            else:
                text = element.text
                if text and not text.isspace():
                    found.append((element, text))
            tail = element.tail
            if tail and not tail.isspace():
                parent = element.getparent()
                if parent is not None:
                    found.append((parent, tail))
        return found

    @cached_property
    def has_microdata(self) -> bool:
        """Whether any element may have an itemprop or an itemscope."""
        return "itemprop" in self.text or "itemscope" in self.text

    @cached_property
    def anchors(self) -> list[tuple[etree._Element, str]]:
        """Every `<a>` with its text, white space folded."""
        return [(element, fold_space(text_of(element))) for element in self.tags("a")]

    @cached_property
    def _origin(self) -> tuple[str, str, str, str]:
        """Scheme, origin, folder and path of the base, for the common forms of links."""
        parts = split_url(self.base_url)
        if parts.scheme not in ("http", "https"):
            return "", "", "", ""
        origin = f"{parts.scheme}://{parts.netloc}"
        path = parts.path or "/"
        if "/." in path:
            return "", "", "", ""
        return parts.scheme, origin, origin + path[: path.rindex("/") + 1], origin + path

    def absolute(self, href: str | None) -> str | None:
        """The http(s) address that *href* means on this page; None for anything else (javascript:, mailto:, junk).

        Where the page's own address is unknown (a loose file, and no `<base>`), a relative link stays relative.
        """
        if not href:
            return None
        href = href.strip(_BLANKS)
        if _HAS_BLANKS(href):
            href = _INNER_BREAKS.sub("", href).replace(" ", "%20")
        if not href:
            return None
        if "/." not in href:  # the common forms, at a tenth of urljoin's price
            scheme, origin, folder, path = self._origin
            first = href[0]
            if scheme:
                if first == "/":
                    if href[1:2] != "/":
                        return origin + href
                    if _WHOLE(scheme + ":" + href):
                        return scheme + ":" + href
                elif first == "?" and len(href) > 1:
                    return path + href
                elif first not in "?#.;" and ":" not in href:
                    return folder + href
            if _WHOLE(href):
                return href
            if _OTHER_SCHEME(href):
                return None
        try:
            joined = urljoin(self.base_url, href)
        except ValueError:  # 'http://[abc/'
            return None
        parts = split_url(joined)
        if parts.scheme in ("http", "https") and parts.netloc:
            return joined
        return joined if not parts.scheme and not self._origin[0] else None


def by_tag(elements: list[etree._Element]) -> dict[str, list[etree._Element]]:
    """*elements* under their names, in their order."""
    found: dict[str, list[etree._Element]] = {}
    for element in elements:
        tag = element.tag
        if tag in found:
            found[tag].append(element)
        else:
            found[tag] = [element]
    return found


UNREAD = frozenset(
    ("script", "style", "noscript", "template", "option", "select", "textarea", "title", "head", "button", "svg")
)
"""Elements whose text is not the page's."""


def split_url(url: str) -> SplitResult:
    """The parts of an address; all empty where it is none, such as 'http://[abc/'."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def bare_address(url: str) -> str:
    """An address without scheme, www and fragment, to compare by."""
    url = url.partition("#")[0]
    if url.startswith("https"):
        url = "http" + url[5:]
    return "http://" + url[11:] if url.startswith("http://www.") else url


def host_of_address(url: str) -> str:
    """Its host, without www."""
    parts = url.split("/", 3)
    return parts[2].lower().removeprefix("www.") if len(parts) > 2 else ""


def text_of(element: etree._Element) -> str:
    """All text within *element*, as it stands in the source, its tail left out."""
    if not len(element):
        return element.text or ""
    return "".join(cast("Iterator[str]", element.itertext()))


_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))  # no letter has one in UTF-8; lxml refuses them in text
_BLANKS = "".join(map(chr, range(33)))
_HAS_BLANKS = re.compile(r"[ \t\r\n]").search
_WHOLE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)", re.ASCII).match
_OTHER_SCHEME = re.compile(r"(?:javascript|mailto|tel|data|about|skype|zalo|sms):", re.I).match
_INNER_BREAKS = re.compile(r"[\t\r\n]+")  # WHATWG URL: tabs and line ends within an address are dropped


def parse(html: bytes, url: str, content_type: str | None = None) -> Document:
    """Parse *html* as it came from *url*. Never raises on what a page holds.

    >>> page = parse(b'<base href="/tin/"><p><a href="bai-1.html">Tin</a>', "https://so.example/a/b")
    >>> page.absolute("bai-1.html")
    'https://so.example/tin/bai-1.html'
    """
    media_type = sniff(html, content_type)
    if media_type == "text/html":
        page = _read(html, url, content_type)
        if not _is_bare(page.root):
            return page
    made = drawn(html, url, media_type)
    if made is not None:
        return _read(made.encode(), url, "text/html; charset=utf-8")
    if media_type != "text/html":
        problems: list[Problem] = []
        problems.append(Problem("not-html", f"the bytes are {media_type}, not a page; content begins {html[:16]!r}"))
        return Document(url, url, _empty(), "", "", media_type, tuple(problems))
    return page


_FEW_WORDS = 60  # of a page's own markup; with fewer its content may stand in data


def _is_bare(root: etree._Element) -> bool:
    """Whether a page has hardly a word in its markup: most have said enough in their menu."""
    words = 0
    body = root.find("body")
    top = root if body is None else body
    for element in top.iter("p"):  # most pages end here
        words += _few_words(element.text)
        if words >= _FEW_WORDS:
            return False
    words = 0
    for element in top.iter("*"):
        if element.tag not in UNREAD:
            words += _few_words(element.text)
        words += _few_words(element.tail)
        if words >= _FEW_WORDS:
            return False
    return True


def _few_words(text: str | None) -> int:
    """How many words *text* has, or more than a page needs to say enough; a list of all is ten times their size."""
    return len(text.split(None, _FEW_WORDS)) if text else 0


def _read(html: bytes, url: str, content_type: str | None) -> Document:
    """What `parse` gives for a page of HTML as it stands."""
    problems: list[Problem] = []
    media_type = "text/html"
    if len(html) > 1_000_000:
        html = _PICTURES(b"data:,", html)  # megabytes that no reader of words has a use for
    if len(html) > MOST_BYTES:
        size = len(html)
        html = _unballasted(html)
        if len(html) <= MOST_BYTES:
            why = f"the page has {size} bytes; long comments, scripts and lists of attributes were left out"
            problems.append(Problem("page-cut", why))
    if len(html) > MOST_BYTES:
        problems.append(Problem("page-cut", f"the page has {size} bytes; the first {MOST_BYTES} were read"))
        cut = html.rfind(b"<", 0, MOST_BYTES)  # between two tags rather than within one
        if cut <= MOST_BYTES // 2:
            cut = MOST_BYTES
            while html[cut] & 0xC0 == 0x80 and MOST_BYTES - cut < 3:  # nor within a letter of UTF-8
                cut -= 1
        html = html[:cut]
        html = html[: html.rfind(b"<!--")] if html.rfind(b"<!--") > html.rfind(b"-->") else html
    decoded = decode_bytes(html, content_type)
    problems += decoded.problems
    text = decoded.text
    as_sent = decoded.encoding == "utf-8" and not decoded.problems
    source = html.removeprefix(codecs.BOM_UTF8) if as_sent else text.encode("utf-8", "replace")
    if b"\0" in source:
        problems.append(Problem("nul-bytes", f"the page holds {source.count(0)} NUL bytes; they were left out"))
    source = source.translate(None, _CONTROLS)
    source = _bounded(source, problems)
    root = _tree(source, problems)
    _embodied(root)
    elements = list(root.iter("*"))
    named = by_tag(elements)
    mended = _repaired(source, root, named, problems)
    if mended is not root:
        root = mended
        elements = list(root.iter("*"))
        named = by_tag(elements)
    if unswallowed(element for tag in SWALLOWS for element in named.get(tag, ())):
        problems.append(Problem("markup-repaired", "a drawing or field is never closed; the page within it was read"))
        named = by_tag(elements)
    # Every Vietnamese combining mark lies in U+0300 to U+033F, of lead byte CC: a memchr tells whether to compose.
    if b"\xcc" in source:
        _compose(root)
    if link_clicks(root, named.get("script", ()), elements):  # links of its own making are among them now
        elements = list(root.iter("*"))
        named = by_tag(elements)
    if b"mat-icon" in source or b"material-" in source:
        _undrawn(elements)
    encoding = decoded.encoding
    if fonts_suspected(source):
        fonts, whole = read_fonts(root)
        if fonts is not None:
            problems.append(fonts_problem(fonts))
            encoding = fonts if whole else encoding
    document = Document(url, _base(named.get("base", []), url), root, text, encoding, media_type, tuple(problems))
    document.__dict__["elements"], document.__dict__["_by_tag"] = elements, named
    document.__dict__["has_microdata"] = b"itemprop" in source or b"itemscope" in source  # in half the time
    return document


_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),  # .doc, .xls, .ppt of before 2007
    (b"{\\rtf", "application/rtf"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"FWS", "application/x-shockwave-flash"),
    (b"CWS", "application/x-shockwave-flash"),
)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex|svg)\b", re.S)


def sniff(body: bytes, content_type: str | None = None) -> str:
    """The media type of *body*, by its first bytes; the header is asked only where they say nothing.

    >>> sniff(b"%PDF-1.4 ...", "text/html"), sniff(b"<p>Tin", "application/pdf")
    ('application/pdf', 'text/html')
    """
    head = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, media_type in _MAGIC:
        # 'BM' and 'ID3' may begin a page's text; a photograph may hold '<', in what its camera wrote into it.
        if head.startswith(magic) and not (len(magic) <= 3 and magic.isalnum() and b"<" in body[:1024]):
            return media_type
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}.get(head[8:12], "audio/wav")
    if body[4:8] == b"ftyp":
        return "video/mp4"
    if head[:1] in (b"{", b"["):
        header = (content_type or "").lower()
        if "json" in header or re.match(rb'\{\s*(?:"|\})|\[\s*(?:[{\["\]\d-]|true|false|null)', head):
            return "application/json"
    feed = _FEED.match(body, 0, 2048)
    if feed:
        return {b"svg": "image/svg+xml", b"rss": "application/rss+xml", b"feed": "application/atom+xml"}.get(
            feed[1], "application/xml"
        )
    if b"<" not in body[:4096]:
        header = (content_type or "").split(";")[0].strip().lower()
        if header.startswith(("image/", "audio/", "video/", "text/plain", "text/css", "application/")):
            return header
    return "application/octet-stream" if is_binary(body[:65_536]) else "text/html"


def is_binary(head: bytes) -> bool:
    """Whether bytes are packed, random or a program's: more control characters than any text has.

    >>> is_binary(bytes(range(256))), is_binary("<p>Sở Nội vụ</p>".encode("utf-16-le"))
    (True, False)
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or head.count(0) > 0.3 * len(head):
        return False  # markup in UTF-16 is half zeros
    return len(head) - len(head.translate(None, _UNTEXTLIKE)) > _BINARY * len(head)


_UNTEXTLIKE = bytes(sorted(set(range(1, 32)) - set(b"\t\n\x0b\f\r\x1b")))  # NUL apart: broken pages are full of it
_BINARY = 0.05  # a tenth of random or packed bytes are controls; of a page in VISCII or VPS, with letters there, few


def _empty() -> etree._Element:
    return etree.fromstring(b"<html><head/><body/></html>", etree.HTMLParser())


def _parser() -> etree.HTMLParser:
    # A parser is not shared: its error log is read after the parse, and two threads may read pages at once.
    return etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)


def _repaired(
    source: bytes, root: etree._Element, named: dict[str, list[etree._Element]], problems: list[Problem]
) -> etree._Element:
    """*root*, or what can be had of the page where most of it was lost in one broken tag."""
    last = source.rfind(b"<!--")
    ended = last < 0 or source.find(b"-->", last) >= 0 or source.find(b"--!>", last) >= 0
    if not ended and len(source) - last > 200:
        # To the end of the page: old browsers let '-- >' close a comment, and what is never closed be none.
        opened = source[:last] + source[last:].replace(b"-- >", b"-->")
        opened = opened if opened.find(b"-->", last) >= 0 else source[:last] + source[last + 4 :]
        root = _tree(opened, [])
        problems.append(Problem("markup-repaired", "a comment is never closed; what stands after it was read"))
    elif lost_in(source, named):
        mended = rescued(source, root)
        if mended is not None:
            root = _tree(mended, [])
            problems.append(Problem("markup-repaired", "a broken tag holds most of the page; it was read nevertheless"))
    return root


def _tree(source: bytes, problems: list[Problem]) -> etree._Element:
    parser = _parser()
    root = _parsed(source, parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log[-1:]):
        problems.append(
            Problem("nested-too-deep", f"tags are nested beyond 2048 levels; below {DEEPEST} they were cut")
        )
        root = _parsed(_flattened(source), _parser())
    if root is None:
        problems.append(Problem("page-empty", "the page holds no element and no text"))
        return _empty()
    return root


def _parsed(source: bytes, parser: etree.HTMLParser) -> etree._Element | None:
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):  # "Document is empty", with what libxml2 had of it
        return None
    while root is not None and not isinstance(root.tag, str):
        root = root.getnext()
    if root is None:
        return None
    if root.tag == "html":
        # Behind a second </html> libxml2 opens another document beside the first; browsers know one alone.
        for later in list(root.itersiblings(etree.Element)):
            if later.tag == "html":
                root.extend(list(later))
            else:
                root.append(later)
        return root
    whole = _empty()  # a lone <frameset> or text: give it the house that everybody expects
    whole[-1].append(root)
    return whole


def _base(bases: list[etree._Element], url: str) -> str:
    for base in bases:
        href = (base.get("href") or "").strip()
        if not href:
            continue
        try:
            joined = urljoin(url, href)
            if split_url(joined).scheme in ("http", "https") and split_url(joined).netloc:
                return joined
        except ValueError:
            pass
        break
    return url


def _unballasted(html: bytes) -> bytes:
    """*html* without comments of more than 4 kB, scripts and styles of more than 1 MB, and the most of what tags with
    attributes beyond number hold."""
    for begin, end, most in (
        (b"<!--", b"-->", 4_096),
        (b"<script", b"</script", 1_000_000),
        (b"<style", b"</style", 10**6),
    ):
        kept, at = [], 0
        while (start := html.find(begin, at)) >= 0:
            stop = html.find(end, start)
            if stop < 0:
                break
            stop += len(end)
            kept.append(html[at : start if stop - start > most else stop])
            if stop - start > most and end != b"-->":
                stop = html.find(b">", stop) + 1 or len(html)
            at = stop
        html = b"".join((*kept, html[at:]))
    long = _long_tags(html)
    return _shortened(html, long) if long else html


_PICTURES = re.compile(  # a PDF may be the text
    rb"data:(?!application/(?:x-)?pdf)[\w.+-]{1,40}/[\w.+-]{1,40}(?:;[\w=-]{1,40}){0,4};base64,"
    rb"[A-Za-z0-9+/=%\s]{4096,}+"
).sub
_COMBINES = re.compile("[\u0300-\u036f]").search
_ADDRESSES = frozenset(("href", "src", "action", "value", "srcset", "onclick", "id", "name"))


def _compose(root: etree._Element) -> None:
    """Bring the text of the page to NFC; what is sent back to a server stays as it is, byte for byte."""
    # A control character by reference ('&#1;') cannot be written back through lxml; it stays, uncomposed.
    for element in root.iter():
        text, tail = element.text, element.tail
        if text and not text.isascii() and element.tag not in ("script", "style") and _COMBINES(text):
            with suppress(ValueError):
                element.text = nfc(text)
        if tail and not tail.isascii() and _COMBINES(tail):
            with suppress(ValueError):
                element.tail = nfc(tail)
        for key, value in cast("list[tuple[str, str]]", element.items()):
            if not value.isascii() and key not in _ADDRESSES and _COMBINES(value):
                with suppress(ValueError):
                    element.set(key, nfc(value))


_OF_HEAD = frozenset(("title", "meta", "link", "script", "style", "base", "noscript", "template", "object", "bgsound"))


def _embodied(root: etree._Element) -> None:
    """Move what libxml2 leaves in the head of a page without `<body>` into its body.

    HTML lets both tags be left out, and minifiers do; libxml2 knows no `<main>`, `<header>` or `<article>` that ends a
    head.
    """
    head = root.find("head")
    if head is None:
        return
    first = next((n for n, one in enumerate(head) if isinstance(one.tag, str) and one.tag not in _OF_HEAD), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for place, one in enumerate(list(head)[first:]):
        body.insert(place, one)


_ICON = re.compile(r"[a-z][a-z0-9_]{2,40}").fullmatch


def _undrawn(elements: list[etree._Element]) -> None:
    """Leave out the names of icons: the font of Material draws 'schedule' as a clock, and nobody reads the word."""
    for element in elements:
        if element.text and (
            element.tag == "mat-icon" or (element.tag in ("i", "span") and "material-" in (element.get("class") or ""))
        ):
            element.text = None if _ICON(element.text.strip()) else element.text


# --- hostile pages ---------------------------------------------------------------------------------------------------

_TAG = re.compile(rb"<(/?)([a-zA-Z][^\s>/]{0,60}+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+)>")
_LONG_TAG = 4096


def _long_tags(source: bytes) -> list[int]:
    """Where tags of many kilobytes seem to begin: a '<', a letter, and neither '<' nor '>' for long.

    Most pages have none. Asked in leaps from one '>' to the next, since a pattern would walk every letter.
    """
    found = []
    at, end = 0, len(source)
    while at < end:
        last = source.rfind(b">", at, at + _LONG_TAG)
        if last < 0:
            closed = source.find(b">", at + _LONG_TAG)
            closed = end if closed < 0 else closed
            opened = source.find(b"<", at, closed - _LONG_TAG)
            while opened >= 0:
                following = source.find(b"<", opened + 1)
                following = end if following < 0 else following
                if following - opened - 1 > _LONG_TAG and source[opened + 1 : opened + 2].isalpha():
                    found.append(opened)
                opened = source.find(b"<", following, closed - _LONG_TAG)
            last = closed
        at = last + 1
    return found


# As the tokenizer of HTML5 sees a tag: within quotes after '=' even '<' and '>' are of the attribute.
_WHOLE_TAG = re.compile(rb"<[a-zA-Z](?:[^>=\"']++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+")
_ATTRIBUTE = re.compile(rb"[\s\"'][^\s=>\"']+(?:\s*=\s*(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>]+))?")
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())


def _bounded(source: bytes, problems: list[Problem]) -> bytes:
    """*source* with no more tags than memory should hold, and no tag with more attributes than libxml2 can bear."""
    large = len(source) > MOST_TAGS
    tags, values = (source.count(b"<"), source.count(b"=")) if large else (0, 0)
    # An attribute takes the room of a tag: of `<input name=a value=b>` and nothing else two thirds as many are read.
    most = min(MOST_TAGS, 2 * MOST_TAGS * tags // (tags + values)) if tags else MOST_TAGS
    if tags > most:
        # Flattened first, or tags nested without end would take the room of the text after them.
        flat = _flattened(_first_tags(source, 2 * most))
        source = _first_tags(flat, most)
        if len(source) < len(flat) or tags > 2 * most:
            problems.append(Problem("page-cut", f"the page has {tags} tags; the first {most} were read"))
        else:
            problems.append(Problem("nested-too-deep", f"{tags} tags; those below {DEEPEST} levels were left out"))
    # Attributes hurt by the ten thousand. Mostly a long piece tells; on a large page they may hide behind '<' and '>'
    # within quotes, but each has its '=', or leaves more '<' than '>'.
    if large and (values > 10_000 or tags > 2 * source.count(b">") + 1_000):
        source = _WHOLE_TAG.sub(_fewer_attributes, source)
    long = _long_tags(source)
    return _shortened(source, long) if long else source


def _shortened(source: bytes, tags: list[int]) -> bytes:
    """*source* with fewer attributes in the *tags* that are long at first sight."""
    done = 0
    mended: list[bytes] = []
    for at in tags:
        whole = _WHOLE_TAG.match(source, at) if at >= done else None
        if whole:
            mended += [source[done:at], _fewer_attributes(whole)]
            done = whole.end()
    return b"".join([*mended, source[done:]])


def _first_tags(source: bytes, most: int) -> bytes:
    at = -1
    for _ in range(most + 1):
        at = source.find(b"<", at + 1)
        if at < 0:
            return source
    return source[:at]


def _fewer_attributes(tag: re.Match[bytes]) -> bytes:
    if len(tag[0]) < 4096:
        return tag[0]
    found = _ATTRIBUTE.findall(tag[0])
    if len(found) <= MOST_ATTRIBUTES:
        return tag[0]
    name = re.match(rb"<[^\s/>]+", tag[0])
    return (name[0] if name else b"<div") + b"".join(found[:MOST_ATTRIBUTES])


def _flattened(source: bytes) -> bytes:
    """*source* without the tags that open below DEEPEST levels, and without those that close them."""
    depth = deepest = 0
    for tag in _TAG.finditer(source):
        if tag[1]:
            depth -= 1
        elif tag[2].lower() not in _VOID:
            depth += 1
            deepest = max(depth, deepest)
    if deepest < DEEPEST:
        return source
    depth = 0
    beyond: list[bytes] = []

    def keep(tag: re.Match[bytes]) -> bytes:
        nonlocal depth
        name = tag[2].lower()
        if name in _VOID or tag[3].endswith(b"/"):
            return tag[0]
        if not tag[1]:
            if depth >= DEEPEST:
                beyond.append(name)
                return b" "
            depth += 1
            return tag[0]
        if beyond:
            beyond.pop()
            return b" "
        depth = max(0, depth - 1)
        return tag[0]

    return _TAG.sub(keep, source)
