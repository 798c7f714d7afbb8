"""What the folder needs from the outside."""

import re
from collections.abc import AsyncIterator
from typing import Protocol

SHA256 = re.compile(r"[0-9a-f]{64}")


class FileTooBig(Exception):  # noqa: N818 - reads as the fact it names
    """Telegram lets a bot download 20 MB at most."""


class FileGone(Exception):  # noqa: N818 - as above
    """Telegram no longer has it."""


class FilesUnreachable(Exception):  # noqa: N818 - as above
    """Telegram can't be asked just now."""


class StorageUnreachable(Exception):  # noqa: N818 - as above
    """The documents' storage can't be reached, is full or refuses us: try again later."""


class TelegramFiles(Protocol):
    async def download(self, file_id: str, *, limit: int) -> bytes:
        """At most `limit` bytes; raises FileTooBig, FileGone or FilesUnreachable."""
        ...


class DocumentStorage(Protocol):
    """Bytes by key; a key that `put` has returned for holds the whole content, also after a power cut.

    A key holds the old content, the new or nothing, whenever the process dies. Every method raises
    StorageUnreachable; a key that leaves the storage is a ValueError.
    """

    async def put(self, key: str, data: AsyncIterator[bytes] | bytes) -> None:
        """Replaces what the key held; when `data` fails half-way, the key keeps it."""
        ...

    async def get(self, key: str) -> bytes:
        """FileNotFoundError when the key holds nothing."""
        ...

    async def open(self, key: str) -> AsyncIterator[bytes]:
        """Like `get`, piece by piece; the error comes before the first piece."""
        ...

    async def delete(self, key: str) -> None:
        """A key that holds nothing is deleted already."""
        ...

    async def exists(self, key: str) -> bool: ...


def storage_key(sha256: str) -> str:
    """Where content lives by its SHA-256 in lower-case hex: `ab/cd/abcd...`, so that no folder grows too big."""
    if not SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256 in lower-case hex")
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
