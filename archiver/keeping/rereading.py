"""A kept page, read again: by the same version to prove a record, by a newer one to better it."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import cssselect
import lxml.etree

import archiver
from archiver.errors import ArchiveError, PageError
from archiver.normalise import as_listed, normalise
from archiver.reading.article import document_for, entitled, extract, with_document
from archiver.reading.kinds import classify, with_kind
from archiver.reading.page import read
from archiver.shapes import Article, AttachmentRecord, CaptureRef, Extractor, ImageRecord, Page, Problem, Record
from archiver.sites import profile_for
from archiver.walking.canonical import host_of
from archiver.walking.identity import canonical_of

_OF_THE_RUN = {"revision", "change", "change_summary", "run", "urls", "fetched_at", "extractor"}


READER = (
    "reading/**/*",
    "vietnamese/**/*",
    "sites/**/*",
    "keeping/captures.py",
    "walking/canonical.py",
    "walking/identity.py",
    "normalise.py",
    "shapes.py",
)
"""What of the package decides how a captured page is read: a test sees that nothing it imports is missing."""


@cache
def reader_state() -> str:
    """16 hexadecimal digits that change whenever what reads pages does: its code, profiles, libxml2, pypdf, Unicode.

    A version number does not say enough: a checkout moves on between two releases, and a profile is anyone's to edit.
    Two milliseconds, once a process; the same on every machine, whatever its line ends and folders.
    """
    here = Path(archiver.__file__).parent
    files = [path for pattern in READER for path in here.glob(pattern)]
    if folder := os.environ.get("ARCHIVER_SITES"):
        files += Path(folder).glob("*.py")
    parts = (
        lxml.etree.LIBXML_VERSION,
        lxml.etree.LXML_VERSION,
        cssselect.__version__,
        unicodedata.unidata_version,
        _reads_pdf(),
    )
    sha = hashlib.sha256(repr(parts).encode())
    kept = (path for path in files if path.suffix != ".pyc" and path.is_file())
    for name, data in sorted((path.name, path.read_bytes().replace(b"\r\n", b"\n")) for path in kept):
        sha.update(f"{len(name)} {len(data)} {name}".encode() + data)
    return sha.hexdigest()[:16]


def _reads_pdf() -> str:
    """The version of what reads the text of PDFs, an optional extra; '' without it."""
    try:
        return version("pypdf")
    except PackageNotFoundError:
        return ""


@cache
def reader_version() -> str:
    """What a record names as its extractor: the version, and which state of it, so that no change can go unsaid.

    >>> reader_version().partition("+")[0] == archiver.__version__
    True
    """
    return f"{archiver.__version__}+{reader_state()[:12]}"


def with_its_document(
    article: Article, attachments: Mapping[str, AttachmentRecord], page_of: Callable[[CaptureRef], Page]
) -> Article:
    """*article* with the text of the one PDF that is all of it, where that was fetched; *page_of* reads a capture."""
    paper = document_for(article)
    fetched = attachments.get(paper.url) if paper else None
    if paper is None or fetched is None or fetched.capture is None:
        return article
    try:
        return with_document(article, paper, page_of(fetched.capture).body)
    except (ArchiveError, PageError) as error:  # the article stays as its page says it
        doubt = Problem("pdf-not-read", f"{paper.url} cannot be read from its capture: {error}", "body")
        return replace(article, problems=(*article.problems, doubt))


def reread(
    page: Page, record: Record, extractor: Extractor, page_of: Callable[[CaptureRef], Page]
) -> tuple[Article, Record]:
    """What *extractor* (the code at hand) makes of the page that *record* was read from.

    What no page says is taken over from *record*: its id, its addresses, the attachments that were fetched, a title
    that a list gave. *page_of* reads the capture of a PDF that is all of the text.
    """
    profile = extractor.profile.partition(":")[0] if extractor.profile else None
    fetched_at = datetime.fromisoformat(record.fetched_at)
    article = extract(page.body, page.url, content_type=page.content_type, fetched_at=fetched_at, site=profile)
    if article.kind != record.kind:  # a crawl asks every page what kind it is, `extract` only where it doubts
        article = with_kind(article, classify(page.body, page.url, content_type=page.content_type))
    if record.title and any(problem.code == "title-from-list" for problem in record.problems):
        article = entitled(article, record.title)
    files = {a.url: a for a in (*map(_as_attachment, record.images), *record.attachments)}
    article = with_its_document(article, files, page_of)
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
        attachments=files,
    )
    return article, as_listed(again, record)


def _as_attachment(image: ImageRecord) -> AttachmentRecord:
    return AttachmentRecord(image.url, "", image.media_type, image.bytes, image.digest, image.capture)


def read_new(page: Page, capture: CaptureRef, site: str, run: str, extractor: Extractor) -> Record | None:
    """The record of a page of which nothing is known but its bytes; None where it is no article."""
    profile = profile_for(page.url)
    reading = read(page, profile=profile)
    article = reading.article
    if reading.kind.kind != "article" or not article.title or page.fetched_at is None:
        return None
    try:
        host = host_of(page.url)
        address = canonical_of(page.url, article.canonical_url, start=f"http://{host}/", hosts=frozenset({host}))
    except ValueError:
        return None
    return normalise(
        article,
        site=site,
        run=run,
        fetched_at=page.fetched_at,
        capture=capture,
        extractor=replace(extractor, profile=profile.name if profile else None),
        url=address,
    )


def derived_differently(record: Record, again: Record) -> list[str]:
    """Names of the fields in which a second reading of the same page differs from what is kept."""
    same = replace(again, **{name: getattr(record, name) for name in _OF_THE_RUN})
    return [f.name for f in fields(Record) if getattr(record, f.name) != getattr(same, f.name)]
