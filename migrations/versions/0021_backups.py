"""Nightly backups and rehearsals; clients who were erased, and words of append-only rows that may be

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

ERASED = "—"
APPEND_ONLY = {
    "choices": (
        (
            "id, deal_id, calculation_id, insurer_name, payment_option, chosen_by, chosen_at, intent_key, programme, "
            "premium, currency, sum_insured, deductible_kind, deductible, term_months, term_days, payment_options, "
            "commission_rate, valid_until, insurer_id, document_id"
        ),
        ("conditions",),
    ),
    "endorsements": (
        "id, policy_id, kind, amount, effective_on, created_by, created_at, intent_key",
        ("words",),
    ),
    "payments": (
        "id, policy_id, instalment_id, amount, paid_on, reverses_id, created_by, created_at, intent_key, part",
        ("reason",),
    ),
    "refunds": (
        "id, policy_id, amount, paid_on, reverses_id, created_by, created_at, intent_key",
        ("reason",),
    ),
    "ledger_entries": (
        (
            "id, deal_id, policy_id, instalment_id, side, act, category, amount, currency, on_day, rate, planned_id, "
            "reverses_id, created_by, created_at, intent_key"
        ),
        ("payee", "reason"),
    ),
}
"""What never changes, and the words that only an erasure may take away."""


def upgrade() -> None:
    # a copy of the table, as batch mode makes it on SQLite, would lose the triggers of the search
    moment = "TIMESTAMP WITH TIME ZONE" if op.get_bind().dialect.name == "postgresql" else "DATETIME"
    op.execute(f"ALTER TABLE clients ADD COLUMN erased_at {moment}")
    _let_erase()
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


def _let_erase() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table, (kept, words) in APPEND_ONLY.items():
        if postgresql:
            op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            _refuse_postgresql(f"{table}_append_only", table, f"UPDATE OF {kept} OR DELETE")
        else:
            op.execute(f"DROP TRIGGER {table}_no_update")
            _refuse_sqlite(f"{table}_no_update", table, f"UPDATE OF {kept}")
        for word in words:
            refuse = _refuse_postgresql if postgresql else _refuse_sqlite
            other = f"(NEW.{word} <> '{ERASED}' OR (NEW.{word} IS NULL) <> (OLD.{word} IS NULL))"
            refuse(f"{table}_{word}_erased", table, f"UPDATE OF {word}", other)


def _refuse_postgresql(name: str, table: str, event: str, when: str = "(true)") -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {when} EXECUTE FUNCTION refuse_change()"
    )


def _refuse_sqlite(name: str, table: str, event: str, when: str = "(true)") -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table, (_, words) in APPEND_ONLY.items():
        on = f" ON {table}" if postgresql else ""
        for word in words:
            op.execute(f"DROP TRIGGER {table}_{word}_erased{on}")
        if postgresql:
            op.execute(f"DROP TRIGGER {table}_append_only{on}")
            _refuse_postgresql(f"{table}_append_only", table, "UPDATE OR DELETE")
        else:
            op.execute(f"DROP TRIGGER {table}_no_update")
            _refuse_sqlite(f"{table}_no_update", table, "UPDATE")
    op.drop_index(op.f("ix_backup_runs_kind_started_at"), "backup_runs")
    op.drop_table("backup_runs")
    op.execute("ALTER TABLE clients DROP COLUMN erased_at")
