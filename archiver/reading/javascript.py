"""As much of JavaScript as is needed to tell which address a click or a call leads to. Nothing is run.

Literals, variables that are set to one, data attributes, and the arguments of a function that is called are followed;
whatever else only a running script could tell comes out as None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass
class Script:
    """What the expressions of a page's scripts may refer to."""

    text: str
    """All of its code."""
    data: Mapping[str, str]
    """Its data attributes by name, 'data-' left out; '[name]' and '#id': what such a field or meta holds."""
    depth: int = 0
    names: dict[str, str | None] = field(default_factory=dict)
    """Variables that were worked out."""


def number_of(text: str) -> int:
    """*text* as a number of at most nine digits; 0 where it is none."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else 0


@dataclass(frozen=True, slots=True)
class Called:
    """A function as it is called: its code, and a script in which its parameters have their values."""

    body: str
    script: Script


_CALL = re.compile(
    r"\s*(?:javascript:)?\s*(?:void\s*\(?\s*)?(?:return\s+)?(?:window\.|this\.)?([A-Za-z$][\w$]*)\s*(?=\()", re.I
)


def called_name(click: str) -> str | None:
    """The name of the function that *click* calls first.

    >>> called_name("javascript:go(5); return false"), called_name("location = '/tin'")
    ('go', None)
    """
    match = _CALL.match(click)
    return match[1] if match else None


def is_made(name: str, text: str) -> bool:
    """Whether *text* makes a function of that name."""
    return _made(name, text) >= 0


def called(click: str, script: Script) -> Called | None:
    """The function of the page's own that *click* calls ('javascript:go(5)'); None where it calls none.

    >>> script = Script("function go(id, kind) { location = '/tin?id=' + id + '&k=' + kind; }", {})
    >>> found = called("javascript:go(5, 'a'); return false", script)
    >>> found.body.strip(), found.script.names
    ("location = '/tin?id=' + id + '&k=' + kind;", {'id': '5', 'kind': 'a'})
    """
    match = _CALL.match(click)
    if match is None:
        return None
    made = _made(match[1], script.text)
    if made < 0:
        return None
    parameters = [p.partition("=")[0].strip() for p in split(balanced(script.text, made), ",")]
    opened = script.text.find("{", made + len(balanced(script.text, made)))
    if opened < 0 or opened - made > 300:
        return None
    given = [value_of(a, script) for a in split(balanced(click, match.end()), ",")]
    names = dict(zip(parameters, [*given, *[None] * len(parameters)], strict=False))
    body = balanced(script.text, opened)
    # Its own variables come before those of the same name elsewhere.
    return Called(body, replace(script, text=body + "\n" + script.text, names=names, depth=0))


_DEFINED = re.compile(r"(?<![\w$.])function\s+$")
_OPENS = re.compile(r"\s*(?=\()")
_ASSIGNED = re.compile(r"\s*=\s*(?:async\s+)?(?:function\s*\w*\s*)?(?=\()")


def _made(name: str, text: str) -> int:
    """Where the parameters of the function *name* open in *text*; -1 where it is not made there."""
    at = text.find(name)
    if at < 0 or not (f"function {name}" in text or f"{name}=" in text or f"{name} =" in text):
        return -1  # "a" and "ga" stand in every script a thousand times
    while at >= 0:
        before, end = text[max(0, at - 30) : at], at + len(name)
        if _DEFINED.search(before):
            made = _OPENS.match(text, end)
        elif before.endswith("window.") or not (before[-1:].isalnum() or before[-1:] in ("_", "$", ".")):
            made = _ASSIGNED.match(text, end)
        else:
            made = None
        if made:
            return made.end()
        at = text.find(name, end)
    return -1


_MARK = re.compile(r"[\"'`()\[\]{}]").search


def balanced(text: str, start: int) -> str:
    """What stands within the bracket that opens at *start*; at most some thousand characters of it."""
    depth, at, end = 0, start, min(len(text), start + 6000)
    while found := _MARK(text, at, end):
        char, at = found[0], found.end()
        if char in "'\"`":
            at = _past_string(text, at - 1, end)
        elif char in "([{":
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return text[start + 1 : at - 1]
    return ""


_ENDS = {quote: re.compile(rf"(?:[^{quote}\\]|\\.)*+", re.S).match for quote in "\"'`"}


def _past_string(text: str, at: int, end: int) -> int:
    found = _ENDS[text[at]](text, at + 1, end)
    return (found.end() if found else end) + 1


def split(text: str, separator: str) -> list[str]:
    """The parts of *text* between separators that stand in no string and no bracket."""
    parts, depth, at, begin = [], 0, 0, 0
    while at < len(text):
        char = text[at]
        if char in "'\"`":
            at = _past_string(text, at, len(text))
            continue
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == separator and depth == 0:
            parts.append(text[begin:at].strip())
            begin = at + 1
        at += 1
    parts.append(text[begin:].strip())
    return [part for part in parts if part]


def object_of(text: str) -> dict[str, str]:
    """Names and expressions of an object literal; what is no plain pair is left out."""
    inner = balanced(text.strip(), 0)
    found: dict[str, str] = {}
    for pair in split(inner, ","):
        match = re.match(r"\s*(?:['\"]([\w.\-\[\]]+)['\"]|([A-Za-z_$][\w$]*))\s*(?::\s*(.+))?$", pair, re.S)
        if match:
            name = match[1] or match[2]
            found[name] = (match[3] or name).strip()
    return found


def terms(expression: str, page: Script) -> list[str | None]:
    """What the terms of a sum come to, one by one; None for those that cannot be told."""
    terms: list[str | None] = []
    for term in split(expression, "+"):
        terms.extend(
            _template(term[1:-1], page) if term.startswith("`") and term.endswith("`") else [value_of(term, page)]
        )
    return terms


def _template(text: str, page: Script) -> list[str | None]:
    terms: list[str | None] = []
    for number, part in enumerate(re.split(r"\$\{([^{}]*)\}", text)):
        terms.append(value_of(part, page) if number % 2 else part)
    return terms


_DATASET = re.compile(
    r"(?:\.dataset\.([A-Za-z]\w*)|\.(?:data|attr|getAttribute)\(\s*['\"](?:data-)?([\w-]+)['\"]\s*\))$"
)


_OF_ELEMENT = re.compile(
    r"(?:\$|jQuery|document\.querySelector)\(\s*(?P<q>['\"`])(?P<what>\w*(?:\[name\s*=\s*[\"']?(?P<name>[\w\-]+)[\"']?\]|#(?P<id>[\w\-]+)))(?P=q)\s*\)"
    r"(?:\.(?:attr|getAttribute)\(\s*['\"](?:content|value)['\"]\s*\)|\.val\(\)|\.content|\.value)"
    r"|document\.getElementById\(\s*['\"](?P<by>[\w\-]+)['\"]\s*\)\.value"
)
"""What a script takes of an element by its name or id: a token in the head, a hidden field."""


def value_of(expression: str, page: Script) -> str | None:
    """What an expression comes to, as text; None where only running it could tell.

    >>> value_of("$('meta[name=csrf-token]').attr('content')", Script("", {"[csrf-token]": "x7"}))
    'x7'
    """
    expression = expression.strip().rstrip(";").strip()
    if not expression or page.depth > 8:
        return None
    if expression[0] in "'\"" and _past_string(expression, 0, len(expression)) == len(expression):
        return re.sub(r"\\(.)", r"\1", expression[1:-1])
    if re.fullmatch(r"-?\d+", expression):
        return expression
    if expression[0] == "`" and expression[-1] == "`":
        parts = _template(expression[1:-1], page)
        return None if None in parts else "".join(part or "" for part in parts)
    wrapped = re.fullmatch(r"(?:parseInt|Number|String|encodeURIComponent|encodeURI|\+)\s*\((.*)\)", expression, re.S)
    if wrapped:
        return value_of(split(wrapped[1], ",")[0] if wrapped[1] else "", page)
    if expression[0] == "(" and balanced(expression, 0) == expression[1:-1]:
        return value_of(expression[1:-1], page)
    element = _OF_ELEMENT.fullmatch(expression)
    if element:
        return page.data.get(f"[{element['name']}]" if element["name"] else f"#{element['id'] or element['by']}")
    counted = re.fullmatch(r"(?:\+\+|--)?([A-Za-z_$][\w$.]*)(?:\+\+|--)?", expression)
    sum_of = split(expression, "+")
    data = _DATASET.search(expression) if len(sum_of) == 1 else None
    if data:
        name = re.sub(r"([A-Z])", lambda m: "-" + m[1].lower(), data[1]) if data[1] else data[2]
        return page.data.get(name)
    if counted:
        value = _variable(counted[1].rpartition(".")[2], page)
        if value is not None and expression.startswith("++"):
            return str(number_of(value) + 1)
        return value
    if len(sum_of) > 1:
        values = [value_of(term, page) for term in sum_of]
        if None in values:
            return None
        known = [value or "" for value in values]
        if all(re.fullmatch(r"-?\d+", value) for value in known):
            return str(sum(map(int, known)))
        return "".join(known)
    return None


def _variable(name: str, page: Script) -> str | None:
    if name in page.names:
        return page.names[name]
    page.names[name] = None  # a variable that refers to itself cannot be told
    for match in re.finditer(rf"{re.escape(name)}\s*[=:](?![=>])\s*", page.text):
        before = page.text[match.start() - 1 : match.start()]  # a pattern that looked back would walk every letter
        if match.start() and (before.isalnum() or before in ("_", "$", ".")):
            continue
        end = match.end()
        rest = page.text[end : end + 400]
        page.depth += 1
        page.names[name] = value_of(_until(rest), page)
        page.depth -= 1
        break
    return page.names[name]


def _until(text: str) -> str:
    depth, at = 0, 0
    while at < len(text):
        char = text[at]
        if char in "'\"`":
            at = _past_string(text, at, len(text))
            continue
        if char in "([{":
            depth += 1
        elif char in ")]}":
            if depth == 0:
                break
            depth -= 1
        elif char in ",;\n" and depth == 0:
            break
        at += 1
    return text[:at]
