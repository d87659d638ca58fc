"""Which of several stories in a page's data is the page's own: by address, number and headline, then by where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from archiver.vietnamese.text import unaccent

_SHORTEST = 4  # letters of a name in an address: "bai-1"
_TITLE = 12  # letters of a headline
_ENDING = re.compile(r"(?:[-_.]\w{0,12}\d+\w{0,12})?$").match  # of a part behind a name: '-512', '_a512'
_IDENTITY = re.compile(r"^(?:slug|alias|news|post|article|tin|bai_?viet|title|.*id)$", re.I)


@dataclass(frozen=True, slots=True)
class Own:
    """What a page is known by."""

    parts: tuple[str, ...]
    """The parts of its path and the values of its query that name an article, accents and endings off."""
    numbers: frozenset[str]
    """The numbers in these, of two digits at least."""
    title: str
    """What its metadata call it."""

    def by_address(self, addresses: Iterable[str]) -> int:
        """How many letters of one of a story's *addresses* (slug, path or URL) are the page's; 0 where none is.

        >>> own = own_of("http://a.vn/tin/khai-mac-hoi-thi-512.html", "")
        >>> own.by_address(["khai-mac-hoi-thi"]), own.by_address(["/tin/hoi-thi"]), own.by_number(512)
        (16, 0, True)
        """
        most = 0
        for address in addresses:
            name = _named(urlsplit(address).path if "//" in address else address.partition("?")[0])
            if name.isdigit() or len(name) < _SHORTEST:
                continue
            if any(part.startswith(name) and _ENDING(part, len(name)) for part in self.parts):
                most = max(most, len(name))
        return most

    def by_number(self, number: object) -> bool:
        """Whether a story's *number* (or identity) stands in the page's address."""
        said = str(number) if isinstance(number, str | int) and not isinstance(number, bool) else ""
        return said in self.numbers or (len(said) >= 16 and said.lower() in self.parts)

    def by_title(self, title: str) -> bool:
        """Whether a story's headline is what the page calls itself, or what its address is made of.

        >>> own_of("http://a.vn/khai-mac-hoi-thi-512.html", "").by_title("Khai mạc hội thi tuyên truyền viên")
        True
        """
        folded = _folded(title)
        if len(folded) >= _TITLE and folded in self.title:
            return True
        slug = "-".join(re.findall(r"\w+", unaccent(title).lower()))
        bare = [re.sub(r"[-_.]\w{0,4}\d+$", "", part) for part in self.parts]
        return any(part.count("-") >= 3 and slug.startswith(part) for part in bare)


def own_of(url: str, title: str) -> Own:
    """What the page at *url* is known by, whose `<title>` or Open Graph's is *title*."""
    try:
        address = urlsplit(url)
    except ValueError:
        return Own((), frozenset(), _folded(title))
    values = [value for name, value in parse_qsl(address.query) if _IDENTITY.match(name)]
    parts = tuple(_named(part) for part in (*address.path.split("/"), *values) if part)
    numbers = frozenset(number for part in parts for number in re.findall(r"\d+", part) if len(number) > 1)
    return Own(parts, numbers, _folded(title))


def _named(path: str) -> str:
    """The last part of a path, without its ending: '/tin/khai-mac.html' is 'khai-mac'."""
    last = unaccent(unquote(path)).rstrip("/").rpartition("/")[2]
    return re.sub(r"\.(?:s?html?|aspx?|php|jsp|amp)$", "", last)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
