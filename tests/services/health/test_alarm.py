"""Work that waits too long: admins are told once, and once that it is over."""

from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import insert, update

from models.delivery import Delivery, DeliveryState
from models.outgoing import Outgoing, OutgoingKind
from services.events.publish import publish
from services.health.alarm import watch_backlog
from services.health.backlog import Backlog, Queue, measure_backlog
from services.inbox.store import store_updates
from services.users.events import UserEnabled
from tests.harness import BOT_ID, Play
from tests.people import ADMIN, MANAGER


async def look(play: Play, **after: float) -> int:
    play.clock.advance(**after)
    told = int(await play.write(partial(watch_backlog, now=play.clock.now())))
    await play.deliver()
    return told


async def an_update_waits(play: Play) -> None:
    update = {"update_id": 1, "message": play.made(MANAGER, text="/menu")}
    await play.write(partial(store_updates, bot_id=BOT_ID, updates=[update], now=play.clock.now()))


async def test_admins_are_told_once_and_once_more_when_it_is_over(play: Play) -> None:
    await an_update_waits(play)
    assert await look(play, seconds=59) == 0
    assert await look(play, seconds=2) == 0
    assert await look(play, seconds=10) == 1
    assert "falling behind" in play.screen(ADMIN).text
    assert "1 message has waited for an answer for 71 s" in play.screen(ADMIN).text
    assert play.seen(MANAGER) == []
    assert await look(play, seconds=10) == 0
    await play.worker._next(MANAGER.telegram_id)
    assert await look(play, seconds=10) == 1
    assert "keeps up again" in play.seen(ADMIN)[-1].text
    assert await look(play, seconds=10) == 0
    assert len(play.seen(ADMIN)) == 2
    assert "How the system is doing" in (await play.tap(ADMIN, "How it is doing")).text


async def test_what_is_over_by_the_next_look_is_not_told(play: Play) -> None:
    """A clock that jumps and a restart leave such work for a moment."""
    await an_update_waits(play)
    assert await look(play, days=3) == 0
    await play.worker._next(MANAGER.telegram_id)
    assert await look(play, seconds=10) == 0
    assert await look(play, seconds=10) == 0


async def test_bulk_messages_may_wait(play: Play) -> None:
    now = play.clock.now()
    row = {"chat_id": 1, "fresh": True, "payload": {}, "correlation_id": "t", "created_at": now, "next_at": now}
    bulk = insert(Outgoing).values(**row, kind=OutgoingKind.NOTICE)
    await play.write(lambda session: session.execute(bulk))
    now += timedelta(hours=1)
    assert (await play.read(partial(measure_backlog, now=now))).late(60) == []


async def test_events_that_wait_for_their_next_try_or_are_in_work_are_not_late(play: Play) -> None:
    async def enable(session: Any) -> None:
        await publish(session, None, UserEnabled(user_id=1), now=play.clock.now(), correlation_id="test")

    await play.write(enable)
    later = play.clock.now() + timedelta(seconds=70)

    async def late(**columns: Any) -> list[str]:
        changed = update(Delivery).values(**columns).execution_options(synchronize_session=False)
        await play.write(lambda session: session.execute(changed))
        return (await play.read(partial(measure_backlog, now=later))).late(60)

    assert await late(attempts=0) == ["events"]
    assert await late(next_at=later + timedelta(seconds=1)) == []
    assert await late(next_at=play.clock.now(), lease_until=later + timedelta(seconds=1)) == []
    assert await late(state=DeliveryState.DEAD) == []


def test_the_queue_of_bulk_messages_alone_is_never_late() -> None:
    old = Queue(1, 1e6)
    assert Backlog(old, old, old, old).late(60) == ["inbox", "dialogue", "events"]
