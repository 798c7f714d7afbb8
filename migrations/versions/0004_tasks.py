"""Tasks, and whose turn a deal is

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("state IN ('new', 'accepted', 'in-work')")


def upgrade() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("from_user_id", BIG, nullable=False),
        sa.Column("to_user_id", BIG, nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('calculate', 'issue', 'docs', 'call', 'other')", name="kind"),
        sa.CheckConstraint(
            "state IN ('new', 'accepted', 'in-work', 'done', 'returned', 'cancelled')",
            name="state",
        ),
        sa.CheckConstraint("(state IN ('done', 'returned', 'cancelled')) = (closed_at IS NOT NULL)", name="closed"),
        sa.CheckConstraint("state <> 'returned' OR reason IS NOT NULL", name="return_has_reason"),
        sa.CheckConstraint("due_time IS NULL OR due_on IS NOT NULL", name="time_has_day"),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_tasks_deal_id_deals")),
        sa.ForeignKeyConstraint(["from_user_id"], ["users.id"], name=op.f("fk_tasks_from_user_id_users")),
        sa.ForeignKeyConstraint(["to_user_id"], ["users.id"], name=op.f("fk_tasks_to_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_tasks_intent_key")),
    )
    op.create_index(op.f("ix_tasks_deal_id_id"), "tasks", ["deal_id", "id"])
    op.create_index("ix_tasks_queue", "tasks", ["to_user_id", "due_on"], sqlite_where=OPEN, postgresql_where=OPEN)
    # a copy of the table, as batch mode makes it on SQLite, would lose the triggers of the search
    op.execute(
        "ALTER TABLE deals ADD COLUMN turn VARCHAR(32) DEFAULT 'seller' NOT NULL "
        "CONSTRAINT ck_deals_turn CHECK (turn IN ('seller', 'executor', 'pool', 'nobody'))"
    )
    op.execute("UPDATE deals SET turn = 'nobody' WHERE asleep OR stage IN ('paid', 'lost')")


def downgrade() -> None:
    op.execute("ALTER TABLE deals DROP COLUMN turn")
    op.drop_table("tasks")
