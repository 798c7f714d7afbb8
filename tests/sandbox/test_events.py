"""The stream of events that the chat page follows."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientResponse

from sandbox import events as events_module
from sandbox.events import Events
from tests.sandbox.conftest import NEWCOMER, SELLER, Telegram


class Stream:
    def __init__(self, response: ClientResponse) -> None:
        self._response = response
        self.last_id = ""

    async def next(self) -> tuple[str, dict[str, Any]]:
        """Returns the next event's name and data."""
        name, data = "", ""
        async with asyncio.timeout(5):
            async for raw in self._response.content:
                line = raw.decode().rstrip("\n")
                field, _, value = line.partition(": ")
                if field == "id":
                    self.last_id = value
                elif field == "event":
                    name = value
                elif field == "data":
                    data = value
                elif not line and name:
                    return name, json.loads(data)
        raise AssertionError("the stream ended")

    async def until(self, wanted: str) -> dict[str, Any]:
        while True:
            name, data = await self.next()
            if name == wanted:
                return data


@asynccontextmanager
async def follow(telegram: Telegram, last_id: str = "") -> AsyncIterator[Stream]:
    headers = {"Last-Event-ID": last_id} if last_id else {}
    async with telegram.http.get(f"{telegram.url}/sim/events", headers=headers) as response:
        assert response.headers["Content-Type"] == "text/event-stream"
        await response.content.readline()
        yield Stream(response)


async def test_what_happens_is_told_in_order(telegram: Telegram) -> None:
    async with follow(telegram) as stream:
        message_id = await telegram.send("hello")
        name, told = await stream.next()
        assert (name, told["chat"], told["message"]["text"]) == ("message", SELLER, "hello")
        assert (await stream.next())[0] == "call"
        await telegram.done("editMessageText", chat_id=SELLER, message_id=message_id, text="new")
        assert (await stream.until("edited"))["message"]["text"] == "new"
        await telegram.done("sendChatAction", chat_id=SELLER, action="typing")
        assert await stream.until("typing") == {"chat": SELLER, "action": "typing"}
        tap, query = await telegram.start_tap(message_id, "go")
        await telegram.done("answerCallbackQuery", callback_query_id=query["id"], text="Saved", show_alert=True)
        assert await stream.until("alert") == {
            "chat": SELLER,
            "user": SELLER,
            "text": "Saved",
            "alert": True,
            "message_id": message_id,
        }
        await tap
        await telegram.done("deleteMessage", chat_id=SELLER, message_id=message_id)
        assert await stream.until("deleted") == {"chat": SELLER, "id": message_id}
        await telegram.done("setMyCommands", commands=[{"command": "menu", "description": "x"}])
        await stream.until("commands")
        await telegram.people.advance(5)
        assert "now" in await stream.until("clock")
        await telegram.people.add_user("Oleg")
        await stream.until("users")
        await telegram.people.reset()
        assert await stream.until("reset") == {}


async def test_a_stream_goes_on_after_the_last_event_it_saw(telegram: Telegram) -> None:
    async with follow(telegram) as stream:
        await telegram.people.say(SELLER, "first")
        await stream.until("message")
        last_id = stream.last_id
    await telegram.people.say(SELLER, "second")
    async with follow(telegram, last_id) as stream:
        assert (await stream.until("message"))["message"]["text"] == "second"


async def test_a_stream_from_an_unknown_past_starts_with_a_reset(telegram: Telegram) -> None:
    await telegram.people.say(NEWCOMER, "hello")
    for unknown in ("5", "99999999999999999"):
        async with follow(telegram, unknown) as stream:
            assert await stream.next() == ("reset", {})


async def test_a_silent_stream_is_kept_alive(telegram: Telegram, monkeypatch: Any) -> None:
    monkeypatch.setattr("sandbox.sim.stream.HEARTBEAT_SECONDS", 0.02)
    async with telegram.http.get(f"{telegram.url}/sim/events") as response:
        lines = [await response.content.readline() for _ in range(3)]
    assert lines[2] == b": still here\n"


def test_the_ring_holds_the_last_thousands(monkeypatch: Any) -> None:
    assert events_module.RING_SIZE >= 1_000
    events = Events()
    for number in range(events_module.RING_SIZE + 10):
        events.publish("call", seq=number)
    first_kept = events.subscribe(events._last - 3)
    assert [first_kept.get_nowait().data["seq"] for _ in range(3)] == [RING_END - 3, RING_END - 2, RING_END - 1]


RING_END = events_module.RING_SIZE + 10
