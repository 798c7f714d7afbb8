"""Whether somebody whose message was forwarded is the lead himself.

Telegram tells his name at most: he is the lead who is called so, or for whom he was taken before.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from models.lead import LeadNote
from services.access import Actor, Right
from services.leads.access import access_lead
from services.live import live
from services.search.normalise import search_text


async def is_the_lead(session: AsyncSession, actor: Actor, lead_id: int, sender: str) -> bool:
    lead = await access_lead(session, actor, lead_id, right=Right.WORK_LEADS)
    if any(is_called(sender, name) for name in (lead.name, lead.company) if name):
        return True
    notes = select(LeadNote.id).where(LeadNote.lead_id == lead.id, LeadNote.forwarded_from == sender)
    files = live(Document).with_only_columns(Document.id).where(Document.lead_id == lead.id)
    known = (notes, files.where(Document.forwarded_from == sender))
    return any([(await session.execute(query.limit(1))).first() is not None for query in known])


def is_called(sender: str, name: str) -> bool:
    """The words of one of the names are all among the other's: Иван is Иванов Иван, Иван Петров is not."""
    said, known = (set(search_text(words).split()) for words in (sender, name))
    return bool(said and known) and (said <= known or known <= said)
