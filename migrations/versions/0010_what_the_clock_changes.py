"""The hour at which a sleeping deal wakes, when queues were written, and the documents of companies

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

HOURS = {"review_time": "review_on", "call_back_time": "call_back_on"}
LISTS = ("proprietor_documents", "company_documents")


def upgrade() -> None:
    op.create_table(
        "cockpits",
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_cockpits_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_cockpits")),
    )
    for hour, day in HOURS.items():
        check = f"CONSTRAINT ck_deals_{hour}_has_day CHECK ({hour} IS NULL OR {day} IS NOT NULL)"
        op.execute(f"ALTER TABLE deals ADD COLUMN {hour} TIME {check}")
    for column in LISTS:
        op.add_column("insurance_kinds", sa.Column(column, JSON, nullable=False, server_default="[]"))
    _require()


def _require() -> None:
    """What is asked of people, turned into what is asked of sole proprietors and of companies."""
    kinds = sa.table(
        "insurance_kinds", sa.column("id"), *(sa.column(name, JSON) for name in ("required_documents", *LISTS))
    )
    connection = op.get_bind()
    for kind_id, required in connection.execute(sa.select(kinds.c.id, kinds.c.required_documents)).all():
        lists = {"proprietor_documents": _of_proprietors(required), "company_documents": _of_companies(required)}
        connection.execute(kinds.update().where(kinds.c.id == kind_id).values(lists))


def _of_proprietors(required: list[str]) -> list[str]:
    """Their tax number beside the passport."""
    return [*required, "tax_id"] if "passport" in required and "tax_id" not in required else required


def _of_companies(required: list[str]) -> list[str]:
    """The company's own papers instead of a person's."""
    own = [code for code in required if code not in ("passport", "driver_licence", "tax_id", "company_details")]
    return required if own == required else ["company_details", *own]


def downgrade() -> None:
    for column in LISTS:
        op.drop_column("insurance_kinds", column)
    for hour in HOURS:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"ALTER TABLE deals DROP CONSTRAINT ck_deals_{hour}_has_day")
        op.execute(f"ALTER TABLE deals DROP COLUMN {hour}")
    op.drop_table("cockpits")
