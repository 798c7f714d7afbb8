"""Loads documents and packets, and authorises in one go."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.document import Document
from models.packet import Packet
from services.access import Actor, Right
from services.deals.access import access_deal, access_open_deal
from services.documents.errors import DocumentNotFound, DocumentOfOthers
from services.errors import ScreenOutdated


async def access_document(session: AsyncSession, actor: Actor, document_id: int) -> tuple[Document, Deal]:
    """For reading: whoever reaches the deal reaches its folder."""
    document = await session.get(Document, document_id)
    if document is None or document.deleted_at is not None or document.deal_id is None:
        raise DocumentNotFound
    return document, await access_deal(session, actor, document.deal_id)


async def access_own_document(
    session: AsyncSession, actor: Actor, document_id: int, *, deleted: bool = False
) -> tuple[Document, Deal]:
    """For changes, the deal locked first: who added it, the deal's seller and those who lead. `deleted` wants one
    that was deleted."""
    deal_id = (await session.execute(select(Document.deal_id).where(Document.id == document_id))).scalar_one_or_none()
    if deal_id is None:
        raise DocumentNotFound
    deal = await access_open_deal(session, actor, deal_id, right=Right.FILE_DOCUMENTS)
    document = await session.get_one(Document, document_id, with_for_update=True, populate_existing=True)
    if (document.deleted_at is not None) is not deleted:
        raise DocumentNotFound
    if not may_change(actor, added_by=document.added_by, seller_id=deal.seller_id):
        raise DocumentOfOthers
    return document, deal


def may_change(actor: Actor, *, added_by: int, seller_id: int) -> bool:
    return actor.id in (added_by, seller_id) or actor.may(Right.SEE_ALL_DEALS)


async def access_packet(session: AsyncSession, actor: Actor, packet_id: int) -> Packet:
    """A person's own packet, locked; nobody is asked where to put another one's files."""
    packet = await session.get(Packet, packet_id, with_for_update=True)
    if packet is None or packet.user_id != actor.id:
        raise ScreenOutdated
    return packet
