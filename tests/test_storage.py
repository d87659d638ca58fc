"""Archives on S3: a real server, and between it and us everything that goes wrong."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

pytest.importorskip("s3fs", reason="archives on S3 need the extra: pip install 'archiver[s3]'")
moto = pytest.importorskip("moto.server", reason="a real S3 server is moto's: pip install 'moto[server]'")

import boto3
from hypothesis import given
from hypothesis import strategies as st
from kept_archives import NIGHT, nights, visit
from s3_server import Fault, proxied

from archiver.errors import ArchiveError, NewerArchive, StorageError, UsageError
from archiver.keeping import bucket as buckets
from archiver.keeping import create_archive, kept, open_archive, sealed, verify
from archiver.keeping import offload as offloading
from archiver.keeping.handover import export_bag
from archiver.keeping.offload import bring, mirror, offload
from archiver.keeping.parallel import Processes
from archiver.keeping.sealed import Cache, read_stored

pytestmark = pytest.mark.filterwarnings("ignore:.*unclosed.*:ResourceWarning")

LATER = NIGHT + timedelta(days=40)


@pytest.fixture(scope="module")
def server():
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with proxied(server.get_host_and_port()) as proxy, pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ACCESS_KEY_ID": "may",
            "AWS_SECRET_ACCESS_KEY": "bi-mat-khong-ai-biet",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": proxy.url,
            "AWS_MAX_ATTEMPTS": "2",
        }.items():
            patch.setenv(name, value)
        patch.setattr(buckets, "TIMEOUT", 0.5)
        patch.setattr(offloading, "WAIT", 0.01)
        proxy.client = boto3.client("s3", endpoint_url="http://{}:{}".format(*proxy.backend))
        proxy.client.create_bucket(Bucket="kho")
        yield proxy
    server.stop()


@pytest.fixture
def s3(server, tmp_path, monkeypatch):
    monkeypatch.setenv("ARCHIVER_CACHE", str(tmp_path / "cache"))
    yield server
    server.faults.clear()
    server.seen.clear()
    if held := server.client.list_objects_v2(Bucket="kho").get("Contents", []):
        server.client.delete_objects(Bucket="kho", Delete={"Objects": [{"Key": one["Key"]} for one in held]})


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    archive = create_archive(tmp_path_factory.mktemp("made"), "thu", url="http://thu.example/", now=NIGHT)
    with archive.begin(NIGHT) as run:
        for number in range(2):
            visit(run, number)
        run.seal({"state": "done"})
    return archive.path


@pytest.fixture
def one_night(made, tmp_path):
    """An archive of six files."""
    shutil.copytree(made, tmp_path / "one" / "thu", ignore=shutil.ignore_patterns(".lock", ".lease"))
    return open_archive(tmp_path / "one" / "thu")


def there(s3, prefix: str = "") -> dict[str, bytes]:
    return {
        one["Key"].removeprefix(prefix): s3.client.get_object(Bucket="kho", Key=one["Key"])["Body"].read()
        for one in s3.client.list_objects_v2(Bucket="kho", Prefix=prefix).get("Contents", [])
    }


def here(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (".lock", "stored.json") and "sqlite" not in path.name
        if path.parent.name != ".lease"
    }


def test_what_is_sealed_is_there_byte_for_byte_and_only_captures_leave(s3, tmp_path):
    archive = nights(tmp_path)
    before = here(archive.path)
    done = offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert there(s3) == {f"tin/thu/{name}": data for name, data in before.items()} | {"tin/sites.txt": b"thu\n"}
    assert set(before) - set(here(archive.path)) == {name for name in before if name.endswith(".warc.gz")}
    assert (done.uploaded, done.evicted) == (len(before) - 1, 3)
    again = offload(archive, now=LATER)
    assert (again.uploaded, again.found, again.bytes) == (0, 0, 0)
    assert not [path for method, path in s3.seen if "list" in path]


def read_all(path: Path | str) -> tuple:
    """What every way of reading makes of an archive."""
    archive = open_archive(path)
    return (
        [record.id for record in archive.revisions()],
        [(ref, exchange.response) for ref, exchange in archive.captures()],
        [archive.page(record.capture).body for record in archive],
    )


def test_every_reader_reads_what_left_as_if_it_were_here(s3, tmp_path):
    from archiver.keeping.handover import export_wacz
    from archiver.reextract import reextract
    from archiver.using.export import Choice, export
    from archiver.using.search import Search
    from archiver.using.sql import ask

    archive = nights(tmp_path / "a")
    whole, said = read_all(archive.path), verify(archive.path, workers=1)
    export_wacz(archive, tmp_path / "whole.wacz")
    offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert not list(archive.path.rglob("*.warc.gz"))
    assert read_all(archive.path) == whole
    again = verify(archive.path, workers=1)
    assert (again.harms, again.captures, again.records, again.derived, again.manifest) == (
        [], said.captures, said.records, said.derived, said.manifest
    )  # fmt: skip
    assert export_wacz(archive, tmp_path / "again.wacz").read_bytes() == (tmp_path / "whole.wacz").read_bytes()
    # and from S3 alone
    assert read_all("s3://kho/tin/thu") == whole
    root = mirror("s3://kho/tin")
    assert not verify(root / "thu", workers=1)
    assert ask(root, "SELECT count(*) FROM records").rows == [(5,)]
    search = Search(root)
    search.update()
    assert search.ask("doan cong tac").total == 6
    assert export(root, tmp_path / "out.jsonl", "jsonl", Choice()) == 5
    assert reextract(root / "thu", now=LATER, dry_run=True, workers=1).unreadable == []


def test_a_mirror_is_for_reading(s3, one_night):
    offload(one_night, "s3://kho/tin", now=LATER)
    with pytest.raises(UsageError, match=r"'s3://kho/tin' is for reading"):
        open_archive("s3://kho/tin/thu").begin(LATER)
    with pytest.raises(UsageError, match=r"is for reading"):
        create_archive(mirror("s3://kho/tin"), "moi", url="http://a.example/", now=LATER)


def test_the_next_night_goes_on_where_the_captures_are_elsewhere_also_on_another_machine(s3, tmp_path):
    archive = nights(tmp_path / "a")
    offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    other = tmp_path / "b" / "thu"
    assert bring("s3://kho/tin/thu", other)
    for number, folder in enumerate((other, archive.path)):
        bring("s3://kho/tin/thu", folder)
        with open_archive(folder).begin(LATER + timedelta(days=number)) as run:
            visit(run, 1, at=LATER)  # the same bytes: a revisit of what lies on S3
            visit(run, 2, f"Tin sửa lần {number}.", at=LATER)
            run.seal({"state": "done"})
        offload(folder, now=LATER)
    bring("s3://kho/tin/thu", other)
    assert not verify(other, workers=1)
    assert [r.revision for r in open_archive(other).revisions() if r.url.endswith("/2")] == [1, 2, 3]
    captured = [exchange.response for _, exchange in open_archive(other).captures() if exchange.url.endswith("/1")]
    assert len(captured) == 5  # a 304 among them; all else is one page, made whole from the first night's file on S3
    assert len(set(captured)) == 2
    assert other.joinpath("manifest-sha256.txt").read_bytes() == there(s3)["tin/thu/manifest-sha256.txt"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("SlowDown"),
        Fault("InternalError", "PUT"),
        Fault("hang", "PUT"),
        Fault("drop"),
        Fault("lost", "PUT", ".warc.gz"),
        Fault("lost", "PUT", "manifest"),
        Fault("lost", "PUT", "sites.txt"),
        Fault("torn", "PUT", ".warc.gz"),
        Fault("torn", "PUT", "records", times=2),
        Fault("torn", "PUT", "manifest"),
        Fault("cut", "GET", times=2),
    ],
    ids=lambda fault: f"{fault.what}-{fault.method}-{fault.path}-{fault.times}",
)
def test_what_passes_is_tried_again_and_the_archive_is_whole(s3, one_night, fault):
    archive = one_night
    before = here(archive.path)
    s3.faults.append(Fault(fault.what, fault.method, fault.path, fault.times))
    offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert s3.faults[0].times == 0
    assert there(s3) == {f"tin/thu/{name}": data for name, data in before.items()} | {"tin/sites.txt": b"thu\n"}


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("AccessDenied", times=99), "no right to do this"),
        (Fault("AccessDenied", "PUT", times=99), "s3:PutObject"),
        (Fault("AccessDenied", "HEAD", times=99), "s3:ListBucket on the bucket"),
        (Fault("RequestTimeTooSkewed", times=99), "clocks of this machine and of the server are too far apart"),
        (Fault("RequestTimeTooSkewed", "PUT", times=99), "clocks of this machine and of the server are too far apart"),
        (Fault("SlowDown", "PUT", times=99), "overloaded"),
        (Fault("torn", "PUT", "captures", times=99), "sent 3 times, and it is not what was sent"),
        (Fault("drop", times=99), "run again once the cause is gone"),
        (Fault("hang", "GET", times=99), "failed"),
    ],
    ids=lambda value: f"{value.what}-{value.method}" if isinstance(value, Fault) else "",
)
def test_what_does_not_pass_is_said_with_its_cure_and_nothing_leaves(s3, one_night, fault, words):
    archive = one_night
    before = here(archive.path)
    s3.faults.append(fault)
    with pytest.raises(StorageError, match=words) as told:
        offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert told.value.exit_code == 6
    assert "bi-mat" not in str(told.value)
    assert here(archive.path) == before
    s3.faults.clear()
    offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert there(s3) == {f"tin/thu/{name}": data for name, data in before.items()} | {"tin/sites.txt": b"thu\n"}


def test_a_bucket_that_is_not_there_is_named(s3, one_night):
    with pytest.raises(StorageError, match=r"there is no bucket 'khong-co'|NoSuchBucket|no such|Not Found|404"):
        offload(one_night, "s3://khong-co/tin", now=LATER)


def test_what_is_not_ours_is_never_overwritten(s3, tmp_path):
    archive = nights(tmp_path / "a")
    other = nights(tmp_path / "b")  # another archive of the same name: archive.json holds another id
    offload(other, "s3://kho/tin", now=LATER)
    before = there(s3)
    with pytest.raises(StorageError, match=r"no earlier state of .* Nothing was overwritten"):
        offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert there(s3) == before
    s3.client.delete_object(Bucket="kho", Key="tin/thu/manifest-sha256.txt")
    with pytest.raises(StorageError, match=r"archive.json': something else is there"):
        offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert there(s3).items() < before.items()
    offload(other, now=LATER)
    with pytest.raises(StorageError, match=r"or is another one"):
        bring("s3://kho/tin/thu", archive.path)
    assert len(list(archive.path.rglob("*.warc.gz"))) == 3


def test_a_manifest_of_a_higher_lease_is_never_replaced_by_one_of_a_lower(s3, tmp_path):
    archive = nights(tmp_path)
    offload(archive, "s3://kho/tin", now=LATER)
    name = {"Bucket": "kho", "Key": "tin/thu/manifest-sha256.txt"}
    fences = [archive.report(run)["fence"] for run in archive.runs()]
    assert s3.client.head_object(**name)["Metadata"]["fence"] == str(max(fences))
    whole = there(s3)
    # the same bytes, so that nothing else could tell: another one has taken over, and has sealed nothing yet
    s3.client.put_object(**name, Body=whole[name["Key"]], Metadata={"fence": "99"})
    with archive.begin(LATER) as run:
        visit(run, 1, "Tin sửa.", at=LATER)
        run.seal({})
    with pytest.raises(StorageError, match=r"sealed under lease 99, what is here under \d+: another one took over"):
        offload(archive, now=LATER)
    assert there(s3) == whole
    s3.client.put_object(**name, Body=whole[name["Key"]], Metadata={"fence": "1"})
    offload(archive, now=LATER)
    assert there(s3)[name["Key"]] == (archive.path / "manifest-sha256.txt").read_bytes()


@pytest.mark.parametrize("put", [b"", b"half", b"something else"])
def test_a_strange_object_under_a_name_of_ours_stops_it_and_stays(s3, one_night, put):
    archive = one_night
    name = archive.capture_files()[0].relative_to(archive.path).as_posix()
    data = archive.capture_files()[0].read_bytes()[:900] if put == b"half" else put
    s3.client.put_object(Bucket="kho", Key=f"tin/thu/{name}", Body=data)
    with pytest.raises(StorageError, match=rf"{name}': something else is there .* Nothing was overwritten"):
        offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    assert there(s3)[f"tin/thu/{name}"] == data
    assert "tin/thu/manifest-sha256.txt" not in there(s3)
    assert len(list(archive.path.rglob("*.warc.gz"))) == 1


def test_a_half_uploaded_file_of_ours_is_sent_again_and_a_multipart_that_nobody_ended_is_no_file(s3, tmp_path):
    archive = nights(tmp_path)
    one, two, _ = (path.relative_to(archive.path).as_posix() for path in archive.capture_files())
    data = (archive.path / one).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    s3.client.put_object(Bucket="kho", Key=f"tin/thu/{one}", Body=data[:700], Metadata={"sha256": digest})
    upload = s3.client.create_multipart_upload(Bucket="kho", Key=f"tin/thu/{two}")["UploadId"]
    s3.client.upload_part(Bucket="kho", Key=f"tin/thu/{two}", PartNumber=1, UploadId=upload, Body=b"nua chung")
    offload(archive, "s3://kho/tin", now=LATER)
    assert there(s3)[f"tin/thu/{one}"] == data
    assert there(s3)[f"tin/thu/{two}"] == (archive.path / two).read_bytes()


def test_what_changed_there_since_it_was_proved_keeps_the_local_copy(s3, one_night):
    archive = one_night
    offload(archive, "s3://kho/tin", now=LATER)
    path = archive.capture_files()[0]
    name = path.relative_to(archive.path).as_posix()
    s3.client.put_object(Bucket="kho", Key=f"tin/thu/{name}", Body=b"x" * path.stat().st_size)
    with pytest.raises(StorageError, match=r"no more what was proved to be there. The local copy stays"):
        offload(archive, now=LATER, keep_local=0)
    assert path.exists()


def test_a_lost_note_of_what_is_there_is_made_again(s3, one_night):
    offload(one_night, "s3://kho/tin", now=LATER, keep_local=0)
    (one_night.path / "stored.json").write_bytes(b"{")
    with pytest.raises(ArchiveError, match="move it away, then prove again"):
        verify(one_night.path, workers=1)
    (one_night.path / "stored.json").unlink()
    assert offload(one_night, "s3://kho/tin", now=LATER).uploaded == 0
    assert not verify(one_night.path, workers=1)


def test_only_captures_older_than_asked_leave(s3, tmp_path):
    archive = nights(tmp_path)
    offload(archive, "s3://kho/tin", now=NIGHT + timedelta(days=3), keep_local=1.5 * 86400)
    assert [path.name[:8] for path in archive.path.rglob("*.warc.gz")] == ["20261126"]


def test_harm_on_s3_is_told_as_harm_and_silence_is_not(s3, tmp_path):
    archive = nights(tmp_path)
    offload(archive, "s3://kho/tin", now=LATER, keep_local=0)
    s3.faults.append(Fault("AccessDenied", "GET", "captures", times=999))
    with pytest.raises(StorageError, match=r"no right"):
        verify(archive.path, workers=1)
    s3.faults.clear()
    names = sorted(name for name in there(s3) if name.endswith(".warc.gz"))
    data = there(s3)[names[0]]
    s3.client.put_object(Bucket="kho", Key=names[0], Body=data[:-40] + b"\0" * 40)
    s3.client.put_object(Bucket="kho", Key=names[1], Body=there(s3)[names[1]][:500])
    s3.client.delete_object(Bucket="kho", Key=names[2])
    harms = {(harm.code, harm.file[-30:]) for harm in verify(archive.path, workers=1)}
    assert {
        ("changed-file", names[0][-30:]),
        ("changed-file", names[1][-30:]),
        ("missing-file", names[2][-30:]),
    } <= harms


def test_what_is_remembered_here_hides_no_harm_there_and_outlives_none(s3, one_night):
    offload(one_night, "s3://kho/tin", now=LATER, keep_local=0)
    assert not verify(one_night.path, workers=1)  # all of it is remembered from now on
    (name,) = (name for name in there(s3) if name.endswith(".warc.gz"))
    data = there(s3)[name]
    s3.client.put_object(Bucket="kho", Key=name, Body=data[:-40] + b"\0" * 40)
    assert {harm.code for harm in verify(one_night.path, workers=1)} >= {"changed-file"}
    s3.client.put_object(Bucket="kho", Key=name, Body=data)
    assert not verify(one_night.path, workers=1)


class Died(BaseException):
    """As SIGKILL: nothing that handles errors is asked."""


POINTS = ("put captures", "put manifest", "put sites", "rename stored", "unlink captures")
"""Of the order in docs/durability.md. ARCHIVER_ALL_POINTS=1: every step there is, which takes a minute."""


def test_a_death_at_any_point_loses_nothing_and_the_next_offload_ends_it(s3, tmp_path, made, monkeypatch):
    """Before and after each request that changes something there, and each step on this disk."""
    from archiver.keeping.disk import Disk

    before = here(made)
    real_put = buckets.Bucket.put
    monkeypatch.setattr(offloading, "AT_ONCE", 1)

    def dying(steps: list[str], last: int) -> Disk:
        """A disk, and a bucket, of which the *last* step is the last; *steps* tells which there were."""

        def step(name, real):
            def counted(*args, **given):
                what = next((Path(str(a)).as_posix() for a in args if isinstance(a, str | Path)), "")
                where = next((part for part in ("captures", "manifest", "sites", "stored") if part in what), "")
                for when in ("before", "after"):
                    if when == "after":
                        result = real(*args, **given)
                    steps.append(f"{when} {name} {where}".strip())
                    if len(steps) == last:
                        raise Died
                return result

            return counted

        monkeypatch.setattr(buckets.Bucket, "put", step("put", real_put))
        disk = Disk()
        for name in ("rename", "unlink", "fsync"):
            setattr(disk, name, step(name, getattr(disk, name)))
        return disk

    def copied(name: str) -> Path:
        return shutil.copytree(made, tmp_path / name / "thu", ignore=shutil.ignore_patterns(".lock", ".lease"))

    steps: list[str] = []
    offload(copied("all"), "s3://kho/all", now=LATER, keep_local=0, disk=dying(steps, 0))
    chosen = [n for n, what in enumerate(steps, 1) if what not in steps[: n - 1] and what.endswith(POINTS)]
    if os.environ.get("ARCHIVER_ALL_POINTS"):
        chosen = list(range(1, len(steps) + 1))
    assert len(chosen) >= 10, steps
    for n in chosen:
        folder, to = copied(str(n)), f"s3://kho/{n}"
        with pytest.raises(Died):
            offload(folder, to, now=LATER, keep_local=0, disk=dying([], n))
        monkeypatch.setattr(buckets.Bucket, "put", real_put)
        held = there(s3, f"{n}/thu/")
        assert held.items() <= before.items(), steps[n - 1]  # each is whole or not there
        assert set(before) - set(here(folder)) <= set(held), steps[n - 1]
        if "manifest-sha256.txt" in held:
            assert held == before  # it names nothing that is not there
        for name in (read_stored(folder) or sealed.Stored("")).files:
            assert name in held  # nothing is called proved that is not there
        offload(folder, to, now=LATER, keep_local=0)
        held = there(s3, f"{n}/thu/")
        assert held == before
        assert there(s3, f"{n}/s") == {"ites.txt": b"thu\n"}
        assert not list(folder.rglob("*.warc.gz"))
        assert not verify(folder, workers=1)


@given(st.binary(max_size=4000), st.lists(st.tuples(st.integers(0, 4500), st.integers(-1, 3000)), max_size=8))
def test_ranges_read_as_a_file_does(data, moves):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "BLOCK", 512)
        patch.setenv("ARCHIVER_CACHE_BYTES", "0")
        there = sealed.Object(len(data), "x")
        remote = io.BufferedReader(sealed._Ranges(lambda start, end: data[start:end], there), 64)
        local = io.BytesIO(data)
        for at, size in moves:
            assert (remote.seek(at), remote.read(size)) == (local.seek(at), local.read(size))
        assert (remote.seek(0, io.SEEK_END), remote.tell()) == (local.seek(0, io.SEEK_END), local.tell())


def test_the_cache_stays_within_its_bytes_and_its_loss_is_no_harm(tmp_path):
    cache = Cache(tmp_path / "blocks", 1000)
    for number in range(50):
        cache.put(f"{number:02d}-0", bytes(100))
        assert sum(path.stat().st_size for path in cache.folder.rglob("*") if path.is_file()) <= 1000
    assert cache.get("49-0") == bytes(100)
    assert cache.get("00-0") is None
    shutil.rmtree(cache.folder)
    assert cache.get("49-0") is None
    cache.put("a", bytes(10))
    Cache(tmp_path / "none", 0).put("a", b"x")
    assert not (tmp_path / "none").exists()


def test_a_crawl_offloads_and_another_machine_takes_the_site_up_and_status_tells_what_did_not_go_up(
    s3, tmp_path, capsys
):
    from archiver.cli import main
    from archiver.errors import Exit
    from archiver.practice import PracticeServer
    from archiver.running import CrawlOptions
    from archiver.running.report import past_reports
    from spiders.crawling import crawl

    def options(name: str, **given) -> CrawlOptions:
        return CrawlOptions(root=tmp_path / name, slug="so", delay=0.0, storage="s3://kho/tin", keep_local=0.0, **given)

    with PracticeServer("plain", articles=3) as server:
        first = crawl(server.url, options("a", max_pages=4))
        assert first.report.articles.new > 0
        assert not list((tmp_path / "a").rglob("*.warc.gz"))
        shutil.rmtree(tmp_path / "a")  # the machine is gone
        second = crawl("so", options("b"))
        assert second.exit == Exit.OK
        assert past_reports(tmp_path / "b" / "so")[0].articles.new == first.report.articles.new
        assert second.report.articles_known >= 3
        assert not verify(tmp_path / "b" / "so", workers=1)
        s3.faults.append(Fault("AccessDenied", "PUT", times=99))
        third = crawl("so", options("b"))
        assert third.exit == Exit.DAMAGED
        assert "no right to do this" in third.message
        assert third.report.exit_code == Exit.OK  # it was sealed before
        assert main(["status", "--json", "--root", str(tmp_path / "b"), "--prometheus", str(tmp_path / "prom")]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["exit_code"], [alarm["code"] for alarm in told["alarms"]]) == (6, ["storage"])
        assert 'archiver_exit_code{site="so"} 6' in (tmp_path / "prom").read_text()
        assert 'code="storage",severity="alarm"' in (tmp_path / "prom").read_text()
        assert main(["status", "--root", str(tmp_path / "b")]) == 0
        assert re.search(r"so .* 6 .* storage ", capsys.readouterr().out)
        s3.faults.clear()
        assert len(list((tmp_path / "b").rglob("*.warc.gz"))) == 1  # what could not go up
        s3.faults.append(Fault("AccessDenied", "HEAD", times=99))
        assert crawl("so", options("b")).exit == Exit.DAMAGED
        s3.faults.clear()
        offload(tmp_path / "b" / "so", now=LATER)
        assert main(["status", "--json", "--root", str(tmp_path / "b")]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["exit_code"], told["alarms"]) == (0, [])


def test_the_command_says_what_is_there_and_ends_with_6_where_it_may_not(s3, one_night, capsys):
    from archiver.cli import main

    root = str(one_night.path.parent)
    assert main(["offload", "--root", root, "--lang", "en"]) == 2
    assert "say where to" in capsys.readouterr().err
    s3.faults.append(Fault("AccessDenied", "PUT", times=99))
    assert main(["offload", "--root", root, "--to", "s3://kho/tin", "--lang", "en"]) == 6
    assert "no right" in capsys.readouterr().err
    s3.faults.clear()
    (one_night.path.parent / "archiver.toml").write_text('storage = "s3://kho/tin"\nkeep-local = "0s"\n')
    assert main(["offload", "thu", "--root", root, "--lang", "vi"]) == 0
    assert "thu: 5 tệp đã được kiểm chứng tại s3://kho/tin/thu" in capsys.readouterr().out
    assert main(["verify", "s3://kho/tin", "--lang", "en"]) == 0
    assert main(["verify", "s3://kho/tin/thu", "--lang", "en"]) == 0
    assert "0 harm(s) in 5 files" in capsys.readouterr().out
    assert main(["sql", "SELECT count(*) AS n FROM records", "--root", "s3://kho/tin", "--json", "--lang", "en"]) == 0
    assert '"n": 2' in capsys.readouterr().out.replace('"n":2', '"n": 2')
    assert main(["verify", "s3://kho/khong", "--lang", "en"]) == 2


def night(root, number, server):
    """A night's crawl of *server*, and what it asked."""
    from archiver.errors import Exit
    from archiver.running import CrawlOptions
    from spiders.crawling import crawl

    server.forget()
    outcome = crawl(server.url, CrawlOptions(root=root, slug="p", delay=0, now=NIGHT + timedelta(days=number)))
    assert outcome.exit == Exit.OK, outcome.message
    return sorted((one.method, one.target, one.status) for one in server.asked)


def test_a_lost_ledger_is_made_again_of_captures_that_have_left(s3, tmp_path):
    """What is replayed is read from S3: nothing is asked of the site again, and nothing comes twice."""
    from archiver.practice import PracticeServer

    with PracticeServer("plain") as server:
        night(tmp_path, 0, server)
        night(tmp_path, 1, server)
        shutil.copytree(tmp_path / "p", tmp_path / "copy" / "p")
        offload(tmp_path / "p", "s3://kho/tin", now=LATER, keep_local=0)
        assert list(tmp_path.glob("p/captures/*/*.warc.gz")) == []
        for root in (tmp_path, tmp_path / "copy"):
            for file in root.glob("p/*.sqlite*"):
                file.unlink()
        s3.seen.clear()
        wanted = night(tmp_path / "copy", 2, server)
        assert not s3.seen
        assert night(tmp_path, 2, server) == wanted
        assert any(path.endswith(".warc.gz") for method, path in s3.seen if method == "GET")
        records = [record.url for record in open_archive(tmp_path / "p").revisions()]
        assert sorted(records) == sorted(truth.url for truth in server.truth())
    assert verify(tmp_path / "p", workers=1).harms == []


CRAWL = """
import sys
from datetime import datetime
from pathlib import Path
from archiver.running import CrawlOptions
from spiders.crawling import crawl
now = datetime.fromisoformat(sys.argv[3])
crawl(sys.argv[1], CrawlOptions(root=Path(sys.argv[2]), slug="p", delay=0.05, now=now))
"""


def test_a_run_killed_with_sigkill_is_taken_in_from_captures_that_have_left(s3, tmp_path):
    from archiver.practice import PracticeServer

    with PracticeServer("plain") as server:
        child = subprocess.Popen([sys.executable, "-c", CRAWL, server.url, str(tmp_path), NIGHT.isoformat()])
        while len(server.asked) < 20 and child.poll() is None:
            time.sleep(0.01)
        child.kill()
        assert child.wait() == -signal.SIGKILL
        before = Counter(one.target for one in server.asked)
        open_archive(tmp_path / "p").begin(NIGHT).abandon()  # mends and seals what the dead one left, and asks nothing
        offload(tmp_path / "p", "s3://kho/tin", now=LATER, keep_local=0)
        assert list(tmp_path.glob("p/captures/*/*.warc.gz")) == []
        s3.seen.clear()
        night(tmp_path, 0.01, server)
        assert any(path.endswith(".warc.gz") for method, path in s3.seen if method == "GET")
        articles = {truth.url.removeprefix(server.url.rstrip("/")) for truth in server.truth()}
        again = before & Counter(one.target for one in server.asked if one.target in articles)
        assert again.total() <= 1  # the one that was in flight
        assert Counter(r.url for r in open_archive(tmp_path / "p").revisions()) == {t.url: 1 for t in server.truth()}
    assert verify(tmp_path / "p", workers=1).harms == []


def test_the_format_of_an_archive_that_was_upgraded_goes_with_it(s3, one_night, tmp_path, monkeypatch):
    """A reader of today, which knows no format 2, refuses the copy as it refuses the archive."""
    (one_night.path / "format.json").write_text('{"format_version": 2}')
    monkeypatch.setattr(kept, "FORMAT_VERSION", 2)
    offload(one_night, "s3://kho/tin", now=LATER)
    export_bag(one_night, tmp_path / "bag")
    monkeypatch.undo()
    assert (tmp_path / "bag" / "data" / "format.json").exists()
    bring("s3://kho/tin/thu", tmp_path / "copy" / "thu")
    with pytest.raises(NewerArchive, match="format 2"):
        open_archive(tmp_path / "copy" / "thu")


def test_processes_know_what_their_parent_was_told_since_the_first_of_them_began(monkeypatch):
    said = []
    for told in ("", "x"):
        monkeypatch.setenv("A_KEY_OF_S3", told)
        with closing(Processes(1)) as crew:
            said += [one for _, one in crew([(os.getenv, ("A_KEY_OF_S3",))])]
    assert said == ["", "x"]
