"""Looks at the parts of the installation that this process runs, and writes down how they are."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic
from uuid import uuid4

import structlog
from sqlalchemy import text

from bot.clock import Clock
from bot.database import Database
from models.pulse import Condition, Part
from services.documents.ports import DocumentStorage, StorageUnreachable
from services.health import tallies
from services.health.pulses import Beat, record_beats

log = structlog.get_logger(service="process")

EVERY_SECONDS = 20.0
LONGEST_SILENCE = 30.0
LONGEST_POLL = 120.0
STORAGE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Running:
    """What this process can tell: seconds since a part was last at work, None where another process runs it.

    `telegram`: since it answered a poll, or said that its webhook works. `model_rests`: the model has failed again and
    again; None where none is configured.
    """

    relay: Callable[[], float | None]
    scheduler: Callable[[], float | None]
    telegram: Callable[[], float | None]
    model_rests: Callable[[], bool] | None


class Checkup:
    def __init__(self, database: Database, storage: DocumentStorage, clock: Clock, running: Running) -> None:
        self._database = database
        self._storage = storage
        self._clock = clock
        self._running = running

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - whatever it is, nobody has looked, and that shows
                log.warning("checkup.failed", reason=type(error).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> None:
        beats = [await self._database_beat(), *self._beats_of_loops()]
        if self._running.relay() is not None:
            beats += [await self._storage_beat(), self._model_beat()]
        await self._database.write(partial(record_beats, beats=beats, now=self._clock.now()))

    async def _database_beat(self) -> Beat:
        begun = monotonic()
        await self._database.read(lambda session: session.execute(text("SELECT 1")))
        return Beat(Part.DATABASE, Condition.FINE, _milliseconds(monotonic() - begun))

    def _beats_of_loops(self) -> list[Beat]:
        loops = (
            (Part.RELAY, self._running.relay(), LONGEST_SILENCE, tallies.CONSUME_SECONDS.last),
            (Part.SCHEDULER, self._running.scheduler(), LONGEST_SILENCE, tallies.TICK_SECONDS.last),
            (Part.TELEGRAM, self._running.telegram(), LONGEST_POLL, tallies.SEND_SECONDS.last),
        )
        return [
            Beat(part, Condition.FAILING if silence > longest else Condition.FINE, _milliseconds(last))
            for part, silence, longest, last in loops
            if silence is not None
        ]

    async def _storage_beat(self) -> Beat:
        begun = monotonic()
        try:
            async with asyncio.timeout(STORAGE_SECONDS):
                await self._storage.exists(f"checkup/{uuid4()}")
        except (StorageUnreachable, TimeoutError):
            return Beat(Part.STORAGE, Condition.FAILING)
        return Beat(Part.STORAGE, Condition.FINE, _milliseconds(monotonic() - begun))

    def _model_beat(self) -> Beat:
        rests = self._running.model_rests
        if rests is None:
            return Beat(Part.MODEL, Condition.OFF)
        return Beat(
            Part.MODEL, Condition.FAILING if rests() else Condition.FINE, _milliseconds(tallies.MODEL_SECONDS.last)
        )


def _milliseconds(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds * 1000)
