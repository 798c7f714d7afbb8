"""Tells the other people of a deal what was written into its journal."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from services.automation.telling import card_button, name_of, tell
from services.conversation.values import Button, Style, text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.journal.events import JournalWritten

LONGEST_WORDS = 1000


@reacts_to(JournalWritten)
async def tell_of_entry(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """What came in a packet is told with the packet."""
    event = delivered.event
    assert isinstance(event, JournalWritten)  # noqa: S101 - what the registry delivers
    if event.packet_id is not None or event.text is None:
        return Done()
    deal = await session.get_one(Deal, event.deal_id)
    key, reply = ("ntf-journal-asked", "btn-answer") if event.asks else ("ntf-journal-written", "btn-journal")
    said = text(key, by=await name_of(session, delivered.actor_id), words=event.text[:LONGEST_WORDS])
    row = [Button(text(reply), "deal.journal", deal.id), card_button(deal.id, Style.PRIMARY)]
    await tell(session, delivered, [deal.seller_id, deal.executor_id], deal.id, [said], [row], now=now)
    return Done()
