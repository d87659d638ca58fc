"""What a page needs to be shown as it was: style sheets, scripts, images, fonts, and what style sheets name in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from archiver.walking.canonical import absolute
from archiver.walking.doors import ending, worth

AT_MOST = 150
"""Of one page or style sheet."""

_STYLE_URL = re.compile(r"""(?:@import\s+(?:url\()?|url\()\s*['"]?([^'")\s;]{1,2000})""", re.I)
_SOURCES = (("img", "src"), ("img", "data-src"), ("script", "src"), ("input", "src"), ("body", "background"),
            ("table", "background"), ("td", "background"), ("source", "src"), ("embed", "src"))  # fmt: skip
_SHOWN = re.compile(r"\b(?:stylesheet|icon|apple-touch-icon)\b", re.I)


def of_page(root: etree._Element, base: str) -> list[str]:
    """The addresses of what the page whose tree is *root* is drawn with, in its order.

    >>> from lxml import html
    >>> page = html.fromstring('<link rel=stylesheet href="/s.css"><p style="background:url(n.gif)"><img src=a.png>')
    >>> of_page(page, "http://a.vn/tin/5")
    ['http://a.vn/s.css', 'http://a.vn/tin/a.png', 'http://a.vn/tin/n.gif']
    """
    found: list[str | None] = [
        absolute(base, link.get("href")) for link in root.iter("link") if _SHOWN.search(link.get("rel") or "")
    ]
    for tag, name in _SOURCES:
        found += [absolute(base, element.get(name)) for element in root.iter(tag) if element.get(name)]
    for image in root.iter("img", "source"):
        found += [absolute(base, one.split()[0]) for one in (image.get("srcset") or "").split(",") if one.split()]
    for style in root.iter("style"):
        found += of_style(style.text or "", base)
    for element in root.xpath("//*[@style]") if root.find(".//*[@style]") is not None else []:  # type: ignore[union-attr]
        found += of_style(element.get("style") or "", base)  # type: ignore[union-attr]
    return list(dict.fromkeys(url for url in found if url))[:AT_MOST]


def of_style(text: str, base: str) -> list[str]:
    """The addresses that a style sheet names.

    >>> of_style('@import "b.css"; h1 { background: url(../n.png) } i { src: url("data:font/woff2;base64,AA") }', "http://a.vn/c/a.css")
    ['http://a.vn/c/b.css', 'http://a.vn/n.png']
    """
    return list(dict.fromkeys(_urls(text, base)))[:AT_MOST]


def _urls(text: str, base: str) -> Iterator[str]:
    for match in _STYLE_URL.finditer(text):
        url = absolute(base, match[1])
        if url is not None:
            yield url


def wanted(url: str, what: str, types: tuple[str, ...]) -> bool:
    """Whether an operator who asked for *types* wants the file at *url*; *what* it is: 'documents', 'images', 'page'.

    >>> wanted("http://a.vn/1.pdf", "documents", ("documents",)), wanted("http://a.vn/1.zip", "documents", ("pdf",))
    (True, False)
    """
    named = ending(url)
    return what in types or named in types or (what == "documents" and worth(url) == "picture" and "images" in types)
