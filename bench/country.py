"""What a country costs: small costs measured here, a model fed with them, and a simulation that checks the model.

python -m bench.country measure             a portal of 300 articles over seven nights, and what S3 is asked for them
python -m bench.country model               docs/scale.md's table, from Costs and Country below
python -m bench.country simulate [NIGHTS [WORKERS]]   20,000 sites, every night planned by the planner; workers die
"""

from __future__ import annotations

import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path

from archiver.running.planning import Wanted, plan


@dataclass(frozen=True)
class Costs:
    """What `measure` printed, and where else a figure is from: docs/scale.md says which is which."""

    cpu_night: float = 0.11
    """Seconds of processor of a quiet night of a site within `--all` (README, bench.running)."""
    cpu_page: float = 0.0095
    """Seconds of processor of one request of it: asked, captured, read, kept (3.97 s for 419; pages of 3 kB)."""
    cpu_large: float = 0.0076
    """The same, beyond that, where the page is new and of real size: to read it (docs/reading.md: 132 a second)."""
    seconds_request: float = 1.2
    """Delay of a second and the answer."""
    requests_beside: float = 4.0
    """Requests of a night for each revision that it writes (37 to 43 for 10)."""
    full_capture: int = 39_000
    """Bytes in the WARC of a page kept whole: 186 kB of portal page at 21.0 % (archiver/keeping/captures.py)."""
    repeat: int = 1_259
    """Bytes of a revisit or 304, both records."""
    beside_capture: int = 367
    """Bytes of index a capture."""
    record: int = 4_470
    """Bytes of JSON Lines a revision."""
    report: int = 6_500
    """Bytes of a run's report."""
    files_night: float = 4.0
    """Sealed files a night: captures, index, records, report."""
    put: float = 1.0
    """PUTs a sealed file, the manifest's own apart."""
    get: float = 3.0
    """GETs and HEADs a sealed file: is it there, is it whole, read it back."""
    around: tuple[int, int] = (1, 8)
    """(PUTs, GETs and HEADs) a night of a site: the manifest before the run, before and after the upload; sites.txt."""
    original: float = 0.5
    """GETs for each repeat whose first sight has left the machine: read back before it is called a repeat. Not 304s."""
    reextract: float = 0.0033
    """Seconds of processor to read one captured page again (bench.scale, 10^6 of 3 kB; `cpu_large` comes on top)."""
    memory: int = 46
    """MB of a worker at work, its part of what all share counted (README: 439 MiB for ten)."""
    dask_worker: int = 197
    """The same on Dask: worker 87, its helper and the helper's crawl 55 each at the most (bench.scale crawl)."""
    scheduler: int = 50
    """MB of Dask's scheduler that holds nothing (docs/scale.md, "Measured")."""
    task_held: float = 0.0034
    """MB that it has more for each task that it holds (67 MB for 20,000)."""
    held: int = 8
    """Tasks a worker that we give it at a time, at the most; the plan itself lies on disk (engines/dask.py)."""


@dataclass(frozen=True)
class Country:
    """Assumptions, each to be replaced by whoever knows better; prices are list prices of a large provider."""

    sites: int = 20_000
    captures_night: float = 14.0
    """A site, on average: 10^8 a year. Log-normal over sites: a province's portal has hundred times a commune's."""
    spread: float = 1.0
    """Sigma of the logarithm."""
    changed: float = 0.2
    """Share of the captures that are kept whole: new, edited, and listings that moved."""
    articles: float = 2_000.0
    """Of a site when it is first crawled."""
    shared: float = 0.15
    """Share of the sites that stand behind a common host or network of some hundred others."""
    window: tuple[int, int] = (22, 6)
    """Hours of the night, Vietnam's clock."""
    per_network: int = 4
    deaths: float = 0.002
    """Share of the runs whose worker dies."""
    machine_month: float = 40.0
    """Dollars: 2 cores, 8 GB."""
    gb_month: float = 0.023
    """Dollars of object storage."""
    put_thousand: float = 0.005
    get_thousand: float = 0.0004
    disk_gb_month: float = 0.08
    """Dollars of local disk."""


def model(costs: Costs, country: Country, *, utilised: float = 0.7) -> dict[str, float]:
    """What a year needs; *utilised*: of the workers' time in the window, with room for late ones and second tries."""
    nights = 365
    window = ((country.window[1] - country.window[0]) % 24) * 3600
    runs = country.sites * nights
    captures = runs * country.captures_night
    whole = captures * country.changed
    busy = country.sites * country.captures_night * costs.seconds_request
    cpu = country.sites * (
        costs.cpu_night + country.captures_night * (costs.cpu_page + country.changed * costs.cpu_large)
    )
    capture_bytes = whole * costs.full_capture + (captures - whole) * costs.repeat
    record_bytes = captures / costs.requests_beside * costs.record
    small_bytes = captures * costs.beside_capture + record_bytes + runs * costs.report
    puts = runs * (costs.files_night * costs.put + costs.around[0])
    gets = runs * (costs.files_night * costs.get + costs.around[1]) + (captures - whole) * costs.original
    workers = math.ceil(busy * (1 + country.deaths) / (window * utilised))
    machines = max(math.ceil(cpu / (window * utilised * 2)), math.ceil(workers * costs.memory / 6000))
    first = country.sites * country.articles
    return {
        "captures a year": captures,
        "requests to sites a second in the window": country.sites * country.captures_night / window,
        "workers": workers,
        "processor hours a night": cpu / 3600,
        "machines (2 cores, 8 GB)": machines,
        "memory of all workers, GB": workers * costs.memory / 1e3,
        "the same on Dask, its scheduler too, GB": (costs.scheduler + workers * costs.dask_worker) / 1e3,
        "Dask's scheduler, MB": costs.scheduler + costs.held * workers * costs.task_held,
        "the same, were it given every site at once, MB": costs.scheduler + country.sites * costs.task_held,
        "captures, TB a year": capture_bytes / 1e12,
        "all else, TB a year": small_bytes / 1e12,
        "local disk with keep-local 7d, GB": (small_bytes + capture_bytes * 7 / 365) / 1e9,
        "PUTs a year, million": puts / 1e6,
        "GETs and HEADs a year, million": gets / 1e6,
        "re-extraction of a year, hours on 2 cores": whole * (costs.reextract + costs.cpu_large) / 2 / 3600,
        "first harvest, nights with these workers": first * costs.seconds_request / (workers * window * utilised),
        "$ machines": machines * country.machine_month * 12,
        "$ object storage, first year": (capture_bytes + small_bytes) / 1e9 / 2 * country.gb_month * 12,
        "$ requests": puts / 1e3 * country.put_thousand + gets / 1e3 * country.get_thousand,
        "$ local disk": (small_bytes + capture_bytes * 7 / 365) / 1e9 * country.disk_gb_month * 12,
    }


def shown(figures: dict[str, float]) -> None:
    for name, value in figures.items():
        print(f"| {name} | {value:,.0f} |" if abs(value) >= 100 else f"| {name} | {value:.3g} |")


# --- the simulation ---------------------------------------------------------------------------------------------------


def simulate(costs: Costs, country: Country, nights: int, workers: int, *, seed: int = 1) -> dict[str, float]:
    """So many nights of every site, drawn one by one and planned as `archiver schedule --plan` plans them."""
    chance = random.Random(seed)
    mean = math.log(country.captures_night) - country.spread**2 / 2
    rates = [chance.lognormvariate(mean, country.spread) for _ in range(country.sites)]
    crowd = max(1, int(country.sites * country.shared / 100))
    hosts, networks = [], []
    for n in range(country.sites):
        if chance.random() < country.shared:
            hosts.append(f"shared{chance.randrange(crowd)}" if chance.random() < 0.3 else f"h{n}")
            networks.append(f"network{chance.randrange(crowd)}")
        else:
            hosts.append(f"h{n}")
            networks.append("")
    window = (clock(country.window[0]), clock(country.window[1]))
    now = datetime(2026, 1, 1, 13, 0, tzinfo=UTC)  # 20:00 in Vietnam: before the window opens
    last: list[datetime | None] = [now - timedelta(hours=chance.uniform(13, 22)) for _ in range(country.sites)]
    total = dict.fromkeys(("runs", "captures", "whole", "cpu", "died", "missed", "plan"), 0.0)
    ages, busiest = [], []
    for night in range(nights):
        at = now + timedelta(days=night)
        captures = [_poisson(chance, rate) for rate in rates]
        wanted = [
            Wanted(
                f"s{n:05}", hosts[n], networks[n], max(5.0, rates[n] * costs.seconds_request), last[n], window=window
            )
            for n in range(country.sites)
        ]
        began = time.process_time()
        made = plan(wanted, workers=workers, now=at, horizon=timedelta(hours=12), per_network=country.per_network)
        total["plan"] += time.process_time() - began
        total["missed"] += len(made.left)
        work = 0.0
        for turn in made.turns:
            n = int(turn.site[1:])
            took = captures[n] * costs.seconds_request
            work += took
            total["runs"] += 1
            total["captures"] += captures[n]
            total["whole"] += sum(chance.random() < country.changed for _ in range(captures[n]))
            total["cpu"] += costs.cpu_night
            if chance.random() < country.deaths:  # half of its requests were sealed or will be mended; it is late now
                total["died"] += 1
                continue
            last[n] = turn.start
        ages.append(max((at - one).total_seconds() / 86400 if (one := last[n]) else 99 for n in range(country.sites)))
        busiest.append(work / workers / (((country.window[1] - country.window[0]) % 24) * 3600))
    year = 365 / nights
    cpu = total["cpu"] + total["captures"] * costs.cpu_page + total["whole"] * costs.cpu_large
    capture_bytes = total["whole"] * costs.full_capture + (total["captures"] - total["whole"]) * costs.repeat
    return {
        "nights": nights,
        "runs": total["runs"],
        "captures": total["captures"],
        "captures a year": total["captures"] * year,
        "captures, TB a year": capture_bytes * year / 1e12,
        "processor hours a night": cpu / nights / 3600,
        "workers": workers,
        "share of the workers' time that was used, median": statistics.median(busiest),
        "the same, most": max(busiest),
        "runs that found no place, a night": total["missed"] / nights,
        "runs whose worker died": total["died"],
        "longest that a site was left, days": max(ages),
        "planning of a night, seconds of processor": total["plan"] / nights,
    }


def _poisson(chance: random.Random, rate: float) -> int:
    if rate > 30:
        return max(0, round(chance.gauss(rate, math.sqrt(rate))))
    limit, count, product = math.exp(-rate), 0, chance.random()
    while product > limit:
        count += 1
        product *= chance.random()
    return count


# --- measuring --------------------------------------------------------------------------------------------------------


def measure(articles: int = 300, count: int = 7) -> None:
    """A practice portal, a week of nights; then everything to a real S3 server, every request of which is counted."""
    from archiver.keeping import open_archive
    from archiver.practice import PracticeServer
    from archiver.practice.nights import nights
    from archiver.running.report import past_reports

    root = Path(tempfile.mkdtemp())
    with PracticeServer("modern", articles=articles) as server:
        first = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)
        for night in nights(server, first, count):
            line = ["crawl", server.url, "--slug", "s", "--delay", "0", "--root", str(root)]
            line += ["--now", night.now.strftime("%Y-%m-%dT%H:%M:%S%z")]
            subprocess.run([sys.executable, "-m", "archiver", *line], check=False, capture_output=True)
    reports = past_reports(root / "s")
    archive = open_archive(root / "s")
    for report in reports:
        files = {name: int(facts["bytes"]) for name, facts in report.files.items()}
        captured = sum(1 for _ in archive.captures(run=report.run))
        kept = sum(1 for _ in archive.revisions(run=report.run))
        by = {end: sum(b for name, b in files.items() if name.endswith(end)) for end in (".gz", ".cdxj", ".jsonl")}
        size = (root / "s" / "runs" / f"{report.run}.json").stat().st_size
        print(
            f"run {report.run}: {report.requests.total} requests, {captured} captures, {kept} revisions,"
            f" CPU {report.cpu_seconds:.2f} s; bytes: WARC {by['.gz']}, index {by['.cdxj']}, records {by['.jsonl']},"
            f" report {size}; {len(files) + 1} files"
        )
    repeats = [x for x in _lengths(archive) if x[0] != "response"]
    print(f"a revisit with its request: {statistics.mean(n for _, n in repeats):.0f} bytes (of {len(repeats)})")
    _again(root)
    _to_s3(root)


def _lengths(archive) -> list[tuple[str, int]]:  # type: ignore[no-untyped-def]
    from archiver.keeping.captures import records_of

    found: list[tuple[str, int]] = []
    for path in archive.capture_files():
        with path.open("rb") as file:
            for record in records_of(file):
                if record.type in ("response", "revisit"):
                    found.append((record.type, record.length))
                elif record.type == "request" and found:
                    found[-1] = (found[-1][0], found[-1][1] + record.length)
    return found


def _again(root: Path) -> None:
    from archiver.reextract import reextract

    began = time.process_time()
    outcome = reextract(root / "s", now=datetime.now(UTC), dry_run=True, workers=1)
    took = time.process_time() - began
    print(f"reextract: {1000 * took / outcome.records:.1f} ms of CPU a page ({outcome.records} pages)")


def _to_s3(root: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    import logging
    from collections import Counter

    import boto3
    from moto.server import ThreadedMotoServer
    from s3_server import proxied

    from archiver.keeping.offload import offload

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    with proxied(server.get_host_and_port()) as proxy:
        os.environ |= {
            "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": proxy.url,
        }  # fmt: skip
        boto3.client("s3").create_bucket(Bucket="kho")
        for name in ("all that a week sealed", "nothing new"):
            proxy.seen.clear()
            began = time.process_time()
            done = offload(root / "s", "s3://kho/tin", now=datetime.now(UTC))
            took = time.process_time() - began
            asked = json.dumps(Counter(method for method, _ in proxy.seen))
            print(f"offload, {name}: {done.files} files, {done.bytes} bytes; {asked}; {took:.2f} s of CPU in all")
    server.stop()


def main(arguments: list[str]) -> None:
    costs, country = Costs(), Country()
    what = arguments[0] if arguments else "model"
    if what == "measure":
        measure()
    elif what == "model":
        shown(model(costs, country))
    else:
        nights = int(arguments[1]) if len(arguments) > 1 else 30
        workers = int(arguments[2]) if len(arguments) > 2 else int(model(costs, country)["workers"])
        shown(simulate(costs, country, nights, workers))


if __name__ == "__main__":
    main(sys.argv[1:])
