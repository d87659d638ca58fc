"""An archive as others take it: WACZ for replay, BagIt for a preservation system, RO-Crate for a data repository.

Each is written under a temporary name, read back and checked, and only then named. Nothing in them depends on when or
where they were made: twice gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import heapq
import json
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import msgspec

import archiver
from archiver.errors import ArchiveError, UsageError
from archiver.keeping import captures as warc
from archiver.keeping import cdxj, manifest, schema, upgrading
from archiver.keeping.archive import Archive, open_archive
from archiver.keeping.disk import OPEN, Disk, telling
from archiver.keeping.mend import FOLDER as MENDED
from archiver.keeping.sealed import open_sealed, size_of
from archiver.shapes import Record

BLOCK = 1 << 20
LINES_A_BLOCK = 1024
"""Of the compressed index: what a replay tool fetches to look one address up."""


def export_wacz(archive: Archive | str | Path, target: str | Path) -> Path:
    """One file that ReplayWeb.page and pywb play: captures, index, and a page with title and text for each article."""
    return _hand_over(archive, target, _write_wacz, check_wacz)


def export_bag(archive: Archive | str | Path, target: str | Path) -> Path:
    """A folder in the form of BagIt 1.0 (RFC 8493): every sealed file, and the schema that explains the records."""
    return _hand_over(archive, target, _write_bag, check_bag)


def export_ro_crate(archive: Archive | str | Path, target: str | Path) -> Path:
    """A folder with the metadata of RO-Crate 1.1: every sealed file, described."""
    return _hand_over(archive, target, _write_ro_crate, check_ro_crate)


def _hand_over(
    archive: Archive | str | Path,
    target: str | Path,
    write: Callable[[Archive, Path], None],
    check: Callable[[Path], list[str]],
) -> Path:
    archive = archive if isinstance(archive, Archive) else open_archive(archive)
    target = Path(target)
    if target.exists() or target.is_symlink():
        raise UsageError(f"{str(target)!r} is there already; name another, or move it away")
    if not archive.runs():
        raise UsageError(f"{archive.slug}: nothing was sealed yet; run 'archiver crawl {archive.slug}' first")
    draft = target.with_name(target.name + OPEN)
    with telling(target, "handing over"):
        _remove(draft)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            write(archive, draft)
            harms = check(draft)
            if harms:
                raise ArchiveError(
                    f"{str(target)!r} did not come out whole: {harms[0]}; is the disk sound? Nothing was left"
                )
            draft.rename(target)
            Disk().sync_folder(target.parent)
        finally:
            _remove(draft)
    return target


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _last(archive: Archive) -> datetime:
    """When the last run was: the day of whatever is made of the archive."""
    return datetime.strptime(archive.runs()[-1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _title(archive: Archive) -> str:
    return f"{archive.slug}: {archive.meta.get('url', '')}"


def _sealed(archive: Archive) -> list[manifest.Entry]:
    """What the manifest names, and the manifest."""
    entries = manifest.read(archive.path)
    return [*entries, manifest.Entry(manifest.digest_file(archive.path / manifest.NAME), manifest.NAME)]


def _copy(archive: Archive, entry: manifest.Entry, out: IO[bytes]) -> int:
    """Copy one sealed file; refuse where it is not what was sealed."""
    sha, size = hashlib.sha256(), 0
    path = archive.path / entry.path
    with open_sealed(path) if entry.path.endswith(".warc.gz") else path.open("rb") as file:
        while block := file.read(BLOCK):
            sha.update(block)
            size += out.write(block)
    if sha.hexdigest() != entry.digest:
        raise ArchiveError(
            f"{str(archive.path / entry.path)!r} is not what was sealed, so it is not handed over; "
            f"see: archiver verify {archive.path}"
        )
    return size


# --- WACZ -------------------------------------------------------------------------------------------------------------


class _Package:
    """A zip whose every byte follows from what is put into it."""

    def __init__(self, path: Path, moment: datetime) -> None:
        self._zip = zipfile.ZipFile(path, "w", allowZip64=True)
        self._date = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
        self.resources: list[dict[str, Any]] = []

    def add(self, name: str, pieces: Iterable[bytes], *, at_most: int = 0, packed: bool = False) -> str:
        """Stored as it is, since replay tools read captures in place; *packed* where it is text. Returns its sha256.

        *at_most* bytes will come. Only beyond 2 GiB is the entry one of ZIP64: ReplayWeb.page takes it that what stands
        before an entry is as long as the directory at the end says, which Python's ZIP64 entries are not.
        """
        info = zipfile.ZipInfo(name, self._date)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.create_system, info.external_attr = 3, 0o644 << 16
        info.file_size = at_most
        sha, size = hashlib.sha256(), 0
        with self._zip.open(info, "w") as out:
            for piece in pieces:
                sha.update(piece)
                size += len(piece)
                out.write(piece)
        digest = "sha256:" + sha.hexdigest()
        # a data package's names are lower case
        self.resources.append({"name": name.rpartition("/")[2].lower(), "path": name, "hash": digest, "bytes": size})
        return digest

    def close(self) -> None:
        self._zip.close()


def _bytes(archive: Archive, pattern: str) -> int:
    return sum(path.stat().st_size for path in archive.path.glob(pattern))


def _write_wacz(archive: Archive, path: Path) -> None:
    moment = _last(archive)
    package = _Package(path, moment)
    try:
        stated = {entry.path: entry.digest for entry in manifest.read(archive.path)}
        for file in archive.capture_files():
            name = file.relative_to(archive.path).as_posix()
            if (
                package.add(f"archive/{file.name}", _pieces(file), at_most=size_of(file))
                != f"sha256:{stated.get(name)}"
            ):
                raise ArchiveError(f"{str(file)!r} is not what was sealed; see: archiver verify {archive.path}")
        idx: list[bytes] = []
        package.add("indexes/index.cdx.gz", _index_blocks(archive, idx), at_most=_bytes(archive, "captures/*/*.cdxj"))
        package.add("indexes/index.idx", idx)
        package.add("pages/pages.jsonl", _pages(archive), at_most=_bytes(archive, "records/*/*.jsonl"), packed=True)
        described = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": _title(archive),
            "description": archive.meta.get("rights") or "",
            "created": moment.isoformat().replace("+00:00", "Z"),
            "software": f"archiver {archiver.__version__}",
            "mainPageUrl": archive.meta.get("url", ""),
            "resources": sorted(package.resources, key=lambda resource: str(resource["path"])),
        }
        digest = package.add("datapackage.json", [_json(described)])
        package.add("datapackage-digest.json", [_json({"path": "datapackage.json", "hash": digest})])
    finally:
        package.close()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _pieces(file: Path) -> Iterator[bytes]:
    with open_sealed(file) as opened:
        while block := opened.read(BLOCK):
            yield block


def _merged(files: list[Path]) -> Iterator[bytes]:
    """Lines of sorted files as one sorted stream; no more than some files are open at a time."""
    if len(files) <= 200:
        with ExitStack() as stack:
            yield from heapq.merge(*(stack.enter_context(file.open("rb")) for file in files))
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from _merged(_parts(Path(folder), (_merged(files[n : n + 200]) for n in range(0, len(files), 200))))


def _parts(folder: Path, streams: Iterable[Iterable[bytes]]) -> list[Path]:
    parts = []
    for number, lines in enumerate(streams):
        parts.append(folder / str(number))
        with parts[-1].open("wb") as out:
            out.writelines(lines)
    return parts


def _for_replay(file: Path) -> Iterator[bytes]:
    """The sorted index of one file of captures, as ReplayWeb.page needs it to find what a revisit repeats.

    It looks for the original by its very moment, and takes a later capture where the index knows seconds only: so each
    line bears milliseconds. And it shows nothing for a status of 304: so that of an answer "not modified" is left out,
    and what is shown is what it speaks of.
    """
    index = cdxj.Growing()
    plain = file.with_name(file.name.removesuffix(".warc.gz") + ".cdxj")
    with closing(index), plain.open("rb") as lines, open_sealed(file) as opened:
        for [(key, _, fields)] in map(cdxj.parse, lines):
            head = next(warc.heads(opened, int(fields["offset"])), None)
            if head is None:
                raise warc.Torn(int(fields["offset"]), "the index names a record there, and the file has ended")
            if fields["mime"] == "warc/revisit" and fields.get("status") == "304":
                del fields["status"]
            index.add(f"{key} {_milliseconds(head)} {msgspec.json.encode(fields).decode()}")
        yield from index.pieces()


def _milliseconds(head: warc.Head) -> str:
    """17 digits of its moment."""
    return f"{warc.read_date(head.get('WARC-Date') or ''):%Y%m%d%H%M%S%f}"[:17]


def _index_blocks(archive: Archive, idx: list[bytes]) -> Iterator[bytes]:
    """The index in blocks, each a gzip member; *idx* gets the line by which each is found."""
    idx.append(b'!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n')
    offset = 0
    lines: list[bytes] = []

    def block() -> bytes:
        packed = gzip.compress(b"".join(lines), mtime=0)
        where = {"offset": offset, "length": len(packed), "digest": warc.digest(packed), "filename": "index.cdx.gz"}
        key = lines[0].split(b" {", 1)[0]
        idx.append(key + b" " + json.dumps(where).encode() + b"\n")
        return packed

    with tempfile.TemporaryDirectory() as folder:
        for line in _merged(_parts(Path(folder), map(_for_replay, archive.capture_files()))):
            lines.append(line)
            if len(lines) == LINES_A_BLOCK:
                packed = block()
                yield packed
                offset, lines = offset + len(packed), []
    if lines:
        yield block()


def _pages(archive: Archive) -> Iterator[bytes]:
    yield b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages", "hasText": true}\n'
    for record in archive:
        url, when = _captured(archive, record)
        text = "\n".join(part for part in (record.lead, record.body) if part)
        page = {"id": record.id, "url": url, "ts": when, "title": record.title or url, "text": text}
        yield json.dumps(page, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _captured(archive: Archive, record: Record) -> tuple[str, str]:
    """Address and moment of its capture, as the index has them: a replay tool finds the page by these."""
    with open_sealed(archive.path / record.capture.file) as file:
        head = next(warc.heads(file, record.capture.offset), None)
    if head is None:
        raise ArchiveError(f"{record.id}: its capture is gone; see: archiver verify {archive.path}")
    moment = warc.read_date(head.get("WARC-Date") or "").replace(tzinfo=None)
    return head.get("WARC-Target-URI") or record.url, moment.isoformat(timespec="milliseconds") + "Z"


def check_wacz(path: str | Path) -> list[str]:
    """What is wrong with a WACZ; stricter than the format's own validator, which passes an empty one."""
    try:
        with zipfile.ZipFile(path) as package:
            return _check_wacz(package)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, warc.Torn) as error:
        return [f"it cannot be read: {error}"]


def _check_wacz(package: zipfile.ZipFile) -> list[str]:
    harms: list[str] = []
    described = json.loads(package.read("datapackage.json"))
    digest = json.loads(package.read("datapackage-digest.json"))
    if digest != {"path": "datapackage.json", "hash": warc.digest(package.read("datapackage.json"))}:
        harms.append("datapackage-digest.json: not the digest of datapackage.json")
    resources = {str(resource["path"]): resource for resource in described["resources"]}
    present = set(package.namelist()) - {"datapackage.json", "datapackage-digest.json"}
    if len(package.namelist()) != len(set(package.namelist())):
        harms.append("an entry stands in it twice")
    harms += [f"{name}: named in datapackage.json, or there, but not both" for name in sorted(present ^ set(resources))]
    for name in sorted(present & set(resources)):
        sha, size = hashlib.sha256(), 0
        with package.open(name) as file:
            while block := file.read(BLOCK):
                sha.update(block)
                size += len(block)
        if (resources[name]["hash"], resources[name]["bytes"]) != ("sha256:" + sha.hexdigest(), size):
            harms.append(f"{name}: not what datapackage.json says of it")
        if not inside_and_stored(package.getinfo(name)):
            harms.append(f"{name}: compressed in the zip, or a path that leaves it; replay tools read it in place")
    indexed = _check_index(package, harms)
    pages = package.read("pages/pages.jsonl").decode().splitlines()
    if json.loads(pages[0]).get("format") != "json-pages-1.0":
        harms.append("pages/pages.jsonl: its first line names no format")
    for line in pages[1:]:
        page = json.loads(line)
        if not page.get("title") or "text" not in page:
            harms.append(f"pages/pages.jsonl: {page.get('url')!r} has no title or no text")
        if (page["url"], re.sub(r"\D", "", page["ts"])) not in indexed:
            harms.append(f"pages/pages.jsonl: {page['url']!r} of {page['ts']} is not in the index")
    if not any(name.startswith("archive/") for name in present) or not indexed:
        harms.append("it holds no captures")
    return harms


def inside_and_stored(info: zipfile.ZipInfo) -> bool:
    """Whether an entry stays within the package and lies there as it is, where it must."""
    packed = info.compress_type != zipfile.ZIP_STORED and info.filename.endswith(".gz")
    return manifest.inside(info.filename) and not packed


def _check_index(package: zipfile.ZipFile, harms: list[str]) -> set[tuple[str, str]]:
    """Every block where the idx says, every line sorted, every entry at its record: (url, timestamp) of all."""
    found: set[tuple[str, str]] = set()
    data = package.read("indexes/index.cdx.gz")
    header, *rows = package.read("indexes/index.idx").splitlines()
    if not header.startswith(b"!meta 0 "):
        harms.append("indexes/index.idx: no header")
    lines: list[bytes] = []
    end = 0
    for row in rows:
        key, _, where_text = row.rpartition(b" {")
        where = json.loads(b"{" + where_text)
        block = data[where["offset"] : where["offset"] + where["length"]]
        unpacked = gzip.decompress(block)
        if where["offset"] != end or where["digest"] != warc.digest(block) or not unpacked.startswith(key):
            harms.append(f"indexes/index.idx: the block at {where['offset']} is not where or what it says")
        end += len(block)
        lines += unpacked.splitlines(keepends=True)
    if end != len(data):
        harms.append("indexes/index.cdx.gz: a block that the idx does not name")
    if lines != sorted(lines):
        harms.append("indexes/index.cdx.gz: not sorted by bytes")
    counts: dict[str, int] = {}
    places: dict[str, list[tuple[int, str, str]]] = {}
    for _, when, fields in cdxj.parse(b"".join(lines)):
        found.add((fields["url"], when))
        counts[fields["filename"]] = counts.get(fields["filename"], 0) + 1
        places.setdefault(fields["filename"], []).append((int(fields["offset"]), fields["url"], fields["digest"]))
    for name in sorted({n.rpartition("/")[2] for n in package.namelist() if n.startswith("archive/")} | set(places)):
        wanted = {offset: (url, digest) for offset, url, digest in places.get(name, [])}
        with package.open(f"archive/{name}") as file:
            for record in warc.records_of(file):
                if record.type in ("response", "revisit") and wanted.pop(record.offset, None) != (
                    record.url,
                    record.get("WARC-Payload-Digest"),
                ):
                    harms.append(f"archive/{name}, byte {record.offset}: not in the index, or otherwise")
        harms += [f"archive/{name}, byte {offset}: in the index and not there" for offset in wanted]
    return found


# --- BagIt ------------------------------------------------------------------------------------------------------------


def _write_bag(archive: Archive, path: Path) -> None:
    payload = _copy_all(archive, path / "data")
    moment = _last(archive)
    entries = [manifest.Entry(digest, f"data/{_quoted(name)}") for name, (digest, _) in sorted(payload.items())]
    size = sum(size for _, size in payload.values())
    info = [
        ("Source-Organization", "archiver"),
        ("External-Identifier", f"urn:uuid:{archive.meta.get('id', '')}"),
        ("External-Description", _title(archive)),
        ("Rights-Statement", str(archive.meta.get("rights") or "not stated")),
        ("Bagging-Date", moment.date().isoformat()),
        ("Bag-Software-Agent", f"archiver {archiver.__version__}"),
        ("Payload-Oxum", f"{size}.{len(payload)}"),
    ]
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{label}: {' '.join(value.split())}\n" for label, value in info).encode(),
        "manifest-sha256.txt": manifest.format_lines(entries),
    }
    tag_lines = [manifest.Entry(hashlib.sha256(data).hexdigest(), name) for name, data in sorted(tags.items())]
    tags["tagmanifest-sha256.txt"] = manifest.format_lines(tag_lines)
    for name, data in tags.items():
        Disk().write_new(path / name, data)


def _quoted(name: str) -> str:
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _copy_all(archive: Archive, to: Path) -> dict[str, tuple[str, int]]:
    """Copy all that is sealed, the format it is of, what was set aside, the records' schema; (sha256, size) by name."""
    copied: dict[str, tuple[str, int]] = {}
    entries = _sealed(archive)
    aside = sorted(p for p in archive.path.glob(f"{MENDED}/*") if p.is_file() and not p.name.endswith(OPEN))
    aside += [p for p in (archive.path / upgrading.NAME,) if p.exists()]
    entries += [manifest.Entry(manifest.digest_file(p), p.relative_to(archive.path).as_posix()) for p in aside]
    for entry in entries:
        target = to / entry.path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as out:
            copied[entry.path] = (entry.digest, _copy(archive, entry, out))
            out.flush()
            os.fsync(out.fileno())
    explained = _json(schema.record_schema())
    Disk().write_new(to / schema.FILE, explained)
    copied[schema.FILE] = (hashlib.sha256(explained).hexdigest(), len(explained))
    return copied


def check_bag(path: str | Path) -> list[str]:
    """What is wrong with a bag of ours: completeness, digests, tags, count."""
    folder = Path(path)
    harms: list[str] = []
    try:
        payload, broken = manifest.parse((folder / "manifest-sha256.txt").read_bytes())
        tags, broken_tags = manifest.parse((folder / "tagmanifest-sha256.txt").read_bytes())
        info = (folder / "bag-info.txt").read_text(encoding="utf-8")
    except OSError as error:
        return [f"it cannot be read: {error}"]
    harms += [f"line {number} of a manifest: {why}" for number, why in [*broken, *broken_tags]]
    present = {p.relative_to(folder).as_posix() for p in (folder / "data").rglob("*") if p.is_file()}
    stated = {entry.path: entry.digest for entry in payload}
    harms += [f"{name}: in the bag or in its manifest, not in both" for name in sorted(present ^ set(stated))]
    for name, digest in [*stated.items(), *((entry.path, entry.digest) for entry in tags)]:
        if (folder / name).is_file() and manifest.digest_file(folder / name) != digest:
            harms.append(f"{name}: not what its manifest says")
    oxum = f"Payload-Oxum: {sum((folder / name).stat().st_size for name in present)}.{len(present)}\n"
    if oxum not in info:
        harms.append("bag-info.txt: Payload-Oxum does not count what is there")
    harms += [f"{entry.path}: it is gone" for entry in tags if not (folder / entry.path).is_file()]
    if {entry.path for entry in tags} != {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"}:
        harms.append("tagmanifest-sha256.txt: it does not name every tag file")
    return harms


# --- RO-Crate ---------------------------------------------------------------------------------------------------------

_KINDS = {
    ".warc.gz": ("application/warc", "Captures: requests and answers as they went over the wire (WARC 1.1)"),
    ".cdxj": ("text/plain", "Index of the captures (CDXJ)"),
    ".jsonl": ("application/jsonl", f"Records, a line a revision of an article; see {schema.FILE}"),
    ".schema.json": ("application/schema+json", "What each field of a record means (JSON Schema)"),
    ".json": ("application/json", "What a run did, or what the archive is"),
    ".txt": ("text/plain", "sha256 of every sealed file"),
}
METADATA = "ro-crate-metadata.json"


def _write_ro_crate(archive: Archive, path: Path) -> None:
    copied = _copy_all(archive, path)
    moment = _last(archive)
    files = []
    for name, (digest, size) in sorted(copied.items()):
        kind, what = next((v for k, v in _KINDS.items() if name.endswith(k)), ("application/octet-stream", "Set aside"))
        files.append(
            {
                "@id": name,
                "@type": "File",
                "name": name.rpartition("/")[2],
                "description": what,
                "encodingFormat": kind,
                "contentSize": str(size),
                "sha256": digest,
            }
        )
    software = f"#archiver-{archiver.__version__}"
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": _title(archive),
        "description": f"The news of {archive.meta.get('url', archive.slug)}: exact captures and clean records.",
        "identifier": f"urn:uuid:{archive.meta.get('id', '')}",
        "datePublished": moment.date().isoformat(),
        "license": archive.meta.get("rights") or "not stated",
        "inLanguage": "vi",
        "hasPart": [{"@id": file["@id"]} for file in files],
        "creator": {"@id": software},
    }
    crate = {
        "@context": "https://w3id.org/ro/crate/1.1/context",
        "@graph": [
            {
                "@id": METADATA,
                "@type": "CreativeWork",
                "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
                "about": {"@id": "./"},
            },
            root,
            {"@id": software, "@type": "SoftwareApplication", "name": "archiver", "version": archiver.__version__},
            *files,
        ],
    }
    Disk().write_new(path / METADATA, _json(crate))


def check_ro_crate(path: str | Path) -> list[str]:
    """What is wrong with a crate of ours: its description and what lies there must be the same files."""
    folder = Path(path)
    try:
        graph = {entity["@id"]: entity for entity in json.loads((folder / METADATA).read_bytes())["@graph"]}
        parts = {part["@id"] for part in graph["./"]["hasPart"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [f"{METADATA} cannot be read: {error}"]
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - {METADATA}
    harms = [f"{name}: described or there, not both" for name in sorted(present ^ parts)]
    for name in sorted(present & parts):
        said = graph.get(name, {})
        size = str((folder / name).stat().st_size)
        if (said.get("sha256"), said.get("contentSize")) != (manifest.digest_file(folder / name), size):
            harms.append(f"{name}: not what is said of it")
    return harms
