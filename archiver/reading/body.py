"""Which blocks are the article's text: find the box that holds it, then trim block by block.

The box is the one whose sentences outweigh its noise the most. Nearly all that extractors lose, they lose to text
too much at the tail, the head and in the middle, so most of this room is about what to leave out, each time with a
reason that can be read in the code.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter

from lxml.etree import _Element

from archiver.reading.blocks import Block, Box, Picture, Survey
from archiver.reading.names import AWAY, Hint, names_of
from archiver.vietnamese.patterns import joined

_PARAGRAPHS = frozenset("p li tr dt dd h1 h2 h3 h4 h5 h6 blockquote pre".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_END = re.compile(r"[.!?…:;。！？؟»”\"'’)\]/]\s*$")
_SENTENCE = re.compile(r"[.!?…。！？؟]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# What announces other news. Read at the start of a block that is short or mostly links.
MORE = re.compile(
    joined(r"""
        ^\W*(?:(?:các |những |một số )?(?:(?:tin|bài|bài viết|tin tức|tin bài|bài tin|thông tin|thông báo|văn bản
        |hoạt động|sự kiện|chuyên mục|bài báo|tin vắn|chủ đề|nội dung|bản tin|mục)[ ,]+){1,2}(?:khác|(?:có )?liên quan
        |cùng (?:chuyên mục|chủ đề|loại|thể loại|lĩnh vực|mục|nhóm|danh mục|ngày|ngành)|đã (?:đưa|đăng|gửi)
        |cũ(?: hơn)?$|mới(?: hơn)?$|(?:trước|sau)\W*$|mới (?:nhất|đăng|hơn|cập nhật)|đọc nhiều|nổi bật|xem nhiều
        |trước đó|tiếp theo|gần đây|tương tự|trong (?:ngày|tuần|chuyên mục|mục)|theo ngày)(?!\w)
        |(?:xem|danh sách|danh mục) (?:các )?(?:tin|bài)(?: viết)?(?: khác| theo)
        |(?:tin )?ảnh khác|(?:bạn )?nên đọc|trong chuyên mục này|cùng (?:chủ đề|danh mục|thể loại)\W*$
        |xem thêm|đọc thêm|xem tiếp|đọc nhiều|có thể bạn quan tâm|có thể bạn
        |bạn có thể|mời (?:bạn )?đọc|cùng chuyên mục|liên quan\b|tin liên quan|tin khác|bài viết liên quan
        |chủ đề liên quan|>>|(?:read|see|learn|find out|watch|view) (?:more|also|next|this|our|related)\b
        |related\b|more (?:from|on|in|about|stories|news|like this)\b|more (?:great|top|\w+ stories)\b
        |also (?:read|on|see)\b|recommended
        |you (?:may|might|can) (?:also )?
        |(?:other|older|newer|previous|earlier) (?:news|posts|articles|stories|items)\b
        |don['’]t miss|up next|most (?:read|popular|viewed)|trending
        |popular (?:posts|articles|now|stories)|latest (?:news|stories|posts|articles)|top stories
        |further reading|keep reading|what to read|continue reading|what(?:'s| is) next|recent (?:posts
        |articles)|lire (?:aussi|également)|à lire|sur le même|lees (?:ook|meer|verder)|mehr (?:zum|zu|aus)
        |lesen sie|auch interessant|lesetipp|das könnte|leer (?:también|más)|lea también|te puede interesar
        |noticias relacionadas|además|más (?:sobre|en)|você (?:também )?pode(?: também)? gostar|leia (?:também
        |mais)|veja (?:também|mais)|saiba mais
        |leggi anche|leggi (?:tutto|di più)|potrebbe interessarti|čtěte|přečtěte|czytaj|zobacz|läs (?:också
        |mer|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|loe ka|читайте|также по теме
        |по теме|см\. также|інші новини|baca juga|baca selengkapnya|ilgili haber|ayrıca|关联阅读|相关(?:阅读|新闻|文章
        |链接)|延伸阅读|関連(?:記事|ニュース)|관련기사|اقرأ)
    """),
    re.I,
)
# What is said at the foot of a page, or by the page about itself.
CHROME = re.compile(
    joined(r"""
        ^\W*(?:share (?:this|on|via|with)|share$|tweet$|facebook$|twitter$|whatsapp$|pinterest$|linkedin$
        |e-?mail$|print$|copy link|save$|follow (?:us|me|@|him|her|them)|sign up|subscribe|click here
        |advertisement|advert$|sponsored|ad$|ads$|comments?\b|leave a (?:reply|comment)|join the (?:conversation
        |discussion)|log ?in|register|©|copyright|all rights reserved|filed under|posted in|tags?\b ?:?
        |topics?:|tagged|categories:|photo(?:graph)?s?(?: by|:| credit)|image(?:s)?(?::| source| credit
        | via)|loading|skip to|advertisement|story continues|article continues|continue reading
        |scroll (?:down|to)|back to top|next article|download (?:the|our)|get (?:the|our) (?:app|newsletter
        |latest|daily|free)|have (?:a|any) (?:tip|story|news)|contact us|this (?:article|story) (?:was|is
        |has been) (?:originally|first|updated|part|amended|published)|originally published|first published
        |thích$|chia sẻ|in (?:trang|bài)|bình luận|ý kiến|gửi (?:bình luận|phản hồi|bài viết|email)|quay lại
        |trở (?:về|lại)|về trang|về đầu trang|lên đầu trang|lượt (?:xem|truy cập)|số lượt|số lần|từ khóa
        |từ khoá|tags?:|hotline|đường dây nóng|điện thoại|email\b|đánh giá|tổng số điểm|bản quyền|bản in
        |cỡ chữ|tải về|(?:tài liệu|tệp|file|văn bản)(?: tin)? (?:đính )?kèm|(?:tài liệu|tệp|file) tải về
        |xem chi tiết|chi tiết (?:xem )?tại|theo dõi|đăng nhập|đăng ký|click để|copy link
        |nghe đọc)
    """),
    re.I,
)


IMPRINT = re.compile(
    r"^\W*(?:cơ quan (?:chủ quản|quản lý|thường trực)|giấy phép|chịu trách nhiệm|trưởng ban biên tập|tổng biên tập"
    r"|bản quyền|©|®|copyright|thiết kế (?:bởi|website)|phát triển bởi|đơn vị (?:thiết kế|quản lý)"
    r"|hotline|đường dây nóng|(?:điểm )?trung bình ?: ?\d[.,]?\d? ?/ ?\d|\d[.,]?\d? ?/ ?5 ?\(\d+ (?:lượt|đánh giá)"
    r"|website đang|ghi rõ nguồn|điện thoại ?:|số điện thoại|fax ?:|e-?mail ?:|địa chỉ ?:|trụ sở ?:"
    r"|(?:cổng (?:thông tin|ttđt)|trang (?:thông tin|tin) điện tử)[^!?]{0,150}\b(?:địa chỉ|trụ sở|điện thoại) ?:)",
    re.I,
)
_COOKIES = re.compile(r"\bcookies?\b.{0,400}\b(?:cookies?|consent|browser|necessary|website|settings|privacy)\b", re.I)
_ABOUT = re.compile(r"^(?:about|über|à propos d|acerca d|sobre|về) ", re.I)
_URL = re.compile(r"^(?:https?://|www\.)\S+$")
_STOP = re.compile(r"[.!?…”\"。！？:;]\W*$")


@dataclass(slots=True)
class Text:
    """The blocks that are the article, and what was cut around them."""

    kept: list[Block] = field(default_factory=list)
    """Blocks of lead and body in order."""
    dropped: dict[int, str] = field(default_factory=dict)
    """Number of a block within the box, and why it is not the text."""


@dataclass(slots=True)
class Place:
    """The box that holds the text, and what was reckoned to find it."""

    box: int = 0
    flow: int = -1
    """The box whose own paragraphs are most of the text."""
    values: list[float] = field(default_factory=list)
    """Worth of each block."""
    away: list[int] = field(default_factory=list)
    """For each box its hints, own and inherited, that it is not the text."""
    good: list[float] = field(default_factory=list)
    """For each box the worth of the sentences within it."""
    size: list[int] = field(default_factory=list)
    """For each box the characters within it."""
    linked: list[int] = field(default_factory=list)
    """For each box the characters in links within it."""
    off: list[str | None] = field(default_factory=list)
    """For each block why it belongs to something else on the page: a teaser, a list of other news."""


# Set by hand on the tuning half of ../shared/pages/aeb; `python -m bench.calibrate --steady` tells the rest.
_LONG = 80  # letters free of links from which a line counts as sentences
_SHORT = 35  # and from which it does if it ends like one
_MOST = 0.85  # share of a box's worth in one box within it, at which that one holds the text
_MUCH = 0.6  # the same, where the inner one is called the text and the outer is not
_TEASER = 700  # worth of sentences from which a box is more than a teaser


def worth(block: Block, tag: str) -> float:
    """How much a block speaks for an article: characters that are free of links, if they read like sentences.

    Short and linked blocks count against it, since menus and lists are made of them.
    """
    text = block.text
    size = len(text)
    free = size - block.linked
    if 10 < size < 260 and block.linked < 0.5 * size and IMPRINT.match(text):
        return 0.0
    if tag in _HEADINGS:
        if block.linked > size * 0.5:
            return -10.0
        if size < 150 or not _STOP.search(text, max(0, size - 8)):
            return 0.0
    elif tag == "tr" and size < 80:
        return 0.0
    if free >= _LONG:
        if block.linked < size * 0.4:
            if size < 1500 and "ookie" in text and _COOKIES.search(text):
                return 0.0
            return float(free * 2 if _CJK.search(text) else free)
    elif free >= _SHORT:
        if block.linked < size * 0.3 and _END.search(text, max(0, size - 8)):
            return free * (1.6 if _CJK.search(text) else 0.8)
    elif free >= 15 and _CJK.search(text) and not block.linked:
        return free * 1.6 if _END.search(text, max(0, size - 8)) else 0.0
    if block.linked > size * 0.5:
        return -min(size, 80) * 0.5 - 4
    return -2.0 if size < 35 else 0.0


def find_place(survey: Survey, title: int = -1) -> Place:
    """Choose the box whose sentences outweigh its noise the most.

    *title* is the number of the block that holds the headline, if that is certain: text above it is not the article's.
    """
    boxes, blocks = survey.boxes, survey.blocks
    if not boxes:
        return Place()
    count = len(boxes)
    values = [worth(block, boxes[block.box].tag) for block in blocks]
    good = [0.0] * count
    size = [0] * count
    linked = [0] * count
    for block, value in zip(blocks, values, strict=True):
        b = block.box
        if value > 0:
            good[b] += value
        size[b] += len(block.text)
        linked[b] += block.linked
    for i in range(count - 1, 0, -1):
        p = boxes[i].parent
        good[p] += good[i]
        size[p] += size[i]
        linked[p] += linked[i]
    away = _away(boxes, good, blocks[title].box if title >= 0 else -1)
    off = _elsewhere(survey, values, good, title)
    _other_articles(survey, good, off, title)
    below = sum(v for v in values[title + 1 :] if v > 0)
    start = title + 1 if title >= 0 and below > 0.3 * good[0] else 0
    net = [0.0] * count
    listed = -1  # up to here a list of other news goes on, which says nothing against the text above it
    for block in blocks[start:]:
        value = values[block.index]
        if value > 0:
            if away[block.box] or off[block.index]:
                continue
            listed = -1
        elif listed >= block.index:
            continue
        elif len(block.text) < 60 and block.linked < 0.5 * len(block.text) and MORE.match(block.text):
            listed = boxes[boxes[block.box].parent].last if boxes[block.box].parent >= 0 else block.index
        net[block.box] += value
    flow = max(range(count), key=net.__getitem__)
    for i in range(count - 1, 0, -1):
        if not away[i]:
            net[boxes[i].parent] += net[i]
    best = max(range(count), key=lambda i: (net[i], i))
    if net[best] < _THIN and title >= 0:
        return _thin(survey, title, values, away, good, size, linked, off)
    if net[best] <= 0:  # all that looks like text stands where none should: better than nothing
        net = list(good)
        best = max(range(count), key=lambda i: (net[i], i))
        away = [0] * count
    children: dict[int, list[int]] = {}
    for i in range(best + 1, count):
        parent = boxes[i].parent
        if parent < best:
            break
        children.setdefault(parent, []).append(i)
    while True:
        inner = children.get(best)
        if not inner:
            break
        child = max(inner, key=net.__getitem__)
        share = net[child] / net[best] if net[best] else 0.0
        if boxes[child].tag in _PARAGRAPHS:
            break
        if share >= _MOST or (share >= _MUCH and boxes[child].hints & Hint.BODY and not boxes[best].hints & Hint.BODY):
            best = child
        else:
            break
    own = [0.0] * count
    for block in blocks[boxes[best].first : boxes[best].last]:
        value = values[block.index]
        if value > 0 and not off[block.index]:
            b = block.box if boxes[block.box].tag not in ("p", "li", "h2", "h3") else boxes[block.box].parent
            while b > best and boxes[b].last - boxes[b].first == 1:  # <div><div><span>: wrappers of one line
                b = boxes[b].parent
            own[b] += value
    flow = max(range(count), key=own.__getitem__)
    return Place(best, flow, values, away, good, size, linked, off)


_THIN = 250  # characters of sentences; below this the page is a notice, a table, a poem or a list of results


def _thin(
    survey: Survey,
    title: int,
    values: list[float],
    away: list[int],
    good: list[float],
    size: list[int],
    linked: list[int],
    off: list[str | None],
) -> Place:
    """Choose the box on a page of short lines: all that follows the headline and is no link speaks for the text."""
    boxes, blocks = survey.boxes, survey.blocks
    net = [0.0] * len(boxes)
    for block in blocks[title + 1 :]:
        n, b = block.index, block.box
        if away[b] or off[n]:
            continue
        length = len(block.text)
        if length < 60 and block.linked < 0.5 * length and MORE.match(block.text):
            break
        if values[n] <= 0 and block.linked < 0.3 * length and not IMPRINT.match(block.text):
            value = length * 0.5 if length >= 10 else 1.0
            values[n] = value
            while b >= 0:
                good[b] += value
                b = boxes[b].parent
        net[block.box] += values[n]
    for i in range(len(boxes) - 1, 0, -1):
        if not away[i]:
            net[boxes[i].parent] += net[i]
    # going up must pay: a step that adds less than a third of what it holds stays below
    best = max(range(len(boxes)), key=lambda i: (net[i], i))
    while True:
        inner = [i for i in range(best + 1, len(boxes)) if boxes[i].parent == best]
        child = max(inner, key=net.__getitem__, default=-1)
        if child < 0 or net[child] < 0.66 * net[best] or boxes[child].tag in _PARAGRAPHS:
            break
        best = child
    return Place(best, best, values, away, good, size, linked, off)


_SURELY = Hint.FOOTER | Hint.COMMENT


def _away(boxes: list[Box], good: list[float], titled: int) -> list[int]:
    """For each box the hints, its own and inherited, that it is not the text; none where it holds most of the page.

    Comments and footers stay so, however long, unless the headline (in box *titled*) is in them.
    """
    half = good[0] * 0.5
    away = [0] * len(boxes)
    mask = AWAY
    house: set[int] = set()
    while titled >= 0:
        house.add(titled)
        titled = boxes[titled].parent
    for i, box in enumerate(boxes):
        own = box.hints & mask
        if own and i in house:  # WebForms: one form around all; a box called "social" with the headline in it
            own &= _SURELY | Hint.HIDDEN | Hint.OVERLAY
        if own and (good[i] > half or box.tag in ("html", "body", "main")):
            sure = house and i not in house and not box.hints & Hint.BODY and box.tag not in ("html", "body", "main")
            own = own & _SURELY if sure else 0
        if i:
            own |= away[box.parent]
        away[i] = own
    return away


def _elsewhere(survey: Survey, values: list[float], good: list[float], title: int) -> list[str | None]:
    """For each block the reason why it belongs to other news; by headings, since class names are often silent."""
    boxes, blocks = survey.boxes, survey.blocks
    off: list[str | None] = [None] * len(blocks)
    for block in blocks[title + 1 :]:
        if off[block.index]:
            continue
        text = block.text
        size = len(text)
        if size > 160:
            continue
        box = boxes[block.box]
        heading = box.tag in _HEADINGS
        if heading and size >= 12 and block.linked > size * 0.8:
            # a teaser: a linked headline and little text in a box of its own
            top = box
            while top.parent > 0 and good[boxes[top.parent].index] < _TEASER:
                top = boxes[top.parent]
                if top.last - top.first > 8:
                    break
            if top.last - top.first <= 8 and good[top.index] < _TEASER:
                for n in range(top.first, top.last):
                    off[n] = "teaser"
        elif (
            size < 60
            and block.linked < size * 0.5
            and (heading or box.hints & (Hint.TITLE | Hint.RELATED))
            and MORE.match(text)
        ):
            around = boxes[box.parent] if box.parent >= 0 else box
            if not around.first <= title < around.last and good[around.index] < good[0] * 0.9:
                for n in range(block.index, around.last):
                    off[n] = "other news"
        elif size < 60 and block.linked < size * 0.5 and not heading and MORE.match(text) and box.parent >= 0:
            around = boxes[
                box.parent
            ]  # an unmarked line that opens a box of linked headlines, whatever stands with them
            if around.first == block.index and _linked_headlines(blocks[around.first : around.last]) >= 2:
                for n in range(block.index, around.last):
                    off[n] = "other news"
    return off


def _linked_headlines(blocks: list[Block]) -> int:
    return sum(len(block.text) >= 20 and block.linked > 0.7 * len(block.text) for block in blocks)


def _other_articles(survey: Survey, good: list[float], off: list[str | None], title: int) -> None:
    """Where the headline stands in one `<article>` that has a text, other articles are other articles."""
    if title < 0:
        return
    boxes, blocks = survey.boxes, survey.blocks
    b = blocks[title].box
    while b >= 0 and boxes[b].tag != "article":
        b = boxes[b].parent
    if b < 0 or good[b] < 300:
        return
    own = boxes[b]
    for box in boxes:
        if box.tag == "article" and (box.first >= own.last or box.last <= own.first):
            for n in range(box.first, box.last):
                off[n] = off[n] or "another article"


def trim(survey: Survey, place: Place, title: int = -1, host: str = "") -> Text:
    """Leave out what is not the article; *title* is the number of the block that holds the headline, or -1.

    *host* is the page's own: a list of links to other hosts is a part of the text, one of its own pages is not.
    """
    boxes, blocks = survey.boxes, survey.blocks
    if not boxes:
        return Text()
    best, values, good, size, linked = place.box, place.values, place.good, place.size, place.linked
    flow = place.flow
    top = boxes[best]
    total = good[best] or 1.0
    cut: dict[int, str] = {}
    for i in range(best + 1, len(boxes)):
        box = boxes[i]
        if box.parent < best:
            break
        if box.parent in cut:
            cut[i] = cut[box.parent]
            continue
        if size[i]:
            reason = _reason(survey, box, good[i], total, size[i], linked[i], flow)
            if reason == "links" and box.parent == flow and box.tag in ("ul", "ol") and _leads_away(survey, box, host):
                reason = None
            if reason:
                cut[i] = reason
    text = Text()
    dropped = text.dropped
    kept: list[Block] = []
    skipping = False
    vietnamese = _is_vietnamese(blocks[top.first : top.last])
    above = sum(v for v in values[top.first : title + 1] if v > 0)
    if above > total * 0.5:  # a headline below its text is a headline of something else
        title = -1
    for block in blocks[top.first : top.last]:
        n = block.index
        box = boxes[block.box]
        reason = None
        if n <= title:
            reason = "above the text"
        elif block.box in cut:
            reason = cut[block.box]
        elif place.off[n]:
            reason = place.off[n]
        elif skipping and (values[n] <= 60 or block.linked >= len(block.text) * 0.3):
            reason = "other news"
        else:
            skipping = False
            flowing = box.parent == flow or block.box == flow or (box.tag == "li" and boxes[box.parent].parent == flow)
            reason = _said_by_page(block, box, flowing)
            if reason == "other news" and block.linked < len(block.text) * 0.5:
                skipping = True
        if reason:
            dropped[n] = reason
        else:
            kept.append(block)
    _captions(survey, kept, dropped, vietnamese)
    _head(boxes, kept, dropped, values, flow)
    _tail(boxes, kept, dropped, values, flow, total)
    text.kept = kept
    return text


_LETTERS = re.compile(r"[ăắằẳẵặấầẩẫậđếềểễệốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỳỵỷỹ]")


def _is_vietnamese(blocks: list[Block]) -> bool:
    sample = " ".join(block.text for block in blocks if len(block.text) > 60)[:1500]
    return len(_LETTERS.findall(sample)) > 0.06 * len(sample)


def _said_by_page(block: Block, box: Box, flowing: bool) -> str | None:
    """Why a short block is no part of the text, though it stands within it."""
    words = block.text
    size = len(words)
    if size >= 160:
        return (
            "a link"
            if block.linked > 0.8 * size and not _STOP.search(words, max(0, size - 8)) and box.tag != "li"
            else None
        )
    if MORE.match(words) and (size < 40 or block.linked > size * 0.3 or box.tag in _HEADINGS):
        return "other news"
    if size < (40 if flowing else 80) and CHROME.match(words):
        return "said by the page"
    if block.linked > size * 0.7 and box.tag != "li" and not (flowing and (size < 25 or _URL.match(words))):
        return "a link"
    return None


def _captions(survey: Survey, kept: list[Block], dropped: dict[int, str], vietnamese: bool) -> None:
    """Set aside the lines beneath pictures: set like a caption, or on Vietnamese pages just short and without a stop.

    There captions are paragraphs like any other. Elsewhere they have an element of their own, and what follows a
    picture in a plain paragraph is text.
    """
    boxes = survey.boxes
    before: dict[int, Picture] = {}
    for picture in survey.pictures:
        before[picture.block] = picture
    if not before:
        return
    found = False
    for block in kept:
        if block.index not in before:
            continue
        picture = before[block.index]
        box = boxes[block.box]
        words = block.text
        size = len(words)
        if box.tag in _HEADINGS or box.tag == "li" or size > 300 or words[0].isdigit():
            continue
        if box.hints & Hint.LEAD and size >= 80 and not box.hints & Hint.CAPTION:
            continue  # the lead, beside its picture
        if box.tag == "td" and _beside(box, boxes[picture.box]):
            continue
        same = block.box == picture.box
        stops = words[-1] in ".!?:…"
        small = block.italic > 0.8 * size or box.tag in ("td", "th", "tr", "em", "center") or box.hints & Hint.CAPTION
        centred = "center" in (box.element.get("style") or "") or box.element.get("align") == "center"
        plain = vietnamese and not stops and size < 220 and (block.bold < 0.8 * size or centred or size < 120)
        styled = (small or centred) and words[-1] != ":" and size < (260 if stops else 220)
        credited = same and size < 160 and _CREDIT.search(words)
        within = (  # one paragraph with it, unless the picture floats beside a sentence
            vietnamese and same and picture.element.getparent() is not None and size < 400
        ) and (block.after_break or not stops or bool(small) or size < 60)
        if not (plain or styled or credited or within):
            continue
        dropped[block.index] = "caption"
        found = True
    if found:
        kept[:] = [block for block in kept if block.index not in dropped]


def _beside(cell: Box, other: Box) -> bool:
    """Whether two cells stand in one row of a table: a summary beside its picture, not a caption below it."""
    row = cell.element.getparent()
    up: _Element | None = other.element
    for _ in range(4):
        if up is None or up.tag in ("td", "tr"):
            break
        up = up.getparent()
    return up is not None and up is not cell.element and row is not None and up.getparent() is row


_CREDIT = re.compile(
    r"(?:\(|\b)(?:ảnh|photo|image|foto|picture|credit|getty|reuters|afp|ap photo|bild|nguồn ảnh)\b[^.]{0,60}\)?\W*$",
    re.I,
)


_STAMP = re.compile(
    r"^\W*(?:(?:ngày|thời gian|đăng|cập nhật|xuất bản|published|posted|updated|date)[^:]{0,20}:"
    r"|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])"
    r"|chủ nhật)\s*,|lượt xem|số lượt|\(?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\W|$)|\d{1,2}:\d\d\W).{0,70}$",
    re.I,
)


_INVITES = re.compile(
    r"\W*(?:địa điểm|nơi (?:họp|tổ chức)|thành phần|chủ trì|hình thức|người (?:trình bày|chủ trì))\s*:", re.I
)


def _head(boxes: list[Box], kept: list[Block], dropped: dict[int, str], values: list[float], flow: int) -> None:
    """Drop the lines above the first sentence: stamps, sections, signatures; a short opening paragraph stays."""
    for block, after in zip(kept[:6], [*kept[1:7], None], strict=False):
        if len(block.text) < 120 and boxes[block.box].tag != "tr" and _STAMP.match(block.text):
            if after is not None and _INVITES.match(after.text):
                continue  # "Thời gian: 14h00 ngày 12/5" above "Địa điểm: …" is that of an event
            dropped[block.index] = "stamp"
            kept.remove(block)
    start = 0
    for start, block in enumerate(kept):
        if values[block.index] > 0:
            break
        box = boxes[block.box]
        size = len(block.text)
        if (box.parent == flow or block.box == flow) and box.tag not in _HEADINGS:
            if size >= 60 and block.linked < size * 0.9:
                break
            if size >= 25 and _STOP.search(block.text, max(0, size - 8)) and block.linked < size * 0.8:
                break
        if size >= 60 and box.hints & Hint.LEAD:
            break
        if box.tag in _HEADINGS and box.parent == flow and _heads(boxes, kept, start, values):
            break
        dropped[block.index] = "head"
    else:
        start = len(kept)
    del kept[:start]


def _heads(boxes: list[Box], kept: list[Block], n: int, values: list[float]) -> bool:
    """Whether a heading above the first sentence is the first of several in the same text."""
    box = boxes[kept[n].box]
    alike = [b for b in kept[n + 1 :] if boxes[b.box].tag == box.tag and boxes[b.box].parent == box.parent]
    return bool(alike) and n + 1 < len(kept) and values[kept[n + 1].index] > 0


_FAREWELL = re.compile(
    r"^(?:\W*(?:follow|subscribe|sign up|listen to|download|join|like) .{0,80}\b(?:twitter|facebook|instagram"
    r"|newsletter|podcast"
    r"|app|youtube|here)\b|(?:the \w+ is committed|we(?:’|')?d like to hear)|(?:contact|e-?mail|write to) .{0,60}@)",
    re.I,
)
_COMPANY = re.compile(
    r"^[A-Z][\w&.’'-]*(?: [A-Z(][\w&.’')-]*){0,4},? (?:is|are) (?:headquartered|based in|listed on"
    r"|(?:a|an|the|one of the) (?:\S+ ){0,3}(?:global|leading|world\S*|premier|international|provider"
    r"|manufacturer|supplier))\b"
)
_BIOGRAPHY = re.compile(
    r"^(?:by )?(?:\S+ ){0,5}(?:is|are|was|covers|writes|reports|ist|est|è) (?:(?:a|an|the|our|one|der|die|un|une"
    r"|le|la|\S+['’]s)"
    r" )?(?:\S+ ){0,5}(?:reporter\w*|writer|editor\w*|correspondent\w*|journalist\w*|columnist|curator"
    r"|freelance\w*|author|contributor"
    r"|professor|lecturer|researcher|fellow|producer|critic|redakteur\w*|korrespondent\w*|giornalista|journaliste)\b",
    re.I,
)


def _tail(
    boxes: list[Box], kept: list[Block], dropped: dict[int, str], values: list[float], flow: int, total: float
) -> None:
    """Drop the lines below the last sentence, and what the publisher says about itself."""
    short = 0
    for block in reversed(kept):  # many short lines in a row are a list of the text's own
        box = boxes[block.box]
        if values[block.index] > 0 or block.linked > len(block.text) * 0.5 or box.tag in _HEADINGS:
            break
        if not (box.parent == flow or block.box == flow):
            break
        short += 1
    if short >= 5:
        return
    while len(kept) > 1:
        block = kept[-1]
        box = boxes[block.box]
        words = block.text
        size = len(words)
        if (
            size < 700
            and values[block.index] < total * 0.2
            and (_FAREWELL.match(words) or _BIOGRAPHY.match(words) or _COMPANY.match(words))
        ):
            dropped[kept.pop().index] = "about the publisher"
            continue
        if values[block.index] > 0:
            break
        if IMPRINT.match(words):
            dropped[kept.pop().index] = "imprint"
            continue
        if box.tag not in _HEADINGS and _STOP.search(words, max(0, size - 8)):
            break
        if box.tag in ("li", "td", "tr"):
            break
        flowing = box.parent == flow or block.box == flow
        if (flowing and _URL.match(words)) or (box.parent >= 0 and boxes[box.parent].tag == "blockquote"):
            break
        dropped[kept.pop().index] = "tail"
    gone = 0.0
    for k in range(len(kept) - 1, 0, -1):
        block = kept[k]
        if (boxes[block.box].tag in _HEADINGS or block.bold > 0.9 * len(block.text) or len(block.text) < 40) and (
            _ABOUT.match(block.text) and len(block.text) < 60
        ):
            for b in kept[k:]:
                dropped[b.index] = "about the publisher"
            del kept[k:]
            break
        gone += max(values[block.index], 0.0)
        if gone > 0.3 * total:
            break


def _leads_away(survey: Survey, box: Box, host: str) -> bool:
    """Whether most links within a box go to other hosts."""
    away = own = 0
    start = bisect_left(survey.anchors, box.first, key=attrgetter("block"))
    for anchor in survey.anchors[start : start + 60]:
        if anchor.block < box.last:
            target = anchor.href.partition("://")[2].partition("/")[0].removeprefix("www.")
            if target and target != host:
                away += 1
            else:
                own += 1
    return away > own


_SMALL = Hint.AUTHOR | Hint.DATE | Hint.META | Hint.SOURCE


def _reason(survey: Survey, box: Box, good: float, total: float, size: int, linked: int, flow: int) -> str | None:
    """Why a box within the text is not a part of it."""
    hints = box.hints
    if hints & AWAY and good < total * 0.5:
        return names_of(hints & AWAY)
    if hints & Hint.CAPTION and good < total * 0.3:
        if box.tag == "figure":
            inner = survey.boxes[box.index + 1 : box.index + 6]
            if any(b.tag in ("blockquote", "table") and b.first >= box.first and b.last <= box.last for b in inner):
                return None
        return "caption"
    if hints & _SMALL and good < total * 0.2 and size < 600 and not (box.tag in _HEADINGS and size > 50):
        return "about the text"
    flowing = box.parent == flow
    most = 0.92 if flowing and box.tag in ("ul", "ol", "table") else 0.6
    small = size <= 60 and box.tag in ("p", "span", "div", "li")
    if flowing and box.tag == "p" and size - linked >= 60:  # a sentence in which a person, a place, a law are links
        return None
    if linked > size * most and good < total * 0.1 and not small:
        return None if box.tag == "li" and survey.boxes[box.parent].parent == flow else "links"
    return None
