"""The page as a row of text blocks within a tree of boxes: one walk, from which every field is read.

A block is what a reader sees as one line or paragraph: the run of inline text between two block-level borders, or
between two `<br>`. A box is a block-level element; it spans a row of blocks. A row of a data table is one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import cast

from lxml.etree import _Element

from archiver.reading.names import Hint, hints_of
from archiver.vietnamese.text import single_spaced


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element."""

    index: int
    parent: int
    tag: str
    element: _Element
    hints: int
    """Its own, not those of the boxes around it."""
    depth: int
    first: int = 0
    """Number of the first block within it."""
    last: int = 0
    """Number of the block after the last one within it."""


@dataclass(slots=True, eq=False)
class Block:
    """One line or paragraph as a reader sees it."""

    index: int
    box: int
    text: str
    """White space folded."""
    linked: int
    """How many of its characters stand within links."""
    bold: int
    """How many are bold."""
    italic: int
    """How many are italic."""
    after_break: bool
    """It follows a `<br>`, in the same element as the block before."""
    hints: int = 0
    """Of inline elements within it."""


@dataclass(slots=True, eq=False)
class Anchor:
    """A link, and the block in which it begins."""

    element: _Element
    href: str
    block: int
    box: int
    _text: str | None = None

    @property
    def text(self) -> str:
        """Its words, white space folded; put together when they are asked for, since most links are of menus."""
        if self._text is None:
            self._text = _title_of(self.element)
        return self._text


@dataclass(slots=True, eq=False)
class Picture:
    """An image, and the block before which it stands."""

    element: _Element
    block: int
    box: int


@dataclass(slots=True, eq=False)
class Survey:
    """All that one walk over the page has seen."""

    boxes: list[Box] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
    """`<time datetime>`: number of the block in which it stands, and the moment."""
    truncated: bool = False
    """The page has more blocks or depth than we look at."""


_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
        "o:p",
        "st1:place",
        "amp-fit-text",
    ]
)
_SKIP = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "applet",
        "head",
        "select",
        "option",
        "textarea",
        "input",
        "button",
        "datalist",
        "map",
        "area",
        "audio",
        "source",
        "track",
        "param",
        "link",
        "meta",
        "amp-ad",
        "amp-analytics",
        "amp-sidebar",
        "dialog",
    ]
)
_PICTURES = frozenset(("img", "amp-img", "video"))
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em", "cite"))
_STYLE_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_OPENS_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|rtf)\b|download[^'\"]*\?", re.I)
_STYLE_BLOCK = re.compile(r"display\s*:\s*block", re.I)
_STYLE_NONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TAG_HINTS = {
    "nav": Hint.NAV, "menu": Hint.NAV, "aside": Hint.SIDE, "footer": Hint.FOOTER,
    "form": Hint.FORM, "figcaption": Hint.CAPTION, "figure": Hint.CAPTION,
    "fieldset": Hint.FORM,
}  # fmt: skip
_ROLE_HINTS = {
    "navigation": Hint.NAV, "banner": Hint.NAV, "complementary": Hint.SIDE,
    "contentinfo": Hint.FOOTER, "search": Hint.FORM, "menu": Hint.NAV, "menubar": Hint.NAV,
    "dialog": Hint.OVERLAY, "alertdialog": Hint.OVERLAY,
}  # fmt: skip
_ITEMPROP = {
    "articleBody": Hint.BODY, "headline": Hint.TITLE, "author": Hint.AUTHOR,
    "datePublished": Hint.DATE, "dateModified": Hint.DATE, "description": Hint.LEAD,
    "keywords": Hint.TAGS, "comment": Hint.COMMENT,
}  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OF_HEADING = Hint.TITLE | Hint.LEAD | Hint.RELATED | Hint.HIDDEN | Hint.PROMO | Hint.AD | Hint.SHARE | Hint.COMMENT
_HIDDEN = Hint.HIDDEN
_UNSEEN = frozenset(
    ("hidden", "d-none", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible")
)
_LETTERING = Hint.BOLD | Hint.ITALIC
_QUOTE = Hint.QUOTE
_MENU = Hint.NAV | Hint.FOOTER | Hint.OVERLAY
_LAYOUT = frozenset(
    ["table", "div", "ul", "ol", "form", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "iframe", "img"]
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff "  # editors leave paragraphs of nothing else
_MAX_DEPTH = 150  # three frames a level; people nest 61 deep at most (of 300 samples). Below, text joins as it is
_MAX_BLOCKS = 60_000  # a book; the rest of such a page is not read, and said so
_MENU_LINKS = 24  # a menu of more links than this is not walked: mega-menus are half of many a page
_SENTENCE = 90  # letters in a row; a box with such a text in it is no mere menu


def _set_as_block(span: _Element) -> bool:
    """Whether a `<span>` says of itself that it is a line of its own: generated pages have nothing but spans."""
    style = span.get("style")
    return style is not None and "block" in style and _STYLE_BLOCK.search(style) is not None


class _Walk:
    """The state of one walk. Text gathers in `run` until a border closes it into a block.

    `state` is a sum: 1 within a link, 2 within bold, 4 within italics.
    """

    __slots__ = ("after_break", "bold", "few", "flat", "inline_hints", "italic", "linked", "run", "survey")

    def __init__(self) -> None:
        self.survey = Survey()
        self.run: list[str] = []
        self.linked = self.bold = self.italic = self.inline_hints = 0
        self.after_break = False
        self.flat = False  # within a row of a data table all is inline
        self.few = False  # within a box of few links

    def close(self, box: int) -> None:
        """End the run of text, if there is one, as a block of *box*."""
        run = self.run
        text = single_spaced("".join(run))
        run.clear()
        if text and (len(text) > 4 or text.strip(_INVISIBLE)):
            blocks = self.survey.blocks
            blocks.append(
                Block(len(blocks), box, text, self.linked, self.bold, self.italic, self.after_break, self.inline_hints)
            )
        self.linked = self.bold = self.italic = self.inline_hints = 0
        self.after_break = False

    def children(self, el: _Element, box: int, depth: int, state: int) -> None:
        """Walk what lies within *el*: this is where the time of a reading goes, so it is written out."""
        run = self.run
        for child in el:
            tag = child.tag
            if tag in _SKIP or tag.__class__ is not str:
                if tag == "button" and _OPENS_FILE.search(child.get("onclick", "")):
                    self.survey.anchors.append(Anchor(child, "", len(self.survey.blocks), box))
            elif (tag in _INLINE and not (tag == "span" and _set_as_block(child))) or (self.flat and tag != "br"):
                self.inline(child, tag, box, depth, state)
            elif tag == "br":
                if self.flat:
                    run.append(" ")
                else:
                    if run:
                        self.close(box)
                    self.after_break = True
            elif tag in _PICTURES:
                self.survey.pictures.append(Picture(child, len(self.survey.blocks), box))
            else:
                self.block(child, tag, box, depth, state)
            tail = child.tail
            if tail:
                if not tail.isspace():
                    run.append(tail)
                    if state:
                        self.weigh(tail, state)
                elif run:
                    run.append(" ")

    def block(self, el: _Element, tag: str, parent: int, depth: int, state: int) -> None:
        """A block-level element: a box, in which runs of text become blocks."""
        survey = self.survey
        first = len(survey.blocks)
        if first >= _MAX_BLOCKS:
            survey.truncated = True
            return
        hints = 0
        opens = False
        items: list[tuple[str, str]] = el.items()  # type: ignore[assignment]  # lxml's stubs allow for bytes
        if items:
            names = ""
            for name, value in items:
                if name == "class" or name == "id":
                    names = f"{names} {value}" if names else value
                elif name == "style":
                    if "none" in value or "hidden" in value:
                        if _STYLE_NONE.search(value):
                            hints |= _HIDDEN
                    elif "weight" in value and _STYLE_BOLD.search(value):
                        state |= 2
                elif name == "role":
                    hints |= _ROLE_HINTS.get(value, 0)
                elif name == "hidden" or (name == "aria-hidden" and value == "true"):
                    hints |= _HIDDEN
                elif name == "itemprop":
                    hints |= _ITEMPROP.get(value, 0)
                elif name == "onclick":
                    opens = _OPENS_FILE.search(value) is not None
            if names:
                hints |= hints_of(names)
                if hints & _LETTERING:
                    state |= (2 if hints & Hint.BOLD else 0) | (4 if hints & Hint.ITALIC else 0)
        if tag in _TAG_HINTS:
            if tag != "fieldset" or el.find(".//input") is not None:  # local portals frame lists of news with one
                hints |= _TAG_HINTS[tag]
        elif tag in _HEADINGS:
            hints &= _OF_HEADING  # "toc_1", "time": anchors and looks, not contents
        elif tag == "blockquote":  # a tweet within the text is text, however social its class
            hints = _QUOTE
        if self.run:
            self.close(parent)
            first = len(survey.blocks)
        self.after_break = False
        boxes = survey.boxes
        number = len(boxes)
        box = Box(number, parent, tag, el, hints, depth, first)
        boxes.append(box)
        if opens:
            survey.anchors.append(Anchor(el, "", first, number))
        text = el.text
        if text and not text.isspace():
            self.run.append(text)
            if state:
                self.weigh(text, state)
        if tag == "tr" and _is_data(el):
            self.row(el, number, depth, state)
        elif depth >= _MAX_DEPTH:
            self.flattened(el)
        elif self.few or not hints & _MENU:
            self.children(el, number, depth + 1, state)
        elif next(islice(el.iter("a"), _MENU_LINKS, None), None) is None:
            self.few = True  # links, so that nothing within is a menu either
            self.children(el, number, depth + 1, state)
            self.few = False
        elif not _is_menu(el):
            self.children(el, number, depth + 1, state)
        if self.run:
            self.close(number)
        box.last = len(survey.blocks)

    def flattened(self, el: _Element) -> None:
        """What lies too deep to be walked joins the run as it is."""
        self.survey.truncated = True
        self.run.extend(cast("list[str]", list(el.itertext()))[1 if el.text else 0 :])

    def row(self, el: _Element, box: int, depth: int, state: int) -> None:
        """A row of a data table is one block, ' | ' between its cells."""
        self.flat = True
        first = True
        for cell in el:
            if cell.tag in ("td", "th"):
                if not first:
                    self.run.append(" | ")
                first = False
                self.inline(cell, "td", box, depth + 1, state)
        self.flat = False

    def weigh(self, text: str, state: int) -> None:
        """Count the letters of a piece of text that is within a link, bold or in italics."""
        size = len(text.strip())
        if state & 1:
            self.linked += size
        if state & 2:
            self.bold += size
        if state & 4:
            self.italic += size

    def inline(self, el: _Element, tag: str, box: int, depth: int, state: int) -> None:
        """An inline element: its text joins the run."""
        items: list[tuple[str, str]] = el.items()  # type: ignore[assignment]
        if tag == "a":
            href = el.get("href") or ""
            if href or el.get("onclick"):
                state |= 1
                survey = self.survey
                survey.anchors.append(Anchor(el, href, len(survey.blocks), box))
        elif tag in _BOLD:
            state |= 2
        elif tag in _ITALIC:
            state |= 4
        for name, value in items:
            if name == "class" or name == "id":
                if name == "class" and not _UNSEEN.isdisjoint(value.split()):
                    return
                named = hints_of(value)
                self.inline_hints |= named
                if named & _LETTERING:
                    state |= (2 if named & Hint.BOLD else 0) | (4 if named & Hint.ITALIC else 0)
            elif name == "datetime":
                self.survey.times.append((len(self.survey.blocks), value))
            elif name == "style":
                if _STYLE_NONE.search(value):
                    return
                if _STYLE_BOLD.search(value):
                    state |= 2
                if "italic" in value:
                    state |= 4
            elif name == "itemprop":
                self.inline_hints |= _ITEMPROP.get(value, 0)
            elif name == "hidden":
                return
            elif name == "onclick" and tag != "a" and _OPENS_FILE.search(value):
                self.survey.anchors.append(Anchor(el, "", len(self.survey.blocks), box))
        text = el.text
        if text:
            if not text.isspace():
                self.run.append(text)
                if state:
                    self.weigh(text, state)
            elif self.run:
                self.run.append(" ")
        if len(el):
            if depth < _MAX_DEPTH:
                self.children(el, box, depth + 1, state)
            else:
                self.flattened(el)


def _is_data(row: _Element) -> bool:
    """Whether a row is one of a table of data, not of the page's layout: two cells or more, little in each."""
    cells = 0
    for cell in row:
        if cell.tag in ("td", "th"):
            cells += 1
            if len(cell) == 0:
                if len(cell.text or "") > 300:
                    return False
                continue
            for inner, element in enumerate(cell.iter()):
                if inner > 12 or (inner and element.tag in _LAYOUT):
                    return False
    return cells >= 2


def _is_menu(el: _Element) -> bool:
    """Whether a box of many links that is called a menu or a footer is nothing but links."""
    sizes = map(len, cast("Iterator[str]", el.itertext(*_LETTERED)))
    return next(filter(_SENTENCE.__le__, sizes), None) is None


_LETTERED = (
    "a",
    "span",
    "li",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "b",
    "strong",
    "ul",
    "nav",
    "td",
    "em",
    "i",
    "section",
    "article",
    "main",
    "body",
)


_LONGEST_TITLE = 600  # letters read of a link; nested links would make it quadratic


def _title_of(element: _Element) -> str:
    if len(element) == 0:
        return " ".join((element.text or "")[:_LONGEST_TITLE].split())
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(cast("str", part))
        size += len(part)
        if size > _LONGEST_TITLE:
            break
    return " ".join("".join(parts)[:_LONGEST_TITLE].split())


def survey(root: _Element) -> Survey:
    """Walk a page once, from its body."""
    walk = _Walk()
    body = root.find("body")
    top = root if body is None else body
    seen = walk.survey
    if top.tag in _INLINE or top.tag in _SKIP:
        seen.boxes.append(Box(0, -1, "body", top, 0, 0))
        walk.inline(top, str(top.tag), 0, 1, 0)
        walk.close(0)
        seen.boxes[0].last = len(seen.blocks)
    else:
        walk.block(top, str(top.tag), -1, 0, 0)
    return seen


def mark(line: str) -> str:
    """What is remembered of a line from page to page: eight bytes, which hold none of its text.

    >>> mark("Hotline: (028) 38 000 111") == mark("Hotline:  (028) 38 000 111 ")
    True
    """
    return blake2b(" ".join(line.split()).encode("utf-8", "replace"), digest_size=8).hexdigest()


def path_of(seen: Survey, number: int) -> str:
    """A CSS selector for a box, of the two or three names that tell it apart."""
    parts: list[str] = []
    while number >= 0 and len(parts) < 3:
        box = seen.boxes[number]
        ident = box.element.get("id")
        if ident and " " not in ident:
            parts.insert(0, f"{box.tag}#{ident}")
            break
        names = (box.element.get("class") or "").split()
        parts.insert(0, box.tag + "".join(f".{name}" for name in names[:2]))
        number = box.parent
    return " > ".join(parts)
