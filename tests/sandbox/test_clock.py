"""The sandbox's clock."""

import asyncio
from datetime import datetime
from typing import Any

import pytest

from sandbox.client import SandboxRefusedError
from sandbox.clock import parse_span
from tests.sandbox.conftest import SELLER, Telegram


def at(state: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(state["now"])


@pytest.mark.parametrize(
    ("span", "seconds"), [("3d", 259_200), ("2h", 7_200), ("15m", 900), ("90", 90), ("1d 2h", 93_600), ("-5s", -5)]
)
def test_a_span_is_read(span: str, seconds: float) -> None:
    assert parse_span(span) == seconds


@pytest.mark.parametrize(
    "body", [{}, {"advance": "soon"}, {"advance": "3 fortnights"}, {"now": "tomorrow"}, {"advance": 10**12}]
)
async def test_a_move_that_can_not_be_read_is_refused(telegram: Telegram, body: dict[str, Any]) -> None:
    with pytest.raises(SandboxRefusedError):
        await telegram.people._request("POST", "clock", **body)


async def test_the_clock_moves_and_dates_of_messages_with_it(telegram: Telegram) -> None:
    before = await telegram.people.clock()
    after = await telegram.people.advance("3d")
    assert after["version"] == before["version"] + 1
    assert 3 * 86_400 <= (at(after) - at(before)).total_seconds() < 3 * 86_400 + 5
    await telegram.people.say(SELLER, "hello")
    (message,) = await telegram.people.messages(SELLER)
    assert abs(message["date"] - at(after).timestamp()) < 5


async def test_the_clock_is_set_to_a_moment(telegram: Telegram) -> None:
    state = await telegram.people.set_clock("2027-03-15T09:00:00+02:00")
    assert state["now"].startswith("2027-03-15T07:00:0")


async def test_waiting_for_a_move_ends_with_it(telegram: Telegram) -> None:
    version = (await telegram.people.clock())["version"]
    waiting = asyncio.create_task(telegram.people.clock(version=version, wait=20))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await telegram.people.advance(60)
    assert (await asyncio.wait_for(waiting, 2))["version"] == version + 1


async def test_waiting_for_a_move_ends_with_its_time_or_at_once_for_an_old_version(telegram: Telegram) -> None:
    state = await telegram.people.advance(1)
    assert (await telegram.people.clock(version=state["version"], wait=0.05))["version"] == state["version"]
    assert (await telegram.people.clock(version=state["version"] - 1, wait=20))["version"] == state["version"]


async def test_a_tap_can_not_be_answered_after_150_seconds(telegram: Telegram) -> None:
    tap, query = await telegram.start_tap(await telegram.send(), "go")
    await telegram.people.advance(151)
    code, description = await telegram.refusal("answerCallbackQuery", callback_query_id=query["id"])
    assert (code, description) == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    tap.cancel()


async def test_an_old_message_can_not_be_deleted_for_everyone(telegram: Telegram) -> None:
    message_id = await telegram.send()
    await telegram.people.advance("49h")
    assert await telegram.refusal("deleteMessage", chat_id=SELLER, message_id=message_id) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )
