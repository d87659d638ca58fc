"""What all makes of the practice portal have in common: the shelf, the truth, pictures, documents and robots.txt.

A make is a template: it says at which addresses articles and listings stand, how they are dressed, and which of an
article's fields it prints at all. From the same answers this module makes the truth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from urllib.parse import urljoin

from .markup import cells_of, pdf, plain, png
from .news import MarkedDate, News, Shelf, unmark
from .server import Request, Response, not_found
from .truth import TrueRelated, Truth

_MEDIA = {"pdf": "application/pdf", "doc": "application/msword", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another item that an article's page offers."""

    news: News
    """Which."""
    printed: str = ""
    """The date printed beside it; empty for none."""
    edtf: str | None = None
    """How that must be read."""


class NewsPortal:
    """A portal that shows the articles of a shelf. Makes fill in the rest."""

    make: ClassVar[str]
    """Its name, by which `PracticeServer(make=...)` finds it."""
    page_size: ClassVar[int] = 8
    """Articles on a page of a listing."""
    exchanges: ClassVar[int] = 1
    """Answers in which a reader gets one article: 2 where a script fills an empty page, or a click is led on."""
    prints_clock: ClassVar[bool] = True
    """Whether the stamp has a clock time."""
    prints_tags: ClassVar[bool] = False
    """Whether the page shows keywords."""

    def __init__(self, shelf: Shelf, *, prefix: str = "/") -> None:
        self.shelf = shelf
        self.prefix = prefix
        self.base = ""  # scheme and host, told by the server once it has a port
        self._views: dict[int, int] = {}

    def at(self, base: str) -> None:
        """Tell the portal under which scheme and host it stands."""
        self.base = base

    # what a make says

    def path(self, news: News) -> str:
        """Canonical address of an article, below the prefix, such as 'chitiet.asp?loai=1&id=101'."""
        raise NotImplementedError

    def other_paths(self, news: News) -> tuple[str, ...]:
        """Other addresses of the same article, below the prefix."""
        return ()

    def good_paths(self, news: News) -> tuple[str, ...]:
        """Those among them that no page of the portal calls worse than the canonical one."""
        return ()

    def neighbours(self, news: News) -> list[Neighbour]:
        """What the article's page offers below it, in its order."""
        return []

    def stamps(self, news: News) -> tuple[str, ...]:
        """Every way in which the page prints the moment of publication."""
        return (f"{news.when:%d/%m/%Y}",) if news.when else ()

    def modified(self, news: News) -> datetime | None:
        """The moment of the last change, where the page gives it."""
        return None

    def category(self, news: News) -> tuple[str | None, ...]:
        """Right answers for the category."""
        return (news.section,)

    def listing_paths(self) -> list[str]:
        """Addresses, below the prefix, of the first page of each listing."""
        return []

    def answer(self, path: str, request: Request) -> Response:
        """The answer for *path*, which has no leading slash and lies below the prefix."""
        raise NotImplementedError

    def robots(self) -> str:
        """Text of robots.txt."""
        return f"User-agent: *\nDisallow: {self.prefix}noi-bo/\nDisallow: {self.prefix}tim-kiem\n"

    # what all share

    def respond(self, request: Request) -> Response:
        """The answer to a request."""
        if request.path == "/robots.txt":
            return Response(self.robots().encode(), "text/plain; charset=utf-8")
        if not request.path.startswith(self.prefix):
            return not_found()
        path = request.path[len(self.prefix) :]
        if path.startswith("anh/"):
            return self._picture(path.removeprefix("anh/"))
        if path.startswith("tep/"):
            return self._document(path.removeprefix("tep/"))
        return self.answer(path, request)

    def link(self, path: str) -> str:
        """Absolute path of something below the prefix."""
        return self.prefix + path

    def url(self, path: str) -> str:
        """Absolute address of something below the prefix."""
        return urljoin(self.base, self.prefix + path)

    def views(self, news: News) -> int:
        """The view counter: one more each time, so that no two answers are the same bytes."""
        self._views[news.id] = self._views.get(news.id, 200 + news.id * 7) + 1
        return self._views[news.id]

    def known(self, number: str | None) -> News | None:
        """The article of that number, or None."""
        return self.shelf.get(int(number)) if number is not None and number.isdecimal() else None

    def page_number(self, text: str | None) -> int:
        """A page's number as a query gives it; 1 for none, 0 for nonsense."""
        return 1 if text is None else int(text) if text.isdecimal() and len(text) < 9 else 0

    def _picture(self, name: str) -> Response:
        if not name.endswith(".png"):
            return not_found()
        return Response(png(name), "image/png", last_modified=datetime.fromisoformat("2015-01-01T00:00:00+07:00"))

    def _document(self, name: str) -> Response:
        number, _, file = name.partition("/")
        news = self.known(number)
        for each, text in news.attachments if news else ():
            if each == file and news:
                if file.endswith(".pdf"):
                    lines = [b.text for b in news.blocks() if b.kind == "paragraph"]
                    body = pdf(news.title, [text, *lines])
                else:
                    body = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + text.encode().ljust(504, b"\0")
                return Response(body, _MEDIA[file.rpartition(".")[2]], last_modified=news.when, etag=True)
        return not_found()

    def document_path(self, news: News, file: str) -> str:
        """Address of an attachment, below the prefix."""
        return f"tep/{news.id}/{file}"

    def listing_pages(self) -> int:
        """How many listing pages there are to walk, so that requests can be held against them."""
        return sum(self.shelf.pages(self.page_size, section) for section in self.shelf.sections)

    # the truth

    def truth(self) -> Iterator[Truth]:
        """Every article as its record must have it, newest first."""
        for news in self.shelf:
            yield self.truth_of(news)

    def truth_of(self, news: News) -> Truth:
        """One article as its record must have it."""
        title, lead, body = plain(news.title), plain(news.lead) or None, body_of(news)
        when, changed = news.when, self.modified(news)
        return Truth(
            url=self.url(self.path(news)),
            other_urls=frozenset(self.url(path) for path in self.other_paths(news)),
            good_urls=frozenset(self.url(path) for path in self.good_paths(news)),
            title=title,
            lead=lead,
            body=body,
            byline=news.byline,
            authors=news.authors,
            source=news.source,
            category=self.category(news),
            tags=news.tags if self.prints_tags else (),
            published=f"{when:%Y-%m-%d}" if when else None,
            published_at=when.isoformat() if when and news.clock and self.prints_clock else None,
            published_raw=self.stamps(news),
            modified=f"{changed:%Y-%m-%d}" if changed else None,
            dates=dates_of(news),
            related=tuple(
                TrueRelated(plain(n.news.title), self.url(self.path(n.news)), _with_year(n, n.news))
                for n in self.neighbours(news)
            ),
            attachments=tuple(
                (self.url(self.document_path(news, file)), text, _MEDIA[file.rpartition(".")[2]])
                for file, text in news.attachments
            ),
            images=tuple(
                (self.url(f"anh/{b.file}"), plain(b.text) or None) for b in news.blocks() if b.kind == "picture"
            ),
            problems=tuple(sorted({code for date in dates_of(news) for code in date.problems})),
        )


def _with_year(neighbour: Neighbour, news: News) -> tuple[str | None, ...]:
    edtf = neighbour.edtf
    if edtf is not None and edtf.startswith("XXXX") and news.when:
        told = f"{news.when:%Y}{edtf[4:]}"
        return (edtf, told, f"{told}?", f"{told}~")  # the year told, and told as a guess
    return (edtf,)


def body_of(news: News) -> str:
    """The body by the conventions of `Article.body`: items with '- ', cells apart by ' | ', captions left out."""
    lines = []
    for block in news.blocks():
        if block.kind == "item":
            lines.append("- " + plain(block.text))
        elif block.kind == "row":
            lines.append(" | ".join(plain(cell) for cell in cells_of(block.text)))
        elif block.kind == "paragraph":
            lines.append(plain(block.text))
    return "\n".join(lines)


def dates_of(news: News) -> tuple[MarkedDate, ...]:
    """The marked dates, counted in title + '\\n' + lead + '\\n' + body.

    Where no year is printed, that of the page is a right answer too.
    """
    prefix = {"item": "- ", "row": "", "paragraph": ""}
    parts = [news.title, *([news.lead] if news.lead else [])]
    parts += [prefix[b.kind] + b.text for b in news.blocks() if b.kind != "picture"]
    at = 0
    out: list[MarkedDate] = []
    for part in parts:
        text, dates = unmark(part)
        for each in dates:
            edtf = each.edtf
            if news.when and ("none" in edtf or any("XXXX" in e for e in edtf)):  # only the page's date can tell
                told = [e.replace("XXXX", f"{news.when:%Y}") for e in edtf if e != "none"]
                edtf = tuple(dict.fromkeys((*edtf, *(e + doubt for e in told for doubt in ("", "?", "~")))))
            out.append(MarkedDate(each.raw, edtf, at + each.offset, each.problems))
        at += len(text) + 1
    return tuple(out)
