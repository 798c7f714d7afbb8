"""Puts a deal to sleep until a day, or wakes it by hand.

The day is kept as a promised call-back; what the deal waits for before it wakes it earlier.
"""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, Turn
from services.access import Actor, Right
from services.change import change
from services.deals.access import access_open_deal
from services.deals.errors import ReviewInThePast
from services.deals.events import DealDeferred, DealWoke
from services.deals.next_event import settle_next_event
from services.events.publish import publish
from services.journal.note import note_system
from services.tasks.turn import settle_turn


async def defer_deal(
    session: AsyncSession, actor: Actor, deal_id: int, *, review_on: date, today: date, now: datetime
) -> Deal:
    if review_on <= today:
        raise ReviewInThePast
    deal = await access_open_deal(session, actor, deal_id, right=Right.MOVE_DEAL)
    await change(session, deal, asleep=True, review_on=review_on, call_back_on=review_on, turn=Turn.NOBODY)
    await settle_next_event(session, deal, today=today)
    wakes_on = deal.review_on or review_on
    await publish(session, actor, DealDeferred(deal_id=deal.id, review_on=wakes_on.isoformat()), now=now)
    await note_system(session, actor, deal.id, "jrn-deal-deferred", now=now, day=wakes_on)
    return deal


async def wake_deal(session: AsyncSession, actor: Actor, deal_id: int, *, now: datetime) -> Deal:
    """Does nothing to a deal that is awake."""
    deal = await access_open_deal(session, actor, deal_id, right=Right.MOVE_DEAL)
    if deal.asleep:
        await publish(session, actor, DealWoke(deal_id=deal.id, review_on=str(deal.review_on)), now=now)
        await change(session, deal, asleep=False, review_on=None)
        await settle_turn(session, deal)
        await note_system(session, actor, deal.id, "jrn-deal-woke", now=now)
    return deal


async def keep_call_back(session: AsyncSession, actor: Actor, deal_id: int, *, today: date, now: datetime) -> Deal:
    """The client was called as promised; a call-back for a later day stays."""
    deal = await access_open_deal(session, actor, deal_id, right=Right.MOVE_DEAL)
    if deal.call_back_on is not None and deal.call_back_on <= today:
        await change(session, deal, call_back_on=None)
        await settle_next_event(session, deal, today=today)
        await note_system(session, actor, deal.id, "jrn-deal-called", now=now)
    return deal
