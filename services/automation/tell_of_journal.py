"""Tells the other people of a deal what was written into its journal."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.user import User
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, text
from services.deals.describe import describe_deal, others_in
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
    author = (await session.execute(select(User.name).where(User.id == delivered.actor_id))).scalar_one()
    said = text(
        "ntf-journal-asked" if event.asks else "ntf-journal-written", by=author, words=event.text[:LONGEST_WORDS]
    )
    notice = Notice(
        [said, await describe_deal(session, deal.id)],
        [
            [
                Button(text("btn-answer" if event.asks else "btn-journal"), "deal.journal", deal.id),
                Button(text("btn-open-card"), "deal.card", deal.id, Style.PRIMARY),
            ]
        ],
        subject=f"deal:{deal.id}",
    )
    others = others_in(deal, delivered.actor_id)
    await notify(session, others, notice, now=now, correlation_id=delivered.correlation_id)
    return Done()
