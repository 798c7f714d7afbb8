"""Who cancels a question stands where he began: at the card that it was asked from, else in the menu."""

import pytest

from handlers.kit.origins import CARDS
from tests.handlers.calculations.offers import OFFERS, offers_entered
from tests.handlers.deals.opened import opened_deal
from tests.handlers.kit.conftest import STEPS
from tests.handlers.tasks.set_tasks import task_taken
from tests.harness import Play
from tests.people import ADMIN, EXECUTOR, MANAGER, SELLER


def test_every_card_that_is_come_back_to_has_a_button() -> None:
    assert {verb for _, verb in CARDS} <= set(STEPS.taps)


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize("label", ["Записать", "📌 Задача", "Отложить"])
async def test_a_question_about_a_deal_is_cancelled_to_its_card(play: Play, label: str, *, typed: bool) -> None:
    deal_id = await opened_deal(play)
    await play.tap(SELLER, label)
    card = await (play.say(SELLER, "/cancel") if typed else play.tap(SELLER, "Отмена"))
    assert "Отменил, ничего не сохранено" in card.text
    assert f"Сделка {deal_id}" in card.text
    assert "Продолжить" in card.labels[-1]
    assert card.subject == f"deal:{deal_id}"


async def test_also_when_it_was_cancelled_after_several_answers_and_taken_up_again(play: Play) -> None:
    deal_id = await opened_deal(play)
    for label in ("📌 Задача", "Посчитать", "Taras"):
        await play.tap(SELLER, label)
    await play.tap(SELLER, "Отмена")
    await play.tap(SELLER, "Продолжить")
    assert f"Сделка {deal_id}" in (await play.say(SELLER, "/cancel")).text


async def test_a_question_about_a_task_is_cancelled_to_the_task_as_it_is_now(play: Play) -> None:
    await task_taken(play)
    await play.tap(EXECUTOR, "Повернути")
    card = await play.tap(EXECUTOR, "Скасувати")
    assert "Скасовано, нічого не збережено" in card.text
    assert "Порахувати" in card.text
    assert "✅ Зроблено" in card.labels


async def test_offers_that_were_not_saved_are_cancelled_to_the_deal(play: Play) -> None:
    deal_id = await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    await play.say(EXECUTOR, OFFERS, reply_to=told.message_id)
    assert f"Угода {deal_id}" in (await play.say(EXECUTOR, "/cancel")).text


async def test_an_offer_that_was_being_corrected_is_shown(play: Play) -> None:
    await offers_entered(play)
    await play.tap(EXECUTOR, "2. Ингосстрах")
    await play.tap(EXECUTOR, "Виправити")
    assert "Ингосстрах" in (await play.tap(EXECUTOR, "Скасувати")).text


async def test_whoever_lost_the_deal_meanwhile_gets_the_menu(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap(EXECUTOR, "Повернути")
    await play.tap_data(MANAGER, f"deal.executor:{deal_id}")
    await play.tap(MANAGER, "Olha")
    left = await play.say(EXECUTOR, "/cancel")
    assert "Скасовано" in left.text
    assert "Camry" not in left.text
    assert any("Моя черга" in label for label in left.labels)


async def test_from_the_menu_it_is_cancelled_to_the_menu(play: Play) -> None:
    menu = await play.say(SELLER, "/menu")
    await play.tap(SELLER, "Новая сделка")
    cancelled = await play.tap(SELLER, "Отмена")
    assert set(menu.labels) < set(cancelled.labels)


async def test_a_question_about_an_insurer_is_cancelled_to_his_card(play: Play) -> None:
    await play.say(ADMIN, "/reference")
    await play.tap(ADMIN, "Insurers")
    await play.tap(ADMIN, "1")
    card = play.screen(ADMIN)
    await play.tap(ADMIN, "Rename")
    assert card.text in (await play.say(ADMIN, "/cancel")).text
