"""The transitions Page -> Article -> Record -> archive, with a real archive at the end."""

from __future__ import annotations

import errno
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import jsonschema
import msgspec
import pytest
from scrapy.exceptions import DropItem
from scrapy.settings import Settings

from archiver.errors import ArchiveError, PageError
from archiver.keeping import create_archive, open_archive
from archiver.keeping.schema import record_schema
from archiver.shapes import Article, AttachmentRecord, CaptureRef, Exchange, Page
from pipelines import article as article_room
from pipelines.archive import RecordToArchive
from pipelines.article import PageToArticle
from pipelines.items import Item
from pipelines.manners import manners_of
from pipelines.record import ArticleToRecord

NOW = datetime(2026, 12, 1, 1, 30, tzinfo=UTC)
URL = "https://so-x.example/tin/1"
HTML = """<!doctype html><html lang="vi"><head><title>Hội nghị tổng kết - Sở X</title></head><body>
<h1>Hội nghị tổng kết công tác năm 2024</h1><p class="date">Ngày đăng: 05/8/2024 14:30</p>
<div class="content"><p>Sáng 5/8/2024, Sở X tổ chức hội nghị tổng kết công tác năm với sự tham dự của nhiều đơn vị.</p>
<p>Hội nghị đã nghe báo cáo kết quả thực hiện nhiệm vụ và phương hướng cho thời gian tới của toàn ngành.</p>
<p>Phát biểu kết luận, lãnh đạo Sở đề nghị các đơn vị tiếp tục đổi mới và nâng cao chất lượng công tác.</p></div>
</body></html>""".encode()


class Line:
    """The three pipelines in the order of the settings, on an archive that is really there."""

    def __init__(self, root, now=NOW):
        path = root / "so-x"
        archive = open_archive(path) if path.exists() else create_archive(root, "so-x", url=URL, now=now)
        self.run = archive.begin(now)
        self.closed = []

        async def close_spider_async(reason):
            self.closed.append(reason)

        self.crawler = type("Crawler", (), {})()  # may be referred to weakly, as a Crawler may
        self.crawler.settings = Settings({"DOWNLOAD_DELAY": 0, "CONTACT": "luutru@so-x.example"})
        self.crawler.engine = None
        self.crawler.spider = SimpleNamespace(name="x", slug="so-x", run=self.run, start_urls=[URL])
        self.pipelines = [kind.from_crawler(self.crawler) for kind in (PageToArticle, ArticleToRecord, RecordToArchive)]

    def item(self, html=HTML, *, now=NOW, **more):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        ref = self.run.capture(Exchange(URL, b"GET /tin/1 HTTP/1.1\r\nHost: so-x.example\r\n\r\n", head + html, now))
        page = Page(URL, html, now, 200, "text/html; charset=utf-8")
        return Item(page, ref, now, **more)

    def carry(self, item):
        for pipeline in self.pipelines:
            item = pipeline.process_item(item)
        return item


@pytest.fixture
def line(tmp_path):
    line = Line(tmp_path)
    yield line
    line.run.abandon()


def test_one_article_from_the_page_to_the_line(tmp_path, line):
    item = line.carry(line.item())
    assert item.kept is not None
    assert (item.kept.revision, item.kept.change) == (1, "new")
    assert item.kept.title == "Hội nghị tổng kết công tác năm 2024"
    line.run.seal({"run": line.run.id})
    archive = open_archive(tmp_path / "so-x")
    [record] = archive
    assert record == item.kept
    assert archive.page(record.capture).body == HTML
    jsonschema.validate(msgspec.to_builtins(record), record_schema())


def test_what_did_not_change_is_not_written_again_and_an_edit_is(tmp_path):
    first = Line(tmp_path)
    first.carry(first.item())
    first.run.seal({"run": first.run.id})
    later = NOW + timedelta(days=1)
    second = Line(tmp_path, later)
    assert second.carry(second.item(now=later)).kept is None
    edited = second.carry(second.item(HTML.replace("nhiều đơn vị".encode(), "mười đơn vị".encode()), now=later)).kept
    assert (edited.revision, edited.change) == (2, "edited")
    second.run.abandon()


def test_a_tombstone_says_again_what_was_last_kept(line):
    kept = line.carry(line.item()).kept
    gone = line.carry(line.item(b"<h1>404</h1>", now=NOW + timedelta(days=2), id=kept.id, status="gone")).kept
    assert (gone.status, gone.change, gone.revision, gone.title) == ("gone", "gone", 2, kept.title)
    assert gone.fetched_at == "2026-12-03T01:30:00Z"
    assert gone.capture != kept.capture


def test_what_was_never_kept_has_no_tombstone(line):
    with pytest.raises(DropItem, match="never kept"):
        line.carry(line.item(status="gone", id="so-x-aaaaaaaaaaaaaaaa"))


def test_what_the_walk_knows_better_than_the_page_is_believed(line):
    paper = AttachmentRecord(url="https://so-x.example/a.pdf", name="a", bytes=3, digest="sha256:" + "0" * 64)
    read = Article(url=URL, title="Đã đọc", body="Nội dung", attachments=())
    item = line.carry(
        line.item(
            article=read,
            url="https://so-x.example/moi/1",
            id="so-x-abcdefghijklmnop",
            urls=("https://so-x.example/in/1",),
            profile="so-x:2024",
            attachments={paper.url: paper},
        )
    )
    assert item.kept.id == "so-x-abcdefghijklmnop"
    assert item.kept.title == "Đã đọc"  # not read a second time
    assert item.kept.urls == ["https://so-x.example/in/1", URL]
    assert item.kept.extractor.profile == "so-x:2024"


def test_a_page_that_cannot_be_read_is_set_aside_and_says_why(line, monkeypatch):
    def hopeless(*_args, **_more):
        raise PageError("4 million tags")

    monkeypatch.setattr(article_room, "extract", hopeless)
    with pytest.raises(DropItem, match="tin/1: set aside: 4 million tags"):
        line.carry(line.item())


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), ArchiveError("so-x: damaged")])
def test_an_archive_that_cannot_be_written_stops_everything(line, monkeypatch, error):
    def broken(_record):
        raise error

    item = line.item()
    monkeypatch.setattr(line.run, "keep", broken)
    with pytest.raises(DropItem, match="not kept"):
        line.carry(item)
    assert manners_of(line.crawler).fatal is error


@pytest.mark.parametrize(
    ("pipeline", "words"), [(ArticleToRecord, "PageToArticle"), (RecordToArchive, "ArticleToRecord")]
)
def test_a_pipeline_that_runs_too_early_says_which_one_is_missing(line, pipeline, words):
    bare = Item(Page(URL, HTML), CaptureRef("x", 0, 0, ""), NOW)
    with pytest.raises(DropItem, match=words):
        pipeline.from_crawler(line.crawler).process_item(bare)
