"""Opens a deal.

- One need of one client: kind of insurance, what is insured, who sells.
- The same intent key returns the deal that was opened under it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal, DealStage, Turn
from models.insurance_kind import InsuranceKind
from models.lead import LeadSource
from models.money import Currency
from services.access import Actor, Right, check_right
from services.clients.errors import ClientNotFound
from services.deals.errors import KindNotFound
from services.deals.events import DealCreated
from services.events.publish import publish
from services.events.rows import note_new
from services.journal.note import note_system
from services.live import live
from services.search.normalise import search_text
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDeal:
    """The seller is who opens it unless `seller_id` names another; the rest is of the lead that it came of."""

    client_id: int
    kind_id: int
    object: str
    currency: Currency
    intent_key: str
    seller_id: int | None = None
    lead_id: int | None = None
    source: LeadSource | None = None
    campaign: str | None = None


async def open_deal(session: AsyncSession, actor: Actor, command: OpenDeal, *, now: datetime) -> int:
    check_right(actor, Right.OPEN_DEAL)
    client = await _hold_client(session, command.client_id)
    kind = await session.get(InsuranceKind, command.kind_id)
    if kind is None:
        raise KindNotFound
    row = _row(actor, command, client, kind, now)
    deal_id = await insert_or_none(session, Deal, row, returning=Deal.id)
    if deal_id is None:
        opened = select(Deal.id).where(Deal.intent_key == command.intent_key)
        return (await session.execute(opened)).scalar_one()
    note_new(session, Deal, deal_id, {**row, "turn": Turn.SELLER})
    event = DealCreated(
        deal_id=deal_id,
        client_id=client.id,
        kind=kind.code,
        object=command.object,
        seller_id=command.seller_id or actor.id,
        currency=command.currency,
        lead_id=command.lead_id,
    )
    await publish(session, actor, event, now=now)
    await note_system(session, actor, deal_id, "jrn-deal-opened", now=now)
    return deal_id


async def _hold_client(session: AsyncSession, client_id: int) -> Client:
    """Neither deleted nor renamed until the deal is there."""
    held = live(Client).where(Client.id == client_id).with_for_update(read=True)
    client = (await session.execute(held)).scalar_one_or_none()
    if client is None:
        raise ClientNotFound
    return client


def _row(actor: Actor, command: OpenDeal, client: Client, kind: InsuranceKind, now: datetime) -> dict[str, object]:
    return {
        "client_id": client.id,
        "kind_id": kind.id,
        "object": command.object,
        "stage": DealStage.NEW,
        "currency": command.currency,
        "seller_id": command.seller_id or actor.id,
        "lead_id": command.lead_id,
        "source": command.source,
        "campaign": command.campaign,
        "asleep": False,
        "search_text": deal_search_text(client, kind, command.object),
        "version": 1,
        "intent_key": command.intent_key,
        "created_at": now,
        "created_by": actor.id or command.seller_id,
    }


def deal_search_text(client: Client, kind: InsuranceKind, insured: str) -> str:
    """A deal is found by all that its client is found by, and by what is insured."""
    return f"{client.search_text} {search_text(*kind.names.values(), insured)}"
