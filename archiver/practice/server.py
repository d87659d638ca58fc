"""A small web server for portals that live in this process: threaded, on the loopback, quiet, correct in its HTTP.

It answers GET, HEAD and POST, keeps connections alive, knows validators (ETag, Last-Modified, 304), and writes down
what it was asked. A portal that wants to misbehave does so on purpose: see `Response.wire`.
"""

from __future__ import annotations

import hashlib
import socket
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlsplit


class Wire(Protocol):
    """What a portal may write bytes to."""

    def write(self, data: bytes, /) -> object:
        """Queue *data*."""

    def flush(self) -> None:
        """Send what is queued."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question, as a portal sees it."""

    method: str
    """GET or POST; a HEAD comes as GET, its body is dropped on the way out."""
    path: str
    """Decoded path, without the query."""
    query: dict[str, str]
    """Parameters of the query, the last one where a name is repeated."""
    form: dict[str, str] = field(default_factory=dict)
    """Fields of a posted form."""
    body: bytes = b""
    """What was posted."""
    headers: dict[str, str] = field(default_factory=dict)
    """Header fields, names in lower case."""
    raw_query: str = ""
    """The query as sent."""

    @property
    def cookies(self) -> dict[str, str]:
        """Cookies that came along."""
        pairs = (part.strip().partition("=") for part in self.headers.get("cookie", "").split(";"))
        return {name: value for name, _, value in pairs if name}

    @property
    def host(self) -> str:
        """What the Host header says."""
        return self.headers.get("host", "")


@dataclass(frozen=True, slots=True)
class Response:
    """One answer."""

    body: bytes = b""
    """Content, before any coding."""
    content_type: str = "text/html; charset=utf-8"
    """Content-Type; empty for none."""
    status: int = 200
    """HTTP status."""
    headers: tuple[tuple[str, str], ...] = ()
    """Further header fields."""
    last_modified: datetime | None = None
    """Sent, and answered to If-Modified-Since, where given."""
    etag: bool = False
    """Whether to send an ETag made from the body, and to answer If-None-Match."""
    wire: Callable[[Wire], None] | None = None
    """Writes status line, headers and body itself, whatever they be; the connection is closed afterwards."""


class Portal(Protocol):
    """What answers."""

    def respond(self, request: Request) -> Response:
        """The answer to a request. Called from many threads."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that the server answered."""

    method: str
    """As sent: GET, HEAD, POST."""
    target: str
    """Path and query as sent."""
    status: int
    """What was answered; 0 where a portal wrote to the wire itself."""


def not_found(text: str = "Không tìm thấy trang mà bạn yêu cầu.") -> Response:
    """A plain and honest 404."""
    page = f"<html><head><title>404 - Không tìm thấy</title></head><body><h1>404</h1><p>{text}</p></body></html>"
    return Response(page.encode(), status=404)


def redirect(to: str, status: int = 302) -> Response:
    """A redirect to *to*."""
    page = f'<html><body>Trang đã chuyển tới <a href="{to}">đây</a>.</body></html>'
    return Response(page.encode(), status=status, headers=(("Location", to),))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SongLam"
    sys_version = ""
    timeout = 60
    wbufsize = 1 << 16  # head and body in one packet: else Nagle and delayed acknowledgement cost 40 ms an answer
    disable_nagle_algorithm = True
    server: _Threads

    def log_message(self, format: str, *args: object) -> None:  # the name is the base class's
        pass

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        split = urlsplit(self.path)
        length = self.headers.get("Content-Length", "0")
        body = self.rfile.read(int(length)) if length.isdigit() else b""
        kind = self.headers.get("Content-Type", "")
        form = {}
        if kind.startswith("application/x-www-form-urlencoded"):
            form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        request = Request(
            method="POST" if self.command == "POST" else "GET",
            path=unquote(split.path),
            query=dict(parse_qsl(split.query, keep_blank_values=True)),
            form=form,
            body=body,
            headers={name.lower(): value for name, value in self.headers.items()},
            raw_query=split.query,
        )
        response = self.server.intercept(request) or self.server.portal.respond(request)
        if response.wire is not None:
            self.server.note(Asked(self.command, self.path, 0))
            self.close_connection = True
            response.wire(self.wfile)
            return
        etag = f'"{hashlib.sha256(response.body).hexdigest()[:20]}"' if response.etag else None
        fresh = self.command != "POST" and self._still_fresh(etag, response.last_modified)
        status = 304 if fresh and response.status == 200 else response.status
        self.server.note(Asked(self.command, self.path, status))
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        if response.last_modified:
            self.send_header("Last-Modified", format_datetime(response.last_modified.astimezone(UTC), True))
        for name, value in response.headers:
            self.send_header(name, value)
        if status != 304:
            if response.content_type:
                self.send_header("Content-Type", response.content_type)
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if status != 304 and self.command != "HEAD":
            self.wfile.write(response.body)

    def _still_fresh(self, etag: str | None, last_modified: datetime | None) -> bool:
        if (known := self.headers.get("If-None-Match")) is not None:  # RFC 9110: it silences If-Modified-Since
            tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
            return etag is not None and etag in tags
        if last_modified is None or (since := self.headers.get("If-Modified-Since")) is None:
            return False
        try:
            return last_modified.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (ValueError, TypeError):
            return False


class _Threads(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, portal: Portal, keep: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.portal = portal
        self.asked: deque[Asked] = deque(maxlen=keep)
        self.count = 0
        self.failures: list[str] = []
        self.intercept: Callable[[Request], Response | None] = lambda request: None
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()

    def note(self, asked: Asked) -> None:
        with self._guard:
            self.asked.append(asked)
            self.count += 1

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        if isinstance(request, socket.socket):
            with self._guard:
                self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        if isinstance(request, socket.socket):
            with self._guard:
                self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news; a portal that fails is a defect and must not be swallowed."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            self.failures.append(repr(error))

    def hang_up(self) -> None:
        """End every open connection, so that no thread outlives the server."""
        with self._guard:
            still_open = list(self._open)
        for each in still_open:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:  # it was closed in the meantime
                continue


class Serving:
    """Serves *portal* on a loopback port from `with` to its end; port 0 takes a free one."""

    def __init__(self, portal: Portal, *, port: int = 0, keep: int = 20_000) -> None:
        self._server = _Threads(port, portal, keep)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._started = False

    @property
    def url(self) -> str:
        """Address of the front page, with a slash at its end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    @property
    def portal(self) -> Portal:
        """What answers; may be exchanged while the server runs."""
        return self._server.portal

    @portal.setter
    def portal(self, portal: Portal) -> None:
        self._server.portal = portal

    @property
    def asked(self) -> list[Asked]:
        """The latest requests, oldest first."""
        return list(self._server.asked)

    @property
    def count(self) -> int:
        """How many requests were answered in all."""
        return self._server.count

    @property
    def failures(self) -> list[str]:
        """Errors within the portal itself; empty, or the portal has a defect."""
        return list(self._server.failures)

    def intercept(self, answer: Callable[[Request], Response | None] | None) -> None:
        """Let *answer* see each request first; what it returns is sent in the portal's place. None ends it.

        This is how a test makes a server busy, broken or hostile: 503 with Retry-After, HTML for robots.txt.
        """
        self._server.intercept = answer or (lambda request: None)

    def forget(self) -> None:
        """Begin the list of requests and their count anew, for the next night."""
        self._server.asked.clear()
        self._server.count = 0

    def __enter__(self) -> Serving:
        self._thread.start()
        self._started = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop answering and free the port. Does no harm when called twice."""
        if self._started:
            self._server.shutdown()
            self._thread.join()
            self._started = False
        self._server.hang_up()
        self._server.server_close()
