"""Which blocks are the article's text: find the box that holds it, then trim block by block.

The box is the one whose sentences outweigh its noise the most. Nearly all that extractors lose, they lose to text
too much at the tail, the head and in the middle, so most of this room is about what to leave out, each time with a
reason that can be read in the code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from archiver.reading.blocks import AWAY, Block, Box, Hint, Survey
from archiver.vietnamese.patterns import joined

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_END = re.compile(r"[.!?…:;。！？؟»”\"'’)\]/]\s*$")
_SENTENCE = re.compile(r"[.!?…。！？؟]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# What announces other news. Read at the start of a block that is short or mostly links.
MORE = re.compile(
    joined(r"""
        ^\W*(?:(?:các |những )?(?:tin|bài)(?: (?:viết|tức))?,? (?:bài )?(?:(?:khác|liên quan
        |cùng (?:chuyên mục|chủ đề|loại|thể loại|lĩnh vực)|đã đưa|đã đăng|cũ hơn|mới hơn|mới nhất|mới
        |đọc nhiều|nổi bật|xem nhiều)\b)|xem thêm|đọc thêm|xem tiếp|đọc nhiều|có thể bạn quan tâm|có thể bạn
        |bạn có thể|mời (?:bạn )?đọc|cùng chuyên mục|liên quan\b|tin liên quan|tin khác|bài viết liên quan
        |chủ đề liên quan|>>|(?:read|see|learn|find out|watch|view) (?:more|also|next|this|our|related)\b
        |related\b|more (?:from|on|in|about|stories|news|like this)\b|also (?:read|on|see)\b|recommended
        |you (?:may|might|can) (?:also )?|don['’]t miss|up next|most (?:read|popular|viewed)|trending
        |popular (?:posts|articles|now|stories)|latest (?:news|stories|posts|articles)|top stories
        |further reading|keep reading|what to read|continue reading|what(?:'s| is) next|recent (?:posts
        |articles)|lire (?:aussi|également)|à lire|sur le même|lees (?:ook|meer|verder)|mehr (?:zum|zu|aus)
        |lesen sie|auch interessant|lesetipp|das könnte|leer (?:también|más)|lea también|te puede interesar
        |noticias relacionadas|además|más (?:sobre|en)|leia (?:também|mais)|veja (?:também|mais)|saiba mais
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
        |advertisement|sponsored|ad$|ads$|comments?\b|leave a (?:reply|comment)|join the (?:conversation
        |discussion)|log ?in|register|©|copyright|all rights reserved|filed under|posted in|tags?\b ?:?
        |topics?:|tagged|categories:|photo(?:graph)?s?(?: by|:| credit)|image(?:s)?(?::| source| credit
        | via)|loading|skip to|advertisement|story continues|article continues|continue reading
        |scroll (?:down|to)|back to top|next article|download (?:the|our)|get (?:the|our) (?:app|newsletter
        |latest|daily|free)|have (?:a|any) (?:tip|story|news)|contact us|this (?:article|story) (?:was|is
        |has been) (?:originally|first|updated|part|amended|published)|originally published|first published
        |thích$|chia sẻ|in (?:trang|bài)|bình luận|ý kiến|gửi (?:bình luận|phản hồi|bài viết|email)|quay lại
        |trở (?:về|lại)|về trang|về đầu trang|lên đầu trang|lượt (?:xem|truy cập)|số lượt|số lần|từ khóa
        |từ khoá|tags?:|hotline|đường dây nóng|điện thoại|email\b|đánh giá|tổng số điểm|bản quyền|bản in
        |cỡ chữ|tải về|xem chi tiết|chi tiết (?:xem )?tại|theo dõi|đăng nhập|đăng ký|click để|copy link
        |nghe đọc)
    """),
    re.I,
)


@dataclass(slots=True)
class Text:
    """The blocks that are the article, and what was cut around them."""

    box: int = 0
    """Number of the box that holds the text."""
    kept: list[Block] = field(default_factory=list)
    """Blocks of lead and body in order."""
    head: list[Block] = field(default_factory=list)
    """Blocks of the box above the text."""
    tail: list[Block] = field(default_factory=list)
    """Blocks of the box below the text."""
    worth: float = 0.0


def worth(block: Block, tag: str) -> float:
    """How much a block speaks for an article: characters that are free of links, if they read like sentences.

    Short and linked blocks count against it, since menus and lists are made of them.
    """
    size = len(block.text)
    free = size - block.linked
    if tag in _HEADINGS:
        return 0.0
    text = block.text
    if _CJK.search(text):
        size, free = size * 2, free * 2
    if free >= 80 and block.linked < size * 0.4:
        return float(free)
    if free >= 35 and block.linked < size * 0.3 and _END.search(text):
        return free * 0.8
    if block.linked > size * 0.5:
        return -min(size, 80) * 0.5 - 4
    return -2.0 if size < 35 else 0.0


@dataclass(slots=True)
class Place:
    """The box that holds the text, and what was reckoned to find it."""

    box: int
    values: list[float]
    """Worth of each block."""
    away: list[int]
    """For each box its hints, own and inherited, that it is not the text."""


def find_place(survey: Survey) -> Place:
    """Choose the box whose sentences outweigh its noise the most."""
    boxes, blocks = survey.boxes, survey.blocks
    if not boxes:
        return Place(0, [], [])
    count = len(boxes)
    values = [worth(block, boxes[block.box].tag) for block in blocks]
    raw = [0.0] * count
    for block, value in zip(blocks, values, strict=True):
        if value > 0:
            raw[block.box] += value
    for i in range(count - 1, 0, -1):
        raw[boxes[i].parent] += raw[i]
    away = _away(boxes, raw)
    net = [0.0] * count
    for block, value in zip(blocks, values, strict=True):
        if not away[block.box]:
            net[block.box] += value
    for i in range(count - 1, 0, -1):
        if net[i] > 0 or not away[i]:
            net[boxes[i].parent] += net[i]
    best = max(range(count), key=lambda i: (net[i], i))
    if net[best] <= 0 < max(raw):  # all that looks like text stands where none should: better than nothing
        away = [0] * count
        net = raw
        best = max(range(count), key=lambda i: (net[i], i))
    children: dict[int, list[int]] = {}
    for i in range(best + 1, count):
        parent = boxes[i].parent
        if parent < best:
            break
        children.setdefault(parent, []).append(i)
    while True:
        below = children.get(best)
        if not below:
            break
        child = max(below, key=net.__getitem__)
        share = net[child] / net[best] if net[best] else 0.0
        if share >= 0.85 or (share >= 0.6 and boxes[child].hints & Hint.BODY and not boxes[best].hints & Hint.BODY):
            best = child
        else:
            break
    return Place(best, values, away)


def _away(boxes: list[Box], raw: list[float]) -> list[int]:
    """For each box the hints, its own and inherited, that it is not the text; none where it holds most of the page."""
    half = raw[0] * 0.5
    away = [0] * len(boxes)
    mask = AWAY.value
    for i, box in enumerate(boxes):
        own = box.hints & mask
        if own and (raw[i] > half or box.tag in ("html", "body", "main")):
            own = 0
        if i:
            own |= away[box.parent]
        away[i] = own
    return away


def trim(survey: Survey, place: Place, title: int = -1) -> Text:
    """Leave out what is not the article; *title* is the number of the block that holds the headline, or -1."""
    boxes, blocks = survey.boxes, survey.blocks
    best, values = place.box, place.values
    if not boxes:
        return Text()
    top = boxes[best]
    inside = blocks[top.first : top.last]
    last_box = best
    for i in range(best + 1, len(boxes)):
        if boxes[i].parent < best:
            break
        last_box = i
    size = [0] * (last_box - best + 1)
    linked = [0] * (last_box - best + 1)
    good = [0.0] * (last_box - best + 1)
    for block in inside:
        b = block.box - best
        size[b] += len(block.text)
        linked[b] += block.linked
        value = values[block.index]
        if value > 0:
            good[b] += value
    for i in range(last_box, best, -1):
        p = boxes[i].parent - best
        size[p] += size[i - best]
        linked[p] += linked[i - best]
        good[p] += good[i - best]
    total = good[0] or 1.0
    cut = [False] * (last_box - best + 1)
    for i in range(best + 1, last_box + 1):
        box, b = boxes[i], i - best
        if cut[box.parent - best]:
            cut[b] = True
            continue
        if not size[b]:
            continue
        hints = box.hints
        if (
            (hints & AWAY and good[b] < total * 0.5)
            or (hints & Hint.CAPTION and good[b] < total * 0.3)
            or (hints & (Hint.AUTHOR | Hint.DATE | Hint.META | Hint.SOURCE) and good[b] < total * 0.2 and size[b] < 600)
            or (linked[b] > size[b] * 0.6 and good[b] < total * 0.1)
        ):
            cut[b] = True
    kept: list[Block] = []
    head: list[Block] = []
    tail: list[Block] = []
    skipping = False
    for block in inside:
        if block.index <= title:
            head.append(block)
            continue
        if cut[block.box - best]:
            continue
        text = block.text
        value = values[block.index]
        tag = boxes[block.box].tag
        if skipping:
            if value > 60 and block.linked < len(text) * 0.3:
                skipping = False
            else:
                continue
        if len(text) < 160:
            if MORE.match(text) and (len(text) < 40 or block.linked > len(text) * 0.3 or tag in _HEADINGS):
                if block.linked < len(text) * 0.5:
                    skipping = True
                continue
            if len(text) < 80 and CHROME.match(text):
                continue
            if block.linked > len(text) * 0.7 and tag != "li":
                continue
        kept.append(block)
    while kept and values[kept[0].index] <= 0:
        head.append(kept.pop(0))
    while kept and values[kept[-1].index] <= 0:
        block = kept[-1]
        tag = boxes[block.box].tag
        if tag not in _HEADINGS and re.search(r"[.!?…”\"]\s*$", block.text):
            break
        if tag in ("li", "td"):
            break
        tail.insert(0, kept.pop())
    return Text(best, kept, head, tail, sum(v for v in (values[b.index] for b in kept) if v > 0))
