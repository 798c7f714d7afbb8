"""Tells one person what he is due to be reminded of; what goes wrong is set aside as failed, a dead letter.

- Of his reminders those that go wrong alone, or all of them when none does.
- While the database is away nothing fails.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TypeAlias

import structlog
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import Reminder
from services.dead_letters.alarm import raise_alarm
from services.reminders.rows import fail

log = structlog.get_logger(service="scheduler")

Tell: TypeAlias = Callable[[Sequence[Reminder]], Awaitable[None]]


class _TrialOverError(Exception):
    """Takes back what would have been told."""


async def tell_or_set_aside(
    session: AsyncSession, user_id: int, rows: Sequence[Reminder], tell: Tell, *, now: datetime
) -> None:
    error = await _try(session, rows, tell)
    if error is None:
        return
    alone = {row.id: await _try(session, [row], tell, undo=True) for row in rows}
    sound = [row for row in rows if alone[row.id] is None]
    wrong = await _try(session, sound, tell) if len(sound) < len(rows) else error
    failed = {row.id: reason for row in rows if (reason := alone[row.id] or wrong) is not None}
    log.error("reminders.failed", user_id=user_id, count=len(failed), exc_info=error)
    for row_id, reason in failed.items():
        await fail(session, [row_id], type(reason).__name__, now=now)
    await raise_alarm(session, now=now)


async def _try(session: AsyncSession, rows: Sequence[Reminder], tell: Tell, *, undo: bool = False) -> Exception | None:
    """Why they can't be told, and nothing of it was done; with `undo` nothing is done anyway."""
    try:
        async with session.begin_nested():
            await tell(rows)
            if undo:
                raise _TrialOverError  # noqa: TRY301 - what takes the savepoint back
    except _TrialOverError:
        return None
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, an admin sees it
        return error
    return None
