"""The sites of archiver.toml, changed in place: comments and everything else in the file stay as they are. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_HEADER = re.compile(r"""^\s*\[\s*sites\s*\.\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*\]\s*(?:#.*)?$""")
_ANY_HEADER = re.compile(r"^\s*\[")
_ENABLED = re.compile(r"^\s*enabled\s*=.*$")


def with_sites(text: str, sites: Mapping[str, str]) -> str:
    """*text* with a table for each of *sites* (slug to address) at its end.

    >>> print(with_sites("delay = 2", {"a.vn": "https://a.vn/"}))
    delay = 2
    <BLANKLINE>
    [sites."a.vn"]
    url = "https://a.vn/"
    <BLANKLINE>
    """
    tables = [f"[sites.{json.dumps(slug)}]\nurl = {json.dumps(url)}\n" for slug, url in sites.items()]
    return "\n".join([*([text if text.endswith("\n") else text + "\n"] if text else []), *tables])


def with_enabled(text: str, slug: str, enabled: bool) -> str:
    """*text* in which the site says whether it is crawled.

    >>> with_enabled('[sites."a.vn"]  # slow\\ndelay = 9\\n', "a.vn", False)
    '[sites."a.vn"]  # slow\\nenabled = false\\ndelay = 9\\n'
    """
    said = f"enabled = {str(enabled).lower()}"
    lines = text.splitlines()
    start = _table(lines, slug)
    if start is None:
        return with_sites(text, {}) + f"\n[sites.{json.dumps(slug)}]\n{said}\n"
    end = next((at for at in range(start + 1, len(lines)) if _ANY_HEADER.match(lines[at])), len(lines))
    for at in range(start + 1, end):
        if _ENABLED.match(lines[at]):
            lines[at] = said
            break
    else:
        lines.insert(start + 1, said)
    return "\n".join(lines) + "\n"


def renamed(text: str, old: str, new: str) -> str:
    """*text* in which the site's table bears its new name.

    >>> renamed("[sites.a]\\ndelay = 2\\n", "a", "b")
    '[sites."b"]\\ndelay = 2\\n'
    """
    lines = text.splitlines()
    start = _table(lines, old)
    if start is None:
        return text
    lines[start] = f"[sites.{json.dumps(new)}]"
    return "\n".join(lines) + "\n"


def _table(lines: list[str], slug: str) -> int | None:
    for at, line in enumerate(lines):
        if (header := _HEADER.match(line)) and slug in header.groups():
            return at
    return None
