"""Sleeping deals wake on their review day, or at its hour: once, with a card for whoever has to act."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, or_
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.reminder import ReminderSubject
from services.change import change
from services.deals.events import DealWoke
from services.deals.next_event import settle_next_event
from services.events.publish import publish
from services.journal.note import note_system
from services.live import live
from services.reminders.hours import MORNING
from services.reminders.ladders import Planned
from services.reminders.rows import put
from services.tasks.turn import settle_turn

BATCH = 50


async def is_deal_to_wake(session: AsyncSession, *, now: datetime, zone: ZoneInfo) -> bool:
    return (await session.execute(_to_wake(now.astimezone(zone)).limit(1))).first() is not None


async def wake_due_deals(session: AsyncSession, *, now: datetime, zone: ZoneInfo) -> int:
    """How many woke now; days and hours are those of `zone`."""
    here = now.astimezone(zone)
    today = here.date()
    due = _to_wake(here).order_by(Deal.review_on, Deal.id).limit(BATCH).with_for_update(skip_locked=True)
    deals = (await session.execute(due)).scalars().all()
    for deal in deals:
        if deal.review_time is None and deal.review_on is not None:
            step = (ReminderSubject.DEAL, deal.id, 0, deal.review_on)
            await put(session, [Planned(step, (deal.review_on, MORNING), deal.id, deal.seller_id)])
        await change(session, deal, asleep=False)
        await settle_next_event(session, deal, today=today)
        await settle_turn(session, deal)
        event = DealWoke(deal_id=deal.id, review_on=str(deal.review_on), in_the_morning=deal.review_time is None)
        await publish(session, None, event, now=now, correlation_id=f"wake-{deal.id}-{deal.review_on}")
        await note_system(session, None, deal.id, "jrn-deal-woke", now=now)
    return len(deals)


def _to_wake(here: datetime) -> Select[Deal]:
    reached = or_(Deal.review_on < here.date(), Deal.review_time.is_(None), Deal.review_time <= here.time())
    return live(Deal).where(Deal.asleep, Deal.review_on <= here.date(), reached)
