"""How long who asks for an analysis waits while the model says nothing, against a tap that only shows the lead."""

import asyncio
from itertools import count
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import SystemClock
from bot.database import Database
from bot.proposals import PdfProposals
from bot.relay import Relay
from bot.render import Renderer, Translator
from bot.sheets import XlsxSheets
from bot.signals import Wakeups
from models.lead import Lead, LeadSource, LeadStage
from services.automation import CONSUMERS
from services.ports import Ports
from services.scoring.ports import Asked, Question, Scoring
from tests.bench.crm import BROKERAGE, Crm
from tests.bench.data import PEOPLE, sqlite_with
from tests.bench.measure import compare, wall
from tests.bench.table import Row
from tests.bench.telegram import InstantTelegram
from tests.harness import MemoryStorage, NotedErasures, ShownCommands, UploadedFiles

LATENCY = 0.04
TIMES = 5
LEADS = 1_000


class SilentModel:
    """`asked` tells that analyses do reach it."""

    def __init__(self) -> None:
        self.asked = 0

    async def ask(self, question: Question) -> Asked:
        self.asked += 1
        await asyncio.Event().wait()
        raise AssertionError("it never answers")


async def measure(rounds: int, folder: Path) -> list[Row]:
    """Each person asks for one analysis after another's; none of them comes to an end."""
    telegram, model, taps = InstantTelegram(LATENCY), SilentModel(), count(1)
    async with sqlite_with(1000, folder) as database, Crm(database, telegram).running() as crm:
        await database.write(_pool)
        relay = _relay(database, model)
        running = asyncio.create_task(relay.run())

        async def press(what: str) -> None:
            lead_id = next(taps)
            await crm.press(1 + lead_id % PEOPLE, f"{what}:{lead_id}")

        ratios, note = await compare(
            lambda: press("lead.analyse"), lambda: press("lead.card"), rounds=rounds, times=TIMES, timer=wall
        )
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert model.asked, "no analysis has reached the model"
    return [Row("analyse while the model is silent, against a look at the lead", ratios, most=1.2, aim=1.1, note=note)]


def _relay(database: Database, model: SilentModel) -> Relay:
    wakeups = Wakeups()
    database.on_commit.append(wakeups.wake)
    renderer = Renderer(Translator(), BROKERAGE)
    ports = Ports(
        files=UploadedFiles(),
        storage=MemoryStorage(),
        document_limit=2**20,
        commands=ShownCommands(),
        proposals=PdfProposals(renderer, BROKERAGE.name),
        sheets=XlsxSheets(renderer, BROKERAGE),
        brokerage=BROKERAGE,
        erasures=NotedErasures(),
        scoring=Scoring(model),
    )
    return Relay(database, CONSUMERS, ports, SystemClock(), wakeups)


async def _pool(session: AsyncSession) -> None:
    """Leads that are nobody's yet, so that anybody may have them analysed."""
    now = SystemClock().now()
    row = {
        "stage": LeadStage.NEW,
        "source": LeadSource.WEB,
        "kind_ids": [],
        "message_count": 3,
        "last_activity_at": now,
        "search_text": "",
        "created_at": now,
    }
    await session.execute(insert(Lead), [{**row, "name": f"Иванов {number}"} for number in range(LEADS)])
