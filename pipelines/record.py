"""Article -> Record: the second transition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from archiver.keeping.rereading import reader_version, with_its_document
from archiver.normalise import as_listed, normalise, utc
from archiver.shapes import CaptureRef, Extractor, Page, Record
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
        spider = self._crawler.spider
        item.record = record_of(
            item,
            site=spider.slug,  # type: ignore[union-attr]  # pipelines.items says what a spider carries
            run=spider.run.id,  # type: ignore[union-attr]
            latest=spider.run.latest,  # type: ignore[union-attr]
            page_of=spider.run.archive.page,  # type: ignore[union-attr]
        )
        if item.record is None and item.status == "gone":
            raise DropItem(f"{item.page.url}: gone, and was never kept")
        if item.record is None:
            raise DropItem(f"{item.page.url}: nobody read it; PageToArticle must run before (ITEM_PIPELINES)")
        return item


def record_of(
    item: Item,
    *,
    site: str,
    run: str,
    latest: Callable[[str], Record | None],
    page_of: Callable[[CaptureRef], Page],
) -> Record | None:
    """The record of an item, not yet compared with what is kept; None where there is nothing to make one of.

    *latest* gives what is kept of an article: a tombstone says it again, with the capture that shows it gone.
    *page_of* reads the capture of a PDF that is all of the text.
    """
    if item.record is not None:
        return item.record
    if item.status == "gone":
        last = latest(item.id) if item.id else None
        return last and replace(last, status="gone", fetched_at=utc(item.fetched_at), capture=item.capture)
    if item.article is None:
        return None
    record = normalise(
        with_its_document(item.article, item.attachments, page_of),
        site=site,
        run=run,
        fetched_at=item.fetched_at,
        capture=item.capture,
        extractor=Extractor(version=reader_version(), profile=item.profile),
        url=item.url,
        id=item.id,
        urls=item.urls,
        attachments=item.attachments,
    )
    return record if record.published is not None else as_listed(record, latest(record.id))
