"""What a walk asks for beside plain addresses, as requests: a spider sends them, a replay looks for their captures."""

from __future__ import annotations

from typing import Any

from scrapy import FormRequest, Request
from scrapy.http import JsonRequest

from archiver.walking.source import Source, body_of
from spiders.verdicts import Ask


def form_request(ask: Ask, **more: Any) -> Request:
    """The next page of a listing that only a form reaches; *more* as `Request` takes it."""
    more = {"headers": dict(ask.headers), **more}
    if ask.as_json:
        return JsonRequest(
            ask.post.url, method=ask.post.method, data=body_of(ask.post.fields), dont_filter=True, **more
        )
    return FormRequest(ask.post.url, method=ask.post.method, formdata=list(ask.post.fields), dont_filter=True, **more)


def source_request(source: Source, **more: Any) -> Request:
    """What a page's own script would fetch to draw it."""
    more = {"headers": dict(source.headers), **more}
    if source.method == "POST" and source.as_json:
        return JsonRequest(source.url, method="POST", data=body_of(source.form), dont_filter=True, **more)
    if source.method == "POST":
        return FormRequest(source.url, formdata=list(source.form), dont_filter=True, **more)
    return Request(source.address, dont_filter=True, **more)
