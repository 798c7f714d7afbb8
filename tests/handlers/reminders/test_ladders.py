"""Ladders in people's chats: each step once, at the person's hour, until the work is done."""

import re
from datetime import timedelta
from functools import partial

from sqlalchemy import func, select

from models.policy import Payment
from models.reminder import ReminderState, ReminderSubject, StopReason
from services.policies.give_back import reverse_payment
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay
from tests.handlers.reminders.clock import at, heard, rows, tick, today, told
from tests.harness import Play
from tests.people import SELLER


async def waiting(play: Play) -> set[int]:
    found = await rows(play, ReminderSubject.INSTALMENT)
    return {row.step for row in found if row.state is ReminderState.WAITING}


async def test_each_step_of_a_policy_is_in_the_brief_of_its_day_and_only_there(play: Play) -> None:
    policy = await a_policy(play, await a_deal(play, await a_client(play)), {-300: 41_300}, begun=300)
    await pay(play, policy)
    await tick(play)
    (last_safe,) = {row.occurrence for row in await rows(play, ReminderSubject.POLICY)}
    for left in (31, 30, 29, 14, 7, 1, 0):
        for clock in ("00:00", "09:00", "15:00"):
            await at(play, last_safe - timedelta(days=left), clock)
    assert await told(play, ReminderSubject.POLICY) == [30, 14, 7, 1]
    ahead = re.findall(r"Продлить: (через \d+ \w+)", "\n".join(seen.text for seen in play.seen(SELLER)))
    assert ahead == ["через 30 дней", "через 14 дней", "через 7 дней", "через 1 день"]
    assert "🔔" not in "".join(heard(play, SELLER))


async def test_a_paid_instalment_says_nothing_any_more_and_a_reversed_payment_brings_it_back(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    policy = await a_policy(play, deal, {-60: 10_000, 10: 23_450})
    await pay(play, policy)
    play.clock.advance(minutes=1)
    await pay(play, policy)
    assert await waiting(play) == set()
    now, last = play.clock.now(), select(func.max(Payment.id))
    payment = (await play.read(lambda session: session.execute(last))).scalar_one()
    reverse = partial(reverse_payment, actor=play.actor(SELLER), payment_id=payment, reason="by mistake")
    await play.write(partial(reverse, now=now, today=today(play)))
    assert await waiting(play) == {7, 3, 1, 0, -1}


async def test_after_three_days_off_the_newest_step_is_told_and_the_missed_ones_are_on_record(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    policy = await a_policy(play, deal, {-60: 10_000, 3: 23_450})
    await pay(play, policy)
    await tick(play)
    await at(play, today(play) + timedelta(days=4), "15:00")
    steps = {row.step: (row.state, row.reason) for row in await rows(play, ReminderSubject.INSTALMENT)}
    collapsed = (ReminderState.STOPPED, StopReason.COLLAPSED)
    assert steps == {1: collapsed, 0: collapsed, -1: (ReminderState.DELIVERED, None)}
    assert [line for line in heard(play, SELLER) if "утро" in line] == ["☀️ Доброе утро! Сегодня 1 дело."]
