"""Tells the other people of a deal what was written into its journal."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from services.automation.telling import card_button, name_of, tell
from services.conversation.values import Button, Style, text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.journal.events import JournalWritten
from services.tasks.queries import list_doers

LONGEST_WORDS = 1000


@reacts_to(JournalWritten)
async def tell_of_entry(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Also to who works on a task of the deal. What came in a packet is told with it, an answer with its task."""
    event = delivered.event
    assert isinstance(event, JournalWritten)  # noqa: S101 - what the registry delivers
    if event.packet_id is not None or event.text is None:
        return Done()
    deal = await session.get_one(Deal, event.deal_id)
    by, words = await name_of(session, delivered.actor_id), event.text[:LONGEST_WORDS]
    if event.asked_id is not None:
        asked, answer = text("ntf-journal-asked", by=by, words=words), _row("btn-answer", deal.id)
        await tell(session, delivered, [event.asked_id], deal.id, [asked], [answer], now=now)
    people = {deal.seller_id, deal.executor_id, *await list_doers(session, deal.id)} - {
        event.asked_id,
        *event.answered_ids,
    }
    said = text("ntf-journal-written", by=by, words=words)
    await tell(session, delivered, people, deal.id, [said], [_row("btn-journal", deal.id)], now=now)
    return Done()


def _row(reply: str, deal_id: int) -> list[Button]:
    return [Button(text(reply), "deal.journal", deal_id), card_button(deal_id, Style.PRIMARY)]
