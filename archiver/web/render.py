"""How the templates are set up, for the served and for the published room alike."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from archiver.using import wording
from archiver.vietnamese.edtf import Language
from archiver.web import views
from archiver.web.words import say


def environment() -> Environment:
    """The templates: everything is escaped, and a name that nobody gave is an error."""
    return Environment(
        loader=PackageLoader("archiver.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def speaking(language: Language) -> dict[str, Any]:
    """What templates may call in *language*: say(key), day(edtf), field(name), problem(code), change(summary)."""
    calls: dict[str, Callable[..., str]] = {
        "say": say,
        "day": views.day,
        "field": wording.field,
        "problem": wording.problem,
        "change": wording.change,
    }
    return {"language": language} | {name: functools.partial(call, language=language) for name, call in calls.items()}


def marked(snippet: str) -> Markup:
    """« and » of a snippet as <mark>; everything else escaped."""
    return Markup(re.sub("«([^«»]*)»", r"<mark>\1</mark>", str(escape(snippet))))  # noqa: S704 - escaped right here
