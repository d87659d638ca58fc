"""59 pages of ten systems, the truth of each written before it was read: IBM's and Oracle's portals, TYPO3, Odoo,
Angular, ASP of 2006, Laravel, Plone, Hugo, Tailwind without a heading.

`MISSED` names what is read wrong still, so that the list can only grow shorter.
"""

import json
from pathlib import Path

import pytest

from archiver import classify, extract, read_listing

PAGES = [
    json.loads(line)
    for line in (Path(__file__).parent / "pages" / "fresh_portals.jsonl").read_text(encoding="utf-8").splitlines()
]
ARTICLES = [page for page in PAGES if "title" in page]
LISTS = [page for page in PAGES if "items" in page]
MISSED = {
    ("typo3-ky-ket-hop-tac-voi-dai-hoc-k", "authors"),  # a desk in a span of its own: 'Phòng Hợp tác quốc tế'
    ("odoo-trong-dau-nuoi-tam-12", "related"),  # a single further article
    ("angular-anh-cho-phien-871", "authors"),  # 'Tác giả: Đức Tuấn' below pictures alone
    ("hugo-ngay-hoi-doc-sach", "authors"),  # '21 tháng 4, 2024 · 3 phút đọc · Cô Mai Lan'
    ("hugo-ngay-hoi-doc-sach", "related"),  # the neighbour in time, in a pager
    ("tail-sac-mau-le-hoi-hoa-ban-d4", "lead"),  # one sentence above pictures is taken for the body
    ("tail-sac-mau-le-hoi-hoa-ban-d4", "lines"),
}


def named(page):
    return page["name"]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_of_a_system_not_seen_before_is_told_for_what_it_is(page):
    kind = classify(page["html"].encode(), page["url"])
    assert kind.kind in page["kinds"], kind


@pytest.mark.parametrize("page", ARTICLES, ids=named)
def test_an_article_of_a_system_not_seen_before_is_read_whole_and_nothing_beside_it(page):
    article = extract(page["html"].encode(), page["url"])
    lines = [cell.removeprefix("- ") for line in article.body.split("\n") for cell in line.split(" | ") if cell]
    read = {
        "title": article.title,
        "lead": article.lead,
        "lines": lines,
        "day": article.published.edtf[:10] if article.published and article.published.edtf else None,
        "source": article.source,
        "authors": list(article.authors),
        "related": [one.url for one in article.related],
        "attachments": [one.url for one in article.attachments],
        "images": [one.url for one in article.images],
    }
    wrong = {field for field, value in read.items() if field in page and page[field] != value}
    missed = {field for name, field in MISSED if name == page["name"]}
    assert wrong == missed, {field: read[field] for field in wrong}


@pytest.mark.parametrize("page", LISTS, ids=named)
def test_a_list_of_a_system_not_seen_before_is_read_with_its_dates_and_turned(page):
    listing = read_listing(page["html"].encode(), page["url"])
    assert [[item.title, item.url] for item in listing.items] == page["items"]
    assert all(item.published for item in listing.items)
    assert listing.next == page["next"]


@pytest.mark.parametrize(
    ("line", "signs"),
    [("PV: Trân trọng cảm ơn ông!", False), ("bởi Lưu Hồng Trường", True), ("Bởi vậy", False)],
)
def test_the_thanks_that_end_an_interview_sign_nothing(line, signs):
    page = f"<h1>Không để hộ nghèo thiếu nước</h1><p>{'Nước sạch đã về tới bản xa nhất của xã. ' * 4}</p><p>{line}</p>"
    assert bool(extract(page.encode(), "http://so.example.vn/1").byline) is signs
