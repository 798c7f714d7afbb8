"""Bytes that people and the bot sent, and the objects the Bot API describes them by."""

import hashlib
import json
import mimetypes
import secrets
import sqlite3
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.jsontext import dump_json
from sandbox.store import Store

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
_FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "audio": "music", "video": "videos"}
_EXTENSIONS = {"photo": ".jpg", "voice": ".oga", "audio": ".mp3", "video": ".mp4", "sticker": ".webp"}
_MIMES = {
    "photo": "image/jpeg",
    "voice": "audio/ogg",
    "audio": "audio/mpeg",
    "video": "video/mp4",
    "sticker": "image/webp",
}
_TYPED = {"document", "voice", "audio", "video"}


@dataclass(frozen=True, slots=True)
class Upload:
    """`claimed_size` lets a test send a large file without its bytes."""

    name: str
    mime: str
    data: bytes
    claimed_size: int | None = None

    @property
    def size(self) -> int:
        return len(self.data) if self.claimed_size is None else self.claimed_size


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`body` is what the Bot API says of the file wherever it is used: ids, size and, by kind, name and dimensions."""

    file_id: str
    path: str
    kind: str
    name: str
    mime: str
    size: int
    body: dict[str, Any]


class Files:
    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, kind: str, upload: Upload, **details: Any) -> StoredFile:
        digest = self._keep(upload.data) if upload.claimed_size is None else None
        number = self._store.count_up("file")
        name = upload.name or f"file_{number}{_EXTENSIONS.get(kind, '')}"
        mime = upload.mime or _MIMES.get(kind) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        suffix = Path(name).suffix if kind == "document" else _EXTENSIONS.get(kind, "")
        file = StoredFile(
            file_id="BQACAgIAAxkBAAI" + secrets.token_urlsafe(24),
            path=f"{_FOLDERS.get(kind, kind + 's')}/file_{number}{suffix}",
            kind=kind,
            name=name,
            mime=mime,
            size=upload.size,
            body={},
        )
        file.body.update(_describe(file, upload.data, details))
        self._insert(file, digest)
        return file

    def find(self, file_id: str) -> StoredFile | None:
        row = self._store.one("SELECT * FROM files WHERE file_id = ?", file_id)
        return _file(row) if row else None

    def find_by_path(self, path: str) -> StoredFile | None:
        row = self._store.one("SELECT * FROM files WHERE path = ?", path)
        return _file(row) if row else None

    def location(self, file: StoredFile) -> Path | None:
        """Returns where the bytes lie, None for a file that was only claimed."""
        digest = self._store.value("SELECT digest FROM files WHERE file_id = ?", file.file_id)
        return self._folder / digest if digest else None

    def _insert(self, file: StoredFile, digest: str | None) -> None:
        self._store.run(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            file.file_id,
            file.path,
            digest,
            file.kind,
            file.name,
            file.mime,
            file.size,
            dump_json(file.body),
        )

    def _keep(self, data: bytes) -> str:
        """A file appears under its digest only when it is complete."""
        digest = hashlib.sha256(data).hexdigest()
        target = self._folder / digest
        if not target.exists():
            partial = self._folder / f"{digest}.{secrets.token_hex(4)}"
            partial.write_bytes(data)
            partial.replace(target)
        return digest


def check_upload(kind: str, upload: Upload) -> None:
    """Raises ApiError for what Telegram does not take from a bot."""
    limit = PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT
    if upload.size > limit:
        raise ApiError(413, "Request Entity Too Large")
    if not upload.size:
        raise bad_request("File must be non-empty")
    if kind == "photo" and image_size(upload.data) is None:
        raise bad_request("IMAGE_PROCESS_FAILED")


def image_size(data: bytes) -> tuple[int, int] | None:
    """Returns width and height of a PNG, JPEG, GIF or WEBP in pixels, None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:4] == b"GIF8" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return (512, 512)
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 < len(data):
        marker, length = data[position + 1], int.from_bytes(data[position + 2 : position + 4], "big")
        if marker in range(0xC0, 0xD0) and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return (width, height)
        position += 2 + length
    return None


def _describe(file: StoredFile, data: bytes, details: dict[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {"file_id": file.file_id, "file_unique_id": "AgAD" + secrets.token_urlsafe(9)}
    if file.kind in ("photo", "video", "sticker"):
        body["width"], body["height"] = image_size(data) or (640, 480)
    if file.kind in ("voice", "audio", "video"):
        body["duration"] = 1
    if file.kind in ("document", "audio", "video"):
        body["file_name"] = file.name
    if file.kind in _TYPED:
        body["mime_type"] = file.mime
    if file.kind == "sticker":
        body |= {"type": "regular", "is_animated": False, "is_video": False}
    return {**body, "file_size": file.size, **details}


def _file(row: sqlite3.Row) -> StoredFile:
    return StoredFile(
        file_id=row["file_id"],
        path=row["path"],
        kind=row["kind"],
        name=row["name"],
        mime=row["mime"],
        size=row["size"],
        body=json.loads(row["body"]),
    )
