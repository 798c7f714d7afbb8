"""The queue on the screen follows the clock: what became overdue, a day that began; once each."""

from datetime import timedelta
from functools import partial

from services.reminders.cockpits import refresh_stale_cockpits
from tests.handlers.deals.opened import opened_deal
from tests.handlers.tasks.set_tasks import ask_to_calculate, task_set
from tests.harness import BROKERAGE, NOON, Play, Seen
from tests.people import EXECUTOR, MANAGER
from tests.statements import statements


async def tick(play: Play) -> int:
    """How many queues were refreshed."""
    refresh = partial(refresh_stale_cockpits, now=play.clock.now(), zone=BROKERAGE.zone)
    count = int(await play.write(refresh))
    await play.deliver()
    return count


async def queue_shown(play: Play) -> int:
    return (await play.say(EXECUTOR, "/queue")).message_id


def shown(play: Play, message_id: int) -> Seen:
    return next(seen for seen in play.seen(EXECUTOR) if seen.message_id == message_id)


async def test_a_task_whose_hour_passes_turns_red_once(play: Play) -> None:
    await task_set(play, due="сегодня 18:00")
    queue = await queue_shown(play)
    assert "🟠 1. Порахувати" in shown(play, queue).text
    play.clock.at = NOON + timedelta(hours=6)
    assert await tick(play) == 0, "it is due by 18:00, and 18:00 it is"
    play.clock.advance(minutes=1)
    assert await tick(play) == 1
    assert "🔴 1. Порахувати" in shown(play, queue).text
    assert "прострочено, було до сьогодні, 18:00" in shown(play, queue).text
    for _ in range(3):
        play.clock.advance(minutes=1)
        assert await tick(play) == 0


async def test_a_day_that_begins_is_told_once_in_the_brokerages_zone(play: Play) -> None:
    await task_set(play, due="завтра")
    queue = await queue_shown(play)
    assert "до завтра" in shown(play, queue).text
    play.clock.at = NOON.replace(hour=20, minute=59)
    assert await tick(play) == 0
    play.clock.at = NOON.replace(hour=21, minute=0)
    assert await tick(play) == 1
    assert "до сьогодні" in shown(play, queue).text
    assert await tick(play) == 0
    play.clock.advance(days=3)
    assert await tick(play) == 1, "days that nobody was there for are made up for in one go"
    assert "прострочено" in shown(play, queue).text
    assert await tick(play) == 0


async def test_only_the_queues_concerned_are_refreshed(play: Play) -> None:
    await task_set(play, due="сегодня 18:00")
    await queue_shown(play)
    await play.say(MANAGER, "/queue")
    before = play.screen(MANAGER).text
    play.clock.advance(days=1)
    assert await tick(play) == 1
    assert play.screen(MANAGER).text == before


async def test_nobody_is_sent_a_queue_that_he_did_not_open(play: Play) -> None:
    await task_set(play, due="сегодня 18:00")
    before = len(play.seen(EXECUTOR))
    play.clock.advance(days=1)
    assert await tick(play) == 0
    assert len(play.seen(EXECUTOR)) == before


async def test_a_task_without_a_day_never_makes_it_stale(play: Play) -> None:
    await opened_deal(play)
    await ask_to_calculate(play, to="Taras", due="через неделю")
    await queue_shown(play)
    play.clock.advance(minutes=30)
    assert await tick(play) == 0


async def test_what_was_written_after_the_hour_is_up_to_date_already(play: Play) -> None:
    await task_set(play, due="сегодня 18:00")
    await queue_shown(play)
    play.clock.at = NOON + timedelta(hours=7)
    await play.say(EXECUTOR, "/queue")
    assert await tick(play) == 0


async def test_while_nothing_is_due_one_question_is_asked_and_nothing_written(play: Play) -> None:
    await task_set(play, due="завтра 18:00")
    await queue_shown(play)
    with statements() as asked:
        assert await tick(play) == 0
    assert [statement.split()[0] for statement in asked if "outgoing" not in statement] == ["SELECT"]
