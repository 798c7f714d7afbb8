"""Rules have names, pauses end at an hour

Revision ID: 0026
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("automation_rules", sa.Column("name", sa.String(80)))
    op.add_column("reminder_settings", sa.Column("paused_at", sa.Time()))


def downgrade() -> None:
    op.drop_column("reminder_settings", "paused_at")
    op.drop_column("automation_rules", "name")
