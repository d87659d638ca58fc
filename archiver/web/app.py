"""The reading room: search, browse, read, and see the page as it was. Read-only, without JavaScript and cookies.

`create_app(root)` is an ASGI application. What it shows was written by strangers: every value is escaped by the
templates, captured pages are shown by `replay` alone, and `_SAFE` tells the browser to run nothing at all.
"""

from __future__ import annotations

import contextlib
import functools
import heapq
import itertools
import logging
import re
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, urlencode

import msgspec
from markupsafe import escape
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

import archiver
from archiver.errors import ArchiveError, ArchiverError, UsageError
from archiver.keeping.archive import open_archive
from archiver.keeping.captures import header_of, page_of
from archiver.reading.document import parse
from archiver.shapes import CaptureRef, Page
from archiver.using.search import Answer, Search, Where
from archiver.vietnamese.edtf import Language
from archiver.web import replay, views
from archiver.web.api import OPENAPI
from archiver.web.captures import Capture, captures_beside, captures_of, nearest
from archiver.web.feeds import feed
from archiver.web.render import environment, marked, speaking
from archiver.web.words import say

log = logging.getLogger(__name__)

_PAGE = 10
_FRESH = 30.0  # seconds after which a new run is seen
_PICTURES = 100  # of one article that are looked up
_DEEPEST = 10_000  # results that can be paged through: each page costs what all before it cost
_SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
# What a browser may show by itself from a capture; everything else is handed over as a file to be saved.
_SHOWN = re.compile(r"text/plain|audio/|video/|font/")  # and pictures


Hear = Callable[[str, Language], str]
"""What an error says in English, in the reader's language."""


class Room:
    """One root of archives, and how to show it."""

    def __init__(self, root: Path, hear: Hear) -> None:
        self.root = root
        self.hear = hear
        self.search = Search(root)
        self._refreshed = -_FRESH
        self._sites: list[tuple[str, int]] = []
        self.feeds: dict[str, tuple[list[Path] | None, list[dict[str, Any]]]] = {}
        self.templates = environment()

    def refresh(self) -> None:
        """Take in what runs have sealed since, at most every `_FRESH` seconds.

        Another process that is writing the index at this moment will do it for us.
        """
        if time.monotonic() - self._refreshed < _FRESH:
            return
        self._refreshed = time.monotonic()
        try:
            self.search.update()
        except UsageError as why:  # another process is writing it, and we shall see what it wrote
            log.info("%s", why)
        except ArchiverError as why:
            log.warning("%s", why)
        self.search.reload()
        self._sites = self.search.count("site")

    @property
    def sites(self) -> list[tuple[str, int]]:
        """Slug and number of articles of every site."""
        return self._sites

    def ask(self, query: str, where: Where, *, limit: int, offset: int = 0) -> Answer:
        return self.search.ask(query, where, limit=limit, offset=offset)


def create_app(root: Path, *, prefix: str = "", hear: Hear = lambda text, _: text) -> Starlette:
    """The reading room over the archives in *root*, as an ASGI application. Raises ArchiverError.

    *prefix* is the path under which a proxy serves it, such as '/archive', whether or not the proxy takes it off.
    *hear* gives what an error says in the language of the reader; without it errors are English.
    """
    if not root.is_dir():
        raise UsageError(f"{str(root)!r}: no such folder. Crawl a site first: archiver crawl URL --root {root}")
    room = Room(root, hear)
    room.refresh()

    def at(path: str, view: Callable[[Room, Request], Response]) -> Route:
        @functools.wraps(view)
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(answer, request)

        def answer(request: Request) -> Response:
            room.refresh()
            return view(room, request)

        return Route(path, endpoint, methods=["GET"])

    static = Path(__file__).with_name("static")
    app = Starlette(
        routes=[
            at("/", _home),
            at("/search", _search),
            at("/browse/{by}", _browse),
            at("/timeline", _timeline),
            at("/a/{id}", _article),
            at("/a/{id}/history", _history),
            at("/a/{id}/cite.{form:path}", _cite),
            at("/file/{site}/{id}/{number:int}", _attachment),
            at("/image/{site}/{id}/{number:int}", _image),
            at("/web/{stamp}/{url:path}", _replay),
            at("/raw/{stamp}/{url:path}", _raw),
            at("/timegate/{url:path}", _timegate),
            at("/timemap/{url:path}", _timemap),
            at("/feed/{change}.rss", _feed),
            at("/opensearch.xml", _opensearch),
            at("/api/openapi.json", _openapi),
            at("/api/search", _api_search),
            at("/api/sites", _api_sites),
            at("/api/articles/{id}", _api_article),
            at("/api/articles/{id}/revisions", _api_revisions),
            at("/healthz", _health),
            Mount("/static", StaticFiles(directory=static)),
        ],
        exception_handlers={
            HTTPException: _shown(room),
            ArchiverError: _shown(room),
            Exception: _broken(room),
        },
    )
    app.add_middleware(_Headers)
    if prefix := "/".join(["", *filter(None, prefix.split("/"))]):
        if quote(prefix) != prefix:
            raise UsageError(f"--prefix {prefix!r}: no path of plain letters; write one such as /archive")
        app.add_middleware(_Prefix, prefix=prefix)
    return app


class _Prefix:
    """Serve the application under a path: some proxies take it off what they hand on, others leave it."""

    def __init__(self, app: Any, prefix: str) -> None:
        self.app, self.prefix = app, prefix

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            scope = dict(scope, root_path=self.prefix)
            if not (scope["path"] + "/").startswith(self.prefix + "/"):
                scope["path"] = self.prefix + scope["path"]
                scope["raw_path"] = self.prefix.encode() + (scope.get("raw_path") or b"")
        await self.app(scope, receive, send)


class _Headers:
    """Put `_SAFE` on every answer that has no policy of its own."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"]] + [
                    (n.lower().encode(), v.encode()) for n, v in _SAFE.items() if n.lower().encode() not in present
                ]
            await send(message)

        await self.app(scope, receive, sending if scope["type"] == "http" else send)


# --- speaking ------------------------------------------------------------------------------------------------------


_STAMP = re.compile(r"(\d{4,14})(?:(en|vi)_)?")
"""The time in an address of a capture, and the language of what stands around it, as web archives write such marks: the
query of that address belongs to the page that was kept."""


def _language(request: Request) -> Language:
    stamp = request.path_params.get("stamp")
    if stamp is not None:
        found = _STAMP.fullmatch(stamp)
        asked = found[2] if found else None
    else:
        asked = request.query_params.get("lang")
    if asked in ("en", "vi"):
        return cast(Language, asked)
    for part in request.headers.get("accept-language", "").split(","):
        tag = part.split(";")[0].strip().lower()[:2]
        if tag in ("en", "vi"):
            return cast(Language, tag)
    return "vi"


def _chosen(request: Request) -> Language | None:
    """The language that the reader has chosen, which links go on with; None where the browser's is enough."""
    lang = request.query_params.get("lang")
    return cast(Language, lang) if lang in ("en", "vi") else None


def _to(request: Request, path: str, lang: str | None = None) -> str:
    """The address of *path* behind whatever prefix a proxy serves us at."""
    address: str = request.scope.get("root_path", "").rstrip("/") + path
    return address + (("&" if "?" in address else "?") + f"lang={lang}" if lang else "")


def _page(room: Room, request: Request, template: str, status: int = 200, **values: Any) -> Response:
    language = _language(request)
    other = dict(request.query_params) | {"lang": "en" if language == "vi" else "vi"}
    body = room.templates.get_template(template).render(
        {
            "q": None,
            "to": functools.partial(_to, request),
            "lang": _chosen(request),
            "marked": marked,
            "static": False,
            "other_language": request.url.path + "?" + urlencode(other),
        }
        | speaking(language)
        | values
    )
    headers = {"Vary": "Accept-Language"}
    return Response(body, status, headers, media_type="text/html; charset=utf-8")


def _shown(room: Room) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, why: Exception) -> Response:
        status = why.status_code if isinstance(why, HTTPException) else 400 if isinstance(why, UsageError) else 500
        machine = request.url.path.startswith((_to(request, "/api/"), "/api/"))
        language = "en" if machine else _language(request)
        text = room.hear(str(getattr(why, "detail", why)), language)
        if text == HTTPStatus.NOT_FOUND.phrase:  # what Starlette says by itself
            text = say("not_found", language)
        if request.url.path.startswith(_to(request, "/raw/")):
            # Within the frame a page of ours would be refused, and the reader would see the browser's grey leaf.
            return PlainTextResponse(text, status, headers=replay.HEADERS)
        if machine:
            return JSONResponse({"error": text}, status)
        return _page(room, request, "message.html", status, message=text, detail=None)

    return handler


def _broken(room: Room) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, why: Exception) -> Response:
        log.error("%s: %r", request.url.path, why)
        return PlainTextResponse("The reading room stumbled; its log says over what.", 500)

    return handler


# --- pages ---------------------------------------------------------------------------------------------------------


def _home(room: Room, request: Request) -> Response:
    answer = room.ask("", Where(status="published"), limit=10)
    said = {"lang": lang} if (lang := _chosen(request)) else {}
    counted = room.sites
    sites = [(name, n, _to(request, "/search?" + urlencode({"site": name} | said))) for name, n in counted]
    return _page(room, request, "home.html", sites=sites, hits=answer.hits)


def _day(request: Request, name: str) -> date | None:
    text = request.query_params.get(name) or ""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as why:
        raise UsageError(f"{name}={text[:40]!r}: no day; write YYYY-MM-DD") from why


def _where(request: Request) -> Where:
    asked = request.query_params
    status = asked.get("status") or None
    return Where(
        site=asked.get("site") or None, since=_day(request, "from"), until=_day(request, "to"),
        section=asked.get("category") or None, byline=asked.get("byline") or None, field=asked.get("field") or None,
        status=status if status in ("published", "gone") else None,
    )  # fmt: skip


def _number(request: Request, name: str, default: int, most: int) -> int:
    text = request.query_params.get(name) or ""
    return min(int(text), most) if text.isdigit() and len(text) < 9 else default


def _search(room: Room, request: Request) -> Response:
    query, start = request.query_params.get("q", ""), _number(request, "start", 0, _DEEPEST)
    message, answer, where = None, Answer([], 0), Where()
    try:
        where = _where(request)
        answer = room.ask(query, where, limit=_PAGE, offset=start)
    except UsageError as why:
        message = room.hear(str(why), _language(request))

    def moved(to: int) -> str:
        return _to(request, "/search?" + urlencode(dict(request.query_params) | {"start": str(to)}))

    last = start + _PAGE >= min(answer.total, _DEEPEST)
    return _page(
        room, request, "results.html", 400 if message else 200, q=query[:500], heading=None, hits=answer.hits,
        total=answer.total, start=start, message=message, sites=room.sites, site=where.site,
        since=where.since, until=where.until, category=where.section, byline=where.byline,
        earlier=moved(max(0, start - _PAGE)) if start else None, later=None if last else moved(start + _PAGE),
    )  # fmt: skip


_HEADINGS = {"site": "sites", "year": "years", "category": "categories", "byline": "bylines"}


def _browse(room: Room, request: Request) -> Response:
    by = request.path_params["by"]
    if by not in _HEADINGS:
        raise HTTPException(404)
    lang = _chosen(request)

    def link(value: str) -> str:
        asked = {"from": f"{value}-01-01", "to": f"{value}-12-31"} if by == "year" else {by: value}
        return _to(request, "/search?" + urlencode(asked | ({"lang": lang} if lang else {})))

    counts = [(name, n, link(name)) for name, n in room.search.count(by)]
    return _page(room, request, "browse.html", heading=say(_HEADINGS[by], _language(request)), counts=counts)


def _timeline(room: Room, request: Request) -> Response:
    lang = _chosen(request)

    def link(first: str, last: str) -> str:
        asked = {"from": first, "to": last} | ({"lang": lang} if lang else {})
        return _to(request, "/search?" + urlencode(asked))

    return _page(room, request, "timeline.html", years=views.calendar_of(room.search.count("month", most=12_000), link))


def _record(room: Room, request: Request) -> dict[str, Any]:
    record = room.search.get(request.path_params["id"])
    if record is None:
        raise HTTPException(404)
    return record


def _stamp(moment: str) -> str:
    return re.sub(r"\D", "", moment)[:14]


def _web(record: dict[str, Any], url: str, request: Request) -> str:
    """Where *url* is shown as it was when *record* was captured."""
    lang = _chosen(request)
    return _to(request, f"/web/{_stamp(record['fetched_at'])}{f'{lang}_' if lang else ''}/{_escaped(url)}")


def _escaped(url: str) -> str:
    """*url* as the end of an address of ours: its query stays one, or `_asked_url` would not know it again."""
    return quote(url, safe=":/?#%@!$&'()*+,;=~")


def _article(room: Room, request: Request) -> Response:
    record = _record(room, request)
    kept = room.search.kept([r["url"] for r in record["related"]], record["site"])
    related = [
        (r, _to(request, f"/a/{kept[r['url']]}", _chosen(request)) if r["url"] in kept
         else _web(record, r["url"], request), r["url"] in kept)
        for r in record["related"]
    ]  # fmt: skip
    attachments = [
        (a, _to(request, f"/file/{record['site']}/{record['id']}/{n}") if a.get("capture") else None)
        for n, a in enumerate(record["attachments"])
    ]
    web = record["url"] if record["url"].lower().startswith(("http://", "https://")) else "#"
    return _page(
        room, request, "article.html", record=record, dates=views.timeline(record), related=related,
        attachments=attachments, images=_pictures(room, request, record),
        provenance=list(views.provenance(record)), replay=_web(record, record["url"], request), original=web,
        cite=views.citations(record, str(request.url.replace(query="", fragment=""))),
    )  # fmt: skip


def _pictures(room: Room, request: Request, record: dict[str, Any]) -> list[tuple[dict[str, Any], str | None]]:
    """The pictures of *record*, each with its address in the archive; None where it was not captured.

    A record says where its pictures lie; that of an older or a foreign archive may not: they are then looked for among
    what came with its page.
    """
    images = record["images"][:_PICTURES]
    unsaid = [i["url"] for i in images if not i.get("capture")]
    ref = msgspec.convert(record["capture"], CaptureRef)
    beside = captures_beside(room.root / record["site"], ref, unsaid) if unsaid else {}
    shown: list[tuple[dict[str, Any], str | None]] = []
    for number, image in enumerate(images):
        link = None
        if image.get("capture"):
            if views.is_picture(image.get("media_type")):
                link = f"/image/{record['site']}/{record['id']}/{number}"
        else:
            found = nearest(beside[image["url"]], datetime.fromisoformat(record["fetched_at"]))
            if found and found.status == 200 and views.is_picture(found.media_type):
                link = f"/raw/{found.stamp}/{_escaped(found.url)}"
        shown.append((image, _to(request, link) if link else None))
    return shown


def _revisions(room: Room, record: dict[str, Any]) -> list[dict[str, Any]]:
    archive = open_archive(room.root / record["site"])
    return [msgspec.to_builtins(r) for r in archive.revisions(record["id"])]


def _history(room: Room, request: Request) -> Response:
    record = _record(room, request)
    shown = views.history(_revisions(room, record))
    for entry in shown:
        entry["replay"] = _web(entry["record"], entry["record"]["url"], request)
    title = record["title"] or record["url"]
    return _page(room, request, "history.html", id=record["id"], title=title, revisions=shown)


def _cite(room: Room, request: Request) -> Response:
    record = _record(room, request)
    address = str(request.url.replace(query="", fragment="")).rsplit("/cite.", 1)[0]
    said = views.citations(record, address)
    match request.path_params["form"]:
        case "bib":
            return PlainTextResponse(cast(str, said["bibtex"]), media_type="application/x-bibtex")
        case "csl.json":
            return JSONResponse(said["csl"], media_type="application/vnd.citationstyles.csl+json")
        case "txt":
            return PlainTextResponse(cast(str, said["plain"]) + "\n")
    raise HTTPException(404)


def _attachment(room: Room, request: Request) -> Response:
    attachment, page = _numbered(room, request, "attachments")
    return _file(page.body, page.content_type or "", attachment["name"] or attachment["url"])


def _image(room: Room, request: Request) -> Response:
    image, page = _numbered(room, request, "images")
    if not views.is_picture(page.content_type):
        return _file(page.body, page.content_type or "", image["url"].split("?")[0])
    return Response(page.body, headers=replay.HEADERS, media_type=views.media_type(page.content_type))


def _numbered(room: Room, request: Request, what: str) -> tuple[dict[str, Any], Page]:
    """An attachment or a picture of an article by its number, and what was captured of it."""
    record = _record(room, request)
    number = request.path_params["number"]
    if record["site"] != request.path_params["site"] or number >= len(record[what]):
        raise HTTPException(404)
    entry = record[what][number]
    if not entry.get("capture"):
        raise HTTPException(404)
    return entry, open_archive(room.root / record["site"]).page(msgspec.convert(entry["capture"], CaptureRef))


def _file(body: bytes, content_type: str, name: str) -> Response:
    """*body* as a file to be saved, never as a page of ours."""
    media_type = views.media_type(content_type)
    media_type = media_type if re.fullmatch(r"[\w.+-]+/[\w.+-]+", media_type) else ""
    name = views.file_name(name, media_type)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"} | replay.HEADERS
    return Response(body, headers=headers, media_type=media_type or "application/octet-stream")


# --- the page as it was --------------------------------------------------------------------------------------------


def _asked_url(request: Request) -> str:
    """The archived address in ours: its own query belongs to it."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    begin = 3 if request.url.path.removeprefix(request.scope.get("root_path", "")).startswith(("/web/", "/raw/")) else 2
    path = raw.decode("latin-1").removeprefix(request.scope.get("root_path", ""))
    url = path.split("/", begin)[-1]
    url = re.sub(r"^(https?):/{1,2}", r"\1://", url)  # proxies fold "//"
    query = request.scope.get("query_string", b"").decode("latin-1")
    url += f"?{query}" if query else ""
    if not url.startswith(("http://", "https://")):
        raise UsageError(f"{url[:100]!r}: no web address; write http://… after the time")
    return url


def _moment(stamp: str) -> datetime:
    found = _STAMP.fullmatch(stamp)
    if not found:
        raise UsageError(f"{stamp[:40]!r}: no time; write YYYYMMDDhhmmss, or its beginning")
    full = found[1] + "00000101000000"[len(found[1]) :]
    try:
        return datetime.strptime(full, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as why:
        raise UsageError(f"{stamp!r}: no such time ({why})") from why


def _capture(room: Room, request: Request) -> tuple[str, Capture]:
    url = _asked_url(request)
    found = nearest(captures_of(room.root, url), _moment(request.path_params["stamp"]))
    if found is None:
        raise HTTPException(404, say("not_kept", _language(request)) + f" {url[:300]}")
    return url, found


def _said(request: Request) -> str:
    """The language that the address of a capture names, as it stands there; '' where it names none."""
    found = _STAMP.fullmatch(request.path_params["stamp"])
    return f"{found[2]}_" if found and found[2] else ""


def _memento(request: Request, capture: Capture) -> dict[str, str]:
    url = _escaped(capture.url)
    base = str(request.base_url).rstrip("/")
    links = (
        f'<{url}>; rel="original", <{base}/timegate/{url}>; rel="timegate", '
        f'<{base}/timemap/{url}>; rel="timemap"; type="application/link-format"'
    )
    return {"Memento-Datetime": format_datetime(capture.when, usegmt=True), "Link": links}


def _replay(room: Room, request: Request) -> Response:
    url, capture = _capture(room, request)
    if "html" not in capture.media_type and capture.media_type != "warc/revisit":
        return _raw(room, request)
    language, address = _language(request), _escaped(capture.url)
    said = _said(request)
    raw = _to(request, f"/raw/{capture.stamp}{said}/{address}")
    timemap = _to(request, f"/timemap/{address}")
    other = _to(request, f"/web/{capture.stamp}{'en' if language == 'vi' else 'vi'}_/{address}")
    shown = _page(room, request, "replay.html", url=url, raw=raw, when=capture.when.isoformat(), timemap=timemap,
                  lang=said.rstrip("_") or None, other_language=other)  # fmt: skip
    shown.headers.update(_memento(request, capture))
    return shown


def _raw(room: Room, request: Request) -> Response:
    _, capture = _capture(room, request)
    kept = open_archive(room.root / capture.site).exchange(capture.ref)
    page = page_of(kept)
    media_type = views.media_type(page.content_type)
    memento = _memento(request, capture)

    said = _said(request)

    def to(address: str) -> str:
        return _to(request, f"/raw/{capture.stamp}{said}/{_escaped(address)}")

    if 300 <= page.status < 400:
        elsewhere = replay.elsewhere(header_of(kept.response, "Location"), page.url)
        if elsewhere is None:
            return PlainTextResponse(f"{page.status}: the answer has no page.", headers=memento | replay.HEADERS)
        return RedirectResponse(to(elsewhere), 302, memento | replay.HEADERS)

    if media_type in ("text/html", "application/xhtml+xml", ""):
        document = parse(page.body, page.url, page.content_type)
        language = _language(request)
        banner = say("replay_note", language).format(day=views.day(capture.when.isoformat(), language))
        body = replay.rewrite(document.root, page.url, to, banner)
        return Response(body, headers=memento | replay.HEADERS, media_type="text/html; charset=utf-8")
    if media_type == "text/css":
        css = replay.rewrite_css(page.body.decode("utf-8", "replace"), page.url, to)
        return Response(css, headers=memento | replay.HEADERS, media_type="text/css; charset=utf-8")
    if _SHOWN.match(media_type) or views.is_picture(media_type):
        return Response(page.body, headers=memento | replay.HEADERS, media_type=media_type)
    answer = _file(page.body, media_type, capture.url.split("?")[0])
    answer.headers.update(memento)
    return answer


def _timegate(room: Room, request: Request) -> Response:
    """RFC 7089: to the capture nearest to Accept-Datetime, or the latest."""
    url = _asked_url(request)
    asked = request.headers.get("accept-datetime")
    try:
        moment = parsedate_to_datetime(asked) if asked else datetime.max.replace(tzinfo=UTC)
    except ValueError as why:
        raise HTTPException(400, f"Accept-Datetime {asked!r}: no date of RFC 9110") from why
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    found = nearest(captures_of(room.root, url), moment)
    if found is None:
        raise HTTPException(404)
    headers = {"Vary": "accept-datetime", "Link": _memento(request, found)["Link"]}
    return RedirectResponse(_to(request, f"/web/{found.stamp}/{_escaped(found.url)}"), 302, headers)


def _timemap(room: Room, request: Request) -> Response:
    url = _asked_url(request)
    captures = captures_of(room.root, url)
    if not captures:
        raise HTTPException(404)
    base = str(request.base_url).rstrip("/")
    first = _memento(request, captures[0])["Link"].replace('rel="timemap"', 'rel="self"')
    lines = [first]
    for number, capture in enumerate(captures):
        rel = " ".join(
            (["first"] if not number else []) + (["last"] if number == len(captures) - 1 else []) + ["memento"]
        )
        address = f"{base}/web/{capture.stamp}/{_escaped(capture.url)}"
        lines.append(f'<{address}>; rel="{rel}"; datetime="{format_datetime(capture.when, usegmt=True)}"')
    return Response(",\n".join(lines) + "\n", media_type="application/link-format")


# --- for machines --------------------------------------------------------------------------------------------------


def _feed(room: Room, request: Request) -> Response:
    change = request.path_params["change"]
    if change not in ("new", "edited", "gone"):
        raise HTTPException(404)
    language: Language = _chosen(request) or "vi"  # what reads feeds says no language of its own
    body = feed(_changed(room, change), change, str(request.base_url).rstrip("/"), language)
    return Response(body, media_type="application/rss+xml; charset=utf-8")


class _Changed(msgspec.Struct):
    """What a feed must know of every record: read without building the rest."""

    change: str
    fetched_at: str
    id: str


def _changed(room: Room, change: str, most: int = 50) -> list[dict[str, Any]]:
    """The latest revisions of that kind, over all sites: the sealed files are read from the newest on.

    What was read is kept until another run is sealed: a feed is asked for often, and a first night may be a gigabyte.
    """
    files = sorted(room.root.glob("*/records/*/*.jsonl"), key=lambda p: p.name, reverse=True)[:500]
    known, rows = room.feeds.get(change, (None, []))
    if known == files:
        return rows
    found: list[tuple[str, str, bytes]] = []
    for file in files:
        with file.open("rb") as lines:
            found = heapq.nlargest(most, itertools.chain(found, _those(lines, change)))
        if len(found) >= most:
            break
    rows = [msgspec.json.decode(line) for _, _, line in found]
    room.feeds[change] = (files, rows)
    return rows


def _those(lines: Iterable[bytes], change: str) -> Iterator[tuple[str, str, bytes]]:
    decode, wanted = msgspec.json.Decoder(_Changed).decode, f'"{change}"'.encode()
    for line in lines:
        if wanted in line:
            with contextlib.suppress(msgspec.DecodeError):  # `archiver verify` tells what is harmed
                row = decode(line)
                if row.change == change:
                    yield row.fetched_at, row.id, line


def _opensearch(room: Room, request: Request) -> Response:
    base = escape(str(request.base_url).rstrip("/"))
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        f'<ShortName>archiver</ShortName><Description>archiver</Description><Url type="text/html" '
        f'template="{base}/search?q={{searchTerms}}"/></OpenSearchDescription>'
    )
    return Response(body, media_type="application/opensearchdescription+xml")


def _openapi(room: Room, request: Request) -> Response:
    servers = [{"url": str(request.base_url).rstrip("/")}]
    return JSONResponse(OPENAPI | {"servers": servers} | {"info": OPENAPI["info"] | {"version": archiver.__version__}})


def _api_search(room: Room, request: Request) -> Response:
    limit, start = _number(request, "limit", _PAGE, 100), _number(request, "start", 0, _DEEPEST)
    answer = room.ask(request.query_params.get("q", ""), _where(request), limit=limit, offset=start)
    hits = [{"score": h.score, "snippet": h.snippet, "record": h.record} for h in answer.hits]
    return JSONResponse({"total": answer.total, "start": start, "hits": hits})


def _api_sites(room: Room, request: Request) -> Response:
    return JSONResponse({"sites": [{"site": name, "articles": n} for name, n in room.sites]})


def _api_article(room: Room, request: Request) -> Response:
    return JSONResponse(_record(room, request))


def _api_revisions(room: Room, request: Request) -> Response:
    return JSONResponse({"revisions": _revisions(room, _record(room, request))})


def _health(room: Room, request: Request) -> Response:
    try:
        return JSONResponse({"articles": room.ask("", Where(), limit=1).total, "version": archiver.__version__})
    except ArchiveError as why:
        return JSONResponse({"error": str(why)}, 503)
