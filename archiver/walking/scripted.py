"""What a page's own script would fetch: 'Xem thêm', and lists and articles that a script draws.

Nothing is run. Calls that fetch (fetch, $.ajax, $.get, $.post, axios, XMLHttpRequest) are looked for in the text of the
scripts, and their arguments are worked out as far as literals, variables and data attributes go. A parameter that is
called like a page or an offset is what counts on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from archiver.reading.document import Document, text_of
from archiver.reading.javascript import Script, balanced, number_of, object_of, split, value_of
from archiver.reading.state import states_of
from archiver.reading.turning import says_more
from archiver.walking.canonical import absolute
from archiver.walking.linking import at_its_address, learned_templates, link_templates, route_values
from archiver.walking.services import data_tables, grids, in_place_of_wrappers, instances, next_data
from archiver.walking.source import CURSOR, CURSOR_NAME, OFFSET_NAME, PAGE_NAME, SIZE_NAME, Source

CALLS_AT_MOST = 20
SCRIPT_AT_MOST = 400_000

_CALL = re.compile(
    r"(?<![\w.$])(?P<name>(?:window\.)?fetch|\$fetch|ofetch|useFetch|ky(?:\.(?:get|post))?|(?:\$|jQuery|jq)\.(?:ajax|get|getJSON|post|load)|axios(?:\.(?:get|post|request))?|"
    r"\$http\.(?:get|post)|\w+\.open|\$\([^()]{0,60}\)\.load)\s*\("
)
_CLIENT = re.compile(r"(?<![\w$])[\w$]+\.\$(?:axios|http|api)\.\$?(?P<verb>get|post|request)\s*\(")
"""Clients that a framework hands out: `this.$axios.$get('/tin', {params: {…}})`."""


def sources(root: etree._Element, base: str, *, items: int, scripts: str = "", listed: bool = False) -> list[Source]:
    """What the scripts of a page would fetch from its own site, the most promising first.

    *items*: how many items of a list the page shows already; without any, the first page is to be fetched too.
    *scripts*: further script, from files. *listed*: a list names this page: what its script asks for by its address
    (`location.pathname.split('/')[2]`) comes before the list that the same script draws elsewhere.
    """
    text = "\n".join(script.text or "" for script in root.iter("script") if _is_code(script)) + scripts
    clicks: list[str] = []
    data: dict[str, str] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            for name, value in ((str(raw), str(given)) for raw, given in element.attrib.items()):
                if name.startswith("data-") and value:
                    data.setdefault(name[5:], value)
                elif name in ("name", "id") and element.tag in ("meta", "input"):
                    held = str(element.get("content" if element.tag == "meta" else "value") or "")
                    data.setdefault(f"[{value}]" if name == "name" else f"#{value}", held)
                elif name == "onclick" and len(clicks) < 50:
                    clicks.append(value)
    text = text[:SCRIPT_AT_MOST]
    route = route_values(text, base)

    def page_of(code: str) -> Script:
        whole = code + "\n".join(["", *in_place_of_wrappers(code), *clicks])
        return Script(whole, data, names=dict(route or _undeclared(text, base)))

    page = page_of(text)
    states = _states(root)
    found: dict[tuple[str, str, tuple[tuple[str, str], ...]], Source] = {}
    tables = (*data_tables(page, base), *grids(page, root, base))
    addressed = at_its_address(text, base)
    by_address = list(_called(page_of(addressed), base, items)) if addressed != text else []
    for source in (*next_data(states, base), *tables, *(plain := list(_called(page, base, items))), *by_address):
        found.setdefault((source.url, source.method, source.fields), source)
    ranked = sorted(found.values(), key=lambda one: (one.counts is None, _beside(one.url)))[:CALLS_AT_MOST]
    if route:  # the address names one thing: what is asked for it
        own = [one for one in ranked if any(value in f"{one.url} {one.fields}" for value in route.values())]
        ranked = [one for one in own if one.counts is None] or ranked
    elif listed:
        ranked = [one for one in by_address if one.counts is None and one not in plain] or ranked
    if not ranked:
        return []
    hrefs = [str(link.get("href")) for link in root.iter("a") if link.get("href")] if states else []
    links = (*learned_templates(states, hrefs), *link_templates(text))
    return [replace(one, links=links) for one in ranked]


_NEWS = re.compile(
    r"tin(?:[-_/?]|$|tuc)|news|bai[-_]?(?:viet)?|article|post|thong-?bao|su-?kien|noi-?dung|content|list|danh-?sach",
    re.I,
)
_FURNITURE = re.compile(
    r"menu|nav|banner|config|setting|slide|weather|thoi-?tiet|counter|thong-?ke|visit|luot|categor|chuyen-?muc|user|auth"
    r"|survey|link|lien-?ket|footer|header|token|language",
    re.I,
)


def _beside(url: str) -> int:
    """How far a call is from news, by its address: 0 for what names it, 2 for what furnishes the page around it.

    >>> [_beside(f"http://a.vn/api/{name}") for name in ("bai-viet/moi", "data/3", "menu")]
    [0, 1, 2]
    """
    path = urlsplit(url).path
    return 2 if _FURNITURE.search(path) else 0 if _NEWS.search(path) else 1


_PARAMETER_OF_ROUTE = re.compile(r"\b(?:route\.params|router\.query|useParams\(\)|params\.value)\??\.([A-Za-z]\w*)")


def _undeclared(code: str, url: str) -> dict[str, str]:
    """The one parameter that *code* takes of its address without saying where it stands in it: the last part.

    >>> _undeclared("api.get('/tin', {params: {muc: this.$route.params.slug}})", "http://a.vn/muc/thi-dua")
    {'slug': 'thi-dua'}
    """
    names = set(_PARAMETER_OF_ROUTE.findall(code))
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    return {next(iter(names)): last} if len(names) == 1 and last else {}


def _states(root: etree._Element) -> list[Any]:
    """The data that the page embeds."""
    kept = [etree.tostring(one, with_tail=False) for one in root.iter("script") if not one.get("src")]
    return states_of(b"".join(kept)) if kept else []


def _called(page: Script, base: str, items: int) -> Iterator[Source]:
    for call in _calls(page):
        source = _ready(call, base, items, page)
        if source is not None:
            yield source


def code_of(document: Document) -> str:
    """The code that stands in a page itself.

    >>> from archiver.reading.document import parse
    >>> code_of(parse(b"<script>go(1)</script><script type=text/template><b></script>", "http://a.vn/"))
    'go(1)'
    """
    return "\n".join(script.text or "" for script in document.tags("script") if _is_code(script))


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


_Field = tuple[str, "str | None", str]
"""Name, a path where it is nested; what it comes to; the expression that says so."""


@dataclass(frozen=True, slots=True)
class _Call:
    url: str
    method: str
    fields: tuple[_Field, ...]
    as_json: bool
    headers: tuple[tuple[str, str], ...] = ()


def _calls(page: Script) -> Iterator[_Call]:
    bases = instances(page)
    own = re.compile(rf"(?<![\w$])(?:[\w$]+\.)?(?P<of>{'|'.join(map(re.escape, bases))})(?P<verb>\.\w+)?\s*\(")
    matches = [(match, match["name"], "") for match in _CALL.finditer(page.text)]
    matches += [(match, f"axios.{match['verb']}", bases.get("axios", "")) for match in _CLIENT.finditer(page.text)]
    if bases:
        matches += [
            (match, f"axios{match['verb'] or ''}", bases[match["of"]])
            for match in own.finditer(page.text)
            if match["verb"] in (None, ".get", ".post", ".request")
        ]
    for match, name, prefix in matches[:200]:
        call = _call_of(name, split(balanced(page.text, match.end() - 1), ","), page, prefix)
        if call is not None:
            yield call


def _call_of(name: str, args: list[str], page: Script, prefix: str) -> _Call | None:
    if not args:
        return None
    fields: list[_Field] = []
    as_json = False
    method = "POST" if name.endswith(".post") else "GET"
    if name.endswith(".open"):
        verb = value_of(args[0], page) or ""
        if verb.upper() not in ("GET", "POST") or len(args) < 2:
            return None
        method, args = verb.upper(), args[1:2]
    if args[0].lstrip().startswith("{"):
        options = object_of(args[0])
        address = options.get("url")
        rest = options
    else:
        address = args[0]
        second = args[1].strip() if len(args) > 1 else ""
        rest = object_of(second) if second.startswith("{") else {}
        if name.endswith((".get", ".post", ".getJSON", ".load")) and not name.startswith(("axios", "$http", "ky")):
            fields += _sent(second, page)[0]
            rest = {}
        elif name.startswith(("axios", "$http")) and method == "POST":
            fields += _sent(second, page)[0]
            as_json, rest = True, {}
    if address is None:
        return None
    verb = value_of(rest.get("type") or rest.get("method") or "", page) or method
    method = verb.upper() if verb.upper() in ("GET", "POST") else method
    for part in ("data", "params", "query", "searchParams", "body", "json"):
        more, as_body = _sent(rest.get(part, "").strip(), page)
        fields, as_json = fields + more, as_json or as_body or (part == "json" and bool(more))
    prefix = prefix or value_of(rest.get("baseURL", ""), page) or ""
    where = _address(address, page)
    if where is None:
        return None
    url, query = where
    if prefix and not re.match(r"https?://", url):
        url = f"{prefix.rstrip('/')}/{url.lstrip('/')}"
    return _Call(url, method, (*query, *fields), as_json, tuple(_headers(name, rest, page)))


_ALWAYS = re.compile(
    r"(?:\$|jQuery)\.ajaxSetup\s*(?=\()|axios\.defaults\.headers(?:\.common)?\[(?P<name>[^\]]+)\]\s*=\s*(?P<of>[^;\n]+)"
)


def _headers(name: str, options: dict[str, str], page: Script) -> Iterator[tuple[str, str]]:
    """What a call sends beside its fields: a token against forgery, the sign that it is a script that asks.

    Without them such a service answers 403, 419, or with the whole page. What a browser itself sends is left out.
    """
    said = object_of(options.get("headers", ""))
    for match in list(_ALWAYS.finditer(page.text))[:5]:
        if match["name"]:
            said = {match["name"].strip("'\""): match["of"], **said} if name.startswith("axios") else said
        elif name.startswith(("$", "jQuery", "jq")):
            setup = object_of(balanced(page.text, match.end()))
            said = {**object_of(setup.get("headers", "")), **said}
    if name.startswith(("$.", "jQuery.", "jq.", "$(")):
        said.setdefault("X-Requested-With", "'XMLHttpRequest'")
    for header, value in said.items():
        told = value_of(value, page)
        if told and (header.lower().startswith("x-") or header in _TOKENS):
            yield header, told


_TOKENS = frozenset(("RequestVerificationToken", "__RequestVerificationToken", "CSRF-Token"))


_WRAPS = re.compile(
    r"(JSON\.stringify|new\s+URLSearchParams|\$\.param|jQuery\.param|qs\.stringify|Object\.assign)\s*(?=\()"
)
_ADDS = r"(?<![\w$.]){name}\.(?:append|set)\s*(?=\()"


def _sent(said: str, page: Script, depth: int = 0) -> tuple[list[_Field], bool]:
    """The fields that an expression sends (an object, its name, a query, a form that is filled); whether as JSON."""
    wrapped = _WRAPS.match(said)
    if wrapped:
        inner = balanced(said, wrapped.end()).strip()
        fields, _ = _sent(inner, page, depth)
        return fields, wrapped[1] == "JSON.stringify"
    if said.startswith("(") and balanced(said, 0) == said[1:-1]:
        return _sent(said[1:-1].strip(), page, depth)
    if said.startswith("{"):
        return [leaf for key, value in object_of(said).items() for leaf in _leaves(key, value, page, depth)], False
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
                fields += _leaves(key, pair[1], page, depth + 1)
        return fields, as_json
    if said[:1] in ("'", '"', "`") and "=" in said:
        where = _address("'?' + " + said, page, bare=True)
        return (where[1] if where else []), False
    return [], False


_CODED = re.compile(r"(?:encodeURIComponent|encodeURI|JSON\.stringify|String)\s*(?=\()")


def _leaves(name: str, said: str, page: Script, depth: int = 0) -> list[_Field]:
    """What one field comes to: itself, or what is nested in it."""
    said = said.strip()
    while (coded := _CODED.match(said)) and said.endswith(")"):
        said = balanced(said, coded.end()).strip()
    if said.startswith("{") and depth < 6:
        return [
            leaf for key, value in object_of(said).items() for leaf in _leaves(f"{name}/{key}", value, page, depth + 1)
        ]
    if re.fullmatch(r"[A-Za-z_$][\w$]*", said) and depth < 3:
        made = re.search(
            rf"(?<![\w$.]){re.escape(said)}\s*=(?!=)\s*(?:(JSON\.stringify)\s*\(\s*(?=[{{\w])|(?={{))", page.text
        )
        if made:
            opened = page.text.find("(", made.start(1)) if made[1] else made.end()
            inner = balanced(page.text, opened).strip()
            if not made[1] or inner.startswith("{") or inner != said:
                return _leaves(name, inner if made[1] else "{" + inner + "}", page, depth + 1)
    if said in ("true", "false"):
        return [(name, said, said)]
    if said in ("null", "undefined", "''", '""'):
        return [(name, "", said)]
    for part in re.split(r"\|\||\?\?", said):
        if (value := value_of(part, page)) is not None:
            return [(name, value, said)]
    return [(name, None, said)]


def _pieces(expression: str, page: Script, depth: int = 0) -> Iterator[tuple[str | None, str]]:
    """The pieces of an address, in order: what each comes to, and its expression where it is no literal."""
    expression = expression.strip()
    branches = split(expression, "?")
    if len(branches) == 2 and ":" in branches[1] and not branches[1].startswith("."):
        expression = split(branches[1], ":")[0]  # what is sent where there is something to be sent
    for raw in split(expression, "+"):
        term = raw.strip()
        if term.startswith("`") and term.endswith("`"):
            yield from _of_template(term[1:-1], page, depth)
        elif term.startswith("(") and balanced(term, 0) == term[1:-1] and depth < 6:
            yield from _pieces(term[1:-1], page, depth + 1)
        else:
            yield value_of(term, page), "" if term[:1] in "'\"" else term


def _of_template(text: str, page: Script, depth: int) -> Iterator[tuple[str | None, str]]:
    at = 0
    while (opens := text.find("${", at)) >= 0:
        yield text[at:opens], ""
        inner = balanced(text, opens + 1)
        if depth < 6:
            yield from _pieces(inner, page, depth + 1)
        at = opens + len(inner) + 3
    yield text[at:], ""


_PLACE = re.compile("\x00(\\d+)\x00")


def _address(expression: str, page: Script, *, bare: bool = False) -> tuple[str, list[_Field]] | None:
    """The address of a call and the fields of its query; values that cannot be told are None."""
    whole = ""
    held: list[tuple[str | None, str]] = []
    for value, said in _pieces(expression, page):
        if said and (value is None or not re.search(r"[/?=&]", value)):
            whole += f"\x00{len(held)}\x00"
            held.append((value, said))
        else:
            whole += (value or "").replace("\x00", "")
    path, _, query = whole.partition("?")
    parts = [held[int(number)][0] for number in _PLACE.findall(path)]
    if (not path and not bare) or None in parts:
        return None
    path = _PLACE.sub(lambda match: held[int(match[1])][0] or "", path)
    if not path and not bare:
        return None
    fields: list[_Field] = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        alone = _PLACE.fullmatch(value)
        if (query_of := _PLACE.fullmatch(name)) and not value:
            fields += _sent(held[int(query_of[1])][1], page)[0]
        elif not name or "\x00" in name:
            continue
        elif alone:
            fields += _leaves(name, held[int(alone[1])][1], page)
        else:
            known = [held[int(number)][0] for number in _PLACE.findall(value)]
            told = None if None in known else _PLACE.sub(lambda match: held[int(match[1])][0] or "", value)
            fields.append((name, told, ""))
    return path, fields


def _ready(call: _Call, base: str, items: int, page: Script) -> Source | None:
    url = absolute(base, call.url)
    if url is None or re.search(
        r"\.(?:js|css|png|jpe?g|gif|svg|woff2?)$|google|facebook|analytics|login|comment", url, re.I
    ):
        return None
    fields: list[tuple[str, str]] = []
    counts: str | None = None
    token: str | None = None
    offset = False
    size = next((number_of(v) for n, v, _ in call.fields if v and SIZE_NAME.match(n.rpartition("/")[2])), 0)
    for name, value, said in call.fields:
        last = name.rpartition("/")[2]
        given = _token_of(said, page)
        if counts is None and (CURSOR_NAME.match(last) or (given and not SIZE_NAME.match(last))):
            counts, token = name, given or ""
            value = _start_of(said, value, page)
        elif PAGE_NAME.match(last) and not SIZE_NAME.match(last):
            if counts is None or offset:
                counts, offset, token = name, False, None
        elif OFFSET_NAME.match(last) and counts is None:
            counts, offset = name, True
        elif value is None:
            return None  # a field whose value only a running script could tell
        fields.append((name, value if value is not None else ""))
    if counts is None or token is not None:
        return Source(url, call.method, tuple(fields), counts, 1, call.as_json, token, headers=call.headers)
    given = dict(fields)[counts]
    start = number_of(given) if re.fullmatch(r"-?\d{1,9}", given) else (0 if offset else 1)
    if offset:
        start = start or (items if items else 0)
    elif items and start < 2:
        start = 2 if start == 1 or given == "" else 1  # pages counted from 0: the shown one was 0
    fields = [(n, str(start) if n == counts else v) for n, v in fields]
    step = (size or items or 10) if offset else 1
    return Source(url, call.method, tuple(fields), counts, step, call.as_json, headers=call.headers)


_NEXT_PROPERTY = re.compile(r"next|cursor|token|after|last|contin|tiep|sau|con_?tro", re.I)


def _token_of(said: str, page: Script) -> str | None:
    """The property of an answer that the script puts into the variable of a field: `cursor = d.paging.next_cursor`."""
    said = re.split(r"\|\||\?\?", said)[0].strip()
    if not re.fullmatch(r"[A-Za-z_$][\w$]*(?:\??\.[\w$]+)*", said):
        return None
    name = said.rpartition(".")[2]
    setter = f"set{name[:1].upper()}{name[1:]}"
    into = rf"(?:(?<![\w$]){re.escape(name)}\s*=(?!=)\s*|(?<![\w$]){re.escape(setter)}\s*\(\s*)"
    if name == "pageParam":
        into += r"|getNextPageParam\s*[:=]\s*\(?[\w$]*\)?\s*=>\s*"
    for match in re.finditer(into, page.text):
        given = re.match(r"[^;\n]{0,120}", page.text[match.end() : match.end() + 120])
        told = given[0] if given else ""
        row = re.match(
            r"[\w$.?\[\]]*?(?:length\s*-\s*1\s*\]|\.at\(-1\)|\.pop\(\)|\.slice\(-1\)\[0\])[?.]*\.(\w+)", told
        )
        if row:
            return f"@{row[1]}"
        plain = re.match(r"[A-Za-z_$][\w$]*(?:\??\.[\w$]+)*\??\.(\w+)(?![\w(.])", told)
        if plain and "dataset" not in told and _NEXT_PROPERTY.search(plain[1]):
            return plain[1]
    tail = name if "." in said and CURSOR.match(name) else None
    return tail if tail and not said.startswith(("this.", "state.")) else None


def _start_of(said: str, value: str | None, page: Script) -> str | None:
    """What a cursor is to begin with: where its variable is declared, or nothing."""
    made = rf"\b(?:let|var|const)\s+{said}\s*=\s*([^;\n]*)"
    declared = re.search(made, page.text) if said.isidentifier() else None
    if declared:
        told = declared[1].split(",")[0].strip()
        return "" if told in ("null", "undefined") else value_of(told, page) or ""
    return "" if value is None else value


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
