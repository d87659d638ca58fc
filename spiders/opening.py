"""From what was typed to an open archive: which site is meant, where its archive is, and its ledger, ready to walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from archiver import sites
from archiver.errors import UsageError
from archiver.keeping import Archive, Run, create_archive, open_archive
from archiver.keeping.archive import refuse_odd_name
from archiver.keeping.disk import telling
from archiver.keeping.kept import META
from archiver.keeping.ledger import Ledger, LedgerDamaged
from archiver.keeping.mend import Mended
from archiver.running.config import attachment_types
from archiver.running.options import CrawlOptions
from archiver.running.report import past_reports
from archiver.shapes import ICT
from archiver.walking.canonical import ascii_host, host_of
from pipelines.items import Item
from spiders import replaying
from spiders.walker import Walker


@dataclass(frozen=True, slots=True)
class Site:
    """What one run crawls."""

    slug: str
    start_urls: tuple[str, ...]
    hosts: frozenset[str]
    profile: Any = None
    rights: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A site whose archive is open and locked for this run."""

    slug: str
    start_urls: tuple[str, ...]
    hosts: frozenset[str]
    profile: Any
    archive: Archive
    run: Run
    ledger: Ledger
    walker: Walker
    made: bool
    """Whether the archive was made for this run."""
    settled: list[Item]
    """Articles that the run before had captured, and whose records it died too early to keep; they are kept now."""


def options_from(said: Mapping[str, Any]) -> CrawlOptions:
    """CrawlOptions from text, as `scrapy crawl -a name=value` gives it. Raises UsageError, naming what is unknown.

    >>> options_from({"max_pages": "5", "root": "archives"}).max_pages
    5
    """
    known = {field.name: field for field in fields(CrawlOptions)}
    given: dict[str, Any] = {}
    for name, value in said.items():
        if name not in known:
            raise UsageError(f"-a {name}={value!r}: no such option. There are: {', '.join(sorted(known))}")
        kind = str(known[name].type)
        try:
            if not isinstance(value, str):
                given[name] = value
            elif "bool" in kind:
                given[name] = value.lower() in ("1", "true", "yes", "on")
            elif "tuple" in kind:
                given[name] = attachment_types(value)
            elif "Path" in kind:
                given[name] = Path(value)
            elif "datetime" in kind:
                moment = datetime.fromisoformat(value)
                given[name] = moment if moment.tzinfo else moment.replace(tzinfo=ICT)
            elif "int" in kind:
                given[name] = int(value)
            elif "float" in kind:
                given[name] = float(value)
            else:
                given[name] = value
        except ValueError as error:
            raise UsageError(f"-a {name}={value!r}: {error}") from None
    return CrawlOptions(**given)


def slug_of(url: str) -> str:
    """A name for the archive of *url*: its host, with the port and the path where they tell sites apart.

    >>> slug_of("https://www.hdtdkt.example.gov.vn/"), slug_of("http://127.0.0.1:8000/so/noi-vu/index.html")
    ('hdtdkt.example.gov.vn', '127.0.0.1-8000-so-noi-vu')
    >>> slug_of("https://sởnộivụ.vn/") == slug_of("https://xn--sniv-6y5a8a8b.vn/")
    True
    """
    parts = urlsplit(url)
    host = re.sub(r"^www\d?\.", "", ascii_host((parts.hostname or "").lower()))
    path = re.sub(r"(?:^|/)(?:index|default|home|trang-chu)?\.?\w{0,5}$", "", parts.path, flags=re.I)
    port = f"-{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    name = re.sub(r"[^a-z0-9.]+", "-", f"{host}{port}{'-' + path if path.strip('/') else ''}".lower()).strip("-.")
    return name[:80] or "site"


def site_of(target: str, options: CrawlOptions) -> Site:
    """What *target* means: a profile's name, the slug of an archive under `options.root`, or any URL.

    Raises UsageError with the likely meaning.
    """
    profile = _profile(target)
    if profile is not None and getattr(profile, "start_urls", None):
        urls = tuple(profile.start_urls)
        hosts = {host_of(url) for url in urls} | {host_of(f"http://{host}/") for host in getattr(profile, "hosts", ())}
        slug = options.slug or getattr(profile, "slug", None) or profile.name
        return Site(slug, urls, frozenset(hosts), profile, getattr(profile, "rights", None))
    if "://" in target:
        try:
            parts = urlsplit(target)
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            fine = False
        if not fine:
            raise UsageError(f"{target!r} is no web address. Write it like https://hdtdkt.example/")
        if not parts.netloc.isascii():  # one site, one spelling: as its pages are asked for, and their links compared
            port = f":{parts.port}" if parts.port else ""
            target = urlunsplit(parts._replace(netloc=ascii_host(parts.hostname or "") + port))
        slug = options.slug or slug_of(target)
        profile = sites.profile_for(target)
        hosts = {host_of(target)} | {host_of(f"http://{host}/") for host in getattr(profile, "hosts", ())}
        return Site(slug, (target,), frozenset(hosts), profile)
    folder = options.root / target
    if "/" not in target and (folder / META).exists():
        made_for, url = _addresses(open_archive(folder))
        site = site_of(url, options)
        return replace(site, slug=target, hosts=site.hosts | {host_of(made_for)})
    if re.fullmatch(r"[\w.-]+\.[a-z]{2,}(?:[:/].*)?", target, re.I):
        raise UsageError(f"{target!r} has no scheme. Did you mean {'https://' + target!r}?")
    raise UsageError(
        f"{target!r} is neither a profile (see: archiver sites), nor an archive under {str(options.root)!r}, nor a URL."
        " Give a URL like https://hdtdkt.example/"
    )


def _addresses(archive: Archive) -> tuple[str, str]:
    """(the address for which *archive* was made, that of its last run, which is another one where the site moved)."""
    made_for = str(archive.meta["url"])
    last = next(iter(past_reports(archive.path, last=1)), None)
    moved = last is not None and bool(last.url) and host_of(last.url) != host_of(made_for)
    return made_for, last.url if last is not None and moved else made_for


def _profile(name: str) -> Any:
    """The profile of that name; None where there is none. Raises UsageError where its file is broken."""
    known = {profile.name for profile in sites.profiles()}
    broken = any(one.stem == name for one in sites.broken_profiles())
    return sites.profile_named(name) if name in known or broken else None


def open_site(target: str, options: CrawlOptions, *, clock: Callable[[], datetime]) -> Opened:
    """The archive of *target*, made if there is none, locked, mended, with its ledger (rebuilt if it was lost).

    Raises UsageError, SiteLocked, ArchiveError.
    """
    site = site_of(target, options)
    if options.slug:
        refuse_odd_name(options.slug)
    folder = Path(options.root) / site.slug
    now = clock()
    made = not (folder / META).exists()
    if not made:
        archive = open_archive(folder)
        made_for, last = _addresses(archive)
        if not options.moved and not {host_of(made_for), host_of(last)} & {*site.hosts, host_of(site.start_urls[0])}:
            raise UsageError(
                f"{str(folder)!r} is the archive of {last!r}, not of {site.start_urls[0]!r}."
                " Give --slug with another name, or crawl it by its own; where the site has moved there: --moved"
            )
        site = replace(site, hosts=site.hosts | {host_of(made_for), host_of(last)})
    else:
        archive = create_archive(
            options.root, site.slug, url=site.start_urls[0], now=now, rights=options.rights or site.rights
        )
    run = archive.begin(now)
    try:
        ledger, lost = _ledger(archive, run.mended)

        def walking(make: type[Walker], **said: Any) -> Walker:
            return make(
                ledger,
                slug=site.slug,
                start_urls=site.start_urls,
                hosts=site.hosts,
                profile=site.profile,
                attachments=options.attachment_types if options.attachments else (),
                **said,
            )

        settled = (replaying.remake if lost else replaying.settle)(archive, ledger, run, walking)
        since = replaying.night_of(archive, run.id, now)
        walker = walking(Walker, clock=clock, latest=run.latest, full=options.full, since=since)
    except BaseException:
        run.abandon()
        raise
    return Opened(
        site.slug, site.start_urls, site.hosts, site.profile, archive, run, ledger, walker, made, settled.items
    )


def _ledger(archive: Archive, mended: list[Mended]) -> tuple[Ledger, bool]:
    """(the ledger of *archive*, whether it is new, the old one being lost); a damaged one stays beside it."""
    path = archive.path / "ledger.sqlite"
    lost = not path.exists() or path.stat().st_size == 0
    try:
        ledger = Ledger(path)
    except LedgerDamaged:
        aside = path.with_name(path.name + ".damaged")
        with telling(path, "moving the damaged ledger aside"):
            path.replace(aside)
            for more in ("-wal", "-shm"):  # of the damaged one; SQLite must not play them into the new one
                path.with_name(path.name + more).unlink(missing_ok=True)
        mended.append(Mended(None, path.name, "it was damaged; it was made again from the archive", aside.name))
        lost, ledger = True, Ledger(path)
    return ledger, lost and bool(archive.runs())
