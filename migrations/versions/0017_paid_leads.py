"""Leads know whether the CRM has them and what their deal's client has paid; a packet knows the lead it may be for

Revision ID: 0017
Revises: 0016
"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

COLUMNS = {
    "leads": {
        "crm_status": (
            "VARCHAR(32) NOT NULL DEFAULT 'none' "
            "CONSTRAINT ck_leads_crm_status CHECK (crm_status IN ('none', 'queued', 'sent', 'failed'))"
        ),
        "paid_at": "{moment}",
        "paid_amount": "BIGINT CONSTRAINT ck_leads_paid_amount CHECK (paid_amount > 0)",
        "paid_currency": (
            "VARCHAR(32) CONSTRAINT ck_leads_paid_currency CHECK (paid_currency IN ('RUB', 'UAH', 'EUR', 'USD')) "
            "CONSTRAINT ck_leads_paid_whole "
            "CHECK ((paid_at IS NULL) = (paid_amount IS NULL) AND (paid_at IS NULL) = (paid_currency IS NULL))"
        ),
    },
    "packets": {"lead_id": "{big} CONSTRAINT fk_packets_lead_id_leads REFERENCES leads (id)"},
}


def upgrade() -> None:
    on_postgres = op.get_bind().dialect.name == "postgresql"
    big, moment = ("BIGINT", "TIMESTAMP WITH TIME ZONE") if on_postgres else ("INTEGER", "DATETIME")
    for table, columns in COLUMNS.items():
        for column, declared in columns.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {declared.format(big=big, moment=moment)}")


def downgrade() -> None:
    for table, columns in COLUMNS.items():
        for column in reversed(columns):
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
