"""Puts a backup up in a new place; never over anything that is there.

- Every checksum is verified before anything is written.
- People who were erased after the backup are erased again.
- The restored rows are counted, must keep every promise of the product, and are brought to this program's schema.
- What fails on the way leaves nothing behind.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.backup.cipher import Cipher
from bot.backup.facts import REVISION, counting
from bot.backup.files import check_stored, refused_by_the_disk, take_out, whole_or_nothing
from bot.backup.manifest import DATABASE, DOCUMENTS, MANIFEST, Manifest, read_manifest
from bot.backup.sqlite import check_sound
from bot.database import Database, open_database
from bot.database.migrate import migrate
from bot.database.reach import reason_of
from integrations.storage import open_storage
from services.backups.errors import (
    BackupDamaged,
    BackupInconsistent,
    BackupToolFailed,
    RestoreNeedsFolder,
    RestoreNeedsServer,
    RestorePlaceTaken,
    StorageAway,
)
from services.documents.ports import DocumentStorage, StorageUnreachable, storage_key
from services.erasure.again import erase_again
from services.erasure.ports import Erasure
from services.health.invariants import find_broken

TOOLS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlace:
    """`data_dir` is not there yet, or empty; `database_url` names a database of PostgreSQL that is not there yet."""

    data_dir: Path
    database_url: str | None = None
    document_storage: str | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """`erased` counts people who were erased after the backup, and again now."""

    manifest: Manifest
    erased: int


async def restore_backup(
    backup: Path, into: NewPlace, cipher: Cipher | None, *, now: datetime, erasures: Sequence[Erasure] = ()
) -> Restored:
    """Raises a BackupRefused."""
    manifest = await asyncio.to_thread(verify_backup, backup, cipher)
    _check_place(backup, manifest, into)
    with ExitStack() as stack:
        half_url = None
        if into.database_url:
            from bot.backup.postgres import new_database  # noqa: PLC0415 - SQLite needs none of it

            half_url = stack.enter_context(new_database(into.database_url))
        half = stack.enter_context(whole_or_nothing(into.data_dir))
        url = await asyncio.to_thread(_put_up_database, backup, manifest, half, half_url, cipher)
        await _put_up_documents(backup, manifest, into, half, cipher)
        storage = open_storage(into.document_storage, half / DOCUMENTS)
        try:
            erased = await _prove(url, manifest, partial(_erase_again, erasures=erasures, storage=storage, now=now))
        except SQLAlchemyError as error:
            raise BackupToolFailed(tool=TOOLS[manifest.dialect], reason=reason_of(error)) from error
        await asyncio.to_thread(shutil.rmtree, half / DOCUMENTS / "incoming", ignore_errors=True)
    return Restored(manifest, erased)


def verify_backup(backup: Path, cipher: Cipher | None) -> Manifest:
    """Every byte is what it was, and nothing was added."""
    manifest = read_manifest(backup, cipher)
    expected = {f"{name}{manifest.suffix}": stored for name, stored in manifest.files.items()}
    for name, stored in expected.items():
        check_stored(backup / name, stored, name=name)
    for path in backup.rglob("*"):
        name = path.relative_to(backup).as_posix()
        if not path.is_dir() and name not in expected and name != MANIFEST:
            raise BackupDamaged(file=name)
    return manifest


def _check_place(backup: Path, manifest: Manifest, into: NewPlace) -> None:
    place = into.data_dir
    with refused_by_the_disk(place):
        taken = place.exists() and (not place.is_dir() or any(place.iterdir()))
    if taken or place.resolve().is_relative_to(backup.resolve()):
        raise RestorePlaceTaken(place=str(place))
    if manifest.dialect == "postgresql" and not into.database_url:
        raise RestoreNeedsServer
    if manifest.dialect == "sqlite" and into.database_url:
        raise RestoreNeedsFolder


def _put_up_database(backup: Path, manifest: Manifest, half: Path, half_url: str | None, cipher: Cipher | None) -> str:
    """The address of what was put up, as SQLAlchemy has it."""
    name = f"{DATABASE}{manifest.suffix}"
    opener = cipher if manifest.recipient else None
    if half_url is None:
        path = half / "crm.sqlite3"
        take_out(backup / name, path, opener, name=name)
        check_sound(path)
        return f"sqlite+aiosqlite:///{path}"
    from bot.backup.postgres import restore_database  # noqa: PLC0415 - SQLite needs none of it

    dump = half / DATABASE
    take_out(backup / name, dump, opener, name=name)
    restore_database(dump, half_url)
    dump.unlink()
    return half_url.replace("postgresql://", "postgresql+psycopg://", 1)


async def _put_up_documents(
    backup: Path, manifest: Manifest, into: NewPlace, half: Path, cipher: Cipher | None
) -> None:
    storage = open_storage(into.document_storage, half / DOCUMENTS)
    opener = cipher if manifest.recipient else None
    for name in manifest.files:
        if name.startswith(f"{DOCUMENTS}/"):
            await _put_up_document(backup, f"{name}{manifest.suffix}", storage, half / ".document", opener)


async def _put_up_document(
    backup: Path, name: str, storage: DocumentStorage, workshop: Path, cipher: Cipher | None
) -> None:
    """Its name is the SHA-256 of what it holds."""
    key = name.removeprefix(f"{DOCUMENTS}/").removesuffix(".age")
    opened = await asyncio.to_thread(take_out, backup / name, workshop, cipher, name=name)
    if opened.sha256 != key.rpartition("/")[2]:
        raise BackupDamaged(file=name)
    try:
        await storage.put(key, await asyncio.to_thread(workshop.read_bytes))
    except StorageUnreachable as error:
        raise StorageAway(reason=str(error)) from error
    await asyncio.to_thread(workshop.unlink)


async def _prove(url: str, manifest: Manifest, erase_again: Callable[[Database], Awaitable[int]]) -> int:
    """As many rows as were counted, in this program's schema, and no promise broken; how many were erased again."""
    database = open_database(url)
    try:
        await database.read(partial(_check_facts, manifest=manifest))
        await migrate(database)
        await _check_promises(database)
        erased = await erase_again(database)
        await _check_promises(database)
    finally:
        await database.close()
    return erased


async def _erase_again(
    database: Database, *, erasures: Sequence[Erasure], storage: DocumentStorage, now: datetime
) -> int:
    count = 0
    for erasure in erasures:
        contents = await database.write(partial(erase_again, erasure=erasure, now=now))
        if contents is None:
            continue
        count += 1
        for sha256 in contents:
            await storage.delete(storage_key(sha256))
    return count


async def _check_facts(session: AsyncSession, *, manifest: Manifest) -> None:
    revision = (await session.execute(text(REVISION))).scalar_one_or_none()
    if revision != manifest.revision:
        raise BackupInconsistent(promise=f"the schema is of revision {manifest.revision}")
    for table, expected in manifest.counts.items():
        found = (await session.execute(text(counting(table)))).scalar_one()
        if found != expected:
            raise BackupInconsistent(promise=f"{table} has {expected} rows, not {found}")


async def _check_promises(database: Database) -> None:
    broken = await database.read(find_broken)
    if broken:
        raise BackupInconsistent(promise=broken[0])
