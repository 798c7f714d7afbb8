"""Derives ladders anew for deals that ask for it: those of before there were reminders, and those whose kind of
insurance has other ladders now.
"""

from datetime import datetime, time

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import EPOCH
from models.deal import Deal
from models.policy import Policy
from models.reminder import WAITING, Reminder, ReminderSubject
from services.brokerage import Brokerage
from services.live import live
from services.reminders.ladders import Planned
from services.reminders.plan import RUNNING, plan_deal
from services.reminders.rows import put

BATCH = 50
AT_ONCE = (EPOCH.date(), time.min)
_ASKED = (
    select(Reminder.id, Reminder.subject_id)
    .where(WAITING, Reminder.due_on == AT_ONCE[0], Reminder.subject == ReminderSubject.PLAN)
    .order_by(Reminder.subject_id)
)


async def ask_for_plans(session: AsyncSession, kind_id: int) -> None:
    """Of the deals whose policies are of that kind. Part of the use case that changes its ladders."""
    running = select(Policy.deal_id).where(Policy.kind_id == kind_id, Policy.state.in_(RUNNING)).distinct()
    deal_ids = (await session.execute(running)).scalars().all()
    await put(session, [_asked(deal_id) for deal_id in deal_ids])


def _asked(deal_id: int) -> Planned:
    return Planned((ReminderSubject.PLAN, deal_id, 0, AT_ONCE[0]), AT_ONCE, deal_id, None)


async def is_plan_asked_for(session: AsyncSession, *, now: datetime) -> bool:  # noqa: ARG001 - as a look
    return (await session.execute(_ASKED.limit(1))).first() is not None


async def replan_deals(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> int:
    """How many deals were looked at now."""
    rows = (await session.execute(_ASKED.limit(BATCH).with_for_update(skip_locked=True))).all()
    for _, deal_id in rows:
        held = live(Deal).where(Deal.id == deal_id).with_for_update()
        deal = (await session.execute(held)).scalar_one_or_none()
        if deal is not None:
            await plan_deal(session, deal, now=now, today=brokerage.today(now))
    if rows:
        await session.execute(delete(Reminder).where(Reminder.id.in_([row_id for row_id, _ in rows])))
    return len(rows)
