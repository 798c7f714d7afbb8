"""Whether somebody whose message was forwarded is the lead himself.

Telegram tells his name at most: he is the lead who is called so, or for whom he was taken before.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from models.lead import LeadNote
from services.access import Actor, Right
from services.leads.access import access_lead
from services.live import live
from services.search.normalise import search_text


async def is_to_be_asked(session: AsyncSession, actor: Actor, lead_id: int, senders: Sequence[str]) -> bool:
    """Several can't all be he; nor is it plain of one, once the lead is known by another name."""
    if len(senders) != 1:
        return len(senders) > 1
    return not await is_the_lead(session, actor, lead_id, senders[0]) and await _has_a_sender(session, lead_id)


async def is_the_lead(session: AsyncSession, actor: Actor, lead_id: int, sender: str) -> bool:
    lead = await access_lead(session, actor, lead_id, right=Right.WORK_LEADS)
    if any(is_called(sender, name) for name in (lead.name, lead.company) if name):
        return True
    return await _is_there(session, lead.id, LeadNote.forwarded_from == sender, Document.forwarded_from == sender)


async def _has_a_sender(session: AsyncSession, lead_id: int) -> bool:
    return await _is_there(session, lead_id, LeadNote.forwarded_from.is_not(None), Document.forwarded_from.is_not(None))


async def _is_there(
    session: AsyncSession, lead_id: int, note: ColumnElement[bool], document: ColumnElement[bool]
) -> bool:
    """A note or a file of the lead of which this holds."""
    notes = select(LeadNote.id).where(LeadNote.lead_id == lead_id, note)
    files = live(Document).with_only_columns(Document.id).where(Document.lead_id == lead_id, document)
    return any([(await session.execute(query.limit(1))).first() is not None for query in (notes, files)])


def told_by(sender: str | None, words: str, longest: int) -> str:
    """Words of somebody else: who is kept as the sender of a lead's notes and files, is taken for the lead."""
    return ": ".join(filter(None, (sender, words)))[:longest]


def is_called(sender: str, name: str) -> bool:
    """The words of one of the names are all among the other's: Иван is Иванов Иван, Иван Петров is not."""
    said, known = (set(search_text(words).split()) for words in (sender, name))
    return bool(said and known) and (said <= known or known <= said)
