"""What a consumer's delivery says to a chat, it says once, however often it runs."""

from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.outgoing import Outgoing, OutgoingState
from services.conversation.outgoing import notify, saying_once
from services.conversation.values import Notice, text
from tests.harness import Play
from tests.people import ADMIN, MANAGER


async def say(session: AsyncSession, *, play: Play, delivery_id: int, keys: list[str], surface: str | None) -> None:
    people = [play.ids[ADMIN.telegram_id], play.ids[MANAGER.telegram_id]]
    with saying_once(session, delivery_id):
        for key in keys:
            notice, now = Notice([text(key)]), play.clock.now()
            await notify(session, people, notice, now=now, correlation_id="test", surface=surface)


async def run(play: Play, *keys: str, delivery_id: int = 1, surface: str | None = None) -> None:
    await play.write(partial(say, play=play, delivery_id=delivery_id, keys=list(keys), surface=surface))


async def said(play: Play) -> list[tuple[int, str, OutgoingState]]:
    rows = (await play.read(lambda session: session.execute(select(Outgoing).order_by(Outgoing.id)))).scalars()
    return [(row.chat_id, row.payload["lines"][0]["t"], row.state) for row in rows]


async def test_run_again_it_says_nothing_more(play: Play) -> None:
    for _ in range(3):
        await run(play, "ntf-access-on", "ntf-access-off")
        await play.deliver()
    assert sorted(await said(play)) == sorted(
        (person.telegram_id, key, OutgoingState.SENT)
        for person in (ADMIN, MANAGER)
        for key in ("ntf-access-on", "ntf-access-off")
    )


async def test_what_it_had_not_come_to_is_said_by_the_next_run(play: Play) -> None:
    await run(play, "ntf-access-on")
    await run(play, "ntf-access-on", "ntf-access-off")
    assert [key for chat, key, _ in await said(play) if chat == ADMIN.telegram_id] == [
        "ntf-access-on",
        "ntf-access-off",
    ]


async def test_two_deliveries_may_say_the_same(play: Play) -> None:
    await run(play, "ntf-access-on", delivery_id=1)
    await run(play, "ntf-access-on", delivery_id=2)
    assert len(await said(play)) == 4


async def test_a_living_message_shows_what_the_last_run_has_seen(play: Play) -> None:
    await run(play, "ntf-access-on", surface="card")
    await play.deliver()
    await run(play, "ntf-access-off", surface="card")
    assert {(key, state) for _, key, state in await said(play)} == {("ntf-access-off", OutgoingState.PENDING)}
    await play.deliver()
    assert len(play.seen(ADMIN)) == 1
    assert "off" in play.screen(ADMIN).text or "access" in play.screen(ADMIN).text
    assert len(await said(play)) == 2
