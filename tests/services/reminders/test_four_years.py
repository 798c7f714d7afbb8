"""Four years of ladders with both changes of the clock, 29 February, mornings off, a clock that goes back, and two
schedulers that are killed at any moment: each step once, at the wall time of its zone, as a calendar says that knows
nothing of the code.
"""

import asyncio
import random
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers, lists, none, times, tuples
from sqlalchemy import event, insert, select, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.database import Database, open_database
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.policy import Policy, PolicyState
from models.reminder import Reminder, ReminderSettings, ReminderState, ReminderSubject
from services.brokerage import Brokerage
from services.reminders.hours import MORNING, Hours
from services.reminders.ladders import Ladder
from services.reminders.plan import plan_policies
from services.reminders.tell import tell_due_reminders
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import BROKERAGE, Play
from tests.people import SELLER

FIRST, LAST = date(2026, 12, 1), date(2030, 11, 30)
STEPS = (30, 14, 7, 1)
POLICIES = 25
KILLED, LONGEST, TOGETHER, SENT, REOPENED = 0.3, 30, 0.2, 0.3, 0.1
"""How likely each is, and after how many statements at most a tick is killed."""


def in_zone(name: str) -> Brokerage:
    return Brokerage(BROKERAGE.region, ZoneInfo(name), BROKERAGE.currency)


async def many_policies(play: Play, chance: random.Random) -> dict[int, date]:
    """The last day of each; among them 29 February and the days on which the clock changes."""
    deal_id = await a_deal(play, await a_client(play))
    special = [date(2028, 2, 29), date(2028, 3, 26), date(2028, 10, 29), date(2029, 3, 25), date(2029, 10, 28)]
    span = (LAST - FIRST).days - 60
    ends = [*special, *(FIRST + timedelta(days=40 + chance.randrange(span)) for _ in range(POLICIES - len(special)))]

    async def file(session: Any) -> list[int]:
        deal = await session.get_one(Deal, deal_id)
        kind = await session.get_one(InsuranceKind, deal.kind_id)
        kind.renewal_ladder, kind.earliest_start_days = list(STEPS), 3
        insurer = (await session.execute(select(Insurer.id).limit(1))).scalar_one()
        shared = {
            "deal_id": deal_id,
            "client_id": deal.client_id,
            "insurer_id": insurer,
            "kind_id": deal.kind_id,
            "object": "x",
            "object_key": "x",
            "premium": 100,
            "currency": "RUB",
            "state": PolicyState.ISSUED,
            "search_text": "x",
            "version": 1,
            "created_by": deal.seller_id,
            "created_at": play.clock.now(),
            "starts_on": FIRST - timedelta(days=400),
        }
        rows = [
            {**shared, "number": f"n{n}", "number_key": f"n{n}", "intent_key": f"k{n}", "ends_on": last}
            for n, last in enumerate(ends)
        ]
        session.add(ReminderSettings(user_id=deal.seller_id, brief=False))
        filed = insert(Policy).returning(Policy.id, sort_by_parameter_order=True)
        ids = list((await session.execute(filed, rows)).scalars())
        await plan_policies(session, deal, now=play.clock.now(), today=FIRST)
        return ids

    return dict(zip(await play.write(file), ends, strict=True))


def calendar(ends: dict[int, date]) -> Counter[tuple[int, int, date]]:
    """Computed day by day, by counting."""
    found: Counter[tuple[int, int, date]] = Counter()
    day = FIRST + timedelta(days=1)
    while day <= LAST:
        for policy, last in ends.items():
            left = (last - day).days - 3
            if left in STEPS:
                found[policy, left, day] += 1
        day += timedelta(days=1)
    return found


class Schedulers:
    """Two of them on one database. Either may be killed at any statement, before its commit is known of, or before
    anything is sent; what is killed starts again.
    """

    def __init__(self, play: Play, address: str, chance: random.Random, brokerage: Brokerage) -> None:
        self._play = play
        self._chance = chance
        self._brokerage = brokerage
        self._address = address
        self._second = open_database(address)
        self.kills = 0

    async def run(self) -> bool:
        """Until nothing is due; whether anything was."""
        rounds = 0
        while any(await asyncio.gather(*(self._tick(database) for database in self._working()))):
            rounds += 1
            await self._restart()
        if rounds and self._chance.random() < SENT:
            await self._play.deliver()
        return rounds > 0

    def _working(self) -> list[Database]:
        both = [self._play.database, self._second]
        return both if self._chance.random() < TOGETHER else [self._chance.choice(both)]

    async def _tick(self, database: Database) -> int:
        left = armed = self._chance.randrange(1, LONGEST) if self._chance.random() < KILLED else 0

        def die(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise OperationalError("killed", {}, RuntimeError())

        engine = database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", die)
        try:
            work = partial(tell_due_reminders, now=self._play.clock.now(), brokerage=self._brokerage)
            return int(await database.write(work))
        except SQLAlchemyError:
            if left > 0 or not armed:
                raise
            self.kills += 1
            return 1
        finally:
            event.remove(engine, "before_cursor_execute", die)

    async def _restart(self) -> None:
        if self._chance.random() < REOPENED:
            await self.close()
            self._second = open_database(self._address)

    async def close(self) -> None:
        await self._second.close()


async def address_of(database: Database) -> str:
    if database.dialect == "postgresql":
        return database.engine.url.render_as_string(hide_password=False)
    found = await database.read(lambda session: session.execute(text("PRAGMA database_list")))
    return f"sqlite+aiosqlite:///{found.one().file}"


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "Europe/Moscow"])
async def test_each_step_is_told_once_at_nine_by_the_clock_on_the_wall(play: Play, zone: str) -> None:
    """On every day on which something is due, the days beside it, and others by chance."""
    chance = random.Random(zone)  # noqa: S311 - which days are looked at is no secret
    brokerage = in_zone(zone)
    play.clock.at = datetime.combine(FIRST, time(12), brokerage.zone).astimezone(UTC)
    ends = await many_policies(play, chance)
    expected = calendar(ends)
    days = {day + timedelta(days=beside) for _, _, day in expected for beside in (-1, 0, 1)}
    told: Counter[tuple[int, int, date]] = Counter()
    known: set[int] = set()
    schedulers = Schedulers(play, await address_of(play.database), chance, brokerage)
    for day in sorted(days | {FIRST + timedelta(days=chance.randrange(1, 1460)) for _ in range(50)}):
        for moment in _ticks(day, chance):
            play.clock.at = moment.replace(tzinfo=brokerage.zone).astimezone(UTC)
            if not await schedulers.run():
                continue
            for row in await delivered(play):
                if row.id not in known:
                    known.add(row.id)
                    told[row.subject_id, row.step, moment.date()] += 1
                    assert moment.time() >= MORNING
    await schedulers.close()
    await play.deliver()
    assert told == expected
    assert sum(seen.text.count("Продлить:") for seen in play.seen(SELLER)) == len(known)
    assert schedulers.kills > len(expected) // 10


def _ticks(day: date, chance: random.Random) -> list[datetime]:
    """Wall times of one day: before nine and from nine on, or after a morning off; now and then the clock goes back."""
    begins = time(15) if chance.random() < 0.2 else MORNING
    at = [datetime.combine(day, clock) for clock in (time(8, 59), begins, time(20))]
    return [*at[:2], at[1] - timedelta(hours=1), *at[1:]] if chance.random() < 0.1 else at


async def delivered(play: Play) -> list[Reminder]:
    found = select(Reminder).where(Reminder.state == ReminderState.DELIVERED)
    return list((await play.read(lambda session: session.execute(found))).scalars())


@given(
    on=dates(date(2027, 1, 1), date(2031, 12, 31)),
    steps=lists(integers(-5, 60), max_size=6),
    today=dates(date(2026, 12, 1), date(2032, 1, 31)),
)
def test_a_ladder_has_each_step_once_on_its_own_day_and_none_of_a_day_that_has_come(
    on: date, steps: list[int], today: date
) -> None:
    deal = Deal(id=7, seller_id=3)
    planned = Ladder(ReminderSubject.INSTALMENT, 1, on, steps).planned(deal)
    assert sorted(step.key[2] for step in planned) == sorted(set(steps))
    for step in planned:
        assert (on - step.due[0]).days == step.key[2]
        assert step.is_ahead(today) == (step.due[0] > today)


@given(
    quiet=tuples(times(), times()),
    brief=none() | times(),
    wall=tuples(dates(date(2027, 1, 1), date(2027, 12, 30)), times()),
)
def test_silence_ends_and_never_in_another_silence(
    quiet: tuple[time, time], brief: time | None, wall: tuple[date, time]
) -> None:
    hours = Hours(brief, *quiet)
    until = hours.silent_until(wall)
    if until is not None:
        assert wall < until <= (wall[0] + timedelta(days=1), wall[1])
        assert hours.silent_until(until) is None
