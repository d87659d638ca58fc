"""What every part of a walk stands on: the ledger, the counts, which links are noted, how an address is settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from archiver.keeping.ledger import (
    FACE,
    FEED,
    HUB,
    PAGE,
    Known,
    Ledger,
)
from archiver.reading.page import Reading
from archiver.shapes import DateReading, Record
from archiver.sites import Profile
from archiver.walking.budgets import Budgets
from archiver.walking.canonical import absolute, filters, hopeless, only_turns, pattern, same_site, sorts, tidy, variant
from archiver.walking.doors import is_print_link, looks_like_a_feed, looks_like_a_hub, worth
from archiver.walking.identity import has_its_number, share_a_token
from archiver.walking.openings import Opening
from archiver.walking.shells import Shells
from archiver.walking.source import Source
from archiver.walking.turning import Walk
from spiders.verdicts import Answer, Tallies

SHELLS = "shells"
"""Name of what is remembered of the site's shells."""
FEEDS_AT_MOST = 4
"""A site with a feed for each section has all its news in its listings too; a few tell a later run what is new."""


class Ground:
    """The state of one run's walk of one site."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        slug: str,
        start_urls: Iterable[str],
        hosts: frozenset[str],
        clock: Callable[[], datetime],
        profile: Profile | None = None,
        full: bool = False,
        latest: Callable[[str], Record | None] = lambda _: None,
        attachments: tuple[str, ...] = ("documents",),
        since: datetime | None = None,
    ) -> None:
        self.ledger = ledger
        self.slug = slug
        self.start_urls = [tidy(url) for url in start_urls]
        self.hosts = hosts
        self.clock = clock
        self.profile = profile
        self.full = full
        self.latest = latest
        self.attachments = attachments
        self.began = clock()
        self.tonight = since or self.began
        """When the night's work began: before `began` where this run goes on from one that was killed."""
        self.tallies = Tallies()
        self.budgets = Budgets()
        self.sameness = ledger.sameness()
        self.shells = Shells.recalled(ledger.meta(SHELLS))
        self.walks: dict[str, Walk] = {}
        """Listings that are being walked."""
        self.walked: list[Walk] = []
        """Listings whose walk is over."""
        self.run_number = int(ledger.meta("runs") or "0") + 1
        self.first = self.run_number == 1
        self.listed: dict[str, tuple[DateReading, str]] = {}
        """What listings print beside an address, and which: for pages that name no day. At most `LISTED_AT_MOST`."""
        self.relisted: set[str] = set()
        """Articles that were kept before all of their addresses were known."""
        self.further: dict[str, list[str]] = {}
        """Other addresses of articles that this run kept: they are put into its records. See `Run.amend`."""
        self._said_no: set[str] = set()
        """Keys of what did not come, and would not a minute later either: the site refused it, or we do."""
        self._second: set[str] = set()
        """Keys of what got its second chance in this run."""
        self._doubted: dict[int, str] = {}
        """Makes of address of which something in flight, by its id, may prove what they show."""
        self._said: dict[str, str] = {}
        """What the last page without a list said, by its sort, but for its numbers: digests."""
        self._written: dict[str, str] = {}
        """What pages that are no articles say, their links as they are written: digests by key."""
        self._grown = [0, 0]
        """Addresses that were longer by a folder than one of the same page, and those that showed another page."""
        self._noted: set[str] = set()
        self._sitemaps = self._frames = 0
        self._mapped = False
        self._turning: dict[str, str] = {}
        """An address of a further page, by listing: others of its pattern are further pages too."""
        self._feeds = ledger.count(kind="feed", state="done")
        self._overdue = self._reopened = 0
        self.stretch = 1.0
        """By how much the terms of `schedule` are longer on this site, so that a night stays small."""
        self._deepened = False
        """Whether a list is being walked on from where an earlier night left it."""
        self.beyond: str | None = None
        """Key of the listing of which tonight one page is read beyond what is known: it must still turn."""
        self._shapes: set[str] = set()
        """Of clicks that open titles: what a list of many titles has shown holds for its last page too."""
        self._opened: tuple[Reading | None, list[Opening]] = (None, [])
        self._clicked: set[str] = set()
        self._opening: set[str] = set()
        """Titles of which a click is under way."""
        self._scripts: set[str] = set()
        self._unread: dict[str, str] = {}
        """What the script of an empty page asks beside what was fetched of it, by the key of the page."""
        self._bare: set[str] = set()
        """Keys of which the shell is to be asked, whatever it is thought to be: its service gave no article."""
        self._drawing: set[Source] = set()
        """What was asked to draw the list of a page that holds none."""

    def _settle(
        self,
        known: Known,
        answer: Answer,
        *,
        kind: str,
        state: str = "done",
        digest: str | None = None,
        scheduled: bool = True,
        **more: object,
    ) -> None:
        """Write down what the *answer* was. Not *scheduled*: the caller schedules, once it has written down more."""
        now = self.clock().timestamp()
        changed = known.changed
        if digest is not None and digest != known.digest:
            changed = now
        self.ledger.settle(
            known.key,
            kind=kind,
            state=state,
            status=answer.page.status,
            etag=answer.etag,
            modified=answer.modified,
            digest=digest,
            asked=now,
            changed=changed,
            misses=0,
            missed=None,
            fails=0,
            **more,
        )
        if scheduled:
            self.ledger.schedule(known.key)

    # --- links ------------------------------------------------------------------------------------------------------

    def _welcome(self, url: str) -> bool:
        """Whether *url* may be asked at all: on this site, a page by its look, and no trap."""
        return same_site(url, self.hosts) and worth(url) == "page" and hopeless(url) is None

    def _note_feed(self, url: str, known: Known) -> None:
        if same_site(url, self.hosts) and self._feeds < FEEDS_AT_MOST:
            self._feeds += self.ledger.discover(url, now=self.clock(), queue=FEED, kind="feed", via=known.url)

    def _follow(
        self,
        reading: Reading,
        known: Known,
        *,
        turns_to: str | None = None,
        listing: str | None = None,
        of_article: bool = False,
    ) -> None:
        """Note the links of a page. Most stand on every page of the site, and are seen once."""
        now = self.clock()
        turning = pattern(turns_to) if turns_to else None
        own = [known.url, *self._short_links(reading)] if of_article else []
        for link in reading.links:
            if link.url is None or link.url in self._noted or link.rel & _NO_LINKS:
                continue
            if len(self._noted) > 50_000:
                self._noted.clear()
            self._noted.add(link.url)
            url = absolute(link.url, link.url)
            if url is None or not same_site(url, self.hosts) or worth(url) != "page":
                continue
            why = hopeless(url)
            if why is not None:
                self.budgets.hopeless(why, url)
                continue
            if looks_like_a_feed(url):
                self._note_feed(url, known)
                continue
            kind = "unknown"
            if turning is not None and pattern(url) == turning:
                place, kind = FACE, "pager"  # another page of this listing: the walk gets there by itself, in order
            elif not of_article and (names := filters(url, known.url)):
                place, kind = FACE, "pager" if only_turns(names) else "filter"
            elif len(link.text) <= 40 and any(share_a_token(url, one) or has_its_number(url, one) for one in own):
                place, kind = FACE, "face"
            elif variant(url) is not None or is_print_link(link.text):
                # A tool of the article's own page is one of its faces whatever its address: 'Bản in', print.aspx?id=5.
                place, kind = FACE, "face" if of_article else "unknown"
            elif looks_like_a_hub(url, link.text):
                place = HUB
            else:
                place = PAGE
            self.ledger.discover(
                url,
                now=now,
                queue=place,
                kind=kind,
                words=link.text or None,
                via=(listing or known.url) if kind == "pager" else known.url,
                depth=known.depth + 1,
            )

    def _short_links(self, reading: Reading) -> list[str]:
        """Other addresses that an article's page gives itself in its head: /node/345."""
        found = (
            absolute(reading.document.base_url, link.get("href"))
            for link in reading.document.root.iter("link")
            if (link.get("rel") or "").lower() == "shortlink"
        )
        return [url for url in found if url is not None and self._welcome(url)][:1]

    def _note(self, url: str, *, yielded: bool, twin: bool = False, weight: float = 1.0) -> None:
        for sort in sorts(url):
            if yielded and self.budgets.was_left(sort):
                self.ledger.free(sort)
            self.budgets.note(
                sort, url, yielded=yielded, twin=twin, weight=weight if "*" not in sort else max(0.5, weight)
            )

    def _count(self, kind: str) -> None:
        self.tallies.kinds[kind] += 1


_NO_LINKS = frozenset(
    ("stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "alternate", "pingback", "edituri",
     "apple-touch-icon", "manifest", "shortlink", "wlwmanifest", "search", "canonical", "amphtml", "modulepreload")
)  # fmt: skip
"""Words of rel that make a link one for machines."""
