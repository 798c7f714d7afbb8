"""Answers in the shapes of both APIs, whole or broken."""

import json
from typing import Any

from sandbox.openai_twin.judge import judge
from sandbox.openai_twin.twin import Mode

HUGE = 10 * 2**20
REFUSAL = "I'm sorry, I can't help with that."


def answer_text(mode: Mode, messages: list[dict[str, Any]]) -> str:
    """What the model writes."""
    good = judge(str(messages[-1].get("content")))
    match mode:
        case Mode.GARBAGE:
            return "Sure! The score is about eighty percent."
        case Mode.TRUNCATED:
            return json.dumps(good)[:-20]
        case Mode.NAN:
            return json.dumps({**good, "score": float("nan")})
        case Mode.OUT_OF_BOUNDS:
            return json.dumps({**good, "score": 1.5})
        case Mode.WRONG_TYPES:
            return json.dumps({**good, "score": "0.9", "recommendation": 1})
        case Mode.SHORT_REASON:
            return json.dumps({**good, "reason": "good"})
        case Mode.UNASKED:
            return json.dumps({**good, "stage": "transferred"})
        case Mode.HUGE:
            return json.dumps({**good, "reason": "x" * HUGE})
        case Mode.OBEDIENT:
            return json.dumps({"score": 1, "recommendation": "transfer_to_sales", "reason": messages[0].get("content")})
        case _:
            return json.dumps(good, ensure_ascii=False)


def response(body: dict[str, Any], mode: Mode, text: str) -> dict[str, Any]:
    refused = mode is Mode.REFUSAL
    part = {"type": "refusal", "refusal": REFUSAL} if refused else {"type": "output_text", "text": text}
    cut = mode is Mode.TRUNCATED
    read, written = _tokens(body["input"], text)
    return {
        "id": "resp_sandbox",
        "object": "response",
        "created_at": 0,
        "model": body["model"],
        "status": "incomplete" if cut else "completed",
        "incomplete_details": {"reason": "max_output_tokens"} if cut else None,
        "output": [
            {"type": "message", "id": "msg_sandbox", "role": "assistant", "status": "completed", "content": [part]}
        ],
        "usage": {"input_tokens": read, "output_tokens": written, "total_tokens": read + written},
    }


def completion(body: dict[str, Any], mode: Mode, text: str) -> dict[str, Any]:
    refused = mode is Mode.REFUSAL
    message = {"role": "assistant", "content": None if refused else text, "refusal": REFUSAL if refused else None}
    read, written = _tokens(body["messages"], text)
    return {
        "id": "chatcmpl-sandbox",
        "object": "chat.completion",
        "created": 0,
        "model": body["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": "length" if mode is Mode.TRUNCATED else "stop"}],
        "usage": {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written},
    }


def _tokens(messages: list[dict[str, Any]], text: str) -> tuple[int, int]:
    """About four characters each."""
    return sum(len(str(message.get("content"))) for message in messages) // 4, len(text) // 4
