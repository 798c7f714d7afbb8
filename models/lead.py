"""Leads: somebody who may want insurance, from the first word to a deal or a loss."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, SoftDeleted, one_of
from models.client import ContactKind
from models.money import Currency, Money
from models.tax_number import TaxNumberKind


class LeadSource(StrEnum):
    WEB = "web"
    REFERRAL = "referral"
    SOCIAL = "social"
    MANUAL = "manual"
    SCANNER = "scanner"
    PARTNER = "partner"
    REGISTRATION = "registration"
    CALLBACK = "callback"
    LEAD_MAGNET = "lead_magnet"
    MESSAGE = "message"


class LeadStage(StrEnum):
    NEW = "new"
    CONTACTED = "contacted"
    QUALIFIED = "qualified"
    TRANSFERRED = "transferred"
    LOST = "lost"


class LeadLostReason(StrEnum):
    """The usual reasons; any other is kept as typed."""

    SILENT = "silent"
    NOT_NEEDED = "not-needed"
    PRICE = "price"
    OTHER_BROKER = "other-broker"
    WRONG_CONTACT = "wrong-contact"


class Tier(StrEnum):
    HOT = "hot"
    WARM = "warm"
    COLD = "cold"
    DEAD = "dead"


class Trend(StrEnum):
    RISING = "rising"
    FALLING = "falling"
    STABLE = "stable"


class Recommendation(StrEnum):
    TRANSFER_TO_SALES = "transfer_to_sales"
    CONTINUE_NURTURING = "continue_nurturing"
    LOST = "lost"


class ScoredBy(StrEnum):
    OPENAI = "openai"
    FALLBACK = "fallback"


class CrmStatus(StrEnum):
    """Whether the CRM that the brokerage has beside this one was sent the lead."""

    NONE = "none"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class LeadAction(StrEnum):
    """What a line of a lead's history says was done."""

    CREATED = "created"
    MOVED = "moved"
    ROLLED_BACK = "rolled-back"
    LOST = "lost"
    TRANSFERRED = "transferred"
    ASSIGNED = "assigned"
    NURTURE = "nurture"
    DELETED = "deleted"
    RESTORED = "restored"


PERSONAL = ("name", "company", "position", "tax_kind", "tax_number", "object", "intent", "pain_points")
"""Columns that tell who a lead is, or hold his words."""
CLOSED_LEAD_STAGES = frozenset({LeadStage.TRANSFERRED, LeadStage.LOST})
SCORE_UNIT = 1000
SILENT = sql("deleted_at IS NULL AND stage IN ('contacted', 'qualified') AND assignee_id IS NOT NULL")
"""Of whom somebody has to hear: word for word the condition of the index on silence."""


def of_one(thousandths: int) -> Decimal:
    """Between 0 and 1."""
    return Decimal(thousandths) / SCORE_UNIT


def _of_living(name: str, *columns: str) -> Index:
    living = sql("deleted_at IS NULL")
    return Index(name, *columns, sqlite_where=living, postgresql_where=living)


class Lead(SoftDeleted, Base):
    """The id is the number people say.

    - `kind_ids` are kinds of insurance, `object` what is to be insured, as typed.
    - `message_count` counts what the lead himself wrote; `last_activity_at` is the last human act or message.
    - `score` counts thousandths; it is that of the analysis asked for by event `scored_for`. `analysing_for` is the
      event of an analysis under way.
    - `paid_amount` is what the client has paid for the deal's policies, in minor units of `paid_currency`, since
      `paid_at`; the stage is untouched by it and by `crm_status`.
    """

    __tablename__ = "leads"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    stage: Mapped[LeadStage] = mapped_column(EnumText(LeadStage))
    source: Mapped[LeadSource] = mapped_column(EnumText(LeadSource))
    campaign: Mapped[str | None] = mapped_column(String(200))
    name: Mapped[str | None] = mapped_column(String(300))
    company: Mapped[str | None] = mapped_column(String(300))
    position: Mapped[str | None] = mapped_column(String(200))
    domain_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("business_domains.id"))
    tax_kind: Mapped[TaxNumberKind | None] = mapped_column(EnumText(TaxNumberKind))
    tax_number: Mapped[str | None] = mapped_column(String(16))
    kind_ids: Mapped[list[Any]]
    object: Mapped[str | None] = mapped_column(String(300))
    intent: Mapped[str | None] = mapped_column(Text)
    pain_points: Mapped[str | None] = mapped_column(Text)
    message_count: Mapped[int]
    last_activity_at: Mapped[datetime]
    assignee_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    score: Mapped[int | None]
    tier: Mapped[Tier | None] = mapped_column(EnumText(Tier))
    trend: Mapped[Trend | None] = mapped_column(EnumText(Trend))
    scored_for: Mapped[int | None] = mapped_column(BigId)
    analysing_for: Mapped[int | None] = mapped_column(BigId)
    lost_reason: Mapped[str | None] = mapped_column(Text)
    crm_status: Mapped[CrmStatus] = mapped_column(EnumText(CrmStatus), server_default=CrmStatus.NONE.value)
    paid_at: Mapped[datetime | None]
    paid_amount: Mapped[int | None] = mapped_column(BigInteger)
    paid_currency: Mapped[Currency | None] = mapped_column(EnumText(Currency))
    search_text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    intent_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))

    __table_args__ = (
        CheckConstraint(one_of("stage", LeadStage), name="stage"),
        CheckConstraint(one_of("source", LeadSource), name="source"),
        CheckConstraint(one_of("tier", Tier), name="tier"),
        CheckConstraint(one_of("trend", Trend), name="trend"),
        CheckConstraint(f"score BETWEEN 0 AND {SCORE_UNIT}", name="score"),
        CheckConstraint("(score IS NULL) = (tier IS NULL)", name="scored_has_tier"),
        CheckConstraint("(stage = 'lost') = (lost_reason IS NOT NULL)", name="lost_has_reason"),
        CheckConstraint("(tax_kind IS NULL) = (tax_number IS NULL)", name="tax_whole"),
        CheckConstraint("message_count >= 0", name="message_count"),
        CheckConstraint(one_of("crm_status", CrmStatus), name="crm_status"),
        CheckConstraint("paid_amount > 0", name="paid_amount"),
        CheckConstraint(one_of("paid_currency", Currency), name="paid_currency"),
        CheckConstraint(
            "(paid_at IS NULL) = (paid_amount IS NULL) AND (paid_at IS NULL) = (paid_currency IS NULL)",
            name="paid_whole",
        ),
        # the best first
        Index(
            "ix_leads_score",
            "score",
            "id",
            sqlite_where=sql("score IS NOT NULL AND deleted_at IS NULL"),
            postgresql_where=sql("score IS NOT NULL AND deleted_at IS NULL"),
        ),
        # lists newest first: of a stage, of a person, of a source, of a sphere, of a tier, all of them
        _of_living("ix_leads_stage", "stage", "created_at", "id"),
        _of_living("ix_leads_assignee", "assignee_id", "stage", "created_at", "id"),
        _of_living("ix_leads_source", "source", "domain_id", "created_at", "id"),
        _of_living("ix_leads_live", "created_at", "id"),
        _of_living("ix_leads_source_stage", "source", "stage", "created_at", "id"),
        _of_living("ix_leads_domain", "domain_id", "stage", "created_at", "id"),
        _of_living("ix_leads_tier", "tier", "stage", "created_at", "id"),
        # those that nobody has touched for long
        Index("ix_leads_silent", "last_activity_at", "id", sqlite_where=SILENT, postgresql_where=SILENT),
        # what was deleted, the last first
        Index(
            "ix_leads_deleted",
            "deleted_at",
            "id",
            sqlite_where=sql("deleted_at IS NOT NULL"),
            postgresql_where=sql("deleted_at IS NOT NULL"),
        ),
        # what a person has captured in the last hour
        Index(None, "created_by", "created_at"),
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads the class attribute

    @property
    def closed(self) -> bool:
        return self.stage in CLOSED_LEAD_STAGES

    @property
    def paid(self) -> Money | None:
        if self.paid_amount is None or self.paid_currency is None:
            return None
        return Money(self.paid_amount, self.paid_currency)


class LeadContact(Base):
    """`value` is normalised: E.164 or a lower-case address. Only a living lead's contacts are `live`."""

    __tablename__ = "lead_contacts"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    lead_id: Mapped[int] = mapped_column(BigId, ForeignKey("leads.id"))
    kind: Mapped[ContactKind] = mapped_column(EnumText(ContactKind))
    value: Mapped[str] = mapped_column(String(254))
    live: Mapped[bool]

    __table_args__ = (
        CheckConstraint(one_of("kind", ContactKind), name="kind"),
        # a phone or an address belongs to one living lead
        Index(
            "uq_lead_contacts_live",
            "kind",
            "value",
            unique=True,
            sqlite_where=sql("live"),
            postgresql_where=sql("live"),
        ),
        Index(None, "lead_id"),  # the card
    )


class LeadHistory(Base):
    """Who did what, when and why; `user_id` is whom it was assigned to."""

    __tablename__ = "lead_history"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    lead_id: Mapped[int] = mapped_column(BigId, ForeignKey("leads.id"))
    action: Mapped[LeadAction] = mapped_column(EnumText(LeadAction))
    from_stage: Mapped[LeadStage | None] = mapped_column(EnumText(LeadStage))
    to_stage: Mapped[LeadStage | None] = mapped_column(EnumText(LeadStage))
    user_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    reason: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(16))
    actor_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    correlation_id: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(one_of("action", LeadAction), name="action"),
        CheckConstraint("source IN ('manual', 'system', 'automation')", name="source"),
        # newest first, paged
        Index("ix_lead_history_lead", "lead_id", "created_at", "id"),
        Index(None, "actor_id", "action", "created_at"),  # what a person has moved in the last hour
        # the last lead that each was given
        Index(
            "ix_lead_history_given",
            "user_id",
            "id",
            sqlite_where=sql("action = 'assigned'"),
            postgresql_where=sql("action = 'assigned'"),
        ),
    )


class LeadNote(Base):
    """What people wrote about a lead, or what he wrote himself (`forwarded_from`)."""

    __tablename__ = "lead_notes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    lead_id: Mapped[int] = mapped_column(BigId, ForeignKey("leads.id"))
    author_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    text: Mapped[str] = mapped_column(Text)
    forwarded_from: Mapped[str | None] = mapped_column(String(200))
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]

    __table_args__ = (
        # newest first, paged
        Index("ix_lead_notes_lead", "lead_id", "created_at", "id"),
    )
