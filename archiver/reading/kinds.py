"""What sort of page this is: article, listing, documents, gallery, other, soft-404, login or error.

Evidence is added up and the strongest observations are given as reasons. The weights were set by hand on half of the
labelled Vietnamese pages (bench/reading.py scores both halves) and by the pages in tests/test_kinds.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from archiver.reading.beside import stamp_in
from archiver.reading.broken import broken_kind
from archiver.reading.columns import FILE, Column, Columns
from archiver.reading.document import Document, parse, split_url, text_of
from archiver.reading.facts import TITLE_PARTS, Facts, own_list, read_facts, set_by_hand, slug_of, stamped
from archiver.reading.paging import Paging, read_paging
from archiver.reading.structured import Structured, read_structured
from archiver.reading.titles import RELATED
from archiver.reading.zones import link_around
from archiver.shapes import Article, Kind, PageKind, Problem
from archiver.vietnamese.text import fold_space

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
        r"|kí)? ?hiệu|^số hiệu|^số văn bản|^(?:document |doc\.? )?(?:number|no\.?)$",
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
    r"(?:(?:quyết định|công văn|thông tư(?: liên tịch)?|nghị định|nghị quyết|chỉ thị|kế hoạch|thông báo|tờ trình"
    r"|báo cáo|hướng dẫn|công điện|luật|pháp lệnh|kết luận|văn bản|giấy mời|chương trình)\s*)?"
    r"(?:số\s*(?:/?\s*(?:(?:ký|kí) )?hiệu)?\s*:?\s*)?\d{1,6}[a-z]?\s*(?:/\s*\d{4})?\s*[/-]\s*[A-ZĐƯ]{2,8}\d{0,2}"
    r"(?:\s*[-–&.]\s*[A-ZĐƯ]{1,10}\d{0,2}){0,3}",
    re.I,
).fullmatch
_FRONT = re.compile(
    r"^(?:/[^/]{1,40}){0,3}?/(?:index|home|default|trang-?chu|main)(?:\.(?:html?|aspx?|php|jspx?|jsf|cfm|do|action|chn"
    r"|vnp))?/?$|^/?(?:vi|vn|en|vi-vn|portal|web)?/?$",
    re.I,
)


_SPOKEN = re.compile(r"(?:lang|language|locale|hl|ngonngu)=[\w-]+", re.I).fullmatch
"""What may stand behind the address of a front page: the language in which it is asked for."""
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
    facts = read_facts(document, columns)
    return broken_kind(document, facts, columns, paging) or _weighed(document, facts, columns, paging, structured)


def with_kind(article: Article, kind: Kind) -> Article:
    """*article* with the kind of its page; where that is no article, a problem says why."""
    problems = article.problems
    if kind.kind != "article" and "not-an-article" not in problems:
        why = f"the page is taken for {kind.kind}: {'; '.join(kind.reasons[:3])}"
        problems = (*problems, Problem("not-an-article", why))
    return replace(article, kind=kind.kind, confidence=kind.confidence, problems=problems)


# --- pages that are content ------------------------------------------------------------------------------------------


Evidence = list[tuple[float, str]]
"""What speaks for a kind, with its weight; below nought, against it."""


@dataclass(slots=True)
class _Page:
    """A page of content with what its weighing asks more than once."""

    document: Document
    facts: Facts
    columns: Columns
    paging: Paging
    structured: Structured
    items: int
    """Of the list that it shows, its own or not."""
    trust: float
    """How far that list is its own."""
    mass: float
    """Characters of titles and of what stands beside them."""
    front: bool
    """Whether the address is that of a front page, and the page has no text of its own."""
    own: bool
    """Whether it has a list that is its own beyond doubt."""
    brief: bool
    """A few sentences below a heading that is the page's title, or rather more below another."""

    @property
    def turned(self) -> bool:
        """Whether there are further pages of the same."""
        return self.paging.next is not None or self.paging.numbers >= 2


def _page(document: Document, facts: Facts, columns: Columns, paging: Paging, structured: Structured) -> _Page:
    items = len(columns.items)
    listed = sum(min(column.links[number].words, 20) for column, number in columns.items)
    beside = sum(column.prose * 1.0 for column in {id(c): c for c, _ in columns.items}.values())
    mass = listed * 5 + min(beside, listed * 10)
    parts = split_url(document.url)
    front = bool(parts.netloc and _FRONT.match(parts.path)) and (
        not parts.query or bool(_SPOKEN(parts.query)) or bool(_HOME.match(facts.title))
    )
    named = facts.heading_own and facts.prose >= 250 and not _SITE_NAME.match(facts.heading)
    if named or facts.prose >= max(1_500, mass):
        front = False  # a page whose address is lost, or a site of one page: it has a text of its own
    trust = own_list(columns, facts, paging)
    own = items >= 3 and trust == 1
    brief = (
        (facts.titled or (bool(facts.heading) and facts.spoken >= 150))
        and not facts.heading_own
        and 80 <= facts.spoken < 1_500
        and not own
        and not facts.fields
        and not _SERVICE.match(facts.heading)
        and not front
    )
    return _Page(document, facts, columns, paging, structured, items, trust, mass, front, own, brief)


def _weighed(document: Document, facts: Facts, columns: Columns, paging: Paging, structured: Structured) -> Kind:
    """Article, listing, documents, gallery or other, by the sum of what speaks for each."""
    page = _page(document, facts, columns, paging, structured)
    listing = _for_listing(page)
    documents = _documents(document, columns, facts)
    if documents:  # a table of documents is turned and counted as any list
        documents += [pair for pair in listing if "turned" in pair[1] or "counts" in pair[1]]
    speaks: dict[PageKind, Evidence] = {
        "article": _for_article(page),
        "listing": listing,
        "documents": documents,
        "gallery": _gallery(document, facts, columns),
        "other": _for_other(page),
    }
    sums = {kind: sum(weight for weight, _ in reasons) for kind, reasons in speaks.items()}
    ranked = sorted(sums, key=lambda kind: -sums[kind])
    best, second = ranked[0], ranked[1]
    margin = sums[best] - sums[second]
    reasons = sorted(speaks[best], key=lambda pair: -pair[0])
    confidence = round(min(0.99, 0.5 + margin / 6), 2)
    return Kind(best, confidence, tuple(reason for weight, reason in reasons if weight > 0))


def _for_article(page: _Page) -> Evidence:
    """One text, with a heading and a day."""
    facts, types = page.facts, page.structured.types
    found: Evidence = []
    if facts.heading_own:
        found.append((2.5, f"its own heading {facts.heading[:60]!r}"))
    if facts.prose >= 250:
        found.append((min(3.5, 1.0 + facts.prose / 600), f"{facts.prose} characters of prose outside lists"))
    if types & {"newsarticle", "article", "blogposting", "reportagenewsarticle"} and page.structured.first("published"):
        told = sum(w.rule.endswith(("published_time", "datePublished")) for w in page.structured.of("published"))
        found.append((1.5 if told else 0.5, "calls itself an article and dates itself"))
    if "article" in types and not page.front:
        found.append((0.5, "og:type article"))
    if 40 <= facts.spoken < 1_500 and not page.own and not facts.heading_own and stamped(page.document, page.columns):
        found.append((2.5, "a text with a date above it"))
    bare = facts.prose < 60 and not (page.own or page.brief or page.front or facts.heading_own or facts.fields)
    if bare and set_by_hand(page.document, page.columns):
        found.append((3.0, "lines set by hand below a date"))
    if facts.shown and facts.heading and facts.prose < 250 and not page.own:
        found.append((2.5, "what it says is a document that it shows"))
    if page.brief:
        found.append((1.6 + min(facts.spoken, 250) / 400, "a few sentences below a heading"))
    if facts.prose < 250 and not page.own and not page.front and (shown := _captioned(page)) >= 3:
        found.append((4.0, f"{shown} pictures with a line of words each, below a day"))
    if slug_of(page.document.url).count(" ") >= 5:
        found.append((1.0, "a long address"))
    if facts.prose >= 250 and _stands(page):
        found.append((2.5, "a standing page: a text of what the site says of itself"))
    main = page.columns.main
    if page.items >= 3 and main is not None:
        if _further(main):
            found.append((2.0, f"the list is headed {main.heading!r}"))
        elif _text_above(page):
            found.append((1.0, f"{facts.above} characters of prose above the list"))
    if _lists_files(page):
        found.append((1.5, "what it lists are files below a text"))
    if page.front:
        found.append((-1.5, "the address of a front page"))
    if page.items < 3 and facts.prose < 250 and not page.brief and page.structured.state_tells_one:
        found.append((4.0, "an article in the state that scripts are fed with"))
    return found


def _for_listing(page: _Page) -> Evidence:
    """Links to articles, alike, that are most of the page; pages that can be turned; a total."""
    facts, columns, paging, items = page.facts, page.columns, page.paging, page.items
    main = columns.main
    found: Evidence = []
    if items >= 3 and main is not None:
        share = page.mass / (page.mass + facts.prose + 1)
        found.append((page.trust * min(3.0, 0.8 + items * 0.15), f"{items} links to articles, alike"))
        found.append((page.trust * 3.0 * share, f"{share:.0%} of the text is of that list"))
        if main.dated * 2 > len(main.links):
            found.append((0.8, "a date beside most of them"))
        if _further(main):
            found.append((-2.0, f"the list is headed {main.heading!r}"))
        elif _text_above(page) and facts.heading_own:
            found.append((-1.0, "a text with a heading of its own stands above the list"))
        if main.zone:
            found.append((-1.5, "the list stands in a side column"))
    elif items and main is not None and main.dated and facts.prose < 250:
        if not facts.heading_own:
            found.append((3.0, f"{items} dated links to articles, and no text of the page's own"))
        elif main.heading == facts.heading and not facts.spoken:
            found.append((4.5, f"{items} dated links to articles right below the page's heading"))
    if page.turned:
        found.append((1.5, f"pages can be turned ({paging.rule or 'numbers'})"))
    if paging.total is not None or paging.pages is not None:
        found.append((0.5, "the page counts what it lists"))
    if page.structured.types & {"collectionpage", "itemlist", "searchresultspage"}:
        found.append((1.0, "calls itself a collection"))
    if _lists_files(page):
        found.append((-1.5, "what it lists are files below a text"))
    if page.front and page.turned:
        found.append((6.0, "a front page whose pages can be turned"))
    return found


def _for_other(page: _Page) -> Evidence:
    """Front pages, forms, procedures, maps of the site, and what is neither a text nor a list."""
    facts = page.facts
    found: Evidence = [(1.0, "nothing speaks for anything else")]
    main = page.columns.main
    below = main is not None and _further(main) and facts.spoken
    if page.items >= 3 and page.trust < 1 and facts.prose < 250 and not page.brief and not below:
        found.append((1.5, "its only list is announced as another, in bare titles, at the page's side"))
    if page.front:
        deep = not _ROOMS(split_url(page.document.url).path)
        found.append((1.5 if deep else 6.0, "the address of a front page"))
    if _HOME.match(facts.title) and not facts.slugged:
        found.append((3.0, f"the title begins with {facts.title[:20]!r}"))
    blocks = len({id(column) for column, _ in page.columns.items})
    if page.front and blocks >= 3:
        found.append((1.0, f"{blocks} blocks of news"))
    if page.items < 3 and facts.prose < 250 and not page.brief:
        found.append((1.0, "neither a text nor a list"))
    if facts.fields >= 3 and facts.prose < 250:
        found.append((2.0, f"a form of {facts.fields} fields to be filled in"))
    if facts.prose < 250 and _stands(page):
        found.append((6.5, "an undated page of what the site says of itself, and little text"))
    if _SERVICE.match(facts.heading) and facts.prose < 60 and _asks(page):
        found.append((2.5, "a service, and a field to ask it by"))
    procedure = _fields_of(page.document, page.columns, _PROCEDURE_FIELDS)
    if procedure >= 3:
        found.append((3.5 + 0.5 * procedure, f"{procedure} fields of an administrative procedure"))
    if _SITE_MAP.search(facts.title) or _SITE_MAP.match(facts.heading):
        found.append((6.0, "calls itself a map of the site"))
    return found


def _stands(page: _Page) -> bool:
    """Whether the page is headed as those that introduce their site, bears no day, and has no list of its own."""
    facts, document, columns = page.facts, page.document, page.columns
    if page.own and columns.main is not None and (columns.main.dated or columns.main.prose):
        return False
    if page.turned or page.structured.first("published") or stamped(document, columns):
        return False
    headed = TITLE_PARTS(facts.title)
    if any(map(_STANDING, (facts.title, headed[0], facts.heading))):
        return True
    if facts.heading_own or facts.heading:
        return False
    for element, text in document.texts:  # headings that nothing marks, above the first paragraph
        if columns.zone(element) or link_around(element) is not None:
            continue
        line = fold_space(text)
        if len(line) >= 60:
            return False
        if len(line) >= 8 and _STANDING(line):
            return True
    return False


def _captioned(page: _Page) -> int:
    """How many pictures of the page's own have a line of words below them, where a day stands above the first.

    A picture that leads elsewhere, or has a link beside it, is an item of a list.
    """
    document, columns = page.document, page.columns
    day = next(
        (
            columns.place[element]
            for element, text in document.texts
            if len(text) <= 80
            and columns.zone(element) == 0
            and not columns.lists(element)
            and stamp_in([fold_space(text)])
        ),
        None,
    )
    if day is None:
        return 0
    found = 0
    for image in document.tags("img")[:60]:
        if columns.place[image] < day or columns.zone(image):
            continue
        for up in islice(image.iterancestors(), 4):
            if up.tag == "a" or up.find(".//a") is not None or len(up.findall(".//img")) > 1:
                break
            words = fold_space(text_of(up))
            if words:
                found += 12 <= len(words) <= 300
                break
    return found


def _asks(page: _Page) -> bool:
    """Whether the page itself has a field for a visitor's own words."""
    return any(
        (field.get("type") or "text").lower() in ("text", "number", "tel") and page.columns.zone(field) == 0
        for field in page.document.tags("input")
    )


def _further(main: Column) -> bool:
    """Whether a list is announced as that of further articles."""
    return bool(RELATED.search(main.heading))


def _text_above(page: _Page) -> bool:
    """Whether a text stands above a list that is not turned."""
    return page.facts.above >= 250 and page.paging.next is None and not page.paging.numbers


def _lists_files(page: _Page) -> bool:
    """Whether what is listed are files, below a heading and a text of the page's own."""
    main, facts = page.columns.main, page.facts
    if page.items < 3 or main is None or not facts.heading_own or facts.prose < 60:
        return False
    return sum(bool(FILE(link.url)) for link in main.links) * 3 >= 2 * page.items


_STANDING = re.compile(
    r"\W*(?:(?:trang )?giới thiệu(?: (?:chung|sơ lược|khái quát|tổng quan|tóm tắt"
    r"|về (?:chúng tôi|(?:nhà )?trường|bệnh viện|cơ quan|đơn vị|tỉnh|huyện|thành phố|xã|phường|sở|ban|viện"
    r"|trung tâm|công ty)))?"
    r"|(?:thông tin )?tổng quan|lịch sử (?:hình thành(?:,? (?:và )?phát triển)?|phát triển)"
    r"|quá trình hình thành(?: và phát triển)?|vị trí,? (?:và )?chức năng.{0,40}|chức năng"
    r"|chức năng(?:\W+(?:và )?|\s+và )nhiệm vụ.{0,40}|nhiệm vụ,? (?:và )?quyền hạn"
    r"|(?:cơ cấu|sơ đồ|bộ máy)(?: (?:bộ máy|cơ cấu))?(?: tổ chức)?(?: bộ máy)?(?: và nhân sự)?|tổ chức bộ máy"
    r"|điều kiện tự nhiên.{0,30}|vị trí địa lý.{0,30}"
    r"|sứ (?:mệnh|mạng).{0,40}tầm nhìn.{0,30}|tầm nhìn.{0,20}sứ (?:mệnh|mạng).{0,30}"
    r"|(?:ban )?lãnh đạo(?: (?:đương nhiệm|qua các thời kỳ|các thời kỳ|đơn vị|cơ quan|tỉnh|huyện|sở))?"
    r"|(?:danh bạ|thông tin) (?:điện thoại|liên hệ|lãnh đạo)|liên hệ(?: với chúng tôi)?|(?:about|contact)(?: us)?)\W*",
    re.I,
).fullmatch
"""What pages are headed that stand for years and tell no news: whom the site is of, how it is made, who is who."""
_SERVICE = re.compile(r"tra cứu|liên hệ|contact|góp ý|đăng ký|tìm kiếm|search|kết quả tìm", re.I)
_SENTENCE_END = re.compile(r".{24,}[.!?…:]\s*$", re.S).match
# Folders that stand before a front page's own name; 'index.html' in any other is the index of that section.
_ROOMS = re.compile(
    r"(?:/[^/]+){0,3}/(?:home|trang-?chu)(?:\.\w{3,5})?/?"
    r"|(?:/\w{2,12}(?=/(?:site)?pages/))?(?:/(?:vi|vn|en|vi-vn|en-us|portal|web|guest|pages|sitepages|site|cms|www|html"
    r"|public|main|wps|default|pub|myportal)(?=/|$))*(?:/(?:index|default|main)?(?:\.\w{3,5})?)?/?",
    re.I,
).fullmatch


def _fields_of(document: Document, columns: Columns, fields: re.Pattern[str]) -> int:
    """How many different labels of *fields* begin short lines of their own."""
    said = set()
    for element, text in document.texts:
        if 5 <= len(text) <= 80 and (found := fields.match(text.lstrip())) and columns.zone(element) == 0:
            said.add(found[0].lower())
    return len(said)


def _documents(document: Document, columns: Columns, facts: Facts) -> Evidence:
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


def _gallery(document: Document, facts: Facts, columns: Columns) -> Evidence:
    pictures = sum(
        (element.get("href") or "").lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))
        for element in document.tags("a")
    )
    said = [text for text in (facts.title, facts.heading) if _GALLERY.search(text)]
    if not said and _GALLERY_URL.search(document.url):
        said = [split_url(document.url).path]
    found = []
    films = len(document.tags("video"))
    if said and (pictures >= 4 or facts.images >= 6 or films >= 2 or (films and facts.images >= 3)):
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
