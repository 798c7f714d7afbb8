"""How the capture of a lead goes on after each answer: the next question, or who is known already."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask, Start
from handlers.leads import capture_screens as capture
from handlers.leads.draft_lead import files_of, keep_typed
from handlers.leads.known import find_known, known_lead
from handlers.leads.next_question import next_question
from handlers.leads.states import CaptureLeadFlow
from models.insurance_kind import InsuranceKind
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.deals.kinds import list_kinds
from services.documents.receive import receive_file


async def captured_line(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, line: str
) -> Start | Screen:
    """What the line tells is known, the rest is asked."""
    values: dict[str, Any] = {}
    if not await keep_typed(session, brokerage, values, line):
        return Start(CaptureLeadFlow.line)
    known = await find_known(session, values)
    if known is not None:
        return await known_lead(session, actor, memory, known)
    return Start(next_question(values).state, values)


async def kinds_of(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> list[InsuranceKind]:
    return [kind for kind in await list_kinds(session, brokerage.region) if kind.id in (draft.get("kind_ids") or ())]


def with_instead(screen: Screen, memory: Memory, draft: Draft) -> Screen:
    """Of words that were typed at the menu, while they are the last ones that were."""
    if memory.search is None or memory.search.token != draft.get("search"):
        return screen
    return screen.with_rows(capture.instead(memory.search, draft.get("deal_id"), draft.get("lead_id")))


async def known_meanwhile(
    session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, lead_id: int, now: datetime
) -> Screen:
    """Of files that came meanwhile the person is asked whether they are for this lead."""
    for file in files_of(draft.values):
        await receive_file(session, actor, file, deal_id=None, lead_id=lead_id, now=now)
    draft["kept"] = []
    packet_id, who = draft.get("packet_id"), draft.get("who") or ""
    return await known_lead(session, actor, memory, lead_id, packet_id=packet_id, who=who)


async def go_on(session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, now: datetime) -> Ask | Screen:
    """The next question, or the card of the lead who has this phone or address already."""
    known = await find_known(session, draft.values)
    if known is not None:
        draft["phones"], draft["emails"] = [], []
        return await known_meanwhile(session, actor, memory, draft, known, now)
    return next_question(draft.values)
