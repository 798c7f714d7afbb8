"""Alembic's environment: one history for SQLite and PostgreSQL."""

from alembic import context
from sqlalchemy import Connection

from migrations.compare import include_name, render_item
from models.tables import Base


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        include_name=include_name,
        render_item=render_item,
        compare_server_default=False,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
