"""Search that walks less: trigrams without their places on SQLite, beside blocks and people on PostgreSQL

Revision ID: 0008
Revises: 0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FTS = {"clients": "client_search", "deals": "deal_search", "policies": "policy_search"}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS btree_gin")
        for table in FTS:
            people = "seller_id, executor_id, " if table == "deals" else ""
            _index(table, f"(id >> 11), (id >> 15), {people}search_text gin_trgm_ops", "WITH (fastupdate = off)")
        return
    for table in FTS:
        _fts(table, ", detail=none")


def downgrade() -> None:
    for table in FTS:
        if op.get_bind().dialect.name == "postgresql":
            _index(table, "search_text gin_trgm_ops", "")
        else:
            _fts(table, "")


def _index(table: str, columns: str, options: str) -> None:
    """Without fastupdate a search never reads what was written down for later."""
    op.execute(f"DROP INDEX ix_{table}_search_text_trgm")
    op.execute(f"CREATE INDEX ix_{table}_search_text_trgm ON {table} USING gin ({columns}) {options}")


def _fts(table: str, options: str) -> None:
    """The triggers name the table and stay."""
    op.execute(f"DROP TABLE {FTS[table]}")
    op.execute(
        f"CREATE VIRTUAL TABLE {FTS[table]} USING fts5("
        f"search_text, content='{table}', content_rowid='id', tokenize='trigram'{options})"
    )
    op.execute(f"INSERT INTO {FTS[table]}({FTS[table]}) VALUES ('rebuild')")
