"""Who is away hears nothing: others hear it for him, and on his return he is told of what."""

from datetime import date, time, timedelta
from functools import partial

from sqlalchemy import update

from models.deal import Deal
from models.reminder import ReminderState, ReminderSubject, StopReason
from models.task import TaskKind
from models.user import User
from services.tasks.set_task import SetTask, set_task
from services.users.set_away import set_away
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay, wake
from tests.handlers.reminders.clock import at, heard, rows, tick, today
from tests.handlers.reminders.test_stale_leads import silent, warnings
from tests.harness import BROKERAGE, Play, Seen
from tests.people import ADMIN, EXECUTOR, MANAGER, SELLER, Person


async def leave(play: Play, person: Person, *, days: int) -> date:
    """The first day on which he is back."""
    until = today(play) + timedelta(days=days)
    await away(play, person, until)
    return until + timedelta(days=1)


async def away(play: Play, person: Person, until: date | None) -> None:
    user_id, now = play.ids[person.telegram_id], play.clock.now()
    work = partial(set_away, actor=play.actor(person), user_id=user_id, until=until, now=now, brokerage=BROKERAGE)
    await play.write(work)


async def owing(play: Play, *, days: int = 4, number: str = "AI-1") -> int:
    deal = await a_deal(play, await a_client(play, phone=None, name=f"Иванов {number}"), f"Kia {number}")
    await pay(play, await a_policy(play, deal, {-60: 10_000, days: 23_450}, number=number))
    await tick(play)
    return deal


async def a_call(play: Play, *, giver: Person, doer: Person, at_time: time | None = None) -> None:
    deal = await a_deal(play, await a_client(play, phone=None, name="Петров"))
    command = SetTask(
        deal_id=deal,
        kind=TaskKind.CALL,
        to_user_id=play.ids[doer.telegram_id],
        due_on=today(play) + timedelta(days=1),
        due_time=at_time,
        intent_key="call",
    )
    work = partial(set_task, actor=play.actor(giver), command=command, now=play.clock.now(), today=today(play))
    await play.write(work)


def about(play: Play, person: Person, words: str) -> list[Seen]:
    return [seen for seen in play.seen(person) if words in seen.text]


async def test_a_manager_hears_of_it_with_the_name_in_his_own_morning(play: Play) -> None:
    await owing(play)
    await leave(play, SELLER, days=5)
    await at(play, today(play) + timedelta(days=1))
    assert not heard(play, SELLER)
    (brief,) = about(play, MANAGER, "Взнос")
    assert brief.text.startswith("☀️ Доброе утро")
    assert "За тех, кого нет\n⚪️ 1. Maryna · Взнос: через 3 дня" in brief.text
    assert "AI-1" in (await play.tap(MANAGER, "1", message_id=brief.message_id)).text


async def test_on_his_return_he_is_told_what_others_heard_as_it_stands_now(play: Play) -> None:
    await owing(play)
    deal = await owing(play, number="AI-2")
    back = await leave(play, SELLER, days=2)
    for day in range(1, 4):
        if day == 2:
            policy = await a_policy(play, deal, {-60: 10, 100: 20}, number="AI-3")
            await pay(play, policy)
        await at(play, back + timedelta(days=day - 3))
    missed, brief = play.seen(SELLER)[-2:]
    assert missed.text.startswith("👋 С возвращением!")
    assert missed.text.count("Viktor · Взнос: через 1 день") == 2
    assert brief.text.startswith("☀️ Доброе утро")
    await at(play, back + timedelta(days=1))
    assert len(about(play, SELLER, "С возвращением")) == 1


async def test_what_was_done_in_the_meantime_he_is_not_told(play: Play) -> None:
    deal = await owing(play)
    back = await leave(play, SELLER, days=2)
    await at(play, back - timedelta(days=2))
    assert about(play, MANAGER, "Взнос")
    lost = update(Deal).where(Deal.id == deal).values(deleted_at=play.clock.now())
    await play.write(lambda session: session.execute(lost))
    await at(play, back)
    assert not about(play, SELLER, "С возвращением")
    (row,) = await rows(play, ReminderSubject.RETURN)
    assert (row.state, row.reason) == (ReminderState.STOPPED, StopReason.NOTHING)


async def test_back_earlier_he_is_told_at_once(play: Play) -> None:
    await owing(play)
    await leave(play, SELLER, days=10)
    await at(play, today(play) + timedelta(days=1))
    await away(play, SELLER, None)
    await at(play, today(play), "15:00")
    assert len(about(play, SELLER, "С возвращением")) == 1
    await at(play, today(play) + timedelta(days=2))
    assert heard(play, SELLER)[-1].startswith("☀️")


async def test_an_absence_that_is_prolonged_is_one_absence(play: Play) -> None:
    await owing(play)
    await leave(play, SELLER, days=1)
    await at(play, today(play) + timedelta(days=1))
    back = await leave(play, SELLER, days=1)
    await at(play, back - timedelta(days=1), "12:00")
    assert not heard(play, SELLER)
    await at(play, back)
    (missed,) = about(play, SELLER, "С возвращением")
    assert "Взнос" in missed.text


async def test_of_an_executors_task_hears_who_gave_it(play: Play) -> None:
    await a_call(play, giver=SELLER, doer=EXECUTOR, at_time=time(15))
    await leave(play, EXECUTOR, days=3)
    await at(play, today(play) + timedelta(days=1), "14:00")
    assert not about(play, EXECUTOR, "🔔")
    assert "Taras · Позвонить: сегодня, 15:00" in about(play, SELLER, "🔔")[-1].text
    await at(play, today(play), "15:00")
    assert "Taras · Позвонить: сегодня в 15:00, час прошёл" in about(play, SELLER, "🔔")[-1].text


async def test_a_silent_lead_comes_to_a_manager_as_the_same_card(play: Play) -> None:
    await silent(play)
    await leave(play, SELLER, days=3)
    await tick(play)
    assert not warnings(play, SELLER)
    (card,) = warnings(play, MANAGER)
    assert "Вместо Maryna" in card.text
    assert "Лид" in (await play.tap(MANAGER, "📞 Позвонил")).text


async def test_a_silent_lead_is_among_what_he_missed_while_it_is_silent(play: Play) -> None:
    lead = await silent(play)
    back = await leave(play, SELLER, days=1)
    await tick(play)
    await at(play, back)
    (missed,) = about(play, SELLER, "С возвращением")
    assert f"⚠️ 1. Лид {lead} · Иванов 1: без движения" in missed.text
    assert "Иванов 1" in (await play.tap(SELLER, "1", message_id=missed.message_id)).text


async def test_a_deal_that_wakes_is_a_managers_card(play: Play) -> None:
    await owing(play, days=8)
    await leave(play, SELLER, days=20)
    for _ in range(8):
        await at(play, today(play) + timedelta(days=1), "00:01")
        await wake(play)
        await at(play, today(play), "09:00")
    assert not heard(play, SELLER)
    card = about(play, MANAGER, "Вместо Maryna")[-1]
    assert "Взнос" in card.text


async def test_while_everybody_is_away_it_waits_for_who_comes_first(play: Play) -> None:
    await owing(play)
    for person in (SELLER, MANAGER, ADMIN):
        await leave(play, person, days=2)
    for _ in range(2):
        await at(play, today(play) + timedelta(days=1))
    assert not [line for person in (SELLER, MANAGER, ADMIN) for line in heard(play, person)]
    await at(play, today(play) + timedelta(days=1))
    assert about(play, SELLER, "Взнос: через 1 день")


async def test_nobody_who_is_away_gets_a_brief_and_the_day_after_he_does(play: Play) -> None:
    await a_call(play, giver=SELLER, doer=SELLER)
    await tick(play)
    back = await leave(play, SELLER, days=2)
    while today(play) < back:
        assert not heard(play, SELLER)
        await at(play, today(play) + timedelta(days=1))
    assert any(line.startswith("☀️ Доброе утро") for line in heard(play, SELLER))
    reasons = [row.reason for row in await rows(play, ReminderSubject.BRIEF) if row.reason == StopReason.AWAY]
    assert len(reasons) == 2


async def test_an_executor_says_in_his_settings_that_he_is_away(play: Play) -> None:
    await play.say(EXECUTOR, "/settings")
    await play.tap(EXECUTOR, "🌴")
    saved = await play.say(EXECUTOR, "пт")
    assert "розповім першого дня після" in saved.text
    gone = update(User).where(User.id == play.ids[EXECUTOR.telegram_id])
    await play.write(lambda session: session.execute(gone.values(away_until=None)))
