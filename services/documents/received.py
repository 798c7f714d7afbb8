"""The document that a message became."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from services.live import live


async def find_received(session: AsyncSession, *, chat_id: int, message_id: int) -> int | None:
    """The id of what a person sent in his own chat and a folder took in."""
    sent = (
        live(Document)
        .with_only_columns(Document.id)
        .where(Document.chat_id == chat_id, Document.message_id == message_id, Document.deal_id.is_not(None))
    )
    return (await session.execute(sent)).scalar_one_or_none()
