"""What the records alone say to a ledger; `spiders.replaying` makes the rest of it from the captures."""

from __future__ import annotations

from datetime import date, datetime

from archiver.keeping.kept import Kept
from archiver.keeping.ledger import PAGE, KnownArticle, Ledger
from archiver.normalise import text_of
from archiver.shapes import Record
from archiver.walking.canonical import key
from archiver.walking.identity import title_key


def rebuild(ledger: Ledger, archive: Kept) -> None:
    """Give *ledger* what the records of *archive* prove and it does not know: articles, their addresses, when due.

    That is all where nobody walked (an import), and otherwise what a walk that is played again does not explain.
    """
    told = {article.id: article.status for article in ledger.articles()}
    behind = {r.id for r in archive.latest(include_gone=True) if told.get(r.id) != r.status}
    if behind:
        for record in archive.revisions():
            if record.id in behind:
                _take(ledger, record)
    ledger.commit()


def _take(ledger: Ledger, record: Record) -> None:
    moment = datetime.fromisoformat(record.fetched_at.replace("Z", "+00:00"))
    seconds = moment.timestamp()
    before = ledger.article(record.id)
    published = first_day(record.published)
    ledger.keep_article(
        KnownArticle(
            record.id,
            key(record.url),
            record.url,
            record.title,
            title_key(record.title, published),
            published,
            record.text_digest,
            len(text_of(record.title, record.lead, record.body)),
            record.status,
            before.first_seen if before else seconds,
            before.changed if before and before.text_digest == record.text_digest else seconds,
        )
    )
    for url in (record.url, *record.urls):
        ledger.discover(url, now=moment, queue=PAGE, kind="article")
        ledger.settle(
            key(url),
            article=record.id,
            kind="article",
            state="gone" if record.status == "gone" else "done" if url == record.url else "same",
            misses=2 if record.status == "gone" else 0,
            asked=seconds,
            changed=seconds if before is None or before.text_digest != record.text_digest else before.changed,
            digest=record.text_digest,
        )
        ledger.schedule(key(url))


def first_day(edtf: str | None) -> str | None:
    """The first day meant, YYYY-MM-DD, as a ledger holds it; None where the year is not told."""
    text = (edtf or "").rstrip("?~%")
    for full in (text, f"{text}-01", f"{text}-01-01"):
        try:
            return date.fromisoformat(full[:10]).isoformat()
        except ValueError:
            continue
    return None
