"""Refunds that a client will not get after all, with the reason

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

REASON = "ck_refunds_reversal_has_reason"
BEFORE = "(reverses_id IS NULL) = (reason IS NULL)"
NOW = "(reverses_id IS NULL AND NOT dropped) = (reason IS NULL)"


def upgrade() -> None:
    op.add_column("refunds", sa.Column("dropped", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("refunds") as refunds:
        refunds.drop_constraint(op.f(REASON), type_="check")
        refunds.create_check_constraint(op.f(REASON), NOW)
    _keep_append_only()


def downgrade() -> None:
    _let_change()
    op.execute("UPDATE refunds SET reason = NULL WHERE dropped AND reverses_id IS NULL")
    with op.batch_alter_table("refunds") as refunds:
        refunds.drop_constraint(op.f(REASON), type_="check")
        refunds.create_check_constraint(op.f(REASON), BEFORE)
        refunds.drop_column("dropped")
    _keep_append_only()


def _keep_append_only() -> None:
    """A copy of the table, as batch mode makes it on SQLite, has no triggers."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE refunds ENABLE TRIGGER refunds_append_only")
        return
    for event in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER refunds_no_{event} BEFORE {event.upper()} ON refunds "
            "BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END"
        )


def _let_change() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE refunds DISABLE TRIGGER refunds_append_only")
        return
    for event in ("update", "delete"):
        op.execute(f"DROP TRIGGER refunds_no_{event}")
