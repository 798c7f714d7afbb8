"""The list of /sim/ addresses."""

import asyncio

from aiohttp import web

from sandbox.sim import control, inline, model, people, posting, reading, stream, taps, webapp
from sandbox.sim.http import endpoint
from sandbox.world import World


def routes(world: World, stop: asyncio.Event) -> list[web.RouteDef]:
    table = (
        ("GET", "/sim/state", reading.state),
        ("POST", "/sim/users", people.add_user),
        ("POST", "/sim/users/{user}/deactivate", people.deactivate),
        ("POST", "/sim/groups", people.add_group),
        ("GET", "/sim/chats/{chat}", reading.transcript),
        ("GET", "/sim/chats/{chat}/commands", reading.commands),
        ("POST", "/sim/chats/{chat}/messages", posting.post_message),
        ("PATCH", "/sim/chats/{chat}/messages/{message}", posting.edit_message),
        ("POST", "/sim/chats/{chat}/taps", taps.tap),
        ("POST", "/sim/chats/{chat}/block", people.block),
        ("POST", "/sim/inline", inline.ask),
        ("POST", "/sim/inline/choose", inline.choose),
        ("POST", "/sim/read", people.read),
        ("GET", "/sim/files/{file}", reading.file),
        ("GET", "/sim/calls", reading.calls),
        ("GET", "/sim/updates", reading.updates),
        ("GET", "/sim/updates/confirmed", reading.confirmed),
        ("POST", "/sim/updates", control.push_update),
        ("POST", "/sim/faults", control.add_fault),
        ("DELETE", "/sim/faults", control.clear_faults),
        ("GET", "/sim/openai", model.read),
        ("POST", "/sim/openai", model.steer),
        ("DELETE", "/sim/openai", model.forget),
        ("POST", "/sim/limits", control.set_limits),
        ("GET", "/sim/clock", control.read_clock),
        ("POST", "/sim/clock", control.set_clock),
        ("POST", "/sim/reset", control.reset),
        ("POST", "/sim/webapp", webapp.launch),
        ("GET", "/sim/events", stream.follow),
        ("POST", "/sim/shutdown", control.shutdown(stop)),
    )
    return [web.route(method, path, endpoint(world, handler)) for method, path, handler in table]
