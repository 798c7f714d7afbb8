"""Derives ladders anew for deals that ask for it: those of before there were reminders, and those whose kind's ladder
was changed.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.reminder import Reminder, ReminderSubject
from services.live import live
from services.reminders.hours import ReminderRules
from services.reminders.plan import plan_deal
from services.reminders.rows import deliver
from services.reminders.tell import is_due

BATCH = 50


async def replan_deals(session: AsyncSession, *, now: datetime, rules: ReminderRules) -> int:
    """How many deals were looked at now."""
    wall = rules.wall(now)
    asked = (
        select(Reminder.id, Reminder.subject_id)
        .where(is_due(wall), Reminder.subject == ReminderSubject.PLAN)
        .order_by(Reminder.subject_id)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    rows = (await session.execute(asked)).all()
    for _, deal_id in rows:
        held = live(Deal).where(Deal.id == deal_id).with_for_update()
        deal = (await session.execute(held)).scalar_one_or_none()
        if deal is not None:
            await plan_deal(session, deal, now=now, today=wall[0])
    await deliver(session, [row_id for row_id, _ in rows], now=now)
    return len(rows)
