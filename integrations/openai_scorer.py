"""OpenAI, or whatever speaks its protocol, as the scorer of leads.

- The answer is read by `services.scoring.answer`, not by the client: the client takes a cut answer for a whole one, and
  raises for a wrong one in a dozen ways.
- The client repeats nothing: it would repeat an exhausted quota too, and its time limit holds for each try.
- It is imported when the first lead is scored, in a thread: it takes a second and tens of megabytes.
"""

import asyncio
import json
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog

from integrations.model_access import Api, ModelAccess
from services.scoring.answer import ANSWER_NAME, ANSWER_SCHEMA, read_answer
from services.scoring.ports import Asked, Fault, Question

if TYPE_CHECKING:
    from openai import AsyncOpenAI

log = structlog.get_logger(service="model")

MOST_ANSWERED = 1_000
LARGEST_BODY = 1_000_000
MOST_TOKENS = 10**9


@dataclass(frozen=True, slots=True)
class Said:
    """What came back: the text, or why there is none, and how many tokens it took."""

    text: str | None
    fault: Fault | None
    input_tokens: int
    output_tokens: int


class OpenAiScorer:
    def __init__(self, access: ModelAccess) -> None:
        self._access = access
        self._client: AsyncOpenAI | None = None
        self._connecting = asyncio.Lock()

    async def ask(self, question: Question) -> Asked:
        begun = time.monotonic()
        said = await self._say(question)
        answer, fault = None, said.fault
        if said.text is not None:
            try:
                answer = read_answer(said.text, instructions=question.messages[0]["content"])
            except ValueError:
                fault = Fault.INVALID
        if fault is not None:
            log.warning("scoring.fault", event_id=question.event_id, reason=fault.value)
        return Asked(
            answer=answer,
            fault=fault,
            model=self._access.model,
            latency_ms=round((time.monotonic() - begun) * 1000),
            input_tokens=said.input_tokens,
            output_tokens=said.output_tokens,
            cost_micros=self._cost(said),
        )

    async def probe(self) -> Fault | None:
        """What is wrong with the service, without a question that costs."""
        try:
            async with asyncio.timeout(self._access.timeout):
                await (await self._connected()).models.with_raw_response.list()
        except TimeoutError:
            return Fault.TIMEOUT
        except Exception as error:  # noqa: BLE001 - the client raises what its transport does
            return _fault_of(error)
        return None

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()

    async def _say(self, question: Question) -> Said:
        try:
            async with asyncio.timeout(self._access.timeout):
                body = await self._post(question)
        except TimeoutError:
            return _nothing(Fault.TIMEOUT)
        except Exception as error:  # noqa: BLE001 - the client raises what its transport does; the rules score then
            log.warning("scoring.not-answered", event_id=question.event_id, reason=type(error).__name__)
            return _nothing(_fault_of(error))
        read = _read_response if self._access.api is Api.RESPONSES else _read_completion
        try:
            return read(_load(body))
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return _nothing(Fault.INVALID)

    async def _post(self, question: Question) -> bytes:
        client = await self._connected()
        strict = {"name": ANSWER_NAME, "schema": ANSWER_SCHEMA, "strict": True}
        asked: Any = {"model": self._access.model, "store": False}
        if self._access.api is Api.RESPONSES:
            asked |= {"input": question.messages, "max_output_tokens": MOST_ANSWERED}
            asked["text"] = {"format": {"type": "json_schema", **strict}}
            body: bytes = (await client.responses.with_raw_response.create(**asked)).content
        else:
            asked |= {"messages": question.messages, "max_completion_tokens": MOST_ANSWERED}
            asked["response_format"] = {"type": "json_schema", "json_schema": strict}
            body = (await client.chat.completions.with_raw_response.create(**asked)).content
        return body

    async def _connected(self) -> "AsyncOpenAI":
        async with self._connecting:
            if self._client is None:
                self._client = await asyncio.to_thread(self._connect)
        return self._client

    def _connect(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415 - see above

        access = self._access
        return AsyncOpenAI(
            api_key=access.api_key,
            base_url=access.base_url,
            timeout=access.timeout,
            max_retries=0,
            http_client=DefaultAsyncHttpxClient(trust_env=not access.on_this_machine),
        )

    def _cost(self, said: Said) -> int:
        access = self._access
        return math.ceil(said.input_tokens * access.input_price + said.output_tokens * access.output_price)


def _nothing(fault: Fault) -> Said:
    return Said(None, fault, 0, 0)


def _fault_of(error: Exception) -> Fault:
    import openai  # noqa: PLC0415 - the client has been imported by now

    match error:
        case openai.APITimeoutError():
            return Fault.TIMEOUT
        case openai.RateLimitError(code="insufficient_quota"):
            return Fault.QUOTA
        case openai.RateLimitError():
            return Fault.RATE_LIMIT
        case openai.APIStatusError():
            return Fault.STATUS
        case _:
            return Fault.CONNECTION


def _load(body: bytes) -> Mapping[str, Any]:
    if len(body) > LARGEST_BODY:
        raise ValueError("too large for an answer")
    loaded: Mapping[str, Any] = json.loads(body)
    return loaded


def _read_response(body: Mapping[str, Any]) -> Said:
    usage = body.get("usage") or {}
    parts = [part for item in body["output"] if item["type"] == "message" for part in item["content"]]
    text = "".join(part["text"] for part in parts if part["type"] == "output_text")
    fault = None
    if any(part["type"] == "refusal" for part in parts):
        fault = Fault.REFUSAL
    elif body["status"] != "completed":
        fault = Fault.INCOMPLETE
    return Said(None if fault else text, fault, _count(usage, "input_tokens"), _count(usage, "output_tokens"))


def _read_completion(body: Mapping[str, Any]) -> Said:
    usage = body.get("usage") or {}
    choice = body["choices"][0]
    message = choice["message"]
    fault = None
    if message.get("refusal") or choice["finish_reason"] == "content_filter":
        fault = Fault.REFUSAL
    elif choice["finish_reason"] != "stop":
        fault = Fault.INCOMPLETE
    text = None if fault else str(message["content"])
    return Said(text, fault, _count(usage, "prompt_tokens"), _count(usage, "completion_tokens"))


def _count(usage: Mapping[str, Any], name: str) -> int:
    """What a service says of itself is not to be relied on."""
    return min(max(int(usage.get(name) or 0), 0), MOST_TOKENS)
