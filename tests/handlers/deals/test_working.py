"""Working with an open deal in chat: stages, people, sleep, loss, lists."""

from functools import partial

from services.reminders.tell import tell_due_reminders
from services.reminders.wake import wake_due_deals
from tests.handlers.deals.opened import opened_deal
from tests.harness import BROKERAGE, Play
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER


async def test_deal_goes_to_agreement_with_the_agreed_premium(play: Play) -> None:
    await opened_deal(play)
    await play.tap(SELLER, "Дальше по этапам")
    await play.tap(SELLER, "клиент и документы")
    await play.tap(SELLER, "Дальше по этапам")
    asked = await play.tap(SELLER, "согласование")
    assert "на какую премию" in asked.text
    refused = await play.say(SELLER, "сорок восемь или пятьдесят тысяч")
    assert "на какую премию" in refused.text
    card = await play.say(SELLER, "48 200,50")
    assert "Этап: согласование" in card.text
    assert "48\u202f200,50\u202f₽" in card.text


async def test_button_of_an_older_card_does_not_move_the_deal_twice(play: Play) -> None:
    await opened_deal(play)
    asked = await play.tap(SELLER, "Дальше по этапам")
    data = asked.data("клиент и документы")
    await play.tap_data(SELLER, data, asked.message_id)
    await play.tap_data(SELLER, data, asked.message_id)
    assert play.toast(SELLER) == "Уже сделано"
    assert "Этап: клиент и документы" in play.screen(SELLER).text


async def test_executor_is_told_and_sees_the_deal_from_then_on(play: Play) -> None:
    deal_id = await opened_deal(play)
    await play.tap_data(EXECUTOR, f"deal.card:{deal_id}")
    assert play.toast(EXECUTOR) == f"Угоди {deal_id} немає."
    await play.tap(SELLER, "Ещё")
    await play.tap(SELLER, "Исполнитель")
    await play.tap(SELLER, "Taras")
    await play.run_events()
    assert "ви виконавець" in play.screen(EXECUTOR).text
    card = await play.tap(EXECUTOR, "Відкрити угоду")
    assert "Toyota Camry 2021" in card.text


async def test_seller_who_gave_the_deal_away_no_longer_sees_it(play: Play) -> None:
    deal_id = await opened_deal(play)
    await play.tap(SELLER, "Ещё")
    await play.tap(SELLER, "Передать")
    left = await play.say(SELLER, "pav")
    assert "больше не ваша" in left.text
    await play.tap_data(SELLER, f"deal.card:{deal_id}")
    assert "ведёт Pavlo" in play.toast(SELLER)
    await play.run_events()
    assert "передаёт вам сделку" in play.screen(OTHER_SELLER).text


async def test_everybody_of_a_deal_learns_who_sells_it_now(play: Play) -> None:
    deal_id = await opened_deal(play)
    await play.tap(SELLER, "Ещё")
    await play.tap(SELLER, "Исполнитель")
    await play.tap(SELLER, "Taras")
    await play.tap_data(MANAGER, f"deal.seller:{deal_id}")
    await play.tap(MANAGER, "Pavlo")
    await play.run_events()
    assert "передаёт вам сделку" in play.screen(OTHER_SELLER).text
    assert "Viktor меняет продавца: теперь Pavlo" in play.screen(SELLER).text
    assert "Viktor змінює продавця: тепер Pavlo" in play.screen(EXECUTOR).text


async def test_deal_sleeps_until_its_day_and_wakes_with_a_card(play: Play) -> None:
    deal_id = await opened_deal(play)
    await play.tap(SELLER, "Отложить")
    refused = await play.say(SELLER, "31 ноября")
    assert "до какого дня" in refused.text
    card = await play.say(SELLER, "в пятницу")
    assert "Спит до пт 27 ноя" in card.text
    play.clock.advance(days=4)
    for expected in (1, 0):
        now = play.clock.now()
        assert await play.write(partial(wake_due_deals, now=now, zone=BROKERAGE.zone)) == expected
    await play.write(partial(tell_due_reminders, now=play.clock.now(), brokerage=BROKERAGE))
    await play.run_events()
    assert "Проснулась сделка" in play.screen(SELLER).text
    assert play.screen(SELLER).subject == f"deal:{deal_id}"


async def test_calendar_offers_days_to_come_only(play: Play) -> None:
    await opened_deal(play)
    await play.tap(SELLER, "Отложить")
    month = await play.tap(SELLER, "Календарь")
    assert "ноябрь 2026" in month.labels
    assert "23" not in month.labels
    following = await play.tap(SELLER, "▶️")
    assert "декабрь 2026" in following.labels
    card = await play.tap(SELLER, "15")
    assert "Спит до вт 15 дек" in card.text


async def test_lost_deal_keeps_its_reason_and_offers_no_next_step(play: Play) -> None:
    await opened_deal(play)
    await play.tap(SELLER, "Ещё")
    await play.tap(SELLER, "Отказ")
    asked = await play.tap(SELLER, "Дорого")
    assert "записать отказ? Причина: 💸 Дорого" in asked.text
    assert "задач" not in asked.text
    card = await play.tap(SELLER, "Да, отказ")
    assert "Отказ: 💸 Дорого" in card.text
    assert "❌ Отказ" not in card.labels
    await play.tap(SELLER, "Мои сделки")
    closed = await play.tap(SELLER, "Закрытые")
    assert "Toyota Camry 2021" in closed.text


async def test_manager_sees_every_deal_and_another_seller_none(play: Play) -> None:
    await opened_deal(play)
    await play.say(MANAGER, "/deals")
    assert "Toyota Camry" in (await play.tap(MANAGER, "Все")).text
    assert "Здесь пока пусто" in (await play.say(OTHER_SELLER, "/deals")).text


async def test_list_is_paged_without_gaps_or_repeats(play: Play) -> None:
    for number in range(11):
        await opened_deal(play, insured=f"Авто №{number}")
    first = await play.say(SELLER, "/deals")
    second = await play.tap(SELLER, "Дальше", message_id=first.message_id)
    shown = [line for text in (first.text, second.text) for line in text.splitlines() if "Авто №" in line]
    assert [f"Авто №{number}" in line for number, line in zip(range(10, -1, -1), shown, strict=True)] == [True] * 11
