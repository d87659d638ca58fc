"""Doors for the scorers of ../shared/pages, and one run over all of them.

    python -m bench.reading                   the table: ours beside the peers that are installed
    python -m bench.reading --half tune       one half of the samples alone; `held` is never opened page by page
    python ../shared/pages/bench.py bench.reading:door --suite aeb
    python ../shared/pages/score.py ../shared/pages/vn --with bench.reading:vn

The halves: a page belongs to `tune` when the SHA-256 of its id is even, else to `held`.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

PAGES = Path(__file__).resolve().parents[1].parent / "shared" / "pages"


def door(html: bytes, url: str) -> Any:
    """For bench.py, which takes the Article as it is."""
    from archiver.reading.article import extract

    return extract(html, url)


def half(identifier: str) -> str:
    """'tune' or 'held'."""
    return "held" if int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2 else "tune"


def tool(name: str) -> ModuleType:
    """One of the scorers of ../shared/pages, as a module."""
    spec = importlib.util.spec_from_file_location(f"shared_{name}", PAGES / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def vn(html: bytes, url: str) -> dict[str, Any]:
    """For score.py, which wants a dictionary."""
    from archiver.reading.article import extract

    article = extract(html, url or "http://page.invalid/")
    reading = article.published
    return {
        "kind": article.kind,
        "title": article.title,
        "lead": article.lead,
        "body": article.body,
        "byline": article.byline,
        "authors": list(article.authors),
        "published": reading.edtf.rstrip("?~%") if reading and not reading.edtf.startswith("X") else None,
        "related": [{"title": item.title, "url": item.url} for item in article.related],
        "attachments": [{"url": item.url} for item in article.attachments],
    }
