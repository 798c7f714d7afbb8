"""Takes a user's access away and gives it back; nothing of his is deleted.

- It holds from his next tap on, old buttons included.
- There is always an enabled admin.
- His open invitations are revoked.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Role
from services.access import Actor
from services.events.publish import publish
from services.invites.revoke import revoke_invites_of
from services.users.access import access_user_for_change, check_admin_remains
from services.users.events import UserDisabled, UserEnabled


async def disable_user(session: AsyncSession, actor: Actor, user_id: int, *, now: datetime) -> bool:
    """False when he is disabled already."""
    user, admins = await access_user_for_change(session, actor, user_id)
    if user.disabled_at is not None:
        return False
    if user.role is Role.ADMIN:
        check_admin_remains(user, admins)
        await revoke_invites_of(session, actor, user_id, now=now)
    user.disabled_at, user.disabled_by = now, actor.id
    await publish(session, actor, UserDisabled(user_id=user_id), now=now)
    return True


async def enable_user(session: AsyncSession, actor: Actor, user_id: int, *, now: datetime) -> bool:
    """False when he is enabled already."""
    user, _ = await access_user_for_change(session, actor, user_id)
    if user.disabled_at is None:
        return False
    user.disabled_at, user.disabled_by = None, None
    await publish(session, actor, UserEnabled(user_id=user_id), now=now)
    return True
