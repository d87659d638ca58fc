"""A kept page, read again: by the same version to prove a record, by a newer one to better it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

from archiver.normalise import normalise
from archiver.reading.article import extract
from archiver.shapes import Article, Extractor, Page, Record

_OF_THE_RUN = {"revision", "change", "change_summary", "run", "urls", "fetched_at", "extractor"}


def reread(page: Page, record: Record, extractor: Extractor) -> tuple[Article, Record]:
    """What *extractor* (the code at hand) makes of the page that *record* was read from.

    What no page says is taken over from *record*: its id, its addresses, the attachments that were fetched.
    """
    profile = extractor.profile.partition(":")[0] if extractor.profile else None
    fetched_at = datetime.fromisoformat(record.fetched_at)
    article = extract(page.body, page.url, content_type=page.content_type, fetched_at=fetched_at, site=profile)
    again = normalise(
        article,
        site=record.site,
        run=record.run,
        fetched_at=fetched_at,
        capture=record.capture,
        extractor=extractor,
        url=record.url,
        id=record.id,
        urls=record.urls,
        attachments={a.url: a for a in record.attachments},
    )
    return article, again


def derived_differently(record: Record, again: Record) -> list[str]:
    """Names of the fields in which a second reading of the same page differs from what is kept."""
    same = replace(again, **{name: getattr(record, name) for name in _OF_THE_RUN})
    return [f.name for f in fields(Record) if getattr(record, f.name) != getattr(same, f.name)]
