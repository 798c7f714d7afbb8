"""Packets: a burst of files or an album gets one answer, two seconds after its last message.

- A message joins the person's open packet of the same deal, or opens one.
- The tick closes what is due; the answer goes then, with each file's state. What the person sent in time but was not
  looked at yet, as after a crash, still belongs to it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import InboxState, InboxUpdate
from models.packet import Packet, PacketState
from services.access import Actor
from services.conversation.values import Parts, Text, params_to_json
from services.documents.answer import tell_packet
from services.documents.places import ask_where

QUIET = timedelta(seconds=2)
LONGEST = timedelta(seconds=15)
BATCH = 20


async def join_packet(
    session: AsyncSession,
    actor: Actor,
    *,
    deal_id: int | None,
    problem: Text | None,
    lead_id: int | None = None,
    meant: Sequence[int] = (),
    now: datetime,
) -> Packet:
    """Part of the use case that calls it, which has authorised; `problem` says why there is no deal, `meant` are deals
    and `lead_id` is the lead that it may be for.
    """
    same_deal = Packet.deal_id.is_(None) if deal_id is None else Packet.deal_id == deal_id
    open_one = select(Packet).where(Packet.user_id == actor.id, Packet.state == PacketState.OPEN, same_deal)
    packet = (await session.execute(open_one.with_for_update())).scalar_one_or_none()
    if packet is None:
        packet = _new_packet(actor, deal_id, now)
        session.add(packet)
    if problem is not None:
        packet.problem = params_to_json({"why": problem, "meant": Parts(meant)})
    if lead_id is not None:
        packet.lead_id = lead_id
    packet.closes_at = min(now + QUIET, packet.opened_at + LONGEST)
    await session.flush()
    return packet


def _new_packet(actor: Actor, deal_id: int | None, now: datetime) -> Packet:
    return Packet(
        deal_id=deal_id,
        user_id=actor.id,
        chat_id=actor.telegram_id,
        state=PacketState.OPEN,
        correlation_id=actor.correlation_id,
        opened_at=now,
    )


_DUE = select(Packet.id).where(Packet.state == PacketState.OPEN, Packet.closes_at <= bindparam("now")).limit(1)


async def is_packet_due(session: AsyncSession, *, now: datetime) -> bool:
    """It may still wait for what its person has sent in time."""
    return (await session.execute(_DUE, {"now": now})).first() is not None


async def close_due_packets(session: AsyncSession, now: datetime) -> int:
    """How many were closed now."""
    unread = (
        select(InboxUpdate.id)
        .where(
            InboxUpdate.state == InboxState.NEW,
            InboxUpdate.lane == Packet.chat_id,
            InboxUpdate.received_at <= Packet.closes_at,
        )
        .exists()
    )
    due = (
        select(Packet)
        .where(Packet.state == PacketState.OPEN, Packet.closes_at <= now, ~unread)
        .order_by(Packet.closes_at)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    packets = (await session.execute(due)).scalars().all()
    for packet in packets:
        packet.state = PacketState.CLOSED
        if packet.deal_id is None:
            await ask_where(session, packet, now=now)
        else:
            await tell_packet(session, packet, now=now)
    return len(packets)
