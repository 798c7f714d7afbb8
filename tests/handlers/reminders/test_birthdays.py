"""Birthdays of one's clients: off until they are asked for, told once, in the morning's one message."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from models.client import Client
from models.deal import Deal, DealStage
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.reminders.clock import at, heard, tick, today
from tests.harness import Play
from tests.people import EXECUTOR, OTHER_SELLER, SELLER, Person


async def born(play: Play, on: date, name: str = "Петрова Анна", *, seller: Person = SELLER) -> int:
    """A client with an open deal."""
    client = await a_client(play, phone=None, name=name)
    await a_deal(play, client, name, seller=seller)
    known = update(Client).where(Client.id == client).values(birth_date=on)
    await play.write(lambda session: session.execute(known))
    return client


async def listen(play: Play, person: Person = SELLER) -> None:
    await play.say(person, "/reminders")
    await play.tap(person, "Включить дни рождения")
    await tick(play)


def greetings(play: Play, person: Person = SELLER) -> list[str]:
    return [seen.text for seen in play.seen(person) if "Дни рождения\n" in seen.text]


async def tomorrow(play: Play) -> None:
    await at(play, today(play) + timedelta(days=1))


async def test_nobody_hears_of_them_until_he_asks_to(play: Play) -> None:
    await born(play, date(1980, 11, 24))
    await tick(play)
    await tomorrow(play)
    assert not greetings(play)


async def test_they_stand_in_the_brief_and_lead_to_the_client(play: Play) -> None:
    await born(play, date(1980, 11, 24))
    await born(play, date(1990, 11, 25), "Сидоров")
    await born(play, date(1970, 11, 24), "Чужой", seller=OTHER_SELLER)
    await listen(play)
    assert "🎂 Дни рождения клиентов: утром" in play.screen(SELLER).text
    await tomorrow(play)
    (brief,) = greetings(play)
    assert brief.startswith("☀️ Доброе утро")
    assert brief.endswith("🎂 Дни рождения\n1. Петрова Анна · сегодня · 46 лет")
    assert "Петрова Анна" in (await play.tap(SELLER, "1")).text
    await at(play, today(play), "20:00")
    assert len(greetings(play)) == 1


async def test_without_a_brief_they_are_a_message_of_their_own(play: Play) -> None:
    await born(play, date(1980, 11, 24))
    await listen(play)
    await play.say(SELLER, "/reminders")
    await play.tap(SELLER, "Выключить сводку")
    await tomorrow(play)
    assert heard(play, SELLER)[-1] == "🎂 Дни рождения"
    await tomorrow(play)
    assert len(greetings(play)) == 1


async def test_turned_off_again_they_are_not_told(play: Play) -> None:
    await born(play, date(1980, 11, 24))
    await listen(play)
    assert "утром" not in (await play.tap(SELLER, "Выключить дни рождения")).text
    await tomorrow(play)
    assert not greetings(play)


async def test_after_days_off_they_are_told_late_but_not_weeks_late(play: Play) -> None:
    await born(play, date(1980, 11, 24), "Давно")
    await born(play, date(1980, 11, 29), "Вчера")
    await listen(play)
    await at(play, date(2026, 11, 30))
    (brief,) = greetings(play)
    assert "1. Вчера · вчера · 46 лет" in brief
    assert "Давно" not in brief


@pytest.mark.parametrize(("day", "said"), [(date(2027, 2, 28), 1), (date(2028, 2, 28), 0), (date(2028, 2, 29), 1)])
async def test_who_was_born_on_the_last_of_february_has_a_day_every_year(play: Play, day: date, said: int) -> None:
    await born(play, date(1984, 2, 29))
    await listen(play)
    await at(play, day - timedelta(days=1))
    await at(play, day)
    assert len(greetings(play)) == said


async def test_a_client_all_of_whose_deals_were_lost_is_nobodys(play: Play) -> None:
    client = await born(play, date(1980, 11, 24))
    await listen(play)
    lost = update(Deal).where(Deal.client_id == client).values(stage=DealStage.LOST, lost_reason="price")
    await play.write(lambda session: session.execute(lost))
    await tomorrow(play)
    assert not greetings(play)


async def test_an_executor_sells_to_nobody_and_is_not_asked(play: Play) -> None:
    assert not [label for label in (await play.say(EXECUTOR, "/reminders")).labels if "🎂" in label]
