"""Which makes of address show the same article: learned from this site's own evidence, and written down.

A portal may show one article as /tin-tuc/hop-bao-345.html, /thong-bao/hop-bao-345.html and /chitiet.aspx?ItemID=345.
Asking all of them would double the requests; folding them by a rule of ours would one day merge two articles. So the
first of them are asked, and where pages whose addresses share a token (345, 'hop-bao') turn out to be one article time
and again and never two, the relation is believed. A prediction also needs the words of the link to be the title that
is known, and one in a hundred is checked by asking. One counter-example ends a relation for good, and what was not
asked because of it is asked after all.

Two more things are learned in the same way: which make of address is a tool of the page it stands on ('Bản in'), and
which value of a query changes nothing (`?ref=`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from archiver.walking.canonical import form, tokens

ENOUGH = 2
"""Confirmations before a relation is believed. Two, because a prediction needs the title as well (`same_words`)."""
TOOL_ENOUGH = 1
"""The same for a link that says 'Bản in' on an article's own page: it could hardly mean anything else."""
IDLE_ENOUGH = 3
"""The same for a value that changes nothing: no title speaks for it, the rest of the address does."""
CHECK_EVERY = 100
"""Every so many predictions of a make of address one is asked after all."""
CHECK_AT, CHECKS = 3, 2
"""So is this one, since a young belief errs most: of two makes of address, and one more for every 200 predictions."""
MAKES_AT_MOST = 5_000
"""Makes of address of which predictions are counted."""
CROWDED = 8
"""More articles under one token than that, and the token names a section, not an article."""

Relation = tuple[str, str]
"""Two ends in alphabetical order, each 'form kind'; or _TOOL and a form; or _IDLE, and a form and the value's name."""
_TOOL, _IDLE = "its own page", "any value"
_ENOUGH = {_TOOL: TOOL_ENOUGH, _IDLE: IDLE_ENOUGH}


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
    fallen: set[Relation] = field(default_factory=set)
    """Relations that were believed, and have been refuted since somebody last looked."""
    predictions: dict[str, int] = field(default_factory=dict)
    """How many were made in this run, by make of address."""
    checks: int = 0
    """How many of them were asked early."""
    _partners: dict[str, set[str]] | None = None
    """Ends, and those that are believed to mean the same; None: to be worked out anew."""

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

    def observe_tool(self, url: str, *, same: bool) -> None:
        """*url*, which an article's page calls its print version, shows the *same* article as that page, or another."""
        self._count((_TOOL, form(url)), same=same)

    def observe_value(self, url: str, name: str, *, same: bool) -> None:
        """*url* shows the *same* article as without its value *name*, or another."""
        relation = _idle(url, name)
        if not same or self.confirmed.get(relation, 0) < IDLE_ENOUGH:
            self._count(relation, same=same)

    def is_tool(self, url: str) -> bool:
        """Whether such an address has always shown the article on whose page it stood."""
        return self.believed((_TOOL, form(url)))

    def is_idle(self, url: str, name: str) -> bool:
        """Whether the value *name* of such an address has never changed anything."""
        return self.believed(_idle(url, name))

    def is_open(self, url: str, name: str) -> bool:
        """Whether asking *url* would help to tell if the value *name* changes anything."""
        relation = _idle(url, name)
        return relation not in self.refuted and not self.believed(relation)

    def _count(self, relation: Relation, *, same: bool) -> None:
        before = self.believed(relation)
        counts = self.confirmed if same else self.refuted
        counts[relation] = counts.get(relation, 0) + 1
        self.changed.add(relation)
        if before != self.believed(relation):
            self._partners = None
            if before:
                self.fallen.add(relation)

    def believed(self, relation: Relation) -> bool:
        """Whether *relation* has been confirmed enough and never refuted."""
        return self.confirmed.get(relation, 0) >= _ENOUGH.get(relation[0], ENOUGH) and relation not in self.refuted

    def follows(self, relation: Relation) -> bool:
        """Whether *relation* is believed, or follows from two that are: /m/9 = /a-9 and /a-9 = ?ItemID."""
        if self.believed(relation):
            return True
        if relation in self.refuted:
            return False
        if self._partners is None:
            self._partners = {}
            for one, other in filter(self.believed, self.confirmed):
                self._partners.setdefault(one, set()).add(other)
                self._partners.setdefault(other, set()).add(one)
        one, other = relation
        return not self._partners.get(one, set()).isdisjoint(self._partners.get(other, ()))

    def predict(self, url: str) -> str | None:
        """The one article that *url* must show, by what has been learned, or None."""
        said = {article for relation, article in self._related(url) if self.follows(relation)}
        return said.pop() if len(said) == 1 else None

    def open_questions(self, url: str) -> list[tuple[Relation, str]]:
        """What asking *url* would help to prove or refute: a relation, and the article that would have to be there."""
        return [
            (relation, article)
            for relation, article in self._related(url)
            if relation not in self.refuted and not self.follows(relation)
        ]

    def _related(self, url: str) -> Iterator[tuple[Relation, str]]:
        make = form(url)
        for kind, value in tokens(url):
            end = f"{make} {kind}"
            if end not in self.dull:
                for other_end, article in self.store.articles_with(value):
                    yield _relation(end, other_end), article

    def rests_on(self, url: str, relations: Collection[Relation]) -> bool:
        """Whether what was believed of *url* may have come from one of *relations*."""
        make = form(url)
        ends = {f"{make} {kind}" for kind, _ in tokens(url)} | {make}
        return any(one in ends or other in ends or other.startswith(f"{make} ?") for one, other in relations)

    def twins(self, one: str, other: str) -> bool:
        """Whether two addresses must show the same article, by what has been learned, whichever that is."""
        mine, theirs = form(one), form(other)
        values = dict[str, list[str]]()
        for kind, value in tokens(other):
            values.setdefault(value, []).append(f"{theirs} {kind}")
        return any(
            self.follows(_relation(f"{mine} {kind}", end))
            for kind, value in tokens(one)
            for end in values.get(value, ())
            if end not in self.dull and f"{mine} {kind}" not in self.dull
        )

    def to_be_checked(self, url: str, *, early: bool = True) -> bool:
        """Whether this prediction, of what *url* shows, is one of those that are asked after all.

        Not *early*: more than a title speaks for it, such as the article's own page, on which it is 'Bản in'.
        """
        make = form(url)
        if make not in self.predictions and len(self.predictions) >= MAKES_AT_MOST:
            self.predictions.clear()
        count = self.predictions[make] = self.predictions.get(make, 0) + 1
        if early and count == CHECK_AT and self.checks < CHECKS + sum(self.predictions.values()) // 200:
            self.checks += 1
            return True
        return count % CHECK_EVERY == 0

    def lessons(self) -> list[str]:
        """What is believed, for the run's report.

        >>> Sameness(Tokens(), confirmed={("/a ?ItemID", "/a ?ItemID"): 3}).lessons()
        ['/a ?ItemID = /a ?ItemID: one article (3 times seen, never refuted)']
        """
        return [
            (f"{b}: {_LESSON[a]}" if a in _LESSON else f"{a} = {b}: one article")
            + f" ({self.confirmed[a, b]} times seen, never refuted)"
            for a, b in sorted(self.confirmed)
            if self.believed((a, b))
        ]


_LESSON = {_TOOL: "the article on whose page it stands", _IDLE: "changes nothing"}


def _idle(url: str, name: str) -> Relation:
    return (_IDLE, f"{form(url)} ?{name}")


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
