"""What sort of page this is: article, listing, documents, gallery, other, soft-404, login or error.

Evidence is added up and the strongest observations are given as reasons. The weights were set by hand on half of the
labelled Vietnamese pages (bench/reading.py scores both halves) and by the pages in tests/test_kinds.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast
from urllib.parse import unquote

from lxml import etree

from archiver.reading.beside import stamp_in
from archiver.reading.document import Document, parse, split_url, text_of
from archiver.reading.listings import FILE, Columns
from archiver.reading.messages import EMPTY, ERROR, LOGIN, LOGIN_URL, MISSING, SIGNS, UPDATING, VAGUE, WALL
from archiver.reading.paging import Paging, read_paging
from archiver.reading.structured import Structured, read_structured
from archiver.reading.titles import ASIDE, ELSEWHERE
from archiver.reading.zones import look
from archiver.shapes import Article, Kind, PageKind, Problem
from archiver.vietnamese.text import fold_space, unaccent

_GALLERY = re.compile(
    r"thư viện (?:ảnh|hình|video|clip|media)|album|gallery|phóng sự ảnh|hình ảnh hoạt động|video clip"
    r"|thư viện đa phương tiện|^\W*(?:videos?|ảnh|hình ảnh|photos?|media|clips?)\W*(?:$|[-–|:])",
    re.I,
)
_GALLERY_URL = re.compile(
    r"/(?:thu-?vien-?(?:anh|hinh|video|media)|photos?|albums?|gallery|galleries|videos?|hinh-?anh|video-?clips?"
    r"|multimedia)"
    r"(?:[/.?]|-?\d|$)",
    re.I,
)
_RELATED = re.compile(r"khác|liên quan|cùng chuyên mục|mới hơn|cũ hơn|đã đưa|đã đăng|trước đó|related", re.I)
_PROCEDURE_FIELDS = re.compile(
    r"(?:mã (?:số )?thủ tục|tên thủ tục|cơ quan thực hiện|đối tượng thực hiện|trình tự thực hiện|cách thức thực hiện"
    r"|thành phần(?:,? số lượng)? hồ sơ|thời (?:hạn|gian) giải quyết|căn cứ pháp lý|cơ sở pháp lý|kết quả thực hiện"
    r"|lệ phí|phí, lệ phí|yêu cầu, điều kiện|mức độ dịch vụ)\b",
    re.I,
)
_SITE_MAP = re.compile(r"^(?:sơ đồ (?:cổng|trang|web|site)|bản đồ (?:site|trang)|site ?map)", re.I)
_DOCUMENT_FIELDS = (
    re.compile(
        r"^(?:số\s*[/,]?\s*)?(?:ký|kí)\s*hiệu(?: văn bản)?$|^số (?:ký|kí) hiệu|^số\s*/?\s*(?:ký"
        r"|kí)? ?hiệu|^số hiệu|^số văn bản|^(?:document |doc\\.? )?(?:number|no\\.?)$",
        re.I,
    ),
    re.compile(r"^(?:trích yếu|nội dung trích yếu|tên văn bản|về việc$|subject$|abstract$)", re.I),
    re.compile(
        r"^ngày (?:ban hành|văn bản|ký|có hiệu lực|hiệu lực|bh)|^date of (?:issue|signing|effect)|^issue date", re.I
    ),
    re.compile(r"^(?:cơ quan|đơn vị|nơi) ban hành|^cqbh|^issu(?:ing|ed by)", re.I),
    re.compile(r"^(?:loại|hình thức|thể loại) văn bản|^loại vb|^(?:document )?type$", re.I),
    re.compile(r"^(?:lĩnh vực|người ký|hiệu lực|tình trạng hiệu lực|ngày hết hiệu lực)", re.I),
    re.compile(r"^(?:văn bản đính kèm|file đính kèm|tệp đính kèm|tải về|toàn văn|download|attachment|file$)", re.I),
)
_DOCUMENT_NUMBER = re.compile(
    r"(?:số\s*(?:/?\s*(?:ký|kí) hiệu)?\s*:?\s*)?\d{1,6}[a-z]?\s*(?:/\s*\d{4})?\s*[/-]\s*[A-ZĐƯ]{2,8}\d{0,2}"
    r"(?:\s*[-–&.]\s*[A-ZĐƯ]{1,10}\d{0,2}){0,3}",
    re.I,
).fullmatch
_FRONT = re.compile(
    r"^(?:/[^/]{1,40}){0,3}?/(?:index|home|default|trang-?chu|main)(?:\.(?:html?|aspx?|php|jsp|chn"
    r"|vnp))?/?$|^/?(?:vi|vn|en|vi-vn|portal|web)?/?$",
    re.I,
)


_MAYBE_FIELD = re.compile(
    r"\s*(?:số|ký|kí|trích|ngày|cơ quan|đơn vị|nơi|cqbh|loại|hình thức|thể|lĩnh|người|hiệu lực|tình|văn bản"
    r"|file|tệp|tải|toàn|down|nội|tên|về|subject|abstract|doc|number|no|date|issu|type|attach)",
    re.I,
).match
_SITE_NAME = re.compile(
    r"(?:cổng|trang|website|báo|tạp chí|sở|bộ|cục|ban|ủy ban|uỷ ban|hội đồng|trường|công ty|đảng bộ|chào mừng)\b",
    re.I,
)
_HOME = re.compile(r"(?:trang chủ|home(?: ?page)?)\s*(?:$|[-–|:.])", re.I)


@dataclass(slots=True)
class _Facts:
    """What was seen of a page, once."""

    title: str
    heading: str
    heading_own: bool
    """A heading that is no link and that the title begins with or the address is made of."""
    slugged: bool
    """That the address is made of the heading's words."""
    titled: bool
    """A heading, of whatever length, that is the page's title or a part of it between its dashes."""
    prose: int
    """Characters in paragraphs outside the items of lists."""
    spoken: int
    """The same with lines of 25 characters and more that end as sentences do."""
    longest: int
    above: int
    """Characters of such paragraphs above the first item of the page's list."""
    images: int
    passwords: int
    fields: int
    """Fields for a visitor's own words."""


def classify(html: bytes, url: str, *, content_type: str | None = None) -> Kind:
    """Say what sort of page *html*, as it came from *url*, is.

    >>> classify("<title>Lỗi 404</title><p>Trang bạn tìm không tồn tại.".encode(), "https://so.example/x").kind
    'soft-404'
    >>> classify(b"%PDF-1.7", "https://so.example/van-ban").reasons
    ('the bytes are application/pdf',)

    Never raises on what a page holds.
    """
    return kind_of_document(parse(html, url, content_type))


def kind_of_document(document: Document) -> Kind:
    """The same, of a page that is parsed already."""
    return kind_of(document, Columns(document), read_paging(document), read_structured(document))


def kind_of(document: Document, columns: Columns, paging: Paging, structured: Structured) -> Kind:
    """The same, from what was worked out before."""
    if not document.is_html:
        return Kind("other", 1.0, (f"the bytes are {document.media_type}",))
    facts = _facts(document, columns)
    return _broken(document, facts, columns, paging) or _weighed(document, facts, columns, paging, structured)


def with_kind(article: Article, kind: Kind) -> Article:
    """*article* with the kind of its page; where that is no article, a problem says why."""
    problems = article.problems
    if kind.kind != "article" and "not-an-article" not in problems:
        why = f"the page is taken for {kind.kind}: {'; '.join(kind.reasons[:3])}"
        problems = (*problems, Problem("not-an-article", why))
    return replace(article, kind=kind.kind, confidence=kind.confidence, problems=problems)


def _facts(document: Document, columns: Columns) -> _Facts:
    covered = sorted([*columns.covered, *columns.apart()])
    at = prose = longest = above = spoken = 0
    first = columns.items[0][0].links[columns.items[0][1]].place if columns.items else len(document.elements)
    for block, size in columns.lines.items():  # in document order, but for blocks whose first text is a tail
        place = columns.place[block]
        while at + 1 < len(covered) and covered[at][1] <= place:
            at += 1
        if columns.zone(block) or any(begin <= place < end for begin, end in covered[max(0, at - 1) : at + 2]):
            continue
        if size < 60:
            spoken += size if _SENTENCE_END(_start(block)) else 0
            continue
        prose += size
        spoken += size
        above += size if place < first else 0
        longest = max(longest, size)
    title = ""
    for element in document.tags("title"):
        title = fold_space(text_of(element))
        if title:
            break
    heading, heading_own = _heading(document, columns, title)
    plain = _plain(heading)
    slugged = heading_own and _made_of(_slug(document.url), plain)
    titled = bool(plain) and any(_plain(part) == plain for part in (title, *re.split(r"\s[-–—|»:•]\s", title)))
    fields = sum(1 for field in document.tags("textarea") if columns.zone(field) == 0)
    if fields:
        fields += sum(
            (field.get("type") or "text").lower() in ("text", "email", "tel", "file") and columns.zone(field) == 0
            for field in document.tags("input")
        )
    images = len(document.tags("img"))
    groups = {
        field.get("name")
        for field in document.tags("input")
        if (field.get("type") or "").lower() in ("radio", "checkbox") and columns.zone(field) == 0
    }
    if len(groups) >= 3:
        fields += len(groups)
    return _Facts(
        title,
        heading,
        heading_own,
        slugged,
        titled,
        prose,
        spoken,
        longest,
        above,
        images,
        _passwords(document),
        fields,
    )


def _heading(document: Document, columns: Columns, title: str) -> tuple[str, bool]:
    """The page's heading, and whether title or address say that it is the page's own."""
    plain_title = _plain(title)
    slug = _slug(document.url)
    items = {id(column.links[number].element) for column, number in columns.items}

    def listed(element: etree._Element) -> bool:
        return any(id(inner) in items for inner in element.iter("a"))

    def own(candidates: list[etree._Element]) -> str:
        for element in candidates:
            text = fold_space(_start(element))
            if not 8 <= len(text) <= 300:
                continue
            plain = _plain(text)
            words = plain.count(" ") + 1
            titled = plain_title.startswith(plain[:60]) and len(plain) > 20
            if words >= 5 and (titled or _made_of(slug, plain)) and not listed(element):
                return text
        return ""

    titles = [element for name in ("h1", "h2", "h3", "h4") for element in document.tags(name)[:60]]
    found = own(titles)
    if not found and ("itle" in document.text or "ieude" in document.text):
        found = own(
            [
                element
                for name in ("div", "p", "span", "td", "b", "strong", "a")
                for element in document.tags(name)
                if (called := element.get("class")) and ("itle" in called or "ieude" in called or "ieu-de" in called)
            ][:80]
        )
    if not found and len(title) >= 20:  # old pages set their headings in <font> and <b>
        low = title.lower()
        for element, text in document.texts:
            line = fold_space(text) if 20 <= len(text) <= 400 else ""
            if len(line) < 20 or not low.startswith(line.lower()[:80]) or _plain(line).count(" ") < 4:
                continue
            if columns.zone(element) == 0 and not any(up.tag == "a" for up in (element, *element.iterancestors())):
                found = line
                break
    if found:
        return found, True
    for element in titles:
        text = fold_space(_start(element))
        if 8 <= len(text) <= 300 and columns.zone(element) == 0 and not listed(element):
            return text, False
    return "", False


def _start(element: etree._Element) -> str:
    """The text of *element*, or its first 400 characters: headings that are never closed hold the rest of the page."""
    parts: list[str] = []
    size = 0
    for part in cast("Iterator[str]", element.itertext()):
        parts.append(part)
        size += len(part)
        if size > 400:
            break
    return "".join(parts)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", unaccent(text)).strip()


def _slug(url: str) -> str:
    parts = [part for part in unquote(split_url(url).path).split("/") if part]
    longest = max(parts, key=lambda part: part.count("-"), default="")
    return _plain(re.sub(r"\.\w{2,5}$", "", longest))


def _made_of(slug: str, plain: str) -> bool:
    """Whether an address is made of a heading's words (five of the first eight, in any order)."""
    words = plain.split()[:8]
    have = set(slug.split())
    return len(words) >= 5 and sum(word in have for word in words) >= min(len(words), 6) - 1


def _passwords(document: Document) -> int:
    return sum((field.get("type") or "").lower() == "password" for field in document.tags("input"))


# --- pages that are no content ---------------------------------------------------------------------------------------


def _broken(document: Document, facts: _Facts, columns: Columns, paging: Paging) -> Kind | None:
    """Error pages, soft 404s, login walls and lists of nothing: said where a title would stand, and little else said.

    A page that tells a story is none of them, whatever it says: news is written about pages that are gone, systems
    under repair and how to log in, and a live article taken for a dead one is the worst of errors.
    """
    story = _tells_a_story(document, facts, columns)
    said = _prominent(document, columns, facts)
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


def _fault(text: str, where: int, facts: _Facts, columns: Columns) -> Kind | None:
    found = ERROR.search(text)
    little = facts.prose < _LITTLE
    if (
        found
        and (columns.characters < 6_000 and (len(columns.items) < 8 or where == 0))
        and (little or where == 0 or columns.characters < 4_000)
    ):
        return Kind("error", 0.85 if where else 0.95, (f"{_PLACES[where]} says {found[0]!r}",))
    return None


def _missing(text: str, where: int, facts: _Facts, columns: Columns) -> Kind | None:
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
    document: Document, said: list[str], facts: _Facts, columns: Columns, paging: Paging, story: bool
) -> Kind | None:
    """A category or a search that lists nothing, or a page that is still to be written: there, but empty."""
    if facts.prose >= 300 or (len(columns.items) >= 3 and _own_list(columns, facts, paging) == 1):
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


def _wall(document: Document, said: list[str], facts: _Facts, columns: Columns, paging: Paging) -> Kind | None:
    items = len(columns.items)
    own = items >= 3 and _own_list(columns, facts, paging) == 1
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


def _tells_a_story(document: Document, facts: _Facts, columns: Columns) -> bool:
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
        not all_message or heading.count(" ") >= 7 or facts.spoken >= 100 or _stamped(document, columns)
    ):
        return True
    if facts.titled and message is None and not _OF_ERRORS(heading) and facts.spoken >= 60:
        words = _plain(heading)
        if words.count(" ") >= 2 and f" {words} " in f" {_slug(document.url)} ":
            return True  # 'Đính chính thông tin' at …/dinh-chinh-thong-tin-19
    if not facts.heading_own:
        return facts.spoken >= 250 and not all_message and _stamped(document, columns)
    long = heading.count(" ") >= 7 and facts.spoken >= 120
    return long or (facts.spoken >= (80 if all_message else 60) and _stamped(document, columns))


def _prominent(document: Document, columns: Columns, facts: _Facts) -> list[str]:
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
            whole = fold_space(text_of(element))
            lines.append(whole if len(whole) < 300 else fold_space(text))
            if len(lines) == 100:
                break
    return lines


_LITTLE = 700  # characters of prose: the longest message of an error page seen has 400


def _any_of(words: list[str], text: str) -> bool:
    low = text.lower()
    return any(word in low for word in words)


# --- pages that are content ------------------------------------------------------------------------------------------


def _weighed(document: Document, facts: _Facts, columns: Columns, paging: Paging, structured: Structured) -> Kind:
    """Article, listing, documents, gallery or other, by the sum of what speaks for each."""
    speaks: dict[PageKind, list[tuple[float, str]]] = {
        "article": [], "listing": [], "documents": [], "gallery": [],
        "other": [(1.0, "nothing speaks for anything else")],
    }  # fmt: skip
    items = len(columns.items)
    listed = sum(min(column.links[number].words, 20) for column, number in columns.items)
    beside = sum(column.prose * 1.0 for column in {id(c): c for c, _ in columns.items}.values())
    mass = listed * 5 + min(beside, listed * 10)
    parts = split_url(document.url)
    front = bool(parts.netloc and _FRONT.match(parts.path)) and not parts.query
    named = facts.heading_own and facts.prose >= 250 and not _SITE_NAME.match(facts.heading)
    if named or facts.prose >= max(1_500, mass):
        front = False  # a page whose address is lost, or a site of one page: it has a text of its own
    types = structured.types

    article, listing, other = speaks["article"], speaks["listing"], speaks["other"]
    if facts.heading_own:
        article.append((2.5, f"its own heading {facts.heading[:60]!r}"))
    if facts.prose >= 250:
        article.append((min(3.5, 1.0 + facts.prose / 600), f"{facts.prose} characters of prose outside lists"))
    if types & {"newsarticle", "article", "blogposting", "reportagenewsarticle"} and structured.first("published"):
        told = sum(w.rule.endswith(("published_time", "datePublished")) for w in structured.of("published"))
        article.append((1.5 if told else 0.5, "calls itself an article and dates itself"))
    if "article" in types and not front:
        article.append((0.5, "og:type article"))
    own = items >= 3 and _own_list(columns, facts, paging) == 1
    if 60 <= facts.prose < 1_500 and not own and not facts.heading_own and _stamped(document, columns):
        article.append((2.5, "a text with a date above it"))
    brief = (
        facts.titled
        and not facts.heading_own
        and 80 <= facts.spoken < 1_500
        and not own
        and not facts.fields
        and not _SERVICE.match(facts.heading)
        and not front
    )
    if brief:
        article.append((1.6 + min(facts.spoken, 250) / 400, "a few sentences below a heading that is the title"))
    if _slug(document.url).count(" ") >= 5:
        article.append((1.0, "a long address"))
    if items >= 3:
        main = columns.main
        share = mass / (mass + facts.prose + 1)
        trust = _own_list(columns, facts, paging)
        listing.append((trust * min(3.0, 0.8 + items * 0.15), f"{items} links to articles, alike"))
        listing.append((trust * 3.0 * share, f"{share:.0%} of the text is of that list"))
        if trust < 1 and not brief:
            other.append((1.5, "its only list is announced as another, in bare titles, at the page's side"))
        if main is not None and main.dated * 2 > len(main.links):
            listing.append((0.8, "a date beside most of them"))
        if main is not None and main.heading and _RELATED.search(main.heading):
            article.append((2.0, f"the list is headed {main.heading!r}"))
            listing.append((-2.0, f"the list is headed {main.heading!r}"))
        elif main is not None and facts.above >= 250 and paging.next is None and not paging.numbers:
            article.append((1.0, f"{facts.above} characters of prose above the list"))
            if facts.heading_own:
                listing.append((-1.0, "a text with a heading of its own stands above the list"))
        if main is not None and main.zone:
            listing.append((-1.5, "the list stands in a side column"))
    elif items and columns.main is not None and columns.main.dated and facts.prose < 250 and not facts.heading_own:
        listing.append((3.0, f"{items} dated links to articles, and no text of the page's own"))
    if paging.next is not None or paging.numbers >= 2:
        listing.append((1.5, f"pages can be turned ({paging.rule or 'numbers'})"))
    if paging.total is not None or paging.pages is not None:
        listing.append((0.5, "the page counts what it lists"))
    if types & {"collectionpage", "itemlist", "searchresultspage"}:
        listing.append((1.0, "calls itself a collection"))
    filed = columns.main is not None and sum(bool(FILE(link.url)) for link in columns.main.links) * 3 >= 2 * items
    if filed and items >= 3 and facts.heading_own and facts.prose >= 60:
        article.append((1.5, "what it lists are files below a text"))
        listing.append((-1.5, "what it lists are files below a text"))
    if front:
        deep = not _ROOMS(parts.path)
        other.append((1.5 if deep else 6.0, "the address of a front page"))
        article.append((-1.5, "the address of a front page"))
        if paging.next is not None or paging.numbers >= 2:
            listing.append((6.0, "a front page whose pages can be turned"))
    if _HOME.match(facts.title) and not facts.slugged:
        other.append((3.0, f"the title begins with {facts.title[:20]!r}"))
    blocks = len({id(column) for column, _ in columns.items})
    if front and blocks >= 3:
        other.append((1.0, f"{blocks} blocks of news"))
    if items < 3 and facts.prose < 250 and not brief:
        other.append((1.0, "neither a text nor a list"))
        if structured.state_tells_one:
            article.append((4.0, "an article in the state that scripts are fed with"))
    if facts.fields >= 3 and facts.prose < 250:
        other.append((2.0, f"a form of {facts.fields} fields to be filled in"))
    procedure = _fields_of(document, columns, _PROCEDURE_FIELDS)
    if procedure >= 3:
        other.append((3.5 + 0.5 * procedure, f"{procedure} fields of an administrative procedure"))
    if _SITE_MAP.search(facts.title) or _SITE_MAP.match(facts.heading):
        other.append((6.0, "calls itself a map of the site"))
    documents = _documents(document, columns, facts)
    if documents:  # a table of documents is turned and counted as any list
        documents += [pair for pair in listing if "turned" in pair[1] or "counts" in pair[1]]
    speaks["documents"] += documents
    speaks["gallery"] += _gallery(document, facts, columns)

    sums = {kind: sum(weight for weight, _ in reasons) for kind, reasons in speaks.items()}
    ranked = sorted(sums, key=lambda kind: -sums[kind])
    best, second = ranked[0], ranked[1]
    margin = sums[best] - sums[second]
    reasons = sorted(speaks[best], key=lambda pair: -pair[0])
    confidence = round(min(0.99, 0.5 + margin / 6), 2)
    return Kind(best, confidence, tuple(reason for weight, reason in reasons if weight > 0))


_SERVICE = re.compile(r"liên hệ|contact|góp ý|đăng ký|tìm kiếm|search|kết quả tìm", re.I)
_SENTENCE_END = re.compile(r".{24,}[.!?…:]\s*$", re.S).match
# Folders that stand before a front page's own name; 'index.html' in any other is the index of that section.
_ROOMS = re.compile(
    r"(?:/[^/]+){0,3}/(?:home|trang-?chu)(?:\.\w{3,5})?/?"
    r"|(?:/\w{2,12}(?=/(?:site)?pages/))?(?:/(?:vi|vn|en|vi-vn|en-us|portal|web|guest|pages|sitepages|site|cms|www|html"
    r"|public|main|wps|default|pub|myportal)(?=/|$))*(?:/(?:index|default|main)?(?:\.\w{3,5})?)?/?",
    re.I,
).fullmatch


def _own_list(columns: Columns, facts: _Facts, paging: Paging) -> float:
    """How far the page's list is its own, 0.3 to 1: every page has bare lists of the newest or the most read."""
    main = columns.main
    if main is None or paging.next is not None or paging.numbers >= 2 or paging.total is not None:
        return 1.0
    if not main.dated and ASIDE.search(main.heading) and main.heading.lower() not in facts.title.lower():
        return 0.3
    many = len(columns.items)
    bare = not main.dated and not main.prose
    if (
        bare
        and facts.prose >= 250
        and main.top is not None
        and any(map(_called_aside, (main.top, *main.top.iterancestors())))
    ):
        return 0.4  # a long menu, though it holds most of the page's words
    if bare and facts.above >= 250 and many < 12:
        return 0.6  # a text, and titles below it
    if main.dated * 3 > len(main.links) or main.prose > 40 * len(main.links) or many >= 12:
        return 1.0
    if len({id(column) for column, _ in columns.items}) >= 2:
        return 1.0
    heading = main.heading.lower()
    called = facts.title.lower()
    if facts.heading != main.heading or main.heading_at is None or main.heading_at.tag in ("h1", "h2"):
        called += " " + facts.heading.lower()
    if main.zone == 0 and ((heading and heading in called) or (not heading and many >= 6)):
        return 1.0
    announced = bool(heading) and heading not in called
    if main.zone or ELSEWHERE.search(main.heading):
        return 0.3
    if announced and many < 8:
        return 0.5
    return 1.0


def _called_aside(element: etree._Element) -> bool:
    return look(element.tag, element.get("class") or "", element.get("id") or "", "")[1] > 0


def _stamped(document: Document, columns: Columns) -> bool:
    """Whether a date stands above a paragraph of the page's own, or below its end."""
    covered = columns.covered
    since = 99
    for element, text in document.texts:
        since += 1
        place = columns.place[element]
        if columns.zone(element) or any(begin <= place < end for begin, end in covered):
            continue
        line = fold_space(text)
        if len(line) <= 60 and stamp_in([line]):
            since = 0
        elif since <= 4 and len(line) >= 60:
            return True
    return False


def _fields_of(document: Document, columns: Columns, fields: re.Pattern[str]) -> int:
    """How many different labels of *fields* begin short lines of their own."""
    said = set()
    for element, text in document.texts:
        if 5 <= len(text) <= 80 and (found := fields.match(text.lstrip())) and columns.zone(element) == 0:
            said.add(found[0].lower())
    return len(said)


def _documents(document: Document, columns: Columns, facts: _Facts) -> list[tuple[float, str]]:
    """A record of a legal document, or a table of them: the fields that such records have, in one table."""
    tables: dict[etree._Element, set[int]] = {}
    for cell, text in document.texts:
        if not 5 <= len(text) <= 90 or not _MAYBE_FIELD(text):
            continue
        text = fold_space(text).strip(": ")
        for number, field in enumerate(_DOCUMENT_FIELDS):
            if field.match(text):
                up = next(cell.iterancestors("table", "form", "ul", "dl", "body"), None)
                if up is not None and columns.zone(cell) == 0:
                    tables.setdefault(up, set()).add(number)
                break
    best = max(tables.values(), key=len, default=set())
    inner = {number for number in best if number < 6}
    if len(inner) < 3:
        numbers = {
            line
            for cell, text in document.texts
            if 4 <= len(text) <= 60
            and ("/" in text or "-" in text)
            and _DOCUMENT_NUMBER(line := fold_space(text))
            and columns.zone(cell) == 0
        }
        if len(numbers) >= 3 and len(numbers) * 5 >= 3 * len(columns.items) and not facts.heading_own:
            # What documents are about is prose to the eye; of five and more, each by its number, it is theirs.
            weight = 8.0 - min(2.5, facts.prose / 300) if len(numbers) >= 5 else 6.5 - min(6.0, facts.prose / 300)
            return [(weight, f"{len(numbers)} numbers of legal documents, each by itself")]
        return []
    # An article with a search form for documents beside it has prose of its own; a record of a document hardly any.
    return [(3.5 + 1.2 * len(best) - min(6.0, facts.prose / 300), f"{len(best)} fields of legal documents together")]


def _gallery(document: Document, facts: _Facts, columns: Columns) -> list[tuple[float, str]]:
    pictures = sum(
        (element.get("href") or "").lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))
        for element in document.tags("a")
    )
    said = [text for text in (facts.title, facts.heading) if _GALLERY.search(text)]
    if not said and _GALLERY_URL.search(document.url):
        said = [split_url(document.url).path]
    found = []
    if said and (pictures >= 4 or facts.images >= 6 or len(document.tags("video")) >= 2):
        found.append((2.5, f"{said[0][:60]!r} and {max(pictures, facts.images)} pictures"))
        main = columns.main
        if main is not None and main.prose < 40 * len(main.links) and facts.prose < 250:
            # Albums and clips: a picture and a title each, no summaries.
            pictured = sum(any(True for _ in container.iter("img")) for container in main.containers[: len(main.links)])
            if pictured * 3 >= 2 * len(main.links):
                found.append((4.0, "each of its items is a picture with a title"))
    if pictures >= 6 and facts.prose < 300:
        found.append((2.0, f"{pictures} links to pictures and little text"))
    return found
