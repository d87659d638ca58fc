"""What one page says: every field of an article, each with where it was found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from archiver.reading.blocks import Block, Survey, survey
from archiver.reading.body import Place, Text, find_place, trim
from archiver.reading.document import Document, parse, split_url
from archiver.reading.fields import (
    find_category,
    find_dates_of,
    find_signed,
    find_tags,
    find_title,
    language_of,
    read_said,
)
from archiver.reading.names import Hint
from archiver.reading.stamps import read_stamp
from archiver.reading.structured import Structured, read_structured
from archiver.reading.surroundings import find_attachments, find_images, find_related
from archiver.shapes import Article, Found, Problem


def extract(
    html: bytes,
    url: str,
    *,
    content_type: str | None = None,
    fetched_at: datetime | None = None,
    site: str | None = None,
) -> Article:
    """Read the article of a page: its text and all that is said about it, each field with where it was found.

    *html* is the page as sent (decompressed), *url* its address, *content_type* its header. *site* is the name of a
    profile whose selectors override the reader. Never raises on a page, however broken: what could not be read is
    listed in `problems`.

    >>> page = "<h1>Khai giảng</h1><p>Sáng 5/9, học sinh toàn tỉnh khai giảng năm học mới.</p>".encode()
    >>> extract(page, "http://so.example.vn/1").title
    'Khai giảng'
    """
    return extract_document(parse(html, url, content_type), fetched_at=fetched_at, site=site)


def extract_document(
    document: Document,
    *,
    structured: Structured | None = None,
    fetched_at: datetime | None = None,
    site: str | None = None,
) -> Article:
    """Read the article of a page that is parsed already; see `extract`."""
    url = document.url
    if not document.is_html:
        return Article(url=url, problems=document.problems)
    structured = structured or read_structured(document)
    said = read_said(document, structured)
    seen = survey(document.body)
    title = find_title(seen, said, url)
    number = title.block if title else -1
    place = find_place(seen, number)
    text = trim(seen, place, number, split_url(url).netloc.removeprefix("www."))
    problems = list(document.problems)
    found: dict[str, Found] = {}

    lead, opening = _lead(seen, place, text, number)
    sample = " ".join(block.text for block in text.kept[:8]) + " " + (title.value if title else "")
    language = language_of(sample, structured.first("language"))
    vietnamese = language == "vi"
    signed = find_signed(seen, place, text, title, structured, said.site, vietnamese)
    spent = (signed.spent or set()) | opening
    body = _written(seen, (block for block in text.kept if block.index not in spent))
    dating = find_dates_of(seen, place, text, title, structured, url, vietnamese)
    problems += dating.problems
    if title:
        found["title"] = Found(title.rule, title.raw)
        if title.others:
            problems.append(Problem("title-disagrees", "; ".join(title.others)[:400], "title"))
    else:
        problems.append(Problem("title-missing", "neither the page nor its metadata name a headline", "title"))
    if lead:
        found["lead"] = Found("opening paragraph set apart", lead)
    if body:
        box = seen.boxes[place.box]
        found["body"] = Found(_path(seen, place.box), f"{len(text.kept)} of {box.last - box.first} lines")
    elif not lead:
        problems.append(Problem("text-missing", "no line of the page reads like sentences", "body"))
    if signed.byline:
        found["byline"] = Found(signed.rule, signed.byline)
    if signed.source:
        found["source"] = Found(signed.source_rule, signed.source)
    if dating.published:
        found["published"] = Found(dating.rule, dating.published.raw)
    category = find_category(seen, structured, title, url)
    if category:
        found["category"] = Found(category[1], category[0])
    return Article(
        url=url,
        canonical_url=structured.first("canonical"),
        title=title.value if title else None,
        lead=lead,
        body=body,
        byline=signed.byline,
        authors=signed.authors,
        source=signed.source,
        published=dating.published,
        published_from=dating.origin,
        modified=dating.modified,
        category=category[0] if category else None,
        tags=find_tags(seen, structured, title),
        related=find_related(document, seen, place, text, number),
        attachments=find_attachments(document, seen, place, text, number),
        images=find_images(document, seen, place, text, number),
        language=language,
        found=found,
        problems=tuple(problems),
    )


def _path(seen: Survey, number: int) -> str:
    """A CSS selector for a box, of the two or three names that tell it apart."""
    parts: list[str] = []
    while number >= 0 and len(parts) < 3:
        box = seen.boxes[number]
        ident = box.element.get("id")
        if ident and " " not in ident:
            parts.insert(0, f"{box.tag}#{ident}")
            break
        names = (box.element.get("class") or "").split()
        parts.insert(0, box.tag + "".join(f".{name}" for name in names[:2]))
        number = box.parent
    return " > ".join(parts)


def _written(seen: Survey, blocks: Iterable[Block]) -> str:
    lines: list[str] = []
    for block in blocks:
        tag = seen.boxes[block.box].tag
        lines.append(f"- {block.text}" if tag == "li" else block.text)
    return "\n".join(lines)


def _all_bold(blocks: list[Block]) -> bool:
    return all(block.bold > 0.85 * len(block.text) for block in blocks)


_LEAD = Hint.LEAD
_NOT_LEAD = (
    Hint.RELATED | Hint.NAV | Hint.SHARE | Hint.COMMENT | Hint.PROMO | Hint.AD | Hint.FOOTER | Hint.CAPTION
    | Hint.OVERLAY | Hint.HIDDEN | Hint.TAGS | Hint.FORM
)  # fmt: skip


def _lead(seen: Survey, place: Place, text: Text, title: int) -> tuple[str | None, set[int]]:
    """The sapo, and the blocks of the text that it is: between headline and text, or the opening set apart."""
    boxes, kept = seen.boxes, text.kept
    if not kept:
        return None, set()
    first = kept[0].index
    if title >= 0 and first - title <= 40:
        for block in seen.blocks[title + 1 : first]:
            words = block.text
            size = len(words)
            if size < 40 or place.off[block.index] or block.linked > 0.4 * size:
                continue
            hints, b = block.hints, block.box
            for _ in range(3):
                hints |= boxes[b].hints
                if boxes[b].first <= title or boxes[b].parent < 0:
                    break
                b = boxes[b].parent
            if text.dropped.get(block.index) == "caption" or boxes[block.box].tag in ("tr", "figcaption", "li"):
                continue
            told = hints & _LEAD
            if hints & _NOT_LEAD and not (boxes[block.box].hints & _LEAD):
                continue
            if read_stamp(words) and size < 100:
                continue
            if told or (words[-1] in ".!?…:" and size >= 60) or size >= 100:
                return words, set()
    block = kept[0]
    size = len(block.text)
    hints, b = block.hints, block.box
    for _ in range(2):
        hints |= boxes[b].hints if boxes[b].last - boxes[b].first <= 3 else 0
        b = boxes[b].parent if boxes[b].parent >= 0 else b
    if len(kept) > 1 and 40 <= size <= 1200:
        flow = place.flow
        alone = block.box != flow and boxes[block.box].parent != flow and boxes[boxes[block.box].parent].parent != flow
        following = [b for b in kept[1:6] if b.box == flow or boxes[b.box].parent == flow]
        if alone and len(following) >= min(4, len(kept) - 1) and size <= 900 and boxes[block.box].tag != "li":
            return block.text, {block.index}
        apart = block.bold > 0.85 * size or boxes[block.box].tag in ("h2", "h3", "h4")
        if (hints & _LEAD) or (apart and not _all_bold(kept[1:4])):
            return block.text, {block.index}
    return None, set()
