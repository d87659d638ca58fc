"""Article -> Record: one spelling, one clock, raw beside normalised.

What the page says goes in, what we keep comes out; no clock, no disk, no network. The revision, and what changed, are
not known here: `Run.keep` compares with what is kept and says so.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urldefrag

from archiver.shapes import (
    ICT,
    Article,
    AttachmentRecord,
    CaptureRef,
    DateReading,
    Extractor,
    Found,
    Image,
    ImageRecord,
    NamedDate,
    Problem,
    Record,
    RelatedRecord,
)
from archiver.vietnamese.text import fold_space


def normalise(
    article: Article,
    *,
    site: str,
    run: str,
    fetched_at: datetime,
    capture: CaptureRef,
    extractor: Extractor,
    url: str | None = None,
    id: str | None = None,
    urls: Iterable[str] = (),
    attachments: Mapping[str, AttachmentRecord] | None = None,
) -> Record:
    """The record of *article*, as revision 1 with change 'new'; `Run.keep` counts on from what is kept.

    *url* is the canonical address where the caller knows better than `article.url`; *id* is given where the article
    is known already (moved, redesigned), and made from *site* and the address otherwise; *urls* are the other
    addresses under which it was seen. *attachments* holds those that were fetched, by URL.
    Raises ValueError when *fetched_at* carries no zone: a naive clock cannot be told from UTC later.
    """
    address = _verbatim(urldefrag(url or article.url).url)
    title, lead, body = _spelled(article.title), _spelled(article.lead), _spelled(article.body) or ""
    text = text_of(title, lead, body)
    published, published_at = _day_and_clock(article.published)
    modified, _ = _day_and_clock(article.modified)
    return Record(
        id=id or article_id(site, address),
        revision=1,
        change="new",
        run=run,
        site=site,
        url=address,
        urls=sorted({_verbatim(urldefrag(other).url) for other in (*urls, article.url)} - {address}),
        fetched_at=utc(fetched_at),
        status="published",
        kind=article.kind,
        title=title or None,
        lead=lead or None,
        body=body,
        byline=_spelled(article.byline),
        authors=[_clean(name) for name in article.authors],
        source=_spelled(article.source),
        category=_spelled(article.category),
        tags=[_clean(tag) for tag in article.tags],
        published=published,
        published_at=published_at,
        published_raw=_verbatim(article.published.raw) if article.published else None,
        published_from=article.published_from if article.published else None,
        modified=modified,
        dates=[_named(reading, text) for reading in article.dates],
        related=[
            RelatedRecord(
                title=_clean(other.title),
                url=_verbatim(other.url),
                published=_day_and_clock(other.published)[0],
                published_raw=_verbatim(other.published.raw) if other.published else None,
                problems=_codes(other.published),
            )
            for other in article.related
        ],
        attachments=[
            (attachments or {}).get(
                paper.url,
                AttachmentRecord(url=_verbatim(paper.url), name=_clean(paper.name), media_type=paper.media_type),
            )
            for paper in article.attachments
        ],
        images=[_pictured(image, (attachments or {}).get(image.url)) for image in article.images],
        language=article.language,
        text_digest=text_digest(title, lead, body),
        capture=capture,
        extractor=replace(extractor, profile=article.profile) if article.profile else extractor,
        found={name: Found(rule=one.rule, raw=_verbatim(one.raw)) for name, one in article.found.items()},
        problems=_problems(article),
    )


def as_listed(record: Record, kept: Record | None) -> Record:
    """*record* with the day that a listing told when *kept* was read, where the page itself names none."""
    if record.published is not None or kept is None or kept.published_from != "listing":
        return record
    of_the_day = [problem for problem in kept.problems if problem.field == "published"]
    return replace(
        record,
        published=kept.published,
        published_at=kept.published_at,
        published_raw=kept.published_raw,
        published_from=kept.published_from,
        found={**record.found, **{name: one for name, one in kept.found.items() if name == "published"}},
        problems=[problem for problem in record.problems if problem.code != "published-missing"] + of_the_day,
    )


def _pictured(image: Image, kept: AttachmentRecord | None) -> ImageRecord:
    picture = ImageRecord(url=_verbatim(image.url), caption=_spelled(image.caption))
    if kept is None:
        return picture
    return replace(picture, media_type=kept.media_type, bytes=kept.bytes, digest=kept.digest, capture=kept.capture)


def article_id(site: str, url: str) -> str:
    """'SITE-' and 16 characters (80 bits of SHA-256, base32) of the canonical address. Scheme and 'www.' do not count.

    >>> article_id("hdtdkt", "http://hdtdkt.example/tin/1") == article_id("hdtdkt", "https://www.hdtdkt.example/tin/1")
    True
    >>> len(article_id("hdtdkt", "http://hdtdkt.example/tin/1"))
    23
    """
    bare = re.sub(r"^https?://(?:www\.)?", "", url, flags=re.IGNORECASE)
    digest = hashlib.sha256(bare.encode("utf-8", "surrogatepass")).digest()[:10]
    return f"{site}-{base64.b32encode(digest).decode('ascii').lower()}"


def text_of(title: str | None, lead: str | None, body: str | None) -> str:
    r"""Title, lead and body, absent parts left out: what the offsets of `dates` count in.

    >>> text_of("Tiêu đề", None, "Nội dung")
    'Tiêu đề\nNội dung'
    """
    return "\n".join(part for part in (title, lead, body) if part)


def text_digest(title: str | None, lead: str | None, body: str | None) -> str:
    """'sha256:…' of title, lead and body, folded (NFC, white space): equal digests are equal texts.

    >>> text_digest("Hội  nghị", None, "Sáng 5/8") == text_digest("Hội nghị", "", " Sáng\\n5/8 ")
    True
    """
    folded = "\n".join(fold_space(part or "") for part in (title, lead, body))  # absent parts keep their place
    return "sha256:" + hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()


def utc(moment: datetime) -> str:
    """RFC 3339 in UTC, to the second, or to the microsecond where there is one.

    >>> utc(datetime(2026, 12, 1, 1, 30, tzinfo=ICT))
    '2026-11-30T18:30:00Z'
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} names no zone; give datetime.now(UTC)")
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


# EDTF level 0 of a moment, as DateReading.edtf writes it; the qualifier stands behind. Seconds may carry a fraction
# (JSON-LD made by JavaScript does), which no page prints and nobody needs.
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?P<doubt>[?~%]?)"
)


def _day_and_clock(reading: DateReading | None) -> tuple[str | None, str | None]:
    """(EDTF of the day, RFC 3339 with +07:00 or None). A moment in another zone is told in ICT."""
    if reading is None:
        return None, None
    moment = _MOMENT.fullmatch(reading.edtf)
    if moment is None:
        return reading.edtf, None
    zone = moment["zone"] or "+07:00"
    try:
        there = datetime.fromisoformat(f"{moment['day']}T{moment['clock']}{zone}")
        here = there.astimezone(ICT)
    except (ValueError, OverflowError):  # 25:61, or the last evening of the year 9999
        return moment["day"] + moment["doubt"], None
    return here.date().isoformat() + moment["doubt"], here.isoformat()


def _named(reading: DateReading, text: str) -> NamedDate:
    raw, offset = _verbatim(reading.raw), reading.span[0]
    if text[offset : offset + len(raw)] != raw:  # cleaning moved the text: take the nearest place where it stands
        places = [match.start() for match in re.finditer(re.escape(raw), text)] if raw else []
        offset = min(places, key=lambda place: abs(place - reading.span[0]), default=min(offset, len(text)))
    return NamedDate(
        raw=raw,
        edtf=reading.edtf,
        start=reading.start.isoformat() if reading.start else None,
        end=reading.end.isoformat() if reading.end else None,
        offset=offset,
        problems=_codes(reading),
    )


def _codes(reading: DateReading | None) -> list[str]:
    return list(dict.fromkeys(problem.code for problem in reading.problems)) if reading else []


def _problems(article: Article) -> list[Problem]:
    """Every doubt once: the page's own, those of its two dates, and what is missing altogether."""
    doubts = [*article.problems]
    for name, reading in (("published", article.published), ("modified", article.modified)):
        for problem in reading.problems if reading else ():
            if not any(known.code == problem.code and known.field in (name, None) for known in doubts):
                doubts.append(Problem(problem.code, problem.detail, problem.field or name))
    missing = (
        (article.title, Problem("title-missing", "no headline could be found", "title")),
        (article.body, Problem("text-missing", "no text could be found", "body")),
        (article.published, Problem("published-missing", "no day of publication could be found", "published")),
    )
    for (
        value,
        doubt,
    ) in missing:  # readers say so themselves, and know more; a record without a word of it would be mute
        if not value and not any(known.field == doubt.field for known in doubts):
            doubts.append(doubt)
    once = {(problem.code, problem.detail, problem.field): problem for problem in doubts}
    return [Problem(one.code, _verbatim(one.detail), one.field) for one in once.values()]


# JSON-LD may escape half a surrogate pair, and old editors left NULs: neither can be written as UTF-8 text that every
# JSON reader takes. One character stands for one, so that no offset moves.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _verbatim(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", _verbatim(text))


def _spelled(text: str | None) -> str | None:
    return None if text is None else _clean(text)
