"""Policies, their changes, and the instalments and payments of their premiums."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of
from models.money import Currency, Money


class PolicyState(StrEnum):
    """IN_FORCE and EXPIRED are never stored: they follow from an issued policy's dates and the day."""

    DRAFT = "draft"
    ISSUED = "issued"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    ANNULLED = "annulled"


ENDED = frozenset({PolicyState.CANCELLED, PolicyState.ANNULLED})
_RUNNING = text("state IN ('issued', 'suspended')")
_TO_REFUND = text("to_refund > 0")


class Policy(Base):
    """`premium` is the whole of it in minor units, endorsements included.

    - `number_key` is the number's letters and digits with look-alikes made one: unique per insurer, but for
      annulled ones.
    - `ends_on` is its last day, `ended_on` the day from which a cancelled or annulled one does not hold.
    - `overlap_reason` is why it runs beside another of the same kind and object.
    - `to_refund` is what its client is still to get back: what was taken off his payments less the refunds that he got.
    """

    __tablename__ = "policies"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    client_id: Mapped[int] = mapped_column(BigId, ForeignKey("clients.id"))
    insurer_id: Mapped[int] = mapped_column(BigId, ForeignKey("insurers.id"))
    kind_id: Mapped[int] = mapped_column(BigId, ForeignKey("insurance_kinds.id"))
    choice_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("choices.id"))
    predecessor_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("policies.id"), unique=True)
    document_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("documents.id"))
    number: Mapped[str] = mapped_column(String(64))
    number_key: Mapped[str] = mapped_column(String(64))
    object: Mapped[str] = mapped_column(String(300))
    object_key: Mapped[str] = mapped_column(String(300))
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    premium: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[Currency] = mapped_column(EnumText(Currency))
    state: Mapped[PolicyState] = mapped_column(EnumText(PolicyState))
    overlap_reason: Mapped[str | None] = mapped_column(Text)
    ended_on: Mapped[date | None] = mapped_column(Date)
    end_reason: Mapped[str | None] = mapped_column(Text)
    to_refund: Mapped[int] = mapped_column(BigInteger, server_default="0")
    search_text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(BigInteger)
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)
    created_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    created_at: Mapped[datetime]

    __table_args__ = (
        Index(None, "insurer_id", "number_key"),  # found by the very number
        # one that was filed by mistake is annulled, and filed again
        Index(
            "uq_policies_number",
            "insurer_id",
            "number_key",
            unique=True,
            sqlite_where=text("state <> 'annulled'"),
            postgresql_where=text("state <> 'annulled'"),
        ),
        CheckConstraint("state IN ('draft', 'issued', 'suspended', 'cancelled', 'annulled')", name="state"),
        CheckConstraint(one_of("currency", Currency), name="currency"),
        CheckConstraint("premium >= 0", name="premium_not_negative"),
        CheckConstraint("to_refund >= 0", name="to_refund_not_negative"),
        CheckConstraint("ends_on >= starts_on", name="dates_in_order"),
        CheckConstraint("(state IN ('cancelled', 'annulled')) = (ended_on IS NOT NULL)", name="ended_has_day"),
        CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name="ended_has_reason"),
        Index(None, "deal_id", "id"),  # the deal's policies
        Index(None, "client_id", "id"),  # the client's card
        Index(None, "object_key", "kind_id"),  # another of the same kind and object
        # the renewals to come
        Index("ix_policies_ends_on", "ends_on", sqlite_where=_RUNNING, postgresql_where=_RUNNING),
        # what clients are to get back
        Index("ix_policies_to_refund", "deal_id", sqlite_where=_TO_REFUND, postgresql_where=_TO_REFUND),
    )

    @property
    def price(self) -> Money:
        return Money(self.premium, self.currency)

    def state_on(self, today: date) -> PolicyState:
        if self.state is not PolicyState.ISSUED or today < self.starts_on:
            return self.state
        return PolicyState.IN_FORCE if today <= self.ends_on else PolicyState.EXPIRED


class EndorsementKind(StrEnum):
    """EXTRA and RETURN change the premium, TERMS something else."""

    EXTRA = "extra"
    RETURN = "return"
    TERMS = "terms"


class Endorsement(Base):
    """A change of a policy, never changed itself. `amount` is added to the premium: minor units, negative for a
    return.
    """

    __tablename__ = "endorsements"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    policy_id: Mapped[int] = mapped_column(BigId, ForeignKey("policies.id"))
    kind: Mapped[EndorsementKind] = mapped_column(EnumText(EndorsementKind))
    amount: Mapped[int] = mapped_column(BigInteger)
    effective_on: Mapped[date] = mapped_column(Date)
    words: Mapped[str] = mapped_column(Text)
    created_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    created_at: Mapped[datetime]
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)

    __table_args__ = (
        CheckConstraint(one_of("kind", EndorsementKind), name="kind"),
        CheckConstraint(
            "(kind = 'extra' AND amount > 0) OR (kind = 'return' AND amount < 0) OR (kind = 'terms' AND amount = 0)",
            name="amount",
        ),
        Index(None, "policy_id", "id"),  # the policy's history
    )


class InstalmentState(StrEnum):
    """PLANNED, DUE and OVERDUE follow from the day; none of them is stored."""

    PLANNED = "planned"
    DUE = "due"
    PARTLY_PAID = "partly-paid"
    PAID = "paid"
    OVERDUE = "overdue"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


_UNPAID = text("NOT cancelled AND paid < amount")


class Instalment(Base):
    """A part of a premium in minor units.

    `paid` is the sum of its payments and changes with them only. A cancelled one is no longer owed; what was paid of it
    before has been refunded when `paid` is zero again.
    """

    __tablename__ = "instalments"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    policy_id: Mapped[int] = mapped_column(BigId, ForeignKey("policies.id"))
    endorsement_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("endorsements.id"))
    position: Mapped[int]
    due_on: Mapped[date] = mapped_column(Date)
    amount: Mapped[int] = mapped_column(BigInteger)
    paid: Mapped[int] = mapped_column(BigInteger)
    cancelled: Mapped[bool]
    version: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (
        UniqueConstraint("policy_id", "position"),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("paid BETWEEN 0 AND amount", name="paid_within_amount"),
        # what is owed next, and what is overdue
        Index("ix_instalments_unpaid", "due_on", sqlite_where=_UNPAID, postgresql_where=_UNPAID),
    )

    @property
    def rest(self) -> int:
        return 0 if self.cancelled else self.amount - self.paid


class Payment(Base):
    """Money of the client towards one instalment, never changed: minor units of the policy's currency.

    A payment that covers several instalments is several rows of one `intent_key`, counted by `part`. A negative one
    takes another back (`reverses_id`, with the reason), or is what the client is to get back of it: see Refund.
    """

    __tablename__ = "payments"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    policy_id: Mapped[int] = mapped_column(BigId, ForeignKey("policies.id"))
    instalment_id: Mapped[int] = mapped_column(BigId, ForeignKey("instalments.id"))
    amount: Mapped[int] = mapped_column(BigInteger)
    paid_on: Mapped[date] = mapped_column(Date)
    reverses_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("payments.id"), unique=True)
    reason: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    created_at: Mapped[datetime]
    intent_key: Mapped[str] = mapped_column(String(64))
    part: Mapped[int]

    __table_args__ = (
        UniqueConstraint("intent_key", "part"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        CheckConstraint("reverses_id IS NULL OR (amount < 0 AND reason IS NOT NULL)", name="reversal_is_negative"),
        Index(None, "policy_id", "id"),  # the policy's payments
        Index(None, "instalment_id"),  # what an instalment's `paid` is the sum of
    )


class Refund(Base):
    """Money that went back to the client, never changed: minor units of the policy's currency.

    A negative one takes another back: it has not gone, the client is still to get it. A dropped one never went, nor
    will it.
    """

    __tablename__ = "refunds"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    policy_id: Mapped[int] = mapped_column(BigId, ForeignKey("policies.id"))
    amount: Mapped[int] = mapped_column(BigInteger)
    paid_on: Mapped[date] = mapped_column(Date)
    reverses_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("refunds.id"), unique=True)
    reason: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    created_at: Mapped[datetime]
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)
    dropped: Mapped[bool] = mapped_column(server_default=false())

    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        CheckConstraint("(reverses_id IS NULL) = (amount > 0)", name="reversal_is_negative"),
        CheckConstraint("(reverses_id IS NULL AND NOT dropped) = (reason IS NULL)", name="reversal_has_reason"),
        Index(None, "policy_id", "id"),  # the policy's refunds
    )
