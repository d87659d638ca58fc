"""Every exchange, byte for byte, handed to the archive before the spider sees the answer.

Scrapy gives a spider what it made of an answer: reason phrase, order and case of headers, repeated headers, chunks and
compression are gone by then. So we listen lower down: a protocol of our own under the connection pool of Scrapy's
download handler sees each piece that the socket brings (behind TLS) and each that is written to it, before anything is
parsed. It rests on private names of Scrapy and Twisted; `scrapy==2.19.*` is pinned, and tests/test_capture.py compares
with what a raw socket really sent.

A download handler on a client of our own (asyncio and h11) was weighed: h11 refuses much of what old servers send, and
Scrapy's lenient parser has met more of them than we ever shall.

Numbered as it runs: (1) the handler waits for the host's turn, (2) connects, but to no address that `Reach` forbids,
(3) a `_Wire` collects what is written and what comes, (4) the answer ends, or is cut off, (5) the `Exchange` goes to
`spider.run.capture`, (6) its CaptureRef into `meta["capture"]`, (7) the response on to the spider.
"""

from __future__ import annotations

import asyncio
import ipaddress
import ssl as std_ssl
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from time import monotonic
from typing import Any, Literal, cast
from urllib.parse import urldefrag

from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError
from scrapy import Request, signals
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
    _ScrapyAgent,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadTimeoutError,
    StopDownload,
)
from scrapy.http import Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet import defer
from twisted.internet.error import ConnectionAborted, ConnectionDone
from twisted.internet.interfaces import (
    IAddress,
    IHostnameResolver,
    IHostResolution,
    IReactorPluggableNameResolver,
    IReactorTCP,
    IReactorTime,
    IResolutionReceiver,
)
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER
from twisted.web.client import Agent, HTTPConnectionPool, _RetryingHTTP11ClientProtocol
from twisted.web.http_headers import InvalidHeaderName
from twisted.web.iweb import IResponse
from zope.interface import implementer  # type: ignore[import-untyped]

from archiver.normalise import utc
from archiver.running.report import Certificate
from archiver.shapes import Exchange
from pipelines.manners import (
    Endless,
    Manners,
    Refused,
    failure_of,
    manners_of,
    stop_everything,
    turn,
    unfinished,
    wish_of,
)

Cut = Literal["length", "time", "disconnect", "unspecified"]

HEAD_LIMIT = 1 << 20  # bytes: a head, its interim answers and the framing of chunks may be so large together

# --- what goes over the wire ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Wire:
    """One request on one connection, and what came back."""

    started_at: datetime
    written: list[bytes] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)
    size: int = 0
    whole: bool = False
    """The answer ended as it should."""
    hung_up: bool = False
    """We ended it: too large, too late."""
    lost: bool = False
    """The peer ended it."""
    cut: Cut | None = None
    """Known on the spot: how the connection was lost."""
    finished_at: datetime | None = None
    ip: str | None = None
    tls: str | None = None
    chain: Sequence[x509.Certificate] = ()
    """Certificates that the peer showed, its own first."""
    excess: bytes = b""
    """What came behind a body that was as long as its Content-Length."""
    listening: Callable[[], None] | None = None
    """More may come: the body is as long as was announced, and breaks off all the same. Called, it hangs up."""
    closes: bool = False
    """The server said that it closes the connection."""


@dataclass(slots=True)
class _Tap:
    """All that goes over the wire for one Scrapy request: more than one exchange where a stale connection failed."""

    clock: Callable[[], datetime]
    limit: int
    """Bytes after which a connection is dropped, whatever the parser thinks of them; 0: no limit."""
    fault: Callable[[str], tuple[str, str] | None]
    """Why an IP address must not be touched."""
    started: Callable[[], None]
    """Called when a request is written, which may be a while after its turn: names are resolved, TLS is agreed on."""
    wires: list[_Wire] = field(default_factory=list)
    refused: tuple[str, str] | None = None

    def check(self, address: str) -> bool:
        """Whether *address* may be touched; the last refusal is remembered."""
        fault = self.fault(address)
        if fault is not None:
            self.refused = fault
        return fault is None


class _Recorder:
    """A transport that keeps what is written to it."""

    def __init__(self, transport: Any, written: list[bytes]) -> None:
        self._transport = transport
        self._written = written

    def write(self, data: bytes) -> None:
        self._written.append(data)
        self._transport.write(data)

    def writeSequence(self, pieces: Sequence[bytes]) -> None:
        self._written.extend(pieces)
        self._transport.writeSequence(pieces)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class _Parser(_LenientHTTPClientParser):
    MAX_LENGTH = HEAD_LIMIT  # Twisted drops the connection at a line of 16 KiB; cookies and CSP headers grow longer

    def lineReceived(self, line: bytes) -> None:
        if self.state == HEADER and self._partialHeader is None and line[:1] in (b" ", b"\t"):
            return  # the continuation of nothing
        super().lineReceived(line)

    def headerReceived(self, name: bytes, value: bytes) -> None:
        """Pass over what browsers pass over. The capture has it all."""
        lowered = name.lower()
        if lowered == b"content-length" and not value.isdigit():
            values = {one.strip() for one in value.split(b",")}
            if len(values) != 1 or not min(values).isdigit():
                return
            value = min(values)  # '5, 5', as a proxy makes of two
        elif lowered == b"transfer-encoding":
            if value.lower().split(b",")[-1].strip() != b"chunked":
                return  # 'identity', as old servers say
            value = b"chunked"
        elif lowered == b"connection" and b"close" in value.lower():
            value = b"close"  # 'Close', 'close, TE': Twisted looks for the bare word
        with suppress(InvalidHeaderName):  # 'X Y: z', or no name at all
            super().headerReceived(name, value)  # type: ignore[no-untyped-call]


class _Protocol(_LenientHTTP11ClientProtocol):
    """Scrapy's HTTP/1.1 client protocol, listened to."""

    tap: _Tap | None = None
    """Of the request that is next; set by the pool."""
    _wire: _Wire | None = None
    _last: _Wire | None = None
    """The exchange that ended last, while more of it may come."""
    _tls: tuple[str, Sequence[x509.Certificate]] | None = None
    used = False

    def request(self, request: Any) -> defer.Deferred[IResponse]:
        tap, transport = self.tap, cast(Any, self.transport)
        assert tap is not None
        self.used, self._last = True, None
        address = getattr(transport.getPeer(), "host", None)
        if not tap.check(address or "0.0.0.0"):  # noqa: S104 - an address that is nobody's, and so refused
            transport.abortConnection()
            return defer.fail(Refused(*cast("tuple[str, str]", tap.refused)))
        wire = self._wire = _Wire(started_at=tap.clock(), ip=address)
        tap.wires.append(wire)
        tap.started()
        write_to = request.writeTo
        request.writeTo = lambda transport: write_to(_Recorder(transport, wire.written))
        answer = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = _Parser
        request.writeTo = write_to  # the same request may be sent again, on another connection
        return answer

    def dataReceived(self, data: bytes) -> None:
        wire, last = self._wire, self._last
        if wire is None and last is not None and last.listening is not None and last.size <= HEAD_LIMIT * 32:
            last.excess += data
            last.received.append(data)
            last.size += len(data)
            last.finished_at = cast(_Tap, self.tap).clock()
            return
        if wire is None:
            # Bytes that nobody asked for, behind a whole answer or between two: they belong to no exchange, and the
            # connection can no longer be trusted to pair them.
            cast(Any, self.transport).abortConnection()
            return
        tap = cast(_Tap, self.tap)
        wire.received.append(data)
        wire.size += len(data)
        wire.finished_at = tap.clock()
        if tap.limit and wire.size > tap.limit:
            wire.cut = "length"
            cast(Any, self.transport).abortConnection()
            self._disconnectParser(Failure(DownloadCancelledError(f"more than {tap.limit} bytes came")))  # type: ignore[no-untyped-call]
            return
        super().dataReceived(data)  # type: ignore[no-untyped-call]

    def _finishResponse(self, rest: bytes) -> None:
        # Called by the parser when an answer has ended; `rest` is what came behind it in the same piece. It stays in
        # the exchange, for it was sent; and since no answer can be told from it, the connection is not used again.
        wire, self._wire = self._wire, None
        if wire is not None:
            self._describe(wire)
            wire.whole = wire.cut is None and not wire.hung_up
            if wire.cut == "disconnect" and wire.tls is not None:
                # A body without length, over TLS that was not closed in good order: many servers never do, so nobody
                # can tell whether it is whole.
                wire.cut = "unspecified"
        if wire is not None and self._breaks_off(wire, rest):
            self._last, wire.excess, wire.listening = wire, rest, cast(Any, self.transport).abortConnection
            said = cast(Any, self._parser).connHeaders
            wire.closes = bool(rest) or self._closes() or b"close" in said.getRawHeaders(b"Connection", ())
            said.removeHeader(b"Connection")  # Twisted would hang up at once; `_exchange` does, a moment later
            rest = b""
        elif self._currentRequest is not None and (rest or self._closes()):
            self._currentRequest.persistent = False
        super()._finishResponse(rest)

    def _breaks_off(self, wire: _Wire, rest: bytes) -> bool:
        """Whether the announced Content-Length has come, and is not all: old servers count letters, not bytes."""
        parser = cast(Any, self._parser)
        response = getattr(parser, "response", None)
        if response is None or response.code in parser.NO_BODY_CODES or not isinstance(response.length, int):
            return False
        if parser.connHeaders.hasHeader(b"Transfer-Encoding"):
            return False
        if rest:
            return not rest.startswith(b"HTTP/")  # a second answer to one question is none of this one's
        return unfinished(b"".join(wire.received).partition(b"\r\n\r\n")[2])

    def _closes(self) -> bool:
        """Whether the server closes by itself: HTTP/1.0 does, where it does not say that it keeps the connection."""
        parser = cast(Any, self._parser)
        if parser is None or parser.response.version[1:] >= (1, 1):
            return False
        return b"keep-alive" not in b",".join(parser.connHeaders.getRawHeaders(b"Connection", ())).lower()

    def connectionLost(self, reason: Failure) -> None:  # type: ignore[override]
        wire, last = self._wire, self._last
        if last is not None:
            last.listening = None
        if wire is not None:
            if isinstance(reason.value, ConnectionAborted):
                wire.hung_up = True
            else:
                wire.lost = True
                if not isinstance(reason.value, ConnectionDone) and wire.cut is None:
                    wire.cut = "disconnect"
            self._describe(wire)
        super().connectionLost(reason)  # type: ignore[no-untyped-call]

    def _describe(self, wire: _Wire) -> None:
        if self._tls is None and hasattr(self.transport, "getPeerCertificate"):
            connection = cast(Any, self.transport).getHandle()
            if connection.get_cipher_name():
                shown = connection.get_peer_cert_chain() or ()
                self._tls = (
                    f"{connection.get_protocol_version_name()} {connection.get_cipher_name()}",
                    [one.to_cryptography() for one in shown],
                )
        if self._tls is not None:
            wire.tls, wire.chain = self._tls


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _Protocol:
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class _TappedPool:
    """The pool of connections, as one request sees it: each connection it gets knows whose bytes come next."""

    def __init__(self, pool: HTTPConnectionPool, tap: _Tap) -> None:
        self._pool = pool
        self._tap = tap
        self.persistent = pool.persistent

    def getConnection(self, key: Any, endpoint: Any) -> defer.Deferred[Any]:
        got: defer.Deferred[Any] = self._pool.getConnection(key, endpoint)
        return got.addCallback(self._tapped, key, endpoint)

    def _tapped(self, protocol: _Protocol, key: Any, endpoint: Any) -> Any:
        protocol.tap = self._tap
        if not protocol.used:
            return protocol

        def fresh() -> Any:
            # the server may have closed the connection just as we wrote: once more, on a new one
            got: defer.Deferred[Any] = self._pool._newConnection(key, endpoint)
            return got.addCallback(self._tapped, key, endpoint)

        return _RetryingHTTP11ClientProtocol(protocol, fresh)  # type: ignore[no-untyped-call]


# --- whom we connect to -----------------------------------------------------------------------------------------------


@implementer(IResolutionReceiver)
class _Sieve:
    """Lets those addresses of a host through that may be touched, so that no connection to another is even tried."""

    def __init__(self, receiver: Any, check: Callable[[str], bool]) -> None:
        self._receiver = receiver
        self._check = check

    def resolutionBegan(self, resolution: IHostResolution) -> None:
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:
        if self._check(address.host):
            self._receiver.addressResolved(address)

    def resolutionComplete(self) -> None:
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class _Resolver:
    def __init__(self, resolver: Any, check: Callable[[str], bool]) -> None:
        self._resolver = resolver
        self._check = check

    def resolveHostName(self, receiver: Any, hostName: str, portNumber: int = 0, **more: Any) -> Any:
        return self._resolver.resolveHostName(_Sieve(receiver, self._check), hostName, portNumber, **more)


@implementer(IReactorPluggableNameResolver, IReactorTCP, IReactorTime)
class _Reactor:
    """The reactor, with names resolved under supervision."""

    def __init__(self, reactor: Any, check: Callable[[str], bool]) -> None:
        self._reactor = reactor
        self.nameResolver = _Resolver(reactor.nameResolver, check)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reactor, name)


@dataclass(slots=True)
class _Endpoint:
    """Where a request goes; worked out (names, certificates) only where a new connection must be made to it."""

    factory: Any
    uri: Any

    def connect(self, protocol_factory: Any) -> defer.Deferred[Any]:
        made: defer.Deferred[Any] = self.factory.endpointForURI(self.uri).connect(protocol_factory)
        return made


class _Agent(_ScrapyAgent):
    def __init__(self, *, tap: _Tap, pool: HTTPConnectionPool, **more: Any) -> None:
        super().__init__(pool=cast(HTTPConnectionPool, _TappedPool(pool, tap)), **more)
        self._tap = tap

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        agent = super()._get_agent(request, timeout)
        factory = cast(Any, agent)._endpointFactory
        factory._reactor = _Reactor(factory._reactor, self._tap.check)
        agent._getEndpoint = lambda uri: _Endpoint(factory, uri)  # type: ignore[method-assign]
        return agent


# --- the handler ------------------------------------------------------------------------------------------------------


class CapturingHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP/1.1 download handler; every exchange goes to `spider.run.capture` first.

    A spider without a `run` (scrapy fetch, scrapy shell) is served without being archived.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory
        self._pool.retryAutomatically = False  # _TappedPool does, with the tap on the new connection too
        crawler.signals.connect(self._enough, signal=signals.bytes_received)
        self._received: dict[Request, int] = {}

    async def download_request(self, request: Request) -> Response:
        request.meta.pop("capture", None)  # of a redirect or a try before
        manners = manners_of(self._crawler)
        host = urlparse_cached(request).hostname or ""
        async with manners.door(host):
            await turn(self._crawler, request)  # (1)
            return await self._exchange(request, manners, host)

    async def _exchange(self, request: Request, manners: Manners, host: str) -> Response:
        maxsize = request.meta.get("download_maxsize", self._default_maxsize)
        tap = _Tap(
            clock=getattr(self._crawler.spider, "clock", None) or _now,
            limit=maxsize + HEAD_LIMIT if maxsize else 0,
            fault=lambda address: manners.reach.fault(host, address),
            started=lambda: manners.pace(host).asked(monotonic()),
        )
        agent = _Agent(
            tap=tap,
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        began = monotonic()
        try:
            with wrap_twisted_exceptions():
                coming = agent.download_request(request)  # (2) to (4)
                manners.coming.add(coming)
                try:
                    response = await maybe_deferred_to_future(coming)
                finally:
                    manners.coming.discard(coming)
        except BaseException as error:
            if tap.refused is not None and isinstance(error, (CannotResolveHostError, Refused)):
                raise Refused(*tap.refused) from error
            if isinstance(error, DownloadTimeoutError) and _still_coming(tap, monotonic() - began):
                error = Endless(f"{tap.wires[-1].size} bytes came, and it went on for {monotonic() - began:.0f} s")
            manners.pace(host).answered(monotonic(), monotonic() - began, None)
            manners.by_status["none"] += 1
            self._hand_over(request, tap, manners, _CUTS.get(failure_of(error), "unspecified"))
            hung_up = isinstance(error.__cause__, defer.CancelledError)
            if hung_up and getattr(self._crawler.spider, "in_a_hurry", False):
                raise Refused("run-ending", "the run was told to end before the answer had come") from error
            if tap.wires and tap.wires[-1].cut == "length":  # its own kind of error, so that nobody asks again
                raise DownloadCancelledError(f"more than {tap.limit} bytes came for {request.url!r}") from error
            raise error
        finally:
            self._received.pop(request, None)
        wish = wish_of(response)
        manners.pace(host).answered(monotonic(), request.meta.get("download_latency", 0.0), response.status, wish)
        manners.by_status[str(response.status)] += 1
        if kind := _kind_of(request, response):
            manners.by_kind[kind] += 1
        wire = tap.wires[-1]
        if (size := _head_size(wire.received)) > LONG_HEAD:
            manners.fail("long-header", request.url, f"a head of {size} bytes; the page was taken all the same")
        await _listen(wire, host, manners)
        if wire.excess:
            response = response.replace(body=response.body + wire.excess, flags=[*response.flags, "overlong"])
        ended: Cut = "disconnect" if wire.lost else "unspecified"  # in the second case, chunks that are none
        self._hand_over(request, tap, manners, "length" if "download_stopped" in response.flags else ended)
        if wire.cut == "disconnect" and not wire.whole:
            if "dataloss" not in response.flags:
                response.flags.append("dataloss")  # a body without length whose connection broke: Twisted calls it done
            response.flags.append("reset")
        if wire.chain and host not in manners.certificates:
            manners.certificates[host] = _certificate(host, wire.chain, manners, request.url)
        return response  # (7)

    def _hand_over(self, request: Request, tap: _Tap, manners: Manners, cut: Cut) -> None:
        """(5) and (6). An archive that cannot be written stops everything, and the answer is not used."""
        manners.total += max(1, len(tap.wires))
        if len(tap.wires) > 1:
            manners.by_status["none"] += len(tap.wires) - 1  # stale connections, on which nothing came
        run = getattr(self._crawler.spider, "run", None)
        for place, wire in enumerate(tap.wires):
            manners.bytes_received += wire.size
            if run is None or (request.url.startswith("https:") and wire.tls is None and not wire.received):
                continue  # in the second case no handshake was made, and what we wrote never left this machine
            last = place == len(tap.wires) - 1
            exchange = Exchange(
                url=urldefrag(request.url).url,
                request=b"".join(wire.written),
                response=b"".join(wire.received),
                started_at=wire.started_at,
                finished_at=wire.finished_at,
                ip=wire.ip,
                truncated=None if wire.whole else wire.cut or (cut if last else "disconnect"),
                tls=wire.tls,
            )
            try:
                ref = run.capture(exchange)
            except Exception as error:
                stop_everything(self._crawler, error)
                raise Refused("not-kept", f"{request.url!r}: the archive could not be written: {error}") from error
            if last:
                request.meta["capture"] = ref

    def _enough(self, data: bytes, request: Request) -> None:
        """meta['stop_after']: bytes of body that are enough; the rest is cut off, and the capture says so."""
        if "stop_after" in request.meta:
            self._received[request] = self._received.get(request, 0) + len(data)
            if self._received[request] >= request.meta["stop_after"]:
                raise StopDownload(fail=False)


LONG_HEAD = 32 * 1024
"""Bytes of a head that are worth a word in the report; common servers and browsers stop at 8 to 256 KiB."""


def _still_coming(tap: _Tap, seconds: float) -> bool:
    """Whether of the body something had come, the last of it within the last tenth of so many *seconds*."""
    wire = tap.wires[-1] if tap.wires else None
    if wire is None or wire.finished_at is None or not b"".join(wire.received).partition(b"\r\n\r\n")[2]:
        return False
    return (tap.clock() - wire.finished_at).total_seconds() <= max(0.5, seconds / 10)


def _head_size(received: list[bytes]) -> int:
    """Bytes before the body; interim answers are not counted apart."""
    if b"\r\n\r\n" in received[0]:
        return 0 if len(received[0]) <= LONG_HEAD else received[0].index(b"\r\n\r\n") + 4
    return max(0, b"".join(received).find(b"\r\n\r\n") + 4)


LISTEN = 0.3
"""Seconds for which more is waited for, where a body breaks off at the very end of what was announced."""


async def _listen(wire: _Wire, host: str, manners: Manners) -> None:
    """Take what comes behind a body that breaks off at its Content-Length; then hang up, where anything did."""
    if wire.listening is None:
        return
    if wire.excess or manners.waits[host] < 5:  # a site that never ends its pages is not waited for each time
        size, still = wire.size, monotonic()
        while wire.listening is not None and monotonic() - still < LISTEN:
            await asyncio.sleep(0.02)
            if wire.size > size:
                size, still = wire.size, monotonic()
        manners.waits[host] += 0 if wire.excess else 1
    if wire.listening is not None and (wire.excess or wire.closes):
        wire.listening()
    wire.listening = None


def _certificate(host: str, chain: Sequence[x509.Certificate], manners: Manners, url: str) -> Certificate:
    error = certificate_fault(chain[0], host, chain[1:])
    if error is not None:
        manners.fail("certificate", url, f"{error}; the pages were taken all the same")
    return Certificate(host=host, not_after=utc(chain[0].not_valid_after_utc), error=error)


def _now() -> datetime:
    return datetime.now(UTC)


# WARC-Truncated, by how the download failed.
_CUTS: dict[str, Cut] = {
    "timeout": "time",
    "endless": "time",
    "too-large": "length",
    "cut-off": "disconnect",
    "no-answer": "disconnect",
    "tls": "disconnect",
}


def _kind_of(request: Request, response: Response) -> str | None:
    """What an answer is before anyone has read it; the walk counts the others by what they say."""
    if request.meta.get("asked_as") == "robots":
        return "robots"
    if 300 <= response.status < 400 and b"Location" in response.headers:
        return "redirect"
    return None


@lru_cache(maxsize=1)
def _roots() -> Store | None:
    """Whom this machine trusts."""
    roots = []
    with warnings.catch_warnings(), suppress(ValueError):
        warnings.simplefilter(
            "ignore"
        )  # old roots break today's rules for serial numbers; they are trusted all the same
        for one in std_ssl.create_default_context().get_ca_certs(binary_form=True):
            roots.append(x509.load_der_x509_certificate(one))
    return Store(roots) if roots else None


def certificate_fault(leaf: x509.Certificate, host: str, chain: Sequence[x509.Certificate] = ()) -> str | None:
    """Why the certificate of *host* does not hold, or None.

    We go on all the same: an expired certificate is how many a department's site lives, and what it shows is worth
    keeping. But the report says so, and whoever wants to stop there sets DOWNLOAD_VERIFY_CERTIFICATES.
    """
    now = datetime.now(UTC)
    if leaf.not_valid_after_utc < now:
        return f"expired on {leaf.not_valid_after_utc:%Y-%m-%d}"
    if leaf.not_valid_before_utc > now:
        return f"valid only from {leaf.not_valid_before_utc:%Y-%m-%d}"
    roots = _roots()
    if roots is None:
        return None  # a machine without roots cannot judge
    try:
        subject: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        subject = x509.DNSName(host)
    try:
        PolicyBuilder().store(roots).build_server_verifier(cast(Any, subject)).verify(leaf, list(chain))
    except VerificationError as error:
        return " ".join(str(error).split())
    except ValueError as error:
        return str(error)
    return None
