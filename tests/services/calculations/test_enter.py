"""What the journal says of entered offers."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from models.calculation import CalculationSource
from models.journal_entry import JournalEntry
from models.money import Currency, Money
from services.calculations.enter import EnterOffers, Offer, enter_offers
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import BROKERAGE, Play
from tests.people import SELLER


def rubles(amount: int) -> Money:
    return Money(amount * 100, Currency.RUB)


@pytest.mark.parametrize(
    ("offers", "best"),
    [
        ([(rubles(50_000), None), (rubles(48_000), 0)], rubles(48_000)),
        ([(rubles(50_000), 5), (rubles(48_000), -1)], rubles(50_000)),
        ([(rubles(50_000), -3), (rubles(48_000), -1)], None),
        ([(rubles(50_000), None), (Money(60_000, Currency.USD), None)], rubles(50_000)),
        ([(Money(60_000, Currency.USD), None)], None),
    ],
)
async def test_the_best_one_holds_and_is_of_the_deals_currency(
    play: Play, offers: list[tuple[Money, int | None]], best: Money | None
) -> None:
    """The numbers are days that an offer still holds, counted from today."""
    deal_id, now = await a_deal(play, await a_client(play)), play.clock.now()
    today = BROKERAGE.today(now)
    command = EnterOffers(
        deal_id=deal_id,
        offers=[
            Offer(insurer_id=1, premium=premium, valid_until=None if days is None else today + timedelta(days=days))
            for premium, days in offers
        ],
        source=CalculationSource.LINES,
        finish=False,
        intent_key="entered",
    )
    entered = partial(enter_offers, actor=play.actor(SELLER), command=command, now=now, today=today)
    assert len(await play.write(entered)) == len(offers)
    newest = select(JournalEntry).order_by(JournalEntry.id.desc()).limit(1)
    entry = (await play.read(lambda session: session.execute(newest))).scalar_one()
    shown = entry.params.get("best")
    assert (shown and Money(shown["money"], Currency(shown["currency"]))) == best
    assert entry.params["count"] == len(offers)
