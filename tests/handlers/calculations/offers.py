"""Offers entered in chat, as the beginning of other stories."""

from tests.handlers.tasks.set_tasks import task_taken
from tests.harness import Play, Seen
from tests.people import EXECUTOR, SELLER

OFFERS = "Ингос 48200 фр15 КВ22\nРЕСО 51к без фр\nАльфа 46900 10т фр рассрочка 2"


async def offers_entered(play: Play, offers: str = OFFERS) -> int:
    """The deal's id: its executor has answered the task with offers, its seller has been told."""
    deal_id = await task_taken(play)
    await enter(play, offers)
    await play.run_events()
    return deal_id


async def enter(play: Play, offers: str) -> Seen:
    """In reply to the task's message."""
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    await play.say(EXECUTOR, offers, reply_to=told.message_id)
    return await play.tap(EXECUTOR, "Зберегти і здати")


async def offer_chosen(play: Play, insurer: str = "Альфа") -> int:
    """The seller has recorded what the client chose; the deal's card is on his screen."""
    deal_id = await offers_entered(play)
    await choose(play, insurer)
    return deal_id


async def choose(play: Play, insurer: str = "Альфа") -> Seen:
    await play.tap(SELLER, "Предложения")
    await play.tap(SELLER, insurer)
    await play.tap(SELLER, "Клиент выбрал")
    if "Как клиент" in play.screen(SELLER).text:
        await play.tap(SELLER, "2 платежа")
    return await play.tap(SELLER, "Записать выбор")


async def ask_to_issue(play: Play) -> Seen:
    await play.tap(SELLER, "Оформить")
    await play.tap(SELLER, "Taras")
    await play.tap(SELLER, "Завтра")
    await play.tap(SELLER, "Пропустить")
    card = await play.tap(SELLER, "Поставить")
    await play.run_events()
    return card
