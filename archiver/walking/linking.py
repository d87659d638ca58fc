"""Where the rows of an answer in JSON lead: the script that draws them puts their addresses together.

`'/tin/' + row.id`, `` `/tin/${n.slug}` ``, a router's `path: '/tin/:slug'`, or what the links of a page and the rows of
its data have in common, become templates such as '/tin/{slug}'. Nothing is run.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

from archiver.reading.javascript import balanced, split
from archiver.reading.state import address_of, news_lists, title_of

TEMPLATES_AT_MOST = 30
_BEGINS = re.compile(
    r"""(?:href\s*[=:]\s*\{?\\?["'`]?|["'`])(?P<path>(?:https?://[\w.:-]+)?/[\w\-./?=&%;]*)(?=\$\{|["']\s*\+)""", re.I
)
_NO_LINK = re.compile(
    r"""(?:(?:fetch|get|getJSON|post|put|request|load|open|ajax|axios|ky)\s*\((?:[^()]{0,30},)?|\burl["']?\s*:|\bsrc\s*=\s*\\?["']?)\s*["'`]?$""",
    re.I,
)
_LITERAL = re.compile(r"[\w\-./?=&%;]*")
_SUMMAND = re.compile(
    r"""\s*\+\s*(?:encodeURIComponent\(\s*|String\(\s*)?(?P<of>[A-Za-z_$][\w$]*(?:\??\.[\w$]+|\[["']\w+["']\])*)\)?"""
)
_ON = re.compile(r"""\s*\+\s*(["'])""")
_ROUTE = re.compile(r"""\bpath["']?\s*[:=]\s*\{?\s*["'`](/[^"'`\s]*:[A-Za-z]\w*[^"'`\s]*)["'`]""")
_PARAMETER = re.compile(r":([A-Za-z]\w*)(?:\([^()]*\))?\??")
_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|css|js|json|pdf|mp4)$", re.I)
_PLACE = re.compile(r"\{([\w.]+)\}")
_WORD = re.compile(r"[\w-]*")
_IN_BETWEEN = frozenset(("node", "attributes", "fields", "data", "_source", "item"))


def link_templates(code: str) -> list[str]:
    """The addresses that *code* makes of the properties of a row, the likeliest first.

    >>> link_templates('''rows.forEach(r => x += '<a href="/tin/' + r.id + '.html">' + r.title + '</a>')''')
    ['/tin/{id}.html']
    >>> link_templates("router([{path: '/bai/:slug', component: Bai}]); fetch(`/api/bai/${slug}`)")
    ['/bai/{slug}']
    """
    ranked: dict[str, tuple[int, int]] = {}
    for match in _BEGINS.finditer(code):
        if _NO_LINK.search(code[max(0, match.start() - 50) : match.start("path")]):
            continue
        template, end = _put_together(code, match["path"], match.end())
        if template is None or _FILE.search(urlsplit(template).path):
            continue
        named = 2 if _names_a_title(code[end : end + 300]) else 1
        rank = (named, len(_PLACE.findall(template)))
        ranked[template] = max(rank, ranked.get(template, rank))
    for match in _ROUTE.finditer(code):
        ranked.setdefault(_PARAMETER.sub(r"{\1}", match[1]), (0, 1 if _OF_NEWS.search(match[1]) else 0))
    return sorted(ranked, key=lambda one: ranked[one], reverse=True)[:TEMPLATES_AT_MOST]


_OF_NEWS = re.compile(r"tin|news|bai|article|post|chi-?tiet|detail", re.I)


def _names_a_title(code: str) -> bool:
    return any(title_of({name: "x"}) for name in re.findall(r"\.([A-Za-z_]\w*)", code)) or bool(
        re.search(r"\+\s*data\s*\+|\$\{data\}", code)
    )


def _put_together(code: str, path: str, at: int) -> tuple[str | None, int]:
    """The template that begins with *path* and goes on at *at*, and where it ends; None where it cannot be told."""
    for _ in range(8):
        if code.startswith("${", at):
            inner = balanced(code, at + 1)
            name = _property(inner)
            at += len(inner) + 3
        elif code[at : at + 1] in ("'", '"') and (summand := _SUMMAND.match(code, at + 1)):
            name = _property(summand["of"])
            at = summand.end()
            on = _ON.match(code, at)
            if on is None:
                return (f"{path}{{{name}}}", at) if name else (None, at)
            at = on.end()
        else:
            break
        if name is None:
            return None, at
        literal = _LITERAL.match(code, at)
        path += f"{{{name}}}" + (literal[0] if literal else "")
        at = literal.end() if literal else at
    return (path if _PLACE.search(path) else None), at


def _property(expression: str) -> str | None:
    """The property that an expression takes of its row: 'slug' of `n.slug`, 'category.slug' of `n.category?.slug`."""
    said = re.sub(r"^encodeURIComponent\((.*)\)$", r"\1", expression.strip()).replace("?.", ".")
    said = re.sub(r"""\[["'](\w+)["']\]""", r".\1", said)
    if not re.fullmatch(r"[A-Za-z_$][\w$]*(?:\.\w+)*", said):
        return None
    names = said.split(".")
    names = names[1:] or names
    while len(names) > 1 and names[0] in _IN_BETWEEN:
        names = names[1:]
    return ".".join(names)


def learned_templates(states: Iterable[Any], links: Iterable[str]) -> list[str]:
    """What the links of a page and the rows of its data have in common, where two rows at least agree.

    >>> rows = [{"slug": "hop-bao", "title": "Họp báo quý một năm"}, {"slug": "le-ky", "title": "Lễ ký kết hợp tác"}]
    >>> learned_templates([{"posts": rows}], ["/bai/hop-bao", "/bai/le-ky", "/lien-he"])
    ['/bai/{slug}']
    """
    agreed: Counter[str] = Counter()
    known = [link for link in dict.fromkeys(links) if len(link) < 500][:1000]
    for state in states:
        for _, rows in news_lists(state):
            for row in rows[:50]:
                agreed.update({made for link in known if (made := _common(row, link))})
    return [template for template, count in agreed.most_common(3) if count > 1]


def _common(row: dict[str, Any], link: str) -> str | None:
    template, path = link, urlsplit(link).path
    values = [(str(value), name) for name, value in row.items() if isinstance(value, (str, int)) and value is not True]
    for value, name in sorted(values, key=lambda pair: -len(pair[0])):
        if 0 < len(value) <= 300 and value != path and " " not in value and value in template and name.isidentifier():
            template = re.sub(rf"(?<![\w{{]){re.escape(value)}(?![\w}}])", f"{{{name}}}", template)
    return template if template != link and not template.startswith("{") else None


def linked(body: bytes, templates: Iterable[str], base: str) -> bytes:
    """An answer in JSON in which every row of news has an address; *body* where there is none to add.

    A row that names no address, or a mere word ('duongDan': 'hop-bao'), is given what its script makes of it.

    >>> linked('{"data": [{"id": 7, "title": "Lễ ký kết hợp tác"}]}'.encode(), ["/tin/{id}"], "http://a.vn/")
    b'{"data": [{"id": 7, "title": "L\\\\u1ec5 k\\\\u00fd k\\\\u1ebft h\\\\u1ee3p t\\\\u00e1c", "url": "http://a.vn/tin/7"}]}'
    """
    wanted = list(templates)
    if not wanted or body.lstrip()[:1] not in (b"{", b"["):
        return body
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return body
    added = 0
    for rows in _rows(data):
        missing = [row for row in rows if _WORD.fullmatch(address_of(row) or "")]
        for template in wanted:
            made = [(row, _filled(template, row)) for row in missing]
            if made and all(address for _, address in made):
                for row, address in made:
                    word = address_of(row)
                    name = next((one for one, value in row.items() if word and value == word), "url")
                    row[name] = urljoin(base, address or "")
                added += len(made)
                break
    return json.dumps(data).encode() if added else body


def _rows(data: Any) -> Iterator[list[dict[str, Any]]]:
    for _, rows in list(news_lists(data)):
        yield rows


def _filled(template: str, row: dict[str, Any]) -> str | None:
    made = template
    for place in _PLACE.findall(template):
        value: Any = row
        for name in place.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
            return None
        made = made.replace(f"{{{place}}}", quote(str(value), safe="/:?=&-._~%"))
    return made


_NUMBERED = re.compile(
    r"""["'](?P<a>/[\w\-./%]*)["']\s*\.concat\((?P<ca>[^()]{1,80}(?:\([^()]*\)[^()]{0,40})?)\)|"""
    r"""["'](?P<b>/[\w\-./%]*)["']\s*\+\s*(?P<cb>[^;\n]{1,160})|`(?P<c>/[^`\n]{1,160})`"""
)
_ONE_MORE = re.compile(r"[A-Za-z_$][\w$.]*\s*\+\s*1")


def numbered_path(code: str, url: str) -> tuple[str, str] | None:
    """What stands before and after the number in the addresses of the further pages of the list at *url*.

    Read from what the script of a button puts together: ``push(`/tin/trang/${page + 1}`)``.

    >>> numbered_path("router.push(`/muc/${slug}/trang/${page + 1}`)", "http://a.vn/muc/thi-dua")
    ('http://a.vn/muc/thi-dua/trang/', '')
    >>> numbered_path('go("/tin-tuc/trang/".concat(n+1))', "http://a.vn/tin-tuc")
    ('http://a.vn/tin-tuc/trang/', '')
    >>> numbered_path('go("/video/".concat(n+1))', "http://a.vn/tin-tuc")
    """
    parts = urlsplit(url)
    own = parts.path.rstrip("/")
    for match in _NUMBERED.finditer(code):
        before, after = _around_the_number(match)
        for at in [place for place, char in enumerate(before or "") if char == "/"][:0:-1]:
            begins, rest = (before or "")[:at], (before or "")[at:]
            pattern = re.escape(begins).replace("\x00", "[^/]+")
            if "\x00" not in rest and re.fullmatch(pattern, own):
                return f"{parts.scheme}://{parts.netloc}{own}{rest}", after
    return None


def _around_the_number(match: re.Match[str]) -> tuple[str | None, str]:
    """What an expression has before and after 'page + 1', other variables as NUL; None where it has no such part."""
    if match["c"]:
        said = re.split(r"\$\{([^{}]*)\}", match["c"])
        terms = [("", piece) if number % 2 else (piece, "") for number, piece in enumerate(said)]
    else:
        terms = [(str(match["a"] or match["b"]), "")]
        given = split(match["ca"], ",") if match["ca"] else split(match["cb"], "+")
        for term in given:
            quoted = re.fullmatch(r"""["']([\w\-./%]*)["']""", term)
            terms.append((quoted[1], "") if quoted else ("", term.strip("()")))
    before = after = ""
    seen = False
    for literal, expression in terms:
        if expression and _ONE_MORE.fullmatch(expression.strip()):
            seen = True
        elif seen:
            after += literal
        else:
            before += "\x00" if expression else literal
    return (before if seen else None), after


def route_values(code: str, url: str) -> dict[str, str]:
    """What a page's own address says of the parameters of the routes that *code* declares.

    >>> route_values("[{path: '/bai/:slug'}]", "http://a.vn/bai/hop-bao"), route_values("", "http://a.vn/bai/hop-bao")
    ({'slug': 'hop-bao'}, {})
    """
    path = urlsplit(url).path.rstrip("/")
    for match in _ROUTE.finditer(code):
        pattern = re.sub(r"\\:([A-Za-z]\w*)", r"(?P<\1>[^/]+)", re.escape(_PARAMETER.sub(r":\1", match[1].rstrip("/"))))
        pattern = re.sub(r":([A-Za-z]\w*)", r"(?P<\1>[^/]+)", pattern)
        try:
            found = re.fullmatch(pattern, path)
        except re.error:
            continue
        if found:
            return found.groupdict()
    return {}


_OF_ADDRESS = r"(?:window\.|document\.|self\.)?location\.pathname"
_OF_QUERY = r"new\s+URLSearchParams\(\s*(?:window\.|document\.|self\.)?location\.search\s*\)"
_SPLIT = r"""\.split\(\s*(?P<q>["'])(?P<by>[^"'\\]{1,3})(?P=q)\s*\)"""
_PICKS = r"\s*(?:\[\s*(?P<at>\d)\s*\]|\.(?P<last>pop)\(\s*\)|\.at\(\s*-(?P<end>\d)\s*\)|\.slice\(\s*-1\s*\)\[0\])"
_HELD = r"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=\s*"
_PICKED = re.compile(rf"""(?:{_OF_ADDRESS}|(?P<s>["'])(?P<text>[\w.~%-]{{1,300}})(?P=s)){_SPLIT}{_PICKS}""")
_PARTS_HELD = re.compile(rf"{_HELD}(?P<whole>{_OF_ADDRESS}{_SPLIT})(?!\s*[.\[])")
_QUERY_HELD = re.compile(rf"{_HELD}(?P<whole>{_OF_QUERY})(?!\s*\.)")
_ASKED = re.compile(rf"""(?:{_OF_QUERY})\.get\(\s*["'](?P<of>[\w-]+)["']\s*\)""")
_PLAIN = re.compile(r"(?=.*[A-Za-z0-9])[\w.~%-]{1,300}")


def at_its_address(code: str, url: str) -> str:
    """*code* with what it takes of the page's own address in the place of the expressions that take it.

    >>> at_its_address("var ma = location.pathname.split('-').pop();", "http://a.vn/tin/hop-bao-33")
    "var ma = '33';"
    >>> at_its_address("const q = new URLSearchParams(location.search); get('/tin/' + q.get('id'))", "http://a.vn/?id=7")
    "const q = new URLSearchParams(location.search); get('/tin/' + '7')"

    What is not there stays as it is: nobody can tell what such a call would ask.
    """
    if "location" not in code:
        return code
    for held, follows in ((_PARTS_HELD, r"(?=\s*(?:\[\s*\d|\.(?:pop|at|slice)\())"), (_QUERY_HELD, r"(?=\.get\()")):
        for match in list(held.finditer(code))[:5]:
            if _is_made_once(match["name"], code):
                parts = re.split(rf"(?<![\w$.]){re.escape(match['name'])}{follows}", code)
                code = match["whole"].join(parts)
    query = dict(parse_qsl(urlsplit(url).query))
    code = _ASKED.sub(lambda match: _literal(query.get(match["of"])) or match[0], code)
    for _ in range(3):  # location.pathname.split('/').pop().split('-').pop()
        code = _PICKED.sub(lambda match: _literal(_picked(match, urlsplit(url).path)) or match[0], code)
    return code


def _picked(match: re.Match[str], path: str) -> str | None:
    parts = (match["text"] or path).split(match["by"])
    at = int(match["at"]) if match["at"] else -int(match["end"] or 1)
    return parts[at] if -len(parts) <= at < len(parts) else None


def _literal(value: str | None) -> str | None:
    return f"'{value}'" if value and _PLAIN.fullmatch(value) else None


def _is_made_once(name: str, code: str) -> bool:
    """Whether nothing else in *code* is called *name*: 'p' of one function is not the 'p' of the next."""
    said = re.escape(name)
    made = re.findall(
        rf"(?<![\w$.]){said}\s*=(?!=)|function\b[^()]{{0,60}}\([^()]{{0,120}}(?<![\w$]){said}\s*[,)]", code
    )
    return len(made) == 1
