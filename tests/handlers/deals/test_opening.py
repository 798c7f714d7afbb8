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
    assert "недоступна" in play.toast(EXECUTOR)


async def test_bad_phone_then_good_phone_goes_on(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "Петров")
    refused = await play.say(SELLER, "двенадцать")
    assert "Не похоже на телефон" in refused.text
    asked = await play.say(SELLER, "+79161112233")
    assert "Что страхуем?" in asked.text
