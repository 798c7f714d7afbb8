"""Who has a task in a deal that is not his takes part in it until the task is over."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from models.task import Task
from services.access import Actor, Right
from services.clients.queries import find_client_card
from services.deals.access import access_deal
from services.deals.errors import DealOfOthers
from services.deals.lists import DealFilter, list_deals
from services.deals.queries import find_deal_card
from services.search.everything import search_everything
from tests.handlers.day.owed import a_policy
from tests.handlers.deals.opened import opened_deal
from tests.harness import BROKERAGE, Play
from tests.people import EXECUTOR, OTHER_SELLER, SELLER


async def asked_to_call(play: Play) -> int:
    """The deal's id: its seller has asked somebody who is not its executor to call."""
    deal_id = await opened_deal(play)
    for label in ("📌 Задача", "Позвонить", "Taras", "Завтра", "Пропустить", "Поставить"):
        await play.tap(SELLER, label)
    await play.run_events()
    return deal_id


async def listed(play: Play, actor: Actor, which: DealFilter) -> list[int]:
    today = BROKERAGE.today(play.clock.now())
    page = await play.read(partial(list_deals, actor=actor, which=which, today=today))
    return [line.id for line in page.lines]


async def test_he_opens_card_folder_and_task_and_the_turn_is_his_by_name(play: Play) -> None:
    deal_id = await asked_to_call(play)
    told = play.screen(EXECUTOR)
    taking = told.raw_data("Беру")
    assert "Maryna: Зателефонувати" in told.text
    card = await play.tap(EXECUTOR, "Відкрити угоду", message_id=told.message_id)
    assert f"Угода {deal_id}" in card.text
    assert "Хід: виконавець Taras" in card.text
    assert "Папка" in (await play.tap_data(EXECUTOR, f"deal.folder:{deal_id}", card.message_id)).text
    assert "прийнята" in (await play.tap_data(EXECUTOR, taking, told.message_id)).text


async def test_his_answer_to_the_task_is_written_into_the_journal_and_told(play: Play) -> None:
    await asked_to_call(play)
    await play.say(EXECUTOR, "Клієнт просить у четвер", reply_to=play.screen(EXECUTOR).message_id)
    await play.run_events()
    assert "Taras: «Клієнт просить у четвер»" in play.screen(SELLER).text


async def test_when_the_task_is_done_the_deal_is_closed_to_him(play: Play) -> None:
    deal_id = await asked_to_call(play)
    await play.tap(EXECUTOR, "Беру")
    await play.tap(EXECUTOR, "Зроблено")
    done = await play.tap(EXECUTOR, "Домовилися")
    assert "Зроблено" in done.text
    assert "Camry" not in done.text
    assert any("Моя черга" in label for label in done.labels)
    task = (await play.read(lambda session: session.execute(select(Task.id)))).scalar_one()
    for data in (f"deal.card:{deal_id}", f"deal.folder:{deal_id}", f"task.card:{task}", f"offers.list:{deal_id}"):
        await play.tap_data(EXECUTOR, data, done.message_id)
        assert "веде Maryna" in play.toast(EXECUTOR), data


@pytest.mark.parametrize(
    ("answer", "outcome"), [("📵 Не додзвонилися", "Не дозвонились"), ("Просить знижку 5 %", "Просить знижку 5 %")]
)
async def test_what_came_of_a_call_is_asked_told_and_kept(play: Play, answer: str, outcome: str) -> None:
    deal_id = await asked_to_call(play)
    await play.tap(EXECUTOR, "Беру")
    asked = await play.tap(EXECUTOR, "Зроблено")
    assert "Що вийшло?" in asked.text
    assert answer in asked.labels or answer == outcome
    await (play.tap(EXECUTOR, answer) if answer in asked.labels else play.say(EXECUTOR, answer))
    await play.run_events()
    told = play.screen(SELLER).text
    assert "Taras: сделано, Позвонить. Итог: " in told
    assert outcome in told
    assert outcome in (await play.tap_data(SELLER, f"journal.list:{deal_id}")).text
    task = (await play.read(lambda session: session.execute(select(Task.id)))).scalar_one()
    assert outcome in (await play.tap_data(SELLER, f"task.card:{task}")).text


async def test_a_call_is_returned_for_reasons_of_a_call(play: Play) -> None:
    await asked_to_call(play)
    assert (await play.tap(EXECUTOR, "Повернути")).labels[:2] == ["Номер не той або не відповідає", "Бракує даних"]


async def test_a_return_with_a_reason_ends_his_part_too(play: Play) -> None:
    deal_id = await asked_to_call(play)
    await play.tap(EXECUTOR, "Повернути")
    returned = await play.say(EXECUTOR, "не мій клієнт")
    assert "Повернуто" in returned.text
    assert "Camry" not in returned.text
    await play.tap_data(EXECUTOR, f"deal.card:{deal_id}", returned.message_id)
    assert "веде Maryna" in play.toast(EXECUTOR)


async def test_lists_and_the_search_know_the_deal_while_he_works_for_it(play: Play) -> None:
    deal_id = await asked_to_call(play)
    policy = await a_policy(play, deal_id)
    actor = play.actor(EXECUTOR)
    for which in (DealFilter.MINE, DealFilter.MY_TURN):
        assert await listed(play, actor, which) == [deal_id], which
    found = await play.read(partial(search_everything, actor=actor, query="camry"))
    assert [line.id for line in found.deals.lines] == [deal_id]
    assert [line.id for line in found.policies.lines] == [policy]
    client = await play.read(partial(search_everything, actor=actor, query="иванов"))
    [client_line] = client.clients.lines
    assert await play.read(partial(find_client_card, actor=actor, client_id=client_line.id))
    await play.tap(EXECUTOR, "Беру")
    await play.tap(EXECUTOR, "Зроблено")
    await play.tap(EXECUTOR, "Домовилися")
    assert await listed(play, actor, DealFilter.MINE) == []
    assert not await play.read(partial(search_everything, actor=actor, query="camry"))
    assert not await play.read(partial(search_everything, actor=actor, query="иванов"))


@pytest.mark.parametrize("right", [Right.SEE_MARGIN, Right.RECORD_LEDGER, Right.CHOOSE_OFFER, Right.HAND_OVER_DEAL])
async def test_whoever_helps_does_what_executors_do_and_no_more(play: Play, right: Right) -> None:
    deal_id = await asked_to_call(play)
    helper = play.ids[OTHER_SELLER.telegram_id]
    given: Any = update(Task).values(to_user_id=helper)
    await play.write(lambda session: session.execute(given))
    actor = play.actor(OTHER_SELLER)
    assert actor.may(right), "his role alone would let him"
    assert await play.read(partial(access_deal, actor=actor, deal_id=deal_id, right=Right.WRITE_JOURNAL))
    with pytest.raises(DealOfOthers):
        await play.read(partial(access_deal, actor=actor, deal_id=deal_id, right=right))
    today = BROKERAGE.today(play.clock.now())
    card = await play.read(partial(find_deal_card, actor=actor, deal_id=deal_id, today=today))
    assert not card.sees_margin
    assert (await play.tap_data(OTHER_SELLER, f"offers.list:{deal_id}")).text


async def test_a_seller_who_hands_his_deal_over_hands_over_his_tasks(play: Play) -> None:
    deal_id = await opened_deal(play)
    for label in ("📌 Задача", "Позвонить", "Мне", "Завтра", "Пропустить", "Поставить"):
        await play.tap(SELLER, label)
    await play.tap_data(SELLER, f"deal.seller:{deal_id}", play.screen(SELLER).message_id)
    left = await play.tap(SELLER, "Pavlo")
    assert "больше не ваша" in left.text
    await play.run_events()
    assert any("Позвонить" in seen.text for seen in play.seen(OTHER_SELLER))
    await play.tap_data(SELLER, f"deal.card:{deal_id}", left.message_id)
    assert "ведёт Pavlo" in play.toast(SELLER)
