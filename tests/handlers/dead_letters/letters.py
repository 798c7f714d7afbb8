"""Deliveries and updates that die, as the beginning of other stories."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from models.delivery import Delivery
from models.event import EventRow
from models.inbox import InboxUpdate
from services.dead_letters.alarm import refresh_alarm
from services.events.consumers import CONSUMERS, Consumer, GiveUp
from services.events.publish import publish
from services.users.events import UserEnabled
from tests.harness import Play
from tests.people import ADMIN, MANAGER

WORK = "tell_of_regained_access"
POISON = {"callback_query": {"id": "77", "from": {"id": MANAGER.telegram_id}, "data": 5}}


class Broken:
    """A consumer of the product's own that fails until it is repaired."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, reason: str = "the bell is broken") -> None:
        self.reason: str | None = reason
        self.sound = CONSUMERS.by_name[WORK]

        async def reaction(session: Any, delivered: Any, now: Any) -> Any:
            if self.reason is None:
                return await self.sound.handler(session, delivered, now)  # type: ignore[operator]  # it is a reaction
            return GiveUp(self.reason)

        monkeypatch.setitem(CONSUMERS.by_name, WORK, Consumer(WORK, self.sound.events, reaction, self.sound.policy))

    def repair(self) -> None:
        self.reason = None


async def die(play: Play, times: int = 1) -> None:
    """So many deliveries, each of an event of its own; the admins have seen what they were told."""
    event = UserEnabled(user_id=play.ids[MANAGER.telegram_id])
    for _ in range(times):
        await play.write(
            partial(publish, actor=None, event=event, now=play.clock.now(), correlation_id="test", source="system")
        )
    await play.run_events()


async def tick(play: Play, *, after: float = 2.0) -> None:
    play.clock.advance(seconds=after)
    await play.write(partial(refresh_alarm, now=play.clock.now()))
    await play.deliver()


async def deliveries(play: Play) -> list[Delivery]:
    wanted = select(Delivery).where(Delivery.consumer == WORK).order_by(Delivery.id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


async def updates(play: Play) -> list[InboxUpdate]:
    wanted = select(InboxUpdate).where(InboxUpdate.lane == MANAGER.telegram_id).order_by(InboxUpdate.id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


async def decisions(play: Play) -> list[tuple[str, int | None, str | None]]:
    """What became of letters by whose hand: the event's name, its actor, its reason."""
    wanted = select(EventRow).where(EventRow.name.like("system.%")).order_by(EventRow.id)
    found = (await play.read(lambda session: session.execute(wanted))).scalars()
    return [(event.name, event.actor_id, event.payload.get("reason")) for event in found]


def admin_id(play: Play) -> int:
    return play.ids[ADMIN.telegram_id]
