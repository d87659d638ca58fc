"""How the templates are set up, for the served and for the published room alike."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape


def environment() -> Environment:
    """The templates: everything is escaped, and a name that nobody gave is an error."""
    return Environment(
        loader=PackageLoader("archiver.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def marked(snippet: str) -> Markup:
    """« and » of a snippet as <mark>; everything else escaped."""
    return Markup(re.sub("«([^«»]*)»", r"<mark>\1</mark>", str(escape(snippet))))  # noqa: S704 - escaped right here
