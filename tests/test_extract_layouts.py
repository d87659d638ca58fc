"""One article, however it is laid into its page, is read the same: nothing of it lost, nothing else in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiver import extract

from .layouts import LAYOUTS, Printed

SEED = Path(__file__).parents[1].parent / "shared" / "seed" / "department-article.txt"

OURS = Printed(
    title="Quận Bình Hưng: Tuyên dương 48 gương điển hình tiên tiến trong phong trào thi đua",
    category="Quận - huyện",
    paragraphs=(
        (
            "Chiều 16/4/2102, tại hội trường Nhà thiếu nhi, Ủy ban nhân dân quận Bình Hưng mở hội nghị tuyên dương "
            "48 gương điển hình tiên tiến trong phong trào thi đua yêu nước quý I năm 2012."
        ),
        (
            "Theo báo cáo tại hội nghị, ba tháng qua toàn quận có 312 tập thể đăng ký thi đua, trong đó 27 đơn vị hoàn "
            "thành trước hạn chỉ tiêu thu ngân sách, chỉnh trang đô thị và giảm nghèo."
        ),
        (
            "Nhiều mô hình hay được nhân rộng như “Tuyến hẻm không rác”, “Giờ học mở” của Trường Tiểu học Rạch Lá, tổ "
            "tự quản an ninh của khu phố 5; bà con đã góp hơn 2.000 ngày công để nâng cấp 14 tuyến đường."
        ),
        (
            "Phát biểu tại hội nghị, lãnh đạo quận đề nghị các phường tiếp tục phát hiện, bồi dưỡng những nhân tố mới, "
            "khen thưởng kịp thời người trực tiếp lao động, tránh bệnh hình thức."
        ),
        "Dịp này, 48 cá nhân được tặng giấy khen; 6 tập thể được đề nghị Ủy ban nhân dân thành phố tặng bằng khen./.",
    ),
    byline="T.Lan",
    source="BTĐKT",
    related=(
        ("Hội thao chào mừng ngày thành lập ngành được tổ chức tại nhà thi đấu quận", "02/03/2012"),
        ("Phường 7 trao học bổng cho học sinh nghèo vượt khó năm học mới", "27/02/2012"),
        ("Lễ phát động Tết trồng cây đời đời nhớ ơn Bác Hồ năm Nhâm Thìn", "30/01/2012"),
        ("Tổng kết công tác thi đua, khen thưởng năm 2011 và ký kết giao ước thi đua", "12/01"),
        ("Danh sách tập thể, cá nhân được tặng cờ thi đua của thành phố", "09/01"),
    ),
    footer=("Hotline: (028) 39.000.111", "Email: thidua@binhhung.example.vn"),
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
class TestAnArticleOfOurs:
    @pytest.fixture
    def article(self, layout):
        return extract(layout(OURS).encode(), "http://thidua.example.vn/chi-tiet.aspx?ID=77")

    def test_its_title_is_the_headline_alone(self, article):
        assert article.title == OURS.title

    def test_its_body_is_every_paragraph_and_no_other_line(self, article):
        assert article.body.split("\n") == list(OURS.paragraphs)

    def test_it_is_signed_and_sourced(self, article):
        assert (article.byline, article.authors, article.source) == ("T.Lan", ("T.Lan",), "BTĐKT")

    def test_an_undated_page_is_given_no_date(self, article):
        assert article.published is None
        assert "published-missing" in article.problems

    def test_the_other_news_are_listed_with_the_dates_that_they_print(self, article):
        assert [item.title for item in article.related] == [title for title, _ in OURS.related]
        assert [item.published.edtf for item in article.related] == [
            "2012-03-02", "2012-02-27", "2012-01-30", "2012-01-12~", "2012-01-09~"
        ]  # fmt: skip

    def test_its_section_is_named_or_none(self, article):
        assert article.category in ("Quận - huyện", None)


def _seed() -> Printed:
    if not SEED.exists():
        pytest.skip("../shared/seed is not here")
    lines = SEED.read_text("utf-8").strip().split("\n")
    related = [line for line in lines if line.startswith("- ")]
    first = lines.index(related[0])
    return Printed(
        title=lines[0],
        category=lines[1],
        paragraphs=tuple(lines[2 : first - 2]),
        byline=lines[first - 2],
        source=lines[first - 1],
        related=tuple((line[2:].rpartition(" (")[0], line.rpartition("(")[2].rstrip(")")) for line in related),
        footer=tuple(lines[first + len(related) :]),
    )


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_departments_one_known_article_is_read_as_an_archivist_would(layout):
    printed = _seed()
    article = extract(layout(printed).encode(), "http://thiduakhenthuong.example.vn/chi-tiet.aspx?ID=77")
    assert article.title == "Thành phố Hồ Chí Minh: Tổng kết công tác cải cách hành chính năm 2012"
    assert article.body.split("\n") == list(printed.paragraphs)
    assert article.body.startswith("Để tiếp tục thực hiện")
    assert article.body.endswith("trên địa bàn thành phố./.")
    assert (article.byline, article.authors, article.source) == ("M.Hải", ("M.Hải",), "HĐTĐKT")
    assert article.category in ("Thành phố", None)
    assert article.published is None
    assert [item.title for item in article.related] == [title for title, _ in printed.related]
    dates = [item.published.edtf if item.published else None for item in article.related]
    assert dates == ["2017-10-05"] * 5 + ["2017-10-05~"] * 5
    assert ("25/01/2103", "2013-01-25?") in [(named.raw[-10:], named.edtf) for named in article.dates]
