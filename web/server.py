"""Serves the application in the process's own loop; signals stay with the process."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from fastapi import FastAPI

GRACE_SECONDS = 3
BACKLOG = 128


class PortTakenError(Exception):
    """Something else listens there already."""


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """uvicorn would raise the signal again after its own end, before the process has finished its work."""
        yield


class WebServer:
    """Holds the port from the start; raises PortTakenError."""

    def __init__(self, app: FastAPI, *, host: str, port: int) -> None:
        self._socket = _bind(host, port)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
        self._server = _Server(config)
        self._serving: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Until `stop`. Connections that come before the first request is served wait in the socket's queue."""
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._socket]))
        try:
            await asyncio.shield(self._serving)
        finally:
            await self.stop()

    async def stop(self) -> None:
        """Takes no more and finishes the requests in hand, for at most `GRACE_SECONDS`."""
        self._server.should_exit = True
        if self._serving is not None:
            await asyncio.wait([self._serving])
        self._socket.close()


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise PortTakenError(f"{host}:{port}: {error.strerror}") from error
