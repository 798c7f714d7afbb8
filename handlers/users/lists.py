"""People and their cards, open invitations."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.replies import Done
from handlers.kit.steps import Steps
from handlers.users import screens
from services.access import Actor, Right
from services.conversation.values import Screen, Toast, text
from services.invites.queries import list_open_invites
from services.invites.revoke import revoke_invite
from services.users.queries import find_user_card, list_users

steps = Steps()


@steps.command("users", right=Right.MANAGE_USERS)
async def show_first(session: AsyncSession, actor: Actor) -> Screen:
    return screens.people(await list_users(session, actor))


@steps.tap("user.list", right=Right.MANAGE_USERS)
async def show_page(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is the last user of the page before."""
    return screens.people(await list_users(session, actor, before=row_id(arg) if arg else None))


@steps.tap("user.card", right=Right.MANAGE_USERS)
async def show_card(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    return screens.card(await find_user_card(session, actor, row_id(arg)), today)


@steps.tap("invite.list", right=Right.MANAGE_USERS)
async def show_invites(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    """`arg` is the last invitation of the page before."""
    return screens.invites(await list_open_invites(session, actor, now=now, before=row_id(arg) if arg else None))


@steps.tap("invite.revoke", right=Right.MANAGE_USERS)
async def revoke(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    revoked = await revoke_invite(session, actor, row_id(arg), now=now)
    toast = Toast(text("toast-invite-revoked" if revoked else "toast-invite-not-open"))
    return Done(screens.invites(await list_open_invites(session, actor, now=now)), toast=toast)
