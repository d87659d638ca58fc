"""A page that is one PDF: its text, through an optional extra, and said so."""

from __future__ import annotations

import io
import logging

from archiver.shapes import Article, Found, Problem

_MOST_PAGES = 200
_MOST_LETTERS = 2_000_000


def read_pdf(body: bytes, url: str, problems: tuple[Problem, ...]) -> Article:
    """The text layer of a PDF as the body of an article; without the extra `pdf`, a problem that says how to get it."""
    name = url.rpartition("/")[2]
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        doubt = Problem("pdf-not-read", f"{name!r} is a PDF. To read its text: pip install 'archiver[pdf]'", "body")
        return Article(url=url, kind="documents", problems=(*problems, doubt))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of broken files is said in `problems`
    lines: list[str] = []
    title: str | None = None
    try:
        reader = PdfReader(io.BytesIO(body))
        title = reader.metadata.title if reader.metadata else None
        size = 0
        for page in reader.pages[:_MOST_PAGES]:
            for line in page.extract_text().split("\n"):
                folded = " ".join(line.split())
                if folded:
                    lines.append(folded)
                    size += len(folded)
            if size > _MOST_LETTERS:
                break
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as failure:
        doubt = Problem("pdf-broken", f"{name!r} cannot be read as PDF: {failure}", "body")
        return Article(url=url, kind="documents", problems=(*problems, doubt))
    text = "\n".join(lines)
    doubt = (
        Problem("text-from-pdf", f"the text is the text layer of {name!r}; its lines are those of the page", "body")
        if text
        else Problem("pdf-without-text", f"{name!r} has no text layer: pictures of pages", "body")
    )
    found = {"body": Found("text layer of the PDF", f"{len(lines)} lines")} if text else {}
    if title and title.strip():
        found["title"] = Found("title in the PDF's own metadata", title)
    return Article(
        url=url,
        kind="documents",
        title=" ".join(title.split()) if title and title.strip() else None,
        body=text,
        found=found,
        problems=(*problems, doubt),
    )
