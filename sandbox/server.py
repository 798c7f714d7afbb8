"""The local Telegram as one aiohttp application, and the process that serves it."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from aiohttp import web

from sandbox import api, sim
from sandbox.api import BotApi
from sandbox.call import BODY_LIMIT
from sandbox.openai_twin import http as model_http
from sandbox.options import SandboxOptions
from sandbox.world import World

PAGE = Path(__file__).parent / "page"
WORLD = web.AppKey("world", World)
STOP = web.AppKey("stop", asyncio.Event)


def build_app(options: SandboxOptions) -> web.Application:
    """Raises sqlite3.OperationalError when another sandbox uses the same data folder."""
    world = World(options)
    bot_api = BotApi(world)
    stop = asyncio.Event()
    app = web.Application(client_max_size=BODY_LIMIT)
    app[WORLD], app[STOP] = world, stop
    app.add_routes(
        [
            web.get("/bot{token:[^/]+}/{method}", bot_api.call),
            web.post("/bot{token:[^/]+}/{method}", bot_api.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", bot_api.download),
            *sim.routes(world, stop),
            *model_http.routes(world.model),
            web.get("/", _page),
            web.static("/static", PAGE),
            web.route("*", "/{path:.*}", api.not_found),
        ]
    )
    app.cleanup_ctx.append(_deliver_webhooks(world, bot_api))
    app.on_response_prepare.append(_revalidate_page)
    app.on_shutdown.append(_release)
    app.on_cleanup.append(_close)
    return app


async def serve(options: SandboxOptions) -> None:
    """Runs until SIGTERM, SIGINT or /sim/shutdown. Raises OSError when the port is taken."""
    app = build_app(options)
    stop = app[STOP]
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, options.host, options.port).start()
        port = runner.addresses[0][1]
        sys.stdout.write(f"sandbox ready http://{options.host}:{port}/\n")
        sys.stdout.flush()
        await stop.wait()
    finally:
        await runner.cleanup()


async def _page(request: web.Request) -> web.StreamResponse:  # noqa: ARG001 - a handler's shape
    index = PAGE / "index.html"
    if not index.exists():
        return web.Response(text="the chat page is not built in")
    return web.FileResponse(index)


async def _revalidate_page(request: web.Request, response: web.StreamResponse) -> None:
    """A browser asks again each time, so that an update of the product is seen at once."""
    if request.path == "/" or request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-cache"


def _deliver_webhooks(world: World, bot_api: BotApi) -> Callable[[web.Application], AsyncIterator[None]]:
    async def while_running(app: web.Application) -> AsyncIterator[None]:  # noqa: ARG001 - a context's shape
        delivery = asyncio.create_task(world.webhook.run(bot_api.perform))
        world.webhook.wake()
        yield
        delivery.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await delivery

    return while_running


async def _release(app: web.Application) -> None:
    app[WORLD].release()


async def _close(app: web.Application) -> None:
    app[WORLD].store.close()
