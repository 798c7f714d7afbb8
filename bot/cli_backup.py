"""`crm backup` and `crm restore`, for whoever runs the installation and for the nightly ones."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.setting_shapes import known_database, known_storage
from bot.terminal import LARGEST_ID, REFUSED, load_settings, refuse, run_work, words_of

if TYPE_CHECKING:
    from bot.backup.cipher import Cipher
    from bot.backup.manifest import Manifest
    from bot.settings import Settings

app = typer.Typer()

T = TypeVar("T")
NICENESS = 10
Folder = Annotated[Path | None, typer.Argument(help="where it goes; BACKUP_FOLDER when not named")]
AsJson = Annotated[bool, typer.Option("--json", help="Say what came of it as one line of JSON.", hidden=True)]


def _shaped(check: Callable[[str | None], str | None]) -> Callable[[str | None], str | None]:
    """As in the settings, said of the option."""

    def callback(value: str | None) -> str | None:
        try:
            return check(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return callback


@app.command()
def backup(folder: Folder = None, *, as_json: AsJson = False) -> None:
    """Back up database and documents while the CRM runs, and drop backups older than BACKUP_KEEP_DAYS."""
    settings = load_settings()
    _step_back(as_json=as_json)
    from bot.backup.keep import drop_old
    from bot.backup.take import Installation, take_backup
    from bot.clock import SystemClock
    from integrations.storage import open_storage

    now, place = SystemClock().now(), folder or settings.backups
    storage = open_storage(settings.document_storage, settings.data_dir / "documents")
    of = Installation(database=settings.database, data_dir=settings.data_dir, storage=storage, cipher=_cipher(settings))
    taken = _done(take_backup(of, place, now=now), as_json=as_json)
    dropped = drop_old(place, now=now, keep=timedelta(days=settings.backup_keep_days))
    if as_json:
        typer.echo(json.dumps(_facts(taken.place, taken.manifest)))
        return
    typer.echo(f"{taken.place}: {_words(taken.manifest)}")
    if place == settings.backups:
        _record(settings, taken.manifest)
    if dropped:
        typer.echo(f"{dropped} older than {settings.backup_keep_days} days dropped")


@app.command()
def restore(
    backup: Annotated[Path, typer.Argument(help="the backup's folder")],
    into: Annotated[Path, typer.Option(help="the new DATA_DIR: not there yet, or empty")],
    *,
    database_url: Annotated[
        str | None,
        typer.Option(
            help="of PostgreSQL: a database that is not there yet, as postgresql://…", callback=_shaped(known_database)
        ),
    ] = None,
    document_storage: Annotated[
        str | None,
        typer.Option(help="where documents go when not into the folder, as s3://…", callback=_shaped(known_storage)),
    ] = None,
    erasures: Annotated[
        Path | None, typer.Option(help="the ledger of erasures; the one beside the backup when not named")
    ] = None,
) -> None:
    """Restore a backup into a new place, once it is proved whole; never over a living one."""
    settings = load_settings()
    from bot.backup.erasures import LEDGER, read_erasures
    from bot.backup.restore import NewPlace, restore_backup
    from bot.clock import SystemClock

    place = NewPlace(data_dir=into, database_url=database_url, document_storage=document_storage)
    ledger = erasures or backup.absolute().parent / LEDGER
    noted, now = read_erasures(ledger), SystemClock().now()
    restored = _done(restore_backup(backup, place, _cipher(settings), now=now, erasures=noted))
    manifest = restored.manifest
    typer.echo(f"every checksum fits, every promise holds: {_words(manifest)}")
    if ledger.exists():
        typer.echo(f"{restored.erased} people erased after the backup are erased again, as {ledger} says")
    else:
        typer.echo(f"{ledger} is not there: whoever was erased after the backup is back in it")
    where = f"{into}{' and the new database' if database_url else ''}"
    typer.echo(f"restored into {where}, as of {manifest.taken_at:%Y-%m-%d %H:%M} UTC")
    start = f"DATA_DIR={into}{' and DATABASE_URL of the new database' if database_url else ''}"
    typer.echo(f"to go on from there start the CRM with {start}")


@app.command()
def rehearse(*, as_json: AsJson = False) -> None:
    """Restore the last backup into a temporary place, prove it, and take it away again."""
    settings = load_settings()
    _step_back(as_json=as_json)
    from bot.backup.rehearse import rehearse_restore
    from bot.clock import SystemClock

    database_url = settings.database if settings.database_url else None
    rehearsed = rehearse_restore(
        settings.backups,
        data_dir=settings.data_dir,
        database_url=database_url,
        cipher=_cipher(settings),
        now=SystemClock().now(),
    )
    place, manifest = _done(rehearsed, as_json=as_json)
    if as_json:
        typer.echo(json.dumps(_facts(place, manifest)))
    else:
        typer.echo(f"{place}: every checksum fits, every promise holds: {_words(manifest)}")


@app.command()
def backup_key() -> None:
    """Make a key for BACKUP_KEY. Keep a copy elsewhere: without it no backup opens."""
    from bot.backup.cipher import new_key

    typer.echo(new_key())


@app.command()
def export_client(
    client_id: Annotated[int, typer.Argument(metavar="ID", help="the client's number", min=1, max=LARGEST_ID)],
    folder: Annotated[Path, typer.Argument(help="where the file goes")],
) -> None:
    """Write everything that is stored of a client into one file: rows as JSON, and his documents."""
    from bot.backup.client_file import read_file, write_file
    from services.documents.ports import StorageUnreachable

    path = folder / f"client-{client_id}.zip"
    file = run_work(partial(read_file, client_id=client_id))
    try:
        asyncio.run(write_file(file, path, load_settings()))
    except OSError as error:
        refuse(f"{path} can't be written: {error.strerror}")
    except StorageUnreachable as error:
        refuse(f"The storage of documents can't be reached: {error}")
    typer.echo(path)


def _record(settings: "Settings", manifest: "Manifest") -> None:
    """So that `/status` knows of it; of the nightly ones the process that began them does."""
    from bot.clock import SystemClock
    from models.backup_run import RunKind
    from services.backups.runs import Run, record_run

    run = Run(
        kind=RunKind.BACKUP,
        started_at=manifest.taken_at,
        ended_at=SystemClock().now(),
        backup_at=manifest.taken_at,
        size=manifest.size,
        missing=len(manifest.missing),
        params={},
    )
    run_work(partial(record_run, run=run, zone=settings.brokerage.zone, hour=settings.backup_hour))


def _step_back(*, as_json: bool) -> None:
    """Behind the CRM that has started it: its taps come first."""
    if as_json:
        os.nice(NICENESS)


def _cipher(settings: "Settings") -> "Cipher | None":
    from bot.backup.cipher import Cipher

    try:
        return Cipher(settings.backup_key.get_secret_value()) if settings.backup_key else None
    except ValueError as error:
        typer.echo(f"settings: BACKUP_KEY: {error}", err=True)
        raise typer.Exit(2) from None


def _done(work: Awaitable[T], *, as_json: bool = False) -> T:
    """A refusal is said in words, and ends the process with code 1."""
    from services.backups.errors import BackupRefused

    async def run() -> T:
        return await work

    try:
        return asyncio.run(run())
    except BackupRefused as error:
        if not as_json:
            refuse(words_of(error))
        typer.echo(json.dumps({"refused": error.code, "params": error.params}))
        raise typer.Exit(REFUSED) from None


def _facts(place: Path, manifest: "Manifest") -> dict[str, object]:
    return {
        "name": place.name,
        "taken_at": manifest.taken_at.isoformat(),
        "size": manifest.size,
        "missing": len(manifest.missing),
    }


def _words(manifest: "Manifest") -> str:
    rows, documents = sum(manifest.counts.values()), len(manifest.files) - 1
    said = f"{rows} rows, {documents} documents, {manifest.size / 2**20:.1f} MB{', sealed' * bool(manifest.recipient)}"
    return said + (f"; {len(manifest.missing)} documents are in no storage" if manifest.missing else "")
