"""Who is away says so himself, or an admin does; both see until when."""

from datetime import date

from sqlalchemy import select

from models.user import User
from tests.handlers.users.test_managing import open_card
from tests.harness import Play
from tests.people import ADMIN, EXECUTOR, OTHER_SELLER, SELLER, Person


async def away_until(play: Play, person: Person) -> date | None:
    wanted = select(User.away_until).where(User.telegram_id == person.telegram_id)
    found: date | None = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return found


async def test_a_seller_says_it_in_his_settings(play: Play) -> None:
    await play.say(SELLER, "/settings")
    asked = await play.tap(SELLER, "В отъезде")
    assert "по какой день включительно" in asked.text
    assert "слишком неточно" in (await play.say(SELLER, "скоро")).text
    saved = await play.say(SELLER, "пт")
    assert "Запомнил: в отъезде по" in saved.text
    assert "лиды сами не приходят" in saved.text
    assert await away_until(play, SELLER) == date(2026, 11, 27)


async def test_back_earlier_is_one_tap_or_a_word(play: Play) -> None:
    for word in ("@Уже на месте", "вернулась"):
        await play.say(SELLER, "/settings")
        await play.tap(SELLER, "В отъезде")
        await play.tap(SELLER, "Завтра")
        assert await away_until(play, SELLER) is not None
        await play.say(SELLER, "/settings")
        await play.tap(SELLER, "В отъезде")
        done = await (play.tap(SELLER, word[1:]) if word.startswith("@") else play.say(SELLER, word))
        assert "на месте" in done.text
        assert await away_until(play, SELLER) is None


async def test_when_it_is_over_nobody_is_shown_away(play: Play) -> None:
    await play.say(SELLER, "/settings")
    await play.tap(SELLER, "В отъезде")
    await play.tap(SELLER, "Сегодня")
    assert "В отъезде по" in (await play.say(SELLER, "/settings")).text
    play.clock.advance(days=1)
    assert "В отъезде по" not in (await play.say(SELLER, "/settings")).text


async def test_an_admin_says_it_of_somebody_on_his_card(play: Play) -> None:
    await open_card(play, OTHER_SELLER)
    await play.tap(ADMIN, "Away")
    card = await play.tap(ADMIN, "In a week")
    assert "Noted: away through" in card.text
    assert "Away through" in card.text
    assert await away_until(play, OTHER_SELLER) == date(2026, 11, 30)


async def test_nobody_says_it_of_another(play: Play) -> None:
    await play.say(SELLER, "/menu")
    await play.tap_data(SELLER, f"user.away:{play.ids[OTHER_SELLER.telegram_id]}")
    assert "⛔️" in play.toast(SELLER)
    assert "В отъезде" not in "".join((await play.say(EXECUTOR, "/settings")).labels)
    assert await away_until(play, OTHER_SELLER) is None
