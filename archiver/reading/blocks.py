"""The page as a row of text blocks within a tree of boxes: one walk, from which every field is read.

A block is what a reader sees as one line or paragraph: the run of inline text between two block-level borders, or
between two `<br>`. A box is a block-level element; it spans a row of blocks. What the authors of the page called a
box (class, id, role) is kept as hints: evidence to be weighed, since half of all pages call something wrongly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntFlag
from functools import lru_cache

from lxml.etree import _Element

from archiver.vietnamese.patterns import joined


class Hint(IntFlag):
    """What the class, id, role or tag of a box says that it holds."""

    NONE = 0
    NAV = 1
    """Menus, breadcrumbs, paging."""
    RELATED = 2
    """Other news."""
    SHARE = 4
    """Share bars, print and font-size tools, counters."""
    COMMENT = 8
    """Readers' comments."""
    PROMO = 16
    """Newsletter boxes, subscriptions, calls to donate, apps."""
    AD = 32
    AUTHOR = 64
    """Byline or biography."""
    CAPTION = 128
    DATE = 256
    TAGS = 512
    FOOTER = 1024
    SIDE = 2048
    """Side columns and widgets."""
    OVERLAY = 4096
    """Cookie bars, dialogs, notices."""
    HIDDEN = 8192
    """Not shown: display:none, hidden, screen readers only."""
    TITLE = 16384
    LEAD = 32768
    BODY = 65536
    """The text itself."""
    FORM = 131072
    META = 262144
    """The line below the headline."""
    QUOTE = 524288
    SOURCE = 1048576


AWAY = (
    Hint.NAV | Hint.RELATED | Hint.SHARE | Hint.COMMENT | Hint.PROMO | Hint.AD | Hint.TAGS | Hint.FOOTER | Hint.SIDE
    | Hint.OVERLAY | Hint.HIDDEN | Hint.FORM
)  # fmt: skip
"""Hints of what is not the article's text."""

# Words as they stand in class names, cut at '-', '_', capitals and digits, joined by one space. English as the whole
# web names things, then Vietnamese without marks as local systems do. Order does not matter; all that match count.
_WORDS: tuple[tuple[Hint, str], ...] = (
    (
        Hint.NAV,
        joined(r"""
            nav|navbar|navigation|navi|menu|submenu|megamenu|breadcrumb\w*|bread crumb|crumbs?|pagination
            |pager|paging|phan trang|duong dan|sitemap|skip|site map|toc|table of contents|jump|prev next
            |next prev|post nav\w*|topbar
        """),
    ),
    (
        Hint.RELATED,
        joined(r"""
            relateds?|relate|recommend\w*|recirc\w*|recirculation|more (?:from|on|news|stories|articles
            |posts|like|info)|read (?:more|also|next)|readmore|see also|you may|you might|also like|up next
            |next (?:article|post|story)|most (?:read|popular|viewed|recent|commented|shared)|trending
            |popular|latest|outbrain|taboola|zergnet|teasers?|similar|other news|news other|othernews
            |lien quan|tin khac|tin lien quan|xem them|doc them|cung chuyen muc|tin moi|moi nhat|doc nhieu
            |xem nhieu|tin cung|tin cu hon|box related|tinkhac|tinlienquan|tinlq|suggest\w*|inline link
            |more coverage|top stories|story list|tin da dua|tinmoi|tincu|baivietkhac|tin tuc khac|dontmiss
            |further reading|explore more|discover more|morefrom|listing news|news list|cross ?link\w*
            |promo links?
        """),
    ),
    (
        Hint.SHARE,
        joined(r"""
            shar(?:e|es|ing|er|ebar|ethis)|social\w*|addthis\w*|sharethis|addtoany|a2a|facebook|fb like
            |twitter|tweet btn|whatsapp|zalo|print|printer|email this|toolbar|tools?|utility|utilities
            |actions?|views?|view count|viewcount|counters?|hitcount\w*|luot xem|luotxem|rating|ratings|vote
            |votes|danh gia|chia se|bookmark|favou?rites?|follow us|likes?|reactions?
            |text to speech|audio player|tts|play audio|listen
        """),
    ),
    (
        Hint.COMMENT,
        joined(r"""
            comments?|commenting|comment ?list|disqus\w*|discussion|replies|respond|reader response
            |binh luan|binhluan|y kien|ykien|fb comments?|livefyre|coral|conversation|phan hoi
        """),
    ),
    (
        Hint.PROMO,
        joined(r"""
            newsletters?|subscri\w+|sign ?up|signin|sign in|promo|promos|promotion\w*|cta|call to action
            |donat\w+|paywall|membership|appeal|app download|download app|regist\w+|piano|offer|offers
            |marketing|contribut(?:e|ion) box|mailchimp|mc embed|optin|opt in|dang ky nhan tin|support us
            |upsell|magazine|giveaway|coupon|house ad
        """),
    ),
    (
        Hint.AD,
        joined(r"""
            ads?|adv|advert\w*|adsense|adbox|adslot|adunit|ad ?wrapper|ad ?container|banner ad|dfp|gpt
            |sponsor\w*|quang cao|quangcao|qc|mgid|partner content|admicro|adzone|native ad|sponsored
            |affiliate disclaimer
        """),
    ),
    (
        Hint.AUTHOR,
        joined(r"""
            authors?|author ?bio|bio|byline|bylines|by line|writer|contributors?|reporter|journalist|tac gia
            |tacgia|vcard|about the author|posted by|nguoi viet|but danh|profile
        """),
    ),
    (
        Hint.CAPTION,
        joined(r"""
            captions?|figcaption|wp caption text|image caption|photo caption|img caption|pcaption|credits?
            |photo credit|image credit|copyright image|chu thich|desc image|image desc|photo desc|image meta
            |imagedesc|legend|cutline|gallery|slideshow|carousel|slider|lightbox|swiper|slick|album
            |mediatext
        """),
    ),
    (
        Hint.DATE,
        joined(r"""
            dates?|datetime|date time|time|times|timestamp|dateline|published|pub ?date|post ?date|posted on
            |updated|modified|ngay|ngay dang|ngaydang|thoi gian|thoigian|entry date|publish date|created
        """),
    ),
    (Hint.TAGS, r"tags?|tag ?list|tag ?cloud|keywords?|topics|hashtags?|tu khoa|tukhoa|the tag|post tags|taxonomy"),
    (
        Hint.FOOTER,
        joined(r"""
            footers?|foot|copyright|ban quyen|hotline|contact|contacts|colophon|bottom bar|page end|legal
            |disclaimer|imprint
        """),
    ),
    (
        Hint.SIDE,
        joined(r"""
            side ?bars?|aside|rail|right ?col\w*|left ?col\w*|col ?right|col ?left|widgets?|sidebar\w+
            |cot phai|cot trai|rightside|leftside|complementary|infobox side|secondary|weather|lich|calendar
            |poll|lien ket|thong ke|van ban moi|thong bao side|search|login|dang nhap
        """),
    ),
    (
        Hint.OVERLAY,
        joined(r"""
            cookies?|consent|gdpr|modal|dialog|popup|pop up|overlay|lightbox overlay|notification|toast
            |alert|interstitial|browser warning|adblock\w*|privacy|banner|tooltip|dropdown|onetrust
        """),
    ),
    (
        Hint.HIDDEN,
        joined(r"""
            hidden|visually hidden|visuallyhidden|sr only|screen reader|screen reader text|noprint|no print
            |print only|printonly|hide|d none|invisible|offscreen|element invisible|ms rtefontsize hidden
            |noscript
        """),
    ),
    (Hint.TITLE, r"title|headline|tieu de|tieude|ten bai|entry title|post title|article title|hed"),
    (
        Hint.LEAD,
        joined(r"""
            lead|lede|sapo|standfirst|dek|deck|subtitle|sub title|subheadline|sub headline|summary|intro
            |excerpt|teaser text|tom tat|tomtat|trich dan|trichyeu|trich yeu|mo ta|mota|description|desc
            |kicker|strapline|subhead|gioi thieu|chapeau|abstract|preamble|ingress|vorspann|head desc|blurb
            |sottotitolo|entradilla|standfirst
        """),
    ),
    (
        Hint.BODY,
        joined(r"""
            (?:article|story|post|entry|news|page|detail|details|blog|content|main|single|bai viet|text
            |rich ?text) ?(?:body|content|contents|text|copy|main|inner|detail|details)|article|articlebody
            |body ?text|noi dung|noidung|chi tiet|chitiet|fck detail|fck|content ?detail|entry|hentry|post
            |story|rich text|richtext|ms rtestate field|baiviet|newscontent|body copy|wysiwyg|prose
        """),
    ),
    (Hint.FORM, r"forms?|search form|input group|login form|quiz|poll|survey"),
    (Hint.META, r"meta|metadata|article info|post info|entry info|article header|info|details bar|attribution|eyebrow"),
    (Hint.QUOTE, r"pull ?quote|blockquote|quote"),
    (Hint.SOURCE, r"source|nguon|origin|theo bao"),
)
_PATTERN = tuple((hint, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for hint, words in _WORDS)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")


@lru_cache(maxsize=16384)
def hints_of(names: str) -> int:
    """What class names and ids say, as the value of a `Hint` (a plain int, since it is asked a thousand times a page).

    >>> Hint(hints_of("article__related-posts")) & Hint.RELATED
    <Hint.RELATED: 2>
    """
    text = _CAMEL.sub(" ", names[:400]).lower()
    found = 0
    for hint, pattern in _PATTERN:
        if pattern.search(text):
            found |= hint.value
    return found


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
    text: str
    block: int
    box: int


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
        "center-inline",
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
        "math-hidden",
        "amp-ad",
        "amp-analytics",
        "amp-sidebar",
        "dialog",
    ]
)
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em", "cite"))
_STYLE_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_STYLE_NONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TAG_HINTS = {
    "nav": Hint.NAV, "menu": Hint.NAV, "aside": Hint.SIDE, "footer": Hint.FOOTER, "form": Hint.FORM,
    "figcaption": Hint.CAPTION, "figure": Hint.CAPTION, "fieldset": Hint.FORM,
}  # fmt: skip
_ROLE_HINTS = {
    "navigation": Hint.NAV, "banner": Hint.NAV, "complementary": Hint.SIDE, "contentinfo": Hint.FOOTER,
    "search": Hint.FORM, "menu": Hint.NAV, "menubar": Hint.NAV, "dialog": Hint.OVERLAY, "alertdialog": Hint.OVERLAY,
}  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OF_HEADING = (
    Hint.TITLE | Hint.LEAD | Hint.RELATED | Hint.HIDDEN | Hint.PROMO | Hint.AD | Hint.SHARE | Hint.COMMENT
).value
_MAX_DEPTH = 240  # deeper than any page written by people (the deepest of 300 samples: 61); libxml2 itself stops at 256
_MAX_BLOCKS = 60_000  # a book; the rest of such a page is not read, and said so


class _Walk:
    """The state of one walk. Text gathers in `run` until a border closes it into a block."""

    __slots__ = ("after_break", "bold", "flat", "inline_hints", "italic", "linked", "run", "survey")

    def __init__(self) -> None:
        self.survey = Survey()
        self.run: list[str] = []
        self.linked = self.bold = self.italic = self.inline_hints = 0
        self.after_break = False
        self.flat = False  # within a row of a data table all is inline

    def close(self, box: int) -> None:
        run = self.run
        if run:
            text = " ".join("".join(run).split())
            run.clear()
            if text:
                blocks = self.survey.blocks
                blocks.append(
                    Block(
                        len(blocks), box, text, self.linked, self.bold, self.italic, self.after_break, self.inline_hints
                    )
                )
            self.linked = self.bold = self.italic = self.inline_hints = 0
        self.after_break = False

    def element(self, el: _Element, parent: int, depth: int, state: int) -> None:
        """Walk *el*; *state*: 1 within a link, 2 within bold, 4 within italics."""
        tag = el.tag
        if tag.__class__ is not str or tag in _SKIP:
            return
        if tag == "br":
            if self.flat:
                self.run.append(" ")
                return
            self.close(parent)
            self.after_break = True
            return
        if tag == "img" or tag == "amp-img" or tag == "video" or tag == "picture-source":
            self.survey.pictures.append(Picture(el, len(self.survey.blocks), parent))
            return
        if tag in _INLINE or self.flat:
            self.inline(el, tag, parent, depth, state)
            return
        survey = self.survey
        attributes = el.attrib
        hints = 0
        if attributes:
            names = attributes.get("class", "")
            ident = attributes.get("id")
            if ident:
                names = f"{names} {ident}"
            if names:
                hints = hints_of(names)
            role = attributes.get("role")
            if role and role in _ROLE_HINTS:
                hints |= _ROLE_HINTS[role].value
            style = attributes.get("style")
            if style:
                if _STYLE_NONE.search(style):
                    hints |= 8192
                if _STYLE_BOLD.search(style):
                    state |= 2
            if "hidden" in attributes or attributes.get("aria-hidden") == "true":
                hints |= 8192
            prop = attributes.get("itemprop")
            if prop:
                hints |= _ITEMPROP.get(prop, 0)
        if tag in _TAG_HINTS:
            hints |= _TAG_HINTS[tag].value
        elif tag in _HEADINGS:
            hints &= _OF_HEADING  # "toc_1", "time": anchors and looks, not contents
        elif tag == "blockquote":  # a tweet within the text is text, however social its class
            hints = Hint.QUOTE.value
        self.close(parent)
        boxes = survey.boxes
        box = Box(len(boxes), parent, tag, el, hints, depth, len(survey.blocks))
        boxes.append(box)
        if el.text:
            self.text(el.text, state)
        if tag == "tr" and _is_data(el):
            self.row(el, box.index, depth, state)
        elif depth < _MAX_DEPTH and len(survey.blocks) < _MAX_BLOCKS:
            number = box.index
            for child in el:
                self.element(child, number, depth + 1, state)
                tail = child.tail
                if tail:
                    self.text(tail, state)
        else:
            survey.truncated = True
        self.close(box.index)
        box.last = len(survey.blocks)

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

    def text(self, text: str, state: int) -> None:
        self.run.append(text)
        if state:
            size = len(text.strip())
            if state & 1:
                self.linked += size
            if state & 2:
                self.bold += size
            if state & 4:
                self.italic += size

    def inline(self, el: _Element, tag: str, box: int, depth: int, state: int) -> None:
        attributes = el.attrib
        anchor = None
        if tag == "a":
            href = attributes.get("href") or ""
            if href or "onclick" in attributes:
                state |= 1
                survey = self.survey
                anchor = Anchor(el, href, "", len(survey.blocks), box)
                survey.anchors.append(anchor)
        elif tag in _BOLD:
            state |= 2
        elif tag in _ITALIC:
            state |= 4
        if attributes:
            names = attributes.get("class")
            if names:
                self.inline_hints |= hints_of(names)
                if attributes.get("id"):
                    self.inline_hints |= hints_of(attributes["id"])
            style = attributes.get("style")
            if style:
                if _STYLE_NONE.search(style):
                    return
                if _STYLE_BOLD.search(style):
                    state |= 2
                if "italic" in style:
                    state |= 4
            prop = attributes.get("itemprop")
            if prop:
                self.inline_hints |= _ITEMPROP.get(prop, 0)
            if "hidden" in attributes:
                return
        if el.text:
            self.text(el.text, state)
        if len(el):
            if depth < _MAX_DEPTH:
                for child in el:
                    self.element(child, box, depth + 1, state)
                    tail = child.tail
                    if tail:
                        self.text(tail, state)
            else:
                self.survey.truncated = True


_LAYOUT = frozenset(
    ["table", "div", "ul", "ol", "form", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "iframe", "img"]
)


def _is_data(row: _Element) -> bool:
    """Whether a row is one of a table of data, not of the page's layout: two cells or more, little in each."""
    cells = 0
    for cell in row:
        if cell.tag in ("td", "th"):
            cells += 1
            for inner, element in enumerate(cell.iter()):
                if inner > 12 or (inner and element.tag in _LAYOUT):
                    return False
            if len(cell) == 0 and len(cell.text or "") > 300:
                return False
    return cells >= 2


_ITEMPROP = {
    "articleBody": Hint.BODY.value, "headline": Hint.TITLE.value, "author": Hint.AUTHOR.value,
    "datePublished": Hint.DATE.value, "dateModified": Hint.DATE.value, "description": Hint.LEAD.value,
    "keywords": Hint.TAGS.value, "comment": Hint.COMMENT.value,
}  # fmt: skip


def survey(root: _Element) -> Survey:
    """Walk the page once."""
    walk = _Walk()
    body = root.find("body")
    top = root if body is None else body
    if top.tag in _INLINE or top.tag in _SKIP:  # a fragment
        top = root.getroottree().getroot()
    if top.tag in _INLINE:
        box = Box(0, -1, "body", top, 0, 0)
        walk.survey.boxes.append(box)
        walk.inline(top, str(top.tag), 0, 0, 0)
        walk.close(0)
        box.last = len(walk.survey.blocks)
    else:
        walk.element(top, -1, 0, 0)
    for anchor in walk.survey.anchors:
        anchor.text = " ".join("".join(anchor.element.itertext()).split())  # type: ignore[arg-type]
    return walk.survey
