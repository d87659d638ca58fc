"""Pages whose letters are drawn by fonts: TCVN3 (.VnTime) and VNI, turned into Unicode block by block.

A portal may have a menu in Unicode around articles that were pasted from old documents, so each block is judged by
its own words; a block too short to judge follows its font's name, or the page where the whole page is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from archiver.vietnamese.charsets import FontEncoding, fonts_of_words, from_fonts, has_unicode_vietnamese

# The same letters as charsets.py's telltales, as UTF-8: one look at the bytes of a page tells that it has none.
# Cut at their first bytes, since bytes.split runs ten times as fast as any pattern over a whole page.
_TELLTALES = (
    (
        b"\xc3",
        frozenset(
            b"\x84\x85\x86\x87\x8b\x8e\x8f\x91\x96\x97\x98\x9c\x9e\x9f\xa4\xa5\xa6\xa7\xab\xae\xaf\xb1\xb6\xb8\xbb\xbc\xbe"
        ),
    ),
    (b"\xc2", frozenset(b"\xa8\xaa\xac\xad\xb5\xb6\xb8\xb9\xbc\xbd\xbe")),
)
_AT_FIRST = 64  # letters that begin like a telltale which are looked at before all the others
_FEWEST = 2  # telltale letters in a page before its words are looked at
_FEWEST_WORDS = 5  # words in blocks that are surely written in fonts before anything is touched
_FEWEST_BESIDE = 2  # the same where the rest of the page is Vietnamese in Unicode, or the page names such a font
_FONT = re.compile(r"\.vn[\w ]*|\bvni[\w -]*|\bbk[ _-]?hcm[\w -]*", re.I)
_CAPITALS = re.compile(r"\.vn\w*h\b", re.I)
_BLOCKS = frozenset(
    (
        "p", "div", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "caption", "blockquote", "body",
        "title", "option", "figcaption", "article", "section", "center", "label", "button", "tr", "table", "ul",
    "ol",     )
)  # fmt: skip
_UNREAD = frozenset(("script", "style"))
_SHOWN = ("title", "alt", "content")


def fonts_suspected(source: bytes) -> bool:
    """Whether a page (as UTF-8) has letters that Vietnamese in Unicode has not, or names a font that draws them.

    A cheap question before a dear one.
    """
    found = 0
    for first, seconds in _TELLTALES:
        for rest in _behind(source, first):
            if rest and rest[0] in seconds:
                found += 1
                if found >= _FEWEST:
                    return True
    at = source.find(b"V")  # in leaps: to look for the names themselves costs six times as much
    while at >= 0:
        if source.startswith((b"Vn", b"VNI-"), at) and (source[at + 1] == _N or source[at - 1 : at] == b"."):
            return True
        at = source.find(b"V", at + 1)
    return False


_N = ord("N")


def _behind(source: bytes, first: bytes) -> Iterator[bytes]:
    """What follows each *first*: by leaps at the start, which is all there is of a page with few, then all at once."""
    at = source.find(first)
    for _ in range(_AT_FIRST):
        if at < 0:
            return
        yield source[at + 1 : at + 2]
        at = source.find(first, at + 1)
    if at >= 0:
        yield from source[at:].split(first)[1:]


def read_fonts(root: etree._Element) -> tuple[FontEncoding | None, bool]:
    """Turn what is written for fonts under *root* into Unicode, in place.

    Which fonts they were, and whether the whole page was so; (None, False) where nothing was.
    """
    blocks = _runs_by_block(root)
    judged: dict[etree._Element, FontEncoding | None] = {}
    words: dict[FontEncoding, int] = {"tcvn3": 0, "vni": 0, "bkhcm2": 0}
    unicode_words = 0
    for block, runs in blocks.items():
        text = " ".join(_get(*run) for run in runs)
        if text.isascii():
            continue
        if has_unicode_vietnamese(text):
            unicode_words += text.count(" ") + 1
        fonts = fonts_of_words(text, 1)
        if fonts is not None and not _names_font(runs):
            fonts = fonts_of_words(text, 3)
        judged[block] = fonts
        if fonts is not None:
            words[fonts] += text.count(" ") + 1
    main: FontEncoding = max(words, key=lambda name: words[name])
    if words[main] < _FEWEST_BESIDE:
        return None, False
    if words[main] < _FEWEST_WORDS and unicode_words < 5 and not any(_names_font(blocks[block]) for block in judged):
        return None, False
    whole = unicode_words * 10 < words[main]
    for block, fonts in judged.items():
        for element, tail in blocks[block]:
            text = _get(element, tail)
            if text.isascii() or has_unicode_vietnamese(text):
                continue
            hint, capitals = _hinted(element, tail)
            told = fonts or hint or (main if whole else fonts_of_words(text, 1))
            if told is not None:
                _set(element, tail, from_fonts(text, told, capitals=capitals))
    if whole:
        for element in root.iter("img", "a", "meta", "input"):
            for name in _SHOWN:
                value = element.get(name)
                if value and not value.isascii() and not has_unicode_vietnamese(value):
                    with suppress(ValueError):
                        element.set(name, from_fonts(value, main))
    return main, whole


Run = tuple[etree._Element, bool]


def _runs_by_block(root: etree._Element) -> dict[etree._Element, list[Run]]:
    """Every run of text, as its element and whether it is the tail, under the block in which it stands."""
    blocks: dict[etree._Element, list[Run]] = {}
    of: dict[etree._Element, etree._Element] = {root: root}
    for element in root.iter():
        parent = element.getparent()
        around = root if parent is None else of[parent]
        block = of[element] = element if element.tag in _BLOCKS else around
        text, tail = element.text, element.tail
        if text and element.tag not in _UNREAD and not text.isspace():
            blocks.setdefault(block, []).append((element, False))
        if tail and not tail.isspace():
            blocks.setdefault(around, []).append((element, True))
    return blocks


def _get(element: etree._Element, tail: bool) -> str:
    return (element.tail if tail else element.text) or ""


def _set(element: etree._Element, tail: bool, text: str) -> None:
    with suppress(ValueError):  # a control character by reference, which lxml does not take back
        if tail:
            element.tail = text
        else:
            element.text = text


def _names_font(runs: list[Run]) -> bool:
    """Whether one of *runs* stands in such a font, by its name: dear to ask, so only where it decides."""
    return any(_hinted(*run)[0] is not None for run in runs)


def _hinted(element: etree._Element, tail: bool) -> tuple[FontEncoding | None, bool]:
    """What the name of the nearest font says, and whether it is a font of capitals."""
    up = element.getparent() if tail else element
    for _ in range(12):
        if up is None:
            break
        named = f"{up.get('face') or ''} {up.get('style') or ''}"
        found = _FONT.search(named) if len(named) > 3 else None
        if found:
            start = found[0].lower()
            fonts: FontEncoding = "vni" if start.startswith("vni") else "bkhcm2" if start.startswith("bk") else "tcvn3"
            return fonts, bool(_CAPITALS.search(named))
        up = up.getparent()
    return None, False
