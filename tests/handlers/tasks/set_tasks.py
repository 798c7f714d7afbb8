"""A task set in chat, as the beginning of other stories."""

from tests.handlers.deals.opened import opened_deal
from tests.harness import Play, Seen
from tests.people import EXECUTOR, SELLER


async def task_set(play: Play, *, to: str = "Taras", due: str = "завтра 18:00", urgent: bool = False) -> int:
    """The deal's id: its seller has asked for a calculation, whoever it is for has been told."""
    deal_id = await opened_deal(play)
    await ask_to_calculate(play, to=to, due=due, urgent=urgent)
    return deal_id


async def ask_to_calculate(play: Play, *, to: str, due: str, urgent: bool = False) -> Seen:
    """From the deal's card; the card with its answer."""
    await play.tap(SELLER, "📌 Задача")
    await play.tap(SELLER, "Посчитать")
    await play.tap(SELLER, to)
    await play.say(SELLER, due)
    await play.tap(SELLER, "Пропустить")
    card = await play.tap(SELLER, "Срочно" if urgent else "Поставить")
    await play.run_events()
    return card


async def task_taken(play: Play) -> int:
    deal_id = await task_set(play)
    await play.tap(EXECUTOR, "Беру")
    await play.run_events()
    return deal_id
