"""The real processes on free ports: the local Telegram and the CRM, started, killed, started again."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from contextlib import suppress
from pathlib import Path

from sandbox.client import SandboxClient

READY_SECONDS = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Installation:
    """One data folder with its two processes; the CRM starts the sandbox itself, as `make run` does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sandbox_port, self.web_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.sandbox_port}"
        self.telegram: SandboxClient | None = None
        self._crm: Process | None = None

    @property
    def log(self) -> Path:
        return self.folder / "crm.log"

    async def start(self) -> None:
        """Returns when the CRM has printed its ready line."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._crm = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot.cli", "run", stdout=asyncio.subprocess.PIPE, stderr=log, env=self._env()
            )
        assert self._crm.stdout is not None
        line = await asyncio.wait_for(self._crm.stdout.readline(), READY_SECONDS)
        if line != f"ready {self.url}/\n".encode():
            raise RuntimeError(f"the CRM did not come up: {line!r}\n{self.log.read_text()[-3000:]}")
        if self.telegram is None:
            self.telegram = SandboxClient(self.url)

    async def kill(self) -> None:
        """kill -9 of the CRM; the sandbox lives on."""
        assert self._crm is not None
        self._crm.kill()
        await self._crm.wait()

    async def stop(self) -> int:
        """Ctrl-C: both end. The CRM's exit code."""
        assert self._crm is not None
        if self._crm.returncode is None:
            self._crm.send_signal(signal.SIGINT)
        return await asyncio.wait_for(self._crm.wait(), 15)

    async def remove(self) -> None:
        """Ends whatever still runs."""
        if self._crm is not None and self._crm.returncode is None:
            with suppress(TimeoutError):
                await self.stop()
            if self._crm.returncode is None:
                await self.kill()
        if self.telegram is not None:
            with suppress(Exception):
                await self.telegram.shutdown()
            await self.telegram.close()

    def _env(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_")}
        return {
            **kept,
            "DATA_DIR": str(self.folder),
            "SANDBOX_PORT": str(self.sandbox_port),
            "WEB_PORT": str(self.web_port),
            "LOG_FORMAT": "json",
        }
