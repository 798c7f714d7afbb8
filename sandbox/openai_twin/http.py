"""`/openai/v1/models`, `/responses` and `/chat/completions`, with the service's own refusals."""

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.jsontext import dump_json, load_json
from sandbox.openai_twin.schema import find_problem
from sandbox.openai_twin.twin import MODEL_KEY, MODEL_PATH, Mode, Twin
from sandbox.openai_twin.wire import answer_text, completion, response


@dataclass(frozen=True, slots=True)
class Wire:
    """One API: where the messages and the strict format stand, which parameters it knows, and its answer."""

    messages: str
    format: tuple[str, ...]
    known: frozenset[str]
    answer: Callable[[dict[str, Any], Mode, str], dict[str, Any]]


RESPONSES = Wire(
    "input",
    ("text", "format"),
    frozenset({"model", "input", "text", "max_output_tokens", "store", "temperature", "instructions"}),
    response,
)
CHAT = Wire(
    "messages",
    ("response_format", "json_schema"),
    frozenset({"model", "messages", "response_format", "max_completion_tokens", "max_tokens", "store", "temperature"}),
    completion,
)
STRANGER = (401, "invalid_api_key", "Incorrect API key provided.")
FAILURES = {
    Mode.RATE_LIMIT: (429, "rate_limit_exceeded", "Rate limit reached for requests."),
    Mode.QUOTA: (429, "insufficient_quota", "You exceeded your current quota, please check your plan."),
    Mode.ERROR: (500, "server_error", "The server had an error while processing your request."),
}


def routes(twin: Twin) -> list[web.RouteDef]:
    return [
        web.get(f"{MODEL_PATH}/models", _list_models),
        web.post(f"{MODEL_PATH}/responses", _endpoint(twin, RESPONSES)),
        web.post(f"{MODEL_PATH}/chat/completions", _endpoint(twin, CHAT)),
    ]


async def _list_models(request: web.Request) -> web.Response:
    if not _is_known(request):
        return _refuse(*STRANGER)
    return _json({"object": "list", "data": [{"id": "sandbox", "object": "model", "owned_by": "sandbox"}]}, 200)


def _is_known(request: web.Request) -> bool:
    return hmac.compare_digest(request.headers.get("Authorization", ""), f"Bearer {MODEL_KEY}")


def _endpoint(twin: Twin, wire: Wire) -> Callable[[web.Request], Any]:
    async def respond(request: web.Request) -> web.StreamResponse:
        if not _is_known(request):
            return _refuse(*STRANGER)
        try:
            body = load_json(await request.read())
        except ValueError:
            return _refuse(400, "invalid_json", "We could not parse the JSON body of your request.")
        problem = _find_problem(body, wire)
        if problem is not None:
            return _refuse(400, "invalid_request_error", problem)
        mode = twin.take({"path": request.path, "body": body})
        if mode is Mode.SLOW:
            await asyncio.sleep(twin.seconds)
        if mode is Mode.DROP:
            return _cut(request)
        if mode in FAILURES:
            return _refuse(*FAILURES[mode])
        text = answer_text(mode, body[wire.messages])
        return _json(wire.answer(body, mode, text), 200)

    return respond


def _find_problem(body: Any, wire: Wire) -> str | None:
    if not isinstance(body, dict) or not isinstance(body.get("model"), str):
        return "You must provide a model parameter."
    unknown = set(body) - wire.known
    if unknown:
        return f"Unknown parameter: '{min(unknown)}'."
    messages = body.get(wire.messages)
    if not isinstance(messages, list) or not messages or not all(isinstance(message, dict) for message in messages):
        return f"Missing required parameter: '{wire.messages}'."
    form: Any = body
    for name in wire.format:
        form = form.get(name) if isinstance(form, dict) else None
    if isinstance(form, dict) and form.get("strict"):
        problem = find_problem(form.get("schema"))
        return f"Invalid schema for response_format '{form.get('name')}': {problem}" if problem else None
    return None


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.close()
    return web.Response()


def _refuse(status: int, code: str, message: str) -> web.Response:
    return _json({"error": {"message": message, "type": code, "param": None, "code": code}}, status)


def _json(body: Any, status: int) -> web.Response:
    return web.Response(body=dump_json(body).encode(), status=status, content_type="application/json")
