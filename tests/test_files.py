"""What is kept beside the pages: documents, images, and what a page needs to be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from small_sites import Reply, SmallSite

from archiver import open_archive
from archiver.keeping.verify import verify
from archiver.practice.markup import pdf
from archiver.reextract import reextract
from archiver.running import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl

NIGHT = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)
TEXT = "".join(
    f"<p>Đoạn thứ {n} kể lại buổi lễ trao bằng khen cho các tập thể có thành tích trong năm học vừa qua.</p>"
    for n in range(5)
)
LIST = "".join(
    f'<div><h3><a href="/tin/{n}.html">Trao bằng khen cho tập thể có thành tích lần thứ {n}</a></h3>'
    f"<span>0{n}/11/2026</span></div>"
    for n in (1, 2, 3)
)


def article(number: int) -> str:
    return f"""<html><head><link rel=stylesheet href="/css/main.css"><title>Trao bằng khen {number}</title></head><body>
    <img src="/logo.png"><div class=main><h1>Trao bằng khen cho tập thể có thành tích lần thứ {number}</h1>
    <div class=date>0{number}/11/2026</div><div class=body>{TEXT}<figure><img src="/anh/{number}.jpg" width=600>
    <figcaption>Quang cảnh buổi lễ</figcaption></figure><p>Tài liệu: <a href="/vb/qd.pdf">Quyết định.pdf</a>
    <a href="/vb/ds.xlsx">Danh sách.xlsx</a></p></div></div></body></html>"""


PAGES = {
    "/": f"<html><body><h2>Tin tức</h2>{LIST}</body></html>",
    **{f"/tin/{n}.html": article(n) for n in (1, 2, 3)},
    **{f"/anh/{n}.jpg": Reply(b"\xff\xd8\xff" + b"%d" % n * 900, "image/jpeg") for n in (1, 2, 3)},
    "/logo.png": Reply(b"\x89PNG\r\n\x1a\n" + b"0" * 400, "image/png"),
    "/css/main.css": Reply(b"@import 'more.css'; body { background: url(../nen.gif) }", "text/css"),
    "/css/more.css": Reply(b"h1 { color: red }", "text/css"),
    "/nen.gif": Reply(b"GIF89a" + b"0" * 90, "image/gif"),
    "/vb/qd.pdf": Reply(b"%PDF-1.4 quyet dinh", "application/pdf", {"ETag": '"1"'}),
    "/vb/ds.xlsx": Reply(b"PK\x03\x04" + b"x" * 5000, "application/vnd.ms-excel"),
}


@pytest.mark.parametrize(
    ("settings", "asked"),
    [
        ({}, {"/vb/qd.pdf", "/vb/ds.xlsx"}),
        ({"attachments": False}, set()),
        ({"attachment_types": ("pdf",)}, {"/vb/qd.pdf"}),
        ({"attachment_types": ("images",)}, {"/anh/1.jpg", "/anh/2.jpg", "/anh/3.jpg"}),
        (
            {"attachment_types": ("documents", "images", "page")},
            set(PAGES) - {"/", "/tin/1.html", "/tin/2.html", "/tin/3.html"},
        ),
    ],
)
def test_the_settings_say_which_files_are_kept_each_asked_once(tmp_path, settings, asked):
    with SmallSite(PAGES) as site:
        outcome = crawl(site.url, replace(CrawlOptions(root=tmp_path, slug="a", delay=0, now=NIGHT), **settings))
        files = [path for path in site.asked if path in PAGES and path not in ("/",) and not path.startswith("/tin/")]
        assert sorted(files) == sorted(asked)
    records = list(open_archive(outcome.archive))
    assert len(records) == 3
    for record in records:
        for file in (*record.attachments, *record.images):
            wanted = any(file.url.endswith(path) for path in asked)
            assert (file.digest is not None, file.capture is not None) == (wanted, wanted), file.url
    images = {image.digest for record in records for image in record.images if image.digest}
    assert len(images) == (3 if "/anh/1.jpg" in asked else 0)
    assert verify(outcome.archive, workers=1).harms == []


def test_a_file_is_asked_again_after_a_month_and_a_new_one_is_an_edit(tmp_path):
    pages = dict(PAGES)
    options = CrawlOptions(root=tmp_path, slug="a", delay=0, now=NIGHT)
    with SmallSite(pages) as site:
        crawl(site.url, options)
        site.asked.clear()
        night = crawl(site.url, replace(options, now=NIGHT + timedelta(days=40), full=True))
        assert "/vb/qd.pdf" in site.asked
        assert night.report.articles.kept == 0, "304: it is the one that we have"
        pages["/vb/qd.pdf"] = Reply(b"%PDF-1.4 quyet dinh moi", "application/pdf", {"ETag": '"2"'})
        night = crawl(site.url, replace(options, now=NIGHT + timedelta(days=80), full=True))
        assert night.report.articles.edited == 3


def test_a_file_that_is_too_large_is_listed_and_not_called_kept(tmp_path):
    with SmallSite(PAGES) as site:
        options = CrawlOptions(root=tmp_path, slug="a", delay=0, now=NIGHT, max_attachment_bytes=1000)
        outcome = crawl(site.url, options)
    for record in open_archive(outcome.archive):
        assert {a.url.rpartition("/")[2]: a.digest is not None for a in record.attachments} == {
            "qd.pdf": True,
            "ds.xlsx": False,
        }


_TITLES = (
    "Kết quả xét tặng danh hiệu",
    "Danh sách tập thể được khen",
    "Hướng dẫn lập hồ sơ",
    "Kế hoạch phát động thi đua",
)
_POINTERS = (
    '<iframe src="/pdfjs/web/viewer.html?file=%2Fvb%2Fkq.pdf"></iframe>',
    '<object data="/vb/kq.pdf" type="application/pdf"></object>',
    '<p>Nội dung chi tiết xem tại đây: <a href="/vb/kq.pdf">kq.pdf</a></p>',
    '<p>Mời bạn đọc xem văn bản đính kèm.</p><p><a href="/vb/kq.pdf">Tải về</a></p>',
)


def test_an_article_that_is_one_pdf_has_its_text_and_can_be_derived_again(tmp_path):
    titles = [f"{title} chiến sĩ thi đua năm 2026" for title in _TITLES]
    listed = "".join(f"<h3><a href=/tin/{n}.html>{t}</a></h3><i>0{n + 1}/11/2026</i>" for n, t in enumerate(titles))
    lines = ["Hoi dong xet tang danh hieu ngay 05/10/2026", "da thong qua 12 ca nhan va 3 tap the."]
    pages: dict[str, object] = {"/": f"<h2>Tin tức</h2>{listed}"}
    for n, (title, inner) in enumerate(zip(titles, _POINTERS, strict=True)):
        pages[f"/tin/{n}.html"] = f"<title>{title}</title><h1>{title}</h1><div class=date>0{n + 1}/11/2026</div>{inner}"
    pages["/vb/kq.pdf"] = Reply(pdf("Ket qua", lines), "application/pdf", {"ETag": '"1"'})
    options = CrawlOptions(root=tmp_path, slug="a", delay=0, now=NIGHT)
    with SmallSite(pages) as site:
        outcome = crawl(site.url, options)
        records = sorted(open_archive(outcome.archive), key=lambda record: record.url)
        assert [record.title for record in records] == titles
        for number, record in enumerate(records):
            said = ["Nội dung chi tiết xem tại đây: kq.pdf"] if number == 2 else []
            assert record.body.split("\n") == [*said, "Ket qua", *lines]
            assert "2026-10-05" in [one.edtf for one in record.dates]
            assert "text-from-pdf" in [problem.code for problem in record.problems]
            assert record.found["body"].raw == f"{site.url}vb/kq.pdf"
        assert verify(outcome.archive, workers=1).harms == []
        assert reextract(outcome.archive, now=NIGHT, dry_run=True).changed == 0
        night = crawl(site.url, replace(options, now=NIGHT + timedelta(days=40), full=True))
        assert (night.report.articles.kept, night.report.articles.edited) == (0, 0)
