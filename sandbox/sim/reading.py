"""What there is: people, transcripts, calls, files."""

from typing import Any

from aiohttp import web

from sandbox.directory import Group, Person
from sandbox.methods.commands import commands_in_force, menu_button_in_force
from sandbox.openai_twin import MODEL_KEY, MODEL_PATH
from sandbox.sim.http import SimError, chat_of, member_of, number
from sandbox.view import show_message
from sandbox.world import World


async def state(world: World, request: web.Request) -> dict[str, Any]:  # noqa: ARG001 - a handler's shape
    bot = {key: world.bot[key] for key in ("id", "username", "first_name")}
    return {
        "ready": True,
        "data_dir": str(world.options.data_dir.resolve()),
        "model": {"path": MODEL_PATH, "key": MODEL_KEY},
        "bot": {**bot, "token": world.options.bot_token},
        "users": [_show_person(person) for person in world.directory.people()],
        "groups": [
            {"id": group.id, "title": group.title, "forum": group.forum, "members": world.directory.members(group.id)}
            for group in world.directory.groups()
        ],
        "now": world.clock.state()["now"],
    }


async def transcript(world: World, request: web.Request) -> dict[str, Any]:
    chat = chat_of(world, request)
    found = world.messages.list_after(chat.id, number(request, "after", 0), number(request, "limit", -1))
    body: dict[str, Any] = {"id": chat.id, "type": chat.as_chat()["type"]}
    if isinstance(chat, Group):
        body["title"] = chat.title
    return {
        **body,
        "messages": [show_message(message) for message in found],
        "alerts": world.messages.alerts(chat.id),
        "unread": {str(user): world.messages.unread(chat.id, user) for user in world.directory.members(chat.id)},
    }


async def commands(world: World, request: web.Request) -> dict[str, Any]:
    chat = chat_of(world, request)
    person = member_of(world, chat, number(request, "user", chat.id))
    return {
        "commands": commands_in_force(world, chat.id, person.id),
        "menu_button": menu_button_in_force(world, chat.id if chat.id > 0 else None),
    }


async def calls(world: World, request: web.Request) -> dict[str, Any]:
    return {"calls": world.calls.after(number(request, "after", 0), number(request, "limit", 1_000))}


async def updates(world: World, request: web.Request) -> dict[str, int]:  # noqa: ARG001 - a handler's shape
    return world.updates.count()


async def confirmed(world: World, request: web.Request) -> dict[str, list[int]]:  # noqa: ARG001 - a handler's shape
    return {"ids": world.updates.confirmed_ids()}


async def file(world: World, request: web.Request) -> web.StreamResponse:
    """Never rendered as a page: a file that somebody sent must not run in the sandbox's origin."""
    found = world.files.find(request.match_info["file"])
    location = world.files.location(found) if found else None
    if found is None or location is None:
        raise SimError("there is no such file", status=404)
    shown = found.mime if found.mime.startswith(("image/", "audio/", "video/")) else "application/octet-stream"
    headers = {"Content-Type": shown, "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    return web.FileResponse(location, headers=headers)


def _show_person(person: Person) -> dict[str, Any]:
    names = {key: person.profile.get(key) for key in ("first_name", "last_name", "username", "language_code")}
    return {"id": person.id, **names, "role": person.role, "phone": person.phone, "blocked": person.blocked}
