"""The document that a message became."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from services.access import Actor
from services.live import live


async def find_received(session: AsyncSession, actor: Actor, message_id: int) -> int | None:
    """The id of what the actor sent in his own chat and a folder took in."""
    sent = (
        live(Document)
        .with_only_columns(Document.id)
        .where(Document.chat_id == actor.telegram_id, Document.message_id == message_id, Document.deal_id.is_not(None))
    )
    return (await session.execute(sent)).scalar_one_or_none()
