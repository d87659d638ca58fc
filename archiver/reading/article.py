"""What one page says: every field of an article, each with where it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from typing import cast

from lxml.etree import _Element

from archiver.reading.attachments import find_attachments, shown_document, written_pdf
from archiver.reading.blocks import Block, Box, Survey, mark, path_of, survey
from archiver.reading.body import Place, Text, find_place, trim
from archiver.reading.document import Document, parse, split_url
from archiver.reading.fields import Dating, find_category, find_dates_of, find_tags
from archiver.reading.headline import Choice, Said, find_title, key, read_said, said_title
from archiver.reading.kinds import kind_of_document, with_kind
from archiver.reading.language import language_of
from archiver.reading.names import Hint
from archiver.reading.overriding import Override, override_for
from archiver.reading.pdf import read_pdf
from archiver.reading.signing import Signed, find_signed
from archiver.reading.stamps import read_stamp
from archiver.reading.stories import other_stories
from archiver.reading.structured import Structured, read_structured
from archiver.reading.surroundings import WITHIN, find_images, find_related
from archiver.shapes import Article, Attachment, DateReading, Found, Problem
from archiver.sites import Profile
from archiver.vietnamese.bylines import names_in, read_signature
from archiver.vietnamese.dates import find_dates


def extract(
    html: bytes,
    url: str,
    *,
    content_type: str | None = None,
    fetched_at: datetime | None = None,
    site: str | Profile | None = None,
) -> Article:
    """Read the article of a page: its text and all that is said about it, each field with where it was found.

    *html* is the page as sent (decompressed), *url* its address, *content_type* its header; *fetched_at* chooses the
    profile's layout. *site* is the name of a profile (or the profile) whose selectors override the reader. Never
    raises on a page, however broken: what could not be read is listed in `problems`. Raises UsageError where *site*
    is no profile, or a selector of it is none.

    >>> page = "<h1>Khai giảng</h1><p>Sáng 5/9, học sinh toàn tỉnh khai giảng năm học mới.</p>".encode()
    >>> extract(page, "http://so.example.vn/1").title
    'Khai giảng'
    """
    document = parse(html, url, content_type)
    if document.media_type == "application/pdf":
        return read_pdf(html, url, document.problems)
    article = extract_document(document, fetched_at=fetched_at, site=site)
    return with_kind(article, kind_of_document(document)) if _is_doubtful(article) else article


_THIN = 400
"""Characters of text below which `extract` asks what kind of page it is."""


def entitled(article: Article, title: str) -> Article:
    """*article* under the *title* that the list which leads to it gives, since its own page gives it none.

    >>> entitled(Article(url="http://a.vn/5", title="Chi tiết tin"), "Họp báo ngày 5/8/2024").problems[0].code
    'title-from-list'
    """
    told = Problem("title-from-list", f"the page says {article.title!r}; a list gives this title", "title")
    whole = "\n".join(part for part in (title, article.lead, article.body) if part)
    return replace(
        article,
        title=title,
        dates=tuple(find_dates(whole[:_MOST_DATED], article.published.start if article.published else None)),
        problems=(*(one for one in article.problems if one.field != "title"), told),
        found={**article.found, "title": Found("list", title)},
    )


_POINTS = re.compile(  # 'Nội dung chi tiết xem tại đây': a line that has nothing to say but where the text is
    r"[^.!?]*\b(?:xem|tải|mời|chi tiết|toàn văn|nội dung|file|tệp|văn bản|download|see|attached)\b[^.!?]*[.!:]?", re.I
)


_NAMED_FILE = re.compile(r"\S+\.(?:pdf|docx?|xlsx?|rar|zip)\b", re.I)


def document_for(article: Article) -> Attachment | None:
    """The one PDF that is the whole text of *article*; None where it has a text of its own, or several of them.

    >>> paper = Attachment("http://so.example.vn/f/1.pdf", "Thông báo", "application/pdf")
    >>> document_for(Article(url="http://so.example.vn/1", attachments=(paper,))) == paper
    True
    """
    lines = [line for line in (article.lead, *article.body.split("\n")) if line]
    if len(lines) > 1 or any(len(line) > 120 or not _POINTS.fullmatch(_NAMED_FILE.sub("", line)) for line in lines):
        return None
    papers = [paper for paper in article.attachments if paper.media_type == "application/pdf"]
    return papers[0] if len(papers) == 1 else None


def with_document(article: Article, paper: Attachment, pdf: bytes) -> Article:
    """*article* with the text layer of *paper*, whose bytes are *pdf*, behind what it says itself.

    Without a text layer, or without the extra that reads one, with a problem that says so.
    """
    told = read_pdf(pdf, paper.url, ())
    if not told.body:
        return replace(article, problems=(*article.problems, *told.problems))
    body = "\n".join(part for part in (article.body, told.body) if part)
    whole = "\n".join(part for part in (article.title, article.lead, body) if part)
    kept = tuple(one for one in article.problems if one.code not in ("text-in-document", "text-missing"))
    return replace(
        article,
        body=body,
        dates=tuple(find_dates(whole[:_MOST_DATED], article.published.start if article.published else None)),
        language=article.language or language_of(told.body[:2_000], None),
        problems=(*kept, *told.problems),
        found={**article.found, "body": Found("attachment: text layer of the PDF", paper.url)},
    )


def _is_doubtful(article: Article) -> bool:
    """Whether what was read may be no article but a list, a front page, a soft 404 or a login wall.

    To ask every page would cost half as much again as the article; `read` in archiver.reading.page does. Here those
    are asked whose text is thin, which name no day, or which no person signs while other news stand between their
    paragraphs.
    """
    if len(article.body) + len(article.lead or "") < _THIN or article.published is None:
        return True
    related = article.found.get("related")
    return not article.authors and related is not None and WITHIN in related.rule


def extract_document(
    document: Document,
    *,
    structured: Structured | None = None,
    fetched_at: datetime | None = None,
    site: str | Profile | None = None,
    shared: frozenset[str] = frozenset(),
) -> Article:
    """Read the article of a page that is parsed already; see `extract`.

    *shared* are the marks of lines that the site prints on other pages, too: see `archiver.reading.learning`.
    """
    if not document.is_html:
        return Article(url=document.url, problems=document.problems)
    structured = structured or read_structured(document)
    draft = _laid_out(document, structured, override_for(document, site, fetched_at), shared)
    seen, place, text, title, override = draft.seen, draft.place, draft.text, draft.title, draft.override
    sample = " ".join(block.text for block in text.kept[:8]) + " " + (title.value if title else "")
    language = language_of(sample, draft.structured.first("language"))
    vietnamese = language == "vi"

    lead, lead_rule, opening = _lead_of(draft, vietnamese)
    signed = find_signed(
        seen, place, text, title, draft.structured, draft.said.sites, vietnamese, draft.state is not None
    )
    spent = (signed.spent or set()) | opening
    body = _written(seen, (block for block in text.kept if block.index not in spent))
    written = None if body or lead else _written_pdf(document)
    if written:
        body = written.body
        draft.problems += written.problems
    if override:
        _sign_over(signed, override)
    dating = find_dates_of(seen, place, text, title, draft.structured, document.url, vietnamese)
    if override and (dated := override.date()):
        dating = Dating(dated[0], "profile", dated[1], dating.modified)
    draft.problems += dating.problems

    draft.tell_title()
    draft.tell("lead", lead_rule, lead)
    draft.tell_body(body, written)
    draft.tell_signed(signed)
    draft.tell_dated(dating)

    headline = clean(title.value) if title else None
    lead = clean(lead) if lead else None
    body = clean(body)
    article = Article(
        url=document.url,
        title=headline,
        lead=lead,
        body=body,
        byline=signed.byline,
        authors=signed.authors,
        source=signed.source,
        published=dating.published,
        published_from=dating.origin,
        modified=dating.modified,
        dates=_dates_in("\n".join(part for part in (headline, lead, body) if part), language, draft, dating),
        language=language,
        profile=override.name if override else None,
    )
    return _with_surroundings(article, draft, written is not None, _found_language(language, draft.structured, sample))


@dataclass(slots=True)
class _Draft:
    """A page on its way to be an article: how it is laid out, and what is to be said of how it was read."""

    document: Document
    structured: Structured
    said: Said
    override: Override | None
    seen: Survey
    place: Place
    text: Text
    title: Choice | None
    state: _State | None
    problems: list[Problem]
    found: dict[str, Found] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The block of the headline; -1 where the page prints none, or its text is in its state."""
        return self.title.block if self.title and self.state is None else -1

    def tell(self, name: str, rule: str, raw: str | None) -> None:
        """Say where a field was found, if it was."""
        if raw:
            self.found[name] = Found(rule, raw)

    def tell_title(self) -> None:
        if self.title is None:
            why = "neither the page nor its metadata name a headline"
            self.problems.append(Problem("title-missing", why, "title"))
            return
        self.found["title"] = Found(self.title.rule, self.title.raw)
        if self.title.others:
            self.problems.append(Problem("title-disagrees", "; ".join(self.title.others)[:400], "title"))

    def tell_signed(self, signed: Signed) -> None:
        self.tell("byline", signed.rule, signed.byline)
        self.tell("source", signed.source_rule, signed.source)
        self.tell("authors", signed.rule, signed.byline if signed.authors else None)

    def tell_dated(self, dating: Dating) -> None:
        self.tell("published", dating.rule, dating.published.raw if dating.published else None)
        self.tell("modified", dating.modified_rule, dating.modified.raw if dating.modified else None)

    def tell_body(self, body: str, written: Article | None) -> None:
        if written and body:
            self.found["body"] = written.found["body"]
        elif body and self.seen.boxes:
            box = self.seen.boxes[self.place.box]
            rule = self.state.rule if self.state else path_of(self.seen, self.place.box)
            self.found["body"] = Found(rule, f"{len(self.text.kept)} of {box.last - box.first} lines")


def _laid_out(document: Document, structured: Structured, override: Override | None, shared: frozenset[str]) -> _Draft:
    """Headline, place and text of a page; out of its state where the HTML holds no text."""
    url = document.url
    problems = list(document.problems)
    said = read_said(document, structured)
    seen = survey(document.body)
    if seen.truncated:
        problems.append(Problem("page-cut", "the page has more lines or levels than are read; the rest was left"))
    title = find_title(seen, said, url)
    if override and (named := override.text("title")):
        title = Choice(named[0], named[1], named[0], _block_of(seen, named[2]))
    number = title.block if title else -1
    place = find_place(seen, number)
    others = other_stories(seen, number)
    for number_of_other in (n for story in others for n in story):
        place.off[number_of_other] = "another article"
    if others:
        why = f"the page prints {len(others) + 1} articles; the one under {title.raw[:60] if title else ''!r} was read"
        problems.append(Problem("several-articles", why))
    if shared:
        _without_shared(seen, place, number, shared)
    if override:
        place = _overridden(seen, place, override)
    text = trim(seen, place, number, split_url(url).netloc.removeprefix("www."))
    state = _from_state(document, structured, text)
    if state is not None:
        seen, place, text = state.seen, state.place, state.text
        structured = replace(structured, witnesses=(*structured.state, *structured.witnesses))
        said = read_said(document, structured)
        title = said_title(seen, said)
        problems.append(Problem("text-from-state", f"the HTML holds no text; {state.rule} does", "body"))
    return _Draft(document, structured, said, override, seen, place, text, title, state, problems)


def _lead_of(draft: _Draft, vietnamese: bool) -> tuple[str | None, str, set[int]]:
    """The lead, by which rule, and the blocks of the text that it is."""
    kept, state, override = draft.text.kept, draft.state, draft.override
    lead, opening = _lead(draft.seen, draft.place, draft.text, draft.number, vietnamese)
    rule = "opening paragraph set apart"
    if state and not lead:
        told = next((w for w in draft.structured.state if w.field == "lead" and "<" not in w.value), None)
        if told:
            lead, rule = " ".join(told.value.split()), told.rule
            opening = {block.index for block in kept if block.text == lead}
    if lead:  # printed above the text, and once more at its start
        opening |= {block.index for block in kept[:2] if key(block.text) == key(lead)}
    if override and (named := override.text("lead")):
        lead, rule = named[0], named[1]
        opening = {block.index for block in kept if block.text == lead}
    return lead, rule, opening


def _dates_in(whole: str, language: str | None, draft: _Draft, dating: Dating) -> tuple[DateReading, ...]:
    """The dates that headline, lead and text name."""
    if (lost := _letters_lost(whole)) is not None:
        why = f"'?' stands for letters that were lost, as in {lost!r}"
        draft.problems.append(Problem("letters-lost", why, "body"))
    if not _may_date(language, draft.document.url, whole):
        return ()
    if len(whole) > _MOST_DATED:
        why = f"dates were read in the first {_MOST_DATED} letters alone"
        draft.problems.append(Problem("dates-cut", why, "dates"))
    return tuple(find_dates(whole[:_MOST_DATED], dating.published.start if dating.published else None))


def _with_surroundings(article: Article, draft: _Draft, written: bool, found_language: Found | None) -> Article:
    """*article* with what stands around its text: section, tags, documents, other news, pictures; and all problems.

    *written* says that its text is that of a PDF in an address of the page.
    """
    document, structured, override = draft.document, draft.structured, draft.override
    seen, place, text, number = draft.seen, draft.place, draft.text, draft.number
    category = find_category(seen, structured, draft.title, document.url)
    if override and (named := override.text("category")):
        category = named[0], named[1]
    if category:
        draft.tell("category", category[1], category[0])
    tags, found_tags = find_tags(seen, structured, draft.title)
    attached, found_attached = find_attachments(document, seen, place, text, number)
    if not article.body and not article.lead and not written:
        draft.problems.append(_why_no_text(document, shown_document(attached, found_attached)))
    related, found_related = find_related(document, seen, place, text, number)
    images, found_images = find_images(document, seen, place, text, number)
    if override:
        if named_tags := override.texts("tags"):
            tags, found_tags = tuple(named_tags), override.found("tags", ", ".join(named_tags))
        if named_related := override.related():
            related, found_related = named_related, override.found("related", named_related[0].title)
        if named_files := override.attachments():
            attached, found_attached = named_files, override.found("attachments", named_files[0].url)
        having = {"lead": article.lead, "byline": article.byline, "source": article.source, "category": category}
        draft.problems += override.told({**having, "tags": tags, "related": related, "attachments": attached})
    canonical = structured.of("canonical")
    where: tuple[tuple[str, Found | None], ...] = (
        ("canonical_url", Found(canonical[0].rule, canonical[0].value) if canonical else None),
        ("tags", found_tags),
        ("related", found_related),
        ("attachments", found_attached),
        ("images", found_images),
        ("language", found_language),
    )
    draft.found.update((name, one) for name, one in where if one is not None)
    return replace(
        article,
        canonical_url=canonical[0].value if canonical else None,
        category=category[0] if category else None,
        tags=tags,
        related=related,
        attachments=attached,
        images=images,
        found=draft.found,
        problems=tuple(draft.problems),
    )


_LOST = re.compile(r"\?[a-z]").search


def _letters_lost(text: str) -> str | None:
    """A word of which '?' has taken letters, where a tenth of all words are such: a database lost what is not ASCII.

    >>> _letters_lost("Ch? t?ch ?y ban nhân dân t?nh d? l? khai gi?ng n?m h?c m?i, 5/9"), _letters_lost("Vì sao?đó là")
    ('t?ch', None)
    """
    if text.count("?") < 5:
        return None
    words = text.split()
    lost = [word for word in words if _LOST(word) and "/" not in word and "=" not in word]  # an address is none
    return lost[0] if len(lost) >= 5 and len(lost) * 10 >= len(words) else None


def _written_pdf(document: Document) -> Article | None:
    """What the PDF says that the page holds in an address of its own, with where that stands; None without one."""
    shown = written_pdf(document)
    if shown is None:
        return None
    body, rule = shown
    article = read_pdf(body, document.url, ())
    return replace(article, found={"body": Found(f"{rule}: text layer", f"{article.body.count(chr(10)) + 1} lines")})


def _why_no_text(document: Document, shown: str | None) -> Problem:
    """Why a page has no text: it shows a document (*shown* is its address), other pages, or nothing."""
    if shown:
        return Problem("text-in-document", f"the page shows a document instead of a text: {shown}", "body")
    if frames := _frames(document):
        why = f"the page shows other pages in frames; its text is in one of them: {', '.join(frames)[:400]}"
        return Problem("text-in-frames", why, "body")
    return Problem("text-missing", "no line of the page reads like sentences", "body")


def _frames(document: Document) -> list[str]:
    """Addresses of the frames of a page; advertisements and films are in `iframe`s, so those count on an empty page."""
    frames = document.tags("frame") or ([] if document.tags("p") else document.tags("iframe"))
    addresses = [document.absolute(frame.get("src")) for frame in frames]
    return list(dict.fromkeys(address for address in addresses if address))


def _found_language(language: str | None, structured: Structured, sample: str) -> Found | None:
    said = structured.of("language")
    if language is None:
        return None
    if language != "vi" and said and said[0].value.lower().startswith(language):
        return Found(said[0].rule, said[0].value)
    return Found("letters of the text", sample[:60])


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def clean(text: str) -> str:
    """*text* without characters that nobody sees: soft hyphens, zero-width spaces, marks of direction."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


_MOST_DATED = 200_000  # letters searched for dates: forty times a long article


def _may_date(language: str | None, url: str, text: str) -> bool:
    """Whether the text is to be searched for dates: Vietnamese, or on a Vietnamese site, or too short to tell."""
    return language == "vi" or split_url(url).netloc.endswith(".vn") or (language is None and len(text) < 400)


_A_LABEL = 30  # letters: "Tin cũ hơn", "Các tin khác cùng chuyên mục"


def _without_shared(seen: Survey, place: Place, title: int, shared: frozenset[str]) -> None:
    """Set aside the lines that are the site's. The headline stays: it stands in lists on other pages; so do labels, by
    which what they announce is known for other news."""
    for block in seen.blocks:
        if len(block.text) < _A_LABEL or block.index == title or place.off[block.index]:
            continue
        if mark(block.text) in shared:
            place.off[block.index] = "printed on other pages of the site"


# --- profiles ------------------------------------------------------------------------------------------------------


def _block_of(seen: Survey, element: _Element) -> int:
    """Number of the first block within *element*; -1 where it holds none."""
    for box in seen.boxes:
        if box.element is element:
            return box.first if box.last > box.first else -1
    words = " ".join("".join(cast("list[str]", list(element.itertext()))).split())
    for block in seen.blocks:  # an inline element
        if block.text == words:
            return block.index
    return -1


def _overridden(seen: Survey, place: Place, override: Override) -> Place:
    """The place that the profile names, without what it says to remove."""
    for element in override.elements("remove"):
        for box in seen.boxes:
            if box.element is element:
                for n in range(box.first, box.last):
                    place.off[n] = "removed by the profile"
    for element in override.elements("body"):
        for box in seen.boxes:
            if box.element is element and box.last > box.first:
                return replace(place, box=box.index, flow=box.index)
    return place


def _sign_over(signed: Signed, override: Override) -> None:
    if named := override.text("byline"):
        reading = read_signature(named[0])
        if reading and reading.kind == "source":  # "Theo Báo ..." where others sign
            signed.byline, signed.authors = None, ()
            signed.source, signed.source_rule = reading.source, named[1]
        else:
            signed.byline, signed.rule = named[0], named[1]
            signed.authors = reading.authors if reading else names_in(named[0])
    if named := override.text("source"):
        signed.source, signed.source_rule = named[0], named[1]


# --- pages whose text is in their state -----------------------------------------------------------------------------


@dataclass(slots=True)
class _State:
    seen: Survey
    place: Place
    text: Text
    rule: str


_LITTLE = 200  # letters of text; a page with less may hold its article in a script


def _from_state(document: Document, structured: Structured, text: Text) -> _State | None:
    """The text out of the state that scripts are fed with, or of JSON-LD, where the HTML itself holds none."""
    if sum(len(block.text) for block in text.kept) >= _LITTLE:
        return None
    for witness in (*structured.state, *structured.of("body")):
        if witness.field == "body_html" or (witness.field == "body" and re.search(r"</[a-z]+>", witness.value)):
            inner = witness.value
        elif witness.field == "body" and len(witness.value) >= _LITTLE:
            inner = "".join(f"<p>{escape(line)}</p>" for line in witness.value.split("\n"))
        else:
            continue
        seen = survey(parse(f"<html><body>{inner}</body></html>".encode(), document.url).body)
        place = find_place(seen)
        kept = trim(seen, place)
        if sum(len(block.text) for block in kept.kept) > _LITTLE:
            return _State(seen, place, kept, witness.rule)
    return None


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


def _lead(seen: Survey, place: Place, text: Text, title: int, vietnamese: bool) -> tuple[str | None, set[int]]:
    """The sapo, and the blocks of the text that it is: between headline and text, or the opening set apart."""
    boxes, kept = seen.boxes, text.kept
    if not kept:
        return None, set()
    first = kept[0].index
    if title >= 0 and first - title <= 40:
        for block in seen.blocks[title + 1 : first]:
            words = block.text
            size = len(words)
            if size < 20 or place.off[block.index] or block.linked > 0.4 * size:
                continue
            hints, b = block.hints, block.box
            for _ in range(3):
                hints |= boxes[b].hints
                if boxes[b].first <= title or boxes[b].parent < 0:
                    break
                b = boxes[b].parent
            if text.dropped.get(block.index) == "caption" or boxes[block.box].tag in ("tr", "figcaption", "li"):
                continue
            told = hints & _LEAD and (size >= 40 or (words[-1] in ".!?…" and words.count(" ") >= 4))
            if size < 40 and not told:
                continue
            if hints & _NOT_LEAD and not (boxes[block.box].hints & _LEAD):
                continue
            if read_stamp(words) and size < 100:
                continue
            if told or (words[-1] in ".!?…" and size >= 60) or size >= 100:
                more = _rest_of_box(seen, place, text, block) if told else []
                return " ".join(one.text for one in (block, *more)), set()
    block = kept[0]
    size = len(block.text)
    hints, b = block.hints, block.box
    for _ in range(2):
        hints |= boxes[b].hints if boxes[b].last - boxes[b].first <= 3 else 0
        b = boxes[b].parent if boxes[b].parent >= 0 else b
    if len(kept) > 1 and 40 <= size <= 1200:
        flow = place.flow
        alone = block.box != flow and boxes[block.box].parent != flow and boxes[boxes[block.box].parent].parent != flow
        alone = alone or not boxes[flow].first <= block.index < boxes[flow].last
        following = [b for b in kept[1:6] if boxes[flow].first <= b.index < boxes[flow].last]
        if (
            alone
            and block.text[-1] != ":"
            and len(following) >= min(4, len(kept) - 1)
            and size <= 900
            and boxes[block.box].tag != "li"
        ):
            return block.text, {block.index}
        apart = block.bold > 0.85 * size or boxes[block.box].tag in ("h2", "h3", "h4")
        if (hints & _LEAD) or (apart and not _all_bold(kept[1:4])):
            more = _rest_of_box(seen, place, text, block) if hints & _LEAD else _also_bold(boxes, kept)
            whole = (block, *more)
            return " ".join(one.text for one in whole), {one.index for one in whole}
        if (
            size >= 60
            and block.text[-1] in _STOPS
            and (
                _looks_apart(boxes, kept)
                or (vietnamese and block.italic > 0.85 * size and _is_opening_in_italics(kept))
            )
        ):
            return block.text, {block.index}
    return None, set()


_STOPS = '.!?…”"/'
_LOOKS = re.compile(r"(?<![\w-])(?:font-size|color|background(?:-color)?|font-style|font-family)\s*:\s*[^;]+", re.I)


def _looks_apart(boxes: list[Box], kept: list[Block]) -> bool:
    """Whether the opening is set in a size, colour or typeface that none of the next paragraphs has, which agree."""
    looks: list[frozenset[str]] = []
    for block in kept[:5]:
        element = boxes[block.box].element
        near = (element, *list(element)[:1])
        styles = [one.get("style") or "" for one in near]
        old = (f"{name}:{one.get(name)}" for one in near if one.tag == "font" for name in ("color", "size", "face"))
        said = [re.sub(r"\s+", "", look) for s in styles if s for look in _LOOKS.findall(s)]
        looks.append(frozenset(look.lower() for look in (*said, *old) if not look.endswith(":None")))
    return len(looks) > 2 and looks[0] not in looks[1:] and len(set(looks[1:4])) == 1


_NOTE = re.compile(r"^\W*(?:lts|btv|bbt|lời (?:tòa soạn|toà soạn|giới thiệu|dẫn)|ghi chú|chú thích)\b", re.I)


def _is_opening_in_italics(kept: list[Block]) -> bool:
    """Whether the first paragraph alone is in italics, a sentence, and no note of the editors."""
    words = kept[0].text
    return not _NOTE.match(words) and all(b.italic < 0.5 * len(b.text) for b in kept[1:4])


def _rest_of_box(seen: Survey, place: Place, text: Text, block: Block) -> list[Block]:
    """The further paragraphs of a box that is called the lead."""
    b = block.box
    while b >= 0 and not seen.boxes[b].hints & _LEAD:
        b = seen.boxes[b].parent
    if b < 0 or seen.boxes[b].last - seen.boxes[b].first > 5:
        return []
    return [
        one
        for one in seen.blocks[block.index + 1 : seen.boxes[b].last]
        if len(one.text) >= 40
        and one.linked < 0.4 * len(one.text)
        and not place.off[one.index]
        and text.dropped.get(one.index) is None
    ]


def _also_bold(boxes: list[Box], kept: list[Block]) -> list[Block]:
    """The second and third paragraph of an opening in bold; a short bold line is a heading of the text."""
    more: list[Block] = []
    for one in kept[1:3]:
        size = len(one.text)
        alike = boxes[one.box].tag == boxes[kept[0].box].tag and boxes[one.box].parent == boxes[kept[0].box].parent
        if not alike or one.bold <= 0.85 * size or size < 60 or one.text[-1] not in '.!…”"':
            break
        more.append(one)
    return more
