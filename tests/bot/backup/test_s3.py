"""Documents that live in S3 are in the backup, and go to S3 or to a folder when it is restored."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.backup.cipher import Cipher
from bot.backup.manifest import DOCUMENTS
from bot.backup.rehearse import rehearse_restore
from bot.backup.restore import restore_backup
from integrations.storage import open_storage
from services.backups.errors import BackupDamaged, StorageAway
from tests.bot.backup.conftest import Brokerage
from tests.harness import NOON
from tests.integrations.s3 import FakeS3, running_s3

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "an-id")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-key")


@pytest.fixture
async def s3(keys: None) -> AsyncIterator[tuple[FakeS3, str]]:
    async with running_s3() as running:
        yield running


@pytest.fixture
async def elsewhere(keys: None) -> AsyncIterator[tuple[FakeS3, str]]:
    """Where a backup is restored to."""
    async with running_s3() as running:
        yield running


@pytest.fixture
def in_s3(brokerage: Brokerage, s3: tuple[FakeS3, str]) -> tuple[Brokerage, FakeS3]:
    """Its one document lies there and nowhere else."""
    fake, url = s3
    folder = brokerage.installation.data_dir / "documents"
    for path in folder.rglob("*"):
        if path.is_file():
            fake.objects[f"/documents/crm/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
            path.unlink()
    storage = open_storage(url, folder)
    brokerage.installation = replace(brokerage.installation, storage=storage)
    return brokerage, fake


def documents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("sealed", [False, True])
async def test_documents_of_s3_are_backed_up_and_restored_into_another_s3(
    in_s3: tuple[Brokerage, FakeS3], elsewhere: tuple[FakeS3, str], cipher: Cipher, sealed: bool
) -> None:
    brokerage, fake = in_s3
    key = cipher if sealed else None
    taken = await brokerage.back_up(cipher=key)
    assert (taken.manifest.missing, len(fake.objects)) == ([], 1)
    there, url = elsewhere
    await restore_backup(taken.place, replace(brokerage.new, document_storage=url), key, now=NOON)
    assert there.objects == fake.objects
    assert documents(brokerage.new.data_dir / DOCUMENTS) == []


async def test_they_may_be_restored_into_a_folder(in_s3: tuple[Brokerage, FakeS3]) -> None:
    brokerage, fake = in_s3
    taken = await brokerage.back_up()
    await restore_backup(taken.place, brokerage.new, None, now=NOON)
    assert documents(brokerage.new.data_dir / DOCUMENTS) == list(fake.objects.values())


async def test_a_rehearsal_touches_nothing_in_the_living_s3(in_s3: tuple[Brokerage, FakeS3]) -> None:
    brokerage, fake = in_s3
    await brokerage.back_up()
    before = dict(fake.objects)
    data_dir = brokerage.installation.data_dir
    await rehearse_restore(brokerage.backups, data_dir=data_dir, database_url=None, cipher=None, now=NOON)
    assert fake.objects == before


async def test_an_object_that_is_gone_or_not_whole_is_named_as_missing(in_s3: tuple[Brokerage, FakeS3]) -> None:
    brokerage, fake = in_s3
    ((path, whole),) = fake.objects.items()
    sha256 = path.rpartition("/")[2]
    for damage in ({path: whole[:-1]}, {}):
        fake.objects = damage
        taken = await brokerage.back_up()
        assert taken.manifest.missing == [sha256]
        assert [name for name in taken.manifest.files if name.startswith(DOCUMENTS)] == []


async def test_an_s3_that_is_away_stops_a_backup_and_a_restore_and_leaves_nothing(
    in_s3: tuple[Brokerage, FakeS3], elsewhere: tuple[FakeS3, str]
) -> None:
    brokerage, fake = in_s3
    taken = await brokerage.back_up()
    fake.failing = True
    with pytest.raises(StorageAway):
        await brokerage.back_up()
    assert sorted(path.name for path in brokerage.backups.iterdir()) == [".lock", taken.place.name]
    there, url = elsewhere
    there.failing = True
    with pytest.raises(StorageAway):
        await restore_backup(taken.place, replace(brokerage.new, document_storage=url), None, now=NOON)
    assert not brokerage.new.data_dir.exists()


async def test_a_damaged_document_reaches_no_s3(in_s3: tuple[Brokerage, FakeS3], elsewhere: tuple[FakeS3, str]) -> None:
    brokerage, _ = in_s3
    taken = await brokerage.back_up()
    (path,) = [path for path in (taken.place / DOCUMENTS).rglob("*") if path.is_file()]
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    there, url = elsewhere
    with pytest.raises(BackupDamaged):
        await restore_backup(taken.place, replace(brokerage.new, document_storage=url), None, now=NOON)
    assert there.objects == {}
