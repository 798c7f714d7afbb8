"""What somebody else of a deal writes answers the questions that wait there."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.task import OPEN_TASKS, Task
from services.access import Actor
from services.change import change
from services.tasks.turn import settle_turn


async def answer_questions(session: AsyncSession, actor: Actor, deal: Deal) -> None:
    """Part of the use case that calls it, which has authorised and holds the deal."""
    waiting = select(Task).where(
        Task.deal_id == deal.id, Task.asked, Task.state.in_(OPEN_TASKS), Task.to_user_id != actor.id
    )
    tasks = (await session.execute(waiting)).scalars().all()
    for task in tasks:
        await change(session, task, asked=False)
    if tasks:
        await settle_turn(session, deal)
