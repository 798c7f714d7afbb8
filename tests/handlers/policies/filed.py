"""Policies on their way into a deal, as the beginning of other stories."""

from functools import partial
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationSource, CalculationState, Choice
from models.insurer import Insurer
from models.money import Currency
from models.policy import Policy
from services.calculations.plans import PaymentPlan
from tests.handlers.deals.opened import opened_deal
from tests.harness import Play, Seen
from tests.people import SELLER

TWICE = PaymentPlan(2, every_months=6)


async def chosen_deal(play: Play, *, premium: int = 4_690_000, plan: PaymentPlan = TWICE, **more: Any) -> int:
    """A deal whose client has chosen Alfa's offer, paid in two parts; its card is on the seller's screen."""
    deal_id = await opened_deal(play)
    await play.write(partial(choose, play=play, deal_id=deal_id, premium=premium, plan=plan, **more))
    return deal_id


async def choose(
    session: AsyncSession, *, play: Play, deal_id: int, premium: int, plan: PaymentPlan, **more: Any
) -> None:
    insurer = (await session.execute(select(Insurer).where(Insurer.code == "alfa"))).scalar_one()
    terms: dict[str, Any] = {
        "deal_id": deal_id,
        "insurer_id": insurer.id,
        "premium": premium,
        "currency": Currency.RUB,
        "payment_options": [plan.to_json()],
        "term_months": 12,
        "commission_rate": 2200,
        **more,
    }
    now, seller = play.clock.now(), play.ids[SELLER.telegram_id]
    offer = insert(Calculation).values(
        **terms,
        state=CalculationState.CHOSEN,
        source=CalculationSource.FLOW,
        author_id=seller,
        intent_key=f"offer-{deal_id}-{premium}",
        version=1,
        created_at=now,
    )
    offer_id = (await session.execute(offer.returning(Calculation.id))).scalar_one()
    choice = insert(Choice).values(
        **terms,
        calculation_id=offer_id,
        insurer_name=insurer.name,
        payment_option=plan.to_json(),
        chosen_by=seller,
        chosen_at=now,
        intent_key=f"choice-{offer_id}",
    )
    await session.execute(choice)


async def file_chosen(play: Play, deal_id: int, *, number: str = "AI-4471122", start: str = "завтра") -> Seen:
    """Three answers and a yes; the policy's card."""
    await play.tap_data(SELLER, f"policy.file:{deal_id}", play.screen(SELLER).message_id)
    await play.say(SELLER, number)
    await play.say(SELLER, start)
    await play.tap(SELLER, "Без файла")
    return await play.tap(SELLER, "Записать полис")


async def filed_policy(play: Play, *, start: str = "завтра") -> int:
    """The id of a policy whose card is on the seller's screen."""
    deal_id = await chosen_deal(play)
    await file_chosen(play, deal_id, start=start)
    newest = select(Policy.id).order_by(Policy.id.desc()).limit(1)
    return int((await play.read(lambda session: session.execute(newest))).scalar_one())
