"""What a look at a site found, and what to do about it: for `archiver doctor`. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archiver.errors import Exit
from archiver.running.report import RunReport


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should know."""

    well: bool
    """True: as it should be."""
    what: str
    """One sentence."""
    next: str = ""
    """What to do; empty where nothing needs doing."""


ESSENTIAL = ("title", "body", "published")


def findings(look: RunReport, last_good: RunReport | None = None) -> list[Finding]:
    """What *look*, a short crawl just made, says of the site; what differs from its *last_good* run."""
    found = [_reach(look), *_certificates(look)]
    if look.pages:
        found += [*_robots(look), _listings(look), _articles(look), *_fields(look)]
    if last_good is not None and look.pages:
        found += _since(look, last_good)
    return found


CURES = {
    "dns": "There is no site of this name: look for a slip of the pen, or for its new address with a search engine",
    "tls": "Its certificate does not hold: look at it in a browser, and write to the webmaster",
    "robots": "It is the site's wish, and is kept. If its news are meant to be read, ask the webmaster to let archiver"
    " in: 'User-agent: archiver' and 'Allow: /'",
    "busy": "That is no wish of the site, but a server in trouble: try again later. If it opens in a browser all the"
    " while, write to the webmaster",
    "refused": "Nothing listens there: look for a slip in the address or its port, or try again later",
}
"""By the kind of failure: what to do about a site that was not reached."""

CURE = (
    "Open it in a browser. If it opens there, a firewall may refuse us: write to the webmaster, and set `contact`. If"
    " it has moved, crawl the new address"
)


def _reach(look: RunReport) -> Finding:
    if not look.pages and (wish := next((one for one in look.robots if one.forbidden and one.status), None)):
        said = wish.note or "its robots.txt forbids it"
        cure = CURES["robots" if (wish.status or 0) < 300 else "busy"]
        return Finding(False, f"{look.url} may not be asked: {said}; nothing was asked but {wish.url}", cure)
    failed = [f"{kind}: {one.detail or one.example} ({one.count}×)" for kind, one in look.failures.items()]
    if not look.pages or (look.exit_code == Exit.UNREACHABLE and not short(look)):
        first = next(iter(look.failures), "")
        why = "; and ".join(failed) or look.message or "no answer"
        return Finding(False, f"{look.url} does not answer: {why}", CURES.get(first, CURE))
    said = ", ".join(f"{count}× {status}" for status, count in sorted(look.requests.by_status.items()) if count)
    if failed:
        return Finding(True, f"{look.url} answers ({said}); came to nothing: {'; and '.join(failed)}")
    return Finding(True, f"{look.url} answers ({said})")


def short(look: RunReport) -> bool:
    """Whether a limit ended a look: what it did not meet may be there all the same."""
    return look.pages > 0 and look.stopped_by.startswith("max-")


def _robots(look: RunReport) -> list[Finding]:
    found = []
    for one in look.robots:
        what = f"{one.url}: {one.status or 'no answer'}"
        what += f", asks for {one.crawl_delay:g} s between requests" if one.crawl_delay else ""
        what += f" ({one.note})" if one.note else ""
        if one.forbidden:
            few = one.forbidden <= look.pages and look.articles_read > 0
            found.append(
                Finding(few, f"{what}; {one.forbidden} addresses are forbidden, such as {one.example}", CURES["robots"])
            )
        else:
            found.append(Finding(True, what))
    return found


def _certificates(look: RunReport) -> list[Finding]:
    found = []
    for one in look.certificates:
        if one.error:
            found.append(Finding(False, f"{one.host}: certificate {one.error}", "Write to the webmaster"))
        elif one.not_after:
            found.append(Finding(True, f"{one.host}: certificate holds until {one.not_after[:10]}"))
    return found


def _listings(look: RunReport) -> Finding:
    with_items = [walk for walk in look.listings if walk.items]
    if not with_items:
        return Finding(
            False,
            f"no listing was found on {look.pages} pages",
            "If a browser shows one, it is filled in by a script: look for a feed or a sitemap, and crawl that address",
        )
    items = sum(walk.items for walk in with_items)
    return Finding(True, f"{len(with_items)} listings with {items} items on {sum(w.pages for w in with_items)} pages")


def _articles(look: RunReport) -> Finding:
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(look.requests.by_kind.items()) if count)
    sure = look.reader.confidence
    kept_out = sum(one.forbidden for one in look.robots)
    if not look.articles_read and kept_out:
        return Finding(False, f"no article could be read: robots.txt keeps us out of {kept_out} addresses ({kinds})")
    if not look.articles_read and short(look):
        return Finding(
            False,
            f"no article on the {look.pages} pages that {look.stopped_by} allows ({kinds})",
            f"Look at more pages, such as --max-pages {4 * look.pages}",
        )
    if not look.articles_read:
        return Finding(
            False,
            f"no page reads as an article ({kinds})",
            "Save one with a browser and see why: archiver extract PAGE.html --url ITS_ADDRESS",
        )
    return Finding(
        True,
        f"{look.articles_read} articles read{f', {sure:.0%} sure of their kind' if sure is not None else ''} ({kinds})",
    )


def _fields(look: RunReport) -> list[Finding]:
    found = []
    for name in ESSENTIAL:
        fill = look.fields.get(name)
        if fill is not None and fill.of and fill.rate < 0.8:
            example = look.reader.examples.get(name, look.url)
            found.append(
                Finding(
                    False,
                    f"{name} is found in {fill.filled} of {fill.of} articles; not in {example}",
                    f"Write a profile out of its pages: archiver new-site {look.site} --out {look.site}.py; choose the"
                    f" selector of {name!r} there; then archiver reextract {look.site}. See CONTRIBUTING.md",
                )
            )
    return found


def _since(look: RunReport, good: RunReport) -> list[Finding]:
    found = []
    for name, before in sorted(good.fields.items()):
        now = look.fields.get(name)
        if now is not None and now.of >= 3 and before.of >= 3 and before.rate - now.rate > 0.3:
            found.append(
                Finding(
                    False,
                    f"{name}: {now.rate:.0%} of articles, {before.rate:.0%} in run {good.run}",
                    f"The layout has probably changed. The captures are kept: archiver new-site {look.site} --out"
                    f" {look.site}.py writes a profile of the new one; then archiver reextract {look.site}",
                )
            )
    lost = sorted({walk.url for walk in good.listings if walk.items} - {walk.url for walk in look.listings})
    if lost and look.stopped_by == "finished":
        found.append(
            Finding(
                False,
                f"{len(lost)} listings of run {good.run} were not met, such as {lost[0]}",
                f"If the site has put its news in another order: archiver accept {look.site} listing-lost",
            )
        )
    before_robots = {one.url: one.digest for one in good.robots}
    changed = [one.url for one in look.robots if one.url in before_robots and before_robots[one.url] != one.digest]
    if changed:
        found.append(Finding(False, f"{changed[0]} is another one than in run {good.run}", "Read it"))
    if not found:
        found.append(Finding(True, f"nothing that matters differs from run {good.run}"))
    return found


def last_good(reports: Sequence[RunReport]) -> RunReport | None:
    """The last run that ended well."""
    return next((one for one in reversed(reports) if one.exit_code == Exit.OK and one.articles_read), None)
