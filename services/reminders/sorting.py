"""What becomes of a person's due reminders: told, put off, passed on, stopped."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import Reminder, StopReason
from services.brokerage import Brokerage
from services.day.queries import DayLine
from services.reminders.as_of_now import Matter, find_matters
from services.reminders.hearers import Hearers, find_hearers
from services.reminders.hours import MORNING
from services.reminders.rows import pass_on, put_off, stop


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that is to be told, and what it says; `whose` it is unless it is the hearer's own."""

    row: Reminder
    line: DayLine
    whose: str | None = None


@dataclass(slots=True)
class _Sorted:
    user_id: int
    hearers: Hearers
    brokerage: Brokerage
    told: list[Due] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    stopped: dict[StopReason, list[int]] = field(default_factory=dict)
    passed_on: dict[int, list[int]] = field(default_factory=dict)

    def add(self, row: Reminder, matter: Matter | None) -> None:
        reason = StopReason.DONE if matter is None else _why_not(row, matter, self.brokerage)
        if any(due.row.subject is row.subject and due.row.subject_id == row.subject_id for due in self.told):
            reason = reason or StopReason.COLLAPSED
        if reason is not None or matter is None:
            self.stopped.setdefault(reason or StopReason.DONE, []).append(row.id)
        else:
            self._give(row, matter)

    def _give(self, row: Reminder, matter: Matter) -> None:
        hearer = self.hearers.of(matter.user_id, matter.giver_id)
        if matter.waits or hearer is None:
            self.waiting.append(row.id)
        elif hearer != self.user_id:
            self.passed_on.setdefault(hearer, []).append(row.id)
        else:
            whose = None if hearer == matter.user_id else self.hearers.name(matter.user_id)
            self.told.append(Due(row, matter.line, whose))


async def sort_out(
    session: AsyncSession, rows: Sequence[Reminder], user_id: int, *, now: datetime, brokerage: Brokerage
) -> list[Due]:
    """What is to be told of `rows`, the most money at risk first; the others are settled.

    Of several steps of one ladder the newest is told. What waits for somebody else is looked at again tomorrow, so is
    what nobody is there to hear.
    """
    today, _ = brokerage.wall(now)
    matters = await find_matters(session, rows, today=today)
    people = {one for matter in matters.values() for one in (matter.user_id, matter.giver_id)}
    hearers = await find_hearers(session, people, today=today)
    found = _Sorted(user_id, hearers, brokerage)
    for row in sorted(rows, key=lambda each: (each.occurrence, -each.step), reverse=True):
        found.add(row, matters.get((row.subject, row.subject_id)))
    for reason, ids in found.stopped.items():
        await stop(session, ids, reason, now=now)
    for other_id, ids in found.passed_on.items():
        await pass_on(session, ids, other_id)
    await put_off(session, found.waiting, (today + timedelta(days=1), MORNING))
    return sorted(found.told, key=_by_risk)


def _why_not(row: Reminder, matter: Matter, brokerage: Brokerage) -> StopReason | None:
    if matter.reason is not None:
        return matter.reason
    if matter.on is not None and matter.on != row.occurrence:
        return StopReason.CHANGED
    if matter.since is not None and brokerage.wall(matter.since) > (row.due_on, row.due_time):
        return StopReason.TOO_LATE
    return None


def _by_risk(due: Due) -> tuple[int, object, int]:
    line = due.line
    return -(line.at_risk.amount if line.at_risk else 0), line.due_on, line.deal_id
