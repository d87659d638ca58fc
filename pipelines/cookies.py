"""Cookies, as Scrapy keeps them, once a site sets one.

What Scrapy loads for them (the public suffixes' reader and its HTTP client) costs a start of archiver a quarter of its
CPU. Until a first cookie comes there is nothing to keep or send, and many sites never set one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

if TYPE_CHECKING:
    from scrapy.downloadermiddlewares.cookies import CookiesMiddleware


@cache
def keeper() -> type[CookiesMiddleware]:
    """Scrapy's own. It would ask GitHub for the list of public suffixes before it takes the first cookie; the copy that
    came with tldextract has to do: nobody but the site is ever asked for anything.
    """
    from scrapy.downloadermiddlewares import cookies
    from tldextract import TLDExtract

    cookies._split_domain = TLDExtract(include_psl_private_domains=True, suffix_list_urls=())
    return cookies.CookiesMiddleware


class Cookies:
    """Takes the place of Scrapy's middleware, and hands over to it with the first cookie."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.kept: CookiesMiddleware | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy makes it."""
        if not crawler.settings.getbool("COOKIES_ENABLED"):
            raise NotConfigured
        return cls(crawler)

    def process_request(self, request: Request) -> Any:
        """Send what is kept; nothing else may have set the header."""
        return self._kept().process_request(request) if self.kept or request.cookies else None

    def process_response(self, request: Request, response: Response) -> Any:
        """Keep what is set."""
        if self.kept or b"Set-Cookie" in response.headers:
            return self._kept().process_response(request, response)
        return response

    def _kept(self) -> CookiesMiddleware:
        if self.kept is None:
            self.kept = keeper().from_crawler(self.crawler)
        return self.kept
