"""One history for both databases: up, down, up again; models and migrations agree."""

from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select, text

from bot.database import Database, open_database
from bot.database.migrate import alembic_config, migrate, newest_revision
from migrations.compare import include_name
from models.event import EventPersonal, EventRow
from models.tables import Base
from services.audit.digests import digest_personal


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


async def test_personal_values_of_old_events_get_their_digests(empty: Database) -> None:
    await migrate(empty, target="0017")
    event = text(
        "INSERT INTO events (id, uid, name, version, aggregate_type, aggregate_id, source, correlation_id, payload, "
        "occurred_at) VALUES (1, 'u', 'client.created', 1, 'client', 1, 'system', 't', '{}', '2026-11-23 09:00:00')"
    )
    personal = text('INSERT INTO event_personal (event_id, "values") VALUES (1, \'{"b": ["Ї"], "a": null}\')')
    async with empty.engine.begin() as connection:
        await connection.run_sync(lambda sync: [sync.execute(statement) for statement in (event, personal)])
    await migrate(empty)
    wanted = select(EventRow.personal_digest, EventPersonal.salt, EventPersonal.values).join(
        EventPersonal, EventPersonal.event_id == EventRow.id
    )
    digest, salt, values = (await empty.read(lambda session: session.execute(wanted))).one()
    assert digest == digest_personal(salt, values)
    assert len(salt) == 32


async def test_newest_revision_is_known_without_alembic() -> None:
    assert newest_revision() == revisions()[-1]


async def test_up_to_date_database_is_left_alone(empty: Database) -> None:
    await migrate(empty)
    await migrate(empty)
    count = text("SELECT count(*) FROM insurance_kinds")
    assert (await empty.read(lambda session: session.execute(count))).scalar_one() == 19
