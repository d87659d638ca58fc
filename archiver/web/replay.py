"""A captured page made safe to look at: scripts out, every address leading to another capture.

The bytes in the archive are never changed; this is a view of them. What a browser is told besides (a sandbox, no
network but the archive) stands in `HEADERS`, and holds even where the rewriting misses something.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

import lxml.html
from lxml import etree

# The frame gets an origin of its own (no allow-same-origin), no scripts, no forms, no top navigation.
# No frame-ancestors: a frame within a captured page (old sites are framesets) has a parent without an origin, which
# matches nothing; and a page that can do nothing loses nothing by being framed.
HEADERS = {
    "Content-Security-Policy": (
        "sandbox; default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        "media-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",  # the frame's origin is opaque, so its pictures are "cross-origin"
}

_CSS_URL = re.compile(r"""url\(\s*(['"]?)([^'")\s]{1,4000})\1\s*\)""", re.I)
_CSS_IMPORT = re.compile(r"""@import\s+(['"])([^'"]{1,4000})\1""", re.I)
_DROPPED = ("script", "noscript", "base", "object", "embed", "applet", "portal", "fencedframe")


def rewrite_css(css: str, url: str, to: Callable[[str], str]) -> str:
    """*css* of *url* with every address led through *to*."""

    def address(match: re.Match[str]) -> str:
        if match[2].startswith(("data:", "#")):
            return match[0]
        return f'url("{to(urljoin(url, match[2]))}")'

    css = _CSS_IMPORT.sub(lambda m: f'@import "{to(urljoin(url, m[2]))}"', css)
    return _CSS_URL.sub(address, css)


def rewrite(
    root: lxml.html.HtmlElement, url: str, to: Callable[[str], str], banner: str, *, policy: str | None = None
) -> bytes:
    """The page *root*, captured from *url*, as UTF-8 HTML without scripts, its addresses led through *to*.

    *banner* is a line of plain text that is put on top: where the page is from and when it was kept. *policy* is a
    Content-Security-Policy for the page itself, where no server will send one with it.
    """
    base = next(iter(root.xpath("//base/@href")), None)
    base = urljoin(url, str(base)) if base else url
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            if isinstance(element, etree._Comment | etree._ProcessingInstruction):
                _drop(element)
            continue
        tag = element.tag.lower()
        equiv = (element.get("http-equiv") or "").lower()
        if tag in _DROPPED or (tag == "meta" and (equiv or element.get("charset"))):
            _drop(element)
            continue
        for name in list(element.attrib):
            lower = name.lower()
            if lower.startswith("on") or lower in ("ping", "integrity", "crossorigin", "nonce", "srcdoc"):
                del element.attrib[name]
            elif lower in (
                "href",
                "src",
                "action",
                "background",
                "poster",
                "data",
                "formaction",
                "xlink:href",
                "longdesc",
            ):
                element.set(name, _address(element.get(name) or "", base, to))
            elif lower == "srcset":
                element.set(name, _srcset(element.get(name) or "", base, to))
            elif lower == "style":
                element.set(name, rewrite_css(element.get(name) or "", base, to))
        if tag == "style" and element.text:
            element.text = rewrite_css(element.text, base, to)
    head = root.find("head")
    if head is None:
        head = etree.SubElement(root, "head")
        root.insert(0, head)
    head.insert(0, etree.Element("meta", {"charset": "utf-8"}))
    if policy:
        head.insert(1, etree.Element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}))
    body = root.find("body")
    if body is not None:
        note = etree.Element(
            "p", {"style": "all:initial;display:block;font:14px sans-serif;padding:.5em;background:#fff3c4;color:#222"}
        )
        note.text = banner
        body.insert(0, note)
        note.tail, body.text = body.text, None
    result: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return result


def elsewhere(location: str | None, url: str) -> str | None:
    """The web address to which an answer of *url* sent its reader; None where its Location names none.

    >>> elsewhere("../tin/2", "http://a.vn/cu/1"), elsewhere("javascript:alert(1)", "http://a.vn/")
    ('http://a.vn/tin/2', None)
    """
    try:
        absolute = urljoin(url, (location or "").strip()) if location else ""
    except ValueError:
        return None
    return absolute if absolute.lower().startswith(("http://", "https://")) else None


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _address(value: str, base: str, to: Callable[[str], str]) -> str:
    value = value.strip()
    if value.startswith("#") or not value:
        return value
    if value.lower().startswith("data:image/"):
        return value
    # javascript:, vbscript:, file:, mailto:, data:text … lead nowhere inside the archive
    absolute = elsewhere(value, base)
    return to(absolute) if absolute else "#"


def _srcset(value: str, base: str, to: Callable[[str], str]) -> str:
    candidates = (c.split(maxsplit=1) for c in value.split(",") if c.strip())
    return ", ".join(" ".join([_address(c[0], base, to), *c[1:]]) for c in candidates)
