"""Adding people and groups; blocking, leaving, reading."""

from typing import Any

from aiohttp import web
from pydantic import Field

from sandbox.directory import Person
from sandbox.jsontext import to_integer
from sandbox.sim.http import Body, Id, SimError, chat_of, person_of, read_body
from sandbox.world import World


class NewUser(Body):
    first_name: str = Field(min_length=1, max_length=64)
    last_name: str | None = None
    username: str | None = None
    language_code: str = "ru"
    id: Id | None = Field(default=None, gt=0)


class NewGroup(Body):
    title: str = Field(min_length=1, max_length=128)
    members: list[Id]
    forum: bool = False
    bot_is_admin: bool = True


class Block(Body):
    blocked: bool


class Read(Body):
    chat: Id
    user: Id


async def add_user(world: World, request: web.Request) -> dict[str, int]:
    body = await read_body(request, NewUser)
    profile = body.model_dump(exclude={"id"}, exclude_none=True)
    try:
        with world.store.transaction():
            user_id = world.directory.add_person(profile, user_id=body.id)
    except ValueError as error:
        raise SimError(str(error), status=409) from None
    world.events.publish("users")
    return {"id": user_id}


async def add_group(world: World, request: web.Request) -> dict[str, int]:
    body = await read_body(request, NewGroup)
    for user_id in body.members:
        person_of(world, user_id)
    with world.store.transaction():
        group_id = world.directory.add_group(body.title, body.members, forum=body.forum, bot_is_admin=body.bot_is_admin)
    world.events.publish("users")
    return {"id": group_id}


async def deactivate(world: World, request: web.Request) -> dict[str, bool]:
    person = person_of(world, _user_id(request))
    with world.store.transaction():
        world.directory.deactivate(person.id)
    world.events.publish("users")
    return {"ok": True}


async def block(world: World, request: web.Request) -> dict[str, bool]:
    """The bot learns of it by a my_chat_member update."""
    body = await read_body(request, Block)
    person = chat_of(world, request)
    if not isinstance(person, Person):
        raise SimError("only a person can block the bot")
    if person.blocked != body.blocked:
        with world.store.transaction():
            world.directory.set_blocked(person.id, blocked=body.blocked)
            world.updates.push("my_chat_member", _membership(world, person, blocked=body.blocked))
        world.events.publish("users")
    return {"blocked": body.blocked}


async def read(world: World, request: web.Request) -> dict[str, bool]:
    body = await read_body(request, Read)
    with world.store.transaction():
        world.messages.mark_read(body.chat, body.user)
    return {"ok": True}


def _membership(world: World, person: Person, *, blocked: bool) -> dict[str, Any]:
    member = {"user": world.bot, "status": "member"}
    kicked = {"user": world.bot, "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if blocked else (kicked, member)
    return {
        "chat": person.as_chat(),
        "from": person.as_user(),
        "date": int(world.clock.now()),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def _user_id(request: web.Request) -> int:
    return to_integer(request.match_info["user"]) or 0
