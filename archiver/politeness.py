"""How a guest behaves: robots.txt, pace, pauses, who we say we are, and where we never go.

Pure: time and addresses come in as values, decisions come out. `pipelines.manners` carries them into Scrapy.
docs/politeness.md is the same for people.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urlsplit

from protego import Protego

from archiver.errors import UsageError

PRODUCT = "archiver"  # the product token of RFC 9309: robots.txt names us by it
ROBOTS_LIMIT = 500 * 1024  # bytes that RFC 9309 2.5 asks a crawler to read at least; what follows is left out
ROBOTS_OF_HTML = "answered with a page of HTML: no rules in it"
ROBOTS_AGE = 24 * 3600.0  # seconds after which it is asked again (2.4)
ROBOTS_REDIRECTS = 5  # RFC 9309 2.3.1.2
CRAWL_DELAY_LIMIT = 60.0  # seconds. The largest delay seen in earnest is 30; '3600' is a page an hour, and a slip

# --- robots.txt ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """What a robots.txt says to us."""

    allows: bool | None = None
    """True: everything; False: nothing; None: see `rules`."""
    rules: Protego | None = None
    """Our group of it."""
    crawl_delay: float | None = None
    """Seconds between two requests that it asks for, at most CRAWL_DELAY_LIMIT."""
    sitemaps: tuple[str, ...] = ()
    """Its Sitemap lines, in order."""
    note: str | None = None
    """What was made of an answer that is no robots.txt, or of one that asks for too much."""

    def allow(self, url: str) -> bool:
        """Whether we may ask for *url* (absolute)."""
        if self.allows is not None or self.rules is None:
            return self.allows is not False
        return bool(self.rules.can_fetch(url, PRODUCT))


def robots_answer(status: int | None, body: bytes = b"", why: str = "") -> RobotsRules:
    """What an answer to /robots.txt means (RFC 9309 2.3.1), redirects followed; *status* None: no answer, for *why*.

    4xx says that there is none, and all is allowed. 5xx, 429 (which is no 'there is none', but 'not now') and no answer
    at all say that we cannot know, and nothing is.

    >>> robots_answer(404).allow("https://a.example/x"), robots_answer(503).allow("https://a.example/x")
    (True, False)
    """
    if status is not None and 200 <= status < 300:
        return parse_robots(body)
    if status is not None and 300 <= status < 500 and status != 429:
        return RobotsRules(allows=True, note=None if status in (404, 410) else f"answered {status}: all is allowed")
    said = f"answered {status}" if status is not None else why or "no answer"
    return RobotsRules(allows=False, note=f"{said}: nothing is allowed until it answers (RFC 9309 2.3.1.4)")


_LINE = re.compile(r"^[ \t]*([A-Za-z][A-Za-z -]*?)[ \t]*:[ \t]*(.*?)[ \t]*$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def parse_robots(body: bytes, product: str = PRODUCT) -> RobotsRules:
    r"""Read robots.txt as RFC 9309 has it, and Crawl-delay (which it does not have) as most sites mean it.

    Groups are chosen here, by the exact product token, which Protego matches as a prefix; the rules of the group go to
    Protego, which knows the longest match, '*', '$' and the percent-encoding. Crawl-delay counts as a rule of its
    group, in seconds, with '10s' and '0,5' understood; one that stands above all groups is meant for everybody.

    >>> parse_robots(b"User-agent: *\nDisallow: /a\nAllow: /a/b\nCrawl-delay: 2").allow("https://a.example/a/b/c")
    True
    """
    note = None
    if len(body) > ROBOTS_LIMIT:
        body = body[: body.rfind(b"\n", 0, ROBOTS_LIMIT) + 1] or body[:ROBOTS_LIMIT]
        note = f"only its first {ROBOTS_LIMIT // 1024} KiB were read"
    text = body.decode("utf-8-sig", "replace").lstrip("\ufeff")
    if text.lstrip()[:1] == "<":
        return RobotsRules(allows=True, note=ROBOTS_OF_HTML)
    groups: dict[str, list[str]] = {}
    delays: dict[str, float] = {}
    sitemaps: list[str] = []
    agents: list[str] = []
    open_for_agents = False
    for line in re.split(r"\r\n|\r|\n", text):
        matched = _LINE.match(line.split("#", 1)[0])
        if matched is None:
            continue
        key, value = matched[1].lower().replace(" ", "-"), matched[2]
        if key in ("user-agent", "useragent"):
            if not open_for_agents:
                agents = []
            token = re.split(r"[\s/]", value, maxsplit=1)[0].lower()
            agents.append(token)
            groups.setdefault(token, [])
            open_for_agents = True
        elif key in ("sitemap", "site-map"):
            sitemaps.append(line.split(":", 1)[1].strip())  # '#' may be a part of it, and it belongs to no group
        elif key == "crawl-delay":
            seconds = _NUMBER.search(value)
            if seconds is not None and not value.startswith("-"):
                for agent in agents or ["*above"]:
                    delays.setdefault(agent, float(seconds[0].replace(",", ".")))
            open_for_agents = False
        elif key in ("allow", "disallow"):
            for agent in agents:
                groups[agent].append(f"{key}: {value}")
            open_for_agents = False
    group = product if product in groups else "*"
    delay = delays.get(group, delays.get("*above"))
    if delay is not None and delay > CRAWL_DELAY_LIMIT:
        note = f"asks for a Crawl-delay of {delay:g} s; {CRAWL_DELAY_LIMIT:g} s are kept"
        delay = CRAWL_DELAY_LIMIT
    rules = "\n".join(["User-agent: *", *groups.get(group, ())])
    return RobotsRules(rules=Protego.parse(rules), crawl_delay=delay, sitemaps=tuple(sitemaps), note=note)


# --- pace ------------------------------------------------------------------------------------------------------------


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait that a Retry-After header asks for, in either of its forms; None where it is neither.

    *now* is the server's own Date where it gave one, so that a wrong clock of theirs does no harm.

    >>> retry_after("120", datetime(2026, 12, 1, tzinfo=UTC))
    120.0
    >>> retry_after("Tue, 01 Dec 2026 00:01:30 GMT", datetime(2026, 12, 1, tzinfo=UTC))
    90.0
    """
    text = (value or "").strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", text, re.ASCII):
        return min(float(text), 1e9)  # some thirty years, for whoever means for ever
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:  # '-0000', or no zone at all: HTTP dates are in GMT
        moment = moment.replace(tzinfo=UTC)
    try:
        return max(0.0, (moment - now).total_seconds())
    except OverflowError:
        return None


Why = Literal["delay", "crawl-delay", "slow", "retry-after", "back-off", "hours"]


@dataclass(slots=True)
class Pace:
    """When one host may be asked again. Times are seconds of one steady clock, handed in.

    The interval from request to request is the largest of what we were told (`floor`), what robots.txt asks for, and
    twice what the server takes to answer: it stands idle half of the time, however slow it is. It rises at once and
    falls by halves, as Scrapy's AutoThrottle does. An answer under 200 ms is no sign of load, and slows nothing.
    """

    floor: float = 1.0
    """Seconds: what we were told (`--delay`)."""
    crawl_delay: float = 0.0
    """Seconds: what robots.txt asks for."""
    ceiling: float = 60.0
    """Seconds that slowness alone may make us wait; nothing comes of waiting longer between two pages."""
    slow: float = 0.0
    """Seconds: what the server's slowness asks for now."""
    troubles: int = 0
    """Answers in a row that say 'too much'."""
    troubled_since: float = 0.0
    """When the first of them came."""
    first_rest: float = 1.0
    """Seconds: the least rest after the first trouble."""
    asked_at: float = float("-inf")
    """When it was last asked."""
    rest_until: float = float("-inf")
    """Not before that moment."""
    rest_why: Why = "delay"
    """What made us rest."""

    def wait(self, now: float) -> tuple[float, Why]:
        """Seconds still to wait before the next request, and what for."""
        interval: float = self.floor
        why: Why = "delay"
        others: tuple[tuple[float, Why], ...] = ((self.crawl_delay, "crawl-delay"), (self.slow, "slow"))
        for seconds, reason in others:
            if seconds > interval:
                interval, why = seconds, reason
        until = self.asked_at + interval
        if self.rest_until > until:
            until, why = self.rest_until, self.rest_why
        return max(0.0, until - now), why

    def asked(self, now: float) -> None:
        """A request goes out."""
        self.asked_at = now

    def answered(self, now: float, seconds: float, status: int | None, wish: float | None = None) -> float:
        """An answer came after *seconds*, or none did (*status* None); *wish*: its Retry-After, in seconds.

        Returns how long the host is now left alone beyond the usual interval, in seconds.
        """
        target = min(2 * seconds, self.ceiling) if seconds >= 0.2 else 0.0
        # an error page is quick to make, so it is no sign of recovery; that nothing came is a matter for the rest below
        if status is not None and (target >= self.slow or status == 200):
            self.slow = max(target, (self.slow + target) / 2)
            if self.slow < 0.2:
                self.slow = 0.0
        if status in (429, 503) or status is None:
            self.troubled_since = self.troubled_since if self.troubles else now
            self.troubles += 1
            rest = self.back_off() if wish is None else wish
            self._rest(now + rest, "back-off" if wish is None else "retry-after")
            return rest
        if status < 500:
            self.troubles = 0
        if wish is not None and status >= 300:  # a redirect may carry one too (RFC 9110 10.2.3)
            self._rest(now + wish, "retry-after")
            return wish
        return 0.0

    def back_off(self) -> float:
        """Seconds to rest after so many troubles in a row: 4 intervals, then twice that, up to 300 s."""
        first: float = max(4 * max(self.floor, self.crawl_delay), self.first_rest)
        return min(first * 2.0 ** min(self.troubles - 1, 20), 300.0)

    def _rest(self, until: float, why: Why) -> None:
        if until > self.rest_until:
            self.rest_until, self.rest_why = until, why


def open_hours(hours: tuple[time, time] | None, now: datetime) -> timedelta:
    """How long until the hours begin in which a site wants to be asked; zero within them, or where there are none.

    >>> open_hours((time(22), time(5)), datetime(2026, 12, 1, 21, 30))
    datetime.timedelta(seconds=1800)
    """
    if hours is None or hours[0] == hours[1]:
        return timedelta()
    begin, end = hours
    clock = now.time()
    inside = begin <= clock < end if begin < end else clock >= begin or clock < end
    if inside:
        return timedelta()
    first = datetime.combine(now.date(), begin, now.tzinfo)
    return (first if first > now else first + timedelta(days=1)) - now


# --- who we say we are -----------------------------------------------------------------------------------------------


def user_agent(version: str, contact: str | None) -> str:
    """An honest User-Agent: what we are, and where a person is found.

    >>> user_agent("0.1.0", "luutru@example.vn")
    'archiver/0.1.0 (+luutru@example.vn)'
    """
    plain = " ".join((contact or "").split()).encode("ascii", "ignore").decode("ascii")
    return f"{PRODUCT}/{version}" + (f" (+{plain.strip('() ')})" if plain else "")


def is_contact(text: str | None) -> bool:
    """Whether a person can be reached there: an e-mail address or a web address that could be real.

    >>> [is_contact(text) for text in ("luutru@so.gov.vn", "https://so.gov.vn/lien-he", "me", "", None)]
    [True, True, False, False, False]
    """
    plain = (text or "").strip()
    mail = r"(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+"
    return bool(re.fullmatch(rf"{mail}|https?://[^\s/<>()]+\.[^\s<>()]+", plain))


# --- where we never go -----------------------------------------------------------------------------------------------

_PRIVATE_NAMES = re.compile(r"(?:^|\.)(?:localhost|local|internal|lan|intranet|corp|home\.arpa)$|^[^.:]+$")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, addresses that carry another within them included.

    >>> [is_public(ip) for ip in ("1.1.1.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1")]
    [True, False, False, False, False]
    """
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def is_private_name(host: str) -> bool:
    """Whether a host, as written, is plainly not of the open internet: no name is resolved here.

    >>> [is_private_name(host) for host in ("127.0.0.1", "[::1]", "localhost", "intranet", "so.gov.vn", "8.8.8.8")]
    [True, True, True, True, False, False]
    """
    bare = host.strip("[]").rstrip(".").lower()
    try:
        return not is_public(bare)
    except ValueError:
        return bool(_PRIVATE_NAMES.search(bare))


def needs_contact(url: str) -> bool:
    """Whether asking *url* means to enter the open internet, where a webmaster must be able to reach someone.

    >>> needs_contact("https://so.gov.vn/"), needs_contact("http://127.0.0.1:8000/")
    (True, False)
    """
    return not is_private_name(urlsplit(url).hostname or "")


def check_contact(urls: Iterable[str], contact: str | None) -> None:
    """Raise UsageError where one of *urls* is on the open internet and *contact* is nobody."""
    public = next((url for url in urls if needs_contact(url)), None)
    if public is not None and not is_contact(contact):
        if contact is None:
            raise UsageError(
                f"{public!r} is on the open internet, and its webmaster could reach nobody about our visit."
                " Give --contact with an e-mail or web address (scrapy: -s CONTACT=…)"
            )
        raise UsageError(
            f"{public!r} is on the open internet, and its webmaster could reach nobody about our visit"
            f" (contact: {contact!r}). Give --contact with an e-mail or web address (scrapy: -s CONTACT=…)"
        )


_ALIASES = ("www.", "m.", "mobile.", "amp.")


def _bare(netloc: str) -> str:
    """Host, and port where it is not the usual one, without the aliases of one site."""
    parts = urlsplit(netloc if "//" in netloc else f"//{netloc}")
    host = (parts.hostname or "").rstrip(".")
    for alias in _ALIASES:
        if host.startswith(alias) and "." in host[len(alias) :]:
            host = host[len(alias) :]
            break
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which hosts and which addresses a run may touch."""

    hosts: frozenset[str]
    """The site's hosts, with the port where it is an unusual one: '127.0.0.1:8000' is another site than '127.0.0.1'.
    'so.gov.vn' stands for its www, m, mobile and amp hosts too, '*.so.gov.vn' for all below it, '*.' for any."""
    contact: str | None = None
    """Where a person is found."""
    private: bool = False
    """Whether a public name may lead to a private address: an intranet with a split DNS, on the operator's word."""
    _families: frozenset[str] = field(init=False, repr=False, compare=False)
    _private: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_families", frozenset(_bare(one) for one in self.hosts if "*" not in one))
        names = (urlsplit(f"//{family}").hostname or "" for family in self._families)
        object.__setattr__(self, "_private", frozenset(name for name in names if is_private_name(name)))

    @classmethod
    def of(
        cls, urls: Iterable[str], hosts: Iterable[str] = (), contact: str | None = None, private: bool = False
    ) -> Reach:
        """Around the start *urls*, and the further *hosts* (or addresses) that belong to the site."""
        named = [urlsplit(url).netloc for url in urls]
        named += [urlsplit(host).netloc if "//" in host else host for host in hosts]
        return cls(frozenset(host.rpartition("@")[2].lower() for host in named if host), contact, private)

    def on_site(self, url: str) -> bool:
        """Whether *url* belongs to the site.

        >>> reach = Reach.of(["https://www.so.gov.vn/"])
        >>> [reach.on_site(f"https://{host}/") for host in ("so.gov.vn", "m.so.gov.vn", "x.so.gov.vn", "so.gov.vn.x.y")]
        [True, True, False, False]
        """
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").rstrip(".")
            family = _bare(url)
        except ValueError:  # a port that is no number, a bracket that never closes
            return False
        if parts.scheme not in ("http", "https") or not host:
            return False
        if family in self._families:
            return True
        return any(f".{host}.".endswith(f"{wide[1:]}.") or wide == "*." for wide in self.hosts if wide.startswith("*."))

    def fault(self, host: str, address: str) -> tuple[str, str] | None:
        """Why *address* (an IP), which *host* led to, must not be touched: (code, sentence), or None where it may.

        >>> Reach.of(["https://so.gov.vn/"], contact="a@b.vn").fault("so.gov.vn", "127.0.0.1")[0]
        'private-address'
        >>> Reach.of(["http://so.local/"]).fault("www.so.local", "127.0.0.1") is None
        True
        """
        if is_public(address):
            if is_contact(self.contact):
                return None
            return "no-contact", (
                f"{host!r} is at {address}, on the open internet, and nobody can be reached about our visit;"
                " give --contact an e-mail or web address"
            )
        names = {host.strip("[]").rstrip(".").lower()}
        if ":" not in host:
            names.add(_bare(host.lower()))  # 'www.so.local' is of 'so.local', too
        if self.private or names & self._private:
            return None
        return "private-address", (
            f"{host!r} leads to {address}, which is no address of the open internet; left alone."
            " If the site is meant, begin at that very address"
        )
