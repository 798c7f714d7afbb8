"""The card of the lead who has a phone or an address already."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.conversation import RESUME
from handlers.kit.draft import Memory
from handlers.leads import question_screens as ask
from handlers.leads.shown import card_screen
from services.access import Actor
from services.conversation.values import Button, Screen, text
from services.leads.errors import LeadOfOthers


async def known_lead(session: AsyncSession, actor: Actor, memory: Memory, lead_id: int) -> Screen:
    """The dialogue in progress is put aside: it can go on with another phone. Somebody else's lead is only named."""
    memory.park()
    try:
        screen = await card_screen(session, actor, lead_id, ask.known())
    except LeadOfOthers as refusal:
        screen = ask.known_of_others(refusal)
    if memory.parked is None:
        return screen
    return screen.with_rows([Button(text("btn-resume"), RESUME, memory.parked.token)])
