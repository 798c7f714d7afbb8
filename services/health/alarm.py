"""Tells every admin once that work waits too long, and once that it does so no more.

- It counts when it is seen twice, some seconds apart: what a restart or a jump of the clock has left is done by then.
- Bulk messages may rightly wait, and so may what is to be tried again later.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.backlog_alarm import BacklogAlarm
from models.user import Role
from services.conversation.outgoing import notify
from services.conversation.values import Button, Moment, Notice, Style, text
from services.health.backlog import Backlog, measure_backlog
from services.upsert import insert_or_update
from services.users.queries import list_ids_by_role

LONGEST = 60.0
CALM = 10.0
SEEN_FOR = timedelta(seconds=5)
SURFACE = "backlog"
CORRELATION = "backlog"


_ALARM = select(BacklogAlarm.seen_at, BacklogAlarm.told_at)


async def is_backlog_noteworthy(session: AsyncSession, *, now: datetime) -> bool:
    """It is late, or was when it was looked at last."""
    known = (await session.execute(_ALARM)).first() is not None
    return known or bool((await measure_backlog(session, now=now)).late(LONGEST))


async def watch_backlog(session: AsyncSession, now: datetime) -> int:
    """1 when admins were told something."""
    backlog = await measure_backlog(session, now=now)
    known = (await session.execute(_ALARM.with_for_update())).one_or_none()
    late = backlog.late(LONGEST)
    if late and known is None:
        row = {"id": 1, "seen_at": now, "told_at": None}
        await insert_or_update(session, BacklogAlarm, row, key=BacklogAlarm.id)
        return 0
    if late and known is not None and known.told_at is None and now - known.seen_at >= SEEN_FOR:
        await session.execute(update(BacklogAlarm).values(told_at=now).execution_options(synchronize_session=False))
        await _tell(session, _alarm(backlog, late), now)
        return 1
    if known is None or backlog.late(CALM if known.told_at else LONGEST):
        return 0
    await session.execute(delete(BacklogAlarm).execution_options(synchronize_session=False))
    if known.told_at is None:
        return 0
    await _tell(session, Notice([text("ntf-backlog-over", since=Moment(known.told_at))], [[_LOOK]]), now)
    return 1


def _alarm(backlog: Backlog, late: list[str]) -> Notice:
    queues = backlog.by_name()
    lines = [text(f"ntf-backlog-{name}", count=queues[name].depth, seconds=round(queues[name].age)) for name in late]
    return Notice([text("ntf-backlog"), *lines], [[_LOOK]])


_LOOK = Button(text("btn-status"), "status", style=Style.PRIMARY)


async def _tell(session: AsyncSession, notice: Notice, now: datetime) -> None:
    admins = await list_ids_by_role(session, Role.ADMIN)
    await notify(session, admins, notice, now=now, correlation_id=CORRELATION, surface=SURFACE, anew=True)
