"""Words typed outside every dialogue that tell of a lead: how to reach him, and who he is or what he wants."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients.finding import LONGEST_QUERY
from handlers.clients.finding_screens import new_lead
from handlers.idle.known import who_has
from handlers.kit.draft import Memory, Search
from handlers.kit.replies import Start
from handlers.leads import capture_screens as capture
from handlers.leads.draft_lead import contacts_of, keep_line
from handlers.leads.known import find_known
from handlers.leads.next_question import next_question
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen


async def lead_told(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    words: str,
    *,
    deal_id: int | None,
    lead_id: int | None,
) -> Start | Screen | None:
    """What was understood, to be confirmed, or who is known by it; the search and the journal of the deal in hand, or
    the notes of the lead, are a tap away.

    None for what is no lead, and for what is too long to be one while a deal or a lead is in hand.
    """
    in_hand = deal_id is not None or lead_id is not None
    if not actor.may(Right.WORK_LEADS) or (in_hand and len(words) > LONGEST_QUERY):
        return None
    values: dict[str, Any] = {}
    await keep_line(session, brokerage, values, words)
    if not contacts_of(values) or not (values.get("name") or values.get("company") or values.get("kind_ids")):
        return None
    memory.search = search = Search(" ".join(words.split()) if len(words) <= LONGEST_QUERY else words)
    known = await who_has(session, actor, memory, contacts_of(values))
    if known is None:
        hand = {"deal_id": deal_id, "lead_id": lead_id}
        return Start(next_question(values).state, {**values, "search": search.token, **hand})
    if await find_known(session, values) is None:
        known = known.with_rows([new_lead(search)])
    return known.with_rows(capture.instead(search, deal_id, lead_id))
