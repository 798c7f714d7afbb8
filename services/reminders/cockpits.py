"""Queues on people's screens that are out of date because time went by: a task became overdue, a day began.

What people do to tasks refreshes the queues at once, see `services/automation/tell_of_tasks.py`.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Row, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.cockpit import Cockpit
from models.outgoing import Surface
from models.task import OPEN_TASKS, Task
from models.user import User
from services.tasks.cockpit import SURFACE, refresh_cockpits

BATCH = 50


async def is_cockpit_stale(session: AsyncSession, *, now: datetime, zone: ZoneInfo) -> bool:
    return bool(await _list_stale(session, now.astimezone(zone), hold=False))


async def refresh_stale_cockpits(session: AsyncSession, *, now: datetime, zone: ZoneInfo) -> int:
    """How many were refreshed now: each once for what has changed since it was written, however much that is."""
    here = now.astimezone(zone)
    chosen = (await _list_stale(session, here, hold=True))[:BATCH]
    if chosen:
        await refresh_cockpits(session, chosen, now=now, correlation_id=f"clock-{here:%Y-%m-%dT%H:%M}")
    return len(chosen)


async def _list_stale(session: AsyncSession, here: datetime, *, hold: bool) -> Sequence[int]:
    """Whose they are."""
    stale: dict[int, None] = {}
    for user_id, written_at, due_on, due_time in await _list_due(session, here, hold=hold):
        if _changed(written_at.astimezone(here.tzinfo), here, due_on, due_time):
            stale.setdefault(user_id)
    return list(stale)


async def _list_due(
    session: AsyncSession, here: datetime, *, hold: bool
) -> Sequence[Row[int, datetime, date | None, time | None]]:
    """Tasks whose line reads differently than when it was written, if it was written before this day or their hour."""
    midnight = datetime.combine(here.date(), time.min, here.tzinfo)
    hour_passed = (Task.due_on == here.date()) & (Task.due_time < here.time())
    due = (
        select(Cockpit.user_id, Cockpit.written_at, Task.due_on, Task.due_time)
        .join(User, User.id == Cockpit.user_id)
        .join(Surface, (Surface.chat_id == User.telegram_id) & (Surface.surface == SURFACE))
        .join(Task, (Task.to_user_id == User.id) & Task.state.in_(OPEN_TASKS))
        .where(User.disabled_at.is_(None), Task.due_on.is_not(None), or_(Cockpit.written_at < midnight, hour_passed))
        .order_by(Cockpit.user_id)
    )
    if hold:
        due = due.with_for_update(of=Cockpit, skip_locked=True)
    return (await session.execute(due)).all()


def _changed(written: datetime, here: datetime, due_on: date | None, due_time: time | None) -> bool:
    """Both moments are of the brokerage's zone. Its hour is late as soon as it is over."""
    if written.date() < here.date():
        return True
    if due_on is None or due_time is None:
        return False
    return (due_on, due_time) >= (written.date(), written.time())
