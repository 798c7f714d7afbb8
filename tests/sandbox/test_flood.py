"""Flood control. Thresholds are settings; the time of the unit tests is passed in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.errors import ApiError
from sandbox.flood import Flood
from sandbox.options import FloodLimits
from tests.sandbox.conftest import CLIENT, SELLER, Telegram, serve

GROUP = -1002000000001


class FakeFlood(Flood):
    """`now` is in Telegram's seconds."""

    now = 1000.0

    def _now(self) -> float:
        return self.now

    def passed(self, chat: int, count: int) -> int:
        """Returns how many of `count` messages pass at once."""
        return count - sum(self.wait(chat) > 0 for _ in range(count))

    def wait(self, chat: int, cost: int = 1) -> int:
        try:
            self.admit(chat, cost)
        except ApiError as error:
            return (error.parameters or {})["retry_after"]
        return 0


@pytest.fixture
def flood() -> FakeFlood:
    return FakeFlood(FloodLimits())


def test_a_chat_takes_a_short_burst_and_then_one_a_second(flood: FakeFlood) -> None:
    assert flood.passed(1, 8) == 5
    assert flood.wait(1) == 1
    flood.now += 1
    assert flood.passed(1, 3) == 1
    flood.now += 60
    assert flood.passed(1, 8) == 5


def test_a_group_takes_twenty_a_minute(flood: FakeFlood) -> None:
    sent = 0
    for _ in range(40):
        sent += flood.passed(GROUP, 1)
        flood.now += 1
    assert sent == 20
    assert flood.wait(GROUP) == 20
    flood.now += 20
    assert flood.wait(GROUP) == 0


def test_thirty_a_second_pass_overall(flood: FakeFlood) -> None:
    assert sum(flood.passed(chat, 1) for chat in range(1, 60)) == 30
    flood.now += 0.5
    assert sum(flood.passed(chat, 1) for chat in range(100, 160)) == 15


def test_an_album_leaves_a_debt(flood: FakeFlood) -> None:
    assert flood.wait(1, cost=10) == 0
    assert flood.wait(1) == 6
    flood.now += 6
    assert flood.wait(1) == 0


def test_a_refused_message_costs_nothing(flood: FakeFlood) -> None:
    flood.passed(1, 100)
    flood.now += 1
    assert flood.wait(1) == 0


def test_nothing_is_counted_when_it_is_off() -> None:
    assert FakeFlood(FloodLimits(enabled=False)).passed(1, 100) == 100


@pytest.fixture
async def strict(tmp_path: Path) -> AsyncIterator[Telegram]:
    async for telegram in serve(tmp_path, FloodLimits()):
        yield telegram


async def test_sends_and_edits_of_a_chat_are_counted_together(strict: Telegram) -> None:
    message_id = await strict.send()
    for number in range(4):
        await strict.done("editMessageText", chat_id=SELLER, message_id=message_id, text=f"text {number}")
    answer = await strict.call("sendMessage", chat_id=SELLER, text="one too many")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 1})
    assert answer["description"] == "Too Many Requests: retry after 1"
    await strict.done("sendChatAction", chat_id=SELLER, action="typing")
    await strict.send(chat=CLIENT)


async def test_a_webhook_is_set_once_a_second(strict: Telegram) -> None:
    await strict.done("setWebhook", url="http://127.0.0.1:9/hook")
    answer = await strict.call("setWebhook", url="http://127.0.0.1:9/hook")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 1})
    await strict.done("deleteWebhook")


async def test_time_can_be_compressed(strict: Telegram) -> None:
    limits = await strict.people.limits(time_scale=0.001, chat_burst=1)
    assert limits == {
        "chat_per_second": 1.0,
        "chat_burst": 1,
        "group_per_minute": 20,
        "overall_per_second": 30.0,
        "enabled": True,
        "time_scale": 0.001,
    }
    for _ in range(20):
        await strict.call("sendMessage", chat_id=SELLER, text="x")
    assert len(await strict.people.messages(SELLER)) > 5
