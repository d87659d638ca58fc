"""Who signs: the forms in which Vietnamese pages sign, and what only looks like a signature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.vietnamese.bylines import is_person, names_in, read_signature


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("M.Hải", ("M.Hải",)),
        ("T.H", ("T.H",)),
        ("Thu Cúc", ("Thu Cúc",)),
        ("Tin, ảnh: Thanh Bình", ("Thanh Bình",)),
        ("Tin và ảnh: Thanh Bình", ("Thanh Bình",)),
        ("Bài, ảnh: Lê Vân - Minh Hà", ("Lê Vân", "Minh Hà")),
        ("Tin: Lê Vân; ảnh: Quốc Tuấn", ("Lê Vân",)),
        ("Tác giả: Trần Thị Mơ", ("Trần Thị Mơ",)),
        ("Thực hiện: Lê Vân, Minh Hà và Quốc Tuấn", ("Lê Vân", "Minh Hà", "Quốc Tuấn")),
        ("Theo Hồng Nhung", ("Hồng Nhung",)),
        ("Hồng Nhung (tổng hợp)", ("Hồng Nhung",)),
        ("(Lê Vân)", ("Lê Vân",)),
        ("Nguyễn Thị Mơ - Phòng Nội vụ", ("Nguyễn Thị Mơ",)),
        ("Nguyễn Thị Mơ, Đài Truyền thanh Đồng Lạc", ("Nguyễn Thị Mơ",)),
        ("Người viết: PV Báo Sông Lam", ("PV Báo Sông Lam",)),
        ("Nguyễn Thị Mơ - Phòng Văn hóa và Thông tin huyện Đồng Lạc", ("Nguyễn Thị Mơ",)),
    ],
)
def test_a_signature_gives_its_line_and_the_names_in_it(line, authors):
    signature = read_signature(line)
    assert signature is not None
    assert signature.kind == "byline"
    assert signature.printed == line
    assert signature.authors == authors


@pytest.mark.parametrize("line", ["PV", "BBT", "Nhóm phóng viên", "Nhóm PV", "VP Sở", "Phòng Tổ chức", "PV, CTV"])
def test_a_desk_or_an_office_signs_but_is_nobodys_name(line):
    signature = read_signature(line)
    assert signature is not None
    assert (signature.kind, signature.printed, signature.authors) == ("byline", line, ())


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Nguồn: TTXVN", "TTXVN"),
        ("Theo: http://so.example.vn", "http://so.example.vn"),
        ("Theo TTXVN", "TTXVN"),
        ("(Theo Báo Sông Lam)", "Báo Sông Lam"),
        ("Nguồn Cổng thông tin điện tử tỉnh", "Cổng thông tin điện tử tỉnh"),
    ],
)
def test_a_source_is_told_from_a_signature(line, source):
    signature = read_signature(line)
    assert signature is not None
    assert (signature.kind, signature.source) == ("source", source)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ảnh: Lê Minh", "caption"),
        ("Ảnh minh họa: Lê Minh", "caption"),
        ("KT. CHỦ TỊCH", "official"),
        ("TM. ỦY BAN NHÂN DÂN", "official"),
        ("(Đã ký)", "official"),
        ("PHÓ GIÁM ĐỐC", "official"),
        ("Nơi nhận:", "official"),
    ],
)
def test_captions_and_the_signatures_of_officials_are_not_bylines(line, kind):
    signature = read_signature(line)
    assert signature is not None
    assert signature.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị kết thúc tốt đẹp.",
        "Sáng 5/9, học sinh toàn tỉnh khai giảng",
        "Đắk Nông",
        "Thành phố Hồ Chí Minh",
        "Theo đó, các đơn vị báo cáo trước ngày 15",
        "Xem tiếp trang 2",
        "Posted",
        "Published",
        "Published on",
        "By",
        "by:",
        "in",
        "Đăng bởi",
        "Đăng bởi:",
        "Đăng ngày",
        "Tác giả:",
        "Theo",
        "",
    ],
)
def test_sentences_and_places_do_not_sign(line):
    assert read_signature(line) is None


@given(st.text(max_size=400))
def test_any_line_is_read_without_a_crash(line):
    signature = read_signature(line)
    assert signature is None or signature.printed
    names_in(line)
    is_person(line)
