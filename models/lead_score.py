"""What analyses of leads said, and what each cost."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of
from models.lead import SCORE_UNIT, Recommendation, ScoredBy, Tier


class LeadScore(Base):
    """One analysis. `event_id` is the request for it; `score` counts thousandths.

    The model words its `reason`; the rules leave `factors` ([name, thousandths] each), worded for each reader.
    """

    __tablename__ = "lead_scores"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    lead_id: Mapped[int] = mapped_column(BigId, ForeignKey("leads.id"))
    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("events.id"), unique=True)
    score: Mapped[int]
    tier: Mapped[Tier] = mapped_column(EnumText(Tier))
    recommendation: Mapped[Recommendation] = mapped_column(EnumText(Recommendation))
    scored_by: Mapped[ScoredBy] = mapped_column(EnumText(ScoredBy))
    reason: Mapped[str | None] = mapped_column(Text)
    factors: Mapped[list[Any]]
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(f"score BETWEEN 0 AND {SCORE_UNIT}", name="score"),
        CheckConstraint(one_of("tier", Tier), name="tier"),
        CheckConstraint(one_of("recommendation", Recommendation), name="recommendation"),
        CheckConstraint(one_of("scored_by", ScoredBy), name="scored_by"),
        CheckConstraint("scored_by = 'fallback' OR reason IS NOT NULL", name="model_gives_reason"),
        Index(None, "lead_id", "id"),  # a lead's history of scores, newest first
    )


class AiCall(Base):
    """The audit of one analysis.

    `input_hash` is the SHA-256 (hex) of what was sent; `latency_ms` milliseconds; `cost_micros` millionths of a US
    dollar. A `fallback` names its `fault`, and has no model when none was called.
    """

    __tablename__ = "ai_calls"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    lead_id: Mapped[int] = mapped_column(BigId, ForeignKey("leads.id"))
    user_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("events.id"), unique=True)
    model: Mapped[str | None] = mapped_column(String(100))
    input_hash: Mapped[str] = mapped_column(String(64))
    latency_ms: Mapped[int]
    input_tokens: Mapped[int]
    output_tokens: Mapped[int]
    cost_micros: Mapped[int] = mapped_column(BigInteger)
    fallback: Mapped[bool]
    fault: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("fallback = (fault IS NOT NULL)", name="fallback_has_fault"),
        Index(None, "created_at"),  # the installation's day, and the statistics of 30 days
        Index(None, "user_id", "created_at"),  # a person's day
    )
