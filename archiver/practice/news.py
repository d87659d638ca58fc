"""The practice department's news: what its invented people wrote, before any template has touched it.

The texts stand in `texts/*.toml`, in a markup as small as can be, from which both the pages and their truth are made:

- a line is a paragraph; `- ` begins an item of a list, `| ` a row of a table, `! file | caption` a picture;
- `{{sáng 25/01/2103|2013-01-25?}}` marks a date named in the text and how a careful archivist would read it; further
  readings that are right as well follow after another `|`, and `!code` names a doubt that must be listed.

Department, places, people and events are invented; any likeness is chance.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from threading import RLock
from typing import Literal

from archiver.shapes import ICT

_MARK = re.compile(r"\{\{([^{}|]+)\|((?:[^{}]|\{[^{}]*\})+)\}\}")  # a reading may be a set: {2013-11-05,2013-11-06}

BlockKind = Literal["paragraph", "item", "row", "picture"]


@dataclass(frozen=True, slots=True)
class MarkedDate:
    """A date named in a text, and how it must be read."""

    raw: str
    """As printed, with the words that belong to it ('sáng', 'ngày', 'năm')."""
    edtf: tuple[str, ...]
    """The readings that are right, the strictest first."""
    offset: int
    """Where it begins in the text that it was taken from, in characters."""
    problems: tuple[str, ...] = ()
    """Codes of the doubts that must be listed with it."""


def unmark(text: str) -> tuple[str, tuple[MarkedDate, ...]]:
    """The text as it is printed, and the dates that were marked in it.

    >>> unmark("họp {{sáng 25/01/2103|2013-01-25?|!year-implausible}} tại Sở")[0]
    'họp sáng 25/01/2103 tại Sở'
    >>> unmark("họp {{ngày 5/8|XXXX-08-05|2019-08-05}}")[1][0].edtf
    ('XXXX-08-05', '2019-08-05')
    """
    parts: list[str] = []
    dates: list[MarkedDate] = []
    at = length = 0
    for mark in _MARK.finditer(text):
        parts.append(text[at : mark.start()])
        length += mark.start() - at
        readings = mark[2].split("|")
        edtf = tuple(r for r in readings if not r.startswith("!"))
        dates.append(MarkedDate(mark[1], edtf, length, tuple(r[1:] for r in readings if r.startswith("!"))))
        parts.append(mark[1])
        length += len(mark[1])
        at = mark.end()
    parts.append(text[at:])
    return "".join(parts), tuple(dates)


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of an article's text, in reading order."""

    kind: BlockKind
    """paragraph, item (of a list), row (of a table), picture."""
    text: str = ""
    """Its words, dates still marked; the cells of a row apart by ' | '; the caption of a picture."""
    file: str = ""
    """Of a picture: its file name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One item of news. Marks of dates are still within title, lead and body."""

    id: int
    """Number within the practice department."""
    section: str
    """Name of its section."""
    title: str
    """Headline."""
    body: str
    """Lines in the markup of this module."""
    lead: str = ""
    """The sapo; empty where the article has none."""
    lead_as: Literal["element", "bold"] = "element"
    """An element of its own, or a bold first paragraph of the body."""
    published: str | None = None
    """'2011-08-19' or '2011-08-19T14:30', Asia/Ho_Chi_Minh; None for an undated article."""
    modified: str | None = None
    """The same, for the last change that the page prints."""
    byline: str | None = None
    """The signature as printed."""
    authors: tuple[str, ...] = ()
    """Names alone."""
    source: str | None = None
    """Whence the text was taken."""
    tags: tuple[str, ...] = ()
    """Keywords."""
    attachments: tuple[tuple[str, str], ...] = ()
    """File name and text of the link, for each document."""

    def blocks(self) -> list[Block]:
        """The body, piece by piece."""
        blocks: list[Block] = []
        for line in self.body.strip().splitlines():
            if line.startswith("- "):
                blocks.append(Block("item", line[2:]))
            elif line.startswith("| "):
                blocks.append(Block("row", line[2:]))
            elif line.startswith("! "):
                file, _, caption = line[2:].partition(" | ")
                blocks.append(Block("picture", caption.strip(), file.strip()))
            elif line.strip():
                blocks.append(Block("paragraph", line.strip()))
        return blocks

    @property
    def when(self) -> datetime | None:
        """The moment of publication, midnight where no clock time is given."""
        return datetime.fromisoformat(self.published).replace(tzinfo=ICT) if self.published else None

    @property
    def changed(self) -> datetime | None:
        """The moment of the last change that the page prints."""
        return datetime.fromisoformat(self.modified).replace(tzinfo=ICT) if self.modified else None

    @property
    def clock(self) -> bool:
        """Whether the hour of publication is known."""
        return self.published is not None and "T" in self.published


@cache
def written(era: str) -> tuple[News, ...]:
    """The articles of one era ('2009', '2016', '2023'), as they stand in texts/, newest first."""
    source = (resources.files(__package__) / "texts" / f"{era}.toml").read_text(encoding="utf-8")
    items = []
    for row in tomllib.loads(source)["news"]:
        lists = {k: tuple(row[k]) for k in ("authors", "tags") if k in row}
        files = tuple((name, text) for name, text in row.get("attachments", ()))
        items.append(News(**{**row, **lists, "attachments": files}))
    return tuple(sorted(items, key=lambda n: (n.published or "", n.id), reverse=True))


ERAS = ("2009", "2016", "2023")


class Shelf:
    """The articles that a portal shows, newest first, and what may happen to them while a crawler is away.

    `get` makes an article when it is asked for, so that a shelf of 100,000 holds numbers and no texts.
    """

    def __init__(self, news: Iterable[News]) -> None:
        self._news = {n.id: n for n in news}
        self._lock = RLock()
        self.listings_empty = False
        self.version = 0
        self._index()

    def _index(self) -> None:
        ordered = sorted(self._news.values(), key=lambda n: (n.published or "", n.id), reverse=True)
        self._arrange([(n.id, n.section) for n in ordered])

    def _arrange(self, ordered: Iterable[tuple[int, str]]) -> None:
        self._ids: list[int] = []
        self._sections: dict[str, list[int]] = {}
        for number, section in ordered:
            self._ids.append(number)
            self._sections.setdefault(section, []).append(number)
        self._place = {number: i for ids in self._sections.values() for i, number in enumerate(ids)}
        self.version += 1

    @property
    def sections(self) -> tuple[str, ...]:
        """Names of the sections, by name."""
        return tuple(sorted(self._sections))

    def ids(self, section: str | None = None) -> list[int]:
        """Numbers of the articles of a section (or of all), newest first. Not to be changed by the caller."""
        return self._ids if section is None else self._sections.get(section, [])

    def get(self, number: int) -> News | None:
        """The article, or None where there is none (any more)."""
        return self._news.get(number)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[News]:
        for number in list(self._ids):
            if (news := self.get(number)) is not None:
                yield news

    def page(self, number: int, size: int, section: str | None = None) -> list[News]:
        """Page *number* (from 1) of the listing."""
        if self.listings_empty or number < 1:
            return []
        ids = self.ids(section)[(number - 1) * size : number * size]
        return [news for i in ids if (news := self.get(i)) is not None]

    def pages(self, size: int, section: str | None = None) -> int:
        """How many pages the listing has; an empty one has one."""
        return max(1, -(-len(self.ids(section)) // size))

    def newest(self, news: News, count: int) -> list[News]:
        """The newest articles of the same section, the article itself left out: no chain that leads to all others."""
        ids = [i for i in self.ids(news.section)[: count + 1] if i != news.id][:count]
        return [n for i in ids if (n := self.get(i)) is not None]

    def newer(self, news: News, count: int) -> list[News]:
        """The next newer articles of the same section, nearest first."""
        at = self._place[news.id]
        ids = self.ids(news.section)[max(0, at - count) : at][::-1]
        return [n for i in ids if (n := self.get(i)) is not None]

    def older(self, news: News, count: int) -> list[News]:
        """The next older articles of the same section, nearest first."""
        at = self._place[news.id]
        return [n for i in self.ids(news.section)[at + 1 : at + 1 + count] if (n := self.get(i)) is not None]

    # what may happen between two nights

    def add(self, news: News) -> None:
        """A new article appears."""
        with self._lock:
            self._news[news.id] = news
            self._index()

    def edit(self, number: int, **changes: object) -> News:
        """Fields of an article change; its address stays. KeyError where there is no such article."""
        with self._lock:
            if (news := self.get(number)) is None:
                raise KeyError(f"no article {number!r} on this shelf")
            self._news[number] = changed = replace(news, **changes)  # type: ignore[arg-type]  # names are News's own
            if changes.keys() & {"section", "published"}:
                self._index()
            else:
                self.version += 1
            return changed

    def delete(self, number: int) -> News:
        """An article disappears, from the listings and from its address. KeyError where there is no such article."""
        with self._lock:
            if (news := self.get(number)) is None:
                raise KeyError(f"no article {number!r} on this shelf")
            del self._news[number]
            self._index()
            return news


class EndlessShelf(Shelf):
    """*count* articles made by `composed` when they are asked for; one every six hours up to *until*."""

    def __init__(self, count: int, *, until: datetime | None = None) -> None:
        self.count = count
        self.until = until or datetime(2025, 10, 31, 16, 30, tzinfo=ICT)
        self._gone: set[int] = set()
        self._last = count
        super().__init__(())

    def _index(self) -> None:
        made = [(i, _SECTIONS[i % len(_SECTIONS)]) for i in range(self.count, 0, -1) if i not in self._gone]
        extra = sorted((n for n in self._news.values() if n.id > self.count), key=lambda n: n.id, reverse=True)
        self._arrange([(n.id, n.section) for n in extra] + made)

    def get(self, number: int) -> News | None:
        if number in self._gone:
            return None
        if number in self._news:
            return self._news[number]
        if not 1 <= number <= self.count:
            return None
        return composed(number, self.until - timedelta(hours=6 * (self.count - number)))

    def publish(self, when: datetime) -> News:
        """The next composed article appears, dated *when*."""
        self._last += 1  # a number is given once, even where its article was taken down again
        news = composed(self._last, when)
        self.add(news)
        return news

    def delete(self, number: int) -> News:
        with self._lock:
            if (news := self.get(number)) is None:
                raise KeyError(f"no article {number!r} on this shelf")
            self._news.pop(number, None)
            if number <= self.count:
                self._gone.add(number)
            self._index()
            return news


_SECTIONS = ("Tin hoạt động", "Số hóa tài liệu", "Thi đua - Khen thưởng", "Tin địa phương")
_PLACES = (
    "thành phố Lam Thành", "thị xã Bến Sậy", "huyện Thạch Khê", "huyện Vĩnh Hòa", "huyện Đồng Mơ", "huyện Yên Thịnh",
    "huyện Cẩm Sơn", "huyện Tân Lĩnh", "xã Hà Bình", "xã Phú Lộc Đông", "phường Cầu Đá", "thị trấn Mường Lam",
)  # fmt: skip
_DOINGS = (
    ("tập huấn nghiệp vụ chỉnh lý tài liệu", "lớp tập huấn nghiệp vụ chỉnh lý tài liệu"),
    ("kiểm tra công tác văn thư, lưu trữ", "đợt kiểm tra công tác văn thư, lưu trữ"),
    ("bàn giao kho dữ liệu số", "lễ bàn giao kho dữ liệu số"),
    ("sơ kết phong trào thi đua", "hội nghị sơ kết phong trào thi đua"),
    ("tiếp nhận tài liệu quý do nhân dân hiến tặng", "buổi tiếp nhận tài liệu quý do nhân dân hiến tặng"),
    ("khảo sát di tích để lập hồ sơ số", "chuyến khảo sát di tích để lập hồ sơ số"),
    ("ra quân vệ sinh kho lưu trữ", "buổi ra quân vệ sinh kho lưu trữ"),
    ("tuyên dương cá nhân điển hình tiên tiến", "buổi lễ tuyên dương cá nhân điển hình tiên tiến"),
    ("góp ý quy chế khai thác tài liệu", "hội nghị góp ý quy chế khai thác tài liệu"),
)
_PEOPLE = (
    "ông Lê Đình Khoát", "bà Nguyễn Thị Thu Sương", "ông Trần Quang Nhạ", "bà Hồ Thị Mỹ Lan", "ông Phan Văn Duệ",
    "bà Đặng Thị Hồng Lựu", "ông Võ Sỹ Kiên",
)  # fmt: skip
_VIEWS = (
    "công việc chỉ bền khi từng cán bộ văn thư coi hồ sơ là tài sản chung, không phải việc làm thêm cuối năm",
    "điều cần nhất lúc này là thống nhất một bảng mã, để nơi nào cũng tìm được tài liệu của nơi nào",
    "số liệu phải lấy từ sổ gốc, thiếu trang nào ghi rõ trang ấy, không được suy đoán",
    "người dân đến xin bản sao phải được hẹn đúng ngày, trả đúng hạn và không phải đi lại lần thứ hai",
    "kho cũ còn ẩm, nên việc chống mối và đo độ ẩm hằng ngày phải làm trước khi nói chuyện máy móc",
)
_ENDS = (
    "Kết quả sẽ được tổng hợp, báo cáo Ủy ban nhân dân tỉnh Sông Lam theo quy định.",
    "Dịp này, đơn vị tổ chức trao giấy khen cho các tập thể và cá nhân có nhiều đóng góp.",
    "Các ý kiến được thư ký ghi đầy đủ và công bố trên trang tin của Sở để mọi người theo dõi.",
    "Phần việc còn lại được giao cho từng phòng, có tên người chịu trách nhiệm và hạn hoàn thành.",
)
_SIGNED = ("Thu Hiền", "Minh Hà", "Quốc Tuấn", "Hoàng Hoài", "Lê Vân")


def composed(number: int, when: datetime) -> News:
    """Article *number* of an endless portal: made from parts, the same each time, its text like no other's.

    >>> composed(7, datetime(2024, 8, 5, 14, 30)) == composed(7, datetime(2024, 8, 5, 14, 30))
    True
    """
    place = _PLACES[number % len(_PLACES)]
    what, thing = _DOINGS[number // len(_PLACES) % len(_DOINGS)]
    person = _PEOPLE[number * 5 % len(_PEOPLE)]
    files, boxes, people = 120 + number * 37 % 4801, 12 + number * 13 % 311, 18 + number * 7 % 143
    day = when - timedelta(days=1)
    printed = f"{{{{ngày {day:%d/%m/%Y}|{day:%Y-%m-%d}}}}}"
    body = "\n".join(
        (
            (
                f"Theo kế hoạch số {number}/KH-SLT, {printed}, Sở Lưu trữ và Di sản số tỉnh Sông Lam phối hợp với "
                f"{place} tổ chức {thing}. Tham dự có {person} cùng {people} đại biểu của các phòng, ban và đoàn thể."
            ),
            (
                f"Báo cáo tại chỗ cho biết đơn vị đã đưa vào kho {files} hồ sơ, xếp trong {boxes} hộp, lập mục lục đến "
                f"từng văn bản; phần chưa đủ điều kiện được lập biên bản riêng mang số {number * 3 + 11}/BB."
            ),
            f"Phát biểu ý kiến, {person} cho rằng {_VIEWS[number % len(_VIEWS)]}.",
            _ENDS[number // 3 % len(_ENDS)],
        )
    )
    return News(
        id=number,
        section=_SECTIONS[number % len(_SECTIONS)],
        title=f"{place[0].upper()}{place[1:]}: {what} đợt {number}",
        lead=f"Đợt {number} của việc {what} tại {place} vừa hoàn thành với {files} hồ sơ được nhập kho.",
        body=body,
        published=f"{when:%Y-%m-%dT%H:%M}",
        byline=_SIGNED[number % len(_SIGNED)],
        authors=(_SIGNED[number % len(_SIGNED)],),
    )
