"""Birthdays of clients, returns from an absence, and an index on reminders that failed

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BEFORE = "'policy', 'instalment', 'task', 'deal', 'lead', 'brief', 'plan', 'search'"
SUBJECTS = "'policy', 'instalment', 'task', 'deal', 'lead', 'brief', 'return', 'plan', 'search'"
FAILED = {"sqlite_where": sa.text("state = 'failed'"), "postgresql_where": sa.text("state = 'failed'")}


def upgrade() -> None:
    _allow(SUBJECTS)
    op.create_index("ix_reminders_failed", "reminders", ["settled_at", "id"], **FAILED)
    op.add_column("reminder_settings", sa.Column("birthdays", sa.Boolean(), nullable=False, server_default=sa.false()))


def _allow(subjects: str) -> None:
    with op.batch_alter_table("reminders") as reminders:
        reminders.drop_constraint(op.f("ck_reminders_subject"), type_="check")
        reminders.create_check_constraint(op.f("ck_reminders_subject"), f"subject IN ({subjects})")


def downgrade() -> None:
    op.drop_column("reminder_settings", "birthdays")
    op.drop_index("ix_reminders_failed", "reminders")
    op.execute("DELETE FROM reminders WHERE subject = 'return'")
    _allow(BEFORE)
