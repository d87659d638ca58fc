"""`archiver.toml` in the root: every setting with its default, its check and its row; errors name the line.

A setting stands at the top for all sites, or under [sites.NAME] for one. What stands on the command line goes before
both; secrets come from the environment (ARCHIVER_NOTIFY, ARCHIVER_HEALTHCHECK) and from nowhere else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from archiver.errors import UsageError
from archiver.running.logs import SECRETS
from archiver.running.options import CrawlOptions

NAME = "archiver.toml"
NAMED = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
"""What an archive may be called."""

_DURATION = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST = 10 * 366 * 86400.0
"""Seconds; the clocks that keep the limits of time (threading, Twisted) take no such thing as for ever."""
_SIZE = {"": 1, "B": 1, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40}
_SIZE |= {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}


def duration(value: Any) -> float:
    """Seconds, from a number of them or a text.

    >>> duration("2h"), duration("1h30m"), duration(45)
    (7200.0, 5400.0, 45.0)
    """
    seconds = value
    if isinstance(value, str) and re.fullmatch(r"(\d+(\.\d+)?[smhd])+", value):
        seconds = sum(float(number) * _DURATION[unit] for number, unit in re.findall(r"([\d.]+)([smhd])", value))
    if isinstance(seconds, int | float) and not isinstance(seconds, bool) and 0 <= seconds <= LONGEST:
        return float(seconds)
    raise ValueError("expected seconds, or a text such as '90s', '30m', '2h'")


def size(value: Any) -> int:
    """Bytes, from a number of them or a text.

    >>> size("512 MiB"), size("2 TB"), size(1000)
    (536870912, 2000000000000, 1000)
    """
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and (found := re.fullmatch(r"(\d+(?:\.\d+)?)\s*([A-Za-z]*)", value.strip())):
        unit = found[2].upper()
        if unit in _SIZE:
            return int(float(found[1]) * _SIZE[unit])
    raise ValueError("expected bytes, or a text such as '512 MiB', '2 GB'")


def sized(count: int) -> str:
    """*count* bytes as archiver.toml may say it, in the largest unit that says it whole.

    >>> sized(536870912), sized(2000000000000), sized(1000), sized(1023)
    ('512 MiB', '2 TB', '1 KB', '1023 B')
    """
    whole = [(count // unit, name) for name, unit in _SIZE.items() if name and count % unit == 0]
    number, name = min(whole)
    return f"{number} {name.replace('IB', 'iB')}"


def lasting(seconds: float) -> str:
    """*seconds* as archiver.toml may say it, in the largest unit that says it whole.

    >>> lasting(21600.0), lasting(5400), lasting(0.5), lasting(0)
    ('6h', '90m', '0.5s', '0s')
    """
    number, name = min((seconds / unit, name) for name, unit in _DURATION.items() if seconds % unit == 0 or unit == 1)
    return f"{number:.12g}{name}" if seconds else "0s"


def _count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise ValueError("expected a whole number, 1 or more")


def _retries(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10:
        return value
    raise ValueError("expected a whole number, 0 to 10")


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("expected true or false")


def _text(value: Any) -> str:
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value.strip()
    raise ValueError("expected a text")


def _url(value: Any) -> str:
    parts = urlsplit(_text(value))
    if parts.scheme in ("http", "https") and parts.hostname:
        return str(value)
    raise ValueError("expected an address such as 'https://hdtdkt.example/'")


def _storage(value: Any) -> str:
    parts = urlsplit(_text(value))
    if parts.scheme == "s3" and parts.hostname and "@" not in parts.netloc:
        return str(value).rstrip("/")
    raise ValueError("expected a place such as 's3://bucket/prefix'; credentials come from the environment alone")


def _clock(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        return value
    raise ValueError("expected a time of day, 'HH:MM', on Vietnam's clock")


def _language(value: Any) -> str:
    if value in ("en", "vi"):
        return str(value)
    raise ValueError("expected 'en' or 'vi'")


def _texts(value: Any) -> list[str]:
    if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
        return list(value)
    raise ValueError("expected a list of texts")


def attachment_types(value: Any) -> tuple[str, ...]:
    """What is kept beside the pages.

    >>> attachment_types(["documents", "images"]), attachment_types("pdf,docx")
    (('documents', 'images'), ('pdf', 'docx'))
    """
    said = [one.strip().lower() for one in value.split(",")] if isinstance(value, str) else value
    if isinstance(said, list) and said and all(isinstance(one, str) for one in said):
        types = tuple(one.lower().lstrip(".") for one in said)
        if all(one in ("documents", "images", "page") or re.fullmatch(r"[a-z0-9]{1,5}", one) for one in types):
            return types
    raise ValueError("expected some of 'documents', 'images', 'page', or endings of files such as 'pdf'")


def _days(value: Any) -> dict[str, date]:
    from archiver.running.alarms import CODES

    if isinstance(value, dict) and all(type(day) is date for day in value.values()):
        if unknown := sorted(set(value) - set(CODES)):
            raise ValueError(f"{unknown[0]!r} is no alarm. There are: {', '.join(sorted(CODES))}")
        return dict(value)
    raise ValueError("expected alarms and days, such as { listing-shrunk = 2026-11-24 }")


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set."""

    name: str
    """As written in the file."""
    check: Callable[[Any], Any]
    """Value of the file to value of the program; ValueError says what was expected."""
    default: Any
    """Where nothing is set."""
    about: str
    """One sentence."""


_DEFAULT = CrawlOptions()

CRAWL = (
    Setting(
        "delay", duration, _DEFAULT.delay, "Seconds between two requests to one host; the site's own wish if longer"
    ),
    Setting("max-time", duration, 6 * 3600.0, "Longest time of one run"),
    Setting("max-pages", _count, _DEFAULT.max_pages, "Most pages of one run"),
    Setting("max-requests", _count, _DEFAULT.max_requests, "Most requests of one run, retries included"),
    Setting("max-bytes", size, _DEFAULT.max_bytes, "Most bytes received by one run"),
    Setting("min-free-disk", size, _DEFAULT.min_free_disk, "A run stops when the disk has less room than this"),
    Setting("attachments", _flag, _DEFAULT.attachments, "Keep the documents that articles link to"),
    Setting(
        "attachment-types",
        attachment_types,
        _DEFAULT.attachment_types,
        "What is kept: 'documents', 'images' of articles, 'page' (what a page needs to be shown), or endings: 'pdf'",
    ),
    Setting("max-attachment-bytes", size, _DEFAULT.max_attachment_bytes, "Largest attachment that is kept whole"),
    Setting("max-image-bytes", size, _DEFAULT.max_image_bytes, "Largest image that is kept whole"),
    Setting("timeout", duration, _DEFAULT.timeout, "Seconds after which one answer is given up"),
    Setting(
        "retries", _retries, _DEFAULT.retries, "How often an answer that failed for a passing reason is asked again"
    ),
    Setting(
        "contact", _text, _DEFAULT.contact, "Mail address or page of whoever runs this; goes into User-Agent and From"
    ),
    Setting("user-agent", _text, _DEFAULT.user_agent, "The whole User-Agent, where archiver's own will not do"),
    Setting("storage", _storage, None, "s3://bucket/prefix to which sealed files go at the end of each run"),
    Setting(
        "keep-local",
        duration,
        None,
        "Captures leave this machine so long after their run, such as '30d', if storage has them; default: never",
    ),
    Setting(
        "rights", _text, _DEFAULT.rights, "What an archive may be used for; goes into archive.json when it is made"
    ),
)
"""Settings of a crawl: at the top for all sites, or under [sites.NAME] for one."""

SITE = (
    Setting("url", _url, None, "Where the site begins, for one that has no archive yet"),
    Setting("enabled", _flag, True, "false: `crawl --all` and `schedule` leave the site out"),
    Setting("accept", _days, {}, "Alarms whose new ways are the usual ones from a day on"),
)
"""Settings that only a site can have."""

HOUSE = (
    Setting("jobs", _count, 4, "Sites at a time in `crawl --all`"),
    Setting("window-start", _clock, "00:30", "From when `schedule` lets runs begin (Vietnam's clock)"),
    Setting("window-end", _clock, "05:00", "Until when"),
    Setting("prometheus", _text, None, "File for node_exporter's textfile collector, rewritten after each `crawl`"),
    Setting("notify", _texts, [], "Apprise addresses without secrets; with them: environment ARCHIVER_NOTIFY"),
    Setting("language", _language, None, "Of the messages that `notify` sends: 'en' or 'vi'; default: the command's"),
    Setting("healthcheck", _url, None, "Address that is asked after each `crawl`; secret: ARCHIVER_HEALTHCHECK"),
)
"""Settings of the whole root, at the top."""


@dataclass(frozen=True, slots=True)
class Value:
    """A setting in force, and where it comes from."""

    value: Any
    """As the program uses it."""
    origin: str
    """'default', 'archiver.toml:12', 'environment ARCHIVER_NOTIFY', 'command line'."""


@dataclass(frozen=True, slots=True)
class Config:
    """What `archiver.toml` and the environment say together."""

    path: Path
    """Where the file is, or would be."""
    house: dict[str, Value] = field(default_factory=dict)
    """Every setting of HOUSE and CRAWL for all sites."""
    sites: dict[str, dict[str, Value]] = field(default_factory=dict)
    """What the file says of single sites, by slug."""

    def value(self, name: str, site: str | None = None) -> Value:
        """The setting *name*, for *site* where given: its own, else everyone's."""
        own = self.sites.get(site or "", {})
        if name in own:
            return own[name]
        return self.house.get(name) or Value(next(one.default for one in SITE if one.name == name), "default")

    def options(self, site: str | None, **given: Any) -> CrawlOptions:
        """The options of a run of *site*; *given* are those of the command line, None where it says nothing."""
        options = {one.name.replace("-", "_"): self.value(one.name, site).value for one in CRAWL}
        options["accepted"] = self.value("accept", site).value
        return CrawlOptions(**(options | {name: value for name, value in given.items() if value is not None}))


def read_config(root: Path, environ: Mapping[str, str]) -> Config:
    """The configuration of *root*; all defaults where it has no archiver.toml. UsageError names the line."""
    path = root / NAME
    try:
        text = path.read_text("utf-8-sig")  # Notepad begins a file with a mark
    except (FileNotFoundError, NotADirectoryError):  # a root that is no folder is told of by whoever writes there
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else f"byte {error.start} is not UTF-8"
        raise UsageError(f"{str(path)!r}: {why}. Nothing was done") from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        end = max(1, len(text.splitlines()))
        raise UsageError(
            f"{path}: {str(error).replace('at end of document', f'at line {end}')}. Nothing was done"
        ) from None
    lines = _lines(text)
    sites = data.pop("sites", {})
    if not isinstance(sites, dict) or not all(isinstance(site, dict) for site in sites.values()):
        raise UsageError(f"{path}, line {lines.get(('sites',), 1)}: expected tables such as [sites.hdtdkt]")
    house = {one.name: Value(one.default, "default") for one in (*CRAWL, *HOUSE)}
    house |= _read(path, lines, (), data, (*CRAWL, *HOUSE))
    for name, variable in SECRETS.items():
        if environ.get(variable):
            secret: str | list[str] = environ[variable]
            house[name] = Value(str(secret).split() if name == "notify" else secret, f"environment {variable}")
    own = {slug: _read(path, lines, ("sites", slug), site, (*CRAWL, *SITE)) for slug, site in sites.items()}
    _known(path, lines, own)
    return Config(path, house, own)


def _known(path: Path, lines: Mapping[tuple[str, ...], int], sites: Mapping[str, Mapping[str, Value]]) -> None:
    """Raise UsageError where a table speaks of a site that there is not: most likely a slip, which would go unseen."""
    root = path.parent
    for slug, own in sites.items():
        line = lines.get(("sites", slug), 1)
        if not NAMED.fullmatch(slug):
            raise UsageError(
                f"{path}, line {line}: {slug!r} is no name for an archive: up to 80 of a-z, 0-9, '-', '_' and '.'"
            )
        left_out = "enabled" in own and not own["enabled"].value  # also when its archive was taken away
        if left_out or "url" in own or (root / slug / "archive.json").exists():
            continue
        from archiver.sites import broken_profiles, profiles  # only now, since they read every profile

        if any(one.speaks_of(slug) for one in broken_profiles()):
            continue  # its own run says what is amiss
        known = {file.parent.name for file in root.glob("*/archive.json")} | {p.slug or p.name for p in profiles()}
        if slug not in known:
            close = get_close_matches(slug, known, n=1)
            raise UsageError(
                f"{path}, line {line}: there is no site {slug!r}"
                f"{f' (did you mean {close[0]!r}?)' if close else ''}: no archive of that name stands in"
                f" {str(root)!r}, and the table gives no url"
            )


def _read(
    path: Path,
    lines: Mapping[tuple[str, ...], int],
    where: tuple[str, ...],
    data: dict[str, Any],
    known: tuple[Setting, ...],
) -> dict[str, Value]:
    values = {}
    settings = {one.name: one for one in known}
    for name, value in data.items():
        line = lines.get((*where, name), lines.get(where, 1))
        if name not in settings:
            raise UsageError(
                f"{path}, line {line}: {name!r} is no setting for {'a site' if where else 'all sites'}."
                f" There are: {', '.join(sorted(settings))}"
            )
        try:
            values[name] = Value(settings[name].check(value), f"{NAME}:{line}")
        except ValueError as error:
            raise UsageError(f"{path}, line {line}: {name} = {value!r}: {error}") from None
    return values


_TABLE = re.compile(r"\s*\[([^\[\]]+)\]\s*(#.*)?$")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """The line of each key and table, since tomllib tells none.

    >>> _lines("delay = 2\\n[sites.hdtdkt]\\n\\ndelay = 3\\n")
    {('delay',): 1, ('sites', 'hdtdkt'): 2, ('sites', 'hdtdkt', 'delay'): 4}
    """
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = _parts(header[1])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            parts = (*table, *_parts(key[1]))
            for end in range(len(table) + 1, len(parts) + 1):
                found.setdefault(parts[:end], number)
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(r"""[^."'\s]+|"[^"]*"|'[^']*'""", dotted))


def shown(name: str, value: Any, check: Callable[[Any], Any] | None = None) -> str:
    """A value for people, with what is secret covered; with the setting's *check* also in its unit.

    >>> shown("notify", ["mailto://an:secret@sonoivu.example"]), shown("delay", None)
    ('mailto://…', '–')
    >>> shown("attachment-types", ("documents", "pdf"))
    'documents, pdf'
    >>> shown("max-time", 7200.0), shown("max-time", 7200.0, duration)
    ('7200', '2h')
    """
    if value is None or value in ([], {}):
        return "–"
    if check in (size, duration):
        return sized(value) if check is size else lasting(value)
    if name in SECRETS:
        return ", ".join(one.partition("://")[0] + "://…" for one in ([value] if isinstance(value, str) else value))
    if isinstance(value, dict):
        return ", ".join(f"{key} = {inner}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)
