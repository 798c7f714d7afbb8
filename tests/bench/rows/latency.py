"""How long a person waits when every call to Telegram takes 40 ms, against one such call."""

from itertools import cycle
from pathlib import Path

from aiogram.methods import EditMessageText

from bot.settings import Settings
from bot.telegram.connect import connect
from tests.bench.crm import Crm
from tests.bench.data import deals_of, sqlite_with
from tests.bench.measure import compare, wall
from tests.bench.table import Row
from tests.bench.telegram import TOKEN, InstantTelegram

LATENCY = 0.04
TIMES = 5


async def measure(rounds: int, folder: Path) -> list[Row]:
    telegram = InstantTelegram(LATENCY)
    bot = telegram.serve(connect(Settings(_env_file=None), token=TOKEN, api_url=None))  # type: ignore[call-arg]  # pydantic's own
    deals = cycle(deals_of(1))
    async with sqlite_with(1000, folder) as database, Crm(database, telegram).running() as crm:

        async def answered() -> None:
            await crm.look(1, next(deals))

        async def round_trip() -> None:
            await crm.settled()
            await bot(EditMessageText(chat_id=1, message_id=1, text="ok"))

        ratios, note = await compare(answered, round_trip, rounds=rounds, times=TIMES, timer=wall)
    return [Row("tap at a 40 ms Telegram, in round trips", ratios, most=1.2, note=note)]
