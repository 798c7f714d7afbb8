"""The local model refuses what the real service refuses, and does what it is told to."""

from typing import Any

import pytest

from sandbox.client import SandboxRefusedError
from sandbox.openai_twin import MODEL_KEY
from services.scoring.answer import ANSWER_SCHEMA
from tests.sandbox.conftest import Telegram

MESSAGES = [{"role": "system", "content": "judge"}, {"role": "user", "content": "{}"}]
OBJECT: dict[str, Any] = {"type": "object", "additionalProperties": False}


async def post(
    telegram: Telegram, path: str, body: Any, *, key: str = MODEL_KEY, raw: bytes | None = None
) -> tuple[int, dict[str, Any]]:
    headers = {"Authorization": f"Bearer {key}"}
    given = {"data": raw} if raw is not None else {"json": body}
    async with telegram.http.post(f"{telegram.url}/openai/v1/{path}", headers=headers, **given) as response:
        return response.status, await response.json()


def response_body(schema: Any = ANSWER_SCHEMA) -> dict[str, Any]:
    form = {"type": "json_schema", "name": "n", "strict": True, "schema": schema}
    return {"model": "m", "input": MESSAGES, "text": {"format": form}}


def chat_body(schema: Any = ANSWER_SCHEMA) -> dict[str, Any]:
    form = {"type": "json_schema", "json_schema": {"name": "n", "strict": True, "schema": schema}}
    return {"model": "m", "messages": MESSAGES, "response_format": form}


BOTH = [("responses", response_body), ("chat/completions", chat_body)]


@pytest.mark.parametrize(("path", "body"), BOTH)
@pytest.mark.parametrize("key", ["", "wrong", f"{MODEL_KEY}x"])
async def test_a_stranger_is_refused_and_not_recorded(telegram: Telegram, path: str, body: Any, key: str) -> None:
    status, answer = await post(telegram, path, body(), key=key)
    assert (status, answer["error"]["code"]) == (401, "invalid_api_key")
    assert await telegram.people.model_requests() == []


@pytest.mark.parametrize(("path", "body"), BOTH)
@pytest.mark.parametrize(
    ("schema", "problem"),
    [
        ({**OBJECT, "properties": {"a": {"type": "number", "minimum": 0}}, "required": ["a"]}, "'minimum'"),
        ({**OBJECT, "properties": {"a": {"type": "string", "minLength": 9}}, "required": ["a"]}, "'minLength'"),
        ({**OBJECT, "properties": {"a": {"type": "string", "format": "date"}}, "required": ["a"]}, "'format'"),
        ({**OBJECT, "properties": {"a": {"type": "string", "default": ""}}, "required": ["a"]}, "'default'"),
        ({**OBJECT, "properties": {"a": {"type": "string"}}, "required": []}, "Missing 'a'"),
        ({"type": "object", "properties": {}, "required": []}, "'additionalProperties'"),
        ({**OBJECT, "properties": {"a": {"$ref": "#/$defs/A", "title": "x"}}, "required": ["a"]}, "$ref"),
        ({**OBJECT, "$defs": {"A": {"type": "array", "maxItems": 3}}, "properties": {}, "required": []}, "'maxItems'"),
        ({"type": "array"}, "type: "),
        (None, "schema"),
    ],
)
async def test_a_schema_the_service_does_not_take_is_refused(
    telegram: Telegram, path: str, body: Any, schema: Any, problem: str
) -> None:
    status, answer = await post(telegram, path, body(schema))
    assert status == 400
    assert problem in answer["error"]["message"]


@pytest.mark.parametrize(("path", "body"), BOTH)
async def test_our_own_schema_is_taken(telegram: Telegram, path: str, body: Any) -> None:
    assert (await post(telegram, path, body()))[0] == 200


@pytest.mark.parametrize(("path", "body"), BOTH)
@pytest.mark.parametrize("wrong", [{"tempreature": 1}, {"model": None}, {"input": "x", "messages": "x"}])
async def test_a_wrong_parameter_is_refused(telegram: Telegram, path: str, body: Any, wrong: dict[str, Any]) -> None:
    assert (await post(telegram, path, {**body(), **wrong}))[0] == 400


async def test_what_is_not_json_is_refused(telegram: Telegram) -> None:
    status, answer = await post(telegram, "responses", None, raw=b"{")
    assert (status, answer["error"]["code"]) == (400, "invalid_json")


async def test_it_fails_so_many_times_and_is_good_again(telegram: Telegram) -> None:
    await telegram.people.model("error", times=2)
    statuses = [(await post(telegram, "responses", response_body()))[0] for _ in range(3)]
    assert statuses == [500, 500, 200]
    assert len(await telegram.people.model_requests()) == 3


async def test_it_is_forgotten_by_itself_and_with_the_rest(telegram: Telegram) -> None:
    for forget in (telegram.people.forget_model, telegram.people.reset):
        await telegram.people.model("quota")
        assert (await post(telegram, "chat/completions", chat_body()))[1]["error"]["code"] == "insufficient_quota"
        await forget()
        assert await telegram.people.model_requests() == []
        assert (await post(telegram, "chat/completions", chat_body()))[0] == 200


async def test_an_unknown_mode_is_refused(telegram: Telegram) -> None:
    with pytest.raises(SandboxRefusedError, match="mode"):
        await telegram.people.model("cheerful")


@pytest.mark.parametrize(("path", "body"), BOTH)
@pytest.mark.parametrize("content", ["", "[]", "null", '{"features": 1}', '{"answer_language": "Klingon"}'])
async def test_it_answers_whatever_it_is_asked(telegram: Telegram, path: str, body: Any, content: str) -> None:
    messages = [{"role": "user", "content": content}]
    asked = {**body(), ("input" if path == "responses" else "messages"): messages}
    assert (await post(telegram, path, asked))[0] == 200
