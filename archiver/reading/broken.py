"""Pages that are no content: broken servers, what is gone, walls to log in at, lists of nothing."""

from __future__ import annotations

import re

from lxml import etree

from archiver.reading.columns import Columns
from archiver.reading.document import Document, text_of
from archiver.reading.facts import Facts, own_list, plain_words, slug_of, stamped
from archiver.reading.messages import EMPTY, ERROR, LOGIN, LOGIN_URL, MISSING, SIGNS, SURE, UPDATING, VAGUE, WALL
from archiver.reading.paging import Paging
from archiver.reading.zones import INLINE
from archiver.shapes import Kind
from archiver.vietnamese.text import fold_space


def broken_kind(document: Document, facts: Facts, columns: Columns, paging: Paging) -> Kind | None:
    """Error pages, soft 404s, login walls and lists of nothing: said where a title would stand, and little else said.

    A page that tells a story is none of them, whatever it says: news is written about pages that are gone, systems
    under repair and how to log in, and a live article taken for a dead one is the worst of errors.
    """
    said = _prominent(document, columns, facts)
    story = not any(map(SURE, said)) and _tells_a_story(document, facts, columns)
    empty = _nothing_listed(document, said, facts, columns, paging, story)
    if story:
        return empty
    missing = next((kind for text in said if (kind := _missing(text, 1, facts, columns)) is not None), None)
    fault = _fault(facts.title, 0, facts, columns) or next(
        (kind for text in said if (kind := _fault(text, 1, facts, columns)) is not None), None
    )
    titled = _missing(facts.title, 0, facts, columns)
    if fault is not None and VAGUE.search(fault.reasons[0]):
        told = (text for text in said if not ERROR.search(text))
        if any(_missing(text, 1, facts, columns) for text in told):
            fault = None  # 'Có lỗi xảy ra' above 'Bài viết không tồn tại'
    return titled or fault or empty or missing or _wall(document, said, facts, columns, paging)


_CODED = re.compile(r"\W*404(?:\W*$|\s*[-–—|:!.]|\s+(?:error|not|page))", re.I).match
_PLACES = ("the title", "a line of its own")


def _fault(text: str, where: int, facts: Facts, columns: Columns) -> Kind | None:
    found = ERROR.search(text)
    little = facts.prose < _LITTLE
    aside = columns.main is not None and columns.main.zone > 0
    if (
        found
        and (columns.characters < 6_000 and (len(columns.items) < 8 or aside or where == 0))
        and (little or where == 0 or columns.characters < 4_000)
    ):
        return Kind("error", 0.85 if where else 0.95, (f"{_PLACES[where]} says {found[0]!r}",))
    return None


def _missing(text: str, where: int, facts: Facts, columns: Columns) -> Kind | None:
    found = MISSING.search(text)
    if not found or facts.prose >= _LITTLE or (where and len(text) > 220):
        return None
    before = text[: found.start()].rstrip()
    if len(before) > 45 and before[-1:] in ".!?":
        return None  # messages come to the point; before this sentence something was told
    items = len(columns.items)
    # A story may be headed "Trang web giả mạo không còn tồn tại"; a page of this size with no list tells none.
    message = len(found[0]) * 2 > len(text) or bool(_CODED(text))
    headed = MISSING.search(facts.heading)
    headed_so = headed is not None and (len(headed[0]) * 2 > len(facts.heading) or bool(_CODED(facts.heading)))
    if facts.heading_own and not (message and (headed_so or (columns.characters < 1_500 and items < 3))):
        return None
    confidence = 0.9 if where and items < 4 else 0.8 if where else 0.95
    return Kind("soft-404", confidence, (f"{_PLACES[where]} says {found[0]!r}", f"{facts.prose} characters of prose"))


_SEARCHED = re.compile(r"tìm kiếm|kết quả tìm|tra cứu|search", re.I).search
_SEARCH_URL = re.compile(r"[?&](?:s|q|k|key|keyword|query|tukhoa|tu-khoa|search)=|tim-?kiem|search", re.I).search


def _nothing_listed(
    document: Document, said: list[str], facts: Facts, columns: Columns, paging: Paging, story: bool
) -> Kind | None:
    """A category or a search that lists nothing, or a page that is still to be written: there, but empty."""
    if facts.prose >= 300 or (len(columns.items) >= 3 and own_list(columns, facts, paging) == 1):
        return None
    for text in said:
        found = EMPTY.search(text)
        # A section is headed by its name, as an article is; below it nothing is said but that there is nothing.
        alone = bool(found) and facts.spoken <= 150 and len(text) <= 120 and not EMPTY.search(facts.heading)
        if found and (alone if story else len(text) <= 220):
            sought = _SEARCHED(f"{facts.title} {facts.heading}") or _SEARCH_URL(document.url)
            return Kind(
                "other" if sought else "listing", 0.75, (f"a line of its own says {found[0]!r}: a list of nothing",)
            )
    for text in said if facts.spoken <= 150 else ():
        if UPDATING.match(text):
            return Kind("other", 0.75, (f"a line of its own says {text[:60]!r}",))
    return None


def _wall(document: Document, said: list[str], facts: Facts, columns: Columns, paging: Paging) -> Kind | None:
    items = len(columns.items)
    own = items >= 3 and own_list(columns, facts, paging) == 1
    if not own and facts.prose < 300 and not facts.heading_own:
        for text in (facts.title, *said):
            found = WALL.search(text)
            if found and len(text) <= 200:
                return Kind("login", 0.8, (f"it says {found[0]!r} and little else",))
    if facts.passwords and facts.prose < 500:
        signs = [place for place, text in (("title", facts.title), ("heading", facts.heading)) if LOGIN.search(text)]
        if LOGIN_URL.search(document.url):
            signs.append("address")
        if signs or (items < 3 and columns.characters < 1_200):
            reason = "a field for a password" + (f", and {' and '.join(signs)} say so" if signs else " and little else")
            return Kind("login", 0.9 if signs else 0.7, (reason,))
    return None


_OF_ERRORS = re.compile(r"\blỗi\b|error|404|bảo trì|nâng cấp|đăng nhập|log ?in|thông báo$", re.I).search


def _tells_a_story(document: Document, facts: Facts, columns: Columns) -> bool:
    """Whether a page that may sound like a message is an article: its address is made of its heading, or it is dated,
    or has more to say than messages have.

    The address of what is gone is made of the title that it had, never of the words that say so.
    """
    heading = facts.heading
    if facts.passwords and LOGIN.search(heading) and facts.spoken < 100:
        return False
    message = next((found for pattern in (ERROR, MISSING) if (found := pattern.search(heading))), None)
    all_message = message is not None and len(message[0]) * 2 > len(heading)
    if facts.slugged and (
        not all_message or heading.count(" ") >= 7 or facts.spoken >= 100 or stamped(document, columns)
    ):
        return True
    if facts.titled and message is None and not _OF_ERRORS(heading) and facts.spoken >= 60:
        words = plain_words(heading)
        if words.count(" ") >= 2 and f" {words} " in f" {slug_of(document.url)} ":
            return True  # 'Đính chính thông tin' at …/dinh-chinh-thong-tin-19
    if not facts.heading_own:
        return facts.spoken >= 250 and not all_message and stamped(document, columns)
    long = heading.count(" ") >= 7 and facts.spoken >= 120
    return long or (facts.spoken >= (80 if all_message else 60) and stamped(document, columns))


def _prominent(document: Document, columns: Columns, facts: Facts) -> list[str]:
    """Short lines that could be the message of an error page; a long page has no such message."""
    if facts.prose >= _LITTLE and columns.characters >= 4_000:
        return []
    page = "\n".join(text for _, text in document.texts).lower()
    signs = [word for word in SIGNS if word in page]
    if not signs:
        return []
    lines: list[str] = []
    for element, text in document.texts:
        if (
            3 <= len(text) <= 400
            and _any_of(signs, text)
            and element.tag not in ("a", "li")
            and columns.zone(element) == 0
        ):
            lines.append(_line(element, text))
            if len(lines) == 100:
                break
    return lines


_LITTLE = 700  # characters of prose: the longest message of an error page seen has 400


def _line(element: etree._Element, text: str) -> str:
    """The line that *text* is of: '<b>Notice</b>: Undefined index in <b>/x.php</b> on line <b>3</b>' is one."""
    line = fold_space(text)
    for _ in range(3):
        whole = fold_space(text_of(element))
        if len(whole) >= 300:
            break
        line = whole
        parent = element.getparent()
        if element.tag not in INLINE or parent is None or any(one.tag not in INLINE for one in parent):
            break
        element = parent
    return line


def _any_of(words: list[str], text: str) -> bool:
    low = text.lower()
    return any(word in low for word in words)
