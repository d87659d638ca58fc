"""Record -> archive: the last transition."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from archiver.errors import ArchiveError, LeaseLost
from pipelines.items import Item
from pipelines.manners import stop_everything


class RecordToArchive:
    """Hands the record to the run, which compares it with what is kept and writes a revision where it differs."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """The item with `kept`: the revision that was written, or None where nothing changed.

        An archive that cannot be written stops everything: what came would be called done and be lost.
        """
        if item.record is None:
            raise DropItem(f"{item.page.url}: no record; ArticleToRecord must run before (ITEM_PIPELINES)")
        try:
            item.kept = self._crawler.spider.run.keep(item.record)  # type: ignore[union-attr]  # see pipelines.items
        except (ArchiveError, LeaseLost, OSError) as error:
            stop_everything(self._crawler, error)
            raise DropItem(f"{item.page.url}: not kept: {error}", log_level="INFO") from error  # the error is said
        return item
