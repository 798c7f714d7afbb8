"""Enters insurers' offers into a deal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationSource, CalculationState, DeductibleKind
from models.deal import Deal
from models.money import Money
from models.task import OPEN_TASKS, Task, TaskKind
from services.access import Actor, Right
from services.calculations.errors import TwoCurrencies
from services.calculations.events import OffersEntered
from services.calculations.plans import PaymentPlan
from services.deals.access import access_open_deal
from services.events.publish import publish
from services.journal.note import note_system
from services.tasks.of_deal import finish_own_task
from services.tasks.turn import settle_turn
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """`deductible` in minor units, or in hundredths of a per cent; `commission_rate` in hundredths of a per cent."""

    insurer_id: int
    premium: Money
    programme: str | None = None
    sum_insured: Money | None = None
    deductible_kind: DeductibleKind | None = None
    deductible: int | None = None
    term_months: int | None = None
    term_days: int | None = None
    plans: Sequence[PaymentPlan] = ()
    commission_rate: int | None = None
    valid_until: date | None = None
    conditions: str | None = None
    document_id: int | None = None

    def columns(self) -> dict[str, Any]:
        """Raises TwoCurrencies."""
        if self.sum_insured is not None and self.sum_insured.currency is not self.premium.currency:
            raise TwoCurrencies
        return {
            "insurer_id": self.insurer_id,
            "premium": self.premium.amount,
            "currency": self.premium.currency,
            "programme": self.programme,
            "sum_insured": self.sum_insured and self.sum_insured.amount,
            "deductible_kind": self.deductible_kind,
            "deductible": self.deductible,
            "term_months": self.term_months,
            "term_days": self.term_days,
            "payment_options": [plan.to_json() for plan in self.plans],
            "commission_rate": self.commission_rate,
            "valid_until": self.valid_until,
            "conditions": self.conditions,
            "document_id": self.document_id,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterOffers:
    """`finish`: they are all, so the actor's own task to calculate is done with them."""

    deal_id: int
    offers: Sequence[Offer]
    source: CalculationSource
    finish: bool
    intent_key: str


async def enter_offers(
    session: AsyncSession, actor: Actor, command: EnterOffers, *, now: datetime, today: date
) -> list[int]:
    """The ids of those that were not there already under this intent key."""
    deal = await access_open_deal(session, actor, command.deal_id, right=Right.ENTER_OFFERS)
    entered = []
    for number, offer in enumerate(command.offers):
        row = _row(actor, command, offer, number, now)
        offer_id = await insert_or_none(session, Calculation, row, returning=Calculation.id)
        if offer_id is not None:
            entered.append(offer_id)
    if not entered:
        return []
    done = command.finish and await finish_own_task(session, actor, deal, TaskKind.CALCULATE, now=now)
    event = OffersEntered(deal_id=deal.id, offer_ids=entered, task_done=done)
    await publish(session, actor, event, now=now)
    best = _best(command.offers, deal, today)
    if best is None:
        await note_system(session, actor, deal.id, "jrn-offers-entered-only", now=now, count=len(entered))
    else:
        await note_system(session, actor, deal.id, "jrn-offers-entered", now=now, count=len(entered), best=best)
    await settle_turn(session, deal)
    return entered


def _best(offers: Sequence[Offer], deal: Deal, today: date) -> Money | None:
    """The lowest premium of those that hold, in the deal's currency."""
    premiums = [offer.premium for offer in offers if offer.valid_until is None or offer.valid_until >= today]
    comparable = [premium for premium in premiums if premium.currency is deal.currency]
    return min(comparable, key=lambda premium: premium.amount, default=None)


async def find_task_to_calculate(session: AsyncSession, *, deal_id: int, user_id: int) -> Task | None:
    """A person's own open one, for a reader of the deal who has been authorised."""
    mine = (
        select(Task)
        .where(
            Task.deal_id == deal_id,
            Task.to_user_id == user_id,
            Task.kind == TaskKind.CALCULATE,
            Task.state.in_(OPEN_TASKS),
        )
        .order_by(Task.id)
        .limit(1)
    )
    return (await session.execute(mine)).scalar_one_or_none()


def _row(actor: Actor, command: EnterOffers, offer: Offer, number: int, now: datetime) -> dict[str, Any]:
    return {
        **offer.columns(),
        "deal_id": command.deal_id,
        "state": CalculationState.READY,
        "source": command.source,
        "author_id": actor.id,
        "intent_key": f"{command.intent_key}-{number}",
        "version": 1,
        "created_at": now,
    }
