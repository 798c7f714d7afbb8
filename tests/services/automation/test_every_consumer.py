"""Every registered consumer is run once, twice and three times over the same events: the database is the same.

A consumer without a sample fails by its name; so does one whose sample gives it nothing to do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.relay.handling import Handling
from models.delivery import Delivery, DeliveryState
from models.tables import Base
from services.automation import CONSUMERS
from services.events.consumers import Call, Done, Outcome
from services.events.event import Delivered
from services.events.ledger import Claim
from tests.harness import Play
from tests.services.automation.samples import SAMPLES

NAMES = sorted(CONSUMERS.by_name)
BOOKKEEPING = {"state", "attempts", "next_at", "lease_token", "lease_until", "done_at", "reason"}


def test_every_consumer_has_a_sample() -> None:
    assert sorted(set(NAMES) - set(SAMPLES)) == []
    assert sorted(set(SAMPLES) - set(NAMES)) == [], "samples of consumers that are gone"


async def _held(_session: AsyncSession, _delivered: Delivered, _now: datetime) -> Outcome:
    return Done()


async def before_it(play: Play, name: str, monkeypatch: pytest.MonkeyPatch) -> Sequence[Delivery]:
    """What the consumer has still to do after its story, oldest first."""
    with monkeypatch.context() as held:
        held.setitem(CONSUMERS.by_name, name, replace(CONSUMERS.by_name[name], handler=_held))
        play.use()
        await SAMPLES[name](play)
        await play.run_events()
    play.use()
    wanted = select(Delivery).where(Delivery.consumer == name).order_by(Delivery.id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


async def deliver(play: Play, deliveries: Sequence[Delivery]) -> None:
    """Again from the first attempt on, as after a requeue."""
    for delivery in deliveries:
        token = str(uuid4())
        claimed = {"state": DeliveryState.PENDING, "attempts": 1, "lease_token": token, "done_at": None}
        claim = update(Delivery).where(Delivery.id == delivery.id).values(**claimed)
        await play.write(lambda session, claim=claim: session.execute(claim))
        held = Claim(delivery.id, delivery.event_id, delivery.consumer, 1, token)
        handling = Handling(play.database, CONSUMERS, play.ports, play.clock)
        if isinstance(CONSUMERS.by_name[delivery.consumer].handler, Call):
            await handling.call(held)
        else:
            await handling.react([held])


async def state_of(play: Play) -> dict[str, Any]:
    """Every row of every table, without what the relay notes of deliveries, and what is kept outside."""

    async def read(session: AsyncSession) -> dict[str, list[Mapping[str, Any]]]:
        found = {}
        for table in Base.metadata.sorted_tables:
            columns = [c for c in table.columns if table.name != "deliveries" or c.name not in BOOKKEEPING]
            rows = (await session.execute(select(*columns))).mappings()
            found[table.name] = sorted((dict(row) for row in rows), key=repr)
        return found

    state: dict[str, Any] = await play.read(read)
    return {**state, "storage": sorted(play.storage.contents), "erasures": [*play.erasures.noted]}


def differing(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {table: (one[table], other[table]) for table in one if one[table] != other[table]}


@pytest.mark.usefixtures("books_as_seeded")
@pytest.mark.parametrize("name", [name for name in NAMES if name in SAMPLES])
async def test_run_again_it_changes_nothing_more(play: Play, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    deliveries = await before_it(play, name, monkeypatch)
    untouched = await state_of(play)
    await deliver(play, deliveries)
    once = await state_of(play)
    assert differing(untouched, once), "the sample gives it nothing to do"
    states = select(Delivery.state).where(Delivery.id.in_([delivery.id for delivery in deliveries])).distinct()
    assert (await play.read(lambda session: session.execute(states))).scalars().all() == [DeliveryState.DONE]
    for _ in ("twice", "three times"):
        await deliver(play, deliveries)
        assert differing(once, await state_of(play)) == {}
