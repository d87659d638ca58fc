"""Article -> Record: the second transition."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

import archiver
from archiver.normalise import normalise, utc
from archiver.shapes import Extractor
from pipelines.items import Item


class ArticleToRecord:
    """Gives the article one spelling and one clock."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """The item with its record, not yet compared with what is kept.

        A tombstone says again what was last kept, with the capture that shows it gone.
        """
        if item.record is not None:
            return item
        spider = self._crawler.spider
        if item.status == "gone":
            last = spider.run.latest(item.id) if item.id else None  # type: ignore[union-attr]  # see pipelines.items
            if last is None:
                raise DropItem(f"{item.page.url}: gone, and was never kept")
            item.record = replace(last, status="gone", fetched_at=utc(item.fetched_at), capture=item.capture)
            return item
        if item.article is None:
            raise DropItem(f"{item.page.url}: nobody read it; PageToArticle must run before (ITEM_PIPELINES)")
        item.record = normalise(
            item.article,
            site=spider.slug,  # type: ignore[union-attr]  # pipelines.items says what a spider carries
            run=spider.run.id,  # type: ignore[union-attr]
            fetched_at=item.fetched_at,
            capture=item.capture,
            extractor=Extractor(version=archiver.__version__, profile=item.profile),
            url=item.url,
            id=item.id,
            urls=item.urls,
            attachments=item.attachments,
        )
        return item
