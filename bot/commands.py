"""The commands that Telegram's own menu offers, per language; best effort, never in the way of a start."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.clock import Clock
from bot.render import Renderer
from models.user import Language
from services.conversation.values import text

log = structlog.get_logger()

EVERYONE = ("menu", "deals", "newdeal", "clients", "settings", "cancel", "help")


async def publish_commands(bot: Bot, renderer: Renderer, clock: Clock) -> None:
    try:
        for language in (None, *Language):
            words = language or Language.EN
            commands = [
                BotCommand(
                    command=name, description=renderer.label(text(f"cmd-{name}"), words, now=clock.now(), limit=256)
                )
                for name in EVERYONE
            ]
            await bot.set_my_commands(
                commands, scope=BotCommandScopeAllPrivateChats(), language_code=language.value if language else None
            )
    except (TelegramAPIError, OSError) as error:
        log.warning("commands.unpublished", reason=type(error).__name__)
