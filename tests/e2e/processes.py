"""The real processes on free ports: the local Telegram and the CRM, started, killed, started again."""

import asyncio
import os
import signal
import socket
import sqlite3
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sandbox.client import SandboxClient

READY_SECONDS = 60.0
STOP_SECONDS = 10.0
SETTLE_SECONDS = 30.0
ON_THE_WAY = "SELECT id FROM inbox WHERE state = 'new' UNION ALL SELECT id FROM outgoing WHERE state = 'pending'"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Crm:
    """One `crm run`; what it logs goes to the end of a file."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self._environment = environment
        self._log = log
        self._process: Process | None = None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def spawn(self) -> None:
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot.cli", "run", stdout=PIPE, stderr=log, env=self._environment
            )

    async def start(self) -> str:
        """Returns the ready line. Raises RuntimeError with the end of the log when another line comes."""
        await self.spawn()
        assert self._process is not None
        assert self._process.stdout is not None
        line = (await asyncio.wait_for(self._process.stdout.readline(), READY_SECONDS)).decode().strip()
        if not line.startswith("ready "):
            raise RuntimeError(f"the CRM did not come up: {line!r}\n{self._log.read_text()[-3000:]}")
        return line

    async def end(self, how: signal.Signals, *, within: float = STOP_SECONDS) -> int:
        """Returns the exit code. Raises TimeoutError when it still runs after so many seconds."""
        assert self._process is not None
        self._process.send_signal(how)
        return await asyncio.wait_for(self._process.wait(), within)


class Installation:
    """One data folder; the CRM starts the sandbox itself, as `make run` does."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.url, self._web_port = url or f"http://127.0.0.1:{free_port()}", str(free_port())
        self.telegram = SandboxClient(self.url)
        self.crm = self.another()
        self._lived = 0.0
        self._ready_at: float | None = None

    def another(self) -> Crm:
        """A second CRM on the same folder and ports."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "OPENAI_"))}
        own = {
            "DATA_DIR": str(self.folder),
            "SANDBOX_PORT": self.url.rpartition(":")[2],
            "WEB_PORT": self._web_port,
            "LOG_FORMAT": "json",
        }
        return Crm({**kept, **own}, self.folder / "crm.log")

    async def start(self) -> None:
        line = await self.crm.start()
        assert line == f"ready {self.url}/"
        self._ready_at = time.monotonic()

    def lived(self) -> float:
        """Seconds that the CRM was up, all its lives together."""
        return self._lived + (0.0 if self._ready_at is None else time.monotonic() - self._ready_at)

    async def kill(self) -> None:
        """kill -9 of the CRM; the sandbox lives on."""
        self._lived, self._ready_at = self.lived(), None
        await self.crm.end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ctrl-C: both end. Returns the CRM's exit code."""
        return await self.crm.end(signal.SIGINT)

    async def remove(self) -> None:
        """Ends whatever still runs."""
        if self.crm.running:
            with suppress(TimeoutError):
                await self.stop()
        if self.crm.running:
            await self.kill()
        with suppress(Exception):
            await self.telegram.shutdown()
        await self.telegram.close()

    async def settle(self) -> None:
        """Until every update is processed and every answer delivered."""
        async with asyncio.timeout(SETTLE_SECONDS):
            while (await self.telegram.updates())["pending"] or self.rows(ON_THE_WAY):
                await asyncio.sleep(0.1)

    def rows(self, query: str) -> list[Any]:
        """What the CRM's database holds."""
        with closing(sqlite3.connect(f"file:{self.folder / 'crm.sqlite3'}?mode=ro", uri=True)) as database:
            return database.execute(query).fetchall()
