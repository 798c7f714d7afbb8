"""A person's queue as one message, which keeps itself up to date while it is shown."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.cockpit import Cockpit
from models.outgoing import Surface
from models.user import User
from services.conversation.outgoing import notify
from services.conversation.values import Button, Moment, Notice, Style, text
from services.tasks.queries import Queue, find_queue
from services.tasks.words import task_line, task_rows
from services.upsert import insert_or_update

SURFACE = "queue"


async def write_cockpit(session: AsyncSession, user_id: int, *, now: datetime) -> Notice:
    await insert_or_update(session, Cockpit, {"user_id": user_id, "written_at": now}, key=Cockpit.user_id)
    return _cockpit(await find_queue(session, user_id), now=now)


def _cockpit(queue: Queue, *, now: datetime) -> Notice:
    title = text("scr-queue", count=queue.count, urgent=queue.urgent, at=Moment(now))
    lines = [task_line(number, task) for number, task in enumerate(queue.lines, start=1)]
    rows = task_rows(queue.lines)
    if queue.in_pool:
        rows.append([Button(text("btn-pool", count=queue.in_pool), "task.pool", style=Style.PRIMARY)])
    rows.append([Button(text("btn-menu"), "menu")])
    return Notice([title, *(lines or [text("scr-queue-empty")])], rows)


async def refresh_cockpits(
    session: AsyncSession, user_ids: Collection[int], *, now: datetime, correlation_id: str
) -> None:
    """Where one is on the screen; nobody is sent one that he did not open."""
    shown = (
        select(User.id)
        .join(Surface, Surface.chat_id == User.telegram_id)
        .where(User.id.in_(user_ids), Surface.surface == SURFACE)
    )
    for user_id in (await session.execute(shown)).scalars().all():
        notice = await write_cockpit(session, user_id, now=now)
        await notify(session, [user_id], notice, now=now, correlation_id=correlation_id, surface=SURFACE)
