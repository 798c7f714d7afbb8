"""/status for admins."""

from sqlalchemy import update

from models.inbox import InboxState, InboxUpdate
from tests.harness import Play
from tests.people import ADMIN, MANAGER


async def test_admin_sees_what_waits_and_what_was_given_up(play: Play) -> None:
    await play.say(MANAGER, "/menu")
    dead = update(InboxUpdate).where(InboxUpdate.lane == MANAGER.telegram_id).values(state=InboxState.DEAD)
    await play.write(lambda session: session.execute(dead))
    shown = await play.say(ADMIN, "/status")
    assert "1 wait, the oldest for 0 s" in shown.text  # this very message
    assert "To send: nothing waits" in shown.text
    assert "1 message failed" in shown.text
    assert "none was given up" in (await play.tap(ADMIN, "Refresh")).text


async def test_nobody_else_sees_it(play: Play) -> None:
    assert "не доступно" in (await play.say(MANAGER, "/status")).text
    await play.tap_data(MANAGER, "status:")
    assert "не доступно" in play.toast(MANAGER)
