"""Failing on purpose, flood limits, the clock, raw updates, reset."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Literal

from aiohttp import web
from pydantic import Field, model_validator

from sandbox.clock import parse_moment, parse_span
from sandbox.faults import Fault
from sandbox.jsontext import to_integer
from sandbox.queries import Query
from sandbox.sim.http import Body, SimError, number, read_body, seconds
from sandbox.world import World


class NewFault(Body):
    method: str
    code: int | Literal["drop", "hang"] = Field(union_mode="left_to_right")
    description: str | None = None
    retry_after: int | None = Field(default=None, ge=1)
    times: int | None = Field(default=None, ge=1)
    chat: int | None = None
    probability: float = Field(default=1.0, ge=0, le=1)
    after_accept: bool = False
    seconds: float = Field(default=65.0, ge=0)

    @model_validator(mode="after")
    def _is_an_error(self) -> "NewFault":
        if isinstance(self.code, int) and not 400 <= self.code < 600:
            raise ValueError('code is 4xx, 5xx, "drop" or "hang"')
        return self


class Limits(Body):
    chat_per_second: float | None = Field(default=None, gt=0)
    chat_burst: int | None = Field(default=None, ge=1)
    group_per_minute: int | None = Field(default=None, ge=1)
    overall_per_second: float | None = Field(default=None, ge=1)
    enabled: bool | None = None
    time_scale: float | None = Field(default=None, gt=0)


class ClockMove(Body):
    now: str | None = None
    advance: float | str | None = None


class RawUpdate(Body):
    update: dict[str, Any]


async def add_fault(world: World, request: web.Request) -> dict[str, int]:
    body = await read_body(request, NewFault)
    return {"id": world.faults.add(Fault(**{**body.model_dump(), "method": body.method.lower()}))}


async def clear_faults(world: World, request: web.Request) -> dict[str, bool]:  # noqa: ARG001 - a handler's shape
    world.faults.clear()
    return {"ok": True}


async def set_limits(world: World, request: web.Request) -> dict[str, Any]:
    """What is not given stays; the counts so far are forgotten."""
    body = await read_body(request, Limits)
    for name, value in body.model_dump(exclude_none=True).items():
        setattr(world.flood.limits, name, value)
    world.flood.forget()
    return {name: getattr(world.flood.limits, name) for name in Limits.model_fields}


async def read_clock(world: World, request: web.Request) -> dict[str, Any]:
    if "version" in request.query:
        await world.clock.wait_past(number(request, "version", 0), timeout=seconds(request, "wait", 25.0))
    return world.clock.state()


async def set_clock(world: World, request: web.Request) -> dict[str, Any]:
    body = await read_body(request, ClockMove)
    try:
        if body.now is not None:
            world.clock.move_to(parse_moment(body.now))
        elif body.advance is not None:
            world.clock.advance(parse_span(str(body.advance)))
        else:
            raise SimError("give now or advance")
    except ValueError as error:
        raise SimError(str(error)) from None
    state = world.clock.state()
    world.events.publish("clock", now=state["now"])
    return state


async def push_update(world: World, request: web.Request) -> dict[str, int]:
    """The queries that the update brings can be answered."""
    body = await read_body(request, RawUpdate)
    given = body.update.get("update_id")
    if given is not None and to_integer(given) is None:
        raise SimError("update_id must be a whole number")
    with world.store.transaction():
        for kind in ("callback_query", "inline_query"):
            _open_query(world, kind, body.update.get(kind))
        return {"update_id": world.updates.push_raw(body.update)}


async def reset(world: World, request: web.Request) -> dict[str, bool]:  # noqa: ARG001 - a handler's shape
    world.reset()
    return {"ok": True}


def shutdown(stop: asyncio.Event) -> Callable[[World, web.Request], Awaitable[dict[str, bool]]]:
    async def stop_server(world: World, request: web.Request) -> dict[str, bool]:  # noqa: ARG001 - a handler's shape
        asyncio.get_running_loop().call_later(0.05, stop.set)
        return {"ok": True}

    return stop_server


def _open_query(world: World, kind: str, raw: Any) -> None:
    if not isinstance(raw, dict) or "id" not in raw:
        return
    sender = _part(raw, "from")
    message = _part(raw, "message")
    chat_id = to_integer(_part(message, "chat").get("id"))
    query = Query(str(raw["id"]), to_integer(sender.get("id")) or 0, chat_id, to_integer(message.get("message_id")))
    world.queries.open(kind, query)


def _part(raw: dict[str, Any], name: str) -> dict[str, Any]:
    """A raw update may hold anything anywhere."""
    found = raw.get(name)
    return found if isinstance(found, dict) else {}
