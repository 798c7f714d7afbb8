"""A deal opened in chat, as the beginning of other stories."""

from tests.harness import Play
from tests.people import SELLER


async def opened_deal(play: Play, *, insured: str = "Toyota Camry 2021") -> int:
    """The new deal's id; its card is on the seller's screen."""
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "+7 916 123-45-67")
    if "Как зовут" in play.screen(SELLER).text:
        await play.say(SELLER, "Иванов Иван")
    await play.tap(SELLER, "КАСКО")
    await play.say(SELLER, insured)
    card = await play.tap(SELLER, "Открыть сделку")
    assert card.subject is not None
    return int(card.subject.partition(":")[2])
