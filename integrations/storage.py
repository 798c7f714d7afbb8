"""Documents in a local folder or an S3 bucket, through obstore.

LocalStore writes a file beside its place and renames it, but never calls fsync: after a power cut the name may be
there without the bytes. So a local file is written under a name of its own, synced, renamed, and then the folders
above it are synced.
"""

import asyncio
import contextlib
import os
import re
import time
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, MemoryStore, S3Store

from services.documents.ports import DocumentStorage, StorageUnreachable

if TYPE_CHECKING:
    from obstore import GetResult
    from obstore.store import S3Config

KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
STAGING = "incoming"
PIECE = 256 * 1024
STAGED_FOR_AT_MOST = 3600
CONNECT_TIMEOUT = timedelta(seconds=5)
REQUEST_TIMEOUT = timedelta(seconds=60)
RETRY_TIMEOUT = timedelta(seconds=15)


def open_storage(url: str | None, folder: Path) -> DocumentStorage:
    """`s3://bucket/prefix?endpoint=http://host:9000&region=eu-central-1`, or `folder` when there is no URL.

    The keys of S3 come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. A wrong URL is a ValueError.
    """
    return ObjectStorage(_s3_store(url)) if url else LocalStorage(folder)


def _s3_store(url: str) -> S3Store:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    if parts.scheme != "s3" or not parts.netloc or options.keys() - {"endpoint", "region"}:
        raise ValueError("the document storage is written s3://bucket/prefix?endpoint=...&region=...")
    config: S3Config = {"region": options.get("region", "us-east-1"), "disable_bulk_delete": True}
    if "endpoint" in options:
        config["endpoint"] = options["endpoint"]
    return S3Store(
        parts.netloc,
        prefix=parts.path.strip("/") or None,
        config=config,
        client_options={
            "allow_http": options.get("endpoint", "").startswith("http://"),
            "connect_timeout": CONNECT_TIMEOUT,
            "timeout": REQUEST_TIMEOUT,
        },
        retry_config={"max_retries": 2, "retry_timeout": RETRY_TIMEOUT},
    )


class ObjectStorage:
    """Any store that keeps an object whole or not at all, as S3 and memory do."""

    def __init__(self, store: LocalStore | MemoryStore | S3Store) -> None:
        self._store = store

    async def put(self, key: str, data: AsyncIterator[bytes] | bytes) -> None:
        _check_key(key)
        with _errors_of_the_port():
            await obstore.put_async(self._store, key, data)

    async def get(self, key: str) -> bytes:
        _check_key(key)
        with _errors_of_the_port():
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())

    async def open(self, key: str) -> AsyncIterator[bytes]:
        _check_key(key)
        with _errors_of_the_port():
            found = await obstore.get_async(self._store, key)
        return _pieces(found)

    async def delete(self, key: str) -> None:
        _check_key(key)
        with _errors_of_the_port(), contextlib.suppress(FileNotFoundError):
            await obstore.delete_async(self._store, key)

    async def exists(self, key: str) -> bool:
        _check_key(key)
        with _errors_of_the_port():
            try:
                await obstore.head_async(self._store, key)
            except FileNotFoundError:
                return False
        return True


class LocalStorage(ObjectStorage):
    """A folder on this machine's disk.

    A write that a kill cuts leaves its piece under `incoming/`, and a later start sweeps it away.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(LocalStore(folder))
        self._folder = folder
        _sweep(folder / STAGING, older_than=time.time() - STAGED_FOR_AT_MOST)

    async def put(self, key: str, data: AsyncIterator[bytes] | bytes) -> None:
        _check_key(key)
        staged = f"{STAGING}/{uuid4().hex}"
        await super().put(staged, data)
        with _errors_of_the_port():
            await asyncio.to_thread(_sync, self._folder / staged)
            await obstore.rename_async(self._store, staged, key)
            await asyncio.to_thread(self._sync_folders, key)

    def _sync_folders(self, key: str) -> None:
        for folder in (self._folder / key).parents:
            _sync(folder)
            if folder == self._folder:
                break


def _sweep(staging: Path, *, older_than: float) -> None:
    for piece in staging.glob("*"):
        if piece.stat().st_mtime < older_than:
            piece.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _check_key(key: str) -> None:
    """obstore drops a leading slash and would file the object under another name."""
    if not KEY.fullmatch(key):
        raise ValueError(f"not a key: {key!r}")


async def _pieces(found: "GetResult") -> AsyncIterator[bytes]:
    with _errors_of_the_port():
        async for piece in found.stream(min_chunk_size=PIECE):
            yield bytes(piece)


@contextlib.contextmanager
def _errors_of_the_port() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except (BaseError, OSError) as error:
        raise StorageUnreachable(type(error).__name__) from error
