"""Links that only a script makes: `<div onclick="location.href='/tin/5'">`, `<a href="#" onclick="location='/tin/5'">`.

Readers of lists, pages and bodies look for `<a href>`; here whatever goes to one written address when it is clicked
becomes one. Nothing is run, and an address that a script puts together is left alone.
"""

from __future__ import annotations

import re

from lxml import etree

_GOES = re.compile(
    r"""^\s*(?:javascript:)?\s*(?:(?:window|document|self|top|parent)\.)*location"""
    r"""(?:\.href\s*=|\.(?:assign|replace)\s*\(|\s*=)\s*(['"])([^'"\s]{1,1000})\1\s*\)?\s*(?:;\s*(?:return\b[^;]*;?)?)?\s*$""",
    re.I,
)
CLICKS_AT_MOST = 1_000
_ALONE = frozenset(("li", "td", "th", "div", "span", "p", "article", "section", "h1", "h2", "h3", "h4", "h5", "h6",
                    "strong", "b", "button", "figure", "dt", "dd", "label"))  # fmt: skip


def link_clicks(root: etree._Element) -> None:
    """Give the elements of *root* that lead somewhere when clicked a link that says so, in place.

    >>> from lxml import html
    >>> page = html.fromstring('''<ul><li onclick="location.href='/tin/5'"><h3>Tin</h3></li></ul>''')
    >>> link_clicks(page); html.tostring(page[0][0], encoding="unicode")
    '<a href="/tin/5"><h3>Tin</h3></a>'
    """
    clicked = [element for element in root.iter() if isinstance(element.tag, str) and element.get("onclick")]
    for element in clicked[:CLICKS_AT_MOST]:
        found = _GOES.match(element.get("onclick") or "")
        if found is None:
            continue
        address = found[2]
        tag = element.tag
        if tag == "a":
            if (element.get("href") or "#").strip().lower().startswith(("#", "javascript:")):
                element.set("href", address)
        elif next(element.iterancestors("a"), None) is not None or element.find(".//a[@href]") is not None:
            continue  # the link within it, or around it, says enough
        elif tag == "input":
            if (element.get("type") or "").lower() in ("button", "submit", "image"):
                link = etree.Element("a", {"href": address})
                link.text, link.tail = element.get("value") or element.get("alt") or element.get("title"), element.tail
                parent = element.getparent()
                if parent is not None:
                    parent.replace(element, link)
        elif tag == "tr":
            cells = [cell for cell in element if cell.tag in ("td", "th")]
            if cells:
                _wrap(max(cells, key=lambda cell: sum(map(len, cell.itertext()))), address)
        elif tag in _ALONE:
            _wrap(element, address)


def _wrap(element: etree._Element, address: str) -> None:
    link = etree.Element("a", {"href": address})
    link.text, element.text = element.text, None
    link.extend(list(element))
    element.append(link)
