"""The part of a walk that goes through lists: sitemaps, feeds, and listings page by page."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

from archiver.keeping.ledger import (
    FEED,
    HUB,
    ITEM,
    PAGE,
    SITEMAP,
    Known,
    KnownListing,
)
from archiver.reading.page import Reading
from archiver.shapes import ICT, Listing, ListingItem, Postback
from archiver.walking import schedule
from archiver.walking.canonical import filters, hopeless, key, only_sorts, pattern, same_site, shorter, sorts, tidy
from archiver.walking.doors import find_doors
from archiver.walking.feeds import read_feed
from archiver.walking.linking import numbered_path
from archiver.walking.openings import Opening, dead_titles, find_openings, list_behind
from archiver.walking.scripted import code_of, offers_more, says_it_is_the_last, script_files, sources
from archiver.walking.signs import sign_of_more
from archiver.walking.sitemaps import Sitemap, read_sitemap
from archiver.walking.source import Source, is_the_last
from archiver.walking.turning import PAGES_AT_MOST, TO_THE_END, Sheet, Walk, vanished
from pipelines.manners import unfinished
from spiders.ground import Ground
from spiders.verdicts import Answer, Ask, Verdict

SITEMAPS_AT_MOST = 500
LISTED_AT_MOST = 50_000  # days that listings print, waiting for their pages: some 30 MB
FRAMES_AT_MOST = 200
SCRIPTS_OF_A_PAGE, SCRIPTS_AT_MOST = 4, 12
"""Files of script that are read for the sake of one page, and of a whole run."""
MORE_AT_MOST = 500
"""Listings of a run, before pages without a list are no longer asked whether they show signs of one."""
EMPTY = 2.5
"""Barren answers that one counts for which repeats the last one with other numbers: four such, and the sort is left."""
EMPTY_BESIDE_ALL = 5.0
"""The same where lists say how much they hold, and all of it was seen, or where the one address differs from the other
by nothing but a value of its query: three such."""
DEAF = 1.5
"""Barren answers that one of a filter counts for which shows the very list that it should narrow."""
SORTS_AT_MOST = 1000
GROWN = "an address that a relative link makes longer by a folder each time"
SHELL = 60
"""Words under which a page without a list is one that a script draws."""


class Listings(Ground):
    """Sitemaps, feeds and listings, and whatever else is no article."""

    # --- sitemaps and feeds -----------------------------------------------------------------------------------------

    def _sitemap(self, known: Known, answer: Answer) -> Verdict:
        self._count("sitemap")
        sitemap = read_sitemap(answer.page.body, answer.page.url)
        if sitemap is None:
            now = self.clock()
            self.ledger.settle(
                known.key, state="gone", status=answer.page.status, asked=now.timestamp(),
                due=(now + 30 * schedule.DAY).timestamp(),
            )  # fmt: skip
            return Verdict()
        self._settle(known, answer, kind="sitemap", digest=_digest(answer.page.body))
        self.tallies.warnings += [f"{known.url}: {problem}" for problem in sitemap.problems]
        self._take_sitemap(known, sitemap)
        return Verdict()

    def _take_sitemap(self, known: Known, sitemap: Sitemap) -> None:
        now = self.clock()
        for child in sitemap.children:
            if not same_site(child.url, self.hosts) or self._sitemaps >= SITEMAPS_AT_MOST:
                continue
            self._sitemaps += 1
            self.ledger.discover(child.url, now=now, queue=SITEMAP, kind="sitemap", via=known.url)
            old = self.ledger.find(child.url)
            if old is not None and old.asked is not None and not _older(child.lastmod, old.asked):
                self.ledger.queue(old.key, SITEMAP)
        self._mapped = self._mapped or bool(sitemap.entries)
        keys: list[str] = []
        allowed = schedule.quota(self.ledger.articles_count())
        for entry in sitemap.entries:
            if not self._welcome(entry.url):
                continue
            new = self.ledger.discover(entry.url, now=now, queue=PAGE, words=entry.title, via=known.url)
            keys.append(key(entry.url))
            if new or entry.lastmod is None or allowed <= 0:
                continue
            old = self.ledger.find(entry.url)
            asked = old.asked if old is not None else None
            if old is not None and asked is not None and asked < self.began.timestamp():
                if _older(entry.lastmod, asked):
                    continue
                self.ledger.queue(old.key, PAGE)
                allowed -= 1
        self.ledger.map_run(self.run_number, keys)

    def mapped(self) -> None:
        """All sitemaps of this run have been read: articles that they no longer name are asked now."""
        self._mapped = False
        lost = self.ledger.unmapped(self.run_number, schedule.quota(self.ledger.articles_count()))
        for known in lost:
            self.ledger.queue(known.key, PAGE)

    def _feed(self, known: Known, answer: Answer) -> Verdict | None:
        feed = read_feed(answer.page.body, answer.page.url)
        if feed is None:
            return None
        self._count("feed")
        self._settle(known, answer, kind="feed", digest=_digest(answer.page.body))
        now = self.clock()
        fresh = 0
        for item in feed.items:
            if self._welcome(item.url):
                words = item.title or None
                fresh += self.ledger.discover(item.url, now=now, queue=ITEM, kind="item", words=words, via=known.url)
        if feed.next and fresh and same_site(feed.next, self.hosts) and hopeless(feed.next) is None:
            # 'feed.json?page=2': by its look no page, and named by a feed all the same
            self.ledger.discover(feed.next, now=now, queue=FEED, kind="feed", via=known.url)
        return Verdict()

    # --- listings and all other pages -------------------------------------------------------------------------------

    def _hub(self, known: Known, answer: Answer, reading: Reading) -> Verdict:
        """A page that is no article: its links are noted; where it lists items, the walk through them begins."""
        digest = _digest_of_text(reading)
        twin = self.ledger.twin(digest, known.key) if known.asked is None else None
        doors = find_doors(reading.document.root, reading.document.base_url, words=count_words(reading))
        listing = reading.listing
        items = self._items(reading, known.url)
        kind = "listing" if items else "other"
        shell = count_words(reading) < SHELL and b"<script" in answer.page.body  # a script may draw it by its address
        if known.kind != "start" and not shell and not answer.drawn and self._grows(known, reading):
            self._settle(known, answer, kind="other", state="same")
            self._note(known.url, yielded=False, twin=True)
            self.budgets.hopeless(GROWN, known.url)
            return Verdict()
        if known.kind == "turn":
            kind = "turn"
        elif answer.scripts is None and listing.next is None and (wanted := self._scripts_of(reading, items)):
            return Verdict(scripts=wanted)
        start = known.kind == "start"
        self._settle(known, answer, kind="start" if start else kind, digest=digest)
        shell = not items and listing.next is None and count_words(reading) < SHELL
        named = known.kind == "item" or known.article is not None
        told = answer.scripts or ""
        found = self._sources(reading, items, told, empty=shell, listed=named) if listing.next is None else []
        shows_one = shell and not answer.drawn and bool(found) and found[0].counts is None
        if twin is not None and twin.kind != "article" and not start and not shows_one:
            beside = pattern(twin.url) == pattern(known.url)  # '?ref=1' and '?ref=2' of one page
            idle = beside and urlsplit(twin.url).path == urlsplit(known.url).path
            empty = EMPTY_BESIDE_ALL if idle else self._empty
            weight = empty if beside and not self._has_yielded(known) else 1.0
            self._note(known.url, yielded=False, twin=True, weight=weight)
            self._note_filter(known, yielded=False)
            return Verdict()
        now = self.clock()
        for url in (doors.moves_to, *doors.frames):
            if url and self._welcome(url) and self._frames < FRAMES_AT_MOST:
                self._frames += 1
                self.ledger.discover(url, now=now, queue=HUB, via=known.url, depth=known.depth)
        for url in doors.feeds:
            self._note_feed(url, known)
        if known.kind == "turn" and known.via in self.walks:
            return self._turned(self.walks[known.via], known, answer, reading)
        walk = self.walks.get(known.key)
        before = self.ledger.listing(known.key)
        if walk is None:
            walked = before.walked if before is not None else None
            term = schedule.full_walk(known.key).total_seconds()
            fresh = (
                walked is None and known.kind != "filter"
            )  # all else was asked: what it lists is known, or it goes on
            long_ago = walked is not None and now.timestamp() - walked > term
            filtering = known.kind == "filter"
            sorting = filtering and only_sorts(filters(known.url, known.via or ""))
            walk = Walk(
                known.key, known.url, to_the_end=fresh or long_ago or self.full, filter=filtering, sorts=sorting
            )
            if long_ago and not fresh and not self.full and before is not None:
                self._in_parts(walk, before, listing)
            walk.beyond = walk.key == self.beyond and walk.goes_on is None
            if before is not None and items:
                self._suspect(before, items, more=listing.next is not None)
                self._come_back(before, items)
        counting = [source for source in found if source.counts is not None]
        if counting and items:
            walk.source = counting[0]
        if items and listing.next is None and (walk.source is None or walk.source.guessed):
            code = code_of(reading.document) + (answer.scripts or "")
            walk.numbered = numbered_path(code, known.url) if code else None
        # A '»' below no list turns the months of a calendar; where a list is known, it emptied.
        turns = bool(items) or (listing.next is not None and before is not None)
        verdict = self._turned(walk, known, answer, reading) if turns else Verdict()
        draws = not items and bool(counting) and (counting[0].draws or bool(counting[0].links))
        drawn_elsewhere = draws and counting[0] in self._drawing  # a box that stands on every page
        if (shell or draws) and not answer.drawn and found and not drawn_elsewhere:
            if counting:
                self._drawing.add(counting[0])
                walk.source, self.walks[walk.key] = counting[0], walk
                verdict.asks.append(_ask(counting[0], walk))
            else:
                verdict.fetch = self._fetched_by(answer, found[0])
                if len(found) > 1:
                    self._unread[known.key] = found[1].url
        for option in doors.options:
            if isinstance(option, str):
                if self._welcome(option):
                    self.ledger.discover(option, now=now, queue=HUB, via=known.url, depth=known.depth + 1)
            elif walk.pages <= 1:
                verdict.asks.append(Ask(option, known.key, 0))
        if not turns and not verdict.asks and verdict.fetch is None and not drawn_elsewhere:
            self._note_more(walk, known, answer, reading)
        if _broke_off(answer) and known.kind != "turn":  # what more it would have led to nobody knows
            due = (now + schedule.NIGHT).timestamp()
            self.ledger.settle(known.key, state="failed", fails=known.fails + 1, due=due, etag=None, modified=None)
            if not items and not start and (known.asked or 0.0) >= self.began.timestamp():
                self._said_no.add(known.key)  # it breaks off whenever it is asked, and nothing says that it is a list
                self.tallies.warnings.append(f"incomplete: {known.url} broke off each time; no news stood in what came")
        if not turns:
            self._note(known.url, yielded=start, weight=self._empty if self._says_the_same(known, reading) else 1.0)
            self._follow(reading, known)
        return verdict

    def _grows(self, known: Known, reading: Reading) -> bool:
        """Whether the page is that of a shorter address, whose relative links lead to ever longer ones."""
        words = re.sub(r"\d+", "", " ".join(text for _, text in reading.document.texts))
        said = _digest("\n".join((words, *(link.raw for link in reading.links))).encode("utf-8", "replace"))
        if len(self._written) >= SORTS_AT_MOST:
            self._written.clear()
        own = self._written[known.key] = said
        if known.asked is not None:
            return False
        above = [known.via] if known.via and urlsplit(known.url).path.startswith(urlsplit(known.via).path) else []
        before = [self._written.get(key(url)) for url in (*shorter(known.url), *above)]
        same = own in before
        self._grown[0] += same
        self._grown[1] += not same and any(before[: len(before) - len(above)])
        return same

    def _note_more(self, walk: Walk, known: Known, answer: Answer, reading: Reading) -> None:
        """A page without a list that shows signs of one: the report has a line for it, and the run says so."""
        if known.kind == "filter" or len(self.walked) >= MORE_AT_MOST:
            return
        walk.more = self._sign_of_more(walk, answer, reading, items=0)
        if walk.more is not None:
            walk.pages += 1
            walk.end("empty", "a list that its script draws")
            self._put_away(walk)

    def _sign_of_more(self, walk: Walk, answer: Answer, reading: Reading, *, items: int) -> str | None:
        if walk.pages > 1 and walk.source is None:
            return None  # its pages were turned by addresses or forms of its own
        if walk.key in self._unread:
            return f"its script asks more than one service, and {self._unread[walk.key]} was not read"
        return sign_of_more(
            answer.page.body,
            None if _is_data(answer) else reading.document,
            items=items,
            seen=walk.items,
            scripts=answer.scripts or "",
        )

    def _says_the_same(self, known: Known, reading: Reading) -> bool:
        """Whether a page without a list says, but for its numbers, what the last of its sort said: an empty month."""
        sort = pattern(known.url)
        before = self._said.get(sort)
        words = re.sub(r"\d+", "", " ".join(text for _, text in reading.document.texts))
        links = sorted({pattern(link.url) for link in reading.links if link.url})
        if len(self._said) >= SORTS_AT_MOST:
            self._said.clear()
        self._said[sort] = _digest("\n".join((words, *links)).encode("utf-8", "replace"))
        return before == self._said[sort] and not self._has_yielded(known)

    @property
    def _empty(self) -> float:
        """How much an empty page that repeats another weighs."""
        whole = not self.walks and all(walk.complete and walk.shortfall is None for walk in self.walked)
        return EMPTY_BESIDE_ALL if whole and any(walk.claims for walk in self.walked) else EMPTY

    def _has_yielded(self, known: Known) -> bool:
        tally = self.budgets.tallies.get(pattern(known.url))
        return tally is not None and tally.yielded > 0

    def _scripts_of(self, reading: Reading, items: list[ListingItem]) -> tuple[str, ...]:
        """Files of script to be read: where the page says that there is more, or is empty, and does not say how."""
        document = reading.document
        shell = not items and count_words(reading) < SHELL
        if not shell and not offers_more(document):
            body = reading.page.body
            if sign_of_more(body, document, items=len(items), seen=len(items)) is None:
                return ()
        told = self._sources(reading, items, "", empty=shell)
        if any((one.counts is not None and not one.guessed) or shell for one in told):
            return ()
        files = [url for url in script_files(document) if same_site(url, self.hosts)][:SCRIPTS_OF_A_PAGE]
        if len(self._scripts | set(files)) > SCRIPTS_AT_MOST:
            return ()
        self._scripts.update(files)
        return tuple(files)

    def _sources(
        self, reading: Reading, items: list[ListingItem], scripts: str, *, empty: bool, listed: bool = False
    ) -> list[Source]:
        """What the page's script would fetch from this site: a following page; for an empty page, whatever draws it."""
        if not _FETCHES(reading.page.body) and not scripts:
            return []
        root, base = reading.document.root, reading.document.base_url
        found = sources(root, base, items=len(items), scripts=scripts, listed=listed)
        return [one for one in found if same_site(one.url, self.hosts) and (one.counts is not None or empty)]

    def _suspect(self, before: KnownListing, items: list[ListingItem], *, more: bool) -> None:
        for lost in vanished(before.head_keys, [key(item.url) for item in items], more=more):
            old = self.ledger.find_key(lost)
            if old is not None and old.article is not None and old.misses == 0:
                self.ledger.queue(lost, PAGE)

    def _fetched_by(self, answer: Answer, source: Source) -> Source:
        """The *source* that the script of an empty page fetches, once what can be learned of such pages is learned."""
        known = answer.known
        self.shells.showed(pattern(known.url), known.url, known.words or "", answer.page.body, source)
        return source

    def _come_back(self, before: KnownListing, items: list[ListingItem]) -> None:
        """A list names again what was gone, and did not the last time: it is asked, whatever its term."""
        head = set(before.head_keys)
        for back in (spelled for item in items if (spelled := key(item.url)) not in head):
            old = self.ledger.find_key(back)
            if old is not None and old.article and old.misses and (old.asked or 0.0) < self.began.timestamp():
                self.ledger.queue(back, PAGE)

    def _items(self, reading: Reading, url: str) -> list[ListingItem]:
        """The items of the list that begins at *url*: those with an address, and those that only a click opens."""
        items = [item for item in reading.listing.items if self._welcome(item.url)]
        return items + [ListingItem(one.title, one.address(url)) for one in self._openings(reading)]

    def _openings(self, reading: Reading) -> list[Opening]:
        """Titles of the page itself that only a click opens; those that lead nowhere at all are noted."""
        if reading is self._opened[0]:
            return self._opened[1]
        found: list[Opening] = []
        if b"PostBack" in reading.page.body or b"__VIEWSTATE" in reading.page.body:
            listed = {" ".join(item.title.split()) for item in reading.listing.items}
            found = [
                one
                for one in find_openings(reading.document, self._shapes)
                if one.title not in listed
                and same_site(one.post.url, self.hosts)
                and self.budgets.refusal(f"click {one.shape}") is None
            ]
            self._shapes.update(one.shape for one in found)
        opened = {one.title for one in found}
        dead = [title for title in dead_titles(reading.document) if title not in opened]
        if dead:
            self._nowhere(reading.page.url, dead[0], len(dead))
        self._opened = (reading, found)
        return found

    def _tell_apart(self, reading: Reading, walk: Walk) -> None:
        """Titles without a day that stood on an earlier page of the list too get a number, so that each is opened.

        Whether they are two articles or one that moved on while we read, what they show will tell. A page that repeats
        another as a whole is the end of the list, and keeps its addresses.
        """
        openings = self._openings(reading)
        again = [one for one in openings if not one.day and walk.met(key(one.address(walk.url)))]
        if not again or len(again) == len(self._items(reading, walk.url)):
            return
        walk.alike += [one.title for one in again]
        apart = [one for one in openings if one not in again]
        taken = {one.address(walk.url) for one in apart}
        for one in again:
            while (url := one.address(walk.url)) in taken or walk.met(key(url)):
                one = replace(one, number=one.number + 1)
            taken.add(url)
            apart.append(one)
        self._opened = (reading, apart)

    def _nowhere(self, url: str, title: str, count: int = 1) -> None:
        """So many titles of the page at *url* lead nowhere."""
        before, example = self.tallies.dead_ends.get(url, (0, title))
        if url in self.tallies.dead_ends or len(self.tallies.dead_ends) < 50:
            self.tallies.dead_ends[url] = (before + count, example)

    def _clicks(self, reading: Reading, walk: Walk, fresh: set[str]) -> list[Ask]:
        """The clicks that open what is not known yet, or is due again, before the page is turned."""
        asks = []
        for one in self._openings(reading):
            url = one.address(walk.url)
            old = self.ledger.find(url)
            if old is None:
                continue
            again = old.asked is not None and (old.due or 0.0) <= self.began.timestamp() and self._reopened < 10
            if url in fresh or old.asked is None or again or self.full:
                if url in self._clicked:
                    continue
                self._clicked.add(url)
                self._opening.add(one.title)
                self._reopened += old.asked is not None
                asks.append(Ask(one.post, walk.key, 0, opens=url))
        return asks

    def _turned(self, walk: Walk | None, known: Known, answer: Answer, reading: Reading) -> Verdict:
        """One page of a listing: its items are noted, and the page is turned where the walk goes on."""
        verdict = Verdict()
        if walk is None:
            return verdict
        listing, now = reading.listing, self.clock()
        self._tell_apart(reading, walk)
        items = self._items(reading, walk.url)
        if walk.pages == 0 and answer.walk is not None and (before := self.ledger.listing(walk.key)) is not None:
            self._suspect(before, items, more=walk.source is not None and not says_it_is_the_last(answer.page.body))
        unknown = found = 0
        clicked: set[str] = set()
        for item in items:
            words = item.title or None
            place = ITEM if list_behind(item.url) is None else None
            new = self.ledger.discover(item.url, now=now, queue=place, kind="item", words=words, via=walk.url)
            found += new
            if new:
                clicked.add(item.url)
            if item.published is not None and len(self.listed) < LISTED_AT_MOST:
                self.listed[key(item.url)] = item.published, walk.url
            old = self.ledger.find(item.url)
            unknown += new if walk.sorts else old is None or old.first_seen >= self.began.timestamp()
        following = listing.next
        source = walk.source
        if isinstance(following, str) and source and (source.links or not self._welcome(following)):
            following = None  # what the script asks next says where the rows lead
        if following is None and walk.numbered and items and walk.pages + 1 < (listing.pages or PAGES_AT_MOST):
            last = is_the_last(answer.page.body, seen=walk.items + len(items))
            following = None if last else f"{walk.numbered[0]}{walk.pages + 2}{walk.numbered[1]}"
        further = self._further(walk, answer, items) if following is None else None
        target = tidy(following) if isinstance(following, str) else None
        if target is not None and not self._welcome(target):
            following = target = None
        ended = walk.read(
            Sheet(
                answer.page.url,
                tuple(key(item.url) for item in items),
                unknown,
                following is not None or further is not None,
                key(target) if target else None,
                listing.pages,
                listing.total,
            )
        )
        if _broke_off(answer) and ended in (*TO_THE_END, "known"):
            ended = walk.end("error", f"page {walk.pages} broke off")
            walk.amid_news = True
        if ended == "last-page" or (ended in TO_THE_END and (walk.pages == 1 or walk.source is not None)):
            walk.more = self._sign_of_more(walk, answer, reading, items=len(items))
        verdict.asks += self._clicks(reading, walk, clicked)
        fresh = found > 0 or (walk.pages > 1 and bool(items) and walk.idle == 0)
        weight = 0.25 if items else self._empty if self._says_the_same(known, reading) else 1.0
        self._note(known.url, yielded=fresh, weight=weight)
        if found and known.via:
            for sort in sorts(known.via):
                self.budgets.opened(sort)
        walk.found += found
        self._note_filter(known, yielded=found > 0, head=walk.head if walk.pages == 1 else ())
        self._follow(reading, known, turns_to=target or self._turning.get(walk.key), listing=walk.url)
        if target is not None:
            self._turning[walk.key] = target
        if ended == "known" and walk.until is not None and walk.pages >= walk.until:
            self.ledger.set_meta(f"{_PART}{walk.key}", json.dumps([target, walk.pages, walk.items]))
        if ended is not None:
            self._put_away(walk)
            if walk.goes_on is not None:
                self._go_on(walk)
            return verdict
        self.walks[walk.key] = walk
        if target is None and self.ledger.listing(walk.key) is None:
            # Where a form turns the page no address waits in the queue: what a killed run leaves must be begun anew.
            self.ledger.keep_listing(KnownListing(walk.key, walk.url))
        if further is not None:
            verdict.asks.append(_ask(further, walk))
        elif isinstance(following, Postback):
            verdict.asks.append(Ask(following, walk.key, walk.pages + 1))
        elif target is not None:
            self._turn_to(target, walk)
        return verdict

    def _further(self, walk: Walk, answer: Answer, items: list[ListingItem]) -> Source | None:
        """What the page's script would ask for the following part, where anything speaks for one."""
        source, body = walk.source, answer.page.body
        if source is None or not source.counts or not items or says_it_is_the_last(body):
            return None
        further: Source | None = source
        if walk.pages > 0 or _is_data(answer):
            seen = walk.items + len({one for item in items if not walk.met(one := key(item.url))})
            ended = is_the_last(body, seen=seen) or (walk.claims_of == "items" and walk.items >= (walk.claims or 0))
            further = None if ended else source.following(body, len(items))
        walk.source = further or replace(source, counts=None)
        return further

    def _in_parts(self, walk: Walk, before: KnownListing, listing: Listing) -> None:
        """Walk a list to its end again over several nights, one list at a time: a night stays small.

        Where a form turns the page there is no address to go on from: it is walked at once, alone that night.
        """
        if listing.next is None:
            return
        if not isinstance(listing.next, str):
            walk.to_the_end = not self._deepened
            self._deepened = True
            return
        part = self.ledger.meta(f"{_PART}{walk.key}")
        if self._deepened:
            walk.to_the_end = False
            return
        self._deepened = True
        if part:
            walk.goes_on, walk.to_the_end = part, False
        else:
            walk.until = schedule.slice_of(before.pages)

    def _go_on(self, walk: Walk) -> None:
        """The list was known as far as it was read: on from the page at which an earlier night left it."""
        url, pages, items = json.loads(walk.goes_on or "null")
        if walk.ended != "known" or url is None:
            self.ledger.set_meta(f"{_PART}{walk.key}", "")
            return
        deep = Walk(walk.key, walk.url, pages=pages, items=items)
        before = self.ledger.listing(walk.key)
        deep.until = pages + schedule.slice_of(before.pages if before else 0)
        self.walks[deep.key] = deep
        self._turn_to(url, deep)

    def _note_filter(self, known: Known, *, yielded: bool, head: tuple[str, ...] = ()) -> None:
        """What a filter showed; *head*, the items of its page, may be those of the very list that it should narrow."""
        if known.kind != "filter":
            return
        narrowed = self.ledger.listing(key(known.via)) if known.via and head else None
        deaf = narrowed is not None and tuple(narrowed.head_keys) == head
        for name in filters(known.url, known.via or ""):
            said = f"filter {name}"
            self.budgets.note(said, known.url, yielded=yielded, twin=deaf, weight=DEAF if deaf else 1.0)

    def _turn_to(self, url: str, walk: Walk) -> None:
        old = self.ledger.find(url)
        if old is not None and old.asked is not None and old.asked >= self.began.timestamp():
            walk.end("loop", f"the next page was read already: {url}")
            self._put_away(walk)
            return
        other = (
            self.walks.get(old.via or "") if old is not None and old.kind == "turn" and old.queued is not None else None
        )
        if old is not None and other is not None and other is not walk:
            walk.end("loop", f"the next page belongs to another listing: {other.url}")
            self._put_away(walk)
            return
        if old is None:
            self.ledger.discover(url, now=self.clock(), queue=PAGE, kind="turn", via=walk.key)
        else:
            self.ledger.settle(old.key, kind="turn", via=walk.key)
            self.ledger.queue(old.key, PAGE)

    def _put_away(self, walk: Walk) -> None:
        self.walks.pop(walk.key, None)
        if walk in self.walked:
            return
        self.walked.append(walk)
        if walk.alike:
            self.tallies.warnings.append(
                f"alike: {walk.url}: {len(walk.alike)} titles without a day stand on more than one of its pages, such"
                f" as {walk.alike[0]!r}; each was opened, but no later night can tell a new one from them"
            )
        before = self.ledger.listing(walk.key)
        if before is None and walk.filter and not walk.found:
            return  # a filter that shows what others show is no list to come back to
        now = self.clock().timestamp()
        if walk.pages > 1 and walk.ended != "error":
            self.ledger.set_meta(
                f"{TURNED}{walk.key}", str(self.began.timestamp())
            )  # of the night: a replay has no other
        keep = before or KnownListing(walk.key, walk.url)
        if walk.complete:
            if walk.pages > 1 and self.ledger.meta(f"{_PART}{walk.key}"):
                self.ledger.set_meta(f"{_PART}{walk.key}", "")
            # A listing that held items and is empty tonight is asked tomorrow again: it may be a slip of the site's.
            keep = replace(keep, walked=now, pages=walk.pages, items=walk.items or keep.items)
        elif walk.ended == "error" and walk.amid_news:
            keep = replace(keep, walked=None)  # what was new on the pages that did not come stands behind what is known
        self.ledger.keep_listing(
            replace(
                keep,
                ended=walk.ended,
                claims=walk.claims if walk.claims is not None else keep.claims,
                claims_of=walk.claims_of or keep.claims_of,
                items=max(keep.items, walk.items),
                head=json.dumps(walk.head) if walk.head else keep.head,
            )
        )


_PART = "part "
"""Name of what is remembered of a list that is walked over several nights: the next page, pages and items so far."""
TURNED = "turned "
"""Name of what is remembered of a list: when a page of it beyond the first was last read."""
_FETCHES = re.compile(
    rb"fetch\(|DataTable|__NEXT_DATA__|ajax|\$\.(?:get|post)|axios|XMLHttpRequest|\.load\(|\$http|data-url|datagrid|jqGrid"
    rb"|bootstrapTable|Tabulator",
    re.I,
).search


def _broke_off(answer: Answer) -> bool:
    """Whether a page lacks its end; one that has its last tag is taken for whole, whatever its packing lacks."""
    return answer.cut and (unfinished(answer.page.body) or b"</html" not in answer.page.body.lower())


def _is_data(answer: Answer) -> bool:
    return answer.page.body.lstrip()[:1] in (b"{", b"[")


def _ask(source: Source, walk: Walk) -> Ask:
    method: Literal["GET", "POST"] = "POST" if source.method == "POST" else "GET"
    return Ask(Postback(source.url, method, source.form), walk.key, walk.pages + 1, source.as_json, source.headers)


def _older(lastmod: str | None, asked: float) -> bool:
    """Whether a sitemap's lastmod is before the moment we asked; a day alone counts as its end."""
    if lastmod is None:
        return True
    text = lastmod.strip()
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return True
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ICT)
    if len(text) <= 10:
        return moment.timestamp() + 86_400 <= asked
    return moment.timestamp() <= asked


def _digest(body: bytes) -> str:
    return "sha256:" + hashlib.sha256(body).hexdigest()


def _digest_of_text(reading: Reading) -> str:
    """Of a page's words without its digits: counters and clocks do not make a page another one, its links do."""
    if count_words(reading) < SHELL:  # what a script draws tells pages apart, and stands in no word
        return _digest(reading.page.body)
    words = "".join(text for _, text in reading.document.texts)
    links = "\n".join(key(link.url) if link.url else link.raw for link in reading.links)  # no session is in a key
    text = " ".join(re.sub(r"\d+", "", words).split()) + links
    return "text:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def count_words(reading: Reading) -> int:
    """How many words a page shows."""
    return sum(len(text.split()) for _, text in reading.document.texts)
