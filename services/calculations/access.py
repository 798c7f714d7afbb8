"""Loads an offer with its deal and authorises in one go."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationState
from models.deal import Deal
from services.access import Actor, Right
from services.calculations.errors import OfferNotFound, OfferSettled
from services.deals.access import access_deal, access_open_deal

SETTLED = frozenset({CalculationState.CHOSEN, CalculationState.DECLINED})


async def access_offer(session: AsyncSession, actor: Actor, offer_id: int) -> Calculation:
    offer = await session.get(Calculation, offer_id)
    if offer is None:
        raise OfferNotFound
    await access_deal(session, actor, offer.deal_id)
    return offer


async def access_offer_to_change(
    session: AsyncSession, actor: Actor, offer_id: int, *, right: Right
) -> tuple[Calculation, Deal]:
    """The deal is held first, then the offer."""
    found = await access_offer(session, actor, offer_id)
    deal = await access_open_deal(session, actor, found.deal_id, right=right)
    held = select(Calculation).where(Calculation.id == offer_id).with_for_update()
    offer = (await session.execute(held.execution_options(populate_existing=True))).scalar_one()
    return offer, deal


def check_unsettled(offer: Calculation) -> None:
    if offer.state in SETTLED:
        raise OfferSettled
