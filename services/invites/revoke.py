"""Takes invitations back."""

from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.invite import Invite
from services.access import Actor, Right, check_right
from services.events.publish import publish
from services.users.events import InviteRevoked


async def revoke_invite(session: AsyncSession, actor: Actor, invite_id: int, *, now: datetime) -> bool:
    """False when somebody has used it, or it was revoked before."""
    check_right(actor, Right.MANAGE_USERS)
    return await _revoke(session, actor, Invite.id == invite_id, now=now) > 0


async def revoke_invites_of(session: AsyncSession, actor: Actor, user_id: int, *, now: datetime) -> None:
    """Of an admin who is about to be one no longer."""
    check_right(actor, Right.MANAGE_USERS)
    await _revoke(session, actor, Invite.invited_by == user_id, now=now)


async def _revoke(session: AsyncSession, actor: Actor, which: ColumnElement[bool], *, now: datetime) -> int:
    revoked = await session.execute(
        update(Invite)
        .where(which, Invite.used_at.is_(None), Invite.revoked_at.is_(None))
        .values(revoked_at=now)
        .returning(Invite.id)
        .execution_options(synchronize_session=False)
    )
    ids = revoked.scalars().all()
    for invite_id in ids:
        await publish(session, actor, InviteRevoked(invite_id=invite_id), now=now)
    return len(ids)
