"""Whether one address turns the listing at another, and to which page: by a page number in query or path."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote

from archiver.reading.document import split_url

PAGE_NAME = re.compile(
    r"^(?:.*[_$.])?(?:p|page|pages?_?(?:no|num|number|index|id)?|trang|cur|current_?page|paged|pg|start"
    r"|offset|skip|from|pn|pageindex|currpage"
    r"|pagenumber|curpg|npage|from_?row|page_?first_?row|first_?row|startrow|limitstart|so_?trang|cp|pi|pageno|_page)$",
    re.I,
)
# What DotNetNuke and others append as pairs: '/tin-tuc' + '/pgrid/412/pageid/2'
_PAIRS = re.compile(r"(?:/[a-z_]{1,20}/\d{1,9})*/([a-z_]{1,20})/(\d{1,5})/?", re.I)
_PATH_PAGE = re.compile(
    r"(?:^|[/_.-])(?:page|trang|p|pages|trang-so|so-trang|pagenum|paging)?[/_.=-]?(\d{1,5})(?=$|[/.?_-])", re.I
)
_NAMED_PATH_PAGE = re.compile(
    r"(?:^|[/_.;-])(?:page|trang|p|pages|pn|paging|current_?page|page_?index|page_?number)[/_.=-]?(\d{1,5})(?=$"
    r"|[/.?_-])",
    re.I,
)
_MORE = re.compile(
    r"\W*(?:(?:xem|tải|hiển\sthị|đọc|hiện)\sthêm|xem\s(?:các\s)?(?:tin|bài)(?:\sviết)?\skhác|xem\stiếp|tin\scũ\shơn"
    r"|thêm\s(?:tin|bài|kết quả)|(?:load|show|view|see|read)\smore|more(?=\W*$|\s(?:posts|results|news)))\b.{0,20}",
    re.I | re.S,
).fullmatch


def says_more(text: str) -> bool:
    """Whether a control says that there is more of the same: said of the next page, and of much else.

    >>> says_more("Xem thêm »"), says_more("Tải thêm 10 bài viết"), says_more("Xem thêm về lịch sử của đơn vị anh hùng")
    (True, True, False)
    """
    return len(text) < 40 and bool(_MORE(text.strip()))


def turns(here: str, there: str) -> int | None:
    """The page to which *there* turns the listing at *here*, by what differs between the two; None if it does not.

    >>> turns("https://so.example/tin?id=3", "https://so.example/tin?id=3&trang=2")
    2
    >>> turns("https://so.example/tin/trang-2.html", "https://so.example/tin/trang-3.html")
    3
    >>> turns("https://so.example/tin", "https://so.example/tin/khai-giang-2024.html") is None
    True
    """
    a, b = split_url(here), split_url(there)
    if a.netloc != b.netloc:
        return None
    one, two = dict(parse_qsl(a.query, keep_blank_values=True)), dict(parse_qsl(b.query, keep_blank_values=True))
    path, other = unquote(a.path), unquote(b.path)
    if path.rstrip("/") == other.rstrip("/"):
        differing = [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)]
        numeric = [name for name in differing if two.get(name, "").isdigit() and len(two[name]) <= 6]
        named = [name for name in numeric if PAGE_NAME.match(name)]
        if named:
            return int(two[named[0]])
        if len(differing) == 1 and numeric:
            return int(two[numeric[0]])
        return None
    named = [name for name in two if PAGE_NAME.match(name) and two[name].isdigit() and one.get(name) != two[name]]
    if named and len(two[named[0]]) <= 6:
        return int(two[named[0]])
    if other.startswith(path.rstrip("/") + "/"):
        pairs = _PAIRS.fullmatch(other, len(path.rstrip("/")))
        if pairs and PAGE_NAME.match(pairs[1]):
            return int(pairs[2])
    # The paths differ: by one number, beside a word for page or at the end of what is otherwise the same path.
    for pattern in (_NAMED_PATH_PAGE, _PATH_PAGE):
        for found in reversed(list(pattern.finditer(other))):
            rest = _stem(other[: found.start()] + other[found.end() :])
            known = [_stem(path)]
            known += [_stem(path[: own.start()] + path[own.end() :]) for own in pattern.finditer(path)]
            if rest in known:
                return int(found[1])
    return None


def page_of(url: str) -> int | None:
    """The number of the page that an address names, where it names one."""
    parts = split_url(url)
    for name, value in parse_qsl(parts.query):
        if PAGE_NAME.match(name) and value.isdigit() and len(value) <= 5:
            return int(value)
    found = _NAMED_PATH_PAGE.search(unquote(parts.path))
    return int(found[1]) if found else None


def _stem(path: str) -> str:
    """A path without what page numbers come with: '/tin/trang-.html', '/tin/' and '/tin.html' have one stem."""
    path = re.sub(r"\.(?:html?|aspx?|php|chn|jsp|vnp|shtml)$", "", path, flags=re.I)
    path = re.sub(r"[/_.-](?:page|trang|p|pages|index|default)$", "", path.rstrip("/_.-"), flags=re.I)
    return path.rstrip("/_.-").lower()
