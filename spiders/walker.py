"""The walk of one site: what to ask next, and what an answer means. Knows the ledger and the readers, not Scrapy.

`department.py` asks what `waiting` says and hands each answer to `answer`; what comes back (`Verdict`) is an article
for the pipelines, further things to ask at once (forms, documents), or nothing, since all else stands in the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from archiver.keeping.ledger import (
    FAILS_AT_MOST,
    HEAD,
    PAGE,
    SITEMAP,
    START,
    Known,
    KnownArticle,
)
from archiver.normalise import article_id, text_digest, text_of, utc
from archiver.reading.article import document_for, entitled
from archiver.reading.fields import listed_on
from archiver.reading.headline import names_a_section
from archiver.reading.page import Reading, read
from archiver.running.report import Failure
from archiver.shapes import ICT, Article, Page, Problem
from archiver.walking import schedule
from archiver.walking.canonical import absolute, key, pattern, same_site, variant, without_each
from archiver.walking.doors import worth
from archiver.walking.identity import Seen, alike, canonical_of, identify, share_a_token, title_key
from archiver.walking.openings import list_behind
from archiver.walking.requisites import of_page, wanted
from archiver.walking.sameness import same_words
from archiver.walking.source import says_nothing
from archiver.walking.turning import Ended, Walk
from pipelines.items import Item
from spiders.ground import SHELLS
from spiders.listings import SITEMAPS_AT_MOST, TURNED
from spiders.sparing import PASSING, Sparing
from spiders.verdicts import Answer, Verdict

BARREN = "barren"
"""Name of what is remembered of the sorts of address that gave nothing."""
WITHOUT_END = ("endless", "too-large")
"""Kinds of failure that lie in the page itself."""
CUT_OFF = Problem("cut-off", "the answer broke off each time it was asked for; this is what came", "body")


class Walker(Sparing):
    """One run's walk of one site."""

    # --- before and after -------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Queue the start pages and what is due."""
        self.ledger.set_meta("runs", str(self.run_number))
        if not self.full:
            self.budgets.recall(json.loads(self.ledger.meta(BARREN) or "[]"))
        listings = min(schedule.LISTINGS_A_RUN, len(self.ledger.listings()))
        fixed = (
            2
            + listings
            + self.ledger.count(kind="sitemap", state="done")
            + self.ledger.count(kind="feed", state="done")
        )
        room = schedule.REQUESTS_A_NIGHT - fixed - schedule.slice_of(0)
        allowed = max(room, schedule.quota(self.ledger.articles_count()))
        self.stretch = schedule.stretch(self.ledger.ages(self.began), allowed)
        _, self._overdue = self.ledger.plan(self.began, full=self.full, at_least=room)
        for url in self.start_urls:
            self.ledger.discover(url, now=self.began, queue=START, kind="start")
            self.ledger.queue(key(url), START)
        known_lists = self.ledger.listings()
        for listing in known_lists:
            if self.full or listing.walked is None:
                self.ledger.queue(listing.key, HEAD)
        heads = [listing.key for listing in known_lists if listing.items and listing.walked is not None]
        if len(heads) > schedule.LISTINGS_A_RUN:
            heads = self.ledger.in_turn(heads, schedule.LISTINGS_A_RUN, schedule.LISTINGS_IN_TURN)
        for head in heads:
            self.ledger.queue(head, HEAD)
        further = {listing.key for listing in known_lists if listing.items > len(listing.head_keys)}
        turned = [(float(self.ledger.meta(f"{TURNED}{head}") or 0), head) for head in heads if head in further]
        # One list a night, that which waits longest; where the page does not come, it is asked again the next night.
        self.beyond = min(turned, default=(0.0, None))[1]

    def robots(self, sitemaps: Iterable[str], origin: str) -> None:
        """What robots.txt names; where it names none, the usual place is tried once a month."""
        named = [url for url in (absolute(origin, one) for one in sitemaps) if url and same_site(url, self.hosts)]
        for url in named or [urljoin(origin, "/sitemap.xml")]:
            if self._sitemaps < SITEMAPS_AT_MOST:
                self._sitemaps += 1
                self.ledger.discover(url, now=self.clock(), queue=SITEMAP, kind="sitemap")

    def end(self, why: Ended | None = None) -> None:
        """The run is over; *why* cuts off what is still being walked."""
        for walk in list(self.walks.values()):
            walk.end(why or "error", walk.detail or "the run ended before the listing did")
            self._put_away(walk)
        self.keep_lessons()
        self.ledger.set_meta(BARREN, json.dumps(self.budgets.remembered(), ensure_ascii=False))

    def keep_lessons(self) -> None:
        """What was learned of the site goes to the ledger."""
        self.ledger.keep_sameness(self.sameness)
        if self.shells.dirty:
            self.ledger.set_meta(SHELLS, self.shells.remembered())

    @property
    def overdue(self) -> int:
        """Articles that are due and were beyond the quota of this run."""
        return self._overdue

    def failed(self, known: Known, kind: str) -> None:
        """Nothing came for *known*; the next run asks again, on five nights at most."""
        self.came_back(known)
        refused = kind in ("robots", "off-site", "private-address")
        state = "forbidden" if refused else "failed"
        now = self.clock()
        tonight_too = known.state == "failed" and (known.due or 0.0) > now.timestamp()
        fails = max(1, known.fails + (not tonight_too))
        if kind in WITHOUT_END and known.kind == "unknown" and known.asked is None:
            fails = FAILS_AT_MOST  # nothing says that it is news, and it takes as long as all the rest
        wait = 30 * schedule.DAY if refused or fails >= FAILS_AT_MOST else schedule.NIGHT
        due = (now + wait).timestamp()
        if kind not in PASSING and not (kind in WITHOUT_END and known.kind in ("listing", "start")):
            self._said_no.add(known.key)
        self.ledger.settle(known.key, state=known.state if known.article else state, fails=fails, due=due)
        walk = self.walks.get(known.via or "") if known.kind == "turn" else None
        if walk is not None:
            walk.end("error", f"page {walk.pages + 1} did not come: {kind}")
            self._put_away(walk)

    def came_back(self, known: Known) -> None:
        """Where *known* stands for a click: it has been answered, or never will be."""
        if list_behind(known.url) is not None:
            self._opening.discard(known.words or "")

    def unkept(self, url: str) -> None:
        """The article at *url* was read and did not get into the archive: the next run asks again."""
        self.ledger.settle(key(url), state="failed", digest=None, due=self.clock().timestamp())

    def lost_turn(self, listing: str, kind: str) -> None:
        """The next page of a listing, behind a form, did not come."""
        walk = self.walks.get(listing)
        if walk is not None:
            walk.end("error", f"page {walk.pages + 1} did not come: {kind}")
            self._put_away(walk)

    # --- what an answer means ---------------------------------------------------------------------------------------

    def answer(self, answer: Answer) -> Verdict:
        """Take in an answer: write down what it teaches, say what follows."""
        fresh = self.ledger.find_key(answer.known.key)
        if fresh is not None and fresh != answer.known:  # while it was under way, it may have become a listing's page
            answer = replace(answer, known=replace(fresh, queued=answer.known.queued))
        self.came_back(answer.known)
        behind = list_behind(answer.known.url)
        if behind is not None and (not answer.hops or key(answer.page.url) == key(behind)):
            answer = replace(answer, page=replace(answer.page, url=answer.known.url))  # it has no address of its own
        known = self._where_it_came_from(answer)
        if known is None:
            return Verdict()
        status = answer.page.status
        if answer.foretold and status != 200:
            return self._ask_its_page(known)
        if known.kind not in ("sitemap", "feed") and answer.scripts is None:
            self.tallies.pages += 1
        if status == 304:
            return self._not_modified(known, answer)
        if status in (404, 410):
            return self._gone(known, answer, "error")
        if status >= 400:
            self._count("login" if status in (401, 403) else "error")
            if answer.walk is not None:
                self.lost_turn(answer.walk, f"answered {status}")
                return Verdict()
            self.failed(known, "busy" if status in (429, 502, 503, 504) else "http")
            self._note(known.url, yielded=False)
            return Verdict()
        if known.kind == "sitemap":
            return self._sitemap(known, answer)
        if known.kind == "feed" or (known.kind == "unknown" and _is_xml(answer.page)):
            taken = self._feed(known, answer)
            if taken is not None:
                return taken
        return self._page(known, answer)

    def _where_it_came_from(self, answer: Answer) -> Known | None:
        """The address that answered in the end; those that led to it are settled. None: nothing to read there."""
        known = answer.known
        if answer.walk is not None or key(answer.page.url) == known.key:
            return known
        for hop in dict.fromkeys((known.url, *answer.hops)):
            if key(hop) != key(answer.page.url):
                self.ledger.settle(key(hop), state="same", status=302, asked=self.clock().timestamp())
        if not same_site(answer.page.url, self.hosts):
            return None
        self.ledger.discover(
            answer.page.url, now=self.clock(), queue=None, kind="unknown", words=known.words, via=known.via
        )
        target = self.ledger.find(answer.page.url)
        assert target is not None
        home = any(target.key == key(url) for url in self.start_urls)
        if known.kind == "article" and known.article is not None and target.article != known.article:
            if home or (target.kind in ("listing", "start") and not answer.page.url.endswith(urlsplit(known.url).path)):
                self._miss(known, answer)  # an article that leads to the front page is one that was taken down
                return None
            if (
                target.article is None and worth(answer.page.url) == "page"
            ):  # it moved; no login page is a new address: the new address is the article's from now on
                self.ledger.settle(target.key, article=known.article, kind="article")
                target = replace(target, article=known.article, kind="article")
        elif target.article is not None:
            self._hops_show(answer, target, target.article)
        if target.asked is not None and target.asked >= self.began.timestamp() and not (home and known.queued == START):
            self._note(known.url, yielded=False, twin=True)
            return None
        if known.kind in ("sitemap", "feed", "start", "listing", "item") and target.kind == "unknown":
            target = replace(target, kind=known.kind)
        return target

    def _not_modified(self, known: Known, answer: Answer) -> Verdict:
        self._count("not-modified")
        self.ledger.settle(known.key, asked=self.clock().timestamp(), fails=0, misses=0, missed=None, status=304)
        self.ledger.schedule(known.key)
        if known.article is not None:
            self.tallies.unchanged += 1
        listing = self.ledger.listing(known.key)
        if listing is not None:
            walk = Walk(known.key, known.url, pages=1, head=tuple(listing.head_keys))
            walk.end("known", "not modified since it was last asked")
            self.walked.append(walk)
        return Verdict()

    def _gone(self, known: Known, answer: Answer, counted: str) -> Verdict:
        self._count(counted)
        if answer.walk is not None:
            self.lost_turn(answer.walk, f"answered {answer.page.status}")
            return Verdict()
        if known.article is not None:
            return self._miss(known, answer)
        now = self.clock()
        self.ledger.settle(
            known.key,
            kind=known.kind if known.kind in ("sitemap", "feed", "item") else "error",
            state="gone",
            status=answer.page.status,
            asked=now.timestamp(),
            due=(now + 30 * schedule.DAY).timestamp(),
        )
        if known.kind not in ("sitemap", "feed"):
            self._note(known.url, yielded=False)
        walk = self.walks.get(answer.walk or known.via or "")
        if walk is not None and known.kind in ("turn", "listing"):
            walk.end("last-page" if walk.pages else "error", f"the next page answered {answer.page.status} ({counted})")
            self._put_away(walk)
        return Verdict()

    def _miss(self, known: Known, answer: Answer) -> Verdict:
        """A known article did not answer as one. Twice, on different days, at all its addresses: a tombstone."""
        assert known.article is not None
        now = self.clock()
        today = now.astimezone(ICT).date().isoformat()
        misses = known.misses if known.missed == today else known.misses + 1
        self.tallies.vanished_count += 1
        if len(self.tallies.vanished) < 5:
            self.tallies.vanished.append(known.url)
        self.ledger.settle(
            known.key,
            status=answer.page.status,
            asked=now.timestamp(),
            misses=misses,
            missed=today,
            state="gone" if misses > 1 else "done",
        )
        self.ledger.schedule(known.key)
        article = self.ledger.article(known.article)
        if article is None or article.status == "gone":
            return Verdict()
        others = [
            other
            for other in self.ledger.addresses_of(known.article)
            if other.key != known.key
            and other.misses == 0
            and other.status != 302
            and variant(other.url) is None
            and not (other.kind == "face" and other.asked is None)  # 'Trả lời' under a text goes where the text goes
        ]
        for other in others[:3]:  # it may live on under another address
            if other.asked is None or other.asked < self.tonight.timestamp():
                self.ledger.queue(other.key, PAGE)
        if misses < 2 or others or answer.capture is None:
            return Verdict()
        last = self.latest(known.article)
        if last is None:
            return Verdict()
        self.ledger.keep_article(replace(article, status="gone", changed=now.timestamp()))
        stone = replace(last, status="gone", fetched_at=utc(answer.page.fetched_at or now), capture=answer.capture)
        fetched = answer.page.fetched_at or now
        return Verdict(item=Item(answer.page, answer.capture, fetched, id=known.article, status="gone", record=stone))

    # --- pages ------------------------------------------------------------------------------------------------------

    def _page(self, known: Known, answer: Answer) -> Verdict:
        walk = self.walks.get(answer.walk or "")
        if walk is not None and walk.source is not None and walk.source.links:
            body = walk.source.linked(answer.page.body, walk.url)
            answer = replace(answer, page=replace(answer.page, body=body))
        reading = read(answer.page, profile=self.profile)
        kind = reading.kind.kind
        if answer.walk is not None:
            self._count(kind)
            return self._turned(self.walks.get(answer.walk), known, answer, reading)
        start = known.kind == "start" or known.queued == START
        if answer.foretold and kind in ("soft-404", "login", "error"):
            return self._ask_its_page(known)
        if kind == "soft-404" and not start:
            if known.article is None:
                self._settle(known, answer, kind="item" if known.kind == "item" else "error", digest=None)
            return self._gone(known, answer, "soft-404")
        if kind in ("login", "error") and not start:
            self._count(kind)
            if known.article is not None:  # it stays published, and somebody should know why nothing is heard of it
                first = self.tallies.instead.get(f"{kind}-page") or Failure(
                    count=0, example=known.url, detail=next(iter(reading.kind.reasons), "")
                )
                self.tallies.instead[f"{kind}-page"] = replace(first, count=first.count + 1)
            self.failed(known, kind)
            self._note(known.url, yielded=False)
            return Verdict()
        if known.kind not in ("listing", "turn"):
            article = self._entitled(known, reading)
            taken = self._is_article(known, reading, article) or self._repeats(known, article)
            if taken and not start:
                if answer.drawn:
                    self.shells.gave(pattern(known.url))
                return self._article(known, answer, reading, article)
        if answer.foretold:
            return self._ask_its_page(known)
        if answer.scripts is None:
            self._count(kind)
        behind = list_behind(known.url)
        if behind is not None and known.article is None:
            self._settle(known, answer, kind="other")
            self._nowhere(behind, known.words or "")
            return Verdict()
        if known.article is not None and answer.drawn and says_nothing(answer.page.body):
            return self._gone(known, answer, "soft-404")
        if known.article is not None:
            drawn = self._drawn_by(answer, reading)
            if drawn is not None:
                return drawn
            # It was an article, and now it reads as something else: the template changed, or our reader is at a loss.
            self.tallies.unread += 1
            self.ledger.settle(known.key, asked=self.clock().timestamp())
            self.ledger.schedule(known.key)
            return Verdict()
        return self._hub(known, answer, reading)

    def _is_article(self, known: Known, reading: Reading, article: Article) -> bool:
        """Whether the page is news to be kept: what it looks like, and what the link that led here says."""
        kind = reading.kind.kind
        if kind in ("login", "error", "soft-404"):
            return False
        listed = known.kind == "item" or known.article is not None
        if kind == "listing" and not listed:
            return False
        named = same_words(known.words or "", article.title)
        if kind == "listing":
            # The list of other news below a short text may outweigh it; but the list that led here gives the title of
            # the text, and a section's name is short.
            shows = bool(article.body or article.images)
            if list_behind(known.url) is not None and named and len(article.body) >= 100:
                return True  # shown above its list, which goes on
            return named and len(article.title or "") > 25 and reading.listing.next is None and shows
        if kind == "article":
            # 'Giới thiệu', 'Liên hệ': long texts without a day, which only a menu leads to.
            if listed or article.published is not None or (named and len(known.words or "") > 30):
                return True
            tail = (
                urlsplit(known.url).path.rstrip("/").rpartition("/")[2]
            )  # a sitemap gives no words; news has a long slug
            return known.words is None and reading.kind.confidence >= 0.7 and tail.count("-") >= 5
        if named and len(known.words or "") > 30 and article.published is not None and len(article.body) >= 100:
            return True  # a text that a script holds: nothing in the markup speaks for it
        # One line and a document, or nothing but pictures: it looks like no article, but a listing names it as one.
        return listed and named and bool(article.body or article.attachments or article.images)

    def undrawn(self, known: Known, status: int | None) -> Verdict:
        """What the script of *known* fetched came with *status*, or not at all: an article is asked another night."""
        if known.kind == "item" or known.article is not None:
            self.ledger.settle(known.key, kind=known.kind)
            self.failed(known, "busy" if status in (None, 429, 502, 503, 504) else "http")
        return Verdict()

    def _entitled(self, known: Known, reading: Reading) -> Article:
        """The page's article; where its template lost the title, under that of the list, or link, which led here.

        Lost: no title, the name of a section or of the template ('Chi tiết tin'), or what a link calls another page.
        """
        article, words = reading.article, " ".join((known.words or "").split())
        listed = known.kind == "item" or known.article is not None or article.published is not None
        if not listed or len(words) <= 25 or len(article.body) < 100:
            return article
        title = article.title or ""
        if title and words.casefold().startswith(title.casefold()):
            return article
        lost = not title or names_a_section(title)
        if not lost and len(title) <= 40 and not same_words(words, title):
            lost = any(link.text == title and link.url and key(link.url) != known.key for link in reading.links)
        return entitled(article, words) if lost else article

    def _repeats(self, known: Known, article: Article) -> bool:
        """Whether the page shows, word for word, the article that stands at its address without one of its values."""
        near = [id for _, rest in without_each(known.url) if (id := self._article_at(rest)) is not None]
        others = [other for id in near if (other := self.ledger.article(id)) is not None]
        return bool(others) and text_digest(article.title, article.lead, article.body) in {
            other.text_digest for other in others
        }

    # --- articles ---------------------------------------------------------------------------------------------------

    def _article(self, known: Known, answer: Answer, reading: Reading, article: Article) -> Verdict:
        self._count("article")
        self.tallies.read += 1
        self.tallies.confidence += reading.kind.confidence
        page, now = answer.page, self.clock()
        if answer.capture is None:
            return Verdict()
        if known.key in self.listed:
            article = listed_on(article, *self.listed.pop(known.key))
        if answer.cut:
            if known.article is not None and self.ledger.article(known.article) is not None:
                self.failed(known, "cut-off")  # half an article never replaces a whole one
                return Verdict()
            article = replace(article, problems=(*article.problems, CUT_OFF))
            self.tallies.cut += 1
            self.tallies.cut_example = self.tallies.cut_example or page.url
        canonical = canonical_of(page.url, article.canonical_url, start=self.start_urls[0], hosts=self.hosts)
        behind = list_behind(page.url)
        if behind is not None and key(canonical) == key(behind):
            canonical = page.url
        published = article.published.start.isoformat() if article.published and article.published.start else None
        seen = Seen(
            known.key,
            title_key(article.title, published),
            published,
            text_digest(article.title, article.lead, article.body),
            len(text_of(article.title, article.lead, article.body)),
        )
        elsewhere = self.ledger.find(canonical) if key(canonical) != known.key else None
        by_address = self.ledger.article(known.article) if known.article else None
        by_canonical = self.ledger.article(elsewhere.article) if elsewhere and elsewhere.article else None
        if by_address is None and elsewhere is None and key(canonical) != known.key and variant(page.url) is not None:
            # A print version that names the article it belongs to: the article itself is worth more.
            self.ledger.discover(canonical, now=now, queue=PAGE, via=page.url)
            self._settle(known, answer, kind="other", state="same")
            return Verdict()
        by_text = [
            other
            for other in self.ledger.articles_by_text(seen.text_digest)
            if other in (by_address, by_canonical) or self._may_have_its_documents(article, other.id)
        ]
        found = identify(seen, by_address, by_canonical, by_text)
        if found is None:
            found = self._by_likeness(known, seen, article)
        self._follow(reading, known, of_article=True)
        if found is None:
            verdict = self._new_article(known, answer, article, seen, canonical, reading)
            if answer.cut:  # the rest of it is asked for the next night
                due = (now + schedule.NIGHT).timestamp()
                self.ledger.settle(known.key, state="failed", due=due, etag=None, modified=None, digest=None)
            return verdict
        before, evidence = found
        assert isinstance(before, KnownArticle)
        if known.article != before.id:
            self._learn(answer.known, page.url, before.id)
        home = self.ledger.find_key(before.key)
        moved = home is not None and home.key != known.key and (home.misses > 0 or home.status == 302)
        # Where the address that the page calls its own was never asked, this one speaks for the article.
        again = evidence == "address" and (home is None or home.key == known.key or home.asked is None)
        asked_first = (
            home is not None
            and evidence in ("text", "likeness")
            and not self.ledger.seen_since(before.id, self.tonight, but=known.key)
        )
        also = not (again or moved or asked_first)
        face = also and (known.kind == "face" or variant(page.url) is not None)
        self._settle(
            known,
            answer,
            kind="face" if face else "article",
            digest=seen.text_digest,
            article=before.id,
            state="same" if also else "done",
        )
        self._hops_show(answer, known, before.id)
        self._calls_itself(reading, known, before.id)
        stale = home is not None and (home.asked or 0.0) < self.began.timestamp()
        if also and not face and stale and seen.text_digest != before.text_digest:
            self.ledger.queue(before.key, PAGE)  # edited, as it seems: its own address will tell
        if again or moved or not asked_first:
            self._note(answer.known.url, yielded=again or moved, twin=not again)
        if not again and not moved:
            verdict = Verdict()
            if asked_first:
                verdict.check = before.url
                verdict.item = self._item(answer, article, before, seen, canonical)
                return verdict
            self.relisted.add(before.id)
            return verdict
        return self._with_files(self._item(answer, article, before, seen, canonical if moved else before.url), reading)

    def _may_have_its_documents(self, article: Article, other: str) -> bool:
        """Whether no document speaks against *article* being the *other*: 'Kèm theo lịch tuần' is said each week."""
        last = self.latest(other) if article.attachments else None
        if last is None or not last.attachments:
            return True
        mine, theirs = ({_file(one.url) for one in papers} for papers in (article.attachments, last.attachments))
        return not mine.isdisjoint(theirs)

    def _by_likeness(self, known: Known, seen: Seen, article: Article) -> tuple[KnownArticle, str] | None:
        """A print version, or another template, may lack a line or have one more: alike is enough where more speaks."""
        text = text_of(article.title, article.lead, article.body)
        page = self.ledger.find(known.via) if known.kind == "face" and known.via else None
        candidates = [self.ledger.article(page.article)] if page is not None and page.article else []
        if len(seen.title_key) > 30:
            candidates += self.ledger.articles_by_title(seen.title_key)
        guessed = self.sameness.predict(known.url)
        for other in candidates[:8]:
            if other is None:
                continue
            if other.id == guessed and other.published is not None and other.title_key == seen.title_key:
                return other, "likeness"  # a make of address that was proved, title and day: the words were edited
            if not (page is not None or share_a_token(known.key, other.key)):
                continue
            last = self.latest(other.id)
            if last is None:
                continue
            if page is not None and other.id == page.article and same_words(last.title or "", article.title):
                return other, "face"  # a tool of its own page, with the same number and the same title
            if alike(text, text_of(last.title, last.lead, last.body)) and self._may_have_its_documents(
                article, other.id
            ):
                return other, "likeness"
        return None

    def _new_article(
        self, known: Known, answer: Answer, article: Article, seen: Seen, address: str, reading: Reading
    ) -> Verdict:
        now = self.clock().timestamp()
        id = article_id(self.slug, address)
        if self.ledger.article(id) is not None:  # another article has that canonical address: it is not to be believed
            address = answer.page.url
            id = article_id(self.slug, address)
        self._learn(answer.known, answer.page.url, id)
        self._settle(known, answer, kind="article", digest=seen.text_digest, article=id, scheduled=False)
        if key(address) != known.key:
            self.ledger.discover(address, now=self.clock(), queue=None, kind="article")
            self.ledger.settle(key(address), article=id, state="same", kind="article")
        self._hops_show(answer, known, id)
        self._calls_itself(reading, known, id)
        self._note(answer.page.url, yielded=True)
        first = KnownArticle(
            id, key(address), address, None, "", None, seen.text_digest, seen.text_length, "published", now, now
        )
        return self._with_files(self._item(answer, article, first, seen, address), reading)

    def _item(self, answer: Answer, article: Article, before: KnownArticle, seen: Seen, address: str) -> Item:
        """The item for the pipelines; what the ledger knows of the article is brought up to date."""
        now, page = self.clock(), answer.page
        assert answer.capture is not None
        known = replace(
            before,
            key=key(address),
            url=address,
            title=article.title,
            title_key=seen.title_key,
            published=seen.published,
            text_digest=seen.text_digest,
            text_length=seen.text_length,
            status="published",
            changed=before.changed if before.text_digest == seen.text_digest else now.timestamp(),
        )
        self.ledger.keep_article(known)
        self.ledger.schedule(seen.key)
        return Item(
            page,
            answer.capture,
            page.fetched_at or now,
            article=article,
            profile=getattr(self.profile, "name", None),
            url=address,
            id=known.id,
            urls=self._other_urls(known),
        )

    def _other_urls(self, article: KnownArticle) -> tuple[str, ...]:
        """Those under which it was seen, or listed; not the tools of its page that nobody asked."""
        return tuple(
            other.url
            for other in self.ledger.addresses_of(article.id)
            if other.key != article.key and (other.asked is not None or other.kind != "face")
        )

    def _with_files(self, item: Item, reading: Reading | None = None) -> Verdict:
        """The item, with what is to be fetched beside it by the settings."""
        verdict, types, article = Verdict(item=item), self.attachments, item.article
        if article is None or not types:
            return verdict
        verdict.documents = tuple(
            paper
            for paper in article.attachments
            if same_site(paper.url, self.hosts) and wanted(paper.url, "documents", types)
        )
        verdict.images = tuple(
            image for image in article.images if same_site(image.url, self.hosts) and wanted(image.url, "images", types)
        )
        if "page" in types and reading is not None:
            needed = of_page(reading.document.root, reading.document.base_url)
            verdict.requisites = tuple(url for url in needed if same_site(url, self.hosts))
        return verdict

    def _calls_itself(self, reading: Reading, known: Known, id: str) -> None:
        """The short address that a page gives itself shows the same article, unless it is that of another one."""
        for url in self._short_links(reading):
            self.ledger.discover(url, now=self.clock(), queue=None, kind="article")
            other = self.ledger.find(url)
            home = any(key(url) == key(start) for start in self.start_urls)
            if other is not None and other.article is None and other.asked is None and not home:
                self.ledger.settle(other.key, article=id, state="same", kind="article")
                self.sameness.observe(url, id)

    def _hops_show(self, answer: Answer, known: Known, id: str) -> None:
        for hop in dict.fromkeys((answer.known.url, *answer.hops)):
            if key(hop) != known.key:
                before = self.ledger.find(hop)
                if before is not None and before.article != id:
                    self._learn(answer.known, hop, id)
                self.ledger.settle(key(hop), article=id, kind="article", state="same")

    def checked(self, verdict: Verdict, *, alive: bool) -> Verdict:
        """The old address of a verdict's article was asked: alive, it has two addresses; else it moved."""
        item, old = verdict.item, verdict.check
        assert item is not None
        assert item.id is not None
        assert old is not None
        self._note(item.page.url, yielded=not alive, twin=alive)
        if alive:
            article = self.ledger.article(item.id)
            if article is not None:
                self.ledger.keep_article(replace(article, key=key(old), url=old))
            self.ledger.settle(key(item.page.url), state="same")
            last, now = self.latest(item.id), item.article
            told = now is not None and document_for(now) is None  # what its one PDF says is known by its record alone
            if last and now and told and last.text_digest != text_digest(now.title, now.lead, now.body):
                self.ledger.queue(key(old), PAGE)  # edited, as it seems: its own address will tell
            self.relisted.add(item.id)
            self.tallies.stayed += 1
            return Verdict()
        self.tallies.moved_by_text += 1
        self.ledger.settle(key(old), state="same", misses=1, asked=self.clock().timestamp())
        return self._with_files(item)

    @property
    def redesigned(self) -> bool:
        """Whether so many articles have moved, and none of them stayed, that the old addresses need no asking."""
        return self.tallies.moved_by_text >= 5 and self.tallies.moved_by_text > 5 * self.tallies.stayed

    def relistings(self, run: str) -> Iterable[Item]:
        """Articles of earlier runs for which other addresses were found: a revision that lists them.

        Those of this *run* stand in `further`: they are put into what it wrote. Print versions and their like are no
        reason for a revision of their own.
        """
        for id in sorted(self.relisted):
            last, article = self.latest(id), self.ledger.article(id)
            if last is None or article is None or last.status == "gone":
                continue
            urls = sorted({*last.urls, *self._other_urls(article)} - {last.url})
            new = set(urls) - set(last.urls)
            if new and last.run == run:
                self.further[id] = urls
            elif any(variant(url) is None and not self._is_face(url) for url in new):
                page = Page(last.url, b"")
                yield Item(page, last.capture, self.clock(), id=id, record=replace(last, urls=urls))
        self.relisted.clear()

    def _is_face(self, url: str) -> bool:
        known = self.ledger.find(url)
        return known is not None and known.kind == "face"


def _file(url: str) -> str:
    """The name of the file at *url*, whatever folder or host it is served from."""
    return urlsplit(url).path.rstrip("/").rpartition("/")[2].casefold()


def _is_xml(page: Page) -> bool:
    said = (page.content_type or "").lower()
    begins = page.body[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return ("xml" in said and "xhtml" not in said) or begins.startswith((b"<rss", b"<feed"))
