"""What happens to a portal between the nights on which it is crawled: a month of it, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from . import PracticeServer
from .news import EndlessShelf


@dataclass(frozen=True, slots=True)
class Night:
    """One night: when it is, and what happened since the one before."""

    now: datetime
    """When the crawl begins."""
    new: tuple[str, ...] = ()
    """Addresses of the articles that appeared."""
    edited: tuple[str, ...] = ()
    """Addresses of the articles whose text was changed."""
    deleted: tuple[str, ...] = ()
    """Addresses of the articles that are gone."""


def nights(
    server: PracticeServer,
    first: datetime,
    count: int,
    *,
    new: int = 5,
    edited: int = 3,
    deleted: int = 2,
    seed: int = 0,
) -> Iterator[Night]:
    """Nights from *first* on, a day apart; the changes are made when a night is taken. The first has none.

    Edits befall the thirty latest articles, deletions any. The portal must have been made with `articles=N`.
    """
    shelf, chance = server.state, random.Random(seed)  # noqa: S311  # the same month each time, no secret
    if not isinstance(shelf, EndlessShelf):
        raise TypeError("nights need a portal of composed articles: PracticeServer(make, articles=N)")
    for i in range(count):
        now = first + timedelta(days=i)
        if i == 0:
            yield Night(now)
            continue
        gone = chance.sample(shelf.ids(), deleted)
        lost = tuple(server.address(number) for number in gone)
        for number in gone:
            shelf.delete(number)
        touched = chance.sample(shelf.ids()[:30], edited)
        for number in touched:
            if (news := shelf.get(number)) is not None:
                more = f"{news.body}\nTin cập nhật lần {i}: số liệu đã được đối chiếu lại với sổ gốc."
                shelf.edit(number, body=more, modified=f"{now - timedelta(hours=9):%Y-%m-%dT%H:%M}")
        fresh = [shelf.publish(now - timedelta(hours=12, minutes=n)) for n in range(new)]
        yield Night(
            now,
            tuple(server.address(news.id) for news in fresh),
            tuple(server.address(number) for number in touched),
            lost,
        )
