"""Makes an invitation: the role, then the link."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.users import screens
from handlers.users.parse import parse_role
from handlers.users.states import InviteFlow
from models.user import Role
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.invites.create import CreateInvite, create_invite
from services.invites.link import start_link

steps = Steps()
steps.flow(InviteFlow, right=Right.MANAGE_USERS)


@steps.tap("invite.new", right=Right.MANAGE_USERS)
async def start() -> Start:
    return Start(InviteFlow.role)


@steps.question(InviteFlow.role)
async def ask_role() -> Screen:
    return screens.ask_invited_role()


@steps.answer(InviteFlow.role)
async def on_role_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, bot_username: str, text: str
) -> Ask | Done:
    role = parse_role(text)
    if role is None:
        return Ask(InviteFlow.role, problem=screens.role_problem(text))
    return await on_role(session, actor, brokerage, draft, now, bot_username, role.value)


@steps.pick(InviteFlow.role)
async def on_role(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    draft: Draft,
    now: datetime,
    bot_username: str,
    value: str,
) -> Done:
    if value not in set(Role):
        raise ScreenOutdated
    command = CreateInvite(role=Role(value), holds=brokerage.invite_holds, intent_key=f"invite-{draft.token}")
    made = await create_invite(session, actor, command, now=now)
    return Done(screens.invited(made, start_link(bot_username, made.token)))
