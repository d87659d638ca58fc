"""Where on a page an element stands, and how it looks: the page itself, a side column, a menu.

Told by what the authors of pages call their boxes, and by the room that they give them: of two columns side by side
the narrow one is the side column, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from archiver.reading.document import text_of

INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr", "nobr",
    )
)  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_MENU_TAGS = frozenset(("nav", "footer", "menu"))
_NEVER_MENU = frozenset(("article", "a", "html", "body"))
_MENU_ROLES = frozenset(("navigation", "contentinfo", "search", "menu", "menubar"))
UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# What the authors of pages call menus and side columns. A box that holds most of the page's titles is none, whatever
# it is called ("has-sidebar" on the whole page).
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|(?:mega|sub|top|main|left|quick|mobile)?-?menu\w*|breadcrumbs?"
    r"|pagination|pager|paging|phan-?trang|topbar|top-?bar|social\w*|share|search(?!-?(?:results?|list|items?|content|page))\w*|login\w*|popup|modal|cookie"
    r"|comment(?!ed)\w*|binh-?luan|copyright|banner\w*|quang-?cao|advert\w*|ads|skip\w*|toolbar|tag-?cloud|hashtags?"
    r"|(?:chan|cuoi|dau)-?trang|lien-?ket|weblinks?|thong-?ke|counter|weather|marquee|quicklaunch\w*|ribbon\w*)(?:$|[\s_-])"
    # The header and the footer of the page, not those of an item ('entry-header', 'page-header').
    r"|(?:^|\s)(?:(?:site|main|top|bottom|global|wrap\w*|div|id|the|inner|master|portal|web|mobile|desktop)[_-]*)?"
    r"(?:header|footer|foot)(?:$|[\s\d_-]|wrap|bg|top|bottom|menu|inner)",
    re.I,
)
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:side-?bar\w*|\w+-?sidebar|aside|(?:right|left)-?(?:side|bar|rail)|rail|widgets?(?:-area)?"
    r"|(?:most|mostly)-?\w*|\w*-?most-?view\w*|popular\w*|trending|hot-?news|doc-?nhieu|xem-?nhieu|tieu-?diem|tieudiem"
    r"|related\w*|\w+-related|lien-?quan|tin-?lien-?quan|recommend\w*|recent-?\w*|latest-?comments?|poll"
    r"|survey|calendar"
    r"|lich|van-?ban-?moi|complementary|secondary)(?:$|[\s_-])",
    re.I,
)
_NOISE = re.compile(
    r"^(?:\d+|item|first|last|odd|even|active|current|alt|alternate|selected|row|new|hot|clearfix|lazy|loaded|sticky"
    r"|post-"
    r"|(?:category|tag|status|format|type|author)-.+|has-post-thumbnail)$",
    re.I,
)


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")  # 'sideNavBox' is said as 'side-nav-box' is
_BUILT = re.compile(
    r"\belementor-(?:widget|element)[\w-]*|\bso-panel widget\b|\bwidget Blog\b"
)  # builders call every box a widget
_MENU_IN_CAMEL = re.compile(r"(?:^|[\s_-])(?:nav|menu|breadcrumb|pager|social)(?:$|[\s_-])", re.I)


@lru_cache(maxsize=8192)
def look(tag: str, names: str, identity: str, role: str) -> tuple[str, int]:
    """How an element looks (tag and the classes that do not tell one row from the next), and its zone by its names."""
    classes = sorted({word for word in re.sub(r"\d+", "", names).split() if not _NOISE.match(word)})
    if tag in HEADINGS:
        tag = "h"  # the first items of a list are often set one size larger
    shape = tag + "." + ".".join(classes) if classes else tag
    cue = 0
    called = f"{names} {identity}" if len(names) + len(identity) < 400 else ""
    parted = called
    if "elementor-" in called or "so-panel" in called or "widget Blog" in called:
        parted = _BUILT.sub("", parted)
    if not parted.islower():
        parted = _CAMEL.sub("-", parted)
    named = bool(called) and tag not in _NEVER_MENU and bool(_MENU.search(called))
    if called and not named and parted != called and tag not in _NEVER_MENU:
        named = bool(_MENU_IN_CAMEL.search(parted))
    if "nav-stacked" in called:
        pass  # how Bootstrap draws a list of links, such as the further articles below a blog of Joomla
    elif named or tag in _MENU_TAGS or role in _MENU_ROLES:
        cue = 2
    elif (
        tag in ("aside", "marquee") or role == "complementary" or (_SIDE.search(parted) and tag not in ("html", "body"))
    ):
        cue = 1
    return shape, cue


def link_around(element: etree._Element) -> etree._Element | None:
    """The link that *element* is or is in."""
    return next((up for up in (element, *element.iterancestors()) if up.tag == "a"), None)


# --- columns side by side --------------------------------------------------------------------------------------------

_CENTRE = re.compile(
    r"(?:^|[\s_-])(?:main\w*|cent(?:er|re|ral)\w*|middle\w*|content\w*|primary|giua|noi-?dung)(?:$|[\s_-])"
    r"|(?:content|center|centre|middle|main)(?:pane|col\w*|area|wrap\w*)?(?:$|[\s_-])",
    re.I,
)
_IS_CENTRE = re.compile(r"(?:main-?)?(?:content|noi-?dung|center|centre)|main|primary|giua", re.I).fullmatch
_EDGE = re.compile(
    r"(?:^|[\s_-])(?:left|right|trai|phai|benphai|bentrai)(?:$|[\s_-]|\d|pane|col\w*|content|menu|block|bar|zone|box"
    r"|side)"
    r"|(?:left|right)(?:pane|col\w*|side|bar|zone)(?:$|[\s_-])|(?:col|column|pane|cot|cell)[_-]?(?:left|right|trai"
    r"|phai)\b",
    re.I,
)
# 'col-sm-8 col-md-6' of Bootstrap, 'span3', 'grid_4', 'large-3', 'aui-w30', 'w-1/3' of 12 or of 100: only compared.
_GRID = re.compile(
    r"(?:^|\s)(?:(?:(?:(?:sm|md|lg|xl|2xl):)?col-span|col|uk-width|grid|span|large|medium|small|column|cell)(?:[-_](?:xs|sm|md|lg|xl|xxl|m|l"
    r"|s))?[-_]?(\d{1,2})"
    r"|(?:aui-)?w-?(\d{2})|elementor-col-(\d{2,3}))(?=$|\s)"
)
_BREAKPOINT = {"xs": 0, "small": 0, "s": 0, "sm": 1, "md": 2, "medium": 2, "m": 2, "lg": 3, "large": 3, "l": 3, "xl": 4}
_STYLED = re.compile(r"(?:^|[;\s])(?:width|flex-basis)\s*:\s*(\d{1,4})(?:\.\d+)?\s*(px|%)", re.I)
ENOUGH_TITLES = 15
"""Words of titles that a box must hold to be asked for its width: three titles; cells of a table hold one."""


def beside_the_page(
    one: etree._Element, words: Mapping[etree._Element, int], held: Mapping[etree._Element, int], root: etree._Element
) -> bool:
    """Whether *one* is a side column by what stands beside it: a wider one, or one that is called the main.

    *words* are the words of titles that each element holds, *held* those and the words of its running text. What holds
    most of the running text of *root* is the page, but for a column half as wide as another: summaries of the newest
    news are longer than a form to look something up.
    """
    if words.get(one, 0) < ENOUGH_TITLES or one.tag in ("li", "tr", "a"):
        return False
    prose, in_all = held.get(one, 0) - words[one], held.get(root, 0) - words.get(root, 0)
    wordy = in_all >= 40 and prose * 2 > in_all
    parent = one.getparent()
    if parent is None or len(parent) > 12:
        return False
    siblings = [other for other in parent if other is not one and isinstance(other.tag, str)]
    siblings = [other for other in siblings if other.tag not in ("script", "style", "br", "link", "hr", "input")]
    if not siblings:
        return False
    width, unit = _width(one)
    if wordy:  # the page, if only by its words: beside a column twice as wide that says something it is none
        wide = (
            [other for other in siblings if _width(other)[1] == unit and width * 2 <= _width(other)[0]] if width else []
        )
        return any(len(" ".join(text_of(other).split())) >= 10 for other in wide)
    if width and unit != "grid" and one.tag == "td" and not all(_width(other)[0] for other in siblings):
        if unit == "%":
            return width <= 35
        whole, of = _width(next(one.iterancestors("table"), one))
        if width * 10 <= (4 * whole if of == "px" and whole > width else 2_600):
            return True  # the other cells have the rest of the table, or of the screen
    if width:
        for other in siblings:
            theirs, of_the_same = _width(other)
            if (of_the_same == unit and width * 10 <= theirs * 6 and unit != "grid") or (
                unit == of_the_same == "grid" and width * 2 <= theirs
            ):
                return True
    named = f"{one.get('class') or ''} {one.get('id') or ''}"
    centred = any(
        other.tag == "main" or (_CENTRE.search(their) and not _EDGE.search(their))
        for other in siblings
        if (their := f"{other.get('class') or ''} {other.get('id') or ''}")
    )
    if (
        words[one] >= 3 * ENOUGH_TITLES
        and not _CENTRE.search(named)
        and any(_IS_CENTRE(other.get("id") or other.get("class") or "") and held.get(other, 0) for other in siblings)
    ):
        return True  # whatever it is called: 'ben' beside 'noidung'
    if one.tag in ("div", "section") and any(other.tag == "main" and held.get(other, 0) for other in siblings):
        return True  # HTML has one word for what is the page, and this is not in it
    return centred and (one.tag == "aside" or bool(_EDGE.search(named) or _SIDE.search(named)))


def _width(element: etree._Element) -> tuple[int, str]:
    """The width that an element is given, and its unit; (0, '') where it is given none."""
    said = element.get("width") or ""
    if said.strip():
        number = re.match(r"\s*(\d{1,4})\s*(%?)", said)
        if number:
            return int(number[1]), "%" if number[2] else "px"
    styled = _STYLED.search(element.get("style") or "")
    if styled:
        return int(styled[1]), styled[2].lower()
    names = element.get("class") or ""
    widest, found = -1, 0
    for grid in _GRID.finditer(names):
        point = next(
            (p for p in _BREAKPOINT if re.search(rf"[-_]{p}[-_]", grid[0]) or grid[0].strip().startswith(p)), "xs"
        )
        if _BREAKPOINT[point] > widest:
            widest, found = _BREAKPOINT[point], int(grid[1] or grid[2] or grid[3])
    return (found, "grid") if found else (0, "")
