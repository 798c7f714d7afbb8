"""The brokerage's own money in a deal: commission that comes in, expenses that go out."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of
from models.money import Currency, Money


class Side(StrEnum):
    INCOME = "income"
    EXPENSE = "expense"


class Act(StrEnum):
    """SETTLED is commission received, or an expense paid."""

    PLANNED = "planned"
    SETTLED = "settled"


class Category(StrEnum):
    """DISCOUNT is given to the client, REFERRER to who brought him."""

    COMMISSION = "commission"
    DISCOUNT = "discount"
    REFERRER = "referrer"
    OTHER = "other"


LOWERED = text("act = 'planned' AND amount < 0 AND planned_id IS NOT NULL")


class LedgerEntry(Base):
    """One line of an append-only ledger: corrected by another line, never changed.

    - `amount` in minor units; negative where it takes something back.
    - `planned_id` is the expectation that it settles or corrects, `reverses_id` the very line that it takes back.
    - `rate` in hundredths of a per cent is what an expectation was counted with.
    - `reason` says why it differs: an override of the rate, a difference to the expectation, a reversal.
    - Margin is income minus expense, of the settled lines or of the planned ones.
    """

    __tablename__ = "ledger_entries"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    policy_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("policies.id"))
    instalment_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("instalments.id"))
    side: Mapped[Side] = mapped_column(EnumText(Side))
    act: Mapped[Act] = mapped_column(EnumText(Act))
    category: Mapped[Category] = mapped_column(EnumText(Category))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[Currency] = mapped_column(EnumText(Currency))
    on: Mapped[date] = mapped_column("on_day", Date)
    rate: Mapped[int | None]
    payee: Mapped[str | None] = mapped_column(String(120))
    planned_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("ledger_entries.id"))
    reverses_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("ledger_entries.id"), unique=True)
    reason: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    created_at: Mapped[datetime]
    intent_key: Mapped[str] = mapped_column(String(80), unique=True)

    __table_args__ = (
        CheckConstraint(one_of("side", Side), name="side"),
        CheckConstraint(one_of("act", Act), name="act"),
        CheckConstraint(one_of("category", Category), name="category"),
        CheckConstraint(one_of("currency", Currency), name="currency"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        CheckConstraint("(side = 'income') = (category = 'commission')", name="income_is_commission"),
        CheckConstraint("reverses_id IS NULL OR reason IS NOT NULL", name="reversal_has_reason"),
        Index(None, "deal_id", "id"),  # the deal's ledger and its margin
        Index(None, "policy_id"),  # the policy's commission
        Index(None, "planned_id"),  # what is left of an expectation
        # of what less is expected by now: commission to give back is among it
        Index("ix_ledger_entries_lowered", "deal_id", sqlite_where=LOWERED, postgresql_where=LOWERED),
    )

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)


class CommissionRate(Base):
    """What an insurer pays for a kind from a day on: `rate` in hundredths of a per cent. The last of `from_on` not
    after the day holds, unless its `until_on` has passed.
    """

    __tablename__ = "commission_rates"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    insurer_id: Mapped[int] = mapped_column(BigId, ForeignKey("insurers.id"))
    kind_id: Mapped[int] = mapped_column(BigId, ForeignKey("insurance_kinds.id"))
    from_on: Mapped[date] = mapped_column(Date)
    until_on: Mapped[date | None] = mapped_column(Date)
    rate: Mapped[int]
    created_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("rate BETWEEN 0 AND 10000", name="rate"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="dates_in_order"),
        # the rate of a day; two never begin on the same one
        Index(None, "insurer_id", "kind_id", "from_on", unique=True),
    )


class ExpenseBasis(StrEnum):
    """What a rule's rate is taken of."""

    PREMIUM = "premium"
    COMMISSION = "commission"


class ExpenseRule(Base):
    """An expense that each instalment of the deal's policies brings along: a discount to the client, a referrer's part.

    `rate` in hundredths of a per cent of the instalment or of its commission.
    """

    __tablename__ = "expense_rules"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    category: Mapped[Category] = mapped_column(EnumText(Category))
    basis: Mapped[ExpenseBasis] = mapped_column(EnumText(ExpenseBasis))
    rate: Mapped[int]
    payee: Mapped[str | None] = mapped_column(String(120))
    ended_at: Mapped[datetime | None]
    created_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    created_at: Mapped[datetime]
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)

    __table_args__ = (
        CheckConstraint("category IN ('discount', 'referrer', 'other')", name="category"),
        CheckConstraint(one_of("basis", ExpenseBasis), name="basis"),
        CheckConstraint("rate BETWEEN 1 AND 10000", name="rate"),
        Index(None, "deal_id"),  # the deal's rules
    )
