"""/status for admins."""

from functools import partial

from sqlalchemy import update

from models.inbox import InboxState, InboxUpdate
from services.inbox.store import store_updates
from tests.harness import BOT_ID, Play
from tests.people import ADMIN, MANAGER


async def test_admin_sees_what_waits_and_what_was_given_up(play: Play) -> None:
    await play.say(MANAGER, "/menu")
    dead = update(InboxUpdate).where(InboxUpdate.lane == MANAGER.telegram_id).values(state=InboxState.DEAD)
    await play.write(lambda session: session.execute(dead))
    shown = await play.say(ADMIN, "/status")
    assert "Received: nothing waits" in shown.text
    assert "To send: nothing waits" in shown.text
    assert "1 message failed" in shown.text
    assert "none was given up" in (await play.tap(ADMIN, "Refresh")).text


async def test_only_the_message_that_asks_is_left_out(play: Play) -> None:
    others = [{"update_id": number, "message": {"from": {"id": MANAGER.telegram_id}}} for number in (1, 2)]
    await play.write(partial(store_updates, bot_id=BOT_ID, updates=others, now=play.clock.now()))
    play.clock.advance(seconds=5)
    assert "2 wait, the oldest for 5 s" in (await play.say(ADMIN, "/status")).text
    play.clock.advance(seconds=2)
    assert "2 wait, the oldest for 7 s" in (await play.tap(ADMIN, "Refresh")).text


async def test_what_the_admin_has_sent_after_it_waits(play: Play) -> None:
    later = [{"update_id": number, "message": play.made(ADMIN, text="/status")} for number in (1, 2)]
    await play.write(partial(store_updates, bot_id=BOT_ID, updates=later, now=play.clock.now()))
    await play.worker._next(ADMIN.telegram_id)
    await play.deliver()
    assert "1 wait, the oldest for 0 s" in play.screen(ADMIN).text


async def test_nobody_else_sees_it(play: Play) -> None:
    assert "недоступно" in (await play.say(MANAGER, "/status")).text
    await play.tap_data(MANAGER, "status:")
    assert "недоступно" in play.toast(MANAGER)
