"""A reminder of a lead is heard again later, unless somebody touches the lead before."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import Reminder, ReminderState, ReminderSubject
from services.access import Actor
from services.errors import ScreenOutdated
from services.leads.access import access_open_lead
from services.reminders.errors import SnoozeInThePast
from services.reminders.hours import Wall


async def access_reminder(session: AsyncSession, actor: Actor, reminder_id: int) -> Reminder:
    """Of an open lead that the person works on."""
    found = select(Reminder).where(Reminder.id == reminder_id, Reminder.subject == ReminderSubject.LEAD)
    reminder = (await session.execute(found)).scalar_one_or_none()
    if reminder is None:
        raise ScreenOutdated
    await access_open_lead(session, actor, reminder.subject_id)
    return reminder


async def snooze(session: AsyncSession, actor: Actor, reminder_id: int, *, until: Wall, wall: Wall) -> int:
    """The lead's id."""
    reminder = await access_reminder(session, actor, reminder_id)
    if until <= wall:
        raise SnoozeInThePast
    again = {
        "due_on": until[0],
        "due_time": until[1],
        "state": ReminderState.WAITING,
        "reason": None,
        "settled_at": None,
    }
    await session.execute(
        update(Reminder).where(Reminder.id == reminder.id).values(again).execution_options(synchronize_session=False)
    )
    return reminder.subject_id
