"""A deal that is put off until an hour wakes at that hour, not in the morning."""

from datetime import date, time, timedelta

from sqlalchemy import select

from models.deal import Deal, NextEvent
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay, wake
from tests.harness import NOON, Play
from tests.invariants import assert_invariants
from tests.people import SELLER


async def the_deal(play: Play) -> Deal:
    return (await play.read(lambda session: session.execute(select(Deal)))).scalar_one()


async def put_off(play: Play, until: str) -> str:
    """What the seller sees then; noon of a Monday is now."""
    deal = await a_deal(play, await a_client(play))
    await play.tap_data(SELLER, f"deal.defer:{deal}")
    return (await play.say(SELLER, until)).text


async def woke(play: Play) -> bool:
    await wake(play)
    return not (await the_deal(play)).asleep


async def test_until_thursday_11_is_said_shown_and_kept(play: Play) -> None:
    card = await put_off(play, "до четверга 11")
    assert "Отложил, напомню: чт 26 нояб, 11:00" in card
    assert "💤 Спит до чт 26 нояб, 11:00" in card
    deal = await the_deal(play)
    assert (deal.review_on, deal.review_time) == (date(2026, 11, 26), time(11))
    assert (deal.call_back_on, deal.call_back_time) == (date(2026, 11, 26), time(11))
    await assert_invariants(play)


async def test_it_wakes_at_the_hour_of_the_brokerages_zone(play: Play) -> None:
    await put_off(play, "завтра в 15:30")
    play.clock.at = NOON + timedelta(days=1, hours=3, minutes=29)
    assert not await woke(play), "12:29 in UTC is 15:29 in Moscow"
    play.clock.advance(minutes=1)
    assert await woke(play)
    await play.run_events()
    assert "Обещали перезвонить: сегодня, 15:30" in play.screen(SELLER).text
    day = await play.say(SELLER, "/day")
    assert "Перезвонить: сегодня, 15:30" in day.text
    card = await play.tap(SELLER, "1", message_id=day.message_id)
    assert "Дальше: звонок, до сегодня, 15:30" in card.text


async def test_an_hour_of_today_will_do(play: Play) -> None:
    assert "💤 Спит до сегодня, 18:00" in await put_off(play, "в 18:00")
    assert not await woke(play)
    play.clock.advance(hours=6)
    assert await woke(play)


async def test_an_hour_that_is_over_is_asked_again_and_then_taken(play: Play) -> None:
    await put_off(play, "сегодня в 9:00")
    assert not (await the_deal(play)).asleep
    assert "15:00" in (await play.say(SELLER, "сегодня в 15:00")).text
    assert (await the_deal(play)).asleep


async def test_without_an_hour_it_wakes_with_the_day(play: Play) -> None:
    assert "💤 Спит до завтра" in await put_off(play, "завтра")
    play.clock.at = NOON.replace(hour=21, minute=1)
    assert await woke(play)
    assert (await the_deal(play)).review_time is None


async def test_what_is_owed_that_day_wakes_it_in_the_morning(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    policy = await a_policy(play, deal, {0: 10_000, 3: 5_000})
    await pay(play, policy)
    await play.tap_data(SELLER, f"deal.defer:{deal}")
    assert "Спит до чт 26 нояб" in (await play.say(SELLER, "чт 11:00")).text
    found = await the_deal(play)
    assert (found.review_on, found.review_time) == (date(2026, 11, 26), None)
    assert found.next_event is NextEvent.INSTALMENT
    await assert_invariants(play)


async def test_a_payment_meanwhile_leaves_the_hour_alone(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    policy = await a_policy(play, deal, {0: 10_000, 30: 5_000})
    await play.tap_data(SELLER, f"deal.defer:{deal}")
    await play.say(SELLER, "в 18:00")
    await pay(play, policy)
    found = await the_deal(play)
    assert (found.asleep, found.review_on, found.review_time) == (True, date(2026, 11, 23), time(18))
    await assert_invariants(play)


async def test_a_call_kept_or_a_deal_woken_by_hand_leaves_no_hour_behind(play: Play) -> None:
    await put_off(play, "завтра в 15:30")
    await play.tap(SELLER, "Разбудить")
    assert (await the_deal(play)).review_time is None
    play.clock.advance(days=1, hours=4)
    await play.tap_data(SELLER, f"deal.called:{(await the_deal(play)).id}", play.screen(SELLER).message_id)
    assert (await the_deal(play)).call_back_time is None
    await play.say(SELLER, "завтра в 10")
    await play.tap_data(SELLER, f"deal.lose:{(await the_deal(play)).id}", play.screen(SELLER).message_id)
    await play.tap(SELLER, "Дорого")
    await play.say(SELLER, "да")
    assert (await the_deal(play)).review_time is None
