"""Page -> Article: the first transition."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from archiver.errors import PageError
from archiver.reading.article import extract
from pipelines.items import Item


class PageToArticle:
    """Reads the page where the spider has not done so already, to know what kind it is."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """The item with its article. A page that cannot be read is set aside; its capture stays."""
        if item.article is None and item.status == "published":
            try:
                item.article = extract(
                    item.page.body,
                    item.page.url,
                    content_type=item.page.content_type,
                    fetched_at=item.fetched_at,
                    site=getattr(self._crawler.spider, "profile_name", None),
                )
            except PageError as error:
                raise DropItem(f"{item.page.url}: set aside: {error}") from error
        return item
