"""The one way to write reminders."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import Reminder, ReminderState, ReminderSubject, StopReason
from services.reminders.hours import Wall
from services.reminders.ladders import Planned
from services.upsert import insert_into

_KEY = ("subject", "subject_id", "step", "occurrence")
_AGAIN = (ReminderState.WAITING, ReminderState.STOPPED)
MOST_AT_ONCE = 500


async def put(session: AsyncSession, steps: Sequence[Planned]) -> None:
    """What was stopped waits again, what waits does so as planned now; what was told stays so."""
    for begin in range(0, len(steps), MOST_AT_ONCE):
        rows = [_row(step) for step in steps[begin : begin + MOST_AT_ONCE]]
        new = insert_into(session, Reminder).values(rows)
        again = {name: new.excluded[name] for name in ("deal_id", "user_id", "due_on", "due_time", "state")}
        await session.execute(
            new.on_conflict_do_update(
                index_elements=_KEY,
                set_={**again, "reason": None, "settled_at": None},
                where=Reminder.state.in_(_AGAIN),
            )
        )


def _row(step: Planned) -> dict[str, object]:
    due_on, due_time = step.due
    return {
        **dict(zip(_KEY, step.key, strict=True)),
        "deal_id": step.deal_id,
        "user_id": step.user_id,
        "due_on": due_on,
        "due_time": due_time,
        "state": ReminderState.WAITING,
    }


async def stop(session: AsyncSession, ids: Sequence[int], reason: StopReason, *, now: datetime) -> None:
    await _change(session, ids, state=ReminderState.STOPPED, reason=reason.value, settled_at=now)


async def stop_of_task(session: AsyncSession, task_id: int, *, now: datetime) -> None:
    """It is closed. Part of the use case that closes it."""
    await _change_of_task(session, task_id, state=ReminderState.STOPPED, reason=StopReason.DONE.value, settled_at=now)


async def pass_on_of_task(session: AsyncSession, task_id: int, user_id: int) -> None:
    """Somebody else does it now. Part of the use case that says so."""
    await _change_of_task(session, task_id, user_id=user_id)


async def _change_of_task(session: AsyncSession, task_id: int, **values: object) -> None:
    await _change_waiting(session, Reminder.subject == ReminderSubject.TASK, Reminder.subject_id == task_id, **values)


async def pass_on_of_deal(session: AsyncSession, deal_id: int, user_id: int) -> None:
    """What its seller hears of. Part of the use case that hands the deal over."""
    await _change_waiting(
        session, Reminder.deal_id == deal_id, Reminder.subject != ReminderSubject.TASK, user_id=user_id
    )


async def deliver(session: AsyncSession, ids: Sequence[int], *, now: datetime) -> None:
    await _change(session, ids, state=ReminderState.DELIVERED, settled_at=now)


async def fail(session: AsyncSession, ids: Sequence[int], reason: str, *, now: datetime) -> None:
    await _change(session, ids, state=ReminderState.FAILED, reason=reason, settled_at=now)


async def put_off(session: AsyncSession, ids: Sequence[int], until: Wall) -> None:
    await _change(session, ids, due_on=until[0], due_time=until[1])


async def pass_on(session: AsyncSession, ids: Sequence[int], user_id: int) -> None:
    await _change(session, ids, user_id=user_id)


async def _change(session: AsyncSession, ids: Sequence[int], **values: object) -> None:
    """Those that wait still; asked by `state`, PostgreSQL may go through the whole index of what waits instead."""
    if ids:
        await _update(session, Reminder.settled_at.is_(None), Reminder.id.in_(ids), **values)


async def _change_waiting(session: AsyncSession, *which: ColumnElement[bool], **values: object) -> None:
    await _update(session, Reminder.state == ReminderState.WAITING, *which, **values)


async def _update(session: AsyncSession, *which: ColumnElement[bool], **values: object) -> None:
    await session.execute(update(Reminder).where(*which).values(values).execution_options(synchronize_session=False))
