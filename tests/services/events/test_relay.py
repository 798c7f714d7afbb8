"""Events on their way to consumers: what each outcome means, who waits for whom, what a lost claim undoes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from bot.relay import LEASE, Relay
from bot.relay.loop import BATCH, MOST_CALLS, MOST_CALLS_OF_ONE
from bot.signals import Wakeups
from models.delivery import Delivery, DeliveryState
from models.event import EventPersonal, EventRow
from services.events.consumers import CONSUMERS, Call, Consumer, Consumers, Done, GiveUp, Outcome, Policy, RetryIn
from services.events.event import EVENT_TYPES, Delivered, Event
from services.events.ledger import Wanted, claim_due, find_next_due
from services.events.publish import publish
from tests.harness import StoppedClock

Reaction = Callable[[AsyncSession, Delivered, Any], Awaitable[Outcome]]


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    name = "test.bell.rung"
    aggregate = "bell"
    personal = frozenset({"ringer"})

    bell_id: int
    number: int = 0
    ringer: str | None = None


@pytest.fixture(autouse=True)
def _only_while_testing() -> Iterator[None]:
    EVENT_TYPES[BellRung.name] = BellRung
    yield
    EVENT_TYPES.pop(BellRung.name)
    CONSUMERS._by_event.pop(BellRung.name, None)
    for name in [name for name, consumer in CONSUMERS.by_name.items() if BellRung.name in consumer.events]:
        del CONSUMERS.by_name[name]


EVENT_TYPES.pop(BellRung.name)


class Tower:
    """A relay over consumers of the test's own, moved by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = StoppedClock()
        self.relay = self.another()

    def another(self, consumers: Consumers = CONSUMERS) -> Relay:
        """As another process, or after a restart, would have it."""
        ports: Any = None
        return Relay(self.database, consumers, ports, self.clock, Wakeups())

    def hears(self, name: str, handler: Reaction | Call[Any, Any], **policy: Any) -> None:
        CONSUMERS.add(Consumer(name, frozenset({BellRung.name}), handler, Policy(**policy)))
        self.relay = self.another()

    async def ring(self, *numbers: int, bell: int = 1, **fields: Any) -> None:
        async def work(session: AsyncSession) -> None:
            for number in numbers:
                event = BellRung(bell_id=bell, number=number, **fields)
                await publish(session, None, event, now=self.clock.now(), correlation_id="test")

        await self.database.write(work)

    async def run(self, *, rounds: int = 20) -> None:
        """What is due now, and what becomes due by it."""
        for _ in range(rounds):
            in_hand_before = set(self.relay.in_hand)
            await self.relay.take()
            if not in_hand_before and not self.relay.in_hand:
                return
            if self.relay.in_hand:
                await asyncio.wait(self.relay.in_hand)

    async def deliveries(self) -> list[Delivery]:
        found = await self.database.read(lambda session: session.execute(select(Delivery).order_by(Delivery.id)))
        return list(found.scalars())

    async def states(self) -> list[str]:
        return [delivery.state.value for delivery in await self.deliveries()]


@pytest.fixture
async def tower(database: Database) -> AsyncIterator[Tower]:
    create = text("CREATE TABLE IF NOT EXISTS heard (consumer VARCHAR(20), number INTEGER)")
    await database.write(lambda session: session.execute(create))
    yield Tower(database)
    await database.write(lambda session: session.execute(text("DROP TABLE heard")))


def writes(consumer: str, outcome: Outcome | Exception | list[Outcome | Exception]) -> Reaction:
    """Notes what it heard, then ends in `outcome`; a list is one for each time, the last for good."""
    outcomes = outcome if isinstance(outcome, list) else [outcome]

    async def reaction(session: AsyncSession, delivered: Delivered, _now: Any) -> Outcome:
        assert isinstance(delivered.event, BellRung)
        note = {"consumer": consumer, "number": delivered.event.number}
        await session.execute(text("INSERT INTO heard VALUES (:consumer, :number)"), note)
        result = outcomes.pop(0) if len(outcomes) > 1 else outcomes[0]
        if isinstance(result, Exception):
            raise result
        return result

    return reaction


async def heard(tower: Tower) -> list[int]:
    found = await tower.database.read(lambda session: session.execute(text("SELECT number FROM heard")))
    return list(found.scalars())


async def test_an_event_comes_with_its_envelope_and_its_personal_values(tower: Tower) -> None:
    seen: list[Delivered] = []

    async def look(_session: AsyncSession, delivered: Delivered, _now: Any) -> Outcome:
        seen.append(delivered)
        return Done()

    tower.hears("look", look)
    await tower.ring(7, ringer="Quasimodo")
    stored = await tower.database.read(lambda session: session.execute(select(EventRow.payload)))
    assert stored.scalar_one() == {"bell_id": 1, "number": 7}
    await tower.run()
    assert [(d.event, d.source, d.correlation_id) for d in seen] == [
        (BellRung(bell_id=1, number=7, ringer="Quasimodo"), "system", "test")
    ]


async def test_erased_personal_values_come_as_none(tower: Tower) -> None:
    seen: list[Any] = []

    async def look(_session: AsyncSession, delivered: Delivered, _now: Any) -> Outcome:
        seen.append(delivered.event)
        return Done()

    tower.hears("look", look)
    await tower.ring(7, ringer="Quasimodo")
    await tower.database.write(lambda session: session.execute(update(EventPersonal).values(values={})))
    await tower.run()
    assert seen == [BellRung(bell_id=1, number=7, ringer=None)]


async def test_a_rolled_back_change_leaves_no_event(tower: Tower) -> None:
    tower.hears("look", writes("look", Done()))

    async def work(session: AsyncSession) -> None:
        await publish(session, None, BellRung(bell_id=1), now=tower.clock.now(), correlation_id="test")
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        await tower.database.write(work)
    assert await tower.deliveries() == []


async def test_done_is_done_once(tower: Tower) -> None:
    tower.hears("once", writes("once", Done()))
    await tower.ring(1)
    await tower.run()
    await tower.run()
    assert (await tower.states(), await heard(tower)) == (["done"], [1])


async def test_a_retry_waits_and_what_it_wrote_stands(tower: Tower) -> None:
    tower.hears("twice", writes("twice", [RetryIn(timedelta(minutes=3), "busy"), Done()]))
    await tower.ring(1)
    await tower.run()
    assert (await tower.states(), await heard(tower)) == (["pending"], [1])
    tower.clock.advance(minutes=2)
    await tower.run()
    assert await heard(tower) == [1]
    tower.clock.advance(minutes=2)
    await tower.run()
    assert (await tower.states(), await heard(tower)) == (["done"], [1, 1])


async def test_giving_up_is_dead_at_once_with_its_reason(tower: Tower) -> None:
    tower.hears("never", writes("never", GiveUp("the bell is broken")))
    await tower.ring(1)
    await tower.run()
    (delivery,) = await tower.deliveries()
    assert (delivery.state, delivery.reason, delivery.attempts) == (DeliveryState.DEAD, "the bell is broken", 1)


async def test_an_exception_undoes_what_was_written_and_is_tried_again_then_dead(tower: Tower) -> None:
    tower.hears("broken", writes("broken", ValueError("secret detail")), attempts=3)
    await tower.ring(1)
    for _ in range(5):
        await tower.run()
        tower.clock.advance(minutes=15)
    (delivery,) = await tower.deliveries()
    assert (delivery.state, delivery.attempts, delivery.reason) == (DeliveryState.DEAD, 3, "ValueError")
    assert await heard(tower) == []


async def test_a_database_that_is_away_is_not_the_consumers_failure(tower: Tower) -> None:
    away = OperationalError("INSERT", {}, Exception("gone"), connection_invalidated=True)
    tower.hears("patient", writes("patient", [away, away, away, Done()]), attempts=1)
    await tower.ring(1)
    for _ in range(4):
        await tower.run()
        tower.clock.advance(seconds=5)
    assert (await tower.states(), await heard(tower)) == (["done"], [1])


async def test_a_consumer_that_no_longer_exists_is_dead(tower: Tower) -> None:
    tower.hears("gone", writes("gone", Done()))
    await tower.ring(1)
    tower.relay = tower.another(Consumers())
    await tower.run()
    assert await tower.states() == ["dead"]


async def test_events_of_one_aggregate_come_in_order_and_one_by_one(tower: Tower) -> None:
    busy = 0

    async def slow(session: AsyncSession, delivered: Delivered, now: Any) -> Outcome:
        nonlocal busy
        busy += 1
        assert busy == 1
        await asyncio.sleep(0.001)
        busy -= 1
        return await writes("slow", Done())(session, delivered, now)

    tower.hears("slow", slow)
    await tower.ring(*range(8))
    await tower.run()
    assert await heard(tower) == list(range(8))


async def test_a_poisoned_aggregate_holds_up_neither_others_nor_other_consumers(tower: Tower) -> None:
    def picky(bad_bell: int) -> Reaction:
        async def reaction(session: AsyncSession, delivered: Delivered, now: Any) -> Outcome:
            assert isinstance(delivered.event, BellRung)
            if delivered.event.bell_id == bad_bell:
                raise ValueError("on purpose")
            return await writes("picky", Done())(session, delivered, now)

        return reaction

    tower.hears("picky", picky(1))
    tower.hears("easy", writes("easy", Done()))
    await tower.ring(1, 2, bell=1)
    await tower.ring(3, 4, bell=2)
    await tower.run()
    found = await tower.database.read(lambda s: s.execute(text("SELECT consumer, number FROM heard ORDER BY 1, 2")))
    assert [tuple(row) for row in found] == [*(("easy", n) for n in (1, 2, 3, 4)), ("picky", 3), ("picky", 4)]


async def test_what_waits_behind_a_resting_delivery_makes_nobody_busy(tower: Tower) -> None:
    tower.hears("broken", writes("broken", RetryIn(timedelta(minutes=9), "busy")))
    await tower.ring(1, 2, 3)
    await tower.run()
    assert await tower.database.read(find_next_due) == tower.clock.now() + timedelta(minutes=9)


async def test_a_claim_holds_until_its_lease_ends(tower: Tower) -> None:
    tower.hears("once", writes("once", Done()))
    await tower.ring(1)
    claim = partial(claim_due, calls=[], lease=LEASE, limit=5)
    now = tower.clock.now()
    assert len(await tower.database.write(partial(claim, wanted=Wanted.REACTIONS, token="a", now=now))) == 1
    for wanted in Wanted:
        assert await tower.database.write(partial(claim, wanted=wanted, token="b", now=now + LEASE / 2)) == []
    (again,) = await tower.database.write(partial(claim, wanted=Wanted.RETRIED_REACTIONS, token="c", now=now + LEASE))
    assert again.attempt == 2


@pytest.mark.postgres
async def test_two_relays_never_claim_the_same_delivery(postgres_database: Database) -> None:
    tower = Tower(postgres_database)
    await postgres_database.write(lambda session: session.execute(text("TRUNCATE events CASCADE")))
    tower.hears("once", writes("once", Done()))
    for bell in range(40):
        await tower.ring(1, bell=bell)
    now = tower.clock.now()
    claims = await asyncio.gather(
        *(
            postgres_database.write(
                partial(claim_due, wanted=Wanted.REACTIONS, calls=[], token=str(n), now=now, lease=LEASE, limit=12)
            )
            for n in range(4)
        )
    )
    claimed = [claim.delivery_id for batch in claims for claim in batch]
    assert len(claimed) == len(set(claimed)) == 40


async def test_what_was_done_under_a_lost_claim_is_undone(tower: Tower) -> None:
    """The lease ran out while the consumer worked, and another relay has done it."""

    async def overtaken(session: AsyncSession, delivered: Delivered, now: Any) -> Outcome:
        await session.execute(update(Delivery).values(lease_token="another relay's"))
        return await writes("overtaken", Done())(session, delivered, now)

    tower.hears("overtaken", overtaken)
    await tower.ring(1)
    await tower.run(rounds=1)
    assert (await tower.states(), await heard(tower)) == (["pending"], [])


async def test_after_a_restart_what_the_dead_process_had_claimed_is_run_at_once(tower: Tower) -> None:
    tower.hears("once", writes("once", Done()))
    await tower.ring(1)
    claim = partial(
        claim_due,
        wanted=Wanted.REACTIONS,
        calls=[],
        token="of a dead process",
        now=tower.clock.now(),
        lease=LEASE,
        limit=5,
    )
    await tower.database.write(claim)
    relay = tower.another()
    task = asyncio.create_task(relay.run())
    async with asyncio.timeout(5):
        while await tower.states() != ["done"]:
            await asyncio.sleep(0.01)
    await relay.stop()
    await task


class Phone(Call[int, str]):
    """Calls out and notes the answer."""

    def __init__(self, answer: Callable[[int], Awaitable[str]]) -> None:
        self.answer = answer

    async def prepare(self, session: AsyncSession, delivered: Delivered) -> int | None:
        assert isinstance(delivered.event, BellRung)
        return delivered.event.number or None

    async def call(self, plan: int, ports: Any) -> str:
        return await self.answer(plan)

    async def record(self, session: AsyncSession, delivered: Delivered, plan: int, result: str, *, now: Any) -> Outcome:
        await session.execute(
            text("INSERT INTO heard VALUES (:consumer, :number)"), {"consumer": result, "number": plan}
        )
        return Done()


async def test_a_call_goes_out_with_no_transaction_open(tower: Tower) -> None:
    async def answer(number: int) -> str:
        await asyncio.wait_for(tower.database.write(lambda session: session.execute(text("SELECT 1"))), 2)
        return "ok"

    tower.hears("phone", Phone(answer))
    await tower.ring(5)
    await tower.run()
    assert (await tower.states(), await heard(tower)) == (["done"], [5])


async def test_a_call_with_nothing_left_to_do_is_done(tower: Tower) -> None:
    async def answer(number: int) -> str:
        raise AssertionError("it should not call")

    tower.hears("phone", Phone(answer))
    await tower.ring(0)
    await tower.run()
    assert await tower.states() == ["done"]


async def test_a_call_that_hangs_is_cut_off_and_tried_again(tower: Tower) -> None:
    async def answer(number: int) -> str:
        await asyncio.sleep(30)
        return "late"

    tower.hears("phone", Phone(answer), time_limit=timedelta(milliseconds=20))
    await tower.ring(5)
    await tower.run()
    (delivery,) = await tower.deliveries()
    assert (delivery.state, delivery.reason) == (DeliveryState.PENDING, "TimeoutError")


async def test_an_answer_under_a_lost_claim_is_not_recorded(tower: Tower) -> None:
    async def answer(number: int) -> str:
        await tower.database.write(lambda session: session.execute(update(Delivery).values(lease_token="other")))
        return "late"

    tower.hears("phone", Phone(answer))
    await tower.ring(5)
    await tower.run(rounds=1)
    assert (await tower.states(), await heard(tower)) == (["pending"], [])


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_delivered_again_from_the_start_a_consumer_leaves_one_ledger_row(tower: Tower, times: int) -> None:
    """What a test over every registered consumer does: rows back to pending, run again."""
    tower.hears("safe", writes("safe", Done()))
    await tower.ring(1)
    for _ in range(times):
        await tower.database.write(
            lambda session: session.execute(update(Delivery).values(state=DeliveryState.PENDING, done_at=None))
        )
        await tower.run()
    counted = await tower.database.read(lambda session: session.execute(select(func.count()).select_from(Delivery)))
    assert (counted.scalar_one(), await tower.states()) == (1, ["done"])


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 1), (2, 2), (5, 16), (9, 256), (11, 600), (60, 600)])
def test_waits_double_up_to_the_longest(attempt: int, seconds: int) -> None:
    assert Policy().delay(attempt).total_seconds() == seconds


def test_two_events_or_consumers_of_one_name_are_refused(tower: Tower) -> None:
    tower.hears("one", writes("one", Done()))
    with pytest.raises(ValueError, match="two consumers"):
        tower.hears("one", writes("one", Done()))
    with pytest.raises(TypeError, match="two events"):

        class Impostor(Event):
            name = BellRung.name
            aggregate = "bell"


async def test_a_crowd_is_served_while_one_event_fails_again_and_again(tower: Tower) -> None:
    async def picky(session: AsyncSession, delivered: Delivered, now: Any) -> Outcome:
        assert isinstance(delivered.event, BellRung)
        if delivered.event.bell_id < BATCH:
            raise ValueError("on purpose")
        return await writes("picky", Done())(session, delivered, now)

    tower.hears("picky", picky, first=timedelta(0))
    for bell in range(BATCH):
        await tower.ring(1, bell=bell)
    await tower.run(rounds=2)
    for bell in range(BATCH, 2 * BATCH):
        await tower.ring(2, bell=bell)
    await tower.run(rounds=1)
    assert await heard(tower) == [2] * BATCH


async def test_calls_that_hang_leave_room_for_reactions(tower: Tower) -> None:
    hung_up = asyncio.Event()

    async def answer(number: int) -> str:
        await hung_up.wait()
        return "phone"

    tower.hears("phone", Phone(answer))
    tower.hears("quick", writes("quick", Done()))
    for bell in range(1, MOST_CALLS + 6):
        await tower.ring(bell, bell=bell)
    await tower.relay.take()
    await tower.relay.take()
    while await heard(tower) != [*range(1, MOST_CALLS + 6)]:
        await asyncio.sleep(0.01)
    assert len(tower.relay.in_hand) == MOST_CALLS_OF_ONE
    hung_up.set()
    await tower.run()
    assert set(await tower.states()) == {"done"}


async def test_calls_of_one_consumer_that_hang_leave_room_for_those_of_others(tower: Tower) -> None:
    hung_up = asyncio.Event()

    async def hang(number: int) -> str:
        await hung_up.wait()
        return "model"

    async def answer(number: int) -> str:
        return "letter"

    tower.hears("model", Phone(hang))
    tower.hears("letter", Phone(answer))
    bells = [*range(1, 2 * MOST_CALLS)]
    for bell in bells:
        await tower.ring(bell, bell=bell)
    async with asyncio.timeout(5):
        while sorted(await heard(tower)) != bells:
            await tower.relay.take()
    hung_up.set()
    await tower.run()
    assert set(await tower.states()) == {"done"}
