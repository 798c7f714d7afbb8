"""What screens ask of the database does not grow with what a deal holds."""

import pytest

from tests.handlers.calculations.offers import offer_chosen
from tests.handlers.deals.opened import opened_deal
from tests.handlers.policies.filed import file_chosen
from tests.harness import Play
from tests.people import SELLER
from tests.statements import statements


async def asked_by(play: Play, data: str) -> int:
    message_id = play.screen(SELLER).message_id
    await play.tap_data(SELLER, data, message_id)
    with statements() as asked:
        await play.tap_data(SELLER, data, message_id)
    return len([statement for statement in asked if statement.startswith("SELECT")])


async def test_the_card_of_a_full_deal_asks_no_more_than_an_empty_ones(play: Play) -> None:
    empty = await opened_deal(play)
    before = await asked_by(play, f"deal.card:{empty}")
    full = await offer_chosen(play)
    await file_chosen(play, full)
    assert await asked_by(play, f"deal.card:{full}") <= before


@pytest.mark.parametrize(
    ("verb", "most"), [("offers.list", 4), ("policies.list", 2), ("ledger.deal", 7), ("deal.folder", 4)]
)
async def test_each_screen_of_a_deal_asks_a_few_statements(play: Play, verb: str, most: int) -> None:
    deal_id = await offer_chosen(play)
    await file_chosen(play, deal_id)
    menu = await asked_by(play, "menu")
    assert await asked_by(play, f"{verb}:{deal_id}") - menu <= most
