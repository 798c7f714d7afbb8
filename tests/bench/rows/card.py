"""The card of a deal with everything in it costs little more than an empty one's."""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from bot.render import Renderer, Translator
from handlers.deals import screens
from models.calculation import Calculation, CalculationSource, CalculationState
from models.deal import Deal, DealStage, Turn
from models.journal_entry import JournalEntry
from models.money import Currency
from models.policy import Instalment, Policy, PolicyState
from models.user import Language, Role
from services.access import Actor
from services.deals.queries import find_deal_card
from tests.bench.crm import BROKERAGE
from tests.bench.data import FIRST_PERSON, postgres_with, sqlite_with
from tests.bench.measure import Work, compare
from tests.bench.servers import postgres_server
from tests.bench.table import Row
from tests.harness import NOON

DEALS = 1_000
FULL, EMPTY = DEALS + 1, DEALS + 2
OFFERS, POLICIES, INSTALMENTS, ENTRIES = 12, 4, 12, 200
TIMES = 60
TODAY = BROKERAGE.today(NOON)
SELLER = Actor(1, FIRST_PERSON, "Maryna 1", Role.SELLER, Language.RU, "bench")
RENDERER = Renderer(Translator(), BROKERAGE)


async def measure(rounds: int, folder: Path) -> list[Row]:
    what = f"card of a deal with {OFFERS} offers, {POLICIES * INSTALMENTS} instalments, {ENTRIES} entries against empty"
    async with sqlite_with(DEALS, folder) as database:
        ratios, note = await _full_against_empty(database, rounds)
    rows = [Row(what, ratios, most=1.5, note=note)]
    if (server := await postgres_server()) is not None:
        async with postgres_with(DEALS, server) as database:
            ratios, note = await _full_against_empty(database, rounds)
        rows.append(Row("the same on PostgreSQL, the server's own work apart", ratios, most=1.5, note=note))
    return rows


async def _full_against_empty(database: Database, rounds: int) -> tuple[list[float], str]:
    await database.write(_fill)
    return await compare(_card(database, FULL), _card(database, EMPTY), rounds=rounds, times=TIMES)


def _card(database: Database, deal_id: int) -> Work:
    find = partial(find_deal_card, actor=SELLER, deal_id=deal_id, today=TODAY)

    async def shown() -> None:
        RENDERER.screen(screens.card(await database.read(find), SELLER), Language.RU, now=NOON)

    return shown


async def _fill(session: AsyncSession) -> None:
    if await session.get(Deal, FULL) is not None:
        return
    await session.execute(insert(Deal), [_deal(FULL), _deal(EMPTY)])
    await session.execute(insert(Calculation), [_offer(number) for number in range(OFFERS)])
    policies = range(DEALS + 1, DEALS + 1 + POLICIES)
    await session.execute(insert(Policy), [_policy(number) for number in policies])
    await session.execute(
        insert(Instalment), [_instalment(policy, part) for policy in policies for part in range(INSTALMENTS)]
    )
    entries = [_entry(FULL, number) for number in range(ENTRIES)]
    await session.execute(insert(JournalEntry), [*entries, _entry(EMPTY, 0)])


def _deal(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "client_id": 1,
        "kind_id": 1,
        "object": "Toyota Camry 2021",
        "stage": DealStage.CALCULATION,
        "turn": Turn.SELLER,
        "currency": Currency.RUB,
        "seller_id": SELLER.id,
        "asleep": False,
        "search_text": "",
        **_made(number),
    }


def _offer(number: int) -> dict[str, Any]:
    return {
        "deal_id": FULL,
        "insurer_id": 1 + number,
        "premium": 4_690_000 + number,
        "currency": Currency.RUB,
        "payment_options": [],
        "state": CalculationState.READY,
        "source": CalculationSource.LINES,
        "author_id": SELLER.id,
        "intent_key": f"offer-{number}",
        "version": 1,
        "created_at": NOON,
    }


def _policy(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "deal_id": FULL,
        "client_id": 1,
        "insurer_id": 1,
        "kind_id": 1,
        "number": f"AI {number}",
        "number_key": f"ai{number}",
        "object": "Toyota Camry 2021",
        "object_key": f"camry {number}",
        "starts_on": date(2026, 11, 20),
        "ends_on": date(2027, 11, 19),
        "premium": 100 * INSTALMENTS,
        "currency": Currency.RUB,
        "state": PolicyState.ISSUED,
        "search_text": "",
        **_made(number),
    }


def _instalment(policy: int, part: int) -> dict[str, Any]:
    due = TODAY + timedelta(days=30 * part)
    paid = 0 if part else 100
    return {
        "policy_id": policy,
        "position": part + 1,
        "due_on": due,
        "amount": 100,
        "paid": paid,
        "cancelled": False,
        "version": 1,
    }


def _entry(deal_id: int, number: int) -> dict[str, Any]:
    at: datetime = NOON + timedelta(minutes=number)
    return {"deal_id": deal_id, "author_id": SELLER.id, "text": f"Entry {number}", "params": {}, "created_at": at}


def _made(number: int) -> dict[str, Any]:
    return {"version": 1, "intent_key": f"card-{number}", "created_by": SELLER.id, "created_at": NOON}
