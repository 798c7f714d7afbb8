"""The card as the end of a step."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.deals import screens
from handlers.kit.replies import Done
from services.access import Actor
from services.conversation.values import Text
from services.deals.queries import find_deal_card


async def done_with_card(
    session: AsyncSession, actor: Actor, deal_id: int, note: Text | None = None, *, today: date
) -> Done:
    card = screens.card(await find_deal_card(session, actor, deal_id, today=today), actor)
    return Done(card.with_first(note) if note else card)
