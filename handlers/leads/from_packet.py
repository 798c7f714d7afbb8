"""A lead out of what was sent or forwarded without a deal."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id, row_ids
from handlers.kit.draft import Memory
from handlers.kit.replies import Start
from handlers.kit.steps import Steps
from handlers.leads import question_screens as ask
from handlers.leads.draft_lead import keep_line, keep_sender
from handlers.leads.known import find_known, known_lead
from handlers.leads.next_question import next_question
from handlers.leads.shown import card_screen
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.documents.waiting import Waiting, find_waiting
from services.documents.words import shorten
from services.leads.take_packet import take_packet

LONGEST_SHOWN = 500
LONGEST_READ = 4096

steps = Steps()


@steps.tap("lead.from-packet", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, arg: str) -> Start | Screen:
    """What the words tell is known, the rest is asked; until it is saved, the packet and its question go on waiting."""
    packet_id = row_id(arg)
    values = await _told(session, brokerage, await find_waiting(session, actor, packet_id))
    known = await find_known(session, values)
    if known is not None:
        return replace(await known_lead(session, actor, memory, known, packet_id=packet_id), beside=True)
    return Start(next_question(values).state, {**values, "packet_id": packet_id}, beside=True)


@steps.tap("lead.add-packet", right=Right.WORK_LEADS)
async def add(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, now: datetime, arg: str
) -> Screen:
    """To the lead who is known already; a new one that was begun of the same is not gone on with."""
    packet_id, lead_id = row_ids(arg)
    await take_packet(session, actor, packet_id, lead_id, limits=brokerage.lead_limits, now=now)
    if memory.parked is not None and memory.parked.get("packet_id") == packet_id:
        memory.parked = None
    return await card_screen(session, actor, lead_id, ask.packet_added())


async def _told(session: AsyncSession, brokerage: Brokerage, waiting: Waiting) -> dict[str, Any]:
    """The words themselves become notes, so none of them is kept here but to be shown."""
    words = "\n".join(said.words for said in waiting.said)
    values: dict[str, Any] = {}
    await keep_line(session, brokerage, values, words[:LONGEST_READ])
    values.pop("note", None)
    if waiting.senders:
        keep_sender(values, Counter(waiting.senders).most_common(1)[0][0])
    values["said"] = shorten(words, LONGEST_SHOWN)
    values["files"] = waiting.files
    return values
