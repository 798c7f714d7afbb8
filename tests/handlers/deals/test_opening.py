"""Opening a deal in chat."""

from sqlalchemy import func, select

from models.client import Client
from models.deal import Deal
from tests.harness import Play
from tests.people import EXECUTOR, SELLER


async def open_a_deal(play: Play) -> None:
    await play.say(SELLER, "/start")
    await play.tap(SELLER, "Новая сделка")
    await play.say(SELLER, "Иванов Иван")
    await play.say(SELLER, "8 916 123-45-67")
    await play.tap(SELLER, "КАСКО")
    await play.say(SELLER, "Toyota Camry 2021")


async def test_seller_opens_a_deal_for_a_new_client(play: Play) -> None:
    await open_a_deal(play)
    card = await play.tap(SELLER, "Открыть сделку")
    assert "Toyota Camry 2021" in card.text
    assert "Иванов Иван · +7 916 •••-45-67" in card.text
    assert card.subject is not None


async def test_double_tap_on_open_opens_one_deal(play: Play) -> None:
    await open_a_deal(play)
    before = play.screen(SELLER)
    data = before.data("Открыть сделку")
    await play.tap_data(SELLER, data, before.message_id)
    await play.tap_data(SELLER, data, before.message_id)
    assert play.toast(SELLER) == "Уже сделано"
    for table in (Deal, Client):
        count = select(func.count()).select_from(table)
        assert (await play.read(lambda session, c=count: session.execute(c))).scalar_one() == 1


async def test_executor_can_not_open_a_deal_with_a_forged_button(play: Play) -> None:
    await play.tap_data(EXECUTOR, "deal.new:")
    assert "недоступно" in play.toast(EXECUTOR)


async def test_bad_phone_then_good_phone_goes_on(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "Петров")
    refused = await play.say(SELLER, "двенадцать")
    assert "Не похоже на телефон" in refused.text
    asked = await play.say(SELLER, "+79161112233")
    assert "Что страхуем?" in asked.text


async def test_a_client_picked_afterwards_leaves_nothing_of_the_one_typed_before(play: Play) -> None:
    await open_a_deal(play)
    await play.tap(SELLER, "Открыть сделку")
    asked = await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "Петренко Олег")
    await play.say(SELLER, "+79167778899")
    await play.tap(SELLER, "Иванов Иван", message_id=asked.message_id)
    await play.tap(SELLER, "КАСКО")
    confirmed = await play.say(SELLER, "Lada Vesta")
    assert "Клиент: Иванов Иван" in confirmed.text
    assert "777" not in confirmed.text


async def test_a_phone_that_somebody_has_is_said_to_be_his(play: Play) -> None:
    await open_a_deal(play)
    await play.tap(SELLER, "Открыть сделку")
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "Новый Человек")
    asked = await play.say(SELLER, "8 916 123-45-67")
    assert "Этот телефон записан за клиентом «Иванов Иван»" in asked.text
    assert "Что страхуем?" in asked.text


async def test_a_phone_is_shown_whole_to_who_has_just_typed_it(play: Play) -> None:
    await open_a_deal(play)
    assert "Телефон: +7 916 123-45-67" in play.screen(SELLER).text


async def test_words_added_at_the_end_go_into_the_journal(play: Play) -> None:
    await open_a_deal(play)
    confirmed = await play.say(SELLER, "Просит без франшизы, звонить после 18")
    assert "Заметка: Просит без франшизы, звонить после 18" in confirmed.text
    card = await play.say(SELLER, "да")
    assert "Журнал: «Просит без франшизы, звонить после 18»" in card.text


async def test_a_no_at_the_end_opens_nothing(play: Play) -> None:
    await open_a_deal(play)
    assert "ничего не сохранено" in (await play.say(SELLER, "Нет")).text
    count = select(func.count()).select_from(Deal)
    assert (await play.read(lambda session: session.execute(count))).scalar_one() == 0


async def test_a_button_of_a_cancelled_question_says_that_it_goes_on(play: Play) -> None:
    await open_a_deal(play)
    asked = play.screen(SELLER)
    await play.say(SELLER, "/cancel")
    await play.tap_data(SELLER, asked.data("Открыть сделку"), asked.message_id)
    assert play.toast(SELLER) == "Продолжаем с этого места"
