"""My day: what is due, what woke, what is owed; and for managers what is owed to others."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import update

from models.deal import Deal
from models.task import TaskKind
from services.day.queries import find_day
from services.deals.defer import defer_deal
from services.tasks.set_task import SetTask, set_task
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay, wake
from tests.handlers.deals.opened import opened_deal
from tests.handlers.tasks.set_tasks import task_set
from tests.harness import BROKERAGE, Play, Seen
from tests.people import CLIENT, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.statements import statements


async def called_back_later(play: Play, deal_id: int, *, days: int) -> None:
    today = BROKERAGE.today(play.clock.now())
    deferred = partial(
        defer_deal,
        actor=play.actor(SELLER),
        deal_id=deal_id,
        review_on=today + timedelta(days=days),
        zone=BROKERAGE.zone,
        now=play.clock.now(),
    )
    await play.write(deferred)


async def shown(play: Play, person: Person, data: str) -> Seen:
    return await play.tap_data(person, data, play.screen(person).message_id)


async def test_what_is_owed_woke_and_is_due_stands_in_order_of_money(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    small = await a_policy(play, deal, {-2: 10_000, 90: 1_000}, number="A-1")
    large = await a_policy(play, deal, {0: 23_450}, number="A-2", begun=30)
    called = await opened_deal(play, insured="Kia Rio")
    await called_back_later(play, called, days=1)
    play.clock.advance(days=1)
    await wake(play)
    day = await play.say(SELLER, "/day")
    assert "Мой день · 3 дела" in day.text
    assert "Под риском 33 450 ₽" in day.text.replace("\u202f", " ")
    lines = [line for line in day.text.replace("\u202f", " ").splitlines() if line[2:3].isdigit()]
    assert lines[0] == "🔴 1. Взнос: просрочено на 1 день · 23 450 ₽"
    assert lines[1] == "🔴 2. Взнос: просрочено на 3 дня · 10 000 ₽"
    assert lines[2] == "🟠 3. Перезвонить: сегодня"
    assert [day.data(number) for number in "123"] == [
        f"policy.card:{large}",
        f"policy.card:{small}",
        f"deal.card:{called}",
    ]


async def test_money_of_one_deal_is_at_risk_once(play: Play) -> None:
    deal = await opened_deal(play)
    await a_policy(play, deal, {-2: 10_000, -1: 5_000})
    play.clock.advance(hours=1)
    assert "Под риском 15 000 ₽" in (await play.say(SELLER, "/day")).text.replace("\u202f", " ")


async def test_an_executors_day_is_his_tasks(play: Play) -> None:
    await task_set(play, due="сегодня 18:00")
    day = await play.say(EXECUTOR, "/day")
    assert "🟠 1. Порахувати: сьогодні, 18:00" in day.text
    assert (await play.tap(EXECUTOR, "1", message_id=day.message_id)).text.startswith("📌")
    play.clock.advance(days=2)
    assert "🔴 1. Порахувати: прострочено на 2 дні" in (await play.say(EXECUTOR, "/day")).text


async def test_an_empty_day_says_what_is_next(play: Play) -> None:
    assert "Впереди пока ничего не назначено" in (await play.say(SELLER, "/day")).text
    deal = await opened_deal(play)
    await called_back_later(play, deal, days=11)
    day = await play.say(SELLER, "/day")
    assert "на сегодня всё" in day.text
    assert f"Дальше: Перезвонить · пт 4 дек · сделка {deal}" in day.text
    assert (await play.tap(SELLER, "Открыть сделку")).subject == f"deal:{deal}"


async def test_a_manager_sees_by_seller_what_is_overdue(play: Play) -> None:
    for seller, phone, rubles in ((SELLER, "+79161234567", 10_000), (OTHER_SELLER, "+79161234568", 30_000)):
        deal = await a_deal(play, await a_client(play, phone, phone=phone), seller=seller)
        await a_policy(play, deal, {-5: rubles, 0: 777}, number=phone, seller=seller)
    day = await play.say(MANAGER, "/day")
    text = day.text.replace("\u202f", " ")
    assert "1. Pavlo: 1 взнос · 30 000 ₽, до 5 дней" in text
    assert "2. Maryna: 1 взнос · 10 000 ₽" in text
    owed = await play.tap(MANAGER, "1", message_id=day.message_id)
    assert "Просроченные взносы и возвраты · Pavlo" in owed.text
    assert "🔴 1. Взнос: просрочено на 5 дней · 30 000 ₽" in owed.text.replace("\u202f", " ")
    assert owed.data("1").startswith("policy.card:")


async def test_a_manager_sees_by_seller_what_clients_are_to_get_back(play: Play) -> None:
    policy = await a_policy(play, await opened_deal(play))
    await pay(play, policy)
    await play.tap_data(SELLER, f"policy.annul:{policy}", play.screen(SELLER).message_id)
    await play.tap(SELLER, "Выписан с ошибкой")
    await play.say(SELLER, "да")
    day = await play.say(MANAGER, "/day")
    assert "1. Maryna: 1 возврат клиенту · 46 900 ₽, с 23.11" in day.text.replace("\u202f", " ")
    owed = await play.tap(MANAGER, "1", message_id=day.message_id)
    assert "🟠 1. Вернуть клиенту: с 23.11 · 46 900 ₽" in owed.text.replace("\u202f", " ")
    await play.tap(MANAGER, "1", message_id=owed.message_id)
    for label in ("Вернули клиенту", "сегодня", "Записать"):
        await play.tap(MANAGER, label)
    assert "Maryna" not in (await play.say(MANAGER, "/day")).text


async def test_nobody_else_sees_any_of_it(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    await a_policy(play, deal, {-5: 10_000})
    assert "на сегодня всё" in (await play.say(OTHER_SELLER, "/day")).text
    assert "10 000" not in (await play.say(CLIENT, "/day")).text.replace("\u202f", " ")
    await shown(play, OTHER_SELLER, f"day.person:{play.ids[SELLER.telegram_id]}")
    assert "10 000" not in play.screen(OTHER_SELLER).text.replace("\u202f", " ")


async def test_sleeping_deals_say_until_when_and_why_and_todays_say_what_is_owed(play: Play) -> None:
    later, sooner = await opened_deal(play, insured="Kia Rio"), await opened_deal(play)
    await called_back_later(play, later, days=11)
    await called_back_later(play, sooner, days=1)
    asleep = (await shown(play, SELLER, "deal.list:asleep:")).text
    assert asleep.index("💤 до завтра · звонок") < asleep.index("💤 до пт 4 дек · звонок")
    play.clock.advance(days=1)
    await wake(play)
    today = await shown(play, SELLER, "deal.list:today:")
    assert "звонок · до сегодня" in today.text
    assert "Kia Rio" not in today.text


async def test_lists_by_day_are_paged_to_the_last_deal(play: Play) -> None:
    client = await a_client(play)
    for number in range(10):
        deal = await a_deal(play, client, f"Skoda {number}")
        await called_back_later(play, deal, days=20 - number // 2)
    first = await shown(play, SELLER, "deal.list:asleep:")
    second = await play.tap(SELLER, "Дальше")
    lines = [line for page in (first, second) for line in page.text.splitlines() if "Skoda" in line]
    objects = [line.split(" · ")[0].strip() for line in lines]
    assert len(objects) == len(set(objects)) == 10
    assert set(objects[:2]) == {"Skoda 8", "Skoda 9"}


async def test_a_paid_deal_that_woke_is_among_mine(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    policy = await a_policy(play, deal, {0: 10_000, 5: 10_000})
    await pay(play, policy)
    assert f" {deal} " not in (await shown(play, SELLER, "deal.list:mine:")).text
    play.clock.advance(days=5)
    await wake(play)
    assert f" {deal} " in (await shown(play, SELLER, "deal.list:mine:")).text


async def given_a_task(play: Play, deal_id: int, *, to: Person | None, days: int = 1) -> None:
    """Due in so many days."""
    now = play.clock.now()
    today = BROKERAGE.today(now)
    command = SetTask(
        deal_id=deal_id,
        kind=TaskKind.CALL,
        to_user_id=play.ids[to.telegram_id] if to else None,
        due_on=today + timedelta(days=days),
        intent_key=f"call-{deal_id}-{to.name if to else None}-{days}",
    )
    await play.write(partial(set_task, actor=play.actor(SELLER), command=command, now=now, today=today))


async def worth(play: Play, deal_id: int, rubles: int) -> None:
    agreed = update(Deal).where(Deal.id == deal_id).values(amount=rubles * 100)
    await play.write(lambda session: session.execute(agreed))


async def test_a_manager_sees_what_others_are_late_with_by_money_and_whose_it_is(play: Play) -> None:
    client = await a_client(play)
    small, large, later = [await a_deal(play, client, name) for name in ("Rio", "Camry", "Lada")]
    await worth(play, small, 10_000)
    await worth(play, large, 90_000)
    await given_a_task(play, small, to=EXECUTOR)
    await given_a_task(play, large, to=None)
    await given_a_task(play, large, to=MANAGER)
    await given_a_task(play, later, to=EXECUTOR, days=3)
    play.clock.advance(days=3)
    day = await play.say(MANAGER, "/day")
    mine, _, theirs = day.text.replace("\u202f", " ").partition("Просроченные задачи у людей")
    assert "🔴 1. Позвонить: просрочено на 2 дня · 90 000 ₽" in mine
    lines = [line for line in theirs.splitlines() if line[2:3].isdigit()]
    assert lines == [
        "🔴 2. общие · Позвонить: просрочено на 2 дня · 90 000 ₽",
        "🔴 3. Taras · Позвонить: просрочено на 2 дня · 10 000 ₽",
    ]
    assert day.data("3").startswith("task.card:")
    assert "Taras" in (await play.tap(MANAGER, "3", message_id=day.message_id)).text
    assert "у людей" not in (await play.say(SELLER, "/day")).text


async def test_of_many_late_tasks_the_gravest_are_shown_and_the_rest_counted(play: Play) -> None:
    client = await a_client(play)
    for number in range(8):
        deal = await a_deal(play, client, f"Skoda {number}")
        await worth(play, deal, 1_000 + number)
        await given_a_task(play, deal, to=EXECUTOR)
    play.clock.advance(days=2)
    text = (await play.say(MANAGER, "/day")).text.replace("\u202f", " ")
    assert "1. Taras · Позвонить: просрочено на 1 день · 1 007 ₽" in text
    assert "1 002 ₽" in text
    assert "1 001 ₽" not in text
    assert "…и ещё 2" in text


@pytest.mark.parametrize(("person", "count"), [(SELLER, 2), (MANAGER, 4), (OTHER_SELLER, 2)])
async def test_a_day_asks_the_same_few_things_however_full_it_is(play: Play, person: Person, count: int) -> None:
    client = await a_client(play)
    for number in range(14):
        deal = await a_deal(play, client, f"Skoda {number}")
        await a_policy(play, deal, {-number - 1: 10_000 + number}, number=f"A-{number}")
    find = partial(find_day, actor=play.actor(person), today=BROKERAGE.today(play.clock.now()))
    with statements() as asked:
        day = await play.read(find)
    assert len(asked) == count
    assert (day.count, len(day.lines)) == ((14, 12) if person is SELLER else (0, 0))
    if person is SELLER:
        assert "…и ещё 2" in (await play.say(SELLER, "/day")).text
