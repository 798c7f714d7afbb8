"""What the folder needs from the outside."""

from collections.abc import AsyncIterator
from typing import Protocol


class FileTooBig(Exception):  # noqa: N818 - reads as the fact it names
    """Telegram lets a bot download 20 MB at most."""


class FileGone(Exception):  # noqa: N818 - as above
    """Telegram no longer has it."""


class FilesUnreachable(Exception):  # noqa: N818 - as above
    """Telegram can't be asked just now."""


class TelegramFiles(Protocol):
    async def download(self, file_id: str, *, limit: int) -> bytes:
        """At most `limit` bytes; raises FileTooBig, FileGone or FilesUnreachable."""
        ...


class DocumentStorage(Protocol):
    """Bytes by key; a key that `put` has returned for holds the whole content, also after a power cut."""

    async def put(self, key: str, data: AsyncIterator[bytes] | bytes) -> None: ...

    async def get(self, key: str) -> bytes: ...

    async def open(self, key: str) -> AsyncIterator[bytes]: ...

    async def delete(self, key: str) -> None: ...

    async def exists(self, key: str) -> bool: ...
