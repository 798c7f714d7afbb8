"""Writes and reads how the parts of the installation are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.pulse import Condition, Part, Pulse
from services.upsert import insert_or_update

OLDEST = timedelta(seconds=90)


class State(StrEnum):
    """`silent`: nobody has looked at it for too long, as when the process that runs it hangs or is gone."""

    FINE = "fine"
    FAILING = "failing"
    OFF = "off"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Beat:
    """What was found when somebody looked."""

    part: Part
    condition: Condition
    latency_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Vital:
    """`age` is seconds since somebody looked."""

    part: Part
    state: State
    latency_ms: int | None
    age: float


@dataclass(frozen=True, slots=True)
class Stall:
    """A time when a process's event loop stood still, in seconds: how long, and how long it has been over."""

    seconds: float
    ago: float


async def record_beats(session: AsyncSession, beats: Sequence[Beat], *, now: datetime) -> None:
    for beat in beats:
        row = {"part": beat.part, "condition": beat.condition, "latency_ms": beat.latency_ms, "seen_at": now}
        await insert_or_update(session, Pulse, row, key=Pulse.part)


async def list_vitals(session: AsyncSession, *, now: datetime) -> Sequence[Vital]:
    """In the order of the parts; those that nobody has ever looked at are left out."""
    found = (await session.execute(select(Pulse.part, Pulse.condition, Pulse.latency_ms, Pulse.seen_at))).all()
    known = {part: _vital(part, condition, latency_ms, now - seen_at) for part, condition, latency_ms, seen_at in found}
    return [known[part] for part in Part if part in known]


def _vital(part: Part, condition: Condition, latency_ms: int | None, age: timedelta) -> Vital:
    state = State.SILENT if age > OLDEST else State(condition.value)
    return Vital(part, state, latency_ms, max(age.total_seconds(), 0.0))
