"""The table of commission rates in chat, for admins."""

from tests.harness import NOON, Play
from tests.people import ADMIN, SELLER


async def test_an_admin_sets_rates_and_overlaps_are_shown(play: Play) -> None:
    await play.say(ADMIN, "/menu")
    await play.tap_data(ADMIN, "rate.list:", play.screen(ADMIN).message_id)
    assert "zzzz" in (await play.say(ADMIN, "zzzz")).text
    await play.say(ADMIN, "Ингос")
    assert "zzz" in (await play.say(ADMIN, "zzz")).text
    table = await play.tap(ADMIN, "CASCO")
    assert "No rates yet" in table.text
    await play.tap(ADMIN, "➕ Rate")
    assert "between 0 and 100" in (await play.say(ADMIN, "101%")).text
    await play.say(ADMIN, "22%")
    await play.say(ADMIN, "1 January 2026")
    table = await play.tap(ADMIN, "No end")
    assert "1. 22% · from Thu 1 Jan" in table.text
    await play.tap(ADMIN, "➕ Rate")
    await play.tap(ADMIN, "25%")
    await play.say(ADMIN, "1 January 2026")
    refused = await play.say(ADMIN, "no end")
    assert "22% is set for these days already, from Thu 1 Jan" in refused.text
    assert "last day is before the first" in (await play.say(ADMIN, "1 December 2025")).text


async def test_a_rate_is_removed_after_a_question(play: Play) -> None:
    await play.say(ADMIN, "/menu")
    await play.tap_data(ADMIN, "rate.list:", play.screen(ADMIN).message_id)
    await play.say(ADMIN, "Ингос")
    await play.tap(ADMIN, "CASCO")
    await play.tap(ADMIN, "➕ Rate")
    await play.tap(ADMIN, "20%")
    await play.tap(ADMIN, "Today")
    await play.tap(ADMIN, "No end")
    asked = await play.tap(ADMIN, "1")
    assert "Remove the rate 20%" in asked.text
    assert "No rates yet" in (await play.tap(ADMIN, "Remove")).text
    assert "This rate is gone" in (await gone(play, asked.message_id))


async def test_each_first_day_is_offered_once(play: Play) -> None:
    play.clock.at = NOON.replace(month=12, day=1)
    await play.say(ADMIN, "/menu")
    await play.tap_data(ADMIN, "rate.list:", play.screen(ADMIN).message_id)
    for words in ("Ингос", "CASCO"):
        await play.say(ADMIN, words)
    await play.tap(ADMIN, "➕ Rate")
    offered = (await play.tap(ADMIN, "20%")).labels
    assert len(set(offered)) == len(offered)


async def gone(play: Play, message_id: int) -> str:
    await play.tap_data(ADMIN, "rate.remove:1", message_id)
    return play.toast(ADMIN)


async def test_a_seller_gets_no_further(play: Play) -> None:
    await play.say(SELLER, "/menu")
    await play.tap_data(SELLER, "rate.list:")
    assert "недоступно" in play.toast(SELLER)
