"""People tap buttons."""

import secrets
from typing import Any

from aiohttp import web
from pydantic import Field

from sandbox.directory import Chat, Person
from sandbox.messages import StoredMessage
from sandbox.queries import Query
from sandbox.sim.http import Body, Id, SimError, chat_of, member_of, read_body, seconds
from sandbox.sim.posting import say, share_contact
from sandbox.world import World


class Tap(Body):
    """`data` may be forged; `wait` is how long to hold for the bot's answer, in seconds."""

    from_: Id | None = Field(default=None, alias="from")
    message_id: Id
    label: str | None = None
    data: str | None = None
    wait: float | None = Field(default=None, ge=0, le=60)


async def tap(world: World, request: web.Request) -> dict[str, Any]:
    chat = chat_of(world, request)
    body = await read_body(request, Tap)
    person = member_of(world, chat, body.from_ or chat.id)
    message = world.messages.find(chat.id, body.message_id)
    if message is None:
        raise SimError(f"there is no message {body.message_id} in chat {chat.id}", status=404)
    if body.data is not None:
        return await _tap_data(world, request, body, message, person)
    if button := _find(message, body.label):
        if "callback_data" in button:
            body.data = button["callback_data"]
            return await _tap_data(world, request, body, message, person)
        return _result(url=button.get("url") or button.get("web_app", {}).get("url"))
    return _tap_reply_keyboard(world, chat, message, person, body.label)


async def _tap_data(
    world: World, request: web.Request, body: Tap, message: StoredMessage, person: Person
) -> dict[str, Any]:
    wait = seconds(request, "wait", 10.0) if body.wait is None else body.wait
    query = Query(str(secrets.randbits(62)), person.id, message.chat_id, message.id)
    with world.store.transaction():
        world.queries.open("callback_query", query)
        world.messages.mark_read(message.chat_id, person.id)
        world.updates.push("callback_query", _callback(query, message, person, body.data or ""))
    answer = await world.queries.answer_to(query.id, timeout=wait)
    return _result(answered=answer is not None, **(answer or {}))


def _callback(query: Query, message: StoredMessage, person: Person, data: str) -> dict[str, Any]:
    """A message that was deleted meanwhile is shown as inaccessible."""
    shown: dict[str, Any] = message.body
    if message.deleted:
        shown = {"chat": message.body["chat"], "message_id": message.id, "date": 0}
    return {
        "id": query.id,
        "from": person.as_user(),
        "message": shown,
        "chat_instance": str(message.chat_id),
        "data": data,
    }


def _find(message: StoredMessage, label: str | None) -> dict[str, Any] | None:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return next((button for row in rows for button in row if button["text"] == label), None)


def _tap_reply_keyboard(
    world: World, chat: Chat, message: StoredMessage, person: Person, label: str | None
) -> dict[str, Any]:
    rows = (message.keyboard or {}).get("keyboard", [])
    button = next((button for row in rows for button in row if button["text"] == label), None)
    if button is None:
        raise SimError(f"message {message.id} has no button {label!r}", status=404)
    if "web_app" in button:
        return _result(url=button["web_app"]["url"])
    with world.store.transaction():
        if button.get("request_contact"):
            message_id = share_contact(world, chat, person)
        else:
            message_id = say(world, chat, person, button["text"])
    return _result(answered=True) | {"message_id": message_id}


def _result(*, answered: bool = False, text: str = "", alert: bool = False, url: str | None = None) -> dict[str, Any]:
    return {"answered": answered, "text": text, "alert": alert, "url": url}
