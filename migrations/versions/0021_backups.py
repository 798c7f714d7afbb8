"""Nightly backups and rehearsals

Revision ID: 0021
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0016"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "backup_runs",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("backup_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("refusal", sa.String(length=64), nullable=True),
        sa.Column("params", JSON, nullable=False),
        sa.CheckConstraint("kind IN ('backup', 'rehearsal')", name=op.f("ck_backup_runs_kind")),
        sa.CheckConstraint("(refusal IS NULL) = (backup_at IS NOT NULL)", name=op.f("ck_backup_runs_fine_has_backup")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup_runs")),
    )
    op.create_index(op.f("ix_backup_runs_kind_started_at"), "backup_runs", ["kind", "started_at"])


def downgrade() -> None:
    op.drop_table("backup_runs")
