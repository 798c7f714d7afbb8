"""The queue of updates as getUpdates gives it."""

import asyncio
import time
from typing import Any

from tests.sandbox.conftest import SELLER, TOKEN, Telegram


async def ids(telegram: Telegram, **params: Any) -> list[int]:
    return [update["update_id"] for update in await telegram.done("getUpdates", **params)]


async def say(telegram: Telegram, count: int) -> list[int]:
    """Returns the ids of the updates."""
    for number in range(count):
        await telegram.people.say(SELLER, f"text {number}")
    last = (await telegram.people.updates())["last_id"]
    return list(range(last - count + 1, last + 1))


async def test_an_offset_confirms_everything_below_it(telegram: Telegram) -> None:
    first, second, third = await say(telegram, 3)
    assert await ids(telegram) == [first, second, third]
    assert await ids(telegram, offset=third) == [third]
    assert await telegram.people.confirmed() == [first, second]
    assert await telegram.people.updates() == {"pending": 1, "confirmed": 2, "last_id": third}


async def test_an_update_is_given_again_until_it_is_confirmed(telegram: Telegram) -> None:
    (only,) = await say(telegram, 1)
    assert await ids(telegram) == await ids(telegram, offset=0) == [only]
    assert await ids(telegram, offset=only + 1) == []


async def test_a_negative_offset_keeps_only_the_last(telegram: Telegram) -> None:
    *_, last_but_one, last = await say(telegram, 4)
    assert await ids(telegram, offset=-2) == [last_but_one, last]
    assert (await telegram.people.updates())["pending"] == 2


async def test_a_limit_is_kept_and_a_wrong_one_means_a_hundred(telegram: Telegram) -> None:
    given = await say(telegram, 3)
    assert await ids(telegram, offset=given[0], limit=2) == given[:2]
    assert await ids(telegram, offset=given[1], limit=0) == given[1:]


async def test_asking_again_at_once_with_the_same_offset_gives_one_update(telegram: Telegram) -> None:
    first, second = await say(telegram, 2)
    assert await ids(telegram, offset=first) == [first, second]
    assert await ids(telegram, offset=first) == [first]


async def test_a_long_poll_returns_as_soon_as_there_is_something(telegram: Telegram) -> None:
    poll = asyncio.create_task(telegram.done("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    started = time.monotonic()
    await telegram.people.say(SELLER, "hello")
    assert len(await poll) == 1
    assert time.monotonic() - started < 1


async def test_a_long_poll_ends_empty_when_its_time_is_over(telegram: Telegram) -> None:
    started = time.monotonic()
    assert await telegram.done("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - started < 3


async def test_a_second_poll_ends_the_first_with_409(telegram: Telegram) -> None:
    first = asyncio.create_task(telegram.call("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(telegram.call("getUpdates", timeout=30))
    answer = await first
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await telegram.people.say(SELLER, "hello")
    assert len((await second)["result"]) == 1


async def test_a_poll_is_refused_while_a_webhook_is_set(telegram: Telegram) -> None:
    await telegram.done("setWebhook", url="http://127.0.0.1:9/hook")
    assert await telegram.refusal("getUpdates") == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await telegram.done("deleteWebhook")
    assert await ids(telegram) == []


async def test_setting_a_webhook_ends_a_poll(telegram: Telegram) -> None:
    poll = asyncio.create_task(telegram.call("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await telegram.done("setWebhook", url="http://127.0.0.1:9/hook")
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"


async def test_a_kind_that_is_not_allowed_is_never_created(telegram: Telegram) -> None:
    await telegram.done("getUpdates", allowed_updates=["callback_query"])
    await telegram.people.say(SELLER, "hello")
    await telegram.done("getUpdates", allowed_updates=[])
    message = await telegram.people.say(SELLER, "again")
    assert [update["message"]["message_id"] for update in await telegram.done("getUpdates")] == [message]


async def test_the_list_of_allowed_kinds_is_kept_between_polls(telegram: Telegram) -> None:
    await telegram.done("getUpdates", allowed_updates='["callback_query"]')
    await telegram.done("getUpdates")
    await telegram.people.say(SELLER, "hello")
    assert await ids(telegram) == []


async def test_a_tap_lives_150_seconds_in_the_queue_and_a_message_a_day(telegram: Telegram) -> None:
    message_id = await telegram.send()
    await telegram.people.say(SELLER, "hello")
    await telegram.people.tap(SELLER, message_id, data="go", wait=0)
    await telegram.people.advance(149)
    assert len(await telegram.done("getUpdates")) == 2
    await telegram.people.advance(2)
    assert [list(update)[1] for update in await telegram.done("getUpdates")] == ["message"]
    await telegram.people.advance("1d")
    assert await telegram.done("getUpdates") == []


async def test_a_raw_update_may_repeat_an_id_and_come_late(telegram: Telegram) -> None:
    (real,) = await say(telegram, 1)
    assert await ids(telegram, offset=real + 1) == []
    for number in (real, real - 5, real):
        await telegram.people.update({"update_id": number, "message": {"message_id": 1}})
    assert await ids(telegram, offset=real + 2) == [real, real - 5, real]
    assert await ids(telegram, offset=real + 1) == []


async def test_a_raw_update_without_an_id_gets_the_next(telegram: Telegram) -> None:
    (real,) = await say(telegram, 1)
    assert await telegram.people.update({"poll": {"id": "1"}}) == real + 1


async def test_a_raw_query_can_be_answered_once(telegram: Telegram) -> None:
    await telegram.people.update({"inline_query": {"id": "77", "from": {"id": SELLER}, "query": "", "offset": ""}})
    await telegram.done("answerInlineQuery", inline_query_id="77", results=[])
    assert (await telegram.refusal("answerInlineQuery", inline_query_id="77", results=[]))[0] == 400


async def test_update_ids_grow_over_a_reset(telegram: Telegram) -> None:
    (before,) = await say(telegram, 1)
    await telegram.people.reset()
    assert await ids(telegram) == []
    await telegram.people.say(SELLER, "hello")
    assert await ids(telegram) == [before + 1]


async def test_get_form_json_and_multipart_are_accepted_in_any_case(telegram: Telegram) -> None:
    address = f"{telegram.url}/bot{TOKEN}/SENDmessage"
    params = {"chat_id": str(SELLER), "text": "hello"}
    async with telegram.http.get(address, params=params) as by_query:
        assert by_query.status == 200
    async with telegram.http.post(address, data=params) as by_form:
        assert by_form.status == 200
    async with telegram.http.post(address, json=params) as by_json:
        assert by_json.status == 200
    assert len(await telegram.people.messages(SELLER)) == 3
