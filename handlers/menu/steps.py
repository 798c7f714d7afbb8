"""Menu, help, the first words and the link that lets a newcomer in."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.draft import Memory
from handlers.kit.steps import Steps
from handlers.menu import screens
from handlers.menu.tries import check_tries, note_miss
from services.access import Actor, Right
from services.conversation.values import Screen, Toast, text
from services.invites.accept import accept_invite
from services.invites.errors import InviteUnknown
from services.invites.offer import find_offer

steps = Steps()


@steps.command("start", right=Right.ENTER)
async def start(session: AsyncSession, actor: Actor, memory: Memory, now: datetime, arg: str) -> Screen:
    """`arg` is the token of a link; a miss is counted, so it must not be rolled back as an error would be."""
    if not arg:
        return screens.menu(actor)
    check_tries(memory, now=now)
    try:
        return screens.offer(await find_offer(session, actor, arg, now=now), arg)
    except InviteUnknown:
        note_miss(memory, now=now)
        return screens.menu(actor).with_first(text("err-invite-unknown"))


@steps.tap("invite.accept", right=Right.ENTER)
async def accept(session: AsyncSession, actor: Actor, memory: Memory, now: datetime, arg: str) -> Screen | Toast:
    check_tries(memory, now=now)
    try:
        joined = await accept_invite(session, actor, arg, now=now)
    except InviteUnknown:
        note_miss(memory, now=now)
        return Toast(text("err-invite-unknown"), alert=True)
    return screens.welcome(joined)


@steps.command("menu", right=Right.ENTER)
async def menu(actor: Actor) -> Screen:
    return screens.menu(actor)


@steps.tap("menu", right=Right.ENTER)
async def menu_tapped(actor: Actor) -> Screen:
    return screens.menu(actor)


@steps.command("help", right=Right.ENTER)
async def show_help(actor: Actor) -> Screen:
    return screens.help_for(actor)
