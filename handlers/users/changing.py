"""Gives a user another role, takes his access away, gives it back."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.users import screens
from handlers.users.parse import parse_role
from handlers.users.states import ChangeRoleFlow, DisableFlow
from models.user import Role
from services.access import Actor, Right
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.users.change_role import change_role
from services.users.disable import disable_user, enable_user
from services.users.queries import find_user_card

steps = Steps()
steps.flow(ChangeRoleFlow, right=Right.MANAGE_USERS)
steps.flow(DisableFlow, right=Right.MANAGE_USERS)


@steps.tap("user.role", right=Right.MANAGE_USERS)
async def start_role(session: AsyncSession, actor: Actor, arg: str) -> Start:
    user = await find_user_card(session, actor, row_id(arg))
    return Start(ChangeRoleFlow.role, {"user_id": user.id})


@steps.question(ChangeRoleFlow.role)
async def ask_role(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return screens.ask_role(await find_user_card(session, actor, draft["user_id"]))


@steps.answer(ChangeRoleFlow.role)
async def on_role_typed(draft: Draft, text: str) -> Ask:
    role = parse_role(text)
    if role is None:
        return Ask(ChangeRoleFlow.role, problem=screens.role_problem(text))
    return await on_role(draft, role.value)


@steps.pick(ChangeRoleFlow.role)
async def on_role(draft: Draft, value: str) -> Ask:
    if value not in set(Role):
        raise ScreenOutdated
    draft["role"] = value
    return Ask(ChangeRoleFlow.confirm)


@steps.question(ChangeRoleFlow.confirm)
async def ask_confirm_role(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    user = await find_user_card(session, actor, draft["user_id"])
    return screens.confirm_role(user, Role(draft["role"]), own=user.id == actor.id)


@steps.confirm(ChangeRoleFlow.confirm)
async def on_confirm_role(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    role = Role(draft["role"])
    await change_role(session, actor, draft["user_id"], role, now=now)
    return await _changed(session, actor, draft["user_id"], screens.role_changed(role), today)


@steps.tap("user.disable", right=Right.MANAGE_USERS)
async def start_disabling(session: AsyncSession, actor: Actor, arg: str) -> Start:
    user = await find_user_card(session, actor, row_id(arg))
    return Start(DisableFlow.confirm, {"user_id": user.id})


@steps.question(DisableFlow.confirm)
async def ask_confirm_disabling(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    user = await find_user_card(session, actor, draft["user_id"])
    return screens.confirm_disabling(user, own=user.id == actor.id)


@steps.confirm(DisableFlow.confirm)
async def on_confirm_disabling(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    await disable_user(session, actor, draft["user_id"], now=now)
    return await _changed(session, actor, draft["user_id"], screens.disabled(), today)


@steps.tap("user.enable", right=Right.MANAGE_USERS)
async def enable(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Done:
    user_id = row_id(arg)
    await enable_user(session, actor, user_id, now=now)
    return await _changed(session, actor, user_id, screens.enabled(), today)


async def _changed(session: AsyncSession, actor: Actor, user_id: int, note: Text, today: date) -> Done:
    """Who changed his own access may not see the card any more."""
    if user_id == actor.id:
        return Done(screens.own_access_changed(note))
    return Done(screens.card(await find_user_card(session, actor, user_id), today).with_first(note))
