"""What happens to ladders when the work changes hands, the kind's ladder changes, or something goes wrong."""

from datetime import time, timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.reminder import Reminder, ReminderState, ReminderSubject
from models.task import Task, TaskKind, TaskState
from models.user import User
from services.deals.hand_over import Place, hand_over
from services.kinds.edit import KindValues, edit_kind
from services.reminders import tell
from services.tasks.set_task import SetTask, set_task
from services.tasks.work import finish_task
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay
from tests.handlers.reminders.clock import at, heard, rows, tick, today, told
from tests.harness import Play, Seen
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person


async def an_owed_deal(play: Play, *, days: int = 4, number: str = "AI-1", seller: Person = SELLER) -> int:
    deal = await a_deal(play, await a_client(play, phone=None, name=f"Иванов {number}"), f"Kia {number}", seller=seller)
    policy = await a_policy(play, deal, {-60: 10_000, days: 23_450}, number=number, seller=seller)
    await pay(play, policy, seller=seller)
    return deal


async def a_task(play: Play, *, due_days: int, at_time: time | None = None, to: Person = EXECUTOR) -> int:
    deal = await a_deal(play, await a_client(play))
    command = SetTask(
        deal_id=deal,
        kind=TaskKind.CALL,
        to_user_id=play.ids[to.telegram_id],
        due_on=today(play) + timedelta(days=due_days),
        due_time=at_time,
        intent_key=f"call-{due_days}",
    )
    work = partial(set_task, actor=play.actor(SELLER), command=command, now=play.clock.now(), today=today(play))
    return int(await play.write(work))


def reminders(play: Play, person: Person) -> list[Seen]:
    return [seen for seen in play.seen(person) if seen.text.startswith(("🔔", "☀️"))]


async def test_whoever_gets_the_deal_hears_of_its_instalments(play: Play) -> None:
    deal = await an_owed_deal(play)
    await tick(play)
    to = {"place": Place.SELLER, "to_user_id": play.ids[OTHER_SELLER.telegram_id]}
    await play.write(partial(hand_over, actor=play.actor(SELLER), deal_id=deal, **to, now=play.clock.now()))
    await at(play, today(play) + timedelta(days=1))
    assert not reminders(play, SELLER)
    assert "Взнос: через 3 дня" in play.screen(OTHER_SELLER).text


async def test_of_a_seller_who_has_left_a_manager_hears(play: Play) -> None:
    await an_owed_deal(play)
    gone = update(User).where(User.id == play.ids[SELLER.telegram_id]).values(disabled_at=play.clock.now())
    await play.write(lambda session: session.execute(gone))
    await at(play, today(play) + timedelta(days=1))
    assert not reminders(play, SELLER)
    assert "Взнос: через 3 дня" in "".join(seen.text for seen in reminders(play, MANAGER))


async def test_another_ladder_of_the_kind_is_planned_for_policies_that_run(play: Play) -> None:
    deal = await an_owed_deal(play, days=40)
    kind = (await play.read(lambda s: s.execute(select(Deal.kind_id).where(Deal.id == deal)))).scalar_one()
    for steps in ([20, 2], [20, 5, 2]):
        values = KindValues(instalment_ladder=steps)
        work = partial(edit_kind, actor=play.actor(ADMIN), kind_id=kind, values=values, now=play.clock.now())
        await play.write(work)
        await tick(play)
        waiting = [r.step for r in await rows(play, ReminderSubject.INSTALMENT) if r.state is ReminderState.WAITING]
        assert waiting == steps
    before = update(InsuranceKind).where(InsuranceKind.id == kind).values(instalment_ladder=[7, 3, 1, 0, -1])
    await play.write(lambda session: session.execute(before))


async def test_a_task_reminds_an_hour_before_its_hour_and_once_it_is_over(play: Play) -> None:
    task = await a_task(play, due_days=1, at_time=time(15))
    await tick(play)
    day = today(play) + timedelta(days=1)
    await at(play, day, "13:59")
    before = len(reminders(play, EXECUTOR))
    await at(play, day, "14:00")
    assert len(reminders(play, EXECUTOR)) == before + 1
    assert "сьогодні, 15:00" in play.screen(EXECUTOR).text
    finish = partial(finish_task, actor=play.actor(EXECUTOR), task_id=task, now=play.clock.now(), today=day)
    await play.write(finish)
    await at(play, day, "15:00")
    assert await told(play, ReminderSubject.TASK) == [0]
    state = select(Task.state).where(Task.id == task)
    assert (await play.read(lambda session: session.execute(state))).scalar_one() is TaskState.DONE


async def test_a_task_of_the_evening_is_told_when_the_quiet_is_over(play: Play) -> None:
    await a_task(play, due_days=1, at_time=time(22, 30))
    day = today(play) + timedelta(days=1)
    await at(play, day, "21:30")
    await at(play, day, "23:00")
    assert not [seen for seen in reminders(play, EXECUTOR) if "22:30" in seen.text]
    await at(play, day + timedelta(days=1))
    assert "Зателефонувати: прострочено на 1 день" in reminders(play, EXECUTOR)[-1].text


async def test_what_goes_wrong_with_one_person_keeps_nobody_elses(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    await an_owed_deal(play)
    await an_owed_deal(play, number="AI-2", seller=OTHER_SELLER)
    good = tell.find_hours

    async def choking(session: object, user_id: int, brokerage: object) -> object:
        if user_id == play.ids[SELLER.telegram_id]:
            raise ValueError("choked")
        return await good(session, user_id, brokerage)  # type: ignore[arg-type]

    monkeypatch.setattr(tell, "find_hours", choking)
    await at(play, today(play) + timedelta(days=1))
    found = select(Reminder.state, Reminder.reason, Reminder.user_id).where(Reminder.step == 3)
    states = {row.user_id: (row.state, row.reason) for row in await play.read(lambda s: s.execute(found))}
    assert states[play.ids[SELLER.telegram_id]] == (ReminderState.FAILED, "ValueError")
    assert states[play.ids[OTHER_SELLER.telegram_id]] == (ReminderState.DELIVERED, None)
    assert not [line for line in heard(play, SELLER) if "🔔" in line]
