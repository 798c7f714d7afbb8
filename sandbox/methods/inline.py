"""Answers to inline queries."""

from typing import Any

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.methods.registry import api_method
from sandbox.world import World

MAX_RESULTS = 50


@api_method("answerInlineQuery")
def answer_inline_query(world: World, call: Call) -> bool:
    results = call.object("results", "can't parse inline query results JSON object") or []
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    _check_results(results)
    next_offset = call.text("next_offset")
    if len(next_offset.encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    world.queries.close(call.text("inline_query_id"), {"results": results, "next_offset": next_offset})
    return True


def _check_results(results: list[Any]) -> None:
    ids = [str(result.get("id", "")) if isinstance(result, dict) else "" for result in results]
    if not all(1 <= len(result_id.encode()) <= 64 for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
