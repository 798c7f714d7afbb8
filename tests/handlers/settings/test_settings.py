"""A person's own settings."""

from sqlalchemy import select

from models.event import EventRow
from models.user import Language, Role
from tests.harness import Play
from tests.people import CLIENT, SELLER, STRANGER


async def test_language_changes_at_once_with_commands_and_menu(play: Play) -> None:
    shown = await play.say(SELLER, "/settings")
    assert "Maryna" in shown.text
    assert "Язык: русский" in shown.text
    changed = await play.tap(SELLER, "Українська")
    assert "Тепер розмовляю з вами українською" in changed.text
    assert "Мова: українська" in changed.text
    await play.run_events()
    assert play.commands.by_person[SELLER.telegram_id] == (Role.SELLER, Language.UK)
    assert "Що робимо?" in (await play.tap(SELLER, "Меню")).text


async def test_same_language_again_is_no_event(play: Play) -> None:
    await play.say(SELLER, "/settings")
    await play.tap(SELLER, "English")
    await play.tap(SELLER, "English")
    names = select(EventRow.payload).where(EventRow.name == "user.language.changed")
    found = (await play.read(lambda session: session.execute(names))).scalars().all()
    assert [(event["from_language"], event["to_language"]) for event in found] == [("ru", "en")]


async def test_client_reaches_his_settings_from_the_menu(play: Play) -> None:
    menu = await play.say(CLIENT, "/start")
    assert menu.labels == ["⚙️ Настройки"]
    assert "Роль: клиент" in (await play.tap(CLIENT, "Настройки")).text


async def test_forged_language_and_stranger_are_refused(play: Play) -> None:
    await play.tap_data(SELLER, "settings.language:xx")
    assert "устарел" in play.toast(SELLER)
    assert "do not know you" in (await play.say(STRANGER, "/settings")).text
