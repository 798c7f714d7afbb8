"""Files on their way into a backup and out of it: hashed, sealed, on the disk when they are said to be."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bot.backup.cipher import Cipher
from bot.backup.manifest import StoredFile
from services.backups.errors import BackupDamaged, BackupNoRoom

PIECE = 1 << 20


class HashingFile:
    """A file that knows what was written to it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes) -> int:
        self._hash.update(data)
        self._size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    @property
    def stored(self) -> StoredFile:
        return StoredFile(self._size, self._hash.hexdigest())


def put_in(source: BinaryIO, target: Path, cipher: Cipher | None) -> StoredFile:
    """Writes `source` to `target`, sealed when there is a key, and waits for the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        hashing = HashingFile(file)
        if cipher is None:
            shutil.copyfileobj(source, hashing, PIECE)
        else:
            cipher.seal(source, hashing)  # type: ignore[arg-type]  # writes and flushes, which is all it needs
        file.flush()
        os.fsync(file.fileno())
    return hashing.stored


def take_out(source: Path, target: Path, cipher: Cipher | None, *, name: str) -> StoredFile:
    """Writes what `source` holds to `target`; says what was written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as sealed, target.open("wb") as file:
        hashing = HashingFile(file)
        if cipher is None:
            shutil.copyfileobj(sealed, hashing, PIECE)
        else:
            cipher.open(sealed, hashing, name=name)  # type: ignore[arg-type]  # as above
        file.flush()
        os.fsync(file.fileno())
    return hashing.stored


def check_stored(path: Path, expected: StoredFile, *, name: str) -> None:
    """Raises BackupDamaged when it is not there, or not what it was."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise BackupDamaged(file=name) from error
    if StoredFile(size, found) != expected:
        raise BackupDamaged(file=name)


def sync_folders(folder: Path) -> None:
    """Every folder below and the one that holds it: the names are on the disk too."""
    for place in (*(path for path in folder.rglob("*") if path.is_dir()), folder, folder.parent):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def refused_by_the_disk(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BackupNoRoom(place=str(place), reason=error.strerror or type(error).__name__) from error


@contextlib.contextmanager
def whole_or_nothing(place: Path) -> Iterator[Path]:
    """A folder under another name, which gets its own when the work is done and is gone when it fails."""
    half = place.with_name(f".{place.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    try:
        with refused_by_the_disk(place.parent):
            half.mkdir(mode=0o700, parents=True)
            yield half
            sync_folders(half)
            if place.exists():
                place.rmdir()
            half.rename(place)
            sync_folders(place)
    finally:
        shutil.rmtree(half, ignore_errors=True)
