"""What becomes of filed policies: suspended, cancelled, annulled, changed, renewed."""

from datetime import date

import pytest
from sqlalchemy import select, update

from models.deal import Deal, NextEvent, Turn
from models.ledger import LedgerEntry
from models.policy import Instalment, Payment, Policy, PolicyState
from models.task import Task, TaskKind
from services.tasks.set_task import SetTask, set_task
from tests.handlers.documents.sending import executor_joins
from tests.handlers.policies.filed import file_chosen, filed_policy
from tests.handlers.policies.test_paying import pay
from tests.harness import Play, Seen
from tests.invariants import assert_invariants
from tests.people import EXECUTOR, OTHER_SELLER, SELLER
from tests.services.policies.builders import Filed


async def rows(play: Play, table: type) -> list:
    found = await play.read(lambda session: session.execute(select(table).order_by(table.id)))
    return list(found.scalars().all())


async def more(play: Play, button: str) -> Seen:
    await play.tap_data(SELLER, "policy.more:1", play.screen(SELLER).message_id)
    return await play.tap(SELLER, button)


async def expected(play: Play) -> int:
    return sum(entry.amount for entry in await rows(play, LedgerEntry))


async def test_a_policy_is_suspended_and_resumed_with_a_reason(play: Play) -> None:
    await filed_policy(play)
    await executor_joins(play, 1)
    await more(play, "Приостановить")
    assert "хотя бы в двух словах" in (await play.say(SELLER, "ок")).text
    assert "приостановлен" in (await play.tap(SELLER, "Ждём документы")).text
    await play.run_events()
    assert "тепер призупинений" in play.screen(EXECUTOR).text
    card = await more(play, "Возобновить")
    assert "оформлен" in (await play.tap(SELLER, "Препятствий больше нет", message_id=card.message_id)).text


async def test_a_cancelled_policy_gives_back_what_was_agreed_and_expects_less_commission(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    assert await expected(play) == 1_031_800
    play.clock.advance(days=61)
    await more(play, "Расторгнуть")
    assert "вне срока" in (await play.say(SELLER, "01.12.2028")).text
    asked = await play.say(SELLER, "сегодня")
    assert "За остаток: 15\u202f740" in asked.labels[0]
    assert "не больше, чем оплачено" in (await play.say(SELLER, "23451")).text
    await play.say(SELLER, "12 000")
    confirmed = await play.tap(SELLER, "Объект продан")
    assert "Клиенту возвращается 12\u202f000\u202f₽\nБольше не ждём: 23\u202f450\u202f₽" in confirmed.text
    assert "КВ уменьшится на 7\u202f799\u202f₽" in confirmed.text, "by 1 031 800 less 251 900, as it turns out below"
    card = await play.tap(SELLER, "❌ Расторгнуть")
    assert "Не действует с 23.01.2027. Причина: Объект продан" in card.text
    assert "💰 Оплата" not in card.labels
    assert [(each.paid, each.cancelled) for each in await rows(play, Instalment)] == [(1_145_000, True), (0, True)]
    assert await expected(play) == 251_900
    [deal] = await rows(play, Deal)
    assert (deal.next_event_on, deal.asleep, deal.turn) == (None, False, Turn.SELLER), "the client is to get money back"
    await play.tap_data(SELLER, "policy.cancel:1", card.message_id)
    assert "уже не действует" in play.toast(SELLER)
    await assert_invariants(play)


async def test_an_annulled_policy_never_was(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "30000")
    await more(play, "Аннулировать")
    await play.tap(SELLER, "Выписан с ошибкой")
    card = await play.say(SELLER, "да")
    assert "аннулирован" in card.text
    assert card.text.count("↩️ возврат клиенту") == 2
    assert sum(payment.amount for payment in await rows(play, Payment)) == 0
    assert await expected(play) == 0
    await assert_invariants(play)


async def test_an_executor_who_cancels_sees_nothing_of_commission(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    await executor_joins(play, 1)
    await play.tap_data(EXECUTOR, "policy.cancel:1")
    await play.say(EXECUTOR, "сьогодні")
    await play.say(EXECUTOR, "завтра")
    await play.say(EXECUTOR, "12 000")
    asked = await play.tap(EXECUTOR, "Об'єкт продано")
    assert "12\u202f000" in asked.text
    assert "КВ" not in asked.text


async def test_an_annulment_says_that_all_commission_goes(play: Play) -> None:
    await filed_policy(play)
    await more(play, "Аннулировать")
    asked = await play.tap(SELLER, "Выписан с ошибкой")
    assert "КВ уменьшится на 10\u202f318\u202f₽" in asked.text


async def annul(play: Play) -> Seen:
    await play.tap_data(SELLER, "policy.annul:1", play.screen(SELLER).message_id)
    await play.tap(SELLER, "Выписан с ошибкой")
    return await play.say(SELLER, "да")


async def test_an_annulled_policy_awaits_no_commission(play: Play) -> None:
    await filed_policy(play)
    assert "КВ: не будет" in (await annul(play)).text
    entry = await play.tap_data(SELLER, "ledger.entry:1", play.screen(SELLER).message_id)
    assert "Больше ничего не ждём" in entry.text


async def test_commission_that_came_of_an_annulled_policy_is_given_back(play: Play) -> None:
    await filed_policy(play)
    await settle(play, "Получено всё")
    card = await annul(play)
    assert "КВ: получено 5\u202f159\u202f₽ · вернуть страховщику 5\u202f159\u202f₽" in card.text
    await settle(play, "Возвращено всё")
    card = await play.tap_data(SELLER, "policy.card:1", play.screen(SELLER).message_id)
    assert "КВ: возвращено 5\u202f159\u202f₽ · больше не ждём" in card.text
    await assert_invariants(play)


async def settle(play: Play, button: str) -> None:
    await play.tap_data(SELLER, "ledger.entry:1", play.screen(SELLER).message_id)
    await play.tap(SELLER, button)
    await play.say(SELLER, "сегодня")


async def test_commission_of_what_a_cancelled_policy_keeps_still_comes(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    await end(play, "policy.cancel:1", "24.01.2027", "12 000", "продали машину", "да")
    assert "КВ: получено 0\u202f₽ из 2\u202f519\u202f₽" in play.screen(SELLER).text


async def test_a_seller_with_but_a_task_in_the_deal_sees_nothing_of_its_commission(play: Play) -> None:
    await filed_policy(play)
    task = SetTask(deal_id=1, kind=TaskKind.CALL, to_user_id=None, due_on=date(2026, 11, 24), intent_key="task-1")
    await Filed(play, 1).do(set_task, task)
    given = update(Task).values(to_user_id=play.ids[OTHER_SELLER.telegram_id])
    await play.write(lambda session: session.execute(given))
    card = await play.tap_data(OTHER_SELLER, "policy.card:1")
    assert "КАСКО AI-4471122" in card.text
    assert "КВ" not in card.text
    assert not [label for label in card.labels if "КВ" in label]


async def endorse(play: Play, *answers: str) -> Seen:
    await more(play, "Изменить")
    for answer in answers:
        await play.say(SELLER, answer)
    return await play.tap(SELLER, "✅ Записать")


async def test_extra_premium_is_one_more_instalment_with_its_commission(play: Play) -> None:
    await filed_policy(play)
    card = await endorse(play, "доплата", "3 500", "1 марта", "добавили водителя")
    assert "премия 50\u202f400\u202f₽" in card.text
    assert "2. 3\u202f500\u202f₽ · 01.03.2027" in card.text
    assert await expected(play) == 1_031_800 + 77_000
    await assert_invariants(play)


async def test_returned_premium_is_taken_off_what_is_unpaid_and_then_paid_back(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "23450")
    assert "Это вся премия" in (await endorse_amount(play, "возврат", "46900")).text
    await play.say(SELLER, "30000")
    await play.say(SELLER, "завтра")
    confirmed = await play.say(SELLER, "сняли риск угона")
    assert "Премия станет 16\u202f900\u202f₽" in confirmed.text
    assert "Клиенту возвращается 6\u202f550\u202f₽" in confirmed.text
    card = await play.tap(SELLER, "✅ Записать")
    assert "премия 16\u202f900\u202f₽" in card.text
    assert "1. 16\u202f900\u202f₽ · 24.11.2026 · ✅ оплачен" in card.text
    assert "2. 23\u202f450\u202f₽ · 24.05.2027 · ✖️ снят" in card.text
    assert [payment.amount for payment in await rows(play, Payment)] == [2_345_000, -655_000]
    assert await expected(play) == 371_800
    await assert_invariants(play)


async def endorse_amount(play: Play, kind: str, amount: str) -> Seen:
    await more(play, "Изменить")
    await play.say(SELLER, kind)
    return await play.say(SELLER, amount)


async def test_other_terms_change_no_money(play: Play) -> None:
    await filed_policy(play)
    card = await endorse(play, "условия", "завтра", "новый адрес")
    assert "премия 46\u202f900\u202f₽" in card.text
    assert "новый адрес" in (await play.tap_data(SELLER, "deal.card:1", card.message_id)).text


async def file_renewal(play: Play, deal_id: int, number: str) -> None:
    await play.tap_data(SELLER, f"policy.file:{deal_id}", play.screen(SELLER).message_id)
    for said in ("ресо", "51000", number):
        await play.say(SELLER, said)
    await play.tap(SELLER, "ср 24 нояб")
    await play.tap(SELLER, "Без файла")
    await play.tap(SELLER, "Записать полис")


async def test_a_renewal_is_a_deal_of_its_own_whose_policy_follows_last_years(play: Play) -> None:
    await filed_policy(play)
    await pay(play, "46900")
    play.clock.advance(days=350)
    card = await more(play, "Продлить")
    assert "Сделка 2" in card.text
    journal = await play.tap_data(SELLER, "deal.journal:2", card.message_id)
    assert "В прошлом году: АльфаСтрахование, полис AI-4471122, 46\u202f900\u202f₽" in journal.text
    again = await play.tap_data(SELLER, "policy.renew:1", journal.message_id)
    assert "Сделка 2" in again.text
    await file_renewal(play, 2, "РЕСО-77")
    before, renewed = await rows(play, Policy)
    assert (renewed.predecessor_id, renewed.starts_on) == (before.id, date(2027, 11, 24))
    last_years, this_years = await rows(play, Deal)
    assert this_years.predecessor_id == last_years.id
    assert (last_years.next_event, last_years.asleep) == (None, False)
    assert this_years.next_event is NextEvent.INSTALMENT
    assert (
        "Дальше: ничего, полис продлён"
        in (await play.tap_data(SELLER, "policy.card:1", play.screen(SELLER).message_id)).text
    )
    await assert_invariants(play)


@pytest.mark.parametrize(
    ("state", "answers"),
    [
        (PolicyState.ANNULLED, ["policy.annul:2", "Выписан с ошибкой", "да"]),
        (PolicyState.CANCELLED, ["policy.cancel:2", "24.11.2027", "передумал", "да"]),
    ],
)
async def test_a_renewal_that_was_ended_lets_the_next_one_follow(
    play: Play, state: PolicyState, answers: list[str]
) -> None:
    await test_a_renewal_is_a_deal_of_its_own_whose_policy_follows_last_years(play)
    await end(play, *answers)
    [before, ended] = await rows(play, Policy)
    assert (ended.state, ended.predecessor_id) == (state, None)
    [last_years, this_years] = await rows(play, Deal)
    assert last_years.next_event is None, "the renewal's deal waits instead of it"
    assert (this_years.next_event, this_years.next_event_on) == (NextEvent.RENEWAL, before.ends_on)
    await file_renewal(play, 2, "РЕСО-78")
    [before, _, renewed] = await rows(play, Policy)
    assert renewed.predecessor_id == before.id
    assert [deal.next_event for deal in await rows(play, Deal)] == [None, NextEvent.INSTALMENT]
    await assert_invariants(play)


async def end(play: Play, tapped: str, *answers: str) -> None:
    await play.tap_data(SELLER, tapped, play.screen(SELLER).message_id)
    for said in answers:
        await play.say(SELLER, said)


async def test_a_renewal_in_another_deal_is_waited_for_in_none(play: Play) -> None:
    """The deal of the renewal that was paid and cancelled waits only until the next one is filed."""
    await test_a_renewal_is_a_deal_of_its_own_whose_policy_follows_last_years(play)
    await play.tap_data(SELLER, "policy.pay:2", play.screen(SELLER).message_id)
    await play.say(SELLER, "51000")
    await play.say(SELLER, "да")
    await end(play, "policy.cancel:2", "24.11.2027", "нет", "передумал", "да")
    assert [deal.next_event for deal in await rows(play, Deal)] == [None, NextEvent.RENEWAL]
    opened = await play.tap_data(SELLER, "policy.renew:1", play.screen(SELLER).message_id)
    assert "Сделка 3" in opened.text
    await file_renewal(play, 3, "РЕСО-78")
    assert [deal.next_event for deal in await rows(play, Deal)] == [None, None, NextEvent.INSTALMENT]


async def test_one_that_was_filed_by_mistake_is_filed_again_under_its_number(play: Play) -> None:
    await filed_policy(play)
    number = (await rows(play, Policy))[0].number
    await annul(play)
    await file_chosen(play, 1)
    first, second = await rows(play, Policy)
    assert (first.state, second.state) == (PolicyState.ANNULLED, PolicyState.ISSUED)
    assert first.number == second.number == number
    assert await expected(play) == 1_031_800
    await assert_invariants(play)
