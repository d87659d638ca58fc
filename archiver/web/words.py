"""Every word that the reading room says, in English and in Vietnamese."""

from __future__ import annotations

from archiver.vietnamese.edtf import Language

WORDS: dict[str, tuple[str, str]] = {
    "room": ("Reading room", "Phòng đọc"),
    "search": ("Search", "Tìm kiếm"),
    "search_hint": (
        'Marks are optional: thi dua finds thi đua. "A phrase", begin*, -without, title:word.',
        'Không cần gõ dấu: thi dua vẫn ra thi đua. "Cụm từ", bắt_đầu*, -loại_trừ, title:từ.',
    ),
    "site": ("Site", "Trang"),
    "sites": ("Sites", "Các trang"),
    "all_sites": ("All sites", "Mọi trang"),
    "year": ("Year", "Năm"),
    "years": ("Years", "Các năm"),
    "timeline": ("Timeline", "Dòng thời gian"),
    "timeline_hint": (
        "How many articles each month has, by their own dates. A number leads to them.",
        "Số bài của từng tháng, theo ngày đăng. Bấm vào con số để xem các bài.",
    ),
    "no_month": ("no month", "không rõ tháng"),
    "all": ("All", "Tất cả"),
    "category": ("Category", "Chuyên mục"),
    "categories": ("Categories", "Các chuyên mục"),
    "byline": ("Signed", "Ký tên"),
    "bylines": ("Signatures", "Người ký"),
    "from": ("From", "Từ ngày"),
    "to": ("To", "Đến ngày"),
    "articles": ("articles", "bài"),
    "latest": ("Latest", "Mới nhất"),
    "results": ("results", "kết quả"),
    "no_results": ("Nothing was found.", "Không tìm thấy gì."),
    "empty": ("This archive is still empty.", "Kho lưu trữ này còn trống."),
    "previous": ("Previous", "Trước"),
    "next": ("Next", "Sau"),
    "undated": ("undated", "không rõ ngày"),
    "published": ("Published", "Ngày đăng"),
    "modified": ("Modified", "Ngày sửa"),
    "captured": ("Captured", "Lưu lúc"),
    "gone": ("The site no longer shows this article.", "Trang gốc không còn bài này."),
    "provenance": ("Where each field comes from", "Mỗi trường lấy từ đâu"),
    "field": ("Field", "Trường"),
    "found_by": ("Found by", "Tìm thấy ở"),
    "printed": ("As printed", "Nguyên văn"),
    "problems": ("Doubts", "Điều còn ngờ"),
    "dates": ("Dates in the text, in order of time", "Ngày tháng trong bài, theo thời gian"),
    "related": ("Related items", "Tin liên quan"),
    "attachments": ("Attachments", "Tệp đính kèm"),
    "images": ("Pictures", "Hình ảnh"),
    "history": ("History", "Lịch sử"),
    "revision": ("Revision", "Bản"),
    "revisions": ("Revisions, with the words that changed", "Các bản, với những chữ đã đổi"),
    "change_new": ("new", "mới"),
    "change_edited": ("edited", "đã sửa"),
    "change_gone": ("gone", "đã bị xoá"),
    "change_back": ("back", "có lại"),
    "change_moved": ("moved", "đổi địa chỉ"),
    "change_reextracted": ("read anew", "đọc lại"),
    "as_it_was": ("The page as it was", "Trang như khi được lưu"),
    "original": ("Original address", "Địa chỉ gốc"),
    "cite": ("Cite this", "Trích dẫn"),
    "digest": ("Digest of the capture", "Mã kiểm của bản lưu"),
    "status": ("Status", "Tình trạng"),
    "not_found": ("There is no such page here.", "Không có trang này."),
    "not_an_article_here": ("not kept as an article", "không được lưu thành bài"),
    "not_kept_file": ("not kept", "không được lưu"),
    "not_kept": ("This page was not kept.", "Trang này không được lưu."),
    "back": ("Back to the search", "Về trang tìm kiếm"),
    "other_language": ("Tiếng Việt", "English"),
    "skip": ("Skip to the text", "Đến nội dung"),
    "source": ("Source", "Nguồn"),
    "captures": ("Captures of this address", "Các lần lưu địa chỉ này"),
    "feeds": ("Feeds", "Bản tin RSS"),
    "needs_script": (
        "Searching these files needs JavaScript; the lists above do not.",
        "Tìm trong các tệp này cần JavaScript; các danh mục ở trên thì không.",
    ),
    "replay_note": (
        "Kept on {day}. Scripts are off, and links stay inside the archive.",
        "Lưu ngày {day}. Mã lệnh bị tắt, liên kết chỉ dẫn trong kho lưu trữ.",
    ),
}


def say(key: str, language: Language) -> str:
    """The words for *key*; KeyError where nobody wrote them."""
    english, vietnamese = WORDS[key]
    return vietnamese if language == "vi" else english
