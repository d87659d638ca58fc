"""How many items and pages a listing says there are: 'Trang 3/57', 'Tổng số 1.240 tin', '1-20 trong tổng số 345'."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from archiver.reading.document import Document, text_of
from archiver.reading.turning import PAGE_NAME

_COUNT = r"(\d{1,3}(?:[.,]\d{3})+|\d{1,7})"
_THING = (
    r"(?:tin(?:\s+bài)?|bài(?:\s+viết)?|kết quả|bản ghi|mục|văn bản|thủ tục|câu hỏi|hồ sơ|dịch vụ công|thông báo"
    r"|album|video"
    r"|ảnh|hình ảnh|entries|mẩu tin|records?|items?|results?|articles?|posts?)"
)
_ALL = r"tổng(?:\s+cộng)?(?:\s+số)?"
_HAVE = r"(?:khoảng|about|tìm được|có(?:\s+tất\s+cả)?|tất cả|total(?:\s+of)?|tìm thấy|found)"
_TOTALS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), names)
    for pattern, names in (
        # 'Trang 3/57', 'Page 2 of 10', 'Trang 3 trong tổng số 57'
        (
            rf"(?:trang|page)\s*:?\s*(?:số\s*)?{_COUNT}\s*(?:/|trên|của|of|trong(?:\s+{_ALL})?|out of)\s*{_COUNT}",
            ("page", "pages"),
        ),
        # '1-20 trong tổng số 345'
        (rf"\b{_COUNT}\s*[-–]\s*{_COUNT}\s*(?:/|trên|của|of|trong)\s*(?:{_ALL}\s*)?:?\s*{_COUNT}", ("", "", "total")),
        # 'Hiển thị 1 đến 20 của 345'
        (
            rf"(?:hiển thị|showing|kết quả)[^\d]{{0,20}}{_COUNT}\s*(?:[-–]|đến|tới|to)\s*{_COUNT}\D{{1,30}}?{_COUNT}",
            ("", "", "total"),
        ),
        # 'Tổng số: 1240 tin', 'Có tất cả 12 bài viết'
        (rf"(?:{_ALL}|{_HAVE})\s*{_THING}?\s*:?\s*{_COUNT}\s*{_THING}", ("total",)),
        # 'Tổng số tin: 1240'
        (rf"{_ALL}\s*{_THING}\s*:?\s*{_COUNT}\b(?!\s*trang)", ("total",)),
        # 'Tổng số 57 trang', 'Tổng số trang: 57'
        (rf"{_ALL}\s*:?\s*{_COUNT}\s*trang\b|{_ALL}\s+trang\s*:?\s*{_COUNT}", ("pages", "pages")),
        (rf"(?:^|[(\s]){_COUNT}\s+(?:trang|pages)\s*$", ("pages",)),
        # '57 items in 6 pages', '57 mục trong 6 trang'
        (rf"\b{_COUNT}\s*{_THING}\s+(?:in|trong|trên)\s+{_COUNT}\s*(?:trang|pages)", ("total", "pages")),
        # '(1240 tin)' alone
        (rf"^\(?\s*{_COUNT}\s+{_THING}\s*\)?$", ("total",)),
    )
)
_WORTH_A_LOOK = re.compile(
    r"trang|tổng|page|kết quả|entries|có\s|bản ghi|hiển thị|showing|records|tin\b|bài|total|tìm thấy|\d\s*(?:/|of"
    r"|trên)\s*\d"
)


_OF_PAGES = re.compile(r"\s*(?:/|trên|của|of|trong(?: tổng số)?)\s*(\d{1,5})(?!\d)", re.I).match
_DIGIT = re.compile(r"\d").search
_ONLY_NUMBER = re.compile(r"\s*[\d.,]+\s*$").match
_MARKED = frozenset(("span", "b", "strong", "em", "font"))


def totals(document: Document) -> dict[str, int]:
    said: dict[str, int] = {}
    heard: set[etree._Element] = set()
    for element, text in document.texts:
        if len(text) >= 200 or not _DIGIT(text):
            continue
        _hear(text, said)
        if element.tag in _MARKED and _ONLY_NUMBER(text):
            parent = element.getparent()  # 'Trang <b>3</b>/<b>57</b>', 'Tổng số <b>1240</b> tin'
            if parent is not None and parent not in heard:
                heard.add(parent)
                whole = " ".join(text_of(parent).split()) if few(parent, 12) else ""
                if 0 < len(whole) < 200:
                    _hear(whole, said)
    for field in document.tags("input") if "pages" not in said else ():  # 'Trang [2] / 17'
        value, after = field.get("value") or "", _OF_PAGES(field.tail or "")
        if (
            after
            and value.isdigit()
            and len(value) <= 5
            and PAGE_NAME.match(field.get("name") or field.get("id") or "")
        ):
            said.update(page=int(value), pages=int(after[1]))
            break
    if "pages" in said and "page" in said and said["page"] > said["pages"]:
        del said["pages"], said["page"]
    return said


def _hear(text: str, said: dict[str, int]) -> None:
    text = text.lower()  # the patterns are too: to ignore case costs them five times as much
    if not _WORTH_A_LOOK.search(text):
        return
    text = " ".join(text.split())
    for pattern, names in _TOTALS:
        found = pattern.search(text)
        if found:
            if names == ("", "", "total"):  # '28/7/1929 - 28/7/2019' is no range of items
                first, last, whole = (int(re.sub(r"[.,]", "", number)) for number in found.groups())
                if not first <= last <= whole:
                    continue
            for number, name in enumerate(names, 1):
                if name and found[number]:
                    said.setdefault(name, int(re.sub(r"[.,]", "", found[number])))


def few(element: etree._Element, most: int) -> bool:
    """Whether *element* has no more than *most* children; len() of an element counts them all, each time."""
    return next(islice(element.iterchildren(), most, None), None) is None
