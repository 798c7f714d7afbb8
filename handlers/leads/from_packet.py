"""A lead out of what was sent or forwarded without a deal.

Of several people's messages one person is the lead, or none of them is: the person says who.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Memory
from handlers.kit.replies import Start
from handlers.kit.steps import Steps
from handlers.leads import packet_screens as ask
from handlers.leads.draft_lead import keep_line, keep_sender
from handlers.leads.known import find_known, known_lead
from handlers.leads.next_question import next_question
from handlers.leads.shown import card_screen
from services.access import Actor, Right
from services.brokerage import Brokerage, LeadLimits
from services.conversation.values import Screen
from services.documents.waiting import Waiting, find_waiting
from services.documents.words import shorten
from services.errors import ScreenOutdated
from services.leads.sender import is_to_be_asked
from services.leads.take_packet import TakePacket, take_packet

LONGEST_SHOWN = 500
LONGEST_READ = 4096

steps = Steps()


@steps.tap("lead.from-packet", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, arg: str) -> Start | Screen:
    """What the words tell is known, the rest is asked; until it is saved, the packet and its question go on waiting.

    `arg` is the packet and, of several, who of them it is.
    """
    packet, _, who = arg.partition(":")
    packet_id = row_id(packet)
    waiting = await find_waiting(session, actor, packet_id)
    if not who and len(waiting.speakers) > 1:
        return replace(ask.whose(waiting, packet_id), beside=True)
    him = _named(waiting, who)
    values = await _told(session, brokerage, waiting, him)
    known = await find_known(session, values)
    if known is not None:
        screen = await known_lead(session, actor, memory, known, packet_id=packet_id, who=who)
        return replace(screen, beside=not who)
    return Start(next_question(values).state, {**values, "packet_id": packet_id, "who": who}, beside=not who)


@steps.tap("lead.add-packet", right=Right.WORK_LEADS)
async def add(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, now: datetime, arg: str
) -> Screen:
    """To the lead who is known already; a new one that was begun of the same is not gone on with.

    `arg` is the packet, the lead and, where it is not plain, who of the senders he is.
    """
    packet, _, rest = arg.partition(":")
    lead, _, who = rest.partition(":")
    packet_id, lead_id = row_id(packet), row_id(lead)
    speakers = (await find_waiting(session, actor, packet_id)).speakers
    if not who and await is_to_be_asked(session, actor, lead_id, speakers):
        return ask.who_is(speakers, packet_id, lead_id)
    left = await take_waiting(session, actor, packet_id, lead_id, who, limits=brokerage.lead_limits, now=now)
    if memory.parked is not None and memory.parked.get("packet_id") == packet_id:
        memory.parked = None
    card = await card_screen(session, actor, lead_id, ask.added())
    return ask.with_left(card, packet_id, left)


async def take_waiting(
    session: AsyncSession, actor: Actor, packet_id: int, lead_id: int, who: str, *, limits: LeadLimits, now: datetime
) -> list[str]:
    """Whose messages go on waiting."""
    him = _named(await find_waiting(session, actor, packet_id), who)
    command = TakePacket(packet_id=packet_id, lead_id=lead_id, him=him)
    return await take_packet(session, actor, command, limits=limits, now=now)


def _named(waiting: Waiting, who: str) -> str | None:
    """`who` is one of so many, `0` none of them; said of as many as there are. One alone need not be named."""
    speakers = waiting.speakers
    if not who:
        return speakers[0] if len(speakers) == 1 else None
    number, _, count = who.partition("-")
    if row_id(count) != len(speakers) or row_id(number) > len(speakers):
        raise ScreenOutdated
    return speakers[row_id(number) - 1] if row_id(number) else None


async def _told(session: AsyncSession, brokerage: Brokerage, waiting: Waiting, him: str | None) -> Mapping[str, Any]:
    """The words themselves become notes, so none of them is kept here but to be shown.

    What he said tells of him; the person's own words only when nobody else is he.
    """
    taken = waiting if him is None else waiting.of(him, None)
    values: dict[str, Any] = {}
    await keep_line(session, brokerage, values, "\n".join(waiting.of(him).words)[:LONGEST_READ])
    values.pop("note", None)
    if him is not None:
        keep_sender(values, him)
    values["said"] = shorten("\n".join(taken.words), LONGEST_SHOWN)
    values["files"] = taken.files
    return values
