"""A deal's money in chat: what is expected comes in, in whole or not; expenses, rules, rates; nobody else sees it."""

from models.ledger import Act, Category, LedgerEntry
from tests.handlers.deals.opened import opened_deal
from tests.handlers.kit.explorer import dead_updates
from tests.harness import Play, Seen
from tests.invariants import assert_invariants
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.services.ledger.builders import Case, a_policy


async def opened(play: Play, person: Person = SELLER, **policy) -> tuple[Case, Seen]:
    """With the deal's money on the screen."""
    case = await a_policy(play, deal_id=await opened_deal(play), **policy)
    return case, await show(play, case, person)


async def show(play: Play, case: Case, person: Person = SELLER) -> Seen:
    return await tap(play, person, f"ledger.deal:{case.deal_id}")


async def tap(play: Play, person: Person, data: str) -> Seen:
    """A button with this data on the last message."""
    return await play.tap_data(person, data, play.screen(person).message_id)


async def test_expected_commission_is_received_whole_in_three_taps(play: Play) -> None:
    _, shown = await opened(play)
    assert "КВ: всего 10 318 ₽ · получено 0 ₽" in plain(shown)
    assert "1. КВ · полис AI-4471122 · 5 159 ₽ · вт 1 дек" in plain(shown)
    card = await play.tap(SELLER, "1")
    assert "Ставка 22%" in card.text
    await play.tap(SELLER, "Получено всё")
    done = await play.tap(SELLER, "Вчера")
    assert "Получено: 5 159 ₽, вчера." in plain(done)
    assert "Маржа: 10 318 ₽ · на руках 5 159 ₽" in plain(done)
    await assert_invariants(play)


async def test_another_amount_is_asked_about_and_explained(play: Play) -> None:
    await opened(play)
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "Другая сумма")
    assert "нужна сумма в этой валюте" in (await play.say(SELLER, "100 $")).text
    assert "Нужна сумма больше нуля" in (await play.say(SELLER, "-5")).text
    assert "А остальные 159 ₽?" in plain(await play.say(SELLER, "5000"))
    assert "Не понял «может»" in (await play.say(SELLER, "может")).text
    assert "На 159 ₽ меньше" in plain(await play.tap(SELLER, "Это всё"))
    await play.tap(SELLER, "Страховщик удержал")
    assert "ещё не наступило" in (await play.say(SELLER, "завтра")).text
    done = await play.say(SELLER, "20 ноября")
    assert "Получено: 5 000 ₽, пт 20 нояб." in plain(done)
    assert "КВ: всего 10 159 ₽ · получено 5 000 ₽" in plain(done)
    await assert_invariants(play)


async def test_more_than_expected_is_asked_why_and_the_rest_may_come_later(play: Play) -> None:
    case, _ = await opened(play)
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "Другая сумма")
    assert "На 841 ₽ больше, чем 5 159 ₽" in plain(await play.say(SELLER, "6к"))
    await play.say(SELLER, "выплатили бонус за квартал")
    await play.tap(SELLER, "Сегодня")
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "Другая сумма")
    await play.say(SELLER, "159")
    await play.say(SELLER, "потом")
    done = await play.tap(SELLER, "Сегодня")
    assert "1. КВ · полис AI-4471122 · 5 000 ₽" in plain(done)
    assert await case.amounts(act=Act.SETTLED) == [600_000, 15_900]
    await assert_invariants(play)


async def test_the_day_said_with_the_amount_is_not_asked(play: Play) -> None:
    await opened(play)
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "Другая сумма")
    assert "ещё не наступило" in (await play.say(SELLER, "5159 завтра")).text
    await play.say(SELLER, "5000 вчера")
    await play.tap(SELLER, "Это всё")
    done = await play.tap(SELLER, "Страховщик удержал")
    assert "Получено: 5 000 ₽, вчера." in plain(done)
    await assert_invariants(play)


async def test_an_expense_with_its_day_is_paid_or_to_come_by_that_day(play: Play) -> None:
    case, _ = await opened(play)
    cases = (("1500 вчера", "вчера"), ("300 20.11", "пт 20 нояб"), ("700 завтра", "завтра"), ("800 5 дек", "сб 5 дек"))
    for typed, told in cases:
        await tap(play, SELLER, f"ledger.expense:{case.deal_id}")
        await play.tap(SELLER, "Скидка")
        assert told in plain(await play.say(SELLER, typed))
    assert await case.amounts(Category.DISCOUNT, Act.SETTLED) == [150_000, 30_000]
    await tap(play, SELLER, f"ledger.expense:{case.deal_id}")
    await play.tap(SELLER, "Скидка")
    asked = await play.say(SELLER, "700 в пятницу")
    assert "💰 Деньги" not in asked.text
    assert "Оплачен" in "".join(asked.labels), "which Friday?"
    await assert_invariants(play)


async def test_two_people_at_once_record_it_once(play: Play) -> None:
    case, _ = await opened(play)
    await show(play, case, MANAGER)
    for person in (SELLER, MANAGER):
        await play.tap(person, "1")
        await play.tap(person, "Получено всё")
    await play.tap(SELLER, "Сегодня")
    await play.tap(MANAGER, "Сегодня")
    assert "Здесь уже всё закрыто: Maryna, сегодня" in play.toast(MANAGER)
    assert await case.amounts(act=Act.SETTLED) == [515_900]
    card = await tap(play, MANAGER, f"ledger.settle:{(await case.lines())[0].id}")
    assert "Здесь всё закрыто" in card.text


async def test_an_expense_is_entered_by_typing(play: Play) -> None:
    await opened(play)
    await play.tap(SELLER, "➕ Расход")
    assert "Не понял «кот»" in (await play.say(SELLER, "кот")).text
    await play.say(SELLER, "рефереру")
    assert "цифрами" in (await play.say(SELLER, "полторы тысячи")).text
    await play.say(SELLER, "1 500")
    await play.say(SELLER, "Анна Смирнова")
    await play.say(SELLER, "уже оплатил")
    done = await play.tap(SELLER, "Сегодня")
    assert "Расход оплачен: Реферер · Анна Смирнова, 1 500 ₽, сегодня." in plain(done)
    assert "Расходы: всего 1 500 ₽ · оплачено 1 500 ₽" in plain(done)
    await play.tap(SELLER, "➕ Расход")
    await play.tap(SELLER, "Скидка клиенту")
    await play.say(SELLER, "500")
    await play.tap(SELLER, "Предстоит")
    planned = await play.say(SELLER, "пт")
    assert "Расход в плане: Скидка клиенту, 500 ₽, пт 27 нояб." in plain(planned)
    assert "1. Скидка клиенту · 500 ₽ · пт 27 нояб" in plain(planned)


async def an_expense_in_euros(play: Play, deal_id: int) -> None:
    await tap(play, SELLER, f"ledger.expense:{deal_id}")
    for said in ("скидка", "100 €", "уже оплатил", "сегодня"):
        await play.say(SELLER, said)


async def test_the_card_of_a_deal_shows_the_margin_of_each_currency(play: Play) -> None:
    case, _ = await opened(play)
    await an_expense_in_euros(play, case.deal_id)
    shown = await tap(play, SELLER, f"deal.card:{case.deal_id}")
    assert "Маржа: 10 318 ₽ · на руках 0 ₽" in plain(shown)
    assert "Маржа: −100 € · на руках −100 €" in plain(shown)


async def test_a_deal_with_money_in_another_currency_only_shows_that(play: Play) -> None:
    deal_id = await opened_deal(play)
    await an_expense_in_euros(play, deal_id)
    shown = plain(await tap(play, SELLER, f"deal.card:{deal_id}"))
    assert shown.count("Маржа:") == 1
    assert "Маржа: −100 € · на руках −100 €" in shown


async def test_a_rule_comes_along_and_is_ended_after_a_question(play: Play) -> None:
    case, _ = await opened(play)
    await play.tap(SELLER, "Правила")
    await play.tap(SELLER, "➕ Правило")
    await play.tap(SELLER, "Реферер")
    assert "от 0 до 100" in (await play.say(SELLER, "120%")).text
    assert "0% ничего не добавит" in (await play.say(SELLER, "0")).text
    await play.say(SELLER, "10% от КВ")
    rules = await play.say(SELLER, "Анна")
    assert "1. Реферер · 10% от КВ · Анна" in rules.text
    assert await case.amounts(Category.REFERRER) == [51_590, 51_590]
    assert "Закончить правило?" in (await play.tap(SELLER, "1")).text
    assert "Правил нет" in (await play.tap(SELLER, "Закончить")).text
    assert sum(await case.amounts(Category.REFERRER)) == 0
    await assert_invariants(play)


async def test_a_rate_is_overridden_with_a_reason(play: Play) -> None:
    case, shown = await opened(play, rate=None)
    assert "⚠️ Полис AI-4471122: ставка КВ не указана" in shown.text
    assert "ставка не указана" in (await play.tap(SELLER, "КВ: AI-4471122")).text
    assert "двух знаков" in (await play.say(SELLER, "22,555")).text
    await play.say(SELLER, "22,5 %")
    done = await play.tap(SELLER, "Так договорились")
    assert "КВ: всего 10 552,50 ₽" in plain(done)
    await tap(play, SELLER, f"ledger.rate:{case.policy_id}")
    await play.tap(SELLER, "20%")
    lowered = await play.say(SELLER, "страховщик снизил")
    assert "КВ: всего 9 380 ₽" in plain(lowered)


async def test_a_wrong_line_is_taken_back_from_the_history(play: Play) -> None:
    case, _ = await opened(play)
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "Получено всё")
    await play.tap(SELLER, "Сегодня")
    history = await play.tap(SELLER, "История")
    assert "1. ✅ получено: КВ · полис AI-4471122 · 5 159 ₽ · сегодня · Maryna" in plain(history)
    assert "Отменить эту запись встречной?" in (await play.tap(SELLER, "1")).text
    done = await play.tap(SELLER, "Не та сумма")
    assert "получено 0 ₽" in plain(done)
    await tap(play, SELLER, f"ledger.reverse:{(await case.lines())[2].id}")
    assert "уже отменили: Maryna" in play.toast(SELLER)
    assert "отменено" in (await play.tap(SELLER, "История")).text
    await assert_invariants(play)


async def test_the_seller_is_told_of_commission_that_somebody_else_recorded_and_nobody_but_him(play: Play) -> None:
    case, _ = await opened(play)
    await case.set_executor()
    await play.say(MANAGER, "/menu")
    await show(play, case, MANAGER)
    await play.tap(MANAGER, "1")
    await play.tap(MANAGER, "Получено всё")
    await play.tap(MANAGER, "Сегодня")
    await play.run_events()
    assert "Viktor: получена КВ 5 159 ₽" in plain(play.screen(SELLER))
    assert play.screen(SELLER).labels[0] == "💼 Деньги сделки"
    assert play.seen(EXECUTOR) == []
    await play.say(EXECUTOR, "/menu")
    card = plain(await tap(play, EXECUTOR, f"deal.card:{case.deal_id}"))
    assert "5 159" not in card
    assert "Деньги" not in card


async def test_an_executor_and_the_seller_of_another_deal_see_nothing_of_it(play: Play) -> None:
    case, _ = await opened(play)
    entry = (await case.lines(LedgerEntry.act == Act.PLANNED))[0].id
    buttons = [f"ledger.deal:{case.deal_id}", f"ledger.entry:{entry}", f"ledger.history:{case.deal_id}:0"]
    buttons += [f"ledger.rate:{case.policy_id}", f"ledger.expense:{case.deal_id}", f"ledger.rules:{case.deal_id}"]
    await case.set_executor()
    for person, words in ((EXECUTOR, "недоступно"), (OTHER_SELLER, f"Сделки {case.deal_id} нет.")):
        await play.say(person, "/menu")
        for data in buttons:
            seen = await tap(play, person, data)
            assert "5 159" not in plain(seen)
            assert words in play.toast(person)
    for forged in ("ledger.deal:0", "ledger.entry:99", "rule.card:99", "rate.list:", "ledger.history:1:x"):
        await tap(play, SELLER, forged)
    assert await dead_updates(play) == []


def plain(seen: Seen) -> str:
    return seen.text.replace("\u202f", " ")
