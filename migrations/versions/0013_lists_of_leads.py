"""Lists of leads in order by each filter; leads are found by any part of a name or phone, and by whose they are

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

LISTS = {"ix_leads_source_stage": "source", "ix_leads_domain": "domain_id", "ix_leads_tier": "tier"}
REWORDED = "search_text, assignee_id"

# as for clients, deals and policies; a lead of the pool is nobody's, which is 0
PARTS = """(WITH RECURSIVE rest(words, four) AS (
    SELECT ' ' || replace(search_text, ',', ' '), '' UNION ALL
    SELECT substr(words, 2), substr(words, 2, 4) FROM rest WHERE length(words) > 3)
    SELECT group_concat(CASE instr(four, ' ') WHEN 0 THEN substr(four, 1, 3) || ' ' || four WHEN 4 THEN four END, ' ')
    FROM rest)"""
TERMS = f"id, -id AS place, coalesce({PARTS}, '') || ' @' || coalesce(assignee_id, 0) AS terms"


def upgrade() -> None:
    living = sa.text("deleted_at IS NULL")
    for name, column in LISTS.items():
        columns = [column, "stage", "created_at", "id"]
        op.create_index(name, "leads", columns, sqlite_where=living, postgresql_where=living)
    deleted = sa.text("deleted_at IS NOT NULL")
    op.create_index("ix_leads_deleted", "leads", ["deleted_at", "id"], sqlite_where=deleted, postgresql_where=deleted)
    if op.get_bind().dialect.name == "postgresql":
        terms = "search_terms(search_text, id, ARRAY[coalesce(assignee_id, 0)])"
        op.execute(f"CREATE INDEX ix_leads_search_terms ON leads USING gin ({terms}) WITH (fastupdate = off)")
        return
    op.execute(f"CREATE VIEW lead_search_terms AS SELECT {TERMS} FROM leads")
    op.execute(
        "CREATE VIRTUAL TABLE lead_search USING fts5("
        """terms, content='', tokenize="ascii tokenchars '@'", detail=none, columnsize=0)"""
    )
    rows = "place, terms FROM lead_search_terms WHERE id = old.id;"
    gone = f"INSERT INTO lead_search(lead_search, rowid, terms) SELECT 'delete', {rows}"
    come = f"INSERT INTO lead_search(rowid, terms) SELECT {rows}"
    _trigger("lead_search_delete", "BEFORE DELETE ON leads", gone)
    _trigger("lead_search_reword", f"BEFORE UPDATE OF {REWORDED} ON leads", gone)
    _trigger("lead_search_reworded", f"AFTER UPDATE OF {REWORDED} ON leads", come)
    _trigger("lead_search_insert", "AFTER INSERT ON leads", come.replace("old.id", "new.id"))
    op.execute("INSERT INTO lead_search(rowid, terms) SELECT place, terms FROM lead_search_terms ORDER BY id DESC")


def _trigger(name: str, when: str, what: str) -> None:
    op.execute(f"CREATE TRIGGER {name} {when} BEGIN {what} END")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX ix_leads_search_terms")
    else:
        for event in ("insert", "delete", "reword", "reworded"):
            op.execute(f"DROP TRIGGER lead_search_{event}")
        op.execute("DROP TABLE lead_search")
        op.execute("DROP VIEW lead_search_terms")
    for name in ("ix_leads_deleted", *reversed(LISTS)):
        op.drop_index(name, "leads")
