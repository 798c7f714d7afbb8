"""One history for both databases: up, down, up again; models and migrations agree."""

from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.database import Database, open_database
from bot.database.migrate import alembic_config, migrate, newest_revision
from migrations.compare import include_name
from models.tables import Base


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest) -> str | None:
    """Where PostgreSQL makes databases; None for SQLite."""
    return request.getfixturevalue("postgres_url") if request.param == "postgresql" else None


@pytest.fixture
async def empty(server: str | None, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any table."""
    if server is None:
        opened = open_database(f"sqlite+aiosqlite:///{tmp_path / 'crm.sqlite3'}")
        yield opened
        await opened.close()
        return
    admin, name = server.rsplit("/", 1)
    with psycopg.connect(f"{admin}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}_stairs TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8'")
        opened = open_database(f"{admin}/{name}_stairs".replace("postgresql://", "postgresql+psycopg://"))
        yield opened
        await opened.close()
        connection.execute(f"DROP DATABASE {name}_stairs WITH (FORCE)")


def revisions() -> list[str]:
    script = ScriptDirectory.from_config(alembic_config())
    return [step.revision for step in reversed(list(script.walk_revisions()))]


async def test_each_step_goes_up_down_and_up_again(empty: Database) -> None:
    for revision in revisions():
        await migrate(empty, target=revision)
        await migrate(empty, target="-1")
        await migrate(empty, target=revision)


async def test_models_equal_migrations(empty: Database) -> None:
    await migrate(empty)

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"include_name": include_name})
        return list(compare_metadata(context, Base.metadata))

    async with empty.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_newest_revision_is_known_without_alembic() -> None:
    assert newest_revision() == revisions()[-1]


async def test_up_to_date_database_is_left_alone(empty: Database) -> None:
    await migrate(empty)
    await migrate(empty)
    count = text("SELECT count(*) FROM insurance_kinds")
    assert (await empty.read(lambda session: session.execute(count))).scalar_one() == 19
