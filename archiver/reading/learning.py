"""A second page of the same site makes the reader surer: what its pages share is the site's, not the article's.

Optional and pure: a `Reader` is a value, learns by giving another, and is kept as JSON beside the archive. A single
page is read well without it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from archiver.reading.article import extract_document
from archiver.reading.blocks import mark, survey
from archiver.reading.columns import Columns
from archiver.reading.document import parse
from archiver.reading.kinds import kind_of
from archiver.reading.paging import read_paging
from archiver.reading.structured import read_structured
from archiver.shapes import Article
from archiver.sites import Profile

_FEWEST_PAGES = 2  # articles on which a line must have stood before it is called the site's
_SHARE = 0.3  # share of the pages seen; a menu stands on all, a notice of the week on some
_MOST_LINES = 4_000  # lines that are remembered; those seen least are forgotten first
_A_SENTENCE = 60  # letters; of two articles few lines of this length are the same, and never most of them
_SHORTEST = 12  # letters; shorter lines ("PV", "Ảnh: An") repeat by chance


@dataclass(frozen=True, slots=True)
class Reader:
    """What the pages of one site have in common, as far as they were seen.

    >>> page = "<h1>Tin số {0}</h1><p>Đoạn {0} kể chuyện của ngày hôm ấy.</p><p>Mọi góp ý xin gửi về ban biên tập.</p>"
    >>> reader = Reader()
    >>> for n in range(4):
    ...     reader = reader.learn(page.format(n).encode(), f"http://so.example.vn/{n}")
    >>> reader.read(page.format(5).encode(), "http://so.example.vn/5").body
    'Đoạn 5 kể chuyện của ngày hôm ấy.'
    """

    pages: int = 0
    """How many pages were learned from."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Mark of a line to the number of pages on which it stood."""

    def learn(self, html: bytes, url: str, *, content_type: str | None = None) -> Reader:
        """The reader that has seen this article, too; what is no article, or the same again, teaches it nothing."""
        document = parse(html, url, content_type)
        if not document.is_html:
            return self
        columns = Columns(document)
        kind = kind_of(document, columns, read_paging(document), read_structured(document)).kind
        if kind in ("soft-404", "error", "login") or (kind != "article" and len(columns.items) >= 3):
            return self  # a listing repeats the leads of articles, and is not what is read without the site's lines
        blocks = survey(document.body).blocks
        # A title that other articles link to is theirs, and no line of the site.
        plain = [block for block in blocks if block.linked * 2 < len(block.text)]
        seen = {mark(block.text) for block in plain if len(block.text) >= _SHORTEST}
        told = {mark(block.text) for block in blocks if len(block.text) >= _A_SENTENCE}
        if self.pages and sum(line in self.lines for line in told) * 2 > len(told) > 0:
            return self  # the same article again, at another address or on another day
        counted = Counter(dict(self.lines))
        counted.update(seen)
        return Reader(self.pages + 1, dict(counted.most_common(_MOST_LINES)))

    @property
    def shared(self) -> frozenset[str]:
        """Marks of the lines that are the site's."""
        least = max(_FEWEST_PAGES, _SHARE * self.pages)
        return frozenset(line for line, count in self.lines.items() if count >= least)

    def read(
        self,
        html: bytes,
        url: str,
        *,
        content_type: str | None = None,
        fetched_at: datetime | None = None,
        site: str | Profile | None = None,
    ) -> Article:
        """As `extract`, without the lines that are the site's."""
        document = parse(html, url, content_type)
        return extract_document(document, fetched_at=fetched_at, site=site, shared=self.shared)

    def to_json(self) -> str:
        """To be kept with the site."""
        return json.dumps({"pages": self.pages, "lines": dict(self.lines)}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Reader:
        """As it was kept. Raises ValueError where *text* is not what `to_json` wrote."""
        kept = json.loads(text)
        if not isinstance(kept, dict) or not isinstance(kept.get("lines"), dict):
            raise ValueError(f"{text[:60]!r} is no reader: it has no lines")
        return cls(int(kept.get("pages", 0)), {str(line): int(count) for line, count in kept["lines"].items()})
