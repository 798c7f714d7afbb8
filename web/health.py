"""`GET /health`: is this installation doing its work? 200 or 503, with what was looked at."""

import asyncio
from typing import Any

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse

from services.health.backlog import Backlog, Queue
from web.edge import Edge

log = structlog.get_logger()

DATABASE_SECONDS = 5.0
OLDEST_SECONDS = 60.0
LONGEST_SILENCE = 120.0


def health_router(edge: Edge) -> APIRouter:
    router = APIRouter()

    @router.get("/health")
    async def health() -> JSONResponse:
        report = await examine(edge)
        return JSONResponse(report, status_code=503 if report["problems"] else 200)

    return router


async def examine(edge: Edge) -> dict[str, Any]:
    """`problems` names the parts that do not work; a long queue of bulk notices is none."""
    backlog = await find_backlog(edge)
    poll_age = edge.poll_age()
    problems = [
        part
        for part, wrong in (
            ("database", backlog is None),
            ("inbox", backlog is not None and backlog.inbox.age > OLDEST_SECONDS),
            ("outgoing", backlog is not None and backlog.dialogue.age > OLDEST_SECONDS),
            ("telegram", poll_age is not None and poll_age > LONGEST_SILENCE),
        )
        if wrong
    ]
    return {
        "status": "failing" if problems else "ok",
        "problems": problems,
        "version": edge.version,
        "database": "ok" if backlog else "away",
        "inbox": _queue(backlog.inbox) if backlog else None,
        "outgoing": _queue(backlog.outgoing) if backlog else None,
        "telegram": {"last_poll_seconds": None if poll_age is None else round(poll_age, 1)},
    }


async def find_backlog(edge: Edge) -> Backlog | None:
    """None when the database does not answer in time."""
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            return await edge.backlog(edge.now())
    except Exception as error:  # noqa: BLE001 - whatever it is, the answer is "away"
        log.warning("health.database-away", reason=type(error).__name__)
        return None


def _queue(queue: Queue) -> dict[str, Any]:
    return {"waiting": queue.depth, "oldest_seconds": round(queue.age, 1)}
