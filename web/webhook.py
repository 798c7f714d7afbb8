"""Takes updates from Telegram: 200 only after they are durable, anything else makes Telegram repeat."""

import hmac
import json
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from web.edge import DatabaseAwayError, WebhookIntake

PATH = "/telegram/webhook"
BODY_LIMIT = 2**20
LARGEST_ID = 2**63 - 1
_SECRET_HEADER = b"x-telegram-bot-api-secret-token"


def webhook_router(intake: WebhookIntake) -> APIRouter:
    router = APIRouter()

    @router.post(PATH)
    async def receive(request: Request) -> Response:
        if not _knows_secret(request, intake.secret):
            return Response(status_code=401)
        body = await _read(request)
        if body is None:
            return Response(status_code=413)
        update = parse_update(body)
        if update is None:
            return Response(status_code=400)
        try:
            await intake.store(update)
        except DatabaseAwayError:
            return Response(status_code=503, headers={"Retry-After": "1"})
        return Response(status_code=200)

    return router


def _knows_secret(request: Request, secret: bytes) -> bool:
    """On the header's own bytes: whatever they are, they are compared and not decoded."""
    given = [value for name, value in request.scope["headers"] if name == _SECRET_HEADER]
    return len(given) == 1 and hmac.compare_digest(given[0], secret)


async def _read(request: Request) -> bytes | None:
    """None when it is larger than Telegram ever sends; no more than that is ever held."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)


def parse_update(body: bytes) -> Mapping[str, Any] | None:
    """None for what can't be stored as an update; what is inside one is looked at later."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict):
        return None
    update_id = update.get("update_id")
    if type(update_id) is not int or not 0 <= update_id <= LARGEST_ID:
        return None
    return update
