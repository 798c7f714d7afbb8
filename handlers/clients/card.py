"""A client's card: looking, showing what is masked, starting a deal."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import screens
from handlers.clients.cards import card_screen
from handlers.common.ids import row_id, row_page
from handlers.deals.states import OpenDealFlow
from handlers.kit.draft import Memory
from handlers.kit.replies import Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.clients.queries import find_client_line
from services.clients.reveal import reveal_client
from services.conversation.values import Screen

steps = Steps()


@steps.tap("client.card", right=Right.SEE_CLIENTS)
async def show_card(session: AsyncSession, actor: Actor, memory: Memory, arg: str) -> Screen:
    """`arg` is the client and, after a colon, the last deal of the page before."""
    client_id, before = row_page(arg)
    return await card_screen(session, actor, memory, client_id, deals_before=before)


@steps.tap("client.reveal", right=Right.REVEAL_PERSONAL_DATA)
async def reveal(session: AsyncSession, actor: Actor, memory: Memory, now: datetime, arg: str) -> Screen:
    found = await reveal_client(session, actor, row_id(arg), now=now)
    return screens.card(found, actor, revealed=True, search=memory.search.token if memory.search else None)


@steps.tap("client.deal", right=Right.OPEN_DEAL)
async def open_deal(session: AsyncSession, actor: Actor, arg: str) -> Start:
    client = await find_client_line(session, actor, row_id(arg))
    return Start(OpenDealFlow.kind, {"client_id": client.id, "name": client.name})
