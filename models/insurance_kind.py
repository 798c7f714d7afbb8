"""Kinds of insurance: data that an admin can change."""

from typing import Any

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class InsuranceKind(Base):
    """A kind of one region: ОСАГО (RU) and ОСЦПВ (UA) are different rows, so are the two КАСКО.

    - A policy runs `default_term_months`, or where that is None `default_term_days`.
    - `earliest_start_days` lie at least between the day it is bought and its first day.
    - `schedules` are the usual plans, as `services.calculations.plans.PaymentPlan.to_json` writes them.
    - `required_documents` of people, `proprietor_documents` and `company_documents` are DocumentKind values.
    - The ladders are days before (below zero: after) a renewal's last safe day and an instalment's due day.
    - `commission_on_payment`: commission comes with each instalment, not whole with the first one.
    """

    __tablename__ = "insurance_kinds"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    region: Mapped[str] = mapped_column(String(2))
    code: Mapped[str] = mapped_column(String(32))
    name_ru: Mapped[str] = mapped_column(String(64))
    name_uk: Mapped[str] = mapped_column(String(64))
    name_en: Mapped[str] = mapped_column(String(64))
    icon: Mapped[str] = mapped_column(String(8))
    position: Mapped[int]
    enabled: Mapped[bool]
    default_term_months: Mapped[int | None]
    default_term_days: Mapped[int | None]
    earliest_start_days: Mapped[int]
    schedules: Mapped[list[Any]]
    required_documents: Mapped[list[Any]]
    proprietor_documents: Mapped[list[Any]]
    company_documents: Mapped[list[Any]]
    renewal_ladder: Mapped[list[Any]]
    instalment_ladder: Mapped[list[Any]]
    commission_on_payment: Mapped[bool]

    __table_args__ = (
        UniqueConstraint("region", "code"),
        CheckConstraint("region IN ('RU', 'UA')", name="region"),
    )

    @property
    def names(self) -> dict[str, str]:
        return {"ru": self.name_ru, "uk": self.name_uk, "en": self.name_en}
