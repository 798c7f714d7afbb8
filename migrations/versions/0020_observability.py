"""Seals over the events, how the parts of the installation are, and the alarm of what waits too long

Revision ID: 0020
Revises: 0019
"""

import json
from hashlib import sha256
from secrets import token_hex

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

UNSEALED = """
SELECT event_id, "values" FROM event_personal WHERE event_id > :after ORDER BY event_id LIMIT 1000
"""


def upgrade() -> None:
    json_type = sa.dialects.postgresql.JSONB() if op.get_bind().dialect.name == "postgresql" else sa.JSON()
    op.add_column("events", sa.Column("personal_digest", sa.String(length=64), nullable=True))
    op.create_index("ix_events_occurred_at_id", "events", ["occurred_at", "id"])
    op.execute("ALTER TABLE event_personal ADD COLUMN salt VARCHAR(32) NOT NULL DEFAULT ''")
    digest_what_is_there()
    op.create_table(
        "audit_seals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("last_event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("leaves", json_type, nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id > 0", name=op.f("ck_audit_seals_counted")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seals")),
        sa.UniqueConstraint("last_event_id", name=op.f("uq_audit_seals_last_event_id")),
    )
    op.create_table(
        "pulses",
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("condition", sa.String(length=32), nullable=False),
        sa.Column("latency_ms", sa.Integer(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "part IN ('database', 'relay', 'scheduler', 'telegram', 'model', 'storage')", name=op.f("ck_pulses_part")
        ),
        sa.CheckConstraint("condition IN ('fine', 'failing', 'off')", name=op.f("ck_pulses_condition")),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_pulses")),
    )
    op.create_table(
        "backlog_alarms",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_backlog_alarms_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backlog_alarms")),
    )


def digest_what_is_there() -> None:
    """As `publish` does it for events to come."""
    connection, after = op.get_bind(), 0
    while rows := connection.execute(sa.text(UNSEALED), {"after": after}).all():
        for event_id, values in rows:
            salt, read = token_hex(16), json.loads(values) if isinstance(values, str) else values
            plain = json.dumps([salt, read], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            known = {"id": event_id, "salt": salt, "digest": sha256(plain.encode()).hexdigest()}
            connection.execute(sa.text("UPDATE event_personal SET salt = :salt WHERE event_id = :id"), known)
            connection.execute(sa.text("UPDATE events SET personal_digest = :digest WHERE id = :id"), known)
        after = rows[-1].event_id


def downgrade() -> None:
    for table in ("backlog_alarms", "pulses", "audit_seals"):
        op.drop_table(table)
    op.drop_column("event_personal", "salt")
    op.drop_index("ix_events_occurred_at_id", "events")
    op.drop_column("events", "personal_digest")
