"""The capture against a raw socket that sends what no HTTP library would: byte for byte, both ways."""

from __future__ import annotations

import gzip
import ipaddress
import random
import socket
import ssl
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import brotli
import pytest
from crawling import crawl
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hostile import CLOSE, CUT, HANG, RESET, Hostile

from archiver.keeping.captures import content_of, undecoded, zstd
from pipelines.capture import certificate_fault

PAGE = "<!doctype html><title>Tin</title><p>Sáng 5/8/2024, Sở X họp.</p>".encode()
WHOLE = b"<!doctype html><html><title>Tin</title><p>" + "Sáng 5/8/2024, Sở X họp.".encode() * 9 + b"</p></html>"
ZIPPED = gzip.compress(PAGE * 50, mtime=0)
BOMB = gzip.compress(b"\0" * (3 << 20), mtime=0)  # 3 KB that become 3 MB; the limit of these tests is 1 MiB
MAXSIZE = 1 << 20


def http(status: str, *headers: str | bytes, body: bytes = b"", length: bool = True) -> bytes:
    lines = [f"HTTP/1.1 {status}".encode()]
    lines += [one if isinstance(one, bytes) else one.encode() for one in headers]
    if length:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def chunked(*chunks: bytes, head: bytes = b"", tail: bytes = b"0\r\n\r\n") -> bytes:
    return (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
        + head
        + b"\r\n"
        + b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
        + tail
    )


@dataclass
class Kind:
    """One kind of exchange: what the server does, and what must come of it."""

    name: str
    script: list[Any]
    status: int | None = 200
    """What the spider sees; None: a failure."""
    body: bytes | None = PAGE
    truncated: str | None = None
    kind: str | None = None
    """Of the failure."""
    flags: tuple[str, ...] = ()
    method: str = "GET"
    tries: int = 1
    """How often it is asked, retries included."""
    ask: bytes = b""
    """Body of the request."""


# fmt: off
KINDS = [
    Kind("plain", [http("200 OK", body=PAGE)]),
    Kind("no reason phrase", [http("200", body=PAGE)]),
    Kind("an empty reason phrase", [http("200 ", body=PAGE)]),
    Kind("a reason phrase in Vietnamese", [http("200 Được rồi", body=PAGE)]),
    Kind("odd case and spaces", [http("200 OK", "sErVeR:   Apache  ", "X-A:\tb", body=PAGE)]),
    Kind("a header twice, apart", [http("200 OK", "Set-Cookie: a=1", "X-B: 2", "Set-Cookie: c=3", body=PAGE)]),
    Kind("latin-1 bytes in a header", [http("200 OK", b"X-Name: caf\xe9 \xff", body=PAGE)]),
    Kind("a header without a colon", [http("200 OK", "no colon here", body=PAGE)]),
    Kind("a header without a name", [http("200 OK", ": nothing", "X Y: z", body=PAGE)]),
    Kind("a folded header", [http("200 OK", "X-Long: one", "  two", "\tthree", body=PAGE)]),
    Kind("a header of 100 kB", [http("200 OK", "X-Big: " + "x" * 100_000, body=PAGE)]),
    Kind("two thousand headers", [http("200 OK", *(f"X-{n}: {n}" for n in range(2000)), body=PAGE)]),
    Kind(
        "lines that end with LF alone",
        [b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 5\n\nhello"],
        body=b"hello",
    ),
    Kind("lines that end with LF, and an empty one that ends with CRLF",
         [b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 69\n\r\n" + PAGE]),
    Kind("HTTP/1.0 without length", [b"HTTP/1.0 200 OK\r\nServer: old\r\n\r\n" + PAGE, CLOSE], flags=("partial",)),
    Kind("HTTP/1.1 without length", [http("200 OK", length=False) + PAGE, CLOSE], flags=("partial",)),
    Kind("connection: close", [http("200 OK", "Connection: close", body=PAGE), CLOSE]),
    Kind("no body", [http("200 OK")], body=b""),
    Kind("204", [http("204 No Content", length=False)], status=204, body=b""),
    Kind("304", [http("304 Not Modified", 'ETag: "x"', length=False)], status=304, body=b""),
    Kind("404 with a page", [http("404 Khong thay", body=PAGE)], status=404),
    Kind("a status of its own", [http("299 Hm", body=PAGE)], status=299),
    Kind("HEAD", [http("200 OK", "Content-Length: 4711", length=False)], body=b"", method="HEAD"),
    Kind("POST", [http("200 OK", body=PAGE)], method="POST", ask="__VIEWSTATE=%2FwEP&tên=x".encode()),
    Kind("chunked", [chunked(PAGE[:10], PAGE[10:])]),
    Kind("chunked in upper case with leading zeros", [chunked(tail=b"00040\r\n" + b"a" * 64 + b"\r\n000\r\n\r\n")],
         body=b"a" * 64),
    Kind(
        "chunked with extensions and trailers",
        [chunked(tail=b'5;name="v;x"\r\nhello\r\n0;last\r\nX-Sum: 1\r\nX-Sum: 2\r\n\r\n')],
        body=b"hello",
    ),
    Kind("chunked, a byte at a time", [bytes([one]) for one in chunked(b"ab", b"c")], body=b"abc"),
    Kind(
        "chunked that breaks off",
        [chunked(b"abc", tail=b"ff\r\nde"), CLOSE],
        body=b"abcde",
        truncated="disconnect",
        flags=("dataloss",),
        tries=2,
    ),
    Kind(
        "a chunk whose size is no number",
        [chunked(b"abc", tail=b"zz\r\nde\r\n"), CLOSE],
        body=b"abc",
        truncated="unspecified",
        flags=("dataloss",),
        tries=2,
    ),
    Kind("gzip", [http("200 OK", "Content-Encoding: gzip", body=ZIPPED)], body=PAGE * 50),
    Kind("gzip, chunked", [chunked(ZIPPED[:20], ZIPPED[20:], head=b"Content-Encoding: gzip\r\n")], body=PAGE * 50),
    Kind("deflate", [http("200 OK", "Content-Encoding: deflate", body=zlib.compress(PAGE))]),
    Kind("deflate without its header", [http("200 OK", "Content-Encoding: deflate", body=zlib.compress(PAGE)[2:-4])]),
    Kind("brotli", [http("200 OK", "Content-Encoding: br", body=brotli.compress(PAGE))]),
    Kind("zstd", [http("200 OK", "Content-Encoding: zstd", body=zstd.compress(PAGE))]),
    Kind("brotli that is none", [http("200 OK", "Content-Encoding: br", body=PAGE)], flags=("undecodable",)),
    Kind("a charset for a coding", [http("200 OK", "Content-Encoding: UTF-8", body=PAGE)]),
    Kind(
        "gzip that breaks off",
        [http("200 OK", "Content-Encoding: gzip", body=ZIPPED[:-9])],
        body=None,
        flags=("dataloss", "torn"),
        tries=2,
    ),
    Kind("gzip that is none", [http("200 OK", "Content-Encoding: gzip", body=PAGE)], flags=("undecodable",)),
    Kind("a coding nobody knows", [http("200 OK", "Content-Encoding: zipzap", body=PAGE)]),
    Kind("a gzip bomb", [http("200 OK", "Content-Encoding: gzip", body=BOMB)], status=None, kind="too-large"),
    Kind(
        "a Content-Length too long",
        [http("200 OK", "Content-Length: 9999", length=False) + PAGE, CLOSE],
        truncated="disconnect",
        flags=("miscounted",),
        tries=2,
    ),
    Kind("a Content-Length too short", [http("200 OK", "Content-Length: 5", length=False) + PAGE], flags=("overlong",)),
    Kind("one that is short of what comes later",
         [http("200 OK", f"Content-Length: {len(WHOLE) - 9}", length=False) + WHOLE[:-9], 0.1, WHOLE[-9:]],
         body=WHOLE, flags=("overlong",)),
    Kind("the same, and the connection closed behind it",
         [http("200 OK", "Connection: close", "Content-Length: 30", length=False) + WHOLE[:30], 0.1, WHOLE[30:], CLOSE],
         body=WHOLE, flags=("overlong",)),
    Kind("a page that never ends, as long as it says", [http("200 OK", body=WHOLE[:-9])], body=WHOLE[:-9]),
    Kind("a Content-Length too long, and the page broken off",
         [http("200 OK", "Content-Length: 9999", length=False) + WHOLE[:-20], CLOSE],
         body=WHOLE[:-20], truncated="disconnect", flags=("dataloss",), tries=2),
    Kind("a Content-Length that is a list",
         [http("200 OK", f"Content-Length: {len(PAGE)}, {len(PAGE)}", length=False) + PAGE]),
    Kind("a Content-Length that is no number",
         [http("200 OK", "Content-Length: ", length=False) + PAGE, CLOSE], flags=("partial",)),
    Kind("transfer-encoding: identity", [http("200 OK", "Transfer-Encoding: identity", body=PAGE)]),
    Kind("a continuation of nothing", [b"HTTP/1.1 200 OK\r\n  well\r\n" + http("", body=PAGE).partition(b"\r\n")[2]]),
    Kind("two Content-Lengths that agree", [http("200 OK", f"Content-Length: {len(PAGE)}", body=PAGE)]),
    Kind("two answers to one question", [http("200 OK", body=PAGE) + http("200 OK", body=b"a second one")]),
    Kind("early hints first", [b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + http("200 OK", body=PAGE)]),
    Kind("100 twice", [b"HTTP/1.1 100 Continue\r\n\r\n" * 2 + http("200 OK", body=PAGE)]),
    Kind("drip-fed", [bytes([one]) for one in http("200 OK", body=b"slow")], body=b"slow"),
    Kind(
        "drip-fed for ever",
        [http("200 OK", "Content-Length: 99", length=False), *[b"x", 0.1] * 60],
        status=None,
        truncated="time",
        kind="endless",
        tries=3,
    ),
    Kind("silence", [HANG], status=None, truncated="time", kind="timeout", tries=3),
    Kind("silence after the head", [http("200 OK", "Content-Length: 9", length=False), HANG],
         status=None, truncated="time", kind="timeout", tries=3),
    Kind("closed without a word", [CLOSE], status=None, truncated="disconnect", kind="no-answer", tries=4),
    Kind("reset without a word", [RESET], status=None, truncated="disconnect", kind="no-answer", tries=4),
    Kind("reset within the head", [b"HTTP/1.1 200 OK\r\nContent-Le", RESET],
         status=None, truncated="disconnect", kind="cut-off", tries=3),
    Kind(
        "reset within a body with length",
        [http("200 OK", "Content-Length: 99", length=False) + PAGE[:9], RESET],
        body=PAGE[:9],
        truncated="disconnect",
        flags=("dataloss", "reset"),
        tries=2,
    ),
    Kind(
        "reset within a body without length",
        [http("200 OK", length=False) + PAGE[:9], RESET],
        body=PAGE[:9],
        truncated="disconnect",
        flags=("dataloss", "partial", "reset"),
        tries=2,
    ),
    Kind("no HTTP at all", [b"SSH-2.0-OpenSSH_9.6\r\n", CLOSE],
         status=None, truncated="unspecified", kind="not-http", tries=3),
    Kind("a page and nothing else", [PAGE, b"\r\n", CLOSE],
         status=None, truncated="unspecified", kind="not-http", tries=3),
    Kind("a status that is no number", [b"HTTP/1.1 OK 200\r\n\r\n", CLOSE],
         status=None, truncated="unspecified", kind="not-http", tries=3),
    Kind(
        "larger than allowed, and says so",
        [http("200 OK", f"Content-Length: {MAXSIZE + 1}", length=False) + b"x" * 5000, HANG],
        status=None,
        truncated="length",
        kind="too-large",
    ),
    Kind(
        "larger than allowed, and does not say so",
        [http("200 OK", length=False) + b"x" * (MAXSIZE + 70_000), HANG],
        status=None,
        truncated="length",
        kind="too-large",
    ),
    Kind("a head without end", [b"HTTP/1.1 200 OK\r\n", *[(b"X-A: " + b"b" * 1000 + b"\r\n") * 110] * 20, HANG],
         status=None, truncated="length", kind="too-large"),
    Kind("503, then well", [[http("503 Busy", "Retry-After: 0")], [http("200 OK", body=PAGE)]], tries=2),
    Kind("429, then well", [[http("429 Slow", "Retry-After: 0")], [http("200 OK", body=PAGE)]], tries=2),
    Kind("500 for good", [http("500 Oops", body=b"oops")], status=500, body=b"oops", tries=3),
    Kind("a redirect", [[http("302 Found", "Location: /a-redirect?2", body=b"gone")], [http("200 OK", body=PAGE)]],
         tries=1),
    Kind("a page with a NUL and a torn UTF-8", [http("200 OK", body=b"a\0b\xe1\xba")], body=b"a\0b\xe1\xba"),
]
# fmt: on


def path_of(kind: Kind) -> str:
    return "/" + kind.name.replace(" ", "-").replace(",", "").replace("/", "").replace(":", "").lower()


SETTINGS = {"DOWNLOAD_TIMEOUT": 1.5, "DOWNLOAD_MAXSIZE": MAXSIZE, "LOG_LEVEL": "CRITICAL"}


@pytest.fixture(scope="module")
def met():
    scripts = {path_of(kind): kind.script for kind in KINDS}
    assert len(scripts) == len(KINDS)
    # One host for each kind (all of 127/8 is this machine), so that a trouble with one slows no other.
    with Hostile(scripts, address="0.0.0.0") as server:
        urls = {
            kind.name: f"http://127.{n // 250}.1.{n % 250 + 1}:{server.port}{path_of(kind)}"
            for n, kind in enumerate(KINDS)
        }
        requests = [{"url": urls[kind.name], "method": kind.method, "body": kind.ask} for kind in KINDS]
        hosts = tuple(url.split("/")[2] for url in urls.values())
        outcome = crawl(requests, hosts=hosts, settings={**SETTINGS, "CONCURRENT_REQUESTS": 100})
        yield server, urls, outcome


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_went_over_the_wire_is_what_is_captured(met, kind):
    server, urls, outcome = met
    exchanges = outcome.of(urls[kind.name])
    seen = [one for one in server.met if one.path == path_of(kind)]
    assert len(exchanges) == len(seen) == kind.tries
    for exchange, one in zip(exchanges, seen, strict=True):
        assert exchange.request == one.request
        if exchange.truncated in ("length", "time"):  # the server went on when we had hung up
            assert one.sent.startswith(exchange.response)
        else:
            assert exchange.response == one.sent
    assert exchanges[-1].truncated == kind.truncated
    assert exchanges[-1].ip == urls[kind.name].split("/")[2].split(":")[0]
    assert exchanges[-1].tls is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_spider_sees_the_answer_after_the_archive_has_it(met, kind):
    _, urls, outcome = met
    answer = outcome.answer(urls[kind.name])
    assert (answer.status, answer.kind) == (kind.status, kind.kind), answer
    assert tuple(sorted(answer.flags)) == kind.flags
    if kind.status is not None and kind.body is not None:
        assert answer.body == kind.body
    assert answer.capture is not None
    assert answer.captured_before or kind.status is None


READ_BOTH_WAYS = [kind for kind in KINDS if kind.status is not None and kind.name not in ("HEAD", "a redirect")]


@pytest.mark.parametrize("kind", READ_BOTH_WAYS, ids=lambda kind: kind.name)
def test_a_capture_read_again_gives_what_the_spider_was_given(met, kind):
    _, urls, outcome = met
    answer, message = outcome.answer(urls[kind.name]), outcome.of(urls[kind.name])[-1].response
    assert (content_of(message), undecoded(message)) == (answer.body, "undecodable" in answer.flags)


def test_a_cut_off_answer_holds_what_came(met):
    _, urls, outcome = met
    for name, least in [
        ("drip-fed for ever", 44),
        ("larger than allowed, and says so", 60),
        ("larger than allowed, and does not say so", MAXSIZE),
        ("a head without end", 2 * MAXSIZE),
    ]:
        assert len(outcome.of(urls[name])[-1].response) >= least
        assert len(outcome.of(urls[name])[-1].response) <= 2 * MAXSIZE + 400_000


def mangled(answer: bytes, dice: random.Random) -> bytes:
    """*answer* after one to four accidents."""
    for _ in range(dice.randint(1, 4)):
        a, b = sorted(dice.randrange(len(answer) + 1) for _ in range(2))
        b = min(b, a + dice.choice((1, 3, 40)))
        odd = dice.choice(
            (b"", b"\r\n", b"\n", b"\0", b"\xff", b": ", b"HTTP/1.1 200 OK\r\n", b"0\r\n\r\n", answer[a:b] * 3)
        )
        answer = answer[:a] + odd + answer[b:]
    return answer


def test_whatever_a_server_sends_is_captured_as_it_came():
    dice = random.Random(20261201)
    steps = [step for kind in KINDS for step in kind.script if isinstance(step, bytes)]
    good = sorted({step for step in steps if step.startswith(b"HTTP/1.") and len(step) < 5000})
    scripts: dict[str, list] = {}
    for n in range(200):
        answer = mangled(dice.choice(good), dice)
        cuts = sorted(dice.randrange(len(answer) + 1) for _ in range(dice.randint(0, 5)))
        pieces = [answer[a:b] for a, b in zip([0, *cuts], [*cuts, len(answer)], strict=True)]
        scripts[f"/{n}"] = [*pieces, dice.choice((CLOSE, CLOSE, RESET))]
    with Hostile(scripts, address="0.0.0.0") as server:
        urls = [f"http://127.9.0.{n + 1}:{server.port}/{n}" for n in range(200)]
        hosts = tuple(url.split("/")[2] for url in urls)
        outcome = crawl(urls, hosts=hosts, settings={**SETTINGS, "RETRY_TIMES": 0, "CONCURRENT_REQUESTS": 30})
        assert set(outcome.answers) == set(urls)  # each came to an end that the spider heard of
        for url in urls:
            path = "/" + url.rpartition("/")[2]
            exchanges = outcome.of(url)
            seen = [one for one in server.met if one.path == path]
            assert [one.request for one in exchanges] == [one.request for one in seen]
            for exchange, one in zip(exchanges, seen, strict=True):
                # Behind an end that we recognised, or in front of a reset, bytes may be on their way still.
                assert one.sent.startswith(exchange.response), path
                if exchange.truncated == "disconnect" and scripts[path][-1] == CLOSE:
                    assert one.sent == exchange.response, path


def test_requests_on_one_connection_are_told_apart():
    pages = {f"/{n}": [http("200 OK", f"X-N: {n}", body=b"%d" % n * (n + 1))] for n in range(12)}
    with Hostile(pages) as server:
        outcome = crawl([f"{server.url}/{n}" for n in range(12)])
        assert {one.connection for one in server.met} == {1}
        for one in server.met:
            [exchange] = outcome.of(server.url + one.path)
            assert (exchange.request, exchange.response, exchange.truncated) == (one.request, one.sent, None)


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nConnection: Close\r\n",
        b"HTTP/1.1 200 OK\r\nconnection: TE, close\r\n",
        b"HTTP/1.0 200 OK\r\n",
    ],
)
def test_no_question_is_put_to_a_connection_that_is_about_to_close(head):
    answer = [head + b"Content-Length: 2\r\n\r\nhi", 0.05, CLOSE]  # it is in no hurry
    with Hostile({f"/{n}": answer for n in range(8)}) as server:
        outcome = crawl([f"{server.url}/{n}" for n in range(8)])
        assert [len(outcome.of(f"{server.url}/{n}")) for n in range(8)] == [1] * 8
        assert all(exchange.truncated is None for exchange in outcome.exchanges)


def test_http_1_0_may_keep_its_connection_where_it_says_so():
    answer = [b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nhi"]
    with Hostile({f"/{n}": answer for n in range(4)}) as server:
        crawl([f"{server.url}/{n}" for n in range(4)])
        assert {met.connection for met in server.met} == {1}


def test_a_connection_that_went_stale_leaves_its_question_too():
    scripts = {"/a": [http("200 OK", body=b"a")], "/b": [[CLOSE], [http("200 OK", body=b"b")]]}
    with Hostile(scripts) as server:
        outcome = crawl([f"{server.url}/a", f"{server.url}/b"])
        first, second = outcome.of(f"{server.url}/b")
        assert (first.response, first.truncated) == (b"", "disconnect")
        assert (second.response, second.truncated) == (http("200 OK", body=b"b"), None)
        assert outcome.answer(f"{server.url}/b").capture == outcome.exchanges.index(second)


def test_bytes_that_nobody_asked_for_never_become_the_next_answer():
    scripts = {
        "/a": [http("200 OK", body=b"a"), 0.1, http("200 OK", body=b"forged")],
        "/b": [http("200 OK", body=b"b")],
    }
    with Hostile(scripts) as server:
        outcome = crawl([f"{server.url}/a", f"{server.url}/b"], settings={"DOWNLOAD_DELAY": 0.4})
        assert outcome.answer(f"{server.url}/b").body == b"b"
        assert [one.response for one in outcome.of(f"{server.url}/b")] == [http("200 OK", body=b"b")]


def test_each_hop_of_a_redirect_is_an_exchange_of_its_own():
    scripts = {
        "/a": [http("301 Moved", "Location: /b", body=b"there")],
        "/b": [http("302 Found", "Location: c")],
        "/c": [http("200 OK", body=PAGE)],
    }
    with Hostile(scripts) as server:
        outcome = crawl([f"{server.url}/a"])
        [answer] = outcome.answers[f"{server.url}/a"]
        assert outcome.exchanges[answer.capture].url == f"{server.url}/c"
        urls = [exchange.url for exchange in outcome.exchanges]
        assert urls == [server.url + path for path in ("/robots.txt", "/a", "/b", "/c")]
        assert outcome.manners["requests"].by_kind == {"redirect": 2, "robots": 1}


def test_an_archive_that_cannot_be_written_stops_everything():
    pages = {f"/{n}": [http("200 OK", body=PAGE)] for n in range(20)}
    with Hostile(pages) as server:
        outcome = crawl([f"{server.url}/{n}" for n in range(20)], broken=True)
        assert "No space left" in outcome.fatal
        assert outcome.reason == "archive"
        assert len(server.met) <= 5
        assert not [one for answers in outcome.answers.values() for one in answers if one.status]


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


# --- TLS ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certified(tmp_path_factory) -> dict[str, Path]:
    """Certificates that we sign ourselves: one that holds for today, one that ended yesterday."""
    folder, today = tmp_path_factory.mktemp("tls"), datetime.now(UTC)
    files = {}
    for name, until in (("fresh", today + timedelta(days=9)), ("expired", today - timedelta(days=1))):
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "so-x.example")])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(today - timedelta(days=30))
            .not_valid_after(until)
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
            .sign(key, hashes.SHA256())
        )
        files[name] = folder / f"{name}.pem"
        files[name].write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
    return files


def tls(file: Path, **limits: Any) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    for name, value in limits.items():
        setattr(context, name, value)
    return context


# fmt: off
TLS_KINDS = [
    Kind("plain", [http("200 OK", "Set-Cookie: a=1", "Set-Cookie: b=2", body=PAGE)]),
    Kind("again on the same connection", [http("200", b"X: \xe9", body=PAGE)]),
    Kind("chunked gzip", [chunked(ZIPPED, head=b"Content-Encoding: gzip\r\n")], body=PAGE * 50),
    Kind("large", [http("200 OK", body=PAGE * 9000)], body=PAGE * 9000),
    Kind("without length", [http("200 OK", length=False) + PAGE, CLOSE], flags=("partial",)),
    Kind(
        "without length, and closed without a word",
        [http("200 OK", length=False) + PAGE, CUT],
        flags=("partial",),
        truncated="unspecified",
    ),
    Kind(
        "reset",
        [http("200 OK", "Content-Length: 999", length=False) + PAGE, RESET],
        flags=("dataloss", "reset"),
        truncated="disconnect",
        tries=2,
    ),
    Kind("304", [http("304 Not Modified", length=False)], status=304, body=b""),
]
# fmt: on


def test_over_tls_the_bytes_within_are_what_is_captured(certified):
    with Hostile({path_of(kind): kind.script for kind in TLS_KINDS}, tls=tls(certified["fresh"])) as server:
        outcome = crawl([server.url + path_of(kind) for kind in TLS_KINDS])
        for kind in TLS_KINDS:
            exchanges = outcome.of(server.url + path_of(kind))
            seen = [one for one in server.met if one.path == path_of(kind)]
            sent = [(one.request, one.sent) for one in seen]
            assert [(one.request, one.response) for one in exchanges] == sent, kind.name
            assert (len(exchanges), exchanges[-1].truncated) == (kind.tries, kind.truncated), kind.name
            assert {one.tls for one in exchanges} == {"TLSv1.3 TLS_AES_256_GCM_SHA384"}, kind.name
            answer = outcome.answer(server.url + path_of(kind))
            assert (answer.status, answer.body, tuple(answer.flags)) == (kind.status, kind.body, kind.flags), kind.name
        [certificate] = outcome.manners["certificates"].values()
        assert certificate.host == "127.0.0.1"
        assert certificate.error


def test_an_expired_certificate_is_reported_and_the_page_taken_all_the_same(certified):
    old = tls(certified["expired"], maximum_version=ssl.TLSVersion.TLSv1_2)
    with Hostile({"/a": [http("200 OK", body=PAGE)]}, tls=old) as server:
        outcome = crawl([f"{server.url}/a"])
        assert outcome.answer(f"{server.url}/a").body == PAGE
        [exchange] = outcome.of(f"{server.url}/a")
        assert exchange.tls.startswith("TLSv1.2 ")
        assert outcome.manners["certificates"]["127.0.0.1"].error.startswith("expired on ")
        assert outcome.manners["failures"]["certificate"].count == 1


def test_whoever_wants_to_stop_at_a_broken_certificate_can(certified):
    with Hostile({"/a": [http("200 OK", body=PAGE)]}, tls=tls(certified["expired"])) as server:
        outcome = crawl([f"{server.url}/a"], settings={"DOWNLOAD_VERIFY_CERTIFICATES": True, "RETRY_TIMES": 0})
        assert not server.met
        assert "tls" in outcome.manners["failures"]
        assert outcome.answer(f"{server.url}/a").kind == "no-robots"  # which could not be asked, so nothing is allowed


def test_a_server_that_speaks_no_tls_is_a_failure_of_its_own():
    with Hostile({}, greeting=b"HTTP/1.1 400 Bad Request\r\n\r\n") as server:
        outcome = crawl([server.url.replace("http:", "https:") + "/a"], settings={"RETRY_TIMES": 0})
        assert outcome.manners["failures"]["tls"].example.endswith("/robots.txt")
        assert outcome.exchanges == []  # no handshake was made, so nothing was asked


def test_a_handshake_that_never_comes_to_an_end_is_given_up():
    with Hostile({}, greeting="silence") as server:
        url = server.url.replace("http:", "https:") + "/a"
        outcome = crawl([url], settings={"RETRY_TIMES": 0, "DOWNLOAD_TIMEOUT": 0.5})
        assert outcome.manners["failures"]["timeout"].example.endswith("/robots.txt")
        assert outcome.exchanges == []
        assert outcome.seconds < 5


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6 loopback")
def test_ipv6_is_spoken():
    with Hostile({"/a": [http("200 OK", body=PAGE)]}, address="::1") as server:
        outcome = crawl([f"{server.url}/a"])
        [exchange] = outcome.of(f"{server.url}/a")
        assert exchange.ip == "::1"
        assert f"\r\nHost: [::1]:{server.port}\r\n".encode() in exchange.request


def test_a_certificate_is_judged_by_its_dates_its_name_and_those_we_trust(certified):
    fresh, expired = (x509.load_pem_x509_certificate(certified[name].read_bytes()) for name in ("fresh", "expired"))
    assert certificate_fault(expired, "127.0.0.1").startswith("expired on ")
    assert certificate_fault(fresh, "127.0.0.1")  # signed by itself
    assert certificate_fault(fresh, "so.example")
