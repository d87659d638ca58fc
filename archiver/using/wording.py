"""How a record's own words (fields, doubts, what changed), which are English, are said to people."""

from __future__ import annotations

import re
from collections.abc import Mapping

from archiver.vietnamese.edtf import Language

FIELDS: Mapping[str, str] = {
    "id": "mã bài", "revision": "bản", "site": "trang", "url": "địa chỉ", "urls": "địa chỉ khác",
    "fetched_at": "lúc lưu", "status": "tình trạng", "kind": "loại trang", "title": "tiêu đề", "lead": "sapo",
    "body": "nội dung", "byline": "ký tên", "authors": "tác giả", "source": "nguồn", "category": "chuyên mục",
    "tags": "từ khoá", "published": "ngày đăng", "published_at": "giờ đăng", "published_raw": "ngày đăng như in",
    "published_from": "nơi thấy ngày đăng", "modified": "ngày sửa", "dates": "ngày tháng trong bài",
    "related": "tin liên quan", "attachments": "tệp đính kèm", "images": "hình ảnh", "language": "ngôn ngữ",
    "found": "nơi tìm thấy", "problems": "điều còn ngờ", "capture": "bản lưu", "extractor": "chương trình đọc",
}  # fmt: skip
"""Field of a record to what it is called in Vietnamese. In English it is called by its own name."""

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "year-inferred": ("year not printed, inferred", "không in năm, suy ra"),
    "year-missing": ("no year", "không có năm"),
    "year-implausible": ("year that cannot be meant", "năm in không thể đúng"),
    "month-first": ("printed month first", "in tháng trước ngày"),
    "clock-impossible": ("time of day that no clock shows", "giờ in không thể có"),
    "weekday-impossible": ("day of the week that does not exist", "thứ in không thể có"),
    "weekday-contradicts": ("day of the week contradicts", "thứ trong tuần không khớp ngày"),
    "lunar-contradicts": ("lunar day contradicts", "ngày âm lịch không khớp"),
    "year-name-contradicts": ("name of the lunar year contradicts", "tên năm âm lịch không khớp"),
    "dates-cut": ("dates read in the beginning alone", "chỉ đọc ngày tháng ở phần đầu"),
    "title-missing": ("no headline", "không thấy tiêu đề"),
    "title-from-list": ("headline taken from the list", "tiêu đề lấy từ trang danh sách"),
    "title-disagrees": ("several headlines", "nhiều tiêu đề khác nhau"),
    "text-missing": ("no text", "không thấy nội dung"),
    "text-in-document": ("text in a document", "nội dung nằm trong tệp tài liệu"),
    "text-in-frames": ("text in frames", "nội dung nằm trong khung"),
    "published-missing": ("no day of publication", "không có ngày đăng"),
    "published-disagrees": ("days of publication disagree", "các ngày đăng không khớp"),
    "selector-missed": ("a selector of the profile found nothing", "bộ chọn của hồ sơ trang không tìm thấy gì"),
    "cut-off": ("the answer broke off", "máy chủ trả lời dở dang"),
    "not-an-article": ("page of another kind", "trang không phải bài viết"),
    "not-html": ("no HTML", "không phải HTML"),
    "page-empty": ("empty page", "trang rỗng"),
    "markup-repaired": ("broken markup, read nevertheless", "mã trang hỏng, vẫn đọc được"),
    "page-cut": ("page too large, read in part", "trang quá lớn, chỉ đọc một phần"),
    "nested-too-deep": ("nested too deep", "thẻ lồng quá sâu"),
    "nul-bytes": ("NUL bytes left out", "đã bỏ byte NUL"),
    "several-articles": ("several articles on the page", "trang có nhiều bài"),
    "text-from-state": ("text taken from the page's script", "nội dung lấy từ dữ liệu trong mã lệnh"),
    "text-from-pdf": ("text taken from a PDF", "nội dung lấy từ tệp PDF"),
    "pdf-without-text": ("PDF of pictures", "PDF chỉ có ảnh"),
    "pdf-broken": ("broken PDF", "PDF hỏng"),
    "pdf-not-read": ("PDF not read", "PDF chưa được đọc"),
    "encoding-guessed": ("encoding guessed", "bảng mã được đoán"),
    "encodings-mixed": ("several encodings", "lẫn nhiều bảng mã"),
    "encoded-twice": ("encoded twice", "bị mã hoá hai lần"),
    "letters-lost": ("letters lost, '?' in their place", "mất chữ, thay bằng dấu '?'"),
    "bytes-unreadable": ("unreadable bytes", "có byte không đọc được"),
    "font-encoding": ("old font encoding, turned into Unicode", "phông chữ cũ, đã đổi sang Unicode"),
    "text-damaged": ("damaged character", "ký tự hỏng"),
}
"""Code of a doubt to a few words; docs/problems.md explains each."""

_PART = re.compile(r"; (?=[a-z_]+: )")
_COUNTED = re.compile(r"(\+\d+ −\d+) words")


def field(name: str, language: Language) -> str:
    """*name* of a field as it is called; one that we do not know as it stands.

    >>> field("byline", "vi"), field("byline", "en"), field("x", "vi")
    ('ký tên', 'byline', 'x')
    """
    return FIELDS.get(name, name) if language == "vi" else name


def problem(code: str, language: Language) -> str:
    """*code* in a few words; itself where we know none, as of a newer archiver.

    >>> problem("year-missing", "vi"), problem("x-y", "vi")
    ('không có năm', 'x-y')
    """
    return PROBLEMS[code][language == "vi"] if code in PROBLEMS else code


def change(summary: str | None, language: Language) -> str:
    """What a revision's `change_summary` says; its values are left as they are printed.

    >>> change("title: +1 −0 words; byline: 'A' → 'B'; urls: +1 −0", "vi")
    "tiêu đề: +1 −0 từ; ký tên: 'A' → 'B'; địa chỉ khác: +1 −0"
    >>> change("body: +12 −3 words", "en"), change(None, "vi")
    ('body: +12 −3 words', '')
    """
    if not summary or language == "en":
        return summary or ""
    said = []
    for part in _PART.split(summary):
        name, colon, rest = part.partition(": ")
        if not colon or name not in FIELDS:
            said.append(part)
            continue
        if counted := _COUNTED.fullmatch(rest):
            rest = f"{counted[1]} từ"
        elif rest == "white space":
            rest = "khoảng trắng"
        elif name == "status":
            rest = rest.replace("'published'", "đang đăng").replace("'gone'", "đã bị xoá")
        said.append(f"{FIELDS[name]}: {rest}")
    return "; ".join(said)
