"""Menu, help and whatever is said outside every dialogue."""

from handlers.kit.steps import Steps
from handlers.menu import screens
from services.access import Actor, Right
from services.conversation.values import Screen, text

steps = Steps()


@steps.command("start", right=Right.ENTER)
async def start(actor: Actor) -> Screen:
    return screens.menu(actor)


@steps.command("menu", right=Right.ENTER)
async def menu(actor: Actor) -> Screen:
    return screens.menu(actor)


@steps.tap("menu", right=Right.ENTER)
async def menu_tapped(actor: Actor) -> Screen:
    return screens.menu(actor)


@steps.command("help", right=Right.ENTER)
async def show_help(actor: Actor) -> Screen:
    return screens.menu(actor).with_first(text("scr-help"))
