"""Policies, instalments, payments and the ledger; what is history is never changed

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

APPEND_ONLY = ("choices", "endorsements", "payments", "ledger_entries")
DEAL_COLUMNS = {
    "call_back_on": "DATE",
    "next_event_on": "DATE",
    "next_event": (
        "VARCHAR(32) CONSTRAINT ck_deals_next_event CHECK (next_event IN ('instalment', 'renewal', 'call-back'))"
    ),
    "predecessor_id": "{big} CONSTRAINT fk_deals_predecessor_id_deals REFERENCES deals (id)",
    "duration_days": "INTEGER",
}


def upgrade() -> None:
    op.create_table(
        "policies",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("client_id", BIG, nullable=False),
        sa.Column("insurer_id", BIG, nullable=False),
        sa.Column("kind_id", BIG, nullable=False),
        sa.Column("choice_id", BIG, nullable=True),
        sa.Column("predecessor_id", BIG, nullable=True),
        sa.Column("document_id", BIG, nullable=True),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("number_key", sa.String(length=64), nullable=False),
        sa.Column("object", sa.String(length=300), nullable=False),
        sa.Column("object_key", sa.String(length=300), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("premium", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("overlap_reason", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state IN ('cancelled', 'annulled')) = (ended_on IS NOT NULL)", name=op.f("ck_policies_ended_has_day")
        ),
        sa.CheckConstraint("currency IN ('RUB', 'UAH', 'EUR', 'USD')", name=op.f("ck_policies_currency")),
        sa.CheckConstraint(
            "state IN ('draft', 'issued', 'suspended', 'cancelled', 'annulled')", name=op.f("ck_policies_state")
        ),
        sa.CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name=op.f("ck_policies_ended_has_reason")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_policies_dates_in_order")),
        sa.CheckConstraint("premium >= 0", name=op.f("ck_policies_premium_not_negative")),
        sa.ForeignKeyConstraint(["choice_id"], ["choices.id"], name=op.f("fk_policies_choice_id_choices")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_policies_client_id_clients")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_policies_created_by_users")),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_policies_deal_id_deals")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_policies_document_id_documents")),
        sa.ForeignKeyConstraint(["insurer_id"], ["insurers.id"], name=op.f("fk_policies_insurer_id_insurers")),
        sa.ForeignKeyConstraint(["kind_id"], ["insurance_kinds.id"], name=op.f("fk_policies_kind_id_insurance_kinds")),
        sa.ForeignKeyConstraint(["predecessor_id"], ["policies.id"], name=op.f("fk_policies_predecessor_id_policies")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policies")),
        sa.UniqueConstraint("insurer_id", "number_key", name=op.f("uq_policies_insurer_id_number_key")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_policies_intent_key")),
        sa.UniqueConstraint("predecessor_id", name=op.f("uq_policies_predecessor_id")),
    )
    op.create_index(op.f("ix_policies_client_id_id"), "policies", ["client_id", "id"], unique=False)
    op.create_index(op.f("ix_policies_deal_id_id"), "policies", ["deal_id", "id"], unique=False)
    op.create_index(
        "ix_policies_ends_on",
        "policies",
        ["ends_on"],
        unique=False,
        sqlite_where=sa.text("state IN ('issued', 'suspended')"),
        postgresql_where=sa.text("state IN ('issued', 'suspended')"),
    )
    op.create_index(op.f("ix_policies_object_key_kind_id"), "policies", ["object_key", "kind_id"], unique=False)

    op.create_table(
        "endorsements",
        sa.Column("id", BIG, nullable=False),
        sa.Column("policy_id", BIG, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "(kind = 'extra' AND amount > 0) OR (kind = 'return' AND amount < 0) OR (kind = 'terms' AND amount = 0)",
            name=op.f("ck_endorsements_amount"),
        ),
        sa.CheckConstraint("kind IN ('extra', 'return', 'terms')", name=op.f("ck_endorsements_kind")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_endorsements_created_by_users")),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name=op.f("fk_endorsements_policy_id_policies")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_endorsements")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_endorsements_intent_key")),
    )
    op.create_index(op.f("ix_endorsements_policy_id_id"), "endorsements", ["policy_id", "id"], unique=False)

    op.create_table(
        "instalments",
        sa.Column("id", BIG, nullable=False),
        sa.Column("policy_id", BIG, nullable=False),
        sa.Column("endorsement_id", BIG, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_instalments_amount_positive")),
        sa.CheckConstraint("paid BETWEEN 0 AND amount", name=op.f("ck_instalments_paid_within_amount")),
        sa.ForeignKeyConstraint(
            ["endorsement_id"], ["endorsements.id"], name=op.f("fk_instalments_endorsement_id_endorsements")
        ),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name=op.f("fk_instalments_policy_id_policies")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalments")),
        sa.UniqueConstraint("policy_id", "position", name=op.f("uq_instalments_policy_id_position")),
    )
    op.create_index(
        "ix_instalments_unpaid",
        "instalments",
        ["due_on"],
        unique=False,
        sqlite_where=sa.text("NOT cancelled AND paid < amount"),
        postgresql_where=sa.text("NOT cancelled AND paid < amount"),
    )

    op.create_table(
        "payments",
        sa.Column("id", BIG, nullable=False),
        sa.Column("policy_id", BIG, nullable=False),
        sa.Column("instalment_id", BIG, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("reverses_id", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_payments_amount_not_zero")),
        sa.CheckConstraint(
            "reverses_id IS NULL OR (amount < 0 AND reason IS NOT NULL)", name=op.f("ck_payments_reversal_is_negative")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_payments_created_by_users")),
        sa.ForeignKeyConstraint(
            ["instalment_id"], ["instalments.id"], name=op.f("fk_payments_instalment_id_instalments")
        ),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name=op.f("fk_payments_policy_id_policies")),
        sa.ForeignKeyConstraint(["reverses_id"], ["payments.id"], name=op.f("fk_payments_reverses_id_payments")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("intent_key", "part", name=op.f("uq_payments_intent_key_part")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_payments_reverses_id")),
    )
    op.create_index(op.f("ix_payments_instalment_id"), "payments", ["instalment_id"], unique=False)
    op.create_index(op.f("ix_payments_policy_id_id"), "payments", ["policy_id", "id"], unique=False)

    op.create_table(
        "ledger_entries",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("policy_id", BIG, nullable=True),
        sa.Column("instalment_id", BIG, nullable=True),
        sa.Column("side", sa.String(32), nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("category", sa.String(32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(32), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=True),
        sa.Column("payee", sa.String(length=120), nullable=True),
        sa.Column("planned_id", BIG, nullable=True),
        sa.Column("reverses_id", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_by", BIG, nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("intent_key", sa.String(length=80), nullable=False),
        sa.CheckConstraint(
            "(side = 'income') = (category = 'commission')", name=op.f("ck_ledger_entries_income_is_commission")
        ),
        sa.CheckConstraint("act IN ('planned', 'settled')", name=op.f("ck_ledger_entries_act")),
        sa.CheckConstraint(
            "category IN ('commission', 'discount', 'referrer', 'other')", name=op.f("ck_ledger_entries_category")
        ),
        sa.CheckConstraint("currency IN ('RUB', 'UAH', 'EUR', 'USD')", name=op.f("ck_ledger_entries_currency")),
        sa.CheckConstraint("side IN ('income', 'expense')", name=op.f("ck_ledger_entries_side")),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_ledger_entries_amount_not_zero")),
        sa.CheckConstraint(
            "reverses_id IS NULL OR reason IS NOT NULL", name=op.f("ck_ledger_entries_reversal_has_reason")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_ledger_entries_created_by_users")),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_ledger_entries_deal_id_deals")),
        sa.ForeignKeyConstraint(
            ["instalment_id"], ["instalments.id"], name=op.f("fk_ledger_entries_instalment_id_instalments")
        ),
        sa.ForeignKeyConstraint(
            ["planned_id"], ["ledger_entries.id"], name=op.f("fk_ledger_entries_planned_id_ledger_entries")
        ),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name=op.f("fk_ledger_entries_policy_id_policies")),
        sa.ForeignKeyConstraint(
            ["reverses_id"], ["ledger_entries.id"], name=op.f("fk_ledger_entries_reverses_id_ledger_entries")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_ledger_entries_intent_key")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_ledger_entries_reverses_id")),
    )
    op.create_index(op.f("ix_ledger_entries_deal_id_id"), "ledger_entries", ["deal_id", "id"], unique=False)
    op.create_index(op.f("ix_ledger_entries_planned_id"), "ledger_entries", ["planned_id"], unique=False)
    op.create_index(op.f("ix_ledger_entries_policy_id"), "ledger_entries", ["policy_id"], unique=False)

    op.create_table(
        "expense_rules",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("category", sa.String(32), nullable=False),
        sa.Column("basis", sa.String(32), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("payee", sa.String(length=120), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.CheckConstraint("basis IN ('premium', 'commission')", name=op.f("ck_expense_rules_basis")),
        sa.CheckConstraint("category IN ('discount', 'referrer', 'other')", name=op.f("ck_expense_rules_category")),
        sa.CheckConstraint("rate BETWEEN 1 AND 10000", name=op.f("ck_expense_rules_rate")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_expense_rules_created_by_users")),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_expense_rules_deal_id_deals")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense_rules")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_expense_rules_intent_key")),
    )
    op.create_index(op.f("ix_expense_rules_deal_id"), "expense_rules", ["deal_id"], unique=False)

    postgresql = op.get_bind().dialect.name == "postgresql"
    # a copy of the table, as batch mode makes it on SQLite, would lose the triggers of the search
    for column, declared in DEAL_COLUMNS.items():
        big = "BIGINT" if postgresql else "INTEGER"
        op.execute(f"ALTER TABLE deals ADD COLUMN {column} {declared.format(big=big)}")
    op.create_index(op.f("ix_deals_predecessor_id"), "deals", ["predecessor_id"])
    if postgresql:
        _protect_postgresql()
        op.execute("CREATE INDEX ix_policies_search_text_trgm ON policies USING gin (search_text gin_trgm_ops)")
    else:
        _protect_sqlite()
        _search_sqlite()


def _protect_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )


def _protect_sqlite() -> None:
    for table in APPEND_ONLY:
        for event in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _search_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE policy_search USING fts5("
        "search_text, content='policies', content_rowid='id', tokenize='trigram')"
    )
    gone = "INSERT INTO policy_search(policy_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);"
    come = "INSERT INTO policy_search(rowid, search_text) VALUES (new.id, new.search_text);"
    op.execute(f"CREATE TRIGGER policy_search_insert AFTER INSERT ON policies BEGIN {come} END")
    op.execute(f"CREATE TRIGGER policy_search_delete AFTER DELETE ON policies BEGIN {gone} END")
    op.execute(f"CREATE TRIGGER policy_search_update AFTER UPDATE OF search_text ON policies BEGIN {gone} {come} END")


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table in ("choices", *(() if not postgresql else ("endorsements", "payments", "ledger_entries"))):
        for trigger in ("append_only",) if postgresql else ("no_update", "no_delete"):
            op.execute(f"DROP TRIGGER {table}_{trigger}" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        op.execute("DROP FUNCTION refuse_change()")
    else:
        op.execute("DROP TABLE policy_search")
    for table in ("expense_rules", "ledger_entries", "payments", "instalments", "endorsements", "policies"):
        op.drop_table(table)
    op.drop_index("ix_deals_predecessor_id", "deals")
    for column in reversed(DEAL_COLUMNS):
        op.execute(f"ALTER TABLE deals DROP COLUMN {column}")
