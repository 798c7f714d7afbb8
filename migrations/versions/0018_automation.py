"""Rules of the automation and what they did; absences; tasks that nobody has accepted

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ACTIONS = "action IN ('create-deal', 'move-stage', 'notify', 'auto-assign', 'escalate')"
STATES = "state IN ('waiting', 'calling', 'done', 'refused', 'skipped', 'stopped')"
ON = "enabled_since IS NOT NULL AND deleted_at IS NULL"
WAITS = "state = 'waiting' AND due_at IS NOT NULL"


def upgrade() -> None:
    op.add_column("users", sa.Column("away_until", sa.Date(), nullable=True))
    _partial("ix_lead_history_given", "lead_history", ["user_id", "id"], "action = 'assigned'")
    _partial("ix_tasks_unaccepted", "tasks", ["created_at"], "state = 'new'")
    op.create_table(
        "automation_rules",
        sa.Column("id", BIG, nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("trigger", sa.String(length=80), nullable=False),
        sa.Column("conditions", JSON, nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("params", JSON, nullable=False),
        sa.Column("delay_minutes", sa.Integer(), nullable=False),
        sa.Column("enabled_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", BIG, nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_by", BIG, nullable=True),
        sa.CheckConstraint(ACTIONS, name=op.f("ck_automation_rules_action")),
        sa.CheckConstraint("delay_minutes >= 0", name=op.f("ck_automation_rules_delay")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_automation_rules_created_by_users")),
        sa.ForeignKeyConstraint(["deleted_by"], ["users.id"], name=op.f("fk_automation_rules_deleted_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_automation_rules")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_automation_rules_intent_key")),
    )
    _partial("ix_automation_rules_on", "automation_rules", ["trigger"], ON)
    _executions()


def _executions() -> None:
    op.create_table(
        "automation_executions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("rule_id", BIG, nullable=False),
        sa.Column("entity_type", sa.String(length=32), nullable=False),
        sa.Column("entity_id", BIG, nullable=False),
        sa.Column("occurrence", sa.String(length=64), nullable=False),
        sa.Column("event_id", BIG, nullable=True),
        sa.Column("root_event_id", BIG, nullable=True),
        sa.Column("correlation_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", JSON, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(STATES, name=op.f("ck_automation_executions_state")),
        sa.CheckConstraint(
            "(state IN ('waiting', 'calling')) = (done_at IS NULL)", name=op.f("ck_automation_executions_done")
        ),
        sa.ForeignKeyConstraint(
            ["rule_id"], ["automation_rules.id"], name=op.f("fk_automation_executions_rule_id_automation_rules")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_automation_executions_event_id_events")),
        sa.ForeignKeyConstraint(
            ["root_event_id"], ["events.id"], name=op.f("fk_automation_executions_root_event_id_events")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_automation_executions")),
        sa.UniqueConstraint(
            "rule_id",
            "entity_type",
            "entity_id",
            "occurrence",
            name=op.f("uq_automation_executions_once"),
        ),
    )
    op.create_index(op.f("ix_automation_executions_rule_id_id"), "automation_executions", ["rule_id", "id"])
    op.create_index(op.f("ix_automation_executions_root_event_id"), "automation_executions", ["root_event_id"])
    _partial("ix_automation_executions_due", "automation_executions", ["due_at"], WAITS)


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    op.drop_table("automation_executions")
    op.drop_table("automation_rules")
    op.drop_index("ix_tasks_unaccepted", "tasks")
    op.drop_index("ix_lead_history_given", "lead_history")
    op.drop_column("users", "away_until")
