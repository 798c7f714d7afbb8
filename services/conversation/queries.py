"""What a message of the bot's was about."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.outgoing import Outgoing, OutgoingKind


async def find_subject(session: AsyncSession, *, chat_id: int, message_id: int) -> str | None:
    """The subject that the message shows now, such as "deal:1042"; None once it shows something else."""
    shown = (
        select(Outgoing.subject)
        .where(Outgoing.chat_id == chat_id, Outgoing.message_id == message_id)
        .order_by(Outgoing.id.desc())
        .limit(1)
    )
    return (await session.execute(shown)).scalar_one_or_none()


async def find_last_noticed(session: AsyncSession, *, chat_id: int) -> str | None:
    """What the chat's last message tells of, where nobody has asked for it: a notice that came by itself."""
    last = (
        select(Outgoing.subject, Outgoing.kind)
        .where(Outgoing.chat_id == chat_id, Outgoing.message_id.is_not(None))
        .order_by(Outgoing.message_id.desc(), Outgoing.id.desc())
        .limit(1)
    )
    row = (await session.execute(last)).one_or_none()
    return row.subject if row and row.kind is OutgoingKind.NOTICE else None
