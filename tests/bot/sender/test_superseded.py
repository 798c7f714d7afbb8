"""What a newer screen may replace while both still wait."""

from sqlalchemy import select

from models.outgoing import Outgoing
from tests.harness import Play
from tests.people import SELLER


async def test_refusal_is_marked_so_that_no_newer_screen_swallows_it(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
    await play.message(SELLER, photo=photo)
    await play.say(SELLER, "Петров")
    rows = await play.read(lambda session: session.execute(select(Outgoing.payload).order_by(Outgoing.id)))
    assert [row.payload["noted"] for row in rows] == [False, True, False]
