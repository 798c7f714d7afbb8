"""The life of a lead in chat: from the first line to the paid policy."""

from sqlalchemy import select

from models.deal import Deal, DealStage
from models.lead import Lead, LeadStage
from tests.harness import Play
from tests.people import SELLER


async def test_from_capture_to_paid(play: Play) -> None:
    await play.say(SELLER, "/lead Иванов 916 123-45-67 КАСКО Камри, с сайта, логистика")
    await play.tap(SELLER, "Сохранить")
    await play.tap(SELLER, "Связались")
    await play.say(SELLER, "да")
    await play.tap(SELLER, "Заметка")
    await play.say(SELLER, "Просит без франшизы")
    await play.tap(SELLER, "Квалифицирован")
    await play.say(SELLER, "да")
    await play.tap(SELLER, "Оценить")
    await play.run_events()
    assert "[AI OFFLINE - RULE BASED]" in play.screen(SELLER).text
    assert "тёплый 0,7" in play.screen(SELLER).text
    await play.tap(SELLER, "В сделку")
    deal = await play.tap(SELLER, "Да, в сделку")
    assert "Просит без франшизы" in deal.text
    await play.tap(SELLER, "Предложения")
    await play.tap(SELLER, "Внести")
    await play.say(SELLER, "Альфа 46900 без фр КВ 22")
    await play.tap(SELLER, "Сохранить")
    await play.tap(SELLER, "1. Альфа")
    await play.tap(SELLER, "Клиент выбрал")
    await play.tap(SELLER, "Записать выбор")
    await play.tap(SELLER, "Внести полис")
    await play.say(SELLER, "AI-4471122")
    await play.say(SELLER, "сегодня")
    await play.tap(SELLER, "Без файла")
    await play.tap(SELLER, "Записать полис")
    await play.tap(SELLER, "Оплата")
    await play.say(SELLER, "46900")
    await play.tap(SELLER, "сегодня")
    await play.tap(SELLER, "Записать")
    await play.run_events()
    lead_card = await play.say(SELLER, "/lead 1")
    assert "💰 Оплачено 46 900 ₽ · с пн 23 нояб 12:00" in lead_card.text.replace("\u202f", " ").replace("\xa0", " ")
    wanted = select(Lead.stage, Deal.stage, Deal.source).join(Deal, Deal.lead_id == Lead.id)
    lead, sold, source = (await play.read(lambda session: session.execute(wanted))).one()
    assert (lead, sold, source) == (LeadStage.TRANSFERRED, DealStage.PAID, "web")
