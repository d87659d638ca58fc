"""Links that only a script makes: `<div onclick="location.href='/tin/5'">`, `<a href="javascript:go(5)">`.

Readers of lists, pages and bodies look for `<a href>`; here whatever goes to one address when it is clicked becomes
one: an address that stands there, one that a function of the page puts together from its arguments (`go(5, 'tin')`), or
a form with method GET that it sends. Nothing is run; what only a running script could tell is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from lxml import etree

from archiver.reading.javascript import Script, balanced, called, called_name, is_made, split, value_of

_GOES = re.compile(
    r"(?:(?:^|[^\w$])location(?:\.href)?\s*=(?!=)\s*|(?:^|[^\w$])location\.(?:assign|replace)\s*(?=\()"
    r"|(?:^|[^\w$.])window\.open\s*(?=\())",
    re.I,
)
_GOES_SOON = re.compile(r"ocation(?:\.href)?\s*=(?!=)|ocation\.(?:assign|replace)\s*\(|indow\.open\s*\(").search
_SETS = re.compile(
    r"""(?:\.|\[['"]|['"]\#?)([A-Za-z_$][\w$:-]*)(?:['"]\s*[\])])*\s*\.(?:value\s*=(?!=)\s*|val\s*(?=\())"""
)
_ADDRESS = re.compile(r"^(?!javascript:|about:|data:|#)[^\s'\"<>{}]{1,1000}$", re.I)
_HANDLES = re.compile(
    r"""(?:\$|jQuery)\s*\(\s*(?P<in>['"][^'"]{1,100}['"]|document|this|body)\s*\)\s*\.\s*(?:click\s*\(|"""
    r"""(?:on|live|delegate)\s*\(\s*['"]click['"]\s*,(?:\s*['"](?P<of>[^'"]{1,100})['"]\s*,)?)\s*(?:function\s*\w*\s*\([^)]*\)"""
    r"""|\(?\w*\)?\s*=>)\s*(?={)"""
)
CLICKS_AT_MOST = 1_000
_SCRIPT_AT_MOST = 400_000
_ALONE = frozenset(("li", "td", "th", "div", "span", "p", "article", "section", "h1", "h2", "h3", "h4", "h5", "h6",
                    "strong", "b", "button", "figure", "dt", "dd", "label"))  # fmt: skip


def link_clicks(
    root: etree._Element,
    scripts: Iterable[etree._Element] | None = None,
    elements: Iterable[etree._Element] | None = None,
) -> int:
    """Give the elements of *root* that lead somewhere when clicked a link that says so, in place; how many there were.

    *scripts* and *elements* are those of the page, where these are at hand.

    >>> from lxml import html
    >>> page = html.fromstring('''<ul><li onclick="location.href='/tin/5'"><h3>Tin</h3></li></ul>''')
    >>> made = link_clicks(page); html.tostring(page[0][0], encoding="unicode")
    '<a href="/tin/5"><h3>Tin</h3></a>'
    >>> page = html.fromstring('''<div><script>function go(n) { window.open('/tin?id=' + n); }</script>
    ... <a href="javascript:go(7)">Tin</a></div>''')
    >>> made = link_clicks(page); page[1].get("href")
    '/tin?id=7'
    """
    own = [s.text for s in (root.iter("script") if scripts is None else scripts) if s.text and s.get("src") is None]
    code = "\n".join(own)[:_SCRIPT_AT_MOST]
    made: dict[str, bool] = {}
    clicked = _clicked(root.iter("*") if elements is None else elements)
    linked = 0
    handled = "click" in code
    for element, click in [*clicked, *(_handled(root, code) if handled else ())][:CLICKS_AT_MOST]:
        if not _may_lead(click, code, made):
            continue
        address = _leads_to(element, click, code)
        if address is not None:
            _link(element, address)
            linked += 1
    return linked


_MAY_LEAD = re.compile(r"location|window\.open|\w\s*\(", re.I).search


def _may_lead(click: str, code: str, made: dict[str, bool]) -> bool:
    """Whether *click* names an address or calls a function of the page's own; *made* keeps which these are."""
    if _GOES.search(click):
        return True
    name = called_name(click)
    if name is None:
        return False
    if name not in made:
        made[name] = is_made(name, code) or is_made(name, click)
    return made[name]


def _clicked(elements: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """Elements with a script of their own, and that script."""
    for element in [one for one in elements if one.tag == "a" or one.get("onclick")]:
        click = element.get("onclick") or ""
        if element.tag == "a":
            href = (element.get("href") or "#").strip()
            if href[:1] not in _SCRIPTED or not href.lower().startswith(("#", "javascript:")):
                continue  # it has an address
            if href.lower().startswith("javascript:") and "(" in href and "void" not in href.lower():
                click = href[11:]
        if click and "__doPostBack" not in click and _MAY_LEAD(click):
            yield element, click


_SCRIPTED = frozenset(("#", "j", "J"))


def _handled(root: etree._Element, code: str) -> Iterator[tuple[etree._Element, str]]:
    """Elements to which the page's script gives one: `$('.tin').click(function () { … })`."""
    for match in _handlers(code):
        if not _GOES_SOON(code, match.end(), match.end() + 6_000):
            continue
        body = balanced(code, match.end())
        if not _GOES.search(body):
            continue
        selector = match["of"] or match["in"].strip("'\"")
        for element in _chosen(root, selector):
            if element.tag != "a" or (element.get("href") or "#").strip().lower().startswith(("#", "javascript:")):
                yield element, body


def _handlers(code: str) -> Iterator[re.Match[str]]:
    """Where handlers of clicks are given: around each 'click', since a pattern over all code costs like a parse."""
    at, end = code.find("click"), 0
    while at >= 0:
        begin = max(end, at - 140)
        named = code.find("$", begin, at) >= 0 or code.find("jQuery", begin, at) >= 0
        match = _HANDLES.search(code, begin, at + 400) if named else None
        if match and match.start() < at:
            yield match
            end = match.end()
        at = code.find("click", max(at + 5, end))


def _chosen(root: etree._Element, selector: str) -> list[etree._Element]:
    """The elements that a plain selector means: '.tin', 'tr.row', '#ds li', '[data-url]'."""
    steps = []
    for part in selector.replace(">", " ").split():
        found = re.fullmatch(r"([a-z]\w*)?((?:[.#][\w-]+|\[[\w-]+\])*)", part)
        if found is None:
            return []
        step = found[1] or "*"
        for kind, name, attribute in re.findall(r"(?:([.#])([\w-]+))|\[([\w-]+)\]", found[2]):
            if attribute:
                step += f"[@{attribute}]"
            elif kind == "#":
                step += f"[@id='{name}']"
            else:
                step += f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
        steps.append(step)
    if not steps:
        return []
    found_all = root.xpath("//" + "//".join(steps))
    return [one for one in found_all if isinstance(one, etree._Element)] if isinstance(found_all, list) else []


def _leads_to(element: etree._Element, click: str, code: str) -> str | None:
    """The address to which *click* goes, or None."""
    own = {str(name).removeprefix("data-"): str(value) for name, value in element.attrib.items()}
    script = Script(f"{click}\n{code}", own)
    address = _goes(click, script)
    if address is not None or _GOES.search(click):
        return address
    found = called(click, script)
    if found is None:
        return None
    return _goes(found.body, found.script) or _sent(element, found.body, found.script)


def _goes(body: str, script: Script) -> str | None:
    for match in _GOES.finditer(body):
        if body[match.end() : match.end() + 1] == "(":
            given = split(balanced(body, match.end()), ",")
            expression = given[0] if given else ""
        else:
            expression = re.split(r"[;\n}]", body[match.end() :], maxsplit=1)[0]
        address = value_of(expression, script)
        if address and _ADDRESS.match(address):
            return address
    return None


def _sent(element: etree._Element, body: str, script: Script) -> str | None:
    """The address of a form of method GET whose fields *body* fills before it sends it."""
    if ".submit(" not in body:
        return None
    filled: dict[str, str] = {}
    for match in _SETS.finditer(body):
        if body[match.end() : match.end() + 1] == "(":
            expression = balanced(body, match.end())
        else:
            expression = re.split(r"[;\n}]", body[match.end() :], maxsplit=1)[0]
        value = value_of(expression, script)
        if value is None:
            return None
        filled[match[1]] = value
    if not filled:
        return None
    for form in element.getroottree().getroot().iter("form"):
        fields = [field for field in form.iter("input") if field.get("name")]
        names = {name for field in fields for name in (field.get("name"), field.get("id")) if name}
        if not filled.keys() <= names or (form.get("method") or "get").lower() != "get":
            continue
        pairs = []
        for field in fields:
            name, id = field.get("name") or "", field.get("id") or ""
            if (field.get("type") or "text").lower() in ("hidden", "text", "search", "number"):
                pairs.append((name, filled.get(name, filled.get(id, field.get("value") or ""))))
        return f"{(form.get('action') or '').partition('?')[0]}?{urlencode(pairs)}"
    return None


def _link(element: etree._Element, address: str) -> None:
    tag = element.tag
    if tag == "a":
        element.set("href", address)
    elif next(element.iterancestors("a"), None) is not None or element.find(".//a[@href]") is not None:
        return  # the link within it, or around it, says enough
    elif tag == "input":
        if (element.get("type") or "").lower() in ("button", "submit", "image"):
            link = etree.Element("a", {"href": address})
            link.text, link.tail = element.get("value") or element.get("alt") or element.get("title"), element.tail
            parent = element.getparent()
            if parent is not None:
                parent.replace(element, link)
    elif tag == "tr":
        cells = [cell for cell in element if cell.tag in ("td", "th")]
        if cells:
            _wrap(max(cells, key=lambda cell: sum(map(len, cell.itertext()))), address)
    elif tag in _ALONE:
        _wrap(element, address)


def _wrap(element: etree._Element, address: str) -> None:
    link = etree.Element("a", {"href": address})
    link.text, element.text = element.text, None
    link.extend(list(element))
    element.append(link)
