"""What a page says of itself to machines: JSON-LD, microdata, meta, links, and the state that scripts are fed with.

These are witnesses, not judges: pages copy their template's date, call every page a NewsArticle and sign with the name
of the site. Each testimony is kept with the rule that found it; who is believed is decided where the fields are read.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal
from urllib.parse import unquote

from lxml import etree

from archiver.reading.document import Document, split_url, text_of
from archiver.reading.whose import Own, own_of

Field = Literal[
    "type", "title", "lead", "body", "body_html", "published", "modified", "author", "section", "tag", "image",
    "canonical", "amp", "print", "next", "previous", "feed", "site", "publisher", "language", "refresh",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Witness:
    """One testimony."""

    field: Field
    """What it speaks of."""
    value: str
    """What it says: verbatim but for HTML's entities and the white space at its ends; links absolute."""
    rule: str
    """Where it stands: 'json-ld:headline', 'meta:og:title', 'microdata:datePublished', 'link:canonical',
    'state:__NEXT_DATA__:title'. With 'torn-json-ld' the JSON was broken and read by its keys alone."""


@dataclass(frozen=True, eq=False)
class Structured:
    """All testimonies of a page: JSON-LD first, then microdata, Open Graph, other meta, links; each in page order."""

    witnesses: tuple[Witness, ...]
    _document: Document

    def of(self, field: Field) -> list[Witness]:
        """The testimonies of one field, the most trusted kind of witness first."""
        return [witness for witness in self.witnesses if witness.field == field]

    def first(self, field: Field) -> str | None:
        """The first testimony's value, or None."""
        return next((witness.value for witness in self.witnesses if witness.field == field), None)

    @cached_property
    def types(self) -> frozenset[str]:
        """What the page calls itself, in lower case: 'newsarticle', 'collectionpage', 'article', 'website'."""
        return frozenset(witness.value.lower() for witness in self.witnesses if witness.field == "type")

    @cached_property
    def state(self) -> tuple[Witness, ...]:
        """The article in the page's embedded state (`__NEXT_DATA__` and kin); empty where there is none.

        Costs a parse of that JSON, so it is asked only where the HTML itself holds no text.
        """
        return tuple(_state(self._stories))

    @cached_property
    def _stories(self) -> list[tuple[_Rank, bool, str, dict[str, Any]]]:
        return _stories(self._document) if _STATEFUL.search(self._document.text) else []

    @property
    def state_tells_one(self) -> bool:
        """Whether the page's embedded state holds one article: it alone, or one whose address is the page's."""
        titles = {_titled(node) for _, _, _, node in self._stories}
        return len(titles) == 1 or any(mine for _, mine, _, _ in self._stories)


def read_structured(document: Document) -> Structured:
    """Hear every witness of *document*; never raises on what they say.

    >>> from archiver.reading.document import parse, split_url
    >>> page = parse(b'<meta property="og:title" content="Tin &amp;quot;A&amp;quot;">', "https://so.example/")
    >>> read_structured(page).of("title")
    [Witness(field='title', value='Tin "A"', rule='meta:og:title')]
    """
    found = [*_json_ld(document), *_microdata(document), *_meta(document), *_links(document)]
    return Structured(tuple(dict.fromkeys(found)), document)


_MARKUP = re.compile(r"</?(?:em|i|b|u|strong|span|br|sup|sub|mark|small)\b[^<>]*>", re.I)  # in the text of a headline


def _said(field: Field, value: object, rule: str) -> Iterator[Witness]:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return
    text = str(value)
    if "&" in text:
        text = html.unescape(text)  # once more than the parser: templates escape what is escaped
    if field == "title" and "<" in text:
        text = _MARKUP.sub("", text)
    text = text.strip()
    if text and text.lower() not in ("null", "undefined", "none"):
        yield Witness(field, text, rule)


# --- JSON-LD ---------------------------------------------------------------------------------------------------------

_ARTICLES = re.compile(r"article|posting|^report$|^reportage$|^creativework$|^legislation$", re.I)
_JSON_LD: dict[str, Field] = {
    "headline": "title", "name": "title", "description": "lead", "articleBody": "body", "text": "body",
    "datePublished": "published", "dateCreated": "published", "uploadDate": "published", "dateModified": "modified",
    "articleSection": "section", "keywords": "tag", "inLanguage": "language",
}  # fmt: skip
_ORDER = {key: place for place, key in enumerate(_JSON_LD)}
_TORN = re.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection|description)"\s*:\s*"((?:[^"\\\n]|\\.)*)"'
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)  # line ends within strings are common


def _json_ld(document: Document) -> Iterator[Witness]:
    nodes: list[dict[str, Any]] = []
    for script in document.tags("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = script.text or ""
        values = _loads(source)
        if values is None:
            yield from _torn(source)
            continue
        for value in values:
            nodes.extend(_nodes(value))
    if not nodes:
        return
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if any(_ARTICLES.search(kind) for kind in _types(node))]
    for node in nodes:
        for kind in _types(node):
            yield from _said("type", kind, "json-ld:@type")
    if len(articles) > 1:  # the page's own first, then the news that it merely lists
        own = _address(document.url)
        articles.sort(key=lambda node: own not in (_address(value) for value in _urls(node)))
    for node in articles[:1]:
        yield from _node(node, "json-ld", by_id)
    for node in nodes:
        kinds = _types(node)
        if "BreadcrumbList" in kinds:
            yield from _crumbs(node)
        elif "WebPage" in kinds and node not in articles[:1]:
            for key in ("datePublished", "dateModified"):
                yield from _said(_JSON_LD[key], node.get(key), f"json-ld:WebPage.{key}")


def _loads(source: str) -> list[Any] | None:
    """Every JSON value in *source*, or None where it is no JSON even with the usual harms mended."""
    source = source.strip().removeprefix("<!--").removesuffix("-->").strip()
    source = source.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    for mended in (source, _TRAILING_COMMA.sub(r"\1", source)):
        values, at = [], 0
        try:
            while at < len(mended):
                value, at = _DECODER.raw_decode(mended, at)
                values.append(value)
                while at < len(mended) and mended[at] in " \t\r\n,;":
                    at += 1
        except (ValueError, RecursionError):
            continue
        return values
    return None


def _torn(source: str) -> Iterator[Witness]:
    for key, value in _TORN.findall(source[:200_000]):
        if key == "@type":
            yield from _said("type", value, "torn-json-ld:@type")
            continue
        try:
            text = json.loads(f'"{value}"', strict=False)
        except ValueError:
            text = value
        yield from _said(_JSON_LD[key], text, f"torn-json-ld:{key}")


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every typed object within *value*, outermost first; bounded, and without recursion."""
    waiting, seen = deque([value]), 0
    while waiting and seen < 2_000:
        value = waiting.popleft()
        seen += 1
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            if "@type" in value or "@id" in value:
                yield value
            for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate", "author"):
                inner = value.get(key)
                if isinstance(inner, dict | list):
                    waiting.append(inner)


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _urls(node: dict[str, Any]) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str):
            yield value


def _address(url: str) -> str:
    parts = split_url(url.strip())
    return unquote(parts.path).rstrip("/") + ("?" + parts.query if parts.query else "")


def _node(node: dict[str, Any], rule: str, by_id: dict[str, dict[str, Any]]) -> Iterator[Witness]:
    for key in sorted(_JSON_LD.keys() & node.keys(), key=_ORDER.__getitem__):
        for value in _flat(node[key]):
            yield from _said(_JSON_LD[key], value, f"{rule}:{key}")
    for key, field in (("author", "author"), ("creator", "author"), ("publisher", "publisher")):
        for value in _flat(node.get(key)):
            if isinstance(value, dict):
                value = by_id.get(value.get("@id", ""), value) if isinstance(value.get("@id", ""), str) else value
                kind = next(iter(_types(value)), "")
                both = (value.get("givenName"), value.get("familyName"))
                parted = " ".join(part for part in both if isinstance(part, str))
                for name in _flat(value.get("name") or parted):
                    yield from _said(field, name, f"{rule}:{key}" + (f"({kind})" if kind not in ("", "Person") else ""))  # type: ignore[arg-type]
            else:
                yield from _said(field, value, f"{rule}:{key}")  # type: ignore[arg-type]
    for value in _flat(node.get("image")):
        yield from _said("image", value.get("url") if isinstance(value, dict) else value, f"{rule}:image")
    for url in _urls(node):
        if url.startswith(("http://", "https://")):
            yield from _said("canonical", url, f"{rule}:url")
            break


def _flat(value: Any) -> list[Any]:
    return [one for one in value if not isinstance(one, list)][:50] if isinstance(value, list) else [value]


def _crumbs(node: dict[str, Any]) -> Iterator[Witness]:
    names = []
    for element in _flat(node.get("itemListElement")):
        if isinstance(element, dict):
            item = element.get("item")
            name = element.get("name") or (item.get("name") if isinstance(item, dict) else None)
            if isinstance(name, str) and name.strip():
                names.append(html.unescape(name).strip())
    if names:
        yield Witness("section", " / ".join(names), "json-ld:BreadcrumbList")


# --- microdata -------------------------------------------------------------------------------------------------------


def _microdata(document: Document) -> Iterator[Witness]:
    if not document.has_microdata:
        return
    scopes: dict[etree._Element | None, list[Witness]] = {}
    found = [e for e in document.elements if e.get("itemprop") is not None or e.get("itemscope") is not None]
    for element in found[:3_000]:  # an XPath costs half as much again
        if element.get("itemscope") is not None and element.get("itemtype"):
            yield from _said("type", _name(element.get("itemtype")), "microdata:itemtype")
        for prop in (element.get("itemprop") or "").split():
            field: Field | None = _JSON_LD.get(prop)
            if prop == "articleBody" or (field is None and prop not in ("author", "image")):
                continue  # the body is the reader's to find: articleBody is often set about half of the page
            scope = next((up for up in element.iterancestors() if up.get("itemscope") is not None), None)
            kind = "Article" if scope is None else _name(scope.get("itemtype"))
            said: Iterator[Witness] = iter(())
            if kind == "Person" and prop == "name" and scope is not None and "author" in (scope.get("itemprop") or ""):
                scope = next((up for up in scope.iterancestors() if up.get("itemscope") is not None), None)
                said = _said("author", _value(element), "microdata:author")
            elif not _ARTICLES.search(kind) or prop in ("name", "text"):
                continue
            elif prop == "image":
                said = _said("image", document.absolute(_value(element)), "microdata:image")
            elif prop == "author":
                if element.get("itemscope") is None:
                    said = _said("author", _value(element), "microdata:author")
            elif field is not None:
                said = _said(field, _value(element), f"microdata:{prop}")
            scopes.setdefault(scope, []).extend(said)
    if not scopes:
        return
    # Lists of other news carry the same marks. The page's own article is the scope that holds most text; what lies in
    # no scope at all is the page's, too.
    stray = scopes.pop(None, [])
    if scopes:
        yield from scopes[max(scopes, key=lambda scope: len(text_of(scope)) if scope is not None else 0)]
    yield from stray


def _name(itemtype: str | None) -> str:
    return (itemtype or "").rstrip("/").rpartition("/")[2]


def _value(element: etree._Element) -> str:
    for name in ("content", "datetime", "href" if element.tag in ("a", "link") else "src"):
        value = element.get(name)
        if value and not (name == "href" and element.tag == "a"):
            return value
    return text_of(element)[:2_000]


# --- meta and links --------------------------------------------------------------------------------------------------

_META: dict[str, Field] = {
    "og:title": "title", "twitter:title": "title", "dc.title": "title", "dcterms.title": "title",
    "citation_title": "title", "title": "title", "sailthru.title": "title", "parsely-title": "title",
    "og:description": "lead", "twitter:description": "lead", "description": "lead", "dc.description": "lead",
    "dcterms.description": "lead", "dcterms.abstract": "lead",
    "article:published_time": "published", "article:published": "published", "og:published_time": "published",
    "og:article:published_time": "published", "pubdate": "published", "publishdate": "published",
    "publish-date": "published", "publish_date": "published", "publication_date": "published",
    "published_time": "published", "publicationdate": "published", "date": "published", "dc.date": "published",
    "dc.date.issued": "published", "dc.date.created": "published", "dcterms.created": "published",
    "dcterms.issued": "published", "dcterms.date": "published", "citation_publication_date": "published",
    "citation_date": "published", "sailthru.date": "published", "parsely-pub-date": "published",
    "cxenseparse:recs:publishtime": "published", "bt:pubdate": "published", "created": "published",
    "article:modified_time": "modified", "article:modified": "modified", "og:updated_time": "modified",
    "og:modified_time": "modified", "dcterms.modified": "modified", "dc.date.modified": "modified",
    "last-modified": "modified", "lastmod": "modified", "revised": "modified", "modified": "modified",
    "author": "author", "article:author": "author", "dc.creator": "author", "dcterms.creator": "author",
    "citation_author": "author", "sailthru.author": "author", "parsely-author": "author", "byl": "author",
    "cxenseparse:author": "author", "og:article:author": "author", "mrf:authors": "author", "authors": "author",
    "dcsext.author": "author", "article_author": "author", "article:author_name": "author", "vr:author": "author",
    "shareaholic:article_author_name": "author",
    "article:section": "section", "parsely-section": "section", "section": "section", "category": "section",
    "dc.subject": "tag", "dcterms.subject": "tag", "keywords": "tag", "news_keywords": "tag", "article:tag": "tag",
    "og:image": "image", "og:image:url": "image", "og:image:secure_url": "image", "twitter:image": "image",
    "og:url": "canonical", "og:site_name": "site", "application-name": "site", "dc.publisher": "publisher",
    "article:publisher": "publisher", "copyright": "publisher", "og:type": "type", "og:locale": "language",
    "language": "language", "content-language": "language", "dc.language": "language", "refresh": "refresh",
}  # fmt: skip
_AUTHORLY = re.compile(r"(?<!twitter)[.:_-](?:authors?|author-?name|creator|byline)$|^(?:author_?name|creator|byline)$")
_META_ORDER = ("og:", "article:", "dc", "twitter:", "")
_RANK = {name: next(n for n, start in enumerate(_META_ORDER) if name.startswith(start)) for name in _META}
_LINKS: dict[str, Field] = {
    "canonical": "canonical", "amphtml": "amp", "next": "next", "prev": "previous", "previous": "previous",
}  # fmt: skip


def _meta(document: Document) -> Iterator[Witness]:
    found: list[tuple[int, Witness]] = []
    for element in document.tags("meta"):
        content = element.get("content")
        name = element.get("property") or element.get("name") or element.get("http-equiv")
        if not content or not name:
            continue
        name = name.strip().lower()
        field = _META.get(name)
        if field is None:
            if name == "parsely-page":
                found.extend((len(_META_ORDER), witness) for witness in _parsely(content))
            elif _AUTHORLY.search(name):
                found.extend((len(_META_ORDER), witness) for witness in _said("author", content, f"meta:{name}"))
            continue
        if field in ("image", "canonical"):
            content = document.absolute(content)
        found.extend((_RANK[name], witness) for witness in _said(field, content, f"meta:{name}"))
    found.sort(key=lambda pair: pair[0])  # stable: page order within a rank
    for _, witness in found:
        yield witness
    language = document.root.get("lang") or document.root.get("{http://www.w3.org/XML/1998/namespace}lang")
    yield from _said("language", language, "html:lang")


def _parsely(content: str) -> Iterator[Witness]:
    """The names in the JSON that a service for publishers wants of each page."""
    with suppress(ValueError, RecursionError):
        told = json.loads(content, strict=False)
        for name in _flat((told.get("authors") or told.get("author")) if isinstance(told, dict) else None):
            yield from _said("author", name, "meta:parsely-page")


def _links(document: Document) -> Iterator[Witness]:
    for element in document.tags("link"):
        rel = (element.get("rel") or "").lower().split()
        href = document.absolute(element.get("href"))
        if not rel or href is None:
            continue
        for word in rel:
            field = _LINKS.get(word)
            if field is not None:
                yield from _said(field, href, f"link:{word}")
        if "alternate" in rel:
            kind = (element.get("type") or "").lower()
            if "rss" in kind or "atom" in kind or "feed+json" in kind:
                yield from _said("feed", href, "link:alternate")
            elif "print" in (element.get("media") or "").lower():
                yield from _said("print", href, "link:alternate print")


# --- embedded state --------------------------------------------------------------------------------------------------

_STATE_IDS = frozenset(
    ("__NEXT_DATA__", "__NUXT_DATA__", "__APOLLO_STATE__", "serverApp-state", "ng-state", "__DATA__")
)
_STATEFUL = re.compile(  # pages without any of these are not searched for state
    r"__[A-Z][A-Z_]{2,}|__next_f|application/json|initialState|pageData|articleData|Fusion\.|__remix|ng-state"
    r"|serverApp-state"
)
_STATE = re.compile(
    r"(__[A-Z][A-Z0-9_]{2,40}(?:__)?|Fusion\.globalContent|__remixContext|initialState|pageData"
    r"|articleData)[\"']?\]?\s*=\s*"
)
_ESCAPED = {"q": '"', "s": "'", "l": "<", "g": ">", "a": "&"}  # as Angular writes its state up to its version 15
_ANGULAR = re.compile("&([qslga]);")
_FLIGHT = re.compile(r"self\.__next_f\.push\(\[1,\s*(\"(?:[^\"\\]|\\.)*\")\]\)")
_PARSED = re.compile(r"JSON\.parse\(\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')")
_KEYS: dict[str, Field] = {
    "title": "title", "headline": "title", "tieude": "title", "name": "title", "subject": "title", "ten": "title",
    "sapo": "lead", "lead": "lead", "description": "lead", "summary": "lead", "excerpt": "lead", "tomtat": "lead",
    "trichyeu": "lead", "abstract": "lead", "shortcontent": "lead", "mota": "lead", "intro": "lead",
    "body": "body", "content": "body", "noidung": "body", "articlebody": "body", "html": "body", "detail": "body",
    "contenthtml": "body", "fulltext": "body", "details": "body", "text": "body", "chitiet": "body",
    "publishedat": "published", "publishdate": "published", "publisheddate": "published", "datepublished": "published",
    "publishtime": "published", "ngaydang": "published", "ngayxuatban": "published", "publishedtime": "published",
    "published": "published", "pubdate": "published", "date": "published", "createdat": "published",
    "createddate": "published", "ngaytao": "published", "displaydate": "published", "firstpublishdate": "published",
    "updatedat": "modified", "modified": "modified", "modifiedat": "modified", "datemodified": "modified",
    "modifieddate": "modified", "lastmodified": "modified", "ngaycapnhat": "modified",
    "author": "author", "authorname": "author", "tacgia": "author", "byline": "author", "butdanh": "author",
    "authors": "author", "nguon": "publisher", "source": "publisher",
    "category": "section", "categoryname": "section", "chuyenmuc": "section", "section": "section",
    "slug": "canonical", "url": "canonical", "link": "canonical",
}  # fmt: skip
_MOST_STATE = 8_000_000
_SHORTEST_BODY = 200


_Rank = tuple[int, bool, bool, int]
"""How much a story is the page's own: letters of its address, its headline, whether alone in its list, letters."""


def _stories(document: Document) -> list[tuple[_Rank, bool, str, dict[str, Any]]]:
    """What in the embedded state may be an article: how much so, whether its address is the page's, where, itself."""
    own = own_of(document.url, next((title.text or "" for title in document.tags("title")), ""))
    found = []
    for name, value in _states(document):
        for node, alone in _dicts(value):
            rank = _newsworthy(node, own, alone)
            if rank is not None:
                found.append((rank, rank[0] > 0, name, node))
    return found


def _titled(node: dict[str, Any]) -> str:
    return next(
        (value for key, value in node.items() if _KEYS.get(_plain(key)) == "title" and isinstance(value, str)), ""
    )


def _state(stories: list[tuple[_Rank, bool, str, dict[str, Any]]]) -> Iterator[Witness]:
    if not stories:
        return
    _, _, name, node = max(stories, key=lambda story: story[0])
    for key, value in node.items():
        field = _KEYS.get(_plain(key))
        if field is None or field == "canonical":
            continue
        for one in _flat(value):
            if isinstance(one, dict):
                one = one.get("name") or one.get("rendered") or one.get("title") or one.get("html")
            if field == "body" and isinstance(one, str):
                markup = "<p" in one or "<div" in one or "<br" in one
                if markup:
                    yield Witness("body_html", one, f"state:{name}:{key}")  # its entities are the markup's own
                    continue
            yield from _said(field, one, f"state:{name}:{key}")


def _states(document: Document) -> Iterator[tuple[str, Any]]:
    flight: list[str] = []
    for script in document.tags("script"):
        source = script.text
        if not source or len(source) > _MOST_STATE or "ld+json" in (script.get("type") or ""):
            continue
        identity = script.get("id") or ""
        if identity in _STATE_IDS or "application/json" in (script.get("type") or ""):
            if "&q;" in source:
                source = _ANGULAR.sub(lambda found: _ESCAPED[found[1]], source)
            values = _loads(html.unescape(source) if "&quot;" in source else source)
            for value in values or ():
                yield identity or "script", _revived(value) if isinstance(value, list) else value
            continue
        if "__next_f" in source:
            for piece in _FLIGHT.findall(source):
                with suppress(ValueError):  # a piece that was torn: the others may hold the article
                    flight.append(json.loads(piece, strict=False))
            continue
        for match in _STATE.finditer(source):
            value = _assigned(source, match.end())
            if value is not None:
                yield match[1], value
    if flight:
        yield from (("__next_f", value) for value in _flight_values("".join(flight)))


def _assigned(source: str, at: int) -> Any:
    try:
        if source[at : at + 1] in ("{", "["):
            return _DECODER.raw_decode(source, at)[0]
        quoted = _PARSED.match(source, at)
        if quoted:
            text = quoted[1]
            if text[0] == "'":
                text = '"' + text[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'
            return json.loads(json.loads(text, strict=False), strict=False)
    except (ValueError, RecursionError):
        return None
    return None


def _flight_values(stream: str) -> Iterator[Any]:
    """The JSON rows of React's server stream: 'id:value' lines."""
    for row in stream.split("\n"):
        head, colon, rest = row.partition(":")
        if colon and len(head) < 8 and rest[:1] in ("[", "{"):
            try:
                yield json.loads(rest, strict=False)
            except (ValueError, RecursionError):
                continue


def _revived(flat: list[Any]) -> Any:
    """Nuxt 3 writes its state flat: every number is the place of a value. One level is enough to see an article."""
    if not any(isinstance(one, str) and len(one) > _SHORTEST_BODY for one in flat):
        return flat

    def at(place: Any) -> Any:
        return (
            flat[place] if isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(flat) else place
        )

    return [{key: at(value) for key, value in one.items()} for one in flat if isinstance(one, dict)] + flat


def _dicts(value: Any) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every object in *value*, and whether it is not one of several with a text in a list."""
    waiting, seen = [(value, True)], 0
    while waiting and seen < 200_000:
        value, alone = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value, alone
            waiting.extend((inner, True) for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            several = sum(isinstance(inner, dict) and _is_long(inner) for inner in value[:2_000]) > 1
            waiting.extend((inner, not several) for inner in value if isinstance(inner, dict | list))


def _is_long(node: dict[str, Any]) -> bool:
    return any(isinstance(value, str) and len(value) >= _SHORTEST_BODY for value in node.values())


def _plain(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "")


def _newsworthy(node: dict[str, Any], own: Own, alone: bool) -> _Rank | None:
    """How much *node* looks like the page's article; None where it is no article."""
    length, title, addresses = 0, "", []
    for key, value in node.items():
        field = _KEYS.get(_plain(key))
        if field is None:
            continue
        if isinstance(value, dict):
            value = value.get("rendered") or value.get("html")
        if not isinstance(value, str):
            continue
        if field == "body":
            length = max(length, len(value))
        elif field == "title":
            title = title or (value if 5 < len(value) < 400 else "")
        elif field == "canonical":
            addresses.append(value)
    if length < _SHORTEST_BODY or not title:
        return None
    return own.by_address(addresses), own.by_title(title), alone, length
