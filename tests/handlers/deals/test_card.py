"""What a deal's card says of what its client still owes."""

from tests.handlers.policies.filed import filed_policy
from tests.harness import Play
from tests.people import SELLER


async def card_of(play: Play) -> str:
    card = await play.tap_data(SELLER, "deal.card:1", play.screen(SELLER).message_id)
    return card.text.replace("\u202f", " ")


async def test_the_next_instalment_its_day_and_what_is_left_are_told_apart(play: Play) -> None:
    await filed_policy(play)
    assert "Полисы: 1. Ждём от клиента 23 450 ₽, до завтра; всего осталось 46 900 ₽" in await card_of(play)
    await play.tap_data(SELLER, "policy.pay:1", play.screen(SELLER).message_id)
    await play.say(SELLER, "30000")
    await play.say(SELLER, "да")
    card = await card_of(play)
    assert "Ждём от клиента 16 900 ₽, до 24 мая 2027" in card
    assert "всего осталось" not in card
