"""A restore that is played: what is never restored is no backup."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.backup.cipher import Cipher
from bot.backup.erasures import LEDGER, read_erasures
from bot.backup.keep import list_backups
from bot.backup.manifest import Manifest
from bot.backup.restore import NewPlace, restore_backup
from services.backups.errors import BackupNotThere

STAGE = ".rehearsal-"


async def rehearse_restore(
    folder: Path, *, data_dir: Path, database_url: str | None, cipher: Cipher | None, now: datetime
) -> tuple[Path, Manifest]:
    """The last backup of `folder`, into a temporary place; `database_url` is the living database, if on a server."""
    backups = await asyncio.to_thread(list_backups, folder)
    if not backups:
        raise BackupNotThere(place=str(folder))
    with _stage(data_dir) as stage, _stage_on_server(database_url) as url:
        place = NewPlace(data_dir=stage / "restored", database_url=url)
        erasures = await asyncio.to_thread(read_erasures, folder / LEDGER)
        restored = await restore_backup(backups[-1], place, cipher, now=now, erasures=erasures)
        return backups[-1], restored.manifest


@contextmanager
def _stage(data_dir: Path) -> Iterator[Path]:
    """What a killed rehearsal has left goes first."""
    for left in data_dir.glob(f"{STAGE}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=data_dir, prefix=STAGE) as stage:
        yield Path(stage)


@contextmanager
def _stage_on_server(database_url: str | None) -> Iterator[str | None]:
    if database_url is None:
        yield None
        return
    from bot.backup.postgres import drop_database  # noqa: PLC0415 - SQLite needs none of it

    address = make_url(database_url)
    stage = address.set(drivername="postgresql", database=f"{address.database}_rehearsal")
    url = stage.render_as_string(hide_password=False)
    drop_database(url)
    try:
        yield url
    finally:
        drop_database(url)
