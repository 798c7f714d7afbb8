"""Two tickers on one database: what is due is told by one of them, once; what one holds, the other leaves."""

import asyncio

from sqlalchemy import func, select

from bot.settings import Settings
from bot.ticks import Ticker
from models.outgoing import Outgoing, OutgoingKind
from models.reminder import Reminder, ReminderState
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay
from tests.handlers.reminders.clock import tick, today
from tests.harness import Play
from tests.people import OTHER_SELLER, SELLER


async def test_what_is_due_is_told_once(play: Play) -> None:
    client = await a_client(play)
    for number, seller in enumerate((SELLER, OTHER_SELLER) * 3):
        deal = await a_deal(play, client, f"Kia {number}", seller=seller)
        policy = await a_policy(play, deal, {-60: 10_000, 8: 20_000}, number=f"AI-{number}", seller=seller)
        await pay(play, policy, seller=seller)
    await tick(play)
    counted = select(func.count()).select_from(Outgoing).where(Outgoing.kind == OutgoingKind.NOTICE)
    before = (await play.read(lambda session: session.execute(counted))).scalar_one()
    settings = Settings(_env_file=None, data_dir="unused")
    tickers = [Ticker(play.database, play.clock, play.wakeups, settings) for _ in range(2)]
    play.clock.advance(days=1)
    for _ in range(3):
        await asyncio.gather(*(ticker.catch_up() for ticker in tickers))
    after = (await play.read(lambda session: session.execute(counted))).scalar_one()
    states = select(Reminder.state, func.count()).where(Reminder.due_on <= today(play)).group_by(Reminder.state)
    found = dict((await play.read(lambda session: session.execute(states))).all())
    assert ReminderState.FAILED not in found
    assert ReminderState.WAITING not in found
    assert after - before == 2, "a brief for each of the two sellers"
    await play.deliver()
