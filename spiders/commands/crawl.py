"""`scrapy crawl NAME`, told and refused as `archiver crawl` is: one line, and the exit codes of `archiver.errors`.

Scrapy's own command shows a spider that refuses to exist as a traceback, and returns 0 for a site that nobody reached.
"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from scrapy.commands import crawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.spiders import Spider

from archiver.errors import ArchiverError
from archiver.politeness import check_contact
from spiders.crawling import log_of, outcome_of, said_by
from spiders.department import DepartmentSpider
from spiders.opening import options_from, site_of


class Command(crawl.Command):
    """What makes no sense is refused before anything starts; what became of the run is told at its end."""

    said: dict[str, Any]
    crawler: Crawler | None = None
    refused: ArchiverError | None = None
    """Why the archive could not be opened."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.crawler_process is not None
        assert self.settings is not None
        loader = self.crawler_process.spider_loader
        spider = loader.load(args[0]) if len(args) == 1 and args[0] in loader.list() else None
        if spider is None or not issubclass(spider, DepartmentSpider):
            super().run(args, opts)
            return
        try:
            given = dict(opts.spargs)
            options = options_from({name: value for name, value in given.items() if name != "url"})
            site = site_of(spider.named(given.get("url")), options)
            self.said = said_by(options, site.profile)
            check_contact(site.start_urls, self.said.get("CONTACT") or self.settings.get("CONTACT"))
        except ArchiverError as error:
            raise UsageError(str(error), print_help=False) from None
        with log_of(options, site.slug):
            super().run(args, opts)
        if self.refused is not None:
            self.exitcode = int(self.refused.exit_code)
            print(f"archiver: {self.refused}", file=sys.stderr)
            return
        walked: Any = self.crawler.spider if self.crawler is not None else None
        if hasattr(walked, "report") or hasattr(walked, "fatal"):
            outcome = outcome_of(walked)
            self.exitcode = int(outcome.exit)
            if outcome.message:
                print(f"archiver: {outcome.message}", file=sys.stderr)

    def _create_crawler(self, spidercls: type[Spider] | str) -> Crawler:
        self.crawler = super()._create_crawler(spidercls)
        for name, value in getattr(self, "said", {}).items():
            self.crawler.settings.set(name, value, priority="spider")
        crawling = self.crawler.crawl_async

        async def refusing(*args: Any, **kwargs: Any) -> None:
            try:
                await crawling(*args, **kwargs)
            except ArchiverError as error:
                self.refused = error

        self.crawler.crawl_async = refusing  # type: ignore[method-assign]
        return self.crawler
