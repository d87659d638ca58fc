"""Whether the article on a page is one that is known, under another address: evidence first, and when in doubt, two.

Merging two articles loses one in silence; keeping one twice is seen and can be mended. So equal words are not enough
where they are few, or where the days of publication differ: the same notice comes every month.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from archiver.walking.canonical import key, same_site, tidy, tokens, variant

ENOUGH_TEXT = 200
"""Characters of title, lead and body from which an equal text is an equal article. A notice of one line has fewer."""


class KnownAs(Protocol):
    """What must be known of an article that is compared with."""

    @property
    def id(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def title_key(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def text_digest(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """The article on the page, in what tells it from others."""

    key: str
    """Of the address that answered."""
    title_key: str
    """See `title_key`."""
    published: str | None
    """First day meant, YYYY-MM-DD."""
    text_digest: str
    text_length: int


def identify(
    seen: Seen, by_address: KnownAs | None, by_canonical: KnownAs | None, by_text: Sequence[KnownAs]
) -> tuple[KnownAs, str] | None:
    """(the known article that this is, and by which evidence: address, canonical, text); None: a new one."""
    if by_address is not None:
        return by_address, "address"
    if by_canonical is not None and (
        by_canonical.text_digest == seen.text_digest
        or (bool(seen.title_key) and by_canonical.title_key == seen.title_key)
    ):
        return by_canonical, "canonical"
    for other in by_text:
        same_day = seen.published == other.published
        if same_day and (seen.published is not None or seen.text_length >= ENOUGH_TEXT) and _enough(seen, other):
            return other, "text"
        if (seen.published is None or other.published is None) and seen.text_length >= ENOUGH_TEXT:
            return other, "text"
    return None


def _enough(seen: Seen, other: KnownAs) -> bool:
    """Few words need a token that both addresses hold: '(Chùm ảnh)' of Monday is not that of Tuesday."""
    return seen.text_length >= ENOUGH_TEXT or share_a_token(seen.key, other.key)


def share_a_token(one: str, other: str) -> bool:
    """Whether two addresses (or keys) hold the same slug or number.

    >>> share_a_token("http://a.vn/tin/hop-bao-345.html", "http://a.vn/chitiet?ItemID=345")
    True
    >>> share_a_token("http://a.vn/tin?CateID=2&ItemID=5", "http://a.vn/tin?CateID=2&ItemID=6")
    False
    """
    mine, theirs = _names(one), _names(other)
    shared = mine & theirs
    # 'CateID=2' is shared by many: what is shared must be the strongest of one of them, or long.
    return any(len(value) >= 3 for value in shared) or bool(shared and mine == theirs and len(mine) == 1)


def has_its_number(one: str, other: str) -> bool:
    """Whether all that *one* names is the number of *other*, however short: a suspicion, no evidence.

    >>> has_its_number("http://a.vn/index.php?id=7", "http://a.vn/tin/hop-bao-7.html")
    True
    >>> has_its_number("http://a.vn/index.php?id=7&muc=2", "http://a.vn/tin/hop-bao-7.html")
    False
    """
    mine = _names(one)
    return len(mine) == 1 and mine <= {value for kind, value in tokens(_address(other)) if kind != "words"}


def _names(url: str) -> set[str]:
    """Tokens that may name an article: numbers and slugs, no words like 'normal'."""
    values = (value for _, value in tokens(_address(url))[:12])
    return {value for value in values if any(map(str.isdigit, value)) or value.count("-") + value.count("_") >= 2}


def _address(text: str) -> str:
    return text if "://" in text else f"http://{text}"


def alike(one: str, other: str) -> bool:
    """Whether two texts are one text, give or take what a template adds or leaves out: most runs of four words shared.

    >>> long = " ".join(f"chữ{n}" for n in range(100))
    >>> alike(long, "In trang " + long), alike(long, long.replace("chữ5", "lời5"))
    (True, False)
    """
    mine, theirs = _runs(one), _runs(other)
    if not mine or not theirs:
        return one.split() == other.split()
    shared = len(mine & theirs)
    return shared / max(len(mine), len(theirs)) >= 0.9 or (
        shared / min(len(mine), len(theirs)) >= 0.97 and shared / max(len(mine), len(theirs)) >= 0.6
    )


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def title_key(title: str | None, published: str | None) -> str:
    """Folded title and day: what an article keeps when it moves; '' where there is no title.

    >>> title_key("Hội nghị  TỔNG KẾT", "2013-01-25")
    'hoi nghi tong ket|2013-01-25'
    """
    if not title:
        return ""
    bare = "".join(c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("đ", "d").split())[:300] + "|" + (published or "")


def canonical_of(url: str, said: str | None, *, start: str, hosts: frozenset[str]) -> str:
    """The address that the article at *url* should be known by, where its page names *said* as the canonical one.

    A canonical link that leads off the site, to the start page or to an address with nothing in common is a mistake in
    the template (they all name the same page), and following it would merge the site into one article.

    >>> hosts = frozenset({"a.vn"})
    >>> canonical_of("http://a.vn/tin/5?tab=2", "http://a.vn/tin/5", start="http://a.vn/", hosts=hosts)
    'http://a.vn/tin/5'
    >>> canonical_of("http://a.vn/tin/hop-bao-5", "http://a.vn/", start="http://a.vn/", hosts=hosts)
    'http://a.vn/tin/hop-bao-5'
    """
    url = tidy(url)
    if not said:
        return url
    try:
        said = tidy(said)
    except ValueError:
        return url
    if key(said) == key(url):
        # The page's own spelling, but the host and scheme that answered: templates often have them from another server.
        return url if urlsplit(said).netloc != urlsplit(url).netloc else said
    if not same_site(said, hosts) or key(said) == key(start) or variant(said) is not None:
        return url
    if share_a_token(url, said) or (urlsplit(said).path == urlsplit(url).path and not urlsplit(said).query):
        own = {value for _, value in tokens(url)}
        if urlsplit(said).query or not urlsplit(url).query or own & {value for _, value in tokens(said)} or not own:
            return said
    return url
