"""What every run needs, loaded at once and cheaply; or before processes are forked, which have it for nothing then."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import SimpleNamespace
from typing import Any

ALWAYS = (
    "spiders.crawling",
    "spiders.settings",
    "pipelines.capture",
    "pipelines.article",
    "pipelines.archive",
    "scrapy.core.downloader.contextfactory",
)
"""What a run of one site loads before its first answer."""
OF_MANY = (
    "archiver.keeping.offload",
    "scrapy.commands.crawl",
    "scrapy.extensions.feedexport",
    "scrapy.logformatter",
    "scrapy.pqueues",
    "scrapy.spidermiddlewares.urllength",
    "scrapy.squeues",
    "scrapy.statscollectors",
    "scrapy.utils.request",
    "twisted.internet.endpoints",
    "twisted.web.client",
)
"""What it loads by and by. Not the reactor: each process makes its own."""


def load(*, many: bool = False) -> None:
    """Load it; *many*: all of it, for the processes that will be forked from this one."""
    with _collecting_nothing(), _asking_nobody():
        for name in ALWAYS:
            import_module(name)
        if many:
            from pipelines.cookies import keeper

            for name in OF_MANY:
                import_module(name)
            keeper()
            gc.freeze()  # what is loaded is never garbage, and looking at it would copy it into every child


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Code that is loaded stays: to look for garbage among it is a tenth of the time of a start."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def _asking_nobody() -> Iterator[None]:
    """Scrapy asks the whole stack, with its sources, in which module each of its old names stands: a tenth as well."""
    deprecate: Any = import_module("scrapy.utils.deprecate")
    asked = deprecate.inspect
    deprecate.inspect = SimpleNamespace(stack=lambda: [(None,), (None,)], getmodule=lambda _frame: None)
    try:
        yield
    finally:
        deprecate.inspect = asked
