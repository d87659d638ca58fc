"""A real S3 server (moto's) behind a proxy that does to it what networks and bad nights do."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_ERROR = '<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{why}</Message></Error>'
STATUS = {"SlowDown": 503, "AccessDenied": 403, "RequestTimeTooSkewed": 403, "InternalError": 500, "NoSuchBucket": 404}


@dataclass
class Fault:
    """Done to the next *times* requests of *method* whose path holds *path*."""

    what: str
    """A code of S3's; or hang, drop (no answer, not done), lost (done, no answer), torn (half of it arrives), cut (half
    of the answer does)."""
    method: str = ""
    path: str = ""
    times: int = 1


@dataclass
class Proxy:
    """What stands between. It refuses every listing: whoever needs one must not."""

    backend: tuple[str, int]
    faults: list[Fault] = field(default_factory=list)
    seen: list[tuple[str, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    url: str = ""

    def fault(self, method: str, path: str) -> str:
        with self.lock:
            self.seen.append((method, path))
            if "list-type" in path or "delimiter" in path:
                return "InternalError"
            for fault in self.faults:
                if fault.times and fault.method in ("", method) and fault.path in path:
                    fault.times -= 1
                    return fault.what
        return ""


def _handler(proxy: Proxy) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            what = proxy.fault(self.command, self.path)
            if what == "drop":
                self.close_connection = True
                return
            if self.headers.get("Expect", "").lower() == "100-continue":
                pass  # http.server has answered it
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if what in STATUS:
                data = b"" if self.command == "HEAD" else _ERROR.format(code=what, why="made by the test").encode()
                self.send_response_only(STATUS[what])
                apart = 3600 if what == "RequestTimeTooSkewed" else 0
                self.send_header("Date", self.date_time_string(int(time.time()) + apart))
                self.send_header("Content-Type", "application/xml")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
                return
            if what == "hang":
                time.sleep(0.7)
                self.close_connection = True
                return
            headers = {k: v for k, v in self.headers.items() if k.lower() not in ("content-length", "expect", "host")}
            if what == "torn":
                body = body[: len(body) // 2]
            backend = http.client.HTTPConnection(*proxy.backend, timeout=10)
            backend.request(self.command, self.path, body, {**headers, "Content-Length": str(len(body))})
            answer = backend.getresponse()
            data = answer.read()
            backend.close()
            if what == "lost":
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                    self.send_header(name, value)
            length = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(data))
            self.send_header("Content-Length", length or "0")
            self.end_headers()
            if what == "cut":
                data = data[: len(data) // 2]
                self.close_connection = True
            self.wfile.write(data)

        do_GET = do_PUT = do_HEAD = do_POST = do_DELETE = _pass

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def proxied(backend: tuple[str, int]) -> Iterator[Proxy]:
    proxy = Proxy(backend)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(proxy))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.05}).start()
    proxy.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()
