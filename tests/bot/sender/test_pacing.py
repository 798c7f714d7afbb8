"""Telegram's limits are kept from our side, and used up: on an event loop whose clock jumps."""

import asyncio
from bisect import bisect_right
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sender.pacing import MOST_BUCKETS, Bucket, Limits, Pacing, Permits, Priority
from tests.virtual_time import run_in_virtual_time

LIMITS = Limits()


async def send_all(pacing: Pacing, chats: list[int], latencies: list[float]) -> list[tuple[float, int]]:
    """One message to each, all asked for at once. Returns when Telegram counted each, and its chat."""
    loop = asyncio.get_running_loop()
    counted: list[tuple[float, int]] = []
    locks = {chat: asyncio.Lock() for chat in chats}

    async def send(chat: int, latency: float) -> None:
        async with locks[chat], pacing.turn(chat, Priority.BULK):
            await asyncio.sleep(latency / 2)
            counted.append((loop.time(), chat))
            await asyncio.sleep(latency / 2)

    await asyncio.gather(*map(send, chats, latencies))
    return counted


def most_within(times: list[float], seconds: float) -> int:
    """The fullest window, its end left out."""
    times = sorted(times)
    return max(index + 1 - bisect_right(times, at - seconds) for index, at in enumerate(times))


latencies = st.floats(0.001, 0.5)


@settings(max_examples=40, deadline=None)
@given(st.lists(latencies, min_size=40, max_size=150))
def test_never_more_than_thirty_messages_in_a_second(spans: list[float]) -> None:
    counted = run_in_virtual_time(send_all(Pacing(LIMITS), list(range(1, len(spans) + 1)), spans))
    assert most_within([at for at, _ in counted], 1.0) <= LIMITS.per_second


@settings(max_examples=40, deadline=None)
@given(st.lists(latencies, min_size=8, max_size=40))
def test_a_chat_gets_a_burst_and_then_one_a_second(spans: list[float]) -> None:
    counted = run_in_virtual_time(send_all(Pacing(LIMITS), [7] * len(spans), spans))
    times = [at for at, _ in counted]
    assert times == sorted(times)
    assert most_within(times, 1.0) <= LIMITS.chat_burst
    for seconds in (2, 5, 10):
        assert most_within(times, seconds) <= LIMITS.chat_burst + seconds


@settings(max_examples=20, deadline=None)
@given(st.lists(latencies, min_size=30, max_size=90))
def test_a_group_gets_twenty_a_minute(spans: list[float]) -> None:
    counted = run_in_virtual_time(send_all(Pacing(LIMITS), [-100500] * len(spans), spans))
    assert most_within([at for at, _ in counted], 60.0) <= LIMITS.group_per_minute


def test_the_allowed_rate_is_used_up_whatever_the_latency() -> None:
    spans = [0.01 + number * 37 % 110 / 1000 for number in range(3000)]

    async def run() -> float:
        await send_all(Pacing(LIMITS), list(range(1, 3001)), spans)
        return asyncio.get_running_loop().time()

    assert 3000 / 30 / run_in_virtual_time(run()) >= 0.9


def test_a_chat_keeps_getting_one_a_second_however_many_wait() -> None:
    async def run() -> float:
        await send_all(Pacing(LIMITS), [7] * 65, [0.05] * 65)
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(run()) <= 60 * (1.005 + 0.05) + 1


def test_dialogue_goes_before_bulk_that_has_waited_longer() -> None:
    async def run() -> list[Priority]:
        permits, order = Permits(1, 1.0), list[Priority]()

        async def take(priority: Priority) -> None:
            await permits.acquire(priority)
            order.append(priority)
            permits.release_later()

        await asyncio.gather(*map(take, [Priority.BULK] * 4 + [Priority.DIALOGUE] * 3))
        return order

    assert run_in_virtual_time(run()) == [Priority.BULK] + [Priority.DIALOGUE] * 3 + [Priority.BULK] * 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 3), min_size=20, max_size=60), st.data())
def test_no_permit_is_lost_when_those_who_wait_for_it_are_cancelled(starts: list[float], data: st.DataObject) -> None:
    async def run() -> int:
        pacing = Pacing(Limits(per_second=1, group_per_minute=3, chat_burst=1000))

        async def send(at: float) -> None:
            await asyncio.sleep(at)
            async with pacing.turn(-5, Priority.BULK):
                await asyncio.sleep(0.1)

        tasks = [asyncio.create_task(send(at)) for at in starts]
        for task in tasks:
            if data.draw(st.booleans()):
                asyncio.get_running_loop().call_later(data.draw(st.floats(0, 4)), task.cancel)
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task
        await asyncio.sleep(200)
        return pacing._overall._free * 10 + pacing._group(-5)._free  # type: ignore[union-attr]  # a group has permits

    assert run_in_virtual_time(run()) == 13


def test_a_permit_that_was_just_given_to_a_cancelled_waiter_goes_to_the_next() -> None:
    async def run() -> bool:
        permits = Permits(1, 1.0)
        await permits.acquire(Priority.BULK)
        waiter = asyncio.create_task(permits.acquire(Priority.BULK))
        await asyncio.sleep(0)
        permits._release()
        waiter.cancel()
        with suppress(asyncio.CancelledError):
            await waiter
        await asyncio.wait_for(permits.acquire(Priority.BULK), 5)
        return True

    assert run_in_virtual_time(run())


@pytest.mark.parametrize(("idle", "delay"), [(0, 1.005), (0.505, 0.5), (1.005, 0), (60, 0)])
def test_an_allowance_comes_back_with_time(idle: float, delay: float) -> None:
    bucket = Bucket(5, 1.0)
    for _ in range(5):
        assert bucket.delay(100.0) == 0
    assert bucket.delay(100.0 + idle) == pytest.approx(delay)


def test_chats_that_have_rested_are_forgotten() -> None:
    async def run() -> int:
        pacing = Pacing(Limits(per_second=100_000))
        for first in (1, 10_000, 20_000):
            await send_all(pacing, list(range(first, first + MOST_BUCKETS)), [0.01] * MOST_BUCKETS)
            await asyncio.sleep(60)
        return len(pacing._chats)

    assert run_in_virtual_time(run()) <= MOST_BUCKETS
