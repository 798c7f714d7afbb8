"""`GET /health`: is this installation doing its work? 200 or 503, with what was looked at."""

import asyncio
from collections.abc import Awaitable, Sequence
from typing import Any, TypeVar

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse

from models.pulse import Part
from services.health.alarm import LONGEST
from services.health.backlog import Backlog, Queue
from services.health.pulses import State, Vital
from web.edge import Edge

log = structlog.get_logger(service="web")

DATABASE_SECONDS = 5.0
LONGEST_SILENCE = 120.0
STALL_REMEMBERED = 600.0
NEEDED = frozenset({Part.DATABASE, Part.RELAY, Part.SCHEDULER, Part.TELEGRAM})
_PROBLEMS = {"dialogue": "outgoing"}

T = TypeVar("T")


def health_router(edge: Edge) -> APIRouter:
    router = APIRouter()

    @router.get("/health")
    async def health() -> JSONResponse:
        report = await examine(edge)
        return JSONResponse(report, status_code=503 if report["problems"] else 200)

    return router


async def examine(edge: Edge) -> dict[str, Any]:
    """`problems` names what keeps people from working, `degraded` what they can do without for a while.

    A long queue of bulk notices is neither.
    """
    now = edge.now()
    backlog = await ask(edge.backlog(now))
    vitals = await ask(edge.vitals(now)) if backlog else None
    problems = _problems(edge, backlog, vitals or ())
    degraded = [vital.part.value for vital in vitals or () if vital.part not in NEEDED and _is_wrong(vital)]
    stall = edge.stall()
    if stall is not None and stall.ago < STALL_REMEMBERED:
        degraded.append("loop")
    return {
        "status": "failing" if problems else "degraded" if degraded else "ok",
        "problems": problems,
        "degraded": degraded,
        "version": edge.version,
        "database": "ok" if backlog else "away",
        **{name: _queue(getattr(backlog, name)) if backlog else None for name in ("inbox", "outgoing", "events")},
        "loop": None
        if stall is None
        else {"stood_seconds": _rounded(stall.seconds), "seconds_ago": _rounded(stall.ago)},
        "telegram": {"last_poll_seconds": _rounded(edge.poll_age())},
        "parts": {vital.part.value: _part(vital) for vital in vitals or ()},
    }


def _problems(edge: Edge, backlog: Backlog | None, vitals: Sequence[Vital]) -> list[str]:
    found = {vital.part.value for vital in vitals if vital.part in NEEDED and _is_wrong(vital)}
    if backlog is None:
        found.add("database")
    else:
        found |= {_PROBLEMS.get(name, name) for name in backlog.late(LONGEST)}
    poll_age = edge.poll_age()
    if poll_age is not None and poll_age > LONGEST_SILENCE:
        found.add("telegram")
    return sorted(found)


def _is_wrong(vital: Vital) -> bool:
    return vital.state in {State.FAILING, State.SILENT}


async def ask(reading: Awaitable[T]) -> T | None:
    """None when the database does not answer in time."""
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            return await reading
    except Exception as error:  # noqa: BLE001 - whatever it is, the answer is "away"
        log.warning("health.database-away", reason=type(error).__name__)
        return None


def _part(vital: Vital) -> dict[str, Any]:
    return {"state": vital.state.value, "latency_ms": vital.latency_ms, "seen_seconds_ago": _rounded(vital.age)}


def _queue(queue: Queue) -> dict[str, Any]:
    return {"waiting": queue.depth, "oldest_seconds": _rounded(queue.age)}


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)
