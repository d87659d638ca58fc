"""ReplayWeb.page in a real browser, and pywb, play what we crawled and hand over.

Both are other programs (AGPL, GPL) and no part of ours; without them these tests are skipped. pywb: `wayback` on the
PATH. ReplayWeb.page: `npm pack replaywebpage`, unpack it, and name the folder of its sw.js in REPLAYWEBPAGE.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue

import pytest
from kept_archives import NIGHT, exchange, read

from archiver import open_archive
from archiver.errors import Exit
from archiver.keeping import create_archive
from archiver.keeping.handover import export_wacz
from archiver.practice import PracticeServer
from archiver.running import CrawlOptions
from spiders.crawling import crawl

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PLAYER = Path(os.environ.get("REPLAYWEBPAGE", "node_modules/replaywebpage"))
WAYBACK = shutil.which("wayback")

browser = pytest.mark.skipif(
    not CHROMIUM or not (PLAYER / "sw.js").is_file(), reason="Chromium, or ReplayWeb.page ($REPLAYWEBPAGE), is not here"
)
wayback = pytest.mark.skipif(not WAYBACK, reason="pywb is not on the PATH")

PICTURE = (
    b"GIF89a\x05\x00\x05\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x05\x00\x05\x00\x00\x02\x05\x84\x8f\xa9\xcb]\x00;"
)
UNCHANGED = b'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n'
SECOND = NIGHT + timedelta(days=40)


@pytest.fixture(scope="module")
def two_nights(tmp_path_factory):
    """A practice portal, crawled with its pictures; forty days later everything is asked again, and is as it was."""
    root = tmp_path_factory.mktemp("crawled")
    options = CrawlOptions(root=root, slug="thu", delay=0, attachment_types=("documents", "images", "page"), now=NIGHT)
    with PracticeServer("plain") as server:
        assert crawl(server.url, options).exit == Exit.OK
        again = CrawlOptions(root=root, delay=0, attachment_types=options.attachment_types, now=SECOND, full=True)
        outcome = crawl("thu", again)
    assert (outcome.exit, outcome.report.articles.kept) == (Exit.OK, 0)
    archive = open_archive(root / "thu")
    index = [path.read_text() for path in sorted(archive.path.glob("captures/*/*.cdxj"))]
    assert len(index) == 2
    assert '"status":"304"' in index[1]
    assert re.search(r'warc/revisit","status":"200"', index[1])
    return archive


ASKS = """<!doctype html><meta charset=utf-8><script>
const wanted = %s, said = {};
const seen = (frame) => {
  const inside = frame.contentDocument;
  return {text: inside.body.innerText.trim(), images: [...inside.images].map(i => i.naturalWidth)};
};
const within = (promise, seconds, what) => Promise.race([promise, new Promise((_, stop) =>
  setTimeout(() => stop(new Error(what + " took longer than " + seconds + " s")), seconds * 1000))]);
async function play() {
  await navigator.serviceWorker.register("/sw.js", {scope: "/"});
  const worker = (await within(navigator.serviceWorker.ready, 20, "the player's start")).active;
  const added = new Promise((go, stop) => navigator.serviceWorker.addEventListener("message", e => {
    if (e.data.msg_type === "collAdded") go();
    if (e.data.error) stop(new Error(e.data.error));
  }));
  worker.postMessage({msg_type: "addColl", name: "x", file: {sourceUrl: location.origin + "/x.wacz"}});
  await within(added, 20, "opening the package");
  for (const what of wanted) {
    const frame = document.createElement("iframe");
    const loaded = new Promise(go => frame.onload = go);
    frame.src = "/w/x/" + what;
    document.body.append(frame);
    try {
      await within(loaded, 5, "the page");
      said[what] = seen(frame);
    } catch (e) {
      said[what] = {error: String(e)};
    }
    frame.remove();
  }
}
onload = () => play().catch(e => said.error = String(e))
  .then(() => fetch("/said", {method: "POST", body: JSON.stringify(said)}));
</script><body></body>"""


@contextmanager
def site(wacz: Path, wanted: list[str]):
    """(address, where what the browser saw arrives)."""
    said: Queue[dict] = Queue()
    page = (ASKS % json.dumps(wanted)).encode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            name = self.path.partition("?")[0]
            if name == "/x.wacz":
                data, kind = wacz.read_bytes(), "application/wacz"
            elif name == "/":
                data, kind = page, "text/html"
            elif name in ("/sw.js", "/ui.js"):
                data, kind = (PLAYER / name[1:]).read_bytes(), "text/javascript"
            else:
                data, kind = b"", "text/plain"
            asked, size = self.headers.get("Range", ""), len(data)
            if asked.startswith("bytes="):
                start, _, end = asked[6:].partition("-")
                first = int(start) if start else size - int(end)
                last = min(int(end), size - 1) if start and end else size - 1
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
                data = data[first : last + 1]
            else:
                self.send_response(200 if data else 404)
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        do_HEAD = do_GET

        def do_POST(self):
            said.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", said
    finally:
        server.shutdown()
        server.server_close()


def seen_in_browser(wacz: Path, wanted: list[str], profile: Path) -> dict:
    with site(wacz, wanted) as (url, said):
        line = [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={profile}", url,
        ]  # fmt: skip
        with (profile.parent / "log").open("wb") as log, subprocess.Popen(line, stdout=log, stderr=log) as running:
            try:
                return said.get(timeout=60)
            except Empty:
                pytest.fail((profile.parent / "log").read_text()[-2000:])
            finally:
                running.terminate()


def plain(body: bytes, kind: str = "text/html; charset=utf-8") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def packed(body: bytes) -> bytes:
    data = gzip.compress(body, mtime=0)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
    return head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)


TEXTS = ("Tin lúc đầu.", "Tin lúc đầu.", "Tin đã sửa rồi.", "Tin lúc đầu.", "Tin lúc đầu.")
NIGHTS = [NIGHT + timedelta(days=day, microseconds=123_456) for day in range(len(TEXTS))]


@pytest.fixture(scope="module")
def taking_turns(tmp_path_factory):
    """Pages whose text is edited and taken back, so that a revisit of the first comes after the second; and a 304."""
    archive = create_archive(tmp_path_factory.mktemp("turns"), "thu", url="http://thu.example/", now=NIGHT)
    for day, text in enumerate(TEXTS):
        body = f"<!doctype html><meta charset=utf-8><h1>Bài</h1><p>{text}</p><img src='/anh.gif'>".encode()
        same = day in (1, 4)
        with archive.begin(NIGHTS[day]) as run:
            for name, response in (
                ("tin/plain", plain(body)),
                ("tin/packed", packed(body)),
                ("tin/asked", UNCHANGED if same else plain(body)),
                ("anh.gif", UNCHANGED if same else plain(PICTURE, "image/gif")),
            ):
                item = exchange(f"http://thu.example/{name}", response, NIGHTS[day])
                ref = run.capture(item)
                if name == "tin/plain":
                    run.keep(read(item, ref))
            run.seal({})
    return archive


@browser
@pytest.mark.parametrize("digits", [14, 17])
def test_replayweb_page_shows_each_night_as_it_was(taking_turns, tmp_path, digits):
    when = [f"{night:%Y%m%d%H%M%S%f}"[:digits] for night in NIGHTS]
    asked = {
        f"{when[day]}mp_/http://thu.example/tin/{name}": text
        for day, text in enumerate(TEXTS)
        for name in ("plain", "packed", "asked")
    }
    seen = seen_in_browser(export_wacz(taking_turns, tmp_path / "x.wacz"), list(asked), tmp_path / "profile")
    assert seen == {what: {"text": f"Bài\n\n{text}", "images": [5]} for what, text in asked.items()}


@browser
def test_replayweb_page_shows_every_page_of_a_crawl_with_its_pictures(two_nights, tmp_path):
    records = list(two_nights)
    with_pictures = [record for record in records if record.images]
    chosen = [*with_pictures[:6], *records[:4]]
    assert len(with_pictures) > 6
    asked = {f"{night:%Y%m%d%H%M%S}mp_/{record.url}": record for night in (NIGHT, SECOND) for record in chosen}
    seen = seen_in_browser(export_wacz(two_nights, tmp_path / "x.wacz"), list(asked), tmp_path / "profile")
    for what, record in asked.items():
        assert record.title in seen[what]["text"], what
        assert len(seen[what]["images"]) >= len(record.images), what
        assert 0 not in seen[what]["images"], what


@contextmanager
def pywb(archive, folder: Path):
    """Where it answers. It would play a 304 as one, which no browser shows anything for: those lines stay out."""
    collection = folder / "collections" / "thu"
    (collection / "archive").mkdir(parents=True)
    (collection / "indexes").mkdir()
    for path in archive.capture_files():
        shutil.copy(path, collection / "archive")
    lines = sorted(line for p in archive.path.glob("captures/*/*.cdxj") for line in p.read_bytes().splitlines())
    kept = [line + b"\n" for line in lines if b'"status":"304"' not in line]
    (collection / "indexes" / "index.cdxj").write_bytes(b"".join(kept))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [str(WAYBACK), "-p", str(port), "-b", "127.0.0.1"]
    with (folder / "log").open("wb") as log, subprocess.Popen(line, cwd=folder, stdout=log, stderr=log) as running:
        try:
            for _ in range(150):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/thu/", timeout=5).read()
                    break
                except OSError:
                    time.sleep(0.2)
            yield f"http://127.0.0.1:{port}/thu/"
        finally:
            running.terminate()


@wayback
def test_pywb_shows_every_page_of_a_crawl_with_its_pictures(two_nights, tmp_path):
    records = [record for record in two_nights if record.images]
    assert len(records) > 6
    with pywb(two_nights, tmp_path) as address:
        for night in (f"{NIGHT:%Y%m%d%H%M%S}", f"{SECOND:%Y%m%d%H%M%S}"):
            for record in records[:6]:
                page = urllib.request.urlopen(f"{address}{night}mp_/{record.url}", timeout=9).read().decode()
                assert record.title in page
                for image in record.images:
                    assert image.url in page
                    shown = urllib.request.urlopen(f"{address}{night}im_/{image.url}", timeout=9).read()
                    assert shown.startswith(b"\x89PNG")
                    assert len(shown) == image.bytes


@wayback
def test_pywb_shows_each_night_as_it_was(taking_turns, tmp_path):
    with pywb(taking_turns, tmp_path) as address:
        for night, text in zip(NIGHTS, TEXTS, strict=True):
            for name in ("plain", "packed"):
                url = f"{address}{night:%Y%m%d%H%M%S}mp_/http://thu.example/tin/{name}"
                assert text in urllib.request.urlopen(url, timeout=9).read().decode(), (night, name)
