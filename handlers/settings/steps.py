"""What a person sets for himself."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.steps import Steps
from handlers.settings import screens
from models.user import Language
from services.access import Actor, Right
from services.conversation.values import Screen, text
from services.errors import ScreenOutdated
from services.users.change_language import change_language
from services.users.set_away import find_absence

steps = Steps()


@steps.command("settings", right=Right.USE)
async def show_by_command(session: AsyncSession, actor: Actor, today: date) -> Screen:
    return screens.settings(actor, await find_absence(session, actor, today=today))


@steps.tap("settings", right=Right.USE)
async def show(session: AsyncSession, actor: Actor, today: date) -> Screen:
    return screens.settings(actor, await find_absence(session, actor, today=today))


@steps.tap("settings.language", right=Right.USE)
async def choose_language(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Screen:
    """The answer is worded in the new language already: it is read anew when the screen is rendered."""
    if arg not in set(Language):
        raise ScreenOutdated
    language = Language(arg)
    await change_language(session, actor, language, now=now)
    away = await find_absence(session, actor, today=today)
    return screens.settings(replace(actor, language=language), away).with_first(text("scr-language-changed"))
