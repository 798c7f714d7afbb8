"""Search by any part of a name, phone or number: trigrams in both databases

Revision ID: 0003
Revises: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SEARCHED = ("clients", "deals")
FTS = {"clients": "client_search", "deals": "deal_search"}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        for table in SEARCHED:
            op.execute(f"CREATE INDEX ix_{table}_search_text_trgm ON {table} USING gin (search_text gin_trgm_ops)")
        return
    for table in SEARCHED:
        search = FTS[table]
        op.execute(
            f"CREATE VIRTUAL TABLE {search} USING fts5("
            f"search_text, content='{table}', content_rowid='id', tokenize='trigram')"
        )
        gone = f"INSERT INTO {search}({search}, rowid, search_text) VALUES ('delete', old.id, old.search_text);"
        come = f"INSERT INTO {search}(rowid, search_text) VALUES (new.id, new.search_text);"
        op.execute(f"CREATE TRIGGER {search}_insert AFTER INSERT ON {table} BEGIN {come} END")
        op.execute(f"CREATE TRIGGER {search}_delete AFTER DELETE ON {table} BEGIN {gone} END")
        op.execute(f"CREATE TRIGGER {search}_update AFTER UPDATE OF search_text ON {table} BEGIN {gone} {come} END")
        op.execute(f"INSERT INTO {search}({search}) VALUES ('rebuild')")


def downgrade() -> None:
    for table in SEARCHED:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP INDEX ix_{table}_search_text_trgm")
            continue
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER {FTS[table]}_{event}")
        op.execute(f"DROP TABLE {FTS[table]}")
