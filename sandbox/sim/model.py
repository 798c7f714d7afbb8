"""Steering the local model that scores leads, and reading what it was asked."""

from typing import Any

from aiohttp import web
from pydantic import Field

from sandbox.openai_twin import Mode
from sandbox.sim.http import Body, read_body
from sandbox.world import World


class Steering(Body):
    mode: Mode
    times: int | None = Field(default=None, ge=1)
    seconds: float = Field(default=65.0, ge=0)


async def read(world: World, request: web.Request) -> dict[str, Any]:  # noqa: ARG001 - a handler's shape
    return {"mode": world.model.mode, "requests": list(world.model.requests)}


async def steer(world: World, request: web.Request) -> dict[str, Any]:
    body = await read_body(request, Steering)
    world.model.steer(body.mode, times=body.times, seconds=body.seconds)
    return {"mode": world.model.mode}


async def forget(world: World, request: web.Request) -> dict[str, bool]:  # noqa: ARG001 - a handler's shape
    world.model.forget()
    return {"ok": True}
