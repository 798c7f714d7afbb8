"""What a person sets for himself."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.steps import Steps
from handlers.settings import screens
from models.user import Language
from services.access import Actor, Right
from services.conversation.values import Screen, text
from services.errors import ScreenOutdated
from services.users.change_language import change_language

steps = Steps()


@steps.command("settings", right=Right.USE)
async def show_by_command(actor: Actor) -> Screen:
    return screens.settings(actor)


@steps.tap("settings", right=Right.USE)
async def show(actor: Actor) -> Screen:
    return screens.settings(actor)


@steps.tap("settings.language", right=Right.USE)
async def choose_language(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    """The answer is worded in the new language already: it is read anew when the screen is rendered."""
    if arg not in set(Language):
        raise ScreenOutdated
    language = Language(arg)
    await change_language(session, actor, language, now=now)
    return screens.settings(replace(actor, language=language)).with_first(text("scr-language-changed"))
