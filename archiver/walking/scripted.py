"""What a page's own script would fetch: 'Xem thêm', and lists and articles that a script draws.

Nothing is run. Calls that fetch (fetch, $.ajax, $.get, $.post, axios, XMLHttpRequest) are looked for in the text of the
scripts, and their arguments are worked out as far as literals, variables and data attributes go. A parameter that is
called like a page or an offset is what counts on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml import etree

from archiver.reading.document import Document, text_of
from archiver.reading.javascript import Script, balanced, number_of, object_of, split, terms, value_of
from archiver.reading.turning import says_more
from archiver.walking.canonical import absolute, tidy

PAGE_NAME = re.compile(
    r"^(?:\w*page(?:_?(?:index|number|num|no))?|p|pg|trang|trang_?so|so_?trang|pi|cur|paged|current_?page)$", re.I
)
OFFSET_NAME = re.compile(r"^(?:skip|offset|start|start_?index|from|bat_?dau|row_?start|limitstart|last_?index)$", re.I)
SIZE_NAME = re.compile(
    r"^(?:\w*page_?size|size|take|limit|count|per_?page|rows?|top|so_?luong|num|row_?per_?page|ps)$", re.I
)
CALLS_AT_MOST = 20
SCRIPT_AT_MOST = 400_000

_CALL = re.compile(
    r"(?<![\w.])(?P<name>(?:window\.)?fetch|(?:\$|jQuery|jq)\.(?:ajax|get|getJSON|post|load)|axios(?:\.(?:get|post|request))?|"
    r"\$http\.(?:get|post)|\w+\.open|\$\([^()]{0,60}\)\.load)\s*\("
)


@dataclass(frozen=True, slots=True)
class Source:
    """A list, or one article, that a script would fetch."""

    url: str
    """Absolute, its own query left out."""
    method: str = "GET"
    fields: tuple[tuple[str, str], ...] = ()
    """Names and values of query (GET) or form (POST), in order."""
    counts: str | None = None
    """Name of the field that counts pages or items; None: there is one answer."""
    step: int = 1
    """By how much it counts: 1 for pages, the size of a page for items."""
    as_json: bool = False
    """POST with a JSON body."""

    @property
    def address(self) -> str:
        """The address of a GET."""
        parts = urlsplit(self.url)
        pairs = [*parse_qsl(parts.query, keep_blank_values=True), *self.fields]
        return tidy(urlunsplit(parts._replace(query=urlencode(pairs))))

    def turned(self, by: int | None = None) -> Source:
        """The source of the following page; *by* is how many items the last one had, where items are counted.

        >>> Source("http://a.vn/api", fields=(("page", "2"),), counts="page").turned().address
        'http://a.vn/api?page=3'
        """
        assert self.counts is not None
        step = by if by and self.step != 1 else self.step
        return replace(
            self,
            fields=tuple((n, str(number_of(v) + step)) if n == self.counts else (n, v) for n, v in self.fields),
        )


def sources(root: etree._Element, base: str, *, items: int, scripts: str = "") -> list[Source]:
    """What the scripts of a page would fetch from its own site, the most promising first.

    *items*: how many items of a list the page shows already; without any, the first page is to be fetched too.
    *scripts*: further script, from files.
    """
    text = "\n".join(script.text or "" for script in root.iter("script") if _is_code(script)) + scripts
    clicks: list[str] = []
    data: dict[str, str] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            for raw, value in element.attrib.items():
                name = str(raw)
                if name.startswith("data-") and value:
                    data.setdefault(name[5:], str(value))
                elif name == "onclick" and len(clicks) < 50:
                    clicks.append(str(value))
    page = Script(text[:SCRIPT_AT_MOST] + "\n" + "\n".join(clicks), data)
    found: dict[tuple[str, str, tuple[tuple[str, str], ...]], Source] = {}
    for call in _calls(page):
        source = _ready(call, base, items)
        if source is not None:
            found.setdefault((source.url, source.method, source.fields), source)
    return sorted(found.values(), key=lambda one: one.counts is None)[:CALLS_AT_MOST]


_LIBRARY = re.compile(
    r"jquery|bootstrap|swiper|slick|owl|fancybox|lightbox|lazy|popper|polyfill|modernizr|analytics|gtag|fontawesome|moment"
    r"|select2|webresource\.axd|scriptresource\.axd|tinymce|ckeditor|recaptcha|sdk|wow|aos|gsap|require|angular(?:\.min)?\.js",
    re.I,
)


def offers_more(document: Document) -> bool:
    """Whether a page has a control that says there is more, and that no address stands behind: 'Xem thêm'."""
    for element in document.tags("a") + document.tags("button") + document.tags("span") + document.tags("div"):
        if element.tag in ("span", "div") and (len(element) > 1 or not (element.get("id") or element.get("onclick"))):
            continue
        href = (element.get("href") or "#").strip()
        if element.tag == "a" and not href.lower().startswith(("#", "javascript:")):
            continue
        if says_more(" ".join(text_of(element).split())):
            return True
    return False


def script_files(document: Document) -> list[str]:
    """Addresses of the page's own files of script, without the libraries that everybody has; the last one first."""
    found: list[str] = []
    for element in document.tags("script"):
        url = document.absolute(element.get("src")) if element.get("src") else None
        if url and not _LIBRARY.search(urlsplit(url).path.rpartition("/")[2]):
            found.append(url)
    return list(dict.fromkeys(reversed(found)))


def _is_code(script: etree._Element) -> bool:
    kind = (script.get("type") or "text/javascript").lower()
    return "javascript" in kind or kind in ("module", "text/babel")


@dataclass(frozen=True, slots=True)
class _Call:
    url: str
    method: str
    fields: tuple[tuple[str, str | None], ...]
    as_json: bool


def _calls(page: Script) -> Iterator[_Call]:
    for number, match in enumerate(_CALL.finditer(page.text)):
        if number >= 200:
            return
        name = match["name"]
        args = split(balanced(page.text, match.end() - 1), ",")
        if not args:
            continue
        fields: list[tuple[str, str | None]] = []
        as_json = False
        method = "POST" if name.endswith(".post") else "GET"
        if name.endswith(".open"):
            verb = value_of(args[0], page) or ""
            if verb.upper() not in ("GET", "POST") or len(args) < 2:
                continue
            method, args = verb.upper(), args[1:2]
        if args[0].lstrip().startswith("{"):
            options = object_of(args[0])
            address = options.get("url")
            rest = options
        else:
            address = args[0]
            second = args[1].strip() if len(args) > 1 else ""
            rest = object_of(second) if second.startswith("{") else {}
            if name.endswith((".get", ".post", ".getJSON", ".load")) and "axios" not in name and "$http" not in name:
                fields += _sent(second, page)[0]
                rest = {}
            elif name.startswith(("axios", "$http")) and method == "POST":
                fields += _sent(second, page)[0]
                as_json, rest = True, {}
        if address is None:
            continue
        verb = value_of(rest.get("type") or rest.get("method") or "", page) or method
        method = verb.upper() if verb.upper() in ("GET", "POST") else method
        for part in ("data", "params", "body"):
            more, json = _sent(rest.get(part, "").strip(), page)
            fields, as_json = fields + more, as_json or json
        where = _address(address, page)
        if where is not None:
            url, query = where
            yield _Call(url, method, (*query, *fields), as_json)


_WRAPS = re.compile(
    r"(JSON\.stringify|new\s+URLSearchParams|\$\.param|jQuery\.param|qs\.stringify|Object\.assign)\s*(?=\()"
)
_ADDS = r"(?<![\w$.]){name}\.(?:append|set)\s*(?=\()"


def _sent(said: str, page: Script, depth: int = 0) -> tuple[list[tuple[str, str | None]], bool]:
    """The fields that an expression sends (an object, its name, a query, a form that is filled); whether as JSON."""
    wrapped = _WRAPS.match(said)
    if wrapped:
        inner = balanced(said, wrapped.end()).strip()
        fields, _ = _sent(inner, page, depth)
        return fields, wrapped[1] == "JSON.stringify"
    if said.startswith("{"):
        return [(key, value_of(value, page)) for key, value in object_of(said).items()], False
    if re.fullmatch(r"[A-Za-z_$][\w$]*(?:\.toString\(\))?", said) and depth < 3:
        name = re.escape(said.partition(".")[0])
        made = re.search(rf"(?<![\w$.]){name}\s*=(?!=)\s*", page.text)
        if made is None:
            return [], False
        begins = page.text[made.end() : made.end() + 6000]
        if begins.startswith("{"):
            return _sent("{" + balanced(begins, 0) + "}", page, depth + 1)
        wrapped = _WRAPS.match(begins)
        as_json = False
        fields = []
        if wrapped:
            fields, as_json = _sent(f"{wrapped[0]}({balanced(begins, wrapped.end())})", page, depth + 1)
        for added in re.finditer(_ADDS.format(name=name), page.text):
            pair = split(balanced(page.text, added.end()), ",")
            key = value_of(pair[0], page) if pair else None
            if key and len(pair) > 1:
                fields.append((key, value_of(pair[1], page)))
        return fields, as_json
    if said[:1] in ("'", '"', "`") and "=" in said:
        where = _address("'?' + " + said, page, bare=True)
        return (where[1] if where else []), False
    return [], False


def _address(expression: str, page: Script, *, bare: bool = False) -> tuple[str, list[tuple[str, str | None]]] | None:
    """The address of a call and the fields of its query; values that cannot be told are None."""
    whole = ""
    unknown = "\x00"
    for term in terms(expression, page):
        whole += unknown if term is None else term
    path, _, query = whole.partition("?")
    if (not path and not bare) or unknown in path:
        return None
    pairs: list[tuple[str, str | None]] = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if name and unknown not in name:
            pairs.append((name, None if unknown in value else value))
    return path, pairs


def _ready(call: _Call, base: str, items: int) -> Source | None:
    url = absolute(base, call.url)
    if url is None or re.search(
        r"\.(?:js|css|png|jpe?g|gif|svg|woff2?)$|google|facebook|analytics|login|comment", url, re.I
    ):
        return None
    fields: list[tuple[str, str]] = []
    counts: str | None = None
    size = next((number_of(v) for n, v in call.fields if v and SIZE_NAME.match(n)), 0)
    for name, value in call.fields:
        if PAGE_NAME.match(name) and not SIZE_NAME.match(name):
            counts = counts or name
        elif OFFSET_NAME.match(name) and counts is None:
            counts = name
        elif value is None:
            return None  # a field whose value only a running script could tell
        fields.append((name, value if value is not None else ""))
    if counts is None:
        return Source(url, call.method, tuple(fields), None, 1, call.as_json)
    offset = bool(OFFSET_NAME.match(counts))
    given = dict(fields)[counts]
    start = number_of(given) if re.fullmatch(r"-?\d{1,9}", given) else (0 if offset else 1)
    if offset:
        start = start or (items if items else 0)
    elif items and start < 2:
        start = 2 if start == 1 or given == "" else 1  # pages counted from 0: the shown one was 0
    fields = [(n, str(start) if n == counts else v) for n, v in fields]
    return Source(url, call.method, tuple(fields), counts, (size or items or 10) if offset else 1, call.as_json)


_LAST = re.compile(
    rb"[\"'](?:has_?(?:more|next(?:_?page)?)|co_?trang_?sau|more)[\"']\s*:\s*(?:false|0\b)|[\"'](?:is_?last(?:_?page)?|last|end)[\"']\s*:\s*true",
    re.I,
)


def says_it_is_the_last(body: bytes) -> bool:
    """Whether an answer in JSON says that nothing follows.

    >>> says_it_is_the_last(b'{"html": "", "hasMore": false}')
    True
    """
    return body.lstrip()[:1] in (b"{", b"[") and bool(_LAST.search(body[-2000:]) or _LAST.search(body[:2000]))
