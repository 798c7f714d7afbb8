"""Which policy a deal renews

Revision ID: 0027
Revises: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

KNOWN = sa.text("renews_id IS NOT NULL")


def upgrade() -> None:
    """Until now the key of its opening told it: renewal-<policy>-<how many before>."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    number = "BIGINT" if postgresql else "INTEGER"
    op.execute(
        f"ALTER TABLE deals ADD COLUMN renews_id {number} "
        "CONSTRAINT fk_deals_renews_id_policies REFERENCES policies (id)"
    )
    policy = "split_part(intent_key, '-', 2)"
    if not postgresql:
        policy = "substr(intent_key, 9, instr(substr(intent_key, 9), '-') - 1)"
    op.execute(f"UPDATE deals SET renews_id = CAST({policy} AS {number}) WHERE intent_key LIKE 'renewal-%-%'")
    op.create_index(op.f("ix_deals_renews_id"), "deals", ["renews_id"], sqlite_where=KNOWN, postgresql_where=KNOWN)


def downgrade() -> None:
    op.drop_index(op.f("ix_deals_renews_id"), "deals")
    op.drop_column("deals", "renews_id")
