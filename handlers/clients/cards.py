"""The card as the end of a step, also somebody else's who has the same phone."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import screens
from handlers.kit.conversation import RESUME
from handlers.kit.draft import Memory
from services.access import Actor
from services.clients.queries import find_client_card
from services.conversation.values import Button, Screen, Text, text


async def card_screen(
    session: AsyncSession, actor: Actor, memory: Memory, client_id: int, *, deals_before: int | None = None
) -> Screen:
    found = await find_client_card(session, actor, client_id, deals_before=deals_before)
    return screens.card(found, actor, search=memory.search.token if memory.search else None)


async def existing_client(session: AsyncSession, actor: Actor, memory: Memory, client_id: int, note: Text) -> Screen:
    """The dialogue in progress is put aside: it can go on with another phone."""
    memory.set_aside()
    screen = (await card_screen(session, actor, memory, client_id)).with_first(note)
    if memory.parked is None:
        return screen
    return screen.with_rows([Button(text("btn-resume"), RESUME, memory.parked.token)])
