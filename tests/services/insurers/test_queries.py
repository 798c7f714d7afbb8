"""Which insurers a person is offered, and which names the parser knows."""

from typing import Any

from sqlalchemy import insert, select, update

from handlers.common.insurers import insurer_book
from models.calculation import Calculation, CalculationSource, CalculationState
from models.deal import Deal
from models.insurer import Insurer
from models.money import Currency
from services.insurers.queries import list_insurers, popular_insurers
from tests.handlers.deals.opened import opened_deal
from tests.harness import Play
from tests.people import SELLER


async def insurers_by_code(play: Play) -> dict[str, int]:
    return dict((await play.read(lambda session: session.execute(select(Insurer.code, Insurer.id)))).all())


async def offer(play: Play, deal_id: int, insurer_id: int, number: int) -> None:
    row: dict[str, Any] = {
        "deal_id": deal_id,
        "insurer_id": insurer_id,
        "state": CalculationState.READY,
        "source": CalculationSource.FLOW,
        "author_id": play.ids[SELLER.telegram_id],
        "intent_key": f"offer-{number}",
        "premium": 10_000_00,
        "currency": Currency.RUB,
        "payment_options": [],
        "version": 1,
        "created_at": play.clock.now(),
    }
    await play.write(lambda session: session.execute(insert(Calculation).values(row)))


async def test_most_offered_for_the_kind_come_first_and_the_others_by_name(play: Play) -> None:
    deal_id = await opened_deal(play)
    ids = await insurers_by_code(play)
    for number, code in enumerate(["yugoria", "vsk", "yugoria"]):
        await offer(play, deal_id, ids[code], number)
    kind_id = await play.read(lambda session: session.scalar(select(Deal.kind_id).where(Deal.id == deal_id)))
    found = await play.read(lambda session: popular_insurers(session, "RU", kind_id, limit=4))
    assert [insurer.code for insurer in found[:2]] == ["yugoria", "vsk"]
    assert len({insurer.code for insurer in found}) == 4
    of_another_kind = await play.read(lambda session: popular_insurers(session, "RU", kind_id + 1, limit=4))
    assert [insurer.code for insurer in of_another_kind] == [
        insurer.code for insurer in (await play.read(lambda session: list_insurers(session, "RU")))[:4]
    ]


async def test_one_out_of_use_is_neither_offered_nor_known_by_name(play: Play) -> None:
    known = await play.read(insurer_book)
    assert known.find("макс", "RU") == "maks"
    assert await play.read(insurer_book) is known
    await use_maks(play, enabled=False)
    listed = await play.read(lambda session: list_insurers(session, "RU"))
    without = await play.read(insurer_book)
    await use_maks(play, enabled=True)
    assert "maks" not in [insurer.code for insurer in listed]
    assert without.find("макс", "RU") is None


async def use_maks(play: Play, *, enabled: bool) -> None:
    changed = update(Insurer).where(Insurer.code == "maks").values(enabled=enabled)
    await play.write(lambda session: session.execute(changed))
