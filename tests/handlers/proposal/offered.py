"""Offers in a deal, as the beginning of what a client is shown."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationSource, CalculationState
from models.insurer import Insurer
from models.money import Currency
from tests.handlers.documents.sending import deal_on_screen
from tests.harness import Play
from tests.people import EXECUTOR

ALFA, INGOS, RESO = "АльфаСтрахование", "Ингосстрах", "РЕСО-Гарантия"


async def offered(play: Play, deal_id: int, insurer: str, rubles: int, **terms: Any) -> int:
    """The new offer's id; `terms` are columns."""
    named = select(Insurer.id).where(Insurer.name == insurer)
    insurer_id = (await play.read(lambda session: session.execute(named))).scalar_one()
    row = {
        "deal_id": deal_id,
        "insurer_id": insurer_id,
        "premium": rubles * 100,
        "currency": Currency.RUB,
        "payment_options": [],
        "state": CalculationState.READY,
        "source": CalculationSource.LINES,
        "author_id": play.ids[EXECUTOR.telegram_id],
        "intent_key": f"offer-{deal_id}-{insurer}-{rubles}",
        "version": 1,
        "created_at": play.clock.now(),
        **terms,
    }

    async def enter(session: AsyncSession) -> int:
        return (await session.execute(insert(Calculation).values(row).returning(Calculation.id))).scalar_one()

    offer_id: int = await play.write(enter)
    return offer_id


async def three_offers(play: Play) -> int:
    """The deal's id; its card is on the seller's screen."""
    deal_id = await deal_on_screen(play)
    valid = date(2026, 12, 5)
    two = {"count": 2, "shares": [], "every_months": None}
    await offered(play, deal_id, INGOS, 48_200, deductible_kind="amount", deductible=15_000_00, commission_rate=22_00)
    await offered(play, deal_id, ALFA, 46_900, payment_options=[two], valid_until=valid, commission_rate=20_00)
    await offered(play, deal_id, RESO, 51_000, deductible_kind="none", term_months=12)
    return deal_id


async def set_offers(play: Play, deal_id: int, **values: Any) -> None:
    statement = update(Calculation).where(Calculation.deal_id == deal_id).values(**values)
    await play.write(lambda session: session.execute(statement.execution_options(synchronize_session=False)))


async def states_of(play: Play, deal_id: int) -> Sequence[CalculationState]:
    found = select(Calculation.state).where(Calculation.deal_id == deal_id).order_by(Calculation.id)
    return (await play.read(lambda session: session.execute(found))).scalars().all()
