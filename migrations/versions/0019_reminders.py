"""Reminders as rows, what people set about them, and leads by their silence

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SUBJECTS = "'policy', 'instalment', 'task', 'deal', 'lead', 'brief', 'plan', 'search'"
WAITING = {"sqlite_where": sa.text("state = 'waiting'"), "postgresql_where": sa.text("state = 'waiting'")}
SILENT = "deleted_at IS NULL AND stage IN ('contacted', 'qualified') AND assignee_id IS NOT NULL"
PLAN_EVERY_DEAL = """
    INSERT INTO reminders (subject, subject_id, step, occurrence, deal_id, due_on, due_time, state)
    SELECT 'plan', id, 0, '1970-01-01', id, '1970-01-01', '00:00:00.000000', 'waiting' FROM deals
    WHERE deleted_at IS NULL AND stage <> 'lost'
"""


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", BIG, nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("subject_id", BIG, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("occurrence", sa.Date(), nullable=False),
        sa.Column("deal_id", BIG, nullable=True),
        sa.Column("user_id", BIG, nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_time", sa.Time(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=100), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(f"subject IN ({SUBJECTS})", name=op.f("ck_reminders_subject")),
        sa.CheckConstraint("state IN ('waiting', 'delivered', 'stopped', 'failed')", name=op.f("ck_reminders_state")),
        sa.CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name=op.f("ck_reminders_settled")),
        sa.CheckConstraint(
            "(state IN ('stopped', 'failed')) = (reason IS NOT NULL)", name=op.f("ck_reminders_untold_has_reason")
        ),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_reminders_deal_id_deals")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_reminders_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "subject", "subject_id", "step", "occurrence", name=op.f("uq_reminders_subject_subject_id_step_occurrence")
        ),
    )
    op.create_index("ix_reminders_due", "reminders", ["due_on", "due_time"], **WAITING)
    op.create_index("ix_reminders_user", "reminders", ["user_id", "due_on"], **WAITING)
    op.create_index(op.f("ix_reminders_deal_id"), "reminders", ["deal_id"])
    op.create_table(
        "reminder_settings",
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("brief", sa.Boolean(), nullable=False),
        sa.Column("brief_at", sa.Time(), nullable=True),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_to", sa.Time(), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.CheckConstraint("(quiet_from IS NULL) = (quiet_to IS NULL)", name=op.f("ck_reminder_settings_quiet_whole")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_reminder_settings_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_reminder_settings")),
    )
    silent = sa.text(SILENT)
    op.create_index(
        "ix_leads_silent", "leads", ["last_activity_at", "id"], sqlite_where=silent, postgresql_where=silent
    )
    op.execute(PLAN_EVERY_DEAL)


def downgrade() -> None:
    op.drop_index("ix_leads_silent", "leads")
    op.drop_table("reminder_settings")
    op.drop_table("reminders")
