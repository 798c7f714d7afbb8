"""Calculations and choices

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "calculations",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("intent_key", sa.String(length=80), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("programme", sa.String(length=120), nullable=True),
        sa.Column("premium", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(32), nullable=False),
        sa.Column("sum_insured", sa.BigInteger(), nullable=True),
        sa.Column("deductible_kind", sa.String(32), nullable=True),
        sa.Column("deductible", sa.BigInteger(), nullable=True),
        sa.Column("term_months", sa.Integer(), nullable=True),
        sa.Column("term_days", sa.Integer(), nullable=True),
        sa.Column("payment_options", JSON, nullable=False),
        sa.Column("commission_rate", sa.Integer(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=True),
        sa.Column("insurer_id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=True),
        sa.CheckConstraint(
            "(deductible_kind IS NOT NULL AND deductible_kind <> 'none') = (deductible IS NOT NULL)",
            name=op.f("ck_calculations_deductible"),
        ),
        sa.CheckConstraint("currency IN ('RUB', 'UAH', 'EUR', 'USD')", name=op.f("ck_calculations_currency")),
        sa.CheckConstraint(
            "deductible_kind IN ('none', 'amount', 'percent')", name=op.f("ck_calculations_deductible_kind")
        ),
        sa.CheckConstraint("source IN ('flow', 'lines', 'copy')", name=op.f("ck_calculations_source")),
        sa.CheckConstraint(
            "state IN ('draft', 'ready', 'sent', 'chosen', 'declined')", name=op.f("ck_calculations_state")
        ),
        sa.CheckConstraint(
            "commission_rate IS NULL OR commission_rate BETWEEN 0 AND 10000",
            name=op.f("ck_calculations_commission_rate"),
        ),
        sa.CheckConstraint("premium > 0", name=op.f("ck_calculations_premium_positive")),
        sa.CheckConstraint("sum_insured IS NULL OR sum_insured > 0", name=op.f("ck_calculations_sum_insured_positive")),
        sa.CheckConstraint("term_months IS NULL OR term_days IS NULL", name=op.f("ck_calculations_one_term")),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_calculations_author_id_users")),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_calculations_deal_id_deals")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_calculations_document_id_documents")),
        sa.ForeignKeyConstraint(["insurer_id"], ["insurers.id"], name=op.f("fk_calculations_insurer_id_insurers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calculations")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_calculations_intent_key")),
    )
    op.create_index(op.f("ix_calculations_deal_id_id"), "calculations", ["deal_id", "id"], unique=False)

    op.create_table(
        "choices",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("calculation_id", BIG, nullable=False),
        sa.Column("insurer_name", sa.String(length=64), nullable=False),
        sa.Column("payment_option", JSON, nullable=False),
        sa.Column("chosen_by", BIG, nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.Column("programme", sa.String(length=120), nullable=True),
        sa.Column("premium", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(32), nullable=False),
        sa.Column("sum_insured", sa.BigInteger(), nullable=True),
        sa.Column("deductible_kind", sa.String(32), nullable=True),
        sa.Column("deductible", sa.BigInteger(), nullable=True),
        sa.Column("term_months", sa.Integer(), nullable=True),
        sa.Column("term_days", sa.Integer(), nullable=True),
        sa.Column("payment_options", JSON, nullable=False),
        sa.Column("commission_rate", sa.Integer(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=True),
        sa.Column("insurer_id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=True),
        sa.CheckConstraint(
            "(deductible_kind IS NOT NULL AND deductible_kind <> 'none') = (deductible IS NOT NULL)",
            name=op.f("ck_choices_deductible"),
        ),
        sa.CheckConstraint("currency IN ('RUB', 'UAH', 'EUR', 'USD')", name=op.f("ck_choices_currency")),
        sa.CheckConstraint("deductible_kind IN ('none', 'amount', 'percent')", name=op.f("ck_choices_deductible_kind")),
        sa.CheckConstraint(
            "commission_rate IS NULL OR commission_rate BETWEEN 0 AND 10000", name=op.f("ck_choices_commission_rate")
        ),
        sa.CheckConstraint("premium > 0", name=op.f("ck_choices_premium_positive")),
        sa.CheckConstraint("sum_insured IS NULL OR sum_insured > 0", name=op.f("ck_choices_sum_insured_positive")),
        sa.CheckConstraint("term_months IS NULL OR term_days IS NULL", name=op.f("ck_choices_one_term")),
        sa.ForeignKeyConstraint(
            ["calculation_id"], ["calculations.id"], name=op.f("fk_choices_calculation_id_calculations")
        ),
        sa.ForeignKeyConstraint(["chosen_by"], ["users.id"], name=op.f("fk_choices_chosen_by_users")),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_choices_deal_id_deals")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_choices_document_id_documents")),
        sa.ForeignKeyConstraint(["insurer_id"], ["insurers.id"], name=op.f("fk_choices_insurer_id_insurers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_choices")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_choices_intent_key")),
    )
    op.create_index(op.f("ix_choices_deal_id_id"), "choices", ["deal_id", "id"], unique=False)

    big = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"
    reference = "CONSTRAINT fk_tasks_choice_id_choices REFERENCES choices (id)"
    op.execute(f"ALTER TABLE tasks ADD COLUMN choice_id {big} {reference}")


def downgrade() -> None:
    op.execute("ALTER TABLE tasks DROP COLUMN choice_id")
    op.drop_table("choices")
    op.drop_table("calculations")
