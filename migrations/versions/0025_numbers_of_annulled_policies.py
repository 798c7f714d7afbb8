"""The number of an annulled policy is free for the one that is filed in its stead

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

KEY = ["insurer_id", "number_key"]
EVERY = "uq_policies_insurer_id_number_key"
IN_FORCE = "uq_policies_number"
NOT_ANNULLED = sa.text("state <> 'annulled'")


def upgrade() -> None:
    beside = _take_away()
    with op.batch_alter_table("policies") as policies:
        policies.drop_constraint(op.f(EVERY), type_="unique")
    _put_back(beside)
    op.create_index(op.f("ix_policies_insurer_id_number_key"), "policies", KEY)
    op.create_index(
        op.f(IN_FORCE), "policies", KEY, unique=True, sqlite_where=NOT_ANNULLED, postgresql_where=NOT_ANNULLED
    )


def downgrade() -> None:
    beside = _take_away()
    op.drop_index(op.f(IN_FORCE), "policies")
    op.drop_index(op.f("ix_policies_insurer_id_number_key"), "policies")
    with op.batch_alter_table("policies") as policies:
        policies.create_unique_constraint(op.f(EVERY), KEY)
    _put_back(beside)


def _take_away() -> list[str]:
    """How the views and triggers that know the table are made: batch mode puts a copy in its place on SQLite."""
    if op.get_bind().dialect.name == "postgresql":
        return []
    found = sa.text(
        "SELECT type, name, sql FROM sqlite_master "
        "WHERE type IN ('view', 'trigger') AND (sql LIKE '%policies%' OR sql LIKE '%policy_search%')"
    )
    beside = op.get_bind().execute(found).all()
    for kind, name, _ in beside:
        op.execute(f"DROP {kind} {name}")
    return [made for _, _, made in beside]


def _put_back(beside: list[str]) -> None:
    for made in beside:
        op.execute(sa.text(made.replace(":", "\\:")))
