"""Records what the client chose, as a snapshot that nothing changes.

- The offer's premium becomes the deal's amount, and the deal goes on to AGREEMENT where its stages lead there.
- Nothing is left to calculate then: open tasks to calculate are done.
- Another choice replaces it: the offer before is on offer again, and open tasks to issue are for the new one.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationState, Choice, OfferTerms
from models.deal import Deal, DealStage
from models.insurer import Insurer
from models.task import OPEN_TASKS, Task, TaskKind
from services.access import Actor, Right
from services.calculations.access import access_offer_to_change
from services.calculations.errors import OfferExpired, OfferSettled, PlanNotOffered
from services.calculations.events import OfferChosen
from services.calculations.plans import AT_ONCE, PaymentPlan
from services.calculations.queries import find_choice
from services.change import change
from services.deals.pass_stages import pass_stages
from services.events.publish import publish
from services.journal.note import note_system
from services.tasks.of_deal import finish_tasks
from services.tasks.turn import settle_turn
from services.upsert import insert_or_none

_OWN = {"id", "deal_id", "intent_key"}
SNAPSHOT = sorted(({*Calculation.__table__.columns.keys()} & {*Choice.__table__.columns.keys()}) - _OWN)
"""The terms of an offer, which both tables have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseOffer:
    """`plan` counts the offer's payment options from zero."""

    offer_id: int
    plan: int
    intent_key: str


async def choose_offer(
    session: AsyncSession, actor: Actor, command: ChooseOffer, *, now: datetime, today: date
) -> Deal:
    offer, deal = await access_offer_to_change(session, actor, command.offer_id, right=Right.CHOOSE_OFFER)
    before = await find_choice(session, deal.id)
    if before is not None and before.intent_key == command.intent_key:
        return deal
    check_on_offer(offer, today)
    plan = _plan(offer, command.plan)
    insurer = await session.get_one(Insurer, offer.insurer_id)
    row = {
        **{name: getattr(offer, name) for name in SNAPSHOT},
        "deal_id": deal.id,
        "calculation_id": offer.id,
        "insurer_name": insurer.name,
        "payment_option": plan.to_json(),
        "chosen_by": actor.id,
        "chosen_at": now,
        "intent_key": command.intent_key,
    }
    choice_id = await insert_or_none(session, Choice, row, returning=Choice.id)
    if choice_id is None:
        return deal
    await _put_back(session, before)
    await change(session, offer, state=CalculationState.CHOSEN)
    await change(session, deal, amount=offer.premium, currency=offer.currency)
    await pass_stages(session, actor, deal, to=DealStage.AGREEMENT, now=now)
    await _aim_tasks(session, deal, choice_id)
    await finish_tasks(session, actor, deal, TaskKind.CALCULATE, now=now)
    await settle_turn(session, deal)
    await _publish(session, actor, deal, offer, choice_id, before, insurer.name, now)
    return deal


def check_on_offer(offer: Calculation, today: date) -> None:
    state = offer.state_on(today)
    if state is CalculationState.EXPIRED:
        assert offer.valid_until is not None  # noqa: S101 - it has expired
        raise OfferExpired(day=offer.valid_until)
    if state is CalculationState.DECLINED:
        raise OfferSettled


def plans_of(offer: OfferTerms) -> list[PaymentPlan]:
    """What was offered; the whole at once is always taken."""
    offered = [PaymentPlan.from_json(option) for option in offer.payment_options]
    return offered if AT_ONCE in offered else [*offered, AT_ONCE]


def _plan(offer: Calculation, number: int) -> PaymentPlan:
    plans = plans_of(offer)
    if not 0 <= number < len(plans):
        raise PlanNotOffered
    return plans[number]


async def _put_back(session: AsyncSession, before: Choice | None) -> None:
    if before is None:
        return
    wanted = select(Calculation).where(
        Calculation.id == before.calculation_id, Calculation.state == CalculationState.CHOSEN
    )
    chosen = (await session.execute(wanted)).scalar_one_or_none()
    if chosen is not None:
        await change(session, chosen, state=CalculationState.SENT)


async def _aim_tasks(session: AsyncSession, deal: Deal, choice_id: int) -> None:
    await session.execute(
        update(Task)
        .where(Task.deal_id == deal.id, Task.kind == TaskKind.ISSUE, Task.state.in_(OPEN_TASKS))
        .values(choice_id=choice_id, version=Task.version + 1)
        .execution_options(synchronize_session=False)
    )


async def _publish(
    session: AsyncSession,
    actor: Actor,
    deal: Deal,
    offer: Calculation,
    choice_id: int,
    before: Choice | None,
    insurer: str,
    now: datetime,
) -> None:
    event = OfferChosen(
        deal_id=deal.id,
        offer_id=offer.id,
        choice_id=choice_id,
        premium=offer.premium,
        currency=offer.currency,
        instead_of=before.calculation_id if before else None,
    )
    await publish(session, actor, event, now=now)
    params: dict[str, Any] = {"insurer": insurer, "amount": offer.price}
    await note_system(session, actor, deal.id, "jrn-offer-chosen", now=now, **params)
