"""What clients are to get back and what has gone back to them; commission to give back is found by an index

Revision ID: 0016
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0014"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

TO_REFUND = "BIGINT NOT NULL DEFAULT 0 CONSTRAINT ck_policies_to_refund_not_negative CHECK (to_refund >= 0)"
INDEXES = {
    "ix_policies_to_refund": ("policies", "to_refund > 0"),
    "ix_ledger_entries_lowered": ("ledger_entries", "act = 'planned' AND amount < 0 AND planned_id IS NOT NULL"),
}
GIVEN_BEFORE = """
    INSERT INTO refunds (policy_id, amount, paid_on, created_by, created_at, intent_key)
    SELECT policy_id, -amount, paid_on, created_by, created_at, 'before-' || id FROM payments
    WHERE amount < 0 AND reverses_id IS NULL ORDER BY id
"""
"""Until now a refund was recorded as given on the day on which it was agreed."""


def upgrade() -> None:
    op.create_table(
        "refunds",
        sa.Column("id", BIG, nullable=False),
        sa.Column("policy_id", BIG, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("reverses_id", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_refunds_amount_not_zero")),
        sa.CheckConstraint("(reverses_id IS NULL) = (amount > 0)", name=op.f("ck_refunds_reversal_is_negative")),
        sa.CheckConstraint("(reverses_id IS NULL) = (reason IS NULL)", name=op.f("ck_refunds_reversal_has_reason")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_refunds_created_by_users")),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name=op.f("fk_refunds_policy_id_policies")),
        sa.ForeignKeyConstraint(["reverses_id"], ["refunds.id"], name=op.f("fk_refunds_reverses_id_refunds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refunds")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_refunds_intent_key")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_refunds_reverses_id")),
    )
    op.create_index(op.f("ix_refunds_policy_id_id"), "refunds", ["policy_id", "id"])
    op.execute(GIVEN_BEFORE)
    _protect()
    # a copy of the table, as batch mode makes it on SQLite, would lose the triggers of the search
    op.execute(f"ALTER TABLE policies ADD COLUMN to_refund {TO_REFUND}")
    for name, (table, condition) in INDEXES.items():
        where = sa.text(condition)
        op.create_index(name, table, ["deal_id"], sqlite_where=where, postgresql_where=where)


def _protect() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER refunds_append_only BEFORE UPDATE OR DELETE ON refunds "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        return
    for event in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER refunds_no_{event} BEFORE {event.upper()} ON refunds "
            "BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END"
        )


def downgrade() -> None:
    for name, (table, _) in INDEXES.items():
        op.drop_index(name, table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE policies DROP CONSTRAINT ck_policies_to_refund_not_negative")
    op.execute("ALTER TABLE policies DROP COLUMN to_refund")
    op.drop_table("refunds")
