"""RSS 2.0 of what is new, edited and gone."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

from archiver.using import wording
from archiver.vietnamese.edtf import Language

_UNSPEAKABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TITLE = {
    "vi": {"new": "Bài mới", "edited": "Bài đã sửa", "gone": "Bài đã bị xoá"},
    "en": {"new": "New articles", "edited": "Edited articles", "gone": "Articles taken away"},
}


def feed(records: list[dict[str, Any]], change: str, base: str, language: Language) -> str:
    """The RSS document for *records*, the newest first; links lead to the reading room at *base*."""
    items = "".join(_item(record, base, language) for record in records)
    title = _TITLE[language][change]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>archiver: {title}</title><link>{_text(base)}/</link>"
        f"<description>{title}</description><language>{language}</language>{items}</channel></rss>\n"
    )


def _item(record: dict[str, Any], base: str, language: Language) -> str:
    moment = datetime.fromisoformat(record["fetched_at"].replace("Z", "+00:00"))
    summary = (
        wording.change(record.get("change_summary"), language) or record.get("lead") or (record.get("body") or "")[:300]
    )
    return (
        f"<item><title>{_text(record.get('title') or record['url'])}</title>"
        f"<link>{_text(base)}/a/{_text(record['id'])}</link>"
        f'<guid isPermaLink="false">{_text(record["id"])}:{record["revision"]}</guid>'
        f"<pubDate>{format_datetime(moment)}</pubDate><description>{_text(_text(summary))}</description></item>"
    )


def _text(value: str) -> str:
    """*value* for XML: escaped, and without the characters that XML 1.0 has no way to say."""
    return escape(_UNSPEAKABLE.sub("", value), {'"': "&quot;"})
