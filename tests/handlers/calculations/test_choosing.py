"""The client's choice: a snapshot, what it brings along, and what another choice changes."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from models.calculation import Calculation, CalculationState, Choice
from models.deal import Deal, DealStage
from models.insurer import Insurer
from models.task import Task, TaskKind
from services.ledger.commission_rates import AddRate, add_rate
from tests.handlers.calculations.offers import ask_to_issue, choose, offer_chosen, offers_entered
from tests.harness import NOON, Play
from tests.people import ADMIN, EXECUTOR, SELLER


async def choices(play: Play) -> list[Choice]:
    return list((await play.read(lambda session: session.execute(select(Choice).order_by(Choice.id)))).scalars())


async def test_the_choice_keeps_the_offer_as_it_was_with_who_when_and_how_it_is_paid(play: Play) -> None:
    deal_id = await offer_chosen(play)
    card = play.screen(SELLER)
    assert "Выбрано: АльфаСтрахование · 46 900" in card.text.replace("\u202f", " ")
    assert "Этап: согласование" in card.text
    [choice] = await choices(play)
    assert (choice.premium, choice.deductible, choice.payment_option["count"]) == (4_690_000, 1_000_000, 2)
    assert (choice.chosen_by, choice.chosen_at) == (play.ids[SELLER.telegram_id], play.clock.now())
    deal = (await play.read(lambda session: session.execute(select(Deal)))).scalar_one()
    assert (deal.id, deal.amount, deal.stage) == (deal_id, 4_690_000, DealStage.AGREEMENT)
    await play.run_events()
    assert "Maryna: клієнт обрав АльфаСтрахование" in play.screen(EXECUTOR).text


async def test_with_a_choice_or_a_task_to_issue_there_is_nothing_left_to_calculate(play: Play) -> None:
    deal_id = await offers_entered(play)
    for finish in (choose, ask_to_issue):
        await play.tap_data(SELLER, f"deal.card:{deal_id}", play.screen(SELLER).message_id)
        await play.tap_data(SELLER, f"task.new:{deal_id}", play.screen(SELLER).message_id)
        for label in ("Посчитать", "В общие", "Завтра", "Пропустить", "Поставить"):
            await play.tap(SELLER, label)
        await play.run_events()
        card = await finish(play)
        assert "Посчитать" not in card.text
    open_tasks = select(Task.kind).where(Task.closed_at.is_(None))
    assert (await play.read(lambda session: session.execute(open_tasks))).scalars().all() == [TaskKind.ISSUE]


async def test_a_choice_can_be_neither_changed_nor_deleted(play: Play) -> None:
    await offer_chosen(play)
    for change in (update(Choice).values(premium=1), delete(Choice)):
        with pytest.raises(DBAPIError, match="append-only"):
            await play.write(lambda session, change=change: session.execute(change))


async def test_a_chosen_offer_is_not_changed_any_more(play: Play) -> None:
    await offer_chosen(play)
    for data in ("offer.edit:3", "offer.drop:3"):
        await play.tap_data(EXECUTOR, data, play.screen(EXECUTOR).message_id)
        assert "вже обрано" in play.toast(EXECUTOR)


async def test_only_what_the_client_chose_is_issued(play: Play) -> None:
    deal_id = await offers_entered(play)
    await play.tap_data(SELLER, f"task.issue:{deal_id}", play.screen(SELLER).message_id)
    assert "Сначала запишите" in play.toast(SELLER)
    await play.tap_data(SELLER, f"task.new:{deal_id}", play.screen(SELLER).message_id)
    assert not any("Оформить" in label for label in play.screen(SELLER).labels)
    assert "Сначала запишите" in (await play.say(SELLER, "оформить")).text
    await play.say(SELLER, "/cancel")
    await play.tap_data(SELLER, f"deal.card:{deal_id}", play.screen(SELLER).message_id)
    await choose(play, "Альфа")
    await play.run_events()
    await ask_to_issue(play)
    told = play.screen(EXECUTOR)
    assert "Оформлюємо: АльфаСтрахование · 46 900" in told.text.replace("\u202f", " ")
    assert "2 платежі" in told.text
    assert "📄 Внести поліс" in told.labels
    await play.say(EXECUTOR, "/queue")
    card = await play.tap(EXECUTOR, "1", message_id=play.screen(EXECUTOR).message_id)
    assert "Оформлюємо: АльфаСтрахование · 46 900" in card.text.replace("\u202f", " ")
    task = (
        await play.read(lambda session: session.execute(select(Task).where(Task.kind == TaskKind.ISSUE)))
    ).scalar_one()
    assert task.choice_id == (await choices(play))[0].id


async def test_the_money_in_a_queue_on_the_screen_follows_the_choice(play: Play) -> None:
    await offer_chosen(play)
    await ask_to_issue(play)
    queue = await play.say(EXECUTOR, "/queue")
    assert "46\u202f900" in queue.text
    await choose(play, "Ингос")
    await play.run_events()
    shown = next(seen for seen in play.seen(EXECUTOR) if seen.message_id == queue.message_id)
    assert "48\u202f200" in shown.text


async def test_another_choice_while_one_is_issued_is_asked_and_told_to_who_issues(play: Play) -> None:
    await offer_chosen(play)
    await ask_to_issue(play)
    await play.tap(SELLER, "Предложения")
    await play.tap(SELLER, "РЕСО")
    asked = await play.tap(SELLER, "Клиент выбрал")
    assert "Вместо прежнего выбора: АльфаСтрахование" in asked.text
    assert "Taras уже оформляет" in asked.text
    await play.tap(SELLER, "Записать выбор")
    await play.run_events()
    told = play.screen(EXECUTOR)
    assert "клієнт передумав. Тепер РЕСО-Гарантия" in told.text
    assert told.labels[0] == "📄 Внести поліс"
    first, second = await choices(play)
    assert (first.insurer_name, second.insurer_name) == ("АльфаСтрахование", "РЕСО-Гарантия")
    task = (
        await play.read(lambda session: session.execute(select(Task).where(Task.kind == TaskKind.ISSUE)))
    ).scalar_one()
    assert task.choice_id == second.id
    states = dict((await play.read(lambda session: session.execute(select(Calculation.id, Calculation.state)))).all())
    assert [states[id_] for id_ in (2, 3)] == [CalculationState.CHOSEN, CalculationState.SENT]


async def test_an_expired_offer_is_greyed_not_chosen_and_calculated_again_in_one_tap(play: Play) -> None:
    deal_id = await offers_entered(play)
    yesterday = play.clock.now().date() - timedelta(days=1)
    await play.write(lambda session: session.execute(update(Calculation).values(valid_until=yesterday)))
    table = await play.tap(SELLER, "Предложения")
    assert "⌛ Ингосстрах: истекло вчера" in table.text
    assert "1 Альфа× " in table.text, "a phone has no room for more of the name"
    await play.tap_data(SELLER, "offer.choose:1", table.message_id)
    assert "действовало до" in play.toast(SELLER)
    again = await play.tap(SELLER, "Пересчитать")
    assert "Пересчитать: Taras, до завтра" in again.text
    assert not any("Пересчитать" in label for label in again.labels)
    await play.tap_data(SELLER, f"offers.again:{deal_id}", again.message_id)
    assert "уже попросили" in play.toast(SELLER)
    tasks = (await play.read(lambda session: session.execute(select(Task).where(Task.closed_at.is_(None))))).scalars()
    assert [task.kind for task in tasks] == [TaskKind.CALCULATE], "a second tap asks nobody twice"
    await play.run_events()
    assert "⌛ Більше не діють: АльфаСтрахование, Ингосстрах, РЕСО-Гарантия" in play.screen(EXECUTOR).text


async def test_two_taps_record_one_choice(play: Play) -> None:
    await offers_entered(play)
    await play.tap(SELLER, "Предложения")
    await play.tap(SELLER, "РЕСО")
    asked = await play.tap(SELLER, "Клиент выбрал")
    for _ in range(2):
        await play.tap_data(SELLER, asked.data("Записать"), asked.message_id)
    assert len(await choices(play)) == 1


async def test_the_seller_sees_what_each_offer_leaves_and_the_executor_does_not(play: Play) -> None:
    deal_id = await offers_entered(play)
    await play.tap_data(SELLER, f"rule.new:{deal_id}", play.screen(SELLER).message_id)
    await play.tap(SELLER, "Скидка клиенту")
    await play.say(SELLER, "3% премии")
    shown = await play.tap_data(SELLER, f"offers.list:{deal_id}", play.screen(SELLER).message_id)
    assert "Ингосстрах: КВ 22% · ≈ 9 158 ₽" in shown.text.replace("\u202f", " ")
    seen = await play.tap_data(EXECUTOR, f"offers.list:{deal_id}", play.screen(EXECUTOR).message_id)
    assert "Ингосстрах" in seen.text
    assert "КВ" not in seen.text


async def test_an_offer_without_a_rate_of_its_own_is_reckoned_with_the_tables(play: Play) -> None:
    deal_id = await offers_entered(play)
    by, kind_id = play.actor(ADMIN), (await play.read(lambda session: session.get_one(Deal, deal_id))).kind_id
    for person in (SELLER, EXECUTOR):
        seen = await play.tap_data(person, f"offers.list:{deal_id}", play.screen(person).message_id)
        assert "10 200" not in seen.text.replace("\u202f", " ")
    reso = (
        await play.read(lambda session: session.execute(select(Insurer).where(Insurer.code == "reso")))
    ).scalar_one()
    command = AddRate(insurer_id=reso.id, kind_id=kind_id, rate=2_000, from_on=NOON.date(), until_on=None)
    await play.write(lambda session: add_rate(session, by, command, now=play.clock.now()))
    shown = await play.tap_data(SELLER, f"offers.list:{deal_id}", play.screen(SELLER).message_id)
    assert "РЕСО-Гарантия: КВ 20% · ≈ 10 200 ₽" in shown.text.replace("\u202f", " ")
    assert "Ингосстрах: КВ 22%" in shown.text, "what was typed goes before the table"
    seen = await play.tap_data(EXECUTOR, f"offers.list:{deal_id}", play.screen(EXECUTOR).message_id)
    assert "КВ" not in seen.text
