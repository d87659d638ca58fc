"""Which makes of address show the same article: learned from this site's own evidence, and written down.

A portal may show one article as /tin-tuc/hop-bao-345.html, /thong-bao/hop-bao-345.html and /chitiet.aspx?ItemID=345.
Asking all of them would double the requests; folding them by a rule of ours would one day merge two articles. So the
first of them are asked, and where pages whose addresses share a token (345, 'hop-bao') turn out to be one article time
and again and never two, the relation is believed. A prediction also needs the words of the link to be the title that
is known, and every 25th is checked by asking. One counter-example ends a relation for good.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from archiver.walking.canonical import form, tokens

ENOUGH = 2
"""Confirmations before a relation is believed. Two, because a prediction needs the title as well (`same_words`)."""
CHECK_EVERY = 25
"""Every so many predictions one is asked after all."""
CROWDED = 8
"""More articles under one token than that, and the token names a section, not an article."""

Relation = tuple[str, str]
"""Two ends in alphabetical order, each 'form kind'."""


class TokenStore(Protocol):
    """Where tokens of known articles are kept; the ledger, or a dict in tests."""

    def articles_with(self, value: str) -> Iterable[tuple[str, str]]:
        """(end, article) for each address known to hold *value*; an end is 'form kind'."""
        ...

    def keep_token(self, value: str, end: str, article: str) -> None:
        """Remember that *article* has an address with *value* at *end*."""
        ...


@dataclass
class Tokens:
    """A TokenStore in memory."""

    held: dict[str, set[tuple[str, str]]] = field(default_factory=dict)

    def articles_with(self, value: str) -> Iterable[tuple[str, str]]:
        """See TokenStore."""
        return tuple(self.held.get(value, ()))

    def keep_token(self, value: str, end: str, article: str) -> None:
        """See TokenStore."""
        self.held.setdefault(value, set()).add((end, article))


@dataclass
class Sameness:
    """What is believed of this site so far.

    >>> s = Sameness(Tokens())
    >>> for n in (11, 12):
    ...     s.observe(f"http://a.vn/tin.aspx?ItemID={n}&CateID=1", f"article {n}")
    ...     s.observe(f"http://a.vn/tin.aspx?ItemID={n}&CateID=2", f"article {n}")
    >>> s.observe("http://a.vn/tin.aspx?ItemID=13&CateID=1", "article 13")
    >>> s.predict("http://a.vn/tin.aspx?ItemID=13&CateID=2")
    'article 13'
    >>> s.predict("http://a.vn/tin.aspx?ItemID=14&CateID=2") is None
    True
    """

    store: TokenStore
    confirmed: dict[Relation, int] = field(default_factory=dict)
    """How often two ends with the same token were one article."""
    refuted: dict[Relation, int] = field(default_factory=dict)
    """How often they were two."""
    dull: set[str] = field(default_factory=set)
    """Ends whose tokens name no article: a section's number, a page's."""
    changed: set[Relation] = field(default_factory=set)
    """Relations touched since the ledger last wrote them down."""
    predictions: int = 0

    def observe(self, url: str, article: str) -> None:
        """*url* was asked, or is otherwise proved, to show *article*."""
        make = form(url)
        for kind, value in tokens(url):
            end = f"{make} {kind}"
            if end in self.dull:
                continue
            rows = list(self.store.articles_with(value))
            if (end, article) not in rows:
                for other_end, other in rows:
                    self._count(_relation(end, other_end), same=other == article)
                if sum(1 for other_end, other in rows if other_end == end and other != article) >= CROWDED:
                    self.dull.add(end)
                    self.changed.add((end, end))
                    continue
                self.store.keep_token(value, end, article)
            elif self.confirmed.get((end, end), 0) < ENOUGH:
                # The same make twice for the same article: only addresses that differ elsewhere come here.
                self._count((end, end), same=True)

    def _count(self, relation: Relation, *, same: bool) -> None:
        counts = self.confirmed if same else self.refuted
        counts[relation] = counts.get(relation, 0) + 1
        self.changed.add(relation)

    def believed(self, relation: Relation) -> bool:
        """Whether *relation* has been confirmed enough and never refuted."""
        return self.confirmed.get(relation, 0) >= ENOUGH and relation not in self.refuted

    def predict(self, url: str) -> str | None:
        """The one article that *url* must show, by what has been learned, or None."""
        make = form(url)
        said: set[str] = set()
        for kind, value in tokens(url):
            end = f"{make} {kind}"
            if end in self.dull:
                continue
            for other_end, article in self.store.articles_with(value):
                if self.believed(_relation(end, other_end)):
                    said.add(article)
        return said.pop() if len(said) == 1 else None

    def twins(self, one: str, other: str) -> bool:
        """Whether two addresses must show the same article, by what has been learned, whichever that is."""
        mine, theirs = form(one), form(other)
        values = dict[str, list[str]]()
        for kind, value in tokens(other):
            values.setdefault(value, []).append(f"{theirs} {kind}")
        return any(
            self.believed(_relation(f"{mine} {kind}", end))
            for kind, value in tokens(one)
            for end in values.get(value, ())
            if end not in self.dull and f"{mine} {kind}" not in self.dull
        )

    def to_be_checked(self) -> bool:
        """Whether this prediction is one of those that are asked after all."""
        self.predictions += 1
        return self.predictions % CHECK_EVERY == 0

    def lessons(self) -> list[str]:
        """What is believed, for the run's report.

        >>> Sameness(Tokens(), confirmed={("/a ?ItemID", "/a ?ItemID"): 3}).lessons()
        ['/a ?ItemID = /a ?ItemID: one article (3 times seen, never refuted)']
        """
        return [
            f"{a} = {b}: one article ({self.confirmed[a, b]} times seen, never refuted)"
            for a, b in sorted(self.confirmed)
            if self.believed((a, b))
        ]


def _relation(one: str, other: str) -> Relation:
    return (one, other) if one <= other else (other, one)


def same_words(link: str, title: str | None) -> bool:
    """Whether the words of a link are those of a title, cut short or not.

    >>> same_words("Hội nghị tổng kết công tác năm 2012", "HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM 2012")
    True
    >>> same_words("Hội nghị tổng kết công tác thi đua…", "Hội nghị tổng kết công tác thi đua năm 2013")
    True
    >>> same_words("Xem tiếp", "Hội nghị tổng kết")
    False
    """
    if not title:
        return False
    seen, known = _words(link), _words(title)
    if len(seen) < 8:
        return False
    cut = seen.rstrip("….").rstrip()
    return seen == known or (cut != seen and len(cut) >= 20 and known.startswith(cut))


def _words(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("đ", "d").split())
