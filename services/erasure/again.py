"""Brings a restored database up to the ledger of erasures.

An id that belongs to another row by now, because the row is of another time, is left alone.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.lead import Lead
from services.erasure.erase import forget_person, forget_traces
from services.erasure.ports import Erasure
from services.erasure.traces import find_traces
from services.events.publish import publish


async def erase_again(session: AsyncSession, erasure: Erasure, *, now: datetime) -> Sequence[str] | None:
    """The SHA-256 of documents that nobody has any more; None when there was nothing left to erase."""
    client_id, born = erasure.client
    wanted = select(Client).where(
        Client.id == client_id, Client.created_at == datetime.fromisoformat(born), Client.erased_at.is_(None)
    )
    client = (await session.execute(wanted)).scalar_one_or_none()
    lead_ids = [lead_id for lead_id, lead_born in erasure.leads if await _is_of(session, lead_id, lead_born)]
    if client is not None:
        event = await forget_person(session, client, now=now, lead_ids=lead_ids)
        await publish(session, None, event, now=now, correlation_id="restore")
        return event.contents
    if lead_ids:
        await forget_traces(session, await find_traces(session, None, lead_ids=lead_ids), now=now)
    return None


async def _is_of(session: AsyncSession, lead_id: int, born: str) -> bool:
    wanted = select(Lead.id).where(Lead.id == lead_id, Lead.created_at == datetime.fromisoformat(born))
    return (await session.execute(wanted)).first() is not None
