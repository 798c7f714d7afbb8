"""What a backup says of itself, in its `manifest.json`: the last file written, and the first one read."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from bot.backup.cipher import Cipher
from bot.database.migrate import newest_revision
from services.backups.errors import BackupDamaged, BackupKeyMissing, BackupKeyWrong, BackupNewer, BackupNotThere

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database"
DOCUMENTS = "documents"
SEALED = ".age"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """As it lies in the backup, sealed or not: `size` in bytes, SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`counts` are rows by table, `missing` the SHA-256 of documents that were in no storage when it was taken.

    `recipient` is the public half of the key that sealed the files, None when they are open. `files` are named by
    their path without what sealing adds to it.
    """

    version: str
    revision: str
    dialect: str
    taken_at: datetime
    recipient: str | None
    counts: Mapping[str, int]
    missing: Sequence[str]
    files: Mapping[str, StoredFile]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files.values())

    @property
    def suffix(self) -> str:
        return SEALED if self.recipient else ""

    def to_bytes(self, cipher: Cipher | None) -> bytes:
        body = {"format": FORMAT, **asdict(self), "taken_at": self.taken_at.isoformat()}
        return _dump({**body, "seal": _seal(body, cipher)})

    @classmethod
    def from_bytes(cls, data: bytes, cipher: Cipher | None) -> Self:
        """Raises BackupDamaged unless it is, to the byte, what was written; BackupNewer, and what the key lacks."""
        body = _load(data)
        if isinstance(body.get("format"), int) and body["format"] > FORMAT:
            raise BackupNewer(version=str(body.get("version")))
        recipient = body.get("recipient")
        if recipient and cipher is None:
            raise BackupKeyMissing
        if recipient and cipher and recipient != cipher.recipient:
            raise BackupKeyWrong
        seal = body.pop("seal", "")
        if not hmac.compare_digest(str(seal), _seal(body, cipher if recipient else None)):
            raise BackupDamaged(file=MANIFEST)
        if body["revision"] > newest_revision():
            raise BackupNewer(version=body["version"])
        return cls._of(body)

    @classmethod
    def _of(cls, body: dict[str, Any]) -> Self:
        known = {name: value for name, value in body.items() if name != "format"}
        files = {name: StoredFile(**file) for name, file in body["files"].items()}
        return cls(**{**known, "taken_at": datetime.fromisoformat(body["taken_at"]), "files": files})


def read_manifest(backup: Path, cipher: Cipher | None) -> Manifest:
    try:
        data = (backup / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BackupNotThere(place=str(backup)) from error
    return Manifest.from_bytes(data, cipher)


def _load(data: bytes) -> dict[str, Any]:
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BackupDamaged(file=MANIFEST) from error
    if not isinstance(body, dict) or _dump(body) != data:
        raise BackupDamaged(file=MANIFEST)
    return body


def _dump(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, indent=1, sort_keys=True).encode() + b"\n"


def _seal(body: Mapping[str, Any], cipher: Cipher | None) -> str:
    """With a key nobody without it can write another one."""
    return hmac.new(cipher.secret if cipher else b"", _dump(body), hashlib.sha256).hexdigest()
