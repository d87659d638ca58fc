"""The sites of archiver.toml, changed in place: comments and everything else in the file stay as they are. Pure.

By tomlkit, since a site may be written in three ways: [sites.a], sites.a.url = …, and sites = { a = { … } }.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import tomlkit


def with_sites(text: str, sites: Mapping[str, str]) -> str:
    """*text* with a table for each of *sites* (slug to address) at its end.

    >>> print(with_sites("delay = 2", {"a.vn": "https://a.vn/"}))
    delay = 2
    <BLANKLINE>
    [sites."a.vn"]
    url = "https://a.vn/"
    <BLANKLINE>
    """
    for slug, url in sites.items():
        text = _with_table(text, slug, {"url": url})
    return text


def with_setting(text: str, slug: str, name: str, value: Any) -> str:
    """*text* in which *slug* has the setting *name*.

    >>> with_setting('[sites."a.vn"]  # slow\\ndelay = 9\\n', "a.vn", "enabled", False)
    '[sites."a.vn"]  # slow\\ndelay = 9\\nenabled = false\\n'
    >>> with_setting('sites.a.url = "https://a.vn/"\\n', "a", "enabled", False)
    'sites.a.url = "https://a.vn/"\\nsites.a.enabled = false\\n'
    """
    document = tomlkit.parse(text)
    if slug not in document.get("sites", {}):
        return _with_table(text, slug, {name: value})
    document["sites"][slug][name] = value
    return document.as_string()


def with_accepted(text: str, slug: str, codes: Mapping[str, date]) -> str:
    """*text* in which the new ways of *slug* are the usual ones, for each alarm of *codes* from its day on.

    >>> with_accepted("[sites.a]\\ndelay = 2\\n", "a", {"listing-lost": date(2026, 11, 24)})
    '[sites.a]\\ndelay = 2\\naccept = {listing-lost = 2026-11-24}\\n'
    """
    document = tomlkit.parse(text)
    if slug not in document.get("sites", {}):
        return _with_table(text, slug, {"accept": dict(codes)})
    site: Any = document["sites"][slug]
    if "accept" not in site:
        site["accept"] = tomlkit.inline_table()
    for code, day in codes.items():
        site["accept"][code] = day
    return document.as_string()


def renamed(text: str, old: str, new: str) -> str:
    """*text* in which the site bears its new name; its table moves to the end of the sites.

    >>> renamed("[sites.a]\\ndelay = 2\\n", "a", "b")
    '\\n[sites.b]\\ndelay = 2\\n'
    """
    document = tomlkit.parse(text)
    sites = document.get("sites", {})
    if old in sites:
        sites[new] = sites.pop(old)
    return document.as_string()


def _with_table(text: str, slug: str, settings: Mapping[str, Any]) -> str:
    """As text at its end, which is right after every way of writing but one, and needs no parsing of a long file."""
    if re.search(r"^\s*sites\s*=", text, re.M):
        document = tomlkit.parse(text)
        site = tomlkit.inline_table()
        site.update(settings)
        document["sites"][slug] = site
        return document.as_string()
    name = slug if re.fullmatch(r"[A-Za-z0-9_-]+", slug) else tomlkit.string(slug).as_string()
    lines = "".join(f"{key} = {_plain(value)}\n" for key, value in settings.items())
    return (
        (text if not text or text.endswith("\n") else text + "\n") + ("\n" if text else "") + f"[sites.{name}]\n{lines}"
    )


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_plain(one)}" for key, one in value.items()) + " }"
    return str(tomlkit.item(value).as_string())
