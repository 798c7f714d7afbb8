"""The card as a screen, also as the end of a step."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.replies import Done
from services.access import Actor
from services.conversation.values import Screen, Text
from services.leads.card import SURFACE, lead_card
from services.leads.queries import LeadCard, find_lead_card


async def card_screen(session: AsyncSession, actor: Actor, lead_id: int, note: Text | None = None) -> Screen:
    return screen_of(await find_lead_card(session, actor, lead_id), actor, note)


async def done_with_lead(session: AsyncSession, actor: Actor, lead_id: int, note: Text | None = None) -> Done:
    return Done(await card_screen(session, actor, lead_id, note))


def screen_of(lead: LeadCard, actor: Actor, note: Text | None = None) -> Screen:
    shown = lead_card(lead, actor)
    screen = Screen(shown.lines, shown.rows, subject=shown.subject, surface=SURFACE)
    return screen.with_first(note) if note else screen
