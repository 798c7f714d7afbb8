"""Open invitations."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.invite import Invite
from models.user import Role, User
from services.access import Actor, Right, check_right
from services.conversation.paging import Page


@dataclass(frozen=True, slots=True)
class InviteLine:
    id: int
    role: Role
    invited_by: str
    expires_at: datetime


async def list_open_invites(
    session: AsyncSession, actor: Actor, *, now: datetime, before: int | None = None, size: int = 8
) -> Page[InviteLine]:
    """Newest first; those that nobody has used yet and that still hold."""
    check_right(actor, Right.MANAGE_USERS)
    still_open = (
        select(Invite.id, Invite.role, User.name, Invite.expires_at)
        .join(User, User.id == Invite.invited_by)
        .where(Invite.used_at.is_(None), Invite.revoked_at.is_(None), Invite.expires_at > now)
        .order_by(Invite.id.desc())
        .limit(size + 1)
    )
    if before is not None:
        still_open = still_open.where(Invite.id < before)
    return Page.of([InviteLine(*row) for row in (await session.execute(still_open)).all()], size)
