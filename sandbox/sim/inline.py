"""People use the bot in the inline mode: ask from any chat, choose one result."""

import secrets
from typing import Any

from aiohttp import web
from pydantic import Field

from sandbox.entities import format_text
from sandbox.queries import Query
from sandbox.sim.http import Body, Id, SimError, member_of, person_of, read_body
from sandbox.world import World

QUERY_LIMIT = 256


class InlineQuestion(Body):
    """`wait` is how long to hold for the bot's answer, in seconds."""

    from_: Id = Field(alias="from")
    query: str = Field(default="", max_length=QUERY_LIMIT)
    offset: str = ""
    wait: float = Field(default=10.0, ge=0, le=60)


class InlineChoice(Body):
    """`result` is one of the results that the bot gave."""

    from_: Id = Field(alias="from")
    chat: Id
    result: dict[str, Any]
    query: str = ""


async def ask(world: World, request: web.Request) -> dict[str, Any]:
    body = await read_body(request, InlineQuestion)
    person = person_of(world, body.from_)
    query = Query(str(secrets.randbits(62)), person.id, None, None)
    payload = {"id": query.id, "from": person.as_user(), "query": body.query, "offset": body.offset}
    with world.store.transaction():
        world.queries.open("inline_query", query)
        world.updates.push("inline_query", payload | {"chat_type": "sender"})
    answer = await world.queries.answer_to(query.id, timeout=body.wait)
    return {"answered": answer is not None, **(answer or {"results": [], "next_offset": ""})}


async def choose(world: World, request: web.Request) -> dict[str, int]:
    """The result's message appears in the chat; the bot learns of the choice if it asked to."""
    body = await read_body(request, InlineChoice)
    chat = world.directory.chat(body.chat)
    if chat is None:
        raise SimError(f"there is no chat {body.chat}", status=404)
    person = member_of(world, chat, body.from_)
    content = _content(body.result)
    chosen = {"result_id": str(body.result.get("id", "")), "from": person.as_user(), "query": body.query}
    with world.store.transaction():
        posted = world.post_from_person(chat, person, {**content, "via_bot": world.bot})
        world.updates.push("chosen_inline_result", chosen)
    return {"message_id": posted["message_id"]}


def _content(result: dict[str, Any]) -> dict[str, Any]:
    given = result.get("input_message_content") or {}
    if not given.get("message_text"):
        raise SimError("only results with a text can be chosen")
    formatted = format_text(
        given["message_text"], parse_mode=given.get("parse_mode") or "", entities=given.get("entities")
    )
    return {"text": formatted.text} | ({"entities": formatted.entities} if formatted.entities else {})
