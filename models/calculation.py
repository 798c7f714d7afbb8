"""Calculations: insurers' offers for a deal, and the one that the client chose."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from models.base import Base, BigId, EnumText, one_of
from models.money import Currency, Money


class CalculationState(StrEnum):
    """EXPIRED is never stored: it follows from `valid_until` and the day."""

    DRAFT = "draft"
    READY = "ready"
    SENT = "sent"
    CHOSEN = "chosen"
    DECLINED = "declined"
    EXPIRED = "expired"


class CalculationSource(StrEnum):
    """How it came in: answered question by question, read from lines of text, or copied from last year's."""

    FLOW = "flow"
    LINES = "lines"
    COPY = "copy"


class DeductibleKind(StrEnum):
    NONE = "none"
    AMOUNT = "amount"
    PERCENT = "percent"


EXPIRING = frozenset({CalculationState.DRAFT, CalculationState.READY, CalculationState.SENT})


def offer_checks() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint("premium > 0", name="premium_positive"),
        CheckConstraint("sum_insured IS NULL OR sum_insured > 0", name="sum_insured_positive"),
        CheckConstraint(one_of("currency", Currency), name="currency"),
        CheckConstraint(one_of("deductible_kind", DeductibleKind), name="deductible_kind"),
        CheckConstraint(
            "(deductible_kind IS NOT NULL AND deductible_kind <> 'none') = (deductible IS NOT NULL)", name="deductible"
        ),
        CheckConstraint("commission_rate IS NULL OR commission_rate BETWEEN 0 AND 10000", name="commission_rate"),
        CheckConstraint("term_months IS NULL OR term_days IS NULL", name="one_term"),
    )


class OfferTerms:
    """What an insurer offers.

    - Money counts minor units of `currency`; `deductible` too, or hundredths of a per cent of the sum insured.
    - `commission_rate` counts hundredths of a per cent of the premium.
    - `payment_options` are plans as `services.calculations.plans.PaymentPlan.to_json` writes them.
    - Without a kind the deductible was not said, which is not the same as none.
    """

    @declared_attr
    def insurer_id(cls) -> Mapped[int]:  # noqa: N805 - SQLAlchemy passes the class
        return mapped_column(BigId, ForeignKey("insurers.id"))

    @declared_attr
    def document_id(cls) -> Mapped[int | None]:  # noqa: N805 - as above
        return mapped_column(BigId, ForeignKey("documents.id"))

    programme: Mapped[str | None] = mapped_column(String(120))
    premium: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[Currency] = mapped_column(EnumText(Currency))
    sum_insured: Mapped[int | None] = mapped_column(BigInteger)
    deductible_kind: Mapped[DeductibleKind | None] = mapped_column(EnumText(DeductibleKind))
    deductible: Mapped[int | None] = mapped_column(BigInteger)
    term_months: Mapped[int | None]
    term_days: Mapped[int | None]
    payment_options: Mapped[list[Any]]
    commission_rate: Mapped[int | None]
    valid_until: Mapped[date | None] = mapped_column(Date)
    conditions: Mapped[str | None] = mapped_column(Text)

    @property
    def price(self) -> Money:
        return Money(self.premium, self.currency)


class Calculation(OfferTerms, Base):
    __tablename__ = "calculations"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    state: Mapped[CalculationState] = mapped_column(EnumText(CalculationState))
    source: Mapped[CalculationSource] = mapped_column(EnumText(CalculationSource))
    author_id: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    intent_key: Mapped[str] = mapped_column(String(80), unique=True)
    version: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime]

    __table_args__ = (
        *offer_checks(),
        CheckConstraint(
            "state IN ('draft', 'ready', 'sent', 'chosen', 'declined')",
            name="state",
        ),
        CheckConstraint(one_of("source", CalculationSource), name="source"),
        Index(None, "deal_id", "id"),  # the deal's offers
    )

    def state_on(self, today: date) -> CalculationState:
        if self.state in EXPIRING and self.valid_until is not None and self.valid_until < today:
            return CalculationState.EXPIRED
        return self.state


class Choice(OfferTerms, Base):
    """What the client chose, as it stood then: never changed. A deal's newest one is what holds.

    `insurer_name` is the name of that day; `payment_option` one of the offer's plans.
    """

    __tablename__ = "choices"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    calculation_id: Mapped[int] = mapped_column(BigId, ForeignKey("calculations.id"))
    insurer_name: Mapped[str] = mapped_column(String(64))
    payment_option: Mapped[dict[str, Any]]
    chosen_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    chosen_at: Mapped[datetime]
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)

    __table_args__ = (
        *offer_checks(),
        Index(None, "deal_id", "id"),  # the one that holds
    )
