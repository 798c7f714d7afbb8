"""What a message of the bot's was about."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.outgoing import Outgoing


async def find_subject(session: AsyncSession, *, chat_id: int, message_id: int) -> str | None:
    """The subject that the message shows now, such as "deal:1042"; None once it shows something else."""
    shown = (
        select(Outgoing.subject)
        .where(Outgoing.chat_id == chat_id, Outgoing.message_id == message_id)
        .order_by(Outgoing.id.desc())
        .limit(1)
    )
    return (await session.execute(shown)).scalar_one_or_none()
