"""Pages that a script draws: what they hold as data (an answer in JSON, `__NEXT_DATA__`, …), as plain HTML to be read.

The fields are found by their names, in English and Vietnamese, wherever they stand in the data; what comes out is the
simplest page that says the same, so that the same readers read it. The capture is untouched: this is done anew
whenever it is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from html import escape, unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from archiver.reading.whose import Own, own_of

_TITLE = re.compile(
    r"^(?:post_?|news_?|article_?)?(?:title|tieu_?de|headline|subject|ten_?(?:tin|bai)(?:_?viet)?|name)$", re.I
)
_URL = re.compile(r"^(?:url|link|href|permalink|full_?url|web_?url|duong_?dan|detail_?url|path|to)$", re.I)
_BODY = re.compile(
    r"^(?:post_?|news_?|article_?)?(?:content|body|noi_?dung|html|content_?html|detail|details|chi_?tiet|text|full_?text)$",
    re.I,
)
_LEAD = re.compile(
    r"^(?:summary|sapo|tom_?tat|trich_?yeu|lead|excerpt|description|mo_?ta|abstract|intro(?:text)?)$", re.I
)
_DATE = re.compile(
    r"^(?:published_?(?:at|on|date|time)?|publish_?date|date_?published|ngay_?(?:dang|xuat_?ban|tao|dang_?tin)|post_?date|date|"
    r"created_?(?:at|date|on|time)?|publication_?date|time|display_?date)$",
    re.I,
)
_BYLINE = re.compile(r"^(?:author|author_?name|tac_?gia|byline|but_?danh|nguoi_?viet|writer)$", re.I)
_SOURCE = re.compile(r"^(?:source|nguon|source_?name|nguon_?tin)$", re.I)
_CATEGORY = re.compile(r"^(?:category|chuyen_?muc|section|danh_?muc|category_?name|ten_?chuyen_?muc|loai_?tin)$", re.I)
_FILES = re.compile(
    r"^(?:attachments?|files?|tai_?lieu|dinh_?kem|tep(?:_?dinh_?kem)?|file_?dinh_?kem|documents?)$", re.I
)
_RELATED = re.compile(r"^(?:related\w*|tin_?(?:lien_?quan|khac|cu_?hon|moi_?hon)|others?|bai_?lien_?quan)$", re.I)
_PAGES = re.compile(r"^(?:total_?pages?|page_?count|pages|so_?trang|tong_?so_?trang|last_?page)$", re.I)
_PAGE = re.compile(r"^(?:current_?page|page|page_?index|page_?number|trang|trang_?hien_?tai)$", re.I)
_TOTAL = re.compile(
    r"^(?:total|total_?items?|total_?count|total_?records?|totalElements|tong_?so|count|records_?total|i_?total_?records)$",
    re.I,
)
_SLUG = re.compile(r"^(?:slug|alias|friendly_?url)$", re.I)
_NUMBER = re.compile(
    r"^(?:_?id|(?:news|post|article|tin|bai_?viet|item|content)_?id|id_?(?:tin|bai_?viet)|ma_?tin)$", re.I
)
_BASE = re.compile(r"^(?:base_?path|base_?url|path_?name)$", re.I)
_NEXT = re.compile(r"^(?:next(?:_?page)?(?:_?url|_?link|_?href)?|trang_?sau|trang_?tiep)$", re.I)
_ADDRESS = re.compile(r"(?:https?://|/|\?)\S{1,500}$")
_FRAGMENT = re.compile(r"<(?:a|li|article|div|tr)\b[^>]*>", re.I)
_SCRIPT = re.compile(
    r"<script[^>]*(?:\bid\s*=\s*['\"](?:__NEXT_DATA__|__NUXT_DATA__|__APP_STATE__|[\w-]*state[\w-]*)['\"]|"
    r"type\s*=\s*['\"]application/json['\"])[^>]*>(.*?)</script>",
    re.I | re.S,
)
_ASSIGNED = re.compile(
    r"(?:window|self|globalThis)\s*(?:\.|\[['\"])(?:__\w+__|\w*(?:state|data|props)\w*)(?:['\"]\])?\s*=\s*(?=[{\[])",
    re.I,
)
_WHOLE_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script\s*>", re.I | re.S)
_NAMES = re.compile(r"<title[^>]*>([^<]{1,500})", re.I)
_NAMED = re.compile(rb"__[A-Z]\w{1,60}__").search
_STATE = re.compile(rb"tate(?:__)?\s*=\s*[{\[]").search
DEEPEST = 24
LONGEST = 8_000_000


@dataclass
class _Found:
    """What of a page's data matters."""

    own: Own
    """What the page is known by."""
    article: dict[str, Any] | None = None
    rank: tuple[int, bool, bool, bool, int] = (0, False, False, False, 20)
    """Of the article: by its address, its headline, its number; whether it stands alone; its letters."""
    items: list[dict[str, Any]] = field(default_factory=list)
    others: list[list[dict[str, Any]]] = field(default_factory=list)
    """Lists that lead elsewhere: menus, the latest news beside an article."""
    following: str | None = None
    """Address of the next page, where the data name it."""
    fragments: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    base: str | None = None


def drawn(body: bytes, url: str, media_type: str) -> str | None:
    """The page at *url* as HTML, where its content stands in data and not in its markup; None for all other pages.

    >>> print(drawn(b'{"items": [{"title": "Tin", "url": "/tin/1"}]}', "http://a.vn/api", "application/json"))
    <html><head></head><body><ul class="list">
    <li><a href="/tin/1">Tin</a></li>
    </ul></body></html>
    >>> drawn(b"<html><p>Tin</p></html>", "http://a.vn/", "text/html") is None
    True
    """
    if len(body) > LONGEST:
        return None
    if media_type == "application/json":
        data = _load(body.decode("utf-8", "replace"))
        return None if data is None else _page(_search([data], own_of(url, "")), url)
    if media_type != "text/html" or not _has_data(body) or not _is_shell(body):
        return None
    text = body.decode("utf-8", "replace")
    named = _NAMES.search(text)
    own = own_of(url, unescape(named[1]) if named else "")
    page = _page(_search(states_of(body), own), url)
    # The data stay with what is made of them: who asks where a field comes from finds it there.
    return page and page.replace("</body></html>", "".join(_WHOLE_SCRIPT.findall(text)) + "</body></html>")


def states_of(body: bytes) -> list[Any]:
    """The data that a page holds: an answer in JSON is all data, a page of HTML embeds some.

    >>> states_of(b'{"total": 3}'), states_of(b'<script>window.__STATE__ = {"total": 3};</script>'), states_of(b"<p>")
    ([{'total': 3}], [{'total': 3}], [])
    """
    if len(body) > LONGEST:
        return []
    begins = body.lstrip()[:1]
    if begins in (b"{", b"["):
        data = _load(body.decode("utf-8", "replace"))
        return [] if data is None else [data]
    if not _has_data(body):
        return []
    text = body.decode("utf-8", "replace")
    states = [_load(match[1]) for match in _SCRIPT.finditer(text)]
    for match in _ASSIGNED.finditer(text):
        try:
            states.append(json.JSONDecoder().raw_decode(text, match.end())[0])
        except (ValueError, RecursionError):
            continue
    return [state for state in states if state is not None]


def title_of(row: dict[str, Any]) -> str | None:
    """The title that a row of data has."""
    return _first(row, _TITLE)


def address_of(row: dict[str, Any]) -> str | None:
    """The address that a row of data leads to, where it names one."""
    return _first(row, _URL)


def news_lists(
    value: Any, above: dict[str, Any] | None = None, depth: int = 0
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Every list of news in the data: what stands beside it and one level *above* ('total', 'pageInfo'), and its rows.

    >>> [said for said, _ in news_lists({"news": {"nodes": [{"title": "Hội nghị tổng kết năm"}], "total": 9}})]
    [{'total': 9}]
    """
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        rows = _news(value) if not depth else []
        if rows:
            yield {}, rows
        for inner in value[:200]:
            yield from news_lists(inner, None, depth + 1)
    elif isinstance(value, dict):
        for name, inner in value.items():
            rows = _news(inner)
            if rows:
                yield {**(above or {}), **_beside(value)}, rows
            if isinstance(inner, (dict, list)):
                beside = _beside({other: one for other, one in value.items() if other != name})
                yield from news_lists(inner, beside, depth + 1)


def _news(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    rows = [unwrapped(row) for row in value if isinstance(row, dict)]
    titles = [title for row in rows if (title := title_of(row))]
    words = sum(len(title.split()) for title in titles)
    return rows if titles and 2 * len(titles) > len(rows) and words >= _WORDS_OF_A_TITLE * len(titles) else []


_WORDS_OF_A_TITLE = 4
"""On average: a list of sections or persons has fewer."""


def unwrapped(row: dict[str, Any]) -> dict[str, Any]:
    """What a row holds, where its fields stand one level below: {"cursor": "x", "node": {...}}.

    >>> unwrapped({"id": 5, "attributes": {"title": "Tin"}})
    {'title': 'Tin', 'id': 5}
    """
    for name in ("node", "attributes", "_source"):
        inner = row.get(name)
        if isinstance(inner, dict) and title_of(row) is None:
            if "id" in row:
                inner.setdefault("id", row["id"])
            return inner
    return row


def _beside(value: dict[str, Any]) -> dict[str, Any]:
    """What a list's holder says, and what the small objects in it say: 'paging', 'pageInfo', 'meta'."""
    said = {}
    for name, inner in value.items():
        if isinstance(inner, dict):
            said.update({n: one for n, one in inner.items() if not isinstance(one, (dict, list))})
        elif not isinstance(inner, list):
            said[name] = inner
    return said


def _has_data(body: bytes) -> bool:
    """Whether a page may hold its content as data; asked of every page, so it looks for plain words first."""
    return (
        b"application/json" in body
        or (b"__" in body and _NAMED(body) is not None)
        or (b"tate" in body and _STATE(body) is not None)
    )


def _is_shell(body: bytes) -> bool:
    """Whether a page has data in it and hardly a word in its markup."""
    words, at = 0, 0
    while True:  # piece by piece, since most pages have said enough before their first script ends
        begins = _UNREAD_TAG.search(body, at)
        piece = body[at : begins.start()] if begins else body[at:]
        words += len(_MARKUP.sub(b" ", piece).split())
        if words >= 60:
            return False
        if begins is None:
            return True
        ends = re.compile(b"</" + begins[1], re.I).search(body, begins.end())
        if ends is None:
            return True
        at = ends.start()


_UNREAD_TAG = re.compile(rb"<(script|style|noscript|head)\b", re.I)
_MARKUP = re.compile(rb"<!--.*?-->|<[^>]*>?", re.S)


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _search(states: list[Any], own: Own) -> _Found:
    found = _Found(own)
    budget = [200_000]
    for state in states:
        _look(state, found, 0, budget, within=None)
    return found


def _look(
    value: Any, found: _Found, depth: int, budget: list[int], *, within: str | None, listed: bool = False
) -> None:
    budget[0] -= 1
    if depth > DEEPEST or budget[0] < 0:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, int) and not isinstance(inner, bool):
                for kind, pattern in (("pages", _PAGES), ("page", _PAGE), ("total", _TOTAL)):
                    if pattern.match(name):
                        found.numbers.setdefault(kind, inner)
            elif isinstance(inner, str) and _BASE.match(name) and found.base is None:
                found.base = inner
            elif isinstance(inner, str) and _NEXT.match(name) and found.following is None and _ADDRESS.match(inner):
                found.following = inner
        title, text = _first(value, _TITLE), _first(value, _BODY)
        weight = len(_plain(text)) + (50 if "<img" in text else 0) if title and text else 0
        if title and weight and not (within and _RELATED.match(within)):
            rank = _rank(value, title, weight, found.own, listed)
            if rank > found.rank:
                found.article, found.rank = value, rank
        for name, inner in value.items():
            if isinstance(inner, (dict, list)):
                _look(inner, found, depth + 1, budget, within=name)
            elif isinstance(inner, str) and _FRAGMENT.search(inner) and not (title and _BODY.match(name)):
                found.fragments.append(inner)
    elif isinstance(value, list):
        inside = [unwrapped(row) for row in value if isinstance(row, dict)]
        rows = [row for row in inside if _first(row, _TITLE) and _first(row, _URL)]
        if rows and not (within and (_RELATED.match(within) or _FILES.match(within))):
            if _says(rows) > _says(found.items):
                found.items, rows = rows, found.items
            if rows and len(found.others) < 20:
                found.others.append(rows)
        several = sum(1 for row in value[:2000] if isinstance(row, dict) and _is_post(row)) > 1
        for inner in value[:2000]:
            if isinstance(inner, (dict, list)):
                _look(inner, found, depth + 1, budget, within=within, listed=several)
            elif isinstance(inner, str) and _FRAGMENT.search(inner):  # the cells of a table: ["1", "<a href=…>"]
                found.fragments.append(inner)


def _is_post(row: dict[str, Any]) -> bool:
    """Whether a row of a list is a post of its own, with a text and an address, and no section of an article."""
    return all(_first(row, names) for names in (_TITLE, _BODY)) and bool(_first(row, _SLUG) or _first(row, _URL))


def _rank(value: dict[str, Any], title: str, weight: int, own: Own, listed: bool) -> tuple[int, bool, bool, bool, int]:
    """How much an article in the data is the page's own."""
    addresses = [address for address in (_first(value, _SLUG), _first(value, _URL)) if address]
    numbered = any(own.by_number(inner) for name, inner in value.items() if _NUMBER.match(name))
    return own.by_address(addresses), own.by_title(_plain(title)), numbered, not listed, weight


def _says(rows: list[dict[str, Any]]) -> int:
    """How much a list says: news has titles of many words, and days; a menu has neither."""
    return sum(min(18, len((_first(row, _TITLE) or "").split())) + (5 if _first(row, _DATE) else 0) for row in rows)


def _first(value: dict[str, Any], names: re.Pattern[str]) -> str | None:
    for name, inner in value.items():
        if not names.match(name):
            continue
        if isinstance(inner, dict):  # WordPress: {"title": {"rendered": "…"}}; a category with a name
            inner = inner.get("rendered") or inner.get("name") or inner.get("ten") or inner.get("title")
        if isinstance(inner, str) and inner.strip():
            return inner.strip()
    return None


def _page(found: _Found, url: str) -> str | None:
    *own, weight = found.rank
    one_of_many = not any(own)  # several posts in a row, and none of them is the page's
    if found.article is not None and not (found.items and (weight < 200 or one_of_many)):
        rows = [row for rows in (*found.others, found.items) for row in rows if row is not found.article]
        return _article(found.article).replace("</body></html>", _menu(rows) + "</body></html>")
    if not found.items and not found.fragments:
        return None
    lines = ['<html><head></head><body><ul class="list">']
    lines += [_row(item) for item in found.items]
    if not found.items:
        lines = ['<html><head></head><body><ul class="list">', *found.fragments]
    menu = _menu([row for rows in found.others for row in rows])
    lines.append("</ul>" + _pager(found, url) + menu + "</body></html>")
    return "\n".join(lines)


def _menu(rows: list[dict[str, Any]]) -> str:
    """Links of lists that are not what the page is about."""
    links = dict.fromkeys((_first(row, _URL) or "", _plain(_first(row, _TITLE) or "")) for row in rows[:300])
    if not links:
        return ""
    return (
        "<nav><ul>"
        + "".join(f'<li><a href="{escape(url)}">{escape(name)}</a></li>' for url, name in links)
        + "</ul></nav>"
    )


def _row(item: dict[str, Any]) -> str:
    title, url = _first(item, _TITLE) or "", _first(item, _URL) or ""
    when, lead = _date(item), _first(item, _LEAD)
    return (
        f'<li><a href="{escape(url)}">{escape(_plain(title))}</a>'
        + (f' <span class="date">{escape(when)}</span>' if when else "")
        + (f"<p>{escape(_plain(lead))}</p>" if lead else "")
        + "</li>"
    )


def _pager(found: _Found, url: str) -> str:
    page, pages, total = (found.numbers.get(name) for name in ("page", "pages", "total"))
    said = f"<p>Tổng số: {total} tin</p>" if total and total > 0 else ""
    if found.following is not None:
        said += f"<p>Trang {page}/{pages}</p>" if page and pages else ""
        return said + f'<div class="pagination"><a rel="next" href="{escape(found.following)}">Trang sau</a></div>'
    if not page or not pages or not 0 < page <= pages:
        return said
    said += f"<p>Trang {page}/{pages}</p>"
    if page < pages:
        target = found.base or url
        parts = urlsplit(target)
        query = dict(parse_qsl(parts.query))
        name = next((name for name in query if _PAGE.match(name)), "page")
        query[name] = str(page + 1)
        following = urlunsplit(parts._replace(query=urlencode(query)))
        said += f'<div class="pagination"><a rel="next" href="{escape(following)}">Trang sau</a></div>'
    return said


def _article(data: dict[str, Any]) -> str:
    title, text = _plain(_first(data, _TITLE) or ""), _first(data, _BODY) or ""
    when = _date(data)
    head = f"<title>{escape(title)}</title>"
    if when and re.match(r"\d{4}-\d\d-\d\d", when):
        head += f'<meta property="article:published_time" content="{escape(when)}">'
    parts = [f"<h1>{escape(title)}</h1>"]
    category = _first(data, _CATEGORY)
    if category:
        head += f'<meta property="article:section" content="{escape(_plain(category))}">'
    if when:
        parts.append(f'<p class="date"><time datetime="{escape(when)}">{escape(when)}</time></p>')
    lead = _first(data, _LEAD)
    if lead and _plain(lead) not in _plain(text):
        parts.append(f'<p class="sapo"><strong>{escape(_plain(lead))}</strong></p>')
    if "<" not in text:
        text = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    parts.append(f'<div class="content">{text}</div>')
    byline, source = _first(data, _BYLINE), _first(data, _SOURCE)
    if byline:
        parts.append(f'<p class="author">{escape(_plain(byline))}</p>')
    if source:
        parts.append(f'<p class="source">Nguồn: {escape(_plain(source))}</p>')
    for heading, names in (("Tài liệu đính kèm", _FILES), ("Tin liên quan", _RELATED)):
        rows = "".join(_row(row) for row in _rows(data, names))
        if rows:
            kind = "attachments" if names is _FILES else "related"
            parts.append(f'<div class="{kind}"><h3>{heading}</h3><ul>{rows}</ul></div>')
    return f"<html><head>{head}</head><body><article>{''.join(parts)}</article></body></html>"


def _rows(data: dict[str, Any], names: re.Pattern[str]) -> Iterator[dict[str, Any]]:
    for name, inner in data.items():
        if names.match(name) and isinstance(inner, list):
            yield from (row for row in inner if isinstance(row, dict) and _first(row, _TITLE) and _first(row, _URL))


_MIDNIGHT = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$")
"""A day, as programs write it that know no hour."""
_DOTNET = re.compile(r"/Date\((-?\d+)(?:[+-]\d{4})?\)/")


def _date(data: dict[str, Any]) -> str | None:
    said = _first(data, _DATE)
    if said is None:
        return None
    moment = _DOTNET.fullmatch(said)
    if moment is None:
        return _MIDNIGHT.sub("", said)
    ict = timezone(timedelta(hours=7))
    try:
        return datetime.fromtimestamp(int(moment[1]) / 1000, ict).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())
