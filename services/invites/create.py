"""Makes a one-time link that lets a person in.

- An admin chooses the role; the link itself does not carry it.
- The token is told once, the database keeps its hash.
- Without any admin the first start makes the owner's link, which is worth nothing once there is an admin.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.invite import Invite
from models.user import Role, User
from services.access import Actor, Right, check_right
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.invites.tokens import hash_token, new_token
from services.upsert import insert_or_none
from services.users.events import UserInvited


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateInvite:
    role: Role
    holds: timedelta
    intent_key: str


@dataclass(frozen=True, slots=True)
class NewInvite:
    token: str
    role: Role
    expires_at: datetime


async def create_invite(session: AsyncSession, actor: Actor, command: CreateInvite, *, now: datetime) -> NewInvite:
    """Asked for again under the same intent key it is refused: the first link was told and can't be told twice."""
    check_right(actor, Right.MANAGE_USERS)
    made = NewInvite(new_token(), command.role, now + command.holds)
    row = _row(made, now=now) | {"invited_by": actor.id, "intent_key": command.intent_key}
    invite_id = await insert_or_none(session, Invite, row, returning=Invite.id)
    if invite_id is None:
        raise ScreenOutdated
    await publish(session, actor, _event(invite_id, made), now=now)
    return made


async def invite_owner(session: AsyncSession, *, holds: timedelta, now: datetime) -> NewInvite | None:
    """None when there is an admin already. For the process itself at its start: nobody acts."""
    if await has_admin(session):
        return None
    made = NewInvite(new_token(), Role.ADMIN, now + holds)
    invite_id = await insert_or_none(session, Invite, _row(made, now=now), returning=Invite.id)
    assert invite_id is not None  # noqa: S101 - 128 random bits do not repeat
    await publish(session, None, _event(invite_id, made), now=now, correlation_id="first-start")
    return made


async def has_admin(session: AsyncSession) -> bool:
    enabled = select(User.id).where(User.role == Role.ADMIN, User.disabled_at.is_(None)).limit(1)
    return (await session.execute(enabled)).first() is not None


def _row(made: NewInvite, *, now: datetime) -> dict[str, object]:
    return {
        "token_hash": hash_token(made.token),
        "role": made.role,
        "created_at": now,
        "expires_at": made.expires_at,
    }


def _event(invite_id: int, made: NewInvite) -> UserInvited:
    return UserInvited(invite_id=invite_id, role=made.role.value, expires_at=made.expires_at.isoformat())
