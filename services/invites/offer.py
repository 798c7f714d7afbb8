"""What a link offers to the person who opened it, and why it may be refused.

- Unknown, used, revoked and expired links are told apart: whoever has 128 right bits may know.
- A user keeps his role whatever link he opens.
- An owner's link holds only while there is no admin.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.invite import Invite
from models.user import Role, User
from services.access import Actor, Right, check_right
from services.conversation.values import text
from services.errors import AccountDisabled
from services.invites.create import has_admin
from services.invites.errors import (
    AlreadyUser,
    InviteExpired,
    InviteOwn,
    InviteRevoked,
    InviteUnknown,
    InviteUsed,
)
from services.invites.tokens import hash_token


@dataclass(frozen=True, slots=True)
class Offer:
    """Without `invited_by` it is the owner's first link."""

    role: Role
    invited_by: str | None


async def find_offer(session: AsyncSession, actor: Actor, token: str, *, now: datetime) -> Offer:
    invite = await access_invite(session, actor, token, now=now)
    if invite.invited_by is None:
        return Offer(invite.role, None)
    name = select(User.name).where(User.id == invite.invited_by)
    return Offer(invite.role, (await session.execute(name)).scalar_one())


async def access_invite(session: AsyncSession, actor: Actor, token: str, *, now: datetime) -> Invite:
    """The invite behind a token, when this very person may accept it now."""
    check_right(actor, Right.ENTER)
    if actor.disabled:
        raise AccountDisabled
    wanted = select(Invite).where(Invite.token_hash == hash_token(token))
    invite = (await session.execute(wanted)).scalar_one_or_none()
    if invite is None:
        raise InviteUnknown
    _check_newcomer(actor, invite)
    _check_open(invite, now=now)
    if invite.invited_by is None and await has_admin(session):
        raise InviteRevoked
    return invite


def _check_newcomer(actor: Actor, invite: Invite) -> None:
    if actor.role is None:
        return
    if invite.invited_by == actor.id:
        raise InviteOwn
    raise AlreadyUser(role=text(f"role-{actor.role}"))


def _check_open(invite: Invite, *, now: datetime) -> None:
    if invite.used_at is not None:
        raise InviteUsed
    if invite.revoked_at is not None:
        raise InviteRevoked
    if invite.expires_at <= now:
        raise InviteExpired
