"""Deals: one insurance need of one client, from the first call to the paid policy."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, String, Text, Time, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, SoftDeleted, one_of
from models.lead import LeadSource
from models.money import Currency, Money


class DealStage(StrEnum):
    NEW = "new"
    KYC = "kyc"
    CALCULATION = "calculation"
    AGREEMENT = "agreement"
    ISSUING = "issuing"
    PAID = "paid"
    LOST = "lost"


class Turn(StrEnum):
    """Who has to act next."""

    SELLER = "seller"
    EXECUTOR = "executor"
    POOL = "pool"
    NOBODY = "nobody"


class NextEvent(StrEnum):
    """What a deal waits for: an instalment, the last safe day to renew, a call-back that was promised."""

    INSTALMENT = "instalment"
    RENEWAL = "renewal"
    CALL_BACK = "call-back"


class LostReason(StrEnum):
    """The usual reasons; any other is kept as typed."""

    PRICE = "price"
    OTHER_BROKER = "other-broker"
    SILENT = "silent"
    NOT_NEEDED = "not-needed"
    INSURERS_REFUSED = "insurers-refused"


CLOSED_STAGES = frozenset({DealStage.PAID, DealStage.LOST})


class Deal(SoftDeleted, Base):
    """The id is the number people say. `amount` is the agreed premium in minor units of `currency`.

    - `turn` follows from the deal's tasks, see `services/tasks/turn.py`.
    - `next_event_on` follows from instalments, policies and `call_back_on`, see `services/deals/next_event.py`;
      `review_on` is the day on which a sleeping deal wakes. Their times are the brokerage's wall time, None for the
      morning.
    - A renewal has last year's deal as `predecessor_id`, and the policy that it renews as `renews_id`.
    - One that came of a lead has its `lead_id`, `source` and `campaign`.
    - `duration_days` counts the whole days from opening to PAID.
    """

    __tablename__ = "deals"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    client_id: Mapped[int] = mapped_column(BigId, ForeignKey("clients.id"))
    kind_id: Mapped[int] = mapped_column(BigId, ForeignKey("insurance_kinds.id"))
    object: Mapped[str] = mapped_column(String(300))
    stage: Mapped[DealStage] = mapped_column(EnumText(DealStage))
    turn: Mapped[Turn] = mapped_column(EnumText(Turn), server_default=Turn.SELLER.value)
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[Currency] = mapped_column(EnumText(Currency))
    seller_id: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    executor_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    asleep: Mapped[bool]
    review_on: Mapped[date | None] = mapped_column(Date)
    review_time: Mapped[time | None] = mapped_column(Time)
    call_back_on: Mapped[date | None] = mapped_column(Date)
    call_back_time: Mapped[time | None] = mapped_column(Time)
    next_event_on: Mapped[date | None] = mapped_column(Date)
    next_event: Mapped[NextEvent | None] = mapped_column(EnumText(NextEvent))
    predecessor_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("deals.id"))
    renews_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("policies.id", use_alter=True))
    lead_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("leads.id"))
    source: Mapped[LeadSource | None] = mapped_column(EnumText(LeadSource))
    campaign: Mapped[str | None] = mapped_column(String(200))
    lost_reason: Mapped[str | None] = mapped_column(Text)
    duration_days: Mapped[int | None]
    closed_at: Mapped[datetime | None]
    search_text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()
    intent_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))

    __table_args__ = (
        CheckConstraint(one_of("stage", DealStage), name="stage"),
        CheckConstraint(one_of("turn", Turn), name="turn"),
        CheckConstraint(one_of("currency", Currency), name="currency"),
        CheckConstraint("amount IS NULL OR amount > 0", name="amount_positive"),
        CheckConstraint("(stage = 'lost') = (lost_reason IS NOT NULL)", name="lost_has_reason"),
        CheckConstraint(one_of("next_event", NextEvent), name="next_event"),
        CheckConstraint(one_of("source", LeadSource), name="source"),
        CheckConstraint("NOT asleep OR review_on IS NOT NULL", name="sleep_has_end"),
        CheckConstraint("review_time IS NULL OR review_on IS NOT NULL", name="review_time_has_day"),
        CheckConstraint("call_back_time IS NULL OR call_back_on IS NOT NULL", name="call_back_time_has_day"),
        # my deals, newest first: as seller, as executor, and all of them
        Index(
            "ix_deals_seller",
            "seller_id",
            "id",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_deals_executor",
            "executor_id",
            "id",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_deals_stage",
            "stage",
            "id",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(None, "client_id", "id"),  # the client's card
        # a lead becomes one deal, whatever stage that is in
        Index(
            "uq_deals_lead",
            "lead_id",
            unique=True,
            sqlite_where=text("lead_id IS NOT NULL"),
            postgresql_where=text("lead_id IS NOT NULL"),
        ),
        # what became of leads, by stage
        Index(
            "ix_deals_stage_lead",
            "stage",
            "lead_id",
            sqlite_where=text("lead_id IS NOT NULL"),
            postgresql_where=text("lead_id IS NOT NULL"),
        ),
        Index(None, "predecessor_id"),  # what became of last year's deal
        # the renewal of a policy
        Index(
            None,
            "renews_id",
            sqlite_where=text("renews_id IS NOT NULL"),
            postgresql_where=text("renews_id IS NOT NULL"),
        ),
        # the waking tick
        Index("ix_deals_asleep", "review_on", sqlite_where=text("asleep"), postgresql_where=text("asleep")),
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads the class attribute

    @property
    def premium(self) -> Money | None:
        return None if self.amount is None else Money(self.amount, self.currency)

    @property
    def closed(self) -> bool:
        return self.stage in CLOSED_STAGES
