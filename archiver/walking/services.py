"""Services that a page's script asks in ways of their own: DataTables, Next.js, clients and functions around a call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from archiver.reading.javascript import Script, balanced, number_of, object_of, split, value_of
from archiver.reading.state import news_lists
from archiver.walking.canonical import absolute
from archiver.walking.source import PAGE_NAME, PAGES, Counted, Source

_INSTANCE = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*)\s*[:=]\s*(?:[\w$.]*\.)?(?:create|extend)\s*(?=\(\s*\{)")
_BASE = re.compile(r"axios\.defaults\.baseURL\s*=\s*([^;\n]+)")
_TABLE = re.compile(r"\.(?:DataTable|dataTable)\s*(?=\(\s*\{)")
_CALLED = re.compile(
    r"(?<![\w$])(?:fetch|\$fetch|axios(?:\.(?:get|post|request))?|(?:\$|jQuery)\.(?:ajax|get|getJSON|post))\s*\("
)
_HEAD = re.compile(
    r"function\s+(?P<a>[\w$]+)\s*\((?P<pa>[^()]*)\)"
    r"|(?P<b>[\w$]+)\s*[=:]\s*(?:async\s+)?function\s*[\w$]*\s*\((?P<pb>[^()]*)\)"
    r"|(?P<c>[\w$]+)\s*[=:]\s*(?:async\s*)?\((?P<pc>[^()]*)\)\s*=>"
    r"|(?P<d>[\w$]+)\s*[=:]\s*(?:async\s+)?(?P<pd>[\w$]+)\s*=>"
    r"|(?<=[{,;\s])(?P<e>[\w$]+)\s*\((?P<pe>[^()]*)\)\s*\{"
)
_NO_FUNCTION = frozenset(("if", "for", "while", "switch", "catch", "function", "return", "then", "await"))
USES_AT_MOST = 40


def instances(page: Script) -> dict[str, str]:
    """Clients with an address of their own: `const api = axios.create({baseURL: '/api'})`.

    >>> instances(Script("const api = axios.create({baseURL: '/api/v1', timeout: 9});", {}))
    {'api': '/api/v1'}
    """
    found: dict[str, str] = {}
    for match in _INSTANCE.finditer(page.text):
        options = object_of(balanced(page.text, match.end()))
        base = value_of(options.get("baseURL") or options.get("prefixUrl") or options.get("prefix") or "", page)
        if base is not None and len(found) < 10:
            found[match[1]] = base
    default = _BASE.search(page.text)
    base = value_of(default[1], page) if default else None
    if base:
        found["axios"] = base
    return found


def in_place_of_wrappers(text: str) -> list[str]:
    """Calls of functions that only pass on what they are given, written out with what they are given.

    >>> in_place_of_wrappers("const lay = (u, p) => fetch(GOC + u + '?' + $.param(p)); lay('/tin', {trang: 2})")
    ["fetch(GOC + ('/tin') + '?' + $.param({trang: 2}))"]
    """
    made: list[str] = []
    for match in list(_CALLED.finditer(text))[:50]:
        given = balanced(text, match.end() - 1)
        heads = list(_HEAD.finditer(text, max(0, match.start() - 500), match.start()))
        head = heads[-1] if heads else None
        if head is None or not given:
            continue
        name = next(head[group] for group in "abcde" if head[group])
        parameters = [one.partition("=")[0].strip() for one in (head[f"p{_group(head)}"] or "").split(",")]
        passed = [one for one in parameters if one.isidentifier() and re.search(rf"(?<![\w$.]){one}(?![\w$])", given)]
        if not passed or name in _NO_FUNCTION:
            continue
        uses = re.compile(rf"(?<![\w$])(?:[\w$]+\.)*{re.escape(name)}\s*(?=\(\s*[\"'`{{\w])")
        for use in list(uses.finditer(text))[:USES_AT_MOST]:
            arguments = split(balanced(text, use.end()), ",")
            if (
                use.start() == head.start()
                or not arguments
                or text[use.start() - 9 : use.start()].endswith("function ")
            ):
                continue
            if name in ("get", "post", "request", "call") and not re.match(r"[\"'`]/?\w", arguments[0]):
                continue  # the name of a method of everything
            values = dict(zip(parameters, [*arguments, *["undefined"] * len(parameters)], strict=False))
            if all(values.get(one) == one for one in passed):
                continue
            made.append(text[match.start() : match.end()] + _written_out(given, values) + ")")
    return list(dict.fromkeys(made))[: 5 * USES_AT_MOST]


def _group(head: re.Match[str]) -> str:
    return next(group for group in "abcde" if head[group])


def _written_out(code: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        if not name.isidentifier():
            continue
        code = re.sub(rf"([{{,]\s*){name}(?=\s*[,}}])", rf"\g<1>{name}: {name}", code)
        plain = value if value[:1] == "{" or value.isidentifier() else f"({value})"
        parts = re.split(rf"(?<![\w$.\"']){name}(?![\w$\"'])(?!\s*:)", code)
        code = plain.join(parts)
    return code


def data_tables(page: Script, base: str) -> Iterator[Source]:
    """Tables of which a service gives the rows part by part (DataTables with `serverSide`)."""
    for match in list(_TABLE.finditer(page.text))[:10]:
        options = object_of(balanced(page.text, match.end()))
        old = "sAjaxSource" in options
        if (options.get("serverSide") or options.get("bServerSide") or "") not in ("true", "!0"):
            continue
        said = options.get("sAjaxSource") or options.get("ajax") or ""
        how = object_of(said) if said.startswith("{") else {"url": said}
        address = value_of(how.get("url", ""), page)
        url = absolute(base, address) if address else None
        if url is None:
            continue
        method = (
            value_of(how.get("type") or how.get("method") or options.get("sServerMethod") or "'GET'", page) or "GET"
        )
        size = number_of(options.get("pageLength") or options.get("iDisplayLength") or "10") or 10
        if old:
            fields = [("sEcho", "1"), ("iDisplayStart", "0"), ("iDisplayLength", str(size)), ("sSearch", "")]
        else:
            fields = [("draw", "1"), *_columns(options.get("columns", ""), page), ("start", "0"), ("length", str(size))]
            fields += [("search[value]", ""), ("search[regex]", "false")]
        fields += _of_its_own(how.get("data", ""), page)
        as_json = "JSON.stringify" in how.get("data", "")
        yield Source(url, method.upper(), tuple(fields), "iDisplayStart" if old else "start", size, as_json, draws=True)


_GRID = re.compile(r"\.(bootstrapTable|jqGrid|datagrid)\s*(?=\(\s*\{)|new\s+(Tabulator)\s*(?=\()")
_GRIDS: dict[str, tuple[str, str, str, tuple[tuple[str, str], ...], str, str]] = {
    "bootstrapTable": ("url", "sidePagination", "pageSize", (("offset", "0"), ("limit", "")), "offset", "GET"),
    "jqGrid": ("url", "", "rowNum", (("page", "1"), ("rows", "")), "page", "GET"),
    "datagrid": ("url", "pagination", "pageSize", (("page", "1"), ("rows", "")), "page", "POST"),
    "Tabulator": ("ajaxURL", "pagination", "paginationSize", (("page", "1"), ("size", "")), "page", "GET"),
}
"""What such a table is told of its service (address, whether part by part, how many), and what it sends of itself."""


def grids(page: Script, root: etree._Element, base: str) -> Iterator[Source]:
    """Tables of other makes that a service fills: bootstrap-table, jqGrid, EasyUI, Tabulator.

    >>> code = "$('#b').bootstrapTable({url: '/api/tin', sidePagination: 'server', pageSize: 20})"
    >>> next(grids(Script(code, {}), etree.Element("p"), "http://a.vn/tin")).address
    'http://a.vn/api/tin?offset=0&limit=20'
    """
    for match in list(_GRID.finditer(page.text))[:10]:
        arguments = split(balanced(page.text, match.end()), ",")
        options = object_of(next((one for one in arguments if one.startswith("{")), ""))
        yield from _grid(
            match[1] or match[2], {name: value_of(value, page) or "" for name, value in options.items()}, base
        )
    for table in root.iter("table"):
        if table.get("data-toggle") == "table" and table.get("data-url"):
            names = {re.sub(r"-(\w)", lambda m: m[1].upper(), str(n)[5:]): str(v) for n, v in table.attrib.items()}
            yield from _grid("bootstrapTable", names, base)
        elif "easyui-datagrid" in (table.get("class") or ""):
            said = object_of("{" + (table.get("data-options") or "") + "}")
            yield from _grid("datagrid", {n: value_of(v, page) or v for n, v in said.items()}, base)


def _grid(make: str, options: dict[str, str], base: str) -> Iterator[Source]:
    address, parts, many, fields, counts, method = _GRIDS[make]
    url = absolute(base, options.get(address))
    if url is None:
        return
    method = "POST" if (options.get("method") or options.get("mtype") or method).upper() == "POST" else "GET"
    if parts and options.get(parts, "") in ("", "client", "false", "local"):
        yield Source(url, method, draws=True)
        return
    size = number_of(options.get(many) or "") or 10
    sent = tuple((name, value or str(size)) for name, value in fields)
    if make == "bootstrapTable" and options.get("queryParamsType", "limit") != "limit":
        sent, counts = (("pageSize", str(size)), ("pageNumber", "1")), "pageNumber"
    step = size if counts == "offset" else 1
    as_json = make == "bootstrapTable" and method == "POST"
    yield Source(url, method, sent, counts, step, as_json, draws=True)


def _columns(said: str, page: Script) -> Iterator[tuple[str, str]]:
    for number, column in enumerate(split(said.strip()[1:-1], ",")[:30]):
        name = value_of(object_of(column).get("data", ""), page) or str(number)
        place = f"columns[{number}]"
        yield from ((f"{place}[data]", name), (f"{place}[name]", ""))
        yield from ((f"{place}[{can}]", "true") for can in ("searchable", "orderable"))
        yield from ((f"{place}[search][value]", ""), (f"{place}[search][regex]", "false"))


def _of_its_own(said: str, page: Script) -> Iterator[tuple[str, str]]:
    """Fields that the page adds: `data: {cat: 3}` or `data: function (d) { d.cat = 3; }`."""
    if said.startswith("{"):
        yield from ((name, value_of(value, page) or "") for name, value in object_of(said).items())
    for name, value in re.findall(r"\b[A-Za-z]\.([A-Za-z]\w*)\s*=(?!=)\s*([^;,}\n]+)", said):
        yield name, value_of(value, page) or ""


def next_data(states: Iterable[Any], base: str) -> Iterator[Source]:
    """The pages of a list that Next.js draws, where its data say that there are more.

    >>> rows = [{"slug": "a", "title": "Hội nghị tổng kết năm"}]
    >>> state = {"buildId": "b1", "query": {"slug": "tin"}, "props": {"posts": rows, "page": 1, "totalPages": 3}}
    >>> next(next_data([state], "http://a.vn/muc/tin")).address
    'http://a.vn/_next/data/b1/muc/tin.json?page=2&slug=tin'
    """
    for state in states:
        build = state.get("buildId") if isinstance(state, dict) else None
        props = state.get("props") if isinstance(state, dict) else None
        if not isinstance(build, str) or not isinstance(props, dict):
            continue
        query = {str(name): str(value) for name, value in (state.get("query") or {}).items() if isinstance(value, str)}
        for holder, _ in news_lists(props):
            counted = Counted.of(holder)
            page = 1 if counted.page is None else counted.page
            if counted.pages is None or page >= counted.pages:
                continue
            named = [one for one in (*query, *holder) if PAGE_NAME.match(one) and not PAGES.match(one)]
            name = named[0] if named else "page"
            parts = urlsplit(base)
            path = parts.path.rstrip("/") or "/index"
            fields = {name: str(page + 1), **{n: v for n, v in query.items() if n != name}}
            url = f"{parts.scheme}://{parts.netloc}/_next/data/{build}{path}.json"
            yield Source(url, fields=tuple(fields.items()), counts=name, guessed=name not in query)
            break
