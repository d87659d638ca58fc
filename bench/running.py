"""What operations may expect: many sites in one run, an idle night, many starts at once, TERM, and the alarms.

python -m bench.running [all|many|idle|starts|term|alarms]
"""

from __future__ import annotations

import http.server
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from copy import deepcopy
from pathlib import Path

# As pip leaves an installation: with its bytecode compiled. A checkout that may write none compiles a second a start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "LANG")}
ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / f"archiver-bench-bytecode-{os.getuid()}")
PROGRAM = [sys.executable, "-m", "archiver"]
ROOT = Path(__file__).parents[1]


def page(number: int) -> bytes:
    paragraphs = "".join(
        f"<p>Sáng nay, đoàn công tác số {number} làm việc với cơ sở thứ {n} về phong trào thi đua yêu nước.</p>"
        for n in range(4)
    )
    return (
        f"<html><head><meta charset=utf-8><title>Tin {number}</title></head><body><h1>Đoàn công tác số {number}</h1>"
        f"<div class=date>Ngày đăng: 24/11/2024</div><div class=content>{paragraphs}</div></body></html>"
    ).encode()


class Sites(http.server.BaseHTTPRequestHandler):
    """A small site on every loopback address that is asked: a front page and some articles."""

    protocol_version = "HTTP/1.1"
    articles = 8

    def do_GET(self) -> None:
        if self.path == "/":
            items = "".join(
                f"<li><a href=/tin/{n}>Đoàn công tác số {n} đi cơ sở</a> 24/11/2024</li>" for n in range(self.articles)
            )
            body = f"<html><meta charset=utf-8><title>Sở</title><body><h2>Tin tức</h2><ul>{items}</ul></html>".encode()
        elif found := re.fullmatch(r"/tin/(\d+)", self.path):
            body = page(int(found[1]))
        else:
            self.send_error(404)
            return
        tag = f'"{hash(body) & 0xFFFFFFFF:x}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64
    daemon_threads = True


def serve(sites: int = 1) -> tuple[list[Server], int]:
    """As many sites, each on a loopback address of its own: hosts as far as politeness goes."""
    servers = [Server(("127.0.1.1", 0), Sites)]
    port = servers[0].server_port
    servers += [Server((f"127.0.1.{n + 2}", port), Sites) for n in range(sites - 1)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    return servers, port


def archiver(*line: object, root: Path) -> tuple[int, float, float]:
    """Exit code, wall and CPU seconds (children included)."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [*PROGRAM, *map(str, line), "--root", str(root)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode:
        print(done.stderr.decode()[-2000:], file=sys.stderr)
    return done.returncode, time.monotonic() - began, cpu


def many(sites: int = 100, jobs: int = 10, delay: float = 1.0) -> None:
    """100 small sites in one `--all` run, against the ideal schedule: the politeness delays over so many jobs."""
    servers, port = serve(sites)
    root = Path(tempfile.mkdtemp())
    tables = [f'[sites.s{n:03}]\nurl = "http://127.0.1.{n + 1}:{port}/"\n' for n in range(sites)]
    (root / "archiver.toml").write_text("\n".join(tables))
    line = ("crawl", "--all", "-j", jobs, "--delay", delay)
    peak, over = [0], threading.Event()
    threading.Thread(target=_watch_memory, args=(peak, over), daemon=True).start()
    for name in ("first run", "idle night"):
        code, wall, cpu = archiver(*line, root=root)
        from archiver.running.report import past_reports

        reports = [past_reports(root / f"s{n:03}", last=1)[-1] for n in range(sites)]
        requests = sum(report.requests.total for report in reports)
        ideal = sum(max(0, report.requests.total - 1) * delay for report in reports) / jobs
        print(
            f"{sites} sites, -j {jobs}, {name}: exit {code}, {requests} requests, {wall:.1f} s; delays alone / {jobs}:"
            f" {ideal:.1f} s, ratio {wall / ideal:.2f}; CPU {cpu:.1f} s, {cpu / sites:.2f} s a site;"
            f" memory {peak[0] / 2**20:.0f} MiB (PSS, all processes)"
        )
    over.set()
    for server in servers:
        server.shutdown()
    shutil.rmtree(root)


def _watch_memory(peak: list[int], over: threading.Event) -> None:
    """The largest sum of the proportional set sizes of our descendants."""
    while not over.wait(0.5):
        total = 0
        for status in Path("/proc").glob("[0-9]*/smaps_rollup"):
            try:
                line = (status.parent / "cmdline").read_bytes()
                if b"archiver\0crawl" in line:
                    total += sum(int(x) * 1024 for x in re.findall(r"^Pss:\s+(\d+)", status.read_text(), re.M))
            except OSError:
                continue
        peak[0] = max(peak[0], total)


def idle() -> None:
    """CPU of one idle night of one site, started by itself as from cron."""
    servers, port = serve()
    root = Path(tempfile.mkdtemp())
    archiver("crawl", f"http://127.0.1.1:{port}/", "--slug", "s", "--delay", 0, root=root)
    nights = [archiver("crawl", "s", "--delay", 0, root=root)[2] for _ in range(5)]
    start = archiver("sites", root=root)[2]
    print(
        f"an idle night of one site by itself: {min(nights):.2f} to {max(nights):.2f} s of CPU ({start:.2f} to start)"
    )
    for server in servers:
        server.shutdown()
    shutil.rmtree(root)


def starts(count: int = 50) -> None:
    """50 overlapping starts of one site: one runs, the others end with 4."""
    servers, port = serve()
    root = Path(tempfile.mkdtemp())
    archiver("crawl", f"http://127.0.1.1:{port}/", "--slug", "s", "--delay", 0, "--max-pages", 1, root=root)
    line = [*PROGRAM, "crawl", "s", "--delay", "30", "--full", "--root", str(root)]
    first = subprocess.Popen(line, cwd=ROOT, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    time.sleep(5)
    began = time.monotonic()
    others = [subprocess.Popen(line, cwd=ROOT, stderr=subprocess.DEVNULL, env=ENVIRONMENT) for _ in range(count - 1)]
    codes = Counter(process.wait() for process in others)
    wall = time.monotonic() - began
    still = first.poll() is None
    first.send_signal(signal.SIGTERM)
    print(f"{count} starts of one site: one runs ({still}), the others by exit code: {dict(codes)}, in {wall:.1f} s")
    first.wait()
    for server in servers:
        server.shutdown()
    shutil.rmtree(root)


def term() -> None:
    """SIGTERM to exit while the server says nothing."""
    root = Path(tempfile.mkdtemp())
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        process = subprocess.Popen(
            [*PROGRAM, "crawl", url, "--slug", "s", "--root", str(root)],
            cwd=ROOT,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
        )
        connection, _ = silent.accept()
        time.sleep(1)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        code = process.wait()
        print(f"SIGTERM with a server that says nothing: exit {code} after {time.monotonic() - began:.1f} s")
        connection.close()
    shutil.rmtree(root)


def alarms(seeds: int = 12) -> None:
    """The simulation of tests/test_alarms.py on seeds that it does not use."""
    sys.path.insert(0, str(ROOT / "tests"))
    from test_alarms import BREAKAGES, SITES, Department, break_it, live

    nights, false, tried, found = 0, 0, 0, 0
    for habits in SITES.values():
        for seed in range(100, 100 + seeds):
            site = Department(*habits, seed=seed)
            history = live(site, 100)
            nights += 100
            false += sum(len(report.alarms) for report in history)
            if seed < 104:
                for broken, code in BREAKAGES.values():
                    tried += 1
                    found += code in set.union(*break_it(deepcopy(site), history, broken))
    print(
        f"alarms: {false} false in {nights} ordinary nights ({100 * false / nights:.2f} a hundred);"
        f" {found} of {tried} breakages ({len(BREAKAGES)} kinds) found by their second night"
    )


def main(which: str) -> None:
    for name, measure in (("term", term), ("idle", idle), ("starts", starts), ("many", many), ("alarms", alarms)):
        if which in ("all", name):
            measure()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "all")
