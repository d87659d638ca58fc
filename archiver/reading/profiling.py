"""From a few pages of a site to the source of its profile, with a comment for each choice.

The reader reads each page; for each field that it found, the simplest selector is sought that finds the same on all of
them. A profile written so changes nothing at first: it is where an archivist who can look at the site begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lxml.etree import _Element

from archiver.reading.article import extract_document
from archiver.reading.blocks import Survey, survey
from archiver.reading.document import Document, parse, split_url, text_of
from archiver.reading.overriding import select
from archiver.shapes import Article, Page
from archiver.vietnamese.text import fold_space

_FORMATS = ("%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y", "%d/%m/%Y", "%d-%m-%Y %H:%M", "%d-%m-%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y")


@dataclass(slots=True)
class _Read:
    document: Document
    article: Article
    seen: Survey
    values: dict[str, str] = field(default_factory=dict)
    elements: dict[str, _Element] = field(default_factory=dict)


def profile_source(name: str, start_url: str, pages: Sequence[Page], *, title: str | None = None) -> str:
    """The Python source of a profile called *name*, out of a few article pages of one site.

    *start_url* is where its news are listed, *title* the department's name. Pages on which no text is found are told
    in a comment and left out. The result is a whole module with one `PROFILE`; see archiver/sites.

    >>> page = "<h1 class=tieu-de>Khai giảng</h1><div id=nd><p>Sáng 5/9, học sinh cả tỉnh khai giảng.</p></div>"
    >>> source = profile_source("so-a", "http://a.example.vn/", [Page("http://a.example.vn/1", page.encode())])
    >>> '"title": "h1.tieu-de"' in source
    True
    """
    read = [one for one in map(_read, pages) if one.article.body or one.article.lead]
    lines = [
        f'"""{_quoted(title or name)}.',
        "",
        f"Written by `archiver new-site` out of {len(read)} of {len(pages)} pages; each choice says how far it",
        "holds. Correct what you can see to be wrong, and delete what the reader finds by itself.",
        '"""',
        "",
        "from archiver.sites import Layout, Profile",
        "",
        "PROFILE = Profile(",
        f"    name={name!r},".replace("'", '"'),
        f'    title="{_quoted(title or name)}",',
        "    # where the news are listed, as it was given; sections of their own may be added",
        f'    start_urls=("{_quoted(start_url)}",),',
    ]
    hosts = sorted({split_url(page.url).netloc for page in pages} - {split_url(start_url).netloc, ""})
    if hosts:
        lines.append("    # articles were found on these, too")
        lines.append(f"    hosts=({', '.join(f'{chr(34)}{_quoted(host)}{chr(34)}' for host in hosts)},),")
    selectors: list[str] = []
    stamps: list[str] = []
    for wanted, why in _WANTED.items():
        selectors += _choice(wanted, why, read, stamps)
    form = _format_of(stamps)
    if form:
        lines.append(f'    date_format="{form}",  # as {stamps[0]!r}')
    elif stamps:
        lines.append(
            f"    # date_format: no one form fits all stamps; the reader takes the date out of {stamps[0][:60]!r}"
        )
    lines += [
        "    layouts=(",
        "        Layout(",
        '            name="first",  # call it by the year in which this design appeared',
        "            selectors={",
        *(f"                {line}" for line in selectors),
        "            },",
        "        ),",
        "    ),",
        ")",
        "",
    ]
    return "\n".join(lines)


_WANTED = {
    "title": "the headline",
    "lead": "the sapo",
    "body": "the box of the text",
    "published": "the stamp of publication",
    "byline": "the signature",
    "source": "whence the text was taken",
}


def _read(page: Page) -> _Read:
    document = parse(page.body, page.url, page.content_type)
    article = extract_document(document)
    one = _Read(document, article, survey(document.body))
    published = article.published.raw if article.published and article.published_from == "stamp" else None
    for name, value in (
        ("title", article.title),
        ("lead", article.lead),
        ("published", published),
        ("byline", article.byline),
        ("source", article.source),
    ):
        if value:
            element = _holder(one.seen, value, exact=name != "published")
            if element is not None:
                one.values[name], one.elements[name] = value, element
    first = next(iter(article.body.split("\n")), "")
    last = article.body.split("\n")[-1]
    box = _box_of(one.seen, first.removeprefix("- "), last.removeprefix("- "))
    if box is not None:
        one.values["body"], one.elements["body"] = first, box
    return one


def _holder(seen: Survey, value: str, *, exact: bool) -> _Element | None:
    """The innermost element whose text is *value*, or holds it."""
    for block in seen.blocks:
        text = block.text
        if text == value or (not exact and value in text and len(text) < 160):
            element = seen.boxes[block.box].element
            for inner in element.iter():  # a span with a name of its own is better than the div around it
                named = inner.get("id") or inner.get("class") or inner.tag == "font"
                if named and fold_space(text_of(inner)) == fold_space(text):
                    return inner
            return element
    return None


def _box_of(seen: Survey, first: str, last: str) -> _Element | None:
    start = next((block for block in seen.blocks if block.text == first), None)
    end = next((block for block in reversed(seen.blocks) if block.text == last), None)
    if start is None or end is None:
        return None
    box = seen.boxes[start.box]
    while box.parent >= 0 and (box.last <= end.index or box.tag in ("p", "li", "span")):
        box = seen.boxes[box.parent]
    return box.element


def _choice(wanted: str, why: str, read: list[_Read], stamps: list[str]) -> list[str]:
    """Lines of source for one field: the selector that holds on most pages, or why there is none."""
    having = [one for one in read if wanted in one.elements]
    if not having:
        return [f"# {wanted}: {why} was found on none of the pages"]
    tried: dict[str, int] = {}
    for one in having:
        for selector in _selectors(one.elements[wanted]):
            if selector not in tried:
                tried[selector] = sum(_finds(other, selector, wanted) for other in having)
    best = max(tried, key=tried.__getitem__, default=None)  # of equals the first: the most telling
    if best is None or tried[best] * 2 <= len(having):
        return [f"# {wanted}: no selector tells {why} apart; the reader finds it on {len(having)} of {len(read)} pages"]
    if wanted == "published":
        stamps += [fold_space(text_of(found[0])) for one in having if (found := select(one.document, best))]
    note = f"{why}: the same as the reader's on {tried[best]} of {len(having)} pages that have it"
    return [f"# {note}", f'"{wanted}": "{_quoted(best)}",']


def _finds(one: _Read, selector: str, wanted: str) -> bool:
    found = select(one.document, selector)
    if not found:
        return False
    if wanted == "body":
        return found[0] is one.elements["body"]
    text = fold_space(text_of(found[0]))
    value = fold_space(one.values[wanted])
    return value in text if wanted == "published" else text == value


_TELLING = re.compile(r"[A-Za-z][\w-]{1,50}")


_DRAWN = ("size", "color", "face", "align", "width", "bgcolor")
_PLAIN = re.compile(r"[\w#%][\w#% ,.-]{0,40}").fullmatch


def _names(element: _Element) -> Iterator[str]:
    """Simple selectors of one element, the most telling first; names with numbers in them are of the page alone."""
    tag = element.tag
    ident = element.get("id") or ""
    if _TELLING.fullmatch(ident) and not re.search(r"\d{2}", ident.replace("ctl00", "")):
        yield f"#{ident}"
    classes = [c for c in (element.get("class") or "").split() if _TELLING.fullmatch(c) and not re.search(r"\d{3}", c)]
    for name in classes[:4]:
        yield f"{tag}.{name}"
    if len(classes) > 1:
        yield tag + "".join(f".{name}" for name in classes[:3])
    if not classes and not ident:  # pages of before 2010 have no names, and draw by attributes
        drawn = [(name, value) for name in _DRAWN if _PLAIN(value := element.get(name) or "")]
        if drawn:
            yield tag + "".join(f'[{name}="{value}"]' for name, value in drawn)
    if tag in ("h1", "h2", "article", "main"):
        yield tag


def _selectors(element: _Element) -> Iterable[str]:
    """Selectors of an element: by itself, then below a named ancestor."""
    own = list(_names(element))
    yield from own
    tag = element.tag
    for ancestor in list(element.iterancestors())[:4]:
        for outer in list(_names(ancestor))[:2]:
            for inner in own[:2] or [tag]:
                yield f"{outer} {inner}"


def _format_of(stamps: list[str]) -> str | None:
    for form in _FORMATS:
        if stamps and all(_fits(stamp, form) for stamp in stamps):
            return form
    return None


def _fits(stamp: str, form: str) -> bool:
    try:
        datetime.strptime(stamp, form)  # noqa: DTZ007 - only asked whether it fits
    except ValueError:
        return False
    return True


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
