"""What we know of particular departments. May be empty, and all still works: the reader reads pages never seen.

A profile overrides what the reader gets wrong on one site. A redesign does not replace a layout: it ends it with a
date and adds the next, so that old captures stay readable. Profiles are Python modules of this package, and of any
folder named in `ARCHIVER_SITES`, each with one `PROFILE`; `archiver new-site URL` writes one.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archiver.errors import UsageError

if TYPE_CHECKING:
    from lxml.etree import XPath

FIELDS = frozenset(
    ("title", "lead", "body", "byline", "source", "published", "category", "tags", "related", "attachments", "remove")
)
"""What a layout may say where to find; `remove` names what is no part of the text though it stands within it."""


@lru_cache(maxsize=512)
def compiled(selector: str) -> XPath:
    """A CSS selector, or an XPath that begins with '/', './' or '('. Raises UsageError where it is neither."""
    from cssselect import HTMLTranslator, SelectorError  # only profiles with selectors ask for them
    from lxml import etree

    try:
        path = selector if selector.startswith(("/", "./", "(")) else HTMLTranslator().css_to_xpath(selector)
        return etree.XPath(path)
    except (SelectorError, etree.XPathSyntaxError) as failure:
        raise UsageError(
            f"{selector!r} is no selector: {failure}. Give CSS, or an XPath that begins with '/'"
        ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the fields stand on the pages of one design of a site."""

    name: str
    """Short, such as the year in which the design appeared: '2017'."""
    begins: date | None = None
    """First day (of Viet Nam) of captures that it fits; None: since ever."""
    ends: date | None = None
    """Last day of captures that it fits; None: still in use."""
    selectors: Mapping[str, str] = field(default_factory=dict)
    """Field to a CSS selector, or an XPath that begins with '/' or './/'. Fields left out are the reader's."""

    def __post_init__(self) -> None:
        unknown = sorted(set(self.selectors) - FIELDS)
        if unknown:
            raise UsageError(
                f"layout {self.name!r} has selectors for {unknown!r}, which are no fields. Fields: {sorted(FIELDS)!r}"
            )
        for day in (self.begins, self.ends):
            if day is not None and type(day) is not date:
                raise UsageError(f"layout {self.name!r}: {day!r} is no day. Write date(2017, 10, 1)")
        if self.begins is not None and self.ends is not None and self.ends < self.begins:
            raise UsageError(f"layout {self.name!r} ends on {self.ends}, before it begins on {self.begins}")
        for selector in self.selectors.values():
            compiled(selector)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A department's site, as far as it must be known."""

    name: str
    """Short name, and by default the slug of its archive: 'hdtdkt'."""
    title: str
    """The department's name, for people."""
    start_urls: tuple[str, ...]
    """Where its news are listed; the front page will do."""
    hosts: tuple[str, ...] = ()
    """Hosts that are the site, beside those of `start_urls`: old names, with and without 'www.'."""
    layouts: tuple[Layout, ...] = ()
    """Designs of its pages, oldest first; empty where the reader needs no help."""
    date_format: str | None = None
    """How it prints the day of publication, as for strptime: '%d/%m/%Y %H:%M'. Tried before the reader's own forms."""
    delay: float | None = None
    """Seconds between requests; None: as the settings say."""
    night: tuple[time, time] | None = None
    """The hours (ICT) within which it asks to be crawled: (time(22), time(6)). None: at any time."""
    rights: str | None = None
    """Who holds the rights in its texts, and under which terms they may be kept."""
    slug: str | None = None
    """Slug of its archive, where that is not `name`."""
    contact: str | None = None
    """Whom the site may write to about us, where that is not the settings' contact."""

    def __post_init__(self) -> None:
        for number, later in enumerate(self.layouts):
            for earlier in self.layouts[:number]:
                if earlier.name == later.name:
                    raise UsageError(f"profile {self.name!r} has two layouts called {later.name!r}; records name them")
                if _together(earlier, later):
                    raise UsageError(
                        f"profile {self.name!r}: layouts {earlier.name!r} and {later.name!r} hold on the same days."
                        " End the older one the day before the newer one begins"
                    )

    def layout_at(self, when: date | None) -> Layout | None:
        """The design of pages captured on *when*; the newest where the day is not known.

        >>> old, new = Layout(name="2009", ends=date(2017, 9, 30)), Layout(name="2017", begins=date(2017, 10, 1))
        >>> profile = Profile(name="x", title="X", start_urls=(), layouts=(old, new))
        >>> profile.layout_at(date(2015, 1, 1)).name, profile.layout_at(None).name
        ('2009', '2017')
        """
        if when is None:
            return self.layouts[-1] if self.layouts else None
        for layout in reversed(self.layouts):
            if (layout.begins is None or layout.begins <= when) and (layout.ends is None or when <= layout.ends):
                return layout
        return None


def _together(one: Layout, other: Layout) -> bool:
    """Whether there is a day on which both hold."""
    first = max(one.begins or date.min, other.begins or date.min)
    return first <= min(one.ends or date.max, other.ends or date.max)


@dataclass(frozen=True, slots=True)
class Broken:
    """A file of the folder in `ARCHIVER_SITES` that gives no profile. It stops its own site and no other."""

    why: str
    """One line that names the file."""
    stem: str
    """Name of the file, as a site may be called: 'so-b' of so_b.py."""
    text: str
    """What stands in it, in lower case."""

    def speaks_of(self, word: str) -> bool:
        """Whether it is about the site of that name or host, as far as can be told of a file that cannot be run."""
        return word == self.stem or bool(
            re.search(rf"(?<![\w.-])(?:www\.)?{re.escape(word.lower())}(?![\w-]|\.\w)", self.text)
        )


def profiles() -> tuple[Profile, ...]:
    """Every profile, by name: those of this package, then those of the folder in `ARCHIVER_SITES`."""
    return _known()[0]


def broken_profiles() -> tuple[Broken, ...]:
    """What of that folder cannot be used, by file."""
    return _known()[1]


@cache
def _known() -> tuple[tuple[Profile, ...], tuple[Broken, ...]]:
    broken = []
    found: dict[str, Profile] = {}
    for module in pkgutil.iter_modules(__path__):
        profile = getattr(importlib.import_module(f"{__name__}.{module.name}"), "PROFILE", None)
        if isinstance(profile, Profile):
            found[profile.name] = profile
    folder = os.environ.get("ARCHIVER_SITES")
    if folder:
        for path in sorted(Path(folder).glob("*.py")):
            try:
                profile = load_profile(path)
            except UsageError as failure:
                text = path.read_text("utf-8", "replace").lower() if path.is_file() else ""
                broken.append(Broken(str(failure), path.stem.replace("_", "-"), text))
            else:
                found[profile.name] = profile
    return tuple(found[name] for name in sorted(found)), tuple(broken)


def load_profile(path: Path) -> Profile:
    """The profile that a Python file holds. The file is run: it is code, and trusted as such.

    Raises UsageError, naming the file, where it has no `PROFILE` or cannot be run.
    """
    spec = importlib.util.spec_from_file_location(f"archiver_site_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise UsageError(f"{str(path)!r} is no Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as failure:  # anyone's code, which may do anything
        named = "" if isinstance(failure, UsageError | OSError | SyntaxError) else f"{type(failure).__name__}: "
        raise UsageError(f"{str(path)!r} cannot be read: {named}{failure}") from failure
    profile = getattr(module, "PROFILE", None)
    if not isinstance(profile, Profile):
        raise UsageError(f"{str(path)!r} has no PROFILE = Profile(...). See: archiver/sites/hdtdkt.py")
    return profile


def profile_named(name: str) -> Profile:
    """The profile of that name. Raises UsageError, listing the names that there are, or why its file is of no use.

    >>> profile_named("hdtdkt").title
    'Hội đồng Thi đua - Khen thưởng Thành phố Hồ Chí Minh'
    """
    for profile in profiles():
        if profile.name == name:
            return profile
    _refuse_broken(name)
    raise UsageError(f"{name!r} is no profile. There are: {', '.join(p.name for p in profiles())}")


def profile_for(url: str) -> Profile | None:
    """The profile of the site that *url* is of, by its host; None where we know none.

    Raises UsageError where a file that speaks of that host is broken: read without it, the site would read otherwise.

    >>> profile_for("https://example.vn/tin-tuc") is None
    True
    """
    host = _host(url)
    for profile in profiles():
        if host and host in {*map(_host, profile.start_urls), *map(_bare, profile.hosts)}:
            return profile
    if host:
        _refuse_broken(host)
    return None


def _refuse_broken(word: str) -> None:
    """Raise UsageError where a file that gives no profile speaks of the site of that name or host."""
    for broken in broken_profiles():
        if broken.speaks_of(word):
            raise UsageError(broken.why)


def _host(url: str) -> str:
    try:
        return _bare(urlsplit(url).netloc.rpartition("@")[2])
    except ValueError:
        return ""


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.").partition(":")[0]
