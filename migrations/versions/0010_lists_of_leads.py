"""Lists of leads in order by each filter, and leads found by any part of a name or phone

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

LISTS = {"ix_leads_source_stage": "source", "ix_leads_domain": "domain_id", "ix_leads_tier": "tier"}


def upgrade() -> None:
    living = sa.text("deleted_at IS NULL")
    for name, column in LISTS.items():
        columns = [column, "stage", "created_at", "id"]
        op.create_index(name, "leads", columns, sqlite_where=living, postgresql_where=living)
    deleted = sa.text("deleted_at IS NOT NULL")
    op.create_index("ix_leads_deleted", "leads", ["deleted_at", "id"], sqlite_where=deleted, postgresql_where=deleted)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_leads_search_text_trgm ON leads USING gin "
            "((id >> 11), (id >> 15), assignee_id, search_text gin_trgm_ops) WITH (fastupdate = off)"
        )
        return
    op.execute(
        "CREATE VIRTUAL TABLE lead_search USING fts5("
        "search_text, content='leads', content_rowid='id', tokenize='trigram', detail=none)"
    )
    gone = "INSERT INTO lead_search(lead_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);"
    come = "INSERT INTO lead_search(rowid, search_text) VALUES (new.id, new.search_text);"
    op.execute(f"CREATE TRIGGER lead_search_insert AFTER INSERT ON leads BEGIN {come} END")
    op.execute(f"CREATE TRIGGER lead_search_delete AFTER DELETE ON leads BEGIN {gone} END")
    op.execute(f"CREATE TRIGGER lead_search_update AFTER UPDATE OF search_text ON leads BEGIN {gone} {come} END")
    op.execute("INSERT INTO lead_search(lead_search) VALUES ('rebuild')")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX ix_leads_search_text_trgm")
    else:
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER lead_search_{event}")
        op.execute("DROP TABLE lead_search")
    for name in ("ix_leads_deleted", *reversed(LISTS)):
        op.drop_index(name, "leads")
