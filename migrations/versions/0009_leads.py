"""Leads, what they are scored by, and the deals they become

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

# code, Russian, Ukrainian and English name
DOMAINS = [
    ("retail", "Торговля", "Торгівля", "Retail"),
    ("manufacturing", "Производство", "Виробництво", "Manufacturing"),
    ("construction", "Строительство", "Будівництво", "Construction"),
    ("transport", "Транспорт и логистика", "Транспорт і логістика", "Transport and logistics"),
    ("agriculture", "Сельское хозяйство", "Сільське господарство", "Agriculture"),
    ("it", "IT и связь", "IT і зв’язок", "IT and telecom"),
    ("finance", "Финансы", "Фінанси", "Finance"),
    ("healthcare", "Медицина", "Медицина", "Healthcare"),
    ("education", "Образование", "Освіта", "Education"),
    ("hospitality", "Гостиницы и рестораны", "Готелі й ресторани", "Hotels and restaurants"),
    ("real_estate", "Недвижимость", "Нерухомість", "Real estate"),
    ("services", "Услуги", "Послуги", "Services"),
    ("government", "Государство", "Держава", "Government"),
    ("private", "Частное лицо", "Приватна особа", "Private person"),
]
DEAL_COLUMNS = {
    "lead_id": "{big} CONSTRAINT fk_deals_lead_id_leads REFERENCES leads (id)",
    "source": (
        "VARCHAR(32) CONSTRAINT ck_deals_source CHECK (source IN ('web', 'referral', 'social', 'manual', 'scanner', "
        "'partner', 'registration', 'callback', 'lead_magnet', 'message'))"
    ),
    "campaign": "VARCHAR(200)",
}


def upgrade() -> None:
    op.create_table(
        "business_domains",
        sa.Column("id", BIG, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("name_ru", sa.String(length=64), nullable=False),
        sa.Column("name_uk", sa.String(length=64), nullable=False),
        sa.Column("name_en", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_business_domains")),
        sa.UniqueConstraint("code", name=op.f("uq_business_domains_code")),
    )
    op.create_table(
        "leads",
        sa.Column("id", BIG, nullable=False),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("campaign", sa.String(length=200), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("company", sa.String(length=300), nullable=True),
        sa.Column("position", sa.String(length=200), nullable=True),
        sa.Column("domain_id", BIG, nullable=True),
        sa.Column("tax_kind", sa.String(32), nullable=True),
        sa.Column("tax_number", sa.String(length=16), nullable=True),
        sa.Column("kind_ids", JSON, nullable=False),
        sa.Column("object", sa.String(length=300), nullable=True),
        sa.Column("intent", sa.Text(), nullable=True),
        sa.Column("pain_points", sa.Text(), nullable=True),
        sa.Column("message_count", sa.Integer(), nullable=False),
        sa.Column("last_activity_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assignee_id", BIG, nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("tier", sa.String(32), nullable=True),
        sa.Column("trend", sa.String(32), nullable=True),
        sa.Column("scored_for", BIG, nullable=True),
        sa.Column("analysing_for", BIG, nullable=True),
        sa.Column("lost_reason", sa.Text(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("intent_key", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", BIG, nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_by", BIG, nullable=True),
        sa.CheckConstraint("(stage = 'lost') = (lost_reason IS NOT NULL)", name=op.f("ck_leads_lost_has_reason")),
        sa.CheckConstraint(
            "source IN ('web', 'referral', 'social', 'manual', 'scanner', 'partner', 'registration', 'callback', "
            "'lead_magnet', 'message')",
            name=op.f("ck_leads_source"),
        ),
        sa.CheckConstraint(
            "stage IN ('new', 'contacted', 'qualified', 'transferred', 'lost')", name=op.f("ck_leads_stage")
        ),
        sa.CheckConstraint("tier IN ('hot', 'warm', 'cold', 'dead')", name=op.f("ck_leads_tier")),
        sa.CheckConstraint("trend IN ('rising', 'falling', 'stable')", name=op.f("ck_leads_trend")),
        sa.CheckConstraint("(score IS NULL) = (tier IS NULL)", name=op.f("ck_leads_scored_has_tier")),
        sa.CheckConstraint("(tax_kind IS NULL) = (tax_number IS NULL)", name=op.f("ck_leads_tax_whole")),
        sa.CheckConstraint("message_count >= 0", name=op.f("ck_leads_message_count")),
        sa.CheckConstraint("score BETWEEN 0 AND 1000", name=op.f("ck_leads_score")),
        sa.ForeignKeyConstraint(["assignee_id"], ["users.id"], name=op.f("fk_leads_assignee_id_users")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_leads_created_by_users")),
        sa.ForeignKeyConstraint(["deleted_by"], ["users.id"], name=op.f("fk_leads_deleted_by_users")),
        sa.ForeignKeyConstraint(
            ["domain_id"], ["business_domains.id"], name=op.f("fk_leads_domain_id_business_domains")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_leads_intent_key")),
    )
    op.create_index(
        "ix_leads_assignee",
        "leads",
        ["assignee_id", "stage", "created_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(op.f("ix_leads_created_by_created_at"), "leads", ["created_by", "created_at"], unique=False)
    op.create_index(
        "ix_leads_live",
        "leads",
        ["created_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_leads_score",
        "leads",
        ["score", "id"],
        unique=False,
        sqlite_where=sa.text("score IS NOT NULL AND deleted_at IS NULL"),
        postgresql_where=sa.text("score IS NOT NULL AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_leads_source",
        "leads",
        ["source", "domain_id", "created_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_leads_stage",
        "leads",
        ["stage", "created_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )

    op.create_table(
        "ai_calls",
        sa.Column("id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=False),
        sa.Column("user_id", BIG, nullable=True),
        sa.Column("event_id", BIG, nullable=False),
        sa.Column("model", sa.String(length=100), nullable=True),
        sa.Column("input_hash", sa.String(length=64), nullable=False),
        sa.Column("latency_ms", sa.Integer(), nullable=False),
        sa.Column("input_tokens", sa.Integer(), nullable=False),
        sa.Column("output_tokens", sa.Integer(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.Column("fallback", sa.Boolean(), nullable=False),
        sa.Column("fault", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("fallback = (fault IS NOT NULL)", name=op.f("ck_ai_calls_fallback_has_fault")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_ai_calls_event_id_events")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_ai_calls_lead_id_leads")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_ai_calls_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ai_calls")),
        sa.UniqueConstraint("event_id", name=op.f("uq_ai_calls_event_id")),
    )
    op.create_index(op.f("ix_ai_calls_created_at"), "ai_calls", ["created_at"], unique=False)
    op.create_index(op.f("ix_ai_calls_user_id_created_at"), "ai_calls", ["user_id", "created_at"], unique=False)

    op.create_table(
        "lead_contacts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("value", sa.String(length=254), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('phone', 'email')", name=op.f("ck_lead_contacts_kind")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_lead_contacts_lead_id_leads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_contacts")),
    )
    op.create_index(op.f("ix_lead_contacts_lead_id"), "lead_contacts", ["lead_id"], unique=False)
    op.create_index(
        "uq_lead_contacts_live",
        "lead_contacts",
        ["kind", "value"],
        unique=True,
        sqlite_where=sa.text("live"),
        postgresql_where=sa.text("live"),
    )

    op.create_table(
        "lead_history",
        sa.Column("id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("from_stage", sa.String(32), nullable=True),
        sa.Column("to_stage", sa.String(32), nullable=True),
        sa.Column("user_id", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("actor_id", BIG, nullable=True),
        sa.Column("correlation_id", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "action IN ('created', 'moved', 'rolled-back', 'lost', 'transferred', 'assigned', 'nurture', 'deleted', "
            "'restored')",
            name=op.f("ck_lead_history_action"),
        ),
        sa.CheckConstraint("source IN ('manual', 'system', 'automation')", name=op.f("ck_lead_history_source")),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_lead_history_actor_id_users")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_lead_history_lead_id_leads")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_lead_history_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_history")),
    )
    op.create_index(
        op.f("ix_lead_history_actor_id_action_created_at"),
        "lead_history",
        ["actor_id", "action", "created_at"],
        unique=False,
    )
    op.create_index("ix_lead_history_lead", "lead_history", ["lead_id", "created_at", "id"], unique=False)

    op.create_table(
        "lead_notes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=False),
        sa.Column("author_id", BIG, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("forwarded_from", sa.String(length=200), nullable=True),
        sa.Column("intent_key", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_lead_notes_author_id_users")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_lead_notes_lead_id_leads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_notes")),
        sa.UniqueConstraint("intent_key", name=op.f("uq_lead_notes_intent_key")),
    )
    op.create_index("ix_lead_notes_lead", "lead_notes", ["lead_id", "created_at", "id"], unique=False)

    op.create_table(
        "lead_scores",
        sa.Column("id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=False),
        sa.Column("event_id", BIG, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("tier", sa.String(32), nullable=False),
        sa.Column("recommendation", sa.String(32), nullable=False),
        sa.Column("scored_by", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("factors", JSON, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "recommendation IN ('transfer_to_sales', 'continue_nurturing', 'lost')",
            name=op.f("ck_lead_scores_recommendation"),
        ),
        sa.CheckConstraint(
            "scored_by = 'fallback' OR reason IS NOT NULL", name=op.f("ck_lead_scores_model_gives_reason")
        ),
        sa.CheckConstraint("scored_by IN ('openai', 'fallback')", name=op.f("ck_lead_scores_scored_by")),
        sa.CheckConstraint("tier IN ('hot', 'warm', 'cold', 'dead')", name=op.f("ck_lead_scores_tier")),
        sa.CheckConstraint("score BETWEEN 0 AND 1000", name=op.f("ck_lead_scores_score")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_lead_scores_event_id_events")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_lead_scores_lead_id_leads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_scores")),
        sa.UniqueConstraint("event_id", name=op.f("uq_lead_scores_event_id")),
    )
    op.create_index(op.f("ix_lead_scores_lead_id_id"), "lead_scores", ["lead_id", "id"], unique=False)

    _seed_domains()
    big = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"
    for column, declared in DEAL_COLUMNS.items():
        op.execute(f"ALTER TABLE deals ADD COLUMN {column} {declared.format(big=big)}")
    from_leads = sa.text("lead_id IS NOT NULL")
    partial = {"sqlite_where": from_leads, "postgresql_where": from_leads}
    op.create_index("uq_deals_lead", "deals", ["lead_id"], unique=True, **partial)
    op.create_index("ix_deals_stage_lead", "deals", ["stage", "lead_id"], **partial)
    op.execute(
        "ALTER TABLE users ADD COLUMN lead_capacity INTEGER "
        "CONSTRAINT ck_users_lead_capacity CHECK (lead_capacity >= 0)"
    )
    with op.batch_alter_table("documents") as documents:
        documents.add_column(sa.Column("lead_id", BIG, nullable=True))
        documents.create_foreign_key(op.f("fk_documents_lead_id_leads"), "leads", ["lead_id"], ["id"])
        documents.drop_constraint(op.f("ck_documents_filed_in_a_deal"), type_="check")
        documents.drop_constraint(op.f("ck_documents_can_be_placed"), type_="check")
        documents.create_check_constraint(
            op.f("ck_documents_filed_somewhere"),
            "deal_id IS NOT NULL OR lead_id IS NOT NULL OR state IN ('waiting', 'refused')",
        )
        documents.create_check_constraint(
            op.f("ck_documents_can_be_placed"), "deal_id IS NOT NULL OR lead_id IS NOT NULL OR packet_id IS NOT NULL"
        )
    op.create_index("ix_documents_lead", "documents", ["lead_id", "id"], **partial)


def _seed_domains() -> None:
    domains = sa.table(
        "business_domains",
        *(sa.column(name) for name in ("code", "name_ru", "name_uk", "name_en", "position", "enabled")),
    )
    rows = [
        {"code": code, "name_ru": ru, "name_uk": uk, "name_en": en, "position": position, "enabled": True}
        for position, (code, ru, uk, en) in enumerate(DOMAINS, start=1)
    ]
    op.bulk_insert(domains, rows)


def downgrade() -> None:
    op.execute("DELETE FROM documents WHERE deal_id IS NULL AND lead_id IS NOT NULL")
    op.drop_index("ix_documents_lead", "documents")
    with op.batch_alter_table("documents") as documents:
        documents.drop_constraint(op.f("ck_documents_filed_somewhere"), type_="check")
        documents.drop_constraint(op.f("ck_documents_can_be_placed"), type_="check")
        documents.drop_constraint(op.f("fk_documents_lead_id_leads"), type_="foreignkey")
        documents.drop_column("lead_id")
        documents.create_check_constraint(
            op.f("ck_documents_filed_in_a_deal"), "deal_id IS NOT NULL OR state IN ('waiting', 'refused')"
        )
        documents.create_check_constraint(
            op.f("ck_documents_can_be_placed"), "deal_id IS NOT NULL OR packet_id IS NOT NULL"
        )
    op.execute("ALTER TABLE users DROP COLUMN lead_capacity")
    op.drop_index("ix_deals_stage_lead", "deals")
    op.drop_index("uq_deals_lead", "deals")
    for column in reversed(DEAL_COLUMNS):
        op.execute(f"ALTER TABLE deals DROP COLUMN {column}")
    op.drop_table("lead_scores")
    op.drop_table("lead_notes")
    op.drop_table("lead_history")
    op.drop_table("lead_contacts")
    op.drop_table("ai_calls")
    op.drop_table("leads")
    op.drop_table("business_domains")
