"""Corrects an offer, or takes it back, as long as nobody has chosen it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationState
from services.access import Actor, Right
from services.calculations.access import access_offer_to_change, check_unsettled
from services.calculations.enter import Offer
from services.calculations.events import OfferChanged
from services.change import change
from services.events.publish import publish


async def correct_offer(session: AsyncSession, actor: Actor, offer_id: int, offer: Offer, *, now: datetime) -> None:
    """An offer that the client has seen is to be sent again."""
    row, _ = await access_offer_to_change(session, actor, offer_id, right=Right.ENTER_OFFERS)
    check_unsettled(row)
    await _revise(session, actor, row, {**offer.columns(), "state": CalculationState.READY}, now)


async def decline_offer(session: AsyncSession, actor: Actor, offer_id: int, *, now: datetime) -> int:
    """Nobody wants it any more. The deal's id."""
    row, deal = await access_offer_to_change(session, actor, offer_id, right=Right.ENTER_OFFERS)
    check_unsettled(row)
    await _revise(session, actor, row, {"state": CalculationState.DECLINED}, now)
    return deal.id


async def _revise(session: AsyncSession, actor: Actor, row: Calculation, values: dict[str, Any], now: datetime) -> None:
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not differing:
        return
    before = {name: _plain(getattr(row, name)) for name in differing}
    event = OfferChanged(
        deal_id=row.deal_id,
        offer_id=row.id,
        before=before,
        after={name: _plain(value) for name, value in differing.items()},
    )
    await change(session, row, **differing)
    await publish(session, actor, event, now=now)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
