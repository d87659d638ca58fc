"""The part of a walk that says what is asked next, and what need not be asked: it shows what is kept, or is a trap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from archiver.keeping.ledger import FACE, FEED, HUB, LEFT_FOR, PAGE, START, Known, KnownArticle
from archiver.reading.page import Reading
from archiver.walking import schedule
from archiver.walking.canonical import filters, form, key, pattern, shorter, sorts, variant, without_each
from archiver.walking.doors import is_print_link
from archiver.walking.identity import share_a_token
from archiver.walking.openings import list_behind
from archiver.walking.sameness import Relation, same_words
from archiver.walking.source import Source
from spiders.listings import GROWN, SHELL, Listings, count_words
from spiders.verdicts import Answer, Verdict

FACES_AT_A_TIME = 1
TITLE = 20
"""Characters from which the words of a link may be a title; 'Tháng sau' and '14' are none."""
HELD_AT_MOST = 16
"""Addresses that wait for what is in flight, before no more are looked at: each look costs a few queries."""


PASSING = frozenset(("timeout", "no-answer", "cut-off", "refused", "unreachable", "dns", "failed", "busy", "lost"))
"""Kinds of failure that may have passed when the rest of the site has been asked."""
SECOND_CHANCES = 12
"""Pages a run that are asked once more at its end, four at a time, as long as any of them comes: each may time out."""


class Sparing(Listings):
    """What waits, in the order in which it is to be asked."""

    def waiting(self, limit: int, in_flight: Mapping[int, Known]) -> list[Known]:
        """The next addresses to ask. What need not be asked after all is settled on the way.

        What is thought to repeat another page waits until nothing else is in flight: by then we may know.
        """
        chosen: list[Known] = []
        held = set(in_flight)
        self._doubted = {id: make for id, make in self._doubted.items() if id in in_flight}
        coming = any(known.kind == "sitemap" for known in in_flight.values())
        if self._mapped and not coming and not self.ledger.waiting(1, above=FEED):
            self.mapped()
        faces = sum(known.queued == FACE for known in in_flight.values())
        busy = faces < len(in_flight) or faces >= FACES_AT_A_TIME
        last = FACE if busy else FACE + 1
        while len(chosen) < limit and len(held) - len(in_flight) - len(chosen) <= HELD_AT_MOST:
            batch = self.ledger.waiting(limit - len(chosen), but=held, above=FACE if chosen else last)
            if not batch:
                break
            for known in batch:
                if known.queued == FACE and chosen and chosen[0].queued != FACE:
                    return chosen
                if self._spared(known):
                    continue  # settled, so off the queue
                held.add(known.id)
                in_hand = (*in_flight.values(), *chosen)
                if self._shell_decides(known, in_hand):
                    continue
                if known.asked is None and self._may_soon_be_known(known, in_hand):
                    continue
                chosen.append(known)
                if known.queued == FACE and faces + len(chosen) >= FACES_AT_A_TIME:
                    return chosen  # what these two turn out to be decides about the others
        return chosen

    def nothing_comes(self) -> None:
        """Nothing is in flight any more: nothing is held for its sake."""
        self._opening.clear()
        self._doubted.clear()

    def second_chances(self) -> None:
        """Nothing is left to be asked: pages that may lead on and did not come in a bad moment are asked once more."""
        here = self.began.timestamp()  # a start page of which nothing came is that of a site that is not there
        lost = [one for one in self.lost_pages() if one.kind != "start" or (one.asked or 0.0) >= here]
        if self._second and self._second <= {known.key for known in lost}:
            return  # none of the last ones came
        left = min(4, SECOND_CHANCES - len(self._second))
        chosen = [known for known in lost if known.key not in self._second][:left]
        for known in chosen:
            self._second.add(known.key)
            self.ledger.queue(known.key, HUB)

    def lost_pages(self) -> list[Known]:
        """Pages of this night that may lead to news nobody has seen: they did not come, by no will of the site."""
        return self.ledger.lost(self.tonight + schedule.NIGHT - timedelta(seconds=1), but=self._said_no)

    def _may_soon_be_known(self, known: Known, in_hand: Sequence[Known]) -> bool:
        """Whether something that is being asked may tell what *known* shows: it waits for that."""
        if known.words in self._opening:
            return True
        sort = self._unproved_sort(known)
        for other in in_hand:
            if self.sameness.twins(known.url, other.url) or (sort is not None and sort == pattern(other.url)):
                return True
            if known.words and len(known.words) >= TITLE and known.words == other.words and other.asked is None:
                return share_a_token(known.url, other.url)
        make = self._doubtful(known)
        if make is not None and make in self._doubted.values():
            return True  # one proof at a time: two of them, and the rest need not be asked
        if make is not None:
            self._doubted[known.id] = make
        return False

    def foretold(self, known: Known) -> Source | None:
        """What the script of *known*'s page would fetch, where that page itself need not be asked; None: ask it.

        Whoever wants pages to be shown as they were, or a full run, gets every one of them.
        """
        whole = self.full or "page" in self.attachments or known.key in self._bare
        if whole or known.kind not in ("item", "article") or known.queued == START:
            return None
        return self.shells.source(pattern(known.url), known.url)

    def _shell_decides(self, known: Known, in_hand: Iterable[Known]) -> bool:
        """Whether a page that is being asked tells whether that of *known* need be: one at a time until then."""
        sort = pattern(known.url)
        open_yet = self.shells.undecided(sort) or (bool(self._drawing) and sort not in self.budgets.tallies)
        return open_yet and any(pattern(other.url) == sort for other in in_hand)

    def speaks_of(self, known: Known, status: int | None) -> bool:
        """Whether what the script of *known* fetched, answered with *status*, says something of it: here, or gone."""
        return status == 200 or (known.article is not None and status in (404, 410))

    def _drawn_by(self, answer: Answer, reading: Reading) -> Verdict | None:
        """What is to be fetched to read a known article, where its page is an empty one that a script draws."""
        if answer.drawn or reading.listing.next is not None or count_words(reading) >= SHELL:
            return None
        if answer.scripts is None and (wanted := self._scripts_of(reading, [])):
            return Verdict(scripts=wanted)
        found = self._sources(reading, [], answer.scripts or "", empty=True, listed=True)
        if not found or found[0].counts is not None:
            return None
        return Verdict(fetch=self._fetched_by(answer, found[0]))

    def _ask_its_page(self, known: Known) -> Verdict:
        """What its page's script was thought to fetch is no article: the page itself is asked, and tells why."""
        self._bare.add(known.key)
        self.ledger.queue(known.key, PAGE)
        return Verdict()

    def _unproved_sort(self, known: Known) -> str | None:
        """The sort of *known*, where no title speaks for it, and no address of that sort has ever shown anything."""
        if known.kind != "unknown" or len(known.words or "") >= TITLE:
            return None
        sort = pattern(known.url)
        tally = self.budgets.tallies.get(sort)
        return sort if tally is None or (tally.barren and not tally.yielded) else None

    def _doubtful(self, known: Known) -> str | None:
        """The make of *known*, where asking would help to prove that such an address shows what is kept already."""
        for _, id in self.sameness.open_questions(known.url):
            article = self.ledger.article(id)
            if article is not None and same_words(known.words or "", article.title):
                return form(known.url)
        for name, rest in without_each(known.url):
            if self.sameness.is_open(known.url, name) and self._article_at(rest) is not None:
                return form(known.url)
        return None

    def arrived(self, url: str) -> bool:
        """Whether the article at *url* has been read tonight, so that what leads there need not be followed."""
        known = self.ledger.find(url)
        return (
            known is not None
            and known.article is not None
            and (known.asked or 0.0) >= self.began.timestamp()
            and known.misses == 0
        )

    # --- what need not be asked -------------------------------------------------------------------------------------

    def _spared(self, known: Known) -> bool:
        """Whether *known* need not be asked; it is settled then."""
        if list_behind(known.url) is not None:
            self.ledger.settle(known.key)  # nobody can ask for a click: its list leads there
            return True
        if known.asked is not None:
            return False
        if self._will_have_grown(known):
            self.budgets.hopeless(GROWN, known.url)
            self.ledger.settle(known.key, state="left", due=self.clock().timestamp() + LEFT_FOR)
            return True
        bound = self._bound(known)
        if bound is not None:
            self.budgets.refuse(bound)
            self.ledger.settle(known.key, state="left", due=self.clock().timestamp() + LEFT_FOR)
            return True
        if known.kind == "pager":
            if self._went_past(known.via or ""):
                self.ledger.settle(known.key, state="same", kind="turn")
                return True
            return False
        if known.kind not in ("unknown", "item", "face"):
            return False
        article = self._base_of(known)
        if article is None:
            article = self._guessed(known)
            if article is None or self.sameness.to_be_checked(
                known.url, early=known.kind != "face" and not _is_tool(known)
            ):
                return False
        self._same(known, article)
        return True

    def broke_off(self, known: Known) -> bool:
        """Whether *known* is a list of which a page did not come: it is walked though its first is as before."""
        listing = self.ledger.listing(known.key) if known.kind == "listing" else None
        return listing is not None and listing.walked is None and listing.ended == "error"

    def _went_past(self, list: str) -> bool:
        """Whether the walk through a *list* went past its further pages, or found that they are another's."""
        listing = self.ledger.listing(key(list))
        if listing is not None:
            return listing.walked is not None and listing.ended != "error"
        known = self.ledger.find(list)
        return known is not None and known.kind == "listing" and (known.asked or 0.0) >= self.began.timestamp()

    def _will_have_grown(self, known: Known) -> bool:
        """Whether *known* is longer by a folder than a page that is known, where three such were that page again."""
        if self._grown[0] < 3 or self._grown[1] or known.kind != "unknown":
            return False
        asked = (self.ledger.find(url) for url in shorter(known.url))
        return any(one is not None and one.asked is not None for one in asked)

    def _bound(self, known: Known) -> str | None:
        """The bound that *known* is beyond, or None."""
        if known.queued != START and known.kind not in ("sitemap", "feed"):
            listed = known.kind == "item"
            spent = next((sort for sort in sorts(known.url) if self.budgets.refusal(sort, listed=listed)), None)
            if spent is not None and not self._mapped_and_worth(known, spent):
                return spent
        if known.kind == "filter":
            return self.budgets.barren_filter(filters(known.url, known.via or ""))
        return None

    def _mapped_and_worth(self, known: Known, sort: str) -> bool:
        """Whether a sitemap names *known*, which vouches for it as a list does: dead ones among them prove little."""
        via = self.ledger.find(known.via) if known.kind == "unknown" and known.via else None
        return via is not None and via.kind == "sitemap" and self.budgets.refusal(sort, listed=True) is None

    def _base_of(self, known: Known) -> str | None:
        """The article that *known* is a print version, or the like, of by its very address."""
        face = variant(known.url)
        return self._article_at(face.base) if face is not None and face.base is not None else None

    def _guessed(self, known: Known) -> str | None:
        """The article that *known* must show, by what was learned of this site."""
        own = self._page_of(known)
        if own is not None and _is_tool(known) and self.sameness.is_tool(known.url) and not self._missing(own):
            return own
        guessed = self._without_idle(known.url) or self.sameness.predict(known.url)
        article = self.ledger.article(guessed) if guessed is not None else None
        if guessed is None or article is None or self._missing(guessed):
            return None
        if own == guessed:
            return guessed
        words = known.words or ""
        if not same_words(words, article.title) and (len(words) >= TITLE or self._without_idle(known.url) != guessed):
            return None
        if self._of_another_day(known, article):
            return None
        # A new address for an article that nobody has seen tonight: it may have moved there.
        return guessed if self.ledger.seen_since(guessed, self.tonight) else None

    def _of_another_day(self, known: Known, article: KnownArticle) -> bool:
        """Whether the list prints another day beside *known* than the article's: next week's may have that title."""
        day = self.listed[known.key][0].start if known.key in self.listed else None
        return day is not None and article.published is not None and day.isoformat() != article.published

    def _without_idle(self, url: str) -> str | None:
        """The article at *url* without one of its values, where such a value has never changed anything."""
        for name, rest in without_each(url):
            if self.sameness.is_idle(url, name) and (id := self._article_at(rest)) is not None:
                return id
        return None

    def _article_at(self, url: str) -> str | None:
        """The article that is known to stand at *url*, and has not gone from there."""
        known = self.ledger.find(url)
        return known.article if known is not None and known.article and not self._missing(known.article) else None

    def _missing(self, article: str) -> bool:
        """Whether an article did not answer at its own address when it was last asked: what it shows is to be asked."""
        known = self.ledger.article(article)
        home = self.ledger.find_key(known.key) if known is not None else None
        return home is not None and home.misses > 0

    def _page_of(self, known: Known) -> str | None:
        """The article on whose page the link was a tool: 'Bản in', 'Liên kết ngắn'."""
        page = self.ledger.find(known.via) if known.kind == "face" and known.via else None
        return page.article if page is not None else None

    def _same(self, known: Known, article: str) -> None:
        face = known.kind == "face" or variant(known.url) is not None
        self.ledger.settle(known.key, state="same", article=article, kind="face" if face else "article")
        self.tallies.saved += 1
        if not face:
            self.relisted.add(article)

    # --- what is learned of it --------------------------------------------------------------------------------------

    def _learn(self, asked: Known, url: str, article: str) -> None:
        """What was *asked* for shows *article*, at *url* or on the way there."""
        self.sameness.observe(url, article)
        own = self._page_of(asked)
        if own is not None and _is_tool(asked) and url == asked.url:
            self.sameness.observe_tool(url, same=own == article)
        for name, rest in without_each(url):
            other = self.ledger.find(rest)
            if other is not None and other.article is not None and other.key != asked.key:
                self.sameness.observe_value(url, name, same=other.article == article)
        if self.sameness.fallen:
            fallen, self.sameness.fallen = self.sameness.fallen, set()
            self._ask_after_all(fallen)

    def _ask_after_all(self, fallen: Collection[Relation]) -> None:
        """What was not asked, since it was believed to show what is kept, is asked: the belief was wrong once."""
        for known in self.ledger.spared():
            if self.sameness.rests_on(known.url, fallen):
                self.ledger.settle(known.key, state="new", article=None, kind="item")
                self.ledger.queue(known.key, PAGE)


def _is_tool(known: Known) -> bool:
    return is_print_link(known.words) or variant(known.url) is not None
