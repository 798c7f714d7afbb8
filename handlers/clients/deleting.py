"""Removes a client, after asking, and brings him back."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import deleting_screens as ask
from handlers.clients.cards import card_screen, existing_client
from handlers.clients.states import DeleteClientFlow
from handlers.common.ids import row_id
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.clients.delete import access_deletable_client, delete_client, restore_client
from services.clients.errors import ClientExists
from services.conversation.values import Screen

steps = Steps()
steps.flow(DeleteClientFlow, right=Right.DELETE_CLIENTS)


@steps.tap("client.delete", right=Right.DELETE_CLIENTS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    client = await access_deletable_client(session, actor, row_id(arg))
    return Start(DeleteClientFlow.confirm, {"client_id": client.id, "name": client.name})


@steps.question(DeleteClientFlow.confirm)
async def ask_confirm(draft: Draft) -> Screen:
    return ask.confirm(draft["name"])


@steps.confirm(DeleteClientFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime) -> Done:
    await delete_client(session, actor, draft["client_id"], now=now)
    return Done(ask.deleted(draft["client_id"], draft["name"]))


@steps.tap("client.restore", right=Right.DELETE_CLIENTS)
async def restore(session: AsyncSession, actor: Actor, memory: Memory, now: datetime, arg: str) -> Screen:
    try:
        await restore_client(session, actor, row_id(arg), now=now)
    except ClientExists as refusal:
        return await existing_client(session, actor, memory, refusal.params["client_id"], ask.collides())
    return (await card_screen(session, actor, memory, row_id(arg))).with_first(ask.restored())
