"""Archives made as a crawl makes them, for tests of what keeping must survive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from archiver.keeping import Archive, Run, create_archive
from archiver.keeping.captures import page_of
from archiver.keeping.rereading import reader_version
from archiver.normalise import normalise
from archiver.reading.article import extract
from archiver.shapes import Article, CaptureRef, Exchange, Extractor, Record

NIGHT = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
EXTRACTOR = Extractor(reader_version())


def page(number: int, extra: str = "") -> bytes:
    """An article's page; *extra* is one more sentence."""
    sentences = "".join(
        f"<p>Sáng 0{1 + n % 9}/11/2026, đoàn công tác số {number} làm việc với cơ sở thứ {n} về phong trào thi đua, "
        f"ghi nhận {n * number + 3} sáng kiến được áp dụng trong năm.</p>"
        for n in range(3)
    )
    return (
        f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>Tin số {number}</title></head><body>"
        f"<h1>Đoàn công tác số {number} đi cơ sở</h1><div class='date'>Ngày đăng: 24/11/2026</div>"
        f"<div class='content'>{sentences}<p>{extra}</p></div></body></html>"
    ).encode()


def answer(body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n\r\n".encode() + body


def exchange(url: str, response: bytes, at: datetime = NIGHT) -> Exchange:
    path = url.split("/", 3)[-1]
    request = f"GET /{path} HTTP/1.1\r\nHost: thu.example\r\nUser-Agent: archiver\r\n\r\n".encode()
    return Exchange(url, request, response, at, at + timedelta(milliseconds=80), ip="192.0.2.1")


@lru_cache(maxsize=200)  # the same few pages are kept in hundreds of archives
def _read(body: bytes, url: str, content_type: str | None, fetched_at: datetime | None) -> Article:
    return extract(body, url, content_type=content_type, fetched_at=fetched_at)


def read(item: Exchange, ref: CaptureRef, url: str | None = None) -> Record:
    """The record that the pipelines would make of it."""
    found = page_of(item)
    article = _read(found.body, found.url, found.content_type, found.fetched_at)
    return normalise(article, site="thu", run="", fetched_at=item.started_at, capture=ref, extractor=EXTRACTOR, url=url)


def visit(run: Run, number: int, extra: str = "", at: datetime = NIGHT) -> Record | None:
    """Ask for one article, capture the answer, keep what it says."""
    item = exchange(f"http://thu.example/tin/{number}", answer(page(number, extra)), at)
    return run.keep(read(item, run.capture(item)))


def remove(run: Run, record: Record, at: datetime = NIGHT) -> Record | None:
    """The article is gone."""
    item = exchange(record.url, answer(b"<h1>404</h1>", "404 Not Found"), at)
    return run.keep(replace(record, status="gone", capture=run.capture(item), fetched_at="2026-11-26T01:30:00Z"))


def nights(root: Path, articles: Iterable[int] = range(6), slug: str = "thu") -> Archive:
    """Three sealed nights: all is new; one is edited, the rest is as it was; one is gone."""
    archive = create_archive(root, slug, url="http://thu.example/", now=NIGHT, rights="Giấy phép mở")
    numbers = list(articles)
    with archive.begin(NIGHT) as run:
        kept = [visit(run, number) for number in numbers]
        run.seal({"state": "done"})
    later = NIGHT + timedelta(days=1)
    with archive.begin(later) as run:
        for number in numbers:
            visit(run, number, "Tin đã sửa." if number == numbers[0] else "", later)
        not_modified = exchange("http://thu.example/tin/1", b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n", later)
        run.capture(not_modified)
        run.seal({"state": "done"})
    later = NIGHT + timedelta(days=2)
    with archive.begin(later) as run:
        assert kept[-1] is not None
        remove(run, kept[-1], later)
        run.seal({"state": "done"})
    return archive
