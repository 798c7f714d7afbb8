"""Updates are stored whatever is in them: what can't be stored could never be confirmed."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.database import Database
from models.inbox import InboxState, InboxUpdate
from services.inbox.lanes import find_head, find_waiting_lanes, mark_done, mark_failed
from services.inbox.retention import forget_old_updates
from services.inbox.store import following_offset, lane_of, store_updates
from tests.harness import NOON, StoppedClock

BOT = 8100000001


def message(update_id: Any, person: Any = 7000000001, **extra: Any) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"from": {"id": person}, "chat": {"id": person}, **extra}}


async def store(database: Database, *updates: dict[str, Any], bot: int = BOT) -> None:
    await database.write(partial(store_updates, bot_id=bot, updates=updates, now=NOON))


async def rows(database: Database) -> list[InboxUpdate]:
    found = await database.read(lambda session: session.execute(select(InboxUpdate).order_by(InboxUpdate.id)))
    return list(found.scalars())


async def test_a_burst_keeps_its_order_and_knows_repeats(database: Database) -> None:
    burst = [message(number) for number in (5, 6, 7)]
    await store(database, *burst)
    await store(database, *burst, message(8))
    assert [row.update_id for row in await rows(database)] == [5, 6, 7, 8]


async def test_disorder_and_a_restart_of_the_numbers_are_no_reason_to_drop(database: Database) -> None:
    for number in (900, 7, 899, 2**31 + 5, 2**52):
        await store(database, message(number))
    assert [row.update_id for row in await rows(database)] == [900, 7, 899, 2**31 + 5, 2**52]


async def test_two_bots_may_use_the_same_number(database: Database) -> None:
    await store(database, message(5))
    await store(database, message(5), bot=BOT + 1)
    assert len(await rows(database)) == 2


async def test_a_repeat_does_not_open_a_finished_update_again(database: Database) -> None:
    await store(database, message(5))
    (row,) = await rows(database)
    await database.write(partial(mark_done, row_id=row.id, now=NOON))
    await store(database, message(5))
    assert [row.state for row in await rows(database)] == [InboxState.DONE]


HOSTILE = [
    {},
    {"update_id": None},
    {"update_id": "7"},
    {"update_id": True},
    {"update_id": -5},
    {"update_id": 2**63},
    {"update_id": 2**70, "message": {"from": {"id": 1}}},
    message(11, person=2**63),
    message(12, person=-(2**70)),
    message(13, person="7"),
    message(14, person=True),
    message(15, text="\ud800 lone"),
    message(16, text="nul \0"),
    message(17, text="x" * 70_000),
    {"update_id": 18, "message": [1, 2]},
    {"update_id": 19, "message": {"from": "nobody"}},
    {"update_id": 20, "something_new": {"from": {"id": 5}}},
    {"update_id": 21, "poll": {"id": "1"}},
    {"update_id": 22, "message": {"date": 1e400}},
]


async def test_hostile_updates_are_stored_beside_good_ones_and_once_only(database: Database) -> None:
    for _ in range(2):
        await store(database, *HOSTILE, message(99))
    stored = await rows(database)
    assert len(stored) == len(HOSTILE) + 1
    assert stored[-1].update_id == 99


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (message(1, person=7), 7),
        ({"update_id": 1, "message": {"chat": {"id": -100}, "from": {"id": 8}}}, 8),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 9}, "message": {"chat": {"id": -1}}}}, 9),
        ({"update_id": 1, "poll_answer": {"user": {"id": 10}}}, 10),
        ({"update_id": 1, "channel_post": {"chat": {"id": -100500}}}, -100500),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -5}, "from": {"id": 11}}}, 11),
        ({"update_id": 1, "something_new": {"from": {"id": 12}}}, 12),
        ({"update_id": 1, "poll": {"id": "3"}}, 0),
        ({"update_id": 1, "message": {"from": {"id": 2**63}, "chat": {"id": 13}}}, 13),
        ({"update_id": 1, "message": {"from": {"id": True}}}, 0),
        ({}, 0),
    ],
)
def test_the_lane_is_the_person_then_the_chat(update: dict[str, Any], lane: int) -> None:
    assert lane_of(update) == lane


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["from", "chat", "id", "x"]), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["update_id", "message", "callback_query", "odd"]), json_values))
def test_any_json_has_a_lane_that_fits_the_column(update: dict[str, Any]) -> None:
    assert -(2**63) <= lane_of(update) < 2**63


@pytest.mark.parametrize(
    ("ids", "offset"),
    [
        ([], None),
        ([5], 6),
        ([5, 6, 7], 8),
        ([7, 5], 8),
        ([5, None, "x", True, 2**70, -9], 6),
        ([-9], None),
        ([None], None),
    ],
)
def test_the_offset_follows_the_largest_readable_number(ids: list[Any], offset: int | None) -> None:
    assert following_offset([{"update_id": update_id} for update_id in ids]) == offset


async def test_waiting_lanes_come_longest_waiting_first_without_the_busy_ones(database: Database) -> None:
    await store(database, message(1, person=30), message(2, person=10), message(3, person=20), message(4, person=30))
    find = partial(find_waiting_lanes, busy=[], limit=2)
    assert await database.read(find) == [30, 10]
    assert await database.read(partial(find_waiting_lanes, busy=[30], limit=5)) == [10, 20]


async def test_the_head_of_a_lane_stays_the_head_until_it_is_finished(database: Database) -> None:
    async def head() -> InboxUpdate:
        found, _ = await database.read(partial(find_head, lane=7000000001))
        assert found is not None
        return found

    await store(database, message(1), message(2))
    first = await head()
    await database.write(partial(mark_failed, row_id=first.id, attempts=1, next_at=NOON, error="x"))
    assert (await head()).update_id == 1
    await database.write(partial(mark_done, row_id=first.id, now=NOON))
    assert (await head()).update_id == 2


async def test_texts_of_finished_updates_are_erased_and_a_repeat_is_still_known(database: Database) -> None:
    await store(database, message(1), message(2))
    first, _ = await rows(database)
    await database.write(partial(mark_done, row_id=first.id, now=NOON))
    clock = StoppedClock()
    clock.advance(days=15)
    erased = await database.write(partial(forget_old_updates, before=clock.now()))
    await store(database, message(1))
    assert erased == 1
    assert [row.payload is None for row in await rows(database)] == [True, False]
