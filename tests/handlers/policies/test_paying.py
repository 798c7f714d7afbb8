"""What clients pay, in chat: in parts, too much, at once, by mistake; and what the deal does then."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from models.deal import Deal, DealStage, NextEvent, Turn
from models.event import EventPersonal, EventRow
from models.policy import Instalment, Payment
from services.reminders.wake import wake_due_deals
from tests.handlers.documents.sending import executor_joins
from tests.handlers.policies.filed import filed_policy
from tests.harness import BROKERAGE, Play, Seen
from tests.invariants import assert_invariants
from tests.people import EXECUTOR, MANAGER, SELLER


async def the_deal(play: Play) -> Deal:
    return (await play.read(lambda session: session.execute(select(Deal)))).scalar_one()


async def paid(play: Play) -> list[int]:
    each = select(Instalment.paid).order_by(Instalment.position)
    return list((await play.read(lambda session: session.execute(each))).scalars())


async def pay(play: Play, amount: str, *, on: str | None = None) -> Seen:
    await play.tap(SELLER, "💰 Оплата")
    await play.say(SELLER, amount)
    if on is not None:
        await play.say(SELLER, on)
    return await play.say(SELLER, "да")


async def test_the_next_instalment_is_paid_in_three_taps_and_the_deal_sleeps_until_the_one_after(play: Play) -> None:
    await filed_policy(play)
    await executor_joins(play, 1)
    asked = await play.tap(SELLER, "💰 Оплата")
    assert "Взнос 1 из 2: 23\u202f450\u202f₽, срок завтра" in asked.text
    await play.tap(SELLER, "сегодня")
    card = await play.tap(SELLER, "Записать")
    assert "1. 23\u202f450\u202f₽ · 24.11.2026 · ✅ оплачен 23.11.2026" in card.text
    await play.run_events()
    assert "Maryna записує оплату 23\u202f450\u202f₽, поліс AI-4471122" in play.screen(EXECUTOR).text
    deal = await the_deal(play)
    assert (deal.stage, deal.duration_days) == (DealStage.PAID, 0)
    assert deal.closed_at is not None
    assert (deal.asleep, deal.review_on, deal.turn) == (True, date(2027, 5, 24), Turn.NOBODY)
    await assert_invariants(play)


@pytest.mark.parametrize("typed", ["10000 вчера", "вчера 10 000 ₽", "10к 22.11", "пришло 10000 руб 22 ноября"])
async def test_the_day_may_be_said_with_the_amount(play: Play, typed: str) -> None:
    await filed_policy(play)
    await play.tap(SELLER, "💰 Оплата")
    asked = await play.say(SELLER, typed)
    assert "10\u202f000\u202f₽" in asked.text
    assert "вчера" in asked.text
    await play.say(SELLER, "да")
    paid_on = await play.read(lambda session: session.execute(select(Payment.paid_on)))
    assert paid_on.scalars().all() == [date(2026, 11, 22)]


async def test_a_day_to_come_or_none_at_all_is_no_day_of_a_payment(play: Play) -> None:
    await filed_policy(play)
    await play.tap(SELLER, "💰 Оплата")
    assert "ещё не наступило" in (await play.say(SELLER, "10000 завтра")).text
    assert "30 дней" in (await play.say(SELLER, "10000 31 ноября")).text
    assert "сегодня" in (await play.say(SELLER, "10000")).text


async def test_a_deal_woken_by_an_instalment_sleeps_on_once_it_is_paid(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    play.clock.advance(days=183)
    await play.write(partial(wake_due_deals, now=play.clock.now(), zone=BROKERAGE.zone))
    card = await play.tap_data(SELLER, "policy.card:1", play.screen(SELLER).message_id)
    assert "🔴 Просрочено 23\u202f450\u202f₽: страховая вправе прекратить полис" in card.text
    assert "🔴 просрочен 1 день, долг 23\u202f450\u202f₽" in card.text
    await pay(play, "10000")
    assert not (await the_deal(play)).asleep
    await pay(play, "13450", on="вчера")
    deal = await the_deal(play)
    assert (deal.asleep, deal.next_event, deal.review_on) == (True, NextEvent.RENEWAL, date(2027, 11, 23))
    await assert_invariants(play)


@pytest.mark.parametrize(("typed", "amount"), [("да", "23 450 ₽"), ("всё", "46 900 ₽"), ("полностью", "46 900 ₽")])
async def test_a_yes_is_the_next_instalment_and_all_is_all_that_is_owed(play: Play, typed: str, amount: str) -> None:
    await filed_policy(play)
    await play.tap(SELLER, "💰 Оплата")
    asked = await play.say(SELLER, typed)
    assert f"💰 {amount} · сегодня" in asked.text.replace("\u202f", " ")


async def test_wrong_amounts_and_days_are_asked_again_and_what_was_given_is_kept(play: Play) -> None:
    await filed_policy(play)
    await play.tap(SELLER, "💰 Оплата")
    for typed, answer in (
        ("0", "больше нуля"),
        ("100 €", "в другой валюте"),
        ("10000 руб или 200 $", "Сколько пришло"),
        ("46900,01", "больше, чем осталось: всего 46\u202f900\u202f₽"),
        ("1e12", "Сколько пришло"),
    ):
        assert answer in (await play.say(SELLER, typed)).text, typed
    await play.say(SELLER, "30к")
    assert "ещё не наступило" in (await play.say(SELLER, "завтра")).text
    await play.tap(SELLER, "Другой день")
    confirmed = await play.tap(SELLER, "Вчера")
    assert "💰 30\u202f000\u202f₽ · вчера\nВзнос 1: 23\u202f450\u202f₽, закрыт полностью" in confirmed.text
    assert "Взнос 2: 6\u202f550\u202f₽, останется 16\u202f900\u202f₽" in confirmed.text
    await play.tap(SELLER, "Записать")
    assert await paid(play) == [2_345_000, 655_000]
    await assert_invariants(play)


async def test_two_people_record_the_same_money_and_the_second_is_told_of_the_first(play: Play) -> None:
    await filed_policy(play)
    for person in (SELLER, MANAGER):
        await play.tap_data(person, "policy.pay:1", play.screen(person).message_id)
        await play.tap(person, "сегодня")
    await play.tap(SELLER, "Записать")
    told = await play.tap(MANAGER, "Записать")
    assert "Уже записано: Maryna, пн 23 нояб 12:00. Осталось получить 23\u202f450\u202f₽." in told.text
    assert await paid(play) == [2_345_000, 0]


async def test_a_tap_repeated_records_one_payment(play: Play) -> None:
    await filed_policy(play)
    await play.tap(SELLER, "💰 Оплата")
    asked = await play.tap(SELLER, "сегодня")
    for _ in range(3):
        await play.tap_data(SELLER, asked.data("Записать"), asked.message_id)
    assert len(list((await play.read(lambda session: session.execute(select(Payment)))).scalars())) == 1


async def test_a_payment_recorded_by_mistake_is_reversed_once_and_owed_again(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "30000")
    listed = await play.tap_data(SELLER, "policy.payments:1", play.screen(SELLER).message_id)
    assert "Оплаты полиса AI-4471122 · 30\u202f000\u202f₽ из 46\u202f900\u202f₽" in listed.text
    await play.tap(SELLER, "Снять 2")
    card = await play.say(SELLER, "клиент перевёл не туда")
    assert "взнос снова ждёт денег" in card.text
    assert await paid(play) == [0, 655_000]
    deal = await the_deal(play)
    assert (deal.stage, deal.next_event_on) == (DealStage.ISSUING, date(2026, 11, 24))
    await play.tap_data(SELLER, listed.data("Снять 2"), listed.message_id)
    assert "уже сняли или вернули" in play.toast(SELLER)
    assert (
        "✖️ 23\u202f450\u202f₽ · 23.11.2026 · клиент перевёл не туда"
        in (await play.tap_data(SELLER, "policy.payments:1", card.message_id)).text
    )
    await assert_invariants(play)


async def reverse(play: Play, button: str) -> Seen:
    await play.tap_data(SELLER, "policy.payments:1", play.screen(SELLER).message_id)
    await play.tap(SELLER, button)
    return await play.tap(SELLER, "Платёж не прошёл")


async def test_a_deal_is_not_paid_any_more_when_its_first_payment_did_not_go_through(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    assert (await the_deal(play)).asleep
    await reverse(play, "Снять 1")
    deal = await the_deal(play)
    assert (deal.stage, deal.closed_at, deal.duration_days) == (DealStage.ISSUING, None, None)
    assert (deal.asleep, deal.review_on, deal.turn) == (False, None, Turn.SELLER)
    moved = [event for event in await events(play, "deal.stage.changed") if event["from_stage"] == "paid"]
    assert [(event["to_stage"], event["reason"]) for event in moved] == [("issuing", "payment-reversed")]
    journal = await play.tap_data(SELLER, "deal.journal:1", play.screen(SELLER).message_id)
    assert "оплата снята, этап снова: оформление" in journal.text
    await play.tap_data(SELLER, "policy.card:1", journal.message_id)
    await pay(play, "23450")
    paid_again = await the_deal(play)
    assert (paid_again.stage, paid_again.asleep) == (DealStage.PAID, True)
    await assert_invariants(play)


async def test_a_later_payment_that_is_reversed_leaves_the_sale_closed(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    await pay(play, "23450")
    await reverse(play, "Снять 1")
    assert await paid(play) == [2_345_000, 0]
    assert (await the_deal(play)).stage is DealStage.PAID
    await assert_invariants(play)


async def test_a_cancelled_policy_that_was_never_paid_was_never_sold(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    await play.tap_data(SELLER, "policy.cancel:1", play.screen(SELLER).message_id)
    for said in ("завтра", "нет", "не понравилось", "да"):
        await play.say(SELLER, said)
    assert (await the_deal(play)).stage is DealStage.PAID
    await reverse(play, "Снять 1")
    assert (await the_deal(play)).stage is DealStage.ISSUING
    await assert_invariants(play)


async def events(play: Play, name: str) -> list[dict[str, Any]]:
    """With their personal values."""
    with_personal = select(EventRow.payload, EventPersonal.values).outerjoin(EventPersonal)
    found = with_personal.where(EventRow.name == name).order_by(EventRow.id)
    rows = (await play.read(lambda session: session.execute(found))).all()
    return [{**payload, **(personal or {})} for payload, personal in rows]


async def test_a_paid_policy_asks_for_nothing(play: Play) -> None:
    await filed_policy(play)
    card = await pay(play, "46900")
    assert "💰 Оплата" not in card.labels
    await play.tap_data(SELLER, "policy.pay:1", card.message_id)
    assert "всё оплачено" in play.toast(SELLER)
