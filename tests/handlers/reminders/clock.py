"""The clock of tests that are reminded: it jumps, and the ticks run until nothing is due, as the Ticker runs them."""

from datetime import UTC, date, datetime, time
from functools import partial

from sqlalchemy import select

from models.reminder import Reminder, ReminderState, ReminderSubject
from services.brokerage import Brokerage
from services.reminders.brief import plan_missing_briefs
from services.reminders.replan import replan_deals
from services.reminders.stale_leads import find_stale_leads
from services.reminders.tell import tell_due_reminders
from tests.harness import BROKERAGE, Play
from tests.people import Person


def today(play: Play) -> date:
    return BROKERAGE.today(play.clock.now())


async def tick(play: Play, brokerage: Brokerage = BROKERAGE) -> None:
    for each in (replan_deals, plan_missing_briefs, find_stale_leads, tell_due_reminders):
        while await play.write(partial(each, now=play.clock.now(), brokerage=brokerage)):
            pass
    await play.deliver()


async def at(play: Play, on: date, clock: str = "09:00", brokerage: Brokerage = BROKERAGE) -> None:
    """Straight there, as after a while off."""
    play.clock.at = datetime.combine(on, time.fromisoformat(clock), BROKERAGE.zone).astimezone(UTC)
    await tick(play, brokerage)


async def rows(play: Play, subject: ReminderSubject) -> list[Reminder]:
    found = select(Reminder).where(Reminder.subject == subject).order_by(Reminder.due_on, Reminder.id)
    return list((await play.read(lambda session: session.execute(found))).scalars())


async def told(play: Play, subject: ReminderSubject) -> list[int]:
    """Steps that were delivered, in the order of their days."""
    return [row.step for row in await rows(play, subject) if row.state is ReminderState.DELIVERED]


def heard(play: Play, person: Person) -> list[str]:
    """The first line of each message."""
    return [seen.text.split("\n")[0] for seen in play.seen(person)]
