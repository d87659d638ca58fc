"""Sites made to deceive what is learned of addresses: no two articles may become one, and none may be missed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from small_sites import Reply, SmallSite
from test_crawl import small_page

from archiver import open_archive
from archiver.running import CrawlOptions
from archiver.shapes import ICT
from spiders.crawling import crawl

TONIGHT = datetime(2026, 12, 1, 1, 30, tzinfo=ICT)


def title_of(n):
    return f"Hội nghị lần thứ {n} của Sở X về việc trồng rừng"


def text(title, what, day=None, more=""):
    """An article whose words, but for its title, are those of *what*."""
    said = "".join(f"<p>{what}: việc thứ {i} được bàn kỹ, có nhiều đơn vị của tỉnh dự họp.</p>" for i in range(1, 7))
    date = f"<p class='date'>{day}</p>" if day else ""
    return small_page(title, f"<h1>{title}</h1>{date}<div class='content'>{said}{more}</div>")


def rows(name, links, more=""):
    """A list: (address, words, day or None)."""
    items = "".join(
        f"<li><a href='{url}'>{words}</a>{f' <span>{day}</span>' if day else ''}</li>" for url, words, day in links
    )
    return small_page(name, f"<h1>{name}</h1><ul>{items}</ul>{more}")


def bodies(root, pages, nights=2):
    with SmallSite(pages) as server:
        for number in range(nights):
            now = TONIGHT + timedelta(days=number)
            crawl(server.url, CrawlOptions(root=root, slug="p", delay=0, now=now, log_level="ERROR"))
    return sorted(record.body.partition(":")[0] for record in open_archive(root / "p"))


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("alike", [0, 2, 4])
def test_news_and_events_of_the_same_number_and_title_are_two(tmp_path, alike, dated):
    """The first *alike* of them are the same article under both addresses, the others are not."""
    numbers = range(11, 23)
    pages, wanted = {}, []
    for n in numbers:
        day = f"{n:02d}/08/2024" if dated else None
        other = f"{n:02d}/09/2024" if dated else None
        pages[f"/tin/{n}"] = text(title_of(n), f"Tin số {n}", day)
        wanted.append(f"Tin số {n}")
        if n < 11 + alike:
            pages[f"/su-kien/{n}"] = pages[f"/tin/{n}"]
        else:
            pages[f"/su-kien/{n}"] = text(title_of(n), f"Sự kiện số {n}", other)
            wanted.append(f"Sự kiện số {n}")
    news = [(f"/tin/{n}", title_of(n), f"{n:02d}/08/2024" if dated else None) for n in numbers]
    events = [
        (f"/su-kien/{n}", title_of(n), f"{n:02d}/{8 if n < 11 + alike else 9:02d}/2024" if dated else None)
        for n in numbers
    ]
    pages["/"] = rows("Tin tức", news, "<a href='/su-kien'>Sự kiện</a>")
    pages["/su-kien"] = rows("Sự kiện", events)
    assert bodies(tmp_path, pages) == sorted(wanted)


@pytest.mark.parametrize("words", ["title", "Xem chi tiết"])
def test_a_value_that_changed_nothing_until_it_had_another_value_hides_nothing(tmp_path, words):
    numbers = range(11, 23)

    def show(asked):
        n, kind = re.search(r"id=(\d+)", asked.path), re.search(r"loai=(\w+)", asked.path)
        if n is None:
            return Reply(status=404)
        if kind is not None and kind[1] == "sukien":
            return text(f"Lễ phát động thứ {n[1]} của huyện Y về nước sạch", f"Sự kiện số {n[1]}")
        return text(title_of(n[1]), f"Tin số {n[1]}")

    def listed(kind, title):
        return [(f"/xem?id={n}{kind}", title.format(n=n) if words == "title" else words, None) for n in numbers]

    first = [(f"/xem?id={n}", title_of(n), None) for n in numbers]
    second = [(f"/xem?id={n}&amp;loai=tin", title_of(n), None) for n in numbers]
    events = listed("&amp;loai=sukien", "Lễ phát động thứ {n} của huyện Y về nước sạch")
    if words != "title":
        events = [(url, f"{said} {url[-20:]}"[:12], None) for url, said, _ in events]
    pages = {
        "/": rows("Tin tức", first, "<a href='/muc/tin'>Tin hoạt động</a>"),
        "/muc/tin": rows("Tin hoạt động", second, "<a href='/muc/su-kien'>Sự kiện</a>"),
        "/muc/su-kien": rows("Sự kiện", events),
        "/xem": show,
    }
    found = set(bodies(tmp_path, pages))
    assert {f"Tin số {n}" for n in numbers} <= found
    if words == "title":  # words that are no title make no article of a text without a day
        assert found == {f"{what} {n}" for n in numbers for what in ("Tin số", "Sự kiện số")}


def test_notices_alike_to_the_word_are_two_where_they_bring_other_documents(tmp_path):
    numbers = range(11, 17)
    title = "Thông báo lịch công tác tuần của lãnh đạo Sở X"

    def notice(n):
        return text(title, "Lịch", None, f"<p><a href='/tep/lich-tuan-{n}.pdf'>Lịch công tác tuần</a></p>")

    pages = {f"/thong-bao/lich-cong-tac-{n}.html": notice(n) for n in numbers}
    pages |= {f"/tep/lich-tuan-{n}.pdf": Reply(b"%PDF-1.4 " + b"%d" % n, "application/pdf") for n in numbers}
    pages |= {f"/tin/{n}.html": text(title_of(n), f"Tin số {n}") for n in numbers}
    pages["/"] = rows(
        "Thông báo",
        [(f"/tin/{n}.html", title_of(n), None) for n in numbers]
        + [(f"/thong-bao/lich-cong-tac-{n}.html", title, None) for n in numbers],
    )
    found = bodies(tmp_path, pages)
    assert found.count("Lịch") == len(numbers)
