"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import hmac
import inspect
import re
import time
from http import HTTPStatus
from typing import Any

from aiohttp import web

from sandbox.call import Call, read_call
from sandbox.errors import ApiError
from sandbox.faults import Fault
from sandbox.files import DOWNLOAD_LIMIT
from sandbox.jsontext import dump_json
from sandbox.methods import METHODS
from sandbox.world import World

_TOKEN = re.compile(r"\d{1,20}:[\w\-]{10,}")


class BotApi:
    def __init__(self, world: World) -> None:
        self._world = world

    async def call(self, request: web.Request) -> web.StreamResponse:
        started = time.perf_counter()
        method = request.match_info["method"].lower()
        fault: Fault | None = None
        call = Call(method, {})
        try:
            self._check_token(request.match_info["token"])
            call = await read_call(request, method)
            fault = self._world.faults.strike(method, call.chat_id)
            body = await self._perform(call, fault)
        except ApiError as error:
            body = error.answer()
        if fault:
            return await self._fail(request, call, fault, body, started)
        self._record(request, call, body, started)
        return _respond(body)

    async def perform(self, call: Call) -> dict[str, Any]:
        """Runs one call and returns its answer."""
        handler = METHODS.get(call.method)
        if handler is None:
            return ApiError(404, "Not Found: method not found").answer()
        try:
            with self._world.store.transaction():
                result = handler(self._world, call)
            if inspect.isawaitable(result):
                result = await result
        except ApiError as error:
            return error.answer()
        return {"ok": True, "result": result}

    async def download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request.match_info["token"])
        except ApiError as error:
            return _respond(error.answer())
        if fault := self._world.faults.strike("download", None):
            return await self._fail(request, Call("download", {}), fault, {}, time.perf_counter())
        file = self._world.files.find_by_path(request.match_info["path"])
        location = self._world.files.location(file) if file else None
        if file is None or location is None or file.size > DOWNLOAD_LIMIT:
            return _respond(ApiError(404, "Not Found").answer())
        return web.FileResponse(location, headers={"Content-Type": "application/octet-stream"})

    def _check_token(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise ApiError(401, "Unauthorized: invalid token specified")
        if not hmac.compare_digest(token.encode(), self._world.options.bot_token.encode()):
            raise ApiError(401, "Unauthorized")

    async def _perform(self, call: Call, fault: Fault | None) -> dict[str, Any]:
        """A fault stops the call before it does anything, unless it strikes after."""
        if fault and not fault.after_accept:
            return {}
        return await self.perform(call)

    async def _fail(
        self, request: web.Request, call: Call, fault: Fault, body: dict[str, Any], started: float
    ) -> web.StreamResponse:
        if error := fault.error():
            answer = error.answer()
            self._record(request, call, answer, started)
            return _respond(answer)
        self._record(request, call, {"fault": fault.code, "accepted": body}, started)
        if fault.code == "hang":
            await asyncio.sleep(fault.seconds)
        if request.transport:
            request.transport.abort()
        return web.Response()

    def _record(self, request: web.Request, call: Call, body: dict[str, Any], started: float) -> None:
        """A call that was cut has the status 0."""
        world = self._world
        status = body.get("error_code", 200 if "ok" in body else 0)
        method = request.match_info.get("method", call.method)
        seq = world.calls.record(
            {
                "method": method,
                "params": call.logged(),
                "status": status,
                "response": body,
                "time": world.clock.now(),
                "ms": round((time.perf_counter() - started) * 1000, 3),
            }
        )
        world.events.publish("call", seq=seq, method=method, status=status)


async def not_found(request: web.Request) -> web.StreamResponse:  # noqa: ARG001 - a handler's shape
    return _respond(ApiError(404, "Not Found").answer())


def _respond(body: dict[str, Any]) -> web.Response:
    status = body.get("error_code", 200)
    headers = {}
    if retry_after := body.get("parameters", {}).get("retry_after"):
        headers["Retry-After"] = str(retry_after)
    reason = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Error"
    return web.Response(
        body=dump_json(body).encode(), status=status, reason=reason, headers=headers, content_type="application/json"
    )
