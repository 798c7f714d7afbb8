"""Takes one backup: the database of one moment, every document that it knows, and a manifest.

- It is written under another name and gets its own when all is on the disk: half a backup is never taken for one.
- Documents never change and are read after the database: whatever it names is there, or is named as missing.
- With a key nothing open is written to the backup's folder; the copy of the database waits in DATA_DIR until sealed.
"""

import asyncio
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.backup.cipher import Cipher
from bot.backup.facts import Facts
from bot.backup.files import put_in, refused_by_the_disk, whole_or_nothing
from bot.backup.manifest import DATABASE, DOCUMENTS, MANIFEST, Manifest, StoredFile
from services.backups.errors import BackupUnderWay, StorageAway
from services.documents.ports import DocumentStorage, StorageUnreachable, storage_key

NAME = "crm-%Y%m%dT%H%M%SZ"
BACKUPS = "crm-*Z"
WORKSHOP = ".backup-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """What is backed up. `database` is SQLAlchemy's address."""

    database: str
    data_dir: Path
    storage: DocumentStorage
    cipher: Cipher | None


@dataclass(frozen=True, slots=True)
class Taken:
    place: Path
    manifest: Manifest


async def take_backup(of: Installation, folder: Path, *, now: datetime) -> Taken:
    """Raises a BackupRefused."""
    place = folder / now.strftime(NAME)
    with _alone(folder, of.data_dir), whole_or_nothing(place) as half:
        facts, files = await asyncio.to_thread(_put_database, of, half)
        documents, missing = await _put_documents(of, half, facts.documents)
        manifest = Manifest(
            version=version("ael-crm"),
            revision=facts.revision,
            dialect=make_url(of.database).get_backend_name(),
            taken_at=now,
            recipient=of.cipher.recipient if of.cipher else None,
            counts=facts.counts,
            missing=missing,
            files={**files, **documents},
        )
        await asyncio.to_thread(put_in, BytesIO(manifest.to_bytes(of.cipher)), half / MANIFEST, None)
    return Taken(place, manifest)


@contextmanager
def _alone(folder: Path, data_dir: Path) -> Iterator[None]:
    """One at a time; what a killed one has left is swept away."""
    with refused_by_the_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left in (*folder.glob(f".{BACKUPS}.half"), *data_dir.glob(f"{WORKSHOP}*")):
            shutil.rmtree(left, ignore_errors=True)
        yield
    except BlockingIOError as error:
        raise BackupUnderWay from error
    finally:
        os.close(descriptor)


def _put_database(of: Installation, half: Path) -> tuple[Facts, dict[str, StoredFile]]:
    suffix = ".age" if of.cipher else ""
    with tempfile.TemporaryDirectory(dir=of.data_dir, prefix=WORKSHOP) as workshop:
        copy = Path(workshop) / DATABASE
        facts = _copy(of.database, copy)
        with copy.open("rb") as source:
            return facts, {DATABASE: put_in(source, half / f"{DATABASE}{suffix}", of.cipher)}


def _copy(database: str, target: Path) -> Facts:
    address = make_url(database)
    if address.get_backend_name() == "sqlite":
        from bot.backup.sqlite import copy_database  # noqa: PLC0415 - one of the two is never needed

        return copy_database(Path(str(address.database)), target)
    from bot.backup.postgres import dump_database  # noqa: PLC0415 - as above

    return dump_database(database, target)


async def _put_documents(
    of: Installation, half: Path, digests: Sequence[str]
) -> tuple[dict[str, StoredFile], Sequence[str]]:
    """Those stored, by name; and the SHA-256 of those that the storage has no more, or not whole."""
    suffix = ".age" if of.cipher else ""
    files: dict[str, StoredFile] = {}
    missing: list[str] = []
    for sha256 in digests:
        content = await _read(of.storage, sha256)
        if content is None:
            missing.append(sha256)
            continue
        name = f"{DOCUMENTS}/{storage_key(sha256)}"
        files[name] = await asyncio.to_thread(put_in, BytesIO(content), half / f"{name}{suffix}", of.cipher)
    return files, missing


async def _read(storage: DocumentStorage, sha256: str) -> bytes | None:
    try:
        content = await storage.get(storage_key(sha256))
    except FileNotFoundError:
        return None
    except StorageUnreachable as error:
        raise StorageAway(reason=str(error)) from error
    return content if hashlib.sha256(content).hexdigest() == sha256 else None
