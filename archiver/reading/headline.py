"""The headline: the block on the page on which most agrees, then a vote between it and what the page tells machines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import unquote

from archiver.reading.blocks import Block, Survey
from archiver.reading.body import IMPRINT
from archiver.reading.document import Document, split_url
from archiver.reading.language import language_of
from archiver.reading.names import Hint
from archiver.reading.stamps import CLOCK, LABEL, read_stamp
from archiver.reading.structured import Structured
from archiver.vietnamese.text import unaccent


@dataclass(slots=True)
class Said:
    """What the page says about itself to machines, as far as the title is concerned."""

    titles: list[tuple[str, str]]
    """Rule and value, one of each kind of witness."""
    page_title: str
    site: str
    sites: tuple[str, ...] = ()
    """Every name that the page gives its site: Open Graph's, its publisher's, its host's."""
    folders: frozenset[str] = frozenset()
    """The folders of its address, which are often sections: 'news'."""


def read_said(document: Document, structured: Structured) -> Said:
    """Gather the testimonies about the title."""
    titles: list[tuple[str, str]] = []
    kinds: set[str] = set()
    for witness in structured.of("title"):
        kind = witness.rule.split(":")[0] if not witness.rule.startswith("meta") else witness.rule
        if kind in kinds or witness.rule.endswith(":name"):
            continue
        kinds.add(kind)
        titles.append((witness.rule, " ".join(witness.value.split())))
    page_title = ""
    for element in document.tags("title"):
        if element.text and element.text.strip():
            page_title = " ".join(element.text.split())
            break
    names = [w.value for field in ("site", "publisher") for w in structured.of(field)]
    host = split_url(document.url).netloc.lower().removeprefix("www.").rpartition(".")[0]
    names += [host, host.rpartition(".")[2], split_url(document.url).netloc.lower().removeprefix("www.")]
    sites = tuple(dict.fromkeys(name for name in names if 2 < len(name) < 80 and not name.startswith("http")))
    folders = frozenset(key(part) for part in split_url(document.url).path.split("/")[1:-1] if part)
    return Said(titles, page_title, structured.first("site") or "", sites, folders)


_WORDS = re.compile(r"\w+").findall
_ASCII_KEY = {n: chr(n).lower() if chr(n).isalnum() or chr(n) == "_" else None for n in range(128)}
_BREAK = re.compile(r"\s+[|•·–—»«:-]+\s+|\s*[|»«]\s*|::")


def key(text: str) -> str:
    """For comparing two printings of a headline: its letters and digits alone, in lower case.

    >>> key("Khai giảng, 5/9!"), key("Back to School: 5 Sept.")
    ('khaigiảng59', 'backtoschool5sept')
    """
    if text.isascii():
        return text.translate(_ASCII_KEY)
    return "".join(_WORDS(text)).casefold()


def without_site(title: str, *sites: str) -> str:
    """*title* without a name of the site at its end or start.

    >>> without_site("Khai giảng năm học mới - Sở Giáo dục", "Sở Giáo dục")
    'Khai giảng năm học mới'
    """
    parts = list(_BREAK.finditer(title))
    if not parts:
        return title
    names = {key(site) for site in sites} - {""}
    for cut in parts if names else ():
        if key(title[cut.end() :]) in names:
            return title[: cut.start()].strip()
        if key(title[: cut.start()]) in names:
            return title[cut.end() :].strip()
    return title


_TORN = re.compile(r"\s*(?:…|\.\.\.)\s*$")
_PRINTED_ALIKE = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "\u00a0": " ",
})  # fmt: skip


def _alike(text: str) -> str:
    """*text* as far as printings of one headline should agree: neither quotes nor dashes nor white space count."""
    return " ".join(text.translate(_PRINTED_ALIKE).replace("…", "...").split())


@dataclass(slots=True)
class Choice:
    """A chosen value, and why."""

    value: str
    rule: str
    raw: str
    block: int = -1
    """Number of the block where it is printed; -1 where it is not."""
    others: tuple[str, ...] = ()
    """What other witnesses said."""


_DATED_END = re.compile(r"\s*[(\[]\s*(?:\d\d?:\d\d\s*,?\s*)?\d\d?[/.-]\d\d?[/.-]\d{4}[^()\[\]]{0,20}[)\]]$")
_LEVELS = {"h1": 2.0, "h2": 1.0, "h3": 0.6, "h4": 0.3}
_SLUG = re.compile(r"[^a-z0-9]+")


def find_title(seen: Survey, said: Said, url: str) -> Choice | None:
    """The headline: the block on which heading, class, metadata, address and place agree most."""
    site = said.site
    headlines = [text for _, text in said.titles if not is_site_name(text)]
    if len(headlines) < len(said.titles):  # portals that call every page by their own name
        said = replace(said, titles=[one for one in said.titles if one[1] in headlines])
    keys = list(dict.fromkeys(key(without_site(text, site)) for text in headlines))
    page = key(said.page_title)
    edges = _between_breaks(said.page_title)
    site_key = key(site)
    named = is_site_name(said.page_title)
    slug = _slug(url)
    itself = _links_to_itself(seen, url)
    fewest = 0.5 * len(slug)  # words; with fewer no text agrees with the address
    heard = "\n".join([*keys, page])
    best: tuple[float, Block] | None = None
    blocks = seen.blocks
    follows = _sentences_after(blocks, 120)
    if follows and follows[0] > 900:  # a page of short paragraphs
        follows = _sentences_after(blocks, 80)
    texts = bool(follows) and follows[0] < 900
    for block in blocks:
        text = block.text
        if not 6 <= len(text) <= 400:
            continue
        box = seen.boxes[block.box]
        hints = box.hints | block.hints
        level = _LEVELS.get(box.tag, 0.0)
        near = follows[block.index]
        linked = block.linked > 0.7 * len(text) and block.index not in itself
        if not level and not hints & _TITLE and ((near > 40 and texts) or linked):
            continue
        slugged = (
            slug
            and 12 < len(text) <= 250
            and text.count(" ") + 2 > fewest
            and (level or near <= 4 or hints & _TITLE or block.bold > 0.8 * len(text))
        )
        marked = slugged or level or hints & _TITLE or block.bold > 0.8 * len(text)
        if not marked and key(text[:24]) not in heard:
            continue  # most lines of a page: nothing speaks for them
        mine = key(text)
        if not mine:
            continue
        score = 0.0
        for other in keys:
            if other == mine:
                score += 3
            elif len(mine) > 12 and (mine in other or (other in mine and len(other) > 0.6 * len(mine))):
                score += 1.5
        if page and len(mine) > 8 and mine in page and not named:
            score += 3 if len(mine) > 0.35 * len(page) and (mine in edges or len(mine) > 0.8 * len(page)) else 0.5
        elif page and len(mine) > 20 and page[:40] == mine[:40] and not named:
            score += 2
        if slugged:
            shared = _agreement(slug, text)
            if shared > 0.6:
                score += 4 * shared
        if hints & _TITLE:
            level += 0.8
        if not score and not level and not (block.bold > 0.8 * len(text) and len(text) > 25):
            continue
        score += level
        if near <= 3:
            score += 1.5
        elif near <= 8:
            score += 0.8
        elif near > 900:  # below the last paragraph
            score -= 2 if texts else 0
        elif near > 40:
            score -= 1
        if box.hints & _ELSEWHERE:
            score -= 2.0
        if linked:
            score -= 1.5
        named_first = len(page) > len(mine) + 8 and page.startswith(mine)  # "Sở A đón cờ thi đua - Sở A": a headline
        if level and level < 2 and not keys and _under_a_paragraph(seen, block):
            score -= 3
        if mine == site_key or (score > 1 and not named_first and is_site_name(text)):
            score -= 4
        if box.tag == "tr":  # "Giao thông | (12.03.2021)": a row of facts, whatever its cells are called
            score -= 2
        if len(text) < 16:
            score -= 0.4 if box.tag == "h1" else 1
        elif (
            len(text) < 32 and box.tag not in ("h1", "h2") and score < 4
        ):  # a section's name, as long as nothing else names it
            score -= 0.6
        if _SECTIONS.fullmatch(text):
            score -= 3
        if text[-1] in ".:" and len(text) > 100:
            score -= 1
        if best is None or score > best[0] + 1e-9:
            best = (score, block)
    printed = best[1] if best and best[0] >= (2.4 if keys else 0.9) else None
    if printed is None and not keys and (named or not page):
        printed = _line_above(seen, follows) if texts else _line_above_a_day(seen)
    if printed and keys and key(printed.text) not in keys:  # a heading elsewhere that metadata confirm
        for block in blocks:
            if seen.boxes[block.box].tag == "h1" and key(block.text) in keys:
                printed = block
                break
    return _vote(seen, said, printed, named)


# How much each witness weighs: the middle of a plateau that bench/calibrate.py found on the 40 pages of
# ../shared/pages/fundus. Open Graph is what editors write for readers elsewhere, once the site's name is off it;
# headline and JSON-LD together outweigh it, Twitter's copy of it tips the balance, `<title>` tips it back. `state` (of
# a page whose text is in a script) was not calibrated: there it is the only one that was written for readers.
_WEIGHTS = {
    "page": 0.9, "json-ld": 0.9, "meta:og:title": 1.6, "meta:twitter:title": 0.5, "title": 0.9, "state": 1.5,
}  # fmt: skip


def _links_to_itself(seen: Survey, url: str) -> frozenset[int]:
    """Blocks that link to the very page: many systems link a headline to its own article."""
    path = split_url(url).path
    if len(path) < 8:
        return frozenset()
    return frozenset(anchor.block for anchor in seen.anchors if anchor.href.endswith(path))


def _between_breaks(title: str) -> frozenset[str]:
    """Every run of a `<title>` that begins and ends at a break: 'A - B - C' gives A, A - B, B, B - C, C and all."""
    cuts = list(_BREAK.finditer(title))[:8]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(title)]
    return frozenset(key(title[a:b]) for n, a in enumerate(starts) for b in ends[n:])


def _under_a_paragraph(seen: Survey, block: Block) -> bool:
    """Whether a heading follows a paragraph in the same box: it heads a section of the text."""
    if block.index == 0:
        return False
    before = seen.blocks[block.index - 1]
    box, above = seen.boxes[block.box], seen.boxes[before.box]
    told = len(before.text) - before.linked >= 60 and before.text[-1] in '.!?…”"'
    house = (
        above.parent
        if above.parent < 0 or seen.boxes[above.parent].tag != "blockquote"
        else seen.boxes[above.parent].parent
    )
    return told and above.tag in ("p", "blockquote") and house == box.parent


def _line_above(seen: Survey, follows: list[int]) -> Block | None:
    """The unmarked line right above the text, on a page whose `<title>` is the site's name."""
    for block in seen.blocks:
        text = block.text
        if follows[block.index] > 2 or not 20 <= len(text) <= 250 or block.linked > 0.2 * len(text):
            continue
        box = seen.boxes[block.box]
        if box.hints & _ELSEWHERE or box.tag in ("tr", "li") or text[-1] in ".!?…:;" or read_stamp(text):
            continue
        if not IMPRINT.match(text) and not LABEL.match(text) and not is_site_name(text):
            return block
    return None


def _line_above_a_day(seen: Survey) -> Block | None:
    """The unmarked line right above the first day, on a page of pictures alone."""
    for block, below in pairwise(seen.blocks):
        text = block.text
        if not 8 <= len(text) <= 250 or block.linked > 0.2 * len(text) or below.linked or read_stamp(text):
            continue
        if len(below.text) > 60 or read_stamp(below.text) is None or CLOCK.search(below.text):
            continue
        box = seen.boxes[block.box]
        if not box.hints & _ELSEWHERE and box.tag not in ("tr", "li") and not IMPRINT.match(text):
            return None if is_site_name(text) or _SECTIONS.fullmatch(text) else block
    return None


def said_title(seen: Survey, said: Said) -> Choice | None:
    """The headline by metadata alone, where the page prints none that can be trusted."""
    return _vote(seen, said, None, is_site_name(said.page_title))


def _whole(seen: Survey, printed: Block, keys: set[str]) -> tuple[str, int]:
    """The headline with the lines that `<br>` cut off it, and the number of its last block."""
    box = seen.boxes[printed.box]
    parts = [block for block in seen.blocks[box.first : box.last] if block.box == printed.box]
    if box.tag not in ("h1", "h2") or not 2 <= len(parts) <= 4 or box.last - box.first != len(parts):
        return printed.text, printed.index
    whole = " ".join(part.text for part in parts)
    if len(whole) > 300 or (key(printed.text) in keys and key(whole) not in keys):
        return printed.text, printed.index
    return whole, parts[-1].index


def _without_folder(title: str, folders: frozenset[str]) -> str:
    """*title* without a section at its end that is a folder of the address: 'Harbour wall finished | News'."""
    cuts = list(_BREAK.finditer(title))
    if cuts and cuts[-1].start() > 12 and key(title[cuts[-1].end() :]) in folders:
        return title[: cuts[-1].start()].strip()
    return title


def _kind(rule: str) -> str:
    """The kind of a witness, as its weight is kept under: torn JSON-LD is JSON-LD, and any state is state."""
    return "json-ld" if "json-ld" in rule else "state" if rule.startswith("state:") else rule


def _vote(seen: Survey, said: Said, printed: Block | None, named: bool) -> Choice | None:
    """The printing on which most witnesses agree; the losers are told in `Choice.others`."""
    witnesses: list[tuple[str, str, str]] = []  # kind of witness, rule, value
    last = -1
    if printed:
        heard = {key(value) for _, value in said.titles} | _between_breaks(said.page_title)
        whole, last = _whole(seen, printed, heard)
        undated = _DATED_END.sub("", whole)
        whole = undated if key(undated) in heard else whole
        witnesses.append(("page", seen.boxes[printed.box].tag, whole))
    witnesses += [(_kind(rule), rule, value) for rule, value in said.titles]
    if said.page_title and not named:
        witnesses.append(("title", "title", said.page_title))
    if not witnesses:
        return None
    keys = [key(value) for _, _, value in witnesses]
    # Local portals fill metadata with the site's name, or with the headline of the first draft.
    vietnamese = printed is not None and language_of(printed.text, None) == "vi"
    votes: dict[str, float] = {}
    cleaned: list[tuple[str, str, float]] = []
    labelled = _labelled([text for _, _, text in witnesses], keys)
    for n, (kind, rule, text) in enumerate(witnesses):
        if keys[n] in labelled:
            weight = 9.0 if kind == "page" and vietnamese else _WEIGHTS.get(kind, 0.6)
            value = labelled[keys[n]]
            cleaned.append((rule, value, weight))
            votes[key(value)] = votes.get(key(value), 0.0) + weight
            continue
        if printed and keys[n] == keys[0]:
            weight = 9.0 if kind == "page" and vietnamese else _WEIGHTS.get(kind, 0.6)
            cleaned.append((rule, text, weight))
            votes[keys[n]] = votes.get(keys[n], 0.0) + weight
            continue
        value = without_site(text, said.site)
        sources = {k.split(":")[0] for m, (k, _, _) in enumerate(witnesses) if keys[m] == keys[n] and k != "title"}
        if value == text and kind != "page" and len(sources) < 2:  # a tail that no other witness has is the site's
            for cut in _BREAK.finditer(text):
                start = key(text[: cut.start()])
                end = key(text[cut.end() :])
                if len(start) > 12 and any(start == other for m, other in enumerate(keys) if m != n):
                    value = text[: cut.start()].strip()
                    break
                if len(end) > 12 and any(end == other for m, other in enumerate(keys) if m != n):
                    value = text[cut.end() :].strip()
                    break
        if value == text and kind != "page":
            value = without_site(text, *said.sites)
        if value == text and kind != "page" and len(sources) < 2:
            for m, other in enumerate(keys):
                if m != n and 12 < len(other) < len(keys[n]) <= len(other) + 12 and keys[n].startswith(other):
                    value = witnesses[m][2]
        if kind != "page" and _TORN.search(value):  # cut off for a card: it speaks for the whole
            begun = key(_TORN.sub("", value))
            whole_one = next((w[2] for m, w in enumerate(witnesses) if m != n and keys[m].startswith(begun)), None)
            if len(begun) > 12 and whole_one:
                value = without_site(whole_one, *said.sites)
        if kind == "title" and len(witnesses) == 1 and value == text:
            cuts = list(_BREAK.finditer(text))
            if cuts:
                first, tail = text[: cuts[0].start()].strip(), text[cuts[-1].end() :].strip()
                named_first = is_site_name(first) or len(first) < 12 or _SECTION.fullmatch(first)
                value = tail if named_first and not is_site_name(tail) else text[: cuts[-1].start()].strip()
        if kind != "page":
            value = _without_folder(value, said.folders)
        weight = 9.0 if kind == "page" and vietnamese else _WEIGHTS.get(kind, 0.6)
        cleaned.append((rule, value, weight))
        votes[key(value)] = votes.get(key(value), 0.0) + weight
    winner = max(votes, key=lambda k: votes[k])
    others = tuple(f"{rule}: {value!r}" for rule, value, _ in cleaned if key(value) != winner)
    rule, value = _printing([one for one in cleaned if key(one[1]) == winner], vietnamese)
    raw = next((text for kind, r, text in witnesses if r == rule), value)
    return Choice(value, rule, raw, last, others)


# 'Tin hoạt động', 'Chi tiết bài viết': what a page of news is called, before its headline.
_SECTION = re.compile(
    r"(?:tin|bài|chi tiết|thông báo|hoạt động|sự kiện|chuyên mục|văn bản|xem tin|nội dung|news|article)(?: \S+){0,3}",
    re.I,
)


def names_a_section(title: str) -> bool:
    """Whether *title* is what a template calls any page of news, rather than a headline.

    >>> names_a_section("Chi tiết tin"), names_a_section("Hội nghị tổng kết năm 2023")
    (True, False)
    """
    return _SECTION.fullmatch(title) is not None


def _labelled(texts: list[str], keys: list[str]) -> dict[str, str]:
    """Headlines with a label before a bar that another witness leaves away ('Opinion | …'), and what stands behind."""
    found: dict[str, str] = {}
    for text, whole in zip(texts, keys, strict=True):
        head, bar, tail = text.partition("|")
        if bar and len(head) <= 20 and len(tail) > 20 and key(tail) in keys:
            found[whole] = tail.strip()
    return found


def _printing(chosen: list[tuple[str, str, float]], as_printed: bool) -> tuple[str, str]:
    """(rule, value) of the printing of one headline that weighs most, or of the page's own.

    Elsewhere capitals throughout are a matter of style; Vietnamese portals print what their editors wrote.
    """
    weights: dict[str, float] = {}
    printings = [_alike(value) for _, value, _ in chosen]
    for printing, (_, value, weight) in zip(printings, chosen, strict=True):
        told = weight if as_printed or not value.isupper() else 0.1
        weights[printing] = weights.get(printing, 0.0) + told
    best = max(weights, key=lambda printing: weights[printing])
    rule, value, _ = chosen[printings.index(best)]
    for _, other, _ in chosen:  # a line break in the headline that left no space
        if other.count(" ") > value.count(" ") and _unspaced(other) == _unspaced(value):
            value = other
    return rule, value


def _unspaced(text: str) -> str:
    return "".join(text.casefold().split())


_SITE = re.compile(
    r"^\W*(?:cổng|trang)\s+(?:thông tin|tin|TTĐT)|^\W*(?:website|trang chủ|TTTĐT|cổng TTĐT|trang TTĐT|UBND"
    r"|ủy ban nhân dân"
    r"|sở|báo|home|trang thông tin|cổng giao tiếp|hệ thống)\b(?!.{60})",
    re.I,
)

# A name says what something is, a headline what it does. Case counts: 'Ban Tổ chức' is a name.
_DOES = re.compile(
    r"\b(?:đón|nhận|tổ chức|triển khai|họp|khai mạc|khai trương|công bố|tổng kết|sơ kết|phát động|tập huấn|thông báo"
    r"|ban hành|trao|kiểm tra|tiếp|làm việc|ra mắt|ra quân|tham gia|tham dự|hưởng ứng|đạt|bàn giao|khánh thành|thăm"
    r"|chúc|gặp mặt|ký kết|biểu dương|tuyên dương|khai giảng|bế giảng|lấy ý kiến|kêu gọi|phê duyệt|bổ nhiệm"
    r"|trao tặng|tặng|xử phạt|được|yêu cầu|đề nghị|tăng cường|đẩy mạnh)\b"
)
# Of an agency: 'Sở Nội vụ tỉnh Hà Nam' has no three small words together but those of places and of its kind.
_TOLD = re.compile(
    r"^\W*(?:UBND|ủy ban nhân dân|sở)\s.*?"
    r"(?<!\w)(?:(?!(?:tỉnh|huyện|quận|xã|phường|thị|thành|phố|điện|tử|thông|tin|nhân|dân|và|trấn)\b)(?-i:[a-z])\w*\s+){3}",
    re.I,
).match


def is_site_name(text: str) -> bool:
    """Whether *text* is what a portal calls itself rather than a headline.

    >>> is_site_name("Cổng thông tin điện tử huyện Cư Jút"), is_site_name("Cổng chào mới của huyện")
    (True, False)
    >>> is_site_name("Sở Nội vụ tỉnh Hà Nam"), is_site_name("Sở Nội vụ tổ chức lớp tập huấn")
    (True, False)
    >>> is_site_name("Ủy ban nhân dân quận biểu dương tập thể xuất sắc"), is_site_name("UBND TỈNH HỌP THƯỜNG KỲ")
    (False, False)
    >>> is_site_name("Sở GD&ĐT vinh danh học sinh giỏi"), is_site_name("SỞ GIÁO DỤC VÀ ĐÀO TẠO")
    (False, True)
    """
    if len(text) >= 110 or _SITE.search(text) is None:
        return False
    return _DOES.search(text.lower() if text.isupper() else text) is None and _TOLD(text) is None


_SECTIONS = re.compile(  # 'TIN TỨC - SỰ KIỆN': what every page of a section has above its headlines
    r"(?:\W*\b(?:tin (?:tức|hoạt động|trong nước|địa phương|nổi bật|chi tiết)|sự kiện|thông báo|chi tiết (?:tin"
    r"|bài viết)|tin|hoạt động|bài viết|nội dung|news|events|và|&)\b)+\W*",
    re.I,
)
_TITLE = Hint.TITLE
_ELSEWHERE = Hint.NAV | Hint.FOOTER | Hint.OVERLAY | Hint.RELATED | Hint.COMMENT | Hint.SIDE | Hint.AD


def _slug(url: str) -> frozenset[str]:
    """Words of the last telling part of the address, without marks."""
    path = split_url(url).path.rstrip("/")
    for part in reversed(path.split("/")):
        words = [
            w for w in _SLUG.split(unaccent(unquote(part)).removesuffix(".html")) if len(w) > 1 and not w.isdigit()
        ]
        if len(words) >= 4:
            return frozenset(words)
    return frozenset()


def _agreement(slug: frozenset[str], text: str) -> float:
    """How far a text and the words of an address are the same, 0 to 1."""
    plain = unaccent(text)
    if sum(map(plain.__contains__, slug)) <= 0.6 * len(slug):
        return 0.0
    words = {w for w in _SLUG.split(plain) if len(w) > 1 and not w.isdigit()}
    if not words:
        return 0.0
    return len(words & slug) / max(len(words), len(slug))


def _sentences_after(blocks: list[Block], least: int) -> list[int]:
    """For each block how many blocks lie between it and the next paragraph of *least* letters free of links."""
    distance = [999] * len(blocks)
    last = 999
    for i in range(len(blocks) - 1, -1, -1):
        distance[i] = last
        block = blocks[i]
        if len(block.text) - block.linked >= least:
            last = 0
        elif last < 999:
            last += 1
    return distance
