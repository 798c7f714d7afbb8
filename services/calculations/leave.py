"""Keeps what somebody had typed about offers when the deal was given to another.

- It stands in the journal, where who goes on with the deal reads it; nothing of it becomes an offer by itself.
- The same intent key leaves it once.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor, Right
from services.deals.access import access_left_deal
from services.journal.write import NewEntry, add_entry, seen_words
from services.users.queries import find_user


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveWords:
    deal_id: int
    text: str
    intent_key: str


async def leave_words(session: AsyncSession, actor: Actor, command: LeaveWords, *, now: datetime) -> str:
    """Who goes on with the deal: its executor, else its seller."""
    deal = await access_left_deal(session, actor, command.deal_id, right=Right.ENTER_OFFERS)
    if command.text:
        entry = NewEntry(deal_id=deal.id, text=seen_words(command.text), intent_key=command.intent_key)
        await add_entry(session, actor, entry, now=now)
    goes_on = deal.executor_id if deal.executor_id not in (None, actor.id) else deal.seller_id
    return (await find_user(session, goes_on or deal.seller_id)).name
