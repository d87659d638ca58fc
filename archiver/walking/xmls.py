"""One careful way to read XML from a stranger: no entities, no network, no bombs; torn files as far as they go."""

from __future__ import annotations

import zlib

from lxml import etree

UNPACKED_AT_MOST = 50 * 1024 * 1024
"""The sitemap protocol's own limit (sitemaps.org: 50 MB uncompressed)."""


def unpacked(body: bytes) -> bytes:
    """*body* without gzip, if it has any, and no more of it than `UNPACKED_AT_MOST`; torn gzip gives what there is.

    >>> import gzip
    >>> unpacked(gzip.compress(b"<urlset/>")[:-4])
    b'<urlset/>'
    """
    if not body.startswith(b"\x1f\x8b"):
        return body[:UNPACKED_AT_MOST]
    try:
        return zlib.decompressobj(wbits=31).decompress(body, UNPACKED_AT_MOST)
    except zlib.error:
        return b""


def root_of(body: bytes) -> etree._Element | None:
    """The root element, or None where it is no XML at all."""
    data = unpacked(body).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.startswith(b"<"):
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def name_of(element: etree._Element) -> str:
    """Local name, in lower case; '' for what is no element.

    >>> name_of(etree.fromstring('<a:Loc xmlns:a="x"/>'))
    'loc'
    """
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
