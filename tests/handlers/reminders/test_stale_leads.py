"""Leads that nobody has touched for a week: who hears of them, how often, and what he can do at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from models.lead import Lead, LeadAction, LeadHistory, LeadStage
from tests.handlers.leads.builders import a_lead, at_stage, scored, the_lead
from tests.handlers.reminders.clock import at, tick, today
from tests.harness import Play, Seen
from tests.people import OTHER_SELLER, SELLER, Person


async def silent(play: Play, number: int = 1, *, by: Person = SELLER, days: int = 8) -> int:
    lead = await a_lead(play, f"Иванов {number}", phone=f"+7916123{number:04}", by=by)
    await at_stage(play, lead, LeadStage.CONTACTED, by=by)
    await scored(play, lead, 720)
    values = {"assignee_id": play.ids[by.telegram_id], "last_activity_at": play.clock.now() - timedelta(days=days)}
    await play.write(lambda session: session.execute(update(Lead).where(Lead.id == lead).values(**values)))
    return lead


def warnings(play: Play, person: Person = SELLER) -> list[Seen]:
    return [seen for seen in play.seen(person) if seen.text.startswith("⚠️")]


async def nurtured(play: Play, lead: int) -> int:
    found = select(LeadHistory.id).where(LeadHistory.lead_id == lead, LeadHistory.action == LeadAction.NURTURE)
    return len((await play.read(lambda session: session.execute(found))).all())


async def test_a_silent_lead_comes_back_as_a_card_with_what_to_do(play: Play) -> None:
    lead = await silent(play)
    before = (await the_lead(play, lead, SELLER)).last_activity_at
    await tick(play)
    (card,) = warnings(play)
    assert card.text == f"⚠️ Лид {lead} · Иванов 1\n8 дней без движения\n🤖 AI-оценка: 🌤 тёплый 0,72"
    assert card.labels == [
        *("📞 Позвонил", "❌ Отказ"),
        *("1 день", "3 дня", "Неделя", "💤 Другой день"),
        "🎯 Открыть лида",
    ]
    assert await nurtured(play, lead) == 1
    assert (await the_lead(play, lead, SELLER)).last_activity_at == before, "a reminder is no activity"


async def test_it_is_told_once_a_week_of_silence(play: Play) -> None:
    await silent(play)
    for _ in range(8):
        for clock in ("03:00", "09:00", "15:00", "15:10", "19:00"):
            await at(play, today(play), clock)
        play.clock.advance(days=1)
    assert len(warnings(play)) == 2


async def test_a_call_ends_the_silence_and_asks_what_was_said(play: Play) -> None:
    lead = await silent(play)
    await tick(play)
    asked = await play.tap(SELLER, "📞 Позвонил")
    assert "Лид" in asked.text
    assert (await the_lead(play, lead, SELLER)).last_activity_at == play.clock.now()
    await play.say(SELLER, "перезвонит сам")
    await at(play, today(play) + timedelta(days=6))
    assert len(warnings(play)) == 1


@pytest.mark.parametrize(("said", "days"), [("3 дня", 3), ("через 2 дня", 2), ("на 3 дня", 3), ("до среды", 2)])
async def test_a_snoozed_one_is_heard_of_on_its_day(play: Play, said: str, days: int) -> None:
    await silent(play)
    await tick(play)
    if said == "3 дня":
        answer = await play.tap(SELLER, said)
    else:
        await play.tap(SELLER, "💤 Другой день")
        refused = await play.say(SELLER, "эээ")
        assert "Не понял дату" in refused.text
        answer = await play.say(SELLER, said)
    assert "💤 Напомню" in answer.text
    day = today(play)
    await at(play, day + timedelta(days=days - 1), "20:00")
    assert len(warnings(play)) == 1
    await at(play, day + timedelta(days=days), "09:00")
    assert len(warnings(play)) == 2


async def test_an_old_card_of_a_lost_lead_snoozes_nothing(play: Play) -> None:
    lead = await silent(play)
    await tick(play)
    card = warnings(play)[0]
    await play.tap(SELLER, "❌ Отказ")
    await play.say(SELLER, "не нужно")
    await play.say(SELLER, "да")
    assert (await the_lead(play, lead, SELLER)).stage is LeadStage.LOST
    await play.tap_data(SELLER, card.data("1 день"), card.message_id)
    assert "закрыт" in (play.toast(SELLER) + play.screen(SELLER).text).lower()
    await at(play, today(play) + timedelta(days=2))
    assert len(warnings(play)) == 1


async def test_ten_a_run_are_spread_over_people(play: Play) -> None:
    for number in range(9):
        await silent(play, number, days=20)
    for number in range(9, 15):
        await silent(play, number, by=OTHER_SELLER)
    await tick(play)
    assert (len(warnings(play)), len(warnings(play, OTHER_SELLER))) == (5, 5)
    await at(play, today(play), "18:00")
    assert (len(warnings(play)), len(warnings(play, OTHER_SELLER))) == (9, 6)


async def test_at_night_it_waits_for_the_morning(play: Play) -> None:
    await silent(play)
    await at(play, today(play), "23:00")
    assert not warnings(play)
    await at(play, today(play) + timedelta(days=1), "07:59")
    assert not warnings(play)
    await at(play, today(play), "09:00")
    assert len(warnings(play)) == 1


async def test_snoozed_until_an_hour_it_is_heard_of_at_that_hour(play: Play) -> None:
    await silent(play)
    await tick(play)
    await play.tap(SELLER, "💤 Другой день")
    assert "💤 Напомню чт 26 нояб в 11:00" in (await play.say(SELLER, "до четверга 11")).text
    await at(play, today(play) + timedelta(days=3), "10:59")
    assert len(warnings(play)) == 1
    await at(play, today(play), "11:00")
    assert len(warnings(play)) == 2


@pytest.mark.parametrize("said", ["сегодня в 9", "0 дней"])
async def test_a_moment_that_is_over_is_refused_and_asked_for_again(play: Play, said: str) -> None:
    await silent(play)
    await tick(play)
    await play.tap(SELLER, "💤 Другой день")
    assert "Напомню" not in (await play.say(SELLER, said)).text
    assert "💤 Напомню" in (await play.say(SELLER, "завтра")).text
