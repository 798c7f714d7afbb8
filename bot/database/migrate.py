"""Brings the schema to the newest revision; cheap when it is there already."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Connection, Row, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.base import Database

if TYPE_CHECKING:
    from alembic.config import Config

log = structlog.get_logger(service="database")

MIGRATION_LOCK = 0x0C63_0000


def newest_revision() -> str:
    """The name of the last version file: they are numbered, so that start-up needs no alembic to know."""
    names = sorted(path.name for path in files("migrations").joinpath("versions").iterdir())
    return [name for name in names if name[:4].isdigit()][-1].partition("_")[0]


async def migrate(database: Database, *, target: str = "head") -> None:
    async with database.engine.connect() as connection:
        if target == "head" and await connection.run_sync(_current) == newest_revision():
            return
        await connection.rollback()
        if database.dialect == "sqlite":
            await _migrate_sqlite(connection, target)
        else:
            await _migrate_postgres(connection, target)
    log.info("database.migrated", revision=target)


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found


async def _migrate_sqlite(connection: AsyncConnection, target: str) -> None:
    """A rebuilt table would cascade into its children, so keys are off before BEGIN and checked before COMMIT."""
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        async with connection.begin():
            await connection.run_sync(_run, target)
            broken = await connection.run_sync(_orphans)
            if broken:
                raise RuntimeError(f"the migration left {len(broken)} rows without their parents")
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def _orphans(connection: Connection) -> Sequence[Row[Any]]:
    return connection.execute(text("PRAGMA foreign_key_check")).all()


async def _migrate_postgres(connection: AsyncConnection, target: str) -> None:
    async with connection.begin():
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        await connection.run_sync(_run, target)


def _run(connection: Connection, target: str) -> None:
    from alembic import command  # noqa: PLC0415 - a fifth of a second that an up-to-date start does not pay

    config = alembic_config()
    config.attributes["connection"] = connection
    if target == "base" or target.startswith("-"):
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)


def alembic_config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(str(files("migrations")))))
    return config
