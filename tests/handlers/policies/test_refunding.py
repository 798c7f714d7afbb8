"""Money that goes back to a client: owed, seen, given in parts, by mistake, by two people at once."""

from datetime import date

from sqlalchemy import select

from models.deal import Deal, Turn
from models.policy import Policy, Refund
from tests.handlers.documents.sending import executor_joins
from tests.handlers.policies.filed import filed_policy
from tests.handlers.policies.test_paying import pay
from tests.harness import Play, Seen
from tests.invariants import assert_invariants
from tests.people import EXECUTOR, MANAGER, SELLER


async def cancelled(play: Play, refund: str = "12 000") -> Seen:
    """A policy whose client is to get money back; its card is on the seller's screen."""
    await filed_policy(play)
    await pay(play, "23450")
    await play.tap_data(SELLER, "policy.cancel:1", play.screen(SELLER).message_id)
    for said in ("24.01.2027", refund, "продали машину", "да"):
        await play.say(SELLER, said)
    return play.screen(SELLER)


async def show(play: Play, data: str) -> str:
    return plain(await play.tap_data(SELLER, data, play.screen(SELLER).message_id))


def plain(seen: Seen) -> str:
    return seen.text.replace("\u202f", " ")


async def owed(play: Play) -> int:
    return (await play.read(lambda session: session.get(Policy, 1))).to_refund


async def refunds(play: Play) -> list[tuple[int, date]]:
    rows = (await play.read(lambda session: session.execute(select(Refund).order_by(Refund.id)))).scalars()
    return [(row.amount, row.paid_on) for row in rows]


async def the_turn(play: Play) -> tuple[Turn, bool]:
    deal = (await play.read(lambda session: session.execute(select(Deal)))).scalar_one()
    return deal.turn, deal.asleep


async def test_a_refund_is_owed_on_the_cards_and_in_the_day_until_it_is_given(play: Play) -> None:
    card = await cancelled(play)
    assert "↩️ Вернуть клиенту: 12 000 ₽" in plain(card)
    assert await the_turn(play) == (Turn.SELLER, False)
    assert "↩️ Вернуть клиенту: 12 000 ₽" in await show(play, "deal.card:1")
    day = await play.say(SELLER, "/day")
    assert "1. Вернуть клиенту: с 23.11 · 12 000 ₽" in plain(day)
    assert "Под риском" not in day.text
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "↩️ Вернули клиенту")
    await play.tap(SELLER, "сегодня")
    card = await play.tap(SELLER, "✅ Записать")
    assert "✅ Возврат записан: 12 000 ₽" in plain(card)
    assert "↩️ Клиенту возвращено: 12 000 ₽" in plain(card)
    assert "↩️ Вернули клиенту" not in card.labels
    assert await the_turn(play) == (Turn.NOBODY, False)
    assert "Вернуть клиенту" not in (await play.say(SELLER, "/day")).text
    await assert_invariants(play)


async def test_wrong_answers_are_asked_again_and_a_part_leaves_the_rest_owed(play: Play) -> None:
    await cancelled(play)
    await play.tap(SELLER, "↩️ Вернули клиенту")
    for typed, answer in (
        ("0", "больше нуля"),
        ("100 €", "в другой валюте"),
        ("12000,01", "больше, чем осталось вернуть: всего 12 000 ₽"),
        ("сколько", "Сколько вернули"),
    ):
        assert answer in plain(await play.say(SELLER, typed)), typed
    confirmed = await play.say(SELLER, "5к")
    assert "Останется вернуть 7 000 ₽" in plain(confirmed)
    assert "ещё не наступило" in (await play.say(SELLER, "завтра")).text
    await play.tap(SELLER, "Другой день")
    await play.tap(SELLER, "Вчера")
    card = await play.say(SELLER, "да")
    assert "↩️ Вернуть клиенту: 7 000 ₽\n↩️ Клиенту возвращено: 5 000 ₽" in plain(card)
    assert await refunds(play) == [(500_000, date(2026, 11, 22))]
    await assert_invariants(play)


async def test_a_refund_that_did_not_go_through_is_owed_again(play: Play) -> None:
    await executor_told(play)
    listed = await play.tap_data(SELLER, "policy.payments:1", play.screen(SELLER).message_id)
    assert "1. ↩️ вернули 12 000 ₽ · 23.11.2026" in plain(listed)
    await play.tap(SELLER, "Снять 1")
    assert "хотя бы в двух словах" in (await play.say(SELLER, "ой")).text
    card = await play.tap(SELLER, "Платёж не прошёл")
    assert "Возврат снят" in card.text
    assert "↩️ Вернуть клиенту: 12 000 ₽" in plain(card)
    await play.tap_data(SELLER, listed.data("Снять 1"), listed.message_id)
    assert "уже сняли" in play.toast(SELLER)
    assert await owed(play) == 1_200_000
    await play.run_events()
    assert "знімає повернення" in play.screen(EXECUTOR).text
    await assert_invariants(play)


async def executor_told(play: Play) -> None:
    await cancelled(play)
    await executor_joins(play, 1)
    await give(play)
    await play.run_events()
    assert "клієнтові повернули 12 000 ₴".replace("₴", "₽") in plain(play.screen(EXECUTOR))


async def give(play: Play) -> Seen:
    await play.tap_data(SELLER, "policy.refund:1", play.screen(SELLER).message_id)
    await play.tap(SELLER, "сегодня")
    return await play.say(SELLER, "да")


async def test_less_came_back_than_was_owed_and_that_is_all(play: Play) -> None:
    await cancelled(play)
    await executor_joins(play, 1)
    await play.tap(SELLER, "↩️ Вернули клиенту")
    await play.say(SELLER, "11 500")
    asked = await play.tap(SELLER, "Остаток не вернут")
    assert "Не вернут 500 ₽. Почему?" in plain(asked)
    assert "хотя бы в двух словах" in (await play.say(SELLER, "ну")).text
    card = await play.tap(SELLER, "Страховщик удержал")
    assert "✅ Возврат записан: 11 500 ₽. Остальные 500 ₽ не вернут." in plain(card)
    assert "↩️ Клиенту возвращено: 11 500 ₽" in plain(card)
    assert "↩️ Вернули клиенту" not in card.labels
    assert await owed(play) == 0
    assert await the_turn(play) == (Turn.NOBODY, False)
    assert "Вернуть клиенту" not in (await play.say(SELLER, "/day")).text
    journal = await show(play, "deal.journal:1")
    assert "клиенту не вернут 500 ₽ по полису AI-4471122: Страховщик удержал" in journal
    await play.run_events()
    assert "клієнтові не повернуть 500 ₽" in plain(play.screen(EXECUTOR))
    await assert_invariants(play)


async def test_what_will_not_come_can_still_come(play: Play) -> None:
    await cancelled(play)
    await play.tap(SELLER, "↩️ Вернули клиенту")
    await play.say(SELLER, "нет")
    card = await play.say(SELLER, "клиент согласился")
    assert "🚫 Записано: 12 000 ₽ клиенту не вернут." in plain(card)
    assert "🚫 Клиенту не вернут: 12 000 ₽" in plain(card)
    assert "Клиенту возвращено" not in card.text
    assert "1. 🚫 не вернут 12 000 ₽ · 23.11.2026" in await show(play, "policy.payments:1")
    await play.tap(SELLER, "Снять 1")
    card = await play.tap(SELLER, "Записано по ошибке")
    assert "↩️ Вернуть клиенту: 12 000 ₽" in plain(card)
    assert "Клиенту возвращено" not in card.text
    assert "🚫" not in card.text
    await give(play)
    assert "↩️ Клиенту возвращено: 12 000 ₽" in plain(play.screen(SELLER))
    await assert_invariants(play)


async def test_that_a_refund_will_come_after_all_is_said_as_that_and_not_as_a_refund(play: Play) -> None:
    await cancelled(play)
    await executor_joins(play, 1)
    await play.tap(SELLER, "↩️ Вернули клиенту")
    await play.tap(SELLER, "Больше не вернут")
    await play.tap(SELLER, "Страховщик удержал")
    await show(play, "policy.payments:1")
    asked = await play.tap(SELLER, "Снять 1")
    assert "Снять отметку «не вернут» 12 000 ₽, сегодня (записано: Maryna). Почему?" in plain(asked)
    assert {"Записано по ошибке", "Всё же вернут"} <= set(asked.labels)
    assert "Платёж не прошёл" not in asked.labels
    card = await play.tap(SELLER, "Всё же вернут")
    assert "Отметка «не вернут» снята: 12 000 ₽ клиенту ещё предстоит вернуть." in plain(card)
    assert "снята отметка «не вернут» 12 000 ₽ по полису AI-4471122: Всё же вернут" in await show(
        play, "deal.journal:1"
    )
    await play.run_events()
    told = plain(play.screen(EXECUTOR))
    assert "Maryna знімає позначку «не повернуть» 12 000 ₽" in told
    assert "Причина: Усе ж повернуть" in told
    assert "Залишилося повернути 12 000 ₽" in told


async def test_what_another_has_recorded_meanwhile_is_not_closed_unseen(play: Play) -> None:
    await cancelled(play)
    await play.tap(SELLER, "↩️ Вернули клиенту")
    await play.tap(SELLER, "Больше не вернут")
    await play.tap_data(MANAGER, "policy.refund:1", 1)
    for said in ("5000", "да"):
        await play.say(MANAGER, said)
    told = await play.say(SELLER, "страховщик удержал")
    assert "Уже записано: Viktor, пн 23 нояб 12:00. Осталось вернуть 7 000 ₽." in plain(told)
    assert await owed(play) == 700_000


async def test_a_second_tap_gives_nothing_twice_and_an_old_button_says_so(play: Play) -> None:
    card = await cancelled(play)
    await play.tap(SELLER, "↩️ Вернули клиенту")
    asked = await play.tap(SELLER, "сегодня")
    for _ in range(3):
        await play.tap_data(SELLER, asked.data("Записать"), asked.message_id)
    assert len(await refunds(play)) == 1
    await play.tap_data(SELLER, card.data("↩️ Вернули клиенту"), play.screen(SELLER).message_id)
    assert "возвращать нечего" in play.toast(SELLER)


async def test_two_people_record_the_same_refund_and_the_second_is_told_of_the_first(play: Play) -> None:
    await cancelled(play)
    for person in (SELLER, MANAGER):
        await play.tap_data(person, "policy.refund:1", play.screen(person).message_id)
        await play.say(person, "5000")
    await play.tap(SELLER, "Записать")
    told = await play.tap(MANAGER, "Записать")
    assert "Уже записано: Maryna, пн 23 нояб 12:00. Осталось вернуть 7 000 ₽." in plain(told)
    assert await owed(play) == 700_000


async def test_a_deal_that_runs_on_does_not_sleep_while_a_refund_is_owed(play: Play) -> None:
    """A returned premium goes beyond what is unpaid."""
    await filed_policy(play)
    await pay(play, "23450")
    await play.tap_data(SELLER, "policy.endorse:1", play.screen(SELLER).message_id)
    for said in ("возврат", "30000", "завтра", "сняли риск угона", "да"):
        await play.say(SELLER, said)
    assert "↩️ Вернуть клиенту: 6 550 ₽" in plain(play.screen(SELLER))
    assert await the_turn(play) == (Turn.SELLER, False)
    await give(play)
    assert await the_turn(play) == (Turn.NOBODY, True)
    await assert_invariants(play)


async def test_commission_that_goes_back_to_the_insurer_stands_in_the_day_of_who_may_know(play: Play) -> None:
    await filed_policy(play)
    await executor_joins(play, 1)
    await play.tap_data(SELLER, "ledger.entry:1", play.screen(SELLER).message_id)
    await play.tap(SELLER, "Получено всё")
    await play.say(SELLER, "сегодня")
    await play.tap_data(SELLER, "policy.annul:1", play.screen(SELLER).message_id)
    await play.tap(SELLER, "Выписан с ошибкой")
    await play.say(SELLER, "да")
    day = await play.say(SELLER, "/day")
    assert "1. Вернуть КВ страховщику: с 23.11 · 5 159 ₽" in plain(day)
    assert "КВ" not in (await play.say(EXECUTOR, "/day")).text
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "Другая сумма")
    await play.say(SELLER, "5000")
    await play.tap(SELLER, "Придут позже")
    await play.say(SELLER, "сегодня")
    assert "Вернуть КВ страховщику: с 23.11 · 159 ₽" in plain(await play.say(SELLER, "/day"))
    await assert_invariants(play)
