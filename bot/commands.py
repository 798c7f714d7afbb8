"""The commands that Telegram's own menu offers: to strangers by language, to users by role and language."""

import hashlib
import json
from functools import partial

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeDefault

from bot.clock import Clock
from bot.database import Database
from bot.render import Renderer
from models.user import Language, Role
from services.access import Right, role_may
from services.conversation.values import text
from services.users.commands import list_commands_owners, remember_commands

log = structlog.get_logger(service="relay")

STRANGERS = ("start", "help")
OFFERED = (
    ("menu", Right.USE),
    ("newdeal", Right.OPEN_DEAL),
    ("deals", Right.SEE_DEALS),
    ("deal", Right.SEE_DEALS),
    ("lead", Right.WORK_LEADS),
    ("leads", Right.SEE_LEADS),
    ("day", Right.SEE_DEALS),
    ("queue", Right.DO_TASKS),
    ("find", Right.SEE_CLIENTS),
    ("clients", Right.SEE_CLIENTS),
    ("deleted", Right.MANAGE_LEADS),
    ("users", Right.MANAGE_USERS),
    ("reference", Right.EDIT_REFERENCE),
    ("automation", Right.KEEP_RULES),
    ("status", Right.SEE_STATUS),
    ("ai", Right.SEE_STATUS),
    ("deadletters", Right.SORT_DEAD_LETTERS),
    ("reminders", Right.SEE_DEALS),
    ("audit", Right.SEE_AUDIT),
    ("settings", Right.USE),
    ("cancel", Right.USE),
    ("help", Right.USE),
)
DESCRIPTION_LIMIT = 256


class ChatCommands:
    """The port `services.ports.Commands` on the Bot API."""

    def __init__(self, bot: Bot, renderer: Renderer, clock: Clock) -> None:
        self._bot = bot
        self._renderer = renderer
        self._clock = clock

    async def show(self, telegram_id: int, role: Role | None, language: Language) -> str | None:
        scope = BotCommandScopeChat(chat_id=telegram_id)
        try:
            if role is None:
                await self._bot.delete_my_commands(scope=scope)
            else:
                await self._bot.set_my_commands(self._of_role(role, language), scope=scope)
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            log.info("commands.refused", reason=type(error).__name__)
            return None
        return self.digest(role, language)

    async def show_to_strangers(self) -> None:
        for language in (None, Language.RU, Language.UK):
            commands = self._worded(STRANGERS, language or Language.EN)
            await self._bot.set_my_commands(
                commands, scope=BotCommandScopeDefault(), language_code=language.value if language else None
            )

    def digest(self, role: Role | None, language: Language) -> str | None:
        """Differs whenever what `show` would put there differs."""
        if role is None:
            return None
        words = [(command.command, command.description) for command in self._of_role(role, language)]
        return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:16]

    def _of_role(self, role: Role, language: Language) -> list[BotCommand]:
        return self._worded([name for name, right in OFFERED if role_may(role, right)], language)

    def _worded(self, names: tuple[str, ...] | list[str], language: Language) -> list[BotCommand]:
        label = partial(self._renderer.label, language=language, now=self._clock.now(), limit=DESCRIPTION_LIMIT)
        return [BotCommand(command=name, description=label(text(f"cmd-{name}"))) for name in names]


async def refresh_commands(database: Database, commands: ChatCommands) -> None:
    """After a start: strangers' commands, and those of the users whose chats show something else.

    A release that words or offers commands differently reaches everyone so; what was shown by an event is left alone.
    """
    await commands.show_to_strangers()
    for owner in await database.read(list_commands_owners):
        if owner.shown != commands.digest(owner.role, owner.language):
            shown = await commands.show(owner.telegram_id, owner.role, owner.language)
            await database.write(partial(remember_commands, user_id=owner.user_id, digest=shown))
