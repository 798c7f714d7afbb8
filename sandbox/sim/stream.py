"""Server-sent events for the chat page."""

import asyncio
import contextlib
import json

from aiohttp import web

from sandbox.events import Event
from sandbox.view import show_message
from sandbox.world import World

HEARTBEAT_SECONDS = 15.0


async def follow(world: World, request: web.Request) -> web.StreamResponse:
    """Goes on after the id in Last-Event-ID; a reset event says that the page must read everything anew."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    given = request.headers.get("Last-Event-ID") or request.query.get("last_event_id", "")
    stream = world.events.subscribe(int(given) if given.isdecimal() else None)
    try:
        await response.write(b"retry: 1000\n\n")
        with contextlib.suppress(ConnectionError):
            await _pump(stream, response)
    finally:
        world.events.unsubscribe(stream)
    return response


async def _pump(stream: asyncio.Queue[Event | None], response: web.StreamResponse) -> None:
    while True:
        try:
            event = await asyncio.wait_for(stream.get(), HEARTBEAT_SECONDS)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        if event is None:
            return
        data = json.dumps(event.data, ensure_ascii=False, default=show_message)
        text = f"id: {event.id}\nevent: {event.name}\ndata: {data}\n\n"
        await response.write(text.encode())
