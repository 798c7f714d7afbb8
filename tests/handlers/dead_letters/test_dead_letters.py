"""What died is told at once, is tried again once however often it is tapped, or dropped with a reason."""

import json
from functools import partial

import pytest
from sqlalchemy import func, select, update

from models.delivery import DeliveryState
from models.inbox import InboxState, InboxUpdate
from models.outgoing import Outgoing
from services.events.consumers import CONSUMERS
from services.inbox.retention import forget_old_updates
from tests.handlers.dead_letters.letters import (
    POISON,
    WORK,
    Broken,
    admin_id,
    decisions,
    deliveries,
    die,
    tick,
    updates,
)
from tests.harness import Play
from tests.people import ADMIN, MANAGER, SELLER


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Broken:
    return Broken(monkeypatch)


async def told(play: Play) -> int:
    """How many messages about dead letters were put on their way to admins."""
    count = select(func.count()).where(Outgoing.correlation_id == "dead-letters")
    return int((await play.read(lambda session: session.execute(count))).scalar_one())


async def test_a_death_is_told_at_once_with_what_why_when_and_after_how_many_tries(play: Play, broken: Broken) -> None:
    await die(play)
    card = play.screen(ADMIN)
    assert "A return of access was not told" in card.text
    assert f"user {play.ids[MANAGER.telegram_id]} · access was given back" in card.text
    assert "the bell is broken" in card.text
    assert "Mon 23 Nov 12:00, after 1 try" in card.text
    assert [["Try again" in a, "Drop" in b, "Details" in c] for a, b, c in [card.labels]] == [[True] * 3]
    assert play.seen(MANAGER) == play.seen(SELLER) == []


@pytest.mark.parametrize(
    ("reason", "words"),
    [("TimeoutError", "longer than it may"), ("storage unreachable", "storage of files"), ("KeyError", "KeyError")],
)
async def test_the_reason_is_told_in_words(play: Play, broken: Broken, reason: str, words: str) -> None:
    broken.reason = reason
    await die(play)
    assert words in play.screen(ADMIN).text


async def test_work_that_nobody_does_any_more_is_told_by_its_name(
    play: Play, broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(CONSUMERS.by_name, WORK)
    await die(play)
    assert f"Not done: {WORK}" in play.screen(ADMIN).text
    assert "nothing in this version does it any more" in play.screen(ADMIN).text


async def test_tried_again_it_succeeds_from_the_first_attempt_on(play: Play, broken: Broken) -> None:
    await die(play)
    broken.repair()
    assert "being tried again" in (await play.tap(ADMIN, "Try again")).text
    (waiting,) = await deliveries(play)
    assert (waiting.state, waiting.attempts, waiting.reason) == (DeliveryState.PENDING, 0, None)
    await play.run_events()
    (done,) = await deliveries(play)
    assert (done.state, done.attempts) == (DeliveryState.DONE, 1)
    assert len(play.seen(MANAGER)) == 1
    assert await decisions(play) == [("system.delivery.requeued", admin_id(play), None)]


async def test_a_second_tap_changes_nothing_and_says_so(play: Play, broken: Broken) -> None:
    await die(play)
    data, message_id = play.screen(ADMIN).data("Try again"), play.screen(ADMIN).message_id
    for _ in range(3):
        await play.tap_data(ADMIN, data, message_id)
    assert "dealt with already" in play.toast(ADMIN)
    assert len(await decisions(play)) == 1


async def test_what_fails_again_is_told_again(play: Play, broken: Broken) -> None:
    await die(play)
    await play.tap(ADMIN, "Try again")
    before = len(play.seen(ADMIN))
    await play.run_events()
    assert len(play.seen(ADMIN)) == before + 1
    assert "the bell is broken" in play.screen(ADMIN).text


async def test_dropping_asks_why_and_keeps_who_and_why(play: Play, broken: Broken) -> None:
    await die(play)
    asked = await play.tap(ADMIN, "Drop")
    assert "Why drop it?" in asked.text
    assert "Dropped" in (await play.say(ADMIN, "told him on the phone")).text
    assert await decisions(play) == [("system.delivery.dropped", admin_id(play), "told him on the phone")]
    (row,) = await deliveries(play)
    assert (row.state, row.dropped_at) == (DeliveryState.DEAD, play.clock.now())
    assert "Nothing has failed" in (await play.say(ADMIN, "/deadletters")).text
    assert "none was given up" in (await play.say(ADMIN, "/status")).text


async def test_a_ready_reason_is_one_tap_and_dropping_twice_is_dropping_once(play: Play, broken: Broken) -> None:
    await die(play)
    drop, message_id = play.screen(ADMIN).data("Drop"), play.screen(ADMIN).message_id
    await play.tap_data(ADMIN, drop, message_id)
    await play.tap(ADMIN, "Done by hand")
    await play.tap_data(ADMIN, drop, message_id)
    assert "dealt with already" in play.toast(ADMIN)
    assert await decisions(play) == [("system.delivery.dropped", admin_id(play), "by-hand")]


async def test_what_was_tried_again_meanwhile_is_not_dropped(play: Play, broken: Broken) -> None:
    await die(play)
    again, message_id = play.screen(ADMIN).data("Try again"), play.screen(ADMIN).message_id
    await play.tap(ADMIN, "Drop")
    await play.tap_data(ADMIN, again, message_id + 100)
    await play.tap_data(ADMIN, f"dead.drop:{again.partition(':')[2]}", message_id)
    assert [name for name, *_ in await decisions(play)] == ["system.delivery.requeued"]


async def test_details_show_the_payload_without_personal_values(play: Play) -> None:
    await play.give({"message": {**play.made(MANAGER, text="Ivanov 4509 123456"), "date": "yesterday"}}, MANAGER)
    shown = await play.tap(ADMIN, "Details")
    assert "what came: a message" in shown.text
    assert "what is in it: text" in shown.text
    assert "Ivanov" not in shown.text
    assert "4509" not in shown.text


async def test_details_of_work_name_its_event_and_consumer(play: Play, broken: Broken) -> None:
    await die(play)
    shown = await play.tap(ADMIN, "Details")
    assert "trace in the logs: test" in shown.text
    assert "_" not in shown.text
    assert "being tried again" in (await play.tap(ADMIN, "Try again")).text


async def test_a_storm_is_one_card_that_counts(play: Play, broken: Broken) -> None:
    await die(play, 40)
    assert await told(play) == 1
    assert len(play.seen(ADMIN)) == 1
    await tick(play)
    assert len(play.seen(ADMIN)) == 1
    assert "40 things have failed" in play.screen(ADMIN).text
    assert "A return of access was not told: 40" in play.screen(ADMIN).text
    await die(play, 5)
    await tick(play)
    assert len(play.seen(ADMIN)) == 1
    assert "45 things" in play.screen(ADMIN).text
    assert await told(play) <= 4


async def test_the_card_follows_what_admins_do(play: Play, broken: Broken) -> None:
    await die(play, 3)
    await tick(play)
    card = play.screen(ADMIN).message_id
    broken.repair()
    await play.say(ADMIN, "/deadletters")
    await play.tap(ADMIN, "1", message_id=play.screen(ADMIN).message_id)
    await play.tap(ADMIN, "Try all again")
    await tick(play)
    assert "has been sorted out" in play.chats[ADMIN.telegram_id][card].text


async def test_nothing_changed_is_nothing_said(play: Play, broken: Broken) -> None:
    await die(play, 3)
    await tick(play)
    said = await told(play)
    for _ in range(3):
        await tick(play)
    assert await told(play) == said


async def test_who_turned_the_card_into_something_else_gets_another_one_with_the_next_death(
    play: Play, broken: Broken
) -> None:
    await die(play, 2)
    await tick(play)
    await play.tap(ADMIN, "Sort it out")
    await die(play)
    await tick(play)
    assert len(play.seen(ADMIN)) == 2
    assert "3 things" in play.screen(ADMIN).text


async def test_after_a_calm_the_next_death_is_a_message_of_its_own(play: Play, broken: Broken) -> None:
    await die(play)
    play.clock.advance(minutes=11)
    await die(play)
    assert len(play.seen(ADMIN)) == 2
    assert "after 1 try" in play.screen(ADMIN).text


async def test_the_list_counts_by_what_failed_and_turns_its_pages(play: Play, broken: Broken) -> None:
    await play.give(POISON, MANAGER)
    await die(play, 10)
    groups = await play.say(ADMIN, "/deadletters")
    assert "What has failed: 11" in groups.text
    assert "1. A return of access was not told: 10" in groups.text
    assert "2. A person's message was not processed: 1" in groups.text
    first = await play.tap(ADMIN, "1", message_id=groups.message_id)
    assert first.text.count("the bell is broken") == 8
    rest = await play.tap(ADMIN, "More")
    assert rest.text.count("the bell is broken") == 2
    assert "More" not in "".join(rest.labels)


async def test_all_of_one_kind_are_tried_again_the_others_stay(play: Play, broken: Broken) -> None:
    await play.give(POISON, MANAGER)
    await die(play, 4)
    broken.repair()
    groups = await play.say(ADMIN, "/deadletters")
    await play.tap(ADMIN, "1", message_id=groups.message_id)
    left = await play.tap(ADMIN, "Try all again")
    assert "4 things are being tried again" in left.text
    assert "What has failed: 1" in left.text
    await play.run_events()
    assert {row.state for row in await deliveries(play)} == {DeliveryState.DONE}
    assert [name for name, *_ in await decisions(play)] == ["system.delivery.requeued"] * 4


async def test_a_dead_update_is_told_with_its_person_and_number(play: Play) -> None:
    await play.give(POISON, MANAGER)
    (row,) = await updates(play)
    assert f"number {row.incident} · Viktor" in play.screen(ADMIN).text
    assert "can't be read" in play.screen(ADMIN).text


async def test_a_dead_update_is_processed_once_it_can_be(play: Play) -> None:
    await play.give(POISON, MANAGER)
    whole = json.dumps({"update_id": 1, "message": play.made(MANAGER, text="/menu")})
    mended = update(InboxUpdate).where(InboxUpdate.lane == MANAGER.telegram_id).values(payload=whole)
    await play.write(lambda session: session.execute(mended))
    await play.tap(ADMIN, "Try again")
    while await play.worker._next(MANAGER.telegram_id) is not None:
        pass
    await play.deliver()
    (row,) = await updates(play)
    assert (row.state, row.incident) == (InboxState.DONE, None)
    assert "Viktor" in play.screen(MANAGER).text
    assert await decisions(play) == [("system.update.requeued", admin_id(play), None)]


async def test_a_dead_update_is_dropped_with_a_reason(play: Play) -> None:
    await play.give(POISON, MANAGER)
    await play.tap(ADMIN, "Drop")
    await play.tap(ADMIN, "Not needed any more")
    assert await decisions(play) == [("system.update.dropped", admin_id(play), "not-needed")]
    assert "Nothing has failed" in (await play.say(ADMIN, "/deadletters")).text


async def test_an_update_whose_text_is_erased_can_only_be_dropped(play: Play) -> None:
    await play.give(POISON, MANAGER)
    play.clock.advance(hours=1)
    await play.write(partial(forget_old_updates, before=play.clock.now()))
    await play.tap(ADMIN, "Try again")
    assert "has been erased" in play.toast(ADMIN) + play.screen(ADMIN).text
    assert await decisions(play) == []


@pytest.mark.parametrize("arg", ["", "x1", "d", "d0", "d99", "u99", "d99999999999999999999", "d1:x", "d-1"])
@pytest.mark.parametrize("verb", ["card", "list", "details", "requeue", "all", "drop"])
async def test_a_forged_button_is_answered(play: Play, verb: str, arg: str) -> None:
    await play.say(ADMIN, "/menu")
    await play.tap_data(ADMIN, f"dead.{verb}:{arg}", play.screen(ADMIN).message_id)
    assert await updates(play) == []
    dead = select(func.count()).where(InboxUpdate.state == InboxState.DEAD)
    assert (await play.read(lambda session: session.execute(dead))).scalar_one() == 0


async def test_nobody_else_may_sort_them(play: Play, broken: Broken) -> None:
    await die(play)
    assert "недоступно" in (await play.say(MANAGER, "/deadletters")).text
    await play.tap_data(MANAGER, play.screen(ADMIN).data("Try again"))
    assert "недоступно" in play.toast(MANAGER)
    assert await decisions(play) == []
