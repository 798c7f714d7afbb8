"""A client's file written in the terminal, however big: one document at a time."""

from pathlib import Path
from zipfile import ZipFile

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import SystemClock
from bot.settings import Settings
from integrations.storage import open_storage
from services.access import operator
from services.erasure.events import ClientFileExported
from services.erasure.export import ClientFile, read_client_file
from services.events.publish import publish

CORRELATION = "terminal"


async def read_file(session: AsyncSession, *, client_id: int) -> ClientFile:
    """That it was read is recorded with the reading. Raises ClientNotFound."""
    actor = operator(CORRELATION)
    file = await read_client_file(session, actor, client_id)
    exported = ClientFileExported(client_id=client_id, user_id=None, key=None)
    await publish(session, actor, exported, now=SystemClock().now())
    return file


async def write_file(file: ClientFile, path: Path, settings: Settings) -> None:
    """Raises OSError, or StorageUnreachable."""
    storage = open_storage(settings.document_storage, settings.data_dir / "documents")
    with _private(path) as archive:
        await file.put_into(archive, storage)


def _private(path: Path) -> ZipFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    return ZipFile(path, "w")
