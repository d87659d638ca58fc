"""What an item of a list is called: by its link, by the heading that its link wraps, by what stands out around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from archiver.reading.beside import DATE
from archiver.reading.document import UNREAD, text_of
from archiver.reading.zones import HEADINGS
from archiver.vietnamese.text import fold_space

_STANDS_OUT = HEADINGS | {"b", "strong"}
NO_TITLE = re.compile(
    r"^(?:(?:xem|đọc)(?: tiếp| thêm| chi tiết| tất cả| toàn bộ)?|chi tiết|tiếp theo|read more|more"
    r"|continue reading|trang \d+"
    r"|trang (?:chủ|trước|sau|đầu|cuối|tiếp|kế|cũ)|tải về|download|bình luận|đăng nhập|in bài|chia sẻ|next|previous"
    r"|\d+ bình luận"
    r"|quay lại|lên đầu trang)\b.{0,25}$",
    re.I,
)
ELSEWHERE = re.compile(
    r"mới (?:nhất|cập nhật|đăng)|tin mới|bài mới|nổi bật|đọc nhiều|xem nhiều|tiêu điểm|thông báo|liên kết|quảng cáo"
    r"|văn bản mới"
    r"|most |popular|latest|recent|trending|hot news|bài viết mới|gần đây",
    re.I,
)
"""How lists are announced that stand on every page of a site."""
ASIDE = re.compile(r"(?:đọc|xem) nhiều|quan tâm|most (?:read|viewed|popular)|popular|trending|có thể bạn", re.I)
"""How lists are announced that are never a page's own, unless its title says the same."""
RELATED = re.compile(r"khác|liên quan|cùng chuyên mục|mới hơn|cũ hơn|đã đưa|đã đăng|trước đó|related", re.I)
"""How further articles are announced below one."""
SIDE_HEADING = re.compile(
    r"(?:đọc|xem|quan tâm|tải|bình luận) nhiều|tin liên quan|bài viết liên quan|có thể bạn|đáng chú ý"
    r"|liên kết|quảng cáo|thăm dò"
    r"|bình luận|phản hồi|(?:hình|thư viện) ảnh|^video|^audio|văn bản mới|most (?:read|viewed|popular)|popular|trending"
    r"|related|you may|recent (?:posts|comments)|tags?$|từ khóa|chuyên mục$|categories|archives?$"
    r"|lưu trữ$|tiện ích|dịch vụ công"
    r"|sản phẩm|quan tâm$|gợi ý",
    re.I,
)
OTHERS = re.compile(r"tin (?:tức )?(?:khác|đã đưa|cũ)|(?:các|những) (?:tin|bài)|bài (?:viết )?khác", re.I)
AGO = re.compile(r"\d\s*(?:'|phút|giờ|ngày|tuần|h\b|lượt)|^\W*[\d\W]*$|\bago$", re.I)
NUMBERED = re.compile(r"(?:số\s*:?\s*)?\d{1,6}[\w.]{0,6}(?:[/-][\w&.]{1,12}){1,4}|\d{1,6}/[\w-]{2,16}", re.I).fullmatch


@dataclass(slots=True, eq=False)
class Link:
    """A link that could be the title of something."""

    element: etree._Element
    url: str
    title: str
    words: int
    place: int
    """Its number in `Document.elements`."""
    borrowed: bool = False
    """The title is a tooltip's or a picture's; the link itself has no text, or only "Xem chi tiết"."""
    named: etree._Element | None = None
    """The element within the link whose text the title is; None where it is the link's own."""


def in_heading(element: etree._Element) -> bool:
    if element.tag in HEADINGS:
        return True
    for up in (element.getparent(), *element):
        if up is not None and (up.tag in HEADINGS or "title" in (up.get("class") or "").lower()):
            return True
    return "title" in (element.get("class") or "").lower()


def title_of(element: etree._Element, text: str) -> tuple[str, etree._Element | None]:
    """The title that a link gives: its heading if it wraps a card, else its text; its tooltip where that is cut."""
    named = None
    if len(element) > 1 and len(text) > 30 and (line := _titled_line(element)) is not None:
        return fold_space(text_of(line)), line
    if len(element) and len(text) > 30:
        for inner in element.iterdescendants("h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "div", "span", "p"):
            if inner.tag in _STANDS_OUT or "title" in (inner.get("class") or "").lower():
                heading = fold_space(text_of(inner))
                if heading.count(" ") >= 2:
                    text, named = heading, inner
                    break
    if text.endswith(("...", "…")):
        whole = fold_space(element.get("title") or "")
        start = text.rstrip(".… ")
        if len(whole) > len(start) and whole.startswith(start[: max(len(start) - 3, 1)]):
            return whole, named
    return text, named


def _titled_line(element: etree._Element) -> etree._Element | None:
    """The title of a card that is one link: its first line of three words that is no date, where a date is another.

    Where nothing is called a title, that a date stands on a line of its own is what tells a card from a long link.
    """
    lines = [
        (inner, line)
        for inner in element.iter("div", "p", "span", "time", "h2", "h3", "h4", "h5", "b", "strong", "small", "i", "em")
        if (line := fold_space(inner.text or "") or (fold_space(inner[0].tail or "") if len(inner) else ""))  # an icon
    ]
    if not 2 <= len(lines) <= 12 or any(inner.tag in HEADINGS for inner, _ in lines):
        return None
    if not any(len(line) <= 40 and DATE.search(line) and len(DATE.sub("", line)) <= 14 for _, line in lines):
        return None
    if any("title" in (inner.get("class") or "").lower() for inner, _ in lines):
        return None
    titles = (inner for inner, line in lines if line.count(" ") >= 2 and len(DATE.sub("", line)) > 14)
    return next(titles, None)  # 'Luật có hiệu lực từ 1/7/2024' is a title as well


def label_of(element: etree._Element) -> str:
    """What a link without a text of its own is called: its tooltip, or that of the picture in it."""
    for label in (element.get("title"), *(image.get("alt") or image.get("title") for image in element.iter("img"))):
        label = fold_space(label or "")
        if label.count(" ") >= 3 and not NO_TITLE.match(label):
            return label
    return ""


def outstanding(container: etree._Element) -> str:
    """What stands out as the title of an item: a heading, something called title, bold text, else its first line."""
    first = ""
    bold = ""
    for element in container.iter():
        if element.tag in UNREAD:
            continue
        if element.tag in HEADINGS or "title" in (element.get("class") or "").lower():
            text = fold_space(text_of(element))
            if 3 <= text.count(" ") < 60:
                return text
        if not bold and element.tag in ("b", "strong"):
            text = fold_space(text_of(element))
            bold = text if 3 <= text.count(" ") < 60 else ""
        if not first and element.text:
            text = fold_space(element.text)
            first = text if 3 <= text.count(" ") < 60 and not NO_TITLE.match(text) else ""
    return bold or first


def by_cell(links: list[Link]) -> list[list[Link]]:
    """Links without titles of their own ("123/QĐ-UBND", "Tải về") apart by the column of the table they stand in."""
    if len(links) < 4 or all(link.words for link in links):
        return [links]
    cells: dict[int, list[Link]] = {}
    rows: dict[etree._Element, dict[etree._Element, int]] = {}
    for link in links:
        cell = next(link.element.iterancestors("td"), None)
        row = cell.getparent() if cell is not None else None
        if cell is None or row is None:
            return [links]
        if row not in rows:
            rows[row] = {one: number for number, one in enumerate(row.iterchildren("td"))}
        cells.setdefault(rows[row].get(cell, -1), []).append(link)
    return list(cells.values())


def title_rank(link: Link) -> float:
    """How much a link looks like the title among the links to one address."""
    rank = 2.0 if in_heading(link.element) else 0.0
    if 4 <= link.words <= 30:
        rank += 1.0
    if link.borrowed:
        rank -= 5.0
    return rank - link.words / 100
