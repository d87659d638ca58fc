"""Markup so broken that a parser loses the page in it: an attribute or a comment that never ends, a field never closed.

libxml2 reads most broken pages as browsers do. In these it takes the rest of the page for part of the attribute, the
comment or the field. BeautifulSoup's parser, which gives up on such a tag rather than on the page, is asked for them
alone: it costs ten times as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

SWALLOWS = ("select", "option", "button", "svg")
"""Elements whose text is not the page's."""
_FEWEST = 4  # blocks in the source below which there is not enough to lose
_MOST = 4_000_000  # bytes that are given to BeautifulSoup, which needs some 20 times as much memory


def unswallowed(elements: Iterable[etree._Element]) -> int:
    """Open, in place, those of the *elements* called as in `SWALLOWS` that were never closed; how many there were.

    >>> page = etree.HTML("<body><svg><path/><p>Sáng nay</p><p>họp tại sở.</p>")
    >>> unswallowed(page.iter(*SWALLOWS)), [element.tag for element in page.iter("p", "svg")]
    (1, ['p', 'p'])
    """
    found = [
        element
        for element in elements
        if next(element.iterdescendants("p", "table", "h1", "h2", "hr"), None) is not None
        and len(element.findall(".//p")) + len(element.findall(".//table")) >= 2
    ]
    for element in found:
        element.tag = "div"
    return len(found)


def lost_in(source: bytes, named: Mapping[str, Sequence[etree._Element]]) -> bool:
    """Whether so many blocks of *source* are missing among its elements, by their names, that most may be lost."""
    if len(source) > _MOST:
        return False
    for tag in ("p", "td"):
        said = source.count(f"</{tag}>".encode())
        if said >= _FEWEST:
            return len(named.get(tag, ())) <= said // 3
    return False


def rescued(source: bytes, root: etree._Element) -> bytes | None:
    """*source* as BeautifulSoup reads it, where that shows much more text than *root*; None where it does not."""
    from bs4 import BeautifulSoup  # loading it costs 30 ms, and almost no page needs it

    soup = BeautifulSoup(source, "html.parser", from_encoding="utf-8")
    for unread in soup(["script", "style", "template", "noscript", "textarea", "option"]):
        unread.extract()
    ours = sum(
        len((element.text or "").strip())
        for element in root.iter("*")
        if element.tag not in ("script", "style", "template", "noscript", "textarea", "option")
    ) + sum(len((element.tail or "").strip()) for element in root.iter("*"))
    theirs = len(soup.get_text(strip=True))  # without comments
    if theirs < 200 or theirs < 1.5 * ours:
        return None
    return soup.encode("utf-8")
