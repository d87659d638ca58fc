"""One prefix of a bucket on S3-compatible storage, as keeping uses it: whole objects, ranges, and nothing overwritten.

s3fs does the work (`archiver[s3]`): credentials, region and endpoint come from the environment or the files that every
AWS tool reads (AWS_ACCESS_KEY_ID, AWS_PROFILE, AWS_ENDPOINT_URL, …), tries again with back-off are botocore's own
(AWS_MAX_ATTEMPTS). Nothing here lists a bucket: a listing may lag, the manifest says what is there.
"""

from __future__ import annotations

import hashlib
import io
import os
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from archiver.errors import StorageError, UsageError

TIMEOUT = 60.0
"""Seconds that the server may be silent."""
PIECE = 8 << 20
"""Bytes of one request when an object is read back."""
CLOCKS_APART = 900.0
"""Seconds by which a request may be off the server's clock, by S3's rules."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the server says of an object."""

    bytes: int
    """Its size."""
    etag: str
    """Changes with the content; not trusted as a digest, only for 'unless it changed since'."""
    sha256: str | None
    """What whoever put it there says that it should be: proof of what was meant, not of what is there."""
    fence: int = 0
    """Number of the lease under which the newest run that a manifest names was sealed; 0 where it does not say."""


def is_url(place: object) -> bool:
    """Whether *place* is on S3 rather than a folder.

    >>> is_url("s3://kho/tin"), is_url("data")
    (True, False)
    """
    return isinstance(place, str) and place.startswith("s3://")


def bucket(url: str) -> Bucket:
    """The bucket and prefix of *url*. UsageError where it is no such thing, or s3fs is not there."""
    return Bucket(url)


@lru_cache(maxsize=4)
def _connected(_process: int, _endpoint: str | None) -> Any:
    """What talks to the server: made once (it costs a second), but never shared with a child process."""
    import s3fs

    attempts = {} if "AWS_MAX_ATTEMPTS" in os.environ else {"total_max_attempts": 6}
    s3 = s3fs.S3FileSystem(
        skip_instance_cache=True,
        use_listings_cache=False,
        config_kwargs={
            "retries": {"mode": "standard", **attempts},
            "connect_timeout": min(TIMEOUT, 10),
            "read_timeout": TIMEOUT,
            "request_checksum_calculation": "when_required",  # we send a sha256 of our own
        },
    )
    s3.retries = 1  # botocore tries again, and rewinds what it sends; s3fs would not
    return s3


class Bucket:
    """Names are relative to its prefix. Whatever fails is a StorageError that says what to do next."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme != "s3" or not parts.netloc or parts.query or parts.fragment or "@" in parts.netloc:
            raise UsageError(f"{url!r} is no place on S3; write it like s3://bucket/prefix")
        try:
            self._s3 = _connected(os.getpid(), os.environ.get("AWS_ENDPOINT_URL"))
        except ImportError:
            raise UsageError(f"{url!r}: archives on S3 need s3fs: pip install 'archiver[s3]'") from None
        self.url = url.rstrip("/")
        self._bucket, self._prefix = parts.netloc, parts.path.strip("/")

    def _key(self, name: str) -> str:
        return f"{self._prefix}/{name}" if self._prefix else name

    def _call(self, method: str, name: str, **given: Any) -> Any:
        return self._s3.call_s3(method, Bucket=self._bucket, Key=self._key(name), **given)

    def head(self, name: str) -> Found | None:
        """What is there under this name; None where nothing is."""
        with self._telling(name, "asking for"):
            try:
                said = self._call("head_object", name)
            except FileNotFoundError:
                return None
        meta = said.get("Metadata", {})
        fence = str(meta.get("fence", ""))
        return Found(said["ContentLength"], said["ETag"], meta.get("sha256"), int(fence) if fence.isdecimal() else 0)

    def read(self, name: str, start: int = 0, end: int | None = None, *, etag: str | None = None) -> bytes:
        """The object, or its bytes from *start* to before *end*; fewer where it is shorter. FileNotFoundError."""
        if end is not None and end <= start:
            return b""
        given: dict[str, Any] = {"IfMatch": etag} if etag else {}
        if start or end is not None:
            given["Range"] = f"bytes={start}-{'' if end is None else end - 1}"

        import aiohttp
        from botocore.exceptions import BotoCoreError
        from fsspec.asyn import sync

        async def whole() -> bytes:
            for again in (True, True, False):
                said = await self._s3._call_s3("get_object", Bucket=self._bucket, Key=self._key(name), **given)
                try:
                    async with said["Body"] as body:
                        data: bytes = await body.read()
                    return data
                except (aiohttp.ClientError, BotoCoreError, TimeoutError):  # cut off after botocore had done its part
                    if not again:
                        raise
            raise AssertionError

        with self._telling(name, "reading"):
            try:
                data: bytes = sync(self._s3.loop, whole)
            except OSError as error:
                if _code(error) in ("InvalidRange", "416"):
                    return b""
                raise
        return data

    def digest(self, name: str, found: Found) -> str:
        """sha256 of what is there, read back whole. StorageError where it changes meanwhile; FileNotFoundError."""
        sha = hashlib.sha256()
        for start in range(0, found.bytes, PIECE):
            sha.update(self.read(name, start, min(start + PIECE, found.bytes), etag=found.etag))
        return sha.hexdigest()

    def put(
        self, name: str, file: BinaryIO | bytes, sha256: str, *, instead_of: Found | None = None, fence: int = 0
    ) -> bool:
        """Put an object where nothing is, or *instead_of* what was found. False where something else is there by now.

        In one request, whatever its size (a capture file is at most some 2 GB, S3 takes 5): it is there whole or not
        at all, and nothing half-way is left to be paid for. The server is told the sha256 and may refuse what differs.
        """
        unless = {"IfNoneMatch": "*"} if instead_of is None else {"IfMatch": instead_of.etag}
        meta = {"sha256": sha256} | ({"fence": str(fence)} if fence else {})
        body = io.BytesIO(file) if isinstance(file, bytes) else file
        checksum = b64encode(bytes.fromhex(sha256)).decode()
        with self._telling(name, "writing"):
            try:
                self._call("put_object", name, Body=body, ChecksumSHA256=checksum, Metadata=meta, **unless)
            except OSError as error:
                gone = instead_of is not None and isinstance(error, FileNotFoundError) and _code(error) == "NoSuchKey"
                if gone or _code(error) in ("PreconditionFailed", "412", "ConditionalRequestConflict"):
                    return False
                raise
        return True

    @contextmanager
    def _telling(self, name: str, doing: str) -> Iterator[None]:
        import aiohttp
        from botocore.exceptions import BotoCoreError, ClientError
        from fsspec.exceptions import FSTimeoutError

        try:
            yield
        except FileNotFoundError as error:
            if _code(error) != "NoSuchBucket":
                raise
            raise StorageError(
                f"'{self.url}/{name}': {doing} it failed: there is no bucket {self._bucket!r}; make it, or name another"
            ) from None
        except (OSError, BotoCoreError, ClientError, FSTimeoutError, aiohttp.ClientError) as error:
            code, why = _code(error), _why(error)
            if code == "403" and _clocks_apart(error):  # the answer to a HEAD has no body, which would have said so
                code = "RequestTimeTooSkewed"
            raise StorageError(
                f"'{self.url}/{name}': {doing} it failed: {code + ': ' if code else ''}{why}; {_cure(code, error)}"
            ) from None


def _answer(error: BaseException) -> dict[str, Any]:
    """What the server said; {} where it said nothing."""
    for one in (error, error.__cause__, error.__context__):
        response = getattr(one, "response", None)
        if isinstance(response, dict):
            return response
    return {}


def _code(error: BaseException) -> str:
    """The server's own word for what is wrong; '' where it said none."""
    return str(_answer(error).get("Error", {}).get("Code", ""))


def _clocks_apart(error: BaseException) -> bool:
    """Whether the server's clock, as its answer tells it, is too far from ours for it to take a request."""
    said = _answer(error).get("ResponseMetadata", {}).get("HTTPHeaders", {}).get("date", "")
    try:
        return abs(parsedate_to_datetime(said).timestamp() - time.time()) > CLOCKS_APART
    except (ValueError, TypeError):
        return False


def _why(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 300 else text[:297] + "..."


# Without s3:ListBucket, S3 answers 403 and no 404 where nothing is there yet: the first offload could not begin.
_NO_RIGHT = (
    "the credentials have no right to do this: give them s3:GetObject and s3:PutObject on the prefix,"
    " and s3:ListBucket on the bucket"
)
_CURES = {
    "AccessDenied": _NO_RIGHT,
    "403": _NO_RIGHT,
    "InvalidAccessKeyId": "the server does not know these credentials: see AWS_ACCESS_KEY_ID, AWS_PROFILE",
    "SignatureDoesNotMatch": "the secret does not belong to the key: see AWS_SECRET_ACCESS_KEY, AWS_PROFILE",
    "ExpiredToken": "the credentials are of yesterday: renew them",
    "RequestTimeTooSkewed": "the clocks of this machine and of the server are too far apart: set the clock (NTP)",
    "BadDigest": "it was harmed on its way: run again",
    "EntityTooLarge": "the server takes no object of that size",
    "SlowDown": "the server is overloaded: run again later",
    "503": "the server is overloaded: run again later",
}
_ELSE = "run again once the cause is gone"


def _cure(code: str, error: BaseException) -> str:
    from botocore.exceptions import NoCredentialsError

    if isinstance(error, NoCredentialsError) or "locate credentials" in str(error):
        cure = "give credentials by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
    else:
        cure = _CURES.get(code, _ELSE)
    return f"{cure}. Nothing is lost: what is not proved to be there stays on this machine"
