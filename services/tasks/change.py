"""The one way to write a task's row."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.task import Task


async def change_task(session: AsyncSession, task: Task, **values: Any) -> None:
    """The caller holds the row; the object in hand is brought up to date as well."""
    await session.execute(
        update(Task)
        .where(Task.id == task.id)
        .values(version=Task.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    await session.refresh(task)
