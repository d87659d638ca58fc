"""A list, or an article, that a page's script would fetch: what is sent, and what is sent for the part that follows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from archiver.reading.javascript import number_of
from archiver.reading.state import news_lists, states_of
from archiver.walking.canonical import tidy
from archiver.walking.linking import linked

PAGE_NAME = re.compile(
    r"^(?:\w*page(?:_?(?:index|number|num|no))?|p|pg|trang|trang_?so|so_?trang|pi|cur|paged|current_?page)$", re.I
)
OFFSET_NAME = re.compile(r"^(?:skip|offset|start|start_?index|from|bat_?dau|row_?start|limitstart|last_?index)$", re.I)
SIZE_NAME = re.compile(
    r"^(?:\w*page_?size|size|take|limit|count|per_?page|rows?|top|so_?luong|num|row_?per_?page|ps)$", re.I
)
CURSOR_NAME = re.compile(
    r"^(?:after|before|\w*cursor|(?:next_?)?page_?token|next_?(?:token|key|page_?token)|continuation(?:_?token)?|scroll_?id"
    r"|last_?id|max_?id|since_?id|start_?(?:after|key)|con_?tro|tiep_?theo)$",
    re.I,
)
"""Names of fields that take what the answer before gave."""
HAS_MORE = re.compile(
    r"^(?:has_?next(?:_?page)?|has_?more(?:_?(?:items|pages|posts|results))?|co_?trang_?sau|con_?nua)$", re.I
)
CURSOR = re.compile(
    r"^(?:(?:next|end|last)_?(?:page_?)?(?:cursor|token|key)|(?:cursor|token)_?(?:next|tiep)|continuation(?:_?token)?"
    r"|next_?(?:page|offset|start|skip|from|after)|after_?(?:cursor|token)?|cursor|con_?tro(?:_?tiep)?|trang_?sau)$",
    re.I,
)
"""Names of what an answer gives for the request of the following part."""
TOTAL = re.compile(
    r"^(?:total(?:_?(?:items?|count|records?|elements|results|posts|news))?|records?_?(?:total|count)|i_?total_?records|tong_?so(?:_?\w+)?)$",
    re.I,
)
PAGES = re.compile(r"^(?:total_?pages?|page_?count|num_?pages|max_?pages?|last_?page|(?:tong_?)?so_?trang)$", re.I)
PAGE = re.compile(r"^(?:current_?page|page(?:_?(?:index|number|no|num))?|trang(?:_?hien_?tai)?)$", re.I)


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands beside a list in the data: which page of how many this is, and how many items there are."""

    page: int | None
    pages: int | None
    total: int | None

    @classmethod
    def of(cls, holder: dict[str, Any]) -> Counted:
        def first(names: re.Pattern[str]) -> int | None:
            said = (value for name, value in holder.items() if names.match(name))
            return next((one for one in said if isinstance(one, int) and not isinstance(one, bool)), None)

        return cls(first(PAGE), first(PAGES), first(TOTAL))


def ends(holder: dict[str, Any], *, seen: int) -> bool:
    """Whether what stands beside a list says that nothing follows, *seen* items being read.

    >>> ends({"hasNextPage": False}, seen=5), ends({"page": 2, "totalPages": 3}, seen=5), ends({"total": 5}, seen=5)
    (True, False, True)
    """
    more = [value for name, value in holder.items() if HAS_MORE.match(name)]
    if more:
        return not any(value is True or value == 1 for value in more)
    counted = Counted.of(holder)
    if counted.page is not None and counted.pages is not None:
        return counted.page >= counted.pages
    return counted.total is not None and seen >= counted.total


def is_the_last(body: bytes, *, seen: int) -> bool:
    """Whether an answer says so of its list."""
    return any(ends(holder, seen=seen) for state in states_of(body) for holder, _ in news_lists(state))


def says_nothing(body: bytes) -> bool:
    """Whether an answer in JSON holds no text to speak of: what a service says of an article that it no longer has.

    >>> says_nothing(b"null"), says_nothing('{"code": 404, "message": "Không tìm thấy bài viết"}'.encode())
    (True, True)
    """
    if body.lstrip()[:1] not in (b"{", b"[", b"n", b"f", b""):
        return False
    try:
        data = json.loads(body or b"null")
    except (ValueError, RecursionError):
        return False
    return sum(len(text.split()) for text in _texts(data)) < FEW_WORDS


def _texts(data: Any) -> Iterator[str]:
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


FEW_WORDS = 15


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
    token: str | None = None
    """What of an answer the next request sends as `counts`: 'endCursor'; '@id': that of its last row; '': what is
    called like a cursor. None: it counts on."""
    links: tuple[str, ...] = ()
    """Where the rows of an answer lead (`walking.linking`)."""
    draws: bool = False
    """The page's list stands in its answers alone."""
    headers: tuple[tuple[str, str], ...] = ()
    """What the script sends beside them: a token against forgery, 'X-Requested-With'."""
    guessed: bool = False
    """Nothing says that the field which counts is called so."""

    @property
    def sent(self) -> tuple[tuple[str, str], ...]:
        """The fields of a query or form: what is nested is one field of JSON, a cursor not known yet is left out.

        >>> Source("http://a.vn/g", fields=(("op", "tin"), ("variables/page", "2"), ("variables/size", "9"))).sent
        (('op', 'tin'), ('variables', '{"page": 2, "size": 9}'))
        """
        flat = {name.partition("/")[0]: value for name, value in self._given if "/" not in name}
        nested = body_of([(name, value) for name, value in self._given if "/" in name])
        order = dict.fromkeys(name.partition("/")[0] for name, _ in self.fields)
        made = {**flat, **{name: json.dumps(value) for name, value in nested.items()}}
        return tuple((name, made[name]) for name in order if name in made)

    @property
    def _given(self) -> list[tuple[str, str]]:
        return [
            pair for pair in self.fields if not (pair[0] == self.counts and pair[1] == "" and self.token is not None)
        ]

    @property
    def form(self) -> tuple[tuple[str, str], ...]:
        """What `spiders.forms` sends: for a body of JSON with the paths of what is nested."""
        return tuple(self._given) if self.as_json else self.sent

    @property
    def address(self) -> str:
        """The address of a GET."""
        parts = urlsplit(self.url)
        pairs = [*parse_qsl(parts.query, keep_blank_values=True), *self.sent]
        return tidy(urlunsplit(parts._replace(query=urlencode(pairs))))

    def linked(self, body: bytes, base: str) -> bytes:
        """An answer, its rows with the addresses that the page's script gives them."""
        return linked(body, self.links, base)

    def following(self, body: bytes, by: int) -> Source | None:
        """The source of the page after that of *body*, which had *by* items; None where nothing follows.

        >>> source = Source("http://a.vn/api", fields=(("after", ""),), counts="after", token="")
        >>> body = b'{"data": [{"title": "A day of four words"}], "paging": {"next_cursor": "x9"}}'
        >>> source.address, source.following(body, 1).address
        ('http://a.vn/api', 'http://a.vn/api?after=x9')
        """
        if self.token is None:
            return self.turned(by)
        value = next_token(body, self.token)
        if value is None or value == dict(self.fields).get(self.counts or ""):
            return None
        return replace(self, fields=tuple((n, value) if n == self.counts else (n, v) for n, v in self.fields))

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


def body_of(fields: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A body of JSON: names are paths, numbers are numbers.

    >>> body_of([("query", "query { tin }"), ("variables/first", "10")])
    {'query': 'query { tin }', 'variables': {'first': 10}}
    """
    made: dict[str, Any] = {}
    for name, value in fields:
        *above, last = name.split("/")
        place = made
        for step in above:
            inner = place.setdefault(step, {})
            place = inner if isinstance(inner, dict) else {}
        place[last] = int(value) if value.isdigit() else {"true": True, "false": False}.get(value, value)
    return made


def next_token(body: bytes, name: str) -> str | None:
    """What an answer gives for the request of the following part, under *name* (see `Source.token`)."""
    for state in states_of(body):
        for holder, rows in news_lists(state):
            if any(HAS_MORE.match(said) and not value for said, value in holder.items()):
                return None
            if name.startswith("@"):
                value = rows[-1].get(name[1:])
            elif name in holder:
                value = holder[name]
            else:
                value = next((v for n, v in holder.items() if CURSOR.match(n) and v), None)
            if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
                return str(value)
    return None
