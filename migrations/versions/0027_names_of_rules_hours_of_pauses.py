"""Rules have names, pauses end at an hour

Revision ID: 0027
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("automation_rules", sa.Column("name", sa.String(80)))
    op.add_column("reminder_settings", sa.Column("paused_at", sa.Time()))


def downgrade() -> None:
    op.drop_column("reminder_settings", "paused_at")
    op.drop_column("automation_rules", "name")
