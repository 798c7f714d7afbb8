"""Dead letters that were dropped, what admins were told of them, and messages that a delivery says once

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

DEAD = "state = 'dead' AND dropped_at IS NULL"
DEAD_LETTERS = {"deliveries": ["consumer", "id"], "inbox": ["id"]}
SAID = "once IS NOT NULL"


def upgrade() -> None:
    for table, columns in DEAD_LETTERS.items():
        op.add_column(table, sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True))
        where = sa.text(DEAD)
        op.create_index(f"ix_{table}_dead", table, columns, sqlite_where=where, postgresql_where=where)
    op.add_column("outgoing", sa.Column("once", sa.String(length=64), nullable=True))
    said = sa.text(SAID)
    op.create_index("ix_outgoing_once", "outgoing", ["once"], unique=True, sqlite_where=said, postgresql_where=said)
    op.create_table(
        "dead_letter_alarms",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("untold", sa.Boolean(), nullable=False),
        sa.Column("outdated", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_dead_letter_alarms_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_letter_alarms")),
    )


def downgrade() -> None:
    op.drop_table("dead_letter_alarms")
    op.drop_index("ix_outgoing_once", "outgoing")
    op.drop_column("outgoing", "once")
    for table in DEAD_LETTERS:
        op.drop_index(f"ix_{table}_dead", table)
        op.drop_column(table, "dropped_at")
