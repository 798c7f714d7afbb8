import asyncio
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from integrations.storage import LocalStorage, ObjectStorage, open_storage
from services.documents.ports import DocumentStorage, StorageUnreachable, storage_key
from tests.integrations.s3 import running_s3

KEY = storage_key("ab12" * 16)
BIG = os.urandom(12 * 1024 * 1024)


@pytest.fixture(autouse=True)
def _s3_keys(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")


@pytest.fixture(params=["local", "memory", "s3"])
async def storage(request, tmp_path) -> AsyncIterator[DocumentStorage]:
    if request.param == "local":
        yield open_storage(None, tmp_path / "documents")
    elif request.param == "memory":
        yield ObjectStorage(MemoryStore())
    else:
        async with running_s3() as (_, url):
            yield open_storage(url, tmp_path)


async def pieces(data: bytes, size: int = 100_000, *, fail_at: int | None = None) -> AsyncIterator[bytes]:
    for at in range(0, len(data), size):
        if fail_at is not None and at >= fail_at:
            raise RuntimeError("the source broke")
        yield data[at : at + size]


async def test_what_was_put_is_got(storage):
    await storage.put(KEY, b"policy")
    assert await storage.get(KEY) == b"policy"


async def test_an_empty_object_is_an_object(storage):
    await storage.put(KEY, b"")
    assert await storage.exists(KEY)
    assert await storage.get(KEY) == b""


async def test_big_content_is_the_same_in_one_piece_and_in_many(storage):
    await storage.put(KEY, pieces(BIG))
    assert await storage.get(KEY) == BIG
    assert b"".join([piece async for piece in await storage.open(KEY)]) == BIG


async def test_a_big_local_file_is_not_read_whole(tmp_path):
    storage = LocalStorage(tmp_path)
    await storage.put(KEY, BIG)
    assert len([piece async for piece in await storage.open(KEY)]) > 1


async def test_putting_again_replaces(storage):
    await storage.put(KEY, b"old")
    await storage.put(KEY, b"new")
    assert await storage.get(KEY) == b"new"


async def test_putting_at_once_leaves_one_whole_object(storage):
    contents = [bytes([n]) * 300_000 for n in range(8)]
    await asyncio.gather(*(storage.put(KEY, content) for content in contents))
    assert await storage.get(KEY) in contents


async def test_a_source_that_breaks_leaves_what_was_there(storage):
    await storage.put(KEY, b"old")
    with pytest.raises(RuntimeError, match="the source broke"):
        await storage.put(KEY, pieces(BIG, fail_at=8_000_000))
    assert await storage.get(KEY) == b"old"


async def test_a_source_that_breaks_leaves_no_key(storage):
    with pytest.raises(RuntimeError):
        await storage.put(KEY, pieces(BIG, fail_at=8_000_000))
    assert not await storage.exists(KEY)


async def test_deleting_twice_is_no_error(storage):
    await storage.put(KEY, b"policy")
    await storage.delete(KEY)
    await storage.delete(KEY)
    assert not await storage.exists(KEY)


async def test_a_missing_key_is_said_before_the_first_piece(storage):
    with pytest.raises(FileNotFoundError):
        await storage.get(KEY)
    with pytest.raises(FileNotFoundError):
        await storage.open(KEY)


@pytest.mark.parametrize("key", ["", "/etc/passwd", "../up", "a/../../up", "a//b", "a/", ".hidden", "a b", "a\\b", "ї"])
async def test_a_key_that_is_no_key_is_refused(storage, key):
    for use in (storage.get, storage.open, storage.delete, storage.exists):
        with pytest.raises(ValueError, match="not a key"):
            await use(key)
    with pytest.raises(ValueError, match="not a key"):
        await storage.put(key, b"x")


def test_a_storage_key_is_spread_over_folders():
    digest = hashlib.sha256(b"policy").hexdigest()
    assert storage_key(digest) == f"{digest[:2]}/{digest[2:4]}/{digest}"


@pytest.mark.parametrize("digest", ["", "AB12" * 16, "ab12" * 15, "../" + "a" * 61])
def test_only_a_digest_makes_a_storage_key(digest):
    with pytest.raises(ValueError, match="SHA-256"):
        storage_key(digest)


@pytest.mark.parametrize(
    "url", ["http://bucket", "s3://", "bucket", "s3://bucket?endpiont=http://127.0.0.1", "s3://bucket?endpoint"]
)
def test_a_wrong_url_is_refused_at_the_start(url, tmp_path):
    with pytest.raises(ValueError):  # noqa: PT011 - urllib's own message for a broken query
        open_storage(url, tmp_path)


async def test_s3_keeps_objects_under_the_prefix_of_the_url(tmp_path):
    async with running_s3() as (fake, url):
        await open_storage(url, tmp_path).put(KEY, b"policy")
        assert fake.objects == {f"/documents/crm/{KEY}": b"policy"}


async def test_an_s3_that_refuses_is_unreachable(tmp_path):
    async with running_s3() as (fake, url):
        storage = open_storage(url, tmp_path)
        fake.failing = True
        for use in (
            storage.get(KEY),
            storage.open(KEY),
            storage.put(KEY, b"x"),
            storage.delete(KEY),
            storage.exists(KEY),
        ):
            with pytest.raises(StorageUnreachable):
                await use


async def test_an_s3_that_is_away_is_unreachable_soon(tmp_path):
    async with running_s3() as (_, url):
        storage = open_storage(url, tmp_path)
    started = time.perf_counter()
    with pytest.raises(StorageUnreachable):
        await storage.get(KEY)
    assert time.perf_counter() - started < 10


async def test_a_folder_that_can_not_be_written_is_unreachable(tmp_path):
    storage = LocalStorage(tmp_path)
    (tmp_path / "incoming").write_bytes(b"a file stands where a folder should")
    with pytest.raises(StorageUnreachable):
        await storage.put(KEY, b"policy")


async def test_the_bytes_are_on_the_disk_before_the_name(tmp_path, monkeypatch):
    synced = []
    sync = os.fsync

    def recording(opened: int) -> None:
        synced.append((str(Path(f"/proc/self/fd/{opened}").readlink()), (tmp_path / KEY).exists()))
        sync(opened)

    monkeypatch.setattr(os, "fsync", recording)
    await LocalStorage(tmp_path).put(KEY, b"policy")
    (staged, named_already), *folders = synced
    assert staged.startswith(str(tmp_path / "incoming"))
    assert not named_already
    assert folders == [(str(folder), True) for folder in list((tmp_path / KEY).parents)[:3]]
    assert folders[-1][0] == str(tmp_path)


async def test_pieces_of_dead_writers_are_swept_at_a_start(tmp_path):
    staging = tmp_path / "incoming"
    staging.mkdir()
    for name, age in (("dead", 7200), ("alive", 10)):
        (staging / name).write_bytes(b"half")
        os.utime(staging / name, (time.time() - age,) * 2)
    LocalStorage(tmp_path)
    assert [piece.name for piece in staging.iterdir()] == ["alive"]


WRITER = """
import asyncio, hashlib, os, sys
from pathlib import Path
from integrations.storage import LocalStorage
from services.documents.ports import storage_key

async def main():
    storage = LocalStorage(Path(sys.argv[1]))
    print("ready", flush=True)
    while True:
        data = os.urandom(6_000_000)
        await storage.put(storage_key(hashlib.sha256(data).hexdigest()), data)

asyncio.run(main())
"""


@pytest.mark.process
def test_a_killed_writer_never_leaves_half_a_file_under_a_key(tmp_path):
    for delay in (0.03, 0.06, 0.11, 0.2):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(delay)
        writer.kill()
        writer.communicate()
    keys = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "incoming"]
    assert keys
    for path in keys:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
