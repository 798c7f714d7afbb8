"""Keeps the nightly backup and the weekly rehearsal; rows say what is due.

Each runs in a process of its own behind this one. What a kill has cut short left no row, so it is due again.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeAlias

import structlog

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.settings import Settings
from models.backup_run import RunKind
from services.backups.runs import Run, find_due, record_run

log = structlog.get_logger(service="scheduler")

LOOK_SECONDS = 60.0
LONGEST = timedelta(hours=6)
COMMANDS = {RunKind.BACKUP: "backup", RunKind.REHEARSAL: "rehearse"}

Child: TypeAlias = Callable[[str], Awaitable[dict[str, Any]]]


class Keeper:
    def __init__(self, database: Database, clock: Clock, settings: Settings, *, child: Child | None = None) -> None:
        self._database = database
        self._clock = clock
        self._zone = settings.brokerage.zone
        self._hour = settings.backup_hour
        self._child = child or run_command

    async def run(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - it is still due when it is looked at again
                level = log.warning if is_away(error) else log.exception
                level("backup.not-kept", reason=type(error).__name__)

    async def look(self) -> None:
        """The rehearsal comes after the backup of its night."""
        for kind in (RunKind.BACKUP, RunKind.REHEARSAL):
            due = partial(find_due, kind=kind, now=self._clock.now(), zone=self._zone, hour=self._hour)
            if await self._database.read(due):
                await self._run(kind)

    async def _run(self, kind: RunKind) -> None:
        started_at = self._clock.now()
        said = await self._child(COMMANDS[kind])
        run = _told(kind, started_at, self._clock.now(), said)
        log.info("backup.kept", kind=kind, fine=run.refusal is None, reason=run.refusal, size=run.size)
        await self._database.write(partial(record_run, run=run, zone=self._zone, hour=self._hour))


def _told(kind: RunKind, started_at: datetime, ended_at: datetime, said: dict[str, Any]) -> Run:
    return Run(
        kind=kind,
        started_at=started_at,
        ended_at=ended_at,
        backup_at=datetime.fromisoformat(said["taken_at"]) if "taken_at" in said else None,
        size=said.get("size"),
        missing=said.get("missing", 0),
        refusal=said.get("refused"),
        params=said.get("params", {}),
    )


async def run_command(name: str) -> dict[str, Any]:
    """What `crm` says of it; a process that says nothing, or takes hours, was refused too."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.cli", name, "--json"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(LONGEST.total_seconds()):
            said, complaint = await process.communicate()
    except TimeoutError:
        return _failed(name, f"not done after {LONGEST}")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    try:
        told: dict[str, Any] = json.loads(said.decode().splitlines()[-1])
    except (ValueError, IndexError):
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        return _failed(name, "".join(last)[:300] or f"code {process.returncode}")
    return told


def _failed(name: str, reason: str) -> dict[str, Any]:
    return {"refused": "backup-tool-failed", "params": {"tool": f"crm {name}", "reason": reason}}
