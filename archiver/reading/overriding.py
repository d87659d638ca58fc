"""What a profile says in place of the reader: selectors per field, and what becomes of those that find nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import unquote

from lxml import etree

from archiver.reading.attachments import media_type_of
from archiver.reading.document import Document, split_url, text_of
from archiver.reading.stamps import machine_date, read_short_stamp, read_stamp, split_stamp, told_here
from archiver.shapes import ICT, Attachment, DateReading, Found, Problem, Related
from archiver.sites import Layout, Profile, compiled, profile_named
from archiver.vietnamese.text import fold_space

OPTIONAL = frozenset(("lead", "byline", "source", "category", "tags", "related", "attachments"))
"""Fields that an article need not have."""


def select(document: Document, selector: str) -> list[etree._Element]:
    """The elements that a CSS selector or an XPath finds, in page order. Raises UsageError where it is neither."""
    found = compiled(selector)(document.root)
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


@dataclass(slots=True)
class Override:
    """A profile's layout at work on one page."""

    profile: Profile
    layout: Layout
    document: Document
    problems: list[Problem] = field(default_factory=list)

    @property
    def name(self) -> str:
        """'hdtdkt:2017', as records print it."""
        return f"{self.profile.name}:{self.layout.name}"

    def elements(self, name: str) -> list[etree._Element]:
        """What the layout's selector of a field finds; a selector that finds nothing is a problem of that field."""
        selector = self.layout.selectors.get(name)
        if selector is None:
            return []
        found = select(self.document, selector)
        if not found and name != "remove":
            self.problems.append(
                Problem(
                    "selector-missed",
                    f"{selector!r} of {self.name} found nothing; the reader was asked instead",
                    name,
                )
            )
        return found

    def text(self, name: str) -> tuple[str, str, etree._Element] | None:
        """(text, rule, element) of a field that is one line."""
        for element in self.elements(name):
            text = fold_space(element.get("content") or text_of(element))
            if text:
                return text, f"profile: {self.layout.selectors[name]}", element
        return None

    def found(self, name: str, raw: str) -> Found:
        """Where a field was found that the layout's selector gave."""
        return Found(f"profile: {self.layout.selectors[name]}", raw[:400])

    def related(self) -> tuple[Related, ...]:
        """The links within what the layout calls other news, each with the date beside it."""
        found: dict[str, Related] = {}
        for link, title, url in self._links("related"):
            title, published = split_stamp(title)
            around = link.getparent()
            if published is None and around is not None and len(around.findall(".//a")) <= 1:
                rest = fold_space(text_of(around)).replace(title, " ", 1)
                published = read_stamp(rest) or read_short_stamp(rest)
            if title:
                found.setdefault(url, Related(title, url, published))
        return tuple(found.values())

    def attachments(self) -> tuple[Attachment, ...]:
        """The documents to which the links within what the layout calls attachments lead."""
        found: dict[str, Attachment] = {}
        for _, name, url in self._links("attachments"):
            name = name or unquote(split_url(url).path.rpartition("/")[2])
            found.setdefault(url, Attachment(url, name, media_type_of(url)))
        return tuple(found.values())

    def _links(self, name: str) -> Iterator[tuple[etree._Element, str, str]]:
        for element in self.elements(name):
            for link in element.iter("a"):
                url = self.document.absolute(link.get("href"))
                if url is not None:
                    yield link, fold_space(text_of(link)), url

    def told(self, having: Mapping[str, object]) -> list[Problem]:
        """The problems, without those of fields that a page need not have and that the reader, too, did not find.

        *having* is what was read in the end. A selector for the sapo has missed where there is one.
        """
        return [
            problem for problem in self.problems if problem.field not in OPTIONAL or having.get(problem.field or "")
        ]

    def texts(self, name: str) -> list[str]:
        """The lines of a field that is several."""
        return [text for element in self.elements(name) if (text := fold_space(text_of(element)))]

    def date(self) -> tuple[DateReading, str] | None:
        """The day of publication, by the profile's own format first."""
        for element in self.elements("published"):
            raw = element.get("datetime") or element.get("content") or text_of(element)
            raw = fold_space(raw)
            reading = _formatted(raw, self.profile.date_format) or machine_date(raw) or read_stamp(raw)
            if reading is not None:
                return told_here(reading), f"profile: {self.layout.selectors['published']}"
        return None


def _formatted(text: str, form: str | None) -> DateReading | None:
    if not form:
        return None
    try:
        when = datetime.strptime(text, form)  # noqa: DTZ007 - the site prints local time; the offset is added below
    except ValueError:
        return None
    day = date(when.year, when.month, when.day)
    if "%H" in form or "%I" in form:
        return DateReading(text, f"{when:%Y-%m-%dT%H:%M:%S}+07:00", day, day, "minute", (0, len(text)))
    return DateReading(text, day.isoformat(), day, day, "day", (0, len(text)))


def override_for(document: Document, site: str | Profile | None, fetched_at: datetime | None) -> Override | None:
    """The layout that fits a capture; None where no profile is asked for, or it has none for that day.

    The day is Viet Nam's: a site that is crawled at one in the night is on the day before still by UTC.
    """
    if site is None:
        return None
    profile = site if isinstance(site, Profile) else profile_named(site)
    if fetched_at is not None and fetched_at.tzinfo is not None:
        fetched_at = fetched_at.astimezone(ICT)
    layout = profile.layout_at(fetched_at.date() if fetched_at else None)
    return Override(profile, layout, document) if layout is not None and layout.selectors else None
