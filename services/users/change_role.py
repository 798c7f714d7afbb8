"""Gives a user another role.

- It holds from his next tap on, old buttons included: rights are read at every update.
- There is always an enabled admin.
- Invitations of one who is no longer an admin are revoked.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Role
from services.access import Actor
from services.events.publish import publish
from services.invites.revoke import revoke_invites_of
from services.users.access import access_user_for_change, check_admin_remains
from services.users.events import UserRoleChanged


async def change_role(session: AsyncSession, actor: Actor, user_id: int, role: Role, *, now: datetime) -> bool:
    """False when he has that role already."""
    user, admins = await access_user_for_change(session, actor, user_id)
    if user.role is role:
        return False
    if user.role is Role.ADMIN:
        check_admin_remains(user, admins)
        await revoke_invites_of(session, actor, user_id, now=now)
    event = UserRoleChanged(user_id=user_id, from_role=user.role.value, to_role=role.value)
    user.role = role
    await publish(session, actor, event, now=now)
    return True
