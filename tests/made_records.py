"""Records made by hand, for tests of what is built upon records."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import msgspec

from archiver.shapes import CaptureRef, Extractor, Record

ARTICLES = [
    (
        "a",
        "Phát động phong trào thi đua năm 2024",
        "Hội đồng họp sáng nay.",
        "Các đơn vị hoà chung khí thế.",
        "2024-01-05",
    ),
    ("b", "Hội nghị tổng kết", "Thi đua và khen thưởng được bàn kỹ.", "Nhiều ý kiến hay.", "2023-12-20"),
    ("c", "Thông báo nghỉ lễ", "Nghỉ theo quy định.", "Trong dịp này phong trào thi đua vẫn giữ.", None),
    ("d", "Thi dưa hấu ở chợ quê", "Nông dân mang dưa đến thi.", "Giải nhất nặng chín ký.", "2024-06-01"),
    ("e", "Tuyên dương khen thưởng học sinh", "Lễ trao thưởng.", "Đường lối đổi mới.", "2015-05"),
]


def record(id: str, title: str, lead: str, body: str, published: str | None, **more: object) -> Record:
    fields: dict[str, object] = {
        "id": id, "revision": 1, "change": "new", "run": "20260101T000000Z", "site": "thu", "url": f"http://thu.example/{id}",
        "fetched_at": "2026-01-01T00:00:00Z", "status": "published", "title": title, "lead": lead, "body": body,
        "byline": "M.Hải", "published": published, "category": "Tin tức",
        "text_digest": "sha256:" + hashlib.sha256(body.encode()).hexdigest(),
        "capture": CaptureRef("captures/2026/x.warc.gz", 0, 1, "sha256:" + "0" * 64), "extractor": Extractor("0"),
    }  # fmt: skip
    return Record(**(fields | more))  # type: ignore[arg-type]


def write(root: Path, records: list[Record], run: str = "20260101T000000Z", site: str = "thu") -> Path:
    file = root / site / "records" / run[:4] / f"{run}.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"".join(msgspec.json.encode(replace(r, run=run)) + b"\n" for r in records))
    return file
