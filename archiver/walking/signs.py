"""Signs that a list goes on where no way was found to follow it, so that nobody takes a part for the whole.

Asked of the page on which a walk ends. What says that there is more: the data of the page (`hasNextPage`, a cursor, a
total greater than what was seen), its data attributes, its script, a control 'Xem thêm' without an address.
"""

from __future__ import annotations

import re
from typing import Any

from archiver.reading.document import Document
from archiver.reading.state import address_of, news_lists, states_of, title_of
from archiver.walking.scripted import offers_more
from archiver.walking.source import CURSOR, HAS_MORE, PAGE, PAGES, TOTAL, Counted, ends

_SCRIPTED = re.compile(
    r"b?serverSide[\"']?\s*:\s*(?:true|!0)|\b(?:hasNextPage|has_next(?:_page)?|hasMore|has_more|endCursor|end_cursor"
    r"|next_?cursor|nextPageToken|next_page_token|recordsTotal|totalPages|total_pages)\b",
    re.I,
)
_STARTED = re.compile(
    r"\b(?:next_?|end_?)?(?:cursor|page_?token)\s*[:=]\s*[\"'`][^\"'`\s]+[\"'`]|\b(?:max|total)_?pages?\s*[:=]\s*(?:[2-9]|\d\d+)\b",
    re.I,
)
"""What a server writes into the script of a page of which there are more."""
_SAYS_MORE = re.compile(r"\b(?:has_?more|has_?next(?:_?page)?)[\"']?\s*[:=]\s*(?:true|!0)(?![\w])", re.I)
"""What the script of a page begins with that asks on until an answer says that it was the last."""
_SCROLLS = re.compile(r"IntersectionObserver|onscroll|[\"']scroll[\"']|infinite", re.I)
_FETCHES = re.compile(r"\bfetch\s*\(|\.(?:ajax|getJSON|DataTable|get|post)\s*\(|axios|XMLHttpRequest", re.I)
_MOUNT = re.compile(r"(?:app|root|main|__next|__nuxt|q-app|svelte|application)(?:[-_]?root)?", re.I)
_MOUNT_WORDS = 60


def sign_of_more(body: bytes, document: Document | None, *, items: int, seen: int, scripts: str = "") -> str | None:
    """What says, in a sentence, that a list goes on beyond this page; None where nothing does.

    *items*: of this page; *seen*: of all of its pages. *document* is None for an answer in JSON; *scripts*: the code of
    the page's own files.

    >>> sign_of_more(b'{"data": [{"title": "A day of four words"}], "paging": {"next_cursor": "x9"}}', None,
    ...              items=1, seen=1)
    "its data say 'next_cursor': 'x9', and no way on was found"
    """
    said = _said_by_data(states_of(body), items, seen)
    if said is None and document is not None:
        said = _said_by_attributes(document, items, seen) or _said_by_script(document, items, scripts)
    return said and f"{said}, and no way on was found"


def _said_by_data(states: list[Any], items: int, seen: int) -> str | None:
    for state in states:
        if isinstance(state, dict) and not items and (errors := state.get("errors") or state.get("error")):
            return f"its data are an error: {str(errors)[:100]!r}"
        for holder, rows in news_lists(state):
            said = _said_of_list(holder, len(rows), seen)
            if said is not None:
                return said
            if not items and not any(map(address_of, rows)):
                return f"its data have {len(rows)} titles without an address, such as {title_of(rows[0])!r}"
    return None


def _said_of_list(holder: dict[str, Any], rows: int, seen: int) -> str | None:
    if ends(holder, seen=max(rows, seen)):
        return None
    for name, value in holder.items():
        if HAS_MORE.match(name):
            return f"its data say {name!r}: {value!r}"
    for name, value in holder.items():
        given = isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))
        if CURSOR.match(name) and value and given:
            return f"its data say {name!r}: {value!r:.60}"
    counted = Counted.of(holder)
    if counted.pages is not None and counted.page is not None:
        return f"its data say page {counted.page} of {counted.pages}"
    if counted.total is not None:
        return f"its data count {counted.total}, {max(rows, seen)} were seen"
    return None


def _said_by_attributes(document: Document, items: int, seen: int) -> str | None:
    if not items:
        return None
    for element in document.elements:
        given = {
            str(name)[5:].replace("-", "_"): str(value).strip()
            for name, value in element.attrib.items()
            if str(name).startswith("data-")
        }
        for name, value in given.items():
            if value.lower() in ("", "0", "false", "null", "none", "undefined"):
                continue
            number = int(value) if value.isdigit() and len(value) < 8 else 0
            page = next((int(v) for n, v in given.items() if PAGE.match(n) and v.isdigit() and len(v) < 8), 1)
            told = (
                (HAS_MORE.match(name) and value.lower() in ("true", "1"))
                or (CURSOR.match(name) and len(value) <= 500)
                or (PAGES.match(name) and number > page)
                or (TOTAL.match(name) and number > seen)
            )
            if told:
                return f"it has data-{name.replace('_', '-')}={value[:60]!r}"
    return None


def _said_by_script(document: Document, items: int, scripts: str) -> str | None:
    code = "\n".join([*(one.text or "" for one in document.tags("script") if _is_code(one.get("type"))), scripts])
    found = _SCRIPTED.search(code) if _FETCHES.search(code) else None
    if found and items:  # every page has the script of its template: there must be more for it to do
        found = _STARTED.search(code) or (found if _SCROLLS.search(code) else None)
    if not found and items:  # whatever it asks with: 'Feed.pull(state)'
        found = _SAYS_MORE.search(code)
    if found:
        return f"its script asks a service for further parts ({found[0]!r})"
    if (items or _FETCHES.search(code)) and offers_more(document):
        return "it has a control that offers more ('Xem thêm') and no address"
    if not items and _is_mount(document):
        return "it is empty but for its script"
    filled = [] if items else [table for table in document.tags("table") if table.get("data-url") and len(table) < 2]
    if filled:
        return f"it has a table that {str(filled[0].get('data-url'))[:80]!r} fills"
    return None


def _is_mount(document: Document) -> bool:
    """Whether a page is the empty place that a script fills: `<div id="app"></div>`."""
    words = sum(len(text.split()) for _, text in document.texts)
    return words < _MOUNT_WORDS and any(
        len(element) == 0 and not (element.text or "").strip() and _MOUNT.fullmatch(element.get("id") or "")
        for element in document.tags("div")
    )


def _is_code(kind: str | None) -> bool:
    return not kind or "javascript" in kind.lower() or kind.lower() == "module"
