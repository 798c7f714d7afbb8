"""What the process settles with Telegram at its start."""

import asyncio
import re
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import introduction
from bot.commands import OFFERED, STRANGERS, ChatCommands, refresh_commands
from bot.database import Database
from bot.first_start import offer_ownership
from bot.render import Renderer, Translator
from bot.telegram.raw import ALLOWED_UPDATES
from handlers import build_steps
from models.user import Language, Role, User
from services.users.commands import CommandsOwner, list_commands_owners
from tests.bot.telegrams import connected, settings_for
from tests.harness import BROKERAGE, NOON, StoppedClock
from tests.sandbox.conftest import EXECUTOR, NEWCOMER, SELLER, Telegram

RENDERER = Renderer(Translator(), BROKERAGE)
LINK = re.compile(r"^owner https://t\.me/ael_crm_bot\?start=[\w-]{22}$", re.MULTILINE)


async def add_user(database: Database, telegram_id: int, role: Role, language: Language) -> None:
    user = User(telegram_id=telegram_id, name="Somebody", role=role, language=language, created_at=NOON)

    async def add(session) -> None:
        session.add(user)

    await database.write(add)


async def names_for(telegram: Telegram, user: int) -> list[str]:
    return [command["command"] for command in (await telegram.people.commands(user))["commands"]]


async def test_owner_link_is_printed_while_there_is_no_admin(
    sqlite_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_for(tmp_path, "http://127.0.0.1:1")
    for _ in range(2):
        await offer_ownership(sqlite_database, settings, bot_username="ael_crm_bot", now=NOON)
        assert LINK.search(capsys.readouterr().out)
    await add_user(sqlite_database, 1, Role.ADMIN, Language.RU)
    await offer_ownership(sqlite_database, settings, bot_username="ael_crm_bot", now=NOON)
    assert capsys.readouterr().out == ""


async def test_disabled_admin_does_not_keep_the_owner_out(
    sqlite_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await add_user(sqlite_database, 1, Role.ADMIN, Language.RU)
    await sqlite_database.write(lambda session: session.execute(update(User).values(disabled_at=NOON)))
    settings = settings_for(tmp_path, "http://127.0.0.1:1")
    await offer_ownership(sqlite_database, settings, bot_username="ael_crm_bot", now=NOON)
    assert LINK.search(capsys.readouterr().out)


async def test_link_is_printed_as_soon_as_telegram_says_the_name(
    telegram: Telegram,
    sqlite_database: Database,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(introduction, "FIRST_PAUSE", 0.01)
    settings = settings_for(tmp_path, telegram.url)
    await telegram.people.fault("getMe", 500, times=2)
    await telegram.people.fault("setMyCommands", "drop", times=1)
    names: list[str] = []
    async with connected(settings) as bot:
        commands = ChatCommands(bot, RENDERER, StoppedClock())
        await introduction.introduce(bot, sqlite_database, settings, StoppedClock(), commands, named=names.append)
    assert names == ["ael_crm_bot"]
    assert LINK.search(capsys.readouterr().out)
    assert await names_for(telegram, NEWCOMER) == list(STRANGERS)
    assert not await telegram.people.calls(method="setWebhook")


async def test_webhook_is_set_with_its_secret(telegram: Telegram, sqlite_database: Database, tmp_path: Path) -> None:
    url, secret = "http://127.0.0.1:9/telegram/webhook", "a-secret-of-the-tests"
    settings = settings_for(tmp_path, telegram.url, telegram_webhook_url=url, telegram_webhook_secret=secret)
    async with connected(settings) as bot:
        commands = ChatCommands(bot, RENDERER, StoppedClock())
        await introduction.introduce(bot, sqlite_database, settings, StoppedClock(), commands, named=lambda name: None)
        info = await bot.get_webhook_info()
    assert (info.url, info.allowed_updates) == (url, ALLOWED_UPDATES)
    [call] = await telegram.people.calls(method="setWebhook")
    assert call["params"]["secret_token"] == secret


async def test_webhook_that_telegram_pauses_on_is_set_anew(
    telegram: Telegram, sqlite_database: Database, tmp_path: Path
) -> None:
    url, secret = "http://127.0.0.1:9/telegram/webhook", "a-secret-of-the-tests"
    await telegram.done("setWebhook", url=url)
    await telegram.people.say(SELLER, "/start")
    async with asyncio.timeout(5):
        while "last_error_date" not in await telegram.done("getWebhookInfo"):
            await asyncio.sleep(0.01)
    settings = settings_for(tmp_path, telegram.url, telegram_webhook_url=url, telegram_webhook_secret=secret)
    async with connected(settings) as bot:
        commands = ChatCommands(bot, RENDERER, StoppedClock())
        await introduction.introduce(bot, sqlite_database, settings, StoppedClock(), commands, named=lambda name: None)
    order = [call["method"].lower() for call in await telegram.people.calls() if "webhook" in call["method"].lower()]
    assert order[-3:] == ["getwebhookinfo", "deletewebhook", "setwebhook"]
    assert (await telegram.people.updates())["pending"] == 1


async def test_refresh_writes_only_to_chats_that_show_something_else(
    telegram: Telegram, sqlite_database: Database, tmp_path: Path
) -> None:
    await add_user(sqlite_database, SELLER, Role.SELLER, Language.RU)
    await add_user(sqlite_database, EXECUTOR, Role.EXECUTOR, Language.UK)
    settings = settings_for(tmp_path, telegram.url)
    async with connected(settings) as bot:
        commands = ChatCommands(bot, RENDERER, StoppedClock())
        refresh = partial(refresh_commands, sqlite_database, commands)
        await refresh()
        assert {"newdeal", "lead", "leads"} <= set(await names_for(telegram, SELLER))
        assert not {"newdeal", "lead", "leads"} & set(await names_for(telegram, EXECUTOR))
        before = len(await telegram.people.calls(method="setMyCommands"))
        await refresh()
        assert len(await telegram.people.calls(method="setMyCommands")) == before + 3
        uk = update(User).where(User.telegram_id == SELLER).values(language=Language.UK)
        await sqlite_database.write(lambda session: session.execute(uk))
        await refresh()
    shown = (await telegram.people.commands(SELLER))["commands"]
    assert {"command": "deals", "description": "Мої угоди"} in shown


async def test_commands_of_a_disabled_user_are_taken_away(
    telegram: Telegram, sqlite_database: Database, tmp_path: Path
) -> None:
    await add_user(sqlite_database, SELLER, Role.SELLER, Language.RU)
    async with connected(settings_for(tmp_path, telegram.url)) as bot:
        commands = ChatCommands(bot, RENDERER, StoppedClock())
        await refresh_commands(sqlite_database, commands)
        await sqlite_database.write(lambda session: session.execute(update(User).values(disabled_at=NOON)))
        await refresh_commands(sqlite_database, commands)
    assert await names_for(telegram, SELLER) == list(STRANGERS)
    owners: list[CommandsOwner] = await sqlite_database.read(list_commands_owners)
    assert [owner.shown for owner in owners] == [None]


async def test_chat_that_the_bot_may_not_enter_is_tried_again_at_the_next_start(
    telegram: Telegram, sqlite_database: Database, tmp_path: Path
) -> None:
    await add_user(sqlite_database, 7999999999, Role.SELLER, Language.RU)
    await telegram.people.fault("setMyCommands", 400, description="Bad Request: chat not found", chat=7999999999)
    async with connected(settings_for(tmp_path, telegram.url)) as bot:
        await refresh_commands(sqlite_database, ChatCommands(bot, RENDERER, StoppedClock()))
    shown = select(User.commands_digest)
    assert (await sqlite_database.read(lambda session: session.execute(shown))).scalar_one() is None


def test_every_offered_command_has_a_step_with_the_same_right() -> None:
    steps = build_steps().commands
    for name, right in OFFERED:
        if name != "cancel":
            assert steps[name].right.value in {right.value, "enter"}, name
    assert set(STRANGERS) <= set(steps)
