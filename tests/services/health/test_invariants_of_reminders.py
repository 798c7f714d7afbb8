"""What must hold of reminders: silent about a sound database, and each promise finds what was broken by hand."""

from datetime import time, timedelta
from functools import partial

import pytest
from sqlalchemy import text

from models.task import TaskKind
from services.health.invariants import find_broken
from services.tasks.set_task import SetTask, set_task
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay
from tests.handlers.reminders.clock import at, tick, today
from tests.harness import Play
from tests.people import EXECUTOR, SELLER

DAMAGE = {
    "a reminder is of the deal of what it is about": "UPDATE reminders SET deal_id = 2 WHERE subject = 'instalment'",
    "a reminder that waits or was told has somebody who hears it": (
        "UPDATE reminders SET user_id = NULL WHERE state = 'delivered' AND subject = 'instalment'"
    ),
    "a person's morning and return are told to himself": "UPDATE reminders SET user_id = 1 WHERE subject = 'brief'",
    "nobody is reminded any more of what is paid or need not be": "UPDATE instalments SET paid = amount",
    "nobody is reminded to renew a policy that ended": (
        "UPDATE policies SET state = 'cancelled', ended_on = starts_on, end_reason = 'as-agreed'"
    ),
    "nobody is reminded of a task that is closed": ("UPDATE tasks SET state = 'done', closed_at = created_at"),
}


@pytest.fixture
async def played(play: Play) -> Play:
    """Ladders of a policy, its instalments and a task, some of their steps told."""
    deal = await a_deal(play, await a_client(play))
    await a_deal(play, await a_client(play, phone=None, name="Петров"))
    await pay(play, await a_policy(play, deal, {-60: 10_000, 4: 23_450}))
    command = SetTask(
        deal_id=deal,
        kind=TaskKind.CALL,
        to_user_id=play.ids[EXECUTOR.telegram_id],
        due_on=today(play) + timedelta(days=5),
        due_time=time(15),
        intent_key="call",
    )
    given = partial(set_task, actor=play.actor(SELLER), command=command, now=play.clock.now(), today=today(play))
    await play.write(given)
    await tick(play)
    await at(play, today(play) + timedelta(days=1))
    return play


async def test_a_sound_database_breaks_no_promise(played: Play) -> None:
    assert await played.read(find_broken) == []


@pytest.mark.parametrize("promise", DAMAGE)
async def test_what_was_broken_by_hand_is_found(played: Play, promise: str) -> None:
    await played.write(lambda session: session.execute(text(DAMAGE[promise])))
    assert promise in await played.read(find_broken)
