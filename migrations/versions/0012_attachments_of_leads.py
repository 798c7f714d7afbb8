"""What a person has attached to leads in the last hour is counted without reading every attachment

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    attached = sa.text("lead_id IS NOT NULL")
    op.create_index(
        "ix_documents_attached",
        "documents",
        ["added_by", "added_at"],
        sqlite_where=attached,
        postgresql_where=attached,
    )


def downgrade() -> None:
    op.drop_index("ix_documents_attached", "documents")
