"""A person says when he wants to hear of things, by buttons and in his own words."""

from datetime import timedelta

import pytest

from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay
from tests.handlers.reminders.clock import at, heard, tick, today
from tests.harness import Play
from tests.people import CLIENT, SELLER


async def owing(play: Play) -> None:
    """From tomorrow on there is something to say: an instalment in three days."""
    policy = await a_policy(play, await a_deal(play, await a_client(play)), {-60: 10_000, 4: 23_450})
    await pay(play, policy)
    await tick(play)


def briefs(play: Play) -> int:
    return sum(line.startswith("☀️ Доброе утро") for line in heard(play, SELLER))


async def test_the_settings_lead_to_it_and_show_what_holds(play: Play) -> None:
    await play.say(SELLER, "/settings")
    shown = await play.tap(SELLER, "🔔 Напоминания")
    assert "сводка: в 9:00" in shown.text
    assert "Тихие часы: 21:00–8:00" in shown.text
    await play.say(CLIENT, "/settings")
    assert "Напоминания" not in " ".join(play.screen(CLIENT).labels)


@pytest.mark.parametrize("said", ["8:30", "в 8:30", "8.30 утра"])
async def test_the_brief_comes_at_the_hour_that_was_typed(play: Play, said: str) -> None:
    await owing(play)
    await play.say(SELLER, "/reminders")
    await play.tap(SELLER, "Час сводки")
    assert "Не понял" in (await play.say(SELLER, "с утра пораньше")).text
    assert "сводка: в 8:30" in (await play.say(SELLER, said)).text
    await at(play, today(play) + timedelta(days=1), "08:29")
    assert briefs(play) == 0
    await at(play, today(play), "08:30")
    assert briefs(play) == 1
    await at(play, today(play), "09:00")
    assert briefs(play) == 1
    assert "🔔" not in "".join(heard(play, SELLER)), "what stands in the brief is not told again"


async def test_without_a_brief_what_is_due_comes_in_one_message(play: Play) -> None:
    await owing(play)
    await play.say(SELLER, "/reminders")
    assert "выключена" in (await play.tap(SELLER, "Выключить сводку")).text
    await at(play, today(play) + timedelta(days=1))
    assert briefs(play) == 0
    told = play.screen(SELLER)
    assert told.text.startswith("🔔 Напоминания · 1")
    assert "Взнос: через 3 дня" in told.text
    assert "AI-4471122" in (await play.tap(SELLER, "1")).text


async def test_quiet_hours_are_typed_and_a_brief_may_not_fall_into_their_evening(play: Play) -> None:
    await play.say(SELLER, "/reminders")
    await play.tap(SELLER, "Тихие часы")
    assert "Не понял" in (await play.say(SELLER, "ночью")).text
    assert "22:30–7:00" in (await play.say(SELLER, "с 22:30 до 7")).text
    await play.tap(SELLER, "Час сводки")
    refused = await play.say(SELLER, "23")
    assert "тихие часы" in (refused.text + play.toast(SELLER)).lower()
    assert "сводка: в 7:00" in (await play.tap(SELLER, "7:00")).text
    await play.tap(SELLER, "Тихие часы")
    assert "Тихих часов нет" in (await play.say(SELLER, "нет")).text


async def test_a_pause_holds_everything_until_its_day(play: Play) -> None:
    await owing(play)
    await play.say(SELLER, "/reminders")
    await play.tap(SELLER, "Пауза")
    assert "Пауза: напомню обо всём" in (await play.say(SELLER, "на 3 дня")).text
    begun = today(play)
    for day in (1, 2):
        await at(play, begun + timedelta(days=day), "12:00")
    assert briefs(play) == 0
    await at(play, begun + timedelta(days=3))
    assert briefs(play) == 1
    await play.say(SELLER, "/reminders")
    assert "Пауза:" not in play.screen(SELLER).text


async def test_a_pause_ends_at_the_hour_that_was_said(play: Play) -> None:
    await owing(play)
    await play.say(SELLER, "/reminders")
    await play.tap(SELLER, "Пауза")
    shown = await play.say(SELLER, "послезавтра в 14:30")
    assert "в 14:30" in shown.text
    due = today(play) + timedelta(days=2)
    await at(play, due, "14:29")
    assert briefs(play) == 0
    assert "Пауза:" in (await play.say(SELLER, "/reminders")).text
    await at(play, due, "14:30")
    assert briefs(play) == 1
    assert "Пауза:" not in (await play.say(SELLER, "/reminders")).text


async def test_a_pause_of_some_hours_holds_what_comes_meanwhile(play: Play) -> None:
    await owing(play)
    await at(play, today(play) + timedelta(days=1), "08:30")
    await play.say(SELLER, "/reminders")
    await play.tap(SELLER, "Пауза")
    assert "сегодня в 17:00" in (await play.say(SELLER, "сегодня в 17")).text
    await at(play, today(play), "16:59")
    assert briefs(play) == 0
    await at(play, today(play), "17:00")
    assert briefs(play) == 1


async def test_cancel_and_a_sticker_leave_the_settings_as_they_are(play: Play) -> None:
    await play.say(SELLER, "/reminders")
    await play.tap(SELLER, "Час сводки")
    sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
    await play.message(SELLER, sticker={**sticker, "is_animated": False, "is_video": False})
    assert "Во сколько" in play.screen(SELLER).text
    await play.say(SELLER, "/cancel")
    await play.say(SELLER, "/reminders")
    assert "сводка: в 9:00" in play.screen(SELLER).text
