"""Tells people that their access changed, and the admins who joined."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.outgoing import OutgoingKind
from models.user import Role, User
from services.conversation.outgoing import enqueue, notify
from services.conversation.values import Button, Notice, text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.users.events import UserDisabled, UserEnabled, UserJoined, UserRoleChanged
from services.users.queries import list_ids_by_role

_MENU = [[Button(text("btn-menu"), "menu")]]


@reacts_to(UserJoined)
async def tell_admins_of_newcomer(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, UserJoined)  # noqa: S101 - what the registry delivers
    newcomer = await session.get_one(User, event.user_id)
    admins = [admin for admin in await list_ids_by_role(session, Role.ADMIN) if admin != newcomer.id]
    words = text("ntf-user-joined", name=newcomer.name, role=text(f"role-{event.role}"))
    notice = Notice([words], [[Button(text("btn-user-card"), "user.card", newcomer.id)]])
    await notify(session, admins, notice, now=now, correlation_id=delivered.correlation_id)
    return Done()


@reacts_to(UserRoleChanged)
async def tell_of_new_role(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, UserRoleChanged)  # noqa: S101 - what the registry delivers
    if event.user_id != delivered.actor_id:
        notice = Notice([text("ntf-role-changed", role=text(f"role-{event.to_role}"))], _MENU)
        await notify(session, [event.user_id], notice, now=now, correlation_id=delivered.correlation_id)
    return Done()


@reacts_to(UserDisabled)
async def tell_of_lost_access(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Not through `notify`, which rightly leaves the disabled out: this is the last thing they are told."""
    event = delivered.event
    assert isinstance(event, UserDisabled)  # noqa: S101 - what the registry delivers
    user = await session.get_one(User, event.user_id)
    if event.user_id == delivered.actor_id or user.disabled_at is None:
        return Done()
    await enqueue(
        session,
        chat_id=user.telegram_id,
        kind=OutgoingKind.NOTICE,
        payload=Notice([text("ntf-access-off")]).to_json(),
        now=now,
        correlation_id=delivered.correlation_id,
    )
    return Done()


@reacts_to(UserEnabled)
async def tell_of_regained_access(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, UserEnabled)  # noqa: S101 - what the registry delivers
    notice = Notice([text("ntf-access-on")], _MENU)
    await notify(session, [event.user_id], notice, now=now, correlation_id=delivered.correlation_id)
    return Done()
