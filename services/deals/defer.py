"""Puts a deal to sleep until a day or an hour of it, or wakes it by hand.

It is kept as a promised call-back; what the deal waits for before it wakes it earlier.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, Turn
from services.access import Actor, Right
from services.change import change
from services.deals.access import access_open_deal
from services.deals.errors import ReviewInThePast
from services.deals.events import DealWoke
from services.deals.next_event import settle_next_event, tell_deferred
from services.events.publish import publish
from services.journal.note import note_system
from services.tasks.turn import settle_turn


async def defer_deal(
    session: AsyncSession,
    actor: Actor,
    deal_id: int,
    *,
    review_on: date,
    review_time: time | None = None,
    zone: ZoneInfo,
    now: datetime,
) -> Deal:
    """`review_time` is wall time of the zone; without one the deal wakes in the morning of a later day."""
    here = now.astimezone(zone)
    if (review_on, review_time or time.min) <= (here.date(), here.time()):
        raise ReviewInThePast
    deal = await access_open_deal(session, actor, deal_id, right=Right.MOVE_DEAL)
    until = {"review_on": review_on, "review_time": review_time}
    promised = {"call_back_on": review_on, "call_back_time": review_time}
    await change(session, deal, asleep=True, turn=Turn.NOBODY, **until, **promised)
    await settle_next_event(session, deal, today=here.date())
    await tell_deferred(session, actor, deal, now=now)
    return deal


async def wake_deal(session: AsyncSession, actor: Actor, deal_id: int, *, now: datetime) -> Deal:
    """Does nothing to a deal that is awake."""
    deal = await access_open_deal(session, actor, deal_id, right=Right.MOVE_DEAL)
    if deal.asleep:
        await publish(session, actor, DealWoke(deal_id=deal.id, review_on=str(deal.review_on)), now=now)
        await change(session, deal, asleep=False, review_on=None, review_time=None)
        await settle_turn(session, deal)
        await note_system(session, actor, deal.id, "jrn-deal-woke", now=now)
    return deal


async def keep_call_back(session: AsyncSession, actor: Actor, deal_id: int, *, today: date, now: datetime) -> Deal:
    """The client was called as promised; a call-back for a later day stays."""
    deal = await access_open_deal(session, actor, deal_id, right=Right.MOVE_DEAL)
    if deal.call_back_on is not None and deal.call_back_on <= today:
        await change(session, deal, call_back_on=None, call_back_time=None)
        await settle_next_event(session, deal, today=today)
        await note_system(session, actor, deal.id, "jrn-deal-called", now=now)
    return deal
