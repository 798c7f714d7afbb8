"""A client's whole file: given out, or erased for good."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import erasing_screens as ask
from handlers.clients.states import EraseClientFlow
from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen, Toast, text
from services.erasure.erase import access_erasable_client, erase_client, find_in_force
from services.erasure.errors import NameDiffers
from services.erasure.export import request_client_file

steps = Steps()
steps.flow(EraseClientFlow, right=Right.ERASE_CLIENTS)


@steps.tap("client.file", right=Right.ERASE_CLIENTS)
async def export(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Toast:
    """It comes by itself when it is made."""
    await request_client_file(session, actor, row_id(arg), now=now)
    return Toast(text("toast-client-file"))


@steps.tap("client.erase", right=Right.ERASE_CLIENTS)
async def start(session: AsyncSession, actor: Actor, today: date, arg: str) -> Start:
    client = await access_erasable_client(session, actor, row_id(arg))
    given = {"client_id": client.id, "name": client.name}
    if await find_in_force(session, client.id, today=today):
        return Start(EraseClientFlow.reason, given)
    return Start(EraseClientFlow.name, given)


@steps.question(EraseClientFlow.reason)
async def ask_reason(session: AsyncSession, draft: Draft, today: date) -> Screen:
    return ask.reason(draft["name"], await find_in_force(session, draft["client_id"], today=today))


@steps.answer(EraseClientFlow.reason)
async def on_reason(draft: Draft, text: str) -> Ask:
    draft["reason"] = short_text(text, limit=500)
    return Ask(EraseClientFlow.name)


@steps.question(EraseClientFlow.name)
async def ask_name(draft: Draft) -> Screen:
    return ask.name(draft["name"])


@steps.answer(EraseClientFlow.name)
async def on_name(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str) -> Done:
    """His name, typed: no tap erases anybody."""
    if short_text(text).casefold() != " ".join(draft["name"].split()).casefold():
        raise NameDiffers(name=draft["name"])
    await erase_client(session, actor, draft["client_id"], reason=draft.get("reason"), now=now, today=today)
    return Done(ask.erased())
